/**
 * A made-up paper about a two-level atom in a light field, small enough to judge in milliseconds. `judgePrinted` lets a test print one of its
 * formulas in its own way.
 */
import { claim, states, type Assertion, type Claim, type ClaimOptions, type Equation } from "../../symbolic/derive/claim.ts";
import type { Convention } from "../../symbolic/derive/conventions.ts";
import { both, by, chain, equals, from, model, type Derivation, type Fact } from "../../symbolic/derive/derivation.ts";
import { judge, openSession } from "../../symbolic/derive/judge.ts";
import { notation, symbols } from "../../symbolic/derive/letters.ts";
import { paper, type Paper, type PaperOptions } from "../../symbolic/derive/paper.ts";
import { premise } from "../../symbolic/derive/premise.ts";
import type { Verdict } from "../../symbolic/derive/verdict.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import type { PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { dim } from "../../symbolic/theory/dimensions.ts";

export const letters = symbols({
  ħ: { ascii: "hbar", latex: "\\hbar", dimension: dim.action, assume: "positive", meaning: "reduced Planck constant" },
  e: { latex: "e", dimension: dim.charge, assume: "positive", meaning: "charge" },
  V: { latex: "V", dimension: dim.energy, assume: "real", meaning: "peak coupling" },
  ω: { ascii: "omega", latex: "\\omega", dimension: dim.frequency, assume: "positive", meaning: "drive frequency" },
  ω0: { ascii: "omega_0", latex: "\\omega_0", dimension: dim.frequency, assume: "positive", meaning: "transition frequency" },
  γ: { ascii: "gamma", latex: "\\gamma", dimension: dim.frequency, assume: "positive", meaning: "decay rate" },
  c: { latex: "c", dimension: dim.number, assume: "sign", meaning: "helicity" },
  s: { latex: "s", dimension: dim.number, assume: "sign", meaning: "absorption or emission" },
  t: { latex: "t", dimension: dim.time, assume: "real", meaning: "time" },
  δE: { ascii: "delta_E", latex: "\\delta E", dimension: dim.energy, assume: "real", meaning: "shift of the lower level" },
  χ: { ascii: "chi", latex: "\\chi", dimension: dim.number, meaning: "response" },
  d: { latex: "d", dimension: dim.length, assume: "real", meaning: "displacement" },
  A: { latex: "A", arguments: "index", labels: [{ "1": "+", "-1": "-" }], dimension: dim.energy, assume: "real", meaning: "coupling with (+) and against (−) the rotation" },
  g: { latex: "g", arguments: "index", labels: [{ "1": "+", "-1": "-" }], dimension: dim.energy, assume: "positive", meaning: "its two detunings" },
  P: { latex: "P", arguments: "index", dimension: dim.number, assume: "real", meaning: "population for the helicity" },
});

export const { ex, eq, latexNotation } = notation(letters);
export type { Expr };

/** Second-order shift: the two photon frequencies ±ω. */
export const secondOrder = premise("second-order", eq`δE = sum((V/2)^2/(ħ*(s*ω - ω0)), s, -1, 1)`, { kind: "model", where: "Sec. I", text: "second-order perturbation theory in a field of the frequency ω" });
/** Response of a damped level. */
export const damped = premise("damped", eq`χ = V/(ħ*(ω0 - ω - i*γ))`, { kind: "model", where: "Sec. I", text: "a level that decays with the rate γ, time factor e^{−iωt}" });
/** Two channels, each with its own coupling and detuning. */
export const twoChannels = premise("two-channels", eq`P[c] = A[1]^2/(g[1] - c*ħ*ω)^2 + A[-1]^2/(g[-1] + c*ħ*ω)^2`, { kind: "model", where: "Sec. II", text: "both channels add", forAll: [letters.c] });

export const derivedShift = ex`-V^2*ω0/(2*ħ*(ω0^2 - ω^2))`;
export const derivedResponse = ex`V/(ħ*(ω0 - ω - i*γ))`;
export const derivedPopulation = ex`A[1]^2/(g[1] - c*ħ*ω)^2 + A[-1]^2/(g[-1] + c*ħ*ω)^2`;

export const onePaper = (claims: readonly Claim[], derivations: readonly Derivation[], options: Partial<PaperOptions> = {}): Paper => paper({
  id: "two-levels", title: "A two-level atom", citation: "made up", symbols: Object.values(letters), notation: latexNotation, claims, derivations, unitConstants: [letters.ħ], ...options,
});

export const printed = (id: string, asserts: Assertion | readonly Assertion[], options: Partial<ClaimOptions> = {}): Claim => claim(id, { page: 1, where: "Sec. I", printed: "", asserts, ...options });

/** Judges one equation that the paper prints, against one derivation of its left side. */
export const judgePrinted = (left: Expr, derived: Expr, print: Expr, facts: readonly Fact[], options: { readonly conventions?: readonly Convention[]; readonly claim?: Partial<ClaimOptions> } = {}): Verdict => {
  const own = printed("eq1", states({ left, right: print }), options.claim);
  const of = onePaper([own], both(own, from(left), equals(derived, by.definition(...facts))), { conventions: options.conventions ?? [] });
  return judge(openSession(of), own).model;
};

export const judgeShift = (print: Expr, conventions: readonly Convention[] = []): Verdict => judgePrinted(ex`δE`, derivedShift, print, [secondOrder], { conventions });
export const judgeResponse = (print: Expr, conventions: readonly Convention[] = []): Verdict => judgePrinted(ex`χ`, derivedResponse, print, [damped], { conventions });
export const judgePopulation = (print: Expr): Verdict => judgePrinted(ex`P[c]`, derivedPopulation, print, [twoChannels], { claim: { forAll: [letters.c] } });

export { both, by, chain, equals, from, model, type Equation, type PhysicalSymbol };
