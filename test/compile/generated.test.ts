import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { claimName, RepeatedEvaluator, type Collection } from "../../symbolic/compile/claims.ts";
import { evaluatorOf, type Evaluator } from "../../symbolic/compile/evaluator.ts";
import { declarationText, moduleText } from "../../symbolic/compile/module.ts";
import { NotEvaluable } from "../../symbolic/compile/program.ts";
import { compileTarget, compileTargets, UnknownTarget } from "../../symbolic/compile/target.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { letters } from "../kernel/declare.ts";
import { atomicValues, printedFormulas } from "./claims.ts";
import { asComplex, bounded, complexTerms, distance, everyFunction, NoBound, only, pointOf, points, realTerms, u, type Complex, type Values } from "./terms.ts";

const folder = mkdtempSync(join(tmpdir(), "rederive-compile-"));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const has = (command: string): boolean => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
const words = (command: string): string => (has(command) ? "" : ` (skipped: this machine has no ${command})`);

const evaluatorFor = (id: string, term: Expr): Evaluator | undefined => {
  try {
    return evaluatorOf({ id, form: "printed", source: "a test", title: "a term", term });
  } catch (error) {
    if (error instanceof NotEvaluable) return undefined;
    throw error;
  }
};

interface Case { readonly evaluator: Evaluator; readonly values: Values; /** Bound of the error of one evaluation. */ readonly allowed: number }

const boundOf = (term: Expr, values: Values): number | undefined => {
  try {
    return bounded(term, pointOf(values)).error;
  } catch (error) {
    if (error instanceof NoBound) return undefined;
    throw error;
  }
};

/** Random terms at points where they are well conditioned. */
const randomCases: readonly Case[] = fc.sample(fc.tuple(fc.oneof(realTerms, complexTerms), points), { numRuns: 120, seed: 5 }).flatMap(([term, values], k): readonly Case[] => {
  const own = evaluatorFor(`test:random-${k}`, term);
  const allowed = own === undefined ? undefined : boundOf(term, values);
  if (own === undefined || allowed === undefined) return [];
  const given = only(values, own.parameters.map((parameter) => parameter.name));
  return Number.isFinite(asComplex(own.scalar(given)).re) ? [{ evaluator: own, values: given, allowed: 4 * allowed }] : [];
});

/** Every function by itself, at points inside and outside the unit circle and in all quadrants. */
const functionCases: readonly Case[] = everyFunction.flatMap((term, k) => fc.sample(points, { numRuns: 6, seed: 11 }).flatMap((values, m): readonly Case[] => {
  const own = evaluatorFor(`test:function-${k}-point-${m}`, term);
  const allowed = own === undefined ? undefined : boundOf(term, values);
  if (own === undefined || allowed === undefined) return [];
  const given = only(values, own.parameters.map((parameter) => parameter.name));
  return Number.isFinite(asComplex(own.scalar(given)).re) ? [{ evaluator: own, values: given, allowed: 4 * allowed }] : [];
}));

/** The formulas of the paper: four units in the last place for each operation. */
const paperCases: readonly Case[] = printedFormulas.map(({ evaluator }, k) => {
  const values = atomicValues(evaluator.parameters, k + 1);
  const { re, im } = asComplex(evaluator.scalar(values));
  return { evaluator, values, allowed: 4 * 2 * u * evaluator.program.operations * Math.hypot(re, im) };
});

const cases = [...paperCases, ...functionCases, ...randomCases];
const collection: Collection = { paper: "sample", title: "Formulas for a test", evaluators: cases.map((each) => each.evaluator) };

interface Imported { readonly scalar: Evaluator["scalar"]; readonly batch: Evaluator["batch"]; readonly printed: Imported; readonly model?: Imported; readonly form: string; readonly unit?: string; readonly source: string; readonly parameters: readonly { readonly name: string }[] }

const importText = async (text: string): Promise<Readonly<Record<string, Imported>>> => {
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return await import(/* @vite-ignore */ url) as Readonly<Record<string, Imported>>;
};

