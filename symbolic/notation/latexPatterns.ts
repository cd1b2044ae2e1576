/**
 * # The notation table of a paper
 *
 * Which printed names stand for which terms. A symbol brings its own LaTeX; a family the pattern `latex_{#1,#2}` or `latex(#1)`; everything
 * else is a row `"V_{#1,n1}": "V[#1, 1]"`. The longest pattern wins, then the one with fewer placeholders; among families that share a
 * letter the one whose labels are printed (E_a, E_b against E_{n1}, E_{n2}).
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
  /** The symbol or family whose own LaTeX it is. */
  readonly of: PhysicalSymbol | undefined;
  readonly build: (args: readonly Expr[]) => Expr;
}

export interface CompiledNotation {
  readonly notation: LatexNotation;
  /** Patterns by the spelling of their first token, the best first. */
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  readonly spellings: readonly string[];
}

const letters = "ABCDEFGHI";

const placeholderOf = (token: Token | undefined): number | undefined => {
  const match = token?.kind === "name" ? /^\\mathtt\{([A-I])\}$/.exec(token.text) : null;
  return match?.[1] === undefined ? undefined : letters.indexOf(match[1]) + 1;
};

const withoutSpaces = (tokens: readonly Token[]): readonly Token[] => tokens.filter((token) => token.kind !== "space");

