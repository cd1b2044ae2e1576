import { describe, expect, it } from "vitest";
import { showValue } from "../../symbolic/derive/difference.ts";
import { exactly } from "../../symbolic/number/ball.ts";

describe("a value for a reader", () => {
  it("has no part that is only what rounding left beside the other", () => {
    expect(showValue({ re: exactly(-3n), im: exactly(1n, -62) })).toBe("-3");
    expect(showValue({ re: exactly(-1n, -62), im: exactly(5n, -1) })).toBe("2.5i");
    expect(showValue({ re: exactly(1n), im: exactly(-1n, -40) })).toBe("1 - 9.09495e-13i");
    expect(showValue({ re: exactly(0n), im: exactly(0n) })).toBe("0");
  });
});
