import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { slaterKoster } from "./bruteForce/cluster.ts";
import { overlap, type Vector } from "./bruteForce/hermitian.ts";
import { allFilled, runPulse, runRotation } from "./bruteForce/runs.ts";
import { propagate, type HamiltonianInTime } from "./bruteForce/schroedinger.ts";
import { withGap } from "./bruteForce/states.ts";
import { orders } from "./order.ts";

const titanate = withGap({ oxygenHopping: -0.8, distance: 0.2, bond: slaterKoster(1.14, 0.2) }, 3.2);

/** Two levels ±δ/2 and a coupling (Ω/2) e^{∓iωt}: in the rotating frame the field stands still. */
const [δ, Ω, ω] = [1.3, 0.7, 0.9];
const rotatingField: HamiltonianInTime = (t, { re, im }) => {
  [re[0], re[3]] = [δ / 2, -δ / 2];
  [re[1], im[1], re[2], im[2]] = [Ω / 2 * Math.cos(ω * t), -Ω / 2 * Math.sin(ω * t), Ω / 2 * Math.cos(ω * t), Ω / 2 * Math.sin(ω * t)];
};
const lower: Vector = { re: Float64Array.of(0, 1), im: new Float64Array(2) };

describe("the integration of the Schrödinger equation", () => {
  it("is exact to sixth order of the time step for two levels in a rotating field, where Rabi's formula holds", () => {
    const rabi = Math.sqrt((δ - ω) ** 2 + Ω ** 2);
    const T = 12;
    const exact = (Ω / rabi) ** 2 * Math.sin(rabi * T / 2) ** 2;
    const error = (dt: number): number => {
      const [ψ] = propagate(rotatingField, 0, T, Math.round(T / dt), [lower]);
      return ψ!.re[0]! ** 2 + ψ!.im[0]! ** 2 - exact;
    };
    for (const p of orders(2, 0.8, error)) expect(p).toBeCloseTo(6, 1);
    expect(Math.abs(error(0.1))).toBeLessThan(1e-9);
  });

  it("keeps the orbitals orthonormal", () => {
    const upper: Vector = { re: Float64Array.of(1, 0), im: new Float64Array(2) };
    const [a, b] = propagate(rotatingField, 0, 40, 100, [lower, upper]);
    expect(overlap(a!, a!).re).toBeCloseTo(1, 13);
    expect(Math.hypot(overlap(a!, b!).re, overlap(a!, b!).im)).toBeLessThan(1e-13);
  });

  it("of pulses and of rotations changes probabilities and moments by some 10⁻⁵ when the time step is halved", () => {
    const rotation = { amplitude: 1e-3, frequency: 0.3, chirality: 1 } as const;
    const [coarse, fine] = [1, 2].map((refine) => runPulse(titanate, rotation, 4, { refine, orbitals: allFilled, afterwards: true }));
    for (const σ of [1, -1] as const) {
      expect(Math.abs(fine!.maximum.occupation(σ) / coarse!.maximum.occupation(σ) - 1)).toBeLessThan(1e-5);
      expect(Math.abs(fine!.after.occupation(σ) / coarse!.after.occupation(σ) - 1)).toBeLessThan(1e-4);
    }
    const [once, twice] = [1, 2].map((refine) => runRotation(titanate, rotation, { refine }).total);
    expect(Math.abs(twice!.momentum / once!.momentum - 1)).toBeLessThan(2e-5);
    expect(Math.abs(twice!.flows[0]! / once!.flows[0]! - 1)).toBeLessThan(2e-5);
  });
});

describe("the brute force", () => {
  it("imports nothing but itself", () => {
    const folder = new URL("./bruteForce/", import.meta.url);
    for (const file of readdirSync(folder)) {
      const imports = [...readFileSync(new URL(file, folder), "utf8").matchAll(/from\s+"([^"]+)"/g)].map((match) => match[1]!);
      for (const name of imports) expect(`${file}: ${name}`).toMatch(/: \.\/\w+\.ts$/);
    }
    expect(readdirSync(folder).length).toBeGreaterThan(5);
  });
});
