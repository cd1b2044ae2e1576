/**
 * The ratio δ and the widths it is made of, against the equation of motion of two levels as a linear system, and integrated in time.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixOf, trace } from "../bruteForce/complexMatrix.ts";
import { inFrequency, inTime, type DrivenLevels } from "../bruteForce/liouville.ts";
import { order } from "../order.ts";
import { fromModel, fromPrint, inReading, printed, realPart, type Values } from "./formulas.ts";

interface TwoLevels { readonly η1: number; readonly η2: number; readonly ηp: number; readonly ω: number; readonly gap: number; readonly re: number; readonly im: number; readonly filled: number }

/** γ_mn from the widths of both levels: half of their sum for widths of populations, their sum for those of amplitudes, the opposite with the printed sign. */
type Reading = (ηm: number, ηn: number) => number;
const ofPopulations: Reading = (ηm, ηn) => (ηm + ηn) / 2;
const ofAmplitudes: Reading = (ηm, ηn) => ηm + ηn;
const growing: Reading = (ηm, ηn) => -(ηm + ηn);

const driven = ({ η1, η2, ηp, ω, gap, re, im, filled }: TwoLevels, reading: Reading, own = reading(η1, η1)): DrivenLevels => ({
  energies: [gap, 0], occupations: [1 - filled, filled], rates: [[own, reading(η1, η2)], [reading(η1, η2), reading(η2, η2)]],
  drives: [{ coupling: matrixOf([[0, [re, im]], [0, 0]]), frequency: { re: ω, im: ηp } }, { coupling: matrixOf([[0, 0], [[re, -im], 0]]), frequency: { re: -ω, im: ηp } }],
});
/** 1 + δ: the population of level 1 over what it is when its own rate is twice that of the coherence. */
const measured = (levels: TwoLevels, reading: Reading): number => {
  const population = (own?: number): number => inFrequency(driven(levels, reading, own), [1, 1]).re[0]!;
  return population() / population(2 * reading(levels.η1, levels.η2)) - 1;
};
const lettersOf = ({ η1, η2, ηp }: TwoLevels): Values => ({ "η[1]": η1, "η[2]": η2, ηp });

const width = fc.double({ min: 0.05, max: 0.9, noNaN: true });
const levels: fc.Arbitrary<TwoLevels> = fc.record({
  η1: width, η2: width, ηp: width, ω: fc.double({ min: -1, max: 1, noNaN: true }), gap: fc.double({ min: 0.5, max: 2, noNaN: true }),
  re: fc.double({ min: 0.2, max: 1, noNaN: true }), im: fc.double({ min: -1, max: 1, noNaN: true }), filled: fc.double({ min: 0.6, max: 1, noNaN: true }),
});
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });
const sample: TwoLevels = { η1: 0.3, η2: 0.7, ηp: 0.25, ω: 0.4, gap: 1.1, re: 0.6, im: -0.5, filled: 0.9 };

