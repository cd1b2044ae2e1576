/**
 * # SI units of numeric values
 *
 * - `unitOf`: the shortest SI unit of a dimension ("J", "N", "J*s", "A/m"), in the spelling that the unit reader reads; "1" for a pure number.
 * - `dimensionOfTerm`: the dimension of a term all of whose symbols have one; undefined where it has none, such as a sum of unequal dimensions.
 */
import { baseQuantities, dimensionless, equalDimensions, isDimensionless, multiplyDimensions, powerOfDimension, type BaseQuantity, type Dimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import { isInteger, rational, showRational, signOfRational, type Rational } from "../number/rational.ts";

/** `pivot`: a base quantity that the unit contains. */
interface Named { readonly name: string; readonly exponents: readonly number[]; readonly pivot: number }

const named = (name: string, of: Readonly<Partial<Record<BaseQuantity, number>>>): Named => ({
  name, exponents: baseQuantities.map((quantity) => of[quantity] ?? 0), pivot: baseQuantities.findIndex((quantity) => of[quantity] !== undefined),
});

/** In the order of preference among equally short products. Source: BIPM, The International System of Units, 9th edition (2019). */
const units: readonly Named[] = [
  named("J", { mass: 1, length: 2, time: -2 }), named("V", { mass: 1, length: 2, time: -3, current: -1 }), named("T", { mass: 1, time: -2, current: -1 }),
  named("N", { mass: 1, length: 1, time: -2 }), named("C", { current: 1, time: 1 }), named("W", { mass: 1, length: 2, time: -3 }),
  named("A", { current: 1 }), named("kg", { mass: 1 }), named("m", { length: 1 }), named("s", { time: 1 }), named("K", { temperature: 1 }),
];

const exponents = [1, -1, 2, -2, 3, -3, 4, -4];

interface Factor { readonly name: string; readonly exponent: number }

const quantities = baseQuantities.map((_, q) => q);
const isMultiple = (target: readonly number[], unit: readonly number[], exponent: number): boolean => quantities.every((q) => target[q] === exponent * (unit[q] ?? 0));

/** The exponent with which the unit alone gives the target; undefined when it does not. */
const exponentFor = (target: readonly number[], unit: Named): number | undefined => {
  const exponent = (target[unit.pivot] ?? 0) / (unit.exponents[unit.pivot] ?? 1);
  return exponents.includes(exponent) && isMultiple(target, unit.exponents, exponent) ? exponent : undefined;
};

/** Raising to a power costs more than naming a unit, dividing a little more than multiplying. */
const cost = ({ exponent }: Factor): number => 1 + Math.abs(exponent) + (exponent < 0 ? 0.25 : 0);

/** The cheapest product of at most two units. */
const shortProduct = (target: readonly number[]): readonly Factor[] | undefined => {
  let best: readonly Factor[] | undefined;
  let least = Infinity;
  const consider = (factors: readonly Factor[]): void => {
    const total = factors.reduce((sum, factor) => sum + cost(factor), 0);
    if (total < least) [best, least] = [factors, total];
  };
  for (const unit of units) {
    const exponent = exponentFor(target, unit);
    if (exponent !== undefined) consider([{ name: unit.name, exponent }]);
  }
  if (least <= 2) return best;
  units.forEach((first, k) => {
    for (const a of exponents) {
      const own: Factor = { name: first.name, exponent: a };
      if (cost(own) + 2 >= least) continue;
      const rest = target.map((value, q) => value - a * (first.exponents[q] ?? 0));
      for (let j = k + 1; j < units.length; j++) {
        const second = units[j];
        const exponent = second === undefined ? undefined : exponentFor(rest, second);
        if (second !== undefined && exponent !== undefined) consider([own, { name: second.name, exponent }]);
      }
    }
  });
  return best;
};

const powerText = (name: string, exponent: string): string => (exponent === "1" ? name : `${name}^${exponent.includes("/") ? `(${exponent})` : exponent}`);

/** "J*s", "A/m", "1/s"; what is divided by stands last. */
const productText = (factors: readonly { readonly name: string; readonly exponent: Rational }[]): string => {
  const above = factors.filter(({ exponent }) => signOfRational(exponent) > 0).map(({ name, exponent }) => powerText(name, showRational(exponent)));
  const below = factors.filter(({ exponent }) => signOfRational(exponent) < 0).map(({ name, exponent }) => powerText(name, showRational(exponent).slice(1)));
  return [above.length === 0 ? "1" : above.join("*"), ...below].join("/");
};

export const unitOf = (d: Dimension): string => {
  if (isDimensionless(d)) return "1";
  const exact = baseQuantities.map((quantity) => d[quantity]);
  const short = exact.every(isInteger) ? shortProduct(exact.map((value) => Number(value.numerator))) : undefined;
  if (short !== undefined) return productText(short.map(({ name, exponent }) => ({ name, exponent: rational(exponent) })));
  const order = ["mass", "length", "time", "current", "temperature"] as const;
  const symbolOf = { mass: "kg", length: "m", time: "s", current: "A", temperature: "K" } as const;
  return productText(order.map((quantity) => ({ name: symbolOf[quantity], exponent: d[quantity] })));
};

/** "any": the number 0. */
type Found = Dimension | "any" | undefined;

const allEqual = (found: readonly Found[]): Found => {
  const known = found.filter((each) => each !== "any");
  const [first] = known;
  if (first === undefined) return known.length === 0 ? "any" : undefined;
  return known.every((each) => each !== undefined && equalDimensions(each, first)) ? first : undefined;
};

const isPure = (found: Found): boolean => found === "any" || (found !== undefined && isDimensionless(found));

/** Each subterm once: terms share their parts, and a tree that is written out can be exponentially larger. */
const dimensionIn = (e: Expr, known: Map<Expr, Found>): Found => {
  if (known.has(e)) return known.get(e);
  const found = dimensionFrom(e, (part) => dimensionIn(part, known));
  known.set(e, found);
  return found;
};

const dimensionFrom = (e: Expr, of: (part: Expr) => Found): Found => {
  switch (e.kind) {
    case "number": return e.value.numerator === 0 ? "any" : dimensionless;
    case "symbol": return e.symbol.dimension;
    case "sum": return allEqual(e.args.map(of));
    case "product": case "word": return e.args.map(of).reduce<Found>((total, next) => (total === undefined || next === undefined ? undefined : total === "any" || next === "any" ? "any" : multiplyDimensions(total, next)), dimensionless);
    case "power": {
      const [base, exponent] = [of(e.args[0]), e.args[1]];
      if (exponent.kind === "number") return base === undefined || base === "any" ? base : powerOfDimension(base, exponent.value);
      return isPure(base) && isPure(of(exponent)) ? dimensionless : undefined;
    }
    case "call": {
      if (typeof e.head !== "string") return e.head.dimension;
      const [argument] = e.args.map(of);
      if (e.head === "abs" || e.head === "conj" || e.head === "re" || e.head === "im") return argument;
      return e.head === "sign" ? (argument === undefined ? undefined : dimensionless) : isPure(argument) ? dimensionless : undefined;
    }
    case "binder": return e.head === "sum" ? of(e.args[0] ?? e) : undefined;
  }
};

export const dimensionOfTerm = (e: Expr): Dimension | undefined => {
  const found = dimensionIn(e, new Map());
  return found === "any" ? undefined : found;
};
