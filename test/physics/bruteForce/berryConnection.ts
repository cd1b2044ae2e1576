/**
 * # Berry connection of an explicit frame
 *
 * A frame is a set of orthonormal states that depends smoothly on the parameters: A_a = i⟨m|∂ₐn⟩, Ω_ab = ∂ₐA_b − ∂_bA_a − i[A_a, A_b], by differences of
 * sixth order. No projector, no Hamiltonian and no energy enters: a route of its own to the curvatures of `bandGeometry.ts`.
 *
 * - `connection`, `connectionCurvatures`: all A_a and all Ω_ab at a point, as matrices over the states of the frame.
 * - `smoothUnitary`: a unitary matrix that depends smoothly on the parameters, drawn at random; `gauged`: a frame turned by one, |n⟩ → Σ |m⟩V_mn.
 * - `remembered`: a field that keeps its values, since differences of differences ask for the same points many times.
 * - `turnedModel`: the Hamiltonian whose states are the columns of a smooth unitary matrix, the first of them filled and degenerate.
 */
import { randomMatrix, type BandModel, type Point } from "./bandModels.ts";
import { adjoint, commutator, complexSum, frameOf, hermitianPart, product } from "./complexMatrix.ts";
import { slopeOf, STEP } from "./fieldResponse.ts";
import { combination, eigenstates, overlap, zeroMatrix, type Matrix, type Vector } from "./hermitian.ts";

export type Frame = (point: Point) => readonly Vector[];
export type UnitaryField = (point: Point) => Matrix;

const addStates = (terms: readonly (readonly [number, readonly Vector[]])[]): readonly Vector[] =>
  terms[0]![1].map((_, n) => combination(terms.map(([weight, states]) => [{ re: weight, im: 0 }, states[n]!])));
const addMatrices = (terms: readonly (readonly [number, Matrix])[]): Matrix => complexSum(terms.map(([weight, m]) => [weight, 0, m]));
const addLists = (terms: readonly (readonly [number, readonly Matrix[]])[]): readonly Matrix[] => terms[0]![1].map((_, a) => addMatrices(terms.map(([weight, list]) => [weight, list[a]!])));

/** A_a for every parameter. */
export const connection = (frame: Frame, point: Point, step = STEP): readonly Matrix[] => {
  const states = frame(point);
  const size = states.length;
  return point.map((_, a) => {
    const slopes = slopeOf(frame, addStates, point, a, step);
    const result = zeroMatrix(size);
    states.forEach((bra, m) => { slopes.forEach((ket, n) => {
      const { re, im } = overlap(bra, ket);
      [result.re[m * size + n], result.im[m * size + n]] = [-im, re];
    }); });
    return result;
  });
};

/** Ω_ab for all pairs of parameters, in the given frame. */
export const connectionCurvatures = (frame: Frame, point: Point, step = STEP): readonly (readonly Matrix[])[] => {
  const A = connection(frame, point, step);
  const slopes = point.map((_, a) => slopeOf((at) => connection(frame, at, step), addLists, point, a, step));
  return A.map((Aa, a) => A.map((Ab, b) => complexSum([[1, 0, slopes[a]![b]!], [-1, 0, slopes[b]![a]!], [0, -1, commutator(Aa, Ab)]])));
};

/** |n⟩ → Σ |m⟩V_mn. */
export const gauged = (frame: Frame, V: UnitaryField): Frame => (point) => {
  const [states, { size, re, im }] = [frame(point), V(point)];
  return states.map((_, n) => combination(states.map((ψ, m) => [{ re: re[m * size + n]!, im: im[m * size + n]! }, ψ])));
};

/** The columns of m times e^{i f gₖ}. */
const withPhases = (m: Matrix, g: readonly number[], f: number): Matrix => {
  const result = zeroMatrix(m.size);
  g.forEach((x, k) => {
    const [cosine, sine] = [Math.cos(f * x), Math.sin(f * x)];
    for (let place = k; place < m.re.length; place += m.size) {
      result.re[place] = m.re[place]! * cosine - m.im[place]! * sine;
      result.im[place] = m.re[place]! * sine + m.im[place]! * cosine;
    }
  });
  return result;
};

/**
 * Π exp(i Gⱼ sin(cⱼ·x + φⱼ)) over random Hermitian Gⱼ of a size below one.
 *
 * @param factors  five or more, so that no four-form vanishes because everything depends on fewer than four functions
 */
export const smoothUnitary = (size: number, parameters: number, draw: () => number, factors = 5): UnitaryField => {
  const turns = Array.from({ length: factors }, () => {
    const { energies, states } = eigenstates(complexSum([[0.5, 0, hermitianPart(randomMatrix(size, draw))]]));
    return { energies, frame: frameOf(states), along: Array.from({ length: parameters }, draw), φ: 3 * draw() };
  });
  const last = adjoint(turns.at(-1)!.frame);
  const between = turns.map(({ frame }, j) => j === 0 ? frame : product(adjoint(turns[j - 1]!.frame), frame));
  return (point) => product(turns.map(({ energies, along, φ }, j) => withPhases(between[j]!, energies, Math.sin(along.reduce((sum, c, a) => sum + c * point[a]!, φ)))).reduce(product), last);
};

export const remembered = <T>(field: (point: Point) => T): ((point: Point) => T) => {
  const known = new Map<string, T>();
  return (point) => {
    const key = point.join();
    const found = known.get(key) ?? field(point);
    known.set(key, found);
    return found;
  };
};

const columns = ({ size, re, im }: Matrix, count: number): readonly Vector[] => Array.from({ length: count }, (_, k) => ({
  re: Float64Array.from({ length: size }, (_, row) => re[row * size + k]!), im: Float64Array.from({ length: size }, (_, row) => im[row * size + k]!),
}));
export const firstColumns = (U: UnitaryField, count: number): Frame => (point) => columns(U(point), count);

/** The first columns of U at the energy −1, the others at 1, 1.5, 2, … */
export const turnedModel = (U: UnitaryField, bands: number, occupied: number): BandModel => {
  const levels = zeroMatrix(bands);
  for (let k = 0; k < bands; k++) levels.re[k * (bands + 1)] = k < occupied ? -1 : 1 + (k - occupied) / 2;
  const hamiltonian = (point: Point): Matrix => product(U(point), product(levels, adjoint(U(point))));
  return { bands, occupied, hamiltonian, gradient: (point) => point.map((_, a) => slopeOf(hamiltonian, addMatrices, point, a, STEP)) };
};
