/**
 * # Relaxation
 *
 * How fast the element ρ_mn of the density matrix decays: γ_mn. With a band-diagonal non-Hermitian part of H, H = H₀ − iΓ and ρ̇ = −i(Hρ − ρH†),
 * γ_mn = Γ_m + Γ_n. Two ways to count the same widths are in use, and they differ by a factor 2 in every formula:
 *
 * - `populationWidths(η)`: η_n is the rate of the population of level n, H = H₀ − iη/2, γ_mn = (η_m + η_n)/2.
 * - `amplitudeWidths(η)`: η_n is the rate of the amplitude, H = H₀ − iη (a retarded self-energy −iη), γ_mn = η_m + η_n.
 * - `relaxationRates(γ)`: any symmetric matrix of rates, for dephasing beyond the widths.
 *
 * The static density matrix ρ₀ is held: the rates act on what the drives add to it. A rate that is known to be negative is refused (`ResponseError`): its
 * element would grow without a drive. So is one that is known not to be real, as the self-energy iη itself. Nothing here is trusted.
 */
import { call, HALF, product, sum } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { entryOf, matrix, type Matrix } from "../expr/matrix.ts";
import { decideEqual, signOf } from "../kernel/field.ts";
import { infix } from "../notation/infixPrinter.ts";

/** The system, its drives or an order do not allow what is asked. */
export class ResponseError extends Error {
  override readonly name = "ResponseError";
}

export interface Relaxation {
  /** γ_mn, symmetric, N × N, dimension of a frequency. */
  readonly rates: Matrix;
}

const requireDecay = (rate: Expr, what: string): void => {
  const imaginary = signOf(call("im", [rate]));
  if (imaginary === "positive" || imaginary === "negative") throw new ResponseError(`${what} is not real: ${infix(rate)}\n  expected  a rate of decay, zero or positive\n  try       the rate alone: its factor −i is in H = H₀ − iΓ`);
  if (signOf(rate) === "negative") throw new ResponseError(`${what} is negative: ${infix(rate)}\n  expected  a rate of decay, zero or positive\n  try       the opposite sign: here H = H₀ − iΓ decays for Γ > 0`);
};

/** A caller without types may hand over plain numbers. */
const requireTerms = (widths: readonly Expr[]): void => {
  const n = widths.findIndex((width: unknown) => typeof width !== "object" || width === null);
  const found: unknown = widths[n];
  if (n >= 0) throw new ResponseError(`the width of level ${n + 1} is not a term: ${typeof found === "number" ? found : typeof found}\n  expected  a term\n  try       a letter, or a number as ex\`1/10\` or rational(1, 10)`);
};

const ofWidths = (widths: readonly Expr[], pair: (a: Expr, b: Expr) => Expr): Relaxation => {
  requireTerms(widths);
  widths.forEach((width, n) => { requireDecay(width, `the width of level ${n + 1}`); });
  return { rates: matrix(widths.map((a) => widths.map((b) => pair(a, b)))) };
};

export const populationWidths = (widths: readonly Expr[]): Relaxation => ofWidths(widths, (a, b) => product(HALF, sum(a, b)));
export const amplitudeWidths = (widths: readonly Expr[]): Relaxation => ofWidths(widths, (a, b) => sum(a, b));

export const relaxationRates = (rates: Matrix): Relaxation => {
  if (rates.rows !== rates.columns) throw new ResponseError(`the rates are not a square matrix\n  expected  one rate for each pair of levels\n  found     a matrix of ${rates.rows} × ${rates.columns}`);
  rates.entries.forEach((row, m) => row.forEach((rate, n) => {
    requireDecay(rate, `the rate of the element (${m + 1}, ${n + 1})`);
    if (n >= m) return;
    const partner = entryOf(rates, n, m);
    if (decideEqual(rate, partner).kind === "equal") return;
    throw new ResponseError(`the rates are not symmetric: the element (${m + 1}, ${n + 1}) has ${infix(rate)}, the element (${n + 1}, ${m + 1}) has ${infix(partner)}\n  why       a Hermitian ρ needs one rate for both`);
  }));
  return { rates };
};
