/**
 * # The package as npm installs it
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, root } from "./reports/run.ts";

const sh = (command: string, cwd: string): { readonly status: number | null; readonly out: string } => {
  const run = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8", env: { ...process.env, npm_config_offline: "true", npm_config_audit: "false", npm_config_fund: "false" } });
  return { status: run.status, out: `${run.stdout}${run.stderr}` };
};

describe("npm pack", () => {
  const folder = freshFolder();
  const packed = sh(`npm pack --ignore-scripts --pack-destination ${folder}`, root);
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  const unpacked = sh(`mkdir -p node_modules/rederive && tar -xzf ${archive} -C node_modules/rederive --strip-components 1`, folder);
  const installed = join(folder, "node_modules", "rederive");

  it("holds the compiled program, the papers' data, the schemas and the licence, and no tests or sources", () => {
    expect([packed.status, unpacked.status]).toEqual([0, 0]);
    const top = readdirSync(installed).toSorted();
    for (const name of ["LICENSE", "README.md", "CHANGELOG.md", "dist", "schemas", "package.json", "derivations"]) expect(top).toContain(name);
    for (const name of ["test", "symbolic", "reports", "node_modules"]) expect(top).not.toContain(name);
    expect(existsSync(join(installed, "derivations", "urazhdin", "verdicts.json"))).toBe(true);
    expect(existsSync(join(installed, "derivations", "urazhdin", "claims.ts"))).toBe(false);
  });

  it("has everything that its command line imports, with the dependencies that package.json names", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly dependencies: Readonly<Record<string, string>> };
    for (const name of Object.keys(dependencies)) sh(`mkdir -p node_modules/${name} && cp -r ${join(root, "node_modules", name)}/. node_modules/${name}/`, folder);
    sh(`for d in $(ls ${join(root, "node_modules")}); do [ -e node_modules/$d ] || ln -s ${join(root, "node_modules")}/$d node_modules/$d; done`, folder);
    const listed = sh("node node_modules/rederive/dist/reports/cli.js list urazhdin --json", folder);
    expect(listed.status).toBe(0);
    expect(JSON.parse(listed.out)).toMatchObject({ schema: "rederive/list@1" });
    expect(sh("node node_modules/rederive/dist/reports/cli.js check urazhdin:eq6 urazhdin:eq8", folder).status).toBe(0);
  });

  it("resolves its types and its evaluators for a program that imports it", () => {
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(join(folder, "use.ts"), `
import { prove } from "rederive";
import { eq8 } from "rederive/evaluators/urazhdin";
const verdict: "proved" | "refuted" | "open" = prove({ left: "(a+b)^2", right: "a^2+2*a*b+b^2", assume: "", tex: false }).verdict;
const names: readonly string[] = eq8.parameters.map((parameter) => parameter.name);
const unit: string | undefined = eq8.unit;
console.log(verdict, names.join(), unit);
`);
    const compiled = sh(`node ${join(root, "node_modules", "typescript", "bin", "tsc")} --strict --target es2022 --module nodenext use.ts`, folder);
    expect(compiled.out).toBe("");
    const { status, out } = sh("node use.js", folder);
    expect(status).toBe(0);
    expect(out).toMatch(/^proved .*Delta.* A·m\^2|^proved .*Delta.* J\/T|^proved .*Delta/);
  });
});
