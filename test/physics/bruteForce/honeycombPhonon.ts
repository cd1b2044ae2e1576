/**
 * # Honeycomb with the phonons of single sublattices
 *
 * A at the lattice points, energy Δ; B at + (0, 1), energy −Δ; bonds of length 1 from A to B along (0, 1), (±√3/2, −1/2) with hopping t |bond|^{−β}; K = (4π/3√3, 0), the valence band filled. Every
 * state is an explicit eigenstate of a 2 × 2 or 6 × 6 matrix.
 *
 * - `honeycombBands`: bands and the coupling to u_A e^{iq·r} for explicit matrix elements.
 * - `circularMoment`: the moment per area, over u × du/dt, of the populations that a circular phonon of wave vector K makes beyond their adiabatic part, by a sum over the whole zone.
 * - `curvatureInSupercell`: Berry curvature over the displacements u (e^{iK·R} + e^{−iK·R}) of the A atoms of a state of one valley, from projectors on finite displacements.
 */
import { adjoint, commutator, complexSum, frameOf, outOfFrame } from "./complexMatrix.ts";
import { eigenstates, element, zeroMatrix, zeroVector, type Matrix } from "./hermitian.ts";
import type { CoupledBands, Coupling, Wave } from "./phononCurrent.ts";

export interface Honeycomb { readonly t: number; readonly Δ: number; readonly β: number }

const r3 = Math.sqrt(3);
export const BONDS = [[0, 1], [r3 / 2, -0.5], [-r3 / 2, -0.5]] as const;
export const K: Wave = [4 * Math.PI / (3 * r3), 0];
export const CELL = 1.5 * r3;
export const RECIPROCAL = [[2 * Math.PI / r3, -2 * Math.PI / 3], [0, 4 * Math.PI / 3]] as const;

/** Σ_j weight_j e^{ik·d_j}. */
const bondSum = ([x, y]: Wave, weight: (d: Wave) => number): readonly [re: number, im: number] =>
  BONDS.reduce<readonly [number, number]>(([re, im], d) => { const angle = x * d[0] + y * d[1]; return [re + weight(d) * Math.cos(angle), im + weight(d) * Math.sin(angle)]; }, [0, 0]);

const offDiagonal = ([ab, abIm]: readonly [number, number], [ba, baIm]: readonly [number, number], Δ = 0): Matrix =>
  ({ size: 2, re: Float64Array.of(Δ, ab, ba, -Δ), im: Float64Array.of(0, abIm, baIm, 0) });

/** The A atoms: (A, B) at the wave vector of the ket, (B, A) at that of the bra. */
const couplingOf = ({ t, β }: Honeycomb, direction: 0 | 1): Coupling => (to, from) => {
  const at = (wave: Wave): readonly [number, number] => bondSum(wave, (d) => d[direction]);
  const [[re, im], [re2, im2]] = [at(from), at(to)];
  return offDiagonal([β * t * re, β * t * im], [β * t * re2, -β * t * im2]);
};

export const honeycombBands = (lattice: Honeycomb): CoupledBands => ({
  bands: {
    bands: 2, occupied: 1,
    hamiltonian: ([x, y]) => { const [re, im] = bondSum([x!, y!], () => lattice.t); return offDiagonal([re, im], [re, -im], lattice.Δ); },
    gradient: ([x, y]) => [0, 1].map((a) => { const [re, im] = bondSum([x!, y!], (d) => lattice.t * d[a]!); return offDiagonal([-im, re], [-im, -re]); }),
  },
  couplings: [couplingOf(lattice, 0), couplingOf(lattice, 1)],
});

export interface BandWidths { readonly c: number; readonly v: number; readonly phonon: number }

/**
 * @param widths much smaller than gaps; only their ratios matter
 * @param points a multiple of three: k ± K are points of the same grid
 */
