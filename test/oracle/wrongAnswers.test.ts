/** Measured wrong answers of the engines. Each is produced here again, and each is detected by comparing it with the kernel. */
import { afterAll, describe, expect, it } from "vitest";
import { call } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { decideEqual, isZero } from "../../symbolic/kernel/field.ts";
import { integrate } from "../../symbolic/kernel/integral.ts";
import { algebriteOracle } from "../../symbolic/oracle/algebrite.ts";
import { read } from "../../symbolic/oracle/engineSyntax.ts";
import { nerdamerOracle } from "../../symbolic/oracle/nerdamer.ts";
import type { Oracle, Question } from "../../symbolic/oracle/opinion.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { letters } from "../kernel/declare.ts";
import { plainLettering, poolForTests, printed } from "./engines.ts";

const names = ["a", "b", "g", "t", "w", "x", "y", "z"];
const field = letters("a,b,g,t,w,x,y,z real; X function");
const { ex, letter } = field;
const written = plainLettering(field, names);
const pool = poolForTests();

interface Fixture { readonly input: string; readonly of: string; readonly answer: string; readonly asked: "value" | "derivative" | "antiderivative" | "real-part" }
const fixture = (input: string, of: string, answer: string, asked: Fixture["asked"] = "value"): Fixture => ({ input, of, answer, asked });

/** As typed to nerdamer 1.1.13, the formula that was meant, and what nerdamer prints. */
const fixtures: readonly Fixture[] = [
  fixture("exp(-i*pi/2)", "exp(-i*pi/2)", "i"),
  fixture("exp(-i*pi/4)", "exp(-i*pi/4)", "i*sqrt(2)^(-1)+sqrt(2)^(-1)"),
  fixture("i^i", "i^i", "i"),
  fixture("simplify(-(a+2)+b)", "-(a + 2) + b", "-b+2+a"),
  fixture("simplify((x-y)/(a*z+a))", "(x - y)/(a*z + a)", "(-y+x)*(1+z)*a"),
  fixture("simplify(cos(2x+y)^2)", "cos(2*x + y)^2", "cos(2*x+y)^4"),
  fixture("simplify(exp(z)-cos(z))", "exp(z) - cos(z)", "-e^z+cos(z)"),
  fixture("factor(1/(y+2z)^2)", "1/(y + 2*z)^2", "(2*z+y)^(-1)"),
  fixture("factor(atan(y)/(1+x^2)+exp(x))", "atan(y)/(1 + x^2) + exp(x)", "(1+x^2)^(-atan(y))+e^x"),
  fixture("diff(x*sqrt(z^2+1),x)", "x*sqrt(z^2 + 1)", "sqrt((1+z^2)^(1/2))", "derivative"),
  fixture("diff(sqrt(x*y),x)", "sqrt(x*y)", "(1/2)*sqrt(y^(1/2))*x^(-1/2)", "derivative"),
  fixture("integrate(1/(a+b*x^2)^2,x)", "1/(a + b*x^2)^2", "(a+b*x^2)^(-2)*sqrt(b)*x", "antiderivative"),
  fixture("integrate((5+a-x)*y,x)", "(5 + a - x)*y", "-((-1/2)*x^2+5*x+a*x)*y", "antiderivative"),
  fixture("integrate(1/(cos(x)+1),x)", "1/(cos(x) + 1)", "log(1+cos(x))", "antiderivative"),
  fixture("realpart(1/(w-i*g))", "1/(w - i*g)", "w", "real-part"),
];

/** The kernel's judgement of an answer; for an antiderivative it is the answer that is differentiated. */
const judged = (answer: Expr, { of, asked }: Fixture): string => {
  const x = letter("x");
  switch (asked) {
    case "value": return decideEqual(answer, ex(of)).kind;
    case "derivative": return decideEqual(answer, derivative(ex(of), x)).kind;
    case "antiderivative": return decideEqual(derivative(answer, x), ex(of)).kind;
    case "real-part": return decideEqual(answer, call("re", [ex(of)])).kind;
  }
};

/** The kernel's judgement of what an oracle proposes for the same formulas. */
const verdictsOn = (oracle: Oracle): Promise<readonly string[]> =>
  Promise.all(fixtures.map(async (one) => {
    const kind = one.asked === "value" ? "simplification" : one.asked;
    const proposal = await oracle.propose(kind === "derivative" || kind === "antiderivative" ? { kind, of: ex(one.of), by: letter("x") } : { kind, of: ex(one.of) });
    const [answer] = proposal.kind === "proposed" ? proposal.terms : [];
    return answer === undefined ? "unable" : judged(answer, one);
  }));

