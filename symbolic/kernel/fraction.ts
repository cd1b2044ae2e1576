/**
 * # Rational functions over factored denominators
 *
 * numerator / (integer · Π factorᵏ). A factor is a primitive polynomial of two or more terms without a monomial content; monomials
 * in a denominator become negative exponents. Nothing is cancelled by a general GCD: equality multiplies crosswise.
 *
 * Trusted: yes. A zero denominator is refused, never normalised.
 */
import { divideExactly, gcdInteger, multiplyInteger, negateInteger, powerInteger, type Integer } from "../number/integer.ts";
import { rational, type Rational } from "../number/rational.ts";
import {
  addPolynomial, checkBounds, constantPolynomial, exponentOf, isZeroPolynomial, multiplyPolynomial, negatePolynomial, onePolynomial,
  powerPolynomial, scalePolynomial, zeroPolynomial, type Polynomial, type Ring,
} from "./polynomial.ts";
import { contentOf, divideByInteger, exactQuotient } from "./division.ts";

export interface Factor { readonly id: number; readonly polynomial: Polynomial }
export interface Fraction {
  readonly numerator: Polynomial;
  readonly denominator: Integer;
  /** Powers of factors in the denominator, by ascending factor id. */
  readonly factors: readonly { readonly factor: Factor; readonly power: number }[];
}

/** A ring together with the denominators met so far. */
export interface FractionField { readonly ring: Ring; readonly factors: Map<string, Factor> }

/** The fraction has no value: its denominator is zero for every value of the symbols. */
export class ZeroDenominator extends Error {
  override readonly name = "ZeroDenominator";
}

export const fractionOf = (numerator: Polynomial, denominator: Integer = 1): Fraction => ({ numerator, denominator, factors: [] });
export const zeroFraction = fractionOf(zeroPolynomial);
export const oneFraction = fractionOf(onePolynomial);
export const rationalFraction = (value: Rational): Fraction => fractionOf(constantPolynomial(value.numerator), value.denominator);

export const isZeroFraction = (a: Fraction): boolean => isZeroPolynomial(a.numerator);

/** The value of a fraction that is a rational number. */
export const asRational = (a: Fraction): Rational | undefined =>
  isZeroFraction(a) ? rational(0)
    : a.factors.length === 0 && a.numerator.keys.length === 1 && a.numerator.keys[0] === 0 ? rational(a.numerator.coefficients[0] ?? 0, a.denominator) : undefined;

export const tidyFraction = (numerator: Polynomial, denominator: Integer, factors: Fraction["factors"]): Fraction => {
  if (isZeroPolynomial(numerator)) return zeroFraction;
  if (denominator === 1) return { numerator, denominator, factors };
  const content = contentOf(numerator);
  const common = gcdInteger(content, denominator);
  return { numerator: divideByInteger(numerator, common), denominator: divideExactly(denominator, common), factors };
};

const powerOf = (a: Fraction, factor: Factor): number => a.factors.find((entry) => entry.factor === factor)?.power ?? 0;

const union = (a: Fraction, b: Fraction, join: (x: number, y: number) => number): Fraction["factors"] => {
  if (a.factors.length === 0 && b.factors.length === 0) return a.factors;
  const all = new Set([...a.factors, ...b.factors].map((entry) => entry.factor));
  return [...all].sort((x, y) => x.id - y.id).map((factor) => ({ factor, power: join(powerOf(a, factor), powerOf(b, factor)) }));
};

/** The numerator over the larger denominator. */
const raised = (field: FractionField, a: Fraction, factors: Fraction["factors"], denominator: Integer): Polynomial => {
  let numerator = scalePolynomial(a.numerator, divideExactly(denominator, a.denominator));
  for (const { factor, power } of factors) {
    const missing = power - powerOf(a, factor);
    if (missing > 0) numerator = multiplyPolynomial(field.ring, numerator, powerPolynomial(field.ring, factor.polynomial, missing));
  }
  return numerator;
};

