/**
 * # Roots
 *
 * base^(p/q) with the principal branch. Positive parts come out one by one, (xy)^a = x^a y^a for x > 0; a square of known sign
 * comes out whole, of unknown sign as |·|; what is left is one generator g with g^q = radicand.
 *
 * Trusted: yes.
 */
import { factorInteger, gcdInteger, multiplyInteger, type Integer } from "../number/integer.ts";
import { isInteger, rational, type Rational } from "../number/rational.ts";
import { call, number, power, quotient } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { cancelled, fractionOf, invertFraction, isZeroFraction, multiplyFraction, oneFraction, partsOf, powerFraction, rationalFraction, textOfPolynomial, type Fraction } from "./fraction.ts";
import {
  addPolynomial, constantPolynomial, exponentOf, isZeroPolynomial, monomial, multiplyPolynomial, negatePolynomial, onePolynomial, powerPolynomial, type Polynomial,
} from "./polynomial.ts";
import { isNonnegative, nonzeroTruth, oppositeSign, polynomialSign } from "./sign.ts";
import { declare, demandDenominator, dependent, express, expressPolynomial, generatorPower, imaginary, machineExponent, Unreadable, type Range, type Tower } from "./tower.ts";

/** The formal q-th root of a polynomial radicand: g^q = radicand. */
const rootGenerator = (tower: Tower, radicand: Polynomial, q: number): Fraction => {
  const label = `r${q}|${textOfPolynomial(radicand)}`;
  const sign = polynomialSign(tower, radicand);
  const range: Range = sign === "positive" ? "positive" : isNonnegative(sign) ? "nonnegative" : "complex";
  const index = declare(tower, { ...dependent, label, describe: () => power(expressPolynomial(tower, radicand), number(rational(1, q))), range, nonzero: sign === "positive" }, { degree: q, value: radicand });
  return generatorPower(tower, index, 1);
};

/** |a| for a real polynomial a: ±a where the sign is known, else the moduli of the generators of its monomial, and one root of b² for the rest b. */
export const absoluteValue = (tower: Tower, a: Polynomial): Fraction => {
  const sign = polynomialSign(tower, a);
  if (isNonnegative(sign)) return fractionOf(a);
  if (isNonnegative(oppositeSign[sign])) return fractionOf(negatePolynomial(a));
  const { content, monomial: outer, primitive } = partsOf(tower, a);
  const single = primitive.keys.length === 1;
  const simple = single ? multiplyPolynomial(tower.ring, outer, primitive) : outer;
  let result = rationalFraction(rational(content < 0 ? -content : content));
  tower.generators.forEach((generator, g) => {
    const exponent = exponentOf(tower.ring, simple.keys[0] ?? 0, g);
    if (exponent === 0 || generator.sign) return;
    const settled = exponent % 2 === 0 || generator.range !== "real" || tower.positiveGenerators.has(g);
    result = multiplyFraction(tower, result, settled ? generatorPower(tower, g, exponent) : powerFraction(tower, modulus(tower, monomial(tower.ring, g, 1)), exponent));
  });
  if (single) return result;
  return multiplyFraction(tower, result, polynomialSign(tower, primitive) === "real" ? modulus(tower, primitive) : absoluteValue(tower, primitive));
};

/** |b| with |b|² = b². */
const modulus = (tower: Tower, b: Polynomial): Fraction => {
  const nonzero = nonzeroTruth(tower, fractionOf(b)) === "true";
  const index = declare(tower, { ...dependent, label: `abs|${textOfPolynomial(b)}`, describe: () => call("abs", [expressPolynomial(tower, b)]), range: nonzero ? "positive" : "nonnegative", nonzero },
    { degree: 2, value: multiplyPolynomial(tower.ring, b, b) });
  return generatorPower(tower, index, 1);
};

/**
 * base^(p/q) with the principal branch, q ≥ 2. Positive parts are taken out one by one, (xy)^a = x^a y^a for x > 0; what is left
 * becomes one root generator.
 */
export const rationalPower = (tower: Tower, base: Fraction, exponent: Rational): Fraction => {
  if (isZeroFraction(base)) throw new Unreadable("a fractional power of zero");
  const p = machineExponent(exponent.numerator);
  const q = machineExponent(exponent.denominator);
  return powerFraction(tower, root(tower, base, q), p);
};

