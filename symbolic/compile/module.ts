/**
 * # Generated modules
 *
 * `moduleText` is a standalone ES module: no imports, no evaluated text, one documented export for each claim. The export is the evaluator of the
 * default form and has the others beside it: `eq8.scalar({…})`, `eq8.batch(columns, out)`, `eq8.gradient({…})`, `eq8.parameters`, `eq8.unit`,
 * `eq8.source`, and `eq8.printed`, `eq8.chain`, `eq8.model` of the same shape. `declarationText` is its `.d.ts`.
 */
import { claimsOf, formName, inComment, parameterInWords, unitInWords, type ClaimEntry, type Collection } from "./claims.ts";
import type { Evaluator } from "./evaluator.ts";
import { hasDerivative } from "./parameters.ts";
import { moduleNames, standaloneSupport } from "./standalone.ts";

const forms = { printed: "as printed", chain: "from the printed predecessors", model: "from the premises of the model" } as const;

const docLines = (lines: readonly string[], indent = ""): string => [`${indent}/**`, ...lines.map((line) => `${indent} * ${inComment(line)}`.trimEnd()), `${indent} */`].join("\n");

const aboutForm = (evaluator: Evaluator): readonly string[] => [
  `${evaluator.title}, ${forms[evaluator.form]} (${evaluator.source}); ${unitInWords(evaluator)}${evaluator.complex ? ", complex" : ""}.`,
];

const aboutClaim = (entry: ClaimEntry): readonly string[] => [
  ...aboutForm(entry.preferred),
  ...(entry.forms.length > 1 ? [`Forms: ${entry.forms.map((evaluator) => evaluator.form).join(", ")}; the default is ${entry.preferred.form}.`] : []),
];

/** Data of an evaluator as a literal; JSON leaves out what is undefined. */
const data = ({ id, form, title, source, unit, complex, parameters }: Evaluator): string => JSON.stringify({
  id, form, title, source, unit, complex,
  parameters: parameters.map(({ name, symbolName, latex, unit: own, meaning, assume, requirement }) => ({ name, symbolName, latex, unit: own, meaning, assume, requirement })),
}, undefined, 1).replace(/\n\s*/g, " ");

const heading = ({ paper, title }: Collection): readonly string[] => [
  `Numeric evaluators of the paper '${paper}': ${title}`,
  "",
  "Generated from its terms by rederive. Values and results are in SI. Inputs are checked; what does not fit throws an EvaluatorInputError.",
];

export const moduleText = (collection: Collection): string => {
  const claims = claimsOf(collection.evaluators, moduleNames);
  return [
    docLines(heading(collection)),
    standaloneSupport,
    ...claims.flatMap((entry) => [
      ...entry.forms.map((evaluator) => `const ${formName(entry.name, evaluator.form)} = /* @__PURE__ */ _evaluator(${data(evaluator)}, ${evaluator.javascript}, ${evaluator.gradientJavascript()});\n`),
      docLines([...aboutClaim(entry), ...entry.preferred.parameters.map((parameter) => `- ${parameter.name}: ${parameterInWords(parameter)}`)]),
      `export const ${entry.name} = /* @__PURE__ */ _claim(${formName(entry.name, entry.preferred.form)}, { ${entry.forms.map(({ form }) => `${form}: ${formName(entry.name, form)}`).join(", ")} });\n`,
    ]),
    docLines(["All claims by their id within the paper."]),
    `export const claims = /* @__PURE__ */ Object.freeze({ ${claims.map((entry) => `${JSON.stringify(entry.id.slice(entry.id.indexOf(":") + 1))}: ${entry.name}`).join(", ")} });\n`,
  ].join("\n");
};

