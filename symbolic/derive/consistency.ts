/**
 * # Do the premises of a paper hold together?
 *
 * From premises that contradict each other everything follows, so `premiseConsistency` looks at every set of premises that some derivation uses:
 *
 * - *contradictory*: proved (`contradiction.ts`), with the premises that it takes;
 * - *satisfiable*: a point is shown at which all of them hold (`satisfiable.ts`);
 * - *unknown*: neither.
 *
 * Printed statements that a chain derivation takes are premises of its set. A premise that holds at none of the anchors that give all its
 * symbols is an `AnchorError`.
 */
import { readAnchors, type Anchor } from "./anchors.ts";
import { findContradiction } from "./contradiction.ts";
import type { Paper } from "./paper.ts";
import { newShared, premiseSets, statementText, systemOf, type Contradiction, type PremiseSet, type System } from "./premiseSet.ts";
import { mustHold, satisfied, type SetFinding } from "./satisfiable.ts";

export interface CheckedSet extends PremiseSet { readonly finding: SetFinding }

export interface Consistency {
  /** The worst of all sets. */
  readonly kind: "contradictory" | "satisfiable" | "unknown";
  /** The contradictions in full, or what is not known. */
  readonly message: string;
  readonly sets: readonly CheckedSet[];
}

/**
 * @param anchors  the content of the paper's anchors.json, when it has one
 * @throws {AnchorError} when the anchors are malformed, or a premise holds at none of those that give all its symbols
 */
export const premiseConsistency = (paper: Paper, anchors?: unknown): Consistency => {
  const points = readAnchors(paper, anchors);
  mustHold(paper, points);
  const shared = newShared();
  const sets: CheckedSet[] = [];
  for (const set of premiseSets(paper, shared)) {
    const above = sets.find((other) => other.finding.kind === "satisfiable" && set.premises.every((premise) => other.premises.includes(premise)));
    sets.push({ ...set, finding: above?.finding ?? findingOf(systemOf(set.premises, shared), points) });
  }
  const contradictions = contradictionsIn(paper, sets);
  const unknown = sets.flatMap(({ finding, derivations: [first = ""] }) => (finding.kind === "unknown" ? [`${first}: ${finding.reason}`] : []));
  if (contradictions.length > 0) return { kind: "contradictory", message: contradictions.join("\n"), sets };
  if (unknown.length > 0) return { kind: "unknown", message: `no point was found for ${unknown.length} of ${sets.length} sets of premises\n  ${unknown.join("\n  ")}`, sets };
  return { kind: "satisfiable", message: `all ${sets.length} sets of premises can hold`, sets };
};

const findingOf = (system: System, anchors: readonly Anchor[]): SetFinding => {
  const contradiction = findContradiction(system);
  return contradiction !== undefined ? { kind: "contradictory", contradiction } : satisfied(system, anchors);
};

/** One message for each cause. */
const contradictionsIn = (paper: Paper, sets: readonly CheckedSet[]): readonly string[] => {
  const causes = new Map<string, { readonly contradiction: Contradiction; readonly derivations: string[] }>();
  for (const { finding, derivations } of sets) {
    if (finding.kind !== "contradictory") continue;
    const { contradiction } = finding;
    const known = causes.get(contradiction.because);
    if (known === undefined) causes.set(contradiction.because, { contradiction, derivations: [...derivations] }); else known.derivations.push(...derivations);
  }
  return [...causes.values()].map(({ contradiction, derivations }) => [
    `${paper.id}: premises contradict each other, and from a contradiction everything follows`,
    ...contradiction.premises.map((premise, k) => `  ${k === 0 ? "premises" : "        "}  ${premise.id} (${premise.kind}, ${premise.where}): ${statementText(premise)}`),
    `  because   ${contradiction.because}`,
    `  used by   ${derivations.join(", ")}`,
    "  try       correct one of them, or keep them out of the same derivation: a special case must not build on facts that exclude it",
  ].join("\n"));
};
