/**
 * # Every accepted line and claim is challenged with planted slips
 *
 * A checker that nobody tries to fool drifts into saying yes. Each formula that was accepted is changed in one place – a sign, a factor 2, a
 * power, a lost ħ, a swapped index, sin for cos, a conjugate, an inverse – and must then be refused. A change that leaves the value alone
 * ((−V)² is V²) is recognised by double-precision values at generic points, which share no code with the kernel, or for an expansion by the
 * order at which the difference vanishes.
 */
import { afterAll, describe, expect, it } from "vitest";
import ren from "../derivations/ren/index.ts";
import urazhdin from "../derivations/urazhdin/index.ts";
import xue from "../derivations/xue/index.ts";
import { difference, negate } from "../symbolic/expr/build.ts";
import type { Expr } from "../symbolic/expr/expr.ts";
import type { PhysicalSymbol } from "../symbolic/expr/symbol.ts";
import { toNumber, type Rational } from "../symbolic/number/rational.ts";
import { checkDerivation, newChecker } from "../symbolic/derive/check.ts";
import type { Assertion } from "../symbolic/derive/claim.ts";
import type { Derivation, Step } from "../symbolic/derive/derivation.ts";
import { judge, judgeKind, openSession } from "../symbolic/derive/judge.ts";
import { derivationsOf } from "../symbolic/derive/paper.ts";
import { assumptionsOf } from "../symbolic/oracle/conjugation.ts";
import { complex, decimals, doubleValue, isFiniteValue, modulusOf, subtract, type Complex } from "../symbolic/oracle/doubles.ts";
import { evaluateBinders } from "./opened.ts";
import { slips, type Slip } from "../symbolic/derive/slips.ts";
import { extent, LONGEST } from "../symbolic/notation/extent.ts";
import { randomNumbers } from "../symbolic/kernel/sample.ts";

const papers = [urazhdin, ren, xue];
const agreeing = new Set(["exact", "asymptotic"]);
const count = { tried: 0, equal: 0, rejected: 0 };

type Weights = ReadonlyMap<PhysicalSymbol, Rational>;

/** Values for every letter at a point, as its assumptions allow; each small quantity is scaled by its weight. */
const sampleAt = (point: number, scale = 1, weights: Weights = new Map()): Parameters<typeof doubleValue>[1] => (letter, args) => {
  const s = assumptionsOf(letter);
  if (s === undefined) return undefined;
  const value = decimals(s, `${s.name}(${args.map(({ re, im }) => `${re.toFixed(9)}:${im.toFixed(9)}`).join()})`, point);
  const factor = scale ** toNumber(weights.get(s) ?? { numerator: 0, denominator: 1 });
  return complex(value.re * factor, value.im * factor);
};

const valueOf = (e: Expr, sample: Parameters<typeof doubleValue>[1]): Complex => doubleValue(evaluateBinders(e), sample);

/** Alike at generic points, to ten digits of the larger side. */
const haveEqualValues = (a: Expr, b: Expr): boolean => [3, 17, 29, 71].every((point) => {
  const [x, y] = [valueOf(a, sampleAt(point)), valueOf(b, sampleAt(point))];
  return isFiniteValue(x) && modulusOf(subtract(x, y)) <= 1e-10 * Math.max(modulusOf(x), modulusOf(y), 1e-300);
});

/** Log₂ of how much a − b shrinks when every small quantity is halved by its weight: the order of the first term in which they differ. */
const orderOfDifference = (a: Expr, b: Expr, weights: Weights): number => {
  const at = (scale: number): number => modulusOf(valueOf(difference(a, b), sampleAt(5, scale, weights)));
  return Math.log2(at(1 / 256) / at(1 / 512));
};

const isHarmless = (original: Expr, changed: Expr, assertion: Assertion): boolean => {
  if (haveEqualValues(original, changed)) return true;
  return assertion.kind === "expansion" && orderOfDifference(original, changed, assertion.weights) > assertion.through + 0.5;
};