describe("a generated module", () => {
  const text = moduleText(collection);

  it("has enough formulas to say something", () => {
    expect(paperCases.length).toBeGreaterThan(30);
    expect(randomCases.length).toBeGreaterThan(80);
    expect(functionCases.length).toBeGreaterThan(4 * everyFunction.length);
    expect(cases.filter((each) => each.evaluator.complex).length).toBeGreaterThan(20);
  });

  it("gives the same bits as the evaluator, for one point and for columns", async () => {
    const imported = await importText(text);
    for (const { evaluator, values } of cases) {
      const own = imported[claimName(evaluator.id)]!;
      expect(own.scalar(values)).toEqual(evaluator.scalar(values));
      expect(own.printed.scalar(values)).toEqual(evaluator.scalar(values));
      const columns = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Float64Array.of(value, value)]));
      const expected = asComplex(evaluator.scalar(values));
      const out = evaluator.complex ? { re: new Float64Array(2), im: new Float64Array(2) } : new Float64Array(2);
      own.batch(columns, out);
      expect(out instanceof Float64Array ? [out[1]] : [out.re[1], out.im[1]]).toEqual(evaluator.complex ? [expected.re, expected.im] : [expected.re]);
      expect([own.unit, own.source, own.parameters.map((parameter) => parameter.name)]).toEqual([evaluator.unit, evaluator.source, evaluator.parameters.map((parameter) => parameter.name)]);
    }
  });

  it("imports nothing and evaluates no text", () => {
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\beval\b|\bFunction\b/);
  });

  it("refuses the same inputs as the evaluator, in the same words", async () => {
    const imported = await importText(text);
    const message = (attempt: () => unknown): string => {
      try { attempt(); } catch (error) { return `${(error as Error).name}: ${(error as Error).message}`; }
      return "accepted";
    };
    for (const id of ["urazhdin:eq8", "urazhdin:eq6", "urazhdin:eq14", "urazhdin:tTiO-value"]) {
      const { evaluator, values } = cases.find((each) => each.evaluator.id === id)!;
      const own = imported[claimName(id)]!;
      const names = Object.keys(values);
      const bad: unknown[] = [undefined, null, 3, {}, { ...values, unknown: 1 }, { ...values, [`${names[0]!}x`]: 1 }, values];
      for (const name of names) for (const value of [NaN, Infinity, 0, -1, 0.5, 2, "1", null, undefined, [1], 1e-300]) bad.push({ ...values, [name]: value });
      for (const [a, b] of names.slice(1).map((name, k) => [names[k]!, name])) bad.push(Object.fromEntries(Object.entries(values).map(([name, value]) => [name === a ? `${a}${b!}` : name, value])));
      for (const given of bad) expect(message(() => own.scalar(given as Values))).toBe(message(() => evaluator.scalar(given as Values)));
      for (const out of [undefined, new Float64Array(2), { re: new Float64Array(2), im: new Float64Array(2) }, { re: new Float64Array(2), im: new Float64Array(1) }, { re: 1, im: 2 }, []]) {
        for (const given of [...bad, ...names.flatMap((name) => [[1, 2], [NaN, 1], [1, -1], [0.5, 1], [1, 2, 3]].map((column) => ({ ...values, [name]: Float64Array.from(column) })))]) {
          expect(message(() => { own.batch(given as never, out as never); })).toBe(message(() => { evaluator.batch(given as never, out as never); }));
        }
      }
    }
  });

  it("offers the derived form first, the printed one beside it", async () => {
    const { ex } = letters("x,y real");
    const form = (name: "printed" | "chain" | "model", source: string): Evaluator => evaluatorOf({ id: "doe:intro-mu-uB", form: name, source: `the ${name} form`, title: "Eq. (1) */", term: ex(source) });
    const both = await importText(moduleText({ paper: "doe", title: "A test", evaluators: [form("printed", "x + y"), form("model", "x - y")] }));
    expect([both["introMuUB"]!.form, both["introMuUB"]!.scalar({ x: 3, y: 1 }), both["introMuUB"]!.printed.scalar({ x: 3, y: 1 }), both["introMuUB"]!.model!.source]).toEqual(["model", 2, 4, "the model form"]);
    const chained = await importText(moduleText({ paper: "doe", title: "A test", evaluators: [form("chain", "x*y"), form("printed", "x + y")] }));
    expect(chained["introMuUB"]!.form).toBe("printed");
    expect(() => moduleText({ paper: "doe", title: "A test", evaluators: [form("printed", "x"), form("printed", "y")] })).toThrow(RepeatedEvaluator);
  });

  it("names its exports as identifiers", () => {
    expect(["urazhdin:eq8", "intro-mu-uB", "Q-t", "eq16-2", "in", "1st", "hw-over-Delta"].map(claimName)).toEqual(["eq8", "introMuUB", "QT", "eq16_2", "in_", "x1st", "hwOverDelta"]);
  });

  it("has declarations that type-check, with the parameters of each claim by name", () => {
    const paper = { ...collection, evaluators: paperCases.map((each) => each.evaluator) };
    writeFileSync(join(folder, "sample.js"), moduleText(paper));
    writeFileSync(join(folder, "sample.d.ts"), declarationText(paper));
    writeFileSync(join(folder, "package.json"), "{ \"type\": \"module\" }");
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { noEmit: true, strict: true, module: "nodenext", target: "es2022", types: [] }, files: ["use.ts"] }));
    writeFileSync(join(folder, "use.ts"), `import { eq8, Vn1, claims, type ComplexValue } from "./sample.js";
const values = { Delta: 1, Q0: 1, a_minus: 1, a_plus: 1, c: 1, hbar: 1, mu_B: 1, omega: 1, theta_a: 1 };
export const m: number = eq8.scalar(values) + eq8.printed.scalar(values) + claims.eq8.scalar(values);
export const z: ComplexValue = Vn1.scalar({ Q: 1, a_plus: 1, c: 1, omega: 1, sigma: 1, t: 1, theta_a: 1 });
eq8.batch({ ...values, omega: new Float64Array(3) }, new Float64Array(3));
export const unit: string | undefined = eq8.unit;
export const byGap: number = eq8.gradient(values).value + eq8.printed.gradient(values).gradient.Delta;
export const byAmplitude: ComplexValue = Vn1.gradient({ Q: 1, a_plus: 1, c: 1, omega: 1, sigma: 1, t: 1, theta_a: 1 }).gradient.Q;
// @ts-expect-error -- a sign has no derivative
eq8.gradient(values).gradient.c;
// @ts-expect-error -- a parameter is missing
eq8.scalar({ Delta: 1 });
// @ts-expect-error -- no such parameter
eq8.scalar({ ...values, Detla: 1 });
// @ts-expect-error -- complex results need two columns
Vn1.batch({ Q: 1, a_plus: 1, c: 1, omega: 1, sigma: 1, t: 1, theta_a: 1 }, new Float64Array(1));
// @ts-expect-error -- there is no such form
export const missing = eq8.model;
`);
    expect(spawnSync(process.execPath, [join(process.cwd(), "node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" }).stdout).toBe("");
  });
});

