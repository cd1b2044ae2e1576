import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, rederive, root, schemaErrors } from "./run.ts";

const parsed = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

interface CheckedClaim { readonly id: string; readonly chain: { readonly verdict: string }; readonly model: { readonly verdict: string }; readonly read: string }
const listedIds = (): readonly string[] => {
  const source = parsed(readFileSync(join(root, "derivations", "urazhdin", "verdicts.json"), "utf8"));
  return Object.keys(source);
};

describe("rederive check", () => {
  const whole = rederive(["check", "urazhdin", "--json"]);
  const document = parsed(whole.out);
  const claims = (document["papers"] as { readonly claims: readonly CheckedClaim[] }[])[0]?.claims ?? [];

  it("ends as pinned and prints a document that its schema describes", () => {
    expect(whole.err).toBe("");
    expect(whole.code).toBe(0);
    expect(schemaErrors("check", document)).toEqual([]);
  });

  it("judges every claim, and leaves no numbered equation open", () => {
    expect(claims.map((claim) => claim.id)).toEqual(listedIds());
    expect(claims.length).toBeGreaterThanOrEqual(76);
    const numbered = claims.filter((claim) => /^eq\d+$/.test(claim.id));
    expect(numbered.map((claim) => claim.id)).toEqual(Array.from({ length: 18 }, (_, k) => `eq${k + 1}`));
    expect(numbered.filter((claim) => claim.chain.verdict === "open" || claim.model.verdict === "open")).toEqual([]);
    expect(numbered.filter((claim) => claim.read === "confirmed").length).toBeGreaterThanOrEqual(17);
  });

  it("answers the same for one claim as for all, and the same twice", () => {
    const one = parsed(rederive(["check", "urazhdin:eq8", "--json"]).out);
    const [alone] = (one["papers"] as { readonly claims: readonly Record<string, unknown>[] }[])[0]?.claims ?? [];
    const among = claims.find((claim) => claim.id === "eq8");
    expect({ ...alone, milliseconds: 0 }).toEqual({ ...among, milliseconds: 0 });
  });

  it("gives exit code 1 for a discrepancy only when it is asked to be strict", () => {
    expect(rederive(["check", "urazhdin:eq8", "--quiet"]).code).toBe(0);
    expect(rederive(["check", "urazhdin:eq8", "--quiet", "--strict"]).code).toBe(1);
    expect(rederive(["check", "urazhdin:eq6", "--quiet", "--strict"]).code).toBe(0);
  });

  it("asks the engines when it is told to, and says not-asked otherwise", () => {
    const asked = parsed(rederive(["check", "urazhdin:eq3", "urazhdin:eq6", "--opinions", "--json"]).out);
    expect(schemaErrors("check", asked)).toEqual([]);
    const opinions = (asked["papers"] as { readonly claims: readonly { readonly opinions: Record<string, unknown> }[] }[])[0]?.claims.map((claim) => claim.opinions) ?? [];
    for (const opinion of opinions) expect(opinion["numeric"]).toBe("agrees");
    expect(claims.every((claim) => (claim as unknown as { readonly opinions: Record<string, unknown> }).opinions["algebrite"] === "not-asked")).toBe(true);
  });

  it("prints a table with a row for each claim", () => {
    const { out, code } = rederive(["check", "urazhdin:eq6", "urazhdin:eq8"], { env: { NO_COLOR: "1" } });
    expect(code).toBe(0);
    expect(out).toMatch(/^eq6 +exact +exact/m);
    expect(out).toMatch(/^eq8 +asymptotic +discrepancy +-1 +inherited from eq7/m);
    expect(out).not.toContain("\x1b");
  });

  it("prints the pins in the form of the file", () => {
    const pins = parsed(rederive(["check", "urazhdin", "--pins"]).out);
    expect(pins).toEqual(parsed(readFileSync(join(root, "derivations", "urazhdin", "verdicts.json"), "utf8")));
  });
});

