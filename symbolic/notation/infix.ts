/**
 * # The infix reader
 *
 * The form for scripts: `V^2*ω0/(2*ħ*(ω0^2 - ω^2))`. Deliberately dull: every product has its `*`, no user operators, `F[a, b]` for
 * indices, `f(x)` for functions. Terms keep the written order.
 *
 * - `+ - * / ^`, parentheses; `^` binds tightest and to the right, then unary minus, then `* /` from the left, then `+ -`.
 * - numbers: `3`, `0.25`, `1.5e-3`, all exact. Constants: `i`, `pi` or `π`, `oo` or `∞`.
 * - `sqrt(x)`, `cot sec csc coth` and all functions of the language; `diff(f, x)`, `diff(f, x, n)`, `diff(f, x = a)`; `integral(f, t, a, b)`;
 *   `sum(f, n, a, b)`; `average(f, t)`; `limit(f, x, a)`.
 *
 * Fails with a caret under the place, what was expected, and a suggestion.
 */
import { parseRational } from "../number/rational.ts";
import { binder, call, HALF, I, INFINITY, MINUS_ONE, number, PI, symbol, word, written } from "../expr/build.ts";
import { functionNames, type Expr, type FunctionName } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { suggestion } from "./suggestion.ts";

/** The formula cannot be read. The message shows the place. */
export class NotationError extends Error {
  override readonly name = "NotationError";
}

export interface Names {
  readonly find: (name: string) => PhysicalSymbol | undefined;
  /** All names, for suggestions. */
  readonly all: () => readonly string[];
}

type Token =
  | { readonly kind: "number" | "name" | "mark"; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: "term"; readonly term: Expr; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: "end"; readonly text: ""; readonly at: number; readonly end: number };

/** A spliced term stands in the text as one private-use character. */
const SPLICE = 0xe000;

export const placeholder = (k: number): string => String.fromCharCode(SPLICE + k);

const namePattern = /[\p{L}_][\p{L}\p{N}_′₀-₉₊₋]*/uy;
const numberPattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+/y;
const marks = "+-*/^()[],=<>";

const tokenize = (text: string, terms: readonly Expr[]): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const character = text.charAt(at);
    const spliced = terms[text.charCodeAt(at) - SPLICE];
    if (/\s/.test(character)) { at++; continue; }
    if (spliced !== undefined) { tokens.push({ kind: "term", term: spliced, text: character, at, end: ++at }); continue; }
    const digits = match(numberPattern);
    if (digits !== undefined) { tokens.push({ kind: "number", text: digits, at, end: at += digits.length }); continue; }
    const name = character === "∞" ? character : match(namePattern);
    if (name !== undefined) { tokens.push({ kind: "name", text: name, at, end: at += name.length }); continue; }
    const mark = character === "−" ? "-" : character === "·" || character === "×" ? "*" : character;
    if (!marks.includes(mark)) throw complain(text, at, at + 1, `'${character}' has no meaning here`, "write a formula with + - * / ^ ( ) [ ]");
    tokens.push({ kind: "mark", text: mark, at, end: ++at });
  }
  tokens.push({ kind: "end", text: "", at: text.length, end: text.length + 1 });
  return tokens;
};

const complain = (text: string, from: number, to: number, what: string, hint?: string): NotationError => {
  const shown = [...text].map((c) => (c.charCodeAt(0) >= SPLICE && c.charCodeAt(0) < SPLICE + 0x800 ? "□" : c)).join("");
  return new NotationError(`${what} at column ${from + 1}\n  ${shown}\n  ${" ".repeat(from)}${"^".repeat(Math.max(1, to - from))}${hint === undefined ? "" : `\n  ${hint}`}`);
};

/** sec, csc, cot, coth in terms of the functions of the language. */
const quotients: Readonly<Record<string, readonly [FunctionName | undefined, FunctionName]>> = {
  sec: [undefined, "cos"], csc: [undefined, "sin"], cot: ["cos", "sin"], coth: ["cosh", "sinh"],
};
const aliases: Readonly<Record<string, FunctionName>> = {
  ln: "log", arctan: "atan", arcsin: "asin", arccos: "acos", conjugate: "conj", Re: "re", Im: "im", Abs: "abs", sgn: "sign",
};
const special = ["sqrt", "diff", "integral", "sum", "average", "limit"] as const;
/** Every word that the reader understands as a function. */
export const functionWords: ReadonlySet<string> = new Set([...functionNames, ...Object.keys(quotients), ...Object.keys(aliases), ...special]);
const isFunctionName = (name: string): name is FunctionName => functionNames.some((known) => known === name);

interface Reader { readonly text: string; readonly tokens: readonly Token[]; readonly names: Names; position: number }

