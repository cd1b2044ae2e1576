/**
 * # C
 *
 * Standalone C99, source and header: one function of doubles for each form of each claim, `urazhdin_eq8_printed(Delta, …)`, and `urazhdin_eq8` for the
 * default form. A complex value goes to two pointers. Arguments stand in the order of their names. Inputs are not checked.
 */
import { claimsOf, formName, inComment, parameterInWords, unitInWords, type ClaimEntry, type Collection } from "./claims.ts";
import type { Evaluator } from "./evaluator.ts";
import { write, type Dialect, type FunctionOperation } from "./expression.ts";
import { operationsToDefine } from "./javascript.ts";
import { identifier } from "./spelling.ts";

/** Digits that C reads as a double: 2 is an int. */
export const floatingText = (value: number): string => {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
};

const dialect: Dialect = {
  number: floatingText,
  define: (name, expression) => `const double ${name} = ${expression};`,
  functions: {
    sqrt: "sqrt", exp: "exp", log: "log", log1p: "log1p", sin: "sin", cos: "cos", tan: "tan", sinh: "sinh", cosh: "cosh", tanh: "tanh", asin: "asin", acos: "acos", atan: "atan", abs: "fabs", pow: "pow",
    sign: "re_sign", parity: "re_parity", positivePart: "re_positive_part", modulus: "re_modulus", logModulus: "re_log_modulus", argument: "re_argument", rootRe: "re_root_re", rootIm: "re_root_im",
  },
};

const definitions: Readonly<Partial<Record<FunctionOperation, string>>> = {
  sign: "static double re_sign(double x) { return x > 0 ? 1.0 : x < 0 ? -1.0 : x; }",
  parity: "static double re_parity(double n) { return 1.0 - 2.0 * fabs(fmod(n, 2.0)); }",
  positivePart: "static double re_positive_part(double x) { return x < 0 ? 0.0 : x; }",
  modulus: `static double re_modulus(double x, double y) {
  const double a = fabs(x), b = fabs(y), large = a > b ? a : b, small = a > b ? b : a;
  return large == 0 ? 0.0 : large * sqrt(1.0 + (small / large) * (small / large));
}`,
  logModulus: `static double re_log_modulus(double x, double y) {
  const double a = fabs(x), b = fabs(y), large = a > b ? a : b, small = a > b ? b : a;
  return large > 0.5 && large < 2 ? 0.5 * log1p((large - 1.0) * (large + 1.0) + small * small) : log(re_modulus(x, y));
}`,
  argument: "static double re_argument(double x, double y) { return atan2(y + 0.0, x); }",
  rootRe: `static double re_root_re(double x, double y) {
  const double t = sqrt(0.5 * (re_modulus(x, y) + fabs(x)));
  return x == 0 && y == 0 ? 0.0 : x < 0 ? 0.5 * fabs(y) / t : t;
}`,
  rootIm: `static double re_root_im(double x, double y) {
  const double t = sqrt(0.5 * (re_modulus(x, y) + fabs(x)));
  return x == 0 && y == 0 ? 0.0 : x < 0 ? (y < 0 ? -t : t) : 0.5 * y / t;
}`,
};

const commented = (lines: readonly string[]): string => `/*\n${lines.map((line) => ` * ${inComment(line)}`.trimEnd()).join("\n")}\n */`;

const signature = (name: string, { parameters, complex }: Evaluator): string => {
  const inputs = [...parameters.map((parameter) => `double ${parameter.name}`), ...(complex ? ["double *_re", "double *_im"] : [])];
  return `${complex ? "void" : "double"} ${name}(${inputs.length === 0 ? "void" : inputs.join(", ")})`;
};

const functionName = (prefix: string, entry: ClaimEntry, evaluator?: Evaluator): string => `${prefix}_${evaluator === undefined ? entry.name : formName(entry.name, evaluator.form)}`;

const heading = ({ paper, title }: Collection): readonly string[] =>
  [`Numeric evaluators of the paper '${paper}': ${title}`, "", "Generated from its terms by rederive. C99; link with -lm. Values and results are in SI; inputs are not checked."];

export const cHeaderText = (collection: Collection): string => {
  const prefix = identifier(collection.paper);
  const guard = `REDERIVE_${prefix.toUpperCase()}_H`;
  const about = (evaluator: Evaluator): string =>
    commented([`${evaluator.title}, ${evaluator.form} (${evaluator.source}); ${unitInWords(evaluator)}.`, ...evaluator.parameters.map((parameter) => `${parameter.name}: ${parameterInWords(parameter)}`)]);
  return [
    commented(heading(collection)), `#ifndef ${guard}`, `#define ${guard}\n`, "#ifdef __cplusplus", "extern \"C\" {", "#endif\n",
    ...claimsOf(collection.evaluators, []).flatMap((entry) => [
      ...entry.forms.map((evaluator) => `${about(evaluator)}\n${signature(functionName(prefix, entry, evaluator), evaluator)};\n`),
      `/* The default form of ${inComment(entry.id)}: ${entry.preferred.form}. */\n${signature(functionName(prefix, entry), entry.preferred)};\n`,
    ]),
    "#ifdef __cplusplus", "}", "#endif\n", "#endif\n",
  ].join("\n");
};

export const cSourceText = (collection: Collection): string => {
  const prefix = identifier(collection.paper);
  const used = new Set<FunctionOperation>();
  const bodies = claimsOf(collection.evaluators, []).flatMap((entry) => [
    ...entry.forms.map((evaluator) => {
      const written = write(evaluator.program, dialect, evaluator.parameters.map((parameter) => parameter.name));
      for (const name of written.used) used.add(name);
      const unused = evaluator.parameters.filter((_, k) => !evaluator.program.instructions.some((i) => i.kind === "input" && i.index === k)).map((parameter) => `(void)${parameter.name};`);
      const results = written.im === undefined ? [`return ${written.re};`] : [`const double _a = ${written.re}, _b = ${written.im};`, "*_re = _a;", "*_im = _b;"];
      return `${signature(functionName(prefix, entry, evaluator), evaluator)} {\n${[...unused, ...written.statements, ...results].map((line) => `  ${line}`).join("\n")}\n}\n`;
    }),
    (() => {
      const args = [...entry.preferred.parameters.map((parameter) => parameter.name), ...(entry.preferred.complex ? ["_re", "_im"] : [])].join(", ");
      return `${signature(functionName(prefix, entry), entry.preferred)} { ${entry.preferred.complex ? "" : "return "}${functionName(prefix, entry, entry.preferred)}(${args}); }\n`;
    })(),
  ]);
  return [
    commented(heading(collection)), `#include "${collection.paper}.h"`, "#include <math.h>\n",
    ...operationsToDefine(used).flatMap((name) => definitions[name] ?? []).map((definition) => `${definition}\n`),
    ...bodies,
  ].join("\n");
};
