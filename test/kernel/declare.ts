/** Names for formulas in tests, in the notation of `rederive prove --assume`. */
import { readAssumptions } from "../../symbolic/notation/assumptions.ts";
import { readInfix, type Names } from "../../symbolic/notation/infix.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import type { PhysicalSymbol } from "../../symbolic/expr/symbol.ts";

export interface Letters { readonly ex: (text: string) => Expr; readonly letter: (name: string) => PhysicalSymbol; readonly names: Names; readonly positive: readonly Expr[] }

export const letters = (assume: string): Letters => {
  const { names, positive } = readAssumptions(assume);
  return {
    names, positive,
    ex: (text) => readInfix(text, names),
    letter: (name) => names.find(name) ?? (() => { throw new Error(`no letter ${name}`); })(),
  };
};
