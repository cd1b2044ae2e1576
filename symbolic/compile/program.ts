/**
 * # Straight-line programs
 *
 * A program is a list of real instructions, each computed once. `Builder` numbers values: the same operation on the same registers is one
 * register. What it simplifies leaves every rounded result as it is: signs move outwards, exact constants are combined exactly, sin and cos of
 * rational multiples of π with a rational value take it, x − x is 0. It never reorders a sum or distributes a product.
 *
 * Each register knows which signs its value can have, whether it is whole, and about which power of ten it has for quantities of atomic size.
 */
import type { Dimension } from "../expr/dimension.ts";
import { floorSquareRoot, integer } from "../number/integer.ts";
import {
  absRational, addRational, compareRational, divideRational, floorRational, isInteger, multiplyRational, negateRational, one, rational, signOfRational, subtractRational, toNumber, zero, type Rational,
} from "../number/rational.ts";
import { functionValue, nearestDouble, piTimes } from "./rounding.ts";

/** Index of the instruction that computes a value. */
export type Register = number;

/** `parity` is (−1)^n; `positivePart` is max(x, 0). */
export type UnaryOperation =
  | "negate" | "sqrt" | "exp" | "log" | "log1p" | "sin" | "cos" | "tan" | "sinh" | "cosh" | "tanh" | "asin" | "acos" | "atan" | "abs" | "sign" | "parity" | "positivePart";
/** Of x + iy: `modulus`, `logModulus`, `argument` in (−π, π], `rootRe` and `rootIm` of the principal square root, all as f(x, y). */
export type BinaryOperation = "add" | "subtract" | "multiply" | "divide" | "pow" | "modulus" | "logModulus" | "argument" | "rootRe" | "rootIm";

export type Instruction =
  | { readonly kind: "input"; readonly index: number }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "unary"; readonly name: UnaryOperation; readonly of: Register }
  | { readonly kind: "binary"; readonly name: BinaryOperation; readonly left: Register; readonly right: Register };

/** Instructions with what they are there for. */
export interface Code {
  readonly instructions: readonly Instruction[];
  readonly results: readonly Register[];
  /** Instructions that round: all but inputs, constants and changes of sign. */
  readonly operations: number;
}

export interface Program extends Omit<Code, "results"> {
  readonly re: Register;
  /** Undefined for a real value. */
  readonly im: Register | undefined;
}

/** A rational, or a rational multiple of π. */
interface Exact { readonly value: Rational; readonly pi: boolean }

/** Signs that a value can have, as a set: NEGATIVE | ZERO | POSITIVE. */
export const NEGATIVE = 1;
export const ZERO_VALUE = 2;
export const POSITIVE = 4;
const ANY = 7;

interface Facts { readonly signs: number; readonly whole: boolean; readonly magnitude: number; readonly exact: Exact | undefined }

/** ∂value/∂of. */
export interface PartialDerivative { readonly of: Register; readonly slope: Register }

/** `partials`: derivatives of values for which the chain rule over their instructions is singular or cancels; see `declarePartials`. */
export interface Builder { readonly instructions: Instruction[]; readonly facts: Facts[]; readonly known: Map<string, Register>; readonly partials: Map<Register, () => readonly PartialDerivative[]> }

export const newBuilder = (): Builder => ({ instructions: [], facts: [], known: new Map(), partials: new Map() });

/** The term has no numeric value: the reason in words, and what to do about it. */
export class NotEvaluable extends Error {
  override readonly name = "NotEvaluable";
  readonly reason: string;
  readonly advice: string;
  constructor(reason: string, advice: string) {
    super(`${reason}\n  try       ${advice}`);
    this.reason = reason;
    this.advice = advice;
  }
}

export const dividesByZero = (): NotEvaluable => new NotEvaluable("divides by zero: there is no value", "check the indices and the ranges of its sums");

const emit = (b: Builder, key: string, instruction: Instruction, facts: Facts): Register => {
  const known = b.known.get(key);
  if (known !== undefined) return known;
  const register = b.instructions.length;
  b.instructions.push(instruction);
  b.facts.push(facts);
  b.known.set(key, register);
  return register;
};

