/**
 * # Sparse polynomials with packed exponents
 *
 * A polynomial has integer coefficients and, per term, one key: Σ eⱼ·unitⱼ with signed exponents |eⱼ| ≤ reachⱼ, balanced digits of the radix
 * 2·reachⱼ + 1. Keys of a product add, so a monomial product is one addition of doubles. Negative exponents are welcome (Laurent monomials).
 *
 * A `Ring` holds the layout of the exponents and the relations of algebraic generators, g^degree = value: i² = −1, c² = 1, √f² = f.
 * Every returned polynomial is reduced: exponents of algebraic generators lie in 0 … degree − 1.
 *
 * - coefficients stay machine integers while Σ|products| < 2⁵³; beyond that they are split into limbs that obey the same bound, and joined.
 * - `RingOverflow`: an exponent left its field; the caller lays the ring out anew with wider fields.
 *
 * Trusted: yes.
 */
import { addInteger, integer, multiplyInteger, type Integer } from "../number/integer.ts";

export interface Polynomial {
  /** Ascending, distinct. */
  readonly keys: readonly number[];
  /** Nonzero. */
  readonly coefficients: readonly Integer[];
  /** An upper bound of |exponent| for each generator. */
  readonly bounds: readonly number[];
}

export interface Relation { readonly degree: number; readonly value: Polynomial }

export interface Ring {
  readonly offsets: number[];                    // the unit of each generator
  readonly sizes: number[];                      // its radix
  readonly relations: (Relation | undefined)[];
  /** Indices of generators with a relation, latest first: a radicand mentions only earlier generators. */
  readonly algebraic: number[];
  /** Product of all radices, at most 2⁵². */
  capacity: number;
}

/** The reach that each generator in want of it needs; none: no room is left for another generator. */
export class RingOverflow extends Error {
  override readonly name = "RingOverflow";
  readonly needed: readonly { readonly generator: number; readonly reach: number }[];
  constructor(needed: RingOverflow["needed"] = []) {
    super(needed.length === 0 ? "no room is left for another generator" : `exponents of generator ${needed.map(({ generator }) => generator).join(", ")} leave their field`);
    this.needed = needed;
  }
}

const LARGEST_KEY = 2 ** 52;

export const emptyRing = (): Ring => ({ offsets: [], sizes: [], relations: [], algebraic: [], capacity: 1 });

/** Adds a generator with room for |exponent| ≤ reach. */
export const addGenerator = (ring: Ring, reach: number, relation?: Relation): number => {
  const index = ring.offsets.length;
  const size = 2 * reach + 1;
  if (ring.capacity * size > LARGEST_KEY) throw new RingOverflow();
  ring.offsets.push(ring.capacity);
  ring.sizes.push(size);
  ring.relations.push(relation);
  if (relation !== undefined) ring.algebraic.unshift(index);
  ring.capacity *= size;
  return index;
};

export const at = (values: readonly number[], index: number): number => values[index] ?? 0;

/** The exponent of one generator: lower fields together stay below half a unit of this one. */
export const exponentOf = (ring: Ring, key: number, generator: number): number => {
  const offset = at(ring.offsets, generator);
  const size = at(ring.sizes, generator);
  return Math.round(key / offset) - size * Math.round(key / (offset * size));
};

export const mergedBounds = (a: readonly number[], b: readonly number[], join: (x: number, y: number) => number): number[] => {
  const bounds: number[] = [];
  for (let k = 0; k < Math.max(a.length, b.length); k++) bounds.push(join(at(a, k), at(b, k)));
  return bounds;
};
export const plus = (x: number, y: number): number => x + y;

const fits = (ring: Ring, bounds: readonly number[]): boolean => bounds.every((bound, k) => 2 * bound < at(ring.sizes, k));

/** Fails with `RingOverflow` where an exponent could leave its field. */
export const checkBounds = (ring: Ring, bounds: number[]): number[] => {
  if (fits(ring, bounds)) return bounds;
  throw new RingOverflow(bounds.flatMap((reach, generator) => (2 * reach >= at(ring.sizes, generator) ? [{ generator, reach }] : [])));
};

