/**
 * # Signs and zeros of polynomials and fractions of the tower
 *
 * A sum has a sign when all its terms have it; a term has one when every odd power is of a positive generator. Sound, far from complete.
 *
 * Trusted: yes.
 */
import type { Integer } from "../number/integer.ts";
import type { Truth } from "../expr/expr.ts";
import { fractionOf, partsOf, type Fraction } from "./fraction.ts";
import { equalPolynomials, exponentOf, type Polynomial } from "./polynomial.ts";
import { exactQuotient } from "./division.ts";
import type { Tower } from "./tower.ts";

export type Sign = "positive" | "negative" | "nonnegative" | "nonpositive" | "zero" | "real" | "unknown";

export const oppositeSign: Readonly<Record<Sign, Sign>> = { positive: "negative", negative: "positive", nonnegative: "nonpositive", nonpositive: "nonnegative", zero: "zero", real: "real", unknown: "unknown" };

/** The one generator of unknown sign in an otherwise positive monomial, to an odd power: a hypothesis about the monomial is one about it. */
export const undecidedGenerator = (tower: Tower, a: Polynomial): number | undefined => {
  if (a.keys.length !== 1 || (a.coefficients[0] ?? 0) < 0) return undefined;
  const open = tower.generators.flatMap((generator, g) => {
    const exponent = exponentOf(tower.ring, a.keys[0] ?? 0, g);
    return exponent === 0 || generator.range === "positive" ? [] : [{ g, odd: exponent % 2 !== 0, real: generator.range === "real" }];
  });
  const [only] = open;
  return open.length === 1 && only?.odd === true && only.real ? only.g : undefined;
};

const termSign = (tower: Tower, key: number, coefficient: Integer): Sign => {
  let sign: Sign = "positive";
  for (let g = 0; g < tower.generators.length; g++) {
    const exponent = exponentOf(tower.ring, key, g);
    const generator = tower.generators[g];
    if (exponent === 0 || generator === undefined || generator.range === "positive" || tower.positiveGenerators.has(g)) continue;
    if (generator.range === "unit" || generator.range === "complex") return "unknown";
    if (generator.range === "nonnegative" || exponent % 2 === 0) sign = sign === "positive" ? (generator.nonzero ? "positive" : "nonnegative") : sign;
    else sign = "real";
    if (sign === "real") return realOrUnknown(tower, key, g);
  }
  return coefficient < 0 ? oppositeSign[sign] : sign;
};

/** The rest of the monomial decides between real and unknown. */
const realOrUnknown = (tower: Tower, key: number, from: number): Sign => {
  for (let g = from; g < tower.generators.length; g++) {
    const range = tower.generators[g]?.range;
    if (exponentOf(tower.ring, key, g) !== 0 && (range === "unit" || range === "complex")) return "unknown";
  }
  return "real";
};

export const addSigns = (a: Sign, b: Sign): Sign => {
  if (a === "zero") return b;
  if (b === "zero") return a;
  if (a === "unknown" || b === "unknown") return "unknown";
  const up = (s: Sign): boolean => s === "positive" || s === "nonnegative";
  const down = (s: Sign): boolean => s === "negative" || s === "nonpositive";
  if (up(a) && up(b)) return a === "positive" || b === "positive" ? "positive" : "nonnegative";
  if (down(a) && down(b)) return a === "negative" || b === "negative" ? "negative" : "nonpositive";
  return "real";
};

export const multiplySigns = (a: Sign, b: Sign): Sign => {
  if (a === "unknown" || b === "unknown") return "unknown";
  if (a === "zero" || b === "zero") return "zero";
  if (a === "real" || b === "real") return "real";
  const weak = a.startsWith("non") || b.startsWith("non");
  const down = (a === "negative" || a === "nonpositive") !== (b === "negative" || b === "nonpositive");
  return weak ? (down ? "nonpositive" : "nonnegative") : down ? "negative" : "positive";
};

