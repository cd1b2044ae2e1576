import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisState, hamiltonian, oxygen, slaterKoster, springLike, type Bond, type Cluster } from "./bruteForce/cluster.ts";
import { pulse, type Rotation } from "./bruteForce/drive.ts";
import { turned } from "./bruteForce/hermitian.ts";
import { occupation } from "./bruteForce/observables.ts";
import { allFilled, between, componentsOn, driven, filledState, runPulse, runRotation, type PulseMoment } from "./bruteForce/runs.ts";
import { propagate } from "./bruteForce/schroedinger.ts";
import { chiralOrbital, restStates, withGap } from "./bruteForce/states.ts";
import { derived, line, lettersOf, type Values } from "./formulas.ts";
import { drawn, sigmas, sign } from "./generators.ts";
import { coefficientOfSquare, order, orders } from "./order.ts";

interface Setting { readonly V: number; readonly gap: number; readonly hopping: number; readonly ω: number; readonly c: 1 | -1 }
/** Couplings, gaps and hoppings around those of titanates, drives that are slow against the gaps. */
const setting: fc.Arbitrary<Setting> = fc.record({ V: drawn(0.6, 1.6), gap: drawn(2.5, 4), hopping: drawn(-0.9, -0.3), ω: drawn(0.1, 0.4), c: sign() });
const few = { numRuns: 5 };

const clusterOf = ({ gap, hopping }: Setting, bond: Bond): Cluster => withGap({ oxygenHopping: hopping, distance: 0.2, bond }, gap);
const titanate = (s: Setting): Cluster => clusterOf(s, slaterKoster(s.V, 0.2));
const alone = (s: Setting): Setting => ({ ...s, hopping: 0 });

const WIDTH = 4;
const maximum = (cluster: Cluster, rotation: Rotation, width = WIDTH): PulseMoment => runPulse(cluster, rotation, width).maximum;
const rotationOf = ({ ω, c }: Setting, amplitude: number): Rotation => ({ amplitude, frequency: ω, chirality: c });

/** p_σ/Q² at the pulse maximum for a vanishing amplitude, and its parts even and odd in σ. */
const occupations = (cluster: Cluster, s: Setting, width = WIDTH): { readonly even: number; readonly odd: number } => {
  const runs = new Map([1e-3, 5e-4].map((Q) => [Q, maximum(cluster, rotationOf(s, Q), width)]));
  const of = (σ: 1 | -1): number => coefficientOfSquare(1e-3, (Q) => runs.get(Q)!.occupation(σ));
  return { even: of(1) + of(-1), odd: of(1) - of(-1) };
};
const values = (cluster: Cluster, s: Setting, width = WIDTH): Values => ({ ...lettersOf(cluster), Q0: 1, Q: 1, ω: s.ω, c: s.c, τ: width });
const odd = (claim: string, of: Values): number => derived(claim, { ...of, σ: 1 }) - derived(claim, { ...of, σ: -1 });
const even = (claim: string, of: Values): number => derived(claim, { ...of, σ: 1 }) + derived(claim, { ...of, σ: -1 });

