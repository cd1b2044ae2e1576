/**
 * # Theorems
 *
 * A `Theorem` can be made by the rules of this file and nowhere else. Its hypotheses travel with it; nothing is ever dropped but by
 * `discharge`. Free symbols of a conclusion that are not constants of a hypothesis stand for every value their assumptions allow.
 * Where its side conditions hold, both sides of a conclusion have values and the statement is true of them.
 *
 * Rules: postulate, suppose, characterise, identity, reflexivity, symmetry, transitivity, compose, rewrite, instantiate, field, expand, integral, split-integral, average,
 * separate, positivity, positive-by, enclose, discharge. `KernelError` names the rule that does not apply.
 *
 * Guards against mistakes and shortcuts, not against an attacker in the same process.
 */
import { endPoints, fromInterval, fromRational, hasEndPoints, isPositiveBall } from "../number/ball.ts";
import { isRealBall, realBall, type ComplexBall } from "../number/complexBall.ts";
import { compareRational, showRational, type Rational } from "../number/rational.ts";
import { binder, negate, sum, symbol, written, ZERO } from "../expr/build.ts";
import type { BinderTerm, Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, infinitySymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute, subterms, summands } from "../expr/walk.ts";
import { decideEqual, findSeparation, isUndefined, openDenominators, signOf, whyUnreadable, type Circumstances } from "./field.ts";
import { admits, openFactors, openPositive } from "./conditions.ts";
import { exactValue, tryEnclose } from "./enclosure.ts";
import { integrate } from "./integral.ts";
import { rewriteOnce } from "./rewrite.ts";
import { direction, innerSymbol } from "./scope.ts";
import { timeAverage } from "./spectrum.ts";
import { frozenStatement, type Hypothesis, type Identity, type Premise, type Statement } from "./statement.ts";
import { NoSeries, seriesOf, type Weights } from "./taylor.ts";

const seal: unique symbol = Symbol("kernel");

class Theorem {
  readonly #byKernel = true;
  readonly hypotheses: readonly Hypothesis[];
  readonly conclusion: Statement;
  /** The rules that built it, last one last. */
  readonly rules: readonly string[];
  constructor(token: typeof seal, hypotheses: readonly Hypothesis[], conclusion: Statement, rules: readonly string[]) {
    if (token !== seal) throw new TypeError("only kernel rules construct theorems");
    this.hypotheses = Object.freeze(hypotheses.map((hypothesis) => Object.freeze(hypothesis.kind === "side-condition" ? { ...hypothesis, says: frozenStatement(hypothesis.says) } : hypothesis)));
    this.conclusion = frozenStatement(conclusion);
    this.rules = Object.freeze([...rules]);
    Object.freeze(this);
  }
  /** True only for objects that the constructor made: neither a cast nor a copied prototype passes. */
  static readonly is = (x: unknown): x is Theorem => typeof x === "object" && x !== null && #byKernel in x;
}
Object.freeze(Theorem);
export type { Theorem };
export const isTheorem = (x: unknown): x is Theorem => Theorem.is(x);

/** A rule does not apply. */
export class KernelError extends Error {
  override readonly name = "KernelError";
  readonly rule: string;
  constructor(rule: string, reason: string) {
    super(`${rule}: ${reason}`);
    this.rule = rule;
  }
}

const refuse = (rule: string, reason: string): never => { throw new KernelError(rule, reason); };

const genuine = (rule: string, ...theorems: readonly Theorem[]): void => {
  if (!theorems.every(Theorem.is)) refuse(rule, "an argument is not a theorem of this kernel");
};

const sameStatement = (a: Statement, b: Statement): boolean => {
  switch (a.kind) {
    case "equal": return b.kind === "equal" && a.left === b.left && a.right === b.right;
    case "nonzero": return b.kind === "nonzero" && a.term === b.term;
    case "positive": return b.kind === "positive" && a.term === b.term;
    default: return a === b;
  }
};

const sameHypothesis = (a: Hypothesis, b: Hypothesis): boolean =>
  a.kind === "premise" ? b.kind === "premise" && a.premise === b.premise
    : a.kind === "identity" ? b.kind === "identity" && a.identity === b.identity
      : b.kind === "side-condition" && sameStatement(a.says, b.says);

const union = (...lists: readonly (readonly Hypothesis[])[]): readonly Hypothesis[] => {
  const all: Hypothesis[] = [];
  for (const list of lists) for (const hypothesis of list) if (!all.some((known) => sameHypothesis(known, hypothesis))) all.push(hypothesis);
  return all;
};

