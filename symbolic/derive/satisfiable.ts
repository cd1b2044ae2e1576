/**
 * # A point at which premises hold
 *
 * Definitions that do not lead back to themselves can always be met. What is left of a set of premises (inequalities, equations between things
 * already defined, assumptions about defined symbols) must hold at one point: an anchor of the paper, or a sample point; parameters have
 * their values. One equation that no point of the sample meets is solved for one symbol between two values at which its sides change places.
 *
 * - `satisfied`: the point, or why none was found. Values are enclosed, never sampled; families take arbitrary values.
 * - `mustHold`: parameters, model premises and definitions against the anchors that give all their symbols.
 */
import { difference, int, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, isIntegerSymbol, isNegativeSymbol, isNonzeroSymbol, isPositiveSymbol, isRealSymbol, isSign, physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute, transform } from "../expr/walk.ts";
import { tryEnclose, type Point } from "../kernel/enclosure.ts";
import { inTower, whyUnreadable } from "../kernel/field.ts";
import { cancelled } from "../kernel/fraction.ts";
import { normal } from "../kernel/normal.ts";
import { samplePoint } from "../kernel/sample.ts";
import { nonzeroTruth } from "../kernel/sign.ts";
import type { Premise } from "../kernel/statement.ts";
import { express } from "../kernel/tower.ts";
import { infix } from "../notation/infixPrinter.ts";
import { fromInterval, fromRational, isNegativeBall, isPositiveBall, middleOf } from "../number/ball.ts";
import { excludesZero, isRealBall, realBall, subtractComplex, type ComplexBall } from "../number/complexBall.ts";
import { addRational, compareRational, gaussian, multiplyRational, negateRational, powerRational, rational, showGaussian, subtractRational, toNumber, type Gaussian, type Rational } from "../number/rational.ts";
import { AnchorError, type Anchor } from "./anchors.ts";
import { againstAssumptions, isLarge, open } from "./contradiction.ts";
import { showValue } from "./difference.ts";
import type { Paper } from "./paper.ts";
import { isParameter, parameterInterval } from "./premise.ts";
import { headOf, statementText, type Contradiction, type System, type Tidied } from "./premiseSet.ts";

/** What was found of one set of premises. */
export type SetFinding =
  | { readonly kind: "contradictory"; readonly contradiction: Contradiction }
  /** `at`: where; `point`: values of the symbols that the check needed, none when only definitions are at stake. */
  | { readonly kind: "satisfiable"; readonly at: string; readonly point: Readonly<Record<string, string>> }
  | { readonly kind: "unknown"; readonly reason: string };

const BITS = 128;
const SAMPLES = 60;

/** What has to be checked at a point. */
interface Demand { readonly term: Expr; readonly is: "zero" | "positive" | "negative" | "nonzero" | "real"; readonly says: string }

/** Quantified signs written out; undefined when something else is quantified. */
const instancesOf = (e: Expr, forAll: readonly PhysicalSymbol[]): readonly Expr[] | undefined => {
  const quantified = forAll.filter((s) => freeSymbols(e).includes(s));
  if (!quantified.every(isSign)) return undefined;
  return quantified.reduce<readonly Expr[]>((list, s) => list.flatMap((term) => [1, -1].map((value) => substitute(term, new Map([[s, int(value)]])))), [e]);
};

/** The normal form, with the denominators that it may have cancelled. */
const tidied = (system: System, e: Expr): Tidied => {
  const known = system.shared.tidied.get(e);
  if (known !== undefined) return known;
  const result = normalForm(e);
  system.shared.tidied.set(e, result);
  return result;
};

const normalForm = (e: Expr): Tidied => {
  if (isLarge(e)) return { term: e, nonzero: [] };
  try {
    return inTower((reading) => {
      const term = express(reading.tower, cancelled(reading.tower, normal(reading, e)));
      return { term, nonzero: [...reading.denominators].flatMap(([below, value]) => (nonzeroTruth(reading.tower, value) === "true" ? [] : [below])) };
    });
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return { term: e, nonzero: [] };
  }
};

