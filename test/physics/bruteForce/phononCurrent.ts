/**
 * # The current of two phonons, by explicit states
 *
 * Bloch bands at k, k + q₀ and at a wave vector between, with Ω₁ = ±ω + iη_p of the phonon that ends at k and Ω₂ = ∓ω + iη_p of the one that begins at k + q₀. The density matrix of second
 * order between k and k + q₀, element by element with γ_mn = (η_m + η_n)/2 and ρ₀ = f held, and with it the velocity at k + q₀/2.
 *
 * - `currentAlong`: its expectation value (x, y) for products of two couplings.
 * - `curlAtZero`: ∂_{q₀x}j_y − ∂_{q₀y}j_x at q₀ = 0 by differences with an error of fourth order.
 * - `circularResponse`: both orderings of the phonons (ω, q) and (−ω, −q − q₀), antisymmetric in the directions of their displacements: 8ω (or ¼∂_ω) times λ.
 * - `randomCoupledBands`: a square lattice whose coupling depends on both wave vectors, or is frozen at its value for one pair of them.
 */
import { hoppingModel, randomHoppings, randomMatrix, type BandModel } from "./bandModels.ts";
import { complexSum, hermitianPart } from "./complexMatrix.ts";
import { eigenstates, element, type Amplitude, type Matrix, type Spectrum } from "./hermitian.ts";

export type Wave = readonly [x: number, y: number];
/** ∂H/∂u between a bra at the first and a ket at the second wave vector. */
export type Coupling = (to: Wave, from: Wave) => Matrix;
/** Its two directions; coupling(to, from)† = coupling(from, to). */
export interface CoupledBands { readonly bands: BandModel; readonly couplings: readonly [x: Coupling, y: Coupling] }

export interface Widths { readonly ends: readonly number[]; readonly between: readonly number[]; readonly phonon: number }
/** f of a band, of which the energy is the second argument. */
export type Occupation = (band: number, energy: number) => number;

export interface Path {
  readonly bands: BandModel;
  /** Σ weight · ⟨k|first|between⟩⟨between|second|k + q₀⟩. */
  readonly products: readonly { readonly weight: number; readonly first: Coupling; readonly second: Coupling }[];
  readonly k: Wave;
  readonly between: (q0: Wave) => Wave;
  /** Re Ω₁; Re Ω₂ is the opposite. */
  readonly frequency: number;
  readonly widths: Widths;
  readonly occupation: Occupation;
}
export type Current = readonly [x: Amplitude, y: Amplitude];

export const times = (a: Amplitude, b: Amplitude): Amplitude => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });
export const conjugated = ({ re, im }: Amplitude): Amplitude => ({ re, im: -im });
export const added = (...all: readonly Amplitude[]): Amplitude => all.reduce((x, y) => ({ re: x.re + y.re, im: x.im + y.im }), { re: 0, im: 0 });
export const scaled = (x: number, a: Amplitude): Amplitude => ({ re: x * a.re, im: x * a.im });
const over = (a: Amplitude, b: Amplitude): Amplitude => scaled(1 / (b.re ** 2 + b.im ** 2), times(a, conjugated(b)));

const elementsOf = (left: Spectrum, m: Matrix, right: Spectrum): readonly (readonly Amplitude[])[] => left.states.map((a) => right.states.map((b) => element(a, m, b)));

export const currentAlong = ({ bands, products, k, between, frequency, widths, occupation }: Path, q0: Wave): Current => {
  const [end, middle] = [[k[0] + q0[0], k[1] + q0[1]] as const, between(q0)];
  const at = (wave: Wave): Spectrum => eigenstates(bands.hamiltonian(wave));
  const [here, there, beyond] = [at(k), at(middle), at(end)];
  const vertices = products.map(({ weight, first, second }) => ({ weight, first: elementsOf(here, first(k, middle), there), second: elementsOf(there, second(middle, end), beyond) }));
  const [vx, vy] = bands.gradient([k[0] + q0[0] / 2, k[1] + q0[1] / 2]).slice(0, 2).map((v) => elementsOf(beyond, v, here));
  let [x, y]: readonly [Amplitude, Amplitude] = [{ re: 0, im: 0 }, { re: 0, im: 0 }];
  here.energies.forEach((E, n) => {
    const f = occupation(n, E);
    beyond.energies.forEach((E2, m) => {
      const parts = there.energies.map((E1, l) => {
        const f1 = occupation(l, E1);
        const product = added(...vertices.map(({ weight, first, second }) => scaled(weight, times(first[n]![l]!, second[l]![m]!))));
        const first = { re: frequency - E + E1, im: widths.phonon + (widths.ends[n]! + widths.between[l]!) / 2 };
        const second = { re: -frequency - E1 + E2, im: widths.phonon + (widths.between[l]! + widths.ends[m]!) / 2 };
        return times(product, added(over({ re: f - f1, im: 0 }, first), over({ re: occupation(m, E2) - f1, im: 0 }, second)));
      });
      const ρ = over(added(...parts), { re: E2 - E, im: 2 * widths.phonon + (widths.ends[n]! + widths.ends[m]!) / 2 });
      x = added(x, times(ρ, vx![m]![n]!));
      y = added(y, times(ρ, vy![m]![n]!));
    });
  });
  return [x, y];
};

