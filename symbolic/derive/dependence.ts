/**
 * # How a result depends on one letter
 *
 * "m ∝ Δ⁻³" and "|m| grows with ω" are statements about the derived formula f while the other letters are held. Both are read off the
 * logarithmic derivative ∂ₓf/f: a power law where x ∂ₓf/f is the exponent, growth of |f| where ∂ₓf/f > 0.
 *
 * Undecided when f contains a letter that the claim does not hold: it might depend on x itself.
 */
import { number, ONE, power, product, quotient, sum, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, type PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, freeSymbols } from "../expr/walk.ts";
import { derivative, NotDifferentiable } from "../kernel/derivative.ts";
import { decideEqual, signOf } from "../kernel/field.ts";
import { infix } from "../notation/infixPrinter.ts";
import { agreement, circumstancesOf, orderInWords } from "./agreement.ts";
import { basics, type Case } from "./case.ts";
import type { Assertion } from "./claim.ts";
import { simpleRatio } from "./difference.ts";
import { verdict, type Verdict } from "./verdict.ts";

type Dependence = Assertion & { readonly kind: "dependence" };

export const judgeDependence = (c: Case, { left, on, exponent, fixed }: Dependence): Verdict => {
  const { final } = c.checked;
  const free = freeSymbols(final).filter((s) => s !== on && s !== imaginaryUnit && s !== circleConstant && !fixed.includes(s));
  if (free.length > 0) return verdict("open", { ...basics(c), reason: `the derived formula contains ${free.map((s) => s.name).join(", ")}, which the claim does not hold fixed` });
  let slope: Expr;
  try {
    slope = logarithmicDerivative(final, on);
  } catch (error) {
    if (!(error instanceof NotDifferentiable)) throw error;
    return verdict("open", { ...basics(c), reason: error.message });
  }
  return exponent === undefined ? judgeGrowth(c, left, on, slope) : judgePower(c, left, on, product(symbol(on), slope), number(exponent));
};

/** ∂ₓf/f factor by factor, so that factors without x drop out. */
export const logarithmicDerivative = (f: Expr, x: PhysicalSymbol): Expr => {
  if (!dependsOn(f, x)) return ZERO;
  if (f.kind === "symbol") return power(f, number({ numerator: -1, denominator: 1 }));
  if (f.kind === "product") return sum(...f.args.map((factor) => logarithmicDerivative(factor, x)));
  if (f.kind === "power" && !dependsOn(f.args[1], x)) return product(f.args[1], logarithmicDerivative(f.args[0], x));
  return quotient(derivative(f, x), f);
};

const judgePower = (c: Case, left: Expr, on: PhysicalSymbol, found: Expr, exponent: Expr): Verdict => {
  const circumstances = circumstancesOf(c.checked.theorem);
  const decision = decideEqual(found, exponent, circumstances);
  if (decision.kind === "equal") return agreement(c);
  if (decision.kind === "unknown") return verdict("open", { ...basics(c), reason: `the power of ${on.name} in ${infix(left)}: ${decision.reason}` });
  const other = simpleRatio(found, ONE, circumstances);
  const order = orderInWords(c.checked.theorem);
  return other?.kind === "number"
    ? verdict("discrepancy", { ...basics(c), slip: "power", reason: `${infix(left)} ${other === ZERO ? `does not depend on ${on.name}` : `is proportional to ${infix(power(symbol(on), other))}`}${order}` })
    : verdict("discrepancy", { ...basics(c), slip: "claim", reason: `${infix(left)} is no power of ${on.name}${order}` });
};

const judgeGrowth = (c: Case, left: Expr, on: PhysicalSymbol, slope: Expr): Verdict => {
  const sign = signOf(slope, circumstancesOf(c.checked.theorem));
  if (sign === "positive") return agreement(c);
  const order = orderInWords(c.checked.theorem);
  if (sign === "negative" || sign === "nonpositive" || (sign === "zero" && order === "")) {
    return verdict("discrepancy", { ...basics(c), slip: "claim", reason: `|${infix(left)}| ${sign === "negative" ? "falls" : "does not grow"} with ${on.name}${order}` });
  }
  return verdict("open", { ...basics(c), reason: `the sign of ${infix(slope)} does not follow from the premises` });
};
