/**
 * # Judging a claim
 *
 * Compares what was derived with what is printed, relation by relation: equal by proof, equal to the stated order, equal to the printed
 * figures, or provably different, and then: by which ratio, by which slip, under which convention it would hold, and which proved formula is
 * nearest to the print. What cannot be decided is `open`.
 */
import { int, negate, ONE, product, symbol } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { contains, freeSymbols, substitute, subterms } from "../expr/walk.ts";
import { decideEqual, isZero, signOf, type Circumstances } from "../kernel/field.ts";
import { NoSeries, seriesOf, type Weights } from "../kernel/taylor.ts";
import { compose, expand, field, KernelError, positivity, separate, type Theorem } from "../kernel/theorem.ts";
import { checkDimensions } from "../notation/dimensionOf.ts";
import { infix } from "../notation/infixPrinter.ts";
import { addRational, compareRational, rational, showGaussian, type Rational } from "../number/rational.ts";
import type { Assertion, Claim } from "./claim.ts";
import { basics, type Case, type Judgement, type Session } from "./case.ts";
import { checkDerivation, newChecker, premisesOf, propertySides } from "./check.ts";
import { explainByConventions, type Convention } from "./conventions.ts";
import { classOfRatio, findCorrection, type Correction } from "./correction.ts";
import { isPremise, type Derivation, type Question } from "./derivation.ts";
import { showValue, simpleRatio } from "./difference.ts";
import { judgeDigits, wrongUnit } from "./digits.ts";
import { isParameter } from "./premise.ts";
import { derivationsOf, type Paper } from "./paper.ts";
import { restoreUnits } from "./restore.ts";
import { verdict, worst, type Verdict, type Witness } from "./verdict.ts";

export const openSession = (paper: Paper): Session => ({ paper, checker: newChecker(), judged: new Map() });

export const judge = (session: Session, claim: Claim): Judgement => {
  const known = session.judged.get(claim);
  if (known !== undefined) return known;
  const chain = judgeQuestion(session, claim, "chain");
  const model = judgeQuestion(session, claim, "model");
  session.judged.set(claim, { claim, chain, model });                  // what it inherits from may in turn ask for this claim
  const judgement: Judgement = { claim, chain, model: withInheritance(session, claim, chain, model) };
  session.judged.set(claim, judgement);
  return judgement;
};

/** Where the chain holds and the model does not, the fault lies with a printed predecessor. */
const withInheritance = (session: Session, own: Claim, chain: Verdict, model: Verdict): Verdict => {
  if (model.kind !== "discrepancy" || chain.theorem === undefined) return model;
  const predecessors = premisesOf(chain.theorem.hypotheses).flatMap((p) => (p.kind === "printed" ? [p.id] : isParameter(p) && p.claim !== undefined ? [p.claim] : []));
  const faulty = predecessors.filter((id) => {
    const claim = session.paper.claims.find((other) => other.id === id);
    return claim !== undefined && claim !== own && judge(session, claim).model.kind === "discrepancy";
  });
  return { ...model, inheritedFrom: chain.kind === "discrepancy" ? [] : [...new Set(faulty)] };
};

const judgeQuestion = (session: Session, claim: Claim, question: Question): Verdict => {
  const derivations = derivationsOf(session.paper, claim, question);
  if (derivations.length === 0 && (claim.kind === "definition" || claim.kind === "premise")) {
    return verdict(claim.kind, { usedIn: usesOf(session.paper, claim) });
  }
  return worst(claim.asserts.map((assertion, k) => {
    const unit = assertion.kind === "digits" ? wrongUnit(assertion) : undefined;
    if (unit !== undefined) return unit;
    const own = derivations.find((derivation) => derivation.part === k);
    if (own === undefined && question === "chain" && claim.introduces.includes(k)) return verdict("premise", { reason: "introduced here: nothing printed before leads to it" });
    if (own === undefined) return verdict("open", { reason: `no derivation answers the ${question} question for relation ${k + 1} of ${claim.asserts.length}` });
    return { ...judgePart(session, claim, assertion, own), relation: assertion.kind };
  }));
};

