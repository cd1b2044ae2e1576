/**
 * # The second-order density matrix against SymPy, and against the number of levels
 *
 * A Hermitian coupling V at ω + iη_p and −ω + iη_p, widths of populations, all of them letters. From the letters on, for two levels and for three:
 *
 * - `closed`: the population of the first level as one fraction with its numerator expanded;
 * - `limit`: its limit when all widths vanish at fixed ratios, as such a fraction;
 * - `split`: that it is Σ_l adiabatic_l (1 + η_l/(2η_p + η_n)), decided.
 *
 * With one level occupied (energies from there) or all letters kept. Both sides make their symbols, build the matrices order by order and answer, with new symbols
 * each time; values at a point are compared before times are. Then our times for two to five levels.
 */
import { spawnSync } from "node:child_process";
import { I, inScratch, int, ONE, product, sum, symbol, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { entryOf, matrix } from "../../symbolic/expr/matrix.ts";
import { physicalSymbol, type Assumption, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { subterms } from "../../symbolic/expr/walk.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { seriesOf } from "../../symbolic/kernel/taylor.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { complex, doubleValue, modulusOf, subtract, type Complex } from "../../symbolic/oracle/doubles.ts";
import { closedTerm } from "../../symbolic/theory/closedForm.ts";
import { densityResponse, populations, type DrivenSystem } from "../../symbolic/theory/densityMatrix.ts";
import { populationWidths } from "../../symbolic/theory/relaxation.ts";
import { against, bounded, median, repeated, seconds, timed, type Findings, type Row } from "./measure.ts";
import { findSympy, sympyDensityScript, type Sympy } from "./places.ts";
import { showQuantity } from "./table.ts";

type Kind = "closed" | "limit" | "split";
interface Task { readonly id: string; readonly kind: Kind; readonly levels: number; readonly occupied: boolean }

const ROUNDS = 15;
const WARM_UP = 5;
const MOST_LEVELS = 5;

const tasks: readonly Task[] = ([[2, false], [3, true], [3, false]] as const).flatMap(([levels, occupied]) => (["closed", "limit", "split"] as const)
  .filter((kind) => kind !== "closed" || levels === 2 || occupied)                    // all letters of three levels are more than one fraction has room for
  .map((kind) => ({ id: `${kind}, ${levels} levels, ${occupied ? "one occupied" : "all letters"}`, kind, levels, occupied })));

interface Model { readonly system: DrivenSystem; readonly letters: ReadonlyMap<string, PhysicalSymbol>; readonly scale: PhysicalSymbol }

/** New symbols each time. `scaled`: every width and η_p times s. */
const modelOf = (levels: number, occupied: boolean, scaled: boolean): Model => {
  const letters = new Map<string, PhysicalSymbol>();
  const letter = (name: string, assume: readonly Assumption[] = []): Expr => {
    const made = letters.get(name) ?? physicalSymbol(name, { assume });
    letters.set(name, made);
    return symbol(made);
  };
  const all = Array.from({ length: levels }, (_, k) => k);
  const scale = physicalSymbol("s", { assume: "positive" });
  const small = (e: Expr): Expr => (scaled ? product(symbol(scale), e) : e);
  const coupling = matrix(all.map((m) => all.map((k) => (m === k ? ZERO : letter(`V${m + 1}${k + 1}`)))));
  const growth = product(I, small(letter("p", ["positive"])));
  const ω = letter("w", ["real"]);
  return {
    letters, scale,
    system: {
      energies: all.map((k) => (occupied && k === 0 ? ZERO : letter(`E${k + 1}`, ["real"]))),
      occupations: all.map((k) => (occupied ? int(k === 0 ? 1 : 0) : letter(`f${k + 1}`, ["real"]))),
      relaxation: populationWidths(all.map((k) => small(letter(`h${k + 1}`, ["positive"])))),
      drives: [{ name: "a", coupling, frequency: sum(ω, growth) }, { name: "a*", coupling, frequency: sum(product(int(-1), ω), growth) }],
    },
  };
};

const population = ({ system }: Model): Expr => entryOf(densityResponse(system).component(["a", "a*"]), 0, 0);
const split = ({ system }: Model): Expr => sum(...populations(system, ["a", "a*"], 0).map(({ adiabatic, ratio }) => product(adiabatic, sum(ONE, ratio))));

interface Answer { readonly term: Expr; readonly letters: ReadonlyMap<string, PhysicalSymbol> }

const answer = ({ kind, levels, occupied }: Task): Answer => {
  const model = modelOf(levels, occupied, kind === "limit");
  const { letters, scale } = model;
  const term = population(model);
  switch (kind) {
    case "closed": return { letters, term: closedTerm(term) };
    case "limit": return { letters, term: closedTerm(seriesOf(term, new Map([[scale, rational(1)]])).at(rational(0))) };
    case "split": {
      const { kind: decided } = decideEqual(term, split(model));
      if (decided !== "equal") throw new Error(`the population of ${levels} levels is not the sum of its parts: ${decided}`);
      return { letters, term: ONE };
    }
  }
};

/** The values at which results are compared, as fractions for SymPy. */
const point: Readonly<Record<string, readonly [re: string, im: string]>> = {
  E1: ["3/10", "0"], E2: ["-11/10", "0"], E3: ["7/5", "0"], f1: ["1/5", "0"], f2: ["9/10", "0"], f3: ["1/2", "0"], h1: ["7/10", "0"], h2: ["13/10", "0"], h3: ["2/5", "0"], p: ["1/2", "0"], w: ["2/5", "0"],
  V12: ["3/10", "4/5"], V21: ["-1/5", "1/2"], V13: ["1/2", "1/7"], V31: ["3/4", "-1/3"], V23: ["1/3", "1/5"], V32: ["2/7", "3/5"],
};
const decimal = (fraction: string): number => { const [above = "", below = "1"] = fraction.split("/"); return Number(above) / Number(below); };
const valueOf = ({ term, letters }: Answer): Complex => {
  const names = new Map([...letters].map(([name, s]) => [s, name]));
  return doubleValue(term, (node) => {
    const at = node.kind === "symbol" ? point[names.get(node.symbol) ?? ""] : undefined;
    return at === undefined ? undefined : complex(decimal(at[0]), decimal(at[1]));
  });
};

interface SympyAnswer {
  readonly id: string;
  readonly best: { readonly seconds: number; readonly route: string; readonly value: readonly [number, number] | null } | null;
  readonly tried: Readonly<Record<string, number | null>>;
}

const askSympy = ({ python }: Sympy): ReadonlyMap<string, SympyAnswer> => {
  const { status, stdout, stderr } = spawnSync(python, [sympyDensityScript, "tasks"], { input: JSON.stringify({ tasks, point }), encoding: "utf8" });
  if (status !== 0) throw new Error(`SymPy failed\n${stderr}`);
  return new Map(stdout.trim().split("\n").map((line) => JSON.parse(line) as SympyAnswer).map((one) => [one.id, one]));
};

interface Versus { readonly row: Row; readonly detail: unknown }

const compared = (task: Task, theirs: SympyAnswer | undefined, peer: string): Versus => {
  const what = `second-order population: ${task.id}`;
  const { nodes, value } = inScratch(() => { const found = answer(task); return { nodes: new Set(subterms(found.term)).size, value: valueOf(found) }; });
  const ours = repeated(ROUNDS, WARM_UP, () => inScratch(() => timed(() => answer(task)).seconds));
  const size = task.kind === "split" ? "" : `${nodes} different subterms`;
  if (theirs?.best == null) return { row: bounded(what, seconds(ours), undefined, [size, theirs === undefined ? `${peer} is not installed` : `${peer}: no route in time`].filter((part) => part !== "").join("; ")), detail: { ours, theirs } };
  const { seconds: spent, route, value: pair } = theirs.best;
  if (pair !== null) {
    const other = complex(pair[0], pair[1]);
    if (!(modulusOf(subtract(value, other)) <= 1e-10 * modulusOf(other))) throw new Error(`${task.id}: SymPy finds ${pair.join(" + i·")}, ours is ${value.re} + i·${value.im}`);
  }
  return { row: against({ what, ours, peer, theirs: spent, remark: [`fastest route: ${route}`, size].filter((part) => part !== "").join("; ") }), detail: { ours, theirs } };
};

interface Growth { readonly levels: number; readonly matrix: number; readonly paths: number; readonly parts: number }

/** All elements of the second order; every path of the expectation of V in it; all populations, split, each part in the limit of vanishing widths. */
const growth = (levels: number): Growth => {
  const measure = (run: (model: Model) => void, scaled = false): number => repeated(ROUNDS, WARM_UP, () => inScratch(() => timed(() => { run(modelOf(levels, false, scaled)); }).seconds));
  return {
    levels,
    matrix: measure(({ system }) => { densityResponse(system).component(["a", "a*"]); }),
    paths: measure(({ system }) => { densityResponse(system).paths(system.drives[0]!.coupling, ["a", "a*"]); }),
    parts: measure(({ system, scale }) => {
      for (let level = 0; level < levels; level++) {
        for (const { adiabatic, ratio } of populations(system, ["a", "a*"], level)) closedTerm(seriesOf(product(adiabatic, sum(ONE, ratio)), new Map([[scale, rational(1)]])).at(rational(0)));
      }
    }, true),
  };
};

export const densityResponses = (): Findings => {
  const sympy = findSympy();
  const theirs = sympy === undefined ? undefined : askSympy(sympy);
  const peer = sympy === undefined ? "SymPy" : sympy.says;
  const rows = tasks.map((task) => compared(task, theirs?.get(task.id), peer));
  const ratios = rows.flatMap(({ row: { ratio } }) => (ratio === undefined ? [] : [ratio]));
  const times = Array.from({ length: MOST_LEVELS - 1 }, (_, k) => growth(k + 2));
  const list = (of: (one: Growth) => number): string => times.map((one) => `N = ${one.levels}: ${showQuantity(seconds(of(one)))}`).join(", ");
  return {
    rows: rows.map(({ row }) => row),
    notes: [
      `second order, all elements: ${list((one) => one.matrix)}`,
      `second order, all paths of one observable: ${list((one) => one.paths)}`,
      `second order, all populations split, each part in closed form for vanishing widths: ${list((one) => one.parts)}`,
      ...(ratios.length === 0 ? [] : [`second-order populations against ${peer}: median ratio ${median(ratios).toFixed(1)} over ${ratios.length} of ${tasks.length} tasks`]),
    ],
    details: { tasks: rows.map(({ detail }, k) => ({ ...tasks[k], ...detail as object })), levels: times },
  };
};
