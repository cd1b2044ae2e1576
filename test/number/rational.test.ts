import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addInteger, factorInteger, floorSquareRoot, integer, multiplyInteger, squarePart } from "../../symbolic/number/integer.ts";
import {
  addRational, compareRational, divideRational, equalRational, floorRational, fromDouble, multiplyRational, negateRational, parseRational, powerRational, rational, showRational, toNumber,
} from "../../symbolic/number/rational.ts";
import { cannotRoundTo, decimal, highest, lowest, roundsTo } from "../../symbolic/number/decimal.ts";

const anyInteger = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(integer));
const nonzeroInteger = anyInteger.filter((n) => n !== 0);
const anyRational = fc.tuple(anyInteger, nonzeroInteger).map(([p, q]) => rational(p, q));

describe("integers of any size", () => {
  it("add and multiply as bigints do, and use machine numbers exactly up to 2^53 − 1", () => {
    fc.assert(fc.property(anyInteger, anyInteger, (a, b) => {
      const [sum, product] = [addInteger(a, b), multiplyInteger(a, b)];
      expect(BigInt(sum)).toBe(BigInt(a) + BigInt(b));
      expect(BigInt(product)).toBe(BigInt(a) * BigInt(b));
      for (const value of [sum, product]) {
        const small = BigInt(value) <= BigInt(Number.MAX_SAFE_INTEGER) && BigInt(value) >= -BigInt(Number.MAX_SAFE_INTEGER);
        expect(typeof value).toBe(small ? "number" : "bigint");
      }
    }));
  });

  it("have an exact floor of the square root", () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 80n }), (n) => {
      const root = floorSquareRoot(n);
      expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true);
    }));
  });

  it("are the product of their factors, and of the square of a root and a rest", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (n) => {
      expect(factorInteger(n).reduce((total, { prime, times }) => total * BigInt(prime) ** BigInt(times), 1n)).toBe(BigInt(n));
      const { root, rest } = squarePart(n);
      expect(BigInt(root) * BigInt(root) * BigInt(rest)).toBe(BigInt(n));
    }));
  });
});

describe("exact rationals", () => {
  it("form a field", () => {
    fc.assert(fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
      expect(equalRational(multiplyRational(a, addRational(b, c)), addRational(multiplyRational(a, b), multiplyRational(a, c)))).toBe(true);
      expect(equalRational(addRational(a, negateRational(a)), rational(0))).toBe(true);
      fc.pre(b.numerator !== 0);
      expect(equalRational(multiplyRational(divideRational(a, b), b), a)).toBe(true);
    }));
  });

  it("are printed and read back unchanged", () => {
    fc.assert(fc.property(anyRational, (a) => { expect(parseRational(showRational(a))).toEqual(a); }));
  });

  it("keep the exact value of every double", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => { expect(toNumber(fromDouble(x))).toBe(x === 0 ? 0 : x); }));
  });

  it("have a floor that is the greatest integer below", () => {
    fc.assert(fc.property(anyRational, (a) => {
      const floor = rational(floorRational(a));
      expect(compareRational(floor, a)).not.toBe(1);
      expect(compareRational(addRational(floor, rational(1)), a)).toBe(1);
    }));
  });

  it("are made of exact integers only", () => {
    expect(() => rational(0.5)).toThrow("a rational number needs exact integers (was 0.5/1); a bigint beyond 2^53, fromDouble for a double");
    expect(() => rational(1, 2 ** 53)).toThrow(RangeError);
    expect(rational(2n ** 60n).numerator).toBe(2n ** 60n);
  });

  it("refuse the denominator zero, also as a negative power of zero", () => {
    expect(() => rational(1, 0)).toThrow("a rational number needs a denominator other than 0");
    expect(() => powerRational(rational(0), -1)).toThrow(RangeError);
    expect(parseRational("1/0")).toBeUndefined();
  });
});

describe("printed decimals", () => {
  it('keep their digits: "20.0" is [19.95, 20.05] and "20" is [19.5, 20.5]', () => {
    expect([lowest(decimal("20.0")), highest(decimal("20.0"))]).toEqual([rational(1995, 100), rational(2005, 100)]);
    expect([lowest(decimal("20")), highest(decimal("20"))]).toEqual([rational(195, 10), rational(205, 10)]);
    expect(decimal("5e-27").significant).toBe(1);
    expect(decimal("0.0040").significant).toBe(2);
  });

  it("accept what rounds to them and refuse what cannot, with nothing in between called either", () => {
    const d = decimal("5.7");
    expect(roundsTo(rational(566, 100), rational(574, 100), d)).toBe(true);
    expect(cannotRoundTo(rational(580, 100), rational(590, 100), d)).toBe(true);
    expect(roundsTo(rational(574, 100), rational(580, 100), d) || cannotRoundTo(rational(574, 100), rational(580, 100), d)).toBe(false);
  });

  it("refuse what is not a decimal", () => {
    expect(() => decimal("5,7")).toThrow("not a printed decimal: '5,7' (expected digits like 20.0 or 5e-27)");
  });
});
