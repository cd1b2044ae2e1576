/**
 * # Slips of the pen
 *
 * The ways in which formulas go wrong: a sign, a factor 2, a power, a lost ħ, a swapped index, sin for cos, a conjugate, an inverted ratio.
 * Tests plant them and demand that they be rejected; the search for a correction undoes them.
 */
import { call, HALF, I, int, MINUS_ONE, negate, number, ONE, power, product, quotient, symbol, written, ZERO } from "../expr/build.ts";
import { dimension, equalDimensions } from "../expr/dimension.ts";
import type { CallTerm, Expr } from "../expr/expr.ts";
import { imaginaryUnit, isIntegerSymbol, isSign, type PhysicalSymbol } from "../expr/symbol.ts";
import { contains, substitute, subterms, transform, withChildren } from "../expr/walk.ts";
import { addRational, minusOne, one, parseRational, showRational, type Rational } from "../number/rational.ts";
import { infix } from "../notation/infixPrinter.ts";

export type SlipClass = "sign" | "factor" | "power" | "missing-symbol" | "index" | "inverted" | "dimension" | "structure" | "ocr" | "claim";

export interface Slip { readonly kind: SlipClass; readonly description: string; readonly term: Expr }

const action = dimension({ mass: 1, length: 2, time: -1 });
const isPlanck = (s: PhysicalSymbol): boolean => s.dimension !== undefined && equalDimensions(s.dimension, action);

/** Exactly one change each. Equal subterms at different places are changed separately. */
export const slips = (e: Expr): readonly Slip[] => [
  { kind: "sign", description: "the sign of the whole", term: written.negate(e) },
  { kind: "factor", description: "twice the whole", term: written.product([int(2), e]) },
  { kind: "factor", description: "half the whole", term: written.product([HALF, e]) },
  { kind: "inverted", description: "the inverse of the whole", term: written.power(e, MINUS_ONE) },
  ...inside(e),
];

const inside = (e: Expr): readonly Slip[] => {
  const below = e.kind === "number" || e.kind === "symbol" ? [] : e.args.flatMap((child, k) =>
    inside(child).map((slip): Slip => ({ ...slip, term: withChildren(e, e.args.map((other, j) => (j === k ? slip.term : other))) })));
  return [...here(e), ...below];
};

const here = (e: Expr): readonly Slip[] => {
  switch (e.kind) {
    case "sum": return e.args.length > 12 ? [] : e.args.flatMap((term, k) => termSlips(e.args, term, k));
    case "power": return powerSlips(e.args[0], e.args[1]);
    case "symbol": return symbolSlips(e.symbol);
    case "call": return callSlips(e);
    case "binder": case "number": case "product": case "word": return [];
  }
};

const termSlips = (terms: readonly Expr[], term: Expr, k: number): readonly Slip[] => {
  const withTerm = (changed: Expr): Expr => written.sum(terms.map((other, j) => (j === k ? changed : other)));
  const shown = infix(term);
  return [
    { kind: "sign", description: `the sign of ${shown}`, term: withTerm(written.negate(term)) },
    { kind: "factor", description: `twice ${shown}`, term: withTerm(written.product([int(2), term])) },
    { kind: "factor", description: `half ${shown}`, term: withTerm(written.product([HALF, term])) },
  ];
};

const powerSlips = (base: Expr, exponent: Expr): readonly Slip[] => {
  if (exponent.kind !== "number") return [];
  const shifted = (by: Rational): Slip[] => {
    const next = addRational(exponent.value, by);
    return next.numerator === 0 ? [] : [{ kind: "power", description: `${infix(base)} to the power ${infix(number(next))} for ${infix(exponent)}`, term: written.power(base, number(next)) }];
  };
  return [...shifted(one), ...shifted(minusOne)];
};

const symbolSlips = (s: PhysicalSymbol): readonly Slip[] => {
  if (isPlanck(s)) return [{ kind: "missing-symbol", description: `${s.name} dropped`, term: ONE }];
  return isSign(s) ? [{ kind: "sign", description: `-${s.name} for ${s.name}`, term: written.negate(symbol(s)) }] : [];
};

const callSlips = (e: CallTerm): readonly Slip[] => {
  const { head } = e;
  const [argument = ZERO] = e.args;
  if (typeof head !== "string") return indexSlips(e, head);
  if (head === "sin" || head === "cos") {
    const other = head === "sin" ? "cos" : "sin";
    return [{ kind: "structure", description: `${other} for ${head}`, term: call(other, e.args) }];
  }
  if (head === "exp" && contains(argument, I)) return [{ kind: "sign", description: "the conjugate of an exponential", term: call("exp", [substitute(argument, new Map([[imaginaryUnit, negate(I)]]))]) }];
  return head === "conj" ? [{ kind: "sign", description: "a conjugate dropped", term: argument }] : [];
};

/** Of an index that is printed with one of two labels, the other one. */
const otherLabel = (head: PhysicalSymbol, k: number, arg: Expr): Expr | undefined => {
  const labels = Object.keys(head.labels[k] ?? {});
  if (arg.kind !== "number" || labels.length !== 2) return undefined;
  const own = showRational(arg.value);
  const value = labels.includes(own) ? parseRational(labels.find((label) => label !== own) ?? "") : undefined;
  return value === undefined ? undefined : number(value);
};

