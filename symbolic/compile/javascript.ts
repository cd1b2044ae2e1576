/**
 * # JavaScript
 *
 * The text of an evaluator's functions, and the functions; the gradient has a text of its own, which nobody pays for who does not use it. Nothing of it is written by a user: the text holds operations, digits, generated
 * names, and names of parameters, which are letters, digits and underscores only; that is asserted before the text becomes code.
 */
import { write, writeCode, type Dialect, type FunctionOperation, type Written } from "./expression.ts";
import type { ComplexColumns } from "./inputs.ts";
import type { Lowered } from "./lower.ts";
import { hasDerivative, type EvaluatorParameter, type Requirement } from "./parameters.ts";

export interface ComplexValue { readonly re: number; readonly im: number }
export type Scalar = (values: Readonly<Record<string, number>>) => number | ComplexValue;
export type Batch = (columns: Readonly<Record<string, Float64Array | number>>, out: Float64Array | ComplexColumns) => void;
/** A value and its derivatives by the names of the parameters, those of re and im where it is complex. */
export interface ValueWithGradient<Value extends number | ComplexValue = number | ComplexValue> { readonly value: Value; readonly gradient: Readonly<Record<string, Value>> }
export type Gradient = (values: Readonly<Record<string, number>>) => ValueWithGradient;

/** What generated code calls. */
export interface Support {
  readonly refuse: (given: unknown) => void;
  readonly prepare: (given: unknown, out: unknown) => number;
  readonly columnOf: (given: Float64Array | number) => Float64Array;
  readonly maskOf: (given: Float64Array | number) => number;
  readonly countNames: (given: Readonly<Record<string, unknown>>) => number;
}

const dialect: Dialect = {
  number: String,
  define: (name, expression) => `const ${name} = ${expression};`,
  functions: {
    sqrt: "Math.sqrt", exp: "Math.exp", log: "Math.log", log1p: "Math.log1p", sin: "Math.sin", cos: "Math.cos", tan: "Math.tan", sinh: "Math.sinh", cosh: "Math.cosh", tanh: "Math.tanh",
    asin: "Math.asin", acos: "Math.acos", atan: "Math.atan", abs: "Math.abs", sign: "Math.sign", parity: "_parity", positivePart: "_positivePart", pow: "Math.pow",
    modulus: "_modulus", logModulus: "_logModulus", argument: "_argument", rootRe: "_rootRe", rootIm: "_rootIm",
  },
};

/**
 * Functions that JavaScript does not have. `_modulus` is not Math.hypot, which rounds differently from engine to engine. Near |z| = 1, log |z| takes the
 * small difference from 1. The argument of a negative number with imaginary part −0 is π.
 */
const definitions: Readonly<Partial<Record<FunctionOperation, readonly string[]>>> = {
  parity: ["const _parity = (n) => 1 - 2 * Math.abs(n % 2);"],
  positivePart: ["const _positivePart = (x) => (x < 0 ? 0 : x);"],
  modulus: ["const _modulus = (x, y) => {", "  const a = Math.abs(x), b = Math.abs(y), large = a > b ? a : b, small = a > b ? b : a;", "  return large === 0 ? 0 : large * Math.sqrt(1 + (small / large) * (small / large));", "};"],
  logModulus: ["const _logModulus = (x, y) => {", "  const a = Math.abs(x), b = Math.abs(y), large = a > b ? a : b, small = a > b ? b : a;",
    "  return large > 0.5 && large < 2 ? 0.5 * Math.log1p((large - 1) * (large + 1) + small * small) : Math.log(_modulus(x, y));", "};"],
  argument: ["const _argument = (x, y) => Math.atan2(y + 0, x);"],
  rootRe: ["const _rootRe = (x, y) => {", "  if (x === 0 && y === 0) return 0;", "  const t = Math.sqrt(0.5 * (_modulus(x, y) + Math.abs(x)));", "  return x < 0 ? 0.5 * Math.abs(y) / t : t;", "};"],
  rootIm: ["const _rootIm = (x, y) => {", "  if (x === 0 && y === 0) return 0;", "  const t = Math.sqrt(0.5 * (_modulus(x, y) + Math.abs(x)));", "  return x < 0 ? (y < 0 ? -t : t) : 0.5 * y / t;", "};"],
};

const needs: Readonly<Partial<Record<FunctionOperation, readonly FunctionOperation[]>>> = { logModulus: ["modulus"], rootRe: ["modulus"], rootIm: ["modulus"] };

/** The operations that must be defined, those that others need first. */
export const operationsToDefine = (used: ReadonlySet<FunctionOperation>): readonly FunctionOperation[] => [...new Set([...used].flatMap((name) => [...(needs[name] ?? []), name]))];

/** The cheap test; `refuse` explains a failure. */
const quickTest: Readonly<Record<Requirement, (name: string) => string>> = {
  finite: (x) => `Number.isFinite(${x})`,
  positive: (x) => `Number.isFinite(${x}) && ${x} > 0`,
  negative: (x) => `Number.isFinite(${x}) && ${x} < 0`,
  nonzero: (x) => `Number.isFinite(${x}) && ${x} !== 0`,
  integer: (x) => `Number.isInteger(${x})`,
  "positive-integer": (x) => `Number.isInteger(${x}) && ${x} > 0`,
  "nonzero-integer": (x) => `Number.isInteger(${x}) && ${x} !== 0`,
  sign: (x) => `(${x} === 1 || ${x} === -1)`,
};

