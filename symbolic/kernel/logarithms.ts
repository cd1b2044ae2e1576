/**
 * # Logarithms of fractions
 *
 * log of a positive product is the sum of the logarithms of its parts; each part without further structure is an atom.
 *
 * Trusted: yes.
 */
import { factorInteger, type Integer } from "../number/integer.ts";
import { rational } from "../number/rational.ts";
import { call } from "../expr/build.ts";
import { circleGenerator } from "./exponentials.ts";
import {
  addFraction, fractionOf, multiplyFraction, oneFraction, partsOf, rationalFraction, scaleFraction, subtractFraction, zeroFraction, type Fraction,
} from "./fraction.ts";
import { exponentOf, isConstant, type Polynomial } from "./polynomial.ts";
import { absoluteValue } from "./roots.ts";
import { fractionSign, polynomialSign, type Sign } from "./sign.ts";
import { atom, express, generatorPower, imaginary, type Tower } from "./tower.ts";

export const logAtom = (tower: Tower, argument: Fraction, sign: Sign): Fraction =>
  atom(tower, "log", [argument], { describe: () => call("log", [express(tower, argument)]), range: sign === "positive" ? "real" : "complex", independent: false });

const logOfInteger = (tower: Tower, n: Integer): Fraction => {
  let total = zeroFraction;
  for (const { prime, times } of factorInteger(n)) total = addFraction(tower, total, scaleFraction(tower, logAtom(tower, rationalFraction(rational(prime)), "positive"), rational(times)));
  return total;
};

/** log of a positive fraction, part by part; undefined when a part is not known to be positive. */
export const realLogarithm = (tower: Tower, value: Fraction): Fraction | undefined => {
  if (fractionSign(tower, value) !== "positive") return undefined;
  const { content, monomial, primitive } = partsOf(tower, value.numerator);
  const partsArePositive = content > 0 && polynomialSign(tower, monomial) === "positive" && value.factors.every(({ factor }) => polynomialSign(tower, factor.polynomial) === "positive");
  return partsArePositive ? logarithmOfParts(tower, value, content, monomial, primitive, "real") : logAtom(tower, value, "positive");
};

/** Some logarithm: a number whose exponential is the value. */
export const anyLogarithm = (tower: Tower, value: Fraction): Fraction => {
  const { content, monomial, primitive } = partsOf(tower, value.numerator);
  const size = content < 0 ? -content : content;
  const positive = logarithmOfParts(tower, value, size, monomial, primitive, "any");
  return content < 0 ? addFraction(tower, positive, multiplyFraction(tower, imaginary(tower), circleGenerator(tower))) : positive;
};

/** Where the real logarithm is wanted, a generator that is not positive has an even exponent: log g² = 2 log |g|. */
const logarithmOfParts = (tower: Tower, value: Fraction, content: Integer, monomial: Polynomial, primitive: Polynomial, which: "real" | "any"): Fraction => {
  let total = subtractFraction(tower, logOfInteger(tower, content), logOfInteger(tower, value.denominator));
  for (let g = 0; g < tower.generators.length; g++) {
    const exponent = exponentOf(tower.ring, monomial.keys[0] ?? 0, g);
    if (exponent !== 0) total = addFraction(tower, total, scaleFraction(tower, logOfGenerator(tower, g, which), rational(exponent)));
  }
  if (!(isConstant(primitive) && primitive.coefficients[0] === 1)) total = addFraction(tower, total, logOfPrimitive(tower, primitive));
  for (const { factor, power } of value.factors) {
    total = subtractFraction(tower, total, scaleFraction(tower, logAtom(tower, fractionOf(factor.polynomial), polynomialSign(tower, factor.polynomial)), rational(power)));
  }
  return total;
};

const logOfGenerator = (tower: Tower, g: number, which: "real" | "any"): Fraction => {
  const positive = tower.generators[g]?.range === "positive" || tower.positiveGenerators.has(g);
  const value = generatorPower(tower, g, 1);
  return logAtom(tower, which === "real" && !positive ? absoluteValue(tower, value.numerator) : value, positive || which === "real" ? "positive" : "unknown");
};

/** A sign c = exp(iπ(1 − c)/2) and the unit i = exp(iπ/2) have logarithms in closed form. */
const logOfPrimitive = (tower: Tower, primitive: Polynomial): Fraction => {
  if (primitive.keys.length === 1) {
    const key = primitive.keys[0] ?? 0;
    const iπ = multiplyFraction(tower, imaginary(tower), circleGenerator(tower));
    let total = zeroFraction;
    let left = key;
    for (let g = 0; g < tower.generators.length; g++) {
      const exponent = exponentOf(tower.ring, key, g);
      if (exponent === 0) continue;
      const closed = g === tower.i ? scaleFraction(tower, iπ, rational(1, 2))
        : tower.generators[g]?.sign === true ? scaleFraction(tower, multiplyFraction(tower, iπ, subtractFraction(tower, oneFraction, generatorPower(tower, g, 1))), rational(1, 2))
          : undefined;
      if (closed === undefined) continue;
      total = addFraction(tower, total, scaleFraction(tower, closed, rational(exponent)));
      left -= exponent * (tower.ring.offsets[g] ?? 0);
    }
    if (left === 0) return total;
    return addFraction(tower, total, logAtom(tower, fractionOf({ ...primitive, keys: [left] }), "unknown"));
  }
  return logAtom(tower, fractionOf(primitive), polynomialSign(tower, primitive));
};
