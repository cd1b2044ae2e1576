/**
 * # The LaTeX reader
 *
 * The form for what is printed, read with the paper's notation table. Its conventions:
 *
 * - juxtaposition is a product and binds tighter than `/`: a/2ħ is a/(2ħ); `\cdot`, `*`, `\times` between scalars are products;
 * - the argument of \sin and its kin without brackets is the shortest run of factors that is dimensionless; two candidates are an error;
 * - e^{…} is the exponential function, unless the paper has a symbol e and the exponent is a plain number;
 * - x^* is the complex conjugate, ⟨…⟩ a time average, ± the branch sign of the table, \tan^{-1} the inverse function;
 * - ∂f/∂x and df/dx as fractions are derivatives.
 *
 * Several equations separated by commas give several chains; a = b = c is one chain. What cannot be read is a `LatexError` at its place.
 */
import { decimal, type Decimal } from "../number/decimal.ts";
import { parseRational } from "../number/rational.ts";
import { binder, call, HALF, I, INFINITY, MINUS_ONE, number, ONE, PI, power, symbol, written } from "../expr/build.ts";
import { isDimensionless } from "../expr/dimension.ts";
import type { Expr, FunctionName } from "../expr/expr.ts";
import { isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { dimensionOf } from "./dimensionOf.ts";
import { findPattern, readLabel, type CompiledNotation } from "./latexPatterns.ts";
import { latexError, spelling, tokenize, type Place, type Token } from "./latexTokens.ts";
import { suggestion } from "./suggestion.ts";
import { readUnit } from "./units.ts";

export type LatexRelation = "=" | "≈" | "∼" | "∝" | "<" | ">" | "≤" | "≥" | "≲" | "≳" | "≪" | "≫" | "→" | "⇒" | "≠" | "∈";

export type Side =
  | { readonly kind: "term"; readonly term: Expr }
  /** Printed figures with their unit, 20.0 eV/nm, or times a symbol, 1.6 μ_B. */
  | { readonly kind: "quantity"; readonly digits: Decimal; readonly unit: string; readonly times: Expr | undefined };

export interface Chain { readonly sides: readonly Side[]; readonly relations: readonly LatexRelation[] }

const relationMarks: readonly string[] = ["=", "≈", "∼", "∝", "<", ">", "≤", "≥", "≲", "≳", "≪", "≫", "→", "⇒", "≠", "∈"];
const isRelation = (text: string): text is LatexRelation => relationMarks.includes(text);

interface Reader { readonly source: string; readonly compiled: CompiledNotation; readonly tokens: readonly Token[]; position: number; bars: number }

const readerOf = (r: Reader, tokens: readonly Token[]): Reader => ({ source: r.source, compiled: r.compiled, tokens: tokens.filter((token) => token.kind !== "space"), position: 0, bars: 0 });
const peek = (r: Reader): Token | undefined => r.tokens[r.position];
const isMark = (token: Token | undefined, ...texts: readonly string[]): boolean => token?.kind === "mark" && texts.includes(token.text);
const fail = (r: Reader, place: Place | undefined, what: string, hint?: string): never => {
  const last = r.tokens[r.tokens.length - 1];
  throw latexError(r.source, place ?? { at: last?.end ?? 0, end: (last?.end ?? 0) + 1 }, what, hint);
};

/** Reads a whole token list as one term. */
const readAll = (r: Reader, tokens: readonly Token[], place: Place): Expr => {
  const inner = readerOf(r, tokens);
  if (inner.tokens.length === 0) return fail(r, place, "an empty group");
  const e = readSum(inner);
  const rest = peek(inner);
  return rest === undefined ? e : fail(inner, rest, `cannot read on at '${spelling([rest]).trim()}'`);
};

// ---- sums and products -------------------------------------------------------------------------------------------------------

const readSum = (r: Reader): Expr => {
  const terms: Expr[] = [];
  let sign: Expr | undefined = readSign(r);
  for (;;) {
    const term = readTerm(r);
    terms.push(sign === undefined ? term : sign === MINUS_ONE ? written.negate(term) : written.product([sign, term]));
    const next = peek(r);
    if (!isMark(next, "+", "-", "±", "∓")) return written.sum(terms);
    sign = readSign(r);
  }
};

/** +, − or the branch sign of ±; undefined for plus and for nothing. */
const readSign = (r: Reader): Expr | undefined => {
  const token = peek(r);
  if (!isMark(token, "+", "-", "±", "∓")) return undefined;
  r.position++;
  if (isMark(token, "+")) return undefined;
  if (isMark(token, "-")) return MINUS_ONE;
  const { branch } = r.compiled.notation;
  if (branch === undefined) return fail(r, token, "'±' needs a sign to stand for", "declare `branch` in the paper's notation");
  return isMark(token, "±") ? symbol(branch) : written.negate(symbol(branch));
};

const readTerm = (r: Reader): Expr => {
  let left = written.product(readRun(r));
  for (;;) {
    const token = peek(r);
    if (isMark(token, "*", "×")) { r.position++; left = written.product([left, ...readRun(r)]); }
    else if (isMark(token, "/")) { r.position++; left = written.quotient(left, written.product(readRun(r))); }
    else return left;
  }
};

const startsFactor = (r: Reader, token: Token | undefined): boolean => {
  if (token === undefined) return false;
  if (token.kind !== "mark") return token.kind !== "space";
  return token.text === "(" || token.text === "[" || token.text === "⟨" || (token.text === "|" && r.bars === 0);
};

/** Factors side by side. */
const readRun = (r: Reader): readonly Expr[] => {
  const factors: Expr[] = [];
  if (isMark(peek(r), "-")) { r.position++; factors.push(MINUS_ONE); }
  if (!startsFactor(r, peek(r))) return fail(r, peek(r), peek(r) === undefined ? "the formula ends where a factor is expected" : `expected a factor, found '${spelling([peek(r) ?? FIRST]).trim()}'`);
  while (startsFactor(r, peek(r))) factors.push(readFactor(r));
  return factors;
};

const FIRST: Token = { kind: "space", at: 0, end: 1 };

const readFactor = (r: Reader): Expr => {
  const token = peek(r) ?? FIRST;
  switch (token.kind) {
    case "number": {
      r.position++;
      const value = parseRational(token.text);
      return value === undefined ? fail(r, token, `'${token.text}' is not a number`) : raised(r, number(value), token);
    }
    case "fraction": r.position++; return raised(r, readFraction(r, token.above, token.below, token), token);
    case "root": {
      r.position++;
      const inside = readAll(r, token.inside, token);
      return raised(r, token.index === undefined ? written.power(inside, HALF) : written.power(inside, power(readAll(r, token.index, token), MINUS_ONE)), token);
    }
    case "group": r.position++; return raised(r, readAll(r, token.inside, token), token);
    case "function": return readFunction(r, token);
    case "big": return readBig(r, token);
    case "name": return readName(r, token);
    case "mark": return readBracket(r, token);
    case "space": return fail(r, token, "nothing to read");
  }
};

/** Applies the superscript of a token: an exponent, or * for the complex conjugate. */
const raised = (r: Reader, base: Expr, token: Token): Expr => {
  if (token.sup === undefined) return base;
  const spelled = spelling(token.sup);
  if (spelled === "*") return call("conj", [base]);
  if (/^(?:\\prime ?)+$/.test(spelled) || spelled === "\\dagger ") return fail(r, token, `the superscript '${spelled.trim()}' needs a row in the notation table`);
  return written.power(base, readAll(r, token.sup, token));
};

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "⟨": "⟩" };

