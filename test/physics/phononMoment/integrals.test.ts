import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chernForm, numericCurvatureTraces } from "../bruteForce/bandGeometry.ts";
import { cliffordModel, diracSemimetalModel, grapheneModel, type BandModel, type DiracLetters } from "../bruteForce/bandModels.ts";
import { curl, sumOverStates } from "../bruteForce/fieldResponse.ts";
import { brillouinZoneIntegral, fourSphere } from "../bruteForce/parameterIntegrals.ts";
import { integral } from "../bruteForce/quadrature.ts";
import { drawn } from "../generators.ts";
import { order } from "../order.ts";
import { grapheneIntegral } from "./closedForms.ts";
import { diracLetters, type FourNumbers } from "./randomModels.ts";

const letters: DiracLetters = { v: 1.3, Δ: 0.6, ζ: 0.8, orientation: 1 };
const displaced = (u: number, kx: number, ky: number): FourNumbers => [kx, ky, 0.28 * u, 0.96 * u];
const topological = (model: BandModel, u: number, cutoff = Infinity, directions = 1): number => brillouinZoneIntegral((kx, ky) => chernForm(model, displaced(u, kx, ky)), cutoff, directions, 1e-11);
const nontopological = (model: BandModel, u: number, cutoff = Infinity): number =>
  brillouinZoneIntegral((kx, ky) => -curl((at) => sumOverStates(model, at, "covariant"), displaced(u, kx, ky)), cutoff, 1, 1e-8);

/** −3/2 of the form on the unit sphere, whose volume is 8π²/3. */
const poleForm = (sign: 1 | -1): number => chernForm(cliffordModel(sign), [0, 0, 1, 0, 0], [0, 1, 3, 4]);

describe("a four-sphere in the five parameters of q·Γ", () => {
  it("has the second Chern number −1 for the lower bands and 1 for the upper ones when it is around q = 0, anywhere inside; 0 when it is not", () => {
    const [centre, outside] = [[0.1, -0.2, 0.15, 0.1, -0.05], [0.6, -0.9, 0.8, 0.7, -0.9]];
    expect(fourSphere(cliffordModel(1), [0, 0, 0, 0, 0], 0.7, 3)).toBeCloseTo(-1, 12);
    // At the pole q₃ = 1 the outward direction and (q₁, q₂, q₄, q₅) have the orientation of (q₁ … q₅).
    expect(poleForm(1) * (8 * Math.PI ** 2 / 3) / (4 * Math.PI ** 2)).toBeCloseTo(-1, 12);
    expect(poleForm(-1)).toBeCloseTo(1.5, 12);
    expect(fourSphere(cliffordModel(1), centre, 1, 5)).toBeCloseTo(-1, 4);
    expect(fourSphere(cliffordModel(-1), centre, 1, 5)).toBeCloseTo(1, 4);
    expect(Math.abs(fourSphere(cliffordModel(1), outside, 0.6, 4))).toBeLessThan(1e-3);
  });

  it("approaches it exponentially with the order of the rule, as the ratio of offset and radius allows", () => {
    const errors = [2, 3, 4, 5].map((n) => Math.abs(fourSphere(cliffordModel(1), [0.1, -0.2, 0.15, 0.1, -0.05], 1, n) + 1));
    for (const k of [2, 3]) expect(errors[k]! / errors[k - 2]!).toBeLessThan(0.05);
  });
});

