/**
 * # Reading a term into the tower
 *
 * `normal` gives the rational function of a term and notes, on the way, every denominator that must not vanish. Derivatives are
 * carried out, finite sums written out; integrals, limits and averages that are left are atoms.
 *
 * Trusted: yes.
 */
import { equalRational, isInteger, rational, type Rational } from "../number/rational.ts";
import { binder, call, I, INFINITY, int, negate, ONE, symbol, written } from "../expr/build.ts";
import type { BinderTerm, CallTerm, Expr } from "../expr/expr.ts";
import {
  circleConstant, imaginaryUnit, infinitySymbol, isIntegerSymbol, isNonzeroSymbol, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol,
} from "../expr/symbol.ts";
import { contains, substitute, summands } from "../expr/walk.ts";
import { asFunctionDerivative, derivative } from "./derivative.ts";
import { circleGenerator, exponential } from "./exponentials.ts";
import {
  addFraction, asRational, cancelled, equalFractions, invertFraction, isZeroFraction, multiplyFraction, negateFraction, oneFraction, powerFraction, rationalFraction,
  scaleFraction, subtractFraction, ZeroDenominator, zeroFraction, type Fraction,
} from "./fraction.ts";
import { anyLogarithm, logAtom, realLogarithm } from "./logarithms.ts";
import { exponentOf } from "./polynomial.ts";
import { absoluteValue, rationalPower } from "./roots.ts";
import { holdsAsDeclared, innerSymbol, runAlike, type SignOf } from "./scope.ts";
import { fractionSign, isNonnegative, nonzeroTruth, oppositeSign } from "./sign.ts";
import { atom, express, imaginary, machineExponent, symbolPower, Unreadable, type Range, type Tower } from "./tower.ts";

/** A tower together with what has been read into it. */
export interface Reading {
  readonly tower: Tower;
  readonly done: Map<Expr, Fraction>;
  /** Denominators: the term that must not vanish, and its value. */
  readonly denominators: Map<Expr, Fraction>;
  /** Integrals, limits and averages that stand as atoms. */
  readonly binders: Map<BinderTerm, Fraction>;
}

export const newReading = (tower: Tower): Reading => ({ tower, done: new Map(), denominators: new Map(), binders: new Map() });

export const normal = (reading: Reading, e: Expr): Fraction => {
  const known = reading.done.get(e);
  if (known !== undefined) return known;
  const value = read(reading, e);
  reading.done.set(e, value);
  return value;
};

const read = (reading: Reading, e: Expr): Fraction => {
  const { tower } = reading;
  switch (e.kind) {
    case "number": return rationalFraction(e.value);
    case "symbol": return readSymbol(tower, e.symbol);
    case "sum": return e.args.reduce((total, term) => addFraction(tower, total, normal(reading, term)), zeroFraction);
    case "product": return e.args.reduce((total, factor) => multiplyFraction(tower, total, normal(reading, factor)), oneFraction);
    case "word": throw new Unreadable("a product of operators among commuting factors");
    case "power": return readPower(reading, e.args[0], e.args[1]);
    case "call": return readCall(reading, e);
    case "binder": return readBinder(reading, e);
  }
};

const readSymbol = (tower: Tower, s: PhysicalSymbol): Fraction => {
  if (s === imaginaryUnit) return imaginary(tower);
  if (s === circleConstant) return circleGenerator(tower);
  if (s === infinitySymbol) throw new Unreadable("∞ outside the range of an integral, a sum or a limit");
  if (s.assume.includes("operator")) throw new Unreadable(`the operator '${s.name}' among commuting factors`);
  return symbolPower(tower, s, rational(1));
};

/** Notes that a term must not vanish, factor by factor. A value that is zero in the tower is refused at once. */
const mustNotVanish = (reading: Reading, term: Expr, value: Fraction): void => {
  if (isZeroFraction(value)) throw new ZeroDenominator("a denominator is identically zero");
  if (asRational(value) !== undefined) return;
  if (term.kind === "product") for (const factor of term.args) mustNotVanish(reading, factor, normal(reading, factor));
  else if (term.kind === "power" && term.args[1].kind === "number") mustNotVanish(reading, term.args[0], normal(reading, term.args[0]));
  else reading.denominators.set(term, value);
};