/** The checks that remain, or what cannot be checked. */
const demandsOf = (system: System): readonly Demand[] | string => {
  const demands: Demand[] = [];
  const demand = (opened: Expr, is: Demand["is"], says: string, forAll: readonly PhysicalSymbol[]): string | undefined => {
    const { term, nonzero } = tidied(system, opened);
    const all = instancesOf(term, forAll);
    for (const instance of term === ZERO && is === "zero" ? [] : all ?? []) demands.push({ term: instance, is, says });
    for (const below of nonzero) for (const instance of instancesOf(below, forAll) ?? []) demands.push({ term: instance, is: "nonzero", says });
    return term === ZERO && is === "zero" ? undefined : all === undefined ? `${says} for all ${forAll.map((s) => s.name).join(", ")}` : freeSymbols(term).some((s) => system.byHead.has(s)) ? says : undefined;
  };
  for (const { left, right, premise } of system.constraints) {
    const rest = difference(open(system, left).term, open(system, right).term);
    if (rest === ZERO) continue;
    const undecided = demand(rest, "zero", statementText(premise), premise.forAll);
    if (undecided !== undefined) return undecided;
  }
  for (const premise of system.inequalities) {
    if (premise.says.kind !== "positive" && premise.says.kind !== "nonzero") continue;
    const undecided = demand(open(system, premise.says.term).term, premise.says.kind, statementText(premise), premise.forAll);
    if (undecided !== undefined) return undecided;
  }
  for (const row of system.definitions) {
    const s = headOf(row.left);
    const found = againstAssumptions(system, row);
    if (s === undefined || found === "met") continue;
    const says = `${infix(row.left)} = ${infix(row.right)} is ${s.assume.join(", ")}`;
    if (found === "large" || isSign(s) || isIntegerSymbol(s)) return says;
    const undecided = demand(found.term, isPositiveSymbol(s) ? "positive" : isNegativeSymbol(s) ? "negative" : isRealSymbol(s) ? "real" : "nonzero", says, row.premise.forAll)
      ?? (isNonzeroSymbol(s) && isRealSymbol(s) && !isPositiveSymbol(s) && !isNegativeSymbol(s) ? demand(found.term, "nonzero", says, row.premise.forAll) : undefined);
    if (undecided !== undefined) return undecided;
  }
  return withStandIns(demands);
};

/** Members of families that nothing defines are values like any other: each stands as a symbol with the assumptions of its family. */
const withStandIns = (demands: readonly Demand[]): readonly Demand[] => {
  const known = new Map<Expr, Expr>();
  const standIn = (node: Expr): Expr => {
    if (node.kind !== "call" || typeof node.head === "string" || !node.args.every((arg) => arg.kind === "number")) return node;
    const before = known.get(node);
    if (before !== undefined) return before;
    const fresh = symbol(physicalSymbol(infix(node), { assume: node.head.assume }));
    known.set(node, fresh);
    return fresh;
  };
  return demands.map((demand) => ({ ...demand, term: transform(demand.term, standIn) }));
};

/** Whether the demand certainly holds at the point. `rounded`: an equation counts as held when its sides cannot be told apart. */
const holdsAt = ({ term, is }: Demand, point: Point, rounded: boolean): boolean => {
  const value = tryEnclose(term, point, BITS);
  if (value === undefined) return false;
  switch (is) {
    case "zero": return rounded && !excludesZero(value);
    case "nonzero": return excludesZero(value);
    case "real": return isRealBall(value);
    case "positive": return isRealBall(value) && isPositiveBall(value.re);
    case "negative": return isRealBall(value) && isNegativeBall(value.re);
  }
};

const constants: readonly PhysicalSymbol[] = [imaginaryUnit, circleConstant];