describe("rederive list, explain and show", () => {
  it("list papers and claims with their pins", () => {
    const all = parsed(rederive(["list", "--json"]).out);
    expect(schemaErrors("list", all)).toEqual([]);
    expect(rederive(["list"]).out).toContain("urazhdin");
    expect(rederive(["list", "urazhdin"]).out).toMatch(/eq8 .*asymptotic +discrepancy/);
  });

  it("explain a derivation line by line with its reasons and rules", () => {
    const document = parsed(rederive(["explain", "urazhdin:eq8", "--json"]).out);
    expect(schemaErrors("explain", document)).toEqual([]);
    const { out } = rederive(["explain", "urazhdin:eq8"]);
    for (const part of ["printed", "expanding through order 2", "postulate", "given", "derived ÷ printed = -1"]) expect(out).toContain(part);
  });

  it("show print, reading, letters and parameter names", () => {
    const document = parsed(rederive(["show", "urazhdin:eq8", "--json"]).out);
    expect(schemaErrors("show", document)).toEqual([]);
    const { out } = rederive(["show", "urazhdin:eq8"]);
    for (const part of ["confirmed", "theta_a", "Delta", "--form model", "--form printed"]) expect(out).toContain(part);
  });
});

describe("rederive eval", () => {
  const set = ["Q0=0.01[nm]", "Delta=3.2[eV]", "omega=1.9e13", "theta_a=1.2", "a_plus=5[eV/nm]", "a_minus=9[eV/nm]", "c=1"].flatMap((text) => ["--set", text]);

  it("gives the printed and the derived moment with opposite signs", () => {
    const value = (form: string): number => {
      const run = rederive(["eval", "urazhdin:eq8", "--form", form, ...set, "--json"]);
      expect(run.err).toBe("");
      const document = parsed(run.out);
      expect(schemaErrors("eval", document)).toEqual([]);
      return document["value"] as number;
    };
    const hbar = 1.054571817646156e-34;
    const [gap, slope] = [3.2 * 1.602176634e-19, 1.602176634e-19 / 1e-9];
    const byHand = 32 * 9.2740100657e-24 * hbar * 1.9e13 * Math.sin(1.2) ** 2 * 1e-22 * (25 - 81) * slope ** 2 / gap ** 3;
    expect(value("printed") / byHand).toBeCloseTo(1, 12);
    expect(value("model") / byHand).toBeCloseTo(-1, 12);
  });

  it("takes the parameters of the paper for a number that it prints", () => {
    const { out, code } = rederive(["eval", "urazhdin:intro-V", "--form", "printed"]);
    expect(code).toBe(0);
    expect(Number(out.split(" ")[0])).toBeCloseTo(254e-30, 40);
  });
});

