/**
 * # The adiabatic limit of the engine
 *
 * λ of an insulator from `blochResponse` and `densityResponse` at vanishing widths against the moment of a phonon in the Born-Oppenheimer approximation, as the project has it for another
 * paper: the response of the Berry curvature of filled bands to a magnetic field, −∂G/∂θ per area = 2λ (bruteForce/latticeFlux.ts, itself held against lattices in a real flux). Uniform
 * displacements of crystals of two and three bands without symmetry; the response is compiled once over letters and summed over the zone.
 */
import { describe, expect, it } from "vitest";
import { I, number, product, sum, symbol, ZERO } from "../../../symbolic/expr/build.ts";
import type { Expr } from "../../../symbolic/expr/expr.ts";
import { entryOf, mapMatrix, matrix, zeroMatrix as zeroTerms, type Matrix as TermMatrix } from "../../../symbolic/expr/matrix.ts";
import { physicalSymbol, type PhysicalSymbol } from "../../../symbolic/expr/symbol.ts";
import { evaluatorOf } from "../../../symbolic/compile/evaluator.ts";
import { rational } from "../../../symbolic/number/rational.ts";
import { blochResponse } from "../../../symbolic/theory/blochResponse.ts";
import { densityResponse } from "../../../symbolic/theory/densityMatrix.ts";
import { populationWidths } from "../../../symbolic/theory/relaxation.ts";
import { hoppingModel, randomHoppings, randomMatrix, type BandModel, type Crystal } from "../bruteForce/bandModels.ts";
import { complexSum } from "../bruteForce/complexMatrix.ts";
import { eigenstates, element, weightedSum, zeroMatrix, type Amplitude, type Matrix, type Spectrum } from "../bruteForce/hermitian.ts";
import { fieldFreeMoment } from "../bruteForce/latticeFlux.ts";
import { zoneMean } from "../bruteForce/quadrature.ts";
import { numbersFrom } from "../bruteForce/randomNumbers.ts";
import { orders } from "../order.ts";

const places = (n: number): readonly number[] => Array.from({ length: n }, (_, k) => k);
/** Real letters by name, and the numbers that they get. */
type Values = Record<string, number>;

interface Lettered { readonly real: (name: string) => Expr; readonly square: (name: string, n: number) => TermMatrix }
const lettered = (): Lettered => {
  const known = new Map<string, PhysicalSymbol>();
  const real = (name: string): Expr => {
    const letter = known.get(name) ?? physicalSymbol(name, { assume: "real" });
    known.set(name, letter);
    return symbol(letter);
  };
  return { real, square: (name, n) => matrix(places(n).map((i) => places(n).map((j) => sum(real(`${name}r${i}${j}`), product(I, real(`${name}i${i}${j}`)))))) };
};
const put = (values: Values, name: string, left: Spectrum, m: Matrix, right: Spectrum): void => {
  left.states.forEach((a, i) => { right.states.forEach((b, j) => {
    const { re, im } = element(a, m, b);
    [values[`${name}r${i}${j}`], values[`${name}i${i}${j}`]] = [re, im];
  }); });
};
const compiled = (term: Expr): ((values: Values) => Amplitude) => {
  const { parameters, scalar } = evaluatorOf({ id: "adiabatic", form: "model", source: "blochResponse", title: "response", term });
  return (values) => {
    const value = scalar(Object.fromEntries(parameters.map(({ name, symbolName }) => [name, values[symbolName]!])));
    return typeof value === "number" ? { re: value, im: 0 } : value;
  };
};
const filledTerms = (n: number, occupied: number): readonly Expr[] => places(n).map((k) => number(rational(k < occupied ? 1 : 0)));