/** A sample of at most so many, the same in every run. */
const sampled = (all: readonly Slip[], most: number, seed: number): readonly Slip[] => {
  if (all.length <= most) return all;
  const random = randomNumbers(seed);
  return all.map((slip) => ({ slip, key: random() })).toSorted((a, b) => a.key - b.key).slice(0, most).map(({ slip }) => slip);
};

/** A line over products of matrices takes a second a slip. */
const isShort = ({ because }: Step): boolean => because.facts.every((fact) => !("says" in fact) || fact.says.kind !== "equal" || extent(fact.says.right) <= LONGEST);

/** The lines up to the changed one. */
const withStep = (derivation: Derivation, k: number, changed: Step): Derivation => ({ ...derivation, id: `${derivation.id} with a slip`, steps: [...derivation.steps.slice(0, k), changed] });

/** Equal in value, for an expansion equal to its order; a state that is defined by its equations is fixed up to its sign. */
const isHarmlessLine = (step: Step, original: Expr, changed: Expr, isCandidate: boolean): boolean =>
  haveEqualValues(original, changed) || (isCandidate && haveEqualValues(original, negate(changed))) || (step.because.by === "expanding" && orderOfDifference(original, changed, step.because.weights) > toNumber(step.because.through) + 0.5);

describe.each(papers)("$id", (paper) => {
  const session = openSession(paper);

  describe("a claim that was accepted is refused with any slip in its printed side", () => {
    for (const claim of paper.claims) {
      for (const question of ["chain", "model"] as const) {
        for (const derivation of derivationsOf(paper, claim, question)) {
          if (question === "model" && derivationsOf(paper, claim, "chain").some((other) => other.steps === derivation.steps)) continue;
          const assertion = claim.asserts[derivation.part];
          if (assertion?.kind !== "equal" && assertion?.kind !== "expansion") continue;
          if (!agreeing.has(judgeKind(session, claim, assertion, derivation))) continue;
          it(`${claim.id}, ${question}, relation ${derivation.part + 1}`, () => {
            const accepted: string[] = [];
            for (const slip of sampled(slips(assertion.right), 20, derivation.part + 1)) {
              count.tried++;
              const kind = judgeKind(session, claim, { ...assertion, right: slip.term }, derivation);
              if (!agreeing.has(kind)) { count.rejected++; continue; }
              if (isHarmless(assertion.right, slip.term, assertion) || derivation.property !== undefined) count.equal++; else accepted.push(slip.description);
            }
            expect(accepted).toEqual([]);
          });
        }
      }
    }
  });

  describe("a line that was accepted is refused with any slip in its formula", () => {
    const checker = newChecker();
    const challenged = new Set<Derivation["steps"]>();                      // both questions may share their lines
    for (const derivation of paper.derivations) {
      if (challenged.has(derivation.steps)) continue;
      challenged.add(derivation.steps);
      const original = checkDerivation(checker, derivation);
      if (original.kind !== "proved") continue;
      it(derivation.id, () => {
        const accepted: string[] = [];
        derivation.steps.forEach((step, k) => {
          const { formula } = step;
          if (formula === undefined) return;
          for (const slip of sampled(slips(formula), isShort(step) ? 8 : 2, k + 1)) {
            count.tried++;
            if (checkDerivation({ done: new Map(checker.done), proved: new Map(checker.proved) }, withStep(derivation, k, { ...step, formula: slip.term })).kind === "failed") { count.rejected++; continue; }
            if (isHarmlessLine(step, formula, slip.term, k === 0 && derivation.property !== undefined)) count.equal++; else accepted.push(`line ${k + 1}: ${slip.description}`);
          }
        });
        expect(accepted).toEqual([]);
      });
    }
  });

  describe("the model question", () => {
    it("never rests on a printed formula", () => {
      const resting = paper.claims.filter((claim) => judge(session, claim).model.theorem?.hypotheses.some((h) => h.kind === "premise" && h.premise.kind === "printed"));
      expect(resting.map((claim) => claim.id)).toEqual([]);
    });
  });
});

afterAll(() => {
  process.stdout.write(`\nslips: ${count.tried} tried, ${count.rejected} rejected, ${count.equal} equal after all\n`);
});
