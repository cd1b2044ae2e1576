/**
 * The driven density matrix, held against the linear Liouville system and against integration of the equation of motion (neither knows a term of ours),
 * and its exact properties, by the kernel where letters suffice.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, difference, I, negate, ONE, product, sum, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { addMatrices, adjoint, commutator, diagonal, entryEquations, entryOf, mapMatrix, matrix, multiplyMatrices, scaleMatrix, subtractMatrices, trace, type Matrix } from "../../symbolic/expr/matrix.ts";
import { contains, substitute } from "../../symbolic/expr/walk.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { decideEqual, signOf } from "../../symbolic/kernel/field.ts";
import { expand, field, isTheorem, positivity } from "../../symbolic/kernel/theorem.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { complex, modulusOf, subtract, type Complex } from "../../symbolic/oracle/doubles.ts";
import { densityResponse, populations, type DrivenSystem } from "../../symbolic/theory/densityMatrix.ts";
import { amplitudeWidths, populationWidths } from "../../symbolic/theory/relaxation.ts";
import { adjoint as adjointOf, complexSum, frameOf, inFrame, largest, outOfFrame, trace as traceOf, product as numericProduct } from "../physics/bruteForce/complexMatrix.ts";
import { eigenstates, zeroMatrix, type Matrix as NumericMatrix } from "../physics/bruteForce/hermitian.ts";
import { inFrequency, inTime, type DrivenLevels } from "../physics/bruteForce/liouville.ts";
import { orders } from "../physics/order.ts";
import { any, between, close, collectionOf, drawn, drawnFrom, ex, hermitian, letter, list, modelOf, near, numeric, only, over, pair, places, plus, proved, realDrive, squareMatrix, stream, times, valueOf, type Drawn, type Values } from "./drivenModels.ts";

const isSame = (left: Expr, right: Expr): boolean => decideEqual(left, right).kind === "equal";
const total = (matrices: readonly Matrix[]): Matrix => matrices.reduce(addMatrices);

describe("the density matrix of each order", () => {
  const solved = (n: number, counts: readonly number[], numRuns: number): void => {
    const { response, operator, valuesOf } = modelOf(n);
    const collection = collectionOf(counts);
    const component = response.component(collection);
    const expectation = response.expectation(operator, collection);
    const paths = response.paths(operator, collection);
    const groups = response.byResonance(operator, collection);
    fc.assert(fc.property(drawn(n, counts.length), ({ model, observed }) => {
      const values = valuesOf(model, observed);
      const exact = inFrequency(model, counts);
      expect(close(numeric(component, values), exact, 1e-10)).toBe(true);
      const expected = traceOf(numericProduct(observed, exact));
      const scale = 1e-10 * (modulusOf(expected) + largest(exact) + 1e-3);
      const byPaths = plus(...paths.map(({ value }) => valueOf(value, values)));
      const byGroups = plus(...groups.map(({ resonances, coefficient }) => over(valueOf(coefficient, values), resonances.map(({ denominator }) => valueOf(denominator, values)).reduce(times, complex(1)))));
      for (const found of [valueOf(expectation, values), byPaths, byGroups]) expect(modulusOf(subtract(found, expected))).toBeLessThan(scale);
    }), { numRuns });
  };
  it.each([[2, [1]], [2, [1, 1]], [2, [2]], [2, [1, 1, 1]], [2, [2, 1]], [3, [1]], [3, [1, 1]], [3, [2]], [4, [1]], [4, [1, 1]]] as const)(
    "solves the linear Liouville system: %i levels, drives taken %j times", (n, counts) => solved(n, counts, n === 4 || counts.length === 3 ? 5 : 12));

  it.each([[2, [1], 8], [2, [2], 8], [2, [1, 1], 6], [3, [1, 1], 5]] as const)("is what integration in time finds: %i levels, drives taken %j times", (n, counts, phases) => {
    const component = modelOf(n).response.component(collectionOf(counts));
    fc.assert(fc.property(drawn(n, counts.length, 0.3), ({ model, observed }) => {
      const found = inTime(model, counts, { amplitude: 0.05, phases, duration: 24, steps: 800 });
      expect(close(numeric(component, modelOf(n).valuesOf(model, observed)), found, 1e-5)).toBe(true);
    }), { numRuns: 2 });
  });
});

describe("the equation of motion", () => {
  it("is solved by every element to second order: two levels, and three with any Hermitian drive", () => {
    for (const collection of [["a"], ["a", "a"], pair]) expect(proved(densityResponse(realDrive(2, any)).equations(collection))).toBe(true);
    for (const collection of [["a"], pair]) expect(proved(densityResponse(realDrive(3, hermitian)).equations(collection))).toBe(true);
  });

  it("holds the static part: without a drive ρ is ρ₀, whatever the widths", () => {
    const { component, equations } = densityResponse(realDrive(2, any));
    expect(component([])).toEqual(diagonal([ex("f1"), ex("f2")]));
    expect(proved(equations([]))).toBe(true);
  });

  it("is solved for three levels of which one is occupied and a coupling of nine independent letters", () => {
    expect(proved(densityResponse(realDrive(3, any, only(2))).equations(pair))).toBe(true);
  });

  it.each([["E − iη/2", "populations", populationWidths, "2"], ["E − iη", "amplitudes", amplitudeWidths, "1"]] as const)("is Ωρ = Hρ − ρH† + Σ[V, ρ] with H = %s for widths of %s", (_, __, widths, divisor) => {
    const system = realDrive(2, any, undefined, widths([ex("h1"), ex("h2")]));
    const { component } = densityResponse(system);
    const H = diagonal([1, 2].map((k) => ex(`E${k} - i*h${k}/${divisor}`)));
    const [V, W] = system.drives.map(({ coupling }) => coupling) as [Matrix, Matrix];
    const sides = (effective: Matrix, collection: readonly string[], frequency: string, sources: readonly Matrix[]) => entryEquations(scaleMatrix(ex(frequency), component(collection)),
      total([subtractMatrices(multiplyMatrices(effective, component(collection)), multiplyMatrices(component(collection), adjoint(effective))), ...sources]));
    expect(proved(sides(H, ["a"], "w + i*p", [commutator(V, diagonal(system.occupations))]))).toBe(true);
    const second = [commutator(V, component(["a*"])), commutator(W, component(["a"]))];
    expect(proved(sides(H, pair, "2*i*p", second))).toBe(true);
    expect(sides(adjoint(H), pair, "2*i*p", second).every(({ left, right }) => isSame(left, right))).toBe(false);
  });

  it("keeps Σ(Ω + iγ_nn)ρ_nn = 0 at each order, so with widths of populations Σ(2η_p + η_n)ρ_nn = 0 for a real drive; Tr ρ = 0 when all γ_nn are equal, and else not", () => {
    const weighted = (system: DrivenSystem, weights: readonly string[]): Expr => sum(...weights.map((weight, k) => product(ex(weight), entryOf(densityResponse(system).component(pair), k, k))));
    expect(isTheorem(field(weighted(realDrive(2, any), ["2*p + h1", "2*p + h2"]), ZERO))).toBe(true);
    expect(isTheorem(field(weighted(realDrive(3, any, only(2)), ["2*p + h1", "2*p + h2", "2*p + h3"]), ZERO))).toBe(true);
    const amplitudes = realDrive(2, any, undefined, amplitudeWidths([ex("h1"), ex("h2")]));
    expect(isTheorem(field(weighted(amplitudes, ["p + h1", "p + h2"]), ZERO))).toBe(true);

    const system = realDrive(2, any);
    const ρ = densityResponse(system).component(pair);
    expect(isTheorem(field(trace(ρ), product(entryOf(ρ, 0, 0), ex("(h2 - h1)/(2*p + h2)"))))).toBe(true);
    expect(decideEqual(trace(ρ), ZERO).kind).toBe("different");
    expect(isTheorem(field(trace(mapMatrix(ρ, (entry) => substitute(entry, new Map([[letter("h2"), ex("h1")]])))), ZERO))).toBe(true);
    expect(densityResponse(system).component(["a"]).entries.flat().some((entry) => entry !== ZERO)).toBe(true);
    expect(isTheorem(field(trace(densityResponse(system).component(["a"])), ZERO))).toBe(true);
  });
});

describe("the density matrix is Hermitian at each order of a real drive", () => {
  it("by the kernel, for two levels and for three", () => {
    for (const system of [realDrive(2, any), realDrive(3, hermitian)]) {
      const { component } = densityResponse(system);
      for (const [part, partner] of [[["a"], ["a*"]], [["a", "a"], ["a*", "a*"]], [pair, pair]] as const) expect(proved(entryEquations(component(part), adjoint(component(partner))))).toBe(true);
    }
  });

  const withPartner = ({ drives: [drive], ...rest }: DrivenLevels): DrivenLevels => ({ ...rest, drives: [drive!, { coupling: adjointOf(drive!.coupling), frequency: complex(-drive!.frequency.re, drive!.frequency.im) }] });
  it.each([3, 4])("by numbers, for %i levels and any rates", (n) => {
    const { response, valuesOf } = modelOf(n);
    fc.assert(fc.property(drawn(n, 1), ({ model, observed }) => {
      const values = valuesOf(withPartner(model), observed);
      const at = (...collection: readonly string[]): NumericMatrix => numeric(response.component(collection), values);
      const second = at("a", "b");
      expect(close(at("a"), adjointOf(at("b")), 1e-12) && close(second, adjointOf(second), 1e-12)).toBe(true);
      if (n === 3) expect(close(at("a", "a"), adjointOf(at("b", "b")), 1e-12)).toBe(true);
    }), { numRuns: 5 });
  });

  it("so (ω, V) → (−ω, V†) turns ρ into ρ† at first order and leaves the population of a real drive, which ω → −ω alone does not", () => {
    const { component } = densityResponse(realDrive(2, any));
    const reversed = (e: Expr): Expr => substitute(e, new Map([[letter("w"), ex("-w")]]));
    const partnered = (e: Expr): Expr => substitute(reversed(e), new Map([1, 2].flatMap((m) => [1, 2].map((k) => [letter(`V${m}${k}`), ex(`conj(V${k}${m})`)] as const))));
    expect(proved(entryEquations(mapMatrix(component(["a"]), partnered), adjoint(component(["a"]))))).toBe(true);
    const population = entryOf(component(pair), 0, 0);
    expect(isTheorem(field(partnered(population), population))).toBe(true);
    expect(decideEqual(reversed(population), population).kind).toBe("different");
  });
});

// ---- populations and the factor of the widths ----------------------------------------------------------------------------------

describe("the population that a pair of drives makes", () => {
  const together = (system: DrivenSystem, drives: readonly [string, string], level: number): Expr => sum(...populations(system, drives, level).map(({ adiabatic, ratio }) => product(adiabatic, sum(ONE, ratio))));
  it("is the sum of its parts: two levels, and three for any Hermitian drive", () => {
    for (const [n, entry] of [[2, any], [3, hermitian]] as const) {
      const system = realDrive(n, entry);
      const { component } = densityResponse(system);
      for (const level of n === 2 ? [0, 1] : [1]) expect(isTheorem(field(together(system, ["a", "a*"], level), entryOf(component(pair), level, level)))).toBe(true);
    }
    expect(isTheorem(field(together(realDrive(2, any), ["a", "a"], 1), entryOf(densityResponse(realDrive(2, any)).component(["a", "a"]), 1, 1)))).toBe(true);
  });

  it.each([3, 4])("is the sum of its parts by numbers: %i levels, any rates, any two drives", (n) => {
    const { system, valuesOf } = modelOf(n);
    fc.assert(fc.property(drawn(n, 2), fc.nat(n - 1), fc.constantFrom<readonly [number, number]>([1, 1], [2, 0]), ({ model, observed }, level, counts) => {
      const [first, second] = collectionOf(counts) as [string, string];
      const exact = inFrequency(model, counts);
      const place = level * n + level;
      const parts = populations(system, [first, second], level);
      expect(parts.map(({ through }) => through)).toEqual(places(n).filter((l) => l !== level));
      expect(near(valueOf(together(system, [first, second], level), valuesOf(model, observed)), complex(exact.re[place]!, exact.im[place]), 1e-9)).toBe(true);
    }), { numRuns: 8 });
  });

  it("has the factor η_l/(2η_p + η_n) for a real drive with widths of populations, and 2η_l/(2η_p + 2η_n) with widths of amplitudes", () => {
    const ratios = (relaxation: typeof populationWidths): readonly (readonly [through: number, ratio: Expr])[] =>
      populations(realDrive(3, hermitian, undefined, relaxation([ex("h1"), ex("h2"), ex("h3")])), ["a", "a*"], 0).map(({ through, ratio }) => [through + 1, ratio]);
    const [byPopulation, byAmplitude] = [ratios(populationWidths), ratios(amplitudeWidths)];
    expect(byPopulation.map(([through]) => through)).toEqual([2, 3]);
    expect(byPopulation.filter(([, ratio]) => contains(ratio, I))).toEqual([]);
    for (const [l, ratio] of byPopulation) expect(isTheorem(field(ratio, ex(`h${l}/(2*p + h1)`)))).toBe(true);
    for (const [l, ratio] of byAmplitude) {
      expect(isTheorem(field(ratio, ex(`2*h${l}/(2*p + 2*h1)`)))).toBe(true);
      expect(decideEqual(ratio, ex(`h${l}/(2*p + h1)`)).kind).toBe("different");
    }
  });

  it("is 1 + δ times Σ|V|²(f_n − f_l)/(D D*) in the integration in time too, with δ = η_l/(2η_p + η_n) for each of two levels", () => {
    const { model } = drawnFrom(1, 2, 1, 0.3);
    const [{ coupling, frequency: { re: ω, im: p } }] = model.drives as [DrivenLevels["drives"][0]];
    const widths = [0.4, 0.9] as const;
    const pairOfDrives = [{ coupling, frequency: complex(ω, p) }, { coupling: adjointOf(coupling), frequency: complex(-ω, p) }];
    const ρ = inTime({ ...model, rates: widths.map((a) => widths.map((b) => (a + b) / 2)), drives: pairOfDrives }, [1, 1], { amplitude: 0.05, phases: 6, duration: 24, steps: 800 });
    const Γ = p + (widths[0] + widths[1]) / 2;
    for (const [n, l] of [[0, 1], [1, 0]] as const) {
      const gap = model.energies[n]! - model.energies[l]!;
      const [up, down] = [2 * n + l, 2 * l + n].map((k) => coupling.re[k]! ** 2 + coupling.im[k]! ** 2);
      const adiabatic = (model.occupations[l]! - model.occupations[n]!) * (up! / ((ω - gap) ** 2 + Γ ** 2) + down! / ((ω + gap) ** 2 + Γ ** 2));
      expect(Math.abs((ρ.re[3 * n]! / adiabatic - 1) / (widths[l] / (2 * p + widths[n])) - 1)).toBeLessThan(1e-5);
      expect(Math.abs(ρ.im[3 * n]!)).toBeLessThan(1e-10);
    }
  });

  const δ = populations(realDrive(2, any), ["a", "a*"], 0)[0]!.ratio;
  const δAt = (h1: number, h2: number, p: number): number => {
    const value = valueOf(δ, new Map([[letter("h1"), complex(h1)], [letter("h2"), complex(h2)], [letter("p"), complex(p)]]));
    expect(Math.abs(value.im)).toBeLessThan(1e-14 * value.re);
    return value.re;
  };
  it("has a factor that depends on ratios only, is positive and falls with η_p", () => {
    const scaled = substitute(δ, new Map(["h1", "h2", "p"].map((name) => [letter(name), product(ex("λ"), ex(name))])));
    expect(isTheorem(field(scaled, δ))).toBe(true);
    const closed = field(δ, ex("h2/(2*p + h1)")).conclusion;
    if (closed.kind !== "equal") throw new Error("not an equation");
    expect(isTheorem(positivity(closed.right)) && isTheorem(positivity(negate(derivative(closed.right, letter("p")))))).toBe(true);
    const rate = between(0.01, 100);
    fc.assert(fc.property(rate, rate, rate, between(1.001, 10), (h1, h2, p, more) => {
      expect(δAt(h1, h2, p * more)).toBeLessThan(δAt(h1, h2, p));
      expect(Math.abs(δAt(more * h1, more * h2, more * p) / δAt(h1, h2, p) - 1)).toBeLessThan(1e-14);
    }));
  });

  it("has a factor η_l/(2η_p) − η_lη_n/(2η_p)² + … for η_p ≫ η, and η_l/η_n − … for η_p → 0: orders 1, 2, 3 and 1", () => {
    const large = new Map([[letter("p"), rational(-1)]]);
    expect(isTheorem(expand(δ, ex("h2/(2*p)"), large, rational(1)))).toBe(true);
    expect(isTheorem(expand(δ, ex("h2/(2*p) - h1*h2/(4*p^2)"), large, rational(2)))).toBe(true);
    expect(() => expand(δ, ex("h2/(2*p)"), large, rational(2))).toThrow(/differ at order 2/);
    expect(isTheorem(expand(δ, ex("h2/h1"), new Map([[letter("p"), rational(1)]]), rational(0)))).toBe(true);
    const [h1, h2] = [0.7, 1.3];
    const measured = (closed: (p: number) => number): readonly number[] => orders(3, 1e-2, (x) => δAt(h1, h2, 1 / x) - closed(1 / x));
    for (const [expected, closed] of [[1, () => 0], [2, (p: number) => h2 / (2 * p)], [3, (p: number) => h2 / (2 * p) - h1 * h2 / (2 * p) ** 2]] as const) {
      for (const found of measured(closed)) expect(found).toBeCloseTo(expected, 1);
    }
    for (const found of orders(3, 1e-2, (p) => δAt(h1, h2, p) - h2 / h1)) expect(found).toBeCloseTo(1, 1);
  });

  it("tends to (1 + δ)|V|²(f_l − f_n)/(E_n − E_l − ω)² and the same at −ω as all widths vanish together, with an error of their second order", () => {
    const system = realDrive(2, any);
    const population = entryOf(densityResponse(system).component(pair), 0, 0);
    const limit = ex("(1 + h2/(2*p + h1))*(f2 - f1)*(V12*conj(V12)/(E1 - E2 - w)^2 + V21*conj(V21)/(E1 - E2 + w)^2)");
    const small = new Map(["h1", "h2", "p"].map((name) => [letter(name), rational(1)]));
    expect(isTheorem(expand(population, limit, small, rational(1)))).toBe(true);
    expect(() => expand(population, limit, small, rational(2))).toThrow(/differ at order 2/);
    const values = (η: number): Values => new Map(Object.entries({ E1: 0.3, E2: -1.1, f1: 0.2, f2: 0.9, w: 0.4, h1: 0.7 * η, h2: 1.3 * η, p: 0.5 * η, V12: [0.3, 0.8], V21: [-0.2, 0.5] })
      .map(([name, value]) => [letter(name), typeof value === "number" ? complex(value) : complex(value[0]!, value[1])]));
    for (const found of orders(3, 0.05, (η) => modulusOf(subtract(valueOf(population, values(η)), valueOf(limit, values(η)))))) expect(found).toBeCloseTo(2, 1);
  });
});

// ---- what cannot depend on the states, and causality ---------------------------------------------------------------------------

/** Every coupling W V W†. */
const turnedBy = (W: NumericMatrix, model: DrivenLevels): DrivenLevels => ({ ...model, drives: model.drives.map(({ coupling, frequency }) => ({ coupling: outOfFrame(coupling, W), frequency })) });
const isCovariant = (n: number, collection: readonly string[], W: NumericMatrix, { model, observed }: Drawn): boolean => {
  const { response, valuesOf } = modelOf(n);
  const at = (of: DrivenLevels): NumericMatrix => numeric(response.component(collection), valuesOf(of, observed));
  return close(inFrame(at(turnedBy(W, model)), W), at(model), 1e-10);
};
const phases = (angles: readonly number[]): NumericMatrix => {
  const W = zeroMatrix(angles.length);
  angles.forEach((φ, k) => { [W.re[k * angles.length + k], W.im[k * angles.length + k]] = [Math.cos(φ), Math.sin(φ)]; });
  return W;
};