/** Derivations that take the claim, as printed or as a premise with its id. */
const usesOf = (paper: Paper, claim: Claim): readonly string[] =>
  [...new Set(paper.derivations.filter((d) => factIds(d).includes(claim.id)).flatMap((d) => (d.claim === undefined ? [d.id] : [d.claim.id])))];

const factIds = (derivation: Derivation): readonly string[] =>
  [...derivation.steps.flatMap((step) => step.because.facts), ...(derivation.property?.facts ?? [])].flatMap((fact) => (isPremise(fact) ? [fact.id] : []));

const judgePart = (session: Session, claim: Claim, assertion: Assertion, derivation: Derivation): Verdict => {
  const checked = checkDerivation(session.checker, derivation);
  if (checked.kind === "failed") return verdict("open", { reason: checked.message });
  const result = compare({ session, claim, assertion, derivation, checked });
  const outside = premisesOf(checked.theorem.hypotheses).filter((p) => p.kind === "outside");
  if (outside.length === 0) return result;
  return {
    ...result, kind: "not-derivable", missing: outside.map((p) => p.text),
    reason: `${result.kind === "discrepancy" ? "with" : "given"} ${outside.map((p) => p.text).join("; ")}: ${partialResult(result)}`,
  };
};

const partialResult = (v: Verdict): string => {
  const value = v.enclosure === undefined ? (v.derived === undefined ? "" : ` (derived: ${infix(v.derived)})`) : ` (derived: ${v.enclosure[0]}, printed: ${v.printedDigits ?? ""})`;
  return v.kind === "discrepancy" ? `the printed statement would not follow${value}` : v.kind === "open" ? v.reason ?? "undecided" : `the printed statement would follow${value}`;
};

const circumstancesOf = (theorem: Theorem): Circumstances =>
  ({ positive: premisesOf(theorem.hypotheses).flatMap((p) => (p.says.kind === "positive" ? [p.says.term] : [])) });

const compare = (c: Case): Verdict => {
  const { assertion } = c;
  switch (assertion.kind) {
    case "equal": return compareEqual(c, assertion.right);
    case "expansion": return compareExpansion(c, assertion.right, assertion.weights, assertion.through);
    case "digits": return judgeDigits(c, assertion);
    case "positive": return comparePositive(c);
    case "nonzero": return compareNonzero(c);
  }
};

// ---- equations ---------------------------------------------------------------------------------------------------------------

const compareEqual = (c: Case, printed: Expr): Verdict => {
  const { theorem, final } = c.checked;
  const circumstances = circumstancesOf(theorem);
  const decision = decideEqual(final, printed, circumstances);
  if (decision.kind === "equal") {
    const whole = compose(theorem, field(final, printed, positiveTheorems(theorem)));
    return whole.conclusion.kind === "asymptotic" ? agreedToOrder(c, whole, whole.conclusion.weights, whole.conclusion.through) : verdict("exact", basics(c, whole));
  }
  if (c.derivation.property !== undefined && satisfiesProperty(c, printed)) return verdict("exact", basics(c));
  if (decision.kind === "unknown") return verdict("open", { ...basics(c), reason: `derived and printed formula: ${decision.reason}` });
  return disagreement(c, final, printed, circumstances);
};

const positiveTheorems = (theorem: Theorem): readonly Theorem[] => (theorem.conclusion.kind === "positive" ? [theorem] : []);

/** Another formula with the same defining property counts as the same thing. */
const satisfiesProperty = (c: Case, printed: Expr): boolean =>
  propertySides(c.session.checker, c.derivation, printed).every(([left, right]) => decideEqual(left, right).kind === "equal");

