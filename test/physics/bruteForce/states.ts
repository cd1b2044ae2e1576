/**
 * # The cluster at rest
 *
 * Its six states by diagonalisation. A quarter turn commutes with H, and levels that H leaves degenerate are told apart by it: a state that gains
 * e^{−imπ/2} has the quasi-angular momentum m = 0, ±1, 2 of a wave e^{imnπ/2} on the oxygens.
 *
 * - n1 (m = 0) and n2 (m = 2) live on the oxygens alone; for m = ±1 the upper state is antibonding, the lower bonding.
 * - phases: every component on oxygen 4 is positive.
 */
import { basisState, DXZ, DYZ, hamiltonian, oxygen, quarterTurn, type Cluster } from "./cluster.ts";
import { eigenstates, expectation, overlap, turned, weightedSum, zeroMatrix, zeroVector, type Matrix, type Vector } from "./hermitian.ts";

export interface Level { readonly energy: number; readonly state: Vector }
/** Indexed by the quasi-angular momentum. */
export interface Pair { readonly 1: Level; readonly [-1]: Level }
export interface RestStates { readonly n1: Level; readonly n2: Level; readonly antibonding: Pair; readonly bonding: Pair }

/** (T + T†)/2 and (T − T†)/2i for the quarter turn T; both are Hermitian and commute with H. */
const turnParts = (): readonly [even: Matrix, odd: Matrix] => {
  const [even, odd] = [zeroMatrix(6), zeroMatrix(6)];
  for (let k = 0; k < 6; k++) {
    const image = quarterTurn(basisState(k));
    for (let j = 0; j < 6; j++) {
      even.re[j * 6 + k]! += image.re[j]! / 2;
      even.re[k * 6 + j]! += image.re[j]! / 2;
      odd.im[j * 6 + k]! -= image.re[j]! / 2;
      odd.im[k * 6 + j]! += image.re[j]! / 2;
    }
  }
  return [even, odd];
};

/** The phase that makes the component on oxygen 4 positive. */
const fixedPhase = (v: Vector): Vector => turned(v, -Math.atan2(v.im[oxygen(4)]!, v.re[oxygen(4)]!));

export const restStates = (cluster: Cluster): RestStates => {
  const h = hamiltonian(cluster);
  const [even, odd] = turnParts();
  // Any real weights serve; they only have to keep states of different m apart.
  const { states } = eigenstates(weightedSum([[1, h], [31, even], [17, odd]]));
  const sorted = states.map((raw) => {
    const state = fixedPhase(raw);
    const turn = overlap(state, quarterTurn(state));
    return { level: { energy: expectation(h, state), state }, m: Math.abs(turn.re) > 0.5 ? (turn.re > 0 ? 0 : 2) : turn.im < 0 ? 1 : -1 };
  });
  const of = (m: number): readonly Level[] => sorted.filter((entry) => entry.m === m).map((entry) => entry.level).sort((a, b) => a.energy - b.energy);
  const pair = (k: number): Pair => ({ 1: of(1)[k]!, [-1]: of(-1)[k]! });
  return { n1: of(0)[0]!, n2: of(2)[0]!, antibonding: pair(1), bonding: pair(0) };
};

/** Gap between the antibonding states and the upper nonbonding one. */
export const gapOf = (cluster: Cluster): number => {
  const { antibonding, n2 } = restStates(cluster);
  return antibonding[1].energy - n2.energy;
};

/** The same cluster with its titanium level where the gap has the given value. The gap grows with the level. */
export const withGap = (cluster: Omit<Cluster, "dLevel">, gap: number): Cluster => {
  let [low, high] = [-50, 50];
  while (high - low > 1e-14) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (gapOf({ ...cluster, dLevel: middle }) < gap) low = middle; else high = middle;
  }
  return { ...cluster, dLevel: (low + high) / 2 };
};

/** (d_xz + iσ d_yz)/√2 times the phase e^{iχ}: the orbital moment σħ along z. */
export const chiralOrbital = (σ: 1 | -1, χ = 0): Vector => {
  const v = zeroVector(6);
  v.re[DXZ] = Math.SQRT1_2;
  v.im[DYZ] = σ * Math.SQRT1_2;
  return turned(v, χ);
};
