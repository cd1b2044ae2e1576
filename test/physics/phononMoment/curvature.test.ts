import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chernForm, fourForm, numericCurvatureTraces, plaquetteCurvatures, plaquetteTrace, tracesOf, gapOf } from "../bruteForce/bandGeometry.ts";
import { cliffordModel, diracSemimetalModel, gradientError, grapheneModel, printedGrapheneMatrix, type DiracLetters } from "../bruteForce/bandModels.ts";
import { largest, minus } from "../bruteForce/complexMatrix.ts";
import { eigenstates } from "../bruteForce/hermitian.ts";
import { order, orders } from "../order.ts";
import { grapheneChernForm, grapheneEnergies, grapheneTraces, invariants, semimetalChernForm, semimetalCurvature, semimetalEnergies } from "./closedForms.ts";
import { diracLetters, points, randomBands, seeds, type FourNumbers } from "./randomModels.ts";

const first: DiracLetters = { v: 1.3, Δ: 0.6, ζ: 0.8, orientation: 1 };
const second: DiracLetters = { v: 0.7, Δ: -0.45, ζ: 1.2, orientation: 1 };
const reversed = (letters: DiracLetters): DiracLetters => ({ ...letters, orientation: letters.orientation === 1 ? -1 : 1 });
const samples: readonly (readonly [DiracLetters, FourNumbers])[] = [[first, [0.5, -0.3, 0.4, 0.2]], [second, [-0.7, 0.25, 0.1, -0.6]]];
const indices = [0, 1, 2, 3] as const;
const quadruples = indices.flatMap((a) => indices.flatMap((b) => indices.flatMap((c) => indices.map((d): FourNumbers => [a, b, c, d]))));
/** Rounding of eigenvectors, relative to energies and slopes of order one and denominators above 0.6. */
const ROUNDING = 1e-11;

describe("the Hamiltonian of graphene with a phonon at the zone corner", () => {
  it("is q·Γ with q = (v kx, v ky, Δ, ζuy, −ζux) in one orientation, the printed matrix in the other; the two differ", () => {
    fc.assert(fc.property(diracLetters(), points(), (letters, [kx, ky, ux, uy]) => {
      const [printed, mapped] = [{ ...letters, orientation: 1 as const }, { ...letters, orientation: -1 as const }];
      const { v, Δ, ζ } = letters;
      const viaΓ = cliffordModel().hamiltonian([v * kx, v * ky, Δ, ζ * uy, -ζ * ux]);
      expect(largest(minus(grapheneModel(mapped).hamiltonian([kx, ky, ux, uy]), viaΓ))).toBeLessThan(1e-14);
      expect(largest(minus(grapheneModel(printed).hamiltonian([kx, ky, ux, uy]), printedGrapheneMatrix(letters, [kx, ky, ux, uy])))).toBeLessThan(1e-14);
      expect(largest(minus(grapheneModel(printed).hamiltonian([kx, ky, ux, uy]), viaΓ))).toBeCloseTo(2 * Math.abs(ζ * ux), 12);
    }), { numRuns: 20 });
  });

  it("has the energies ±M twice, the Dirac semimetal ±E₊ and ±E₋", () => {
    fc.assert(fc.property(diracLetters(), points(), (letters, point) => {
      const deviation = (found: readonly number[], expected: readonly number[]): number => Math.max(...found.map((E, n) => Math.abs(E - expected[n]!)));
      const [graphene, semimetal] = [grapheneModel, diracSemimetalModel].map((model) => eigenstates(model(letters).hamiltonian(point)).energies);
      expect(deviation(graphene!, grapheneEnergies(letters, point))).toBeLessThan(1e-13);
      expect(deviation(semimetal!, semimetalEnergies(letters, point))).toBeLessThan(1e-13);
      const { D, S } = invariants(letters, point);
      expect(semimetal![2]! * semimetal![3]!).toBeCloseTo(D, 11);
      expect(semimetal![2]! + semimetal![3]!).toBeCloseTo(S, 12);
    }), { numRuns: 40 });
  });
});

describe("the curvature of the filled bands from their projector", () => {
  it("is that of overlaps around small squares, at the common corner of four of them, with an error of second order in the side: both models, both orientations", () => {
    for (const [letters, point] of samples) {
      for (const oriented of [letters, reversed(letters)]) {
        for (const [build, closed] of [[grapheneModel, grapheneChernForm], [diracSemimetalModel, semimetalChernForm]] as const) {
          const error = (side: number): number => fourForm(tracesOf(plaquetteCurvatures(build(oriented), point, side))) / closed(oriented, point) - 1;
          for (const p of orders(2, 0.04, error)) expect(p).toBeCloseTo(2, 1);
          expect(Math.abs(error(0.01))).toBeLessThan(1e-3);
        }
      }
    }
  });

  it("has the trace of the determinants of overlaps around a square for random bands, with an error of second order in the side, and the opposite sign in the opposite order", () => {
    fc.assert(fc.property(seeds(), points(), fc.constantFrom(1, 2, 3), (seed, point, occupied) => {
      const model = randomBands(seed, occupied);
      fc.pre(gapOf(model, point) > 0.6);
      const { single } = numericCurvatureTraces(model, point);
      const pairs = [[0, 1], [0, 2], [1, 2], [2, 3]] as const;
      const error = (side: number): number => Math.hypot(...pairs.map(([a, b]) => plaquetteTrace(model, point, [a, b], side) - single(a, b)));
      expect(order(0.02, error)).toBeCloseTo(2, 0);
      expect(error(0.01)).toBeLessThan(0.02 * (1 + Math.hypot(...pairs.map(([a, b]) => single(a, b)))));
      for (const [a, b] of pairs) expect(plaquetteTrace(model, point, [b, a], 0.01)).toBeCloseTo(-plaquetteTrace(model, point, [a, b], 0.01), 9);
    }), { numRuns: 12 });
  });

  it("uses slopes of the Hamiltonian that are its central differences, with an error of second order", () => {
    const model = randomBands(3, 2);
    for (const p of orders(2, 0.1, (h) => gradientError(model, [0.3, -0.4, 0.2, 0.5], h))) expect(p).toBeCloseTo(2, 1);
    for (const [letters, point] of samples) expect(gradientError(grapheneModel(letters), point, 0.1)).toBeLessThan(1e-13);
  });
});

