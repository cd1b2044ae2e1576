/**
 * # Two levels at ±E, each of any degeneracy
 *
 * At a point where H² = E² the projector on the lower level and its derivatives need neither eigenvectors nor a gauge, only H, E and the
 * derivatives of H there, also where the level splits beside the point. With P = (1 − H/E)/2 and Q = 1 − P:
 *
 * - `slope(a)`: ∂_aP = −(P ∂_aH Q + Q ∂_aH P)/2E.
 * - `curvature(a, b)`: Ω_ab = i P[∂_aP, ∂_bP]P, the covariant curvature ∂_aA_b − ∂_bA_a − i[A_a, A_b] for A_a = ⟨m|i∂_a|n⟩.
 * - `chernForm(a, b, c, d)`: Tr(Ω_ab Ω_cd + Ω_bc Ω_ad − Ω_ac Ω_bd).
 * - `mixingCurl(x, y, a, b)`: ∂_aF_b − ∂_bF_a with F_c = i tr P[P₁, ∂_cP], where P₁ is the part between the levels of the first-order change of P
 *   with a flux θ in the plane of x and y, [x, y] = iθ: [H, P₁] = −(i/2)({∂_xH, ∂_yP}₊ − {∂_yH, ∂_xP}₊).
 *
 * Derivatives of H are along independent parameters in which H is linear; second derivatives of H are taken as zero. The results are terms over
 * the entries of H and E: definitions for the kernel to evaluate, nothing here is trusted.
 */
import { HALF, I, MINUS_ONE, negate, power, product, quotient, sum } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { addMatrices, commutator, identityMatrix, multiplyMatrices, scaleMatrix, subtractMatrices, trace, type Matrix } from "../expr/matrix.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";

export interface TwoLevels {
  readonly lower: Matrix;
  readonly slope: (a: PhysicalSymbol) => Matrix;
  readonly curvature: (a: PhysicalSymbol, b: PhysicalSymbol) => Matrix;
  readonly chernForm: (a: PhysicalSymbol, b: PhysicalSymbol, c: PhysicalSymbol, d: PhysicalSymbol) => Expr;
  readonly mixingCurl: (x: PhysicalSymbol, y: PhysicalSymbol, a: PhysicalSymbol, b: PhysicalSymbol) => Expr;
}

const times = (...factors: readonly [Matrix, ...Matrix[]]): Matrix => { const [first, ...rest] = factors; return rest.reduce(multiplyMatrices, first); };
const anticommutator = (a: Matrix, b: Matrix): Matrix => addMatrices(times(a, b), times(b, a));
const plus = (...terms: readonly [Matrix, ...Matrix[]]): Matrix => { const [first, ...rest] = terms; return rest.reduce(addMatrices, first); };
const minus = (a: Matrix): Matrix => scaleMatrix(MINUS_ONE, a);

/** `derivativeOf(a)`: ∂_aH at the point. */
export const twoLevels = (hamiltonian: Matrix, energy: Expr, derivativeOf: (a: PhysicalSymbol) => Matrix): TwoLevels => {
  const one = identityMatrix(hamiltonian.rows);
  const P = scaleMatrix(HALF, subtractMatrices(one, scaleMatrix(power(energy, MINUS_ONE), hamiltonian)));
  const Q = subtractMatrices(one, P);
  const perGap = quotient(HALF, energy);
  const known = new Map<string, Matrix>();
  const once = (key: string, make: () => Matrix): Matrix => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  /** X with [H, X] = R between the levels and nothing within them. */
  const solve = (R: Matrix): Matrix => scaleMatrix(perGap, subtractMatrices(times(Q, R, P), times(P, R, Q)));
  const slope = (a: PhysicalSymbol): Matrix => once(a.name, () => scaleMatrix(negate(perGap), addMatrices(times(P, derivativeOf(a), Q), times(Q, derivativeOf(a), P))));
  /** ∂_a∂_bP: from P² = P within the levels, from [H, P] = 0 between them. */
  const second = (a: PhysicalSymbol, b: PhysicalSymbol): Matrix => once(`${a.name},${b.name}`, () => {
    const both = anticommutator(slope(a), slope(b));
    const between = minus(addMatrices(commutator(derivativeOf(a), slope(b)), commutator(derivativeOf(b), slope(a))));
    return plus(times(Q, both, Q), minus(times(P, both, P)), solve(between));
  });
  const curvature = (a: PhysicalSymbol, b: PhysicalSymbol): Matrix => once(`curvature ${a.name},${b.name}`, () => scaleMatrix(I, times(P, commutator(slope(a), slope(b)), P)));
  const pair = (a: Matrix, b: Matrix): Expr => trace(times(a, b));
  return {
    lower: P, slope, curvature,
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

