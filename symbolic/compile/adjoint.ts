/**
 * # Gradients of programs
 *
 * Reverse-mode differentiation: from the result backwards, the derivative of the result by each register is the sum over its uses. The derivatives are
 * built with the Builder of the program itself, so that they share its values, constants stay exact and whatever has no part in a derivative is left out.
 * No step size, no truncation: the error is that of rounding, relative to the terms that the chain rule adds.
 *
 * - Whole values (integers, signs, sign(x), (−1)ⁿ) are constant between their jumps: their derivative is 0, also where they jump. So |x|′ = sign(x), 0 at 0.
 * - A derivative that is infinite is ±Infinity: √x at 0. Where the chain rule meets 0·∞ or 0/0 the derivative is NaN: √(x² + y²) at the origin.
 * - x^y by x is 0 for y = 0, x^y by y is 0 at x = 0; |x + iy| by x and y is 0 at the origin.
 *
 * Source: A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed. (2008), chapter 3.
 */
import { one, rational, zero } from "../number/rational.ts";
import { add, at, combine, constant, divide, finish, inOrder, isWhole, multiply, negate, POSITIVE, signsOf, subtract, unary, ZERO_VALUE, type Builder, type Code, type Instruction, type Register } from "./program.ts";

/** How the derivative by a value passes to one that it was computed from. */
interface Contribution { readonly of: Register; readonly pass: (adjoint: Register) => Register }

/** Results, then the derivatives of all results by the first of `by`, by the second … */
export const gradientCode = (b: Builder, results: readonly Register[], by: readonly Register[]): Code => {
  const contributions = new Map<Register, readonly Contribution[]>();
  const contributionsTo = (r: Register): readonly Contribution[] => {
    const known = contributions.get(r) ?? contributionsOf(b, r);
    contributions.set(r, known);
    return known;
  };
  const order = inOrder(results, (r) => contributionsTo(r).map(({ of }) => of));
  const varies = new Set<Register>(by);
  for (const r of order) if (!isWhole(b, r) && contributionsTo(r).some(({ of }) => varies.has(of))) varies.add(r);
  const sweep = (result: Register): ReadonlyMap<Register, Register> => {
    const adjoints = new Map([[result, constant(b, one)]]);
    for (const r of order.toReversed()) {
      const adjoint = varies.has(r) ? adjoints.get(r) : undefined;
      if (adjoint === undefined) continue;
      for (const { of, pass } of contributionsTo(r)) {
        if (!varies.has(of)) continue;
        const [sum, next] = [adjoints.get(of), pass(adjoint)];
        adjoints.set(of, sum === undefined ? next : add(b, sum, next));
      }
    }
    return adjoints;
  };
  const swept = results.map(sweep);
  return finish(b, [...results, ...by.flatMap((r) => swept.map((adjoints) => adjoints.get(r) ?? constant(b, zero)))]);
};

const contributionsOf = (b: Builder, r: Register): readonly Contribution[] => {
  const declared = b.partials.get(r);
  if (declared !== undefined) return declared().map(({ of, slope }) => ({ of, pass: (adjoint) => multiply(b, adjoint, slope) }));
  const instruction = at(b, r);
  switch (instruction.kind) {
    case "input": case "constant": return [];
    case "unary": return [{ of: instruction.of, pass: (adjoint) => throughFunction(b, instruction, r, adjoint) }];
    case "binary": return throughBoth(b, instruction, r);
  }
};

const throughFunction = (b: Builder, { name, of: x }: Extract<Instruction, { readonly kind: "unary" }>, value: Register, adjoint: Register): Register => {
  const unit = constant(b, one);
  const times = (slope: Register): Register => multiply(b, adjoint, slope);
  const over = (inverseSlope: Register): Register => divide(b, adjoint, inverseSlope);
  /** √(1 − x²) without the cancellation at ±1. */
  const cosineOfArcsine = (): Register => unary(b, "sqrt", multiply(b, subtract(b, unit, x), add(b, unit, x)));
  switch (name) {
    case "negate": return negate(b, adjoint);
    case "sqrt": return divide(b, multiply(b, constant(b, rational(1, 2)), adjoint), value);
    case "exp": return times(value);
    case "log": return over(x);
    case "log1p": return over(add(b, unit, x));
    case "sin": return times(unary(b, "cos", x));
    case "cos": return negate(b, times(unary(b, "sin", x)));
    case "tan": return times(add(b, unit, multiply(b, value, value)));
    case "sinh": return times(unary(b, "cosh", x));
    case "cosh": return times(unary(b, "sinh", x));
    case "tanh": {
      const cosh = unary(b, "cosh", x);                                // 1 − tanh² would cancel
      return divide(b, over(cosh), cosh);
    }
    case "asin": return over(cosineOfArcsine());
    case "acos": return negate(b, over(cosineOfArcsine()));
    case "atan": return over(add(b, unit, multiply(b, x, x)));
    case "abs": return times(unary(b, "sign", x));
    case "positivePart": return times(unary(b, "positivePart", unary(b, "sign", x)));
    case "sign": case "parity": return constant(b, zero);
  }
};

