import { describe, expect, it } from "vitest";
import { by, claim, decimal, dim, equals, evaluates, from, judge, model, notation, openSession, paper, parameter, part, premise, states, statesDigits, statesGreater, statesNonzero, symbols, under, type Expr } from "../../symbolic/index.ts";
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

  it("of the print holds only when all relations agree in it, also those that agree as they stand", () => {
    const [S, twice] = [ex`2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, ex`4*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`];
    const answer = (first: Expr, second: Expr, alternative: readonly [Expr, Expr]): ReturnType<typeof verdictOn> => verdictOn(
      [states({ left: ex`S`, right: first }), states({ left: ex`2*S`, right: second })],
      (of) => [model(of, from(ex`S`), shiftLine), part(1, model(of, from(ex`2*S`), equals(twice, by.substituting(shift))))],
      [{ id: "other", text: "another reading", ocr: false, asserts: alternative.map((right, k) => states({ left: k === 0 ? ex`S` : ex`2*S`, right })) }],
    );
    expect(answer(S, S, [S, twice]).holdsUnder).toEqual(["other"]);
    // The first relation is right as printed and wrong in the reading; then wrong in both, while the second is repaired.
    for (const v of [answer(S, S, [twice, twice]), answer(ex`7*V`, S, [ex`7*V`, twice])]) {
      expect(v.holdsUnder).toEqual([]);
      expect(v.parts.flatMap(({ holdsUnder }) => holdsUnder)).toEqual([]);
    }
    expect(answer(S, S, [twice, twice]).conventionsTried).toContainEqual(expect.objectContaining({ id: "other", holds: false, text: "another reading; relation 1 fails in this reading" }));
  });

  it("that is derived for one relation alone does not hold for the claim", () => {
    const v = verdictOn([states(eq`S = 2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`), states(eq`c*S = 2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`)], (of) => [
      ...byShift(of), part(1, model(of, from(ex`c*S`), equals(ex`2*c*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift)))),
      under("right-handed", "one handedness", part(1, model(of, from(ex`c*S`), equals(ex`2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift, right))))),
    ]);
    expect(v.holdsUnder).not.toContain("right-handed");
    expect(v.conventionsTried).toContainEqual(expect.objectContaining({ id: "right-handed", holds: false, text: "one handedness; relation 1 is not derived in this reading" }));
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

describe("the point of a discrepancy", () => {
  it("has every letter of both sides, also where the print is zero, and members of families", () => {
    const v = verdictOn(states(eq`S = 0`), byShift);
    expect(Object.keys(v.witness?.values ?? {}).toSorted()).toEqual(["V", "Δ", "ħ", "ω"].toSorted());
    const w = symbols({ w: { latex: "w_{#1}", arguments: "index", dimension: dim.number, meaning: "a family" }, x: { latex: "x", dimension: dim.number, meaning: "a letter" } });
    const { ex: read, eq: equation, latexNotation } = notation(w);
    const own = claim("c1", { page: 1, where: "here", printed: "x", asserts: states(equation`x = w[1]`), byHand: "a reading" });
    const twice = premise("twice", equation`x = 2*w[2]`, { kind: "model", where: "here", text: "another member" });
    const small = paper({ id: "small", title: "small", citation: "none", symbols: Object.values(w), notation: latexNotation, claims: [own], derivations: [model(own, from(read`x`), equals(read`2*w[2]`, by.definition(twice)))] });
    expect(Object.keys(judge(openSession(small), own).model.witness?.values ?? {}).toSorted()).toEqual(["w[1]", "w[2]"]);
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
