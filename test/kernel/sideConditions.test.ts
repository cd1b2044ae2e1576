import { describe, expect, it } from "vitest";
import { binder } from "../../symbolic/expr/build.ts";
import { freeSymbols } from "../../symbolic/expr/walk.ts";
import { field, KernelError, rewrite, type Theorem } from "../../symbolic/kernel/theorem.ts";
import { letters } from "./declare.ts";

const { ex, letter } = letters("x,y,t,s,r real; f function");
const prove = (left: string, right: string): Theorem => field(ex(left), ex(right));
const sideConditions = (t: Theorem) => t.hypotheses.flatMap((h) => (h.kind === "side-condition" && (h.says.kind === "nonzero" || h.says.kind === "positive") ? [h.says.term] : []));

describe("a side condition under a derivative", () => {
  const quotient = binder("derivative", letter("t"), [ex("(t^2 - f(s)^2)/(t - f(s))"), ex("r")]);

  it("must hold at the point, where what does not contain the variable is a constant, whatever it is", () => {
    const result = rewrite(quotient, [prove("(x^2 - f(y)^2)/(x - f(y))", "x + f(y)")]);
    expect(result.conclusion).toEqual({ kind: "equal", left: quotient, right: binder("derivative", letter("t"), [ex("t + f(s)"), ex("r")]) });
    expect(sideConditions(result).map((term) => freeSymbols(term).map(({ name }) => name).toSorted())).toEqual([["f", "r", "s"]]);
  });

  it("is refused where it contains a function of the variable of which nothing is known, or one that jumps", () => {
    for (const of of ["f", "log"]) {
      const inside = binder("derivative", letter("t"), [ex(`(t^2 - ${of}(t)^2)/(t - ${of}(t))`), ex("r")]);
      expect(() => rewrite(inside, [prove(`(x^2 - ${of}(x)^2)/(x - ${of}(x))`, `x + ${of}(x)`)])).toThrow(KernelError);
    }
  });
});
