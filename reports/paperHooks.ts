/**
 * # Loading the papers of a user
 *
 * Module hooks, run by Node beside the main thread: "rederive" means the package that is running, and TypeScript is read where Node itself
 * cannot, with the compiler that the user's project has installed.
 */
import { readFileSync } from "node:fs";
import { createRequire, type LoadHook, type ResolveHook } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

let door = "";

export const initialize = (data: { readonly door: string }): void => {
  door = data.door;
};

export const resolve: ResolveHook = (specifier, context, next) => (specifier === "rederive" ? { url: door, shortCircuit: true } : next(specifier, context));

/** The TypeScript that a module at this place would import. */
const compilerFrom = (place: string): unknown => {
  try {
    const found: unknown = createRequire(place)("typescript");
    return found;
  } catch {
    return undefined;
  }
};

interface Transpiler { readonly transpileModule: (source: string, options: { readonly compilerOptions: Readonly<Record<string, unknown>> }) => { readonly outputText: string } }
const isTranspiler = (value: unknown): value is Transpiler => typeof value === "object" && value !== null && typeof Reflect.get(value, "transpileModule") === "function";

export const load: LoadHook = (url, context, next) => {
  if (!url.endsWith(".ts") || Reflect.get(process.features, "typescript") !== undefined) return next(url, context);
  const path = fileURLToPath(url);
  const compiler = [url, join(process.cwd(), "index.js"), import.meta.url].map(compilerFrom).find((found) => found !== undefined);
  if (compiler === undefined) {
    throw new Error(`Node ${process.versions.node} does not read TypeScript: use Node 22.18 or later, install typescript beside ${path}, or compile the folder to index.js`);
  }
  if (!isTranspiler(compiler)) throw new Error(`the package 'typescript' found from ${path} has no transpileModule`);
  const { outputText } = compiler.transpileModule(readFileSync(path, "utf8"), { compilerOptions: { module: 99, target: 9, verbatimModuleSyntax: true } });
  return { format: "module", source: outputText, shortCircuit: true };
};
