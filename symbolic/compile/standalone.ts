/**
 * # What a generated module needs
 *
 * JavaScript text with the checks of `inputs.ts` and the frame of an evaluator, so that a generated module imports nothing and evaluates no text. A test
 * gives both the same inputs and compares the messages. Names begin with an underscore, which no claim does.
 */
import { adviceFor } from "./inputs.ts";
import { requirementInWords } from "./parameters.ts";

/** Names of the module that no claim may take. */
export const moduleNames: readonly string[] = ["EvaluatorInputError", "claims"];

const tables = `const _inWords = ${JSON.stringify(requirementInWords)};
const _advice = ${JSON.stringify(adviceFor)};`;

export const standaloneSupport = `${tables}
const _fits = {
  finite: (x) => Number.isFinite(x),
  positive: (x) => Number.isFinite(x) && x > 0,
  negative: (x) => Number.isFinite(x) && x < 0,
  nonzero: (x) => Number.isFinite(x) && x !== 0,
  integer: (x) => Number.isInteger(x),
  "positive-integer": (x) => Number.isInteger(x) && x > 0,
  "nonzero-integer": (x) => Number.isInteger(x) && x !== 0,
  sign: (x) => x === 1 || x === -1,
};

/** A value does not fit. The message says where, what was expected, what was found, and what to try. */
export class EvaluatorInputError extends Error {
  name = "EvaluatorInputError";
}

const _complain = (of, what, expected, found, advice, row) => {
  const place = row === undefined ? "" : ", row " + row;
  throw new EvaluatorInputError(of.id + " (" + of.form + ")" + place + ": " + what + "\\n  expected  " + expected + "\\n  found     " + found + "\\n  try       " + advice);
};

const _distance = (a, b) => {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length];
};

const _meant = (name, parameters) => {
  let best;
  let least = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  for (const parameter of parameters) {
    const near = parameter.symbolName === name ? 0 : parameter.name.toLowerCase() === name.toLowerCase() ? 0.5 : _distance(parameter.name, name);
    if (near < least) { best = parameter.name; least = near; }
  }
  return best;
};

const _list = (names) => (names.length === 0 ? "no parameters" : names.join(", "));
const _wanted = (p) => _inWords[p.requirement] + (p.unit === undefined || p.unit === "1" ? "" : " in " + p.unit) + (p.meaning === "" ? "" : ": " + p.meaning);
const _shown = (value) => (typeof value === "number" ? String(value) : typeof value === "string" ? "the text '" + value + "'" : value === null ? "null" : Array.isArray(value) ? "an array" : "a value of type " + typeof value);

const _checkNames = (of, given) => {
  const names = Object.keys(given);
  const known = of.parameters.map((p) => p.name);
  const missing = of.parameters.filter((p) => given[p.name] === undefined);
  for (const name of names) {
    if (known.includes(name)) continue;
    const guess = _meant(name, missing) ?? _meant(name, of.parameters);
    _complain(of, "unknown parameter '" + name + "'", "only " + _list(known), "'" + name + "'", guess === undefined ? "leave it out, or choose one of these names" : "did you mean '" + guess + "'?");
  }
  if (missing.length > 0) {
    const others = missing.length > 1 ? " and " + missing.slice(1).map((p) => p.name).join(", ") : "";
    _complain(of, "the parameter '" + missing[0].name + "' is missing", _wanted(missing[0]), _list(names), "add " + missing[0].name + others);
  }
};

const _checkRecord = (of, given) => {
  if (typeof given === "object" && given !== null) return { ...given };
  return _complain(of, "the values are missing", "one object with " + _list(of.parameters.map((p) => p.name)), _shown(given), "call it as f({ name: value, … })");
};

const _checkValue = (of, p, value, row) => {
  if (typeof value !== "number") _complain(of, "the parameter '" + p.name + "' must be a number", _wanted(p), _shown(value), "convert it with Number(…)", row);
  if (_fits[p.requirement](value)) return;
  const finite = Number.isFinite(value);
  _complain(of, "the parameter '" + p.name + "' must be " + (finite ? _inWords[p.requirement] : "a finite number"), _wanted(p), _shown(value),
    finite ? _advice[p.requirement] : "find out where the value comes from; a limit needs a small or large number", row);
};

const _refuse = (of, given) => {
  const record = _checkRecord(of, given);
  _checkNames(of, record);
  for (const p of of.parameters) _checkValue(of, p, record[p.name]);
};

const _rowsOf = (of, out) => {
  if (!of.complex && out instanceof Float64Array) return out.length;
  if (of.complex && typeof out === "object" && out !== null && out.re instanceof Float64Array && out.im instanceof Float64Array) {
    if (out.re.length !== out.im.length) _complain(of, "the columns for the result differ in length", "re and im of one length", out.re.length + " and " + out.im.length + " rows", "make both new Float64Array(rows)");
    if (out.re === out.im && out.re.length > 0) _complain(of, "both parts of the result would go to one column", "two arrays", "one array for re and im", "make a second Float64Array");
    return out.re.length;
  }
  return _complain(of, "the results need a place", of.complex ? "{ re, im } with two Float64Arrays, the values being complex" : "a Float64Array", out instanceof Float64Array ? "one Float64Array" : _shown(out),
    of.complex ? "pass { re: new Float64Array(rows), im: new Float64Array(rows) }" : "pass new Float64Array(rows)");
};

const _firstUnfit = (requirement, column) => {
  const rows = column.length;
  switch (requirement) {
    case "finite": for (let k = 0; k < rows; k++) { const x = column[k]; if (x - x !== 0) return k; } return -1;
    case "positive": for (let k = 0; k < rows; k++) { const x = column[k]; if (!(x > 0 && x < Infinity)) return k; } return -1;
    case "negative": for (let k = 0; k < rows; k++) { const x = column[k]; if (!(x < 0 && x > -Infinity)) return k; } return -1;
    case "sign": for (let k = 0; k < rows; k++) { const x = column[k]; if (x !== 1 && x !== -1) return k; } return -1;
    default: for (let k = 0; k < rows; k++) if (!_fits[requirement](column[k])) return k; return -1;
  }
};

const _prepare = (of, given, out) => {
  const columns = _checkRecord(of, given);
  _checkNames(of, columns);
  const rows = _rowsOf(of, out);
  for (const p of of.parameters) {
    const column = columns[p.name];
    if (!(column instanceof Float64Array)) {
      if (typeof column !== "number") _complain(of, "the parameter '" + p.name + "' must be a column or a number", "a Float64Array of " + rows + " rows, or " + _wanted(p), _shown(column), "convert it with Float64Array.from(…)");
      _checkValue(of, p, column);
      continue;
    }
    if (column.length !== rows) _complain(of, "the column '" + p.name + "' has another length than the result", rows + " rows", column.length + " rows", "give all columns the length of the result, or a number for what is constant");
    const row = _firstUnfit(p.requirement, column);
    if (row >= 0) _checkValue(of, p, column[row], row);
  }
  return rows;
};

const _columnOf = (given) => (typeof given === "number" ? Float64Array.of(given) : given);
const _maskOf = (given) => (typeof given === "number" ? 0 : -1);
const _countNames = (given) => {
  let count = 0;
  for (const name in given) if (name !== "") count++;
  return count;
};

const _evaluator = (about, functions, gradient) => {
  const support = {
    refuse: (given) => _refuse(about, given), prepare: (given, out) => _prepare(about, given, out), columnOf: _columnOf, maskOf: _maskOf, countNames: _countNames,
  };
  let made;
  return Object.freeze({ ...about, ...functions(support), gradient: (values) => (made ??= gradient(support))(values) });
};
const _claim = (preferred, forms) => Object.freeze({ ...preferred, ...forms });
`;
