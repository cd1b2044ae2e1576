/**
 * # Cases
 *
 * Engines know neither c² = 1 nor that n is a whole number. So an equation is put to them once for every value of its signs and once for
 * every residue of the integers that stand in phases: exp(iπnp/q), sin, cos and tan of such phases, (−1)ⁿ and iⁿ depend on n modulo 2q only.
 * Outside phases an integer symbol stays a letter. Finite sums are written out.
 *
 * - `caseSplit`: the cases of some terms that belong together. An equation holds if it holds in all of them.
 *
 * Fails with `Untranslatable` when there are too many cases.
 */
import { I, int, MINUS_ONE, PI, product, splitCoefficient, written, ZERO } from "../expr/build.ts";
import type { BinderTerm, Expr } from "../expr/expr.ts";
import { isIntegerSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { freeSymbols, substitute, subterms, summands, transform, withChildren } from "../expr/walk.ts";
import { isInteger } from "../number/rational.ts";
import { slopeIn } from "./forms.ts";
import { Untranslatable } from "./opinion.ts";

export interface Case {
  readonly terms: readonly Expr[];
  /** "c = 1, n ≡ 3 mod 4", empty when there is only one case. */
  readonly says: string;
  /** What an integer symbol is modulo what; numeric values must respect it. */
  readonly residues: ReadonlyMap<PhysicalSymbol, Residue>;
}
export interface Residue { readonly residue: number; readonly modulus: number }

const MOST_CASES = 64;
const MOST_TERMS = 64;

export const caseSplit = (terms: readonly Expr[]): readonly Case[] => {
  const signed = signCases(terms.map(writeOutSums));
  const cases = signed.flatMap((one) => residueCases({ ...one, terms: one.terms.map(writeOutSums) }));
  if (cases.length > MOST_CASES) throw new Untranslatable(`more than ${MOST_CASES} cases`);
  return cases;
};

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");

const signCases = (terms: readonly Expr[]): readonly Case[] => {
  const signs = [...new Set(terms.flatMap(freeSymbols))].filter((s) => isSign(s) && s.arguments === undefined);
  if (2 ** signs.length > MOST_CASES) throw new Untranslatable(`more than ${MOST_CASES} combinations of signs`);
  return signs.reduce<readonly Case[]>((cases, s) => cases.flatMap((one) => [1, -1].map((value): Case => ({
    ...one, terms: one.terms.map((term) => substitute(term, new Map([[s, int(value)]]))), says: joined(one.says, `${s.name} = ${value}`),
  }))), [{ terms, says: "", residues: new Map() }]);
};

/** Sums over a short literal range become plain sums, innermost first. */
const writeOutSums = (term: Expr): Expr => transform(term, (node) => (node.kind === "binder" && node.head === "sum" ? writtenOut(node) ?? node : node));

const writtenOut = ({ bound, args: [body, from, to] }: BinderTerm): Expr | undefined => {
  const [first, last] = [wholeNumber(from), wholeNumber(to)];
  if (body === undefined || first === undefined || last === undefined || last - first >= MOST_TERMS) return undefined;
  return written.sum(summands(body, bound, first, last));
};

const wholeNumber = (e: Expr | undefined): number | undefined =>
  e?.kind === "number" && isInteger(e.value) && typeof e.value.numerator === "number" ? e.value.numerator : undefined;

// ---- integers in phases --------------------------------------------------------------------------------------------------------

const residueCases = (one: Case): readonly Case[] => {
  const integers = [...new Set(one.terms.flatMap(freeSymbols))].filter((s) => isIntegerSymbol(s) && s.arguments === undefined);
  return integers.reduce<readonly Case[]>((cases, n) => cases.flatMap((c) => splitBy(c, n)), [one]);
};

const splitBy = (one: Case, n: PhysicalSymbol): readonly Case[] => {
  const modulus = one.terms.flatMap((term) => subterms(term).flatMap((node) => phasePeriod(node, n) ?? [])).reduce(leastCommonMultiple, 1);
  if (modulus === 1) return [one];
  if (modulus > MOST_CASES) throw new Untranslatable(`the phases have ${modulus} residue classes of '${n.name}'`);
  return Array.from({ length: modulus }, (_, residue): Case => ({
    terms: one.terms.map((term) => atResidue(term, n, residue)),
    says: joined(one.says, `${n.name} ≡ ${residue} mod ${modulus}`),
    residues: new Map([...one.residues, [n, { residue, modulus }]]),
  }));
};

/** In phases, and only there, the residue takes the place of the symbol. */
const atResidue = (term: Expr, n: PhysicalSymbol, residue: number): Expr => {
  const done = new Map<Expr, Expr>();
  const visit = (node: Expr): Expr => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = node.kind === "number" || node.kind === "symbol" ? node
      : phasePeriod(node, n) !== undefined ? substitute(node, new Map([[n, int(residue)]])) : withChildren(node, node.args.map(visit));
    done.set(node, result);
    return result;
  };
  return visit(term);
};

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;

/** The period in n of a function of a phase; undefined where n is absent or the node is no phase of it. */
const phasePeriod = (node: Expr, n: PhysicalSymbol): number | undefined => {
  if (node.kind === "power" && (node.args[0] === MINUS_ONE || node.args[0] === I)) {
    const slope = slopeIn(node.args[1], n);
    return slope?.kind === "number" && slope !== ZERO && isInteger(slope.value) && isWholeAtZero(node.args[1], n) ? (node.args[0] === I ? 4 : 2) : undefined;
  }
  if (node.kind !== "call" || node.args.length !== 1 || node.args[0] === undefined) return undefined;
  const slope = slopeIn(node.args[0], n);
  if (slope === undefined || slope === ZERO) return undefined;
  const [rate, unit] = splitCoefficient(slope);
  const isPhase = node.head === "exp" ? unit === product(I, PI) : (node.head === "sin" || node.head === "cos" || node.head === "tan") && unit === PI;
  return isPhase ? 2 * Number(rate.denominator) : undefined;
};

/** (−1)^(n + y) is a phase only when y is whole too: then (−1)^(a+b) = (−1)^a·(−1)^b holds for the principal value. */
const isWholeAtZero = (exponent: Expr, n: PhysicalSymbol): boolean => {
  const whole = (e: Expr): boolean => wholeNumber(e) !== undefined || (e.kind === "symbol" && (e.symbol === n || isIntegerSymbol(e.symbol))) || ((e.kind === "sum" || e.kind === "product") && e.args.every(whole));
  return whole(exponent);
};
