/**
 * # Enclosures
 *
 * The value of a term at an exact point, as a complex ball that certainly contains it. Undefined functions take independent values,
 * fixed by their name, their exact arguments and the seed: any such choice is a legitimate function.
 *
 * Throws `Indefinite` where the term has no value at the point, or none that this file can compute (an integral, a limit).
 * Trusted: yes.
 */
import { arctangentBall, Indefinite, piBall } from "../number/ball.ts";
import {
  addComplex, arctangentComplex, complexOne, complexUnit, complexZero, conjugateComplex, excludesZero, exponentialComplex, fromGaussian, invertComplex, isRealBall,
  logarithmComplex, modulusBall, multiplyComplex, powerComplex, realBall, sineCosineComplex, squareRootComplex, subtractComplex, type ComplexBall,
} from "../number/complexBall.ts";
import {
  addRational, gaussian, isInteger, multiplyRational, one, powerRational, rational, showGaussian, subtractRational, type Gaussian,
} from "../number/rational.ts";
import { DivisionByZero, ONE, symbol, ZERO } from "../expr/build.ts";
import type { BinderTerm, CallTerm, Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, type PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, substitute, summands } from "../expr/walk.ts";
import { asFunctionDerivative, derivative, NotDifferentiable } from "./derivative.ts";
import { arbitraryValue } from "./sample.ts";
import { holdsAsDeclared } from "./scope.ts";
import type { Sign } from "./sign.ts";

/** A value for each free symbol: exact, or any within a box. */
export interface Point {
  readonly values: ReadonlyMap<PhysicalSymbol, Gaussian>;
  readonly boxes?: ReadonlyMap<PhysicalSymbol, ComplexBall>;
  readonly seed: number;
}

/** A term is evaluated at rising precision until a decision falls, up to this limit. */
export const precisions: readonly number[] = [64, 128, 256, 512, 1024, 2048];

export const enclose = (e: Expr, point: Point, bits: number): ComplexBall => {
  const done = new Map<Expr, ComplexBall>();
  const visit = (node: Expr): ComplexBall => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const value = evaluate(node, point, bits, visit);
    done.set(node, value);
    return value;
  };
  return visit(e);
};

type Visit = (e: Expr) => ComplexBall;

const evaluate = (e: Expr, point: Point, bits: number, visit: Visit): ComplexBall => {
  switch (e.kind) {
    case "number": return fromGaussian(gaussian(e.value), bits);
    case "symbol": {
      if (e.symbol === imaginaryUnit) return complexUnit;
      if (e.symbol === circleConstant) return realBall(piBall(bits));
      const box = point.boxes?.get(e.symbol);
      if (box !== undefined) return box;
      const value = point.values.get(e.symbol);
      if (value === undefined) throw new Indefinite(`no value for '${e.symbol.name}'`);
      return fromGaussian(value, bits);
    }
    case "sum": return e.args.reduce((total, term) => addComplex(total, visit(term), bits), complexZero);
    case "product": return e.args.reduce((total, factor) => multiplyComplex(total, visit(factor), bits), complexOne);
    case "word": throw new Indefinite("a product of operators has no numeric value");
    case "power": return encloseRoot(visit(e.args[0]), e.args[1], bits, visit);
    case "call": return typeof e.head === "string" ? encloseFunction(e, bits, visit) : encloseFamily(e.head, "", e.args, point, bits);
    case "binder": return encloseBinder(e, point, bits, visit);
  }
};

const encloseRoot = (base: ComplexBall, exponent: Expr, bits: number, visit: Visit): ComplexBall => {
  if (exponent.kind === "number") {
    const { numerator, denominator } = exponent.value;
    if (typeof numerator === "number" && denominator === 1) return powerComplex(base, numerator, bits);
    if (typeof numerator === "number" && denominator === 2) return powerComplex(squareRootComplex(base, bits), numerator, bits);
  }
  return exponentialComplex(multiplyComplex(visit(exponent), logarithmComplex(base, bits), bits), bits);
};