const theorem = (rule: string, from: readonly Theorem[], conclusion: Statement, extra: readonly Hypothesis[] = []): Theorem =>
  new Theorem(seal, union(...from.map((t) => t.hypotheses), extra), conclusion, [...new Set([...from.flatMap((t) => t.rules), rule])]);

const equal = (left: Expr, right: Expr): Statement => ({ kind: "equal", left, right });
/** What a condition leaves open beside the assumptions. One that cannot hold is refused: a theorem under it would say nothing. */
const sideConditions = (rule: string, says: Statement, circumstances: Circumstances = {}): readonly Hypothesis[] => {
  if (says.kind === "nonzero") {
    const open = openFactors(says.term, circumstances) ?? refuse(rule, "a term that must not vanish is identically zero");
    return open.map((term) => ({ kind: "side-condition", says: { kind: "nonzero", term } }));
  }
  if (says.kind !== "positive") return [{ kind: "side-condition", says }];
  const open = openPositive(says.term, circumstances);
  if (open === "impossible") return refuse(rule, "a term that must be positive is not");
  return open === "settled" ? [] : [{ kind: "side-condition", says: { kind: "positive", term: open } }];
};
const conditionsOf = (rule: string, circumstances: Circumstances, nonzero: readonly Expr[], positive: readonly Expr[] = []): readonly Hypothesis[] =>
  [...nonzero.flatMap((term) => sideConditions(rule, { kind: "nonzero", term }, circumstances)), ...positive.flatMap((term) => sideConditions(rule, { kind: "positive", term }, circumstances))];

/** Terms that theorems show positive. Terms that cannot be positive together would prove everything. */
const circumstancesOf = (rule: string, given: readonly Theorem[]): Circumstances => {
  genuine(rule, ...given);
  const positive = given.flatMap(({ conclusion }) => (conclusion.kind === "positive" ? [conclusion.term] : []));
  positive.forEach((term, k) => {
    if (openPositive(term, { positive: positive.slice(0, k) }) === "impossible") refuse(rule, "the terms that are given as positive cannot be so together");
  });
  return { positive };
};

const frozenPremise = (premise: Premise): Premise => {
  Object.freeze(premise.forAll);
  Object.freeze(premise.says);
  return Object.freeze(premise);
};

/** {P} ⊢ P: the only door for a premise, which cannot change from then on. */
export const postulate = (premise: Premise): Theorem => theorem("postulate", [], premise.says, [{ kind: "premise", premise: frozenPremise(premise) }]);

/**
 * A name for something that theorems show to exist: from proofs that e has the defining property of x, and the definition that x is the
 * one with this property, x = e. The definition stays as a hypothesis.
 */
export const characterise = (definition: Premise, proofs: readonly Theorem[]): Theorem => {
  genuine("characterise", ...proofs);
  if (definition.kind !== "definition" || definition.says.kind !== "equal" || proofs.length === 0) return refuse("characterise", "needs a definition by an equation and a proof of its property");
  return theorem("characterise", proofs, definition.says, [{ kind: "premise", premise: frozenPremise(definition) }]);
};

/** {φ} ⊢ φ for a condition φ on symbols that stay general: it is instantiated with them. */
export const suppose = (says: Statement): Theorem => {
  if (says.kind !== "positive" && says.kind !== "nonzero") return refuse("suppose", "needs a term that is positive or nonzero");
  sideConditions("suppose", says);
  return theorem("suppose", [], says, [{ kind: "side-condition", says: Object.freeze({ ...says }) }]);
};

/** {row} ⊢ row; the conditions of the row become side conditions. */
export const identity = (row: Identity): Theorem => theorem("identity", [], row.says, [{ kind: "identity", identity: Object.freeze(row) }, ...row.when.flatMap((condition) => sideConditions("identity", condition))]);

/** ⊢ a = a. */
export const reflexivity = (a: Expr): Theorem => theorem("reflexivity", [], equal(a, a));

/** Γ ⊢ a = b gives Γ ⊢ b = a. */
export const symmetry = (ab: Theorem): Theorem => {
  genuine("symmetry", ab);
  const { conclusion } = ab;
  return conclusion.kind === "equal" ? theorem("symmetry", [ab], equal(conclusion.right, conclusion.left)) : refuse("symmetry", "needs an equation");
};