const readPower = (reading: Reading, base: Expr, exponent: Expr): Fraction => {
  const { tower } = reading;
  const fixed = exponent.kind === "number" ? exponent.value : asRational(normal(reading, exponent));
  if (fixed === undefined) return symbolicPower(reading, base, exponent);
  if (!isInteger(fixed)) return readRoot(reading, base, fixed);
  const n = machineExponent(fixed.numerator);
  if (n === 0) return normal(reading, base), oneFraction;
  // exp(x)^n as exp(n·x): with signs in x the left side would be a sum of several terms.
  if (base.kind === "call" && base.head === "exp") return exponential(tower, scaleFraction(tower, normal(reading, base.args[0] ?? ONE), fixed));
  const modulus = n % 2 === 0 && base.kind === "call" && base.head === "abs" ? base.args[0] : undefined;
  const value = modulus === undefined ? normal(reading, base) : squaredModulus(reading, modulus);
  if (n < 0) mustNotVanish(reading, base, value);
  return powerFraction(tower, value, modulus === undefined ? n : n / 2);
};

/** |u|² = u ū without a root. */
const squaredModulus = (reading: Reading, argument: Expr): Fraction => multiplyFraction(reading.tower, normal(reading, argument), readConjugate(reading, argument));

const readRoot = (reading: Reading, base: Expr, exponent: Rational): Fraction => {
  const { tower } = reading;
  if (base.kind === "symbol" && isPositiveSymbol(base.symbol) && base.symbol !== circleConstant) {
    return symbolPower(tower, base.symbol, exponent);
  }
  const value = normal(reading, base);
  if (exponent.numerator < 0) mustNotVanish(reading, base, value);
  return isZeroFraction(value) ? zeroFraction : rationalPower(tower, value, exponent);
};

/** base^exponent = exp(exponent·log base) for a positive base, or for an integer-valued exponent on any branch of the logarithm. */
const symbolicPower = (reading: Reading, base: Expr, exponent: Expr): Fraction => {
  const { tower } = reading;
  const power = normal(reading, exponent);
  const value = normal(reading, base);
  if (base.kind === "call" && base.head === "exp" && isIntegerValued(tower, power)) return exponential(tower, multiplyFraction(tower, power, normal(reading, base.args[0] ?? ONE)));
  mustNotVanish(reading, base, value);
  const logarithm = isIntegerValued(tower, power) ? anyLogarithm(tower, value) : realLogarithm(tower, value);
  return logarithm === undefined ? atom(tower, "pow", [value, power], { describe: () => written.power(base, exponent), range: "complex", independent: false }) : exponential(tower, multiplyFraction(tower, power, logarithm));
};

/** A polynomial with integer coefficients in integer symbols and signs. */
export const isIntegerValued = (tower: Tower, a: Fraction): boolean =>
  a.denominator === 1 && a.factors.length === 0 &&
  a.numerator.keys.every((key) => tower.generators.every((generator, g) => {
    const exponent = exponentOf(tower.ring, key, g);
    return exponent === 0 || (exponent > 0 && generator.integer > 0 && exponent % generator.integer === 0);
  }));

// ---- functions ---------------------------------------------------------------------------------------------------------------

const readCall = (reading: Reading, e: CallTerm): Fraction => {
  const { tower } = reading;
  const { head } = e;
  if (typeof head !== "string") return readFamily(reading, e, head);
  const [argument = ONE] = e.args;
  if (head === "conj") return readConjugate(reading, argument);
  if (head === "re" || head === "im") return readPart(reading, argument, head);
  const u = normal(reading, argument);
  switch (head) {
    case "exp": return exponential(tower, u);
    case "sin": case "cos": case "tan": return readCircular(reading, e, multiplyFraction(tower, imaginary(tower), u));
    case "sinh": case "cosh": case "tanh": return readCircular(reading, e, u);
    case "log": {
      mustNotVanish(reading, argument, u);
      return asRationalOne(u) ? zeroFraction : realLogarithm(tower, u) ?? logAtom(tower, u, "unknown");
    }
    case "asin": return readOdd(tower, head, u);
    case "atan": {
      if (fractionSign(tower, u) === "unknown") mustNotVanish(reading, written.sum([ONE, written.power(argument, int(2))]), addFraction(tower, oneFraction, multiplyFraction(tower, u, u)));      // poles at ±i
      return readOdd(tower, head, u);
    }
    case "acos": return atom(tower, head, [u], { describe: () => e, range: "complex", independent: false });
    case "abs": return readModulus(reading, argument, u);
    case "sign": {
      const size = readModulus(reading, argument, u);
      mustNotVanish(reading, argument, u);
      return multiplyFraction(tower, u, invertFraction(tower, size));
    }
  }
};

