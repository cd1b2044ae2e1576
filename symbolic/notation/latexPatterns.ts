/**
 * # The notation table of a paper
 *
 * Which printed names stand for which terms. A symbol brings its own LaTeX; a family the pattern `latex_{#1,#2}` or `latex(#1)`; everything
 * else is a row `"V_{#1,n1}": "V[#1, 1]"`. The longest pattern wins, then the one with fewer placeholders.
 */
import { call, number, symbol, written } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { parseRational } from "../number/rational.ts";
import { placeholder, readInfix, type Names } from "./infix.ts";
import { bareSpelling, spelling, tokenize, type Token } from "./latexTokens.ts";

export interface LatexNotation {
  readonly names: Names;
  readonly symbols: readonly PhysicalSymbol[];
  /** Further printed forms: LaTeX with placeholders #1 … and the infix term that it stands for. */
  readonly patterns?: Readonly<Record<string, string>>;
  /** What a bare \sum runs over. */
  readonly summation?: { readonly bound: PhysicalSymbol; readonly from: Expr; readonly to: Expr };
  /** The sign that ± stands for. */
  readonly branch?: PhysicalSymbol;
  /** What ⟨…⟩ averages over. */
  readonly time?: PhysicalSymbol;
  /** Families for ⟨a|b⟩ and ⟨a|H|b⟩. */
  readonly inner?: PhysicalSymbol;
  readonly matrixElement?: PhysicalSymbol;
}

export interface Pattern {
  readonly tokens: readonly Token[];
  readonly placeholders: number;
  readonly family: PhysicalSymbol | undefined;
  readonly build: (args: readonly Expr[]) => Expr;
}

export interface CompiledNotation { readonly notation: LatexNotation; readonly patterns: readonly Pattern[]; readonly spellings: readonly string[] }

const letters = "ABCDEFGHI";

const placeholderOf = (token: Token | undefined): number | undefined => {
  const match = token?.kind === "name" ? /^\\mathtt\{([A-I])\}$/.exec(token.text) : null;
  return match?.[1] === undefined ? undefined : letters.indexOf(match[1]) + 1;
};

const withoutSpaces = (tokens: readonly Token[]): readonly Token[] => tokens.filter((token) => token.kind !== "space");

