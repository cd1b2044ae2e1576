/**
 * # Infix text of a term
 *
 * The same notation that the infix reader reads, in the written order: what is printed is read back to the same term up to grouping.
 */
import { abbreviation } from "./extent.ts";
import { ONE } from "../expr/build.ts";
import type { BinderTerm, CallTerm, Expr, PowerTerm } from "../expr/expr.ts";
import { isInteger, negateRational, showRational, signOfRational } from "../number/rational.ts";

type Strength = 0 | 1 | 2 | 3 | 4;
interface Printed { readonly text: string; readonly strength: Strength }
const SUM = 0;
const PRODUCT = 1;
const PREFIX = 2;
const POWER = 3;
const ATOM = 4;

const atLeast = (p: Printed, strength: Strength): string => (p.strength >= strength ? p.text : `(${p.text})`);

const print = (e: Expr): Printed => {
  switch (e.kind) {
    case "number": return { text: showRational(e.value), strength: signOfRational(e.value) < 0 ? PREFIX : isInteger(e.value) ? ATOM : PRODUCT };
    case "symbol": return { text: e.symbol.name, strength: ATOM };
    case "sum": return { text: e.args.map((term, k) => signed(print(term).text, k === 0)).join(""), strength: SUM };
    case "product": return printProduct(e.args);
    case "word": return { text: e.args.map((letter) => atLeast(print(letter), POWER)).join("*"), strength: PRODUCT };
    case "power": return isInverse(e) ? printProduct([e]) : printPower(e.args[0], e.args[1]);
    case "call": return printCall(e);
    case "binder": return printBinder(e);
  }
};

const isInverse = (e: PowerTerm): boolean => e.args[1].kind === "number" && signOfRational(e.args[1].value) < 0 && e.args[0].kind !== "number";

const signed = (text: string, first: boolean): string => (first ? text : text.startsWith("-") ? ` - ${text.slice(1)}` : ` + ${text}`);

const printProduct = (factors: readonly Expr[]): Printed => {
  const [first] = factors;
  const minus = first?.kind === "number" && signOfRational(first.value) < 0 && first.value.numerator === -1 && first.value.denominator === 1;
  let text = "";
  for (const factor of minus ? factors.slice(1) : factors) {
    if (factor.kind === "power" && factor.args[1].kind === "number" && signOfRational(factor.args[1].value) < 0) {
      const below = printPower(factor.args[0], factor.args[1], true);
      text += `${text === "" ? "1" : ""}/${atLeast(below, POWER)}`;
    } else {
      const part = atLeast(print(factor), text === "" ? PRODUCT : PREFIX);
      text += text === "" ? part : `*${part.startsWith("-") ? `(${part})` : part}`;
    }
  }
  return minus ? { text: `-${text}`, strength: PREFIX } : { text, strength: PRODUCT };
};

const printPower = (base: Expr, exponent: Expr, inverted = false): Printed => {
  if (exponent.kind !== "number") return { text: `${atLeast(print(base), ATOM)}^${atLeast(print(exponent), ATOM)}`, strength: POWER };
  const value = inverted ? negateRational(exponent.value) : exponent.value;
  if (value.numerator === 1 && value.denominator === 1) return print(base);
  if (value.numerator === 1 && value.denominator === 2) return { text: `sqrt(${print(base).text})`, strength: ATOM };
  const plain = isInteger(value) && signOfRational(value) > 0;
  return { text: `${atLeast(print(base), ATOM)}^${plain ? showRational(value) : `(${showRational(value)})`}`, strength: POWER };
};

const printCall = (e: CallTerm): Printed => {
  const list = e.args.map((arg) => print(arg).text).join(", ");
  if (typeof e.head === "string") return { text: `${e.head}(${list})`, strength: ATOM };
  return { text: e.head.arguments === "index" ? `${e.head.name}[${list}]` : `${e.head.name}(${list})`, strength: ATOM };
};

const printBinder = (e: BinderTerm): Printed => {
  const [body = ONE, ...range] = e.args;
  const ends = range.map((end) => print(end).text);
  const inner = print(body).text;
  const x = e.bound.name;
  switch (e.head) {
    case "integral": return { text: `integral(${[inner, x, ...ends].join(", ")})`, strength: ATOM };
    case "sum": return { text: `sum(${[inner, x, ...ends].join(", ")})`, strength: ATOM };
    case "limit": return { text: `limit(${[inner, x, ...ends].join(", ")})`, strength: ATOM };
    case "average": return { text: `average(${inner}, ${x})`, strength: ATOM };
    case "derivative": return { text: ends[0] === x ? `diff(${inner}, ${x})` : `diff(${inner}, ${x} = ${ends[0] ?? ""})`, strength: ATOM };
  }
};

export const infix = (e: Expr): string => {
  const short = abbreviation(e);
  return short === undefined ? print(e).text : `⟨${short}⟩`;
};
