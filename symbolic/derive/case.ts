/**
 * # A case
 *
 * What a judgement looks at: the claim, one of its relations, and the checked derivation that answers it.
 */
import type { Claim, Assertion } from "./claim.ts";
import { premisesOf, type Checked, type Checker } from "./check.ts";
import type { Derivation } from "./derivation.ts";
import type { Paper } from "./paper.ts";
import type { Verdict } from "./verdict.ts";
import { infix } from "../notation/infixPrinter.ts";
import type { Hypothesis, Premise } from "../kernel/statement.ts";
import type { Theorem } from "../kernel/theorem.ts";

export interface Judgement { readonly claim: Claim; readonly chain: Verdict; readonly model: Verdict }

export interface Session { readonly paper: Paper; readonly seed: number; readonly checker: Checker; readonly judged: Map<Claim, Judgement> }

export interface Case { readonly session: Session; readonly claim: Claim; readonly assertion: Assertion; readonly derivation: Derivation; readonly checked: Checked & { readonly kind: "proved" }; /** Only the kind of the verdict is wanted: no search for what would be right. */ readonly brief: boolean }

/** Premises that a derivation used, by id, and its hypotheses in words. */
export const describeHypotheses = (hypotheses: readonly Hypothesis[]): { readonly from: readonly string[]; readonly words: readonly string[] } => ({
  from: premisesOf(hypotheses).map((p) => p.id),
  words: hypotheses.map((hypothesis) => {
    switch (hypothesis.kind) {
      case "premise": return `${hypothesis.premise.id}: ${hypothesis.premise.text}`;
      case "identity": return `identity ${hypothesis.identity.id}`;
      case "side-condition": return conditionText(hypothesis.says);
    }
  }),
});

const conditionText = (s: Premise["says"]): string => (s.kind === "nonzero" ? `${infix(s.term)} ≠ 0` : s.kind === "positive" ? `${infix(s.term)} > 0` : s.kind);

export const basics = (c: Case, theorem: Theorem = c.checked.theorem): Pick<Verdict, "from" | "hypotheses" | "theorem" | "derived"> => {
  const { from, words } = describeHypotheses(theorem.hypotheses);
  return { from: [...new Set(from)], hypotheses: [...new Set(words)], theorem, derived: c.checked.final };
};
