import { describe, expect, it } from "vitest";
import { int, power, product, sum, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { column, matrix, scaleMatrix } from "../../symbolic/expr/matrix.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { field, isTheorem, positivity } from "../../symbolic/kernel/theorem.ts";
import { lowerBands } from "../../symbolic/theory/bands.ts";
import { berryGeometry } from "../../symbolic/theory/berryCurvature.ts";
import { orbitalResponse } from "../../symbolic/theory/orbitalResponse.ts";
import { orbitalPotential, type Eigenstate, type Spectrum } from "../../symbolic/theory/orbitalSums.ts";
import { clifford, DD, ex, letter, parameters, S, split, Y, type Orientation } from "./phononModels.ts";

const [kx, ky, ux, uy] = [parameters[0]!, parameters[1]!, parameters[2]!, parameters[3]!];
const isSame = (a: Expr, b: Expr): boolean => decideEqual(a, b).kind === "equal";
const response = (H: ReturnType<typeof split>) => orbitalResponse(lowerBands(H), [kx, ky], [ux, uy]);

describe.each([1, -1] as const)("the non-topological term in the orientation %i", (s: Orientation) => {
  it("vanishes identically for five anticommuting matrices", () => {
    const { potential, density } = response(clifford(s));
    expect([...potential, density]).toEqual([ZERO, ZERO, ZERO]);
  });

  it("of the split model derives from F = g (uy, −ux) with g = 2v²ζ²Δ³S/(D³(S² − 4Y))", () => {
    const { potential: [first, second], density } = response(split(s));
    const g = product(int(s), ex("2*v^2*Z^2*D^3"), S, power(DD, int(-3)), power(sum(power(S, int(2)), product(int(-4), Y)), int(-1)));
    expect(isTheorem(field(first, product(g, ex("uy"))))).toBe(true);
    expect(isTheorem(field(second, product(int(-1), g, ex("ux"))))).toBe(true);
    expect(decideEqual(density, ZERO).kind).toBe("different");
  });

  it("of the split model is four times the second Chern form at u = 0", () => {
    const still = new Map([[ux, ZERO], [uy, ZERO]]);
    const { density } = response(split(s));
    const C = berryGeometry(lowerBands(split(s)), parameters).chernForm(kx, ky, ux, uy).closedForm;
    expect(isTheorem(field(substitute(density, still), product(int(4), substitute(C, still))))).toBe(true);
    expect(isSame(substitute(density, still), product(int(s), ex("2*v^2*Z^2*D^3/(D^2 + v^2*(kx^2 + ky^2))^(7/2)")))).toBe(true);
  });
});

it("the gap of the split model closes nowhere: (E₊E₋)² is a sum of squares with Δ⁴", () => {
  const squares = ex("(v^2*(kx^2 + ky^2) - Z^2*(ux^2 + uy^2))^2 + 2*D^2*(v^2*(kx^2 + ky^2) + Z^2*(ux^2 + uy^2)) + D^4");
  expect(isSame(squares, power(DD, int(2)))).toBe(true);
  expect(isTheorem(positivity(squares))).toBe(true);
  expect(letter("D").assume).toContain("nonzero");
});

describe("over explicit eigenstates", () => {
  /** k = (k, 0) and u = (u, 0): E± = √((k ± u)² + Δ²), states from the singular vectors (1, ±i)/√2 of the block between both signs of Δ. */
  const statesAt = (k: string, u: string, D: string, energies: readonly [Expr, Expr]): Spectrum => {
    const at = (text: string): Expr => ex(text.replaceAll("k", `(${k})`).replaceAll("u", `(${u})`).replaceAll("D", `(${D})`));
    const half = ["i", "-i"].map((phase, τ) => {
      const E = energies[τ]!;
      const [below, above] = [at(`k + ${phase}*(-i*u)`), at(`-i*u + ${phase}*(-k)`)];
      const state = (sign: 1 | -1): Eigenstate => {
        const rest = sum(E, product(int(-sign), at("D")));
        const norm = product(power(E, ex("-1/2")), power(rest, ex("-1/2")), ex("1/2"));
        const rows = [product(int(sign), below), rest, product(rest, ex(phase)), product(int(sign), above)];
        return { energy: product(int(sign), E), state: column(rows.map((row) => product(norm, row))) };
      };
      return { low: state(-1), high: state(1) };
    });
    return { occupied: half.map(({ low }) => low), empty: half.map(({ high }) => high) };
  };
  const values = (numbers: Readonly<Record<string, string>>) => new Map(Object.entries(numbers).map(([name, value]) => [letter(name), ex(value)]));
  const at = values({ v: "1", Z: "1", D: "12", kx: "7", ky: "0", ux: "2", uy: "0" });
  const sumOverStates = { hamiltonian: split(1), spectrum: statesAt("7", "2", "12", [int(15), int(13)]), momenta: [kx, ky] as const, displacement: uy, at };

  it("the covariant sum is the response of the projector, and the literal reading of the printed second term is not", () => {
    const fromProjector = substitute(response(split(1)).potential[1], at);
    expect(isTheorem(field(orbitalPotential(sumOverStates, "covariant"), fromProjector))).toBe(true);
    for (const reading of ["literal", "diagonal"] as const) expect(decideEqual(orbitalPotential(sumOverStates, reading), fromProjector).kind).toBe("different");
  });

  it("the covariant sum keeps its value when degenerate or other occupied states are not mixed but multiplied by phases; a state that is none is refused", () => {
    const { occupied: [first, second], empty } = sumOverStates.spectrum;
    const turned = { occupied: [{ ...first!, state: scaleMatrix(ex("(3 + 4*i)/5"), first!.state) }, second!], empty };
    expect(isSame(orbitalPotential({ ...sumOverStates, spectrum: turned }, "covariant"), orbitalPotential(sumOverStates, "covariant"))).toBe(true);
    const wrong = { occupied: [{ ...first!, energy: int(-14) }, second!], empty };
    expect(() => orbitalPotential({ ...sumOverStates, spectrum: wrong }, "covariant")).toThrow("state 1 (occupied states first) is not an eigenstate of the matrix with its energy");
  });

  it("for one occupied band, tilted so that F does not vanish, the three readings agree with one another and with the projector", () => {
    const H = matrix([["2 + 2*kx*ux + kx^2 + 3*ky", "kx*ux - i*ky - 2*i*uy"], ["kx*ux + i*ky + 2*i*uy", "-2 - 2*kx*ux + kx^2 + 3*ky"]].map((row) => row.map(ex)));
    const here = values({ kx: "2", ky: "1", ux: "1", uy: "1" });                     // h = (2, 3, 6), of length 7, on the energy 7 of both bands
    const E = int(7);
    const eigenstate = (sign: 1 | -1): Eigenstate => {
      const rest = sum(E, ex(sign === 1 ? "-6" : "6"));
      const norm = product(power(product(int(2), E), ex("-1/2")), power(rest, ex("-1/2")));
      return { energy: sum(product(int(sign), E), int(7)), state: column([product(norm, ex(sign === 1 ? "2 - 3*i" : "-2 + 3*i")), product(norm, rest)]) };
    };
    const one = { hamiltonian: H, spectrum: { occupied: [eigenstate(-1)], empty: [eigenstate(1)] }, momenta: [kx, ky] as const, displacement: uy, at: here };
    const expected = substitute(orbitalResponse(lowerBands(H), [kx, ky], [ux, uy]).potential[1], here);
    expect(decideEqual(expected, ZERO).kind).toBe("different");
    for (const reading of ["covariant", "literal", "diagonal"] as const) expect(decideEqual(orbitalPotential(one, reading), expected)).toMatchObject({ kind: "equal" });
  });
});
