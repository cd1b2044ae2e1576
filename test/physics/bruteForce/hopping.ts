/**
 * # Hopping between a chiral d orbital and an oxygen
 *
 * - `hopping`: ⟨p_n|H|d_σ⟩ for a displacement, with d_σ = (d_xz + iσ d_yz)/√2 or any other state on titanium.
 * - `slopesOfHopping`: ⟨d₊|H|p_4⟩ at rest, its slope along the bond, and its slope across the bond over i, by numerical differentiation.
 */
import { DXZ, DYZ, type Cluster } from "./cluster.ts";
import type { Amplitude, Vector } from "./hermitian.ts";
import { chiralOrbital } from "./states.ts";

export const hopping = (cluster: Cluster, n: number, orbital: Vector, displacement: readonly [x: number, y: number] = [0, 0]): Amplitude => {
  const [xz, yz] = cluster.bond(n, displacement);
  return { re: xz * orbital.re[DXZ]! + yz * orbital.re[DYZ]!, im: xz * orbital.im[DXZ]! + yz * orbital.im[DYZ]! };
};

/** Central differences with the error of second, fourth and sixth order removed. */
const slope = (f: (x: number) => number, h: number): number => {
  const d = (step: number): number => (f(step) - f(-step)) / (2 * step);
  const [a, b, c] = [d(h), d(h / 2), d(h / 4)];
  const [p, q] = [(4 * b - a) / 3, (4 * c - b) / 3];
  return (16 * q - p) / 15;
};

export const slopesOfHopping = (cluster: Cluster): { readonly hopping: number; readonly along: number; readonly across: number } => {
  const orbital = chiralOrbital(1);
  const step = cluster.distance * 0.02;
  return {
    hopping: hopping(cluster, 4, orbital).re,
    along: slope((x) => hopping(cluster, 4, orbital, [x, 0]).re, step),
    across: slope((y) => hopping(cluster, 4, orbital, [0, y]).im, step),
  };
};
