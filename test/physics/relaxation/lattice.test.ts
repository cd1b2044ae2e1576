/**
 * Eq. (10) and Fig. 2 against sums over the Brillouin zone of the whole honeycomb lattice.
 */
import { describe, expect, it } from "vitest";
import { eigenstates, element } from "../bruteForce/hermitian.ts";
import { BONDS, circularMoment, curvatureInSupercell, honeycombBands, K, RECIPROCAL, type Honeycomb } from "../bruteForce/honeycombPhonon.ts";
import { brillouinZoneIntegral } from "../bruteForce/parameterIntegrals.ts";
import type { PhononPair, Wave } from "../bruteForce/phononCurrent.ts";
import { zoneMean } from "../bruteForce/quadrature.ts";
import { orders } from "../order.ts";
import { lettersOf, orbitalMomentOf } from "./bandLetters.ts";
import { fromModel, fromPrint, inReading, printed, realPart, type Values } from "./formulas.ts";

const widths = { c: 0.5e-6, v: 1.7e-6, phonon: 0.8e-6 };
const ratios = { δcv: widths.v / (2 * widths.phonon + widths.c), δvc: widths.c / (2 * widths.phonon + widths.v) };
const letters = ({ t, Δ, β }: Honeycomb, ω: number): Values => ({ Δ, a0: 1, β0: β, ω, vf: 1.5 * t, ...ratios });
/** At a distance p from a Dirac point. */
const lettersAt = (lattice: Honeycomb, ω: number, p: number): Values => {
  const E = Math.hypot(lattice.Δ, 1.5 * lattice.t * p);
  return { ...letters(lattice, ω), E0: E, m0: (1.5 * lattice.t) ** 2 * lattice.Δ / (2 * E * E) };
};
const lattice: Honeycomb = { t: 1.3, Δ: 0.4, β: 2.1 };
/** Enough for sums that do not change any more: the wave vectors of the valleys are in proportion to Δ. */
const pointsFor = (Δ: number): number => 9 * Math.ceil(3 / Math.abs(Δ));
const known = new Map<string, number>();
const momentFor = (Δ: number, ω: number, given = widths): number => {
  const key = [Δ, ω, given.c].join(" ");
  const value = known.get(key) ?? circularMoment({ ...lattice, Δ }, ω, given, pointsFor(Δ));
  known.set(key, value);
  return value;
};
const overValleys = (formula: (p: number) => number): number => brillouinZoneIntegral((x, y) => formula(Math.hypot(x, y)), Infinity, 1, 1e-9);

describe("the moment of the phonon K, summed over the zone", () => {
  it.each([0.5, 1.2])("approaches the derived closed form as the gap closes, with the second power of Δ/t (ω = %f Δ)", (ratio) => {
    const error = (Δ: number): number => 1 - momentFor(Δ, ratio * Δ) / realPart(fromModel("eq10-integrated", letters({ ...lattice, Δ }, ratio * Δ)));
    for (const power of orders(2, 0.4, error)) expect(Math.abs(power - 2)).toBeLessThan(0.15);
    expect(Math.abs(error(0.1))).toBeLessThan(0.006);
  });

  it("approaches the derived static limit, which does not vanish and has the sign of Δ", () => {
    const slow = (Δ: number): number => momentFor(Δ, 1e-3 * Math.abs(Δ));
    const error = (Δ: number): number => 1 - slow(Δ) / realPart(fromModel("eq10-static", letters({ ...lattice, Δ }, 0)));
    expect(Math.abs(orders(1, 0.2, error)[0]! - 2)).toBeLessThan(0.15);
    expect(Math.abs(slow(-0.2) / slow(0.2) + 1)).toBeLessThan(2e-3);
  });

  it("is what the derived form per wave vector gives by quadrature", () => {
    for (const ω of [0.2, 0.55]) {
      const perWave = overValleys((p) => realPart(fromModel("eq10", lettersAt(lattice, ω, p))));
      expect(perWave / realPart(fromModel("eq10-integrated", letters(lattice, ω)))).toBeCloseTo(1, 7);
      expect(realPart(fromModel("eq10-model", lettersAt(lattice, ω, 0.2))) / realPart(fromModel("eq10", lettersAt(lattice, ω, 0.2)))).toBeCloseTo(1, 12);
    }
  });

  it("is not the printed Eq. (10), which grows with the square of the energies and vanishes for a slow phonon", () => {
    const print = (of: Honeycomb, ω: number): number => overValleys((p) => realPart(printed("eq10", lettersAt(of, ω, p))));
    const twice: Honeycomb = { ...lattice, t: 2 * lattice.t, Δ: 2 * lattice.Δ };
    expect(circularMoment(twice, 0.4, widths, 90) / circularMoment(lattice, 0.2, widths, 90)).toBeCloseTo(1, 9);
    expect(print(twice, 0.4) / print(lattice, 0.2)).toBeCloseTo(4, 6);
    expect(circularMoment(lattice, 0.02, widths, 90) / circularMoment(lattice, 0.2, widths, 90)).toBeGreaterThan(0.8);
    expect(print(lattice, 0.02) / print(lattice, 0.2)).toBeLessThan(0.12);
    const found = circularMoment(lattice, 0.2, widths, 90);
    expect(Math.abs(print(lattice, 0.2) / found - 1)).toBeGreaterThan(0.3);
  });

  it("depends on the sum of both ratios, while Eq. (7) as printed gives their difference and is imaginary", () => {
    const exchanged = { c: widths.v, v: widths.c, phonon: widths.phonon };
    const asymmetry = (Δ: number): number => momentFor(Δ, Δ / 2, exchanged) / momentFor(Δ, Δ / 2) - 1;
    for (const power of orders(1, 0.2, asymmetry)) expect(power).toBeGreaterThan(1.8);
    expect(Math.abs(asymmetry(0.1))).toBeLessThan(1e-3);
    const at = lettersAt(lattice, 0.2, 0.1);
    const [literal, reversed] = [fromPrint("eq10", at), fromPrint("eq10", { ...at, δcv: at["δvc"]!, δvc: at["δcv"]! })];
    expect(Math.abs(literal.re)).toBeLessThan(1e-12 * Math.abs(literal.im));
    expect(reversed.im / literal.im).toBeCloseTo(-1, 12);
  });
});

