/**
 * # Occupied bands without eigenvectors
 *
 * A set of occupied bands is given by two polynomials: p(x) = Π (x − E) over the distinct occupied energies, q(x) over the distinct empty ones.
 * They need symmetric functions of the energies only; degenerate bands count once. The gap says that p and q have no common root, so
 * u p + w q = 1 for some u, w, and then the projectors are P = w(H) q(H) on the occupied and 1 − P = u(H) p(H) on the empty bands.
 *
 * - `bandsWithEnergies(H, { occupied, empty })`: from closed forms of the energies, each distinct one listed once.
 * - `lowerBands(H)`, `upperBands(H)`: half of a spectrum that is symmetric about its mean: every 2 × 2 matrix; H² = M²; 4 × 4 matrices with the
 *   energies ±E₊, ±E₋, where D = E₊E₋ = √det and S = E₊ + E₋ = √(½ Tr H² + 2D) suffice (of H less its mean).
 * - `spectralProjector(bands)`: P as terms.
 *
 * Checked by the kernel when the bands are made: H is Hermitian, p(H) q(H) = 0, p and q have no common root, Tr P is a whole number. That p has
 * the lower energies where the roots are real is the meaning of the principal roots. Energies must be real; a gap that closes at single points is
 * seen as a denominator there.
 *
 *     const bands = lowerBands(H);
 *     const geometry = berryGeometry(bands, [kx, ky, ux, uy]);          // berryCurvature.ts
 *     geometry.productTrace([kx, ky], [ux, uy]).closedForm
 */