/** The tokens up to the bracket that closes the one at the position; the reader stands behind it afterwards. */
const takeBracket = (r: Reader): { readonly inside: readonly Token[]; readonly close: Token } => {
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

const readBracket = (r: Reader, token: Token): Expr => {
  if (isMark(token, "|")) return readModulus(r, token);
  const { inside, close } = takeBracket(r);
  if (isMark(token, "⟨")) return raised(r, readAngle(r, inside, token), close);
  if (topLevel(inside, ",").length > 1) return fail(r, token, "a list in brackets is not a number", "read a vector by its components");
  return raised(r, readAll(r, inside, token), close);
};

const readModulus = (r: Reader, open: Token): Expr => {
  const end = r.tokens.findIndex((token, k) => k > r.position && isMark(token, "|"));
  if (end < 0) return fail(r, open, "'|' is not closed");
  const inside = r.tokens.slice(r.position + 1, end);
  const close = r.tokens[end] ?? open;
  r.position = end + 1;
  return raised(r, call("abs", [readAll(r, inside, open)]), close);
};

/** Splits at a mark outside brackets. */
const topLevel = (tokens: readonly Token[], mark: string): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, "(", "[", "⟨")) depth++;
    if (isMark(token, ")", "]", "⟩")) depth--;
    if (depth === 0 && isMark(token, mark)) parts.push([]); else parts[parts.length - 1]?.push(token);
  }
  return parts;
};

