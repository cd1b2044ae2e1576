/**
 * # Complex values as pairs of real registers
 *
 * Complex arithmetic is written out while a program is built. A part that vanishes identically is the constant 0 and costs nothing, so what is real
 * stays real: e^{iφ} + e^{−iφ} and z·z* have no imaginary part to compute.
 *
 * Branches are the principal ones: √ and log are cut along the negative real axis, which belongs to the upper side. Overflow-safe scaling of
 * a quotient only where the typical magnitudes call for it.
 */
import { one, rational, zero } from "../number/rational.ts";
import {
  add, combine, constant, declarePartials, divide, isNeverNegative, isNeverPositive, isZero, multiply, negate, NotEvaluable, subtract, unary, type Builder, type PartialDerivative, type Register, type UnaryOperation,
} from "./program.ts";

export interface Pair { readonly re: Register; readonly im: Register }

export const realPair = (b: Builder, re: Register): Pair => ({ re, im: constant(b, zero) });
export const isReal = (b: Builder, z: Pair): boolean => isZero(b, z.im);

export const negatePair = (b: Builder, z: Pair): Pair => ({ re: negate(b, z.re), im: negate(b, z.im) });
export const conjugatePair = (b: Builder, z: Pair): Pair => ({ re: z.re, im: negate(b, z.im) });
export const addPair = (b: Builder, z: Pair, w: Pair): Pair => ({ re: add(b, z.re, w.re), im: add(b, z.im, w.im) });
export const scalePair = (b: Builder, z: Pair, x: Register): Pair => ({ re: multiply(b, z.re, x), im: multiply(b, z.im, x) });

/** f′ of an analytic f = u + iv of z = x + iy: ∂u/∂x = ∂v/∂y = Re f′, ∂v/∂x = −∂u/∂y = Im f′. */
const declareDerivative = (b: Builder, f: Pair, z: Pair, derivative: () => Pair): Pair => {
  declarePartials(b, f.re, () => { const { re, im } = derivative(); return [{ of: z.re, slope: re }, { of: z.im, slope: negate(b, im) }]; });
  declarePartials(b, f.im, () => { const { re, im } = derivative(); return [{ of: z.re, slope: im }, { of: z.im, slope: re }]; });
  return f;
};

/** |z|². */
export const squaredModulus = (b: Builder, z: Pair): Register => add(b, multiply(b, z.re, z.re), multiply(b, z.im, z.im));

export const areConjugate = (b: Builder, z: Pair, w: Pair): boolean => z.re === w.re && z.im === negate(b, w.im);

export const multiplyPair = (b: Builder, z: Pair, w: Pair): Pair => {
  if (isReal(b, w)) return scalePair(b, z, w.re);
  if (isReal(b, z)) return scalePair(b, w, z.re);
  if (areConjugate(b, z, w)) return realPair(b, squaredModulus(b, z));
  return {
    re: subtract(b, multiply(b, z.re, w.re), multiply(b, z.im, w.im)),
    im: add(b, multiply(b, z.re, w.im), multiply(b, z.im, w.re)),
  };
};

/** 1/z = z* / |z|². */
export const invertPair = (b: Builder, z: Pair): Pair => {
  const unit = constant(b, one);
  if (isReal(b, z)) return realPair(b, divide(b, unit, z.re));
  if (isZero(b, z.re)) return { re: z.re, im: negate(b, divide(b, unit, z.im)) };
  const size = squaredModulus(b, z);
  return { re: divide(b, z.re, size), im: negate(b, divide(b, z.im, size)) };
};

/** A power by repeated squaring; every multiplication rounds once. */
export const chain = <T>(base: T, exponent: number, times: (x: T, y: T) => T): T => {
  if (exponent === 1) return base;
  const half = chain(base, Math.floor(exponent / 2), times);
  const square = times(half, half);
  return exponent % 2 === 0 ? square : times(square, base);
};

export const modulus = (b: Builder, z: Pair): Register =>
  (isReal(b, z) ? unary(b, "abs", z.re) : isZero(b, z.re) ? unary(b, "abs", z.im) : combine(b, "modulus", z.re, z.im));

/** Whether negative arguments of √ and log give complex values, or none (NaN). */
export type Mode = "real" | "complex";

/** A root or a logarithm of what is known to be negative: real arithmetic cannot hold the term. */
export class NeedsComplex extends Error {
  override readonly name = "NeedsComplex";
}

