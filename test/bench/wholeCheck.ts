/**
 * # The whole check of a paper
 *
 * `rederive check urazhdin --json` from the start of the process to its exit, with the greatest memory it held; the same with `--opinions`.
 */
import { spawnSync } from "node:child_process";
import { bounded, median, seconds, type Findings } from "./measure.ts";
import { commandLine, root } from "./places.ts";
import { showQuantity } from "./table.ts";

const PAPER = "urazhdin";
const COLD_RUNS = 3;

interface Run { readonly wall: number; readonly processor: number; readonly megabytes: number; readonly exit: number; readonly claims: number }

/** Tells its resources on a descriptor of its own when it exits; all threads are in it. */
const probe = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));")}`;

const run = (...options: readonly string[]): Run => {
  const began = performance.now();
  const { status, output, stderr } = spawnSync(process.execPath, ["--import", probe, commandLine, "check", PAPER, "--json", ...options], { cwd: root, encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const wall = (performance.now() - began) / 1e3;
  if (status === null || status === 2) throw new Error(`check ${PAPER} failed\n${stderr}`);
  const used = JSON.parse(output[3] ?? "") as NodeJS.ResourceUsage;
  const document = JSON.parse(output[1] ?? "") as { readonly papers: readonly { readonly claims: readonly unknown[] }[] };
  return { wall, exit: status, processor: (used.userCPUTime + used.systemCPUTime) / 1e6, megabytes: used.maxRSS / 1024, claims: document.papers.reduce((total, { claims }) => total + claims.length, 0) };
};

const remark = ({ claims, exit }: Run, processor: number): string => `${claims} claims, exit code ${exit}, ${showQuantity(seconds(processor))} of processor time`;

export const wholeCheck = (): Findings => {
  const cold = Array.from({ length: COLD_RUNS }, () => run());
  const withOpinions = run("--opinions");
  const first = cold[0]!;
  return {
    rows: [
      bounded(`check ${PAPER} --json, cold`, seconds(median(cold.map(({ wall }) => wall))), 5, remark(first, median(cold.map(({ processor }) => processor)))),
      bounded(`check ${PAPER} --json, memory`, { value: Math.max(...cold.map(({ megabytes }) => megabytes)), unit: "MB" }, 300),
      bounded(`check ${PAPER} --json --opinions`, seconds(withOpinions.wall), 60, `${remark(withOpinions, withOpinions.processor)}, ${withOpinions.megabytes.toFixed(0)} MB`),
    ],
    notes: [], details: { cold, withOpinions },
  };
};
