/**
 * # The magnetic response of Bloch bands to a pair of phonons
 *
 * The velocity of the bands at a small wave vector q₀, made by a phonon (ω + iη_p, q) and its partner (−ω + iη_p, −q − q₀), to first order in q₀:
 *
 *     θ_k(q₀) = Σ_k Tr[ρ_{k,k+q₀} (v_k e^{iq₀r})_{k+q₀,k}],      curl = ∂_{q₀x}θ_y − ∂_{q₀y}θ_x at q₀ = 0,
 *
 * through the intermediate states at k − q: k − q → k by the phonon, k + q₀ → k − q by its partner. Everything is given in the band basis at k: energies, the
 * velocity matrices ∂_xH and ∂_yH, the couplings F = ⟨n k|∂H/∂u|l k − q⟩ and F̄ = ⟨l k − q|∂H/∂u*|n k⟩, and the matrices of ∂_{k}(∂H/∂u*) at its end at k, which
 * vanish for a coupling that does not depend on the wave vector. States at k + q₀ are transported parallel, ⟨m|∂_an⟩ = (∂_aH)_mn/(E_n − E_m); the second
 * derivatives of H and the diagonal connections drop out of the curl.
 *
 * - `blochResponse(setting)`: `curl`, exact in the widths, and the part of it that each pair (n, l) of a band at k and one at k − q contributes with the ratio
 *   η_l/(2η_p + η_n) as a factor when all widths go to zero together: `skewScattering`, from the moment ⟨∂n| × v|n⟩ of the population of n, and `sideJump`, from the
 *   displacement between k and k + q₀ in the scattering times the velocity of n, in its two parts, of the states and of the coupling. Degenerate bands at k have such
 *   parts of their coherence too.
 *
 * The order of limits is q₀ → 0 first, at finite widths. The other path, k + q + q₀ between, is the same with the roles of the phonons exchanged. Nothing here
 * is trusted; the results are terms for the kernel to decide.
 */
import { call, difference, HALF, int, negate, ONE, power, product, quotient, sum, symbol, ZERO, I } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { adjoint, entryOf, matrix, multiplyMatrices, addMatrices, scaleMatrix, zeroMatrix, type Matrix } from "../expr/matrix.ts";
import { physicalSymbol } from "../expr/symbol.ts";
import { substitute } from "../expr/walk.ts";
import { derivative } from "../kernel/derivative.ts";
import { isZero, signOf } from "../kernel/field.ts";
import { infix } from "../notation/infixPrinter.ts";
import { densityResponse } from "./densityMatrix.ts";
import { populationWidths, ResponseError } from "./relaxation.ts";

/** Two Cartesian components, x and y. */
export type Planar<T> = readonly [x: T, y: T];

export interface BlochBands {
  readonly energies: readonly Expr[];
  readonly occupations: readonly Expr[];
  /** Rates of the populations; γ_nl = (η_n + η_l)/2. */
  readonly widths: readonly Expr[];
}

export interface BlochSetting {
  /** The N bands at k. */
  readonly bands: BlochBands;
  /** The M bands at k − q. */
  readonly between: BlochBands;
  /** ∂_xH and ∂_yH at k, N × N, Hermitian. */
  readonly velocities: Planar<Matrix>;
  /** F, N × M. */
  readonly coupling: Matrix;
  /** F̄, M × N. */
  readonly partner: Matrix;
  /** ∂_x and ∂_y of the operator of the partner by the wave vector k + q₀, M × N; zero when left out. */
  readonly partnerSlopes?: Planar<Matrix>;
  /** df_n/dE_n, zero when left out, as in an insulator. */
  readonly occupationSlopes?: readonly Expr[];
  readonly frequency: Expr;
  /** η_p. */
  readonly switching: Expr;
}

export interface NonadiabaticPart {
  /** The band at k and the one at k − q, from 0. */
  readonly band: number;
  /** The same band, or one that is degenerate with it: then the part is of the coherence of both. */
  readonly coherentWith: number;
  readonly through: number;
  /** η_l/(2η_p + η_n), for a coherence with the mean of both η_n. */
  readonly ratio: Expr;
  readonly skewScattering: Expr;
  readonly sideJumpOfStates: Expr;
  readonly sideJumpOfCoupling: Expr;
}

export interface BlochResponse { readonly curl: Expr; readonly nonadiabatic: readonly NonadiabaticPart[] }

