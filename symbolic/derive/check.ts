/**
 * # Folding a derivation into a theorem
 *
 * Each line yields a theorem *previous formula R this formula* from the kernel rule that its reason names, and `compose` glues it on. A line
 * that does not follow stops the derivation with a report: where, which formulas, their ratio, a point.
 */
import { difference, symbol } from "../expr/build.ts";
import type { BinderTerm, Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, subterms, substitute } from "../expr/walk.ts";
import { decideEqual, signOf, type Circumstances } from "../kernel/field.ts";
import type { Hypothesis, Premise } from "../kernel/statement.ts";
import {
  average, characterise, compose, expand, field, identity, integral, KernelError, postulate, reflexivity, rewrite, splitIntegral, suppose, symmetry, transitivity, type Theorem,
} from "../kernel/theorem.ts";
import { checkDimensions, type DimensionReport } from "../notation/dimensionOf.ts";
import { infix } from "../notation/infixPrinter.ts";
import { proposeAntiderivative } from "./antiderivative.ts";
import type { Because, Derivation, Fact, Step } from "./derivation.ts";
import { isReadUnder } from "./premise.ts";
import { differenceReport } from "./difference.ts";

export interface CheckedLine {
  readonly relation: Step["relation"];
  readonly formula: Expr;
  readonly because: Because;
  readonly rules: readonly string[];
  readonly dimension: DimensionReport;
}

export type Checked =
  | { readonly kind: "proved"; readonly theorem: Theorem; readonly lines: readonly CheckedLine[]; readonly exact: Theorem; readonly final: Expr; readonly exactFinal: Expr; /** The last formula before parameters are put in. */ readonly symbolic: Expr }
  | { readonly kind: "failed"; readonly message: string; readonly lines: readonly CheckedLine[] };

/** Results of one run; a derivation is checked once, and lines that answer two questions are proved once. */
export interface Checker { readonly done: Map<Derivation, Checked>; readonly proved: Map<Derivation["steps"], Derivation> }

export const newChecker = (): Checker => ({ done: new Map(), proved: new Map() });

/** A line does not follow. */
export class LineError extends Error {
  override readonly name = "LineError";
}

export const checkDerivation = (checker: Checker, derivation: Derivation): Checked => {
  const known = checker.done.get(derivation);
  if (known !== undefined) return known;
  const twin = checker.proved.get(derivation.steps);
  const shared = twin?.start === derivation.start && twin.property === derivation.property ? checker.done.get(twin) : undefined;
  const checked = shared ?? fold(checker, derivation);
  checker.done.set(derivation, checked);
  if (checked.kind === "proved") checker.proved.set(derivation.steps, derivation);   // the report of a failure names its own question
  return checked;
};

const fold = (checker: Checker, derivation: Derivation): Checked => {
  const lines: CheckedLine[] = [];
  let theorem = reflexivity(derivation.start);
  let exact = theorem;
  try {
    derivation.steps.forEach((step, k) => {
      const current = rightOf(theorem);
      const line = k === 0 && derivation.property !== undefined ? characterised(checker, derivation, step) : lineTheorem(checker, derivation, k, step, current);
      theorem = compose(theorem, line);
      if (step.relation === "equals" && line.conclusion.kind === "equal" && theorem.conclusion.kind === "equal") exact = theorem;
      const formula = rightOf(theorem);
      lines.push({ relation: step.relation, formula, because: step.because, rules: line.rules, dimension: checkDimensions([derivation.start, formula]) });
    });
  } catch (error) {
    if (error instanceof KernelError || error instanceof LineError) return { kind: "failed", message: error.message, lines };
    throw error;
  }
  const symbolic = lines.findLast((line) => line.relation !== "evaluates")?.formula ?? derivation.start;
  return { kind: "proved", theorem, lines, exact, final: rightOf(theorem), exactFinal: rightOf(exact), symbolic };
};

const rightOf = (t: Theorem): Expr => {
  const { conclusion } = t;
  if (conclusion.kind === "equal" || conclusion.kind === "asymptotic") return conclusion.right;
  throw new KernelError("derivation", "a line must be an equation or an expansion");
};

// ---- facts -------------------------------------------------------------------------------------------------------------------

