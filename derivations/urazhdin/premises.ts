/**
 * # Premises
 *
 * The molecular-orbital model of Sec. II and the conventions that its letters need. Nothing here contains a printed result; printed formulas
 * enter only through `printed(claim)` in the chain derivations.
 */
import { constants, parameter, premise, wherePositive } from "../../symbolic/index.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- the model ---------------------------------------------------------------------------------------------------------------

/** p_z at (x, y, 0) and t2g orbitals at the origin; direction cosines x/r, y/r. Slater and Koster, Phys. Rev. 94, 1498 (1954), Table I. */
export const slaterKosterXz = premise("slater-koster-xz", eq`hxz(x, y) = -V0(sqrt(x^2 + y^2))*x/sqrt(x^2 + y^2)`, {
  kind: "model", where: "Sec. II.1, Ref. 31", text: "two-centre p-d π coupling of d_xz to p_z at (x, y): −V_pdπ(r) x/r", forAll: [l.x, l.y],
});
export const slaterKosterYz = premise("slater-koster-yz", eq`hyz(x, y) = -V0(sqrt(x^2 + y^2))*y/sqrt(x^2 + y^2)`, {
  kind: "model", where: "Sec. II.1, Ref. 31", text: "two-centre p-d π coupling of d_yz to p_z at (x, y): −V_pdπ(r) y/r", forAll: [l.x, l.y],
});
export const bondLength = premise("bond-length", eq`V0(r) = Vpdπ*(rTiO/r)^(7/2)`, {
  kind: "model", where: "Sec. II.2, above Eq. (11)", text: "V_pdπ(r) ∝ r^(−7/2)", forAll: [l.r],
});
/** The oxygen stays away from the Ti site. */
export const awayFromTitanium = wherePositive(ex`x^2 + y^2`);
/** The printed d_σ = −(σ d_xz + i d_yz)/√2 times −σ: a change of phase of d_− alone, which no probability and no moment sees. */
export const gauge = premise("phase-of-d", eq`T(σ, x, y) = (hxz(x, y) + i*σ*hyz(x, y))/sqrt(2)`, {
  kind: "convention", where: "Sec. II.1", text: "phases of d_σ such that t_{Ti-O} is the same for σ = ±1: d_σ = (d_xz + iσ d_yz)/√2, that is −σ times the printed d_σ", forAll: [l.σ, l.x, l.y],
});
export const printedPhases = premise("printed-phase-of-d", eq`Tprinted(σ, x, y) = -(σ*hxz(x, y) + i*hyz(x, y))/sqrt(2)`, {
  kind: "convention", where: "Sec. II.1", text: "phases of d_σ as printed: d_σ = −(σ d_xz + i d_yz)/√2", forAll: [l.σ, l.x, l.y],
});
export const hoppingDefinition = premise("hopping", eq`tTiO = conj(T(1, rTiO, 0))`, {
  kind: "definition", where: "below Eq. (3)", text: "t_{Ti-O} = ⟨d_σ|H|p_4⟩, oxygen 4 on the positive x axis",
});
export const positions = premise("positions", eq`hop[n, σ] = T(σ, rTiO*cos(n*pi/2), rTiO*sin(n*pi/2))`, {
  kind: "model", where: "Fig. 1(a)", text: "oxygen n at the distance r_{Ti-O} and the angle nπ/2", forAll: [l.n, l.σ],
});
export const slopeX = premise("slope-x", eq`Tx(σ, x, y) = diff(T(σ, x, y), x)`, { kind: "definition", where: "Sec. II.1", text: "derivative of the hopping by x", forAll: [l.σ, l.x, l.y] });
export const slopeY = premise("slope-y", eq`Ty(σ, x, y) = diff(T(σ, x, y), y)`, { kind: "definition", where: "Sec. II.1", text: "derivative of the hopping by y", forAll: [l.σ, l.x, l.y] });
export const firstOrderInQ = premise("first-order-in-Q",
  eq`δt[n, σ, t] = Q*(cos(φ[t])*Tx(σ, rTiO*cos(n*pi/2), rTiO*sin(n*pi/2)) + sin(φ[t])*Ty(σ, rTiO*cos(n*pi/2), rTiO*sin(n*pi/2)))`, {
    kind: "approximation", where: "above Eq. (5)", text: "change of ⟨p_n|H|d_σ⟩ to first order in the displacement Q of the oxygens relative to Ti", forAll: [l.n, l.σ, l.t],
  });
