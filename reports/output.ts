/**
 * # Writing files
 *
 * Everything goes into the folder that the user named, each file to a temporary name first and then renamed: an interruption or a full disk
 * leaves the old file or the new one, never half of one.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "./discover.ts";

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Makes the folder, or says why it cannot be used. */
export const prepareFolder = (folder: string): void => {
  const probe = join(folder, `.rederive-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new InputError(`--out ${folder}: the folder cannot be written\n  reason    ${reasonOf(error)}\n  try       another folder, or its permissions`);
  }
};

export interface OutputFile { readonly name: string; readonly content: string | Uint8Array }

/** All files are complete before the first one takes its name. Returns their paths. */
export const writeFiles = (folder: string, files: readonly OutputFile[]): readonly string[] => {
  prepareFolder(folder);
  const written: { readonly temporary: string; readonly final: string }[] = [];
  try {
    for (const { name, content } of files) {
      const final = join(folder, name);
      const temporary = `${final}.${process.pid}.tmp`;
      mkdirSync(dirname(final), { recursive: true });
      written.push({ temporary, final });
      writeFileSync(temporary, content);
    }
    for (const { temporary, final } of written) renameSync(temporary, final);
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw new InputError(`--out ${folder}: ${reasonOf(error)}\n  nothing was left half-written`);
  }
  return written.map(({ final }) => final);
};
