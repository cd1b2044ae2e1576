/**
 * # Algebrite
 *
 * Slow and often unable, but no wrong answer of it is known in this field. The routes to zero, measured over the identities of the field:
 * a common denominator settles rational functions and roots, with exponentials in place of sines also phases and thermal factors; its own
 * `simplify`, which can take seconds, comes last.
 *
 * `expand` is Algebrite's word for partial fractions; products are multiplied out without any word.
 */
import { algebriteDialect } from "./engineSyntax.ts";
import type { Oracle } from "./opinion.ts";
import { oracleOf, type Engine } from "./oracle.ts";
import type { EnginePool } from "./pool.ts";

const engine: Engine = {
  dialect: algebriteDialect,
  beforeNumbers: [{ text: "maxFixedPrintoutDigits=16" }],
  numeric: (text) => ({ text: `float(${text})` }),
  routes: (difference) => [
    { text: `numerator(rationalize(${/sin|cos|tan/.test(difference) ? `circexp(${difference})` : difference}))`, refutes: true },
    { text: `simplify(${difference})`, refutes: true },
  ],
  words: {
    antiderivative: (text, letter) => `integral(${text},${letter})`,
    derivative: (text, letter) => `d(${text},${letter})`,
    factorisation: (text, letter) => `factor(${text},${letter})`,
    expansion: (text) => text,
    simplification: (text) => `simplify(${text})`,
    "real-part": (text) => `real(${text})`,
    solutions: (text, letter) => `roots(numerator(rationalize(${text})),${letter})`,
  },
};

export const algebriteOracle = (pool: EnginePool): Oracle => oracleOf(pool, engine);
