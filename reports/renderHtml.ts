/**
 * # The report as one HTML page
 *
 * Opens from a disk without a network: style, fonts and formulas are in the page. No script runs in it.
 */
import type { ClaimDocument, VerdictDocument } from "./document.ts";
import type { DerivationDocument } from "./lines.ts";
import { mathRenderer, mathStyle, printedHtml, type MathRenderer } from "./math.ts";
import type { PremiseEntry, ReportData, ReportEntry } from "./reportData.ts";
import { style } from "./style.ts";
import { counted, escapeHtml as text } from "./text.ts";

const anchor = (id: string): string => `claim-${id.replace(/[^A-Za-z0-9-]/g, "-")}`;
const lemmaAnchor = (id: string): string => `lemma-${[...id].map((c) => (/[A-Za-z0-9]/.test(c) ? c : `-${c.codePointAt(0) ?? 0}`)).join("")}`;

const verdictChip = (v: VerdictDocument): string => `<span class="verdict ${v.verdict}">${v.verdict}</span>`;

export const renderHtml = (data: ReportData): string => {
  const math = mathRenderer();
  const { entries } = data;
  const body = [
    `<h1>${text(data.title)}</h1><p class="soft">${text(data.citation)}</p>`,
    `<p>${tallyHtml(entries)}</p>`,
    `<p class="soft">Each claim is asked twice: <b>chain</b> – does it follow from the printed statements that the paper itself derives it from? <b>model</b> – does it follow from the most primitive premises? Every verdict is computed; all of them hold under the hypotheses listed with them.</p>`,
    `<h2>Overview</h2>${overview(math, entries)}`,
    `<h2>Claims</h2>${entries.map((entry) => article(math, entry)).join("\n")}`,
    data.lemmas.length === 0 ? "" : `<h2 id="lemmas">Lemmas</h2><p class="soft">Results on the way that the paper does not print. Derivations cite them by name.</p>${data.lemmas.map((lemma) => derivationHtml(math, lemma, lemmaAnchor(lemma.id))).join("\n")}`,
    `<h2 id="ledger">Premises</h2>${ledger(math, data.premises)}`,
    data.conventions.length === 0 ? "" : `<h2>Conventions</h2><p class="soft">Other meanings of letters under which a print was read before it was called a discrepancy.</p><div class="wide"><table><tr><th>convention</th><th>meaning</th><th>explains</th></tr>${data.conventions.map((c) => `<tr><td>${text(c.id)}</td><td>${text(c.text)}</td><td>${links(c.explains)}</td></tr>`).join("")}</table></div>`,
    data.sideConditions.length === 0 ? "" : `<h2>Side conditions</h2><p class="soft">Needed by the theorems and not given by the assumptions.</p><div class="wide"><table><tr><th>condition</th><th>needed by</th></tr>${data.sideConditions.map((c) => `<tr><td><code>${text(c.text)}</code></td><td>${links(c.neededBy)}</td></tr>`).join("")}</table></div>`,
    data.readByHand.length === 0 ? "" : `<h2>Read by hand</h2><p class="soft">Prints whose LaTeX the reader did not confirm against our reading.</p><div class="wide"><table>${data.readByHand.map((c) => `<tr><td>${links([c.id])}</td><td>${text(c.why)}</td></tr>`).join("")}</table></div>`,
    data.remarks.length === 0 ? "" : `<h2>Remarks</h2><ul>${data.remarks.map((remark) => `<li>${text(remark)}</li>`).join("")}</ul>`,
  ].join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(data.id)} – ${text(data.title)}</title>
<style>${mathStyle()}</style>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
};

const links = (ids: readonly string[]): string => ids.map((id) => `<a href="#${anchor(id)}">${text(id)}</a>`).join(", ");

