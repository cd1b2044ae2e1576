/**
 * # Proving that premises contradict each other
 *
 * From a contradiction everything follows. `findContradiction` looks for one in a set of premises: two values for one thing, a premise or an
 * assumption about a sign against a value, a nonzero term that vanishes. Values come from rewriting with the definitions by the kernel;
 * that they differ is proved for every value of the symbols that stay free, or by enclosures over the intervals of the printed parameters.
 *
 * A quantified premise is tried at a few values of its indices; one at which it fails refutes it. Not finding a contradiction proves nothing.
 */
import { call, difference, int, negate, ONE, power, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { circleConstant, imaginaryUnit, isIntegerSymbol, isNegativeSymbol, isNonzeroSymbol, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute, subterms } from "../expr/walk.ts";
import { tryEnclose } from "../kernel/enclosure.ts";
import { decideEqual, inTower, signOf, whyUnreadable, type Circumstances } from "../kernel/field.ts";
import { cancelled } from "../kernel/fraction.ts";
import { normal } from "../kernel/normal.ts";
import { nonzeroTruth } from "../kernel/sign.ts";
import type { Premise } from "../kernel/statement.ts";
import { KernelError, reflexivity, rewrite, transitivity, type Theorem } from "../kernel/theorem.ts";
import { express } from "../kernel/tower.ts";
import { arranged } from "../notation/arrange.ts";
import { infix } from "../notation/infixPrinter.ts";
import { fromInterval, fromRational, isNegativeBall } from "../number/ball.ts";
import { excludesZero, isRealBall, realBall, type ComplexBall } from "../number/complexBall.ts";
import { compareRational } from "../number/rational.ts";
import { violation } from "./anchors.ts";
import { premisesOf } from "./check.ts";
import { parameterInterval, type Parameter } from "./premise.ts";
import { headOf, type Contradiction, type Opened, type Row, type System } from "./premiseSet.ts";

const BITS = 128;

/** The term with all definitions put in. */
export const open = (system: System, e: Expr): Opened => {
  const reachable = reachableFrom(system, e);
  const key = keyOf(system, e, reachable);
  const known = system.shared.opened.get(key);
  if (known !== undefined) return known;
  const result = opening(reachable, e);
  system.shared.opened.set(key, result);
  return result;
};

const keyOf = (system: System, e: Expr, rows: readonly Row[]): string => `${e.id}|${rows.map((row) => system.shared.numberOf(row.premise)).toSorted((a, b) => a - b).join()}`;

const reachableFrom = (system: System, e: Expr): readonly Row[] => {
  const found = new Set<Row>();
  const visit = (term: Expr): void => {
    for (const s of freeSymbols(term)) {
      for (const row of system.byHead.get(s) ?? []) {
        if (found.has(row)) continue;
        found.add(row);
        visit(row.right);
      }
    }
  };
  visit(e);
  return [...found];
};

/** Terms beyond this size are not opened further, and nothing is proved about them. */
const LARGE = 160;

/** Terms up to this size are looked at in more ways. */
const SMALL = 40;

/** Puts the definitions in pass by pass, until none applies or the term is too large. */
const opening = (rows: readonly Row[], e: Expr, isEnough: (term: Expr) => boolean = () => false): Opened & { readonly enough: boolean } => {
  let theorem = reflexivity(e);
  let term = e;
  for (;;) {
    const enough = isEnough(term);
    if (enough || isLarge(term)) return { term, uses: premisesOf(theorem.hypotheses), enough };
    const next = attempt(() => rewrite(term, rows.map((row) => row.theorem)));
    const changed = next?.conclusion.kind === "equal" ? next.conclusion.right : term;
    if (next === undefined || changed === term) return { term, uses: premisesOf(theorem.hypotheses), enough };
    theorem = transitivity(theorem, next);
    term = changed;
  }
};

/** An integral or an average has no value that could be compared. */
export const isLarge = (e: Expr): boolean => {
  const parts = subterms(e);
  return parts.length > LARGE || parts.some((part) => part.kind === "binder" && part.head !== "sum" && part.head !== "derivative");
};

const attempt = (task: () => Theorem): Theorem | undefined => {
  try {
    return task();
  } catch (error) {
    if (error instanceof KernelError) return undefined;
    throw error;
  }
};

export const findContradiction = (system: System): Contradiction | undefined => {
  const positive = system.inequalities.flatMap(({ says }) => (says.kind === "positive" ? [open(system, says.term)] : []));
  return parameterContradiction(system) ?? firstOf(system.constraints, (row) => constraintContradiction(system, row, positive))
    ?? firstOf(system.inequalities, (premise) => inequalityContradiction(system, premise, positive))
    ?? firstOf(system.definitions, (row) => assumptionContradiction(system, row, positive));
};

const firstOf = <T>(list: readonly T[], find: (one: T) => Contradiction | undefined): Contradiction | undefined => {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
};

// ---- what is known of a term -------------------------------------------------------------------------------------------------

/** The printed figures of parameters as intervals, for symbols that no definition replaces. */
export const boxesOf = ({ parameters }: System): ReadonlyMap<PhysicalSymbol, ComplexBall> => new Map(parameters.map((p) => {
  const [low, high] = parameterInterval(p);
  return [p.symbol, realBall(fromInterval(fromRational(low, BITS), fromRational(high, BITS), BITS))];
}));

interface Known { readonly system: System; readonly circumstances: Circumstances }

/** The enclosure over the parameters, when nothing else occurs in the term. */
const enclosed = ({ system }: Known, e: Expr): ComplexBall | undefined => {
  const boxes = boxesOf(system);
  return freeSymbols(e).every((s) => boxes.has(s) || s === imaginaryUnit || s === circleConstant) ? tryEnclose(e, { values: new Map(), boxes, seed: 1 }, BITS) : undefined;
};

const isNeverZero = (known: Known, e: Expr): boolean => {
  if (isLarge(e)) return false;
  try {
    if (inTower((reading) => nonzeroTruth(reading.tower, normal(reading, e)), known.circumstances) === "true") return true;
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
  }
  const value = enclosed(known, e);
  if (value !== undefined) return excludesZero(value);
  const sign = subterms(e).length <= SMALL ? signOf(e, known.circumstances) : "unknown";
  return sign === "positive" || sign === "negative";
};

const isNeverPositive = (known: Known, e: Expr): boolean => {
  if (isLarge(e)) return false;
  if (["negative", "nonpositive", "zero"].includes(signOf(e, known.circumstances))) return true;
  const value = enclosed(known, e);
  return value !== undefined && isRealBall(value) && (isNegativeBall(value.re) || (!excludesZero(value) && value.re.radius === 0n));
};

const circumstancesOf = (positive: readonly Opened[]): Circumstances => ({ positive: positive.map(({ term }) => term) });

const parametersIn = (system: System, ...terms: readonly Expr[]): readonly Premise[] => {
  const used = terms.flatMap(freeSymbols);
  return system.parameters.filter((p) => used.includes(p.symbol));
};

const contradiction = (system: System, premises: readonly Premise[], because: string, ...terms: readonly Expr[]): Contradiction =>
  ({ premises: [...new Set([...premises, ...parametersIn(system, ...terms)])], because });

/** The normal form, where it can be read. */
const simplified = (e: Expr): string => {
  try {
    return infix(arranged(inTower((reading) => express(reading.tower, cancelled(reading.tower, normal(reading, e))))));
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return infix(e);
  }
};

// ---- values of indices -------------------------------------------------------------------------------------------------------

const MOST_INSTANCES = 12;
/** … of terms that are not small. */
const FEW_INSTANCES = 3;

const trialValues = (s: PhysicalSymbol): readonly number[] =>
  (isSign(s) ? [1, -1] : isPositiveSymbol(s) ? [1, 2, 3] : isNegativeSymbol(s) ? [-1, -2] : isNonzeroSymbol(s) ? [1, -1, 2] : [0, 1, -1, 2, 3, 4]);

type Binding = ReadonlyMap<PhysicalSymbol, Expr>;

/** The general statement itself, and some of its instances. */
const instances = (symbols: readonly PhysicalSymbol[], about: Expr): readonly Binding[] => {
  const most = subterms(about).length <= SMALL ? MOST_INSTANCES : FEW_INSTANCES;
  const combinations = symbols.filter((s) => s.arguments === undefined).reduce<readonly Binding[]>(
    (list, s) => list.flatMap((binding) => trialValues(s).map((value) => new Map([...binding, [s, int(value)]]))).slice(0, most), [new Map()]);
  return symbols.length === 0 ? [new Map()] : [new Map(), ...combinations];
};

const atInstance = (binding: Binding): string => (binding.size === 0 ? "" : ` at ${[...binding].map(([s, value]) => `${s.name} = ${infix(value)}`).join(", ")}`);

// ---- the kinds of contradiction ----------------------------------------------------------------------------------------------

const parameterContradiction = (system: System): Contradiction | undefined => firstOf(system.parameters, (p) => {
  const assumed = violation(p.symbol, p.value);
  if (assumed !== undefined) return { premises: [p], because: `${p.symbol.name} is assumed ${assumed}, and its value is ${p.digits.digits} ${p.unit}` };
  const other = system.parameters.find((q) => q !== p && q.symbol === p.symbol && areApart(p, q));
  return other === undefined ? undefined : { premises: [p, other], because: `${p.symbol.name} has two values, ${p.digits.digits} ${p.unit} and ${other.digits.digits} ${other.unit}` };
});

const areApart = (p: Parameter, q: Parameter): boolean => {
  const [[a, b], [c, d]] = [parameterInterval(p), parameterInterval(q)];
  return compareRational(b, c) < 0 || compareRational(d, a) < 0;
};

const constraintContradiction = (system: System, row: Row, positive: readonly Opened[]): Contradiction | undefined => {
  const key = positive.length > 0 || system.parameters.length > 0 ? undefined : `${system.shared.numberOf(row.premise)}|${keyOf(system, row.left, reachableFrom(system, row.left))}|${keyOf(system, row.right, reachableFrom(system, row.right))}`;
  if (key !== undefined && system.shared.searched.has(key)) return system.shared.searched.get(key);
  const found = searchConstraint(system, row, positive);
  if (key !== undefined) system.shared.searched.set(key, found);
  return found;
};

const searchConstraint = (system: System, row: Row, positive: readonly Opened[]): Contradiction | undefined => {
  const [left, right] = [open(system, row.left), open(system, row.right)];
  const rest = difference(left.term, right.term);
  const known: Known = { system, circumstances: circumstancesOf(positive) };
  const quantified = row.premise.forAll.filter((s) => freeSymbols(rest).includes(s));
  const failing = instances(quantified, rest).find((binding) => isNeverZero(known, substitute(rest, binding)));
  if (failing === undefined) return undefined;
  const shown = (e: Expr): string => simplified(substitute(e, failing));
  return contradiction(system, [row.premise, ...left.uses, ...right.uses, ...positiveUsed(known, rest, failing, system, positive)],
    `${infix(row.left)} = ${infix(row.right)} says ${shown(left.term)} = ${shown(right.term)}${atInstance(failing)}, which never holds`, left.term, right.term);
};

/** The premises behind the circumstances, when the proof needs them. */
const positiveUsed = (known: Known, e: Expr, binding: Binding, system: System, positive: readonly Opened[]): readonly Premise[] => {
  if (positive.length === 0 || isNeverZero({ ...known, circumstances: {} }, substitute(e, binding))) return [];
  return [...system.inequalities.filter(({ says }) => says.kind === "positive"), ...positive.flatMap(({ uses }) => uses)];
};

const inequalityContradiction = (system: System, premise: Premise, positive: readonly Opened[]): Contradiction | undefined => {
  const { says } = premise;
  if (says.kind !== "positive" && says.kind !== "nonzero") return undefined;
  const own = open(system, says.term);
  const others = positive.filter(({ term }) => term !== own.term);
  const quantified = premise.forAll.filter((s) => freeSymbols(own.term).includes(s));
  for (const given of [[], others]) {
    const known: Known = { system, circumstances: circumstancesOf(given) };
    const fails = (e: Expr): boolean => (says.kind === "positive" ? isNeverPositive(known, e) : signOf(e) === "zero" || e === ZERO);
    const failing = instances(quantified, own.term).find((binding) => fails(substitute(own.term, binding)));
    if (failing === undefined) continue;
    const behind = given.length === 0 ? [] : [...system.inequalities.filter((p) => p !== premise && p.says.kind === "positive"), ...given.flatMap(({ uses }) => uses)];
    return contradiction(system, [premise, ...own.uses, ...behind], `${infix(says.term)} ${says.kind === "positive" ? "> 0" : "≠ 0"} says ${simplified(substitute(own.term, failing))} ${says.kind === "positive" ? "> 0" : "≠ 0"}${atInstance(failing)}, which never holds`, own.term);
  }
  return undefined;
};

const assumptionContradiction = (system: System, row: Row, positive: readonly Opened[]): Contradiction | undefined => {
  const s = headOf(row.left);
  const plain = s === undefined ? undefined : againstAssumptions(system, row);
  if (s === undefined || plain === "met" || plain === "large" || plain === undefined) return undefined;
  const quantified = row.premise.forAll.filter((index) => freeSymbols(plain.term).includes(index));
  for (const given of positive.length === 0 ? [[]] : [[], positive]) {
    const known: Known = { system, circumstances: circumstancesOf(given) };
    const failing = instances(quantified, plain.term).flatMap((binding) => { const violated = brokenAssumption(known, s, substitute(plain.term, binding)); return violated === undefined ? [] : [{ binding, violated }]; })[0];
    if (failing === undefined) continue;
    const behind = given.length === 0 ? [] : [...system.inequalities.filter((p) => p.says.kind === "positive"), ...given.flatMap(({ uses }) => uses)];
    return contradiction(system, [row.premise, ...plain.uses, ...behind], `${s.name} is assumed ${failing.violated}, and ${infix(substitute(row.left, failing.binding))} = ${simplified(substitute(plain.term, failing.binding))} never is`, plain.term);
  }
  return undefined;
};

/** Puts in definitions layer by layer until what the row defines provably is as its symbol is assumed; else the term with all of them. */
export const againstAssumptions = (system: System, row: Row): "met" | "large" | Opened => {
  const s = headOf(row.left);
  if (s === undefined || s.assume.length === 0) return "met";
  const rows = reachableFrom(system, row.right);
  const key = keyOf(system, row.right, rows);
  const known = system.shared.assumed.get(key);
  if (known !== undefined) return known;
  const result = layerByLayer(s, row.right, rows);
  system.shared.assumed.set(key, result);
  return result;
};

const layerByLayer = (s: PhysicalSymbol, right: Expr, rows: readonly Row[]): "met" | "large" | Opened => {
  const { enough, term, uses } = opening(rows, right, (e) => meets(s, e));
  return enough ? "met" : isLarge(term) ? "large" : { term, uses };
};

const meets = (s: PhysicalSymbol, value: Expr): boolean => {
  const isPlainlyReal = isRealSymbol(s) && !isSign(s) && !isIntegerSymbol(s) && !isNonzeroSymbol(s);
  if (isPlainlyReal && isStructurallyReal(value)) return true;
  if (isLarge(value)) return false;
  const sign = signOf(value);
  if (isSign(s)) return decideEqual(power(value, int(2)), ONE).kind === "equal";
  if (isIntegerSymbol(s)) return value.kind === "number" && value.value.denominator === 1 && (!isPositiveSymbol(s) || sign === "positive");
  if (isPositiveSymbol(s) || isNegativeSymbol(s)) return sign === (isPositiveSymbol(s) ? "positive" : "negative");
  if (isNonzeroSymbol(s) && sign !== "positive" && sign !== "negative") return false;
  return !isRealSymbol(s) || sign !== "unknown";
};

/** Built from real things by operations that keep them real, where they are defined. */
const isStructurallyReal = (e: Expr): boolean => {
  switch (e.kind) {
    case "number": return true;
    case "symbol": return isRealSymbol(e.symbol);
    case "sum": case "product": return e.args.every(isStructurallyReal);
    case "power": return e.args[1].kind === "number" && e.args[1].value.denominator === 1 && isStructurallyReal(e.args[0]);
    case "call": return typeof e.head === "string" ? ["re", "im", "abs"].includes(e.head) || (["exp", "sin", "cos", "atan", "sinh", "cosh", "tanh"].includes(e.head) && e.args.every(isStructurallyReal)) : isRealSymbol(e.head);
    case "binder": return e.head !== "limit" && isRealSymbol(e.bound) && e.args.every(isStructurallyReal);
    case "word": return false;
  }
};

/** The assumption of the symbol that the value provably breaks. */
const brokenAssumption = (known: Known, s: PhysicalSymbol, value: Expr): string | undefined => {
  if (isSign(s) && isNeverZero(known, difference(power(value, int(2)), ONE))) return "±1";
  if (isPositiveSymbol(s) && isNeverPositive(known, value)) return "positive";
  if (isNegativeSymbol(s) && isNeverPositive(known, negate(value))) return "negative";
  if (isIntegerSymbol(s) && value.kind === "number" && value.value.denominator !== 1) return "an integer";
  if (isNonzeroSymbol(s) && signOf(value, known.circumstances) === "zero") return "nonzero";
  return isRealSymbol(s) && signOf(value, known.circumstances) === "unknown" && isNeverZero(known, difference(call("conj", [value]), value)) ? "real" : undefined;
};
