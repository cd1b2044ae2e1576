/**
 * # How a vote is counted
 *
 * An equation is split into cases and freed of what engines cannot know; an engine agrees when it reduces the difference to zero in every
 * case, and disagrees when its own values, or the values of its own difference, are apart at several points of one case.
 *
 * - `ballot`: the cases of an equation with sample points that respect assumptions and hypotheses.
 * - `numericOpinion`, `differenceOpinion`: what an engine's answers say about one case.
 *
 * Not here: any proof. Sampling never makes an engine agree.
 */
import { DivisionByZero } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols } from "../expr/walk.ts";
import { caseSplit, type Case } from "./cases.ts";
import { assumptionsOf, withoutConjugation } from "./conjugation.ts";
import { complex, decimals, doubleValue, isFiniteValue, modulusOf, subtract, type Complex } from "./doubles.ts";
import { isLarge } from "./forms.ts";
import { lettering, type Lettering, type Values } from "./engineSyntax.ts";
import { Untranslatable, type Vote } from "./opinion.ts";

/** The value of a letter at a point; members of families go by the values of their arguments. */
export type Sample = (letter: Expr, args: readonly Complex[]) => Complex | undefined;

export interface BallotCase {
  readonly left: Expr;
  readonly right: Expr;
  readonly says: string;
  readonly letters: Lettering;
  readonly samples: readonly Sample[];
}

export interface Finding { readonly vote: Vote; readonly because: string }

/** The reason behind an error that means "engines cannot be asked this", else undefined. */
export const whyUnable = (error: unknown): string | undefined =>
  error instanceof Untranslatable ? error.message
    : error instanceof DivisionByZero ? "a denominator is identically zero"
      : error instanceof RangeError ? "the formula is nested too deeply" : undefined;

export const attempt = <T>(task: () => T): T | { readonly unable: string } => {
  try {
    return task();
  } catch (error) {
    const unable = whyUnable(error);
    if (unable === undefined) throw error;
    return { unable };
  }
};
export const isUnable = (value: unknown): value is { readonly unable: string } => typeof value === "object" && value !== null && "unable" in value;

const POINTS = 4;
const TRIES = 24;

export const ballot = (left: Expr, right: Expr, positive: readonly Expr[] = []): readonly BallotCase[] => {
  if (isLarge(left, right)) throw new Untranslatable("engines cannot be told a formula of this size");
  return caseSplit([left, right, ...positive]).map((one): BallotCase => {
    const [l, r, ...hypotheses] = one.terms.map(withoutConjugation);
    if (l === undefined || r === undefined) throw new Untranslatable("an equation without sides");
    return { left: l, right: r, says: one.says, letters: lettering([l, r]), samples: samplesOf(one, [l, r], hypotheses) };
  });
};

const samplesOf = (one: Case, sides: readonly Expr[], positive: readonly Expr[]): readonly Sample[] => {
  const symbols = [...new Set([...sides, ...positive].flatMap(freeSymbols))];
  const samples = Array.from({ length: TRIES }, (_, point) => sampleAt(symbols, one, point));
  const isAdmissible = (sample: Sample): boolean => positive.every((term) => doubleValue(term, sample).re > 0) && sides.every((side) => !(modulusOf(doubleValue(side, sample)) > 1e6));
  return samples.filter(isAdmissible).slice(0, POINTS);
};

const sampleAt = (symbols: readonly PhysicalSymbol[], one: Case, point: number): Sample => (letter, args) => {
  const s = assumptionsOf(letter);
  if (s === undefined) return undefined;
  const at = args.map((arg) => `${arg.re.toFixed(9)}:${arg.im.toFixed(9)}`).join(",");
  return decimals(s, `${symbols.indexOf(s)}(${at})`, point, one.residues.get(s));
};

/** The decimal values that stand for the letters at a sample. */
export const valuesAt = (sample: Sample): Values => (letter) => {
  const value = doubleValue(letter, sample);
  return isFiniteValue(value) ? value : undefined;
};

const noLetters: Sample = () => undefined;

/** What an engine leaves of a number, such as exp(3/10*i), as a number. */
export const numberFrom = (answer: Expr): Complex => doubleValue(answer, noLetters);

const areApart = (a: Complex, b: Complex): boolean => modulusOf(subtract(a, b)) > 1e-7 * Math.max(modulusOf(a), modulusOf(b)) + 1e-9;

const show = (a: Complex): string => (a.im === 0 ? a.re.toPrecision(6) : `${a.re.toPrecision(6)} + ${a.im.toPrecision(6)}*i`);
const inCase = (says: string): string => (says === "" ? "" : ` for ${says}`);

/** From pairs of values: disagrees when at least two are apart. */
export const numericOpinion = (pairs: readonly (readonly [Complex, Complex])[], says: string): Finding => {
  const defined = pairs.filter(([a, b]) => isFiniteValue(a) && isFiniteValue(b));
  const apart = defined.filter(([a, b]) => areApart(a, b));
  const [first] = apart;
  if (first !== undefined && apart.length >= 2) return { vote: "disagrees", because: `values ${show(first[0])} against ${show(first[1])}${inCase(says)}` };
  return { vote: "unable", because: `values alike at ${defined.length - apart.length} of ${pairs.length} points${inCase(says)}` };
};

/** From the engine's own form of left − right. */
export const differenceOpinion = (difference: Expr, { says, samples }: BallotCase): Finding => {
  if (difference.kind === "number" && difference.value.numerator === 0) return { vote: "agrees", because: `the difference is 0${inCase(says)}` };
  const found = numericOpinion(samples.map((sample) => [doubleValue(difference, sample), complex(0)]), says);
  return found.vote === "disagrees" ? { ...found, because: `the difference has ${found.because}` } : { vote: "unable", because: `the difference is not reduced to 0${inCase(says)}` };
};
