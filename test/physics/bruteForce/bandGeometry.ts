/**
 * # Berry curvatures of the filled bands
 *
 * A_a = i⟨m|∂ₐn⟩ over the filled bands, Ω_ab = ∂ₐA_b − ∂_bA_a − i[A_a, A_b] = i W†[∂ₐP, ∂_bP]W: from the projector P, without a choice of phases.
 *
 * - `bandGeometry`: energies, eigenframe and ⟨n|∂ₐH|n′⟩ at a point.
 * - `numericCurvatures`, `numericCurvatureTraces`: Ω_ab and Tr Ω_ab Ω_cd.
 * - `chernForm`: C = Tr(Ω_ab Ω_cd + Ω_bc Ω_ad − Ω_ac Ω_bd), by default in the order (kx, ky, ux, uy).
 * - `plaquetteCurvatures`, `plaquetteTrace`, `loopPhase`: the same from overlaps around small squares (Fukui, Hatsugai and Suzuki, J. Phys. Soc. Jpn. 74, 1674 (2005)).
 */
import { type BandModel, type Point } from "./bandModels.ts";
import { adjoint, complexSum, frameOf, inFrame, outOfFrame, product, trace, traceOfProduct } from "./complexMatrix.ts";
import { eigenstates, overlap, zeroMatrix, type Amplitude, type Matrix, type Vector } from "./hermitian.ts";

export interface BandGeometry {
  readonly energies: readonly number[];
  /** Columns: eigenstates in ascending order. */
  readonly frame: Matrix;
  /** ⟨m|∂ₐH|n⟩ in that frame. */
  readonly slopes: readonly Matrix[];
}

export const bandGeometry = (model: BandModel, point: Point): BandGeometry => {
  const { energies, states } = eigenstates(model.hamiltonian(point));
  const frame = frameOf(states);
  return { energies, frame, slopes: model.gradient(point).map((m) => inFrame(m, frame)) };
};

/** The gap above the filled bands. */
export const gapOf = (model: BandModel, point: Point): number => {
  const { energies } = eigenstates(model.hamiltonian(point));
  return energies[model.occupied]! - energies[model.occupied - 1]!;
};

/** m_nn′ / (Eₙ − Eₙ′) for n filled, n′ empty, all other elements zero: the part ⟨n|∂P|n′⟩ of the slope of the projector when m is the slope of H. */
export const acrossTheGap = (m: Matrix, energies: readonly number[], occupied: number): Matrix => {
  const result = zeroMatrix(m.size);
  for (let n = 0; n < occupied; n++) {
    for (let empty = occupied; empty < m.size; empty++) {
      const place = n * m.size + empty;
      const denominator = energies[n]! - energies[empty]!;
      [result.re[place], result.im[place]] = [m.re[place]! / denominator, m.im[place]! / denominator];
    }
  }
  return result;
};

/** P, in the basis of the orbitals. */
export const projector = (model: BandModel, point: Point): Matrix => {
  const frame = frameOf(eigenstates(model.hamiltonian(point)).states);
  const filled = zeroMatrix(model.bands);
  for (let k = 0; k < model.occupied; k++) filled.re[k * model.bands + k] = 1;
  return outOfFrame(filled, frame);
};

/** ∂ₐP for every parameter, in the basis of the orbitals. */
export const projectorSlopes = (model: BandModel, point: Point): readonly Matrix[] => {
  const { energies, frame, slopes } = bandGeometry(model, point);
  return slopes.map((m) => {
    const x = acrossTheGap(m, energies, model.occupied);
    return outOfFrame(complexSum([[1, 0, x], [1, 0, adjoint(x)]]), frame);
  });
};

/**
 * Ω_ab for all pairs of parameters, each a bands × bands matrix that is zero outside the filled bands.
 *
 * @returns in the eigenframe of the point; traces of products do not depend on it
 */
export const numericCurvatures = (model: BandModel, point: Point): readonly (readonly Matrix[])[] => {
  const { energies, slopes } = bandGeometry(model, point);
  const x = slopes.map((m) => acrossTheGap(m, energies, model.occupied));
  const y = x.map(adjoint);
  const above = x.map((_, a) => x.map((_, b) => b <= a ? undefined : complexSum([[0, 1, product(x[a]!, y[b]!)], [0, -1, product(x[b]!, y[a]!)]])));
  const none = zeroMatrix(model.bands);
  return x.map((_, a) => x.map((_, b) => {
    const below = above[b]![a];
    return above[a]![b] ?? (below === undefined ? none : complexSum([[-1, 0, below]]));
  }));
};

export interface CurvatureTraces {
  /** Tr Ω_ab. */
  readonly single: (a: number, b: number) => number;
  /** Tr Ω_ab Ω_cd. */
  readonly pair: (a: number, b: number, c: number, d: number) => number;
}