/** Γ ⊢ a = b and Δ ⊢ b = c give Γ ∪ Δ ⊢ a = c, when the two middle terms are the same term. */
export const transitivity = (ab: Theorem, bc: Theorem): Theorem => {
  genuine("transitivity", ab, bc);
  const [x, y] = [ab.conclusion, bc.conclusion];
  if (x.kind !== "equal" || y.kind !== "equal") return refuse("transitivity", "needs two equations");
  if (x.right !== y.left) return refuse("transitivity", "the middle terms are not the same term");
  return theorem("transitivity", [ab, bc], equal(x.left, y.right));
};

const sameWeights = (a: Weights, b: Weights): boolean =>
  a.size === b.size && [...a].every(([s, weight]) => { const other = b.get(s); return other !== undefined && compareRational(weight, other) === 0; });

/** Like transitivity, where either side may be asymptotic: the weaker order survives; two expansions must count powers alike. */
export const compose = (ab: Theorem, bc: Theorem): Theorem => {
  genuine("compose", ab, bc);
  const [x, y] = [ab.conclusion, bc.conclusion];
  if (x.kind === "equal" && y.kind === "equal") return transitivity(ab, bc);
  if ((x.kind !== "equal" && x.kind !== "asymptotic") || (y.kind !== "equal" && y.kind !== "asymptotic")) return refuse("compose", "needs equations or expansions");
  if (x.right !== y.left) return refuse("compose", "the middle terms are not the same term");
  const expansions = [x, y].flatMap((s) => (s.kind === "asymptotic" ? [s] : []));
  const [first, second = first] = expansions;
  if (first === undefined || second === undefined) return refuse("compose", "needs an expansion");
  if (!sameWeights(first.weights, second.weights)) return refuse("compose", "the two expansions count powers differently");
  const through: Rational = compareRational(first.through, second.through) <= 0 ? first.through : second.through;
  return theorem("compose", [ab, bc], { kind: "asymptotic", left: x.left, right: y.right, weights: first.weights, through });
};

const constants: readonly PhysicalSymbol[] = [imaginaryUnit, circleConstant, infinitySymbol];

/** i, π, ∞ and the symbols of a theorem that are constants of one of its premises: they must not be instantiated. */
const constantsOf = (t: Theorem): ReadonlySet<PhysicalSymbol> => new Set([...constants, ...t.hypotheses.flatMap((hypothesis) =>
  (hypothesis.kind === "premise" ? symbolsOf(hypothesis.premise.says).filter((s) => !hypothesis.premise.forAll.includes(s)) : []))]);

const symbolsOf = (s: Statement): readonly PhysicalSymbol[] => {
  switch (s.kind) {
    case "equal": case "asymptotic": case "different": return [...freeSymbols(s.left), ...freeSymbols(s.right)];
    case "nonzero": case "positive": case "within": return freeSymbols(s.term);
  }
};

type Binding = ReadonlyMap<PhysicalSymbol, Expr>;

const instantiateHypotheses = (t: Theorem, binding: Binding): readonly Hypothesis[] =>
  t.hypotheses.flatMap((hypothesis) => (hypothesis.kind === "side-condition" ? sideConditions("instantiate", substituteStatement(hypothesis.says, binding), premisedOf(t)) : [hypothesis]));

/** What the premises of a theorem declare positive for its constants. */
const premisedOf = (t: Theorem): Circumstances =>
  ({ positive: t.hypotheses.flatMap((h) => (h.kind === "premise" && h.premise.says.kind === "positive" && h.premise.forAll.length === 0 ? [h.premise.says.term] : [])) });

const substituteStatement = (s: Statement, binding: Binding): Statement => {
  switch (s.kind) {
    case "equal": return equal(substitute(s.left, binding), substitute(s.right, binding));
    case "nonzero": case "positive": return { kind: s.kind, term: substitute(s.term, binding) };
    default: return refuse("instantiate", `a statement of kind '${s.kind}' is not instantiated`);
  }
};

/** Γ ⊢ φ gives Γ ⊢ φ[x := e] for symbols that are no constants of Γ, when e satisfies the assumptions of x. */
export const instantiate = (t: Theorem, binding: Binding): Theorem => {
  genuine("instantiate", t);
  const fixed = constantsOf(t);
  const denominators = [...binding].flatMap(([s, value]) => {
    if (fixed.has(s)) refuse("instantiate", `'${s.name}' is a constant${constants.includes(s) ? "" : " of a hypothesis"}`);
    return admits(s, value) ?? refuse("instantiate", `the value for '${s.name}' is not known to be ${s.assume.length === 0 ? "a number" : s.assume.join(", ")}`);
  });
  return new Theorem(seal, union(instantiateHypotheses(t, binding), conditionsOf("instantiate", {}, denominators)), substituteStatement(t.conclusion, binding), [...t.rules, "instantiate"]);
};

