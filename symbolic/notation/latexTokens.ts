/**
 * # LaTeX as tokens
 *
 * KaTeX's own parser reads the LaTeX; this file turns its tree into a flat list of tokens: names with their subscripts, numbers, fractions,
 * roots, named functions, brackets, relations. Nothing is interpreted here. What a formula cannot contain is an error at its place.
 */
import katex from "katex";

export interface Place { readonly at: number; readonly end: number }

export type Token = Place & Scripts & (
  | { readonly kind: "number"; readonly text: string }
  /** A letter, Greek letter or upright word, with font and accent in `text`. */
  | { readonly kind: "name"; readonly text: string; readonly upright: boolean }
  | { readonly kind: "mark"; readonly text: string }
  | { readonly kind: "fraction"; readonly above: readonly Token[]; readonly below: readonly Token[] }
  | { readonly kind: "root"; readonly inside: readonly Token[]; readonly index: readonly Token[] | undefined }
  | { readonly kind: "function"; readonly text: string }
  | { readonly kind: "big"; readonly text: string }
  | { readonly kind: "group"; readonly inside: readonly Token[] }
  | { readonly kind: "space" });

interface Scripts { readonly sub?: readonly Token[]; readonly sup?: readonly Token[] }

/** The LaTeX cannot be read; the message points at the place. */
export class LatexError extends Error {
  override readonly name = "LatexError";
}

export const latexError = (source: string, place: Place, what: string, hint?: string): LatexError => {
  const from = Math.min(place.at, source.length);
  return new LatexError(`${what} at column ${from + 1}\n  ${source}\n  ${" ".repeat(from)}${"^".repeat(Math.max(1, Math.min(place.end, source.length) - from))}${hint === undefined ? "" : `\n  ${hint}`}`);
};

const property = (node: unknown, name: string): unknown => (typeof node === "object" && node !== null ? Reflect.get(node, name) : undefined);
const textOf = (node: unknown, name: string): string => {
  const value = property(node, name);
  return typeof value === "string" ? value : "";
};
const listOf = (node: unknown): readonly unknown[] => (Array.isArray(node) ? node : []);

const placeOf = (node: unknown, fallback: Place): Place => {
  const loc = property(node, "loc");
  const [start, end] = [property(loc, "start"), property(loc, "end")];
  return typeof start === "number" && typeof end === "number" ? { at: start, end } : { at: fallback.at, end: fallback.end };
};

const parseTree = (source: string): readonly unknown[] => {
  const parse: unknown = Reflect.get(katex, "__parse");
  if (typeof parse !== "function") throw new Error("this version of KaTeX does not offer its parser");
  try {
    const tree: unknown = Reflect.apply(parse, katex, [source, { strict: "ignore", throwOnError: true, macros: { "\\neq": "\\mathrel{\\char`≠}" } }]);
    return listOf(tree);
  } catch (error) {
    const position = property(error, "position");
    const at = typeof position === "number" ? position : 0;
    const message = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, "").replace(/ at position \d+:.*$/s, "") : "not LaTeX";
    throw latexError(source, { at, end: at + 1 }, message);
  }
};

interface Context { readonly source: string; readonly upright: boolean; readonly font: string | undefined }

const ignoredFonts = new Set(["mathrm", "textrm", "text", "mathnormal", "\\text", "\\mathrm", "\\textrm", "mathit", "rm", "boldsymbol"]);

export const tokenize = (source: string): readonly Token[] => tokensOf(parseTree(source), { source, upright: false, font: undefined }, { at: 0, end: 1 });

const tokensOf = (nodes: readonly unknown[], context: Context, around: Place): readonly Token[] => joinDigits(nodes.flatMap((node) => tokenOf(node, context, around)));

const relations: Readonly<Record<string, string>> = {
  "=": "=", "\\approx": "≈", "\\simeq": "≈", "\\cong": "≈", "\\sim": "∼", "\\propto": "∝", "<": "<", ">": ">", "\\lt": "<", "\\gt": ">", "\\le": "≤", "\\leq": "≤", "\\ge": "≥", "\\geq": "≥",
  "\\lesssim": "≲", "\\gtrsim": "≳", "\\ll": "≪", "\\gg": "≫", "\\to": "→", "\\rightarrow": "→", "\\Rightarrow": "⇒", "\\equiv": "=", "\\in": "∈", "≠": "≠",
};
const operators: Readonly<Record<string, string>> = { "+": "+", "-": "-", "−": "-", "\\pm": "±", "\\mp": "∓", "*": "*", "\\ast": "*", "\\cdot": "*", "\\times": "×", "/": "/", "\\star": "*" };
const brackets: Readonly<Record<string, string>> = {
  "(": "(", ")": ")", "[": "[", "]": "]", "\\{": "(", "\\}": ")", "\\lbrace": "(", "\\rbrace": ")", "\\langle": "⟨", "\\rangle": "⟩", "\\lbrack": "[", "\\rbrack": "]", "|": "|", "\\vert": "|", "\\lvert": "|", "\\rvert": "|",
};

