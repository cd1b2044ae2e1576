/**
 * # Integrals of the second Chern form
 *
 * - `brillouinZoneIntegral`: ∫d²k/(2π)² over the plane or a disc, of models that are isotropic at long wavelengths.
 * - `fourSphere`: (1/4π²)∫C over a sphere in five parameters, the second Chern number of the filled bands.
 */
import type { BandModel, Point } from "./bandModels.ts";
import { chernForm } from "./bandGeometry.ts";
import { weightedSum } from "./hermitian.ts";
import { chebyshevSecond, integral, legendre } from "./quadrature.ts";

/**
 * ∫d²k/(2π)² f(kx, ky) for |k| < cutoff.
 *
 * @param cutoff      inverse length; infinite for the whole plane
 * @param directions  of k, in equal steps: the error falls exponentially with their number, to rounding for an isotropic f
 */
export const brillouinZoneIntegral = (f: (kx: number, ky: number) => number, cutoff = Infinity, directions = 3, tolerance = 1e-12): number => {
  const angles = Array.from({ length: directions }, (_, n) => 2 * Math.PI * (n + 0.21) / directions);
  return integral((k) => angles.reduce((sum, φ) => sum + f(k * Math.cos(φ), k * Math.sin(φ)), 0) * k / (2 * Math.PI * directions), 0, cutoff, tolerance);
};

/**
 * (1/4π²)∫C over the sphere |q − centre| = radius, seen from outside, in the order of the five parameters of the model.
 *
 * @param order  of the product rule; the error falls exponentially with it
 */
export const fourSphere = (model: BandModel, centre: Point, radius: number, order: number): number => {
  const directions = 2 * order;
  let total = 0;
  for (const [a, wa] of legendre(order)) {
    for (const [b, wb] of chebyshevSecond(order)) {
      for (const [c, wc] of legendre(order)) {
        for (let n = 0; n < directions; n++) {
          const φ = 2 * Math.PI * n / directions;
          const [A, B, C] = [a, b, c].map((t) => Math.sqrt(1 - t * t)) as [number, number, number];
          const [s, t] = [Math.sin(φ), Math.cos(φ)];
          // Orthonormal: the radius, then the directions of growing angle, the last reversed so that the frame has the orientation of (q₁ … q₅).
          const [outward, ...tangents] = [
            [A * B * C * t, A * B * C * s, A * B * c, A * b, a],
            [a * B * C * t, a * B * C * s, a * B * c, a * b, -A],
            [b * C * t, b * C * s, b * c, -B, 0],
            [c * t, c * s, -C, 0, 0],
            [s, -t, 0, 0, 0],
          ] as const;
          const q = outward.map((x, k) => centre[k]! + radius * x);
          const along: BandModel = { ...model, gradient: (at) => tangents.map((e) => weightedSum(model.gradient(at).map((m, k) => [e[k]!, m] as const))) };
          // sin³α dα = (1 − a²)da, sin²β dβ = √(1 − b²)db, sin γ dγ = dc.
          total += wa * (1 - a * a) * wb * wc * (2 * Math.PI / directions) * chernForm(along, q);
        }
      }
    }
  }
  return total * radius ** 4 / (4 * Math.PI ** 2);
};
