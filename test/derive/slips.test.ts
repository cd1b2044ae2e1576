import { afterAll, describe, expect, it } from "vitest";
import { dim, notation, symbols } from "../../symbolic/index.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { innerFactors, partnerTerms, slips, swapLabels } from "../../symbolic/derive/slips.ts";
import { derivedPopulation, derivedResponse, derivedShift, ex, judgePopulation, judgeResponse, judgeShift, letters as l } from "./twoLevels.ts";

describe("slips of the pen", () => {
  const kinds = (e: ReturnType<typeof ex>): readonly string[] => slips(e).map(({ kind, description }) => `${kind}: ${description}`);

  it("are a sign, a factor 2, an inversion of the whole, and one change at every place inside", () => {
    expect(kinds(ex`V - ω^2`)).toEqual([
      "sign: the sign of the whole", "factor: twice the whole", "factor: half the whole", "inverted: the inverse of the whole",
      "sign: the sign of V", "factor: twice V", "factor: half V", "sign: the sign of -ω^2", "factor: twice -ω^2", "factor: half -ω^2",
      "power: ω to the power 3 for 2", "power: ω to the power 1 for 2",
    ]);
  });

  it("drop an ħ, turn a sign symbol, exchange an index, swap sine and cosine, conjugate an exponential", () => {
    expect(kinds(ex`ħ*ω`)).toContain("missing-symbol: ħ dropped");
    expect(kinds(ex`c*ω`)).toContain("sign: -c for c");
    expect(kinds(ex`A[1]`)).toContain("index: the other index of A[1]");
    expect(kinds(ex`sin(ω*t)`)).toContain("structure: cos for sin");
    expect(kinds(ex`exp(i*ω*t)`)).toContain("sign: the conjugate of an exponential");
    expect(kinds(ex`conj(χ)`)).toContain("sign: a conjugate dropped");
  });

  it("change exactly one place: two equal parts are changed one at a time", () => {
    const changed = slips(ex`ω^2/(ω0 + ω^2)`).filter(({ kind }) => kind === "power").map(({ term }) => infix(term));
    expect(changed).toContain("ω^3/(ω0 + ω^2)");
    expect(changed).toContain("ω^2/(ω0 + ω^3)");
    expect(changed).not.toContain("ω^3/(ω0 + ω^3)");
  });

  it("never give the term back unchanged as an object", () => {
    for (const e of [derivedShift, derivedResponse, derivedPopulation]) expect(slips(e).filter(({ term }) => term === e)).toEqual([]);
  });
});

describe("labels and partner terms", () => {
  it("a letter of two indices may have them in the wrong order, and an index with two labels the other one", () => {
    const letters = symbols({
      w: { latex: "w_{#1#2}", arguments: "index", arity: 2, dimension: dim.number, meaning: "a letter of two indices" },
      z: { latex: "z_{#1}", arguments: "index", labels: [{ "1": "c", "2": "v" }], dimension: dim.number, meaning: "a letter of two bands" },
    });
    const { ex: read } = notation(letters);
    expect(slips(read`w[1, 2]`).filter(({ kind }) => kind === "index").map(({ term }) => infix(term))).toEqual(["w[2, 1]"]);
    expect(slips(read`w[1, 1]`).filter(({ kind }) => kind === "index")).toEqual([]);
    expect(slips(read`z[1]`).filter(({ kind }) => kind === "index").map(({ term }) => infix(term))).toEqual(["z[2]"]);
    expect(infix(swapLabels(read`z[1] - 2*z[2]`, letters.z))).toBe("z[2] - 2*z[1]");
  });
  it("are exchanged everywhere at once", () => { expect(infix(swapLabels(ex`A[1] - 2*A[-1]`, l.A))).toBe("A[-1] - 2*A[1]"); });

  it("a channel that the print has with the wrong partner gets the right one", () => {
    const right = ex`A[1]^2/(V - c*ħ*ω)^2 + A[-1]^2/(V + c*ħ*ω)^2`;
    expect(partnerTerms(ex`(A[1]^2 - A[-1]^2)/(V - c*ħ*ω)^2`).filter(({ term }) => decideEqual(term, right).kind === "equal")).toHaveLength(1);
    expect(partnerTerms(ex`V/ω`)).toEqual([]);
  });

  it("the factors that are tried inside roots are small numbers and signs", () => { expect(innerFactors.map(infix)).toEqual(expect.arrayContaining(["2", "1/2", "sqrt(2)", "4", "1/4", "-1"])); });
});

describe("every slip in a printed formula is rejected, unless it is no slip after all", () => {
  let tried = 0;
  let rejected = 0;
  let equal = 0;
  for (const [name, derived, judged] of [["the shift", derivedShift, judgeShift], ["the response", derivedResponse, judgeResponse], ["the population", derivedPopulation, judgePopulation]] as const) {
    it(`of ${name}`, () => {
      for (const { term, description } of slips(derived)) {
        tried++;
        const found = judged(term);
        if (decideEqual(term, derived).kind === "equal") {
          equal++;
          expect([description, found.kind]).toEqual([description, "exact"]);
        } else {
          rejected++;
          expect([description, found.kind]).toEqual([description, "discrepancy"]);
          expect([description, decideEqual(found.correction!, derived).kind]).toEqual([description, "equal"]);
        }
      }
    });
  }
  afterAll(() => { process.stdout.write(`slips in the formulas of the two-level atom: ${tried} tried, ${rejected} rejected, ${equal} equal after all\n`); });
});
