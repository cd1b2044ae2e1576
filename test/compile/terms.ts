/** Random terms over letters of every kind, points for them, and the error that evaluating a term as written may have. */
import fc from "fast-check";
import { call, I, int, number, PI, symbol, written, MINUS_ONE, HALF } from "../../symbolic/expr/build.ts";
import type { CallTerm, Expr, FunctionName } from "../../symbolic/expr/expr.ts";
import { physicalSymbol, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { enclose, type Point } from "../../symbolic/kernel/enclosure.ts";
import { fromRational, Indefinite, middleOf as middle, subtractBall, type Ball } from "../../symbolic/number/ball.ts";
import { isRealBall, type ComplexBall } from "../../symbolic/number/complexBall.ts";
import { fromDouble, gaussian, rational, toNumber, type Gaussian } from "../../symbolic/number/rational.ts";

const letter = (name: string, assume: PhysicalSymbol["assume"]): PhysicalSymbol => physicalSymbol(name, { assume, meaning: `the letter ${name}` });
export const realLetters = [letter("x", ["real"]), letter("y", ["real", "nonzero"]), letter("p", ["positive"]), letter("q", ["positive"]), letter("w", ["negative"]), letter("c", ["sign"]), letter("n", ["integer"])];
export const complexLetter = letter("z", []);
const real = realLetters.map(symbol);

const functions: readonly FunctionName[] = ["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "atan", "abs", "sign", "asin", "acos"];
const complexFunctions: readonly FunctionName[] = ["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "atan", "abs", "sign", "conj", "re", "im"];
const fractions = [rational(1, 2), rational(-1, 2), rational(3, 2), rational(1, 3), rational(-5, 2), rational(2, 7)];

const termsOver = (leaves: readonly Expr[], heads: readonly FunctionName[]): fc.Arbitrary<Expr> => fc.letrec<{ term: Expr }>((tie) => ({
  term: fc.oneof({ depthSize: "small", withCrossShrink: true },
    { weight: 6, arbitrary: fc.constantFrom(...leaves) },
    { weight: 1, arbitrary: fc.integer({ min: -4, max: 9 }).map((k): Expr => int(k)) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 2, max: 7 })).map(([a, b]): Expr => number(rational(a, b))) },
    { weight: 4, arbitrary: fc.array(tie("term"), { minLength: 2, maxLength: 3 }).map((list) => written.sum(list)) },
    { weight: 4, arbitrary: fc.array(tie("term"), { minLength: 2, maxLength: 4 }).map((list) => written.product(list)) },
    { weight: 2, arbitrary: fc.tuple(tie("term"), tie("term")).map(([a, b]) => written.quotient(a, b)) },
    { weight: 1, arbitrary: tie("term").map((a) => written.product([MINUS_ONE, a])) },
    { weight: 3, arbitrary: fc.tuple(tie("term"), fc.integer({ min: -4, max: 5 })).map(([a, k]) => written.power(a, int(k))) },
    { weight: 1, arbitrary: fc.tuple(tie("term"), fc.constantFrom(...fractions)).map(([a, r]) => written.power(a, number(r))) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...leaves), tie("term")).map(([a, b]) => written.power(a, b)) },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...heads), tie("term")).map(([head, u]) => call(head, [u])) },
  ),
})).term;

export const realTerms = termsOver([...real, PI, HALF], functions);
export const complexTerms = termsOver([...real, I, I, symbol(complexLetter), PI], complexFunctions);

/** One term for each function and power, of a real and of a complex letter. */
export const everyFunction: readonly Expr[] = [
  ...functions.filter((head) => head !== "asin" && head !== "acos" && head !== "log").map((head) => call(head, [symbol(realLetters[0]!)])), call("log", [symbol(realLetters[2]!)]),
  ...complexFunctions.map((head) => call(head, [symbol(complexLetter)])),
  call("asin", [call("tanh", [symbol(realLetters[0]!)])]), call("acos", [call("tanh", [symbol(realLetters[0]!)])]),
  ...fractions.flatMap((r) => [written.power(symbol(complexLetter), number(r)), written.power(symbol(realLetters[2]!), number(r)), written.power(symbol(realLetters[4]!), number(r))]),
  written.power(MINUS_ONE, symbol(realLetters[6]!)), written.power(symbol(complexLetter), symbol(realLetters[6]!)), written.power(symbol(realLetters[2]!), symbol(complexLetter)),
  written.sum([I, written.power(symbol(realLetters[0]!), HALF)]), written.sum([I, call("log", [symbol(realLetters[0]!)])]),
];