const declarations = `export interface ComplexValue { readonly re: number; readonly im: number }
export interface ComplexColumns { readonly re: Float64Array; readonly im: Float64Array }
/** The same names with a column, or a number for what is constant. */
export type Columns<Values> = { readonly [Name in keyof Values]: Float64Array | number };

export interface Parameter {
  /** The name by which a value is given. */
  readonly name: string;
  readonly symbolName: string;
  readonly latex: string;
  /** SI unit, "1" for a pure number; undefined where none is declared. */
  readonly unit: string | undefined;
  readonly meaning: string;
  readonly assume: readonly string[];
  readonly requirement: string;
}

export interface About {
  readonly id: string;
  readonly form: "printed" | "chain" | "model";
  readonly title: string;
  /** Where the formula comes from. */
  readonly source: string;
  /** SI unit of the value, "1" for a pure number; undefined where the formula has none. */
  readonly unit: string | undefined;
  readonly parameters: readonly Parameter[];
}

/** \`Discrete\`: the parameters that are integers or signs, by which there is no derivative. */
export interface RealEvaluator<Values, Discrete extends keyof Values = never> extends About {
  readonly complex: false;
  readonly scalar: (values: Values) => number;
  /** The value and its exact derivatives, in the unit of the value over that of the parameter. */
  readonly gradient: (values: Values) => { readonly value: number; readonly gradient: { readonly [Name in Exclude<keyof Values, Discrete>]: number } };
  /** Row by row into \`out\`; \`out\` may be one of the columns. */
  readonly batch: (columns: Columns<Values>, out: Float64Array) => void;
}

export interface ComplexEvaluator<Values, Discrete extends keyof Values = never> extends About {
  readonly complex: true;
  readonly scalar: (values: Values) => ComplexValue;
  /** The value and the exact derivatives of its parts, in the unit of the value over that of the parameter. */
  readonly gradient: (values: Values) => { readonly value: ComplexValue; readonly gradient: { readonly [Name in Exclude<keyof Values, Discrete>]: ComplexValue } };
  /** Row by row into \`out\`. */
  readonly batch: (columns: Columns<Values>, out: ComplexColumns) => void;
}

/** A value does not fit. The message says where, what was expected, what was found, and what to try. */
export declare class EvaluatorInputError extends Error {}
`;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const valuesName = (entry: ClaimEntry, evaluator: Evaluator): string => `${capitalized(entry.name)}${capitalized(evaluator.form)}Values`;
const typeName = (entry: ClaimEntry, evaluator: Evaluator): string => {
  const discrete = evaluator.parameters.filter((parameter) => !hasDerivative(parameter)).map(({ name }) => JSON.stringify(name));
  return `${evaluator.complex ? "Complex" : "Real"}Evaluator<${[valuesName(entry, evaluator), ...(discrete.length === 0 ? [] : [discrete.join(" | ")])].join(", ")}>`;
};

export const declarationText = (collection: Collection): string => {
  const claims = claimsOf(collection.evaluators, moduleNames);
  return [
    docLines(heading(collection)),
    declarations,
    ...claims.flatMap((entry) => [
      ...entry.forms.map((evaluator) => [
        docLines([`Parameters of ${entry.id}, ${forms[evaluator.form]}.`]),
        `export interface ${valuesName(entry, evaluator)} {`,
        ...evaluator.parameters.flatMap((parameter) => [`  /** ${inComment(parameterInWords(parameter))} */`, `  readonly ${parameter.name}: number;`]),
        "}\n",
      ].join("\n")),
      docLines(aboutClaim(entry)),
      `export declare const ${entry.name}: ${typeName(entry, entry.preferred)} & {`,
      ...entry.forms.flatMap((evaluator) => [docLines(aboutForm(evaluator), "  "), `  readonly ${evaluator.form}: ${typeName(entry, evaluator)};`]),
      "};\n",
    ]),
    docLines(["All claims by their id within the paper."]),
    `export declare const claims: { ${claims.map((entry) => `readonly ${JSON.stringify(entry.id.slice(entry.id.indexOf(":") + 1))}: typeof ${entry.name}`).join("; ")} };\n`,
  ].join("\n");
};
