/**
 * # Papers
 *
 * A paper is data: symbols, premises, parameters, claims as printed, derivations, conventions. `paper` checks that the parts fit together and
 * says what does not; it runs no mathematics.
 */
import type { PhysicalSymbol } from "../expr/symbol.ts";
import type { Premise } from "../kernel/statement.ts";
import type { CompiledNotation } from "../notation/latexPatterns.ts";
import type { Claim } from "./claim.ts";
import type { Convention } from "./conventions.ts";
import { isPremise, type Derivation, type Question } from "./derivation.ts";
import { isParameter, type Parameter } from "./premise.ts";

export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly symbols: readonly PhysicalSymbol[];
  readonly notation: CompiledNotation;
  readonly premises: readonly Premise[];
  readonly parameters: readonly Parameter[];
  readonly claims: readonly Claim[];
  readonly derivations: readonly Derivation[];
  readonly conventions: readonly Convention[];
  /** Constants that the paper may have set to one. */
  readonly unitConstants: readonly PhysicalSymbol[];
  /** What the paper leaves to its references, in words, for its report. */
  readonly remarks: readonly string[];
}

export interface PaperOptions extends Omit<Paper, "conventions" | "unitConstants" | "parameters" | "premises" | "remarks"> {
  readonly conventions?: readonly Convention[];
  readonly unitConstants?: readonly PhysicalSymbol[];
  readonly remarks?: readonly string[];
}

/** A paper's parts do not fit together. */
export class PaperError extends Error {
  override readonly name = "PaperError";
}

/** Every premise that a derivation uses, directly or through a lemma, in order of first use. */
const premisesUsed = (derivations: readonly Derivation[]): readonly Premise[] => {
  const found = new Set<Premise>();
  const visited = new Set<Derivation>();
  const visit = (derivation: Derivation): void => {
    if (visited.has(derivation)) return;
    visited.add(derivation);
    for (const fact of [...(derivation.property?.facts ?? []), ...derivation.steps.flatMap((step) => step.because.facts)]) {
      if (fact.kind === "derivation") visit(fact);
      else if (isPremise(fact) && fact.kind !== "printed" && ![...found].some((other) => isSame(other, fact))) found.add(fact);
    }
  };
  derivations.forEach(visit);
  return [...found];
};

/** A definition that is printed may be taken at several places. */
const isSame = (a: Premise, b: Premise): boolean =>
  a.id === b.id && a.kind === b.kind && a.says.kind === "equal" && b.says.kind === "equal" && a.says.left === b.says.left && a.says.right === b.says.right;

const firstRepeated = (ids: readonly string[]): string | undefined => ids.find((id, k) => ids.indexOf(id) !== k);

export const paper = (options: PaperOptions): Paper => {
  const wrong = (what: string): never => { throw new PaperError(`paper '${options.id}': ${what}`); };
  if (!/^[a-z][a-z0-9-]*$/.test(options.id)) wrong(`the id must be lower-case letters, digits and hyphens`);
  const repeatedClaim = firstRepeated(options.claims.map((claim) => claim.id));
  if (repeatedClaim !== undefined) wrong(`two claims have the id '${repeatedClaim}'`);
  const premises = premisesUsed(options.derivations);
  const repeatedPremise = firstRepeated(premises.map((premise) => premise.id));
  if (repeatedPremise !== undefined) wrong(`two premises have the id '${repeatedPremise}'`);
  for (const derivation of options.derivations) {
    if (derivation.claim !== undefined && !options.claims.includes(derivation.claim)) wrong(`the derivation '${derivation.id}' is about a claim that the paper does not list`);
    if (derivation.claim !== undefined && derivation.claim.asserts[derivation.part] === undefined) wrong(`the derivation '${derivation.id}' is about relation ${derivation.part + 1} of ${derivation.claim.id}, which has ${derivation.claim.asserts.length}`);
  }
  const repeatedDerivation = firstRepeated(options.derivations.map((derivation) => derivation.id));
  if (repeatedDerivation !== undefined) wrong(`two derivations have the id '${repeatedDerivation}'`);
  return {
    ...options, conventions: options.conventions ?? [], unitConstants: options.unitConstants ?? [], remarks: options.remarks ?? [],
    premises, parameters: premises.filter(isParameter),
  };
};

export const claimOf = (of: Paper, id: string): Claim | undefined => of.claims.find((claim) => claim.id === id);

const answering = (of: Paper, claim: Claim, question: Question): readonly Derivation[] =>
  of.derivations.filter((derivation) => derivation.claim === claim && derivation.question === question).toSorted((a, b) => a.part - b.part);

/** The derivations that answer a question about a claim as it reads. */
export const derivationsOf = (of: Paper, claim: Claim, question: Question): readonly Derivation[] => answering(of, claim, question).filter(({ under }) => under === undefined);

/** Those that answer it under another reading. */
export const otherReadings = (of: Paper, claim: Claim, question: Question): readonly Derivation[] => answering(of, claim, question).filter(({ under }) => under !== undefined);

/** Whether a value from outside has the parts of a paper. */
export const isPaper = (value: unknown): value is Paper => {
  if (typeof value !== "object" || value === null) return false;
  const property = (name: string): unknown => Reflect.get(value, name);
  return typeof property("id") === "string" && typeof property("title") === "string" &&
    ["symbols", "premises", "parameters", "claims", "derivations", "conventions", "unitConstants", "remarks"].every((name) => Array.isArray(property(name)));
};
