import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBall, arctangentBall, divideBall, endPoints, exponentialBall, fromRational, Indefinite, logarithmBall, middleOf, multiplyBall, piBall, sineCosineBall, squareRootBall, subtractBall,
  type Ball,
} from "../../symbolic/number/ball.ts";
import { argumentBall, complexOne, exponentialComplex, fromGaussian, logarithmComplex, multiplyComplex, squareRootComplex, sineCosineComplex, addComplex } from "../../symbolic/number/complexBall.ts";
import { compareRational, fromDouble, gaussian, parseRational, rational, subtractRational, toNumber, type Rational } from "../../symbolic/number/rational.ts";

const contains = (ball: Ball, value: Rational): boolean => {
  const [low, high] = endPoints(ball);
  return compareRational(low, value) <= 0 && compareRational(value, high) <= 0;
};
const width = (ball: Ball): number => {
  const [low, high] = endPoints(ball);
  return toNumber(subtractRational(high, low));
};
const ballOf = (x: number, bits: number): Ball => fromRational(fromDouble(x), bits);
const precision = fc.constantFrom(64, 100, 256, 700);
const moderate = fc.double({ min: -40, max: 40, noNaN: true });
const positive = fc.double({ min: 1e-30, max: 1e30, noNaN: true });

/** First digits of well-known constants (DLMF §3.12). */
const digits = {
  pi: "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899",
  e: "2.71828182845904523536028747135266249775724709369995957496696762772407663035354759",
  log2: "0.69314718055994530941723212145817656807550013436025525412068000949339362196969471",
  sine1: "0.84147098480789650665250232163029899962256306079837106567275170999191040439123966",
  atan3: "1.24904577239825442582991707728109012307782940412989671905466923679715196573729395",
};

describe("real balls", () => {
  it("enclose π, e, log 2, sin 1 and arctan 3 to 250 bits", () => {
    const cases: readonly (readonly [Ball, string])[] = [
      [piBall(250), digits.pi], [exponentialBall(ballOf(1, 250), 250), digits.e], [logarithmBall(ballOf(2, 250), 250), digits.log2],
      [sineCosineBall(ballOf(1, 250), 250)[0], digits.sine1], [arctangentBall(ballOf(3, 250), 250), digits.atan3],
    ];
    for (const [ball, text] of cases) {
      const value = parseRational(text)!;
      const [low, high] = endPoints(ball);
      expect(Math.abs(toNumber(subtractRational(value, low)))).toBeLessThan(1e-70);
      expect(Math.abs(toNumber(subtractRational(high, value)))).toBeLessThan(1e-70);
    }
  });

  it("contain the exact result of every field operation", () => {
    fc.assert(fc.property(moderate, moderate, precision, (x, y, bits) => {
      const [a, b] = [ballOf(x, bits), ballOf(y, bits)];
      const third = divideBall(a, ballOf(3, bits), bits);
      expect(contains(multiplyBall(third, ballOf(3, bits), bits), fromDouble(x))).toBe(true);
      expect(contains(subtractBall(addBall(third, b, bits), third, bits), fromDouble(y))).toBe(true);
      fc.pre(y !== 0);
      expect(contains(multiplyBall(divideBall(a, b, bits), b, bits), fromDouble(x))).toBe(true);
    }));
  });

  it("agree with the machine's functions to its own accuracy, at every precision", () => {
    fc.assert(fc.property(moderate, precision, (x, bits) => {
      const b = ballOf(x, bits);
      const near = (ball: Ball, value: number): void => { expect(Math.abs(middleOf(ball) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value))); };
      near(exponentialBall(b, bits), Math.exp(x));
      near(sineCosineBall(b, bits)[0], Math.sin(x));
      near(sineCosineBall(b, bits)[1], Math.cos(x));
      near(arctangentBall(b, bits), Math.atan(x));
    }));
  });

  it("satisfy e^(log x) = x, sin² + cos² = 1, tan(arctan x) = x and (√x)² = x", () => {
    fc.assert(fc.property(positive, moderate, precision, (x, y, bits) => {
      const b = ballOf(x, bits);
      expect(contains(exponentialBall(logarithmBall(b, bits), bits), fromDouble(x))).toBe(true);
      const root = squareRootBall(b, bits);
      expect(contains(multiplyBall(root, root, bits), fromDouble(x))).toBe(true);
      const [sine, cosine] = sineCosineBall(ballOf(y, bits), bits);
      expect(contains(addBall(multiplyBall(sine, sine, bits), multiplyBall(cosine, cosine, bits), bits), rational(1))).toBe(true);
      const angle = arctangentBall(b, bits);
      const [opposite, adjacent] = sineCosineBall(angle, bits);
      if (x < 1e6) expect(contains(divideBall(opposite, adjacent, bits), fromDouble(x))).toBe(true);
    }));
  });

  it("keep a wide ball wide: the image of an interval contains the images of its points", () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 8, noNaN: true }), fc.double({ min: 0, max: 0.05, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (x, r, t) => {
      const wide: Ball = addBall(ballOf(x, 128), { middle: 0n, radius: BigInt(Math.ceil(r * 2 ** 60)), exponent: -60 }, 128);
      const inner = ballOf(x + r * t * 0.999, 128);
      const images: readonly ((b: Ball) => Ball)[] = [
        (b) => exponentialBall(b, 128), (b) => logarithmBall(b, 128), (b) => squareRootBall(b, 128), (b) => arctangentBall(b, 128), (b) => sineCosineBall(b, 128)[0], (b) => sineCosineBall(b, 128)[1],
      ];
      for (const image of images) {
        const [low, high] = endPoints(image(wide));
        const [innerLow, innerHigh] = endPoints(image(inner));
        expect(compareRational(low, innerLow) <= 0 && compareRational(innerHigh, high) <= 0).toBe(true);
      }
    }));
  });

  it("shrink as the precision rises", () => {
    for (const f of [(b: number) => exponentialBall(ballOf(0.3, b), b), (b: number) => logarithmBall(ballOf(0.3, b), b), (b: number) => sineCosineBall(ballOf(0.3, b), b)[0]]) {
      expect(width(f(128))).toBeLessThan(2 ** -110);
      expect(width(f(512))).toBeLessThan(2 ** -480);
    }
  });

  it("stay usable far outside the range of doubles", () => {
    const tiny = exponentialBall(ballOf(-1e9, 64), 64);
    expect([middleOf(tiny), middleOf(divideBall(ballOf(-1, 64), tiny, 64)), middleOf(ballOf(5e-324, 64)), middleOf(ballOf(1e308, 64))]).toEqual([0, -Infinity, 5e-324, 1e308]);
    expect(() => endPoints(tiny)).toThrow("end points of a number beyond 2^(2^20), or closer to zero");
  });

  it("have no value where the function has none", () => {
    const aroundZero: Ball = { middle: 0n, radius: 1n, exponent: -10 };
    for (const attempt of [() => divideBall(ballOf(1, 64), aroundZero, 64), () => logarithmBall(aroundZero, 64), () => squareRootBall(ballOf(-1, 64), 64)]) expect(attempt).toThrow(Indefinite);
  });
});

