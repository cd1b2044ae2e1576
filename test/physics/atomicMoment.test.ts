import { describe, expect, it } from "vitest";
import { allFilled } from "./bruteForce/runs.ts";
import { slaterKoster } from "./bruteForce/cluster.ts";
import { derived, exactly, holds, nextTermOf, printed, ratioOf, verdictOf, type Values } from "./formulas.ts";
import { sigmas } from "./generators.ts";
import { coefficientOfSquare, order, orders } from "./order.ts";
import { asPrinted, pulsed, rotated, sample, withHopping, withoutHopping, type Sample } from "./runsOnce.ts";
import { filledCluster } from "./secondOrder.ts";

/** Drive and pulse become slow together: ħω/Δ and ħ/τΔ are proportional to λ. */
const slow = (λ: number): { readonly ω: number; readonly τ: number } => ({ ω: 0.4 * λ, τ: 5 / λ });

/** −2μ_B(p₊ − p₋) at the pulse maximum, per Q², for a vanishing amplitude; μ_B = 1. */
const momentOfOccupations = (of: Sample, λ: number, c: 1 | -1 = 1): number => coefficientOfSquare(1e-3, (Q) => {
  const { maximum } = pulsed({ sample: of, rotation: { amplitude: Q, frequency: slow(λ).ω, chirality: c }, width: slow(λ).τ });
  return -2 * (maximum.occupation(1) - maximum.occupation(-1));
});
const letters = (of: Sample, λ: number, c = 1): Values => ({ ...of.letters, ...slow(λ), c, Q0: 1 });

describe("the moment −2μ_B(p₊ − p₋) at the pulse maximum, without O-O hopping", () => {
  it("is the derived formula before its expansion, for both chiralities", () => {
    for (const of of [withoutHopping, asPrinted]) for (const c of sigmas) expect(momentOfOccupations(of, 1, c) / exactly("eq8", letters(of, 1, c))).toBeCloseTo(1, 5);
  });

  it("approaches the derived Eq. (8) with a relative error of second order in ħω/Δ and ħ/τΔ", () => {
    for (const p of orders(2, 1, (λ) => momentOfOccupations(withoutHopping, λ) / derived("eq8", letters(withoutHopping, λ)) - 1)) expect(p).toBeCloseTo(2, 1);
  });

  it("differs from it by the next term of the derivation, again up to a relative second order", () => {
    const remainder = (λ: number): number => (momentOfOccupations(withoutHopping, λ) - derived("eq8", letters(withoutHopping, λ))) / nextTermOf("eq8", letters(withoutHopping, λ)).value - 1;
    expect(nextTermOf("eq8", letters(withoutHopping, 1)).order).toBe(3);
    expect(order(1, remainder)).toBeCloseTo(2, 1);
    expect(remainder(0.5)).toBeCloseTo(0, 1);
  });

  it("is the printed Eq. (8) times the ratio of the verdict, −1, with the printed forces and with the derived ones", () => {
    for (const of of [withoutHopping, asPrinted]) {
      const error = (λ: number): number => momentOfOccupations(of, λ) / printed("eq8", letters(of, λ)) / ratioOf("eq8", letters(of, λ)) - 1;
      expect(order(1, error)).toBeCloseTo(2, 1);
      expect(error(0.5)).toBeCloseTo(0, 1);
    }
    expect(verdictOf("eq8").inheritedFrom).toContain("eq7");
  });

  it("has the sign of c with the derived forces: the two slips of sign in a_t and in Eq. (7) cancel", () => {
    expect(momentOfOccupations(withoutHopping, 1, 1)).toBeGreaterThan(0);
    expect(momentOfOccupations(withoutHopping, 1, -1)).toBeLessThan(0);
    expect(momentOfOccupations(asPrinted, 1, 1)).toBeLessThan(0);
  });
});

describe("the whole moment of the titanium shell", () => {
  it("is −2μ_B(p₊ − p₋) up to a relative error of second order in cos θ_a", () => {
    const error = (V: number): number => {
      const of = sample(`coupling ${V}`, -0.8, slaterKoster(V, 0.2));
      const { maximum } = pulsed({ sample: of, rotation: { amplitude: 2e-4, frequency: 0.4, chirality: 1 }, width: 5, orbitals: allFilled });
      return -2 * maximum.momentum / derived("mz-def", { ...of.letters, "p0[1]": maximum.occupation(1), "p0[-1]": maximum.occupation(-1) }) - 1;
    };
    for (const p of orders(2, 0.4, error)) expect(p).toBeCloseTo(2, 1);
    expect(verdictOf("mz-def").kind).toBe("asymptotic");
  });

  it("in steady rotation is that of the density matrix with the bonding pair Pauli-blocked; the relative error is of second order in Q", () => {
    for (const of of [withoutHopping, withHopping]) {
      const error = (Q: number): number => rotated({ sample: of, rotation: { amplitude: Q, frequency: 0.2, chirality: 1 } }).total.momentum / filledCluster(of.letters, Q, 0.2, 1).momentum - 1;
      expect(order(4e-3, error)).toBeCloseTo(2, 1);
      expect(error(2e-3)).toBeCloseTo(0, 2);
    }
  });

  it("is changed by the coherence of the bonding pair with the antibonding one: by a fifth without, by a sixteenth with O-O hopping", () => {
    for (const [of, factor] of [[withoutHopping, 0.7976], [withHopping, 0.9351]] as const) {
      const whole = (Q: number): number => rotated({ sample: of, rotation: { amplitude: Q, frequency: 0.2, chirality: 1 } }).total.momentum;
      const blocked = (Q: number): number => rotated({ sample: of, rotation: { amplitude: Q, frequency: 0.2, chirality: 1 }, blocked: ["b+", "b-"] }).total.momentum;
      expect(coefficientOfSquare(4e-3, whole) / coefficientOfSquare(4e-3, blocked)).toBeCloseTo(factor, 2);
      expect(coefficientOfSquare(4e-3, blocked) / filledCluster(of.letters, 1, 0.2, 1).nonbondingOnly.momentum).toBeCloseTo(1, 3);
    }
  });

  it("is quadratic in the displacement, without a linear term", () => {
    expect(order(2e-3, (Q) => rotated({ sample: withHopping, rotation: { amplitude: Q, frequency: 0.2, chirality: 1 } }).total.momentum)).toBeCloseTo(2, 2);
    expect(holds("quadratic")).toBe(true);
  });
});