/**
 * ⊢ e = e′, where instances of the left sides of the equations are replaced by their right sides, in one pass. The result has the
 * hypotheses of the equations that were used, and of the given positivities when there are any.
 */
export const rewrite = (e: Expr, equations: readonly Theorem[], given: readonly Theorem[] = []): Theorem => {
  genuine("rewrite", ...equations);
  const circumstances = circumstancesOf("rewrite", given);
  const usable = equations.flatMap((source) => {
    const { conclusion } = source;
    if (conclusion.kind !== "equal") return [];
    const fixed = constantsOf(source);
    return [{ left: conclusion.left, right: conclusion.right, forAll: freeSymbols(conclusion.left).filter((s) => !fixed.has(s)), source }];
  });
  const { term, uses } = rewriteOnce(e, usable, (binding, under) => admitsInside(binding, under, circumstances));
  const hypotheses = uses.map(({ source, binding, under, denominators }) =>
    [...instantiateHypotheses(source, binding), ...conditionsOf("rewrite", {}, denominators)].flatMap((hypothesis) => overBinders(hypothesis, under)));
  return new Theorem(seal, union(...hypotheses, ...(uses.length > 0 ? given.map((t) => t.hypotheses) : [])), equal(e, term), [...new Set([...uses.flatMap(({ source }) => source.rules), "rewrite"])]);
};

/**
 * The denominators that must not vanish for the values of a binding, or undefined when one of them is not admissible. Inside binders the bound
 * symbols have the assumptions that their ranges guarantee, and what is given is about other symbols of the same name.
 */
const admitsInside = (binding: Binding, under: readonly BinderTerm[], circumstances: Circumstances): readonly Expr[] | undefined => {
  const inner = new Map<PhysicalSymbol, PhysicalSymbol>();
  const inside = (value: Expr): Expr => substitute(value, new Map([...inner].map(([bound, stand]) => [bound, symbol(stand)])));
  for (const around of under) inner.set(around.bound, innerSymbol({ ...around, args: around.args.map((end, k) => (k === 0 ? end : inside(end))) }, (end) => signOf(end, circumstances)));
  const free: Circumstances = { positive: circumstances.positive?.filter((term) => !freeSymbols(term).some((s) => inner.has(s))) ?? [] };
  const denominators: Expr[] = [];
  for (const [s, value] of binding) {
    const open = admits(s, inside(value), free);
    if (open === undefined) return undefined;
    denominators.push(...open.map((term) => substitute(term, new Map([...inner].map(([bound, stand]) => [stand, symbol(bound)])))));
  }
  return denominators;
};

/**
 * A side condition inside a sum over a known range must hold for every value of the index. Inside a derivative it must hold near the point,
 * and as the condition is open and its term continuous, at the point. Inside another binder it cannot be stated.
 */
const overBinders = (hypothesis: Hypothesis, under: readonly BinderTerm[]): readonly Hypothesis[] => {
  if (hypothesis.kind !== "side-condition") return [hypothesis];
  return under.reduceRight<readonly Hypothesis[]>((list, around) => list.flatMap((h) => {
    if (h.kind !== "side-condition" || !symbolsOf(h.says).includes(around.bound)) return [h];
    const [, from, to] = around.args;
    if (around.head === "derivative" && from !== undefined && isContinuous(h.says, around.bound)) return sideConditions("rewrite", substituteStatement(h.says, new Map([[around.bound, from]])));
    if (around.head !== "sum" || from?.kind !== "number" || to?.kind !== "number" || from.value.denominator !== 1 || to.value.denominator !== 1) return refuse("rewrite", "a side condition mentions a symbol that is bound around the place");
    return summands(symbol(around.bound), around.bound, Number(from.value.numerator), Number(to.value.numerator)).flatMap((value) => sideConditions("rewrite", substituteStatement(h.says, new Map([[around.bound, value]]))));
  }), [hypothesis]);
};

