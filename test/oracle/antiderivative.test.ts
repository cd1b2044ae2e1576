import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { I, product, sum } from "../../symbolic/expr/build.ts";
import type { BinderTerm, Expr } from "../../symbolic/expr/expr.ts";
import { contains } from "../../symbolic/expr/walk.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { integrate } from "../../symbolic/kernel/integral.ts";
import { algebriteOracle } from "../../symbolic/oracle/algebrite.ts";
import { antiderivatives, ownAntiderivative, type AntiderivativeOptions } from "../../symbolic/oracle/antiderivative.ts";
import { letters } from "../kernel/declare.ts";
import { bothOracles, poolForTests } from "./engines.ts";

const { ex, letter } = letters("t,x,k,u,p real; tau,a,b,v,L,w positive; c,s=±1; n integer; D real; D nonzero; z complex; f function");
const isAntiderivative = (F: Expr | undefined, f: Expr, by: string): boolean => F !== undefined && decideEqual(derivative(F, letter(by)), f).kind === "equal";

describe("our own antiderivatives", () => {
  it.each([
    ["t^2*exp(-a*t)", "t"], ["exp(t/tau + i*w*t)", "t"], ["(1 + t)^2*cos(w*t)", "t"], ["sin(w*t)*cos(v*t)", "t"], ["sin(w*t)^4", "t"], ["t*sin(w*t)*exp(-t/tau)", "t"],
    ["exp(-t/tau)*cos(c*w*t - n*pi/2)", "t"], ["abs(exp(t/tau + i*w*t))^2", "t"], ["conj(z)*exp(i*w*t)*re(z*exp(-i*w*t))", "t"], ["cosh(a*x)*x", "x"], ["a^x*x", "x"], ["1/exp(x)^3", "x"], ["f(u)*x^3", "x"],
    ["x/sqrt(1 + x^2)", "x"], ["(a + b*x)^n", "x"], ["1/(a + b*x)", "x"], ["sin(x)/(1 + cos(x))^2", "x"], ["(2*x + a)*(x^2 + a*x + 1)^u", "x"], ["exp(x)/(exp(x) + 1)", "x"], ["1/(exp(a*x) + 1)", "x"], ["1/cosh(a*x)^2", "x"],
    ["k/(D^2 + v^2*k^2)^(3/2)", "k"], ["1/(D^2 + v^2*k^2)^(3/2)", "k"], ["(k + a)/(D^2 + v^2*k^2)^(5/2)", "k"], ["1/(a^2 + k^2)", "k"], ["1/(a + b*k^2)^3", "k"], ["(k + 3)/(k^2 + k + 1)", "k"], ["exp(i*w*t)*cos(c*w*t + s*pi/4)", "t"], ["1/sqrt(a^2 + k^2)", "k"],
    ["1/((w - p)^2 + a^2)", "p"], ["x^2 + 1/x + exp(x)", "x"],
  ])("∫ %s d%s is verified by differentiation", (f, by) => { expect(isAntiderivative(ownAntiderivative(ex(f), letter(by)), ex(f), by)).toBe(true); });

  it("of every product of a polynomial, a decay and two oscillations are verified", () => {
    const polynomial = fc.constantFrom("1", "t", "1 - a*t", "t^3");
    const decay = fc.constantFrom("1", "exp(-t/tau)", "exp(a*t + b)", "exp(i*D*t)", "cosh(b*t)");
    const wave = fc.constantFrom("1", "sin(w*t)", "cos(w*t)^2", "cos(v*t - n*pi/2)", "sin(c*w*t + s*pi/4)", "exp(-i*s*w*t)");
    fc.assert(fc.property(polynomial, decay, wave, wave, (q, e, g, h) => {
      const f = ex(`(${q})*${e}*${g}*${h}`);
      const decision = decideEqual(derivative(ownAntiderivative(f, letter("t"))!, letter("t")), f);
      expect(decision.kind).not.toBe("different");
      fc.pre(decision.kind === "equal");             // a few are too large for the kernel to decide
    }), { numRuns: 40 });
  });

  it("are real where the integrand is written with sines and cosines", () => {
    const F = ownAntiderivative(ex("cos(w*t)*exp(-t/tau)"), letter("t"))!;
    expect(contains(F, I)).toBe(false);
    expect(isAntiderivative(F, ex("cos(w*t)*exp(-t/tau)"), "t")).toBe(true);
    expect(ownAntiderivative(ex("cos(w*t)"), letter("t"))).toBe(product(ex("1/w"), ex("sin(t*w)")));
  });

  it("do not exist for what is outside these classes", () => {
    for (const f of ["exp(-x^2)", "log(x)", "f(x)", "tan(x)", "1/((x - a)*(x + b))", "x^x", "abs(x)", "integral(x*k, k, 0, 1)"]) expect(ownAntiderivative(ex(f), letter("x"))).toBeUndefined();
  });
});