describe("exact symmetries, at any amplitude", () => {
  it("c → −c with σ → −σ leaves p_σ unchanged and turns the moment of titanium and the flow around", () => {
    fc.assert(fc.property(setting, drawn(0.002, 0.03), drawn(0, 6), (s, amplitude, startAngle) => {
      const cluster = titanate(s);
      const [one, mirrored] = [{ ...rotationOf(s, amplitude), startAngle }, { ...rotationOf(s, amplitude), chirality: s.c === 1 ? -1 : 1, startAngle: -startAngle } as const].map((rotation) => runPulse(cluster, rotation, 2, { orbitals: allFilled }).maximum);
      for (const σ of sigmas) expect(one!.occupation(σ) / mirrored!.occupation(σ === 1 ? -1 : 1)).toBeCloseTo(1, 9);
      expect(mirrored!.momentum).toBeCloseTo(-one!.momentum, 12);
    }), few);
    fc.assert(fc.property(setting, (s) => {
      const [one, other] = sigmas.map((c) => runRotation(titanate(s), { amplitude: 5e-3, frequency: 0.4, chirality: c }).total);
      // The mirror image of the bond 1 → 2 is 3 → 2: the flow around is the sum of all four.
      const around = (flows: readonly number[]): number => flows.reduce((sum, flow) => sum + flow, 0);
      expect(around(other!.flows) / around(one!.flows)).toBeCloseTo(-1, 8);
      expect(other!.momentum / one!.momentum).toBeCloseTo(-1, 8);
    }), { numRuns: 2 });
  });

  it("and so do the derived formulas: Eqs. (7), (9) under both, Eqs. (8), (15), (16), (17), (18) change sign with c", () => {
    fc.assert(fc.property(setting, (s) => {
      const of = (c: number, σ: number): Values => ({ ...values(titanate(s), s), c, σ, n: 1 });
      for (const claim of ["eq7", "eq9"]) for (const σ of sigmas) expect(derived(claim, of(1, σ)) / derived(claim, of(-1, -σ))).toBeCloseTo(1, 12);
      for (const [claim, relation] of [["eq8", 0], ["eq15", 0], ["eq16", 1], ["eq17", 0], ["eq18", 0]] as const) expect(derived(claim, of(1, 1), relation) / derived(claim, of(-1, 1), relation)).toBeCloseTo(-1, 12);
    }), few);
  });

  it("a quarter turn of the start of the rotation changes nothing; between quarter turns p_σ varies in fourth order in Q, where the square shows", () => {
    fc.assert(fc.property(setting, drawn(0, 6), (s, angle) => {
      const cluster = titanate(s);
      const p = (amplitude: number, startAngle: number): number => maximum(cluster, { ...rotationOf(s, amplitude), startAngle }, 2).occupation(1);
      expect(p(0.01, angle + Math.PI / 2) / p(0.01, angle)).toBeCloseTo(1, 9);
      // A variation as cos 4φ and sin 4φ, by its amplitude.
      const variation = (Q: number): number => Math.hypot(p(Q, 0) - p(Q, Math.PI / 4), p(Q, Math.PI / 8) - p(Q, 3 * Math.PI / 8));
      expect(order(4e-3, variation)).toBeCloseTo(4, 1);
    }), few);
  });

  it("phases of d₊, d₋ and of the oxygen orbitals change nothing: neither at the maximum nor by their choice for σ = +1 and −1", () => {
    fc.assert(fc.property(setting, fc.array(drawn(-3, 3), { minLength: 6, maxLength: 6 }), (s, phases) => {
      const cluster = titanate(s);
      const rest = restStates(cluster);
      const basis = [chiralOrbital(1), chiralOrbital(-1), ...[1, 2, 3, 4].map((n) => basisState(oxygen(n)))].map((orbital, k) => turned(orbital, phases[k]!));
      const h = between(driven(cluster, pulse(rotationOf(s, 0.01), 2)), basis);
      const [ψ] = propagate(h, -36, 0, 288, [componentsOn(basis, filledState(rest, "n2"))]);
      const plain = maximum(cluster, rotationOf(s, 0.01), 2);
      for (const σ of sigmas) expect(occupation(componentsOn(basis, rest.antibonding[σ].state), ψ!) / plain.occupation(σ, "n2")).toBeCloseTo(1, 9);
      expect(hamiltonian(cluster).im.every((x) => x === 0)).toBe(true);
    }), few);
  });

  it("for a₊ = a₋ without O-O hopping p₊ = p₋; O-O hopping lifts this in first order", () => {
    fc.assert(fc.property(setting, drawn(8, 25), (s, along) => {
      const flat = (hopping: number): Cluster => clusterOf({ ...s, hopping }, springLike(s.V, along, 0));
      const exact = maximum(flat(0), rotationOf(s, 0.01));
      expect(exact.occupation(1) / exact.occupation(-1)).toBeCloseTo(1, 9);
      expect(order(0.02, (hopping) => occupations(flat(-hopping), s).odd)).toBeCloseTo(1, 1);
    }), { numRuns: 3 });
  });
});

