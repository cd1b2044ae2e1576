/**
 * # Claims
 *
 * What a paper prints, kept apart from how we read it: `printed` is verbatim and never edited to make a check pass; `asserts` is our reading,
 * one assertion for each relation of the display.
 */
import type { Decimal } from "../number/decimal.ts";
import { rational, type Rational } from "../number/rational.ts";
import { difference } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import type { Weights } from "../kernel/taylor.ts";

export type ClaimKind = "equation" | "number" | "statement" | "definition" | "premise";

export type Assertion =
  | { readonly kind: "equal"; readonly left: Expr; readonly right: Expr }
  /** left ≈ right: the terms through the given order, counted by the weights. */
  | { readonly kind: "expansion"; readonly left: Expr; readonly right: Expr; readonly weights: Weights; readonly through: number }
  /** left has the printed figures in the unit, or times the symbol; `magnitude`: an order of magnitude only. */
  | { readonly kind: "digits"; readonly left: Expr; readonly digits: Decimal; readonly unit: string; readonly times: Expr | undefined; readonly magnitude: boolean }
  | { readonly kind: "positive"; readonly term: Expr; readonly left: Expr; readonly right: Expr }
  /** Not identically zero; with `counting`: not zero to that order, so that something is left in the limit. */
  | { readonly kind: "nonzero"; readonly term: Expr; readonly counting: { readonly weights: Weights; readonly through: Rational } | undefined }
  /** left is proportional to a power of one letter, or without an exponent: grows in magnitude with it, while the `fixed` letters are held. */
  | { readonly kind: "dependence"; readonly left: Expr; readonly on: PhysicalSymbol; readonly exponent: Rational | undefined; readonly fixed: readonly PhysicalSymbol[] };

/** Another reading of the same print, tried when the first one fails. */
export interface Alternative {
  readonly id: string;
  readonly text: string;
  /** The print may have lost or changed a mark on its way to us. */
  readonly ocr: boolean;
  readonly asserts: readonly Assertion[];
}

export interface Claim {
  readonly id: string;
  readonly label: string;
  readonly page: number;
  readonly where: string;
  readonly kind: ClaimKind;
  readonly printed: string;
  readonly asserts: readonly Assertion[];
  /** Indices and variables for which the claim is stated in general. */
  readonly forAll: readonly PhysicalSymbol[];
  /** Why the LaTeX is not read by the reader: a statement in words, a notation that it does not have. */
  readonly byHand: string | undefined;
  /** Relations that the paper introduces here: nothing printed before leads to them, so for the chain they are premises. */
  readonly introduces: readonly number[];
  readonly alternatives: readonly Alternative[];
}

export interface ClaimOptions {
  readonly label?: string;
  readonly page: number;
  readonly where: string;
  readonly kind?: ClaimKind;
  readonly printed: string;
  readonly asserts: Assertion | readonly Assertion[];
  readonly forAll?: readonly PhysicalSymbol[];
  readonly byHand?: string;
  readonly introduces?: readonly number[];
  readonly alternatives?: readonly Alternative[];
}

const isList = (given: Assertion | readonly Assertion[]): given is readonly Assertion[] => Array.isArray(given);

export const claim = (id: string, options: ClaimOptions): Claim => ({
  id,
  label: options.label ?? (/^eq\d+$/.test(id) ? `Eq. (${id.slice(2)})` : id),
  page: options.page,
  where: options.where,
  kind: options.kind ?? "equation",
  printed: options.printed,
  asserts: isList(options.asserts) ? options.asserts : [options.asserts],
  forAll: options.forAll ?? [],
  byHand: options.byHand,
  introduces: options.introduces ?? [],
  alternatives: options.alternatives ?? [],
});

export interface Equation { readonly left: Expr; readonly right: Expr }

export const states = (equation: Equation): Assertion => ({ kind: "equal", left: equation.left, right: equation.right });

/** "≈" with its power counting. */
export const statesExpansion = (equation: Equation, counting: { readonly weights: ReadonlyMap<PhysicalSymbol, number>; readonly through: number }): Assertion => ({
  kind: "expansion", left: equation.left, right: equation.right, through: counting.through, weights: weightsOf(counting.weights),
});

const weightsOf = (weights: ReadonlyMap<PhysicalSymbol, number>): Weights => new Map([...weights].map(([s, weight]) => [s, rational(weight)]));

export const statesDigits = (left: Expr, digits: Decimal, unit: string, options: { readonly times?: Expr; readonly magnitude?: boolean } = {}): Assertion =>
  ({ kind: "digits", left, digits, unit, times: options.times, magnitude: options.magnitude ?? false });

export const statesGreater = (left: Expr, right: Expr): Assertion => ({ kind: "positive", term: difference(left, right), left, right });

export const statesNonzero = (term: Expr, counting?: { readonly weights: ReadonlyMap<PhysicalSymbol, number>; readonly through: number }): Assertion => ({
  kind: "nonzero", term, counting: counting === undefined ? undefined : { weights: weightsOf(counting.weights), through: rational(counting.through) },
});

/** left ∝ onᵉˣᵖᵒⁿᵉⁿᵗ with the other letters of the derived formula held fixed. */
export const statesPower = (left: Expr, on: PhysicalSymbol, exponent: number, fixed: readonly PhysicalSymbol[]): Assertion => ({ kind: "dependence", left, on, exponent: rational(exponent), fixed });

/** |left| grows with a letter. */
export const statesGrowth = (left: Expr, on: PhysicalSymbol, fixed: readonly PhysicalSymbol[]): Assertion => ({ kind: "dependence", left, on, exponent: undefined, fixed });
