/**
 * # Judging a claim
 *
 * Compares what was derived with what is printed, relation by relation: equal by proof, equal to the stated order, equal to the printed
 * figures, or provably different, and then: by which ratio, by which slip, under which convention it would hold, and which proved formula is
 * nearest to the print. What cannot be decided is `open`.
 */
import { int, negate, ONE, product, symbol, ZERO } from "../expr/build.ts";
import type { Expr, Truth } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { contains, freeSymbols, substitute, subterms } from "../expr/walk.ts";
import { tryEnclose } from "../kernel/enclosure.ts";
import { decideEqual, isZero, signOf, type Circumstances, type Decision } from "../kernel/field.ts";
import { NoSeries, seriesOf, type Weights } from "../kernel/taylor.ts";
import { compose, expand, field, isTheorem, KernelError, positivity, reflexivity, separate, type Theorem } from "../kernel/theorem.ts";
import { gathered } from "../notation/arrange.ts";
import { checkDimensions } from "../notation/dimensionOf.ts";
import { infix } from "../notation/infixPrinter.ts";
import { middleOf } from "../number/ball.ts";
import { compareRational, equalRational, rational, toNumber } from "../number/rational.ts";
import { agreement, circumstancesOf, orderInWords, positiveTheorems } from "./agreement.ts";
import type { Assertion, Claim } from "./claim.ts";
import { basics, type Case, type Judgement, type Session } from "./case.ts";
import { checkDerivation, newChecker, premisesOf, propertySides } from "./check.ts";
import { explainByConventions, type Convention, type Tried } from "./conventions.ts";
import { findCorrection, type Correction } from "./correction.ts";
import { judgeDependence } from "./dependence.ts";
import { isPremise, type Derivation, type Question } from "./derivation.ts";
import { showValue, simpleRatio, withoutNoise } from "./difference.ts";
import { judgeDigits, showTerm, wrongUnit } from "./digits.ts";
import { mayBeEqual } from "./numeric.ts";
import { plainValue, type PlainValue } from "./plainValue.ts";
import { isParameter } from "./premise.ts";
import { derivationsOf, otherReadings, type Paper } from "./paper.ts";
import { inOtherReadings } from "./relations.ts";
import { restoreUnits } from "./restore.ts";
import { verdict, worst, type Verdict, type VerdictKind, type Witness } from "./verdict.ts";

