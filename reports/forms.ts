/**
 * # Formulas as functions
 *
 * Which formulas of a claim have a value: the printed right side, and the last formula of the derivation that answers each question, before
 * numbers are put in. Constants of nature have their CODATA values as defaults; the parameters of the paper are defaults where the claim is
 * about a number.
 */
import {
  checkDerivation, derivationsOf, dimensionOfTerm, evaluatorOf, isConstant, NotEvaluable, number, product, quantity, toNumber, type Assertion, type Claim, type Evaluator, type Expr, type Form, type Paper, type Rational, type Session, unitOf,
} from "../symbolic/index.ts";

export const forms: readonly Form[] = ["printed", "chain", "model"];

export interface ParameterDocument {
  readonly name: string;
  readonly symbol: string;
  readonly unit: string | null;
  readonly meaning: string;
  readonly assumptions: readonly string[];
  readonly default: number | null;
}

export interface FormDocument { readonly form: Form; readonly part: number; readonly unit: string | null; readonly parameters: readonly ParameterDocument[] }

/** A formula of a claim, compiled. */
export interface CompiledForm { readonly form: Form; readonly part: number; readonly evaluator: Evaluator; /** Of the value, in SI; a number without letters has that of what it is the value of. */ readonly unit: string | undefined; readonly defaults: Readonly<Record<string, number>>; /** The same, exactly. */ readonly exactDefaults: ReadonlyMap<string, Rational> }

const subject = (assertion: Assertion): Expr | undefined => (assertion.kind === "equal" || assertion.kind === "expansion" || assertion.kind === "digits" ? assertion.left : undefined);

/** Parts that have a value, the most telling one first: the last equation, then numbers. */
export const partsWithValue = (claim: Claim): readonly number[] => {
  const indices = claim.asserts.map((_, k) => k);
  const of = (...kinds: readonly Assertion["kind"][]): readonly number[] => indices.filter((k) => kinds.includes(claim.asserts[k]?.kind ?? "nonzero"));
  return [...of("equal", "expansion").toReversed(), ...of("digits")];
};

const printedTerm = (assertion: Assertion): Expr | undefined => {
  switch (assertion.kind) {
    case "equal": case "expansion": return assertion.right;
    case "digits": return assertion.times === undefined ? quantity(assertion.digits.digits, assertion.unit) : product(number(assertion.digits.value), assertion.times);
    case "positive": case "nonzero": case "dependence": return undefined;
  }
};

/** `formula`: with its letters as parameters; `number`: with the numbers of the paper put in, as the derivation does. */
export type Stage = "formula" | "number";

/** The term of a form, or why there is none. */
const termOf = (session: Session, claim: Claim, form: Form, part: number, stage: Stage): Expr | string => {
  const assertion = claim.asserts[part];
  if (assertion === undefined) return `it has ${claim.asserts.length} relations`;
  if (form === "printed") return printedTerm(assertion) ?? "it is a statement, not a value";
  if (subject(assertion) === undefined) return "it is a statement, not a value";
  const derivation = derivationsOf(session.paper, claim, form).find((one) => one.part === part);
  if (derivation === undefined) return `no derivation answers the ${form} question`;
  const checked = checkDerivation(session.checker, derivation);
  return checked.kind === "proved" ? (stage === "number" ? checked.final : checked.symbolic) : `the derivation stopped: ${checked.message.split("\n")[0] ?? ""}`;
};

const defaultsOf = (paper: Paper, claim: Claim, evaluator: Evaluator): ReadonlyMap<string, Rational> => {
  const isNumeric = claim.asserts.some((assertion) => assertion.kind === "digits");
  const known = paper.parameters.filter((p) => isNumeric || isConstant(p));
  return new Map(evaluator.parameters.flatMap((one) => {
    const found = known.find((p) => p.symbol.name === one.symbolName);
    return found === undefined ? [] : [[one.name, found.value] as const];
  }));
};

/** @throws {NotEvaluable} when the formula has no numeric value: why, and which forms have one. */
export const compileForm = (session: Session, claim: Claim, form: Form, part = partsWithValue(claim)[0], stage: Stage = "formula"): CompiledForm => {
  const where = `${session.paper.id}:${claim.id}, ${form}`;
  if (part === undefined) throw new NotEvaluable(`${where}: there is no value to compute, the claim is a statement\n  printed   ${claim.printed}`, "rederive explain shows how it is decided");
  const term = termOf(session, claim, form, part, stage);
  if (typeof term === "string") throw new NotEvaluable(`${where}, relation ${part + 1}: ${term}`, `rederive show ${session.paper.id}:${claim.id} lists what can be computed`);
  const assertion = claim.asserts[part];
  const evaluator = evaluatorOf({
    id: `${session.paper.id}:${claim.id}`, form, term, title: claim.label, source: `${session.paper.title}, ${claim.label}, p. ${claim.page}, ${claim.where}`,
  });
  const own = assertion === undefined ? undefined : subject(assertion);
  const dimension = own === undefined ? undefined : dimensionOfTerm(own);
  const exactDefaults = defaultsOf(session.paper, claim, evaluator);
  const defaults = Object.fromEntries([...exactDefaults].map(([name, value]) => [name, toNumber(value)]));
  return { form, part, evaluator, unit: evaluator.parameters.length > 0 || dimension === undefined ? evaluator.unit : unitOf(dimension), defaults, exactDefaults };
};

/** Every form of every relation that can be computed. */
export const compiledForms = (session: Session, claim: Claim): readonly CompiledForm[] =>
  partsWithValue(claim).flatMap((part) => forms.flatMap((form) => {
    try {
      return [compileForm(session, claim, form, part)];
    } catch (error) {
      if (error instanceof NotEvaluable) return [];
      throw error;
    }
  }));

export const formsOf = (session: Session, claim: Claim): readonly FormDocument[] =>
  compiledForms(session, claim).map(({ form, part, evaluator, unit, defaults }) => ({
    form, part: part + 1, unit: unit ?? null,
    parameters: evaluator.parameters.map((p) => ({ name: p.name, symbol: p.symbolName, unit: p.unit ?? null, meaning: p.meaning, assumptions: p.assume, default: defaults[p.name] ?? null })),
  }));
