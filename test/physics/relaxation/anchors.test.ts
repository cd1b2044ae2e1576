/**
 * The values of derivations/xue/anchors.json against explicit states, and the premises of the derivations against the values.
 */
import { describe, expect, it } from "vitest";
import xue from "../../../derivations/xue/index.ts";
import { agrees, anchorsOf, nudged, numberOf, type Point } from "../anchorPoints.ts";
import { linearModel, type BandModel } from "../bruteForce/bandModels.ts";
import { complexSum, pauli } from "../bruteForce/complexMatrix.ts";
import { eigenstates, element, modulusSquared, type Matrix } from "../bruteForce/hermitian.ts";
import { brillouinZoneIntegral } from "../bruteForce/parameterIntegrals.ts";
import { orbitalMomentOf } from "./bandLetters.ts";
import { printed, realPart } from "./formulas.ts";

const { pointOf, shown, checkAt } = anchorsOf(xue);

/** Δσ_z + v(∓p_xσ_x − p_yσ_y) near K and K′. */
const diracModel = (v: number, Δ: number, valley: 1 | -1): BandModel => linearModel(complexSum([[Δ, 0, pauli[3]]]), [complexSum([[-valley * v, 0, pauli[1]]]), complexSum([[-v, 0, pauli[2]]])], 1);

const [atDirac, ofEnergies, ofBond, belowGap] = ["Dirac point at equal widths", "energies of Eq. (10)", "displaced bond", "phonon below the gap"].map(pointOf) as [Point, Point, Point, Point];

describe("the anchors of xue", () => {
  it("are the energy and the moment at a Dirac point by diagonalisation, and the lengths of bonds", () => {
    const model = diracModel(numberOf(atDirac, "vf"), numberOf(atDirac, "Δ"), 1);
    const p = [numberOf(atDirac, "px"), numberOf(atDirac, "py")] as const;
    expect(agrees(eigenstates(model.hamiltonian(p)).energies[1]!, atDirac, "E0")).toBe(true);
    expect(agrees(orbitalMomentOf(model, p, 1), atDirac, "m0")).toBe(true);
    expect(agrees(1.5 * numberOf(atDirac, "t0") * numberOf(atDirac, "a0"), atDirac, "vf")).toBe(true);
    expect(agrees(1.5 * numberOf(atDirac, "β0") * numberOf(atDirac, "t0") / numberOf(atDirac, "a0"), atDirac, "g0")).toBe(true);
    const [a, χ] = [numberOf(ofBond, "a0"), numberOf(ofBond, "χ")];
    const length = Math.hypot(a * Math.cos(χ) - numberOf(ofBond, "d1"), a * Math.sin(χ) - numberOf(ofBond, "d2"));
    expect(agrees(numberOf(ofBond, "t0") * (1 - numberOf(ofBond, "β0") * (length / a - 1)), ofBond, "tb")).toBe(true);
    expect(agrees(2.7837629578693, ofBond, "tb")).toBe(false);
    const [E, ω] = [numberOf(ofEnergies, "E0"), numberOf(ofEnergies, "ω")];
    const of = (frequency: number): number => realPart(printed("eq8-G1", { "ε[1]": E, "ε2[1]": -E, "f[1]": 0, "f2[1]": 1, ω: frequency }));
    expect(agrees(of(-ω) - of(ω), ofEnergies, "G0")).toBe(true);
  });

  it("have the integral of the populations and moments of both Dirac points, by quadrature over explicit states", () => {
    const [v, Δ, ω, β, a0] = ["vf", "Δ", "ω", "β0", "a0"].map((symbol) => numberOf(belowGap, symbol)) as [number, number, number, number, number];
    const δ = [numberOf(belowGap, "δvc"), numberOf(belowGap, "δcv")];
    const g = β * v / a0 ** 2;
    const models = { 1: diracModel(v, Δ, 1), [-1]: diracModel(v, Δ, -1) };
    /** F·u = g (±i, 1)·u σ_x of the phonon ±K for u = (1, ±i)/√2. */
    const coupling = (phonon: 1 | -1, circle: 1 | -1): Matrix => complexSum([[0, g * (phonon + circle) / Math.SQRT2, pauli[1]]]);
    const integrand = (x: number, y: number): number => {
      let total = 0;
      for (const phonon of [1, -1] as const) {
        const [to, from]: readonly [1 | -1, 1 | -1] = phonon === 1 ? [-1, 1] : [1, -1];
        const [here, there] = [eigenstates(models[to].hamiltonian([x, y])), eigenstates(models[from].hamiltonian([x, y]))];
        for (const n of [0, 1] as const) {
          const gap = here.energies[n]! - there.energies[1 - n]!;
          for (const circle of [1, -1] as const) {
            // The partner of a phonon has the conjugate displacement.
            const F = coupling(phonon, phonon === 1 ? circle : circle === 1 ? -1 : 1);
            const population = (n === 1 ? 1 : -1) * δ[n]! * modulusSquared(element(here.states[n]!, F, there.states[1 - n]!)) / (gap - phonon * ω) ** 2;
            total -= circle * orbitalMomentOf(models[to], [x, y], n) * population / (4 * ω);
          }
        }
      }
      return total;
    };
    expect(agrees(brillouinZoneIntegral(integrand, Infinity, 1, 1e-7), belowGap, "λI")).toBe(true);
  });

  it("meet every model premise and definition about their symbols, and show that sets of premises can hold", () => {
    expect(shown()).toBeGreaterThan(7);
  });
});

describe("a definition that the derivation starts from", () => {
  it.each([
    ["coupling-at-dirac", "g0", atDirac], ["moment-at-K", "m0", atDirac], ["band-energy", "E0", atDirac], ["energy-factor", "G0", ofEnergies], ["hopping-of-length", "tb", ofBond], ["phonon-below-the-gap", "κ0", belowGap],
  ] as const)("%s has the value of %s that the states have, and neither half of it nor one that differs in the last figure but one", (premise, symbol, point) => {
    expect(() => checkAt(premise, point)).not.toThrow();
    const [text, unit] = point.values[symbol]!.split(" ");
    for (const wrong of [(Number(text) / 2).toFixed(15), nudged(text!)]) {
      expect(() => checkAt(premise, point, { [symbol]: `${wrong} ${unit!}` })).toThrow(new RegExp(`^xue/anchors.json: the premise ${premise} holds at no point`));
    }
  });
});
