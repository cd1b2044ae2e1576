/**
 * The derived Eq. (7) on the honeycomb lattice under threefold rotation, inversion and time reversal: for any wave vector and frequency of the phonon, either displaced atom and any widths.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { element } from "../bruteForce/hermitian.ts";
import { K, RECIPROCAL, type Honeycomb } from "../bruteForce/honeycombPhonon.ts";
import { displacedSublattice, type Sublattice } from "../bruteForce/honeycombSublattices.ts";
import type { Wave, Widths } from "../bruteForce/phononCurrent.ts";
import { numbersFrom } from "../bruteForce/randomNumbers.ts";
import { lettersOf } from "./bandLetters.ts";
import { fromModel, fromPrint } from "./formulas.ts";

interface Sample { readonly lattice: Honeycomb; readonly atom: Sublattice; readonly q: Wave; readonly ω: number; readonly widths: Widths; readonly near: readonly Wave[] }
/** Gaps 2|Δ| above 1, frequencies below 0.6. */
const sampleFrom = (seed: number): Sample => {
  const draw = numbersFrom(seed);
  const between = (min: number, max: number): number => min + (max - min) * (1 + draw()) / 2;
  const [c, v, phonon] = [between(0.1, 2), between(0.1, 2), between(0.1, 2)];
  return {
    lattice: { t: between(0.7, 1.5), Δ: Math.sign(draw()) * between(0.5, 1.2), β: between(1, 3) }, atom: draw() > 0 ? "A" : "B", q: [2 * draw(), 2 * draw()], ω: between(0.05, 0.6),
    widths: { ends: [v, c], between: [v, c], phonon }, near: Array.from({ length: 6 }, (): Wave => [0.3 * draw(), 0.3 * draw()]),
  };
};
const samples = fc.integer({ min: 1, max: 2 ** 31 - 2 }).map(sampleFrom);
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });
const turned = ([x, y]: Wave, angle: number): Wave => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
const opposite = ([x, y]: Wave): Wave => [-x, -y];
const THIRD = 2 * Math.PI / 3;

interface Sum { readonly value: number; readonly scale: number }
/** λ^NA from the given wave vectors of electrons, both pairs of bands; its scale is the sum of moduli. */
const summed = (formula: typeof fromModel, { lattice, atom, q, ω, widths }: Sample, places: readonly Wave[]): Sum => {
  const bands = displacedSublattice(lattice, atom);
  const terms = places.flatMap((k) => [0, 1].flatMap((n1) =>
    lettersOf(bands, { k, q, frequency: ω, widths, occupation: (n) => (n === 0 ? 1 : 0) }, n1, 1 - n1).map((letters) => formula("eq7", letters))));
  const scale = terms.reduce((sum, { re }) => sum + Math.abs(re), 0);
  for (const { im } of terms) expect(Math.abs(im)).toBeLessThan(1e-10 * scale);
  return { value: terms.reduce((sum, { re }) => sum + re, 0), scale };
};
/** Rounding, and differences of fourth order for the derivative of the coupling. */
const TOLERANCE = 1e-8;
const expectSame = (found: Sum, expected: Sum): void => { expect(Math.abs(found.value - expected.value) / expected.scale).toBeLessThan(TOLERANCE); };
const differ = (found: Sum, expected: Sum): number => Math.abs(found.value - expected.value) / expected.scale;

/** The wave vectors of a crystal of 4 × 4 cells with periodic boundaries: they go over into one another by 120° and by k → −k. */
const crystal: readonly Wave[] = Array.from({ length: 16 }, (_, place): Wave => {
  const [a, b] = [Math.floor(place / 4) / 4, place % 4 / 4];
  return [a * RECIPROCAL[0][0] + b * RECIPROCAL[1][0], a * RECIPROCAL[0][1] + b * RECIPROCAL[1][1]];
});

