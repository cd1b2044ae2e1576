import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, number, product, sum, symbol, written } from "../../symbolic/expr/build.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { states, statesExpansion, statesGreater, statesNonzero } from "../../symbolic/derive/claim.ts";
import { approximates, type Derivation } from "../../symbolic/derive/derivation.ts";
import { judge, openSession } from "../../symbolic/derive/judge.ts";
import { premise, printed as asPrinted } from "../../symbolic/derive/premise.ts";
import { verdict, worst } from "../../symbolic/derive/verdict.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { rational } from "../../symbolic/number/rational.ts";
import {
  both, by, chain, damped, derivedPopulation, derivedResponse, derivedShift, eq, equals, ex, from, judgePopulation, judgeResponse, judgeShift, letters as l, model, onePaper, printed, secondOrder, twoChannels, type Expr,
} from "./twoLevels.ts";

describe("the same formula in another form is exact", () => {
  it.each<[string, Expr]>([
    ["over one denominator", ex`-V^2*ω0/(2*ħ*(ω0^2 - ω^2))`], ["in partial fractions", ex`-V^2/(4*ħ)*(1/(ω0 - ω) + 1/(ω0 + ω))`], ["with the denominator factored and turned", ex`V^2/(2*ħ)*ω0/((ω - ω0)*(ω + ω0))`],
    ["with nested fractions", ex`-V^2/(2*ħ*(ω0 - ω^2/ω0))`], ["with a half as a power", ex`-2^(-1)*V^2*ω0*ħ^(-1)/((ω0 - ω)*(ω0 + ω))`], ["as a sum over both photons", ex`-sum(V^2/(4*ħ*(ω0 + s*ω)), s, -1, 1)`],
  ])("%s", (_, print) => { expect(judgeShift(print).kind).toBe("exact"); });

  it("multiplied above and below by any common factor", () => {
    fc.assert(fc.property(fc.integer({ min: -9, max: 9 }).filter((n) => n !== 0), fc.constantFrom(l.V, l.ω, l.ħ, l.γ), (n, s) => {
      const common = sum(symbol(s), product(int(n), symbol(s)), number(rational(1, 3)));
      const print = written.quotient(written.product([ex`-V^2*ω0`, common]), written.product([ex`2*ħ*(ω0^2 - ω^2)`, common]));
      expect(judgeShift(print).kind).toBe("exact");
    }), { numRuns: 20 });
  });

  it("for a complex response and for a sum over channels in another order", () => {
    expect(judgeResponse(ex`V*(ω0 - ω + i*γ)/(ħ*((ω0 - ω)^2 + γ^2))`).kind).toBe("exact");
    expect(judgePopulation(ex`A[-1]^2/(g[-1] + c*ħ*ω)^2 + A[1]^2/(g[1] - c*ħ*ω)^2`).kind).toBe("exact");
    expect(judgePopulation(ex`A[1]^2/(c*g[1] - ħ*ω)^2 + A[-1]^2/(c*g[-1] + ħ*ω)^2`).kind).toBe("exact");
  });

  it("names what the proof needs: a denominator that nothing keeps from zero", () => {
    const { hypotheses, from: used } = judgeShift(ex`-V^2/(4*ħ)*(1/(ω0 - ω) + 1/(ω0 + ω))`);
    expect(used).toEqual(["second-order"]);
    expect(hypotheses.some((text) => /ω0.*ω.*≠ 0|ω.*ω0.*≠ 0/.test(text))).toBe(true);
  });
});

