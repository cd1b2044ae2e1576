import { describe, expect, it } from "vitest";
import { I, int, negate, ONE, product, sum } from "../../symbolic/expr/build.ts";
import { addMatrices, adjoint, commutator, entryEquations, identityMatrix, multiplyMatrices, scaleMatrix, trace, zeroMatrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { cliffordMatrices, combination, pauli, pauliProduct } from "../../symbolic/theory/gammaMatrices.ts";
import { letters } from "../kernel/declare.ts";

const isEqual = (a: Matrix, b: Matrix): boolean => entryEquations(a, b).every(({ left, right }) => decideEqual(left, right).kind === "equal");
const anticommutator = (a: Matrix, b: Matrix): Matrix => addMatrices(multiplyMatrices(a, b), multiplyMatrices(b, a));

describe("the Pauli matrices", () => {
  it("are Hermitian, square to one, are traceless, and multiply as σxσy = iσz and cyclic", () => {
    for (const [a, b, c] of [[pauli.x, pauli.y, pauli.z], [pauli.y, pauli.z, pauli.x], [pauli.z, pauli.x, pauli.y]] as const) {
      expect(isEqual(adjoint(a), a) && isEqual(multiplyMatrices(a, a), identityMatrix(2))).toBe(true);
      expect(decideEqual(trace(a), int(0)).kind).toBe("equal");
      expect(isEqual(multiplyMatrices(a, b), scaleMatrix(I, c)) && isEqual(commutator(a, b), scaleMatrix(product(int(2), I), c))).toBe(true);
    }
  });

  it("make Kronecker products whose first letter is the outer factor: σz⊗σx has the blocks σx and −σx", () => {
    expect(pauliProduct("zx").entries).toEqual([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, -1], [0, 0, -1, 0]].map((row) => row.map((value) => int(value))));
    expect(() => pauliProduct("zq")).toThrow("'q' in pauliProduct(\"zq\") is no Pauli matrix: expected the letters 0, x, y, z");
    expect(() => pauliProduct("")).toThrow("at least one letter");
  });
});

describe.each([1, 2, 3])("the generators of the Clifford algebra on %i factors", (n) => {
  const Γ = cliffordMatrices(n);
  const one = identityMatrix(2 ** n);
  it("are 2n + 1 Hermitian matrices with Γ_a Γ_b + Γ_b Γ_a = 2 δ_ab", () => {
    expect(Γ).toHaveLength(2 * n + 1);
    Γ.forEach((a, j) => Γ.forEach((b, k) => {
      expect(isEqual(anticommutator(a, b), j === k ? scaleMatrix(int(2), one) : zeroMatrix(2 ** n, 2 ** n))).toBe(true);
      expect(isEqual(adjoint(a), a)).toBe(true);
    }));
  });

  it("have a product that is a number of modulus one", () => {
    const all = Γ.reduce(multiplyMatrices);
    const number = all.entries[0]![0]!;
    expect(isEqual(all, scaleMatrix(number, one))).toBe(true);
    expect(decideEqual(product(number, adjoint(all).entries[0]![0]!), ONE).kind).toBe("equal");
  });
});

it("a real combination of anticommuting matrices squares to the sum of the squares of its coefficients", () => {
  const { ex } = letters("a,b,c,d,e real");
  const q = ["a", "b", "c", "d", "e"].map(ex);
  const H = combination(q, cliffordMatrices(2));
  expect(isEqual(multiplyMatrices(H, H), scaleMatrix(sum(...q.map((x) => product(x, x))), identityMatrix(4)))).toBe(true);
  expect(isEqual(addMatrices(H, combination(q.map(negate), cliffordMatrices(2))), zeroMatrix(4, 4))).toBe(true);
  expect(() => combination(q, cliffordMatrices(1))).toThrow("a combination needs a coefficient for every matrix (was 5 for 3)");
});
