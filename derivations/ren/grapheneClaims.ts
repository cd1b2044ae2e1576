/**
 * # Claims of gapped graphene, Eq. (7)
 */
import { claim, decimal, states, statesDigits, statesExpansion, statesGreater, statesNonzero, type Claim } from "../../symbolic/index.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const monopole = "Divergence near Yang's monopole";
/** Places on and above the diagonal; the rest follows from hermiticity. */
export const places = [1, 2, 3, 4].flatMap((m) => [1, 2, 3, 4].filter((n) => n >= m).map((n) => [m, n] as const));

export const gammaMatrices = claim("in-Gamma", {
  page: 4, where: monopole, kind: "definition", printed: String.raw`\Gamma_{1\sim 5} = (\sigma_x \tau_z, \sigma_y \tau_z, \sigma_z \tau_z, \sigma_0 \tau_x, \sigma_0 \tau_y)`,
  asserts: [states(eq`Γ[4, 1, 3] = 1`), states(eq`Γ[5, 1, 3] = -i`)], byHand: "matrices; two of the elements, with the blocks numbered by τ",
});
const qGamma = [
  eq`Hq[1, 1] = Δ`, eq`Hq[1, 2] = vF*(kx - i*ky)`, eq`Hq[1, 3] = ζ*(uy - i*ux)`, eq`Hq[1, 4] = 0`, eq`Hq[2, 2] = -Δ`, eq`Hq[2, 3] = 0`, eq`Hq[2, 4] = ζ*(uy - i*ux)`, eq`Hq[3, 3] = -Δ`,
  eq`Hq[3, 4] = -vF*(kx - i*ky)`, eq`Hq[4, 4] = Δ`,
];
export const mapping = claim("in-map", {
  page: 4, where: monopole, asserts: qGamma.map(states),
  printed: String.raw`\mathbf{q} = (v_F k_x, v_F k_y, \Delta, \zeta u_y, -\zeta u_x);\quad H_{\text{eff}} = \mathbf{q} \cdot \mathbf{\Gamma} = \text{matrix with } \zeta\rho^\dagger \text{ upper right},\ \rho = u_y + iu_x`,
  byHand: "a matrix, element by element on and above the diagonal; the second ζρ† stands in column 4, as hermiticity and the lower left block have it",
});
export const eq7 = claim("eq7", {
  page: 4, where: monopole, printed: String.raw`H_{\text{eff}} \text{ (matrix of Eq. 7), basis } \{|K, B\rangle, |K, A\rangle, |K', A\rangle, |K', B\rangle\}`,
  asserts: [
    eq`H7[1, 1] = Δ`, eq`H7[1, 2] = vFa*(qx - i*qy)`, eq`H7[1, 3] = ζa*(wy - i*wx)`, eq`H7[1, 4] = 0`, eq`H7[2, 2] = -Δ`, eq`H7[2, 3] = 0`, eq`H7[2, 4] = ζa*(wy - i*wx)`, eq`H7[3, 3] = -Δ`,
    eq`H7[3, 4] = -vFa*(qx - i*qy)`, eq`H7[4, 4] = Δ`,
  ].map(states),
  byHand: "a matrix, element by element on and above the diagonal; the second ζρ† stands in column 4, as hermiticity and the lower left block have it",
});
export const hopping = claim("in-hopping", {
  page: 4, where: "below Eq. (7)", kind: "premise", printed: String.raw`t = t_0 e^{-\lambda(a-a_0)/a_0}`, forAll: [l.ab], asserts: states(eq`thop(ab) = t0*exp(-λ*(ab - 1))`), byHand: "a₀ = 1",
});
export const fermiVelocity = claim("in-vF", { page: 4, where: "below Eq. (7)", printed: String.raw`v_F = -3t_0/2`, asserts: states(eq`vFa = -3*t0/2`), introduces: [0], byHand: "a₀ = 1; the continuum model has v_F with its dimension" });
export const coupling = claim("in-zeta", { page: 4, where: "below Eq. (7)", printed: String.raw`\zeta = -3t_0\lambda/2`, asserts: states(eq`ζa = -3*t0*λ/2`), introduces: [0], byHand: "a₀ = 1; the continuum model has ζ with its dimension" });
/** Lattice vectors √3(cos bπ/3, sin bπ/3); K = (4π/3√3, 0). */
const phaseOf = (x: ReturnType<typeof ex>): ReturnType<typeof ex> => ex`exp(i*4*pi/(3*sqrt(3))*(${x}))`;
export const phases = claim("in-phases", {
  page: 4, where: "below Eq. (7)", printed: String.raw`\text{phase differences of } e^{\pm 2i\pi/3} \text{ forming a } \sqrt{3} \times \sqrt{3} \text{ superlattice};\ K/K' \text{ folded to the zone center}`,
  kind: "statement", byHand: "read as: the Bloch phase of K is e^{±2πi/3} between neighbouring A atoms, and 1 along both vectors of the superlattice",
  asserts: [
    states({ left: phaseOf(ex`sqrt(3)`), right: ex`exp(-2*pi*i/3)` }), states({ left: phaseOf(ex`sqrt(3)*cos(pi/3)`), right: ex`exp(2*pi*i/3)` }),
    states({ left: phaseOf(ex`sqrt(3) + sqrt(3)*cos(pi/3)`), right: ex`1` }), states({ left: phaseOf(ex`sqrt(3)*cos(pi/3) + sqrt(3)*cos(2*pi/3)`), right: ex`1` }),
  ],
});
export const degeneracy = claim("in-deg", {
  page: 4, where: "below Eq. (7)", kind: "statement", printed: String.raw`\text{the bands are doubly degenerate and the valley is still a good quantum number in the } \mathbf{u} = 0 \text{ limit}`, forAll: [l.Eb],
  asserts: states(eq`χE(Eb) = (Eb^2 - vF^2*(kx^2 + ky^2) - Δ^2)^2`), byHand: "read as: the characteristic polynomial at u = 0 is a square; the blocks of the valleys do not couple there by Eq. (7)",
});
export const gapRange = claim("num-Delta", {
  page: 5, where: "below Eq. (7)", kind: "number", printed: String.raw`100\text{--}200\ \text{meV, which corresponds to } \Delta = 0.02 \sim 0.04 t_0,\ t_0 = 2.6\ \text{eV}`,
  asserts: [statesDigits(ex`Δ`, decimal("0.02"), "1", { times: ex`t0` }), statesDigits(ex`Δ`, decimal("0.04"), "1", { times: ex`t0` })], byHand: "a range, read by its two ends",
});
export const couplingValue = claim("num-zeta", {
  page: 5, where: "below Eq. (7)", kind: "number", printed: String.raw`\lambda = 3,\ \zeta \simeq 12\ \text{eV/\AA}`, asserts: statesDigits(ex`-ζ`, decimal("12"), "eV/Å"), byHand: "the magnitude of ζ",
});