/** Runs a program that prints "re im" for each case, and compares. */
const compare = (output: string): void => {
  const lines = output.trim().split("\n");
  expect(lines.length).toBe(cases.length);
  cases.forEach(({ evaluator, values, allowed }, k) => {
    const [re, im] = lines[k]!.split(" ").map(Number);
    const found: Complex = { re: re!, im: im! };
    expect(distance(found, asComplex(evaluator.scalar(values))), `${evaluator.id}: ${lines[k]!} against ${JSON.stringify(evaluator.scalar(values))}`).toBeLessThanOrEqual(allowed);
  });
};
const digits = (x: number): string => (Number.isInteger(x) && Math.abs(x) < 1e15 ? `${x}.0` : String(x));
const file = (name: string): void => { for (const target of ["c", "python"]) for (const each of compileTarget(target).files(collection)) if (each.name.endsWith(name)) writeFileSync(join(folder, each.name), each.text); };

describe("other languages", () => {
  it.skipIf(!has("cc"))(`C gives the same values, without a warning from the compiler${words("cc")}`, () => {
    file(".c");
    file(".h");
    const calls = cases.map(({ evaluator, values }) => {
      const args = evaluator.parameters.map((parameter) => digits(values[parameter.name]!));
      const name = `sample_${claimName(evaluator.id)}`;
      return evaluator.complex ? `  ${name}(${[...args, "&re", "&im"].join(", ")}); printf("%.17g %.17g\\n", re, im);` : `  printf("%.17g 0\\n", ${name}_printed(${args.join(", ")}));`;
    });
    writeFileSync(join(folder, "main.c"), `#include <stdio.h>\n#include "sample.h"\nint main(void) {\n  double re, im;\n${calls.join("\n")}\n  return 0;\n}\n`);
    execFileSync("cc", ["-std=c99", "-O2", "-Wall", "-Wextra", "-pedantic", "-Werror", "sample.c", "main.c", "-o", "sample", "-lm"], { cwd: folder, stdio: "pipe" });
    compare(execFileSync(join(folder, "sample"), { encoding: "utf8" }));
  });

  const calls = (arrays: boolean): string => cases.map(({ evaluator, values }) => {
    const args = evaluator.parameters.map((parameter) => `${parameter.name}=${arrays ? `array([${digits(values[parameter.name]!)}, ${digits(values[parameter.name]!)}])` : digits(values[parameter.name]!)}`);
    return `show(sample.${claimName(evaluator.id)}(${args.join(", ")}))`;
  }).join("\n");

  it.skipIf(!has("python3"))(`Python gives the same values without numpy${words("python3")}`, () => {
    file(".py");
    writeFileSync(join(folder, "plain.py"), `import sys\nsys.modules["numpy"] = None\nimport sample\ndef show(z):\n    print(repr(float(complex(z).real)), repr(float(complex(z).imag)))\n${calls(false)}\n`);
    compare(execFileSync("python3", ["plain.py"], { cwd: folder, encoding: "utf8" }));
  });

  const numpy = has("python3") && spawnSync("python3", ["-c", "import numpy"], { stdio: "ignore" }).status === 0;
  it.skipIf(!numpy)(`Python gives the same values for numpy arrays${numpy ? "" : " (skipped: python3 cannot import numpy)"}`, () => {
    file(".py");
    writeFileSync(join(folder, "arrays.py"), `import sample\nfrom numpy import array, broadcast_to\ndef show(z):\n    z = complex(broadcast_to(z, (2,))[1])\n    print(repr(z.real), repr(z.imag))\n${calls(true)}\n`);
    compare(execFileSync("python3", ["arrays.py"], { cwd: folder, encoding: "utf8" }));
  });
});

describe("targets", () => {
  it("are a table; what is missing is said", () => {
    expect(compileTargets.map((target) => target.name)).toEqual(["js", "c", "python"]);
    expect(() => compileTarget("wasm")).toThrow(new UnknownTarget("the target 'wasm' is not available; available: js, c, python"));
    expect(compileTarget("js").files(collection).map((each) => each.name)).toEqual(["sample.js", "sample.d.ts"]);
  });
});
