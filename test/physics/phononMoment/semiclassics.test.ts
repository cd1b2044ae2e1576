import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chernForm, gapOf, loopPhase, numericCurvatureTraces, type FourIndices } from "../bruteForce/bandGeometry.ts";
import { hoppingModel, planeWaveModel, type BandModel, type Crystal } from "../bruteForce/bandModels.ts";
import { complexSum, kronecker, pauli } from "../bruteForce/complexMatrix.ts";
import { slopeOf } from "../bruteForce/fieldResponse.ts";
import { eigenstates, type Matrix } from "../bruteForce/hermitian.ts";
import { zoneMean } from "../bruteForce/quadrature.ts";
import { flowToSecondOrder, stateFlow, type Curvature } from "../bruteForce/semiclassicalCurrent.ts";
import { order } from "../order.ts";
import { drawFrom, points, randomBands, randomCrystal, seeds } from "./randomModels.ts";

const square = [[2 * Math.PI, 0], [0, 2 * Math.PI]] as const;
const add = (terms: readonly (readonly [number, number])[]): number => terms.reduce((sum, [weight, x]) => sum + weight * x, 0);

describe("the current of a filled band, from the equations of motion solved exactly", () => {
  const curvatures = (seed: number, d: number, size: number): Curvature => {
    const draw = drawFrom(seed);
    const upper = Array.from({ length: (2 * d + 1) ** 2 }, () => size * draw());
    const at = (a: number, b: number): number => upper[a * (2 * d + 1) + b]!;
    return Array.from({ length: 2 * d + 1 }, (_, a) => Array.from({ length: 2 * d + 1 }, (_, b) => a === b ? 0 : a < b ? at(a, b) : -at(b, a)));
  };
  const deviation = (Ω: Curvature, indices: "one" | "two"): number => Math.hypot(...flowToSecondOrder(Ω, indices).map((x, a) => x - stateFlow(Ω)[a]!));

  it("in two dimensions is e(Ω_kₐt + Σ_b Ω_{kₐ k_b r_b t}) with no further order; with independent indices on k and r it is not", () => {
    let most = 0;
    fc.assert(fc.property(seeds(), (seed) => {
      const Ω = curvatures(seed, 2, 0.3);
      expect(deviation(Ω, "one")).toBeLessThan(1e-14);
      most = Math.max(most, deviation(Ω, "two"));
    }), { numRuns: 60 });
    expect(most).toBeGreaterThan(0.05);
  });

  it("in three dimensions is that with an error of third order in the curvatures; with independent indices the error is of second order", () => {
    fc.assert(fc.property(seeds(), (seed) => {
      expect(order(2e-3, (size) => deviation(curvatures(seed, 3, size), "one"))).toBeCloseTo(3, 1);
      expect(order(2e-3, (size) => deviation(curvatures(seed, 3, size), "two"))).toBeCloseTo(2, 1);
    }), { numRuns: 20 });
  });
});

describe("the second Chern form over (kx, ky, r, ux, uy)", () => {
  const derivative = (model: BandModel, point: readonly number[], along: number, indices: FourIndices, step: number): number => slopeOf((at) => chernForm(model, at, indices), add, point, along, step);

  it("is closed: its five derivatives with alternating signs cancel, four of them do not", () => {
    fc.assert(fc.property(seeds(), points(), fc.constantFrom(1, 2), (seed, [a, b, c, d], occupied) => {
      const [model, point] = [randomBands(seed, occupied, 4, 3), [a, b, c, d, 0.3]];
      fc.pre(gapOf(model, point) > 1);
      const parts = (step: number): readonly number[] => [
        derivative(model, point, 0, [1, 2, 3, 4], step), -derivative(model, point, 1, [0, 2, 3, 4], step), derivative(model, point, 2, [0, 1, 3, 4], step),
        -derivative(model, point, 3, [0, 1, 2, 4], step), derivative(model, point, 4, [0, 1, 2, 3], step),
      ];
      const fine = parts(4e-3);
      const scale = Math.max(...fine.map(Math.abs));
      expect(Math.abs(fine.reduce((s, x) => s + x, 0)) / (1 + scale)).toBeLessThan(1e-6);
      expect(Math.abs(fine.reduce((s, x) => s + x, 0) - 2 * fine[2]!)).toBeGreaterThan(1e-4 * Math.abs(fine[2]!));
    }), { numRuns: 8 });
  });

  it("makes the current of a circular motion the curl of M_z = (e/2)(u × u̇)∫C: ∂_r∫C = ∂_ux∫Ω_{kkr uy} − ∂_uy∫Ω_{kkr ux}, only over a whole zone", () => {
    const crystal = randomCrystal(11, 4, 3);
    const [splitting, scaled] = [kronecker(pauli[3], pauli[0]), (m: Matrix): Matrix => complexSum([[0.25, 0, m]])];
    const gapped: Crystal = {
      ...crystal, hoppings: crystal.hoppings.map(({ translation, value, slopes }, n) => ({ translation, value: n === 0 ? complexSum([[0.25, 0, value], [2, 0, splitting]]) : scaled(value), slopes: slopes.map(scaled) })),
    };
    const model = hoppingModel(gapped, 2);
    const [current, moment] = [
      (kx: number, ky: number): number => derivative(model, [kx, ky, 0.1, 0.2, -0.1], 3, [0, 1, 2, 4], 8e-3) - derivative(model, [kx, ky, 0.1, 0.2, -0.1], 4, [0, 1, 2, 3], 8e-3),
      (kx: number, ky: number): number => derivative(model, [kx, ky, 0.1, 0.2, -0.1], 2, [0, 1, 3, 4], 8e-3),
    ];
    const mean = (n: number): readonly [current: number, moment: number] => [zoneMean(current, square, n), zoneMean(moment, square, n)];
    const [[roughCurrent, roughMoment], [fineCurrent, fineMoment]] = [mean(6), mean(12)];
    expect(Math.abs(fineMoment)).toBeGreaterThan(1e-6);
    expect(Math.abs(fineCurrent / fineMoment - 1)).toBeLessThan(5e-3);
    // The sums approach the integrals exponentially; at one k, or over six by six points, the two are not yet the same.
    expect(Math.abs(roughCurrent / roughMoment - 1)).toBeGreaterThan(0.1);
    expect(Math.abs(current(0.4, 1.1) / moment(0.4, 1.1) - 1)).toBeGreaterThan(0.1);
  });
});

