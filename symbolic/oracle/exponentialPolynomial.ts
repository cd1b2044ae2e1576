/**
 * # Exponential polynomials
 *
 * Σ c·tᵏ·exp(κt + φ), with c, κ and φ free of t: what pulses, decays and drives are made of. sin, cos, sinh and cosh of affine arguments are read
 * as exponentials; sums, products and whole powers stay in the class. Polynomials are the case κ = φ = 0.
 *
 * - `exponentialPolynomial`: the terms of such a function, or undefined for anything else.
 * - `differentiated`, `integrated`, `shifted` by a factor exp(st): in the same form.
 * - `asTerm`: back to a formula, with sines and cosines where the exponentials come in pairs κ = ρ ± iω.
 */
import { call, compareTerms, HALF, I, int, MINUS_ONE, negate, number, ONE, power, product, sum, symbol, ZERO } from "../expr/build.ts";
import type { CallTerm, Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, substitute } from "../expr/walk.ts";
import { isInteger, rational } from "../number/rational.ts";
import { isPlainlyNonnegative } from "./conjugation.ts";
import { distributed, multipliedOut, slopeIn } from "./forms.ts";

/** coefficient·t^degree·exp(rate·t + phase). */
export interface ExponentialTerm { readonly coefficient: Expr; readonly degree: number; readonly rate: Expr; readonly phase: Expr }

/** The two differ in their coefficients alone. */
export const isLike = (a: ExponentialTerm, b: ExponentialTerm): boolean => a.degree === b.degree && a.rate === b.rate && a.phase === b.phase;

const HIGHEST_POWER = 16;

const wholePower = (e: Expr): number | undefined =>
  e.kind === "number" && isInteger(e.value) && typeof e.value.numerator === "number" && Math.abs(e.value.numerator) <= HIGHEST_POWER ? e.value.numerator : undefined;

export const exponentialPolynomial = (e: Expr, t: PhysicalSymbol): readonly ExponentialTerm[] | undefined => {
  const terms = readTerms(e, t);
  return terms === undefined ? undefined : collected(terms);
};

const constant = (coefficient: Expr): readonly ExponentialTerm[] => [{ coefficient, degree: 0, rate: ZERO, phase: ZERO }];

const readTerms = (e: Expr, t: PhysicalSymbol): readonly ExponentialTerm[] | undefined => {
  if (!dependsOn(e, t)) return constant(e);
  switch (e.kind) {
    case "symbol": return [{ coefficient: ONE, degree: 1, rate: ZERO, phase: ZERO }];
    case "sum": return allOf(e.args.map((term) => readTerms(term, t)))?.flat();
    case "product": return allOf(e.args.map((factor) => readTerms(factor, t)))?.reduce(multiplied, constant(ONE));
    case "power": return readPower(e.args[0], e.args[1], t);
    case "call": return readCall(e, t);
    default: return undefined;
  }
};

const allOf = <T>(list: readonly (T | undefined)[]): readonly T[] | undefined => {
  const present = list.filter((item) => item !== undefined);
  return present.length === list.length ? present : undefined;
};

const multiplied = (a: readonly ExponentialTerm[], b: readonly ExponentialTerm[]): readonly ExponentialTerm[] =>
  collected(a.flatMap((x) => b.map((y): ExponentialTerm => ({
    coefficient: product(x.coefficient, y.coefficient), degree: x.degree + y.degree, rate: sum(x.rate, y.rate), phase: sum(x.phase, y.phase),
  }))));

const collected = (terms: readonly ExponentialTerm[]): readonly ExponentialTerm[] => {
  const groups: ExponentialTerm[][] = [];
  for (const term of terms) {
    const group = groups.find(([first]) => first !== undefined && isLike(first, term));
    if (group === undefined) groups.push([term]); else group.push(term);
  }
  return groups.flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const coefficient = sum(first.coefficient, ...rest.map((term) => term.coefficient));
    return coefficient === ZERO ? [] : [{ ...first, coefficient }];
  });
};

