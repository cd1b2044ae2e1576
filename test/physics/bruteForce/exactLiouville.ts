/**
 * # A driven density matrix by exact numbers
 *
 * N levels, drives Σ V_a e^{−iΩ_a t}, ρ̇ = −i[H₀, ρ] − γ∘(ρ − ρ₀) − i[V(t), ρ], ρ₀ = diag f, ħ = 1, in complex numbers with rational parts, so that nothing is rounded.
 *
 * - `exactResponse`: the coefficient of Π_a λ_a^{n_a} e^{−i Σ n_aΩ_a t} when every V_a is scaled by λ_a. The equation of motion is applied to each of the N² unit matrices, one
 *   linear system for each set of n_a, by elimination. All of it is in a frame W of integers in which nothing is sparse, so that no element of ρ has a denominator of its own.
 * - `fraction`, `plus`, `times`, `inverse`: the numbers; numerators and the common denominator are integers of any size.
 */
export interface Exact { readonly re: bigint; readonly im: bigint; readonly over: bigint }
export type ExactMatrix = readonly (readonly Exact[])[];

const divisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};
const reduced = (re: bigint, im: bigint, over: bigint): Exact => {
  const common = divisor(divisor(re, im), over) * (over < 0n ? -1n : 1n);
  return { re: re / common, im: im / common, over: over / common };
};

/** (re + i im)/over. */
export const fraction = (re: number | bigint, im: number | bigint = 0, over: number | bigint = 1): Exact => reduced(BigInt(re), BigInt(im), BigInt(over));
export const plus = (a: Exact, b: Exact): Exact => reduced(a.re * b.over + b.re * a.over, a.im * b.over + b.im * a.over, a.over * b.over);
export const times = (a: Exact, b: Exact): Exact => reduced(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re, a.over * b.over);
export const inverse = ({ re, im, over }: Exact): Exact => {
  const square = re * re + im * im;
  if (square === 0n) throw new RangeError("zero has no inverse");
  return reduced(re * over, -im * over, square);
};
const [zero, one, minusOne, minusI] = [fraction(0), fraction(1), fraction(-1), fraction(0, -1)];
const isZero = ({ re, im }: Exact): boolean => re === 0n && im === 0n;

const indices = (size: number): readonly number[] => Array.from({ length: size }, (_, k) => k);
const build = (size: number, entry: (row: number, column: number) => Exact): ExactMatrix => indices(size).map((row) => indices(size).map((column) => entry(row, column)));
const sumOf = (terms: readonly Exact[]): Exact => terms.reduce(plus, zero);
const product = (a: ExactMatrix, b: ExactMatrix): ExactMatrix => a.map((row) => indices(b[0]!.length).map((column) => sumOf(row.map((x, k) => (isZero(x) ? zero : times(x, b[k]![column]!))))));
const scaled = (x: Exact, a: ExactMatrix): ExactMatrix => a.map((row) => row.map((entry) => times(x, entry)));
const added = (...all: readonly ExactMatrix[]): ExactMatrix => build(all[0]!.length, (row, column) => sumOf(all.map((a) => a[row]![column]!)));
const commutator = (a: ExactMatrix, b: ExactMatrix): ExactMatrix => added(product(a, b), scaled(minusOne, product(b, a)));
const diagonal = (values: readonly Exact[]): ExactMatrix => build(values.length, (row, column) => (row === column ? values[row]! : zero));

/** Columns x with a x = b, by elimination of every column above and below its pivot. */
const solve = (a: ExactMatrix, b: ExactMatrix): ExactMatrix => {
  const rows = a.map((row, k) => [...row, ...b[k]!]);
  indices(a.length).forEach((column) => {
    const pivot = rows.findIndex((row, k) => k >= column && !isZero(row[column]!));
    if (pivot < 0) throw new RangeError("the linear system is singular");
    [rows[pivot], rows[column]] = [rows[column]!, rows[pivot]!];
    const scale = inverse(rows[column][column]!);
    const leading = rows[column].map((x, k) => (k < column || isZero(x) ? x : times(scale, x)));
    rows[column] = leading;
    rows.forEach((row, k) => {
      const factor = row[column]!;
      if (k === column || isZero(factor)) return;
      const opposite = times(minusOne, factor);
      rows[k] = row.map((x, place) => (place < column || isZero(leading[place]!) ? x : plus(x, times(opposite, leading[place]!))));
    });
  });
  return rows.map((row) => row.slice(a.length));
};

export interface ExactDrive { readonly coupling: ExactMatrix; readonly frequency: Exact }
export interface ExactLevels {
  readonly energies: readonly Exact[];
  readonly occupations: readonly Exact[];
  /** γ_mn ≥ 0, symmetric. */
  readonly rates: ExactMatrix;
  readonly drives: readonly ExactDrive[];
}

/** Lower times upper triangular, both with ones on the diagonal: an integer matrix of determinant 1, not unitary. */
const frameOf = (size: number): ExactMatrix => product(
  build(size, (row, column) => (row === column ? one : row > column ? fraction(1 + (row + column) % 2, column - 1) : zero)),
  build(size, (row, column) => (row === column ? one : row < column ? fraction(1, (row + column) % 3 - 1) : zero)),
);

/** @param counts n_a, one for each drive. @returns ρ in the basis of the levels. */
export const exactResponse = ({ energies, occupations, rates, drives }: ExactLevels, counts: readonly number[]): ExactMatrix => {
  const size = energies.length;
  const frame = frameOf(size);
  const back = solve(frame, diagonal(energies.map(() => one)));
  const outOfFrame = (a: ExactMatrix): ExactMatrix => product(frame, product(a, back));
  const inFrame = (a: ExactMatrix): ExactMatrix => product(back, product(a, frame));
  const [H, couplings] = [outOfFrame(diagonal(energies)), drives.map(({ coupling }) => outOfFrame(coupling))];
  /** −i[H₀, ρ] − γ∘ρ. */
  const flow = (ρ: ExactMatrix): ExactMatrix => {
    const inLevels = inFrame(ρ);
    return added(scaled(minusI, commutator(H, ρ)), scaled(minusOne, outOfFrame(build(size, (row, column) => times(rates[row]![column]!, inLevels[row]![column]!)))));
  };
  const unit = (place: number): ExactMatrix => build(size, (row, column) => (row * size + column === place ? one : zero));
  const flows = indices(size * size).map((place) => flow(unit(place)).flat());

  const solved = new Map<string, ExactMatrix>([[counts.map(() => 0).join(), outOfFrame(diagonal(occupations))]]);
  const componentOf = (n: readonly number[]): ExactMatrix => {
    const known = solved.get(n.join());
    if (known !== undefined) return known;
    const source = added(...n.flatMap((count, a) => (count === 0 ? [] : [scaled(minusI, commutator(couplings[a]!, componentOf(n.with(a, count - 1))))])));
    const Ω = sumOf(n.map((count, a) => times(fraction(count), drives[a]!.frequency)));
    // −iΩρ = flow(ρ) + source.
    const system = build(size * size, (row, column) => plus(row === column ? times(minusI, Ω) : zero, times(minusOne, flows[column]![row]!)));
    const column = solve(system, source.flat().map((x) => [x]));
    const result = build(size, (row, k) => column[row * size + k]![0]!);
    solved.set(n.join(), result);
    return result;
  };
  return inFrame(componentOf(counts));
};
