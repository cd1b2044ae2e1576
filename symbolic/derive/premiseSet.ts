/**
 * # Premises that are used together
 *
 * What one derivation assumes, its lemmas and their lemmas included, sorted into definitions (equations that give a symbol or the members of
 * a family their value), parameters, and what remains: equations between things already defined, and inequalities.
 */
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, subterms } from "../expr/walk.ts";
import type { Premise } from "../kernel/statement.ts";
import { postulate, symmetry, type Theorem } from "../kernel/theorem.ts";
import { infix } from "../notation/infixPrinter.ts";
import { isPremise, type Derivation } from "./derivation.ts";
import type { Paper } from "./paper.ts";
import { isParameter, type Parameter } from "./premise.ts";

export interface PremiseSet { readonly premises: readonly Premise[]; readonly derivations: readonly string[] }

/** One set for each combination that occurs, the largest first. */
export const premiseSets = (paper: Paper, shared: Shared): readonly PremiseSet[] => {
  const known = new Map<Derivation, readonly Premise[]>();
  const defined = new Map<Derivation, Premise>();
  const of = (derivation: Derivation): readonly Premise[] => {
    const before = known.get(derivation);
    if (before !== undefined) return before;
    known.set(derivation, []);
    const facts = [...(derivation.property?.facts ?? []), ...derivation.steps.flatMap((step) => step.because.facts)];
    const found = facts.flatMap((fact) => (fact.kind === "derivation" ? of(fact) : isPremise(fact) ? [fact] : []));
    const own = definitionBy(derivation, defined);
    const all = [...new Set([...found, ...(own === undefined ? [] : [own])])];
    known.set(derivation, all);
    return all;
  };
  const sets = new Map<string, { readonly premises: readonly Premise[]; readonly derivations: string[] }>();
  for (const derivation of paper.derivations) {
    const premises = of(derivation);
    const key = premises.map(shared.numberOf).toSorted((a, b) => a - b).join();
    const same = sets.get(key);
    if (same === undefined) sets.set(key, { premises, derivations: [derivation.id] }); else same.derivations.push(derivation.id);
  }
  return [...sets.values()].filter(({ premises }) => premises.length > 0).toSorted((a, b) => b.premises.length - a.premises.length);
};

/** A formula that is shown to have the defining property of the start is a definition of it. */
const definitionBy = (derivation: Derivation, defined: Map<Derivation, Premise>): Premise | undefined => {
  const formula = derivation.property === undefined ? undefined : derivation.steps[0]?.formula;
  if (derivation.property === undefined || formula === undefined) return undefined;
  const before = defined.get(derivation);
  if (before !== undefined) return before;
  const indices = derivation.start.kind === "call" ? derivation.start.args.flatMap((arg) => (arg.kind === "symbol" ? [arg.symbol] : [])) : [];
  const premise: Premise = {
    id: `definition of ${infix(derivation.start)}`, kind: "definition", where: derivation.title, text: derivation.property.definition, says: { kind: "equal", left: derivation.start, right: formula },
    forAll: [...new Set([...derivation.forAll, ...indices])],
  };
  defined.set(derivation, premise);
  return premise;
};

/** An equation of a premise, turned so that what it defines stands on the left. */
export interface Row { readonly premise: Premise; readonly left: Expr; readonly right: Expr; readonly theorem: Theorem }

export interface Contradiction { readonly premises: readonly Premise[]; readonly because: string }

/** A term in what the definitions leave open, with the premises that were used. */
export interface Opened { readonly term: Expr; readonly uses: readonly Premise[] }

/** A term in its normal form, with the denominators that it may have cancelled. */
export interface Tidied { readonly term: Expr; readonly nonzero: readonly Expr[] }

export interface System {
  readonly definitions: readonly Row[];
  /** Equations between terms that are already defined, or that define nothing. */
  readonly constraints: readonly Row[];
  readonly parameters: readonly Parameter[];
  readonly inequalities: readonly Premise[];
  readonly byHead: ReadonlyMap<PhysicalSymbol, readonly Row[]>;
  readonly shared: Shared;
}

/** What the sets of one paper have in common: most of their rows, and what was found out about them. */
export interface Shared {
  readonly numberOf: (premise: Premise) => number;
  readonly opened: Map<string, Opened>;
  /** What right sides say of the assumptions about what they define. */
  readonly assumed: Map<string, "met" | "large" | Opened>;
  readonly rows: Map<Premise, Row>;
  readonly tidied: Map<Expr, Tidied>;
  /** What was found of constraints that involve neither parameters nor inequalities. */
  readonly searched: Map<string, Contradiction | undefined>;
}

export const newShared = (): Shared => {
  const numbers = new Map<Premise, number>();
  const numberOf = (premise: Premise): number => {
    const n = numbers.get(premise) ?? numbers.size;
    numbers.set(premise, n);
    return n;
  };
  return { numberOf, opened: new Map(), assumed: new Map(), rows: new Map(), tidied: new Map(), searched: new Map() };
};

