/** A light shift of a two-level atom, for judging one claim at a time. */
import {
  claim, dim, equals, by, from, judge, model, notation, openSession, paper, premise, symbols, type Assertion, type Claim, type Derivation, type Verdict,
} from "../../symbolic/index.ts";

export const letters = symbols({
  ħ: { latex: "\\hbar", dimension: dim.action, assume: "positive", meaning: "reduced Planck constant" },
  V: { latex: "V", dimension: dim.energy, assume: "real", meaning: "coupling" },
  Δ: { latex: "\\Delta", dimension: dim.energy, assume: "positive", meaning: "splitting" },
  ω: { latex: "\\omega", dimension: dim.frequency, assume: "positive", meaning: "drive frequency" },
  S: { latex: "S", dimension: dim.energy, assume: "real", meaning: "shift" },
  c: { latex: "c", dimension: dim.number, assume: "sign", meaning: "handedness" },
});
export const { ex, eq, latexNotation } = notation(letters);

/** S = V²/(Δ − ħω) − V²/(Δ + ħω) = 2V²ħω/(Δ² − ħ²ω²). */
export const shift = premise("shift", eq`S = V^2/(Δ - ħ*ω) - V^2/(Δ + ħ*ω)`, { kind: "model", where: "here", text: "difference of the two shifts" });
export const slowDrive = premise("below", { kind: "positive", term: ex`Δ - ħ*ω` }, { kind: "model", where: "here", text: "below resonance" });

/** The verdict on one assertion, or on several of one claim, by derivations that `answer` builds for it. */
export const verdictOn = (asserts: Assertion | readonly Assertion[], answer: (of: ReturnType<typeof claim>) => readonly Derivation[], alternatives: Claim["alternatives"] = []): Verdict => {
  const own = claim("c1", { page: 1, where: "here", kind: "statement", printed: "\\text{claim}", asserts, alternatives, byHand: "a statement in words" });
  const small = paper({ id: "small", title: "small", citation: "none", symbols: Object.values(letters), notation: latexNotation, claims: [own], derivations: answer(own) });
  return judge(openSession(small), own).model;
};

export const shiftLine = equals(ex`2*V^2*ħ*ω/(Δ^2 - ħ^2*ω^2)`, by.substituting(shift));
export const byShift = (of: ReturnType<typeof claim>): readonly Derivation[] => [model(of, from(ex`S`), shiftLine)];
