/**
 * # A term at one point, certified
 *
 * For numbers that are shown to somebody: bounds of the value at exact values of the letters, and the part of the term that has no value.
 *
 * - `numericPoint`: the term with its finite sums written out and its letters at their values. Undefined where it holds an integral, a
 *   derivative, an average, or a letter without a value.
 *
 * Not here: the choice of a precision, and rounding to doubles.
 */
import { call, power, product, sum, symbol, written } from "../expr/build.ts";
import type { CallTerm, Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, subterms, summands, transform } from "../expr/walk.ts";
import { precisions, tryEnclose, type Point } from "../kernel/enclosure.ts";
import { infix } from "../notation/infixPrinter.ts";
import { endPoints, hasEndPoints, isNegativeBall } from "../number/ball.ts";
import { excludesZero, isRealBall, type ComplexBall } from "../number/complexBall.ts";
import { isInteger, type Gaussian, type Rational } from "../number/rational.ts";
import { showValue } from "./difference.ts";

type Bounds = readonly [low: Rational, high: Rational];
export interface ComplexBounds { readonly re: Bounds; readonly im: Bounds }

export interface NumericPoint {
  /** Bounds of both parts at this precision; undefined where there is no enclosure. */
  readonly bounds: (bits: number) => ComplexBounds | undefined;
  /** The part of the term that has no value, or none that is real, in words. */
  readonly fault: (real: boolean) => string | undefined;
}

/** `values`: of symbols and of members of families. */
export const numericPoint = (term: Expr, values: ReadonlyMap<Expr, Gaussian>): NumericPoint | undefined => {
  const members = new Map<Expr, PhysicalSymbol>();
  for (const letter of values.keys()) if (letter.kind === "call") members.set(letter, physicalSymbol(infix(letter)));
  const closed = transform(withoutSums(term), (node) => {
    const member = node.kind === "call" && typeof node.head !== "string" ? members.get(tidyMember(node, node.head)) : undefined;
    return member === undefined ? node : symbol(member);
  });
  const point: Point = {
    values: new Map([...values].flatMap(([letter, value]): readonly (readonly [PhysicalSymbol, Gaussian])[] => {
      const of = letter.kind === "symbol" ? letter.symbol : members.get(letter);
      return of === undefined ? [] : [[of, value]];
    })),
    seed: 1,
  };
  // A family without a value would get one of its own choice.
  const isClosed = freeSymbols(closed).every((s) => s === imaginaryUnit || s === circleConstant || point.values.has(s)) && subterms(closed).every((node) => node.kind !== "binder" && node.kind !== "word" && (node.kind !== "call" || typeof node.head === "string"));
  if (!isClosed) return undefined;
  return {
    bounds: (bits) => {
      const ball = tryEnclose(closed, point, bits);
      return ball === undefined || !hasEndPoints(ball.re) || !hasEndPoints(ball.im) ? undefined : { re: endPoints(ball.re), im: endPoints(ball.im) };
    },
    fault: (real) => {
      for (const node of subterms(closed)) {
        const found = faultOf(node, point, real);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
};

/** Sums with a numeric range as their terms; the range of an inner sum may become one when the outer sum is written out. */
const withoutSums = (e: Expr): Expr => {
  const opened = transform(e, (node) => {
    if (node.kind !== "binder" || node.head !== "sum") return node;
    const [body] = node.args;
    const [from, to] = node.args.slice(1).map(tidy);
    if (body === undefined || from?.kind !== "number" || to?.kind !== "number") return node;
    const [first, last] = [from.value.numerator, to.value.numerator];
    return typeof first === "number" && typeof last === "number" && isInteger(from.value) && isInteger(to.value) ? written.sum(summands(body, node.bound, first, last)) : node;
  });
  return opened === e ? e : withoutSums(opened);
};

/** Numbers combined: 3 + 1 is 4. */
const tidy = (e: Expr): Expr => transform(e, (node) => {
  switch (node.kind) {
    case "sum": return sum(...node.args);
    case "product": return product(...node.args);
    case "power": return power(...node.args);
    default: return node;
  }
});

const tidyMember = (e: CallTerm, head: PhysicalSymbol): CallTerm => call(head, e.args.map(tidy));

const finest = precisions[precisions.length - 1] ?? 64;

const faultOf = (node: Expr, point: Point, real: boolean): string | undefined => {
  const at = (e: Expr): ComplexBall | undefined => tryEnclose(e, point, finest);
  const vanishes = (e: Expr): boolean => { const value = at(e); return value !== undefined && !excludesZero(value); };
  const isNegative = (e: Expr): boolean => { const value = at(e); return value !== undefined && isRealBall(value) && isNegativeBall(value.re); };
  const said = (e: Expr): string => { const value = at(e); return `${infix(e)}${value === undefined || e.kind === "number" ? "" : ` = ${showValue(value)}`}`; };
  if (node.kind === "power") {
    const [base, exponent] = node.args;
    const size = at(exponent);
    if (size !== undefined && isNegativeBall(size.re) && vanishes(base)) return `the denominator ${infix(vanishingFactor(base, vanishes))} vanishes`;
    if (!(exponent.kind === "number" && isInteger(exponent.value)) && real && isNegative(base)) return `the root of ${said(base)} is not real`;
  }
  if (node.kind !== "call") return undefined;
  const [argument] = node.args;
  if (argument === undefined) return undefined;
  if (node.head === "log" && vanishes(argument)) return `the logarithm of ${infix(argument)} = 0 is infinite`;
  if (node.head === "log" && real && isNegative(argument)) return `the logarithm of ${said(argument)} is not real`;
  if ((node.head === "asin" || node.head === "acos") && at(node) === undefined && at(argument) !== undefined) return `the ${node.head === "asin" ? "arcsine" : "arccosine"} of ${said(argument)} is not real`;
  return undefined;
};

/** Of a product the factor that is zero, of a power its base. */
const vanishingFactor = (e: Expr, vanishes: (part: Expr) => boolean): Expr => {
  const part = e.kind === "product" ? e.args.find(vanishes) : e.kind === "power" && vanishes(e.args[0]) ? e.args[0] : undefined;
  return part === undefined ? e : vanishingFactor(part, vanishes);
};
