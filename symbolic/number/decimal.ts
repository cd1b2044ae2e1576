/**
 * # Printed decimals
 *
 * A number in a paper is its digits: "20.0" is not "20". The printed figures stand for the closed interval of all values that
 * round to them: [19.95, 20.05] for "20.0", [15, 25] for "2e1".
 *
 * Trusted: yes.
 */
import { addRational, compareRational, multiplyRational, parseRational, powerRational, rational, subtractRational, type Rational } from "./rational.ts";

export interface Decimal {
  readonly digits: string;
  /** The exact value of the digits. */
  readonly value: Rational;
  /** Half a unit of the last printed digit. */
  readonly halfUnit: Rational;
  readonly significant: number;
}

/** Reads "20.0", "-1.1", "5e-27", "1.60e-19". Fails on anything else. */
export const decimal = (digits: string): Decimal => {
  const match = /^[+-]?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(digits);
  const value = match === null ? undefined : parseRational(digits);
  if (match === null || value === undefined) throw new SyntaxError(`not a printed decimal: '${digits}' (expected digits like 20.0 or 5e-27)`);
  const [, whole = "", decimals = "", exponent = "0"] = match;
  const lastPlace = Number(exponent) - decimals.length;
  return {
    digits,
    value,
    halfUnit: multiplyRational(powerRational(rational(10), lastPlace), rational(1, 2)),
    significant: (whole + decimals).replace(/^0+/, "").length,
  };
};

export const lowest = (d: Decimal): Rational => subtractRational(d.value, d.halfUnit);
export const highest = (d: Decimal): Rational => addRational(d.value, d.halfUnit);

/** Whether the whole interval [low, high] rounds to the printed digits. */
export const roundsTo = (low: Rational, high: Rational, d: Decimal): boolean =>
  compareRational(low, lowest(d)) >= 0 && compareRational(high, highest(d)) <= 0;

/** Whether no value in [low, high] rounds to the printed digits. */
export const cannotRoundTo = (low: Rational, high: Rational, d: Decimal): boolean =>
  compareRational(high, lowest(d)) < 0 || compareRational(low, highest(d)) > 0;
