import { describe, expect, it } from "vitest";
import { int, power, product, sum } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { adjoint, entryEquations, matrix, multiplyMatrices, scaleMatrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { decideEqual, type Circumstances } from "../../symbolic/kernel/field.ts";
import { isTheorem } from "../../symbolic/kernel/theorem.ts";
import { lowerBands } from "../../symbolic/theory/bands.ts";
import { berryConnection, frameProjector } from "../../symbolic/theory/berryConnection.ts";
import { berryGeometry } from "../../symbolic/theory/berryCurvature.ts";
import { expansion } from "../../symbolic/theory/expansion.ts";
import { orbitalResponse } from "../../symbolic/theory/orbitalResponse.ts";
import { clifford, ex, M, parameters, split } from "./phononModels.ts";

const [kx, ky, ux, uy] = [parameters[0]!, parameters[1]!, parameters[2]!, parameters[3]!];
const isSame = (a: Expr, b: Expr, circumstances: Circumstances = {}): boolean => decideEqual(a, b, circumstances).kind === "equal";

describe("both routes to the non-Abelian curvature of the Clifford model", () => {
  const above = sum(M, ex("D"));
  const circumstances = { positive: [above] };
  const norm = product(power(product(int(2), M), ex("-1/2")), power(above, ex("-1/2")));
  const rows = [["-v*(kx - i*ky)", "-Z*(uy - i*ux)"], [above, "0"], ["0", above], ["-Z*(uy + i*ux)", "v*(kx + i*ky)"]];
  /** Two lower states, in the gauge in which the components with energy −Δ are M + Δ > 0. */
  const frame: Matrix = scaleMatrix(norm, matrix(rows.map((row) => row.map((entry) => (typeof entry === "string" ? ex(entry) : entry)))));
  const bands = lowerBands(clifford(1));

  it("start from the same projector: W W† = P", () => {
    const { projector } = berryGeometry(bands, parameters);
    for (const { left, right } of entryEquations(frameProjector(frame), projector)) expect(isSame(left, right, circumstances)).toBe(true);
  });

  it("agree: W†(i P[∂aP, ∂bP]P)W = ∂aA_b − ∂bA_a − i[A_a, A_b], where the commutator is needed", () => {
    const connection = berryConnection(frame, circumstances);
    const geometry = berryGeometry(bands, parameters);
    for (const [a, b] of [[kx, ky], [kx, ux], [ky, uy], [ux, uy]] as const) {
      const inFrame = multiplyMatrices(adjoint(frame), multiplyMatrices(geometry.curvature(a, b).closedForm, frame));
      for (const { left, right } of entryEquations(connection.curvature(a, b), inFrame)) expect(isSame(left, right, circumstances)).toBe(true);
    }
    expect(connection.commutator(kx, ux).entries.flat().some((entry) => decideEqual(entry, int(0), circumstances).kind === "different")).toBe(true);
  });
});

describe("expansions in the displacement", () => {
  const E2 = "(D^2 + v^2*(kx^2 + ky^2))";
  const Y = "Z^2*(ux^2 + uy^2)";
  it("of the second Chern form of the Clifford model: ζ²v²Δ[3/(2E⁵) − (15/4)Y/E⁷ + (105/16)Y²/E⁹]", () => {
    const { polynomial, theorem, terms } = expansion(berryGeometry(lowerBands(clifford(1)), parameters).chernForm(kx, ky, ux, uy).closedForm, [ux, uy], 4);
    expect(isSame(polynomial, ex(`Z^2*v^2*D*(3/(2*${E2}^(5/2)) - 15/4*${Y}/${E2}^(7/2) + 105/16*(${Y})^2/${E2}^(9/2))`))).toBe(true);
    expect(isTheorem(theorem) && theorem.conclusion.kind === "asymptotic").toBe(true);
    expect(terms.map(({ order }) => order)).toEqual([0, 2, 4]);
  });

  it("of the split model: v²ζ²Δ³[1/(2E⁷) − Y(13Δ² − 6E²)/(4E¹¹) + Y²(271Δ⁴ − 256Δ²E² + 48E⁴)/(16E¹⁵)], and of its non-topological density", () => {
    const bands = lowerBands(split(1));
    const { polynomial } = expansion(berryGeometry(bands, parameters).chernForm(kx, ky, ux, uy).closedForm, [ux, uy], 4);
    expect(isSame(polynomial, ex(`v^2*Z^2*D^3*(1/(2*${E2}^(7/2)) - ${Y}*(13*D^2 - 6*${E2})/(4*${E2}^(11/2)) + (${Y})^2*(271*D^4 - 256*D^2*${E2} + 48*${E2}^2)/(16*${E2}^(15/2)))`))).toBe(true);
    const density = expansion(orbitalResponse(bands, [kx, ky], [ux, uy]).density, [ux, uy], 4).polynomial;
    expect(isSame(density, ex(`v^2*Z^2*D^3*(2/${E2}^(7/2) - 2*${Y}*(13*D^2 - 8*${E2})/${E2}^(11/2) + 3/4*(${Y})^2*(271*D^4 - 316*D^2*${E2} + 80*${E2}^2)/${E2}^(15/2))`))).toBe(true);
  });
});
