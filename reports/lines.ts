/**
 * # Derivations line by line
 *
 * A checked derivation as plain data: for each line the formula as LaTeX and as text, the reason in words, the facts that it cites and the
 * kernel rules that carried it.
 */
import {
  checkDerivation, claimOf, derivationsOf, infix, latex, showRational, type Because, type Claim, type Derivation, type Fact, type Paper, type Question, type Session,
} from "../symbolic/index.ts";

export interface FactDocument { readonly id: string; readonly kind: string; readonly text: string }

export interface LineDocument {
  readonly relation: "=" | "≈";
  readonly latex: string;
  readonly text: string;
  readonly reason: string;
  readonly facts: readonly FactDocument[];
  readonly rules: readonly string[];
}

export interface DerivationDocument {
  readonly id: string;
  readonly title: string;
  readonly question: Question | null;
  /** Relation of the display, from 1. */
  readonly part: number;
  readonly start: { readonly latex: string; readonly text: string };
  readonly lines: readonly LineDocument[];
  /** For what is defined by a property: that property in words. */
  readonly property: string | null;
  /** Why it stopped, when a line does not follow. */
  readonly stopped: string | null;
  /** Lemmas that it uses, by id. */
  readonly uses: readonly string[];
}

export const derivationDocument = (session: Session, derivation: Derivation): DerivationDocument => {
  const checked = checkDerivation(session.checker, derivation);
  return {
    id: derivation.id, title: derivation.title, question: derivation.question ?? null, part: derivation.part + 1,
    start: { latex: latex(derivation.start), text: infix(derivation.start) },
    lines: checked.lines.map(({ relation, formula, because, rules }) => ({
      relation: relation === "approximates" ? "≈" : "=", latex: latex(formula), text: infix(formula), reason: reasonOf(because), facts: because.facts.map(factDocument), rules,
    })),
    property: derivation.property?.definition ?? null,
    stopped: checked.kind === "failed" ? checked.message : null,
    uses: lemmasOf(derivation).map((lemma) => lemma.id),
  };
};

/** The derivations that answer a question about a claim. */
export const answersTo = (session: Session, claim: Claim, question: Question): readonly DerivationDocument[] =>
  derivationsOf(session.paper, claim, question).map((derivation) => derivationDocument(session, derivation));

const factsOf = (derivation: Derivation): readonly Fact[] => [...(derivation.property?.facts ?? []), ...derivation.steps.flatMap((step) => step.because.facts)];

export const lemmasOf = (derivation: Derivation): readonly Derivation[] => [...new Set(factsOf(derivation).flatMap((fact) => (fact.kind === "derivation" ? [fact] : [])))];

/** Every lemma behind these derivations, those that others rest on first. */
export const lemmasBehind = (derivations: readonly Derivation[]): readonly Derivation[] => {
  const ordered: Derivation[] = [];
  const visit = (derivation: Derivation): void => {
    for (const lemma of lemmasOf(derivation)) {
      if (ordered.includes(lemma)) continue;
      visit(lemma);
      if (!ordered.includes(lemma)) ordered.push(lemma);
    }
  };
  derivations.forEach(visit);
  return ordered;
};

const factDocument = (fact: Fact): FactDocument => {
  if (fact.kind === "derivation") return { id: fact.id, kind: "result", text: fact.title };
  if (fact.kind === "identity") return { id: fact.identity.id, kind: "identity", text: fact.identity.source };
  if (fact.kind === "condition") return { id: "condition", kind: "condition", text: sayCondition(fact) };
  return { id: fact.id, kind: fact.kind, text: fact.text };
};

const sayCondition = (fact: Fact & { readonly kind: "condition" }): string => {
  const { says } = fact;
  return says.kind === "positive" ? `${infix(says.term)} > 0` : says.kind === "nonzero" ? `${infix(says.term)} ≠ 0` : says.kind;
};

const reasonOf = (because: Because): string => {
  switch (because.by) {
    case "algebra": return "algebra";
    case "definition": return "by definition";
    case "substituting": return "putting in";
    case "integrating": return because.split === undefined ? "integrating" : `integrating, parted at ${infix(because.split)}`;
    case "averaging": return "averaging over time";
    case "expanding": return `expanding through order ${showRational(because.through)}, where ${[...because.weights].map(([s, weight]) => `${s.name} counts ${showRational(weight)}`).join(", ")}`;
    case "evaluating": return "with the numbers";
  }
};

/** "Eq. (8)" for a claim, the id for anything else. */
export const nameOf = (paper: Paper, id: string): string => claimOf(paper, id)?.label ?? id;
