/**
 * # The time-dependent Schrödinger equation
 *
 * i dψ/dt = H(t) ψ for several orbitals at once, ħ = 1, in Magnus steps of sixth order: H at the three Gauss points of a step, nested commutators,
 * one exponential (Blanes, Casas, Oteo and Ros, Phys. Rep. 470, 151 (2009), Sec. 5.5.1), which acts by its power series, summed to rounding.
 *
 * A drive with a kink must have it at the end of a step: propagate up to it, then on.
 */
import type { Matrix, Vector } from "./hermitian.ts";
import { zeroMatrix, zeroVector } from "./hermitian.ts";

export type HamiltonianInTime = (time: number, into: Matrix) => void;

const ROOT = Math.sqrt(15);

/** [a, b] of anti-Hermitian matrices: ab − (ab)†. */
const commutator = (a: Matrix, b: Matrix, into: Matrix): void => {
  const { size } = a;
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) {
      let [x, y] = [0, 0];
      for (let m = 0; m < size; m++) {
        const [u, v, p, q] = [a.re[j * size + m]!, a.im[j * size + m]!, b.re[m * size + k]!, b.im[m * size + k]!];
        x += u * p - v * q;
        y += u * q + v * p;
      }
      into.re[j * size + k] = x;
      into.im[j * size + k] = y;
    }
  }
  for (let j = 0; j < size; j++) {
    for (let k = j; k < size; k++) {
      const [up, down] = [j * size + k, k * size + j];
      const [x, y] = [into.re[up]! - into.re[down]!, into.im[up]! + into.im[down]!];
      [into.re[up], into.im[up], into.re[down], into.im[down]] = [x, y, -x, y];
    }
  }
};

/** ψ ← exp(a) ψ. */
const exponential = (a: Matrix, ψ: Vector, term: Vector, next: Vector): void => {
  const { size, re, im } = a;
  term.re.set(ψ.re);
  term.im.set(ψ.im);
  for (let order = 1; order < 80; order++) {
    let largest = 0;
    for (let j = 0; j < size; j++) {
      let [x, y] = [0, 0];
      for (let k = 0; k < size; k++) {
        const [u, v, p, q] = [re[j * size + k]!, im[j * size + k]!, term.re[k]!, term.im[k]!];
        x += u * p - v * q;
        y += u * q + v * p;
      }
      next.re[j] = x / order;
      next.im[j] = y / order;
      largest = Math.max(largest, Math.abs(x), Math.abs(y));
    }
    for (let j = 0; j < size; j++) {
      term.re[j] = next.re[j]!;
      term.im[j] = next.im[j]!;
      ψ.re[j]! += next.re[j]!;
      ψ.im[j]! += next.im[j]!;
    }
    if (largest < 1e-18 * order) return;
  }
  throw new RangeError("the step is too long for the exponential series: take more steps");
};

/**
 * @param orbitals  at the time `from`; not changed
 * @param observe   called at the end of each step
 * @returns         the orbitals at the time `to`
 */
export const propagate = (h: HamiltonianInTime, from: number, to: number, steps: number, orbitals: readonly Vector[], observe?: (time: number, orbitals: readonly Vector[]) => void): readonly Vector[] => {
  const size = orbitals[0]?.re.length ?? 0;
  const current = orbitals.map((ψ) => ({ re: ψ.re.slice(), im: ψ.im.slice() }));
  const [early, middle, late] = [zeroMatrix(size), zeroMatrix(size), zeroMatrix(size)];
  const [α1, α2, α3, c1, c2, left, right, Ω] = [zeroMatrix(size), zeroMatrix(size), zeroMatrix(size), zeroMatrix(size), zeroMatrix(size), zeroMatrix(size), zeroMatrix(size), zeroMatrix(size)];
  const [term, next] = [zeroVector(size), zeroVector(size)];
  const dt = (to - from) / steps;
  /** Σ weights · (−i H) of the three points. */
  const mix = (into: Matrix, a: number, b: number, c: number): void => {
    for (let k = 0; k < size * size; k++) {
      into.re[k] = a * early.im[k]! + b * middle.im[k]! + c * late.im[k]!;
      into.im[k] = -(a * early.re[k]! + b * middle.re[k]! + c * late.re[k]!);
    }
  };
  const add = (into: Matrix, a: number, x: Matrix, b: number, y: Matrix, c = 0, z: Matrix = y): void => {
    for (let k = 0; k < size * size; k++) {
      into.re[k] = a * x.re[k]! + b * y.re[k]! + c * z.re[k]!;
      into.im[k] = a * x.im[k]! + b * y.im[k]! + c * z.im[k]!;
    }
  };
  for (let step = 0; step < steps; step++) {
    const time = from + step * dt;
    h(time + (0.5 - ROOT / 10) * dt, early);
    h(time + 0.5 * dt, middle);
    h(time + (0.5 + ROOT / 10) * dt, late);
    mix(α1, 0, dt, 0);
    mix(α2, -dt * ROOT / 3, 0, dt * ROOT / 3);
    mix(α3, dt * 10 / 3, -dt * 20 / 3, dt * 10 / 3);
    commutator(α1, α2, c1);
    add(right, 2, α3, 1, c1);
    commutator(α1, right, c2);
    add(left, -20, α1, -1, α3, 1, c1);
    add(right, 1, α2, -1 / 60, c2);
    commutator(left, right, Ω);
    add(Ω, 1 / 240, Ω, 1, α1, 1 / 12, α3);
    for (const ψ of current) exponential(Ω, ψ, term, next);
    observe?.(time + dt, current);
  }
  return current;
};
