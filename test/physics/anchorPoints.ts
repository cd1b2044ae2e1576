/**
 * # The anchors of a paper, and its premises against them
 *
 * - `anchorsOf(paper)`: the points of `derivations/<paper>/anchors.json` with their figures; `agrees`, whether a number that was found elsewhere rounds to them; `shown`,
 *   how many sets of premises are shown to hold together at an anchor; `checkAt`, one premise alone at one point, with values changed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { readAnchors } from "../../symbolic/derive/anchors.ts";
import { premiseConsistency, type Consistency } from "../../symbolic/derive/consistency.ts";
import type { Paper } from "../../symbolic/derive/paper.ts";
import { decimal } from "../../symbolic/number/decimal.ts";
import { toNumber } from "../../symbolic/number/rational.ts";

export interface Point { readonly name: string; readonly values: Readonly<Record<string, string>> }

/** The figures of a value, without its unit. */
export const figures = (point: Point, symbol: string): string => point.values[symbol]!.split(" ")[0]!;
/** In the unit that is written. */
export const numberOf = (point: Point, symbol: string): number => Number(figures(point, symbol));
/** Whether a number rounds to the figures, within the rounding of doubles. */
export const agrees = (found: number, point: Point, symbol: string): boolean => {
  const { value, halfUnit } = decimal(figures(point, symbol));
  return Math.abs(found - toNumber(value)) <= toNumber(halfUnit) + 1e-13 * Math.abs(found);
};
/** Another figure at the last place but one. */
export const nudged = (text: string): string => text.slice(0, -2) + String((Number(text.at(-2)) + 1) % 10) + text.slice(-1);

export const anchorsOf = (paper: Paper) => {
  const { points } = JSON.parse(readFileSync(join(import.meta.dirname, "../../derivations", paper.id, "anchors.json"), "utf8")) as { readonly points: readonly Point[] };
  return {
    pointOf: (name: string): Point => points.find((point) => point.name === name)!,
    /** Every model premise and definition about the symbols of an anchor is met; the sets of premises that an anchor shows to be possible. */
    shown: (): number => {
      const { kind, sets } = premiseConsistency(paper, { points });
      expect(kind).not.toBe("contradictory");
      expect(readAnchors(paper, { points }).map(({ name }) => name)).toEqual(points.map(({ name }) => name));
      return sets.filter(({ finding }) => finding.kind === "satisfiable" && finding.at.startsWith("the anchor")).length;
    },
    checkAt: (premiseId: string, point: Point, changed: Readonly<Record<string, string>> = {}): Consistency => {
      const alone: Paper = { ...paper, derivations: [], premises: paper.premises.filter(({ id }) => id === premiseId) };
      expect(alone.premises).toHaveLength(1);
      return premiseConsistency(alone, { points: [{ ...point, values: { ...point.values, ...changed } }] });
    },
  };
};
