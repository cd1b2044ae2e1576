/**
 * # Orbital moments by differences of states
 *
 * m = ½ Im⟨∂n| × v|n⟩ as the paper defines it, from eigenstates at neighbouring wave vectors: states of a fixed gauge, projectors, and products of overlaps around corners that need no gauge.
 * Held against the sum over states of the tests and of the engine, for random lattices.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { I, number, product, sum } from "../../../symbolic/expr/build.ts";
import { matrix } from "../../../symbolic/expr/matrix.ts";
import { fromDouble } from "../../../symbolic/number/rational.ts";
import { doubleValue } from "../../../symbolic/oracle/doubles.ts";
import { orbitalMoment } from "../../../symbolic/theory/blochResponse.ts";
import { hoppingModel, randomHoppings, type BandModel } from "../bruteForce/bandModels.ts";
import { complexSum, identity, minus, product as times, trace } from "../bruteForce/complexMatrix.ts";
import { apply, combination, eigenstates, element, overlap, turned, type Amplitude, type Matrix, type Vector } from "../bruteForce/hermitian.ts";
import type { Wave } from "../bruteForce/phononCurrent.ts";
import { numbersFrom } from "../bruteForce/randomNumbers.ts";
import { order } from "../order.ts";
import { orbitalMomentOf } from "./bandLetters.ts";

interface Sample { readonly model: BandModel; readonly k: Wave; readonly band: number; readonly slope: Wave }
const sampleOf = (bands: number) => (seed: number): Sample => {
  const draw = numbersFrom(seed);
  const model = hoppingModel(randomHoppings(bands, 0, draw), 1);
  return { model, k: [3 * draw(), 3 * draw()], band: Math.floor((1 + draw()) / 2 * bands), slope: [draw(), draw()] };
};
/** The band is at least 0.8 away from the others. */
const isApart = ({ model, k, band }: Sample): boolean => {
  const { energies } = eigenstates(model.hamiltonian(k));
  return energies.every((E, m) => m === band || Math.abs(E - energies[band]!) > 0.8);
};
const samples = (bands: number): fc.Arbitrary<Sample> => fc.integer({ min: 1, max: 2 ** 31 - 2 }).map(sampleOf(bands)).filter(isApart);
const runs = { numRuns: 6, endOnFailure: true };

const moved = ([x, y]: Wave, axis: number, by: number): Wave => (axis === 0 ? [x + by, y] : [x, y + by]);
const stateAt = ({ model, band }: Sample, k: Wave): Vector => eigenstates(model.hamiltonian(k)).states[band]!;
/** |m⟩⟨m|. */
const projectorOn = ({ re, im }: Vector): Matrix => {
  const size = re.length;
  const place = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size] as const);
  return { size, re: Float64Array.from(place, ([j, k]) => re[j]! * re[k]! + im[j]! * im[k]!), im: Float64Array.from(place, ([j, k]) => im[j]! * re[k]! - re[j]! * im[k]!) };
};
const cross = (component: (a: 0 | 1, b: 0 | 1) => Amplitude): number => (component(0, 1).im - component(1, 0).im) / 2;