/** Sign of a polynomial from the signs of its terms, or from a hypothesis about it. */
export const polynomialSign = (tower: Tower, a: Polynomial): Sign => {
  let sign: Sign = "zero";
  for (let k = 0; k < a.keys.length && sign !== "unknown"; k++) sign = addSigns(sign, termSign(tower, a.keys[k] ?? 0, a.coefficients[k] ?? 0));
  return tower.given.length > 0 && (sign === "real" || sign === "nonnegative" || sign === "nonpositive") ? givenSign(tower, a) ?? sign : sign;
};

/** a = c·monomial·primitive, and a hypothesis says that c′·monomial′·primitive is positive. */
const givenSign = (tower: Tower, a: Polynomial): Sign | undefined => {
  const parts = partsOf(tower, a);
  const outer = termSign(tower, parts.monomial.keys[0] ?? 0, parts.content);
  for (const positive of tower.given) {
    const known = partsOf(tower, positive);
    const around = termSign(tower, known.monomial.keys[0] ?? 0, known.content);
    if (!equalPolynomials(known.primitive, parts.primitive)) continue;
    if ((outer === "positive" || outer === "negative") && (around === "positive" || around === "negative")) return outer === around ? "positive" : "negative";
  }
  return undefined;
};

export const fractionSign = (tower: Tower, a: Fraction): Sign => {
  let sign = polynomialSign(tower, a.numerator);
  for (const { factor, power } of a.factors) {
    const below = polynomialSign(tower, factor.polynomial);
    if (below === "unknown") return "unknown";
    if (below === "real" || below === "zero") sign = power % 2 === 0 ? sign : sign === "unknown" ? "unknown" : "real";
    else if ((below === "negative" || below === "nonpositive") && power % 2 === 1) sign = oppositeSign[sign];
  }
  return sign;
};

export const isNonnegative = (sign: Sign): boolean => sign === "positive" || sign === "nonnegative" || sign === "zero";

/** Whether a value is nonzero wherever it is defined. */
export const nonzeroTruth = (tower: Tower, value: Fraction): Truth => {
  const { numerator } = value;
  if (numerator.keys.length === 0) return "false";
  if (numerator.keys.length === 1) {
    const known = tower.generators.every((generator, g) => generator.nonzero || tower.positiveGenerators.has(g) || exponentOf(tower.ring, numerator.keys[0] ?? 0, g) === 0);
    return known ? "true" : "unknown";
  }
  const rest = withoutKnownFactors(tower, numerator);
  if (rest !== numerator) return nonzeroTruth(tower, fractionOf(rest));
  const sign = polynomialSign(tower, numerator);
  if (sign === "positive" || sign === "negative") return "true";
  return hasDefinitePart(tower, numerator) ? "true" : "unknown";
};

/** Divides by polynomials that hypotheses declare positive. */
const withoutKnownFactors = (tower: Tower, a: Polynomial): Polynomial => {
  let rest = a;
  for (const known of tower.given) {
    const { primitive } = partsOf(tower, known);
    const quotient = primitive.keys.length < 2 || primitive.keys.length > rest.keys.length ? undefined : exactQuotient(tower.ring, rest, primitive);
    if (quotient !== undefined) rest = quotient;
  }
  return rest;
};

/** A + iB with real A and B, one of which has a strict sign. */
const hasDefinitePart = (tower: Tower, a: Polynomial): boolean =>
  [0, 1].some((part) => {
    const chosen = a.keys.flatMap((key, k) => (exponentOf(tower.ring, key, tower.i) === part ? [k] : []));
    const offset = part * (tower.ring.offsets[tower.i] ?? 0);
    const half: Polynomial = { keys: chosen.map((k) => (a.keys[k] ?? 0) - offset), coefficients: chosen.map((k) => a.coefficients[k] ?? 0), bounds: a.bounds };
    const rest = a.keys.filter((_, k) => !chosen.includes(k));
    const sign = half.keys.length === 0 ? "zero" : polynomialSign(tower, half);
    return (sign === "positive" || sign === "negative") && rest.every((key) => isRealTerm(tower, key));
  });

const isRealTerm = (tower: Tower, key: number): boolean =>
  tower.generators.every((generator, g) => g === tower.i || generator.range !== "complex" || exponentOf(tower.ring, key, g) === 0);
