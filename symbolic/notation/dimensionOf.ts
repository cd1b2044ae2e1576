/**
 * # Dimensions of formulas
 *
 * Every sum, every argument of a function and every equation states that dimensions are equal: a linear system over the rational
 * exponents of the base quantities. Symbols without a declared dimension are unknowns of the system; what it fixes is inferred, what
 * contradicts it is reported with the two terms.
 */
import { dimensionless, isDimensionless, multiplyDimensions, powerOfDimension, showDimension, type Dimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { addRational, divideRational, multiplyRational, negateRational, one, rational, type Rational } from "../number/rational.ts";
import { infix } from "./infixPrinter.ts";

/** A known dimension times powers of unknown ones. "any": the number 0, which has every dimension. */
interface Form { readonly known: Dimension; readonly unknown: ReadonlyMap<PhysicalSymbol, Rational> }
type MaybeForm = Form | "any";

export interface Conflict { readonly message: string; readonly left: Expr; readonly right: Expr | undefined }

export interface DimensionReport {
  readonly status: "consistent" | "inconsistent" | "undetermined";
  readonly conflicts: readonly Conflict[];
  /** Dimensions that follow for symbols without a declared one. */
  readonly inferred: ReadonlyMap<PhysicalSymbol, Dimension>;
  readonly undetermined: readonly PhysicalSymbol[];
}

interface System {
  readonly equations: { readonly form: Form; readonly about: Conflict }[];
  readonly conflicts: Conflict[];
  readonly unknowns: Set<PhysicalSymbol>;
}

const pure: Form = { known: dimensionless, unknown: new Map() };
const scale = (a: Form, by: Rational): Form => ({ known: powerOfDimension(a.known, by), unknown: new Map([...a.unknown].map(([s, k]) => [s, multiplyRational(k, by)])) });
const combine = (a: Form, b: Form): Form => {
  const unknown = new Map(a.unknown);
  for (const [s, k] of b.unknown) {
    const total = addRational(unknown.get(s) ?? rational(0), k);
    if (total.numerator === 0) unknown.delete(s); else unknown.set(s, total);
  }
  return { known: multiplyDimensions(a.known, b.known), unknown };
};

const demandEqual = (system: System, a: MaybeForm, b: MaybeForm, about: Conflict): void => {
  if (a === "any" || b === "any") return;
  const form = combine(a, scale(b, rational(-1)));
  if (form.unknown.size > 0) system.equations.push({ form, about });
  else if (!isDimensionless(form.known)) system.conflicts.push(about);
};

const show = (form: MaybeForm): string => (form === "any" ? "0" : [...(isDimensionless(form.known) && form.unknown.size > 0 ? [] : [showDimension(form.known)]), ...[...form.unknown].map(([s]) => `[${s.name}]`)].join("·"));

const ofSymbol = (system: System, s: PhysicalSymbol): Form => {
  if (s.dimension !== undefined) return { known: s.dimension, unknown: new Map() };
  system.unknowns.add(s);
  return { known: dimensionless, unknown: new Map([[s, one]]) };
};

const same = (system: System, parts: readonly Expr[], whole: string): MaybeForm => {
  let form: MaybeForm = "any";
  let first: Expr | undefined;
  for (const part of parts) {
    const next = formOf(system, part);
    if (form === "any" || first === undefined) [form, first] = [next, part];
    else demandEqual(system, form, next, { message: `${whole} adds ${infix(first)} (${show(form)}) and ${infix(part)} (${show(next)})`, left: first, right: part });
  }
  return form;
};

const mustBePure = (system: System, e: Expr, where: string): void => {
  const form = formOf(system, e);
  demandEqual(system, form, pure, { message: `${where} ${infix(e)} has the dimension ${show(form)} instead of 1`, left: e, right: undefined });
};

const formOf = (system: System, e: Expr): MaybeForm => {
  switch (e.kind) {
    case "number": return e.value.numerator === 0 ? "any" : pure;
    case "symbol": return ofSymbol(system, e.symbol);
    case "sum": return same(system, e.args, "a sum");
    case "product": case "word": {
      const forms = e.args.map((factor) => formOf(system, factor));
      return forms.reduce((total, form) => (total === "any" || form === "any" ? "any" : combine(total, form)), pure);
    }
    case "power": {
      const [base, exponent] = e.args;
      const form = formOf(system, base);
      if (exponent.kind === "number") return form === "any" ? "any" : scale(form, exponent.value);
      mustBePure(system, exponent, "the exponent");
      mustBePure(system, base, "the base of a symbolic power");
      return pure;
    }
    case "call": return formOfCall(system, e.head, e.args);
    case "binder": {
      const [body, ...range] = e.args;
      const inner = body === undefined ? pure : formOf(system, body);
      const bound = ofSymbol(system, e.bound);
      if (e.head === "integral") for (const end of range) checkRange(system, end, bound);
      if (inner === "any") return "any";
      return e.head === "integral" ? combine(inner, bound) : e.head === "derivative" ? combine(inner, scale(bound, rational(-1))) : inner;
    }
  }
};

const checkRange = (system: System, end: Expr, bound: Form): void => {
  if (infix(end).includes("∞")) return;
  const form = formOf(system, end);
  demandEqual(system, form, bound, { message: `the end ${infix(end)} of an integral has the dimension ${show(form)} instead of ${show(bound)}`, left: end, right: undefined });
};

const formOfCall = (system: System, head: string | PhysicalSymbol, args: readonly Expr[]): MaybeForm => {
  const [argument] = args;
  if (typeof head !== "string") {
    for (const arg of args) formOf(system, arg);
    return ofSymbol(system, head);
  }
  if (argument === undefined) return pure;
  if (head === "abs" || head === "conj" || head === "re" || head === "im") return formOf(system, argument);
  if (head === "sign") { formOf(system, argument); return pure; }
  mustBePure(system, argument, `the argument of ${head}:`);
  return pure;
};

/** Gaussian elimination over the unknown symbols; a row without unknowns left must be dimensionless. */
const solve = (system: System): { readonly inferred: ReadonlyMap<PhysicalSymbol, Dimension>; readonly undetermined: readonly PhysicalSymbol[] } => {
  const rows: { pivot: PhysicalSymbol; form: Form }[] = [];
  for (const { form, about } of system.equations) {
    let rest = form;
    for (const row of rows) {
      const k = rest.unknown.get(row.pivot);
      if (k !== undefined) rest = combine(rest, scale(row.form, negateRational(k)));
    }
    const [first] = rest.unknown;
    if (first === undefined) { if (!isDimensionless(rest.known)) system.conflicts.push(about); continue; }
    const [pivot, coefficient] = first;
    const form1 = scale(rest, divideRational(one, coefficient));
    for (const row of rows) {
      const k = row.form.unknown.get(pivot);
      if (k !== undefined) row.form = combine(row.form, scale(form1, negateRational(k)));
    }
    rows.push({ pivot, form: form1 });
  }
  const inferred = new Map(rows.filter((row) => row.form.unknown.size === 1).map((row) => [row.pivot, powerOfDimension(row.form.known, rational(-1))]));
  return { inferred, undetermined: [...system.unknowns].filter((s) => !inferred.has(s)) };
};

/** Checks each term by itself and all of them against each other, as the sides of an equation. */
export const checkDimensions = (sides: readonly Expr[]): DimensionReport => checkEquations([sides]);

/** Several equations at once: a symbol without a declared dimension has the same one in all of them. */
export const checkEquations = (equations: readonly (readonly Expr[])[]): DimensionReport => {
  const system: System = { equations: [], conflicts: [], unknowns: new Set() };
  for (const sides of equations) {
    const forms = sides.map((side) => formOf(system, side));
    forms.slice(1).forEach((form, k) => {
      const [first, left, right] = [forms[0] ?? "any", sides[0], sides[k + 1]];
      if (left !== undefined && right !== undefined) demandEqual(system, first, form, { message: `the left side has the dimension ${show(first)}, the right side ${show(form)}`, left, right });
    });
  }
  const { inferred, undetermined } = solve(system);
  return { status: system.conflicts.length > 0 ? "inconsistent" : undetermined.length > 0 ? "undetermined" : "consistent", conflicts: system.conflicts, inferred, undetermined };
};

/** The dimension of a term whose symbols all have one; undefined when it is inconsistent, undetermined or the number 0. */
export const dimensionOf = (e: Expr): Dimension | undefined => {
  const system: System = { equations: [], conflicts: [], unknowns: new Set() };
  const form = formOf(system, e);
  return form === "any" || system.conflicts.length > 0 || form.unknown.size > 0 ? undefined : form.known;
};