export const addFraction = (field: FractionField, a: Fraction, b: Fraction): Fraction => {
  if (isZeroFraction(a)) return b;
  if (isZeroFraction(b)) return a;
  const factors = union(a, b, Math.max);
  const denominator = a.denominator === b.denominator ? a.denominator
    : multiplyInteger(a.denominator, divideExactly(b.denominator, gcdInteger(a.denominator, b.denominator)));
  return tidyFraction(addPolynomial(raised(field, a, factors, denominator), raised(field, b, factors, denominator)), denominator, factors);
};

export const negateFraction = (a: Fraction): Fraction => ({ ...a, numerator: negatePolynomial(a.numerator) });
export const subtractFraction = (field: FractionField, a: Fraction, b: Fraction): Fraction => addFraction(field, a, negateFraction(b));

export const multiplyFraction = (field: FractionField, a: Fraction, b: Fraction): Fraction =>
  tidyFraction(multiplyPolynomial(field.ring, a.numerator, b.numerator), multiplyInteger(a.denominator, b.denominator), union(a, b, (x, y) => x + y));

/** c · monomial · primitive: the parts of a nonzero polynomial. The monomial takes out the least exponent of each generator without a relation. */
export const partsOf = ({ ring }: FractionField, a: Polynomial): { readonly content: Integer; readonly monomial: Polynomial; readonly primitive: Polynomial } => {
  const content = contentOf(a);
  let key = 0;
  const outer: number[] = [];
  const inner = [...a.bounds];
  for (let generator = 0; generator < ring.offsets.length; generator++) {
    if (ring.relations[generator] !== undefined || (a.bounds[generator] ?? 0) === 0) continue;
    let [least, most] = [Infinity, -Infinity];
    for (const k of a.keys) {
      const exponent = exponentOf(ring, k, generator);
      if (exponent < least) least = exponent;
      if (exponent > most) most = exponent;
    }
    key += least * (ring.offsets[generator] ?? 0);
    while (outer.length < generator) outer.push(0);
    outer.push(Math.abs(least));
    inner[generator] = most - least;
  }
  const shifted = divideByInteger(a, content);
  const primitive: Polynomial = key === 0 ? shifted : { keys: shifted.keys.map((k) => k - key), coefficients: shifted.coefficients, bounds: checkBounds(ring, inner) };
  return { content, monomial: { keys: [key], coefficients: [1], bounds: outer }, primitive };
};

export const textOfPolynomial = (a: Polynomial): string => a.keys.map((key, k) => `${key}:${a.coefficients[k]}`).join(" ");

const factorOf = (field: FractionField, primitive: Polynomial): Factor => {
  const text = textOfPolynomial(primitive);
  const known = field.factors.get(text);
  if (known !== undefined) return known;
  const fresh: Factor = { id: field.factors.size, polynomial: primitive };
  field.factors.set(text, fresh);
  return fresh;
};

/** 1/g for a single term in algebraic generators only: g^(degree−1)/value. */
const invertAlgebraicTerm = (field: FractionField, key: number): Fraction => {
  const { ring } = field;
  let result = oneFraction;
  for (const generator of ring.algebraic) {
    const exponent = exponentOf(ring, key, generator);
    const relation = ring.relations[generator];
    if (exponent === 0 || relation === undefined) continue;
    const bounds = new Array<number>(generator + 1).fill(0);
    bounds[generator] = relation.degree - exponent;
    const complement: Polynomial = { keys: [(relation.degree - exponent) * (ring.offsets[generator] ?? 0)], coefficients: [1], bounds };
    result = multiplyFraction(field, result, multiplyFraction(field, fractionOf(complement), invertFraction(field, fractionOf(relation.value))));
  }
  return result;
};

