/**
 * # Matrices over the field of the tower
 *
 * Matrices whose entries are rational functions of the generators, kept in a reduced form so that products stay small: denominators are freed
 * of roots by their conjugates, then every factor of a denominator that divides the numerator is cancelled. As long as the factors are
 * irreducible the form is unique, and an entry is zero exactly when it is the zero fraction.
 *
 * - `fieldOf(reading)`: the operations on one tower. `read` a matrix of terms, `multiply`, `add`, `scale`, `evaluate` a polynomial at a matrix, `trace`.
 *
 * Nothing here is trusted: what comes out is expressed as terms and decided again.
 */
import { identityMatrix, type Matrix } from "../expr/matrix.ts";
import type { Expr } from "../expr/expr.ts";
import {
  addFraction, cancelled, fractionOf, invertFraction, isZeroFraction, multiplyFraction, negateFraction, oneFraction, tidyFraction, zeroFraction, type Fraction,
} from "../kernel/fraction.ts";
import { normal, type Reading } from "../kernel/normal.ts";
import { addPolynomial, exponentOf, multiplyPolynomial, negatePolynomial, type Polynomial } from "../kernel/polynomial.ts";
import type { Tower } from "../kernel/tower.ts";

export type FieldMatrix = readonly (readonly Fraction[])[];

/** The terms of a polynomial with an odd, or with an even, exponent of a generator. */
const half = (tower: Tower, a: Polynomial, generator: number, parity: 0 | 1): Polynomial => {
  const kept = a.keys.flatMap((key, k) => (Math.abs(exponentOf(tower.ring, key, generator) % 2) === parity ? [k] : []));
  return { keys: kept.map((k) => a.keys[k] ?? 0), coefficients: kept.map((k) => a.coefficients[k] ?? 0), bounds: a.bounds };
};

/** The polynomial with −g for a generator g with g² = value. */
const conjugateBy = (tower: Tower, a: Polynomial, generator: number): Polynomial => addPolynomial(half(tower, a, generator, 0), negatePolynomial(half(tower, a, generator, 1)));

/** The latest square root in a polynomial: later roots are taken of earlier ones. */
const latestRoot = (tower: Tower, a: Polynomial): number | undefined =>
  tower.ring.algebraic.find((g) => tower.ring.relations[g]?.degree === 2 && (a.bounds[g] ?? 0) !== 0 && a.keys.some((key) => exponentOf(tower.ring, key, g) !== 0));

/** The same value without square roots in the denominators, and with nothing left to cancel. */
export const reduced = (tower: Tower, a: Fraction): Fraction => {
  let value = a;
  for (;;) {
    const rooted = value.factors.find(({ factor }) => latestRoot(tower, factor.polynomial) !== undefined);
    const root = rooted === undefined ? undefined : latestRoot(tower, rooted.factor.polynomial);
    if (rooted === undefined || root === undefined) return cancelled(tower, value);
    const others = value.factors.filter((entry) => entry !== rooted);
    const mirror = conjugateBy(tower, rooted.factor.polynomial, root);
    const norm = invertFraction(tower, fractionOf(multiplyPolynomial(tower.ring, rooted.factor.polynomial, mirror)));
    value = tidyFraction(value.numerator, value.denominator, others);
    for (let k = 0; k < rooted.power; k++) value = cancelled(tower, multiplyFraction(tower, multiplyFraction(tower, value, fractionOf(mirror)), norm));
  }
};

export interface Field {
  readonly tower: Tower;
  readonly value: (e: Expr) => Fraction;
  readonly read: (a: Matrix) => FieldMatrix;
  readonly add: (...matrices: readonly FieldMatrix[]) => FieldMatrix;
  readonly subtract: (a: FieldMatrix, b: FieldMatrix) => FieldMatrix;
  readonly scale: (factor: Fraction, a: FieldMatrix) => FieldMatrix;
  readonly multiply: (...matrices: readonly FieldMatrix[]) => FieldMatrix;
  /** factor·(ab − cd), reduced once. */
  readonly differenceOfProducts: (factor: Fraction, a: FieldMatrix, b: FieldMatrix, c: FieldMatrix, d: FieldMatrix) => FieldMatrix;
  readonly identity: (size: number) => FieldMatrix;
  /** Σ coefficients[k]·aᵏ. */
  readonly evaluate: (coefficients: readonly Fraction[], a: FieldMatrix) => FieldMatrix;
  /** Tr(a·b) without the product. */
  readonly traceOfProduct: (a: FieldMatrix, b: FieldMatrix) => Fraction;
  readonly trace: (a: FieldMatrix) => Fraction;
  readonly isZero: (a: FieldMatrix) => boolean;
}

