import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chernForm, fourForm, gapOf, numericCurvatureTraces } from "../bruteForce/bandGeometry.ts";
import { diracSemimetalModel, grapheneModel, hoppingModel, randomHoppings, randomRealMatrix, type BandModel, type DiracLetters, type Point } from "../bruteForce/bandModels.ts";
import { complexSum, identity, matrixOf, minus, outOfFrame, plus } from "../bruteForce/complexMatrix.ts";
import { sumOverStates } from "../bruteForce/fieldResponse.ts";
import { eigenstates, zeroMatrix, type Matrix } from "../bruteForce/hermitian.ts";
import { order } from "../order.ts";
import { drawFrom, points, randomBands, randomUnitary, seeds } from "./randomModels.ts";

/** Rounding of eigenvectors, relative to the largest value, for gaps above 0.4. */
const ROUNDING = 1e-9;
const planes = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const;

/** The six Tr Ω_ab, all Tr Ω_abΩ_cd, the second Chern form, F_ux and F_uy. */
interface Values { readonly single: readonly number[]; readonly pair: readonly number[]; readonly form: readonly [number]; readonly F: readonly number[] }
const valuesAt = (model: BandModel, point: Point): Values => {
  const traces = numericCurvatureTraces(model, point);
  return {
    single: planes.map(([a, b]) => traces.single(a, b)), pair: planes.flatMap(([a, b], j) => planes.slice(j).map(([c, d]) => traces.pair(a, b, c, d))), form: [fourForm(traces)], F: sumOverStates(model, point, "covariant"),
  };
};
/** How far `there` is from sign·here, relative to what is large here. */
const deviation = (here: readonly number[], there: readonly number[], sign: number | readonly number[]): number =>
  Math.max(...here.map((x, k) => Math.abs((typeof sign === "number" ? sign : sign[k]!) * x - there[k]!))) / (1 + Math.max(...here.map(Math.abs)));
const sizeOf = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

const scaled = (m: Matrix, by: number): Matrix => complexSum([[by, 0, m]]);
const opposite = (point: Point): Point => point.map((x) => -x);
const P = matrixOf([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, -1, 0], [0, 0, 0, -1]]);
/** ½[H(k, u) + P H(−k, −u) P]. */
const withInversion = (model: BandModel): BandModel => ({
  ...model,
  hamiltonian: (point) => scaled(plus(model.hamiltonian(point), outOfFrame(model.hamiltonian(opposite(point)), P)), 0.5),
  gradient: (point) => {
    const there = model.gradient(opposite(point));
    return model.gradient(point).map((slope, a) => scaled(minus(slope, outOfFrame(there[a]!, P)), 0.5));
  },
});
/** Real hoppings: H(−k, u) = H(k, u)*. */
const realBands = (seed: number, occupied: number): BandModel => {
  const draw = drawFrom(seed);
  return hoppingModel(randomHoppings(4, 2, draw, () => randomRealMatrix(4, draw)), occupied);
};

describe("inversion, H(−k, −u) = P H(k, u) P", () => {
  it("makes every Tr Ω_ab, all products and the second Chern form even under (k, u) → (−k, −u), and F odd, for one, two or three filled of four random bands; without it they are neither", () => {
    const sizes = { single: 0, form: 0, F: 0, broken: 0 };
    fc.assert(fc.property(seeds(), points(), fc.constantFrom(1, 2, 3), (seed, point, occupied) => {
      const random = randomBands(seed, occupied);
      const model = withInversion(random);
      fc.pre(gapOf(model, point) > 0.4 && gapOf(random, point) > 0.4 && gapOf(random, opposite(point)) > 0.4);
      const [here, there] = [valuesAt(model, point), valuesAt(model, opposite(point))];
      for (const even of ["single", "pair", "form"] as const) expect(deviation(here[even], there[even], 1)).toBeLessThan(ROUNDING);
      expect(deviation(here.F, there.F, -1)).toBeLessThan(ROUNDING);
      for (const each of ["single", "form", "F"] as const) sizes[each] = Math.max(sizes[each], sizeOf(here[each]));
      const [one, other] = [point, opposite(point)].map((at) => valuesAt(random, at).single);
      sizes.broken = Math.max(sizes.broken, Math.min(deviation(one!, other!, 1), deviation(one!, other!, -1)));
    }), { numRuns: 15 });
    for (const size of Object.values(sizes)) expect(size).toBeGreaterThan(1e-3);
  });

  it("with time reversal makes Tr Ω_kk and Tr Ω_uu odd in u at every k, so that they vanish at u = 0, and Tr Ω_ku and the second Chern form even", () => {
    let charge = 0;
    fc.assert(fc.property(seeds(), points(), fc.constantFrom(1, 2, 3), (seed, [kx, ky, ux, uy], occupied) => {
      const model = withInversion(realBands(seed, occupied));
      fc.pre(gapOf(model, [kx, ky, ux, uy]) > 0.4 && gapOf(model, [kx, ky, 0, 0]) > 0.4);
      const [here, there, rest] = [[ux, uy], [-ux, -uy], [0, 0]].map((u) => valuesAt(model, [kx, ky, ...u]));
      expect(deviation(here!.single, there!.single, [-1, 1, 1, 1, 1, -1])).toBeLessThan(ROUNDING);
      expect(deviation(here!.form, there!.form, 1)).toBeLessThan(ROUNDING);
      expect(deviation(here!.F, there!.F, -1)).toBeLessThan(ROUNDING);
      for (const plane of [0, 5]) expect(Math.abs(rest!.single[plane]!)).toBeLessThan(ROUNDING);
      charge = Math.max(charge, sizeOf(rest!.single.slice(1, 5)));
    }), { numRuns: 15 });
    expect(charge).toBeGreaterThan(1e-3);
  });
});

