/**
 * # Second opinions
 *
 * What Algebrite, nerdamer and plain sampling say about the question that the kernel has decided: does the derived formula equal the printed
 * one? A claim with several relations is asked about relation by relation. An engine *agrees* when its answer is the kernel's, *disagrees* when it is the opposite, and is *unable* otherwise. Opinions never
 * change a verdict; where the kernel has a proof, a disagreement is the engine's error and is reported as that.
 */
import { agreesWithPrint, algebriteOracle, nerdamerOracle, sampledVote, type Assertion, type EnginePool, type Expr, type Judgement, type Opinion, type Verdict } from "../symbolic/index.ts";

export type OpinionWord = "agrees" | "disagrees" | "unable" | "not-asked";

export interface ClaimOpinions {
  readonly algebrite: OpinionWord;
  readonly nerdamer: OpinionWord;
  readonly numeric: OpinionWord;
  /** By which route, or why not. */
  readonly detail: readonly string[];
}

export const notAsked: ClaimOpinions = { algebrite: "not-asked", nerdamer: "not-asked", numeric: "not-asked", detail: [] };

interface Asked { readonly part: number; readonly derived: Expr; readonly printed: Expr; readonly equal: boolean; readonly positive: readonly Expr[] }

/** For each relation of the claim the equation that the model verdict decided, or the chain verdict where the model has none. */
const askedOf = ({ claim, chain, model }: Judgement): readonly Asked[] =>
  claim.asserts.flatMap((assertion, part) => [model, chain].map((whole) => ofVerdict(assertion, part, whole.parts[part] ?? whole)).find((asked) => asked !== undefined) ?? []);

/** `v`: the verdict of this relation alone. */
const ofVerdict = (assertion: Assertion, part: number, v: Verdict): Asked | undefined => {
  if (v.derived === undefined || (v.kind !== "exact" && v.kind !== "discrepancy" && v.kind !== "asymptotic")) return undefined;
  if (assertion.kind !== "equal" && assertion.kind !== "expansion") return undefined;
  if (v.kind === "asymptotic" && assertion.kind === "expansion") return undefined;             // engines do not count orders
  const positive = (v.theorem?.hypotheses ?? []).flatMap((h) => (h.kind === "premise" && h.premise.says.kind === "positive" ? [h.premise.says.term] : []));
  return { part, derived: v.derived, printed: assertion.right, equal: agreesWithPrint(v), positive };
};

const wordFor = (opinion: Opinion, equal: boolean): OpinionWord => (opinion.vote === "unable" ? "unable" : (opinion.vote === "agrees") === equal ? "agrees" : "disagrees");

/** One word for all relations: a disagreement about any of them, else whether all were answered. */
const together = (words: readonly OpinionWord[]): OpinionWord => (words.includes("disagrees") ? "disagrees" : words.includes("unable") ? "unable" : "agrees");

interface Answer { readonly word: OpinionWord; readonly text: string }
interface Answers { readonly algebrite: Answer; readonly nerdamer: Answer; readonly numeric: Answer }

export const opinionsOn = async (pool: EnginePool, judgement: Judgement): Promise<ClaimOpinions> => {
  const asked = askedOf(judgement);
  if (asked.length === 0) return { algebrite: "unable", nerdamer: "unable", numeric: "unable", detail: ["no equation between formulas to ask about"] };
  const several = judgement.claim.asserts.length > 1;
  const answers = await Promise.all(asked.map(async ({ part, derived, printed, equal, positive }): Promise<Answers> => {
    const [algebrite, nerdamer] = await Promise.all([algebriteOracle(pool).vote(derived, printed, { positive }), nerdamerOracle(pool).vote(derived, printed, { positive })]);
    const answer = (engine: string, opinion: Opinion): Answer => {
      const word = wordFor(opinion, equal);
      return { word, text: `${engine} ${word}${several ? ` on relation ${part + 1}` : ""}: ${opinion.because}${word === "disagrees" ? " – the kernel has a proof: the engine's answer is wrong" : ""}` };
    };
    return { algebrite: answer("algebrite", algebrite), nerdamer: answer("nerdamer", nerdamer), numeric: answer("sampling", sampledVote(derived, printed, positive)) };
  }));
  const wordOf = (engine: keyof Answers): OpinionWord => together(answers.map((one) => one[engine].word));
  return {
    algebrite: wordOf("algebrite"), nerdamer: wordOf("nerdamer"), numeric: wordOf("numeric"),
    detail: answers.flatMap(({ algebrite, nerdamer, numeric }) => [algebrite.text, nerdamer.text, numeric.text]),
  };
};