export const longitudinal = premise("longitudinal", eq`al = Tx(1, rTiO, 0)`, { kind: "definition", where: "below Eq. (5)", text: "a_l: change of the hopping per displacement along the bond, read off at oxygen 4" });
export const transverse = premise("transverse", eq`at = Ty(1, rTiO, 0)/i`, { kind: "definition", where: "below Eq. (5)", text: "a_t: change of the hopping per displacement normal to the bond, over iσ, read off at oxygen 4 for σ = 1" });
/** Fourfold symmetry without two-centre integrals, for cases in which a_l and a_t differ from what these give: a quarter turn takes oxygen n to n + 1 and d_σ to e^{−iσπ/2}d_σ. */
export const turnedSlopeX = premise("turned-slope-x", eq`Tx(σ, rTiO*cos(n*pi/2), rTiO*sin(n*pi/2)) = exp(i*σ*n*pi/2)*(al*cos(n*pi/2) - i*σ*at*sin(n*pi/2))`, {
  kind: "model", where: "below Eq. (5)", text: "fourfold symmetry: the x derivative of the hopping to oxygen n is that of oxygen 4, a_l along and iσa_t across the bond, turned by nπ/2; a_l and a_t are free", forAll: [l.n, l.σ],
});
export const turnedSlopeY = premise("turned-slope-y", eq`Ty(σ, rTiO*cos(n*pi/2), rTiO*sin(n*pi/2)) = exp(i*σ*n*pi/2)*(al*sin(n*pi/2) + i*σ*at*cos(n*pi/2))`, {
  kind: "model", where: "below Eq. (5)", text: "fourfold symmetry: the y derivative of the hopping to oxygen n, likewise", forAll: [l.n, l.σ],
});
export const bondAngle = premise("bond-angle", eq`ξ[n, t] = φ[t] - n*pi/2`, { kind: "definition", where: "below Eq. (5)", text: "ξ = φ − nπ/2", forAll: [l.n, l.t] });
export const rotation = premise("rotation", eq`φ[t] = c*ω*t`, { kind: "model", where: "above Eq. (6)", text: "circular polarization, φ = cωt", forAll: [l.t] });
export const positiveTransverse = premise("positive-a_t", { kind: "positive", term: ex`at` }, { kind: "convention", where: "below Eq. (5)", text: "a_t > 0 as printed" });
export const halfSums = premise("half-sums", eq`a_[s] = (al + s*at)/2`, { kind: "definition", where: "below Eq. (6)", text: "a_± = (a_l ± a_t)/2", forAll: [l.s] });

/** ⟨ψ_aσ|δH|ψ_nj⟩ with the components ½ jⁿ of ψ_nj and sin θ_a of ψ_aσ; δH has elements between d and p orbitals only. */
export const perturbation = premise("perturbation", eq`V[σ, j, t] = sum(sin(θ[1])*conj(δt[n, σ, t])*j^n/2, n, 1, 4)`, {
  kind: "model", where: "below Eq. (6)", text: "matrix element of δH between the states of Eqs. (1) and (2)", forAll: [l.σ, l.j, l.t],
});
export const schroedingerAtMaximum = premise("first-order-at-maximum",
  eq`A0[σ, j] = -(i/ħ)*integral(V[σ, j, u]*Q0/Q*exp(-abs(u)/τ)*exp(i*gap[j]*u/ħ), u, -oo, 0)`, {
    kind: "model", where: "above Eq. (7), Ref. 28", text: "first-order time-dependent perturbation theory up to t = 0 for the pulse Q₀ e^{−|t|/τ}", forAll: [l.σ, l.j],
  });
export const schroedingerAfter = premise("first-order-after",
  eq`A8[σ, j] = -(i/ħ)*integral(V[σ, j, u]*Q0/Q*exp(-abs(u)/τ)*exp(i*gap[j]*u/ħ), u, -oo, oo)`, {
    kind: "model", where: "above Eq. (9), Ref. 28", text: "first-order time-dependent perturbation theory over the whole pulse Q₀ e^{−|t|/τ}", forAll: [l.σ, l.j],
  });
