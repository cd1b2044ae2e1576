/**
 * # Exponential sums
 *
 * `spectrum`: a term as Σ amplitude·exp(rate·x), amplitudes free of exponentials of x and rates free of x. From it the long-time average
 * and the decay at infinite ends are read off.
 *
 * Trusted: yes.
 */
import { call, I, int, negate, ONE, product, sum, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isIntegerSymbol, isRealSymbol, isSign, standIn, type PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, subterms, substitute } from "../expr/walk.ts";
import { derivative } from "./derivative.ts";
import { decideEqual, inTower, openDenominators, signOf, whyUnreadable, type Circumstances } from "./field.ts";
import { nonzeroTruth } from "./sign.ts";
import { tidyFraction } from "./fraction.ts";
import { normal, type Reading } from "./normal.ts";
import { exponentOf } from "./polynomial.ts";
import { express } from "./tower.ts";

export interface Wave { readonly amplitude: Expr; readonly rate: Expr }

/** What was found, or the reason why not. */
export type Found<T> = { readonly kind: "found"; readonly value: T } | { readonly kind: "refused"; readonly reason: string };

export const found = <T>(value: T): Found<T> => ({ kind: "found", value });
export const refused = (reason: string): Found<never> => ({ kind: "refused", reason });

export const spectrum = (e: Expr, x: PhysicalSymbol, circumstances: Circumstances = {}): Found<readonly Wave[]> => {
  try {
    return inTower((reading) => wavesOf(reading, e, x), circumstances);
  } catch (error) {
    const reason = whyUnreadable(error);
    if (reason === undefined) throw error;
    return refused(reason);
  }
};

const wavesOf = (reading: Reading, e: Expr, x: PhysicalSymbol): Found<readonly Wave[]> => {
  const { tower } = reading;
  const value = normal(reading, e);
  const occurs = (g: number): boolean => [value.numerator, ...value.factors.map(({ factor }) => factor.polynomial)].some((a) => a.keys.some((key) => exponentOf(tower.ring, key, g) !== 0));
  const terms = tower.generators.map((generator, g) => (occurs(g) ? generator.describe() : ONE));
  const exponents = terms.map((term) => (term.kind === "call" && term.head === "exp" && dependsOn(term, x) ? term.args[0] ?? ZERO : undefined));
  for (const { factor } of value.factors) {
    if (factor.polynomial.keys.some((key) => exponents.some((exponent, g) => exponent !== undefined && exponentOf(tower.ring, key, g) !== 0))) return refused(`a denominator contains an exponential of '${x.name}'`);
  }
  const hidden = terms.find((term, g) => exponents[g] === undefined && dependsOn(term, x) && subterms(term).some((node) => (node.kind === "call" || node.kind === "binder") && dependsOn(node, x)));
  if (hidden !== undefined) return refused(`a function of '${x.name}' other than exponentials and powers`);
  const waves: Wave[] = [];
  for (let k = 0; k < value.numerator.keys.length; k++) {
    let key = value.numerator.keys[k] ?? 0;
    const parts: Expr[] = [];
    exponents.forEach((exponent, g) => {
      const times = exponent === undefined ? 0 : exponentOf(tower.ring, key, g);
      if (exponent === undefined || times === 0) return;
      parts.push(product(int(times), exponent));
    });
    exponents.forEach((exponent, g) => {
      if (exponent !== undefined) key -= exponentOf(tower.ring, key, g) * (tower.ring.offsets[g] ?? 0);
    });
    const total = sum(...parts);
    const rate = derivative(total, x);
    if (dependsOn(rate, x) && decideEqual(derivative(rate, x), ZERO).kind !== "equal") return refused(`an exponential that is not linear in '${x.name}'`);
    const constant = substitute(total, new Map([[x, ZERO]]));
    const single = { keys: [key], coefficients: [value.numerator.coefficients[k] ?? 0], bounds: value.numerator.bounds };
    const amplitude = express(tower, tidyFraction(single, value.denominator, value.factors));
    waves.push({ amplitude: constant === ZERO ? amplitude : product(amplitude, call("exp", [constant])), rate: dependsOn(rate, x) ? substitute(rate, new Map([[x, ZERO]])) : rate });
  }
  return found(waves);
};

/** A value that holds under conditions besides the assumptions. */
export interface Conditional { readonly value: Expr; readonly nonzero: readonly Expr[]; readonly positive: readonly Expr[] }

/** lim 1/T ∫₀ᵀ e dt: the amplitudes without oscillation. Frequencies must be real; those not known to be nonzero become conditions. */
export const timeAverage = (e: Expr, t: PhysicalSymbol, circumstances: Circumstances = {}): Found<Conditional> => {
  if (!isRealSymbol(t) || isIntegerSymbol(t) || isSign(t)) return refused(`the time '${t.name}' must be declared real`);
  const time = standIn(t, ["real"]);                       // what is given of a symbol t is not about the bound one
  const inside = substitute(e, new Map([[t, symbol(time)]]));
  const waves = spectrum(inside, time, circumstances);
  if (waves.kind === "refused") return waves;
  const nonzero = new Set<Expr>(openDenominators(inside, circumstances) ?? []);
  if ([...nonzero].some((term) => dependsOn(term, time))) return refused(`a denominator may vanish at some '${t.name}'`);
  const constant: Expr[] = [];
  for (const { amplitude, rate } of waves.value) {
    if (dependsOn(amplitude, time)) return refused(`an amplitude that grows or decays with '${t.name}'`);
    const frequency = product(negate(I), rate);
    if (signOf(frequency, circumstances) === "unknown") return refused("a frequency that is not known to be real");
    const truth = vanishes(frequency, circumstances);
    if (truth === "zero") constant.push(amplitude);
    else if (truth === "unknown") nonzero.add(frequency);
  }
  return found({ value: sum(...constant), nonzero: [...nonzero], positive: [] });
};

const vanishes = (e: Expr, circumstances: Circumstances): "zero" | "nonzero" | "unknown" => {
  const truth = inTower((reading) => nonzeroTruth(reading.tower, normal(reading, e)), circumstances);
  return truth === "false" ? "zero" : truth === "true" ? "nonzero" : "unknown";
};

