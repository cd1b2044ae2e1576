/**
 * # Complex balls
 *
 * A rectangle in the complex plane: one real ball for each part. A part that is exactly zero stays exactly zero through real
 * arithmetic, so the principal branches of √ and log are decided on the real axis. Elsewhere a rectangle that meets the cut
 * (−∞, 0] is `Indefinite`.
 *
 * Trusted: yes.
 */
import {
  addBall, arctangentBall, containsZero, divideBall, exponentialBall, exactly, Indefinite, isExactZero, isNegativeBall, isPositiveBall,
  fromRational, logarithmBall, multiplyBall, negateBall, oneBall, piBall, sineCosineBall, squareRootBall, subtractBall, zeroBall, type Ball,
} from "./ball.ts";
import type { Gaussian } from "./rational.ts";

export interface ComplexBall { readonly re: Ball; readonly im: Ball }

export const complexZero: ComplexBall = { re: zeroBall, im: zeroBall };
export const complexOne: ComplexBall = { re: oneBall, im: zeroBall };
export const complexUnit: ComplexBall = { re: zeroBall, im: oneBall };
export const realBall = (re: Ball): ComplexBall => ({ re, im: zeroBall });
export const fromGaussian = (z: Gaussian, bits: number): ComplexBall => ({ re: fromRational(z.re, bits), im: fromRational(z.im, bits) });

export const isRealBall = (a: ComplexBall): boolean => isExactZero(a.im);
export const excludesZero = (a: ComplexBall): boolean => !containsZero(a.re) || !containsZero(a.im);

export const conjugateComplex = (a: ComplexBall): ComplexBall => ({ re: a.re, im: negateBall(a.im) });
export const negateComplex = (a: ComplexBall): ComplexBall => ({ re: negateBall(a.re), im: negateBall(a.im) });
export const addComplex = (a: ComplexBall, b: ComplexBall, bits: number): ComplexBall => ({ re: addBall(a.re, b.re, bits), im: addBall(a.im, b.im, bits) });
export const subtractComplex = (a: ComplexBall, b: ComplexBall, bits: number): ComplexBall => addComplex(a, negateComplex(b), bits);

export const multiplyComplex = (a: ComplexBall, b: ComplexBall, bits: number): ComplexBall => ({
  re: subtractBall(multiplyBall(a.re, b.re, bits), multiplyBall(a.im, b.im, bits), bits),
  im: addBall(multiplyBall(a.re, b.im, bits), multiplyBall(a.im, b.re, bits), bits),
});

const squareBall = (a: Ball, bits: number): Ball => multiplyBall(a, a, bits);

export const invertComplex = (a: ComplexBall, bits: number): ComplexBall => {
  if (isRealBall(a)) return realBall(divideBall(oneBall, a.re, bits));
  const size = addBall(squareBall(a.re, bits), squareBall(a.im, bits), bits);
  return { re: divideBall(a.re, size, bits), im: negateBall(divideBall(a.im, size, bits)) };
};

export const powerComplex = (a: ComplexBall, exponent: number, bits: number): ComplexBall => {
  if (exponent < 0) return invertComplex(powerComplex(a, -exponent, bits), bits);
  let result = complexOne;
  let square = a;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyComplex(result, square, bits);
    if (rest > 1) square = multiplyComplex(square, square, bits);
  }
  return result;
};

export const modulusBall = (a: ComplexBall, bits: number): Ball => {
  if (isRealBall(a) && isPositiveBall(a.re)) return a.re;
  if (isRealBall(a) && isNegativeBall(a.re)) return negateBall(a.re);
  const size = addBall(squareBall(a.re, bits), squareBall(a.im, bits), bits);
  if (size.middle >= size.radius) return squareRootBall(size, bits);
  // |a| may be zero: the upper end point bounds it from both sides of zero.
  const top = squareRootBall(exactly(size.middle + size.radius, size.exponent), bits);
  return { middle: 0n, radius: top.middle + top.radius, exponent: top.exponent };
};

/** The principal argument in (−π, π]. */
export const argumentBall = (a: ComplexBall, bits: number): Ball => {
  const halfPi = multiplyBall(piBall(bits), exactly(1n, -1), bits);
  if (isPositiveBall(a.re)) return isRealBall(a) ? zeroBall : arctangentBall(divideBall(a.im, a.re, bits), bits);
  if (isPositiveBall(a.im)) return subtractBall(halfPi, arctangentBall(divideBall(a.re, a.im, bits), bits), bits);
  if (isNegativeBall(a.im)) return negateBall(subtractBall(halfPi, arctangentBall(divideBall(a.re, negateBall(a.im), bits), bits), bits));
  if (isRealBall(a) && isNegativeBall(a.re)) return piBall(bits);
  throw new Indefinite("argument of a complex ball that meets the branch cut");
};

export const exponentialComplex = (a: ComplexBall, bits: number): ComplexBall => {
  const size = exponentialBall(a.re, bits);
  if (isRealBall(a)) return realBall(size);
  const [sine, cosine] = sineCosineBall(a.im, bits);
  return { re: multiplyBall(size, cosine, bits), im: multiplyBall(size, sine, bits) };
};

export const logarithmComplex = (a: ComplexBall, bits: number): ComplexBall => ({ re: logarithmBall(modulusBall(a, bits), bits), im: argumentBall(a, bits) });

/** The principal square root: real part ≥ 0, and √(−x) = i √x for x > 0. */
export const squareRootComplex = (a: ComplexBall, bits: number): ComplexBall => {
  if (isRealBall(a)) {
    if (isExactZero(a.re) || !isNegativeBall(a.re)) return realBall(squareRootBall(a.re, bits));
    return { re: zeroBall, im: squareRootBall(negateBall(a.re), bits) };
  }
  const half = multiplyBall(argumentBall(a, bits), exactly(1n, -1), bits);
  const size = squareRootBall(modulusBall(a, bits), bits);
  const [sine, cosine] = sineCosineBall(half, bits);
  return { re: multiplyBall(size, cosine, bits), im: multiplyBall(size, sine, bits) };
};

export const sineCosineComplex = (a: ComplexBall, bits: number): readonly [sine: ComplexBall, cosine: ComplexBall] => {
  if (isRealBall(a)) {
    const [sine, cosine] = sineCosineBall(a.re, bits);
    return [realBall(sine), realBall(cosine)];
  }
  const turn: ComplexBall = { re: negateBall(a.im), im: a.re };                  // i a
  const forward = exponentialComplex(turn, bits);
  const backward = invertComplex(forward, bits);
  const half = exactly(1n, -1);
  const scaled = (z: ComplexBall): ComplexBall => ({ re: multiplyBall(z.re, half, bits), im: multiplyBall(z.im, half, bits) });
  const difference = scaled(subtractComplex(forward, backward, bits));           // i sin a
  return [{ re: difference.im, im: negateBall(difference.re) }, scaled(addComplex(forward, backward, bits))];
};

/** arctan off the real axis by (i/2)(log(1 − iz) − log(1 + iz)), whose cuts are those of the principal branch. */
export const arctangentComplex = (a: ComplexBall, bits: number): ComplexBall => {
  if (isRealBall(a)) return realBall(arctangentBall(a.re, bits));
  const turn: ComplexBall = { re: negateBall(a.im), im: a.re };
  const difference = subtractComplex(
    logarithmComplex(subtractComplex(complexOne, turn, bits), bits),
    logarithmComplex(addComplex(complexOne, turn, bits), bits), bits);
  const half = exactly(1n, -1);
  return { re: multiplyBall(negateBall(difference.im), half, bits), im: multiplyBall(difference.re, half, bits) };
};
