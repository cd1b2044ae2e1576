/**
 * # Terms without conj, re, im, abs and sign
 *
 * Engines know no assumptions, so what the assumptions settle is settled before they are asked: conj moves down to the symbols, re and im
 * become sums, |u| becomes u, |x| of a real x, or √(u·conj u). What stays of conj is conj of a single complex symbol; such a conjugate is
 * independent of the symbol and gets a letter of its own.
 *
 * - `withoutConjugation`: the term so rewritten. Fails with `Untranslatable` where conj does not commute with a function.
 * - `isPlainlyReal`, `isPlainlyNonnegative`: from the assumptions and the form alone; false means "not seen".
 *
 * Not here: the kernel's own treatment of conj, from which nothing is borrowed.
 */
import { call, HALF, I, int, MINUS_ONE, written } from "../expr/build.ts";
import type { CallTerm, Expr } from "../expr/expr.ts";
import { imaginaryUnit, isIntegerSymbol, isNegativeSymbol, isPositiveSymbol, isRealSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { transform, withChildren } from "../expr/walk.ts";
import { isInteger, signOfRational } from "../number/rational.ts";
import { Untranslatable } from "./opinion.ts";

const isWhole = (e: Expr): boolean => (e.kind === "number" ? isInteger(e.value) : e.kind === "symbol" && isIntegerSymbol(e.symbol)) || ((e.kind === "sum" || e.kind === "product") && e.args.every(isWhole));
const isEven = (e: Expr): boolean => e.kind === "number" && isInteger(e.value) && Number(BigInt(e.value.numerator) % 2n) === 0;

/** Real without looking at conj: the forms that need no positivity. */
export const isPlainlyReal = (e: Expr): boolean => {
  switch (e.kind) {
    case "number": return true;
    case "symbol": return isRealSymbol(e.symbol);
    case "sum": return e.args.every(isPlainlyReal);
    case "product": return e.args.every(isPlainlyReal) || isConjugatePair(e.args.filter((factor) => !isPlainlyReal(factor)));
    case "power": {
      const [base, exponent] = e.args;
      if (base === I && isEven(exponent)) return true;
      return isPlainlyReal(base) && (isWhole(exponent) || (isPlainlyReal(exponent) && isPlainlyNonnegative(base)));
    }
    case "call":
      if (typeof e.head !== "string") return isRealSymbol(e.head);
      if (e.head === "abs" || e.head === "re" || e.head === "im") return true;
      return e.head === "log" ? e.args.every(isPlainlyNonnegative) : e.head !== "asin" && e.head !== "acos" && e.args.every(isPlainlyReal);
    case "word": case "binder": return false;
  }
};

/** u·conj(u) is real and not negative whatever u is. */
const isConjugatePair = (factors: readonly Expr[]): boolean => {
  const [u, v] = factors;
  return factors.length === 2 && u !== undefined && v !== undefined && tryConjugate(u) === v;
};

const tryConjugate = (e: Expr): Expr | undefined => {
  try {
    return conjugate(e);
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
};

export const isPlainlyNonnegative = (e: Expr): boolean => {
  switch (e.kind) {
    case "number": return signOfRational(e.value) >= 0;
    case "symbol": return isPositiveSymbol(e.symbol);
    case "sum": return e.args.every(isPlainlyNonnegative);
    case "product": return e.args.every(isPlainlyNonnegative) || isConjugatePair(e.args.filter((factor) => !isPlainlyNonnegative(factor)));
    case "power": return (isPlainlyReal(e.args[0]) && isEven(e.args[1])) || (isPlainlyNonnegative(e.args[0]) && isPlainlyReal(e.args[1]));
    case "call":
      if (typeof e.head !== "string") return isPositiveSymbol(e.head);
      return e.head === "abs" || ((e.head === "exp" || e.head === "cosh") && e.args.every(isPlainlyReal));
    case "word": case "binder": return false;
  }
};

const refuse = (what: string): never => { throw new Untranslatable(`the conjugate of ${what} is not settled by the assumptions`); };

const conjugate = (e: Expr): Expr => {
  switch (e.kind) {
    case "number": return e;
    case "symbol": return e.symbol === imaginaryUnit ? written.negate(I) : isRealSymbol(e.symbol) ? e : call("conj", [e]);
    case "sum": case "product": return withChildren(e, e.args.map(conjugate));
    case "power": {
      const [base, exponent] = e.args;
      if (isWhole(exponent)) return written.power(conjugate(base), exponent);
      if (isPlainlyNonnegative(base)) return written.power(base, conjugate(exponent));
      return refuse("a root or power of a quantity that is not known to be positive");
    }
    case "call": return conjugateCall(e);
    case "word": return refuse("a product of operators");
    case "binder": return e.head === "derivative" && isRealSymbol(e.bound) ? withChildren(e, e.args.map(conjugate)) : refuse(`a symbolic ${e.head}`);
  }
};

const conjugateCall = (e: CallTerm): Expr => {
  if (typeof e.head !== "string") return isRealSymbol(e.head) ? e : call("conj", [e]);
  switch (e.head) {
    case "exp": case "sin": case "cos": case "tan": case "sinh": case "cosh": case "tanh": return call(e.head, e.args.map(conjugate));
    case "conj": return e.args[0] ?? refuse("nothing");
    case "abs": case "re": case "im": return e;
    default: return isPlainlyReal(e) ? e : refuse(`${e.head}(…) off the real axis`);
  }
};

/** |u| in the simplest form that the assumptions give. */
const modulus = (u: Expr): Expr => {
  if (isPlainlyNonnegative(u)) return u;
  if (u === I) return int(1);
  if (u.kind === "number" || (u.kind === "symbol" && isNegativeSymbol(u.symbol))) return written.negate(u);
  if (u.kind === "product") return written.product(u.args.map(modulus));
  if (u.kind === "power" && isWhole(u.args[1])) return written.power(modulus(u.args[0]), u.args[1]);
  if (u.kind === "call" && u.head === "exp") return call("exp", u.args.map(realPart));
  return isPlainlyReal(u) ? call("abs", [u]) : written.power(written.product([u, conjugate(u)]), HALF);
};

const realPart = (u: Expr): Expr => (isPlainlyReal(u) ? u : written.product([HALF, written.sum([u, conjugate(u)])]));
const imaginaryPart = (u: Expr): Expr => (isPlainlyReal(u) ? int(0) : written.product([HALF, written.negate(I), written.sum([u, written.negate(conjugate(u))])]));

export const withoutConjugation = (e: Expr): Expr =>
  transform(e, (node) => {
    if (node.kind === "power" && isEven(node.args[1])) return squaredModulus(node.args[0], node.args[1]) ?? node;
    if (node.kind !== "call" || typeof node.head !== "string") return node;
    const [u] = node.args;
    if (u === undefined) return node;
    switch (node.head) {
      case "conj": return conjugate(u);
      case "re": return realPart(u);
      case "im": return imaginaryPart(u);
      case "abs": return modulus(u);
      case "sign": return isPlainlyReal(u) ? written.product([u, written.power(modulus(u), MINUS_ONE)]) : refuse("a sign off the real axis");
      default: return node;
    }
  });

/** (√(u·conj u))^(2k) as (u·conj u)^k: the root that `modulus` introduced is not worth an engine's time. */
const squaredModulus = (base: Expr, exponent: Expr): Expr | undefined => {
  if (base.kind !== "power" || base.args[1] !== HALF || exponent.kind !== "number" || typeof exponent.value.numerator !== "number") return undefined;
  return written.power(base.args[0], int(exponent.value.numerator / 2));
};

/** The symbol behind what counts as one letter: a symbol, a family member, or the conjugate of one. */
export const assumptionsOf = (letter: Expr): PhysicalSymbol | undefined =>
  letter.kind === "symbol" ? letter.symbol
    : letter.kind !== "call" ? undefined
      : typeof letter.head !== "string" ? letter.head
        : letter.head === "conj" && letter.args[0] !== undefined ? assumptionsOf(letter.args[0]) : undefined;
