import fc from "fast-check";
import katex from "katex";
import { afterAll, describe, expect, it } from "vitest";
import { binder, call, I, int, number, PI, symbol, written } from "../../symbolic/expr/build.ts";
import type { Expr, FunctionName } from "../../symbolic/expr/expr.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { readInfix } from "../../symbolic/notation/infix.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { latex, latexOfQuantity } from "../../symbolic/notation/latexPrinter.ts";
import { readLatex } from "../../symbolic/notation/latexReader.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { latexNotation, letters as l, names } from "./letters.ts";

const leaf = fc.oneof(
  fc.constantFrom<Expr>(symbol(l.θ), symbol(l.φ), symbol(l.c), symbol(l.s), symbol(l.σ), symbol(l.n), I, PI, call(l.P, [symbol(l.t)]), call(l.P, [int(0)]), call(l.c_, [symbol(l.n), symbol(l.t)])),
  fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 4 })).map(([p, q]): Expr => number(rational(p, q))));
const heads: readonly FunctionName[] = ["sin", "cos", "tan", "exp", "log", "tanh", "atan", "abs", "conj", "re", "im"];
const { term } = fc.letrec<{ term: Expr }>((tie) => ({
  term: fc.oneof({ maxDepth: 4, depthSize: "small" }, leaf,
    fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map(written.sum), fc.array(tie("term"), { minLength: 2, maxLength: 4 }).map(written.product),
    fc.tuple(tie("term"), tie("term")).map(([a, b]) => written.quotient(a, b)), fc.tuple(tie("term"), fc.constantFrom(2, 3, -1, -2)).map(([a, k]) => written.power(a, int(k))),
    tie("term").map((a) => written.power(a, number(rational(1, 2)))), fc.tuple(fc.constantFrom(...heads), tie("term")).map(([head, a]) => call(head, [a])),
    tie("term").map(written.negate), tie("term").map((a) => binder("sum", l.n, [a, int(1), int(3)]))),
}));

const readBack = (text: string): Expr => {
  const [chain, ...others] = readLatex(text, latexNotation);
  const [side, ...sides] = chain?.sides ?? [];
  if (others.length > 0 || sides.length > 0 || side?.kind !== "term") throw new Error(`not one term: ${text}`);
  return side.term;
};

describe("what the printer prints", () => {
  let same = 0;
  let proved = 0;
  it("is read back by the reader to the same value, for every term", () => {
    fc.assert(fc.property(term, (e) => {
      const back = readBack(latex(e));
      if (back === e) same++;
      else {
        const decision = decideEqual(e, back);
        if (decision.kind === "equal") proved++;
        expect([infix(e), latex(e), infix(back), decision.kind]).not.toContain("different");
      }
    }), { numRuns: 1500, seed: 20 });
    expect(same + proved).toBeGreaterThan(1200);
  });
  afterAll(() => { process.stdout.write(`LaTeX printed and read back: ${same} terms the same object, ${proved} proved equal\n`); });

  it("is LaTeX that KaTeX renders, for every term", () => {
    fc.assert(fc.property(term, (e) => { katex.renderToString(latex(e), { throwOnError: true, strict: "ignore" }); }), { numRuns: 150, seed: 3 });
  });

  it.each([
    ["-V^2*ω0/(2*ħ*(ω0^2 - ω^2))", "-\\frac{V^{2} \\omega_0}{2 \\hbar \\left(\\omega_0^{2} - \\omega^{2}\\right)}"],
    ["(al + s*at)/2", "\\frac{a_l \\pm a_t}{2}"], ["x - s*y", "x \\mp y"], ["2*s*x", "\\pm 2 x"], ["Q*s*sin(θ)", "\\pm Q \\sin \\theta"], ["s + 1", "\\pm 1 + 1"], ["1 - s", "1 \\mp 1"],
    ["E[s]", "E_{a,b}"], ["a_[s]", "a_{\\pm}"], ["sin(θ)^2*V", "\\sin^{2} \\theta V"], ["sin(θ)*φ", "\\sin\\left(\\theta\\right) \\varphi"], ["exp(2)", "\\exp\\left(2\\right)"], ["exp(i*φ)", "e^{i \\varphi}"], 
    ["diff(f(x), x = a)", "\\frac{\\partial f\\left(x\\right)}{\\partial x}\\bigg|_{x=a}"], ["average(x, t)", "\\left\\langle x \\right\\rangle"],
  ])("keeps the author's order and is unambiguous: %s", (text, printed) => { expect(latex(readInfix(text, names))).toBe(printed); });
});

describe("the letter e", () => {
  it("is the charge to a whole power and the exponential function to any other", () => {
    expect([latex(written.power(symbol(l.e), int(2))), latex(written.power(symbol(l.e), symbol(l.n))), latex(call("exp", [symbol(l.n)])), latex(call("exp", [int(2)]))]).toEqual(["e^{2}", "\\left(e\\right)^{n}", "e^{n}", "\\exp\\left(2\\right)"]);
  });
});

describe("printed figures", () => {
  it("are written with their power of ten and an upright unit, or times a symbol", () => {
    expect([latexOfQuantity("5e-27", "J/T"), latexOfQuantity("1e14", "s^{-1}"), latexOfQuantity("20.0", "eV/nm"), latexOfQuantity("10", "%"), latexOfQuantity("254", "Å^3"), latexOfQuantity("0.004", "1"), latexOfQuantity("1.6", "1", symbol(l.Δ))]).toEqual(
      ["5 \\times 10^{-27}\\,\\mathrm{J/T}", "10^{14}\\,\\mathrm{s^{-1}}", "20.0\\,\\mathrm{eV/nm}", "10\\%", "254\\,\\mathrm{\\text{\\AA}^{3}}", "0.004", "1.6\\,\\Delta"]);
  });

  it("are read back with the same figures and unit", () => {
    for (const [digits, unit] of [["5e-27", "J/T"], ["20.0", "eV/nm"], ["-0.8", "eV"], ["254", "Å^3"], ["1.5e3", "kg*m^2/s"]] as const) {
      const [chain] = readLatex(`x = ${latexOfQuantity(digits, unit)}`, latexNotation);
      const side = chain?.sides[1];
      expect(side?.kind === "quantity" && side.digits.digits).toBe(digits);
      expect(side?.kind === "quantity" && side.unit.replace(/[{}]/g, "").replace(" ", "*")).toBe(unit);
    }
  });
});
