/**
 * The driven density matrix in exact numbers: levels, rates, couplings and frequencies are rational or complex with rational parts, the linear Liouville system is solved by elimination
 * without rounding (bruteForce/exactLiouville.ts), and the kernel has to find every element equal. No tolerance.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, I, int, number, power, product, sum } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { matrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { integer } from "../../symbolic/number/integer.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { densityResponse, populations, type DensityResponse, type DrivenSystem } from "../../symbolic/theory/densityMatrix.ts";
import { populationWidths, relaxationRates } from "../../symbolic/theory/relaxation.ts";
import { exactResponse, fraction, plus, times, type Exact, type ExactLevels, type ExactMatrix } from "../physics/bruteForce/exactLiouville.ts";
import { collectionOf, driveNames, modelOf, places } from "./drivenModels.ts";

const term = ({ re, im, over }: Exact): Expr => product(sum(int(integer(re)), product(int(integer(im)), I)), number(rational(1, integer(over))));
const termMatrix = (m: ExactMatrix): Matrix => matrix(m.map((row) => row.map(term)));
const decided = (left: Expr, right: Exact): string => decideEqual(left, term(right)).kind;
const allEqual = (found: Matrix, expected: ExactMatrix): boolean => found.entries.every((row, j) => row.every((entry, k) => decided(entry, expected[j]![k]!) === "equal"));

const part = (min: number, max: number): fc.Arbitrary<readonly [number, number]> => fc.tuple(fc.integer({ min, max }), fc.integer({ min: 1, max: 12 }));
const rationalBetween = (min: number, max: number): fc.Arbitrary<Exact> => part(min, max).map(([p, q]) => fraction(p, 0, q));
const complexNumber: fc.Arbitrary<Exact> = fc.tuple(part(-12, 12), part(-12, 12)).map(([[p, q], [r, s]]) => plus(fraction(p, 0, q), fraction(0, r, s)));
const square = (n: number, entry: fc.Arbitrary<Exact>): fc.Arbitrary<ExactMatrix> => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
/** ω + iη_p with η_p > 0. */
const frequency: fc.Arbitrary<Exact> = fc.tuple(rationalBetween(-20, 20), part(1, 6)).map(([ω, [p, q]]) => plus(ω, fraction(0, p, q)));
const list = (n: number, entry: fc.Arbitrary<Exact>): fc.Arbitrary<readonly Exact[]> => fc.array(entry, { minLength: n, maxLength: n });

interface Drawn { readonly model: ExactLevels; readonly observed: ExactMatrix }
/** Levels may coincide, and some rates and couplings vanish: Im Ω > 0 keeps every denominator. */
const drawn = (n: number, drives: number): fc.Arbitrary<Drawn> => fc.record({
  observed: square(n, complexNumber),
  model: fc.record({
    energies: list(n, rationalBetween(-20, 20)), occupations: list(n, rationalBetween(0, 6)),
    rates: square(n, rationalBetween(0, 12)).map((all) => all.map((row, j) => row.map((_, k) => all[Math.min(j, k)]![Math.max(j, k)]!))),
    drives: fc.array(fc.record({ coupling: square(n, complexNumber), frequency }), { minLength: drives, maxLength: drives }),
  }),
});

const systemOf = ({ energies, occupations, rates, drives }: ExactLevels): DrivenSystem => ({
  energies: energies.map(term), occupations: occupations.map(term), relaxation: relaxationRates(termMatrix(rates)),
  drives: drives.map(({ coupling, frequency: Ω }, a) => ({ name: driveNames[a]!, coupling: termMatrix(coupling), frequency: term(Ω) })),
});
const conjugate = ({ re, im, over }: Exact): Exact => fraction(re, -im, over);
const adjoint = (m: ExactMatrix): ExactMatrix => m.map((row, j) => row.map((_, k) => conjugate(m[k]![j]!)));
const traceOfProduct = (a: ExactMatrix, b: ExactMatrix): Exact => a.flatMap((row, j) => row.map((x, k) => times(x, b[k]![j]!))).reduce(plus);
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