export const zeroPolynomial: Polynomial = { keys: [], coefficients: [], bounds: [] };
export const constantPolynomial = (value: Integer): Polynomial => (value === 0 ? zeroPolynomial : { keys: [0], coefficients: [value], bounds: [] });
export const onePolynomial = constantPolynomial(1);

export const isZeroPolynomial = (a: Polynomial): boolean => a.keys.length === 0;
export const isConstant = (a: Polynomial): boolean => a.keys.length === 0 || (a.keys.length === 1 && a.keys[0] === 0);

/** generator^exponent; for an algebraic generator 0 ≤ exponent < degree. */
export const monomial = (ring: Ring, generator: number, exponent: number, coefficient: Integer = 1): Polynomial => {
  const bounds: number[] = new Array<number>(generator + 1).fill(0);
  bounds[generator] = Math.abs(exponent);
  return { keys: [exponent * at(ring.offsets, generator)], coefficients: [coefficient], bounds: checkBounds(ring, bounds) };
};

export const scalePolynomial = (a: Polynomial, factor: Integer): Polynomial =>
  factor === 1 ? a : factor === 0 ? zeroPolynomial
    : { keys: a.keys, coefficients: a.coefficients.map((coefficient) => multiplyInteger(coefficient, factor)), bounds: a.bounds };

export const negatePolynomial = (a: Polynomial): Polynomial => scalePolynomial(a, -1);

/** Merges two ascending term lists. */
export const addPolynomial = (a: Polynomial, b: Polynomial): Polynomial => {
  if (a.keys.length === 0) return b;
  if (b.keys.length === 0) return a;
  const keys: number[] = [];
  const coefficients: Integer[] = [];
  let i = 0;
  let j = 0;
  while (i < a.keys.length || j < b.keys.length) {
    const x = a.keys[i] ?? Infinity;
    const y = b.keys[j] ?? Infinity;
    if (x < y) { keys.push(x); coefficients.push(a.coefficients[i++] ?? 0); }
    else if (y < x) { keys.push(y); coefficients.push(b.coefficients[j++] ?? 0); }
    else {
      const total = addInteger(a.coefficients[i++] ?? 0, b.coefficients[j++] ?? 0);
      if (total !== 0) { keys.push(x); coefficients.push(total); }
    }
  }
  return { keys, coefficients, bounds: mergedBounds(a.bounds, b.bounds, Math.max) };
};

const SMALL = 64;

/** The product in ℤ[generators], relations not yet applied. */
const rawProduct = (ring: Ring, a: Polynomial, b: Polynomial): Polynomial => {
  const loose = mergedBounds(a.bounds, b.bounds, plus);
  const bounds = fits(ring, loose) ? loose : checkBounds(ring, mergedBounds(actualBounds(ring, a), actualBounds(ring, b), plus));
  const [long, short] = a.keys.length >= b.keys.length ? [a, b] : [b, a];
  if (short.keys.length === 1) return shifted(long, short.keys[0] ?? 0, short.coefficients[0] ?? 0, bounds);
  if (long.keys.length * short.keys.length > SMALL) return longProduct(ring, long, short, bounds);
  let result = zeroPolynomial;
  for (let i = 0; i < short.keys.length; i++) result = addPolynomial(result, shifted(long, at(short.keys, i), short.coefficients[i] ?? 0, bounds));
  return result;
};

/** coefficient · monomial · a. */
const shifted = (a: Polynomial, key: number, factor: Integer, bounds: readonly number[]): Polynomial => ({
  keys: key === 0 ? a.keys : a.keys.map((other) => other + key),
  coefficients: factor === 1 ? a.coefficients : a.coefficients.map((coefficient) => multiplyInteger(coefficient, factor)),
  bounds,
});

