/**
 * # Side conditions
 *
 * "e ≠ 0" and "e > 0" reduced to what the assumptions leave open: factor by factor, each in one tidy form, so that the same condition reads
 * the same wherever it comes from.
 *
 * Trusted: yes. A condition that cannot hold is reported as such; a theorem under it would be empty.
 */
import { compareTerms, negate, power, product, splitCoefficient, sum } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { subterms, transform } from "../expr/walk.ts";
import { signOfRational } from "../number/rational.ts";
import { inTower, signOf, whyUnreadable, type Circumstances } from "./field.ts";
import { partsOf, type Fraction } from "./fraction.ts";
import { normal } from "./normal.ts";
import { exponentOf, type Polynomial } from "./polynomial.ts";
import { nonzeroTruth, type Sign } from "./sign.ts";
import { expressPolynomial, type Tower } from "./tower.ts";

/** The factors of e that must not vanish and are not known to be nonzero; undefined when e vanishes identically. */
export const openFactors = (e: Expr, circumstances: Circumstances = {}): readonly Expr[] | undefined => {
  if (e.kind === "product") return joined(e.args.map((factor) => openFactors(factor, circumstances)));
  if (e.kind === "power" && e.args[1].kind === "number" && e.args[1].value.numerator !== 0) return openFactors(e.args[0], circumstances);
  try {
    const found = inTower((reading) => {
      const value = normal(reading, e);
      const truth = nonzeroTruth(reading.tower, value);
      return truth === "unknown" ? (isElementary(e) ? [rebuilt(e)] : tidyFactors(reading.tower, value)) : truth;
    }, circumstances);
    if (typeof found !== "string") return found.length === 1 && strict.includes(signOf(e, circumstances)) ? [] : found;
    return found === "true" ? [] : undefined;
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return [rebuilt(e)];
  }
};
const strict: readonly Sign[] = ["positive", "negative"];

const joined = (lists: readonly (readonly Expr[] | undefined)[]): readonly Expr[] | undefined => {
  const all = lists.flatMap((list) => list ?? []);
  return lists.includes(undefined) ? undefined : [...new Set(all)];
};

/** Sines and exponentials read worse as Laurent monomials than as they stand. */
const isElementary = (e: Expr): boolean => subterms(e).some((node) => node.kind === "call" && typeof node.head === "string");

const rebuilt = (e: Expr): Expr => transform(e, (node) => (node.kind === "sum" ? sum(...node.args) : node.kind === "product" ? product(...node.args) : node.kind === "power" ? power(node.args[0], node.args[1]) : node));

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

/** Of e and −e the one whose shortest summand counts positively. */
const withFixedSign = (e: Expr): Expr => {
  const [first] = (e.kind === "sum" ? e.args : [e]).toSorted((a, b) => subterms(a).length - subterms(b).length || compareTerms(splitCoefficient(a)[1], splitCoefficient(b)[1]));
  return first !== undefined && signOfRational(splitCoefficient(first)[0]) < 0 ? sum(...(e.kind === "sum" ? e.args : [e]).map(negate)) : e;
};

/** "e > 0": settled, impossible, or the tidy term that must be positive. */
export const openPositive = (e: Expr, circumstances: Circumstances = {}): Expr | "settled" | "impossible" => {
  const sign = signOf(e, circumstances);
  if (sign === "positive") return "settled";
  return sign === "negative" || sign === "nonpositive" || sign === "zero" ? "impossible" : rebuilt(e);
};