describe("the density matrix turns with the states", () => {
  it.each([2, 3, 4])("under phases of the levels: V_mn and ρ_mn take exp(i(φ_m − φ_n)), %i levels", (n) => {
    fc.assert(fc.property(drawn(n, 2), list(n, -3, 3), fc.constantFrom(["a"], ["a", "b"]), (one, angles, collection) => {
      expect(isCovariant(n, collection, phases(angles), one)).toBe(true);
    }), { numRuns: 6 });
  });

  /** Levels 1 and 2 alike in energy, occupation and every rate. */
  const degenerate = ({ model, observed }: Drawn): Drawn => {
    const alike = (k: number): number => (k === 1 ? 0 : k);
    const { energies, occupations, rates } = model;
    return { observed, model: { ...model, energies: energies.map((_, k) => energies[alike(k)]!), occupations: occupations.map((_, k) => occupations[alike(k)]!), rates: rates.map((row, m) => row.map((__, k) => rates[alike(m)]![alike(k)]!)) } };
  };
  /** Mixes the first two of three states. */
  const mixing = (seed: number): NumericMatrix => {
    const h = squareMatrix(2, stream(seed));
    const { re, im } = frameOf(eigenstates(complexSum([[1, 0, h], [1, 0, adjointOf(h)]])).states);
    return { size: 3, re: Float64Array.of(re[0]!, re[1]!, 0, re[2]!, re[3]!, 0, 0, 0, 1), im: Float64Array.of(im[0]!, im[1]!, 0, im[2]!, im[3]!, 0, 0, 0, 0) };
  };
  it("under any unitary mixing of two degenerate levels of equal width and occupation, but not with a dephasing between them", () => {
    fc.assert(fc.property(drawn(3, 2), fc.nat(), fc.constantFrom(["a"], ["a", "b"]), (one, seed, collection) => {
      const alike = degenerate(one);
      const dephased = { ...alike, model: { ...alike.model, rates: alike.model.rates.map((row, m) => row.map((rate, k) => (m + k === 1 ? rate + 0.5 : rate))) } };
      expect(isCovariant(3, collection, mixing(seed), alike)).toBe(true);
      expect(isCovariant(3, ["a", "b"], mixing(seed), dephased)).toBe(false);
    }), { numRuns: 8 });
  });
});

