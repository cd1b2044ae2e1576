/**
 * # Hermitian matrices by numbers
 *
 * - `eigenstates`: eigenvalues in ascending order with orthonormal eigenvectors, by cyclic Jacobi rotations with complex phases.
 * - vectors and matrices are pairs of real arrays; matrices are stored row by row.
 *
 * Plain arrays only. The brute force of this folder shares no term, no formula and no sign convention with the derivations that it is held against.
 */
export interface Vector { readonly re: Float64Array; readonly im: Float64Array }
export interface Matrix { readonly size: number; readonly re: Float64Array; readonly im: Float64Array }
export interface Amplitude { readonly re: number; readonly im: number }
export interface Spectrum { readonly energies: readonly number[]; readonly states: readonly Vector[] }

export const zeroVector = (size: number): Vector => ({ re: new Float64Array(size), im: new Float64Array(size) });
export const zeroMatrix = (size: number): Matrix => ({ size, re: new Float64Array(size * size), im: new Float64Array(size * size) });

export const modulusSquared = (a: Amplitude): number => a.re * a.re + a.im * a.im;

/** ⟨a|b⟩. */
export const overlap = (a: Vector, b: Vector): Amplitude => {
  let [re, im] = [0, 0];
  for (let k = 0; k < a.re.length; k++) {
    re += a.re[k]! * b.re[k]! + a.im[k]! * b.im[k]!;
    im += a.re[k]! * b.im[k]! - a.im[k]! * b.re[k]!;
  }
  return { re, im };
};

export const apply = (m: Matrix, v: Vector): Vector => {
  const result = zeroVector(m.size);
  for (let j = 0; j < m.size; j++) {
    for (let k = 0; k < m.size; k++) {
      const [a, b] = [m.re[j * m.size + k]!, m.im[j * m.size + k]!];
      result.re[j]! += a * v.re[k]! - b * v.im[k]!;
      result.im[j]! += a * v.im[k]! + b * v.re[k]!;
    }
  }
  return result;
};

/** ⟨a|M|b⟩. */
export const element = (a: Vector, m: Matrix, b: Vector): Amplitude => overlap(a, apply(m, b));
export const expectation = (m: Matrix, v: Vector): number => element(v, m, v).re;

/** v e^{iχ}. */
export const turned = (v: Vector, χ: number): Vector => {
  const [cosine, sine] = [Math.cos(χ), Math.sin(χ)];
  return { re: v.re.map((x, k) => x * cosine - v.im[k]! * sine), im: v.re.map((x, k) => x * sine + v.im[k]! * cosine) };
};

export const combination = (parts: readonly (readonly [Amplitude, Vector])[]): Vector => {
  const result = zeroVector(parts[0]?.[1].re.length ?? 0);
  for (const [a, v] of parts) {
    for (let k = 0; k < v.re.length; k++) {
      result.re[k]! += a.re * v.re[k]! - a.im * v.im[k]!;
      result.im[k]! += a.re * v.im[k]! + a.im * v.re[k]!;
    }
  }
  return result;
};

export const weightedSum = (terms: readonly (readonly [number, Matrix])[]): Matrix => {
  const result = zeroMatrix(terms[0]?.[1].size ?? 0);
  for (const [weight, m] of terms) {
    for (let k = 0; k < result.re.length; k++) {
      result.re[k]! += weight * m.re[k]!;
      result.im[k]! += weight * m.im[k]!;
    }
  }
  return result;
};

const MOST_SWEEPS = 40;

/** Columns p and q of a row-by-row matrix: p′ = c p − s e^{−iφ} q, q′ = s e^{iφ} p + c q, with `phase` = e^{iφ}. */
const rotateColumns = (m: { readonly re: Float64Array; readonly im: Float64Array }, size: number, p: number, q: number, c: number, s: number, phase: Amplitude): void => {
  for (let row = 0; row < size; row++) {
    const [j, k] = [row * size + p, row * size + q];
    const [pr, pi, qr, qi] = [m.re[j]!, m.im[j]!, m.re[k]!, m.im[k]!];
    m.re[j] = c * pr - s * (phase.re * qr + phase.im * qi);
    m.im[j] = c * pi - s * (phase.re * qi - phase.im * qr);
    m.re[k] = s * (phase.re * pr - phase.im * pi) + c * qr;
    m.im[k] = s * (phase.re * pi + phase.im * pr) + c * qi;
  }
};

/** The rows of a Hermitian matrix change with the complex conjugate of the column rotation. */
const rotateRows = (m: { readonly re: Float64Array; readonly im: Float64Array }, size: number, p: number, q: number, c: number, s: number, phase: Amplitude): void => {
  for (let column = 0; column < size; column++) {
    const [j, k] = [p * size + column, q * size + column];
    const [pr, pi, qr, qi] = [m.re[j]!, m.im[j]!, m.re[k]!, m.im[k]!];
    m.re[j] = c * pr - s * (phase.re * qr - phase.im * qi);
    m.im[j] = c * pi - s * (phase.re * qi + phase.im * qr);
    m.re[k] = s * (phase.re * pr + phase.im * pi) + c * qr;
    m.im[k] = s * (phase.re * pi - phase.im * pr) + c * qi;
  }
};

const sizeOffDiagonal = (m: Matrix): number => {
  let total = 0;
  for (let j = 0; j < m.size; j++) for (let k = 0; k < m.size; k++) if (j !== k) total += m.re[j * m.size + k]! ** 2 + m.im[j * m.size + k]! ** 2;
  return total;
};

/**
 * @param h  Hermitian; only its values are read
 * @throws {RangeError} when the rotations do not converge, as they do for every Hermitian matrix
 */
export const eigenstates = (h: Matrix): Spectrum => {
  const { size } = h;
  const m: Matrix = { size, re: h.re.slice(), im: h.im.slice() };
  const vectors = zeroMatrix(size);
  for (let k = 0; k < size; k++) vectors.re[k * size + k] = 1;
  const scale = m.re.reduce((sum, x) => sum + x * x, 0) + m.im.reduce((sum, x) => sum + x * x, 0);
  for (let sweep = 0; sizeOffDiagonal(m) > 1e-33 * scale; sweep++) {
    if (sweep > MOST_SWEEPS) throw new RangeError("the Jacobi rotations do not converge: the matrix is not Hermitian");
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const [re, im] = [m.re[p * size + q]!, m.im[p * size + q]!];
        const modulus = Math.hypot(re, im);
        if (modulus * modulus <= 1e-40 * scale) continue;
        const θ = (m.re[q * size + q]! - m.re[p * size + p]!) / (2 * modulus);
        const tangent = (θ < 0 ? -1 : 1) / (Math.abs(θ) + Math.sqrt(θ * θ + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const phase = { re: re / modulus, im: im / modulus };
        rotateColumns(m, size, p, q, cosine, tangent * cosine, phase);
        rotateRows(m, size, p, q, cosine, tangent * cosine, phase);
        for (const k of [p * size + q, q * size + p]) [m.re[k], m.im[k]] = [0, 0];
        rotateColumns(vectors, size, p, q, cosine, tangent * cosine, phase);
      }
    }
  }
  const order = Array.from({ length: size }, (_, k) => k).sort((j, k) => m.re[j * size + j]! - m.re[k * size + k]!);
  const column = (k: number): Vector => ({
    re: Float64Array.from({ length: size }, (_, row) => vectors.re[row * size + k]!), im: Float64Array.from({ length: size }, (_, row) => vectors.im[row * size + k]!),
  });
  return { energies: order.map((k) => m.re[k * size + k]!), states: order.map(column) };
};
