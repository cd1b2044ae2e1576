/**
 * # Building terms
 *
 * - `number`, `symbol`, `call`, `binder`: one node each.
 * - `written.*`: sums, products and powers exactly as an author wrote them, order kept.
 * - `sum`, `product`, `power` …: canonical sums and products, for computing. They do only what is true without hypotheses: flatten, sort,
 *   merge rational coefficients and like factors, x¹, x⁰ (with 0⁰ = 1). They never cancel x/x unless x is assumed nonzero.
 *
 * The intern table is the one piece of module state of the library; `inScratch` lets terms of one short task be forgotten.
 * Trusted: yes.
 */
import {
  addRational, compareRational, equalRational, isInteger, minusOne, multiplyRational, negateRational, one, powerRational, rational, signOfRational, zero, type Rational,
} from "../number/rational.ts";
import type { Integer } from "../number/integer.ts";
import type { BinderName, BinderTerm, CallTerm, Expr, FunctionName, NumberTerm, SymbolTerm } from "./expr.ts";
import { circleConstant, imaginaryUnit, infinitySymbol, isNonzeroSymbol, isOperator, isPositiveSymbol, type PhysicalSymbol } from "./symbol.ts";

type Fields =
  | { readonly kind: "number"; readonly value: Rational }
  | { readonly kind: "sum" | "product" | "word"; readonly args: readonly Expr[] }
  | { readonly kind: "power"; readonly args: readonly [Expr, Expr] }
  | { readonly kind: "call"; readonly head: FunctionName | PhysicalSymbol; readonly args: readonly Expr[] }
  | { readonly kind: "binder"; readonly head: BinderName; readonly bound: PhysicalSymbol; readonly args: readonly Expr[] };

interface Table { readonly terms: Map<number, Expr[]>; readonly below: Table | undefined }
let table: Table = { terms: new Map(), below: undefined };
let nextId = 1;
/** The term of each symbol, kept as long as the symbol is. */
const symbolTerms = new WeakMap<PhysicalSymbol, SymbolTerm>();

const mix = (hash: number, value: number): number => {
  const h = Math.imul(hash ^ value, 0x9e3779b1);
  return h ^ (h >>> 15);
};
const textHash = (text: string): number => {
  let hash = 7;
  for (let k = 0; k < text.length; k++) hash = mix(hash, text.charCodeAt(k));
  return hash;
};

const sameArguments = (a: readonly Expr[], b: readonly Expr[]): boolean => {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};

const same = (e: Expr, f: Fields): boolean => {
  if (e.kind !== f.kind) return false;
  switch (f.kind) {
    case "number": return e.kind === "number" && equalRational(e.value, f.value);
    case "call": return e.kind === "call" && e.head === f.head && sameArguments(e.args, f.args);
    case "binder": return e.kind === "binder" && e.head === f.head && e.bound === f.bound && sameArguments(e.args, f.args);
    default: return e.kind === f.kind && sameArguments(e.args, f.args);
  }
};

const hashOf = (f: Fields): number => {
  switch (f.kind) {
    case "number": return mix(mix(1, Number(f.value.numerator)), Number(f.value.denominator));
    case "sum": return hashArguments(3, f.args);
    case "product": return hashArguments(4, f.args);
    case "word": return hashArguments(5, f.args);
    case "power": return hashArguments(6, f.args);
    case "call": return hashArguments(mix(7, typeof f.head === "string" ? textHash(f.head) : symbol(f.head).hash), f.args);
    case "binder": return hashArguments(mix(mix(8, textHash(f.head)), symbol(f.bound).hash), f.args);
  }
};
const hashArguments = (seed: number, args: readonly Expr[]): number => {
  let hash = seed;
  for (const arg of args) hash = mix(hash, arg.hash);
  return hash;
};

const intern = (fields: Fields): Expr => {
  const hash = hashOf(fields);
  for (let level: Table | undefined = table; level !== undefined; level = level.below) {
    const bucket = level.terms.get(hash);
    if (bucket !== undefined) for (const term of bucket) if (same(term, fields)) return term;
  }
  const term = frozen(fields, nextId++, hash, hasOperator(fields));
  const bucket = table.terms.get(hash);
  if (bucket === undefined) table.terms.set(hash, [term]); else bucket.push(term);
  return term;
};

