/**
 * # Terms for SymPy
 *
 * A term as a Python expression. Letters are `s0`, `s1`, … and numbers `r0`, `r1`, …, made beforehand: SymPy's time for making them is not counted.
 * SymPy is told every assumption that it has a word for. It has none for a sign ±1: an equation is put to it once for each value.
 */
import { I, int, PI } from "../../symbolic/expr/build.ts";
import type { BinderTerm, CallTerm, Expr, FunctionName } from "../../symbolic/expr/expr.ts";
import { isIntegerSymbol, isNegativeSymbol, isNonzeroSymbol, isPositiveSymbol, isRealSymbol, isSign, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { freeSymbols, substitute } from "../../symbolic/expr/walk.ts";
import { ballot } from "../../symbolic/oracle/ballot.ts";
import { Untranslatable } from "../../symbolic/oracle/opinion.ts";

interface Case { readonly left: string; readonly right: string }

/** One identity in several wordings; it is proved when all cases of one of them are. */
export interface SympyQuestion {
  readonly id: string;
  readonly symbols: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly numbers: Readonly<Record<string, string>>;
  readonly wordings: readonly { readonly name: string; readonly cases: readonly Case[] }[];
}

const words: Readonly<Partial<Record<FunctionName, string>>> = {
  exp: "exp", log: "log", sin: "sin", cos: "cos", tan: "tan", sinh: "sinh", cosh: "cosh", tanh: "tanh", asin: "asin", acos: "acos", atan: "atan", abs: "Abs", conj: "conjugate", re: "re", im: "im", sign: "sign",
};

const assumptions = (s: PhysicalSymbol): Readonly<Record<string, boolean>> => ({
  ...(isPositiveSymbol(s) ? { positive: true } : isNegativeSymbol(s) ? { negative: true } : isIntegerSymbol(s) ? { integer: true } : isRealSymbol(s) ? { real: true } : {}),
  ...(isNonzeroSymbol(s) ? { zero: false } : {}),
});

const refuse = (what: string): never => { throw new Untranslatable(`SymPy is not asked about ${what}`); };

interface Names { readonly symbols: Map<PhysicalSymbol, string>; readonly numbers: Map<string, string> }

const write = (e: Expr, names: Names): string => {
  const letter = (s: PhysicalSymbol): string => {
    const name = names.symbols.get(s) ?? `s${names.symbols.size}`;
    names.symbols.set(s, name);
    return name;
  };
  const visit = (node: Expr): string => {
    switch (node.kind) {
      case "number": {
        const value = `${node.value.numerator}/${node.value.denominator}`;
        const name = names.numbers.get(value) ?? `r${names.numbers.size}`;
        names.numbers.set(value, name);
        return name;
      }
      case "symbol": return node === I ? "I" : node === PI ? "pi" : letter(node.symbol);
      case "sum": return `(${node.args.map(visit).join("+")})`;
      case "product": return `(${node.args.map(visit).join("*")})`;
      case "power": return `(${visit(node.args[0])})**(${visit(node.args[1])})`;
      case "call": return writeCall(node);
      case "binder": return writeBinder(node);
      case "word": return refuse("a product of operators");
    }
  };
  const writeCall = (node: CallTerm): string => `${typeof node.head === "string" ? words[node.head] ?? refuse(node.head) : refuse("an unknown function")}(${node.args.map(visit).join(",")})`;
  const writeBinder = ({ head, bound, args: [body, first, last] }: BinderTerm): string => {
    if (head === "derivative" && body !== undefined && first !== undefined) return `diff(${visit(body)},${letter(bound)}).subs(${letter(bound)},${visit(first)})`;
    if (head === "sum" && body !== undefined && first !== undefined && last !== undefined) return `summation(${visit(body)},(${letter(bound)},${visit(first)},${visit(last)}))`;
    return refuse(`a symbolic ${head}`);
  };
  return visit(e);
};

/** All combinations of values of the signs. */
const signCases = (sides: readonly [Expr, Expr]): readonly (readonly [Expr, Expr])[] =>
  [...new Set(sides.flatMap(freeSymbols))].filter(isSign).reduce<readonly (readonly [Expr, Expr])[]>((cases, s) =>
    cases.flatMap(([left, right]) => [1, -1].map((value): readonly [Expr, Expr] => [substitute(left, new Map([[s, int(value)]])), substitute(right, new Map([[s, int(value)]]))])), [sides]);

export const sympyQuestion = (id: string, left: Expr, right: Expr, positive: readonly Expr[]): SympyQuestion => {
  const names: Names = { symbols: new Map(), numbers: new Map() };
  const cases = (pairs: readonly (readonly [Expr, Expr])[]): readonly Case[] => pairs.map(([l, r]) => ({ left: write(l, names), right: write(r, names) }));
  const wordings = [
    { name: "as stated", cases: cases(signCases([left, right])) },
    { name: "every residue, without conjugation", cases: cases(ballot(left, right, positive).map((one): readonly [Expr, Expr] => [one.left, one.right])) },
  ];
  return {
    id, wordings: JSON.stringify(wordings[0]?.cases) === JSON.stringify(wordings[1]?.cases) ? wordings.slice(0, 1) : wordings,
    symbols: Object.fromEntries([...names.symbols].map(([s, name]) => [name, assumptions(s)])),
    numbers: Object.fromEntries([...names.numbers].map(([value, name]) => [name, value])),
  };
};
