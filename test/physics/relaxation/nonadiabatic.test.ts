/**
 * Eq. (7) against the density matrix of explicit Bloch states, element by element: the curl of the velocity that both phonons make, by differences.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearModel, randomMatrix, randomRealMatrix, type BandModel } from "../bruteForce/bandModels.ts";
import { adjoint, complexSum, hermitianPart, matrixOf, pauli } from "../bruteForce/complexMatrix.ts";
import { eigenstates, element, modulusSquared, zeroMatrix, type Amplitude, type Matrix } from "../bruteForce/hermitian.ts";
import { inFrequency } from "../bruteForce/liouville.ts";
import {
  added, circularResponse, currentAlong, frozen, randomCoupledBands, scaled, times, type CoupledBands, type Occupation, type Ordering, type Path, type PhononPair, type Wave, type Widths,
} from "../bruteForce/phononCurrent.ts";
import { numbersFrom } from "../bruteForce/randomNumbers.ts";
import { order } from "../order.ts";
import { lettersOf, orbitalMomentOf } from "./bandLetters.ts";
import { fromModel, fromPrint, printed, realPart } from "./formulas.ts";

const k: Wave = [0.31, -0.77];
const q: Wave = [1.1, 0.4];
/** η₁, η₂, η₃ and η_p; what both have in common has no ratio of widths. */
const [some, others] = [{ levels: [0.5, 1.7, 0.9], phonon: 0.8 }, { levels: [1.5, 0.4, 0.2], phonon: 0.6 }];
type Given = typeof some;
const widthsOf = ({ levels, phonon }: Given, scale = 1): Widths => ({ ends: levels.map((η) => η * scale), between: levels.map((η) => η * scale), phonon: phonon * scale });
const insulator: Occupation = (band) => (band === 0 ? 1 : 0);
const metal: Occupation = (_, energy) => 1 / (1 + Math.exp((energy - 0.2) / 0.6));

interface Sample { readonly model: CoupledBands; readonly k: Wave; readonly q: Wave; readonly frequency: number; readonly occupation: Occupation }
const pairOf = ({ k: at, q: phonon, frequency, occupation }: Sample, widths: Given, scale = 1): PhononPair => ({ k: at, q: phonon, frequency, occupation, widths: widthsOf(widths, scale) });
const mirrored = (sample: Sample): Sample => ({ ...sample, q: [-sample.q[0], -sample.q[1]], frequency: -sample.frequency });

/** Response with widths of the order of the scale; what is of order 1/scale is along the velocity and cancels in the curl up to the error of the differences. */
const withWidths = (sample: Sample, ordering: Ordering, scale: number): number =>
  [some, others].reduce((difference, widths, sign) => difference + (1 - 2 * sign) * circularResponse(sample.model, pairOf(sample, widths, scale), 5e-3 * scale, ordering), 0);
/** Its limit for widths that vanish together, without what is of first and second order in them. */
const numeric = (sample: Sample, ordering: Ordering = "both"): number => {
  const [wide, middle, narrow] = [6e-3, 3e-3, 1.5e-3].map((scale) => withWidths(sample, ordering, scale));
  return (8 * narrow! - 6 * middle! + wide!) / 3;
};
const perFrequency = (sample: Sample, ordering: Ordering = "both"): number => {
  const at = (x: number): number => numeric({ ...sample, frequency: sample.frequency + x }, ordering);
  return (8 * (at(0.02) - at(-0.02)) - at(0.04) + at(-0.04)) / 0.24;
};

