/**
 * # Letters of Eq. (7) at a wave vector
 *
 * Measured on explicit eigenstates at k, k − q and k + q: energies, matrix elements of the couplings, their derivatives by differences, velocities, the interband connection
 * ⟨n₃|i∂n₁⟩ and the moment ½ Im⟨∂n₁| × v|n₁⟩ over all other bands.
 */
import type { Amplitude, Matrix, Spectrum } from "../bruteForce/hermitian.ts";
import { eigenstates, element } from "../bruteForce/hermitian.ts";
import { complexSum } from "../bruteForce/complexMatrix.ts";
import { added, conjugated, scaled, times, type CoupledBands, type PhononPair, type Wave } from "../bruteForce/phononCurrent.ts";
import type { Values } from "./formulas.ts";

const STEP = 2e-3;

/** ∂M/∂k_axis by differences of fourth order. */
const slopeAlong = (m: (k: Wave) => Matrix, k: Wave, axis: number): Matrix => {
  const at = (x: number): Matrix => m(axis === 0 ? [k[0] + x, k[1]] : [k[0], k[1] + x]);
  return complexSum([[2 / (3 * STEP), 0, at(STEP)], [-2 / (3 * STEP), 0, at(-STEP)], [-1 / (12 * STEP), 0, at(2 * STEP)], [1 / (12 * STEP), 0, at(-2 * STEP)]]);
};

/** Real and imaginary part, letters r and i. */
const named = (name: string, value: Amplitude, ...indices: readonly number[]): readonly (readonly [string, number])[] =>
  ([["r", value.re], ["i", value.im]] as const).map(([part, x]) => [`${name}${part}[${indices.join(", ")}]`, x] as const);

/** ½ Im⟨∂n| × v|n⟩ of a band, charge +1. */
export const orbitalMomentOf = (bands: CoupledBands["bands"], k: Wave, n: number): number => {
  const { energies, states } = eigenstates(bands.hamiltonian(k));
  const [vx, vy] = bands.gradient(k);
  return energies.reduce((sum, E, m) => (m === n ? sum
    : sum + 0.5 * scaled(2 / (energies[n]! - E), times(conjugated(element(states[m]!, vx!, states[n]!)), element(states[m]!, vy!, states[n]!))).im), 0);
};

/**
 * One set of letters for each n₃; what does not depend on n₃, the moment and the derivative of the coupling, is in the first alone, so that the values of a formula add up.
 *
 * @param slopes whether the derivatives of the couplings are measured; else they are zero
 */
export const lettersOf = ({ bands, couplings }: CoupledBands, { k, q, frequency, widths, occupation }: PhononPair, n1: number, n2: number, slopes = true): readonly Values[] => {
  const at = (wave: Wave): Spectrum => eigenstates(bands.hamiltonian(wave));
  const here = at(k);
  const [ψ, E] = [here.states[n1]!, here.energies[n1]!];
  const velocity = bands.gradient(k).slice(0, 2);
  const common: (readonly [string, number])[] = [
    ["ω", frequency], ["η[1]", widths.ends[n1]!], ["η[2]", widths.between[n2]!], ["ηp", widths.phonon], ["ε[1]", E], ["f[1]", occupation(n1, E)],
    ...velocity.map((v, j) => [`v[${j + 1}]`, element(ψ, v, ψ).re] as const),
  ];
  const perSide = ([1, -1] as const).map((s) => {
    const wave: Wave = [k[0] - s * q[0], k[1] - s * q[1]];
    const { states, energies } = at(wave);
    return { s, wave, state: states[n2]!, energy: energies[n2]! };
  });
  for (const { s, wave, state, energy } of perSide) {
    common.push([`ε2[${s}]`, energy], [`f2[${s}]`, occupation(n2, energy)]);
    couplings.forEach((F, i) => { common.push(...named("F", element(ψ, F(k, wave), state), s, i + 1)); });
  }
  const others = here.states.map((_, n3) => n3).filter((n3) => n3 !== n1);
  return others.map((n3, place) => {
    const letters = [...common, ["ε[3]", here.energies[n3]!] as const, ["me", place === 0 ? orbitalMomentOf(bands, k, n1) : 0] as const];
    velocity.forEach((v, j) => { letters.push(...named("a", times({ re: 0, im: 1 / (E - here.energies[n3]!) }, element(here.states[n3]!, v, ψ)), j + 1)); });
    for (const { s, wave, state } of perSide) {
      couplings.forEach((F, i) => {
        letters.push(...named("K", element(state, F(wave, k), here.states[n3]!), s, i + 1));
        [0, 1].forEach((j) => { letters.push(...named("D", place === 0 && slopes ? element(state, slopeAlong((moved) => F(wave, moved), k, j), ψ) : added(), s, i + 1, j + 1)); });
      });
    }
    return Object.fromEntries(letters);
  });
};