export const satisfied = (system: System, anchors: readonly Anchor[]): SetFinding => {
  const demands = demandsOf(system);
  if (typeof demands === "string") return { kind: "unknown", reason: `not decided whether ${demands}` };
  const fixed = new Map<PhysicalSymbol, Gaussian>(system.parameters.map((p) => [p.symbol, gaussian(p.value)]));
  const free = freeIn(demands);
  const shownPoint = (symbols: readonly PhysicalSymbol[], values: ReadonlyMap<PhysicalSymbol, Gaussian>): Readonly<Record<string, string>> => Object.fromEntries(symbols.map((s) => [s.name, shown(values.get(s))]));
  for (const anchor of anchors) {
    const all = [...demands, ...definedAtAnchor(system, anchor)];
    const symbols = freeIn(all);
    if (!symbols.some((s) => anchor.values.has(s))) continue;
    const values = new Map([...samplePoint(symbols, 0, 1), ...fixed]);
    const point: Point = { values, boxes: boxesOf(anchor), seed: 1 };
    if (all.every((demand) => holdsAt(demand, point, true))) return { kind: "satisfiable", at: `the anchor '${anchor.name}'`, point: { ...shownPoint(symbols, values), ...Object.fromEntries(symbols.flatMap((s) => { const value = anchor.values.get(s); return value === undefined ? [] : [[s.name, value.text]]; })) } };
  }
  if (demands.length === 0) return { kind: "satisfiable", at: "definitions and values of different things", point: {} };
  for (let k = 0; k < SAMPLES; k++) {
    const values = new Map([...samplePoint(free, k, 1), ...fixed]);
    const point: Point = { values, seed: k };
    if (demands.every((demand) => holdsAt(demand, point, false))) return { kind: "satisfiable", at: "a sample point", point: shownPoint(free, values) };
    const solved = k < 8 ? solvedAt(demands, free.filter((s) => !fixed.has(s)), point) : undefined;
    if (solved !== undefined) return { kind: "satisfiable", at: "a sample point, with one symbol solved for", point: { ...shownPoint(free, values), ...solved } };
  }
  return { kind: "unknown", reason: `no point was found at which ${[...new Set(demands.map((demand) => demand.says))].join(" and ")}` };
};

const freeIn = (demands: readonly Demand[]): readonly PhysicalSymbol[] => [...new Set(demands.flatMap(({ term }) => freeSymbols(term)))].filter((s) => s.arguments === undefined && !constants.includes(s));

/** A symbol that has a value at the anchor and follows from the definitions as well. */
const definedAtAnchor = (system: System, anchor: Anchor): readonly Demand[] => withStandIns(system.definitions.flatMap((row): readonly Demand[] => {
  const { left } = row;
  if (left.kind !== "symbol" || !anchor.values.has(left.symbol)) return [];
  const { term, nonzero } = tidied(system, open(system, row.right).term);
  const says = statementText(row.premise);
  return [{ term: difference(left, term), is: "zero", says }, ...nonzero.map((below): Demand => ({ term: below, is: "nonzero", says }))];
}));

const shown = (value: Gaussian | undefined): string => (value === undefined ? "" : value.im.numerator === 0 && Math.abs(Math.log10(Math.abs(toNumber(value.re)))) > 6 ? toNumber(value.re).toPrecision(6) : showGaussian(value));

const interval = (low: Rational, high: Rational): ComplexBall => realBall(fromInterval(fromRational(low, BITS), fromRational(high, BITS), BITS));

export const boxesOf = (anchor: Anchor): ReadonlyMap<PhysicalSymbol, ComplexBall> =>
  new Map([...anchor.values].map(([s, { value, half }]) => [s, half.numerator === 0 ? realBall(fromRational(value, BITS)) : interval(subtractRational(value, half), addRational(value, half))]));

/** Powers of ten, downwards for negative values, each way for real ones. */
const trialsFor = (s: PhysicalSymbol): readonly (readonly Rational[])[] => {
  const sizes = Array.from({ length: 31 }, (_, k) => powerRational(rational(10), 2 * k - 40));
  const below = sizes.map(negateRational);
  return isPositiveSymbol(s) ? [sizes] : isNegativeSymbol(s) ? [below] : [sizes, below];
};

/** One equation, solved for one symbol: it changes sign between two values, and is continuous in between. */
const solvedAt = (demands: readonly Demand[], free: readonly PhysicalSymbol[], point: Point): Readonly<Record<string, string>> | undefined => {
  const [equation, ...others] = demands.filter(({ is }) => is === "zero");
  if (equation === undefined || others.length > 0) return undefined;
  for (const s of free.filter((one) => isRealSymbol(one) && !isSign(one) && !isIntegerSymbol(one) && freeSymbols(equation.term).includes(one))) {
    const signAt = (at: Rational): number => {
      const value = tryEnclose(equation.term, { ...point, values: new Map([...point.values, [s, gaussian(at)]]) }, BITS);
      return value === undefined || !isRealBall(value) ? 0 : isPositiveBall(value.re) ? 1 : isNegativeBall(value.re) ? -1 : 0;
    };
    for (const trials of trialsFor(s)) {
      const signs = trials.map(signAt);
      const k = signs.findIndex((sign, index) => sign * (signs[index + 1] ?? 0) < 0);
      const [a, b] = [trials[k], trials[k + 1]];
      if (a === undefined || b === undefined) continue;
      const [low, high] = narrowed(a, b, signAt);
      const between: Point = { ...point, boxes: new Map([[s, interval(low, high)]]) };
      if (tryEnclose(equation.term, between, BITS) !== undefined && demands.every((demand) => demand === equation || holdsAt(demand, between, false))) return { [s.name]: `${toNumber(low).toPrecision(6)} … ${toNumber(high).toPrecision(6)}` };
    }
  }
  return undefined;
};

