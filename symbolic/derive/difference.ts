/**
 * # How two formulas differ
 *
 * For messages and verdicts: the ratio when it is simple, a point with both values.
 */
import { power, product, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { freeSymbols, subterms } from "../expr/walk.ts";
import { decideEqual, findSeparation, inTower, whyUnreadable, type Circumstances } from "../kernel/field.ts";
import type { Separation } from "../kernel/enclosure.ts";
import { cancelled, divideFraction, isZeroFraction } from "../kernel/fraction.ts";
import { normal } from "../kernel/normal.ts";
import type { KernelError } from "../kernel/theorem.ts";
import { express } from "../kernel/tower.ts";
import { arranged } from "../notation/arrange.ts";
import { infix } from "../notation/infixPrinter.ts";
import { guessRatio } from "./monomial.ts";
import { middleOf } from "../number/ball.ts";
import type { ComplexBall } from "../number/complexBall.ts";
import { showGaussian } from "../number/rational.ts";

/** Ratios with more distinct subterms than this are not called simple. */
const SIMPLE = 14;
/** … or with more symbols than this. */
const FEW = 4;

const isProvedRatio = (ratio: Expr, a: Expr, b: Expr, circumstances: Circumstances): boolean => subterms(ratio).length <= SIMPLE && decideEqual(a, product(ratio, b), circumstances).kind === "equal";

/** a/b when it is a number times powers of a few letters, sines and cosines; the quick half of `simpleRatio`. */
export const monomialRatio = (a: Expr, b: Expr, circumstances: Circumstances = {}): Expr | undefined => {
  const guess = guessRatio(a, b, FEW)?.monomial;
  const shown = guess === undefined ? undefined : arranged(guess);
  return shown !== undefined && isProvedRatio(shown, a, b, circumstances) ? shown : undefined;
};

/** a/b when it is a short term, proved to be the ratio; undefined otherwise. */
export const simpleRatio = (a: Expr, b: Expr, circumstances: Circumstances = {}): Expr | undefined => {
  if (b === ZERO) return undefined;
  const guess = guessRatio(a, b, FEW);
  if (guess !== undefined && guess.variables.length > FEW) return undefined;
  const isRatio = (ratio: Expr): boolean => isProvedRatio(ratio, a, b, circumstances);
  if (guess?.monomial !== undefined) {
    const shown = arranged(guess.monomial);
    if (isRatio(shown)) return shown;
  }
  try {
    const ratio = inTower((reading) => {
      const [x, y] = [normal(reading, a), normal(reading, b)];
      return isZeroFraction(y) ? undefined : express(reading.tower, cancelled(reading.tower, divideFraction(reading.tower, x, y)));
    }, circumstances);
    const shown = ratio === undefined ? undefined : arranged(ratio);
    return shown !== undefined && isRatio(shown) ? shown : undefined;
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return undefined;
  }
};

/** A computed term for a reader: letters and sums of letters in their normal form where that is shorter, functions as they stand. */
export const tidied = (e: Expr, circumstances: Circumstances = {}): Expr => {
  if (e.kind === "product") {
    const letters = product(...e.args.filter(isOfLetters));
    return arranged(product(letters.kind === "product" ? shorter(letters, circumstances) : letters, ...e.args.filter((factor) => !isOfLetters(factor)).map((factor) => tidied(factor, circumstances))));
  }
  if (e.kind === "power" && e.args[0].kind === "sum") return power(tidied(e.args[0], circumstances), e.args[1]);
  return e.kind === "sum" && !subterms(e).some((node) => isFunction(node) && freeSymbols(node).length > 0) ? shorter(e, circumstances) : e;
};

/** No sums, no functions. */
const isOfLetters = (e: Expr): boolean => subterms(e).every((node) => node.kind !== "sum" && !isFunction(node));
const isFunction = (e: Expr): boolean => e.kind === "call" && typeof e.head === "string";

const shorter = (e: Expr, circumstances: Circumstances): Expr => {
  try {
    const shown = arranged(inTower((reading) => express(reading.tower, cancelled(reading.tower, normal(reading, e))), circumstances));
    return subterms(shown).length < subterms(e).length ? shown : e;
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return e;
  }
};

const digits = (x: number): string => {
  const text = x.toPrecision(6);
  return text.includes("e") ? text.replace(/\.?0+e/, "e") : text.replace(/\.?0+$/, "");
};

/** A part of a complex number below 1e-15 of its modulus is what rounding left: 0 for a reader. */
export const withoutNoise = (re: number, im: number): readonly [re: number, im: number] =>
  [Math.abs(re) < 1e-15 * Math.abs(im) ? 0 : re, Math.abs(im) < 1e-15 * Math.abs(re) ? 0 : im];

export const showValue = (value: ComplexBall): string => {
  const [re, im] = withoutNoise(middleOf(value.re), middleOf(value.im));
  if (im === 0) return digits(re);
  return `${re === 0 ? "" : `${digits(re)} ${im < 0 ? "-" : "+"} `}${re === 0 && im < 0 ? "-" : ""}${digits(Math.abs(im))}i`;
};

export const showPoint = (separation: Separation): string =>
  [...separation.point.values].map(([s, value]) => `${infix(symbol(s))} = ${showGaussian(value)}`).join(", ");

/** The report of a line that does not follow: where, expected, found, ratio, a point, what to try. */
export const differenceReport = (place: string, error: KernelError, expected: Expr, found: Expr): string => {
  const rows = [`${place}: ${error.message.replace(/^[\w-]+: /, "")}`, `  expected  ${infix(expected)}`, `  found     ${infix(found)}`];
  const ratio = simpleRatio(expected, found);
  if (ratio !== undefined) rows.push(`  ratio     expected / found = ${infix(ratio)}`);
  const separation = findSeparation(expected, found);
  if (separation !== undefined) rows.push(`  at        ${showPoint(separation)}:  ${showValue(separation.left)} against ${showValue(separation.right)}`);
  rows.push("  try       correct the line, or name the fact it uses with by.substituting(…)");
  return rows.join("\n");
};
