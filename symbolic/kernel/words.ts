/**
 * # Words of operators
 *
 * A term with operators as Σ coefficient·word, words in the free algebra over the operator letters and commuting coefficients. Equality of
 * words is equality letter by letter; commutation rules enter as identities, not here.
 *
 * Trusted: yes.
 */
import { int, ONE, sum, written } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";

export interface WordTerm { readonly letters: readonly Expr[]; readonly coefficient: Expr }

const LARGEST_POWER = 16;

export class NotAWord extends Error {
  override readonly name = "NotAWord";
}

/** Expands products over sums. The key of a word is the ids of its letters; `canonical` chooses one of equal letters. */
export const expandWords = (e: Expr, canonical: (letter: Expr) => Expr): ReadonlyMap<string, WordTerm> => {
  const terms = (node: Expr): readonly WordTerm[] => {
    if (!node.operator) return [{ letters: [], coefficient: node }];
    switch (node.kind) {
      case "symbol": case "call":
        if (node.kind === "call" && typeof node.head === "string") throw new NotAWord(`${node.head} of an operator`);
        return [{ letters: [canonical(node)], coefficient: ONE }];
      case "sum": return node.args.flatMap(terms);
      case "product": case "word": return node.args.map(terms).reduce(concatenate);
      case "power": {
        const [base, exponent] = node.args;
        const n = exponent.kind === "number" && exponent.value.denominator === 1 ? exponent.value.numerator : undefined;
        if (typeof n !== "number" || n < 0 || n > LARGEST_POWER) throw new NotAWord("an operator to a power that is not a small whole number");
        return Array.from({ length: n }, () => terms(base)).reduce<readonly WordTerm[]>(concatenate, [{ letters: [], coefficient: int(1) }]);
      }
      default: throw new NotAWord(`an operator inside a ${node.kind}`);
    }
  };
  const collected = new Map<string, WordTerm>();
  for (const { letters, coefficient } of terms(e)) {
    const key = letters.map((letter) => letter.id).join(" ");
    const known = collected.get(key);
    collected.set(key, { letters, coefficient: known === undefined ? coefficient : sum(known.coefficient, coefficient) });
  }
  return collected;
};

const concatenate = (a: readonly WordTerm[], b: readonly WordTerm[]): readonly WordTerm[] =>
  a.flatMap((x) => b.map((y) => ({ letters: [...x.letters, ...y.letters], coefficient: written.product([x.coefficient, y.coefficient]) })));