const encloseFunction = (e: CallTerm, bits: number, visit: Visit): ComplexBall => {
  const u = visit(e.args[0] ?? ONE);
  const times = (a: ComplexBall, b: ComplexBall): ComplexBall => multiplyComplex(a, b, bits);
  const over = (a: ComplexBall, b: ComplexBall): ComplexBall => times(a, invertComplex(b, bits));
  switch (e.head) {
    case "exp": return exponentialComplex(u, bits);
    case "log": return logarithmComplex(u, bits);
    case "sin": return sineCosineComplex(u, bits)[0];
    case "cos": return sineCosineComplex(u, bits)[1];
    case "tan": {
      const [sine, cosine] = sineCosineComplex(u, bits);
      return over(sine, cosine);
    }
    case "sinh": case "cosh": case "tanh": {
      const forward = exponentialComplex(u, bits);
      const backward = invertComplex(forward, bits);
      const odd = subtractComplex(forward, backward, bits);
      const even = addComplex(forward, backward, bits);
      const half = fromGaussian(gaussian(rational(1, 2)), bits);
      return e.head === "sinh" ? times(half, odd) : e.head === "cosh" ? times(half, even) : over(odd, even);
    }
    case "atan": return arctangentComplex(u, bits);
    case "asin": case "acos": return encloseArcsine(e.head, u, bits);
    case "abs": return realBall(modulusBall(u, bits));
    case "conj": return conjugateComplex(u);
    case "re": return realBall(u.re);
    case "im": return realBall(u.im);
    case "sign": return over(u, realBall(modulusBall(u, bits)));
    default: throw new Indefinite("an undefined function");
  }
};

/** arcsin u = arctan(u/√(1 − u²)) inside (−1, 1), arccos u = π/2 − arcsin u. */
const encloseArcsine = (head: "asin" | "acos", u: ComplexBall, bits: number): ComplexBall => {
  if (!isRealBall(u)) throw new Indefinite("arcsine off the real axis");
  const complement = squareRootComplex(subtractComplex(complexOne, multiplyComplex(u, u, bits), bits), bits);
  if (!isRealBall(complement)) throw new Indefinite("arcsine beyond [−1, 1]");
  const arcsine = realBall(arctangentBall(multiplyComplex(u, invertComplex(complement, bits), bits).re, bits));
  if (head === "asin") return arcsine;
  const halfPi = multiplyComplex(realBall(piBall(bits)), fromGaussian(gaussian(rational(1, 2)), bits), bits);
  return subtractComplex(halfPi, arcsine, bits);
};

/** Families need exact arguments, so that equal arguments are recognised as equal. */
const encloseFamily = (head: PhysicalSymbol, mark: string, args: readonly Expr[], point: Point, bits: number): ComplexBall => {
  const exact = args.map((arg) => exactValue(arg, point));
  const key = `${head.name}${mark}(${exact.map((value) => (value === undefined ? "?" : showGaussian(value))).join(",")})`;
  if (exact.some((value) => value === undefined)) throw new Indefinite(`the arguments of '${head.name}' have no exact value`);
  return fromGaussian(arbitraryValue(head, key, point.seed), bits);
};

/** The value in ℚ(i), where the term is rational at the point. */
export const exactValue = (e: Expr, point: Point): Gaussian | undefined => {
  switch (e.kind) {
    case "number": return gaussian(e.value);
    case "symbol": return e.symbol === imaginaryUnit ? gaussian(rational(0), one) : point.values.get(e.symbol);
    case "sum": return fold(e.args, point, gaussian(rational(0)), (a, b) => gaussian(addRational(a.re, b.re), addRational(a.im, b.im)));
    case "product": return fold(e.args, point, gaussian(one), (a, b) =>
      gaussian(subtractRational(multiplyRational(a.re, b.re), multiplyRational(a.im, b.im)), addRational(multiplyRational(a.re, b.im), multiplyRational(a.im, b.re))));
    case "power": {
      const base = exactValue(e.args[0], point);
      const exponent = exactValue(e.args[1], point);
      if (base === undefined || exponent === undefined || base.im.numerator !== 0 || exponent.im.numerator !== 0 || !isInteger(exponent.re)) return undefined;
      const n = exponent.re.numerator;
      return typeof n !== "number" || Math.abs(n) > 10_000 || (n < 0 && base.re.numerator === 0) ? undefined : gaussian(powerRational(base.re, n));
    }
    default: return undefined;
  }
};

