/**
 * # Proposing antiderivatives
 *
 * For exponential sums Σ c·xᵏ·exp(κx), by integration by parts, term by term. A proposal only: the kernel differentiates it again.
 */
import { call, int, negate, power, product, quotient, sum, symbol, ZERO } from "../expr/build.ts";
import type { BinderTerm, Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, substitute } from "../expr/walk.ts";
import { derivative } from "../kernel/derivative.ts";
import { isZero, type Circumstances } from "../kernel/field.ts";
import { innerVariable } from "../kernel/integral.ts";
import { spectrum } from "../kernel/spectrum.ts";

const HIGHEST_POWER = 12;

/** Undefined when the integrand is not an exponential sum with polynomial amplitudes. */
export const proposeAntiderivative = (integral: BinderTerm, circumstances: Circumstances = {}): Expr | undefined => {
  const [body, from, to] = integral.args;
  if (body === undefined || from === undefined || to === undefined) return undefined;
  const x = innerVariable(integral.bound, from, to, circumstances);
  const waves = spectrum(substitute(body, new Map([[integral.bound, symbol(x)]])), x, circumstances);
  if (waves.kind === "refused") return undefined;
  const parts = waves.value.map(({ amplitude, rate }) => (isZero(rate, circumstances) === "true" ? polynomialPart(amplitude, x) : exponentialPart(amplitude, rate, x)));
  if (parts.some((part) => part === undefined)) return undefined;
  return substitute(sum(...parts.map((part) => part ?? ZERO)), new Map([[x, symbol(integral.bound)]]));
};

/** ∫ A e^(κx) dx = e^(κx) (A/κ − A′/κ² + A″/κ³ − …), which ends for a polynomial A. */
const exponentialPart = (amplitude: Expr, rate: Expr, x: PhysicalSymbol): Expr | undefined => {
  const terms: Expr[] = [];
  let current = amplitude;
  for (let k = 1; k <= HIGHEST_POWER; k++) {
    const term = quotient(current, power(rate, int(k)));
    terms.push(k % 2 === 1 ? term : negate(term));
    if (!dependsOn(current, x)) return product(call("exp", [product(rate, symbol(x))]), sum(...terms));
    current = derivative(current, x);
    if (current === ZERO) return product(call("exp", [product(rate, symbol(x))]), sum(...terms));
  }
  return undefined;
};

/** ∫ A dx = x A − x²A′/2 + x³A″/6 − …, for a polynomial A. */
const polynomialPart = (amplitude: Expr, x: PhysicalSymbol): Expr | undefined => {
  const terms: Expr[] = [];
  let current = amplitude;
  for (let k = 1, factorial = 1; k <= HIGHEST_POWER; k++) {
    factorial *= k;
    const term = quotient(product(power(symbol(x), int(k)), current), int(factorial));
    terms.push(k % 2 === 1 ? term : negate(term));
    current = derivative(current, x);
    if (current === ZERO) return sum(...terms);
  }
  return undefined;
};
