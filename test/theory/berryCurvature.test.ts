import { describe, expect, it } from "vitest";
import { I, int, power, product, sum, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { addMatrices, adjoint, commutator, entryEquations, mapMatrix, multiplyMatrices, scaleMatrix, trace, type Matrix } from "../../symbolic/expr/matrix.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { tryEnclose } from "../../symbolic/kernel/enclosure.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { field, isTheorem } from "../../symbolic/kernel/theorem.ts";
import { middleOf } from "../../symbolic/number/ball.ts";
import { gaussian, parseRational } from "../../symbolic/number/rational.ts";
import { bandsWithEnergies, lowerBands, spectralProjector, upperBands } from "../../symbolic/theory/bands.ts";
import { berryGeometry } from "../../symbolic/theory/berryCurvature.ts";
import { clifford, cliffordChernForm, cliffordProduct, DD, ex, letter, M, parameters, split, splitChernForm, splitProduct, type Orientation } from "./phononModels.ts";

const isSame = (a: Expr, b: Expr): boolean => decideEqual(a, b).kind === "equal";
const isEqual = (a: Matrix, b: Matrix): boolean => entryEquations(a, b).every(({ left, right }) => isSame(left, right));
/** (E₊E₋)² = (X − Y)² + 2Δ²(X + Y) + Δ⁴ is positive, which its expanded form does not show. */
const gapSquared = power(DD, int(2));
const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const;
const names = (places: readonly [number, number]) => [parameters[places[0]]!, parameters[places[1]]!] as const;
const [kx, ky, ux, uy] = [parameters[0]!, parameters[1]!, parameters[2]!, parameters[3]!];
/** A real value at v = 1.3, Δ = 0.6, ζ = 0.8, (k, u) = (0.5, −0.3, 0.4, 0.2). */
const point = { seed: 1, values: new Map(Object.entries({ v: "1.3", D: "0.6", Z: "0.8", kx: "0.5", ky: "-0.3", ux: "0.4", uy: "0.2" }).map(([name, value]) => [letter(name), gaussian(parseRational(value)!)])) };
const valueAt = (e: Expr): number => {
  const ball = tryEnclose(e, point, 256)!;
  expect(Math.abs(middleOf(ball.im))).toBeLessThan(1e-20);
  return middleOf(ball.re);
};

describe("the massive Dirac model Δσz + v(kxσx + kyσy)", () => {
  const H = mapMatrix(clifford(1), (e) => e).entries.slice(0, 2).map((row) => row.slice(0, 2));
  const dirac: Matrix = { rows: 2, columns: 2, entries: H };
  it("has Ω = +v²Δ/(2E³) in the lower band and the opposite in the upper one", () => {
    const expected = ex("v^2*D/(2*(D^2 + v^2*(kx^2 + ky^2))^(3/2))");
    const { definition, closedForm } = berryGeometry(lowerBands(dirac), [kx, ky]).trace(kx, ky);
    expect(isTheorem(field(closedForm, expected)) && isTheorem(field(definition, expected))).toBe(true);
    expect(isSame(berryGeometry(upperBands(dirac), [kx, ky]).trace(kx, ky).closedForm, product(int(-1), expected))).toBe(true);
  });

  it("has the same curvature when its energies are given, and when a k-dependent energy is added to both bands", () => {
    const E = ex("sqrt(D^2 + v^2*(kx^2 + ky^2))");
    const given = berryGeometry(bandsWithEnergies(dirac, { occupied: [product(int(-1), E)], empty: [E] }), [kx, ky]).trace(kx, ky).closedForm;
    const shifted = mapMatrix(dirac, (entry, i, j) => (i === j ? sum(entry, ex("kx^2 - 3*ky")) : entry));
    expect(isSame(given, berryGeometry(lowerBands(shifted), [kx, ky]).trace(kx, ky).closedForm)).toBe(true);
  });
});

describe.each([1, -1] as const)("the two phonon models in the orientation %i", (s: Orientation) => {
  const models = [
    { name: "Clifford", H: clifford(s), productOf: cliffordProduct, chern: cliffordChernForm(s) },
    { name: "split", H: split(s), productOf: splitProduct, chern: splitChernForm(s) },
  ];
  it.each(models)("$name: P² = P = P†, HP = PH, Tr P = 2, and Tr HP < 0 at a point", ({ H }) => {
    const P = spectralProjector(lowerBands(H));
    expect(isEqual(multiplyMatrices(P, P), P) && isEqual(multiplyMatrices(H, P), multiplyMatrices(P, H)) && isSame(trace(P), int(2))).toBe(true);
    expect(valueAt(trace(multiplyMatrices(H, P)))).toBeLessThan(0);
    for (const { left, right } of entryEquations(adjoint(P), P)) expect(decideEqual(left, right, { positive: [gapSquared] }).kind).toBe("equal");
  });

  it.each(models)("$name: all six Tr Ω_ab vanish, all Tr(Ω_ab Ω_cd) and the second Chern form have the closed forms found by hand", ({ H, productOf, chern }) => {
    const geometry = berryGeometry(lowerBands(H), parameters);
    for (const ab of pairs) {
      expect(geometry.trace(...names(ab)).closedForm).toBe(ZERO);
      for (const cd of pairs) expect(isTheorem(field(geometry.productTrace(names(ab), names(cd)).closedForm, productOf(s, ab, cd)))).toBe(true);
    }
    expect(isTheorem(field(geometry.chernForm(kx, ky, ux, uy).closedForm, chern))).toBe(true);
  });

  it("Clifford: the definition of every Tr Ω_ab is shown to be zero at once", () => {
    const geometry = berryGeometry(lowerBands(clifford(s)), parameters);
    for (const ab of pairs) expect(isTheorem(field(geometry.trace(...names(ab)).definition, ZERO))).toBe(true);
  });
});

describe("numbers at a point, from diagonalisation by machine", () => {
  it("agree for both models", () => {
    const [seven, eight] = [clifford(1), split(1)].map((H) => berryGeometry(lowerBands(H), parameters));
    const product7 = (ab: readonly [number, number], cd: readonly [number, number]): number => valueAt(seven!.productTrace(names(ab), names(cd)).closedForm);
    const product8 = (ab: readonly [number, number], cd: readonly [number, number]): number => valueAt(eight!.productTrace(names(ab), names(cd)).closedForm);
    expect(valueAt(seven!.chernForm(kx, ky, ux, uy).closedForm)).toBeCloseTo(0.836343448299034, 13);
    expect(valueAt(eight!.chernForm(kx, ky, ux, uy).closedForm)).toBeCloseTo(0.154029661360202, 13);
    expect(product7([0, 1], [0, 1])).toBeCloseTo(0.58083636766831, 13);
    expect(product7([0, 2], [1, 3])).toBeCloseTo(-0.27878114943301, 13);
    expect(product7([0, 3], [2, 3])).toBeCloseTo(-0.057694872489315, 13);
    expect(product8([0, 1], [2, 3])).toBeCloseTo(0.20830383590835, 13);
    expect(product8([0, 2], [0, 3])).toBeCloseTo(-0.017147696015923, 13);
    expect(product8([1, 2], [2, 3])).toBeCloseTo(0.039744951126985, 13);
  });
});

describe("the curvature as an operator", () => {
  it("is i P[∂aP, ∂bP]P entry by entry, Hermitian, and lives on the occupied bands", () => {
    const { projector: P, curvature } = berryGeometry(lowerBands(clifford(1)), parameters);
    const { closedForm } = curvature(kx, uy);
    const slope = (s: typeof kx): Matrix => mapMatrix(P, (entry) => derivative(entry, s));
    expect(isEqual(closedForm, scaleMatrix(I, multiplyMatrices(P, multiplyMatrices(commutator(slope(kx), slope(uy)), P))))).toBe(true);
    expect(isEqual(adjoint(closedForm), closedForm) && isEqual(multiplyMatrices(P, closedForm), closedForm)).toBe(true);
  });

  it("is antisymmetric, and adds up over the occupied and the empty bands to i[∂aP, ∂bP], whose trace is zero", () => {
    const lower = berryGeometry(lowerBands(clifford(1)), parameters);
    const upper = berryGeometry(upperBands(clifford(1)), parameters);
    const minus = (a: Matrix): Matrix => scaleMatrix(int(-1), a);
    expect(isEqual(lower.curvature(ux, ky).closedForm, minus(lower.curvature(ky, ux).closedForm))).toBe(true);
    const both = addMatrices(lower.curvature(ky, ux).closedForm, upper.curvature(ky, ux).closedForm);
    const slope = (s: typeof kx): Matrix => mapMatrix(lower.projector, (entry) => derivative(entry, s));
    expect(isEqual(both, scaleMatrix(I, commutator(slope(ky), slope(ux))))).toBe(true);
    expect(isSame(trace(both), ZERO)).toBe(true);
    expect(isSame(power(M, int(2)), sum(power(M, int(2)), trace(both)))).toBe(true);
  });
});
