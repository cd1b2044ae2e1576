import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, combination, eigenstates, expectation, modulusSquared, overlap, zeroMatrix, type Matrix, type Vector } from "./bruteForce/hermitian.ts";
import { basisState, DXZ, DYZ, hamiltonian, orbitalMomentum, oxygen, quarterTurn, slaterKoster, type Cluster } from "./bruteForce/cluster.ts";
import { hopping } from "./bruteForce/hopping.ts";
import { overlapOfOrbitals } from "./bruteForce/orbitalOverlap.ts";
import { chiralOrbital, gapOf, restStates, withGap } from "./bruteForce/states.ts";
import { derived, derivedComplex, lettersOf, printed, printedComplex, verdictOf, type Values } from "./formulas.ts";
import { sigmas } from "./generators.ts";

const anyCluster = fc.record({
  V: fc.double({ min: 0.3, max: 2.5, noNaN: true }), oxygenHopping: fc.double({ min: -1.2, max: 0, noNaN: true }), dLevel: fc.double({ min: 0.5, max: 6, noNaN: true }), distance: fc.double({ min: 0.15, max: 0.3, noNaN: true }),
}).map(({ V, distance, ...levels }): Cluster => ({ ...levels, distance, bond: slaterKoster(V, distance) }));

/** The parameters of Sec. II with E_d chosen for the printed gap. */
const titanate = withGap({ oxygenHopping: -0.8, distance: 0.2, bond: slaterKoster(1.14, 0.2) }, 3.2);

const randomHermitian = (size: number, numbers: readonly number[]): Matrix => {
  const m = zeroMatrix(size);
  let next = 0;
  for (let j = 0; j < size; j++) {
    m.re[j * size + j] = numbers[next++]!;
    for (let k = j + 1; k < size; k++) {
      const [x, y] = [numbers[next++]!, numbers[next++]!];
      [m.re[j * size + k], m.re[k * size + j], m.im[j * size + k], m.im[k * size + j]] = [x, x, y, -y];
    }
  }
  return m;
};

/** |H ψ − E ψ|. */
const residual = (h: Matrix, energy: number, ψ: Vector): number =>
  Math.sqrt([...apply(h, ψ).re].reduce((sum, x, k) => sum + (x - energy * ψ.re[k]!) ** 2, 0) + [...apply(h, ψ).im].reduce((sum, x, k) => sum + (x - energy * ψ.im[k]!) ** 2, 0));

/** A state that a formula gives as a combination of the letters p[n] and d[σ]; d_σ without phase factors. */
const stateOf = (formula: (values: Values) => { readonly re: number; readonly im: number }, values: Values): Vector => {
  const letter = (name: string): Values => ({ "p[1]": 0, "p[2]": 0, "p[3]": 0, "p[4]": 0, "d[1]": 0, "d[-1]": 0, [name]: 1 });
  const orbitals = [...[1, 2, 3, 4].map((n) => [`p[${n}]`, basisState(oxygen(n))] as const), ...sigmas.map((σ) => [`d[${σ}]`, chiralOrbital(σ)] as const)];
  return combination(orbitals.map(([name, orbital]) => [formula({ ...values, ...letter(name) }), orbital]));
};

describe("diagonalisation by complex Jacobi rotations", () => {
  it("gives H ψ = E ψ, orthonormal states, ascending levels and the trace of any Hermitian matrix", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 36, maxLength: 36 }), (numbers) => {
      const h = randomHermitian(6, numbers);
      const { energies, states } = eigenstates(h);
      states.forEach((ψ, k) => {
        expect(residual(h, energies[k]!, ψ)).toBeLessThan(1e-12);
        states.forEach((other, m) => { expect(Math.abs(Math.sqrt(modulusSquared(overlap(ψ, other))) - (k === m ? 1 : 0))).toBeLessThan(1e-13); });
      });
      expect(energies.toSorted((a, b) => a - b)).toEqual(energies);
      expect(energies.reduce((sum, e) => sum + e, 0)).toBeCloseTo([0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + h.re[7 * k]!, 0), 11);
    }), { numRuns: 30 });
  });
});