export const occupationAtMaximum = premise("occupation-at-maximum", eq`p0[σ] = sum(abs(A0[σ, j])^2, j, -1, 1)`, {
  kind: "model", where: "above Eq. (7)", text: "electrons of both filled nonbonding states reach ψ_aσ independently", forAll: [l.σ],
});
export const occupationAfter = premise("occupation-after", eq`p8[σ] = sum(abs(A8[σ, j])^2, j, -1, 1)`, {
  kind: "model", where: "above Eq. (9)", text: "electrons of both filled nonbonding states reach ψ_aσ independently", forAll: [l.σ],
});
export const oneGap = premise("one-gap", eq`gap[j] = Δ`, {
  kind: "approximation", where: "below Eq. (7)", text: "t_{O-O} is neglected in the denominators: both nonbonding states lie Δ below the antibonding ones", forAll: [l.j],
});
export const gaps = premise("gaps", eq`gap[j] = E[1] - En[j]`, { kind: "definition", where: "below Eq. (3)", text: "energies of the antibonding states above the nonbonding ones", forAll: [l.j] });
export const gapDefinition = premise("gap", eq`Δ = E[1] - En[-1]`, { kind: "definition", where: "around Eq. (4)", text: "the gap lies between the antibonding states and ψ_n2" });
export const momentDefinition = premise("moment", eq`mza = -2*μB*(p0[1] - p0[-1])`, {
  kind: "definition", where: "above Eq. (8)", text: "m_z = −2μ_B(p₊ − p₋): an electron in ψ_aσ has the moment −σμ_B, and there are two spins",
});

// ---- the ring of oxygens -----------------------------------------------------------------------------------------------------

const withoutBonding = "the filled bonding states, whose coherence with ψ_aσ in second order also carries a flow, are left out as in Eqs. (12) and (13)";
/** j = +1 for ψ_n1, −1 for ψ_n2; components ½ jⁿ and (cos θ_a/2) e^{inσπ/2}. */
export const amplitudes = premise("amplitudes", eq`c_[n, j, t] = j^n/2 + sum(cos(θ[1])/2*exp(i*n*σ*pi/2)*A[σ, j, t], σ, -1, 1)`, {
  kind: "approximation", where: "above Eq. (13)", text: `component on p_n of the perturbed nonbonding state, in the interaction picture; ${withoutBonding}`, forAll: [l.n, l.j, l.t],
});
/** The phases of the levels put back: what a site carries is not seen in the interaction picture, only averages of slow products are. */
export const amplitudesInTime = premise("amplitudes-in-time", eq`c_[n, j, t] = exp(-i*En[j]*t/ħ)*(j^n/2 + sum(cos(θ[1])/2*exp(i*n*σ*pi/2)*A[σ, j, t]*exp(-i*gap[j]*t/ħ), σ, -1, 1))`, {
  kind: "approximation", where: "above Eq. (13)", text: `component on p_n of the perturbed nonbonding state, with the phases of its levels; ${withoutBonding}`, forAll: [l.n, l.j, l.t],
});
export const correctionDefinition = premise("correction", eq`ψ1[t] = sum(A[σ, 1, t]*ψ[1, σ], σ, -1, 1)`, {
  kind: "definition", where: "above Eq. (12)", text: "the correction to ψ_n1 is the sum of the states ψ_aσ with their first-order amplitudes", forAll: [l.t],
});
/** iħ dc_n/dt = t_OO c_m + … gives d|c_n|²/dt = 2 Re(c_n* (−i/ħ) t_OO c_m) + …; what leaves n towards m is minus this part. */
export const flow = premise("flow", eq`I[n, n + 1, j, t] = -2*e*re(conj(c_[n, j, t])*(-i/ħ)*tOO*c_[n + 1, j, t])`, {
  kind: "convention", where: "Eqs. (14), (16)", forAll: [l.n, l.j, l.t],
  text: "I counts the flow of electrons from n to n + 1, times e; the charge current has the opposite sign, and the minus sign of Eq. (16) fits this",
});
/** ψ_bσ is orthogonal to ψ_aσ: sin θ_b = cos θ_a, cos θ_b = −sin θ_a. */
export const bondingAngle = premise("bonding-angle", eq`θ[-1] = θ[1] + pi/2`, { kind: "definition", where: "Eq. (2)", text: "ψ_bσ is orthogonal to ψ_aσ" });
export const bondingPerturbation = premise("bonding-perturbation", eq`Vb[σ, j, t] = sum(sin(θ[-1])*conj(δt[n, σ, t])*j^n/2, n, 1, 4)`, {
  kind: "model", where: "below Eq. (6)", text: "matrix element of δH between the states ψ_bσ and those of Eq. (1)", forAll: [l.σ, l.j, l.t],
});
/** ρ_{n+1,n} has from the coherence P_ab the part Σ_σ ½ cos θ_a cos θ_b e^{iσπ/2} Re P_ab; the flow is −(2e t_OO/ħ) Im ρ_{n+1,n}. */
export const flowOfAllStates = premise("flow-of-all-states", eq`mzia = 2*(mz[1] + mz[-1] + S*2*e*tOO/ħ*sum(cos(θ[1])*cos(θ[-1])/2*im(exp(i*σ*pi/2))*Pab[σ], σ, -1, 1))`, {
  kind: "model", where: "above Eq. (18)", text: "both nonbonding states and the coherence of the filled bonding states with ψ_aσ carry the flow; two spins",
});
export const squareOfOxygens = premise("square", eq`S = 1/2*sum(a/2*cos(n*pi/2)*(a/2*sin((n + 1)*pi/2)) - a/2*sin(n*pi/2)*(a/2*cos((n + 1)*pi/2)), n, 1, 4)`, {
  kind: "model", where: "Fig. 1(a)", text: "oxygen n at the distance a/2 from Ti and the angle nπ/2: area of the square by its corners",
});
export const currentLoop = premise("current-loop", eq`mz[j] = -S*average(I[n, n + 1, j, t], t)`, {
  kind: "model", where: "above Eq. (16)", text: "moment of a plane current loop, area times charge current; the charge current is −I", forAll: [l.j, l.n],
});
export const twoSpins = premise("two-spins", eq`mzia = 2*(mz[1] + mz[-1])`, { kind: "model", where: "above Eq. (18)", text: "both nonbonding states are filled with two spins" });
export const ringScale = premise("ring-scale", eq`μ1 = -e*a^2*tOO/(2*ħ)`, { kind: "definition", where: "below Eq. (18)", text: "μ₁ = −e a² t_{O-O}/2ħ" });