const tokenOf = (node: unknown, context: Context, around: Place): readonly Token[] => {
  const place = placeOf(node, around);
  const type = textOf(node, "type");
  const unsupported = (what: string): never => { throw latexError(context.source, place, `cannot read ${what}`); };
  const below = (part: unknown): readonly Token[] => tokensOf(partsOf(part), context, place);
  switch (type) {
    case "mathord": case "textord": case "atom": return characterToken(textOf(node, "text"), context, place);
    case "ordgroup": {
      const inside = below(property(node, "body"));
      return inside.length === 1 ? inside : [{ kind: "group", inside, ...place }];
    }
    case "supsub": return withScripts(node, context, place);
    case "genfrac": {
      const [above, under] = [below(property(node, "numer")), below(property(node, "denom"))];
      if (property(node, "hasBarLine") !== true) return unsupported("a stack without a fraction bar");
      return [{ kind: "fraction", above, below: under, ...place }];
    }
    case "sqrt": {
      const index = property(node, "index");
      return [{ kind: "root", inside: below(property(node, "body")), index: index === null || index === undefined ? undefined : below(index), ...place }];
    }
    case "leftright": return leftRight(node, context, place);
    case "op": return operatorToken(textOf(node, "name"), place, unsupported);
    case "operatorname": return [{ kind: "name", text: listOf(property(node, "body")).map((part) => textOf(part, "text")).join(""), upright: true, ...place }];
    case "font": case "text": return fontTokens(node, context, place);
    case "accent": return accentToken(textOf(node, "label"), below(property(node, "base")), place, unsupported);
    case "spacing": case "kern": case "space": return [{ kind: "space", ...place }];
    case "delimsizing": return characterToken(textOf(node, "delim"), context, place);
    case "styling": case "color": case "mclass": case "htmlmathml": case "sizing": return below(property(node, type === "htmlmathml" ? "html" : "body"));
    case "middle": return characterToken(textOf(node, "delim"), context, place);
    default: return unsupported(`'${type === "" ? "this" : type}'`);
  }
};

const partsOf = (part: unknown): readonly unknown[] => (Array.isArray(part) ? part : property(part, "type") === "ordgroup" ? listOf(property(part, "body")) : property(part, "type") === "styling" ? listOf(property(part, "body")) : part === undefined || part === null ? [] : [part]);

