/**
 * # The architecture, read from the import statements
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

const filesUnder = (folder: string): readonly string[] => readdirSync(join(root, folder)).flatMap((name) => {
  const path = join(folder, name);
  return statSync(join(root, path)).isDirectory() ? filesUnder(path) : path.endsWith(".ts") ? [path] : [];
});

const source = (path: string): string => readFileSync(join(root, path), "utf8");
const lines = (path: string): number => source(path).split("\n").length - 1;

interface Import { readonly from: string; readonly to: string; readonly isType: boolean; readonly isSideEffect: boolean }

const importsOf = (path: string): readonly Import[] =>
  [...source(path).matchAll(/^(?:import|export)\s+(type\s+)?(?:([^"';]*?)\s+from\s+)?"([^"]+)"/gm)].map((match): Import => {
    const [, type, names, specifier = ""] = match;
    const to = specifier.startsWith(".") ? relative(root, join(root, normalize(join(dirname(path), specifier)))) : specifier;
    return { from: path, to, isType: type !== undefined, isSideEffect: names === undefined };
  });

/** Each layer and what it may import; the order is the order of trust. */
const layers: readonly { readonly at: RegExp; readonly may: readonly RegExp[] }[] = [
  { at: /^symbolic\/number\//, may: [] },
  { at: /^symbolic\/expr\//, may: [/^symbolic\/number\//] },
  { at: /^symbolic\/kernel\//, may: [/^symbolic\/(number|expr)\//] },
  { at: /^symbolic\/notation\//, may: [/^symbolic\/(number|expr)\//] },
  { at: /^symbolic\/theory\//, may: [/^symbolic\/(number|expr|kernel|notation)\//] },
  { at: /^symbolic\/oracle\//, may: [/^symbolic\/(number|expr|notation)\//] },
  { at: /^symbolic\/compile\//, may: [/^symbolic\/(number|expr)\//, /^symbolic\/notation\/suggestion\.ts$/] },
  { at: /^symbolic\/derive\//, may: [/^symbolic\/(number|expr|kernel|notation|theory|oracle)\//] },
  { at: /^symbolic\/index\.ts$/, may: [/^symbolic\//] },
  { at: /^derivations\/[^/]+\//, may: [/^symbolic\/index\.ts$/] },
  { at: /^reports\//, may: [/^symbolic\/index\.ts$/] },
];
const layerOf = (path: string): number => layers.findIndex(({ at }) => at.test(path));
const folderOf = (path: string): string => (path.startsWith("symbolic/index") ? path : path.split("/").slice(0, path.startsWith("reports") ? 1 : 2).join("/"));

const sources = ["symbolic", "derivations", "reports"].flatMap(filesUnder);
const imports = sources.flatMap(importsOf);

describe("the layers", () => {
  it("know only the layers that the table allows", () => {
    const wrong = imports.filter(({ from, to }) => /^(symbolic|derivations|reports)\//.test(to) && folderOf(from) !== folderOf(to) && layers[layerOf(from)]?.may.some((allowed) => allowed.test(to)) !== true);
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("cover every source file", () => {
    expect(sources.filter((path) => layerOf(path) < 0)).toEqual([]);
  });

  it("have no cycles of values between files", () => {
    const edges = new Map(sources.map((path) => [path, importsOf(path).filter(({ isType }) => !isType).map(({ to }) => to)]));
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) { cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → ")); return; }
      if (done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it("import nothing for its side effect", () => {
    expect(imports.filter(({ isSideEffect }) => isSideEffect)).toEqual([]);
  });

  it("keep papers apart from each other and from everything but the one door", () => {
    const wrong = imports.filter(({ from, to }) => from.startsWith("derivations/") && !to.startsWith(`${folderOf(from)}/`) && to !== "symbolic/index.ts");
    expect(wrong).toEqual([]);
  });
});

describe("what comes from outside", () => {
  const outside = imports.filter(({ to }) => !/^(symbolic|derivations|reports)\//.test(to));
  it("does not enter number, expr, kernel, theory, derive, compile and the papers", () => {
    expect(outside.filter(({ from }) => /^(symbolic\/(number|expr|kernel|theory|derive|compile)|derivations)\//.test(from)).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("reads and writes files only in reports", () => {
    expect(outside.filter(({ from, to }) => /^node:(fs|child_process)/.test(to) && !from.startsWith("reports/"))).toEqual([]);
  });

  it("has computer algebra only in the worker of the oracles, KaTeX only where LaTeX is read or shown", () => {
    const users = (name: string): readonly string[] => sources.filter((path) => new RegExp(`(?:from|import\\(|require\\(|resolve\\()\\s*"${name}`).test(source(path)));
    expect([...users("algebrite"), ...users("nerdamer")].filter((path) => !path.startsWith("symbolic/oracle/"))).toEqual([]);
    expect(users("katex")).toEqual(["symbolic/notation/latexTokens.ts", "reports/consistency.ts", "reports/math.ts"]);
  });

  it("generates code at run time in two places: the evaluators, and the worker in which the engines live", () => {
    const users = sources.filter((path) => /new Function\(|\beval\(|eval: true/.test(source(path)));
    expect(users.every((path) => path.startsWith("symbolic/compile/") || path === "symbolic/oracle/engineWorker.ts")).toBe(true);
    expect(users.filter((path) => path.startsWith("symbolic/compile/")).length).toBeLessThanOrEqual(1);
  });
});

describe("sizes", () => {
  it("no file is above 400 lines", () => {
    expect(sources.filter((path) => lines(path) > 400).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
  });

  it("the trusted base stays within its stated budget", () => {
    const trusted = sources.filter((path) => /^symbolic\/(number|expr|kernel)\//.test(path)).reduce((total, path) => total + lines(path), 0);
    const stated = /trusted base[^.]*?(\d[\d ]*) lines/i.exec(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"))?.[1]?.replace(/\s/g, "");
    expect(Number(stated)).toBeGreaterThanOrEqual(trusted);
    expect(trusted).toBeGreaterThan(Number(stated) - 250);
  });

  it("half of the files are shorter than 130 lines", () => {
    const sorted = sources.map(lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(130);
  });
});

describe("habits", () => {
  it("every file begins with what it is", () => {
    expect(sources.filter((path) => !/^(?:#![^\n]*\n)?\/\*\*\n \* # /.test(source(path)))).toEqual([]);
  });

  it("no type is silenced: no any, no cast, no non-null assertion, no suppressed check", () => {
    const silenced = /:\s*any\b|<any>|\bas (?!const\b)[A-Za-z{[(]|@ts-(?:ignore|expect-error|nocheck)/;
    const code = (path: string): string => source(path).replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "").replace(/`[^`]*`|"[^"\n]*"/g, "\"\"").replace(/^(?:import|export)[\s\S]*?from .*$/gm, "");
    expect(sources.filter((path) => silenced.test(code(path)))).toEqual([]);
  });

  it("no module keeps state that changes, except the table of interned terms and the caches that are listed", () => {
    const allowed = ["symbolic/expr/build.ts"];
    const stateful = sources.filter((path) => /^(?:export )?let /m.test(source(path)));
    expect(stateful.filter((path) => !allowed.includes(path) && !["reports/paperHooks.ts"].includes(path))).toEqual([]);
  });

  it("nothing is called utils or helpers", () => {
    expect(sources.filter((path) => /util|helper|misc|common\.ts/i.test(path))).toEqual([]);
  });
});