/** The derivatives of a value, all of them, by registers that it was computed from. They are built when a gradient is asked for. */
export const declarePartials = (b: Builder, value: Register, partials: () => readonly PartialDerivative[]): void => {
  const { kind } = at(b, value);
  if (kind !== "constant" && kind !== "input") b.partials.set(value, partials);
};

const factsOf = (b: Builder, r: Register): Facts => b.facts[r] ?? { signs: ANY, whole: false, magnitude: 0, exact: undefined };
export const at = (b: Builder, r: Register): Instruction => b.instructions[r] ?? { kind: "constant", value: Number.NaN };

export const signsOf = (b: Builder, r: Register): number => factsOf(b, r).signs;
export const isNeverNegative = (b: Builder, r: Register): boolean => (signsOf(b, r) & NEGATIVE) === 0;
export const isNeverPositive = (b: Builder, r: Register): boolean => (signsOf(b, r) & POSITIVE) === 0;
export const isWhole = (b: Builder, r: Register): boolean => factsOf(b, r).whole;
export const magnitudeOf = (b: Builder, r: Register): number => factsOf(b, r).magnitude;
export const exactOf = (b: Builder, r: Register): Exact | undefined => factsOf(b, r).exact;
/** The value, where it is a known rational. */
export const rationalOf = (b: Builder, r: Register): Rational | undefined => {
  const exact = exactOf(b, r);
  return exact === undefined || exact.pi ? undefined : exact.value;
};
export const isZero = (b: Builder, r: Register): boolean => exactOf(b, r)?.value.numerator === 0;
const isOne = (b: Builder, r: Register): boolean => {
  const value = rationalOf(b, r);
  return value?.numerator === 1 && value.denominator === 1;
};

/** Powers of ten of atomic quantities in SI: 0.1 nm, 10 fs, a light atom, e/10 fs, 100 K. Only the order of multiplications depends on them. */
const typical: Readonly<Record<keyof Dimension, number>> = { length: -10, time: -14, mass: -28, current: -5, temperature: 2 };
export const typicalMagnitude = (d: Dimension): number =>
  toNumber(d.length) * typical.length + toNumber(d.time) * typical.time + toNumber(d.mass) * typical.mass + toNumber(d.current) * typical.current + toNumber(d.temperature) * typical.temperature;

export const input = (b: Builder, index: number, facts: { readonly signs: number; readonly whole: boolean; readonly magnitude: number }): Register =>
  emit(b, `input ${index}`, { kind: "input", index }, { ...facts, exact: undefined });

/** An exact constant, rounded once. Negative ones are a change of sign of a positive one. */
export const constant = (b: Builder, value: Rational, pi = false): Register => {
  if (signOfRational(value) < 0) return negate(b, constant(b, negateRational(value), pi));
  const isPi = pi && value.numerator !== 0;
  const double = isPi ? piTimes(value) : nearestDouble(value);
  const magnitude = double === 0 ? 0 : Math.log10(double);
  return emit(b, `constant ${isPi ? "pi " : ""}${value.numerator}/${value.denominator}`, { kind: "constant", value: double },
    { signs: value.numerator === 0 ? ZERO_VALUE : POSITIVE, whole: isInteger(value) && !isPi, magnitude, exact: { value, pi: isPi } });
};

const opposite = (signs: number): number => (signs & ZERO_VALUE) | (signs & NEGATIVE ? POSITIVE : 0) | (signs & POSITIVE ? NEGATIVE : 0);
const signsOfSum = (s: number, t: number): number =>
  ((s | t) & (NEGATIVE | POSITIVE)) | (s & t & ZERO_VALUE) | ((s & NEGATIVE && t & POSITIVE) || (s & POSITIVE && t & NEGATIVE) ? ZERO_VALUE : 0);
const signsOfProduct = (s: number, t: number): number =>
  ((s | t) & ZERO_VALUE) | ((s & POSITIVE && t & POSITIVE) || (s & NEGATIVE && t & NEGATIVE) ? POSITIVE : 0) | ((s & POSITIVE && t & NEGATIVE) || (s & NEGATIVE && t & POSITIVE) ? NEGATIVE : 0);