describe("complex balls", () => {
  const part = fc.double({ min: -5, max: 5, noNaN: true });
  it("satisfy e^(log z) = z and (√z)² = z on the principal branch", () => {
    fc.assert(fc.property(part, part, (x, y) => {
      fc.pre(Math.abs(x) + Math.abs(y) > 1e-3 && (Math.abs(y) > 1e-6 || x > 0));
      const z = fromGaussian(gaussian(fromDouble(x), fromDouble(y)), 128);
      const back = exponentialComplex(logarithmComplex(z, 128), 128);
      expect(contains(back.re, fromDouble(x)) && contains(back.im, fromDouble(y))).toBe(true);
      const root = squareRootComplex(z, 128);
      const square = multiplyComplex(root, root, 128);
      expect(contains(square.re, fromDouble(x)) && contains(square.im, fromDouble(y))).toBe(true);
      expect(middleOf(root.re)).toBeGreaterThanOrEqual(-1e-30);
    }));
  });

  it("satisfy sin² z + cos² z = 1 off the real axis", () => {
    fc.assert(fc.property(part, part, (x, y) => {
      const [s, c] = sineCosineComplex(fromGaussian(gaussian(fromDouble(x), fromDouble(y)), 128), 128);
      const total = addComplex(multiplyComplex(s, s, 128), multiplyComplex(c, c, 128), 128);
      expect(contains(total.re, rational(1)) && contains(total.im, rational(0))).toBe(true);
    }));
  });

  it("take √(−x) = i√x on the negative real axis and refuse a ball across the cut", () => {
    const root = squareRootComplex(fromGaussian(gaussian(rational(-4)), 64), 64);
    expect([middleOf(root.re), middleOf(root.im)]).toEqual([0, 2]);
    const across = { re: ballOf(-1, 64), im: { middle: 0n, radius: 1n, exponent: -20 } };
    expect(() => squareRootComplex(across, 64)).toThrow(Indefinite);
    expect(middleOf(argumentBall({ re: ballOf(-1, 64), im: complexOne.im }, 64))).toBeCloseTo(Math.PI, 12);
  });
});