export const circularMoment = ({ t, Δ, β }: Honeycomb, frequency: number, widths: BandWidths, points: number): number => {
  const size = points * points;
  const [energy, cosine, sine, phaseRe, phaseIm, moment] = Array.from({ length: 6 }, () => new Float64Array(size)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const wRe = [new Float64Array(size), new Float64Array(size)];
  const wIm = [new Float64Array(size), new Float64Array(size)];
  for (let place = 0; place < size; place++) {
    const [a, b] = [(Math.floor(place / points) + 0.31) / points, (place % points + 0.17) / points];
    const k: Wave = [a * RECIPROCAL[0][0] + b * RECIPROCAL[1][0], a * RECIPROCAL[0][1] + b * RECIPROCAL[1][1]];
    const [re, im] = bondSum(k, () => t);
    const modulus = Math.hypot(re, im);
    const E = Math.hypot(Δ, modulus);
    // Conduction (cos, sin e^{−iφ}), valence (−sin e^{iφ}, cos), f = |f|e^{iφ}.
    [energy[place], cosine[place], sine[place]] = [E, Math.sqrt((1 + Δ / E) / 2), Math.sign(modulus) * Math.sqrt((1 - Δ / E) / 2)];
    [phaseRe[place], phaseIm[place]] = modulus === 0 ? [1, 0] : [re / modulus, im / modulus];
    const [x, y] = [0, 1].map((i) => bondSum(k, (d) => d[i]!));
    [wRe[0]![place], wIm[0]![place], wRe[1]![place], wIm[1]![place]] = [x![0], x![1], y![0], y![1]];
    // ⟨v|∂H|c⟩ with ∂_iH_AB = i t w_i: −sin e^{−iφ} · i t w sin e^{−iφ} + cos · (−i t w*) cos.
    const [c, s, p, q] = [cosine[place]!, sine[place]!, phaseRe[place]!, phaseIm[place]!];
    const [p2, q2] = [p * p - q * q, -2 * p * q];
    const across = [x!, y!].map(([u, v]) => {
      const [zr, zi] = [u * p2 - v * q2, u * q2 + v * p2];
      return [t * (s * s * zi - c * c * v), t * (-s * s * zr - c * c * u)] as const;
    });
    const [[xr, xi], [yr, yi]] = across as [readonly [number, number], readonly [number, number]];
    // ½ Im⟨∂n| × v|n⟩ is the same for both bands; the coupling is +v·A, so that the moment of the coupling is the opposite.
    moment[place] = -(xr * yi - xi * yr) / (2 * E);
  }
  /** |⟨n k|F·u|n′ k′⟩|², u = (1, ±i)/√2 on A; conduction from valence, or the reverse. */
  const strength = (to: number, from: number, intoConduction: boolean, circle: 1 | -1): number => {
    const g = β * t;
    const spin = circle / Math.SQRT2;
    // F·u: AB g w(from)·u, BA g w(to)*·u.
    const ab = [(wRe[0]![from]! / Math.SQRT2 - spin * wIm[1]![from]!) * g, (wIm[0]![from]! / Math.SQRT2 + spin * wRe[1]![from]!) * g] as const;
    const ba = [(wRe[0]![to]! / Math.SQRT2 + spin * wIm[1]![to]!) * g, (-wIm[0]![to]! / Math.SQRT2 + spin * wRe[1]![to]!) * g] as const;
    const [c1, s1, p1, q1] = [cosine[to]!, sine[to]!, phaseRe[to]!, phaseIm[to]!];
    const [c2, s2, p2, q2] = [cosine[from]!, sine[from]!, phaseRe[from]!, phaseIm[from]!];
    // ⟨c|F|v′⟩ = cos₁ ab cos₂ − sin₁ e^{iφ₁} ba sin₂ e^{iφ₂};  ⟨v|F|c′⟩ = −sin₁ e^{−iφ₁} ab sin₂ e^{−iφ₂} + cos₁ ba cos₂.
    const [wr, wi] = [p1 * p2 - q1 * q2, (intoConduction ? 1 : -1) * (p1 * q2 + q1 * p2)];
    const [straight, turnedOne] = intoConduction ? [ab, ba] : [ba, ab];
    const re = c1 * c2 * straight[0] - s1 * s2 * (turnedOne[0] * wr - turnedOne[1] * wi);
    const im = c1 * c2 * straight[1] - s1 * s2 * (turnedOne[0] * wi + turnedOne[1] * wr);
    return re * re + im * im;
  };
  const shifted = (place: number, sign: 1 | -1): number => {
    const [row, column] = [Math.floor(place / points), place % points];
    return ((row + sign * 2 * points / 3 + points) % points) * points + (column + sign * points / 3 + points) % points;
  };
  const Γ = widths.phonon + (widths.c + widths.v) / 2;
  let total = 0;
  for (let place = 0; place < size; place++) {
    for (const sign of [1, -1] as const) {
      const other = shifted(place, sign === 1 ? -1 : 1);
      const sum = energy[place]! + energy[other]!;
      for (const conduction of [true, false]) {
        // (2η_p + γ_n) ρ_n = 2Γ (f′ − f)|F·u|²/((Δε − ω)² + Γ²), and without what γ_n adds to 2Γ.
        const [gained, gap, own] = conduction ? [1, sum, widths.c] : [-1, -sum, widths.v];
        const shape = gained / ((gap - sign * frequency) ** 2 + Γ * Γ) * (2 * Γ / (2 * widths.phonon + own) - 1);
        // The partner e^{+iωt} has u*.
        const circles = strength(place, other, conduction, sign) - strength(place, other, conduction, sign === 1 ? -1 : 1);
        total += moment[place]! * shape * circles;
      }
    }
  }
  // u × du/dt = ±2ω for the two circles.
  return total / (4 * frequency * size * CELL);
};

/** H of the √3 × √3 cell with the A atoms at R displaced by 2u cos K·R; A and B of the class of R (2m + n for R = m a₁ + n a₂) at places 2c, 2c + 1. */
const supercell = ({ t, Δ, β }: Honeycomb, [px, py]: Wave, [ux, uy]: Wave): Matrix => {
  const result = zeroMatrix(6);
  for (let c = 0; c < 3; c++) {
    const amplitude = 2 * Math.cos(2 * Math.PI * c / 3);
    BONDS.forEach(([dx, dy], j) => {
      const partner = 2 * ((c + j) % 3) + 1;
      const hopping = t * Math.hypot(dx - amplitude * ux, dy - amplitude * uy) ** -β;
      const angle = px * dx + py * dy;
      for (const [row, column, sign] of [[2 * c, partner, 1], [partner, 2 * c, -1]] as const) {
        result.re[row * 6 + column]! += hopping * Math.cos(angle);
        result.im[row * 6 + column]! += sign * hopping * Math.sin(angle);
      }
    });
    [result.re[2 * c * 7], result.re[(2 * c + 1) * 7]] = [Δ, -Δ];
  }
  return result;
};

/** Of the conduction state at ±K + p. */
export const curvatureInSupercell = (lattice: Honeycomb, valley: 1 | -1, p: Wave, step: number): number => {
  const conduction = eigenstates(honeycombBands(lattice).bands.hamiltonian([valley * K[0] + p[0], valley * K[1] + p[1]])).states[1]!;
  const ψ = zeroVector(6);
  for (let c = 0; c < 3; c++) {
    // e^{iK·R} = e^{2πi(2m + n)/3}; e^{iK·(0, 1)} = 1.
    const [re, im] = [Math.cos(2 * Math.PI * c / 3) / r3, valley * Math.sin(2 * Math.PI * c / 3) / r3];
    for (const s of [0, 1]) [ψ.re[2 * c + s], ψ.im[2 * c + s]] = [conduction.re[s]! * re - conduction.im[s]! * im, conduction.re[s]! * im + conduction.im[s]! * re];
  }
  const projector = (u: Wave): Matrix => {
    const upper = zeroMatrix(6);
    for (const n of [3, 4, 5]) upper.re[n * 7] = 1;
    return outOfFrame(upper, frameOf(eigenstates(supercell(lattice, p, u)).states));
  };
  const slope = (a: 0 | 1): Matrix => { const at = (x: number): Matrix => projector(a === 0 ? [x, 0] : [0, x]); return complexSum([[1 / (2 * step), 0, at(step)], [-1 / (2 * step), 0, at(-step)]]); };
  const bracket = commutator(slope(0), slope(1));
  return -element(ψ, complexSum([[0.5, 0, bracket], [-0.5, 0, adjoint(bracket)]]), ψ).im;
};
