/**
 * # The two engines that ship with the package, asked in-process
 *
 * An identity is put to an engine as the second opinions do it: once for every value of its signs and every residue of the integers in phases.
 * All routes to zero are tried in every case and the fastest that succeeds counts, with the benefit of hindsight. Times are medians of runs in
 * a warm process, with new letters each time; they include the engine's reading of the text, for neither has another entrance.
 */
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { ballot, whyUnable } from "../../symbolic/oracle/ballot.ts";
import { algebriteDialect, differenceText, nerdamerDialect, write, type Dialect } from "../../symbolic/oracle/engineSyntax.ts";
import { median } from "./measure.ts";

export const engineNames = ["Algebrite", "nerdamer"] as const;
export type EngineName = (typeof engineNames)[number];

interface Peer { readonly dialect: Dialect; readonly routes: readonly ((difference: string) => string)[] }

const peers: Readonly<Record<EngineName, Peer>> = {
  Algebrite: {
    dialect: algebriteDialect,
    routes: [
      (d) => d, (d) => `rationalize(${d})`, (d) => `numerator(rationalize(${d}))`, (d) => `circexp(${d})`, (d) => `rationalize(circexp(${d}))`, (d) => `numerator(rationalize(circexp(${d})))`,
      (d) => `rect(circexp(${d}))`, (d) => `simplify(${d})`, (d) => `simplify(circexp(${d}))`,
    ],
  },
  nerdamer: { dialect: nerdamerDialect, routes: [(d) => d, (d) => `expand(${d})`, (d) => `simplify(${d})`, (d) => `simplify(expand(${d}))`] },
};

/** The letters qa, qb, … of the translation, spelled anew for each run. */
const spellings = ["q", "w", "v", "u", "z", "y", "k"] as const;
const respell = (text: string, first: string): string => text.replace(/\bq([a-z]+)\b/g, `${first}$1`);

const PER_ROUTE = 5;
const PER_IDENTITY = 20;
const LOADING = 30;
const ENOUGH = 1;

interface Answer { readonly answer: string; readonly seconds: number }

/** One engine whose process is replaced when a question takes too long. */
class KillableEngine {
  private child: ChildProcess | undefined;
  private readonly name: EngineName;
  constructor(name: EngineName) { this.name = name; }

  private hear(child: ChildProcess, limit: number): Promise<unknown> {
    return new Promise((resolve) => {
      const settle = (message: unknown): void => {
        clearTimeout(timer);
        child.off("message", settle).off("exit", settle);
        resolve(message);
      };
      const timer = setTimeout(() => settle(undefined), limit * 1e3);
      child.on("message", settle).on("exit", settle);
    });
  }

  private async started(): Promise<ChildProcess> {
    if (this.child !== undefined) return this.child;
    const child = fork(join(import.meta.dirname, "engineProcess.js"), [this.name.toLowerCase()], { execArgv: ["--stack-size=3000"], stdio: ["ignore", "ignore", "ignore", "ipc"] });
    if (await this.hear(child, LOADING) !== "ready") throw new Error(`${this.name} did not load within ${LOADING} s`);
    this.child = child;
    return child;
  }

  /** Undefined when there is no answer in time. */
  async ask(text: string, limit: number): Promise<Answer | undefined> {
    const child = await this.started();
    const heard = this.hear(child, limit);
    child.send(text);
    const answer = await heard;
    if (typeof answer === "object" && answer !== null && "answer" in answer) return answer as Answer;
    this.close();
    return undefined;
  }

  close(): void {
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }
}

/** The seconds in which the engine shows one difference to be 0 by one route. */
const timeOf = async (engine: KillableEngine, text: string, limit: number): Promise<number | undefined> => {
  const first = await engine.ask(text, limit);
  if (first?.answer.trim() !== "0") return undefined;
  const runs: number[] = [];
  for (const spelling of spellings) {
    const again = await engine.ask(respell(text, spelling), 2 * limit);
    if (again?.answer.trim() !== "0") break;
    runs.push(again.seconds);
    if (runs.reduce((total, run) => total + run, 0) > ENOUGH) break;
  }
  return runs.length === 0 ? first.seconds : median(runs);
};

/** The fastest route in every case, added up; undefined where one case is not shown. */
const fastest = async (engine: KillableEngine, name: EngineName, left: Expr, right: Expr, positive: readonly Expr[]): Promise<number | undefined> => {
  const { dialect, routes } = peers[name];
  const deadline = performance.now() + PER_IDENTITY * 1e3;
  let total = 0;
  for (const one of ballot(left, right, positive)) {
    const difference = differenceText(write(one.left, dialect, one.letters), write(one.right, dialect, one.letters));
    let best: number | undefined;
    for (const route of routes) {
      const leftOver = (deadline - performance.now()) / 1e3;
      if (leftOver <= 0) break;
      const seconds = await timeOf(engine, route(difference), Math.min(leftOver, best === undefined ? PER_ROUTE : Math.max(0.25, 5 * best)));
      if (seconds !== undefined && seconds < (best ?? Infinity)) best = seconds;
    }
    if (best === undefined) return undefined;
    total += best;
  }
  return total;
};

export interface Statement { readonly id: string; readonly left: Expr; readonly right: Expr; readonly positive: readonly Expr[] }

/** Seconds by id; an identity that the engine does not prove, or cannot be told, is absent. */
export const askEngine = async (name: EngineName, statements: readonly Statement[]): Promise<ReadonlyMap<string, number>> => {
  const engine = new KillableEngine(name);
  const found = new Map<string, number>();
  try {
    for (const { id, left, right, positive } of statements) {
      try {
        const seconds = await fastest(engine, name, left, right, positive);
        if (seconds !== undefined) found.set(id, seconds);
      } catch (error) {
        if (whyUnable(error) === undefined) throw error;
      }
    }
  } finally {
    engine.close();
  }
  return found;
};
