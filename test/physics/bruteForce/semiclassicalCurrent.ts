/**
 * # Electrons of a filled band in a slowly varying crystal
 *
 * Coordinates (k₁ … k_d, r₁ … r_d, t) with a curvature Ω for every pair of them; without the forces from the energy,
 * ṙ = −Ω_kr ṙ − Ω_kk k̇ − Ω_kt and k̇ = Ω_rr ṙ + Ω_rk k̇ + Ω_rt (Sundaram and Niu, Phys. Rev. B 59, 14915 (1999)).
 * The density of states is D/(2π)^d with D = √det of the symplectic form, so that the current of a filled band of charge −e is −e∫d^dk/(2π)^d D ṙ.
 *
 * - `stateFlow`: D ṙ, solved exactly for given curvatures.
 * - `flowToSecondOrder`: −Ω_kₐt − Σ_b Ω_{kₐ k_b r_b t}, one index for both k_b and r_b, or two independent ones.
 */

export type Curvature = readonly (readonly number[])[];

/** By elimination with row pivots: the solution of m x = b and det m. */
const solved = (m: Curvature, b: readonly number[]): { readonly solution: readonly number[]; readonly determinant: number } => {
  const rows = m.map((row, k) => [...row, b[k]!]);
  let determinant = 1;
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows.reduce((best, row, k) => k >= column && Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? k : best, column);
    if (pivot !== column) {
      [rows[pivot], rows[column]] = [rows[column]!, rows[pivot]!];
      determinant = -determinant;
    }
    const leading = rows[column]!;
    determinant *= leading[column]!;
    rows.forEach((row, k) => {
      if (k === column) return;
      const factor = row[column]! / leading[column]!;
      for (let j = column; j < row.length; j++) row[j]! -= factor * leading[j]!;
    });
  }
  return { solution: rows.map((row, k) => row[rows.length]! / row[k]!), determinant };
};

/** D ṙ. The curvatures are small enough that D has not changed sign, D = 1 + Tr Ω_kr + …. */
export const stateFlow = (Ω: Curvature): readonly number[] => {
  const d = (Ω.length - 1) / 2;
  const indices = Array.from({ length: 2 * d }, (_, n) => n);
  const matrix = indices.map((row) => indices.map((column) => {
    const own = row === column ? 1 : 0;
    return row < d ? own + Ω[row]![(column + d) % (2 * d)]! : own - Ω[row]![(column + d) % (2 * d)]!;
  }));
  // The unknowns are ṙ, then k̇: column c < d multiplies ṙ_c, whose coordinate is d + c.
  const { solution, determinant } = solved(matrix, indices.map((row) => row < d ? -Ω[row]![2 * d]! : Ω[row]![2 * d]!));
  return solution.slice(0, d).map((x) => x * Math.sqrt(determinant));
};

/** Ω_ab Ω_cd + Ω_bc Ω_ad − Ω_ac Ω_bd. */
export const fourFormOf = (Ω: Curvature, a: number, b: number, c: number, d: number): number => Ω[a]![b]! * Ω[c]![d]! + Ω[b]![c]! * Ω[a]![d]! - Ω[a]![c]! * Ω[b]![d]!;

/** @param indices  "one": Σ_b Ω_{kₐ k_b r_b t}; "two": Σ_bc Ω_{kₐ k_b r_c t}, c independent of b as typed */
export const flowToSecondOrder = (Ω: Curvature, indices: "one" | "two"): readonly number[] => {
  const d = (Ω.length - 1) / 2;
  const line = Array.from({ length: d }, (_, n) => n);
  return line.map((a) => line.reduce((sum, b) => sum - (indices === "one" ? [b] : line).reduce((s, c) => s + fourFormOf(Ω, a, b, d + c, 2 * d), 0), -Ω[a]![2 * d]!));
};