describe("every element of the density matrix, in exact numbers", () => {
  it.each([[2, [1], 8], [2, [1, 1], 6], [2, [2], 4], [3, [1], 4], [3, [1, 1], 3], [3, [2], 3], [4, [1], 2], [4, [1, 1], 1]] as const)(
    "is the solution of the linear Liouville system: %i levels, drives taken %j times", (n, counts, numRuns) => {
      fc.assert(fc.property(drawn(n, counts.length), ({ model }) => {
        expect(allEqual(densityResponse(systemOf(model)).component(collectionOf(counts)), exactResponse(model, counts))).toBe(true);
      }), runs(numRuns));
    });

  it.each([[2, [1, 1], 5], [3, [1, 1], 2]] as const)("is the same when numbers are put into the formula for letters: %i levels, drives taken %j times", (n, counts, numRuns) => {
    const { system, response } = modelOf(n);
    const component = response.component(collectionOf(counts));
    fc.assert(fc.property(drawn(n, driveNames.length), ({ model }) => {
      const given = systemOf(model);
      const pairs: (readonly [Expr, Expr])[] = [
        ...places(n).flatMap((k) => [[system.energies[k]!, given.energies[k]!] as const, [system.occupations[k]!, given.occupations[k]!] as const]),
        ...[system.relaxation.rates, ...system.drives.map(({ coupling }) => coupling)].flatMap((letters, a) =>
          letters.entries.flatMap((row, j) => row.map((letter, k) => [letter, [given.relaxation.rates, ...given.drives.map(({ coupling }) => coupling)][a]!.entries[j]![k]!] as const))),
        ...system.drives.map(({ frequency: letter }, a) => [letter, given.drives[a]!.frequency] as const),
      ];
      const values = new Map(pairs.map(([letter, value]) => { if (letter.kind !== "symbol") throw new TypeError("not a letter"); return [letter.symbol, value] as const; }));
      const exact = exactResponse(model, [...counts, 0]);
      expect(component.entries.every((row, j) => row.every((entry, k) => decided(substitute(entry, values), exact[j]![k]!) === "equal"))).toBe(true);
    }), runs(numRuns));
  });

  it.each([[2, [1, 1], 8], [3, [1, 1], 3]] as const)("gives the expectation value, the sum over paths and the sum over resonances: %i levels, drives taken %j times", (n, counts, numRuns) => {
    fc.assert(fc.property(drawn(n, counts.length), ({ model, observed }) => {
      const response: DensityResponse = densityResponse(systemOf(model));
      const [operator, drives] = [termMatrix(observed), collectionOf(counts)];
      const expected = traceOfProduct(observed, exactResponse(model, counts));
      const groups = response.byResonance(operator, drives).map(({ resonances, coefficient }) => product(coefficient, ...resonances.map(({ denominator }) => power(denominator, int(-1)))));
      for (const found of [response.expectation(operator, drives), sum(...response.paths(operator, drives).map(({ value }) => value)), sum(...groups)]) expect(decided(found, expected)).toBe("equal");
    }), runs(numRuns));
  });

  it("gives the population that a drive and its partner at −ω + iη_p make, adiabatic part times 1 + η_l/(2η_p + η_n) over the other levels", () => {
    fc.assert(fc.property(drawn(3, 1), list(3, rationalBetween(1, 12)), ({ model }, widths) => {
      const half = fraction(1, 0, 2);
      const [drive] = model.drives;
      const { re, im, over } = drive!.frequency;
      const real: ExactLevels = {
        ...model, rates: widths.map((a) => widths.map((b) => times(half, plus(a, b)))),
        drives: [drive!, { coupling: adjoint(drive!.coupling), frequency: fraction(-re, im, over) }],
      };
      const ρ = exactResponse(real, [1, 1]);
      const system = { ...systemOf(real), relaxation: populationWidths(widths.map(term)) };
      for (const level of places(3)) {
        const parts = populations(system, ["a", "b"], level).map(({ adiabatic, ratio }) => product(adiabatic, sum(int(1), ratio)));
        expect(decided(sum(...parts), ρ[level]![level]!)).toBe("equal");
        expect(ρ[level]![level]!.im).toBe(0n);
      }
    }), runs(4));
  });

  it("is told from what differs by 10⁻⁴⁰", () => {
    fc.assert(fc.property(drawn(2, 2), ({ model }) => {
      const [found] = densityResponse(systemOf(model)).component(["a", "b"]).entries;
      const exact = exactResponse(model, [1, 1])[0]!;
      expect(found!.map((entry, k) => decideEqual(difference(entry, term(fraction(1, 0, 10n ** 40n))), term(exact[k]!)).kind)).toEqual(["different", "different"]);
    }), runs(5));
  });
});
