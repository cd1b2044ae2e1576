/**
 * # Formulas that TeX may break
 *
 * TeX breaks a formula in a paragraph behind signs and relations, never inside a fraction, a root, an exponent or \left … \right. A part of
 * these kinds that is too wide for a line is written in a way that can break: a fraction as a product with the power −1, a root as the power
 * ½, eˣ as exp x, brackets of a fixed size. Narrow parts stay as they are. Between factors of our own formulas a line may end with a ×, which
 * is not seen otherwise; in a print what looks like a factor may be an argument.
 *
 * - `widthOf`: about how wide a formula is set, in points at 11 pt.
 * - `breakable`: the formula for $ … $; text that is no such formula, as an environment, is returned as it is.
 */

/** A fraction, a root or a bracket that is wider is opened. */
const LIMIT = 300;

type Role = "ordinary" | "operator" | "relation" | "open" | "close" | "comma" | "function" | "space";

interface Common { readonly source: string; readonly width: number; readonly role: Role; /** White space stands before it. */ readonly spaced: boolean; readonly scripts: string }
type Part = Common & (
  | { readonly kind: "plain" }
  | { readonly kind: "exponential"; readonly exponent: readonly Part[] }
  | { readonly kind: "fraction"; readonly above: readonly Part[]; readonly below: readonly Part[] }
  | { readonly kind: "root"; readonly degree: string; readonly inside: readonly Part[] }
  | { readonly kind: "pair"; readonly left: string; readonly right: string; readonly inside: readonly Part[] }
  | { readonly kind: "text"; readonly text: string });

/** What this file does not read. */
class Unread extends Error {}

// ---- reading -------------------------------------------------------------------------------------------------------------------

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const functions = words("\\sin \\cos \\tan \\sinh \\cosh \\tanh \\arcsin \\arccos \\arctan \\ln \\log \\exp \\det \\lim \\sum \\int \\partial \\nabla");
const relations = words("= < > \\approx \\neq \\sim \\simeq \\to \\rightarrow \\Rightarrow \\propto \\gg \\ll \\in \\leq \\geq \\lesssim");
const operators = words("+ - \\pm \\mp \\cdot \\times");
const spaces = new Set(["\\,", "\\;", "\\:", "\\!", "\\quad", "\\qquad", "\\ ", "|"]);
const withArgument = words("\\mathrm \\mathbf \\mathcal \\boldsymbol \\operatorname \\hat \\dot \\ddot \\bar \\tilde \\vec \\overline");
const delimiterSizes = words("\\big \\Big \\bigg \\Bigg");

const roleOf = (token: string): Role => {
  if (functions.has(token)) return "function";
  if (relations.has(token)) return "relation";
  if (operators.has(token)) return "operator";
  if (spaces.has(token)) return "space";
  if (token === "," || token === ";") return "comma";
  if (token === "(" || token === "[" || token === "\\{" || token === "\\langle") return "open";
  return token === ")" || token === "]" || token === "\\}" || token === "\\rangle" ? "close" : "ordinary";
};

const SCRIPT = 0.73;
const total = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.width, 0);
const lettersWidth = (text: string): number => 5.8 * [...text].length;

const tokenWidth = (token: string): number => {
  switch (roleOf(token)) {
    case "relation": return 14;
    case "operator": return token === "\\cdot" ? 8 : 13;
    case "space": return token === "\\quad" ? 11 : token === "\\qquad" ? 22 : 2;
    case "open": case "close": case "comma": return 4.5;
    case "function": return token === "\\sum" || token === "\\int" ? 16 : token === "\\partial" ? 6.5 : lettersWidth(token.slice(1)) + 2;
    default: return /^\\?[A-Z]/.test(token) ? 8 : token === "\\infty" ? 11 : 6.2;
  }
};

