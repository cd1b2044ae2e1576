/**
 * # Walking through terms
 *
 * Children, free symbols, substitution. Substitution keeps the written order and respects binders: a bound symbol is never
 * replaced, and is renamed when the new term would be captured.
 *
 * Trusted: yes.
 */
import { binder, call, int, symbol, word, written } from "./build.ts";
import type { BinderTerm, Expr } from "./expr.ts";
import { isSign, primed, type PhysicalSymbol } from "./symbol.ts";

export const children = (e: Expr): readonly Expr[] => (e.kind === "number" || e.kind === "symbol" ? [] : e.args);

/** The same node over other children, in the written order. */
export const withChildren = (e: Expr, args: readonly Expr[]): Expr => {
  if (e.kind === "number" || e.kind === "symbol") return e;
  if (args.length === e.args.length && args.every((arg, k) => arg === e.args[k])) return e;
  switch (e.kind) {
    case "sum": return written.sum(args);
    case "product": return written.product(args);
    case "word": return word(args);
    case "power": {
      const [base, exponent] = args;
      return base === undefined || exponent === undefined ? e : written.power(base, exponent);
    }
    case "call": return call(e.head, args);
    case "binder": return binder(e.head, e.bound, args);
  }
};

/** Replaces bottom-up, each distinct subterm once. Ignores scope: use it for closed rewriting such as finite sums, else `substitute`. */
export const transform = (e: Expr, change: (node: Expr) => Expr): Expr => {
  const done = new Map<Expr, Expr>();
  const visit = (node: Expr): Expr => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = change(node.kind === "number" || node.kind === "symbol" ? node : withChildren(node, node.args.map(visit)));
    done.set(node, result);
    return result;
  };
  return visit(e);
};

/** Every distinct subterm once, children before parents. */
export const subterms = (e: Expr): readonly Expr[] => {
  const seen = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (seen.has(node)) return;
    for (const child of children(node)) visit(child);
    seen.add(node);
  };
  visit(e);
  return [...seen];
};

/** Free symbols, heads of families included, in order of first appearance. */
export const freeSymbols = (e: Expr): readonly PhysicalSymbol[] => {
  const found = new Set<PhysicalSymbol>();
  const visited = new Set<Expr>();
  const visit = (node: Expr, bound: readonly PhysicalSymbol[]): void => {
    if (bound.length === 0) {
      if (visited.has(node)) return;
      visited.add(node);
    }
    if (node.kind === "symbol") {
      if (!bound.includes(node.symbol)) found.add(node.symbol);
    } else if (node.kind === "binder") {
      const [body, ...range] = node.args;
      for (const end of range) visit(end, bound);
      if (body !== undefined) visit(body, [...bound, node.bound]);
    } else {
      if (node.kind === "call" && typeof node.head !== "string") found.add(node.head);
      for (const child of children(node)) visit(child, bound);
    }
  };
  visit(e, []);
  return [...found];
};

export const contains = (e: Expr, part: Expr): boolean => {
  const seen = new Set<Expr>();
  const visit = (node: Expr): boolean => {
    if (node === part) return true;
    if (seen.has(node)) return false;
    seen.add(node);
    return children(node).some(visit);
  };
  return visit(e);
};

/** Whether a symbol occurs free, as a letter or as the head of a family. */
export const dependsOn = (e: Expr, variable: PhysicalSymbol): boolean => {
  const without = new Set<Expr>();
  const visit = (node: Expr): boolean => {
    if (node.kind === "number") return false;
    if (node.kind === "symbol") return node.symbol === variable;
    if (node.kind === "call" && node.head === variable) return true;
    if (without.has(node)) return false;
    const found = node.args.some((arg, k) => !(k === 0 && node.kind === "binder" && node.bound === variable) && visit(arg));
    if (!found) without.add(node);
    return found;
  };
  return visit(e);
};

/** Replaces free symbols. A bound symbol that a new term mentions is renamed first. */
export const substitute = (e: Expr, replacement: ReadonlyMap<PhysicalSymbol, Expr>): Expr => {
  if (replacement.size === 0) return e;
  const done = new Map<Expr, Expr>();
  const visit = (node: Expr): Expr => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const result =
      node.kind === "symbol" ? replacement.get(node.symbol) ?? node
        : node.kind === "binder" ? substituteBelow(node, replacement)
          : withChildren(node, children(node).map(visit));
    done.set(node, result);
    return result;
  };
  return visit(e);
};

const substituteBelow = (node: BinderTerm, replacement: ReadonlyMap<PhysicalSymbol, Expr>): Expr => {
  const [body, ...range] = node.args;
  if (body === undefined) return node;
  const newRange = range.map((end) => substitute(end, replacement));
  const inner = new Map([...replacement].filter(([from]) => from !== node.bound && dependsOn(body, from)));
  const captured = [...inner.values()].some((value) => dependsOn(value, node.bound));
  if (!captured) return withChildren(node, [substitute(body, inner), ...newRange]);
  const fresh = primed(node.bound);
  return binder(node.head, fresh, [substitute(substitute(body, new Map([[node.bound, symbol(fresh)]])), inner), ...newRange]);
};

/** The terms of a sum between two integers; a sum over a sign has the two terms −1 and +1. */
export const summands = (body: Expr, bound: PhysicalSymbol, first: number, last: number): readonly Expr[] => {
  const terms: Expr[] = [];
  for (let k = first; k <= last; k += isSign(bound) ? 2 : 1) terms.push(substitute(body, new Map([[bound, int(k)]])));
  return terms;
};