/** No roots, logarithms or inverse functions of the bound symbol, whose branches jump. */
const isContinuous = (s: Statement, bound: PhysicalSymbol): boolean =>
  (s.kind === "nonzero" || s.kind === "positive") && subterms(s.term).every((node) => !freeSymbols(node).includes(bound) ||
    (node.kind === "power" ? node.args[1].kind === "number" && node.args[1].value.denominator === 1 : node.kind === "call" ? continuous.includes(node.head) : node.kind !== "binder"));
const continuous: readonly unknown[] = ["sin", "cos", "exp", "sinh", "cosh", "abs", "re", "im", "conj"];

/** ⊢ a = b in the field of the generators, under denominators ≠ 0. `given`: theorems about positive terms that may be used. */
export const field = (left: Expr, right: Expr, given: readonly Theorem[] = []): Theorem => {
  const circumstances = circumstancesOf("field", given);
  const decision = decideEqual(left, right, circumstances);
  if (decision.kind === "equal") return theorem("field", given, equal(left, right), conditionsOf("field", circumstances, decision.nonzero));
  return refuse("field", decision.kind === "different" ? "the two sides are not equal" : decision.reason);
};

/** ⊢ a ~ b through the given order: every coefficient of a − b up to it vanishes. */
export const expand = (left: Expr, right: Expr, weights: Weights, through: Rational, given: readonly Theorem[] = []): Theorem => {
  const circumstances = circumstancesOf("expand", given);
  if (isUndefined(left, circumstances) || isUndefined(right, circumstances)) return refuse("expand", "a denominator is identically zero");
  const conditions: Expr[] = [];
  try {
    const series = seriesOf(sum(left, negate(right)), weights, circumstances);
    for (const order of series.orders(through)) {
      const decision = decideEqual(series.at(order), ZERO, circumstances);
      if (decision.kind === "unknown") return refuse("expand", decision.reason);
      if (decision.kind === "different") return refuse("expand", `the two sides differ at order ${showRational(order)}`);
      conditions.push(...decision.nonzero);
    }
    conditions.push(...series.nonzero());
  } catch (error) {
    const reason = error instanceof NoSeries ? error.message : whyUnreadable(error);
    if (reason === undefined) throw error;
    return refuse("expand", reason);
  }
  return theorem("expand", given, { kind: "asymptotic", left, right, weights, through }, conditionsOf("expand", circumstances, [...new Set(conditions)]));
};

/** ⊢ ∫ₐᵇ f dx = F(b) − F(a) for a proposed F. */
export const integral = (e: BinderTerm, antiderivative: Expr, given: readonly Theorem[] = []): Theorem => {
  const [body, from, to] = e.args;
  if (e.head !== "integral" || body === undefined || from === undefined || to === undefined) return refuse("integral", "needs a definite integral");
  const circumstances = circumstancesOf("integral", given);
  const outcome = integrate(body, e.bound, from, to, antiderivative, circumstances);
  if (outcome.kind === "refused") return refuse("integral", outcome.reason);
  const { value, nonzero, positive } = outcome.value;
  return theorem("integral", given, equal(e, value), conditionsOf("integral", circumstances, nonzero, positive));
};

/** ⊢ ∫ₐᶜ f dx = ∫ₐᵇ f dx + ∫ᵇᶜ f dx for real a, b, c; both parts must exist, which their own evaluation shows. */
export const splitIntegral = (e: BinderTerm, at: Expr): Theorem => {
  const [body, from, to] = e.args;
  if (e.head !== "integral" || body === undefined || from === undefined || to === undefined) return refuse("split-integral", "needs a definite integral");
  if (freeSymbols(at).includes(e.bound)) return refuse("split-integral", "the intermediate point depends on the variable");
  if (![from, to, at].every((end) => direction(end) !== 0 || signOf(end) !== "unknown")) return refuse("split-integral", "an end or the intermediate point is not known to be real");
  return theorem("split-integral", [], equal(e, written.sum([binder("integral", e.bound, [body, from, at]), binder("integral", e.bound, [body, at, to])])));
};

/** ⊢ ⟨f⟩ = the part of f that does not oscillate. */
export const average = (e: BinderTerm, given: readonly Theorem[] = []): Theorem => {
  const [body] = e.args;
  if (e.head !== "average" || body === undefined) return refuse("average", "needs a time average");
  const circumstances = circumstancesOf("average", given);
  const outcome = timeAverage(body, e.bound, circumstances);
  if (outcome.kind === "refused") return refuse("average", outcome.reason);
  return theorem("average", given, equal(e, outcome.value.value), conditionsOf("average", circumstances, outcome.value.nonzero));
};