describe("the coupling to an atom", () => {
  it("is Hermitian between any two wave vectors, and that of both atoms together vanishes for a uniform displacement", () => {
    fc.assert(fc.property(samples, ({ lattice, q, near: [k] }) => {
      const [A, B] = (["A", "B"] as const).map((atom) => displacedSublattice(lattice, atom).couplings);
      const unit = (n: number) => ({ re: Float64Array.of(1 - n, n), im: new Float64Array(2) });
      for (const direction of [0, 1] as const) for (const m of [0, 1]) for (const n of [0, 1]) {
        for (const couplings of [A!, B!]) {
          const [there, back] = [element(unit(m), couplings[direction](k!, q), unit(n)), element(unit(n), couplings[direction](q, k!), unit(m))];
          expect(Math.hypot(there.re - back.re, there.im + back.im)).toBeLessThan(1e-14);
        }
        const [ofA, ofB] = [A!, B!].map((couplings) => element(unit(m), couplings[direction](k!, k!), unit(n)));
        expect(Math.hypot(ofA!.re + ofB!.re, ofA!.im + ofB!.im)).toBeLessThan(1e-14);
      }
    }), runs(10));
  });
});

describe("λ^NA of an atom", () => {
  it.each([["for a real displacement", fromModel], ["as Eq. (4) has it", fromPrint]] as const)("is the same at wave vectors turned by ±120°, in a crystal of 4 × 4 cells; not turned by 30° or 45°, %s", (_, formula) => {
    let most = 0;
    fc.assert(fc.property(samples, (sample) => {
      const here = summed(formula, sample, crystal);
      const at = (degrees: number): Sum => summed(formula, { ...sample, q: turned(sample.q, degrees * Math.PI / 180) }, crystal);
      for (const angle of [120, -120]) expectSame(at(angle), here);
      most = Math.max(most, Math.min(...[30, 45].map((angle) => differ(at(angle), here))));
    }), runs(8));
    expect(most).toBeGreaterThan(1e-3);
  });

  it("is the same at (q_x, q_y) and (−q_x, q_y): the mirror x → −x turns the motion and the moment around alike", () => {
    fc.assert(fc.property(samples, (sample) => { expectSame(summed(fromModel, { ...sample, q: [-sample.q[0], sample.q[1]] }, crystal), summed(fromModel, sample, crystal)); }), runs(8));
  });

  it("is so wave vector by wave vector, k and q turned together", () => {
    fc.assert(fc.property(samples, (sample) => {
      for (const k of sample.near.map(([x, y]): Wave => [K[0] + x, y])) expectSame(summed(fromModel, { ...sample, q: turned(sample.q, THIRD) }, [turned(k, THIRD)]), summed(fromModel, sample, [k]));
    }), runs(8));
  });

  it("is that of the other atom at −q with Δ → −Δ: inversion exchanges the atoms and leaves an axial vector", () => {
    fc.assert(fc.property(samples, (sample) => {
      const image: Sample = { ...sample, lattice: { ...sample.lattice, Δ: -sample.lattice.Δ }, atom: sample.atom === "A" ? "B" : "A", q: opposite(sample.q) };
      expectSame(summed(fromModel, image, crystal), summed(fromModel, sample, crystal));
    }), runs(8));
  });
});

describe("time reversal exchanges the valleys", () => {
  const nearK = ({ near }: Sample): readonly Wave[] => near.map(([x, y]) => [K[0] + x, y]);
  it.each([["for a real displacement", fromModel], ["as Eq. (4) has it", fromPrint]] as const)("λ^NA from electrons near K for (ω, q) is that from electrons near K′ for (ω, −q), and for (−ω, q); not for (ω, q), %s", (_, formula) => {
    let most = 0;
    fc.assert(fc.property(samples, (sample) => {
      const here = summed(formula, sample, nearK(sample));
      const there = nearK(sample).map(opposite);
      expectSame(summed(formula, { ...sample, q: opposite(sample.q) }, there), here);
      expectSame(summed(formula, { ...sample, ω: -sample.ω }, there), here);
      most = Math.max(most, differ(summed(formula, sample, there), here));
    }), runs(10));
    expect(most).toBeGreaterThan(0.05);
  });

  it("so that λ^NA of the whole crystal is even in q and in ω alone, and with the threefold axis the same for q turned by 60°", () => {
    fc.assert(fc.property(samples, (sample) => {
      const here = summed(fromModel, sample, crystal);
      expectSame(summed(fromModel, { ...sample, q: opposite(sample.q) }, crystal), here);
      expectSame(summed(fromModel, { ...sample, ω: -sample.ω }, crystal), here);
      expectSame(summed(fromModel, { ...sample, q: turned(sample.q, THIRD / 2) }, crystal), here);
    }), runs(6));
  });
});