const patternTokens = (latex: string): readonly Token[] => withoutSpaces(tokenize(latex.replace(/#(\d)/g, (_, digit: string) => `\\mathtt{${letters.charAt(Number(digit) - 1)}}`)));

const countPlaceholders = (latex: string): number => new Set(latex.match(/#\d/g) ?? []).size;

const ofSymbol = (s: PhysicalSymbol): Pattern => {
  if (s.arguments === undefined) return { tokens: patternTokens(s.latex), placeholders: 0, of: s, build: () => symbol(s) };
  const list = Array.from({ length: s.arity }, (_, k) => `#${k + 1}`).join(",");
  const latex = s.latex.includes("#") ? s.latex : s.arguments === "index" ? `${s.latex}_{${list}}` : `${s.latex}(${list})`;
  return { tokens: patternTokens(latex), placeholders: s.arity, of: s, build: (args) => call(s, args) };
};

/** Families with arguments that are not printed are read by rows only. */
const showsItsArguments = (s: PhysicalSymbol): boolean => !s.latex.includes("#") || (!s.latex.includes("#0") && countPlaceholders(s.latex) === s.arity);

export const compileNotation = (notation: LatexNotation): CompiledNotation => {
  const rows = Object.entries(notation.patterns ?? {}).map(([latex, infix]): Pattern => ({
    tokens: patternTokens(latex), placeholders: countPlaceholders(latex), of: undefined,
    build: (args) => readInfix(infix.replace(/#(\d)/g, (_, digit: string) => placeholder(Number(digit) - 1)), notation.names, args),
  }));
  const taken = new Set(rows.map((row) => spelling(row.tokens)));
  const own = notation.symbols.filter(showsItsArguments).map(ofSymbol).filter((pattern) => !taken.has(spelling(pattern.tokens)));
  const patterns = [...rows, ...own].toSorted((a, b) => b.tokens.length - a.tokens.length || a.placeholders - b.placeholders);
  const byFirst = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const [first] = pattern.tokens;
    if (first === undefined) continue;
    const key = bareSpelling(first);
    byFirst.set(key, [...(byFirst.get(key) ?? []), pattern]);
  }
  return { notation, patterns: byFirst, spellings: patterns.map((pattern) => spelling(pattern.tokens).replace(/\\mathtt\{([A-I])\}/g, "…")) };
};

/** What stood at a placeholder, and whether as a subscript. */
export interface Captured { readonly tokens: readonly Token[]; readonly subscript: boolean }
type Captures = Map<number, Captured>;

/** Captured tokens by placeholder number, and how many tokens of the input the pattern took. */
export interface Match { readonly captured: ReadonlyMap<number, Captured>; readonly length: number; readonly last: Token }

const isOpen = (token: Token): boolean => token.kind === "mark" && ["(", "[", "⟨", "|("].includes(token.text);
const isClose = (token: Token): boolean => token.kind === "mark" && [")", "]", "⟩", "|)"].includes(token.text);

/** Takes tokens for a placeholder: one before another placeholder, else up to the literal that follows in the pattern, or to the end. */
const capture = (input: readonly Token[], from: number, stop: Token | undefined): readonly Token[] => {
  if (placeholderOf(stop) !== undefined) return input.slice(from, from + 1);
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

type Place = "line" | "subscript" | "superscript";

const matchList = (pattern: readonly Token[], input: readonly Token[], place: Place, captured: Captures): Omit<Match, "captured"> | undefined => {
  let at = 0;
  let last: Token | undefined;
  for (let k = 0; k < pattern.length; k++) {
    const expected = pattern[k];
    if (expected === undefined) return undefined;
    const slot = placeholderOf(expected);
    if (slot !== undefined && expected.sub === undefined) {
      const taken = capture(input, at, pattern[k + 1]);
      if (taken.length === 0) return undefined;
      captured.set(slot, { tokens: taken, subscript: place === "subscript" });
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
  if (last === undefined || (place !== "line" && at !== input.length)) return undefined;
  return { length: at, last };
};

/** Only the last token of a pattern may carry a superscript of its own: the exponent. */
const matchToken = (expected: Token, found: Token, final: boolean, captured: Captures): boolean => {
  if (expected.kind !== found.kind || bareSpelling(expected) !== bareSpelling(found)) return false;
  if (!matchScript(expected.sub, found.sub, "subscript", captured)) return false;
  return expected.sup === undefined ? found.sup === undefined || final : matchScript(expected.sup, found.sup, "superscript", captured);
};

const matchScript = (expected: readonly Token[] | undefined, found: readonly Token[] | undefined, place: Place, captured: Captures): boolean => {
  if (expected === undefined || found === undefined) return expected === found;
  return matchList(expected, withoutSpaces(found), place, captured) !== undefined;
};

export interface Found { readonly pattern: Pattern; readonly match: Match }

/** `i` as the letter of an index: it is one where a subscript stands, and the imaginary unit elsewhere. */
export const isIndexLetter = (s: PhysicalSymbol | undefined): boolean => s?.latex === "i" && s.arguments === undefined;

/**
 * The pattern for what stands at the position; `inSubscript`: an index is read there. Several, when families are printed alike and no label tells them apart.
 */
export const findPatterns = (compiled: CompiledNotation, input: readonly Token[], inSubscript: boolean): readonly Found[] => {
  const [first] = input;
  const found = (first === undefined ? [] : compiled.patterns.get(bareSpelling(first)) ?? []).flatMap((pattern): readonly Found[] => {
    if (!inSubscript && isIndexLetter(pattern.of)) return [];
    const captured: Captures = new Map();
    const match = matchList(pattern.tokens, input, "line", captured);
    return match === undefined ? [] : [{ pattern, match: { captured, ...match } }];
  });
  const [best] = found;
  if (best === undefined || found.length === 1) return found;
  const labelled = found.find((one) => hasItsLabels(compiled, one)) ?? best;
  return found.filter((one) => isSamePrint(one.pattern, labelled.pattern) && hasItsLabels(compiled, one) === hasItsLabels(compiled, labelled));
};

const isSamePrint = (a: Pattern, b: Pattern): boolean => spelling(a.tokens) === spelling(b.tokens);

/** Every argument that has printed names is printed with one of them. */
const hasItsLabels = (compiled: CompiledNotation, { pattern, match }: Found): boolean => {
  const { of: family } = pattern;
  return family === undefined || family.labels.every((labels, k) => {
    const captured = match.captured.get(k + 1);
    return Object.keys(labels).length === 0 || captured === undefined || readLabel(compiled, family, k, captured.tokens) !== undefined;
  });
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
