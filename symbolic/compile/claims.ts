/**
 * # Evaluators by claim
 *
 * A generated file has one entry for each claim with its forms. The default form is the derived one: model, else printed, else chain.
 */
import type { Evaluator, Form } from "./evaluator.ts";
import { identifier, uniqueName } from "./spelling.ts";
import { requirementInWords, type EvaluatorParameter } from "./parameters.ts";

export interface Collection {
  /** The paper's id: "urazhdin". */
  readonly paper: string;
  readonly title: string;
  readonly evaluators: readonly Evaluator[];
}

export interface ClaimEntry {
  /** "urazhdin:intro-mu-uB". */
  readonly id: string;
  /** "introMuUB". */
  readonly name: string;
  readonly forms: readonly Evaluator[];
  readonly preferred: Evaluator;
}

const preference: readonly Form[] = ["model", "printed", "chain"];
export const formOrder: readonly Form[] = ["printed", "chain", "model"];

/** "intro-mu-uB" → introMuUB, "eq16-2" → eq16_2: the words after the first begin with a capital, digits stay apart from digits. */
export const claimName = (id: string): string => {
  const words = id.slice(id.indexOf(":") + 1).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return identifier(words.reduce((left, word, k) => left + (k > 0 && /\d$/.test(left) && /^\d/.test(word) ? "_" : "") + (k === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)), ""));
};

/** Two evaluators claim the same place in a generated file. */
export class RepeatedEvaluator extends Error {
  override readonly name = "RepeatedEvaluator";
}

/** One entry for each claim, in the order given; names that `taken` has are avoided. */
export const claimsOf = (evaluators: readonly Evaluator[], taken: readonly string[]): readonly ClaimEntry[] => {
  const byId = new Map<string, Evaluator[]>();
  for (const evaluator of evaluators) {
    const own = byId.get(evaluator.id) ?? [];
    if (own.some((other) => other.form === evaluator.form)) {
      throw new RepeatedEvaluator(`${evaluator.id} (${evaluator.form}): two evaluators for one form of a claim\n  expected  at most one for each of ${formOrder.join(", ")}\n  found     '${own.find((other) => other.form === evaluator.form)?.source ?? ""}' and '${evaluator.source}'\n  try       give the parts of a claim ids of their own`);
    }
    byId.set(evaluator.id, [...own, evaluator]);
  }
  const names = new Set(taken);
  return [...byId].map(([id, own]) => {
    const forms = formOrder.flatMap((form) => own.filter((evaluator) => evaluator.form === form));
    const name = uniqueName(claimName(id), names);
    for (const each of [name, ...forms.map(({ form }) => formName(name, form))]) names.add(each);
    const preferred = preference.flatMap((form) => own.filter((evaluator) => evaluator.form === form))[0];
    if (preferred === undefined) throw new TypeError(`the claim ${id} has no form`);
    return { id, name, forms, preferred };
  });
};

export const formName = (claim: string, form: Form): string => `${claim}_${form}`;

/** "gap between … [J], a number > 0". */
export const parameterInWords = (parameter: EvaluatorParameter): string =>
  [parameter.meaning === "" ? parameter.symbolName : parameter.meaning, ` [${parameter.unit ?? "no unit declared"}], `, requirementInWords[parameter.requirement]].join("");

export const unitInWords = (evaluator: Evaluator): string => (evaluator.unit === undefined ? "the formula has no consistent unit" : evaluator.unit === "1" ? "a pure number" : `in ${evaluator.unit}`);

/** Text that may stand in a block comment of JavaScript or C. */
export const inComment = (text: string): string => text.replace(/\s+/g, " ").replace(/\*\//g, "* /").replace(/\/\*/g, "/ *").replace(/\\+$/, "");
