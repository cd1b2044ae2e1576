/**
 * # Claims about the honeycomb lattice, Eq. (10) and Fig. 2
 *
 * LaTeX verbatim from the paper, equation numbers left out; statements in words are paraphrased in \text.
 */
import { claim, states, statesExpansion, statesGreater, statesNonzero, type Claim, type Expr } from "../../symbolic/index.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const model = "Lattice model";
const words = "a statement in words";
type Statement = Omit<Parameters<typeof claim>[1], "kind" | "page" | "where"> & { readonly page?: number; readonly where?: string };
const statement = (id: string, options: Statement): Claim => claim(id, { page: 3, where: model, kind: "statement", ...options });

export const lattice = claim("lattice-H", {
  page: 3, where: model, kind: "premise", printed: String.raw`\hat{H}_{el} = \sum_{\langle ij \rangle} t c_i^{\dagger} c_j + \sum_i \Delta c_i^{\dagger} c_i,\ t c_i^{\dagger}c_j \rightarrow [t + \epsilon(u_i - u_j)]c_i^{\dagger}c_j`,
  asserts: statesExpansion(eq`tb = t0 + β0*t0/a0*(cos(χ)*d1 + sin(χ)*d2)`, { weights: new Map([[l.d1, 1], [l.d2, 1]]), through: 1 }), introduces: [0],
  byHand: "the change of the hopping, ε read as a vector along the bond from i to j, βt/a₀ long; Δ is +Δ on A and −Δ on B, since the text calls the potential staggered",
});
export const sideJumpVanishes = statement("lattice-PHS", {
  printed: String.raw`\text{the side jump contribution almost vanishes, as it requires the breaking of particle-hole symmetry for two-band systems}`,
  asserts: states(eq`SJQ = 0`), byHand: `${words}; what is checked is a uniform displacement of the atoms A, per wave vector of a valley, in the model at equal widths as in Fig. 2(c)`,
});
export const eq10 = claim("eq10", {
  page: 4, where: model, printed: String.raw`\lambda_{z,\mathbf{K}}^{SS,NA} = -\frac{1}{2} \left(\delta_c^v + \delta_v^c \right) m_0^z \Omega_0^z G_0`,
  asserts: states(eq`λK = -1/2*(δcv + δvc)*m0*(4*β0^2*vf^2/a0^4*(Δ/E0))*(1/(-ω + 2*E0) - 1/(ω + 2*E0))`),
  byHand: "with Ω₀ and G₀ as printed below it, for one wave vector near the Dirac points and an atom A",
});
export const energyFactor = claim("eq10-G0", {
  page: 4, where: model, printed: String.raw`G_0 = 1/(-\omega+2\varepsilon_0) - (\omega \to -\omega)`, asserts: states(eq`G0 = 1/(-ω + 2*E0) - 1/(ω + 2*E0)`), byHand: "the second term written out; judged as what Eq. (8) has for the two bands in the place of G₀",
});
export const dirac = claim("eq10-Omega0", {
  page: 4, where: model, printed: String.raw`\Omega_0^z = \frac{4\beta^2 v_f^2}{a_0^4}\frac{\Delta}{\varepsilon_0}`, asserts: states(eq`Ω0 = 4*β0^2*vf^2/a0^4*(Δ/E0)`),
});
export const decayOfHopping = claim("eq10-beta", {
  page: 4, where: model, kind: "definition", printed: String.raw`\beta = -\frac{\partial ln t_0}{\partial ln a_0}`, introduces: [0],
  asserts: states(eq`β0 = -diff(tl(b), b = 1)/tl(1)`), byHand: "logarithms, written as the derivative of the hopping by the length of the bond in units of a₀",
});
export const perWaveVector = claim("eq10-model", {
  introduces: [0],
  label: "Eq. (10), derived", page: 4, where: `${model}, not printed`,
  printed: String.raw`\lambda_{z,\mathbf{K}} = (\delta_c^v + \delta_v^c)\frac{m_0^z\beta^2v_f^2}{2\omega a_0^4}\left[\frac{1}{(2\varepsilon_0-\omega)^2} - \frac{1}{(2\varepsilon_0+\omega)^2}\right]`,
  asserts: states(eq`λK = (δcv + δvc)*m0*β0^2*vf^2/(2*ω*a0^4)*(1/(2*E0 - ω)^2 - 1/(2*E0 + ω)^2)`), byHand: "what the model gives in the place of Eq. (10), for a real displacement of the atoms A",
});
export const integrated = claim("eq10-integrated", {
  introduces: [0],
  label: "Eq. (10), integrated", page: 4, where: `${model}, not printed`,
  printed: String.raw`\int\frac{d\mathbf{p}}{(2\pi)^2}\lambda_{z,\mathbf{K}} = (\delta_c^v + \delta_v^c)\frac{\beta^2v_f^2\Delta}{8\pi\omega^2a_0^4}\left[\frac{1}{2\Delta-\omega} + \frac{1}{2\Delta+\omega} - \frac{1}{\omega}\ln\frac{2\Delta+\omega}{2\Delta-\omega}\right]`,
  asserts: states(eq`λI = (δcv + δvc)*β0^2*vf^2*Δ/(8*pi*ω^2*a0^4)*(1/(2*Δ - ω) + 1/(2*Δ + ω) - 1/ω*log((2*Δ + ω)/(2*Δ - ω)))`), byHand: "the closed form that the paper does not print, for 0 < ω < 2Δ",
});
export const staticLimit = claim("eq10-static", {
  introduces: [0],
  label: "Eq. (10), ω → 0", page: 4, where: `${model}, not printed`, printed: String.raw`\int\frac{d\mathbf{p}}{(2\pi)^2}\lambda_{z,\mathbf{K}} \to (\delta_c^v + \delta_v^c)\frac{\beta^2v_f^2}{48\pi a_0^4\Delta^2}`,
  asserts: states(eq`λI = (δcv + δvc)*β0^2*vf^2/(48*pi*a0^4*Δ^2)`), byHand: "the static limit of the same integral",
});
export const widths = statement("fig2-delta", {
  where: "Fig. 2", printed: String.raw`\text{(d) } \eta_p \gg \eta_c,\eta_v:\ \text{adiabaticity restored; (e), (f) one band adiabatic; (g) } \lambda^{NA} \text{ increases}`,
  asserts: [statesGreater(ex`Sp[5]`, ex`Sp[4]`), states(eq`Sp[6] = Sp[5]`), statesGreater(ex`Sp[7]`, ex`Sp[5]`)], byHand: `${words}, read as: δ_c^v + δ_v^c for the printed widths is smaller in (d) than in (e), the same in (f), and greater in (g)`,
});
export const commonPart = statement("fig2-common", {
  page: 4, printed: String.raw`\text{the skew-scattering and side-jump contributions correspond to the common part and the difference between (e) and (f)}`,
  asserts: [states(eq`Pe[1, 6] - Pe[1, 5] = 0`), states(eq`Pe[2, 6] + Pe[2, 5] = 0`)], byHand: `${words}; (f) has the widths of (e) exchanged; read for a uniform displacement of the atoms A, per wave vector of a valley`,
});
const [x1, y1, x2, y2] = [ex`b1[1]`, ex`b1[2]`, ex`b2[1]`, ex`b2[2]`];
/** A vector turned by 120°. */
const turnedX = (x: Expr, y: Expr): Expr => ex`(-${x}/2 - sqrt(3)/2*${y})`;
const turnedY = (x: Expr, y: Expr): Expr => ex`(sqrt(3)/2*${x} - ${y}/2)`;
/** Σ_j e^{ik·d_j} and Σ_j d_j e^{ik·d_j} over the three bonds, a₀ = 1. */
const phases = (x: Expr, y: Expr): readonly [Expr, Expr, Expr] => [ex`exp(i*${y})`, ex`exp(i*(sqrt(3)/2*${x} - ${y}/2))`, ex`exp(i*(-sqrt(3)/2*${x} - ${y}/2))`];
export const structureFactor = (x: Expr, y: Expr): Expr => { const [a, b, c] = phases(x, y); return ex`${a} + ${b} + ${c}`; };
export const bondSum = (x: Expr, y: Expr): readonly [Expr, Expr] => { const [a, b, c] = phases(x, y); return [ex`(sqrt(3)/2*${b} - sqrt(3)/2*${c})`, ex`(${a} - ${b}/2 - ${c}/2)`]; };
const crossed = ([a, b]: readonly [Expr, Expr], [c, d]: readonly [Expr, Expr]): Expr => ex`${a}*conj(${d}) - ${b}*conj(${c})`;
const crossedPlain = ([a, b]: readonly [Expr, Expr], [c, d]: readonly [Expr, Expr]): Expr => ex`${a}*${d} - ${b}*${c}`;
const turnedSums = [bondSum(turnedX(x1, y1), turnedY(x1, y1)), bondSum(turnedX(x2, y2), turnedY(x2, y2))] as const;
const sums = [bondSum(x1, y1), bondSum(x2, y2)] as const;
export const threefoldSides = [
  [structureFactor(turnedX(x1, y1), turnedY(x1, y1)), structureFactor(x1, y1)], [crossed(...turnedSums), crossed(...sums)], [crossedPlain(...turnedSums), crossedPlain(...sums)],
] as const;
export const threefold = statement("fig2-C3", {
  page: 4, printed: String.raw`\text{the non-adiabatic phonon magnetic moment shows a } C_3 \text{ symmetry}`,
  asserts: threefoldSides.map(([left, right]) => states({ left, right })),
  byHand: `${words}; everything in Eq. (7) follows from the structure factor Σ_j e^{ik·d_j} and from cross products of Σ_j d_j e^{ik·d_j} at two wave vectors, with and without a conjugate, read as: all are the same at wave vectors turned by 120°`,
});
export const valleysConnected = statement("text-KK", {
  printed: String.raw`\text{the degeneracy of the part of the electronic band around } K \text{ and } K' \text{ points as they are connected by phonon momentum at } K`,
  asserts: [states(eq`exp(i*(2*(4*pi/(3*sqrt(3)))*sqrt(3) + 4*pi/(3*sqrt(3))*sqrt(3))) = 1`), states(eq`exp(i*(2*(4*pi/(3*sqrt(3)))*sqrt(3)/2 + 4*pi/(3*sqrt(3))*sqrt(3)/2)) = 1`),
    states({ left: structureFactor(ex`4*pi/(3*sqrt(3))`, ex`0`), right: ex`0` }), states({ left: structureFactor(ex`-(4*pi/(3*sqrt(3)))`, ex`0`), right: ex`0` })],
  byHand: `${words}, read as: K + K differs from K′ = −K by a reciprocal lattice vector, e^{i(2K − K′)·R} = 1 for both primitive vectors, and the bands have the same energies ±Δ at K and at K′, where Σ_j e^{ik·d_j} vanishes`,
});
export const peaks = statement("fig2-Gamma", {
  printed: String.raw`\text{both the adiabatic and non-adiabatic part are peaked near the } \Gamma \text{ and } K \text{ point}`, asserts: statesNonzero(ex`λQ`), introduces: [0],
  byHand: `${words}; what is checked is that the phonon K has a nonadiabatic part in the model`,
});

export const latticeClaims: readonly Claim[] = [
  lattice, sideJumpVanishes, valleysConnected, eq10, energyFactor, dirac, decayOfHopping, perWaveVector, integrated, staticLimit, widths, commonPart, threefold, peaks,
];
