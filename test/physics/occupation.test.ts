import { describe, expect, it } from "vitest";
import type { Filled } from "./bruteForce/runs.ts";
import { derived, derivedTerm, exactly, line, nextTermOf, printed, ratioOf, verdictOf, type Values } from "./formulas.ts";
import { sigmas } from "./generators.ts";
import { coefficientOfSquare, order, orders } from "./order.ts";
import { asPrinted, pulsed, sample, withHopping, withoutHopping, type Sample } from "./runsOnce.ts";

interface Drive { readonly ω: number; readonly τ: number; readonly c: 1 | -1 }
const usual: Drive = { ω: 0.3, τ: 6, c: 1 };

const run = (of: Sample, Q: number, { ω, τ, c }: Drive, afterwards = false) => pulsed({ sample: of, rotation: { amplitude: Q, frequency: ω, chirality: c }, width: τ, afterwards });
const letters = (of: Sample, Q: number, drive: Drive, σ: number): Values => ({ ...of.letters, ...drive, Q0: Q, σ });

/** p_σ/Q² for a vanishing amplitude. */
const atMaximum = (of: Sample, σ: 1 | -1, drive: Drive, afterwards = false, orbital?: Filled): number => coefficientOfSquare(1e-3, (Q) => run(of, Q, drive, afterwards).maximum.occupation(σ, orbital));
const after = (of: Sample, σ: 1 | -1, drive: Drive, orbital?: Filled): number => coefficientOfSquare(1e-3, (Q) => run(of, Q, drive, true).after.occupation(σ, orbital));
const odd = (f: (σ: 1 | -1) => number): number => f(1) - f(-1);

describe("the occupation of ψ_aσ at the pulse maximum", () => {
  it("is the derived Eq. (7) without O-O hopping; the error relative to it is of second order in Q", () => {
    for (const σ of sigmas) {
      for (const p of orders(2, 4e-3, (Q) => run(withoutHopping, Q, usual, true).maximum.occupation(σ) / derived("eq7", letters(withoutHopping, Q, usual, σ)) - 1)) expect(p).toBeCloseTo(2, 1);
      expect(atMaximum(withoutHopping, σ, usual, true) / derived("eq7", letters(withoutHopping, 1, usual, σ))).toBeCloseTo(1, 5);
    }
  });

  it("with O-O hopping is the derived sum over both nonbonding states, each on its own gap", () => {
    for (const c of sigmas) for (const σ of sigmas) {
      const drive: Drive = { ...usual, c };
      expect(atMaximum(withHopping, σ, drive, true) / line("eq7", 0, letters(withHopping, 1, drive, σ))).toBeCloseTo(1, 5);
      // One state alone: the other one's force set to zero.
      for (const [orbital, other] of [["n1", "a_[-1]"], ["n2", "a_[1]"]] as const) {
        expect(atMaximum(withHopping, σ, drive, true, orbital) / line("eq7", 0, { ...letters(withHopping, 1, drive, σ), [other]: 0 })).toBeCloseTo(1, 5);
      }
    }
  });

  it("leaves the derived Eq. (7) with an error of first order in t_{O-O}, which at the printed hopping is a factor", () => {
    const error = (hopping: number): number => {
      const of = sample(`hopping ${hopping}`, -hopping);
      return atMaximum(of, 1, usual) / derived("eq7", letters(of, 1, usual, 1)) - 1;
    };
    expect(order(0.02, error)).toBeCloseTo(1, 1);
    expect(atMaximum(withHopping, 1, usual, true, "n1") / derived("eq7", { ...letters(withHopping, 1, usual, 1), "a_[-1]": 0 })).toBeLessThan(0.27);
  });

  it("is positive for either σ, while the printed Eq. (7) is negative with the printed forces and changes sign with a₊² − a₋²", () => {
    for (const [of, signOfPrint] of [[asPrinted, -1], [withoutHopping, 1]] as const) for (const σ of sigmas) {
      expect(atMaximum(of, σ, usual, true)).toBeGreaterThan(0);
      expect(Math.sign(printed("eq7", letters(of, 1, usual, σ)))).toBe(signOfPrint);
      expect(atMaximum(of, σ, usual, true) / derived("eq7", letters(of, 1, usual, σ))).toBeCloseTo(1, 5);
    }
    expect(verdictOf("eq7").kind).toBe("discrepancy");
    expect(verdictOf("eq7").derived).toBe(derivedTerm("eq7"));
    expect(verdictOf("eq7").slip).toBe("structure");
  });

  it("has as its part odd in σ exactly minus that of the printed Eq. (7), with the printed forces and with the derived ones", () => {
    for (const of of [asPrinted, withoutHopping]) {
      expect(odd((σ) => atMaximum(of, σ, usual, true)) / odd((σ) => printed("eq7", letters(of, 1, usual, σ)))).toBeCloseTo(-1, 5);
    }
  });

  it("gets nothing from the bonding pair before the fourth order in Q: it reaches ψ_aσ in two steps only", () => {
    const fromBonding = (Q: number): number => {
      const { maximum } = pulsed({ sample: withHopping, rotation: { amplitude: Q, frequency: usual.ω, chirality: 1 }, width: usual.τ, orbitals: ["b+", "b-"] });
      return maximum.occupation(1) + maximum.occupation(-1);
    };
    expect(order(4e-3, fromBonding)).toBeCloseTo(4, 1);
  });
});

