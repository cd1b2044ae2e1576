/**
 * # Claims as printed
 *
 * LaTeX verbatim from the paper, equation numbers left out; statements in words are paraphrased in \text. One assertion for each relation of
 * a display, the first side against each of the others.
 */
import { claim, decimal, states, statesDigits, statesExpansion, statesGreater, statesGrowth, statesNonzero, statesPower, type Claim } from "../../symbolic/index.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const words = "a statement in words";
/** Held while one other letter of a moment, a current or an occupation changes; the gap, the frequency and the amplitude belong to them unless they are that letter. */
const held = [l.ħ, l.e, l.μB, l.μ1, l.a, l.c, l.tOO, l.θ, l.a_, l.τ, l.ω, l.Q, l.Q0, l.Δ];

// ---- Sec. I: ionic moment ----------------------------------------------------------------------------------------------------

export const introPxdP = claim("intro-PxdP", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "statement", printed: String.raw`\mathbf{M}\propto\mathbf{P}\times\partial_t\mathbf{P}`,
  asserts: states(eq`diff(Mt(t)/(qx(t)*diff(qy(t), t) - qy(t)*diff(qx(t), t)), t) = 0`), byHand: "a proportionality: the ratio of the two sides does not change in time while the mode moves",
});
export const introL = claim("intro-L", {
  page: 1, where: "Sec. I, ionic magnetic moment", printed: String.raw`L_i = M_i \mathbf{Q}_i \times \mathbf{Q}_i`, forAll: [l.k, l.t],
  asserts: states(eq`L_[k] = M_[k]*(X_[k, t]*Y_[k, t] - Y_[k, t]*X_[k, t])`), byHand: "a vector product, read by its z component",
  alternatives: [{ id: "overdot", text: "the second Q_i carries an overdot that print or scan lost", ocr: true, asserts: [states(eq`L_[k] = M_[k]*(X_[k, t]*diff(Y_[k, t], t) - Y_[k, t]*diff(X_[k, t], t))`)] }],
});
export const introGamma = claim("intro-gamma", {
  page: 1, where: "Sec. I, ionic magnetic moment", printed: String.raw`\gamma_i = \sum_i eZ_i/2M_i`, forAll: [l.k],
  asserts: states(eq`γ_[k] = sum(e*Z_[n]/(2*M_[n]), n, 1, 2)`), byHand: "a sum over ions, written out for two",
  alternatives: [{ id: "no-sum", text: "without the sum sign: one γ for each ion, as μ_uc = Σ γ_i L_i needs it", ocr: false, asserts: [states(eq`γ_[k] = e*Z_[k]/(2*M_[k])`)] }],
});
export const introMuCirc = claim("intro-mu-circ", {
  page: 1, where: "Sec. I, ionic magnetic moment", printed: String.raw`\mu_{uc} = \omega/2 \sum_{i} eZ_i Q_i^2`,
  asserts: states(eq`μuc = ω/2*sum(e*Z_[n]*Q_[n]^2, n, 1, 3)`), byHand: "a sum over ions, written out for three",
});
export const introOmega = claim("intro-omega", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "number", printed: String.raw`\omega \sim 10^{14} \text{ s}^{-1}`,
  asserts: statesDigits(ex`ω`, decimal("1e14"), "s^{-1}", { magnitude: true }),
});
export const introQO = claim("intro-QO", {
  page: 1, where: "Sec. I, ionic magnetic moment", printed: String.raw`Q_O = -3M_{Al}Q_{Al}/2M_O\approx -1.1Q_{Al}`,
  asserts: [states(eq`QO = -3*MAl*QAl/(2*MO)`), statesDigits(ex`QO`, decimal("-1.1"), "1", { times: ex`QAl` })],
});
export const introZ = claim("intro-Z", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "premise", printed: String.raw`Z_{Al} \approx -3,\ Z_O \approx 2`,
  asserts: [statesDigits(ex`ZAl`, decimal("-3"), "1"), statesDigits(ex`ZO`, decimal("2"), "1")],
});
export const introEUnit = claim("intro-E-unit", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "number", printed: String.raw`E > 10^5 \text{ V/cm}^2`,
  asserts: statesDigits(ex`Efield`, decimal("1e5"), "V/cm^2", { magnitude: true }), byHand: "a lower bound with a unit",
});
export const intro10pct = claim("intro-10pct", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "number", printed: String.raw`Q_{Al} = 0.1 \text{ \AA}\ \text{corresponds to a relative Al-O displacement of } 10\%`,
  asserts: statesDigits(ex`(QAl - QO)/dAlO`, decimal("1e1"), "%"), byHand: "a statement in words; the zero of 10 % is not counted as a figure",
});
export const introMuUc = claim("intro-mu-uc", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "number", printed: String.raw`\mu_{uc} \approx 5 \times 10^{-27} \text{ J/T}`,
  asserts: statesDigits(ex`μuc`, decimal("5e-27"), "J/T"),
});
export const introMuUB = claim("intro-mu-uB", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "number", printed: String.raw`\mu_{uc} \approx 5 \times 10^{-4} \mu_B`,
  asserts: statesDigits(ex`μuc`, decimal("5e-4"), "1", { times: ex`μB` }),
});
export const introM = claim("intro-M", {
  page: 1, where: "Sec. I, ionic magnetic moment", printed: String.raw`M = \mu_{uc}/V \sim 20 \text{ A/m}`,
  asserts: [states(eq`Mag = μuc/Vuc`), statesDigits(ex`Mag`, decimal("2e1"), "A/m")],
});
export const introV = claim("intro-V", {
  page: 1, where: "Sec. I, ionic magnetic moment", kind: "number", printed: String.raw`V = 254 \text{ \AA}^3`, asserts: statesDigits(ex`Vuc`, decimal("254"), "Å^3"),
});
export const introB = claim("intro-B", {
  page: 1, where: "Sec. I, ionic magnetic moment", printed: String.raw`B = \mu_0 M = 2 \times 10^{-5} \text{ T}`,
  asserts: [states(eq`B = μ0*Mag`), statesDigits(ex`B`, decimal("2e-5"), "T")],
});
export const introEph = claim("intro-Eph", {
  page: 2, where: "Sec. I", printed: String.raw`E_{ph} = \hbar\omega = 12.4 \text{ meV}`,
  asserts: [states(eq`Eph = ħ*ω`), statesDigits(ex`Eph`, decimal("12.4"), "meV")],
});
export const intro1phonon = claim("intro-1phonon", {
  page: 2, where: "Sec. I", kind: "statement", printed: String.raw`\text{absorption of one phonon across the gap would need } E_{ph} > \Delta\text{, which does not hold}`,
  asserts: statesGreater(ex`Δ`, ex`Eph`), byHand: words,
});
export const introLinear = claim("intro-linear", {
  page: 2, where: "Sec. I", kind: "statement", printed: String.raw`\text{the geometric orbital magnetization is expected to be linear in the displacement}`,
  asserts: statesNonzero(ex`mgeo/Q0`), byHand: words,
});

