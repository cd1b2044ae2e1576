/** What `eval` prints is right to the last figure, or an error that says why there is no number. */
import { describe, expect, it } from "vitest";
import { certifiedNumber } from "../../reports/certifiedNumber.ts";
import { InputError } from "../../reports/discover.ts";
import { evaluatorOf, notation, parseRational, rational, symbols, type Expr, type Rational } from "../../symbolic/index.ts";
import { rederive, schemaErrors } from "./run.ts";

const { ex } = notation(symbols({ x: { assume: "real" }, y: { assume: "real" }, z: {} }));

const exact = (values: Readonly<Record<string, string>>): ReadonlyMap<string, Rational> => new Map(Object.entries(values).map(([name, text]) => [name, parseRational(text) ?? rational(0)]));
const number = (term: Expr, values: Readonly<Record<string, string>>): ReturnType<typeof certifiedNumber> =>
  certifiedNumber(evaluatorOf({ id: "made:up", form: "printed", source: "", title: "", term }), exact(values));
const refusal = (term: Expr, values: Readonly<Record<string, string>>): string => {
  try {
    return `a number: ${JSON.stringify(number(term, values))}`;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
};

describe("the number of a formula", () => {
  it("survives cancellation", () => {
    expect(number(ex`(x - sin(x))/x^3`, { x: "1e-9" })).toBe(1 / 6);
    expect(number(ex`x + y - x`, { x: "1e30", y: "0.1" })).toBe(0.1);
    expect(number(ex`sin(x)^2 + cos(x)^2 - 1`, { x: "0.7" })).toBe(0);
  });

  it("is that of the decimals that were given, not of the doubles next to them", () => {
    expect(number(ex`x + y - 3/10`, { x: "0.1", y: "0.2" })).toBe(0);
    expect(number(ex`(x - 1/10)*10^20`, { x: "0.1" })).toBe(0);
  });

  it("has both parts where it is complex", () => {
    expect(number(ex`exp(i*x) - 1 - i*x`, { x: "1e-8" })).toEqual({ re: -5e-17, im: -1 / 6e24 });
  });

  it("comes from the compiled evaluator where the formula has no enclosure", () => {
    expect(number(ex`sign(x)`, { x: "0" })).toBe(0);
  });

  it("is quick", () => {
    const began = performance.now();
    for (let k = 0; k < 20; k++) number(ex`sin(x)^2 + cos(x)^2 - 1 + log(y)`, { x: "0.7", y: "3" });
    expect((performance.now() - began) / 20).toBeLessThan(50);
  });
});

describe("where a formula has no finite value", () => {
  it("the message says where, what was found, why, and what to try", () => {
    expect(refusal(ex`y/(x - 3/10)`, { x: "0.3", y: "1" })).toBe("made:up (printed): not a finite number at these values\n  expected  values at which the formula is defined\n  found     the denominator x - 3/10 vanishes\n  at        x = 0.3, y = 1\n  try       other values; for a limit, values close to it");
    expect(refusal(ex`log(x)`, { x: "-2" })).toContain("found     the logarithm of x = -2 is not real");
    expect(refusal(ex`sqrt(x)`, { x: "-2" })).toContain("found     the root of x = -2 is not real");
    expect(refusal(ex`exp(x)`, { x: "1000" })).toContain("found     a value beyond the range of doubles, 1.8e308");
  });
});

describe("rederive eval", () => {
  const static10 = ["eval", "xue:eq10-integrated", "--form", "model", ...["Delta=0.5[eV]", "a_0=0.142[nm]", "beta=3", "delta_cv=0.5", "delta_vc=0.3", "v_f=0.58[eV*nm]"].flatMap((text) => ["--set", text])];
  const complaint = (...args: readonly string[]): string => {
    const { code, out, err } = rederive(args);
    expect(out).toBe("");
    expect(code).toBe(2);
    return err;
  };

  it("prints the static limit although all figures of a double cancel", () => {
    expect(rederive([...static10, "--set", "omega=0.001[meV]"]).out).toBe("1.580170636571952e+20 1/m^2\n");
  });

  it("ends with exit code 2 where a denominator vanishes or a logarithm has no real value", () => {
    expect(complaint(...static10, "--set", "omega=0")).toContain("found     the denominator ω vanishes");
    expect(complaint(...static10, "--set", "omega=1.2[eV]")).toMatch(/found {5}the logarithm of .* = -11 is not real/);
  });

  it("has no unit where the print adds unequal dimensions, and its document says so", () => {
    const run = rederive(["eval", "urazhdin:eq12", "--form", "printed", "--json", ...["Delta=1", "V_1_n1_t_im=1", "V_1_n1_t_re=1", "V_minus1_n1_t_im=1", "V_minus1_n1_t_re=1", "hbar=1", "omega=3", "psi_a_1_im=1", "psi_a_1_re=1", "psi_a_minus1_im=1", "psi_a_minus1_re=1"].flatMap((text) => ["--set", text])]);
    const document = JSON.parse(run.out) as Readonly<Record<string, unknown>>;
    expect(document["unit"]).toBe(null);
    expect(schemaErrors("eval", document)).toEqual([]);
  });

  it("takes a parameter once", () => {
    expect(complaint(...static10, "--set", "omega=1", "--set", "ω=2")).toContain("--set ω=2: 'omega' is set twice\n  expected  one value for each parameter\n  found     --set omega=1 and --set ω=2\n");
  });

  it("knows the ångström by name, and names the units that fit where another was given", () => {
    expect(rederive([...static10.map((text) => text.replace("0.142[nm]", "1.42[angstrom]")), "--set", "omega=0.001[meV]"]).out).toBe("1.580170636571952e+20 1/m^2\n");
    expect(rederive([...static10.map((text) => text.replace("0.142[nm]", "1.42[Å]")), "--set", "omega=0.001[meV]"]).out).toBe("1.580170636571952e+20 1/m^2\n");
    const wrong = complaint("eval", "xue:eq10-integrated", "--form", "model", "--set", "a_0=1.42[A]");
    expect(wrong).toContain("\n  known     m, nm, pm, μm, cm, Å, angstrom\n  did you mean 'angstrom'? A is the ampere\n");
    expect(complaint("eval", "xue:eq10-integrated", "--form", "model", "--set", "v_f=1[eV]")).toContain("\n  known     J*m, eV*nm\n");
    expect(complaint("eval", "xue:eq10-integrated", "--form", "model", "--set", "a_0=1[angstroms]")).toContain("angstrom\n");
  });
});
