/**
 * # Driven levels for tests
 *
 * - `modelOf(n)`: n levels, two to four, every quantity a letter of its own; `valuesOf` gives the letters the numbers of a drawn model.
 * - `drawn`, `drawnFrom`: random levels, rates, drives and an observable; `close`, `near`: equality to a relative tolerance.
 * - `realDrive`: a Hermitian perturbation for the kernel, energies E1, E2 …, occupations f1 …, widths h1 …, couplings V12 …, ω = w, η_p = p.
 */
import fc from "fast-check";
import { symbol } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { adjoint, matrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { physicalSymbol, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { field, isTheorem } from "../../symbolic/kernel/theorem.ts";
import { complex, doubleValue, modulusOf, subtract, type Complex } from "../../symbolic/oracle/doubles.ts";
import { densityResponse, type DensityResponse, type Drive, type DrivenSystem } from "../../symbolic/theory/densityMatrix.ts";
import { populationWidths, relaxationRates } from "../../symbolic/theory/relaxation.ts";
import { letters } from "../kernel/declare.ts";
import { largest, minus } from "../physics/bruteForce/complexMatrix.ts";
import type { Matrix as NumericMatrix } from "../physics/bruteForce/hermitian.ts";
import type { DrivenLevels } from "../physics/bruteForce/liouville.ts";

export const driveNames = ["a", "b", "c"] as const;
export const places = (n: number): readonly number[] => Array.from({ length: n }, (_, k) => k);

/** Every quantity a letter of its own; rates symmetric. */
export interface Lettered { readonly system: DrivenSystem; readonly response: DensityResponse; readonly operator: Matrix; readonly frequencies: readonly PhysicalSymbol[]; readonly valuesOf: (model: DrivenLevels, observed: NumericMatrix) => ReadonlyMap<PhysicalSymbol, Complex> }

const lettered = (n: number): Lettered => {
  const known = new Map<string, PhysicalSymbol>();
  const letter = (name: string): PhysicalSymbol => {
    const found = known.get(name) ?? physicalSymbol(name);
    known.set(name, found);
    return found;
  };
  const square = (name: string): Matrix => matrix(places(n).map((m) => places(n).map((k) => symbol(letter(`${name}${m}${k}`)))));
  const list = (name: string): readonly Expr[] => places(n).map((m) => symbol(letter(`${name}${m}`)));
  const system: DrivenSystem = {
    energies: list("E"), occupations: list("f"), relaxation: relaxationRates(matrix(places(n).map((m) => places(n).map((k) => symbol(letter(`g${Math.min(m, k)}${Math.max(m, k)}`)))))),
    drives: driveNames.map((name) => ({ name, coupling: square(name), frequency: symbol(letter(`w${name}`)) })),
  };
  return {
    system, response: densityResponse(system), operator: square("o"), frequencies: driveNames.map((name) => letter(`w${name}`)),
    valuesOf: (model, observed) => {
      const values = new Map<PhysicalSymbol, Complex>();
      places(n).forEach((m) => {
        values.set(letter(`E${m}`), complex(model.energies[m]!)).set(letter(`f${m}`), complex(model.occupations[m]!));
        places(n).forEach((k) => {
          values.set(letter(`g${m}${k}`), complex(model.rates[m]![k]!)).set(letter(`o${m}${k}`), complex(observed.re[m * n + k]!, observed.im[m * n + k]));
          model.drives.forEach(({ coupling }, a) => values.set(letter(`${driveNames[a]!}${m}${k}`), complex(coupling.re[m * n + k]!, coupling.im[m * n + k])));
        });
      });
      model.drives.forEach(({ frequency }, a) => values.set(letter(`w${driveNames[a]!}`), frequency));
      return values;
    },
  };
};
const models = new Map([2, 3, 4].map((n) => [n, lettered(n)]));
export const modelOf = (n: number): Lettered => models.get(n)!;

export type Values = ReadonlyMap<PhysicalSymbol, Complex>;
export const valueOf = (e: Expr, values: Values): Complex => {
  const value = doubleValue(e, (node) => (node.kind === "symbol" ? values.get(node.symbol) : undefined));
  if (Number.isNaN(value.re) || Number.isNaN(value.im)) throw new RangeError("a letter has no value");
  return value;
};
export const numeric = (m: Matrix, values: Values): NumericMatrix => {
  const entries = m.entries.flat().map((entry) => valueOf(entry, values));
  return { size: m.rows, re: Float64Array.from(entries, ({ re }) => re), im: Float64Array.from(entries, ({ im }) => im) };
};
export const times = (x: Complex, y: Complex): Complex => complex(x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re);
export const over = (x: Complex, y: Complex): Complex => { const square = y.re ** 2 + y.im ** 2; return times(x, complex(y.re / square, -y.im / square)); };
export const plus = (...all: readonly Complex[]): Complex => all.reduce((x, y) => complex(x.re + y.re, x.im + y.im), complex(0));

export const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
/** Numbers in [−1, 1) from a seed: a drawn model has no special values, and is told by its seed. */
export const stream = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
};
export interface Drawn { readonly model: DrivenLevels; readonly observed: NumericMatrix }
export const squareMatrix = (n: number, next: () => number): NumericMatrix => ({ size: n, re: Float64Array.from({ length: n * n }, next), im: Float64Array.from({ length: n * n }, next) });
/** Rates of at least `slowest`, drives that are switched on at a rate of at least the same. */
export const drawnFrom = (seed: number, n: number, drives: number, slowest = 0.05): Drawn => {
  const next = stream(seed);
  const inRange = (min: number, max: number): number => min + (max - min) * (next() + 1) / 2;
  const [energies, occupations] = [places(n).map(() => inRange(-2, 2)), places(n).map(() => inRange(0, 1))];
  const flat = places(n * n).map(() => inRange(slowest, 1));
  return {
    observed: squareMatrix(n, next),
    model: {
      energies, occupations, rates: places(n).map((m) => places(n).map((k) => flat[Math.min(m, k) * n + Math.max(m, k)]!)),
      drives: places(drives).map(() => ({ coupling: squareMatrix(n, next), frequency: complex(inRange(-3, 3), inRange(slowest, 0.6)) })),
    },
  };
};
export const drawn = (n: number, drives: number, slowest?: number): fc.Arbitrary<Drawn> => fc.nat().map((seed) => drawnFrom(seed, n, drives, slowest));
export const list = (n: number, min: number, max: number): fc.Arbitrary<readonly number[]> => fc.array(between(min, max), { minLength: n, maxLength: n });
export const collectionOf = (counts: readonly number[]): readonly string[] => counts.flatMap((count, a) => Array.from({ length: count }, () => driveNames[a]!));
export const close = (found: NumericMatrix, expected: NumericMatrix, tolerance: number): boolean => largest(minus(found, expected)) <= tolerance * (largest(expected) + 1e-3);
export const near = (found: Complex, expected: Complex, tolerance: number): boolean => modulusOf(subtract(found, expected)) <= tolerance * (modulusOf(expected) + 1e-3);

export const { ex, letter } = letters("E1,E2,E3,f1,f2,f3,w,x real; h1,h2,h3,p,λ positive");
const numbers = (n: number): readonly number[] => places(n).map((k) => k + 1);
export const pair = ["a", "a*"] as const;
/** A Hermitian perturbation at ω + iη_p: V and its partner V† at −ω + iη_p; `entry` is V_mn, levels from 1. */
export const realDrive = (n: number, entry: (m: number, k: number) => string, occupation: (k: number) => string = (k) => `f${k}`, relaxation = populationWidths(numbers(n).map((k) => ex(`h${k}`)))): DrivenSystem => {
  const V = matrix(numbers(n).map((m) => numbers(n).map((k) => ex(entry(m, k)))));
  const drives: readonly Drive[] = [{ name: "a", coupling: V, frequency: ex("w + i*p") }, { name: "a*", coupling: adjoint(V), frequency: ex("-w + i*p") }];
  return { energies: numbers(n).map((k) => ex(`E${k}`)), occupations: numbers(n).map((k) => ex(occupation(k))), relaxation, drives };
};
export const any = (m: number, k: number): string => `V${m}${k}`;
/** Hermitian, without diagonal: what three levels with letters for all occupations leave room for. */
export const hermitian = (m: number, k: number): string => (m === k ? "0" : m < k ? `V${m}${k}` : `conj(V${k}${m})`);
export const only = (level: number) => (k: number): string => (k === level ? "1" : "0");
export const proved = (pairs: readonly { readonly left: Expr; readonly right: Expr }[]): boolean => pairs.every(({ left, right }) => isTheorem(field(left, right)));
