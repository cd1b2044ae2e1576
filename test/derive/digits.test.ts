import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statesDigits } from "../../symbolic/derive/claim.ts";
import { both, by, equals, evaluates, from, type Fact } from "../../symbolic/derive/derivation.ts";
import { judge, openSession } from "../../symbolic/derive/judge.ts";
import { BadParameter, parameter, parameterInterval, premise } from "../../symbolic/derive/premise.ts";
import type { Verdict } from "../../symbolic/derive/verdict.ts";
import { decimal } from "../../symbolic/number/decimal.ts";
import { toNumber } from "../../symbolic/number/rational.ts";
import { complaint } from "../notation/letters.ts";
import { eq, ex, letters as l, onePaper, printed, type Expr } from "./twoLevels.ts";

const judgeFigures = (left: Expr, formula: Expr, facts: readonly Fact[], digits: string, unit: string, options: { readonly times?: Expr; readonly magnitude?: boolean } = {}): Verdict => {
  const own = printed("number", statesDigits(left, decimal(digits), unit, options), { kind: "number" });
  const definition = premise("definition", { left, right: formula }, { kind: "definition", where: "Sec. I", text: "its definition" });
  return judge(openSession(onePaper([own], both(own, from(left), equals(formula, by.definition(definition)), evaluates(...facts)))), own).model;
};

const coupling = (digits: string) => parameter(l.V, digits, "eV", { where: "Sec. I" });

describe("printed figures stand for the interval of values that round to them", () => {
  const printedAs = (digits: string, value: string): string => judgeFigures(ex`δE`, ex`V`, [coupling(value)], digits, "eV").kind;

  it.each([["1.2", "1.24"], ["1.2", "1.15"], ["1.2", "1.25"], ["1.3", "1.25"], ["20.0", "19.95"], ["20.0", "20.05"], ["-0.8", "-0.75"], ["-0.8", "-0.85"], ["0.004", "0.0035"], ["2e1", "24.9999"]])("%s for %s, ends included", (digits, value) => {
    expect(printedAs(digits, value)).toBe("numeric");
  });

  it.each([["1.2", "1.2500000000001"], ["1.2", "1.1499999999999"], ["20.0", "19.9499999"], ["20.0", "20.0500001"], ["-0.8", "0.8"], ["0.004", "0.0045001"], ["2e1", "25.0001"]])("not %s for %s", (digits, value) => {
    expect(printedAs(digits, value)).toBe("discrepancy");
  });

  it("whatever the value and the number of figures: exactly the values within half a unit agree", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99999 }), fc.integer({ min: -9999, max: 9999 }), (value, beyond) => {
      const digits = (value / 100).toFixed(2);
      const exact = (value * 10_000 + beyond) / 1_000_000;
      const found = judgeFigures(ex`δE`, ex`V`, [coupling(exact.toFixed(6))], digits, "eV").kind;
      expect(found).toBe(Math.abs(beyond) <= 5000 ? "numeric" : "discrepancy");
    }), { numRuns: 40 });
  });
});

describe("a number in another unit, or times a letter", () => {
  it("is the same number", () => {
    expect(judgeFigures(ex`δE`, ex`V`, [coupling("1.14")], "1140", "meV").kind).toBe("numeric");
    expect(judgeFigures(ex`δE`, ex`V`, [coupling("1.14")], "1.83e-19", "J").kind).toBe("numeric");
    expect(judgeFigures(ex`γ`, ex`2*ω`, [], "2", "1", { times: ex`ω` }).kind).toBe("numeric");
    expect(judgeFigures(ex`γ`, ex`2*ω`, [], "3", "1", { times: ex`ω` }).kind).toBe("discrepancy");
  });

  it("does not measure what it is printed for: the nearest unit that does is named", () => {
    expect(judgeFigures(ex`δE/d`, ex`V/d`, [coupling("1.14")], "5.7", "eV/nm^2")).toMatchObject({ kind: "discrepancy", slip: "dimension", correctionText: "5.7 eV/nm" });
    expect(judgeFigures(ex`d`, ex`d`, [], "3", "eV")).toMatchObject({ kind: "discrepancy", slip: "dimension" });
  });
});