/** ½ Im⟨∂n| × v|n⟩ with |n⟩ in the gauge in which ⟨n k|n k′⟩ is positive, times e^{iχ}, χ = slope·k. */
const byStates = (sample: Sample, h: number, χ: Wave = [0, 0]): number => {
  const { model, k } = sample;
  const here = stateAt(sample, k);
  const at = (axis: number, by: number): Vector => {
    const raw = stateAt(sample, moved(k, axis, by));
    const { re, im } = overlap(here, raw);
    return turned(raw, -Math.atan2(im, re) + χ[axis]! * by);
  };
  const slopes = [0, 1].map((axis) => combination([[{ re: 1 / (2 * h), im: 0 }, at(axis, h)], [{ re: -1 / (2 * h), im: 0 }, at(axis, -h)]]));
  const velocity = model.gradient(k);
  return cross((a, b) => overlap(slopes[a]!, apply(velocity[b]!, here)));
};
/** ½ Im Tr P ∂P × (1 − P)v. */
const byProjectors = (sample: Sample, h: number): number => {
  const { model, k } = sample;
  const at = (wave: Wave): Matrix => projectorOn(stateAt(sample, wave));
  const P = at(k);
  const Q = minus(identity(model.bands), P);
  const velocity = model.gradient(k);
  return cross((a, b) => trace(times(times(P, complexSum([[1 / (2 * h), 0, at(moved(k, a, h))], [-1 / (2 * h), 0, at(moved(k, a, -h))]])), times(Q, velocity[b]!))));
};
/** Im⟨∂_x n|(E − H)|∂_y n⟩ from Tr P(k)P(k + x)(E − H)P(k + y), over the four corners that meet at k. The velocity does not enter. */
const byCorners = (sample: Sample, h: number): number => {
  const { model, k, band } = sample;
  const at = (wave: Wave): Matrix => projectorOn(stateAt(sample, wave));
  const H = model.hamiltonian(k);
  const lifted = complexSum([[eigenstates(H).energies[band]!, 0, identity(model.bands)], [-1, 0, H]]);
  return ([[1, 1], [-1, 1], [1, -1], [-1, -1]] as const).reduce((total, [s, t]) =>
    total + s * t * trace(times(times(at(k), at(moved(k, 0, s * h))), times(lifted, at(moved(k, 1, t * h))))).im / (4 * h * h), 0);
};

describe("the orbital moment of a band as a sum over the other bands", () => {
  it.each([2, 3, 4])("is ½ Im⟨∂n| × v|n⟩ from states transported parallel, from projectors, and from corners of projectors and energies alone, with errors of second order in the step: %i bands", (bands) => {
    fc.assert(fc.property(samples(bands), (sample) => {
      const expected = orbitalMomentOf(sample.model, sample.k, sample.band);
      for (const by of [byStates, byProjectors, byCorners]) {
        const error = (h: number): number => by(sample, h) - expected;
        expect(Math.abs(error(1e-3))).toBeLessThan(2e-4 * (1 + Math.abs(expected)));
        // Where the coefficient of the second order is by chance small, the next is seen.
        if (Math.abs(error(1e-2)) > 1e-6) expect(Math.abs(order(1e-2, error) - 2)).toBeLessThan(0.1);
      }
    }), runs);
  });

  it.each([2, 3, 4])("is what the engine has, to rounding: %i bands", (bands) => {
    fc.assert(fc.property(samples(bands), ({ model, k, band }) => {
      const { energies, states } = eigenstates(model.hamiltonian(k));
      const real = (x: number) => number(fromDouble(x));
      const [x, y] = model.gradient(k).map((v) => matrix(states.map((a) => states.map((b) => { const { re, im } = element(a, v, b); return sum(real(re), product(I, real(im))); }))));
      const { re, im } = doubleValue(orbitalMoment(energies.map(real), [x!, y!], band), () => undefined);
      expect(Math.hypot(re - orbitalMomentOf(model, k, band), im)).toBeLessThan(1e-12 * (1 + Math.abs(re)));
    }), runs);
  });

  it("is the same for both of two bands", () => {
    fc.assert(fc.property(samples(2), ({ model, k }) => {
      const [lower, upper] = [0, 1].map((n) => orbitalMomentOf(model, k, n));
      expect(Math.abs(upper! - lower!)).toBeLessThan(1e-12 * (1 + Math.abs(lower!)));
    }), runs);
  });

  it("is the definition in that gauge alone: e^{iχ(k)}|n⟩ adds −½ ∂χ × ⟨n|v|n⟩", () => {
    fc.assert(fc.property(samples(3), (sample) => {
      const { model, k, slope } = sample;
      const here = stateAt(sample, k);
      const [vx, vy] = model.gradient(k).map((v) => element(here, v, here).re);
      const change = -(slope[0] * vy! - slope[1] * vx!) / 2;
      expect(Math.abs(byStates(sample, 1e-3, slope) - byStates(sample, 1e-3) - change)).toBeLessThan(1e-5 * (1 + Math.abs(change)));
    }), runs);
  });
});