/** Differences with q₀ = ±step and ±step/2, small against widths over velocities. */
export const curlAtZero = (current: (q0: Wave) => Current, step: number): Amplitude => {
  const slope = (a: 0 | 1, b: 0 | 1): Amplitude => {
    const central = (x: number): Amplitude => {
      const [forward, backward] = [x, -x].map((q) => current(a === 0 ? [q, 0] : [0, q])[b]);
      return scaled(1 / (2 * x), added(forward!, scaled(-1, backward!)));
    };
    return added(scaled(4 / 3, central(step / 2)), scaled(-1 / 3, central(step)));
  };
  return added(slope(0, 1), scaled(-1, slope(1, 0)));
};

export interface PhononPair { readonly k: Wave; readonly q: Wave; readonly frequency: number; readonly widths: Widths; readonly occupation: Occupation }
/** "phonon": k − q between, the phonon first; "partner": k + q + q₀ between, its partner first; or both. */
export type Ordering = "phonon" | "partner" | "both";

/** Antisymmetric in the directions of u(ω, q) and u(−ω, −q − q₀). */
const circularPath = ({ bands, couplings: [X, Y] }: CoupledBands, { k, q, frequency, widths, occupation }: PhononPair, ordering: "phonon" | "partner"): Path => {
  const sign = ordering === "phonon" ? 1 : -1;
  return {
    bands, k, widths, occupation, frequency: sign * frequency,
    products: [{ weight: sign, first: X, second: Y }, { weight: -sign, first: Y, second: X }],
    between: (q0) => (sign > 0 ? [k[0] - q[0], k[1] - q[1]] : [k[0] + q[0] + q0[0], k[1] + q[1] + q0[1]]),
  };
};

/** The real part: the imaginary one is half the derivative by q of the current at q₀ = 0. */
export const circularResponse = (model: CoupledBands, pair: PhononPair, step: number, ordering: Ordering = "both"): number => {
  const along = (one: "phonon" | "partner"): number => { const path = circularPath(model, pair, one); return curlAtZero((q0) => currentAlong(path, q0), step).re; };
  return ordering === "both" ? along("phonon") + along("partner") : along(ordering);
};

/** @param draw numbers in −1 … 1 */
export const randomCoupledBands = (bands: number, draw: () => number): CoupledBands => {
  const model = hoppingModel(randomHoppings(bands, 0, draw), 1);
  const hermitian = (): Matrix => hermitianPart(randomMatrix(bands, draw));
  const coupling = (): Coupling => {
    const [B, Bx, By, C] = [hermitian(), hermitian(), hermitian(), hermitian()];
    return (to, from) => complexSum([[1, 0, B], [Math.cos((to[0] + from[0]) / 2), 0, Bx], [Math.sin((to[1] + from[1]) / 2), 0, By], [0, Math.sin(to[0] - from[0] + 2 * (to[1] - from[1])), C]]);
  };
  return { bands: model, couplings: [coupling(), coupling()] };
};

/** Both couplings with their values for k and k − q, and for k + q, whatever the wave vectors near them. */
export const frozen = ({ bands, couplings }: CoupledBands, k: Wave, q: Wave): CoupledBands => {
  const far = (a: Wave, b: Wave): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const corners = [k, [k[0] - q[0], k[1] - q[1]], [k[0] + q[0], k[1] + q[1]]] as const;
  const nearest = (wave: Wave): Wave => corners.reduce<Wave>((best, corner) => (far(corner, wave) < far(best, wave) ? corner : best), corners[0]);
  const [X, Y] = couplings.map((coupling): Coupling => (to, from) => coupling(nearest(to), nearest(from)));
  return { bands, couplings: [X!, Y!] };
};