/** ⟨f⟩ averages over time, ⟨a|b⟩ and ⟨a|H|b⟩ are members of the families that the table names. */
const readAngle = (r: Reader, inside: readonly Token[], place: Place): Expr => {
  const parts = topLevel(inside, "|");
  const { time, inner, matrixElement } = r.compiled.notation;
  if (parts.length === 1) return time === undefined ? fail(r, place, "⟨…⟩ needs a variable to average over", "declare `time` in the paper's notation") : binder("average", time, [readAll(r, inside, place)]);
  const family = parts.length === 2 ? inner : matrixElement;
  if (family?.arity !== parts.length) return fail(r, place, "a bra-ket needs a family to stand for", "declare `inner` or `matrixElement` in the paper's notation");
  return call(family, parts.map((part) => readAll(r, part, place)));
};

// ---- names -------------------------------------------------------------------------------------------------------------------

const readName = (r: Reader, token: Token & { readonly kind: "name" }): Expr => {
  if (token.text === "e" && token.sub === undefined && token.sup !== undefined && spelling(token.sup) !== "*" && !isChargePower(r, token.sup)) {
    r.position++;
    return call("exp", [readAll(r, token.sup, token)]);
  }
  const found = findPattern(r.compiled, r.tokens.slice(r.position));
  if (found !== undefined) {
    const { pattern, match } = found;
    r.position += match.length;
    const args = Array.from({ length: pattern.placeholders }, (_, k) => {
      const captured = match.captured.get(k + 1) ?? [];
      return (pattern.family === undefined ? undefined : readLabel(r.compiled, pattern.family, k, captured)) ?? readAll(r, captured, token);
    });
    const last = pattern.tokens[pattern.tokens.length - 1];
    return last?.sup === undefined ? raised(r, pattern.build(args), match.last) : pattern.build(args);
  }
  return readConstant(r, token);
};

const isChargePower = (r: Reader, sup: readonly Token[]): boolean =>
  sup.length === 1 && sup[0]?.kind === "number" && r.compiled.notation.symbols.some((s) => s.latex === "e");

const words: Readonly<Record<string, FunctionName>> = { Re: "re", Im: "im", sgn: "sign", sign: "sign", "\\Re": "re", "\\Im": "im" };

const readConstant = (r: Reader, token: Token & { readonly kind: "name" }): Expr => {
  const bare = token.sub === undefined;
  if (bare && token.text === "i") { r.position++; return raised(r, I, token); }
  if (bare && token.text === "\\pi") { r.position++; return raised(r, PI, token); }
  if (bare && token.text === "\\infty") { r.position++; return INFINITY; }
  const next = r.tokens[r.position + 1];
  const pair = next?.kind === "name" && next.sub === undefined ? token.text + next.text : "";
  const [word, length] = words[token.text] !== undefined ? [words[token.text], 1] : [words[pair], 2];
  const open = r.tokens[r.position + length];
  if (bare && word !== undefined && open !== undefined && isMark(open, "(", "[")) {
    r.position += length;
    const { inside, close } = takeBracket(r);
    return raised(r, call(word, [readAll(r, inside, open)]), close);
  }
  const name = spelling([withoutSuperscript(token)]).trim();
  const close = suggestion(name, r.compiled.spellings);
  return fail(r, token, `unknown name '${name}'`, close === undefined ? "add it to the paper's symbols or notation table" : `did you mean '${close.trim()}'?`);
};

// ---- fractions, functions, sums ----------------------------------------------------------------------------------------------

const isDifferential = (token: Token | undefined): boolean => token?.kind === "name" && (token.text === "d" || token.text === "\\partial") && token.sub === undefined;

const readFraction = (r: Reader, above: readonly Token[], below: readonly Token[], place: Place): Expr => {
  const [up, down] = [above, below].map((tokens) => tokens.filter((token) => token.kind !== "space"));
  const [first, ...rest] = up ?? [];
  const [under, ...variable] = down ?? [];
  if (!isDifferential(first) || !isDifferential(under) || variable.length === 0) return written.quotient(readAll(r, above, place), readAll(r, below, place));
  if (rest.length === 0) return fail(r, place, "a derivative without a function above the bar");
  const [x] = variable;
  const order = first?.sup === undefined ? 1 : Number(spelling(first.sup));
  const below2 = x?.sup === undefined ? 1 : Number(spelling(x.sup));
  if (x === undefined || variable.length > 1 || order !== below2 || !(order >= 1)) return fail(r, place, "cannot read this derivative");
  const by = readAll(r, [withoutSuperscript(x)], place);
  if (by.kind !== "symbol") return fail(r, x, "a derivative is taken by a plain symbol");
  let result = readAll(r, rest, place);
  for (let k = 0; k < order; k++) result = binder("derivative", by.symbol, [result, by]);
  return result;
};