import { int, negate, number, ONE, power, product, quotient, squareRoot, sum, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { determinant, identityMatrix, mapMatrix, multiplyMatrices, scaleMatrix, subtractMatrices, trace, type Matrix } from "../expr/matrix.ts";
import { isOperator, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute } from "../expr/walk.ts";
import { decideEqual, inTower, whyUnreadable, type Circumstances } from "../kernel/field.ts";
import { asRational, isZeroFraction } from "../kernel/fraction.ts";
import { infix } from "../notation/infixPrinter.ts";
import { isInteger, rational } from "../number/rational.ts";
import { closedForm, closedMatrix } from "./closedForm.ts";
import { BandError, coordinateChoices, parameterCoordinates, readable, requireHermitian, type Coordinates } from "./entryCoordinates.ts";
import { fieldOf, inverseModulo, type Field, type FieldMatrix } from "./fieldMatrix.ts";

export interface Bands {
  readonly hamiltonian: Matrix;
  /** In which the polynomials are written, and by which the projector is differentiated. */
  readonly coordinates: Coordinates;
  /** Coefficients of p over the coordinates, the constant one first; the last one is 1. */
  readonly occupied: readonly Expr[];
  readonly empty: readonly Expr[];
  /** Number of occupied bands. */
  readonly count: number;
  readonly circumstances: Circumstances;
}

export interface Energies { readonly occupied: readonly Expr[]; readonly empty: readonly Expr[] }

/** Coefficients of Π (x − E). */
const withRoots = (energies: readonly Expr[]): readonly Expr[] =>
  energies.reduce<readonly Expr[]>((coefficients, energy) => [...coefficients, ZERO].map((_, k) => sum(coefficients[k - 1] ?? ZERO, negate(product(energy, coefficients[k] ?? ZERO)))), [ONE]);

/** What the matrices of a set of bands are made of, in one tower. */
export interface BandField {
  readonly field: Field;
  readonly hamiltonian: FieldMatrix;
  readonly occupied: FieldMatrix;
  readonly empty: FieldMatrix;
  /** X with X = PXQ and [H, X] = P R Q. */
  readonly solveUpper: (r: FieldMatrix) => FieldMatrix;
  /** Y with Y = QYP and [H, Y] = Q R P. */
  readonly solveLower: (r: FieldMatrix) => FieldMatrix;
}

/** Fails with a `BandError` where p and q have a common root. */
export const bandField = (field: Field, { coordinates, occupied, empty }: Pick<Bands, "coordinates" | "occupied" | "empty">): BandField => {
  const { tower } = field;
  const [p, q] = [occupied.map(field.value), empty.map(field.value)];
  const h = field.read(coordinates.matrix);
  const u = inverseModulo(tower, p, q);
  if (u === undefined) throw new BandError("the occupied and the empty bands have a common energy for all values of the parameters: there is no gap");
  const onEmpty = field.evaluate(u, h);
  const projectorOnEmpty = field.multiply(onEmpty, field.evaluate(p, h));
  const emptyInverse = field.multiply(projectorOnEmpty, onEmpty);
  const projector = field.subtract(field.identity(h.length), projectorOnEmpty);
  const powers = [field.identity(h.length)];
  for (let k = 1; k < p.length - 1; k++) powers.push(field.multiply(powers[k - 1] ?? h, h));
  /** Σ_k p_k Σ_{j<k} Hʲ R Hᵏ⁻¹⁻ʲ = p(H) X − X p(H) for [H, X] = R. */
  const spread = (r: FieldMatrix): FieldMatrix => field.add(...p.flatMap((coefficient, k) => {
    if (k === 0 || isZeroFraction(coefficient)) return [];
    return Array.from({ length: k }, (_, j) => field.scale(coefficient, field.multiply(...(j === 0 ? [] : [powers[j] ?? h]), r, ...(j === k - 1 ? [] : [powers[k - 1 - j] ?? h]))));
  }));
  const minus = field.value(int(-1));
  return {
    field, hamiltonian: h, occupied: projector, empty: projectorOnEmpty,
    solveUpper: (r) => field.scale(minus, field.multiply(field.multiply(projector, spread(r)), emptyInverse)),
    solveLower: (r) => field.multiply(emptyInverse, field.multiply(spread(r), projector)),
  };
};

/** The bands when H has them over these coordinates, with the reason when not. */
const checked = (hamiltonian: Matrix, coordinates: Coordinates, polynomials: Pick<Bands, "occupied" | "empty">, circumstances: Circumstances): Bands | string =>
  inTower((reading) => {
    const field = fieldOf(reading);
    const h = field.read(coordinates.matrix);
    const [atP, atQ] = [polynomials.occupied, polynomials.empty].map((coefficients) => field.evaluate(coefficients.map(field.value), h));
    if (atP === undefined || atQ === undefined || !field.isZero(field.multiply(atP, atQ))) return "the product of (H − E) over the given energies does not vanish";
    const rank = asRational(field.trace(bandField(field, { coordinates, ...polynomials }).occupied));
    if (rank === undefined || !isInteger(rank)) return "the number of occupied bands is not constant";
    return { hamiltonian, coordinates, ...polynomials, count: Number(rank.numerator), circumstances };
  }, circumstances);

const requireDeclared = (matrix: Matrix): void => {
  for (const entry of matrix.entries.flat()) {
    const operator = freeSymbols(entry).find(isOperator);
    if (operator !== undefined) throw new BandError(`the entries of a Hamiltonian commute here: '${operator.name}' is declared as an operator`);
  }
};

const start = (hamiltonian: Matrix, circumstances: Circumstances): void => {
  requireDeclared(hamiltonian);
  requireHermitian(hamiltonian, circumstances);
};

/** @throws {BandError} where the energies are not the eigenvalues of H, or an occupied one is also an empty one. */
export const bandsWithEnergies = (hamiltonian: Matrix, energies: Energies, circumstances: Circumstances = {}): Bands => readable("the bands cannot be read", () => {
  start(hamiltonian, circumstances);
  const { occupied, empty } = energies;
  if (occupied.length === 0 || empty.length === 0) throw new BandError("a gap has bands on both sides: give at least one occupied and one empty energy");
  requireEigenvalues(hamiltonian, energies, circumstances);
  occupied.forEach((low, i) => empty.forEach((high, j) => {
    if (decideEqual(low, high, circumstances).kind === "equal") throw new BandError(`the occupied set is not gapped: occupied energy ${i + 1} and empty energy ${j + 1} coincide for all values of the parameters\n  occupied  ${infix(low)}\n  empty     ${infix(high)}`);
  }));
  const bands = checked(hamiltonian, parameterCoordinates(hamiltonian, [...occupied, ...empty]), { occupied: withRoots(occupied), empty: withRoots(empty) }, circumstances);
  if (typeof bands === "string") throw new BandError(`these are not all the energies of the matrix: ${bands}\n  given     ${[...occupied, ...empty].map(infix).join(", ")}\n  try       list every distinct energy once, as occupied or as empty`);
  return bands;
});

const requireEigenvalues = (h: Matrix, { occupied, empty }: Energies, circumstances: Circumstances): void => {
  if (h.rows > 6) return;
  [...occupied, ...empty].forEach((energy) => {
    const decision = decideEqual(determinant(subtractMatrices(h, scaleMatrix(energy, identityMatrix(h.rows)))), ZERO, circumstances);
    if (decision.kind !== "equal") throw new BandError(`'${infix(energy)}' is not an eigenvalue of the matrix: det(H − E) ${decision.kind === "different" ? "is not zero" : `cannot be shown to vanish (${decision.reason})`}`);
  });
};

/** p and q of the lower and the upper half; undefined where the spectrum is not symmetric about its mean as far as this is seen. */
const halves = (h: Matrix, circumstances: Circumstances): readonly [readonly Expr[], readonly Expr[]] | undefined => {
  const size = h.rows;
  const mean = quotient(trace(h), int(size));
  const shifted = closedMatrix(subtractMatrices(h, scaleMatrix(mean, identityMatrix(size))), circumstances);
  const square = closedMatrix(multiplyMatrices(shifted, shifted), circumstances);
  const half = quotient(trace(square), int(size));
  const isZero = (e: Expr): boolean => decideEqual(e, ZERO, circumstances).kind === "equal";
  const isScalar = square.entries.every((row, i) => row.every((entry, j) => isZero(i === j ? sum(entry, negate(half)) : entry)));
  const about = (linear: Expr, constant: Expr | undefined): readonly Expr[] => (constant === undefined ? withRoots([sum(mean, negate(linear))])
    : [sum(power(mean, int(2)), negate(product(linear, mean)), constant), sum(negate(product(int(2), mean)), linear), ONE]);
  if (isScalar) {
    const gap = squareRoot(half);
    return [about(gap, undefined), about(negate(gap), undefined)];
  }
  if (size !== 4 || !isZero(trace(multiplyMatrices(square, shifted)))) return undefined;
  const D = squareRoot(determinant(shifted));
  const S = squareRoot(sum(product(number(rational(1, 2)), trace(square)), product(int(2), D)));
  return [about(S, D), about(negate(S), D)];
};

/** Undefined where the spectrum over these letters is not symmetric, or not readable: other letters may do. */
const overCoordinates = (hamiltonian: Matrix, coordinates: Coordinates, side: "lower" | "upper", circumstances: Circumstances): Bands | undefined => {
  try {
    const [lower, upper] = halves(coordinates.matrix, circumstances) ?? [];
    if (lower === undefined || upper === undefined) return undefined;
    const bands = checked(hamiltonian, coordinates, side === "lower" ? { occupied: lower, empty: upper } : { occupied: upper, empty: lower }, circumstances);
    return typeof bands === "string" ? undefined : bands;
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return undefined;
  }
};

const symmetricBands = (hamiltonian: Matrix, side: "lower" | "upper", circumstances: Circumstances): Bands => readable("the bands cannot be read", () => {
  start(hamiltonian, circumstances);
  for (const coordinates of coordinateChoices(hamiltonian, circumstances)) {
    const bands = overCoordinates(hamiltonian, coordinates, side, circumstances);
    if (bands !== undefined) return bands;
  }
  throw new BandError("the spectrum is not seen to be symmetric about its mean: the lower half has no closed form here\n  try       bandsWithEnergies(H, { occupied, empty }) with closed forms of the energies");
});

export const lowerBands = (hamiltonian: Matrix, circumstances: Circumstances = {}): Bands => symmetricBands(hamiltonian, "lower", circumstances);
export const upperBands = (hamiltonian: Matrix, circumstances: Circumstances = {}): Bands => symmetricBands(hamiltonian, "upper", circumstances);

/** From the coordinates back to the parameters. */
export const valuesOf = ({ coordinates }: Pick<Bands, "coordinates">): ReadonlyMap<PhysicalSymbol, Expr> =>
  new Map(coordinates.all.filter(({ letter, value }) => value !== symbol(letter)).map(({ letter, value }) => [letter, value]));

/** P on the occupied bands, as terms in the parameters: closed forms, or H and the energies as they stand in Π. */
export const spectralProjector = (bands: Bands): Matrix => inTower((reading) => {
  const { occupied } = bandField(fieldOf(reading), bands);
  const values = valuesOf(bands);
  return mapMatrix(bands.hamiltonian, (_, i, j) => {
    const entry = occupied[i]?.[j];
    return entry === undefined ? ZERO : substitute(closedForm(reading.tower, entry, bands.coordinates), values);
  });
}, bands.circumstances);
