/**
 * # Is what we judge what is printed?
 *
 * The printed LaTeX of a claim is read with the paper's notation table and compared by the kernel with the reading that the claim states.
 *
 * - `readingOf`: *confirmed* when every relation of the display was read and proved equal, side by side, to the stated assertion; else
 *   *by-hand* with the reason. `reading` is LaTeX printed back from our own terms.
 * - Print and stated reading both read and provably different: `PrintContradicted`, since the verdict would be about something else than the print.
 *
 * A display a = b = c states the first side against each of the others, a > b > c each side against the next. Relations: an equation or expansion for = and ≈ (what = leaves out to
 * which order is said in the detail), figures for = ≈ ∼, inequalities for < and >.
 */
import { decimal, lowest, type Decimal } from "../number/decimal.ts";
import { compareRational, equalRational, multiplyRational, showRational, signOfRational, subtractRational, type Rational } from "../number/rational.ts";
import { number, ONE, symbol, written, ZERO } from "../expr/build.ts";
import { equalDimensions } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { decideEqual } from "../kernel/field.ts";
import type { Separation } from "../kernel/enclosure.ts";
import { infix } from "../notation/infixPrinter.ts";
import { latex, latexOfQuantity } from "../notation/latexPrinter.ts";
import { readLatex, type Chain, type LatexRelation, type Side } from "../notation/latexReader.ts";
import { LatexError } from "../notation/latexTokens.ts";
import { readUnit } from "../notation/units.ts";
import type { Assertion, Claim } from "./claim.ts";
import { showPoint, showValue } from "./difference.ts";
import type { Paper } from "./paper.ts";

export interface Reading {
  readonly read: "confirmed" | "by-hand";
  /** How it was confirmed, or why it was not. */
  readonly detail: string;
  /** LaTeX of all assertions, printed from our terms. */
  readonly reading: string;
}

/** The stated reading of a claim is provably not what its LaTeX says. */
export class PrintContradicted extends Error {
  override readonly name = "PrintContradicted";
}

export const readingOf = (paper: Paper, claim: Claim): Reading => {
  const reading = latexOfAssertions(claim.asserts);
  const outcome = compareDisplay(paper, claim);
  switch (outcome.kind) {
    case "same": return { read: "confirmed", reading, detail: [`read from the LaTeX and proved equal to the stated reading, ${counted(claim.asserts.length, "relation")}`, ...outcome.notes].join("; ") };
    case "unread": return { read: "by-hand", reading, detail: claim.byHand ?? outcome.reason };
    case "different": {
      if (claim.byHand === undefined) throw new PrintContradicted(contradiction(paper, claim, outcome));
      return { read: "by-hand", reading, detail: `${claim.byHand} (${outcome.place} printed literally: ${outcome.printed})` };
    }
  }
};

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

interface Different { readonly kind: "different"; readonly place: string; readonly printed: string; readonly stated: string; readonly separation: Separation | undefined }
type Outcome = Different | { readonly kind: "same"; readonly notes: readonly string[] } | { readonly kind: "unread"; readonly reason: string };

const contradiction = (paper: Paper, claim: Claim, { place, printed, stated, separation }: Different): string => [
  `${paper.id} ${claim.id}: the stated reading is not what is printed (${place})`,
  `  LaTeX     ${claim.printed}`, `  read as   ${printed}`, `  stated    ${stated}`,
  ...(separation === undefined ? [] : [`  at        ${showPoint(separation)}:  ${showValue(separation.left)} against ${showValue(separation.right)}`]),
  "  try       correct `asserts`, or say in `byHand` why the print is read otherwise",
].join("\n");

// ---- comparing ---------------------------------------------------------------------------------------------------------------

interface Printed { readonly relation: LatexRelation; readonly first: Side; readonly side: Side }

/** a = b = c says a = b and a = c; a > b > c says a > b and b > c. */
const relationsOf = ({ sides, relations }: Chain): readonly Printed[] => relations.flatMap((relation, k): readonly Printed[] => {
  const start = relations.slice(0, k).every((before) => equalities.includes(before)) ? 0 : k;
  const [first, side] = [sides[start], sides[k + 1]];
  return first === undefined || side === undefined ? [] : [{ relation, first, side }];
});
const equalities: readonly LatexRelation[] = ["=", "≈", "∼"];
const lesser: readonly LatexRelation[] = ["<", "≤", "≲", "≪"];