const withoutSuperscript = (token: Token): Token => {
  const { sup, ...rest } = token;
  return sup === undefined ? token : rest;
};

const functionNamesOf: Readonly<Record<string, FunctionName>> = {
  sin: "sin", cos: "cos", tan: "tan", sinh: "sinh", cosh: "cosh", tanh: "tanh", arcsin: "asin", arccos: "acos", arctan: "atan", exp: "exp", ln: "log", log: "log",
};
const inverses: Readonly<Record<string, FunctionName>> = { sin: "asin", cos: "acos", tan: "atan" };
const reciprocals: Readonly<Record<string, readonly [above: FunctionName | undefined, below: FunctionName]>> = { cot: ["cos", "sin"], sec: [undefined, "cos"], csc: [undefined, "sin"], coth: ["cosh", "sinh"] };

const readFunction = (r: Reader, token: Token & { readonly kind: "function" }): Expr => {
  r.position++;
  const exponent = token.sup === undefined ? undefined : spelling(token.sup);
  const argument = readArgument(r, token);
  const inverse = exponent === "-1" ? inverses[token.text] : undefined;
  if (exponent === "-1" && inverse === undefined) return fail(r, token, `'\\${token.text}^{-1}' is ambiguous: the inverse function or 1/\\${token.text}`);
  const name = inverse ?? functionNamesOf[token.text];
  const pair = reciprocals[token.text];
  const value = name !== undefined ? call(name, [argument])
    : pair === undefined ? fail(r, token, `unknown function '\\${token.text}'`)
      : pair[0] === undefined ? power(call(pair[1], [argument]), MINUS_ONE) : written.quotient(call(pair[0], [argument]), call(pair[1], [argument]));
  return token.sup === undefined || inverse !== undefined ? value : written.power(value, readAll(r, token.sup, token));
};

/** Brackets hold the argument; without them it is the shortest dimensionless run of factors. */
const readArgument = (r: Reader, token: Token): Expr => {
  const next = peek(r);
  if (isMark(next, "(", "[")) {
    const { inside, close } = takeBracket(r);
    if (close.sup !== undefined) return fail(r, close, "a power behind the argument of a function is ambiguous");
    return readAll(r, inside, next ?? token);
  }
  const start = r.position;
  const factors: Expr[] = [];
  const candidates: { readonly count: number; readonly position: number }[] = [];
  while (startsFactor(r, peek(r)) && !isMark(peek(r), "⟨") && peek(r)?.kind !== "function" && peek(r)?.kind !== "big") {
    factors.push(readFactor(r));
    const onlyNumbers = factors.every((factor) => factor.kind === "number");
    const dimension = dimensionOf(written.product(factors));
    const undeclared = factors.length === 1 && dimension === undefined;
    if (undeclared || (dimension !== undefined && isDimensionless(dimension) && !(onlyNumbers && startsFactor(r, peek(r))))) candidates.push({ count: factors.length, position: r.position });
  }
  const [shortest, longer] = candidates;
  if (shortest === undefined) return fail(r, r.tokens[start] ?? token, `the argument of this function has a dimension`, "put the argument in brackets, or check the dimensions of its symbols");
  if (longer !== undefined) return fail(r, r.tokens[start] ?? token, "where the argument of this function ends is ambiguous", "put the argument in brackets");
  r.position = shortest.position;
  return written.product(factors.slice(0, shortest.count));
};

const readBig = (r: Reader, token: Token & { readonly kind: "big" }): Expr => {
  r.position++;
  if (token.text === "lim") return readLimit(r, token);
  if (token.text === "int") return readIntegral(r, token);
  const range = sumRange(r, token);
  return binder("sum", range.bound, [readTerm(r), range.from, range.to]);
};

