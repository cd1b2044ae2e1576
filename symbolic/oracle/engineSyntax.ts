/**
 * # The engines' notation
 *
 * Terms as an engine reads them, and its answers as terms. Every symbol, family member and conjugate becomes a letter qa, qb, … that no
 * engine has a meaning for (E, e, d, i, abs, last, trace, rank are all taken somewhere). Numbers are exact fractions: decimals stop
 * Algebrite's `simplify`, and it reads 1e-30 as −30 + e. Everything is in parentheses, so no precedence is relied on.
 *
 * - `lettering`: the letters of some terms that go to an engine together.
 * - `write`: exactly, or with decimal values in the place of the letters.
 * - `read`, `readList`: an answer. Fails with `Untranslatable` for whatever is no formula in these letters: nil, an unevaluated integral,
 *   a function that we do not have.
 */
import { call, I, INFINITY, ONE, PI, symbol } from "../expr/build.ts";
import type { BinderTerm, CallTerm, Expr, FunctionName } from "../expr/expr.ts";
import { infinitySymbol, isOperator, isRealSymbol, physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, subterms, substitute, transform } from "../expr/walk.ts";
import { functionWords, NotationError, readInfix, type Names } from "../notation/infix.ts";
import { showRational } from "../number/rational.ts";
import { assumptionsOf } from "./conjugation.ts";
import type { Complex } from "./doubles.ts";
import { canonical } from "./forms.ts";
import { Untranslatable, type EngineName } from "./opinion.ts";

const refuse = (what: string): never => { throw new Untranslatable(`engines cannot be told ${what}`); };

export interface Dialect {
  readonly engine: EngineName;
  readonly functions: Readonly<Partial<Record<FunctionName, string>>>;
  /** f(x) with an unknown f keeps its meaning; nerdamer reads it as the product f·x. */
  readonly hasUnknownFunctions: boolean;
  readonly derivative: (body: string, letter: string) => string;
  /** The body with a term in the place of a letter, after everything inside it has been evaluated. */
  readonly replacing: ((term: string, letter: string, body: string) => string) | undefined;
}

const common = { exp: "exp", log: "log", sin: "sin", cos: "cos", tan: "tan", sinh: "sinh", cosh: "cosh", tanh: "tanh", abs: "abs" } as const;

export const algebriteDialect: Dialect = {
  engine: "algebrite",
  functions: { ...common, asin: "arcsin", acos: "arccos", atan: "arctan" },
  hasUnknownFunctions: true,
  derivative: (body, letter) => `d(${body},${letter})`,
  replacing: (term, letter, body) => `subst(${term},${letter},${body})`,
};

export const nerdamerDialect: Dialect = {
  engine: "nerdamer",
  functions: { ...common, asin: "asin", acos: "acos", atan: "atan" },
  hasUnknownFunctions: false,
  derivative: (body, letter) => `diff(${body},${letter})`,
  replacing: undefined,
};

export interface Lettering {
  readonly letters: Map<Expr, string>;
  /** Families that depend on the variable of a derivative, an integral or an equation, and therefore go over as functions. */
  readonly functions: Map<PhysicalSymbol, string>;
  readonly count: { used: number };
}

/** qa … qz, qba, … : never a word of an engine. */
const fresh = (lettering: Lettering): string => {
  let rest = lettering.count.used++;
  let name = "";
  do {
    name = String.fromCharCode(97 + (rest % 26)) + name;
    rest = Math.floor(rest / 26);
  } while (rest > 0);
  return `q${name}`;
};

/** `variable`: what the question differentiates, integrates or solves for; families that depend on it are functions too. */
export const lettering = (terms: readonly Expr[], variable?: PhysicalSymbol): Lettering => {
  const letters: Lettering = { letters: new Map(), functions: new Map(), count: { used: 0 } };
  const noteFunctions = (body: Expr, of: PhysicalSymbol): void => {
    for (const inner of subterms(body)) {
      if (inner.kind === "call" && typeof inner.head !== "string" && dependsOn(inner, of) && !letters.functions.has(inner.head)) letters.functions.set(inner.head, fresh(letters));
    }
  };
  for (const term of terms) {
    if (variable !== undefined) noteFunctions(term, variable);
    for (const node of subterms(term)) if (node.kind === "binder" && node.head === "derivative" && node.args[0] !== undefined) noteFunctions(node.args[0], node.bound);
  }
  return letters;
};

const letterFor = (lettering: Lettering, e: Expr): string => {
  const key = canonical(e);                        // equal arguments must give one letter
  const known = lettering.letters.get(key) ?? fresh(lettering);
  lettering.letters.set(key, known);
  return known;
};

/** The value of a letter in the numeric form; undefined leaves the letter. */
export type Values = (letter: Expr) => Complex | undefined;

