/**
 * # Deciding an identity of the user's own
 *
 * One equation in the infix notation or in LaTeX, with assumptions in words: *proved* with its hypotheses, *refuted* with a point and both
 * values there, or *open* with the reason.
 *
 * - `prove`: one question. Never throws for mathematics it cannot do; throws `NotationError` or `LatexError` for text it cannot read.
 *
 * An equation that is refuted by one point may still hold under conditions that were not stated: the answer is about the stated ones.
 */
import { circleConstant, imaginaryUnit, physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { inScratch } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { subterms } from "../expr/walk.ts";
import { decideEqual, signOf, type Circumstances } from "../kernel/field.ts";
import type { Separation } from "../kernel/enclosure.ts";
import type { Hypothesis, Premise } from "../kernel/statement.ts";
import { field, KernelError, postulate, separate, type Theorem } from "../kernel/theorem.ts";
import { arranged } from "../notation/arrange.ts";
import { readAssumptions, type Assumed } from "../notation/assumptions.ts";
import { infix } from "../notation/infixPrinter.ts";
import { NotationError, readInfix, readRelation } from "../notation/infix.ts";
import { latex } from "../notation/latexPrinter.ts";
import { compileNotation } from "../notation/latexPatterns.ts";
import { readLatex } from "../notation/latexReader.ts";
import { spelling, tokenize, type Token } from "../notation/latexTokens.ts";
import { middleOf } from "../number/ball.ts";
import { toNumber } from "../number/rational.ts";
import { simpleRatio, withoutNoise } from "./difference.ts";
import { plainValue, type PlainValue } from "./plainValue.ts";

export interface ProofQuestion {
  readonly left: string;
  readonly right: string;
  /** Clauses as in "c=±1; n integer; D,w positive". */
  readonly assume: string;
  /** Both sides are LaTeX; letters with subscripts are names. */
  readonly tex: boolean;
}

export interface ProofAnswer {
  readonly verdict: "proved" | "refuted" | "open";
  readonly hypotheses: readonly string[];
  readonly witness: Readonly<Record<string, PlainValue>> | null;
  readonly left: PlainValue | null;
  readonly right: PlainValue | null;
  /** left ÷ right, when it is simple. */
  readonly ratio: string | null;
  readonly reason: string | null;
}

interface Sides { readonly left: Expr; readonly right: Expr; readonly assumed: Assumed }

export const prove = (question: ProofQuestion): ProofAnswer => inScratch(() => decide(question));

const decide = (question: ProofQuestion): ProofAnswer => {
  const { left, right, assumed } = question.tex ? latexSides(question) : infixSides(question);
  const given = assumed.positive.map(assumption);
  const circumstances = { positive: assumed.positive };
  const show = question.tex ? latex : infix;
  const decision = decideEqual(left, right, circumstances);
  if (decision.kind === "unknown") return { ...nothing, verdict: "open", reason: decision.reason };
  if (decision.kind === "equal") {
    const outcome = attempt(() => field(left, right, given));
    if (typeof outcome === "string") return { ...nothing, verdict: "open", reason: outcome };
    return { ...nothing, verdict: "proved", hypotheses: withoutImplied(outcome.hypotheses, circumstances).map((hypothesis) => sayHypothesis(hypothesis, show)) };
  }
  const outcome = attempt(() => separate(left, right, given));
  if (typeof outcome === "string" || outcome.conclusion.kind !== "different") return { ...nothing, verdict: "open", reason: typeof outcome === "string" ? outcome : "no point separates the two sides" };
  const ratio = simpleRatio(left, right, circumstances);
  return { ...nothing, verdict: "refuted", ...pointOf(outcome.conclusion.at), ratio: ratio === undefined ? null : show(ratio) };
};

const nothing: ProofAnswer = { verdict: "open", hypotheses: [], witness: null, left: null, right: null, ratio: null, reason: null };

const attempt = (task: () => Theorem): Theorem | string => {
  try {
    return task();
  } catch (error) {
    if (error instanceof KernelError) return error.message;
    throw error;
  }
};

const assumption = (term: Expr): Theorem => {
  const says: Premise = { id: `${infix(term)} > 0`, kind: "convention", says: { kind: "positive", term }, where: "the assumptions", text: "assumed", forAll: [] };
  return postulate(says);
};

/** Leaves out t ≠ 0 where t is another condition's term times a factor that the assumptions make nonzero. */
const withoutImplied = (hypotheses: readonly Hypothesis[], circumstances: Circumstances): readonly Hypothesis[] => {
  const kept: Hypothesis[] = [...hypotheses].sort((a, b) => sizeOf(a) - sizeOf(b));
  for (let k = kept.length - 1; k > 0; k--) {
    const term = nonzeroTerm(kept[k]);
    const isImplied = term !== undefined && kept.slice(0, k).some((other) => {
      const smaller = nonzeroTerm(other);
      const factor = smaller === undefined ? undefined : simpleRatio(term, smaller, circumstances);
      return factor !== undefined && ["positive", "negative"].includes(signOf(factor, circumstances));
    });
    if (isImplied) kept.splice(k, 1);
  }
  return kept;
};

const nonzeroTerm = (hypothesis: Hypothesis | undefined): Expr | undefined => (hypothesis?.kind === "side-condition" && hypothesis.says.kind === "nonzero" ? hypothesis.says.term : undefined);
const sizeOf = (hypothesis: Hypothesis): number => { const term = nonzeroTerm(hypothesis); return term === undefined ? 0 : subterms(term).length; };

const sayHypothesis = (hypothesis: Hypothesis, show: (e: Expr) => string): string => {
  switch (hypothesis.kind) {
    case "premise": return `${hypothesis.premise.id} (assumed)`;
    case "identity": return hypothesis.identity.id;
    case "side-condition": {
      const { says } = hypothesis;
      return says.kind === "nonzero" ? `${show(arranged(says.term))} ≠ 0` : says.kind === "positive" ? `${show(arranged(says.term))} > 0` : says.kind;
    }
  }
};

const pointOf = ({ point, left, right }: Separation): Pick<ProofAnswer, "witness" | "left" | "right"> => ({
  witness: Object.fromEntries([...point.values].map(([s, value]) => [s.name, plainValue(toNumber(value.re), toNumber(value.im))])),
  left: plainValue(...withoutNoise(middleOf(left.re), middleOf(left.im))), right: plainValue(...withoutNoise(middleOf(right.re), middleOf(right.im))),
});

const infixSides = ({ left, right, assume }: ProofQuestion): Sides => {
  const assumed = readAssumptions(assume);
  return { left: readInfix(left, assumed.names), right: readInfix(right, assumed.names), assumed };
};

/** An equation in one string, as on the command line. */
export const splitEquation = (text: string, tex: boolean): { readonly left: string; readonly right: string } => {
  const parts = text.split(/(?<![<>!=])=(?!=)/);
  const [left, right, ...more] = parts;
  if (left === undefined || right === undefined || more.length > 0 || left.trim() === "" || right.trim() === "") {
    if (!tex) readRelation(text, readAssumptions("").names);                    // points at the place where the text stops making sense
    throw new NotationError(`expected one equation <left> = <right>, found ${parts.length - 1} equals signs in\n  ${text}\n  write an inequality as an assumption`);
  }
  return { left, right };
};

// ---- LaTeX with undeclared letters --------------------------------------------------------------------------------------------

const bare = (name: string): string => name.replace(/\\(?:mathrm|text|mathit)\s*/g, "").replace(/[\\{}\s]/g, "");

/** Every name of the formula with its subscripts; π, e and i keep their meaning. */
const namesIn = (tokens: readonly Token[]): readonly string[] => tokens.flatMap((token): readonly string[] => {
  const scripts = namesIn(token.sup ?? []);
  switch (token.kind) {
    case "name": {
      const own = spelling([{ kind: "name", text: token.text, upright: token.upright, at: token.at, end: token.end, ...(token.sub === undefined ? {} : { sub: token.sub }) }]).trim();
      return ["e", "i", "\\pi"].includes(own) ? scripts : [own, ...scripts];
    }
    case "fraction": return [...namesIn(token.above), ...namesIn(token.below), ...scripts];
    case "root": return [...namesIn(token.inside), ...namesIn(token.index ?? []), ...scripts];
    case "group": return [...namesIn(token.inside), ...scripts];
    default: return scripts;
  }
});

const latexSides = ({ left, right, assume }: ProofQuestion): Sides => {
  const names = [...new Set([left, right].flatMap((side) => namesIn(tokenize(side))))];
  const assumed = readAssumptions(assume.replace(/\\(?=\p{L})/gu, "").replace(/[{}]/g, ""));
  const letters = names.map((name): PhysicalSymbol => {
    const declared = assumed.names.find(bare(name));
    if (declared === imaginaryUnit || declared === circleConstant) return declared;
    return physicalSymbol(bare(name), { latex: name, ...(declared === undefined ? {} : { assume: declared.assume }) });
  });
  if (assumed.positive.length > 0) throw new NotationError("an inequality between formulas cannot be assumed together with --tex\n  write the equation in the infix notation");
  const compiled = compileNotation({ names: assumed.names, symbols: letters });
  const side = (source: string): Expr => {
    const [chain, ...more] = readLatex(source, compiled);
    const term = chain?.sides[0];
    if (term === undefined || more.length > 0 || chain === undefined || chain.relations.length > 0) throw new NotationError(`expected one formula, found a list or a relation in\n  ${source}`);
    return term.kind === "term" ? term.term : readInfix(term.digits.digits, assumed.names);
  };
  return { left: side(left), right: side(right), assumed };
};
