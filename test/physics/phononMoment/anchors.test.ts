/**
 * The values of derivations/ren/anchors.json against brute force, and the premises of the derivations against the values.
 */
import { describe, expect, it } from "vitest";
import ren from "../../../derivations/ren/index.ts";
import { agrees, anchorsOf, figures, nudged, numberOf, type Point } from "../anchorPoints.ts";
import { chernForm, numericCurvatureTraces } from "../bruteForce/bandGeometry.ts";
import { diracSemimetalModel, grapheneModel, type DiracLetters } from "../bruteForce/bandModels.ts";
import { curl, sumOverStates } from "../bruteForce/fieldResponse.ts";
import { brillouinZoneIntegral } from "../bruteForce/parameterIntegrals.ts";
import { integral } from "../bruteForce/quadrature.ts";

const { pointOf, shown, checkAt } = anchorsOf(ren);
const lettersAt = (point: Point, orientation: 1 | -1): DiracLetters => ({ v: numberOf(point, "vF"), Δ: numberOf(point, "Δ"), ζ: numberOf(point, "ζ"), orientation });
const placeOf = (point: Point, ...names: readonly string[]): readonly number[] => names.map((name) => (name === "0" ? 0 : numberOf(point, name)));

const displaced7 = ["Eq. (7), displaced", "Eq. (7), displaced, Δ < 0", "Eq. (7), at rest"].map(pointOf);
const displaced8 = ["Eq. (8), displaced", "Eq. (8), displaced, Δ < 0"].map(pointOf);

describe("the anchors of ren", () => {
  it("are the second Chern forms and the part of the charges by diagonalisation, to thirteen figures", () => {
    for (const point of displaced7) expect(agrees(chernForm(grapheneModel(lettersAt(point, 1)), placeOf(point, "kx", "ky", "ux", "uy")), point, "C7u")).toBe(true);
    for (const point of displaced8) expect(agrees(chernForm(diracSemimetalModel(lettersAt(point, 1)), placeOf(point, "k", "0", "0", "u")), point, "C8u")).toBe(true);
    for (const [name, orientation] of [["Eq. (7), at rest", 1], ["lattice of Eq. (7), at rest", -1]] as const) {
      const point = pointOf(name);
      const { pair } = numericCurvatureTraces(grapheneModel(lettersAt(point, orientation)), placeOf(point, "kx", "ky", "0", "0"));
      expect(agrees(pair(0, 3, 1, 2) - pair(0, 2, 1, 3), point, "B7")).toBe(true);
    }
    expect(agrees(0.8363434482985, pointOf("Eq. (7), displaced"), "C7u")).toBe(false);
  });

  it("are its integrals over k and k_z by quadrature", () => {
    const graphene = pointOf("graphene, Δ = 0.04 t₀");
    const [Δ, ζ, a0] = [numberOf(graphene, "Δ"), numberOf(graphene, "ζ"), numberOf(graphene, "a0")];
    const perArea = brillouinZoneIntegral((kx, ky) => chernForm(grapheneModel({ v: 1, Δ: 1, ζ: 1, orientation: -1 }), [kx, ky, 0, 0]), Infinity, 1, 1e-11) * (ζ / Δ) ** 2;
    expect(perArea / numberOf(graphene, "I7")).toBeCloseTo(1, 8);
    expect(3 * Math.sqrt(3) * a0 ** 2 * Math.abs(perArea) / numberOf(graphene, "R7")).toBeCloseTo(1, 8);
    const semiconductor = pointOf("semiconductor");
    const model = diracSemimetalModel({ v: 1, Δ: -1, ζ: 1, orientation: 1 });
    const layer = brillouinZoneIntegral((kx, ky) => chernForm(model, [kx, ky, 0, 0]) - curl((at) => sumOverStates(model, at, "covariant"), [kx, ky, 1e-6, 0]), Infinity, 1, 1e-8);
    const [Δ0, Δ1] = [numberOf(semiconductor, "Δ0"), numberOf(semiconductor, "Δ1")];
    const overKz = integral((kz) => (Δ0 - Δ1 * kz ** 2) ** -2, 0, Infinity, 1e-10) / Math.PI;
    expect(layer * numberOf(semiconductor, "ζ") ** 2 * overKz * numberOf(semiconductor, "Vu") / numberOf(semiconductor, "R8")).toBeCloseTo(1, 5);
    const semimetal = pointOf("semimetal");
    const ε = 0.003 / 0.041;
    for (const [found, symbol] of [[ε, "ε"], [Math.atanh(Math.sqrt(1 - ε)), "yi"], [Math.atanh(1 / Math.sqrt(1 + ε)), "yo"], [Math.log(ε), "ℓ"]] as const) expect(agrees(found, semimetal, symbol)).toBe(true);
  });

  it("meet every parameter, model premise and definition about their symbols, and show that sets of premises can hold", () => {
    expect(shown()).toBeGreaterThan(15);
  });
});

describe("a definition that the derivation starts from", () => {
  const definitions = [
    ...displaced7.map((point) => ({ premise: "closed7-kxkyuxuy", symbol: "C7u", point })), ...displaced8.map((point) => ({ premise: "closed8-kxkyuxuy", symbol: "C8u", point })),
    { premise: "charge-terms-printed", symbol: "B7", point: pointOf("Eq. (7), at rest") }, { premise: "charge-terms-lattice", symbol: "B7", point: pointOf("lattice of Eq. (7), at rest") },
  ];
  it.each(definitions)("$premise has the value of $point.name, and neither the opposite one, nor a third of it, nor one that differs in the last figure but one", ({ premise, symbol, point }) => {
    expect(() => checkAt(premise, point)).not.toThrow();
    const value = numberOf(point, symbol);
    const text = figures(point, symbol);
    for (const wrong of [String(-value), (value / 3).toFixed(15), nudged(text)]) {
      expect(() => checkAt(premise, point, { [symbol]: wrong })).toThrow(new RegExp(`^ren/anchors.json: the premise ${premise} holds at no point`));
    }
  });
});
