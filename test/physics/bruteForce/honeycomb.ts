/**
 * # Honeycomb with a phonon at the zone corner
 *
 * Bonds of length 1 from B to A along (0, 1), (±√3/2, −1/2); hopping t₀ e^{−λ(a − 1)}, H = +t₀ Σ; energy Δ on B, −Δ on A. The A atom at R is displaced by u
 * turned by the angle K·R with K = (4π/3√3, 0): three A and three B atoms in the √3 × √3 cell.
 *
 * - `honeycomb`: the crystal.
 * - `valleyStates`: |K,B⟩, |K,A⟩, |K′,A⟩, |K′,B⟩ at the folded zone centre, phases counted from the A atom with K·R = 0.
 */
import type { Crystal, Hopping } from "./bandModels.ts";
import { zeroMatrix, zeroVector, type Matrix, type Vector } from "./hermitian.ts";

const r3 = Math.sqrt(3);
const BONDS = [[0, 1], [r3 / 2, -0.5], [-r3 / 2, -0.5]] as const;
const K = 4 * Math.PI / (3 * r3);
/** Right-handed translations of the cell; places of B atoms, each with its A atom at + (0, 1). */
const TRANSLATIONS = [[1.5 * r3, -1.5], [1.5 * r3, 1.5]] as const;
const PLACES = [[0, 0], [r3 / 2, 1.5], [r3, 0]] as const;

const inCells = ([x, y]: readonly [number, number]): readonly [number, number] => [(x / (1.5 * r3) - y / 1.5) / 2, (x / (1.5 * r3) + y / 1.5) / 2];

export interface HoneycombLetters { readonly t0: number; readonly λ: number; readonly Δ: number; /** 1: the pattern of the phonon at K; −1: that at −K. */ readonly pattern?: 1 | -1 }

/** Orbitals B, A, B, A, B, A. */
export const honeycomb = ({ t0, λ, Δ, pattern = 1 }: HoneycombLetters): Crystal => {
  const sites = PLACES.flatMap(([x, y]) => [[x, y], [x, y + 1]] as const);
  const empty = (): Hopping => ({ translation: [0, 0], value: zeroMatrix(6), slopes: [zeroMatrix(6), zeroMatrix(6)] });
  const set = (m: Matrix, row: number, column: number, x: number): void => { m.re[row * 6 + column] = x; };
  const home = empty();
  for (let i = 0; i < 6; i++) set(home.value, i, i, i % 2 === 0 ? Δ : -Δ);
  const hoppings: Hopping[] = [home];
  for (const b of [0, 2, 4]) {
    for (const d of BONDS) {
      const target = [sites[b]![0] + d[0], sites[b]![1] + d[1]] as const;
      for (const a of [1, 3, 5]) {
        const [m, n] = inCells([target[0] - sites[a]![0], target[1] - sites[a]![1]]);
        const translation = [Math.round(m), Math.round(n)] as const;
        if (Math.hypot(m - translation[0], n - translation[1]) > 1e-9) continue;
        const angle = pattern * K * target[0];
        // The bond grows by u(R)·d, the hopping by −λt₀ of that.
        const slopes = [Math.cos(angle) * d[0] + Math.sin(angle) * d[1], -Math.sin(angle) * d[0] + Math.cos(angle) * d[1]].map((x) => -λ * t0 * x);
        const inside = translation[0] === 0 && translation[1] === 0;
        const hop = inside ? home : { ...empty(), translation };
        [hop.value, ...hop.slopes].forEach((matrix, c) => {
          const x = [t0, ...slopes][c]!;
          set(matrix, b, a, x);
          if (inside) set(matrix, a, b, x);
        });
        if (!inside) hoppings.push(hop);
      }
    }
  }
  return { translations: TRANSLATIONS, positions: sites.map(inCells), hoppings };
};

export const valleyStates = (): readonly Vector[] => ([[1, 0], [1, 1], [-1, 1], [-1, 0]] as const).map(([valley, sublattice]) => {
  const ψ = zeroVector(6);
  PLACES.forEach(([x], place) => {
    const angle = valley * K * x;
    [ψ.re[2 * place + sublattice], ψ.im[2 * place + sublattice]] = [Math.cos(angle) / r3, Math.sin(angle) / r3];
  });
  return ψ;
});
