import { describe, expect, it } from "vitest";
import { numericCurvatureTraces } from "../bruteForce/bandGeometry.ts";
import { grapheneModel, hoppingModel, squareLattice, type BandModel, type Crystal, type DiracLetters } from "../bruteForce/bandModels.ts";
import { complexSum, largest, minus, pauli } from "../bruteForce/complexMatrix.ts";
import { honeycomb, valleyStates } from "../bruteForce/honeycomb.ts";
import { overlap, zeroMatrix, type Matrix } from "../bruteForce/hermitian.ts";
import { landauMoment } from "../bruteForce/landauLevels.ts";
import { curvatureInFlux, extrapolated, fieldFreeMoment, latticeMoment, magnetisationFieldFree, magnetisationFromField } from "../bruteForce/latticeFlux.ts";
import { legendre } from "../bruteForce/quadrature.ts";
import { grapheneIntegral } from "./closedForms.ts";

const kinds = ["graphene", "diracSemimetal"] as const;

describe("the moment from Landau levels, in units of eL/2m", () => {
  it("is ±ζ²Δ/4π(Δ² + ζ²u²)^(3/2) in both models at any field: not a third of it", () => {
    for (const kind of kinds) {
      for (const orientation of [1, -1] as const) {
        for (const Δ of [0.6, -0.6]) {
          const letters: DiracLetters = { v: 1.3, Δ, ζ: 0.8, orientation };
          for (const u of [[0, 0], [0.1, 0.28]] as const) {
            const expected = grapheneIntegral(letters, Math.hypot(...u));
            for (const [b, levels] of [[0.07, 3], [0.9, 5]] as const) expect(landauMoment(kind, letters, b, levels, u) / expected).toBeCloseTo(1, 9);
          }
          expect(landauMoment(kind, letters, 0.07, 3, [0, 0]) * Δ * Δ / 0.64).toBeCloseTo(orientation * Math.sign(Δ) / (4 * Math.PI), 9);
        }
      }
    }
  });
});

describe("the moment on a square lattice with a real magnetic flux, in units of eL/2m", () => {
  const letters: DiracLetters = { v: 0.6, Δ: 1.6, ζ: 0.7, orientation: 1 };

  it("converges to ∫(C − curl F) as the square of the field: 3 times ∫Ω_kkΩ_uu in graphene, not 1; 5 times ∫C in the semimetal, not 4", () => {
    for (const kind of kinds) {
      const crystal = squareLattice(kind, letters, 0.2);
      const { topological, nontopological, boundary } = fieldFreeMoment(crystal, 2, 12);
      const expected = topological + nontopological;
      const [strong, weak] = [12, 24].map((length) => latticeMoment(crystal, { fluxes: 1, length }, 2, 2));
      expect(Math.abs(Math.log2((strong! - expected) / (weak! - expected)) - 2)).toBeLessThan(0.1);
      const limit = extrapolated([12, strong!], [24, weak!]);
      expect(Math.abs(limit / expected - 1)).toBeLessThan(2e-3);
      expect(limit / boundary).toBeCloseTo(kind === "graphene" ? 3 : 5, 1);
      expect(limit / topological).toBeCloseTo(kind === "graphene" ? 1 : 5, 1);
    }
  });

  it("changes sign with the orientation of u, and the curvature with the field", () => {
    const flux = { fluxes: 1, length: 8 };
    for (const kind of kinds) {
      const [one, other] = ([1, -1] as const).map((orientation) => squareLattice(kind, { ...letters, orientation }, 0.2));
      expect(latticeMoment(one!, flux, 2, 2) + latticeMoment(other!, flux, 2, 2)).toBeCloseTo(0, 12);
      expect(curvatureInFlux(one!, flux, 2, 2) + curvatureInFlux(one!, { ...flux, fluxes: -1 }, 2, 2)).toBeCloseTo(0, 12);
      expect(Math.abs(latticeMoment(one!, flux, 2, 2))).toBeGreaterThan(1e-4);
    }
  });
});

describe("the magnetisation of a Chern insulator in its gap", () => {
  it("in a real flux converges to m + (e/ħ)(μ − E)Ω as the square of the field; without m, or with the opposite sign of the second term, it is far off", () => {
    const [σ0, σx, σy, σz] = pauli;
    const hop = (σ: Matrix): Matrix => complexSum([[0.5, 0, σz], [0, -0.5, σ], [0.15, 0, σ0]]);
    const crystal: Crystal = {
      translations: [[1, 0], [0, 1]], positions: [[0, 0], [0, 0]],
      hoppings: [[0, 0], [1, 0], [0, 1]].map(([m, n]) => ({ translation: [m!, n!] as const, value: m === 0 && n === 0 ? complexSum([[-1, 0, σz]]) : hop(m === 1 ? σx : σy), slopes: [] })),
    };
    const μ = 0.05;
    const { rotation, boundary } = magnetisationFieldFree(crystal, μ, 32);
    const [strong, weak] = [12, 24].map((length) => magnetisationFromField(crystal, { fluxes: 1, length }, μ));
    expect(rotation + boundary).toBeCloseTo(-0.0439, 4);
    expect(Math.log2((strong! - rotation - boundary) / (weak! - rotation - boundary))).toBeCloseTo(2, 1);
    const limit = extrapolated([12, strong!], [24, weak!]);
    expect(Math.abs(limit - rotation - boundary)).toBeLessThan(1e-5);
    for (const other of [boundary, rotation, rotation - boundary, -rotation - boundary]) expect(Math.abs(limit - other)).toBeGreaterThan(0.02);
  });
});

