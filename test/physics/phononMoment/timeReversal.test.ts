import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fourForm, gapOf, numericCurvatureTraces } from "../bruteForce/bandGeometry.ts";
import { diracSemimetalModel, grapheneModel, hoppingModel, randomHoppings, randomQuaternionMatrix, randomRealMatrix, type BandModel } from "../bruteForce/bandModels.ts";
import { conjugate, largest, matrixOf, minus, outOfFrame } from "../bruteForce/complexMatrix.ts";
import { sumOverStates } from "../bruteForce/fieldResponse.ts";
import type { Matrix } from "../bruteForce/hermitian.ts";
import { diracLetters, drawFrom, points, randomBands, seeds, type FourNumbers } from "./randomModels.ts";

const real = (seed: number, occupied: number): BandModel => {
  const draw = drawFrom(seed);
  return hoppingModel(randomHoppings(4, 2, draw, () => randomRealMatrix(4, draw)), occupied);
};
const quaternion = (seed: number): BandModel => {
  const draw = drawFrom(seed);
  return hoppingModel(randomHoppings(4, 2, draw, () => randomQuaternionMatrix(4, draw)), 2);
};
const reversed = ([kx, ky, ux, uy]: FourNumbers): FourNumbers => [-kx, -ky, ux, uy];

/** How far the curvatures at (−k, u) are from parity −1 for Ω_kk and Ω_uu and +1 for Ω_ku and the four-form, and the sizes of the four. */
const parities = (model: BandModel, point: FourNumbers): { readonly defect: number; readonly sizes: readonly number[] } => {
  const [here, there] = [point, reversed(point)].map((at) => {
    const traces = numericCurvatureTraces(model, at);
    return [traces.single(0, 1), traces.single(2, 3), traces.single(0, 2), traces.single(1, 3), fourForm(traces), traces.pair(0, 1, 2, 3)];
  });
  const scale = 1 + Math.max(...here!.map(Math.abs));
  return { defect: Math.max(...here!.map((x, n) => Math.abs(x + (n < 2 ? 1 : -1) * there![n]!))) / scale, sizes: here!.map(Math.abs) };
};

describe("time reversal with atoms at rest", () => {
  it("makes Ω_kk and Ω_uu odd in k, Ω_ku and the second Chern form even: real hoppings, T² = 1, one, two or three filled bands", () => {
    const largestSizes = [0, 0, 0, 0, 0, 0];
    fc.assert(fc.property(seeds(), points(), fc.constantFrom(1, 2, 3), (seed, point, occupied) => {
      const model = real(seed, occupied);
      fc.pre(gapOf(model, point) > 0.3);
      const { defect, sizes } = parities(model, point);
      expect(defect).toBeLessThan(1e-10);
      sizes.forEach((size, n) => { largestSizes[n] = Math.max(largestSizes[n]!, size); });
    }), { numRuns: 30 });
    for (const size of largestSizes) expect(size).toBeGreaterThan(0.01);
  });

  it("does so for quaternion hoppings, T² = −1, and a filled Kramers pair", () => {
    fc.assert(fc.property(seeds(), points(), (seed, point) => {
      const model = quaternion(seed);
      fc.pre(gapOf(model, point) > 0.3);
      expect(parities(model, point).defect).toBeLessThan(1e-10);
    }), { numRuns: 30 });
  });

  it("makes F even in k, and complex hoppings break every one of these parities", () => {
    let most = 0;
    fc.assert(fc.property(seeds(), points(), (seed, point) => {
      const symmetric = real(seed, 2);
      fc.pre(gapOf(symmetric, point) > 0.5);
      const [here, there] = [point, reversed(point)].map((at) => sumOverStates(symmetric, at, "covariant"));
      const size = 1 + Math.hypot(...here!);
      for (const j of [0, 1] as const) expect(Math.abs(here![j] - there![j]) / size).toBeLessThan(1e-8);
      const broken = randomBands(seed, 2);
      fc.pre(gapOf(broken, point) > 0.3 && gapOf(broken, reversed(point)) > 0.3);
      most = Math.max(most, parities(broken, point).defect);
    }), { numRuns: 20 });
    expect(most).toBeGreaterThan(0.05);
  });

  it("squares to 1 in graphene and to −1 in the Dirac semimetal; exchanged, it is no symmetry", () => {
    const antidiagonal = (signs: readonly number[]): Matrix => matrixOf(signs.map((s, row) => signs.map((_, column) => column === 3 - row ? s : 0)));
    const [plus, minusOne] = [antidiagonal([1, 1, 1, 1]), antidiagonal([1, 1, -1, -1])];
    fc.assert(fc.property(diracLetters(), points(), (letters, point) => {
      fc.pre(Math.hypot(point[2], point[3]) > 0.1);
      const defect = (model: BandModel, T: Matrix): number => largest(minus(outOfFrame(conjugate(model.hamiltonian(reversed(point))), T), model.hamiltonian(point)));
      expect(defect(grapheneModel(letters), plus)).toBeLessThan(1e-14);
      expect(defect(diracSemimetalModel(letters), minusOne)).toBeLessThan(1e-14);
      expect(defect(grapheneModel(letters), minusOne)).toBeCloseTo(2 * letters.ζ * Math.hypot(point[2], point[3]), 10);
      expect(defect(diracSemimetalModel(letters), plus)).toBeCloseTo(2 * letters.ζ * Math.hypot(point[2], point[3]), 10);
    }), { numRuns: 20 });
  });
});