const compareDisplay = (paper: Paper, claim: Claim): Outcome => {
  let printed: readonly Printed[];
  try {
    printed = readLatex(claim.printed, paper.notation).flatMap(relationsOf);
  } catch (error) {
    if (error instanceof LatexError) return { kind: "unread", reason: error.message };
    throw error;
  }
  if (printed.length !== claim.asserts.length) return { kind: "unread", reason: `the display has ${counted(printed.length, "relation")}, the stated reading ${claim.asserts.length}` };
  const outcomes = printed.map((relation, k): Outcome => {
    const assertion = claim.asserts[k];
    return assertion === undefined ? { kind: "unread", reason: "" } : compareRelation(relation, assertion, claim.asserts.length === 1 ? "" : `relation ${k + 1} of ${claim.asserts.length}, `);
  });
  return joined(outcomes);
};

/** A provable difference counts before what could not be read. */
const joined = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.find((one) => one.kind === "different") ?? outcomes.find((one) => one.kind === "unread") ?? { kind: "same", notes: [...new Set(outcomes.flatMap((one) => (one.kind === "same" ? one.notes : [])))] };

const compareRelation = (printed: Printed, assertion: Assertion, place: string): Outcome => {
  const { first, side } = printed;
  const notes = compareMarks(printed.relation, assertion, place);
  switch (assertion.kind) {
    case "equal": case "expansion": return joined([compareTerms(first, assertion.left, `${place}left side`), compareTerms(side, assertion.right, `${place}right side`), notes]);
    case "digits": return joined([compareTerms(first, assertion.left, `${place}left side`), compareFigures(side, assertion, `${place}figures`), notes]);
    case "positive": {
      const [greater, smaller] = lesser.includes(printed.relation) ? [side, first] : [first, side];
      return joined([compareTerms(greater, assertion.left, `${place}greater side`), compareTerms(smaller, assertion.right, `${place}smaller side`), notes]);
    }
    case "nonzero": return joined([compareTerms(first, assertion.term, `${place}left side`), compareTerms(side, ZERO, `${place}right side`), notes]);
    case "dependence": return assertion.exponent === undefined ? { kind: "unread", reason: "growth with a letter has no printed relation" }
      : joined([compareTerms(first, assertion.left, `${place}left side`), compareTerms(side, powerLaw(assertion.on, assertion.exponent), `${place}right side`), notes]);
  }
};

const powerLaw = (on: PhysicalSymbol, exponent: Rational): Expr => written.power(symbol(on), number(exponent));

const same = (...notes: readonly string[]): Outcome => ({ kind: "same", notes });

/** Marks that say the same as each kind of assertion. */
const marks: Readonly<Record<Assertion["kind"], readonly LatexRelation[]>> = { equal: ["="], expansion: ["≈", "=", "∼"], digits: ["=", "≈", "∼"], positive: ["<", ">"], nonzero: ["≠"], dependence: ["∝"] };
const definite: readonly LatexRelation[] = ["=", "<", ">", "≠"];

const compareMarks = (relation: LatexRelation, assertion: Assertion, place: string): Outcome => {
  const words = `${place}'${relation}'`;
  if (!marks[assertion.kind].includes(relation)) {
    const stated = `'${markOf(assertion)}'`;
    return definite.includes(relation) && !(assertion.kind === "digits") ? { kind: "different", place: `${place}relation`, printed: `'${relation}'`, stated, separation: undefined } : { kind: "unread", reason: `${words} is not what is judged: ${stated}` };
  }
  if (assertion.kind === "expansion" && relation === "=") return same(`${words} is judged as an expansion through order ${assertion.through} in ${[...assertion.weights].map(([s, weight]) => (signOfRational(weight) < 0 ? `1/${s.name}` : s.name)).join(", ")}`);
  if (assertion.kind === "digits" && assertion.magnitude && relation !== "∼") return { kind: "unread", reason: `${words} prints figures, judged is an order of magnitude` };
  if (assertion.kind === "digits" && !assertion.magnitude && relation === "∼") return same(`${words} is judged by the printed figures`);
  return same();
};

const compareTerms = (side: Side, stated: Expr, place: string): Outcome => {
  const read = termOf(side);
  if (read === undefined) return { kind: "unread", reason: `${place}: a quantity with a unit stands where a formula is stated` };
  if (read === stated) return same();
  const decision = decideEqual(read, stated);
  switch (decision.kind) {
    case "equal": return same();
    case "different": return { kind: "different", place, printed: infix(read), stated: infix(stated), separation: decision.separation };
    case "unknown": return { kind: "unread", reason: `${place}: cannot decide whether ${infix(read)} is the stated ${infix(stated)}: ${decision.reason}` };
  }
};

