/**
 * # States as linear combinations of orbitals
 *
 * `linearCombination` gives the components of a state on a basis of orbitals, sums over orbitals written out. The caller's derivation checks
 * what is done with them.
 */
import { ONE, written, ZERO } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { summands, transform } from "../expr/walk.ts";

/** Sums over short numeric ranges written out. */
export const expandSums = (e: Expr): Expr =>
  transform(e, (node) => {
    if (node.kind !== "binder" || node.head !== "sum") return node;
    const [body = ZERO, from, to] = node.args;
    if (from?.kind !== "number" || to?.kind !== "number" || from.value.denominator !== 1 || to.value.denominator !== 1) return node;
    return written.sum(summands(body, node.bound, Number(from.value.numerator), Number(to.value.numerator)));
  });

/**
 * @param state  linear in the basis orbitals
 * @param basis  symbols or members of families
 * @returns      the coefficient of each basis orbital: the state with that orbital replaced by 1 and the others by 0
 */
export const linearCombination = (state: Expr, basis: readonly Expr[]): readonly Expr[] => {
  const expanded = expandSums(state);
  return basis.map((orbital) => transform(expanded, (node) => (node === orbital ? ONE : basis.includes(node) ? ZERO : node)));
};