export const orbitalMoment = premise("orbital-moment", eq`Lz[σ] = σ*sin(θ[1])^2`, {
  kind: "model", where: "Sec. II.1", text: "L_z d_σ = σħ d_σ, and ψ_aσ has the weight sin²θ_a on d_σ", forAll: [l.σ],
});
export const momentOfElectrons = premise("moment-of-electrons", eq`mz0 = -2*μB*(Lz[1]*p0[1] + Lz[-1]*p0[-1])`, {
  kind: "model", where: "above Eq. (8)", text: "an electron with the orbital moment L_z has the magnetic moment −μ_B L_z/ħ; two spins; coherences with ψ_b are left out",
});
export const mostlyTitanium = premise("mostly-titanium", eq`θ[1] = pi/2 - ε`, { kind: "approximation", where: "above Eq. (10)", text: "sin θ_a ≲ 1: θ_a = π/2 − ε with a small ε" });

// ---- static distortion and Berry curvature -----------------------------------------------------------------------------------

export const staticDensity = premise("static-density", eq`ρ[n] = 2*sum(abs(j^n/2 - sum(cos(θ[1])/2*exp(i*n*σ*pi/2)*V[σ, j, t]/gap[j], σ, -1, 1))^2, j, -1, 1)`, {
  kind: "model", where: "Sec. II.3", text: "electrons on oxygen n in the two nonbonding states, first-order perturbation theory for a displacement at rest; two spins", forAll: [l.n],
});
export const towardsTitanium = premise("towards-titanium", eq`φ[t] = pi`, { kind: "model", where: "Fig. 3(a)", text: "the oxygens are displaced along −x: oxygen 4 comes closest to Ti, oxygen 2 goes farthest", forAll: [l.t] });
export const antibondingAbove = premise("antibonding-above-p", { kind: "positive", term: ex`E[1]` }, { kind: "model", where: "Fig. 2(a)", text: "the antibonding level lies above the oxygen p level" });
export const antibondingAboveD = premise("antibonding-above-d", { kind: "positive", term: ex`E[1] - Ed` }, { kind: "model", where: "Fig. 2(a)", text: "the antibonding level lies above the Ti d level" });

