import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluatorOf, type Evaluator } from "../../symbolic/compile/evaluator.ts";
import { NotEvaluable, typicalMagnitude } from "../../symbolic/compile/program.ts";
import { nearestDouble, piTimes } from "../../symbolic/compile/rounding.ts";
import { identifier, shown } from "../../symbolic/compile/spelling.ts";
import { dimensionOfTerm, unitOf } from "../../symbolic/compile/unit.ts";
import { binder, call, int, number, PI, symbol, written } from "../../symbolic/expr/build.ts";
import { dimension, equalDimensions, powerOfDimension } from "../../symbolic/expr/dimension.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { physicalSymbol, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { dimensionOf } from "../../symbolic/notation/dimensionOf.ts";
import { readUnit } from "../../symbolic/notation/units.ts";
import { absRational, compareRational, fromDouble, parseRational, powerRational, rational, subtractRational, type Rational } from "../../symbolic/number/rational.ts";
import { dim } from "../../symbolic/theory/dimensions.ts";
import { letters } from "../kernel/declare.ts";
import { printedFormula, printedFormulas } from "./claims.ts";
import { asComplex, type Complex } from "./terms.ts";

const { ex, letter } = letters("x,y real; p,q positive; t negative; c,σ=±1; n integer; A operator; f function");
const evaluator = (term: Expr | string): Evaluator => evaluatorOf({ id: "test:one", form: "printed", source: "a test", title: "a term", term: typeof term === "string" ? ex(term) : term });
const operations = (term: string): number => evaluator(term).program.operations;
const value = (term: string, values: Readonly<Record<string, number>> = {}): unknown => evaluator(term).scalar(values);
const message = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
};

describe("exact constants", () => {
  const integers = fc.bigInt({ min: 1n, max: 10n ** 60n });
  /** No neighbouring double is nearer, and a tie goes to the even one. */
  const isNearest = (r: Rational): boolean => {
    const d = nearestDouble(r);
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, d);
    const bits = view.getBigUint64(0);
    return [-1n, 1n].every((step) => {
      if (bits + step < 0n) return true;
      view.setBigUint64(0, bits + step);
      const neighbour = view.getFloat64(0);
      if (!Number.isFinite(neighbour)) return true;
      const order = compareRational(absRational(subtractRational(r, fromDouble(d))), absRational(subtractRational(r, fromDouble(neighbour))));
      return order < 0 || (order === 0 && bits % 2n === 0n);
    });
  };

  it("become the nearest double, ties to even, whatever the size of numerator and denominator", () => {
    fc.assert(fc.property(integers, integers, fc.integer({ min: -20, max: 20 }), (n, d, shift) => {
      expect(isNearest(parseRational(`${n * 10n ** BigInt(Math.max(0, shift))}/${d * 10n ** BigInt(Math.max(0, -shift))}`)!)).toBe(true);
    }));
    fc.assert(fc.property(fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }), fc.integer({ min: -1100, max: 900 }), (n, k) => {
      const scaled = k >= 0 ? `${(2n * n + 1n) << BigInt(k)}` : `${2n * n + 1n}/${1n << BigInt(-k)}`;              // ties and subnormal numbers
      expect(isNearest(parseRational(scaled)!)).toBe(true);
    }));
    fc.assert(fc.property(fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }), fc.constantFrom(-1n, 1n), (n, side) => {
      expect(isNearest(parseRational(`${((2n * n + 1n) << 200n) + side}/${1n << 190n}`)!)).toBe(true);        // beside a tie, by less than any guard bit
    }));
  });

  it("agree with the digits of decimal literals", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-300, max: 1e300 }), (x) => { expect(nearestDouble(parseRational(String(x))!)).toBe(x); }));
    expect(nearestDouble(powerRational(rational(10), -34))).toBe(1e-34);
    expect(nearestDouble(rational(-1, 3))).toBe(-1 / 3);
  });

  it("take multiples of π from its true value", () => {
    expect([piTimes(rational(1)), piTimes(rational(1, 2)), piTimes(rational(3, 2))]).toEqual([Math.PI, Math.PI / 2, 4.71238898038469]);
    expect(evaluator(ex("2*pi/3")).program.instructions).toEqual([{ kind: "constant", value: 2.0943951023931957 }]);        // 2*Math.PI/3 is one unit below
  });
});

