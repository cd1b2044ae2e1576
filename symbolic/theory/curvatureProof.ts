/**
 * # Curvatures proved step by step
 *
 * A closed form of Tr(Ω_ab Ω_cd) for four bands with two energies is too far from its definition to be decided at once. Over the coordinates of H it
 * takes four steps, each of them one that the kernel's `field` can decide, entry by entry:
 *
 * 1. P² = P, HP = PH and p(H)P = 0 for the closed entries of P: it is the projector on the roots of p;
 * 2. ∂_iP for every coordinate;
 * 3. Ω_ij = i P[∂_iP, ∂_jP]P from these;
 * 4. Tr Ω_ij and Tr(Ω_ij Ω_kl) from these.
 *
 * - `proveCurvatures(bands, coordinates)`: the theorems. They hold for all values of the letters (`instantiate` gives them for the values that the letters
 *   have in H), under the denominators that the kernel could not decide. Throws a `KernelError` at the first step that does not follow.
 */
import { I, symbol, ZERO } from "../expr/build.ts";
import { addMatrices, commutator, entryEquations, identityMatrix, mapMatrix, multiplyMatrices, scaleMatrix, trace, zeroMatrix, type Matrix } from "../expr/matrix.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { derivative } from "../kernel/derivative.ts";
import { field, type Theorem } from "../kernel/theorem.ts";
import type { Bands } from "./bands.ts";
import { berryGeometry, type Pair } from "./berryCurvature.ts";

export interface CurvatureProof {
  readonly projector: readonly Theorem[];
  readonly slopes: readonly Theorem[];
  readonly curvatures: readonly Theorem[];
  readonly traces: readonly Theorem[];
}

/** @param letters coordinates of the bands, all by default: the curvatures in every plane of two of them are proved. */
export const proveCurvatures = (bands: Bands, letters: readonly PhysicalSymbol[] = bands.coordinates.all.map(({ letter }) => letter)): CurvatureProof => {
  const { matrix: h, all } = bands.coordinates;
  const over: Bands = { ...bands, hamiltonian: h, coordinates: { matrix: h, all: all.map((coordinate) => ({ ...coordinate, value: symbol(coordinate.letter), mirror: undefined, modulusSquared: undefined })) } };
  const geometry = berryGeometry(over, letters);
  const P = geometry.projector;
  const prove = (left: Matrix, right: Matrix): readonly Theorem[] => entryEquations(left, right).filter((equation) => equation.left !== equation.right).map((equation) => field(equation.left, equation.right));
  const atH = over.occupied.reduceRight<Matrix>((total, coefficient) => addMatrices(multiplyMatrices(h, total), scaleMatrix(coefficient, identityMatrix(h.rows))), zeroMatrix(h.rows, h.rows));
  const slopes = new Map(letters.map((letter) => [letter, geometry.slope(letter)]));
  const slopeOf = (letter: PhysicalSymbol): Matrix => slopes.get(letter) ?? zeroMatrix(h.rows, h.rows);
  const planes = letters.flatMap((b, j) => letters.slice(0, j).map((a): Pair => [a, b]));
  const curvatures = planes.map(([a, b]) => geometry.curvature(a, b).closedForm);
  return {
    projector: [...prove(multiplyMatrices(P, P), P), ...prove(multiplyMatrices(h, P), multiplyMatrices(P, h)), ...prove(multiplyMatrices(atH, P), mapMatrix(h, () => ZERO))],
    slopes: letters.flatMap((letter) => prove(mapMatrix(P, (entry) => derivative(entry, letter)), slopeOf(letter))),
    curvatures: planes.flatMap(([a, b], k) => prove(scaleMatrix(I, multiplyMatrices(P, multiplyMatrices(commutator(slopeOf(a), slopeOf(b)), P))), curvatures[k] ?? P)),
    traces: planes.flatMap((ab, k) => {
      const here = curvatures[k] ?? P;
      return [field(trace(here), geometry.trace(...ab).closedForm),
        ...planes.slice(0, k + 1).map((cd, l) => field(trace(multiplyMatrices(here, curvatures[l] ?? P)), geometry.productTrace(ab, cd).closedForm))];
    }),
  };
};