const indexSlips = (e: CallTerm, head: PhysicalSymbol): readonly Slip[] => {
  if (head.arguments !== "index") return [];
  const replaced = (k: number, value: Expr): Expr => call(head, e.args.map((arg, j) => (j === k ? value : arg)));
  const [first = ZERO, second = ZERO] = e.args;
  return [
    ...(e.args.length === 2 && first.kind === "number" && second.kind === "number" && first !== second ? [{ kind: "index" as const, description: `the indices of ${infix(e)} exchanged`, term: call(head, [second, first]) }] : []),
    ...e.args.flatMap((arg, k): readonly Slip[] => {
      const other = otherLabel(head, k, arg);
      if (other !== undefined) return [{ kind: "index", description: `the other index of ${infix(e)}`, term: replaced(k, other) }];
      return arg.kind === "symbol" && isIntegerSymbol(arg.symbol) ? [{ kind: "index", description: `the next index of ${infix(e)}`, term: replaced(k, written.sum([arg, ONE])) }] : [];
    }),
  ];
};

/** One change at every place at once: a sign, the sign of i, the labels of a family. */
export const throughout = (e: Expr): readonly Slip[] => {
  const nodes = subterms(e);
  const signs = nodes.flatMap((node) => (node.kind === "symbol" && isSign(node.symbol) ? [node.symbol] : []));
  const heads = labelled(e);
  return [
    ...signs.map((s): Slip => ({ kind: "sign", description: `-${s.name} for ${s.name} throughout`, term: substitute(e, new Map([[s, written.negate(symbol(s))]])) })),
    ...(nodes.includes(I) ? [{ kind: "sign" as const, description: "the conjugate of the whole", term: substitute(e, new Map([[imaginaryUnit, negate(I)]])) }] : []),
    ...heads.map((head): Slip => ({ kind: "index", description: `the labels of ${head.name} exchanged`, term: swapLabels(e, head) })),
    ...(heads.length < 2 ? [] : [{ kind: "index" as const, description: "all labels exchanged", term: heads.reduce(swapLabels, e) }]),
  ];
};

/** Both labels of every index that has two exchanged, for letters of one index. */
export const swapLabels = (e: Expr, head: PhysicalSymbol): Expr =>
  transform(e, (node) => (node.kind === "call" && node.head === head && head.labels.length === 1 ? call(head, node.args.map((arg, k) => otherLabel(head, k, arg) ?? arg)) : node));

/**
 * Candidates for a sum over two channels of which the print has only the difference or one part: the part with one label, plus or minus its
 * partner with the labels exchanged and perhaps a sign reversed.
 */
export const partnerTerms = (e: Expr): readonly Slip[] => {
  const heads = labelled(e);
  const signs = [...new Set(subterms(e).flatMap((node) => (node.kind === "symbol" && isSign(node.symbol) ? [node.symbol] : [])))];
  const all = (term: Expr): Expr => heads.reduce(swapLabels, term);
  return heads.flatMap((head) => {
    const only = firstChannel(e, head);
    if (only === undefined) return [];
    const swapped = [...new Set([swapLabels(only, head), all(only)])];
    const partners = swapped.flatMap((partner) => [partner, ...signs.map((s) => substitute(partner, new Map([[s, written.negate(symbol(s))]])))]);
    return partners.flatMap((partner) => [1, -1].flatMap((relative) => [1, -1].map((whole): Slip => {
      const term = written.sum([only, relative === 1 ? partner : written.negate(partner)]);
      return { kind: "structure", description: "each channel with its own partner term", term: whole === 1 ? term : written.negate(term) };
    })));
  });
};

/** Families of one argument with two labels. */
const labelled = (e: Expr): readonly PhysicalSymbol[] =>
  [...new Set(subterms(e).flatMap((node) => (node.kind === "call" && typeof node.head !== "string" && Object.keys(node.head.labels[0] ?? {}).length === 2 && node.args.length === 1 ? [node.head] : [])))];

/** What is left without the members of the second label; undefined where that is nothing. */
const firstChannel = (e: Expr, head: PhysicalSymbol): Expr | undefined => {
  const [, second] = Object.keys(head.labels[0] ?? {});
  const only = transform(e, (node) => {
    switch (node.kind) {
      case "call": return node.head === head && node.args[0]?.kind === "number" && showRational(node.args[0].value) === second ? ZERO : node;
      case "sum": return written.sum(node.args.filter((term) => term !== ZERO));
      case "product": return node.args.includes(ZERO) ? ZERO : node;
      case "power": return node.args[0] === ZERO ? ZERO : node;
      default: return node;
    }
  });
  return only === ZERO ? undefined : only;
};

/** Edits inside roots and powers, where no common factor can be solved for. */
export const innerFactors: readonly Expr[] = [int(2), HALF, power(int(2), HALF), power(int(2), number({ numerator: -1, denominator: 2 })), int(4), quotient(ONE, int(4)), MINUS_ONE, product(MINUS_ONE, int(2)), I, negate(I)];
