/**
 * # Deciding equality
 *
 * `decideEqual`: *equal* with the denominators that must not vanish, by the exact normal form in the tower of generators; *different*
 * at a point where certified balls separate the two sides; else *unknown*, with the reason. Sampling never makes anything equal.
 *
 * A proof whose side conditions could not hold anywhere would prove everything: so unless the conditions are nonzero polynomials in
 * independent generators, a point must be shown at which all of them hold together.
 *
 * Trusted: yes.
 */
import { DivisionByZero, ZERO } from "../expr/build.ts";
import type { Expr, Truth } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, infinitySymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols } from "../expr/walk.ts";
import { isPositiveBall } from "../number/ball.ts";
import { isRealBall } from "../number/complexBall.ts";
import { NotDifferentiable } from "./derivative.ts";
import { isNonzeroAt, separateAt, tryEnclose, type Point, type Separation } from "./enclosure.ts";
import { isZeroFraction, subtractFraction, ZeroDenominator } from "./fraction.ts";
import { newReading, normal, type Reading } from "./normal.ts";
import { RingOverflow } from "./polynomial.ts";
import { samplePoint } from "./sample.ts";
import { addSigns, fractionSign, multiplySigns, nonzeroTruth, polynomialSign, undecidedGenerator, type Sign } from "./sign.ts";
import { freshPlan, hasIndependentGenerators, newTower, Restart, Unreadable, type Plan } from "./tower.ts";
import { expandWords, NotAWord } from "./words.ts";

export type Decision =
  | { readonly kind: "equal"; readonly nonzero: readonly Expr[] }
  | { readonly kind: "different"; readonly separation: Separation }
  | { readonly kind: "unknown"; readonly reason: string };

export interface Circumstances {
  /** Terms that hypotheses declare positive. */
  readonly positive?: readonly Expr[];
  readonly seed?: number;
}

const MOST_RESTARTS = 60;
const SAMPLES = 24;

/** Runs a task in a tower, laid out anew until exponents and denominators fit. */
export const inTower = <T>(task: (reading: Reading) => T, circumstances: Circumstances = {}): T => {
  const plan = freshPlan();
  for (let attempt = 0; attempt < MOST_RESTARTS; attempt++) {
    try {
      const aside = newReading(newTower(plan));            // denominators of the hypotheses are not those of the task
      for (const term of circumstances.positive ?? []) assumePositive(aside, term);
      return task({ ...newReading(aside.tower), binders: aside.binders });
    } catch (error) {
      if (error instanceof RingOverflow) widen(plan, error.needed);
      else if (!(error instanceof Restart)) throw error;
    }
  }
  throw new Unreadable("the exponents do not settle");
};

const assumePositive = (reading: Reading, term: Expr): void => {
  const value = normal(reading, term);
  const below = value.factors.reduce<Sign>((sign, { factor, power }) => (power % 2 === 0 || polynomialSign(reading.tower, factor.polynomial) === "positive" ? sign : "unknown"), "positive");
  if (below !== "positive") return;
  const generator = undecidedGenerator(reading.tower, value.numerator);
  if (generator === undefined) reading.tower.given.push(value.numerator); else reading.tower.positiveGenerators.add(generator);
};

const widen = (plan: Plan, needed: RingOverflow["needed"]): void => {
  for (const { generator, reach } of needed) plan.reaches[generator] = Math.max(reach, 2 * (plan.reaches[generator] ?? plan.reach) + 1);
  if (needed.length > 0) return;
  if (plan.reach <= 1) throw new Unreadable("too many independent quantities, or exponents too large");
  plan.reach = Math.floor(plan.reach / 2);
};

/** The reason behind an error that means "cannot be read", else undefined. */
export const whyUnreadable = (error: unknown): string | undefined =>
  error instanceof Unreadable || error instanceof NotDifferentiable || error instanceof NotAWord ? error.message
    : error instanceof ZeroDenominator || error instanceof DivisionByZero ? UNDEFINED
      : undefined;
