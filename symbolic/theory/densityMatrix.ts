/**
 * # The driven density matrix with relaxation
 *
 * N levels with energies E_n and occupations f_n, drives Σ_a V_a e^{−iΩ_at} (Ω_a may be complex: ω + iη_p switches the drive on as e^{η_pt}), relaxation
 * rates γ_mn, ħ = 1. Order by order, with ρ₀ = f held,
 *
 *     ρ̇_mn = −i(E_m − E_n)ρ_mn − γ_mn(ρ − ρ₀)_mn − i[V(t), ρ]_mn,      (Ω_S − E_m + E_n + iγ_mn) ρ_S,mn = Σ_{a∈S} [V_a, ρ_{S∖a}]_mn,
 *
 * where ρ_S is the coefficient of e^{−iΩ_St}, Ω_S = Σ_{a∈S} Ω_a, for a collection S of drives. A drive may occur several times in S. A real drive is two of
 * these, V at ω + iη_p and V† at −ω + iη_p.
 *
 * - `densityResponse(system)`: `component(S)`, the matrix ρ_S; `expectation(operator, S)` = Tr(operator ρ_S); `paths(operator, S)`, the same term by term, each a
 *   sign, an occupation, matrix elements and resonances; `byResonance(operator, S)`, these collected; `equations(S)`, the equation of motion of ρ_S
 *   entry by entry, for the kernel to decide.
 * - `populations(system, [a, b], n)`: the population of level n that a pair of drives makes, split exactly for every intermediate level l into what it is with the width
 *   of l left out of the balance, and a factor: ρ_nn = Σ_l adiabatic_l (1 + ratio_l), ratio_l = (2γ_nl − γ_nn)/(γ_nn − i(Ω_a + Ω_b)). With `populationWidths` that is
 *   η_l/(η_n − i(Ω_a + Ω_b)), and η_l/(2η_p + η_n) for a drive and its partner.
 *
 * Fails with a `ResponseError`: for a shape that does not fit, for a denominator that vanishes identically (which element, which drives), for an order whose
 * products exceed the budget (with the order that fits into it). Nothing here is trusted: the results are terms, and `equations` is what they have to satisfy.
 * Source: the order-by-order solution of the Liouville equation, e.g. R. W. Boyd, Nonlinear Optics, ch. 3.
 */
