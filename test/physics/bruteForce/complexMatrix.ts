/**
 * # Products of complex matrices by numbers
 *
 * Square matrices of `hermitian.ts`: products, adjoints, commutators, traces, Kronecker products, Pauli matrices, change to a frame of states.
 */
import { zeroMatrix, type Amplitude, type Matrix, type Vector } from "./hermitian.ts";

export const product = (a: Matrix, b: Matrix): Matrix => {
  const { size } = a;
  const result = zeroMatrix(size);
  for (let j = 0; j < size; j++) {
    for (let m = 0; m < size; m++) {
      const u = a.re[j * size + m]!;
      const v = a.im[j * size + m]!;
      if (u === 0 && v === 0) continue;
      for (let k = 0; k < size; k++) {
        const p = b.re[m * size + k]!;
        const q = b.im[m * size + k]!;
        result.re[j * size + k]! += u * p - v * q;
        result.im[j * size + k]! += u * q + v * p;
      }
    }
  }
  return result;
};

/** Σ wₙ Mₙ with complex weights (re, im). */
export const complexSum = (terms: readonly (readonly [re: number, im: number, m: Matrix])[]): Matrix => {
  const result = zeroMatrix(terms[0]?.[2].size ?? 0);
  for (const [re, im, m] of terms) {
    for (let k = 0; k < result.re.length; k++) {
      result.re[k]! += re * m.re[k]! - im * m.im[k]!;
      result.im[k]! += re * m.im[k]! + im * m.re[k]!;
    }
  }
  return result;
};

export const plus = (a: Matrix, b: Matrix): Matrix => complexSum([[1, 0, a], [1, 0, b]]);
export const minus = (a: Matrix, b: Matrix): Matrix => complexSum([[1, 0, a], [-1, 0, b]]);

export const adjoint = (a: Matrix): Matrix => {
  const { size } = a;
  const result = zeroMatrix(size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) [result.re[k * size + j], result.im[k * size + j]] = [a.re[j * size + k]!, -a.im[j * size + k]!];
  }
  return result;
};

export const conjugate = (a: Matrix): Matrix => ({ size: a.size, re: a.re.slice(), im: a.im.map((x) => -x) });
export const hermitianPart = (a: Matrix): Matrix => complexSum([[0.5, 0, a], [0.5, 0, adjoint(a)]]);
export const commutator = (a: Matrix, b: Matrix): Matrix => minus(product(a, b), product(b, a));
export const anticommutator = (a: Matrix, b: Matrix): Matrix => plus(product(a, b), product(b, a));

export const trace = (a: Matrix): Amplitude => {
  let [re, im] = [0, 0];
  for (let k = 0; k < a.size; k++) {
    re += a.re[k * a.size + k]!;
    im += a.im[k * a.size + k]!;
  }
  return { re, im };
};

/** Tr ab. */
export const traceOfProduct = (a: Matrix, b: Matrix): Amplitude => {
  const { size } = a;
  let [re, im] = [0, 0];
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) {
      const [u, v, p, q] = [a.re[j * size + k]!, a.im[j * size + k]!, b.re[k * size + j]!, b.im[k * size + j]!];
      re += u * p - v * q;
      im += u * q + v * p;
    }
  }
  return { re, im };
};

/** The largest modulus of an element. */
export const largest = (a: Matrix): number => a.re.reduce((most, x, k) => Math.max(most, Math.hypot(x, a.im[k]!)), 0);

/** a ⊗ b: a numbers the blocks, b the places inside a block. */
export const kronecker = (a: Matrix, b: Matrix): Matrix => {
  const size = a.size * b.size;
  const result = zeroMatrix(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [j, k] = [Math.floor(row / b.size) * a.size + Math.floor(column / b.size), (row % b.size) * b.size + column % b.size];
      result.re[row * size + column] = a.re[j]! * b.re[k]! - a.im[j]! * b.im[k]!;
      result.im[row * size + column] = a.re[j]! * b.im[k]! + a.im[j]! * b.re[k]!;
    }
  }
  return result;
};

/** From its elements row by row, each a real number or a pair (re, im). */
export const matrixOf = (elements: readonly (readonly (number | readonly [number, number])[])[]): Matrix => {
  const parts = elements.flat().map((x) => typeof x === "number" ? [x, 0] as const : x);
  return { size: elements.length, re: Float64Array.from(parts, ([re]) => re), im: Float64Array.from(parts, ([, im]) => im) };
};

export const identity = (size: number): Matrix => {
  const result = zeroMatrix(size);
  for (let k = 0; k < size; k++) result.re[k * size + k] = 1;
  return result;
};

/** σ₀, σx, σy, σz. */
export const pauli: readonly [Matrix, Matrix, Matrix, Matrix] = [
  matrixOf([[1, 0], [0, 1]]), matrixOf([[0, 1], [1, 0]]), matrixOf([[0, [0, -1]], [[0, 1], 0]]), matrixOf([[1, 0], [0, -1]]),
];

/** The matrix whose columns are the states. */
export const frameOf = (states: readonly Vector[]): Matrix => {
  const size = states.length;
  const result = zeroMatrix(size);
  states.forEach((ψ, column) => {
    for (let row = 0; row < size; row++) [result.re[row * size + column], result.im[row * size + column]] = [ψ.re[row]!, ψ.im[row]!];
  });
  return result;
};

/** W†MW. */
export const inFrame = (m: Matrix, frame: Matrix): Matrix => product(adjoint(frame), product(m, frame));
/** WMW†. */
export const outOfFrame = (m: Matrix, frame: Matrix): Matrix => product(frame, product(m, adjoint(frame)));