describe("an order of magnitude", () => {
  const order = (value: string): string => judgeFigures(ex`δE`, ex`V`, [coupling(value)], "1", "eV", { magnitude: true }).kind;
  it("is agreed with by a factor of √10 either way", () => { expect(["1", "3.16", "0.317", "3.17", "0.316", "-1"].map(order)).toEqual(["numeric", "numeric", "numeric", "discrepancy", "discrepancy", "discrepancy"]); });
  it("of a negative number too", () => { expect(["-1", "-3.16", "-0.317", "-3.17", "1"].map((value) => judgeFigures(ex`δE`, ex`V`, [coupling(value)], "-1", "eV", { magnitude: true }).kind)).toEqual(["numeric", "numeric", "numeric", "discrepancy", "discrepancy"]); });
});

describe("what a number is derived from", () => {
  it("decides as it is printed; a rounded result that could have been another figure leaves the print open", () => {
    const rounded = parameter(l.V, "5.7", "eV", { where: "Eq. (10)", rounded: true, claim: "eq10" });
    const chosen = parameter(l.V, "5.7", "eV", { where: "Sec. I" });
    expect(judgeFigures(ex`δE`, ex`7*V/2`, [rounded], "20.0", "eV").kind).toBe("numeric");                        // 3.5 × 5.7 = 19.95
    expect(judgeFigures(ex`δE`, ex`7*V/2`, [rounded], "20.1", "eV")).toMatchObject({ kind: "open" });             // 5.75 would give 20.125
    expect(judgeFigures(ex`δE`, ex`7*V/2`, [rounded], "20.2", "eV").kind).toBe("discrepancy");
    expect(judgeFigures(ex`δE`, ex`7*V/2`, [chosen], "20.1", "eV").kind).toBe("discrepancy");
  });

  it("is enclosed, never rounded on the way: a root keeps all its digits", () => {
    const { enclosure } = judgeFigures(ex`δE`, ex`V*sqrt(2)`, [coupling("1")], "1.414", "eV");
    expect(enclosure?.[0]).toBe("1.4142");
    expect(judgeFigures(ex`δE`, ex`V*sqrt(2)`, [coupling("1")], "1.4142135623730950488017", "eV").kind).toBe("numeric");
    expect(judgeFigures(ex`δE`, ex`V*sqrt(2)`, [coupling("1")], "1.4142135623730950488018", "eV").kind).toBe("discrepancy");
  });

  it("must have a value: a letter without one leaves the number open", () => {
    expect(judgeFigures(ex`δE`, ex`V*c`, [coupling("1")], "1", "eV").kind).toBe("open");
  });

  it("names the sign when only the sign is wrong, else the factor", () => {
    expect(judgeFigures(ex`δE`, ex`-V`, [coupling("1.14")], "1.14", "eV").slip).toBe("sign");
    expect(judgeFigures(ex`δE`, ex`2*V`, [coupling("1.14")], "1.14", "eV").slip).toBe("factor");
  });
});

describe("parameters", () => {
  it("must have the dimension of their letter and a known unit", () => {
    expect(complaint(() => parameter(l.V, "1", "nm", { where: "" }))).toBe("BadParameter: parameter 'V': the unit 'nm' has the dimension m, expected kg·m^2·s^-2");
    expect(complaint(() => parameter(l.V, "1", "parsec", { where: "" }))).toBe("BadParameter: parameter 'V': unknown unit 'parsec'");
    expect(() => parameter(l.V, "1", "nm", { where: "" })).toThrow(BadParameter);
  });

  it("stand for the interval of their figures, in SI", () => {
    const [low, high] = parameterInterval(parameter(l.d, "0.20", "nm", { where: "" })).map(toNumber);
    expect([low, high]).toEqual([1.95e-10, 2.05e-10]);
  });
});

it("an equation of the paper is no parameter", () => { expect(judgeFigures(ex`δE`, ex`V`, [premise("value", eq`V = 2*d`, { kind: "model", where: "", text: "" })], "1", "eV").kind).toBe("open"); });
