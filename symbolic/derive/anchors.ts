/**
 * # Anchors
 *
 * Points at which the premises of a paper hold, written down beside it in anchors.json:
 *
 * ```json
 * { "points": [ { "name": "printed values", "source": "Sec. II, below Eq. (10)", "values": { "Δ": "3.2 eV", "c": "1" } } ] }
 * ```
 *
 * Each value is printed figures with their unit ("1" or nothing for a pure number) for a plain symbol of the paper, by its name or its ASCII
 * name. Figures stand for the interval that rounds to them. Families and whatever a definition gives follow from the definitions.
 */
import { decimal, type Decimal } from "../number/decimal.ts";
import { compareRational, isInteger, multiplyRational, one, absRational, signOfRational, type Rational } from "../number/rational.ts";
import { dimensionless, equalDimensions, showDimension } from "../expr/dimension.ts";
import { isIntegerSymbol, isNegativeSymbol, isNonzeroSymbol, isPositiveSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { suggestion } from "../notation/suggestion.ts";
import { readUnit } from "../notation/units.ts";
import type { Paper } from "./paper.ts";

/** A value in SI with half a unit of its last figure; exact for signs and integers. */
export interface AnchorValue { readonly value: Rational; readonly half: Rational; readonly text: string }

export interface Anchor { readonly name: string; readonly source: string; readonly values: ReadonlyMap<PhysicalSymbol, AnchorValue> }

/** anchors.json is not what it should be, or a point of it does not satisfy the premises. */
export class AnchorError extends Error {
  override readonly name = "AnchorError";
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

/** Nothing where the paper has no anchors. */
export const readAnchors = (paper: Paper, data: unknown): readonly Anchor[] => {
  if (data === undefined) return [];
  const where = `${paper.id}/anchors.json`;
  const list: unknown = isObject(data) ? Reflect.get(data, "points") : undefined;
  if (!Array.isArray(list)) throw new AnchorError(`${where}: expected { "points": [ … ] }\n  found     ${isObject(data) ? `an object with ${Object.keys(data).join(", ") || "nothing in it"}` : Array.isArray(data) ? "a list" : JSON.stringify(data)}`);
  return list.map((point: unknown, k) => readPoint(paper, `${where}, point ${k + 1}`, point));
};

const readPoint = (paper: Paper, where: string, point: unknown): Anchor => {
  if (!isObject(point)) throw new AnchorError(`${where}: expected an object with name, source and values\n  found     ${JSON.stringify(point)}`);
  const unknownKey = Object.keys(point).find((key) => !["name", "source", "values"].includes(key));
  if (unknownKey !== undefined) throw new AnchorError(`${where}: unknown field '${unknownKey}'\n  expected  name, source, values`);
  const text = (field: string): string => {
    const value: unknown = Reflect.get(point, field);
    if (typeof value !== "string" || value === "") throw new AnchorError(`${where}: '${field}' must be a text\n  found     ${value === undefined ? "nothing" : JSON.stringify(value)}`);
    return value;
  };
  const [name, source] = [text("name"), text("source")];
  const values: unknown = Reflect.get(point, "values");
  if (!isObject(values)) throw new AnchorError(`${where} (${name}): 'values' must give symbols their values\n  expected  { "Δ": "3.2 eV", … }\n  found     ${values === undefined ? "nothing" : JSON.stringify(values)}`);
  return { name, source, values: new Map(Object.keys(values).map((key) => readValue(paper, `${where} (${name})`, key, Reflect.get(values, key)))) };
};

const readValue = (paper: Paper, where: string, key: string, given: unknown): readonly [PhysicalSymbol, AnchorValue] => {
  const of = paper.symbols.find((s) => s.name === key) ?? paper.symbols.find((s) => s.ascii === key);
  if (of === undefined) {
    const near = suggestion(key, paper.symbols.filter((s) => s.arguments === undefined).map((s) => s.name));
    throw new AnchorError(`${where}: unknown symbol '${key}'${near === undefined ? "" : `\n  did you mean '${near}'?`}`);
  }
  const wrong = (expected: string): AnchorError => new AnchorError(`${where}: the value of '${key}'\n  expected  ${expected}\n  found     ${JSON.stringify(given)}`);
  if (of.arguments !== undefined) throw new AnchorError(`${where}: '${key}' is a family\n  try       give values to plain symbols; families follow from the definitions`);
  if (typeof given !== "string") throw wrong('figures and unit in one text, such as "3.2 eV"');
  const [figures = "", unitText = "1"] = given.trim().split(/\s+(.*)/s);
  const unit = readUnit(unitText === "" ? "1" : unitText);
  if (unit === undefined) throw wrong(`a known unit (not '${unitText}')`);
  const dimension = of.dimension ?? dimensionless;
  if (!equalDimensions(unit.dimension, dimension)) throw wrong(`a unit of the dimension ${showDimension(dimension)} ('${unitText}' has ${showDimension(unit.dimension)})`);
  let read: Decimal;
  try {
    read = decimal(figures);
  } catch {
    throw wrong("printed figures such as 3.2 or 5e-27");
  }
  const value = multiplyRational(read.value, unit.factor);
  const violated = violation(of, value);
  if (violated !== undefined) throw wrong(`a value that is ${violated}, as '${of.name}' is assumed`);
  const isExact = isSign(of) || isIntegerSymbol(of);
  return [of, { value, half: isExact ? { numerator: 0, denominator: 1 } : multiplyRational(read.halfUnit, unit.factor), text: given }];
};

/** The assumption that the value does not meet. */
export const violation = (s: PhysicalSymbol, value: Rational): string | undefined => {
  const sign = signOfRational(value);
  if (isSign(s) && compareRational(absRational(value), one) !== 0) return "±1";
  if (isIntegerSymbol(s) && !isInteger(value)) return "an integer";
  if (isPositiveSymbol(s) && sign <= 0) return "positive";
  if (isNegativeSymbol(s) && sign >= 0) return "negative";
  return isNonzeroSymbol(s) && sign === 0 ? "nonzero" : undefined;
};
