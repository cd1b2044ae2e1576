/**
 * # The entries of a Hermitian matrix as coordinates
 *
 * v(k_x − i k_y) and v(k_x + i k_y) are two letters w and w̄ as far as the matrix is concerned. A projector that is a rational function of
 * the entries is differentiated by them first and by the parameters with the chain rule afterwards: in the entries the polynomials have
 * few terms, in the parameters many.
 *
 * - `entryCoordinates(H)`: the same matrix over fresh letters, one for each entry that is not a number times one before it, and the values of the letters.
 * - `monomialCoordinates(H)`: one letter for each monomial of the entries.
 * - `parameterCoordinates(H)`: the symbols of H as their own coordinates.
 * - `coordinateChoices(H)`: these three, the shortest first, for whoever has to try.
 * - `requireHermitian(H)`: fails with a `BandError` that names the entry.
 *
 * The letters are independent complex numbers; what is shown for all of them holds at the values that they have. Nothing here is trusted.
 */
import { call, I, int, number, power, product, sum, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { entryOf, mapMatrix, ShapeError, type Matrix } from "../expr/matrix.ts";
import { imaginaryUnit, isRealSymbol, physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols } from "../expr/walk.ts";
import { decideEqual, inTower, whyUnreadable, type Circumstances } from "../kernel/field.ts";
import { invertFraction, isZeroFraction, multiplyFraction, zeroFraction, type Fraction } from "../kernel/fraction.ts";
import { normal } from "../kernel/normal.ts";
import { exponentOf } from "../kernel/polynomial.ts";
import { express, expressPolynomial, type Tower } from "../kernel/tower.ts";
import { infix } from "../notation/infixPrinter.ts";
import { rational } from "../number/rational.ts";
import { closedTerm } from "./closedForm.ts";
import { reduced } from "./fieldMatrix.ts";

/** The matrix, its bands or a parameter do not allow what is asked. */
export class BandError extends Error {
  override readonly name = "BandError";
}

export interface Coordinate {
  readonly letter: PhysicalSymbol;
  readonly value: Expr;
  /** The complex conjugate of the value, where it has a letter of its own. */
  readonly mirror: PhysicalSymbol | undefined;
  /** The real term |value|², where there is a mirror. */
  readonly modulusSquared: Expr | undefined;
}

export interface Coordinates {
  /** The matrix over the letters. */
  readonly matrix: Matrix;
  readonly all: readonly Coordinate[];
}

/** H_ji = conj(H_ij) for every pair, decided by the kernel. */
export const requireHermitian = (matrix: Matrix, circumstances: Circumstances): void => {
  if (matrix.rows !== matrix.columns) throw new ShapeError(`a Hamiltonian is a square matrix (was ${matrix.rows} × ${matrix.columns})`);
  matrix.entries.forEach((row, i) => row.forEach((entry, j) => {
    if (j < i) return;
    const partner = entryOf(matrix, j, i);
    const decision = decideEqual(partner, call("conj", [entry]), circumstances);
    if (decision.kind === "equal") return;
    const place = i === j ? `the diagonal entry (${i + 1}, ${j + 1}) is not real` : `the entries (${i + 1}, ${j + 1}) and (${j + 1}, ${i + 1}) are not conjugate`;
    throw new BandError([
      `the matrix is not Hermitian: ${place}${decision.kind === "unknown" ? `, or this cannot be decided (${decision.reason})` : ""}`,
      `  (${i + 1}, ${j + 1})    ${infix(entry)}`,
      ...(i === j ? [] : [`  (${j + 1}, ${i + 1})    ${infix(partner)}`]),
      ...complexLetters(entry),
      "  try       declare the parameters real, or correct the entry",
    ].join("\n"));
  }));
};

const complexLetters = (entry: Expr): readonly string[] => {
  const names = freeSymbols(entry).filter((s) => s !== imaginaryUnit && !isRealSymbol(s)).map(({ name }) => `'${name}'`);
  return names.length === 0 ? [] : [`  complex   ${names.join(", ")}: nothing says that ${names.length === 1 ? "it is" : "they are"} real`];
};

/** A number of ℚ(i). */
const isGaussian = (tower: Tower, a: Fraction): boolean =>
  a.factors.length === 0 && a.numerator.keys.every((key) => tower.ring.offsets.every((_, g) => g === tower.i || exponentOf(tower.ring, key, g) === 0));

const subscript = (n: number): string => [...n.toString()].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)] ?? digit).join("");

const letterFor = (n: number): PhysicalSymbol => physicalSymbol(`w${subscript(n)}`, { latex: `w_{${n}}` });

