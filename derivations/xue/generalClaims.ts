/**
 * # Claims of the general theory, Eqs. (1) to (6) and the prefactor
 *
 * LaTeX verbatim from the paper, equation numbers left out; statements in words are paraphrased in \text.
 */
import { claim, states, statesExpansion, type Claim } from "../../symbolic/index.ts";
import { eq, letters as l } from "./symbols.ts";

const words = "a statement in words";
const theory = "Microscopic theory";

export const eq1 = claim("eq1", {
  page: 1, where: theory, kind: "definition", printed: String.raw`m_i = \lambda_{ij} (\mathbf{u}^a \times \dot{\mathbf{u}}^a)_j`, forAll: [l.α], introduces: [0],
  asserts: states(eq`m[α] = sum(λ[α, β]*S[β], β, 1, 3)`), byHand: "the repeated index is summed over x, y, z",
});
export const zeeman = claim("eq1-HZ", {
  page: 1, where: theory, kind: "definition", printed: String.raw`\hat{H}_Z = -\mathbf{B} \cdot \mathbf{m}`, introduces: [0],
  asserts: states(eq`HZ = -sum(B[α]*m[α], α, 1, 3)`), byHand: "a scalar product, written out",
});
export const eq2 = claim("eq2", {
  page: 1, where: theory, kind: "definition", printed: String.raw`\hat{H} = \hat{H}_0 + \hat{H}_B + \hat{H}_{ep} + \hat{H}_{mix}`, introduces: [0],
  asserts: states(eq`He = Hparts[1] + Hparts[2] + Hparts[3] + Hparts[4]`), byHand: "the four parts are defined below the display: first order in A, to second order in the displacement",
});
export const secondTerms = claim("in-secondterms", {
  page: 1, where: "below Eq. (2)", kind: "statement", printed: String.raw`\text{the second terms in } \hat H_{ep}, \hat H_{mix} \text{ do not contribute to } \lambda_{ij}`,
  asserts: [states(eq`Fuu[1, 2] - Fuu[2, 1] = 0`), states(eq`Fuuk[1, 2] - Fuuk[2, 1] = 0`)], byHand: `${words}, read as: what multiplies u_i u_j has no antisymmetric part, for displacements of one site`,
});
export const circular = claim("in-uxudot", {
  page: 1, where: "below Eq. (2)", printed: String.raw`\mathbf{u} \times \dot{\mathbf{u}} \to \mathbf{u}(\omega,\mathbf{q}) \times \mathbf{u}(\omega,\mathbf{q})^*`,
  asserts: states(eq`Si = u[1]*conj(u[2]) - u[2]*conj(u[1])`),
  alternatives: [{ id: "per 2iω", text: "the factor 2iω taken out, which the derivative by ω in Eq. (4) is to supply", ocr: false, asserts: [states(eq`Si = 2*i*ω*(u[1]*conj(u[2]) - u[2]*conj(u[1]))`)] }],
  byHand: "the component i of a replacement, read as an equation for the displacement u e^{−iωt} + c.c.",
});
export const vectorPotential = claim("in-B", {
  page: 1, where: "below Eq. (2)", printed: String.raw`\mathbf{B} = i\boldsymbol{q}_0 \times \boldsymbol{A}`, asserts: states(eq`Bj = i*(q0[1]*A0[2] - q0[2]*A0[1])`), byHand: "a vector product, read by its component j, for cyclic j, j₁, j₂",
});
export const eq3 = claim("eq3", {
  page: 1, where: theory, kind: "definition", introduces: [0],
  printed: String.raw`\langle v_k e^{iq_0 r} \rangle = \theta_{kij}^1 u_i(\omega, \mathbf{q}) u_j(-\omega, -\mathbf{q} - \mathbf{q}_0),\ \langle \hat{F}_i^a e^{i\mathbf{q} \cdot \mathbf{R}^a} \rangle = \theta_{kij}^2 u_j(-\omega, -\mathbf{q} - \mathbf{q}_0) A_k(\mathbf{q}_0),\ \langle \hat{F}_{i,k}^a e^{i(\mathbf{q} + \mathbf{q}_0) \cdot \mathbf{R}^a} \rangle = \theta_{kij}^3 u_j(-\omega, -\mathbf{q} - \mathbf{q}_0)`,
  asserts: states(eq`vq = sum(sum(θe[α, β]*u[α]*conj(u[β]), α, 1, 3), β, 1, 3)`), byHand: "the first of three definitions of response functions, with u(−ω, −q − q₀) = u*",
});
export const waveVectors = claim("eq3-wave-vectors", {
  label: "Eq. (3), wave vectors", page: 1, where: `${theory}, not printed`, forAll: [l.α], printed: String.raw`\mathbf{q}_0 + \mathbf{q} + (-\mathbf{q} - \mathbf{q}_0) = 0`,
  asserts: [states(eq`q0[α] + (q[α] + (-q[α] - q0[α])) = 0`), states(eq`q[α] + (-q[α] - q0[α]) + q0[α] = 0`), states(eq`q[α] + q0[α] + (-q[α] - q0[α]) = 0`)],
  byHand: "the wave vectors of the operator and of the fields in each of the three relations add up to zero",
});
export const eq4 = claim("eq4", {
  page: 2, where: theory, introduces: [0],
  printed: String.raw`\lambda_{ij}(\omega, \boldsymbol{q}) = \frac{1}{4} \epsilon_{j\ell k} \epsilon_{ik_1k_2} \lim_{\boldsymbol{q}_0 \to 0} \partial_{q_{0\ell}} \partial_{\omega} \sum_{i=1}^3 [\theta^i_{kk_1k_2}(\omega, \boldsymbol{q}, \boldsymbol{q}_0) + \theta^i_{kk_2k_1}(-\omega, -\boldsymbol{q}, \boldsymbol{q}_0)]`,
  asserts: states(eq`λij = 1/4*diff(θ1(ω) + θ2(ω) + θ3(ω) - θ1m(-ω) - θ2m(-ω) - θ3m(-ω), ω)`),
  byHand: "each Θ is the contraction with both ε at q₀ → 0 of one ordering of the two phonons, and the exchange of k₁ and k₂ gives the second term its sign; the summation index i of the response functions is not the free index i, which goes with u × du/dt, as j goes with the field",
});
export const indicesOfLambda = claim("eq4-indices", {
  label: "Eq. (4), indices", page: 2, where: `${theory}, not printed`, kind: "statement", printed: String.raw`\lambda_{ij} \text{ of Eq. (4), with } i \text{ of } \mathbf{u}\times\dot{\mathbf{u}} \text{ and } j \text{ of } \mathbf{B}, \text{ is } \lambda_{ij} \text{ of Eq. (1)}`,
  asserts: states(eq`HZ = -B[1]*λ[2, 1]*S[2]`), byHand: `${words}, read by the energy of a field along x and a motion about y; λ_xx, λ_yy and λ_zz are the same in both`,
});
export const eq5 = claim("eq5", {
  page: 2, where: theory, printed: String.raw`\dot{\hat{\rho}} = -i(\hat{\rho}\hat{H} - \hat{H}^\dagger \hat{\rho})`, forAll: [l.α, l.β], introduces: [0],
  asserts: states(eq`ρdot[α, β] = -i*sum(ρ[α, γ]*H[γ, β] - conj(H[γ, α])*ρ[γ, β], γ, 1, 2)`), byHand: "an equation of operators, read by its elements for two levels",
});
export const relaxation = claim("in-relax", {
  page: 2, where: "below Eq. (5)", kind: "definition", printed: String.raw`\omega \rightarrow \omega + i\eta_p,\ \Sigma = i\eta_m \delta_{mn}`, forAll: [l.α], introduces: [0],
  asserts: states(eq`Σ[α, α] = i*η[α]`), byHand: "the second of two; the first replaces a frequency",
});
export const eq6 = claim("eq6", {
  page: 2, where: theory, kind: "definition", introduces: [0], printed: String.raw`\lambda_{ij}(\omega, \mathbf{q}) = \lambda_{ij}^A(\omega, \mathbf{q}) + \lambda_{ij}^{NA}(\omega, \mathbf{q})`,
  asserts: states(eq`λij = λA + λNA`),
});
export const exactSplit = claim("eq6-split", {
  label: "Eq. (6), populations", page: 2, where: `${theory}, not printed`, printed: String.raw`\rho^{(2)}_{11} = (1 + \delta_{n_1}^{n_2})\rho^{(2)A}_{11}`, asserts: states(eq`ρ2 = ρA + δ[1, 2]*ρA`),
  byHand: "where the split comes from, at any widths: the population of n₁ that a phonon makes through n₂",
});
export const prefactor = claim("delta", {
  page: 2, where: "below Eq. (7)", printed: String.raw`\delta_{n_1}^{n_3} = \eta_{n_3} / (2\eta_p + \eta_{n_1})`,
  asserts: states(eq`δ[1, 2] = η[2]/(2*ηp + η[1])`), byHand: "the upper index is the intermediate level, n₂ of the curvature beside it",
});
export const fastPhonon = claim("limit-etap", {
  page: 2, where: "below Eq. (8)", printed: String.raw`\eta_p \gg \eta_{n_i}:\ \delta_{n_1}^{n_3} \to 0`, asserts: statesExpansion(eq`δ[1, 2] = 0`, { weights: new Map([[l.ηp, -1]]), through: 0 }), byHand: "a limit",
});

