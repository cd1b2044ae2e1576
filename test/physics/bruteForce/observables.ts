/**
 * # What is measured on orbitals
 *
 * - `occupation`: |⟨state|ψ⟩|².
 * - `bondFlow`: electrons per time from orbital j to orbital k through the matrix element between them; from the continuity equation
 *   d|ψ_k|²/dt = Σ_j 2 Im(ψ_k* H_kj ψ_j) it is the term of j.
 * - `ringFlows`: the four flows n → n + 1 around the oxygens.
 * - `loopMoment`: magnetic moment of a current around the square of oxygens at rest, area × current, for the charge −e of what flows.
 */
import { DXZ, DYZ, direction, oxygen, type Cluster } from "./cluster.ts";
import { modulusSquared, overlap, type Vector } from "./hermitian.ts";

export const occupation = (state: Vector, ψ: Vector): number => modulusSquared(overlap(state, ψ));

/** In ħ: ⟨L_z⟩ of the d shell, 2 Im(ψ_xz* ψ_yz). */
export const momentumOnTitanium = (ψ: Vector): number => 2 * (ψ.re[DXZ]! * ψ.im[DYZ]! - ψ.im[DXZ]! * ψ.re[DYZ]!);

export const bondFlow = (matrixElement: number, ψ: Vector, j: number, k: number): number => 2 * matrixElement * (ψ.re[k]! * ψ.im[j]! - ψ.im[k]! * ψ.re[j]!);

export const ringFlows = (hopping: number, ψ: Vector): readonly number[] => [1, 2, 3, 4].map((n) => bondFlow(hopping, ψ, oxygen(n), oxygen(n + 1)));

export const density = (ψ: Vector, k: number): number => ψ.re[k]! ** 2 + ψ.im[k]! ** 2;

/** By its corners, counterclockwise. */
export const areaOfSquare = (cluster: Cluster): number => [1, 2, 3, 4].reduce((area, n) => {
  const [[x, y], [X, Y]] = [direction(n), direction(n + 1)];
  return area + cluster.distance ** 2 * (x * Y - y * X) / 2;
}, 0);

/** `flow`: counterclockwise, electrons per time; the charge of an electron is −e. */
export const loopMoment = (cluster: Cluster, flow: number, e = 1): number => -e * flow * areaOfSquare(cluster);