import { difference, I, int, negate, ONE, power, product, quotient, sum, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { commutator, diagonal, entryEquations, entryOf, mapMatrix, multiplyMatrices, trace, type Matrix } from "../expr/matrix.ts";
import { isZero } from "../kernel/field.ts";
import { infix } from "../notation/infixPrinter.ts";
import { ResponseError, type Relaxation } from "./relaxation.ts";

/** V e^{−iΩt}: N × N coupling of dimension frequency, times the amplitude if it is to be counted. */
export interface Drive { readonly name: string; readonly coupling: Matrix; readonly frequency: Expr }

export interface DrivenSystem {
  /** E_n/ħ, N values. */
  readonly energies: readonly Expr[];
  /** f_n, N values; ρ₀ is diagonal. */
  readonly occupations: readonly Expr[];
  readonly relaxation: Relaxation;
  readonly drives: readonly Drive[];
  /** Products of terms that a component may take; 500 000 when left out. */
  readonly budget?: number;
}

/** Ω − E_m + E_n + iγ_mn in the denominator, levels from 0. */
export interface Resonance { readonly row: number; readonly column: number; readonly drives: readonly string[]; readonly denominator: Expr }

export interface ResponsePath {
  readonly sign: 1 | -1;
  /** The level whose occupation the path starts from. */
  readonly occupied: number;
  /** Elements of the drives and of the operator, in the order in which they act. */
  readonly elements: Expr;
  readonly resonances: readonly Resonance[];
  readonly value: Expr;
}

export interface ResonanceGroup { readonly resonances: readonly Resonance[]; readonly coefficient: Expr }

export interface DensityResponse {
  readonly component: (drives: readonly string[]) => Matrix;
  readonly expectation: (operator: Matrix, drives: readonly string[]) => Expr;
  readonly paths: (operator: Matrix, drives: readonly string[]) => readonly ResponsePath[];
  readonly byResonance: (operator: Matrix, drives: readonly string[]) => readonly ResonanceGroup[];
  readonly equations: (drives: readonly string[]) => readonly { readonly left: Expr; readonly right: Expr }[];
}

const BUDGET = 500_000;

const unfit = (size: number, what: string, found: string): never => { throw new ResponseError(`${what}\n  expected  ${size}, one for each energy\n  found     ${found}`); };
const requireShape = (size: number, { rows, columns }: Matrix, what: string, kind: (shape: string) => string = (shape) => `a matrix of ${shape}`): void => {
  if (rows !== size || columns !== size) unfit(size, `${what} not fit the energies`, kind(`${rows} × ${columns}`));
};
const requireShapes = ({ energies, occupations, relaxation, drives }: DrivenSystem): void => {
  const n = energies.length;
  if (n === 0) throw new ResponseError("a system needs at least one level\n  expected  a list of energies\n  found     none");
  if (occupations.length !== n) unfit(n, "the occupations do not fit the energies", `${occupations.length}`);
  requireShape(n, relaxation.rates, "the relaxation does", (shape) => `rates of ${shape} elements`);
  drives.forEach(({ name, coupling }, k) => {
    requireShape(n, coupling, `the coupling of the drive '${name}' does`);
    if (drives.findIndex((other) => other.name === name) !== k) throw new ResponseError(`two drives are called '${name}'\n  try       another name for one of them, such as '${name}*' for the partner at the opposite frequency`);
  });
};

/** Each drive of a collection once, with what is left of the collection without it. */
const lastDrives = (collection: readonly string[]): readonly (readonly [last: string, rest: readonly string[]])[] =>
  [...new Set(collection)].map((name) => [name, collection.toSpliced(collection.indexOf(name), 1)]);

const subsetsOf = (collection: readonly string[]): number => {
  const counts = new Map<string, number>();
  for (const name of collection) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].reduce((all, count) => all * (count + 1), 1);
};

/** The same for collections that differ in order only, and whatever the names are. */
const keyOf = (collection: readonly string[]): string => JSON.stringify(collection.toSorted());

interface Lookup { readonly driveOf: (name: string) => Drive; readonly resonanceOf: (collection: readonly string[], row: number, column: number) => Resonance }

/** Drives by name, and the denominators of elements that are driven; each is built and found not to vanish once. */
const lookup = ({ energies, relaxation: { rates }, drives }: DrivenSystem): Lookup => {
  const driveOf = (name: string): Drive => drives.find((drive) => drive.name === name)
    ?? (() => { throw new ResponseError(`there is no drive '${name}'\n  drives    ${drives.map((drive) => drive.name).join(", ")}`); })();
  const energy = (n: number): Expr => energies[n] ?? ZERO;
  const known = new Map<string, Expr>();
  const resonanceOf = (collection: readonly string[], row: number, column: number): Resonance => {
    const key = `${row},${column},${keyOf(collection)}`;
    const found = known.get(key);
    if (found !== undefined) return { row, column, drives: collection, denominator: found };
    const frequencies = collection.map((name) => driveOf(name).frequency);
    const rate = entryOf(rates, row, column);
    const denominator = sum(...frequencies, negate(energy(row)), energy(column), product(I, rate));
    if (isZero(denominator) === "true") throw new ResponseError([
      `the element (${row + 1}, ${column + 1}) of the density matrix has no driven solution at order ${collection.length}: Ω − E_${row + 1} + E_${column + 1} + iγ = 0 identically`,
      `  drives    ${collection.join(", ")}: together ${infix(sum(...frequencies))}`,
      `  energies  ${infix(energy(row))}${row === column ? "" : ` and ${infix(energy(column))}`}, rate ${infix(rate)}`,
      `  try       a width for ${row === column ? "this level" : "one of these levels"}, or a frequency with an imaginary part`,
    ].join("\n"));
    known.set(key, denominator);
    return { row, column, drives: collection, denominator };
  };
  return { driveOf, resonanceOf };
};