type Formula = typeof fromModel;
/** The difference between both sets of widths, summed over bands; and the sum of moduli, which is the scale of cancellations. */
const summed = (formula: Formula, claim: string, sample: Sample): { readonly value: Amplitude; readonly scale: number } => {
  const bands = Array.from({ length: sample.model.bands.bands }, (_, n) => n);
  const terms = [some, others].flatMap((widths, sign) => bands.flatMap((n1) => bands.flatMap((n2) =>
    lettersOf(sample.model, pairOf(sample, widths), n1, n2).map((letters) => scaled(1 - 2 * sign, formula(claim, letters))))));
  return { value: added(...terms), scale: terms.reduce((sum, x) => sum + Math.hypot(x.re, x.im), 0) };
};
const derived = (formula: Formula, claim: string, sample: Sample): { readonly value: number; readonly scale: number } => { const { value, scale } = summed(formula, claim, sample); return { value: realPart(value), scale }; };

/** The smallest distance of a resonance and of bands that mix. */
const clearance = ({ model, k: at, q: phonon, frequency }: Sample): number => {
  const energies = (wave: Wave): readonly number[] => eigenstates(model.bands.hamiltonian(wave)).energies;
  const here = energies(at);
  const there = [1, -1].flatMap((s) => energies([at[0] - s * phonon[0], at[1] - s * phonon[1]]).flatMap((E) => here.map((E1) => Math.abs(E1 - E - s * frequency))));
  return Math.min(...here.slice(1).map((E, n) => E - here[n]!), ...there);
};

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 2 });
const frequencies = fc.double({ min: 0.1, max: 0.4, noNaN: true });
const sampled = (bands: number, occupation = insulator): fc.Arbitrary<Sample> => fc.record({ seed: seeds, frequency: frequencies })
  .map(({ seed, frequency }) => ({ model: randomCoupledBands(bands, numbersFrom(seed)), k, q, frequency, occupation })).filter((sample) => clearance(sample) > 0.5);
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

const constantCouplings = (bands: number, draw: () => number): CoupledBands["couplings"] => {
  const [X, Y] = [0, 1].map(() => { const [a, b] = [randomMatrix(bands, draw), randomMatrix(bands, draw)]; const here = complexSum([[1, 0, hermitianPart(a)], [0, 1, hermitianPart(b)]]); return here; });
  // The wave vector of the ket tells k − q → k from its reverse.
  const towards = (m: Matrix) => (to: Wave, from: Wave): Matrix => (to[0] > from[0] ? m : adjoint(m));
  return [towards(X!), towards(Y!)];
};

describe("the density matrix between two wave vectors", () => {
  it("element by element is the solution of the equation of motion of all levels together", () => {
    fc.assert(fc.property(sampled(2), ({ model, frequency }) => {
      const q0: Wave = [0.13, -0.08];
      const widths: Widths = { ends: [0.21, 0.34], between: [0.4, 0.15], phonon: 0.3 };
      const [first, second] = model.couplings;
      const path: Path = { bands: model.bands, products: [{ weight: 1, first, second }], k, between: () => [k[0] - q[0], k[1] - q[1]], frequency, widths, occupation: metal };
      const [middle, end]: readonly [Wave, Wave] = [[k[0] - q[0], k[1] - q[1]], [k[0] + q0[0], k[1] + q0[1]]];
      const nodes = [k, middle, end].map((wave) => eigenstates(model.bands.hamiltonian(wave)));
      const levels = nodes.flatMap(({ energies, states }, node) => energies.map((energy, n) => ({ node, energy, state: states[n]!, f: metal(n, energy), η: (node === 1 ? widths.between : widths.ends)[n]! })));
      const block = (operator: Matrix, row: number, column: number): Matrix =>
        matrixOf(levels.map((a) => levels.map((b) => { if (a.node !== row || b.node !== column) return 0; const { re, im } = element(a.state, operator, b.state); return [re, im] as const; })));
      const ρ = inFrequency({
        energies: levels.map(({ energy }) => energy), occupations: levels.map(({ f }) => f), rates: levels.map((a) => levels.map((b) => (a.η + b.η) / 2)),
        drives: [{ coupling: block(first(k, middle), 0, 1), frequency: { re: frequency, im: widths.phonon } }, { coupling: block(second(middle, end), 1, 2), frequency: { re: -frequency, im: widths.phonon } }],
      }, [1, 1]);
      const velocity = model.bands.gradient([k[0] + q0[0] / 2, k[1] + q0[1] / 2]);
      const found = currentAlong(path, q0);
      found.forEach((x, a) => {
        const expected = added(...levels.flatMap((n, i) => levels.map((m, j) => (n.node !== 0 || m.node !== 2 ? added() : times({ re: ρ.re[i * levels.length + j]!, im: ρ.im[i * levels.length + j]! }, element(m.state, velocity[a]!, n.state))))));
        expect(modulusSquared(added(x, scaled(-1, expected)))).toBeLessThan(1e-20);
      });
    }), runs(3));
  });
});

