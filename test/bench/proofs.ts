/**
 * # `prove`, warm and by the line
 *
 * In-process: reading, decision and the kernel's theorem, identity by identity. On the command line: thousands of lines through `prove --stdin`.
 */
import { spawnSync } from "node:child_process";
import { prove } from "../../symbolic/derive/prove.ts";
import { inScratch } from "../../symbolic/expr/build.ts";
import { suite } from "../identities/suite.ts";
import { bounded, median, seconds, type Findings } from "./measure.ts";
import { commandLine } from "./places.ts";
import { showQuantity } from "./table.ts";

const MILLISECOND = 1e-3;
const ROUNDS = 40;
const WARM_UP = 20;
const LINES = 5_000;

const proveAll = (): ReadonlyMap<string, number> => {
  const runs = new Map(suite.map(({ id }) => [id, [] as number[]]));
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { id, assume, left, right } of suite) {
      const began = performance.now();
      const { verdict } = inScratch(() => prove({ assume, left, right, tex: false }));
      const spent = (performance.now() - began) / 1e3;
      if (verdict !== "proved") throw new Error(`${id} is ${verdict}`);
      if (round >= WARM_UP) runs.get(id)!.push(spent);
    }
  }
  return new Map([...runs].map(([id, list]) => [id, median(list)]));
};

interface Line { readonly id: string; readonly verdict: string; readonly milliseconds: number }

export const proofs = (): Findings => {
  const inProcess = proveAll();
  const slow = [...inProcess].filter(([, spent]) => spent >= MILLISECOND).toSorted(([, a], [, b]) => b - a);
  const slowest = [...inProcess].reduce((a, b) => (b[1] > a[1] ? b : a));
  const input = Array.from({ length: LINES }, (_, k) => {
    const { id, assume, left, right } = suite[k % suite.length]!;
    return JSON.stringify({ id, assume, left, right });
  }).join("\n");
  const began = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [commandLine, "prove", "--stdin"], { input, encoding: "utf8", maxBuffer: 1e9 });
  const wall = (performance.now() - began) / 1e3;
  const lines = stdout.trim().split("\n").map((text) => JSON.parse(text) as Line);
  if (status !== 0 || lines.length !== LINES) throw new Error(`prove --stdin ended with ${status} after ${lines.length} of ${LINES} lines`);
  const last = lines.slice(-LINES / 5).map(({ milliseconds }) => milliseconds / 1e3);
  return {
    rows: [
      bounded("prove in-process, warm: median over the suite", seconds(median([...inProcess.values()])), MILLISECOND, `${inProcess.size - slow.length} of ${inProcess.size} below 1 ms; slowest ${slowest[0]} ${showQuantity(seconds(slowest[1]))}`),
      bounded(`prove --stdin, ${LINES} lines: median of the last fifth`, seconds(median(last)), MILLISECOND, "as each line reports it"),
      bounded(`prove --stdin, ${LINES} lines: whole process by the line`, seconds(wall / LINES), undefined, `start to exit ${showQuantity(seconds(wall))}`),
    ],
    notes: slow.length === 0 ? [] : [`prove in-process, 1 ms or more: ${slow.map(([id, spent]) => `${id} ${showQuantity(seconds(spent))}`).join(", ")}`],
    details: { inProcess: Object.fromEntries(inProcess), lines: LINES, wall, byFifth: Array.from({ length: 5 }, (_, k) => median(lines.slice((k * LINES) / 5, ((k + 1) * LINES) / 5).map(({ milliseconds }) => milliseconds / 1e3))) },
  };
};
