/**
 * The derived formulas of the paper against brute force that shares no code with them: numeric projectors, quadrature over k.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import ren from "../../../derivations/ren/index.ts";
import { compileForm } from "../../../reports/forms.ts";
import { claimOf, openSession } from "../../../symbolic/index.ts";
import { chernForm, numericCurvatureTraces } from "../bruteForce/bandGeometry.ts";
import { diracSemimetalModel, grapheneModel, type DiracLetters } from "../bruteForce/bandModels.ts";
import { curl, sumOverStates } from "../bruteForce/fieldResponse.ts";
import { brillouinZoneIntegral } from "../bruteForce/parameterIntegrals.ts";
import { integral } from "../bruteForce/quadrature.ts";
import { orders } from "../order.ts";

const session = openSession(ren);
type Question = "chain" | "model";
const derived = (id: string, question: Question, part: number, values: Readonly<Record<string, number>>): number => {
  const { evaluator } = compileForm(session, claimOf(ren, id)!, question, part);
  const value = evaluator.scalar(Object.fromEntries(evaluator.parameters.map(({ name }) => [name, values[name] ?? Number.NaN])));
  if (typeof value !== "number") throw new Error(`${id} is not real`);
  return value;
};

/** The printed matrix has the orientation +1, the lattice −1. */
const orientations = [["chain", 1], ["model", -1]] as const;
const strength = fc.double({ min: 0.4, max: 1.5, noNaN: true });
const anyLetters = fc.record({ v: strength, Δ: fc.tuple(fc.constantFrom(1, -1), strength).map(([s, x]) => s * x), ζ: strength });

describe("the derived moment of graphene", () => {
  it("is the integral of the numeric second Chern form, for the printed matrix and for that of the lattice", () => {
    fc.assert(fc.property(anyLetters, ({ v, Δ, ζ }) => {
      for (const [question, orientation] of orientations) {
        const letters: DiracLetters = { v, Δ, ζ, orientation };
        const numeric = brillouinZoneIntegral((kx, ky) => chernForm(grapheneModel(letters), [kx, ky, 0, 0]), Infinity, 1, 1e-10);
        expect(derived("in-12pi", question, 0, { Delta: Δ, zeta: ζ }) / numeric - 1).toBeCloseTo(0, 8);
      }
    }), { numRuns: 6 });
  });

  it("has two thirds from the wave packet charges at every k, whose traces vanish one by one", () => {
    fc.assert(fc.property(anyLetters, strength, strength, ({ v, Δ, ζ }, kx, ky) => {
      for (const [question, orientation] of orientations) {
        const { single, pair } = numericCurvatureTraces(grapheneModel({ v, Δ, ζ, orientation }), [kx, ky, 0, 0]);
        const charges = pair(0, 3, 1, 2) - pair(0, 2, 1, 3);
        expect(derived("in-onlynew", question, 0, { Delta: Δ, zeta: ζ, v_F: v, k_x: kx, k_y: ky }) / charges - 1).toBeCloseTo(0, 10);
        expect(charges / chernForm(grapheneModel({ v, Δ, ζ, orientation }), [kx, ky, 0, 0])).toBeCloseTo(2 / 3, 10);
        for (const [k, u] of [[0, 2], [0, 3], [1, 2], [1, 3]] as const) expect(Math.abs(single(k, u))).toBeLessThan(1e-12);
      }
    }), { numRuns: 10 });
  });
});

describe("the derived moment of the semiconductor", () => {
  it("is the sum of both parts by quadrature at a k_z, five times the topological one", () => {
    for (const [v, Δ, ζ] of [[1.3, -0.6, 0.8], [0.7, -1.1, 1.2]] as const) {
      const model = diracSemimetalModel({ v, Δ, ζ, orientation: 1 });
      const topological = brillouinZoneIntegral((kx, ky) => chernForm(model, [kx, ky, 0, 0]), Infinity, 1, 1e-10);
      const across = brillouinZoneIntegral((kx, ky) => -curl((at) => sumOverStates(model, at, "covariant"), [kx, ky, 1e-6, 0]), Infinity, 1, 1e-7);
      const total = derived("in-perkz", "model", 0, { Delta: Δ, zeta: ζ, e: 1, L_1: 1, m_1: 0.5 });
      expect(Math.abs(total - topological - across)).toBeLessThan(1e-6);
      expect(total / topological).toBeCloseTo(5, 8);
      expect(Math.abs(derived("in-perkz", "chain", 0, { Delta: Δ, zeta: ζ, e: 1, L_1: 1, m_1: 0.5 }) / total - 0.8)).toBeLessThan(1e-12);
    }
  });

  it("summed over k_z is the integral of that", () => {
    const [Δ0, Δ1, ζ, vu] = [-0.4, 0.9, 0.8, 1.7];
    const perLayer = (kz: number): number => derived("in-perkz", "model", 0, { Delta: Δ0 - Δ1 * kz ** 2, zeta: ζ, e: 1, L_1: 1, m_1: 0.5 });
    const numeric = integral((x) => perLayer(Math.tan(x)) / Math.cos(x) ** 2, -Math.PI / 2 + 1e-9, Math.PI / 2 - 1e-9, 1e-9) / (2 * Math.PI);
    expect(derived("in-kzsum", "model", 0, { Delta_0: Δ0, Delta_1: Δ1, zeta: ζ, e: 1, L_1: 1, m_1: 0.5, N: 1, V_u: vu }) / (vu * numeric)).toBeCloseTo(1, 7);
  });
});

describe("the derived ratio of semimetal and semiconductor", () => {
  it("is approached by the integrals over k_z with the cutoff, to second order in E_p/Δ₀", () => {
    const errorAt = (Ep: number): number => {
      const [Δ0, edge] = [1, Ep / 2];
      const [inner, outer] = [Math.sqrt(Δ0 - edge), Math.sqrt(Δ0 + edge)];
      const semimetal = integral((k) => (Δ0 - k ** 2) ** -2, 0, inner, 1e-12) - integral((x) => (x ** 2 * Δ0 - 1) ** -2 * x ** 2, 0, 1 / outer, 1e-12);
      return semimetal / (Math.PI / 4) - derived("in-semimetal", "model", 0, { E_p: Ep, Delta_0p: Δ0 });
    };
    for (const measured of orders(2, 0.1, errorAt)) expect(measured).toBeGreaterThan(1.9);
    expect(Math.abs(errorAt(0.025))).toBeLessThan(1e-4);
  });
});
