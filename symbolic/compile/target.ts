/**
 * # Targets
 *
 * A row for each language that evaluators can be written in.
 */
import { cHeaderText, cSourceText } from "./c.ts";
import type { Collection } from "./claims.ts";
import { declarationText, moduleText } from "./module.ts";
import { pythonText } from "./python.ts";

export interface GeneratedFile { readonly name: string; readonly text: string }

export interface CompileTarget {
  readonly name: string;
  readonly description: string;
  readonly files: (collection: Collection) => readonly GeneratedFile[];
}

export const compileTargets: readonly CompileTarget[] = [
  {
    name: "js", description: "ES module with type declarations",
    files: (collection) => [{ name: `${collection.paper}.js`, text: moduleText(collection) }, { name: `${collection.paper}.d.ts`, text: declarationText(collection) }],
  },
  { name: "c", description: "C99 source and header", files: (collection) => [{ name: `${collection.paper}.c`, text: cSourceText(collection) }, { name: `${collection.paper}.h`, text: cHeaderText(collection) }] },
  { name: "python", description: "Python module, with or without numpy", files: (collection) => [{ name: `${collection.paper}.py`, text: pythonText(collection) }] },
];

/** There is no such target. */
export class UnknownTarget extends Error {
  override readonly name = "UnknownTarget";
}

export const compileTarget = (name: string): CompileTarget => {
  const found = compileTargets.find((target) => target.name === name);
  if (found !== undefined) return found;
  const available = compileTargets.map((target) => target.name).join(", ");
  throw new UnknownTarget(`the target '${name}' is not available; available: ${available}`);
};
