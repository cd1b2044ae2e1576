/**
 * # Where the gap closes
 *
 * The resultant of the two polynomials of a set of bands, Π (E_occupied − E_empty) over distinct energies, vanishes exactly where an occupied energy is also an
 * empty one. Curvatures have it in their denominators.
 *
 * - `gapProduct(bands)`: that product as a term over the parameters.
 * - `touchingPoint(bands)`: the smallest set of parameters whose vanishing closes the gap whatever the others are; undefined where none is found. Other
 *   touching points are not searched for.
 * - `requireGap(bands)`: fails with a `BandError` that names that point.
 */
import { ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { determinant, matrix } from "../expr/matrix.ts";
import { isNonzeroSymbol, isRealSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute } from "../expr/walk.ts";
import { decideEqual, inTower } from "../kernel/field.ts";
import { valuesOf, type Bands } from "./bands.ts";
import { closedForm } from "./closedForm.ts";
import { BandError, readable } from "./entryCoordinates.ts";
import { fieldOf } from "./fieldMatrix.ts";

/** The determinant of Sylvester's matrix of p and q, both with leading coefficient 1. */
const resultant = (p: readonly Expr[], q: readonly Expr[]): Expr => {
  const [m, n] = [p.length - 1, q.length - 1];
  const row = (coefficients: readonly Expr[], shift: number): readonly Expr[] =>
    Array.from({ length: m + n }, (_, k) => coefficients[coefficients.length - 1 - (k - shift)] ?? ZERO);
  return determinant(matrix([...Array.from({ length: n }, (_, k) => row(p, k)), ...Array.from({ length: m }, (_, k) => row(q, k))]));
};

export const gapProduct = (bands: Bands): Expr => readable("the gap cannot be read", () => inTower((reading) =>
  substitute(closedForm(reading.tower, fieldOf(reading).value(resultant(bands.occupied, bands.empty)), bands.coordinates), valuesOf(bands)), bands.circumstances));

/** Subsets, the small ones first. */
const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.reduce<readonly (readonly T[])[]>((all, item) => [...all, ...all.map((subset) => [...subset, item])], [[]]).toSorted((a, b) => a.length - b.length);

const MOST_PARAMETERS = 8;

export const touchingPoint = (bands: Bands): readonly PhysicalSymbol[] | undefined => {
  const product = gapProduct(bands);
  const present = new Set(freeSymbols(product));
  const letters = [...new Set(bands.hamiltonian.entries.flat().flatMap((entry) => freeSymbols(entry)))];
  const free = letters.filter((s) => present.has(s) && s.arguments === undefined && isRealSymbol(s) && !isNonzeroSymbol(s)).slice(0, MOST_PARAMETERS);
  return subsets(free).find((subset) => decideEqual(substitute(product, new Map(subset.map((s) => [s, ZERO]))), ZERO, bands.circumstances).kind === "equal");
};

export const requireGap = (bands: Bands): void => {
  const point = touchingPoint(bands);
  if (point === undefined) return;
  const where = point.length === 0 ? "everywhere" : `at ${point.map(({ name }) => `${name} = 0`).join(", ")}`;
  throw new BandError(`the occupied set is not gapped: an occupied and an empty energy coincide ${where}\n  try       declare a parameter that keeps the gap open nonzero, or keep away from this point`);
};
