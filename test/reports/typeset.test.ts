import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { isInstalled, itNeeds } from "../system.ts";
import { freshFolder, rederive } from "./run.ts";

describe("the report of urazhdin", () => {
  const folder = freshFolder();
  const formats = [...(isInstalled("pdflatex") ? ["pdf"] : []), "html"];
  const report = rederive(["report", "urazhdin", "--out", folder, "--format", formats.join()]);

  itNeeds("pdflatex", "is typeset by TeX without an error", () => {
    expect(report.err).toBe("");
    expect(report.code).toBe(0);
    expect(readFileSync(join(folder, "urazhdin.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  }, 120_000);

  itNeeds("chromium", "shows every claim and every formula in a browser that has no network", () => {
    const run = spawnSync("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", `--user-data-dir=${join(folder, "profile")}`, "--dump-dom", `file://${join(folder, "urazhdin.html")}`], { encoding: "utf8", maxBuffer: 1 << 28 });
    expect(run.stdout.match(/<article /g)?.length).toBeGreaterThanOrEqual(77);
    expect(run.stdout.match(/class="katex"/g)?.length).toBeGreaterThan(300);
    expect(run.stdout).not.toContain("katex-error");
  }, 120_000);
});
