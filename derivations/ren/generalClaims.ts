/**
 * # Claims of the general theory, Eqs. (1) to (6)
 *
 * LaTeX verbatim from the paper, equation numbers left out; statements in words are paraphrased in \text. Integrals over dk/(2π)² are linear, so
 * a relation between them is read for what each wave vector contributes, unless derivatives along k are dropped.
 */
import { claim, states, statesExpansion, type Claim } from "../../symbolic/index.ts";
import { eq, letters as l } from "./symbols.ts";

const words = "a statement in words";
const perWaveVector = "an integral over the Brillouin zone, read for what each wave vector contributes";
const current = "Adiabatic current pumping by phonon";
const moment = "Phonon magnetic moment";
const bands = "Non-Abelian formulas";

export const constitutive = claim("in-constit", {
  page: 2, where: current, kind: "premise", printed: String.raw`\mathbf{j} = \partial_t \mathbf{P} + \nabla \times \mathbf{M}`, forAll: [l.r, l.t],
  asserts: states(eq`jtot(r, t) = diff(Pol(r, t), t) + diff(Mz(r, t), r)`), byHand: "a vector equation, read by its x component in a film",
});
export const eq1 = claim("eq1", {
  page: 2, where: current, forAll: [l.β, l.γ], introduces: [0], byHand: `${perWaveVector}; α = x, β and γ free as printed`,
  printed: String.raw`\mathbf{j}_\alpha^{(2)} = \sum_\delta e \dot{u}_\delta \int \frac{d\mathbf{k}}{(2\pi)^2} \Omega_{k_\alpha k_\beta r_\gamma u_\delta}`,
  asserts: states(eq`j[1] = e*sum(V[δ]*(Ω[1, β]*Ω[γ + 2, δ + 4] + Ω[β, γ + 2]*Ω[1, δ + 4] - Ω[1, γ + 2]*Ω[β, δ + 4]), δ, 1, 2)`),
  alternatives: [{
    id: "beta-for-gamma", text: "r_β in the place of r_γ, summed over β like every repeated index; for α = x only β = y contributes", ocr: false,
    asserts: [states(eq`j[1] = e*sum(V[δ]*(Ω[1, 2]*Ω[4, δ + 4] + Ω[2, 4]*Ω[1, δ + 4] - Ω[1, 4]*Ω[2, δ + 4]), δ, 1, 2)`)],
  }],
});
export const form4a = claim("in-form4a", {
  page: 2, where: "below Eq. (1)", kind: "definition", printed: String.raw`\Omega_{\alpha\beta\gamma\delta} = \Omega_{\alpha\beta}\Omega_{\gamma\delta} + \Omega_{\beta\gamma}\Omega_{\alpha\delta} - \Omega_{\alpha\gamma}\Omega_{\beta\delta}`,
  forAll: [l.α, l.β, l.γ, l.δ], asserts: states(eq`Ω4[α, β, γ, δ] = Ω[α, β]*Ω[γ, δ] + Ω[β, γ]*Ω[α, δ] - Ω[α, γ]*Ω[β, δ]`),
});
export const form4b = claim("in-form4b", {
  page: 3, where: moment, printed: String.raw`\Omega_{k_x k_y u_x u_y} = \Omega_{k_x u_y} \Omega_{k_y u_x} - \Omega_{k_x u_x} \Omega_{k_y u_y} + \Omega_{k_x k_y} \Omega_{u_x u_y}`,
  asserts: states(eq`Ω4[1, 2, 5, 6] = Ω[1, 6]*Ω[2, 5] - Ω[1, 5]*Ω[2, 6] + Ω[1, 2]*Ω[5, 6]`), byHand: "indices with subscripts, numbered k_x, k_y, r_x, r_y, u_x, u_y",
});
export const curvature = claim("in-curv", {
  page: 2, where: "below Eq. (1)", kind: "definition", printed: String.raw`\Omega_{\alpha\beta} = \partial_\alpha A_\beta - \partial_\beta A_\alpha,\quad A_\alpha = \langle \varphi_{\mathbf{k}} | i \partial_\alpha | \varphi_{\mathbf{k}} \rangle`,
  forAll: [l.α, l.β], asserts: states(eq`Ω[α, β] = dA[α, β] - dA[β, α]`), byHand: "derivatives by a numbered parameter",
});
export const eq2 = claim("eq2", {
  page: 2, where: moment, byHand: `${perWaveVector}; α = x, with r_β and β = y in the place of r_γ`,
  printed: String.raw`\mathbf{j}_\alpha^{(2)} = \sum_\delta e \dot{u}_\delta \int \frac{d\mathbf{k}}{(2\pi)^2} \Omega_{k_\alpha k_\beta r_\gamma u_\delta} |_{\mathbf{u}=0} + \sum_{\delta\gamma} e \dot{u}_\delta u_\gamma \int \frac{d\mathbf{k}}{(2\pi)^2} \partial_{u_\gamma} \Omega_{k_\alpha k_\beta r_\gamma u_\delta} |_{\mathbf{u}=0}`,
  asserts: statesExpansion(eq`j1 = e*sum(V[δ]*F0[δ], δ, 1, 2) + e*sum(V[δ]*(ux*G1[1, δ] + uy*G1[2, δ]), δ, 1, 2)`, { weights: new Map([[l.ux, 1], [l.uy, 1]]), through: 1 }),
});
export const eq2FirstLine = claim("eq2-line1", {
  page: 2, where: "below Eq. (2)", kind: "statement", printed: String.raw`\text{The first line is a time derivative term (electrical polarization)}`, forAll: [l.t],
  asserts: states(eq`e*(diff(X(t), t)*F0[1] + diff(Y(t), t)*F0[2]) = diff(e*(X(t)*F0[1] + Y(t)*F0[2]), t)`), byHand: words,
});
export const eq2Symmetrised = claim("eq2-sym", {
  page: 2, where: "below Eq. (2)", kind: "statement", forAll: [l.t, l.r],
  printed: String.raw`\text{symmetrizing in } (\delta,\gamma):\ \text{symmetric part = second-harmonic polarization current, antisymmetric part = magnetization current}`,
  asserts: [
    states(eq`e/2*(2*diff(X(t), t)*X(t)*G1[1, 1] + (diff(X(t), t)*Y(t) + diff(Y(t), t)*X(t))*(G1[1, 2] + G1[2, 1]) + 2*diff(Y(t), t)*Y(t)*G1[2, 2]) = diff(e/2*(X(t)^2*G1[1, 1] + X(t)*Y(t)*(G1[1, 2] + G1[2, 1]) + Y(t)^2*G1[2, 2]), t)`),
    states(eq`e/2*(X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t))*(G1[1, 2] - G1[2, 1]) = diff(e/2*(X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t))*Cr(r), r)`),
  ], byHand: words,
});
export const eq3 = claim("eq3", {
  page: 2, where: moment, printed: String.raw`M_z = \frac{e}{2m_1} L_1 \int \frac{d\mathbf{k}}{(2\pi)^2} \Omega_{k_x k_y u_x u_y}`, asserts: states(eq`mk = e/(2*m1)*L1*C`), byHand: perWaveVector,
});
export const angularMomentum = claim("in-L1", {
  page: 3, where: "below Eq. (3)", kind: "definition", printed: String.raw`L_1 = (m_1/T) \int_0^T (\mathbf{u} \times \dot{\mathbf{u}})_z dt`,
  asserts: states(eq`L1 = m1/T*integral(X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t), t, 0, T)`), byHand: "a vector product, written out",
});
export const linearPolarization = claim("in-linpol", {
  page: 3, where: "below Eq. (3)", kind: "statement", printed: String.raw`\text{the linearly polarized phonon with zero angular momentum shows zero magnetic moments}`, asserts: states(eq`mk = 0`), byHand: words,
});
export const timeReversal = claim("in-TR", {
  page: 3, where: "below Eq. (3)", byHand: "functions of k and −k, with letters of their own",
  printed: String.raw`\Omega_{k_\alpha k_\beta u_x u_y}(\mathbf{k}) = \Omega_{k_\alpha k_\beta u_x u_y}(-\mathbf{k})\ \text{(time reversal), in contrast to } \Omega_{k_x k_y}`,
  asserts: [states(eq`C_ = C`), states(eq`Ωkk_ = -Ωkk`)],
});
export const symmetryRequirement = claim("in-symreq", {
  page: 1, where: current, kind: "statement", printed: String.raw`\text{nonzero out-of-plane } M \text{ needs broken } T \text{ and broken mirror about any perpendicular mirror plane}`,
  asserts: [states(eq`mk = 0`), states(eq`mk = 0`)], introduces: [0, 1], byHand: "a statement in words, read as: an unbroken T, or an unbroken mirror, forces M_z = 0",
});
export const bornCharge = claim("in-Qstar", {
  page: 3, where: moment, forAll: [l.α, l.β], printed: String.raw`Q_{ij}^* = e \int [d\mathbf{k}/(2\pi)^2] \Omega_{k_i u_j},\quad \mathbf{P} = \mathbf{Q}^* \mathbf{u}`, introduces: [0],
  asserts: states(eq`Qs[α, β] = e*ΩI[α, β]`), byHand: "an integral over the Brillouin zone, with a letter of its own; the second relation defines Q*",
});
export const orbit = claim("in-orbit", {
  page: 3, where: moment, printed: String.raw`\mathbf{d} = -\Omega \mathbf{u},\quad (-e/2)(\mathbf{d} \times \dot{\mathbf{d}})_z \text{ equals the first two terms of } \Omega_{k_x k_y u_x u_y}`,
  asserts: states(eq`-e/2*(d[1]*ddot[2] - d[2]*ddot[1]) = e/2*(W[1]*V[2] - W[2]*V[1])*(Ωku[1, 2]*Ωku[2, 1] - Ωku[1, 1]*Ωku[2, 2])`),
  byHand: "the equality holds with the factor (e/2) u × du/dt of Eq. (3), which the words leave out",
});
export const atomicCrystal = claim("in-atomic", {
  page: 3, where: moment, kind: "statement", printed: String.raw`\text{In an atomic crystal, this term cancels the magnetic moment from the charged ion}`, asserts: states(eq`mat = 0`), byHand: words,
});
export const eq4 = claim("eq4", {
  page: 3, where: moment, printed: String.raw`M = \int \frac{d\mathbf{k}}{(2\pi)^2} \left\{ m(\mathbf{k}) + \frac{e}{\hbar} [\mu - E(\mathbf{k})] \Omega_{k_x k_y} \right\}`,
  asserts: states(eq`mB = ms + e/ħ*(μ - Ek)*Ωkk`), introduces: [0], byHand: perWaveVector,
});
export const geometricalPhase = claim("in-phase", {
  page: 3, where: moment, printed: String.raw`e^{-iE T/\hbar+i\eta},\quad \eta = \Omega_{u_x u_y} S_u,\quad S_u = \frac{1}{2} \int_0^T (\mathbf{u} \times \dot{\mathbf{u}})_z dt`, introduces: [0],
  asserts: statesExpansion(eq`η = Ωuu*pi*a^2`, { weights: new Map([[l.a, 1]]), through: 3 }), byHand: "the second formula of three, for a circular orbit of radius a, whose S_u is πa²; the others define η and S_u",
});
export const energyShift = claim("in-deltaE", {
  page: 3, where: moment, printed: String.raw`\delta E = -\hbar\eta/T = -\hbar\Omega_{u_x u_y} (L_1/2m_1)`,
  asserts: [states(eq`δE = -ħ*η/T`), states(eq`δE = -ħ*Ωuu*L1/(2*m1)`)], introduces: [0], byHand: "E is a letter of its own here",
});
export const thirdTerm = claim("in-term3", {
  page: 3, where: moment, kind: "statement", printed: String.raw`\text{changing } E \to E + \delta E \text{ in Eq. (4) gives the term proportional to } \Omega_{k_x k_y} \Omega_{u_x u_y}`,
  asserts: states(eq`δm = e/(2*m1)*L1*Ωkk*Ωuu`), byHand: "read with the factor of Eq. (3)",
});
export const eq5 = claim("eq5", {
  page: 3, where: bands, printed: String.raw`M_z = \frac{e}{2m_1} L_1 \int \frac{d\mathbf{k}}{(2\pi)^2} \text{Tr} \Omega_{k_x k_y u_x u_y}`, asserts: states(eq`mN = e/(2*m1)*L1*TrC`), byHand: perWaveVector,
});
export const nonAbelianCurvature = claim("in-nonab", {
  page: 3, where: bands, kind: "definition", printed: String.raw`\Omega_{\alpha\beta} = \partial_\alpha A_\beta - \partial_\beta A_\alpha - i[A_\alpha, A_\beta],\quad A_\alpha^{mn} = \langle \varphi_m | i\partial_\alpha | \varphi_n \rangle`,
  asserts: states(eq`Ω[1, 2] = dA[1, 2] - dA[2, 1]`), byHand: "matrices; written out for one band, where the commutator vanishes",
});
export const eq6 = claim("eq6", {
  page: 3, where: bands,
  printed: String.raw`M_z^{\text{nt}} = -\frac{e}{2m_1} L_1 (\partial_{u_x} F_{u_y} - \partial_{u_y} F_{u_x}) F_{u_x} = \text{Re} \sum_{n \in \text{occ}} \sum_{n' \in \text{unoc}} \int \frac{d\mathbf{k}}{(2\pi)^2} \frac{\langle n | \partial_{u_i} H | n' \rangle [(\mathbf{v}_{n'm'} + \mathbf{v}_{nm} \delta_{n'm'}) \times \mathbf{v}_{m'n}]_z}{(E_n - E_{n'})^2 (E_n - E_{m'})}`,
  asserts: [
    states(eq`mnt = -e/(2*m1)*L1*(diff(Fy(ux, uy), ux) - diff(Fx(ux, uy), uy))`),
    states(eq`Fi = h[1, 3]/(E[1] - E[3])^2*(sum((vx[3, m_]*vy[m_, 1] - vy[3, m_]*vx[m_, 1])/(E[1] - E[m_]), m_, 3, 4) + sum((vx[1, m]*vy[3, 1] - vy[1, m]*vx[3, 1])/(E[1] - E[3]), m, 1, 2))`),
  ],
  introduces: [0, 1],
  byHand: `${perWaveVector}, for the pair n = 1, n′ = 3 of two occupied states 1, 2 and two empty ones 3, 4, before the real part is taken; the second formula is read as F_{u_i}, the free index m as a sum over occupied states and m′ over empty ones`,
});
/** What the same formula states where one band is occupied; Ref. 24 has this case. */
export const eq6OneBand = claim("eq6-one-band", {
  label: "Eq. (6), one band", page: 3, where: bands, printed: String.raw`F_{u_i} = \text{Re} \sum_{n' \in \text{unoc}} \int \frac{d\mathbf{k}}{(2\pi)^2} \frac{\langle n | \partial_{u_i} H | n' \rangle [(\mathbf{v}_{n'm'} + \mathbf{v}_{nn} \delta_{n'm'}) \times \mathbf{v}_{m'n}]_z}{(E_n - E_{n'})^2 (E_n - E_{m'})}`,
  asserts: states(eq`Fi = h[1, 3]/(E[1] - E[3])^2*(sum((vx[3, m_]*vy[m_, 1] - vy[3, m_]*vx[m_, 1])/(E[1] - E[m_]), m_, 3, 4) + (vx[1, 1]*vy[3, 1] - vy[1, 1]*vx[3, 1])/(E[1] - E[3]))`),
  introduces: [0], byHand: `${perWaveVector}, for the pair n = 1, n′ = 3 of one occupied state 1 and two empty ones 3, 4, before the real part is taken`,
});

export const generalClaims: readonly Claim[] = [
  constitutive, eq1, form4a, form4b, curvature, eq2, eq2FirstLine, eq2Symmetrised, eq3, angularMomentum, linearPolarization, timeReversal, symmetryRequirement, bornCharge, orbit, atomicCrystal, eq4,
  geometricalPhase, energyShift, thirdTerm, eq5, nonAbelianCurvature, eq6, eq6OneBand,
];