/** Figures as an exact term, in SI. */
const termOf = (side: Side): Expr | undefined => {
  if (side.kind === "term") return side.term;
  const unit = readUnit(side.unit);
  if (unit === undefined) return undefined;
  return written.product([number(multiplyRational(side.digits.value, unit.factor)), side.times ?? ONE]);
};

interface Figures { readonly digits: Decimal; readonly unit: string; readonly times: Expr | undefined }

const compareFigures = (side: Side, stated: Assertion & { readonly kind: "digits" }, place: string): Outcome => {
  const figures = side.kind === "quantity" ? side : wholeNumber(side.term);
  if (figures === undefined) return { kind: "unread", reason: `${place}: no printed figures were read` };
  const [printedUnit, statedUnit] = [readUnit(figures.unit), readUnit(stated.unit)];
  if (printedUnit === undefined || statedUnit === undefined) return { kind: "unread", reason: `${place}: unknown unit '${printedUnit === undefined ? figures.unit : stated.unit}'` };
  const inSi = (value: Rational, of: Figures): Rational => multiplyRational(value, (of === figures ? printedUnit : statedUnit).factor);
  const times = compareTerms({ kind: "term", term: figures.times ?? ONE }, stated.times ?? ONE, `${place}, factor`);
  if (times.kind !== "same") return times;
  const different: Outcome = { kind: "different", place, printed: showFigures(figures), stated: showFigures(stated), separation: undefined };
  if (!equalDimensions(printedUnit.dimension, statedUnit.dimension) || !equalRational(inSi(figures.digits.value, figures), inSi(stated.digits.value, stated))) return different;
  const [printedHalf, statedHalf] = [inSi(figures.digits.halfUnit, figures), inSi(stated.digits.halfUnit, stated)];
  if (equalRational(printedHalf, statedHalf)) return same();
  const open = /^-?\d*0$/.test(figures.digits.digits) && compareRational(statedHalf, printedHalf) > 0;
  return open ? same(`the last zero of ${figures.digits.digits} is not counted as a figure`) : different;
};

/** 3 is printed with one figure. */
const wholeNumber = (e: Expr): Figures | undefined =>
  (e.kind === "number" && e.value.denominator === 1 ? { digits: decimal(showRational(e.value)), unit: "1", times: undefined } : undefined);

const showFigures = ({ digits, unit, times }: Figures): string =>
  `${digits.digits}${unit === "1" ? "" : ` ${unit}`}${times === undefined ? "" : ` ${infix(times)}`} (± ${showRational(subtractRational(digits.value, lowest(digits)))})`;

// ---- printing back -----------------------------------------------------------------------------------------------------------

const markOf = (assertion: Assertion): string => {
  switch (assertion.kind) {
    case "equal": return "=";
    case "expansion": return "≈";
    case "digits": return assertion.magnitude ? "∼" : "≈";
    case "positive": return ">";
    case "nonzero": return "≠";
    case "dependence": return assertion.exponent === undefined ? "grows" : "∝";
  }
};
const latexMark: Readonly<Record<string, string>> = { "=": "=", "≈": "\\approx", "∼": "\\sim", ">": ">", "≠": "\\neq", "∝": "\\propto", grows: "\\text{ grows with }" };

const sidesOf = (assertion: Assertion): readonly [left: Expr, right: string] => {
  switch (assertion.kind) {
    case "equal": case "expansion": return [assertion.left, latex(assertion.right)];
    case "digits": return [assertion.left, latexOfQuantity(assertion.digits.digits, assertion.unit, assertion.times)];
    case "positive": return [assertion.left, latex(assertion.right)];
    case "nonzero": return [assertion.term, "0"];
    case "dependence": return [assertion.left, assertion.exponent === undefined ? latex(symbol(assertion.on)) : latex(powerLaw(assertion.on, assertion.exponent))];
  }
};

/** Equations with the same left side, and what follows them about it, form one chain. */
const latexOfAssertions = (asserts: readonly Assertion[]): string => {
  let text = "";
  let before: Expr | undefined;
  for (const [k, assertion] of asserts.entries()) {
    const [left, right] = sidesOf(assertion);
    text += `${left === before ? "" : `${k === 0 ? "" : ",\\quad "}${latex(left)}`} ${latexMark[markOf(assertion)] ?? "="} ${right}`;
    before = assertion.kind === "positive" || assertion.kind === "nonzero" || assertion.kind === "dependence" ? undefined : left;
  }
  return text;
};
