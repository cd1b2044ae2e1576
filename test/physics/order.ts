/**
 * # Orders of convergence
 *
 * An error that falls as h^p falls by 2^p when h is halved.
 */

/** The measured exponents: log₂ of the ratio of successive errors, for arguments that are halved from one to the next. */
export const orders = (halvings: number, first: number, error: (h: number) => number): readonly number[] => {
  const errors = Array.from({ length: halvings + 1 }, (_, k) => Math.abs(error(first / 2 ** k)));
  return errors.slice(1).map((smaller, k) => Math.log2(errors[k]! / smaller));
};

/** The exponent from one halving. */
export const order = (h: number, error: (h: number) => number): number => orders(1, h, error)[0]!;

/** The coefficient of Q² of f = aQ² + bQ⁴ + …, from Q and Q/2; its error is of relative order Q⁴. */
export const coefficientOfSquare = (Q: number, f: (Q: number) => number): number => (16 * f(Q / 2) - f(Q)) / (3 * Q * Q);
