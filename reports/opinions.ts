/**
 * # Second opinions
 *
 * What Algebrite, nerdamer and plain sampling say about the question that the kernel has decided: does the derived formula equal the printed
 * one? An engine *agrees* when its answer is the kernel's, *disagrees* when it is the opposite, and is *unable* otherwise. Opinions never
 * change a verdict; where the kernel has a proof, a disagreement is the engine's error and is reported as that.
 */
import { agreesWithPrint, algebriteOracle, nerdamerOracle, sampledVote, type EnginePool, type Expr, type Judgement, type Opinion, type Verdict } from "../symbolic/index.ts";

export type OpinionWord = "agrees" | "disagrees" | "unable" | "not-asked";

export interface ClaimOpinions {
  readonly algebrite: OpinionWord;
  readonly nerdamer: OpinionWord;
  readonly numeric: OpinionWord;
  /** By which route, or why not. */
  readonly detail: readonly string[];
}

export const notAsked: ClaimOpinions = { algebrite: "not-asked", nerdamer: "not-asked", numeric: "not-asked", detail: [] };

interface Asked { readonly derived: Expr; readonly printed: Expr; readonly equal: boolean; readonly positive: readonly Expr[] }

/** The equation that the model verdict decided, or the chain verdict where the model has none. */
const askedOf = (judgement: Judgement): Asked | undefined => [judgement.model, judgement.chain].map((v) => ofVerdict(judgement, v)).find((asked) => asked !== undefined);

const ofVerdict = ({ claim }: Judgement, v: Verdict): Asked | undefined => {
  if (v.derived === undefined || (v.kind !== "exact" && v.kind !== "discrepancy" && v.kind !== "asymptotic")) return undefined;
  const own = claim.asserts.find((assertion) => (assertion.kind === "equal" || assertion.kind === "expansion") && v.relation === assertion.kind);
  if (own?.kind !== "equal" && own?.kind !== "expansion") return undefined;
  if (v.kind === "asymptotic" && own.kind === "expansion") return undefined;                   // engines do not count orders
  const positive = (v.theorem?.hypotheses ?? []).flatMap((h) => (h.kind === "premise" && h.premise.says.kind === "positive" ? [h.premise.says.term] : []));
  return { derived: v.derived, printed: own.right, equal: agreesWithPrint(v), positive };
};

const wordFor = (opinion: Opinion, equal: boolean): OpinionWord => (opinion.vote === "unable" ? "unable" : (opinion.vote === "agrees") === equal ? "agrees" : "disagrees");

export const opinionsOn = async (pool: EnginePool, judgement: Judgement): Promise<ClaimOpinions> => {
  const asked = askedOf(judgement);
  if (asked === undefined) return { algebrite: "unable", nerdamer: "unable", numeric: "unable", detail: ["no equation between formulas to ask about"] };
  const { derived, printed, equal, positive } = asked;
  const [algebrite, nerdamer] = await Promise.all([algebriteOracle(pool).vote(derived, printed, { positive }), nerdamerOracle(pool).vote(derived, printed, { positive })]);
  const numeric = sampledVote(derived, printed, positive);
  const words = { algebrite: wordFor(algebrite, equal), nerdamer: wordFor(nerdamer, equal), numeric: wordFor(numeric, equal) };
  const say = (engine: string, word: OpinionWord, opinion: Opinion): string => `${engine} ${word}: ${opinion.because}${word === "disagrees" ? " – the kernel has a proof: the engine's answer is wrong" : ""}`;
  return { ...words, detail: [say("algebrite", words.algebrite, algebrite), say("nerdamer", words.nerdamer, nerdamer), say("sampling", words.numeric, numeric)] };
};
