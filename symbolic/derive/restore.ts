/**
 * # Restoring units
 *
 * A paper that sets ħ = 1 in places prints sums of unequal dimensions. `restoreUnits` finds the smallest powers of the given constants that
 * repair a formula, sum by sum and argument by argument.
 */
import { int, ONE, power, symbol, written } from "../expr/build.ts";
import { dimensionless, equalDimensions, multiplyDimensions, powerOfDimension, type Dimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { withChildren } from "../expr/walk.ts";
import { dimensionOf } from "../notation/dimensionOf.ts";
import { infix } from "../notation/infixPrinter.ts";
import { rational } from "../number/rational.ts";

export interface Restored { readonly left: Expr; readonly right: Expr; readonly insertions: readonly string[] }

interface Factor { readonly term: Expr; readonly cost: number }

const exponents = [1, -1, 2, -2, 3, -3];

/** The cheapest product of powers of at most two constants that turns one dimension into another. */
const bridge = (fromDimension: Dimension, to: Dimension, constants: readonly PhysicalSymbol[]): Factor | undefined => {
  if (equalDimensions(fromDimension, to)) return { term: ONE, cost: 0 };
  const single = constants.flatMap((s) => exponents.map((k) => ({ s, k })));
  const fits = (factors: readonly { readonly s: PhysicalSymbol; readonly k: number }[]): boolean =>
    equalDimensions(factors.reduce((total, { s, k }) => multiplyDimensions(total, powerOfDimension(s.dimension ?? dimensionless, rational(k))), fromDimension), to);
  const build = (factors: readonly { readonly s: PhysicalSymbol; readonly k: number }[]): Factor =>
    ({ term: written.product(factors.map(({ s, k }) => power(symbol(s), int(k)))), cost: factors.reduce((total, { k }) => total + Math.abs(k), 0) });
  const one = single.find((factor) => fits([factor]));
  if (one !== undefined) return build([one]);
  for (const a of single) for (const b of single) if (a.s !== b.s && fits([a, b])) return build([a, b]);
  return undefined;
};

const times = (e: Expr, factor: Factor): Expr => (factor.cost === 0 ? e : written.product([e, factor.term]));

interface Repair { readonly constants: readonly PhysicalSymbol[]; readonly insertions: string[] }

/** A consistent version of the term; undefined where no insertion helps. */
const repair = (r: Repair, e: Expr): Expr | undefined => {
  if (e.kind === "number" || e.kind === "symbol") return e;
  const args = e.args.map((arg) => repair(r, arg));
  if (args.some((arg) => arg === undefined)) return undefined;
  const parts = args.flatMap((arg) => (arg === undefined ? [] : [arg]));
  if (e.kind === "sum") return repairSum(r, parts);
  if (e.kind === "call" && typeof e.head === "string" && !["abs", "conj", "re", "im", "sign"].includes(e.head)) {
    const pure = parts.map((arg) => adjusted(r, arg, dimensionless));
    return pure.some((arg) => arg === undefined) ? undefined : withChildren(e, pure.flatMap((arg) => (arg === undefined ? [] : [arg])));
  }
  return withChildren(e, parts);
};

const adjusted = (r: Repair, e: Expr, to: Dimension): Expr | undefined => {
  const own = dimensionOf(e);
  if (own === undefined) return e.kind === "number" ? e : undefined;
  const factor = bridge(own, to, r.constants);
  if (factor === undefined) return undefined;
  if (factor.cost > 0) r.insertions.push(`${infix(factor.term)} at ${infix(e)}`);
  return times(e, factor);
};

/** All terms take the dimension that costs the fewest insertions. */
const repairSum = (r: Repair, terms: readonly Expr[]): Expr | undefined => {
  const dimensions = terms.map((term) => dimensionOf(term));
  const known = dimensions.flatMap((own) => (own === undefined ? [] : [own]));
  let best: { readonly target: Dimension; readonly cost: number } | undefined;
  for (const target of known) {
    const costs = known.map((own) => bridge(own, target, r.constants)?.cost ?? Infinity);
    const cost = costs.reduce((total, each) => total + each, 0);
    if (best === undefined || cost < best.cost) best = { target, cost };
  }
  if (best === undefined) return written.sum(terms);
  const { target } = best;
  if (best.cost === Infinity) return undefined;
  const repaired = terms.map((term) => (dimensionOf(term) === undefined ? term : adjusted(r, term, target)));
  return repaired.some((term) => term === undefined) ? undefined : written.sum(repaired.flatMap((term) => (term === undefined ? [] : [term])));
};

/** The equation with the constants put back; undefined when it needs none, or when they cannot repair it. */
export const restoreUnits = (left: Expr, right: Expr, constants: readonly PhysicalSymbol[]): Restored | undefined => {
  const r: Repair = { constants, insertions: [] };
  const [newLeft, newRight] = [repair(r, left), repair(r, right)];
  if (newLeft === undefined || newRight === undefined) return undefined;
  const target = dimensionOf(newLeft);
  const fitted = target === undefined || dimensionOf(newRight) === undefined ? newRight : adjusted(r, newRight, target);
  return fitted === undefined || r.insertions.length === 0 ? undefined : { left: newLeft, right: fitted, insertions: r.insertions };
};
