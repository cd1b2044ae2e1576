/**
 * # Formulas of the paper, by numbers
 *
 * What was derived and what is printed, evaluated at the values that the brute force measured. Letters are given by the names of the paper's
 * symbol table, members of families with their indices: { Δ: 3.2, "a_[1]": 5, "θ[1]": -1.2 }.
 *
 * - `derived`, `printed`: a relation of a claim; `exactly`: the derived formula before its last expansion; `line`, `lemma`: steps on the way.
 * - `verdictOf`: the model verdict of a relation; `holds`: whether it agrees with the print; `ratioOf`: its derived ÷ printed; `nextTermOf`: the first term that a derived expansion leaves out.
 * - `lettersOf`: the letters that a cluster fixes, measured on it: levels and states by diagonalisation, a_l and a_t by numerical differentiation.
 */
import urazhdin from "../../derivations/urazhdin/index.ts";
import { checkDerivation } from "../../symbolic/derive/check.ts";
import type { Derivation } from "../../symbolic/derive/derivation.ts";
import { judge, openSession } from "../../symbolic/derive/judge.ts";
import { claimOf, derivationsOf } from "../../symbolic/derive/paper.ts";
import { agrees, type Verdict } from "../../symbolic/derive/verdict.ts";
import { symbol } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { physicalSymbol } from "../../symbolic/expr/symbol.ts";
import { transform } from "../../symbolic/expr/walk.ts";
import { seriesOf, type Weights } from "../../symbolic/kernel/taylor.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { complex, doubleValue, type Complex } from "../../symbolic/oracle/doubles.ts";
import { expandSums } from "../../symbolic/theory/orbitals.ts";
import type { Cluster } from "./bruteForce/cluster.ts";
import { overlap } from "./bruteForce/hermitian.ts";
import { slopesOfHopping } from "./bruteForce/hopping.ts";
import { chiralOrbital, restStates } from "./bruteForce/states.ts";

export type Values = Readonly<Record<string, number | Complex>>;

const session = openSession(urazhdin);

const claimNamed = (id: string) => claimOf(urazhdin, id) ?? ((): never => { throw new RangeError(`the paper has no claim '${id}'`); })();

/** Stands for a time average in a formula that leaves it open; its value is given as "average". */
const average = symbol(physicalSymbol("average"));
const withoutAverages = (e: Expr): Expr => transform(e, (node) => (node.kind === "binder" && node.head === "average" ? average : node));

/** The value of a term; every letter in it needs a value. */
const valueOf = (e: Expr, values: Values): Complex => {
  const value = doubleValue(expandSums(withoutAverages(e)), (node, args) => {
    const head = node.kind === "symbol" ? node.symbol : node.kind === "call" && typeof node.head !== "string" ? node.head : undefined;
    if (head === undefined) return undefined;
    const name = args.length === 0 ? head.name : `${head.name}[${args.map((arg) => arg.re).join(", ")}]`;
    const given = values[name];
    if (given === undefined) throw new RangeError(`no value for ${name} in ${infix(e)}`);
    return typeof given === "number" ? complex(given) : given;
  });
  if (Number.isNaN(value.re) || Number.isNaN(value.im)) throw new RangeError(`no value of ${infix(e)}`);
  return value;
};

const real = (value: Complex, of: string): number => {
  if (Math.abs(value.im) > 1e-12 * Math.abs(value.re)) throw new RangeError(`${of} is not real: ${value.re} + ${value.im} i`);
  return value.re;
};

export const verdictOf = (claim: string, relation?: number): Verdict => {
  const { model } = judge(session, claimNamed(claim));
  return relation === undefined || model.parts.length === 0 ? model : model.parts[relation] ?? ((): never => { throw new RangeError(`${claim} has no relation ${relation + 1}`); })();
};

/** Whether the model bears the claim out, exactly or to its order. */
export const holds = (claim: string): boolean => agrees(verdictOf(claim));

const printedTerm = (claim: string, relation = 0): Expr => {
  const assertion = claimNamed(claim).asserts[relation];
  if (assertion === undefined || (assertion.kind !== "equal" && assertion.kind !== "expansion")) throw new RangeError(`${claim} prints no equation number ${relation + 1}`);
  return assertion.right;
};

export const printedComplex = (claim: string, values: Values, relation?: number): Complex => valueOf(printedTerm(claim, relation), values);
export const printed = (claim: string, values: Values, relation?: number): number => real(printedComplex(claim, values, relation), `the printed ${claim}`);

