/**
 * # Reading assumptions
 *
 * "c=±1; n integer; D,w positive; g real; f function; A,B operator; D > w": one clause a semicolon. A letter without a clause is an independent complex
 * number, or a real one with the clause "real"; "f function; f real" is a real function. An inequality between formulas becomes a hypothesis.
 */
import { difference } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { physicalSymbol, type Assumption, type PhysicalSymbol } from "../expr/symbol.ts";
import { functionWords, NotationError, readRelation, type Names } from "./infix.ts";
import { suggestion } from "./suggestion.ts";

export interface Assumed {
  readonly names: Names;
  /** Terms assumed positive. */
  readonly positive: readonly Expr[];
}

const kinds: Readonly<Record<string, readonly Assumption[]>> = {
  real: ["real"], positive: ["positive"], negative: ["negative"], nonzero: ["nonzero"], integer: ["integer"], sign: ["sign"], complex: [], operator: ["operator"], function: [],
};

const reserved = new Set(["i", "pi", "π", "oo", "∞", "e"]);
const namePattern = /^[\p{L}_][\p{L}\p{N}_′₀-₉₊₋]*$/u;

/** Reserved names keep their meaning; every other letter is a symbol of its own. */
export const readAssumptions = (text: string): Assumed => {
  const declared = new Map<string, { readonly assume: readonly Assumption[]; readonly isFunction: boolean }>();
  const inequalities: string[] = [];
  let fallback: readonly Assumption[] = [];
  for (const clause of text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== "")) {
    const signs = /^(.+?)\s*=\s*(?:±\s*1|\+-\s*1|\+\/-\s*1)$/.exec(clause);
    const positive = /^([^<>=]+?)\s*>\s*0$/.exec(clause);
    const words = /^(.+?)\s+(\p{L}+)$/u.exec(clause);
    if (signs?.[1] !== undefined) declareAll(signs[1], ["sign"], false, clause, declared);
    else if (clause in kinds) fallback = kinds[clause] ?? [];
    else if (positive?.[1] !== undefined && positive[1].split(",").every((name) => namePattern.test(name.trim()))) declareAll(positive[1], ["positive"], false, clause, declared);
    else if (/[<>]/.test(clause)) inequalities.push(clause);
    else if (words?.[1] !== undefined && words[2] !== undefined) {
      const assume = kinds[words[2]];
      if (assume === undefined) throw complainKind(words[2], clause);
      declareAll(words[1], assume, words[2] === "function", clause, declared);
    } else throw new NotationError(`cannot read the assumption '${clause}'\n  expected clauses like "c=±1", "n integer", "D,w positive", "x real", "D > w"`);
  }
  const symbols = new Map<string, PhysicalSymbol>();
  const names: Names = {
    find: (name) => {
      if (reserved.has(name) && !declared.has(name)) return undefined;
      const known = symbols.get(name);
      if (known !== undefined) return known;
      const about = declared.get(name);
      if (about === undefined && (functionWords.has(name) || !namePattern.test(name))) return undefined;
      const fresh = physicalSymbol(name, { assume: about?.assume ?? fallback, ...(about?.isFunction === true ? { arguments: "function" as const } : {}) });
      symbols.set(name, fresh);
      return fresh;
    },
    all: () => [...declared.keys(), ...symbols.keys()],
  };
  const positive = inequalities.map((clause) => {
    const { left, relation, right } = readRelation(clause, names);
    return relation === "<" ? difference(right, left) : difference(left, right);
  });
  return { names, positive };
};

const declareAll = (list: string, assume: readonly Assumption[], isFunction: boolean, clause: string, into: Map<string, { readonly assume: readonly Assumption[]; readonly isFunction: boolean }>): void => {
  for (const name of list.split(/[,\s]+/).filter((part) => part !== "")) {
    if (!namePattern.test(name)) throw new NotationError(`'${name}' in the assumption '${clause}' is not a name`);
    const before = into.get(name);
    into.set(name, { assume: [...(before?.assume ?? []), ...assume], isFunction: isFunction || before?.isFunction === true });
  }
};

const complainKind = (kind: string, clause: string): NotationError => {
  const close = suggestion(kind, Object.keys(kinds));
  return new NotationError(`unknown assumption '${kind}' in '${clause}'\n  known: ${Object.keys(kinds).join(", ")}${close === undefined ? "" : `\n  did you mean '${close}'?`}`);
};