const tallyHtml = (entries: readonly ReportEntry[]): string =>
  `${counted(entries.length, "claim")}. ${(["chain", "model"] as const).map((question) => {
    const counts = new Map<string, number>();
    for (const { claim } of entries) counts.set(claim[question].verdict, (counts.get(claim[question].verdict) ?? 0) + 1);
    return `<b>${question}</b>: ${[...counts].toSorted((a, b) => b[1] - a[1]).map(([kind, count]) => `<span class="${kind}">${count} ${kind}</span>`).join(", ")}`;
  }).join("; ")}.`;

const overview = (math: MathRenderer, entries: readonly ReportEntry[]): string =>
  `<div class="wide"><table><tr><th>claim</th><th>chain</th><th>model</th><th>derived ÷ printed</th><th>what would be right, or why not</th></tr>${entries.map(({ claim }) => {
    const v = speaking(claim);
    return `<tr><td><a href="#${anchor(claim.id)}">${text(claim.label)}</a></td><td>${verdictChip(claim.chain)}</td><td>${verdictChip(claim.model)}</td><td>${v?.ratio === undefined || v.ratio === null ? "" : math.inline(v.ratio)}</td><td>${v === undefined ? "" : whatWouldBeRight(math, v)}</td></tr>`;
  }).join("\n")}</table></div>`;

/** The verdict with the most to say. */
const speaking = ({ chain, model }: ClaimDocument): VerdictDocument | undefined =>
  [model, chain].find((v) => v.verdict === "discrepancy") ?? [model, chain].find((v) => v.verdict === "not-derivable" || v.verdict === "open");

/** A formula that is long is shown with its claim only. */
const SHORT = 160;

const whatWouldBeRight = (math: MathRenderer, v: VerdictDocument): string =>
  `${v.correction === null || v.correction.length > SHORT ? "" : `${math.inline(v.correction)}<br>`}<span class="soft">${text(summary(v))}</span>`;

const summary = (v: VerdictDocument): string => [
  v.inheritedFrom.length === 0 ? "" : `inherited from ${v.inheritedFrom.join(", ")}`,
  v.holdsUnder.length === 0 ? "" : `the print holds with ${v.holdsUnder.join(" and ")}`,
  v.correctionText ?? v.reason ?? "",
].filter((part) => part !== "").join("; ");

const article = (math: MathRenderer, { claim, chain, model }: ReportEntry): string => `<article id="${anchor(claim.id)}">
<header><h3>${text(claim.label)}</h3><span class="where">${text(claim.id)} · p. ${claim.page} · ${text(claim.where)}</span><span class="verdicts">chain ${verdictChip(claim.chain)} · model ${verdictChip(claim.model)}</span></header>
<div class="formula">${printedHtml(math, claim.printed)}</div>
<dl>
<dt>our reading</dt><dd>${math.inline(`\\displaystyle ${claim.reading}`)} <span class="soft">(${claim.read === "confirmed" ? "the print was read and proved equal" : `by hand${claim.readDetail === "" ? "" : `: ${text(claim.readDetail)}`}`})</span></dd>
<dt>dimension</dt><dd>${claim.dimension.status}${claim.dimension.detail === "" ? "" : ` – ${text(claim.dimension.detail)}`}</dd>
${opinionRow(claim)}
</dl>
${verdictBlock(math, "chain", claim.chain, chain)}
${verdictBlock(math, "model", claim.model, model)}
</article>`;

const opinionRow = ({ opinions }: ClaimDocument): string =>
  opinions.algebrite === "not-asked" ? "" : `<dt>opinions</dt><dd>Algebrite ${opinions.algebrite}, nerdamer ${opinions.nerdamer}, sampling ${opinions.numeric}${opinions.detail.length === 0 ? "" : `<ul>${opinions.detail.map((line) => `<li>${text(line)}</li>`).join("")}</ul>`}</dd>`;

