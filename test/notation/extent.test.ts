import { describe, expect, it } from "vitest";
import { product, sum } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { extent, LONGEST } from "../../symbolic/notation/extent.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { latex } from "../../symbolic/notation/latexPrinter.ts";
import { letters } from "../kernel/declare.ts";

const { ex } = letters("x,y,z real");
const doubled = (e: Expr, times: number): Expr => (times === 0 ? e : doubled(sum(product(e, ex("y")), product(e, ex("z"))), times - 1));

describe("the extent of a term", () => {
  it("counts letters, numbers and operations as often as they are written", () => {
    expect([extent(ex("x")), extent(ex("x + y")), extent(ex("sin(x + y)*(x + y)"))]).toEqual([1, 3, 8]);
  });

  it("keeps the printers from writing out what no memory can hold", () => {
    const huge = doubled(ex("x"), 80);
    expect(extent(huge)).toBeGreaterThan(1e24);
    expect([infix(huge), latex(huge)]).toEqual(["⟨a term of 7.3e+24 signs⟩", "\\langle\\text{a term of 7.3e+24 signs}\\rangle"]);
    expect(extent(doubled(ex("x"), 7))).toBeLessThan(LONGEST);
    expect(infix(doubled(ex("x"), 7))).not.toContain("signs");
  });
});
