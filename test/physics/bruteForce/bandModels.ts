/**
 * # Bloch Hamiltonians with parameters
 *
 * A point is (kx, ky, ux, uy) unless a model says otherwise; this order is the orientation of every four-form. ħ = 1, so velocities are ∂H/∂k.
 *
 * - `linearModel`: H = H₀ + Σ xₐ Hₐ; of this kind are `grapheneModel`, `diracSemimetalModel` and `cliffordModel`.
 * - `hoppingModel`: H(k, u) = Σ (T + Σ u_c T_c) e^{ik·d} over bonds, each with its own vector d; `randomHoppings` draws one.
 * - `planeWaveModel`: p²/2 + V(r − u) in plane waves, a crystal moved rigidly.
 */
import { adjoint, complexSum, kronecker, matrixOf, minus, pauli } from "./complexMatrix.ts";
import { weightedSum, zeroMatrix, type Matrix } from "./hermitian.ts";

export type Point = readonly number[];

export interface BandModel {
  readonly bands: number;
  /** How many of the lowest bands are filled. */
  readonly occupied: number;
  readonly hamiltonian: (point: Point) => Matrix;
  /** ∂H/∂xₐ, in the order of the parameters. */
  readonly gradient: (point: Point) => readonly Matrix[];
}

export const linearModel = (constant: Matrix, slopes: readonly Matrix[], occupied = 2): BandModel => ({
  bands: constant.size, occupied,
  hamiltonian: (point) => weightedSum([[1, constant], ...slopes.map((m, a) => [point[a]!, m] as const)]),
  gradient: () => slopes,
});

/** v in H = v k·σ (energy × length), Δ (energy), ζ (energy / length); orientation 1: upper right block ζ(uy − iux) as printed; −1: ζ(uy + iux). */
export interface DiracLetters { readonly v: number; readonly Δ: number; readonly ζ: number; readonly orientation: 1 | -1 }

const [σ0, σx, σy, σz] = pauli;
/** σ inside a block, τ between the blocks. */
const στ = (σ: Matrix, τ: Matrix): Matrix => kronecker(τ, σ);

const diracModel = ({ v, Δ, ζ, orientation }: DiracLetters, coupling: Matrix): BandModel => {
  const times = (x: number, m: Matrix): Matrix => weightedSum([[x, m]]);
  return linearModel(times(Δ, στ(σz, σz)), [times(v, στ(σx, σz)), times(v, στ(σy, σz)), times(orientation * ζ, στ(coupling, σy)), times(ζ, στ(coupling, σx))]);
};

/** Gapped graphene with a phonon at the zone corner: (v kx σx + v ky σy + Δ σz)τz + ζ(uy τx ± ux τy). */
export const grapheneModel = (letters: DiracLetters): BandModel => diracModel(letters, σ0);
/** The Dirac semimetal at fixed kz: the same with σz in the coupling to u. */
export const diracSemimetalModel = (letters: DiracLetters): BandModel => diracModel(letters, σz);

export const Γ: readonly Matrix[] = [στ(σx, σz), στ(σy, σz), στ(σz, σz), στ(σ0, σx), στ(σ0, σy)];
/** q·Γ with the two lower bands filled, or ±; a point has the five components of q. */
export const cliffordModel = (sign: 1 | -1 = 1): BandModel => linearModel(zeroMatrix(4), Γ.map((m) => weightedSum([[sign, m]])));

/** ⟨R, i|H|R + translation, j⟩ = value + Σ u_c slopes_c; the reverse bond is added by the model, a bond onto itself must be Hermitian. */
export interface Hopping { readonly translation: readonly [number, number]; readonly value: Matrix; readonly slopes: readonly Matrix[] }

export interface Crystal {
  /** Primitive translations, right-handed. */
  readonly translations: readonly [readonly [number, number], readonly [number, number]];
  /** In units of the translations. */
  readonly positions: readonly (readonly [number, number])[];
  readonly hoppings: readonly Hopping[];
}

/** Every bond with its reverse. */
export const bothWays = ({ hoppings }: Crystal): readonly Hopping[] => hoppings.flatMap((hop) => {
  const [m, n] = hop.translation;
  return m === 0 && n === 0 ? [hop] : [hop, { translation: [-m, -n], value: adjoint(hop.value), slopes: hop.slopes.map(adjoint) } as const];
});

