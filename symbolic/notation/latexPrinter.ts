/**
 * # LaTeX of a term
 *
 * Keeps the author's order of factors and terms. a·b⁻¹·c is \frac{a}{b} c: a fraction closes where a factor follows a denominator. What
 * is printed is read back by the LaTeX reader to the same value; a test holds both to it.
 */
import { abbreviation } from "./extent.ts";
import { number, ONE, written } from "../expr/build.ts";
import { isDimensionless } from "../expr/dimension.ts";
import type { BinderTerm, CallTerm, Expr } from "../expr/expr.ts";
import { infinitySymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { dimensionOf } from "./dimensionOf.ts";
import { absRational, isInteger, negateRational, rational, signOfRational, type Rational } from "../number/rational.ts";

/** Binding strength of what is printed: a sum binds weakest. */
type Strength = 0 | 1 | 2 | 3;
const SUM = 0;
const PRODUCT = 1;
const POWER = 2;
const ATOM = 3;

interface Printed { readonly text: string; readonly strength: Strength }

const atom = (text: string): Printed => ({ text, strength: ATOM });
const inside = (text: string): string => `\\left(${text}\\right)`;
const atLeast = (p: Printed, strength: Strength): string => (p.strength >= strength ? p.text : inside(p.text));

export const latexOfRational = (value: Rational): string =>
  isInteger(value) ? `${value.numerator}` : `${signOfRational(value) < 0 ? "-" : ""}\\frac{${absRational(value).numerator}}{${value.denominator}}`;

const print = (e: Expr): Printed => {
  switch (e.kind) {
    case "number": return { text: latexOfRational(e.value), strength: signOfRational(e.value) < 0 ? SUM : ATOM };
    case "symbol": return isBranch(e) ? { text: "\\pm 1", strength: SUM } : atom(e.symbol.latex);
    case "sum": return { text: printSum(e.args), strength: SUM };
    case "product": return printProduct(e.args);
    case "word": return { text: juxtapose(e.args.map((letter) => atLeast(print(letter), POWER))), strength: PRODUCT };
    case "power": return printPower(e.args[0], e.args[1]);
    case "call": return printCall(e);
    case "binder": return printBinder(e);
  }
};

/** The sign that is printed as ±: it stands before the product that it multiplies. */
const isBranch = (e: Expr): boolean => e.kind === "symbol" && e.symbol.latex === "\\pm";

const printSum = (terms: readonly Expr[]): string =>
  terms.map((term, k) => {
    const { text } = print(term);
    if (k === 0) return text;
    if (/^\\[pm][pm] /.test(text)) return ` ${text}`;
    return text.startsWith("-") ? ` - ${text.slice(1).trimStart()}` : ` + ${text}`;
  }).join("");

/** Letters and numbers side by side; a dot where two digits would run together or a number stands behind a factor. */
const juxtapose = (parts: readonly string[]): string =>
  parts.filter((part) => part !== "").reduce((left, right) => (left === "" ? right : `${left}${/^(?:\d|\\frac\{\d)/.test(right) ? " \\cdot " : " "}${right}`), "");

interface Fraction { readonly above: Expr[]; readonly below: Expr[] }

const printProduct = (given: readonly Expr[]): Printed => {
  const branch = given.findIndex(isBranch);
  const factors = branch < 0 ? given : given.filter((_, k) => k !== branch);
  const [first, ...rest] = factors;
  const negative = first?.kind === "number" && signOfRational(first.value) < 0;
  const size = first?.kind === "number" ? absRational(first.value) : undefined;
  const unsigned = !negative || size === undefined ? factors : size.numerator === 1 && size.denominator === 1 ? rest : [number(size), ...rest];
  const fractions: Fraction[] = [{ above: [], below: [] }];
  for (const factor of unsigned) {
    let last = fractions[fractions.length - 1];
    const inverse = inverseOf(factor);
    if (last === undefined || (inverse === undefined && last.below.length > 0)) fractions.push(last = { above: [], below: [] });
    if (inverse !== undefined) last.below.push(inverse);
    else if (factor.kind === "number" && !isInteger(factor.value) && signOfRational(factor.value) > 0 && last.above.length === 0) {
      if (factor.value.numerator !== 1) last.above.push(number(rational(factor.value.numerator)));
      last.below.push(number(rational(factor.value.denominator)));
    } else last.above.push(factor);
  }
  const text = juxtapose(fractions.map((fraction, k) => printFraction(fraction, k === fractions.length - 1)));
  const sign = branch < 0 ? (negative ? "-" : "") : negative ? "\\mp " : "\\pm ";
  return { text: `${sign}${text === "" ? "1" : text}`, strength: sign === "" ? PRODUCT : SUM };
};

/** Braces bracket a single factor of a fraction. */
const side = (factors: readonly Expr[]): string => {
  const [only = ONE, ...others] = factors;
  return others.length === 0 ? print(only).text : juxtapose(factorTexts(factors, true));
};

const printFraction = ({ above, below }: Fraction, last = true): string =>
  below.length > 0 ? `\\frac{${side(above)}}{${side(below)}}` : juxtapose(factorTexts(above, last));

const factorTexts = (factors: readonly Expr[], last: boolean): readonly string[] =>
  factors.map((factor, k) => (runsOn(factor, factors.slice(k + 1)) ? bracketed(factor) : factorText(factor, last && k === factors.length - 1)));

/** Whether a factor behind sin x could be read as part of the argument. */
const runsOn = (factor: Expr, behind: readonly Expr[]): boolean => {
  const argument = bareArgument(factor);
  if (argument === undefined) return false;
  const run: Expr[] = [argument];
  for (const [k, next] of behind.entries()) {
    if (next.kind === "binder" && (next.head === "average" || (k === behind.length - 1 && next.head !== "derivative"))) return false;
    if (next.kind === "call" && typeof next.head === "string" && next.head in named) return false;
    run.push(next);
    const dimension = dimensionOf(written.product(run));
    if (dimension === undefined || isDimensionless(dimension)) return true;
  }
  return false;
};

/** x of \\sin x and \\sin^2 x. */
const bareArgument = (e: Expr): Expr | undefined => {
  const base = e.kind === "power" && e.args[1].kind === "number" && isInteger(e.args[1].value) ? e.args[0] : e;
  const [argument] = base.kind === "call" && typeof base.head === "string" && base.head in named ? base.args : [];
  return argument !== undefined && applied("", argument).startsWith(" ") ? argument : undefined;
};

const bracketed = (e: Expr): string => {
  const argument = bareArgument(e);
  const text = print(e).text;
  return argument === undefined ? text : text.slice(0, text.length - applied("", argument).length) + inside(print(argument).text);
};

/** A sum sign reaches to the end of its term: brackets unless it is the last factor. */
const factorText = (factor: Expr, last: boolean): string => {
  const printed = print(factor);
  return factor.kind === "binder" && factor.head !== "average" && !last ? inside(printed.text) : atLeast(printed, PRODUCT);
};

/** b for b⁻¹, b² for b⁻². */
const inverseOf = (e: Expr): Expr | undefined =>
  e.kind === "power" && e.args[1].kind === "number" && signOfRational(e.args[1].value) < 0 ? written.power(e.args[0], number(negateRational(e.args[1].value))) : undefined;

const printPower = (base: Expr, exponent: Expr): Printed => {
  if (exponent.kind === "number") {
    if (signOfRational(exponent.value) < 0) return { text: printFraction({ above: [], below: [written.power(base, number(negateRational(exponent.value)))] }), strength: PRODUCT };
    if (exponent.value.numerator === 1 && exponent.value.denominator === 2) return atom(`\\sqrt{${print(base).text}}`);
    if (exponent.value.numerator === 1 && exponent.value.denominator !== 1) return atom(`\\sqrt[${exponent.value.denominator}]{${print(base).text}}`);
    if (base.kind === "call" && typeof base.head === "string" && base.head in named && isInteger(exponent.value)) {
      return { text: applied(`${named[base.head] ?? ""}^{${exponent.value.numerator}}`, base.args[0] ?? ONE), strength: POWER };
    }
  }
  const isCharge = base.kind === "symbol" && base.symbol.latex === "e" && exponent.kind !== "number";          // e^x is the exponential function
  return { text: `${isCharge ? inside("e") : powerBase(base)}^{${print(exponent).text}}`, strength: POWER };
};

/** A letter that already carries a superscript is bracketed. */
const powerBase = (base: Expr): string => {
  const { text, strength } = print(base);
  return strength < ATOM || /\^/.test(text) || text.startsWith("\\frac") ? inside(text) : text;
};

const named: Readonly<Record<string, string>> = {
  sin: "\\sin", cos: "\\cos", tan: "\\tan", sinh: "\\sinh", cosh: "\\cosh", tanh: "\\tanh", asin: "\\arcsin", acos: "\\arccos", atan: "\\arctan", log: "\\ln",
};

/** \sin x for a single letter, brackets for everything else. */
const applied = (name: string, argument: Expr): string =>
  (argument.kind === "symbol" && !isBranch(argument)) || (argument.kind === "call" && typeof argument.head !== "string" && argument.head.arguments === "index") ? `${name} ${print(argument).text}` : `${name}${inside(print(argument).text)}`;

const printCall = (e: CallTerm): Printed => {
  const { head } = e;
  if (typeof head !== "string") return atom(printFamily(head, e.args));
  const [argument = ONE] = e.args;
  const inner = print(argument).text;
  switch (head) {
    case "exp": return argument.kind === "number" ? { text: `\\exp${inside(inner)}`, strength: POWER } : { text: `e^{${inner}}`, strength: POWER };
    case "abs": return atom(`\\left|${inner}\\right|`);
    case "conj": return { text: `${powerBase(argument)}^{*}`, strength: POWER };
    case "re": return atom(`\\mathrm{Re}${inside(inner)}`);
    case "im": return atom(`\\mathrm{Im}${inside(inner)}`);
    case "sign": return atom(`\\mathrm{sgn}${inside(inner)}`);
    default: return { text: applied(named[head] ?? head, argument), strength: POWER };
  }
};

const labelOf = (head: PhysicalSymbol, k: number, argument: Expr): string => {
  const labels = head.labels[k] ?? {};
  const own = argument.kind === "number" ? labels[latexOfRational(argument.value)] : undefined;
  if (own !== undefined) return own;
  const list = Object.values(labels);
  if (isBranch(argument) && list.length > 1) return list.join() === "+,-" ? "\\pm" : list.join();
  return print(argument).text.replace(/ ([+-]) /g, "$1");
};

export const printFamily = (head: PhysicalSymbol, args: readonly Expr[]): string => {
  const list = args.map((argument, k) => labelOf(head, k, argument)).join(",");
  if (head.latex.includes("#0")) return head.latex.replace("#0", "");                 // the arguments are not printed
  if (head.arguments === "function") return `${head.latex}${inside(list)}`;
  return head.latex.includes("#") ? head.latex.replace(/#(\d)/g, (_, digit: string) => args[Number(digit) - 1] === undefined ? "" : labelOf(head, Number(digit) - 1, args[Number(digit) - 1] ?? ONE)) : `${head.latex}_{${list}}`;
};

const isInfinite = (e: Expr): boolean => e.kind === "symbol" && e.symbol === infinitySymbol;

const printBinder = (e: BinderTerm): Printed => {
  const [body = ONE, from, to] = e.args;
  const x = e.bound.latex;
  const inner = atLeast(print(body), PRODUCT);
  const text = (end: Expr | undefined): string => (end === undefined ? "" : print(end).text);
  switch (e.head) {
    case "integral": return { text: `\\int_{${text(from)}}^{${text(to)}} ${inner} \\, d${x}`, strength: PRODUCT };
    case "sum": return { text: isSign(e.bound) ? `\\sum_{${x}} ${inner}` : `\\sum_{${x}=${text(from)}}^{${text(to)}} ${inner}`, strength: PRODUCT };
    case "limit": return { text: `\\lim_{${x} \\to ${from !== undefined && isInfinite(from) ? "\\infty" : text(from)}} ${inner}`, strength: PRODUCT };
    case "average": return atom(`\\left\\langle ${print(body).text} \\right\\rangle`);
    case "derivative": {
      const atPoint = from?.kind === "symbol" && from.symbol === e.bound ? "" : `\\bigg|_{${x}=${text(from)}}`;
      return { text: `\\frac{\\partial ${atLeast(print(body), POWER)}}{\\partial ${x}}${atPoint}`, strength: PRODUCT };
    }
  }
};

/** 5e-27 J/T as 5 \times 10^{-27}\,\mathrm{J/T}; figures times a symbol as 1.6\,\mu_B. */
export const latexOfQuantity = (digits: string, unit: string, times?: Expr): string => {
  const [mantissa = digits, exponent] = digits.split(/[eE]/);
  const power = exponent === undefined ? "" : `10^{${Number(exponent)}}`;
  const figures = power === "" ? mantissa : mantissa === "1" ? power : `${mantissa} \\times ${power}`;
  const shownUnit = unit === "1" ? "" : unit === "%" ? "\\%" : `\\,\\mathrm{${latexOfUnit(unit)}}`;
  return `${figures}${shownUnit}${times === undefined ? "" : `\\,${print(times).text}`}`;
};

const latexOfUnit = (unit: string): string =>
  unit.replace(/\^\{?([+-]?\d+)\}?/g, "^{$1}").replace(/\*/g, "\\,").replace(/Å|Å/g, "\\text{\\AA}").replace(/[µμ]/g, "\\mu ");

/** LaTeX in the written order. */
export const latex = (e: Expr): string => {
  const short = abbreviation(e);
  return short === undefined ? print(e).text : `\\langle\\text{${short}}\\rangle`;
};