const UNDEFINED = "a denominator is identically zero";

const attempt = <T>(task: () => T): T | string => {
  try {
    return task();
  } catch (error) {
    const reason = whyUnreadable(error);
    if (reason === undefined) throw error;
    return reason;
  }
};

export const decideEqual = (left: Expr, right: Expr, circumstances: Circumstances = {}): Decision => {
  const outcome = attempt(() => (left.operator || right.operator ? compareWords(left, right, circumstances) : compareCommuting(left, right, circumstances)));
  if (typeof outcome !== "string") return outcome;
  if (outcome === UNDEFINED) return { kind: "unknown", reason: outcome };
  const separation = findSeparation(left, right, circumstances);
  return separation === undefined ? { kind: "unknown", reason: outcome } : { kind: "different", separation };
};

const compareCommuting = (left: Expr, right: Expr, circumstances: Circumstances): Decision => {
  const proof = inTower((reading) => {
    const rest = subtractFraction(reading.tower, normal(reading, left), normal(reading, right));
    return isZeroFraction(rest) ? openConditions(reading) : undefined;
  }, circumstances);
  if (proof !== undefined) return withConditions(proof, circumstances);
  const separation = findSeparation(left, right, circumstances);
  if (separation !== undefined) return { kind: "different", separation };
  return { kind: "unknown", reason: "the normal forms differ, and no sample point separates the two sides" };
};

const compareWords = (left: Expr, right: Expr, circumstances: Circumstances): Decision => {
  const letters: Expr[] = [];
  const canonical = (letter: Expr): Expr => {
    const known = letters.find((other) => sameLetter(other, letter, circumstances));
    if (known === undefined) letters.push(letter);
    return known ?? letter;
  };
  const [a, b] = [expandWords(left, canonical), expandWords(right, canonical)];
  const nonzero = new Set<Expr>();
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const decision = compareCommuting(a.get(key)?.coefficient ?? ZERO, b.get(key)?.coefficient ?? ZERO, circumstances);
    if (decision.kind === "different" && letters.some((letter) => letter.kind !== "symbol")) return { kind: "unknown", reason: "the words differ, but operators that depend on something may be equal" };
    if (decision.kind !== "equal") return decision;
    for (const term of decision.nonzero) nonzero.add(term);
  }
  return { kind: "equal", nonzero: [...nonzero] };
};

const sameLetter = (a: Expr, b: Expr, circumstances: Circumstances): boolean =>
  a === b || (a.kind === "call" && b.kind === "call" && a.head === b.head && a.args.length === b.args.length && a.args.every((arg, k) => {
    const other = b.args[k];
    const decision = other === undefined ? undefined : decideEqual(arg, other, circumstances);
    return decision?.kind === "equal" && decision.nonzero.length === 0;
  }));

/** Denominators of a term that the assumptions leave open; undefined where the term cannot be read or has no value anywhere. */
export const openDenominators = (term: Expr, circumstances: Circumstances = {}): readonly Expr[] | undefined => {
  const found = attempt(() => inTower((reading) => (normal(reading, term), openConditions(reading).terms), circumstances));
  return typeof found === "string" ? undefined : found;
};

/** Whether a denominator of the term is identically zero. */
export const isUndefined = (term: Expr, circumstances: Circumstances = {}): boolean =>
  attempt(() => inTower((reading) => (normal(reading, term), "defined"), circumstances)) === UNDEFINED;

interface OpenConditions { readonly terms: readonly Expr[]; readonly evident: boolean }

/** Denominators that the assumptions do not already make nonzero; `evident` when they are independent polynomials. */
export const openConditions = (reading: Reading): OpenConditions => {
  const open = [...reading.denominators].filter(([, value]) => nonzeroTruth(reading.tower, value) !== "true");
  return { terms: open.map(([term]) => term), evident: open.every(([, value]) => hasIndependentGenerators(reading.tower, value.numerator)) };
};

