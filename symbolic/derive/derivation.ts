/**
 * # Derivations as data
 *
 * A derivation is a list of formulas, each with its reason. Building one runs no mathematics; `check.ts` does.
 *
 * - `from` the left side of the claim; `equals` and `approximates` with a reason of `by`; `evaluates` puts in the parameters.
 * - `satisfies` for what is defined by a property: a formula, and the equations that it must fulfil.
 * - a derivation is itself a fact for later ones.
 */
import { rational, type Rational } from "../number/rational.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import type { Identity, Premise, Statement } from "../kernel/statement.ts";
import type { Weights } from "../kernel/taylor.ts";
import type { Claim, Equation } from "./claim.ts";

export type Question = "chain" | "model";

export type Fact = Premise | Derivation | IdentityFact | ConditionFact;
/** A condition on general symbols of a lemma; whoever uses the lemma for particular values must meet it. */
export interface ConditionFact { readonly kind: "condition"; readonly says: Statement }
export const isPremise = (fact: Fact): fact is Premise => "text" in fact;
export interface IdentityFact { readonly kind: "identity"; readonly identity: Identity }

export type Because =
  | { readonly by: "algebra"; readonly facts: readonly Fact[] }
  | { readonly by: "definition" | "substituting"; readonly facts: readonly Fact[] }
  | { readonly by: "integrating"; readonly facts: readonly Fact[]; readonly antiderivative: Expr | undefined; readonly split: Expr | undefined }
  | { readonly by: "averaging"; readonly facts: readonly Fact[] }
  | { readonly by: "expanding"; readonly facts: readonly Fact[]; readonly weights: Weights; readonly through: Rational }
  | { readonly by: "evaluating"; readonly facts: readonly Fact[] };

export interface Step { readonly relation: "equals" | "approximates" | "evaluates"; readonly formula: Expr | undefined; readonly because: Because }

export interface Property { readonly definition: string; readonly equations: (candidate: Expr) => readonly Equation[]; readonly facts: readonly Fact[] }

/** A reading of a claim that the paper does not state, or states elsewhere. */
export interface OtherReading { readonly id: string; readonly text: string }

export interface Derivation {
  readonly kind: "derivation";
  readonly id: string;
  readonly title: string;
  readonly claim: Claim | undefined;
  readonly question: Question | undefined;
  readonly part: number;
  readonly start: Expr;
  /** The lines; derivations that share the list are one derivation that answers several questions. */
  readonly steps: readonly Step[];
  readonly property: Property | undefined;
  /** Universally quantified symbols of the result. */
  readonly forAll: readonly PhysicalSymbol[];
  /** Another reading of the claim that it answers; judged where the plain reading fails. */
  readonly under: OtherReading | undefined;
}

export interface Start { readonly start: Expr; readonly property: Property | undefined; readonly candidate: Expr | undefined }

export const from = (start: Expr): Start => ({ start, property: undefined, candidate: undefined });

/** The start is defined by equations; the formula is shown to satisfy them. */
export const satisfies = (start: Expr, formula: Expr, property: Property): Start => ({ start, property, candidate: formula });

export const equals = (formula: Expr, because: Because): Step => ({ relation: "equals", formula, because });
export const approximates = (formula: Expr, because: Because): Step => ({ relation: "approximates", formula, because });
export const evaluates = (...facts: readonly Fact[]): Step => ({ relation: "evaluates", formula: undefined, because: { by: "evaluating", facts } });

export interface Counting { readonly weights: ReadonlyMap<PhysicalSymbol, number>; readonly through: number }

export const by = {
  algebra: (...facts: readonly Fact[]): Because => ({ by: "algebra", facts }),
  definition: (...facts: readonly Fact[]): Because => ({ by: "definition", facts }),
  substituting: (...facts: readonly Fact[]): Because => ({ by: "substituting", facts }),
  /** Integrals by antiderivatives: the given one, or one that is proposed and checked. `split`: a point inside the range to part it at. */
  integrating: (options: { readonly antiderivative?: Expr; readonly split?: Expr } = {}, ...facts: readonly Fact[]): Because =>
    ({ by: "integrating", facts, antiderivative: options.antiderivative, split: options.split }),
  averaging: (...facts: readonly Fact[]): Because => ({ by: "averaging", facts }),
  expanding: (counting: Counting, ...facts: readonly Fact[]): Because => ({
    by: "expanding", facts, through: rational(counting.through), weights: new Map([...counting.weights].map(([s, weight]) => [s, rational(weight)])),
  }),
};

const build = (id: string, title: string, claim: Claim | undefined, question: Question | undefined, start: Start, steps: readonly Step[]): Derivation => ({
  kind: "derivation", id, title, claim, question, part: 0, start: start.start, steps, property: start.property, forAll: claim?.forAll ?? [], under: undefined,
  ...(start.candidate === undefined ? {} : { steps: [{ relation: "equals" as const, formula: start.candidate, because: { by: "definition" as const, facts: start.property?.facts ?? [] } }, ...steps] }),
});

const named = (claim: Claim, question: Question, part: number): string => `${claim.id}/${question}${part === 0 ? "" : `/${part + 1}`}`;

/** Does the claim follow from the printed statements that the paper itself derives it from? */
export const chain = (claim: Claim, start: Start, ...steps: readonly Step[]): Derivation => build(named(claim, "chain", 0), claim.label, claim, "chain", start, steps);
/** Does it follow from the most primitive premises? */
export const model = (claim: Claim, start: Start, ...steps: readonly Step[]): Derivation => build(named(claim, "model", 0), claim.label, claim, "model", start, steps);
/** The same lines answer both questions. */
export const both = (claim: Claim, start: Start, ...steps: readonly Step[]): readonly [chain: Derivation, model: Derivation] => {
  const asked = chain(claim, start, ...steps);
  return [asked, { ...asked, question: "model", id: named(claim, "model", 0) }];
};

/** One relation of a display with several. */
export const part = (k: number, derivation: Derivation): Derivation => ({ ...derivation, part: k, id: derivation.claim === undefined || derivation.question === undefined ? derivation.id : named(derivation.claim, derivation.question, k) });

/** Answers the claim under another reading: which convention or which formula it takes, in words. */
export const under = (id: string, text: string, derivation: Derivation): Derivation => ({ ...derivation, under: { id, text }, id: `${derivation.id} (${id})` });

/** A step on the way that the paper does not print. */
export const lemma = (id: string, title: string, forAll: readonly PhysicalSymbol[], start: Start, ...steps: readonly Step[]): Derivation =>
  ({ ...build(id, title, undefined, undefined, start, steps), forAll });

export const wherePositive = (term: Expr): ConditionFact => ({ kind: "condition", says: { kind: "positive", term } });
export const whereNonzero = (term: Expr): ConditionFact => ({ kind: "condition", says: { kind: "nonzero", term } });

export const identityFact = (identity: Identity): IdentityFact => ({ kind: "identity", identity });
