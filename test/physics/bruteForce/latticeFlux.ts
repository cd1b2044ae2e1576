/**
 * # A lattice in a real magnetic field
 *
 * A flux 2π × fluxes / length per primitive cell, θ = flux / area of the cell, with [kx, ky] = iθ and θ = −eB/ħ: magnetic cells of `length` primitive
 * ones along the first translation, Peierls phases between the true positions of the orbitals, exact diagonalisation.
 *
 * - `curvatureInFlux`: G = (1/area) Σ over filled states of the curvature over (ux, uy).
 * - `latticeMoment`: −G/θ, the moment of a phonon per area in units of eL/2m, from differences between opposite fields.
 * - `fieldFreeMoment`: the same without a field, ∫d²k/(2π)² of C and of −curl F.
 * - `magnetisationFieldFree`: the modern theory of the magnetisation on a square lattice of unit constant.
 * - `grandPotential`, `magnetisationFromField`: Σ(E − μ) per area over states below μ, and its slope, the magnetisation in units of e/ħ.
 */
import { bothWays, hoppingModel, type BandModel, type Crystal } from "./bandModels.ts";
import { acrossTheGap, bandGeometry, fourForm, momentaAndDisplacements, numericCurvatures, tracesOf } from "./bandGeometry.ts";
import { adjoint, frameOf, inFrame, traceOfProduct } from "./complexMatrix.ts";
import { curl, sumOverStates } from "./fieldResponse.ts";
import { eigenstates, zeroMatrix, type Matrix } from "./hermitian.ts";

export interface Flux { readonly fluxes: number; readonly length: number }

export const cellArea = ({ translations: [[ax, ay], [bx, by]] }: Crystal): number => ax * by - ay * bx;
export const fieldOf = (crystal: Crystal, { fluxes, length }: Flux): number => 2 * Math.PI * fluxes / (length * cellArea(crystal));

/**
 * H, or its slope in a displacement, in one magnetic cell.
 *
 * @param which  0: H, 1: ∂H/∂ux, 2: ∂H/∂uy
 * @param k      phases across the magnetic cell and across a cell of the second translation
 */
const magneticMatrix = (crystal: Crystal, { fluxes, length }: Flux, k: readonly [number, number], which: 0 | 1 | 2): Matrix => {
  const { positions } = crystal;
  const [bands, φ] = [positions.length, 2 * Math.PI * fluxes / length];
  const result = zeroMatrix(bands * length);
  for (const { translation: [m, n], value, slopes } of bothWays(crystal)) {
    const matrix = [value, ...slopes][which]!;
    for (let cell = 0; cell < length; cell++) {
      for (let i = 0; i < bands; i++) {
        for (let j = 0; j < bands; j++) {
          const [re, im] = [matrix.re[i * bands + j]!, matrix.im[i * bands + j]!];
          if (re === 0 && im === 0) continue;
          const [x1, x2] = [cell + positions[i]![0], positions[i]![1]];
          const [y1, y2] = [cell + m + positions[j]![0], n + positions[j]![1]];
          const winding = Math.floor((cell + m) / length);
          // Phase φ∫ξ₁dξ₂ from y to x; ψ(r + length·A) = exp(ik₁ + 2πi fluxes ξ₂)ψ(r) folds y back.
          const angle = φ * (x1 + y1) / 2 * (x2 - y2) + winding * (k[0] + 2 * Math.PI * fluxes * y2) + k[1] * n;
          const place = (cell * bands + i) * result.size + (cell + m - winding * length) * bands + j;
          result.re[place]! += re * Math.cos(angle) - im * Math.sin(angle);
          result.im[place]! += re * Math.sin(angle) + im * Math.cos(angle);
        }
      }
    }
  }
  return result;
};

/** Equal steps over the magnetic zone; the spectrum depends on k₁ and k₂ only through tunnelling across the magnetic cell. */
const magneticZone = (steps: number): readonly (readonly [number, number])[] => Array.from({ length: steps }, (_, n) => [Math.PI / 2, 2 * Math.PI * (n + 0.5) / steps] as const);

/** G per area at u = 0. */
export const curvatureInFlux = (crystal: Crystal, flux: Flux, occupied: number, steps = 3): number => {
  const filled = occupied * flux.length;
  const zone = magneticZone(steps);
  const sum = zone.reduce((total, k) => {
    const { energies, states } = eigenstates(magneticMatrix(crystal, flux, k, 0));
    const frame = frameOf(states);
    const [X, Y] = ([1, 2] as const).map((which) => acrossTheGap(inFrame(magneticMatrix(crystal, flux, k, which), frame), energies, filled));
    return total - 2 * traceOfProduct(X!, adjoint(Y!)).im;
  }, 0);
  return sum / (zone.length * flux.length * cellArea(crystal));
};