describe("a formula that is not the same is never accepted", () => {
  it("whatever rational number multiplies it", () => {
    fc.assert(fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 30 }), (p, q) => {
      const print = written.product([number(rational(p, q)), derivedShift]);
      expect(judgeShift(print).kind).toBe(p === q ? "exact" : "discrepancy");
    }), { numRuns: 40 });
  });

  it("whatever small term is added to it, however small", () => {
    for (const small of [ex`V/10^40`, ex`V*γ/(ω0*10^12)`, ex`V^4/(ħ*ω)^3/10^30`]) expect(judgeShift(written.sum([derivedShift, small])).kind).toBe("discrepancy");
  });

  it("and is refuted at a stated point with the values of both sides", () => {
    const found = judgeShift(ex`-V^2*ω0/(2*ħ*(ω0^2 + ω^2))`);
    expect(found.refutation?.conclusion.kind).toBe("different");
    expect(Object.keys(found.witness?.values ?? {}).toSorted()).toEqual(["V", "ħ", "ω", "ω0"]);
    expect(found.witness?.left).not.toBe(found.witness?.right);
  });

  it("also when it is right at c = 1, at V = 0, in the limit ω → 0, or to first order only", () => {
    expect(judgePopulation(ex`A[1]^2/(g[1] - ħ*ω)^2 + A[-1]^2/(g[-1] + ħ*ω)^2`).kind).toBe("discrepancy");
    expect(judgeShift(ex`-V^3*ω0/(2*ħ*(ω0^2 - ω^2))`).kind).toBe("discrepancy");
    expect(judgeShift(ex`-V^2/(2*ħ*ω0)`).kind).toBe("discrepancy");
    expect(judgeResponse(ex`V/(ħ*(ω0 - ω))*(1 + i*γ/(ω0 - ω))`).kind).toBe("discrepancy");
  });
});

describe("an expansion", () => {
  const slow = { weights: new Map([[l.ω, 1]]), through: 2 };
  const lowFrequency = (right: Expr) => {
    const own = printed("eq2", statesExpansion({ left: ex`δE`, right }, slow));
    const lines = [equals(derivedShift, by.definition(secondOrder)), approximates(ex`-V^2/(2*ħ*ω0)*(1 + ω^2/ω0^2)`, by.expanding(slow))];
    return judge(openSession(onePaper([own], both(own, from(ex`δE`), ...lines))), own).model;
  };

  it("agrees to its order, and the first term that it leaves out is shown", () => {
    const found = lowFrequency(ex`-V^2/(2*ħ*ω0)*(1 + ω^2/ω0^2)`);
    expect(found.kind).toBe("asymptotic");
    expect(infix(substitute(found.nextTerm!, new Map([[l.V, int(1)], [l.ħ, int(1)], [l.ω0, int(1)], [l.ω, int(1)]])))).toMatch(/^-1\/2/);
  });

  it("also when the print keeps terms beyond the order", () => { expect(lowFrequency(derivedShift).kind).toBe("exact"); });
  it("is wrong when its last printed term is", () => { expect(lowFrequency(ex`-V^2/(2*ħ*ω0)*(1 - ω^2/ω0^2)`).kind).toBe("discrepancy"); });
  it("is wrong when a term within the order is left out", () => { expect(lowFrequency(ex`-V^2/(2*ħ*ω0)`).kind).toBe("discrepancy"); });
});

