/**
 * # Claims about the nonadiabatic part, Eqs. (7) to (9)
 *
 * LaTeX verbatim from the paper, equation numbers left out. Eq. (7) is read for what one wave vector and one choice of bands contribute to λ_ij, over the matrix
 * elements in real and imaginary parts; i, i₁, i₂ and j, j₁, j₂ are cyclic, so that it holds for every component. The upper index n₃ of δ is read as n₂, the intermediate level of the curvature beside it; G₂ depends on n₃ and stands inside the sum of T.
 */
import { claim, states, statesNonzero, whole, type Claim, type Expr } from "../../symbolic/index.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const main = "Microscopic theory";
const words = "a statement in words";
const xs = whole(1);
const ys = whole(2);

/** ⟨n₁|∂H/∂u_i|n₂⟩ and ⟨n₂|∂H/∂u_i*|n₃⟩. */
export const couplingOf = (s: Expr, i: Expr): Expr => ex`(Fr[${s}, ${i}] + i*Fi[${s}, ${i}])`;
export const otherCoupling = (s: Expr, i: Expr): Expr => ex`(Kr[${s}, ${i}] + i*Ki[${s}, ${i}])`;
export const connection = (j: Expr): Expr => ex`(ar[${j}] + i*ai[${j}])`;
export const gap = (s: Expr): Expr => ex`(ε[1] - ε2[${s}])`;
const crossed = (s: Expr, i: Expr, j: Expr): Expr => ex`${couplingOf(s, i)}*conj(${couplingOf(s, j)}) - ${couplingOf(s, j)}*conj(${couplingOf(s, i)})`;
export const numerator = (s: Expr): Expr => crossed(s, xs, ys);
export const otherNumerator = (s: Expr): Expr => ex`(${couplingOf(s, xs)}*${otherCoupling(s, ys)} - ${couplingOf(s, ys)}*${otherCoupling(s, xs)})`;

/** G₁ and what stands beside G₂, as printed. */
const firstFactor = (s: Expr): Expr => ex`(f[1] - f2[${s}])*${gap(s)}^2/(${s === xs ? ex`-ω` : ex`ω`} + ${gap(s)})^3`;
const secondFactor = (s: Expr): Expr => ex`${firstFactor(s)}*((ε[3] - ε2[${s}])/${gap(s)})`;
const curvature = (s: Expr): Expr => ex`(${numerator(s)})/(${gap(s)}*${gap(s)})`;
const shift = (s: Expr, j: Expr): Expr => ex`im(${otherNumerator(s)}/(${gap(s)}*(ε[3] - ε2[${s}]))*${connection(j)})`;
/** δ as printed below Eq. (7). */
export const ratioOfWidths = ex`(η[2]/(2*ηp + η[1]))`;
/** What the first term of Eq. (7) takes, for the frequency ω or −ω. */
export interface SkewScattering { readonly ratio: Expr; readonly moment: Expr; readonly occupation: Expr; readonly gap: Expr; readonly numerator: Expr; readonly frequency: Expr }
/** δ m G₁ Ω with G₁ and Ω of Eq. (8), as printed. */
export const printedSkew = ({ ratio, moment, occupation, gap: difference, numerator: products, frequency }: SkewScattering): Expr =>
  ex`${ratio}*${moment}*${occupation}*${difference}^2/(-${frequency} + ${difference})^3*((${products})/(${difference}*${difference}))`;
/** The same of the second term, for one valley where the shift Im(F × F*)_{n₁n₃}A is given along both axes. */
export interface SideJump { readonly ratio: Expr; readonly occupation: Expr; readonly gap: Expr; readonly shift: readonly [Expr, Expr]; readonly velocity: readonly [Expr, Expr]; readonly frequency: Expr }
/** ε δ v G₂T with G₁, G₂ and Ω as printed; the denominator Δε_{n₃n₂} of Ω and the factor of G₂ cancel. */
export const printedJump = ({ ratio, occupation, gap: difference, shift: [S1, S2], velocity: [v1, v2], frequency }: SideJump): Expr =>
  ex`${ratio}*${occupation}/(-${frequency} + ${difference})^3*(${v2}*${S1} - ${v1}*${S2})`;