export const tracesOf = (curvatures: readonly (readonly Matrix[])[]): CurvatureTraces => ({
  single: (a, b) => trace(curvatures[a]![b]!).re,
  pair: (a, b, c, d) => traceOfProduct(curvatures[a]![b]!, curvatures[c]![d]!).re,
});

export const numericCurvatureTraces = (model: BandModel, point: Point): CurvatureTraces => tracesOf(numericCurvatures(model, point));

export type FourIndices = readonly [number, number, number, number];
export const momentaAndDisplacements: FourIndices = [0, 1, 2, 3];

/** Tr(Ω_ab Ω_cd + Ω_bc Ω_ad − Ω_ac Ω_bd). */
export const fourForm = ({ pair }: CurvatureTraces, [a, b, c, d]: FourIndices = momentaAndDisplacements): number => pair(a, b, c, d) + pair(b, c, a, d) - pair(a, c, b, d);

export const chernForm = (model: BandModel, point: Point, indices = momentaAndDisplacements): number => fourForm(numericCurvatureTraces(model, point), indices);

const filledStates = (model: BandModel, point: Point): readonly Vector[] => eigenstates(model.hamiltonian(point)).states.slice(0, model.occupied);

/** ⟨m|n⟩ between two sets of states. */
const overlaps = (from: readonly Vector[], to: readonly Vector[]): Matrix => {
  const result = zeroMatrix(from.length);
  from.forEach((a, j) => { to.forEach((b, k) => {
    const { re, im } = overlap(a, b);
    [result.re[j * from.length + k], result.im[j * from.length + k]] = [re, im];
  }); });
  return result;
};

const moved = (point: Point, steps: readonly (readonly [parameter: number, by: number])[]): Point => steps.reduce((x, [a, by]) => x.map((value, b) => a === b ? value + by : value), point);

/** The product of overlaps once around a closed polygon of points. */
const aroundLoop = (model: BandModel, corners: readonly Point[]): Matrix => {
  const states = corners.map((corner) => filledStates(model, corner));
  return states.map((from, k) => overlaps(from, states[(k + 1) % states.length]!)).reduce(product);
};

/** The product of overlaps once around the square that starts at the point and goes along a by s, then along b by t. */
const aroundSquare = (model: BandModel, point: Point, [a, s]: readonly [number, number], [b, t]: readonly [number, number]): Matrix =>
  aroundLoop(model, [point, moved(point, [[a, s]]), moved(point, [[a, s], [b, t]]), moved(point, [[b, t]])]);

/**
 * Ω_ab from the four squares that meet at the point, with an error of second order in the side.
 *
 * The product around a square of area A is 1 − iAΩ + (Hermitian part) + …: its anti-Hermitian part gives Ω, at the common corner for all pairs, so that
 * products of curvatures are in one frame.
 */
export const plaquetteCurvatures = (model: BandModel, point: Point, side: number): readonly (readonly Matrix[])[] => {
  const parameters = Array.from(point.keys());
  const quadrants = [[1, 1], [-1, 1], [1, -1], [-1, -1]] as const;
  const of = (a: number, b: number): Matrix => complexSum(quadrants.flatMap(([s, t]) => {
    const around = aroundSquare(model, point, [a, s * side], [b, t * side]);
    const weight = s * t / (8 * side * side);
    return [[0, weight, around], [0, -weight, adjoint(around)]] as const;
  }));
  return parameters.map((a) => parameters.map((b) => a === b ? zeroMatrix(model.occupied) : of(a, b)));
};

const times = (a: Amplitude, b: Amplitude): Amplitude => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });

/** By expansion along the first row. */
const determinant = (m: Matrix): Amplitude => {
  const expand = (row: number, columns: readonly number[]): Amplitude => columns.reduce<Amplitude>((sum, column, k) => {
    const place = row * m.size + column;
    const term = times({ re: m.re[place]!, im: m.im[place]! }, expand(row + 1, columns.filter((other) => other !== column)));
    return k % 2 === 0 ? { re: sum.re + term.re, im: sum.im + term.im } : { re: sum.re - term.re, im: sum.im - term.im };
  }, row === m.size ? { re: 1, im: 0 } : { re: 0, im: 0 });
  return expand(0, Array.from({ length: m.size }, (_, k) => k));
};

/** ∮ Tr A·dx of the filled bands around a closed polygon, −arg of the determinant of overlaps: the phase e^{iη} that the filled states gain. */
export const loopPhase = (model: BandModel, corners: readonly Point[]): number => {
  const { re, im } = determinant(aroundLoop(model, corners));
  return -Math.atan2(im, re);
};

/** Tr Ω_ab from the phase around the square centred at the point, with an error of second order in the side. */
export const plaquetteTrace = (model: BandModel, point: Point, [a, b]: readonly [number, number], side: number): number => {
  const corner = moved(point, [[a, -side / 2], [b, -side / 2]]);
  return loopPhase(model, [corner, moved(corner, [[a, side]]), moved(corner, [[a, side], [b, side]]), moved(corner, [[b, side]])]) / (side * side);
};
