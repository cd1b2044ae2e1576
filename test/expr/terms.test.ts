import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binder, call, DivisionByZero, I, inScratch, int, MINUS_ONE, negate, ONE, PI, power, product, quotient, squareRoot, sum, symbol, word, written, ZERO, compareTerms, isNumber, splitCoefficient,
} from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { dimension, equalDimensions, multiplyDimensions, powerOfDimension, showDimension } from "../../symbolic/expr/dimension.ts";
import { physicalSymbol } from "../../symbolic/expr/symbol.ts";
import { contains, freeSymbols, substitute, subterms, transform } from "../../symbolic/expr/walk.ts";
import { rational } from "../../symbolic/number/rational.ts";

const x = physicalSymbol("x");
const y = physicalSymbol("y", { assume: "positive" });
const n = physicalSymbol("n", { assume: "integer" });
const [X, Y] = [symbol(x), symbol(y)];

/** Random terms built with the canonical constructors. */
const terms = fc.letrec<{ term: Expr }>((tie) => ({
  term: fc.oneof({ depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Expr>(X, Y, ONE, I, PI, symbol(n)), fc.integer({ min: -5, max: 5 }).map((k): Expr => int(k)),
    fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map((list) => sum(...list)), fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map((list) => product(...list)),
    fc.tuple(tie("term"), fc.integer({ min: 0, max: 3 })).map(([base, k]) => power(base, int(k))), tie("term").map((u) => call("sin", [u])),
  ),
})).term;

/** Each clause says what it excludes. */
const isCanonical = (e: Expr): boolean => {
  if (e.kind === "sum") {
    return e.args.length >= 2 && e.args.every((t) => t.kind !== "sum") &&                        // x is no sum; a + (b + c)
      e.args.filter(isNumber).length <= 1 &&                                                    // 2 + 3
      e.args.every((t, k) => k === 0 || compareTerms(e.args[k - 1]!, t) < 0) &&                  // b + a
      new Set(e.args.map((t) => splitCoefficient(t)[1])).size === e.args.length;                // 2x + 3x
  }
  if (e.kind === "product") {
    return e.args.length >= 2 && e.args.every((t) => t.kind !== "product" && t !== ONE) && e.args.slice(1).every((t) => !isNumber(t)) && !e.args.includes(ZERO);
  }
  return true;
};

describe("terms", () => {
  it("are the same object exactly when they are the same mathematics as written", () => {
    expect(written.sum([X, Y])).toBe(written.sum([X, Y]));
    expect(written.sum([X, Y])).not.toBe(written.sum([Y, X]));
    expect(sum(X, Y)).toBe(sum(Y, X));
    expect(physicalSymbol("x")).not.toBe(x);
    expect(symbol(physicalSymbol("x"))).not.toBe(X);
  });

  it("satisfy every clause of the canonical form, all the way down", () => {
    fc.assert(fc.property(terms, (e) => { expect(subterms(e).every(isCanonical)).toBe(true); }));
  });

  it("have one canonical sum and product, whatever the order of the parts", () => {
    fc.assert(fc.property(fc.array(terms, { maxLength: 5 }), (list) => {
      expect(sum(...list)).toBe(sum(...list.toReversed()));
      expect(product(...list)).toBe(product(...list.toReversed()));
    }));
  });

  it("never cancel x/x unless x is assumed nonzero", () => {
    expect(quotient(X, X)).not.toBe(ONE);
    expect(quotient(Y, Y)).toBe(ONE);
    expect(power(power(X, MINUS_ONE), MINUS_ONE)).not.toBe(X);
    expect(power(power(Y, MINUS_ONE), MINUS_ONE)).toBe(Y);
    expect(power(squareRoot(X), int(2))).toBe(X);
    expect(power(power(X, int(2)), rational(1, 2).numerator === 1 ? squareRoot(ONE) : ONE)).toBe(power(X, int(2)));
  });

  it("tell (−V)² from −V²", () => {
    expect(power(negate(X), int(2))).toBe(power(X, int(2)));
    expect(negate(power(X, int(2)))).not.toBe(power(negate(X), int(2)));
  });

  it("refuse to be built with a division by zero", () => {
    expect(() => quotient(X, ZERO)).toThrow(DivisionByZero);
  });

  it("evaluate i² = −1 and 0⁰ = 1", () => {
    expect(power(I, int(2))).toBe(MINUS_ONE);
    expect(power(I, int(-1))).toBe(product(MINUS_ONE, I));
    expect(power(ZERO, ZERO)).toBe(ONE);
  });

  it("are forgotten with their scratch space, without their ids being used again", () => {
    const inner = inScratch(() => written.sum([X, int(987654321)]));
    expect(written.sum([X, int(987654321)])).not.toBe(inner);
    expect(inScratch(() => sum(X, Y))).toBe(sum(X, Y));
  });

  it("cannot be changed, nor can the symbols and numbers in them", () => {
    expect(() => { (sum(X, Y) as { kind: string }).kind = "product"; }).toThrow(TypeError);
    const list = [X];
    const sine = call("sin", list);
    list[0] = Y;
    expect(sine).toBe(call("sin", [X]));
    for (const tamper of [() => { ((sine.args) as Expr[])[0] = Y; }, () => { (x.assume as string[]).push("positive"); }, () => { (int(7).value as { numerator: number }).numerator = 8; }]) expect(tamper).toThrow(TypeError);
    const spread = { ...x, assume: [] as never[] };
    expect(Object.isFrozen(symbol(spread).symbol.assume)).toBe(true);
  });

  it("keep operators in their order, as letters, powers, sums and words", () => {
    const [A, B] = ["A", "B"].map((name) => symbol(physicalSymbol(name, { assume: "operator" }))) as [Expr, Expr];
    for (const u of [A, power(A, int(2)), sum(A, B), sum(X, A), word([A, B, A]), power(product(int(2), A, B), int(2))]) {
      expect(u.operator).toBe(true);
      expect(product(u, B, Y)).not.toBe(product(B, u, Y));
      expect(product(u, Y, B)).toBe(product(Y, u, B));
      expect(product(u, B, u).operator).toBe(true);
    }
    expect(product(A, B, A)).not.toBe(product(power(A, int(2)), B));
    expect([sum(X, Y), call("sin", [X])].some((e) => e.operator)).toBe(false);
  });

  it("have symbols whose assumptions some value satisfies", () => {
    expect(() => physicalSymbol("q", { assume: ["positive", "negative"] })).toThrow("the symbol 'q' is assumed positive and negative: no value is both");
    expect(() => physicalSymbol("q", { assume: ["operator", "integer"] })).toThrow("the symbol 'q' is assumed operator and integer: no value is both");
  });
});

describe("substitution", () => {
  const integral = binder("integral", x, [written.product([X, Y]), ZERO, X]);

  it("leaves the bound symbol alone and reaches the range", () => {
    expect(substitute(integral, new Map([[x, int(3)]]))).toBe(binder("integral", x, [written.product([X, Y]), ZERO, int(3)]));
  });

  it("renames a bound symbol before a new term is captured", () => {
    const result = substitute(integral, new Map([[y, X]]));
    expect(result.kind).toBe("binder");
    expect(freeSymbols(result)).toContain(x);
    if (result.kind === "binder") {
      expect(result.bound).not.toBe(x);
      expect(result.args[0]).toBe(written.product([symbol(result.bound), X]));
    }
  });

  it("keeps the written order", () => {
    const e = written.sum([Y, X, int(2)]);
    expect(substitute(e, new Map([[x, int(7)]]))).toBe(written.sum([Y, int(7), int(2)]));
  });

  it("undoes itself for a fresh symbol", () => {
    const fresh = physicalSymbol("f");
    fc.assert(fc.property(terms, (e) => {
      expect(substitute(substitute(e, new Map([[x, symbol(fresh)]])), new Map([[fresh, X]]))).toBe(transform(e, (node) => node));
    }));
  });

  it("finds every subterm once, children first", () => {
    fc.assert(fc.property(terms, (e) => {
      const all = subterms(e);
      expect(new Set(all).size).toBe(all.length);
      expect(all[all.length - 1]).toBe(e);
      expect(all.every((part) => contains(e, part))).toBe(true);
    }));
  });
});

describe("dimensions", () => {
  const energy = dimension({ mass: 1, length: 2, time: -2 });
  it("multiply and take rational powers", () => {
    expect(equalDimensions(powerOfDimension(multiplyDimensions(energy, energy), rational(1, 2)), energy)).toBe(true);
    expect(showDimension(energy)).toBe("kg·m^2·s^-2");
    expect(showDimension(powerOfDimension(energy, rational(1, 2)))).toBe("kg^1/2·m·s^-1");
    expect(showDimension(dimension({}))).toBe("1");
  });
});
