/**
 * # Statements and hypotheses
 */
import type { Rational } from "../number/rational.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import type { Separation } from "./enclosure.ts";
import type { Weights } from "./taylor.ts";

export type Statement =
  | { readonly kind: "equal"; readonly left: Expr; readonly right: Expr }
  /** All terms of order ≤ `through` agree when each symbol counts as its weight. */
  | { readonly kind: "asymptotic"; readonly left: Expr; readonly right: Expr; readonly weights: Weights; readonly through: Rational }
  /** Not identical: the values differ at the point. */
  | { readonly kind: "different"; readonly left: Expr; readonly right: Expr; readonly at: Separation }
  | { readonly kind: "nonzero"; readonly term: Expr }
  | { readonly kind: "positive"; readonly term: Expr }
  | { readonly kind: "within"; readonly term: Expr; readonly low: Rational; readonly high: Rational };

/** A copy that cannot change: a frozen object does not freeze the map in it. */
export const frozenStatement = (s: Statement): Statement => {
  switch (s.kind) {
    case "asymptotic": return Object.freeze({ ...s, weights: frozenMap(s.weights), through: Object.freeze({ ...s.through }) });
    case "within": return Object.freeze({ ...s, low: Object.freeze({ ...s.low }), high: Object.freeze({ ...s.high }) });
    case "different": return Object.freeze({ ...s, at: Object.freeze({ ...s.at, point: Object.freeze({ ...s.at.point, values: frozenMap(s.at.point.values) }) }) });
    default: return Object.freeze({ ...s });
  }
};

const frozenMap = <K, V>(entries: ReadonlyMap<K, V>): ReadonlyMap<K, V> => {
  const own = new Map(entries);
  const view: ReadonlyMap<K, V> = Object.freeze<ReadonlyMap<K, V>>({
    size: own.size, get: (key) => own.get(key), has: (key) => own.has(key), entries: () => own.entries(), keys: () => own.keys(), values: () => own.values(),
    forEach: (visit) => { for (const [key, value] of own) visit(value, key, view); }, [Symbol.iterator]: () => own[Symbol.iterator](),
  });
  return view;
};

export type PremiseKind = "model" | "approximation" | "convention" | "parameter" | "definition" | "printed" | "outside";

/**
 * What is assumed. `printed`: a formula of the paper, taken as it stands; `outside`: a fact that the paper uses and does not give.
 * The symbols of `forAll` are universally quantified; all others are constants of the paper.
 */
export interface Premise {
  readonly id: string;
  readonly kind: PremiseKind;
  readonly says: Statement;
  readonly where: string;
  readonly text: string;
  readonly forAll: readonly PhysicalSymbol[];
}

/** A row of an identity table. All its symbols are universally quantified, within its conditions. */
export interface Identity { readonly id: string; readonly says: Statement; readonly when: readonly Statement[]; readonly source: string }

export type Hypothesis =
  | { readonly kind: "premise"; readonly premise: Premise }
  | { readonly kind: "side-condition"; readonly says: Statement }
  | { readonly kind: "identity"; readonly identity: Identity };
