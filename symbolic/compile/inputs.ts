/**
 * # Checks of what an evaluator is given
 *
 * - `refuse`: why a record of values does not fit, as an error that names the evaluator, the parameter, what was expected and found, and what to try.
 * - `prepare`: the same for columns, in one pass over each; returns the number of rows.
 *
 * The generated scalar function does the cheap test itself and calls `refuse` only when it fails. `standalone.ts` says the same to users of a generated
 * module; a test holds the two together.
 */
import { requirementInWords, type EvaluatorParameter, type Requirement } from "./parameters.ts";

/** A value does not fit. The message says where, what was expected, what was found, and what to try. */
export class EvaluatorInputError extends Error {
  override readonly name = "EvaluatorInputError";
}

export interface Subject { readonly id: string; readonly form: string; readonly complex: boolean; readonly parameters: readonly EvaluatorParameter[] }

const complain = (of: Subject, what: string, expected: string, found: string, advice: string, row?: number): never => {
  throw new EvaluatorInputError(`${of.id} (${of.form})${row === undefined ? "" : `, row ${row}`}: ${what}\n  expected  ${expected}\n  found     ${found}\n  try       ${advice}`);
};

const fits: Readonly<Record<Requirement, (x: number) => boolean>> = {
  finite: (x) => Number.isFinite(x),
  positive: (x) => Number.isFinite(x) && x > 0,
  negative: (x) => Number.isFinite(x) && x < 0,
  nonzero: (x) => Number.isFinite(x) && x !== 0,
  integer: (x) => Number.isInteger(x),
  "positive-integer": (x) => Number.isInteger(x) && x > 0,
  "nonzero-integer": (x) => Number.isInteger(x) && x !== 0,
  sign: (x) => x === 1 || x === -1,
};

export const adviceFor: Readonly<Record<Requirement, string>> = {
  finite: "give a finite number",
  positive: "check its sign and its unit; where it stands for a limit, give a small or large number",
  negative: "check its sign and its unit; where it stands for a limit, give a small or large number",
  nonzero: "give a small number instead of 0",
  integer: "round it to a whole number",
  "positive-integer": "give 1, 2, 3 …",
  "nonzero-integer": "give a whole number other than 0",
  sign: "give 1 or -1",
};

/** Number of insertions, deletions, replacements and neighbour swaps between two words. */
const distance = (a: string, b: string): number => {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
};

/** The name that was meant: the same letters in another case, the letter of the derivation (θ[1]), or one within a third of its length. */
const meant = (name: string, parameters: readonly EvaluatorParameter[]): string | undefined => {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  for (const parameter of parameters) {
    const near = parameter.symbolName === name ? 0 : parameter.name.toLowerCase() === name.toLowerCase() ? 0.5 : distance(parameter.name, name);
    if (near < least) [best, least] = [parameter.name, near];
  }
  return best;
};

const list = (names: readonly string[]): string => (names.length === 0 ? "no parameters" : names.join(", "));

const unitText = (parameter: EvaluatorParameter): string => (parameter.unit === undefined || parameter.unit === "1" ? "" : ` in ${parameter.unit}`);

const wanted = (parameter: EvaluatorParameter): string =>
  `${requirementInWords[parameter.requirement]}${unitText(parameter)}${parameter.meaning === "" ? "" : `: ${parameter.meaning}`}`;

const shownValue = (value: unknown): string => (typeof value === "number" ? `${value}` : typeof value === "string" ? `the text '${value}'` : value === null ? "null" : Array.isArray(value) ? "an array" : `a value of type ${typeof value}`);

/** Names that no parameter has, then names that are missing. */
const checkNames = (of: Subject, given: Readonly<Record<string, unknown>>): void => {
  const names = Object.keys(given);
  const known = of.parameters.map((parameter) => parameter.name);
  const missing = of.parameters.filter((parameter) => given[parameter.name] === undefined);
  for (const name of names) {
    if (known.includes(name)) continue;
    const guess = meant(name, missing) ?? meant(name, of.parameters);
    complain(of, `unknown parameter '${name}'`, `only ${list(known)}`, `'${name}'`, guess === undefined ? "leave it out, or choose one of these names" : `did you mean '${guess}'?`);
  }
  const [first] = missing;
  if (first !== undefined) {
    complain(of, `the parameter '${first.name}' is missing`, wanted(first), list(names), `add ${first.name}${missing.length > 1 ? ` and ${missing.slice(1).map((parameter) => parameter.name).join(", ")}` : ""}`);
  }
};

const checkRecord = (of: Subject, given: unknown): Readonly<Record<string, unknown>> => {
  if (typeof given === "object" && given !== null) return { ...given };
  return complain(of, "the values are missing", `one object with ${list(of.parameters.map((parameter) => parameter.name))}`, shownValue(given), "call it as f({ name: value, … })");
};

