/**
 * # Printed figures
 *
 * The derived value, with the paper's parameters put in, is enclosed by balls and compared with the interval of values that round to the
 * printed digits. An input that is itself a rounded result counts with its whole interval before a print is called wrong.
 */
import { number, ONE, product, quotient } from "../expr/build.ts";
import { equalDimensions, showDimension, type Dimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import { circleConstant } from "../expr/symbol.ts";
import { freeSymbols } from "../expr/walk.ts";
import { dimensionOf } from "../notation/dimensionOf.ts";
import { infix } from "../notation/infixPrinter.ts";
import { readUnit } from "../notation/units.ts";
import { cannotRoundTo, roundsTo, type Decimal } from "../number/decimal.ts";
import { compareRational, divideRational, multiplyRational, rational, signOfRational, toNumber, type Rational } from "../number/rational.ts";
import type { Premise } from "../kernel/statement.ts";
import { enclose, KernelError, postulate, type Theorem } from "../kernel/theorem.ts";
import type { Assertion } from "./claim.ts";
import { premisesOf, unfold } from "./check.ts";
import { basics, type Case } from "./case.ts";
import { isParameter, parameterInterval, type Parameter } from "./premise.ts";
import { verdict, type Verdict } from "./verdict.ts";

type Digits = Assertion & { readonly kind: "digits" };

/** Bounds of a value in the printed unit. */
interface Bounds { readonly low: Rational; readonly high: Rational; readonly theorem: Theorem }

export const judgeDigits = (c: Case, assertion: Digits): Verdict => {
  const unit = readUnit(assertion.unit);
  if (unit === undefined) return verdict("open", { reason: `unknown unit '${assertion.unit}'` });
  const parameters = premisesOf(c.checked.theorem.hypotheses).filter(isParameter);
  const scaled = inPrintedUnit(c, assertion, unit.factor);
  if (typeof scaled === "string") return verdict("open", { ...basics(c), reason: scaled });
  const nominal = boundsOf(scaled, []);
  if (typeof nominal === "string") return verdict("open", { ...basics(c), reason: nominal });
  const { digits, magnitude } = assertion;
  const shown: Partial<Verdict> = { ...basics(c), enclosure: [shortDecimal(nominal.low), shortDecimal(nominal.high)], printedDigits: figures(assertion) };
  if (magnitude ? withinMagnitude(nominal, digits) : roundsTo(nominal.low, nominal.high, digits)) return verdict("numeric", shown);
  const clear = magnitude ? outsideMagnitude(nominal, digits) : cannotRoundTo(nominal.low, nominal.high, digits);
  if (!clear) return verdict("open", { ...shown, reason: "the enclosure straddles the bounds of the printed figures" });
  const rounded = parameters.filter((p) => p.rounded);
  const wide = rounded.length === 0 ? undefined : boundsOf(symbolicValue(c, assertion, unit.factor, rounded), rounded);
  if (typeof wide === "object" && !(magnitude ? outsideMagnitude(wide, digits) : cannotRoundTo(wide.low, wide.high, digits))) {
    return verdict("open", {
      ...shown,
      reason: `with the rounded inputs at their printed figures the value is ${shortDecimal(nominal.low)}; their rounding allows ${shortDecimal(wide.low)} to ${shortDecimal(wide.high)}, which contains the print (${rounded.map((p) => `${p.id} = ${p.digits.digits} ${p.unit}`).join(", ")})`,
    });
  }
  const ratio = divideRational(nominal.low, digits.value);
  const exact = compareRational(nominal.low, nominal.high) === 0 && isSimple(ratio);
  const ratioDecimal = exact ? undefined : shortDecimal(ratio);
  return verdict("discrepancy", {
    ...shown, slip: signOfRational(ratio) < 0 ? "sign" : "factor", ratio: exact ? number(ratio) : undefined, ratioDecimal,
    reason: `the derived value is ${shortDecimal(nominal.low)}${unitText(assertion)}, ${magnitude ? `not of the order of ${shownDigits(digits)}` : `printed ${shownDigits(digits)}`}${ratioDecimal === undefined ? "" : `: ${ratioDecimal} times the print`}`,
  });
};

/** The printed figures with their unit. */
const figures = (assertion: Digits): string => `${shownDigits(assertion.digits)}${unitText(assertion)}`;
/** "2e1" is a 20 of which the zero is no figure. */
const shownDigits = ({ digits }: Decimal): string => digits.replace(/^([+-]?\d)e([1-3])$/, (_, first: string, zeros: string) => first + "0".repeat(Number(zeros)));
const unitText = ({ unit, times }: Digits): string => `${unit === "1" ? "" : ` ${unit}`}${times === undefined ? "" : ` ${infix(times)}`}`;

/** A printed unit that does not measure what the symbol is, with the nearest unit that does. */
export const wrongUnit = (assertion: Digits): Verdict | undefined => {
  const unit = readUnit(assertion.unit);
  const expected = dimensionOf(quotient(assertion.left, assertion.times ?? ONE));
  if (unit === undefined || expected === undefined || equalDimensions(unit.dimension, expected)) return undefined;
  const nearest = nearestUnit(assertion.unit, expected);
  return verdict("discrepancy", {
    slip: "dimension", printedDigits: figures(assertion), correctionText: nearest === undefined ? undefined : `${assertion.digits.digits} ${nearest}`,
    reason: `the unit ${assertion.unit} has the dimension ${showDimension(unit.dimension)}; ${infix(assertion.left)} has ${showDimension(expected)}`,
  });
};

/** One exponent of the printed unit changed by one. */
const nearestUnit = (text: string, to: Dimension): string | undefined => {
  const parts = text.split(/([*/])/);
  for (let k = 0; k < parts.length; k++) {
    const match = /^(.*?)(?:\^?\{?([+-]?\d+)\}?)?$/.exec(parts[k] ?? "");
    if (match?.[1] === undefined || match[1] === "" || /^[*/]$/.test(match[1])) continue;
    const power = Number(match[2] ?? 1);
    for (const next of [power - 1, power + 1].filter((p) => p !== 0)) {
      const changed = parts.map((part, j) => (j === k ? `${match[1] ?? ""}${next === 1 ? "" : `^${next}`}` : part)).join("");
      const unit = readUnit(changed);
      if (unit !== undefined && equalDimensions(unit.dimension, to)) return changed;
    }
  }
  return undefined;
};

/** Ratios of small whole numbers are shown as such. */
const isSimple = ({ numerator, denominator }: Rational): boolean => Math.abs(Number(numerator)) <= 12 && Number(denominator) <= 12;

const shortDecimal = (value: Rational): string => Number(toNumber(value).toPrecision(5)).toString();

/** A term for a reader: one without letters as its certified value, rounded. */
export const showTerm = (e: Expr): string => {
  if (freeSymbols(e).some((s) => s !== circleConstant)) return infix(e);
  const bounds = boundsOf(e, []);
  const [low, high] = typeof bounds === "string" ? [] : [shortDecimal(bounds.low), shortDecimal(bounds.high)];
  return low === undefined || low !== high ? infix(e) : low;
};

const inPrintedUnit = (c: Case, assertion: Digits, factor: Rational): Expr | string => {
  const times = assertion.times === undefined ? undefined : unfold(assertion.times, constants(c));
  const below = times?.conclusion.kind === "equal" ? times.conclusion.right : number(rational(1));
  return quotient(c.checked.final, product(number(factor), below));
};

/** The parameters of the paper as equations. */
const constants = (c: Case): readonly Theorem[] => c.session.paper.parameters.map(postulate);

/** The derived value with the rounded parameters left as symbols; everything else that the derivation used is put in. */
const symbolicValue = (c: Case, assertion: Digits, factor: Rational, rounded: readonly Parameter[]): Expr => {
  const others = premisesOf(c.checked.theorem.hypotheses).filter((p) => p.says.kind === "equal" && !rounded.some((r) => r === p)).map(postulate);
  const opened = unfold(c.checked.symbolic, others);
  const times = assertion.times === undefined ? undefined : unfold(assertion.times, constants(c));
  const value = opened.conclusion.kind === "equal" ? opened.conclusion.right : c.checked.symbolic;
  const below = times?.conclusion.kind === "equal" ? times.conclusion.right : number(rational(1));
  return quotient(value, product(number(factor), below));
};

const boundsOf = (e: Expr, rounded: readonly Parameter[]): Bounds | string => {
  const boxes = rounded.map((p): Theorem => {
    const [low, high] = parameterInterval(p);
    const within: Premise = { ...p, id: `${p.id} (rounded)`, says: { kind: "within", term: p.says.kind === "equal" ? p.says.left : e, low, high } };
    return postulate(within);
  });
  try {
    const theorem = enclose(e, boxes);
    return theorem.conclusion.kind === "within" ? { low: theorem.conclusion.low, high: theorem.conclusion.high, theorem } : "no enclosure";
  } catch (error) {
    if (error instanceof KernelError) return `the value cannot be enclosed: ${error.message}`;
    throw error;
  }
};

/** Half an order of magnitude on either side: √10 < 3.1623. */
const reach = rational(31623, 10000);
const magnitudeOf = ({ value }: Decimal): readonly [low: Rational, high: Rational] => {
  const [near, far] = [divideRational(value, reach), multiplyRational(value, reach)];
  return signOfRational(value) < 0 ? [far, near] : [near, far];
};
const withinMagnitude = ({ low, high }: Bounds, d: Decimal): boolean => {
  const [from, to] = magnitudeOf(d);
  return compareRational(low, from) >= 0 && compareRational(high, to) <= 0;
};
const outsideMagnitude = ({ low, high }: Bounds, d: Decimal): boolean => {
  const [from, to] = magnitudeOf(d);
  return compareRational(high, from) < 0 || compareRational(low, to) > 0;
};