/** A term shares nothing that can change: argument lists are copied, and so are numbers; symbols are frozen with their term. */
const frozen = (f: Fields, id: number, hash: number, operator: boolean): Expr => {
  switch (f.kind) {
    case "number": return Object.freeze({ kind: f.kind, value: Object.freeze({ ...f.value }), id, hash, operator });
    case "power": return Object.freeze({ kind: f.kind, args: Object.freeze<[Expr, Expr]>([f.args[0], f.args[1]]), id, hash, operator });
    case "call": return Object.freeze({ kind: f.kind, head: f.head, args: Object.freeze(f.args.slice()), id, hash, operator });
    case "binder": return Object.freeze({ kind: f.kind, head: f.head, bound: f.bound, args: Object.freeze(f.args.slice()), id, hash, operator });
    default: return Object.freeze({ kind: f.kind, args: Object.freeze(f.args.slice()), id, hash, operator });
  }
};

const hasOperator = (f: Fields): boolean =>
  f.kind === "word" || (f.kind !== "number" && (f.args.some((arg) => arg.operator) || (f.kind === "call" && typeof f.head !== "string" && isOperator(f.head))));

/**
 * Runs a task whose terms are forgotten afterwards. A term that escapes stays valid; only a later equal term is then another
 * object, which can cost a proof and can never give one, since ids are not used twice.
 */
export const inScratch = <T>(task: () => T): T => {
  const below = table;
  table = { terms: new Map(), below };
  try {
    return task();
  } finally {
    table = below;
  }
};

const wrongKind = (): never => { throw new TypeError("an interned term changed its kind"); };

export const number = (value: Rational): NumberTerm => {
  const e = intern({ kind: "number", value });
  return e.kind === "number" ? e : wrongKind();
};
export const int = (value: Integer): NumberTerm => number(rational(value));
export const symbol = (of: PhysicalSymbol): SymbolTerm => {
  const known = symbolTerms.get(of);
  if (known !== undefined) return known;
  Object.freeze(Object.freeze(of).assume);
  const term: SymbolTerm = Object.freeze({ kind: "symbol", symbol: of, id: nextId++, hash: mix(2, textHash(of.name)), operator: isOperator(of) });
  symbolTerms.set(of, term);
  return term;
};
export const call = (head: FunctionName | PhysicalSymbol, args: readonly Expr[]): CallTerm => {
  const e = intern({ kind: "call", head, args });
  return e.kind === "call" ? e : wrongKind();
};
export const binder = (head: BinderName, bound: PhysicalSymbol, args: readonly Expr[]): BinderTerm => {
  const e = intern({ kind: "binder", head, bound, args });
  return e.kind === "binder" ? e : wrongKind();
};
export const word = (letters: readonly Expr[]): Expr => {
  const flat = letters.flatMap((letter) => (letter.kind === "word" ? letter.args : [letter]));
  return flat.length === 1 ? (flat[0] ?? ONE) : intern({ kind: "word", args: flat });
};

export const ZERO = number(zero);
export const ONE = number(one);
export const MINUS_ONE = number(minusOne);
export const HALF = number(rational(1, 2));
export const I = symbol(imaginaryUnit);
export const PI = symbol(circleConstant);
export const INFINITY = symbol(infinitySymbol);

/** A canonical term would contain 0⁻¹. */
export class DivisionByZero extends Error {
  override readonly name = "DivisionByZero";
}

/** Terms exactly as written: flattened, never reordered or merged. */
export const written = {
  sum: (terms: readonly Expr[]): Expr => {
    const flat = terms.flatMap((term) => (term.kind === "sum" ? term.args : [term]));
    return flat.length === 0 ? ZERO : flat.length === 1 ? (flat[0] ?? ZERO) : intern({ kind: "sum", args: flat });
  },
  product: (factors: readonly Expr[]): Expr => {
    const flat = factors.flatMap((factor) => (factor.kind === "product" ? factor.args : [factor]));
    return flat.length === 0 ? ONE : flat.length === 1 ? (flat[0] ?? ONE) : intern({ kind: "product", args: flat });
  },
  power: (base: Expr, exponent: Expr): Expr => (exponent === ONE ? base : intern({ kind: "power", args: [base, exponent] })),
  negate: (a: Expr): Expr => (a.kind === "number" ? number(negateRational(a.value)) : written.product([MINUS_ONE, a])),
  quotient: (a: Expr, b: Expr): Expr => {
    if (a.kind === "number" && b.kind === "number" && b.value.numerator !== 0) return number(multiplyRational(a.value, powerRational(b.value, -1)));
    return written.product([a, written.power(b, MINUS_ONE)]);
  },
};

