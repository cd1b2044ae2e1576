/** Engines for tests, and their answers in given letters. */
import { afterAll } from "vitest";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { algebriteOracle } from "../../symbolic/oracle/algebrite.ts";
import type { Lettering } from "../../symbolic/oracle/engineSyntax.ts";
import { nerdamerOracle } from "../../symbolic/oracle/nerdamer.ts";
import type { EngineName, Oracle } from "../../symbolic/oracle/opinion.ts";
import { openPool, type EnginePool, type PoolOptions } from "../../symbolic/oracle/pool.ts";
import type { Letters } from "../kernel/declare.ts";

/** A pool that is closed after the tests of the file. */
export const poolForTests = (options: PoolOptions = {}): EnginePool => {
  const pool = openPool(options);
  afterAll(() => pool.close());
  return pool;
};

export const bothOracles = (pool: EnginePool): readonly Oracle[] => [algebriteOracle(pool), nerdamerOracle(pool)];

/** What the engine prints for one line; the reason in angle brackets where it fails. */
export const printed = async (pool: EnginePool, engine: EngineName, text: string): Promise<string> => {
  const { lines: [answer] } = await pool.ask(engine, [{ text }]);
  return answer === undefined ? "⟨nothing⟩" : answer.kind === "text" ? answer.text : `⟨${answer.reason}⟩`;
};

/** Letters that are written as they are, for input that a person typed. */
export const plainLettering = ({ ex }: Letters, names: readonly string[]): Lettering =>
  ({ letters: new Map(names.map((name): [Expr, string] => [ex(name), name])), functions: new Map(), count: { used: 0 } });
