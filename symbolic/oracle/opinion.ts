/**
 * # Opinions
 *
 * What an untrusted computer-algebra engine may be asked and what it may say. An oracle proposes terms and votes on equality; it never
 * decides. A proposal counts when the kernel has checked it; a vote counts as a second opinion beside the kernel's own proof.
 *
 * - `Opinion`: agrees, disagrees, or unable, with the reason. A time-out, a crash and an unreadable answer are all "unable".
 * - `Question` and `Proposal`: what can be proposed, and the proposed terms in the letters of the question.
 *
 * Trusted: nothing in this folder.
 */
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";

export type EngineName = "algebrite" | "nerdamer";

export type Vote = "agrees" | "disagrees" | "unable";

export interface Opinion {
  readonly vote: Vote;
  /** By which route, at which point, or why not. */
  readonly because: string;
  readonly milliseconds: number;
}

export interface Asking {
  /** Milliseconds for the whole question; without it, the pool's own budget. */
  readonly budget?: number;
  /** Terms that hypotheses declare positive: numeric values are taken only where they are. */
  readonly positive?: readonly Expr[];
}

export type Question =
  | { readonly kind: "antiderivative" | "derivative"; readonly of: Expr; readonly by: PhysicalSymbol }
  | { readonly kind: "factorisation" | "expansion" | "simplification" | "real-part"; readonly of: Expr }
  | { readonly kind: "solutions"; readonly left: Expr; readonly right: Expr; readonly unknown: PhysicalSymbol };

/** One term, or for solutions any number of them. */
export type Proposal =
  | { readonly kind: "proposed"; readonly terms: readonly Expr[] }
  | { readonly kind: "unable"; readonly reason: string };

export interface Oracle {
  readonly name: EngineName;
  readonly vote: (left: Expr, right: Expr, asking?: Asking) => Promise<Opinion>;
  readonly propose: (question: Question, asking?: Asking) => Promise<Proposal>;
}

/** A term that cannot be put to an engine, or an answer that cannot be read. */
export class Untranslatable extends Error {
  override readonly name = "Untranslatable";
}
