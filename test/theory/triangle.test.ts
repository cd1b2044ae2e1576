/**
 * # The triangle of two phonons and a vector potential
 *
 * Nodes k, k + q₀, k − q, and k + q + q₀ for the other order in time. The phonon u (ω, q) takes k − q to k and k + q₀ to k + q + q₀; its partner u* (−ω, −q − q₀) takes k + q₀ to k − q and
 * k + q + q₀ to k; A (0, q₀) takes k to k + q₀. Each vertex is an operator too: θ¹ is the response of v e^{iq₀r}, the vertex of A, to u and u*, at zero frequency; θ² is the response of F e^{iqr}, the vertex
 * of u, to u* and A, at −ω. Without widths both are the third derivative of one energy. Every matrix element, energy and occupation is a letter of its own.
 */
import { describe, expect, it } from "vitest";
import { difference, int, negate, power, product, quotient, sum, symbol, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { determinant, matrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { physicalSymbol, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { expand, field, isTheorem } from "../../symbolic/kernel/theorem.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { densityResponse, type Drive, type DrivenSystem } from "../../symbolic/theory/densityMatrix.ts";
import { populationWidths } from "../../symbolic/theory/relaxation.ts";
import { ex } from "./drivenModels.ts";

const letterNamed = new Map<string, Expr>();
const free = (name: string, assume?: "real"): Expr => {
  const known = letterNamed.get(name) ?? symbol(physicalSymbol(name, assume === undefined ? {} : { assume }));
  letterNamed.set(name, known);
  return known;
};
const symbolOf = (letter: Expr): PhysicalSymbol => {
  if (letter.kind !== "symbol") throw new TypeError("not a letter");
  return letter.symbol;
};
const isSame = (left: Expr, right: Expr): boolean => isTheorem(field(left, right));
const isDifferent = (left: Expr, right: Expr): boolean => decideEqual(left, right).kind === "different";

/** k, k + q₀, k − q, k + q + q₀. */
const [K, K0, BELOW, ABOVE] = [0, 1, 2, 3] as const;
type Node = typeof K | typeof K0 | typeof BELOW | typeof ABOVE;
type Vertex = "u" | "u*" | "A";
/** To and from. */
const edges: Readonly<Record<Vertex, readonly (readonly [to: Node, from: Node])[]>> = { "u": [[K, BELOW], [ABOVE, K0]], "u*": [[BELOW, K0], [K, ABOVE]], "A": [[K0, K]] };
const frequencies: Readonly<Record<Vertex, Expr>> = { "u": ex("w"), "u*": ex("-w"), "A": ZERO };
const PHONON_FIRST: readonly Node[] = [K, K0, BELOW];
const PARTNER_FIRST: readonly Node[] = [K, K0, ABOVE];

interface Triangle { readonly respond: (observed: Vertex, drives: readonly [Vertex, Vertex]) => Expr }
interface Widths { readonly levels: (place: number) => Expr; readonly switching: Expr }
const sharp: Widths = { levels: () => ZERO, switching: ZERO };

/** @param occupation of a level, a letter when left out. */
const triangleOf = (nodes: readonly Node[], levels: number, widths = sharp, occupation?: (node: Node, level: number) => Expr): Triangle => {
  const places = nodes.flatMap((node) => Array.from({ length: levels }, (_, level) => ({ node, level })));
  const vertex = (name: Vertex): Matrix => matrix(places.map((to) => places.map((from) =>
    (edges[name].some(([a, b]) => a === to.node && b === from.node) ? free(`${name} ${to.node}${to.level} ${from.node}${from.level}`) : ZERO))));
  // A field that is switched on with the phonon: Im Ω is the same for each.
  const drives = (["u", "u*", "A"] as const).map((name): Drive => ({ name, coupling: vertex(name), frequency: sum(frequencies[name], product(ex("i"), widths.switching)) }));
  const system: DrivenSystem = {
    energies: places.map(({ node, level }) => free(`E ${node}${level}`, "real")), drives,
    occupations: places.map(({ node, level }) => occupation?.(node, level) ?? free(`f ${node}${level}`, "real")), relaxation: populationWidths(places.map((_, place) => widths.levels(place))),
  };
  const response = densityResponse(system);
  return { respond: (observed, pair) => response.expectation(vertex(observed), pair) };
};
const θ1 = ({ respond }: Triangle): Expr => respond("A", ["u", "u*"]);
/** Of F e^{iqr}, to the partner and A. */
const θ2 = ({ respond }: Triangle): Expr => respond("u", ["u*", "A"]);
/** Of the coupling to the partner, to the phonon and A: the same at (−ω, −q). */
const θ2OfPartner = ({ respond }: Triangle): Expr => respond("u*", ["u", "A"]);

describe("without widths, θ² is the same triangle as θ¹", () => {
  it.each([["the phonon first, k − q between", PHONON_FIRST], ["its partner first, k + q + q₀ between", PARTNER_FIRST], ["both orders together", [K, K0, BELOW, ABOVE] as const]] as const)("one level at each wave vector, %s", (_, nodes) => {
    const triangle = triangleOf(nodes, 1);
    expect(isSame(θ2(triangle), θ1(triangle))).toBe(true);
    expect(isSame(θ2OfPartner(triangle), θ1(triangle))).toBe(true);
    expect(isDifferent(θ1(triangle), ZERO)).toBe(true);
  });

  it.each([["the phonon first", PHONON_FIRST], ["its partner first", PARTNER_FIRST]] as const)("two levels at each wave vector, for the occupation of each of the six alone, %s", (_, nodes) => {
    for (const occupied of nodes) {
      for (const filled of [0, 1]) {
        const triangle = triangleOf(nodes, 2, sharp, (node, level) => (node === occupied && level === filled ? free("f", "real") : ZERO));
        expect(isSame(θ2(triangle), θ1(triangle))).toBe(true);
        expect(isSame(θ2OfPartner(triangle), θ1(triangle))).toBe(true);
      }
    }
  });

  it("is the second divided difference of the occupations over the energies E_k, E_{k+q₀}, E_{k−q} + ω, or E_{k+q+q₀} − ω", () => {
    for (const [nodes, between, shift] of [[PHONON_FIRST, BELOW, ex("w")], [PARTNER_FIRST, ABOVE, ex("-w")]] as const) {
      const energies = [free("E 00", "real"), free("E 10", "real"), sum(free(`E ${between}0`, "real"), shift)];
      const occupations = [free("f 00", "real"), free("f 10", "real"), free(`f ${between}0`, "real")];
      const vertices = between === BELOW ? [free("u 00 20"), free("u* 20 10")] : [free("u* 00 30"), free("u 30 10")];
      const divided = sum(...energies.map((x, n) => quotient(occupations[n]!, product(...energies.filter((_, m) => m !== n).map((y) => difference(x, y))))));
      expect(isSame(θ1(triangleOf(nodes, 1)), product(...vertices, free("A 10 00"), divided))).toBe(true);
    }
  });

  it("is the third derivative of the energy Σ f E of levels that the three vertices mix, E_{k−q} shifted by ω", () => {
    const [energies, vertices] = [["E 00", "E 10", "E 20"].map((name) => free(name, "real")), ["u 00 20", "u* 20 10", "A 10 00"].map((name) => free(name))];
    const [x, λ] = [physicalSymbol("x"), physicalSymbol("λ")];
    const [F, P, W] = vertices.map((vertex) => product(symbol(λ), vertex));
    const at = energies.map((E, n) => difference(n === 2 ? sum(E, ex("w")) : E, symbol(x)));
    // det(H − x) = 0 with all three vertices of order λ: the cubic term of E_n by implicit differentiation, −∂³_λ det/∂_x det/6 at λ = 0.
    const secular = determinant(matrix([[at[0]!, ZERO, F!], [W!, at[1]!, ZERO], [ZERO, P!, at[2]!]]));
    const third = quotient(derivative(derivative(derivative(secular, λ), λ), λ), int(-6));
    const energy = sum(...energies.map((E, n) => product(free(`f ${n}0`, "real"), substitute(quotient(third, derivative(secular, x)), new Map([[λ, ZERO], [x, n === 2 ? sum(E, ex("w")) : E]])))));
    expect(isSame(energy, θ1(triangleOf(PHONON_FIRST, 1)))).toBe(true);
  });

  it("for any three operators on two levels, of which the frequencies add up to zero: each is the response of one to the other two", () => {
    const operators = ["X", "Y", "Z"].map((name) => matrix([0, 1].map((m) => [0, 1].map((n) => free(`${name}${m}${n}`)))));
    const [a, b] = [ex("w"), ex("x")];
    const given = [a, b, negate(sum(a, b))];
    const responses = [0, 1, 2].map((observed) => {
      const others = [0, 1, 2].filter((n) => n !== observed);
      const { expectation } = densityResponse({
        energies: [ex("E1"), ex("E2")], occupations: [ex("f1"), ex("f2")], relaxation: populationWidths([ZERO, ZERO]),
        drives: others.map((n) => ({ name: `${n}`, coupling: operators[n]!, frequency: given[n]! })),
      });
      return expectation(operators[observed]!, others.map((n) => `${n}`));
    });
    expect(isSame(responses[1]!, responses[0]!) && isSame(responses[2]!, responses[0]!)).toBe(true);
  });
});

describe("with relaxation", () => {
  const letters: Widths = { levels: (place) => (place < 3 ? ex(`h${place + 1}`) : ex("h3")), switching: ex("p") };
  const equalWidths: Widths = { levels: () => ex("h1"), switching: ZERO };
  const switchedOn: Widths = { levels: () => ZERO, switching: ex("p") };
  it.each([["widths of their own and η_p", letters], ["one width for all levels", equalWidths], ["η_p alone", switchedOn]] as const)("θ² is not θ¹, in either order in time: %s", (_, widths) => {
    for (const nodes of [PHONON_FIRST, PARTNER_FIRST]) {
      const triangle = triangleOf(nodes, 1, widths);
      expect(isDifferent(θ2(triangle), θ1(triangle))).toBe(true);
      expect(isDifferent(θ2OfPartner(triangle), θ1(triangle))).toBe(true);
    }
  });

  it.each([["the phonon first", PHONON_FIRST, "-w"], ["its partner first", PARTNER_FIRST, "w"]] as const)(
    "for q₀ → 0 within a band and then all widths to zero together: θ¹ is 1 + η_l/(2η_p + η_n) times what it is without widths, θ² is once that; %s", (_, nodes, shift) => {
      const small = physicalSymbol("s", { assume: "positive" });
      const between = nodes[2]!;
      const [E, f, h] = [free("E 00", "real"), free("f 00", "real"), ex("h1")];
      const scaled: Widths = { levels: (place) => product(symbol(small), place === 2 ? ex("h3") : h), switching: product(symbol(small), ex("p")) };
      const atSameWave = new Map([[symbolOf(free("E 10", "real")), E], [symbolOf(free("f 10", "real")), f]]);
      const vertices = product(...(between === BELOW ? [free("u 00 20"), free("u* 20 10")] : [free("u* 00 30"), free("u 30 10")]), free("A 10 00"));
      const once = product(int(-1), vertices, difference(f, free(`f ${between}0`, "real")), power(sum(E, negate(free(`E ${between}0`, "real")), ex(shift)), int(-2)));
      const approaches = (response: Expr, limit: Expr): boolean => isTheorem(expand(substitute(response, atSameWave), limit, new Map([[small, rational(1)]]), rational(0)));
      const triangle = triangleOf(nodes, 1, scaled);
      const enhanced = product(once, ex("1 + h3/(2*p + h1)"));
      expect(approaches(θ1(triangle), enhanced)).toBe(true);
      for (const response of [θ2(triangle), θ2OfPartner(triangle)]) {
        expect(approaches(response, once)).toBe(true);
        expect(() => approaches(response, enhanced)).toThrow(/differ at order 0/);
      }
    });
});