describe("the molecular Berry curvature of the phonon K", () => {
  it("is β²v_f²/2a₀⁴ε₀² near K and the opposite near K′, from projectors on displaced atoms; the print exceeds it by 8ε₀Δ", () => {
    const error = (scale: number): number => {
      const [of, p]: readonly [Honeycomb, Wave] = [{ ...lattice, Δ: 0.4 * scale }, [0.12 * scale, 0.05 * scale]];
      const at = lettersAt(of, 0, Math.hypot(...p));
      const derived = realPart(fromModel("eq10-Omega0", at));
      expect(realPart(printed("eq10-Omega0", at)) / derived).toBeCloseTo(8 * at["E0"]! * of.Δ, 10);
      expect(curvatureInSupercell(of, -1, p, 3e-5) / curvatureInSupercell(of, 1, [-p[0], -p[1]], 3e-5)).toBeCloseTo(-1, 4);
      return ([1, -1] as const).reduce((sum, s) => sum + curvatureInSupercell(of, 1, [s * p[0], s * p[1]], 3e-5), 0) / (2 * derived) - 1;
    };
    for (const power of orders(2, 0.5, error)) expect(power).toBeGreaterThan(1.8);
    expect(Math.abs(error(0.125))).toBeLessThan(2e-3);
  });

  it("has the printed value for a uniform displacement, as a numerator and for both valleys", () => {
    const error = (scale: number): number => {
      const of: Honeycomb = { ...lattice, Δ: 0.4 * scale };
      const p = 0.12 * scale;
      const { bands, couplings: [X, Y] } = honeycombBands(of);
      const numerator = (k: Wave): number => {
        const { states: [v, c] } = eigenstates(bands.hamiltonian(k));
        const [x, y] = [element(c!, X(k, k), v!), element(c!, Y(k, k), v!)];
        return 2 * (x.im * y.re - x.re * y.im);
      };
      const mean = [1, -1].reduce((sum, s) => sum + (numerator([K[0] + s * p, 0]) - numerator([-K[0] + s * p, 0])) / 2, 0);
      const at = lettersAt(of, 0, p);
      expect(realPart(inReading("numerator, phonon Γ", "eq10-Omega0", "model", at)) / realPart(printed("eq10-Omega0", at))).toBeCloseTo(1, 12);
      return mean / realPart(printed("eq10-Omega0", at)) - 1;
    };
    for (const power of orders(2, 0.5, error)) expect(power).toBeGreaterThan(1.8);
  });

  it("stands beside cubes of the energies in Eq. (8), not beside the printed G₀", () => {
    for (const [E, ω] of [[0.4, 0.2], [1.1, -0.7]] as const) {
      const of = (frequency: number): number => realPart(printed("eq8-G1", { "ε[1]": E, "ε2[1]": -E, "f[1]": 0, "f2[1]": 1, ω: frequency }));
      expect((of(-ω) - of(ω)) / realPart(fromPrint("eq10-G0", { E0: E, ω }))).toBeCloseTo(1, 12);
      // In the model −½(δ_c^v + δ_v^c) m₀ Ω₀ G₀ is λ of the phonon K.
      const at = lettersAt(lattice, ω, 0.2);
      const E0 = at["E0"]!;
      const product = -0.5 * (at["δcv"]! + at["δvc"]!) * at["m0"]! * realPart(fromModel("eq10-Omega0", at)) * realPart(fromModel("eq10-G0", { E0, ω }));
      expect(product / realPart(fromModel("eq10", at))).toBeCloseTo(1, 12);
      expect(Math.abs((of(-ω) - of(ω)) / realPart(printed("eq10-G0", { E0: E, ω })) - 1)).toBeGreaterThan(0.3);
    }
  });
});

