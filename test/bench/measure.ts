/**
 * # Measuring
 *
 * - `timed`: one run of a task in seconds, the lesser of wall clock and processor time: on a busy machine the first contains the waiting, the
 *   second contains the compiler's and the collector's own threads.
 * - `repeated`: the median of several runs after some that only warm up.
 * - `against`, `bounded`, `missing`: rows of the table. A ratio is always theirs ÷ ours, so more is better for us.
 */

export interface Quantity { readonly value: number; readonly unit: "s" | "MB" }

export type Goal = { readonly kind: "ratio"; readonly least: number } | { readonly kind: "limit"; readonly most: Quantity };

export interface Row {
  readonly what: string;
  readonly ours: Quantity | undefined;
  readonly peer: string;
  readonly theirs: Quantity | undefined;
  readonly ratio: number | undefined;
  readonly goal: Goal | undefined;
  /** Undefined where there is no goal, or nothing to compare with. */
  readonly met: boolean | undefined;
  readonly remark: string;
}

/** What a section of the benchmark found; `details` go into the JSON document, `notes` under the table. */
export interface Findings { readonly rows: readonly Row[]; readonly notes: readonly string[]; readonly details: unknown }

export const seconds = (value: number): Quantity => ({ value, unit: "s" });

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

export interface Timed<T> { readonly value: T; readonly seconds: number }

export const timed = <T>(task: () => T): Timed<T> => {
  const before = process.cpuUsage();
  const began = performance.now();
  const value = task();
  const wall = (performance.now() - began) / 1e3;
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: Math.min(wall, (user + system) / 1e6) };
};

export const repeated = (runs: number, warmUp: number, run: () => number): number =>
  median(Array.from({ length: warmUp + runs }, run).slice(warmUp));

interface Comparison { readonly what: string; readonly ours: number; readonly peer: string; readonly theirs: number; readonly ratio?: number; readonly least?: number; readonly remark?: string }

export const against = ({ what, ours, peer, theirs, ratio = theirs / ours, least, remark = "" }: Comparison): Row => ({
  what, peer, ratio, remark, ours: seconds(ours), theirs: seconds(theirs), goal: least === undefined ? undefined : { kind: "ratio", least }, met: least === undefined ? undefined : ratio >= least,
});

export const bounded = (what: string, ours: Quantity, most?: number, remark = ""): Row => ({
  what, ours, peer: "", theirs: undefined, ratio: undefined, remark,
  goal: most === undefined ? undefined : { kind: "limit", most: { value: most, unit: ours.unit } }, met: most === undefined ? undefined : ours.value <= most,
});

export const missing = (what: string, ours: number, peer: string, least: number): Row => ({
  what, ours: seconds(ours), peer, theirs: undefined, ratio: undefined, goal: { kind: "ratio", least }, met: undefined, remark: "not installed",
});
