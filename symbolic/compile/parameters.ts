/**
 * # Parameters of an evaluator
 *
 * Every free symbol and every member of a family (θ₁, a₋, p_σ(0)) is one real input with a name that is an identifier of JavaScript, C and Python. A letter
 * without an assumption that makes it real is complex: its real and imaginary part are two inputs, `…_re` and `…_im`.
 * Values are in SI.
 */
import type { Dimension } from "../expr/dimension.ts";
import type { CallTerm, SymbolTerm } from "../expr/expr.ts";
import { isRealSymbol, type Assumption, type PhysicalSymbol } from "../expr/symbol.ts";
import { identifier, printed, shown, spoken, uniqueName } from "./spelling.ts";
import { unitOf } from "./unit.ts";

/** What a value must satisfy beside being a finite number. */
export type Requirement = "finite" | "positive" | "negative" | "nonzero" | "integer" | "positive-integer" | "nonzero-integer" | "sign";

export interface EvaluatorParameter {
  /** The name by which a value is given: "theta_a". */
  readonly name: string;
  /** As derivations write it: "θ[1]". */
  readonly symbolName: string;
  readonly latex: string;
  /** SI unit, "1" for a pure number; undefined where no dimension was declared. */
  readonly unit: string | undefined;
  readonly dimension: Dimension | undefined;
  readonly meaning: string;
  readonly assume: readonly Assumption[];
  readonly requirement: Requirement;
}

/** A symbol, or a family with its indices. */
export type Letter = SymbolTerm | CallTerm;

export interface Input { readonly letter: Letter; readonly symbol: PhysicalSymbol; readonly part: "whole" | "re" | "im" }

export const inputsOf = (letter: Letter, symbol: PhysicalSymbol): readonly Input[] =>
  (isRealSymbol(symbol) ? [{ letter, symbol, part: "whole" }] : [{ letter, symbol, part: "re" }, { letter, symbol, part: "im" }]);

const requirementOf = (symbol: PhysicalSymbol): Requirement => {
  const has = (assumption: Assumption): boolean => symbol.assume.includes(assumption);
  if (has("sign")) return "sign";
  if (has("integer")) return has("positive") ? "positive-integer" : has("nonzero") ? "nonzero-integer" : "integer";
  return has("positive") ? "positive" : has("negative") ? "negative" : has("nonzero") && isRealSymbol(symbol) ? "nonzero" : "finite";
};

/** Integers and signs take separate values: there is no derivative by them. */
export const hasDerivative = ({ requirement }: EvaluatorParameter): boolean =>
  requirement !== "integer" && requirement !== "positive-integer" && requirement !== "nonzero-integer" && requirement !== "sign";

/** The condition in words, for messages and docstrings. */
export const requirementInWords: Readonly<Record<Requirement, string>> = {
  finite: "a finite number", positive: "a number > 0", negative: "a number < 0", nonzero: "a number other than 0", integer: "a whole number", "positive-integer": "a whole number > 0",
  "nonzero-integer": "a whole number other than 0", sign: "+1 or -1",
};

const describe = ({ letter, symbol, part }: Input, name: string): EvaluatorParameter => ({
  name,
  symbolName: part === "whole" ? shown(letter) : `${part}(${shown(letter)})`,
  latex: part === "whole" ? printed(letter) : `\\mathrm{${part === "re" ? "Re" : "Im"}}\\,${printed(letter)}`,
  unit: symbol.dimension === undefined ? undefined : unitOf(symbol.dimension),
  dimension: symbol.dimension,
  meaning: part === "whole" ? symbol.meaning : `${part === "re" ? "real" : "imaginary"} part of: ${symbol.meaning}`,
  assume: part === "whole" ? symbol.assume : ["real"],
  requirement: part === "whole" ? requirementOf(symbol) : "finite",
});

export interface Named { readonly parameters: readonly EvaluatorParameter[]; /** What each parameter gives. */ readonly inputs: readonly Input[]; /** The place of each input among the parameters. */ readonly places: readonly number[] }

/** Unique names, and the parameters in their order. */
export const nameParameters = (inputs: readonly Input[]): Named => {
  const taken = new Set<string>();
  const named = inputs.map((input, place) => {
    const base = spoken(input.letter);
    const name = uniqueName(identifier(input.part === "whole" ? base : `${base}_${input.part}`), taken);
    taken.add(name);
    return { parameter: describe(input, name), input, place };
  }).toSorted((a, b) => (a.parameter.name < b.parameter.name ? -1 : 1));
  const places: number[] = [];
  named.forEach(({ place }, k) => { places[place] = k; });
  return { parameters: named.map(({ parameter }) => parameter), inputs: named.map(({ input }) => input), places };
};
