/**
 * # Spelling of indices and arguments
 *
 * Three spellings of one small term: for a person (`θ[1]`), in LaTeX (`\theta_{a}`), and as a part of an identifier (`theta_a`). Labels of a family
 * (θ₁ is θ_a) are used where they are declared. What is spelled is shown, never compared.
 */
import type { Expr } from "../expr/expr.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { absRational, isInteger, showRational, signOfRational, type Rational } from "../number/rational.ts";

interface Style {
  readonly number: (positive: Rational) => string;
  readonly symbol: (s: PhysicalSymbol) => string;
  readonly plus: string;
  readonly minus: string;
  readonly negative: (text: string) => string;
  readonly times: string;
  readonly power: (base: string, exponent: string) => string;
  readonly group: (text: string) => string;
  readonly applied: (head: string, args: readonly string[]) => string;
  readonly family: (head: PhysicalSymbol, args: readonly Expr[]) => string;
}

/** Whether a minus sign stands in front, and what stands behind it. */
const signed = (style: Style, e: Expr): readonly [negative: boolean, text: string] => {
  switch (e.kind) {
    case "number": return [signOfRational(e.value) < 0, style.number(absRational(e.value))];
    case "symbol": return [false, style.symbol(e.symbol)];
    case "sum": return [false, e.args.map((term, k) => {
      const [negative, text] = signed(style, term);
      return k === 0 ? spell(style, term) : (negative ? style.minus : style.plus) + text;
    }).join("")];
    case "product": case "word": {
      const [first, ...rest] = e.args;
      if (first?.kind !== "number" || signOfRational(first.value) > 0) return [false, e.args.map((factor) => atom(style, factor)).join(style.times)];
      const size = absRational(first.value);
      const shownSize = size.numerator === 1 && size.denominator === 1 && rest.length > 0 ? [] : [style.number(size)];
      return [true, [...shownSize, ...rest.map((factor) => atom(style, factor))].join(style.times)];
    }
    case "power": return [false, style.power(atom(style, e.args[0]), atom(style, e.args[1]))];
    case "call": return [false, typeof e.head === "string" ? style.applied(e.head, e.args.map((arg) => spell(style, arg))) : style.family(e.head, e.args)];
    case "binder": return [false, style.applied(e.head, e.args.map((arg) => spell(style, arg)).toSpliced(1, 0, style.symbol(e.bound)))];
  }
};

const spell = (style: Style, e: Expr): string => {
  const [negative, text] = signed(style, e);
  return negative ? style.negative(text) : text;
};

const atom = (style: Style, e: Expr): string => (e.kind === "sum" || (e.kind === "number" && signOfRational(e.value) < 0) ? style.group(spell(style, e)) : spell(style, e));

const labelled = (head: PhysicalSymbol, k: number, arg: Expr): string | undefined => (arg.kind === "number" ? head.labels[k]?.[showRational(arg.value)] : undefined);

const plain: Style = {
  number: showRational, symbol: (s) => s.name, plus: " + ", minus: " - ", negative: (text) => `-${text}`, times: "*",
  power: (base, exponent) => `${base}^${exponent}`, group: (text) => `(${text})`, applied: (head, args) => `${head}(${args.join(", ")})`,
  family: (head, args) => {
    const list = args.map((arg) => spell(plain, arg)).join(", ");
    return head.arguments === "index" ? `${head.name}[${list}]` : `${head.name}(${list})`;
  },
};

