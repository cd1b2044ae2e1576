/**
 * # Where things are
 *
 * The benchmark runs compiled, from a folder below the repository; programs of others are found on the path.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..", "..", "..");
export const commandLine = join(root, "dist", "reports", "cli.js");
export const sympyScript = join(root, "test", "bench", "sympyRoutes.py");
export const sympyCurvatureScript = join(root, "test", "bench", "sympyCurvatures.py");
export const sympyDensityScript = join(root, "test", "bench", "sympyDensity.py");

export interface Sympy { readonly python: string; readonly says: string }

/** The first Python that has SymPy, with SymPy's version and the integers it computes with. */
export const findSympy = (): Sympy | undefined => {
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(python, [sympyScript, "version"], { encoding: "utf8" });
    if (status === 0) return { python, says: stdout.trim() };
  }
  return undefined;
};

/** GiNaC's shell, when it is installed. */
export const runGinsh = (input: string): string | undefined => {
  const { status, stdout } = spawnSync("ginsh", [], { input, encoding: "utf8" });
  return status === 0 ? stdout : undefined;
};
