/**
 * # Sample points
 *
 * Small rational values that respect the assumptions of each symbol, drawn from a seeded generator: the same seed gives the same
 * points on every machine. Points only ever refute, so their choice cannot make anything true.
 */
import { gaussian, rational, type Gaussian, type Rational } from "../number/rational.ts";
import {
  isIntegerSymbol, isNegativeSymbol, isNonzeroSymbol, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol,
} from "../expr/symbol.ts";

/** Mulberry32 by its published recurrence: a uniform number in [0, 1) from a 32-bit state. */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const positiveValues: readonly (readonly [number, number])[] = [
  [1, 2], [1, 3], [2, 3], [3, 4], [4, 5], [5, 4], [4, 3], [3, 2], [5, 3], [7, 4], [2, 1], [7, 3], [5, 2], [8, 3], [3, 1], [7, 2],
];

const minus = (value: Rational): Rational => rational(-Number(value.numerator), value.denominator);

const valueFor = (s: PhysicalSymbol, random: () => number): Gaussian => {
  const positive = (): Rational => {
    const [p, q] = positiveValues[Math.floor(random() * positiveValues.length)] ?? [1, 1];
    return rational(p, q);
  };
  const signed = (): Rational => {
    const value = positive();
    return random() < 0.5 ? minus(value) : value;
  };
  if (isSign(s)) return gaussian(rational(isPositiveSymbol(s) || (!isNegativeSymbol(s) && random() >= 0.5) ? 1 : -1));
  if (isIntegerSymbol(s)) {
    if (!isNonzeroSymbol(s)) return gaussian(rational(Math.floor(random() * 13) - 5));
    const size = rational(1 + Math.floor(random() * 9));
    return gaussian(isNegativeSymbol(s) || (!isPositiveSymbol(s) && random() < 0.5) ? minus(size) : size);
  }
  if (isPositiveSymbol(s)) return gaussian(positive());
  if (isNegativeSymbol(s)) return gaussian(minus(positive()));
  if (isRealSymbol(s)) return gaussian(signed());
  return gaussian(signed(), signed());
};

/** The k-th sample point for these symbols. */
export const samplePoint = (symbols: readonly PhysicalSymbol[], k: number, seed: number): ReadonlyMap<PhysicalSymbol, Gaussian> => {
  const random = randomNumbers(seed * 7919 + k * 104729 + 1);
  return new Map(symbols.map((s) => [s, valueFor(s, random)]));
};

/** The value of an undefined function at exact arguments, fixed by the text of the call and the seed. */
export const arbitraryValue = (head: PhysicalSymbol, key: string, seed: number): Gaussian => {
  let state = seed;
  for (let k = 0; k < key.length; k++) state = Math.imul(state ^ key.charCodeAt(k), 0x01000193) >>> 0;
  return valueFor(head, randomNumbers(state));
};
