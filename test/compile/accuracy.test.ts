import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { evaluatorOf, type Evaluator } from "../../symbolic/compile/evaluator.ts";
import { NotEvaluable } from "../../symbolic/compile/program.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { subterms } from "../../symbolic/expr/walk.ts";
import { tryEnclose } from "../../symbolic/kernel/enclosure.ts";
import { isRealBall } from "../../symbolic/number/complexBall.ts";
import { asComplex, bounded, complexTerms, errorAgainst, NoBound, only, pointOf, points, realTerms, type Bounded, type Values } from "./terms.ts";

const evaluator = (term: Expr): Evaluator | undefined => {
  try {
    return evaluatorOf({ id: "test:term", form: "printed", source: "a test", title: "a term", term });
  } catch (error) {
    if (error instanceof NotEvaluable) return undefined;
    throw error;
  }
};

const boundOf = (term: Expr, values: Values): Bounded | undefined => {
  try {
    return bounded(term, pointOf(values));
  } catch (error) {
    if (error instanceof NoBound) return undefined;
    throw error;
  }
};

const counts = new Map<string, number>();
const count = (what: string): void => { counts.set(what, (counts.get(what) ?? 0) + 1); };
const runs = { numRuns: 1500, seed: 20250101 };

describe("an evaluator against ball arithmetic", () => {
  afterAll(() => { console.log(`accuracy: ${[...counts].map(([what, n]) => `${n} ${what}`).join(", ")}`); });

  it("errs on real terms by no more than the roundings of the formula as written", () => {
    fc.assert(fc.property(realTerms, points, (term, values) => {
      const own = evaluator(term);
      const bound = own === undefined ? undefined : boundOf(term, values);
      if (own === undefined || bound === undefined) { count("real skipped"); return; }
      const result = own.scalar(only(values, own.parameters.map((parameter) => parameter.name)));
      if (typeof result === "number" && Number.isNaN(result)) {
        // Real arithmetic has no value where a part of the term is not real, and only there.
        expect(subterms(term).some((part) => { const ball = tryEnclose(part, pointOf(values), 128); return ball === undefined || !isRealBall(ball); })).toBe(true);
        count("real without a real value");
        return;
      }
      expect(errorAgainst(asComplex(result), bound.ball)).toBeLessThanOrEqual(bound.error);
      count("real compared");
    }), runs);
    expect(counts.get("real compared")).toBeGreaterThan(runs.numRuns / 2);
  });

  it("errs on complex terms by no more than that, relative to the modulus", () => {
    fc.assert(fc.property(complexTerms, points, (term, values) => {
      const own = evaluator(term);
      const bound = own === undefined ? undefined : boundOf(term, values);
      if (own === undefined || bound === undefined) { count("complex skipped"); return; }
      const result = asComplex(own.scalar(only(values, own.parameters.map((parameter) => parameter.name))));
      if (Number.isNaN(result.re)) {
        expect(subterms(term).every((part) => part.kind !== "symbol" || part.symbol.assume.length > 0)).toBe(true);
        expect(subterms(term).some((part) => { const ball = tryEnclose(part, pointOf(values), 128); return ball === undefined || !isRealBall(ball); })).toBe(true);
        count("complex without a real value");
        return;
      }
      expect(errorAgainst(result, bound.ball)).toBeLessThanOrEqual(bound.error);
      count("complex compared");
    }), runs);
    expect(counts.get("complex compared")).toBeGreaterThan(runs.numRuns / 2);
  });
});