/** What Eq. (5) does, which the paper does not say. */
export const staysHermitian = claim("eq5-hermitian", {
  label: "Eq. (5), Hermitian", page: 2, where: `${theory}, not printed`, printed: String.raw`\dot\rho_{21} = \dot\rho_{12}^*`, asserts: states(eq`ρdot[2, 1] = conj(ρdot[1, 2])`), byHand: "for any Σ, of a Hermitian ρ of two levels",
});
export const traceGrows = claim("eq5-trace", {
  label: "Eq. (5), trace", page: 2, where: `${theory}, not printed`, printed: String.raw`\mathrm{Tr}\,\dot\rho = 2\sum_n \eta_n\rho_{nn}`, asserts: states(eq`ρdot[1, 1] + ρdot[2, 2] = 2*η[1]*ρ[1, 1] + 2*η[2]*ρ[2, 2]`),
  byHand: "Eq. (5) with Σ = +iη_m as printed: the trace grows; the widths damp with the opposite sign",
});
export const onlyRatios = claim("text-ratio", {
  page: 2, where: "below Eq. (8)", kind: "statement", printed: String.raw`\delta \text{ relies not on the absolute strength of the relaxation but on the relative ratio of the electronic and phononic lifetime}`,
  asserts: states(eq`δs = δ[1, 2]`), byHand: "a statement in words, read as: δ does not change when all widths are multiplied by one factor",
});
export const slowPhonon = claim("limit-slow", {
  label: "δ for η_p → 0", page: 2, where: "below Eq. (8), not printed", printed: String.raw`\eta_p \ll \eta_{n_i}:\ \delta_{n_1}^{n_3} \to \eta_{n_3}/\eta_{n_1}`, asserts: statesExpansion(eq`δ[1, 2] = η[2]/η[1]`, { weights: new Map([[l.ηp, 1]]), through: 0 }), byHand: "a limit",
});

