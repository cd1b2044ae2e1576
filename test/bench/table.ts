/**
 * # The table of the benchmark
 *
 * Losing rows are marked like winning ones: "no" in the last column but one.
 */
import type { Goal, Quantity, Row } from "./measure.ts";

const units = [[1, "s"], [1e-3, "ms"], [1e-6, "µs"], [1e-9, "ns"]] as const;

export const showQuantity = ({ value, unit }: Quantity): string => {
  if (unit === "MB") return `${value.toFixed(0)} MB`;
  const [scale, name] = units.find(([least]) => Math.abs(value) >= least) ?? units[3];
  return `${(value / scale).toPrecision(3)} ${name}`;
};

export const showRatio = (ratio: number): string => `${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2)} ×`;

const showGoal = (goal: Goal | undefined): string => (goal === undefined ? "" : goal.kind === "ratio" ? `≥ ${goal.least} ×` : `≤ ${showQuantity(goal.most)}`);

const optional = <T>(value: T | undefined, show: (value: T) => string): string => (value === undefined ? "" : show(value));

export const showTable = (rows: readonly Row[]): string => {
  const header = ["", "ours", "peer", "theirs", "ratio", "goal", "met", "remark"];
  const cells = rows.map(({ what, ours, peer, theirs, ratio, goal, met, remark }) =>
    [what, optional(ours, showQuantity), peer, optional(theirs, showQuantity), optional(ratio, showRatio), showGoal(goal), optional(met, (yes) => (yes ? "yes" : "no")), remark]);
  const widths = header.map((_, column) => Math.max(...[header, ...cells].map((line) => (line[column] ?? "").length)));
  const isNumber = (column: number): boolean => [1, 3, 4, 5].includes(column);
  const show = (line: readonly string[]): string => line.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join("  ").trimEnd();
  return [show(header), widths.map((width) => "-".repeat(width)).join("  "), ...cells.map(show)].join("\n");
};
