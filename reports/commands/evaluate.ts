/**
 * # rederive eval
 *
 * One number: `--set` takes SI values, or `value[unit]` with a unit of the right dimension.
 */
import { dimensionText, equalDimensions, judge, multiplyRational, nearestDouble, openSession, parseRational, readUnit, unitsMeasuring, type Dimension, type EvaluatorParameter, type Form, type Rational } from "../../symbolic/index.ts";
import { claimCalled, select } from "../check.ts";
import { certifiedNumber } from "../certifiedNumber.ts";
import type { Terminal } from "../cli.ts";
import { discover, InputError, loadPapers } from "../discover.ts";
import { compileForm, type CompiledForm } from "../forms.ts";
import { nearest } from "../text.ts";
import type { CommonOptions } from "./inspect.ts";

export interface EvalOptions extends CommonOptions { readonly form: Form; readonly set: readonly string[]; readonly part?: number }

export const evalCommand = async (terminal: Terminal, target: string, options: EvalOptions): Promise<number> => {
  const [selected] = select([target], discover(options.papers));
  const [id] = selected?.claims ?? [];
  if (selected === undefined || id === undefined) throw new InputError(`'${target}' names no claim\n  expected  paper:claim, such as ${target}:eq1`);
  const [paper] = await loadPapers([selected.folder]);
  if (paper === undefined) throw new InputError(`the paper of '${target}' cannot be loaded`);
  const claim = claimCalled(paper, id);
  const session = openSession(paper);
  // Without settings, a claim that prints a number gives the number that the derivation arrives at.
  const printedNumber = options.set.length === 0 && options.part === undefined ? claim.asserts.findIndex((assertion) => assertion.kind === "digits") : -1;
  const compiled = printedNumber >= 0 ? compileForm(session, claim, options.form, printedNumber, "number")
    : options.part === undefined ? compileForm(session, claim, options.form) : compileForm(session, claim, options.form, options.part - 1);
  const exact = new Map([...compiled.exactDefaults, ...readSettings(options.set, compiled)]);
  const parameters = Object.fromEntries([...exact].map(([name, given]) => [name, nearestDouble(given)]));
  const value = certifiedNumber(compiled.evaluator, exact);
  const { unit } = compiled;
  const verdict = options.form === "printed" ? undefined : judge(session, claim)[options.form].kind;
  if (options.json) terminal.write(`${JSON.stringify({ schema: "rederive/eval@1", claim: `${paper.id}:${claim.id}`, form: options.form, part: compiled.part + 1, value, unit: unit ?? null, parameters, ...(verdict === undefined ? {} : { verdict }) })}\n`);
  else terminal.write(`${typeof value === "number" ? shown(value) : `${shown(value.re)} ${value.im < 0 ? "-" : "+"} ${shown(Math.abs(value.im))}i`}${unit === "1" || unit === undefined ? "" : ` ${unit}`}\n`);
  return 0;
};

/** Without zeros that would pass for figures. */
const shown = (value: number): string => (Math.abs(value) > Number.MAX_SAFE_INTEGER ? value.toExponential() : String(value));

const readSettings = (texts: readonly string[], compiled: CompiledForm): ReadonlyMap<string, Rational> => {
  const given = new Map<string, { readonly text: string; readonly value: Rational }>();
  for (const text of texts) {
    const [name, value] = readSetting(text, compiled);
    const before = given.get(name);
    if (before !== undefined) throw new InputError(`--set ${text}: '${name}' is set twice\n  expected  one value for each parameter\n  found     --set ${before.text} and --set ${text}\n  try       leaving one of them out`);
    given.set(name, { text, value });
  }
  return new Map([...given].map(([name, { value }]) => [name, value]));
};

/** "Delta=3.2[eV]" or "Delta=5.1e-19". */
const readSetting = (text: string, { evaluator }: CompiledForm): readonly [string, Rational] => {
  const match = /^\s*([^=\s]+)\s*=\s*([^[\]\s]+)\s*(?:\[\s*([^\]]*)\s*\])?\s*$/.exec(text);
  const [, name, digits, unit] = match ?? [];
  if (name === undefined || digits === undefined) throw new InputError(`--set ${text}: not readable\n  expected  name=value or name=value[unit], such as Delta=3.2[eV]`);
  const parameter = evaluator.parameters.find((p) => p.name === name || p.symbolName === name);
  if (parameter === undefined) {
    const names = evaluator.parameters.map((p) => p.name);
    throw new InputError(`--set ${text}: ${evaluator.id} (${evaluator.form}) has no parameter '${name}'\n  known     ${names.length === 0 ? "none: the value is fixed" : names.join(", ")}${nearest(name, names)}`);
  }
  return [parameter.name, inSI(text, digits, unit, parameter)];
};

const inSI = (text: string, digits: string, unit: string | undefined, parameter: EvaluatorParameter): Rational => {
  const exact = parseRational(digits.replace(/^\+/, ""));
  if (exact === undefined) throw new InputError(`--set ${text}: '${digits}' is not a finite number\n  expected  a number such as 3.2 or 1e-19`);
  if (unit === undefined) return exact;
  const known = readUnit(unit);
  if (known === undefined) throw new InputError(`--set ${text}: unknown unit '${unit}'\n  expected  a product of SI units with prefixes, such as ${parameter.unit ?? "1"}, eV, nm, ps, meV/nm${knownUnits(parameter)}`);
  if (parameter.dimension !== undefined && !equalDimensions(known.dimension, parameter.dimension)) {
    throw new InputError(`--set ${text}: the unit '${unit}' does not measure '${parameter.name}' (${parameter.meaning})\n  expected  the dimension ${dimensionText(parameter.dimension)}\n  found     ${dimensionText(known.dimension)}${knownUnits(parameter)}${meantAngstrom(unit, parameter.dimension)}`);
  }
  return multiplyRational(exact, known.factor);
};

/** Units that measure the parameter: by name, else its SI unit and the same with electronvolts and nanometres. */
const knownUnits = ({ dimension, unit }: EvaluatorParameter): string => {
  if (dimension === undefined) return "";
  const named = unitsMeasuring(dimension);
  const products = unit === undefined ? [] : [unit, unit.replace(/\bJ\b/, "eV").replace(/\bm\b/, "nm")];
  const known = named.length > 0 ? named : [...new Set(products)].filter((name) => readUnit(name) !== undefined);
  return known.length === 0 ? "" : `\n  known     ${known.join(", ")}`;
};

/** A is the ampere. */
const meantAngstrom = (unit: string, dimension: Dimension): string => {
  const other = unit.replace(/\bA\b/g, "angstrom");
  const meant = other === unit ? undefined : readUnit(other);
  return meant === undefined || !equalDimensions(meant.dimension, dimension) ? "" : `\n  did you mean '${other}'? A is the ampere`;
};
