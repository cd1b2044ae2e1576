/**
 * # The non-topological orbital term
 *
 * The response of the curvature density G = (1/area) Tr i P[∂_uxP, ∂_uyP] to θ = −eB/ħ, [k_x, k_y] = iθ, has two parts at every k:
 *
 *     dG/dθ = ∫ d²k/(2π)² (−C + ∂_ux F_uy − ∂_uy F_ux),     C = Tr(Ω_kxky Ω_uxuy + Ω_kyux Ω_kxuy − Ω_kxux Ω_kyuy).
 *
 * F_j = i Tr P[P₁, ∂_jP], where P₁ is the off-diagonal part of the first-order projector, [H, P₁] = −(i/2)({∂_xH, ∂_yP} − {∂_yH, ∂_xP}), {A, B} = AB + BA. Over
 * eigenstates n, m occupied and n′, m′ empty, v = ∂_kH, that is
 *
 *     F_j = Re Σ ⟨n|∂_jH|n′⟩/(E_n − E_n′)² { Σ_m′ [v_n′m′ × v_m′n]_z/(E_n − E_m′) + Σ_m [v_mn × v_n′m]_z/(E_m − E_n′) }.
 *
 * The equation for P₁ is solved with polynomials in H, so that degenerate bands on either side of the gap need no care.
 *
 * - `orbitalResponse(bands, [kx, ky], [ux, uy])`: F, and the density −(∂_ux F_uy − ∂_uy F_ux) that stands beside C in dG/dθ with the sign of C.
 *
 * Nothing here is trusted.
 */
import { I, number, product } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { inTower } from "../kernel/field.ts";
import { negateFraction, subtractFraction, type Fraction } from "../kernel/fraction.ts";
import { rational } from "../number/rational.ts";
import type { Bands } from "./bands.ts";
import type { Pair } from "./berryCurvature.ts";
import { readable } from "./entryCoordinates.ts";
import { fieldOf, type Field, type FieldMatrix } from "./fieldMatrix.ts";
import { projectorSlopes, requireParameters, type Plane, type ProjectorSlopes } from "./projectorSlopes.ts";

export interface OrbitalResponse {
  /** F_ux and F_uy. */
  readonly potential: readonly [Expr, Expr];
  /** −(∂_ux F_uy − ∂_uy F_ux). */
  readonly density: Expr;
}

export const orbitalResponse = (bands: Bands, momenta: Pair, displacements: Pair): OrbitalResponse => readable("the orbital response cannot be read", () => {
  const parameters = [...momenta, ...displacements];
  requireParameters(bands, parameters);
  return inTower((reading) => responseIn(fieldOf(reading), bands, momenta, displacements), bands.circumstances);
});

const responseIn = (field: Field, bands: Bands, [x, y]: Pair, [first, second]: Pair): OrbitalResponse => {
  const slopes = projectorSlopes(field, bands, [x, y, first, second]);
  const { turns, planes, minor, slope, times, total, derivativeOf, shown } = slopes;
  const sources = planes.map((plane) => ({ weight: minor(x, y, plane), ...firstOrder(field, slopes, plane) }));
  const imaginaryUnit = field.value(I);
  /** i Tr P[P₁, ∂_lP] for the coordinate l. */
  const along = turns.map(({ upper, lower }) => total(sources.map((source) => times(source.weight,
    times(imaginaryUnit, subtractFraction(field.tower, field.traceOfProduct(source.upper, lower), field.traceOfProduct(upper, source.lower)))))));
  const component = (u: PhysicalSymbol): Fraction => total(along.map((value, l) => times(slope(u, l), value)));
  const [inFirst, inSecond] = [component(first), component(second)];
  const density = total([derivativeOf(inFirst, second), negateFraction(derivativeOf(inSecond, first))]);
  return { potential: [shown(inFirst), shown(inSecond)], density: shown(density) };
};

/** The two off-diagonal parts of P₁ for [w_i, w_j] = iθ. */
const firstOrder = (field: Field, { parts, turns }: ProjectorSlopes, { i, j }: Plane): { readonly upper: FieldMatrix; readonly lower: FieldMatrix } => {
  const [a, b] = [turns[i], turns[j]];
  if (a === undefined || b === undefined) return { upper: [], lower: [] };
  const [slopeA, slopeB] = [field.add(a.upper, a.lower), field.add(b.upper, b.lower)];
  const anticommutator = (m: FieldMatrix, n: FieldMatrix): FieldMatrix => field.add(field.multiply(m, n), field.multiply(n, m));
  const source = field.scale(field.value(product(number(rational(-1, 2)), I)), field.subtract(anticommutator(a.hamiltonian, slopeB), anticommutator(b.hamiltonian, slopeA)));
  return { upper: parts.solveUpper(source), lower: parts.solveLower(source) };
};
