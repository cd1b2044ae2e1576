/**
 * # A driven density matrix by numbers
 *
 * N levels, drives Σ V_a e^{−iΩ_a t}, ρ̇_mn = −i(E_m − E_n)ρ_mn − γ_mn(ρ − ρ₀)_mn − i[V(t), ρ]_mn, ρ₀ = diag f, ħ = 1. Two ways to the coefficient of
 * Π_a λ_a^{n_a} e^{−i Σ n_aΩ_a t} when every V_a is scaled by λ_a:
 *
 * - `inFrequency`: the Liouvillian as an N² × N² matrix, one linear system for each set of n_a, by Gaussian elimination. Written in a frame in which H₀
 *   and the relaxation are full, so that no element of ρ has a denominator of its own.
 * - `inTime`: the equation itself, integrated from where the drives are negligible (Im Ω_a > 0) to t = 0, for finite λ_a = |λ| e^{iφ}; the powers of λ_a are told apart
 *   by a Fourier sum over φ.
 *
 * Plain arrays, no term and no formula of perturbation theory beyond the order counting.
 */
import { commutator, complexSum, frameOf, inFrame, outOfFrame } from "./complexMatrix.ts";
import { eigenstates, zeroMatrix, type Amplitude, type Matrix, type Vector } from "./hermitian.ts";

export interface NumericDrive { readonly coupling: Matrix; readonly frequency: Amplitude }
export interface DrivenLevels {
  readonly energies: readonly number[];
  readonly occupations: readonly number[];
  /** γ_mn ≥ 0, symmetric. */
  readonly rates: readonly (readonly number[])[];
  readonly drives: readonly NumericDrive[];
}

/** x with a x = b, by elimination with the largest pivot of each column; a and b are not changed. */
export const solveLinear = (a: Matrix, b: Vector): Vector => {
  const { size } = a;
  const [re, im, x] = [a.re.slice(), a.im.slice(), { re: b.re.slice(), im: b.im.slice() }];
  const swap = (values: Float64Array, j: number, k: number): void => { [values[j], values[k]] = [values[k]!, values[j]!]; };
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.hypot(re[row * size + column]!, im[row * size + column]!) > Math.hypot(re[pivot * size + column]!, im[pivot * size + column]!)) pivot = row;
    if (pivot !== column) {
      for (let k = 0; k < size; k++) for (const values of [re, im]) swap(values, column * size + k, pivot * size + k);
      for (const values of [x.re, x.im]) swap(values, column, pivot);
    }
    const [u, v] = [re[column * size + column]!, im[column * size + column]!];
    const square = u * u + v * v;
    if (square === 0) throw new RangeError("the linear system is singular");
    for (let row = column + 1; row < size; row++) {
      const [p, q] = [re[row * size + column]!, im[row * size + column]!];
      const [s, t] = [(p * u + q * v) / square, (q * u - p * v) / square];
      for (let k = column; k < size; k++) {
        const [c, d] = [re[column * size + k]!, im[column * size + k]!];
        re[row * size + k]! -= s * c - t * d;
        im[row * size + k]! -= s * d + t * c;
      }
      const [c, d] = [x.re[column]!, x.im[column]!];
      x.re[row]! -= s * c - t * d;
      x.im[row]! -= s * d + t * c;
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let [c, d] = [x.re[row]!, x.im[row]!];
    for (let k = row + 1; k < size; k++) {
      const [s, t] = [re[row * size + k]!, im[row * size + k]!];
      c -= s * x.re[k]! - t * x.im[k]!;
      d -= s * x.im[k]! + t * x.re[k]!;
    }
    const [u, v] = [re[row * size + row]!, im[row * size + row]!];
    const square = u * u + v * v;
    [x.re[row], x.im[row]] = [(c * u + d * v) / square, (d * u - c * v) / square];
  }
  return x;
};

const diagonalOf = (values: readonly number[]): Matrix => {
  const result = zeroMatrix(values.length);
  values.forEach((value, k) => { result.re[k * values.length + k] = value; });
  return result;
};

/** A frame in which nothing is sparse: the eigenvectors of some Hermitian matrix. */
const fullFrame = (size: number): Matrix => {
  const h = zeroMatrix(size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) [h.re[j * size + k], h.im[j * size + k]] = [Math.cos((j + 1) * (k + 1)) + (j === k ? j : 0), Math.sin(2 * (j - k))];
  }
  return frameOf(eigenstates(h).states);
};

/** The matrix of ρ ↦ Ωρ − [H₀, ρ] + iγ∘ρ, all in the given frame; ρ is written row by row. */
const superoperator = ({ energies, rates }: DrivenLevels, Ω: Amplitude, frame: Matrix): Matrix => {
  const size = energies.length;
  const H = outOfFrame(diagonalOf(energies), frame);
  const result = zeroMatrix(size * size);
  for (let place = 0; place < size * size; place++) {
    const ρ = zeroMatrix(size);
    ρ.re[place] = 1;
    const decayed = inFrame(ρ, frame);
    for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) for (const part of [decayed.re, decayed.im]) part[j * size + k]! *= rates[j]![k]!;
    const image = complexSum([[Ω.re, Ω.im, ρ], [-1, 0, commutator(H, ρ)], [0, 1, outOfFrame(decayed, frame)]]);
    for (let row = 0; row < size * size; row++) [result.re[row * size * size + place], result.im[row * size * size + place]] = [image.re[row]!, image.im[row]!];
  }
  return result;
};