/** ⟨m|∂n⟩ in the parallel gauge. */
const transport = (velocity: Matrix, energies: readonly Expr[]): Matrix => matrix(energies.map((em, m) => energies.map((en, n) => {
  const element = entryOf(velocity, m, n);
  if (m === n || isZero(element) === "true") return ZERO;
  const gap = difference(en, em);
  if (isZero(gap) === "true") throw new ResponseError(`the bands ${m + 1} and ${n + 1} at k are degenerate and the velocity mixes them: the transported states have a vanishing denominator E_${n + 1} − E_${m + 1}\n  try       a basis in which the velocity is diagonal within the degenerate bands`);
  return quotient(element, gap);
})));

const requireFit = ({ bands, between, velocities, coupling, partner, partnerSlopes, occupationSlopes, switching }: BlochSetting): void => {
  const [n, m] = [bands.energies.length, between.energies.length];
  const expected = (what: string, a: Matrix, rows: number, columns: number): void => {
    if (a.rows !== rows || a.columns !== columns) throw new ResponseError(`${what} does not fit the bands\n  expected  ${rows} × ${columns}\n  found     ${a.rows} × ${a.columns}`);
  };
  velocities.forEach((velocity, k) => { expected(`the velocity along ${k === 0 ? "x" : "y"}`, velocity, n, n); });
  expected("the coupling", coupling, n, m);
  expected("the coupling of the partner", partner, m, n);
  partnerSlopes?.forEach((slope, k) => { expected(`the derivative of the coupling of the partner along ${k === 0 ? "x" : "y"}`, slope, m, n); });
  for (const [what, values, count] of [["occupations of the bands at k", bands.occupations, n], ["widths of the bands at k", bands.widths, n], ["slopes of the occupations", occupationSlopes ?? bands.energies, n],
    ["occupations of the bands at k − q", between.occupations, m], ["widths of the bands at k − q", between.widths, m]] as const) {
    if (values.length !== count) throw new ResponseError(`the ${what} do not fit the energies\n  expected  ${count}, one for each band\n  found     ${values.length}`);
  }
  if (signOf(switching) === "negative") throw new ResponseError(`η_p is negative: ${infix(switching)}\n  expected  a phonon that is switched on as e^{η_pt}\n  try       the opposite sign`);
};

/** 1/x for a denominator that does not vanish identically. */
const inverse = (x: Expr, exponent: number, what: string): Expr => {
  if (isZero(x) === "true") throw new ResponseError(`${what} vanishes identically`);
  return power(x, int(exponent));
};

/** A block matrix over (k, k + q₀, k − q). */
const blocks = (n: number, m: number, place: (row: 0 | 1 | 2, column: 0 | 1 | 2, i: number, j: number) => Expr): Matrix => {
  const split = (k: number): readonly [0 | 1 | 2, number] => (k < n ? [0, k] : k < 2 * n ? [1, k - n] : [2, k - 2 * n]);
  return matrix(Array.from({ length: 2 * n + m }, (_, r) => Array.from({ length: 2 * n + m }, (__, c) => {
    const [[row, i], [column, j]] = [split(r), split(c)];
    return place(row, column, i, j);
  })));
};

