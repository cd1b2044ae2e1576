/**
 * # The smallest correction
 *
 * Given what was derived and what is printed, the nearest formula to the print that is proved equal to the derived one: a factor solved for
 * at one place, an undone slip, an added partner term; failing all, the derived formula itself. Candidates are discarded by values in double
 * precision and accepted only by proof.
 */
import { I, MINUS_ONE, ONE, power, product, splitCoefficient, symbol, written, ZERO } from "../expr/build.ts";
import { equalRational, multiplyRational, one } from "../number/rational.ts";
import type { CallTerm, Expr } from "../expr/expr.ts";
import { physicalSymbol } from "../expr/symbol.ts";
import { children, contains, substitute, subterms, transform, withChildren } from "../expr/walk.ts";
import { decideEqual, type Circumstances } from "../kernel/field.ts";
import { gathered } from "../notation/arrange.ts";
import { extent } from "../notation/extent.ts";
import { infix } from "../notation/infixPrinter.ts";
import { monomialRatio, simpleRatio, tidied } from "./difference.ts";
import { resemblance } from "./numeric.ts";
import { innerFactors, partnerTerms, slips, throughout, type Slip, type SlipClass } from "./slips.ts";

export interface Correction { readonly kind: SlipClass; readonly description: string; readonly term: Expr; readonly ratio: Expr | undefined }

/** The test that a candidate must pass. */
const proving = (derived: Expr, printed: Expr, circumstances: Circumstances): ((candidate: Expr) => boolean) => {
  const resembles = resemblance(derived, printed);
  return (candidate) => resembles(candidate) && decideEqual(derived, candidate, circumstances).kind === "equal";
};

/** What a common factor between derived and printed says of the slip. */
export const classOfRatio = (ratio: Expr): SlipClass => {
  if (ratio === MINUS_ONE) return "sign";
  const symbols = subterms(ratio).some((node) => node.kind === "symbol" || node.kind === "call");
  return symbols ? "missing-symbol" : "factor";
};

/** The numbers of the print stand upside down: the ratio is 1/k² for the printed coefficient k. */
const isInvertedCoefficient = (ratio: Expr, printed: Expr): boolean => {
  const coefficient = product(printed).kind === "product" ? splitCoefficient(product(printed))[0] : undefined;
  if (ratio.kind !== "number" || coefficient === undefined || coefficient.denominator === 1) return false;
  return equalRational(multiplyRational(ratio.value, multiplyRational(coefficient, coefficient)), one) && !equalRational(ratio.value, one);
};

/** Signs of a print in which small edits are still searched: their number grows with its length, and so does the time of each. */
const LONGEST_SEARCHED = 200;

export const findCorrection = (derived: Expr, printed: Expr, circumstances: Circumstances = {}): Correction => {
  const ratio = simpleRatio(derived, printed, circumstances);
  const whole = ratio === undefined || subterms(ratio).some((node) => node.kind === "sum") ? undefined : ratio;
  if (whole?.kind !== "number" && ratio !== undefined) {
    const upsideDown = simpleRatio(product(derived, printed), ONE, circumstances);
    if (upsideDown?.kind === "number") return { kind: "inverted", description: "numerator and denominator exchanged", term: tidied(product(upsideDown, power(printed, MINUS_ONE)), circumstances), ratio };
  }
  const asAWhole = whole === undefined ? undefined : wholeFactor(whole, printed);
  if (asAWhole !== undefined && (asAWhole.kind === "sign" || asAWhole.kind === "factor" || asAWhole.kind === "inverted")) return asAWhole;
  if (asAWhole === undefined && extent(printed) > LONGEST_SEARCHED) return { kind: "structure", description: "the derived formula", term: derived, ratio: undefined };
  const isProved = proving(derived, printed, circumstances);
  const undone = slips(printed).find((slip) => isProved(slip.term));
  if (undone !== undefined && undone.kind !== "structure") return { ...undone, ratio: undefined };
  const otherIndex = otherMembers(derived, printed).find((slip) => isProved(slip.term));
  if (otherIndex !== undefined) return { ...otherIndex, ratio };
  if (asAWhole !== undefined) return asAWhole;
  const solved = factorAtOnePlace(derived, printed, circumstances);
  if (undone !== undefined && solved === undefined) return { ...undone, ratio: undefined };
  if (solved !== undefined) return solved;
  const below = correctionBelow(derived, printed, circumstances);
  if (below !== undefined) return below;
  const others: readonly Slip[] = [...innerEdits(printed), ...throughout(printed), ...partnerTerms(printed)];
  const found = others.find((slip) => isProved(slip.term));
  return found === undefined ? { kind: "structure", description: "the derived formula", term: derived, ratio: undefined } : { ...found, ratio: undefined };
};