describe("the hopping between d_xz and p_z", () => {
  it("follows the overlap of the two orbitals: positive towards +x, as x/R at a fixed length, and none on the y axis", () => {
    const along = overlapOfOrbitals(0.8, 0);
    expect(along).toBeGreaterThan(0);
    for (const angle of [0.3, 1.1, 2, Math.PI / 2, 4]) expect(overlapOfOrbitals(0.8 * Math.cos(angle), 0.8 * Math.sin(angle))).toBeCloseTo(along * Math.cos(angle), 12);
    // Overlap lowers the energy: the matrix elements have the opposite sign.
    expect(hamiltonian(titanate).re[DXZ * 6 + oxygen(4)]).toBeCloseTo(-1.14, 12);
    expect(hamiltonian(titanate).re[DXZ * 6 + oxygen(1)]).toBeCloseTo(0, 15);
    expect(hamiltonian(titanate).re[DYZ * 6 + oxygen(1)]).toBeCloseTo(-1.14, 12);
  });

  it("with the printed phases d_σ = −(σ d_xz + i d_yz)/√2 has the sign of σ, so that t_{Ti-O} < 0 cannot hold for both", () => {
    for (const σ of sigmas) {
      const printedOrbital = combination([[{ re: -σ * Math.SQRT1_2, im: 0 }, basisState(DXZ)], [{ re: 0, im: -Math.SQRT1_2 }, basisState(DYZ)]]);
      const element = hopping(titanate, 4, printedOrbital);
      expect(-derived("tTiO-sign", { ...lettersOf(titanate), σ })).toBeCloseTo(element.re, 12);
      expect(Math.sign(element.re)).toBe(σ);
      expect(modulusSquared(overlap(printedOrbital, chiralOrbital(σ)))).toBeCloseTo(1, 14);
      expect(expectation(orbitalMomentum(), printedOrbital)).toBeCloseTo(σ, 14);
    }
    expect(verdictOf("tTiO-sign").kind).toBe("discrepancy");
  });
});

describe("the levels of the cluster at rest", () => {
  it("are ±2t_{O-O} and twice each of E_{a,b} as derived for Eq. (3), for any parameters", () => {
    fc.assert(fc.property(anyCluster, (cluster) => {
      const values = lettersOf(cluster);
      for (const s of sigmas) expect(printed("En12", { ...values, s })).toBeCloseTo(derived("En12", { ...values, s }), 12);
      const formulas = [derived("En12", { ...values, s: 1 }), derived("En12", { ...values, s: -1 }), ...[1, 1, -1, -1].map((s) => derived("eq3", { ...values, s }))];
      eigenstates(hamiltonian(cluster)).energies.forEach((energy, k) => { expect(energy).toBeCloseTo(formulas.toSorted((a, b) => a - b)[k]!, 11); });
    }), { numRuns: 40 });
  });

  it("are not those of the printed Eq. (3) with t_{Ti-O} = ⟨d_σ|H|p_4⟩, but are those with the d_xz-p_z element, the convention that the verdict names", () => {
    const values = lettersOf(titanate);
    const measured = restStates(titanate);
    for (const [s, energy] of [[1, measured.antibonding[1].energy], [-1, measured.bonding[1].energy]] as const) {
      expect(Math.abs(printed("eq3", { ...values, s }) - energy)).toBeGreaterThan(0.2);
      expect(printed("eq3", { ...values, s, tTiO: titanate.bond(4, [0, 0])[0] })).toBeCloseTo(energy, 12);
    }
    expect(verdictOf("eq3").kind).toBe("discrepancy");
    expect(verdictOf("eq3").holdsUnder).toContain("t_xz");
  });

  it("leave the gap of the derived Eq. (4), larger than the printed one by what Eq. (3) misses", () => {
    const values = lettersOf(titanate);
    expect(derived("eq4", values)).toBeCloseTo(gapOf(titanate), 12);
    expect(gapOf(titanate) - printed("eq4", values)).toBeCloseTo(restStates(titanate).antibonding[1].energy - printed("eq3", { ...values, s: 1 }), 12);
    expect(verdictOf("eq4").inheritedFrom).toEqual(["eq3"]);
  });

  it("lie 4|t_{O-O}| apart for the two nonbonding states: with the printed numbers the gap of ψ_n1 is twice that of ψ_n2", () => {
    const { antibonding, n1, n2 } = restStates(titanate);
    const [first, second] = [antibonding[1].energy - n1.energy, antibonding[1].energy - n2.energy];
    expect(first / second).toBeCloseTo(2, 12);
    expect(verdictOf("tOO-neglect").kind).toBe("discrepancy");
  });
});