const checkValue = (of: Subject, parameter: EvaluatorParameter, value: unknown, row?: number): void => {
  if (typeof value !== "number") complain(of, `the parameter '${parameter.name}' must be a number`, wanted(parameter), shownValue(value), "convert it with Number(…)", row);
  else if (!fits[parameter.requirement](value)) {
    const what = Number.isFinite(value) ? requirementInWords[parameter.requirement] : "a finite number";
    complain(of, `the parameter '${parameter.name}' must be ${what}`, wanted(parameter), shownValue(value), Number.isFinite(value) ? adviceFor[parameter.requirement] : "find out where the value comes from; a limit needs a small or large number", row);
  }
};

/** Says what is wrong with a record of values. */
export const refuse = (of: Subject, given: unknown): void => {
  const record = checkRecord(of, given);
  checkNames(of, record);
  for (const parameter of of.parameters) checkValue(of, parameter, record[parameter.name]);
};

/** Columns of results: two arrays for a complex evaluator. */
export interface ComplexColumns { readonly re: Float64Array; readonly im: Float64Array }

const rowsOf = (of: Subject, out: unknown): number => {
  if (!of.complex && out instanceof Float64Array) return out.length;
  if (of.complex && typeof out === "object" && out !== null && "re" in out && "im" in out && out.re instanceof Float64Array && out.im instanceof Float64Array) {
    if (out.re.length !== out.im.length) complain(of, "the columns for the result differ in length", "re and im of one length", `${out.re.length} and ${out.im.length} rows`, "make both new Float64Array(rows)");
    if (out.re === out.im && out.re.length > 0) complain(of, "both parts of the result would go to one column", "two arrays", "one array for re and im", "make a second Float64Array");
    return out.re.length;
  }
  return complain(of, "the results need a place", of.complex ? "{ re, im } with two Float64Arrays, the values being complex" : "a Float64Array", out instanceof Float64Array ? "one Float64Array" : shownValue(out),
    of.complex ? "pass { re: new Float64Array(rows), im: new Float64Array(rows) }" : "pass new Float64Array(rows)");
};

/** Checks names, lengths and every value; returns the number of rows. */
export const prepare = (of: Subject, given: unknown, out: unknown): number => {
  const columns = checkRecord(of, given);
  checkNames(of, columns);
  const rows = rowsOf(of, out);
  for (const parameter of of.parameters) {
    const column = columns[parameter.name];
    if (!(column instanceof Float64Array)) {
      if (typeof column !== "number") complain(of, `the parameter '${parameter.name}' must be a column or a number`, `a Float64Array of ${rows} rows, or ${wanted(parameter)}`, shownValue(column), "convert it with Float64Array.from(…)");
      checkValue(of, parameter, column);
      continue;
    }
    if (column.length !== rows) complain(of, `the column '${parameter.name}' has another length than the result`, `${rows} rows`, `${column.length} rows`, "give all columns the length of the result, or a number for what is constant");
    const row = firstUnfit(parameter.requirement, column);
    if (row >= 0) checkValue(of, parameter, column[row], row);
  }
  return rows;
};

/** The first row that does not fit, −1 when all do. One plain loop for each requirement: a callback for each row costs more than the formula. */
const firstUnfit = (requirement: Requirement, column: Float64Array): number => {
  const rows = column.length;
  const value = (k: number): number => column[k] ?? 0;
  switch (requirement) {
    case "finite": for (let k = 0; k < rows; k++) { const x = value(k); if (x - x !== 0) return k; } return -1;
    case "positive": for (let k = 0; k < rows; k++) { const x = value(k); if (!(x > 0 && x < Infinity)) return k; } return -1;
    case "negative": for (let k = 0; k < rows; k++) { const x = value(k); if (!(x < 0 && x > -Infinity)) return k; } return -1;
    case "sign": for (let k = 0; k < rows; k++) { const x = value(k); if (x !== 1 && x !== -1) return k; } return -1;
    default: for (let k = 0; k < rows; k++) if (!fits[requirement](value(k))) return k; return -1;
  }
};

/** A number becomes a column of one row that is read again and again: index k & mask. */
export const columnOf = (given: Float64Array | number): Float64Array => (typeof given === "number" ? Float64Array.of(given) : given);
export const maskOf = (given: Float64Array | number): number => (typeof given === "number" ? 0 : -1);

/** How many names a record has. */
export const countNames = (given: Readonly<Record<string, unknown>>): number => {
  let count = 0;
  for (const name in given) if (name !== "") count++;
  return count;
};
