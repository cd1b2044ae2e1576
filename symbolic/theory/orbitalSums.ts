/**
 * # The non-topological orbital term over explicit eigenstates
 *
 * F_j = Re Σ ⟨n|∂_jH|n′⟩/(E_n − E_n′)² { Σ_m′ [v_n′m′ × v_m′n]_z/(E_n − E_m′) + second }, n, m occupied, n′, m′ empty, v = ∂_kH, with the second term
 *
 * - "covariant": Σ_m [v_mn × v_n′m]_z/(E_m − E_n′), which follows from the first-order projector and does not depend on the choice of states;
 * - "literal": Σ_m [v_nm × v_n′n]_z/(E_n − E_n′), as v_nm δ_n′m′ reads with a sum over m;
 * - "diagonal": [v_nn × v_n′n]_z/(E_n − E_n′), the same with m = n.
 *
 * For one occupied band all three are the same. `orbitalPotential(states, …)` takes states and energies, at all parameters or at the values `at`, and fails with
 * a `BandError` that names the state when the kernel does not find H|n⟩ = E_n|n⟩ and orthonormal states. (a × b)_z = a_x b_y − a_y b_x.
 */
import { call, difference, int, power, product, quotient, sum } from "../expr/build.ts";
import type { Expr } from "../expr/expr.ts";
import { adjoint, entryEquations, entryOf, mapMatrix, multiplyMatrices, scaleMatrix, type Matrix } from "../expr/matrix.ts";
import type { PhysicalSymbol } from "../expr/symbol.ts";
import { substitute } from "../expr/walk.ts";
import { derivative } from "../kernel/derivative.ts";
import { decideEqual, type Circumstances } from "../kernel/field.ts";
import type { Pair } from "./berryCurvature.ts";
import { closedTerm } from "./closedForm.ts";
import { BandError, readable } from "./entryCoordinates.ts";

export interface Eigenstate { readonly state: Matrix; readonly energy: Expr }
export interface Spectrum { readonly occupied: readonly Eigenstate[]; readonly empty: readonly Eigenstate[] }
export type SecondTerm = "covariant" | "literal" | "diagonal";

export interface OrbitalSum {
  readonly hamiltonian: Matrix;
  readonly spectrum: Spectrum;
  readonly momenta: Pair;
  readonly displacement: PhysicalSymbol;
  /** Values of parameters at which the states are given. */
  readonly at?: ReadonlyMap<PhysicalSymbol, Expr>;
  readonly circumstances?: Circumstances;
}

const requireEigenstates = (h: Matrix, { occupied, empty }: Spectrum, circumstances: Circumstances): void => {
  const all = [...occupied, ...empty];
  if (all.length !== h.rows) throw new BandError(`the sum runs over all ${h.rows} states of the matrix (was ${all.length})`);
  all.forEach(({ state, energy }, k) => {
    const equations = entryEquations(multiplyMatrices(h, state), scaleMatrix(energy, state));
    if (equations.some(({ left, right }) => decideEqual(left, right, circumstances).kind !== "equal")) throw new BandError(`state ${k + 1} (occupied states first) is not an eigenstate of the matrix with its energy`);
    all.slice(0, k + 1).forEach((other, j) => {
      const overlap = entryOf(multiplyMatrices(adjoint(other.state), state), 0, 0);
      if (decideEqual(overlap, int(j === k ? 1 : 0), circumstances).kind !== "equal") throw new BandError(j === k ? `state ${k + 1} is not normalised` : `states ${j + 1} and ${k + 1} are not orthogonal`);
    });
  });
};

export const orbitalPotential = ({ hamiltonian, spectrum, momenta: [x, y], displacement, at = new Map(), circumstances = {} }: OrbitalSum, second: SecondTerm): Expr => readable("the sum over states cannot be read", () => {
  const here = (a: Matrix): Matrix => mapMatrix(a, (entry) => substitute(entry, at));
  requireEigenstates(here(hamiltonian), spectrum, circumstances);
  const slope = (s: PhysicalSymbol): Matrix => here(mapMatrix(hamiltonian, (entry) => derivative(entry, s)));
  const [alongX, alongY, alongU] = [slope(x), slope(y), slope(displacement)];
  const element = (a: Eigenstate, operator: Matrix, b: Eigenstate): Expr => entryOf(multiplyMatrices(adjoint(a.state), multiplyMatrices(operator, b.state)), 0, 0);
  /** [v_ab × v_cd]_z. */
  const cross = (a: Eigenstate, b: Eigenstate, c: Eigenstate, d: Eigenstate): Expr =>
    difference(product(element(a, alongX, b), element(c, alongY, d)), product(element(a, alongY, b), element(c, alongX, d)));
  const { occupied, empty } = spectrum;
  const secondOf = (n: Eigenstate, above: Eigenstate): Expr => {
    switch (second) {
      case "covariant": return sum(...occupied.map((m) => quotient(cross(m, n, above, m), difference(m.energy, above.energy))));
      case "literal": return sum(...occupied.map((m) => quotient(cross(n, m, above, n), difference(n.energy, above.energy))));
      case "diagonal": return quotient(cross(n, n, above, n), difference(n.energy, above.energy));
    }
  };
  const terms = occupied.flatMap((n) => empty.map((above) => product(
    element(n, alongU, above), power(difference(n.energy, above.energy), int(-2)),
    sum(...empty.map((m) => quotient(cross(above, m, m, n), difference(n.energy, m.energy))), secondOf(n, above)))));
  return closedTerm(call("re", [sum(...terms)]), circumstances);
});