const largestBits = (coefficients: readonly Integer[]): number => {
  let largest = 0n;
  let machine = 0;
  for (const coefficient of coefficients) {
    if (typeof coefficient === "number") machine = Math.max(machine, Math.abs(coefficient));
    else largest = coefficient > largest ? coefficient : -coefficient > largest ? -coefficient : largest;
  }
  return largest === 0n ? (machine === 0 ? 0 : Math.floor(Math.log2(machine)) + 1) : largest.toString(2).length;     // log₂ may round up, never down past a power of two
};

/** Signed limbs of `width` bits, lowest first, each exact in a double: coefficient = Σ limb·2^(width·position). */
const limbs = (coefficients: readonly Integer[], bits: number, width: number): Float64Array[] => {
  const count = Math.max(1, Math.ceil(bits / width));
  const parts = Array.from({ length: count }, () => new Float64Array(coefficients.length));
  const base = 2 ** width;
  const mask = BigInt(base) - 1n;
  coefficients.forEach((coefficient, k) => {
    const sign = coefficient < 0 ? -1 : 1;
    if (typeof coefficient === "number") {
      for (let rest = Math.abs(coefficient), position = 0; rest > 0; rest = Math.floor(rest / base), position++) {
        const part = parts[position];
        if (part !== undefined) part[k] = sign * (rest % base);
      }
    } else {
      for (let rest = coefficient < 0n ? -coefficient : coefficient, position = 0; rest > 0n; rest >>= BigInt(width), position++) {
        const part = parts[position];
        if (part !== undefined) part[k] = sign * Number(rest & mask);
      }
    }
  });
  return parts;
};

/**
 * Products of many terms. A slot for each key of the product (a dense box when the keys fill one, else a hash table), one array of
 * double accumulators for each weight; every accumulator stays below 2⁵³ because width_a + width_b + log₂(terms) ≤ 53.
 */
const longProduct = (ring: Ring, a: Polynomial, b: Polynomial, bounds: readonly number[]): Polynomial => {
  const room = 53 - Math.ceil(Math.log2(b.keys.length + 1));
  const bitsA = largestBits(a.coefficients);
  const bitsB = largestBits(b.coefficients);
  let [widthA, widthB] = [bitsA, bitsB];
  while (widthA + widthB > room) {
    const [partsA, partsB] = [Math.ceil(bitsA / widthA), Math.ceil(bitsB / widthB)];
    if (widthA >= widthB && widthA > 1) widthA = Math.ceil(bitsA / (partsA + 1)); else widthB = Math.ceil(bitsB / (partsB + 1));
  }
  const partsA = limbs(a.coefficients, bitsA, Math.max(1, widthA));
  const partsB = limbs(b.coefficients, bitsB, Math.max(1, widthB));
  const slots = slotsOf(ring, a.keys, b.keys);
  const sums: Accumulator[] = [];
  partsA.forEach((partA, i) => partsB.forEach((partB, j) => {
    const values = new Float64Array(slots.count);
    slots.accumulate(values, partA, partB);
    sums.push({ weight: i * widthA + j * widthB, values });
  }));
  return gather(slots, sums, bounds);
};

interface Slots {
  readonly count: number;
  readonly keyOf: (slot: number) => number;
  readonly accumulate: (values: Float64Array, a: Float64Array, b: Float64Array) => void;
}

const slotsOf = (ring: Ring, a: readonly number[], b: readonly number[]): Slots => denseSlots(ring, a, b) ?? hashedSlots(a, b);

/** Exponents of one generator over a list of keys, with their least and greatest value. */
const column = (ring: Ring, keys: readonly number[], generator: number): { readonly low: number; readonly high: number; readonly values: Int32Array } => {
  const values = new Int32Array(keys.length);
  let [low, high] = [Infinity, -Infinity];
  for (let k = 0; k < keys.length; k++) {
    const exponent = exponentOf(ring, at(keys, k), generator);
    values[k] = exponent;
    if (exponent < low) low = exponent;
    if (exponent > high) high = exponent;
  }
  return { low, high, values };
};

