/**
 * # The magnetic response of bands to a pair of phonons
 *
 * Held against explicit eigenstates at k, k + q₀ and k − q: the density matrix element by element, the velocity at the middle wave vector, and the
 * derivative by q₀ taken numerically (bruteForce/phononCurrent.ts).
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, I, int, number, ONE, product, sum, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { matrix as termMatrix, type Matrix as TermMatrix } from "../../symbolic/expr/matrix.ts";
import { fromDouble } from "../../symbolic/number/rational.ts";
import { complex, doubleValue, modulusOf, subtract, type Complex } from "../../symbolic/oracle/doubles.ts";
import { blochResponse, orbitalMoment, type BlochSetting } from "../../symbolic/theory/blochResponse.ts";
import { hoppingModel, randomHoppings, randomMatrix } from "../physics/bruteForce/bandModels.ts";
import { curlAtZero, currentAlong, type Path } from "../physics/bruteForce/phononCurrent.ts";
import { eigenstates, element, weightedSum, type Amplitude, type Matrix, type Spectrum } from "../physics/bruteForce/hermitian.ts";

const times = (a: Amplitude, b: Amplitude): Complex => complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
const plus = (...all: readonly Amplitude[]): Complex => all.reduce<Complex>((x, y) => complex(x.re + y.re, x.im + y.im), complex(0));
const scaled = (a: Amplitude, x: number): Complex => complex(a.re * x, a.im * x);

const term = ({ re, im }: Amplitude): Expr => sum(number(fromDouble(re)), product(number(fromDouble(im)), I));
const real = (x: number): Expr => number(fromDouble(x));
const valueOf = (e: Expr): Complex => doubleValue(e, () => undefined);

interface Draw {
  readonly bands: number; readonly numbers: readonly number[]; readonly widths: readonly number[]; readonly otherWidths: readonly number[];
  readonly ηp: number; readonly ω: number; readonly filled: number;
}

const drawn = (bands: number): fc.Arbitrary<Draw> => fc.record({
  bands: fc.constant(bands), numbers: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 400, maxLength: 400 }),
  widths: fc.array(fc.double({ min: 0.05, max: 0.5, noNaN: true }), { minLength: bands, maxLength: bands }),
  otherWidths: fc.array(fc.double({ min: 0.05, max: 0.5, noNaN: true }), { minLength: bands, maxLength: bands }),
  ηp: fc.double({ min: 0.05, max: 0.5, noNaN: true }), ω: fc.double({ min: -0.5, max: 0.5, noNaN: true }), filled: fc.integer({ min: 1, max: bands - 1 }),
});

const k0 = [0.31, -0.77] as const;
const phonon = [1.1, 0.4] as const;

/** A random crystal, a coupling and a partner whose operator is linear in the wave vector at its end k′. */
const settingOf = ({ bands, numbers, widths, otherWidths, ηp, ω, filled }: Draw) => {
  let next = 0;
  const draw = (): number => numbers[next++ % numbers.length]!;
  const model = hoppingModel(randomHoppings(bands, 0, draw), 1);
  const coupling = randomMatrix(bands, draw);
  const [partner0, partnerX, partnerY] = [randomMatrix(bands, draw), randomMatrix(bands, draw), randomMatrix(bands, draw)];
  const partnerAt = ([x, y]: readonly [number, number]): Matrix => weightedSum([[1, partner0], [x, partnerX], [y, partnerY]]);
  const at = (k: readonly [number, number]): Spectrum => eigenstates(model.hamiltonian(k));
  const [here, there] = [at(k0), at([k0[0] - phonon[0], k0[1] - phonon[1]])];
  const f = Array.from({ length: bands }, (_, n) => (n < filled ? 1 : 0));
  const elements = (left: Spectrum, m: Matrix, right: Spectrum): TermMatrix => termMatrix(left.states.map((a) => right.states.map((b) => term(element(a, m, b)))));
  const slopes = model.gradient(k0);
  const setting: BlochSetting = {
    bands: { energies: here.energies.map(real), occupations: f.map(real), widths: widths.map(real) }, between: { energies: there.energies.map(real), occupations: f.map(real), widths: otherWidths.map(real) },
    velocities: [elements(here, slopes[0]!, here), elements(here, slopes[1]!, here)], coupling: elements(here, coupling, there), partner: elements(there, partnerAt(k0), here),
    partnerSlopes: [elements(there, partnerX, here), elements(there, partnerY, here)], frequency: real(ω), switching: real(ηp),
  };
  const path = (scale: number): Path => ({
    bands: model, k: k0, between: () => [k0[0] - phonon[0], k0[1] - phonon[1]], frequency: ω, occupation: (n) => f[n]!,
    products: [{ weight: 1, first: () => coupling, second: (_, end) => partnerAt(end) }], widths: { ends: widths.map((w) => w * scale), between: otherWidths.map((w) => w * scale), phonon: ηp * scale },
  });
  const curl = (h: number, scale = 1): Complex => curlAtZero((q0) => currentAlong(path(scale), q0), h);
  const gap = Math.min(...here.energies.flatMap((e, i) => here.energies.slice(0, i).map((other) => Math.abs(e - other))), ...here.energies.flatMap((e) => there.energies.map((other) => Math.abs(e - other - ω))));
  return { setting, curl, gap };
};

