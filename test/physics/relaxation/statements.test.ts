/**
 * Statements beside Eq. (7) against explicit states: curvatures from overlaps, populations of the driven density matrix, electrons with and without time reversal.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plaquetteTrace } from "../bruteForce/bandGeometry.ts";
import { hoppingModel, linearModel, randomHoppings, randomMatrix, randomRealMatrix, type BandModel } from "../bruteForce/bandModels.ts";
import { adjoint, complexSum, hermitianPart, matrixOf } from "../bruteForce/complexMatrix.ts";
import { eigenstates, element, zeroMatrix, type Amplitude, type Matrix } from "../bruteForce/hermitian.ts";
import { inFrequency } from "../bruteForce/liouville.ts";
import { added, circularResponse, conjugated, scaled, times, type CoupledBands, type PhononPair, type Wave } from "../bruteForce/phononCurrent.ts";
import { zoneMean } from "../bruteForce/quadrature.ts";
import { numbersFrom } from "../bruteForce/randomNumbers.ts";
import { orbitalMomentOf } from "./bandLetters.ts";
import { fromModel, fromPrint, inReading, printed, realPart, type Values } from "./formulas.ts";

const seeds = fc.integer({ min: 1e6, max: 2 ** 31 - 2 });
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });
const hermitian = (bands: number, draw: () => number): Matrix => hermitianPart(randomMatrix(bands, draw));
const apart = (bands: number, by: number): Matrix => { const m = zeroMatrix(bands); for (let n = 0; n < bands; n++) m.re[n * (bands + 1)] = by * n; return m; };
const far = (a: Amplitude, b: Amplitude): number => Math.hypot(a.re - b.re, a.im - b.im);

/** Eq. (8) for n₁ = n₃ = 0 through another level, u real. */
const interband = (energies: readonly number[], elements: readonly (readonly Amplitude[])[], n2: number): Amplitude => {
  const [x, y] = [elements[0]![n2]!, elements[1]![n2]!];
  const values: Values = {
    "Fr[1, 1]": x.re, "Fi[1, 1]": x.im, "Fr[1, 2]": y.re, "Fi[1, 2]": y.im, "Kr[1, 1]": x.re, "Ki[1, 1]": -x.im, "Kr[1, 2]": y.re, "Ki[1, 2]": -y.im,
    "ε[1]": energies[0]!, "ε[3]": energies[0]!, "ε2[1]": energies[n2]!,
  };
  return printed("eq8-Omega", values);
};

describe("the interband molecular Berry curvature", () => {
  it.each([[2, "text-two", "Ωtwo"], [4, "text-fullBC", "Ωmol"]] as const)("adds up over the other of %i bands to −i times the Berry curvature of overlaps around a square", (bands, claim, letter) => {
    fc.assert(fc.property(seeds, (seed) => {
      const draw = numbersFrom(seed);
      const slopes = [hermitian(bands, draw), hermitian(bands, draw)];
      const model = linearModel(complexSum([[1, 0, apart(bands, 1.5)], [1, 0, hermitian(bands, draw)]]), slopes, 1);
      const { energies, states } = eigenstates(model.hamiltonian([0, 0]));
      fc.pre(energies[1]! - energies[0]! > 0.5);
      const elements = slopes.map((m) => states.map((ψ) => element(states[0]!, m, ψ)));
      const sum = added(...states.slice(1).map((_, n) => interband(energies, elements, n + 1)));
      const curvature = plaquetteTrace(model, [0, 0], [0, 1], 1e-3);
      const letters: Values = { [`re(${letter})`]: curvature, [`im(${letter})`]: 0 };
      const size = Math.abs(curvature);
      expect(far(sum, fromModel(claim, letters)) / size).toBeLessThan(1e-4);
      expect(far(sum, fromPrint(claim, letters)) / size).toBeLessThan(1e-4);
      // The print is real, its left side imaginary.
      expect(far(sum, printed(claim, letters)) / size).toBeCloseTo(Math.SQRT2, 3);
      const withoutI: Values = { [`re(${letter})`]: 0, [`im(${letter})`]: -curvature };
      expect(far(sum, inReading("Ω = ⟨∂n| × |∂n⟩", claim, "model", withoutI)) / size).toBeLessThan(1e-4);
    }), runs(6));
  });
});

