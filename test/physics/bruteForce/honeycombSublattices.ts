/**
 * # Honeycomb with the phonons of either sublattice
 *
 * The lattice of `honeycombPhonon.ts` with a displacement u e^{iq·r} of all A or of all B, r the position of the displaced atom: ∂H/∂u between a bra at k and a ket at k′ takes the phases of the
 * bonds at the wave vector of the atom that stays.
 */
import { BONDS, honeycombBands, type Honeycomb } from "./honeycombPhonon.ts";
import type { CoupledBands, Coupling, Wave } from "./phononCurrent.ts";

export type Sublattice = "A" | "B";

export const displacedSublattice = (lattice: Honeycomb, sublattice: Sublattice): CoupledBands => {
  const { bands, couplings } = honeycombBands(lattice);
  if (sublattice === "A") return { bands, couplings };
  const coupling = (direction: 0 | 1): Coupling => (to, from) => {
    // The bond d from A to B has t|d + u|^{−β}, so −βt d·u.
    const at = ([x, y]: Wave): readonly [number, number] => BONDS.reduce<readonly [number, number]>(([re, im], d) => {
      const [angle, weight] = [x * d[0] + y * d[1], -lattice.β * lattice.t * d[direction]];
      return [re + weight * Math.cos(angle), im + weight * Math.sin(angle)];
    }, [0, 0]);
    const [[re, im], [re2, im2]] = [at(to), at(from)];
    return { size: 2, re: Float64Array.of(0, re, re2, 0), im: Float64Array.of(0, im, -im2, 0) };
  };
  return { bands, couplings: [coupling(0), coupling(1)] };
};