// ---- Sec. II.1: model --------------------------------------------------------------------------------------------------------

export const QVec = claim("Q-vec", {
  page: 2, where: "Sec. II.1", printed: String.raw`\mathbf{Q} = Q(\cos \omega t, c \sin \omega t),\ \varphi = c\omega t`, forAll: [l.t],
  asserts: [states(eq`Q*cos(φ[t]) = Q*cos(ω*t)`), states(eq`Q*sin(φ[t]) = Q*c*sin(ω*t)`)], byHand: "a vector, read by its components",
});
export const dSigma = claim("d-sigma", {
  page: 2, where: "Sec. II.1", kind: "definition", printed: String.raw`d_{\sigma} = -(\sigma d_{xz} + i d_{yz})/\sqrt{2}`, forAll: [l.σ],
  asserts: states(eq`d[σ] = -(σ*dxz + i*dyz)/sqrt(2)`),
});
export const SKdxz = claim("SK-dxz", {
  page: 2, where: "Sec. II.1", kind: "statement", forAll: [], byHand: words,
  printed: String.raw`\text{without distortion } d_{xz} \text{ couples to } p_z \text{ on the } x \text{ axis only; with distortion also to } p_z \text{ on the } y \text{ axis}`,
  asserts: [statesNonzero(ex`hxz(rTiO, 0)`), states(eq`hxz(0, rTiO) = 0`), statesNonzero(ex`diff(hxz(x, rTiO), x)`)],
});
export const Kramers = claim("Kramers", {
  page: 3, where: "Sec. II.1", kind: "statement", printed: String.raw`d_+|\downarrow\rangle,\ d_-|\uparrow\rangle`, forAll: [l.σ],
  asserts: states(eq`conj(d[σ]) = -d[-σ]`), byHand: "a pair of states: their orbital parts are exchanged by complex conjugation, that is by time reversal, up to a phase",
});
export const eq1 = claim("eq1", {
  page: 3, where: "Sec. II.1", printed: String.raw`\psi_{n1} = \frac{1}{2} \sum p_n, \ \psi_{n2} = \frac{1}{2} \sum (-1)^n p_n,`,
  asserts: [states(eq`ψn[1] = 1/2*sum(p[n], n, 1, 4)`), states(eq`ψn[-1] = 1/2*sum((-1)^n*p[n], n, 1, 4)`)],
});
export const En12 = claim("En12", {
  page: 3, where: "below Eq. (1)", printed: String.raw`E_{n1,n2} = \pm 2t_{O-O}`, forAll: [l.s], asserts: states(eq`En[s] = s*2*tOO`),
});
export const eq2 = claim("eq2", {
  page: 3, where: "Sec. II.1", printed: String.raw`\psi_{a\sigma,b\sigma} = \frac{\cos\theta_{a,b}}{2} \sum e^{in\sigma\pi/2} p_n + \sin\theta_{a,b} d_\sigma,`, forAll: [l.s, l.σ],
  asserts: states(eq`ψ[s, σ] = cos(θ[s])/2*sum(exp(i*n*σ*pi/2)*p[n], n, 1, 4) + sin(θ[s])*d[σ]`),
});
export const eq3 = claim("eq3", {
  page: 3, where: "Sec. II.1", printed: String.raw`E_{a,b} = \frac{E_d}{2} \pm \sqrt{\frac{E_d^2}{4} + 2t_{Ti-O}^2},`, forAll: [l.s], asserts: states(eq`E[s] = Ed/2 + s*sqrt(Ed^2/4 + 2*tTiO^2)`),
});
export const theta = claim("theta", {
  page: 3, where: "below Eq. (3)", printed: String.raw`\theta_{a,b} = \tan^{-1} \frac{\sqrt{2}t_{T_i-O}}{E_d-E_{a,b}}`, forAll: [l.s], asserts: states(eq`θ[s] = atan(sqrt(2)*tTiO/(Ed - E[s]))`),
});
export const tTiOSign = claim("tTiO-sign", {
  page: 3, where: "below Eq. (3)", kind: "statement", printed: String.raw`t_{Ti-O} < 0,\ t_{Ti-O} = \langle d_{\sigma} | \hat{H} | p_4 \rangle`, forAll: [l.σ],
  asserts: statesGreater(ex`0`, ex`conj(Tprinted(σ, rTiO, 0))`), byHand: "a bra-ket, written as the coupling of p_z at (r, 0) to d_σ with its printed phases",
});
export const eq4 = claim("eq4", {
  page: 3, where: "Sec. II.1", printed: String.raw`\Delta = \frac{E_d}{2} + \sqrt{\frac{E_d^2}{4} + 2t_{Ti-O}^2} + 2t_{O-O}`, asserts: states(eq`Δ = Ed/2 + sqrt(Ed^2/4 + 2*tTiO^2) + 2*tOO`),
});
export const eq5 = claim("eq5", {
  page: 3, where: "Sec. II.1", printed: String.raw`\delta t_{n,\sigma} = Q e^{i\sigma n\pi/2} [a_l \cos\xi + i\sigma a_t \sin\xi],`, forAll: [l.n, l.σ, l.t],
  asserts: states(eq`δt[n, σ, t] = Q*exp(i*σ*n*pi/2)*(al*cos(ξ[n, t]) + i*σ*at*sin(ξ[n, t]))`),
});
export const atDefinition = claim("at-definition", {
  page: 3, where: "below Eq. (5) and Eq. (10)", kind: "statement", printed: String.raw`a_t > 0 \text{ in Eq. (5)};\ a_t = -t_{Ti-O}/r_{Ti-O}`, byHand: words,
  asserts: [states(eq`at = -tTiO/rTiO`), statesGreater(ex`at`, ex`0`)],
});
export const eq6 = claim("eq6", {
  page: 3, where: "Sec. II.1", printed: String.raw`\delta t_{n,\sigma} = Qa_+ e^{ic\sigma\omega t} + (-1)^n Qa_- e^{-ic\sigma\omega t}.`, forAll: [l.n, l.σ, l.t],
  asserts: states(eq`δt[n, σ, t] = Q*a_[1]*exp(i*c*σ*ω*t) + (-1)^n*Q*a_[-1]*exp(-i*c*σ*ω*t)`),
});
export const Vn1 = claim("Vn1", {
  page: 3, where: "below Eq. (6)", printed: String.raw`V_{\sigma,n1} = 2\sin\theta_a Q a_+ e^{-ic\sigma\omega t}`, forAll: [l.σ, l.t], asserts: states(eq`V[σ, 1, t] = 2*sin(θ[1])*Q*a_[1]*exp(-i*c*σ*ω*t)`),
});
export const Vn2 = claim("Vn2", {
  page: 3, where: "below Eq. (6)", printed: String.raw`V_{\sigma,n2} = 2\sin\theta_a Q a_- e^{ic\sigma\omega t}`, forAll: [l.σ, l.t], asserts: states(eq`V[σ, -1, t] = 2*sin(θ[1])*Q*a_[-1]*exp(i*c*σ*ω*t)`),
});

