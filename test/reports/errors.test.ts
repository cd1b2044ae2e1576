import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, freshFolder, rederive, root } from "./run.ts";
import { tinyPaper } from "./tinyPaper.ts";

/** Bad input: exit code 2, nothing on standard output, and a message that says where, expected, found, what to try. */
const complaint = (...args: readonly string[]): string => {
  const { code, out, err } = rederive(args);
  expect(out).toBe("");
  expect(code).toBe(2);
  expect(err).not.toMatch(/\n\s+at /);                     // no stack
  return err;
};

describe("bad input is answered with place, expectation, finding and what to try", () => {
  it("an unknown paper, with the nearest name", () => {
    expect(complaint("check", "urazhdim")).toBe("unknown paper 'urazhdim'\n  known     ren, urazhdin, xue\n  did you mean 'urazhdin'?\n");
  });

  it("an unknown claim, with the nearest name", () => {
    expect(complaint("explain", "urazhdin:eq81")).toContain("unknown claim 'eq81' of the paper 'urazhdin'\n  did you mean 'eq");
  });

  it("a target that names no claim", () => {
    expect(complaint("explain", "urazhdin")).toBe("'urazhdin' names no claim\n  expected  paper:claim, such as urazhdin:eq1\n  try       rederive list urazhdin\n");
    expect(complaint("check", "urazhdin:eq1:2")).toContain("'urazhdin:eq1:2' names no claim");
  });

  it("an unknown command and an unknown option", () => {
    expect(complaint("chekc")).toContain("unknown command 'chekc'");
    expect(complaint("check", "--fast")).toContain("unknown option '--fast'");
    expect(complaint("check", "--seed", "x")).toContain("expected a whole number from 0, found 'x'");
  });

  it("an unknown parameter, a missing one, and one that is set to something else than a number", () => {
    expect(complaint("eval", "urazhdin:eq3", "--form", "printed", "--set", "E_e=1")).toContain("has no parameter 'E_e'");
    const missing = complaint("eval", "urazhdin:eq3", "--form", "printed", "--set", "E_d=1[eV]");
    expect(missing).toContain("t_TiO");
    expect(missing).toMatch(/expected|missing|try/);
    expect(complaint("eval", "urazhdin:eq3", "--form", "printed", "--set", "E_d")).toContain("expected  name=value or name=value[unit]");
    expect(complaint("eval", "urazhdin:eq3", "--form", "printed", "--set", "E_d=NaN")).toContain("'NaN' is not a finite number");
  });

  it("a wrong unit and an unknown one", () => {
    const wrong = complaint("eval", "urazhdin:eq3", "--form", "printed", "--set", "E_d=1[nm]");
    expect(wrong).toContain("the unit 'nm' does not measure 'E_d'");
    expect(wrong).toMatch(/expected {2}the dimension kg·m\^2·s\^-2\n {2}found {5}m/);
    expect(complaint("eval", "urazhdin:eq3", "--form", "printed", "--set", "E_d=1[parsec]")).toContain("unknown unit 'parsec'");
  });

  it("a negative value where the letter is positive, and a sign that is not ±1", () => {
    const set = (t: string, s: string): readonly string[] => ["eval", "urazhdin:eq3", "--form", "printed", "--set", "E_d=4[eV]", "--set", `t_TiO=${t}[eV]`, "--set", `branch=${s}`];
    expect(complaint(...set("1", "1"))).toMatch(/'t_TiO'/);
    expect(complaint(...set("-1", "2"))).toMatch(/'branch'/);
  });

  it("a claim without a value", () => {
    expect(complaint("eval", "urazhdin:intro-linear", "--form", "printed")).toContain("there is no value to compute");
  });

  it("a formula that cannot be read, with a caret at the place", () => {
    expect(complaint("prove", "1/(x-1 = 2")).toMatch(/expected '\)', found .* at column \d+\n {2}.*\n {2} *\^/);
    expect(complaint("prove", "2x = x + x")).toContain("write the product with '*'");
    expect(complaint("prove", "a = b = c")).toContain("expected the end of the formula, found '=' at column 7");
    expect(complaint("prove", "x = y", "--assume", "x postive")).toContain("did you mean 'positive'?");
    expect(complaint("prove", "--tex", String.raw`\frac{1}{x = 2`)).toContain("at column");
    expect(complaint("prove")).toContain("prove needs an equation");
  });

  it("an unknown format and an unknown target", () => {
    expect(complaint("report", "--out", freshFolder(), "--format", "htm")).toContain("unknown format 'htm'");
    const folder = freshFolder();
    expect(complaint("compile", "urazhdin:eq8", "--target", "wasm", "--out", folder)).toMatch(/wasm.*js, c, python/s);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("an output folder that cannot be written, before any work is done", () => {
    const file = join(freshFolder(), "file");
    writeFileSync(file, "mine");
    const { code, err, seconds } = rederive(["report", "urazhdin", "--out", join(file, "out")]);
    expect(code).toBe(2);
    expect(err).toContain("the folder cannot be written");
    expect(seconds).toBeLessThan(4);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

describe("a paper folder that is not one", () => {
  it("is reported with its file", () => {
    const folder = freshFolder();
    expect(complaint("list", "--papers", join(folder, "nowhere"))).toContain("there is no such folder");
    expect(complaint("list", "--papers", folder)).toContain("no paper in it");
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(folder, "empty", "index.js"), "export const nothing = 1;\n");
    const missing = complaint("list", "--papers", folder);
    expect(missing).toContain("the paper folder 'empty' cannot be used: it has no default export made by paper(…)");
    expect(missing).toContain(join(folder, "empty", "index.js"));
  });

  it("says which name is not exported", () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "broken"));
    writeFileSync(join(folder, "broken", "claims.js"), "export const one = 1;\n");
    writeFileSync(join(folder, "broken", "index.js"), 'import { two } from "./claims.js";\nexport default two;\n');
    expect(complaint("check", "broken", "--papers", folder)).toContain("'two'");
  });

  it("may not hide a claim whose LaTeX does not parse", () => {
    const folder = tinyPaper({ printed: String.raw`E = \frac{1}{2 k A^2` });
    const { code, err } = rederive(["check", "spring", "--papers", folder]);
    expect(code).toBe(2);
    expect(err).toMatch(/spring:energy: the printed LaTeX does not parse.*at column \d+/);
    expect(err).toContain("try       correct the field 'printed' of the claim");
  });

  it("may not rest on premises that contradict each other", () => {
    const folder = tinyPaper({ extraPremise: 'premise("other-frequency", eq`ω = 2*sqrt(k/m)`, { kind: "model", where: "Sec. 1", text: "another oscillator" })' });
    const { code, err } = rederive(["check", "spring", "--papers", folder]);
    expect(code).toBe(2);
    expect(err).toContain("other-frequency");
    expect(err).toMatch(/contradict/);
  });

  it("may not print something else than what is read", () => {
    const folder = tinyPaper({ printed: String.raw`E = \frac{1}{3} k A^2` });
    const { code, err } = rederive(["check", "spring", "--papers", folder]);
    expect(code).toBe(2);
    expect(err).toContain("the stated reading is not what is printed");
  });
});

describe("an interrupted report", () => {
  it("leaves the old files as they were and no half-written ones", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "urazhdin.html"), "old");
    const child = spawn(process.execPath, [cli, "report", "urazhdin", "--out", folder], { cwd: root, stdio: "ignore" });
    await new Promise((resume) => { setTimeout(resume, 900); });
    child.kill("SIGINT");
    const signal = await new Promise((resume) => { child.on("exit", (_, by) => { resume(by); }); });
    expect(signal).toBe("SIGINT");
    expect(readdirSync(folder)).toEqual(["urazhdin.html"]);
    expect(readFileSync(join(folder, "urazhdin.html"), "utf8")).toBe("old");
  });
});