describe("lowering", () => {
  it("computes each subterm once", () => {
    expect(operations("sin(x)^2 + sin(x)*cos(y) + sin(x)")).toBe(6);
    expect(operations("(x + y)^8")).toBe(4);
    expect(operations("1/(x^2*y^3)")).toBe(5);
  });

  it("keeps one division for a quotient of products", () => {
    expect(evaluator("32*x*y^2*sin(p)/q^3").javascript).toContain("32 * x * (y * y) * Math.sin(p) / (q * q * q)");
  });

  it("stays real where the imaginary parts cancel identically", () => {
    for (const real of ["exp(i*x) + exp(-i*x)", "(x + i*y)*(x - i*y)", "abs(exp(i*x))^2", "re(exp(i*x)/(y + i))", "i^2*x", "exp(i*pi)*x", "conj(exp(i*x))*exp(i*x)", "im(x + i*y)"]) {
      expect(evaluator(real).complex).toBe(false);
    }
    for (const complex of ["exp(i*x)", "sqrt(t)", "log(-p)", "i*x", "x + i*y", "sqrt(x + i*y)"]) expect(evaluator(complex).complex).toBe(true);
  });

  it("evaluates sums over signs and numbers, with their roots of unity exactly", () => {
    expect(value("sum(exp(i*pi*n/2)*n, n, 1, 4)")).toEqual({ re: 2, im: -2 });
    expect(value("sum(exp(i*pi*n/3), n, 1, 2)")).toEqual({ re: 0, im: 2 * 0.8660254037844386 });
    expect(value("sin(pi/5) - sin(4*pi/5) + cos(pi/7) + cos(6*pi/7) + sin(pi/6)")).toBe(0.5);
    expect(value("sum(c*x^c, c, -1, 1)", { x: 2 })).toBe(1.5);
    expect(value("(-1)^n*x", { n: 3, x: 2 })).toBe(-2);
    expect(value("(-1)^(n + c)*x", { n: -2, c: 1, x: 2 })).toBe(-2);
  });

  it("has no value for roots of negative numbers in real arithmetic, and the principal one in complex arithmetic", () => {
    expect(value("sqrt(x)", { x: -4 })).toBeNaN();
    expect(value("log(x)", { x: -1 })).toBeNaN();
    expect(value("sqrt(x) + i*y", { x: -4, y: 1 })).toEqual({ re: 0, im: 3 });
    expect(value("sqrt(t)", { t: -4 })).toEqual({ re: 0, im: 2 });
    expect(asComplex(value("t^(1/3)", { t: -8 }) as Complex).im).toBeCloseTo(Math.sqrt(3), 14);
    expect(value("x^(1/3)", { x: -8 })).toBeNaN();
    expect(value("im(log(x))", { x: -1 })).toBe(Math.PI);
    expect(value("sqrt((x + i*y)^2)", { x: -3, y: -0 })).toEqual({ re: 3, im: 0 });
  });

  it("keeps quotients of high powers of atomic quantities in range", () => {
    const action = physicalSymbol("h", { assume: "positive", dimension: dim.action });
    const frequency = physicalSymbol("f", { assume: "positive", dimension: dim.frequency });
    const energy = physicalSymbol("E", { assume: "positive", dimension: dim.energy });
    const power = (s: PhysicalSymbol, k: number): Expr => written.power(symbol(s), int(k));
    const own = evaluator(written.product([power(action, 12), power(frequency, 12), power(energy, -12)]));
    const result = own.scalar({ h: 1.05e-34, f: 2e13, E: 2.2e-19 }) as number;
    expect(result / (1.05e-34 * 2e13 / 2.2e-19) ** 12).toBeCloseTo(1, 12);
    expect([dim.energy, dim.action, dim.charge].map(typicalMagnitude)).toEqual([-20, -34, -19]);
  });

  it("refuses what has no numeric form, and says what that is", () => {
    expect(message(() => evaluator("x*integral(f(y), y, 0, x)"))).toBe(
      "test:one (printed): contains an integral over y: nothing to evaluate\n  expected  a formula of numbers, letters and elementary functions\n  found     x*integral(f(y), y, 0, x)\n  try       evaluate a form in which the integral is worked out");
    expect(message(() => evaluator("diff(f(x), x)"))).toContain("contains a derivative by x: nothing to evaluate");
    expect(message(() => evaluator("average(cos(x), x)"))).toContain("contains an average over x: nothing to evaluate");
    expect(message(() => evaluator("sum(x^n, n, 1, oo)"))).toContain("contains ∞, which is no number");
    expect(message(() => evaluator(binder("sum", letter("n"), [ex("x^n"), int(1), ex("c")])))).toContain("contains a sum over n without a numeric range: nothing to evaluate");
    expect(message(() => evaluator("sum(x^n, n, 1, 100000)"))).toContain("contains a sum of 100000 terms over n (at most 4096 are written out)");
    expect(message(() => evaluator("A*x"))).toContain("contains the operator 'A'");
    expect(message(() => evaluator("x/(y - y)"))).toContain("divides by zero");
    expect(() => evaluator("asin(x + i*y)")).toThrow(NotEvaluable);
  });

  it("takes members of a family with equal indices as one input", () => {
    const p = physicalSymbol("p", { arguments: "index", assume: "real" });
    const n = physicalSymbol("n", { assume: "integer" });
    const member = (k: Expr): Expr => call(p, [k]);
    const own = evaluator(binder("sum", n, [written.product([member(symbol(n)), member(written.sum([symbol(n), int(1)]))]), int(1), int(3)]));
    expect(own.parameters.map(({ name, symbolName, latex }) => [name, symbolName, latex])).toEqual([["p_1", "p[1]", "p_{1}"], ["p_2", "p[2]", "p_{2}"], ["p_3", "p[3]", "p_{3}"], ["p_4", "p[4]", "p_{4}"]]);
    expect(own.scalar({ p_1: 2, p_2: 3, p_3: 5, p_4: 7 })).toBe(6 + 15 + 35);
  });
});

