/**
 * # Overlap of d_xz at the origin with p_z at (X, Y, 0)
 *
 * By the trapezoidal rule in space, for Gaussian radial parts. Positive lobes of both orbitals point to +z; the rule converges exponentially
 * for functions that vanish smoothly. Lengths in units of the width of the orbitals.
 */
const SPACING = 0.35;
const REACH = 5.6;

/** ∫ xz e^{−r²/2} · (z e^{−|r − R|²/2}) d³r. */
export const overlapOfOrbitals = (X: number, Y: number): number => {
  const points = Array.from({ length: Math.round(2 * REACH / SPACING) + 1 }, (_, k) => -REACH + k * SPACING);
  const alongZ = points.reduce((sum, z) => sum + z * z * Math.exp(-z * z), 0);
  const alongY = points.reduce((sum, y) => sum + Math.exp(-(y * y + (y - Y) ** 2) / 2), 0);
  const alongX = points.reduce((sum, x) => sum + x * Math.exp(-(x * x + (x - X) ** 2) / 2), 0);
  return alongX * alongY * alongZ * SPACING ** 3;
};