/** What a premise says, in infix; a parameter by its printed figures. */
export const statementText = (premise: Premise): string => {
  const { says } = premise;
  if (isParameter(premise)) return `${premise.symbol.name} = ${premise.digits.digits}${premise.unit === "1" ? "" : ` ${premise.unit}`}`;
  switch (says.kind) {
    case "equal": return `${infix(says.left)} = ${infix(says.right)}`;
    case "asymptotic": return `${infix(says.left)} ~ ${infix(says.right)}`;
    case "different": return `${infix(says.left)} ≠ ${infix(says.right)}`;
    case "positive": return `${infix(says.term)} > 0`;
    case "nonzero": return `${infix(says.term)} ≠ 0`;
    case "within": return `${infix(says.term)} lies in an interval`;
  }
};

/** What a left side names. */
export const headOf = (e: Expr): PhysicalSymbol | undefined => (e.kind === "symbol" ? e.symbol : e.kind === "call" && typeof e.head !== "string" ? e.head : undefined);

const isWildcard = (arg: Expr, { premise }: Row): boolean => arg.kind === "symbol" && premise.forAll.includes(arg.symbol);

/** How many arguments of the left side are general. */
const generality = (row: Row): number => (row.left.kind === "call" ? row.left.args.filter((arg) => isWildcard(arg, row)).length : 0);

/** Whether two left sides may name the same thing. */
const overlap = (a: Row, b: Row): boolean => mayNameTheSame(a.left, b.left, (arg) => isWildcard(arg, a) || isWildcard(arg, b));

const mayNameTheSame = (a: Expr, b: Expr, isGeneral: (arg: Expr) => boolean): boolean => {
  if (headOf(a) !== headOf(b)) return false;
  if (a.kind !== "call" || b.kind !== "call") return true;
  return a.args.every((arg, k) => {
    const other = b.args[k];
    return other === undefined || isGeneral(arg) || isGeneral(other) || arg === other || arg.kind !== "number" || other.kind !== "number";
  });
};

const rowOf = (shared: Shared, premise: Premise & { readonly says: { readonly kind: "equal" } }): Row => {
  const known = shared.rows.get(premise);
  if (known !== undefined) return known;
  const theorem = postulate(premise);
  const { left, right } = premise.says;
  const turned = headOf(left) === undefined && headOf(right) !== undefined;
  const row: Row = turned ? { premise, left: right, right: left, theorem: symmetry(theorem) } : { premise, left, right, theorem };
  shared.rows.set(premise, row);
  return row;
};

const isEquation = (premise: Premise): premise is Premise & { readonly says: { readonly kind: "equal" } } => premise.says.kind === "equal";

export const systemOf = (premises: readonly Premise[], shared: Shared): System => {
  const parameters = premises.filter(isParameter);
  const isValued = (s: PhysicalSymbol): boolean => parameters.some((p) => p.symbol === s);
  const rows = premises.filter(isEquation).filter((premise) => !isParameter(premise)).map((premise) => rowOf(shared, premise));
  const definitions: Row[] = [];
  const constraints: Row[] = [];
  const byHead = new Map<PhysicalSymbol, Row[]>();
  for (const row of rows.toSorted((a, b) => generality(b) - generality(a))) {
    const head = headOf(row.left);
    const same = head === undefined ? [] : byHead.get(head) ?? [];
    if (head === undefined || isValued(head) || !fixesItsValue(row) || same.some((other) => overlap(other, row)) || closesCircle(byHead, row)) { constraints.push(row); continue; }
    definitions.push(row);
    byHead.set(head, [...same, row]);
  }
  const inequalities = premises.filter(({ says }) => says.kind === "positive" || says.kind === "nonzero");
  return { definitions, constraints, parameters, inequalities, byHead, shared };
};

/** What the right side says for all values of an index must not be more than the left side has indices for. */
const fixesItsValue = ({ premise, left, right }: Row): boolean => {
  const known = freeSymbols(left);
  return freeSymbols(right).every((s) => !premise.forAll.includes(s) || known.includes(s));
};

/** Whether the value of a new definition would lead back to what it defines. */
const closesCircle = (byHead: ReadonlyMap<PhysicalSymbol, readonly Row[]>, row: Row): boolean => {
  const seen = new Set<Row>();
  const leadsBack = (e: Expr): boolean => subterms(e).some((part) => {
    const head = headOf(part);
    if (head === undefined) return false;
    if (mayNameTheSame(row.left, part, (arg) => arg.kind !== "number")) return true;
    return (byHead.get(head) ?? []).some((other) => {
      if (seen.has(other)) return false;
      seen.add(other);
      return leadsBack(other.right);
    });
  });
  return leadsBack(row.right);
};