export const ratioOf = (claim: string, values: Values, relation?: number): number => {
  const { ratio } = verdictOf(claim, relation);
  if (ratio === undefined) throw new RangeError(`the verdict on ${claim} names no ratio`);
  return real(valueOf(ratio, values), `the ratio of ${claim}`);
};

const proved = (derivation: Derivation) => {
  const checked = checkDerivation(session.checker, derivation);
  if (checked.kind === "failed") throw new Error(checked.message);
  return checked;
};

const modelDerivation = (claim: string, relation: number): Derivation =>
  derivationsOf(urazhdin, claimNamed(claim), "model").find((d) => d.part === relation) ?? ((): never => { throw new RangeError(`${claim} has no model derivation of relation ${relation + 1}`); })();

/** The last line of the model derivation, which is the `derived` of the verdict. */
export const derivedTerm = (claim: string, relation = 0): Expr => proved(modelDerivation(claim, relation)).final;
export const derivedComplex = (claim: string, values: Values, relation?: number): Complex => valueOf(derivedTerm(claim, relation), values);
export const derived = (claim: string, values: Values, relation?: number): number => real(derivedComplex(claim, values, relation), `the derived ${claim}`);

export const exactlyComplex = (claim: string, values: Values, relation = 0): Complex => valueOf(proved(modelDerivation(claim, relation)).exactFinal, values);
export const exactly = (claim: string, values: Values, relation = 0): number => real(exactlyComplex(claim, values, relation), `the exact form of ${claim}`);

/** A line of the derivation, counted from 0. */
export const line = (claim: string, k: number, values: Values, relation = 0): number => {
  const { lines } = proved(modelDerivation(claim, relation));
  return real(valueOf((lines[k] ?? ((): never => { throw new RangeError(`the derivation of ${claim} has no line ${k + 1}`); })()).formula, values), `line ${k + 1} of ${claim}`);
};

export const lemma = (derivation: Derivation, values: Values): number => real(valueOf(proved(derivation).final, values), derivation.title);

/** The first term beyond the stated order in the power counting of the printed expansion, from the derived formula before its expansion. */
export const nextTermOf = (claim: string, values: Values, relation = 0): { readonly order: number; readonly value: number } => {
  const assertion = claimNamed(claim).asserts[relation];
  if (assertion?.kind !== "expansion") throw new RangeError(`${claim} prints no expansion`);
  const weights: Weights = assertion.weights;
  const series = seriesOf(proved(modelDerivation(claim, relation)).exactFinal, weights, {});
  for (const order of series.orders(rational(assertion.through + 4))) {
    const power = Number(order.numerator) / Number(order.denominator);
    const value = real(valueOf(series.at(order), values), `the term of order ${power} of ${claim}`);
    if (power > assertion.through && value !== 0) return { order: power, value };
  }
  throw new RangeError(`${claim} has no next term`);
};

/**
 * ħ = e = μ_B = 1, eV, nm. d_σ stands for (d_xz + iσ d_yz)/√2, and every ψ has a positive component on oxygen 4: then sin θ is the component on d_σ.
 */
export const lettersOf = (cluster: Cluster): Values => {
  const rest = restStates(cluster);
  const angle = (state: { readonly re: Float64Array; readonly im: Float64Array }): number => {
    const onTitanium = overlap(chiralOrbital(1), state).re;
    return Math.asin(onTitanium);
  };
  const { hopping, along, across } = slopesOfHopping(cluster);
  return {
    ħ: 1, e: 1, μB: 1, Ed: cluster.dLevel, tOO: cluster.oxygenHopping, tTiO: hopping, rTiO: cluster.distance, a: 2 * cluster.distance, Vpdπ: -Math.SQRT2 * hopping,
    μ1: -((2 * cluster.distance) ** 2) * cluster.oxygenHopping / 2,
    "E[1]": rest.antibonding[1].energy, "E[-1]": rest.bonding[1].energy, "En[1]": rest.n1.energy, "En[-1]": rest.n2.energy,
    Δ: rest.antibonding[1].energy - rest.n2.energy, "gap[1]": rest.antibonding[1].energy - rest.n1.energy, "gap[-1]": rest.antibonding[1].energy - rest.n2.energy,
    "θ[1]": angle(rest.antibonding[1].state), "θ[-1]": angle(rest.bonding[1].state),
    al: along, at: across, "a_[1]": (along + across) / 2, "a_[-1]": (along - across) / 2,
  };
};
