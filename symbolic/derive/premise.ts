/**
 * # Premises
 *
 * What a derivation may start from. `premise` is a statement of the paper or of its model; `parameter` gives a symbol its printed value or a
 * constant of nature with its source; `printed` takes a claim of the paper as it stands.
 */
import { decimal, type Decimal } from "../number/decimal.ts";
import { addRational, multiplyRational, subtractRational, type Rational } from "../number/rational.ts";
import { number, symbol } from "../expr/build.ts";
import { equalDimensions, showDimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import type { Premise, PremiseKind, Statement } from "../kernel/statement.ts";
import { readUnit } from "../notation/units.ts";
import type { Claim, Equation } from "./claim.ts";

export interface PremiseOptions {
  readonly kind: Exclude<PremiseKind, "parameter" | "printed">;
  readonly where: string;
  readonly text: string;
  readonly forAll?: readonly PhysicalSymbol[];
}

export const premise = (id: string, says: Equation | Statement, options: PremiseOptions): Premise => ({
  id, kind: options.kind, says: "kind" in says ? says : { kind: "equal", left: says.left, right: says.right }, where: options.where, text: options.text, forAll: options.forAll ?? [],
});

export interface Parameter extends Premise {
  readonly symbol: PhysicalSymbol;
  readonly digits: Decimal;
  readonly unit: string;
  /** Value in SI. */
  readonly value: Rational;
  /** The digits are a rounded result of something else, not a choice: then only their interval is known. */
  readonly rounded: boolean;
  /** The claim that prints it, when the value is a result of the paper. */
  readonly claim: string | undefined;
}

export class BadParameter extends Error {
  override readonly name = "BadParameter";
}

/** A symbol with its value. The unit must have the symbol's dimension. */
export const parameter = (of: PhysicalSymbol, digits: string, unit: string, options: { readonly where: string; readonly text?: string; readonly rounded?: boolean; readonly claim?: string }): Parameter => {
  const known = readUnit(unit);
  if (known === undefined) throw new BadParameter(`parameter '${of.name}': unknown unit '${unit}'`);
  if (of.dimension !== undefined && !equalDimensions(of.dimension, known.dimension)) {
    throw new BadParameter(`parameter '${of.name}': the unit '${unit}' has the dimension ${showDimension(known.dimension)}, expected ${showDimension(of.dimension)}`);
  }
  const read = decimal(digits);
  const value = multiplyRational(read.value, known.factor);
  return {
    id: of.name, kind: "parameter", says: { kind: "equal", left: symbol(of), right: number(value) }, where: options.where,
    text: options.text ?? `${of.meaning === "" ? of.name : of.meaning}: ${digits} ${unit}`, forAll: [], symbol: of, digits: read, unit, value, rounded: options.rounded ?? false, claim: options.claim,
  };
};

/** Printed figures as a term: their exact value in SI. */
export const quantity = (digits: string, unit: string): Expr => {
  const known = readUnit(unit);
  if (known === undefined) throw new BadParameter(`unknown unit '${unit}'`);
  return number(multiplyRational(decimal(digits).value, known.factor));
};

export const isParameter = (p: Premise): p is Parameter => p.kind === "parameter" && "digits" in p;

/** The interval of values that round to the printed digits, in SI. */
export const parameterInterval = (p: Parameter): readonly [Rational, Rational] => {
  const half = multiplyRational(p.digits.halfUnit, readUnit(p.unit)?.factor ?? p.value);
  return [subtractRational(p.value, half), addRational(p.value, half)];
};

/** A printed formula as a hypothesis, a definition where the claim is one. `part` counts the relations of the display. */
export const printed = (claim: Claim, part = 0): Premise => {
  const assertion = claim.asserts[part];
  if (assertion === undefined || (assertion.kind !== "equal" && assertion.kind !== "expansion")) throw new RangeError(`${claim.id} has no printed equation number ${part + 1}`);
  return { id: claim.id, kind: claim.kind === "definition" ? "definition" : "printed", says: { kind: "equal", left: assertion.left, right: assertion.right }, where: claim.where, text: `${claim.label} as printed`, forAll: claim.forAll };
};

/** What a printed claim says, in the form in which a derivation needs it. */
export const restated = (claim: Claim, says: Equation, text: string): Premise => ({
  id: claim.id, kind: "printed", says: { kind: "equal", left: says.left, right: says.right }, where: claim.where, text, forAll: claim.forAll,
});

/** A printed formula read under a convention; `agrees` lists the values at which it is the print, and the checker proves that it is. */
export interface ReadUnder extends Premise {
  readonly claim: Claim;
  readonly part: number;
  readonly agrees: ReadonlyMap<PhysicalSymbol, Expr>;
}

export const printedUnder = (claim: Claim, options: { readonly part?: number; readonly as: Equation; readonly agrees: ReadonlyMap<PhysicalSymbol, Expr>; readonly text: string }): ReadUnder => ({
  ...printed(claim, options.part ?? 0), says: { kind: "equal", left: options.as.left, right: options.as.right }, text: options.text, claim, part: options.part ?? 0, agrees: options.agrees,
});

export const isReadUnder = (p: Premise): p is ReadUnder => "agrees" in p;