/** Bloch sums with the true positions of the orbitals in the phases; points (kx, ky, u₁, u₂, …). */
export const hoppingModel = (crystal: Crystal, occupied: number): BandModel => {
  const { translations: [A, B], positions } = crystal;
  const bands = positions.length;
  const bonds = bothWays(crystal).map(({ translation, value, slopes }) => ({
    matrices: [value, ...slopes],
    along: positions.map((from) => positions.map((to) => {
      const [m, n] = [translation[0] + to[0] - from[0], translation[1] + to[1] - from[1]];
      return [m * A[0] + n * B[0], m * A[1] + n * B[1]] as const;
    })),
  }));
  const displacements = bonds[0]!.matrices.length - 1;
  /** Σ M e^{ik·d}, with the factor i d_direction where a direction is given. */
  const bloch = (kx: number, ky: number, weights: readonly number[], direction?: 0 | 1): Matrix => {
    const result = zeroMatrix(bands);
    for (const { matrices, along } of bonds) {
      const m = weightedSum(matrices.map((x, c) => [weights[c]!, x] as const));
      for (let i = 0; i < bands; i++) {
        for (let j = 0; j < bands; j++) {
          const [place, d] = [i * bands + j, along[i]![j]!];
          const [re, im] = [m.re[place]!, m.im[place]!];
          if (re === 0 && im === 0) continue;
          const [cosine, sine] = [Math.cos(kx * d[0] + ky * d[1]), Math.sin(kx * d[0] + ky * d[1])];
          const [x, y] = [re * cosine - im * sine, re * sine + im * cosine];
          result.re[place]! += direction === undefined ? x : -d[direction] * y;
          result.im[place]! += direction === undefined ? y : d[direction] * x;
        }
      }
    }
    return result;
  };
  return {
    bands, occupied,
    hamiltonian: ([kx, ky, ...u]) => bloch(kx!, ky!, [1, ...u]),
    gradient: ([kx, ky, ...u]) => [
      bloch(kx!, ky!, [1, ...u], 0), bloch(kx!, ky!, [1, ...u], 1),
      ...Array.from({ length: displacements }, (_, c) => bloch(kx!, ky!, Array.from({ length: displacements + 1 }, (_, k) => k === c + 1 ? 1 : 0))),
    ],
  };
};

/**
 * A square lattice with orbitals at the lattice points and drawn hoppings to the neighbours along (1,0), (0,1), (1,1) and on site, all of them linear in u.
 *
 * @param draw     numbers in −1 … 1
 * @param element  turns drawn numbers into a hopping matrix: complex without symmetry, real for time reversal with T² = 1
 */
export const randomHoppings = (bands: number, displacements: number, draw: () => number, element: () => Matrix = () => randomMatrix(bands, draw)): Crystal => ({
  translations: [[1, 0], [0, 1]],
  positions: Array.from({ length: bands }, () => [0, 0] as const),
  hoppings: [[0, 0], [1, 0], [0, 1], [1, 1]].map(([m, n]) => {
    const onSite = (x: Matrix): Matrix => m === 0 && n === 0 ? complexSum([[1, 0, x], [1, 0, adjoint(x)]]) : x;
    return { translation: [m!, n!] as const, value: onSite(element()), slopes: Array.from({ length: displacements }, () => weightedSum([[0.5, onSite(element())]])) };
  }),
});

export const randomMatrix = (bands: number, draw: () => number): Matrix =>
  ({ size: bands, re: Float64Array.from({ length: bands ** 2 }, draw), im: Float64Array.from({ length: bands ** 2 }, draw) });

/** No imaginary part: H(−k, u) = H(k, u)*. */
export const randomRealMatrix = (bands: number, draw: () => number): Matrix => ({ size: bands, re: Float64Array.from({ length: bands ** 2 }, draw), im: new Float64Array(bands ** 2) });

/** a₀ + i Σ aⱼσⱼ with real matrices a: commutes with iσy K, time reversal with T² = −1. */
export const randomQuaternionMatrix = (bands: number, draw: () => number): Matrix =>
  complexSum(pauli.map((σ, j) => j === 0 ? [1, 0, kronecker(randomRealMatrix(bands / 2, draw), σ)] : [0, 1, kronecker(randomRealMatrix(bands / 2, draw), σ)]));

/** A Fourier component V_G of a real potential, in units of the reciprocal lattice 2πℤ². */
export interface FourierComponent { readonly at: readonly [number, number]; readonly re: number; readonly im: number }

