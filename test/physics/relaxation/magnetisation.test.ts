/**
 * Eqs. (4) and (9) against lattices in a real magnetic flux.
 */
import { describe, expect, it } from "vitest";
import { hoppingModel, randomMatrix, type Crystal, type Point } from "../bruteForce/bandModels.ts";
import { complexSum, hermitianPart, pauli } from "../bruteForce/complexMatrix.ts";
import { eigenstates, element, overlap, turned, zeroMatrix, type Amplitude, type Matrix, type Vector } from "../bruteForce/hermitian.ts";
import { extrapolated, latticeMoment } from "../bruteForce/latticeFlux.ts";
import { circularResponse, type CoupledBands, type PhononPair } from "../bruteForce/phononCurrent.ts";
import { zoneMean } from "../bruteForce/quadrature.ts";
import { numbersFrom } from "../bruteForce/randomNumbers.ts";
import { magnetisationInFlux, trivialCrystal } from "../bruteForce/thermalFlux.ts";
import { fromModel, printed, realPart, type Values } from "./formulas.ts";

/** Errors of second and fourth order in 1/length taken away. */
const extrapolatedTwice = ([a, b, c]: readonly [number, number, number], at: (length: number) => number): number => {
  const [A, B, C] = [at(a), at(b), at(c)];
  const [coarse, fine] = [extrapolated([a, A], [b, B]), extrapolated([b, B], [c, C])];
  return (c * c * fine - a * a * coarse) / (c * c - a * a);
};
/** A square lattice of massive Dirac bands without symmetries, and a coupling on site alone, which has no magnetic part: θ³ = 0. */
const massiveSquare = (draw: () => number): Crystal => {
  const still = [zeroMatrix(2), zeroMatrix(2)];
  const hop = (σ: Matrix): Matrix => complexSum([[-0.1, 0, pauli[3]], [0, -0.25, σ], [0.1, 0.07, pauli[0]]]);
  return {
    translations: [[1, 0], [0, 1]], positions: [[0, 0], [0, 0]],
    hoppings: [
      { translation: [0, 0], value: complexSum([[1.4, 0, pauli[3]]]), slopes: [hermitianPart(randomMatrix(2, draw)), hermitianPart(randomMatrix(2, draw))] },
      { translation: [1, 0], value: hop(pauli[1]), slopes: still }, { translation: [0, 1], value: hop(pauli[2]), slopes: still },
    ],
  };
};
const zone = [[2 * Math.PI, 0], [0, 2 * Math.PI]] as const;

describe("the displacement u e^{−iωt} + c.c.", () => {
  it("circles with u × du/dt = 2iω u × u*, not u × u*", () => {
    const [ω, x, y] = [0.7, { re: 0.3, im: -0.8 }, { re: -0.5, im: 0.4 }];
    const at = (t: number): readonly [number, number] => [x, y].map(({ re, im }) => 2 * (re * Math.cos(ω * t) + im * Math.sin(ω * t))) as [number, number];
    const [h, t] = [1e-4, 1.3];
    const [[X, Y], [X1, Y1], [X0, Y0]] = [at(t), at(t + h), at(t - h)];
    const turning = (X * (Y1 - Y0) - Y * (X1 - X0)) / (2 * h);
    const letters = { ω, "re(u[1])": x.re, "im(u[1])": x.im, "re(u[2])": y.re, "im(u[2])": y.im };
    expect(turning / realPart(fromModel("in-uxudot", letters))).toBeCloseTo(1, 7);
    const print = printed("in-uxudot", letters);
    expect(Math.abs(print.re)).toBeLessThan(1e-12);
    expect(Math.abs(-2 * ω * print.im / turning - 1)).toBeLessThan(1e-7);
  });
});

describe("the derived Eq. (4)", () => {
  it.each([777, 11111])("is the moment of a lattice in a real flux as the phonon slows down; ¼∂_ω of θ¹ alone is already twice it (lattice %i)", (seed) => {
    const crystal = massiveSquare(numbersFrom(seed));
    const bands = hoppingModel(crystal, 1);
    const [X, Y] = bands.gradient([0, 0, 0, 0]).slice(2);
    const model: CoupledBands = { bands: { ...bands, hamiltonian: ([x, y]: Point) => bands.hamiltonian([x!, y!, 0, 0]), gradient: ([x, y]: Point) => bands.gradient([x!, y!, 0, 0]).slice(0, 2) }, couplings: [() => X!, () => Y!] };
    const widths = { ends: [1e-8, 1e-8], between: [1e-8, 1e-8], phonon: 1e-4 };
    const known = new Map<number, readonly [number, number]>();
    const responses = (ω: number): readonly [phonon: number, partner: number] => {
      const before = known.get(ω);
      if (before !== undefined) return before;
      const mean = (ordering: "phonon" | "partner"): number => zoneMean((x, y) => {
        const pair: PhononPair = { k: [x, y], q: [0, 0], frequency: ω, widths, occupation: (n) => (n === 0 ? 1 : 0) };
        return circularResponse(model, pair, 1e-6, ordering);
      }, zone, 12);
      const both = [mean("phonon"), mean("partner")] as const;
      known.set(ω, both);
      return both;
    };
    const λ = (ω: number): number => {
      const [phonon, partner] = responses(ω);
      return realPart(fromModel("eq4", {
        ω, "re(θ1(ω))": phonon, "im(θ1(ω))": 0, "re(θ1m(-ω))": -partner, "im(θ1m(-ω))": 0, "re(θ3(ω))": 0, "im(θ3(ω))": 0, "re(θ3m(-ω))": 0, "im(θ3m(-ω))": 0,
      }));
    };
    const flux = extrapolatedTwice([8, 10, 14], (length) => latticeMoment(crystal, { fluxes: 1, length }, 1, 2));
    // The moment per angular momentum, in units of e/2m, is twice λ.
    const slow = (4 * λ(0.1) - λ(0.2)) / 3;
expect(Math.abs(2 * slow / flux - 1)).toBeLessThan(8e-3);
    const [[above, aboveToo], [below, belowToo]] = [responses(0.1), responses(-0.1)];
    expect((above + aboveToo - below - belowToo) / (4 * 0.2) / slow).toBeCloseTo(2, 1);
  });
});