/** What is under a change of sign; undefined when there is none. */
export const negated = (b: Builder, r: Register): Register | undefined => {
  const instruction = at(b, r);
  return instruction.kind === "unary" && instruction.name === "negate" ? instruction.of : undefined;
};

export const negate = (b: Builder, r: Register): Register => {
  const inner = negated(b, r);
  if (inner !== undefined) return inner;
  const facts = factsOf(b, r);
  if (isZero(b, r)) return r;
  return emit(b, `negate ${r}`, { kind: "unary", name: "negate", of: r },
    { ...facts, signs: opposite(facts.signs), exact: facts.exact === undefined ? undefined : { value: negateRational(facts.exact.value), pi: facts.exact.pi } });
};

const binary = (b: Builder, name: BinaryOperation, left: Register, right: Register, facts: Omit<Facts, "exact">): Register => {
  const [first, second] = (name === "add" || name === "multiply") && right < left ? [right, left] : [left, right];
  return emit(b, `${name} ${first} ${second}`, { kind: "binary", name, left, right }, { ...facts, exact: undefined });
};

/** The exact sum, where both are rational or both multiples of π. */
const exactSum = (b: Builder, x: Register, y: Register): Register | undefined => {
  const [p, q] = [exactOf(b, x), exactOf(b, y)];
  return p === undefined || q === undefined || p.pi !== q.pi ? undefined : constant(b, addRational(p.value, q.value), p.pi);
};

export const add = (b: Builder, x: Register, y: Register): Register => {
  if (isZero(b, x)) return y;
  if (isZero(b, y)) return x;
  const [minusX, minusY] = [negated(b, x), negated(b, y)];
  const exact = exactSum(b, x, y);
  if (exact !== undefined) return exact;
  if (minusX !== undefined && minusY !== undefined) return negate(b, add(b, minusX, minusY));
  if (minusY !== undefined) return difference(b, x, minusY);
  if (minusX !== undefined) return difference(b, y, minusX);
  const [f, g] = [factsOf(b, x), factsOf(b, y)];
  return binary(b, "add", x, y, { signs: signsOfSum(f.signs, g.signs), whole: f.whole && g.whole, magnitude: Math.max(f.magnitude, g.magnitude) });
};

/** x − y where neither carries a sign. */
const difference = (b: Builder, x: Register, y: Register): Register => {
  if (x === y) return constant(b, zero);
  const [f, g] = [factsOf(b, x), factsOf(b, y)];
  return binary(b, "subtract", x, y, { signs: signsOfSum(f.signs, opposite(g.signs)), whole: f.whole && g.whole, magnitude: Math.max(f.magnitude, g.magnitude) });
};

export const subtract = (b: Builder, x: Register, y: Register): Register => add(b, x, negate(b, y));

export const multiply = (b: Builder, x: Register, y: Register): Register => {
  if (isZero(b, x) || isOne(b, y)) return x;
  if (isZero(b, y) || isOne(b, x)) return y;
  const [minusX, minusY] = [negated(b, x), negated(b, y)];
  if (minusX !== undefined) return negate(b, multiply(b, minusX, y));
  if (minusY !== undefined) return negate(b, multiply(b, x, minusY));
  const [f, g] = [factsOf(b, x), factsOf(b, y)];
  if (f.exact !== undefined && g.exact !== undefined && !(f.exact.pi && g.exact.pi)) return constant(b, multiplyRational(f.exact.value, g.exact.value), f.exact.pi || g.exact.pi);
  const signs = x === y ? (f.signs & ZERO_VALUE) | POSITIVE : signsOfProduct(f.signs, g.signs);
  return binary(b, "multiply", x, y, { signs, whole: f.whole && g.whole, magnitude: f.magnitude + g.magnitude });
};

