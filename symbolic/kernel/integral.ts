/**
 * # Definite integrals
 *
 * ∫ₐᵇ f dx = F(b) − F(a) for a proposed antiderivative F. Checked here: F′ = f in the field; F visibly continuous on the interval; the
 * limits of F at infinite ends. What the assumptions do not settle comes back as a condition, above all the convergence condition
 * Re κ > 0 of an exponential tail.
 *
 * Trusted: yes.
 */
import { call, int, negate, product, sum, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isRealSymbol, standIn, type PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, subterms, substitute } from "../expr/walk.ts";
import { rational } from "../number/rational.ts";
import { derivative } from "./derivative.ts";
import { decideEqual, openDenominators, signOf, type Circumstances } from "./field.ts";
import { direction, innerSymbol } from "./scope.ts";
import { found, refused, spectrum, type Conditional, type Found } from "./spectrum.ts";
import { NoSeries, seriesOf } from "./taylor.ts";

/** A stand-in for the inner points of the interval, with the sign that its ends give them: |t| loses its bars. */
export const innerVariable = (x: PhysicalSymbol, from: Expr, to: Expr, circumstances: Circumstances): PhysicalSymbol =>
  innerSymbol({ head: "integral", bound: x, args: [ZERO, from, to] }, (end) => signOf(end, circumstances));

export const integrate = (body: Expr, x: PhysicalSymbol, from: Expr, to: Expr, antiderivative: Expr, circumstances: Circumstances = {}): Found<Conditional> => {
  if (!isRealSymbol(x)) return refused(`the variable '${x.name}' of an integral must be declared real`);
  const inner = innerVariable(x, from, to, circumstances);
  if (!isRealSymbol(inner)) return refused("an end of the integral is not known to be real");
  const atInner = (e: Expr): Expr => substitute(e, new Map([[x, symbol(inner)]]));
  const F = atInner(antiderivative);
  const decision = decideEqual(derivative(F, inner), atInner(body), circumstances);
  if (decision.kind === "different") return refused("the derivative of the proposed antiderivative is not the integrand");
  if (decision.kind === "unknown") return refused(`cannot decide whether the antiderivative fits the integrand: ${decision.reason}`);
  const jump = discontinuity(F, inner, circumstances);
  if (jump !== undefined) return refused(jump);
  const open = openDenominators(F, circumstances);
  if (open === undefined) return refused("the antiderivative cannot be read");
  if ([...decision.nonzero, ...open].some((term) => dependsOn(term, inner))) return refused("a denominator of the antiderivative may vanish inside the interval");
  const upper = valueAtEnd(F, inner, to, circumstances);
  if (upper.kind === "refused") return upper;
  const lower = valueAtEnd(F, inner, from, circumstances);
  if (lower.kind === "refused") return lower;
  const value = sum(upper.value.value, negate(lower.value.value));
  return found({
    value,
    nonzero: [...new Set([...decision.nonzero, ...open, ...upper.value.nonzero, ...lower.value.nonzero])],
    positive: [...new Set([...upper.value.positive, ...lower.value.positive])],
  });
};

/** Why F might jump on the interval; undefined when it is a composition of functions continuous there. */
const discontinuity = (F: Expr, x: PhysicalSymbol, circumstances: Circumstances): string | undefined => {
  for (const node of subterms(F)) {
    if (!dependsOn(node, x)) continue;
    if (node.kind === "binder") return `the antiderivative contains a symbolic ${node.head}`;
    if (node.kind === "call" && (node.head === "sign" || node.head === "tan" || node.head === "asin" || node.head === "acos")) return `the antiderivative contains ${node.head}(…), which may jump inside the interval`;
    const cut = node.kind === "call" && node.head === "log" ? node.args[0]
      : node.kind === "power" && !(node.args[1].kind === "number" && node.args[1].value.denominator === 1) ? node.args[0] : undefined;
    if (cut !== undefined && signOf(cut, circumstances) !== "positive") return "a root or a logarithm in the antiderivative is not known to have a positive argument on the interval";
    if (node.kind === "call" && node.head === "atan" && signOf(node, circumstances) === "unknown") return "an arctangent off the real axis may jump inside the interval";
  }
  return undefined;
};

/** F at an end of the interval, where its denominators must not vanish either. */
const valueAtEnd = (F: Expr, x: PhysicalSymbol, end: Expr, circumstances: Circumstances): Found<Conditional> => {
  const towards = direction(end);
  if (towards !== 0) return limitAtInfinity(F, x, towards, circumstances);
  const value = substitute(F, new Map([[x, end]]));
  const nonzero = openDenominators(value, circumstances);
  return nonzero === undefined ? refused("the antiderivative has no value at an end of the interval") : found({ value, nonzero, positive: [] });
};

/** Exponentials must decay; the rest is expanded in 1/x. */
const limitAtInfinity = (F: Expr, x: PhysicalSymbol, towards: 1 | -1, circumstances: Circumstances): Found<Conditional> => {
  if (!dependsOn(F, x)) return found({ value: F, nonzero: [], positive: [] });
  const waves = spectrum(F, x, circumstances);
  if (waves.kind === "refused") return algebraicLimit(F, x, towards, [], circumstances);
  const positive: Expr[] = [];
  const steady: Expr[] = [];
  for (const { amplitude, rate } of waves.value) {
    const decay = call("re", [product(int(-towards), rate)]);
    const sign = signOf(decay, circumstances);
    if (signOf(rate, circumstances) === "zero") steady.push(amplitude);
    else if (sign === "unknown" || sign === "real") positive.push(decay);
    else if (sign !== "positive") return refused("the integral does not converge: an exponential does not decay");
  }
  return algebraicLimit(sum(...steady), x, towards, positive, circumstances);
};

/** The same value in a form that does not contain the letter, when there is one: x/√(v²x²) is 1/v. */
const withoutVariable = (e: Expr, x: PhysicalSymbol, circumstances: Circumstances): { readonly value: Expr; readonly nonzero: readonly Expr[] } | undefined => {
  if (!dependsOn(e, x)) return { value: e, nonzero: [] };
  const atOne = substitute(e, new Map([[x, int(1)]]));
  const decision = decideEqual(e, atOne, circumstances);
  return decision.kind === "equal" ? { value: atOne, nonzero: decision.nonzero } : undefined;
};

const algebraicLimit = (F: Expr, x: PhysicalSymbol, towards: 1 | -1, positive: readonly Expr[], circumstances: Circumstances): Found<Conditional> => {
  if (!dependsOn(F, x)) return found({ value: F, nonzero: [], positive });
  const large = standIn(x, ["positive"]);
  try {
    const series = seriesOf(substitute(F, new Map([[x, product(int(towards), symbol(large))]])), new Map([[large, rational(-1)]]), circumstances);
    const nonzero: Expr[] = [];
    for (const order of series.orders(rational(0)).slice(0, -1)) {
      const decision = decideEqual(series.at(order), ZERO, circumstances);
      if (decision.kind === "different") return refused("the integral does not converge: the antiderivative grows without bound");
      if (decision.kind === "unknown") return refused(`no limit of the antiderivative was found: ${decision.reason}`);
      nonzero.push(...decision.nonzero);
    }
    const limit = withoutVariable(series.at(rational(0)), large, circumstances);
    if (limit === undefined) return refused("the integral does not converge: the antiderivative oscillates");
    return found({ value: limit.value, nonzero: [...new Set([...nonzero, ...series.nonzero(), ...limit.nonzero])], positive });
  } catch (error) {
    if (error instanceof NoSeries) return refused(`no limit of the antiderivative was found: ${error.message}`);
    throw error;
  }
};
