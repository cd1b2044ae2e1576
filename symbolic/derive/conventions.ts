/**
 * # Conventions
 *
 * Before a print is called a discrepancy, it is read under other conventions: those that the paper states elsewhere or that its notation
 * allows, and the usual ones (a fixed chirality or branch, the sign of the charge, the conjugate time factor, constants set to one).
 */
import { call, int, negate, ONE, symbol } from "../expr/build.ts";
import { dimension, equalDimensions } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import { isPositiveSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute } from "../expr/walk.ts";
import { decideEqual, type Circumstances } from "../kernel/field.ts";
import { rewriteOnce } from "../kernel/rewrite.ts";
import type { Equation } from "./claim.ts";
import { simpleRatio } from "./difference.ts";
import { mayBeEqual } from "./numeric.ts";

/** Another meaning of letters: replacements in the derived formula, in the printed one, or in both. */
export interface Convention {
  readonly id: string;
  readonly text: string;
  readonly inDerived?: readonly Equation[];
  readonly inPrinted?: readonly Equation[];
  /** Claims that it is about; all, when not given. */
  readonly claims?: readonly string[];
}

export interface Tried {
  readonly id: string;
  readonly text: string;
  readonly holds: boolean;
  /** derived ÷ printed under it, when that is simple. */
  readonly ratio: Expr | undefined;
  /** What is derived under it, for a reading with a derivation of its own. */
  readonly derived?: Expr | undefined;
}

type Change = (e: Expr) => Expr;
/** `stated`: the paper or its notation suggests it; the others are tried on every paper. */
interface Option { readonly id: string; readonly text: string; readonly derived: Change; readonly printed: Change; readonly stated: boolean }

const same: Change = (e) => e;

const replacing = (equations: readonly Equation[] | undefined): Change => {
  if (equations === undefined) return same;
  const rows = equations.map(({ left, right }) => ({ left, right, forAll: left.kind === "call" ? left.args.flatMap((arg) => (arg.kind === "symbol" ? [arg.symbol] : [])) : [], source: undefined }));
  return (e) => rewriteOnce(e, rows, () => []).term;
};

const charge = dimension({ current: 1, time: 1 });

const usual = (terms: readonly Expr[]): readonly Option[] => {
  const symbols = [...new Set(terms.flatMap((term) => freeSymbols(term)))];
  const fixed = (s: PhysicalSymbol, value: number): Option => {
    const change: Change = (e) => substitute(e, new Map([[s, int(value)]]));
    return { id: `${s.name}=${value}`, text: `${s.name} = ${value > 0 ? "+" : "−"}1 (${s.meaning === "" ? "a sign" : s.meaning})`, derived: change, printed: change, stated: false };
  };
  const charges = symbols.filter((s) => s.dimension !== undefined && equalDimensions(s.dimension, charge) && s.arguments === undefined && !isPositiveSymbol(s));
  return [
    ...symbols.filter(isSign).flatMap((s) => [fixed(s, 1), fixed(s, -1)]),
    ...charges.map((s): Option => ({ id: `charge:${s.name}`, text: `${s.name} is the negative charge of the electron`, derived: same, printed: (e) => substitute(e, new Map([[s, negate(symbol(s))]])), stated: false })),
    ...(terms.some((term) => freeSymbols(term).some((s) => s.name === "i")) ? [{ id: "conjugate", text: "the opposite sign of i (conjugate time factor)", derived: same, printed: (e: Expr) => call("conj", [e]), stated: false }] : []),
  ];
};

/** Whether an equation that holds still does with a sign fixed, i conjugated or a charge reversed. What a paper states as a convention is about the relations that need it. */
export const staysEqual = (id: string, derived: Expr, printed: Expr, circumstances: Circumstances): boolean => {
  const option = usual([derived, printed]).find((other) => other.id === id);
  if (option === undefined) return true;
  const [d, p] = [option.derived(derived), option.printed(printed)];
  return (d === derived && p === printed) || decideEqual(d, p, circumstances).kind === "equal";
};

const MOST_TOGETHER = 3;

export interface Explanation { readonly tried: readonly Tried[]; readonly explaining: readonly string[] }

/**
 * Tries each convention alone, and then together, until the printed formula equals the derived one. `restored`: the print with its units
 * put back, which counts as one more convention.
 */
export const explainByConventions = (derived: Expr, printed: Expr, conventions: readonly Convention[], restored: Expr | undefined, circumstances: Circumstances): Explanation => {
  const options: readonly Option[] = [
    ...conventions.map((c): Option => ({ id: c.id, text: c.text, derived: replacing(c.inDerived), printed: replacing(c.inPrinted), stated: true })),
    ...(restored === undefined ? [] : [{ id: "units", text: "constants that are set to one are put back", derived: same, printed: (e: Expr) => (e === printed ? restored : e), stated: true }]),
    ...usual([derived, printed]),
  ];
  const under = (chosen: readonly Option[]): readonly [Expr, Expr] => {
    const ordered = chosen.toSorted((a, b) => Number(b.id === "units") - Number(a.id === "units"));
    return [ordered.reduce((e, option) => option.derived(e), derived), ordered.reduce((e, option) => option.printed(e), printed)];
  };
  const holds = (chosen: readonly Option[]): boolean => {
    const [d, p] = under(chosen);
    if (d === derived && p === printed) return false;
    return mayBeEqual(d, p) && decideEqual(d, p, circumstances).kind === "equal";
  };
  const acts = options.filter((option) => option.derived(derived) !== derived || option.printed(printed) !== printed);
  const tried = acts.map((option): Tried => ({ id: option.id, text: option.text, holds: holds([option]), ratio: option.stated ? simpleRatio(...under([option]), circumstances) : undefined }));
  if (tried.some((t) => t.holds)) return { tried, explaining: tried.filter((t) => t.holds).map((t) => t.id) };
  const limited = acts.slice(0, 12);
  for (let size = 2; size <= MOST_TOGETHER; size++) {
    const together = combinations(limited, size).find((chosen) => new Set(chosen.map((option) => option.id.split("=")[0])).size === size && holds(chosen));
    if (together !== undefined) {
      return { tried: [...tried, { id: together.map((option) => option.id).join(" + "), text: together.map((option) => option.text).join("; and "), holds: true, ratio: ONE }], explaining: together.map((option) => option.id) };
    }
  }
  return { tried, explaining: [] };
};

const combinations = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  size === 0 ? [[]] : list.flatMap((first, k) => combinations(list.slice(k + 1), size - 1).map((rest) => [first, ...rest]));
