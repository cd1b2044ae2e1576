/**
 * # Lowering
 *
 * A term becomes a straight-line program: each interned subterm once, sums and products in the written order, integer powers as chains of
 * multiplications, denominators collected into one division, finite sums written out.
 *
 * - Real arithmetic where every letter is real, neither i nor re, im, conj occurs, and nothing known to be negative stands under a root: where a root or a
 *   logarithm has no real value, the result is NaN. Else complex arithmetic on pairs, with real parts kept real and principal branches.
 * - A product whose partial products could leave the range of doubles for quantities of atomic size is multiplied and divided in turns.
 *
 * Throws `NotEvaluable` for integrals, derivatives, limits, averages, operators, and sums without a numeric range.
 */
import { DivisionByZero, power as canonicalPower, product as canonicalProduct, call, sum as canonicalSum } from "../expr/build.ts";
import type { BinderTerm, CallTerm, Expr, FunctionName, ProductTerm } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, infinitySymbol, isIntegerSymbol, isNegativeSymbol, isNonzeroSymbol, isOperator, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, subterms, summands, transform } from "../expr/walk.ts";
import { absRational, floorRational, isInteger, multiplyRational, negateRational, one, rational, signOfRational, subtractRational, zero, type Rational } from "../number/rational.ts";
import { gradientCode } from "./adjoint.ts";
import {
  addPair, analytic, areConjugate, chain, conjugatePair, direction, exponential, generalPower, invertPair, isReal, logarithm, modulus, multiplyPair, NeedsComplex, powerWithRoot, realPair, scalePair, squaredModulus, squareRoot, type Mode, type Pair,
} from "./pair.ts";
import { hasDerivative, inputsOf, nameParameters, type EvaluatorParameter, type Input, type Letter } from "./parameters.ts";
import {
  constant, divide, dividesByZero, exactOf, finish, input, isWhole, isZero, magnitudeOf, multiply, NEGATIVE, newBuilder, NotEvaluable, POSITIVE, rationalOf, typicalMagnitude, unary, ZERO_VALUE, type Builder, type Code, type Program,
  type Register,
} from "./program.ts";
import { shown } from "./spelling.ts";

export interface Lowered {
  readonly program: Program;
  readonly parameters: readonly EvaluatorParameter[];
  /** The letter that each parameter gives, or part of which. */
  readonly inputs: readonly Input[];
  /** The program of the value and its derivatives: re, im of the value where it is complex, then the same for each parameter that has a derivative. */
  readonly gradient: () => Code;
}

interface Lowering {
  readonly builder: Builder;
  readonly mode: Mode;
  readonly done: Map<Expr, Pair>;
  readonly inputs: Input[];
}

/** Integer powers up to here are chains of multiplications. */
const LONGEST_CHAIN = 1024;
/** Terms of a finite sum that are written out. */
const LONGEST_SUM = 4096;
/** Powers of ten that partial products may reach before multiplications and divisions take turns. */
const SAFE_MAGNITUDE = 140;

export const lower = (term: Expr): Lowered => {
  if (!isRealFormula(term)) return lowerIn("complex", term);
  try {
    return lowerIn("real", term);
  } catch (error) {
    if (error instanceof NeedsComplex) return lowerIn("complex", term);
    throw error;
  }
};

const lowerIn = (mode: Mode, term: Expr): Lowered => {
  const lowering: Lowering = { builder: newBuilder(), mode, done: new Map(), inputs: [] };
  const value = visit(lowering, term);
  const { parameters, inputs, places } = nameParameters(lowering.inputs);
  const { builder } = lowering;
  const placed = ({ instructions, ...rest }: Code): Code => ({ ...rest, instructions: instructions.map((i) => (i.kind === "input" ? { ...i, index: places[i.index] ?? 0 } : i)) });
  const results = isReal(builder, value) ? [value.re] : [value.re, value.im];
  const { results: [re = 0, im], ...program } = placed(finish(builder, results));
  const inputAt = (place: number): Register => builder.instructions.findIndex((i) => i.kind === "input" && places[i.index] === place);
  return {
    parameters, inputs, program: { ...program, re, im },
    gradient: () => placed(gradientCode(builder, results, parameters.flatMap((parameter, place) => (hasDerivative(parameter) ? [inputAt(place)] : [])))),
  };
};

/** Who takes real or imaginary parts or conjugates has complex numbers in mind: Im log x is π for negative x, not 0. */
const isRealFormula = (term: Expr): boolean =>
  freeSymbols(term).every((s) => s !== imaginaryUnit && isRealSymbol(s)) && !subterms(term).some((part) => part.kind === "call" && (part.head === "re" || part.head === "im" || part.head === "conj"));