interface Engine {
  /** The curl of the velocity that the phonon (ω, 0) and its partner make. */
  readonly curl: (values: Values) => Amplitude;
  /** The operator O between k and k − q₀, made by the partner: the response of first order. */
  readonly first: (values: Values) => Amplitude;
}
const engines = new Map<string, Engine>();
/** N bands without widths of their own, so that nothing carries a ratio of widths; the fields are switched on at the rate p. */
const engineOf = (n: number, occupied: number): Engine => {
  const key = `${n} ${occupied}`;
  const { real, square } = lettered();
  const [frequency, switching, occupations] = [real("w"), real("p"), filledTerms(n, occupied)];
  const none = places(n).map(() => ZERO);
  const bandsOf = (name: string) => ({ energies: places(n).map((k) => real(`${name}${k}`)), occupations, widths: none });
  const build = (): Engine => {
    const { curl } = blochResponse({
      bands: bandsOf("E"), between: bandsOf("G"), velocities: [square("vx", n), square("vy", n)], coupling: square("F", n), partner: square("P", n), partnerSlopes: [square("sx", n), square("sy", n)], frequency, switching,
    });
    const block = (m: TermMatrix, row: 0 | 1, column: 0 | 1): TermMatrix => mapMatrix(zeroTerms(2 * n, 2 * n), (_, i, j) =>
      (Math.floor(i / n) === row && Math.floor(j / n) === column ? entryOf(m, i % n, j % n) : ZERO));
    const response = densityResponse({
      energies: [...bandsOf("E").energies, ...bandsOf("G").energies], occupations: [...occupations, ...occupations], relaxation: populationWidths([...none, ...none]),
      drives: [{ name: "partner", frequency: sum(product(number(rational(-1)), frequency), product(I, switching)), coupling: block(square("P", n), 1, 0) }],
    });
    return { curl: compiled(curl), first: compiled(response.expectation(block(square("F", n), 0, 1), ["partner"])) };
  };
  const engine = engines.get(key) ?? build();
  engines.set(key, engine);
  return engine;
};

const SWITCHING = 1e-4;
const STEP = 1e-3;
type Wave = readonly [x: number, y: number];
/** Bands, and ∂H/∂u for both directions as functions of the wave vector with their slopes. */
interface Displaced { readonly crystal: Crystal; readonly model: BandModel; readonly forces: readonly [x: BandModel, y: BandModel] }
const displaced = (crystal: Crystal, occupied: number): Displaced => {
  const force = (direction: 0 | 1): BandModel => hoppingModel({ ...crystal, hoppings: crystal.hoppings.map(({ translation, slopes }) => ({ translation, value: slopes[direction]!, slopes: [] })) }, 0);
  return { crystal, model: hoppingModel(crystal, occupied), forces: [force(0), force(1)] };
};

/** Curls of θ¹ and θ³ for a phonon at q = 0, antisymmetric in the displacements. The coupling of a bond is taken at its middle: between k and k′ it is ∂H/∂u at (k + k′)/2. */
const densities = ({ model, forces }: Displaced, ω: number, k: Wave): { readonly θ1: number; readonly θ3: number } => {
  const engine = engineOf(model.bands, model.occupied);
  const at = (wave: Wave): Spectrum => eigenstates(model.hamiltonian([...wave, 0, 0]));
  const energies = (name: string, of: Spectrum): Values => Object.fromEntries(of.energies.map((E, n) => [`${name}${n}`, E]));
  const here = at(k);
  const common: Values = { ...energies("E", here), p: SWITCHING, w: ω };
  const circular = (of: (phonon: BandModel, partner: BandModel) => number): number => of(forces[0], forces[1]) - of(forces[1], forces[0]);
  const [vx, vy] = model.gradient([...k, 0, 0]);
  const θ1 = circular((phonon, partner) => {
    const values: Values = { ...common, ...energies("G", here) };
    put(values, "vx", here, vx!, here);
    put(values, "vy", here, vy!, here);
    put(values, "F", here, phonon.hamiltonian(k), here);
    put(values, "P", here, partner.hamiltonian(k), here);
    partner.gradient(k).forEach((slope, axis) => { put(values, axis === 0 ? "sx" : "sy", here, weightedSum([[0.5, slope]]), here); });
    return engine.curl(values).re;
  });
  const shifts = ([[STEP, 0], [-STEP, 0], [0, STEP], [0, -STEP]] as const).map(([x, y]) => ({ there: at([k[0] - x, k[1] - y]), middle: [k[0] - x / 2, k[1] - y / 2] as const }));
  const θ3 = circular((phonon, partner) => {
    const along = (shift: number, axis: 0 | 1): number => {
      const { there, middle } = shifts[shift]!;
      const values: Values = { ...common, ...energies("G", there) };
      put(values, "F", here, phonon.gradient(middle)[axis]!, there);
      put(values, "P", there, partner.hamiltonian(middle), here);
      return engine.first(values).re;
    };
    return (along(0, 1) - along(1, 1) - along(2, 0) + along(3, 0)) / (2 * STEP);
  });
  return { θ1, θ3 };
};

