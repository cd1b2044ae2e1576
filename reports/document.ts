/**
 * # The check as a document
 *
 * What `check --json` prints, one plain object that `schemas/check.schema.json` describes. Formulas are LaTeX in the written order; the same
 * data feeds the table, the HTML page, the Markdown and the LaTeX appendix, so that no two of them can disagree.
 */
import {
  dimensionOfClaim, infix, judge, latex, readingOf, type Claim, type Judgement, type PlainValue, type Session, type Verdict, type VerdictKind,
} from "../symbolic/index.ts";
import type { ClaimOpinions } from "./opinions.ts";

export interface VerdictDocument {
  readonly verdict: VerdictKind;
  /** Claims and premises that the derivation starts from. */
  readonly from: readonly string[];
  readonly derived: string | null;
  /** derived ÷ printed. */
  readonly ratio: string | null;
  readonly slip: string | null;
  readonly correction: string | null;
  readonly correctionText: string | null;
  readonly nextTerm: string | null;
  readonly hypotheses: readonly string[];
  readonly conventionsTried: readonly string[];
  readonly holdsUnder: readonly string[];
  readonly witness: Readonly<Record<string, PlainValue>> | null;
  /** Derived and printed value at the witness. */
  readonly witnessSides: { readonly derived: string; readonly printed: string } | null;
  readonly inheritedFrom: readonly string[];
  /** Certified bounds of a number in the printed unit. */
  readonly enclosure: readonly [string, string] | null;
  readonly printedDigits: string | null;
  readonly missing: readonly string[];
  readonly usedIn: readonly string[];
  readonly reason: string | null;
  /** Kernel rules behind the verdict. */
  readonly rules: readonly string[];
  /** For a display with several relations, the verdict of each. */
  readonly parts: readonly VerdictDocument[];
}

export interface ClaimDocument {
  readonly id: string;
  readonly label: string;
  readonly page: number;
  readonly where: string;
  readonly kind: string;
  readonly printed: string;
  readonly reading: string;
  readonly read: "confirmed" | "by-hand";
  readonly readDetail: string;
  readonly dimension: { readonly status: "consistent" | "inconsistent" | "undetermined"; readonly detail: string };
  readonly chain: VerdictDocument;
  readonly model: VerdictDocument;
  readonly opinions: ClaimOpinions;
  readonly milliseconds: number;
}

export interface PaperDocument { readonly id: string; readonly title: string; readonly citation: string; readonly claims: readonly ClaimDocument[] }

export interface CheckDocument { readonly schema: "rederive/check@1"; readonly seed: number; readonly seconds: number; readonly papers: readonly PaperDocument[] }

const orNull = <T, U>(value: T | undefined, change: (value: T) => U): U | null => (value === undefined ? null : change(value));

export const verdictDocument = (v: Verdict): VerdictDocument => ({
  verdict: v.kind,
  from: v.from,
  derived: orNull(v.derived, latex),
  ratio: v.ratioDecimal ?? orNull(v.ratio, latex),
  slip: v.slip ?? null,
  correction: orNull(v.correction, latex),
  correctionText: v.correctionText ?? null,
  nextTerm: orNull(v.nextTerm, latex),
  hypotheses: v.hypotheses,
  conventionsTried: v.conventionsTried.map(({ id, text, holds, ratio, derived }) => `${id}: ${text} – ${holds ? "the print holds" : ratio === undefined ? (derived === undefined ? "does not explain the difference" : `derived: ${infix(derived)}`) : `derived ÷ printed = ${infix(ratio)}`}`),
  holdsUnder: v.holdsUnder,
  witness: v.witness?.values ?? null,
  witnessSides: orNull(v.witness, ({ left, right }) => ({ derived: left, printed: right })),
  inheritedFrom: v.inheritedFrom,
  enclosure: v.enclosure ?? null,
  printedDigits: v.printedDigits ?? null,
  missing: v.missing,
  usedIn: v.usedIn,
  reason: v.reason ?? null,
  rules: [...new Set([...(v.theorem?.rules ?? []), ...(v.refutation?.rules ?? [])])],
  parts: v.parts.map(verdictDocument),
});

/** One claim with its verdicts. `milliseconds`: what the judging took, shared lemmas included. */
export const claimDocument = (session: Session, claim: Claim, opinions: ClaimOpinions, milliseconds: number): ClaimDocument => {
  const judgement: Judgement = judge(session, claim);
  const { read, reading, detail } = readingOf(session.paper, claim);
  const dimension = dimensionOfClaim(session.paper, claim);
  return {
    id: claim.id, label: claim.label, page: claim.page, where: claim.where, kind: claim.kind, printed: claim.printed, reading, read, readDetail: detail, dimension,
    chain: verdictDocument(judgement.chain), model: verdictDocument(judgement.model), opinions, milliseconds: Math.round(milliseconds * 10) / 10,
  };
};
