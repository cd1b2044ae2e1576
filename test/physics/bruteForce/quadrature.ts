/**
 * # Integrals by numbers
 *
 * - `integral`: adaptive, 7 and 15 points (Kronrod, Nodes and Weights of Quadrature Formulas, 1965), for an absolute tolerance; also to infinity.
 * - `legendre`, `chebyshevSecond`: nodes on −1 … 1 for the weights 1 and √(1 − t²).
 * - `zoneMean`: mean over one period of a periodic function, by equal steps: the error falls exponentially with their number.
 */

const KRONROD = [
  [0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0], [0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082],
  [0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0], [0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780],
  [0.586087235467691130294144691693013, 0.169004726639267902826583426598550, 0], [0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975],
  [0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0], [0, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327],
] as const;

const MOST_HALVINGS = 40;

/**
 * ∫ₐᵇ f dx, b may be infinite.
 *
 * @throws {RangeError} when the tolerance is not reached after many halvings
 */
export const integral = (f: (x: number) => number, a: number, b: number, tolerance = 1e-12): number => {
  if (b === Infinity) return integral((s) => f(a + s / (1 - s)) / (1 - s) ** 2, 0, 1, tolerance);
  const part = (from: number, to: number, allowed: number, depth: number): number => {
    const [middle, half] = [(from + to) / 2, (to - from) / 2];
    let [fine, coarse] = [0, 0];
    for (const [x, kronrod, gauss] of KRONROD) {
      const value = x === 0 ? f(middle) : f(middle - half * x) + f(middle + half * x);
      fine += half * kronrod * value;
      coarse += half * gauss * value;
    }
    if (Math.abs(fine - coarse) <= Math.max(allowed, 1e-15 * Math.abs(fine))) return fine;
    if (depth === MOST_HALVINGS) throw new RangeError(`the integral from ${String(a)} to ${String(b)} does not converge near ${String(middle)}`);
    return part(from, middle, allowed / 2, depth + 1) + part(middle, to, allowed / 2, depth + 1);
  };
  return part(a, b, tolerance, 0);
};

export type Rule = readonly (readonly [node: number, weight: number])[];

/** n nodes, exact for polynomials of degree 2n − 1. */
export const legendre = (n: number): Rule => Array.from({ length: n }, (_, k) => {
  let x = Math.cos(Math.PI * (k + 0.75) / (n + 0.5));
  let slope = 0;
  for (let round = 0; round < 50; round++) {
    let [now, before] = [x, 1];
    for (let degree = 2; degree <= n; degree++) [now, before] = [((2 * degree - 1) * x * now - (degree - 1) * before) / degree, now];
    slope = n * (x * now - before) / (x * x - 1);
    x -= now / slope;
  }
  return [x, 2 / ((1 - x * x) * slope * slope)];
});

/** ∫f(t)√(1 − t²)dt, exact for polynomials of degree 2n − 1. */
export const chebyshevSecond = (n: number): Rule =>
  Array.from({ length: n }, (_, k) => [Math.cos(Math.PI * (k + 1) / (n + 1)), Math.PI / (n + 1) * Math.sin(Math.PI * (k + 1) / (n + 1)) ** 2]);

/** The mean of f(kx, ky) over the parallelogram of two vectors, n × n points. */
export const zoneMean = (f: (kx: number, ky: number) => number, [a, b]: readonly [readonly [number, number], readonly [number, number]], n: number, offset = 0.5): number => {
  let total = 0;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      const [s, t] = [(j + offset) / n, (k + offset) / n];
      total += f(s * a[0] + t * b[0], s * a[1] + t * b[1]);
    }
  }
  return total / (n * n);
};
