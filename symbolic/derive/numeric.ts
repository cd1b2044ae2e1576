/**
 * # Values in double precision
 *
 * A fast, uncertified evaluator for searching: it discards candidates, it never decides. Complex numbers are pairs [re, im]. A term is laid
 * out once, each distinct subterm in one place, and then evaluated at many points.
 */
import type { BinderTerm, Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, isIntegerSymbol, isNegativeSymbol, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { children, freeSymbols, subterms, substitute, summands } from "../expr/walk.ts";
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

/** Values of all subterms of a term at one point; `noise`: about how much rounding may have moved them, in units of the last place of 1. */
interface Layout { readonly places: readonly Place[]; readonly re: Float64Array; readonly im: Float64Array; readonly noise: Float64Array }
interface Place { readonly node: Expr; readonly args: readonly number[] }

export interface Evaluator {
  /** The value, or NaN where there is none. Families take values fixed by their arguments. */
  readonly at: (values: Values) => Complex;
  /** The rounding error of the last value. */
  readonly uncertainty: () => number;
}

const laidOut = (e: Expr): Layout => {
  const places: Place[] = [];
  const known = new Map<Expr, number>();
  const place = (node: Expr): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const open = node.kind === "binder" ? opened(node) : children(node);
    const args = open.map(place);
    known.set(node, places.length);
    places.push({ node, args });
    return places.length - 1;
  };
  place(e);
  return { places, re: new Float64Array(places.length), im: new Float64Array(places.length), noise: new Float64Array(places.length) };
};

/** A short sum is its terms, a derivative its value; other binders have none. */
const opened = (node: BinderTerm): readonly Expr[] => {
  const [body, from, to] = node.args;
  if (body === undefined) return [];
  if (node.head === "derivative") {
    const inner = derivative(body, node.bound);
    return subterms(inner).some((part) => part.kind === "binder" && part.head === "derivative") ? [] : [substitute(inner, new Map(from === undefined ? [] : [[node.bound, from]]))];
  }
  if (node.head !== "sum" || from?.kind !== "number" || to?.kind !== "number") return [];
  const [first, last] = [toNumber(from.value), toNumber(to.value)];
  return last - first < 200 ? summands(body, node.bound, first, last) : [];
};

const EPSILON = 2 ** -52;

export const evaluator = (e: Expr): Evaluator => {
  const layout = laidOut(e);
  const last = layout.places.length - 1;
  return {
    at: (values) => {
      layout.places.forEach(({ node, args }, k) => { put(layout, k, node, args, values); });
      return [layout.re[last] ?? Number.NaN, layout.im[last] ?? Number.NaN];
    },
    uncertainty: () => EPSILON * (layout.noise[last] ?? 0),
  };
};

const put = ({ re, im, noise }: Layout, k: number, node: Expr, args: readonly number[], values: Values): void => {
  const set = (value: Complex, error: number): void => { re[k] = value[0]; im[k] = value[1]; noise[k] = error; };
  const own = (j: number): Complex => [re[j] ?? Number.NaN, im[j] ?? Number.NaN];
  const first = args[0] ?? 0;
  switch (node.kind) {
    case "number": { const value = toNumber(node.value); return set([value, 0], Math.abs(value)); }
    case "symbol": { const value = node.symbol === imaginaryUnit ? unit : node.symbol === circleConstant ? circle : values.get(node.symbol) ?? nothing; return set(value, sizeOf(value)); }
    case "sum": return addUp(re, im, noise, k, args);
    case "product": return multiplyUp(re, im, noise, k, args);
    case "power": {
      const value = powerOf(own(first), own(args[1] ?? 0));
      const exponent = Math.abs(re[args[1] ?? 0] ?? 0);
      return set(value, sizeOf(value) * (1 + exponent * (noise[first] ?? 0) / Math.max(sizeOf(own(first)), Number.MIN_VALUE)));
    }
    case "call": {
      if (typeof node.head !== "string") { const value = member(node.head, args.map(own), values); return set(value, sizeOf(value)); }
      const value = apply(node.head, own(first));
      return set(value, sizeOf(value) + (noise[first] ?? 0) * Math.max(1, sizeOf(value)));
    }
    case "binder": return args.length === 0 ? set(nothing, 0) : addUp(re, im, noise, k, args);
    case "word": return set(nothing, 0);
  }
};

const nothing: Complex = [Number.NaN, Number.NaN];
const unit: Complex = [0, 1];
const circle: Complex = [Math.PI, 0];
const sizeOf = (a: Complex): number => Math.abs(a[0]) + Math.abs(a[1]);

const addUp = (re: Float64Array, im: Float64Array, noise: Float64Array, k: number, args: readonly number[]): void => {
  let [x, y, error] = [0, 0, 0];
  for (const j of args) {
    x += re[j] ?? 0;
    y += im[j] ?? 0;
    error += noise[j] ?? 0;
  }
  re[k] = x;
  im[k] = y;
  noise[k] = error;
};

const multiplyUp = (re: Float64Array, im: Float64Array, noise: Float64Array, k: number, args: readonly number[]): void => {
  let [x, y, error] = [1, 0, 0];
  for (const j of args) {
    const [u, v] = [re[j] ?? 0, im[j] ?? 0];
    const [size, other] = [Math.abs(x) + Math.abs(y), Math.abs(u) + Math.abs(v)];
    error = error * other + (noise[j] ?? 0) * size + size * other;
    [x, y] = [x * u - y * v, x * v + y * u];
  }
  re[k] = x;
  im[k] = y;
  noise[k] = error;
};

const powerOf = (base: Complex, exponent: Complex): Complex => {
  if (exponent[1] === 0 && Number.isInteger(exponent[0]) && Math.abs(exponent[0]) < 64) return wholePower(base, exponent[0]);
  return base[0] === 0 && base[1] === 0 ? [0, 0] : exponential(times(exponent, logarithm(base)));
};

const member = (head: PhysicalSymbol, args: readonly Complex[], values: Values): Complex => {
  const own = values.get(head);
  if (own === undefined) return nothing;
  return valueFor(head, randomNumbers(hashed(`${head.name}|${args.map(([re, im]) => `${re.toPrecision(8)},${im.toPrecision(8)}`).join("|")}`) ^ Math.floor(own[0] * 1e6)));
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

/** Points at which two terms are compared. */
const seeds = [11, 23, 47] as const;

/**
 * Whether other terms may be equal to this one, by their values at a few generic points: a difference that rounding explains counts as none.
 * The others have the letters of the term and of `like`; one with more letters has no value there and is not discarded.
 */
export const resemblance = (term: Expr, like: Expr): ((candidate: Expr) => boolean) => {
  const own = evaluator(term);
  const here = seeds.map((seed) => {
    const values = genericPoint([term, like], seed);
    return { values, value: own.at(values), error: own.uncertainty() };
  });
  return (candidate) => {
    const other = evaluator(candidate);
    return here.every(({ values, value, error }) => {
      const found = other.at(values);
      return Number.isNaN(value[0]) || Number.isNaN(found[0]) || near(value, found) || Math.hypot(value[0] - found[0], value[1] - found[1]) <= 64 * (error + other.uncertainty());
    });
  };
};

export const mayBeEqual = (a: Expr, b: Expr): boolean => resemblance(a, b)(b);