const distance = (a: Complex, b: Complex): number => modulusOf(subtract(a, b)) / Math.max(1, modulusOf(a), modulusOf(b));

describe("the curl of the velocity that two phonons make", () => {
  it.each([2, 3])("is the numerical derivative by q₀ over explicit states, %i bands", (bands) => {
    fc.assert(fc.property(drawn(bands), (draw) => {
      const { setting, curl, gap } = settingOf(draw);
      fc.pre(gap > 0.1);
      expect(distance(valueOf(blochResponse(setting).curl), curl(1e-3))).toBeLessThan(1e-6);
    }), { numRuns: 6, endOnFailure: true });
  });

  it("keeps, when all widths go to zero together, only what carries their ratio beside what does not depend on them", () => {
    fc.assert(fc.property(drawn(2), fc.constantFrom(3, 7), (draw, factor) => {
      const first = settingOf(draw);
      const other = settingOf({ ...draw, ηp: draw.ηp * factor });
      fc.pre(first.gap > 0.2);
      const ratioPart = (setting: BlochSetting): Complex => plus(...blochResponse(setting).nonadiabatic.flatMap((p) => [p.skewScattering, p.sideJumpOfStates, p.sideJumpOfCoupling].map(valueOf)));
      const shift = (s: number): number => distance(subtract(first.curl(1e-4 * s, s), other.curl(1e-4 * s, s)), subtract(ratioPart(first.setting), ratioPart(other.setting)));
      const [coarse, fine] = [shift(1e-2), shift(1e-3)];
      expect(fine).toBeLessThan(0.2 * coarse + 1e-5);
      expect(fine).toBeLessThan(0.05);
    }), { numRuns: 6, endOnFailure: true });
  });

  it("has the moment of the population in its first part: 2im_n times the population", () => {
    fc.assert(fc.property(drawn(3), (draw) => {
      const { setting, gap } = settingOf(draw);
      fc.pre(gap > 0.1);
      for (const { band, through, ratio, skewScattering } of blochResponse(setting).nonadiabatic) {
        const [F, P] = [valueOf(setting.coupling.entries[band]![through]!), valueOf(setting.partner.entries[through]![band]!)];
        const x = valueOf(setting.bands.energies[band]!).re - valueOf(setting.between.energies[through]!).re - valueOf(setting.frequency).re;
        const occupation = valueOf(setting.bands.occupations[band]!).re - valueOf(setting.between.occupations[through]!).re;
        const population = scaled(times(F, P), -valueOf(ratio).re * occupation / x ** 2);
        const m = valueOf(orbitalMoment(setting.bands.energies, setting.velocities, band)).re;
        expect(distance(valueOf(skewScattering), times(complex(0, 2 * m), population))).toBeLessThan(1e-10);
      }
    }), { numRuns: 8, endOnFailure: true });
  });

  it("is refused for shapes that do not fit and for degenerate bands that the velocity mixes", () => {
    const { setting } = settingOf(fc.sample(drawn(2), 1)[0]!);
    expect(() => blochResponse({ ...setting, partner: termMatrix([[ZERO]]) })).toThrow(/expected {2}2 × 2\n {2}found {5}1 × 1/);
    expect(() => blochResponse({ ...setting, bands: { ...setting.bands, energies: [ZERO, ZERO] } })).toThrow(/E_2 − E_1/);
    expect(() => blochResponse({ ...setting, bands: { ...setting.bands, widths: [ONE] } })).toThrow(/^the widths of the bands at k do not fit the energies\n {2}expected {2}2, one for each band\n {2}found {5}1$/);
    expect(() => blochResponse({ ...setting, between: { ...setting.between, occupations: [] } })).toThrow(/^the occupations of the bands at k − q do not fit/);
    expect(() => blochResponse({ ...setting, partnerSlopes: [termMatrix([[ZERO]]), termMatrix([[ZERO]])] })).toThrow(/^the derivative of the coupling of the partner along x does not fit/);
    expect(() => blochResponse({ ...setting, switching: int(-1) })).toThrow(/^η_p is negative: -1/);
  });

  it("names the denominator that vanishes: on resonance without a width, and for the moment of degenerate bands", () => {
    const { setting } = settingOf(fc.sample(drawn(2), 1)[0]!);
    const [energy, other] = [setting.bands.energies[1]!, setting.between.energies[0]!];
    expect(() => blochResponse({ ...setting, frequency: difference(energy, other) })).toThrow(/^on resonance without a width: the denominator E − E′ − ω of band 2 at k, band 1 at k − q and the phonon, with E = .* vanishes identically$/);
    expect(() => orbitalMoment([ONE, ONE], setting.velocities, 0)).toThrow(/^the bands 1 and 2 are degenerate and the velocity mixes them: the denominator E_1 − E_2 of the moment, both 1, vanishes identically$/);
  });
});