const factTheorem = (checker: Checker, fact: Fact): Theorem => {
  if (fact.kind === "identity") return identity(fact.identity);
  if (fact.kind === "condition") return suppose(fact.says);
  if (fact.kind === "derivation") {
    const checked = checkDerivation(checker, fact);
    if (checked.kind === "failed") throw new LineError(`the result ${fact.id} that this line uses was not derived:\n${checked.message}`);
    return checked.exact;
  }
  if (isReadUnder(fact)) mustAgree(fact);
  return postulate(fact);
};

/** A reading under a convention must be the print at the values that the convention names. */
const mustAgree = (fact: Premise & { readonly agrees: ReadonlyMap<PhysicalSymbol, Expr>; readonly claim: { readonly asserts: readonly { readonly kind: string }[] } }): void => {
  if (!isReadUnder(fact) || fact.says.kind !== "equal") return;
  const assertion = fact.claim.asserts[fact.part];
  if (assertion === undefined || (assertion.kind !== "equal" && assertion.kind !== "expansion")) throw new LineError(`${fact.id}: the convention is about a relation that is not printed`);
  const at = (e: Expr): Expr => substitute(e, fact.agrees);
  for (const [read, print] of [[fact.says.left, assertion.left], [fact.says.right, assertion.right]] as const) {
    if (decideEqual(at(read), at(print)).kind !== "equal") throw new LineError(`${fact.id}: the formula under the convention is not the printed one where it should be (${[...fact.agrees].map(([s, value]) => `${s.name} = ${infix(value)}`).join(", ")})`);
  }
};

const theoremsOf = (checker: Checker, facts: readonly Fact[]): readonly Theorem[] => facts.map((fact) => factTheorem(checker, fact));

const MOST_REWRITES = 60;

/** ⊢ e = e′ with all equations applied until none does. */
export const unfold = (e: Expr, equations: readonly Theorem[]): Theorem => {
  const given = equations.filter((t) => t.conclusion.kind === "positive");
  let theorem = reflexivity(e);
  if (equations.length === 0) return theorem;
  for (let k = 0; k < MOST_REWRITES; k++) {
    const next = rewrite(rightOf(theorem), equations, given);
    if (rightOf(next) === rightOf(theorem)) return theorem;
    theorem = transitivity(theorem, next);
  }
  throw new LineError("the facts of this line replace each other without end");
};

// ---- lines -------------------------------------------------------------------------------------------------------------------

const lineTheorem = (checker: Checker, derivation: Derivation, k: number, step: Step, current: Expr): Theorem => {
  const { because } = step;
  const facts = theoremsOf(checker, because.facts);
  const given = facts.filter((t) => t.conclusion.kind === "positive");
  const target = step.formula;
  const place = `${derivation.title}${derivation.question === undefined ? "" : `, ${derivation.question}`}, line ${k + 1} of ${derivation.steps.length} (${because.by})`;
  const explain = (error: unknown, left: Expr, right: Expr): never => {
    if (!(error instanceof KernelError)) throw error;
    throw new LineError(differenceReport(place, error, left, right));
  };
  const opened = opening(because, unfold(current, facts), given, place);
  if (target === undefined) return opened;
  const wanted = unfold(target, facts);
  const [left, right] = [rightOf(opened), rightOf(wanted)];
  try {
    const middle = because.by === "expanding" ? expand(left, right, because.weights, because.through, given) : left === right ? reflexivity(left) : field(left, right, given);
    return compose(compose(opened, middle), symmetry(wanted));
  } catch (error) {
    return explain(error, left, right);
  }
};

/** Carries out the integrals or averages that the reason announces. */
const opening = (because: Because, unfolded: Theorem, given: readonly Theorem[], place: string): Theorem => {
  switch (because.by) {
    case "integrating": return evaluateBinders(unfolded, "integral", place, (binder) => integralTheorem(binder, because, given, place));
    case "averaging": return evaluateBinders(unfolded, "average", place, (binder) => average(binder, given));
    default: return unfolded;
  }
};

const isBinder = (e: Expr, head: string): e is BinderTerm => e.kind === "binder" && e.head === head;