const demandComplex = (mode: Mode): void => { if (mode === "real") throw new NeedsComplex("the root or logarithm of a negative number"); };

export const squareRoot = (b: Builder, z: Pair, mode: Mode): Pair => {
  if (!isReal(b, z)) return { re: combine(b, "rootRe", z.re, z.im), im: combine(b, "rootIm", z.re, z.im) };
  if (isNeverNegative(b, z.re)) return realPair(b, unary(b, "sqrt", z.re));
  if (isNeverPositive(b, z.re)) {
    demandComplex(mode);
    return { re: constant(b, zero), im: unary(b, "sqrt", negate(b, z.re)) };
  }
  if (mode === "real") return realPair(b, unary(b, "sqrt", z.re));
  return { re: rootOfPositivePart(b, z.re), im: rootOfPositivePart(b, negate(b, z.re)) };
};

/** Derivative ½/√|x| · (1 + sign x)/2: 0 where x < 0, infinite at 0. */
const rootOfPositivePart = (b: Builder, x: Register): Register => {
  const root = unary(b, "sqrt", unary(b, "positivePart", x));
  declarePartials(b, root, () => [{ of: x, slope: divide(b, multiply(b, constant(b, rational(1, 4)), add(b, constant(b, one), unary(b, "sign", x))), unary(b, "sqrt", unary(b, "abs", x))) }]);
  return root;
};

/** z^(n + 1/2) for n ≥ 1. Its derivative (n + 1/2) z^(n−1) √z is 0 at 0, where that of the root is infinite. */
export const powerWithRoot = (b: Builder, z: Pair, n: number, mode: Mode): Pair => {
  const root = squareRoot(b, z, mode);
  const times = (x: Pair, y: Pair): Pair => multiplyPair(b, x, y);
  return declareDerivative(b, times(chain(z, n, times), root), z, () => scalePair(b, n === 1 ? root : times(chain(z, n - 1, times), root), constant(b, rational(2 * n + 1, 2))));
};

/** z/|z|. With s = z/|z|, its derivatives are ∂s/∂x = −i s Im s/|z| and ∂s/∂y = i s Re s/|z|: no difference. */
export const direction = (b: Builder, z: Pair): Pair => {
  const size = modulus(b, z);
  const s = scalePair(b, z, divide(b, constant(b, one), size));
  const partials = (turned: Register) => (): readonly PartialDerivative[] => [{ of: z.re, slope: negate(b, divide(b, multiply(b, turned, s.im), size)) }, { of: z.im, slope: divide(b, multiply(b, turned, s.re), size) }];
  declarePartials(b, s.re, partials(negate(b, s.im)));
  declarePartials(b, s.im, partials(s.re));
  return s;
};

export const logarithm = (b: Builder, z: Pair, mode: Mode): Pair => {
  if (!isReal(b, z)) return { re: combine(b, "logModulus", z.re, z.im), im: combine(b, "argument", z.re, z.im) };
  if (isNeverPositive(b, z.re) && !isZero(b, z.re)) {
    demandComplex(mode);
    return { re: unary(b, "log", negate(b, z.re)), im: constant(b, one, true) };
  }
  if (mode === "real" || isNeverNegative(b, z.re)) return realPair(b, unary(b, "log", z.re));
  return { re: unary(b, "log", unary(b, "abs", z.re)), im: combine(b, "argument", z.re, z.im) };
};

export const exponential = (b: Builder, z: Pair): Pair => {
  const size = unary(b, "exp", z.re);
  return isReal(b, z) ? realPair(b, size) : scalePair(b, { re: unary(b, "cos", z.im), im: unary(b, "sin", z.im) }, size);
};

/** i·z and z/i: sinh z = sin(iz)/i, cosh z = cos iz, tanh z = tan(iz)/i. */
const timesI = (b: Builder, z: Pair): Pair => ({ re: negate(b, z.im), im: z.re });
const overI = (b: Builder, z: Pair): Pair => ({ re: z.im, im: negate(b, z.re) });

/**
 * tan(x + iy) = (tan x / cosh² y + i tanh y (1 + tan² x)) / (1 + tan² x tanh² y): no difference, no overflow. The derivative, 1/cos², is
 * (1 + tan² x) / cosh² y · (1 + i tan x tanh y)² / (1 + tan² x tanh² y)²; 1 + tan² (x + iy) would cancel for large y.
 */
