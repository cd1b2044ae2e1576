/**
 * # Closed forms of the two Dirac models
 *
 * Plain functions of numbers, derived by hand from the projectors and by perturbation theory, and held against both in `curvature.test.ts` and
 * `nontopological.test.ts`. Letters and orientation of `bandModels.ts`; a point is (kx, ky, ux, uy).
 *
 * X = v²k², Y = ζ²u², M² = X + Y + Δ², D = √(M⁴ − 4XY) = E₊E₋, S = E₊ + E₋, E±² = (vk ± ζu)² + Δ².
 */
import type { DiracLetters } from "../bruteForce/bandModels.ts";
import type { FourNumbers } from "./randomModels.ts";

export interface Invariants { readonly X: number; readonly Y: number; readonly M2: number; readonly D: number; readonly S: number }

export const invariants = ({ v, Δ, ζ }: DiracLetters, [kx, ky, ux, uy]: FourNumbers): Invariants => {
  const [X, Y] = [v * v * (kx * kx + ky * ky), ζ * ζ * (ux * ux + uy * uy)];
  const M2 = X + Y + Δ * Δ;
  const D = Math.sqrt(M2 * M2 - 4 * X * Y);
  return { X, Y, M2, D, S: Math.sqrt(2 * M2 + 2 * D) };
};

/** Graphene model: −M, −M, M, M. */
export const grapheneEnergies = (letters: DiracLetters, point: FourNumbers): FourNumbers => {
  const M = Math.sqrt(invariants(letters, point).M2);
  return [-M, -M, M, M];
};

/** Dirac semimetal: −E₊, −E₋, E₋, E₊. */
export const semimetalEnergies = ({ v, Δ, ζ }: DiracLetters, [kx, ky, ux, uy]: FourNumbers): FourNumbers => {
  const [up, down] = [1, -1].map((s) => Math.hypot(v * Math.hypot(kx, ky) + s * ζ * Math.hypot(ux, uy), Δ));
  return [-up!, -down!, down!, up!];
};

/** ε_abcd of 0 … 3. */
const permutationSign = (indices: FourNumbers): number => {
  let sign = 1;
  for (let j = 0; j < 4; j++) for (let k = 0; k < j; k++) sign *= Math.sign(indices[j]! - indices[k]!);
  return sign;
};

/** Graphene model: C = ±(3/2)v²ζ²Δ/M⁵. */
export const grapheneChernForm = (letters: DiracLetters, point: FourNumbers): number =>
  1.5 * letters.orientation * (letters.v * letters.ζ) ** 2 * letters.Δ / invariants(letters, point).M2 ** 2.5;

/** Graphene model: Tr Ω_ab Ω_cd = ½(g_ac g_bd − g_ad g_bc) ± ½v²ζ²Δ/M⁵ ε_abcd, with g_ab = (c_a²δ_ab − c_a²c_b²x_a x_b/M²)/M² and c = (v, v, ζ, ζ). */
export const grapheneTraces = (letters: DiracLetters, point: FourNumbers): ((...indices: FourNumbers) => number) => {
  const { M2 } = invariants(letters, point);
  const { v, ζ } = letters;
  const squares = [v * v, v * v, ζ * ζ, ζ * ζ];
  const g = (a: number, b: number): number => ((a === b ? squares[a]! : 0) - squares[a]! * squares[b]! * point[a]! * point[b]! / M2) / M2;
  return (a, b, c, d) => (g(a, c) * g(b, d) - g(a, d) * g(b, c)) / 2 + grapheneChernForm(letters, point) / 3 * permutationSign([a, b, c, d]);
};

/** Dirac semimetal: the curvatures are f_ab times one fixed generator of rotations, Tr Ω_ab Ω_cd = 2 f_ab f_cd; the common sign of f is free. */
export const semimetalCurvature = (letters: DiracLetters, point: FourNumbers): ((a: number, b: number) => number) => {
  const { X, Y, M2, D, S } = invariants(letters, point);
  const { v, Δ, ζ, orientation } = letters;
  const [kx, ky, ux, uy] = point;
  const [s, p, q] = [Math.sign(Δ), 1 / (D ** 2.5 * Math.sqrt(S * S - 4 * X)), 1 / (D ** 2.5 * Math.sqrt(S * S - 4 * Y))];
  const mixed = (i: number, j: number): number => 2 * (v * ζ * Δ) ** 2 * (s * [-ky, kx][i]! * [ux, uy][j]! * p - orientation * [kx, ky][i]! * [-uy, ux][j]! * q);
  const f = (a: number, b: number): number => b === 1 ? s * (v * Δ) ** 2 * M2 * p : a === 2 ? orientation * (ζ * Δ) ** 2 * M2 * q : mixed(a, b - 2);
  return (a, b) => a === b ? 0 : a < b ? f(a, b) : -f(b, a);
};

/** Dirac semimetal: C = ±v²ζ²Δ³/(D³S). */
export const semimetalChernForm = (letters: DiracLetters, point: FourNumbers): number => {
  const { D, S } = invariants(letters, point);
  return letters.orientation * (letters.v * letters.ζ) ** 2 * letters.Δ ** 3 / (D ** 3 * S);
};

/** Dirac semimetal: F = g (uy, −ux) with g = ±2v²ζ²Δ³S/(D³(S² − 4Y)). For the graphene model F = 0. */
export const semimetalShift = (letters: DiracLetters, point: FourNumbers): readonly [number, number] => {
  const { Y, D, S } = invariants(letters, point);
  const g = 2 * letters.orientation * (letters.v * letters.ζ) ** 2 * letters.Δ ** 3 * S / (D ** 3 * (S * S - 4 * Y));
  return [g * point[3], -g * point[2]];
};

/** ∫d²k/(2π)² of C, and of the sum of C and the non-topological density −curl F, at |u|, for |k| below a cutoff: the total is that of the graphene model in both models. */
export const grapheneIntegral = ({ v, Δ, ζ, orientation }: DiracLetters, u: number, cutoff = Infinity): number => {
  const m2 = Δ * Δ + (ζ * u) ** 2;
  return orientation * ζ * ζ * Δ / (4 * Math.PI) * (m2 ** -1.5 - (m2 + (v * cutoff) ** 2) ** -1.5);
};
