/**
 * # Finding papers
 *
 * A paper is a folder with an `index.js` or `index.ts` whose default export is made by `paper(…)`. Nothing is registered anywhere: the
 * folders are found by reading directories. The papers of the package come first; `--papers DIR` adds folders of the user.
 *
 * - `discover`: where the papers are, without loading any of them.
 * - `loadPaper`: imports one and says what is wrong with it.
 *
 * A paper of the user imports "rederive": that name is resolved to this very package, so that its terms are the terms of this run.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { register } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isPaper, type Paper } from "../symbolic/index.ts";
import { nearest } from "./text.ts";

/** Wrong usage or bad input: exit code 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}

export interface PaperFolder { readonly id: string; readonly folder: string; readonly entry: string; /** Where its anchors, pins and README are. */ readonly data: string }

const own = fileURLToPath(new URL("../derivations/", import.meta.url));

/** The folder of package.json: compiled files stand in dist/derivations, the data of a paper beside its sources. */
const rootAbove = (folder: string): string => (existsSync(join(folder, "package.json")) || dirname(folder) === folder ? folder : rootAbove(dirname(folder)));
export const packageRoot = rootAbove(dirname(fileURLToPath(import.meta.url)));

const foldersIn = (root: string): readonly string[] =>
  readdirSync(root).filter((name) => !name.startsWith(".") && name !== "node_modules").map((name) => join(root, name)).filter((path) => statSync(path).isDirectory()).toSorted();

const entryOf = (folder: string): string | undefined => ["index.js", "index.mjs", "index.ts"].map((name) => join(folder, name)).find((path) => existsSync(path));

/** Every paper folder, those of the package first. `extra`: folders that hold paper folders. */
export const discover = (extra: readonly string[]): readonly PaperFolder[] => {
  const ours = existsSync(own) ? foldersIn(own).flatMap((folder) => asPaper(folder, join(packageRoot, "derivations", basename(folder)))) : [];
  const theirs = extra.flatMap((root) => {
    const path = resolve(root);
    if (!existsSync(path) || !statSync(path).isDirectory()) throw new InputError(`--papers ${root}: there is no such folder\n  expected  a folder that holds paper folders, each with an index.js or index.ts\n  try       rederive list, which shows the papers that are found without it`);
    const candidates = entryOf(path) === undefined ? foldersIn(path) : [path];
    const found = candidates.flatMap((folder) => asPaper(folder, folder));
    if (found.length === 0) throw new InputError(`--papers ${root}: no paper in it\n  expected  at least one folder with an index.js or index.ts\n  found     ${candidates.length === 0 ? "no folder" : candidates.map((folder) => basename(folder)).join(", ")}`);
    return found;
  });
  const all = [...ours, ...theirs];
  const repeated = all.find((one, k) => all.findIndex((other) => other.id === one.id) !== k);
  if (repeated !== undefined) throw new InputError(`two paper folders are called '${repeated.id}':\n  ${all.filter((one) => one.id === repeated.id).map((one) => one.folder).join("\n  ")}\n  try       rename one of them`);
  return all;
};

const asPaper = (folder: string, data: string): readonly PaperFolder[] => {
  const entry = entryOf(folder);
  return entry === undefined ? [] : [{ id: basename(folder), folder, entry, data: existsSync(data) ? data : folder }];
};

export const folderOf = (folders: readonly PaperFolder[], id: string): PaperFolder => {
  const found = folders.find((folder) => folder.id === id);
  if (found !== undefined) return found;
  throw new InputError(`unknown paper '${id}'\n  known     ${folders.map((folder) => folder.id).join(", ")}${nearest(id, folders.map((folder) => folder.id))}`);
};

/** Imports the papers; TypeScript and the name "rederive" are understood in folders outside the package too. */
export const loadPapers = async (folders: readonly PaperFolder[]): Promise<readonly Paper[]> => {
  if (folders.some((folder) => !folder.folder.startsWith(own))) {
    register("./paperHooks.js", import.meta.url, { data: { door: new URL("../symbolic/index.js", import.meta.url).href } });
  }
  const papers: Paper[] = [];
  for (const folder of folders) papers.push(await loadPaper(folder));
  return papers;
};

const loadPaper = async (folder: PaperFolder): Promise<Paper> => {
  const problem = (what: string, hint: string): InputError => new InputError(`the paper folder '${folder.id}' cannot be used: ${what}\n  file      ${folder.entry}\n  try       ${hint}`);
  let module: unknown;
  try {
    module = await import(pathToFileURL(folder.entry).href);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "error", message: String(error) };
    throw problem(`${name === "Error" ? "" : `${name}: `}${message}`, "correct the file; every name that it imports comes from \"rederive\"");
  }
  const found: unknown = typeof module === "object" && module !== null ? Reflect.get(module, "default") : undefined;
  if (!isPaper(found)) throw problem("it has no default export made by paper(…)", "export default paper({ id, title, citation, symbols, notation, claims, derivations })");
  if (found.id !== folder.id) throw problem(`its paper calls itself '${found.id}'`, `give the folder and the paper the same id`);
  return found;
};

/** A JSON file of the paper, or undefined when there is none. */
export const dataOf = (folder: PaperFolder, name: string): unknown => {
  const path = join(folder.data, name);
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return value;
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};
