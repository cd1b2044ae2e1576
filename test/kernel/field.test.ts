import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { call, int, ONE, power, product, sum, written, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { decideEqual, inTower, signOf, type Decision } from "../../symbolic/kernel/field.ts";
import { enclose, isNonzeroAt, type Point } from "../../symbolic/kernel/enclosure.ts";
import { normal } from "../../symbolic/kernel/normal.ts";
import { samplePoint } from "../../symbolic/kernel/sample.ts";
import { express } from "../../symbolic/kernel/tower.ts";
import { excludesZero, subtractComplex } from "../../symbolic/number/complexBall.ts";
import { suite } from "../identities/suite.ts";
import { letters } from "./declare.ts";

const verdict = (d: Decision): string => (d.kind === "unknown" ? `unknown: ${d.reason}` : d.kind);
const decide = (assume: string, left: string, right: string): Decision => {
  const { ex, positive } = letters(assume);
  return decideEqual(ex(left), ex(right), { positive });
};

describe("the identities of the field", () => {
  let proved = 0;
  let refuted = 0;
  for (const row of suite) {
    it(`${row.id}: ${row.left} = ${row.right}, and not ${row.falsehoods.join(", not ")}`, () => {
      expect(verdict(decide(row.assume, row.left, row.right))).toBe("equal");
      proved++;
      for (const falsehood of row.falsehoods) {
        const decision = decide(row.assume, row.left, falsehood);
        expect([falsehood, verdict(decision)]).toEqual([falsehood, "different"]);
        if (decision.kind === "different") expect(excludesZero(subtractComplex(decision.separation.left, decision.separation.right, decision.separation.bits))).toBe(true);
        refuted++;
      }
    });
  }
  it("number at least 80, with at least 150 falsehoods beside them", () => {
    expect(suite.length).toBeGreaterThanOrEqual(80);
    expect(suite.flatMap((row) => row.falsehoods).length).toBeGreaterThanOrEqual(150);
  });
  afterAll(() => { process.stdout.write(`identity suite: ${proved} identities proved, ${refuted} planted falsehoods refuted at a point\n`); });
});

describe("side conditions", () => {
  it("name the denominators that the assumptions leave open, and only those", () => {
    const { ex } = letters("D,w positive; x real");
    const decision = decideEqual(ex("1/(D - w) + 1/(D + w) + 1/x"), ex("2*D/(D^2 - w^2) + 1/x"));
    expect(decision.kind === "equal" && decision.nonzero).toEqual([ex("D - w"), ex("x"), ex("D^2 - w^2")]);
    const product = decideEqual(ex("1/((D - w)*(D + w)*x^2)"), ex("1/(x^2*(D^2 - w^2))"));
    expect(product.kind === "equal" && product.nonzero).toEqual([ex("D - w"), ex("x"), ex("D^2 - w^2")]);
  });

  it("are settled by a hypothesis about a difference", () => {
    expect(decide("D,w positive; D > w", "1/(D - w) + 1/(D + w)", "2*D/(D^2 - w^2)")).toEqual({ kind: "equal", nonzero: [] });
  });

  it("settle a complex denominator by its real or imaginary part", () => {
    expect(decide("tau positive; D,w real; c=±1", "1/(1/tau + i*(D - c*w))", "tau/(1 + i*tau*(D - c*w))")).toEqual({ kind: "equal", nonzero: [] });
  });

  it.each([
    ["x real", "1/(x - x)", "1/(x - x)"], ["x real", "0/(x - x)", "0"], ["x real", "1/(sqrt(x^2) - abs(x))", "5"], ["a positive", "1/(log(a^2) - 2*log(a))", "1/(2*log(a) - log(a^2))"],
    ["n integer", "1/sin(n*pi)", "2/sin(n*pi)"], ["c=±1", "1/(c^2 - 1)", "2/(c^2 - 1)"],
  ])("refuse a denominator that is identically zero (%s): %s", (assume, left, right) => {
    expect(verdict(decide(assume, left, right))).toBe("unknown: a denominator is identically zero");
  });

  it("refuse denominators that cannot be nonzero together", () => {
    expect(verdict(decide("c=±1; x,y real", "x*(1 + c)/(1 + c)", "y*(1 - c)/(1 - c)"))).toBe("unknown: no point was found at which all denominators are nonzero");
  });
});

describe("what looks alike is told apart", () => {
  it.each([
    ["x real", "sqrt(x^2)", "x"], ["x,y real", "sqrt(x/y)*y", "sqrt(x*y)"], ["x complex", "sqrt(x^2)", "x"], ["x real", "log(x^2)", "2*log(x)"], ["z complex", "conj(z)", "z"],
    ["f function; x real", "diff(f(2*x), x)", "diff(f(x), x)"], ["f function; x,y real", "f(x)", "f(y)"], ["n integer; x real; x nonzero", "(x^2)^n", "x^n"],
  ])("(%s) %s is not %s", (assume, left, right) => { expect(verdict(decide(assume, left, right))).toBe("different"); });

  it.each([
    ["x real", "sqrt(x^2)^2", "x^2"], ["x,y real", "sqrt(x/y)^2*y", "x"], ["f function; x real", "diff(f(x)^2, x)", "2*f(x)*diff(f(x), x)"], ["f function; x real", "diff(f(2*x), x, 2)", "4*diff(f(2*x), x, 2)/4"],
    ["f function; x real", "f(x*(x + 1)/x) - f(1 + x)", "0"], ["z,u complex", "conj(z*u)", "conj(z)*conj(u)"], ["x real", "abs(-x)", "abs(x)"], ["x real; x nonzero", "sign(x)*abs(x)", "x"], ["s=±1; D,w positive", "sum(1/(D - s*w), s, -1, 1)", "2*D/(D^2 - w^2)"],
    ["A,B operator; c real", "(A + c*B)^2", "A*A + c*(A*B + B*A) + c^2*B*B"],
  ])("(%s) %s is %s", (assume, left, right) => { expect(verdict(decide(assume, left, right))).toBe("equal"); });

  it("operators do not commute", () => { expect(verdict(decide("A,B operator", "A*B", "B*A"))).toBe("different"); });
});

/** Random terms of the field over x real, a positive, c = ±1, n integer. */
const { ex: fixed } = letters("x real; a positive; c=±1; n integer");
const leaves: readonly Expr[] = ["x", "a", "c", "n", "i", "2", "-1/3", "pi"].map(fixed);
const fieldTerms = fc.letrec<{ term: Expr }>((tie) => ({
  term: fc.oneof({ depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...leaves), fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map((list) => written.sum(list)), fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map((list) => written.product(list)),
    fc.tuple(tie("term"), fc.constantFrom(-2, -1, 2, 3)).map(([base, k]) => written.power(base, int(k))),
    fc.tuple(fc.constantFrom("sin" as const, "cos" as const, "exp" as const, "conj" as const, "abs" as const), tie("term")).map(([head, u]) => call(head, [u])),
    fc.constantFrom(fixed("a"), fixed("a + x^2"), fixed("1 + x^2*a")).map((radicand) => power(radicand, fixed("1/2"))),
    fc.constantFrom(fixed("exp(i*pi*n/2)"), fixed("(-1)^n"), fixed("exp(i*c*x)")),
  ),
})).term;

const readable = (task: () => void): void => {
  try { task(); } catch (error) { fc.pre(!(error instanceof Error) || !["Unreadable", "ZeroDenominator", "DivisionByZero"].includes(error.name)); throw error; }
};

describe("the normal form", () => {
  it("never calls two terms equal that certified evaluation separates", () => {
    fc.assert(fc.property(fieldTerms, fieldTerms, fc.nat(1000), (a, b, k) => {
      const decision = decideEqual(a, b);
      if (decision.kind !== "equal") return;
      for (let j = 0; j < 5; j++) {
        const point: Point = { values: samplePoint([...new Set([...symbolsOf(a), ...symbolsOf(b)])], k + j, 11), seed: 11 };
        if (!decision.nonzero.every((term) => isNonzeroAt(term, point))) continue;
        expect(isNonzeroAt(sum(a, product(int(-1), b)), point)).toBe(false);
      }
    }), { numRuns: 400 });
  });

  it("is reproduced by the term that it is expressed as", () => {
    fc.assert(fc.property(fieldTerms, (e) => {
      readable(() => {
        const back = inTower((reading) => express(reading.tower, normal(reading, e)));
        expect(verdict(decideEqual(back, e))).toBe("equal");
      });
    }), { numRuns: 300 });
  });

  it("proves the ring axioms for every three terms that it can read", () => {
    fc.assert(fc.property(fieldTerms, fieldTerms, fieldTerms, (a, b, c) => {
      const decision = decideEqual(written.product([a, written.sum([b, c])]), written.sum([written.product([a, b]), written.product([a, c])]));
      expect(decision.kind).not.toBe("different");
      fc.pre(decision.kind === "equal");
    }), { numRuns: 150 });
  });

  it("gives a sign only where every sample point has it", () => {
    fc.assert(fc.property(fieldTerms, fc.nat(500), (e, k) => {
      const sign = signOf(e);
      if (sign !== "positive" && sign !== "negative") return;
      const point: Point = { values: samplePoint(symbolsOf(e), k, 3), seed: 3 };
      try {
        const value = enclose(e, point, 200);
        const middle = value.re.middle + (sign === "positive" ? value.re.radius : -value.re.radius);
        expect(sign === "positive" ? middle > 0n : middle < 0n).toBe(true);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== "Indefinite") throw error;
      }
    }), { numRuns: 400 });
  });
});

const symbolsOf = (e: Expr): ReturnType<typeof letters>["letter"] extends (n: string) => infer S ? S[] : never => {
  const found: ReturnType<ReturnType<typeof letters>["letter"]>[] = [];
  const visit = (node: Expr): void => {
    if (node.kind === "symbol" && node.symbol.assume.length > 0 && !["i", "π", "∞"].includes(node.symbol.name) && !found.includes(node.symbol)) found.push(node.symbol);
    if (node.kind !== "number" && node.kind !== "symbol") node.args.forEach(visit);
  };
  visit(e);
  return found;
};

describe("zero and one", () => {
  it("are different", () => { expect(verdict(decideEqual(ZERO, ONE))).toBe("different"); });
});
