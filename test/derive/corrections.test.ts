import { describe, expect, it } from "vitest";
import { ONE } from "../../symbolic/expr/build.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { classOfRatio, findCorrection } from "../../symbolic/derive/correction.ts";
import { monomialRatio, simpleRatio } from "../../symbolic/derive/difference.ts";
import { guessRatio } from "../../symbolic/derive/monomial.ts";
import type { Verdict } from "../../symbolic/derive/verdict.ts";
import { derivedPopulation, derivedResponse, derivedShift, ex, judgePopulation, judgeResponse, judgeShift, type Expr } from "./twoLevels.ts";

/** The verdict is a discrepancy of the class, and the correction that it names is proved equal to what was derived. */
const isCorrected = (found: Verdict, derived: Expr, slip: string): void => {
  expect([found.kind, found.slip, found.correctionText]).toEqual(["discrepancy", slip, found.correctionText]);
  expect(decideEqual(found.correction!, derived).kind).toBe("equal");
};

describe("a slip of the pen is named by its class and put right", () => {
  it.each<[string, Expr, string, string]>([
    ["the sign of the whole", ex`V^2*ω0/(2*ħ*(ω0^2 - ω^2))`, "sign", "the whole times -1"],
    ["a lost factor 2", ex`-V^2*ω0/(ħ*(ω0^2 - ω^2))`, "factor", "the whole times 1/2"],
    ["√2 for 2", ex`-V^2*ω0/(sqrt(2)*ħ*(ω0^2 - ω^2))`, "factor", "the whole times 2^(-1/2)"],
    ["a lost letter", ex`-V^2/(2*ħ*(ω0^2 - ω^2))`, "missing-symbol", "the whole times ω0"],
    ["a ratio upside down", ex`-2*ħ*(ω0^2 - ω^2)/(V^2*ω0)`, "inverted", "the inverse of the whole"],
    ["a lost ħ", ex`-V^2*ω0/(2*(ω0^2 - ω^2))`, "dimension", "units restored; the whole times 1"],
    ["an ħ too many inside a sum", ex`-V^2*ω0/(2*ħ*(ω0^2 - (ħ*ω)^2))`, "dimension", "units restored; the whole times 1"],
  ])("%s", (_, print, slip, text) => {
    const found = judgeShift(print);
    isCorrected(found, derivedShift, slip);
    expect(found.correctionText).toBe(text);
  });

  it.each<[string, Expr, string]>([
    ["an exchanged index of a coupling", ex`A[1]^2/(g[1] - c*ħ*ω)^2 + A[1]^2/(g[-1] + c*ħ*ω)^2`, "index"], ["an exchanged index of a detuning", ex`A[1]^2/(g[-1] - c*ħ*ω)^2 + A[-1]^2/(g[-1] + c*ħ*ω)^2`, "index"],
    ["the difference of two channels for their sum", ex`A[1]^2/(g[1] - c*ħ*ω)^2 - A[-1]^2/(g[-1] + c*ħ*ω)^2`, "sign"], ["a lost channel", ex`A[1]^2/(g[1] - c*ħ*ω)^2`, "structure"],
    ["both channels on one denominator", ex`(A[1]^2 - A[-1]^2)/(g[1] - c*ħ*ω)^2`, "structure"], ["a lost ħ in both denominators", ex`A[1]^2/(g[1] - c*ω)^2 + A[-1]^2/(g[-1] + c*ω)^2`, "dimension"],
  ])("%s", (_, print, slip) => { isCorrected(judgePopulation(print), derivedPopulation, slip); });

  it("the conjugate of a response is a sign of its imaginary part", () => {
    const found = judgeResponse(ex`V*(ω0 - ω - i*γ)/(ħ*((ω0 - ω)^2 + γ^2))`);
    isCorrected(found, derivedResponse, "sign");
    expect(found.correctionText).toBe("the sign of -i*γ");
  });

  it("is one step: the correction of a formula with one slip keeps the rest of the print", () => {
    const { correction } = judgeResponse(ex`V*(ω0 - ω - i*γ)/(ħ*((ω0 - ω)^2 + γ^2))`);
    expect(infix(correction!)).toBe("V*(ω0 - ω + i*γ)/(ħ*((ω0 - ω)^2 + γ^2))");
  });
});

describe("a correction", () => {
  it("is the derived formula when no small edit is one", () => {
    const found = findCorrection(derivedShift, ex`V*sin(ω*t)`);
    expect([found.kind, found.description, found.term]).toEqual(["structure", "the derived formula", derivedShift]);
  });

  it("finds a factor inside a function", () => {
    const { kind, term, description } = findCorrection(ex`exp(2*i*c)`, ex`exp(i*c)`);
    expect([kind, infix(term), description]).toEqual(["factor", "exp(2*i*c)", "i*c times 2"]);
  });

  it("classifies a common factor by what it is", () => {
    expect([ex`-1`, ex`2`, ex`sqrt(2)`, ex`ħ`, ex`V/ω`].map(classOfRatio)).toEqual(["sign", "factor", "factor", "missing-symbol", "missing-symbol"]);
  });
});

describe("the ratio of two formulas", () => {
  it("is a number times powers of letters and of sines and cosines, guessed from values and proved", () => {
    expect([[ex`-V^2*ω0/(2*ħ)`, ex`V^2*ω0/ħ`], [ex`V*cos(d)^2`, ex`4*V`], [ex`sqrt(2)*V/ω`, ex`V*ω`], [ex`i*V`, ex`V`], [ex`pi*V`, ex`V/3`], [ex`c*V`, ex`V`]].map(([a, b]) => infix(monomialRatio(a!, b!)!))).toEqual(
      ["-1/2", "1/4*cos(d)^2", "sqrt(2)/ω^2", "i", "3*π", "c"]);
  });

  it("does not exist where it is not constant in a sum, and is one for equal formulas", () => {
    expect(monomialRatio(ex`ω + γ`, ex`ω`)).toBeUndefined();
    expect(monomialRatio(ex`1/(ω0 - ω) + 1/(ω0 + ω)`, ex`2*ω0/(ω0^2 - ω^2)`)).toBe(ONE);
    expect(simpleRatio(ex`V`, ex`0`)).toBeUndefined();
  });

  it("lists the letters that it depends on even when it is no monomial", () => {
    expect(guessRatio(ex`ω + γ`, ex`ω*V^2/V`, 4)?.variables.map(infix).toSorted()).toEqual(["V", "γ", "ω"]);
    expect(guessRatio(ex`V*(ω + γ)`, ex`V*ω`, 4)?.variables.map(infix).toSorted()).toEqual(["γ", "ω"]);
  });

  it("is not guessed from a coincidence: 355/113 is not π", () => { expect(infix(monomialRatio(ex`355/113*V`, ex`V`)!)).toBe("355/113"); });
});
