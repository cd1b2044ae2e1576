import { describe, expect, it } from "vitest";
import { showDimension } from "../../symbolic/expr/dimension.ts";
import { notation, symbols } from "../../symbolic/derive/letters.ts";
import { checkDimensions, checkEquations, dimensionOf } from "../../symbolic/notation/dimensionOf.ts";
import { dim } from "../../symbolic/theory/dimensions.ts";

const l = symbols({
  ħ: { dimension: dim.action, assume: "positive" }, V: { dimension: dim.energy, assume: "real" }, ω: { dimension: dim.frequency, assume: "positive" }, t: { dimension: dim.time, assume: "real" }, τ: { dimension: dim.time, assume: "positive" },
  m: { dimension: dim.mass, assume: "positive" }, x: { dimension: dim.length, assume: "real" }, n: { dimension: dim.number, assume: "integer" }, u: { assume: "real" }, v: { assume: "real" }, w: { assume: "real" }, f: { arguments: "function", dimension: dim.energy },
});
const { ex } = notation(l);
const shown = (e: ReturnType<typeof ex>): string => { const dimension = dimensionOf(e); return dimension === undefined ? "none" : showDimension(dimension); };

describe("the dimension of a formula", () => {
  it("multiplies along products, halves under a root, and follows derivatives, integrals and averages", () => {
    expect([ex`V^2/(ħ*ω)`, ex`sqrt(V/m)`, ex`diff(f(x), x)`, ex`integral(V*exp(-t/τ), t, 0, oo)`, ex`average(V, t)`, ex`sum(V^2, n, 1, 4)`, ex`abs(V)`, ex`sign(V)`, ex`exp(i*ω*t)`].map(shown)).toEqual(
      ["kg·m^2·s^-2", "m·s^-1", "kg·m·s^-2", "kg·m^2·s^-1", "kg·m^2·s^-2", "kg^2·m^4·s^-4", "kg·m^2·s^-2", "1", "1"]);
  });

  it("does not exist for a sum of unequal terms, and is that of the others where a term is zero", () => {
    expect(shown(ex`V + ω`)).toBe("none");
    expect(shown(ex`V + 0`)).toBe("kg·m^2·s^-2");
    expect(shown(ex`0`)).toBe("none");
  });
});

describe("a missing ħ", () => {
  it("is an inconsistency with both terms and their dimensions", () => {
    const report = checkDimensions([ex`V`, ex`V - ω`]);
    expect(report.status).toBe("inconsistent");
    expect(report.conflicts.map(({ message }) => message)).toEqual(["a sum adds V (kg·m^2·s^-2) and -ω (s^-1)"]);
  });

  it("is found in the argument of an exponential and in an exponent", () => {
    expect(checkDimensions([ex`exp(i*V*t)`]).conflicts.map(({ message }) => message)).toEqual(["the argument of exp: i*V*t has the dimension kg·m^2·s^-1 instead of 1"]);
    expect(checkDimensions([ex`2^x`]).status).toBe("inconsistent");
    expect(checkDimensions([ex`exp(i*V*t/ħ)`]).status).toBe("consistent");
  });

  it("shows between the sides of an equation", () => {
    expect(checkDimensions([ex`V`, ex`ω`]).conflicts.map(({ message }) => message)).toEqual(["the left side has the dimension kg·m^2·s^-2, the right side s^-1"]);
  });

  it("shows at the end of an integral", () => {
    expect(checkDimensions([ex`integral(V, t, 0, x)`]).status).toBe("inconsistent");
  });
});

describe("a letter without a declared dimension", () => {
  it("gets the one that the equation leaves it", () => {
    const report = checkDimensions([ex`V`, ex`u*ω`]);
    expect(report.status).toBe("consistent");
    expect([...report.inferred].map(([s, dimension]) => `${s.name}: ${showDimension(dimension)}`)).toEqual(["u: kg·m^2·s^-1"]);
  });

  it("stays undetermined where nothing fixes it, and is fixed by several equations together", () => {
    expect(checkDimensions([ex`u*v`, ex`V`]).undetermined.map((s) => s.name)).toEqual(["u", "v"]);
    expect(checkDimensions([ex`u*v`, ex`V`]).status).toBe("undetermined");
    const together = checkEquations([[ex`u*v`, ex`V`], [ex`u/v`, ex`m`]]);
    expect(together.status).toBe("consistent");
    expect([...together.inferred].map(([s, dimension]) => `${s.name}: ${showDimension(dimension)}`).toSorted()).toEqual(["u: kg·m·s^-1", "v: m·s^-1"]);
  });

  it("cannot be two things in two equations", () => {
    expect(checkEquations([[ex`u`, ex`V`], [ex`u`, ex`ω`]]).status).toBe("inconsistent");
    expect(checkEquations([[ex`u`, ex`V`], [ex`v`, ex`ω`], [ex`u + v`]]).status).toBe("inconsistent");
    expect(checkEquations([[ex`u`, ex`V`], [ex`v`, ex`ω`]]).status).toBe("consistent");
  });
});
