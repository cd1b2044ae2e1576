/**
 * # Berry phase around a plaquette
 *
 * Fukui, Hatsugai and Suzuki, J. Phys. Soc. Jpn. 74, 1674 (2005): the phase of the product of overlap determinants of a group of levels around a
 * small square in the plane of displacements, with A = i⟨ψ|∇ψ⟩; divided by the area it is the curvature Ω_xy = ∂_xA_y − ∂_yA_x of the group.
 */
import { hamiltonian, orbitalMomentum, type Cluster } from "./cluster.ts";
import { eigenstates, overlap, weightedSum, type Amplitude, type Vector } from "./hermitian.ts";

const times = (a: Amplitude, b: Amplitude): Amplitude => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });

/** By expansion along the first row. */
const determinant = (m: readonly (readonly Amplitude[])[]): Amplitude => {
  const [first, ...rest] = m;
  if (first === undefined) return { re: 1, im: 0 };
  return first.reduce<Amplitude>((sum, entry, k) => {
    const term = times(entry, determinant(rest.map((row) => row.filter((_, column) => column !== k))));
    return k % 2 === 0 ? { re: sum.re + term.re, im: sum.im + term.im } : { re: sum.re - term.re, im: sum.im - term.im };
  }, { re: 0, im: 0 });
};

/**
 * @param levels  places in the ascending order of energies
 * @param corner  lower left corner of the square, nm
 * @param field   b of an additional term b L_z of the titanium shell, eV; it breaks time reversal
 */
export const plaquettePhase = (cluster: Cluster, levels: readonly number[], corner: readonly [x: number, y: number], side: number, field = 0): number => {
  const group = (x: number, y: number): readonly Vector[] => {
    const { states } = eigenstates(weightedSum([[1, hamiltonian(cluster, [x, y])], [field, orbitalMomentum()]]));
    return levels.map((k) => states[k]!);
  };
  const [x, y] = corner;
  const corners = [group(x, y), group(x + side, y), group(x + side, y + side), group(x, y + side)];
  const product = corners.reduce<Amplitude>((phase, from, k) => {
    const to = corners[(k + 1) % 4]!;
    return times(phase, determinant(from.map((a) => to.map((b) => overlap(a, b)))));
  }, { re: 1, im: 0 });
  return -Math.atan2(product.im, product.re);
};