describe("statements", () => {
  const judged = (assertion: ReturnType<typeof statesGreater>, start: Expr, derived: Expr, forAll: readonly (typeof l)[keyof typeof l][] = []) => {
    const own = printed("says", assertion, { kind: "statement", forAll });
    return judge(openSession(onePaper([own], both(own, from(start), equals(derived, by.definition(secondOrder, twoChannels, damped))))), own).model;
  };

  it("of a sign hold when it follows from the assumptions, and stay open when only ≥ does", () => {
    expect(judged(statesGreater(ex`1 + P[c]`, ex`0`), ex`1 + P[c] - 0`, ex`1 + ${derivedPopulation}`, [l.c]).kind).toBe("exact");
    expect(judged(statesGreater(ex`P[c]`, ex`0`), ex`P[c] - 0`, derivedPopulation, [l.c]).kind).toBe("open");
  });
  it("of a sign are refuted when the opposite follows", () => {
    expect(judged(statesGreater(ex`0`, ex`P[c]`), ex`0 - P[c]`, written.negate(derivedPopulation), [l.c])).toMatchObject({ kind: "discrepancy", slip: "claim" });
  });
  it("of a sign stay open when it depends on values", () => { expect(judged(statesGreater(ex`0`, ex`δE`), ex`0 - δE`, ex`V^2*ω0/(2*ħ*(ω0^2 - ω^2))`).kind).toBe("open"); });
  it("that something does not vanish hold, and fail for what vanishes identically", () => {
    expect(judged(statesNonzero(ex`δE`), ex`δE`, derivedShift).kind).toBe("exact");
    expect(judged(statesNonzero(ex`P[c] - P[c]`), ex`P[c] - P[c]`, ex`0`, [l.c]).kind).toBe("discrepancy");
  });
});

describe("a claim that nothing decides", () => {
  it("is open without a derivation, and says which question is open", () => {
    const own = printed("eq9", states(eq`δE = V`));
    expect(judge(openSession(onePaper([own], [])), own).model).toMatchObject({ kind: "open", reason: "no derivation answers the model question for relation 1 of 1" });
  });

  it("is open when a line of its derivation does not follow, with the place, the ratio and a point", () => {
    const own = printed("eq9", states(eq`δE = -V^2*ω0/(2*ħ*(ω0^2 - ω^2))`));
    const found = judge(openSession(onePaper([own], both(own, from(ex`δE`), equals(ex`-V^2*ω0/(ħ*(ω0^2 - ω^2))`, by.definition(secondOrder)), equals(derivedShift, by.algebra())))), own).model;
    expect(found.kind).toBe("open");
    expect(found.reason).toMatch(/^Eq\. \(9\), model, line 1 of 2 \(definition\): /);
    expect(found.reason).toContain("ratio     expected / found = 1/2");
    expect(found.reason).toContain("try       correct the line, or name the fact it uses with by.substituting(…)");
  });

  it("is not derivable when a fact from outside is used, whatever follows from it", () => {
    const outside = premise("measured", eq`V = ħ*ω`, { kind: "outside", where: "Ref. 1", text: "the coupling measured in Ref. 1" });
    const own = printed("eq9", states(eq`δE = -ħ*ω^2*ω0/(2*(ω0^2 - ω^2))`));
    const found = judge(openSession(onePaper([own], both(own, from(ex`δE`), equals(ex`-ħ*ω^2*ω0/(2*(ω0^2 - ω^2))`, by.definition(secondOrder, outside))))), own).model;
    expect(found).toMatchObject({ kind: "not-derivable", missing: ["the coupling measured in Ref. 1"] });
  });

  it("is a definition or a premise when the paper introduces it, with its uses", () => {
    const definition = printed("mine", states(eq`χ = d`), { kind: "definition" });
    const next = printed("next", states(eq`χ^2 = d^2`));
    const of = onePaper([definition, next], [chain(next, from(ex`χ^2`), equals(ex`d^2`, by.substituting(asPrinted(definition))))]);
    expect(judge(openSession(of), definition)).toMatchObject({ chain: { kind: "definition", usedIn: ["next"] }, model: { kind: "definition" } });
  });
});