const patternTokens = (latex: string): readonly Token[] => withoutSpaces(tokenize(latex.replace(/#(\d)/g, (_, digit: string) => `\\mathtt{${letters.charAt(Number(digit) - 1)}}`)));

const countPlaceholders = (latex: string): number => new Set(latex.match(/#\d/g) ?? []).size;

const ofSymbol = (s: PhysicalSymbol): Pattern => {
  if (s.arguments === undefined) return { tokens: patternTokens(s.latex), placeholders: 0, family: undefined, build: () => symbol(s) };
  const list = Array.from({ length: s.arity }, (_, k) => `#${k + 1}`).join(",");
  const latex = s.latex.includes("#") ? s.latex : s.arguments === "index" ? `${s.latex}_{${list}}` : `${s.latex}(${list})`;
  return { tokens: patternTokens(latex), placeholders: s.arity, family: s, build: (args) => call(s, args) };
};

export const compileNotation = (notation: LatexNotation): CompiledNotation => {
  const rows = Object.entries(notation.patterns ?? {}).map(([latex, infix]): Pattern => ({
    tokens: patternTokens(latex), placeholders: countPlaceholders(latex), family: undefined,
    build: (args) => readInfix(infix.replace(/#(\d)/g, (_, digit: string) => placeholder(Number(digit) - 1)), notation.names, args),
  }));
  const patterns = [...notation.symbols.filter((s) => !s.latex.includes("#0")).map(ofSymbol), ...rows]
    .toSorted((a, b) => b.tokens.length - a.tokens.length || a.placeholders - b.placeholders);
  return { notation, patterns, spellings: patterns.map((pattern) => spelling(pattern.tokens).replace(/\\mathtt\{([A-I])\}/g, "…")) };
};

/** Captured token lists by placeholder number, and how many tokens of the input the pattern took. */
export interface Match { readonly captured: ReadonlyMap<number, readonly Token[]>; readonly length: number; readonly last: Token }

const isOpen = (token: Token): boolean => token.kind === "mark" && "([⟨".includes(token.text);
const isClose = (token: Token): boolean => token.kind === "mark" && ")]⟩".includes(token.text);

/** Takes tokens for a placeholder up to a literal that follows it in the pattern, or to the end. */
const capture = (input: readonly Token[], from: number, stop: Token | undefined): readonly Token[] => {
  let depth = 0;
  let k = from;
  for (; k < input.length; k++) {
    const token = input[k];
    if (token === undefined) break;
    if (depth === 0 && stop !== undefined && bareSpelling(token) === bareSpelling(stop)) break;
    if (isOpen(token)) depth++;
    if (isClose(token)) depth--;
  }
  return input.slice(from, k);
};

const matchList = (pattern: readonly Token[], input: readonly Token[], whole: boolean, captured: Map<number, readonly Token[]>): Omit<Match, "captured"> | undefined => {
  let at = 0;
  let last: Token | undefined;
  for (let k = 0; k < pattern.length; k++) {
    const expected = pattern[k];
    if (expected === undefined) return undefined;
    const slot = placeholderOf(expected);
    if (slot !== undefined && expected.sub === undefined) {
      const taken = capture(input, at, pattern[k + 1]);
      if (taken.length === 0) return undefined;
      captured.set(slot, taken);
      at += taken.length;
      last = taken[taken.length - 1];
      continue;
    }
    const found = input[at];
    const final = k === pattern.length - 1;
    if (found === undefined || !matchToken(expected, found, final, captured)) return undefined;
    last = found;
    at++;
  }
  if (last === undefined || (whole && at !== input.length)) return undefined;
  return { length: at, last };
};

/** Only the last token of a pattern may carry a superscript of its own: the exponent. */
const matchToken = (expected: Token, found: Token, final: boolean, captured: Map<number, readonly Token[]>): boolean => {
  if (expected.kind !== found.kind || bareSpelling(expected) !== bareSpelling(found)) return false;
  if (!matchScript(expected.sub, found.sub, captured)) return false;
  return expected.sup === undefined ? found.sup === undefined || final : matchScript(expected.sup, found.sup, captured);
};

const matchScript = (expected: readonly Token[] | undefined, found: readonly Token[] | undefined, captured: Map<number, readonly Token[]>): boolean => {
  if (expected === undefined || found === undefined) return expected === found;
  return matchList(expected, withoutSpaces(found), true, captured) !== undefined;
};

/** The best pattern at a position of the input. */
export const findPattern = (compiled: CompiledNotation, input: readonly Token[]): { readonly pattern: Pattern; readonly match: Match } | undefined => {
  for (const pattern of compiled.patterns) {
    const captured = new Map<number, readonly Token[]>();
    const match = matchList(pattern.tokens, input, false, captured);
    if (match !== undefined) return { pattern, match: { captured, ...match } };
  }
  return undefined;
};

/** A label such as the `a` of θ_a, or the list "a,b" of all labels, which stands for the branch sign. */
export const readLabel = (compiled: CompiledNotation, family: PhysicalSymbol, k: number, tokens: readonly Token[]): Expr | undefined => {
  const labels = Object.entries(family.labels[k] ?? {});
  const spelled = spelling(tokens);
  for (const [value, latex] of labels) {
    const exact = parseRational(value);
    if (spelling(patternTokens(latex)) === spelled && exact !== undefined) return number(exact);
  }
  const { branch } = compiled.notation;
  if (branch !== undefined && (spelled === "±" || spelled === "∓")) return spelled === "±" ? symbol(branch) : written.negate(symbol(branch));
  return labels.length > 1 && branch !== undefined && spelled === labels.map(([, latex]) => spelling(patternTokens(latex))).join(",") ? symbol(branch) : undefined;
};
