/**
 * # Replacing equals by equals
 *
 * One pass over a term with equations left = right. Universally quantified symbols of the left side are bound by matching, the same symbol
 * to the same term; sums and products match as they are written. Binders are respected: inside one, an equation about the bound symbol as
 * a constant does not apply.
 *
 * Trusted: yes.
 */
import { substitute, withChildren, children, freeSymbols } from "../expr/walk.ts";
import type { BinderTerm, Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";

export interface Equation<Source> {
  readonly left: Expr;
  readonly right: Expr;
  /** Symbols that may be instantiated. */
  readonly forAll: readonly PhysicalSymbol[];
  readonly source: Source;
}

export interface Use<Source> {
  readonly source: Source;
  readonly binding: ReadonlyMap<PhysicalSymbol, Expr>;
  /** The binders around the place, outermost first. */
  readonly under: readonly BinderTerm[];
  /** Denominators of the values that must not vanish. */
  readonly denominators: readonly Expr[];
}

export interface Rewritten<Source> { readonly term: Expr; readonly uses: readonly Use<Source>[] }

/** The values of the quantified symbols that make the pattern equal to the term; substituting them is what proves that they do. */
export const match = (pattern: Expr, term: Expr, forAll: readonly PhysicalSymbol[]): ReadonlyMap<PhysicalSymbol, Expr> | undefined => {
  const binding = new Map<PhysicalSymbol, Expr>();
  const agree = (p: Expr, e: Expr): boolean => {
    if (p.kind === "symbol" && forAll.includes(p.symbol)) {
      const before = binding.get(p.symbol);
      if (before === undefined) binding.set(p.symbol, e);
      return before === undefined || before === e;
    }
    if (p === e && freeSymbols(p).every((s) => !forAll.includes(s))) return true;
    if (p.kind === "number" || p.kind === "symbol" || e.kind === "number" || e.kind === "symbol" || p.kind !== e.kind || p.args.length !== e.args.length) return false;
    if (p.kind === "call" && e.kind === "call" && p.head !== e.head) return false;
    if (p.kind === "binder" && e.kind === "binder" && (p.head !== e.head || p.bound !== e.bound)) return false;
    return p.args.every((part, k) => { const other = e.args[k]; return other !== undefined && agree(part, other); });
  };
  return agree(pattern, term) && substitute(pattern, binding) === term ? binding : undefined;
};

type Admission = (binding: ReadonlyMap<PhysicalSymbol, Expr>, under: readonly BinderTerm[]) => readonly Expr[] | undefined;

/** `admits` decides whether a binding respects the assumptions of the quantified symbols inside the given binders, and under which denominators. */
export const rewriteOnce = <Source>(e: Expr, equations: readonly Equation<Source>[], admits: Admission): Rewritten<Source> => {
  const uses: Use<Source>[] = [];
  const constants = equations.map((equation) => freeSymbols(equation.left).concat(freeSymbols(equation.right)).filter((s) => !equation.forAll.includes(s)));
  /** What a subterm becomes is the same wherever it stands inside the same binders: `done` belongs to `under`. */
  const visit = (node: Expr, under: readonly BinderTerm[], done: Map<Expr, Expr>): Expr => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = replaced(node, under) ?? inside(node, under, done);
    done.set(node, result);
    return result;
  };
  const replaced = (node: Expr, under: readonly BinderTerm[]): Expr | undefined => {
    for (let k = 0; k < equations.length; k++) {
      const equation = equations[k];
      if (equation === undefined || constants[k]?.some((s) => under.some((around) => around.bound === s)) === true) continue;
      const binding = match(equation.left, node, equation.forAll);
      if (binding === undefined) continue;
      const right = substitute(equation.right, binding);
      const denominators = right === node ? undefined : admits(binding, under);
      if (denominators === undefined) continue;
      uses.push({ source: equation.source, binding, under, denominators });
      return right;
    }
    return undefined;
  };
  const inside = (node: Expr, under: readonly BinderTerm[], done: Map<Expr, Expr>): Expr => {
    if (node.kind === "number" || node.kind === "symbol") return node;
    if (node.kind !== "binder") return withChildren(node, children(node).map((child) => visit(child, under, done)));
    const [body, ...range] = node.args;
    if (body === undefined) return node;
    return withChildren(node, [visit(body, [...under, node], new Map()), ...range.map((end) => visit(end, under, done))]);
  };
  return { term: visit(e, [], new Map()), uses };
};