describe("a display with several relations", () => {
  it("is as bad as its worst relation, which speaks for it", () => {
    const own = printed("eq1", [states(eq`δE = -V^2/(4*ħ)*(1/(ω0 - ω) + 1/(ω0 + ω))`), states(eq`δE = -V^2*ω0/(ħ*(ω0^2 - ω^2))`)]);
    const lines = (part: number): readonly Derivation[] => both(own, from(ex`δE`), equals(derivedShift, by.definition(secondOrder))).map((d) => ({ ...d, part, id: `${d.id}/${part}` }));
    const found = judge(openSession(onePaper([own], [...lines(0), ...lines(1)])), own).model;
    expect(found.kind).toBe("discrepancy");
    expect(found.parts.map((part) => part.kind)).toEqual(["exact", "discrepancy"]);
    expect(infix(found.ratio!)).toBe("1/2");
  });

  it("orders verdicts by how much they cast doubt", () => {
    const kinds = ["exact", "asymptotic", "numeric", "not-derivable", "open", "discrepancy"] as const;
    for (const [k, kind] of kinds.entries()) for (const milder of kinds.slice(0, k)) expect(worst([verdict(milder), verdict(kind), verdict(milder)]).kind).toBe(kind);
    expect(worst([]).kind).toBe("open");
  });
});

describe("what a claim inherits", () => {
  // Eq. (1) is printed with half its shift; Eq. (2) multiplies it by ħ and would be right if Eq. (1) were.
  const wrong = printed("eq1", states(eq`δE = -V^2*ω0/(ħ*(ω0^2 - ω^2))`));
  const own = (print: Expr) => printed("eq2", states({ left: ex`δE/V`, right: print }));
  const judged = (print: Expr) => {
    const second = own(print);
    const of = onePaper([wrong, second], [
      ...both(wrong, from(ex`δE`), equals(derivedShift, by.definition(secondOrder))),
      chain(second, from(ex`δE/V`), equals(ex`-V*ω0/(ħ*(ω0^2 - ω^2))`, by.substituting(asPrinted(wrong)))),
      model(second, from(ex`δE/V`), equals(ex`-V*ω0/(2*ħ*(ω0^2 - ω^2))`, by.definition(secondOrder))),
    ]);
    return judge(openSession(of), second);
  };

  it("a formula faithful to a wrong predecessor is exact in the chain, a discrepancy in the model, and says from where", () => {
    const { chain: fromPrint, model: fromModel } = judged(ex`-V*ω0/(ħ*(ω0^2 - ω^2))`);
    expect(fromPrint.kind).toBe("exact");
    expect(fromPrint.from).toEqual(["eq1"]);
    expect(fromModel).toMatchObject({ kind: "discrepancy", slip: "factor", inheritedFrom: ["eq1"] });
  });

  it("a formula that repairs its predecessor silently is right in the model and does not follow from the print", () => {
    const { chain: fromPrint, model: fromModel } = judged(ex`-V*ω0/(2*ħ*(ω0^2 - ω^2))`);
    expect(fromPrint).toMatchObject({ kind: "discrepancy", slip: "factor" });
    expect(fromModel).toMatchObject({ kind: "exact", inheritedFrom: [] });
  });

  it("a formula that is wrong by itself inherits nothing", () => {
    const { chain: fromPrint, model: fromModel } = judged(ex`V*ω0/(ħ*(ω0^2 - ω^2))`);
    expect([fromPrint.kind, fromModel.kind, fromModel.inheritedFrom]).toEqual(["discrepancy", "discrepancy", []]);
  });

  it("a right predecessor is never blamed", () => {
    const right = printed("eq1", states({ left: ex`δE`, right: derivedShift }));
    const second = own(ex`-V*ω0/(ħ*(ω0^2 - ω^2))`);
    const of = onePaper([right, second], [
      ...both(right, from(ex`δE`), equals(derivedShift, by.definition(secondOrder))),
      chain(second, from(ex`δE/V`), equals(ex`-V*ω0/(2*ħ*(ω0^2 - ω^2))`, by.substituting(asPrinted(right)))),
      model(second, from(ex`δE/V`), equals(ex`-V*ω0/(2*ħ*(ω0^2 - ω^2))`, by.definition(secondOrder))),
    ]);
    expect(judge(openSession(of), second).model.inheritedFrom).toEqual([]);
  });
});

it("a response derived from the model is what the other tests take it for", () => { expect(judgeResponse(derivedResponse).kind).toBe("exact"); });
