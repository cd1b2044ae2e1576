import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, rederive, schemaErrors } from "./run.ts";
import { tinyPaper } from "./tinyPaper.ts";

describe("a second, tiny paper in a folder of its own", () => {
  for (const file of ["index.js", "index.ts"] as const) {
    it(`is found and judged without touching another file (${file})`, () => {
      const folder = tinyPaper({ file });
      const { out, err, code } = rederive(["check", "spring", "--papers", folder, "--json"]);
      expect(err).toBe("");
      expect(code).toBe(0);
      const document = JSON.parse(out) as { readonly papers: readonly { readonly claims: readonly { readonly id: string; readonly read: string; readonly dimension: { readonly status: string }; readonly model: { readonly verdict: string; readonly ratio: string | null; readonly slip: string | null } }[] }[] };
      expect(schemaErrors("check", document)).toEqual([]);
      const [energy, wrong] = document.papers[0]?.claims ?? [];
      expect(energy).toMatchObject({ id: "energy", read: "confirmed", dimension: { status: "consistent" }, model: { verdict: "exact" } });
      expect(wrong).toMatchObject({ id: "wrong", read: "confirmed", dimension: { status: "inconsistent" }, model: { verdict: "discrepancy" } });
      expect(wrong?.model.ratio).toMatch(/\\frac\{m\}\{k\}/);
    });
  }

  it("stands beside the others, is reported, and computes", () => {
    const folder = tinyPaper();
    const out = freshFolder();
    expect(rederive(["list", "--papers", folder]).out).toMatch(/urazhdin[\s\S]*spring/);
    expect(rederive(["report", "spring", "--papers", folder, "--out", out]).code).toBe(0);
    expect(readFileSync(join(out, "spring.html"), "utf8")).toContain("A mass on a spring");
    const run = rederive(["eval", "spring:wrong", "--form", "model", "--papers", folder, "--set", "k=4", "--set", "m=1[kg]"]);
    expect(run.out).toMatch(/^3\.14159265358979\d* s\n$/);
  });
});
