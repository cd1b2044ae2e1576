/**
 * # Levels at a point
 *
 * At one point of the parameters, the projector P on the occupied levels, its derivatives and what follows from them need neither eigenvectors nor a
 * gauge, only H, its energies and the derivatives of H there, also where a degenerate level splits beside the point:
 *
 * - `slope(a)`: ∂_aP, from [H, ∂_aP] = [P, ∂_aH].
 * - `curvature(a, b)`: Ω_ab = i P[∂_aP, ∂_bP]P, the covariant curvature ∂_aA_b − ∂_bA_a − i[A_a, A_b] for A_a = ⟨m|i∂_a|n⟩.
 * - `chernForm(a, b, c, d)`: Tr(Ω_ab Ω_cd + Ω_bc Ω_ad − Ω_ac Ω_bd).
 * - `mixingCurl(x, y, a, b)`: ∂_aF_b − ∂_bF_a with F_c = i tr P[P₁, ∂_cP], where P₁ is the part between occupied and empty levels of the first-order
 *   change of P with a flux θ in the plane of x and y, [x, y] = iθ: [H, P₁] = −(i/2)({∂_xH, ∂_yP}₊ − {∂_yH, ∂_xP}₊).
 *
 * The projector on a level is Π (H − E_j)/(E_i − E_j) over the other levels; degenerate energies are listed once. H is linear in the parameters: its
 * second derivatives are taken as zero. The results are terms over the entries of H and the energies: definitions for the kernel to evaluate; that
 * the energies are those of H is for the caller to show. Nothing here is trusted. For all points at once, and for bands of unknown energies, see
 * `berryGeometry`.
 */
import { difference, HALF, I, MINUS_ONE, negate, power, product, sum, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { addMatrices, commutator, identityMatrix, multiplyMatrices, scaleMatrix, subtractMatrices, trace, type Matrix } from "../expr/matrix.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";

/** Each distinct energy once. */
export interface LevelEnergies { readonly occupied: readonly Expr[]; readonly empty: readonly Expr[] }

export interface Levels {
  readonly occupied: Matrix;
  readonly slope: (a: PhysicalSymbol) => Matrix;
  readonly curvature: (a: PhysicalSymbol, b: PhysicalSymbol) => Matrix;
  readonly chernForm: (a: PhysicalSymbol, b: PhysicalSymbol, c: PhysicalSymbol, d: PhysicalSymbol) => Expr;
  readonly mixingCurl: (x: PhysicalSymbol, y: PhysicalSymbol, a: PhysicalSymbol, b: PhysicalSymbol) => Expr;
}

const times = (...factors: readonly [Matrix, ...Matrix[]]): Matrix => { const [first, ...rest] = factors; return rest.reduce(multiplyMatrices, first); };
const anticommutator = (a: Matrix, b: Matrix): Matrix => addMatrices(times(a, b), times(b, a));
const plus = (...terms: readonly [Matrix, ...Matrix[]]): Matrix => { const [first, ...rest] = terms; return rest.reduce(addMatrices, first); };
const minus = (a: Matrix): Matrix => scaleMatrix(MINUS_ONE, a);

/** @param derivativeOf ∂_aH at the point. */
export const levels = (hamiltonian: Matrix, { occupied, empty }: LevelEnergies, derivativeOf: (a: PhysicalSymbol) => Matrix): Levels => {
  const one = identityMatrix(hamiltonian.rows);
  const energies = [...occupied, ...empty];
  const projectors = energies.slice(0, -1).map((energy) => energies.filter((other) => other !== energy).map((other) =>
    scaleMatrix(power(difference(energy, other), MINUS_ONE), subtractMatrices(hamiltonian, scaleMatrix(other, one)))).reduce(multiplyMatrices));
  const all = [...projectors, projectors.reduce(subtractMatrices, one)].map((projector, k) => ({ projector, energy: energies[k] ?? ZERO }));
  const [below, above] = [all.slice(0, occupied.length), all.slice(occupied.length)];
  const P = below.map(({ projector }) => projector).reduce(addMatrices);
  const Q = subtractMatrices(one, P);
  const known = new Map<string, Matrix>();
  const once = (key: string, make: () => Matrix): Matrix => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  /** Σ (P_n R P_m ± P_m R P_n)/(E_n − E_m) over occupied n and empty m. */
  const across = (R: Matrix, combine: (x: Matrix, y: Matrix) => Matrix): Matrix => below.flatMap((n) => above.map((m) =>
    scaleMatrix(power(difference(n.energy, m.energy), MINUS_ONE), combine(times(n.projector, R, m.projector), times(m.projector, R, n.projector))))).reduce(addMatrices);
  /** X with [H, X] = R between occupied and empty levels and nothing within them. */
  const solve = (R: Matrix): Matrix => across(R, subtractMatrices);
  const slope = (a: PhysicalSymbol): Matrix => once(a.name, () => across(derivativeOf(a), addMatrices));
  /** ∂_a∂_bP: from P² = P within the levels, from [H, P] = 0 between them. */
  const second = (a: PhysicalSymbol, b: PhysicalSymbol): Matrix => once(`${a.name},${b.name}`, () => {
    const both = anticommutator(slope(a), slope(b));
    const between = minus(addMatrices(commutator(derivativeOf(a), slope(b)), commutator(derivativeOf(b), slope(a))));
    return plus(times(Q, both, Q), minus(times(P, both, P)), solve(between));
  });
  const curvature = (a: PhysicalSymbol, b: PhysicalSymbol): Matrix => once(`curvature ${a.name},${b.name}`, () => scaleMatrix(I, times(P, commutator(slope(a), slope(b)), P)));
  const pair = (a: Matrix, b: Matrix): Expr => trace(times(a, b));
  return {
    occupied: P, slope, curvature,
    chernForm: (a, b, c, d) => sum(pair(curvature(a, b), curvature(c, d)), pair(curvature(b, c), curvature(a, d)), negate(pair(curvature(a, c), curvature(b, d)))),
    mixingCurl: (x, y, a, b) => {
      const [Hx, Hy] = [derivativeOf(x), derivativeOf(y)];
      const factor = product(MINUS_ONE, I, HALF);
      const source = scaleMatrix(factor, subtractMatrices(anticommutator(Hx, slope(y)), anticommutator(Hy, slope(x))));
      const P1 = solve(source);
      /** ∂_cP₁ between the levels: the derivative of [H, P₁] = P R Q + Q R P. */
      const slopeOfP1 = (c: PhysicalSymbol): Matrix => {
        const change = scaleMatrix(factor, subtractMatrices(anticommutator(Hx, second(y, c)), anticommutator(Hy, second(x, c))));
        const dP = slope(c);
        const moved = plus(times(dP, source, Q), times(P, change, Q), minus(times(P, source, dP)), minus(times(dP, source, P)), times(Q, change, P), times(Q, source, dP));
        return solve(subtractMatrices(moved, commutator(derivativeOf(c), P1)));
      };
      const [da, db] = [slope(a), slope(b)];
      return product(I, sum(
        pair(da, commutator(P1, db)), negate(pair(db, commutator(P1, da))),
        pair(P, commutator(slopeOfP1(a), db)), negate(pair(P, commutator(slopeOfP1(b), da))),
      ));
    },
  };
};