const skew = (s: Expr): Expr => printedSkew({ ratio: ratioOfWidths, moment: ex`me`, occupation: ex`(f[1] - f2[${s}])`, gap: gap(s), numerator: numerator(s), frequency: ex`${s}*ω` });
const jump = (s: Expr): Expr => ex`${ratioOfWidths}*(v[2]*${secondFactor(s)}*${shift(s, xs)} - v[1]*${secondFactor(s)}*${shift(s, ys)})`;
const [here, there] = [whole(1), whole(-1)];

export const eq7 = claim("eq7", {
  page: 2, where: main,
  printed: String.raw`\lambda_{ij}^{NA} = -\frac{1}{2} \sum_{n_1 n_3} \int d\mathbf{k} \left[ \delta_{n_1}^{n_3} (m_j^e)_{n_1 \mathbf{k}} G_1(\omega, \mathbf{q}) (\Omega_i)_{n_1 n_1}^{n_2} (\mathbf{q}) + \epsilon_{j j_1 j_2} \delta_{n_1}^{n_3} (v_{j_2})_{n_1 \mathbf{k}} G_2(\omega, \mathbf{q}) T(\mathbf{q}) - (\omega, \mathbf{q} \to -\omega, -\mathbf{q}) \right]`,
  asserts: states(eq`λNA = -1/2*(${skew(here)} + ${jump(here)} - (${skew(there)} + ${jump(there)}))`),
  byHand: "any component, i, i₁, i₂ and j, j₁, j₂ cyclic, for one wave vector and one choice of bands, with the definitions of Eq. (8) and below it written out; n₂ is summed over, the first term counts once and not for each n₃, δ has the upper index n₂ (eq7-index), G₂ stands inside the sum over n₃, ∂_{j₁} in the connection of T (in-T), ∫dk is a mean over the zone",
});
const partOf = (id: string, label: string, left: Expr, printed: string, right: Expr, byHand: string, introduces: readonly number[] = [], alternatives: Claim["alternatives"] = []): Claim => claim(id, {
  label, page: 2, where: `${main}, not printed`, printed, asserts: states({ left, right }), byHand, introduces, alternatives,
});
export const skewScattering = partOf("eq7-skew", "Eq. (7), first term", ex`λSS`, String.raw`\lambda^{SS} = -\frac{1}{2}\delta_{n_1}^{n_2} (m_j^e)_{n_1} G_1 (\Omega_i)_{n_1n_1}^{n_2}`, ex`-1/2*${skew(here)}`, "the first term of Eq. (7) without its partner, each θ of Eq. (3) with one ordering of the phonons", [], [{ id: "iΩ for Ω", text: "the curvature counted as iΩ, which is real: a factor 2 remains", ocr: false, asserts: [states({ left: ex`λSS`, right: ex`-1/2*i*${skew(here)}` })] }]);
export const skewOfReal = partOf("eq7-skew-real", "Eq. (7), first term, real displacement", ex`λSR`, String.raw`\partial_\omega(\omega\lambda^{SS}) = -\frac{1}{2}\delta_{n_1}^{n_2} (m_j^e)_{n_1} G_1\, i(\Omega_i)_{n_1n_1}^{n_2}`,
  ex`-1/2*${ratioOfWidths}*me*${firstFactor(here)}*(i*${curvature(here)})`, "the first term for a real displacement, u × du/dt = 2iω u × u*, with the i that makes the curvature real: so the printed prefactor is right, and that of the second term twice too large", [0]);
