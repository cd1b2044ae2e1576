/**
 * # Formulas of the paper on relaxation, by numbers
 *
 * `derived`: the last line of the derivation of a relation from its printed predecessors ("chain") or from the model; `inReading`: the same under another
 * reading; `printed`: the right side as printed. Letters are given as formulas are written, { "Fr[1, 2]": 0.3, "re(u[1])": 1 }, e = ħ = 1. Values are complex: what is printed
 * need not be real; `realPart` refuses what is not.
 */
import xue from "../../../derivations/xue/index.ts";
import { compileForm } from "../../../reports/forms.ts";
import { checkDerivation, claimOf, evaluatorOf, openSession, type Claim, type Evaluator, type Form } from "../../../symbolic/index.ts";
import { otherReadings } from "../../../symbolic/derive/paper.ts";
import type { Amplitude } from "../bruteForce/hermitian.ts";

export type Values = Readonly<Record<string, number>>;

const session = openSession(xue);
const compiled = new Map<string, Evaluator>();
const kept = (key: string, build: () => Evaluator): Evaluator => {
  const known = compiled.get(key) ?? build();
  compiled.set(key, known);
  return known;
};

const claimNamed = (id: string): Claim => claimOf(xue, id) ?? ((): never => { throw new RangeError(`the paper has no claim '${id}'`); })();

const valueOf = (evaluator: Evaluator, values: Values): Amplitude => {
  const given = Object.fromEntries(evaluator.parameters.map(({ name, symbolName }) => {
    const value = values[symbolName];
    if (value === undefined) throw new RangeError(`no value for ${symbolName} of ${evaluator.id}`);
    return [name, value];
  }));
  const value = evaluator.scalar(given);
  return typeof value === "number" ? { re: value, im: 0 } : value;
};

const formOf = (form: Form) => (id: string, values: Values, part?: number): Amplitude => valueOf(kept(`${form} ${id} ${String(part)}`, () => compileForm(session, claimNamed(id), form, part).evaluator), values);

export const printed = formOf("printed");
export const fromPrint = formOf("chain");
export const fromModel = formOf("model");

/** @param reading the name under which the derivation is listed */
export const inReading = (reading: string, id: string, question: "chain" | "model", values: Values): Amplitude => valueOf(kept(`${question} ${id} ${reading}`, () => {
  const derivation = otherReadings(xue, claimNamed(id), question).find(({ under }) => under?.id === reading);
  if (derivation === undefined) throw new RangeError(`${id} is not derived in the reading '${reading}'`);
  const checked = checkDerivation(session.checker, derivation);
  if (checked.kind === "failed") throw new Error(checked.message);
  return evaluatorOf({ id: `xue:${id}`, form: question, term: checked.symbolic, title: reading, source: reading });
}), values);

export const realPart = ({ re, im }: Amplitude): number => {
  if (Math.abs(im) > 1e-10 * Math.abs(re)) throw new RangeError(`${re} + ${im} i is not real`);
  return re;
};