export const densityResponse = (system: DrivenSystem): DensityResponse => {
  requireShapes(system);
  const { energies, occupations, budget = BUDGET } = system;
  const size = energies.length;
  const { driveOf, resonanceOf } = lookup(system);

  /** @param perProduct for one drive that acts last, at the given order. */
  const requireBudget = (collection: readonly string[], perProduct: (order: number) => number): void => {
    const cost = (part: readonly string[]): number => subsetsOf(part) * new Set(part).size * perProduct(part.length);
    if (cost(collection) <= budget) return;
    const fits = collection.findLastIndex((_, k) => cost(collection.slice(0, k)) <= budget);
    throw new ResponseError(`order ${collection.length} with ${size} levels takes about ${cost(collection)} products\n  budget    ${budget}, which allows order ${Math.max(0, fits)}\n  try       a larger 'budget', or fewer levels`);
  };

  /** [V, ρ₀], with differences of occupations. */
  const outOf = (coupling: Matrix): Matrix => mapMatrix(coupling, (element, i, j) => product(element, difference(occupations[j] ?? ZERO, occupations[i] ?? ZERO)));
  const known = new Map<string, Matrix>([[keyOf([]), diagonal(occupations)]]);
  const sourceOf = (collection: readonly string[]): Matrix => {
    const terms = lastDrives(collection).map(([last, rest]) => (rest.length === 0 ? outOf(driveOf(last).coupling) : commutator(driveOf(last).coupling, componentOf(rest))));
    return mapMatrix(diagonal(energies), (_, i, j) => sum(...terms.map((term) => entryOf(term, i, j))));
  };
  const componentOf = (collection: readonly string[]): Matrix => {
    const key = keyOf(collection);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = mapMatrix(sourceOf(collection), (source, i, j) => (source === ZERO ? ZERO : quotient(source, resonanceOf(collection, i, j).denominator)));
    known.set(key, made);
    return made;
  };
  const component = (collection: readonly string[]): Matrix => {
    collection.forEach(driveOf);
    requireBudget(collection, () => 2 * size ** 3);
    return componentOf(collection);
  };

  /** Paths that end in ρ_row,column: the last drive acted on the row from the left, or on the column from the right. */
  interface Begun { readonly sign: 1 | -1; readonly occupied: number; readonly elements: Expr; readonly resonances: readonly Resonance[] }
  const begunAt = (collection: readonly string[], row: number, column: number): readonly Begun[] => {
    if (collection.length === 0) return row === column && occupations[row] !== ZERO ? [{ sign: 1, occupied: row, elements: ONE, resonances: [] }] : [];
    return lastDrives(collection).flatMap(([last, rest]) => {
      const { coupling } = driveOf(last);
      return energies.flatMap((_, l) => {
        const [left, right] = [entryOf(coupling, row, l), entryOf(coupling, l, column)];
        const step = (begun: readonly Begun[], element: Expr, sign: 1 | -1): readonly Begun[] => begun.map((path) => ({
          sign: path.sign === sign ? 1 : -1, occupied: path.occupied, elements: product(path.elements, element), resonances: [...path.resonances, resonanceOf(collection, row, column)],
        }));
        return [...(left === ZERO ? [] : step(begunAt(rest, l, column), left, 1)), ...(right === ZERO ? [] : step(begunAt(rest, row, l), right, -1))];
      });
    });
  };
  const paths = (operator: Matrix, collection: readonly string[]): readonly ResponsePath[] => {
    requireShape(size, operator, "the operator does");
    collection.forEach(driveOf);
    requireBudget(collection, (order) => size ** 2 * (2 * size) ** order);
    return energies.flatMap((_, row) => energies.flatMap((__, column): readonly ResponsePath[] => {
      const observed = entryOf(operator, column, row);
      if (observed === ZERO) return [];
      return begunAt(collection, row, column).map((path) => {
        const elements = product(path.elements, observed);
        const value = product(int(path.sign), occupations[path.occupied] ?? ZERO, elements, ...path.resonances.map(({ denominator }) => power(denominator, int(-1))));
        return { ...path, elements, value };
      });
    }));
  };

  return {
    component, paths,
    expectation: (operator, collection) => {
      requireShape(size, operator, "the operator does");
      return trace(multiplyMatrices(operator, component(collection)));
    },
    byResonance: (operator, collection) => {
      const groups = new Map<string, { readonly resonances: readonly Resonance[]; readonly terms: Expr[] }>();
      for (const path of paths(operator, collection)) {
        const key = path.resonances.map(({ denominator }) => denominator.id).toSorted((a, b) => a - b).join(",");
        const group = groups.get(key) ?? { resonances: path.resonances, terms: [] };
        group.terms.push(product(int(path.sign), occupations[path.occupied] ?? ZERO, path.elements));
        groups.set(key, group);
      }
      return [...groups.values()].map(({ resonances, terms }) => ({ resonances, coefficient: sum(...terms) })).filter(({ coefficient }) => coefficient !== ZERO);
    },
    equations: (collection) => {
      const rho = component(collection);
      if (collection.length === 0) return entryEquations(rho, diagonal(occupations));
      return entryEquations(mapMatrix(rho, (entry, i, j) => (entry === ZERO ? ZERO : product(resonanceOf(collection, i, j).denominator, entry))), sourceOf(collection));
    },
  };
};

