/**
 * # Tests that need something from the system
 *
 * A browser, TeX, Python, a C compiler. Where it is missing the test is skipped and its name says so; with CI=true it fails instead, so
 * that nothing is skipped unseen.
 */
import { spawnSync } from "node:child_process";
import { it } from "vitest";

const programs = { chromium: ["chromium", "--version"], pdflatex: ["pdflatex", "--version"], python3: ["python3", "--version"], cc: ["cc", "--version"] } as const;
export type Program = keyof typeof programs;

export const isInstalled = (program: Program): boolean => {
  const [command, ...args] = programs[program];
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
};

export const itNeeds = (program: Program, name: string, test: () => void | Promise<void>, timeout?: number): void => {
  if (isInstalled(program)) it(name, test, timeout);
  else if (process.env["CI"] === "true") it(name, () => { throw new Error(`${program} is not installed, and with CI=true nothing is skipped`); });
  else it.skip(`${name} (skipped: ${program} is not installed)`, test);
};
