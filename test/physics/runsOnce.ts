/**
 * # Runs that several tests look at
 *
 * Each is carried out when it is first asked for and then kept. The clusters are those of Sec. II: V_pdπ = 1.14 eV, r = 0.2 nm, a gap of 3.2 eV,
 * with or without O-O hopping.
 */
import { slaterKoster, springLike, type Bond, type Cluster } from "./bruteForce/cluster.ts";
import { runPulse, runRotation, runToSteady, type PulseOptions, type PulseResult, type RotationOptions, type RotationResult, type SteadyState } from "./bruteForce/runs.ts";
import type { Rotation } from "./bruteForce/drive.ts";
import { withGap } from "./bruteForce/states.ts";
import { lettersOf, type Values } from "./formulas.ts";

const kept = <K, V>(build: (key: K) => V, name: (key: K) => string): ((key: K) => V) => {
  const store = new Map<string, V>();
  return (key) => {
    const id = name(key);
    const known = store.get(id);
    if (known !== undefined) return known;
    const value = build(key);
    store.set(id, value);
    return value;
  };
};

const GAP = 3.2;

/** A cluster with its letters. */
export interface Sample { readonly name: string; readonly cluster: Cluster; readonly letters: Values }

export const sample = (name: string, oxygenHopping: number, bond: Bond = slaterKoster(1.14, 0.2)): Sample => {
  const cluster = withGap({ oxygenHopping, distance: 0.2, bond }, GAP);
  return { name, cluster, letters: lettersOf(cluster) };
};

/** Slater-Koster couplings: without and with the printed O-O hopping. */
export const withoutHopping = sample("no O-O hopping", 0);
export const withHopping = sample("O-O hopping", -0.8);
/** Free slopes with the signs and values of Eqs. (10) and (11), a_l = 20.0 and a_t = +5.7 eV/nm. */
export const asPrinted = sample("printed slopes", 0, springLike(1.14, 20 * Math.SQRT2, 5.7 * Math.SQRT2));

interface PulseKey extends PulseOptions { readonly sample: Sample; readonly rotation: Rotation; readonly width: number }
interface RotationKey extends RotationOptions { readonly sample: Sample; readonly rotation: Rotation }

const rotationName = ({ amplitude, frequency, chirality, startAngle = 0 }: Rotation): string => [amplitude, frequency, chirality, startAngle].join(" ");

export const pulsed = kept<PulseKey, PulseResult>(({ sample: { cluster }, rotation, width, ...options }) => runPulse(cluster, rotation, width, options),
  ({ sample: { name }, rotation, width, afterwards = false, orbitals = [] }) => [name, rotationName(rotation), width, afterwards, ...orbitals].join(" "));

/** The orbitals at one time during steady rotation, and the time at which the rotation began to rise. */
export const steady = kept<RotationKey, SteadyState>(({ sample: { cluster }, rotation, ...options }) => runToSteady(cluster, rotation, options),
  ({ sample: { name }, rotation, orbitals = [], blocked = [] }) => [name, rotationName(rotation), orbitals.join(), blocked.join()].join(" / "));

export const rotated = kept<RotationKey, RotationResult>(({ sample: { cluster }, rotation, ...options }) => runRotation(cluster, rotation, options),
  ({ sample: { name }, rotation, orbitals = [], blocked = [] }) => [name, rotationName(rotation), orbitals.join(), blocked.join()].join(" / "));