export const monopoleCharge = claim("in-monopole", {
  page: 4, where: monopole, kind: "statement", printed: String.raw`\text{integrating the second Chern form over a four-sphere around a Yang's monopole, one can obtain an integer}`,
  asserts: states(eq`Q4 = -1`), introduces: [0], byHand: "read for the lower bands of q·Γ, with the outward orientation of the order q₁ … q₅ and the divisor 4π², which the words leave out; the integer is then −1",
});
export const noMixing = claim("in-nt7", {
  page: 4, where: monopole, kind: "statement", printed: String.raw`\text{The nontopological contribution to the phonon magnetic moment vanishes (Eq. 7)}`, asserts: states(eq`nt7(kx, ky) = 0`), byHand: "a statement in words",
});
export const bornSeven = claim("in-born7", {
  page: 4, where: monopole, kind: "statement", printed: String.raw`\text{the wave packet Born effective charge } e\Omega_{k_i u_j}(\mathbf{k}) \text{ vanishes, whereas the boundary current part is large}`,
  asserts: [states(eq`O7[1, 1] = 0`), states(eq`O7[1, 2] = 0`), states(eq`O7[2, 1] = 0`), states(eq`O7[2, 2] = 0`), states(eq`B7 = 0`)],
  byHand: "said of the topological contribution: read for the traces of the charges and for what the charges contribute to the trace of Eq. (5)",
});
export const valleys = claim("in-valley", {
  page: 4, where: monopole, kind: "statement", printed: String.raw`\Omega_{k_x k_y} \text{ nonzero with opposite signs for opposite valleys; } \Omega_{u_x u_y} \text{ also nonzero and valley polarized}`,
  asserts: [states(eq`Kv[-1] = -Kv[1]`), statesNonzero(ex`Kv[1]`), statesNonzero(ex`Uv[1]`)], byHand: "a statement in words; the curvatures at u = 0, where the valleys do not mix",
});
export const graphene = claim("in-12pi", {
  page: 4, where: monopole, printed: String.raw`\text{The phonon magnetic moment is proportional to } \text{sign}(\Delta)(1/12\pi)(\zeta^2/\Delta^2)`,
  asserts: states(eq`I7 = sign(Δ)/(12*pi)*ζ^2/Δ^2`), byHand: "read as the integral of Eq. (5), which is the moment up to the factor eL₁/2m₁ that the text gives elsewhere",
});
export const divergence = claim("in-diverge", {
  page: 4, where: monopole, kind: "statement", printed: String.raw`\text{The magnetic moment thus diverges as } \Delta \text{ goes to zero}`,
  asserts: statesExpansion(eq`1/I7^2 = 0`, { weights: new Map([[l.Δ, 1]]), through: 3 }), byHand: "read as: the inverse square of the moment vanishes like Δ⁴",
});
export const onlyNew = claim("in-onlynew", {
  page: 1, where: "introduction", kind: "statement", printed: String.raw`\text{gapped graphene model, where only the newly identified contribution is nonzero (introduction)}`,
  asserts: states(eq`B7 = 0`), byHand: "read as: the terms with the wave packet charges contribute nothing",
});
export const spins = claim("in-spin", {
  page: 5, where: monopole, kind: "statement", printed: String.raw`\text{By considering the other spin sector, the phonon magnetic moment doubles}`, asserts: states(eq`Ms = 2*M1`), introduces: [0], byHand: "a statement in words",
});
export const oneOrder = claim("num-1order", {
  page: 5, where: monopole, kind: "number", printed: String.raw`\text{the result increases further by 1 order } (\lambda: 1 \to 3)`, asserts: statesDigits(ex`ρλ`, decimal("1e1"), "1", { magnitude: true }), byHand: "a factor of the order of 10",
});
export const magnetons = claim("num-1e3", {
  page: 5, where: monopole, kind: "number", printed: String.raw`10^3 \text{ times larger than the atomic magneton, (sub)order of the electronic magneton}`,
  asserts: statesGreater(ex`R7`, ex`1000`), byHand: "the first number, read as: at Δ = 0.04 t₀, the larger end of the range, λ = 3, with both spins and the area of a primitive cell per atom, the moment reaches 10³ atomic magnetons",
});

export const grapheneClaims: readonly Claim[] = [
  monopoleCharge, gammaMatrices, mapping, eq7, hopping, fermiVelocity, coupling, phases, degeneracy, noMixing, bornSeven, valleys, graphene, divergence, onlyNew, gapRange, spins, couplingValue, oneOrder, magnetons,
];