const throughBoth = (b: Builder, { name, left: x, right: y }: Extract<Instruction, { readonly kind: "binary" }>, value: Register): readonly Contribution[] => {
  const times = (slope: () => Register) => (adjoint: Register): Register => multiply(b, adjoint, slope());
  /** Both derivatives over |x + iy|². */
  const overSquare = (byX: () => Register, byY: () => Register): readonly Contribution[] => {
    const scaled = (part: Register): Register => {
      const modulus = combine(b, "modulus", x, y);                     // twice divided by it: its square could leave the range
      return divide(b, divide(b, part, modulus), modulus);
    };
    return [{ of: x, pass: times(() => scaled(byX())) }, { of: y, pass: times(() => scaled(byY())) }];
  };
  switch (name) {
    case "add": return [{ of: x, pass: (adjoint) => adjoint }, { of: y, pass: (adjoint) => adjoint }];
    case "subtract": return [{ of: x, pass: (adjoint) => adjoint }, { of: y, pass: (adjoint) => negate(b, adjoint) }];
    case "multiply": return x === y ? [{ of: x, pass: times(() => multiply(b, constant(b, rational(2)), x)) }] : [{ of: x, pass: times(() => y) }, { of: y, pass: times(() => x) }];
    case "divide": return [{ of: x, pass: (adjoint) => divide(b, adjoint, y) }, { of: y, pass: (adjoint) => negate(b, multiply(b, divide(b, adjoint, y), value)) }];
    case "pow": return [{ of: x, pass: (adjoint) => throughBase(b, x, y, value, adjoint) }, { of: y, pass: times(() => multiply(b, value, unary(b, "log", orOne(b, x)))) }];
    case "modulus": return [x, y].map((part) => ({ of: part, pass: times(() => divide(b, part, orOne(b, value))) }));
    case "logModulus": return overSquare(() => x, () => y);
    case "argument": return overSquare(() => negate(b, y), () => x);
    case "rootRe": case "rootIm": {
      // With w = √z, w′ = w*/(2|w|²).
      const [u, v] = [combine(b, "rootRe", x, y), combine(b, "rootIm", x, y)];
      const scaled = (part: Register): Register => multiply(b, constant(b, rational(1, 2)), divide(b, part, add(b, multiply(b, u, u), multiply(b, v, v))));
      const slopes = name === "rootRe" ? [u, v] : [negate(b, v), u];
      return [x, y].map((part, k) => ({ of: part, pass: times(() => scaled(slopes[k] ?? u)) }));
    }
  }
};

/** The derivative of x^y by x: y·x^y/x, or y·x^(y−1) where x may be 0; the exponent 0 stays 0, so that 0·x^(−1) does not arise. */
const throughBase = (b: Builder, x: Register, y: Register, value: Register, adjoint: Register): Register => {
  const scaled = multiply(b, adjoint, y);
  if (signsOf(b, x) === POSITIVE) return divide(b, multiply(b, scaled, value), x);
  return multiply(b, scaled, combine(b, "pow", x, subtract(b, y, oneUnlessZero(b, y))));
};

const mayBeZero = (b: Builder, x: Register): boolean => (signsOf(b, x) & ZERO_VALUE) !== 0;
const oneUnlessZero = (b: Builder, x: Register): Register => (mayBeZero(b, x) ? unary(b, "abs", unary(b, "sign", x)) : constant(b, one));
/** x, but 1 where x is 0. */
const orOne = (b: Builder, x: Register): Register => (mayBeZero(b, x) ? add(b, x, subtract(b, constant(b, one), oneUnlessZero(b, x))) : x);
