/**
 * # Filled bands in a weak magnetic field
 *
 * [kx, ky] = iθ with θ = −eB/ħ. Products of symbols are star products, to first order ab + (iθ/2)(∂ₓa ∂ᵧb − ∂ᵧa ∂ₓb) with x, y = kx, ky. With P⋆P = P and
 * [H, P]⋆ = 0 the curvature of the filled states over the displacements per area is G = ∫d²k/(2π)² i Tr P⋆[∂_uxP, ∂_uyP]⋆.
 *
 * - `firstOrderProjector`: the two parts of ∂P/∂θ, inside the filled and the empty bands, and across the gap.
 * - `fieldResponse`, `divergence`: the density of ∂G/∂θ from each part. The phonon of angular momentum L has the moment −(eL/2m)∂G/∂θ per area.
 * - `connectionShift`: F_j = i Tr P[P₁, ∂_jP] with the part of P₁ across the gap, whose curl is the second density.
 * - `sumOverStates`: F_j as a sum over filled and empty states, in several readings of its second term; `curl` by differences.
 */
import { type BandModel, type Point } from "./bandModels.ts";
import { acrossTheGap, bandGeometry, projector, projectorSlopes } from "./bandGeometry.ts";
import { adjoint, anticommutator, commutator, complexSum, identity, inFrame, minus, outOfFrame, plus, product, trace, traceOfProduct } from "./complexMatrix.ts";
import type { Matrix } from "./hermitian.ts";

/** ∂f/∂xₐ by central differences, with an error of sixth order in the step. */
export const slopeOf = <T>(f: (point: Point) => T, combine: (terms: readonly (readonly [number, T])[]) => T, point: Point, a: number, step: number): T => {
  const at = (n: number): T => f(point.map((x, b) => a === b ? x + n * step : x));
  const weights = [[3, 1], [2, -9], [1, 45]] as const;
  return combine(weights.flatMap(([n, weight]) => [[weight / (60 * step), at(n)], [-weight / (60 * step), at(-n)]] as const));
};
const addMatrices = (terms: readonly (readonly [number, Matrix])[]): Matrix => complexSum(terms.map(([weight, m]) => [weight, 0, m]));
const addNumbers = (terms: readonly (readonly [number, number])[]): number => terms.reduce((sum, [weight, x]) => sum + weight * x, 0);

/** The step of the differences: the error h⁶ and the rounding 10⁻¹⁶/h are both below 10⁻¹¹ for energies, gaps and lengths of order one. */
export const STEP = 8e-3;

export interface FirstOrderProjector { readonly inside: Matrix; readonly across: Matrix }

/** In the basis of the orbitals; `inside` = −(i/2)P{P,P}P + (i/2)Q{P,P}Q, `across` solves [H, P₁] = −(i/2)({∂ₓH, ∂ᵧP}₊ − {∂ᵧH, ∂ₓP}₊) between filled and empty states. */
export const firstOrderProjector = (model: BandModel, point: Point): FirstOrderProjector => {
  const P = projector(model, point);
  const Q = minus(identity(model.bands), P);
  const [Px, Py] = projectorSlopes(model, point);
  const bracket = commutator(Px!, Py!);
  const inside = complexSum([[0, -0.5, product(P, product(bracket, P))], [0, 0.5, product(Q, product(bracket, Q))]]);
  const { energies, frame } = bandGeometry(model, point);
  const x = acrossTheGap(inFrame(sourceOfField(model, point), frame), energies, model.occupied);
  return { inside, across: outOfFrame(complexSum([[1, 0, x], [1, 0, adjoint(x)]]), frame) };
};

/** −(i/2)({∂ₓH, ∂ᵧP}₊ − {∂ᵧH, ∂ₓP}₊). */
export const sourceOfField = (model: BandModel, point: Point): Matrix => {
  const [vx, vy] = model.gradient(point);
  const [Px, Py] = projectorSlopes(model, point);
  return complexSum([[0, -0.5, anticommutator(vx!, Py!)], [0, 0.5, anticommutator(vy!, Px!)]]);
};

/** The densities of ∂G/∂θ over k at a point: from the part of P₁ inside the filled and the empty bands, and from the part across the gap. */
export const fieldResponse = (model: BandModel, point: Point, step = STEP): { readonly inside: number; readonly across: number } => {
  const P = projector(model, point);
  const slopes = projectorSlopes(model, point);
  const [X, Y] = [slopes[2]!, slopes[3]!];
  const of = (part: keyof FirstOrderProjector): number => {
    const P1 = (at: Point): Matrix => firstOrderProjector(model, at)[part];
    const [X1, Y1] = [slopeOf(P1, addMatrices, point, 2, step), slopeOf(P1, addMatrices, point, 3, step)];
    const change = plus(product(P1(point), commutator(X, Y)), product(P, plus(commutator(X1, Y), commutator(X, Y1))));
    return -trace(change).im;
  };
  const [Xk, Yk] = [2, 3].map((u) => [0, 1].map((k) => slopeOf((at) => projectorSlopes(model, at)[u]!, addMatrices, point, k, step)));
  const ofStar = minus(minus(product(Xk![0]!, Yk![1]!), product(Xk![1]!, Yk![0]!)), minus(product(Yk![0]!, Xk![1]!), product(Yk![1]!, Xk![0]!)));
  return { inside: of("inside") - 0.5 * traceOfProduct(P, ofStar).re, across: of("across") };
};

