/**
 * # What the tests of the phonon moment draw from
 */
import fc from "fast-check";
import { hoppingModel, randomHoppings, randomMatrix, type BandModel, type Crystal, type DiracLetters } from "../bruteForce/bandModels.ts";
import { frameOf, hermitianPart } from "../bruteForce/complexMatrix.ts";
import { eigenstates, type Matrix } from "../bruteForce/hermitian.ts";
import { drawn, sign } from "../generators.ts";

/** Numbers in −1 … 1 from a seed, by the 32-bit generator of Marsaglia with three shifts. */
export const drawFrom = (seed: number): (() => number) => {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 31 - 1;
  };
};

export const seeds = (): fc.Arbitrary<number> => fc.integer({ min: 1, max: 2 ** 30 });

export type FourNumbers = readonly [number, number, number, number];
export const points = (): fc.Arbitrary<FourNumbers> => fc.tuple(drawn(-1.5, 1.5), drawn(-1.5, 1.5), drawn(-1.5, 1.5), drawn(-1.5, 1.5));

export const diracLetters = (): fc.Arbitrary<DiracLetters> =>
  fc.record({ v: drawn(0.4, 2), Δ: fc.tuple(sign(), drawn(0.3, 1.5)).map(([s, x]) => s * x), ζ: drawn(0.4, 2), orientation: sign() });

/** Four smooth bands of (kx, ky, ux, uy) without symmetry, with ∂²H/∂k∂u ≠ 0. */
export const randomBands = (seed: number, occupied: number, bands = 4, displacements = 2): BandModel => hoppingModel(randomCrystal(seed, bands, displacements), occupied);
export const randomCrystal = (seed: number, bands = 4, displacements = 2): Crystal => randomHoppings(bands, displacements, drawFrom(seed));

/** A unitary matrix: the eigenvectors of a random Hermitian matrix. */
export const randomUnitary = (size: number, draw: () => number): Matrix => frameOf(eigenstates(hermitianPart(randomMatrix(size, draw))).states);