describe("rederive prove", () => {
  it("proves with hypotheses (exit code 0), refutes at a point with the ratio (1), and leaves open with a reason (3)", () => {
    const proved = rederive(["prove", "1/(D - w) + 1/(D + w) = 2*D/(D^2 - w^2)", "--assume", "D,w positive", "--json"]);
    expect(proved.code).toBe(0);
    expect(schemaErrors("prove", parsed(proved.out))).toEqual([]);
    expect(parsed(proved.out)).toMatchObject({ verdict: "proved", hypotheses: ["D - w ≠ 0"] });

    const refuted = rederive(["prove", "2*sin(x)*cos(x) = 2*sin(2*x)", "--json"]);
    expect(refuted.code).toBe(1);
    expect(parsed(refuted.out)).toMatchObject({ verdict: "refuted", ratio: "1/2" });
    expect(Object.keys(parsed(refuted.out)["witness"] as object)).toEqual(["x"]);

    const open = rederive(["prove", "f(x) = f(x) + integral(exp(-t^2), t, 0, x) - integral(exp(-u^2), u, 0, x)", "--assume", "f function", "--json"]);
    expect([0, 3]).toContain(open.code);
    expect(rederive(["prove", "integral(exp(-t^2), t, 0, 1) = 1"]).code).toBe(3);
  });

  it("reads LaTeX with undeclared letters", () => {
    expect(rederive(["prove", "--tex", String.raw`\sin^2\theta_a + \cos^2 \theta_a = 1`]).out).toContain("proved");
    expect(rederive(["prove", "--tex", String.raw`\frac{1}{\omega_0-\omega} = \frac{\omega_0+\omega}{\omega_0^2-\omega^2}`, "--assume", String.raw`\omega_0,\omega positive`]).code).toBe(0);
    expect(rederive(["prove", "--tex", String.raw`\sqrt{x^2} = x`, "--assume", "x real"]).code).toBe(1);
    expect(rederive(["prove", "--tex", String.raw`\sqrt{x^2} = x`, "--assume", "x positive"]).code).toBe(0);
  });

  it("answers each line of standard input, also after one that it cannot read", () => {
    const input = [
      JSON.stringify({ id: 1, left: "(a+b)^2", right: "a^2 + 2*a*b + b^2" }),
      "not json",
      JSON.stringify({ id: "two", left: "c^2", right: "1", assume: "c=±1" }),
      JSON.stringify({ id: 3, left: "c^2", right: "1" }),
      JSON.stringify({ id: 4, left: "a +* b", right: "1" }),
    ].join("\n");
    const { out, code } = rederive(["prove", "--stdin"], { input });
    const answers = out.trim().split("\n").map(parsed);
    for (const answer of answers) expect(schemaErrors("prove", answer)).toEqual([]);
    expect(answers.map((answer) => answer["verdict"] ?? "error")).toEqual(["proved", "error", "proved", "refuted", "error"]);
    expect(answers.map((answer) => answer["id"])).toEqual([1, null, "two", 3, 4]);
    expect(code).toBe(2);
  });
});

describe("rederive report and compile", () => {
  it("write whole files in the named folder and nothing else", async () => {
    const folder = freshFolder();
    const run = rederive(["report", "urazhdin", "--out", folder, "--json"]);
    expect(run.err).toBe("");
    expect(run.code).toBe(0);
    const { readdirSync } = await import("node:fs");
    expect(readdirSync(folder).toSorted()).toEqual(["urazhdin.html", "urazhdin.json", "urazhdin.md", "urazhdin.tex"]);
    expect(schemaErrors("report", parsed(readFileSync(join(folder, "urazhdin.json"), "utf8")))).toEqual([]);
    const html = readFileSync(join(folder, "urazhdin.html"), "utf8");
    expect(html).not.toContain("katex-error");
    expect(html).not.toMatch(/(?:src|href)="https?:/);
    expect(html.match(/<article /g)?.length).toBe(listedIds().length);
  });

  it("compile to a module whose function is the evaluator", async () => {
    const folder = freshFolder();
    expect(rederive(["compile", "urazhdin:eq8", "--out", folder, "--target", "js,c,python", "--json"]).code).toBe(0);
    const module = (await import(join(folder, "urazhdin.js"))) as { readonly eq8: { readonly scalar: (values: Record<string, number>) => number; readonly parameters: readonly { readonly name: string }[] } };
    expect(module.eq8.parameters.map((p) => p.name)).toContain("Delta");
  });
});

describe("the seed", () => {
  const witness = (seed: string): unknown => {
    const document = parsed(rederive(["check", "urazhdin:eq8", "--seed", seed, "--json"]).out);
    return (document["papers"] as { readonly claims: readonly { readonly model: { readonly witness: unknown } }[] }[])[0]?.claims[0]?.model.witness;
  };

  it("moves the witnesses and nothing else, and the same seed gives the same ones", () => {
    expect(witness("5")).toEqual(witness("5"));
    expect(witness("5")).not.toEqual(witness("6"));
    expect(rederive(["check", "urazhdin:eq7", "urazhdin:eq9", "urazhdin:eq13", "urazhdin:theta", "urazhdin:at-zero", "--seed", "77", "--quiet"]).code).toBe(0);
  });
});