const occupation = (band: number): number => (band === 0 ? 1 : 0);
type Widths = PhononPair["widths"];
const asWidths = ({ c, v, phonon }: typeof widths): Widths => ({ ends: [v, c], between: [v, c], phonon });
const summed = (of: Honeycomb, formula: typeof fromModel, claim: string, q: Wave, k: Wave, frequency: number, given: Widths, change?: (letters: Values) => Values): number =>
  [0, 1].reduce((sum, n1) => sum + lettersOf(honeycombBands(of), { k, q, frequency, widths: given, occupation }, n1, 1 - n1, change === undefined).reduce((s, x) => s + formula(claim, change?.(x) ?? x).re, 0), 0);

describe("Eq. (10) read for the phonon Γ", () => {
  it("is the printed first term, made real, for a uniform displacement and both valleys, but with cubes", () => {
    const error = (scale: number): number => {
      const [of, ω, p]: readonly [Honeycomb, number, number] = [{ ...lattice, Δ: 0.4 * scale }, 0.25 * scale, 0.12 * scale];
      const first = (k: Wave, frequency: number): number => summed(of, printed, "eq7-skew-real", [0, 0], k, frequency, asWidths(widths));
      const places = [1, -1].flatMap((s) => [1, -1].map((valley): Wave => [valley * K[0] + s * p * 0.8, s * p * 0.6]));
      const found = places.reduce((sum, k) => sum + (first(k, ω) - first(k, -ω)) / 2, 0);
      const at: Values = { ...lettersAt(of, ω, p), px: 0.8 * p, py: 0.6 * p };
      const reading = realPart(inReading("phonon Γ", "eq10", "chain", at));
      const ratio = reading / realPart(printed("eq10", at));
      const [a, b] = [2 * at["E0"]! - ω, 2 * at["E0"]! + ω];
      expect(ratio / ((a ** -3 - b ** -3) / (1 / a - 1 / b))).toBeCloseTo(1, 10);
      return found / reading - 1;
    };
    for (const power of orders(2, 0.5, error)) expect(power).toBeGreaterThan(1.8);
  });
});