/** Bisects an interval at whose ends the signs differ. */
const narrowed = (a: Rational, b: Rational, signAt: (at: Rational) => number): readonly [low: Rational, high: Rational] => {
  let [from, to] = [a, b];
  const sign = signAt(a);
  for (let k = 0; k < 24; k++) {
    const middle = multiplyRational(addRational(from, to), rational(1, 2));
    const here = signAt(middle);
    if (here === 0) break;
    if (here === sign) from = middle; else to = middle;
  }
  return compareRational(from, to) < 0 ? [from, to] : [to, from];
};

// ---- anchors -----------------------------------------------------------------------------------------------------------------

/** Not approximations and conventions, and no result of the paper that it uses further on. */
const isFact = (premise: Premise): boolean => (isParameter(premise) ? premise.claim === undefined : premise.kind === "model" || premise.kind === "definition");

/** Every parameter, model premise and definition whose symbols some anchors give must hold at one of these anchors, within rounding. */
export const mustHold = (paper: Paper, anchors: readonly Anchor[]): void => {
  for (const premise of paper.premises.filter(isFact)) {
    const failures: string[] = [];
    let holds = false;
    for (const anchor of anchors) {
      const failure = failureAt(premise, anchor);
      if (failure === "not given") continue;
      if (failure === "holds") { holds = true; break; }
      failures.push(`  ${failures.length === 0 ? "found " : "      "}    ${failure}`);
    }
    if (holds || failures.length === 0) continue;
    throw new AnchorError([`${paper.id}/anchors.json: the premise ${premise.id} holds at no point`, `  premise   ${statementText(premise)} (${premise.where})`, ...failures,
      "  try       correct the value in anchors.json or the premise, or add a point for a special case"].join("\n"));
  }
};

/** The middle to ten figures. */
const fine = (value: ComplexBall): string => (isRealBall(value) ? String(Number(middleOf(value.re).toPrecision(10))) : showValue(value));

/** Both sides at the anchor in words, when the premise fails there. */
const failureAt = (premise: Premise, anchor: Anchor): string => {
  const { says } = premise;
  const boxes = boxesOf(anchor);
  const enclosed = (e: Expr): ComplexBall | undefined => (freeSymbols(e).every((s) => boxes.has(s) || constants.includes(s)) ? tryEnclose(e, { values: new Map(), boxes, seed: 1 }, BITS) : undefined);
  if (says.kind !== "equal" && says.kind !== "positive" && says.kind !== "nonzero") return "not given";
  const left = enclosed(says.kind === "equal" ? says.left : says.term);
  if (left === undefined) return "not given";                // most are not, and their right sides can be long
  const right = says.kind !== "equal" ? undefined : isParameter(premise) ? interval(...parameterInterval(premise)) : enclosed(says.right);
  if (says.kind === "equal" && right === undefined) return "not given";
  const holds = right !== undefined ? !excludesZero(subtractComplex(left, right, BITS)) : says.kind === "positive" ? isRealBall(left) && !isNegativeBall(left.re) : left.re.radius > 0n || excludesZero(left);
  if (holds) return "holds";
  const used = says.kind === "equal" ? [...freeSymbols(says.left), ...freeSymbols(says.right)] : freeSymbols(says.term);
  return `${fine(left)}${right === undefined ? "" : ` against ${fine(right)}`} in SI, at '${anchor.name}' (${[...anchor.values].filter(([s]) => used.includes(s)).map(([s, { text }]) => `${s.name} = ${text}`).join(", ")})`;
};
