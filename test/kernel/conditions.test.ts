import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INFINITY, int, product, sum, symbol } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { physicalSymbol } from "../../symbolic/expr/symbol.ts";
import { admits, openFactors, openPositive } from "../../symbolic/kernel/conditions.ts";
import { direction, hasLooseInfinity, holdsAsDeclared, innerSymbol } from "../../symbolic/kernel/scope.ts";
import { signOf } from "../../symbolic/kernel/field.ts";
import { letters } from "./declare.ts";

const { ex, letter } = letters("D,w,tau positive; x,y,t real; u real; u nonzero; z complex; c=±1; n integer; p positive; A,B operator; f function");
const factors = (text: string, ...positive: readonly string[]): readonly Expr[] | undefined => openFactors(ex(text), { positive: positive.map(ex) });
/** Of D − w and w − D the one that conditions are written with. */
const detuning = openFactors(ex("D - w"))![0]!;

describe("the condition that a term must not vanish", () => {
  it("splits into factors, without those that the assumptions settle", () => {
    expect(factors("D*(D - w)^2*x/(w*y)")).toEqual([detuning, ex("x"), ex("y")]);
    expect(factors("exp(x)*u*c*(D + w)*(1/tau + i*x)")).toEqual([]);
    expect(factors("2*x*y^2")).toEqual([ex("x"), ex("y")]);
  });

  it("reads the same wherever it comes from, whatever its sign and number", () => {
    for (const text of ["D - w", "w - D", "3*(D - w)", "-(D - w)/2", "i*(w - D)", "(D - w)*exp(i*x)", "abs(w - D)"]) expect(factors(text)).toEqual(factors("D - w"));
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom("D", "tau", "-w", "i"), (k, unit) => { expect(openFactors(product(int(k), ex(unit), ex("D - w")))).toEqual(factors("D - w")); }));
  });

  it("keeps the denominators inside the term: (x + x²)/x − x is not simply 1", () => {
    expect(factors("(x + x^2)/x - x")).toEqual([ex("x")]);
    expect(factors("1 + 1/(x - y)")).toEqual([...factors("x - y")!, ...factors("x - y + 1")!]);
  });

  it("is impossible for what vanishes identically", () => {
    for (const text of ["x - x", "x*(y - y)", "sin(n*pi)", "1 - c^2", "cos(x)^2 + sin(x)^2 - 1"]) expect(factors(text)).toBeUndefined();
  });

  it("is settled by what is given to be positive", () => {
    expect(factors("D - w", "D - w")).toEqual([]);
    expect(factors("(D^2 - w^2)*x", "D - w")).toEqual([ex("x")]);
    expect(factors("D - w", "w - D")).toEqual([]);
    expect(factors("D - w", "D + x")).toEqual([detuning]);
  });

  it("is not split for operators, which may be divisors of zero", () => { expect(openFactors(ex("A*B"))).toEqual([product(ex("A"), ex("B"))]); });
});

describe("the condition that a term must be positive", () => {
  it("is settled, impossible or left open", () => {
    expect(openPositive(ex("D + x^2"))).toBe("settled");
    expect(["-D", "x - x", "-x^2"].map((text) => openPositive(ex(text)))).toEqual(["impossible", "impossible", "impossible"]);
    expect(openPositive(ex("D - w"))).toBe(sum(ex("D"), product(int(-1), ex("w"))));
    expect(openPositive(ex("D - w"), { positive: [ex("D - w")] })).toBe("settled");
    expect(openPositive(ex("w - D"), { positive: [ex("D - w")] })).toBe("impossible");
  });
});

describe("a value stands for a symbol", () => {
  const allowed = (name: string, text: string): boolean => admits(letter(name), ex(text)) !== undefined;
  it("when it is known to have what the symbol is assumed to have", () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ["D", "w + x^2", true], ["D", "w - tau", false], ["x", "re(z)", true], ["x", "z", false], ["x", "z*conj(z)", true], ["u", "c*D", true], ["u", "x", false], ["c", "(-1)^n", true], ["c", "c*exp(i*pi*n)", true], ["c", "n", false], ["c", "i", false],
      ["n", "2*n - c", true], ["n", "n/2", false], ["n", "n^2 + 3", true], ["n", "n^(-1)", false], ["z", "f(x)", true], ["z", "A", false], ["A", "A*B + 2", true], ["A", "3", true], ["D", "(x^2 + 1)^2*D", true], ["D", "1/(x - x)", false],
    ];
    expect(cases.map(([name, text]) => [name, text, allowed(name, text)])).toEqual(cases);
  });

  it("under the condition that its denominators do not vanish", () => {
    expect(admits(letter("D"), ex("x^2/x^2"))).toEqual([ex("x")]);
    expect(admits(letter("x"), ex("1/(D - w)"))).toEqual([ex("D - w")]);
    expect(admits(letter("x"), ex("1/(D + w)"))).toEqual([]);
    expect(admits(letter("z"), ex("1/x"))).toEqual([]);              // z ranges over all numbers: nothing was decided by dividing
  });

  it("never when it is infinite, unless ∞ is the end of a range", () => {
    expect(admits(letter("z"), INFINITY)).toBeUndefined();
    expect(admits(letter("z"), ex("1 - oo"))).toBeUndefined();
    expect(hasLooseInfinity(ex("integral(f(t), t, -oo, oo)"))).toBe(false);
    expect(hasLooseInfinity(ex("integral(f(t), t, 0, 2*oo)"))).toBe(true);
    expect([ex("oo"), ex("-oo"), ex("3")].map(direction)).toEqual([1, -1, 0]);
  });
});

describe("inside a binder", () => {
  const inside = (text: string): readonly string[] => {
    const e = ex(text);
    if (e.kind !== "binder") throw new Error("no binder");
    return innerSymbol(e, (end) => signOf(end)).assume;
  };
  const holds = (text: string): boolean => { const e = ex(text); return e.kind === "binder" && holdsAsDeclared(e, (end) => signOf(end)); };

  it("a variable is what its range makes it, not what it was declared to be", () => {
    expect(inside("integral(f(t), t, 0, oo)")).toEqual(["positive"]);
    expect(inside("integral(f(t), t, -oo, 0)")).toEqual(["negative"]);
    expect(inside("integral(f(t), t, D, w)")).toEqual(["positive"]);
    expect(inside("integral(f(p), p, -1, 1)")).toEqual(["real"]);
    expect(inside("integral(f(t), t, 0, x)")).toEqual(["real"]);
    expect(inside("integral(f(t), t, 0, z)")).toEqual([]);
    expect(inside("sum(f(n), n, 1, 4)")).toEqual(["integer", "positive"]);
    expect(inside("sum(f(n), n, -3, 4)")).toEqual(["integer"]);
    expect(inside("sum(f(c), c, -1, 1)")).toEqual(["sign"]);
    expect(inside("sum(f(c), c, 1, 4)")).toEqual([]);
    expect(inside("diff(f(p), p)")).toEqual(["positive"]);
    expect(inside("average(f(t), t)")).toEqual(["real"]);
    expect(inside("diff(f(n), n)")).toEqual([]);
  });

  it("what was declared holds only where the range guarantees it", () => {
    expect(["integral(f(p), p, 0, 1)", "integral(f(p), p, -1, 1)", "sum(f(n), n, -1, x)", "sum(f(n), n, 1/2, x)", "diff(f(p), p)"].map(holds)).toEqual([true, false, true, false, true]);
    const above = physicalSymbol("s", { assume: "positive" });
    expect(admits(above, symbol(letter("p")))).toEqual([]);
  });
});
