/**
 * # Evaluators
 *
 * `evaluatorOf` turns a term into numeric functions: `scalar` for one point, `batch` for columns, `gradient` for the value and its derivatives. All run
 * the same operations for the value in the same order, so they agree to the last bit, and so does the module that `moduleText` writes.
 *
 * Accuracy: constants are rounded once, every addition, multiplication, division and square root once (half a unit in the last place), elementary functions
 * are those of the host (one unit; hyperbolic ones two). Nothing is reordered that could cancel: the error of a value is that of evaluating the formula as
 * written. Complex values: the same, relative to the modulus. A value beyond the range of doubles is ±Infinity or 0 as in any arithmetic; partial products
 * are kept in range for quantities of atomic size in SI.
 *
 * Derivatives are exact, by the chain rule in reverse (`adjoint.ts`, which says what they are at corners and singularities), in the unit of the value over
 * that of the parameter. Integers and signs have none and are left out. A complex letter has two, by its real and by its imaginary part.
 *
 * Throws `NotEvaluable` where the term has no numeric form, `EvaluatorInputError` where the values do not fit.
 */
import type { Dimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import { columnOf, countNames, maskOf, prepare, refuse, type Subject } from "./inputs.ts";
import { compileGradient, compileJavascript, gradientJavascriptOf, javascriptOf, type Batch, type Functions, type Gradient, type Scalar, type Support } from "./javascript.ts";
import { lower } from "./lower.ts";
import type { EvaluatorParameter, Input } from "./parameters.ts";
import { NotEvaluable, type Program } from "./program.ts";
import { shown } from "./spelling.ts";
import { dimensionOfTerm, unitOf } from "./unit.ts";

/** As printed, as it follows from the printed predecessors, as it follows from the model. */
export type Form = "printed" | "chain" | "model";

export interface EvaluatorOptions {
  /** "urazhdin:eq8". */
  readonly id: string;
  readonly form: Form;
  /** Where the term comes from: the place in the paper, or the derivation. */
  readonly source: string;
  readonly term: Expr;
  /** What the value is, in a few words. */
  readonly title: string;
}

export interface Evaluator {
  readonly id: string;
  readonly form: Form;
  readonly source: string;
  readonly title: string;
  /** SI unit of the value; undefined where the term has no dimension, as a formula that adds unequal ones. */
  readonly unit: string | undefined;
  readonly dimension: Dimension | undefined;
  /** Whether values are pairs { re, im }. */
  readonly complex: boolean;
  /** In the order of their names. */
  readonly parameters: readonly EvaluatorParameter[];
  /** What they stand for in the term, in the same order. */
  readonly inputs: readonly Input[];
  readonly term: Expr;
  /** The value for one set of parameters in SI. */
  readonly scalar: Scalar;
  /** Row by row; a number stands for a constant column. `out` may be one of the columns. */
  readonly batch: Batch;
  /** The value, and its derivatives by all parameters but integers and signs, by their names. Built at the first call. */
  readonly gradient: Gradient;
  /** The generated code of `scalar` and `batch`. */
  readonly javascript: string;
  /** The generated code of `gradient`. */
  readonly gradientJavascript: () => string;
  readonly program: Program;
}

export const evaluatorOf = ({ id, form, source, term, title }: EvaluatorOptions): Evaluator => {
  const lowered = ((): ReturnType<typeof lower> => {
    try {
      return lower(term);
    } catch (error) {
      if (!(error instanceof NotEvaluable)) throw error;
      throw new NotEvaluable(`${id} (${form}): ${error.reason}\n  expected  a formula of numbers, letters and elementary functions\n  found     ${shown(term)}`, error.advice);
    }
  })();
  const { program, parameters, inputs } = lowered;
  const dimension = dimensionOfTerm(term);
  const subject: Subject = { id, form, complex: program.im !== undefined, parameters };
  const javascript = javascriptOf(lowered);
  const support: Support = {
    refuse: (given) => { refuse(subject, given); },
    prepare: (given, out) => prepare(subject, given, out),
    columnOf, maskOf, countNames,
  };
  let compiled: Functions | undefined;
  const functions = (): Functions => (compiled ??= compileJavascript(javascript, support));
  let differentiated: Gradient | undefined;
  const gradientJavascript = (): string => gradientJavascriptOf(lowered);
  return {
    id, form, source, title, term, dimension, parameters, inputs, complex: subject.complex, javascript, gradientJavascript, program,
    unit: dimension === undefined ? undefined : unitOf(dimension),
    scalar: (values) => functions().scalar(values),
    batch: (columns, out) => { functions().batch(columns, out); },
    gradient: (values) => (differentiated ??= compileGradient(gradientJavascript(), support))(values),
  };
};