describe("the kernel's integrals from proposed antiderivatives", () => {
  const evaluated = (text: string, options: AntiderivativeOptions = {}): string | Expr => {
    const e = ex(text) as BinderTerm;
    const F = ownAntiderivative(e.args[0]!, e.bound, options);
    if (F === undefined) return "no proposal";
    const outcome = integrate(e.args[0]!, e.bound, e.args[1]!, e.args[2]!, F);
    return outcome.kind === "found" ? outcome.value.value : outcome.reason;
  };
  it.each<[string, string, AntiderivativeOptions?]>([
    ["integral(exp(t/tau + i*w*t), t, -oo, 0)", "tau/(1 + i*w*tau)"], ["integral(exp(-abs(t)/tau)*exp(i*w*t), t, 0, oo)", "tau/(1 - i*w*tau)", { side: "positive" }],
    ["integral(exp(-abs(t)/tau)*exp(i*w*t), t, -oo, 0)", "tau/(1 + i*w*tau)", { side: "negative" }], ["integral(t*exp(-a*t), t, 0, oo)", "1/a^2"], ["integral(exp(-a*t)*sin(w*t), t, 0, oo)", "w/(a^2 + w^2)"],
    ["integral(cos(w*t)^2, t, 0, 2*pi/w)", "pi/w"], ["integral(k/(D^2 + v^2*k^2)^(3/2), k, 0, oo)", "1/(v^2*abs(D))"], ["integral(1/(D^2 + v^2*k^2)^(3/2), k, -oo, oo)", "2/(v*D^2)"],
    ["integral(1/(a^2 + k^2), k, -L, L)", "2*atan(L/a)/a"], ["integral(k/(D^2 + v^2*k^2)^(5/2), k, 0, oo)", "1/(3*v^2*abs(D)^3)"],
  ])("%s = %s", (text, expected, options) => {
    const value = evaluated(text, options);
    expect(typeof value === "string" ? value : decideEqual(value, ex(expected)).kind).toBe("equal");
  });
});

describe("antiderivatives from the engines", () => {
  const pool = poolForTests({ budget: 3_000 });
  const proposals = async (f: string, by: string, oracles = bothOracles(pool)): Promise<Record<string, boolean>> => {
    const verdicts: Record<string, boolean> = {};
    for await (const { term, by: author } of antiderivatives(ex(f), letter(by), oracles)) verdicts[author] = isAntiderivative(term, ex(f), by);
    return verdicts;
  };

  it("continue where ours end, and the kernel keeps the right ones", async () => {
    expect(await proposals("log(x)", "x")).toEqual({ algebrite: true, nerdamer: true });
    expect(await proposals("x^3*exp(-x^2)", "x")).toEqual({ algebrite: true, nerdamer: true });
    expect(await proposals("1/((x - a)*(x + b))", "x")).toEqual({ nerdamer: true });
    expect(await proposals("1/(1 + cos(x))", "x")).toEqual({ algebrite: true, nerdamer: false });
    expect(await proposals("1/(a + b*k^2)^2", "k")).toMatchObject({ own: true, nerdamer: false });
  });

  it("are not asked for when ours is accepted", async () => {
    let asked = 0;
    const counting = { ...algebriteOracle(pool), propose: () => { asked++; return Promise.reject(new Error("asked")); } };
    for await (const { term } of antiderivatives(ex("t*exp(-a*t)"), letter("t"), [counting])) if (isAntiderivative(term, ex("t*exp(-a*t)"), "t")) break;
    expect(asked).toBe(0);
  });

  it("of an unknown function are not proposed", async () => { expect(await proposals("f(x)", "x")).toEqual({}); });

  it("know the side of the interval on which |x| is taken", async () => {
    const found: Expr[] = [];
    for await (const { term } of antiderivatives(ex("exp(-abs(x)*a)"), letter("x"), [algebriteOracle(pool)], { side: "negative" })) found.push(term);
    expect(found.length).toBe(2);
    for (const term of found) expect(decideEqual(derivative(term, letter("x")), ex("exp(x*a)")).kind).toBe("equal");
  });
});

describe("other proposals", () => {
  const pool = poolForTests();
  it("of factors and roots are checked by multiplying out and by substitution", async () => {
    for (const oracle of bothOracles(pool)) {
      const factors = await oracle.propose({ kind: "factorisation", of: ex("D^2 - w^2") });
      expect(factors.kind === "proposed" && factors.terms[0]?.kind === "product" && decideEqual(factors.terms[0], ex("D^2 - w^2")).kind).toBe("equal");
      const roots = await oracle.propose({ kind: "solutions", left: ex("x^2 - D*x"), right: ex("4*u^2"), unknown: letter("x") });
      const expected = [ex("(D + sqrt(D^2 + 16*u^2))/2"), ex("(D - sqrt(D^2 + 16*u^2))/2")];
      expect(roots.kind === "proposed" && roots.terms.every((root) => expected.some((e) => decideEqual(root, e).kind === "equal"))).toBe(true);
      expect(roots.kind === "proposed" && decideEqual(sum(...roots.terms), ex("D")).kind).toBe("equal");
    }
  });

  it("are 'unable' with the engine's own reason", async () => {
    const refused = await algebriteOracle(pool).propose({ kind: "antiderivative", of: ex("x^2/(x^4 + 1)"), by: letter("x") });
    expect(refused).toEqual({ kind: "unable", reason: "the answer 'Stop: integral: sorry, could not find a solution' is no formula" });
  });
});
