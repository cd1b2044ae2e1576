import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { product, sum } from "../../symbolic/expr/build.ts";
import type { BinderTerm, Expr } from "../../symbolic/expr/expr.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { integrate } from "../../symbolic/kernel/integral.ts";
import { timeAverage } from "../../symbolic/kernel/spectrum.ts";
import { NoSeries, seriesOf } from "../../symbolic/kernel/taylor.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { letters } from "./declare.ts";

const isEqual = (a: Expr, b: Expr): boolean => decideEqual(a, b).kind === "equal";

describe("derivatives", () => {
  const { ex, letter } = letters("x,a,t real; b positive; f function; z complex");
  it.each([
    ["x^3", "3*x^2"], ["sin(a*x)", "a*cos(a*x)"], ["exp(-x^2/2)", "-x*exp(-x^2/2)"], ["log(1 + x^2)", "2*x/(1 + x^2)"], ["b^x", "log(b)*b^x"], ["atan(x)", "1/(1 + x^2)"],
    ["tan(x)", "1/cos(x)^2"], ["tanh(x)", "1/cosh(x)^2"], ["sqrt(1 + x^2)", "x/sqrt(1 + x^2)"], ["abs(x)", "sign(x)"], ["conj(z*exp(i*x))", "-i*conj(z)*exp(-i*x)"],
    ["integral(exp(x*t), t, 0, x)", "integral(t*exp(x*t), t, 0, x) + exp(x^2)"], ["f(x^2)", "2*x*diff(f(x^2), x)/(2*x)"], ["sum(x^n, n, 0, 4)", "1 + 2*x + 3*x^2 + 4*x^3"],
  ])("d/dx %s = %s", (of, is) => {
    const decision = decideEqual(derivative(ex(of), letter("x")), ex(is));
    expect(decision.kind).toBe("equal");
  });

  it("obey the product rule for every pair of functions", () => {
    const functions = fc.constantFrom("sin(x)", "exp(a*x)", "x^2 + a", "1/(1 + x^2)", "sqrt(2 + cos(x))", "f(x)", "f(a*x)", "log(2 + x^2)").map(ex);
    fc.assert(fc.property(functions, functions, (u, v) => {
      const x = letter("x");
      expect(isEqual(derivative(product(u, v), x), sum(product(derivative(u, x), v), product(u, derivative(v, x))))).toBe(true);
    }));
  });

  it("refuse conj by a symbol that is not real", () => {
    expect(() => derivative(ex("conj(z)"), letter("z"))).toThrow("conj(…) is not differentiable by 'z', which is not declared real");
  });
});

