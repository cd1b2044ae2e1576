import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, int, number, power, written } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import type { PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { freeSymbols, subterms } from "../../symbolic/expr/walk.ts";
import { tryEnclose, type Point } from "../../symbolic/kernel/enclosure.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { samplePoint } from "../../symbolic/kernel/sample.ts";
import { parseRational, rational, toNumber } from "../../symbolic/number/rational.ts";
import { caseSplit } from "../../symbolic/oracle/cases.ts";
import { withoutConjugation } from "../../symbolic/oracle/conjugation.ts";
import { complex, decimals, doubleValue } from "../../symbolic/oracle/doubles.ts";
import { algebriteDialect, lettering, nerdamerDialect, read, readList, write } from "../../symbolic/oracle/engineSyntax.ts";
import { suite } from "../identities/suite.ts";
import { letters } from "../kernel/declare.ts";
import { plainLettering, poolForTests, printed } from "./engines.ts";

const field = letters("x,E,e,d,abs1 real; a,last positive; z complex; f function; c=±1; n integer");
const { ex, letter } = field;
const pool = poolForTests();

const leaves: readonly Expr[] = ["x", "a", "E", "z", "conj(z)", "i", "pi", "2", "-3/7", "f(x)", "f(x + a)"].map(ex);
const terms = fc.letrec<{ term: Expr }>((tie) => ({
  term: fc.oneof({ depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...leaves),
    fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map((list) => written.sum(list)), fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map((list) => written.product(list)),
    fc.tuple(tie("term"), fc.constantFrom(-2, -1, 2, 3)).map(([base, k]) => written.power(base, int(k))),
    fc.tuple(fc.constantFrom("sin" as const, "cos" as const, "exp" as const, "tanh" as const), tie("term")).map(([head, u]) => call(head, [u])),
    fc.constantFrom(ex("sqrt(a)"), ex("sqrt(1 + x^2*a)"), ex("a^(-3/2)"), ex("log(a)"), ex("atan(x)")),
  ),
})).term;

/** As equal as the term is to itself; a term with a denominator that is identically zero is equal to nothing. */
const isSame = (left: Expr, right: Expr): boolean => decideEqual(left, right).kind === decideEqual(right, right).kind;

describe("a term in an engine's notation", () => {
  it.each([algebriteDialect, nerdamerDialect])("is read back as the same function ($engine)", (dialect) => {
    fc.assert(fc.property(terms, (e) => {
      const names = lettering([e]);
      expect(isSame(read(write(e, dialect, names), names), e)).toBe(true);
    }), { numRuns: 150 });
  });

  it("comes back from Algebrite as the same function", async () => {
    await fc.assert(fc.asyncProperty(terms, async (e) => {
      const names = lettering([e]);
      const { lines: [answer] } = await pool.ask("algebrite", [{ text: write(e, algebriteDialect, names) }], 2_000);
      if (answer?.kind !== "text" || answer.text.includes("Stop")) return fc.pre(false);
      expect([answer.text, decideEqual(read(answer.text, names), e).kind]).not.toEqual([answer.text, "different"]);
    }), { numRuns: 60, interruptAfterTimeLimit: 8_000 });
  });

  it("has no letter that an engine has a meaning for", () => {
    const e = ex("E + e*d*abs1 + last + f(x) + conj(z)");
    const names = lettering([e]);
    expect(write(e, algebriteDialect, names)).toBe("(qa+(qb*qc*qd)+qe+qf+qg)");
    expect([...names.letters.keys()]).toEqual(["E", "e", "d", "abs1", "last", "f(x)", "conj(z)"].map(ex));
  });

  it("has exact fractions, never a decimal or an exponent", () => {
    expect(write(number(parseRational("1e-30") ?? rational(0)), algebriteDialect, lettering([]))).toBe(`(1/1${"0".repeat(30)})`);
    expect(write(power(number(rational(2)), number(rational(-1, 2))), nerdamerDialect, lettering([]))).toBe("((2))^((-1/2))");
  });

  it("gives a family member one letter however its argument is written", () => {
    const e = ex("f(x + a) - f(a + x)");
    expect(write(e, algebriteDialect, lettering([e]))).toBe("(qa+((-1)*qa))");
  });

  it("keeps an unknown function a function where it is differentiated, and is not put to nerdamer, which reads f(x) as f*x", () => {
    const e = ex("diff(f(x)^2, x)");
    expect(write(e, algebriteDialect, lettering([e]))).toBe("d((qa(qb))^((2)),qb)");
    expect(() => write(e, nerdamerDialect, lettering([e]))).toThrow("engines cannot be told an unknown function of the variable");
  });

  it("has no infinity, no operators and no symbolic integrals", () => {
    const { ex: op } = letters("A operator");
    for (const [e, what] of [[ex("oo"), "infinity"], [op("A*A"), "a product of operators"], [op("A^2"), "an operator"], [ex("integral(x, x, 0, a)"), "a symbolic integral"]] as const) {
      expect(() => write(e, algebriteDialect, lettering([e]))).toThrow(`engines cannot be told ${what}`);
    }
  });
});

describe("an answer", () => {
  const names = plainLettering(field, ["x", "a", "z", "f(x)"]);
  it.each([
    ["e^(2*x)-e", "exp(2*x) - exp(1)"], ["sqrt(x)^(-1)", "1/sqrt(x)"], ["0.333333...*a", "0.333333*a"], ["arctan(x)/(2*a)", "atan(x)/(2*a)"], ["-a^(-1)*x", "-x/a"], ["1.5e+20*x", "1.5e20*x"],
  ])("'%s' is read as %s", (text, expected) => { expect(decideEqual(read(text, names), ex(expected)).kind).toBe("equal"); });

  it("'[a,(1/2)*(a-x)]' is a list", () => { expect(readList("[a,(1/2)*(a-x)]", names)).toEqual([ex("a"), ex("1/2*(a - x)")]); });

  it.each(["", "nil", "Stop: divide by zero", "x/ ? \nStop: syntax error", "integral(sin(x)/x,x)", "erf(x)", "y+x", "[x,a]"])("'%s' is no formula", (text) => {
    expect(() => read(text, names)).toThrow(/is no formula|cannot be read/);
  });

  it("of Algebrite to an ill-formed input is none of these", async () => {
    for (const text of ["(", "x/", "nil", "1/0"]) {
      const answer = await printed(pool, "algebrite", text);
      expect(() => read(answer, names)).toThrow("is no formula");
    }
  });
});

describe("what engines cannot know", () => {
  const { ex: of, names } = letters("x,w,t real; a,tau positive; z complex; c,s=±1; n,m integer; g function");
  it.each([
    ["abs(1/(1/tau + i*(x - c*w)))^2"], ["re(1/(w - i*tau))"], ["im(exp(i*x)*z)"], ["conj(z*exp(i*x)) + conj(i)*z"], ["abs(-a*i*exp(x + i*t))"], ["sign(x)*abs(x)"], ["abs(sqrt(a)*exp(i*x))"], ["conj(diff(exp(i*x*t), t))"],
  ])("%s loses its conj, re, im, abs and sign without changing its value", (text) => {
    const plain = withoutConjugation(of(text));
    expect(decideEqual(plain, of(text)).kind).toBe("equal");
    const left = subterms(plain).filter((node) => node.kind === "call" && typeof node.head === "string" && ["conj", "re", "im", "sign"].includes(node.head));
    expect(left.every((node) => node === of("conj(z)"))).toBe(true);
  });

  it.each(["conj(sqrt(z))", "conj(log(z))", "abs(asin(x))*re(asin(x))", "sign(z)"])("%s is not settled by the assumptions", (text) => {
    expect(() => withoutConjugation(of(text))).toThrow("is not settled by the assumptions");
  });

  it.each([
    ["1/(x - c*s*w)", 4], ["cos(n*pi/2)", 4], ["exp(i*pi*(n + m)/3)", 36], ["(-1)^n*c", 4], ["cos(w*t - n*pi)", 2], ["cos(n*x)", 1], ["x^n", 1], ["tan(n*pi/3)*(-1)^n", 6], ["i^n", 4], ["sum(exp(i*s*n*pi/2), n, 1, 4)", 2], ["sum(s*x, s, -1, 1)", 1],
  ])("%s is split into %i cases", (text, count) => {
    const cases = caseSplit([of(text)]);
    expect(cases.length).toBe(count);
    expect(cases.every(({ terms: [term] }) => term !== undefined && !freeSymbols(term).some((s) => s.assume.includes("sign")))).toBe(true);
  });

  it("is the same in each case as in the whole: cos(nπ/2 + x) for n = 0 … 7", () => {
    const n = names.find("n")!;
    for (const { terms: [term], residues } of caseSplit([of("cos(n*pi/2 + x)")])) {
      const { residue, modulus } = residues.get(n)!;
      for (const k of [residue, residue + modulus]) expect(decideEqual(term!, of(`cos(${k}*pi/2 + x)`)).kind).toBe("equal");
    }
  });

  it("is refused when the cases become too many", () => {
    expect(() => caseSplit([of("exp(i*pi*n/7)*exp(i*pi*m/5)")])).toThrow("more than 64 cases");
    expect(() => caseSplit([of("cos(n*pi/100)")])).toThrow("the phases have 200 residue classes of 'n'");
  });
});

describe("values in double precision", () => {
  it("lie within rounding of the kernel's enclosures", () => {
    const plain = suite.flatMap((row) => { const { ex: of } = letters(row.assume); return [of(row.left), of(row.right)]; });
    let compared = 0;
    for (const [k, e] of plain.entries()) {
      const symbols = freeSymbols(e).filter((s) => s.arguments === undefined && !["i", "π"].includes(s.name));
      const point: Point = { values: samplePoint(symbols, k, 5), seed: 5 };
      const ball = tryEnclose(e, point, 128);
      const value = doubleValue(e, (of) => { const at = of.kind === "symbol" ? point.values.get(of.symbol) : undefined; return at === undefined ? undefined : complex(toNumber(at.re), toNumber(at.im)); });
      if (ball === undefined || Number.isNaN(value.re)) continue;
      compared++;
      const middle = complex(Number(ball.re.middle) * 2 ** ball.re.exponent, Number(ball.im.middle) * 2 ** ball.im.exponent);
      expect(Math.hypot(value.re - middle.re, value.im - middle.im)).toBeLessThan(1e-9 * (1 + Math.hypot(middle.re, middle.im)));
    }
    expect(compared).toBeGreaterThan(150);
  });

  it("of sample letters respect the assumptions, and real letters take both signs", () => {
    const sampled = (s: PhysicalSymbol): readonly number[] => [0, 1, 2, 3].map((point) => decimals(s, s.name, point).re);
    expect(sampled(letter("a")).every((value) => value > 0)).toBe(true);
    expect(new Set(sampled(letter("x")).map(Math.sign))).toEqual(new Set([1, -1]));
    expect(sampled(letter("c")).every((value) => Math.abs(value) === 1)).toBe(true);
    expect([0, 1, 2].map((point) => decimals(letter("n"), "n", point, { residue: 3, modulus: 4 }).re).every((value) => ((value % 4) + 4) % 4 === 3)).toBe(true);
  });
});
