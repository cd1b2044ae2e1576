/**
 * # One number, right to its last figure
 *
 * The value of a formula at exact values of its letters: enclosed at growing precision until only one double is nearest to it. Where the
 * formula has no enclosure, the compiled evaluator answers. Where it has no finite value, that is bad input and is explained.
 */
import { gaussian, nearestDouble, numericPoint, rational, type ComplexBounds, type ComplexValue, type Evaluator, type Expr, type Gaussian, type NumericPoint, type Rational } from "../symbolic/index.ts";
import { InputError } from "./discover.ts";

/** The last ones are for values that vanish by cancellation. */
const precisions = [128, 256, 512, 1024, 2048];

/** @throws {InputError} where there is no finite value; {EvaluatorInputError} where a value does not fit its letter. */
export const certifiedNumber = (evaluator: Evaluator, given: ReadonlyMap<string, Rational>): number | ComplexValue => {
  const computed = evaluator.scalar(Object.fromEntries([...given].map(([name, value]) => [name, nearestDouble(value)])));
  const point = numericPoint(evaluator.term, letterValues(evaluator, given));
  const certain = point === undefined ? undefined : nearest(point);
  const value = certain === undefined ? computed : evaluator.complex ? certain : certain.im === 0 ? certain.re : Number.NaN;
  const fault = certain === undefined || !isFinite(value) ? point?.fault(!evaluator.complex) : undefined;
  if (fault !== undefined || !isFinite(value)) throw noNumber(evaluator, given, value, fault);
  return value;
};

const isFinite = (value: number | ComplexValue): boolean => (typeof value === "number" ? Number.isFinite(value) : Number.isFinite(value.re) && Number.isFinite(value.im));

const letterValues = ({ parameters, inputs }: Evaluator, given: ReadonlyMap<string, Rational>): ReadonlyMap<Expr, Gaussian> => {
  const values = new Map<Expr, Gaussian>();
  inputs.forEach(({ letter, part }, k) => {
    const value = given.get(parameters[k]?.name ?? "");
    if (value === undefined) return;
    const { re, im } = values.get(letter) ?? gaussian(rational(0));
    values.set(letter, part === "im" ? gaussian(re, value) : gaussian(value, im));
  });
  return values;
};

/** The double nearest to each part. */
const nearest = (point: NumericPoint): ComplexValue | undefined => {
  for (const bits of precisions) {
    const bounds = point.bounds(bits);
    const [re, im] = bounds === undefined ? [] : [onlyDouble(bounds.re), onlyDouble(bounds.im)];
    if (re !== undefined && im !== undefined) return { re, im };
  }
  return undefined;
};

/** The double to which every value within the bounds rounds. */
const onlyDouble = ([low, high]: ComplexBounds["re"]): number | undefined => {
  const value = nearestDouble(low);
  return value === nearestDouble(high) ? value + 0 : undefined;                       // −0 + 0 is 0
};

const noNumber = ({ id, form, parameters }: Evaluator, given: ReadonlyMap<string, Rational>, value: number | ComplexValue, fault: string | undefined): InputError => {
  const isNowhere = typeof value === "number" ? Number.isNaN(value) : Number.isNaN(value.re) || Number.isNaN(value.im);
  const found = fault ?? (isNowhere ? "the formula has no value there" : "a value beyond the range of doubles, 1.8e308");
  const at = parameters.flatMap(({ name, unit }) => { const own = given.get(name); return own === undefined ? [] : [`${name} = ${nearestDouble(own)}${unit === undefined || unit === "1" ? "" : ` ${unit}`}`]; });
  return new InputError(`${id} (${form}): not a finite number at these values\n  expected  values at which the formula is defined\n  found     ${found}${at.length === 0 ? "" : `\n  at        ${at.join(", ")}`}\n  try       other values; for a limit, values close to it`);
};