const reader = (latex: string): { readonly all: () => readonly Part[] } => {
  let at = 0;
  const space = (): boolean => { const before = at; while (/\s/.test(latex.charAt(at))) at++; return at > before; };
  const peek = (): string => /^(?:\\[A-Za-z]+|\\.|[^])/u.exec(latex.slice(at, at + 40))?.[0] ?? "";
  const take = (): string => { space(); const token = peek(); at += token.length; return token; };
  const expect = (token: string): void => { if (take() !== token) throw new Unread(); };

  /** Parts up to the given end, which is left to be taken. */
  const sequence = (...ends: readonly string[]): readonly Part[] => {
    const parts: Part[] = [];
    for (;;) {
      const spaced = space();
      const next = peek();
      if (ends.includes(next) || (next === "" && ends.length === 0)) return parts;
      if (next === "" || next === "}" || next === "\\right" || next === "&" || next === "\\\\" || next === "\\begin") throw new Unread();
      parts.push(part(spaced));
    }
  };
  const group = (): readonly Part[] => {
    space();
    if (peek() !== "{") return [part(false, true)];
    at++;
    const inside = sequence("}");
    at++;
    return inside;
  };
  const raw = (): string => { space(); const from = at; group(); return latex.slice(from, at); };

  const part = (spaced: boolean, bare = false): Part => {
    const from = at;
    const core = atom();
    const scripts: string[] = [];
    let scriptWidth = 0;
    let exponent: readonly Part[] = [];
    for (let next = bare ? "" : nextScript(); next !== ""; next = nextScript()) {
      at = latex.indexOf(next, at) + 1;
      const start = at;
      const own = next === "'" ? [] : group();
      if (next === "^") exponent = own;
      scripts.push(next === "'" ? "'" : `${next}${latex.slice(start, at)}`);
      scriptWidth = Math.max(scriptWidth, next === "'" ? 3 : SCRIPT * total(own));
    }
    const common: Common = { source: latex.slice(from, at), width: core.width + scriptWidth, role: core.role, spaced, scripts: scripts.join("") };
    return core.kind === "plain" && common.source.startsWith("e^") && exponent.length > 0 && scripts.length === 1 ? { ...common, kind: "exponential", exponent } : { ...core, ...common };
  };
  const nextScript = (): string => { const next = /^\s*([_^'])/.exec(latex.slice(at, at + 20))?.[1]; return next ?? ""; };

  const atom = (): Part => {
    const token = take();
    const common = { source: "", scripts: "", spaced: false, role: roleOf(token) };
    if (token === "{") {
      const inside = sequence("}");
      at++;
      return { ...common, kind: "plain", role: "ordinary", width: total(inside) };
    }
    if (token === "\\left") {
      const left = take();
      const inside = sequence("\\right");
      expect("\\right");
      return { ...common, kind: "pair", left, right: take(), inside, role: "ordinary", width: total(inside) + 16 };
    }
    if (token === "\\frac") {
      const [above, below] = [group(), group()];
      return { ...common, kind: "fraction", above, below, width: Math.max(total(above), total(below)) + 4 };
    }
    if (token === "\\sqrt") {
      space();
      const degree = peek() === "[" ? /^\[([^\]]*)\]/.exec(latex.slice(at))?.[1] ?? "" : "";
      if (degree !== "") at += degree.length + 2;
      const inside = group();
      return { ...common, kind: "root", degree, inside, width: total(inside) + 12 };
    }
    if (token === "\\text") {
      space();
      const text = /^\{([^{}]*)\}/.exec(latex.slice(at))?.[1];
      if (text === undefined) throw new Unread();
      at += text.length + 2;
      return { ...common, kind: "text", text, role: /^(?:Re|Im|Tr)$/.test(text) ? "function" : "ordinary", width: lettersWidth(text) };
    }
    if (withArgument.has(token)) {
      const argument = raw();
      const isName = /^\{[A-Za-z]{2,}\}$/.test(argument);
      return { ...common, kind: "plain", role: isName ? "function" : "ordinary", width: isName ? lettersWidth(argument.slice(1, -1)) : 7.5 };
    }
    if (delimiterSizes.has(token)) { take(); return { ...common, kind: "plain", role: "open", width: 7 }; }
    return { ...common, kind: "plain", width: tokenWidth(token) };
  };
  return { all: () => sequence() };
};

const read = (latex: string): readonly Part[] | undefined => {
  try {
    return reader(latex).all();
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
};

export const widthOf = (latex: string): number => { const parts = read(latex); return parts === undefined ? tokenWidth("x") * latex.length / 3 : total(parts); };

// ---- writing -------------------------------------------------------------------------------------------------------------------

export const breakable = (latex: string, origin: "own" | "printed" = "own"): string => {
  const parts = read(latex);
  return parts === undefined ? latex : opened(parts, origin === "own");
};

/** The parts one behind the other, with places between them where a line may end; `factors`: also between factors. */
const opened = (parts: readonly Part[], factors: boolean): string => {
  let text = "";
  let angles = 0;                                                        // ⟨n|∂H|m⟩ stays in one piece
  parts.forEach((part, k) => {
    const before = parts[k - 1];
    const mayEnd = factors && before !== undefined && part.spaced && angles === 0 && isFactor(before) && isFactor(part, true);
    text += before === undefined ? "" : mayEnd ? "\\* " : before.role === "comma" && angles === 0 ? "\\allowbreak " : " ";
    if (part.source.startsWith("\\langle")) angles++;
    if (part.source.startsWith("\\rangle")) angles--;
    text += written(part, factors);
  });
  return text;
};

/** Whether a product may be broken behind it, or before it. */
const isFactor = ({ role }: Part, second = false): boolean => role === "ordinary" || (role === (second ? "open" : "close")) || (second && role === "function");

const written = (part: Part, factors: boolean): string => {
  if (part.kind === "text") return part.width > LIMIT / 2 && part.scripts === "" ? `$${part.text}$\\displaystyle ` : part.source;
  if (part.width <= LIMIT) return part.source;
  switch (part.kind) {
    case "plain": return part.source;
    case "exponential": return `\\exp${bracketed(part.exponent, factors)}`;
    case "pair": return `${sized("l", part.left)}${opened(part.inside, factors)}${sized("r", part.right)}${part.scripts}`;
    case "root": return withScripts(`${bracketed(part.inside, factors)}^{1/${part.degree === "" ? "2" : part.degree}}`, part.scripts);
    case "fraction": return withScripts(quotient(part.above, part.below, factors), part.scripts);
  }
};

const sized = (side: "l" | "r", delimiter: string): string => (delimiter === "." ? "" : `\\big${side}${delimiter} `);
const bracketed = (parts: readonly Part[], factors: boolean): string => `\\bigl( ${opened(parts, factors)}\\bigr)`;
const withScripts = (text: string, scripts: string): string => (scripts === "" ? text : `\\bigl( ${text}\\bigr)${scripts}`);

/** A sum, and what would take the next factor for its argument, as sin x does. */
const needsBrackets = (parts: readonly Part[]): boolean =>
  parts.some(({ role, source }, k) => (role === "operator" && source !== "\\cdot" && source !== "\\times") || (role === "function" && parts[k + 1]?.kind !== "pair"));

const quotient = (above: readonly Part[], below: readonly Part[], factors: boolean): string => {
  const [first, ...rest] = above;
  if (first !== undefined && rest.length > 0 && first.source.startsWith("\\partial") && below[0]?.source.startsWith("\\partial") === true) {
    return `\\frac{${first.source}}{${below.map(({ source, spaced }) => (spaced ? ` ${source}` : source)).join("")}} ${isSingle(rest) ? opened(rest, factors) : bracketed(rest, factors)}`;
  }
  const [only] = below;
  const inverse = isSingle(below) && only?.kind === "pair" && only.left === "(" ? inverseOfPair(only.inside, only.scripts, factors) : undefined;
  const divisor = inverse ?? `${bracketed(below, factors)}^{-1}`;
  if (rest.length === 0 && first?.source === "1") return divisor;
  return `${needsBrackets(above) ? bracketed(above, factors) : opened(above, factors)} \\* ${divisor}`;
};

const isSingle = (parts: readonly Part[]): boolean => parts.length === 1;

/** 1/(…)ⁿ without a second bracket. */
const inverseOfPair = (inside: readonly Part[], scripts: string, factors: boolean): string | undefined => {
  const power = scripts === "" ? "1" : /^\^\{?(\d+)\}?$/.exec(scripts)?.[1];
  return power === undefined ? undefined : `${bracketed(inside, factors)}^{-${power}}`;
};
