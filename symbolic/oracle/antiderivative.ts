/**
 * # Antiderivatives
 *
 * Proposals for ∫ f dx, the cheap ones first. A proposal is only that: the kernel differentiates it again.
 *
 * - `ownAntiderivative`: exponential polynomials (with sines, cosines and their hyperbolic cousins); u′·uᵖ with such a u; and, for
 *   a quadratic Q, polynomials of degree 1 over whole and half-integer powers of Q.
 * - `antiderivatives`: ours, then those of the given oracles, which are asked only when the caller comes back for more.
 *
 * Not here: other rational functions (partial fractions) and special functions; both are left to the engines.
 */
import { call, HALF, I, int, MINUS_ONE, negate, number, ONE, power, product, squareRoot, sum, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { contains, dependsOn, freeSymbols, substitute } from "../expr/walk.ts";
import { addRational, compareRational, isInteger, multiplyRational, negateRational, one, rational, type Rational } from "../number/rational.ts";
import { whyUnable } from "./ballot.ts";
import { isPlainlyNonnegative, withoutConjugation } from "./conjugation.ts";
import { asTerm, differentiated, exponentialPolynomial, integrated, isLike, shifted, type ExponentialTerm } from "./exponentialPolynomial.ts";
import { canonical, isLarge, multipliedOut } from "./forms.ts";
import type { Asking, EngineName, Oracle } from "./opinion.ts";

export interface AntiderivativeOptions extends Asking {
  /** The interval lies on this side of 0, so that |x| has no bars. */
  readonly side?: "positive" | "negative";
}

export interface ProposedAntiderivative { readonly term: Expr; readonly by: "own" | EngineName }

/** Lazily: an engine is asked only when the proposals before it did not pass the caller's check. */
export const antiderivatives = async function* (f: Expr, x: PhysicalSymbol, oracles: readonly Oracle[], options: AntiderivativeOptions = {}): AsyncGenerator<ProposedAntiderivative, void> {
  const own = ownAntiderivative(f, x, options);
  if (own !== undefined) yield { term: own, by: "own" };
  const { inner, inside, outside } = withSide(x, options);
  for (const oracle of oracles) {
    const proposal = await oracle.propose({ kind: "antiderivative", of: inside(f), by: inner }, options);
    const [term] = proposal.kind === "proposed" ? proposal.terms : [];
    if (term !== undefined) yield { term: outside(term), by: oracle.name };
  }
};

export const ownAntiderivative = (f: Expr, x: PhysicalSymbol, options: AntiderivativeOptions = {}): Expr | undefined => {
  if (isLarge(f)) return undefined;
  const { inner, inside, outside } = withSide(x, options);
  try {
    const found = search(canonical(withoutConjugation(inside(f))), inner);
    return found === undefined ? undefined : outside(found);
  } catch (error) {
    if (whyUnable(error) === undefined) throw error;
    return undefined;
  }
};

/** x as a symbol that has the sign of the interval, and the way there and back. */
const withSide = (x: PhysicalSymbol, { side }: AntiderivativeOptions): { readonly inner: PhysicalSymbol; readonly inside: (e: Expr) => Expr; readonly outside: (e: Expr) => Expr } => {
  const inner: PhysicalSymbol = side === undefined ? x : { ...x, assume: [side] };
  return { inner, inside: (e) => substitute(e, new Map([[x, symbol(inner)]])), outside: (e) => substitute(e, new Map([[inner, symbol(x)]])) };
};

const search = (f: Expr, x: PhysicalSymbol): Expr | undefined => {
  const terms = exponentialPolynomial(f, x);
  if (terms !== undefined) {
    const sign = signThatStopsAWave(terms);
    return sign === undefined ? asTerm(integrated(terms), x) : overBothSigns(f, x, sign);
  }
  const single = ofProduct(f, x);
  if (single !== undefined) return single;
  const parts = multipliedOut(f);
  if (parts.kind !== "sum") return undefined;
  const antiderivativesOfParts = parts.args.map((part) => search(part, x)).filter((part) => part !== undefined);
  return antiderivativesOfParts.length === parts.args.length ? sum(...antiderivativesOfParts) : undefined;
};

const MOST_SIGNS = 4;

/** A sign in a rate such as i(ω − cω), which vanishes for one of its values: there e^(κx)/κ is no antiderivative. */
const signThatStopsAWave = (terms: readonly ExponentialTerm[]): PhysicalSymbol | undefined => {
  for (const { rate } of terms) {
    const signs = freeSymbols(rate).filter((s) => isSign(s) && s.arguments === undefined);
    if (signs.length === 0 || signs.length > MOST_SIGNS) continue;
    for (let choice = 0; choice < 2 ** signs.length; choice++) {
      const values = new Map(signs.map((s, k) => [s, (choice >> k) % 2 === 0 ? ONE : MINUS_ONE]));
      if (multipliedOut(substitute(rate, values)) === ZERO) return signs[0];
    }
  }
  return undefined;
};

/** (1 + c)/2·F for c = 1 plus (1 − c)/2·F for c = −1. */
const overBothSigns = (f: Expr, x: PhysicalSymbol, c: PhysicalSymbol): Expr | undefined => {
  const parts = [ONE, MINUS_ONE].map((value) => {
    const part = search(canonical(substitute(f, new Map([[c, value]]))), x);
    return part === undefined ? undefined : product(HALF, sum(ONE, product(value, symbol(c))), part);
  }).filter((part) => part !== undefined);
  return parts.length === 2 ? sum(...parts) : undefined;
};

// ---- P·Qᵖ ----------------------------------------------------------------------------------------------------------------------

interface PowerForm { readonly above: readonly ExponentialTerm[]; readonly base: Expr; readonly exponent: Expr }

/** f as an exponential polynomial times one power that is none. */
const powerForm = (f: Expr, x: PhysicalSymbol): PowerForm | undefined => {
  let base: Expr | undefined;
  const exponents: Expr[] = [];
  const others: Expr[] = [];
  for (const factor of f.kind === "product" ? f.args : [f]) {
    if (exponentialPolynomial(factor, x) !== undefined) { others.push(factor); continue; }
    const [inner, exponent]: readonly [Expr, Expr] = factor.kind === "power" ? factor.args : [factor, ONE];
    if (dependsOn(exponent, x) || (base !== undefined && base !== inner)) return undefined;
    base = inner;
    exponents.push(exponent);
  }
  const above = exponentialPolynomial(product(...others), x);
  return base === undefined || above === undefined ? undefined : { above, base, exponent: sum(...exponents) };
};

const ofProduct = (f: Expr, x: PhysicalSymbol): Expr | undefined => {
  const form = powerForm(f, x);
  if (form === undefined) return undefined;
  const below = exponentialPolynomial(form.base, x);
  if (below === undefined) return undefined;
  const ratio = constantRatio(form.above, differentiated(below));
  if (ratio !== undefined) return product(ratio, powerIntegral(form.base, form.exponent));
  return overQuadratic(form, below, x) ?? withoutOneRate(form, below, x);
};

/** 1/(1 + eˣ) = e⁻ˣ/(e⁻ˣ + 1): one of the real exponentials of u is taken out of uᵖ, which may leave u′·uᵖ. */
const withoutOneRate = ({ above, exponent }: PowerForm, below: readonly ExponentialTerm[], x: PhysicalSymbol): Expr | undefined => {
  for (const { rate } of below) {
    const base = shifted(below, negate(rate));
    const ratio = rate === ZERO || contains(rate, I) ? undefined : constantRatio(shifted(above, product(exponent, rate)), differentiated(base));
    if (ratio !== undefined) return product(ratio, powerIntegral(asTerm(base, x), exponent));
  }
  return undefined;
};

/** ∫ u′·uᵖ dx. */
const powerIntegral = (u: Expr, exponent: Expr): Expr => {
  const next = sum(exponent, ONE);
  return next === ZERO ? call("log", [u]) : product(power(next, MINUS_ONE), power(u, next));
};

/** λ with a = λ·b, when the terms show it. */
const constantRatio = (a: readonly ExponentialTerm[], b: readonly ExponentialTerm[]): Expr | undefined => {
  const [first] = b;
  const partner = first === undefined ? undefined : a.find((term) => isLike(term, first));
  if (first === undefined || partner === undefined || a.length !== b.length) return undefined;
  const fits = b.every((term) => {
    const other = a.find((o) => isLike(o, term));
    return other !== undefined && multipliedOut(sum(product(other.coefficient, first.coefficient), product(MINUS_ONE, partner.coefficient, term.coefficient))) === ZERO;
  });
  return fits ? product(partner.coefficient, power(first.coefficient, MINUS_ONE)) : undefined;
};

/** (b₁x + b₀)·Qᵖ over a quadratic Q = αx² + βx + γ, for p = −1/2 and p ≤ −1 whole or half-integer: b₁x + b₀ = λ·Q′ + μ. */
const overQuadratic = ({ above, base, exponent }: PowerForm, below: readonly ExponentialTerm[], x: PhysicalSymbol): Expr | undefined => {
  if (exponent.kind !== "number" || [...above, ...below].some((term) => term.rate !== ZERO || term.phase !== ZERO)) return undefined;
  if (above.some((term) => term.degree > 1) || below.some((term) => term.degree > 2)) return undefined;
  const coefficient = (terms: readonly ExponentialTerm[], degree: number): Expr => terms.find((term) => term.degree === degree)?.coefficient ?? ZERO;
  const quadratic: Quadratic = { base, square: coefficient(below, 2), linear: coefficient(below, 1), constant: coefficient(below, 0), x };
  if (quadratic.square === ZERO) return undefined;
  const slope = product(coefficient(above, 1), power(product(int(2), quadratic.square), MINUS_ONE));
  const rest = sum(coefficient(above, 0), product(MINUS_ONE, slope, quadratic.linear));
  const withoutSlope = inversePower(quadratic, negateRational(exponent.value));
  if (withoutSlope === undefined) return undefined;
  return sum(product(slope, powerIntegral(base, exponent)), product(rest, withoutSlope));
};

interface Quadratic { readonly base: Expr; readonly square: Expr; readonly linear: Expr; readonly constant: Expr; readonly x: PhysicalSymbol }

/**
 * ∫ Q⁻ⁿ dx with h = αx + β/2 and D = αγ − β²/4, down to n = 1 or 1/2 by
 *     2mD·∫ Q^(−m−1) dx = h·Q⁻ᵐ + (2m − 1)·α·∫ Q⁻ᵐ dx.
 */
const inversePower = (q: Quadratic, n: Rational): Expr | undefined => {
  const half = sum(product(q.square, symbol(q.x)), product(HALF, q.linear));
  const discriminant = multipliedOut(sum(product(q.square, q.constant), product(number(rational(-1, 4)), power(q.linear, int(2)))));
  if (discriminant === ZERO || compareRational(n, rational(1, 2)) < 0 || !isInteger(multiplyRational(n, rational(2)))) return undefined;
  if (compareRational(n, rational(1, 2)) === 0) {
    if (!isPlainlyNonnegative(q.square)) return undefined;
    const root = plainRoot(q.square);
    return product(power(root, MINUS_ONE), call("log", [sum(half, product(root, squareRoot(q.base)))]));
  }
  if (compareRational(n, one) === 0) {
    const root = plainRoot(discriminant);
    return product(power(root, MINUS_ONE), call("atan", [product(half, power(root, MINUS_ONE))]));
  }
  const m = addRational(n, rational(-1));
  const weight = addRational(multiplyRational(rational(2), m), rational(-1));
  const lower = weight.numerator === 0 ? ZERO : inversePower(q, m);
  if (lower === undefined) return undefined;
  const scale = power(product(number(multiplyRational(rational(2), m)), discriminant), MINUS_ONE);
  return product(scale, sum(product(half, power(q.base, number(negateRational(m)))), product(number(weight), q.square, lower)));
};

/** √ of a product, taken factor by factor where the factors are known not to be negative. */
const plainRoot = (e: Expr): Expr => {
  if (e.kind === "number" && isPlainlyNonnegative(e)) {
    const [above, below] = [Math.sqrt(Number(e.value.numerator)), Math.sqrt(Number(e.value.denominator))];
    return Number.isSafeInteger(above) && Number.isSafeInteger(below) ? number(rational(above, below)) : squareRoot(e);
  }
  if (e.kind !== "product") return squareRoot(e);
  const known = e.args.filter(isPlainlyNonnegative);
  const rest = e.args.filter((factor) => !known.includes(factor));
  return product(...known.map(plainRoot), squareRoot(product(...rest)));
};
