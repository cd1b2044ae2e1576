/**
 * # The identity suite against other computer algebra
 *
 * Every identity of `test/identities/suite.ts`: our decision against SymPy, Algebrite and nerdamer, identity by identity. The ratio of a row is the
 * median of the ratios of the identities that the peer proves; those that it does not prove are counted and have no ratio.
 *
 * Ours: the median of many runs in a warm process. Every run has symbols that were never seen and terms that are forgotten, so that nothing is remembered.
 * Like is compared with like: terms given to SymPy as its terms, and for the others, which have no entrance but text, text. SymPy rewrites while it
 * builds, so the row with building counts all its work: there both begin with symbols and call constructors.
 */
import { spawnSync } from "node:child_process";
import { binder, call, inScratch, number, symbol, word, written } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { circleConstant, imaginaryUnit, infinitySymbol, type PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { subterms } from "../../symbolic/expr/walk.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { readAssumptions } from "../../symbolic/notation/assumptions.ts";
import { readInfix } from "../../symbolic/notation/infix.ts";
import { whyUnable } from "../../symbolic/oracle/ballot.ts";
import { suite, type Row as Identity } from "../identities/suite.ts";
import { askEngine, engineNames, type Statement } from "./engines.ts";
import { against, median, missing, type Findings, type Row } from "./measure.ts";
import { findSympy, sympyScript, type Sympy } from "./places.ts";
import { sympyQuestion } from "./sympySyntax.ts";
import { showRatio } from "./table.ts";

const ROUNDS = 60;
const WARM_UP = 30;

/** Seconds for the decision on given terms, with building the terms from symbols, and with reading both sides and the assumptions from text. */
interface Ours { readonly given: number; readonly built: number; readonly text: number }

const read = ({ assume, left, right, id }: Identity): Statement => {
  const { names, positive } = readAssumptions(assume);
  return { id, left: readInfix(left, names), right: readInfix(right, names), positive };
};

/** The same term, constructor by constructor, of other symbols. */
const rebuilt = (e: Expr, fresh: ReadonlyMap<PhysicalSymbol, PhysicalSymbol>): Expr => {
  const other = (s: PhysicalSymbol): PhysicalSymbol => fresh.get(s) ?? s;
  const inside = (args: readonly Expr[]): readonly Expr[] => args.map((arg) => rebuilt(arg, fresh));
  switch (e.kind) {
    case "number": return number(e.value);
    case "symbol": return symbol(other(e.symbol));
    case "sum": return written.sum(inside(e.args));
    case "product": return written.product(inside(e.args));
    case "word": return word(inside(e.args));
    case "power": return written.power(rebuilt(e.args[0], fresh), rebuilt(e.args[1], fresh));
    case "call": return call(typeof e.head === "string" ? e.head : other(e.head), inside(e.args));
    case "binder": return binder(e.head, other(e.bound), inside(e.args));
  }
};

const symbolsOf = (e: Expr): readonly PhysicalSymbol[] =>
  subterms(e).flatMap((part) => (part.kind === "symbol" ? [part.symbol] : part.kind === "binder" ? [part.bound] : part.kind === "call" && typeof part.head !== "string" ? [part.head] : []));
const constants: readonly PhysicalSymbol[] = [imaginaryUnit, circleConstant, infinitySymbol];

const builtOnce = (identity: Identity): number => inScratch(() => {
  const { left, right, positive } = read(identity);
  const fresh = new Map([left, right, ...positive].flatMap(symbolsOf).filter((s) => !constants.includes(s)).map((s) => [s, { ...s }]));
  return inScratch(() => {
    const began = performance.now();
    const decision = decideEqual(rebuilt(left, fresh), rebuilt(right, fresh), { positive: positive.map((term) => rebuilt(term, fresh)) });
    const decided = performance.now();
    if (decision.kind !== "equal") throw new Error(`${identity.id} is not proved with fresh symbols: ${decision.kind}`);
    return (decided - began) / 1e3;
  });
});

const runOnce = (identity: Identity): Ours => inScratch(() => {
  const began = performance.now();
  const { left, right, positive } = read(identity);
  const wasRead = performance.now();
  const decision = decideEqual(left, right, { positive });
  const decided = performance.now();
  if (decision.kind !== "equal") throw new Error(`${identity.id} is not proved: ${decision.kind}`);
  return { given: (decided - wasRead) / 1e3, built: builtOnce(identity), text: (decided - began) / 1e3 };
});

/** Round by round through the whole suite: no identity has the processor's caches for itself. */
const ourTimes = (): ReadonlyMap<string, Ours> => {
  const runs = new Map(suite.map((identity) => [identity.id, [] as Ours[]]));
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const identity of suite) {
      const run = runOnce(identity);
      if (round >= WARM_UP) runs.get(identity.id)!.push(run);
    }
  }
  return new Map([...runs].map(([id, list]) => [id, { given: median(list.map(({ given }) => given)), built: median(list.map(({ built }) => built)), text: median(list.map(({ text }) => text)) }]));
};