/** \sum over the table's range, over a sign, or with its own range n = a … b. */
const sumRange = (r: Reader, token: Token): { readonly bound: PhysicalSymbol; readonly from: Expr; readonly to: Expr } => {
  if (token.sub === undefined) return r.compiled.notation.summation ?? fail(r, token, "a sum without a range", "declare `summation` in the paper's notation");
  const [left = [], right] = topLevel(token.sub, "=");
  const index = readAll(r, left, token);
  if (index.kind !== "symbol") return fail(r, token, "a sum runs over a plain symbol");
  const bound = index.symbol;
  if (right !== undefined) return token.sup === undefined ? fail(r, token, "a sum without an upper end") : { bound, from: readAll(r, right, token), to: readAll(r, token.sup, token) };
  if (isSign(bound)) return { bound, from: MINUS_ONE, to: ONE };
  const { summation } = r.compiled.notation;
  return summation?.bound === bound ? summation : fail(r, token, `the range of the sum over '${bound.name}' is not declared`);
};

const readIntegral = (r: Reader, token: Token): Expr => {
  const { sub, sup } = token;
  if (sub === undefined || sup === undefined) return fail(r, token, "an integral without a range");
  const end = r.tokens.findIndex((t, k) => k > r.position && isDifferential(t) && r.tokens[k + 1]?.kind === "name");
  const variable = end < 0 ? undefined : r.tokens[end + 1];
  if (variable === undefined) return fail(r, token, "an integral without its differential");
  const body = readAll(r, r.tokens.slice(r.position, end), token);
  const by = readAll(r, [variable], variable);
  if (by.kind !== "symbol") return fail(r, variable, "an integral runs over a plain symbol");
  r.position = end + 2;
  return binder("integral", by.symbol, [body, readAll(r, sub, token), readAll(r, sup, token)]);
};

const readLimit = (r: Reader, token: Token): Expr => {
  const [left, right] = topLevel(token.sub ?? [], "→");
  if (left === undefined || right === undefined) return fail(r, token, "a limit without 'x → a' below it");
  const x = readAll(r, left, token);
  if (x.kind !== "symbol") return fail(r, token, "a limit is taken in a plain symbol");
  return binder("limit", x.symbol, [readTerm(r), readAll(r, right, token)]);
};

// ---- equations ---------------------------------------------------------------------------------------------------------------

/** Printed figures: a number, perhaps ×10^k, and a unit set off by a space or upright letters. */
const readQuantity = (r: Reader, tokens: readonly Token[], approximate: boolean): Side | undefined => {
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
  const [behind] = list;
  const setOff = behind?.kind === "space" || (behind?.kind === "name" && (behind.upright || behind.text === "Å" || behind.text === "%"));
  const text = spelling(list).replace(/\s+/g, " ").trim();
  const quantity = (unit: string, times?: Expr): Side => ({ kind: "quantity", digits: decimal((negative ? "-" : "") + digits), unit, times });
  if (text === "") return approximate || digits.includes(".") ? quantity("1") : undefined;
  if (setOff && readUnit(text) !== undefined) return quantity(text);
  return approximate && behind !== undefined ? quantity("1", readAll(r, list, behind)) : undefined;
};

const readSide = (r: Reader, tokens: readonly Token[], approximate: boolean): Side => {
  const quantity = readQuantity(r, tokens, approximate);
  if (quantity !== undefined) return quantity;
  const [first] = tokens;
  return { kind: "term", term: readAll(r, tokens, first ?? { at: r.source.length, end: r.source.length + 1 }) };
};

/** Equations of one display, in order. */
export const readLatex = (source: string, compiled: CompiledNotation): readonly Chain[] => {
  const tokens = tokenize(source.replace(/[.,;\s]+$/, ""));
  const r: Reader = { source, compiled, tokens, position: 0, bars: 0 };
  return topLevel(tokens, ",").flatMap((part) => topLevel(part, ";")).filter((part) => part.some((token) => token.kind !== "space")).map((part) => readChain(r, part));
};

const readChain = (r: Reader, tokens: readonly Token[]): Chain => {
  const sides: Token[][] = [[]];
  const relations: LatexRelation[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, "(", "[", "⟨")) depth++;
    if (isMark(token, ")", "]", "⟩")) depth--;
    if (depth === 0 && token.kind === "mark" && isRelation(token.text)) { relations.push(token.text); sides.push([]); }
    else sides[sides.length - 1]?.push(token);
  }
  return { sides: sides.map((side, k) => readSide(r, side, k > 0 && ["≈", "∼"].includes(relations[k - 1] ?? ""))), relations };
};
