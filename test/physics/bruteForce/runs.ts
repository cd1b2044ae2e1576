/**
 * # Runs
 *
 * The orbitals of the cluster under a drive: which orbitals are filled, and what is recorded.
 *
 * - `runPulse`: a pulse of rotating displacement; occupations of the antibonding states at its maximum and after it.
 * - `runRotation`: a rotation that was switched on slowly; averages over one turn. `runToSteady`: the orbitals themselves at one time of it.
 * - `blocked`: rest states that are taken out of the Hilbert space, as filled ones are for the other electrons.
 * - `driven`, `between`, `componentsOn`: H(t) of a displacement, and the same on a basis of one's own.
 */
import { hamiltonian, type Cluster } from "./cluster.ts";
import { pulse, rampedRotation, type Displacement, type Rotation } from "./drive.ts";
import { combination, element, overlap, zeroMatrix, type Matrix, type Vector } from "./hermitian.ts";
import { momentumOnTitanium, occupation, ringFlows } from "./observables.ts";
import { propagate, type HamiltonianInTime } from "./schroedinger.ts";
import { restStates, type RestStates } from "./states.ts";

/** The four filled orbitals. */
export type Filled = "n1" | "n2" | "b+" | "b-";
export const allFilled: readonly Filled[] = ["n1", "n2", "b+", "b-"];

export const filledState = (rest: RestStates, name: Filled): Vector => {
  switch (name) {
    case "n1": return rest.n1.state;
    case "n2": return rest.n2.state;
    case "b+": return rest.bonding[1].state;
    case "b-": return rest.bonding[-1].state;
  }
};

export const driven = (cluster: Cluster, displacement: Displacement): HamiltonianInTime => (time, into) => { hamiltonian(cluster, displacement(time), into); };

/** H(t) between the given orthonormal states. */
export const between = (h: HamiltonianInTime, states: readonly Vector[]): HamiltonianInTime => {
  const full = zeroMatrix(states[0]?.re.length ?? 0);
  return (time, into: Matrix) => {
    h(time, full);
    states.forEach((a, j) => states.forEach((b, k) => {
      const { re, im } = element(a, full, b);
      into.re[j * states.length + k] = re;
      into.im[j * states.length + k] = im;
    }));
  };
};

/** Components of a vector on the given states, and back. */
export const componentsOn = (states: readonly Vector[], ψ: Vector): Vector => {
  const parts = states.map((state) => overlap(state, ψ));
  return { re: Float64Array.from(parts, (x) => x.re), im: Float64Array.from(parts, (x) => x.im) };
};
const fromComponents = (states: readonly Vector[], ψ: Vector): Vector => combination(states.map((state, k) => [{ re: ψ.re[k]!, im: ψ.im[k]! }, state]));

/** Time steps in ħ/eV. Halving them changes a probability or a moment by some 10⁻⁵ of itself; a test measures it. */
const PULSE_STEP = 0.125;
const ROTATION_STEP = 0.2;
const stepsFor = (duration: number, step: number): number => Math.ceil(duration / step);

type Sigma = 1 | -1;
export interface PulseMoment {
  /** Occupation of ψ_aσ, from one filled orbital or from all that were propagated. */
  readonly occupation: (σ: Sigma, orbital?: Filled) => number;
  /** ⟨L_z⟩ on titanium in ħ, of all orbitals that were propagated. */
  readonly momentum: number;
}
export interface PulseResult {
  readonly maximum: PulseMoment;
  /** Long after the pulse; only when it was asked for. */
  readonly after: PulseMoment;
}

/** The pulse starts and ends where its envelope is e^{−TAIL}. */
const TAIL = 18;

/** Divides the time step. */
interface Refined { readonly refine?: number }
export interface PulseOptions extends Refined { readonly afterwards?: boolean; readonly orbitals?: readonly Filled[] }

