import { describe, expect, it } from "vitest";
import ren from "../../derivations/ren/index.ts";
import urazhdin from "../../derivations/urazhdin/index.ts";
import xue from "../../derivations/xue/index.ts";
import { compiledForms, compileForm, partsWithValue } from "../../reports/forms.ts";
import { judge, openSession } from "../../symbolic/index.ts";

/** Values in SI that suit the letters: their assumptions, and sizes of atoms where there is a dimension. */
const someValues = (names: readonly { readonly name: string; readonly requirement: string; readonly unit: string | undefined }[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map(({ name, requirement, unit }, k) => {
    const size = (unit === undefined || unit === "1" ? 1 / (2 + k) : { J: 1e-19, m: 1e-10, N: 1e-9, s: 1e-13, "J*s": 1e-34, "J/T": 1e-23, C: 1e-19, "1/s": 1e13, kg: 1e-26 }[unit] ?? 1) * (1 + k / 7);                  // plain numbers below 1, as small quantities are
    return [name, requirement === "sign" ? 1 : requirement.includes("integer") ? 2 : requirement === "negative" ? -size : size];
  }));

describe.each([{ paper: urazhdin, without: ["berry-def"], least: 40, compared: 5 }, { paper: ren, without: ["in-constit", "eq2-line1", "eq2-sym", "in-L1"], least: 20, compared: 5 }, { paper: xue, without: ["eq4", "eq10-beta"], least: 20, compared: 5 }])("every claim of $paper.id with a value", ({ paper, without: noForm, least, compared: leastCompared }) => {
  const session = openSession(paper);
  const valued = paper.claims.filter((claim) => partsWithValue(claim).length > 0);

  it("has a printed form, unless it is about derivatives of functions that nothing gives", () => {
    const without = valued.filter((claim) => !compiledForms(session, claim).some(({ form }) => form === "printed")).map((claim) => claim.id);
    expect(without).toEqual(noForm);
    expect(valued.length).toBeGreaterThan(least);
  });

  for (const claim of valued) {
    it(`computes ${claim.id} in every form that it offers`, () => {
      for (const { evaluator, defaults } of compiledForms(session, claim)) {
        const value = evaluator.scalar({ ...someValues(evaluator.parameters), ...defaults });
        expect(typeof value === "number" ? Number.isNaN(value) : Number.isNaN(value.re)).toBe(false);
      }
    });
  }

  it("agrees between print and derivation exactly where the verdict says so", () => {
    let compared = 0;
    for (const claim of valued) {
      const part = claim.asserts.findIndex((assertion) => assertion.kind === "equal");
      if (part < 0 || claim.asserts.length > 1) continue;
      const { model } = judge(session, claim);
      if (model.kind !== "exact" && model.kind !== "discrepancy") continue;
      const forms = compiledForms(session, claim).filter((one) => one.part === part);
      const [printed, derived] = ["printed", "model"].map((form) => forms.find((one) => one.form === form));
      if (printed === undefined || derived === undefined) continue;
      const values = { ...someValues([...printed.evaluator.parameters, ...derived.evaluator.parameters]), ...printed.defaults };
      const at = ({ evaluator }: typeof printed): number => {
        const own = Object.fromEntries(evaluator.parameters.map(({ name }) => [name, values[name] ?? 0]));
        const value = evaluator.scalar(own);
        return typeof value === "number" ? value : Math.hypot(value.re, value.im);
      };
      const sameLetters = derived.evaluator.parameters.every(({ name }) => printed.evaluator.parameters.some((other) => other.name === name));
      if (!sameLetters) continue;
      compared++;
      const agree = Math.abs(at(derived) - at(printed)) <= 1e-9 * Math.max(Math.abs(at(derived)), Math.abs(at(printed)));
      if (model.kind === "exact") expect(`${claim.id} ${agree}`).toBe(`${claim.id} true`);
    }
    expect(compared).toBeGreaterThan(leastCompared);
  });

  it("gives the certified number of the verdict for what a paper prints in figures", () => {
    for (const claim of paper.claims) {
      const part = claim.asserts.findIndex((assertion) => assertion.kind === "digits");
      const own = part < 0 ? undefined : claim.asserts[part];
      const { model } = judge(session, claim);
      const enclosure = (model.parts[part] ?? model).enclosure;
      if (own?.kind !== "digits" || own.times !== undefined || enclosure === undefined) continue;
      const printed = compileForm(session, claim, "printed", part, "number").evaluator.scalar({});
      const derived = compileForm(session, claim, "model", part, "number").evaluator.scalar({});
      if (typeof printed !== "number" || typeof derived !== "number") throw new Error("a number");
      const inPrintedUnit = derived * Number(own.digits.digits) / printed;
      expect(Math.abs(inPrintedUnit / Number(enclosure[0]) - 1)).toBeLessThan(1e-3);
    }
  });
});