/** p²/2 + V(r − u) on a square lattice of unit constant, plane waves with |m|, |n| ≤ cutoff; V is given by half of its components, the others are conjugate. */
export const planeWaveModel = (potential: readonly FourierComponent[], cutoff: number, occupied = 1): BandModel => {
  const line = Array.from({ length: 2 * cutoff + 1 }, (_, k) => k - cutoff);
  const waves = line.flatMap((m) => line.map((n) => [m, n] as const));
  const components = potential.flatMap(({ at: [m, n], re, im }) => [{ at: [m, n] as const, re, im }, { at: [-m, -n] as const, re, im: -im }]);
  const bands = waves.length;
  const energy = ([, , ux, uy]: Point, weight: (gx: number, gy: number) => readonly [re: number, im: number]): Matrix => {
    const result = zeroMatrix(bands);
    waves.forEach((to, i) => {
      waves.forEach((from, j) => {
        const part = components.find(({ at }) => to[0] - from[0] === at[0] && to[1] - from[1] === at[1]);
        if (part === undefined) return;
        const [gx, gy] = [2 * Math.PI * part.at[0], 2 * Math.PI * part.at[1]];
        const angle = -(gx * ux! + gy * uy!);
        const [x, y] = [part.re * Math.cos(angle) - part.im * Math.sin(angle), part.re * Math.sin(angle) + part.im * Math.cos(angle)];
        const [p, q] = weight(gx, gy);
        [result.re[i * bands + j], result.im[i * bands + j]] = [p * x - q * y, p * y + q * x];
      });
    });
    return result;
  };
  const diagonal = (value: (gx: number, gy: number) => number): Matrix => {
    const result = zeroMatrix(bands);
    waves.forEach(([m, n], k) => { result.re[k * bands + k] = value(2 * Math.PI * m, 2 * Math.PI * n); });
    return result;
  };
  return {
    bands, occupied,
    hamiltonian: (point) => complexSum([[1, 0, energy(point, () => [1, 0])], [1, 0, diagonal((gx, gy) => ((gx + point[0]!) ** 2 + (gy + point[1]!) ** 2) / 2)]]),
    gradient: (point) => [diagonal((gx) => gx + point[0]!), diagonal((_, gy) => gy + point[1]!), energy(point, (gx) => [0, -gx]), energy(point, (_, gy) => [0, -gy])],
  };
};

/** The largest element of ∂H − [H(x + h) − H(x − h)]/2h over all parameters. */
export const gradientError = (model: BandModel, point: Point, h: number): number => Math.max(...model.gradient(point).map((slope, a) => {
  const moved = (by: number): Matrix => model.hamiltonian(point.map((x, b) => a === b ? x + by : x));
  const error = minus(slope, weightedSum([[1 / (2 * h), moved(h)], [-1 / (2 * h), moved(-h)]]));
  return error.re.reduce((most, x, k) => Math.max(most, Math.hypot(x, error.im[k]!)), 0);
}));

/** Square lattice whose low energies are the Dirac models: v sin k, Δ + β(2 − cos kx − cos ky), coupling to u independent of k. */
export const squareLattice = (kind: "graphene" | "diracSemimetal", { v, Δ, ζ, orientation }: DiracLetters, β: number): Crystal => {
  const coupling = kind === "graphene" ? σ0 : σz;
  const still = [zeroMatrix(4), zeroMatrix(4)];
  const hop = (σ: Matrix): Matrix => complexSum([[-β / 2, 0, στ(σz, σz)], [0, -v / 2, στ(σ, σz)]]);
  return {
    translations: [[1, 0], [0, 1]],
    positions: [[0, 0], [0, 0], [0, 0], [0, 0]],
    hoppings: [
      { translation: [0, 0], value: weightedSum([[Δ + 2 * β, στ(σz, σz)]]), slopes: [weightedSum([[orientation * ζ, στ(coupling, σy)]]), weightedSum([[ζ, στ(coupling, σx)]])] },
      { translation: [1, 0], value: hop(σx), slopes: still },
      { translation: [0, 1], value: hop(σy), slopes: still },
    ],
  };
};

/** The printed matrix of the graphene model, element by element. */
export const printedGrapheneMatrix = ({ v, Δ, ζ }: DiracLetters, [kx, ky, ux, uy]: readonly [number, number, number, number]): Matrix => {
  const [π, πDagger, ρ, ρDagger] = [[v * kx, v * ky], [v * kx, -v * ky], [ζ * uy, ζ * ux], [ζ * uy, -ζ * ux]] as const;
  const minusOf = ([re, im]: readonly [number, number]): readonly [number, number] => [-re, -im];
  return matrixOf([[Δ, πDagger, ρDagger, 0], [π, -Δ, 0, ρDagger], [ρ, 0, -Δ, minusOf(πDagger)], [0, ρ, minusOf(π), Δ]]);
};