const compareExpansion = (c: Case, printed: Expr, weights: Weights, through: number): Verdict => {
  const { theorem, final, exactFinal } = c.checked;
  const circumstances = circumstancesOf(theorem);
  const order = rational(through);
  try {
    const whole = compose(c.checked.exact, expand(exactFinal, printed, weights, order));
    return decideEqual(exactFinal, printed, circumstances).kind === "equal" ? verdict("exact", basics(c, c.checked.exact)) : agreedToOrder(c, whole, weights, order);
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    if (!error.message.includes("differ at order")) return verdict("open", { ...basics(c), reason: error.message });
  }
  return disagreement(c, final, printed, circumstances);
};

/** The first term that the print leaves out. */
const agreedToOrder = (c: Case, theorem: Theorem, weights: Weights, through: Rational): Verdict => {
  const { exactFinal } = c.checked;
  let nextTerm: Expr | undefined;
  try {
    const series = seriesOf(exactFinal, weights, circumstancesOf(theorem));
    for (const order of series.orders(addRational(through, rational(4)))) {
      if (compareRational(order, through) > 0 && isZero(series.at(order)) === "false") { nextTerm = series.at(order); break; }
    }
  } catch (error) {
    if (!(error instanceof NoSeries)) throw error;
  }
  return verdict("asymptotic", { ...basics(c, theorem), nextTerm });
};

/** A stated witness, and everything that helps to see where the difference comes from. */
const disagreement = (c: Case, derived: Expr, printed: Expr, circumstances: Circumstances): Verdict => {
  const { session, claim, assertion } = c;
  let refutation: Theorem;
  try {
    refutation = separate(derived, printed);
  } catch (error) {
    if (error instanceof KernelError) return verdict("open", { ...basics(c), reason: error.message });
    throw error;
  }
  const left = assertion.kind === "equal" || assertion.kind === "expansion" ? assertion.left : derived;
  const inconsistent = checkDimensions([left, printed]).status === "inconsistent";
  const restored = inconsistent ? restoreUnits(left, printed, session.paper.unitConstants)?.right : undefined;
  const base = restored ?? printed;
  const applicable = session.paper.conventions.filter((convention) => convention.claims === undefined || convention.claims.includes(claim.id));
  const explanation = explainByConventions(derived, printed, [...applicable, ...alternativesOf(claim, assertion, printed)], restored, circumstances);
  const correction = correctionWithSigns(derived, base, circumstances);
  const ratio = simpleRatio(derived, printed, circumstances);
  const alternative = claim.alternatives.find((other) => explanation.explaining.includes(other.id));
  const otherReading = alternative?.asserts[claim.asserts.indexOf(assertion)];
  const lostInScan = alternative?.ocr === true;
  const onlyUnits = restored !== undefined && decideEqual(derived, restored, circumstances).kind === "equal";
  return verdict("discrepancy", {
    ...basics(c), ratio, refutation, witness: witnessOf(refutation),
    slip: lostInScan ? "ocr" : onlyUnits || explanation.explaining.includes("units") ? "dimension" : ratio !== undefined && correction.kind !== "inverted" ? classOfRatio(ratio) : correction.kind,
    correction: otherReading?.kind === "equal" || otherReading?.kind === "expansion" ? otherReading.right : correction.term,
    correctionText: alternative?.text ?? `${restored === undefined ? "" : "units restored; "}${correction.description}`,
    conventionsTried: explanation.tried, holdsUnder: explanation.explaining,
  });
};

/** Where no small edit repairs the print in general, one may for a fixed sign; the repaired formula is then the derived one. */
const correctionWithSigns = (derived: Expr, printed: Expr, circumstances: Circumstances): Correction => {
  const general = findCorrection(derived, printed, circumstances);
  if (general.term !== derived) return general;
  for (const s of freeSymbols(product(derived, printed)).filter(isSign)) {
    const fixed = (e: Expr): Expr => substitute(e, new Map([[s, ONE]]));
    const special = findCorrection(fixed(derived), fixed(printed), circumstances);
    if (special.description !== "the derived formula") return { ...special, term: derived, description: `for ${s.name} = 1: ${special.description}` };
  }
  return general;
};

