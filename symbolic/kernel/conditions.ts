/**
 * # Side conditions
 *
 * "e ≠ 0" and "e > 0" reduced to what the assumptions leave open: factor by factor, each in one tidy form, so that the same condition reads
 * the same wherever it comes from. And whether a value may stand for a symbol, and under which conditions.
 *
 * Trusted: yes. A condition that cannot hold is reported as such; a theorem under it would be empty.
 */
import { compareTerms, negate, power, product, splitCoefficient, sum, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { subterms, withChildren } from "../expr/walk.ts";
import { signOfRational } from "../number/rational.ts";
import { isOperator, type Assumption, type PhysicalSymbol } from "../expr/symbol.ts";
import { inTower, openConditions, signOf, whyUnreadable, type Circumstances } from "./field.ts";
import { cancelled, equalFractions, multiplyFraction, oneFraction, partsOf, type Fraction } from "./fraction.ts";
import { isIntegerValued, normal, readConjugate, type Reading } from "./normal.ts";
import { exponentOf, type Polynomial } from "./polynomial.ts";
import { hasLooseInfinity, satisfiedBy } from "./scope.ts";
import { fractionSign, nonzeroTruth, type Sign } from "./sign.ts";
import { expressPolynomial, type Tower } from "./tower.ts";

/** The factors of e that must not vanish and are not known to be nonzero; undefined when e vanishes identically. */
export const openFactors = (e: Expr, circumstances: Circumstances = {}): readonly Expr[] | undefined => {
  if (e.kind === "product" && !e.operator) return joined(e.args.map((factor) => openFactors(factor, circumstances)));
  if (e.kind === "power" && e.args[1].kind === "number" && e.args[1].value.numerator !== 0) return openFactors(e.args[0], circumstances);
  if (e.kind === "call" && (e.head === "abs" || e.head === "conj")) return openFactors(e.args[0] ?? ZERO, circumstances);
  try {
    const { truth, below, factors } = inTower((reading) => {
      const value = normal(reading, e);
      const known = nonzeroTruth(reading.tower, value);
      return { truth: known, below: openConditions(reading).terms, factors: known !== "unknown" ? [] : isElementary(e) ? [rebuilt(e)] : tidyFactors(reading.tower, cancelled(reading.tower, value, SHORT)) };
    }, circumstances);
    if (truth === "false") return undefined;
    const settled = truth === "true" || (factors.length === 1 && strict.includes(signOf(e, circumstances)));
    return joined([...below.map((term) => openFactors(term, circumstances)), settled ? [] : factors]);
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return [rebuilt(e)];
  }
};
/** Only short quotients are looked for: without cancelling, the condition is the same or stronger, and long divisions would cost more than the proof. */
const SHORT = 24;
const strict: readonly Sign[] = ["positive", "negative"];

const joined = (lists: readonly (readonly Expr[] | undefined)[]): readonly Expr[] | undefined => {
  const all = lists.flatMap((list) => list ?? []);
  return lists.includes(undefined) ? undefined : [...new Set(all)];
};

/** Sines and exponentials read worse as Laurent monomials than as they stand. */
const isElementary = (e: Expr): boolean => subterms(e).some((node) => node.kind === "call" && typeof node.head === "string");

/** Sums, products and powers in canonical form, but not inside binders, whose symbols need not have there what was declared of them. */
const rebuilt = (e: Expr): Expr => {
  switch (e.kind) {
    case "number": case "symbol": case "binder": return e;
    case "sum": return sum(...e.args.map(rebuilt));
    case "product": return product(...e.args.map(rebuilt));
    case "power": return power(rebuilt(e.args[0]), rebuilt(e.args[1]));
    default: return withChildren(e, e.args.map(rebuilt));
  }
};

/** Generators of the common monomial one by one, and the rest up to a number. */
const tidyFactors = (tower: Tower, { numerator }: Fraction): readonly Expr[] => {
  const { monomial, primitive } = partsOf(tower, numerator);
  const single = tower.generators.flatMap((generator, g) =>
    (exponentOf(tower.ring, monomial.keys[0] ?? 0, g) === 0 || generator.nonzero || tower.positiveGenerators.has(g) ? [] : [generator.describe()]));
  const rest = expressPolynomial(tower, withoutUnit(tower, primitive));
  return rest.kind === "number" ? single : [...single, withFixedSign(rest)];
};

/** i·p as p. */
const withoutUnit = (tower: Tower, p: Polynomial): Polynomial =>
  (p.keys.every((key) => exponentOf(tower.ring, key, tower.i) === 1) ? { ...p, keys: p.keys.map((key) => key - (tower.ring.offsets[tower.i] ?? 0)) } : p);

/** Of e and −e the one whose shortest summand, coefficients aside, counts positively. */
const withFixedSign = (e: Expr): Expr => {
  const summands = e.kind === "sum" ? e.args : [e];
  const [first] = summands.map(splitCoefficient).sort(([, a], [, b]) => subterms(a).length - subterms(b).length || compareTerms(a, b));
  return first !== undefined && signOfRational(first[0]) < 0 ? sum(...summands.map(negate)) : e;
};

/** "e > 0": settled, impossible, or the tidy term that must be positive. */
export const openPositive = (e: Expr, circumstances: Circumstances = {}): Expr | "settled" | "impossible" => {
  const sign = signOf(e, circumstances);
  if (sign === "positive") return "settled";
  return sign === "negative" || sign === "nonpositive" || sign === "zero" ? "impossible" : rebuilt(e);
};

/**
 * Whether a term may stand for a symbol under the symbol's assumptions: the denominators that must not vanish for it, or undefined. Unknown
 * counts as no. ∞ is no value, and an operator stands only for an operator.
 */
export const admits = (s: PhysicalSymbol, value: Expr, circumstances: Circumstances = {}): readonly Expr[] | undefined => {
  if (hasLooseInfinity(value) || (value.operator && !isOperator(s))) return undefined;
  if (isOperator(s) || s.assume.length === 0 || (value.kind === "symbol" && satisfiedBy(s.assume, value.symbol))) return [];
  try {
    return inTower((reading) => (s.assume.every((assumption) => has(assumption, reading, value, circumstances)) ? openConditions(reading).terms : undefined), circumstances);
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return undefined;
  }
};

const has = (assumption: Assumption, reading: Reading, value: Expr, circumstances: Circumstances): boolean => {
  const { tower } = reading;
  const fraction = normal(reading, value);
  const sign = fractionSign(tower, fraction);
  const isSign = (): boolean => equalFractions(tower, multiplyFraction(tower, fraction, fraction), oneFraction);
  switch (assumption) {
    case "positive": case "negative": return sign === assumption || (sign !== "unknown" && signOf(value, circumstances) === assumption);
    case "real": return sign !== "unknown" || isSign() || equalFractions(tower, readConjugate(reading, value), fraction);
    case "nonzero": return nonzeroTruth(tower, fraction) === "true";
    case "integer": return isIntegerValued(tower, fraction);
    case "sign": return isSign();
    case "operator": return true;
  }
};
