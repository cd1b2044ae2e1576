import { describe, expect, it } from "vitest";
import { by, decimal, equals, evaluates, from, model, parameter, part, premise, states, statesDigits, statesGreater, statesNonzero, under } from "../../symbolic/index.ts";
import { byShift, eq, ex, letters as l, shift, shiftLine, verdictOn } from "./smallPaper.ts";

const right = premise("right-handed", eq`c = 1`, { kind: "convention", where: "here", text: "c = +1" });

describe("another reading of a claim", () => {
  const printed = states(eq`c*S = 2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`);

  it("is tried where the plain one fails, and named when the print holds under it", () => {
    const v = verdictOn(printed, (of) => [
      model(of, from(ex`c*S`), equals(ex`2*c*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift))),
      under("right-handed", "one handedness", model(of, from(ex`c*S`), equals(ex`2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift, right)))),
    ]);
    expect(v).toMatchObject({ kind: "discrepancy" });
    expect(v.holdsUnder).toContain("right-handed");
    expect(v.conventionsTried).toContainEqual(expect.objectContaining({ id: "right-handed", text: "one handedness", holds: true }));
  });

  it("under which the print fails too is listed and rescues nothing", () => {
    const v = verdictOn(states(eq`S = V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`), (of) => [...byShift(of), under("right-handed", "one handedness", model(of, from(ex`S`), shiftLine))]);
    expect(v.holdsUnder).not.toContain("right-handed");
    expect(v.conventionsTried).toContainEqual(expect.objectContaining({ id: "right-handed", holds: false }));
  });

  it("holds for a claim of two relations only when both hold in it, and says which one does not", () => {
    const both = [states(eq`c*S = 2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`), states(eq`2*c*S = 4*c*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`)];
    const left = premise("left-handed", eq`c = -1`, { kind: "convention", where: "here", text: "c = −1" });
    const second = { plain: ex`2*c*S`, lines: [equals(ex`4*c*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift))] };
    const answer = (wrong: boolean): ReturnType<typeof verdictOn> => verdictOn(both, (of) => [
      model(of, from(ex`c*S`), equals(ex`2*c*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift))),
      part(1, model(of, from(second.plain), ...second.lines)),
      under("right-handed", "one handedness", model(of, from(ex`c*S`), equals(ex`2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift, right)))),
      under("right-handed", "one handedness", part(1, model(of, from(second.plain), ...(wrong ? [equals(ex`-4*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift, left))] : second.lines)))),
    ]);
    expect(answer(false).holdsUnder).toContain("right-handed");
    const refused = answer(true);
    expect(refused.holdsUnder).not.toContain("right-handed");
    expect(refused.conventionsTried).toContainEqual(expect.objectContaining({ id: "right-handed", text: "one handedness; relation 2 fails in this reading", holds: false }));
  });

  it("is not asked for where the plain one holds", () => {
    const v = verdictOn(states(eq`S = 2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`), (of) => [...byShift(of), under("right-handed", "one handedness", model(of, from(ex`S`)))]);
    expect([v.kind, v.conventionsTried]).toEqual(["exact", []]);
  });
});

describe("a statement that something does not vanish", () => {
  it("which vanishes may be read as an equation that holds", () => {
    const none = premise("none", eq`S = 0`, { kind: "model", where: "here", text: "no shift" });
    const v = verdictOn(statesNonzero(ex`S`), (of) => [model(of, from(ex`S`), equals(ex`0`, by.definition(none)))], [
      { id: "at most", text: "of this order at most", ocr: false, asserts: [states(eq`S = 0`)] }, { id: "another value", text: "another value", ocr: false, asserts: [states(eq`S = V`)] },
    ]);
    expect(v).toMatchObject({ kind: "discrepancy", slip: "claim", holdsUnder: ["at most"] });
    expect(v.conventionsTried).toContainEqual(expect.objectContaining({ id: "another value", holds: false }));
  });
});

describe("words for numbers", () => {
  const values = [parameter(l.V, "2", "eV", { where: "here" }), parameter(l.Δ, "3", "eV", { where: "here" })];
  const quotient = statesDigits(ex`V/Δ`, decimal("0.5"), "1");

  it("give a ratio that is not simple as a rounded decimal", () => {
    const v = verdictOn(statesDigits(ex`V/Δ`, decimal("0.43"), "1"), (of) => [model(of, from(ex`V/Δ`), evaluates(...values))]);
    expect(v).toMatchObject({ kind: "discrepancy", ratio: undefined, ratioDecimal: "1.5504", reason: "the derived value is 0.66667, printed 0.43: 1.5504 times the print" });
  });

  it("give a simple ratio exactly", () => {
    const v = verdictOn(quotient, (of) => [model(of, from(ex`V/Δ`), evaluates(...values))]);
    expect(v).toMatchObject({ kind: "discrepancy", ratio: ex`4/3`, ratioDecimal: undefined });
  });

  it("say what a fact from outside would lead to", () => {
    const outside = premise("measured", eq`V = 2*Δ/3`, { kind: "outside", where: "elsewhere", text: "a measured coupling" });
    const v = verdictOn(quotient, (of) => [model(of, from(ex`V/Δ`), equals(ex`2/3`, by.substituting(outside)), evaluates())]);
    expect(v).toMatchObject({ kind: "not-derivable", reason: "with a measured coupling: 0.66667 where 0.5 is printed" });
  });

  it("show a term without letters as its value", () => {
    const v = verdictOn(statesGreater(ex`V/Δ`, ex`1`), (of) => [model(of, from(ex`V/Δ - 1`), evaluates(...values))]);
    expect(v).toMatchObject({ kind: "discrepancy", reason: "the difference that should be positive is negative: -0.33333" });
  });

  it("count the zeros of 2e1 as places, not as figures", () => {
    const v = verdictOn(statesDigits(ex`V/Δ`, decimal("2e1"), "1"), (of) => [model(of, from(ex`V/Δ`), evaluates(...values))]);
    expect(v.printedDigits).toBe("20");
  });
});