export const divide = (b: Builder, x: Register, y: Register): Register => {
  if (isZero(b, y)) throw dividesByZero();
  if (isZero(b, x) || isOne(b, y)) return x;
  const [minusX, minusY] = [negated(b, x), negated(b, y)];
  if (minusX !== undefined) return negate(b, divide(b, minusX, y));
  if (minusY !== undefined) return negate(b, divide(b, x, minusY));
  const [f, g] = [factsOf(b, x), factsOf(b, y)];
  if (f.exact !== undefined && g.exact !== undefined && f.exact.pi === g.exact.pi) return constant(b, divideRational(f.exact.value, g.exact.value));
  if (f.exact !== undefined && g.exact !== undefined && !g.exact.pi) return constant(b, divideRational(f.exact.value, g.exact.value), true);
  return binary(b, "divide", x, y, { signs: signsOfProduct(f.signs, g.signs), whole: false, magnitude: f.magnitude - g.magnitude });
};

const odd: ReadonlySet<UnaryOperation> = new Set(["sin", "tan", "sinh", "tanh", "asin", "atan", "sign"]);
const even: ReadonlySet<UnaryOperation> = new Set(["cos", "cosh", "abs", "parity"]);

/** Signs of a result, where they do not follow from those of the argument. */
const signsOfFunction = (name: UnaryOperation, signs: number): number => {
  switch (name) {
    case "exp": case "cosh": return POSITIVE;
    case "abs": return (signs & ZERO_VALUE) | (signs & (NEGATIVE | POSITIVE) ? POSITIVE : 0);
    case "sqrt": case "positivePart": return signs & NEGATIVE ? ZERO_VALUE | POSITIVE : signs;
    case "acos": return ZERO_VALUE | POSITIVE;
    case "parity": return NEGATIVE | POSITIVE;
    case "sinh": case "tanh": case "asin": case "atan": case "sign": case "log1p": return signs;
    case "negate": case "log": case "sin": case "cos": case "tan": return ANY;
  }
};

export const unary = (b: Builder, name: UnaryOperation, x: Register): Register => {
  const inner = negated(b, x);
  if (inner !== undefined && odd.has(name)) return negate(b, unary(b, name, inner));
  if (inner !== undefined && even.has(name)) return unary(b, name, inner);
  if ((name === "abs" || name === "positivePart") && isNeverNegative(b, x)) return x;
  const exact = exactFunction(b, name, x);
  if (exact !== undefined) return exact;
  const { signs, whole, magnitude } = factsOf(b, x);
  return emit(b, `${name} ${x}`, { kind: "unary", name, of: x }, {
    signs: signsOfFunction(name, signs), exact: undefined,
    whole: name === "parity" || name === "sign" || (whole && (name === "abs" || name === "positivePart")),
    magnitude: name === "sqrt" ? magnitude / 2 : name === "abs" || name === "positivePart" ? magnitude : 0,
  });
};

/** √(p/q) for squares p and q. */
const exactRoot = (value: Rational): Rational | undefined => {
  const [p, q] = [BigInt(value.numerator), BigInt(value.denominator)];
  const [r, s] = [floorSquareRoot(p), floorSquareRoot(q)];
  return r * r === p && s * s === q ? rational(integer(r), integer(s)) : undefined;
};

/** sin qπ for 0 ≤ q < 1 where it is rational (Niven's theorem lists them all). */
const rationalSine = (q: Rational): Rational | undefined =>
  (q.numerator === 0 ? zero : q.denominator === 2 ? one : q.denominator === 6 ? rational(1, 2) : undefined);

const half = rational(1, 2);

