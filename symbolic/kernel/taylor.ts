/**
 * # Power counting
 *
 * Each small symbol s of weight w is read as λ^w·s; the term becomes a series in λ with exact coefficients, computed lazily. A large
 * quantity (τ → ∞) has a negative weight. `seriesOf` gives the coefficients; *asymptotic* means equal coefficients and no more: a bound on
 * the remainder is another statement.
 *
 * Leading coefficients that must not vanish, or must be positive under a root, are decided by the field; what it cannot decide becomes a condition.
 * Fails with `NoSeries` where there is none (essential singularity, logarithm of a small quantity, an undefined function of one).
 * Trusted: yes.
 */
import { addRational, isInteger, multiplyRational, rational, type Rational } from "../number/rational.ts";
import { binder, call, I, INFINITY, int, negate, number, ONE, power, product, quotient, sum, symbol, ZERO, HALF, PI } from "../expr/build.ts";
import type { BinderTerm, CallTerm, Expr, PowerTerm } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, infinitySymbol, isIntegerSymbol, isOperator, isRealSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { contains, dependsOn, freeSymbols, substitute, summands } from "../expr/walk.ts";
import { derivative } from "./derivative.ts";
import { decideEqual, signOf, type Circumstances } from "./field.ts";
import { holdsAsDeclared, withoutSign } from "./scope.ts";

export type Weights = ReadonlyMap<PhysicalSymbol, Rational>;

export class NoSeries extends Error {
  override readonly name = "NoSeries";
}

/** Orders in which a leading coefficient is looked for. */
const LONGEST_CANCELLATION = 24;

/** Σ coefficient(k)·λ^(k/grid) for k ≥ start; coefficients are computed on demand. */
interface Stream { readonly start: number; readonly coefficient: (k: number) => Expr }

interface Expansion {
  readonly weights: Weights;
  readonly grid: number;
  readonly circumstances: Circumstances;
  /** Coefficients that were taken to be nonzero without proof. */
  readonly nonzero: Set<Expr>;
  readonly streams: Map<Expr, Stream>;
  readonly leading: Map<Stream, number | undefined>;
}

export interface Series {
  /** Coefficient of λ^order. */
  readonly at: (order: Rational) => Expr;
  /** Orders with a coefficient that may be nonzero, up to and including the given one. */
  readonly orders: (through: Rational) => readonly Rational[];
  readonly leadingOrder: () => Rational | undefined;
  readonly nonzero: () => readonly Expr[];
}

export const seriesOf = (e: Expr, weights: Weights, circumstances: Circumstances = {}): Series => {
  for (const s of weights.keys()) {
    if ([imaginaryUnit, circleConstant, infinitySymbol].includes(s) || isSign(s) || isIntegerSymbol(s) || isOperator(s)) throw new NoSeries(`'${s.name}' cannot be small or large`);
  }
  let failure: unknown;
  for (const grid of [1, 2, 4, 3, 6]) {
    const expansion: Expansion = { weights, grid, circumstances, nonzero: new Set(), streams: new Map(), leading: new Map() };
    try {
      if ([...weights.values()].some((weight) => !isInteger(multiplyRational(weight, rational(grid))))) continue;
      const stream = streamOf(expansion, e);
      stream.coefficient(stream.start);
      return {
        at: (order) => {
          const k = multiplyRational(order, rational(grid));
          return isInteger(k) && typeof k.numerator === "number" ? stream.coefficient(k.numerator) : ZERO;
        },
        orders: (through) => {
          const orders: Rational[] = [];
          const last = multiplyRational(through, rational(grid));
          for (let k = stream.start; k * Number(last.denominator) <= Number(last.numerator); k++) orders.push(rational(k, grid));
          return orders;
        },
        leadingOrder: () => {
          const k = leadingOf(expansion, stream);
          return k === undefined ? undefined : rational(k, grid);
        },
        nonzero: () => [...expansion.nonzero],
      };
    } catch (error) {
      if (!(error instanceof OffGrid)) throw error;
      failure = error;
    }
  }
  throw failure instanceof Error ? new NoSeries(failure.message) : new NoSeries("the weights do not fit a common grid");
};

