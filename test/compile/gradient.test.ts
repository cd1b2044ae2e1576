import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradientCode } from "../../symbolic/compile/adjoint.ts";
import { claimName } from "../../symbolic/compile/claims.ts";
import { evaluatorOf, type Evaluator } from "../../symbolic/compile/evaluator.ts";
import { compileGradient, gradientJavascriptOf, type Support } from "../../symbolic/compile/javascript.ts";
import { lower } from "../../symbolic/compile/lower.ts";
import { moduleText } from "../../symbolic/compile/module.ts";
import { input, NEGATIVE, newBuilder, NotEvaluable, POSITIVE, unary, ZERO_VALUE } from "../../symbolic/compile/program.ts";
import { shown } from "../../symbolic/compile/spelling.ts";
import { call, I, int, MINUS_ONE, symbol, written, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { isRealSymbol, physicalSymbol, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { freeSymbols, substitute, subterms, transform } from "../../symbolic/expr/walk.ts";
import { derivative, NotDifferentiable } from "../../symbolic/kernel/derivative.ts";
import { tryEnclose } from "../../symbolic/kernel/enclosure.ts";
import { isRealBall } from "../../symbolic/number/complexBall.ts";
import { fromDouble, gaussian } from "../../symbolic/number/rational.ts";
import { letters } from "../kernel/declare.ts";
import { evaluateBinders } from "../opened.ts";
import { atomicValues, printedFormula, printedFormulas } from "./claims.ts";
import { asComplex, bounded, complexLetter, complexTerms, distance, everyFunction, NoBound, only, points, realLetters, realTerms, type Complex, type Values } from "./terms.ts";

const evaluator = (term: Expr, id = "test:term"): Evaluator | undefined => {
  try {
    return evaluatorOf({ id, form: "printed", source: "a test", title: "a term", term });
  } catch (error) {
    if (error instanceof NotEvaluable) return undefined;
    throw error;
  }
};

const modulus = ({ re, im }: Complex): number => Math.hypot(re, im);
const isFinite = ({ re, im }: Complex): boolean => Number.isFinite(re) && Number.isFinite(im);
const namesOf = (own: Evaluator): readonly string[] => own.parameters.map((parameter) => parameter.name);

interface Reference { readonly value: Complex; /** Bound of the error of evaluating the derivative as written. */ readonly error: number }

/** The kernel's derivative in ball arithmetic; undefined where it has none, or none that is well conditioned. */
const referenceAt = (term: Expr, letter: PhysicalSymbol, values: Values, anySize: boolean): Reference | undefined => {
  const point = { values: new Map(freeSymbols(term).map((s) => [s, gaussian(fromDouble(values[s.name] ?? 0))])), seed: 1 };
  try {
    bounded(term, point, { anySize });
    return bounded(derivative(term, letter), point, { anySize });
  } catch (error) {
    if (error instanceof NoBound || error instanceof NotDifferentiable) return undefined;
    throw error;
  }
};

/** A complex letter by its parts, by which a derivative exists whether the term is analytic or not. */
const parts = [physicalSymbol("z_re", { assume: ["real"] }), physicalSymbol("z_im", { assume: ["real"] })] as const;
const byParts = (term: Expr): Expr => substitute(term, new Map([[complexLetter, written.sum([symbol(parts[0]), written.product([I, symbol(parts[1])])])]]));
const differentiable: readonly PhysicalSymbol[] = [...realLetters.filter((s) => !s.assume.includes("sign") && !s.assume.includes("integer")), ...parts];

/**
 * One part in 10¹² of the derivative, or of the value over the letter where terms of that size cancel (x/x), and the roundings of the derivative as written.
 * Returns the number of derivatives compared.
 */
const compareWithKernel = (own: Evaluator, plain: Expr, values: Values, of: readonly PhysicalSymbol[], anySize = false): number => {
  const given = only(values, namesOf(own));
  const { value, gradient } = own.gradient(given);
  expect(value).toEqual(own.scalar(given));
  if (!isFinite(asComplex(value))) return 0;
  let compared = 0;
  for (const letter of of) {
    const slope = gradient[letter.name];
    if (slope === undefined) continue;
    const reference = referenceAt(plain, letter, values, anySize);
    if (reference === undefined) continue;
    const size = Math.max(modulus(reference.value), modulus(asComplex(value)) / Math.abs(values[letter.name] ?? 1));
    if (Number.isNaN(slope)) {
      // Real arithmetic has no derivative where a part of it is not real: x^y by y at a negative x.
      const point = { values: new Map(freeSymbols(plain).map((s) => [s, gaussian(fromDouble(values[s.name] ?? 0))])), seed: 1 };
      expect(subterms(derivative(plain, letter)).some((part) => { const ball = tryEnclose(part, point, 128); return ball === undefined || !isRealBall(ball); })).toBe(true);
      continue;
    }
    expect(distance(asComplex(slope), reference.value), `${shown(plain)} by ${letter.name} at ${JSON.stringify(given)}`).toBeLessThanOrEqual(1e-12 * (Number.isFinite(size) ? size : 1) + 4 * reference.error);
    compared++;
  }
  return compared;
};

describe("the gradient of an evaluator", () => {
  it("is the kernel's derivative by every letter, and comes with the value of scalar, on random real and complex terms", () => {
    let compared = 0;
    fc.assert(fc.property(fc.oneof(realTerms, complexTerms), points, (term, values) => {
      const own = evaluator(term);
      if (own !== undefined) compared += compareWithKernel(own, byParts(term), values, differentiable);
    }), { numRuns: 700 });
    expect(compared).toBeGreaterThan(600);
  });

  it("is the kernel's derivative for every function by itself, on all branches", () => {
    const jumpsOnly = (term: Expr): boolean => (term.kind === "call" && term.head === "sign" && isRealSymbol(freeSymbols(term)[0]!)) || freeSymbols(term).every((s) => s.assume.includes("integer"));
    for (const term of everyFunction.filter((each) => !jumpsOnly(each))) {
      const plain = term.kind === "call" && term.head === "sign" ? written.quotient(term.args[0]!, call("abs", [term.args[0]!])) : term;
      const compared = fc.sample(points, { numRuns: 12, seed: 11 }).reduce((total, values) => total + compareWithKernel(evaluator(term)!, byParts(plain), values, differentiable), 0);
      expect(compared, shown(term)).toBeGreaterThan(5);
    }
  });

  it("is the kernel's derivative for every printed formula of a paper, at values of atomic size", () => {
    let [compared, formulas] = [0, 0];
    for (const { evaluator: own, term } of printedFormulas) {
      // A plain letter for each member of a family, named as its parameter.
      const plainLetters = new Map(own.parameters.map((parameter) => [parameter.symbolName, physicalSymbol(parameter.name, { assume: parameter.assume })]));
      const plain = transform(evaluateBinders(term), (node) => {
        const letter = (node.kind === "call" && typeof node.head !== "string") || node.kind === "symbol" ? plainLetters.get(shown(node)) : undefined;
        return letter === undefined ? node : symbol(letter);
      });
      const given = [...plainLetters.values()];
      if (!given.every((letter) => freeSymbols(plain).includes(letter)) || own.parameters.some((parameter) => /^(re|im)\(/.test(parameter.symbolName))) continue;
      for (let seed = 1; seed <= 2; seed++) compared += compareWithKernel(own, plain, atomicValues(own.parameters, seed), given, true);
      formulas++;
    }
    expect(formulas).toBeGreaterThan(0.8 * printedFormulas.length);
    expect(compared).toBeGreaterThan(250);
  });

  it("agrees with the compiled derivative of Eq. (8) to the last digits", () => {
    const { evaluator: own, term } = printedFormula("eq8");
    const values = atomicValues(own.parameters, 4);
    const { gradient } = own.gradient(values);
    for (const letter of freeSymbols(term).filter((s) => ["Δ", "ω", "ħ"].includes(s.name))) {
      const compiled = evaluator(derivative(term, letter))!;
      const { name } = own.parameters.find((parameter) => parameter.symbolName === letter.name)!;
      expect((gradient[name] as number) / (compiled.scalar(only(values, namesOf(compiled))) as number)).toBeCloseTo(1, 14);
    }
    expect(Object.keys(gradient)).toEqual(["Delta", "Q0", "a_minus", "a_plus", "hbar", "mu_B", "omega", "theta_a"]);
  });

  it("has the derivatives of log(1 + x) and max(x, 0), which terms hold only as parts of others", () => {
    for (const [name, x, expected] of [["log1p", 3, 0.25], ["positivePart", 3, 1], ["positivePart", -3, 0], ["positivePart", 0, 0]] as const) {
      const { program, parameters } = lower(symbol(realLetters[0]!));
      const b = newBuilder();
      const register = input(b, 0, { signs: NEGATIVE | ZERO_VALUE | POSITIVE, whole: false, magnitude: 0 });
      const text = gradientJavascriptOf({ program, parameters, gradient: () => gradientCode(b, [unary(b, name, register)], [register]) });
      expect(compileGradient(text, { refuse: () => { throw new Error("refused"); }, countNames: () => 1 } as unknown as Support)({ x }).gradient["x"]).toBe(expected);
    }
  });

  it("costs at most four times the operations of the value", () => {
    for (const { evaluator: own, term } of printedFormulas.filter((each) => !each.evaluator.complex)) expect(lower(term).gradient().operations, own.id).toBeLessThanOrEqual(4 * own.program.operations + own.parameters.length);
  });
});

const { ex } = letters("x,y real; p positive; c=±1; n integer; z complex");
const gradientOf = (term: string, values: Values): ReturnType<Evaluator["gradient"]> => evaluator(ex(term))!.gradient(values);
const slope = (term: string, values: Values, by = "x"): number | Complex | undefined => gradientOf(term, values).gradient[by];

describe("parameters", () => {
  it("that are integers or signs have no derivative and are left out", () => {
    expect(gradientOf("c*x^n*(-1)^n", { c: -1, n: 3, x: 2 })).toEqual({ value: 8, gradient: { x: 12 } });
    expect(gradientOf("c*n", { c: -1, n: 3 })).toEqual({ value: -3, gradient: {} });
    expect(gradientOf("sqrt(4)", {})).toEqual({ value: 2, gradient: {} });
  });

  it("that drop out of the formula have derivative 0", () => {
    const term = written.sum([symbol(realLetters[0]!), symbol(realLetters[1]!), written.product([MINUS_ONE, symbol(realLetters[0]!)]), written.product([ZERO, symbol(realLetters[2]!)])]);
    expect(evaluator(term)!.gradient({ x: 5, y: 2, p: 3 }).gradient).toEqual({ x: 0, y: 1, p: 0 });
  });

  it("that are complex have a derivative by the real and one by the imaginary part, equal up to i where the function is analytic", () => {
    expect(gradientOf("z^2", { z_re: 3, z_im: 4 })).toEqual({ value: { re: -7, im: 24 }, gradient: { z_re: { re: 6, im: 8 }, z_im: { re: -8, im: 6 } } });
    expect(gradientOf("abs(z)^2", { z_re: 3, z_im: 4 })).toEqual({ value: 25, gradient: { z_re: 6, z_im: 8 } });
  });
});

describe("derivatives at corners and singularities", () => {
  const at0 = { x: 0 };

  it("take the middle at corners and 0 at jumps", () => {
    expect([slope("abs(x)", at0), slope("abs(x)", { x: -2 }), slope("sign(x)", at0), slope("sign(x)", { x: 3 })]).toEqual([0, -1, 0, 0]);
    expect([slope("abs(z)", { z_re: 0, z_im: 0 }, "z_re"), slope("abs(z)", { z_re: 0, z_im: -2 }, "z_im")]).toEqual([0, -1]);
  });

  it("are infinite where they are, on the side where the function is real", () => {
    expect([slope("sqrt(x)", at0), slope("log(x)", at0), slope("x^(1/3)", at0), slope("asin(x)", { x: 1 }), slope("acos(x)", { x: -1 })]).toEqual([Infinity, Infinity, Infinity, Infinity, -Infinity]);
    expect(distance(slope("i + sqrt(x)", { x: 4 }) as Complex, { re: 0.25, im: 0 })).toBe(0);
    expect(distance(slope("i + sqrt(x)", { x: -4 }) as Complex, { re: 0, im: -0.25 })).toBe(0);
    expect(slope("i + sqrt(x)", at0)).toEqual({ re: Infinity, im: -Infinity });
  });

  it("are finite where only a factor of the formula is singular", () => {
    expect([slope("x^(3/2)", at0), slope("x^(5/2)", at0), slope("x^(4/3)", at0), slope("abs(x)^3", at0)]).toEqual([0, 0, 0, 0]);
    expect([slope("x^n", { x: 0, n: 0 }), slope("x^n", { x: 0, n: 1 }), slope("x^n", { x: 0, n: 2 }), slope("x^n", { x: -2, n: 3 })]).toEqual([0, 1, 0, 12]);
    expect([slope("x^p", { x: 0, p: 2 }), slope("x^p", { x: 0, p: 2 }, "p"), slope("x^p", { x: Math.E, p: 1 }, "p")]).toEqual([0, 0, Math.E]);
    expect(slope("atan(z)", { z_re: 2, z_im: 0 }, "z_im")).toEqual({ re: 0, im: 0.2 });
  });

  it("are NaN where the chain rule meets 0·∞, and where the value is", () => {
    expect([slope("sqrt(x^2 + y^2)", { x: 0, y: 0 }), slope("sqrt(x)", { x: -1 })]).toEqual([NaN, NaN]);
  });
});

describe("rounding", () => {
  const relative = (found: number, expected: number): number => Math.abs(found / expected - 1);

  it("does not grow where 1 − tanh², 1 − x² and 1 + tan² would cancel", () => {
    expect(relative(slope("tanh(x)", { x: 18 }) as number, 1 / Math.cosh(18) ** 2)).toBeLessThan(1e-15);
    expect(slope("tanh(x)", { x: 800 })).toBe(0);
    const x = 1 - 2 ** -40;
    expect(relative(slope("asin(x)", { x }) as number, 1 / Math.sqrt(2 ** -40 * (1 + x)))).toBeLessThan(1e-15);
    for (const y of [1, 10, 30, 300]) {
      const found = slope("tan(z)", { z_re: 0.7, z_im: y }, "z_re") as Complex;
      expect(relative(modulus(found), 1 / (Math.cos(0.7) ** 2 + Math.sinh(y) ** 2))).toBeLessThan(1e-14);
    }
    expect(relative((slope("sign(z)", { z_re: 1, z_im: 1e-9 }, "z_re") as Complex).re, 1e-18)).toBeLessThan(1e-15);
  });

  it("happens once where a sum of thousands of terms has an exact derivative", () => {
    const own = evaluator(written.sum(Array.from({ length: 15_000 }, (_, k) => written.product([int(k), symbol(realLetters[0]!)]))))!;
    expect(own.gradient({ x: 0.3 })).toEqual({ value: own.scalar({ x: 0.3 }), gradient: { x: 15_000 * 14_999 / 2 } });
  });
});

describe("the gradient in a generated module", () => {
  const evaluators = [...printedFormulas.map((each) => each.evaluator), ...everyFunction.map((term, k) => evaluator(term, `test:function-${k}`)!)];
  const sample = (own: Evaluator): Values => (own.id.startsWith("test:") ? only(fc.sample(points, { numRuns: 1, seed: 2 })[0]!, namesOf(own)) : atomicValues(own.parameters, 2));
  const imported = import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(moduleText({ paper: "sample", title: "Formulas for a test", evaluators })).toString("base64")}`) as Promise<Readonly<Record<string, Evaluator>>>;

  it("has the same bits", async () => {
    const claims = await imported;
    for (const own of evaluators) expect(claims[claimName(own.id)]!.gradient(sample(own))).toEqual(own.gradient(sample(own)));
  });

  it("refuses what scalar refuses, in the same words", async () => {
    const own = printedFormula("eq8").evaluator;
    const generated = (await imported)["eq8"]!;
    const values = atomicValues(own.parameters, 1);
    const message = (attempt: () => unknown): string => {
      try { attempt(); } catch (error) { return `${(error as Error).name}: ${(error as Error).message}`; }
      return "accepted";
    };
    const reused = { ...values };
    expect(message(() => own.gradient(reused))).toBe("accepted");
    reused["Delta"] = -1;
    const bad: unknown[] = [undefined, null, 3, {}, reused, { ...values, unknown: 1 }, { ...values, c: 0.5 }, { ...values, omega: "1" }, { ...values, theta_a: NaN }];
    for (const given of bad) {
      const expected = message(() => own.scalar(given as Values));
      expect(expected).toMatch(/^EvaluatorInputError: urazhdin:eq8 \(printed\): /);
      expect([message(() => own.gradient(given as Values)), message(() => generated.gradient(given as Values))]).toEqual([expected, expected]);
    }
  });
});
