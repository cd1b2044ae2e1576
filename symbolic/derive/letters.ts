/**
 * # The letters of a paper
 *
 * `symbols` declares them, `notation` makes the readers `ex` and `eq` for scripts and the table for the printed LaTeX.
 */
import { int } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { physicalSymbol, type PhysicalSymbol, type SymbolOptions } from "../expr/symbol.ts";
import { NotationError, placeholder, readInfix, readRelation, type Names } from "../notation/infix.ts";
import { compileNotation, type CompiledNotation, type LatexNotation } from "../notation/latexPatterns.ts";
import type { Equation } from "./claim.ts";

/** One symbol for each name; the name is what scripts write. */
export const symbols = <Name extends string>(declared: Readonly<Record<Name, SymbolOptions>>): Readonly<Record<Name, PhysicalSymbol>> => {
  const build = <K extends string>(entries: readonly (readonly [K, SymbolOptions])[]): Map<K, PhysicalSymbol> => new Map(entries.map(([name, options]) => [name, physicalSymbol(name, options)]));
  const table = build(entriesOf(declared));
  return fromMap(declared, table);
};

const entriesOf = <Name extends string>(record: Readonly<Record<Name, SymbolOptions>>): readonly (readonly [Name, SymbolOptions])[] => {
  const list: (readonly [Name, SymbolOptions])[] = [];
  for (const name in record) list.push([name, record[name]]);
  return list;
};

/** The same keys over the values of a map that has all of them. */
const fromMap = <Name extends string>(keys: Readonly<Record<Name, unknown>>, values: ReadonlyMap<Name, PhysicalSymbol>): Readonly<Record<Name, PhysicalSymbol>> => {
  const target: Partial<Record<Name, PhysicalSymbol>> = {};
  for (const name in keys) {
    const value = values.get(name);
    if (value !== undefined) target[name] = value;
  }
  const complete = (record: Partial<Record<Name, PhysicalSymbol>>): record is Record<Name, PhysicalSymbol> => [...values.keys()].every((name) => record[name] !== undefined);
  if (!complete(target)) throw new TypeError("a symbol got lost");
  return target;
};

export interface Notation {
  /** A formula: ex`V^2*ω0/(2*ħ)`; `${…}` splices terms. */
  readonly ex: (text: TemplateStringsArray, ...terms: readonly Expr[]) => Expr;
  /** An equation: eq`E = ħ*ω`. */
  readonly eq: (text: TemplateStringsArray, ...terms: readonly Expr[]) => Equation;
  readonly latexNotation: CompiledNotation;
  readonly names: Names;
}

export interface NotationOptions extends Omit<LatexNotation, "names" | "symbols" | "summation"> {
  /** What a sum sign without a range runs over. */
  readonly summation?: { readonly bound: PhysicalSymbol; readonly from: number; readonly to: number };
}

export const notation = (letters: Readonly<Record<string, PhysicalSymbol>>, options: NotationOptions = {}): Notation => {
  const { summation, ...rows } = options;
  const all = Object.values(letters);
  const byName = new Map(all.map((s) => [s.name, s]));
  const names: Names = { find: (name) => byName.get(name), all: () => [...byName.keys()] };
  const joined = (text: TemplateStringsArray): string => text.raw.map((part, k) => (k === 0 ? part : placeholder(k - 1) + part)).join("");
  return {
    ex: (text, ...terms) => readInfix(joined(text), names, terms),
    eq: (text, ...terms) => {
      const { left, relation, right } = readRelation(joined(text), names, terms);
      if (relation !== "=") throw new NotationError(`an equation needs '=' (found '${relation}'): ${text.raw.join("…")}\n  write statesGreater(left, right) for an inequality`);
      return { left, right };
    },
    latexNotation: compileNotation({ ...rows, names, symbols: all, ...(summation === undefined ? {} : { summation: { bound: summation.bound, from: int(summation.from), to: int(summation.to) } }) }),
    names,
  };
};