// ---- Sec. II.2: atomic moment ------------------------------------------------------------------------------------------------

export const Vsym = claim("Vsym", {
  page: 3, where: "Sec. II.2", kind: "statement", printed: String.raw`a_+ = a_- \Rightarrow V_{\sigma,n2} = V_{-\sigma,n1}`, forAll: [l.σ, l.t], asserts: states(eq`V[σ, -1, t] = V[-σ, 1, t]`), byHand: "an implication",
});
export const aDominance = claim("a-dominance", {
  page: 3, where: "Sec. II.2", kind: "statement", printed: String.raw`a_+ > a_-`, asserts: statesGreater(ex`a_[1]`, ex`a_[-1]`),
});
export const apm = claim("apm", {
  page: 3, where: "below Eqs. (6) and (8)", printed: String.raw`a_{\pm} = (a_l \pm a_t)/2,\ (a_+^2 - a_-^2) = a_l a_t`, forAll: [l.s],
  asserts: [states(eq`a_[s] = (al + s*at)/2`), states(eq`a_[1]^2 - a_[-1]^2 = al*at`)],
});
export const Qt = claim("Q-t", {
  page: 3, where: "Sec. II.2", kind: "definition", printed: String.raw`Q(t) = Qe^{-|t|/\tau},\ \tau \gg \hbar/\Delta`, forAll: [l.t], asserts: statesGreater(ex`τ*Δ/ħ`, ex`1`), byHand: "the shape of the pulse and a condition on its width",
});
export const eq7 = claim("eq7", {
  page: 4, where: "Sec. II.2", forAll: [l.σ], printed: String.raw`p_{\sigma}(t=0) = -\frac{4\sin^2\theta_a Q_0^2 (a_+^2 - a_-^2)}{(\Delta - c\sigma\hbar\omega)^2 + \hbar^2/\tau^2},`,
  asserts: states(eq`p0[σ] = -4*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/((Δ - c*σ*ħ*ω)^2 + ħ^2/τ^2)`),
});
export const tOONeglect = claim("tOO-neglect", {
  page: 4, where: "below Eq. (7)", kind: "statement", printed: String.raw`\text{the contribution of } t_{O-O} \text{ to the denominator is small against that of the Ti-O bonding}`,
  asserts: statesGreater(ex`1/10`, ex`(gap[1] - gap[-1])/gap[-1]`), byHand: "a statement in words, read as: the two gaps differ by less than a tenth",
});
export const mzDef = claim("mz-def", {
  page: 4, where: "above Eq. (8)", printed: String.raw`m_z(t=0) = -2\mu_B(p_+ - p_-)`,
  asserts: statesExpansion(eq`mz0 = -2*μB*(p0[1] - p0[-1])`, { weights: new Map([[l.ε, 1]]), through: 1 }), byHand: "p_± stands for p_σ(t=0) at σ = ±1",
});
export const eq8 = claim("eq8", {
  page: 4, where: "Sec. II.2", printed: String.raw`m_{z,a}(t=0) \approx \frac{32\mu_B c\hbar\omega \sin^2 \theta_a Q_0^2 (a_+^2 - a_-^2)}{\Delta^3},`,
  asserts: statesExpansion(eq`mza = 32*μB*c*ħ*ω*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/Δ^3`, { weights: new Map([[l.ω, 1], [l.τ, -1]]), through: 2 }),
});
export const eq9 = claim("eq9", {
  page: 4, where: "Sec. II.2", forAll: [l.σ], printed: String.raw`p_{\sigma}(t=\infty) = \frac{16\hbar^2 \sin^2 \theta_a Q_0^2 (a_+^2 - a_-^2)}{\tau^2 (\Delta - c\sigma \hbar \omega)^4}.`,
  asserts: statesExpansion(eq`p8[σ] = 16*ħ^2*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/(τ^2*(Δ - c*σ*ħ*ω)^4)`, { weights: new Map([[l.τ, -1]]), through: 3 }),
});
export const ratio = claim("ratio", {
  page: 4, where: "below Eq. (9)", printed: String.raw`p_{\sigma}(t=\infty)/p_{\sigma}(t=0) = 4\tau^2\Delta^2/\hbar^2`, forAll: [l.σ], byHand: "the factor is printed in words as the scaling of Eq. (9) relative to Eq. (7)",
  asserts: statesExpansion(eq`p8[σ]/p0[σ] = 4*τ^2*Δ^2/ħ^2`, { weights: new Map([[l.ω, 1], [l.τ, -1]]), through: 2 }),
});
export const ratioNumber = claim("ratio-number", {
  page: 4, where: "below Eq. (9)", kind: "number", printed: String.raw`4\tau^2\Delta^2/\hbar^2 \sim 6\times 10^{-5}`, asserts: statesDigits(ex`p8[1]/p0[1]`, decimal("6e-5"), "1"), byHand: "the number of the ratio of Eq. (9) to Eq. (7)",
});
export const negligible = claim("negligible", {
  page: 4, where: "below Eq. (9)", kind: "statement", printed: String.raw`\text{real excitation is negligible: the population of the conduction states is virtual and vanishes with the pulse}`, forAll: [l.σ],
  asserts: statesExpansion(eq`p8[σ] = 0`, { weights: new Map([[l.τ, -1]]), through: 1 }), byHand: "a statement in words, read as: p_σ(∞) has no term of order τ⁰ or 1/τ, unlike p_σ(0)",
});
export const sinTheta = claim("sin-theta", {
  page: 4, where: "above Eq. (10)", kind: "statement", printed: String.raw`\sin\theta_a \lesssim 1`, asserts: [statesGreater(ex`sin(θ[1])^2`, ex`8/10`), statesGreater(ex`1`, ex`sin(θ[1])^2`)], byHand: "read as 0.8 < sin²θ_a < 1",
});
export const eq10 = claim("eq10", {
  page: 4, where: "Sec. II.2", printed: String.raw`a_t = -t_{Ti-O}/r_{Ti-O} \approx 5.7 \, eV/nm`, asserts: [states(eq`at = -tTiO/rTiO`), statesDigits(ex`at`, decimal("5.7"), "eV/nm")],
});
export const tTiOValue = claim("tTiO-value", {
  label: "below Eq. (10)", page: 4, where: "below Eq. (10)", kind: "number", printed: String.raw`t_{Ti-O} = -V_{pd\pi} = 1.14 \, eV`, introduces: [0], asserts: [states(eq`tTiO = -Vpdπ`), statesDigits(ex`tTiO`, decimal("1.14"), "eV")],
});
export const eq11 = claim("eq11", {
  page: 4, where: "Sec. II.2", printed: String.raw`a_l = \frac{dt_{Ti-O}(r_{Ti-O})}{dr_{Ti-O}} = \frac{7a_t}{2} = 20.0 \, eV/nm,`,
  asserts: [states(eq`al = diff(tr(r), r = rTiO)`), states(eq`al = 7*at/2`), statesDigits(ex`al`, decimal("20.0"), "eV/nm")],
});
export const Vpdpi = claim("Vpdpi", {
  page: 4, where: "below Eq. (10)", kind: "number", printed: String.raw`V_{pd\pi} = 1.14 \, \mathrm{eV}`, asserts: statesDigits(ex`Vpdπ`, decimal("1.14"), "eV"),
});
export const apmNum = claim("apm-num", {
  page: 4, where: "below Eq. (11)", kind: "number", printed: String.raw`a_+ \approx 13 \text{ eV/nm},\ a_- \approx 7 \text{ eV/nm}`, asserts: [statesDigits(ex`a_[1]`, decimal("13"), "eV/nm"), statesDigits(ex`a_[-1]`, decimal("7"), "eV/nm")],
});
export const hwOverDelta = claim("hw-over-Delta", {
  page: 4, where: "below Eq. (11)", kind: "number", printed: String.raw`\hbar\omega/\Delta \approx 0.004`, asserts: statesDigits(ex`ħ*ω/Δ`, decimal("0.004"), "1"),
});
export const QEstimate = claim("Q-estimate", {
  page: 4, where: "below Eq. (11)", kind: "number", printed: String.raw`Q \approx 0.08 \text{ nm}`, asserts: statesDigits(ex`Q0`, decimal("0.08"), "nm", { magnitude: true }), byHand: "the amplitude for a moment of the order of 10⁻² μ_B, from forces that the paper calls order-of-magnitude estimates: read as an order of magnitude",
});