/** −[G(θ) − G(−θ)]/2θ. */
export const latticeMoment = (crystal: Crystal, flux: Flux, occupied: number, steps = 3): number => {
  const opposite = { ...flux, fluxes: -flux.fluxes };
  return -(curvatureInFlux(crystal, flux, occupied, steps) - curvatureInFlux(crystal, opposite, occupied, steps)) / (2 * fieldOf(crystal, flux));
};

export interface MomentParts {
  /** ∫C. */
  readonly topological: number;
  /** −∫curl F. */
  readonly nontopological: number;
  /** ∫Tr Ω_kxky Ω_uxuy alone. */
  readonly boundary: number;
}

/** Densities at (kx, ky), u = 0, without the 1/(2π)². */
export const momentDensities = (model: BandModel, kx: number, ky: number): MomentParts => {
  const point = [kx, ky, 0, 0];
  const traces = tracesOf(numericCurvatures(model, point));
  return {
    topological: fourForm(traces, momentaAndDisplacements),
    nontopological: -curl((at) => sumOverStates(model, at, "covariant"), point),
    boundary: traces.pair(0, 1, 2, 3),
  };
};

/** By n × n points over the zone of a crystal; the error falls exponentially with n. */
export const fieldFreeMoment = (crystal: Crystal, occupied: number, n: number): MomentParts => {
  const model = hoppingModel(crystal, occupied);
  const area = cellArea(crystal);
  const { translations: [[ax, ay], [bx, by]] } = crystal;
  const [A, B] = [[by, -bx], [-ay, ax]].map(([x, y]) => [2 * Math.PI * x! / area, 2 * Math.PI * y! / area]);
  const points = Array.from({ length: n * n }, (_, place) => [(Math.floor(place / n) + 0.5) / n, (place % n + 0.5) / n] as const);
  const parts = points.map(([s, t]) => momentDensities(model, s * A![0]! + t * B![0]!, s * A![1]! + t * B![1]!));
  const mean = (part: keyof MomentParts): number => parts.reduce((sum, x) => sum + x[part], 0) / (parts.length * area);
  return { topological: mean("topological"), nontopological: mean("nontopological"), boundary: mean("boundary") };
};

/** Σ(E − μ) per area over the states below μ, u = 0. */
export const grandPotential = (crystal: Crystal, flux: Flux, μ: number, steps: number): number => {
  const zone = magneticZone(steps);
  const sum = zone.reduce((total, k) => total + eigenstates(magneticMatrix(crystal, flux, k, 0)).energies.reduce((s, E) => E < μ ? s + E - μ : s, 0), 0);
  return sum / (zone.length * flux.length * cellArea(crystal));
};

/** −∂/∂B of the grand potential, in units of e/ħ, from differences between opposite fields. */
export const magnetisationFromField = (crystal: Crystal, flux: Flux, μ: number, steps = 4): number =>
  (grandPotential(crystal, flux, μ, steps) - grandPotential(crystal, { ...flux, fluxes: -flux.fluxes }, μ, steps)) / (2 * fieldOf(crystal, flux));

export interface MagnetisationParts {
  /** m = Im⟨∂ₓu|H − E|∂ᵧu⟩, the moment of the rotation of a wave packet. */
  readonly rotation: number;
  /** (μ − E)Ω. */
  readonly boundary: number;
}

/** ∫d²k/(2π)² over the zone of a square lattice of unit constant with its lowest band filled, in units of e/ħ, by n × n points. */
export const magnetisationFieldFree = (crystal: Crystal, μ: number, n: number): MagnetisationParts => {
  const model = hoppingModel(crystal, 1);
  const parts = Array.from({ length: n * n }, (_, place) => {
    const [kx, ky] = [Math.floor(place / n), place % n].map((x) => 2 * Math.PI * (x + 0.5) / n);
    const { energies: [E, ...empty], slopes: [vx, vy] } = bandGeometry(model, [kx!, ky!]);
    let [rotation, boundary] = [0, 0];
    empty.forEach((above, m) => {
      const [j, k] = [m + 1, (m + 1) * model.bands];
      // Im⟨∂ₓu|m⟩⟨m|∂ᵧu⟩, of which Ω = −2 Im⟨∂ₓu|∂ᵧu⟩ is the sum.
      const product = (vx!.re[j]! * vy!.im[k]! + vx!.im[j]! * vy!.re[k]!) / (above - E!) ** 2;
      rotation += product * (above - E!);
      boundary -= 2 * product * (μ - E!);
    });
    return { rotation, boundary };
  });
  const mean = (part: keyof MagnetisationParts): number => parts.reduce((sum, x) => sum + x[part], 0) / (parts.length * cellArea(crystal));
  return { rotation: mean("rotation"), boundary: mean("boundary") };
};

/** Two values at lengths a < b with errors of second order in 1/length → their common limit, with an error of fourth order. */
export const extrapolated = ([a, atA]: readonly [number, number], [b, atB]: readonly [number, number]): number => (b * b * atB - a * a * atA) / (b * b - a * a);