describe("the rate of transitions by a circular phonon", () => {
  it("differs for a phonon and its mirror image by (u × u*)·(F × F*), in populations of the driven density matrix", () => {
    const element1 = fc.record({ re: fc.double({ min: -1, max: 1, noNaN: true }), im: fc.double({ min: 0.1, max: 1, noNaN: true }) });
    const three = fc.tuple(element1, element1, element1);
    fc.assert(fc.property(three, three, (couplings, u) => {
      const population = (...polarization: readonly Amplitude[]): number => {
        const F = added(...polarization.map((p, i) => times(couplings[i]!, p)));
        return inFrequency({
          energies: [1.1, 0], occupations: [0, 1], rates: [[0.2, 0.15], [0.15, 0.1]],
          drives: [{ coupling: matrixOf([[0, [F.re, F.im]], [0, 0]]), frequency: { re: 0.9, im: 0.05 } }, { coupling: matrixOf([[0, 0], [[F.re, -F.im], 0]]), frequency: { re: -0.9, im: 0.05 } }],
        }, [1, 1]).re[0]!;
      };
      const unit = population({ re: 1 / Math.hypot(couplings[0].re, couplings[0].im), im: 0 });
      const values: Values = Object.fromEntries(couplings.flatMap((F, k) => [[`Fr[1, ${k + 1}]`, F.re], [`Fi[1, ${k + 1}]`, F.im], [`re(u[${k + 1}])`, u[k]!.re], [`im(u[${k + 1}])`, u[k]!.im]]));
      const difference = (population(...u) - population(...u.map(conjugated))) / unit;
      expect(Math.abs(difference - realPart(fromModel("text-rate", values)))).toBeLessThan(1e-10);
      expect(Math.abs(difference - realPart(printed("text-rate", values)))).toBeLessThan(1e-10);
    }), runs(8));
  });
});

/** Real hoppings: H(−k) = H(k)*; couplings e^{ik·d} of bonds alike, so that F(−k, −k′) = F(k, k′)*. */
const reversible = (draw: () => number, breaking = 0): CoupledBands => {
  const model = hoppingModel(randomHoppings(2, 0, draw, () => complexSum([[0.35, 0, randomRealMatrix(2, draw)], [0, breaking, randomRealMatrix(2, draw)]])), 1);
  const gap = matrixOf([[-1, 0], [0, 1]]);
  const bands: BandModel = { ...model, hamiltonian: (k) => complexSum([[1, 0, model.hamiltonian(k)], [1, 0, gap]]) };
  const coupling = (): CoupledBands["couplings"][0] => {
    const [B, C] = [randomRealMatrix(2, draw), randomRealMatrix(2, draw)];
    const bond = complexSum([[1, 0, B], [1, 0, adjoint(B)]]);
    return (to, from) => complexSum([[0.5, 0, bond], [0.5 * Math.cos(to[0]), -0.5 * Math.sin(to[0]), C], [0.5 * Math.cos(from[0]), 0.5 * Math.sin(from[0]), adjoint(C)]]);
  };
  return { bands, couplings: [coupling(), coupling()] };
};

