/**
 * # The tower of generators
 *
 * Every term is read as a rational function in generators: independent symbols; i with i² = −1; signs with c² = 1; roots with g^q = radicand;
 * exponentials exp(m/D) of monomials m (Laurent, so sin and cos become Laurent polynomials); periodic phases ζ = exp(iπn/D) of integer
 * symbols with ζ^(2D) = 1; and atoms, which stand for what is left.
 * A sum of signs in an exponent is resolved by exp(s·m) = (1+s)/2·e^m + (1−s)/2·e^(−m) for s = ±1.
 *
 * The relations hold for the principal values, so a zero of the tower is a zero of the functions, whatever else relates the
 * generators. The converse fails for dependent generators; then the answer is `unknown`, never `equal`.
 *
 * A `Plan` collects what a first pass learns (common denominators of exponents, largest exponents); `Restart` asks to begin again.
 * Trusted: yes.
 */
import { divideExactly, gcdInteger, multiplyInteger, type Integer } from "../number/integer.ts";
import { isInteger, multiplyRational, rational, type Rational } from "../number/rational.ts";
import { I, int, negate, number, power, product, sum, symbol } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isIntegerSymbol, isNegativeSymbol, isPositiveSymbol, isNonzeroSymbol, isRealSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { equalFractions, fractionOf, invertFraction, oneFraction, powerFraction, scaleFraction, zeroFraction, type Fraction, type FractionField } from "./fraction.ts";
import { addGenerator, constantPolynomial, emptyRing, exponentOf, monomial, onePolynomial, type Polynomial, type Relation } from "./polynomial.ts";

/** What is known of the values of a generator, besides its relation. */
export type Range = "positive" | "nonnegative" | "real" | "unit" | "complex";

interface Generator {
  readonly label: string;
  /** The term that the generator stands for. */
  readonly describe: () => Expr;
  readonly range: Range;
  readonly nonzero: boolean;
  /** Algebraically independent of all earlier generators, as a function of the symbols. */
  readonly independent: boolean;
  readonly sign: boolean;
  /** The least power that is a whole number; 0 for none. */
  readonly integer: number;
}

export interface Plan {
  /** Denominator D of the exponents of a symbol or of an exponential, by label. */
  readonly denominators: Map<string, number>;
  /** Largest exponents by position; where none is noted, `reach`. */
  readonly reaches: number[];
  reach: number;
}

export const freshPlan = (): Plan => ({ denominators: new Map(), reaches: [], reach: 15 });

export class Restart extends Error {
  override readonly name = "Restart";
}

interface AboutAtom {
  readonly describe: () => Expr;
  readonly range: Range;
  readonly independent: boolean;
  readonly integer?: boolean;
  readonly nonzero?: boolean;
  /** The atom takes the values ±1 only. */
  readonly sign?: boolean;
}

interface Atom { readonly head: string; readonly args: readonly Fraction[]; readonly value: Fraction }

export interface Tower extends FractionField {
  /** Polynomials, and single generators, that hypotheses declare positive. */
  readonly given: Polynomial[];
  readonly positiveGenerators: Set<number>;
  readonly plan: Plan;
  readonly generators: Generator[];
  readonly byLabel: Map<string, number>;
  readonly atoms: Atom[];
  /** For the atoms arctan, arcsin, arccos and log: what they are taken of, by generator. */
  readonly inverses: Map<number, { readonly head: string; readonly argument: Fraction }>;
  readonly i: number;
}

export const newTower = (plan: Plan): Tower => {
  const ring = emptyRing();
  const shell = { ring, factors: new Map(), plan, generators: [], given: [], positiveGenerators: new Set<number>(), byLabel: new Map(), atoms: [], inverses: new Map() };
  const i = declare(shell, { label: "i", describe: () => I, range: "unit", nonzero: true, independent: true, sign: false, integer: 0 }, { degree: 2, value: constantPolynomial(-1) });
  return { ...shell, i };
};

type Shell = Pick<Tower, "ring" | "plan" | "generators" | "byLabel">;

export const declare = (tower: Shell, generator: Generator, relation?: Relation): number => {
  const known = tower.byLabel.get(generator.label);
  if (known !== undefined) return known;
  const position = tower.generators.length;
  const reach = tower.plan.reaches[position] ?? (relation === undefined ? tower.plan.reach : 2 * (relation.degree - 1));
  const index = addGenerator(tower.ring, reach, relation);
  tower.generators.push(generator);
  tower.byLabel.set(generator.label, index);
  return index;
};

export const dependent = { nonzero: false, independent: false, sign: false, integer: 0 } as const;

export const imaginary = (tower: Tower): Fraction => fractionOf(monomial(tower.ring, tower.i, 1));

export const generatorPower = (tower: Tower, index: number, exponent: number): Fraction => {
  const relation = tower.ring.relations[index];
  if (relation === undefined) return fractionOf(monomial(tower.ring, index, exponent));
  if (exponent < 0) return invertFraction(tower, generatorPower(tower, index, -exponent));
  return exponent < relation.degree ? fractionOf(monomial(tower.ring, index, exponent)) : powerFraction(tower, generatorPower(tower, index, 1), exponent);
};

