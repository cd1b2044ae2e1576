/**
 * # Landau levels of a Dirac model
 *
 * π = πx + iπy = √(2b) a† with [πx, πy] = −ib, b = eB/ħ > 0 (charge −e). Oscillator states up to `levels`, one fewer for the components on which π† acts: no
 * level is left without its partner at the end, so every energy is exact.
 */
import { type DiracLetters } from "./bandModels.ts";
import { acrossTheGap } from "./bandGeometry.ts";
import { adjoint, frameOf, inFrame, traceOfProduct } from "./complexMatrix.ts";
import { eigenstates, zeroMatrix, type Matrix } from "./hermitian.ts";

export type Kind = "graphene" | "diracSemimetal";

/** H with components 1 and 3 in oscillator states 0 … levels − 1, components 2 and 4 in 0 … levels; upper right block ζ(uy ∓ iux) as in the model. */
const landauMatrix = (kind: Kind, { v, Δ, ζ, orientation }: DiracLetters, b: number, levels: number, [ux, uy]: readonly [number, number], constant = 1): Matrix => {
  const sizes = [levels, levels + 1, levels, levels + 1];
  const start = sizes.map((_, c) => sizes.slice(0, c).reduce((s, x) => s + x, 0));
  const result = zeroMatrix(4 * levels + 2);
  const set = (row: number, column: number, re: number, im: number): void => {
    result.re[row * result.size + column] = re;
    result.im[row * result.size + column] = im;
    result.re[column * result.size + row] = re;
    result.im[column * result.size + row] = -im;
  };
  for (let n = 0; n <= levels; n++) {
    for (const [c, sign] of [[0, 1], [1, -1], [2, -1], [3, 1]] as const) if (n < sizes[c]!) set(start[c]! + n, start[c]! + n, constant * sign * Δ, 0);
    // ⟨n − 1|a|n⟩ = √n in the elements (1, 2) and (3, 4), where π† stands.
    if (n > 0) {
      set(start[0]! + n - 1, start[1]! + n, constant * v * Math.sqrt(2 * b * n), 0);
      set(start[2]! + n - 1, start[3]! + n, -constant * v * Math.sqrt(2 * b * n), 0);
    }
    const second = kind === "graphene" ? 1 : -1;
    if (n < levels) set(start[0]! + n, start[2]! + n, ζ * uy, -orientation * ζ * ux);
    set(start[1]! + n, start[3]! + n, second * ζ * uy, -second * orientation * ζ * ux);
  }
  return result;
};

/**
 * The moment −G/θ, θ = −b: per area and in units of eL/2m, from all filled Landau levels, each with b/2π states per area.
 *
 * @param b       eB/ħ, inverse area
 * @param levels  oscillator states; the result does not depend on it because only the lowest pair contributes
 */
export const landauMoment = (kind: Kind, letters: DiracLetters, b: number, levels: number, u: readonly [number, number]): number => {
  const { energies, states } = eigenstates(landauMatrix(kind, letters, b, levels, u));
  const frame = frameOf(states);
  const filled = energies.filter((E) => E < 0).length;
  const [X, Y] = ([[1, 0], [0, 1]] as const).map((direction) => acrossTheGap(inFrame(landauMatrix(kind, letters, b, levels, direction, 0), frame), energies, filled));
  // G is the curvature times b/2π.
  return -2 * traceOfProduct(X!, adjoint(Y!)).im / (2 * Math.PI);
};
