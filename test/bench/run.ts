/**
 * # The benchmark
 *
 *     npm run bench                       everything, as a table
 *     npm run bench -- identities prove   some sections
 *     npm run --silent bench -- --json    one JSON document with every identity
 *
 * Ratios in one run against named peers; peers that are not installed are left out and say so. Nothing is asserted about time: the exit code is 1 only
 * when a result is wrong, and 2 for wrong usage.
 */
import { cpus, loadavg } from "node:os";
import { curvatures } from "./curvatures.ts";
import { densityResponses } from "./densityResponse.ts";
import { evaluators } from "./evaluators.ts";
import { identities } from "./identities.ts";
import type { Findings } from "./measure.ts";
import { polynomialProduct, sixthDerivative } from "./polynomials.ts";
import { proofs } from "./proofs.ts";
import { showTable } from "./table.ts";
import { wholeCheck } from "./wholeCheck.ts";

const sections: Readonly<Record<string, () => Findings | Promise<Findings>>> = {
  product: polynomialProduct, derivative: sixthDerivative, prove: proofs, curvatures, density: densityResponses, evaluators, check: wholeCheck, identities,
};

const load = (): readonly string[] => loadavg().map((value) => value.toFixed(2));

const main = async (args: readonly string[]): Promise<number> => {
  const json = args.includes("--json");
  const asked = args.filter((arg) => arg !== "--json");
  const unknown = asked.filter((name) => sections[name] === undefined);
  if (unknown.length > 0) {
    process.stderr.write(`unknown section '${unknown.join("', '")}'\n  expected  ${Object.keys(sections).join(", ")}, --json\n`);
    return 2;
  }
  const before = load();
  const found: Record<string, Findings> = {};
  for (const [name, measure] of Object.entries(sections)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    if (process.stderr.isTTY) process.stderr.write(`${name} …\n`);
    found[name] = await measure();
  }
  const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}`;
  const average = { before, after: load() };
  if (json) process.stdout.write(`${JSON.stringify({ schema: "rederive/bench@1", machine, load: average, sections: found })}\n`);
  else {
    const all = Object.values(found);
    process.stdout.write(`${showTable(all.flatMap(({ rows }) => rows))}\n\n${all.flatMap(({ notes }) => notes).map((note) => `${note}\n`).join("")}`);
    process.stdout.write(`${machine}; load average before ${average.before.join(" ")}, after ${average.after.join(" ")}\n`);
  }
  return 0;
};

process.exitCode = await main(process.argv.slice(2));
