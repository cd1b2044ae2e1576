/**
 * # The command line as a user meets it
 *
 * Runs the built program in a process of its own.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

export const root = join(import.meta.dirname, "..", "..");
export const cli = join(root, "dist", "reports", "cli.js");

export interface Outcome { readonly code: number | null; readonly out: string; readonly err: string; readonly seconds: number }

export const rederive = (args: readonly string[], options: { readonly input?: string; readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): Outcome => {
  const began = performance.now();
  const run = spawnSync(process.execPath, [cli, ...args], { encoding: "utf8", input: options.input ?? "", cwd: options.cwd ?? root, env: { ...process.env, ...options.env }, maxBuffer: 1 << 28 });
  return { code: run.status, out: run.stdout, err: run.stderr, seconds: (performance.now() - began) / 1000 };
};

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "rederive-test-"));

/** What a document has against its schema; empty when it is valid. */
export const schemaErrors = (name: string, document: unknown): readonly string[] => {
  const schema = JSON.parse(readFileSync(join(root, "schemas", `${name}.schema.json`), "utf8")) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  const validate = ajv.compile(schema);
  return validate(document) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""}`);
};
