/**
 * # PDF by a TeX installation
 *
 * The LaTeX appendix through the `pdflatex` or `lualatex` of the machine. Without one, that is said; the other formats need nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "./discover.ts";

const engines = ["lualatex", "pdflatex"] as const;

export const typeset = (source: string): Uint8Array => {
  const engine = engines.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);
  if (engine === undefined) throw new InputError(`--format pdf needs a TeX installation\n  looked for ${engines.join(", ")}\n  try       --format tex, and typeset the file elsewhere`);
  const folder = mkdtempSync(join(tmpdir(), "rederive-"));
  try {
    writeFileSync(join(folder, "report.tex"), source);
    for (let pass = 0; pass < 2; pass++) {                                  // the second pass knows the page numbers
      const run = spawnSync(engine, ["-interaction=nonstopmode", "-halt-on-error", "report.tex"], { cwd: folder, encoding: "utf8" });
      if (run.status !== 0) throw new InputError(`${engine} could not typeset the report\n${run.stdout.split("\n").filter((line) => line.startsWith("!") || /^l\.\d+/.test(line)).slice(0, 6).join("\n")}`);
    }
    return new Uint8Array(readFileSync(join(folder, "report.pdf")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