const indented = (depth: number, lines: readonly string[]): readonly string[] => lines.map((line) => "  ".repeat(depth) + line);

const opening = (used: ReadonlySet<FunctionOperation>): readonly string[] => [
  "({ refuse: _refuse, prepare: _prepare, columnOf: _columnOf, maskOf: _maskOf, countNames: _countNames }) => {",
  ...indented(1, operationsToDefine(used).flatMap((name) => definitions[name] ?? [])),
  "  let _last;",
];

/** A function of one point: the checks, the statements, the result. */
const pointFunction = (name: string, parameters: readonly EvaluatorParameter[], statements: readonly string[], result: string): readonly string[] => {
  const tests = parameters.map((parameter) => quickTest[parameter.requirement](parameter.name));
  return [
    `  const ${name} = (_values) => {`,
    "    if (typeof _values !== \"object\" || _values === null) _refuse(_values);",
    ...(parameters.length === 0 ? [] : [`    const ${parameters.map((parameter) => `${parameter.name} = _values.${parameter.name}`).join(", ")};`, `    if (!(${tests.join(" && ")})) _refuse(_values);`]),
    // Counting names costs as much as the formula; one object that is filled again and again is counted once.
    `    if (_values !== _last) { if (_countNames(_values) !== ${parameters.length}) _refuse(_values); _last = _values; }`,
    ...indented(2, statements),
    `    return ${result};`,
    "  };",
  ];
};

/** A function of the support that returns { scalar, batch }. */
export const javascriptOf = ({ program, parameters }: Pick<Lowered, "program" | "parameters">): string => {
  const names = parameters.map((parameter) => parameter.name);
  const { statements, re, im, used }: Written = write(program, dialect, names);
  const columns = names.length === 0 ? [] : [`const ${names.map((name, k) => `_c${k} = _columnOf(_columns.${name}), _m${k} = _maskOf(_columns.${name})`).join(", ")};`];
  const read = names.length === 0 ? [] : [`const ${names.map((name, k) => `${name} = _c${k}[_k & _m${k}]`).join(", ")};`];
  const store = im === undefined ? [`_out[_k] = ${re};`] : [`const _a = ${re}, _b = ${im};`, "_re[_k] = _a;", "_im[_k] = _b;"];
  return [
    ...opening(used),
    ...pointFunction("scalar", parameters, statements, im === undefined ? re : `{ re: ${re}, im: ${im} }`),
    "  const batch = (_columns, _out) => {",
    "    const _n = _prepare(_columns, _out);",
    ...indented(2, columns),
    ...(im === undefined ? [] : ["    const _re = _out.re, _im = _out.im;"]),
    "    for (let _k = 0; _k < _n; _k++) {",
    ...indented(3, [...read, ...statements, ...store]),
    "    }",
    "  };",
    "  return { scalar, batch };",
    "}",
  ].join("\n");
};

/** A function of the support that returns the gradient function. */
export const gradientJavascriptOf = ({ program, parameters, gradient }: Omit<Lowered, "inputs">): string => {
  const { statements, results, used } = writeCode(gradient(), dialect, parameters.map((parameter) => parameter.name));
  const parts = program.im === undefined ? results : results.flatMap((re, k) => (k % 2 === 0 ? [`{ re: ${re}, im: ${results[k + 1] ?? ""} }`] : []));
  const [value = "", ...slopes] = parts;
  const named = parameters.filter(hasDerivative).map((parameter, k) => `${parameter.name}: ${slopes[k] ?? ""}`);
  return [...opening(used), ...pointFunction("gradient", parameters, statements, `{ value: ${value}, gradient: {${named.length === 0 ? "" : ` ${named.join(", ")} `}} }`), "  return gradient;", "}"].join("\n");
};

export interface Functions { readonly scalar: Scalar; readonly batch: Batch }

const isFunctions = (made: unknown): made is Functions =>
  typeof made === "object" && made !== null && "scalar" in made && typeof made.scalar === "function" && "batch" in made && typeof made.batch === "function";

/** Only ASCII that program texts are made of; no quote but the two around "object", no backquote, no backslash. */
const harmless = /^[A-Za-z0-9_ \n.,;:(){}[\]=<>!&|?*/%+"-]*$/;

/** What the factory of a generated text makes. */
const madeBy = (text: string, support: Support): unknown => {
  if (!harmless.test(text)) throw new TypeError(`generated code contains a character that no program text has:\n${text}`);
  // The text is generated from a term: operations, digits and names of the alphabet above. This is the one place where text becomes code.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- generated from a term only, see above
  const build = new Function(`"use strict"; return ${text};`);
  const factory: unknown = Reflect.apply(build, undefined, []);
  return typeof factory === "function" ? Reflect.apply(factory, undefined, [support]) : undefined;
};

/** The functions of a text made by `javascriptOf`. */
export const compileJavascript = (text: string, support: Support): Functions => {
  const made = madeBy(text, support);
  if (!isFunctions(made)) throw new TypeError("generated code did not define its functions");
  return made;
};

const isGradient = (made: unknown): made is Gradient => typeof made === "function";

/** The function of a text made by `gradientJavascriptOf`. */
export const compileGradient = (text: string, support: Support): Gradient => {
  const made = madeBy(text, support);
  if (!isGradient(made)) throw new TypeError("generated code did not define its gradient");
  return made;
};