const asRationalOne = (u: Fraction): boolean => {
  const value = asRational(u);
  return value !== undefined && equalRational(value, rational(1));
};

/** sin, cos, tan of x from exp(±ix), and sinh, cosh, tanh of x from exp(±x); `v` is ix or x. */
const readCircular = (reading: Reading, e: CallTerm, v: Fraction): Fraction => {
  const { tower } = reading;
  const forward = exponential(tower, v);
  const backward = exponential(tower, negateFraction(v));
  const even = scaleFraction(tower, addFraction(tower, forward, backward), rational(1, 2));
  const odd = scaleFraction(tower, subtractFraction(tower, forward, backward), rational(1, 2));
  const minusI = negateFraction(imaginary(tower));
  switch (e.head) {
    case "cos": case "cosh": return even;
    case "sinh": return odd;
    case "sin": return multiplyFraction(tower, minusI, odd);
    default: {
      mustNotVanish(reading, call(e.head === "tan" ? "cos" : "cosh", e.args), even);
      const quotient = multiplyFraction(tower, odd, invertFraction(tower, even));
      return e.head === "tan" ? multiplyFraction(tower, minusI, quotient) : quotient;
    }
  }
};

/** Odd inverse functions: the sign of the leading coefficient is taken out. */
const readOdd = (tower: Tower, head: "asin" | "atan", u: Fraction): Fraction => {
  if (isZeroFraction(u)) return zeroFraction;
  const real = fractionSign(tower, u) !== "unknown";
  const negative = (u.numerator.coefficients[u.numerator.coefficients.length - 1] ?? 0) < 0;
  const argument = negative ? negateFraction(u) : u;
  const value = atom(tower, head, [argument], { describe: () => call(head, [express(tower, argument)]), range: real && head === "atan" ? "real" : "complex", independent: false });
  return negative ? negateFraction(value) : value;
};

const readModulus = (reading: Reading, argument: Expr, u: Fraction): Fraction => {
  const { tower } = reading;
  const sign = fractionSign(tower, u);
  if (isNonnegative(sign)) return u;
  if (isNonnegative(oppositeSign[sign])) return negateFraction(u);
  if (sign === "real") {
    let value = scaleFraction(tower, absoluteValue(tower, u.numerator), rational(1, u.denominator));
    for (const { factor, power } of u.factors) value = multiplyFraction(tower, value, powerFraction(tower, absoluteValue(tower, factor.polynomial), -power));
    return value;
  }
  const ofPart = (part: Expr): Fraction => readModulus(reading, part, normal(reading, part));
  const whole = wholePower(argument);
  if (whole !== undefined) return powerFraction(tower, ofPart(whole.base), whole.exponent);
  if (argument.kind === "product") {                                 // |N/D| = |N|/|D|, and the parts whole: their moduli are roots
    const below = argument.args.flatMap((factor) => { const part = wholePower(factor); return part !== undefined && part.exponent < 0 ? [written.power(part.base, int(-part.exponent))] : []; });
    const above = argument.args.filter((factor) => (wholePower(factor)?.exponent ?? 0) >= 0);
    if (below.length > 0) return multiplyFraction(tower, ofPart(written.product(above)), invertFraction(tower, ofPart(written.product(below))));
  }
  const square = multiplyFraction(tower, u, readConjugate(reading, argument));
  return isZeroFraction(square) ? zeroFraction : rationalPower(tower, square, rational(1, 2));
};

