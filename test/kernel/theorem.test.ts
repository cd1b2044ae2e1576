import { describe, expect, it } from "vitest";
import { int, product, sum, symbol } from "../../symbolic/expr/build.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import type { BinderTerm, Expr } from "../../symbolic/expr/expr.ts";
import type { PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import type { Premise, Statement } from "../../symbolic/kernel/statement.ts";
import {
  average, compose, discharge, enclose, expand, field, instantiate, integral, isTheorem, KernelError, positivity, postulate, reflexivity, rewrite, separate, splitIntegral, symmetry, transitivity,
  type Theorem,
} from "../../symbolic/kernel/theorem.ts";
import { rational, toNumber } from "../../symbolic/number/rational.ts";
import { letters } from "./declare.ts";

const { ex, letter } = letters("D,w,h,tau,T positive; x,y,a,t real; c,s=±1; n integer; V,Q function; z complex");
const equal = (left: string, right: string): Statement => ({ kind: "equal", left: ex(left), right: ex(right) });
const premise = (says: Statement, forAll: readonly PhysicalSymbol[] = []): Premise => ({ id: "P1", kind: "model", says, where: "test", text: "a premise", forAll });
const sidesOf = (t: Theorem): readonly Expr[] => (t.conclusion.kind === "equal" || t.conclusion.kind === "asymptotic" ? [t.conclusion.left, t.conclusion.right] : []);

describe("a theorem", () => {
  const genuine = field(ex("x + x"), ex("2*x"));

  it("cannot be forged by a cast, a copy or a call of its constructor", () => {
    const copy = Object.assign(Object.create(Object.getPrototypeOf(genuine) as object) as object, genuine);
    expect(isTheorem(genuine)).toBe(true);
    expect(isTheorem(copy)).toBe(false);
    expect(isTheorem({ hypotheses: [], conclusion: equal("x", "y"), rules: [] })).toBe(false);
    expect(() => new (genuine.constructor as new (...args: unknown[]) => Theorem)(Symbol("kernel"), [], equal("x", "y"), [])).toThrow("only kernel rules construct theorems");
    expect(() => symmetry(copy)).toThrow("symmetry: an argument is not a theorem of this kernel");
  });

  it("cannot be changed", () => {
    expect(() => { (genuine as { conclusion: Statement }).conclusion = equal("x", "y"); }).toThrow(TypeError);
    expect(() => { (genuine.conclusion as { left: Expr }).left = ex("y"); }).toThrow(TypeError);
    expect(() => { (postulate(premise(equal("x", "y"))).hypotheses as unknown[]).pop(); }).toThrow(TypeError);
  });

  it("keeps the hypotheses of everything it was made from", () => {
    const [p, q] = [postulate(premise(equal("x", "y"))), postulate({ ...premise(equal("y", "a")), id: "P2" })];
    expect(transitivity(p, q).hypotheses.length).toBe(2);
    expect(transitivity(p, symmetry(p)).hypotheses.length).toBe(1);
  });
});

describe("the rules", () => {
  it("chain equations through the same middle term only", () => {
    expect(sidesOf(transitivity(field(ex("x + x"), ex("2*x")), field(ex("2*x"), ex("3*x - x"))))).toEqual([ex("x + x"), ex("3*x - x")]);
    expect(() => transitivity(reflexivity(ex("x")), reflexivity(ex("y")))).toThrow("transitivity: the middle terms are not the same term");
  });

  it("prove by algebra what is equal, and nothing else", () => {
    expect(field(ex("(x + y)^2"), ex("x^2 + 2*x*y + y^2")).hypotheses).toEqual([]);
    expect(() => field(ex("(x + y)^2"), ex("x^2 + y^2"))).toThrow(new KernelError("field", "the two sides are not equal"));
    expect(field(ex("x/(x*y)"), ex("1/y")).hypotheses.map((hypothesis) => hypothesis.kind)).toEqual(["side-condition", "side-condition"]);
  });

  it("replace what a premise defines, for every value of its quantified symbols", () => {
    const definition = postulate(premise(equal("V(s)", "2*s*D"), [letter("s")]));
    expect(sidesOf(rewrite(ex("V(-s) + V(1)"), [definition]))[1]).toBe(ex("2*(-s)*D + 2*1*D"));
    expect(sidesOf(rewrite(ex("V(2)"), [definition]))[1]).toBe(ex("V(2)"));                // 2 is no sign
    expect(rewrite(ex("V(2)"), [definition]).hypotheses).toEqual([]);
  });

  it("do not replace a bound symbol by a fact about a constant of the same name", () => {
    const fact = postulate(premise(equal("t", "3")));
    expect(sidesOf(rewrite(ex("integral(t, t, 0, t)"), [fact]))[1]).toBe(ex("integral(t, t, 0, 3)"));
    const tied = postulate(premise(equal("a", "t")));
    expect(sidesOf(rewrite(ex("integral(a*t, t, 0, a)"), [tied]))[1]).toBe(ex("integral(a*t, t, 0, t)"));
  });

  it("instantiate only what is not a constant of a hypothesis, and only admissible values", () => {
    const definition = postulate(premise(equal("V(s)", "s*D"), [letter("s")]));
    expect(sidesOf(instantiate(definition, new Map([[letter("s"), int(-1)]])))[1]).toBe(ex("-1*D"));
    expect(() => instantiate(definition, new Map([[letter("s"), int(3)]]))).toThrow("instantiate: the value for 's' is not known to be sign");
    expect(() => instantiate(definition, new Map([[letter("D"), int(3)]]))).toThrow("instantiate: 'D' is a constant of a hypothesis");
    expect(() => instantiate(field(ex("D/D"), ex("1")), new Map([[letter("D"), ex("x")]]))).toThrow("instantiate: the value for 'D' is not known to be positive");
  });

  it("compare expansions order by order", () => {
    const weights = new Map([[letter("w"), rational(1)], [letter("tau"), rational(-1)]]);
    const t = expand(ex("1/((D - c*h*w)^2 + h^2/tau^2)"), ex("1/D^2*(1 + 2*c*h*w/D)"), weights, rational(1));
    expect(t.hypotheses).toEqual([]);
    expect(() => expand(ex("1/((D - c*h*w)^2 + h^2/tau^2)"), ex("1/D^2*(1 + 2*c*h*w/D)"), weights, rational(2))).toThrow("expand: the two sides differ at order 2");
    expect(() => expand(ex("1/(D - w)"), ex("1/D - w/D^2"), weights, rational(1))).toThrow("expand: the two sides differ at order 1");
  });

  it("let the weaker order survive a chain, and refuse to mix two ways of counting powers", () => {
    const small = new Map([[letter("w"), rational(1)]]);
    const first = expand(ex("1/(D - w)"), ex("1/D + w/D^2 + w^2/D^3"), small, rational(2));
    const second = expand(ex("1/D + w/D^2 + w^2/D^3"), ex("1/D + w/D^2"), small, rational(1));
    const both = compose(first, second);
    expect(both.conclusion.kind === "asymptotic" && both.conclusion.through).toEqual(rational(1));
    const other = expand(ex("1/D + w/D^2 + w^2/D^3"), ex("1/D"), new Map([[letter("w"), rational(2)]]), rational(1));
    expect(() => compose(first, other)).toThrow("compose: the two expansions count powers differently");
  });

  it("rewrite a term by its parts, however often they are repeated when it is written out", () => {
    const doubled = (e: Expr, times: number): Expr => (times === 0 ? e : doubled(sum(product(e, ex("D")), product(e, ex("w"))), times - 1));
    const rule = postulate(premise({ kind: "equal", left: ex("x"), right: ex("tau^2") }));
    expect(sidesOf(rewrite(doubled(ex("x"), 60), [rule]))[1]).toBe(substitute(doubled(ex("x"), 60), new Map([[letter("x"), ex("tau^2")]])));
  });

  it("evaluate integrals and averages under their conditions", () => {
    const t = integral(ex("integral(exp(t/tau + i*D*t), t, -oo, 0)") as BinderTerm, ex("exp(t/tau + i*D*t)/(1/tau + i*D)"));
    expect(t.hypotheses).toEqual([]);
    expect(() => integral(ex("integral(exp(t/tau), t, -oo, 0)") as BinderTerm, ex("exp(t/tau)"))).toThrow("integral: the derivative of the proposed antiderivative is not the integrand");
    expect(sidesOf(average(ex("average(cos(w*t)^2, t)") as BinderTerm))[1]).toBe(ex("1/2"));
    expect(() => splitIntegral(ex("integral(t, t, -1, 1)") as BinderTerm, ex("t"))).toThrow("split-integral: the intermediate point depends on the variable");
  });

  it("refute with a point, and never what is equal", () => {
    const t = separate(ex("sqrt(x^2)"), ex("x"));
    expect(t.conclusion.kind === "different" && toNumber(t.conclusion.at.point.values.get(letter("x"))!.re)).toBeLessThan(0);
    expect(() => separate(ex("x + x"), ex("2*x"))).toThrow("separate: no sample point separates the two sides");
  });

  it("enclose values rigorously, with boxes for what is known to some digits", () => {
    const box = (name: string, low: number, high: number): Theorem => postulate(premise({ kind: "within", term: symbol(letter(name)), low: rational(low, 100), high: rational(high, 100) }));
    const t = enclose(ex("7*D/(2*w)"), [box("D", 113, 115), box("w", 19, 21)]);
    expect(t.conclusion.kind === "within" && [toNumber(t.conclusion.low) <= (7 * 1.13) / 0.42, toNumber(t.conclusion.high) >= (7 * 1.15) / 0.38]).toEqual([true, true]);
    expect(t.hypotheses.length).toBe(2);
    expect(() => enclose(ex("D/(w - w)"), [box("D", 1, 2), box("w", 1, 2)])).toThrow("enclose: the term has no certified real value");
  });

  it("discharge a side condition by a theorem that shows it, and take over what that theorem needs", () => {
    const open = field(ex("1/(D - w)"), ex("(D + w)/((D - w)*(D + w))"));
    const shown = postulate({ ...premise({ kind: "positive", term: ex("D - w") }), id: "P9" });
    expect(discharge(open, shown).hypotheses).toEqual(shown.hypotheses);
    expect(() => discharge(open, positivity(ex("D + w")))).toThrow("discharge: the theorem has no such side condition");
    expect(() => positivity(ex("D - w"))).toThrow("positivity: the sign does not follow from the assumptions");
  });
});