const root = (tower: Tower, unreduced: Fraction, q: number): Fraction => {
  const base = cancelled(tower, unreduced);
  const { content, monomial: outer, primitive } = partsOf(tower, base.numerator);
  let result = integerRoot(tower, content < 0 ? -content : content, q);
  result = multiplyFraction(tower, result, invertFraction(tower, integerRoot(tower, base.denominator, q)));
  let inside: Fraction = fractionOf(primitive);
  for (let g = 0; g < tower.generators.length; g++) {
    const exponent = exponentOf(tower.ring, outer.keys[0] ?? 0, g);
    if (exponent === 0) continue;
    const [outside, left] = monomialRoot(tower, g, exponent, q);
    result = multiplyFraction(tower, result, outside);
    inside = multiplyFraction(tower, inside, left);
  }
  let negative = content < 0;
  const unsettled: Fraction["factors"][number][] = [];
  for (const entry of base.factors) {
    const { factor, power } = entry;
    const sign = polynomialSign(tower, factor.polynomial);
    if (sign === "positive" || sign === "negative") {
      // F^(−power/q) = (F^(1/q))^(q·whole − power)/F^whole for F > 0, whole = ⌈power/q⌉
      if (sign === "negative" && power % 2 === 1) negative = !negative;
      const positive = sign === "positive" ? factor.polynomial : negatePolynomial(factor.polynomial);
      const whole = Math.ceil(power / q);
      result = multiplyFraction(tower, result, powerFraction(tower, polynomialRoot(tower, positive, q), q * whole - power));
      result = multiplyFraction(tower, result, powerFraction(tower, fractionOf(positive), -whole));
      continue;
    }
    const pairs = q === 2 && sign !== "unknown" ? Math.floor(power / 2) : 0;               // √(1/F²) = 1/|F| for a real F
    if (pairs > 0) result = multiplyFraction(tower, result, powerFraction(tower, absoluteValue(tower, factor.polynomial), -pairs));
    if (power > 2 * pairs) unsettled.push({ factor, power: power - 2 * pairs });
  }
  if (unsettled.length === 0) return multiplyFraction(tower, result, signedRoot(tower, negative, inside.numerator, q));
  const below = unsettled.reduce((all, { factor, power }) => multiplyPolynomial(tower.ring, all, powerPolynomial(tower.ring, factor.polynomial, power)), onePolynomial);
  if (q !== 2 || polynomialSign(tower, below) === "unknown") return multiplyFraction(tower, result, fractionRoot(tower, negative, inside.numerator, unsettled, q));
  // √(N/P) = √(N P)/|P| for a real P
  const reduced = root(tower, fractionOf(multiplyPolynomial(tower.ring, negative ? negatePolynomial(inside.numerator) : inside.numerator, below)), 2);
  return multiplyFraction(tower, multiplyFraction(tower, result, reduced), invertFraction(tower, absoluteValue(tower, below)));
};

/** (±radicand)^(1/q); √(−a) = i√a where a ≥ 0 is known. */
const signedRoot = (tower: Tower, negative: boolean, radicand: Polynomial, q: number): Fraction => {
  if (!negative) return polynomialRoot(tower, radicand, q);
  if (q === 2 && isNonnegative(polynomialSign(tower, radicand))) return multiplyFraction(tower, imaginary(tower), polynomialRoot(tower, radicand, q));
  return polynomialRoot(tower, negatePolynomial(radicand), q);
};

/**
 * (±N/ΠF^p)^(1/q) for factors of unknown sign: g = ΠF^w · root has g^q = ±N ΠF^(qw − p) without an assumption. It is a generator of
 * its own; it may differ in sign from the root of that product.
 */
const fractionRoot = (tower: Tower, negative: boolean, numerator: Polynomial, factors: Fraction["factors"], q: number): Fraction => {
  let radicand = negative ? negatePolynomial(numerator) : numerator;
  let below = oneFraction;
  for (const { factor, power } of factors) {
    const whole = Math.ceil(power / q);
    radicand = multiplyPolynomial(tower.ring, radicand, powerPolynomial(tower.ring, factor.polynomial, q * whole - power));
    below = multiplyFraction(tower, below, powerFraction(tower, fractionOf(factor.polynomial), -whole));
  }
  const text = factors.map(({ factor, power }) => `${textOfPolynomial(factor.polynomial)}^${power}`).join("|");
  const base: Fraction = { numerator: negative ? negatePolynomial(numerator) : numerator, denominator: 1, factors };
  const describe = (): Expr => power(express(tower, base), number(rational(1, q)));
  const label = `f${q}|${negative ? "-" : ""}${textOfPolynomial(numerator)}/${text}`;
  const index = declare(tower, { ...dependent, label, describe: () => quotient(describe(), express(tower, below)), range: "complex" }, { degree: q, value: radicand });
  return multiplyFraction(tower, generatorPower(tower, index, 1), below);
};