const tangent = (b: Builder, z: Pair): Pair => {
  const [tan, tanh, cosh] = [unary(b, "tan", z.re), unary(b, "tanh", z.im), unary(b, "cosh", z.im)];
  const unit = constant(b, one);
  const tan2 = multiply(b, tan, tan);
  const below = add(b, unit, multiply(b, tan2, multiply(b, tanh, tanh)));
  const value = { re: divide(b, divide(b, tan, multiply(b, cosh, cosh)), below), im: divide(b, multiply(b, tanh, add(b, unit, tan2)), below) };
  return declareDerivative(b, value, z, () => {
    const cross = multiply(b, tan, tanh);
    const size = [below, below, cosh, cosh].reduce((x, y) => divide(b, x, y), add(b, unit, tan2));
    return scalePair(b, { re: subtract(b, unit, multiply(b, cross, cross)), im: multiply(b, constant(b, rational(2)), cross) }, size);
  });
};

/**
 * arctan(x + iy): real part ½ (arg(1 − y + ix) − arg(1 + y − ix)), imaginary part ¼ sgn y log(1 + 4|y| / ((1 − |y|)² + x²)). The derivative is
 * 1/((1 + iz)(1 − iz)): that of sgn y and |y| would be lost at y = 0.
 */
const arctangent = (b: Builder, z: Pair): Pair => {
  const { re: x, im: y } = z;
  const unit = constant(b, one);
  const size = unary(b, "abs", y);
  const gap = subtract(b, unit, size);
  const below = add(b, multiply(b, gap, gap), multiply(b, x, x));
  const angle = subtract(b, combine(b, "argument", subtract(b, unit, y), x), combine(b, "argument", add(b, unit, y), negate(b, x)));
  const stretch = unary(b, "log1p", divide(b, multiply(b, constant(b, rational(4)), size), below));
  const value = {
    re: multiply(b, constant(b, rational(1, 2)), angle),
    im: multiply(b, unary(b, "sign", y), multiply(b, constant(b, rational(1, 4)), stretch)),
  };
  return declareDerivative(b, value, z, () => invertPair(b, multiplyPair(b, { re: subtract(b, unit, y), im: x }, { re: add(b, unit, y), im: negate(b, x) })));
};

const product = (b: Builder, f: UnaryOperation, x: Register, g: UnaryOperation, y: Register): Register => multiply(b, unary(b, f, x), unary(b, g, y));

/** The functions that are the same function for real and complex arguments. */
export type Analytic = "sin" | "cos" | "tan" | "sinh" | "cosh" | "tanh" | "asin" | "acos" | "atan";

export const analytic = (b: Builder, name: Analytic, z: Pair): Pair => {
  if (isReal(b, z)) return realPair(b, unary(b, name, z.re));
  switch (name) {
    case "sin": return { re: product(b, "sin", z.re, "cosh", z.im), im: product(b, "cos", z.re, "sinh", z.im) };
    case "cos": return { re: product(b, "cos", z.re, "cosh", z.im), im: negate(b, product(b, "sin", z.re, "sinh", z.im)) };
    case "sinh": return overI(b, analytic(b, "sin", timesI(b, z)));
    case "cosh": return analytic(b, "cos", timesI(b, z));
    case "tan": return tangent(b, z);
    case "tanh": return overI(b, tangent(b, timesI(b, z)));
    case "atan": return arctangent(b, z);
    case "asin": case "acos":
      throw new NotEvaluable(`contains ${name === "asin" ? "an arcsine" : "an arccosine"} of a complex number: nothing to evaluate`, "write it with logarithms and square roots");
  }
};

/** x^y for real exponents that no chain reaches, else exp(w log z). */
export const generalPower = (b: Builder, z: Pair, w: Pair, wholeExponent: boolean, mode: Mode): Pair => {
  if (isReal(b, z) && isReal(b, w) && isNeverPositive(b, z.re) && !isNeverNegative(b, z.re) && !wholeExponent) demandComplex(mode);
  if (isReal(b, z) && isReal(b, w) && (isNeverNegative(b, z.re) || wholeExponent || mode === "real")) return realPair(b, combine(b, "pow", z.re, w.re));
  return exponential(b, multiplyPair(b, w, logarithm(b, z, "complex")));
};
