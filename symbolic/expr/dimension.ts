/**
 * # Physical dimensions
 *
 * A dimension is the vector of its exponents over the five base quantities that the papers need; a pure number is the zero vector.
 * Angles are pure numbers. Exponents are rational, so that √energy is a dimension too.
 */
import { addRational, equalRational, multiplyRational, rational, showRational, zero, type Rational } from "../number/rational.ts";

export const baseQuantities = ["length", "time", "mass", "current", "temperature"] as const;
export type BaseQuantity = (typeof baseQuantities)[number];
export type Dimension = Readonly<Record<BaseQuantity, Rational>>;

const SI_SYMBOL: Readonly<Record<BaseQuantity, string>> = { length: "m", time: "s", mass: "kg", current: "A", temperature: "K" };

const build = (exponent: (quantity: BaseQuantity) => Rational): Dimension => ({
  length: exponent("length"), time: exponent("time"), mass: exponent("mass"), current: exponent("current"), temperature: exponent("temperature"),
});

/** A dimension from machine integers: `dimension({ mass: 1, length: 2, time: -2 })` is an energy. */
export const dimension = (exponents: Readonly<Partial<Record<BaseQuantity, number>>>): Dimension =>
  build((quantity) => rational(exponents[quantity] ?? 0));

export const dimensionless: Dimension = build(() => zero);

export const multiplyDimensions = (a: Dimension, b: Dimension): Dimension => build((quantity) => addRational(a[quantity], b[quantity]));

export const powerOfDimension = (a: Dimension, exponent: Rational): Dimension => build((quantity) => multiplyRational(a[quantity], exponent));

export const equalDimensions = (a: Dimension, b: Dimension): boolean => baseQuantities.every((quantity) => equalRational(a[quantity], b[quantity]));

export const isDimensionless = (a: Dimension): boolean => equalDimensions(a, dimensionless);

/** "kg·m^2·s^-2"; "1" for a pure number. */
export const showDimension = (a: Dimension): string => {
  const order: readonly BaseQuantity[] = ["mass", "length", "time", "current", "temperature"];
  const parts = order
    .filter((quantity) => a[quantity].numerator !== 0)
    .map((quantity) => (equalRational(a[quantity], rational(1)) ? SI_SYMBOL[quantity] : `${SI_SYMBOL[quantity]}^${showRational(a[quantity])}`));
  return parts.length === 0 ? "1" : parts.join("·");
};