export const fieldOf = (reading: Reading): Field => {
  const { tower } = reading;
  const sumOf = (terms: readonly Fraction[]): Fraction => reduced(tower, terms.reduce((total, term) => addFraction(tower, total, term), zeroFraction));
  const times = (a: Fraction, b: Fraction): Fraction => (isZeroFraction(a) || isZeroFraction(b) ? zeroFraction : multiplyFraction(tower, a, b));
  const value = (e: Expr): Fraction => reduced(tower, normal(reading, e));
  const read = (a: Matrix): FieldMatrix => a.entries.map((row) => row.map(value));
  const add = (...matrices: readonly FieldMatrix[]): FieldMatrix => {
    const [first = [], ...rest] = matrices;
    return rest.length === 0 ? first : first.map((row, i) => row.map((entry, j) => sumOf([entry, ...rest.map((other) => other[i]?.[j] ?? zeroFraction)])));
  };
  const mapped = (a: FieldMatrix, change: (entry: Fraction) => Fraction): FieldMatrix => a.map((row) => row.map(change));
  const scale = (factor: Fraction, a: FieldMatrix): FieldMatrix => mapped(a, (entry) => reduced(tower, times(factor, entry)));
  const product = (a: FieldMatrix, b: FieldMatrix): FieldMatrix => a.map((row) => (b[0] ?? []).map((_, j) => sumOf(row.map((entry, k) => times(entry, b[k]?.[j] ?? zeroFraction)))));
  const identity = (size: number): FieldMatrix => read(identityMatrix(size));
  const traceOfProduct = (a: FieldMatrix, b: FieldMatrix): Fraction => sumOf(a.flatMap((row, i) => row.map((entry, j) => times(entry, b[j]?.[i] ?? zeroFraction))));
  return {
    tower, value, read, add, scale, identity, traceOfProduct,
    differenceOfProducts: (factor, a, b, c, d) => a.map((row, i) => (b[0] ?? []).map((_, j) => {
      const terms = row.flatMap((entry, k) => [times(entry, b[k]?.[j] ?? zeroFraction), negateFraction(times(c[i]?.[k] ?? zeroFraction, d[k]?.[j] ?? zeroFraction))]);
      return reduced(tower, times(factor, terms.reduce((all, term) => addFraction(tower, all, term), zeroFraction)));
    })),
    subtract: (a, b) => add(a, mapped(b, negateFraction)),
    multiply: (...matrices) => matrices.reduce(product),
    evaluate: (coefficients, a) => {
      const one = identity(a.length);
      return coefficients.reduceRight<FieldMatrix>((total, coefficient, k) => add(k === coefficients.length - 1 ? mapped(one, () => zeroFraction) : product(total, a), scale(coefficient, one)), one);
    },
    trace: (a) => sumOf(a.map((row, i) => row[i] ?? zeroFraction)),
    isZero: (a) => a.every((row) => row.every(isZeroFraction)),
  };
};

// ---- polynomials in one unknown over the field: coefficients from the constant one up --------------------------------------------

export type FieldPolynomial = readonly Fraction[];

const trimmed = (a: FieldPolynomial): FieldPolynomial => {
  let length = a.length;
  while (length > 0 && isZeroFraction(a[length - 1] ?? zeroFraction)) length--;
  return a.slice(0, length);
};

/** a·b with reduced coefficients. */
export const multiplyUnivariate = (tower: Tower, a: FieldPolynomial, b: FieldPolynomial): FieldPolynomial => {
  const result: Fraction[] = new Array<Fraction>(Math.max(0, a.length + b.length - 1)).fill(zeroFraction);
  a.forEach((x, i) => b.forEach((y, j) => { result[i + j] = reduced(tower, addFraction(tower, result[i + j] ?? zeroFraction, multiplyFraction(tower, x, y))); }));
  return trimmed(result);
};

const subtractUnivariate = (tower: Tower, a: FieldPolynomial, b: FieldPolynomial): FieldPolynomial =>
  trimmed(Array.from({ length: Math.max(a.length, b.length) }, (_, k) => reduced(tower, addFraction(tower, a[k] ?? zeroFraction, negateFraction(b[k] ?? zeroFraction)))));

/** Quotient and remainder of a division by a polynomial with a nonzero leading coefficient. */
const divideUnivariate = (tower: Tower, a: FieldPolynomial, b: FieldPolynomial): readonly [FieldPolynomial, FieldPolynomial] => {
  const quotient: Fraction[] = new Array<Fraction>(Math.max(0, a.length - b.length + 1)).fill(zeroFraction);
  const lead = reduced(tower, invertFraction(tower, b[b.length - 1] ?? oneFraction));
  let rest = trimmed(a);
  while (rest.length >= b.length) {
    const shift = rest.length - b.length;
    const factor = reduced(tower, multiplyFraction(tower, rest[rest.length - 1] ?? zeroFraction, lead));
    quotient[shift] = factor;
    const monomial = [...new Array<Fraction>(shift).fill(zeroFraction), factor];
    rest = subtractUnivariate(tower, rest, multiplyUnivariate(tower, monomial, b)).slice(0, rest.length - 1);
    rest = trimmed(rest);
  }
  return [trimmed(quotient), rest];
};

/** u with u·a ≡ 1 modulo b, by Euclid; undefined where a and b have a common root. */
export const inverseModulo = (tower: Tower, a: FieldPolynomial, b: FieldPolynomial): FieldPolynomial | undefined => {
  let [r0, r1]: readonly [FieldPolynomial, FieldPolynomial] = [b, divideUnivariate(tower, a, b)[1]];
  let [s0, s1]: readonly [FieldPolynomial, FieldPolynomial] = [[], [oneFraction]];
  while (r1.length > 1) {
    const [quotient, remainder] = divideUnivariate(tower, r0, r1);
    [r0, r1] = [r1, remainder];
    [s0, s1] = [s1, subtractUnivariate(tower, s0, multiplyUnivariate(tower, quotient, s1))];
  }
  const [unit] = r1;
  if (unit === undefined) return undefined;
  const inverse = invertFraction(tower, unit);
  return s1.map((coefficient) => reduced(tower, multiplyFraction(tower, coefficient, inverse)));
};
