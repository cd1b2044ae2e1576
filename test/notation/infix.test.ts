import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, symbol, written } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { readInfix, readRelation } from "../../symbolic/notation/infix.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { complaint, ex, letters as l, names } from "./letters.ts";

const read = (text: string): string => infix(readInfix(text, names));

describe("formulas of scripts", () => {
  it.each([
    ["-V^2*ω0/(2*ħ*(ω0^2 - ω^2))", "-V^2*ω0/(2*ħ*(ω0^2 - ω^2))"], ["2^3^2", "2^(3^2)"], ["a/r/x", "a/r/x"], ["-x^2", "-x^2"], ["a_[1]^2", "a_[1]^2"], ["sec(θ)", "1/cos(θ)"], ["sqrt(x)", "sqrt(x)"],
    ["diff(f(x), x, 2)", "diff(diff(f(x), x), x)"], ["diff(f(x), x = a)", "diff(f(x), x = a)"], ["integral(exp(-t/τ), t, 0, oo)", "integral(exp(-t/τ), t, 0, ∞)"], ["sum(p[n], n, 1, 4)", "sum(p[n], n, 1, 4)"], ["1.5e-3", "3/2000"], ["x − y·a", "x - y*a"],
  ])("%s", (text, shown) => { expect(read(text)).toBe(shown); });

  it("splice terms where they stand, with their brackets", () => {
    expect(infix(ex`2*${ex`x + y`}`)).toBe("2*(x + y)");
    expect(ex`${ex`x`}^2`).toBe(ex`x^2`);
  });

  it("read their own printed form back, for every sum, product and power", () => {
    const leaf = fc.constantFrom<Expr>(symbol(l.θ), symbol(l.x), symbol(l.V), int(2), int(-3), ex`1/2`, ex`a_[1]`, ex`f(x)`);
    const { term } = fc.letrec<{ term: Expr }>((tie) => ({ term: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map(written.sum), fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map(written.product), fc.tuple(tie("term"), fc.constantFrom(2, -1, 3)).map(([a, k]) => written.power(a, int(k)))) }));
    fc.assert(fc.property(term, (e) => { const once = readInfix(infix(e), names); expect(infix(readInfix(infix(once), names))).toBe(infix(once)); }), { numRuns: 300 });
  });
});

describe("what cannot be read", () => {
  it.each([
    ["2x", "NotationError: expected an operator, found 'x' at column 2\n  2x\n   ^\n  write the product with '*'"],
    ["-V^2/(4*w0)", "NotationError: unknown symbol 'w0' at column 9\n  -V^2/(4*w0)\n          ^^\n  did you mean 'ω0'?"],
    ["V(Δ + ħ)", "NotationError: 'V' is not a function at column 2\n  V(Δ + ħ)\n   ^\n  write V*(…) for a product"],
    ["(x + y", "NotationError: expected ')', found the end of the formula at column 7\n  (x + y\n        ^"],
    ["a_", "NotationError: 'a_' needs its indices at column 1\n  a_\n  ^^\n  write a_[…]"],
    ["x $ y", "NotationError: '$' has no meaning here at column 3\n  x $ y\n    ^\n  write a formula with + - * / ^ ( ) [ ]"],
    ["I[1]", "NotationError: 'I' takes 2 arguments (found 1) at column 1\n  I[1]\n  ^"],
    ["e^x", "NotationError: 'e' to a power is ambiguous at column 1\n  e^x\n  ^\n  write exp(…) for the exponential function"],
    ["diff(x, 2)", "NotationError: diff takes diff(f, x, …) with a plain symbol x at column 1\n  diff(x, 2)\n  ^^^^"],
    ["", "NotationError: expected a number, a name or '(', found the end of the formula at column 1\n  \n  ^"],
  ])("'%s' is an error with a caret under the place", (text, message) => { expect(complaint(() => readInfix(text, names))).toBe(message); });

  it("a relation must have two sides and one mark", () => {
    expect(readRelation("x < y", names).relation).toBe("<");
    expect(complaint(() => readRelation("x", names))).toContain("expected '=', '<' or '>'");
    expect(complaint(() => readRelation("x = y = a", names))).toContain("expected the end of the formula, found '='");
  });
});