/** Values by the name of the parameter. */
export type Values = Readonly<Record<string, number>>;

/** Spread evenly, with all their bits in use. */
const size = fc.integer({ min: 100_000, max: 3_000_000 }).map((k) => k * 1.000000123e-6);
/** Evenly spread ones, zero, and small ones; not so small that the square of a complex modulus underflows. */
const signed = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3_000_000, max: 3_000_000 }).map((k) => k * 1.000000123e-6) },
  { weight: 1, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }).map((v) => (Math.abs(v) < 1e-30 ? 0 : v)) },
);
export const points: fc.Arbitrary<Values> = fc.record({
  x: signed, y: size.map((v) => -v), p: size, q: size, w: size.map((v) => -v), c: fc.constantFrom(1, -1), n: fc.integer({ min: -3, max: 4 }), z_re: signed, z_im: signed,
});

export const only = (values: Values, names: readonly string[]): Values => Object.fromEntries(names.map((name) => [name, values[name]!]));

const gaussianOf = (s: PhysicalSymbol, values: Values): Gaussian => (s === complexLetter ? gaussian(fromDouble(values["z_re"]!), fromDouble(values["z_im"]!)) : gaussian(fromDouble(values[s.name]!)));
export const pointOf = (values: Values): Point => ({ values: new Map([...realLetters, complexLetter].map((s) => [s, gaussianOf(s, values)])), seed: 1 });

export interface Complex { readonly re: number; readonly im: number }
const modulus = ({ re, im }: Complex): number => Math.hypot(re, im);
export const distance = (a: Complex, b: Complex): number => modulus({ re: a.re - b.re, im: a.im - b.im });
/** |computed − true value|, the difference taken before anything is rounded. */
export const errorAgainst = (computed: Complex, ball: ComplexBall): number => {
  const part = (x: number, exact: Ball): number => middleOf(subtractBall(fromRational(fromDouble(x), BITS), exact, BITS));
  return modulus({ re: part(computed.re, ball.re), im: part(computed.im, ball.im) });
};
export const asComplex = (value: number | Complex): Complex => (typeof value === "number" ? { re: value, im: 0 } : value);

const BITS = 256;

/** Exponentials of exponentials leave every range. */
const middleOf = (b: Ball): number => (b.exponent > 2000 ? Infinity : b.exponent < -20_000 ? 0 : middle(b));

/** Half a unit in the last place. */
export const u = 2 ** -53;

/** The value is not well enough conditioned for a bound of first order, or has none. */
export class NoBound extends Error {}

export interface Bounded { readonly value: Complex; /** Bound of the absolute error of a computed value. */ readonly error: number; readonly ball: ComplexBall }

/**
 * The error of evaluating the term as written, to first order: sums and products of reals round once an operation, elementary functions err by one unit in the
 * last place (hyperbolic ones by two); for complex values, relative to the modulus, a multiplication by 3 half units, a division by 8, a function by 24.
 */
export const bounded = (term: Expr, point: Point, { anySize = false } = {}): Bounded => {
  const done = new Map<Expr, Bounded>();
  const visit = (e: Expr): Bounded => {
    const known = done.get(e);
    if (known !== undefined) return known;
    const ball = [BITS, 4 * BITS].map((bits) => enclosed(e, point, bits)).find((each) => each !== undefined && isNarrow(each));
    if (ball === undefined) throw new NoBound("no narrow enclosure");
    const value = { re: middleOf(ball.re), im: middleOf(ball.im) };
    const isReal = isRealBall(ball) && e !== I;
    const m = modulus(value);
    if (!anySize && (!(m < 1e100) || (m < 1e-100 && m !== 0))) throw new NoBound("out of range");
    const result: Bounded = { value, ball, error: errorOf(e, value, isReal, visit) };
    if (!anySize && !(result.error <= 1e-7 * Math.max(m, 1e-3))) throw new NoBound("ill-conditioned");
    done.set(e, result);
    return result;
  };
  return visit(term);
};