const END: Token = { kind: "end", text: "", at: 0, end: 1 };
const peek = (r: Reader): Token => r.tokens[r.position] ?? r.tokens[r.tokens.length - 1] ?? END;
const next = (r: Reader): Token => { const token = peek(r); r.position++; return token; };
const isMark = (token: Token, text: string): boolean => token.kind === "mark" && token.text === text;
const failAt = (r: Reader, token: Token, what: string, hint?: string): never => { throw complain(r.text, token.at, token.end, what, hint); };
const describe = (token: Token): string => (token.kind === "end" ? "the end of the formula" : token.kind === "term" ? "a spliced term" : `'${token.text}'`);
const expect = (r: Reader, text: string): void => {
  const token = peek(r);
  if (!isMark(token, text)) failAt(r, token, `expected '${text}', found ${describe(token)}`);
  r.position++;
};

const readSum = (r: Reader): Expr => {
  const terms: Expr[] = [readProduct(r)];
  for (;;) {
    const token = peek(r);
    if (isMark(token, "+")) { next(r); terms.push(readProduct(r)); }
    else if (isMark(token, "-")) { next(r); terms.push(written.negate(readProduct(r))); }
    else return written.sum(terms);
  }
};

const isOperatorFactor = (e: Expr): boolean =>
  e.kind === "word" || (e.kind === "symbol" && e.symbol.assume.includes("operator")) || (e.kind === "power" && isOperatorFactor(e.args[0])) ||
  (e.kind === "call" && typeof e.head !== "string" && e.head.assume.includes("operator")) || ((e.kind === "sum" || e.kind === "product") && e.args.some(isOperatorFactor));

/** Operators keep their order: they go into one word, the commuting factors before it. */
const multiply = (factors: readonly Expr[]): Expr => {
  const operators = factors.filter(isOperatorFactor);
  if (operators.length < 2) return written.product(factors);
  return written.product([...factors.filter((factor) => !isOperatorFactor(factor)), word(operators)]);
};

const readProduct = (r: Reader): Expr => {
  let left = readUnary(r);
  for (;;) {
    const token = peek(r);
    if (isMark(token, "*")) { next(r); left = multiply([left, readUnary(r)]); }
    else if (isMark(token, "/")) { next(r); left = written.quotient(left, readUnary(r)); }
    else if (token.kind === "name" || token.kind === "number" || token.kind === "term" || isMark(token, "(")) {
      return failAt(r, token, `expected an operator, found ${describe(token)}`, "write the product with '*'");
    } else return left;
  }
};

const readUnary = (r: Reader): Expr => {
  const token = peek(r);
  if (isMark(token, "-")) { next(r); return written.negate(readUnary(r)); }
  if (isMark(token, "+")) { next(r); return readUnary(r); }
  return readPower(r);
};

const readPower = (r: Reader): Expr => {
  const start = peek(r);
  const base = readAtom(r);
  if (!isMark(peek(r), "^")) return base;
  if (start.kind === "name" && start.text === "e") failAt(r, start, "'e' to a power is ambiguous", "write exp(…) for the exponential function");
  next(r);
  return written.power(base, readUnary(r));
};

const readAtom = (r: Reader): Expr => {
  const token = next(r);
  if (token.kind === "term") return token.term;
  if (token.kind === "number") {
    const value = parseRational(token.text);
    return value === undefined ? failAt(r, token, `'${token.text}' is not a number`) : number(value);
  }
  if (isMark(token, "(")) {
    const inner = readSum(r);
    expect(r, ")");
    return inner;
  }
  if (token.kind === "name") return readName(r, token);
  return failAt(r, token, `expected a number, a name or '(', found ${describe(token)}`);
};

const readArguments = (r: Reader, close: string): readonly Expr[] => {
  next(r);
  const args: Expr[] = [readSum(r)];
  while (isMark(peek(r), ",")) { next(r); args.push(readSum(r)); }
  expect(r, close);
  return args;
};

/** diff(f, x), diff(f, x, n), and diff(f, x = a) for the derivative at a. */
const readDiff = (r: Reader, token: Token): Expr => {
  next(r);
  const body = readSum(r);
  expect(r, ",");
  const variable = readSum(r);
  if (variable.kind !== "symbol") return failAt(r, token, "diff takes diff(f, x, …) with a plain symbol x");
  let point: Expr = variable;
  let times = 1;
  if (isMark(peek(r), "=")) { next(r); point = readSum(r); }
  else if (isMark(peek(r), ",")) {
    next(r);
    const count = peek(r);
    times = count.kind === "number" ? Number(count.text) : Number.NaN;
    next(r);
    if (!Number.isInteger(times) || times < 1 || times > 20) return failAt(r, count, "diff(f, x, n) takes n = 1 … 20");
  }
  expect(r, ")");
  let result = body;
  for (let k = 1; k < times; k++) result = binder("derivative", variable.symbol, [result, variable]);
  return binder("derivative", variable.symbol, [result, point]);
};

