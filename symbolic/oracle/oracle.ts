/**
 * # Asking an engine
 *
 * What both engines have in common: how a question becomes lines of input, how a vote spends its budget, how answers come back as terms.
 * What differs between them is an `Engine`, a small table of words.
 *
 * - `oracleOf`: an oracle from a pool and an engine. Neither `vote` nor `propose` ever rejects.
 *
 * A vote asks for values at sample points first, which settles most falsehoods in milliseconds, then takes the engine's routes to zero one
 * after the other, case by case. A route gets a share of the time left, so that one that hangs does not silence the next.
 */
import { symbol } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isRealSymbol } from "../expr/symbol.ts";
import { attempt, ballot, differenceOpinion, isUnable, numberFrom, numericOpinion, valuesAt, whyUnable, type BallotCase, type Finding } from "./ballot.ts";
import { assumptionsOf, withoutConjugation } from "./conjugation.ts";
import type { Complex } from "./doubles.ts";
import { differenceText, lettering, read, readList, write, type Dialect, type Lettering } from "./engineSyntax.ts";
import { isLarge } from "./forms.ts";
import type { EngineLine } from "./engineWorker.ts";
import type { Asking, Opinion, Oracle, Proposal, Question } from "./opinion.ts";
import type { Answered, EnginePool, LineAnswer } from "./pool.ts";

export interface Route {
  readonly text: string;
  /** Whether a result with nonzero values counts against the equation; otherwise it only fails to count for it. */
  readonly refutes: boolean;
}

export interface Engine {
  readonly dialect: Dialect;
  /** Lines that must precede decimal values. */
  readonly beforeNumbers: readonly EngineLine[];
  /** A line that prints a decimal value. */
  readonly numeric: (text: string) => EngineLine;
  /** What may show that such a difference is 0, the most promising first. */
  readonly routes: (difference: string) => readonly Route[];
  /** The words for a question; for solutions the text is left − right. Where the question names no variable, the first letter stands in. */
  readonly words: Readonly<Record<Question["kind"], ((text: string, letter: string) => string) | undefined>>;
}

/** The part of the time left that the values, and each route but the last, may use up. */
const SHARE = 0.5;

export const oracleOf = (pool: EnginePool, engine: Engine): Oracle => ({
  name: engine.dialect.engine,
  vote: async (left, right, asking = {}) => {
    const began = performance.now();
    const { vote, because } = await guarded(() => takeVote(pool, engine, left, right, asking), (reason): Finding => ({ vote: "unable", because: reason }));
    return { vote, because, milliseconds: Math.round(performance.now() - began) } satisfies Opinion;
  },
  propose: (question, asking = {}) => guarded(() => proposal(pool, engine, question, asking), (reason): Proposal => ({ kind: "unable", reason })),
});

const guarded = async <T>(task: () => Promise<T>, otherwise: (reason: string) => T): Promise<T> => {
  try {
    return await task();
  } catch (error) {
    const reason = whyUnable(error);
    if (reason === undefined) throw error;
    return otherwise(reason);
  }
};

type Ask = (lines: readonly EngineLine[], budget: number) => Promise<Answered>;

const takeVote = async (pool: EnginePool, engine: Engine, left: Expr, right: Expr, asking: Asking): Promise<Finding> => {
  const cases = attempt(() => ballot(left, right, asking.positive));
  if (isUnable(cases)) return { vote: "unable", because: cases.unable };
  let remaining = asking.budget ?? pool.budget;
  const ask: Ask = async (lines, budget) => {
    const answered = await pool.ask(engine.dialect.engine, lines, budget);
    remaining -= answered.milliseconds;
    return answered;
  };

  const numeric = cases.map((one) => numericLines(engine, one));
  const { lines: values } = await ask([...engine.beforeNumbers, ...numeric.flat()], remaining * SHARE);
  let at = engine.beforeNumbers.length;
  for (const [k, one] of cases.entries()) {
    const count = numeric[k]?.length ?? 0;
    const finding = numericOpinion(pairs(values.slice(at, at + count).map((answer) => valueIn(answer, one.letters))), one.says);
    at += count;
    if (finding.vote === "disagrees") return finding;
  }

  for (const one of cases) {
    const finding = await exactOpinion(engine, one, remaining, ask);      // no time is kept for later cases: without this one they are of no use
    if (finding.vote !== "agrees") return finding;
  }
  return { vote: "agrees", because: cases.length === 1 ? "the difference is 0" : `the difference is 0 in all ${cases.length} cases` };
};