/** A member of a family in the place of another one, which the derived formula has. */
const otherMembers = (derived: Expr, printed: Expr): readonly Slip[] => {
  const members = (e: Expr): readonly CallTerm[] => subterms(e).filter((node): node is CallTerm => node.kind === "call" && typeof node.head !== "string" && node.head.arguments === "index");
  return members(printed).flatMap((from) => members(derived).filter((to) => to.head === from.head && to !== from).map((to): Slip => ({
    kind: "index", description: `${infix(to)} for ${infix(from)}`, term: transform(printed, (node) => (node === from ? to : node)),
  })));
};

/** One factor for the whole print: a power, when the print has the letter as a factor already. */
const wholeFactor = (whole: Expr, printed: Expr): Correction => {
  const kind = isInvertedCoefficient(whole, printed) ? "inverted" : classOfRatio(whole);
  const bases = (e: Expr): readonly Expr[] => (e.kind === "product" ? e.args.flatMap(bases) : e.kind === "power" ? bases(e.args[0]) : e.kind === "number" ? [] : [e]);
  const isPower = kind === "missing-symbol" && bases(whole).every((base) => bases(printed).includes(base));
  return { kind: isPower ? "power" : kind, description: `the whole times ${infix(whole)}`, term: times(whole, printed), ratio: whole };
};

const times = (factor: Expr, e: Expr): Expr => (factor === ONE ? e : gathered(written.product([factor, e])));

const place = physicalSymbol("□");

/** Every way to take one subterm out of e, with the rest as a function of the gap. */
const gaps = (e: Expr): readonly { readonly part: Expr; readonly around: Expr }[] => {
  const below = e.kind === "sum" || e.kind === "product" ? e.args.flatMap((child, k) =>
    gaps(child).map(({ part, around }) => ({ part, around: withChildren(e, e.args.map((other, j) => (j === k ? around : other))) }))) : [];
  return [{ part: e, around: symbol(place) }, ...below];
};

/** derived = A + B·x for one part x of the print: the factor by which the part must change, when it is simple. */
const factorAtOnePlace = (derived: Expr, printed: Expr, circumstances: Circumstances): Correction | undefined => {
  let best: Correction | undefined;
  for (const { part, around } of gaps(printed).slice(1)) {
    const at = (value: Expr): Expr => substitute(around, new Map([[place, value]]));
    const rest = at(ZERO);
    const ratio = monomialRatio(written.sum([derived, written.negate(rest)]), written.sum([at(part), written.negate(rest)]), circumstances);
    if (ratio === undefined || ratio === ONE || ratio === ZERO) continue;
    const term = at(times(ratio, part));
    const size = subterms(ratio).length;
    if ((best === undefined || size < subterms(best.ratio ?? derived).length) && decideEqual(derived, term, circumstances).kind === "equal") {
      best = { kind: classOfRatio(ratio), description: `${infix(part)} times ${infix(ratio)}`, term, ratio };
    }
  }
  return best;
};

/** The same function or power of something else. */
const hasSameHead = (a: Expr, b: Expr): boolean =>
  (a.kind === "call" ? b.kind === "call" && typeof a.head === "string" && a.head === b.head : a.kind === "power" && b.kind === "power" && a.args[1] === b.args[1]);

/** The same function or power on both sides: the correction of its argument. */
const correctionBelow = (derived: Expr, printed: Expr, circumstances: Circumstances): Correction | undefined => {
  if (!hasSameHead(derived, printed)) return undefined;
  const [from, ...rest] = children(printed);
  const [to] = children(derived);
  if (from === undefined || to === undefined) return undefined;
  const inner = findCorrection(to, from, circumstances);
  const term = withChildren(printed, [inner.term, ...rest]);
  return inner.term !== to && proving(derived, printed, circumstances)(term) ? { ...inner, description: inner.description.replace("the whole", infix(from)), term, ratio: undefined } : undefined;
};

const classOfEdit = (factor: Expr): SlipClass => (factor === MINUS_ONE ? "sign" : contains(factor, I) ? "missing-symbol" : "factor");

/** Factors inside powers and functions. */
const innerEdits = (e: Expr): readonly Slip[] => {
  const edit = (node: Expr): readonly Slip[] => {
    if (node.kind === "number" || node.kind === "symbol") return [];
    const own = node.kind === "sum" ? node.args.flatMap((term, k) => innerFactors.map((factor): Slip => ({
      kind: classOfEdit(factor), description: `${infix(term)} times ${infix(factor)}`,
      term: written.sum(node.args.map((other, j) => (j === k ? product(factor, term) : other))),
    }))) : node.kind === "call" && typeof node.head === "string" ? innerFactors.map((factor): Slip => ({
      kind: classOfEdit(factor), description: `${infix(node.args[0] ?? node)} times ${infix(factor)}`, term: withChildren(node, node.args.map((arg) => product(factor, arg))),
    })) : [];
    const below = node.args.flatMap((child, k) => edit(child).map((slip): Slip => ({ ...slip, term: withChildren(node, node.args.map((other, j) => (j === k ? slip.term : other))) })));
    return [...own, ...below];
  };
  return edit(e);
};

