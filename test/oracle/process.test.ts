import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "rederive-oracle-"));

/** The library as it is published: one JavaScript file beside another, in a package of its own. */
const compile = (): void => {
  const options: ts.CompilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, rewriteRelativeImportExtensions: true, verbatimModuleSyntax: true };
  for (const file of readdirSync(join(root, "symbolic"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    const target = join(place, "symbolic", file.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, ts.transpileModule(readFileSync(join(root, "symbolic", file), "utf8"), { compilerOptions: options, fileName: relative(root, file) }).outputText);
  }
  writeFileSync(join(place, "package.json"), '{ "type": "module" }');
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
};

const run = async (script: string): Promise<string> => {
  writeFileSync(join(place, "script.js"), `import { openPool } from "./symbolic/oracle/pool.js";\n${script}`);
  return (await promisify(execFile)(process.execPath, ["script.js"], { cwd: place, timeout: 20_000 })).stdout.trim();
};

describe("a process that asked an engine", () => {
  beforeAll(compile);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it("runs from compiled JavaScript and ends by itself once the pool is closed", async () => {
    expect(await run('const pool = openPool(); const { lines } = await pool.ask("algebrite", [{ text: "1/2+1/3" }]); console.log(lines[0].text); await pool.close();')).toBe("5/6");
  });

  it("ends by itself even when nobody closes the pool", async () => {
    expect(await run('const pool = openPool(); for (const engine of ["algebrite", "nerdamer"]) console.log((await pool.ask(engine, [{ text: "x+x" }])).lines[0].text);')).toBe("2*x\n2*x");
  });

  it("waits for an answer that is under way", async () => {
    expect(await run('openPool().ask("nerdamer", [{ text: "x+x+x" }]).then(({ lines }) => console.log(lines[0].text));')).toBe("3*x");
  });
});
