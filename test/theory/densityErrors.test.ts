import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, ONE, symbol, ZERO } from "../../symbolic/expr/build.ts";
import { entryOf, identityMatrix, matrix, scaleMatrix } from "../../symbolic/expr/matrix.ts";
import { physicalSymbol } from "../../symbolic/expr/symbol.ts";
import { densityResponse, populations, type DrivenSystem } from "../../symbolic/theory/densityMatrix.ts";
import { amplitudeWidths, populationWidths, relaxationRates, ResponseError } from "../../symbolic/theory/relaxation.ts";
import { ex, proved } from "./drivenModels.ts";

const message = (task: () => unknown): string => {
  try { task(); } catch (error) {
    expect(error).toBeInstanceOf(ResponseError);
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
};

describe("bad input is refused with its place", () => {
  const flat = matrix([[ZERO, ex("V12")], [ex("V21"), ZERO]]);
  const two = (changes: Partial<DrivenSystem> = {}): DrivenSystem =>
    ({ energies: [ex("E1"), ex("E2")], occupations: [ex("f1"), ex("f2")], relaxation: populationWidths([ex("h1"), ex("h2")]), drives: [{ name: "a", coupling: flat, frequency: ex("w") }], ...changes });

  it("a rate that is negative, and rates that are not symmetric", () => {
    const says = (what: string, rate: string): string => `${what} is negative: ${rate}\n  expected  a rate of decay, zero or positive\n  try       the opposite sign: here H = H₀ − iΓ decays for Γ > 0`;
    expect(message(() => populationWidths([ex("h1"), ex("-h2")]))).toBe(says("the width of level 2", "-h2"));
    expect(message(() => amplitudeWidths([ex("-1/2")]))).toBe(says("the width of level 1", "-1/2"));
    expect(message(() => relaxationRates(matrix([[ex("h1"), ex("-h3")], [ex("-h3"), ex("h2")]])))).toBe(says("the rate of the element (1, 2)", "-h3"));
    expect(message(() => relaxationRates(matrix([[ex("h1"), ex("h3")], [ex("2*h3"), ex("h2")]])))).toBe(
      "the rates are not symmetric: the element (2, 1) has 2*h3, the element (1, 2) has h3\n  why       a Hermitian ρ needs one rate for both");
    expect(() => populationWidths([ex("0"), ex("h1"), ex("g")])).not.toThrow();
    expect(message(() => relaxationRates(matrix([[ex("h1"), ex("h3")], [ex("h3"), ex("h2")], [ex("h3"), ex("h3")]])))).toBe("the rates are not a square matrix\n  expected  one rate for each pair of levels\n  found     a matrix of 3 × 2");
  });

  it("widths that are plain numbers, as a caller without types may hand over", () => {
    const untyped: unknown = JSON.parse("[0.1, 0.2]");
    expect(message(() => { Reflect.apply(populationWidths, undefined, [untyped]); })).toBe("the width of level 1 is not a term: 0.1\n  expected  a term\n  try       a letter, or a number as ex`1/10` or rational(1, 10)");
  });

  it("a width that is imaginary, as a self-energy is", () => {
    const says = (what: string, rate: string): string => `${what} is not real: ${rate}\n  expected  a rate of decay, zero or positive\n  try       the rate alone: its factor −i is in H = H₀ − iΓ`;
    expect(message(() => populationWidths([ex("h1"), ex("i*h2")]))).toBe(says("the width of level 2", "i*h2"));
    expect(message(() => amplitudeWidths([ex("h1 - i*h2/2")]))).toMatch(/^the width of level 1 is not real: /);
    expect(message(() => relaxationRates(matrix([[ex("-i*h1")]])))).toMatch(/^the rate of the element \(1, 1\) is not real: /);
  });

  const still = two({ energies: [ex("E1"), ex("E1")], relaxation: populationWidths([ZERO, ZERO]), drives: [{ name: "a", coupling: flat, frequency: ZERO }] });
  const vanishing = (row: number, column: number): string => `the element (${row}, ${column}) of the density matrix has no driven solution at order 1: Ω − E_${row} + E_${column} + iγ = 0 identically
  drives    a: together 0\n  energies  E1 and E1, rate 0\n  try       a width for one of these levels, or a frequency with an imaginary part`;
  it("a degenerate pair without width under a static drive: the denominator that vanishes is named", () => {
    for (const task of ["component", "equations"] as const) expect(message(() => densityResponse(still)[task](["a"]))).toBe(vanishing(1, 2));
    for (const task of ["paths", "byResonance"] as const) expect(message(() => densityResponse(still)[task](flat, ["a"]))).toBe(vanishing(1, 2));
    expect(message(() => populations(still, ["a", "a"], 0))).toBe(vanishing(1, 2));
    expect(() => densityResponse({ ...still, relaxation: populationWidths([ZERO, ex("h2")]) }).component(["a"])).not.toThrow();
  });

  it("a population without width under a drive and its partner that never ends", () => {
    const drives = ["w", "-w"].map((frequency, k) => ({ name: `${k}`, coupling: flat, frequency: ex(frequency) }));
    const says = "the element (1, 1) of the density matrix has no driven solution at order 2: Ω − E_1 + E_1 + iγ = 0 identically\n  drives    0, 1: together 0\n  energies  E1, rate 0\n  try       a width for this level, or a frequency with an imaginary part";
    const system = two({ relaxation: populationWidths([ZERO, ex("h2")]), drives });
    expect(message(() => densityResponse(system).component(["0", "1"]))).toBe(says);
    expect(message(() => populations(system, ["0", "1"], 0))).toBe(says);
    expect(() => populations(system, ["0", "1"], 1)).not.toThrow();
  });

  it("but not an element that vanishes because nothing drives it: without widths, ρ_nn of first order, and a degenerate pair that is equally occupied", () => {
    const lossless = densityResponse(two({ relaxation: populationWidths([ZERO, ZERO]), drives: [{ name: "a", coupling: flat, frequency: ZERO }] }));
    expect(entryOf(lossless.component(["a"]), 0, 0)).toBe(ZERO);
    expect(proved(lossless.equations(["a"]))).toBe(true);
    expect(populations({ ...still, occupations: [ex("f1"), ex("f1")] }, ["a", "a"], 0)).toEqual([]);
  });

  it("an order beyond the budget: the order that it allows is the last that is computed", () => {
    expect(message(() => densityResponse(two({ budget: 100 })).component(["a", "a", "a", "a", "a", "a", "a"]))).toBe(
      "order 7 with 2 levels takes about 128 products\n  budget    100, which allows order 5\n  try       a larger 'budget', or fewer levels");
    const drives = ["a", "b", "c", "d", "e"].map((name) => ({ name, coupling: flat, frequency: symbol(physicalSymbol(`w${name}`)) }));
    const collection = drives.map(({ name }) => name);
    fc.assert(fc.property(fc.integer({ min: 1, max: 2559 }), fc.constantFrom("component", "paths"), (budget, task) => {
      const response = densityResponse(two({ drives, budget }));
      const run = (order: number): unknown => (task === "paths" ? response.paths(flat, collection.slice(0, order)) : response.component(collection.slice(0, order)));
      const allowed = Number(/which allows order (\d+)/.exec(message(() => run(5)))?.[1]);
      expect(() => run(allowed)).not.toThrow();
      expect(message(() => run(allowed + 1))).toContain(`which allows order ${allowed}`);
    }), { numRuns: 25, examples: [[500, "paths"]] });
  });

  it("shapes that do not fit", () => {
    const says = (what: string, found: string): string => `${what}\n  expected  2, one for each energy\n  found     ${found}`;
    const three = identityMatrix(3);
    expect(message(() => densityResponse(two({ energies: [], occupations: [] })))).toBe("a system needs at least one level\n  expected  a list of energies\n  found     none");
    expect(message(() => densityResponse(two({ occupations: [ONE] })))).toBe(says("the occupations do not fit the energies", "1"));
    expect(message(() => densityResponse(two({ relaxation: populationWidths([ex("h1")]) })))).toBe(says("the relaxation does not fit the energies", "rates of 1 × 1 elements"));
    expect(message(() => densityResponse(two({ drives: [{ name: "a", coupling: three, frequency: ZERO }] })))).toBe(says("the coupling of the drive 'a' does not fit the energies", "a matrix of 3 × 3"));
    expect(message(() => populations(two({ occupations: [ONE] }), ["a", "a"], 0))).toBe(says("the occupations do not fit the energies", "1"));
    for (const task of ["expectation", "paths", "byResonance"] as const) expect(message(() => densityResponse(two())[task](three, ["a"]))).toBe(says("the operator does not fit the energies", "a matrix of 3 × 3"));
  });

  it("drives that are not there, or share a name, and a level that is not there", () => {
    for (const task of [() => densityResponse(two()).component(["a", "b"]), () => densityResponse(two()).paths(flat, ["b"]), () => populations(two(), ["a", "b"], 0)]) expect(message(task)).toBe("there is no drive 'b'\n  drives    a");
    expect(message(() => densityResponse(two({ drives: [...two().drives, ...two().drives] })))).toBe("two drives are called 'a'\n  try       another name for one of them, such as 'a*' for the partner at the opposite frequency");
    expect(message(() => populations(two(), ["a", "a"], 2))).toBe("there is no level 2: levels count from 0 to 1");
  });

  it("but any text names a drive: an empty one is not the undriven state, and a separator separates nothing", () => {
    const named = (names: readonly string[]) => densityResponse(two({ drives: names.map((name, k) => ({ name, coupling: scaleMatrix(int(k + 1), flat), frequency: ex("w") })) }));
    const [plain, odd] = [named(["a", "b", "c"]), named(["", "x", "\u0000x"])];
    expect(odd.component([""])).toEqual(plain.component(["a"]));
    expect(odd.component(["", "x"])).toEqual(plain.component(["a", "b"]));
    expect(odd.component(["\u0000x"])).toEqual(plain.component(["c"]));
  });
});
