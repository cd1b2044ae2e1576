/**
 * # Exact division of polynomials
 *
 * - `exactQuotient`: a/b where the division leaves no remainder.
 * - `contentOf`, `divideByInteger`: the integer factor of all coefficients.
 *
 * From the highest key down. What is left of the dividend is held by key in a map, with a heap that knows the highest, so that a step costs
 * as much as the divisor is long and not as much as what is left.
 *
 * Trusted: yes.
 */
import { addInteger, divideExactly, gcdInteger, multiplyInteger, negateInteger, remainderInteger, type Integer } from "../number/integer.ts";
import { actualBounds, at, exponentOf, mergedBounds, plus, type Polynomial, type Ring } from "./polynomial.ts";

/** Division gives up after so many products of coefficients. */
const MOST_PRODUCTS = 2_000_000;

/** The greatest common divisor of the coefficients, with the sign of the last one. */
export const contentOf = (a: Polynomial): Integer => {
  let content: Integer = 0;
  for (const coefficient of a.coefficients) {
    content = gcdInteger(content, coefficient);
    if (content === 1) break;
  }
  return (a.coefficients[a.coefficients.length - 1] ?? 0) < 0 ? negateInteger(content) : content;
};

export const divideByInteger = (a: Polynomial, divisor: Integer): Polynomial =>
  divisor === 1 ? a : { keys: a.keys, coefficients: a.coefficients.map((coefficient) => divideExactly(coefficient, divisor)), bounds: a.bounds };

/**
 * The quotient a/b in ℤ[generators] where the division leaves no remainder, else undefined. Relations are not used: an exact
 * quotient of polynomials stays one after reduction, and negative powers of algebraic generators are refused. At most `limit` steps.
 */
export const exactQuotient = (ring: Ring, a: Polynomial, b: Polynomial, limit = 4000): Polynomial | undefined => {
  const length = b.keys.length;
  const [leadKey, leadCoefficient] = [at(b.keys, length - 1), b.coefficients[length - 1] ?? 1];
  const reachOfB = actualBounds(ring, b);
  const bounds = mergedBounds(actualBounds(ring, a), reachOfB, plus).map((bound, g) => Math.min(bound, (ring.relations[g]?.degree ?? Infinity) - 1));
  // Keys stand for exponents only inside the fields: both sides of quotient·b = a must fit.
  if (mergedBounds(bounds, reachOfB, plus).some((bound, k) => 2 * bound >= at(ring.sizes, k))) return undefined;
  const isExponentOfQuotient = (key: number): boolean => ring.offsets.every((_, g) => {
    const exponent = exponentOf(ring, key, g);
    return Math.abs(exponent) <= at(bounds, g) && (exponent >= 0 || ring.relations[g] === undefined);
  });
  const keys: number[] = [];
  const coefficients: Integer[] = [];
  const left = new Map<number, Integer>();
  const heap: number[] = [];
  a.keys.forEach((key, k) => {
    left.set(key, a.coefficients[k] ?? 0);
    push(heap, key);
  });
  const most = Math.min(limit, MOST_PRODUCTS / length);
  while (heap.length > 0) {
    const last = pop(heap);
    const top = left.get(last) ?? 0;
    left.delete(last);
    if (top === 0) continue;
    const key = last - leadKey;
    if (keys.length >= most || remainderInteger(top, leadCoefficient) !== 0) return undefined;
    if (key + at(b.keys, 0) < at(a.keys, 0) || !isExponentOfQuotient(key)) return undefined;         // the product would reach below the lowest term of a
    const coefficient = divideExactly(top, leadCoefficient);
    keys.push(key);
    coefficients.push(coefficient);
    const factor = negateInteger(coefficient);
    for (let k = length - 2; k >= 0; k--) {
      const place = at(b.keys, k) + key;
      const there = left.get(place);
      const term = multiplyInteger(b.coefficients[k] ?? 0, factor);
      if (there === undefined) push(heap, place);
      left.set(place, there === undefined ? term : addInteger(there, term));
    }
  }
  return { keys: keys.reverse(), coefficients: coefficients.reverse(), bounds };
};

/** A binary heap with the largest number in front. */
const push = (heap: number[], key: number): void => {
  let child = heap.length;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (at(heap, parent) >= key) break;
    heap[child] = at(heap, parent);
    child = parent;
  }
  heap[child] = key;
};

const pop = (heap: number[]): number => {
  const first = at(heap, 0);
  const key = heap.pop() ?? first;
  if (heap.length === 0) return first;
  let parent = 0;
  for (let child = 1; child < heap.length; child = 2 * parent + 1) {
    if (child + 1 < heap.length && at(heap, child + 1) > at(heap, child)) child++;
    if (key >= at(heap, child)) break;
    heap[parent] = at(heap, child);
    parent = child;
  }
  heap[parent] = key;
  return first;
};
