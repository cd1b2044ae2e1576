/**
 * # The vote of plain sampling
 *
 * Both sides in double precision at sample points that respect the assumptions. Alike at every point of every case counts as *agrees*:
 * a second opinion beside a proof, never a proof.
 */
import type { Expr } from "../expr/expr.ts";
import { attempt, ballot, isUnable, numericOpinion } from "./ballot.ts";
import { doubleValue, isFiniteValue } from "./doubles.ts";
import type { Opinion } from "./opinion.ts";

const ENOUGH = 3;

export const sampledVote = (left: Expr, right: Expr, positive: readonly Expr[] = []): Opinion => {
  const began = performance.now();
  const answered = (vote: Opinion["vote"], because: string): Opinion => ({ vote, because, milliseconds: Math.round(performance.now() - began) });
  const cases = attempt(() => ballot(left, right, positive));
  if (isUnable(cases)) return answered("unable", cases.unable);
  let compared = 0;
  for (const one of cases) {
    const pairs = one.samples.map((sample) => [doubleValue(one.left, sample), doubleValue(one.right, sample)] as const);
    const finding = numericOpinion(pairs, one.says);
    if (finding.vote === "disagrees") return answered("disagrees", finding.because);
    const defined = pairs.filter(([a, b]) => isFiniteValue(a) && isFiniteValue(b)).length;
    if (defined < ENOUGH) return answered("unable", `values at only ${defined} points`);
    compared += defined;
  }
  return answered("agrees", `values alike at ${compared} points`);
};