export const write = (e: Expr, dialect: Dialect, lettering: Lettering, values?: Values): string => {
  const letter = (of: Expr): string => {
    const s = assumptionsOf(of);
    if (s === undefined || s === infinitySymbol || isOperator(s)) return refuse(of === INFINITY ? "infinity" : "an operator");
    const value = values?.(canonical(of));
    if (value === undefined) return values === undefined ? letterFor(lettering, of) : refuse("a letter without a value");
    return value.im === 0 ? `(${value.re})` : `(${value.re}+(${value.im})*i)`;
  };
  const visit = (node: Expr, bound: ReadonlyMap<Expr, string>): string => {
    const inside = (inner: Expr): string => visit(inner, bound);
    switch (node.kind) {
      case "number": return `(${showRational(node.value)})`;
      case "symbol": return node === I ? "i" : node === PI ? "pi" : bound.get(node) ?? letter(node);
      case "sum": return `(${node.args.map(inside).join("+")})`;
      case "product": return `(${node.args.map(inside).join("*")})`;
      case "power": return `(${inside(node.args[0])})^(${inside(node.args[1])})`;
      case "call": return writeCall(node, inside, bound);
      case "binder": return writeBinder(node, bound);
      case "word": return refuse("a product of operators");
    }
  };
  const writeCall = (node: CallTerm, inside: (e: Expr) => string, bound: ReadonlyMap<Expr, string>): string => {
    if (node.head === "conj") return [...bound.keys()].some((b) => b.kind === "symbol" && dependsOn(node, b.symbol)) ? refuse("the conjugate of a bound symbol") : letter(node);
    if (typeof node.head === "string") return `${dialect.functions[node.head] ?? refuse(`${node.head}(…)`)}(${node.args.map(inside).join(",")})`;
    const name = lettering.functions.get(node.head);
    if (name === undefined) return letter(node);
    if (!dialect.hasUnknownFunctions) return refuse("an unknown function of the variable");
    return values === undefined ? `${name}(${node.args.map(inside).join(",")})` : refuse("the value of an unknown function");
  };
  const writeBinder = (node: BinderTerm, bound: ReadonlyMap<Expr, string>): string => {
    const [body, point] = node.args;
    if (node.head !== "derivative" || body === undefined || point === undefined) return refuse(`a symbolic ${node.head}`);
    const here = symbol(node.bound);
    if (!isRealSymbol(node.bound) && subterms(body).some((inner) => inner.kind === "call" && inner.head === "conj" && dependsOn(inner, node.bound))) return refuse("a conjugate under a derivative");
    if (point === here && values === undefined) return dialect.derivative(visit(body, bound), bound.get(here) ?? letter(here));
    if (dialect.replacing === undefined) return refuse("a derivative at a point");
    const name = fresh(lettering);
    return dialect.replacing(visit(point, bound), name, dialect.derivative(visit(body, new Map([...bound, [here, name]])), name));
  };
  return visit(e, new Map());
};

// ---- answers -------------------------------------------------------------------------------------------------------------------

const shorten = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 77)}…`);

/** e^x as both engines print it, d(f,x) as Algebrite prints what it cannot differentiate, 0.333333... for a rounded decimal. */
const intoInfix = (text: string): string => text.trim().replaceAll("...", "").replaceAll(/\be\b/g, "exp(1)").replaceAll(/\bd\(/g, "diff(");

const isExponentialOfOne = (e: Expr): boolean => e.kind === "call" && e.head === "exp" && e.args[0] === ONE;

export const read = (text: string, lettering: Lettering): Expr => {
  if (text.trim() === "" || /\bnil\b|Stop:|Unsupported|[?\n[]/.test(text)) throw new Untranslatable(`the answer '${shorten(text.replaceAll(/\s+/g, " ").trim())}' is no formula`);
  const standIns = new Map<string, PhysicalSymbol>();
  const back = new Map<PhysicalSymbol, Expr>();
  for (const [letter, name] of lettering.letters) {
    const standIn = letter.kind === "symbol" ? letter.symbol : physicalSymbol(name);
    standIns.set(name, standIn);
    if (letter.kind !== "symbol") back.set(standIn, letter);
  }
  const heads = new Map<PhysicalSymbol, PhysicalSymbol>();
  for (const [head, name] of lettering.functions) {
    const standIn = physicalSymbol(name, { arguments: "function", arity: head.arity });
    standIns.set(name, standIn);
    heads.set(standIn, head);
  }
  const names: Names = { find: (name) => (functionWords.has(name) ? undefined : standIns.get(name)), all: () => [] };
  try {
    return substitute(transform(readInfix(intoInfix(text), names), (node) => {
      if (node.kind === "power" && isExponentialOfOne(node.args[0])) return call("exp", [node.args[1]]);
      const head = node.kind === "call" && typeof node.head !== "string" ? heads.get(node.head) : undefined;
      return head !== undefined && node.kind === "call" ? call(head, node.args) : node;
    }), back);
  } catch (error) {
    if (error instanceof NotationError || error instanceof RangeError) throw new Untranslatable(`the answer '${shorten(text)}' cannot be read`);
    throw error;
  }
};

/** "[a,b]" as its elements; a single formula as the only one. */
export const readList = (text: string, lettering: Lettering): readonly Expr[] => {
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
  if (inner === undefined) return [read(text, lettering)];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  [...inner].forEach((character, k) => {
    if ("([".includes(character)) depth++;
    else if (")]".includes(character)) depth--;
    else if (character === "," && depth === 0) { parts.push(inner.slice(start, k)); start = k + 1; }
  });
  parts.push(inner.slice(start));
  return parts.filter((part) => part.trim() !== "").map((part) => read(part, lettering));
};

export const differenceText = (left: string, right: string): string => `(${left})+(-1)*(${right})`;
