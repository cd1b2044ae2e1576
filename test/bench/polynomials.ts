/**
 * # Polynomials and derivatives
 *
 * The product p·(1 + p) with p = (1 + x + y + z)^16 expanded, 969 terms by 969, against SymPy's polynomial ring and GiNaC; and the sixth derivative of
 * sin(exp(x²) cos(x/(1 + x²))) against GiNaC. Results are compared before times are. GiNaC reports its own processor time.
 */
import { spawnSync } from "node:child_process";
import { call, int, inScratch, ONE, power, product, quotient, sum, symbol } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { physicalSymbol } from "../../symbolic/expr/symbol.ts";
import { subterms } from "../../symbolic/expr/walk.ts";
import { evaluatorOf } from "../../symbolic/compile/evaluator.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { addGenerator, addPolynomial, emptyRing, monomial, multiplyPolynomial, onePolynomial, powerPolynomial } from "../../symbolic/kernel/polynomial.ts";
import { against, median, missing, repeated, timed, type Findings } from "./measure.ts";
import { findSympy, runGinsh, sympyScript } from "./places.ts";

const TERMS = 6545;
const SUM = 4n ** 32n + 4n ** 16n;                        // the value at x = y = z = 1

const expect = (what: string, found: unknown, expected: unknown): void => {
  if (found !== expected) throw new Error(`${what}: expected ${String(expected)}, found ${String(found)}`);
};

const ourProduct = (): number => {
  const ring = emptyRing();
  const base = [0, 1, 2].map(() => monomial(ring, addGenerator(ring, 100), 1)).reduce(addPolynomial, onePolynomial);
  const p = powerPolynomial(ring, base, 16);
  const { value, seconds } = timed(() => multiplyPolynomial(ring, p, addPolynomial(onePolynomial, p)));
  expect("terms of the product", value.keys.length, TERMS);
  expect("its value at one", value.coefficients.reduce<bigint>((total, coefficient) => total + BigInt(coefficient), 0n), SUM);
  return seconds;
};

/** The times that `time(…)` printed. */
const ginshTimes = (output: string): readonly number[] => [...output.matchAll(/^([\d.e-]+)s$/gm)].map(([, text]) => Number(text));

export const polynomialProduct = (): Findings => {
  const first = ourProduct();
  const ours = repeated(30, 10, ourProduct);
  const what = "p·(1 + p), p = (1 + x + y + z)^16";
  const remark = `ours when first run: ${(first * 1e3).toFixed(1)} ms`;
  const sympy = findSympy();
  const ring = sympy === undefined ? undefined : JSON.parse(spawnSync(sympy.python, [sympyScript, "product"], { encoding: "utf8" }).stdout) as { readonly seconds: number; readonly terms: number; readonly sum: string };
  if (ring !== undefined) {
    expect("terms of SymPy's product", ring.terms, TERMS);
    expect("its value at one", ring.sum, `${SUM}`);
  }
  const ginsh = runGinsh(`p=expand((1+x+y+z)^16):\n${"time(expand(p*(1+p)));\n".repeat(5)}nops(expand(p*(1+p)));\n`);
  if (ginsh !== undefined) expect("terms of GiNaC's product", ginsh.trim().split("\n").at(-1), `${TERMS}`);
  return {
    rows: [
      ring === undefined || sympy === undefined ? missing(what, ours, "SymPy, polynomial ring", 10) : against({ what, ours, peer: `${sympy.says}, polynomial ring`, theirs: ring.seconds, least: 10, remark }),
      ginsh === undefined ? missing(what, ours, "GiNaC", 50) : against({ what, ours, peer: "GiNaC expand", theirs: median(ginshTimes(ginsh)), least: 50, remark }),
    ],
    notes: [], details: { first, ours, sympy: ring ?? null, ginac: ginsh === undefined ? null : ginshTimes(ginsh) },
  };
};

// ---- the sixth derivative ------------------------------------------------------------------------------------------------------

const ORDER = 6;

interface Differentiated { readonly seconds: number; readonly term: Expr }

/** A new x each time, and nothing kept: every term of the result is built. */
const ourDerivative = (): Differentiated => inScratch(() => {
  const s = physicalSymbol("x", { assume: "real" });
  const x = symbol(s);
  const square = power(x, int(2));
  const f = call("sin", [product(call("exp", [square]), call("cos", [quotient(x, sum(ONE, square))]))]);
  const { value, seconds } = timed(() => Array.from({ length: ORDER }).reduce<Expr>((term) => derivative(term, s), f));
  return { seconds, term: value };
});

export const sixthDerivative = (): Findings => {
  const first = ourDerivative();
  const ours = repeated(60, 40, () => ourDerivative().seconds);
  const what = "sixth derivative of sin(exp(x²)·cos(x/(1+x²)))";
  const nodes = new Set(subterms(first.term)).size;
  const evaluated = evaluatorOf({ id: "sixth derivative", form: "model", source: "", title: "", term: first.term }).scalar({ x: 0.5 });
  const value = typeof evaluated === "number" ? evaluated : Number.NaN;
  const remark = `${nodes} different subterms; ours when first run: ${(first.seconds * 1e3).toFixed(1)} ms`;
  const ginsh = runGinsh(`f=sin(exp(x^2)*cos(x/(1+x^2))):\n${`time(diff(f,x,${ORDER}));\n`.repeat(15)}evalf(subs(diff(f,x,${ORDER}),x==1/2));\n`);
  if (ginsh !== undefined) {
    const theirs = Number(ginsh.trim().split("\n").at(-1));
    if (!(Math.abs(value - theirs) <= 1e-9 * Math.abs(theirs))) throw new Error(`the sixth derivative at 1/2: GiNaC ${theirs}, ours ${value}`);
  }
  return {
    rows: [ginsh === undefined ? missing(what, ours, "GiNaC", 0.5) : against({ what, ours, peer: "GiNaC diff", theirs: median(ginshTimes(ginsh)), least: 0.5, remark })],
    notes: [], details: { first: first.seconds, ours, nodes, ginac: ginsh === undefined ? null : ginshTimes(ginsh) },
  };
};