export const sideJump = partOf("eq7-jump", "Eq. (7), second term", ex`λSJ`, String.raw`\lambda^{SJ} = -\frac{1}{2}\epsilon_{jj_1j_2} \delta_{n_1}^{n_2} (v_{j_2})_{n_1} G_2 T`, ex`-1/2*${jump(here)}`, "the second term of Eq. (7) without its partner, with the index j₁ in the connection, each θ of Eq. (3) with one ordering of the phonons");
/** What stands beside the two when the coupling depends on the wave vector. */
const couplingShift = (j: Expr): Expr => ex`re(${couplingOf(here, xs)}*(Dr[1, 2, ${j}] + i*Di[1, 2, ${j}]) - ${couplingOf(here, ys)}*(Dr[1, 1, ${j}] + i*Di[1, 1, ${j}]))`;
export const indexOfRatio = claim("eq7-index", {
  label: "Eq. (7), upper index of δ", page: 2, where: `${main}, not printed`, kind: "statement", printed: String.raw`n_3 \text{ of } \delta_{n_1}^{n_3} \text{ is the band } n_3 \text{ of } (\Omega_i)_{n_1n_3}^{n_2} \text{ and of } (A_{j_1})_{n_3n_1}`,
  asserts: states(eq`δ[1, 2] = η[3]/(2*ηp + η[1])`), introduces: [0], byHand: "the ratio beside (Ω)^{n₂}, for widths of populations, with the width of the band of the sum over n₃; the other claims read n₃ of δ as n₂. For two bands n₂ and n₃ are both the other band, and the second term of Eq. (7) has the right width as it stands",
  alternatives: [{ id: "n₂ for n₃", text: "the upper index of δ is n₂, the intermediate band of the curvature beside it", ocr: false, asserts: [states(eq`δ[1, 2] = η[2]/(2*ηp + η[1])`)] }],
});
export const couplingTerm = claim("eq7-coupling", {
  label: "Eq. (7), coupling", page: 2, where: `${main}, not printed`,
  printed: String.raw`\lambda^{SC} = -\frac{1}{2}\epsilon_{jj_1j_2} \delta_{n_1}^{n_2} (v_{j_2})_{n_1} \frac{G_1}{\Delta\varepsilon_{12}^2} \mathrm{Re}\,\epsilon_{ii_1i_2} \langle n_1|\partial_{u_{i_1}}H|n_2\rangle\langle n_2|\partial_{k_{j_1}}\partial_{u^*_{i_2}}H|n_1\rangle`,
  asserts: states(eq`λSC = -1/2*${ratioOfWidths}*(f[1] - f2[1])/(-ω + ${gap(here)})^3*(v[2]*${couplingShift(xs)} - v[1]*${couplingShift(ys)})`),
  byHand: "a term that the paper does not print, normalised as Eq. (4) is, each θ of Eq. (3) with one ordering of the phonons; it vanishes when the coupling does not depend on the wave vector",
});
export const eq8G1 = claim("eq8-G1", {
  page: 2, where: main, printed: String.raw`G_{1}(\omega, \mathbf{q}) = \frac{\Delta f_{n_{1}\mathbf{k}, n_{2}\mathbf{k} - \mathbf{q}} \Delta \varepsilon_{n_{1}\mathbf{k}, n_{2}\mathbf{k} - \mathbf{q}}^{2}}{(-\omega + \Delta \varepsilon_{n_{1}\mathbf{k}, n_{2}\mathbf{k} - \mathbf{q}})^{3}}`,
  asserts: states(eq`G1 = (f[1] - f2[1])*${gap(here)}^2/(-ω + ${gap(here)})^3`), byHand: "differences of energies and occupations written out; judged for its dependence on the energies, beside the factor 2i that the first term of Eq. (7) lacks",
});
export const eq8Curvature = claim("eq8-Omega", {
  page: 2, where: main, kind: "definition", introduces: [0],
  printed: String.raw`(\Omega_{i})_{n_{1}n_{3}}^{n_{2}}(\mathbf{q}) = \epsilon_{ii_{1}i_{2}} \frac{\left(\frac{\partial \hat{H}}{\partial u_{i_{1},\mathbf{q}}}\right)_{n_{1}\mathbf{k}, n_{2}\mathbf{k} - \mathbf{q}}\left(\frac{\partial \hat{H}}{\partial u_{i_{2},\mathbf{q}}^{*}}\right)_{n_{2}\mathbf{k} - \mathbf{q}, n_{3}\mathbf{k}}}{(\varepsilon_{n_{1},\mathbf{k}} - \varepsilon_{n_{2},\mathbf{k} - \mathbf{q}})(\varepsilon_{n_{3},\mathbf{k}} - \varepsilon_{n_{2},\mathbf{k} - \mathbf{q}})}`,
  asserts: states(eq`Ω13 = ${otherNumerator(here)}/(${gap(here)}*(ε[3] - ε2[1]))`), byHand: "any component, i, i₁, i₂ cyclic, over real and imaginary parts of the matrix elements",
});
export const diagonalImaginary = claim("eq8-imaginary", {
  label: "Eq. (8), n₁ = n₃", page: 2, where: `${main}, not printed`, printed: String.raw`\mathrm{Re}\,(\Omega_i)_{n_1n_1}^{n_2} = 0`, asserts: states(eq`re(ΩD) = 0`), byHand: "the diagonal element is imaginary: a real λ in the first term of Eq. (7) needs a factor i",
});
export const phasesOfStates = claim("in-T-gauge", {
  label: "T, other phases", page: 2, where: `${main}, not printed`, printed: String.raw`T \text{ does not depend on the phases of the states}`, forAll: [l.α],
  asserts: states(eq`Tφ[α] = im(Ω13*Ac[α])`), byHand: "each state n₁, n₂, n₃ multiplied by a phase of its own, for one n₃",
});
export const secondG = claim("in-G2", {
  page: 2, where: "below Eq. (8)", printed: String.raw`G_2 = G_1 \Delta \varepsilon_{n_3 k, n_2 k-q} / \Delta \varepsilon_{n_1 k, n_2 k-q}`,
  asserts: states(eq`G2 = G1*(ε[3] - ε2[1])/(ε[1] - ε2[1])`),
});
export const jumpT = claim("in-T", {
  page: 2, where: "below Eq. (8)", forAll: [l.α, l.β],
  printed: String.raw`T(\boldsymbol{q}) = \text{Im} \sum_{n_3 \neq n_1} (\Omega_i)_{n_1n_3}^{n_2}(\boldsymbol{q}) (A_{j_1})_{n_3 \boldsymbol{k}, n_1 \boldsymbol{k}},\ (A_{j_1})_{n_3\mathbf{k},n_1\mathbf{k}} = \langle n_3\mathbf{k}|i\partial_{j_2}|n_1\mathbf{k}\rangle`,
  asserts: [states(eq`Tj[α] = im(Ω13*Ac[α])`), states(eq`Ac[α] = Dc[β]`)], introduces: [0, 1], byHand: "for one n₃; j₁ and j₂ are the free numbers α and β",
  alternatives: [{ id: "j_1 for j_2", text: "∂_{j_1} in the place of ∂_{j_2}", ocr: false, asserts: [states(eq`Tj[α] = im(Ω13*Ac[α])`), states(eq`Ac[α] = Dc[α]`)] }],
});
export const orbitalMomentClaim = claim("in-me", {
  page: 2, where: "below Eq. (7)", printed: String.raw`\boldsymbol{m}_{n\boldsymbol{k}}^e = 1/2\mathrm{Im}\langle \boldsymbol{\partial} n\boldsymbol{k} | \times \hat{\boldsymbol{v}} | n\boldsymbol{k} \rangle \text{ is the electronic orbital magnetic moment}`,
  asserts: states(eq`mo = 1/2*im(V1[1, 2] - V1[2, 1])`), byHand: "the z component, the derivative of the state taken without its part along the state",
});
export const renormalised = claim("text-gap", {
  page: 1, where: "introduction", kind: "statement", printed: String.raw`\text{the electron band gap is renormalized by the phonon frequency}`,
  asserts: states(eq`ρa = -h*(f[2] - f[1])/((ε[1] - ε[2]) - ω)`), byHand: `${words}, read as: the response of a gap Δε at ω is the static response of the gap Δε − ω, for fixed matrix elements and without widths`,
});
export const wholeCurvature = claim("text-fullBC", {
  page: 2, where: main, kind: "statement", printed: String.raw`\sum_{n_2\neq n_1} (\Omega_i)_{n_1n_1}^{n_2} \text{ recovers the full molecular Berry curvature}`,
  asserts: states(eq`sum(ΩS[γ], γ, 2, 4) = Ωmol`), byHand: `${words}; three other bands, at q → 0, the molecular Berry curvature i⟨∂_u n| × |∂_u n⟩`,
});
export const twoBands = claim("text-two", {
  page: 2, where: main, kind: "statement", printed: String.raw`\text{for two-band systems, } (\Omega_i)_{n_1n_1}^{n_2} \text{ coincides with molecular Berry curvature}`,
  asserts: states(eq`ΩS[2] = Ωtwo`), byHand: `${words}; at q → 0, the molecular Berry curvature i⟨∂_u n| × |∂_u n⟩`,
});
export const eq9 = claim("eq9", {
  page: 3, where: main, forAll: [l.kx, l.ky], introduces: [0],
  printed: String.raw`\mathbf{M} = \int \frac{d\mathbf{k}}{8\pi^3} (\mathbf{m}_{n\mathbf{k}} f_{n\mathbf{k}} + \mathbf{v}_{n\mathbf{k}} \times \mathbf{A}_{n\mathbf{k},n\mathbf{k}} f_{n\mathbf{k}})`,
  asserts: states(eq`Mk = mk*fk(kx, ky) + (vk1(kx, ky)*Ak2(kx, ky) - vk2(kx, ky)*Ak1(kx, ky))*fk(kx, ky)`),
  byHand: "the z component of one band, read for what each wave vector contributes up to derivatives along k; m is the moment of the charge that couples by v·A",
});
export const momentSign = claim("eq9-me", {
  label: "Eq. (9) with m of Eq. (7)", page: 3, where: main, forAll: [l.kx, l.ky], kind: "statement", introduces: [0],
  printed: String.raw`\text{the first terms in both Eq. (7) and Eq. (9) contain the orbital magnetic moment } \mathbf{m}`,
  asserts: states(eq`Mk = me*fk(kx, ky) + (vk1(kx, ky)*Ak2(kx, ky) - vk2(kx, ky)*Ak1(kx, ky))*fk(kx, ky)`), byHand: `${words}, read as: m of Eq. (9) is m^e as defined below Eq. (7)`,
});
/** (u × u*)·(F × F*), over its three components. */
export const circularCoupling: Expr = ([[1, 2], [2, 3], [3, 1]] as const).map(([i, j]) => ex`(u[${whole(i)}]*conj(u[${whole(j)}]) - u[${whole(j)}]*conj(u[${whole(i)}]))*(${crossed(here, whole(i), whole(j))})`).reduce((sum, x) => ex`${sum} + ${x}`);
export const transitionRate = claim("text-rate", {
  page: 3, where: main, kind: "statement", printed: String.raw`\text{the transition rate induced by a circular phonon mode is proportional to } [\mathbf{u}\times\mathbf{u}^*]\cdot(\Omega_i)_{n_1n_1}^{n_2}`,
  asserts: states({ left: ex`rp - rm`, right: circularCoupling }), byHand: `${words}, read as: the rates |F·u|² of a phonon and of the one that circles the other way differ by (u × u*)·Ω times Δε²`,
});
export const timeReversed = claim("text-TR", {
  page: 3, where: main, kind: "statement", printed: String.raw`\mathbf{m} \text{ takes opposite signs in the } K \text{ and } K' \text{ valleys; the molecular Berry curvature shares the same symmetry}`,
  asserts: [states(eq`mv[-1] = -mv[1]`), states(eq`Ωv[-1] = -Ωv[1]`)], byHand: `${words}, read for time reversal, (k, q) → (−k, −q)`,
});
export const leadingCorrection = claim("text-lamA", {
  page: 2, where: "below Eq. (6)", kind: "statement", printed: String.raw`\text{the leading order correction of } \lambda^A_{ij} \text{ is in the form of } \omega/\varepsilon_0`, asserts: statesNonzero(ex`Λ1`), introduces: [0],
  byHand: `${words}, read as: λ^A has a term linear in ω; for electrons with time reversal`,
  alternatives: [{ id: "ω/ε₀ as the small parameter", text: "ω/ε₀ names what the expansion is in, not its first power, and the linear term may vanish; the introduction calls the correction proportional to the ratio, which speaks for the first power", ocr: false, asserts: [states(eq`Λ1 = 0`)] }],
});

export const nonadiabaticClaims: readonly Claim[] = [
  eq7, skewScattering, skewOfReal, sideJump, couplingTerm, indexOfRatio, eq8G1, eq8Curvature, diagonalImaginary, secondG, jumpT, phasesOfStates, orbitalMomentClaim, renormalised, wholeCurvature, twoBands, eq9, momentSign, transitionRate, timeReversed, leadingCorrection,
];