interface SympyAnswer {
  readonly id: string;
  readonly best: { readonly given: number; readonly made: number; readonly wording: string; readonly routes: readonly string[] } | null;
  /** Whether the question as translated has equal values at a point; null where SymPy finds no value. */
  readonly plausible: boolean | null;
}

const askSympy = ({ python }: Sympy, statements: readonly Statement[]): readonly SympyAnswer[] => {
  const questions = statements.flatMap(({ id, left, right, positive }) => {
    try {
      return [sympyQuestion(id, left, right, positive)];
    } catch (error) {
      if (whyUnable(error) === undefined) throw error;
      return [];
    }
  });
  const { status, stdout, stderr } = spawnSync(python, [sympyScript, "identities"], { input: JSON.stringify(questions), encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`SymPy failed\n${stderr}`);
  const answers = stdout.trim().split("\n").map((line) => JSON.parse(line) as SympyAnswer);
  const wrong = answers.filter(({ plausible }) => plausible === false);
  if (wrong.length > 0) throw new Error(`not equal as SymPy was told: ${wrong.map(({ id }) => id).join(", ")}`);
  return answers;
};

interface Versus { readonly what: string; readonly peer: string; readonly ours: ReadonlyMap<string, number>; readonly theirs: ReadonlyMap<string, number>; readonly least?: number }

const compare = ({ what, peer, ours, theirs, least }: Versus): { readonly row: Row; readonly notes: readonly string[] } => {
  const ratios = [...theirs].map(([id, seconds]) => ({ id, ratio: seconds / ours.get(id)! })).toSorted((a, b) => a.ratio - b.ratio);
  const [slowest] = ratios;
  if (slowest === undefined) throw new Error(`${peer} proves no identity`);
  const below = ratios.filter(({ ratio }) => ratio < (least ?? 1));
  return {
    row: against({
      what, peer, least, ratio: median(ratios.map(({ ratio }) => ratio)), theirs: median([...theirs.values()]), ours: median([...theirs.keys()].map((id) => ours.get(id)!)),
      remark: `proves ${theirs.size} of ${ours.size}; ${ratios.length - below.length} of them at ≥ ${least ?? 1} ×; from ${showRatio(slowest.ratio)} to ${showRatio(ratios.at(-1)!.ratio)}`,
    } as Parameters<typeof against>[0]),
    notes: below.length === 0 ? [] : [`${what}, ${peer}: below ${least ?? 1} × in ${below.map(({ id, ratio }) => `${id} ${showRatio(ratio)}`).join(", ")}`],
  };
};

const pick = <T>(map: ReadonlyMap<string, T>, of: (value: T) => number): ReadonlyMap<string, number> => new Map([...map].map(([id, value]) => [id, of(value)]));

export const identities = async (): Promise<Findings> => {
  const ours = ourTimes();
  const [given, built, text] = [pick(ours, (one) => one.given), pick(ours, (one) => one.built), pick(ours, (one) => one.text)];
  const statements = suite.map(read);
  const compared: ReturnType<typeof compare>[] = [];
  const theirs: Record<string, ReadonlyMap<string, unknown>> = {};

  const sympy = findSympy();
  if (sympy === undefined) compared.push({ row: missing("identities, given as terms", median([...given.values()]), "SymPy", 20), notes: [] });
  else {
    const proved = new Map(askSympy(sympy, statements).flatMap(({ id, best }) => (best === null ? [] : [[id, best] as const])));
    theirs["SymPy"] = proved;
    const peer = `${sympy.says}, fastest route`;
    compared.push(compare({ what: "identities, given as terms", peer, ours: given, theirs: pick(proved, (best) => best.given), least: 20 }));
    compared.push(compare({ what: "identities, with building the terms", peer, ours: built, theirs: pick(proved, (best) => best.made), least: 20 }));
    compared.push(compare({ what: "identities, with reading text (SymPy: with building)", peer, ours: text, theirs: pick(proved, (best) => best.made), least: 20 }));
  }
  for (const name of engineNames) {
    const seconds = await askEngine(name, statements);
    theirs[name] = seconds;
    const least = name === "Algebrite" ? { least: 300 } : {};
    const peer = `${name}, fastest route`;
    compared.push(compare({ what: "identities, given as terms (peer: as text)", peer, ours: given, theirs: seconds, ...least }));
    compared.push(compare({ what: "identities, given as text", peer, ours: text, theirs: seconds, ...least }));
  }
  return {
    rows: compared.map(({ row }) => row),
    notes: [...compared.flatMap(({ notes }) => notes), ...Object.entries(theirs).map(([name, proved]) => `not proved by ${name}: ${suite.filter(({ id }) => !proved.has(id)).map(({ id }) => id).join(", ") || "none"}`)],
    details: suite.map(({ id }) => ({ id, ours: ours.get(id), ...Object.fromEntries(Object.entries(theirs).map(([name, proved]) => [name, proved.get(id) ?? null])) })),
  };
};
