/**
 * # How long a term is when written out
 *
 * Terms share their parts; written out, a part is repeated wherever it occurs. A matrix product of a few lines can take more characters than there
 * is memory, so the printers abbreviate what is beyond `LONGEST`.
 */
import type { Expr } from "../expr/expr.ts";

/** Letters, numbers and operations of a term that is still printed. */
export const LONGEST = 2_000;

/** Letters, numbers and operations, repeated as often as they are written. */
export const extent = (e: Expr): number => {
  const known = new Map<Expr, number>();
  const count = (node: Expr): number => {
    if (node.kind === "number" || node.kind === "symbol") return 1;
    const before = known.get(node);
    if (before !== undefined) return before;
    const total = node.args.reduce((all, arg) => all + count(arg), 1);
    known.set(node, total);
    return total;
  };
  return count(e);
};

/** "a term of 3.4e+9 signs", for a term that is too long to print. */
export const abbreviation = (e: Expr): string | undefined => {
  const length = extent(e);
  return length <= LONGEST ? undefined : `a term of ${length.toPrecision(2)} signs`;
};
