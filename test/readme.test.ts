/**
 * # The README does what it says
 *
 * Every command in it is run as printed, every file that it names exists, and its TypeScript compiles.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import xue from "../derivations/xue/index.ts";
import { freshFolder, root } from "./reports/run.ts";

const text = readFileSync(join(root, "README.md"), "utf8");
const blocks = (language: string): readonly string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map((match) => match[1] ?? "");
const commands = blocks("sh").flatMap((block) => block.trim().split("\n"));

/** A folder in which the package is installed, and nothing else. */
const emptyProject = (): string => {
  const folder = freshFolder();
  mkdirSync(join(folder, "node_modules", ".bin"), { recursive: true });
  symlinkSync(root, join(folder, "node_modules", "rederive"), "dir");
  symlinkSync(join(root, "dist", "reports", "cli.js"), join(folder, "node_modules", ".bin", "rederive"));
  return folder;
};

describe("the README", () => {
  const shown = commands.filter((command) => command.includes("npx rederive"));

  it("shows every command of the program", () => {
    for (const command of ["list", "check", "explain", "report", "eval", "show", "compile", "prove"]) expect(shown.some((line) => line.includes(`npx rederive ${command}`))).toBe(true);
    expect(commands.filter((line) => line.startsWith("npm"))).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  });

  const folder = emptyProject();
  shown.forEach((command, k) => {
    it(`runs: ${command}`, () => {
      // Once through npx; the others by the path that npx would find, which is faster.
      const line = command.replaceAll("npx rederive", k === 0 ? "npx --no-install rederive" : "rederive");
      const run = spawnSync("sh", ["-c", line], { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: `${join(folder, "node_modules", ".bin")}:${process.env["PATH"] ?? ""}`, NO_UPDATE_NOTIFIER: "1" } });
      expect(run.stderr.split("\n").filter((line) => line !== "" && !line.startsWith("npm warn")).join("\n")).toBe("");
      expect(run.status).toBe(0);
      expect(run.stdout).not.toBe("");
    });
  });

  it("of xue says for every claim what supports it besides its derivation, or that nothing can", () => {
    const [, evidence = ""] = /^## Independent evidence\n([\s\S]*?)^## /m.exec(readFileSync(join(root, "derivations", "xue", "README.md"), "utf8")) ?? [];
    const named = [...evidence.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
    for (const { id } of xue.claims) expect(named.filter((name) => name === id)).toEqual([id]);
    for (const file of new Set(evidence.split("\n").flatMap((row) => (row.startsWith("| `") ? [...(row.split("|")[3] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "") : [])))) {
      expect(existsSync(join(root, "test", file.startsWith("theory/") ? `${file}.test.ts` : `physics/relaxation/${file}.test.ts`))).toBe(true);
    }
  });

  it("names only files that exist", () => {
    const named = [...text.matchAll(/`((?:derivations|schemas|symbolic|reports|docs|test)\/[\w./-]*|[A-Z]+\.md)`|\]\(((?!https?:)[^)]+)\)/g)].map((match) => match[1] ?? match[2] ?? "");
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("prints TypeScript that compiles against the package", () => {
    const project = emptyProject();
    const code = blocks("ts");
    expect(code.length).toBeGreaterThan(0);
    code.forEach((block, k) => { writeFileSync(join(project, `example${k}.ts`), block); });
    writeFileSync(join(project, "package.json"), '{"type":"module"}');
    const run = spawnSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", ...code.map((_, k) => `example${k}.ts`)], { cwd: project, encoding: "utf8" });
    expect(run.stdout).toBe("");
    expect(run.status).toBe(0);
  });
});