export const isNumber = (e: Expr): e is NumberTerm => e.kind === "number";

/** 2·x·y as [2, x·y]: the coefficient and what it multiplies (ONE for a bare number). */
export const splitCoefficient = (e: Expr): readonly [Rational, Expr] => {
  if (e.kind === "number") return [e.value, ONE];
  const first = e.kind === "product" ? e.args[0] : undefined;
  if (e.kind !== "product" || first === undefined || first.kind !== "number") return [one, e];
  const rest: Expr[] = [];                                  // frozen arrays are slow to slice
  for (let k = 1; k < e.args.length; k++) rest.push(e.args[k] ?? ONE);
  return [first.value, rest.length === 1 ? (rest[0] ?? ONE) : intern({ kind: "product", args: rest })];
};

/** A fixed total order on terms: by hash, then by structure. It depends on names and shape, not on the history of the process. */
export const compareTerms = (a: Expr, b: Expr): number => {
  if (a === b) return 0;
  if (a.hash !== b.hash) return a.hash - b.hash;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.kind === "number" && b.kind === "number") return compareRational(a.value, b.value);
  if (a.kind !== "number" && a.kind !== "symbol" && b.kind !== "number" && b.kind !== "symbol") {
    for (let k = 0; k < Math.min(a.args.length, b.args.length); k++) {
      const [x, y] = [a.args[k], b.args[k]];
      if (x !== undefined && y !== undefined && x !== y) return compareTerms(x, y);
    }
    if (a.args.length !== b.args.length) return a.args.length - b.args.length;
  }
  return a.id - b.id;
};

const isNonzeroBase = (base: Expr): boolean =>
  base.kind === "number" ? base.value.numerator !== 0
    : base.kind === "symbol" ? isNonzeroSymbol(base.symbol)
      : base.kind === "call" && (base.head === "exp" || (typeof base.head !== "string" && isNonzeroSymbol(base.head)));

const isPositiveBase = (base: Expr): boolean =>
  base.kind === "number" ? signOfRational(base.value) > 0
    : base.kind === "symbol" ? isPositiveSymbol(base.symbol)
      : base.kind === "call" && typeof base.head !== "string" && isPositiveSymbol(base.head);

/** Canonical sum. */
export const sum = (...terms: readonly Expr[]): Expr => {
  const coefficients = new Map<Expr, Rational>();
  const add = (term: Expr, scale: Rational): void => {
    if (term.kind === "sum") {
      for (const inner of term.args) add(inner, scale);
      return;
    }
    const [coefficient, rest] = splitCoefficient(term);
    const scaled = multiplyRational(coefficient, scale);
    if (rest.kind === "sum") return add(rest, scaled);
    coefficients.set(rest, addRational(coefficients.get(rest) ?? zero, scaled));
  };
  for (const term of terms) add(term, one);
  const kept: Expr[] = [];
  for (const [rest, coefficient] of coefficients) if (coefficient.numerator !== 0) kept.push(scaledTerm(coefficient, rest));
  if (kept.length === 0) return ZERO;
  if (kept.length === 1) return kept[0] ?? ZERO;
  return intern({ kind: "sum", args: kept.sort(compareTerms) });
};

const scaledTerm = (coefficient: Rational, rest: Expr): Expr => {
  if (rest === ONE) return number(coefficient);
  if (coefficient.numerator === 1 && coefficient.denominator === 1) return rest;
  return intern({ kind: "product", args: [number(coefficient), ...(rest.kind === "product" ? rest.args : [rest])] });
};

