/**
 * # Exact numbers as doubles
 *
 * `nearestDouble` rounds an exact rational once, to the nearest double, ties to even, subnormal range included: the constants of a program carry
 * half a unit in the last place and nothing else. `piTimes` is an exact rational times π, `functionValue` an elementary function of either, both from
 * rigorous enclosures far narrower than a double.
 */
import { arctangentBall, endPoints, exponentialBall, fromRational, logarithmBall, multiplyBall, piBall, sineCosineBall, squareRootBall, type Ball } from "../number/ball.ts";
import { bitLength, integer } from "../number/integer.ts";
import { absRational, compareRational, multiplyRational, negateRational, rational, signOfRational, type Rational } from "../number/rational.ts";

/** The least positive double is 2^−1074. */
const SMALLEST_EXPONENT = 1074;

/** n/d to the nearest integer, ties to even, for positive n and d. */
const nearestInteger = (n: bigint, d: bigint): bigint => {
  const quotient = n / d;
  const twice = 2n * (n - quotient * d);
  return twice > d || (twice === d && quotient % 2n === 1n) ? quotient + 1n : quotient;
};

/** x·2^−shift without leaving the range on the way; exact wherever the result is a normal double or a whole multiple of 2^−1074. */
const scaledDown = (x: number, shift: number): number => {
  const first = Math.trunc(shift / 2);
  return x * 2 ** -first * 2 ** (first - shift);
};

export const nearestDouble = (value: Rational): number => {
  if (signOfRational(value) < 0) return -nearestDouble(negateRational(value));
  if (value.numerator === 0) return 0;
  if (typeof value.numerator === "number" && typeof value.denominator === "number") return value.numerator / value.denominator;
  const n = BigInt(value.numerator);
  const d = BigInt(value.denominator);
  const shift = 66 + bitLength(d) - bitLength(n);                    // a quotient of 66 or 67 bits
  if (shift > SMALLEST_EXPONENT + 13) return scaledDown(Number(nearestInteger(n << BigInt(SMALLEST_EXPONENT), d)), SMALLEST_EXPONENT);
  const [above, below] = shift >= 0 ? [n << BigInt(shift), d] : [n, d << BigInt(-shift)];
  const quotient = above / below;
  const odd = quotient * below === above ? 0n : 1n;                  // what was cut off decides a tie
  return scaledDown(Number(quotient | odd), shift);
};

const PI_BITS = 320;
const pi: Rational = (() => {
  const { middle, exponent } = piBall(PI_BITS);
  return rational(integer(middle), integer(1n << BigInt(-exponent)));
})();

/** The double nearest to q·π. */
export const piTimes = (q: Rational): number => nearestDouble(multiplyRational(q, pi));

/** sin, cos, √, exp, log, arctan of an exact argument, rounded once; undefined for other functions and arguments that are too large. */
export const functionValue = (name: string, argument: Rational, isPi: boolean): number | undefined => {
  if (compareRational(absRational(argument), LARGEST_ARGUMENT) > 0) return undefined;
  const exact = fromRational(argument, PI_BITS);
  const x = isPi ? multiplyBall(exact, piBall(PI_BITS), PI_BITS) : exact;
  const rounded = (b: Ball): number => nearestDouble(endPoints(b)[0]);
  switch (name) {
    case "sin": return rounded(sineCosineBall(x, PI_BITS)[0]);
    case "cos": return rounded(sineCosineBall(x, PI_BITS)[1]);
    case "sqrt": return rounded(squareRootBall(x, PI_BITS));
    case "exp": return rounded(exponentialBall(x, PI_BITS));
    case "log": return rounded(logarithmBall(x, PI_BITS));
    case "atan": return rounded(arctangentBall(x, PI_BITS));
    default: return undefined;
  }
};
/** Beyond it exponentials would leave the range of doubles. */
const LARGEST_ARGUMENT = rational(700);
