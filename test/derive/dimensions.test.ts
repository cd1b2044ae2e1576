import xue from "../../derivations/xue/index.ts";
import { describe, expect, it } from "vitest";
import ren from "../../derivations/ren/index.ts";
import urazhdin from "../../derivations/urazhdin/index.ts";
import { states, statesDigits, statesGreater, statesNonzero, type Assertion } from "../../symbolic/derive/claim.ts";
import { dimensionOfClaim } from "../../symbolic/derive/dimensions.ts";
import { notation, symbols } from "../../symbolic/derive/letters.ts";
import { decimal } from "../../symbolic/number/decimal.ts";
import { dim } from "../../symbolic/theory/dimensions.ts";
import { derivedShift, eq, ex, letters as l, onePaper, printed } from "./twoLevels.ts";

const paper = onePaper([], [], { unitConstants: [l.ħ, l.t] });
const checked = (...asserts: readonly Assertion[]) => dimensionOfClaim(paper, printed("eq1", asserts));

describe("the dimensions of a claim", () => {
  it("are consistent when both sides of each relation have the same one, which is named", () => {
    expect(checked(states({ left: ex`δE`, right: derivedShift }))).toEqual({ status: "consistent", detail: "kg·m^2·s^-2" });
    expect(checked(states({ left: ex`δE`, right: derivedShift }), statesGreater(ex`ω`, ex`0`), statesNonzero(ex`χ`))).toEqual({ status: "consistent", detail: "kg·m^2·s^-2; s^-1; 1" });
  });

  it("name both sides of a relation without its ħ, and put it back with the fewest insertions", () => {
    expect(checked(states(eq`δE = -V^2*ω0/(2*(ω0^2 - ω^2))`))).toEqual({
      status: "inconsistent",
      detail: "the left side has the dimension kg·m^2·s^-2, the right side kg^2·m^4·s^-3; repaired by 1/ħ at -V^2*ω0/(2*(ω0^2 - ω^2)): δE = -V^2*ω0/(2*(ω0^2 - ω^2))/ħ",
    });
    expect(checked(states(eq`χ = exp(i*(V/ħ - ω))`)).detail).toContain("repaired by t at i*(V/ħ - ω): χ = exp(i*(V/ħ - ω)*t)");
  });

  it("say so when no constant of the paper repairs them", () => {
    expect(checked(states(eq`δE = d`)).detail).toBe("the left side has the dimension kg·m^2·s^-2, the right side m; no powers of ħ, t repair it");
    expect(dimensionOfClaim(onePaper([], [], { unitConstants: [] }), printed("eq1", states(eq`δE = ω`))).detail).toContain("no constant is named that may have been set to one");
  });

  it("are those of every relation: one wrong one is enough", () => {
    const { status, detail } = checked(states(eq`δE = V`), states(eq`δE = ω`), statesGreater(ex`V`, ex`ω`));
    expect(status).toBe("inconsistent");
    expect(detail.match(/repaired by/g)).toHaveLength(2);
  });

  it("compare printed figures with what they measure", () => {
    expect(checked(statesDigits(ex`V`, decimal("1.14"), "eV")).status).toBe("consistent");
    expect(checked(statesDigits(ex`δE`, decimal("1.6"), "1", { times: ex`V` })).status).toBe("consistent");
    expect(checked(statesDigits(ex`V/d`, decimal("5.7"), "eV/nm^2"))).toEqual({ status: "inconsistent", detail: "the left side has the dimension kg·m·s^-2, the right side kg·s^-2; V/d is not measured in eV/nm^2" });
    expect(checked(statesDigits(ex`δE`, decimal("1.6"), "1", { times: ex`ω` })).status).toBe("inconsistent");
  });

  it("are undetermined where a letter has none and nothing gives it one, and inferred over all relations together", () => {
    const open = symbols({ u: { assume: "real" }, v: { assume: "real" }, V: { dimension: dim.energy, assume: "real" }, d: { dimension: dim.length, assume: "real" } });
    const { eq: equation } = notation(open);
    expect(checked(states(equation`u*v = V`))).toEqual({ status: "undetermined", detail: "no dimension is declared, and none follows, for u, v" });
    expect(checked(states(equation`u*v = V`), states(equation`u = d`)).status).toBe("consistent");
    expect(checked(states(equation`u = V`), states(equation`u = d`)).status).toBe("inconsistent");
  });
});

describe("the paper on SrTiO3", () => {
  const inconsistent = urazhdin.claims.flatMap((own) => { const { status, detail } = dimensionOfClaim(urazhdin, own); return status === "consistent" ? [] : [{ id: own.id, status, detail }]; });

  it("has units set to one in Eqs. (12) and (13), a lost time derivative and a field in V/cm², and nothing else out of dimension", () => {
    expect(inconsistent.map(({ id, status }) => `${id}: ${status}`).toSorted()).toEqual(["eq12: inconsistent", "eq13: inconsistent", "intro-E-unit: inconsistent", "intro-L: inconsistent"]);
  });

  it("needs a time in the exponent of Eq. (12), and ħ three times in Eq. (13)", () => {
    const detail = (id: string): string | undefined => inconsistent.find((one) => one.id === id)?.detail;
    expect(detail("eq12")).toContain("repaired by t at i*(Δ/ħ - σ*ω)");
    expect(detail("eq13")).toContain("repaired by 1/ħ at i*Δ*t, ħ at -ω, ħ at ω");
  });
});

describe("the paper on phonon magnetic moments", () => {
  it("is consistent in its dimensions throughout, with letters of its own where it sets a₀ = 1", () => {
    expect(ren.claims.filter((own) => dimensionOfClaim(ren, own).status === "inconsistent").map(({ id }) => id)).toEqual([]);
  });
});

describe("the paper on extrinsic phonon moments, with e = ħ = 1", () => {
  it("is consistent in its dimensions but for the replaced u × du/dt and the curvature of Eq. (10), which lacks an energy squared", () => {
    expect(xue.claims.filter((own) => dimensionOfClaim(xue, own).status === "inconsistent").map(({ id }) => id)).toEqual(["in-uxudot", "eq10", "eq10-Omega0"]);
  });
});
