/**
 * # Taylor expansion of closed forms
 *
 * `expansion(e, [u_x, u_y], 4)`: the terms of e up to the fourth order in u, each in closed form, and the kernel's theorem that e and their sum agree to that
 * order. All small parameters count alike; the weights of the theorem say so.
 *
 * Fails with the kernel's reason where there is no expansion: a root whose leading term is not known to be positive, say.
 */
import { ONE, sum, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import type { Circumstances } from "../kernel/field.ts";
import { NoSeries, seriesOf, type Weights } from "../kernel/taylor.ts";
import { expand, type Theorem } from "../kernel/theorem.ts";
import { rational, toNumber } from "../number/rational.ts";
import { closedTerm } from "./closedForm.ts";
import { BandError, readable } from "./entryCoordinates.ts";

export interface ExpansionTerm { readonly order: number; readonly term: Expr }

export interface Expansion {
  /** The nonzero terms; a term of order n is of degree n in the small parameters. */
  readonly terms: readonly ExpansionTerm[];
  readonly polynomial: Expr;
  /** e ~ polynomial, up to the order that was asked for. */
  readonly theorem: Theorem;
}

export const expansion = (e: Expr, small: readonly PhysicalSymbol[], through: number, given: readonly Theorem[] = []): Expansion => readable("the term cannot be expanded", () => {
  if (!Number.isInteger(through) || through < 0) throw new BandError(`the order of an expansion is a whole number from 0 on (was ${through})`);
  const weights: Weights = new Map(small.map((s) => [s, rational(1)]));
  const circumstances: Circumstances = { positive: given.flatMap(({ conclusion }) => (conclusion.kind === "positive" ? [conclusion.term] : [])) };
  const terms = coefficients(e, weights, through, circumstances);
  const polynomial = sum(...terms.map(({ term }) => term));
  return { terms, polynomial, theorem: expand(e, polynomial, weights, rational(through), given) };
});

const coefficients = (e: Expr, weights: Weights, through: number, circumstances: Circumstances): readonly ExpansionTerm[] => {
  try {
    const series = seriesOf(e === ZERO ? ONE : e, weights, circumstances);
    return e === ZERO ? [] : series.orders(rational(through)).map((order) => ({ order: toNumber(order), term: closedTerm(series.at(order), circumstances) })).filter(({ term }) => term !== ZERO);
  } catch (error) {
    if (error instanceof NoSeries) throw new BandError(`there is no expansion: ${error.message}`);
    throw error;
  }
};