describe("the honeycomb with a phonon at the zone corner, A atoms moving", () => {
  const [t0, λ, Δ] = [1.2, 0.9, 0.1];
  const [v, ζ] = [-1.5 * t0, -1.5 * t0 * λ];
  const rows = valleyStates();
  /** ⟨valley state|M|valley state⟩: 4 × 4. */
  const amongValleys = (m: Matrix): Matrix => {
    const result = zeroMatrix(4);
    rows.forEach((a, j) => { rows.forEach((b, k) => {
      const applied = { re: new Float64Array(6), im: new Float64Array(6) };
      for (let r = 0; r < 6; r++) for (let c = 0; c < 6; c++) {
        applied.re[r]! += m.re[r * 6 + c]! * b.re[c]! - m.im[r * 6 + c]! * b.im[c]!;
        applied.im[r]! += m.re[r * 6 + c]! * b.im[c]! + m.im[r * 6 + c]! * b.re[c]!;
      }
      const { re, im } = overlap(a, applied);
      [result.re[j * 4 + k], result.im[j * 4 + k]] = [re, im];
    }); });
    return result;
  };
  const deviations = (pattern: 1 | -1, orientation: 1 | -1): readonly number[] => {
    const lattice = hoppingModel(honeycomb({ t0, λ, Δ, pattern }), 3);
    const model = grapheneModel({ v, Δ, ζ, orientation });
    const [found, expected] = [lattice, model].map((x) => [x.hamiltonian([0, 0, 0, 0]), ...x.gradient([0, 0, 0, 0])]);
    return found!.map((m, n) => largest(minus(amongValleys(m), expected![n]!)));
  };

  it("has at the folded zone centre q·Γ with v = −3t₀/2, ζ = −3t₀λ/2 and ζ(uy + iux) in the upper right block", () => {
    for (const deviation of deviations(1, -1)) expect(deviation).toBeLessThan(1e-13);
  });

  it("differs from the printed matrix in the slope in ux alone, by 2ζ", () => {
    const found = deviations(1, 1);
    for (const n of [0, 1, 2, 4]) expect(found[n]).toBeLessThan(1e-13);
    expect(found[3]).toBeCloseTo(2 * Math.abs(ζ), 12);
  });

  it("does not couple the valleys at K for the phonon of the opposite corner", () => {
    const lattice = hoppingModel(honeycomb({ t0, λ, Δ, pattern: -1 }), 3);
    for (const m of lattice.gradient([0, 0, 0, 0]).slice(2)) expect(largest(amongValleys(m))).toBeLessThan(1e-13);
  });

  /** ∫ of a density over the folded zone, with points gathered at its centre, k ~ Δ sinh x. */
  const overZone = (letters: { Δ: number }, densities: (model: BandModel, kx: number, ky: number) => readonly number[], n: number): readonly number[] => {
    const crystal = honeycomb({ t0: 1, λ: 1, Δ: letters.Δ });
    const model = hoppingModel(crystal, 3);
    const { translations: [[ax, ay], [bx, by]] } = crystal;
    const area = ax * by - ay * bx;
    const [A, B] = [[by, -bx], [-ay, ax]].map(([x, y]) => [2 * Math.PI * x! / area, 2 * Math.PI * y! / area]);
    const width = letters.Δ / (1.5 * Math.hypot(...A!));
    const edge = Math.asinh(0.5 / width);
    const rule = legendre(n).map(([t, w]) => [width * Math.sinh(t * edge), w * edge * width * Math.cosh(t * edge)] as const);
    const total = [0, 0];
    for (const [s, ws] of rule) for (const [t, wt] of rule) densities(model, s * A![0]! + t * B![0]!, s * A![1]! + t * B![1]!).forEach((x, n) => { total[n]! += ws * wt * x; });
    return total.map((x) => x / area);
  };

  it("has ∫C · 4πΔ²/ζ² → −1 as Δ → 0, of which the product Ω_kk Ω_uu is a third", () => {
    const at = (gap: number, n: number): readonly number[] => overZone({ Δ: gap }, (model, kx, ky) => {
      const traces = numericCurvatureTraces(model, [kx, ky, 0, 0]);
      return [traces.pair(0, 1, 2, 3) + traces.pair(1, 2, 0, 3) - traces.pair(0, 2, 1, 3), traces.pair(0, 1, 2, 3)];
    }, n).map((x) => x * 4 * Math.PI * gap * gap / 2.25);
    const results = [[0.2, 20], [0.1, 24], [0.05, 28]].map(([gap, n]) => at(gap!, n!));
    [-0.97829, -0.99438, -0.99857].forEach((value, k) => { expect(results[k]![0]).toBeCloseTo(value, 4); });
    const errors = results.map(([all]) => all! + 1);
    for (const k of [1, 2]) expect(Math.log2(errors[k - 1]! / errors[k]!)).toBeCloseTo(1.95, 1);
    expect(results[2]![1]).toBeCloseTo(-1 / 3, 2);
  });

  it("in a real flux has the moment ∫(C − curl F), not ∫C alone nor its opposite, with an error of second order in the field", () => {
    const crystal = honeycomb({ t0: 1, λ: 1, Δ: 1 });
    const { topological, nontopological } = fieldFreeMoment(crystal, 3, 8);
    const [strong, weak] = [6, 12].map((length) => latticeMoment(crystal, { fluxes: 1, length }, 3, 2));
    const limit = extrapolated([6, strong!], [12, weak!]);
    expect(Math.abs(Math.log2((strong! - topological - nontopological) / (weak! - topological - nontopological)) - 2)).toBeLessThan(0.1);
    expect(Math.abs(limit / (topological + nontopological) - 1)).toBeLessThan(2e-3);
    expect(Math.abs(limit / topological - 1)).toBeGreaterThan(0.02);
    expect(limit).toBeLessThan(0);
  });
});
