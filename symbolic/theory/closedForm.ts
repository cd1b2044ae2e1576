/**
 * # Values of the tower as short terms
 *
 * `closedForm` writes a value with its square roots in the denominator where that is shorter: of all multiples by powers of the last root the one
 * with the fewest terms. A root and the powers of its radicand below it become one power. Over coordinates, a letter and its mirror become the
 * square of their modulus, so that a real value looks real; what is left of them is written over the parameters.
 *
 * Nothing here is trusted: a closed form is decided again where it is used.
 */
import { int, number, ONE, power, product, sum, symbol, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { mapMatrix, type Matrix } from "../expr/matrix.ts";
import { physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { substitute } from "../expr/walk.ts";
import { inTower, type Circumstances } from "../kernel/field.ts";
import { exactQuotient } from "../kernel/division.ts";
import { fractionOf, isZeroFraction, multiplyFraction, partsOf, type Fraction } from "../kernel/fraction.ts";
import { normal } from "../kernel/normal.ts";
import { exponentOf, monomial, multiplyPolynomial, type Polynomial } from "../kernel/polynomial.ts";
import type { Tower } from "../kernel/tower.ts";
import { rational } from "../number/rational.ts";
import type { Coordinates } from "./entryCoordinates.ts";
import { reduced } from "./fieldMatrix.ts";

const LARGEST_POWER = 6;

/** Terms, and letters in a denominator, which are poles that the value may not have. */
const length = (tower: Tower, a: Fraction): number => {
  const { monomial: outer } = partsOf(tower, a.numerator);
  const poles = tower.generators.reduce((total, _, g) => total + Math.max(0, -exponentOf(tower.ring, outer.keys[0] ?? 0, g)), 0);
  return a.numerator.keys.length + 4 * poles + a.factors.reduce((total, { factor, power: k }) => total + k * factor.polynomial.keys.length / 4, 0);
};

interface Shortest { readonly value: Fraction; readonly exponents: ReadonlyMap<number, number> }

/** value/Π gᵉ with the fewest terms. */
const shortest = (tower: Tower, a: Fraction): Shortest => {
  let best: Shortest = { value: a, exponents: new Map() };
  for (const g of tower.ring.algebraic) {
    if (g === tower.i || tower.ring.relations[g]?.degree !== 2 || isRootOfNumber(tower, g)) continue;
    let value = best.value;
    for (let e = 1; e <= LARGEST_POWER; e++) {
      value = reduced(tower, multiplyFraction(tower, value, fractionOf(monomial(tower.ring, g, 1))));
      if (length(tower, value) < length(tower, best.value)) best = { value, exponents: new Map([...best.exponents, [g, e]]) };
    }
  }
  return best;
};

const isRootOfNumber = (tower: Tower, g: number): boolean => tower.ring.relations[g]?.value.keys.every((key) => key === 0) ?? false;

/** How often the factors below are divisible by a radicand; what is left of them stays. */
const takenOut = (tower: Tower, below: Map<Polynomial, number>, radicand: Polynomial): number => {
  let times = 0;
  if (radicand.keys.length < 2) return times;
  for (const [factor, k] of [...below]) {
    let rest = factor;
    for (let quotient = exactQuotient(tower.ring, rest, radicand); quotient !== undefined; quotient = exactQuotient(tower.ring, rest, radicand)) {
      rest = quotient;
      times += k;
    }
    if (rest === factor) continue;
    below.delete(factor);
    if (rest.keys.length > 1 || rest.keys[0] !== 0 || rest.coefficients[0] !== 1) below.set(rest, (below.get(rest) ?? 0) + k);
  }
  return times;
};

/** The letters of the coordinates by generator, each with its mirror and the term for the square of the modulus. */
interface Mirror { readonly other: number; readonly square: Expr }

const mirrorsOf = (tower: Tower, coordinates: Coordinates | undefined): ReadonlyMap<number, Mirror> => {
  const partner = new Map<number, Mirror>();
  const generatorOf = (s: PhysicalSymbol): number | undefined => tower.byLabel.get(`s${symbol(s).id}`);
  for (const { letter, mirror, modulusSquared } of coordinates?.all ?? []) {
    const [here, there] = [generatorOf(letter), mirror === undefined ? undefined : generatorOf(mirror)];
    if (here !== undefined && there !== undefined && modulusSquared !== undefined) partner.set(here, { other: there, square: modulusSquared });
  }
  return partner;
};

const HALF = number(rational(1, 2));

export const closedForm = (tower: Tower, a: Fraction, coordinates?: Coordinates): Expr => {
  if (isZeroFraction(a)) return ZERO;
  const partner = mirrorsOf(tower, coordinates);
  const isSquareRoot = (g: number): boolean => g !== tower.i && tower.ring.relations[g]?.degree === 2 && tower.generators[g]?.sign !== true;
  const describe = (g: number): Expr => {
    const radicand = tower.ring.relations[g]?.value;
    return radicand !== undefined && isSquareRoot(g) ? power(ofPolynomial(radicand), HALF) : tower.generators[g]?.describe() ?? ONE;
  };
  const exponentsOf = (key: number): readonly number[] => tower.generators.map((_, g) => exponentOf(tower.ring, key, g));
  /** |w|² as often as w and its mirror occur together, and the exponents that are left. */
  const paired = (exponents: readonly number[]): readonly [readonly (readonly [number, number])[], readonly number[]] => {
    const left = [...exponents];
    const pairs = exponents.flatMap((here, g): readonly (readonly [number, number])[] => {
      const other = partner.get(g)?.other;
      if (other === undefined || other < g) return [];
      const there = exponents[other] ?? 0;
      const shared = here > 0 && there > 0 ? Math.min(here, there) : here < 0 && there < 0 ? Math.max(here, there) : 0;
      left[g] = here - shared;
      left[other] = there - shared;
      return shared === 0 ? [] : [[g, shared]];
    });
    return [pairs, left];
  };
  const squareOf = (g: number): Expr => partner.get(g)?.square ?? ONE;
  const ofMonomial = (exponents: readonly number[], square = squareOf, single = describe): Expr => {
    const [pairs, left] = paired(exponents);
    return product(...pairs.map(([g, shared]) => power(square(g), int(shared))), ...left.flatMap((exponent, g) => (exponent === 0 ? [] : [power(single(g), int(exponent))])));
  };
  const ofPolynomial = (p: Polynomial, square = squareOf, single = describe): Expr => sum(...p.keys.map((key, k) => product(int(p.coefficients[k] ?? 0), ofMonomial(exponentsOf(key), square, single))));
  const isUnpaired = (p: Polynomial): boolean => p.keys.some((key) => paired(exponentsOf(key))[1].some((exponent, g) => exponent !== 0 && partner.has(g)));
  /** A polynomial with unpaired letters over the parameters, moduli and roots kept whole: there its imaginary parts cancel. */
  const overParameters = (p: Polynomial): Expr => {
    const whole = new Map<PhysicalSymbol, Expr>();
    const stand = (names: Map<number, Expr>, prefix: string, term: (g: number) => Expr) => (g: number): Expr => {
      const known = names.get(g);
      if (known !== undefined) return known;
      const letter = physicalSymbol(`${prefix}${g}`, { assume: "real" });
      whole.set(letter, term(g));
      names.set(g, symbol(letter));
      return symbol(letter);
    };
    const [modulus, root] = [stand(new Map(), "q", squareOf), stand(new Map(), "r", describe)];
    const mixed = ofPolynomial(p, modulus, (g) => (isSquareRoot(g) ? root(g) : describe(g)));
    const values = new Map((coordinates?.all ?? []).filter(({ mirror }) => mirror !== undefined).map(({ letter, value }) => [letter, value]));
    const read = inTower((reading) => closedForm(reading.tower, reduced(reading.tower, normal(reading, substitute(mixed, values)))));
    return substitute(read, whole);
  };
  const { value, exponents } = shortest(tower, a);
  const { content, monomial: outer, primitive } = partsOf(tower, value.numerator);
  const common = tower.ring.algebraic.filter((g) => g !== tower.i && primitive.keys.every((key) => exponentOf(tower.ring, key, g) === 1));
  const stripped: Polynomial = { ...primitive, keys: primitive.keys.map((key) => key - common.reduce((total, g) => total + (tower.ring.offsets[g] ?? 0), 0)) };
  const below = new Map(value.factors.map(({ factor, power: k }) => [factor.polynomial, k]));
  const roots = tower.ring.algebraic.flatMap((g) => {
    const relation = tower.ring.relations[g];
    let twice = (common.includes(g) ? 1 : 0) - (exponents.get(g) ?? 0);
    if (relation === undefined) return [];
    if (isSquareRoot(g)) twice -= 2 * takenOut(tower, below, relation.value);
    if (twice === 0) return [];
    return [isSquareRoot(g) ? power(ofPolynomial(relation.value), number(rational(twice, 2))) : power(describe(g), int(twice))];
  });
  const above = isUnpaired(outer) || isUnpaired(stripped) ? [overParameters(multiplyPolynomial(tower.ring, outer, stripped))] : [ofMonomial(exponentsOf(outer.keys[0] ?? 0)), ofPolynomial(stripped)];
  return product(number(rational(content, value.denominator)), ...above, ...roots, ...[...below].map(([factor, k]) => power(ofPolynomial(factor), int(-k))));
};

/** Every entry in closed form. */
export const closedMatrix = (a: Matrix, circumstances: Circumstances = {}): Matrix =>
  inTower((reading) => mapMatrix(a, (entry) => closedForm(reading.tower, reduced(reading.tower, normal(reading, entry)))), circumstances);

/** A term in closed form. */
export const closedTerm = (e: Expr, circumstances: Circumstances = {}): Expr =>
  inTower((reading) => closedForm(reading.tower, reduced(reading.tower, normal(reading, e))), circumstances);
