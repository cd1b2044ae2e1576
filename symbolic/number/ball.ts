/**
 * # Real balls with rigorous rounding
 *
 * A `Ball` is the set of reals within `radius`·2^exponent of `middle`·2^exponent. Every operation returns a ball that contains
 * every possible result; `bits` is the working precision. An operation without a value for some member of its argument
 * (division by a ball around 0, logarithm of a ball that reaches 0) throws `Indefinite`; more precision may cure it.
 *
 * - fixed-point kernels (exp, log, sin/cos, atan, π) work on integers scaled by 2^bits; the error bounds are stated at each of them.
 *
 * Trusted: yes; every bound below is an argument, not an experience.
 */
import { bitLength, floorSquareRoot, integer } from "./integer.ts";
import { rational, type Rational } from "./rational.ts";

export interface Ball { readonly middle: bigint; readonly radius: bigint; readonly exponent: number }

/** The operation has no value on a part of the ball. */
export class Indefinite extends Error {
  override readonly name = "Indefinite";
}
const indefinite = (what: string): never => { throw new Indefinite(what); };

const RADIUS_BITS = 30;
const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);

export const exactly = (middle: bigint, exponent = 0): Ball => ({ middle, radius: 0n, exponent });
export const zeroBall: Ball = exactly(0n);
export const oneBall: Ball = exactly(1n);

/** Rounds to `bits` bits; what is cut off goes into the radius. ⌊m/2^s⌋ errs by less than 1, ⌊r/2^s⌋ + 2 covers r/2^s + 1. */
const rounded = (middle: bigint, radius: bigint, exponent: number, bits: number): Ball => {
  const excess = Math.max(bitLength(middle) - bits, bitLength(radius) - RADIUS_BITS);
  if (excess <= 0) return { middle, radius, exponent };
  const shift = BigInt(excess);
  const cut = middle >> shift;
  const exact = radius === 0n && cut << shift === middle;
  return { middle: cut, radius: exact ? 0n : (radius >> shift) + 2n, exponent: exponent + excess };
};

export const isExactZero = (a: Ball): boolean => a.middle === 0n && a.radius === 0n;
export const containsZero = (a: Ball): boolean => magnitude(a.middle) <= a.radius;
export const isPositiveBall = (a: Ball): boolean => a.middle > a.radius;
export const isNegativeBall = (a: Ball): boolean => -a.middle > a.radius;

export const negateBall = (a: Ball): Ball => ({ middle: -a.middle, radius: a.radius, exponent: a.exponent });

export const addBall = (a: Ball, b: Ball, bits: number): Ball => {
  if (isExactZero(a)) return b;
  if (isExactZero(b)) return a;
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  const gap = high.exponent - low.exponent;
  if (gap > 2 * bits + 4 + Math.max(bitLength(low.middle), bitLength(low.radius))) {
    // The lower ball lies within 2^-2·bits units of the higher one: it becomes radius.
    const up = BigInt(2 * bits);
    return rounded(high.middle << up, (high.radius << up) + 1n, high.exponent - 2 * bits, bits);
  }
  const shift = BigInt(gap);
  return rounded((high.middle << shift) + low.middle, (high.radius << shift) + low.radius, low.exponent, bits);
};

export const subtractBall = (a: Ball, b: Ball, bits: number): Ball => addBall(a, negateBall(b), bits);

export const multiplyBall = (a: Ball, b: Ball, bits: number): Ball =>
  rounded(
    a.middle * b.middle,
    magnitude(a.middle) * b.radius + magnitude(b.middle) * a.radius + a.radius * b.radius,
    a.exponent + b.exponent, bits);

/** |x/y − m₁/m₂| ≤ (|m₁| r₂ + |m₂| r₁) / (|m₂| (|m₂| − r₂)) for x, y in the two balls. */
export const divideBall = (a: Ball, b: Ball, bits: number): Ball => {
  if (containsZero(b)) return indefinite("division by a ball that contains zero");
  if (isExactZero(a)) return a;
  const size = magnitude(b.middle);
  const shift = BigInt(Math.max(0, bits + bitLength(b.middle) - bitLength(a.middle) + 2));
  const quotient = (a.middle << shift) / b.middle;
  const spread = (magnitude(a.middle) * b.radius + size * a.radius) << shift;
  const radius = spread / (size * (size - b.radius)) + 2n;
  const exact = a.radius === 0n && b.radius === 0n && quotient * b.middle === a.middle << shift;
  return rounded(quotient, exact ? 0n : radius, a.exponent - b.exponent - Number(shift), bits);
};

export const fromRational = (value: Rational, bits: number): Ball => {
  const numerator = exactly(BigInt(value.numerator));
  return value.denominator === 1 ? numerator : divideBall(numerator, exactly(BigInt(value.denominator)), bits);
};

/** The hull of [low, high]. */
export const fromInterval = (low: Ball, high: Ball, bits: number): Ball => {
  const half: Ball = { middle: 1n, radius: 0n, exponent: -1 };
  const centre = multiplyBall(addBall(low, high, bits), half, bits);
  const spread = addBall(multiplyBall(subtractBall(high, low, bits), half, bits), zeroBall, bits);
  return addBall(centre, { middle: 0n, radius: magnitude(spread.middle) + spread.radius, exponent: spread.exponent }, bits);
};