describe("nerdamer's wrong answers", () => {
  let caught = 0;
  afterAll(() => { process.stdout.write(`wrong answers of the engines detected by the kernel: ${caught}\n`); });

  it.each(fixtures)("$input = $answer is detected: the kernel finds a point at which it is false", async (one) => {
    expect(await printed(pool, "nerdamer", one.input)).toBe(one.answer);
    expect(judged(read(one.answer, written), one)).toBe("different");
    caught++;
  });

  it("an antiderivative that is none is refused by the integral rule", () => {
    for (const one of fixtures.filter(({ asked }) => asked === "antiderivative")) {
      expect(integrate(ex(one.of), letter("x"), ex("1"), ex("2"), read(one.answer, written))).toEqual({ kind: "refused", reason: "the derivative of the proposed antiderivative is not the integrand" });
    }
  });

  it("x(t)² is read as (x·t)², whose derivative is no derivative of x(t)²; the oracle does not put it to nerdamer", async () => {
    expect(await printed(pool, "nerdamer", "diff(x(t)^2,t)")).toBe("2*t*x");
    expect(decideEqual(ex("2*t*x"), derivative(ex("X(t)^2"), letter("t"))).kind).toBe("different");
    caught++;
    const question: Question = { kind: "derivative", of: ex("X(t)^2"), by: letter("t") };
    expect(await nerdamerOracle(pool).propose(question)).toEqual({ kind: "unable", reason: "engines cannot be told an unknown function of the variable" });
    const right = await algebriteOracle(pool).propose(question);
    expect(right.kind === "proposed" && decideEqual(right.terms[0]!, derivative(ex("X(t)^2"), letter("t"))).kind).toBe("equal");
  });

  it("a fraction near the golden ratio squared does not solve √x − x + 1 = 0", async () => {
    const proposal = await nerdamerOracle(pool).propose({ kind: "solutions", left: ex("sqrt(x)"), right: ex("x - 1"), unknown: letter("x") });
    const verdicts = proposal.kind === "proposed" ? proposal.terms.map((root) => isZero(substitute(ex("sqrt(x) - x + 1"), new Map([[letter("x"), root]])))) : [];
    expect(verdicts.length).toBe(2);
    expect(verdicts[1]).toBe("false");
    caught++;
  });

  it("a stack overflow is no answer", async () => {
    expect((await nerdamerOracle(pool).vote(ex("1/(a - b)^2 - 1/(a + b)^2"), ex("4*a*b/(a^2 - b^2)^2"))).vote).toBe("unable");
    expect(decideEqual(ex("1/(a - b)^2 - 1/(a + b)^2"), ex("4*a*b/(a^2 - b^2)^2")).kind).toBe("equal");
  });

  it("stay detected when the oracle asks in its own letters", async () => {
    const verdicts = await verdictsOn(nerdamerOracle(pool));
    expect(verdicts.filter((verdict) => verdict === "different").length).toBeGreaterThanOrEqual(8);
  });
});

describe("what the other engines get wrong", () => {
  it("nerdamer-prime's simplify((z+3/4)*(z-y)) is detected, as it was printed", () => {
    expect(decideEqual(read("-3/4*y+(3+4*z)*z-y*z", written), ex("(z + 3/4)*(z - y)")).kind).toBe("different");
  });

  it("Algebrite reads 1e-30*x as -30*x + e; we never write an exponent", async () => {
    expect(await printed(pool, "algebrite", "1e-30*x")).toBe("-30*x+e");
    expect(decideEqual(read("-30*x+e", written), ex("1e-30*x")).kind).toBe("different");
    const proposal = await algebriteOracle(pool).propose({ kind: "expansion", of: ex("1e-30*x") });
    expect(proposal.kind === "proposed" && decideEqual(proposal.terms[0]!, ex("1e-30*x")).kind).toBe("equal");
  });

  it("Algebrite cannot be told that a and b are positive, so √a·√b = √(ab) is beyond it", async () => {
    const { ex: of } = letters("a,b positive");
    const opinion = await algebriteOracle(pool).vote(of("sqrt(a)*sqrt(b)"), of("sqrt(a*b)"));
    expect(opinion).toMatchObject({ vote: "unable", because: "the difference is not reduced to 0" });
  });

  it("of Algebrite's answers to the same questions none is wrong", async () => {
    const verdicts = await verdictsOn(algebriteOracle(pool));
    expect(verdicts).not.toContain("different");
    expect(verdicts.filter((verdict) => verdict === "equal").length).toBeGreaterThanOrEqual(10);
  });
});