export const blochResponse = (setting: BlochSetting): BlochResponse => {
  requireFit(setting);
  const { bands, between, velocities, coupling, partner, frequency, switching } = setting;
  const { energies } = bands;
  const [n, m] = [energies.length, between.energies.length];
  const none: Planar<Matrix> = [zeroMatrix(m, n), zeroMatrix(m, n)];
  const slopes = setting.partnerSlopes ?? none;
  const turned = [transport(velocities[0], energies), transport(velocities[1], energies)] as const;
  const q = physicalSymbol("q_0", { latex: "q_0", assume: "real" });
  const small = symbol(q);

  /** ∂θ_k/∂q₀ along `a`, with the velocity along `b`. */
  const slopeOfVelocity = (a: 0 | 1, b: 0 | 1): Expr => {
    const velocityOf = (k: number): Expr => entryOf(velocities[a], k, k);
    const shiftedPartner = addMatrices(partner, scaleMatrix(small, addMatrices(slopes[a], multiplyMatrices(partner, turned[a]))));
    const observed = addMatrices(velocities[b], scaleMatrix(small, multiplyMatrices(adjoint(turned[a]), velocities[b])));
    const moved = energies.map((energy, k) => sum(energy, product(small, velocityOf(k))));
    const movedOccupations = bands.occupations.map((f, k) => sum(f, product(small, velocityOf(k), setting.occupationSlopes?.[k] ?? ZERO)));
    const response = densityResponse({
      energies: [...energies, ...moved, ...between.energies],
      occupations: [...bands.occupations, ...movedOccupations, ...between.occupations],
      relaxation: populationWidths([...bands.widths, ...bands.widths, ...between.widths]),
      drives: [
        { name: "phonon", frequency: sum(frequency, product(I, switching)), coupling: blocks(n, m, (row, column, i, j) => (row === 0 && column === 2 ? entryOf(coupling, i, j) : ZERO)) },
        { name: "partner", frequency: sum(negate(frequency), product(I, switching)), coupling: blocks(n, m, (row, column, i, j) => (row === 2 && column === 1 ? entryOf(shiftedPartner, i, j) : ZERO)) },
      ],
    });
    const theta = response.expectation(blocks(n, m, (row, column, i, j) => (row === 1 && column === 0 ? entryOf(observed, i, j) : ZERO)), ["phonon", "partner"]);
    return substitute(derivative(theta, q), new Map([[q, ZERO]]));
  };

  const degenerate = (k: number, other: number): boolean => k === other || isZero(difference(energies[k] ?? ZERO, energies[other] ?? ZERO)) === "true";
  const partsOf = (k: number, second: number, l: number): readonly NonadiabaticPart[] => {
    const [energy, other] = [energies[k] ?? ZERO, between.energies[l] ?? ZERO];
    const occupation = difference(bands.occupations[k] ?? ZERO, between.occupations[l] ?? ZERO);
    const element = entryOf(coupling, k, l);
    const back = entryOf(partner, l, second);
    if (element === ZERO || occupation === ZERO || (k !== second && back === ZERO)) return [];
    if (k !== second && isZero(difference(bands.occupations[k] ?? ZERO, bands.occupations[second] ?? ZERO)) !== "true") {
      throw new ResponseError(`the bands ${k + 1} and ${second + 1} at k are degenerate, are coupled through band ${l + 1} at k − q, and have different occupations: their coherence has no limit for widths that vanish`);
    }
    const own = product(HALF, sum(bands.widths[k] ?? ZERO, bands.widths[second] ?? ZERO));
    const ratio = quotient(between.widths[l] ?? ZERO, sum(product(int(2), switching), own));
    /** −(f_n − f_l)F/(E_n − E_l − ω)²: what the ratio multiplies, but for F̄. */
    const weight = product(int(-1), ratio, occupation, element,
      inverse(difference(difference(energy, other), frequency), -2, `on resonance without a width: the denominator E − E′ − ω of band ${k + 1} at k, band ${l + 1} at k − q and the phonon, with E = ${infix(energy)}, E′ = ${infix(other)}, ω = ${infix(frequency)},`));
    const curlOf = (part: (a: 0 | 1, b: 0 | 1) => Expr): Expr => product(weight, difference(part(0, 1), part(1, 0)));
    const velocity = (b: 0 | 1): Expr => entryOf(velocities[b], second, k);
    return [{
      band: k, coherentWith: second, through: l, ratio,
      skewScattering: curlOf((a, b) => product(back, entryOf(multiplyMatrices(adjoint(turned[a]), velocities[b]), second, k))),
      sideJumpOfStates: curlOf((a, b) => product(entryOf(multiplyMatrices(partner, turned[a]), l, second), velocity(b))),
      sideJumpOfCoupling: curlOf((a, b) => product(entryOf(slopes[a], l, second), velocity(b))),
    }];
  };
  const nonadiabatic = energies.flatMap((_, k) => energies.flatMap((__, second) => (degenerate(k, second) ? between.energies.flatMap((___, l) => partsOf(k, second, l)) : [])));
  return { curl: difference(slopeOfVelocity(0, 1), slopeOfVelocity(1, 0)), nonadiabatic };
};

/** m_n = ½ Im⟨∂n| × v|n⟩, its z component, for unit charge: ½ Im Σ_m ((∂_xH)_nm(∂_yH)_mn − (∂_yH)_nm(∂_xH)_mn)/(E_n − E_m). */
export const orbitalMoment = (energies: readonly Expr[], [x, y]: Planar<Matrix>, n: number): Expr =>
  product(power(int(2), int(-1)), call("im", [sum(...energies.map((energy, m) => {
    if (m === n) return ZERO;
    const cross = difference(product(entryOf(x, n, m), entryOf(y, m, n)), product(entryOf(y, n, m), entryOf(x, m, n)));
    return cross === ZERO ? ZERO : product(cross, inverse(difference(energies[n] ?? ONE, energy), -1, `the bands ${n + 1} and ${m + 1} are degenerate and the velocity mixes them: the denominator E_${n + 1} − E_${m + 1} of the moment, both ${infix(energy)},`));
  }))]));