export const runPulse = (cluster: Cluster, rotation: Rotation, width: number, options: PulseOptions = {}): PulseResult => {
  const rest = restStates(cluster);
  const orbitals = options.orbitals ?? ["n1", "n2"];
  const h = driven(cluster, pulse(rotation, width));
  const duration = TAIL * width;
  const steps = stepsFor(duration, PULSE_STEP / (options.refine ?? 1));
  const maximum = propagate(h, -duration, 0, steps, orbitals.map((name) => filledState(rest, name)));
  const end = options.afterwards === true ? propagate(h, 0, duration, steps, maximum) : undefined;
  const read = (states: readonly Vector[]): PulseMoment => ({
    occupation: (σ, orbital) => {
      const chosen = orbital === undefined ? states : states.filter((_, k) => orbitals[k] === orbital);
      if (chosen.length === 0) throw new RangeError(`the orbital ${orbital ?? ""} was not propagated`);
      return chosen.reduce((sum, ψ) => sum + occupation(rest.antibonding[σ].state, ψ), 0);
    },
    momentum: states.reduce((sum, ψ) => sum + momentumOnTitanium(ψ), 0),
  });
  const result = read(maximum);
  return { maximum: result, get after() { return end === undefined ? ((): never => { throw new RangeError("the time after the pulse was not asked for"); })() : read(end); } };
};

export interface TurnAverages {
  /** ⟨L_z⟩ on titanium, ħ. */
  readonly momentum: number;
  /** Electrons per time from oxygen n to n + 1, for n = 1 … 4, per unit of the O-O hopping −1. */
  readonly flows: readonly number[];
}
export interface RotationResult { readonly of: (orbital: Filled) => TurnAverages; readonly total: TurnAverages }

/** Long against the inverse gaps: what the switching leaves behind is far below the second order in the displacement. */
const RISE = 120;

const summed = (parts: readonly TurnAverages[]): TurnAverages => ({
  momentum: parts.reduce((sum, p) => sum + p.momentum, 0),
  flows: [0, 1, 2, 3].map((k) => parts.reduce((sum, p) => sum + p.flows[k]!, 0)),
});

export interface RotationOptions extends Refined {
  readonly orbitals?: readonly Filled[];
  /** Rest states that are taken out of the Hilbert space. */
  readonly blocked?: readonly Filled[];
}

interface Stage { readonly orbitals: readonly Filled[]; readonly h: HamiltonianInTime; readonly started: readonly Vector[]; readonly leave: (ψ: Vector) => Vector }

/** Up to t = 0, when the rotation has its full amplitude. */
const switchOn = (cluster: Cluster, rotation: Rotation, options: RotationOptions): Stage => {
  const rest = restStates(cluster);
  const free = allFilled.filter((name) => !(options.blocked ?? []).includes(name));
  const orbitals = options.orbitals ?? free;
  const space = [rest.antibonding[1].state, rest.antibonding[-1].state, ...free.map((name) => filledState(rest, name))];
  const full = driven(cluster, rampedRotation(rotation, RISE));
  const whole = free.length === allFilled.length;
  const h = whole ? full : between(full, space);
  const enter = (ψ: Vector): Vector => (whole ? ψ : componentsOn(space, ψ));
  const started = propagate(h, -RISE, 0, stepsFor(RISE, ROTATION_STEP / (options.refine ?? 1)), orbitals.map((name) => enter(filledState(rest, name))));
  return { orbitals, h, started, leave: (ψ) => (whole ? ψ : fromComponents(space, ψ)) };
};

export interface SteadyState { readonly time: number; readonly started: number; readonly states: readonly Vector[] }

/** At the phase ωt = 1 of a steady rotation. */
export const runToSteady = (cluster: Cluster, rotation: Rotation, options: RotationOptions = {}): SteadyState => {
  const { h, started, leave } = switchOn(cluster, rotation, options);
  const time = 1 / rotation.frequency;
  return { time, started: -RISE, states: propagate(h, 0, time, stepsFor(time, ROTATION_STEP), started).map(leave) };
};

export const runRotation = (cluster: Cluster, rotation: Rotation, options: RotationOptions = {}, observe?: (time: number, orbitals: readonly Vector[]) => void): RotationResult => {
  const { orbitals, h, started, leave } = switchOn(cluster, rotation, options);
  const period = 2 * Math.PI / rotation.frequency;
  const steps = stepsFor(period, ROTATION_STEP / (options.refine ?? 1));
  const sums = orbitals.map(() => ({ momentum: 0, flows: [0, 0, 0, 0] }));
  propagate(h, 0, period, steps, started, (time, current) => {
    const states = current.map(leave);
    observe?.(time, states);
    states.forEach((ψ, k) => {
      const sum = sums[k]!;
      sum.momentum += momentumOnTitanium(ψ) / steps;
      ringFlows(-1, ψ).forEach((flow, n) => { sum.flows[n]! += flow / steps; });
    });
  });
  return {
    of: (orbital) => sums[orbitals.indexOf(orbital)] ?? ((): never => { throw new RangeError(`the orbital ${orbital} was not propagated`); })(),
    total: summed(sums),
  };
};
