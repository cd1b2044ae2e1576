/**
 * # Sums and derivatives as plain terms
 *
 * For evaluating in double precision: a finite sum is written out, a derivative carried out.
 */
import { sum } from "../symbolic/expr/build.ts";
import type { Expr } from "../symbolic/expr/expr.ts";
import { substitute, summands, withChildren } from "../symbolic/expr/walk.ts";
import { derivative } from "../symbolic/kernel/derivative.ts";
import { toNumber } from "../symbolic/number/rational.ts";

export const evaluateBinders = (e: Expr): Expr => {
  if (e.kind === "number" || e.kind === "symbol") return e;
  const args = e.args.map(evaluateBinders);
  const [body, from, to] = args;
  if (e.kind === "binder" && body !== undefined && e.head === "sum" && from?.kind === "number" && to?.kind === "number") {
    return sum(...summands(body, e.bound, toNumber(from.value), toNumber(to.value)).map(evaluateBinders));
  }
  if (e.kind === "binder" && body !== undefined && e.head === "derivative" && from !== undefined) return substitute(derivative(body, e.bound), new Map([[e.bound, from]]));
  return withChildren(e, args);
};