describe("the occupation of ψ_aσ after the pulse", () => {
  it("is the derived closed form without O-O hopping; the error relative to it is of second order in Q", () => {
    for (const σ of sigmas) {
      for (const p of orders(2, 4e-3, (Q) => run(withoutHopping, Q, usual, true).after.occupation(σ) / exactly("eq9", letters(withoutHopping, Q, usual, σ)) - 1)) expect(p).toBeCloseTo(2, 1);
      expect(after(withoutHopping, σ, usual) / exactly("eq9", letters(withoutHopping, 1, usual, σ))).toBeCloseTo(1, 4);
    }
  });

  it("with O-O hopping is the derived sum over both nonbonding states, each on its own gap, for both chiralities", () => {
    for (const c of sigmas) for (const σ of sigmas) expect(after(withHopping, σ, { ...usual, c }) / line("eq9", 0, letters(withHopping, 1, { ...usual, c }, σ))).toBeCloseTo(1, 4);
  });

  it("approaches the derived Eq. (9) for long pulses: the relative error is of second order in ħ/τΔ, and is the next term of the derivation", () => {
    for (const σ of sigmas) {
      const values = (h: number): Values => letters(withoutHopping, 1, { ...usual, τ: 1 / h }, σ);
      const error = (h: number): number => after(withoutHopping, σ, { ...usual, τ: 1 / h }) - derived("eq9", values(h));
      expect(order(1 / 6, (h) => error(h) / derived("eq9", values(h)))).toBeCloseTo(2, 1);
      const next = (h: number) => nextTermOf("eq9", values(h));
      expect(next(1 / 3).order).toBe(4);
      expect(order(1 / 2, (h) => error(h) / next(h).value - 1)).toBeCloseTo(2, 1);
    }
  });

  it("vanishes as 1/τ², whereas that at the maximum stays", () => {
    const p = (τ: number) => ({ after: after(withoutHopping, 1, { ...usual, τ }), maximum: atMaximum(withoutHopping, 1, { ...usual, τ }, true) });
    expect(Math.log2(p(6).after / p(12).after)).toBeCloseTo(2, 1);
    expect(Math.log2(p(6).maximum / p(12).maximum)).toBeCloseTo(0, 1);
    expect(verdictOf("negligible").kind).toBe("asymptotic");
  });

  it("is not the printed Eq. (9), which is negative with the derived forces; its part odd in σ is, to second order in ħ/τΔ", () => {
    const wrong = (h: number): number => odd((σ) => after(withoutHopping, σ, { ...usual, τ: 1 / h })) / odd((σ) => printed("eq9", letters(withoutHopping, 1, { ...usual, τ: 1 / h }, σ))) - 1;
    expect(order(1 / 6, wrong)).toBeCloseTo(2, 1);
    expect(printed("eq9", letters(withoutHopping, 1, usual, 1))).toBeLessThan(0);
    expect(after(withoutHopping, 1, usual)).toBeGreaterThan(0);
    expect(verdictOf("eq9").slip).toBe("structure");
  });
});

describe("the occupation after the pulse over that at its maximum", () => {
  const slow = (λ: number): Drive => ({ ω: 0.4 * λ, τ: 1.5 / λ, c: 1 });
  const measured = (λ: number): number => after(withoutHopping, 1, slow(λ)) / atMaximum(withoutHopping, 1, slow(λ), true);

  it("approaches the derived 4ħ²/τ²Δ² with a relative error of first order in ħω/Δ, its next term", () => {
    const values = (λ: number): Values => letters(withoutHopping, 1, slow(λ), 1);
    const error = (λ: number): number => measured(λ) / derived("ratio", values(λ)) - 1;
    expect(order(1 / 8, error)).toBeCloseTo(1, 1);
    expect(order(1 / 8, (λ) => (measured(λ) - derived("ratio", values(λ))) / nextTermOf("ratio", values(λ)).value - 1)).toBeCloseTo(1, 1);
  });

  it("is the inverse of what the print scales with: measured ÷ printed is the ratio of the verdict", () => {
    const values = (λ: number): Values => letters(withoutHopping, 1, slow(λ), 1);
    const error = (λ: number): number => measured(λ) / printed("ratio", values(λ)) / ratioOf("ratio", values(λ)) - 1;
    expect(error(1 / 16)).toBeCloseTo(0, 1);
    expect(order(1 / 8, error)).toBeCloseTo(1, 1);
    expect(verdictOf("ratio").slip).toBe("inverted");
  });
});