/** exp(argument) as one term. */
const exponential = (argument: Expr, t: PhysicalSymbol): ExponentialTerm | undefined => {
  const slope = slopeIn(argument, t);
  if (slope === undefined) return undefined;
  return { coefficient: ONE, degree: 0, rate: multipliedOut(slope), phase: multipliedOut(substitute(argument, new Map([[t, ZERO]]))) };
};

const readPower = (base: Expr, exponent: Expr, t: PhysicalSymbol): readonly ExponentialTerm[] | undefined => {
  const n = wholePower(exponent);
  if (base.kind === "call" && base.head === "exp" && n !== undefined && base.args[0] !== undefined) {
    const term = exponential(product(int(n), base.args[0]), t);
    return term === undefined ? undefined : [term];
  }
  if (!dependsOn(base, t) && isPlainlyNonnegative(base)) {
    const term = exponential(product(exponent, call("log", [base])), t);
    return term === undefined ? undefined : [term];
  }
  const terms = n !== undefined && n >= 0 ? readTerms(base, t) : undefined;
  return terms === undefined ? undefined : Array.from({ length: n ?? 0 }, () => terms).reduce(multiplied, constant(ONE));
};

/** The weights of e^(ku) and e^(−ku), and k. */
const waves: Readonly<Record<string, readonly [forward: Expr, backward: Expr, k: Expr]>> = {
  cos: [HALF, HALF, I], sin: [product(number(rational(-1, 2)), I), product(HALF, I), I], cosh: [HALF, HALF, ONE], sinh: [HALF, number(rational(-1, 2)), ONE],
};

const readCall = (e: CallTerm, t: PhysicalSymbol): readonly ExponentialTerm[] | undefined => {
  const [u] = e.args;
  if (u === undefined || typeof e.head !== "string") return undefined;
  const weights = waves[e.head];
  const pair: readonly (readonly [Expr, Expr])[] = e.head === "exp" ? [[ONE, u]]
    : weights === undefined ? [] : [[weights[0], product(weights[2], u)], [weights[1], product(MINUS_ONE, weights[2], u)]];
  const terms = allOf(pair.map(([weight, argument]): ExponentialTerm | undefined => {
    const term = exponential(argument, t);
    return term === undefined ? undefined : { ...term, coefficient: product(weight, term.coefficient) };
  }));
  return terms === undefined || terms.length === 0 ? undefined : terms;
};

// ---- calculus ------------------------------------------------------------------------------------------------------------------

/** c·tᵏ·e^(κt+φ) has the derivative c·k·tᵏ⁻¹·e^(κt+φ) + c·κ·tᵏ·e^(κt+φ). */
export const differentiated = (terms: readonly ExponentialTerm[]): readonly ExponentialTerm[] =>
  collected(terms.flatMap((term) => [
    ...(term.degree === 0 ? [] : [{ ...term, coefficient: product(int(term.degree), term.coefficient), degree: term.degree - 1 }]),
    ...(term.rate === ZERO ? [] : [{ ...term, coefficient: product(term.coefficient, term.rate) }]),
  ]));

/** ∫ tᵏ·e^(κt+φ) dt = e^(κt+φ)·Σⱼ (−1)ʲ·k!/(k−j)!·tᵏ⁻ʲ/κʲ⁺¹. */
export const integrated = (terms: readonly ExponentialTerm[]): readonly ExponentialTerm[] =>
  collected(terms.flatMap((term) => {
    const { coefficient, degree, rate } = term;
    if (rate === ZERO) return [{ ...term, coefficient: product(coefficient, number(rational(1, degree + 1))), degree: degree + 1 }];
    const isPaired = terms.some((other) => isMirrorImage(term, other));
    let factor = 1;
    return Array.from({ length: degree + 1 }, (_, j): ExponentialTerm => {
      const weight = int(factor);
      factor *= -(degree - j);
      return { ...term, coefficient: distributed(product(weight, coefficient), reciprocalPower(rate, j + 1, isPaired)), degree: degree - j };
    });
  }));