export const equalLevels = claim("limit-equal", {
  label: "δ for equal widths", page: 2, where: "below Eq. (8), not printed", printed: String.raw`\eta_{n_1} = \eta_{n_3}:\ \delta_{n_1}^{n_3} = \eta_{n_1}/(2\eta_p + \eta_{n_1})`, asserts: states(eq`δ[1, 2] = η[1]/(2*ηp + η[1])`), byHand: "the upper index is n₂, as in δ",
});
export const oneNarrow = claim("limit-one-band", {
  label: "δ for one adiabatic band", page: 2, where: "below Eq. (8), not printed", printed: String.raw`\eta_{n_3} \to 0:\ \delta_{n_1}^{n_3} \to 0;\ \eta_{n_1} \to 0:\ \delta_{n_1}^{n_3} \to \eta_{n_3}/2\eta_p`,
  asserts: [statesExpansion(eq`δ[1, 2] = 0`, { weights: new Map([[l.ηs, 1]]), through: 0 }), statesExpansion(eq`δ[1, 2] = η[2]/(2*ηp)`, { weights: new Map([[l.ηs, 1]]), through: 0 })], byHand: "two limits",
});

export const generalClaims: readonly Claim[] = [
  eq1, zeeman, eq2, secondTerms, circular, vectorPotential, eq3, waveVectors, eq4, indicesOfLambda, eq5, relaxation, staysHermitian, traceGrows, eq6, exactSplit, prefactor, fastPhonon, slowPhonon, equalLevels, oneNarrow, onlyRatios,
];
