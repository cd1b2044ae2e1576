/**
 * # Forms of terms
 *
 * - `canonical`: every sum, product and power rebuilt in canonical order. Fails with `DivisionByZero` where that meets 0⁻¹.
 * - `multipliedOut`: canonical with products of sums multiplied out, so that equal polynomials become the same term.
 * - `isLarge`: whether terms with every shared part written out have more nodes than engines are asked about.
 * - `slopeIn`: the coefficient of a symbol in a term that is affine in it.
 */
import { ONE, power, product, sum, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { children, dependsOn, subterms, transform } from "../expr/walk.ts";
import { isInteger } from "../number/rational.ts";

export const canonical = (e: Expr): Expr =>
  transform(e, (node) => (node.kind === "sum" ? sum(...node.args) : node.kind === "product" ? product(...node.args) : node.kind === "power" ? power(...node.args) : node));

const LARGEST = 20_000;

export const isLarge = (...terms: readonly Expr[]): boolean => terms.reduce((total, term) => total + treeSize(term), 0) > LARGEST;

const treeSize = (e: Expr): number => {
  const sizes = new Map<Expr, number>();
  for (const node of subterms(e)) sizes.set(node, children(node).reduce((total, child) => total + (sizes.get(child) ?? 1), 1));
  return sizes.get(e) ?? 1;
};

const HIGHEST_POWER = 4;

const termsOf = (e: Expr): readonly Expr[] => (e.kind === "sum" ? e.args : [e]);

/** a·b term by term. */
export const distributed = (a: Expr, b: Expr): Expr => sum(...termsOf(a).flatMap((x) => termsOf(b).map((y) => product(x, y))));

export const multipliedOut = (e: Expr): Expr => {
  if (e.kind === "sum") return sum(...e.args.map(multipliedOut));
  if (e.kind === "product") return e.args.map(multipliedOut).reduce(distributed, ONE);
  if (e.kind !== "power") return e;
  const base = multipliedOut(e.args[0]);
  const n = e.args[1].kind === "number" && isInteger(e.args[1].value) ? Number(e.args[1].value.numerator) : 0;
  return base.kind === "sum" && n > 1 && n <= HIGHEST_POWER ? Array.from({ length: n }, () => base).reduce(distributed, ONE) : power(base, e.args[1]);
};

/** As a canonical term; undefined when the term is not visibly affine. */
export const slopeIn = (e: Expr, x: PhysicalSymbol): Expr | undefined => {
  if (!dependsOn(e, x)) return ZERO;
  if (e.kind === "symbol") return ONE;
  if (e.kind === "sum") {
    const slopes = e.args.map((term) => slopeIn(term, x)).filter((slope) => slope !== undefined);
    return slopes.length === e.args.length ? sum(...slopes) : undefined;
  }
  if (e.kind !== "product") return undefined;
  const [factor, ...others] = e.args.filter((f) => dependsOn(f, x));
  const slope = factor === undefined || others.length > 0 ? undefined : slopeIn(factor, x);
  return slope === undefined ? undefined : product(slope, ...e.args.filter((f) => f !== factor));
};