const ZONE = [[2 * Math.PI, 0], [0, 2 * Math.PI]] as const;
const POINTS = 8;
interface Lambda { readonly λ: number; readonly ofθ1: number; readonly evenθ3: number }
/**
 * λ = (θ¹(ω) − θ¹(−ω) + θ³(ω) − θ³(−ω))/8ω, with −q₀/2 for the phonon and for its partner, so that each has half of the derivative of θ³. What is left over when one of them has all of it
 * is even in ω.
 */
const lambda = (of: Displaced, ω: number): Lambda => {
  let [θ1, odd, even] = [0, 0, 0];
  zoneMean((x, y) => {
    const [plus, minus] = [densities(of, ω, [x, y]), densities(of, -ω, [x, y])];
    θ1 += plus.θ1 - minus.θ1;
    odd += (plus.θ3 - minus.θ3) / 2;
    even += (plus.θ3 + minus.θ3) / 2;
    return 0;
  }, ZONE, POINTS);
  const scale = 8 * ω * POINTS * POINTS;
  return { λ: (θ1 + odd) / scale, ofθ1: θ1 / scale, evenθ3: even / scale };
};
/** Hoppings against distances of 2.5 between bands. */
const WIDTH = 0.12;
/** Bands 2.5 apart and so narrow that sums over the zone converge. */
const insulator = (bands: number, occupied: number, seed: number): Displaced => {
  const draw = numbersFrom(seed);
  const random = randomHoppings(bands, 2, draw, () => complexSum([[WIDTH, 0, randomMatrix(bands, draw)]]));
  const apart = zeroMatrix(bands);
  for (let k = 0; k < bands; k++) apart.re[k * (bands + 1)] = 2.5 * k;
  return displaced({ ...random, hoppings: [...random.hoppings, { translation: [0, 0], value: apart, slopes: [zeroMatrix(bands), zeroMatrix(bands)] }] }, occupied);
};

describe("λ of an insulator at vanishing widths", () => {
  it.each([[2, 1, 104729], [2, 1, 314187], [3, 1, 418916], [3, 2, 523645]])("is half the adiabatic moment as the phonon slows down, with an error of second order in ω: %i bands, %i filled, crystal %i", (bands, occupied, seed) => {
    const of = insulator(bands, occupied, seed);
    const { topological, nontopological } = fieldFreeMoment(of.crystal, occupied, POINTS);
    const moment = topological + nontopological;
    const [fast, slow] = [lambda(of, 0.4), lambda(of, 0.2)];
    expect(Math.abs(orders(1, 0.4, (ω) => 2 * (ω === 0.4 ? fast : slow).λ - moment)[0]! - 2)).toBeLessThan(0.1);
    const limitOf = (part: "λ" | "ofθ1"): number => (4 * slow[part] - fast[part]) / 3;
    expect(Math.abs(2 * limitOf("λ") / moment - 1)).toBeLessThan(2e-3);
    // The coupling depends on the wave vector: θ³ is not small.
    expect(Math.abs(2 * limitOf("ofθ1") / moment - 1)).toBeGreaterThan(0.1);
    // How the small wave vector is shared between the phonon and its partner does not matter.
    expect(Math.abs(slow.evenθ3 / slow.λ)).toBeLessThan(1e-2);
  });

  it("has both of its parts in a crystal of three bands: the moment is not topological alone, nor nontopological alone", () => {
    const { topological, nontopological } = fieldFreeMoment(insulator(3, 1, 418916).crystal, 1, POINTS);
    for (const part of [topological, nontopological]) expect(Math.abs(part / (topological + nontopological))).toBeGreaterThan(0.02);
  });
});