describe("the ratio δ of the population of second order", () => {
  it("is η₂/(2η_p + η₁) as printed when widths are rates of populations, at any width and detuning", () => {
    fc.assert(fc.property(levels, (at) => {
      const found = measured(at, ofPopulations);
      expect(found / realPart(printed("delta", lettersOf(at)))).toBeCloseTo(1, 9);
      expect(found / realPart(inReading("Σ = −iη/2", "delta", "model", lettersOf(at)))).toBeCloseTo(1, 9);
      expect(found / realPart(inReading("Σ = −iη/2", "delta", "chain", lettersOf(at)))).toBeCloseTo(1, 9);
    }), runs(12));
  });

  it("is η₂/(η_p + η₁) when amplitudes decay with the printed widths, which differs from the print by (2η_p + η₁)/(η_p + η₁)", () => {
    fc.assert(fc.property(levels, (at) => {
      const found = measured(at, ofAmplitudes);
      expect(found / realPart(fromModel("delta", lettersOf(at)))).toBeCloseTo(1, 9);
      expect(found / realPart(printed("delta", lettersOf(at))) - (2 * at.ηp + at.η1) / (at.ηp + at.η1)).toBeCloseTo(0, 8);
    }), runs(12));
  });

  it("is negative with the printed sign of Σ, with which elements of ρ grow", () => {
    fc.assert(fc.property(levels.filter(({ ηp, η1, η2 }) => [η1, η2, η1 + η2].every((pole) => Math.abs(ηp - pole) > 0.05)), (at) => {
      expect(measured(at, growing) / realPart(fromPrint("delta", lettersOf(at)))).toBeCloseTo(1, 8);
      if (at.ηp > at.η1) expect(measured(at, growing)).toBeLessThan(0);
    }), runs(12));
  });

  it("is the same in real time, for growing and for decaying elements", () => {
    const slow = { ...sample, η1: 0.04, η2: 0.06, ηp: 0.3 };
    for (const [reading, formula] of [[ofPopulations, printed], [ofAmplitudes, fromModel], [growing, fromPrint]] as const) {
      const population = (own?: number): number => inTime(driven(slow, reading, own), [1, 1], { amplitude: 1e-3, phases: 3, duration: 60, steps: 1500 }).re[0]!;
      const found = population() / population(2 * reading(slow.η1, slow.η2)) - 1;
      expect(found / realPart(formula("delta", lettersOf(slow)))).toBeCloseTo(1, 4);
    }
  });

  it("depends on ratios of widths alone, while the population it multiplies does not", () => {
    const scaled = (s: number): TwoLevels => ({ ...sample, η1: s * sample.η1, η2: s * sample.η2, ηp: s * sample.ηp });
    expect(measured(scaled(3), ofPopulations) / measured(sample, ofPopulations)).toBeCloseTo(1, 9);
    const population = (at: TwoLevels): number => inFrequency(driven(at, ofPopulations), [1, 1]).re[0]!;
    expect(Math.abs(population(scaled(3)) / population(sample) - 1)).toBeGreaterThan(0.1);
  });

  it("vanishes for η_p much greater than the widths, with the first power of their ratio, in every reading", () => {
    for (const [reading, coefficient] of [[ofPopulations, sample.η2 / 2], [ofAmplitudes, sample.η2]] as const) {
      const at = (x: number): number => measured({ ...sample, ηp: 1 / x }, reading);
      expect(Math.abs(order(0.02, at) - 1)).toBeLessThan(0.02);
      expect(at(1e-3) / 1e-3 / coefficient).toBeCloseTo(1, 2);
    }
    expect(realPart(fromModel("limit-etap", {}))).toBe(0);
  });

  it("is paid for by the number of electrons: unequal widths do not conserve it in second order, equal ones do", () => {
    const charge = (at: TwoLevels): number => trace(inFrequency(driven(at, ofPopulations), [1, 1])).re;
    expect(Math.abs(charge({ ...sample, η2: sample.η1 }))).toBeLessThan(1e-12);
    expect(Math.abs(charge(sample))).toBeGreaterThan(1e-2);
  });
});

describe("Fig. 2", () => {
  it("has widths for which δ_c^v + δ_v^c, measured, is smaller in (d), the same in (e) and (f), and greater in (g), as the text says", () => {
    const sum = (ηp: number, ηc: number, ηv: number): number =>
      measured({ ...sample, ηp, η1: ηc, η2: ηv }, ofPopulations) + measured({ ...sample, ηp, η1: ηv, η2: ηc }, ofPopulations);
    const [d, e, f, g] = [sum(0.02, 0.002, 0.004), sum(0.02, 0.02, 0.004), sum(0.02, 0.004, 0.02), sum(0.004, 0.02, 0.04)];
    expect(e).toBeGreaterThan(1.5 * d);
    expect(f / e).toBeCloseTo(1, 9);
    expect(g).toBeGreaterThan(1.5 * e);
    for (const [found, expected] of [[d, 2 / 21 + 1 / 22], [e, 1 / 15 + 5 / 11], [g, 10 / 7 + 5 / 12]] as const) expect(found / expected).toBeCloseTo(1, 9);
  });
});