/** 1/a; known factors are divided out of a multi-term numerator first, so that denominators stay shared. */
export const invertFraction = (field: FractionField, a: Fraction): Fraction => {
  if (isZeroFraction(a)) throw new ZeroDenominator("a denominator is identically zero");
  const { content, monomial, primitive } = partsOf(field, a.numerator);
  const sign: Integer = content < 0 ? -1 : 1;
  let numerator = constantPolynomial(multiplyInteger(sign, a.denominator));
  for (const { factor, power } of a.factors) numerator = multiplyPolynomial(field.ring, numerator, powerPolynomial(field.ring, factor.polynomial, power));
  const inverseMonomial: Polynomial = { keys: [-(monomial.keys[0] ?? 0)], coefficients: [1], bounds: monomial.bounds };
  numerator = multiplyPolynomial(field.ring, numerator, inverseMonomial);
  const positive = content < 0 ? negateInteger(content) : content;
  if (primitive.keys.length === 1) {
    const inverted = primitive.keys[0] === 0 ? oneFraction : invertAlgebraicTerm(field, primitive.keys[0] ?? 0);
    return multiplyFraction(field, tidyFraction(numerator, positive, []), inverted);
  }
  return tidyFraction(numerator, positive, factorise(field, primitive));
};

/** A product of known factors and at most one new one. */
const factorise = (field: FractionField, primitive: Polynomial): Fraction["factors"] => {
  const powers = new Map<Factor, number>();
  let rest = primitive;
  if (primitive.keys.length <= 60) {
    for (const factor of field.factors.values()) {
      for (;;) {
        if (rest.keys.length < 2 || factor.polynomial.keys.length > rest.keys.length * 4) break;
        const quotient = exactQuotient(field.ring, rest, factor.polynomial, 60);
        if (quotient === undefined) break;
        powers.set(factor, (powers.get(factor) ?? 0) + 1);
        rest = quotient;
      }
    }
  }
  const unit = rest.keys.length === 1 && rest.keys[0] === 0 && rest.coefficients[0] === 1;
  if (!unit) {
    const whole = rest.keys.length > 1 && contentOf(rest) === 1;
    if (!whole) return [{ factor: factorOf(field, primitive), power: 1 }];
    const factor = factorOf(field, rest);
    powers.set(factor, (powers.get(factor) ?? 0) + 1);
  }
  return [...powers].map(([factor, power]) => ({ factor, power })).sort((x, y) => x.factor.id - y.factor.id);
};

export const divideFraction = (field: FractionField, a: Fraction, b: Fraction): Fraction => multiplyFraction(field, a, invertFraction(field, b));

export const powerFraction = (field: FractionField, a: Fraction, exponent: number): Fraction => {
  if (exponent < 0) return powerFraction(field, invertFraction(field, a), -exponent);
  return {
    numerator: powerPolynomial(field.ring, a.numerator, exponent),
    denominator: powerInteger(a.denominator, exponent),
    factors: exponent === 0 ? [] : a.factors.map(({ factor, power }) => ({ factor, power: power * exponent })),
  };
};

/** Divides the numerator by the factors below it as often as that leaves no remainder, within `limit` steps each. */
export const cancelled = (field: FractionField, a: Fraction, limit?: number): Fraction => {
  let numerator = a.numerator;
  const factors: { factor: Factor; power: number }[] = [];
  for (const { factor, power } of a.factors) {
    let left = power;
    for (; left > 0; left--) {
      const quotient = exactQuotient(field.ring, numerator, factor.polynomial, limit);
      if (quotient === undefined) break;
      numerator = quotient;
    }
    if (left > 0) factors.push({ factor, power: left });
  }
  return tidyFraction(numerator, a.denominator, factors);
};

export const equalFractions = (field: FractionField, a: Fraction, b: Fraction): boolean => isZeroFraction(subtractFraction(field, a, b));

export const scaleFraction = (field: FractionField, a: Fraction, value: Rational): Fraction => multiplyFraction(field, a, rationalFraction(value));