/** Other readings of the same print enter as conventions about the printed side. */
const alternativesOf = (claim: Claim, assertion: Assertion, printed: Expr): readonly Convention[] => {
  const k = claim.asserts.indexOf(assertion);
  return claim.alternatives.flatMap((alternative): readonly Convention[] => {
    const other = alternative.asserts[k];
    return other === undefined || (other.kind !== "equal" && other.kind !== "expansion") ? [] : [{ id: alternative.id, text: alternative.text, inPrinted: [{ left: printed, right: other.right }] }];
  });
};

export const witnessOf = (refutation: Theorem): Witness | undefined => {
  const { conclusion } = refutation;
  if (conclusion.kind !== "different") return undefined;
  const { point, left, right } = conclusion.at;
  const shown = subterms(product(conclusion.left, conclusion.right));
  const values = [...point.values].filter(([s]) => shown.some((node) => contains(node, symbol(s))));
  return { values: Object.fromEntries(values.map(([s, value]) => [s.name, showGaussian(value)])), left: showValue(left), right: showValue(right) };
};

// ---- inequalities ------------------------------------------------------------------------------------------------------------

const comparePositive = (c: Case): Verdict => {
  const { theorem, final } = c.checked;
  const circumstances = circumstancesOf(theorem);
  const sign = signOf(final, circumstances);
  if (sign === "positive") return verdict("exact", basics(c));
  if (sign === "negative" || sign === "nonpositive" || sign === "zero") {
    return verdict("discrepancy", { ...basics(c), slip: "claim", reason: `the difference that should be positive is ${sign}: ${infix(final)}` });
  }
  for (const [candidate, kind] of [[final, "exact"], [negate(final), "discrepancy"]] as const) {
    if (freeSymbols(final).every((s) => s.name === "π" || s.name === "i") && isShownPositive(candidate)) {
      return kind === "exact" ? verdict("exact", basics(c)) : verdict("discrepancy", { ...basics(c), slip: "claim", reason: "the difference that should be positive is negative with the numbers of the paper" });
    }
  }
  const failing = signInstances(final, c.claim.forAll).find(({ term }) => ["negative", "nonpositive", "zero"].includes(signOf(term, circumstances)));
  if (failing !== undefined) {
    const where = failing.values.map(([s, value]) => `${s.name} = ${value}`).join(", ");
    return verdict("discrepancy", { ...basics(c), slip: "claim", reason: `for ${where} the difference that should be positive is ${infix(failing.term)}` });
  }
  return verdict("open", { ...basics(c), reason: `the sign of ${infix(final)} does not follow from the premises` });
};

const isShownPositive = (e: Expr): boolean => {
  try {
    return positivity(e).conclusion.kind === "positive";
  } catch (error) {
    if (error instanceof KernelError) return false;
    throw error;
  }
};

/** The term for each choice of the signs that the claim leaves general. */
const signInstances = (e: Expr, forAll: readonly PhysicalSymbol[]): readonly { readonly term: Expr; readonly values: readonly (readonly [PhysicalSymbol, number])[] }[] =>
  forAll.filter(isSign).reduce<readonly { readonly term: Expr; readonly values: readonly (readonly [PhysicalSymbol, number])[] }[]>(
    (instances, s) => instances.flatMap(({ term, values }) => [1, -1].map((value) => ({ term: substitute(term, new Map([[s, int(value)]])), values: [...values, [s, value] as const] }))),
    [{ term: e, values: [] }]);

const compareNonzero = (c: Case): Verdict => {
  const { final, theorem } = c.checked;
  const truth = isZero(final, circumstancesOf(theorem));
  if (truth === "false") return verdict("exact", basics(c));
  if (truth === "true") return verdict("discrepancy", { ...basics(c), slip: "claim", reason: "what should not vanish is identically zero" });
  return verdict("open", { ...basics(c), reason: "cannot decide whether it vanishes" });
};