/** κ = ρ + iω: the terms without and with a factor i. */
const split = (rate: Expr): readonly [real: Expr, frequency: Expr] => {
  const hasUnit = (term: Expr): boolean => term === I || (term.kind === "product" && term.args.includes(I));
  const terms = rate.kind === "sum" ? rate.args : [rate];
  return [sum(...terms.filter((term) => !hasUnit(term))), sum(...terms.filter(hasUnit).map((term) => product(MINUS_ONE, I, term)))];
};

/** exp(ρt + r + i(ωt + φ)) and exp(ρt + r − i(ωt + φ)). */
const isMirrorImage = (a: ExponentialTerm, b: ExponentialTerm): boolean =>
  b.rate === mirrored(a.rate) && b.phase === mirrored(a.phase) && (a.rate !== b.rate || a.phase !== b.phase);

/** ρ − iω. */
const mirrored = (rate: Expr): Expr => {
  const [real, frequency] = split(rate);
  return sum(real, multipliedOut(product(MINUS_ONE, I, frequency)));
};

/** κ⁻ⁿ; for a pair over the common denominator ρ² + ω², so that the two halves combine. */
const reciprocalPower = (rate: Expr, n: number, isPaired: boolean): Expr => {
  const [real, frequency] = split(rate);
  if (frequency === ZERO) return power(rate, int(-n));
  if (real === ZERO) return product(power(negate(I), int(n)), reciprocalOfDifference(frequency, n));
  if (!isPaired) return power(rate, int(-n));
  const above = Array.from({ length: n }, () => mirrored(rate)).reduce(distributed, ONE);
  return distributed(above, power(sum(power(real, int(2)), multipliedOut(power(frequency, int(2)))), int(-n)));
};

/** (a − b)⁻ⁿ and (b − a)⁻ⁿ over one base, so that they combine. */
const reciprocalOfDifference = (e: Expr, n: number): Expr => {
  const opposite = multipliedOut(negate(e));
  return compareTerms(e, opposite) <= 0 ? power(e, int(-n)) : product(power(MINUS_ONE, int(n)), power(opposite, int(-n)));
};

/** The same function times exp(shift·t). */
export const shifted = (terms: readonly ExponentialTerm[], shift: Expr): readonly ExponentialTerm[] =>
  collected(terms.map((term) => ({ ...term, rate: sum(term.rate, multipliedOut(shift)) })));

export const asTerm = (terms: readonly ExponentialTerm[], t: PhysicalSymbol): Expr => {
  const open = [...terms];
  const parts: Expr[] = [];
  const exponential = (exponent: Expr): Expr => (exponent === ZERO ? ONE : call("exp", [exponent]));
  for (let term = open.shift(); term !== undefined; term = open.shift()) {
    const { coefficient, degree, rate, phase } = term;
    const monomial = power(symbol(t), int(degree));
    const current = term;
    const partner = open.findIndex((other) => other.degree === degree && isMirrorImage(current, other));
    const [other] = partner < 0 ? [] : open.splice(partner, 1);
    if (other === undefined) {
      parts.push(product(coefficient, monomial, exponential(sum(product(rate, symbol(t)), phase))));
      continue;
    }
    const [growth, frequency] = split(rate);
    const [size, angle] = split(phase);
    const envelope = product(monomial, exponential(sum(product(growth, symbol(t)), size)));
    const argument = sum(product(frequency, symbol(t)), angle);
    parts.push(product(sum(coefficient, other.coefficient), envelope, call("cos", [argument])),
      product(distributed(I, sum(coefficient, negate(other.coefficient))), envelope, call("sin", [argument])));
  }
  return sum(...parts);
};