describe("parameters", () => {
  const describeAll = (id: string): readonly string[] => printedFormula(id).evaluator.parameters.map(({ name, symbolName, unit, requirement }) => `${name} = ${symbolName} in ${unit}, ${requirement}`);

  it("carry the ASCII names, labels, SI units and assumptions of the letters, in the order of their names", () => {
    expect(describeAll("eq8")).toEqual([
      "Delta = Δ in J, positive", "Q0 = Q0 in m, positive", "a_minus = a_[-1] in N, finite", "a_plus = a_[1] in N, finite", "c = c in 1, sign", "hbar = ħ in J*s, positive", "mu_B = μB in J/T, positive",
      "omega = ω in 1/s, positive", "theta_a = θ[1] in 1, finite",
    ]);
    expect(describeAll("mz-def")).toEqual(["mu_B = μB in J/T, positive", "p_0_1 = p0[1] in 1, finite", "p_0_minus1 = p0[-1] in 1, finite"]);
    expect(printedFormula("eq8").evaluator.parameters.map((parameter) => parameter.latex)).toEqual(["\\Delta", "Q_0", "a_{-}", "a_{+}", "c", "\\hbar", "\\mu_B", "\\omega", "\\theta_{a}"]);
  });

  it("have names that are identifiers of JavaScript, C and Python, unique in an evaluator, for every formula of the paper", () => {
    expect(printedFormulas.length).toBeGreaterThan(30);
    for (const { evaluator: own } of printedFormulas) {
      const names = own.parameters.map((parameter) => parameter.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.toSorted()).toEqual(names);
      for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
    }
  });

  it("turn any text into an identifier that no language reserves", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" })), (text) => { expect(identifier(text)).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/); }));
    expect(["λ", "lambda", "δt′", "E+", "in", "I", "2x", "", "ẋ", "sin", "a__b_"].map(identifier)).toEqual(["lambda_", "lambda_", "deltatprime", "Eplus", "in_", "I_", "x2x", "x", "x", "sin_", "a_b"]);
  });

  it("say of the term and of each parameter what it stands for there, part by part for a complex letter", () => {
    const own = evaluator("x + f(1)*conj(y + n)");
    expect(own.term).toBe(ex("x + f(1)*conj(y + n)"));
    expect(own.inputs.map(({ letter: of, part }, k) => [own.parameters[k]?.name, shown(of), part])).toEqual(own.parameters.map(({ name, symbolName }) => [name, symbolName.replace(/^(?:re|im)\((.*)\)$/, "$1"), name.endsWith("_re") ? "re" : name.endsWith("_im") ? "im" : "whole"]));
    expect(own.inputs.length).toBe(5);
  });

  it("keep letters apart that share a name, and the parts of a complex letter", () => {
    const [one, other] = [physicalSymbol("Δ", { ascii: "Delta", assume: "real" }), physicalSymbol("Δ", { ascii: "Delta" })];
    const own = evaluator(written.sum([symbol(one), symbol(other)]));
    expect(own.parameters.map((parameter) => parameter.name)).toEqual(["Delta", "Delta_im", "Delta_re"]);
    expect(own.scalar({ Delta: 1, Delta_re: 2, Delta_im: 3 })).toEqual({ re: 3, im: 3 });
    const twins = evaluator(written.sum([symbol(one), symbol(physicalSymbol("Δ", { ascii: "Delta", assume: "real" }))]));
    expect(twins.parameters.map((parameter) => parameter.name)).toEqual(["Delta", "Delta_2"]);
  });
});