/** A fractional order that the present grid does not have. */
class OffGrid extends Error {
  override readonly name = "OffGrid";
}

const memoized = (start: number, compute: (k: number) => Expr): Stream => {
  const known: Expr[] = [];
  return {
    start,
    coefficient: (k) => {
      if (k < start) return ZERO;
      const value = known[k - start] ?? compute(k);
      known[k - start] = value;
      return value;
    },
  };
};

const constantStream = (e: Expr): Stream => memoized(0, (k) => (k === 0 ? e : ZERO));
const mapStream = (s: Stream, change: (coefficient: Expr) => Expr): Stream => memoized(s.start, (k) => change(s.coefficient(k)));
const shiftStream = (s: Stream, by: number): Stream => memoized(s.start + by, (k) => s.coefficient(k - by));
const addStreams = (streams: readonly Stream[]): Stream =>
  memoized(Math.min(...streams.map((s) => s.start)), (k) => sum(...streams.map((s) => s.coefficient(k))));

const multiplyStreams = (a: Stream, b: Stream): Stream =>
  memoized(a.start + b.start, (k) => {
    const terms: Expr[] = [];
    for (let j = a.start; j <= k - b.start; j++) {
      const x = a.coefficient(j);
      if (x !== ZERO) terms.push(product(x, b.coefficient(k - j)));
    }
    return sum(...terms);
  });

const isSmall = (x: Expansion, e: Expr): boolean => freeSymbols(e).some((s) => x.weights.has(s));

/** The first order with a nonzero coefficient; undefined for a series that vanishes as far as it was looked at. */
const leadingOf = (x: Expansion, s: Stream): number | undefined => {
  if (x.leading.has(s)) return x.leading.get(s);
  let found: number | undefined;
  for (let k = s.start; k <= s.start + LONGEST_CANCELLATION * x.grid && found === undefined; k++) {
    if (!vanishes(x, s.coefficient(k))) found = k;
  }
  x.leading.set(s, found);
  return found;
};

const vanishes = (x: Expansion, coefficient: Expr): boolean => {
  if (coefficient === ZERO) return true;
  const decision = decideEqual(coefficient, ZERO, x.circumstances);
  if (decision.kind === "unknown") throw new NoSeries(`cannot decide whether a coefficient vanishes: ${decision.reason}`);
  if (decision.kind === "equal") for (const term of decision.nonzero) x.nonzero.add(term);
  return decision.kind === "equal";
};

const streamOf = (x: Expansion, e: Expr): Stream => {
  const known = x.streams.get(e);
  if (known !== undefined) return known;
  const stream = isSmall(x, e) ? expand(x, e) : constantStream(e);
  x.streams.set(e, stream);
  return stream;
};

const expand = (x: Expansion, e: Expr): Stream => {
  if (e.operator && (e.kind === "call" || (e.kind === "power" && !isWholePower(e)))) throw new NoSeries("a function of operators");
  switch (e.kind) {
    case "number": return constantStream(e);
    case "symbol": {
      const weight = x.weights.get(e.symbol);
      if (weight === undefined) return constantStream(e);
      const order = Number(multiplyRational(weight, rational(x.grid)).numerator);
      return memoized(order, (k) => (k === order ? e : ZERO));
    }
    case "sum": return addStreams(e.args.map((term) => streamOf(x, term)));
    case "product": return e.args.map((factor) => streamOf(x, factor)).reduce(multiplyStreams);
    case "word": throw new NoSeries("a product of operators");
    case "power": return expandPower(x, e.args[0], e.args[1]);
    case "call": return expandCall(x, e);
    case "binder": return expandBinder(x, e);
  }
};

