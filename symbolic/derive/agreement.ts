/**
 * # Agreement
 *
 * What was derived supports the print: exactly, or to the order of the expansions on the way. Then the first term that they leave out is shown.
 */
import { ONE, symbol } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isZero, type Circumstances } from "../kernel/field.ts";
import { NoSeries, seriesOf } from "../kernel/taylor.ts";
import { postulate, type Theorem } from "../kernel/theorem.ts";
import { addRational, compareRational, rational, showRational } from "../number/rational.ts";
import { infix } from "../notation/infixPrinter.ts";
import { basics, type Case } from "./case.ts";
import { premisesOf } from "./check.ts";
import { tidied } from "./difference.ts";
import { verdict, type Verdict } from "./verdict.ts";

/** The premises of a theorem that declare a term positive, as theorems. */
export const positiveTheorems = (theorem: Theorem): readonly Theorem[] => premisesOf(theorem.hypotheses).filter((p) => p.says.kind === "positive").map(postulate);

export const circumstancesOf = (theorem: Theorem): Circumstances =>
  ({ positive: premisesOf(theorem.hypotheses).flatMap((p) => (p.says.kind === "positive" ? [p.says.term] : [])) });

/** `theorem`: what carries the agreement; an expansion makes it one to its order. */
export const agreement = (c: Case, theorem: Theorem = c.checked.theorem): Verdict =>
  (theorem.conclusion.kind === "asymptotic" ? verdict("asymptotic", { ...basics(c, theorem), nextTerm: termLeftOut(c, theorem) }) : verdict("exact", basics(c, theorem)));

/** How far beyond the order of an expansion the next term is looked for. */
const FURTHER = rational(4);

const termLeftOut = (c: Case, { conclusion, hypotheses }: Theorem): Expr | undefined => {
  if (conclusion.kind !== "asymptotic") return undefined;
  const { weights, through } = conclusion;
  const positive = premisesOf(hypotheses).flatMap((p) => (p.says.kind === "positive" ? [p.says.term] : []));
  try {
    const series = seriesOf(c.checked.exactFinal, weights, { positive });
    for (const order of series.orders(addRational(through, FURTHER))) {
      if (compareRational(order, through) > 0 && isZero(series.at(order)) === "false") return tidied(series.at(order), { positive });
    }
  } catch (error) {
    if (!(error instanceof NoSeries)) throw error;
  }
  return undefined;
};

/** "through order 2 in ω, 1/τ", empty for an exact theorem. */
export const orderInWords = ({ conclusion }: Theorem): string => {
  if (conclusion.kind !== "asymptotic") return "";
  const small = [...conclusion.weights].map(([s, weight]) => (weight.numerator < 0 ? `${infix(ONE)}/${infix(symbol(s))}` : infix(symbol(s))));
  return ` through order ${showRational(conclusion.through)} in ${small.join(", ")}`;
};
