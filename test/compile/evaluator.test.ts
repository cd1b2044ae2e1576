import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluatorOf, type Evaluator } from "../../symbolic/compile/evaluator.ts";
import { EvaluatorInputError, type ComplexColumns } from "../../symbolic/compile/inputs.ts";
import { compileGradient, compileJavascript, type Support } from "../../symbolic/compile/javascript.ts";
import { NotEvaluable } from "../../symbolic/compile/program.ts";
import { call, int, negate, product, sum, symbol } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { physicalSymbol, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { transform } from "../../symbolic/expr/walk.ts";
import { fromDouble, gaussian } from "../../symbolic/number/rational.ts";
import { letters } from "../kernel/declare.ts";
import { atomicValues, printedFormula, printedFormulas } from "./claims.ts";
import { asComplex, bounded, complexTerms, errorAgainst, only, points, realTerms, u, type Complex, type Values } from "./terms.ts";

const evaluator = (term: Expr): Evaluator | undefined => {
  try {
    return evaluatorOf({ id: "test:term", form: "printed", source: "a test", title: "a term", term });
  } catch (error) {
    if (error instanceof NotEvaluable) return undefined;
    throw error;
  }
};

/** Columns of three rows, the second with the values; a parameter in `constant` is given as a number. */
const rows = (values: Values, others: Values, constant: readonly string[]): Record<string, Float64Array | number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, constant.includes(name) ? value : Float64Array.of(others[name]!, value, others[name]!)]));

describe("scalar and batch", () => {
  it("are compiled in the size of a term that shares its parts, not of the tree written out: the dimension of the value too", () => {
    let term = letters("x real").ex("x");
    // Each step doubles the tree: 2⁴⁰ places where x stands.
    for (let n = 0; n < 40; n++) term = call("exp", [negate(product(term, sum(term, int(1))))]);
    expect(Number.isFinite(evaluatorOf({ id: "test:shared", form: "model", source: "a test", title: "shared parts", term }).scalar({ x: 0.3 }))).toBe(true);
  });

  it("agree to the last bit, for columns and for constant parameters, on real and complex terms", () => {
    fc.assert(fc.property(fc.oneof(realTerms, complexTerms), points, points, fc.subarray(["x", "y", "p", "q", "w", "c", "n", "z_re", "z_im"]), (term, values, others, constant) => {
      const own = evaluator(term);
      if (own === undefined) return;
      const names = own.parameters.map((parameter) => parameter.name);
      const columns = rows(only(values, names), only(others, names), constant);
      const expected = asComplex(own.scalar(only(values, names)));
      if (own.complex) {
        const out = { re: new Float64Array(3), im: new Float64Array(3) };
        own.batch(columns, out);
        expect([out.re[1], out.im[1]]).toEqual([expected.re, expected.im]);
      } else {
        const out = new Float64Array(3);
        own.batch(columns, out);
        expect(out[1]).toBe(expected.re);
      }
    }), { numRuns: 1000 });
  });

  it("may write a result into one of its columns", () => {
    const own = printedFormula("eq8").evaluator;
    const values = atomicValues(own.parameters, 3);
    const column = new Float64Array(100).map((_, k) => 0.01 * k);
    const expected = [...column].map((theta_a) => own.scalar({ ...values, theta_a }));
    own.batch({ ...values, theta_a: column }, column);
    expect([...column]).toEqual(expected);
  });

  it("need no parameters where the term has none, and fill the result with its value", () => {
    const { ex } = letters("");
    const own = evaluator(ex("sqrt(2)*pi"))!;
    const out = new Float64Array(2);
    own.batch({}, out);
    expect([own.scalar({}), ...out]).toEqual([Math.SQRT2 * Math.PI, Math.SQRT2 * Math.PI, Math.SQRT2 * Math.PI]);
  });
});