const expandPower = (x: Expansion, base: Expr, exponent: Expr): Stream => {
  if (exponent.kind !== "number") return expand(x, call("exp", [product(exponent, call("log", [base]))]));
  const { value } = exponent;
  if (base.kind === "call" && base.head === "abs" && isInteger(value) && Number(value.numerator) % 2 === 0) return expandPower(x, squareOfModulus(base), number(multiplyRational(value, rational(1, 2))));
  const b = streamOf(x, base);
  if (isInteger(value) && typeof value.numerator === "number" && value.numerator >= 0 && value.numerator <= 8) {
    return Array.from({ length: value.numerator }, () => b).reduce(multiplyStreams, constantStream(ONE));
  }
  return powerOfStream(x, b, value);
};

/**
 * f^α for f = λ^v (h₀ + h₁λ + …): g₀ = h₀^α and n h₀ gₙ = Σ (kα − n + k) h_k g_(n−k). A fractional power needs h₀ > 0, so that the principal
 * branch is the same for all small λ.
 */
const powerOfStream = (x: Expansion, f: Stream, α: Rational): Stream => {
  const v = leadingOf(x, f);
  if (v === undefined) throw new NoSeries("a power of a quantity that vanishes to every order looked at");
  const order = multiplyRational(rational(v), α);
  if (!isInteger(order) || typeof order.numerator !== "number") throw new OffGrid("a fractional order");
  const h0 = f.coefficient(v);
  if (!isInteger(α) && signOf(h0, x.circumstances) !== "positive") throw new NoSeries("a root whose leading coefficient is not known to be positive");
  x.nonzero.add(h0);
  const g = memoized(0, (n): Expr => {
    if (n === 0) return power(h0, number(α));
    const terms: Expr[] = [];
    for (let k = 1; k <= n; k++) {
      const weight = addRational(multiplyRational(rational(k), α), rational(k - n));
      terms.push(product(number(weight), f.coefficient(v + k), g.coefficient(n - k)));
    }
    return quotient(sum(...terms), product(int(n), h0));
  });
  return shiftStream(g, order.numerator);
};

const inverseStream = (x: Expansion, f: Stream): Stream => powerOfStream(x, f, rational(-1));

/** λ d/dλ term by term, in units of the grid, of a series without negative orders: it starts above order 0. */
const slope = (f: Stream): Stream => memoized(Math.max(1, f.start), (k) => product(int(k), f.coefficient(k)));

/** A series with the given constant term whose λ d/dλ is the given one, which starts above order 0. */
const integrated = (constant: Expr, slopeOf: (self: Stream) => Stream): Stream => {
  const self: Stream = memoized(0, (k) => (k === 0 ? constant : quotient(slopeOf(self).coefficient(k), int(k))));
  return self;
};

const finiteAtZero = (x: Expansion, f: Stream, head: string): Stream => {
  for (let k = f.start; k < 0; k++) if (!vanishes(x, f.coefficient(k))) throw new NoSeries(`${head} of a quantity that grows without bound`);
  return f.start >= 0 ? f : memoized(0, (k) => f.coefficient(k));
};

const expandExponential = (f: Stream): Stream => {
  const df = slope(f);
  return integrated(call("exp", [f.coefficient(0)]), (self) => multiplyStreams(self, df));
};

/** exp(S + R) with an unbounded but purely imaginary S: the phase exp(S) has modulus one and stays as a factor of every coefficient. */
const fastPhase = (x: Expansion, f: Stream): Expr | undefined => {
  const v = leadingOf(x, f);
  if (v === undefined || v >= 0) return undefined;
  const phase = sum(...Array.from({ length: -v }, (_, k) => f.coefficient(v + k)));
  return signOf(product(negate(I), phase), x.circumstances) === "unknown" ? undefined : phase;
};