/** `seed`: where the sample points start at which prints are refuted. */
export const openSession = (paper: Paper, seed = 1): Session => ({ paper, seed, checker: newChecker(), judged: new Map() });

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
  const others = otherReadings(session.paper, claim, question);
  if (derivations.length === 0 && (claim.kind === "definition" || claim.kind === "premise")) {
    return verdict(claim.kind, { usedIn: usesOf(session.paper, claim) });
  }
  const parts = claim.asserts.map((assertion, k): Verdict => {
    const unit = assertion.kind === "digits" ? wrongUnit(assertion) : undefined;
    if (unit !== undefined) return unit;
    const own = derivations.find((derivation) => derivation.part === k);
    if (own === undefined && question === "chain" && claim.introduces.includes(k)) return verdict("premise", { reason: "introduced here: nothing printed before leads to it" });
    if (own === undefined) return verdict("open", { reason: `no derivation answers the ${question} question for relation ${k + 1} of ${claim.asserts.length}` });
    return { ...judgePart(session, claim, assertion, own), relation: assertion.kind };
  });
  if (!parts.some((part) => part.kind === "discrepancy")) return worst(parts);
  return worst(inOtherReadings({
    claim, parts, others, derivations: claim.asserts.map((_, k) => derivations.find(({ part }) => part === k)), judgePart: (assertion, derivation) => judgePart(session, claim, assertion, derivation),
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
  const result = compare({ session, claim, assertion, derivation, checked, brief: false });
  const outside = premisesOf(checked.theorem.hypotheses).filter((p) => p.kind === "outside");
  if (outside.length === 0) return result;
  const texts = outside.map((p) => p.text);
  return { ...result, kind: "not-derivable", missing: texts, reason: `${result.kind === "discrepancy" ? "with" : "given"} ${texts.join("; ")}: ${partialResult(result)}` };
};

/** Whether a derivation supports an assertion, without the search for what would be right: for challenges with many assertions. */
export const judgeKind = (session: Session, claim: Claim, assertion: Assertion, derivation: Derivation): VerdictKind => {
  const checked = checkDerivation(session.checker, derivation);
  return checked.kind === "failed" ? "open" : compare({ session, claim, assertion, derivation, checked, brief: true }).kind;
};

/** What the outside premises would lead to. */
const partialResult = (v: Verdict): string => {
  if (v.kind === "open") return v.reason ?? "undecided";
  if (v.enclosure !== undefined) return v.kind === "discrepancy" ? `${v.enclosure[0]} where ${v.printedDigits ?? ""} is printed` : `${v.enclosure[0]}, which agrees with the printed ${v.printedDigits ?? ""}`;
  return `the printed statement would ${v.kind === "discrepancy" ? "not " : ""}follow${v.derived === undefined ? "" : ` (derived: ${showTerm(v.derived)})`}`;
};

const compare = (c: Case): Verdict => {
  const { assertion } = c;
  switch (assertion.kind) {
    case "equal": return compareEqual(c, assertion.right);
    case "expansion": return compareExpansion(c, assertion.right, assertion.weights, assertion.through);
    case "digits": return judgeDigits(c, assertion);
    case "positive": return comparePositive(c);
    case "nonzero": return compareNonzero(c, assertion.counting);
    case "dependence": return judgeDependence(c, assertion);
  }
};

// ---- equations ---------------------------------------------------------------------------------------------------------------

const compareEqual = (c: Case, printed: Expr): Verdict => {
  const { theorem, final } = c.checked;
  const circumstances = circumstancesOf(theorem);
  const decision = mayBeEqual(final, printed) ? equality(final, printed, theorem) : decideEqual(final, printed, circumstances);
  if (isTheorem(decision)) return agreement(c, compose(theorem, decision));
  if (c.derivation.property !== undefined && satisfiesProperty(c, printed)) return verdict("exact", basics(c));
  if (decision.kind === "unknown") return verdict("open", { ...basics(c), reason: `derived and printed formula: ${decision.reason}` });
  return disagreement(c, final, printed, circumstances);
};

/** The equation as a theorem, or why there is none. */
const equality = (left: Expr, right: Expr, theorem: Theorem): Theorem | Decision => {
  try {
    return left === right ? reflexivity(left) : field(left, right, positiveTheorems(theorem));
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    return decideEqual(left, right, circumstancesOf(theorem));
  }
};

/** Another formula with the same defining property counts as the same thing. */
const satisfiesProperty = (c: Case, printed: Expr): boolean =>
  propertySides(c.session.checker, c.derivation, printed).every(([left, right]) => decideEqual(left, right).kind === "equal");

const compareExpansion = (c: Case, printed: Expr, weights: Weights, through: number): Verdict => {
  const { theorem, final, exactFinal } = c.checked;
  const circumstances = circumstancesOf(theorem);
  try {
    const whole = compose(c.checked.exact, expand(exactFinal, printed, weights, rational(through), positiveTheorems(theorem)));
    return agreement(c, mayBeEqual(exactFinal, printed) && decideEqual(exactFinal, printed, circumstances).kind === "equal" ? c.checked.exact : whole);
  } catch (error) {
    if (!(error instanceof KernelError)) throw error;
    if (!error.message.includes("differ at order")) return verdict("open", { ...basics(c), reason: error.message });
  }
  return disagreement(c, final, printed, circumstances);
};

/** A stated witness, and everything that helps to see where the difference comes from. */
const disagreement = (c: Case, derived: Expr, printed: Expr, circumstances: Circumstances): Verdict => {
  if (c.brief) return verdict("discrepancy", basics(c));
  const { session, claim, assertion } = c;
  let refutation: Theorem;
  try {
    refutation = separate(derived, printed, positiveTheorems(c.checked.theorem), session.seed);
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
  const correction = printed === ZERO ? nothingPrinted(derived) : correctionWithSigns(derived, base, circumstances);
  const ratio = simpleRatio(derived, printed, circumstances);
  const alternative = claim.alternatives.find((other) => explanation.explaining.includes(other.id));
  const otherReading = alternative?.asserts[claim.asserts.indexOf(assertion)];
  const lostInScan = alternative?.ocr === true;
  const onlyUnits = restored !== undefined && decideEqual(derived, restored, circumstances).kind === "equal";
  return verdict("discrepancy", {
    ...basics(c), ratio, refutation, witness: witnessOf(refutation),
    slip: lostInScan ? "ocr" : onlyUnits || explanation.explaining.includes("units") ? "dimension" : correction.kind,
    correction: otherReading?.kind === "equal" || otherReading?.kind === "expansion" ? otherReading.right : gathered(correction.term),
    correctionText: alternative?.text ?? `${restored === undefined ? "" : "units restored; "}${correction.description}`,
    conventionsTried: explanation.tried, holdsUnder: explanation.explaining,
  });
};

/** What was to vanish does not: there is no formula to repair. */
const nothingPrinted = (derived: Expr): Correction => ({ kind: "claim", description: "it does not vanish: the derived formula", term: derived, ratio: undefined });

/** Where no small edit repairs the print in general, one may for a fixed sign; the repaired formula is then the derived one. */
const correctionWithSigns = (derived: Expr, printed: Expr, circumstances: Circumstances): Correction => {
  const general = findCorrection(derived, printed, circumstances);
  if (general.description !== "the derived formula") return general;
  for (const s of freeSymbols(product(derived, printed)).filter(isSign)) {
    const fixed = (e: Expr): Expr => substitute(e, new Map([[s, ONE]]));
    const special = findCorrection(fixed(derived), fixed(printed), circumstances);
    if (special.ratio === ONE) return { ...special, kind: "missing-symbol", term: derived, description: `${s.name} is missing: the print holds for ${s.name} = 1` };
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
  const shown = [...new Set([...subterms(conclusion.left), ...subterms(conclusion.right)])];
  const letters = [...point.values].filter(([s]) => shown.some((node) => contains(node, symbol(s)))).map(([s, { re, im }]): readonly [string, PlainValue] => [s.name, plainValue(toNumber(re), toNumber(im))]);
  const members = shown.flatMap((node): readonly (readonly [string, PlainValue])[] => {
    const value = node.kind === "call" && typeof node.head !== "string" ? tryEnclose(node, point, 64) : undefined;
    return value === undefined ? [] : [[infix(node), plainValue(...withoutNoise(middleOf(value.re), middleOf(value.im)))]];
  });
  return { values: Object.fromEntries([...letters, ...members]), left: showValue(left), right: showValue(right) };
};

// ---- inequalities ------------------------------------------------------------------------------------------------------------

const comparePositive = (c: Case): Verdict => {
  const { theorem, final } = c.checked;
  const circumstances = circumstancesOf(theorem);
  const sign = signOf(final, circumstances);
  if (sign === "positive" || isShownPositive(final)) return agreement(c);
  const wrong = (found: string): Verdict => verdict("discrepancy", { ...basics(c), slip: "claim", reason: `${found}${orderInWords(theorem)}` });
  if (sign === "zero" && orderInWords(theorem) !== "") return verdict("open", { ...basics(c), reason: `the difference that should be positive vanishes${orderInWords(theorem)}; what is left was not derived` });
  if (sign === "negative" || sign === "nonpositive" || sign === "zero") return wrong(`the difference that should be positive is ${final === ZERO ? "zero" : `${sign}: ${showTerm(final)}`}`);
  if (isShownPositive(negate(final))) return wrong(`the difference that should be positive is negative: ${showTerm(final)}`);
  const failing = signInstances(final, c.claim.forAll).find(({ term }) => ["negative", "nonpositive", "zero"].includes(signOf(term, circumstances)));
  if (failing !== undefined) return wrong(`for ${failing.values.map(([s, value]) => `${s.name} = ${value}`).join(", ")} the difference that should be positive is ${showTerm(failing.term)}`);
  return verdict("open", { ...basics(c), reason: `the sign of ${infix(final)} does not follow from the premises` });
};

/** A number, by ball arithmetic. */
const isShownPositive = (e: Expr): boolean => {
  if (freeSymbols(e).some((s) => s !== circleConstant && s !== imaginaryUnit)) return false;
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

const compareNonzero = (c: Case, counting: Counting | undefined): Verdict => {
  const { final, theorem } = c.checked;
  const circumstances = circumstancesOf(theorem);
  const order = orderInWords(theorem);
  const readings = order === "" ? equationsRead(c) : [];
  const vanishes = (): Verdict => verdict("discrepancy", {
    ...basics(c), slip: "claim", reason: `what should not vanish is ${order === "" ? "identically zero" : `zero${order}`}`, conventionsTried: readings, holdsUnder: readings.filter(({ holds }) => holds).map(({ id }) => id),
  });
  if (counting !== undefined) {
    const truth = reaches(theorem, counting) ? vanishesThrough(final, counting, circumstances) : "unknown";
    return truth === "false" ? agreement(c) : truth === "true" ? vanishes() : verdict("open", { ...basics(c), reason: "cannot decide whether it vanishes to the stated order" });
  }
  const truth = isZero(final, circumstances);
  if (truth === "false") return agreement(c);
  if (truth === "true" && order === "") return vanishes();
  return verdict("open", { ...basics(c), reason: truth === "true" ? `it vanishes${order}; what is left was not derived` : "cannot decide whether it vanishes" });
};

/** Other readings of a statement that are equations for what was derived. */
const equationsRead = (c: Case): readonly Tried[] => {
  const k = c.claim.asserts.indexOf(c.assertion);
  return c.claim.alternatives.flatMap(({ id, text, asserts }): readonly Tried[] => {
    const other = asserts[k];
    return other?.kind === "equal" && other.left === c.derivation.start ? [{ id, text, holds: decideEqual(c.checked.final, other.right, circumstancesOf(c.checked.theorem)).kind === "equal", ratio: undefined }] : [];
  });
};

type Counting = NonNullable<(Assertion & { readonly kind: "nonzero" })["counting"]>;

/** Whether a theorem says something about every term to an order. */
const reaches = ({ conclusion }: Theorem, { weights, through }: Counting): boolean =>
  conclusion.kind === "equal" || (conclusion.kind === "asymptotic" && sameWeights(conclusion.weights, weights) && compareRational(conclusion.through, through) >= 0);

const vanishesThrough = (e: Expr, { weights, through }: Counting, circumstances: Circumstances): Truth => {
  try {
    const series = seriesOf(e, weights, circumstances);
    const truths = series.orders(through).map((order) => isZero(series.at(order), circumstances));
    return truths.includes("false") ? "false" : truths.includes("unknown") ? "unknown" : "true";
  } catch (error) {
    if (error instanceof NoSeries) return "unknown";
    throw error;
  }
};

const sameWeights = (a: Weights, b: Weights): boolean => a.size === b.size && [...a].every(([s, weight]) => { const other = b.get(s); return other !== undefined && equalRational(weight, other); });
