/**
 * # The evaluator of Eq. (8) against a function written by hand
 *
 * Time of one evaluation. By hand: the printed formula as a careful programmer writes it, without any check of its input. Ours, as shipped, checks names
 * and values of every scalar call.
 */
import { join } from "node:path";
import { against, median, timed, type Findings, type Row } from "./measure.ts";
import { root } from "./places.ts";

const names = ["Delta", "Q0", "a_minus", "a_plus", "c", "hbar", "mu_B", "omega", "theta_a"] as const;
type Values = Record<(typeof names)[number], number>;
type Columns = Record<(typeof names)[number], Float64Array>;

interface Evaluator { readonly scalar: (values: Values) => number; readonly batch: (columns: Columns, out: Float64Array) => void }

const byHand = ({ Delta, Q0, a_minus, a_plus, c, hbar, mu_B, omega, theta_a }: Values): number => {
  const sine = Math.sin(theta_a);
  return 32 * mu_B * c * hbar * omega * sine * sine * Q0 * Q0 * (a_plus * a_plus - a_minus * a_minus) / (Delta * Delta * Delta);
};

const batchByHand = ({ Delta, Q0, a_minus, a_plus, c, hbar, mu_B, omega, theta_a }: Columns, out: Float64Array): void => {
  for (let k = 0; k < out.length; k++) {
    const sine = Math.sin(theta_a[k]!);
    out[k] = 32 * mu_B[k]! * c[k]! * hbar[k]! * omega[k]! * sine * sine * Q0[k]! * Q0[k]! * (a_plus[k]! * a_plus[k]! - a_minus[k]! * a_minus[k]!) / (Delta[k]! * Delta[k]! * Delta[k]!);
  }
};

/** Values of the size that the paper has them, each row another. */
const valuesAt = (k: number): Values => ({
  Delta: 5e-19 * (1 + (k % 7) / 20), Q0: 1e-11 * (1 + (k % 5) / 10), a_minus: 1e-9 * (1 + (k % 3)), a_plus: 8e-10 * (1 + (k % 11) / 10), c: k % 2 === 0 ? 1 : -1,
  hbar: 1.054571817e-34, mu_B: 9.2740100657e-24, omega: 1.9e13 * (1 + (k % 13) / 13), theta_a: 0.1 + (k % 17) / 17,
});

const SMALL = 1 << 10;
const LARGE = 1 << 20;

const RUNS = 40;
const WARM_UP = 15;

/** Seconds of each task, run in turn so that the compiler and the machine treat both alike. */
const inTurn = (...tasks: readonly [() => number, () => number]): readonly [number, number] => {
  const rounds = Array.from({ length: WARM_UP + RUNS }, () => tasks.map((task) => task())).slice(WARM_UP);
  return [median(rounds.map(([ours]) => ours!)), median(rounds.map(([, theirs]) => theirs!))];
};

const CALLS = 200;

/** The sum keeps the calls from being optimised away. */
const scalarRun = (f: Evaluator["scalar"], points: readonly Values[]) => (): number => {
  let total = 0;
  const { seconds } = timed(() => { for (let round = 0; round < CALLS; round++) for (const point of points) total += f(point); });
  if (Number.isNaN(total)) throw new Error("an evaluation is not a number");
  return seconds / (CALLS * points.length);
};

const batchRun = (f: Evaluator["batch"], columns: Columns, length: number) => (): number => {
  const out = new Float64Array(length);
  const rounds = Math.max(1, Math.floor((1 << 18) / length));
  return timed(() => { for (let round = 0; round < rounds; round++) f(columns, out); }).seconds / (rounds * length);
};

export const evaluators = async (): Promise<Findings> => {
  const { eq8: { printed } } = await import(join(root, "dist", "evaluators", "urazhdin.js")) as { readonly eq8: { readonly printed: Evaluator } };
  const points = Array.from({ length: SMALL }, (_, k) => valuesAt(k));
  for (const point of points) if (!(Math.abs(printed.scalar(point) / byHand(point) - 1) < 1e-14)) throw new Error("the evaluator and the function written by hand differ");
  const [one] = points;
  const row = (what: string, [ours, theirs]: readonly [number, number]): Row => against({ what, ours, theirs, peer: "JavaScript by hand, no checks" });
  const scalars = (what: string, inputs: readonly Values[]): Row => row(what, inTurn(scalarRun(printed.scalar, inputs), scalarRun(byHand, inputs)));
  const batches = (length: number): Row => {
    const columns = Object.fromEntries(names.map((name) => [name, Float64Array.from({ length }, (_, k) => valuesAt(k)[name])])) as Columns;
    return row(`Eq. (8) batch, ${length} rows`, inTurn(batchRun(printed.batch, columns, length), batchRun(batchByHand, columns, length)));
  };
  return {
    rows: [
      scalars("Eq. (8) scalar, another object in each call", points),
      scalars("Eq. (8) scalar, the same object in each call", points.map(() => one!)),
      batches(SMALL),
      batches(LARGE),
    ],
    notes: [], details: {},
  };
};
