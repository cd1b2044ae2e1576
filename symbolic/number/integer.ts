/**
 * # Integers of any size with a fast path for machine integers
 *
 * An `Integer` is a JavaScript number exactly when its absolute value is at most 2⁵³ − 1, else a bigint; so equal integers have
 * one representation and `===` on the machine path is equality.
 *
 * Trusted: yes. A product of two doubles that lands at or below 2⁵³ − 1 is exact, because a larger exact product
 * cannot round to below 2⁵³.
 */

export type Integer = number | bigint;

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** The canonical representation of a bigint. */
export const integer = (value: bigint): Integer => (value <= LARGEST && value >= -LARGEST ? Number(value) : value);

export const isMachine = (a: Integer): a is number => typeof a === "number";

export const addInteger = (a: Integer, b: Integer): Integer => {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return integer(BigInt(a) + BigInt(b));
};

export const multiplyInteger = (a: Integer, b: Integer): Integer => {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;    // never −0
  }
  return integer(BigInt(a) * BigInt(b));
};

export const negateInteger = (a: Integer): Integer => (typeof a === "number" ? (a === 0 ? 0 : -a) : -a);

export const absInteger = (a: Integer): Integer => (a < 0 ? negateInteger(a) : a);

export const signOfInteger = (a: Integer): -1 | 0 | 1 => (a > 0 ? 1 : a < 0 ? -1 : 0);

/** Exact quotient of a by b; the caller guarantees that b divides a. */
export const divideExactly = (a: Integer, b: Integer): Integer => {
  if (typeof a === "number" && typeof b === "number") {
    const quotient = a / b;
    return quotient === 0 ? 0 : quotient;
  }
  return integer(BigInt(a) / BigInt(b));
};

/** a mod b with the sign of a, as in BigInt. */
export const remainderInteger = (a: Integer, b: Integer): Integer => {
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    return rest === 0 ? 0 : rest;
  }
  return integer(BigInt(a) % BigInt(b));
};

/** Greatest common divisor, never negative; gcd(0, 0) = 0. */
export const gcdInteger = (a: Integer, b: Integer): Integer => {
  let x = absInteger(a);
  let y = absInteger(b);
  while (y !== 0) [x, y] = [y, remainderInteger(x, y)];
  return x;
};

export const powerInteger = (base: Integer, exponent: number): Integer => {
  if (!Number.isSafeInteger(exponent) || exponent < 0) throw new RangeError(`integer power needs an exponent 0, 1, 2, … (was ${exponent})`);
  let result: Integer = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyInteger(result, square);
    if (rest > 1) square = multiplyInteger(square, square);
  }
  return result;
};

/** Number of bits of |a|, or one more where |a| lies just below a power of two. */
export const bitLength = (a: bigint): number => {
  const size = Number(a < 0n ? -a : a);
  if (size === 0) return 0;
  if (Number.isFinite(size)) return Math.floor(Math.log2(size)) + 1;
  const digits = (a < 0n ? -a : a).toString(16);
  return 4 * (digits.length - 1) + (32 - Math.clz32(Number.parseInt(digits.charAt(0), 16)));
};

/** ⌊√n⌋ for n ≥ 0, by Newton's iteration from above. */
export const floorSquareRoot = (n: bigint): bigint => {
  if (n < 0n) throw new RangeError("square root of a negative integer");
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) + 3) >> 1);          // never below √n
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
};

/**
 * The largest s with s² dividing n ≥ 1 that trial division finds, and n / s².
 * Primes up to 997 are found; a larger squared prime stays inside, which costs completeness, never soundness.
 */
export const squarePart = (n: Integer): { readonly root: Integer; readonly rest: Integer } => {
  let root: Integer = 1;
  let rest = n;
  for (let p = 2; p < 1000; p++) {
    const square = p * p;
    if (typeof rest === "number" && square > rest) break;
    while (remainderInteger(rest, square) === 0) {
      rest = divideExactly(rest, square);
      root = multiplyInteger(root, p);
    }
  }
  const whole = floorSquareRoot(BigInt(rest));
  if (whole > 1n && whole * whole === BigInt(rest)) return { root: multiplyInteger(root, integer(whole)), rest: 1 };
  return { root, rest };
};

/** Prime factors of n ≥ 1 with multiplicity, by trial division up to 997; what is left is returned as if it were prime. */
export const factorInteger = (n: Integer): readonly { readonly prime: Integer; readonly times: number }[] => {
  const factors: { prime: Integer; times: number }[] = [];
  let rest = n;
  for (let p = 2; p < 1000 && rest !== 1; p++) {
    let times = 0;
    while (remainderInteger(rest, p) === 0) {
      rest = divideExactly(rest, p);
      times++;
    }
    if (times > 0) factors.push({ prime: p, times });
  }
  if (rest !== 1) factors.push({ prime: rest, times: 1 });
  return factors;
};
