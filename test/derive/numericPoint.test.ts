import { describe, expect, it } from "vitest";
import { numericPoint } from "../../symbolic/derive/numericPoint.ts";
import { notation, symbols } from "../../symbolic/derive/letters.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { gaussian, parseRational, rational, toNumber, type Gaussian } from "../../symbolic/number/rational.ts";

const { ex } = notation(symbols({
  x: { assume: "real" }, y: { assume: "real" }, z: {}, k: { assume: "integer" }, p: { arguments: "index", assume: "real" },
}));

const at = (values: readonly (readonly [letter: Expr, value: string])[]): ReadonlyMap<Expr, Gaussian> => new Map(values.map(([letter, value]) => [letter, gaussian(parseRational(value) ?? rational(0))]));

const middle = (term: Expr, values: ReadonlyMap<Expr, Gaussian>, bits = 256): number => {
  const bounds = numericPoint(term, values)?.bounds(bits);
  if (bounds === undefined) throw new Error("no enclosure");
  return toNumber(bounds.re[0]);
};

describe("a term at one point", () => {
  it("keeps the figures that cancellation takes from doubles", () => {
    expect(middle(ex`(1 - cos(x))/x^2`, at([[ex`x`, "1e-30"]]), 512)).toBeCloseTo(0.5, 15);
    expect(middle(ex`x + y - x`, at([[ex`x`, "1e40"], [ex`y`, "0.1"]]))).toBe(0.1);
  });

  it("takes members of families for letters, also under a sum and with indices that are still to be added", () => {
    const values = at([[ex`p[1]`, "2"], [ex`p[2]`, "3"], [ex`p[3]`, "5"]]);
    expect(middle(ex`p[1]*p[1 + 1]`, values)).toBe(6);
    expect(middle(ex`sum(p[k + 1], k, 0, 2)`, values)).toBe(10);
  });

  it("is none where a letter or a member has no value, or an integral is left", () => {
    expect(numericPoint(ex`x*y`, at([[ex`x`, "1"]]))).toBeUndefined();
    expect(numericPoint(ex`p[1] + p[4]`, at([[ex`p[1]`, "1"]]))).toBeUndefined();
    expect(numericPoint(ex`integral(exp(-x^2), x, 0, y)`, at([[ex`y`, "1"]]))).toBeUndefined();
  });

  it("encloses both parts of a complex value", () => {
    const bounds = numericPoint(ex`z*conj(z) + i*z`, new Map([[ex`z`, gaussian(rational(1), rational(2))]]))?.bounds(64);
    expect([bounds?.re, bounds?.im].map((part) => part?.map(toNumber))).toEqual([[3, 3], [1, 1]]);
  });

  it.each([
    [ex`1/(x*(x - y))`, "the denominator x - y vanishes"],
    [ex`x/(x^2 - 2*x*y + y^2)`, "the denominator x^2 - 2*x*y + y^2 vanishes"],
    [ex`log(y - 2*x)`, "the logarithm of y - 2*x = -1 is not real"],
    [ex`log(x - y)`, "the logarithm of x - y = 0 is infinite"],
    [ex`sqrt(1 - 3*x)`, "the root of 1 - 3*x = -2 is not real"],
    [ex`asin(2*x)`, "the arcsine of 2*x = 2 is not real"],
    [ex`x + y`, undefined],
  ])("says which part has no value: %#", (term, said) => {
    expect(numericPoint(term, at([[ex`x`, "1"], [ex`y`, "1"]]))?.fault(true)).toBe(said);
  });

  it("finds no fault with the root of a negative number where values are complex", () => {
    expect(numericPoint(ex`sqrt(1 - 3*x)`, at([[ex`x`, "1"]]))?.fault(false)).toBeUndefined();
  });
});
