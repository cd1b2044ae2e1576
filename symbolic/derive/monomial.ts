/**
 * # Guessing the ratio of two terms
 *
 * From values in double precision: whether a/b is a number times powers of symbols and of sines and cosines of angles. A guess only.
 */
import { call, I, number, ONE, PI, power, product, squareRoot, symbol } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { isIntegerSymbol, isSign, physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { subterms, transform } from "../expr/walk.ts";
import { negateRational, rational, type Rational } from "../number/rational.ts";
import { evaluator, genericPoint, near, over, type Complex, type Values } from "./numeric.ts";

/** `variables`: the symbols and family members that a/b changes with. */
export interface Ratio { readonly variables: readonly Expr[]; readonly monomial: Expr | undefined }

/** Undefined where a/b has no value at a generic point. No monomial is looked for when a/b changes with more than `most` variables. */
export const guessRatio = (a: Expr, b: Expr, most: number): Ratio | undefined => {
  const members = new Map<Expr, PhysicalSymbol>();
  const plain = (e: Expr): Expr => transform(e, (node) => (node.kind === "call" && typeof node.head !== "string" ? symbol(standIn(members, node, node.head)) : node));
  if ([a, b].some((e) => subterms(e).some((node) => node.kind === "binder"))) return undefined;
  const [x, y] = [plain(a), plain(b)];
  const values = genericPoint([x, y], 71);
  const [above, below] = [evaluator(x), evaluator(y)];
  const ratioAt = (at: Values): Complex => over(above.at(at), below.at(at));
  const here = ratioAt(values);
  if (Number.isNaN(here[0])) return undefined;
  const moved = (s: PhysicalSymbol, change: (value: Complex) => Complex): Values => new Map([...values, [s, change(values.get(s) ?? [1, 0])]]);
  const active = [...values.keys()].filter((s) => !near(here, ratioAt(moved(s, (value) => (isSign(s) ? [-value[0], 0] : isIntegerSymbol(s) ? [value[0] + 1, 0] : scaled(value, 1.37))))));
  const termOf = (s: PhysicalSymbol): Expr => [...members].find(([, standing]) => standing === s)?.[0] ?? symbol(s);
  const variables = active.map(termOf);
  if (active.length > most) return { variables, monomial: undefined };
  const factors: Factor[] = [];
  for (const s of active) {
    const factor = factorOf(s, termOf(s), values, ratioAt);
    if (factor === undefined) return { variables, monomial: undefined };
    factors.push(factor);
  }
  const constant = constantOf(factors.reduce((rest, factor) => over(rest, factor.value), here));
  return { variables, monomial: constant === undefined ? undefined : product(constant, ...factors.map((factor) => factor.term)) };
};

const standIn = (members: Map<Expr, PhysicalSymbol>, node: Expr, head: PhysicalSymbol): PhysicalSymbol => {
  const known = members.get(node);
  if (known !== undefined) return known;
  const fresh = physicalSymbol(`${head.name}#${members.size}`, { assume: head.assume });
  members.set(node, fresh);
  return fresh;
};

const scaled = (z: Complex, factor: number): Complex => [factor * z[0], factor * z[1]];

interface Factor { readonly term: Expr; readonly value: Complex }

/** The power of one symbol, or of its sine and cosine, that the ratio contains. */
const factorOf = (s: PhysicalSymbol, term: Expr, values: Values, ratioAt: (at: Values) => Complex): Factor | undefined => {
  const own = values.get(s) ?? [1, 0];
  const at = (value: Complex): Complex => ratioAt(new Map([...values, [s, value]]));
  if (isSign(s)) return near(at(scaled(own, -1)), scaled(at(own), -1)) ? { term, value: own } : undefined;
  const [one, two, four] = [at(own), at(scaled(own, 2)), at(scaled(own, 4))];
  const exponent = Math.round(2 * Math.log2(Math.hypot(...two) / Math.hypot(...one))) / 2;
  if (near(two, scaled(one, 2 ** exponent)) && near(four, scaled(one, 4 ** exponent))) {
    const value = Math.hypot(...own) ** exponent;
    return own[1] === 0 && own[0] > 0 || Number.isInteger(exponent) ? { term: power(term, number(rational(2 * exponent, 2))), value: own[1] === 0 ? [Math.sign(own[0]) ** exponent * value, 0] : [Number.NaN, 0] } : undefined;
  }
  const others = [own[0] * 1.37, own[0] * 0.61];
  for (const [m, n] of powers) {
    const shape = (angle: number): number => Math.cos(angle) ** m * Math.sin(angle) ** n;
    if (own[1] === 0 && others.every((angle) => near(at([angle, 0]), scaled(one, shape(angle) / shape(own[0]))))) {
      return { term: product(power(call("cos", [term]), number(rational(m))), power(call("sin", [term]), number(rational(n)))), value: [shape(own[0]), 0] };
    }
  }
  return undefined;
};
const exponents = [0, 1, 2, -1, -2, 3, 4, -3, -4];
const powers = exponents.flatMap((m) => exponents.filter((n) => Math.abs(m) + Math.abs(n) <= 4).map((n) => [m, n] as const));

/** A rational number or the root of one, perhaps times i or a power of π. */
const constantOf = ([re, im]: Complex): Expr | undefined => {
  const size = Math.max(Math.abs(re), Math.abs(im));
  if (!Number.isFinite(size)) return undefined;
  const [real, unit] = Math.abs(im) < 1e-10 * size ? [re, ONE] : [im, I];
  if (Math.abs(im) >= 1e-10 * size && Math.abs(re) >= 1e-10 * size) return undefined;
  for (const k of [0, 1, -1, 2, -2]) {
    const value = real / Math.PI ** k;
    const whole = nearRational(Math.abs(value));
    const square = whole === undefined ? nearRational(value * value) : undefined;
    const found = whole !== undefined ? number(value < 0 ? negateRational(whole) : whole) : square === undefined ? undefined : product(number(rational(value < 0 ? -1 : 1)), rootOf(square));
    if (found !== undefined) return product(found, unit, power(PI, number(rational(k))));
  }
  return undefined;
};

const rootOf = (square: Rational): Expr => (square.numerator === 1 ? power(number(rational(square.denominator)), number(rational(-1, 2))) : squareRoot(number(square)));

/** By continued fractions; undefined beyond a denominator of 1000. */
const nearRational = (x: number): Rational | undefined => {
  let [h0, k0, h1, k1] = [1, 0, Math.floor(x), 1];
  let rest = x - h1;
  while (Math.abs(x - h1 / k1) > 1e-11 * x) {
    if (k1 > 1000 || h1 > 1e6) return undefined;
    const next = 1 / rest;
    const q = Math.floor(next);
    rest = next - q;
    [h0, k0, h1, k1] = [h1, k1, q * h1 + h0, q * k1 + k0];
  }
  return h1 === 0 ? undefined : rational(h1, k1);
};