/** @param counts n_a, one for each drive. */
export const inFrequency = (model: DrivenLevels, counts: readonly number[]): Matrix => {
  const size = model.energies.length;
  const frame = fullFrame(size);
  const couplings = model.drives.map(({ coupling }) => outOfFrame(coupling, frame));
  const solved = new Map<string, Matrix>([[counts.map(() => 0).join(), outOfFrame(diagonalOf(model.occupations), frame)]]);
  const solve = (n: readonly number[]): Matrix => {
    const known = solved.get(n.join());
    if (known !== undefined) return known;
    const sources = n.flatMap((count, a): readonly Matrix[] => (count === 0 ? [] : [commutator(couplings[a]!, solve(n.with(a, count - 1)))]));
    const source = complexSum(sources.map((m) => [1, 0, m] as const));
    const Ω = n.reduce((total, count, a) => ({ re: total.re + count * model.drives[a]!.frequency.re, im: total.im + count * model.drives[a]!.frequency.im }), { re: 0, im: 0 });
    const result = { size, ...solveLinear(superoperator(model, Ω, frame), source) };
    solved.set(n.join(), result);
    return result;
  };
  return inFrame(solve(counts), frame);
};

export interface Integration {
  /** |λ|. */
  readonly amplitude: number;
  /** Values of φ for each drive; the power n is mixed with n ± this number only. */
  readonly phases: number;
  /** The beginning is at −duration. */
  readonly duration: number;
  readonly steps: number;
}

/** ρ at t = 0 from ρ₀ at −duration, with V_a scaled by the complex λ_a: the classical Runge-Kutta rule of fourth order. */
const propagated = ({ energies, occupations, rates, drives }: DrivenLevels, λ: readonly Amplitude[], duration: number, steps: number): Matrix => {
  const size = energies.length;
  const length = size * size;
  const [ρ, static0] = [diagonalOf(occupations), diagonalOf(occupations)];
  const V = zeroMatrix(size);
  const stage = zeroMatrix(size);
  const slopes = [zeroMatrix(size), zeroMatrix(size), zeroMatrix(size), zeroMatrix(size)] as const;
  const slope = (time: number, at: Matrix, into: Matrix): void => {
    V.re.fill(0);
    V.im.fill(0);
    drives.forEach(({ coupling, frequency: Ω }, a) => {
      const grown = Math.exp(Ω.im * time);
      const [c, s] = [grown * Math.cos(Ω.re * time), -grown * Math.sin(Ω.re * time)];
      const [p, q] = [λ[a]!.re * c - λ[a]!.im * s, λ[a]!.re * s + λ[a]!.im * c];
      for (let k = 0; k < length; k++) {
        V.re[k]! += p * coupling.re[k]! - q * coupling.im[k]!;
        V.im[k]! += p * coupling.im[k]! + q * coupling.re[k]!;
      }
    });
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) {
        let [x, y] = [0, 0];
        for (let m = 0; m < size; m++) {
          const [jm, mk] = [j * size + m, m * size + k];
          x += V.re[jm]! * at.re[mk]! - V.im[jm]! * at.im[mk]! - at.re[jm]! * V.re[mk]! + at.im[jm]! * V.im[mk]!;
          y += V.re[jm]! * at.im[mk]! + V.im[jm]! * at.re[mk]! - at.re[jm]! * V.im[mk]! - at.im[jm]! * V.re[mk]!;
        }
        const [jk, gap, rate] = [j * size + k, energies[j]! - energies[k]!, rates[j]![k]!];
        into.re[jk] = y + gap * at.im[jk]! - rate * (at.re[jk]! - static0.re[jk]!);
        into.im[jk] = -x - gap * at.re[jk]! - rate * (at.im[jk]! - static0.im[jk]!);
      }
    }
  };
  const advanced = (by: number, along: Matrix): Matrix => {
    for (let k = 0; k < length; k++) [stage.re[k], stage.im[k]] = [ρ.re[k]! + by * along.re[k]!, ρ.im[k]! + by * along.im[k]!];
    return stage;
  };
  const dt = duration / steps;
  const [first, second, third, fourth] = slopes;
  for (let step = 0; step < steps; step++) {
    const time = -duration + step * dt;
    slope(time, ρ, first);
    slope(time + dt / 2, advanced(dt / 2, first), second);
    slope(time + dt / 2, advanced(dt / 2, second), third);
    slope(time + dt, advanced(dt, third), fourth);
    for (let k = 0; k < length; k++) {
      ρ.re[k]! += dt / 6 * (first.re[k]! + 2 * second.re[k]! + 2 * third.re[k]! + fourth.re[k]!);
      ρ.im[k]! += dt / 6 * (first.im[k]! + 2 * second.im[k]! + 2 * third.im[k]! + fourth.im[k]!);
    }
  }
  return ρ;
};

/** @param counts n_a, one for each drive; a drive with n_a = 0 is switched off. */
export const inTime = (model: DrivenLevels, counts: readonly number[], { amplitude, phases, duration, steps }: Integration): Matrix => {
  const angles = counts.reduce<readonly (readonly number[])[]>((all, count) =>
    all.flatMap((begun) => Array.from({ length: count === 0 ? 1 : phases }, (_, k) => [...begun, 2 * Math.PI * k / phases])), [[]]);
  const order = counts.reduce((total, count) => total + count, 0);
  const weight = 1 / (angles.length * amplitude ** order);
  return complexSum(angles.map((φ) => {
    const λ = φ.map((angle, a) => (counts[a] === 0 ? { re: 0, im: 0 } : { re: amplitude * Math.cos(angle), im: amplitude * Math.sin(angle) }));
    const turn = φ.reduce((total, angle, a) => total - counts[a]! * angle, 0);
    return [weight * Math.cos(turn), weight * Math.sin(turn), propagated(model, λ, duration, steps)] as const;
  }));
};
