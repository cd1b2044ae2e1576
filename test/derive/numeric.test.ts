import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enclose } from "../../symbolic/kernel/enclosure.ts";
import { middleOf } from "../../symbolic/number/ball.ts";
import { gaussian, rational } from "../../symbolic/number/rational.ts";
import { evaluator, mayBeEqual, resemblance } from "../../symbolic/derive/numeric.ts";
import { slips } from "../../symbolic/derive/slips.ts";
import { suite } from "../identities/suite.ts";
import { letters } from "../kernel/declare.ts";

const { ex } = letters("x,y positive; z real");

describe("values in double precision", () => {
  it.each(["x^2*y - 3/(x + y)", "exp(i*z)*sin(x)/(1 + i*y)", "sqrt(x^2 + y^2)^(9/2)", "sum(n*x^n, n, 1, 4)", "diff(x^3*y, x)", "abs(x + i*z)^2 - conj(z*i)*i", "atan(x/y) + log(x*y)"])("of %s lie in its enclosure", (text) => {
    const { ex: read, letter: named } = letters("x,y positive; z real; n integer");
    const e = read(text);
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: -40, max: 40 }), (a, b, c) => {
      const point = { values: new Map([[named("x"), gaussian(rational(a, 8))], [named("y"), gaussian(rational(b, 8))], [named("z"), gaussian(rational(c, 8))]]), seed: 1 };
      const ball = enclose(e, point, 128);
      const at = evaluator(e);
      const [re, im] = at.at(new Map([[named("x"), [a / 8, 0]], [named("y"), [b / 8, 0]], [named("z"), [c / 8, 0]]]));
      expect(Math.hypot(re - middleOf(ball.re), im - middleOf(ball.im))).toBeLessThanOrEqual(64 * at.uncertainty());
    }), { numRuns: 50 });
  });

  it("do not discard an identity that ends in a difference of equal terms", () => {
    expect(mayBeEqual(ex("(1/(x + y) - 1/x) + y/(x*(x + y))"), ex("0"))).toBe(true);
    expect(mayBeEqual(ex("1e-6*x"), ex("0"))).toBe(false);
  });

  it("keep every identity of the suite and discard nearly every planted falsehood", () => {
    let [falsehoods, kept] = [0, 0];
    for (const row of suite) {
      const { ex: read, positive } = letters(row.assume);
      if (positive.length > 0) continue;
      const resembles = resemblance(read(row.left), read(row.right));
      expect([row.id, resembles(read(row.right))]).toEqual([row.id, true]);
      for (const falsehood of row.falsehoods) {
        falsehoods++;
        if (resembles(read(falsehood))) kept++;
      }
    }
    expect(falsehoods).toBeGreaterThan(100);
    expect(kept).toBeLessThan(0.1 * falsehoods);
  });

  it("discard the slips of a formula", () => {
    const e = ex("2*x^2*y/(x^2 - y^2*cos(z)^2)");
    expect(slips(e).filter((slip) => mayBeEqual(e, slip.term)).map((slip) => slip.description)).toEqual([]);
  });
});
