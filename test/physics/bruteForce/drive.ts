/**
 * # Rotating displacements
 *
 * Q(t) (cos φ, sin φ) with φ = φ₀ + cωt; c = ±1 is counterclockwise or clockwise.
 *
 * - `pulse`: Q(t) = Q e^{−|t|/τ}, with its kink at t = 0.
 * - `rampedRotation`: Q(t) rises smoothly, with all derivatives, from zero at −rise to Q at t = 0, and then stays.
 */
export interface Rotation { readonly amplitude: number; readonly frequency: number; readonly chirality: 1 | -1; readonly startAngle?: number }

export type Displacement = (time: number) => readonly [x: number, y: number];

const rotating = ({ frequency, chirality, startAngle = 0 }: Rotation, envelope: (time: number) => number): Displacement => (time) => {
  const [q, φ] = [envelope(time), startAngle + chirality * frequency * time];
  return [q * Math.cos(φ), q * Math.sin(φ)];
};

export const pulse = (rotation: Rotation, width: number): Displacement => rotating(rotation, (time) => rotation.amplitude * Math.exp(-Math.abs(time) / width));

/** 0 at x ≤ 0, 1 at x ≥ 1, infinitely smooth. */
const smoothStep = (x: number): number => (x <= 0.002 ? 0 : x >= 0.998 ? 1 : 1 / (1 + Math.exp(1 / x - 1 / (1 - x))));

export const rampedRotation = (rotation: Rotation, rise: number): Displacement => rotating(rotation, (time) => rotation.amplitude * smoothStep(1 + time / rise));
