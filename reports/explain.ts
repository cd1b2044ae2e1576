/**
 * # The derivation of a claim
 *
 * What `explain` prints and what the report shows behind each claim: the lines that answer both questions and the lemmas that they rest on.
 */
import { claimOf, derivationsOf, infix, showRational, type Paper } from "../symbolic/index.ts";
import type { CheckedPaper } from "./check.ts";
import type { ClaimDocument, VerdictDocument } from "./document.ts";
import { answersTo, derivationDocument, lemmasBehind, type DerivationDocument } from "./lines.ts";
import type { painter } from "./table.ts";

export interface ExplainDocument {
  readonly schema: "rederive/explain@1";
  readonly paper: string;
  readonly claim: ClaimDocument;
  readonly asserts: readonly string[];
  readonly chain: readonly DerivationDocument[];
  readonly model: readonly DerivationDocument[];
  readonly lemmas: readonly DerivationDocument[];
}

/** The statement of an assertion in the infix notation. */
const assertionTexts = (paper: Paper, id: string): readonly string[] => (claimOf(paper, id)?.asserts ?? []).map((assertion) => {
  switch (assertion.kind) {
    case "equal": return `${infix(assertion.left)} = ${infix(assertion.right)}`;
    case "expansion": return `${infix(assertion.left)} ≈ ${infix(assertion.right)}`;
    case "digits": return `${infix(assertion.left)} ${assertion.magnitude ? "~" : "≈"} ${assertion.digits.digits} ${assertion.unit}${assertion.times === undefined ? "" : ` ${infix(assertion.times)}`}`;
    case "positive": return `${infix(assertion.left)} > ${infix(assertion.right)}`;
    case "nonzero": return `${infix(assertion.term)} ≠ 0`;
    case "dependence": return assertion.exponent === undefined ? `${infix(assertion.left)} grows with ${assertion.on.name}` : `${infix(assertion.left)} ∝ ${assertion.on.name}^${showRational(assertion.exponent)}`;
  }
});

/** Of a check with one claim. */
export const explainDocument = ({ paper, session, judgements, documents }: CheckedPaper): ExplainDocument => {
  const [judgement] = judgements;
  const [claim] = documents;
  if (judgement === undefined || claim === undefined) throw new RangeError("nothing to explain");
  const answers = (["chain", "model"] as const).map((question) => derivationsOf(paper, judgement.claim, question));
  return {
    schema: "rederive/explain@1", paper: paper.id, claim, asserts: assertionTexts(paper, claim.id),
    chain: answersTo(session, judgement.claim, "chain"), model: answersTo(session, judgement.claim, "model"),
    lemmas: lemmasBehind(answers.flat()).map((lemma) => derivationDocument(session, lemma)),
  };
};

type Paint = ReturnType<typeof painter>;

export const explainText = (document: ExplainDocument, paint: Paint): string => {
  const { claim } = document;
  const blocks = [
    `${paint(`${document.paper}:${claim.id}`, "bold")}  ${claim.label}, p. ${claim.page}, ${claim.where}\n  printed   ${claim.printed}\n  we read   ${document.asserts.join("\n            ")}   (${claim.read}${claim.readDetail === "" ? "" : `: ${claim.readDetail}`})\n  dimension ${claim.dimension.status}${claim.dimension.detail === "" ? "" : `: ${claim.dimension.detail}`}`,
    ...(document.lemmas.length === 0 ? [] : [paint("Lemmas", "bold"), ...document.lemmas.map(derivationText)]),
    ...(["chain", "model"] as const).flatMap((question) => [
      `${paint(question, "bold")}: ${verdictText(claim[question])}`,
      ...document[question].map(derivationText),
    ]),
  ];
  return `${blocks.join("\n\n")}\n`;
};

const derivationText = (derivation: DerivationDocument): string => {
  const head = `  ${derivation.id}${derivation.title === "" ? "" : `  ${derivation.title}`}`;
  const rows = derivation.lines.map((line) => {
    const facts = line.facts.length === 0 ? "" : `: ${line.facts.map((fact) => fact.id).join(", ")}`;
    return `    ${line.relation} ${line.text}\n        ${line.reason}${facts}   [${line.rules.join(", ")}]`;
  });
  return [head, ...(derivation.property === null ? [] : [`    defined by: ${derivation.property}`]), `      ${derivation.start.text}`, ...rows, ...(derivation.stopped === null ? [] : [`    stopped: ${derivation.stopped}`])].join("\n");
};

/** A verdict in words, with what it must carry. */
export const verdictText = (v: VerdictDocument): string => {
  const rows: string[] = [v.verdict + (v.inheritedFrom.length === 0 ? "" : ` (inherited from ${v.inheritedFrom.join(", ")})`)];
  const row = (name: string, text: string | null | undefined): void => { if (text !== null && text !== undefined && text !== "") rows.push(`  ${name.padEnd(11)}${text}`); };
  row("because", v.reason);
  row("ratio", v.ratio === null ? null : `derived ÷ printed = ${v.ratio}`);
  row("slip", v.slip);
  row("right", v.correction === null ? v.correctionText : `${v.correction}${v.correctionText === null ? "" : `   (${v.correctionText})`}`);
  row("next term", v.nextTerm);
  row("value", v.enclosure === null ? null : `${v.enclosure[0]} … ${v.enclosure[1]}, printed ${v.printedDigits ?? ""}`);
  row("holds with", v.holdsUnder.join(" and "));
  for (const convention of v.conventionsTried) row("tried", convention);
  if (v.witness !== null) row("at", `${Object.entries(v.witness).map(([name, value]) => `${name} = ${typeof value === "number" ? Number(value.toPrecision(6)) : `${value.re}+${value.im}i`}`).join(", ")}: ${v.witnessSides?.derived ?? ""} derived against ${v.witnessSides?.printed ?? ""} printed`);
  for (const text of v.missing) row("missing", text);
  for (const hypothesis of v.hypotheses) row("given", hypothesis);
  row("used in", v.usedIn.join(", "));
  if (v.parts.length > 1) v.parts.forEach((part, k) => row(`relation ${k + 1}`, part.verdict));
  return rows.join("\n");
};
