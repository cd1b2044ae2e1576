/**
 * # What a claim says
 *
 * What `show` prints: the print, our reading of it, and the letters with dimension, assumptions and their names on the command line.
 */
import { claimOf, dimensionText, freeSymbolsOf, type Expr, type PhysicalSymbol } from "../symbolic/index.ts";
import type { CheckedPaper } from "./check.ts";
import { InputError } from "./discover.ts";
import { formsOf, type FormDocument } from "./forms.ts";

export interface SymbolDocument {
  readonly symbol: string;
  readonly ascii: string;
  readonly latex: string;
  /** SI base units, "1" for a pure number; null where the paper leaves it open. */
  readonly dimension: string | null;
  readonly assumptions: readonly string[];
  readonly meaning: string;
}

export interface ShowDocument {
  readonly schema: "rederive/show@1";
  readonly paper: string;
  readonly id: string;
  readonly label: string;
  readonly page: number;
  readonly where: string;
  readonly kind: string;
  readonly printed: string;
  readonly reading: string;
  readonly read: string;
  readonly readDetail: string;
  readonly dimension: { readonly status: string; readonly detail: string };
  readonly symbols: readonly SymbolDocument[];
  /** What `eval` can compute, with the parameter names of `--set`. */
  readonly evaluators: readonly FormDocument[];
}

const describe = (s: PhysicalSymbol): SymbolDocument => ({
  symbol: s.name, ascii: s.ascii, latex: s.latex, dimension: s.dimension === undefined ? null : dimensionText(s.dimension), assumptions: s.assume, meaning: s.meaning,
});

export const showDocument = ({ paper, session, documents }: CheckedPaper): ShowDocument => {
  const [document] = documents;
  const claim = document === undefined ? undefined : claimOf(paper, document.id);
  if (document === undefined || claim === undefined) throw new InputError("nothing to show");
  const terms = claim.asserts.flatMap((assertion): readonly Expr[] => {
    switch (assertion.kind) {
      case "equal": case "expansion": case "positive": return [assertion.left, assertion.right];
      case "digits": return [assertion.left, ...(assertion.times === undefined ? [] : [assertion.times])];
      case "nonzero": return [assertion.term];
      case "dependence": return [assertion.left];
    }
  });
  const symbols = [...new Set(terms.flatMap(freeSymbolsOf))].filter((s) => s.meaning !== "imaginary unit" && s.meaning !== "circle constant");
  const { id, label, page, where, kind, printed, reading, read, readDetail, dimension } = document;
  return { schema: "rederive/show@1", paper: paper.id, id, label, page, where, kind, printed, reading, read, readDetail, dimension, symbols: symbols.map(describe), evaluators: formsOf(session, claim) };
};

export const showText = (document: ShowDocument): string => {
  const symbols = document.symbols.map((s) => `  ${s.symbol.padEnd(8)} ${s.ascii.padEnd(12)} ${(s.dimension ?? "?").padEnd(20)} ${s.assumptions.join(" ").padEnd(10)} ${s.meaning}`);
  const forms = document.evaluators.map((form) => `  --form ${form.form}${form.part === 1 ? "" : ` --part ${form.part}`}  [${form.unit ?? "no consistent unit"}]  ${form.parameters.map((p) => `${p.name}${p.unit === "1" || p.unit === null ? "" : `[${p.unit}]`}${p.default === null ? "" : `=${p.default}`}`).join(" ")}`);
  return [
    `${document.paper}:${document.id}  ${document.label}, p. ${document.page}, ${document.where}`,
    `printed    ${document.printed}`,
    `reading    ${document.reading}   (${document.read}${document.readDetail === "" ? "" : `: ${document.readDetail}`})`,
    `dimension  ${document.dimension.status}${document.dimension.detail === "" ? "" : `: ${document.dimension.detail}`}`,
    "", "symbols    name on the command line, SI dimension, assumptions, meaning", ...symbols,
    "", forms.length === 0 ? "no evaluator: the claim has no value" : "evaluators and their parameters (with defaults)", ...forms, "",
  ].join("\n");
};