export const connectionX = premise("connection-x", eq`Ax(Qx, Qy) = i*conj(f(Qx, Qy) + i*g(Qx, Qy))*diff(f(Qx, Qy) + i*g(Qx, Qy), Qx)`, { kind: "definition", where: "Ref. 20", text: "Berry connection A_x = i⟨ψ|∂_xψ⟩, one component", forAll: [l.Qx, l.Qy] });
export const connectionY = premise("connection-y", eq`Ay(Qx, Qy) = i*conj(f(Qx, Qy) + i*g(Qx, Qy))*diff(f(Qx, Qy) + i*g(Qx, Qy), Qy)`, { kind: "definition", where: "Ref. 20", text: "Berry connection A_y = i⟨ψ|∂_yψ⟩, one component", forAll: [l.Qx, l.Qy] });
export const curvature = premise("curvature", eq`Ωxy = diff(Ay(Qx, Qy), Qx) - diff(Ax(Qx, Qy), Qy)`, { kind: "definition", where: "Ref. 20", text: "Berry curvature Ω_xy = ∂_xA_y − ∂_yA_x; components add up" });
/** t_{O-O}, E_d and the Slater-Koster elements are real for every Q, so H(Q) is real symmetric in d_xz, d_yz, p_n. */
export const realStates = premise("real-states", eq`g(x, y) = 0`, {
  kind: "model", where: "Sec. II.1", text: "H(Q) is real symmetric in the orbitals d_xz, d_yz, p_n for every displacement at rest, so its nondegenerate states are real", forAll: [l.x, l.y],
});

// ---- special cases of the discussion -------------------------------------------------------------------------------------------

export const quenched = premise("quenched", eq`at = 0`, { kind: "model", where: "Sec. III", text: "the case a_t = 0 of a quenched orbital" });
export const atResonance = premise("at-resonance", eq`ω = Δ/ħ`, { kind: "model", where: "Sec. III", text: "the case ħω = Δ" });
export const belowTheGap = premise("below-the-gap", { kind: "positive", term: ex`Δ - ħ*ω` }, { kind: "model", where: "Sec. III", text: "frequencies below the gap, ħω < Δ" });
export const firstTermOnly = premise("first-term-only", eq`a_[-1] = 0`, { kind: "approximation", where: "Sec. II.2", text: "the first term of Eq. (6) alone, which the paper calls dominant" });

// ---- values ------------------------------------------------------------------------------------------------------------------

const constant = (of: (typeof l)[keyof typeof l], value: { readonly digits: string; readonly unit: string; readonly source: string }): ReturnType<typeof parameter> =>
  parameter(of, value.digits, value.unit, { where: value.source });

export const planck = constant(l.ħ, constants.reducedPlanck);
export const charge = constant(l.e, constants.elementaryCharge);
export const bohrMagneton = constant(l.μB, constants.bohrMagneton);
export const permeability = constant(l.μ0, constants.vacuumPermeability);
export const speedOfLight = constant(l.cl, constants.speedOfLight);
export const electronMass = constant(l.me, constants.electronMass);
export const weightAl = constant(l.wAl, constants.aluminiumWeight);
export const weightO = constant(l.wO, constants.oxygenWeight);

export const gapValue = parameter(l.Δ, "3.2", "eV", { where: "Sec. I" });
export const frequencyValue = parameter(l.freq, "3", "THz", { where: "Sec. I" });
export const wavelengthValue = parameter(l.λ, "20", "um", { where: "Sec. I" });
export const bondValue = parameter(l.rTiO, "0.2", "nm", { where: "below Eq. (10)" });
export const couplingValue = parameter(l.Vpdπ, "1.14", "eV", { where: "below Eq. (10)", text: "V_pdπ: 1.14 eV, the magnitude printed below Eq. (10)" });
export const oxygenHoppingValue = parameter(l.tOO, "-0.8", "eV", { where: "below Eq. (18)" });
export const latticeValue = parameter(l.a, "0.39", "nm", { where: "below Eq. (16)" });
export const alDisplacement = parameter(l.QAl, "0.1", "Å", { where: "Sec. I" });
export const alCharge = parameter(l.ZAl, "-3", "1", { where: "Sec. I" });
export const oCharge = parameter(l.ZO, "2", "1", { where: "Sec. I" });
export const volumeValue = parameter(l.Vuc, "254", "Å^3", { where: "Sec. I" });