const wholePower = (e: Expr): { readonly base: Expr; readonly exponent: number } | undefined => {
  const exponent = e.kind === "power" && e.args[1].kind === "number" && isInteger(e.args[1].value) ? e.args[1].value.numerator : undefined;
  return e.kind === "power" && typeof exponent === "number" ? { base: e.args[0], exponent } : undefined;
};

const rangeOf = (s: PhysicalSymbol): Range => (isPositiveSymbol(s) ? "positive" : isRealSymbol(s) ? "real" : "complex");

const readFamily = (reading: Reading, e: CallTerm, head: PhysicalSymbol): Fraction => {
  if (head.assume.includes("operator")) throw new Unreadable(`the operator '${head.name}' among commuting factors`);
  const label = `f${symbol(head).id}`;
  const args = e.args.map((arg) => cancelled(reading.tower, normal(reading, arg)));
  return atom(reading.tower, label, args, {
    describe: () => e, range: rangeOf(head), independent: true, integer: isIntegerSymbol(head), nonzero: isNonzeroSymbol(head), sign: isSign(head),
  });
};

// ---- complex conjugation -----------------------------------------------------------------------------------------------------

const readPart = (reading: Reading, argument: Expr, part: "re" | "im"): Fraction => {
  const { tower } = reading;
  const z = normal(reading, argument);
  const mirror = readConjugate(reading, argument);
  const both = part === "re" ? addFraction(tower, z, mirror) : subtractFraction(tower, z, mirror);
  const halved = scaleFraction(tower, both, rational(1, 2));
  return part === "re" ? halved : multiplyFraction(tower, negateFraction(imaginary(tower)), halved);
};

export const readConjugate = (reading: Reading, e: Expr): Fraction => {
  const mirror = conjugate(reading, e);
  if (mirror !== call("conj", [e])) return normal(reading, mirror);
  const independent = e.kind === "symbol" || (e.kind === "call" && typeof e.head !== "string");
  return atom(reading.tower, "conj", [normal(reading, e)], { describe: () => mirror, range: "complex", independent });
};

/** The conjugate as a term, pushed down to the symbols as far as the assumptions allow; conj(…) where they do not. */
export const conjugate = (reading: Reading, e: Expr): Expr => {
  const mirror = (part: Expr): Expr => conjugate(reading, part);
  const atomic = call("conj", [e]);
  switch (e.kind) {
    case "number": return e;
    case "symbol": return e === I ? negate(I) : isRealSymbol(e.symbol) || e.symbol === circleConstant ? e : atomic;
    case "sum": return written.sum(e.args.map(mirror));
    case "product": return written.product(e.args.map(mirror));
    case "word": return atomic;
    case "power": return conjugatePower(reading, e.args[0], e.args[1]) ?? atomic;
    case "call": return conjugateCall(reading, e) ?? atomic;
    case "binder": {
      const [body, ...range] = e.args;
      const signOf: SignOf = (end) => fractionSign(reading.tower, normal(reading, end));
      const ofFunction = asFunctionDerivative(e);
      if (ofFunction !== undefined && isRealSymbol(ofFunction.head) && ofFunction.args.every((arg) => signOf(arg) !== "unknown")) return e;
      return body === undefined || !isRealSymbol(e.bound) || !holdsAsDeclared(e, signOf) ? atomic : binder(e.head, e.bound, [mirror(body), ...range]);
    }
  }
};

const conjugatePower = (reading: Reading, base: Expr, exponent: Expr): Expr | undefined => {
  if (exponent.kind === "number" && isInteger(exponent.value)) return written.power(conjugate(reading, base), exponent);
  const sign = fractionSign(reading.tower, normal(reading, base));
  if (isNonnegative(sign)) return written.power(base, conjugate(reading, exponent));
  return isIntegerValued(reading.tower, normal(reading, exponent)) ? written.power(conjugate(reading, base), exponent) : undefined;
};