describe("response functions are causal", () => {
  it("no denominator vanishes for frequencies in the upper half plane or on the real axis, and each has its zero in the lower half plane of every drive", () => {
    const widths = populationWidths([ex("h1"), ex("h2")]);
    const coupling = matrix([[ex("V11"), ex("V12")], [ex("V21"), ex("V22")]]);
    const causal = (frequencies: readonly [string, string]): void => {
      const drives = frequencies.map((frequency, k) => ({ name: `${k}`, coupling, frequency: ex(frequency) }));
      const paths = densityResponse({ energies: [ex("E1"), ex("E2")], occupations: [ex("f1"), ex("f2")], relaxation: widths, drives }).paths(coupling, ["0", "1"]);
      const denominators = [...new Set(paths.flatMap(({ resonances }) => resonances.map(({ denominator }) => denominator)))];
      expect(denominators.length).toBe(12);
      for (const denominator of denominators) expect(isTheorem(positivity(call("im", [denominator])))).toBe(true);
      for (const { resonances } of paths) {
        for (const { drives: names, denominator } of resonances) {
          for (const name of names) {
            const zero = difference(drives[Number(name)]!.frequency, denominator);
            expect(signOf(call("im", [zero]))).toBe("negative");
          }
        }
      }
    };
    causal(["w", "x"]);
    causal(["w + i*p", "x"]);
  });

  /** ∫ g dx over the real line, or its principal value at the centre: midpoints in θ of x = centre + 2 tan θ. */
  const overLine = (centre: number, points: number, g: (x: number) => Complex): Complex => plus(...places(points).map((k) => {
    const θ = Math.PI * ((k + 0.5) / points - 0.5);
    return times(complex(2 * Math.PI / points / Math.cos(θ) ** 2), g(centre + 2 * Math.tan(θ)));
  }));
  /** The response as a function of the frequency of one drive. */
  const responseTo = (n: number, drive: number, collection: readonly string[], { model, observed }: Drawn): ((z: Complex) => Complex) => {
    const { response, operator, frequencies, valuesOf } = modelOf(n);
    const [term, values] = [response.expectation(operator, collection), valuesOf(model, observed)];
    return (z) => valueOf(term, new Map([...values, [frequencies[drive]!, z]]));
  };
  it.each([[2, ["a"], 0], [3, ["a"], 0], [2, ["a", "b"], 0], [2, ["a", "b"], 1]] as const)("Cauchy's integral over real frequencies gives the response above them and nothing below: %i levels, drives %j, frequency %i", (n, collection, drive) => {
    fc.assert(fc.property(drawn(n, collection.length, 0.4), between(-2, 2), between(0.5, 2), (one, x, y) => {
      const f = responseTo(n, drive, collection, one);
      const cauchy = (z: Complex): Complex => times(complex(0, -0.5 / Math.PI), overLine(0, 500, (real) => over(f(complex(real)), subtract(complex(real), z))));
      expect(near(cauchy(complex(x, y)), f(complex(x, y)), 1e-6)).toBe(true);
      expect(modulusOf(cauchy(complex(x, -y)))).toBeLessThan(1e-6 * (modulusOf(f(complex(x, y))) + 1));
    }), { numRuns: 2 });
  });

  it("real and imaginary part of a first-order response obey Kramers and Kronig: Re χ = (1/π) P∫ Im χ/(x − ω) dx, Im χ = −(1/π) P∫ Re χ/(x − ω) dx", () => {
    fc.assert(fc.property(drawn(3, 1, 0.4), between(-2, 2), (one, ω) => {
      const χ = responseTo(3, 0, ["a"], one);
      const { re, im } = overLine(ω, 500, (x) => over(χ(complex(x)), complex(Math.PI * (x - ω))));
      expect(near(complex(im, -re), χ(complex(ω)), 1e-6)).toBe(true);
      expect(near(complex(-im, re), χ(complex(ω)), 1e-6)).toBe(false);
    }), { numRuns: 3 });
  });
});
