/**
 * # Berry curvature of a set of bands
 *
 * From the projector P on the occupied bands, without eigenvectors and without a gauge:
 *
 *     Ω_ab = i P [∂_aP, ∂_bP] P,
 *
 * which is W Ω W† for the frame W and the connection A_a = i W†∂_aW, Ω_ab = ∂_aA_b − ∂_bA_a − i[A_a, A_b]. For the lower band of
 * Δσ_z + v(k_xσ_x + k_yσ_y) it gives Ω_kxky = +v²Δ/(2E³). Its traces, and traces of products, are gauge invariant.
 *
 * - `berryGeometry(bands, parameters)`: every Ω_ab, Tr Ω_ab, Tr(Ω_ab Ω_cd) and the second Chern form, each as `{ definition, closedForm }`:
 *
 *       const geometry = berryGeometry(lowerBands(H), [kx, ky, ux, uy]);
 *       geometry.trace(kx, ky).closedForm
 *       geometry.chernForm(kx, ky, ux, uy).closedForm
 *
 *   A closed form is a term over the letters of H; `field(closedForm, other)` shows that it is another one. `definition` is the matrix product with
 *   the entries of P and their derivatives as they stand: right by inspection, but for four bands with two energies too large to be read at once; `proveCurvatures` (`curvatureProof.ts`) goes there in steps.
 *
 * Nothing here is trusted.
 */
import { I, negate, sum } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { commutator, mapMatrix, multiplyMatrices, scaleMatrix, trace, type Matrix } from "../expr/matrix.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { derivative } from "../kernel/derivative.ts";
import { inTower } from "../kernel/field.ts";
import { negateFraction, zeroFraction, type Fraction } from "../kernel/fraction.ts";
import type { Bands } from "./bands.ts";
import { readable } from "./entryCoordinates.ts";
import { fieldOf, type Field, type FieldMatrix } from "./fieldMatrix.ts";
import { projectorSlopes, requireParameters } from "./projectorSlopes.ts";

/** The two parameters of a curvature, in its order: Ω_ba = −Ω_ab. */
export type Pair = readonly [PhysicalSymbol, PhysicalSymbol];

export interface Quantity {
  /** As defined, over the closed entries of P. */
  readonly definition: Expr;
  readonly closedForm: Expr;
}

export interface BerryGeometry {
  readonly bands: Bands;
  readonly parameters: readonly PhysicalSymbol[];
  /** P in closed form. */
  readonly projector: Matrix;
  /** ∂_aP in closed form. */
  readonly slope: (a: PhysicalSymbol) => Matrix;
  /** Ω_ab as an operator on the whole space. */
  readonly curvature: (a: PhysicalSymbol, b: PhysicalSymbol) => { readonly definition: Matrix; readonly closedForm: Matrix };
  readonly trace: (a: PhysicalSymbol, b: PhysicalSymbol) => Quantity;
  readonly productTrace: (ab: Pair, cd: Pair) => Quantity;
  /** Tr(Ω_ab Ω_cd + Ω_bc Ω_ad − Ω_ac Ω_bd). */
  readonly chernForm: (a: PhysicalSymbol, b: PhysicalSymbol, c: PhysicalSymbol, d: PhysicalSymbol) => Quantity;
}

/** @throws {BandError} where H does not depend on a parameter. */
export const berryGeometry = (bands: Bands, parameters: readonly PhysicalSymbol[]): BerryGeometry => readable("the curvature cannot be read", () => {
  requireParameters(bands, parameters);
  return inTower((reading) => geometryIn(fieldOf(reading), bands, parameters), bands.circumstances);
});

const geometryIn = (field: Field, bands: Bands, parameters: readonly PhysicalSymbol[]): BerryGeometry => {
  const { parts, turns, planes, slope, minor, times, total, shown } = projectorSlopes(field, bands, parameters);
  const imaginaryUnit = field.value(I);
  const inPlane = planes.map(({ i, j }): FieldMatrix => {
    const [first, second] = [turns[i], turns[j]];
    return first === undefined || second === undefined ? [] : field.differenceOfProducts(imaginaryUnit, first.upper, second.lower, second.upper, first.lower);
  });
  const traces = inPlane.map((matrix) => field.trace(matrix));
  const productTraces = inPlane.map((matrix, k) => inPlane.slice(0, k + 1).map((other) => field.traceOfProduct(matrix, other)));
  const traceOf = (a: PhysicalSymbol, b: PhysicalSymbol): Fraction => total(planes.map((plane, k) => times(minor(a, b, plane), traces[k])));
  const productTraceOf = ([a, b]: Pair, [c, d]: Pair): Fraction => {
    const [left, right] = [planes.map((plane) => minor(a, b, plane)), planes.map((plane) => minor(c, d, plane))];
    return total(left.flatMap((x, k) => right.map((y, l) => times(times(x, y), productTraces[Math.max(k, l)]?.[Math.min(k, l)]))));
  };
  const shape = bands.hamiltonian;
  const projector = mapMatrix(shape, (_, i, j) => shown(parts.occupied[i]?.[j] ?? zeroFraction));
  const slopeOfProjector = (s: PhysicalSymbol): Matrix => mapMatrix(projector, (entry) => derivative(entry, s));
  const definitionOf = (a: PhysicalSymbol, b: PhysicalSymbol): Matrix => scaleMatrix(I, multiplyMatrices(projector, multiplyMatrices(commutator(slopeOfProjector(a), slopeOfProjector(b)), projector)));
  const productDefinition = (ab: Pair, cd: Pair): Expr => trace(multiplyMatrices(definitionOf(...ab), definitionOf(...cd)));
  // Definitions are long and often not asked for: they are written when they are.
  const quantity = (definition: () => Expr, closedForm: Expr): Quantity => ({ get definition() { return definition(); }, closedForm });
  return {
    bands, parameters, projector,
    slope: (a) => mapMatrix(shape, (_, i, j) => shown(total(turns.flatMap(({ upper, lower }, k) => [upper, lower].map((part) => times(slope(a, k), part[i]?.[j])))))),
    curvature: (a, b) => {
      const terms = planes.map((plane, k) => field.scale(minor(a, b, plane), inPlane[k] ?? []));
      const closedForm = mapMatrix(shape, (_, i, j) => shown(total(terms.map((term) => term[i]?.[j] ?? zeroFraction))));
      return { get definition() { return definitionOf(a, b); }, closedForm };
    },
    trace: (a, b) => quantity(() => trace(definitionOf(a, b)), shown(traceOf(a, b))),
    productTrace: (ab, cd) => quantity(() => productDefinition(ab, cd), shown(productTraceOf(ab, cd))),
    chernForm: (a, b, c, d) => quantity(
      () => sum(productDefinition([a, b], [c, d]), productDefinition([b, c], [a, d]), negate(productDefinition([a, c], [b, d]))),
      shown(total([productTraceOf([a, b], [c, d]), productTraceOf([b, c], [a, d]), negateFraction(productTraceOf([a, c], [b, d]))])),
    ),
  };
};
