/**
 * # Verdicts
 *
 * Computed by `judge.ts`, never written by hand.
 */
import type { Expr } from "../expr/expr.ts";
import type { Theorem } from "../kernel/theorem.ts";
import { infix } from "../notation/infixPrinter.ts";
import type { Assertion } from "./claim.ts";
import type { Tried } from "./conventions.ts";
import type { PlainValue } from "./plainValue.ts";
import type { SlipClass } from "./slips.ts";

export type VerdictKind = "exact" | "asymptotic" | "numeric" | "definition" | "premise" | "discrepancy" | "not-derivable" | "open";

/** Letters and members of families, as they are written. */
export interface Witness { readonly values: Readonly<Record<string, PlainValue>>; readonly left: string; readonly right: string }

export interface Verdict {
  readonly kind: VerdictKind;
  /** The kind of relation that was judged. */
  readonly relation: Assertion["kind"] | undefined;
  /** Claims and premises that the derivation starts from. */
  readonly from: readonly string[];
  readonly derived: Expr | undefined;
  /** derived ÷ printed, when it is simple. */
  readonly ratio: Expr | undefined;
  /** The same for numbers that are not in a simple ratio, rounded. */
  readonly ratioDecimal: string | undefined;
  readonly slip: SlipClass | undefined;
  readonly correction: Expr | undefined;
  readonly correctionText: string | undefined;
  readonly nextTerm: Expr | undefined;
  readonly hypotheses: readonly string[];
  readonly conventionsTried: readonly Tried[];
  /** Conventions under which the print holds, when it does not hold as it stands. */
  readonly holdsUnder: readonly string[];
  readonly witness: Witness | undefined;
  readonly inheritedFrom: readonly string[];
  /** Of a number: certified bounds of the derived value in the printed unit, and the printed figures. */
  readonly enclosure: readonly [string, string] | undefined;
  readonly printedDigits: string | undefined;
  readonly missing: readonly string[];
  readonly usedIn: readonly string[];
  readonly reason: string | undefined;
  readonly theorem: Theorem | undefined;
  /** What refutes the print. */
  readonly refutation: Theorem | undefined;
  /** The verdicts of the relations of a display with several. */
  readonly parts: readonly Verdict[];
}

const nothing: Verdict = {
  kind: "open", relation: undefined, from: [], derived: undefined, ratio: undefined, ratioDecimal: undefined, slip: undefined, correction: undefined, correctionText: undefined, nextTerm: undefined, hypotheses: [], conventionsTried: [],
  holdsUnder: [], witness: undefined, inheritedFrom: [], enclosure: undefined, printedDigits: undefined, missing: [], usedIn: [], reason: undefined, theorem: undefined, refutation: undefined, parts: [],
};

export const verdict = (kind: VerdictKind, fields: Partial<Omit<Verdict, "kind">> = {}): Verdict => ({ ...nothing, ...fields, kind });

/** The worst part decides for a display with several relations. */
const severity: Readonly<Record<VerdictKind, number>> = { exact: 0, premise: 0, definition: 0, asymptotic: 1, numeric: 2, "not-derivable": 3, open: 4, discrepancy: 5 };

/** Among equally bad relations the last equation speaks for the display, a number only when there is no equation. */
export const worst = (parts: readonly Verdict[]): Verdict => {
  const [first] = parts;
  if (first === undefined) return verdict("open", { reason: "no derivation answers this question" });
  const most = Math.max(...parts.map((part) => severity[part.kind]));
  const candidates = parts.filter((part) => severity[part.kind] === most);
  const chosen = candidates.findLast((part) => part.relation === "equal" || part.relation === "expansion") ?? candidates[0] ?? first;
  if (parts.length === 1) return chosen;
  const all = <T>(pick: (v: Verdict) => readonly T[]): readonly T[] => [...new Set(parts.flatMap(pick))];
  return { ...chosen, from: all((v) => v.from), hypotheses: all((v) => v.hypotheses), missing: all((v) => v.missing), parts };
};

/** derived ÷ printed for a reader: exact where it is simple, else rounded. */
export const ratioText = (v: Verdict): string | undefined => v.ratioDecimal ?? (v.ratio === undefined ? undefined : infix(v.ratio));

/** Verdicts that count as agreement with the print. */
export const agrees = (v: Verdict): boolean => ["exact", "asymptotic", "numeric", "definition", "premise"].includes(v.kind);
