/**
 * # The report as Markdown
 *
 * Formulas between dollar signs, as KaTeX, GitHub and most editors read them.
 */
import type { VerdictDocument } from "./document.ts";
import type { DerivationDocument } from "./lines.ts";
import type { ReportData } from "./reportData.ts";

/** Marks that Markdown would read as its own. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|$]/g, (mark) => `\\${mark}`);
const cell = (text: string): string => text.replace(/\|/g, "\\vert ");
const inline = (latex: string): string => `$${cell(latex)}$`;

export const renderMarkdown = (data: ReportData): string => {
  const rows = data.entries.map(({ claim }) => `| ${plain(claim.label)} | ${claim.chain.verdict} | ${claim.model.verdict} | ${claim.model.ratio === null ? "" : inline(claim.model.ratio)} | ${plain(claim.model.correctionText ?? claim.model.reason ?? "").replace(/\n/g, " ")} |`);
  const blocks = data.entries.flatMap(({ claim, chain, model }) => [
    `### ${plain(claim.label)}`,
    `p. ${claim.page}, ${plain(claim.where)}; \`${claim.id}\``,
    `$$\n${claim.printed}\n$$`,
    `Reading (${claim.read}${claim.readDetail === "" ? "" : `: ${plain(claim.readDetail)}`}): ${inline(claim.reading)}`,
    `Dimension: ${claim.dimension.status}${claim.dimension.detail === "" ? "" : ` – ${plain(claim.dimension.detail)}`}`,
    ...(claim.opinions.algebrite === "not-asked" ? [] : [`Opinions: Algebrite ${claim.opinions.algebrite}, nerdamer ${claim.opinions.nerdamer}, sampling ${claim.opinions.numeric}`]),
    ...(["chain", "model"] as const).flatMap((question) => [`**${question}: ${claim[question].verdict}**`, verdictLines(claim[question]), ...(question === "chain" ? chain : model).map(derivationLines)]),
  ]);
  return [
    `# ${plain(data.title)}`, plain(data.citation),
    "| claim | chain | model | derived ÷ printed | what would be right, or why not |\n| --- | --- | --- | --- | --- |\n" + rows.join("\n"),
    "## Claims", ...blocks,
    ...(data.lemmas.length === 0 ? [] : ["## Lemmas", ...data.lemmas.map(derivationLines)]),
    "## Premises", "| premise | kind | statement | where | needed by |\n| --- | --- | --- | --- | --- |\n" + data.premises.map((p) => `| ${plain(p.id)} | ${p.kind} | ${plain(p.text)} ${inline(p.latex)} | ${plain(p.where)} | ${p.neededBy.map(plain).join(", ")} |`).join("\n"),
    ...(data.sideConditions.length === 0 ? [] : ["## Side conditions", data.sideConditions.map((c) => `- ${plain(c.text)} (${c.neededBy.map(plain).join(", ")})`).join("\n")]),
    ...(data.remarks.length === 0 ? [] : ["## Remarks", data.remarks.map((remark) => `- ${plain(remark)}`).join("\n")]),
  ].filter((block) => block !== "").join("\n\n") + "\n";
};

const verdictLines = (v: VerdictDocument): string => {
  const rows: string[] = [];
  const row = (name: string, value: string | null): void => { if (value !== null && value !== "") rows.push(`- ${name}: ${value}`); };
  row("because", v.reason === null ? null : plain(v.reason).replace(/\n/g, " "));
  row("inherited from", v.inheritedFrom.map(plain).join(", "));
  row("derived", v.derived === null ? null : inline(v.derived));
  row("derived ÷ printed", v.ratio === null ? null : inline(v.ratio));
  row("what would be right", v.correction === null ? (v.correctionText === null ? null : plain(v.correctionText)) : `${inline(v.correction)}${v.correctionText === null ? "" : ` (${plain(v.correctionText)})`}`);
  row("kind of slip", v.slip);
  row("next term", v.nextTerm === null ? null : inline(v.nextTerm));
  row("value", v.enclosure === null ? null : `${v.enclosure[0]} … ${v.enclosure[1]}; printed ${plain(v.printedDigits ?? "")}`);
  row("the print holds with", plain(v.holdsUnder.join(" and ")));
  for (const convention of v.conventionsTried) row("tried", plain(convention));
  for (const missing of v.missing) row("missing", plain(missing));
  for (const hypothesis of v.hypotheses) row("given", plain(hypothesis));
  return rows.join("\n");
};

const derivationLines = (derivation: DerivationDocument): string => [
  `*${plain(derivation.question === null ? `${derivation.id} ${derivation.title}` : `${derivation.question}, relation ${derivation.part}`)}*`,
  ...(derivation.property === null ? [] : [`Defined by: ${plain(derivation.property)}.`]),
  `$$\n\\begin{aligned}\n&${derivation.start.latex}\\\\\n${derivation.lines.map((line) => `&${line.relation === "=" ? "=" : "\\approx"} ${line.latex} && \\text{${reason(line)}}`).join("\\\\\n")}\n\\end{aligned}\n$$`,
  ...(derivation.stopped === null ? [] : [`\`\`\`\n${derivation.stopped}\n\`\`\``]),
].join("\n\n");

/** Inside \text: no marks of LaTeX. */
const reason = (line: DerivationDocument["lines"][number]): string => `${line.reason}${line.facts.length === 0 ? "" : `: ${line.facts.map((fact) => fact.id).join(", ")}`}`.replace(/[\\{}$&#%_^~]/g, " ");