describe("the derived Eq. (7)", () => {
  it.each([[2, "insulator", insulator], [3, "insulator", insulator], [2, "metal", metal], [3, "metal", metal]] as const)("is what ratios of widths add to λ, for a real displacement and as Eq. (4) has it: %i bands, %s", (bands, _, occupation) => {
    let mostOfPrint = 0;
    fc.assert(fc.property(sampled(bands, occupation), (sample) => {
      const [model, chain, print] = [derived(fromModel, "eq7", sample), derived(fromPrint, "eq7", sample), summed(printed, "eq7", sample)];
      expect(Math.abs(numeric(sample) / (8 * sample.frequency) - model.value) / model.scale).toBeLessThan(5e-4);
      expect(Math.abs(perFrequency(sample) / 4 - chain.value) / chain.scale).toBeLessThan(2e-3);
      mostOfPrint = Math.max(mostOfPrint, Math.hypot(print.value.re - chain.value, print.value.im) / chain.scale);
    }), runs(3));
    // The print is neither real nor, where it is, the same.
    expect(mostOfPrint).toBeGreaterThan(0.03);
  });

  it("is the limit of sharp levels, which is approached with the first power of the widths", () => {
    fc.assert(fc.property(sampled(2), (sample) => {
      const { value, scale } = derived(fromModel, "eq7", sample);
      const error = (s: number): number => (withWidths(sample, "both", s) / (8 * sample.frequency) - value) / scale;
      fc.pre(Math.abs(error(1e-3)) > 1e-3);
      expect(Math.abs(order(1e-3, error) - 1)).toBeLessThan(0.15);
    }), runs(3));
  });

  it("is even in (ω, q), as the response is; the printed one is odd", () => {
    let most = 0;
    fc.assert(fc.property(sampled(2), (sample) => {
      const back = mirrored(sample);
      const [here, there] = [derived(fromPrint, "eq7", sample), derived(fromPrint, "eq7", back)];
      expect(Math.abs(there.value - here.value) / here.scale).toBeLessThan(1e-11);
      expect(Math.abs(perFrequency(back) - perFrequency(sample)) / (4 * here.scale)).toBeLessThan(1e-2);
      const [print, printThere] = [summed(printed, "eq7", sample), summed(printed, "eq7", back)];
      expect(modulusSquared(added(print.value, printThere.value)) / print.scale ** 2).toBeLessThan(1e-22);
      most = Math.max(most, Math.hypot(print.value.re, print.value.im) / print.scale);
    }), runs(3));
    expect(most).toBeGreaterThan(0.03);
  });
});

