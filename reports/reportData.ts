/**
 * # A report as data
 *
 * Everything that the HTML page, the Markdown and the LaTeX appendix show, built once: verdicts, derivations, lemmas, and the ledger of
 * premises, parameters, conventions and side conditions.
 */
import { derivationsOf, infix, latex, type Premise } from "../symbolic/index.ts";
import type { CheckedPaper } from "./check.ts";
import type { ClaimDocument } from "./document.ts";
import { answersTo, derivationDocument, lemmasBehind, type DerivationDocument } from "./lines.ts";

export interface ReportEntry { readonly claim: ClaimDocument; readonly chain: readonly DerivationDocument[]; readonly model: readonly DerivationDocument[] }

export interface PremiseEntry { readonly id: string; readonly kind: string; readonly text: string; readonly where: string; readonly latex: string; /** Claims whose verdicts rest on it. */ readonly neededBy: readonly string[] }

export interface ReportData {
  readonly schema: "rederive/report@1";
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly seed: number;
  readonly entries: readonly ReportEntry[];
  readonly lemmas: readonly DerivationDocument[];
  readonly premises: readonly PremiseEntry[];
  readonly conventions: readonly { readonly id: string; readonly text: string; readonly explains: readonly string[] }[];
  /** Conditions that the theorems need and the assumptions do not give, with the claims that need them. */
  readonly sideConditions: readonly { readonly text: string; readonly neededBy: readonly string[] }[];
  readonly readByHand: readonly { readonly id: string; readonly why: string }[];
  readonly remarks: readonly string[];
}

const statementLatex = ({ says }: Premise): string => {
  switch (says.kind) {
    case "equal": return `${latex(says.left)} = ${latex(says.right)}`;
    case "asymptotic": return `${latex(says.left)} \\approx ${latex(says.right)}`;
    case "different": return `${latex(says.left)} \\neq ${latex(says.right)}`;
    case "nonzero": return `${latex(says.term)} \\neq 0`;
    case "positive": return `${latex(says.term)} > 0`;
    case "within": return latex(says.term);
  }
};

/** Each text with the claims in whose verdicts it occurs. */
const gathered = (pairs: readonly (readonly [text: string, id: string])[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  for (const [text, id] of pairs) found.set(text, (found.get(text) ?? new Set()).add(id));
  return new Map([...found].map(([text, ids]) => [text, [...ids]]));
};

export const reportData = ({ paper, session, judgements, documents }: CheckedPaper, seed: number): ReportData => {
  const derivations = judgements.flatMap(({ claim }) => (["chain", "model"] as const).flatMap((question) => derivationsOf(paper, claim, question)));
  const theorems = judgements.flatMap(({ claim, chain, model }) => [chain, model].flatMap((v) => (v.parts.length === 0 ? [v] : v.parts)).flatMap((v) => (v.theorem === undefined ? [] : [{ id: claim.id, theorem: v.theorem }])));
  const needed = gathered(theorems.flatMap(({ id, theorem }) => theorem.hypotheses.flatMap((h): readonly (readonly [string, string])[] => (h.kind === "premise" ? [[h.premise.id, id]] : []))));
  const conditions = gathered(theorems.flatMap(({ id, theorem }) => theorem.hypotheses.flatMap((h): readonly (readonly [string, string])[] =>
    (h.kind === "side-condition" && (h.says.kind === "nonzero" || h.says.kind === "positive") ? [[`${infix(h.says.term)} ${h.says.kind === "nonzero" ? "≠" : ">"} 0`, id]] : []))));
  return {
    schema: "rederive/report@1", id: paper.id, title: paper.title, citation: paper.citation, seed,
    entries: documents.flatMap((claim, k) => {
      const judged = judgements[k];
      return judged === undefined ? [] : [{ claim, chain: answersTo(session, judged.claim, "chain"), model: answersTo(session, judged.claim, "model") }];
    }),
    lemmas: lemmasBehind(derivations).map((lemma) => derivationDocument(session, lemma)),
    premises: paper.premises.map((p): PremiseEntry => ({ id: p.id, kind: p.kind, text: p.text, where: p.where, latex: statementLatex(p), neededBy: needed.get(p.id) ?? [] })),
    conventions: paper.conventions.map(({ id, text }) => ({ id, text, explains: documents.filter((claim) => [...claim.model.holdsUnder, ...claim.chain.holdsUnder].includes(id)).map((claim) => claim.id) })),
    sideConditions: [...conditions].map(([text, neededBy]) => ({ text, neededBy })),
    readByHand: documents.filter((claim) => claim.read === "by-hand").map((claim) => ({ id: claim.id, why: claim.readDetail })),
    remarks: paper.remarks,
  };
};

