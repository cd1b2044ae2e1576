/**
 * # Exact rationals
 *
 * `Rational` is a reduced fraction with a positive denominator, so two equal rationals have equal fields.
 * `Gaussian` is a + b·i with rational a and b: the points at which the kernel evaluates.
 *
 * Trusted: yes.
 */
import {
  addInteger, bitLength, divideExactly, gcdInteger, integer, multiplyInteger, negateInteger, powerInteger, signOfInteger, type Integer,
} from "./integer.ts";

export interface Rational { readonly numerator: Integer; readonly denominator: Integer }

const reduced = (numerator: Integer, denominator: Integer): Rational => ({ numerator, denominator });

export const zero: Rational = reduced(0, 1);
export const one: Rational = reduced(1, 1);
export const minusOne: Rational = reduced(-1, 1);

/** numerator / denominator in lowest terms. Fails when the denominator is zero, and for a double that is no exact integer. */
export const rational = (numerator: Integer, denominator: Integer = 1): Rational => {
  if ((typeof numerator === "number" && !Number.isSafeInteger(numerator)) || (typeof denominator === "number" && !Number.isSafeInteger(denominator))) {
    throw new RangeError(`a rational number needs exact integers (was ${numerator}/${denominator}); a bigint beyond 2^53, fromDouble for a double`);
  }
  if (denominator === 1) return reduced(numerator, 1);
  if (denominator === 0) throw new RangeError("a rational number needs a denominator other than 0");
  const divisor = gcdInteger(numerator, denominator);
  const signed = signOfInteger(denominator) < 0 ? negateInteger(divisor) : divisor;
  return reduced(divideExactly(numerator, signed), divideExactly(denominator, signed));
};

export const addRational = (a: Rational, b: Rational): Rational =>
  a.denominator === 1 && b.denominator === 1
    ? reduced(addInteger(a.numerator, b.numerator), 1)
    : rational(
        addInteger(multiplyInteger(a.numerator, b.denominator), multiplyInteger(b.numerator, a.denominator)),
        multiplyInteger(a.denominator, b.denominator));

export const negateRational = (a: Rational): Rational => reduced(negateInteger(a.numerator), a.denominator);

export const subtractRational = (a: Rational, b: Rational): Rational => addRational(a, negateRational(b));

export const multiplyRational = (a: Rational, b: Rational): Rational =>
  a.denominator === 1 && b.denominator === 1
    ? reduced(multiplyInteger(a.numerator, b.numerator), 1)
    : rational(multiplyInteger(a.numerator, b.numerator), multiplyInteger(a.denominator, b.denominator));

export const invertRational = (a: Rational): Rational => rational(a.denominator, a.numerator);

export const divideRational = (a: Rational, b: Rational): Rational => multiplyRational(a, invertRational(b));

/** aⁿ for a machine integer n; 0⁰ = 1. Fails for a negative power of zero. */
export const powerRational = (a: Rational, exponent: number): Rational =>
  exponent >= 0
    ? reduced(powerInteger(a.numerator, exponent), powerInteger(a.denominator, exponent))
    : powerRational(invertRational(a), -exponent);

export const equalRational = (a: Rational, b: Rational): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

export const signOfRational = (a: Rational): -1 | 0 | 1 => signOfInteger(a.numerator);

export const compareRational = (a: Rational, b: Rational): -1 | 0 | 1 => signOfRational(subtractRational(a, b));

export const isInteger = (a: Rational): boolean => a.denominator === 1;

export const absRational = (a: Rational): Rational => (signOfRational(a) < 0 ? negateRational(a) : a);

export const floorRational = (a: Rational): Integer => {
  const n = BigInt(a.numerator);
  const d = BigInt(a.denominator);
  const quotient = n / d;
  return integer(quotient * d > n ? quotient - 1n : quotient);
};

/** The nearest double up to one rounding; for display and for choosing points, never for a decision. */
export const toNumber = (a: Rational): number => {
  if (typeof a.numerator === "number" && typeof a.denominator === "number") return a.numerator / a.denominator;
  const numerator = BigInt(a.numerator);
  const denominator = BigInt(a.denominator);
  const shift = bitLength(denominator) - bitLength(numerator) + 64;      // a quotient of about 64 bits
  const quotient = shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  const half = Math.trunc(shift / 2);                                    // in two steps, so that 2^-shift stays in range
  return Number(quotient) * 2 ** -half * 2 ** (half - shift);
};

export const showRational = (a: Rational): string => (a.denominator === 1 ? `${a.numerator}` : `${a.numerator}/${a.denominator}`);

/** Reads 3, −7/2, 0.25, 1.5e-3 exactly. Undefined for anything else. */
export const parseRational = (text: string): Rational | undefined => {
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction?.[1] !== undefined && fraction[2] !== undefined) {
    const denominator = integer(BigInt(fraction[2]));
    return denominator === 0 ? undefined : rational(integer(BigInt(fraction[1])), denominator);
  }
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = match;
  if (whole === "" && decimals === "") return undefined;
  const magnitude = rational(integer(BigInt(whole + decimals)));
  const scaled = multiplyRational(magnitude, powerRational(rational(10), Number(exponent) - decimals.length));
  return sign === "-" ? negateRational(scaled) : scaled;
};

/** Every finite double is a rational number: its exact value. */
export const fromDouble = (value: number): Rational => {
  if (!Number.isFinite(value)) throw new RangeError(`a rational number must be finite (was ${value})`);
  let scale = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    scale++;
  }
  return rational(integer(BigInt(scaled)), integer(1n << BigInt(scale)));
};

export interface Gaussian { readonly re: Rational; readonly im: Rational }

export const gaussian = (re: Rational, im: Rational = zero): Gaussian => ({ re, im });

export const showGaussian = (a: Gaussian): string => {
  if (a.im.numerator === 0) return showRational(a.re);
  const imaginary = `${equalRational(absRational(a.im), one) ? "" : `${showRational(absRational(a.im))}*`}i`;
  if (a.re.numerator === 0) return signOfRational(a.im) < 0 ? `-${imaginary}` : imaginary;
  return `${showRational(a.re)} ${signOfRational(a.im) < 0 ? "-" : "+"} ${imaginary}`;
};