/** −H with the other bands filled: its filled bands are the empty ones of H. */
const emptyBands = (model: BandModel): BandModel => ({
  bands: model.bands, occupied: model.bands - model.occupied, hamiltonian: (point) => scaled(model.hamiltonian(point), -1), gradient: (point) => model.gradient(point).map((m) => scaled(m, -1)),
});

describe("over all bands", () => {
  it("the curvatures, the second Chern form and F add up to zero, Tr Ω_abΩ_cd do not: one, two or three of four random bands and the rest", () => {
    const sizes = { form: 0, F: 0, products: 0 };
    fc.assert(fc.property(seeds(), points(), fc.constantFrom(1, 2, 3), (seed, point, occupied) => {
      const model = randomBands(seed, occupied);
      fc.pre(gapOf(model, point) > 0.4);
      const [filled, empty] = [model, emptyBands(model)].map((of) => valuesAt(of, point));
      for (const each of ["single", "form", "F"] as const) expect(deviation(filled![each], empty![each], -1)).toBeLessThan(ROUNDING);
      for (const each of ["form", "F"] as const) sizes[each] = Math.max(sizes[each], sizeOf(filled![each]));
      sizes.products = Math.max(sizes.products, deviation(filled!.pair, empty!.pair, -1));
    }), { numRuns: 15 });
    for (const size of Object.values(sizes)) expect(size).toBeGreaterThan(1e-3);
  });
});

/** Two matrices as the blocks of one, in a basis that hides it. */
const blocks = (a: Matrix, b: Matrix, basis: Matrix): Matrix => {
  const result = zeroMatrix(a.size + b.size);
  [[a, 0] as const, [b, a.size] as const].forEach(([m, from]) => m.re.forEach((re, place) => {
    const to = (from + Math.floor(place / m.size)) * result.size + from + place % m.size;
    [result.re[to], result.im[to]] = [re, m.im[place]!];
  }));
  return outOfFrame(result, basis);
};

describe("two independent models side by side", () => {
  it("have the sums of their curvatures, of their products, of their second Chern forms and of their F, in any basis, when both gaps lie at one energy", () => {
    fc.assert(fc.property(seeds(), seeds(), points(), fc.constantFrom(1, 2, 3), fc.constantFrom(1, 2, 3), (first, second, point, n, m) => {
      const models = [randomBands(first, n), randomBands(second, m)];
      fc.pre(models.every((model) => gapOf(model, point) > 0.4));
      const shifts = models.map(({ hamiltonian, occupied }) => { const { energies } = eigenstates(hamiltonian(point)); return (energies[occupied - 1]! + energies[occupied]!) / 2; });
      const basis = randomUnitary(8, drawFrom(first + second));
      const together: BandModel = {
        bands: 8, occupied: n + m,
        hamiltonian: (at) => { const [a, b] = models.map(({ hamiltonian }, k) => complexSum([[1, 0, hamiltonian(at)], [-shifts[k]!, 0, identity(4)]])); return blocks(a!, b!, basis); },
        gradient: (at) => { const [a, b] = models.map(({ gradient }) => gradient(at)); return a!.map((slope, p) => blocks(slope, b![p]!, basis)); },
      };
      const [found, one, other] = [together, ...models].map((model) => valuesAt(model, point));
      for (const each of ["single", "pair", "form", "F"] as const) expect(deviation(one![each].map((x, k) => x + other![each][k]!), found![each], 1)).toBeLessThan(ROUNDING);
    }), { numRuns: 10 });
  });
});

describe("limits of the Dirac models", () => {
  const letters: DiracLetters = { v: 1.3, Δ: 0.6, ζ: 0.8, orientation: 1 };
  const point: Point = [0.5, -0.3, 0.4, 0.2];
  const both = [grapheneModel, diracSemimetalModel] as const;

  it("ζ → 0: the second Chern forms and F vanish like ζ²", () => {
    for (const build of both) expect(order(0.02, (ζ) => chernForm(build({ ...letters, ζ }), point))).toBeCloseTo(2, 2);
    expect(order(0.02, (ζ) => sizeOf(sumOverStates(diracSemimetalModel({ ...letters, ζ }), point, "covariant")))).toBeCloseTo(2, 2);
  });

  it("Δ → 0: they vanish like Δ and like Δ³ where the bands stay apart, and like Δ⁻⁴ grow at k = u = 0", () => {
    both.forEach((build, k) => {
      expect(order(0.01, (Δ) => chernForm(build({ ...letters, Δ }), point))).toBeCloseTo([1, 3][k]!, 2);
      expect(order(0.1, (Δ) => chernForm(build({ ...letters, Δ }), [0, 0, 0, 0]))).toBeCloseTo(-4, 6);
    });
  });

  it("Δ → 0 where v|k| = ζ|u|, where the bands of the semimetal touch: its form tends to sign(Δ) v²ζ²/16(vk)⁴, not to zero, with an error of first order", () => {
    const [k, u] = [0.5, 0.5 * letters.v / letters.ζ];
    for (const sign of [1, -1]) {
      const error = (Δ: number): number => chernForm(diracSemimetalModel({ ...letters, Δ: sign * Δ }), [0.6 * k, 0.8 * k, u, 0]) * 16 * (letters.v * k) ** 4 / (letters.v * letters.ζ) ** 2 - sign;
      expect(order(0.005, error)).toBeCloseTo(1, 1);
      expect(Math.abs(error(0.001))).toBeLessThan(0.003);
    }
  });
});