describe("the phase of a band carried around an orbit of u", () => {
  const [model, at] = [randomBands(4, 1), [0.3, -0.6] as const];
  const corners = 24;
  /** η / Ω_uxuy(u = 0)S − 1 for a polygon around u = centre. */
  const error = (radius: number, centre: readonly [number, number], sense: 1 | -1 = 1): number => {
    const polygon = Array.from({ length: corners }, (_, n) => 2 * Math.PI * n * sense / corners).map((φ) => [...at, centre[0] + radius * Math.cos(φ), centre[1] + radius * Math.sin(φ)]);
    const area = sense * corners / 2 * radius ** 2 * Math.sin(2 * Math.PI / corners);
    return loopPhase(model, polygon) / (numericCurvatureTraces(model, [...at, 0, 0]).single(2, 3) * area) - 1;
  };

  it("is Ω_uxuy(u = 0) times the area swept, counterclockwise positive, with a relative error of second order for a circle about u = 0 and of first order for one through it", () => {
    for (const sense of [1, -1] as const) expect(order(0.04, (radius) => error(radius, [0, 0], sense))).toBeCloseTo(2, 1);
    expect(order(0.01, (radius) => error(radius, [radius, 0]))).toBeCloseTo(1, 1);
    expect(Math.abs(error(0.01, [0, 0]))).toBeLessThan(1e-2);
  });
});

describe("a crystal moved rigidly, V(r − u)", () => {
  const potential = [
    { at: [1, 0], re: -6, im: 1.5 }, { at: [0, 1], re: -5, im: -2 }, { at: [1, 1], re: -1.5, im: 1 }, { at: [1, -1], re: 0.8, im: 0.5 },
  ] as const;
  const model = planeWaveModel(potential, 2);
  /** Means over the zone: Ω_kxux, Ω_kxuy, Ω_kyux, Ω_kyuy, the two terms with them, Ω_kkΩ_uu, Ω_uu, |Ω_kk|. */
  const means = (cutoff: number): readonly number[] => {
    const [waves, totals, n] = [planeWaveModel(potential, cutoff), new Array<number>(8).fill(0), 6];
    zoneMean((kx, ky) => {
      const { single, pair } = numericCurvatureTraces(waves, [kx - Math.PI, ky - Math.PI, 0.13, 0.27]);
      const values = [single(0, 2), single(0, 3), single(1, 2), single(1, 3), pair(1, 2, 0, 3) - pair(0, 2, 1, 3), pair(0, 1, 2, 3), single(2, 3), Math.abs(single(0, 1))];
      values.forEach((x, k) => { totals[k]! += x / (n * n); });
      return 0;
    }, square, n);
    return totals;
  };

  it("has the mean Ω_{kᵢuⱼ} = −δᵢⱼ, a charge −e per band, and −1 for the mean of the two terms with them: the moment −e/2 (u × u̇) of a circling charge −e", () => {
    const [coarse, fine] = [means(2), means(3)];
    const expected = [-1, 0, 0, -1, -1, 0, 0];
    expected.forEach((x, k) => { expect(Math.abs(fine[k]! - x)).toBeLessThan(5e-4); });
    // What is left is the end of the plane waves: it falls by more than five for one more of them on each side.
    for (const k of [0, 3, 4]) expect(Math.abs((fine[k]! + 1) / (coarse[k]! + 1))).toBeLessThan(0.2);
    expect(fine[7]!).toBeGreaterThan(1e-3);
  });

  it("has Ω_{kᵢuⱼ} = −δᵢⱼ + ∂²E/∂kᵢ∂kⱼ at every k, with an error of second order in the step of the differences: not −δᵢⱼ alone", () => {
    const k = [0.7, -0.4] as const;
    const { single } = numericCurvatureTraces(model, [...k, 0.13, 0.27]);
    const energy = (x: number, y: number): number => eigenstates(model.hamiltonian([x, y, 0.13, 0.27])).energies[0]!;
    const curvature = (h: number): number => (energy(k[0] + h, k[1]) + energy(k[0] - h, k[1]) - 2 * energy(...k)) / (h * h);
    expect(order(0.4, (h) => curvature(h) - 1 - single(0, 2))).toBeCloseTo(2, 0);
    expect(Math.abs(curvature(0.02) - 1 - single(0, 2))).toBeLessThan(1e-3);
    expect(Math.abs(single(0, 2) + 1)).toBeGreaterThan(0.02);
  });
});