const polynomialRoot = (tower: Tower, radicand: Polynomial, q: number): Fraction => {
  if (radicand.keys.length === 1 && radicand.keys[0] === 0) {
    const value = radicand.coefficients[0] ?? 0;
    if (value === 1) return oneFraction;
    if (value === -1 && q === 2) return imaginary(tower);
  }
  if (q === 2) {
    const square = polynomialSquareRoot(tower, radicand);
    if (square !== undefined && polynomialSign(tower, square) !== "unknown") return absoluteValue(tower, square);
  }
  return rootGenerator(tower, radicand, q);
};

/** S with S² = a, by extracting the leading terms; undefined when a is not a square. */
const polynomialSquareRoot = (tower: Tower, a: Polynomial): Polynomial | undefined => {
  if (a.keys.length > 80) return undefined;
  const { ring } = tower;
  const lead = squareRootTerm(tower, a, a.keys.length - 1);
  if (lead === undefined) return undefined;
  let s = lead;
  const twice = { ...lead, coefficients: lead.coefficients.map((c) => multiplyInteger(2, c)) };
  for (let step = 0; step <= a.keys.length; step++) {
    const difference = addPolynomial(a, negatePolynomial(multiplyPolynomial(ring, s, s)));
    if (isZeroPolynomial(difference)) return s;
    const last = difference.keys.length - 1;
    const key = (difference.keys[last] ?? 0) - (twice.keys[0] ?? 0);
    const quotient = rational(difference.coefficients[last] ?? 0, twice.coefficients[0] ?? 1);
    if (!isInteger(quotient) || key >= (s.keys[0] ?? 0)) return undefined;
    const bounds = ring.offsets.map((_, g) => Math.abs(exponentOf(ring, key, g)));
    if (bounds.some((bound, g) => bound > (a.bounds[g] ?? 0))) return undefined;
    s = { keys: [key, ...s.keys], coefficients: [quotient.numerator, ...s.coefficients], bounds: s.bounds.map((bound, g) => Math.max(bound, bounds[g] ?? 0)) };
    while (s.bounds.length < bounds.length) s = { ...s, bounds: [...s.bounds, bounds[s.bounds.length] ?? 0] };
  }
  return undefined;
};

const squareRootTerm = (tower: Tower, a: Polynomial, k: number): Polynomial | undefined => {
  const key = a.keys[k] ?? 0;
  const coefficient = a.coefficients[k] ?? 0;
  if (coefficient < 0) return undefined;
  const factors = factorInteger(coefficient);
  if (factors.some(({ times }) => times % 2 === 1)) return undefined;
  let value: Integer = 1;
  for (const { prime, times } of factors) for (let n = 0; n < times / 2; n++) value = multiplyInteger(value, prime);
  const bounds: number[] = [];
  for (let g = 0; g < tower.generators.length; g++) {
    const exponent = exponentOf(tower.ring, key, g);
    if (exponent % 2 !== 0) return undefined;
    bounds.push(Math.abs(exponent / 2));
  }
  return { keys: [key / 2], coefficients: [value], bounds };
};

/** n^(1/q) for a positive integer, prime by prime. */
export const integerRoot = (tower: Tower, n: Integer, q: number): Fraction => {
  let result = oneFraction;
  for (const { prime, times } of factorInteger(n)) {
    const whole = Math.floor(times / q);
    result = multiplyFraction(tower, result, powerFraction(tower, fractionOf(constantPolynomial(prime)), whole));
    const rest = times - whole * q;
    if (rest > 0) result = multiplyFraction(tower, result, powerFraction(tower, rootGenerator(tower, constantPolynomial(prime), q), rest));
  }
  return result;
};

/** The q-th root of g^exponent: what comes out, and what stays inside. */
const monomialRoot = (tower: Tower, g: number, exponent: number, q: number): readonly [Fraction, Fraction] => {
  const generator = tower.generators[g];
  const stays = (e: number): Fraction => (e === 0 ? oneFraction : generatorPower(tower, g, e));
  if (generator === undefined) return [oneFraction, oneFraction];
  if (generator.range === "positive" && tower.ring.relations[g] === undefined) {
    if (exponent % q === 0) return [generatorPower(tower, g, exponent / q), oneFraction];
    const needed = q / Number(gcdInteger(q, exponent));
    return demandDenominator(tower, generator.label, multiplyInteger(tower.plan.denominators.get(generator.label) ?? 1, needed));
  }
  if (generator.range === "nonnegative" && exponent % q === 0) return [generatorPower(tower, g, exponent / q), oneFraction];
  if (q === 2 && generator.range === "real") {                       // √(gᵉ) = |g|^⌊e/2⌋ √(g^(e mod 2))
    const left = Math.abs(exponent % 2);
    return [powerFraction(tower, modulus(tower, monomial(tower.ring, g, 1)), (exponent - left) / 2), stays(left)];
  }
  return [oneFraction, stays(exponent)];
};
