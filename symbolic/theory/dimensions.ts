/**
 * # The dimensions of physics by name
 */
import { dimension, dimensionless } from "../expr/dimension.ts";

export const dim = {
  number: dimensionless,
  length: dimension({ length: 1 }),
  inverseLength: dimension({ length: -1 }),
  area: dimension({ length: 2 }),
  inverseArea: dimension({ length: -2 }),
  volume: dimension({ length: 3 }),
  time: dimension({ time: 1 }),
  frequency: dimension({ time: -1 }),
  mass: dimension({ mass: 1 }),
  velocity: dimension({ length: 1, time: -1 }),
  force: dimension({ mass: 1, length: 1, time: -2 }),
  forcePerLength: dimension({ mass: 1, time: -2 }),
  energy: dimension({ mass: 1, length: 2, time: -2 }),
  action: dimension({ mass: 1, length: 2, time: -1 }),
  angularMomentum: dimension({ mass: 1, length: 2, time: -1 }),
  charge: dimension({ current: 1, time: 1 }),
  chargePerMass: dimension({ current: 1, time: 1, mass: -1 }),
  current: dimension({ current: 1 }),
  electricField: dimension({ mass: 1, length: 1, time: -3, current: -1 }),
  polarization: dimension({ current: 1, time: 1, length: -2 }),
  magneticField: dimension({ mass: 1, time: -2, current: -1 }),
  magneticMoment: dimension({ current: 1, length: 2 }),
  magneticMomentPerLength: dimension({ current: 1, length: 1 }),
  magnetization: dimension({ current: 1, length: -1 }),
  permeability: dimension({ mass: 1, length: 1, time: -2, current: -2 }),
  temperature: dimension({ temperature: 1 }),
} as const;