describe("time reversal", () => {
  it("reverses the moment and the interband curvature at (−k, −q), and says nothing at (−k, q)", () => {
    fc.assert(fc.property(seeds, (seed) => {
      const model = reversible(numbersFrom(seed));
      const [k, q]: readonly [Wave, Wave] = [[0.7, -1.3], [0.4, 0.9]];
      const curvature = (at: Wave, phonon: Wave): Amplitude => {
        const between: Wave = [at[0] - phonon[0], at[1] - phonon[1]];
        const [here, there] = [eigenstates(model.bands.hamiltonian(at)), eigenstates(model.bands.hamiltonian(between))];
        const [x, y] = model.couplings.map((F) => element(here.states[1]!, F(at, between), there.states[0]!));
        return scaled((here.energies[1]! - there.energies[0]!) ** -2, added(times(x!, conjugated(y!)), scaled(-1, times(y!, conjugated(x!)))));
      };
      const [here, there, notReversed] = [curvature(k, q), curvature([-k[0], -k[1]], [-q[0], -q[1]]), curvature([-k[0], -k[1]], q)];
      const size = Math.abs(here.im);
      fc.pre(size > 1e-3);
      expect(far(there, fromModel("text-TR", { "re(Ωv[1])": here.re, "im(Ωv[1])": here.im }, 1)) / size).toBeLessThan(1e-9);
      expect(far(notReversed, there) / size).toBeGreaterThan(1e-3);
      for (const n of [0, 1]) {
        const m = orbitalMomentOf(model.bands, k, n);
        expect(Math.abs(orbitalMomentOf(model.bands, [-k[0], -k[1]], n) - realPart(fromModel("text-TR", { "mv[1]": m }, 0)))).toBeLessThan(1e-9 * Math.abs(m) + 1e-14);
      }
    }), runs(5));
  });

  it("forbids a term of λ^A that is linear in ω: 1/(8ω) times the response is even; electrons without it have one", () => {
    const asymmetry = (breaking: number): number => {
      const moving = reversible(numbersFrom(424242), breaking);
      // Couplings that do not depend on k have no magnetic part, and θ¹ is everything.
      const [X, Y] = moving.couplings.map((F) => F([0, 0], [0, 0]));
      const model: CoupledBands = { bands: moving.bands, couplings: [() => X!, () => Y!] };
      const response = (frequency: number, phonon: number): number => zoneMean((x, y) => {
        const pair: PhononPair = { k: [x, y], q: [0.53, 0.29], frequency, widths: { ends: [1e-8, 1e-8], between: [1e-8, 1e-8], phonon }, occupation: (n) => (n === 0 ? 1 : 0) };
        return circularResponse(model, pair, 1e-2 * phonon);
      }, [[2 * Math.PI, 0], [0, 2 * Math.PI]], 12);
      // Without what is of first order in η_p.
      const λ = (frequency: number): number => (2 * response(frequency, 1e-3) - response(frequency, 2e-3)) / (8 * frequency);
      const [up, down] = [λ(0.3), λ(-0.3)];
      return (up - down) / (Math.abs(up) + Math.abs(down));
    };
    expect(Math.abs(asymmetry(0))).toBeLessThan(1e-4);
    expect(Math.abs(asymmetry(0.35))).toBeGreaterThan(1e-2);
  });
});

describe("the gap in the response", () => {
  it("is renormalised by the frequency: a driven coherence at ω is the static one of a gap smaller by ω", () => {
    for (const ω of [-0.4, 0.3, 0.8]) {
      const at = (gap: number, frequency: number): Amplitude => {
        const ρ = inFrequency({ energies: [gap, 0], occupations: [0.1, 0.9], rates: [[1, 0], [0, 1]], drives: [{ coupling: matrixOf([[0, [0.6, -0.2]], [0, 0]]), frequency: { re: frequency, im: 0 } }] }, [1]);
        return { re: ρ.re[1]!, im: ρ.im[1]! };
      };
      expect(far(at(1.2, ω), at(1.2 - ω, 0))).toBeLessThan(1e-10);
      const letters: Values = { "ε[1]": 1.2, "ε[2]": 0, "f[1]": 0.1, "f[2]": 0.9, "re(h)": 0.6, "im(h)": -0.2, ω };
      expect(far(at(1.2, ω), fromModel("text-gap", letters))).toBeLessThan(1e-10);
      expect(far(at(1.2, ω), printed("text-gap", letters))).toBeLessThan(1e-10);
    }
  });
});
