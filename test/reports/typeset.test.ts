import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { isInstalled, itNeeds } from "../system.ts";
import { freshFolder, rederive } from "./run.ts";

const browser = (folder: string): readonly string[] => ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", `--user-data-dir=${join(folder, "profile")}`, "--dump-dom"];
const folder = freshFolder();

describe("the report of urazhdin", () => {
  const formats = [...(isInstalled("pdflatex") ? ["pdf"] : []), "html"];
  const report = rederive(["report", "urazhdin", "--out", folder, "--format", formats.join()]);

  itNeeds("pdflatex", "is typeset by TeX without an error", () => {
    expect(report.err).toBe("");
    expect(report.code).toBe(0);
    expect(readFileSync(join(folder, "urazhdin.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  }, 120_000);

  itNeeds("chromium", "shows every claim and every formula in a browser that has no network", () => {
    const run = spawnSync("chromium", [...browser(folder), `file://${join(folder, "urazhdin.html")}`], { encoding: "utf8", maxBuffer: 1 << 28 });
    expect(run.stdout.match(/<article /g)?.length).toBeGreaterThanOrEqual(77);
    expect(run.stdout.match(/class="katex"/g)?.length).toBeGreaterThan(300);
    expect(run.stdout).not.toContain("katex-error");
  }, 120_000);
});

// The paper with the longest formulas.
describe("the long formulas of xue", () => {
  rederive(["report", "xue", "--out", folder, "--format", "tex,html", "--quiet"]);

  itNeeds("pdflatex", "are broken over lines on the pages", () => {
    const run = spawnSync("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "xue.tex"], { cwd: folder, stdio: "ignore" });
    expect(run.status).toBe(0);
    const overfull = [...readFileSync(join(folder, "xue.log"), "latin1").matchAll(/Overfull \\hbox \(([\d.]+)pt too wide\)/g)].map(([, points]) => Number(points));
    expect(overfull.filter((points) => points > 50)).toEqual([]);
  }, 120_000);

  itNeeds("chromium", "scroll in their own boxes on the screen, so that the page is no wider than its window", () => {
    const script = "<script>addEventListener('load', () => { for (const one of document.querySelectorAll('details')) one.open = true; document.title = [document.documentElement.scrollWidth, document.documentElement.clientWidth].join(); });</script>";
    const page = join(folder, "measured.html");
    writeFileSync(page, readFileSync(join(folder, "xue.html"), "utf8").replace("</body>", `${script}</body>`));
    const run = spawnSync("chromium", [...browser(folder), "--virtual-time-budget=20000", "--window-size=1000,900", `file://${page}`], { encoding: "utf8", maxBuffer: 1 << 28 });
    const [scroll = 0, client = 0] = (/<title>(\d+),(\d+)<\/title>/.exec(run.stdout) ?? []).slice(1).map(Number);
    expect(client).toBeGreaterThan(600);
    expect(scroll).toBeLessThanOrEqual(client);
  }, 120_000);
});