/** Replaces the innermost binders of one kind by their values until none is left. */
const evaluateBinders = (start: Theorem, head: "integral" | "average", place: string, evaluate: (binder: BinderTerm) => Theorem): Theorem => {
  let theorem = start;
  let count = 0;
  for (;;) {
    const open = subterms(rightOf(theorem)).filter((node) => isBinder(node, head)).filter((node) => !subterms(node).some((part) => part !== node && isBinder(part, head)));
    if (open.length === 0) break;
    const values = open.map((node) => (isBinder(node, head) ? evaluate(node) : reflexivity(node)));
    theorem = transitivity(theorem, rewrite(rightOf(theorem), values));
    if (++count > 20) throw new LineError(`${place}: the ${head}s do not come to an end`);
  }
  if (count === 0) throw new LineError(`${place}: there is no ${head} to evaluate`);
  return theorem;
};

const integralTheorem = (binder: BinderTerm, because: Because & { readonly by: "integrating" }, given: readonly Theorem[], place: string): Theorem => {
  const [, from, to] = binder.args;
  const { split, antiderivative } = because;
  if (split !== undefined && from !== undefined && to !== undefined && isInside(split, from, to)) {
    const parts = splitIntegral(binder, split);
    const pieces = subterms(rightOf(parts)).filter((node): node is BinderTerm => isBinder(node, "integral"));
    return transitivity(parts, rewrite(rightOf(parts), pieces.map((piece) => integralTheorem(piece, because, given, place))));
  }
  const proposal = antiderivative ?? proposeAntiderivative(binder, circumstancesOf(given));
  if (proposal === undefined) throw new LineError(`${place}: no antiderivative of ${infix(binder)} was found\n  try       by.integrating({ antiderivative: … })`);
  return integral(binder, proposal, given);
};

const circumstancesOf = (given: readonly Theorem[]): Circumstances => ({ positive: given.flatMap(({ conclusion }) => (conclusion.kind === "positive" ? [conclusion.term] : [])) });

const isInside = (point: Expr, from: Expr, to: Expr): boolean => {
  const infinite = (e: Expr): boolean => freeSymbols(e).some((s) => s.name === "∞");
  const above = (a: Expr, b: Expr): boolean => signOf(difference(a, b)) === "positive";
  return (infinite(from) || above(point, from)) && (infinite(to) || above(to, point));
};

// ---- what is defined by a property -------------------------------------------------------------------------------------------

const characterised = (checker: Checker, derivation: Derivation, step: Step): Theorem => {
  const { property, start } = derivation;
  const candidate = step.formula;
  if (property === undefined || candidate === undefined) throw new LineError(`${derivation.title}: a property without a formula`);
  const proofs = propertyProofs(checker, derivation, candidate);
  const definition: Premise = {
    id: `definition of ${infix(start)}`, kind: "definition", says: { kind: "equal", left: start, right: candidate }, where: derivation.title, text: property.definition,
    forAll: [...new Set([...derivation.forAll, ...freeSymbols(start).filter((s) => isIndex(start, s))])],
  };
  return characterise(definition, proofs);
};

const isIndex = (start: Expr, s: PhysicalSymbol): boolean => start.kind === "call" && start.args.some((arg) => arg === symbol(s));

/** The equations of the property for a candidate, as theorems. */
export const propertyProofs = (checker: Checker, derivation: Derivation, candidate: Expr): readonly Theorem[] => {
  const { property } = derivation;
  if (property === undefined) return [];
  const facts = theoremsOf(checker, property.facts);
  const given = facts.filter((t) => t.conclusion.kind === "positive");
  return property.equations(candidate).map(({ left, right }, k) => {
    const [l, r] = [unfold(left, facts), unfold(right, facts)];
    try {
      return transitivity(transitivity(l, field(rightOf(l), rightOf(r), given)), symmetry(r));
    } catch (error) {
      if (!(error instanceof KernelError)) throw error;
      throw new LineError(differenceReport(`${derivation.title}, condition ${k + 1} of its definition`, error, rightOf(l), rightOf(r)));
    }
  });
};

/** The equations of the property as terms without facts left to replace, for refuting a printed candidate. */
export const propertySides = (checker: Checker, derivation: Derivation, candidate: Expr): readonly (readonly [Expr, Expr])[] => {
  const facts = derivation.property === undefined ? [] : theoremsOf(checker, derivation.property.facts);
  return (derivation.property?.equations(candidate) ?? []).map(({ left, right }) => [rightOf(unfold(left, facts)), rightOf(unfold(right, facts))]);
};

export const premisesOf = (hypotheses: readonly Hypothesis[]): readonly Premise[] => hypotheses.flatMap((hypothesis) => (hypothesis.kind === "premise" ? [hypothesis.premise] : []));