describe("the moment of all k in units of eL/2m, at a displacement u", () => {
  it("has these topological and non-topological parts; their sum is the same in graphene and in the Dirac semimetal", () => {
    const [graphene, semimetal] = [grapheneModel(letters), diracSemimetalModel(letters)];
    const table = [
      [0, 0.141471060526129, 0.02829421210522588, 0.113176848420903], [0.3, 0.113234984597697, 0.0227562784838492, 0.0904787061138480], [1.1, 0.0252913512742986, 0.00527309710913578, 0.0200182541651628],
    ] as const;
    for (const [u, ofGraphene, ofSemimetal, across] of table) {
      expect(topological(graphene, u, Infinity, 3)).toBeCloseTo(ofGraphene, 11);
      expect(topological(graphene, u)).toBeCloseTo(grapheneIntegral(letters, u), 10);
      expect(topological(semimetal, u, Infinity, 3)).toBeCloseTo(ofSemimetal, 11);
      const rest = nontopological(semimetal, u);
      expect(Math.abs(rest - across)).toBeLessThan(3e-8);
      expect(Math.abs(ofSemimetal + rest - ofGraphene)).toBeLessThan(3e-8);
    }
    expect(Math.abs(nontopological(graphene, 0.3))).toBeLessThan(1e-8);
  });

  it("with a cutoff in k has these topological parts", () => {
    for (const [u, ofGraphene, ofSemimetal] of [[0, 0.128028978262480, 0.0277344169042410], [0.3, 0.100437729430127, 0.0221700051843545], [1.1, 0.0175760656007422, 0.00429998449367226]] as const) {
      expect(topological(grapheneModel(letters), u, 0.9)).toBeCloseTo(ofGraphene, 11);
      expect(topological(grapheneModel(letters), u, 0.9)).toBeCloseTo(grapheneIntegral(letters, u, 0.9), 11);
      expect(topological(diracSemimetalModel(letters), u, 0.9)).toBeCloseTo(ofSemimetal, 11);
    }
  });

  it("of graphene is ±ζ²Δ/4π(Δ² + ζ²u²)^(3/2), and at u = 0 a third of it, 1/12π, from the product Ω_kk Ω_uu alone", () => {
    fc.assert(fc.property(diracLetters(), drawn(0, 0.8), (x, u) => {
      expect(topological(grapheneModel(x), u) / grapheneIntegral(x, u)).toBeCloseTo(1, 8);
      const unit = x.orientation * Math.sign(x.Δ) * (x.ζ / x.Δ) ** 2;
      const boundary = brillouinZoneIntegral((kx, ky) => numericCurvatureTraces(grapheneModel(x), [kx, ky, 0, 0]).pair(0, 1, 2, 3), Infinity, 1, 1e-11);
      expect(topological(grapheneModel(x), 0) / unit).toBeCloseTo(1 / (4 * Math.PI), 9);
      expect(boundary / unit).toBeCloseTo(1 / (12 * Math.PI), 9);
    }), { numRuns: 4 });
  });

  it("of the Dirac semimetal at u = 0 is ±ζ²/20πΔ² from C, all of it from Ω_kk Ω_uu, ±ζ²/5πΔ² from F and ±ζ²/4πΔ² together: five times the first, not four", () => {
    fc.assert(fc.property(diracLetters(), (x) => {
      const model = diracSemimetalModel(x);
      const unit = x.orientation * Math.sign(x.Δ) * (x.ζ / x.Δ) ** 2 / (20 * Math.PI);
      const boundary = brillouinZoneIntegral((kx, ky) => numericCurvatureTraces(model, [kx, ky, 0, 0]).pair(0, 1, 2, 3), Infinity, 1, 1e-11);
      expect(topological(model, 0) / unit).toBeCloseTo(1, 9);
      expect(boundary / unit).toBeCloseTo(1, 9);
    }), { numRuns: 4 });
    const across = nontopological(diracSemimetalModel(letters), 0) / (0.64 / (20 * Math.PI * 0.36));
    expect(Math.abs(across - 4)).toBeLessThan(1e-5);
  });

  it("of the Dirac semimetal has the coefficients −185/126 and −19/63π of (ζu/Δ)² in its two parts, with an error of the next order", () => {
    const x: DiracLetters = { ...letters, Δ: 1, ζ: 1 };
    const relative = (u: number): number => topological(diracSemimetalModel(x), u) * 20 * Math.PI - 1;
    expect(order(0.2, (u) => relative(u) + 185 / 126 * u * u)).toBeCloseTo(4, 0);
    expect(relative(0.05) / 0.05 ** 2).toBeCloseTo(-185 / 126, 1);
    const fromF = (u: number): number => Math.PI * nontopological(diracSemimetalModel(x), u) - 0.2;
    expect(order(0.2, (u) => fromF(u) + 19 / 63 * u * u)).toBeCloseTo(4, 0);
  });
});

describe("the sum over kz with Δ = Δ₀ − Δ₁kz²", () => {
  const [Δ0, Δ1, Ep] = [0.0205, 18.77, 0.003];
  const J = (ε: number): number => {
    const [x, y] = [Math.sqrt(1 - ε), Math.sqrt(1 + ε)];
    return (x - y) / (2 * ε) + (Math.log((1 + x) / (1 - x)) + Math.log((y + 1) / (y - 1))) / 4;
  };
  /** ∫dkz/2π sign(Δ)/Δ² where 2|Δ| > E. */
  const semimetal = (E: number): number => {
    const [inner, outer] = [-1, 1].map((s) => Math.sqrt((Δ0 + s * E / 2) / Δ1));
    const f = (k: number): number => Math.sign(Δ0 - Δ1 * k * k) / (Δ0 - Δ1 * k * k) ** 2;
    return (integral(f, 0, inner!, 1e-9) + integral(f, outer!, Infinity, 1e-9)) / Math.PI;
  };
  const semiconductor = integral((k) => 1 / (Δ0 + Δ1 * k * k) ** 2, 0, Infinity, 1e-9) / Math.PI;

  it("is 1/4|Δ₀|√|Δ₀Δ₁| for a semiconductor", () => {
    expect(semiconductor).toBeCloseTo(19.6597088005671, 7);
    expect(semiconductor).toBeCloseTo(1 / (4 * Δ0 * Math.sqrt(Δ0 * Δ1)), 7);
  });

  it("for a semimetal with 2|Δ| > E_p is 4J/π times that, 1.91 and far from 4 log(4Δ₀/E_p) = 13.2", () => {
    expect(semimetal(Ep)).toBeCloseTo(37.5419899912992, 6);
    expect(semimetal(Ep)).toBeCloseTo(J(Ep / (2 * Δ0)) / (Math.PI * Δ0 * Math.sqrt(Δ0 * Δ1)), 6);
    expect(semimetal(Ep) / semiconductor).toBeCloseTo(1.90959033890757, 8);
    expect(4 * Math.log(4 * Δ0 / Ep) / (semimetal(Ep) / semiconductor)).toBeGreaterThan(6);
  });

  it("approaches (2/π)(ln(8Δ₀/E_p) − 1) of it with an error of second order in E_p, and changes sign at E_p near 2Δ₀", () => {
    const asymptotic = (E: number): number => 2 / Math.PI * (Math.log(8 * Δ0 / E) - 1);
    const error = (ε: number): number => semimetal(2 * Δ0 * ε) / semiconductor - asymptotic(2 * Δ0 * ε);
    expect(order(0.1, error)).toBeCloseTo(2, 1);
    expect(error(0.05) / 0.05 ** 2).toBeCloseTo(-5 / (8 * Math.PI), 2);
    expect(semimetal(2 * Δ0 * 0.9)).toBeGreaterThan(0);
    expect(semimetal(2 * Δ0 * 0.99)).toBeLessThan(0);
  });
});
