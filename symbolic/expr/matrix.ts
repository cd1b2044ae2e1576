/**
 * # Matrices of terms
 *
 * Rectangular, immutable, checked for shape. Entries are any terms; operators among them keep their order in products, so that matrices of
 * operators multiply correctly.
 *
 * - `matrix`, `column`, `diagonal`, `identityMatrix`, `zeroMatrix`: the ways to write one.
 * - `addMatrices`, `subtractMatrices`, `scaleMatrix`, `multiplyMatrices`, `commutator`, `kronecker`, `transpose`, `adjoint`, `trace`, `determinant`, `mapMatrix`.
 * - `entryEquations`: what has to be shown for two matrices to be equal, entry by entry. The columns of U are eigenvectors of H when H U = U Λ.
 *
 * Fails with a `ShapeError` that names both shapes. Nothing is simplified beyond canonical sums and products; equality is for the kernel.
 * Trusted: no theorem rests on this file.
 */
import { call, difference, negate, ONE, product, sum, ZERO } from "./build.ts";
import type { Expr } from "./expr.ts";

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** entries[i][j]: row i, column j, from 0. */
  readonly entries: readonly (readonly Expr[])[];
}

/** The shapes do not fit, or the operation does not exist for these entries. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

const shape = ({ rows, columns }: Matrix): string => `${rows} × ${columns}`;
const build = (rows: number, columns: number, entry: (i: number, j: number) => Expr): Matrix =>
  Object.freeze({ rows, columns, entries: Object.freeze(Array.from({ length: rows }, (_, i) => Object.freeze(Array.from({ length: columns }, (__, j) => entry(i, j))))) });

/** A matrix from its rows; every row must have the same length. */
export const matrix = (rows: readonly (readonly Expr[])[]): Matrix => {
  const columns = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== columns) throw new ShapeError(`a matrix needs rows of one length: row 1 has ${columns} entries, row ${i + 1} has ${row.length}`);
  });
  if (columns === 0) throw new ShapeError("a matrix needs at least one row and one column");
  return build(rows.length, columns, (i, j) => rows[i]?.[j] ?? ZERO);
};

export const column = (entries: readonly Expr[]): Matrix => matrix(entries.map((entry) => [entry]));
export const zeroMatrix = (rows: number, columns: number): Matrix => build(rows, columns, () => ZERO);
export const diagonal = (entries: readonly Expr[]): Matrix => build(entries.length, entries.length, (i, j) => (i === j ? entries[i] ?? ZERO : ZERO));
export const identityMatrix = (size: number): Matrix => diagonal(Array.from({ length: size }, () => ONE));

/** Row i, column j, from 0. */
export const entryOf = (a: Matrix, i: number, j: number): Expr => {
  const entry = a.entries[i]?.[j];
  if (entry === undefined) throw new ShapeError(`there is no entry (${i}, ${j}) in a ${shape(a)} matrix; rows and columns count from 0`);
  return entry;
};

export const mapMatrix = (a: Matrix, change: (entry: Expr, i: number, j: number) => Expr): Matrix => build(a.rows, a.columns, (i, j) => change(entryOf(a, i, j), i, j));
export const transpose = (a: Matrix): Matrix => build(a.columns, a.rows, (i, j) => entryOf(a, j, i));

const sameShape = (what: string, a: Matrix, b: Matrix): void => {
  if (a.rows !== b.rows || a.columns !== b.columns) throw new ShapeError(`${what} needs two matrices of one shape (was ${shape(a)} and ${shape(b)})`);
};
const square = (what: string, a: Matrix): void => {
  if (a.rows !== a.columns) throw new ShapeError(`${what} needs a square matrix (was ${shape(a)})`);
};
const commuting = (what: string, a: Matrix): void => {
  if (a.entries.some((row) => row.some((entry) => entry.operator))) throw new ShapeError(`${what} needs commuting entries: an operator is among them`);
};

export const addMatrices = (a: Matrix, b: Matrix): Matrix => {
  sameShape("a sum", a, b);
  return mapMatrix(a, (entry, i, j) => sum(entry, entryOf(b, i, j)));
};
export const subtractMatrices = (a: Matrix, b: Matrix): Matrix => {
  sameShape("a difference", a, b);
  return mapMatrix(a, (entry, i, j) => difference(entry, entryOf(b, i, j)));
};
/** The factor stands to the left of every entry. */
export const scaleMatrix = (factor: Expr, a: Matrix): Matrix => mapMatrix(a, (entry) => product(factor, entry));

export const multiplyMatrices = (a: Matrix, b: Matrix): Matrix => {
  if (a.columns !== b.rows) throw new ShapeError(`a product needs as many columns on the left as rows on the right (was ${shape(a)} times ${shape(b)})`);
  return build(a.rows, b.columns, (i, j) => sum(...b.entries.map((_, k) => product(entryOf(a, i, k), entryOf(b, k, j)))));
};

/** [a, b] = ab − ba. */
export const commutator = (a: Matrix, b: Matrix): Matrix => {
  square("a commutator", a);
  sameShape("a commutator", a, b);
  return subtractMatrices(multiplyMatrices(a, b), multiplyMatrices(b, a));
};

/** The Kronecker product: block (i, j) is a[i][j]·b, the index of a counting the blocks. */
export const kronecker = (a: Matrix, b: Matrix): Matrix =>
  build(a.rows * b.rows, a.columns * b.columns, (i, j) =>
    product(entryOf(a, Math.floor(i / b.rows), Math.floor(j / b.columns)), entryOf(b, i % b.rows, j % b.columns)));

const conjugated = (e: Expr): Expr => (e.kind === "number" ? e : e.kind === "call" && e.head === "conj" ? e.args[0] ?? e : call("conj", [e]));

/** The conjugate transpose; of commuting entries only, since an operator has no conjugate here. */
export const adjoint = (a: Matrix): Matrix => {
  commuting("an adjoint", a);
  return mapMatrix(transpose(a), conjugated);
};

export const trace = (a: Matrix): Expr => {
  square("a trace", a);
  return sum(...a.entries.map((_, i) => entryOf(a, i, i)));
};

const LARGEST_DETERMINANT = 8;

/** By expansion in the first row, so without a division; up to 8 × 8. */
export const determinant = (a: Matrix): Expr => {
  square("a determinant", a);
  commuting("a determinant", a);
  if (a.rows > LARGEST_DETERMINANT) throw new ShapeError(`a determinant is written out up to ${LARGEST_DETERMINANT} × ${LARGEST_DETERMINANT} (was ${shape(a)})`);
  const minor = (rows: readonly number[], columns: readonly number[]): Expr => {
    const [row = 0, ...below] = rows;
    if (below.length === 0) return entryOf(a, row, columns[0] ?? 0);
    return sum(...columns.flatMap((j, k) => {
      const entry = entryOf(a, row, j);
      if (entry === ZERO) return [];
      const cofactor = product(entry, minor(below, columns.filter((other) => other !== j)));
      return [k % 2 === 0 ? cofactor : negate(cofactor)];
    }));
  };
  const indices = a.entries.map((_, k) => k);
  return minor(indices, indices);
};

/** The equations that make two matrices equal, row by row. */
export const entryEquations = (a: Matrix, b: Matrix): readonly { readonly left: Expr; readonly right: Expr }[] => {
  sameShape("an equation", a, b);
  return a.entries.flatMap((row, i) => row.map((left, j) => ({ left, right: entryOf(b, i, j) })));
};