const expandCall = (x: Expansion, e: CallTerm): Stream => {
  const { head } = e;
  const [argument = ONE] = e.args;
  if (typeof head !== "string") throw new NoSeries(`'${head.name}' of a small quantity is not known`);
  const raw = streamOf(x, argument);
  if (head === "conj" || head === "re" || head === "im") {
    if ([...x.weights.keys()].some((s) => !isRealSymbol(s))) throw new NoSeries(`${head} of a series in quantities that are not real`);
    return mapStream(raw, (coefficient) => (coefficient === ZERO ? ZERO : call(head, [coefficient])));
  }
  if (head === "abs" || head === "sign") return expandModulus(x, e, raw, head);
  if (head === "exp") {
    const phase = fastPhase(x, raw);
    if (phase !== undefined) return mapStream(expandExponential(memoized(0, (k) => raw.coefficient(k))), (coefficient) => product(call("exp", [phase]), coefficient));
  }
  if (head === "atan") {
    const large = arctangentOfLarge(x, e, raw);
    if (large !== undefined) return large;
  }
  const f = finiteAtZero(x, raw, head);
  const f0 = f.coefficient(0);
  const at0 = (outer: typeof head): Expr => call(outer, [f0]);
  const df = slope(f);
  switch (head) {
    case "exp": return expandExponential(f);
    case "sin": case "cos": case "sinh": case "cosh": {
      const turn = head === "sin" || head === "cos" ? -1 : 1;
      const [odd, even] = turn < 0 ? (["sin", "cos"] as const) : (["sinh", "cosh"] as const);
      const s: Stream = integrated(at0(odd), () => multiplyStreams(c, df));
      const c: Stream = integrated(at0(even), () => mapStream(multiplyStreams(s, df), (coefficient) => product(int(turn), coefficient)));
      return head === odd ? s : c;
    }
    case "tan": x.nonzero.add(call("cos", [f0])); return integrated(at0("tan"), (self) => multiplyStreams(addStreams([constantStream(ONE), multiplyStreams(self, self)]), df));
    case "tanh": x.nonzero.add(call("cosh", [f0])); return integrated(at0("tanh"), (self) => multiplyStreams(addStreams([constantStream(ONE), mapStream(multiplyStreams(self, self), negate)]), df));
    case "log": {
      if (leadingOf(x, f) !== 0) throw new NoSeries("a logarithm of a small quantity");
      if (signOf(call("re", [f0]), x.circumstances) !== "positive") throw new NoSeries("a logarithm whose leading coefficient is not known to have a positive real part");
      const quotientSlope = multiplyStreams(inverseStream(x, f), df);
      return integrated(at0("log"), () => quotientSlope);
    }
    case "atan": return expandArctangent(x, f);
    case "asin": case "acos": {
      const complement = addStreams([constantStream(ONE), mapStream(multiplyStreams(f, f), negate)]);
      const arcsineSlope = multiplyStreams(powerOfStream(x, complement, rational(-1, 2)), df);
      return integrated(at0(head), () => (head === "asin" ? arcsineSlope : mapStream(arcsineSlope, negate)));
    }
  }
};

const expandArctangent = (x: Expansion, f: Stream): Stream => {
  const f0 = f.coefficient(0);
  if (signOf(f0, x.circumstances) === "unknown") throw new NoSeries("an arctangent whose leading coefficient is not known to be real");
  const quotientSlope = multiplyStreams(inverseStream(x, addStreams([constantStream(ONE), multiplyStreams(f, f)])), slope(f));
  return integrated(call("atan", [f0]), () => quotientSlope);
};

/** arctan f = ±π/2 − arctan 1/f for a real f that grows without bound and whose leading coefficient has that sign. */
const arctangentOfLarge = (x: Expansion, e: CallTerm, f: Stream): Stream | undefined => {
  const v = leadingOf(x, f);
  if (v === undefined || v >= 0 || signOf(e.args[0] ?? ONE, x.circumstances) === "unknown") return undefined;
  const sign = signOf(f.coefficient(v), x.circumstances);
  if (sign !== "positive" && sign !== "negative") return undefined;
  return addStreams([constantStream(product(sign === "positive" ? HALF : negate(HALF), PI)), mapStream(expandArctangent(x, finiteAtZero(x, inverseStream(x, f), "atan")), negate)]);
};

const squareOfModulus = ({ args: [u = ONE] }: CallTerm): Expr => product(u, call("conj", [u]));