const visit = (l: Lowering, e: Expr): Pair => {
  const known = l.done.get(e);
  if (known !== undefined) return known;
  const value = valueOf(l, e);
  l.done.set(e, value);
  return value;
};

const valueOf = (l: Lowering, e: Expr): Pair => {
  const b = l.builder;
  switch (e.kind) {
    case "number": return realPair(b, constant(b, e.value));
    case "symbol": {
      if (e.symbol === imaginaryUnit) return { re: constant(b, zero), im: constant(b, one) };
      if (e.symbol === circleConstant) return realPair(b, constant(b, one, true));
      if (e.symbol === infinitySymbol) throw new NotEvaluable("contains ∞, which is no number", "evaluate the limit first");
      return letter(l, e, e.symbol);
    }
    case "sum": return e.args.map((part) => visit(l, part)).reduce((total, part) => addPair(b, total, part));
    case "product": return lowerProduct(l, e);
    case "word": throw new NotEvaluable(`contains the operator product ${shown(e)}: nothing to evaluate`, "evaluate a matrix element of it");
    case "power": return isInverse(e) ? quotient(l, [], [base(l, e.args[0], negateRational(e.args[1].value))]) : lowerPower(l, e.args[0], e.args[1]);
    case "call": return typeof e.head === "string" ? lowerFunction(l, e.head, e) : letter(l, memberOf(e, e.head), e.head);
    case "binder": return lowerBinder(l, e);
  }
};

const letter = (l: Lowering, of: Letter, symbol: PhysicalSymbol): Pair => {
  if (isOperator(symbol)) throw new NotEvaluable(`contains the operator '${symbol.name}': nothing to evaluate`, "evaluate a matrix element of it");
  const known = l.inputs.findIndex((own) => own.letter === of);
  const parts = inputsOf(of, symbol);
  const first = known >= 0 ? known : l.inputs.push(...parts) - parts.length;
  const magnitude = symbol.dimension === undefined ? 0 : typicalMagnitude(symbol.dimension);
  const signs = isPositiveSymbol(symbol) ? POSITIVE : isNegativeSymbol(symbol) ? NEGATIVE : NEGATIVE | POSITIVE | (isRealSymbol(symbol) && isNonzeroSymbol(symbol) ? 0 : ZERO_VALUE);
  const whole = isIntegerSymbol(symbol) || isSign(symbol);
  const register = (k: number): Register => input(l.builder, first + k, { signs, whole, magnitude });
  return parts.length === 1 ? realPair(l.builder, register(0)) : { re: register(0), im: register(1) };
};

/** The member with tidy indices: p_{3+1} is p₄. */
const memberOf = (e: CallTerm, head: PhysicalSymbol): CallTerm => {
  try {
    return call(head, e.args.map((arg) => transform(arg, (node) => (node.kind === "sum" ? canonicalSum(...node.args) : node.kind === "product" ? canonicalProduct(...node.args)
      : node.kind === "power" ? canonicalPower(node.args[0], node.args[1]) : node))));
  } catch (error) {
    if (error instanceof DivisionByZero) throw new NotEvaluable(`contains ${shown(e)}, an index of which divides by zero`, "check the indices and the ranges of its sums");
    throw error;
  }
};

const lowerBinder = (l: Lowering, e: BinderTerm): Pair => {
  const article = e.head === "integral" || e.head === "average" ? "an" : "a";
  if (e.head !== "sum") {
    const preposition = e.head === "derivative" ? "by" : e.head === "limit" ? "in" : "over";
    throw new NotEvaluable(`contains ${article} ${e.head} ${preposition} ${e.bound.name}: nothing to evaluate`, `evaluate a form in which the ${e.head} is worked out`);
  }
  const [body, from, to] = e.args;
  const [first, last] = [from, to].map((end) => (end === undefined ? undefined : wholeNumber(l, visit(l, end))));
  if (body === undefined || first === undefined || last === undefined) throw new NotEvaluable(`contains a sum over ${e.bound.name} without a numeric range: nothing to evaluate`, "put in the numbers of its first and last term");
  if (last - first >= LONGEST_SUM) throw new NotEvaluable(`contains a sum of ${last - first + 1} terms over ${e.bound.name} (at most ${LONGEST_SUM} are written out)`, "give a closed form");
  return summands(body, e.bound, first, last).map((part) => visit(l, part)).reduce((total, part) => addPair(l.builder, total, part), realPair(l.builder, constant(l.builder, zero)));
};

