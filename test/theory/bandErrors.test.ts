import { describe, expect, it } from "vitest";
import { int, product } from "../../symbolic/expr/build.ts";
import { diagonal, matrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { physicalSymbol } from "../../symbolic/expr/symbol.ts";
import { bandsWithEnergies, lowerBands } from "../../symbolic/theory/bands.ts";
import { berryConnection } from "../../symbolic/theory/berryConnection.ts";
import { berryGeometry } from "../../symbolic/theory/berryCurvature.ts";
import { expansion } from "../../symbolic/theory/expansion.ts";
import { gapProduct, requireGap, touchingPoint } from "../../symbolic/theory/gap.ts";
import { letters } from "../kernel/declare.ts";

const { ex, letter } = letters("v positive; D nonzero; D,kx,ky,m real; g complex; A operator");
const of = (...rows: readonly string[]): Matrix => matrix(rows.map((row) => row.split(";").map((entry) => ex(entry.trim()))));
const dirac = (mass: string): Matrix => of(`${mass}; v*(kx - i*ky)`, `v*(kx + i*ky); -(${mass})`);
const message = (task: () => unknown): string => {
  try { task(); } catch (error) { return (error as Error).message; }
  throw new Error("nothing was refused");
};

describe("a matrix that is not Hermitian is refused with the entry named", () => {
  it("off the diagonal", () => {
    expect(message(() => lowerBands(of("D; v*(kx - i*ky)", "v*(kx - i*ky); -D")))).toBe(
      "the matrix is not Hermitian: the entries (1, 2) and (2, 1) are not conjugate\n  (1, 2)    v*(kx - i*ky)\n  (2, 1)    v*(kx - i*ky)\n  try       declare the parameters real, or correct the entry");
  });
  it("on the diagonal, where a letter was not declared real", () => {
    expect(message(() => lowerBands(of("D; kx", "kx; g")))).toBe(
      "the matrix is not Hermitian: the diagonal entry (2, 2) is not real\n  (2, 2)    g\n  complex   'g': nothing says that it is real\n  try       declare the parameters real, or correct the entry");
  });
  it("an operator among the entries", () => {
    expect(message(() => lowerBands(of("D; A", "A; -D")))).toBe("the entries of a Hamiltonian commute here: 'A' is declared as an operator");
  });
});

describe("energies that do not fit are refused", () => {
  const E = ex("sqrt(D^2 + v^2*(kx^2 + ky^2))");
  it("one that is no eigenvalue", () => {
    expect(message(() => bandsWithEnergies(dirac("D"), { occupied: [ex("-v*kx")], empty: [E] }))).toBe("'-v*kx' is not an eigenvalue of the matrix: det(H − E) is not zero");
  });
  it("one that is both occupied and empty", () => {
    expect(message(() => bandsWithEnergies(dirac("D"), { occupied: [E], empty: [ex("sqrt(v^2*kx^2 + D^2 + v^2*ky^2)")] }))).toContain(
      "the occupied set is not gapped: occupied energy 1 and empty energy 1 coincide for all values of the parameters\n  occupied  sqrt(");
  });
  it("a list that leaves one out", () => {
    const H = diagonal(["D", "kx", "-D"].map(ex));
    expect(message(() => bandsWithEnergies(H, { occupied: [ex("-D")], empty: [ex("D")] }))).toBe(
      "these are not all the energies of the matrix: the product of (H − E) over the given energies does not vanish\n  given     -D, D\n  try       list every distinct energy once, as occupied or as empty");
    expect(bandsWithEnergies(H, { occupied: [ex("-D"), ex("kx")], empty: [ex("D")] }).count).toBe(2);
  });
  it("a spectrum without symmetry needs them", () => {
    expect(message(() => lowerBands(of("D; kx; 0", "kx; m; ky", "0; ky; 3")))).toContain("the spectrum is not seen to be symmetric about its mean");
  });
});

describe("the gap", () => {
  it("of a Dirac point closes at k = 0, of a massive one nowhere, of one whose mass may vanish at mass and k zero", () => {
    expect(touchingPoint(lowerBands(dirac("0")))).toEqual([letter("kx"), letter("ky")]);
    expect(touchingPoint(lowerBands(dirac("D")))).toBeUndefined();
    expect(touchingPoint(lowerBands(dirac("m")))?.map(({ name }) => name).toSorted()).toEqual(["kx", "ky", "m"]);
    expect(message(() => requireGap(lowerBands(dirac("0"))))).toBe(
      "the occupied set is not gapped: an occupied and an empty energy coincide at kx = 0, ky = 0\n  try       declare a parameter that keeps the gap open nonzero, or keep away from this point");
    expect(() => requireGap(lowerBands(dirac("D")))).not.toThrow();
  });
  it("product of two bands is E₋ − E₊ = −2E", () => {
    expect(decideEqual(gapProduct(lowerBands(dirac("D"))), product(int(-2), ex("sqrt(D^2 + v^2*(kx^2 + ky^2))"))).kind).toBe("equal");
  });
});

describe("parameters, frames and expansions that make no sense are refused", () => {
  it("a parameter that the matrix does not have, though it may be written alike", () => {
    expect(message(() => berryGeometry(lowerBands(dirac("D")), [letter("kx"), physicalSymbol("ky", { assume: "real" })]))).toBe(
      "the matrix does not depend on the parameter 'ky'\n  it has    D, v, kx, ky\n  try       check that the parameter is the symbol that the matrix was written with");
    expect(message(() => berryGeometry(lowerBands(dirac("D")), [letter("kx"), letter("ky")]).trace(letter("kx"), letter("D")))).toContain("'D' is not among the parameters");
  });
  it("a frame that is not normalised, or not orthogonal", () => {
    expect(message(() => berryConnection(of("1", "kx")))).toContain("column 1 of the frame is not normalised");
    expect(message(() => berryConnection(of("1; 1", "0; 0")))).toContain("columns 1 and 2 of the frame are not orthogonal");
    expect(message(() => berryConnection(of("1; 0")))).toContain("the frame");
  });
  it("an expansion about a branch point, or to half an order", () => {
    expect(message(() => expansion(ex("sqrt(kx + ky)"), [letter("kx"), letter("ky")], 2))).toContain("there is no expansion");
    expect(message(() => expansion(ex("1 + kx"), [letter("kx")], 1.5))).toBe("the order of an expansion is a whole number from 0 on (was 1.5)");
  });
});