describe("the parts of Eq. (7)", () => {
  /** At a Dirac point the bands have moments and no velocity. */
  const diracPoint: BandModel = linearModel(complexSum([[0.7, 0, pauli[3]]]), [complexSum([[0.9, 0, pauli[1]], [0.2, 0, pauli[2]]]), complexSum([[0.8, 0, pauli[2]]])], 1);
  const atDiracPoint = fc.record({ seed: seeds, frequency: frequencies })
    .map(({ seed, frequency }): Sample => ({ model: { bands: diracPoint, couplings: constantCouplings(2, numbersFrom(seed)) }, k: [0, 0], q, frequency, occupation: insulator }));

  it("at a Dirac point, where bands stand still: the first term, 2i times the printed one as Eq. (4) counts; for a real displacement ∂_ω(ωλ) is i times it, and real", () => {
    fc.assert(fc.property(atDiracPoint, (sample) => {
      const { value, scale } = derived(fromPrint, "eq7-skew", sample);
      expect(Math.abs(orbitalMomentOf(diracPoint, [0, 0], 0))).toBeGreaterThan(0.1);
      expect(Math.abs(perFrequency(sample, "phonon") / 4 - value) / scale).toBeLessThan(3e-3);
      const model = derived(fromModel, "eq7-skew", sample);
      expect(Math.abs(numeric(sample, "phonon") / (8 * sample.frequency) - model.value) / model.scale).toBeLessThan(3e-3);
      expect(Math.abs(realPart(times({ re: 0, im: 2 }, summed(printed, "eq7-skew", sample).value)) - value) / scale).toBeLessThan(1e-12);
      expect(Math.abs(perFrequency(sample, "phonon") / 8 - realPart(summed(printed, "eq7-skew-real", sample).value)) / scale).toBeLessThan(3e-3);
      expect(Math.abs(value) / scale).toBeGreaterThan(1e-2);
    }), runs(3));
  });

  it.each([2, 3])("without moments, for real Hamiltonians: the second term as it is printed, in the normalisation of Eq. (4); %i bands", (bands) => {
    const real = (draw: () => number): Matrix => hermitianPart(randomRealMatrix(bands, draw));
    const withoutMoments = fc.record({ seed: seeds, frequency: frequencies }).map(({ seed, frequency }): Sample => {
      const draw = numbersFrom(seed);
      const spread = zeroMatrix(bands);
      for (let n = 0; n < bands; n++) spread.re[n * bands + n] = 2 * n;
      const model = linearModel(complexSum([[1, 0, spread], [1, 0, real(draw)]]), [real(draw), real(draw)], 1);
      return { model: { bands: model, couplings: constantCouplings(bands, draw) }, k, q, frequency, occupation: insulator };
    }).filter((sample) => clearance(sample) > 0.5);
    fc.assert(fc.property(withoutMoments, (sample) => {
      for (let n = 0; n < bands; n++) expect(Math.abs(orbitalMomentOf(sample.model.bands, k, n))).toBeLessThan(1e-12);
      const { value, scale } = derived(printed, "eq7-jump", sample);
      expect(Math.abs(perFrequency(sample, "phonon") / 4 - value) / scale).toBeLessThan(3e-3);
      expect(Math.abs(derived(fromPrint, "eq7-jump", sample).value - value) / scale).toBeLessThan(1e-11);
      const model = derived(fromModel, "eq7-jump", sample);
      expect(Math.abs(numeric(sample, "phonon") / (8 * sample.frequency) - model.value) / model.scale).toBeLessThan(3e-3);
      expect(scale).toBeGreaterThan(1e-4);
    }), runs(3));
  });

  it("is in addition what the dependence of the coupling on the wave vector makes, which the paper does not print", () => {
    let most = 0;
    fc.assert(fc.property(sampled(2), (sample) => {
      const still = { ...sample, model: frozen(sample.model, k, q) };
      const { value, scale } = derived(printed, "eq7-coupling", sample);
      const [moving, rest] = [perFrequency(sample, "phonon"), perFrequency(still, "phonon")];
      expect(Math.abs((moving - rest) / 4 - value) / scale).toBeLessThan(3e-3);
      expect(Math.abs(derived(printed, "eq7-coupling", still).value)).toBeLessThan(1e-12 * scale);
      most = Math.max(most, scale / derived(printed, "eq7-jump", sample).scale);
    }), runs(3));
    // Of the size of the printed second term.
    expect(most).toBeGreaterThan(0.1);
  });
});