/** Mixed-radix positions in the box of the product's exponents, when that box is not much larger than the work. */
const denseSlots = (ring: Ring, a: readonly number[], b: readonly number[]): Slots | undefined => {
  const left = new Int32Array(a.length);
  const right = new Int32Array(b.length);
  const digits: { readonly radix: number; readonly unit: number }[] = [];
  let count = 1;
  let lowest = 0;
  for (let generator = 0; generator < ring.offsets.length; generator++) {
    const inA = column(ring, a, generator);
    const inB = column(ring, b, generator);
    const radix = inA.high - inA.low + inB.high - inB.low + 1;
    const offset = at(ring.offsets, generator);
    lowest += (inA.low + inB.low) * offset;
    if (radix === 1) continue;
    for (let k = 0; k < a.length; k++) left[k] = (left[k] ?? 0) + ((inA.values[k] ?? 0) - inA.low) * count;
    for (let k = 0; k < b.length; k++) right[k] = (right[k] ?? 0) + ((inB.values[k] ?? 0) - inB.low) * count;
    digits.push({ radix, unit: offset });
    count *= radix;
    if (count > a.length * b.length || count > 2 ** 22) return undefined;
  }
  const keyOf = (slot: number): number => {
    let [key, rest] = [lowest, slot];
    for (const { radix, unit } of digits) {
      key += (rest % radix) * unit;
      rest = Math.floor(rest / radix);
    }
    return key;
  };
  return { count, keyOf, accumulate: (values, x, y) => accumulateRuns(values, left, right, x, y) };
};

const hashedSlots = (a: readonly number[], b: readonly number[]): Slots => {
  let capacity = 1024;
  while (capacity < 2 * Math.min(a.length * b.length, 2 ** 24)) capacity *= 2;
  const table = new Int32Array(capacity).fill(-1);
  const found: number[] = [];
  const index = new Int32Array(a.length * b.length);
  for (let i = 0, k = 0; i < a.length; i++) {
    const x = at(a, i);
    for (let j = 0; j < b.length; j++, k++) {
      const key = x + at(b, j);
      const high = Math.floor(key / 4294967296);
      let h = Math.imul((key - high * 4294967296) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
      h = (h ^ (h >>> 15)) & (capacity - 1);
      for (;;) {
        const slot = table[h] ?? -1;
        if (slot < 0) { table[h] = found.length; index[k] = found.length; found.push(key); break; }
        if (found[slot] === key) { index[k] = slot; break; }
        h = (h + 1) & (capacity - 1);
      }
    }
  }
  return { count: found.length, keyOf: (slot) => at(found, slot), accumulate: (values, x, y) => accumulateIndexed(values, index, x, y) };
};

/** Runs of consecutive positions let the inner loop walk both arrays in step. */
const accumulateRuns = (values: Float64Array, left: Int32Array, right: Int32Array, a: Float64Array, b: Float64Array): void => {
  const starts: number[] = [0];
  for (let j = 1; j < right.length; j++) if ((right[j] ?? 0) !== (right[j - 1] ?? 0) + 1) starts.push(j);
  starts.push(right.length);
  const runs = Int32Array.from(starts);
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    if (x === 0) continue;
    const start = left[i] ?? 0;
    for (let r = 0; r + 1 < runs.length; r++) {
      const from = runs[r] ?? 0;
      const to = runs[r + 1] ?? 0;
      for (let j = from, slot = start + (right[from] ?? 0); j < to; j++, slot++) values[slot] = (values[slot] ?? 0) + x * (b[j] ?? 0);
    }
  }
};

const accumulateIndexed = (values: Float64Array, index: Int32Array, a: Float64Array, b: Float64Array): void => {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    if (x === 0) continue;
    for (let j = 0, k = i * b.length; j < b.length; j++, k++) {
      const slot = index[k] ?? 0;
      values[slot] = (values[slot] ?? 0) + x * (b[j] ?? 0);
    }
  }
};

interface Accumulator { readonly weight: number; readonly values: Float64Array }