// ---- Sec. II.3: inter-atomic moment ------------------------------------------------------------------------------------------

export const berryDef = claim("berry-def", {
  page: 5, where: "Sec. II.3", printed: String.raw`\Omega_{xy} = 2Im(\langle \partial \psi / \partial Q_y | \partial \psi / \partial Q_x \rangle)`,
  asserts: states(eq`Ωxy = 2*im(conj(diff(f(Qx, Qy) + i*g(Qx, Qy), Qy))*diff(f(Qx, Qy) + i*g(Qx, Qy), Qx))`), byHand: "a scalar product of states, read for one component",
});
export const berryClaim = claim("berry-claim", {
  page: 5, where: "Sec. II.3", kind: "statement", printed: String.raw`\text{the dependence of } \psi \text{ on } \mathbf{Q} \text{ enables a finite Berry curvature } \Omega_{xy}`, asserts: statesNonzero(ex`Ωxy`), byHand: words,
});
export const densityClaim = claim("density-claim", {
  page: 5, where: "Sec. II.3, Fig. 3(a)", kind: "statement", printed: String.raw`\text{the oxygen closest to Ti has the largest electron density, the farthest one the smallest}`,
  asserts: statesGreater(ex`ρ[4]`, ex`ρ[2]`), byHand: "a statement in words, read for oxygen 4 moved towards Ti",
});
export const eq12 = claim("eq12", {
  page: 5, where: "Sec. II.3", forAll: [l.t], printed: String.raw`\psi_{n1}^{(1)} = -\sum_{\sigma} V_{\sigma,n1} \frac{e^{i(\Delta/\hbar - \sigma\omega)}}{\Delta - \sigma\hbar\omega} \psi_{a\sigma}.`,
  asserts: states(eq`ψ1[t] = -sum(V[σ, 1, t]*exp(i*(Δ/ħ - σ*ω))/(Δ - σ*ħ*ω)*ψ[1, σ], σ, -1, 1)`),
});
export const eq13 = claim("eq13", {
  page: 5, where: "Sec. II.3", forAll: [l.n, l.t],
  printed: String.raw`c_n \approx \frac{1}{2} - \frac{2\sin\theta_a Q a_+ e^{i\Delta t}}{\Delta^2} *[(\Delta - \omega)e^{i(c\omega t - \pi n/2)} + (\Delta + \omega)e^{-i(c\omega t - \pi n/2)}].`,
  asserts: statesExpansion(eq`c_[n, 1, t] = 1/2 - 2*sin(θ[1])*Q*a_[1]*exp(i*Δ*t)/Δ^2*((Δ - ω)*exp(i*(c*ω*t - pi*n/2)) + (Δ + ω)*exp(-i*(c*ω*t - pi*n/2)))`, { weights: new Map([[l.ω, 1], [l.t, -1]]), through: 1 }),
});
export const eq14 = claim("eq14", {
  page: 5, where: "Sec. II.3", forAll: [l.n, l.t], printed: String.raw`I_{n,n+1} = -\frac{2et_{O-O}}{\hbar} Im(c_n^* c_{n+1}),`,
  asserts: states(eq`I[n, n + 1, 1, t] = -2*e*tOO/ħ*im(conj(c_[n, 1, t])*c_[n + 1, 1, t])`),
});
export const eq15 = claim("eq15", {
  page: 5, where: "Sec. II.3", forAll: [l.n], printed: String.raw`\langle I_{n,n+1} \rangle = -\frac{32et_{O-O}\sin^2\theta_a Q^2 a_+^2 \omega c}{\Delta^3}.`,
  asserts: statesExpansion(eq`average(I[n, n + 1, 1, t], t) = -32*e*tOO*sin(θ[1])^2*Q^2*a_[1]^2*ω*c/Δ^3`, { weights: new Map([[l.ω, 1]]), through: 2 }),
});
export const twoComponents = claim("two-components", {
  page: 5, where: "below Eq. (14)", kind: "statement", printed: String.raw`\text{the current has an oscillating component and a constant one}`, forAll: [l.n, l.t], byHand: "a statement in words, read as: neither the average over time nor the derivative by time vanishes",
  asserts: [statesNonzero(ex`average(I[n, n + 1, 1, t], t)`), statesNonzero(ex`diff(I[n, n + 1, 1, t], t)`)],
});
export const chargePerPeriod = claim("charge-per-period", {
  page: 5, where: "below Eq. (15)", kind: "statement", printed: String.raw`\text{the charge transferred per period does not depend on } \omega`, forAll: [l.n], byHand: "a statement in words, about the leading term of the averaged current",
  asserts: statesPower(ex`average(I[n, n + 1, 1, t], t)*2*pi/ω`, l.ω, 0, held),
});
export const eq16 = claim("eq16", {
  page: 5, where: "Sec. II.3", forAll: [l.n], introduces: [0],
  printed: String.raw`m_{z1} = -\frac{a^2}{4} \langle I_{n,n+1} \rangle = \frac{8ea^2 t_{O-O} \sin^2 \theta_a Q^2 a_+^2 \omega c}{\Delta^3}`,
  asserts: [
    states(eq`mz[1] = -a^2/4*average(I[n, n + 1, 1, t], t)`),
    statesExpansion(eq`mz[1] = 8*e*a^2*tOO*sin(θ[1])^2*Q^2*a_[1]^2*ω*c/Δ^3`, { weights: new Map([[l.ω, 1]]), through: 2 }),
  ],
});
export const eq17 = claim("eq17", {
  page: 5, where: "Sec. II.3", printed: String.raw`m_{z2} = \frac{8ea^2 t_{O-O} \sin^2 \theta_a Q^2 a_-^2 \omega c}{\Delta^3}.`,
  asserts: statesExpansion(eq`mz[-1] = 8*e*a^2*tOO*sin(θ[1])^2*Q^2*a_[-1]^2*ω*c/Δ^3`, { weights: new Map([[l.ω, 1]]), through: 2 }),
});
export const eq18 = claim("eq18", {
  page: 5, where: "Sec. II.3", printed: String.raw`u_{z,ia} = \frac{32\mu_1 c\hbar\omega \sin^2\theta_a Q_0^2 (a_+^2 - a_-^2)}{\Delta^3}.`,
  asserts: statesExpansion(eq`mzia = 32*μ1*c*ħ*ω*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/Δ^3`, { weights: new Map([[l.ω, 1]]), through: 2 }),
});
export const mu1 = claim("mu1", {
  page: 5, where: "below Eq. (18)", printed: String.raw`\mu_1 = -ea^2 t_{O-O}/2\hbar \approx 1.6\mu_B`, asserts: [states(eq`μ1 = -e*a^2*tOO/(2*ħ)`), statesDigits(ex`μ1`, decimal("1.6"), "1", { times: ex`μB` })],
});
export const tOO = claim("tOO", {
  page: 5, where: "below Eq. (18)", kind: "number", printed: String.raw`t_{O-O} = -0.8 \text{ eV}`, asserts: statesDigits(ex`tOO`, decimal("-0.8"), "eV"),
});
export const sameAs8 = claim("same-as-8", {
  page: 5, where: "below Eq. (18)", kind: "statement", printed: String.raw`\text{Eq. (18) is Eq. (8) with } \mu_1 \text{ for } \mu_B`, byHand: "a statement in words, read as: Eq. (18) is Eq. (8) times μ₁/μ_B, in the leading order of both",
  asserts: statesExpansion(eq`mzia/mza = μ1/μB`, { weights: new Map([[l.ω, 1], [l.τ, -1]]), through: 1 }),
});
export const constructive = claim("constructive", {
  page: 4, where: "below Eq. (11) and Sec. III", kind: "statement", printed: String.raw`\text{the inter-atomic and the atomic moment add up}`, asserts: statesGreater(ex`mzia/mza`, ex`0`), byHand: "a statement in words, read as: the two moments have the same sign",
});
export const noCancel = claim("no-cancel", {
  page: 5, where: "below Eq. (17)", kind: "statement", printed: String.raw`\text{since } a_+ > a_- \text{ the contributions of } \psi_{n1} \text{ and } \psi_{n2} \text{ do not cancel}`, asserts: statesNonzero(ex`mz[1] + mz[-1]`), byHand: words,
});
export const similarSize = claim("similar-size", {
  page: 5, where: "below Eq. (18)", kind: "number", printed: String.raw`\text{the two contributions are of similar size}`, asserts: statesDigits(ex`mzia/mza`, decimal("1"), "1", { magnitude: true }), byHand: "a statement in words, read as: the ratio of the two lies between 1/√10 and √10",
});