describe("the states of the cluster at rest", () => {
  it("are those of Eqs. (1) and (2), with the mixing angle as derived, for any parameters", () => {
    fc.assert(fc.property(anyCluster, fc.constantFrom<1 | -1>(1, -1), (cluster, σ) => {
      const values = lettersOf(cluster);
      const rest = restStates(cluster);
      const agree = (claim: string, extra: Values, state: Vector, relation?: number): void => {
        for (const form of [derivedComplex, printedComplex]) expect(modulusSquared(overlap(stateOf((v) => form(claim, v, relation), { ...values, ...extra }), state))).toBeCloseTo(1, 11);
      };
      agree("eq1", {}, rest.n1.state, 0);
      agree("eq1", {}, rest.n2.state, 1);
      for (const s of sigmas) {
        expect(derived("theta", { ...values, s })).toBeCloseTo(values[`θ[${s}]`] as number, 10);
        agree("eq2", { s, σ }, (s > 0 ? rest.antibonding : rest.bonding)[σ].state);
      }
    }), { numRuns: 8 });
  });

  it("are not eigenstates with the printed mixing angle, whose tangent is the derived one divided by −√2", () => {
    const values = lettersOf(titanate);
    const h = hamiltonian(titanate);
    for (const s of sigmas) {
      const printedAngle = printed("theta", { ...values, s });
      const level = (s > 0 ? restStates(titanate).antibonding : restStates(titanate).bonding)[1];
      expect(Math.tan(values[`θ[${s}]`] as number) / Math.tan(printedAngle)).toBeCloseTo(-Math.SQRT2, 10);
      const withAngle = (θ: number): Vector => stateOf((v) => printedComplex("eq2", v), { ...values, s, σ: 1, [`θ[${s}]`]: θ });
      expect(residual(h, level.energy, withAngle(printedAngle))).toBeGreaterThan(1);
      expect(residual(h, level.energy, withAngle(values[`θ[${s}]`] as number))).toBeLessThan(1e-12);
    }
    expect(verdictOf("theta").kind).toBe("discrepancy");
  });

  it("have sin²θ_a between 0.8 and 1 for the printed parameters", () => {
    const weight = Math.sin(lettersOf(titanate)["θ[1]"] as number) ** 2;
    expect(weight).toBeGreaterThan(0.8);
    expect(weight).toBeLessThan(1);
    expect(verdictOf("sin-theta").kind).toBe("exact");
  });

  it("of σ = +1 and −1 are each other's complex conjugates", () => {
    const { antibonding } = restStates(titanate);
    const { re, im } = antibonding[1].state;
    const conjugate: Vector = { re, im: im.map((x) => -x) };
    expect(modulusSquared(overlap(conjugate, antibonding[-1].state))).toBeCloseTo(1, 13);
    expect(verdictOf("Kramers").kind).toBe("exact");
  });
});

describe("a quarter turn", () => {
  it("of displacement and orbitals together leaves H unchanged, for any displacement", () => {
    fc.assert(fc.property(anyCluster, fc.double({ min: -0.05, max: 0.05, noNaN: true }), fc.double({ min: -0.05, max: 0.05, noNaN: true }), fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }), (cluster, x, y, numbers) => {
      const ψ: Vector = { re: Float64Array.from(numbers.slice(0, 6)), im: Float64Array.from(numbers.slice(6)) };
      const [before, after] = [quarterTurn(apply(hamiltonian(cluster, [x, y]), ψ)), apply(hamiltonian(cluster, [-y, x]), quarterTurn(ψ))];
      before.re.forEach((value, k) => { expect(after.re[k]).toBeCloseTo(value, 12); });
      before.im.forEach((value, k) => { expect(after.im[k]).toBeCloseTo(value, 12); });
    }), { numRuns: 30 });
  });

  it("multiplies a state of quasi-angular momentum m by e^{−imπ/2}", () => {
    const { n1, n2, antibonding, bonding } = restStates(titanate);
    const phase = (v: Vector): number => Math.round(2 * Math.atan2(overlap(v, quarterTurn(v)).im, overlap(v, quarterTurn(v)).re) / Math.PI);
    expect([n1, antibonding[1], bonding[1], antibonding[-1], bonding[-1]].map((level) => phase(level.state))).toEqual([0, -1, -1, 1, 1]);
    expect(Math.abs(phase(n2.state))).toBe(2);
  });
});
