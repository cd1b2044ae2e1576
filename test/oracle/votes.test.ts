import { afterAll, describe, expect, it } from "vitest";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import type { EngineName, Vote } from "../../symbolic/oracle/opinion.ts";
import { algebriteOracle } from "../../symbolic/oracle/algebrite.ts";
import { nerdamerOracle } from "../../symbolic/oracle/nerdamer.ts";
import { suite } from "../identities/suite.ts";
import { letters } from "../kernel/declare.ts";
import { bothOracles, poolForTests } from "./engines.ts";

const pool = poolForTests({ workers: 2, budget: 2_500 });
const oracles = bothOracles(pool);

/** Every fifth identity, and the first falsehood beside it. */
const statements = suite.filter((_, k) => k % 5 === 0).flatMap(({ id, assume, left, right, falsehoods: [falsehood = "1"] }) => [{ id, assume, left, right }, { id: `${id}, planted`, assume, left, right: falsehood }]);

describe("second opinions on the identities of the field", () => {
  const count: Record<EngineName, Record<Vote, number>> = { algebrite: { agrees: 0, disagrees: 0, unable: 0 }, nerdamer: { agrees: 0, disagrees: 0, unable: 0 } };
  const wrong: string[] = [];
  afterAll(() => { process.stdout.write(`votes on ${statements.length} statements: ${JSON.stringify(count)}\nwrong votes, all caught by the kernel:\n${wrong.map((line) => `  ${line}\n`).join("")}`); });

  it("are never a failure, and every wrong vote is caught by the kernel's proof or refutation", async () => {
    await Promise.all(statements.flatMap(({ id, assume, left, right }) => oracles.map(async (oracle) => {
      const { ex, positive } = letters(assume);
      const opinion = await oracle.vote(ex(left), ex(right), { positive });
      const proof = decideEqual(ex(left), ex(right), { positive });
      expect([id, proof.kind]).toEqual([id, id.endsWith("planted") ? "different" : "equal"]);
      count[oracle.name][opinion.vote]++;
      if (opinion.vote === (proof.kind === "equal" ? "disagrees" : "agrees")) wrong.push(`${oracle.name} ${opinion.vote} with ${left} = ${right}: ${opinion.because}`);
    })));
    expect(wrong.filter((line) => line.startsWith("algebrite"))).toEqual([]);
    expect(wrong.length).toBeGreaterThan(0);
  }, 60_000);

  it("are worth asking for: Algebrite settles four statements in five, nerdamer three", () => {
    const settled = (name: EngineName): number => (count[name].agrees + count[name].disagrees) / statements.length;
    expect(settled("algebrite")).toBeGreaterThan(0.8);
    expect(settled("nerdamer")).toBeGreaterThan(0.6);
  });
});

describe("a vote", () => {
  const { ex, positive } = letters("D,w,h positive; D > w; c,s=±1; n integer; x,y real; f function; z complex");
  const vote = async (name: EngineName, left: string, right: string): Promise<string> => {
    const { vote: answer, because } = await (name === "algebrite" ? algebriteOracle : nerdamerOracle)(pool).vote(ex(left), ex(right), { positive });
    return `${answer}: ${because}`;
  };

  it("is taken in every case of the signs and residues", async () => {
    expect(await vote("algebrite", "1/(D - c*h*w)^2 - 1/(D + c*h*w)^2", "4*c*D*h*w/(D^2 - h^2*w^2)^2")).toBe("agrees: the difference is 0 in all 2 cases");
    expect(await vote("algebrite", "exp(i*s*n*pi/2)^2", "(-1)^n")).toBe("agrees: the difference is 0 in all 8 cases");
    expect(await vote("algebrite", "cos(n*pi)", "1")).toMatch(/^disagrees: values -1.00000 against 1.00000 for n ≡ 1 mod 2$/);
  });

  it("is taken only where the hypotheses hold", async () => {
    expect(await vote("algebrite", "abs(D - w)", "D - w")).toBe("unable: the difference is not reduced to 0");
    expect(await vote("algebrite", "abs(D - w)", "w - D")).toMatch(/^disagrees/);
  });

  it("knows the chain rule for an unknown function (Algebrite), and is withheld where an engine would misread it (nerdamer)", async () => {
    expect(await vote("algebrite", "diff(f(x)^2, x)", "2*f(x)*diff(f(x), x)")).toBe("agrees: the difference is 0");
    expect(await vote("nerdamer", "diff(f(x)^2, x)", "2*f(x)*diff(f(x), x)")).toBe("unable: engines cannot be told an unknown function of the variable");
    expect(await vote("algebrite", "f(x*(x + 1)/x)", "f(1 + x)")).toMatch(/^unable/);
  });

  it("treats a complex symbol and its conjugate as independent", async () => {
    expect(await vote("algebrite", "z*conj(z)", "abs(z)^2")).toBe("agrees: the difference is 0");
    expect(await vote("algebrite", "conj(z)", "z")).toMatch(/^disagrees/);
  });

  it("that nerdamer casts against exp(-iπ/2) = -i contradicts the kernel's proof", async () => {
    expect(await vote("nerdamer", "exp(-i*pi/2)", "-i")).toMatch(/^disagrees: the difference has values/);
    expect(decideEqual(ex("exp(-i*pi/2)"), ex("-i")).kind).toBe("equal");
  });

  it.each([["1/(x - x)", "0"], ["integral(x, x, 0, y)", "y^2/2"], ["oo", "1"], ["log(z)^2", "conj(log(z))^2"]])("on %s = %s is 'unable', with the reason", async (left, right) => {
    for (const name of ["algebrite", "nerdamer"] as const) expect(await vote(name, left, right)).toMatch(/^unable: \S+/);
  });

  it("ends within its budget", async () => {
    const began = performance.now();
    const slow = await algebriteOracle(pool).vote(ex("1/(D - h*w)^12 - 1/(D + h*w)^12"), ex("(D^2 + 2*x*y)^30/(D + 2*x*y + h)^25"), { budget: 300 });
    expect(["unable", "disagrees"]).toContain(slow.vote);
    const hard = await algebriteOracle(pool).vote(ex("(x + y + D + w + h)^14"), ex("(h + y + D + w + x)^7*(w + h + y + D + x)^7"), { budget: 300 });
    expect(hard.vote).not.toBe("disagrees");
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});
