/**
 * # Values in double precision
 *
 * For choosing points and for finishing what an engine leaves unevaluated; never for a decision.
 *
 * - `doubleValue`: the complex value of a term, with values for its letters; parts are NaN where there is none.
 * - `decimals`: sample values with a short decimal form, as the assumptions of a letter allow.
 */
import type { CallTerm, Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, isIntegerSymbol, isNegativeSymbol, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { toNumber } from "../number/rational.ts";
import type { Residue } from "./cases.ts";

export interface Complex { readonly re: number; readonly im: number }

export const complex = (re: number, im = 0): Complex => ({ re, im });
const nowhere = complex(Number.NaN, Number.NaN);

const add = (a: Complex, b: Complex): Complex => complex(a.re + b.re, a.im + b.im);
const times = (a: Complex, b: Complex): Complex => complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
const scale = (a: Complex, factor: number): Complex => complex(a.re * factor, a.im * factor);
export const modulusOf = (a: Complex): number => Math.hypot(a.re, a.im);
const inverse = (a: Complex): Complex => {
  const square = a.re * a.re + a.im * a.im;
  return square === 0 ? nowhere : complex(a.re / square, -a.im / square);
};
const exponential = (a: Complex): Complex => complex(Math.exp(a.re) * Math.cos(a.im), a.im === 0 ? 0 : Math.exp(a.re) * Math.sin(a.im));
const logarithm = (a: Complex): Complex => complex(Math.log(modulusOf(a)), Math.atan2(a.im, a.re));
export const subtract = (a: Complex, b: Complex): Complex => add(a, scale(b, -1));

/** (e^u ± e^(−u))/2. */
const hyperbolic = (u: Complex, sign: 1 | -1): Complex => scale(add(exponential(u), scale(exponential(scale(u, -1)), sign)), 0.5);
const unit = complex(0, 1);
const sine = (u: Complex): Complex => times(complex(0, -1), hyperbolic(times(unit, u), -1));
const cosine = (u: Complex): Complex => hyperbolic(times(unit, u), 1);

const power = (base: Complex, exponent: Complex): Complex => {
  if (exponent.im === 0 && Number.isInteger(exponent.re) && Math.abs(exponent.re) <= 512) {
    let result = complex(1);
    for (let k = 0; k < Math.abs(exponent.re); k++) result = times(result, base);
    return exponent.re < 0 ? inverse(result) : result;
  }
  return modulusOf(base) === 0 ? (exponent.re > 0 ? complex(0) : nowhere) : exponential(times(exponent, logarithm(base)));
};

const realOnly = (u: Complex, f: (x: number) => number): Complex => (u.im === 0 ? complex(f(u.re)) : nowhere);

const callValue = (e: CallTerm, u: Complex): Complex => {
  switch (e.head) {
    case "exp": return exponential(u);
    case "log": return modulusOf(u) === 0 ? nowhere : logarithm(u);
    case "sin": return sine(u);
    case "cos": return cosine(u);
    case "tan": return times(sine(u), inverse(cosine(u)));
    case "sinh": return hyperbolic(u, -1);
    case "cosh": return hyperbolic(u, 1);
    case "tanh": return times(hyperbolic(u, -1), inverse(hyperbolic(u, 1)));
    case "asin": return realOnly(u, Math.asin);
    case "acos": return realOnly(u, Math.acos);
    case "atan": return u.im === 0 ? complex(Math.atan(u.re)) : times(complex(0, 0.5), subtract(logarithm(subtract(complex(1), times(unit, u))), logarithm(add(complex(1), times(unit, u)))));
    case "abs": return complex(modulusOf(u));
    case "conj": return complex(u.re, -u.im);
    case "re": return complex(u.re);
    case "im": return complex(u.im);
    case "sign": return scale(u, 1 / modulusOf(u));
    default: return nowhere;
  }
};

/** `letter`: the value of a symbol or of a family member at the values of its arguments; undefined where there is none. */
export const doubleValue = (e: Expr, letter: (of: Expr, args: readonly Complex[]) => Complex | undefined): Complex => {
  const done = new Map<Expr, Complex>();
  const visit = (node: Expr): Complex => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const value = evaluate(node);
    done.set(node, value);
    return value;
  };
  const evaluate = (node: Expr): Complex => {
    switch (node.kind) {
      case "number": return complex(toNumber(node.value));
      case "symbol": return node.symbol === imaginaryUnit ? unit : node.symbol === circleConstant ? complex(Math.PI) : letter(node, []) ?? nowhere;
      case "sum": return node.args.map(visit).reduce(add, complex(0));
      case "product": return node.args.map(visit).reduce(times, complex(1));
      case "power": return power(visit(node.args[0]), visit(node.args[1]));
      case "call": return typeof node.head === "string" ? callValue(node, visit(node.args[0] ?? node)) : letter(node, node.args.map(visit)) ?? nowhere;
      case "word": case "binder": return nowhere;
    }
  };
  return visit(e);
};

export const isFiniteValue = (a: Complex): boolean => Number.isFinite(a.re) && Number.isFinite(a.im);

const textHash = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
};

/** All have two decimals at most and are neither close to one another nor to simple fractions of π. */
const magnitudes = [0.35, 0.45, 0.55, 0.65, 0.85, 0.95, 1.15, 1.25, 1.35, 1.45, 1.65, 1.75, 1.85, 1.95, 2.15, 2.25];

/** A value for a letter, fixed by the key and the number of the point. From each even point to the next all real letters change sign. */
export const decimals = (s: PhysicalSymbol, key: string, point: number, residue?: Residue): Complex => {
  const hash = textHash(`${point}:${key}`);
  const pick = (shift: number): number => magnitudes[((hash >>> shift) + point) % magnitudes.length] ?? 1.25;
  const signs = textHash(`${point >> 1}:${key}`);
  const signed = (shift: number): number => (((signs >>> shift) + point) % 2 === 0 ? pick(shift) : -pick(shift));
  if (isSign(s)) return complex(hash % 2 === 0 ? 1 : -1);
  if (isIntegerSymbol(s)) {
    const { residue: r, modulus } = residue ?? { residue: 0, modulus: 1 };
    const lowest = isPositiveSymbol(s) ? 1 : -2;
    const steps = Math.ceil((lowest - r) / modulus) + (hash % 4);
    return complex(r + modulus * steps);
  }
  if (isPositiveSymbol(s)) return complex(pick(0));
  if (isNegativeSymbol(s)) return complex(-pick(0));
  if (isRealSymbol(s)) return complex(signed(0));
  return complex(signed(0), signed(9));
};
