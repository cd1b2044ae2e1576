/**
 * # Derivatives
 *
 * `derivative` of a term by a symbol, as a canonical term. An unknown function f(u, v) gives the binder (∂ₛ f(s, v))(s = u) times u′, with a
 * fixed dummy s, so that equal derivatives are the same term. Refused: a variable that is an integer or a sign; |·|, conj, re and im by a variable
 * that is not real; sign(…), which jumps; a limit or an average, which does not commute with the derivative.
 *
 * Trusted: yes.
 */
import { binder, call, difference, int, MINUS_ONE, negate, ONE, power, product, squareRoot, sum, symbol, ZERO } from "../expr/build.ts";
import type { BinderTerm, CallTerm, Expr } from "../expr/expr.ts";
import { isIntegerSymbol, isRealSymbol, isSign, physicalSymbol, type PhysicalSymbol } from "../expr/symbol.ts";
import { dependsOn, substitute } from "../expr/walk.ts";
import { satisfiedBy, withoutSign } from "./scope.ts";

export class NotDifferentiable extends Error {
  override readonly name = "NotDifferentiable";
}

/** Dummies for the arguments of unknown functions. */
const slots: readonly PhysicalSymbol[] = ["₁", "₂", "₃", "₄", "₅", "₆"].map((mark) => physicalSymbol(`s${mark}`, { latex: `s_{${mark}}` }));

export const derivative = (e: Expr, x: PhysicalSymbol): Expr => {
  if (isIntegerSymbol(x) || isSign(x)) throw new NotDifferentiable(`'${x.name}' takes separate values: there is no derivative by it`);
  const done = new Map<Expr, Expr>();
  const visit = (node: Expr): Expr => {
    if (node.kind === "number") return ZERO;
    if (node.kind === "symbol") return node.symbol === x ? ONE : ZERO;
    const known = done.get(node);
    if (known !== undefined) return known;
    const result = step(node);
    done.set(node, result);
    return result;
  };
  const step = (node: Expr): Expr => {
    if (node.operator && (node.kind === "power" || (node.kind === "call" && typeof node.head === "string"))) throw new NotDifferentiable("a power or a function of operators has no derivative here: write it as a product");
    switch (node.kind) {
      case "number": case "symbol": return ZERO;
      case "sum": return sum(...node.args.map(visit));
      case "product": return productRule(node.args, visit);
      case "word": throw new NotDifferentiable("a product of operators has no derivative here: expand it first");
      case "power": return powerRule(node.args[0], node.args[1], visit);
      case "call": return callRule(node, x, visit);
      case "binder": return binderRule(node, x);
    }
  };
  return visit(e);
};

const productRule = (factors: readonly Expr[], visit: (e: Expr) => Expr): Expr => {
  const terms: Expr[] = [];
  factors.forEach((factor, k) => {
    const inner = visit(factor);
    if (inner === ZERO) return;
    const parts: Expr[] = [];
    for (let j = 0; j < factors.length; j++) parts.push(j === k ? inner : factors[j] ?? ONE);
    terms.push(product(...parts));
  });
  return sum(...terms);
};

const powerRule = (base: Expr, exponent: Expr, visit: (e: Expr) => Expr): Expr => {
  const inBase = visit(base);
  const inExponent = visit(exponent);
  const terms: Expr[] = [];
  if (inBase !== ZERO) terms.push(product(exponent, power(base, sum(exponent, MINUS_ONE)), inBase));
  if (inExponent !== ZERO) terms.push(product(power(base, exponent), call("log", [base]), inExponent));
  return sum(...terms);
};

const callRule = (node: CallTerm, x: PhysicalSymbol, visit: (e: Expr) => Expr): Expr => {
  const { head } = node;
  if (typeof head !== "string") return familyRule(node, head, visit);
  const [u = ZERO] = node.args;
  const inner = visit(u);
  if (inner === ZERO) return ZERO;
  const chain = (outer: Expr): Expr => product(outer, inner);
  switch (head) {
    case "exp": return chain(node);
    case "log": return chain(power(u, MINUS_ONE));
    case "sin": return chain(call("cos", [u]));
    case "cos": return chain(negate(call("sin", [u])));
    case "tan": return chain(sum(ONE, power(node, int(2))));
    case "sinh": return chain(call("cosh", [u]));
    case "cosh": return chain(call("sinh", [u]));
    case "tanh": return chain(difference(ONE, power(node, int(2))));
    case "asin": return chain(power(squareRoot(difference(ONE, power(u, int(2)))), MINUS_ONE));
    case "acos": return chain(negate(power(squareRoot(difference(ONE, power(u, int(2)))), MINUS_ONE)));
    case "atan": return chain(power(sum(ONE, power(u, int(2))), MINUS_ONE));
    case "abs": return realOnly(x, head), product(call("re", [product(call("conj", [u]), inner)]), power(node, MINUS_ONE));
    case "sign": throw new NotDifferentiable("sign(…) jumps");
    case "conj": case "re": case "im": return realOnly(x, head), call(head, [inner]);
  }
};