const two = (power: number): bigint => 1n << BigInt(power);

/** middle and radius as integers scaled by 2^scale; the shift down errs by less than one unit, which the radius takes. */
const fixed = (a: Ball, scale: number): { readonly middle: bigint; readonly radius: bigint } => {
  const shift = a.exponent + scale;
  return shift >= 0
    ? { middle: a.middle << BigInt(shift), radius: a.radius << BigInt(shift) }
    : { middle: a.middle >> BigInt(-shift), radius: (a.radius >> BigInt(-shift)) + 2n };
};

/** [√low, √high] from the end points; a ball that reaches below zero has no real square root. */
export const squareRootBall = (a: Ball, bits: number): Ball => {
  if (isExactZero(a)) return a;
  const low = a.middle - a.radius;
  if (low < 0n) return indefinite("square root of a ball that reaches below zero");
  const extra = Math.max(0, 2 * bits + 8 - bitLength(a.middle));
  const shift = (a.exponent - extra) % 2 === 0 ? extra : extra + 1;
  const under = low << BigInt(shift);
  const bottom = floorSquareRoot(under);
  if (a.radius === 0n && bottom * bottom === under) return rounded(bottom, 0n, (a.exponent - shift) / 2, bits);
  const top = floorSquareRoot((a.middle + a.radius) << BigInt(shift)) + 1n;
  return rounded(bottom + top, top - bottom + 1n, (a.exponent - shift) / 2 - 1, bits);
};

/** Σ z^(2k+1)/(2k+1), with alternating signs for atan; |z| ≤ 1/2 at scale s. Error < 2·terms + 2 units ≤ 2^14 for s ≤ 4096. */
const oddSeries = (z: bigint, scale: number, alternating: boolean): bigint => {
  const shift = BigInt(scale);
  const square = (z * z) >> shift;
  let power = z;
  let sum = z;
  for (let k = 3n, sign = -1n; power !== 0n && power !== -1n; k += 2n, sign = -sign) {
    power = (power * square) >> shift;
    sum += alternating ? sign * (power / k) : power / k;
  }
  return sum;
};
const SERIES_ERROR = two(14);

const constants = new Map<string, bigint>();               // pure values of (name, scale); a cache, not a state
const constant = (name: string, scale: number, compute: (working: number) => bigint): bigint => {
  const key = `${name}@${scale}`;
  const known = constants.get(key);
  if (known !== undefined) return known;
  const value = compute(scale + 32) >> 32n;
  constants.set(key, value);
  return value;
};
/** ln 2 and π at scale s, each below the true value by less than 2 units: the series errors vanish in the 32 guard bits. */
const logTwo = (scale: number): bigint => constant("log 2", scale, (s) =>
  18n * oddSeries(two(s) / 26n, s, false) - 2n * oddSeries(two(s) / 4801n, s, false) + 8n * oddSeries(two(s) / 8749n, s, false));
const piFixed = (scale: number): bigint => constant("pi", scale, (s) =>
  16n * oddSeries(two(s) / 5n, s, true) - 4n * oddSeries(two(s) / 239n, s, true));

export const piBall = (bits: number): Ball => ({ middle: piFixed(bits + 4), radius: 4n, exponent: -(bits + 4) });

/** Σ x^k/k! for |x| ≤ 1 at scale s: halve 8 times, sum, square 8 times. Error: (2·terms + 2)·3·2^8 + 2^9 ≤ 2^21 units for s ≤ 4096. */
const exponentialSeries = (x: bigint, scale: number): bigint => {
  const shift = BigInt(scale);
  const small = x >> 8n;
  let term = two(scale);
  let sum = term;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = ((term * small) >> shift) / k;
    sum += term;
  }
  for (let n = 0; n < 8; n++) sum = (sum * sum) >> shift;
  return sum;
};

/** e^x = 2^k e^(x − k ln 2); for |x − m| ≤ r ≤ 1, |e^x − e^m| ≤ 2 r e^m. */
export const exponentialBall = (a: Ball, bits: number): Ball => {
  if (isExactZero(a)) return oneBall;
  const top = bitLength(a.middle) + a.exponent;
  if (top > 40) return indefinite("exponential of a number beyond 2^40");
  const scale = bits + 48 + Math.max(0, top);
  const { middle, radius } = fixed(a, scale);
  if (radius > two(scale)) return indefinite("exponential of a ball of radius above one");
  const k = middle / logTwo(scale);
  const reduced = middle - k * logTwo(scale);              // off by at most 2|k| ≤ 2^(top+2) units
  const value = exponentialSeries(reduced, scale);
  const error = two(22) + two(Math.max(0, top) + 5);
  return rounded(value, error + ((2n * value * (radius + 1n)) >> BigInt(scale)) + 2n, Number(k) - scale, bits);
};