describe("the printed formulas of a paper at values of atomic size", () => {
  /** The same term with a plain letter for each member of a family, named as the parameter. */
  const withPlainLetters = (own: Evaluator, term: Expr): readonly [Expr, ReadonlyMap<string, PhysicalSymbol>] => {
    const found = new Map<string, PhysicalSymbol>();
    const bySymbolName = new Map(own.parameters.map((parameter) => [parameter.symbolName, parameter]));
    const plain = transform(term, (node) => {
      if (node.kind !== "call" || typeof node.head === "string") return node;
      const shown = `${node.head.name}[${node.args.map((arg) => (arg.kind === "number" ? String(arg.value.numerator) : arg.kind === "symbol" ? arg.symbol.name : "?")).join(", ")}]`;
      const parameter = bySymbolName.get(shown);
      if (parameter === undefined) return node;
      const letter = found.get(parameter.name) ?? physicalSymbol(parameter.name, { assume: node.head.assume });
      found.set(parameter.name, letter);
      return symbol(letter);
    });
    return [plain, found];
  };

  /** How much the value can change relative to a change of the parameters by one part in 10⁶: cancellation in the formula itself. */
  const conditionOf = (own: Evaluator, values: Values): number => {
    const at = (changed: Values): Complex => asComplex(own.scalar(changed));
    const centre = at(values);
    const change = own.parameters.filter((parameter) => !["sign", "integer", "positive-integer", "nonzero-integer"].includes(parameter.requirement)).reduce((total, { name }) => {
      const moved = at({ ...values, [name]: values[name]! * (1 + 1e-6) });
      return total + Math.hypot(moved.re - centre.re, moved.im - centre.im);
    }, 0);
    return centre.re === 0 && centre.im === 0 ? 1 : Math.max(1, change / (1e-6 * Math.hypot(centre.re, centre.im)));
  };

  it("are off by at most one unit in the last place for each operation, by ball arithmetic", () => {
    let compared = 0;
    for (const { evaluator: own, term } of printedFormulas) {
      const [plain, plainLetters] = withPlainLetters(own, term);
      const lettersByName = new Map(own.parameters.map((parameter) => [parameter.name, parameter]));
      const symbols = new Map<PhysicalSymbol, string>();
      for (const [name, letter] of plainLetters) symbols.set(letter, name);
      transform(plain, (node) => {
        if (node.kind === "symbol") for (const parameter of lettersByName.values()) if (parameter.symbolName === node.symbol.name) symbols.set(node.symbol, parameter.name);
        return node;
      });
      if (symbols.size < own.parameters.length) continue;                          // sums over families, complex families
      for (let seed = 1; seed <= 5; seed++) {
        const values = atomicValues(own.parameters, seed);
        const point = { values: new Map([...symbols].map(([letter, name]) => [letter, gaussian(fromDouble(values[name]!))])), seed };
        const result = asComplex(own.scalar(values));
        const { value, ball } = bounded(plain, point, { anySize: true });
        expect(errorAgainst(result, ball)).toBeLessThanOrEqual(2 * u * (own.program.operations + 2) * conditionOf(own, values) * Math.hypot(value.re, value.im));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});

const refusal = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(EvaluatorInputError);
    return (error as Error).message;
  }
  return "accepted";
};

describe("values that do not fit", () => {
  const own = printedFormula("eq8").evaluator;
  const values = atomicValues(own.parameters, 1);
  const scalar = (changed: Readonly<Record<string, unknown>>): string => refusal(() => own.scalar({ ...values, ...changed } as Values));
  const column = (length: number, value = 1): Float64Array => new Float64Array(length).fill(value);

  it("are refused with evaluator, parameter, expectation, finding and advice", () => {
    expect(scalar({ Delta: -1.5 })).toBe(
      "urazhdin:eq8 (printed): the parameter 'Delta' must be a number > 0\n  expected  a number > 0 in J: gap between the antibonding states and ψ_n2\n  found     -1.5\n  try       check its sign and its unit; where it stands for a limit, give a small or large number");
    expect(scalar({ Delta: 0 })).toContain("found     0\n");
    expect(scalar({ hbar: NaN })).toBe(
      "urazhdin:eq8 (printed): the parameter 'hbar' must be a finite number\n  expected  a number > 0 in J*s: reduced Planck constant\n  found     NaN\n  try       find out where the value comes from; a limit needs a small or large number");
    expect(scalar({ omega: Infinity })).toContain("found     Infinity");
    expect(scalar({ a_plus: NaN })).toContain("'a_plus' must be a finite number");
    expect(scalar({ c: 0.5 })).toBe("urazhdin:eq8 (printed): the parameter 'c' must be +1 or -1\n  expected  +1 or -1: chirality of the phonon\n  found     0.5\n  try       give 1 or -1");
    expect(scalar({ mu_B: "9.27e-24" })).toBe(
      "urazhdin:eq8 (printed): the parameter 'mu_B' must be a number\n  expected  a number > 0 in J/T: Bohr magneton\n  found     the text '9.27e-24'\n  try       convert it with Number(…)");
    const { ex } = letters("n integer; y nonzero; y real; x negative");
    const mixed = evaluatorOf({ id: "test:mixed", form: "model", source: "a test", title: "a term", term: ex("(-1)^n*x") });
    expect(refusal(() => mixed.scalar({ n: 1.5, x: -1 }))).toBe("test:mixed (model): the parameter 'n' must be a whole number\n  expected  a whole number\n  found     1.5\n  try       round it to a whole number");
    expect(refusal(() => mixed.scalar({ n: 1, x: 1 }))).toContain("'x' must be a number < 0");
  });

  it("are refused by name: unknown with what was meant, missing with what it is", () => {
    const { Delta, ...rest } = values;
    expect(refusal(() => own.scalar({ ...rest, Detla: Delta! }))).toBe(
      "urazhdin:eq8 (printed): unknown parameter 'Detla'\n  expected  only Delta, Q0, a_minus, a_plus, c, hbar, mu_B, omega, theta_a\n  found     'Detla'\n  try       did you mean 'Delta'?");
    expect(scalar({ "θ[1]": 1 })).toContain("did you mean 'theta_a'?");
    expect(scalar({ Theta_A: 1 })).toContain("did you mean 'theta_a'?");
    expect(scalar({ temperature: 300 })).toContain("try       leave it out, or choose one of these names");
    expect(refusal(() => own.scalar(rest))).toBe(
      "urazhdin:eq8 (printed): the parameter 'Delta' is missing\n  expected  a number > 0 in J: gap between the antibonding states and ψ_n2\n  found     Q0, a_minus, a_plus, c, hbar, mu_B, omega, theta_a\n  try       add Delta");
    expect(refusal(() => own.scalar({}))).toContain("found     no parameters\n  try       add Delta and Q0, a_minus");
    expect(refusal(() => own.scalar(undefined as never))).toContain("the values are missing");
  });

  it("are refused every time, also in an object that was accepted before", () => {
    const reused = { ...values };
    expect(refusal(() => own.scalar(reused))).toBe("accepted");
    reused["Delta"] = -1;
    expect(refusal(() => own.scalar(reused))).toContain("'Delta' must be a number > 0");
  });

  it("are refused in columns with the row, before anything is written", () => {
    const out = column(4, 7);
    const batch = (columns: Readonly<Record<string, unknown>>, to: unknown = out): string => refusal(() => { own.batch({ ...values, ...columns } as never, to as never); });
    expect(batch({ Delta: Float64Array.of(1, 1, -2, 1) })).toBe(
      "urazhdin:eq8 (printed), row 2: the parameter 'Delta' must be a number > 0\n  expected  a number > 0 in J: gap between the antibonding states and ψ_n2\n  found     -2\n  try       check its sign and its unit; where it stands for a limit, give a small or large number");
    expect(batch({ theta_a: Float64Array.of(1, NaN, 1, 1) })).toContain(", row 1: the parameter 'theta_a' must be a finite number");
    expect(batch({ c: Float64Array.of(1, -1, 1, 2) })).toContain(", row 3: the parameter 'c' must be +1 or -1");
    expect(batch({ Q0: column(3) })).toBe(
      "urazhdin:eq8 (printed): the column 'Q0' has another length than the result\n  expected  4 rows\n  found     3 rows\n  try       give all columns the length of the result, or a number for what is constant");
    expect(batch({ Q0: [1, 2, 3, 4] })).toContain("the parameter 'Q0' must be a column or a number");
    expect(batch({ Q: column(4) })).toContain("unknown parameter 'Q'");
    expect(refusal(() => { own.batch(values, undefined as never); })).toContain("the results need a place\n  expected  a Float64Array\n");
    expect([...out]).toEqual([7, 7, 7, 7]);
    const complex = printedFormula("Vn1").evaluator;
    const given = atomicValues(complex.parameters, 1);
    const shared = column(2);
    const into = (to: unknown): string => refusal(() => { complex.batch(given, to as ComplexColumns); });
    expect(into(shared)).toContain("{ re, im } with two Float64Arrays, the values being complex\n  found     one Float64Array");
    expect(into({ re: shared, im: shared })).toContain("both parts of the result would go to one column");
    expect(into({ re: shared, im: column(3) })).toContain("2 and 3 rows");
  });
});

describe("generated code", () => {
  it("is refused when it holds anything but the characters of a program", () => {
    const support = {} as Support;
    for (const text of ["() => ({ scalar: () => globalThis[`x`], batch: () => 0 })", "() => '\u2028'", "() => \"\\u0061\""]) expect(() => compileJavascript(text, support)).toThrow(/a character that no program text has/);
    expect(() => compileJavascript("1", support)).toThrow("generated code did not define its functions");
    expect(() => compileGradient("() => `x`", support)).toThrow(/a character that no program text has/);
    expect(() => compileGradient("1", support)).toThrow("generated code did not define its gradient");
  });
});
