import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fourForm, numericCurvatureTraces, tracesOf, type CurvatureTraces } from "../bruteForce/bandGeometry.ts";
import type { BandModel, Point } from "../bruteForce/bandModels.ts";
import { connection, connectionCurvatures, firstColumns, gauged, remembered, smoothUnitary, turnedModel, type Frame, type UnitaryField } from "../bruteForce/berryConnection.ts";
import { adjoint, commutator, complexSum, identity, inFrame, largest, minus, product } from "../bruteForce/complexMatrix.ts";
import type { Matrix } from "../bruteForce/hermitian.ts";
import { drawFrom, points, seeds } from "./randomModels.ts";

const BANDS = 8;
/** Differences of differences of sixth order with the step 8·10⁻³: some 10⁻¹¹ of rounding and of truncation, for derivatives of order ten. */
const ERROR = 1e-8;
const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const;

/** The six Tr Ω_ab, Tr Ω_abΩ_cd of all pairs of pairs, and the second Chern form. */
const invariantsOf = (traces: CurvatureTraces): readonly number[] => [
  ...pairs.map(([a, b]) => traces.single(a, b)), ...pairs.flatMap(([a, b], j) => pairs.slice(j).map(([c, d]) => traces.pair(a, b, c, d))), fourForm(traces),
];
const distance = (a: readonly number[], b: readonly number[]): number => Math.max(...a.map((x, k) => Math.abs(x - b[k]!)));

interface Drawn { readonly model: BandModel; readonly V: UnitaryField; readonly frame: Frame; readonly turned: Frame }
/** Eight bands, the first N of them degenerate and filled; the frame of their columns, and that frame turned by a smooth V in U(N). */
const drawnFrames = (seed: number, N: number): Drawn => {
  const draw = drawFrom(seed);
  const [U, V] = [remembered(smoothUnitary(BANDS, 4, draw)), remembered(smoothUnitary(N, 4, draw))];
  const frame = firstColumns(U, N);
  return { model: turnedModel(U, BANDS, N), V, frame, turned: gauged(frame, V) };
};

type Curvatures = readonly (readonly Matrix[])[];
/** ∂ₐA_b − ∂_bA_a, and with the other sign of the commutator. */
const withoutCommutator = (Ω: Curvatures, A: readonly Matrix[], times: 1 | 2): Curvatures => Ω.map((row, a) => row.map((m, b) => complexSum([[1, 0, m], [0, times, commutator(A[a]!, A[b]!)]])));

describe.each([1, 2, 3, 4])("%i degenerate filled bands of eight", (N) => {
  it("have traces Tr Ω_ab, Tr Ω_abΩ_cd and a second Chern form that no smooth U(N)(k, u) changes, the same from frames and from the projector, while Ω → V†ΩV", () => {
    const sizes = { trace: 0, form: 0, change: 0 };
    fc.assert(fc.property(seeds(), points(), (seed, point) => {
      const { model, V, frame, turned } = drawnFrames(seed, N);
      const [Ω, other] = [connectionCurvatures(frame, point), connectionCurvatures(turned, point)];
      const plain = invariantsOf(tracesOf(Ω));
      expect(distance(invariantsOf(tracesOf(other)), plain)).toBeLessThan(ERROR);
      expect(distance(invariantsOf(numericCurvatureTraces(model, point)), plain)).toBeLessThan(ERROR);
      for (const [a, b] of pairs) {
        expect(largest(minus(other[a]![b]!, inFrame(Ω[a]![b]!, V(point))))).toBeLessThan(ERROR);
        sizes.change = Math.max(sizes.change, largest(minus(other[a]![b]!, Ω[a]![b]!)));
      }
      sizes.trace = Math.max(sizes.trace, ...plain.slice(0, 6).map(Math.abs));
      sizes.form = Math.max(sizes.form, Math.abs(plain.at(-1)!));
    }), { numRuns: 3 });
    expect(sizes.trace).toBeGreaterThan(0.01);
    expect(sizes.form).toBeGreaterThan(1e-4);
    if (N > 1) expect(sizes.change).toBeGreaterThan(0.01);
  });
});

describe("what is not invariant under U(N)(k, u)", () => {
  const point: Point = [0.4, -0.7, 0.2, 0.9];
  /** How far Tr Ω_ab, and Tr Ω_abΩ_cd with the form, change when the frame is turned by V. */
  const changes = (Ω: Curvatures, other: Curvatures): readonly [traces: number, products: number] => {
    const [a, b] = [Ω, other].map((curvatures) => invariantsOf(tracesOf(curvatures)));
    return [distance(a!.slice(0, 6), b!.slice(0, 6)), distance(a!.slice(6), b!.slice(6))];
  };

  it("without the commutator in Ω, or with the opposite sign of it, products lose their invariance for N > 1, and keep it for N = 1; single traces keep it always", () => {
    for (const N of [1, 2, 3]) {
      const { frame, turned } = drawnFrames(7 + N, N);
      const [Ω, other] = [frame, turned].map((of) => connectionCurvatures(of, point));
      const [A, B] = [frame, turned].map((of) => connection(of, point));
      for (const times of [1, 2] as const) {
        const [traces, products] = changes(withoutCommutator(Ω!, A!, times), withoutCommutator(other!, B!, times));
        expect(traces).toBeLessThan(ERROR);
        if (N === 1) expect(products).toBeLessThan(ERROR);
        else expect(products).toBeGreaterThan(0.01);
      }
    }
  });

  it("a turn that is not unitary changes the single traces as well, and so does one that mixes filled with empty states", () => {
    const { frame, V } = drawnFrames(3, 2);
    const Ω = connectionCurvatures(frame, point);
    const stretched = gauged(frame, (at) => complexSum([[1 + 0.2 * Math.sin(at[0]! * at[2]! + at[1]!), 0, V(at)]]));
    expect(changes(Ω, connectionCurvatures(stretched, point))[0]).toBeGreaterThan(0.01);
    const draw = drawFrom(12);
    const [U, mixing] = [remembered(smoothUnitary(BANDS, 4, draw)), remembered(smoothUnitary(BANDS, 4, draw))];
    const [filled, mixed] = [firstColumns(U, 2), firstColumns((at) => product(U(at), mixing(at)), 2)].map((of) => connectionCurvatures(of, point));
    expect(Math.min(...changes(filled!, mixed!))).toBeGreaterThan(0.01);
    expect(largest(minus(product(adjoint(U(point)), U(point)), identity(BANDS)))).toBeLessThan(1e-13);
  });
});