/** ⊢ a ≠ b, with the point at which certified balls lie apart. */
export const separate = (left: Expr, right: Expr, given: readonly Theorem[] = [], seed = 1): Theorem => {
  const separation = findSeparation(left, right, { ...circumstancesOf("separate", given), seed });
  return separation === undefined ? refuse("separate", "no sample point separates the two sides") : theorem("separate", given, { kind: "different", left, right, at: separation });
};

/** ⊢ e > 0 from the assumptions, or by ball arithmetic when e has no free symbols. */
export const positivity = (term: Expr, given: readonly Theorem[] = []): Theorem => {
  const circumstances = circumstancesOf("positivity", given);
  if (signOf(term, circumstances) === "positive") return theorem("positivity", given, { kind: "positive", term }, conditionsOf("positivity", circumstances, openDenominators(term, circumstances) ?? [term]));
  const value = isClosed(term, []) ? tryEnclose(term, { values: new Map(), seed: 1 }, 256) : undefined;
  if (value !== undefined && isRealBall(value) && isPositiveBall(value.re)) return theorem("positivity", [], { kind: "positive", term });
  return refuse("positivity", "the sign does not follow from the assumptions");
};

/** Whether a term mentions no symbol but the constants i and π and the given ones. An undefined function has no value. */
const isClosed = (term: Expr, known: readonly PhysicalSymbol[]): boolean => freeSymbols(term).every((s) => s === imaginaryUnit || s === circleConstant || known.includes(s));

/** From a = b and b > 0: a > 0. */
export const positiveBy = (ab: Theorem, b: Theorem): Theorem => {
  genuine("positive-by", ab, b);
  if (ab.conclusion.kind !== "equal" || b.conclusion.kind !== "positive" || ab.conclusion.right !== b.conclusion.term) return refuse("positive-by", "needs a = b and b > 0");
  return theorem("positive-by", [ab, b], { kind: "positive", term: ab.conclusion.left });
};

/** ⊢ low ≤ e ≤ high by ball arithmetic. Symbols take the intervals that `boxes` states for them. */
export const enclose = (term: Expr, boxes: readonly Theorem[], bits = 256): Theorem => {
  genuine("enclose", ...boxes);
  const intervals = new Map<PhysicalSymbol, ComplexBall>();
  for (const { conclusion } of boxes) {
    if (conclusion.kind !== "within" || conclusion.term.kind !== "symbol") return refuse("enclose", "needs intervals of plain symbols");
    intervals.set(conclusion.term.symbol, realBall(fromInterval(fromRational(conclusion.low, bits), fromRational(conclusion.high, bits), bits)));
  }
  if (!isClosed(term, [...intervals.keys()])) return refuse("enclose", "the term has no certified real value");
  const exact = intervals.size === 0 ? exactValue(term, { values: new Map(), seed: 1 }) : undefined;
  if (exact !== undefined && exact.im.numerator === 0) return theorem("enclose", boxes, { kind: "within", term, low: exact.re, high: exact.re });
  const value = tryEnclose(term, { values: new Map(), boxes: intervals, seed: 1 }, bits);
  if (value === undefined || !isRealBall(value) || !hasEndPoints(value.re)) return refuse("enclose", "the term has no certified real value");
  const [low, high] = endPoints(value.re);
  return theorem("enclose", boxes, { kind: "within", term, low, high });
};

/** Removes a side condition that a theorem shows; the hypotheses of that theorem take its place. */
export const discharge = (t: Theorem, condition: Theorem): Theorem => {
  genuine("discharge", t, condition);
  const shown = condition.conclusion;
  const circumstances = circumstancesOf("discharge", [condition]);
  const factors = shown.kind === "nonzero" ? openFactors(shown.term) ?? [] : [];
  const settles = (hypothesis: Hypothesis): boolean => {
    if (hypothesis.kind !== "side-condition") return false;
    const { says } = hypothesis;
    if (says.kind === "nonzero") return factors.includes(says.term) || (shown.kind === "positive" && openFactors(says.term, circumstances)?.length === 0);
    return says.kind === "positive" ? shown.kind === "positive" && openPositive(says.term, circumstances) === "settled" : sameStatement(says, shown);
  };
  if (!t.hypotheses.some(settles)) return refuse("discharge", "the theorem has no such side condition");
  return new Theorem(seal, union(t.hypotheses.filter((hypothesis) => !settles(hypothesis)), condition.hypotheses), t.conclusion, [...new Set([...t.rules, ...condition.rules, "discharge"])]);
};