const characterToken = (text: string, context: Context, place: Place): readonly Token[] => {
  if (/^[0-9.]$/.test(text)) return [{ kind: "number", text, ...place }];
  const mark = relations[text] ?? operators[text] ?? brackets[text];
  if (mark !== undefined) return [{ kind: "mark", text: mark, ...place }];
  if (text === "," || text === ";" || text === ":" || text === "!") return [{ kind: "mark", text, ...place }];
  if (text === "\\%") return [{ kind: "name", text: "%", upright: true, ...place }];
  if (/^(?:\\[A-Za-z]+|\p{L}|%|')$/u.test(text)) return [{ kind: "name", text: context.font === undefined ? text : `\\${context.font}{${text}}`, upright: context.upright, ...place }];
  if (text === "\\ " || text === "~" || text === " ") return [{ kind: "space", ...place }];
  throw latexError(context.source, place, `'${text}' has no meaning here`);
};

const withScripts = (node: unknown, context: Context, around: Place): readonly Token[] => {
  const baseNode = property(node, "base");
  const base = baseNode === null || baseNode === undefined ? [] : tokenOf(baseNode, context, around);
  const last = base[base.length - 1];
  const place: Place = { at: (last ?? around).at, end: (last ?? around).end };
  const script = (part: unknown): readonly Token[] | undefined => (part === undefined || part === null ? undefined : tokensOf(partsOf(part), { ...context, font: undefined }, place));
  const [sub, sup] = [script(property(node, "sub")), script(property(node, "sup"))];
  const scripts: Scripts = { ...(sub === undefined ? {} : { sub }), ...(sup === undefined ? {} : { sup }) };
  const wide = Math.max(place.end, ...[...(sub ?? []), ...(sup ?? [])].map((token) => token.end));
  if (last === undefined) throw latexError(context.source, around, "a subscript or superscript without a base");
  return [...base.slice(0, -1), { ...last, ...scripts, end: wide }];
};

const leftRight = (node: unknown, context: Context, place: Place): readonly Token[] => {
  const body = tokensOf(listOf(property(node, "body")), context, place);
  const bracket = (delimiter: string, side: "left" | "right"): readonly Token[] => {
    if (delimiter === ".") return [];
    const bar = brackets[delimiter] === "|" ? { left: "|(", right: "|)" }[side] : undefined;
    const text = bar ?? brackets[delimiter] ?? (delimiter === "<" ? "⟨" : delimiter === ">" ? "⟩" : undefined);
    if (text === undefined) throw latexError(context.source, place, `cannot read the ${side} bracket '${delimiter}'`);
    return [{ kind: "mark", text, ...place }];
  };
  return [...bracket(textOf(node, "left"), "left"), ...body, ...bracket(textOf(node, "right"), "right")];
};

const functionOperators = new Set(["sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "exp", "ln", "log"]);

const operatorToken = (name: string, place: Place, unsupported: (what: string) => never): readonly Token[] => {
  const plain = name.replace(/^\\/, "");
  if (functionOperators.has(plain)) return [{ kind: "function", text: plain, ...place }];
  if (plain === "sum" || plain === "int" || plain === "lim") return [{ kind: "big", text: plain, ...place }];
  if (/^[A-Za-z]+$/.test(plain) && ["Re", "Im", "Tr", "det"].includes(plain)) return [{ kind: "name", text: plain, upright: true, ...place }];
  return unsupported(`the operator '${name}'`);
};

/** Upright letters in a row are one word; bold and calligraphic letters keep their font as part of the name. */
const fontTokens = (node: unknown, context: Context, place: Place): readonly Token[] => {
  const font = textOf(node, "font");
  const body = property(node, "body");
  if (!ignoredFonts.has(font)) return tokensOf(partsOf(body), { ...context, font }, place);
  const inner = tokensOf(partsOf(body), { ...context, upright: true }, place);
  const joined: Token[] = [];
  for (const token of inner) {
    const last = joined[joined.length - 1];
    const letter = token.kind === "name" && /^[A-Za-z]$/.test(token.text);
    if (letter && last?.kind === "name" && last.sub === undefined && last.sup === undefined && /^[A-Za-z]+$/.test(last.text) && last.upright) joined[joined.length - 1] = { ...last, ...token, text: last.text + token.text, at: last.at };
    else joined.push(token);
  }
  return joined;
};

const accentToken = (label: string, base: readonly Token[], place: Place, unsupported: (what: string) => never): readonly Token[] => {
  const [only] = base;
  if (only === undefined || base.length !== 1 || only.kind !== "name") return unsupported(`the accent ${label} over more than one letter`);
  return [{ ...only, text: label === "\\r" ? "Å" : `${label}{${only.text}}`, at: Math.min(place.at, only.at), end: only.end }];
};

/** 2 0 . 0 → 20.0 */
const joinDigits = (tokens: readonly Token[]): readonly Token[] => {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    if (token.kind === "number" && last?.kind === "number" && last.sup === undefined && last.sub === undefined) joined[joined.length - 1] = { ...token, text: last.text + token.text, at: last.at };
    else joined.push(token);
  }
  return joined;
};

/** A canonical spelling: equal for equal names, whatever spaces, braces and upright fonts the source used. */
export const spelling = (tokens: readonly Token[]): string => tokens.map(spellOne).join("");

const spellOne = (token: Token): string =>
  `${bareSpelling(token)}${token.sub === undefined ? "" : `_{${spelling(token.sub)}}`}${token.sup === undefined ? "" : `^{${spelling(token.sup)}}`}`;

/** The spelling without subscript and superscript. */
export const bareSpelling = (token: Token): string => {
  switch (token.kind) {
    case "number": case "mark": return token.text;
    case "name": return `${token.text}${/^\\[A-Za-z]+$/.test(token.text) ? " " : ""}`;
    case "fraction": return `\\frac{${spelling(token.above)}}{${spelling(token.below)}}`;
    case "root": return `\\sqrt{${spelling(token.inside)}}`;
    case "function": case "big": return `\\${token.text} `;
    case "group": return `{${spelling(token.inside)}}`;
    case "space": return "";
  }
};
