/**
 * # The table on the terminal
 *
 * One row for each claim: both verdicts, the ratio derived ÷ printed, and what would be right. Colours only on a terminal that wants them.
 */
import type { Verdict, VerdictKind } from "../symbolic/index.ts";
import { infix, ratioText } from "../symbolic/index.ts";

export interface Row { readonly label: string; readonly id: string; readonly chain: Verdict; readonly model: Verdict }

type Paint = (text: string, colour: keyof typeof colours) => string;
const colours = { red: 31, green: 32, yellow: 33, cyan: 36, grey: 90, bold: 1 } as const;

export const painter = (enabled: boolean): Paint => (enabled ? (text, colour) => `\x1b[${colours[colour]}m${text}\x1b[0m` : (text) => text);

const colourOf: Readonly<Record<VerdictKind, keyof typeof colours>> = {
  exact: "green", asymptotic: "green", numeric: "green", definition: "cyan", premise: "cyan", discrepancy: "red", "not-derivable": "yellow", open: "yellow",
};

/** Characters that a terminal shows; combining marks take no room. */
const width = (text: string): number => [...text.replace(/\p{M}/gu, "")].length;
const padded = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)));
const cut = (text: string, to: number): string => (width(text) <= to ? text : `${[...text].slice(0, to - 1).join("")}…`);

/** What a reader wants to know first: the ratio, then what would be right, or why there is no agreement. */
export const remark = (chain: Verdict, model: Verdict): string => {
  const speaks = [model, chain].find((v) => v.kind === "discrepancy") ?? [model, chain].find((v) => v.kind === "not-derivable" || v.kind === "open");
  if (speaks === undefined) {
    const next = [model, chain].find((v) => v.nextTerm !== undefined)?.nextTerm;
    return next === undefined ? "" : `next term ${infix(next)}`;
  }
  const origin = speaks.inheritedFrom.length === 0 ? "" : `inherited from ${speaks.inheritedFrom.join(", ")}; `;
  const holds = speaks.holdsUnder.length === 0 ? "" : `the print holds with ${speaks.holdsUnder.join(" and ")}; `;
  return `${origin}${holds}${speaks.correctionText ?? speaks.reason?.split("\n")[0] ?? ""}`;
};

const ratioOf = (chain: Verdict, model: Verdict): string => {
  const speaks = model.kind === "discrepancy" ? model : chain.kind === "discrepancy" ? chain : undefined;
  return speaks === undefined ? "" : ratioText(speaks) ?? "";
};

export const table = (rows: readonly Row[], options: { readonly columns: number; readonly paint: Paint }): string => {
  const { paint } = options;
  const cells = rows.map((row) => [row.id, row.chain.kind, row.model.kind, cut(ratioOf(row.chain, row.model), 24)] as const);
  const heads = ["claim", "chain", "model", "derived÷printed"] as const;
  const widths = heads.map((head, k) => Math.max(width(head), ...cells.map((cell) => width(cell[k] ?? ""))));
  const room = Math.max(24, options.columns - widths.reduce((total, w) => total + w + 2, 0));
  const line = rows.map((row, k) => {
    const [id = "", chain = "", model = "", ratio = ""] = cells[k] ?? [];
    return [
      paint(padded(id, widths[0] ?? 0), "bold"), paint(padded(chain, widths[1] ?? 0), colourOf[row.chain.kind]), paint(padded(model, widths[2] ?? 0), colourOf[row.model.kind]),
      padded(ratio, widths[3] ?? 0), paint(cut(remark(row.chain, row.model), room), "grey"),
    ].join("  ").trimEnd();
  });
  return [heads.map((head, k) => padded(head, widths[k] ?? 0)).join("  ") + "  what would be right, or why not", ...line].join("\n");
};

/** "72 claims: 40 exact, …" for each question. */
export const tally = (rows: readonly Row[]): string =>
  (["chain", "model"] as const).map((question) => {
    const counts = new Map<VerdictKind, number>();
    for (const row of rows) counts.set(row[question].kind, (counts.get(row[question].kind) ?? 0) + 1);
    return `${question}: ${[...counts].toSorted((a, b) => b[1] - a[1]).map(([kind, count]) => `${count} ${kind}`).join(", ")}`;
  }).join("\n");