const exactFunction = (b: Builder, name: UnaryOperation, x: Register): Register | undefined => {
  const exact = exactOf(b, x);
  if (exact === undefined) return undefined;
  const { value, pi } = exact;
  if (name === "sin" || name === "cos") {
    if (!pi && value.numerator !== 0) return rounded(b, name, exact);
    const shifted = name === "cos" ? addRational(value, half) : value;
    const turns = floorRational(shifted);                              // sin (n + q)π = (−1)^n sin qπ
    const rest = subtractRational(shifted, rational(turns));
    const sine = rationalSine(rest);
    const minus = BigInt(turns) % 2n !== 0n;
    if (sine !== undefined) return constant(b, minus ? negateRational(sine) : sine);
    const turned = name === "cos" ? absRational(subtractRational(rest, half)) : compareRational(rest, half) > 0 ? subtractRational(one, rest) : rest;
    if (turned.numerator === value.numerator && turned.denominator === value.denominator) return rounded(b, name, exact);
    const again = unary(b, name, constant(b, turned, true));
    return minus ? negate(b, again) : again;
  }
  if (pi) return rounded(b, name, exact);
  if (value.numerator === 0 && name !== "log") return constant(b, name === "exp" || name === "cosh" || name === "parity" ? one : name === "acos" ? half : zero, name === "acos");
  if (name === "log" && isOne(b, x)) return constant(b, zero);
  if (name === "sqrt" && signOfRational(value) > 0) {
    const root = exactRoot(value);
    return root === undefined ? rounded(b, name, exact) : constant(b, root);
  }
  if (name === "parity" && isInteger(value)) return constant(b, BigInt(value.numerator) % 2n === 0n ? one : rational(-1));
  return signOfRational(value) > 0 ? rounded(b, name, exact) : undefined;
};

/** A function of an exact constant, rounded once when the program is built. */
const rounded = (b: Builder, name: UnaryOperation, { value, pi }: Exact): Register | undefined => {
  const result = functionValue(name, value, pi);
  if (result === undefined || result === 0) return undefined;
  const size = Math.abs(result);
  const register = emit(b, `rounded ${size}`, { kind: "constant", value: size }, { signs: POSITIVE, whole: false, magnitude: Math.log10(size), exact: undefined });
  return result < 0 ? negate(b, register) : register;
};

/** Functions of two arguments; see `BinaryOperation`. */
export const combine = (b: Builder, name: Exclude<BinaryOperation, "add" | "subtract" | "multiply" | "divide">, x: Register, y: Register): Register => {
  const [f, g] = [factsOf(b, x), factsOf(b, y)];
  const nonnegative = (signs: number): number => (signs & NEGATIVE ? ANY : signs);
  const signs = name === "pow" ? nonnegative(f.signs) : name === "modulus" || name === "rootRe" ? ZERO_VALUE | POSITIVE : ANY;
  const magnitude = name === "modulus" ? Math.max(f.magnitude, g.magnitude) : name === "rootRe" || name === "rootIm" ? Math.max(f.magnitude, g.magnitude) / 2 : 0;
  return binary(b, name, x, y, { signs, whole: false, magnitude });
};

export const operandsOf = (instruction: Instruction): readonly Register[] =>
  (instruction.kind === "unary" ? [instruction.of] : instruction.kind === "binary" ? [instruction.left, instruction.right] : []);

/** The roots and all that they depend on, what is needed first. Without recursion: a sum of thousands of terms is a chain as long. */
export const inOrder = (roots: readonly Register[], dependencies: (r: Register) => readonly Register[]): readonly Register[] => {
  const ordered = new Set<Register>();
  const pending = roots.toReversed();
  for (let r = pending.at(-1); r !== undefined; r = pending.at(-1)) {
    const missing = ordered.has(r) ? [] : dependencies(r).filter((each) => !ordered.has(each));
    if (missing.length > 0) { pending.push(...missing.toReversed()); continue; }
    ordered.add(r);
    pending.pop();
  }
  return [...ordered];
};

/** What the results need, renumbered. Inputs keep their index. */
export const finish = (b: Builder, results: readonly Register[]): Code => {
  const place = new Map<Register, Register>();
  const moved = (old: Register): Register => place.get(old) ?? old;
  const instructions = inOrder(results, (r) => operandsOf(at(b, r))).map((r, k): Instruction => {
    place.set(r, k);
    const instruction = at(b, r);
    switch (instruction.kind) {
      case "input": case "constant": return instruction;
      case "unary": return { ...instruction, of: moved(instruction.of) };
      case "binary": return { ...instruction, left: moved(instruction.left), right: moved(instruction.right) };
    }
  });
  const operations = instructions.filter((i) => i.kind === "binary" || (i.kind === "unary" && i.name !== "negate")).length;
  return { instructions, results: results.map(moved), operations };
};