interface Named { readonly letter: PhysicalSymbol; readonly value: Expr }

const withMirrors = (matrix: Matrix, found: readonly Named[], circumstances: Circumstances): Coordinates => {
  const mirrorOf = (value: Expr, letter: PhysicalSymbol): PhysicalSymbol | undefined =>
    found.find((other) => other.letter !== letter && decideEqual(other.value, call("conj", [value]), circumstances).kind === "equal")?.letter;
  return { matrix, all: found.map(({ letter, value }) => {
    const mirror = mirrorOf(value, letter);
    return { letter, value, mirror, modulusSquared: mirror === undefined ? undefined : closedTerm(product(value, call("conj", [value])), circumstances) };
  }) };
};

export const entryCoordinates = (matrix: Matrix, circumstances: Circumstances): Coordinates => {
  const { over, found } = inTower((reading) => {
    const { tower } = reading;
    const known: (Named & { readonly inverse: Fraction })[] = [];
    const over = mapMatrix(matrix, (entry) => {
      const value = reduced(tower, normal(reading, entry));
      if (isGaussian(tower, value)) return isZeroFraction(value) ? ZERO : express(tower, value);
      for (const { letter, inverse } of known) {
        const ratio = reduced(tower, multiplyFraction(tower, value, inverse));
        if (isGaussian(tower, ratio)) return product(express(tower, ratio), symbol(letter));
      }
      const letter = letterFor(known.length + 1);
      known.push({ letter, value: entry, inverse: invertFraction(tower, value) });
      return symbol(letter);
    });
    return { over, found: known };
  }, circumstances);
  return withMirrors(over, found, circumstances);
};

/** A letter for every monomial of the entries; undefined where an entry has a denominator. After a constant change of basis these are fewer than the entries. */
export const monomialCoordinates = (matrix: Matrix, circumstances: Circumstances): Coordinates | undefined => {
  const read = inTower((reading) => {
    const { tower } = reading;
    const known = new Map<number, Named>();
    const unit = tower.ring.offsets[tower.i] ?? 0;
    const ofKey = (key: number): Expr => {
      const imaginary = exponentOf(tower.ring, key, tower.i);
      const bare = key - imaginary * unit;
      if (bare === 0) return power(I, int(imaginary));
      const named = known.get(bare) ?? { letter: letterFor(known.size + 1), value: expressPolynomial(tower, { keys: [bare], coefficients: [1], bounds: [] }) };
      known.set(bare, named);
      return product(power(I, int(imaginary)), symbol(named.letter));
    };
    const entries = matrix.entries.map((row) => row.map((entry) => reduced(tower, normal(reading, entry))));
    if (entries.some((row) => row.some(({ factors }) => factors.length > 0))) return undefined;
    const over = mapMatrix(matrix, (_, i, j) => {
      const { numerator, denominator } = entries[i]?.[j] ?? zeroFraction;
      return sum(...numerator.keys.map((key, k) => product(number(rational(numerator.coefficients[k] ?? 0, denominator)), ofKey(key))));
    });
    return { over, found: [...known.values()] };
  }, circumstances);
  return read === undefined ? undefined : withMirrors(read.over, read.found, circumstances);
};

const MOST_LETTERS = 8;

/** Ways to write the matrix over letters, the one with the fewest letters first, its own symbols last. */
export const coordinateChoices = (matrix: Matrix, circumstances: Circumstances): readonly Coordinates[] => {
  const monomials = monomialCoordinates(matrix, circumstances);
  const choices = [entryCoordinates(matrix, circumstances), ...(monomials === undefined ? [] : [monomials])].filter(({ all }) => all.length <= MOST_LETTERS);
  return [...choices.toSorted((a, b) => a.all.length - b.all.length), parameterCoordinates(matrix)];
};

export const parameterCoordinates = (matrix: Matrix, energies: readonly Expr[] = []): Coordinates => {
  const letters = [...new Set([...matrix.entries.flat(), ...energies].flatMap((entry) => freeSymbols(entry)))].filter((s) => s.arguments === undefined);
  return { matrix, all: letters.map((letter) => ({ letter, value: symbol(letter), mirror: undefined, modulusSquared: undefined })) };
};

/** Runs what may meet an unreadable term; the reason becomes a `BandError`. */
export const readable = <T>(what: string, task: () => T): T => {
  try {
    return task();
  } catch (error) {
    const reason = whyUnreadable(error);
    if (reason === undefined) throw error;
    throw new BandError(`${what}: ${reason}`);
  }
};