/** |f| = ±f when f is real and the leading coefficient has a sign; |f| = √(f f̄) when it is complex. */
const expandModulus = (x: Expansion, e: CallTerm, f: Stream, head: "abs" | "sign"): Stream => {
  const isReal = signOf(e.args[0] ?? ONE, x.circumstances) !== "unknown";
  if (!isReal && head === "abs") return powerOfStream(x, streamOf(x, squareOfModulus(e)), rational(1, 2));
  const v = leadingOf(x, f);
  const sign = v === undefined || !isReal ? "unknown" : signOf(f.coefficient(v), x.circumstances);
  if (sign !== "positive" && sign !== "negative") throw new NoSeries(`${head} of a quantity whose sign is not known`);
  if (head === "sign") return constantStream(int(sign === "positive" ? 1 : -1));
  return sign === "positive" ? f : mapStream(f, negate);
};

/** Coefficient by coefficient, where that is the same at every value of the bound variable. */
const expandBinder = (x: Expansion, node: BinderTerm): Stream => {
  const e = node.head === "derivative" ? node : withoutSign(node);
  const [body = ZERO, ...range] = e.args;
  if (e.head === "derivative") {
    const [point = symbol(e.bound)] = range;
    if (!holdsAsDeclared(e, (end) => signOf(end, x.circumstances))) throw new NoSeries(`a derivative at a point where '${e.bound.name}' is not known to be ${e.bound.assume.join(", ")}`);
    return streamOf(x, substitute(derivative(body, e.bound), new Map([[e.bound, point]])));
  }
  if (x.weights.has(e.bound) || range.some((end) => isSmall(x, end)) || e.head === "limit") throw new NoSeries(`a ${e.head} whose range is small or whose variable is`);
  const [from, to] = range;
  if (e.head === "sum" && from?.kind === "number" && to?.kind === "number" && isInteger(from.value) && isInteger(to.value)) {
    const terms = summands(body, e.bound, Number(from.value.numerator), Number(to.value.numerator)).map((term) => streamOf(x, term));
    return terms.length === 0 ? constantStream(ZERO) : addStreams(terms);
  }
  const finite = e.head !== "average" && !range.some((end) => contains(end, INFINITY));
  if (!isUniform(x, body, e.bound, finite)) throw new NoSeries(`the expansion inside the ${e.head} is not uniform in '${e.bound.name}': evaluate the ${e.head} first`);
  return mapStream(streamOf(x, body), (coefficient) => (coefficient === ZERO ? ZERO : binder(e.head, e.bound, [coefficient, ...range])));
};

/**
 * Whether the expansion of f(x, λ) holds for all x alike: small and bound variables meet only in sums and products, or, over a finite range, in
 * entire functions. ∫₀^∞ λ exp(−λx) dx = 1, although every coefficient of order 0 in λ vanishes.
 */
const isUniform = (x: Expansion, e: Expr, bound: PhysicalSymbol, finite: boolean): boolean => {
  if (!isSmall(x, e) || !dependsOn(e, bound)) return true;
  if (e.kind === "power" && !isWholePower(e)) return false;
  if (e.kind === "call" && !(finite && isEntire(e) && streamOf(x, e.args[0] ?? ZERO).start >= 0)) return false;
  return e.kind !== "number" && e.kind !== "symbol" && e.kind !== "binder" && e.kind !== "word" && e.args.every((part) => isUniform(x, part, bound, finite));
};

/** exp, sin and cos of a polynomial: no denominator, root or logarithm inside. */
const isEntire = (e: Expr): boolean => {
  switch (e.kind) {
    case "number": case "symbol": return true;
    case "word": case "binder": return false;
    case "power": return isWholePower(e) && isEntire(e.args[0]);
    default: return (e.kind !== "call" || entire.includes(e.head)) && e.args.every(isEntire);
  }
};
const entire: readonly unknown[] = ["exp", "sin", "cos", "sinh", "cosh", "conj", "re", "im"];

const isWholePower = ({ args: [, exponent] }: PowerTerm): boolean => exponent.kind === "number" && isInteger(exponent.value) && exponent.value.numerator >= 0;
