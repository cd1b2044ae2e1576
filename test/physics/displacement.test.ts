import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hamiltonian, slaterKoster, springLike, type Cluster } from "./bruteForce/cluster.ts";
import { element, weightedSum, type Amplitude } from "./bruteForce/hermitian.ts";
import { hopping } from "./bruteForce/hopping.ts";
import { chiralOrbital, restStates, withGap } from "./bruteForce/states.ts";
import { derived, derivedComplex, lemma, lettersOf, printed, printedComplex, ratioOf, verdictOf, type Values } from "./formulas.ts";
import { longitudinalForce, transverseForce } from "../../derivations/urazhdin/orbitals.ts";
import { drawn, sigmas, sign } from "./generators.ts";
import { order, orders } from "./order.ts";

const titanate = withGap({ oxygenHopping: -0.8, distance: 0.2, bond: slaterKoster(1.14, 0.2) }, 3.2);
const letters = lettersOf(titanate);

const distance = (a: Amplitude, b: Amplitude): number => Math.hypot(a.re - b.re, a.im - b.im);

/** Change of ⟨p_n|H|d_σ⟩ when the oxygens are moved by Q under the angle φ. */
const change = (cluster: Cluster, n: number, σ: 1 | -1, Q: number, φ: number): Amplitude => {
  const [moved, rest] = [hopping(cluster, n, chiralOrbital(σ), [Q * Math.cos(φ), Q * Math.sin(φ)]), hopping(cluster, n, chiralOrbital(σ))];
  return { re: moved.re - rest.re, im: moved.im - rest.im };
};

/** Values for n, σ and the time 0, at which the displacement has the angle φ. */
const at = (n: number, σ: number, Q: number, φ: number, more: Values = {}): Values => ({ ...letters, n, σ, Q, t: 0, "φ[0]": φ, [`ξ[${n}, 0]`]: φ - n * Math.PI / 2, ...more });

describe("the forces a_l and a_t", () => {
  it("are the slopes −7t/2r and t/r that were derived, for any coupling and any distance", () => {
    fc.assert(fc.property(drawn(0.4, 2.5), drawn(0.15, 0.4), (V, r) => {
      const values = lettersOf({ dLevel: 4, oxygenHopping: -0.8, distance: r, bond: slaterKoster(V, r) });
      expect(lemma(longitudinalForce, values) / (values.al as number)).toBeCloseTo(1, 8);
      expect(lemma(transverseForce, values) / (values.at as number)).toBeCloseTo(1, 8);
    }), { numRuns: 20 });
  });

  it("have opposite signs: the printed a_t = −t/r is the measured slope times the ratio −1 of the verdict", () => {
    expect((letters.at as number) / printed("at-definition", letters, 0)).toBeCloseTo(ratioOf("at-definition", letters, 0), 9);
    expect(letters.at).toBeLessThan(0);
    expect(letters.al).toBeGreaterThan(0);
    expect((letters.al as number) / printed("eq11", letters, 1)).toBeCloseTo(ratioOf("eq11", letters, 1), 8);
  });

  it("and the hopping itself are those of the d_xz-p_z element divided by √2, the ratio of the verdict", () => {
    expect((letters.tTiO as number) / printed("tTiO-value", letters, 0)).toBeCloseTo(ratioOf("tTiO-value", letters, 0), 12);
    expect(ratioOf("tTiO-value", letters, 0)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it("make a₋ larger than a₊, against the print", () => {
    expect(letters["a_[1]"]).toBeLessThan(letters["a_[-1]"] as number);
    expect(derived("a-dominance", letters)).toBeCloseTo((letters["a_[1]"] as number) - (letters["a_[-1]"] as number), 7);
    expect(verdictOf("a-dominance").kind).toBe("discrepancy");
    expect(letters["a_[1]"]).toBeCloseTo(5.038, 3);
    expect(letters["a_[-1]"]).toBeCloseTo(9.069, 3);
  });
});

describe("the change of hopping δt_{n,σ} under a displacement", () => {
  it("is that of Eq. (5) up to an error of second order in Q, for every oxygen, σ and direction", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), sign(), drawn(0, 2 * Math.PI), (n, σ, φ) => {
      for (const form of [derivedComplex, printedComplex]) {
        for (const p of orders(2, 1e-3, (Q) => distance(change(titanate, n, σ, Q, φ), form("eq5", at(n, σ, Q, φ))))) expect(p).toBeCloseTo(2, 1);
      }
    }), { numRuns: 40 });
    expect(verdictOf("eq5").kind).toBe("exact");
  });

  it("with the printed sign of a_t keeps an error of first order, 2|t|/r across the bond", () => {
    const wrong = (Q: number, φ: number): number => distance(change(titanate, 4, 1, Q, φ), printedComplex("eq5", at(4, 1, Q, φ, { at: -(letters.at as number) })));
    for (const p of orders(2, 1e-3, (Q) => wrong(Q, Math.PI / 2))) expect(p).toBeCloseTo(1, 1);
    expect(wrong(1e-6, Math.PI / 2) / 1e-6).toBeCloseTo(2 * Math.abs(letters.tTiO as number) / titanate.distance, 3);
  });

  it("on a circle is that of Eq. (6), again with an error of second order, for both chiralities", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), sign(), sign(), drawn(0, 20), (n, σ, c, t) => {
      for (const form of [derivedComplex, printedComplex]) {
        expect(order(1e-3, (Q) => distance(change(titanate, n, σ, Q, c * 0.3 * t), form("eq6", { ...letters, n, σ, c, t, ω: 0.3, Q })))).toBeCloseTo(2, 1);
      }
    }), { numRuns: 40 });
    expect(verdictOf("eq6").kind).toBe("exact");
  });

  it("is linear for a bond with free slopes: Eq. (5) then holds as it stands, for any a_l and a_t", () => {
    fc.assert(fc.property(drawn(-20, 20), drawn(-20, 20), fc.integer({ min: 1, max: 4 }), sign(), drawn(0, 6), (along, across, n, σ, φ) => {
      const cluster: Cluster = { ...titanate, bond: springLike(1.14, along, across) };
      const values = { ...at(n, σ, 0.01, φ), al: along / Math.SQRT2, at: across / Math.SQRT2 };
      expect(distance(change(cluster, n, σ, 0.01, φ), derivedComplex("eq5", values))).toBeLessThan(1e-14);
      expect(lettersOf(cluster).al).toBeCloseTo(along / Math.SQRT2, 9);
      expect(lettersOf(cluster).at).toBeCloseTo(across / Math.SQRT2, 9);
    }), { numRuns: 40 });
  });
});