/** log x = e ln 2 + 2 artanh((m − 1)/(m + 1)) with m in [1/2, 2); |log x − log c| ≤ r/(c − r). */
export const logarithmBall = (a: Ball, bits: number): Ball => {
  if (!isPositiveBall(a)) return indefinite("logarithm of a ball that reaches zero or below");
  const scale = bits + 48;
  const length = bitLength(a.middle);
  const shift = scale - length;
  const m = shift >= 0 ? a.middle << BigInt(shift) : a.middle >> BigInt(-shift);       // m·2^-scale in [1/2, 2)
  const power = BigInt(a.exponent + length);
  const unit = two(scale);
  const value = 2n * oddSeries(((m - unit) << BigInt(scale)) / (m + unit), scale, false) + power * logTwo(scale);
  const spread = a.radius === 0n ? 0n : (a.radius << BigInt(scale)) / (a.middle - a.radius) + 1n;
  return rounded(value, spread + 2n * SERIES_ERROR + 2n * magnitude(power) + 8n, -scale, bits);
};

/** Taylor series of sin and cos for |x| ≤ 3 at scale s: error < 2·terms + 2 ≤ 2^14 units. */
const circularSeries = (x: bigint, scale: number): readonly [sine: bigint, cosine: bigint] => {
  const shift = BigInt(scale);
  const sums: [bigint, bigint] = [0n, two(scale)];
  let term = two(scale);
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = ((term * x) >> shift) / k;
    const sign = k % 4n === 1n || k % 4n === 0n ? 1n : -1n;
    if (k % 2n === 1n) sums[0] += sign * term; else sums[1] += sign * term;
  }
  return sums;
};

/** sin and cos after reduction by multiples of π/2; both have slope at most 1, so the radius carries over. */
export const sineCosineBall = (a: Ball, bits: number): readonly [sine: Ball, cosine: Ball] => {
  if (isExactZero(a)) return [zeroBall, oneBall];
  const top = Math.max(0, bitLength(a.middle) + a.exponent);
  if (top > 4096) return indefinite("sine of a number beyond 2^4096");
  const scale = bits + 48 + top;
  const { middle, radius } = fixed(a, scale);
  if (radius > two(scale)) return indefinite("sine of a ball of radius above one");
  const quarter = piFixed(scale) >> 1n;
  const turns = (2n * middle + quarter) / (2n * quarter) - (2n * middle + quarter < 0n ? 1n : 0n);
  const [sine, cosine] = circularSeries(middle - turns * quarter, scale);
  const error = radius + SERIES_ERROR + 4n * magnitude(turns) + 8n;
  const ball = (value: bigint): Ball => rounded(value, error, -scale, bits);
  switch (((turns % 4n) + 4n) % 4n) {
    case 0n: return [ball(sine), ball(cosine)];
    case 1n: return [ball(cosine), ball(-sine)];
    case 2n: return [ball(-sine), ball(-cosine)];
    default: return [ball(-cosine), ball(sine)];
  }
};

/** arctan has slope at most 1; |x| > 2 by ±π/2 − arctan(1/x), then two halvings arctan x = 2 arctan(x/(1 + √(1 + x²))). */
export const arctangentBall = (a: Ball, bits: number): Ball => {
  if (isExactZero(a)) return a;
  if (!containsZero(a) && bitLength(a.middle) + a.exponent > 2) {
    const quarterTurn = multiplyBall(piBall(bits + 8), exactly(a.middle > 0n ? 1n : -1n, -1), bits + 8);
    return subtractBall(quarterTurn, arctangentBall(divideBall(oneBall, a, bits + 8), bits + 8), bits);
  }
  const scale = bits + 48;
  const unit = two(scale);
  const shift = BigInt(scale);
  const { middle, radius } = fixed(a, scale);
  let x = middle;
  for (let n = 0; n < 2; n++) x = (x << shift) / (unit + floorSquareRoot((unit + ((x * x) >> shift)) << shift));
  return rounded(4n * oddSeries(x, scale, true), radius + 4n * SERIES_ERROR + 64n, -scale, bits);
};

/** Whether the end points are within reach: numbers beyond 2^±2^20 have none. */
export const hasEndPoints = (a: Ball): boolean => Math.abs(a.exponent) <= 2 ** 20;
/** The end points as rationals, for comparing with printed digits. Throws `Indefinite` where `hasEndPoints` says no. */
export const endPoints = (a: Ball): readonly [low: Rational, high: Rational] =>
  (hasEndPoints(a) ? [dyadic(a.middle - a.radius, a.exponent), dyadic(a.middle + a.radius, a.exponent)] : indefinite("end points of a number beyond 2^(2^20), or closer to zero"));
const dyadic = (mantissa: bigint, exponent: number): Rational =>
  exponent >= 0 ? rational(integer(mantissa << BigInt(exponent))) : rational(integer(mantissa), integer(two(-exponent)));

/** The middle as a double, 0 or ±∞ where it leaves the range of doubles; for display only. */
export const middleOf = (a: Ball): number => {
  const cut = Math.max(0, bitLength(a.middle) - 64);
  const half = Math.trunc((a.exponent + cut) / 2);
  return Number(a.middle >> BigInt(cut)) * 2 ** half * 2 ** (a.exponent + cut - half);
};