describe("limits, each with the order in which it is reached", () => {
  it("Δ ≫ ħω: the part of p_σ odd in σ approaches its leading term ∝ ω with a relative error of second order", () => {
    fc.assert(fc.property(setting, (s) => {
      const cluster = titanate(alone(s));
      // The pulse becomes long with the period.
      const error = (λ: number): number => {
        const slow = { ...s, ω: 0.4 * λ };
        return -2 * occupations(cluster, slow, WIDTH / λ).odd / derived("eq8", values(cluster, slow, WIDTH / λ)) - 1;
      };
      expect(Math.abs(order(1, error) - 2)).toBeLessThan(0.1);
      expect(Math.abs(error(0.5))).toBeLessThan(0.05);
    }), { numRuns: 4 });
  });

  it("τ ≫ ħ/Δ: p_σ at the maximum approaches the steady value with a relative error of second order in ħ/τΔ", () => {
    fc.assert(fc.property(setting, (s) => {
      const cluster = titanate(alone(s));
      const error = (h: number): number => occupations(cluster, s, 1 / h).even / even("eq7", values(cluster, s, 1e9)) - 1;
      expect(Math.abs(order(1 / 3, error) - 2)).toBeLessThan(0.1);
    }), { numRuns: 4 });
  });

  it("a_t → 0 by ever longer bonds at a fixed slope: without O-O hopping the part odd in σ vanishes in first order, with it a part of a_l² stays", () => {
    fc.assert(fc.property(setting, drawn(8, 20), (s, slope) => {
      const bent = (curvature: number, hopping: number): Cluster => {
        const distance = 0.2 / curvature;
        return withGap({ oxygenHopping: hopping, distance, bond: slaterKoster(s.V, distance, slope * distance / s.V) }, s.gap);
      };
      expect(order(0.1, (curvature) => occupations(bent(curvature, 0), s).odd)).toBeCloseTo(1, 1);
      const remaining = occupations(bent(1e-3, s.hopping), s).odd;
      const flat = { ...values(bent(1e-3, s.hopping), s), "a_[1]": slope / Math.SQRT2 / 2, "a_[-1]": slope / Math.SQRT2 / 2 };
      const expected = line("eq7", 0, { ...flat, σ: 1 }) - line("eq7", 0, { ...flat, σ: -1 });
      expect(remaining / expected).toBeCloseTo(1, 1);
      expect(Math.abs(expected)).toBeGreaterThan(0);
    }), { numRuns: 3 });
  });

  it("a₊ → a₋ by any slopes: the part odd in σ is a₊² − a₋² = a_l a_t times the same factor", () => {
    fc.assert(fc.property(setting, drawn(8, 25), drawn(-12, 12), (s, along, across) => {
      fc.pre(Math.abs(across) > 1);
      const cluster = clusterOf(alone(s), springLike(s.V, along, across));
      expect(occupations(cluster, s).odd / odd("eq7", values(cluster, s))).toBeCloseTo(1, 4);
      expect(Math.sign(occupations(cluster, s).odd)).toBe(s.c * Math.sign(along * across));
    }), { numRuns: 4 });
  });

  it("ω → 0: the part of p_σ odd in σ vanishes in first order, the even part reaches its static value in second order", () => {
    fc.assert(fc.property(setting, (s) => {
      const cluster = titanate(s);
      expect(order(0.2, (ω) => occupations(cluster, { ...s, ω }).odd)).toBeCloseTo(1, 1);
      const still = occupations(cluster, { ...s, ω: 1e-6 }).even;
      expect(order(0.4, (ω) => occupations(cluster, { ...s, ω }).even - still)).toBeCloseTo(2, 1);
    }), { numRuns: 3 });
  });

  it("σ → −σ without rotation: a displacement along a line of symmetry of the square mixes d₊ and d₋ equally", () => {
    fc.assert(fc.property(setting, fc.integer({ min: 0, max: 7 }), (s, eighth) => {
      const { occupation: p } = maximum(titanate(s), { amplitude: 0.01, frequency: 0, chirality: 1, startAngle: eighth * Math.PI / 4 }, 2);
      expect(p(1) / p(-1)).toBeCloseTo(1, 9);
    }), few);
  });

  it("along any other line the difference is of fourth order in Q: a pulse is no state at rest, and the square has corners", () => {
    const cluster = titanate({ V: 1.14, gap: 3.2, hopping: -0.8, ω: 0, c: 1 });
    const difference = (Q: number): number => {
      const { occupation: p } = maximum(cluster, { amplitude: Q, frequency: 0, chirality: 1, startAngle: 0.4 }, 2);
      return p(1) - p(-1);
    };
    for (const p of orders(2, 4e-3, difference)) expect(p).toBeCloseTo(4, 1);
  });
});
