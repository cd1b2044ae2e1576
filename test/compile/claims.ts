/** Evaluators of the printed formulas of a paper, and values for their parameters of the size that atoms have. */
import urazhdin from "../../derivations/urazhdin/index.ts";
import { evaluatorOf, type Evaluator } from "../../symbolic/compile/evaluator.ts";
import { NotEvaluable, typicalMagnitude } from "../../symbolic/compile/program.ts";
import type { EvaluatorParameter } from "../../symbolic/compile/parameters.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { randomNumbers } from "../../symbolic/kernel/sample.ts";
import type { Values } from "./terms.ts";

export interface Printed { readonly evaluator: Evaluator; readonly term: Expr }

/** One evaluator for each printed equation that has a value; parts of a display count from 2. */
export const printedFormulas: readonly Printed[] = urazhdin.claims.flatMap((claim) => claim.asserts.flatMap((assertion, k): readonly Printed[] => {
  if (assertion.kind !== "equal" && assertion.kind !== "expansion") return [];
  try {
    const evaluator = evaluatorOf({ id: `urazhdin:${claim.id}${k === 0 ? "" : `-${k + 1}`}`, form: "printed", source: `p. ${claim.page}, ${claim.where}`, title: claim.label, term: assertion.right });
    return [{ evaluator, term: assertion.right }];
  } catch (error) {
    if (error instanceof NotEvaluable) return [];
    throw error;
  }
}));

export const printedFormula = (id: string): Printed => printedFormulas.find((each) => each.evaluator.id === `urazhdin:${id}`)!;

const valueFor = (parameter: EvaluatorParameter, random: () => number): number => {
  const size = 10 ** (parameter.dimension === undefined ? 0 : typicalMagnitude(parameter.dimension)) * (0.3 + 2.7 * random());
  switch (parameter.requirement) {
    case "sign": return random() < 0.5 ? 1 : -1;
    case "integer": case "positive-integer": case "nonzero-integer": return 1 + Math.floor(4 * random());
    case "positive": return size;
    case "negative": return -size;
    default: return random() < 0.5 ? size : -size;
  }
};

/** Values for all parameters, fixed by the seed. */
export const atomicValues = (parameters: readonly EvaluatorParameter[], seed: number): Values => {
  const random = randomNumbers(seed);
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, valueFor(parameter, random)]));
};