const readName = (r: Reader, token: Token): Expr => {
  const name = token.text;
  const declared = r.names.find(name);
  const opens = isMark(peek(r), "(");
  if (declared === undefined && opens) {
    const alias = isFunctionName(name) ? name : aliases[name];
    if (alias !== undefined) return call(alias, single(r, token, readArguments(r, ")")));
    const pair = quotients[name];
    if (pair !== undefined) {
      const args = single(r, token, readArguments(r, ")"));
      const below = call(pair[1], args);
      return pair[0] === undefined ? written.power(below, MINUS_ONE) : written.quotient(call(pair[0], args), below);
    }
    const special = readSpecial(r, token);
    if (special !== undefined) return special;
  }
  if (declared === undefined) return readConstant(r, token);
  if (declared.arguments === undefined) {
    if (opens) failAt(r, peek(r), `'${name}' is not a function`, `write ${name}*(…) for a product`);
    if (isMark(peek(r), "[")) failAt(r, peek(r), `'${name}' has no indices`, `remove the brackets, or declare '${name}' as a family`);
    return symbol(declared);
  }
  const [open, close] = declared.arguments === "index" ? ["[", "]"] : ["(", ")"];
  if (!isMark(peek(r), open)) failAt(r, token, `'${name}' needs its ${declared.arguments === "index" ? "indices" : "argument"}`, `write ${name}${open}…${close}`);
  const args = readArguments(r, close);
  if (args.length !== declared.arity) failAt(r, token, `'${name}' takes ${declared.arity} argument${declared.arity === 1 ? "" : "s"} (found ${args.length})`);
  return call(declared, args);
};

const single = (r: Reader, token: Token, args: readonly Expr[]): readonly Expr[] =>
  args.length === 1 ? args : failAt(r, token, `${token.text}(…) takes one argument (found ${args.length})`);

const readConstant = (r: Reader, token: Token): Expr => {
  switch (token.text) {
    case "i": return I;
    case "pi": case "π": return PI;
    case "oo": case "∞": return INFINITY;
    default: {
      const close = suggestion(token.text, [...r.names.all(), ...functionNames]);
      return failAt(r, token, `unknown symbol '${token.text}'`, close === undefined ? "declare it in the paper's symbols" : `did you mean '${close}'?`);
    }
  }
};

/** The forms with a bound symbol: name, number of arguments, and where the bound symbol stands. */
const readSpecial = (r: Reader, token: Token): Expr | undefined => {
  if (!special.some((word) => word === token.text)) return undefined;
  if (token.text === "diff") return readDiff(r, token);
  const args = readArguments(r, ")");
  const [body, variable, a, b] = args;
  const wrong = (form: string): never => failAt(r, token, `${token.text} takes ${form} (found ${args.length} arguments)`);
  if (token.text === "sqrt") return body === undefined || args.length !== 1 ? wrong("sqrt(x)") : written.power(body, HALF);
  if (body === undefined || variable === undefined || variable.kind !== "symbol") return wrong(`${token.text}(f, x, …) with a plain symbol x`);
  const bound = variable.symbol;
  switch (token.text) {
    case "average": return args.length !== 2 ? wrong("average(f, t)") : binder("average", bound, [body]);
    case "limit": return a === undefined || args.length !== 3 ? wrong("limit(f, x, a)") : binder("limit", bound, [body, a]);
    default: return a === undefined || b === undefined || args.length !== 4 ? wrong(`${token.text}(f, x, from, to)`) : binder(token.text === "sum" ? "sum" : "integral", bound, [body, a, b]);
  }
};

export type Relation = "=" | "<" | ">";

const start = (text: string, names: Names, terms: readonly Expr[]): Reader => ({ text, tokens: tokenize(text, terms), names, position: 0 });

/** Reads one formula. */
export const readInfix = (text: string, names: Names, terms: readonly Expr[] = []): Expr => {
  const r = start(text, names, terms);
  const e = readSum(r);
  const rest = peek(r);
  return rest.kind === "end" ? e : failAt(r, rest, `expected the end of the formula, found ${describe(rest)}`);
};

/** Reads `left = right`, `left < right` or `left > right`. */
export const readRelation = (text: string, names: Names, terms: readonly Expr[] = []): { readonly left: Expr; readonly relation: Relation; readonly right: Expr } => {
  const r = start(text, names, terms);
  const left = readSum(r);
  const token = next(r);
  const relation = (["=", "<", ">"] as const).find((mark) => isMark(token, mark));
  if (relation === undefined) return failAt(r, token, `expected '=', '<' or '>', found ${describe(token)}`);
  const right = readSum(r);
  const rest = peek(r);
  return rest.kind === "end" ? { left, relation, right } : failAt(r, rest, `expected the end of the formula, found ${describe(rest)}`);
};
