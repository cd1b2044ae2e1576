/**
 * # nerdamer
 *
 * Fast and unsound: about one in ten of its answers is wrong, above all `simplify`, derivatives of roots, complex exponentials and real parts.
 * It votes by its values and by `expand`, the parts that were never seen to fail on rational functions. `simplify` may bring a difference to 0;
 * what else it returns says nothing. What nerdamer gets wrong is caught where its answer meets the kernel's.
 */
import { nerdamerDialect } from "./engineSyntax.ts";
import type { Oracle } from "./opinion.ts";
import { oracleOf, type Engine } from "./oracle.ts";
import type { EnginePool } from "./pool.ts";

const engine: Engine = {
  dialect: nerdamerDialect,
  beforeNumbers: [],
  numeric: (text) => ({ text, numeric: true }),
  routes: (difference) => [{ text: `expand(${difference})`, refutes: true }, { text: `simplify(${difference})`, refutes: false }],
  words: {
    antiderivative: (text, letter) => `integrate(${text},${letter})`,
    derivative: (text, letter) => `diff(${text},${letter})`,
    factorisation: (text) => `factor(${text})`,
    expansion: (text) => `expand(${text})`,
    simplification: (text) => `simplify(${text})`,
    "real-part": (text) => `realpart(${text})`,
    solutions: (text, letter) => `solve(${text},${letter})`,
  },
};

export const nerdamerOracle = (pool: EnginePool): Oracle => oracleOf(pool, engine);