const withConditions = ({ terms, evident }: OpenConditions, circumstances: Circumstances): Decision => {
  if (evident || haveCommonPoint(terms, circumstances)) return { kind: "equal", nonzero: terms };
  return { kind: "unknown", reason: "no point was found at which all denominators are nonzero" };
};

const haveCommonPoint = (terms: readonly Expr[], circumstances: Circumstances): boolean =>
  points(terms, circumstances).some((point) => terms.every((term) => isNonzeroAt(term, point)));

const valueless: readonly PhysicalSymbol[] = [imaginaryUnit, circleConstant, infinitySymbol];

/** Sample points for the free symbols of the terms at which the positive terms of the circumstances are positive. */
export const points = (terms: readonly Expr[], { positive = [], seed = 1 }: Circumstances): readonly Point[] => {
  const symbols = [...new Set([...terms, ...positive].flatMap((term) => freeSymbols(term)))].filter((s) => s.arguments === undefined && !valueless.includes(s));
  const found: Point[] = [];
  for (let k = 0; k < (positive.length === 0 ? SAMPLES : 40 * SAMPLES) && found.length < SAMPLES; k++) {
    const point: Point = { values: samplePoint(symbols, k, seed), seed: seed + k };
    if (positive.every((term) => isPositiveAt(term, point))) found.push(point);
  }
  return found;
};

export const isPositiveAt = (term: Expr, point: Point): boolean => {
  const value = tryEnclose(term, point, 128);
  return value !== undefined && isRealBall(value) && isPositiveBall(value.re);
};

/** A sample point at which certified evaluation separates the two sides. */
export const findSeparation = (left: Expr, right: Expr, circumstances: Circumstances = {}): Separation | undefined => {
  for (const point of points([left, right], circumstances)) {
    const separation = separateAt(left, right, point);
    if (separation !== undefined) return separation;
  }
  return undefined;
};

/** The sign of a term from its normal form, its structure and the circumstances; "unknown" also where the term cannot be read. */
export const signOf = (term: Expr, circumstances: Circumstances = {}): Sign => {
  const read = attempt(() => inTower((reading) => fractionSign(reading.tower, normal(reading, term)), circumstances));
  const sign = signs.find((known) => known === read) ?? "unknown";
  if (sign !== "real") return sign;
  const structural = structuralSign(term, circumstances);
  return structural === undefined || structural === "unknown" ? "real" : structural;
};
const signs: readonly Sign[] = ["positive", "negative", "nonnegative", "nonpositive", "zero", "real", "unknown"];

/** Signs of the parts of a real term combined: squares that the normal form has multiplied out are still seen here. */
const structuralSign = (e: Expr, circumstances: Circumstances): Sign | undefined => {
  const ofPart = (part: Expr): Sign => signOf(part, circumstances);
  switch (e.kind) {
    case "sum": return e.args.map(ofPart).reduce(addSigns, "zero");
    case "product": return e.args.map(ofPart).reduce(multiplySigns, "positive");
    case "power": {
      const [base, exponent] = e.args;
      const n = exponent.kind === "number" && exponent.value.denominator === 1 ? exponent.value.numerator : undefined;
      if (typeof n !== "number") return undefined;
      const sign = ofPart(base);
      if (sign === "unknown") return undefined;
      if (n % 2 !== 0) return sign;
      return sign === "positive" || sign === "negative" || n < 0 ? "positive" : "nonnegative";
    }
    default: return undefined;
  }
};

/** "true" when the term is zero wherever it is defined, "false" when it is nonzero at some point, by proof in both cases. */
export const isZero = (term: Expr, circumstances: Circumstances = {}): Truth => {
  const decision = decideEqual(term, ZERO, circumstances);
  return decision.kind === "equal" ? "true" : decision.kind === "different" ? "false" : "unknown";
};
