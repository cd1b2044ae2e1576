/**
 * # Replacing equals by equals
 *
 * One pass over a term with equations left = right. A left side is a symbol, or a call whose arguments are either constant or distinct
 * universally quantified symbols; those are bound by matching. Binders are respected: inside one, an equation about the bound symbol as
 * a constant does not apply.
 *
 * Trusted: yes.
 */
import { substitute, withChildren, children, freeSymbols } from "../expr/walk.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";

export interface Equation<Source> {
  readonly left: Expr;
  readonly right: Expr;
  /** Symbols that may be instantiated. */
  readonly forAll: readonly PhysicalSymbol[];
  readonly source: Source;
}

export interface Use<Source> { readonly source: Source; readonly binding: ReadonlyMap<PhysicalSymbol, Expr>; readonly under: readonly PhysicalSymbol[] }

export interface Rewritten<Source> { readonly term: Expr; readonly uses: readonly Use<Source>[] }

/** The values of the quantified symbols that make the pattern equal to the term. */
export const match = (pattern: Expr, term: Expr, forAll: readonly PhysicalSymbol[]): ReadonlyMap<PhysicalSymbol, Expr> | undefined => {
  if (pattern.kind !== "call") return pattern === term ? new Map() : undefined;
  if (term.kind !== "call" || term.head !== pattern.head || term.args.length !== pattern.args.length) return undefined;
  const binding = new Map<PhysicalSymbol, Expr>();
  for (let k = 0; k < pattern.args.length; k++) {
    const [slot, value] = [pattern.args[k], term.args[k]];
    if (slot === undefined || value === undefined) return undefined;
    if (slot.kind === "symbol" && forAll.includes(slot.symbol)) {
      const before = binding.get(slot.symbol);
      if (before !== undefined && before !== value) return undefined;
      binding.set(slot.symbol, value);
    } else if (slot !== value) return undefined;
  }
  return binding;
};

/** `admits` decides whether a binding respects the assumptions of the quantified symbols. */
export const rewriteOnce = <Source>(e: Expr, equations: readonly Equation<Source>[], admits: (binding: ReadonlyMap<PhysicalSymbol, Expr>, source: Source) => boolean): Rewritten<Source> => {
  const uses: Use<Source>[] = [];
  const constants = equations.map((equation) => freeSymbols(equation.left).concat(freeSymbols(equation.right)).filter((s) => !equation.forAll.includes(s)));
  const visit = (node: Expr, bound: readonly PhysicalSymbol[]): Expr => {
    for (let k = 0; k < equations.length; k++) {
      const equation = equations[k];
      if (equation === undefined || constants[k]?.some((s) => bound.includes(s)) === true) continue;
      const binding = match(equation.left, node, equation.forAll);
      if (binding === undefined || !admits(binding, equation.source)) continue;
      const right = substitute(equation.right, binding);
      if (right === node) continue;
      uses.push({ source: equation.source, binding, under: bound });
      return right;
    }
    if (node.kind === "number" || node.kind === "symbol") return node;
    if (node.kind !== "binder") return withChildren(node, children(node).map((child) => visit(child, bound)));
    const [body, ...range] = node.args;
    if (body === undefined) return node;
    return withChildren(node, [visit(body, [...bound, node.bound]), ...range.map((end) => visit(end, bound))]);
  };
  return { term: visit(e, []), uses };
};
