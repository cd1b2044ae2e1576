/**
 * # Curvatures of four bands against SymPy
 *
 * Closed forms of all six Tr Ω_ab and all 21 Tr(Ω_ab Ω_cd) of the matrices of Eqs. (7) and (8) of Ren et al. at finite displacement, from the matrix to
 * terms in k_x, k_y, u_x, u_y. Ours finds energies, projector, denominators and what cancels from the matrix alone. SymPy is asked in two ways:
 *
 * - by a program in its polynomial ring in which all of this was found by hand (`sympyCurvatures.py`): the whole sets;
 * - by matrices of terms, given the projector: differentiated, multiplied, simplified. One trace of each kind of Eq. (7) alone, the same for both: a single
 *   one takes SymPy seconds.
 *
 * Every run has fresh symbols and forgets its terms. Values of every trace at one point are compared before times are.
 */
import { spawnSync } from "node:child_process";
import { evaluatorOf } from "../../symbolic/compile/evaluator.ts";
import { inScratch } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { matrix } from "../../symbolic/expr/matrix.ts";
import type { PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { lowerBands } from "../../symbolic/theory/bands.ts";
import { berryGeometry, type Pair } from "../../symbolic/theory/berryCurvature.ts";
import { letters } from "../kernel/declare.ts";
import { against, bounded, median, seconds, timed, type Findings, type Row } from "./measure.ts";
import { findSympy, sympyCurvatureScript } from "./places.ts";

const RUNS = { whole: 9, one: 60 } as const;
const WARM_UP = 3;
const point: Readonly<Record<string, number>> = { v: 1.3, Z: 0.8, D: 0.6, kx: 0.5, ky: -0.3, ux: 0.4, uy: 0.2 };
const places = [0, 1, 2, 3];
const planes = places.flatMap((a) => places.filter((b) => b > a).map((b) => [a, b] as const));

type Model = "first" | "second";

/** The printed matrix with new letters, and its parameters. */
const hamiltonian = (model: Model) => {
  const { ex, letter } = letters("v,Z positive; D nonzero; D,kx,ky,ux,uy real");
  const sign = model === "first" ? "" : "-";
  const rows = [
    ["D", "v*(kx - i*ky)", "Z*(uy - i*ux)", "0"], ["v*(kx + i*ky)", "-D", "0", `${sign}Z*(uy - i*ux)`],
    ["Z*(uy + i*ux)", "0", "-D", "-v*(kx - i*ky)"], ["0", `${sign}Z*(uy + i*ux)`, "-v*(kx + i*ky)", "D"],
  ];
  return { H: matrix(rows.map((row) => row.map(ex))), parameters: ["kx", "ky", "ux", "uy"].map(letter) };
};

const wholeSet = (model: Model): readonly Expr[] => {
  const { H, parameters } = hamiltonian(model);
  const geometry = berryGeometry(lowerBands(H), parameters);
  const pairs = planes.map(([a, b]): Pair => [parameters[a]!, parameters[b]!]);
  return [...pairs.map(([a, b]) => geometry.trace(a, b).closedForm), ...pairs.flatMap((ab, k) => pairs.slice(k).map((cd) => geometry.productTrace(ab, cd).closedForm))];
};

const oneOfEach = (): readonly Expr[] => {
  const { H, parameters: [kx, ky] } = hamiltonian("first");
  const plane: Pair = [kx as PhysicalSymbol, ky as PhysicalSymbol];
  const geometry = berryGeometry(lowerBands(H), plane);
  return [geometry.trace(...plane).closedForm, geometry.productTrace(plane, plane).closedForm];
};

interface Ours { readonly first: number; readonly median: number; readonly values: readonly number[] }

const valueOf = (term: Expr): number => {
  const { parameters, scalar } = evaluatorOf({ id: "trace", form: "model", source: "", title: "", term });
  const value = scalar(Object.fromEntries(parameters.map(({ name }) => [name, point[name]!])));
  return typeof value === "number" ? value : Number.NaN;
};

const measured = (task: () => readonly Expr[], times: number): Ours => {
  const runs = Array.from({ length: WARM_UP + times }, () => inScratch(() => timed(task).seconds));
  return { first: runs[0]!, median: median(runs.slice(WARM_UP)), values: inScratch(() => task().map(valueOf)) };
};

interface Theirs { readonly seconds: number; readonly values: readonly number[] }
interface Answer { readonly first: Theirs; readonly second: Theirs; readonly terms: (Theirs & { readonly route: string }) | null }

const mustAgree = (what: string, ours: Ours, theirs: Theirs): void => {
  ours.values.forEach((value, k) => {
    if (!(Math.abs(value - theirs.values[k]!) <= 1e-12)) throw new Error(`${what}, trace ${k + 1}: SymPy ${theirs.values[k]}, ours ${value}`);
  });
  if (ours.values.length !== theirs.values.length) throw new Error(`${what}: ${ours.values.length} traces of ours, ${theirs.values.length} of SymPy`);
};

export const curvatures = (): Findings => {
  const tasks = [
    { what: "Eq. (7): six Tr Ω_ab and all Tr(Ω_ab Ω_cd)", key: "first", ours: measured(() => wholeSet("first"), RUNS.whole), how: "polynomial ring, all found by hand" },
    { what: "Eq. (8): six Tr Ω_ab and all Tr(Ω_ab Ω_cd)", key: "second", ours: measured(() => wholeSet("second"), RUNS.whole), how: "polynomial ring, all found by hand" },
    { what: "Eq. (7): Tr Ω_kxky and Tr(Ω_kxky Ω_kxky) alone", key: "terms", ours: measured(oneOfEach, RUNS.one), how: "matrices of terms" },
  ] as const;
  const sympy = findSympy();
  const remarkOf = (ours: Ours): string => `ours when first run: ${(ours.first * 1e3).toFixed(0)} ms`;
  if (sympy === undefined) {
    return { rows: tasks.map(({ what, ours }) => ({ ...bounded(what, seconds(ours.median), undefined, `${remarkOf(ours)}; not installed`), peer: "SymPy" })), notes: [], details: { ours: tasks.map(({ key, ours }) => ({ key, ...ours })), sympy: null } };
  }
  const { status, stdout, stderr } = spawnSync(sympy.python, [sympyCurvatureScript], { encoding: "utf8" });
  if (status !== 0) throw new Error(`SymPy failed\n${stderr}`);
  const answer = JSON.parse(stdout) as Answer;
  const rows = tasks.flatMap(({ what, key, ours, how }): readonly Row[] => {
    const theirs = answer[key];
    if (theirs === null) return [{ ...bounded(what, seconds(ours.median), undefined, "no route of SymPy ended in time"), peer: sympy.says }];
    mustAgree(what, ours, theirs);
    return [against({ what, ours: ours.median, peer: `${sympy.says}, ${how}`, theirs: theirs.seconds, remark: key === "terms" ? `${remarkOf(ours)}; route '${answer.terms?.route ?? ""}'` : remarkOf(ours) })];
  });
  return { rows, notes: ["traces of curvatures: by matrices of terms SymPy is asked for the subset alone; in the ring it is given the projector, the denominators and what cancels, ours finds them"], details: { ours: tasks.map(({ key, ours }) => ({ key, ...ours })), sympy: answer } };
};