describe("power counting", () => {
  const { ex, letter } = letters("D,h,w,tau,b positive; a,u,x real; c,s=±1; f function");
  const coefficient = (text: string, weights: readonly (readonly [string, number])[], order: number): Expr =>
    seriesOf(ex(text), new Map(weights.map(([name, weight]) => [letter(name), rational(weight)]))).at(rational(order));

  it.each<[string, [string, number][], number, string]>([
    ["1/(D - c*s*h*w)^2", [["w", 1]], 0, "1/D^2"], ["1/(D - c*s*h*w)^2", [["w", 1]], 1, "2*c*s*h*w/D^3"], ["1/(D - c*s*h*w)^2", [["w", 1]], 2, "3*h^2*w^2/D^4"],
    ["1/((D - h*w)^2 + h^2/tau^2)", [["w", 1], ["tau", -1]], 2, "3*h^2*w^2/D^4 - h^2/(tau^2*D^4)"], ["sqrt(D^2 + a^2)", [["a", 1]], 4, "-a^4/(8*D^3)"], ["exp(a)", [["a", 1]], 5, "a^5/120"],
    ["sin(u + a)", [["a", 1]], 1, "a*cos(u)"], ["cos(a)", [["a", 1]], 6, "-a^6/720"], ["log(D + a)", [["a", 1]], 3, "a^3/(3*D^3)"], ["atan(a)", [["a", 1]], 5, "a^5/5"], ["tan(a)", [["a", 1]], 3, "a^3/3"],
    ["1/(exp(a) - 1)", [["a", 1]], -1, "1/a"], ["1/(exp(a) - 1)", [["a", 1]], 1, "a/12"], ["sin(a)/a", [["a", 1]], 2, "-a^2/6"], ["sqrt(b + b*D)", [["b", 1]], 0, "0"], ["abs(a*h - D)", [["a", 1]], 1, "-a*h"],
    ["(1 + a)^x", [["a", 1]], 2, "x*(x - 1)/2*a^2"], ["tanh(a)", [["a", 1]], 3, "-a^3/3"], ["asin(a)", [["a", 1]], 3, "a^3/6"],
  ])("%s with %j: order %i is %s", (text, weights, order, expected) => { expect(isEqual(coefficient(text, weights, order), ex(expected))).toBe(true); });

  it("finds half-integer orders", () => {
    const series = seriesOf(ex("sqrt(b*D + b^2)"), new Map([[letter("b"), rational(1)]]));
    expect(series.leadingOrder()).toEqual(rational(1, 2));
    expect(isEqual(series.at(rational(3, 2)), ex("b^(3/2)/(2*sqrt(D))"))).toBe(true);
  });

  it("keeps a fast phase as a factor of every order", () => {
    const weights = new Map([[letter("a"), rational(1)], [letter("tau"), rational(-1)]]);
    const series = seriesOf(ex("exp(i*D*tau + i*a*tau)/(D - a)"), weights);
    expect(isEqual(series.at(rational(1)), ex("a/D^2*exp(i*D*tau)*exp(i*a*tau)"))).toBe(true);
  });

  it.each([["exp(1/a)", "exp of a quantity that grows without bound"], ["log(a)", "a logarithm of a small quantity"], ["f(a)", "'f' of a small quantity is not known"], ["abs(a)", "abs of a quantity whose sign is not known"], ["sqrt(x + a)", "a root whose leading coefficient is not known to be positive"]])(
    "has no series for %s: %s", (text, reason) => {
      expect(() => seriesOf(ex(text), new Map([[letter("a"), rational(1)]])).at(rational(1))).toThrow(NoSeries);
      expect(() => seriesOf(ex(text), new Map([[letter("a"), rational(1)]])).at(rational(1))).toThrow(reason);
    });

  it("leaves an error of the next order, measured: halving λ divides it by 2^(n+1)", () => {
    const value = (w: number): number => 1 / (3 - w) ** 2 - (1 / 9 + (2 * w) / 27);
    expect(value(1e-3) / value(5e-4)).toBeCloseTo(4, 2);
  });

  it("multiplies series as it multiplies functions", () => {
    const functions = fc.constantFrom("exp(a)", "1/(D + a)", "sin(u + a)", "sqrt(1 + a)", "log(D + a)", "a^2 + a", "1/(exp(a) - 1)");
    fc.assert(fc.property(functions, functions, fc.integer({ min: -1, max: 3 }), (f, g, order) => {
      const weights = new Map([[letter("a"), rational(1)]]);
      const [F, G] = [seriesOf(ex(f), weights), seriesOf(ex(g), weights)];
      const terms: Expr[] = [];
      for (let k = -3; k <= order + 3; k++) terms.push(product(F.at(rational(k)), G.at(rational(order - k))));
      expect(isEqual(seriesOf(product(ex(f), ex(g)), weights).at(rational(order)), sum(...terms))).toBe(true);
    }), { numRuns: 40 });
  });
});