const verdictBlock = (math: MathRenderer, question: string, v: VerdictDocument, derivations: readonly DerivationDocument[]): string => {
  const row = (name: string, html: string | null): string => (html === null || html === "" ? "" : `<dt>${name}</dt><dd>${html}</dd>`);
  const formula = (latex: string | null): string | null => (latex === null ? null : math.inline(`\\displaystyle ${latex}`));
  const list = (items: readonly string[]): string => (items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${text(item)}</li>`).join("")}</ul>`);
  const rows = [
    row("because", v.reason === null ? null : text(v.reason)),
    row("inherited from", links(v.inheritedFrom)),
    row("derived", formula(v.derived)),
    row("derived ÷ printed", formula(v.ratio)),
    row("what would be right", v.correction === null ? (v.correctionText === null ? null : text(v.correctionText)) : `${math.inline(`\\displaystyle ${v.correction}`)}${v.correctionText === null ? "" : ` <span class="soft">(${text(v.correctionText)})</span>`}`),
    row("kind of slip", v.slip === null ? null : text(v.slip)),
    row("next term", formula(v.nextTerm)),
    row("value", v.enclosure === null ? null : `${text(v.enclosure[0])} … ${text(v.enclosure[1])}; printed ${text(v.printedDigits ?? "")}`),
    row("holds with", text(v.holdsUnder.join(" and "))),
    row("conventions tried", list(v.conventionsTried)),
    row("witness", v.witness === null ? null : `${text(Object.entries(v.witness).map(([name, value]) => `${name} = ${typeof value === "number" ? Number(value.toPrecision(6)) : `${value.re} + ${value.im}i`}`).join(", "))}: derived ${text(v.witnessSides?.derived ?? "")}, printed ${text(v.witnessSides?.printed ?? "")}`),
    row("missing", list(v.missing)),
    row("hypotheses", list(v.hypotheses)),
    row("used in", links(v.usedIn)),
    row("relations", v.parts.length < 2 ? null : v.parts.map((part, k) => `${k + 1}: ${verdictChip(part)}`).join(", ")),
  ].join("");
  return `<details${v.verdict === "discrepancy" ? " open" : ""}><summary>${question}: ${verdictChip(v)}</summary><dl>${rows}</dl>${derivations.map((derivation) => derivationHtml(math, derivation)).join("")}</details>`;
};

const derivationHtml = (math: MathRenderer, derivation: DerivationDocument, id?: string): string => `<div class="derivation"${id === undefined ? "" : ` id="${id}"`}>
<h4>${text(derivation.question === null ? derivation.id : `${derivation.question}, relation ${derivation.part}`)}${derivation.title === "" ? "" : ` <span class="soft">${text(derivation.title)}</span>`}</h4>
${derivation.property === null ? "" : `<p class="soft">Defined by: ${text(derivation.property)}.</p>`}<div class="formula">${math.display(derivation.start.latex)}</div>
${derivation.lines.map((line) => `<div class="line"><div class="formula">${math.display(`{}${line.relation === "=" ? "=" : "\\approx"} ${line.latex}`)}</div><div class="reason">${text(line.reason)}${line.facts.length === 0 ? "" : `: ${line.facts.map((fact) => (fact.kind === "result" ? `<a href="#${lemmaAnchor(fact.id)}">${text(fact.id)}</a>` : `<span title="${text(fact.text)}">${text(fact.id)}</span>`)).join(", ")}`}<br><span title="kernel rules">${text(line.rules.join(", "))}</span></div></div>`).join("\n")}
${derivation.stopped === null ? "" : `<p class="stopped">${text(derivation.stopped)}</p>`}</div>`;

const ledger = (math: MathRenderer, premises: readonly PremiseEntry[]): string =>
  `<div class="wide"><table><tr><th>premise</th><th>kind</th><th>statement</th><th>where</th><th>needed by</th></tr>${premises.map((p) => `<tr><td>${text(p.id)}</td><td>${text(p.kind)}</td><td>${text(p.text)}<div class="formula">${math.inline(p.latex)}</div></td><td class="soft">${text(p.where)}</td><td>${links(p.neededBy)}</td></tr>`).join("\n")}</table></div>`;
