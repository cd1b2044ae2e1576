/**
 * # Reproducible random numbers
 *
 * The multiplicative generator of Park and Miller, Commun. ACM 31, 1192 (1988). Properties draw its seed, not the numbers: numbers drawn one by one are biased towards
 * zeros and edges, at which models lose what makes them general.
 */

/** Numbers in −1 … 1 from a seed in 1 … 2³¹ − 2. */
export const numbersFrom = (seed: number): (() => number) => {
  const modulus = 2 ** 31 - 1;
  let state = seed;
  return () => {
    state = 48271 * state % modulus;
    return 2 * state / modulus - 1;
  };
};