const conjugateCall = (reading: Reading, e: CallTerm): Expr | undefined => {
  const { head } = e;
  const [argument = ONE] = e.args;
  if (typeof head !== "string") return isRealSymbol(head) ? e : undefined;
  switch (head) {
    case "exp": case "sin": case "cos": case "tan": case "sinh": case "cosh": case "tanh": return call(head, [conjugate(reading, argument)]);
    case "abs": case "re": case "im": return e;
    case "conj": return argument;
    case "log": return isNonnegative(fractionSign(reading.tower, normal(reading, argument))) ? e : undefined;
    case "atan": case "sign": return fractionSign(reading.tower, normal(reading, argument)) === "unknown" ? undefined : e;
    case "asin": case "acos": return undefined;
  }
};

// ---- binders -----------------------------------------------------------------------------------------------------------------

/** Sums of more terms stay symbolic. */
const LONGEST_SUM = 4096;

const readBinder = (reading: Reading, e: BinderTerm): Fraction => {
  const [body = ONE, from, to] = e.args;
  if (e.head === "derivative") return readDerivative(reading, e, body, from ?? symbol(e.bound));
  if (e.head === "sum" && from !== undefined && to !== undefined) {
    const first = asRational(normal(reading, from));
    const last = asRational(normal(reading, to));
    if (first !== undefined && last !== undefined) return readSum(reading, e, body, first, last);
  }
  const alike = [...reading.binders].find(([other]) => other === e || sameBinder(reading, other, e));
  if (alike !== undefined) return alike[1];
  const value = atom(reading.tower, `b${e.id}`, [], { describe: () => e, range: "complex", independent: false });
  reading.binders.set(e, value);
  return value;
};

/** Equal ranges, and bodies that are equal for one and the same new variable, without any condition. What is read here stays apart: its denominators are of the inside. */
const sameBinder = (reading: Reading, a: BinderTerm, b: BinderTerm): boolean => {
  if (!runAlike(a, b)) return false;
  const aside: Reading = { ...reading, done: new Map(), denominators: new Map() };
  const alike = (x: Expr | undefined, y: Expr | undefined): boolean =>
    x !== undefined && y !== undefined && (x === y || (!contains(x, INFINITY) && !contains(y, INFINITY) && equalFractions(reading.tower, normal(aside, x), normal(aside, y))));
  if (!a.args.every((end, k) => k === 0 || alike(end, b.args[k]))) return false;
  const inner = symbol(innerSymbol(a, (end) => fractionSign(aside.tower, normal(aside, end))));
  const [insideA, insideB] = [a, b].map(({ bound, args: [body = ONE] }) => substitute(body, new Map([[bound, inner]])));
  return alike(insideA, insideB) && [...aside.denominators.values()].every((value) => nonzeroTruth(reading.tower, value) === "true");
};

const readSum = (reading: Reading, e: BinderTerm, body: Expr, first: Rational, last: Rational): Fraction => {
  if (!isInteger(first) || !isInteger(last)) throw new Unreadable("a sum whose ends are not integers");
  const [from, to] = [machineExponent(first.numerator), machineExponent(last.numerator)];
  if (to < from - 1) throw new Unreadable("a sum that runs backwards, for which conventions differ");
  if (to - from >= LONGEST_SUM) throw new Unreadable(`a sum of ${to - from + 1} terms`);
  return summands(body, e.bound, from, to).reduce((total, term) => addFraction(reading.tower, total, normal(reading, term)), zeroFraction);
};

const readDerivative = (reading: Reading, e: BinderTerm, body: Expr, point: Expr): Fraction => {
  const irreducible = asFunctionDerivative(e);
  if (irreducible !== undefined) {
    const { head, orders, args } = irreducible;
    if (orders.some((order, k) => order > 0 && args[k] !== undefined)) {
      const values = args.map((arg) => normal(reading, arg));
      const real = isRealSymbol(head) && values.every((value) => fractionSign(reading.tower, value) !== "unknown");
      return atom(reading.tower, `d${symbol(head).id}|${orders.join(",")}`, values, { describe: () => e, range: real ? "real" : "complex", independent: true });
    }
  }
  if (!holdsAsDeclared(e, (end) => fractionSign(reading.tower, normal(reading, end)))) throw new Unreadable(`a derivative at a point where '${e.bound.name}' is not known to be ${e.bound.assume.join(", ")}`);
  return normal(reading, substitute(derivative(body, e.bound), new Map([[e.bound, point]])));
};
