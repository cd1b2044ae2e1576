/**
 * # The filled cluster to second order in the displacement
 *
 * Steady rotation, all of n1, n2, b₊, b₋ filled, per spin. With Δ_j the gap of ψ_n1 (j = 1) or ψ_n2 (j = −1), x = ħω, s and k the sine and cosine of θ_a,
 * i dP/dt = [H, P] gives for the one-electron density matrix P
 *
 *   P_aa,σ = Σ_j 4s²Q²a_j²/(Δ_j − cjσx)²,    P_ab,σ = −Σ_j 4 sin θ_a sin θ_b Q²a_j²/(Δ_j − cjσx)(E_a − E_b),    P_bb = P_nb = 0:
 *
 * transitions between filled states are blocked, and what is left of the bonding pair is its coherence with the antibonding one.
 *
 * - `momentum`: ⟨L_z⟩ on titanium, ħ. `winding`: Σ_σ σ P(φ_σ) of the ring states φ_σ = ½ Σ e^{iσnπ/2} p_n; electrons flow from n to n + 1 at −t_{O-O}/2ħ times it.
 * - `nonbondingOnly`: the part of P_aa.
 */
import type { Values } from "./formulas.ts";

export interface SecondOrder { readonly momentum: number; readonly winding: number; readonly nonbondingOnly: { readonly momentum: number; readonly winding: number } }

export const filledCluster = (letters: Values, Q: number, ω: number, c: 1 | -1): SecondOrder => {
  const value = (name: string): number => {
    const given = letters[name];
    if (typeof given !== "number") throw new RangeError(`no number for ${name}`);
    return given;
  };
  const [upper, lower] = [value("a_[1]") ** 2, value("a_[-1]") ** 2];
  const [Δ1, Δ2] = [value("gap[1]"), value("gap[-1]")];
  const [s2, k2] = [Math.sin(value("θ[1]")) ** 2, Math.cos(value("θ[1]")) ** 2];
  const splitting = value("E[1]") - value("E[-1]");
  const populations = upper * Δ1 / (Δ1 * Δ1 - ω * ω) ** 2 - lower * Δ2 / (Δ2 * Δ2 - ω * ω) ** 2;
  const coherence = (upper / (Δ1 * Δ1 - ω * ω) - lower / (Δ2 * Δ2 - ω * ω)) / splitting;
  const scale = 16 * c * ω * s2 * Q * Q;
  return {
    momentum: scale * (s2 * populations - k2 * coherence), winding: scale * k2 * (populations + coherence),
    nonbondingOnly: { momentum: scale * s2 * populations, winding: scale * k2 * populations },
  };
};
