/**
 * Two four-band models of electrons coupled to a circular phonon u = (u_x, u_y), and closed forms for them that were derived by hand.
 * Orientation s = +1: upper right ζρ† with ρ = u_y + i u_x; s = −1: ζρ.
 */
import { int, power, product, quotient, sum, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { matrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { letters } from "../kernel/declare.ts";

export const { ex, letter } = letters("v,Z positive; D nonzero; D,kx,ky,ux,uy real");
export const parameters = ["kx", "ky", "ux", "uy"].map(letter);
export type Orientation = 1 | -1;

const coupled = (s: Orientation, sign: "" | "-"): Matrix => {
  const [right, left] = s === 1 ? ["(uy - i*ux)", "(uy + i*ux)"] : ["(uy + i*ux)", "(uy - i*ux)"];
  return matrix([
    ["D", "v*(kx - i*ky)", `Z*${right}`, "0"],
    ["v*(kx + i*ky)", "-D", "0", `${sign}Z*${right}`],
    [`Z*${left}`, "0", "-D", "-v*(kx - i*ky)"],
    ["0", `${sign}Z*${left}`, "-v*(kx + i*ky)", "D"],
  ].map((row) => row.map(ex)));
};
/** Five anticommuting matrices: H² = M². */
export const clifford = (s: Orientation): Matrix => coupled(s, "");
/** Energies ±E₊, ±E₋ with E± = √((vk ± ζu)² + Δ²). */
export const split = (s: Orientation): Matrix => coupled(s, "-");

export const X = ex("v^2*(kx^2 + ky^2)");
export const Y = ex("Z^2*(ux^2 + uy^2)");
export const M2 = sum(X, Y, ex("D^2"));
export const M = power(M2, ex("1/2"));
/** E₊E₋ and E₊ + E₋. */
export const DD = power(sum(power(M2, int(2)), product(int(-4), X, Y)), ex("1/2"));
export const S = power(sum(product(int(2), M2), product(int(2), DD)), ex("1/2"));

const component = (a: number): Expr => ex(["kx", "ky", "ux", "uy"][a]!);
const squared = (a: number): Expr => ex(a < 2 ? "v^2" : "Z^2");
const delta = (a: number, b: number): number => (a === b ? 1 : 0);
export const permutationSign = (...places: readonly number[]): number => {
  let sign = 1;
  places.forEach((a, i) => places.forEach((b, j) => { if (i < j) sign *= Math.sign(b - a); }));
  return sign;
};

/** g_ab of the Clifford model: [c_a² δ_ab − c_a² c_b² x_a x_b/M²]/M². */
const metric = (a: number, b: number): Expr =>
  quotient(sum(product(int(delta(a, b)), squared(a)), product(int(-1), squared(a), squared(b), component(a), component(b), power(M2, int(-1)))), M2);

/** Tr(Ω_ab Ω_cd) of the Clifford model. */
export const cliffordProduct = (s: Orientation, [a, b]: readonly [number, number], [c, d]: readonly [number, number]): Expr =>
  sum(product(ex("1/2"), sum(product(metric(a, c), metric(b, d)), product(int(-1), metric(a, d), metric(b, c)))),
    product(int(s * permutationSign(a, b, c, d)), ex("v^2*Z^2*D/2"), power(M, int(-5))));
export const cliffordChernForm = (s: Orientation): Expr => product(int(s), ex("3/2*v^2*Z^2*D"), power(M, int(-5)));

/** f_ab = α·sign(Δ)p + β·q of the split model, p = 1/(D^{5/2}√(S² − 4X)), q = 1/(D^{5/2}√(S² − 4Y)). */
const strength = (s: Orientation, a: number, b: number): readonly [Expr, Expr] => {
  if (a > b) return strength(s, b, a).map((part) => product(int(-1), part)) as [Expr, Expr];
  if (a === 0 && b === 1) return [product(ex("v^2*D^2"), M2), ZERO];
  if (a === 2 && b === 3) return [ZERO, product(int(s), ex("Z^2*D^2"), M2)];
  const [turnedK, turnedU] = [[ex("-ky"), ex("kx")][a]!, [ex("-uy"), ex("ux")][b - 2]!];
  return [product(ex("2*v^2*Z^2*D^2"), turnedK, component(b)), product(int(-s), ex("2*v^2*Z^2*D^2"), component(a), turnedU)];
};
/** Tr(Ω_ab Ω_cd) = 2 f_ab f_cd of the split model, with p q sign(Δ) = 1/(2 Δ S D⁵). */
export const splitProduct = (s: Orientation, [a, b]: readonly [number, number], [c, d]: readonly [number, number]): Expr => {
  const [[α, β], [γ, δ]] = [strength(s, a, b), strength(s, c, d)];
  const inverse = (e: Expr): Expr => power(e, int(-1));
  return product(int(2), power(DD, int(-5)), sum(
    product(α, γ, inverse(sum(power(S, int(2)), product(int(-4), X)))), product(β, δ, inverse(sum(power(S, int(2)), product(int(-4), Y)))),
    product(sum(product(α, δ), product(β, γ)), inverse(product(ex("2*D"), S)))));
};
export const splitChernForm = (s: Orientation): Expr => product(int(s), ex("v^2*Z^2*D^3"), power(DD, int(-3)), power(S, int(-1)));
