/**
 * # Bound symbols
 *
 * What the range of a binder guarantees of the symbol it binds. That may be less than what the symbol was declared to be: t > 0 is no fact on
 * [−1, 1], and n is no sign in a sum from 1 to 4. Inside a binder only the guarantee counts.
 *
 * Trusted: yes.
 */
import { binder, INFINITY, MINUS_ONE, symbol } from "../expr/build.ts";
import type { BinderTerm, Expr } from "../expr/expr.ts";
import { isIntegerSymbol, isNegativeSymbol, isNonzeroSymbol, isPositiveSymbol, isRealSymbol, isSign, standIn, type Assumption, type PhysicalSymbol } from "../expr/symbol.ts";
import { substitute } from "../expr/walk.ts";
import { isNonnegative, oppositeSign, type Sign } from "./sign.ts";

/** The sign of an end of a range, or of a point. */
export type SignOf = (end: Expr) => Sign;

/** +1 and −1 for the ends ∞ and −∞ of a range. */
export const direction = (end: Expr): 1 | -1 | 0 =>
  end === INFINITY ? 1 : end.kind === "product" && end.args.length === 2 && end.args[0] === MINUS_ONE && end.args[1] === INFINITY ? -1 : 0;

/** ∞ as if it were a number. */
export const hasLooseInfinity = (e: Expr): boolean => {
  if (e.kind === "number" || e.kind === "symbol") return e === INFINITY;
  return e.args.some((arg, k) => (e.kind !== "binder" || k === 0 || direction(arg) === 0) && hasLooseInfinity(arg));
};

/** A symbol that stands for the bound one inside, with what its range guarantees and no more. */
export const innerSymbol = (e: Pick<BinderTerm, "head" | "bound" | "args">, signOf: SignOf): PhysicalSymbol => standIn(e.bound, guaranteed(e, signOf));

const guaranteed = ({ head, bound, args: [, from, to] }: Pick<BinderTerm, "head" | "bound" | "args">, signOf: SignOf): readonly Assumption[] => {
  const upwards = (end: Expr): boolean => direction(end) === 1 || (direction(end) === 0 && isNonnegative(signOf(end)));
  const downwards = (end: Expr): boolean => direction(end) === -1 || (direction(end) === 0 && isNonnegative(oppositeSign[signOf(end)]));
  switch (head) {
    case "integral": {
      if (from === undefined || to === undefined || [from, to].some((end) => direction(end) === 0 && signOf(end) === "unknown")) return [];
      return upwards(from) && upwards(to) ? ["positive"] : downwards(from) && downwards(to) ? ["negative"] : ["real"];
    }
    case "average": return isRealSymbol(bound) ? ["real"] : [];
    case "sum": return from === undefined || to === undefined ? [] : guaranteedInSum(bound, from, to, signOf);
    case "limit": case "derivative": {
      const point = from ?? symbol(bound);
      if (point.kind === "symbol" && point.symbol === bound) return bound.assume.filter((assumption) => assumption !== "integer" && assumption !== "sign");
      if (!isRealSymbol(bound)) return [];
      // A point has a neighbourhood of its own sign; at 0 a variable that is declared positive comes from above.
      if (direction(point) !== 0) return [direction(point) > 0 ? "positive" : "negative"];
      const sign = signOf(point);
      if (sign === "positive" || (head === "limit" && isPositiveSymbol(bound) && isNonnegative(sign))) return ["positive"];
      if (sign === "negative" || (head === "limit" && isNegativeSymbol(bound) && isNonnegative(oppositeSign[sign]))) return ["negative"];
      return sign === "unknown" ? [] : ["real"];
    }
  }
};

const guaranteedInSum = (bound: PhysicalSymbol, from: Expr, to: Expr, signOf: SignOf): readonly Assumption[] => {
  const [first, last] = [from, to].map((end) => (end.kind === "number" && end.value.denominator === 1 ? end.value.numerator : undefined));
  if (isSign(bound)) return first === -1 && last === 1 ? ["sign"] : [];
  if (first === undefined && !(from.kind === "symbol" && isIntegerSymbol(from.symbol))) return [];
  if (direction(from) === 0 && signOf(from) === "positive") return ["integer", "positive"];
  return direction(to) === 0 && signOf(to) === "negative" ? ["integer", "negative"] : ["integer"];
};

/** The binder over a letter without a sign: so that building canonical terms inside it uses nothing that the range may not guarantee. */
export const withoutSign = (e: BinderTerm): BinderTerm => {
  const assume = [...new Set(e.bound.assume.flatMap((assumption) => (assumption === "positive" || assumption === "negative" ? ["real" as const] : assumption === "nonzero" ? [] : [assumption])))];
  if (assume.length === e.bound.assume.length && assume.every((assumption) => e.bound.assume.includes(assumption))) return e;
  const weak = standIn(e.bound, assume);
  return binder(e.head, weak, e.args.map((arg, k) => (k === 0 ? substitute(arg, new Map([[e.bound, symbol(weak)]])) : arg)));
};

/** Whether the range guarantees all that was declared. */
export const holdsAsDeclared = (e: BinderTerm, signOf: SignOf): boolean => {
  const inner = innerSymbol(e, signOf);
  return e.bound.assume.every((assumption) => implied[assumption](inner));
};

/** Whether the assumptions of one symbol include those of another. */
export const satisfiedBy = (assume: readonly Assumption[], s: PhysicalSymbol): boolean => assume.every((assumption) => implied[assumption](s));
const implied: Readonly<Record<Assumption, (s: PhysicalSymbol) => boolean>> = {
  real: isRealSymbol, positive: isPositiveSymbol, negative: isNegativeSymbol, nonzero: isNonzeroSymbol, integer: (s) => isIntegerSymbol(s) || isSign(s), sign: isSign, operator: () => true,
};

/** How deep binders stand in one another. */
const nesting = (e: Expr): number => (e.kind === "number" || e.kind === "symbol" ? 0 : Math.max(0, ...e.args.map(nesting)) + (e.kind === "binder" ? 1 : 0));

/** Binders may mean the same only when their variables run along the same path, in the same steps, from the same side; equal nesting ends the comparison. */
export const runAlike = (a: BinderTerm, b: BinderTerm): boolean =>
  a.head === b.head && nesting(a) === nesting(b) && a.args.length === b.args.length && isRealSymbol(a.bound) === isRealSymbol(b.bound) && isSign(a.bound) === isSign(b.bound) &&
  (a.head !== "limit" || (isPositiveSymbol(a.bound) === isPositiveSymbol(b.bound) && isNegativeSymbol(a.bound) === isNegativeSymbol(b.bound)));
