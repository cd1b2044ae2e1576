/**
 * # The grand potential of a lattice in a real magnetic field, at a temperature
 *
 * Square lattices of unit constant with all orbitals at the lattice points, H(k + A) with B = 2π · fluxes / length per cell, A = (0, Bx): the coupling is +v·A. Exact diagonalisation of one
 * magnetic cell at one wave vector; at a temperature the rest of the magnetic zone differs by what falls exponentially with its length.
 *
 * - `magnetisationInFlux`: −∂Ω/∂B per area, from differences between opposite fields.
 * - `trivialCrystal`: two orbitals far apart in energy, hoppings without symmetry: bands with a smooth periodic gauge.
 */
import { bothWays, randomHoppings, randomMatrix, type Crystal } from "./bandModels.ts";
import { complexSum, matrixOf } from "./complexMatrix.ts";
import { eigenstates, zeroMatrix, type Matrix } from "./hermitian.ts";
import type { Flux } from "./latticeFlux.ts";

const magneticMatrix = (crystal: Crystal, { fluxes, length }: Flux): Matrix => {
  const bands = crystal.positions.length;
  const B = 2 * Math.PI * fluxes / length;
  const result = zeroMatrix(bands * length);
  for (const { translation: [m, n], value } of bothWays(crystal)) {
    for (let x = 0; x < length; x++) {
      // ∫A·dl along the straight bond; A grows by a reciprocal vector across the magnetic cell.
      const angle = B * n * (x + m / 2) + 0.3 * m / length + 0.7 * n / length;
      const to = (x + m + length) % length;
      for (let i = 0; i < bands; i++) {
        for (let j = 0; j < bands; j++) {
          const [re, im, place] = [value.re[i * bands + j]!, value.im[i * bands + j]!, (x * bands + i) * result.size + to * bands + j];
          result.re[place]! += re * Math.cos(angle) - im * Math.sin(angle);
          result.im[place]! += re * Math.sin(angle) + im * Math.cos(angle);
        }
      }
    }
  }
  return result;
};

/** −T Σ ln(1 + e^{−(E−μ)/T}) per area. */
const grandPotential = (crystal: Crystal, flux: Flux, μ: number, T: number): number =>
  eigenstates(magneticMatrix(crystal, flux)).energies.reduce((sum, E) => sum - T * (Math.max(0, (μ - E) / T) + Math.log1p(Math.exp(-Math.abs(E - μ) / T))), 0) / flux.length;

export const magnetisationInFlux = (crystal: Crystal, length: number, μ: number, T: number): number =>
  -(grandPotential(crystal, { fluxes: 1, length }, μ, T) - grandPotential(crystal, { fluxes: -1, length }, μ, T)) * length / (4 * Math.PI);

export const trivialCrystal = (draw: () => number): Crystal => {
  const crystal = randomHoppings(2, 0, draw, () => complexSum([[0.22, 0, randomMatrix(2, draw)]]));
  const apart = { translation: [0, 0] as const, value: matrixOf([[-1.4, 0], [0, 1.4]]), slopes: [] };
  return { ...crystal, hoppings: [...crystal.hoppings, apart] };
};
