/**
 * # Algebrite or nerdamer in a process of its own
 *
 * Calls the engine directly and times the call alone; the process is there to be killed. One text a message in, its answer with the seconds out.
 */
import { createRequire } from "node:module";
import { timed } from "./measure.ts";

type Engine = (text: string) => unknown;

const load = createRequire(import.meta.url);

const open: Readonly<Record<string, () => { readonly run: Engine; readonly recover: () => void }>> = {
  algebrite: () => {
    const { run } = load("algebrite") as { readonly run: Engine };
    return { run, recover: () => { run("clearall"); } };
  },
  nerdamer: () => {
    const nerdamer = load("nerdamer/all.js") as ((text: string) => { readonly toString: () => string }) & { readonly flush: () => void; readonly getCore: () => { readonly Settings: object } };
    const { Settings } = nerdamer.getCore();
    const settings = { ...Settings };
    return { run: (text) => nerdamer(text).toString(), recover: () => { Object.assign(Settings, settings); nerdamer.flush(); } };
  },
};

for (const say of ["log", "warn", "error", "info"] as const) console[say] = () => undefined;      // nobody reads what engines print
const engine = open[process.argv[2] ?? ""]!();
process.on("message", (text: string) => {
  try {
    const { value, seconds } = timed(() => String(engine.run(text)));
    process.send?.({ answer: value, seconds });
  } catch {
    process.send?.({ answer: "", seconds: 0 });
  }
  engine.recover();
});
process.send?.("ready");