describe("units", () => {
  const exponent = fc.integer({ min: -4, max: 4 });
  it("read back to the dimension that they stand for, with factor 1", () => {
    fc.assert(fc.property(fc.record({ length: exponent, time: exponent, mass: exponent, current: exponent, temperature: exponent }), (exponents) => {
      const unit = readUnit(unitOf(dimension(exponents)))!;
      expect(equalDimensions(unit.dimension, dimension(exponents))).toBe(true);
      expect([unit.factor.numerator, unit.factor.denominator]).toEqual([1, 1]);
    }));
  });

  it("are the usual ones for the usual quantities", () => {
    const usual = { energy: "J", force: "N", action: "J*s", frequency: "1/s", magneticMoment: "J/T", permeability: "N/A^2", magnetization: "A/m", charge: "C", current: "A", electricField: "V/m", number: "1", volume: "m^3", mass: "kg" } as const;
    for (const [name, unit] of Object.entries(usual)) expect(unitOf(dim[name as keyof typeof usual])).toBe(unit);
    expect(unitOf(powerOfDimension(dim.energy, rational(1, 2)))).toBe("kg^(1/2)*m/s");
  });

  it("agree with the dimension check for every formula of the paper, and are missing where that finds a conflict", () => {
    for (const { evaluator: own, term } of printedFormulas) {
      const checked = dimensionOf(term);
      const found = dimensionOfTerm(term);
      expect(found === undefined).toBe(checked === undefined);
      if (found !== undefined && checked !== undefined) expect(equalDimensions(found, checked)).toBe(true);
      expect(own.unit).toBe(checked === undefined ? undefined : unitOf(checked));
    }
    expect(printedFormula("eq13").evaluator.unit).toBeUndefined();                 // ħ is set to one in parts of it
    expect(dimensionOfTerm(written.sum([symbol(physicalSymbol("E", { dimension: dim.energy })), PI]))).toBeUndefined();
    expect(dimensionOfTerm(number(rational(0)))).toBeUndefined();
  });
});
