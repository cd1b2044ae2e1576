import { describe, expect, it } from "vitest";
import { openPool } from "../../symbolic/oracle/pool.ts";
import { poolForTests, printed } from "./engines.ts";

const endless = "for(x=1,k,1,2000000000)";

describe("an engine in a worker", () => {
  const pool = poolForTests({ budget: 5_000 });

  it("answers line by line, in order", async () => {
    const { lines } = await pool.ask("algebrite", [{ text: "1/3+1/6" }, { text: "d(x^3,x)" }, { text: "2^100" }]);
    expect(lines.map((line) => line.kind === "text" && line.text)).toEqual(["1/2", "3*x^2", "1267650600228229401496703205376"]);
    expect(await printed(pool, "nerdamer", "expand((a+b)^2)")).toBe("2*a*b+a^2+b^2");
  });

  it("is killed when it exceeds its budget, keeps the answers before that, and the next request works", async () => {
    const began = performance.now();
    const { lines, milliseconds } = await pool.ask("algebrite", [{ text: "2+3" }, { text: endless }, { text: "2+4" }], 300);
    expect(lines).toEqual([{ kind: "text", text: "5" }, { kind: "unable", reason: "no answer within 300 ms" }, { kind: "unable", reason: "no answer within 300 ms" }]);
    expect(milliseconds).toBeGreaterThanOrEqual(290);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await printed(pool, "algebrite", "2+5")).toBe("7");
  });

  it("survives what overflows its stack: 1/(a-b)^2 - 1/(a+b)^2 in nerdamer", async () => {
    expect(await printed(pool, "nerdamer", "1/(a-b)^2-1/(a+b)^2")).toContain("Maximum call stack size exceeded");
    expect(await printed(pool, "nerdamer", "a+a")).toBe("2*a");
  });

  it("is not left in decimal mode by an error there", async () => {
    const { lines: [failed] } = await pool.ask("nerdamer", [{ text: "1/(0.5-0.5)", numeric: true }]);
    expect(failed?.kind).toBe("unable");
    expect(await printed(pool, "nerdamer", "1/3+x")).toBe("1/3+x");
  });

  it("forgets what an earlier request defined", async () => {
    await pool.ask("algebrite", [{ text: "x=3" }]);
    expect(await printed(pool, "algebrite", "x")).toBe("x");
  });

  it("that runs out of memory is unable, and the next request works", async () => {
    const small = openPool({ megabytes: 24, budget: 20_000 });
    expect(await printed(small, "nerdamer", "imatrix(3000)")).toMatch(/⟨the engine crashed: .*memory/);
    expect(await printed(small, "nerdamer", "a+a")).toBe("2*a");
    await small.close();
  });

  it("shares the load among the workers of a pool", async () => {
    const pair = openPool({ workers: 2 });
    const began = performance.now();
    const answers = await Promise.all([endless, endless].map((text) => pair.ask("algebrite", [{ text }], 400)));
    expect(answers.map(({ lines: [line] }) => line?.kind)).toEqual(["unable", "unable"]);
    expect(performance.now() - began).toBeLessThan(3_000);
    await pair.close();
  });

  it("answers 'unable' to everything that was waiting when the pool is closed, and to everything after", async () => {
    const closing = openPool();
    const waiting = [endless, "1+1"].map((text) => printed(closing, "algebrite", text));
    await closing.close();
    expect(await Promise.all(waiting)).toEqual(["⟨the pool is closed⟩", "⟨the pool is closed⟩"]);
    expect(await printed(closing, "algebrite", "1+1")).toBe("⟨the pool is closed⟩");
  });
});
