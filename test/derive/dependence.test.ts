import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approximates, by, equals, from, infix, model, statesGreater, statesGrowth, statesNonzero, statesPower, type Derivation } from "../../symbolic/index.ts";
import { byShift, ex, letters as l, shift, shiftLine, slowDrive, verdictOn } from "./smallPaper.ts";

const fixed = [l.ħ, l.V, l.Δ, l.ω];
const leading = approximates(ex`2*V^2*ħ*ω/Δ^2`, by.expanding({ weights: new Map([[l.ω, 1]]), through: 2 }));
const byExpansion = (of: Parameters<typeof byShift>[0]): readonly Derivation[] => [model(of, from(ex`S`), shiftLine, leading)];

describe("a power law", () => {
  it("in the coupling is exact: the shift is quadratic", () => {
    expect(verdictOn(statesPower(ex`S`, l.V, 2, fixed), byShift)).toMatchObject({ kind: "exact" });
  });

  it("in the splitting holds for the leading term, and the next term is shown", () => {
    const v = verdictOn(statesPower(ex`S`, l.Δ, -2, fixed), byExpansion);
    expect(v).toMatchObject({ kind: "asymptotic" });
    expect(v.nextTerm === undefined ? "" : infix(v.nextTerm)).toBe("2*V^2*ħ^3*ω^3/Δ^4");
  });

  it("does not hold for the shift itself, which is no power of the splitting", () => {
    expect(verdictOn(statesPower(ex`S`, l.Δ, -2, fixed), byShift)).toMatchObject({ kind: "discrepancy", slip: "claim", reason: "S is no power of Δ" });
  });

  it("with any other exponent is refused, and the right one is named", () => {
    fc.assert(fc.property(fc.integer({ min: -6, max: 6 }).filter((k) => k !== 2), (k) => {
      const v = verdictOn(statesPower(ex`S`, l.V, k, fixed), byShift);
      expect([v.kind, v.slip, v.reason]).toEqual(["discrepancy", "power", "S is proportional to V^2"]);
    }), { numRuns: 12 });
  });

  it("is not decided while the formula contains a letter that may depend on the variable", () => {
    expect(verdictOn(statesPower(ex`S`, l.V, 2, [l.ħ, l.Δ]), byShift)).toMatchObject({ kind: "open", reason: "the derived formula contains ω, which the claim does not hold fixed" });
  });
});

describe("growth with a letter", () => {
  const byShiftBelow = (of: Parameters<typeof byShift>[0]): readonly Derivation[] => [model(of, from(ex`S`), equals(ex`2*V^2*ħ*ω/((Δ - ħ*ω)*(Δ + ħ*ω))`, by.substituting(shift, slowDrive)))];

  it("towards a resonance holds below it", () => {
    expect(verdictOn(statesGrowth(ex`S`, l.ω, fixed), byShiftBelow)).toMatchObject({ kind: "exact" });
  });

  it("is not known where the side of the resonance is not", () => {
    expect(verdictOn(statesGrowth(ex`S`, l.ω, fixed), byShift)).toMatchObject({ kind: "open" });
  });

  it("is refused where the magnitude falls", () => {
    expect(verdictOn(statesGrowth(ex`S`, l.Δ, fixed), byExpansion)).toMatchObject({ kind: "discrepancy", reason: "|S| falls with Δ through order 2 in ω" });
  });
});

describe("a leading term", () => {
  const toLowestOrder = (of: Parameters<typeof byShift>[0]): readonly Derivation[] =>
    [model(of, from(ex`S`), shiftLine, approximates(ex`0`, by.expanding({ weights: new Map([[l.ω, 1]]), through: 0 })))];

  it("that vanishes does not refute that something is left", () => {
    expect(verdictOn(statesNonzero(ex`S`), toLowestOrder)).toMatchObject({ kind: "open", reason: "it vanishes through order 0 in ω; what is left was not derived" });
    expect(verdictOn(statesGreater(ex`S`, ex`0`), toLowestOrder)).toMatchObject({ kind: "open" });
  });

  it("that vanishes refutes a limit other than zero", () => {
    expect(verdictOn(statesNonzero(ex`S`, { weights: new Map([[l.ω, 1]]), through: 0 }), toLowestOrder)).toMatchObject({ kind: "discrepancy", slip: "claim" });
    expect(verdictOn(statesNonzero(ex`S`, { weights: new Map([[l.ω, 1]]), through: 1 }), toLowestOrder)).toMatchObject({ kind: "open" });
    expect(verdictOn(statesNonzero(ex`S`, { weights: new Map([[l.ω, 1]]), through: 1 }), byExpansion)).toMatchObject({ kind: "asymptotic" });
  });
});
