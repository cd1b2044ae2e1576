/**
 * # Readings of a claim of several relations
 *
 * A reading – a convention, another reading of the print, a derivation under other premises – explains a claim where every relation of the claim holds
 * in it. One in which a relation fails, or is not derived, stays among what was tried and says which relation that is.
 */
import { circumstancesOf } from "./agreement.ts";
import type { Assertion, Claim } from "./claim.ts";
import { staysEqual, type Tried } from "./conventions.ts";
import type { Derivation } from "./derivation.ts";
import { agrees, type Verdict } from "./verdict.ts";

export interface Relations {
  readonly claim: Claim;
  /** The plain verdict on each relation, and what it was derived by. */
  readonly parts: readonly Verdict[];
  readonly derivations: readonly (Derivation | undefined)[];
  /** Derivations under other premises. */
  readonly others: readonly Derivation[];
  readonly judgePart: (assertion: Assertion, derivation: Derivation) => Verdict;
}

/** The first relation that does not hold in a reading, and how; undefined where all hold. */
interface Failure { readonly relation: number; readonly words: "fails" | "is not derived" }

export const inOtherReadings = (relations: Relations): readonly Verdict[] => {
  const { claim, parts, derivations, others, judgePart } = relations;
  const derived = others.flatMap((derivation) => {
    const assertion = claim.asserts[derivation.part];
    return derivation.under === undefined || assertion === undefined ? [] : [{ under: derivation.under, part: derivation.part, result: judgePart(assertion, derivation) }];
  });

  const asDerived = (id: string): readonly (Failure["words"] | undefined)[] => parts.map((_, k) => {
    const own = derived.filter(({ under, part }) => under.id === id && part === k);
    return own.length === 0 ? "is not derived" : own.some(({ result }) => agrees(result)) ? undefined : "fails";
  });
  const asAlternative = (asserts: readonly Assertion[]): readonly (Failure["words"] | undefined)[] => parts.map((plain, k) => {
    const [assertion, derivation] = [asserts[k], derivations[k]];
    const result = assertion === undefined || derivation === undefined ? plain : judgePart(assertion, derivation);
    return agrees(result) ? undefined : "fails";
  });
  const asConvention = (id: string): readonly (Failure["words"] | undefined)[] => parts.map((plain, k) => {
    const assertion = claim.asserts[k];
    // Conventions are about formulas; numbers and inequalities are not read in them.
    if (assertion?.kind !== "equal" && assertion?.kind !== "expansion") return undefined;
    if (plain.kind === "discrepancy") return plain.holdsUnder.includes(id) ? undefined : "fails";
    return plain.derived === undefined || plain.theorem === undefined || assertion.kind === "expansion" || staysEqual(id, plain.derived, assertion.right, circumstancesOf(plain.theorem)) ? undefined : "fails";
  });
  const known = new Map<string, Failure | undefined>();
  const failureOf = (id: string): Failure | undefined => {
    if (known.has(id)) return known.get(id);
    const alternative = claim.alternatives.find((other) => other.id === id);
    const found = derived.some(({ under }) => under.id === id) ? asDerived(id) : alternative === undefined ? asConvention(id) : asAlternative(alternative.asserts);
    const relation = found.findIndex((words) => words !== undefined);
    const words = found[relation];
    const failure = words === undefined ? undefined : { relation: relation + 1, words };
    known.set(id, failure);
    return failure;
  };
  const across = (tried: Tried): Tried => {
    const failure = tried.holds ? failureOf(tried.id) : undefined;
    return failure === undefined ? tried : { ...tried, holds: false, text: `${tried.text}; relation ${failure.relation} ${failure.words} in this reading` };
  };
  return parts.map((plain, k) => {
    if (plain.kind !== "discrepancy") return plain;
    const readings = derived.filter(({ part }) => part === k).map(({ under, result }): Tried => ({ ...under, holds: agrees(result), ratio: result.ratio, derived: result.derived }));
    const explaining = [...plain.holdsUnder, ...readings.filter(({ holds }) => holds).map(({ id }) => id)];
    return { ...plain, conventionsTried: [...plain.conventionsTried, ...readings].map(across), holdsUnder: [...new Set(explaining)].filter((id) => failureOf(id) === undefined) };
  });
};