const enclosed = (e: Expr, point: Point, bits: number): ComplexBall | undefined => {
  try {
    return enclose(e, point, bits);
  } catch (error) {
    if (error instanceof Indefinite) return undefined;
    throw error;
  }
};

/** Radius far below the rounding of doubles, relative to the modulus; zero only when exact. */
const isNarrow = ({ re, im }: ComplexBall): boolean => {
  const radius = (b: Ball): number => middleOf({ middle: b.radius, radius: 0n, exponent: b.exponent });
  return Math.max(radius(re), radius(im)) <= 2 ** -90 * Math.hypot(middleOf(re), middleOf(im));
};

const errorOf = (e: Expr, value: Complex, isReal: boolean, visit: (e: Expr) => Bounded): number => {
  const m = modulus(value);
  switch (e.kind) {
    case "number": return u * m;
    case "symbol": return e === PI ? u * m : 0;
    case "sum": {
      const parts = e.args.map(visit);
      const total = parts.reduce((sum, part) => sum + modulus(part.value) + part.error, 0);
      return parts.reduce((sum, part) => sum + part.error, 0) + (parts.length - 1) * u * total;
    }
    case "product": {
      const parts = e.args.map(visit);
      const allReal = parts.every((part) => isRealBall(part.ball));
      const exact = parts.reduce((total, part) => total * modulus(part.value), 1);
      const widened = parts.reduce((total, part) => total * (modulus(part.value) + part.error), 1);
      return widened - exact + u * exact + parts.length * (allReal ? 1 : 10) * u * widened;
    }
    case "power": return errorOfPower(e.args[0], e.args[1], m, isReal, visit);
    case "call": return errorOfCall(e, value, visit);
    default: throw new NoBound(e.kind);
  }
};

const errorOfPower = (base: Expr, exponent: Expr, m: number, isReal: boolean, visit: (e: Expr) => Bounded): number => {
  const z = visit(base);
  const zero = modulus(z.value) === 0;
  const relative = zero ? 0 : z.error / modulus(z.value);
  if (exponent.kind === "number" && exponent.value.denominator === 1) {
    const n = Math.abs(toNumber(exponent.value));
    return zero ? 0 : m * (n * relative + Math.max(1, n) * (isRealBall(z.ball) ? 1 : 10) * u) * (1 + 1e-6);
  }
  if (zero) throw new NoBound("a root at zero");
  const w = visit(exponent);
  const logarithm = { re: Math.log(modulus(z.value)), im: Math.atan2(z.value.im, z.value.re) };
  const inner = modulus(w.value) * relative + modulus(logarithm) * w.error + modulus(w.value) * modulus(logarithm) * 12 * u;
  return m * (inner + (isReal ? 4 : 24) * u) * (1 + 1e-6);
};

const errorOfCall = (e: CallTerm, value: Complex, visit: (e: Expr) => Bounded): number => {
  const arg = visit(e.args[0]!);
  const { re: x, im: y } = arg.value;
  const m = modulus(value);
  const isReal = isRealBall(arg.ball);
  const own = (!isReal ? 24 : e.head === "sinh" || e.head === "cosh" || e.head === "tanh" ? 4 : 2) * u * m;
  const slope = ((): number => {
    switch (e.head) {
      case "exp": return m;
      case "log": return 1 / modulus(arg.value);
      case "sin": case "cos": return isReal ? 1 : Math.cosh(y);
      case "sinh": case "cosh": return Math.cosh(x);
      case "tan": return 1 + m * m;
      case "tanh": return 1 + m * m;
      case "atan": return 1 / modulus({ re: 1 + x * x - y * y, im: 2 * x * y });
      case "asin": case "acos": return 1 / Math.sqrt((1 - x) * (1 + x));
      case "abs": case "conj": case "re": case "im": return 1;
      case "sign": return isReal ? 0 : 2 / modulus(arg.value);
      default: throw new NoBound("an undefined function");
    }
  })();
  if (e.head === "sign" && modulus(arg.value) <= arg.error) throw new NoBound("the sign of zero");
  if (!(slope * arg.error <= 1e-7 * Math.max(m, 1e-3)) || (arg.error > 0 && !(slope < 1e6))) throw new NoBound("ill-conditioned");
  // The first operation of a complex function may be rounded relative to the argument.
  return slope * (arg.error + (isReal ? 0 : 4 * u * modulus(arg.value))) * (1 + 1e-3) + own;
};