describe("Eq. (9)", () => {
  const [μ, T, step] = [-0.9, 0.25, 1e-4];
  interface State { readonly energy: number; readonly ψ: Vector }
  const times = (a: Amplitude, b: Amplitude): number => a.re * b.re - a.im * b.im;
  it.each([5, 23])("with the moment of the coupling is −∂Ω/∂B of a lattice in a real flux, with the moment as printed it is not (lattice %i)", (seed) => {
    const crystal = trivialCrystal(numbersFrom(seed));
    const bands = hoppingModel(crystal, 1);
    const states = (x: number, y: number): readonly State[] => {
      const { energies, states: raw } = eigenstates(bands.hamiltonian([x, y]));
      // The component on the orbital of its own is positive: smooth and periodic.
      return raw.map((v, b) => ({ energy: energies[b]!, ψ: turned(v, -Math.atan2(v.im[b]!, v.re[b]!)) }));
    };
    type Sum = { -readonly [key in "derived" | "asPrinted" | "byModelOfMoment"]: number };
    const integrands = (x: number, y: number): Sum => {
      const here = states(x, y);
      const neighbours = [states(x + step, y), states(x - step, y), states(x, y + step), states(x, y - step)];
      const velocity = bands.gradient([x, y]);
      const sums: Sum = { derived: 0, asPrinted: 0, byModelOfMoment: 0 };
      here.forEach(({ energy, ψ }, n) => {
        const [A, v] = [[0, 1].map((a) => -(overlap(ψ, neighbours[2 * a]![n]!.ψ).im - overlap(ψ, neighbours[2 * a + 1]![n]!.ψ).im) / (2 * step)), velocity.map((m) => element(ψ, m, ψ).re)];
        const other = here[1 - n]!;
        // ⟨∂_a n|v_b|n⟩ over the other band.
        const V = (a: number, b: number): Amplitude => {
          const [left, right] = [element(other.ψ, velocity[a]!, ψ), element(other.ψ, velocity[b]!, ψ)];
          const gap = energy - other.energy;
          return { re: times({ re: left.re, im: -left.im }, right) / gap, im: (left.re * right.im - left.im * right.re) / gap };
        };
        const [xy, yx] = [V(0, 1), V(1, 0)];
        const elements: Values = { "re(V1[1, 2])": xy.re, "im(V1[1, 2])": xy.im, "re(V1[2, 1])": yx.re, "im(V1[2, 1])": yx.im };
        const common: Values = {
          "Ak1(kx, ky)": A[0]!, "Ak2(kx, ky)": A[1]!, "vk1(kx, ky)": v[0]!, "vk2(kx, ky)": v[1]!, "fk(kx, ky)": 1 / (Math.exp((energy - μ) / T) + 1),
        };
        const [ofCoupling, asDefined] = [realPart(fromModel("in-me", elements)), realPart(printed("in-me", elements))];
        sums.derived += realPart(fromModel("eq9", { ...common, mk: ofCoupling }));
        sums.asPrinted += realPart(printed("eq9-me", { ...common, me: asDefined }));
        sums.byModelOfMoment += realPart(fromModel("eq9-me", { ...common, me: asDefined }));
      });
      return sums;
    };
    const cache = new Map<string, Sum>();
    const mean = (key: keyof Sum): number => zoneMean((x, y) => {
      const place = `${x} ${y}`;
      const known = cache.get(place) ?? integrands(x, y);
      cache.set(place, known);
      return known[key];
    }, zone, 28);
    const flux = extrapolatedTwice([10, 14, 18], (length) => magnetisationInFlux(crystal, length, μ, T));
expect(Math.abs(mean("derived") / flux - 1)).toBeLessThan(2e-3);
    expect(mean("byModelOfMoment") / mean("derived")).toBeCloseTo(1, 10);
    expect(Math.abs(mean("asPrinted") / flux - 1)).toBeGreaterThan(0.3);
    expect(Math.abs(mean("asPrinted") / flux + 1)).toBeGreaterThan(0.05);
  });
});