const fold = (args: readonly Expr[], point: Point, start: Gaussian, join: (a: Gaussian, b: Gaussian) => Gaussian): Gaussian | undefined => {
  let total: Gaussian = start;
  for (const arg of args) {
    const value = exactValue(arg, point);
    if (value === undefined) return undefined;
    total = join(total, value);
  }
  return total;
};

/**
 * The average of a bare family over one of its arguments is a value of its own: the family may be that constant almost everywhere along
 * this argument, whatever it is at the points, and in the neighbourhoods, at which it is looked at besides.
 */
const encloseAverage = (bound: PhysicalSymbol, body: Expr, point: Point, bits: number): ComplexBall => {
  const place = body.kind === "call" && typeof body.head !== "string" ? body.args.indexOf(symbol(bound)) : -1;
  if (place < 0 || body.kind !== "call" || typeof body.head === "string") throw new Indefinite("a symbolic average");
  const others = body.args.filter((_, k) => k !== place);
  if (others.some((arg) => dependsOn(arg, bound))) throw new Indefinite("a symbolic average");
  return encloseFamily(body.head, `⟨${place}⟩`, others, point, bits);
};

const encloseBinder = (e: BinderTerm, point: Point, bits: number, visit: Visit): ComplexBall => {
  const [body = ZERO, from, to] = e.args;
  if (e.head === "derivative") {
    const irreducible = asFunctionDerivative(e);
    if (irreducible !== undefined) return encloseFamily(irreducible.head, `^(${irreducible.orders.join(",")})`, irreducible.args, point, bits);
    if (!holdsAsDeclared(e, (end) => signAt(exactValue(end, point)))) throw new Indefinite(`a derivative at a point where '${e.bound.name}' is not ${e.bound.assume.join(", ")}`);
    return enclose(substitute(derivative(body, e.bound), new Map([[e.bound, from ?? symbol(e.bound)]])), point, bits);
  }
  if (e.head === "average") return encloseAverage(e.bound, body, point, bits);
  if (e.head !== "sum" || from === undefined || to === undefined) throw new Indefinite(`a symbolic ${e.head}`);
  const first = wholeNumber(exactValue(from, point));
  const last = wholeNumber(exactValue(to, point));
  if (first === undefined || last === undefined || last < first - 1 || last - first > 4096) throw new Indefinite("a sum without a short exact range");
  return summands(body, e.bound, first, last).reduce((total, term) => addComplex(total, visit(term), bits), complexZero);
};

const signAt = (value: Gaussian | undefined): Sign => {
  if (value === undefined || value.im.numerator !== 0) return "unknown";
  return value.re.numerator === 0 ? "zero" : value.re.numerator > 0 ? "positive" : "negative";
};

const wholeNumber = (value: Gaussian | undefined): number | undefined =>
  value !== undefined && value.im.numerator === 0 && isInteger(value.re) && typeof value.re.numerator === "number" ? value.re.numerator : undefined;

/** The enclosure, or undefined where there is none. */
export const tryEnclose = (e: Expr, point: Point, bits: number): ComplexBall | undefined => {
  try {
    return enclose(e, point, bits);
  } catch (error) {
    if (error instanceof Indefinite || error instanceof DivisionByZero || error instanceof NotDifferentiable) return undefined;
    throw error;
  }
};

/** What certified evaluation found: the values differ there by more than all rounding. */
export interface Separation { readonly point: Point; readonly left: ComplexBall; readonly right: ComplexBall; readonly bits: number }

/** Tries to show left ≠ right at the point; undefined when the balls still meet at the last precision, or when a side has no value there. */
export const separateAt = (left: Expr, right: Expr, point: Point): Separation | undefined => {
  for (const bits of precisions) {
    const a = tryEnclose(left, point, bits);
    const b = tryEnclose(right, point, bits);
    if (a === undefined || b === undefined) continue;
    if (excludesZero(subtractComplex(a, b, bits))) return { point, left: a, right: b, bits };
    if (isPoint(a) && isPoint(b)) return undefined;
  }
  return undefined;
};

const isPoint = (a: ComplexBall): boolean => a.re.radius === 0n && a.im.radius === 0n;

export const isNonzeroAt = (e: Expr, point: Point): boolean => separateAt(e, ZERO, point) !== undefined;

