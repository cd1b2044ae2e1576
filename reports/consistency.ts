/**
 * # Before anything is judged
 *
 * A paper whose LaTeX does not parse, or whose premises contradict each other, is an error: from a contradiction everything would follow.
 */
import katex from "katex";
import { premiseConsistency, type Claim, type Paper } from "../symbolic/index.ts";
import { dataOf, InputError, type PaperFolder } from "./discover.ts";

/** For the claims that are asked about, and what their derivations start from. */
export const mustBeConsistent = (folder: PaperFolder, paper: Paper, claims: readonly Claim[]): void => {
  for (const claim of claims) {
    try {
      katex.renderToString(claim.printed, { displayMode: true, throwOnError: true, strict: "ignore" });
    } catch (error) {
      if (!(error instanceof katex.ParseError)) throw error;
      throw new InputError(latexComplaint(`${paper.id}:${claim.id}`, claim.printed, error.message, error.position));
    }
  }
  const found = premiseConsistency({ ...paper, derivations: paper.derivations.filter(({ claim }) => claim !== undefined && claims.includes(claim)) }, dataOf(folder, "anchors.json"));
  if (found.kind === "contradictory") throw new InputError(found.message);
};

const latexComplaint = (where: string, source: string, message: string, position: number): string => [
  `${where}: the printed LaTeX does not parse, ${message.replace(/^KaTeX parse error: /, "").replace(/ at position \d+:.*$/s, "")} at column ${position + 1}`,
  `  ${source}`, `  ${" ".repeat(Math.max(0, position))}^`, "  try       correct the field 'printed' of the claim",
].join("\n");
