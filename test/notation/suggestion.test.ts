import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, suggestion } from "../../symbolic/notation/suggestion.ts";

describe("the distance between two words", () => {
  it("counts insertions, deletions, replacements and swaps of neighbours", () => {
    expect([["omega", "omega"], ["omega", "omgea"], ["omega", "omeg"], ["omega", "omegas"], ["omega", "onega"], ["", "abc"], ["ab", "ba"]].map(([a, b]) => editDistance(a!, b!))).toEqual([0, 1, 1, 1, 1, 3, 1]);
  });

  it("is symmetric, zero only for equal words, and never above the longer word", () => {
    fc.assert(fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
    }));
  });
});

describe("what a mistyped name was meant to be", () => {
  const known = ["ω0", "ħ", "Δ", "tTiO", "σ", "positive", "V"];
  it.each([["w0", "ω0"], ["omega0", "ω0"], ["hbar", "ħ"], ["Delta", "Δ"], ["tTio", "tTiO"], ["sigma", "σ"], ["postive", "positive"], ["v", "V"]])("%s: %s", (typed, meant) => { expect(suggestion(typed, known)).toBe(meant); });

  it("is not guessed when nothing is near", () => {
    expect([suggestion("gamma", known), suggestion("occupation", known), suggestion("x", [])]).toEqual([undefined, undefined, undefined]);
  });
});
