/**
 * # Exponentials
 *
 * exp of a sum is the product of one Laurent generator for each monomial m of the argument, exp(q·m) = g^(qD) with g = exp(m/D).
 * sin and cos are Laurent polynomials in them. Signs, integers, logarithms and inverse functions in the exponent are resolved.
 *
 * Trusted: yes.
 */
import { multiplyInteger } from "../number/integer.ts";
import { isInteger, multiplyRational, rational, type Rational } from "../number/rational.ts";
import { call, I, int, number, ONE, PI, power, product } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import {
  addFraction, cancelled, invertFraction, multiplyFraction, oneFraction, powerFraction, scaleFraction, subtractFraction, textOfPolynomial, type Fraction,
} from "./fraction.ts";
import { constantPolynomial, exponentOf } from "./polynomial.ts";
import { integerRoot, rationalPower } from "./roots.ts";
import { polynomialSign } from "./sign.ts";
import { declare, demandDenominator, dependent, expressPolynomial, generatorPower, imaginary, laurentPower, machineExponent, type Tower } from "./tower.ts";

const half = rational(1, 2);

/** exp(argument): one Laurent generator for each monomial of the argument. */
export const exponential = (tower: Tower, unreduced: Fraction): Fraction => {
  const argument = cancelled(tower, unreduced);
  const { numerator } = argument;
  let result = oneFraction;
  for (let k = 0; k < numerator.keys.length; k++) {
    const coefficient = rational(numerator.coefficients[k] ?? 0, argument.denominator);
    result = multiplyFraction(tower, result, exponentialOfTerm(tower, numerator.keys[k] ?? 0, coefficient, argument.factors));
  }
  return result;
};

const exponentialOfTerm = (tower: Tower, key: number, coefficient: Rational, factors: Fraction["factors"]): Fraction => {
  const exponents = tower.generators.map((_, g) => exponentOf(tower.ring, key, g));
  const signs = exponents.flatMap((exponent, g) => (exponent !== 0 && tower.generators[g]?.sign === true ? [g] : []));
  if (signs.length === 0) return exponentialOfMonomial(tower, exponents, coefficient, factors);
  let s = oneFraction;
  for (const g of signs) {
    s = multiplyFraction(tower, s, generatorPower(tower, g, 1));
    exponents[g] = 0;
  }
  const forward = exponentialOfMonomial(tower, exponents, coefficient, factors);
  const backward = exponentialOfMonomial(tower, exponents, multiplyRational(coefficient, rational(-1)), factors);
  const even = scaleFraction(tower, addFraction(tower, forward, backward), half);
  const odd = scaleFraction(tower, subtractFraction(tower, forward, backward), half);
  return addFraction(tower, even, multiplyFraction(tower, s, odd));
};

const exponentialOfMonomial = (tower: Tower, exponents: readonly number[], coefficient: Rational, factors: Fraction["factors"]): Fraction => {
  const present = exponents.flatMap((exponent, g) => (exponent !== 0 ? [{ g, exponent, generator: tower.generators[g] }] : []));
  const others = present.filter(({ g }) => g !== tower.i && g !== circle(tower));
  const phase = exponents[tower.i] === 1;
  const turns = exponents[circle(tower)] === (tower.plan.denominators.get("π") ?? 1);
  if (factors.length === 0) {
    if (phase && turns) {
      if (others.length === 0) return rootOfUnity(tower, coefficient);
      if (others.every(({ generator, exponent }) => generator !== undefined && generator.integer > 0 && exponent > 0 && exponent % generator.integer === 0)) {
        return periodic(tower, present.map(({ exponent, generator }) => `${generator?.label}^${exponent}`).join("*"), coefficient, () => product(...present.map(({ generator, exponent }) => power(generator?.describe() ?? ONE, int(exponent)))));
      }
    }
    const [only] = others;
    if (only !== undefined && others.length === 1 && only.exponent === 1 && (exponents[circle(tower)] ?? 0) === 0) {
      const special = exponentialOfInverse(tower, only.g, phase, coefficient);
      if (special !== undefined) return special;
    }
  }
  const monomialText = present.map(({ exponent, generator }) => `${generator?.label}^${exponent}`).join("*");
  const label = `e|${monomialText}|${factors.map(({ factor, power }) => `${textOfPolynomial(factor.polynomial)}^${power}`).join("|")}`;
  const D = tower.plan.denominators.get(label) ?? 1;
  const scaled = multiplyRational(coefficient, rational(D));
  if (!isInteger(scaled)) return demandDenominator(tower, label, coefficient.denominator);
  const real = present.every(({ generator }) => generator?.range !== "unit" && generator?.range !== "complex") && factors.every(({ factor }) => polynomialSign(tower, factor.polynomial) !== "unknown");
  const describe = (): Expr => call("exp", [product(number(rational(1, D)), ...present.map(({ generator, exponent }) => power(generator?.describe() ?? ONE, int(exponent))),
    ...factors.map(({ factor, power: k }) => power(expressPolynomial(tower, factor.polynomial), int(-k))))]);
  // Distinct monomials have independent exponentials where the generators in them are independent; with denominators, x/(1+x) = 1 − 1/(1+x) relates them.
  const independent = factors.length === 0 && others.length > 0 && others.every(({ generator }) => generator?.independent === true);
  const index = declare(tower, { label, describe, range: real ? "positive" : "complex", nonzero: true, independent, sign: false, integer: 0 });
  return generatorPower(tower, index, machineExponent(scaled.numerator));
};