/** left and right at each point; none where the notation cannot say it. */
const numericLines = (engine: Engine, one: BallotCase): readonly EngineLine[] => {
  const lines = attempt(() => one.samples.flatMap((sample) =>
    [one.left, one.right].map((side) => engine.numeric(write(side, engine.dialect, one.letters, valuesAt(sample))))));
  return isUnable(lines) ? [] : lines;
};

const valueIn = (answer: LineAnswer, letters: Lettering): Complex => {
  const value = answer.kind === "text" ? attempt(() => numberFrom(read(answer.text, letters))) : undefined;
  return value === undefined || isUnable(value) ? { re: Number.NaN, im: Number.NaN } : value;
};

const pairs = (values: readonly Complex[]): readonly (readonly [Complex, Complex])[] =>
  values.flatMap((a, k) => {
    const b = values[k + 1];
    return k % 2 === 0 && b !== undefined ? [[a, b] as const] : [];
  });

const exactOpinion = async (engine: Engine, one: BallotCase, budget: number, ask: Ask): Promise<Finding> => {
  const difference = attempt(() => differenceText(write(one.left, engine.dialect, one.letters), write(one.right, engine.dialect, one.letters)));
  if (isUnable(difference)) return { vote: "unable", because: difference.unable };
  let left = budget;
  let finding: Finding = { vote: "unable", because: "no route to zero" };
  const routes = engine.routes(difference);
  for (const [k, route] of routes.entries()) {
    const { lines: [answer], milliseconds } = await ask([{ text: route.text }], k + 1 < routes.length ? left * SHARE : left);
    left -= milliseconds;
    if (answer === undefined || answer.kind === "unable") { finding = { vote: "unable", because: answer?.reason ?? "no answer" }; continue; }
    const rest = attempt(() => read(answer.text, one.letters));
    finding = isUnable(rest) ? { vote: "unable", because: rest.unable } : differenceOpinion(rest, one);
    if (finding.vote === "agrees" || (finding.vote === "disagrees" && route.refutes)) return finding;
    if (finding.vote === "disagrees") finding = { vote: "unable", because: "the engine contradicts its own values" };
  }
  return finding;
};

// ---- proposals -----------------------------------------------------------------------------------------------------------------

const proposal = async (pool: EnginePool, engine: Engine, question: Question, asking: Asking): Promise<Proposal> => {
  const words = engine.words[question.kind];
  if (words === undefined) return { kind: "unable", reason: `${engine.dialect.engine} has no word for this` };
  const asked = question.kind === "solutions" ? [question.left, question.right] : [question.of];
  if (isLarge(...asked)) return { kind: "unable", reason: "engines cannot be told a formula of this size" };
  const terms = asked.map(question.kind === "real-part" ? (e) => e : withoutConjugation);
  const variable = question.kind === "solutions" ? question.unknown : "by" in question ? question.by : undefined;
  const letters = lettering(terms, variable);
  const texts = terms.map((term) => write(term, engine.dialect, letters));
  const letter = variable === undefined ? letters.letters.values().next().value ?? "" : write(symbol(variable), engine.dialect, letters);
  if (question.kind === "real-part" && ![...letters.letters.keys()].every(isReal)) return { kind: "unable", reason: "the engine takes every letter as real, and not all are" };
  const [first = "", second] = texts;
  const { lines: [answer] } = await pool.ask(engine.dialect.engine, [{ text: words(second === undefined ? first : differenceText(first, second), letter) }], asking.budget);
  if (answer === undefined || answer.kind === "unable") return { kind: "unable", reason: answer?.reason ?? "no answer" };
  return { kind: "proposed", terms: question.kind === "solutions" ? readList(answer.text, letters) : [read(answer.text, letters)] };
};

const isReal = (letter: Expr): boolean => {
  const s = assumptionsOf(letter);
  return s !== undefined && isRealSymbol(s);
};
