/**
 * # Position in a list of LaTeX tokens
 *
 * What the readers of formulas and of displays share: looking ahead, brackets, splitting, and the error that points at a place.
 */
import { latexError, type Place, type Token } from "./latexTokens.ts";
import type { CompiledNotation } from "./latexPatterns.ts";

export interface Reader {
  readonly source: string;
  readonly compiled: CompiledNotation;
  readonly tokens: readonly Token[];
  /** In a subscript: i is an index there. */
  readonly subscript: boolean;
  /** Whether a sum around runs over an index that is called i. */
  readonly sumOverI: boolean;
  position: number;
}

export const readerOf = (r: Reader, tokens: readonly Token[], subscript = r.subscript): Reader =>
  ({ ...r, tokens: tokens.filter((token) => token.kind !== "space"), subscript, position: 0 });
export const peek = (r: Reader): Token | undefined => r.tokens[r.position];
export const isMark = (token: Token | undefined, ...texts: readonly string[]): boolean => token?.kind === "mark" && texts.includes(token.text);
export const fail = (r: Reader, place: Place | undefined, what: string, hint?: string): never => {
  const last = r.tokens[r.tokens.length - 1];
  throw latexError(r.source, place ?? { at: last?.end ?? 0, end: (last?.end ?? 0) + 1 }, what, hint);
};

/** Whether a factor begins with the token. */
export const startsFactor = (token: Token | undefined): boolean => {
  if (token === undefined) return false;
  if (token.kind !== "mark") return token.kind !== "space";
  return token.text === "(" || token.text === "[" || token.text === "⟨" || token.text === "|" || token.text === "|(";
};

/** Stands for the token of an empty list. */
export const FIRST: Token = { kind: "space", at: 0, end: 1 };

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "⟨": "⟩", "|(": "|)" };

/** The tokens up to the bracket that closes the one at the position; the reader stands behind it afterwards. */
export const takeBracket = (r: Reader): { readonly inside: readonly Token[]; readonly close: Token } => {
  const open = peek(r) ?? FIRST;
  const text = open.kind === "mark" ? open.text : "(";
  let depth = 0;
  for (let k = r.position; k < r.tokens.length; k++) {
    const token = r.tokens[k];
    if (isMark(token, text)) depth++;
    if (token !== undefined && isMark(token, closing[text] ?? ")") && --depth === 0) {
      const inside = r.tokens.slice(r.position + 1, k);
      r.position = k + 1;
      return { inside, close: token };
    }
  }
  return fail(r, open, `'${text}' is not closed`);
};

/** +1 for what opens a bracket, −1 for what closes one. \left| and \right| are brackets, a bare | is not. */
export const nesting = (token: Token): number => (isMark(token, ...Object.keys(closing)) ? 1 : isMark(token, ...Object.values(closing)) ? -1 : 0);

/** Splits at a mark outside brackets. */
export const topLevel = (tokens: readonly Token[], mark: string): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += nesting(token);
    if (depth === 0 && isMark(token, mark)) parts.push([]); else parts[parts.length - 1]?.push(token);
  }
  return parts;
};

export const withoutSuperscript = (token: Token): Token => {
  const { sup, ...rest } = token;
  return sup === undefined ? token : rest;
};