const circle = (tower: Tower): number => tower.byLabel.get("π") ?? -1;

/** π is transcendental: no polynomial relation with rational coefficients holds for it. */
export const circleGenerator = (tower: Tower): Fraction => laurentPower(tower, "π", rational(1), { describe: () => PI, range: "positive", independent: true });

/** exp(q log u) = u^q; exp(iq arctan u) = ((1 + iu)/√(1 + u²))^q for real u and integer q; likewise arcsin, arccos on [−1, 1]. */
const exponentialOfInverse = (tower: Tower, g: number, phase: boolean, coefficient: Rational): Fraction | undefined => {
  const inverse = tower.inverses.get(g);
  if (inverse === undefined) return undefined;
  const u = inverse.argument;
  if (inverse.head === "log") {
    if (phase) return undefined;
    return isInteger(coefficient) ? powerFraction(tower, u, machineExponent(coefficient.numerator)) : rationalPower(tower, u, coefficient);
  }
  if (!phase || !isInteger(coefficient)) return undefined;
  const square = multiplyFraction(tower, u, u);
  const iu = multiplyFraction(tower, imaginary(tower), u);
  const complement = rationalPower(tower, inverse.head === "atan" ? addFraction(tower, oneFraction, square) : subtractFraction(tower, oneFraction, square), half);
  const unit = inverse.head === "atan" ? multiplyFraction(tower, addFraction(tower, oneFraction, iu), invertFraction(tower, complement))
    : inverse.head === "asin" ? addFraction(tower, complement, iu)
      : addFraction(tower, u, multiplyFraction(tower, imaginary(tower), complement));
  return powerFraction(tower, unit, machineExponent(coefficient.numerator));
};

/** exp(iπ·turn). Twelfths of π are radicals, exp(iπ/3) = (1 + i√3)/2 and exp(iπ/4) = (1 + i)/√2; other denominators get ζ with ζ^d = −1. */
const rootOfUnity = (tower: Tower, turn: Rational): Fraction => {
  const d = machineExponent(turn.denominator);
  const p = Number(((BigInt(turn.numerator) % BigInt(2 * d)) + BigInt(2 * d)) % BigInt(2 * d));
  if (12 % d === 0) {
    const twelfths = (p * 12) / d;
    const thirds = twelfths % 3;
    const quarters = (twelfths - 4 * thirds) / 3;
    const i = imaginary(tower);
    const third = thirds === 0 ? oneFraction : scaleFraction(tower, addFraction(tower, oneFraction, multiplyFraction(tower, i, integerRoot(tower, 3, 2))), half);
    const result = powerFraction(tower, third, thirds);
    const eighth = ((quarters % 8) + 8) % 8;
    const whole = powerFraction(tower, i, Math.floor(eighth / 2));
    const turned = multiplyFraction(tower, result, whole);
    if (eighth % 2 === 0) return turned;
    return multiplyFraction(tower, turned, scaleFraction(tower, multiplyFraction(tower, addFraction(tower, oneFraction, i), integerRoot(tower, 2, 2)), half));
  }
  const index = declare(tower, { ...dependent, label: `ζ${d}`, describe: () => call("exp", [product(I, PI, number(rational(1, d)))]), range: "complex", nonzero: true }, { degree: d, value: constantPolynomial(-1) });
  return generatorPower(tower, index, p % (2 * d));
};

/** exp(iπ·coefficient·n) for an integer-valued monomial n: ζ = exp(iπn/D) has ζ^(2D) = 1, and no relation of lower degree over all n. */
const periodic = (tower: Tower, text: string, coefficient: Rational, phase: () => Expr): Fraction => {
  const label = `p|${text}`;
  const D = tower.plan.denominators.get(label) ?? machineExponent(coefficient.denominator);
  const scaled = multiplyRational(coefficient, rational(D));
  if (!isInteger(scaled)) return demandDenominator(tower, label, multiplyInteger(D, coefficient.denominator));
  tower.plan.denominators.set(label, D);
  const index = declare(tower, { ...dependent, label, describe: () => call("exp", [product(number(rational(1, D)), phase())]), range: D === 1 ? "real" : "complex", nonzero: true, sign: D === 1, integer: D === 1 ? 1 : 0 }, { degree: 2 * D, value: constantPolynomial(1) });
  const steps = Number(((BigInt(scaled.numerator) % BigInt(2 * D)) + BigInt(2 * D)) % BigInt(2 * D));
  return generatorPower(tower, index, steps);
};