describe("the matrix elements of the perturbation", () => {
  /** ⟨ψ_aσ|H(Q) − H(0)|ψ_n⟩ with the measured states. */
  const measured = (cluster: Cluster, σ: 1 | -1, j: 1 | -1, Q: number, φ: number): Amplitude => {
    const rest = restStates(cluster);
    const change = weightedSum([[1, hamiltonian(cluster, [Q * Math.cos(φ), Q * Math.sin(φ)])], [-1, hamiltonian(cluster)]]);
    return element(rest.antibonding[σ].state, change, (j > 0 ? rest.n1 : rest.n2).state);
  };

  it("to ψ_n1 and ψ_n2 are V_{σ,n1} and V_{σ,n2} with an error of third order: the second order has no angular momentum ±1 to give", () => {
    fc.assert(fc.property(sign(), sign(), drawn(0, 20), (σ, c, t) => {
      for (const [j, claim] of [[1, "Vn1"], [-1, "Vn2"]] as const) for (const form of [derivedComplex, printedComplex]) {
        expect(order(4e-3, (Q) => distance(measured(titanate, σ, j, Q, c * 0.3 * t), form(claim, { ...letters, σ, c, t, ω: 0.3, Q })))).toBeCloseTo(3, 1);
      }
    }), { numRuns: 25 });
    expect([verdictOf("Vn1").kind, verdictOf("Vn2").kind]).toEqual(["exact", "exact"]);
  });

  it("exchange with σ when a₊ = a₋, that is without a_t, and only then", () => {
    for (const [across, difference] of [[0, 0], [5, Math.sin(letters["θ[1]"] as number) * 2 * 1e-3 * 5 / Math.SQRT2]] as const) {
      const cluster: Cluster = { ...titanate, bond: springLike(1.14, 20, across) };
      for (const σ of sigmas) expect(distance(measured(cluster, σ, -1, 1e-3, 0.7), measured(cluster, σ === 1 ? -1 : 1, 1, 1e-3, 0.7))).toBeCloseTo(Math.abs(difference), 12);
    }
    expect(verdictOf("Vsym").kind).toBe("exact");
  });

  it("of first order vanish among ψ_n1, ψ_n2 and among ψ_aσ, ψ_bσ: there is nothing linear in Q in any probability", () => {
    const rest = restStates(titanate);
    const groups = [[rest.n1, rest.n2], [rest.antibonding[1], rest.antibonding[-1], rest.bonding[1], rest.bonding[-1]]];
    const [Q, φ] = [1e-3, 0.4];
    // The part odd in Q.
    const odd = weightedSum([[0.5, hamiltonian(titanate, [Q * Math.cos(φ), Q * Math.sin(φ)])], [-0.5, hamiltonian(titanate, [-Q * Math.cos(φ), -Q * Math.sin(φ)])]]);
    for (const group of groups) for (const a of group) for (const b of group) expect(distance(element(a.state, odd, b.state), { re: 0, im: 0 })).toBeLessThan(1e-15);
  });
});