/** Raises the noted denominator of a label to a common multiple and begins again. */
export const demandDenominator = (tower: Shell, label: string, needed: Integer): never => {
  const old = tower.plan.denominators.get(label) ?? 1;
  tower.plan.denominators.set(label, Number(multiplyInteger(old, divideExactly(needed, gcdInteger(old, needed)))));
  throw new Restart("a finer denominator is needed");
};

export const machineExponent = (value: Integer): number => {
  if (typeof value !== "number") throw new Unreadable("an exponent beyond 2^53");
  return value;
};

/** The term is outside what the tower can read. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

const symbolRange = (s: PhysicalSymbol): Range => (isPositiveSymbol(s) || isNegativeSymbol(s) ? "positive" : isRealSymbol(s) ? "real" : "complex");

/** quantity^exponent by the generator quantity^(1/D); the plan notes D. */
export const laurentPower = (tower: Tower, label: string, exponent: Rational, about: AboutAtom): Fraction => {
  const D = tower.plan.denominators.get(label) ?? 1;
  const scaled = D === 1 ? exponent : multiplyRational(exponent, rational(D));
  if (!isInteger(scaled)) return demandDenominator(tower, label, exponent.denominator);
  const { range, independent, nonzero = range === "positive", integer = false } = about;
  const index = declare(tower, { label, describe: () => power(about.describe(), number(rational(1, D))), range, independent, nonzero, sign: false, integer: integer ? D : 0 });
  return generatorPower(tower, index, machineExponent(scaled.numerator));
};

/** A generator for what is ±1. */
const signGenerator = (tower: Tower, label: string, describe: () => Expr, independent: boolean): Fraction =>
  generatorPower(tower, declare(tower, { label, describe, range: "real", nonzero: true, independent, sign: true, integer: 1 }, SQUARE_IS_ONE), 1);
const SQUARE_IS_ONE: Relation = { degree: 2, value: onePolynomial };

/** s^exponent. A negative symbol is minus a positive generator; fractional exponents of positive symbols use the generator s^(1/D). */
export const symbolPower = (tower: Tower, s: PhysicalSymbol, exponent: Rational): Fraction => {
  const label = `s${symbol(s).id}`;
  if (isSign(s)) return machineExponent(exponent.numerator) % 2 === 0 ? oneFraction : signGenerator(tower, label, () => symbol(s), true);
  const value = laurentPower(tower, label, exponent, {
    describe: () => (isNegativeSymbol(s) ? negate(symbol(s)) : symbol(s)), range: symbolRange(s), independent: true, nonzero: isNonzeroSymbol(s), integer: isIntegerSymbol(s),
  });
  const odd = isInteger(exponent) && machineExponent(exponent.numerator) % 2 !== 0;
  return isNegativeSymbol(s) && odd ? scaleFraction(tower, value, rational(-1)) : value;
};

/**
 * A generator for what has no further structure: a family member, an unknown function, a logarithm. Equal arguments give the same atom; it is
 * independent of the others only where different arguments are certainly different.
 */
export const atom = (tower: Tower, head: string, args: readonly Fraction[], about: AboutAtom): Fraction => {
  const known = tower.atoms.find((a) => a.head === head && a.args.length === args.length && a.args.every((arg, k) => equalFractions(tower, arg, args[k] ?? zeroFraction)));
  if (known !== undefined) return known.value;
  const label = `a${tower.atoms.length}`;
  const independent = about.independent && args.every((arg) => [arg.numerator, ...arg.factors.map(({ factor }) => factor.polynomial)].every((part) => hasIndependentGenerators(tower, part)));
  const value = about.sign === true ? signGenerator(tower, label, about.describe, independent) : laurentPower(tower, label, rational(1), { ...about, independent });
  tower.atoms.push({ head, args, value });
  const [argument] = args;
  const index = tower.byLabel.get(label);
  if (argument !== undefined && index !== undefined && ["atan", "asin", "acos", "log"].includes(head)) tower.inverses.set(index, { head, argument });
  return value;
};

/** Whether a zero of this polynomial in the tower is the only way for it to vanish identically: no generator in it depends on others. */
export const hasIndependentGenerators = (tower: Tower, a: Polynomial): boolean =>
  tower.generators.every((generator, g) =>
    (generator.independent && !generator.sign) || (a.bounds[g] ?? 0) === 0 || a.keys.every((key) => exponentOf(tower.ring, key, g) === 0));

// ---- back to terms -----------------------------------------------------------------------------------------------------------

const expressKey = (tower: Tower, key: number): readonly Expr[] =>
  tower.generators.flatMap((generator, g) => {
    const exponent = exponentOf(tower.ring, key, g);
    return exponent === 0 ? [] : [power(generator.describe(), int(exponent))];
  });

export const expressPolynomial = (tower: Tower, a: Polynomial): Expr =>
  sum(...a.keys.map((key, k) => product(int(a.coefficients[k] ?? 0), ...expressKey(tower, key))));

/** A term with this normal form. Proofs never rest on it: what it is used for is decided again. */
export const express = (tower: Tower, a: Fraction): Expr =>
  product(
    number(rational(1, a.denominator)), expressPolynomial(tower, a.numerator),
    ...a.factors.map(({ factor, power: k }) => power(expressPolynomial(tower, factor.polynomial), int(-k))));
