/**
 * # Terms
 *
 * A term is mathematics as written. Terms are interned: two terms are the same mathematics as written if and only if they are
 * the same object, so `===` is structural identity and a term is a safe key of a map.
 * Commuting factors form a `product`; operators, whose order matters, form a `word`.
 */
import type { Rational } from "../number/rational.ts";
import type { PhysicalSymbol } from "./symbol.ts";

export const functionNames = [
  "exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan", "abs", "conj", "re", "im", "sign",
] as const;
export type FunctionName = (typeof functionNames)[number];

/**
 * Binders: `integral` of the body over bound ∈ range [from, to]; `sum` likewise over integers; `derivative` of the body by the bound
 * symbol, taken at range [point]; `limit` for bound → range [point]; `average`: the time average lim 1/T ∫ over bound, range [].
 */
export type BinderName = "integral" | "sum" | "limit" | "derivative" | "average";

/** `operator`: an operator occurs in it, so its place in a product matters. */
interface Interned { readonly id: number; readonly hash: number; readonly operator: boolean }

export interface NumberTerm extends Interned { readonly kind: "number"; readonly value: Rational }
export interface SymbolTerm extends Interned { readonly kind: "symbol"; readonly symbol: PhysicalSymbol }
export interface SumTerm extends Interned { readonly kind: "sum"; readonly args: readonly Expr[] }
export interface ProductTerm extends Interned { readonly kind: "product"; readonly args: readonly Expr[] }
export interface WordTerm extends Interned { readonly kind: "word"; readonly args: readonly Expr[] }
/** args = [base, exponent]. */
export interface PowerTerm extends Interned { readonly kind: "power"; readonly args: readonly [Expr, Expr] }
/** A function of the language, or a member of a family. */
export interface CallTerm extends Interned { readonly kind: "call"; readonly head: FunctionName | PhysicalSymbol; readonly args: readonly Expr[] }
/** args = [body, ...range]; `bound` is bound in the body alone. */
export interface BinderTerm extends Interned { readonly kind: "binder"; readonly head: BinderName; readonly bound: PhysicalSymbol; readonly args: readonly Expr[] }

export type Expr = NumberTerm | SymbolTerm | SumTerm | ProductTerm | WordTerm | PowerTerm | CallTerm | BinderTerm;

/** Three answers. Unknown never counts as yes. */
export type Truth = "true" | "false" | "unknown";