const gather = (slots: Slots, sums: readonly Accumulator[], bounds: readonly number[]): Polynomial => {
  const used = new Uint8Array(slots.count);
  for (const { values } of sums) for (let slot = 0; slot < values.length; slot++) if (values[slot] !== 0) used[slot] = 1;
  const terms: { key: number; slot: number }[] = [];
  for (let slot = 0; slot < used.length; slot++) if (used[slot] === 1) terms.push({ key: slots.keyOf(slot), slot });
  terms.sort((x, y) => x.key - y.key);
  const keys: number[] = [];
  const coefficients: Integer[] = [];
  for (const { key, slot } of terms) {
    const total = joined(sums, slot);
    if (total !== 0) { keys.push(key); coefficients.push(total); }
  }
  return { keys, coefficients, bounds };
};

const joined = (sums: readonly Accumulator[], slot: number): Integer => {
  let machine = 0;
  let exact = true;
  for (const { weight, values } of sums) {
    const part = (values[slot] ?? 0) * 2 ** weight;
    machine += part;
    exact &&= Math.abs(part) < 2 ** 51 && Math.abs(machine) < 2 ** 52;
  }
  if (exact) return machine === 0 ? 0 : machine;
  let total = 0n;
  for (const { weight, values } of sums) total += BigInt(values[slot] ?? 0) << BigInt(weight);
  return integer(total);
};

/** Applies the relations until every exponent of an algebraic generator g lies in 0 … degree − 1. */
const reduce = (ring: Ring, a: Polynomial): Polynomial => {
  let result = a;
  for (const generator of ring.algebraic) {
    const relation = ring.relations[generator];
    if (relation === undefined || at(result.bounds, generator) < relation.degree) continue;
    result = reduceBy(ring, result, generator, relation);
  }
  return result;
};

const reduceBy = (ring: Ring, a: Polynomial, generator: number, relation: Relation): Polynomial => {
  const offset = at(ring.offsets, generator);
  const bounds = a.bounds.map((bound, k) => (k === generator ? relation.degree - 1 : bound));
  const groups: { keys: number[]; coefficients: Integer[] }[] = [];
  a.keys.forEach((key, k) => {
    const quotient = Math.floor(exponentOf(ring, key, generator) / relation.degree);
    while (groups.length <= quotient) groups.push({ keys: [], coefficients: [] });
    const group = groups[quotient];
    group?.keys.push(key - quotient * relation.degree * offset);
    group?.coefficients.push(a.coefficients[k] ?? 0);
  });
  // Horner's rule in the relation; within a group the keys ascend as before.
  let result = zeroPolynomial;
  for (const group of groups.reverse()) result = addPolynomial(multiplyPolynomial(ring, result, relation.value), { ...group, bounds });
  return result;
};

export const multiplyPolynomial = (ring: Ring, a: Polynomial, b: Polynomial): Polynomial => {
  if (a.keys.length === 0 || b.keys.length === 0) return zeroPolynomial;
  if (a === onePolynomial) return b;
  if (b === onePolynomial) return a;
  return reduce(ring, rawProduct(ring, a, b));
};

export const powerPolynomial = (ring: Ring, a: Polynomial, exponent: number): Polynomial => {
  let result = onePolynomial;
  let square = a;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyPolynomial(ring, result, square);
    if (rest > 1) square = multiplyPolynomial(ring, square, square);
  }
  return result;
};

export const equalPolynomials = (a: Polynomial, b: Polynomial): boolean =>
  a.keys.length === b.keys.length && a.keys.every((key, k) => key === b.keys[k] && a.coefficients[k] === b.coefficients[k]);

/** The largest |exponent| that occurs, for each generator. */
export const actualBounds = (ring: Ring, a: Polynomial): number[] =>
  ring.offsets.map((_, g) => ((a.bounds[g] ?? 0) === 0 ? 0 : a.keys.reduce((most, key) => Math.max(most, Math.abs(exponentOf(ring, key, g))), 0)));