describe("the derived Eq. (7) on the whole lattice", () => {
  const of: Honeycomb = { t: 1, Δ: 0.9, β: 2 };
  const zoneSum = (q: Wave, formula = fromPrint, change?: (letters: Values) => Values, given = widths, points = 15): number =>
    zoneMean((x, y) => summed(of, formula, "eq7", q, [x, y], 0.3, asWidths(given), change), RECIPROCAL, points);
  const turned = ([x, y]: Wave, angle: number): Wave => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];

  it("is threefold: λ of an atom is the same at wave vectors turned by 120°, not at others", () => {
    const q = turned([1.1, 0], 0.23);
    const here = zoneSum(q);
    expect(zoneSum(turned(q, 2 * Math.PI / 3)) / here - 1).toBeCloseTo(0, 4);
    expect(zoneSum(turned(q, -2 * Math.PI / 3)) / here - 1).toBeCloseTo(0, 4);
    expect(Math.abs(zoneSum(turned(q, Math.PI / 6)) / here - 1)).toBeGreaterThan(1e-3);
  });

  /** Nearly uniform: where n₃ is n₂ the printed T and G₂ are zero over zero. */
  const still: Wave = [1e-7, 0];
  /** Without the derivatives of the coupling, which are left out of the letters. */
  const onlyMoment = (x: Values): Values => Object.fromEntries(Object.entries(x).map(([name, value]) => [name, /^a[ri]/.test(name) ? 0 : value]));
  const onlyStates = (x: Values): Values => Object.fromEntries(Object.entries(x).map(([name, value]) => [name, name === "me" ? 0 : value]));
  const exchanged = { c: widths.v, v: widths.c, phonon: widths.phonon };

  it("for a uniform displacement of A changes sign with the exchange of both widths, in the skew scattering and in the side jump alike; the printed one keeps it", () => {
    for (const [part, formula, sign] of [[onlyMoment, fromPrint, -1], [onlyStates, fromPrint, -1], [onlyStates, printed, 1]] as const) {
      const [before, after] = [zoneSum(still, formula, part), zoneSum(still, formula, part, exchanged)];
      expect(Math.abs(before)).toBeGreaterThan(1e-4);
      expect(after / before).toBeCloseTo(sign, 5);
    }
    // As derived for the claim: the difference of the first parts of (f) and (e) changes sign with the exchange of both ratios, and both second parts add up to zero, as printed.
    const uniform = { m0: 0.3, g0: 1.1, Δ: 0.2, E0: 0.5, ω: 0.1, Γ: 0.01 };
    const [apart, back] = [[0.4, 0.1], [0.1, 0.4]].map(([δcv, δvc]) => realPart(fromModel("fig2-common", { ...uniform, δcv: δcv!, δvc: δvc! }, 0)));
    expect(Math.abs(apart!)).toBeGreaterThan(1e-3);
    expect(apart! + back!).toBeCloseTo(0, 12);
    expect(realPart(printed("fig2-common", {}, 0))).toBe(0);
    expect(fromModel("fig2-common", {}, 1)).toEqual(printed("fig2-common", {}, 1));
    // Eq. (7) as printed has the second parts alike, so that they do not add up to zero.
    expect(Math.abs(realPart(fromPrint("fig2-common", { δcv: 0.4, δvc: 0.1, g0: 1.1, vf: 1.3, px: 0.2, py: 0.1, E0: 0.5, ω: 0.1 }, 1)))).toBeGreaterThan(1e-3);
  });

  it("has a side jump for equal widths, wave vector by wave vector and between Γ and K, where particle-hole symmetry does not forbid it", () => {
    const equal = { c: widths.c, v: widths.c, phonon: widths.phonon };
    const between: Wave = [0.75 * K[0], 0];
    const [jump, skew] = [zoneSum(between, fromPrint, onlyStates, equal), zoneSum(between, fromPrint, onlyMoment, equal)];
    expect(Math.abs(jump / skew)).toBeGreaterThan(0.03);
    expect(Math.abs(zoneSum(still, fromPrint, onlyStates, equal) / jump)).toBeLessThan(1e-5);
  });
});

describe("the lattice", () => {
  it("has the derived change of hopping for bonds that are displaced at their ends", () => {
    for (const [dx, dy] of BONDS) {
      const at = (x: number): number => lattice.t * Math.hypot(dx - 0.6 * x, dy + 0.8 * x) ** -lattice.β;
      const derived = realPart(fromModel("lattice-H", { a0: 1, β0: lattice.β, t0: lattice.t, χ: Math.atan2(dy, dx), d1: 0.6, d2: -0.8 })) - lattice.t;
      expect((at(1e-5) - at(-1e-5)) / 2e-5 - derived).toBeCloseTo(0, 7);
    }
  });

  it("has degenerate valleys of opposite moments that the phonon K connects: 2K is K′ up to a reciprocal vector", () => {
    const { bands } = honeycombBands(lattice);
    const p: Wave = [0.03, -0.02];
    const [here, there, twice] = [[K[0] + p[0], p[1]], [-K[0] - p[0], -p[1]], [2 * K[0] - p[0], -p[1]]] as const;
    const energies = (k: Wave): readonly number[] => eigenstates(bands.hamiltonian(k)).energies;
    energies(twice).forEach((E, n) => { expect(Math.abs(E - energies(there)[n]!)).toBeLessThan(1e-12); expect(Math.abs(E - energies(here)[n]!)).toBeLessThan(1e-12); });
    for (const n of [0, 1]) {
      const E = Math.hypot(lattice.Δ, 1.5 * lattice.t * Math.hypot(...p));
      expect(Math.abs(orbitalMomentOf(bands, here, n) / ((1.5 * lattice.t) ** 2 * lattice.Δ / (2 * E * E)) - 1)).toBeLessThan(0.02);
      expect(orbitalMomentOf(bands, there, n) / orbitalMomentOf(bands, here, n)).toBeCloseTo(-1, 10);
    }
  });
});
