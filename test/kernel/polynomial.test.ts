import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integer, type Integer } from "../../symbolic/number/integer.ts";
import {
  addGenerator, addPolynomial, constantPolynomial, emptyRing, equalPolynomials, exponentOf, isZeroPolynomial, monomial, multiplyPolynomial, negatePolynomial, onePolynomial,
  powerPolynomial, RingOverflow, zeroPolynomial, type Polynomial, type Ring,
} from "../../symbolic/kernel/polynomial.ts";
import { exactQuotient } from "../../symbolic/kernel/division.ts";

const fourGenerators = (): Ring => {
  const ring = emptyRing();
  for (let k = 0; k < 4; k++) addGenerator(ring, 100);
  return ring;
};

type Terms = readonly { readonly exponents: readonly number[]; readonly coefficient: Integer }[];
const build = (ring: Ring, terms: Terms): Polynomial =>
  terms.reduce((total, { exponents, coefficient }) =>
    addPolynomial(total, coefficient === 0 ? zeroPolynomial : exponents.reduce((m, e, g) => multiplyPolynomial(ring, m, monomial(ring, g, e)), constantPolynomial(coefficient))), zeroPolynomial);

/** The second opinion: exponents as text, bigint coefficients. */
const naive = (a: Terms, b: Terms): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const x of a) for (const y of b) {
    const key = x.exponents.map((e, k) => e + y.exponents[k]!).join(",");
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(x.coefficient) * BigInt(y.coefficient));
  }
  for (const [key, value] of sums) if (value === 0n) sums.delete(key);
  return sums;
};
const asMap = (ring: Ring, a: Polynomial): Map<string, bigint> =>
  new Map(a.keys.map((key, k) => [[0, 1, 2, 3].map((g) => exponentOf(ring, key, g)).join(","), BigInt(a.coefficients[k]!)]));

const coefficient = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }).map(integer));
const terms = (maxLength: number): fc.Arbitrary<Terms> =>
  fc.array(fc.record({ exponents: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), coefficient }), { maxLength });

describe("sparse polynomials", () => {
  it("multiply as lists of exponents and bigints do, few terms or many", () => {
    fc.assert(fc.property(fc.oneof(fc.tuple(terms(6), terms(6)), fc.tuple(terms(40), terms(40))), ([a, b]) => {
      const ring = fourGenerators();
      expect(asMap(ring, multiplyPolynomial(ring, build(ring, a), build(ring, b)))).toEqual(naive(a, b));
    }), { numRuns: 200 });
  });

  it("keep coefficients that are powers of two, at which a rounded logarithm is short of a bit", () => {
    for (const power of [31, 48, 49, 50, 51, 52]) {
      for (const largest of [2 ** power, 2 ** power - 1, -(2 ** power)]) {
        const ring = fourGenerators();
        const long = Array.from({ length: 60 }, (_, k) => monomial(ring, 0, k, k % 7 === 0 ? largest : 1)).reduce(addPolynomial);
        const a = long.keys.map((_, k) => ({ exponents: [k, 0, 0, 0], coefficient: long.coefficients[k]! }));
        const b = [{ exponents: [0, 0, 0, 0], coefficient: 1 }, { exponents: [1, 0, 0, 0], coefficient: -1 }];
        expect(asMap(ring, multiplyPolynomial(ring, long, build(ring, b)))).toEqual(naive(a, b));
      }
    }
  });

  it("have the value (1 + 1 + 1 + 1)^32 + 4^16 for p(1 + p) at one, p = (1 + x + y + z)^16", () => {
    const ring = fourGenerators();
    const p = powerPolynomial(ring, [0, 1, 2].map((g) => monomial(ring, g, 1)).reduce(addPolynomial, onePolynomial), 16);
    const product = multiplyPolynomial(ring, p, addPolynomial(onePolynomial, p));
    expect(product.keys.length).toBe(6545);                                       // (32 + 3 choose 3)
    expect(product.coefficients.reduce<bigint>((total, c) => total + BigInt(c), 0n)).toBe(4n ** 32n + 4n ** 16n);
  });

  it("are divided exactly where a product was formed, and not otherwise", () => {
    fc.assert(fc.property(terms(6), terms(5), (a, b) => {
      const ring = fourGenerators();
      const [p, q] = [build(ring, a), build(ring, b)];
      fc.pre(q.keys.length > 0);
      expect(equalPolynomials(exactQuotient(ring, multiplyPolynomial(ring, p, q), q) ?? zeroPolynomial, p)).toBe(true);
      fc.pre(q.keys.length > 1);
      expect(exactQuotient(ring, addPolynomial(multiplyPolynomial(ring, p, q), onePolynomial), q)).toBeUndefined();
    }));
  });

  it("obey the relations i² = −1, c² = 1 and r² = 1 + x, whatever the order of multiplication", () => {
    const ring = emptyRing();
    const x = addGenerator(ring, 100);
    const i = addGenerator(ring, 3, { degree: 2, value: constantPolynomial(-1) });
    const c = addGenerator(ring, 3, { degree: 2, value: onePolynomial });
    const r = addGenerator(ring, 3, { degree: 2, value: addPolynomial(onePolynomial, monomial(ring, x, 1)) });
    const element = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat(2), fc.nat(1), fc.nat(1), fc.nat(1)), { maxLength: 5 }).map((list) =>
      list.reduce((total, [k, ex, ei, ec, er]) => addPolynomial(total, k === 0 ? zeroPolynomial : [[x, ex], [i, ei], [c, ec], [r, er]].reduce((m, [g, e]) => multiplyPolynomial(ring, m, monomial(ring, g!, e!)), constantPolynomial(k))), zeroPolynomial));
    fc.assert(fc.property(element, element, element, (a, b, d) => {
      const times = (u: Polynomial, v: Polynomial): Polynomial => multiplyPolynomial(ring, u, v);
      expect(equalPolynomials(times(times(a, b), d), times(a, times(b, d)))).toBe(true);
      expect(isZeroPolynomial(addPolynomial(times(a, addPolynomial(b, d)), negatePolynomial(addPolynomial(times(a, b), times(a, d)))))).toBe(true);
      for (const key of times(a, b).keys) for (const g of [i, c, r]) expect([0, 1]).toContain(exponentOf(ring, key, g));
    }));
  });

  it("ask for all the room that they need at once, and for none while the exponents still fit", () => {
    const ring = emptyRing();
    const [x, y] = [addGenerator(ring, 7), addGenerator(ring, 7)];
    const up = multiplyPolynomial(ring, monomial(ring, x, 6), monomial(ring, y, 6));
    const one = addPolynomial(addPolynomial(up, onePolynomial), negatePolynomial(up));                     // the bounds still remember x⁶y⁶
    expect(multiplyPolynomial(ring, one, up)).toMatchObject({ keys: up.keys });
    try {
      multiplyPolynomial(ring, up, up);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof RingOverflow && error.needed).toEqual([{ generator: x, reach: 12 }, { generator: y, reach: 12 }]);
    }
  });

  it("report an exponent that leaves its field instead of wrapping around", () => {
    const ring = emptyRing();
    const x = addGenerator(ring, 7);
    expect(() => powerPolynomial(ring, monomial(ring, x, 1), 8)).toThrow(RingOverflow);
    expect(() => { for (let k = 0; k < 20; k++) addGenerator(ring, 100); }).toThrow("no room is left for another generator");
  });
});