const wholeNumber = (l: Lowering, z: Pair): number | undefined => {
  const value = isReal(l.builder, z) ? rationalOf(l.builder, z.re) : undefined;
  return value !== undefined && isInteger(value) && typeof value.numerator === "number" ? value.numerator : undefined;
};

// ---- Products and quotients --------------------------------------------------------------------------------------------------

type Inverse = Extract<Expr, { readonly kind: "power" }> & { readonly args: readonly [Expr, Extract<Expr, { readonly kind: "number" }>] };
/** 1/x, 1/x², 1/√x. */
const isInverse = (e: Expr): e is Inverse => e.kind === "power" && e.args[1].kind === "number" && signOfRational(e.args[1].value) < 0;

interface Factor { readonly value: Pair; readonly times: number }

/** z^r for a positive rational r, as a factor that may be repeated. */
const base = (l: Lowering, e: Expr, exponent: Rational): Factor => {
  const times = isInteger(exponent) && typeof exponent.numerator === "number" && exponent.numerator <= LONGEST_CHAIN ? exponent.numerator : undefined;
  if (times === undefined) return { value: rationalPower(l, e, exponent), times: 1 };
  return times % 2 === 0 && e.kind === "call" && e.head === "abs" ? { value: squareOfModulus(l, e), times: times / 2 } : { value: visit(l, e), times };
};

/** |z|² without a root. */
const squareOfModulus = (l: Lowering, e: CallTerm): Pair => {
  const z = visit(l, e.args[0] ?? e);
  return realPair(l.builder, squaredModulus(l.builder, z));
};

const lowerProduct = (l: Lowering, e: ProductTerm): Pair => {
  const above: Factor[] = [];
  const below: Factor[] = [];
  for (const factor of e.args) {
    if (isInverse(factor)) below.push(base(l, factor.args[0], negateRational(factor.args[1].value)));
    else if (factor.kind === "power" && factor.args[1].kind === "number" && isInteger(factor.args[1].value) && factor.args[1].value.numerator !== 0) above.push(base(l, factor.args[0], factor.args[1].value));
    else above.push({ value: visit(l, factor), times: 1 });
  }
  return quotient(l, above, below);
};

/** Complex factors are multiplied among themselves, z/w as z·w*·1/|w|² and z/wⁿ as z·(1/w)ⁿ; the real ones form one factor. */
const quotient = (l: Lowering, above: readonly Factor[], below: readonly Factor[]): Pair => {
  const b = l.builder;
  const real: RealFactor[] = [];
  const complex: Pair[] = [];
  const include = ({ value, times }: Factor, sign: 1 | -1): void => {
    if (isReal(b, value)) { real.push({ value: value.re, times: sign * times }); return; }
    if (sign === -1 && times === 1) real.push({ value: squaredModulus(b, value), times: -1 });
    const factor = sign === 1 ? value : times === 1 ? conjugatePair(b, value) : invertPair(b, value);
    complex.push(chain(factor, times, (x, y) => multiplyPair(b, x, y)));
  };
  for (const factor of above) include(factor, 1);
  for (const factor of below) include(factor, -1);
  const rest: Pair[] = [];
  for (const z of complex) {
    const partner = rest.findIndex((w) => areConjugate(b, z, w));
    if (partner < 0) { rest.push(z); continue; }
    rest.splice(partner, 1);
    real.push({ value: squaredModulus(b, z), times: 1 });
  }
  const scale = realQuotient(l, real);
  const [first, ...others] = rest;
  return first === undefined ? realPair(b, scale) : scalePair(b, others.reduce((total, z) => multiplyPair(b, total, z), first), scale);
};

interface RealFactor { readonly value: Register; readonly times: number }

const realQuotient = (l: Lowering, factors: readonly RealFactor[]): Register => {
  const b = l.builder;
  let coefficient = one;
  let turns = 0;
  const others: RealFactor[] = [];
  for (const { value, times } of factors) {
    const exact = exactOf(b, value);
    if (exact === undefined) { others.push({ value, times }); continue; }
    if (exact.value.numerator === 0 && times < 0) throw dividesByZero();
    for (let k = 0; k < Math.abs(times); k++) {
      coefficient = times > 0 ? multiplyRational(coefficient, exact.value) : multiplyRational(coefficient, rational(exact.value.denominator, exact.value.numerator));
    }
    if (exact.pi) turns += times;
  }
  const pi = constant(b, one, true);
  const leading = turns === 0 ? constant(b, coefficient) : constant(b, turns > 0 ? coefficient : rational(coefficient.numerator), turns > 0);
  if (turns > 1) others.unshift({ value: pi, times: turns - 1 });
  if (turns < 0) others.unshift({ value: pi, times: turns }, { value: constant(b, rational(coefficient.denominator)), times: -1 });
  if (isZero(b, leading)) return leading;
  const power = ({ value, times }: RealFactor): Register => chain(value, Math.abs(times), (x, y) => multiply(b, x, y));
  const above = [leading, ...others.filter(({ times }) => times > 0).map(power)];
  const below = others.filter(({ times }) => times < 0).map(power);
  if (staysInRange(b, above) && staysInRange(b, below)) {
    const numerator = above.reduce((x, y) => multiply(b, x, y));
    const [first, ...rest] = below;
    return first === undefined ? numerator : divide(b, numerator, rest.reduce((x, y) => multiply(b, x, y), first));
  }
  return inTurns(b, leading, others);
};

