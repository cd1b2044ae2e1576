/**
 * # Symbols
 *
 * A symbol is its object, not its name: two papers may both have a Δ. It carries all that the paper says of the letter, and is frozen:
 * theorems rest on its assumptions. Families (p_n, δt_{n,σ}, Q(t)) are symbols that take arguments.
 */
import type { Dimension } from "./dimension.ts";
import { dimensionless } from "./dimension.ts";

/**
 * What is known of a value: `sign` is ±1, `integer` any whole number, `operator` does not commute.
 * Without any of them a symbol is a complex number with an independent conjugate.
 */
export type Assumption = "real" | "positive" | "negative" | "nonzero" | "integer" | "sign" | "operator";

export interface PhysicalSymbol {
  /** As typed in derivations: "Δ". */
  readonly name: string;
  /** As typed on a command line: "Delta". */
  readonly ascii: string;
  /** As printed: "\\Delta". For a family the arguments follow. */
  readonly latex: string;
  /** Undefined where nothing was declared; then the dimension is inferred. */
  readonly dimension: Dimension | undefined;
  readonly assume: readonly Assumption[];
  readonly meaning: string;
  /** How a family shows its arguments: as subscripts or in parentheses. Undefined for a plain symbol. */
  readonly arguments: "index" | "function" | undefined;
  /** Number of arguments of a family; 0 for a plain symbol. */
  readonly arity: number;
  /** Printed names of special values, for each argument: θ₁ is θ_a with labels [{ "1": "a", "-1": "b" }]. */
  readonly labels: readonly Readonly<Record<string, string>>[];
}

export interface SymbolOptions {
  readonly latex?: string;
  readonly ascii?: string;
  readonly dimension?: Dimension;
  readonly assume?: Assumption | readonly Assumption[];
  readonly meaning?: string;
  readonly arguments?: "index" | "function";
  readonly arity?: number;
  readonly labels?: readonly Readonly<Record<string, string>>[];
}

/** Fails with a `TypeError` when no value satisfies the assumptions. */
export const physicalSymbol = (name: string, options: SymbolOptions = {}): PhysicalSymbol => {
  const assume = options.assume === undefined ? [] : typeof options.assume === "string" ? [options.assume] : options.assume;
  const [first, second] = excluding.find(([x, y]) => assume.includes(x) && assume.includes(y)) ?? [];
  if (first !== undefined) throw new TypeError(`the symbol '${name}' is assumed ${first} and ${second}: no value is both`);
  return Object.freeze<PhysicalSymbol>({
    name,
    ascii: options.ascii ?? name,
    latex: options.latex ?? name,
    dimension: options.dimension,
    assume: Object.freeze([...assume]),
    meaning: options.meaning ?? "",
    arguments: options.arguments,
    arity: options.arguments === undefined ? 0 : options.arity ?? 1,
    labels: Object.freeze([...(options.labels ?? [])]),
  });
};

const excluding: readonly (readonly [Assumption, Assumption])[] = [
  ["positive", "negative"], ...(["real", "positive", "negative", "nonzero", "integer", "sign"] as const).map((kind) => ["operator", kind] as const),
];

/** Other symbols that are written alike: with other assumptions, and as a fresh bound variable. */
export const standIn = (of: PhysicalSymbol, assume: readonly Assumption[]): PhysicalSymbol => Object.freeze({ ...of, assume: Object.freeze([...assume]) });
export const primed = (of: PhysicalSymbol): PhysicalSymbol => Object.freeze({ ...of, name: `${of.name}′`, ascii: `${of.ascii}_1`, latex: `${of.latex}'` });

const has = (symbol: PhysicalSymbol, kinds: readonly Assumption[]): boolean => {
  for (const assumption of symbol.assume) if (kinds.includes(assumption)) return true;
  return false;
};
const REAL: readonly Assumption[] = ["real", "positive", "negative", "integer", "sign"];
const NONZERO: readonly Assumption[] = ["nonzero", "positive", "negative", "sign"];

export const isSign = (symbol: PhysicalSymbol): boolean => symbol.assume.includes("sign");
export const isIntegerSymbol = (symbol: PhysicalSymbol): boolean => symbol.assume.includes("integer");
export const isPositiveSymbol = (symbol: PhysicalSymbol): boolean => symbol.assume.includes("positive");
export const isNegativeSymbol = (symbol: PhysicalSymbol): boolean => symbol.assume.includes("negative");
export const isRealSymbol = (symbol: PhysicalSymbol): boolean => has(symbol, REAL);
export const isNonzeroSymbol = (symbol: PhysicalSymbol): boolean => has(symbol, NONZERO);
export const isOperator = (symbol: PhysicalSymbol): boolean => symbol.assume.includes("operator");

const constant = (name: string, latex: string, assume: readonly Assumption[], meaning: string): PhysicalSymbol =>
  physicalSymbol(name, { latex, assume, meaning, dimension: dimensionless });

/** i with i² = −1. */
export const imaginaryUnit = constant("i", "i", ["nonzero"], "imaginary unit");
export const circleConstant = constant("π", "\\pi", ["positive"], "circle constant");
/** Only as the end of a range; never a number. */
export const infinitySymbol = constant("∞", "\\infty", ["positive"], "infinity");