/**
 * −½(∂ₓV_y − ∂ᵧV_x) with V_k = Tr P{∂_uxP, ∂_k∂_uyP}₊. The density from the part inside is −C and this divergence, of which the integral over a
 * zone keeps nothing. It is zero point by point in the Dirac models, not in general.
 */
export const divergence = (model: BandModel, point: Point, step = STEP): number => {
  const V = (k: number): number => slopeOf((at) => {
    const mixed = slopeOf((x) => projectorSlopes(model, x)[3]!, addMatrices, at, 1 - k, step);
    return traceOfProduct(projector(model, at), anticommutator(projectorSlopes(model, at)[2]!, mixed)).re;
  }, addNumbers, point, k, step);
  return -(V(0) - V(1)) / 2;
};

/** F_ux, F_uy = i Tr P[P₁, ∂_jP]: a length, like a Berry connection per θ. */
export const connectionShift = (model: BandModel, point: Point): readonly [number, number] => {
  const [P, { across }, slopes] = [projector(model, point), firstOrderProjector(model, point), projectorSlopes(model, point)];
  const of = (j: number): number => -traceOfProduct(P, commutator(across, slopes[j]!)).im;
  return [of(2), of(3)];
};

/** ∂_ux F_uy − ∂_uy F_ux. */
export const curl = (F: (point: Point) => readonly [number, number], point: Point, step = STEP): number =>
  slopeOf((at) => F(at)[1], addNumbers, point, 2, step) - slopeOf((at) => F(at)[0], addNumbers, point, 3, step);

/**
 * The second term in the bracket of ⟨n|∂_jH|n′⟩{…}/(Eₙ − Eₙ′)² beside Σ over empty m′ of v_n′m′ × v_m′n/(Eₙ − E_m′):
 * - "covariant": Σ over filled m of v_mn × v_n′m/(E_m − Eₙ′);
 * - "printed": Σ over filled m of v_nm × v_n′n/(Eₙ − Eₙ′);
 * - "printedDiagonal": v_nn × v_n′n/(Eₙ − Eₙ′);
 * - "sameDenominator": that of "covariant" with Eₙ − Eₙ′ below;
 * - "none".
 */
export type Reading = "covariant" | "printed" | "printedDiagonal" | "sameDenominator" | "none";

/** F_j from matrix elements in a frame whose first `occupied` states are filled; the numbers Eₙ belong to the states of the frame. */
export const sumInFrame = (energies: readonly number[], [vx, vy]: readonly [Matrix, Matrix], force: Matrix, occupied: number, reading: Reading): number => {
  const { size } = force;
  const filled = Array.from({ length: occupied }, (_, n) => n);
  const empty = Array.from({ length: size - occupied }, (_, n) => n + occupied);
  const at = (m: Matrix, j: number, k: number): readonly [number, number] => [m.re[j * size + k]!, m.im[j * size + k]!];
  const times = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): readonly [number, number] => [a * c - b * d, a * d + b * c];
  const cross = (j: number, k: number, l: number, m: number): readonly [number, number] => {
    const [p, q] = [times(at(vx, j, k), at(vy, l, m)), times(at(vy, j, k), at(vx, l, m))];
    return [p[0] - q[0], p[1] - q[1]];
  };
  let total = 0;
  for (const n of filled) {
    for (const n1 of empty) {
      const gap = energies[n]! - energies[n1]!;
      const terms: (readonly [readonly [number, number], number])[] = empty.map((m1) => [cross(n1, m1, m1, n), energies[n]! - energies[m1]!]);
      if (reading === "printedDiagonal") terms.push([cross(n, n, n1, n), gap]);
      for (const m of filled) {
        if (reading === "covariant") terms.push([cross(m, n, n1, m), energies[m]! - energies[n1]!]);
        if (reading === "sameDenominator") terms.push([cross(m, n, n1, m), gap]);
        if (reading === "printed") terms.push([cross(n, m, n1, n), gap]);
      }
      for (const [x, denominator] of terms) total += times(at(force, n, n1), x)[0] / (gap * gap * denominator);
    }
  }
  return total;
};

/** (F_ux, F_uy) in the eigenframe. */
export const sumOverStates = (model: BandModel, point: Point, reading: Reading): readonly [number, number] => {
  const { energies, slopes } = bandGeometry(model, point);
  const of = (j: number): number => sumInFrame(energies, [slopes[0]!, slopes[1]!], slopes[j]!, model.occupied, reading);
  return [of(2), of(3)];
};