/** Canonical product. Exponents of one commuting base are added where that cannot hide a zero of the base; operators stay in their order, as one word. */
export const product = (...factors: readonly Expr[]): Expr => {
  let coefficient = one;
  const bases = new Map<Expr, Expr[]>();
  const words: Expr[] = [];
  const add = (factor: Expr): void => {
    if (factor.kind === "product") for (const inner of factor.args) add(inner);
    else if (factor.kind === "number") coefficient = multiplyRational(coefficient, factor.value);
    else if (factor.operator) words.push(factor);
    else {
      const [base, exponent]: readonly [Expr, Expr] = factor.kind === "power" ? factor.args : [factor, ONE];
      const exponents = bases.get(base);
      if (exponents === undefined) bases.set(base, [exponent]); else exponents.push(exponent);
    }
  };
  for (const factor of factors) add(factor);
  if (coefficient.numerator === 0) return ZERO;
  const kept: Expr[] = [];
  for (const [base, exponents] of bases) {
    for (const factor of mergedPowers(base, exponents)) {
      if (factor.kind === "number") coefficient = multiplyRational(coefficient, factor.value);
      else if (factor.kind === "product") {
        for (const inner of factor.args) if (inner.kind === "number") coefficient = multiplyRational(coefficient, inner.value); else kept.push(inner);
      } else kept.push(factor);
    }
  }
  if (words.length > 0) kept.push(word(words));
  if (kept.length === 0) return number(coefficient);
  kept.sort(compareTerms);
  const isOne = coefficient.numerator === 1 && coefficient.denominator === 1;
  if (isOne) return kept.length === 1 ? (kept[0] ?? ONE) : intern({ kind: "product", args: kept });
  return intern({ kind: "product", args: [number(coefficient), ...kept] });
};

const mergedPowers = (base: Expr, exponents: readonly Expr[]): readonly Expr[] => {
  if (exponents.length === 1) return [power(base, exponents[0] ?? ONE)];
  if (isNonzeroBase(base) || exponents.every((exponent) => exponent.kind === "number" && signOfRational(exponent.value) > 0)) return [power(base, sum(...exponents))];
  const groups = [1, -1].map((sign) => exponents.filter((exponent) => exponent.kind === "number" && signOfRational(exponent.value) === sign));
  const others = exponents.filter((exponent) => exponent.kind !== "number").map((exponent) => power(base, exponent));
  return [...groups.filter((group) => group.length > 0).map((group) => power(base, sum(...group))), ...others];
};

/** Canonical power. (x^a)^b = x^(ab) for integer b, or for a positive x and a rational a; i² = −1; numbers are evaluated for integer exponents. */
export const power = (base: Expr, exponent: Expr): Expr => {
  if (exponent === ONE) return base;
  if (exponent === ZERO) return ONE;
  if (exponent.kind === "number") {
    const whole = isInteger(exponent.value) && typeof exponent.value.numerator === "number" ? exponent.value.numerator : undefined;
    if (base === ONE) return ONE;
    if (base === ZERO) {
      if (signOfRational(exponent.value) > 0) return ZERO;
      throw new DivisionByZero("division by zero while building a term");
    }
    if (whole !== undefined) {
      if (base.kind === "number" && (whole > 0 || base.value.numerator !== 0)) return number(powerRational(base.value, whole));
      if (base === I) return [ONE, I, MINUS_ONE, product(MINUS_ONE, I)][((whole % 4) + 4) % 4] ?? ONE;
      if (base.kind === "product" && !base.operator) return product(...base.args.map((factor) => power(factor, exponent)));
    }
    if (base.kind === "power" && base.args[1].kind === "number" && (whole !== undefined || isPositiveBase(base.args[0]))) {
      const [inner, innerExponent] = base.args;
      const hidesPole = signOfRational(innerExponent.value) < 0 && signOfRational(exponent.value) < 0;      // (1/x)⁻¹ has no value at 0
      if (!hidesPole || isNonzeroBase(inner)) return power(inner, number(multiplyRational(innerExponent.value, exponent.value)));
    }
  }
  return intern({ kind: "power", args: [base, exponent] });
};

export const negate = (a: Expr): Expr => product(MINUS_ONE, a);
export const difference = (a: Expr, b: Expr): Expr => sum(a, negate(b));
export const quotient = (a: Expr, b: Expr): Expr => product(a, power(b, MINUS_ONE));
export const squareRoot = (a: Expr): Expr => power(a, HALF);