const staysInRange = (b: Builder, factors: readonly Register[]): boolean => {
  let magnitude = 0;
  return factors.every((factor) => Math.abs(magnitudeOf(b, factor)) <= SAFE_MAGNITUDE && Math.abs(magnitude += magnitudeOf(b, factor)) <= SAFE_MAGNITUDE);
};

/** One factor at a time, always the one that keeps the partial result nearest to one. */
const inTurns = (b: Builder, leading: Register, factors: readonly RealFactor[]): Register => {
  const left = factors.map(({ value, times }) => ({ value, sign: Math.sign(times), times: Math.abs(times) }));
  let total = leading;
  let magnitude = magnitudeOf(b, leading);
  for (let remaining = left.reduce((n, { times }) => n + times, 0); remaining > 0; remaining--) {
    const after = ({ value, sign }: { readonly value: Register; readonly sign: number }): number => Math.abs(magnitude + sign * magnitudeOf(b, value));
    const next = left.filter(({ times }) => times > 0).reduce((best, candidate) => (after(candidate) < after(best) ? candidate : best));
    total = next.sign > 0 ? multiply(b, total, next.value) : divide(b, total, next.value);
    magnitude += next.sign * magnitudeOf(b, next.value);
    next.times--;
  }
  return total;
};

// ---- Powers and functions ----------------------------------------------------------------------------------------------------

const lowerPower = (l: Lowering, e: Expr, exponent: Expr): Pair => {
  const b = l.builder;
  const w = visit(l, exponent);
  const exact = isReal(b, w) ? rationalOf(b, w.re) : undefined;
  if (exact !== undefined) {
    if (exact.numerator === 0) return realPair(b, constant(b, one));
    const { value, times } = base(l, e, absRational(exact));
    const raised = chain(value, times, (x, y) => multiplyPair(b, x, y));
    return signOfRational(exact) < 0 ? invertPair(b, raised) : raised;
  }
  const z = visit(l, e);
  const whole = isReal(b, w) && isWhole(b, w.re);
  const number = isReal(b, z) ? rationalOf(b, z.re) : undefined;
  if (whole && number?.numerator === -1 && number.denominator === 1) return realPair(b, unary(b, "parity", w.re));
  return generalPower(b, z, w, whole, l.mode);
};

/** z^(n + 1/2) as zⁿ√z; other fractions as a general power. */
const rationalPower = (l: Lowering, e: Expr, exponent: Rational): Pair => {
  const b = l.builder;
  const z = visit(l, e);
  const whole = rational(floorRational(exponent));
  const rest = subtractRational(exponent, whole);
  if (rest.numerator !== 1 || rest.denominator !== 2 || typeof whole.numerator !== "number" || whole.numerator > LONGEST_CHAIN) {
    return generalPower(b, z, realPair(b, constant(b, exponent)), isInteger(exponent), l.mode);
  }
  return whole.numerator === 0 ? squareRoot(b, z, l.mode) : powerWithRoot(b, z, whole.numerator, l.mode);
};

const lowerFunction = (l: Lowering, name: FunctionName, e: CallTerm): Pair => {
  const b = l.builder;
  const [argument] = e.args;
  if (argument === undefined || e.args.length !== 1) throw new NotEvaluable(`contains ${shown(e)}: ${name} takes one argument (found ${e.args.length})`, "give it one argument");
  const z = visit(l, argument);
  switch (name) {
    case "exp": return exponential(b, z);
    case "log": return logarithm(b, z, l.mode);
    case "abs": return realPair(b, modulus(b, z));
    case "conj": return conjugatePair(b, z);
    case "re": return realPair(b, z.re);
    case "im": return realPair(b, z.im);
    case "sign": return isReal(b, z) ? realPair(b, unary(b, "sign", z.re)) : direction(b, z);
    case "sin": case "cos": case "tan": case "sinh": case "cosh": case "tanh": case "asin": case "acos": case "atan": return analytic(b, name, z);
  }
};