const latexStyle: Style = {
  number: (value) => (isInteger(value) ? showRational(value) : `\\frac{${value.numerator}}{${value.denominator}}`),
  symbol: (s) => s.latex, plus: "+", minus: "-", negative: (text) => `-${text}`, times: " ",
  power: (base, exponent) => `${base}^{${exponent}}`, group: (text) => `\\left(${text}\\right)`, applied: (head, args) => `\\mathrm{${head}}\\left(${args.join(",")}\\right)`,
  family: (head, args) => {
    const parts = args.map((arg, k) => labelled(head, k, arg) ?? spell(latexStyle, arg));
    if (head.latex.includes("#0")) return head.latex.replace("#0", "");
    if (head.arguments === "function") return `${head.latex}\\left(${parts.join(",")}\\right)`;
    return head.latex.includes("#") ? head.latex.replace(/#(\d)/g, (_, digit: string) => parts[Number(digit) - 1] ?? "") : `${head.latex}_{${parts.join(",")}}`;
  },
};

/** "+" and "−" as labels become words; an underscore separates what a bracket or a comma would. */
const worded = (label: string): string => label.replace(/\+/g, "plus").replace(/[-−]/g, "minus");

const identifierStyle: Style = {
  number: (value) => (isInteger(value) ? showRational(value) : `${value.numerator}over${value.denominator}`),
  symbol: (s) => s.ascii, plus: "_plus_", minus: "_minus_", negative: (text) => (/^\d/.test(text) ? `minus${text}` : `minus_${text}`), times: "_",
  power: (base, exponent) => `${base}_to_${exponent}`, group: (text) => text, applied: (head, args) => [head, ...args].join("_"),
  family: (head, args) => [head.ascii, ...args.map((arg, k) => {
    const label = labelled(head, k, arg);
    return label === undefined ? spell(identifierStyle, arg) : worded(label);
  })].join("_"),
};

/** As a person types it: θ[1]. */
export const shown = (e: Expr): string => spell(plain, e);
/** As it is printed. */
export const printed = (e: Expr): string => spell(latexStyle, e);
/** As a part of an identifier; still to be made one by `identifier`. */
export const spoken = (e: Expr): string => spell(identifierStyle, e);

const greek: Readonly<Record<string, string>> = {
  α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", ζ: "zeta", η: "eta", θ: "theta", ι: "iota", κ: "kappa", λ: "lambda", μ: "mu", ν: "nu", ξ: "xi", ο: "omicron", π: "pi", ρ: "rho", σ: "sigma",
  ς: "sigma", τ: "tau", υ: "upsilon", φ: "phi", χ: "chi", ψ: "psi", ω: "omega", ϵ: "epsilon", ϕ: "phi", ϑ: "theta", Γ: "Gamma", Δ: "Delta", Θ: "Theta", Λ: "Lambda", Ξ: "Xi", Π: "Pi", Σ: "Sigma", Υ: "Upsilon",
  Φ: "Phi", Ψ: "Psi", Ω: "Omega", ħ: "hbar", ℏ: "hbar", ℓ: "ell", "∂": "d", "′": "prime", "+": "plus", "₊": "plus", "₋": "minus", "↑": "up", "↓": "down", "∥": "parallel", "⊥": "perp",
};

/** Words of JavaScript, C and Python, and the names that generated code uses or that C headers define as macros. */
const reserved: ReadonlySet<string> = new Set((
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package " +
  "private protected public return static super switch this throw true try typeof undefined var void while with yield async of NaN Infinity Math Number Float64Array Object " +
  "auto char double extern float goto inline int long register restrict short signed sizeof struct typedef union unsigned volatile asm bool complex imaginary main linux unix I NULL NAN INFINITY HUGE_VAL EOF DOMAIN OVERFLOW UNDERFLOW errno assert " +
  "and as assert def del elif except from global is lambda nonlocal not or pass raise None True False self math numpy " +
  "sqrt exp log log1p sin cos tan sinh cosh tanh asin acos atan atan2 fabs abs pow fmod isnan size_t M_E M_PI M_PI_2 M_PI_4 M_1_PI M_2_PI M_LOG2E M_LOG10E M_LN2 M_LN10 M_SQRT2 M_SQRT1_2 M_2_SQRTPI"
).split(" "));

/** Letters, digits and underscores, a letter first, no word of the three languages. */
export const identifier = (text: string): string => {
  const ascii = [...text.normalize("NFKD")].map((character) => greek[character] ?? (/[A-Za-z0-9]/.test(character) ? character : /\p{M}/u.test(character) ? "" : "_")).join("");
  const tidy = ascii.replace(/_+/g, "_").replace(/^_|_$/g, "");
  const started = /^[A-Za-z]/.test(tidy) ? tidy : tidy === "" ? "x" : `x${tidy}`;
  return reserved.has(started) ? `${started}_` : started;
};

/** The first free name of x, x_2, x_3 … */
export const uniqueName = (wanted: string, taken: { readonly has: (name: string) => boolean }): string => {
  let name = wanted;
  for (let k = 2; taken.has(name); k++) name = `${wanted}_${k}`;
  return name;
};
