import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, MINUS_ONE, ONE, product, sum, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import {
  addMatrices, adjoint, column, commutator, determinant, diagonal, entryEquations, entryOf, identityMatrix, kronecker, mapMatrix, matrix, multiplyMatrices, scaleMatrix, ShapeError, subtractMatrices,
  trace, transpose, zeroMatrix, type Matrix,
} from "../../symbolic/expr/matrix.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { field, isTheorem } from "../../symbolic/kernel/theorem.ts";
import { letters } from "../kernel/declare.ts";

const { ex } = letters("E,t,D,k real; V positive; s=±1; z,w complex; A,B,C operator");
const of = (...rows: readonly string[]): Matrix => matrix(rows.map((row) => row.split(";").map((entry) => ex(entry.trim()))));
const isEqual = (a: Matrix, b: Matrix): boolean => entryEquations(a, b).every(({ left, right }) => decideEqual(left, right).kind === "equal");
const isSame = (a: Expr, b: Expr): boolean => decideEqual(a, b).kind === "equal";

const entry = fc.constantFrom("E", "t", "-t", "i*D", "z", "conj(w)", "s", "exp(i*k)", "0", "1", "V*s - 2", "1/2").map(ex);
const shaped = (rows: number, columns: number): fc.Arbitrary<Matrix> =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }).map(matrix);
const [σx, σy, σz] = [of("0;1", "1;0"), of("0;-i", "i;0"), of("1;0", "0;-1")];

