/**
 * # Pauli and gamma matrices
 *
 * Generated as Kronecker products; their identities are for the kernel to prove.
 *
 * - `pauli`: σ₀ = 1, σ_x, σ_y, σ_z in the basis where σ_z is diagonal.
 * - `pauliProduct("zx")` = σ_z ⊗ σ_x: one letter of 0, x, y, z a factor, the first one the outermost (the blocks).
 * - `cliffordMatrices(n)`: 2n + 1 anticommuting Hermitian 2ⁿ × 2ⁿ matrices with square 1: zz…x, zz…y for each place, from the outermost inwards, and zz…z.
 * - `combination(q, Γ)`: the matrix Σ q_j Γ_j.
 *
 * Source: R. Brauer, H. Weyl, Am. J. Math. 57, 425 (1935). Nothing here is trusted.
 */
import { I, MINUS_ONE, negate, ONE, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { addMatrices, identityMatrix, kronecker, matrix, scaleMatrix, ShapeError, type Matrix } from "../expr/matrix.ts";

export const pauli = {
  0: identityMatrix(2),
  x: matrix([[ZERO, ONE], [ONE, ZERO]]),
  y: matrix([[ZERO, negate(I)], [I, ZERO]]),
  z: matrix([[ONE, ZERO], [ZERO, MINUS_ONE]]),
} as const;

const factorOf = (letter: string, letters: string): Matrix => {
  switch (letter) {
    case "0": return pauli[0];
    case "x": return pauli.x;
    case "y": return pauli.y;
    case "z": return pauli.z;
    default: throw new ShapeError(`'${letter}' in pauliProduct("${letters}") is no Pauli matrix: expected the letters 0, x, y, z`);
  }
};

/** σ_a ⊗ σ_b ⊗ … for the letters "ab…". */
export const pauliProduct = (letters: string): Matrix => {
  const [first, ...rest] = [...letters].map((letter) => factorOf(letter, letters));
  if (first === undefined) throw new ShapeError("pauliProduct needs at least one letter of 0, x, y, z");
  return rest.reduce(kronecker, first);
};

export const cliffordMatrices = (n: number): readonly Matrix[] => {
  if (!Number.isInteger(n) || n < 1 || n > 4) throw new ShapeError(`cliffordMatrices needs 1 to 4 factors (was ${n})`);
  const places = Array.from({ length: n }, (_, k) => k);
  return [...places.flatMap((k) => ["x", "y"].map((letter) => pauliProduct("z".repeat(k) + letter + "0".repeat(n - k - 1)))), pauliProduct("z".repeat(n))];
};

/** Σ coefficients[j]·matrices[j]. */
export const combination = (coefficients: readonly Expr[], matrices: readonly Matrix[]): Matrix => {
  const [first, ...rest] = coefficients.map((q, j) => {
    const term = matrices[j];
    if (term === undefined || coefficients.length !== matrices.length) throw new ShapeError(`a combination needs a coefficient for every matrix (was ${coefficients.length} for ${matrices.length})`);
    return scaleMatrix(q, term);
  });
  if (first === undefined) throw new ShapeError("a combination needs at least one matrix");
  return rest.reduce(addMatrices, first);
};
