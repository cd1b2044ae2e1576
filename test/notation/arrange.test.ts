import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gathered } from "../../symbolic/notation/arrange.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { readInfix } from "../../symbolic/notation/infix.ts";
import { readAssumptions } from "../../symbolic/notation/assumptions.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";

const tidy = (text: string): string => infix(gathered(readInfix(text, readAssumptions("a,b,c,x,y positive").names)));

describe("gathering the numbers of a product", () => {
  it("puts one number in front and keeps the order of the letters", () => {
    expect(tidy("1/2*x*8*b*a^2")).toBe("4*x*b*a^2");
    expect(tidy("4/9*(-3)*a*b/(2*c)")).toBe("-2*a*b/(3*c)");
    expect(tidy("(-1)*x*(-1)")).toBe("x");
  });

  it("leaves a product with one number as it is", () => {
    expect(tidy("a/2 + b*x/(2*c)")).toBe("a/2 + b*x/(2*c)");
  });

  it("leaves no sign before a sign", () => {
    expect(tidy("a - (-1)*x*y")).toBe("a + x*y");
    expect(tidy("-(-4*a - 4*b)")).toBe("4*a + 4*b");
    expect(tidy("a - (-1)*(-2)*x")).toBe("a - 2*x");
  });

  it("does not change the value", () => {
    const leaf = fc.constantFrom("a", "b", "x", "2", "3", "(-1)", "1/2");
    const formula: fc.Arbitrary<string> = fc.letrec<{ whole: string }>((tie) => ({
      whole: fc.oneof({ depthSize: "small" }, leaf,
        fc.tuple(tie("whole"), fc.constantFrom("*", "+", "-"), tie("whole")).map(([l, op, r]) => `(${l} ${op} ${r})`),
        tie("whole").map((l) => `(1/(${l} + 7*y)^2)`), tie("whole").map((l) => `(-(${l}))`)),
    })).whole;
    fc.assert(fc.property(formula, (text) => {
      const e = readInfix(text, readAssumptions("a,b,x,y positive").names);
      return decideEqual(e, gathered(e)).kind === "equal";
    }), { numRuns: 200 });
  });
});
