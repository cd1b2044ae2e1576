/**
 * # What the tests of physics draw from
 */
import fc from "fast-check";

export const sigmas = [1, -1] as const;
export const sign = (): fc.Arbitrary<1 | -1> => fc.constantFrom<1 | -1>(1, -1);
export const drawn = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