// ---- Sec. III: discussion ----------------------------------------------------------------------------------------------------

export const inverseCubic = claim("inverse-cubic", {
  page: 6, where: "Sec. III", kind: "statement", printed: String.raw`\text{the moments scale as } 1/\Delta^3 \text{ at } \Delta \gg \hbar\omega`, byHand: "a statement in words, about the leading terms with θ_a and a_± kept fixed",
  asserts: [statesPower(ex`mza`, l.Δ, -3, held), statesPower(ex`mzia`, l.Δ, -3, held)],
});
export const divergence = claim("divergence", {
  page: 6, where: "Sec. III", kind: "statement", printed: String.raw`\text{at } \Delta = \omega \text{ the moment in the approximation of Eq. (8) diverges}`,
  asserts: statesExpansion(eq`1/mza = 0`, { weights: new Map([[l.τ, -1]]), through: 1 }), byHand: "a statement in words, read as: 1/m vanishes at Δ = ħω (ħ is 1 in the print) for 1/τ → 0",
});
export const resonance = claim("resonance", {
  page: 6, where: "Sec. III", kind: "statement", printed: String.raw`\text{this is the resonant excitation of } \psi_{a,\sigma} \text{ with } \sigma = c`, byHand: "a statement in words, read as: at Δ = ħω, 1/p_σ vanishes with 1/τ for σ = c and tends to another value for σ = −c",
  asserts: [statesExpansion(eq`1/p0[c] = 0`, { weights: new Map([[l.τ, -1]]), through: 1 }), statesNonzero(ex`1/p0[-c]`, { weights: new Map([[l.τ, -1]]), through: 0 })],
});
export const eq9Resonance = claim("eq9-resonance", {
  page: 6, where: "Sec. III", kind: "statement", printed: String.raw`\text{the non-transient moment increases as } \hbar\omega \text{ approaches } \Delta`, byHand: "a statement in words, read as: |p_c(∞) − p_{−c}(∞)| grows with ω below the gap",
  asserts: statesGrowth(ex`p8[c] - p8[-c]`, l.ω, held),
});
export const atZero = claim("at-zero", {
  page: 6, where: "Sec. III", kind: "statement", printed: String.raw`\text{for } a_t = 0 \text{ both moments vanish}`, asserts: [states(eq`mza = 0`), states(eq`mzia = 0`)], byHand: words,
});
export const quadratic = claim("quadratic", {
  page: 6, where: "Sec. III, below Eqs. (8) and (18)", kind: "statement", printed: String.raw`\text{both moments are quadratic in the displacement}`, asserts: [statesPower(ex`mza`, l.Q0, 2, held), statesPower(ex`mzia`, l.Q0, 2, held)], byHand: words,
});

/** In the order of the paper. */
export const claims: readonly Claim[] = [
  introPxdP, introL, introGamma, introMuCirc, introOmega, introQO, introZ, introEUnit, intro10pct, introMuUc, introMuUB, introM, introV, introB,
  introEph, intro1phonon, introLinear, QVec, dSigma, SKdxz, Kramers, eq1, En12, eq2, eq3, theta, tTiOSign, eq4, eq5, atDefinition, eq6, Vn1, Vn2, Vsym,
  aDominance, apm, Qt, eq7, tOONeglect, mzDef, eq8, eq9, ratio, ratioNumber, negligible, sinTheta, eq10, tTiOValue, eq11, Vpdpi, apmNum, hwOverDelta,
  QEstimate, berryDef, berryClaim, densityClaim, eq12, eq13, eq14, eq15, twoComponents, chargePerPeriod, eq16, eq17, eq18, mu1, tOO, sameAs8,
  constructive, noCancel, similarSize, inverseCubic, divergence, resonance, eq9Resonance, atZero, quadratic,
];