describe("the closed forms of the curvature", () => {
  it("of graphene: Tr Ω_ab = 0 and all 256 traces Tr Ω_abΩ_cd, three equal thirds of C at every point", () => {
    fc.assert(fc.property(diracLetters(), points(), (letters, point) => {
      const { single, pair } = numericCurvatureTraces(grapheneModel(letters), point);
      const closed = grapheneTraces(letters, point);
      const scale = 1 + (letters.v ** 4 + letters.ζ ** 4) / letters.Δ ** 4;
      for (const [a, b, c, d] of quadruples) {
        expect(Math.abs(single(a, b))).toBeLessThan(ROUNDING * scale);
        expect(Math.abs(pair(a, b, c, d) - closed(a, b, c, d))).toBeLessThan(ROUNDING * scale);
      }
      const C = grapheneChernForm(letters, point);
      expect(fourForm({ single, pair }) / C).toBeCloseTo(1, 9);
      for (const third of [pair(0, 1, 2, 3), pair(1, 2, 0, 3), -pair(0, 2, 1, 3)]) expect(third / C).toBeCloseTo(1 / 3, 9);
    }), { numRuns: 40 });
  });

  it("of the Dirac semimetal: Tr Ω_ab = 0, Tr Ω_abΩ_cd = 2 f_ab f_cd for all 256 traces, C = ±v²ζ²Δ³/(D³S); not three equal thirds", () => {
    fc.assert(fc.property(diracLetters(), points(), (letters, point) => {
      const { single, pair } = numericCurvatureTraces(diracSemimetalModel(letters), point);
      const f = semimetalCurvature(letters, point);
      const scale = 1 + (letters.v ** 4 + letters.ζ ** 4) / letters.Δ ** 4;
      for (const [a, b, c, d] of quadruples) {
        expect(Math.abs(single(a, b))).toBeLessThan(ROUNDING * scale);
        expect(Math.abs(pair(a, b, c, d) - 2 * f(a, b) * f(c, d))).toBeLessThan(ROUNDING * scale);
      }
      expect(Math.abs(fourForm({ single, pair }) - semimetalChernForm(letters, point))).toBeLessThan(ROUNDING * scale);
    }), { numRuns: 40 });
    const [letters, point] = samples[0]!;
    const { pair } = numericCurvatureTraces(diracSemimetalModel(letters), point);
    expect(Math.abs(pair(0, 1, 2, 3) / semimetalChernForm(letters, point) - 1 / 3)).toBeGreaterThan(0.5);
  });

  it("take these values in the printed orientation and the opposite ones in the other", () => {
    const values = [[0.836343448299034, 0.154029661360202], [-0.469180995037814, -0.122737904299707]] as const;
    samples.forEach(([letters, point], k) => {
      expect(chernForm(grapheneModel(letters), point)).toBeCloseTo(values[k]![0], 12);
      expect(chernForm(diracSemimetalModel(letters), point)).toBeCloseTo(values[k]![1], 12);
      expect(chernForm(grapheneModel(reversed(letters)), point)).toBeCloseTo(-values[k]![0], 12);
      expect(chernForm(diracSemimetalModel(reversed(letters)), point)).toBeCloseTo(-values[k]![1], 12);
    });
  });

  it("at u = 0: the Born effective charges of graphene vanish within a valley but not between the valleys, those of the semimetal vanish altogether", () => {
    const point = [0.5, -0.3, 0, 0] as const;
    const [graphene, semimetal] = [grapheneModel(first), diracSemimetalModel(first)].map((model) => numericCurvatureTraces(model, point));
    expect(graphene!.pair(0, 1, 2, 3)).toBeCloseTo(0.38425850751736, 11);
    expect(-graphene!.pair(0, 2, 1, 3)).toBeCloseTo(0.38425850751736, 11);
    for (const [a, b] of [[0, 2], [0, 3], [1, 2], [1, 3]] as const) expect(Math.abs(semimetal!.pair(a, b, a, b))).toBeLessThan(1e-20);
    expect(semimetal!.pair(0, 1, 2, 3)).toBeCloseTo(0.14801312080703, 11);
    expect(fourForm(semimetal!)).toBeCloseTo(0.14801312080703, 11);
  });
});
