/**
 * # The LaTeX reader
 *
 * A printed display as chains of sides and relations, its formulas read by `latexTerm.ts`. Several equations separated by commas give several
 * chains; a = b = c is one chain. Printed figures with a unit or times a symbol are quantities, not terms. What cannot be read is a
 * `LatexError` at its place.
 */
import { decimal, type Decimal } from "../number/decimal.ts";
import { equalDimensions, type Dimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import { dimensionOf } from "./dimensionOf.ts";
import type { CompiledNotation } from "./latexPatterns.ts";
import { LatexError, latexError, spelling, tokenize, type Token } from "./latexTokens.ts";
import { isMark, nesting, topLevel, type Reader } from "./latexCursor.ts";
import { readAll } from "./latexTerm.ts";
import { readUnit } from "./units.ts";

export type LatexRelation = "=" | "≈" | "∼" | "∝" | "<" | ">" | "≤" | "≥" | "≲" | "≳" | "≪" | "≫" | "→" | "⇒" | "≠" | "∈";

export type Side =
  | { readonly kind: "term"; readonly term: Expr }
  /** Printed figures with their unit, 20.0 eV/nm, or times a symbol, 1.6 μ_B. */
  | { readonly kind: "quantity"; readonly digits: Decimal; readonly unit: string; readonly times: Expr | undefined };

export interface Chain { readonly sides: readonly Side[]; readonly relations: readonly LatexRelation[] }

const relationMarks: readonly string[] = ["=", "≈", "∼", "∝", "<", ">", "≤", "≥", "≲", "≳", "≪", "≫", "→", "⇒", "≠", "∈"];
const isRelation = (text: string): text is LatexRelation => relationMarks.includes(text);

/** How a side is introduced: after ≈ or ∼ a number counts by its figures, and a unit must measure what stands before it. */
interface Before { readonly approximate: boolean; readonly dimension: Dimension | undefined }

/** Printed figures: a number, perhaps ×10^k, and a unit set off by a space or upright letters, or a symbol that they multiply. */
const readQuantity = (r: Reader, tokens: readonly Token[], before: Before): Side | undefined => {
  const shown = tokens.slice(Math.max(0, tokens.findIndex((token) => token.kind !== "space")));
  const negative = isMark(shown[0], "-");
  const [first, ...list] = negative ? shown.slice(1) : shown;
  if (first?.kind !== "number") return undefined;
  let digits = first.text;
  const isTen = (token: Token | undefined): boolean => token?.kind === "number" && token.text === "10" && token.sup !== undefined;
  if (isMark(list[0], "*", "×") && isTen(list[1])) {
    digits += `e${spelling(list[1]?.sup ?? [])}`;
    list.splice(0, 2);
  } else if (first.text === "10" && first.sup !== undefined) digits = `1e${spelling(first.sup)}`;
  else if (first.sup !== undefined) return undefined;
  if (!/^\d+(?:\.\d+)?(?:e-?\d+)?$/.test(digits)) return undefined;
  const quantity = (unit: string, times?: Expr): Side => ({ kind: "quantity", digits: decimal((negative ? "-" : "") + digits), unit, times });
  const byFigures = before.approximate || digits.includes(".");
  const [behind] = list.filter((token) => token.kind !== "space");
  if (behind === undefined) return byFigures ? quantity("1") : undefined;
  const unit = readPrintedUnit(r, list, before);
  if (unit !== undefined) return quantity(unit);
  const isSingleTerm = !list.some((token) => isMark(token, "+", "-", "±", "∓", "/", "*", "×"));
  return byFigures && isSingleTerm ? quantity("1", readAll(r, list, behind)) : undefined;
};

/** Upright letters are a unit. Italic ones are one when they measure what is expected, and the same letters as a product do not. */
const readPrintedUnit = (r: Reader, list: readonly Token[], before: Before): string | undefined => {
  const text = list.map((token) => (token.kind === "space" ? " " : spelling([token]))).join("").replace(/\s*([*/])\s*/g, "$1").replace(/\s+/g, " ").trim();
  const unit = readUnit(text);
  const [first, ...others] = list.filter((token) => token.kind !== "space");
  if (unit === undefined || first === undefined) return undefined;
  if (first.kind === "name" && (first.upright || first.text === "Å" || first.text === "%")) return text;
  const term = attempt(() => readAll(r, [first, ...others], first));
  const isSetOff = list[0]?.kind === "space";
  const fits = (dimension: Dimension | undefined): boolean => dimension === undefined || before.dimension === undefined || equalDimensions(dimension, before.dimension);
  if (term === undefined) return isSetOff || (before.dimension !== undefined && fits(unit.dimension)) ? text : undefined;
  const [asUnit, asTerm] = [fits(unit.dimension), fits(dimensionOf(term))];
  if (asUnit === asTerm && (isSetOff || asUnit)) throw latexError(r.source, first, `'${text}' can be a unit or a product of letters`, "the print should have \\mathrm here");
  return asUnit && !asTerm ? text : undefined;
};

const attempt = (task: () => Expr): Expr | undefined => {
  try {
    return task();
  } catch (error) {
    if (error instanceof LatexError) return undefined;
    throw error;
  }
};

const readSide = (r: Reader, tokens: readonly Token[], before: Before): Side => {
  const quantity = readQuantity(r, tokens, before);
  if (quantity !== undefined) return quantity;
  const [first] = tokens;
  return { kind: "term", term: readAll(r, tokens, first ?? { at: r.source.length, end: r.source.length + 1 }) };
};

/** Equations of one display, in order. */
export const readLatex = (source: string, compiled: CompiledNotation): readonly Chain[] => {
  const tokens = tokenize(source.replace(/(?:\\[,;]|[.,;\s])+$/, ""));
  const r: Reader = { source, compiled, tokens, subscript: false, sumOverI: false, position: 0 };
  return topLevel(tokens, ",").flatMap((part) => topLevel(part, ";")).filter((part) => part.some((token) => token.kind !== "space")).map((part) => readChain(r, part));
};

const readChain = (r: Reader, tokens: readonly Token[]): Chain => {
  const parts: Token[][] = [[]];
  const relations: LatexRelation[] = [];
  let depth = 0;
  for (const token of tokens) {
    depth += nesting(token);
    if (depth === 0 && token.kind === "mark" && isRelation(token.text)) { relations.push(token.text); parts.push([]); }
    else parts[parts.length - 1]?.push(token);
  }
  const sides: Side[] = [];
  for (const [k, part] of parts.entries()) {
    const [first] = sides;
    sides.push(readSide(r, part, { approximate: k > 0 && ["≈", "∼"].includes(relations[k - 1] ?? ""), dimension: first?.kind === "term" ? dimensionOf(first.term) : undefined }));
  }
  return { sides, relations };
};
