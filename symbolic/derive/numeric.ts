/**
 * # Values in double precision
 *
 * A fast, uncertified evaluator for searching: it discards candidates, it never decides. Complex numbers are pairs [re, im].
 */
import type { Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, isIntegerSymbol, isNegativeSymbol, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, subterms, substitute, summands } from "../expr/walk.ts";
import { derivative } from "../kernel/derivative.ts";
import { randomNumbers } from "../kernel/sample.ts";
import { toNumber } from "../number/rational.ts";

export type Complex = readonly [re: number, im: number];
export type Values = ReadonlyMap<PhysicalSymbol, Complex>;

export const times = (a: Complex, b: Complex): Complex => [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
const plus = (a: Complex, b: Complex): Complex => [a[0] + b[0], a[1] + b[1]];
export const over = (a: Complex, b: Complex): Complex => {
  const size = b[0] * b[0] + b[1] * b[1];
  return [(a[0] * b[0] + a[1] * b[1]) / size, (a[1] * b[0] - a[0] * b[1]) / size];
};
const exponential = (a: Complex): Complex => [Math.exp(a[0]) * Math.cos(a[1]), Math.exp(a[0]) * Math.sin(a[1])];
const logarithm = (a: Complex): Complex => [Math.log(Math.hypot(a[0], a[1])), Math.atan2(a[1], a[0])];

const wholePower = (a: Complex, n: number): Complex => {
  if (n < 0) return over([1, 0], wholePower(a, -n));
  let [result, square]: [Complex, Complex] = [[1, 0], a];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
};

const hashed = (text: string): number => {
  let hash = 5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return hash;
};

const valueFor = (s: PhysicalSymbol, random: () => number): Complex => {
  const size = 0.4 + 1.7 * random();
  if (isSign(s)) return [random() < 0.5 ? -1 : 1, 0];
  if (isIntegerSymbol(s)) return [1 + Math.floor(random() * 6), 0];
  if (isPositiveSymbol(s)) return [size, 0];
  if (isNegativeSymbol(s)) return [-size, 0];
  return isRealSymbol(s) ? [random() < 0.5 ? -size : size, 0] : [size, 0.3 + random()];
};

/** A generic point for these terms. */
export const genericPoint = (terms: readonly Expr[], seed: number): Values => {
  const random = randomNumbers(seed);
  return new Map([...new Set(terms.flatMap(freeSymbols))].map((s) => [s, valueFor(s, random)]));
};

/** The value, or NaN where there is none. Families take values fixed by their arguments. */
export const valueOf = (e: Expr, values: Values): Complex => {
  const done = new Map<Expr, Complex>();
  const nothing: Complex = [Number.NaN, Number.NaN];
  const visit = (node: Expr): Complex => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const value = compute(node);
    done.set(node, value);
    return value;
  };
  const compute = (node: Expr): Complex => {
    switch (node.kind) {
      case "number": return [toNumber(node.value), 0];
      case "symbol": return node.symbol === imaginaryUnit ? [0, 1] : node.symbol === circleConstant ? [Math.PI, 0] : values.get(node.symbol) ?? nothing;
      case "sum": return node.args.reduce<Complex>((total, term) => plus(total, visit(term)), [0, 0]);
      case "product": return node.args.reduce<Complex>((total, factor) => times(total, visit(factor)), [1, 0]);
      case "word": return nothing;
      case "power": {
        const [base, exponent] = [visit(node.args[0]), visit(node.args[1])];
        if (exponent[1] === 0 && Number.isInteger(exponent[0]) && Math.abs(exponent[0]) < 64) return wholePower(base, exponent[0]);
        if (base[0] === 0 && base[1] === 0) return [0, 0];
        return exponential(times(exponent, logarithm(base)));
      }
      case "call": return typeof node.head === "string" ? apply(node.head, visit(node.args[0] ?? node)) : member(node.head, node.args.map(visit));
      case "binder": return bind(node);
    }
  };
  const member = (head: PhysicalSymbol, args: readonly Complex[]): Complex => {
    const own = values.get(head);
    if (own === undefined) return nothing;
    return valueFor(head, randomNumbers(hashed(`${head.name}|${args.map(([re, im]) => `${re.toPrecision(8)},${im.toPrecision(8)}`).join("|")}`) ^ Math.floor(own[0] * 1e6)));
  };
  const bind = (node: Expr & { readonly kind: "binder" }): Complex => {
    const [body, from, to] = node.args;
    if (body === undefined) return nothing;
    if (node.head === "derivative") {
      const inner = derivative(body, node.bound);
      return subterms(inner).some((part) => part.kind === "binder" && part.head === "derivative") ? nothing : visit(substitute(inner, new Map(from === undefined ? [] : [[node.bound, from]])));
    }
    const ends = [from, to].map((end) => (end === undefined ? Number.NaN : visit(end)[0]));
    const [first = Number.NaN, last = Number.NaN] = ends;
    if (node.head !== "sum" || !(last - first < 200)) return nothing;
    return summands(body, node.bound, first, last).reduce<Complex>((total, term) => plus(total, visit(term)), [0, 0]);
  };
  return visit(e);
};

const apply = (head: string, u: Complex): Complex => {
  const iu: Complex = [-u[1], u[0]];
  switch (head) {
    case "exp": return exponential(u);
    case "log": return logarithm(u);
    case "sin": { const d = plus(exponential(iu), times([-1, 0], exponential(times([-1, 0], iu)))); return [d[1] / 2, -d[0] / 2]; }
    case "cos": { const s = plus(exponential(iu), exponential(times([-1, 0], iu))); return [s[0] / 2, s[1] / 2]; }
    case "tan": return over(apply("sin", u), apply("cos", u));
    case "sinh": { const d = plus(exponential(u), times([-1, 0], exponential(times([-1, 0], u)))); return [d[0] / 2, d[1] / 2]; }
    case "cosh": { const s = plus(exponential(u), exponential(times([-1, 0], u))); return [s[0] / 2, s[1] / 2]; }
    case "tanh": return over(apply("sinh", u), apply("cosh", u));
    case "atan": return u[1] === 0 ? [Math.atan(u[0]), 0] : [Number.NaN, Number.NaN];
    case "asin": return u[1] === 0 ? [Math.asin(u[0]), 0] : [Number.NaN, Number.NaN];
    case "acos": return u[1] === 0 ? [Math.acos(u[0]), 0] : [Number.NaN, Number.NaN];
    case "abs": return [Math.hypot(u[0], u[1]), 0];
    case "conj": return [u[0], -u[1]];
    case "re": return [u[0], 0];
    case "im": return [u[1], 0];
    case "sign": return [Math.sign(u[0]), 0];
    default: return [Number.NaN, Number.NaN];
  }
};

/** Whether two values agree to about ten digits of the larger one. NaN never agrees. */
export const near = (a: Complex, b: Complex): boolean => {
  const size = Math.max(Math.hypot(a[0], a[1]), Math.hypot(b[0], b[1]));
  return Math.hypot(a[0] - b[0], a[1] - b[1]) <= 1e-9 * size;
};

/** Whether the two terms may be equal, by their values at a few generic points. */
export const mayBeEqual = (a: Expr, b: Expr): boolean =>
  [11, 23, 47].every((seed) => {
    const values = genericPoint([a, b], seed);
    const [x, y] = [valueOf(a, values), valueOf(b, values)];
    return Number.isNaN(x[0]) || Number.isNaN(y[0]) || near(x, y);
  });
