/**
 * # A readable order for computed terms
 *
 * Canonical terms are sorted by hash. `arranged` puts numbers first, then letters, then functions and sums, denominators last, and a
 * positive term of a sum first. `gathered` keeps the order as written and only tidies numbers and signs. The value does not change.
 */
import { MINUS_ONE, number, splitCoefficient, written } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit } from "../expr/symbol.ts";
import { withChildren } from "../expr/walk.ts";
import { absRational, divideRational, equalRational, isInteger, minusOne, multiplyRational, one, powerRational, rational, signOfRational, type Rational } from "../number/rational.ts";

const isInverse = (e: Expr): boolean => e.kind === "power" && e.args[1].kind === "number" && signOfRational(e.args[1].value) < 0;

/** Numbers, constants, letters, families, functions, sums; the name decides within a class. */
const rank = (e: Expr): readonly [number, string] => {
  const base = e.kind === "power" ? e.args[0] : e;
  switch (base.kind) {
    case "number": return [0, ""];
    case "symbol": return base.symbol === circleConstant ? [1, ""] : base.symbol === imaginaryUnit ? [2, ""] : [3, base.symbol.name];
    case "call": return typeof base.head === "string" ? [base.head === "exp" ? 7 : 5, base.head] : [4, base.head.name];
    case "sum": return [6, ""];
    default: return [8, ""];
  }
};

const byRank = (a: Expr, b: Expr): number => {
  const [x, y] = [rank(a), rank(b)];
  return x[0] - y[0] || (x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : 0);
};

const arrangedProduct = (args: readonly Expr[]): Expr =>
  written.product([...args.filter((factor) => !isInverse(factor)).toSorted(byRank), ...args.filter(isInverse).toSorted(byRank)]);

const textOf = (e: Expr): string => {
  switch (e.kind) {
    case "number": return "";
    case "symbol": return e.symbol.name;
    case "call": return `${typeof e.head === "string" ? e.head : e.head.name}(${e.args.map(textOf).join()})`;
    default: return `${e.args.map(textOf).join(" ")}${e.kind === "power" && e.args[1].kind === "number" ? String(e.args[1].value.numerator) : ""}`;
  }
};

/** Longer products, then the alphabet; positive terms before negative ones. */
const arrangedSum = (args: readonly Expr[]): Expr => {
  const keyed = args.map((term) => {
    const [coefficient, rest] = splitCoefficient(term);
    return { term, negative: signOfRational(coefficient) < 0, constant: term.kind === "number", text: textOf(rest) };
  });
  keyed.sort((a, b) => Number(a.negative) - Number(b.negative) || Number(a.constant) - Number(b.constant) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return written.sum(keyed.map(({ term }) => term));
};

/** The same value in a readable order. Products under a fraction keep one common denominator. */
export const arranged = (e: Expr): Expr => {
  const done = new Map<Expr, Expr>();
  const visit = (node: Expr): Expr => {
    if (node.kind === "number" || node.kind === "symbol") return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const args = node.args.map(visit);
    const result = node.kind === "sum" ? arrangedSum(args) : node.kind === "product" ? arrangedProduct(args) : withChildren(node, args);
    done.set(node, result);
    return result;
  };
  return visit(e);
};


const factorsOf = (e: Expr): readonly Expr[] => (e.kind === "product" ? e.args.flatMap(factorsOf) : [e]);

/** The value of a number or of a whole power of one. */
const numberOf = (e: Expr): Rational | undefined => {
  if (e.kind === "number") return e.value;
  const [base, exponent] = e.kind === "power" ? e.args : [];
  return base?.kind === "number" && base.value.numerator !== 0 && exponent?.kind === "number" && isInteger(exponent.value) ? powerRational(base.value, Number(exponent.value.numerator)) : undefined;
};

/** The number in the product of a simple denominator, with the rest of it. */
const denominatorOf = (e: Expr): { readonly value: Rational; readonly rest: readonly Expr[] } | undefined => {
  if (e.kind !== "power" || e.args[0].kind !== "product" || e.args[1] !== MINUS_ONE) return undefined;
  const factors = factorsOf(e.args[0]);
  const numbers = factors.flatMap((factor) => numberOf(factor) ?? []);
  return numbers.length === 0 ? undefined : { value: numbers.reduce(multiplyRational, one), rest: factors.filter((factor) => numberOf(factor) === undefined) };
};

const gatheredProduct = (args: readonly Expr[]): Expr => {
  const factors = args.flatMap(factorsOf);
  const numbers = factors.flatMap((factor) => numberOf(factor) ?? []);
  const letters = factors.filter((factor) => numberOf(factor) === undefined);
  const [only] = letters;
  const coefficient = numbers.reduce(multiplyRational, one);
  if (letters.length === 1 && only?.kind === "sum" && equalRational(coefficient, minusOne)) return written.sum(only.args.map((term) => gatheredProduct([MINUS_ONE, term])));
  if (numbers.length < 2) return written.product(factors);
  const below = letters.map(denominatorOf);
  const whole = below.reduce((total, part) => (part === undefined ? total : divideRational(total, part.value)), coefficient);
  const size = absRational(below.some((part) => part !== undefined) ? rational(absRational(whole).numerator) : whole);
  const first = below.findIndex((part) => part !== undefined);
  const tidy = letters.map((factor, k) => {
    const part = below[k];
    if (part === undefined) return factor;
    const kept = k === first && whole.denominator !== 1 ? [number(rational(whole.denominator)), ...part.rest] : part.rest;
    return written.power(written.product(kept), MINUS_ONE);
  });
  const result = written.product([...(equalRational(size, one) && tidy.length > 0 ? [] : [number(size)]), ...tidy]);
  return signOfRational(whole) < 0 ? written.negate(result) : result;
};

/** The order as written, with several numbers of a product gathered into one and no sign before a sign. */
export const gathered = (e: Expr): Expr => {
  if (e.kind === "number" || e.kind === "symbol") return e;
  const args = e.args.map(gathered);
  return e.kind === "product" ? gatheredProduct(args) : withChildren(e, args);
};
