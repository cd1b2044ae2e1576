import { describe, expect, it } from "vitest";
import { explainByConventions } from "../../symbolic/derive/conventions.ts";
import { restoreUnits } from "../../symbolic/derive/restore.ts";
import { states } from "../../symbolic/derive/claim.ts";
import { judge, openSession } from "../../symbolic/derive/judge.ts";
import { under } from "../../symbolic/derive/derivation.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { both, by, chain, derivedShift, eq, equals, ex, from, judgePopulation, judgePrinted, judgeResponse, judgeShift, letters as l, model, onePaper, printed, secondOrder, type Expr } from "./twoLevels.ts";

describe("a convention that rescues the print", () => {
  const halved = { id: "half", text: "V is half the peak coupling", inPrinted: [eq`V = V/2`] };
  const shiftOfFullV = ex`-2*V^2*ω0/(ħ*(ω0^2 - ω^2))`;

  it("is named, and the print stays a discrepancy as it stands", () => {
    const found = judgeShift(shiftOfFullV, [halved]);
    expect([found.kind, found.holdsUnder]).toEqual(["discrepancy", ["half"]]);
    expect(found.conventionsTried.find((tried) => tried.id === "half")).toMatchObject({ holds: true, text: "V is half the peak coupling" });
  });

  it("is not needed for a print that is right, and does not make a right print wrong", () => {
    const found = judgeShift(derivedShift, [halved]);
    expect([found.kind, found.holdsUnder]).toEqual(["exact", []]);
  });

  it("is not named when the print stays wrong under it, and its ratio is shown", () => {
    const found = judgeShift(ex`-3*V^2*ω0/(ħ*(ω0^2 - ω^2))`, [halved]);
    expect(found.holdsUnder).toEqual([]);
    expect(infix(found.conventionsTried.find((tried) => tried.id === "half")!.ratio!)).toBe("2/3");
  });

  it("does not act on claims that it is not about", () => {
    expect(judgeShift(shiftOfFullV, [{ ...halved, claims: ["eq7"] }]).holdsUnder).toEqual([]);
  });

  it("may be two conventions together, and no more than are needed", () => {
    const detuned = { id: "detuning", text: "γ counts half the width", inPrinted: [eq`γ = γ/2`] };
    const found = judgeResponse(ex`2*V/(ħ*(ω0 - ω - 2*i*γ))`, [halved, detuned]);
    expect([...found.holdsUnder].toSorted()).toEqual(["detuning", "half"]);
  });
});

describe("the usual conventions are tried on every paper", () => {
  it("the conjugate time factor", () => { expect(judgeResponse(ex`V/(ħ*(ω0 - ω + i*γ))`).holdsUnder).toEqual(["conjugate"]); });
  it("a fixed helicity", () => { expect(judgePopulation(ex`A[1]^2/(g[1] - ħ*ω)^2 + A[-1]^2/(g[-1] + ħ*ω)^2`).holdsUnder).toEqual(["c=1"]); });
  it("the negative charge of the electron", () => { expect(judgePrinted(ex`d`, ex`e*d/e`, ex`-d*e/e`, []).kind).toBe("discrepancy"); });
  it("constants set to one", () => { expect(judgeShift(ex`-V^2*ω0/(2*(ω0^2 - ω^2))`).holdsUnder).toEqual(["units"]); });

  it("never makes two different formulas hold: without a sign, an i, a charge or a constant there is nothing to try", () => {
    const explained = explainByConventions(ex`V^2*ω`, ex`V^2*ω0`, [], undefined, {});
    expect([explained.tried, explained.explaining]).toEqual([[], []]);
  });
});

describe("another reading for which there is a derivation", () => {
  it("is tried when the plain reading fails, and named when it holds", () => {
    const own = printed("eq1", states(eq`δE = -V^2/(2*ħ*ω0)`));
    const static_ = under("static", "a field at rest, ω → 0", model(own, from(ex`-V^2*ω0/(2*ħ*ω0^2)`), equals(ex`-V^2/(2*ħ*ω0)`, by.algebra())));
    const of = onePaper([own], [...both(own, from(ex`δE`), equals(derivedShift, by.definition(secondOrder))), static_]);
    const { model: found, chain: fromPrint } = judge(openSession(of), own);
    expect([found.kind, found.holdsUnder]).toEqual(["discrepancy", ["static"]]);
    expect(fromPrint.holdsUnder).toEqual([]);
    expect(chain(own, from(ex`δE`)).under).toBeUndefined();
  });
});

describe("units that were set to one", () => {
  const restored = (left: Expr, right: Expr): readonly string[] | undefined => restoreUnits(left, right, [l.ħ, l.t])?.insertions;

  it("are put back with the fewest insertions, sum by sum and argument by argument", () => {
    expect(restored(ex`δE`, ex`V + ω`)).toEqual(["ħ at ω"]);
    expect(restored(ex`δE`, ex`V + ω + ω0 - γ`)).toEqual(["1/ħ at V", "ħ at V/ħ + ω + ω0 - γ"]);
    expect(restored(ex`δE`, ex`ω + ω0`)).toEqual(["ħ at ω + ω0"]);
    expect(restored(ex`χ`, ex`exp(i*V*t)`)).toEqual(["1/ħ at i*V*t"]);
    expect(restored(ex`χ`, ex`exp(i*(V/ħ - ω))`)).toEqual(["t at i*(V/ħ - ω)"]);
  });

  it("are not touched in a formula that has them all", () => {
    expect(restored(ex`δE`, derivedShift)).toBeUndefined();
    expect(restored(ex`δE`, ex`0`)).toBeUndefined();
  });

  it("cannot repair what no constant has the dimension for", () => {
    expect(restored(ex`δE`, ex`V + d`)).toBeUndefined();
    expect(restored(ex`d`, ex`V`)).toBeUndefined();
  });

  it("give an equation whose sides have the same dimension", () => {
    const { left, right } = restoreUnits(ex`δE`, ex`-V^2*ω0/(2*(ω0^2 - ω^2))`, [l.ħ])!;
    expect([infix(left), infix(right)]).toEqual(["δE", "-V^2*ω0/(2*(ω0^2 - ω^2))/ħ"]);
  });
});
