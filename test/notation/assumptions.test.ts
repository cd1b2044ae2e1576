import { describe, expect, it } from "vitest";
import { readAssumptions } from "../../symbolic/notation/assumptions.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { complaint } from "./letters.ts";

const assumed = (text: string, name: string): readonly string[] | undefined => readAssumptions(text).names.find(name)?.assume;

describe("assumptions in words", () => {
  it("declare letters clause by clause", () => {
    const text = "c=±1; n integer; D, w positive; t negative; g real; z complex; A,B operator; r nonzero";
    expect(["c", "n", "D", "w", "t", "g", "z", "A", "r"].map((name) => assumed(text, name))).toEqual([["sign"], ["integer"], ["positive"], ["positive"], ["negative"], ["real"], [], ["operator"], ["nonzero"]]);
    expect(["c=+-1", "c = +/-1", "c sign"].map((clause) => assumed(clause, "c"))).toEqual([["sign"], ["sign"], ["sign"]]);
  });

  it("leave every other letter an independent complex number, or a real one when asked", () => {
    expect(assumed("", "x")).toEqual([]);
    expect(assumed("real", "x")).toEqual(["real"]);
    expect(assumed("real; z complex", "z")).toEqual([]);
  });

  it("join several clauses about one letter", () => {
    expect(assumed("N integer; N positive", "N")).toEqual(["integer", "positive"]);
    expect(assumed("x > 0", "x")).toEqual(["positive"]);
    for (const text of ["f function; f real", "f real; f function"]) expect([readAssumptions(text).names.find("f")?.arguments, assumed(text, "f")]).toEqual(["function", ["real"]]);
  });

  it("take an inequality between formulas as a hypothesis", () => {
    const { positive } = readAssumptions("D,w positive; D > w; 2*w < D^2");
    expect(positive.map(infix)).toHaveLength(2);
    expect(readAssumptions("x - y > 0").positive).toHaveLength(1);
  });

  it("keep i, π and the functions what they are", () => {
    expect(["i", "pi", "π", "oo", "sin", "exp", "sqrt"].map((name) => readAssumptions("").names.find(name))).toEqual(Array(7).fill(undefined));
    expect(assumed("e positive", "e")).toEqual(["positive"]);
  });

  it("give the same symbol for the same letter", () => {
    const { names } = readAssumptions("x real");
    expect(names.find("x")).toBe(names.find("x"));
    expect(names.find("y")).toBe(names.find("y"));
  });

  it("are refused with what is known and the nearest word", () => {
    expect(complaint(() => readAssumptions("x postive"))).toBe("NotationError: unknown assumption 'postive' in 'x postive'\n  known: real, positive, negative, nonzero, integer, sign, complex, operator, function\n  did you mean 'positive'?");
    expect(complaint(() => readAssumptions("2x positive"))).toContain("'2x' in the assumption '2x positive' is not a name");
    expect(complaint(() => readAssumptions("x"))).toContain("cannot read the assumption 'x'");
  });
});
