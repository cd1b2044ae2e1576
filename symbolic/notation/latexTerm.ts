/**
 * # Formulas in LaTeX
 *
 * The form for what is printed, read with the paper's notation table. Its conventions:
 *
 * - juxtaposition is a product and binds tighter than `/`: a/2ħ is a/(2ħ); `\cdot`, `*`, `\times` between scalars are products. Letters and
 *   numbers alone stand in such a denominator, and it ends before a sum sign; what else follows it without an operator is ambiguous, and so is
 *   ½mv² printed as 1/2mv²;
 * - the argument of \sin and its kin without brackets is the shortest run of factors that is dimensionless; two candidates are an error;
 * - e^{…} is the exponential function, unless the paper has a symbol e and the exponent is a plain number;
 * - i is the imaginary unit, in a subscript the index that the paper calls i;
 * - x^* is the complex conjugate, ⟨…⟩ a time average, ± the branch sign of the table, \tan^{-1} the inverse function;
 * - ∂f/∂x and df/dx as fractions are derivatives.
 *
 * What cannot be read is a `LatexError` at its place; nothing is guessed.
 */
import { parseRational } from "../number/rational.ts";
import { binder, call, HALF, I, INFINITY, MINUS_ONE, number, ONE, PI, power, symbol, written } from "../expr/build.ts";
import { isDimensionless } from "../expr/dimension.ts";
import type { Expr, FunctionName } from "../expr/expr.ts";
import { isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { dimensionOf } from "./dimensionOf.ts";
import { findPatterns, isIndexLetter, readLabel, type Found } from "./latexPatterns.ts";
import { fail, FIRST, isMark, peek, readerOf, startsFactor, takeBracket, topLevel, withoutSuperscript, type Reader } from "./latexCursor.ts";
import { spelling, type Place, type Token } from "./latexTokens.ts";
import { suggestion } from "./suggestion.ts";

/** Reads a whole token list as one term. */
export const readAll = (r: Reader, tokens: readonly Token[], place: Place, subscript = r.subscript): Expr => {
  const inner = readerOf(r, tokens, subscript);
  if (inner.tokens.length === 0) return fail(r, place, "an empty group");
  const e = readSum(inner);
  const rest = peek(inner);
  return rest === undefined ? e : fail(inner, rest, `cannot read on at '${spelling([rest]).trim()}'`);
};

// ---- sums and products -------------------------------------------------------------------------------------------------------

const readSum = (r: Reader): Expr => {
  const terms: Expr[] = [];
  let sign: Expr | undefined = readSign(r);
  for (;;) {
    const term = readTerm(r);
    terms.push(sign === undefined ? term : sign === MINUS_ONE ? written.negate(term) : written.product([sign, term]));
    const next = peek(r);
    if (!isMark(next, "+", "-", "±", "∓")) return written.sum(terms);
    sign = readSign(r);
    if (isMark(peek(r), "+", "-", "±", "∓")) return fail(r, peek(r), "two signs in a row");
  }
};

/** +, − or the branch sign of ±; undefined for plus and for nothing. */
const readSign = (r: Reader): Expr | undefined => {
  const token = peek(r);
  if (!isMark(token, "+", "-", "±", "∓")) return undefined;
  r.position++;
  if (isMark(token, "+")) return undefined;
  if (isMark(token, "-")) return MINUS_ONE;
  const { branch } = r.compiled.notation;
  if (branch === undefined) return fail(r, token, "'±' needs a sign to stand for", "declare `branch` in the paper's notation");
  return isMark(token, "±") ? symbol(branch) : written.negate(symbol(branch));
};

const readTerm = (r: Reader): Expr => {
  let left = written.product(readRun(r));
  for (;;) {
    const token = peek(r);
    if (isMark(token, "*", "×")) { r.position++; left = written.product([left, ...readRun(r)]); }
    else if (isMark(token, "/")) { r.position++; left = written.quotient(left, written.product(readDenominator(r, left))); }
    else if (token?.kind === "big") left = written.product([left, ...readRun(r)]);
    else return left;
  }
};

/** Letters and numbers; or one bracket, fraction, root or function that nothing follows without an operator. */
const readDenominator = (r: Reader, above: Expr): readonly Expr[] => {
  const plain = (token: Token | undefined): boolean => token?.kind === "name" || token?.kind === "number";
  const [first, start] = [peek(r), r.position];
  if (!plain(first)) {
    if (!startsFactor(peek(r)) && !isMark(first, "-")) return readRun(r);
    const factors = isMark(first, "-") ? readRun(r) : [readFactor(r)];
    return continues(peek(r)) ? ambiguousDenominator(r, start) : factors;
  }
  const factors: Expr[] = [];
  while (plain(peek(r)) && !isExponential(r)) factors.push(readFactor(r));
  const literal = above.kind === "number" && first?.kind === "number" && factors.length > 1;
  return literal || continues(peek(r)) ? ambiguousDenominator(r, start) : factors;
};

/** A sum or an integral begins a factor of its own. */
const continues = (token: Token | undefined): boolean => startsFactor(token) && token?.kind !== "big";

const ambiguousDenominator = (r: Reader, start: number): never =>
  fail(r, { at: r.tokens[start]?.at ?? 0, end: (peek(r) ?? r.tokens[r.tokens.length - 1])?.end ?? 1 }, "where the denominator behind '/' ends is ambiguous", "use \\frac or brackets");

/** Factors side by side. */
const readRun = (r: Reader): readonly Expr[] => {
  const factors: Expr[] = [];
  if (isMark(peek(r), "-")) { r.position++; factors.push(MINUS_ONE); }
  if (!startsFactor(peek(r))) return fail(r, peek(r), peek(r) === undefined ? "the formula ends where a factor is expected" : `expected a factor, found '${spelling([peek(r) ?? FIRST]).trim()}'`);
  while (startsFactor(peek(r))) factors.push(readFactor(r));
  return factors;
};

const readFactor = (r: Reader): Expr => {
  const token = peek(r) ?? FIRST;
  switch (token.kind) {
    case "number": {
      r.position++;
      const value = parseRational(token.text);
      return value === undefined ? fail(r, token, `'${token.text}' is not a number`) : raised(r, number(value), token);
    }
    case "fraction": r.position++; return raised(r, readFraction(r, token.above, token.below, token), token);
    case "root": {
      r.position++;
      const inside = readAll(r, token.inside, token);
      return raised(r, token.index === undefined ? written.power(inside, HALF) : written.power(inside, power(readAll(r, token.index, token), MINUS_ONE)), token);
    }
    case "group": r.position++; return raised(r, readAll(r, token.inside, token), token);
    case "function": return readFunction(r, token);
    case "big": return readBig(r, token);
    case "name": return readName(r, token);
    case "mark": return readBracket(r, token);
    case "space": return fail(r, token, "nothing to read");
  }
};

/** Applies the superscript of a token: an exponent, or * for the complex conjugate. */
const raised = (r: Reader, base: Expr, token: Token): Expr => {
  if (token.sup === undefined) return base;
  const spelled = spelling(token.sup);
  if (spelled === "*") return call("conj", [base]);
  if (/^(?:\\prime ?)+$/.test(spelled) || spelled === "\\dagger ") return fail(r, token, `the superscript '${spelled.trim()}' needs a row in the notation table`);
  return written.power(base, readAll(r, token.sup, token));
};

const readBracket = (r: Reader, token: Token): Expr => {
  if (isMark(token, "|")) return readModulus(r, token);
  const { inside, close } = takeBracket(r);
  if (isMark(token, "⟨")) return raised(r, readAngle(r, inside, token), close);
  if (isMark(token, "|(")) return raised(r, call("abs", [readAll(r, inside, token)]), close);
  if (topLevel(inside, ",").length > 1) return fail(r, token, "a list in brackets is not a number", "read a vector by its components");
  return raised(r, readAll(r, inside, token), close);
};

const readModulus = (r: Reader, open: Token): Expr => {
  const end = r.tokens.findIndex((token, k) => k > r.position && isMark(token, "|"));
  if (end < 0) return fail(r, open, "'|' is not closed");
  const inside = r.tokens.slice(r.position + 1, end);
  const close = r.tokens[end] ?? open;
  r.position = end + 1;
  return raised(r, call("abs", [readAll(r, inside, open)]), close);
};

/** ⟨f⟩ averages over time, ⟨a|b⟩ and ⟨a|H|b⟩ are members of the families that the table names. */
const readAngle = (r: Reader, inside: readonly Token[], place: Place): Expr => {
  const parts = topLevel(inside, "|");
  const { time, inner, matrixElement } = r.compiled.notation;
  if (parts.length === 1) return time === undefined ? fail(r, place, "⟨…⟩ needs a variable to average over", "declare `time` in the paper's notation") : binder("average", time, [readAll(r, inside, place)]);
  const family = parts.length === 2 ? inner : matrixElement;
  if (family?.arity !== parts.length) return fail(r, place, "a bra-ket needs a family to stand for", "declare `inner` or `matrixElement` in the paper's notation");
  return call(family, parts.map((part) => readAll(r, part, place)));
};

// ---- names -------------------------------------------------------------------------------------------------------------------

const isExponential = (r: Reader): boolean => {
  const token = peek(r);
  return token?.kind === "name" && token.text === "e" && token.sub === undefined && token.sup !== undefined && spelling(token.sup) !== "*" && !isChargePower(r, token.sup);
};

const readName = (r: Reader, token: Token & { readonly kind: "name" }): Expr => {
  if (isExponential(r)) {
    r.position++;
    return call("exp", [readAll(r, token.sup ?? [], token)]);
  }
  const word = readWord(r, token);
  if (word !== undefined) return word;
  const [found, ...others] = findPatterns(r.compiled, r.tokens.slice(r.position), r.subscript);
  if (found === undefined) return readConstant(r, token);
  if (others.length > 0) return fail(r, token, `'${spelling([withoutSuperscript(token)]).trim()}' can be ${[found, ...others].map(({ pattern }) => pattern.of?.name ?? "a row of the table").join(" or ")}`, "add a row to the notation table that tells them apart");
  return readPattern(r, token, found);
};

const readPattern = (r: Reader, token: Token, { pattern, match }: Found): Expr => {
  r.position += match.length;
  const args = Array.from({ length: pattern.placeholders }, (_, k) => {
    const { tokens, subscript } = match.captured.get(k + 1) ?? { tokens: [], subscript: false };
    return (pattern.of === undefined ? undefined : readLabel(r.compiled, pattern.of, k, tokens)) ?? readAll(r, tokens, token, subscript || r.subscript);
  });
  const last = pattern.tokens[pattern.tokens.length - 1];
  const value = last?.sup === undefined ? raised(r, pattern.build(args), match.last) : pattern.build(args);
  refuseApplication(r, token, match.last);
  return value;
};

/** Q(t) of a letter that is no function: nobody prints a product like that, and it is not read as one. */
const refuseApplication = (r: Reader, token: Token, last: Token): void => {
  const [open, argument, close] = r.tokens.slice(r.position, r.position + 3);
  if (last.kind === "name" && isMark(open, "(") && argument?.kind === "name" && isMark(close, ")")) {
    fail(r, { at: token.at, end: close?.end ?? token.end }, `'${spelling([token]).trim()}' is not declared as a function, and a product is not printed like this`, "declare it as a function, or leave the brackets out");
  }
};

const isChargePower = (r: Reader, sup: readonly Token[]): boolean =>
  sup.length === 1 && sup[0]?.kind === "number" && sup[0].sup === undefined && r.compiled.notation.symbols.some((s) => s.latex === "e");

const words: Readonly<Record<string, FunctionName>> = { Re: "re", Im: "im", sgn: "sign", sign: "sign", "\\Re": "re", "\\Im": "im" };

/** Re(…), Im(…), sgn(…), also printed in italics, which must then not be a product of two letters of the paper. */
const readWord = (r: Reader, token: Token & { readonly kind: "name" }): Expr | undefined => {
  if (token.sub !== undefined || token.sup !== undefined) return undefined;
  const next = r.tokens[r.position + 1];
  const pair = next?.kind === "name" && next.sub === undefined && next.sup === undefined ? token.text + next.text : "";
  const [word, length] = words[token.text] !== undefined ? [words[token.text], 1] : [words[pair], 2];
  const open = r.tokens[r.position + length];
  if (word === undefined || open === undefined || !isMark(open, "(", "[")) return undefined;
  const isLetter = (k: number): boolean => findPatterns(r.compiled, r.tokens.slice(r.position + k, r.position + k + 1), r.subscript).length > 0;
  if (length === 2 && isLetter(0) && isLetter(1)) return fail(r, token, `'${pair}(' can be the ${word === "im" ? "imaginary" : "real"} part or a product of two letters`, "the print should have \\mathrm here");
  r.position += length;
  const { inside, close } = takeBracket(r);
  return raised(r, call(word, [readAll(r, inside, open)]), close);
};

const readConstant = (r: Reader, token: Token & { readonly kind: "name" }): Expr => {
  const bare = token.sub === undefined;
  if (bare && token.text === "i") {
    if (r.sumOverI) return fail(r, token, "'i' can be the imaginary unit or the index of the sum");
    r.position++;
    return raised(r, I, token);
  }
  if (bare && token.text === "\\pi") { r.position++; return raised(r, PI, token); }
  if (bare && token.text === "\\infty") { r.position++; return INFINITY; }
  const name = spelling([withoutSuperscript(token)]).trim();
  const close = suggestion(name, r.compiled.spellings);
  return fail(r, token, `unknown name '${name}'`, close === undefined ? "add it to the paper's symbols or notation table" : `did you mean '${close.trim()}'?`);
};

// ---- fractions, functions, sums ----------------------------------------------------------------------------------------------

const isDifferential = (token: Token | undefined): boolean => token?.kind === "name" && (token.text === "d" || token.text === "\\partial") && token.sub === undefined;

const readFraction = (r: Reader, above: readonly Token[], below: readonly Token[], place: Place): Expr => {
  const [up, down] = [above, below].map((tokens) => tokens.filter((token) => token.kind !== "space"));
  const [first, ...rest] = up ?? [];
  const [under, ...variable] = down ?? [];
  if (!isDifferential(first) || !isDifferential(under) || variable.length === 0) return written.quotient(readAll(r, above, place), readAll(r, below, place));
  if (first?.kind === "name" && first.text === "d" && r.compiled.notation.symbols.some((s) => s.latex === "d" && s.arguments === undefined)) return fail(r, place, "a derivative, or a quotient with the letter d of the paper");
  if (rest.length === 0) return fail(r, place, "a derivative without a function above the bar");
  const [x] = variable;
  const order = first?.sup === undefined ? 1 : Number(spelling(first.sup));
  const below2 = x?.sup === undefined ? 1 : Number(spelling(x.sup));
  if (x === undefined || variable.length > 1 || order !== below2 || !(order >= 1)) return fail(r, place, "cannot read this derivative");
  const by = readAll(r, [withoutSuperscript(x)], place);
  if (by.kind !== "symbol") return fail(r, x, "a derivative is taken by a plain symbol");
  let result = readAll(r, rest, place);
  for (let k = 1; k < order; k++) result = binder("derivative", by.symbol, [result, by]);
  return binder("derivative", by.symbol, [result, derivativePoint(r, by) ?? by]);
};

/** The bar behind a derivative: |_{x=a}. */
const derivativePoint = (r: Reader, x: Expr): Expr | undefined => {
  const bar = peek(r);
  if (bar === undefined || !isMark(bar, "|") || bar.sub === undefined) return undefined;
  const [left = [], right] = topLevel(bar.sub, "=");
  if (right === undefined || readAll(r, left, bar) !== x) return fail(r, bar, "the bar behind a derivative gives the value of its variable, as in |_{x=a}");
  r.position++;
  return readAll(r, right, bar);
};

const functionNamesOf: Readonly<Record<string, FunctionName>> = {
  sin: "sin", cos: "cos", tan: "tan", sinh: "sinh", cosh: "cosh", tanh: "tanh", arcsin: "asin", arccos: "acos", arctan: "atan", exp: "exp", ln: "log", log: "log",
};
const inverses: Readonly<Record<string, FunctionName>> = { sin: "asin", cos: "acos", tan: "atan" };
const reciprocals: Readonly<Record<string, readonly [above: FunctionName | undefined, below: FunctionName]>> = { cot: ["cos", "sin"], sec: [undefined, "cos"], csc: [undefined, "sin"], coth: ["cosh", "sinh"] };

const readFunction = (r: Reader, token: Token & { readonly kind: "function" }): Expr => {
  r.position++;
  const exponent = token.sup === undefined ? undefined : spelling(token.sup);
  const argument = readArgument(r, token);
  const inverse = exponent === "-1" ? inverses[token.text] : undefined;
  if (exponent === "-1" && inverse === undefined) return fail(r, token, `'\\${token.text}^{-1}' is ambiguous: the inverse function or 1/\\${token.text}`);
  const name = inverse ?? functionNamesOf[token.text];
  const pair = reciprocals[token.text];
  const value = name !== undefined ? call(name, [argument])
    : pair === undefined ? fail(r, token, `unknown function '\\${token.text}'`)
      : pair[0] === undefined ? power(call(pair[1], [argument]), MINUS_ONE) : written.quotient(call(pair[0], [argument]), call(pair[1], [argument]));
  return token.sup === undefined || inverse !== undefined ? value : written.power(value, readAll(r, token.sup, token));
};

/** Brackets hold the argument; without them it is the shortest dimensionless run of factors. */
const readArgument = (r: Reader, token: Token): Expr => {
  const next = peek(r);
  if (isMark(next, "(", "[")) {
    const { inside, close } = takeBracket(r);
    if (close.sup !== undefined) return fail(r, close, "a power behind the argument of a function is ambiguous");
    return readAll(r, inside, next ?? token);
  }
  const start = r.position;
  const factors: Expr[] = [];
  const candidates: { readonly count: number; readonly position: number }[] = [];
  while (startsFactor(peek(r)) && !isMark(peek(r), "⟨") && peek(r)?.kind !== "function" && peek(r)?.kind !== "big") {
    factors.push(readFactor(r));
    const onlyNumbers = factors.every((factor) => factor.kind === "number");
    const dimension = dimensionOf(written.product(factors));
    const undeclared = factors.length === 1 && dimension === undefined;
    if (undeclared || (dimension !== undefined && isDimensionless(dimension) && !(onlyNumbers && startsFactor(peek(r))))) candidates.push({ count: factors.length, position: r.position });
  }
  const [shortest, longer] = candidates;
  if (shortest === undefined) return fail(r, r.tokens[start] ?? token, `the argument of this function has a dimension`, "put the argument in brackets, or check the dimensions of its symbols");
  if (longer !== undefined) return fail(r, r.tokens[start] ?? token, "where the argument of this function ends is ambiguous", "put the argument in brackets");
  r.position = shortest.position;
  const argument = written.product(factors.slice(0, shortest.count));
  if (isMark(peek(r), "/")) refuseSolidus(r, argument, token);
  return argument;
};

/** sin θ/2 can be sin(θ/2) or (sin θ)/2; sin ωt/Δ cannot. */
const refuseSolidus = (r: Reader, argument: Expr, token: Token): void => {
  const ahead: Reader = { ...r, position: r.position + 1 };
  const below = dimensionOf(written.quotient(argument, written.product(readDenominator(ahead, argument))));
  if (below === undefined || isDimensionless(below)) fail(r, { at: token.at, end: peek(r)?.end ?? token.end }, "whether '/' belongs to the argument of this function is ambiguous", "put the argument in brackets");
};

const readBig = (r: Reader, token: Token & { readonly kind: "big" }): Expr => {
  r.position++;
  if (token.text === "lim") return readLimit(r, token);
  if (token.text === "int") return readIntegral(r, token);
  const range = sumRange(r, token);
  const inner: Reader = { ...r, sumOverI: r.sumOverI || isIndexLetter(range.bound) };
  const body = readTerm(inner);
  r.position = inner.position;
  return binder("sum", range.bound, [body, range.from, range.to]);
};

/** \sum over the table's range, over a sign, or with its own range n = a … b. */
const sumRange = (r: Reader, token: Token): { readonly bound: PhysicalSymbol; readonly from: Expr; readonly to: Expr } => {
  if (token.sub === undefined) return r.compiled.notation.summation ?? fail(r, token, "a sum without a range", "declare `summation` in the paper's notation");
  const [left = [], right] = topLevel(token.sub, "=");
  const index = readAll(r, left, token, true);
  if (index.kind !== "symbol") return fail(r, token, "a sum runs over a plain symbol");
  const bound = index.symbol;
  if (right !== undefined) return token.sup === undefined ? fail(r, token, "a sum without an upper end") : { bound, from: readAll(r, right, token), to: readAll(r, token.sup, token) };
  if (isSign(bound)) return { bound, from: MINUS_ONE, to: ONE };
  const { summation } = r.compiled.notation;
  return summation?.bound === bound ? summation : fail(r, token, `the range of the sum over '${bound.name}' is not declared`);
};

const readIntegral = (r: Reader, token: Token): Expr => {
  const { sub, sup } = token;
  if (sub === undefined || sup === undefined) return fail(r, token, "an integral without a range");
  const end = r.tokens.findIndex((t, k) => k > r.position && isDifferential(t) && r.tokens[k + 1]?.kind === "name");
  const variable = end < 0 ? undefined : r.tokens[end + 1];
  if (variable === undefined) return fail(r, token, "an integral without its differential");
  const body = readAll(r, r.tokens.slice(r.position, end), token);
  const by = readAll(r, [variable], variable);
  if (by.kind !== "symbol") return fail(r, variable, "an integral runs over a plain symbol");
  r.position = end + 2;
  return binder("integral", by.symbol, [body, readAll(r, sub, token), readAll(r, sup, token)]);
};

const readLimit = (r: Reader, token: Token): Expr => {
  const [left, right] = topLevel(token.sub ?? [], "→");
  if (left === undefined || right === undefined) return fail(r, token, "a limit without 'x → a' below it");
  const x = readAll(r, left, token);
  if (x.kind !== "symbol") return fail(r, token, "a limit is taken in a plain symbol");
  return binder("limit", x.symbol, [readTerm(r), readAll(r, right, token)]);
};