describe("matrices of terms", () => {
  it("form an algebra: products distribute over sums, associate and have a unit", () => {
    fc.assert(fc.property(shaped(2, 3), shaped(3, 2), shaped(3, 2), (a, b, c) => {
      expect(isEqual(multiplyMatrices(a, addMatrices(b, c)), addMatrices(multiplyMatrices(a, b), multiplyMatrices(a, c)))).toBe(true);
      expect(isEqual(multiplyMatrices(multiplyMatrices(a, b), a), multiplyMatrices(a, multiplyMatrices(b, a)))).toBe(true);
      expect(isEqual(multiplyMatrices(identityMatrix(2), a), a) && isEqual(multiplyMatrices(a, identityMatrix(3)), a)).toBe(true);
      expect(isEqual(subtractMatrices(b, b), zeroMatrix(3, 2))).toBe(true);
    }), { numRuns: 40 });
  });

  it("reverse products in the adjoint and the transpose, and the adjoint undoes itself", () => {
    fc.assert(fc.property(shaped(2, 3), shaped(3, 2), (a, b) => {
      expect(isEqual(adjoint(multiplyMatrices(a, b)), multiplyMatrices(adjoint(b), adjoint(a)))).toBe(true);
      expect(isEqual(transpose(multiplyMatrices(a, b)), multiplyMatrices(transpose(b), transpose(a)))).toBe(true);
      expect(isEqual(adjoint(adjoint(a)), a)).toBe(true);
    }), { numRuns: 40 });
  });

  it("have a trace that is cyclic and a determinant that is multiplicative", () => {
    fc.assert(fc.property(shaped(3, 3), shaped(3, 3), (a, b) => {
      expect(isSame(trace(multiplyMatrices(a, b)), trace(multiplyMatrices(b, a)))).toBe(true);
      expect(isSame(determinant(multiplyMatrices(a, b)), product(determinant(a), determinant(b)))).toBe(true);
      expect(isSame(determinant(transpose(a)), determinant(a))).toBe(true);
    }), { numRuns: 30 });
  });

  it("multiply Kronecker products factor by factor, and the trace is the product of traces", () => {
    fc.assert(fc.property(shaped(2, 2), shaped(2, 2), shaped(2, 2), shaped(2, 2), (a, b, c, d) => {
      expect(isEqual(multiplyMatrices(kronecker(a, b), kronecker(c, d)), kronecker(multiplyMatrices(a, c), multiplyMatrices(b, d)))).toBe(true);
      expect(isSame(trace(kronecker(a, b)), product(trace(a), trace(b)))).toBe(true);
    }), { numRuns: 20 });
  });

  it("obey the Jacobi identity, and the Pauli matrices [σx, σy] = 2iσz", () => {
    fc.assert(fc.property(shaped(2, 2), shaped(2, 2), shaped(2, 2), (a, b, c) => {
      const cyclic = [[a, b, c], [b, c, a], [c, a, b]].map(([x, y, z]) => commutator(x!, commutator(y!, z!)));
      expect(isEqual(cyclic.reduce(addMatrices), zeroMatrix(2, 2))).toBe(true);
    }), { numRuns: 20 });
    expect(isEqual(commutator(σx, σy), scaleMatrix(ex("2*i"), σz))).toBe(true);
    expect(isEqual(commutator(kronecker(σx, identityMatrix(2)), kronecker(identityMatrix(2), σy)), zeroMatrix(4, 4))).toBe(true);
  });

  it("keep the order of operators among their entries", () => {
    const [a, b] = [of("A;0", "0;1"), of("B;C", "0;1")];
    expect(entryOf(multiplyMatrices(a, b), 0, 0)).toBe(ex("A*B"));
    expect(entryOf(multiplyMatrices(b, a), 0, 0)).toBe(ex("B*A"));
    expect(isSame(entryOf(commutator(a, b), 0, 0), ex("A*B - B*A"))).toBe(true);
    expect(decideEqual(entryOf(commutator(a, b), 0, 0), ZERO).kind).toBe("different");
    expect(entryOf(scaleMatrix(ex("C"), a), 0, 0)).toBe(ex("C*A"));
  });

  it("state the eigenvectors of a two-level Hamiltonian as H U = U Λ, which the kernel proves entry by entry", () => {
    const H = of("D;V*exp(-i*k)", "V*exp(i*k);-D");
    const ε = ex("sqrt(D^2 + V^2)");
    const vector = (energy: Expr): readonly Expr[] => [ex("V*exp(-i*k)"), sum(energy, product(MINUS_ONE, ex("D")))];
    const U = transpose(matrix([vector(ε), vector(product(MINUS_ONE, ε))]));
    const Λ = diagonal([ε, product(MINUS_ONE, ε)]);
    const proofs = entryEquations(multiplyMatrices(H, U), multiplyMatrices(U, Λ)).map(({ left, right }) => field(left, right));
    expect(proofs.every(isTheorem)).toBe(true);
    expect(isSame(determinant(subtractMatrices(H, scaleMatrix(ex("t"), identityMatrix(2)))), ex("t^2 - D^2 - V^2"))).toBe(true);
  });

  it("refuse shapes that do not fit, and name them", () => {
    const [a, b] = [zeroMatrix(2, 3), zeroMatrix(2, 2)];
    expect(() => multiplyMatrices(a, b)).toThrow(new ShapeError("a product needs as many columns on the left as rows on the right (was 2 × 3 times 2 × 2)"));
    expect(() => addMatrices(a, b)).toThrow("a sum needs two matrices of one shape (was 2 × 3 and 2 × 2)");
    expect(() => trace(a)).toThrow("a trace needs a square matrix (was 2 × 3)");
    expect(() => commutator(a, a)).toThrow("a commutator needs a square matrix (was 2 × 3)");
    expect(() => matrix([[ONE, ZERO], [ONE]])).toThrow("a matrix needs rows of one length: row 1 has 2 entries, row 2 has 1");
    expect(() => matrix([])).toThrow("a matrix needs at least one row and one column");
    expect(() => entryOf(b, 2, 0)).toThrow("there is no entry (2, 0) in a 2 × 2 matrix; rows and columns count from 0");
    expect(() => determinant(of("A;1", "0;1"))).toThrow("a determinant needs commuting entries: an operator is among them");
    expect(() => adjoint(of("A"))).toThrow("an adjoint needs commuting entries: an operator is among them");
    expect(() => determinant(identityMatrix(9))).toThrow("a determinant is written out up to 8 × 8 (was 9 × 9)");
  });

  it("cannot be changed", () => {
    const a = column([ONE, ZERO]);
    expect(() => { (a.entries[0] as Expr[])[0] = int(2); }).toThrow(TypeError);
    expect(mapMatrix(a, (e) => sum(e, ONE)).entries).toEqual([[int(2)], [ONE]]);
    expect(a.entries).toEqual([[ONE], [ZERO]]);
  });
});