const realOnly = (x: PhysicalSymbol, head: string): void => {
  if (!isRealSymbol(x)) throw new NotDifferentiable(`${head}(…) is not differentiable by '${x.name}', which is not declared real`);
};

const familyRule = (node: CallTerm, head: PhysicalSymbol, visit: (e: Expr) => Expr): Expr =>
  (isIntegerSymbol(head) || isSign(head)) && node.args.some((arg) => visit(arg) !== ZERO) ? jumping(head) : sum(...node.args.map((arg, k) => {
    const inner = visit(arg);
    return inner === ZERO ? ZERO : product(functionDerivative({ head, orders: node.args.map((_, j) => (j === k ? 1 : 0)), args: node.args }), inner);
  }));

const jumping = (head: PhysicalSymbol): never => { throw new NotDifferentiable(`'${head.name}' takes separate values: it has no derivative`); };

/** The binder of an irreducible derivative: each differentiated argument is a slot, bound as often as its order. */
const functionDerivative = ({ head, orders, args }: FunctionDerivative): Expr => {
  const slotOf = (k: number): PhysicalSymbol => slots[k] ?? refuseSlot(head);
  let result: Expr = call(head, args.map((arg, k) => ((orders[k] ?? 0) > 0 ? symbol(slotOf(k)) : arg)));
  args.forEach((arg, k) => {
    const order = orders[k] ?? 0;
    for (let n = 1; n <= order; n++) result = binder("derivative", slotOf(k), [result, n === order ? arg : symbol(slotOf(k))]);
  });
  return result;
};

const refuseSlot = (head: PhysicalSymbol): never => { throw new NotDifferentiable(`'${head.name}' has more arguments than ${slots.length}`); };

const binderRule = (e: BinderTerm, x: PhysicalSymbol): Expr => {
  if (!dependsOn(e, x)) return ZERO;
  const node = e.head === "derivative" ? e : withoutSign(e);
  const [body = ZERO, from, to] = node.args;
  const inner = node.bound === x ? ZERO : derivative(body, x);
  const along = (end: Expr | undefined): Expr => (end === undefined ? ZERO : derivative(end, x));
  const at = (end: Expr): Expr => substitute(body, new Map([[node.bound, end]]));
  switch (node.head) {
    case "derivative": {
      const known = asFunctionDerivative(node);
      if (known === undefined) return derivative(substitute(derivative(body, node.bound), new Map([[node.bound, pointOf(node)]])), x);
      return sum(...known.args.map((arg, k) => {
        const moved = derivative(arg, x);
        return moved === ZERO ? ZERO : product(functionDerivative({ ...known, orders: known.orders.map((order, j) => (j === k ? order + 1 : order)) }), moved);
      }));
    }
    case "integral": {
      if (from === undefined || to === undefined) throw new NotDifferentiable("an integral without a range");
      const ends = [along(to) === ZERO ? ZERO : product(at(to), along(to)), along(from) === ZERO ? ZERO : negate(product(at(from), along(from)))];
      return sum(inner === ZERO ? ZERO : binder("integral", node.bound, [inner, from, to]), ...ends);
    }
    case "average": case "limit": throw new NotDifferentiable(`${node.head} and derivative by '${x.name}' cannot be interchanged`);
    case "sum": {
      if (node.args.slice(1).some((end) => dependsOn(end, x))) throw new NotDifferentiable(`the range of a ${node.head} depends on '${x.name}'`);
      return binder(node.head, node.bound, [inner, ...node.args.slice(1)]);
    }
  }
};

/** The point of a derivative binder; what was declared of the bound symbol must be known of it. */
const pointOf = (node: BinderTerm): Expr => {
  const point = node.args[1] ?? symbol(node.bound);
  if (node.bound.assume.length === 0 || (point.kind === "symbol" && satisfiedBy(node.bound.assume, point.symbol))) return point;
  throw new NotDifferentiable(`a derivative at a point that is not known to be ${node.bound.assume.join(", ")} like '${node.bound.name}'`);
};

/** An irreducible derivative of an unknown function: which function, how often by which argument, and where. */
export interface FunctionDerivative { readonly head: PhysicalSymbol; readonly orders: readonly number[]; readonly args: readonly Expr[] }

/** Reads nested derivative binders over one family member; undefined for anything that still can be differentiated. */
export const asFunctionDerivative = (e: Expr): FunctionDerivative | undefined => {
  if (e.kind === "call" && typeof e.head !== "string") return { head: e.head, orders: e.args.map(() => 0), args: e.args };
  if (e.kind !== "binder" || e.head !== "derivative") return undefined;
  const [body, point] = e.args;
  const inner = body === undefined ? undefined : asFunctionDerivative(body);
  if (inner === undefined || point === undefined) return undefined;
  const bound = symbol(e.bound);
  const places = inner.args.flatMap((arg, k) => (arg === bound ? [k] : []));
  if (places.length !== 1 || inner.args.some((arg) => arg !== bound && dependsOn(arg, e.bound))) return undefined;
  const [place] = places;
  return {
    head: inner.head,
    orders: inner.orders.map((order, k) => (k === place ? order + 1 : order)),
    args: inner.args.map((arg, k) => (k === place ? point : arg)),
  };
};
