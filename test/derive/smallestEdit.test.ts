import { describe, expect, it } from "vitest";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { findCorrection } from "../../symbolic/derive/correction.ts";
import { partnerTerms } from "../../symbolic/derive/slips.ts";
import { derivedPopulation, derivedResponse, derivedShift, ex, judgePopulation, judgeResponse, judgeShift, type Expr } from "./twoLevels.ts";

/** An edit at one place is preferred to a ratio that is itself a quotient of sums. */
describe("the smallest edit that repairs the print is named", () => {
  it.each<[string, Expr, string, string]>([
    ["a sign in the denominator", ex`-V^2*ω0/(2*ħ*(ω0^2 + ω^2))`, "sign", "the sign of ω^2"],
    ["a factor in the denominator", ex`-V^2*ω0/(2*ħ*(ω0^2 - 4*ω^2))`, "factor", "-4*ω^2 times 1/4"],
    ["a power of a letter", ex`-V^3*ω0/(2*ħ*(ω0^2 - ω^2))`, "power", "V to the power 2 for 3"],
    ["a lost square", ex`-V*ω0/(2*ħ*(ω0^2 - ω^2))`, "power", "the whole times V"],
    ["a power in the denominator", ex`-V^2*ω0/(2*ħ*(ω0^2 - ω^3))`, "power", "ω to the power 2 for 3"],
    ["a power of the denominator", ex`-V^2*ω0/(2*ħ*(ω0^2 - ω^2)^2)`, "power", "ω0^2 - ω^2 to the power 1 for 2"],
    ["the sign of one of two photon terms", ex`-V^2/(4*ħ)*(1/(ω0 - ω) - 1/(ω0 + ω))`, "sign", "the sign of -1/(ω0 + ω)"],
    ["a lost photon term", ex`-V^2/(4*ħ)*(1/(ω0 - ω))`, "structure", "the derived formula"],
  ])("%s", (_, print, slip, text) => {
    const found = judgeShift(print);
    expect([found.kind, found.slip, found.correctionText]).toEqual(["discrepancy", slip, text]);
    expect(decideEqual(found.correction!, derivedShift).kind).toBe("equal");
  });

  it.each<[string, Expr, string, string]>([
    ["the conjugate time factor", ex`V/(ħ*(ω0 - ω + i*γ))`, "sign", "the sign of i*γ"], ["a lost i", ex`V/(ħ*(ω0 - ω - γ))`, "missing-symbol", "-γ times i"],
  ])("%s in a response", (_, print, slip, text) => {
    const found = judgeResponse(print);
    expect([found.kind, found.slip, found.correctionText]).toEqual(["discrepancy", slip, text]);
    expect(decideEqual(found.correction!, derivedResponse).kind).toBe("equal");
  });

  it.each<[string, Expr, string, string]>([
    ["an exchanged index, for both helicities", ex`A[1]^2/(g[1] - c*ħ*ω)^2 + A[1]^2/(g[-1] + c*ħ*ω)^2`, "index", "the other index of A[1]"],
    ["the opposite helicity throughout", ex`A[1]^2/(g[1] + c*ħ*ω)^2 + A[-1]^2/(g[-1] - c*ħ*ω)^2`, "sign", "-c for c throughout"],
    ["a lost helicity", ex`A[1]^2/(g[1] - ħ*ω)^2 + A[-1]^2/(g[-1] + ħ*ω)^2`, "missing-symbol", "c is missing: the print holds for c = 1"],
  ])("%s", (_, print, slip, text) => {
    const found = judgePopulation(print);
    expect([found.kind, found.slip, found.correctionText]).toEqual(["discrepancy", slip, text]);
    expect(decideEqual(found.correction!, derivedPopulation).kind).toBe("equal");
  });

  it("a lost channel is given back with its own labels and sign, and a wrong partner is replaced, without leftovers", () => {
    const lost = judgePopulation(ex`A[1]^2/(g[1] - c*ħ*ω)^2`);
    expect([lost.kind, lost.slip, lost.correctionText, decideEqual(lost.correction!, derivedPopulation).kind]).toEqual(["discrepancy", "structure", "each channel with its own partner term", "equal"]);
    expect(partnerTerms(ex`(A[1]^2 - A[-1]^2)/(V - c*ħ*ω)^2`).map(({ term }) => infix(term))).toContain("A[1]^2/(V - c*ħ*ω)^2 + A[-1]^2/(V - -1*c*ħ*ω)^2");
  });

  it("keeps the printed form where the print is right", () => {
    expect(infix(judgeShift(ex`-V^2*ω0/(2*ħ*(ω0^2 + ω^2))`).correction!)).toBe("-V^2*ω0/(2*ħ*(ω0^2 - ω^2))");
  });

  it.each<[string, Expr, Expr, string]>([
    ["a factor in one term of a sum", ex`ω^2 + 4*γ^2`, ex`ω^2 + γ^2`, "factor"], ["a factor under a root", ex`ħ*sqrt(ω^2 + 4*γ^2)`, ex`ħ*sqrt(ω^2 + γ^2)`, "factor"], ["a sign symbol in one term", ex`ω + γ*s`, ex`ω + γ`, "missing-symbol"],
  ])("%s", (_, derived, print, kind) => {
    const found = findCorrection(derived, print);
    expect([found.kind, decideEqual(found.term, derived).kind, found.description === "the derived formula"]).toEqual([kind, "equal", false]);
  });
});
