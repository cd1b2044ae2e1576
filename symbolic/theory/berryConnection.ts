/**
 * # Berry connection of a frame
 *
 * The second route to the curvature: explicit states in a stated gauge. For a frame W = (|1⟩ … |N⟩) of orthonormal columns
 *
 *     A_a = i W†∂_aW,     Ω_ab = ∂_aA_b − ∂_bA_a − i[A_a, A_b],
 *
 * N × N matrices; W → W U(k) turns Ω into U†ΩU. For W W† = P it is W†(i P[∂_aP, ∂_bP]P)W of the first route (`berryCurvature.ts`).
 *
 * - `berryConnection(frame)`: A_a, [A_a, A_b] and Ω_ab, in closed form.
 * - `frameProjector(frame)`: W W†.
 *
 * Fails with a `BandError` where the columns are not orthonormal as far as the kernel can decide. Nothing here is trusted.
 */
import { I, ONE, ZERO } from "../expr/build.ts";
import { adjoint, entryOf, mapMatrix, multiplyMatrices, zeroMatrix, type Matrix } from "../expr/matrix.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { derivative } from "../kernel/derivative.ts";
import { decideEqual, inTower, type Circumstances } from "../kernel/field.ts";
import { zeroFraction } from "../kernel/fraction.ts";
import { infix } from "../notation/infixPrinter.ts";
import { closedForm, closedMatrix } from "./closedForm.ts";
import { BandError, readable } from "./entryCoordinates.ts";
import { fieldOf, type Field, type FieldMatrix } from "./fieldMatrix.ts";

export interface BerryConnection {
  readonly frame: Matrix;
  readonly connection: (a: PhysicalSymbol) => Matrix;
  /** [A_a, A_b]. */
  readonly commutator: (a: PhysicalSymbol, b: PhysicalSymbol) => Matrix;
  readonly curvature: (a: PhysicalSymbol, b: PhysicalSymbol) => Matrix;
}

const slopeOf = (a: Matrix, s: PhysicalSymbol): Matrix => mapMatrix(a, (entry) => derivative(entry, s));

export const frameProjector = (frame: Matrix): Matrix => multiplyMatrices(frame, adjoint(frame));

export const berryConnection = (frame: Matrix, circumstances: Circumstances = {}): BerryConnection => readable("the frame cannot be read", () => {
  requireOrthonormal(frame, circumstances);
  const { rows, columns } = frame;
  const dual = closedMatrix(adjoint(frame), circumstances);
  /** Products are cancelled as they arise, entry by entry. */
  const closed = (compute: (field: Field) => FieldMatrix): Matrix => inTower((reading) => {
    const result = compute(fieldOf(reading));
    return mapMatrix(zeroMatrix(columns, columns), (_, i, j) => closedForm(reading.tower, result[i]?.[j] ?? zeroFraction));
  }, circumstances);
  const known = new Map<PhysicalSymbol, Matrix>();
  const connection = (a: PhysicalSymbol): Matrix => {
    const found = known.get(a) ?? closed((field) => field.scale(field.value(I), field.multiply(field.read(dual), field.read(slopeOf(frame, a)))));
    known.set(a, found);
    return found;
  };
  const bracketIn = (field: Field, a: PhysicalSymbol, b: PhysicalSymbol): FieldMatrix => {
    const [x, y] = [field.read(connection(a)), field.read(connection(b))];
    return field.differenceOfProducts(field.value(ONE), x, y, y, x);
  };
  if (rows < columns) throw new BandError(`a frame of ${columns} states needs at least as many components (was ${rows})`);
  return {
    frame, connection,
    commutator: (a, b) => closed((field) => bracketIn(field, a, b)),
    curvature: (a, b) => closed((field) => field.subtract(field.subtract(field.read(slopeOf(connection(b), a)), field.read(slopeOf(connection(a), b))), field.scale(field.value(I), bracketIn(field, a, b)))),
  };
});

const requireOrthonormal = (frame: Matrix, circumstances: Circumstances): void => {
  const gram = multiplyMatrices(adjoint(frame), frame);
  gram.entries.forEach((row, i) => row.forEach((_, j) => {
    const overlap = entryOf(gram, i, j);
    const decision = decideEqual(overlap, i === j ? ONE : ZERO, circumstances);
    if (decision.kind === "equal") return;
    const what = i === j ? `column ${i + 1} of the frame is not normalised` : `columns ${i + 1} and ${j + 1} of the frame are not orthogonal`;
    throw new BandError(`${what}${decision.kind === "unknown" ? `, or this cannot be decided (${decision.reason})` : ""}\n  ⟨${i + 1}|${j + 1}⟩     ${infix(overlap)}\n  try       divide each column by its norm; state what is positive under a root`);
  }));
};