describe("definite integrals", () => {
  const { ex, letter } = letters("t,k,D,w,om real; tau,a,v,L positive; s=±1; z complex; D nonzero; g real");
  const evaluate = (text: string, antiderivative: string): ReturnType<typeof integrate> => {
    const e = ex(text) as BinderTerm;
    return integrate(e.args[0]!, e.bound, e.args[1]!, e.args[2]!, ex(antiderivative));
  };
  it.each([
    ["integral(exp(t/tau + i*w*t), t, -oo, 0)", "exp(t/tau + i*w*t)/(1/tau + i*w)", "tau/(1 + i*w*tau)"],
    ["integral(exp(-abs(t)/tau)*exp(i*w*t), t, 0, oo)", "exp(-t/tau + i*w*t)/(i*w - 1/tau)", "tau/(1 - i*w*tau)"],
    ["integral(k/(D^2 + v^2*k^2)^(3/2), k, 0, oo)", "-1/(v^2*sqrt(D^2 + v^2*k^2))", "1/(v^2*abs(D))"],
    ["integral(1/(a^2 + k^2), k, -L, L)", "atan(k/a)/a", "2*atan(L/a)/a"], ["integral(1/(a^2 + k^2), k, -oo, oo)", "atan(k/a)/a", "pi/a"],
    ["integral(1/(a + D^2*t^2)^2, t, -oo, 0)", "t/(2*a*(a + D^2*t^2)) + atan(t*sqrt(D^2)/sqrt(a))/(2*sqrt(a)^3*sqrt(D^2))", "pi/(4*sqrt(a)^3*abs(D))"], ["integral(t*exp(-a*t), t, 0, oo)", "-(t/a + 1/a^2)*exp(-a*t)", "1/a^2"], ["integral(cos(w*t), t, 0, L)", "t", "no"],
  ])("%s", (text, antiderivative, expected) => {
    const outcome = evaluate(text, antiderivative);
    if (expected === "no") expect(outcome).toEqual({ kind: "refused", reason: "the derivative of the proposed antiderivative is not the integrand" });
    else expect(outcome.kind === "found" && isEqual(outcome.value.value, ex(expected))).toBe(true);
  });

  it("return the convergence condition that the assumptions leave open", () => {
    const outcome = evaluate("integral(exp(-g*t), t, 0, oo)", "-exp(-g*t)/g");
    expect(outcome.kind === "found" && outcome.value.positive.map((term) => isEqual(term, ex("g")))).toEqual([true]);
  });

  it.each([
    ["integral(exp(a*t), t, 0, oo)", "exp(a*t)/a", "the integral does not converge: an exponential does not decay"], ["integral(t, t, 0, oo)", "t^2/2", "the integral does not converge: the antiderivative grows without bound"],
    ["integral(1/t^2, t, -1, 1)", "-1/t", "a denominator of the antiderivative may vanish inside the interval"], ["integral(1/cos(t)^2, t, 0, 3)", "tan(t)", "the antiderivative contains tan(…), which may jump inside the interval"],
    ["integral(1/z, z, 0, 1)", "log(z)", "the variable 'z' of an integral must be declared real"],
  ])("refuse %s with %s", (text, antiderivative, reason) => { expect(evaluate(text, antiderivative)).toEqual({ kind: "refused", reason }); });

  it("are additive in the interval", () => {
    fc.assert(fc.property(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), (p, q) => {
      const part = (from: number, to: number): Expr => {
        const outcome = integrate(ex("t^2*exp(i*w*t)"), letter("t"), ex(String(from)), ex(String(to)), ex("exp(i*w*t)*(t^2/(i*w) - 2*t/(i*w)^2 + 2/(i*w)^3)"));
        if (outcome.kind !== "found") throw new Error(outcome.reason);
        return outcome.value.value;
      };
      expect(isEqual(sum(part(-9, p), part(p, q), part(q, 9)), part(-9, 9))).toBe(true);
    }), { numRuns: 20 });
  });
});

describe("time averages", () => {
  const { ex, letter } = letters("t,D real; w,h positive; c,s=±1; n integer; z complex");
  const averageOf = (text: string): ReturnType<typeof timeAverage> => timeAverage(ex(text), letter("t"));
  it.each([
    ["cos(w*t)^2", "1/2"], ["sin(w*t)*cos(w*t)", "0"], ["3 + exp(i*w*t)", "3"], ["cos(c*w*t - n*pi/2)*cos(c*w*t - (n + 1)*pi/2)", "0"], ["im(exp(-i*c*w*t)*exp(i*c*w*t + i*s*pi/2))", "s"], ["abs(1 + exp(i*w*t))^2", "2"],
  ])("⟨%s⟩ = %s", (text, expected) => {
    const outcome = averageOf(text);
    expect(outcome.kind === "found" && isEqual(outcome.value.value, ex(expected))).toBe(true);
  });

  it("ask that a frequency which the assumptions leave open is nonzero", () => {
    const outcome = averageOf("exp(i*(D - w)*t) + 1");
    expect(outcome.kind === "found" && outcome.value.nonzero.map((term) => isEqual(term, ex("D - w")))).toEqual([true]);
  });

  it.each([["t", "an amplitude that grows or decays with 't'"], ["exp(z*t)", "a frequency that is not known to be real"], ["exp(t^2)", "an exponential that is not linear in 't'"], ["1/(2 + cos(w*t))", "a denominator contains an exponential of 't'"]])(
    "refuse ⟨%s⟩: %s", (text, reason) => { expect(averageOf(text)).toEqual({ kind: "refused", reason }); });
});