export interface PopulationPart {
  /** The intermediate level, from 0. */
  readonly through: number;
  /** Σ over both orders of the drives of V_nl V_ln (f_n − f_l)/(D_a D_b). */
  readonly adiabatic: Expr;
  /** (2γ_nl − γ_nn)/(γ_nn − i(Ω_a + Ω_b)). */
  readonly ratio: Expr;
}

/** @param level n, from 0. @returns one part for every other level that the drives couple to n; their sum adiabatic·(1 + ratio) is ρ_nn. */
export const populations = (system: DrivenSystem, [first, second]: readonly [string, string], level: number): readonly PopulationPart[] => {
  requireShapes(system);
  const { energies, occupations, relaxation: { rates } } = system;
  const { driveOf, resonanceOf } = lookup(system);
  if (energies[level] === undefined) throw new ResponseError(`there is no level ${level}: levels count from 0 to ${energies.length - 1}`);
  const [a, b] = [driveOf(first), driveOf(second)];
  return energies.flatMap((_, l): readonly PopulationPart[] => {
    if (l === level) return [];
    const moved = difference(occupations[level] ?? ZERO, occupations[l] ?? ZERO);
    const inOrder = (x: Drive, y: Drive): Expr => {
      const elements = product(moved, entryOf(x.coupling, level, l), entryOf(y.coupling, l, level));
      if (elements === ZERO) return ZERO;
      return quotient(elements, product(resonanceOf([x.name], level, l).denominator, resonanceOf([y.name], l, level).denominator));
    };
    const adiabatic = a === b ? inOrder(a, b) : sum(inOrder(a, b), inOrder(b, a));
    if (adiabatic === ZERO) return [];
    resonanceOf([first, second], level, level);                        // its denominator is i times the one below, and is refused when it vanishes
    const own = entryOf(rates, level, level);
    const ratio = quotient(difference(product(int(2), entryOf(rates, level, l)), own), difference(own, product(I, sum(a.frequency, b.frequency))));
    return [{ through: l, adiabatic, ratio }];
  });
};
