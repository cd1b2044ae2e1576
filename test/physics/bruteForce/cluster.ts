/**
 * # TiO₄: one titanium, four oxygens, six orbitals
 *
 * Basis d_xz, d_yz, p₁ … p₄ (p_z of the oxygens), all real. Energies in eV above the oxygen p level, lengths in nm, ħ = 1. Oxygen n rests at the
 * distance r from titanium under the angle nπ/2, so oxygen 4 lies on the positive x axis and n counts counterclockwise.
 *
 * - `slaterKoster`: two-centre p-d π coupling of a bond vector R, −V (r/R)^η R/R in the components (d_xz, d_yz): lobes of equal sign that face
 *   each other lower the energy. Harrison: η = 7/2. Slater and Koster, Phys. Rev. 94, 1498 (1954), Table I.
 * - `springLike`: the same bond with free slopes along and across it, linear in the displacement.
 * - `hamiltonian`: the 6 × 6 matrix for a displacement of all oxygens relative to titanium.
 */
import { zeroMatrix, zeroVector, type Matrix, type Vector } from "./hermitian.ts";

/** Components (d_xz, d_yz) of the coupling of oxygen n when it is displaced. */
export type Bond = (n: number, displacement: readonly [x: number, y: number]) => readonly [xz: number, yz: number];

export interface Cluster {
  /** eV. */
  readonly dLevel: number;
  /** Between p_z of neighbouring oxygens, eV. */
  readonly oxygenHopping: number;
  /** Ti-O distance, nm. */
  readonly distance: number;
  readonly bond: Bond;
}

export const DXZ = 0;
export const DYZ = 1;
/** Place of p_n in the basis; n is counted modulo 4. */
export const oxygen = (n: number): number => 2 + ((((n - 1) % 4) + 4) % 4);
export const basisState = (k: number): Vector => {
  const v = zeroVector(6);
  v.re[k] = 1;
  return v;
};

/** Exact for the four directions. */
export const direction = (n: number): readonly [x: number, y: number] => [[1, 0] as const, [0, 1] as const, [-1, 0] as const, [0, -1] as const][((n % 4) + 4) % 4]!;

export const slaterKoster = (V: number, distance: number, exponent = 3.5): Bond => (n, [x, y]) => {
  const [ex, ey] = direction(n);
  const [X, Y] = [distance * ex + x, distance * ey + y];
  const R = Math.sqrt(X * X + Y * Y);
  const strength = -V * (distance / R) ** exponent / R;
  return [strength * X, strength * Y];
};

/** `along` and `across`, eV/nm: slopes of the coupling to the d orbital that points along the bond, and to the one across it. */
export const springLike = (V: number, along: number, across: number): Bond => (n, [x, y]) => {
  const [ex, ey] = direction(n);
  const [stretch, shift] = [x * ex + y * ey, y * ex - x * ey];
  return [(-V + along * stretch) * ex - across * shift * ey, (-V + along * stretch) * ey + across * shift * ex];
};

export const hamiltonian = (cluster: Cluster, displacement: readonly [x: number, y: number] = [0, 0], into: Matrix = zeroMatrix(6)): Matrix => {
  const h = into.re;
  h[0] = cluster.dLevel;
  h[7] = cluster.dLevel;
  for (let n = 1; n <= 4; n++) {
    const [j, k] = [oxygen(n), oxygen(n + 1)];
    h[j * 6 + k] = cluster.oxygenHopping;
    h[k * 6 + j] = cluster.oxygenHopping;
    const [xz, yz] = cluster.bond(n, displacement);
    h[DXZ * 6 + j] = xz;
    h[j * 6 + DXZ] = xz;
    h[DYZ * 6 + j] = yz;
    h[j * 6 + DYZ] = yz;
  }
  return into;
};

/** Of the d shell, in ħ: L_z = −i∂_φ turns xz into i yz and yz into −i xz. */
export const orbitalMomentum = (): Matrix => {
  const m = zeroMatrix(6);
  m.im[DYZ * 6 + DXZ] = 1;
  m.im[DXZ * 6 + DYZ] = -1;
  return m;
};

/** Rotation of the cluster by a quarter turn: x → y, y → −x, oxygen n → n + 1. */
export const quarterTurn = (v: Vector): Vector => {
  const turnedPart = (x: Float64Array): Float64Array => Float64Array.from([-x[DYZ]!, x[DXZ]!, x[oxygen(0)]!, x[oxygen(1)]!, x[oxygen(2)]!, x[oxygen(3)]!]);
  return { re: turnedPart(v.re), im: turnedPart(v.im) };
};
