/**
 * # How a projector turns with the parameters
 *
 * ∂P has two off-diagonal parts only, X = P ∂P (1−P) and Y = (1−P) ∂P P, which solve [H, ∂P] = [P, ∂H]. They are found for each coordinate of H;
 * the parameters come in by the chain rule, ∂_a = Σ_i (∂w_i/∂a) ∂_i, and in antisymmetric quantities by the minors ∂(w_i, w_j)/∂(a, b).
 *
 * - `projectorSlopes(field, bands, parameters)`: X_i and Y_i of the coordinates that move, slopes and minors, and the way back to terms.
 *
 * Nothing here is trusted.
 */
import { negate, ONE, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { mapMatrix } from "../expr/matrix.ts";
import { imaginaryUnit, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute } from "../expr/walk.ts";
import { derivative } from "../kernel/derivative.ts";
import { addFraction, isZeroFraction, multiplyFraction, subtractFraction, zeroFraction, type Fraction } from "../kernel/fraction.ts";
import { bandField, valuesOf, type BandField, type Bands } from "./bands.ts";
import { closedForm } from "./closedForm.ts";
import { BandError, type Coordinate } from "./entryCoordinates.ts";
import { reduced, type Field, type FieldMatrix } from "./fieldMatrix.ts";

/** Two of the moving coordinates by their places, i < j. */
export interface Plane { readonly i: number; readonly j: number }

/** X = P ∂P (1−P), Y = (1−P) ∂P P and ∂H for one coordinate. */
export interface Turn { readonly coordinate: Coordinate; readonly hamiltonian: FieldMatrix; readonly upper: FieldMatrix; readonly lower: FieldMatrix }

export interface ProjectorSlopes {
  readonly parts: BandField;
  readonly turns: readonly Turn[];
  readonly planes: readonly Plane[];
  /** ∂w_i/∂a. */
  readonly slope: (a: PhysicalSymbol, i: number) => Fraction;
  /** ∂(w_i, w_j)/∂(a, b). */
  readonly minor: (a: PhysicalSymbol, b: PhysicalSymbol, plane: Plane) => Fraction;
  readonly total: (terms: readonly Fraction[]) => Fraction;
  readonly times: (a: Fraction, b: Fraction | undefined) => Fraction;
  /** The derivative by a parameter of a value in the tower. */
  readonly derivativeOf: (value: Fraction, a: PhysicalSymbol) => Fraction;
  /** Back to the parameters. */
  readonly shown: (value: Fraction) => Expr;
}

export const requireParameters = ({ hamiltonian }: Bands, parameters: readonly PhysicalSymbol[]): void => {
  const letters = new Set(hamiltonian.entries.flat().flatMap((entry) => freeSymbols(entry)).filter((s) => s !== imaginaryUnit));
  for (const s of parameters) if (!letters.has(s)) throw new BandError(`the matrix does not depend on the parameter '${s.name}'\n  it has    ${[...letters].map(({ name }) => name).join(", ")}\n  try       check that the parameter is the symbol that the matrix was written with`);
};

export const projectorSlopes = (field: Field, bands: Bands, parameters: readonly PhysicalSymbol[]): ProjectorSlopes => {
  const { tower } = field;
  const { coordinates } = bands;
  const values = valuesOf(bands);
  const parts = bandField(field, bands);
  const moving = coordinates.all.filter(({ value }) => parameters.some((s) => derivative(value, s) !== ZERO));
  const slopes = parameters.map((s) => moving.map(({ value }) => field.value(derivative(value, s))));
  const minusOne = field.value(negate(ONE));
  const turns = moving.map((coordinate): Turn => {
    const hamiltonian = field.read(mapMatrix(coordinates.matrix, (entry) => derivative(entry, coordinate.letter)));
    return { coordinate, hamiltonian, upper: parts.solveUpper(hamiltonian), lower: parts.solveLower(field.scale(minusOne, hamiltonian)) };
  });
  const place = (s: PhysicalSymbol): number => {
    const k = parameters.indexOf(s);
    if (k < 0) throw new BandError(`'${s.name}' is not among the parameters that were given\n  they are  ${parameters.map(({ name }) => name).join(", ")}`);
    return k;
  };
  const slope = (a: PhysicalSymbol, i: number): Fraction => slopes[place(a)]?.[i] ?? zeroFraction;
  const times = (a: Fraction, b: Fraction | undefined): Fraction => (b === undefined || isZeroFraction(a) || isZeroFraction(b) ? zeroFraction : multiplyFraction(tower, a, b));
  const total = (terms: readonly Fraction[]): Fraction => reduced(tower, terms.reduce((all, term) => addFraction(tower, all, term), zeroFraction));
  return {
    parts, turns, slope, times, total,
    planes: moving.flatMap((_, j) => Array.from({ length: j }, (__, i) => ({ i, j }))),
    minor: (a, b, { i, j }) => reduced(tower, subtractFraction(tower, times(slope(a, i), slope(b, j)), times(slope(a, j), slope(b, i)))),
    derivativeOf: (value, a) => {
      const term = closedForm(tower, value);
      const direct = coordinates.all.some(({ letter }) => letter === a) ? ZERO : derivative(term, a);
      return total([field.value(direct), ...moving.map(({ letter }, i) => times(slope(a, i), field.value(derivative(term, letter))))]);
    },
    shown: (value) => substitute(closedForm(tower, value, coordinates), values),
  };
};
