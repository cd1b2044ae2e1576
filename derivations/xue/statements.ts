/**
 * # Curvature, moment and statements beside Eq. (7)
 */
import { both, by, chain, equals, from, lemma, model, part, premise, printed, satisfies, under, whole, type Derivation, type Expr, type Fact, type Premise, type Start } from "../../symbolic/index.ts";
import { circularCoupling, couplingOf, diagonalImaginary, eq9, jumpT, leadingCorrection, momentSign, numerator, orbitalMomentClaim, phasesOfStates, renormalised, timeReversed, transitionRate, twoBands, wholeCurvature } from "./nonadiabaticClaims.ts";
import { vectorPotential } from "./generalClaims.ts";
import { derivedField } from "./response.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- definitions of Eq. (8) and below ----------------------------------------------------------------------------------------

const jDefinition = premise("connection", eq`Ac[α] = Dc[α]`, { kind: "definition", where: "below Eq. (8)", text: "interband Berry connection, (A_j)_{n₃n₁} = ⟨n₃|i∂_j|n₁⟩", forAll: [l.α] });
const jump = premise("shift", eq`Tj[α] = im(Ω13*Ac[α])`, { kind: "definition", where: "below Eq. (8)", text: "T as it stands in Eq. (7), for one n₃", forAll: [l.α] });
const jIndices = [
  model(jumpT, from(ex`Tj[α]`), equals(ex`im(Ω13*Ac[α])`, by.definition(jump))),
  part(1, model(jumpT, from(ex`Ac[α]`), equals(ex`Dc[α]`, by.definition(jDefinition)))),
];

const diagonal = both(diagonalImaginary, from(ex`re(ΩD)`), equals(ex`0`, by.definition(premise("diagonal-curvature", eq`ΩD = (${numerator(whole(1))})/((ε[1] - ε[2])*(ε[1] - ε[2]))`, { kind: "definition", where: "Eq. (8)", text: "(Ω_i)_{n₁n₁}^{n₂}, with ∂H/∂u* between n₂ and n₁ the conjugate of ∂H/∂u between n₁ and n₂" }))));
const rephased = both(phasesOfStates, from(ex`Tφ[α]`), equals(ex`im(Ω13*Ac[α])`, by.definition(premise("other-phases", eq`Tφ[α] = im(Ω13*exp(i*(φ[2] - φ[1]))*exp(i*(φ[3] - φ[2]))*(Ac[α]*exp(i*(φ[1] - φ[3]))))`, {
  kind: "definition", where: "below Eq. (8)", text: "states e^{iφ_n}|n⟩: ⟨n₁|∂H/∂u|n₂⟩⟨n₂|∂H/∂u*|n₃⟩ and ⟨n₃|i∂|n₁⟩, n₃ ≠ n₁, with their phases", forAll: [l.α] }))));

/** ⟨n₃|∂_jn₁⟩ = ⟨n₃|v_j|n₁⟩/(ε₁ − ε₃). */
const derivativesOfStates = ([[1, 2], [2, 1]] as const).map(([a, b]) => premise(`state-derivative-${a}${b}`, { left: ex`V1[${whole(a)}, ${whole(b)}]`, right: ex`y1[${whole(a)}]*conj(y1[${whole(b)}])/(ε[1] - ε[3])` }, {
  kind: "definition", where: "below Eq. (7)", text: "⟨∂_a n₁|v_b|n₁⟩ over one other band n₃, with ⟨n₃|∂_a n₁⟩ = ⟨n₃|v_a|n₁⟩/(ε₁ − ε₃) and v = ∂H/∂k",
}));
/** ½(q_{0l}A_k − …)(⟨∂_l a|v_k|a⟩ − …): a level in a vector potential, to first order in q₀. */
const inField = ex`1/2*(q0[1]*A0[2] - q0[2]*A0[1])*(V1[1, 2] - V1[2, 1])`;
const ofField = (letter: Expr, formula: Expr, energy: Expr, coupling: string, ...facts: readonly Fact[]): Start => satisfies(letter, formula, {
  definition: `moment of n₁: −B_j m is what the coupling ${coupling} adds to the energy of the level, A_k q_{0l}⟨∂_l n₁|v_k|n₁⟩ antisymmetrised in l, k = j₁, j₂, states transported parallel`,
  facts: [...facts, ...derivativesOfStates], equations: (m) => [{ left: ex`-Bj*${m}`, right: energy }],
});
const positiveCharge = ["charge +1", "the moment of a positive charge, ½⟨r × v⟩; with H_B = +v·A, which is printed in Eq. (2), the electron has the opposite one. In Eq. (7) moment and velocity go together and the choice only enters the sign of λ"] as const;
const [opposite, same] = [ex`-1/2*im(V1[1, 2] - V1[2, 1])`, ex`1/2*im(V1[1, 2] - V1[2, 1])`];
const moments = [
  chain(orbitalMomentClaim, ofField(ex`mo`, opposite, inField, "+v·A of Eq. (2)", printed(vectorPotential))),
  model(orbitalMomentClaim, ofField(ex`mo`, opposite, inField, "+v·A", derivedField)),
  ...([[chain, printed(vectorPotential)], [model, derivedField]] as const).map(([ask, fact]) => under(...positiveCharge, ask(orbitalMomentClaim, ofField(ex`mo`, same, ex`-${inField}`, "−v·A", fact)))),
];

// ---- molecular Berry curvature -----------------------------------------------------------------------------------------------

const interband = premise("curvature-through-a-band", eq`ΩS[γ] = (g[1, γ]*conj(g[2, γ]) - g[2, γ]*conj(g[1, γ]))/((ε[1] - ε[γ])*(ε[1] - ε[γ]))`, { kind: "definition", where: "Eq. (8)", text: "(Ω_i)_{n₁n₁}^{n₂} at q → 0, where u is real", forAll: [l.γ] });
const turned = premise("state-by-displacement", eq`tu[α, γ] = conj(g[α, γ])/(ε[1] - ε[γ])`, { kind: "model", where: "Eq. (8)", text: "perturbation theory: ⟨n|∂_u n₁⟩ = ⟨n|∂_uH|n₁⟩/(ε₁ − ε_n)", forAll: [l.α, l.γ] });
const berry = (last: number, factor: Expr, id: string, text: string): Premise => premise(id, { left: last === 4 ? ex`Ωmol` : ex`Ωtwo`, right: ex`${factor}*sum(conj(tu[1, γ])*tu[2, γ] - conj(tu[2, γ])*tu[1, γ], γ, 2, ${whole(last)})` }, { kind: factor === ex`i` ? "definition" : "convention", where: "below Eq. (8)", text });
const plain = ["Ω = ⟨∂n| × |∂n⟩", "the molecular Berry curvature counted as ⟨∂_u n| × |∂_u n⟩, without the i that makes it real; Eq. (8) and T count it so, a real λ in the first term of Eq. (7) needs the i"] as const;
const sums = [
  ...both(wholeCurvature, from(ex`sum(ΩS[γ], γ, 2, 4)`), equals(ex`-i*Ωmol`, by.definition(interband, turned, berry(4, ex`i`, "molecular-curvature", "molecular Berry curvature ∂_xA_y − ∂_yA_x = i⟨∂_u n| × |∂_u n⟩, four bands")))),
  ...both(twoBands, from(ex`ΩS[2]`), equals(ex`-i*Ωtwo`, by.definition(interband, turned, berry(2, ex`i`, "molecular-curvature-of-two", "molecular Berry curvature ∂_xA_y − ∂_yA_x = i⟨∂_u n| × |∂_u n⟩, two bands")))),
  ...both(wholeCurvature, from(ex`sum(ΩS[γ], γ, 2, 4)`), equals(ex`Ωmol`, by.definition(interband, turned, berry(4, ex`1`, "curvature-without-i", "⟨∂_u n| × |∂_u n⟩, four bands")))).map((d) => under(...plain, d)),
  ...both(twoBands, from(ex`ΩS[2]`), equals(ex`Ωtwo`, by.definition(interband, turned, berry(2, ex`1`, "curvature-of-two-without-i", "⟨∂_u n| × |∂_u n⟩, two bands")))).map((d) => under(...plain, d)),
];

// ---- statements --------------------------------------------------------------------------------------------------------------

const firstOrder = lemma("sharp-first-order", "first-order response without widths", [], satisfies(ex`ρa`, ex`h*(f[2] - f[1])/(ω - (ε[1] - ε[2]))`, {
  definition: "ρ₁₂ at ω: the equation of motion to first order", facts: [], equations: (ρ) => [eq`-i*ω*${ρ} = -i*(ε[1] - ε[2])*${ρ} - i*(h*f[2] - f[1]*h)`],
}));
const renormalisedGap = both(renormalised, from(ex`ρa`), equals(ex`-h*(f[2] - f[1])/((ε[1] - ε[2]) - ω)`, by.substituting(firstOrder)));

const amplitudeFor = (i: number): Expr => couplingOf(whole(1), whole(i));
const rateOf = (letter: Expr, id: string, amplitude: Expr, text: string): Premise => premise(id, { left: letter, right: ex`(${amplitude})*conj(${amplitude})` }, { kind: "model", where: "below Eq. (9)", text });
const rates = both(transitionRate, from(ex`rp - rm`), equals(circularCoupling, by.definition(
  rateOf(ex`rp`, "golden-rule", ex`${amplitudeFor(1)}*u[1] + ${amplitudeFor(2)}*u[2] + ${amplitudeFor(3)}*u[3]`, "golden rule: the rate is |F·u|² times what does not depend on the polarization"),
  rateOf(ex`rm`, "golden-rule-reversed", ex`${amplitudeFor(1)}*conj(u[1]) + ${amplitudeFor(2)}*conj(u[2]) + ${amplitudeFor(3)}*conj(u[3])`, "the same for u*"))));

const valley = (id: string, says: ReturnType<typeof eq>, text: string): Premise => premise(id, says, { kind: "model", where: "below Eq. (9)", text });
const reversed = [
  ...both(timeReversed, from(ex`mv[-1]`), equals(ex`-mv[1]`, by.definition(
    valley("moment-here", eq`mv[1] = 1/2*im((y1[1]*conj(y1[2]) - y1[2]*conj(y1[1]))/(ε[1] - ε[3]))`, "the moment of n₁ at k over one other band"),
    valley("moment-there", eq`mv[-1] = 1/2*im((conj(y1[1])*y1[2] - conj(y1[2])*y1[1])/(ε[1] - ε[3]))`, "at −k the states are complex conjugate: every velocity element is −1 times its conjugate, the energies are the same")))),
  ...both(timeReversed, from(ex`Ωv[-1]`), equals(ex`-Ωv[1]`, by.definition(
    valley("curvature-here", eq`Ωv[1] = (${numerator(whole(1))})/(ε[1] - ε[2])^2`, "(Ω_i)_{n₁n₁}^{n₂} at (k, q)"),
    valley("curvature-there", eq`Ωv[-1] = (conj(${amplitudeFor(1)})*${amplitudeFor(2)} - conj(${amplitudeFor(2)})*${amplitudeFor(1)})/(ε[1] - ε[2])^2`, "at (−k, −q) every coupling is the conjugate")))).map((d) => part(1, d)),
];

/** A response g(ω, q), symmetrised as Eq. (1) and time reversal ask for; its linear coefficient. */
const coefficient = premise("linear-coefficient", eq`Λ1 = diff(LA(w), w = 0)`, { kind: "definition", where: "below Eq. (6)", text: "the coefficient of ω in λ^A" });
const real = "a real displacement has (ω, q) and (−ω, −q) in one, so that λ(ω, q) = λ(−ω, −q): the even part of a response g";
const reversible = premise("even-response", eq`LA(w) = (Lp(w) + Lm(-w) + Lm(w) + Lp(-w))/4`, { kind: "model", where: "Eq. (1)", forAll: [l.w], text: `${real}; and λ(ω, −q) = λ(ω, q) for electrons with time reversal` });
const irreversible = premise("response", eq`LA(w) = (Lp(w) + Lm(-w))/2`, { kind: "convention", where: "Eq. (1)", forAll: [l.w], text: real });
const slopes = [
  premise("slope-at-q", eq`diff(Lp(w), w = 0) = Λ0`, { kind: "convention", where: "Eq. (1)", text: "a slope at q" }),
  premise("slope-at-minus-q", eq`diff(Lm(w), w = 0) = -Λ0`, { kind: "convention", where: "Eq. (1)", text: "another one at −q" }),
];
const linear = [
  model(leadingCorrection, from(ex`Λ1`), equals(ex`0`, by.definition(coefficient, reversible))),
  under("broken time reversal, q ≠ 0", "electrons without time reversal and without inversion, for which λ at q and at −q may differ: for any slope that does, a model with one is in the tests", model(leadingCorrection, from(ex`Λ1`), equals(ex`(diff(Lp(w), w = 0) - diff(Lm(w), w = 0))/2`, by.definition(coefficient, irreversible)), equals(ex`Λ0`, by.substituting(...slopes)))),
];

// ---- Eq. (9) -----------------------------------------------------------------------------------------------------------------

const modern = premise("modern-theory", eq`Mk = mk*fk(kx, ky) - gk(kx, ky)*(diff(Ak2(kx, ky), kx) - diff(Ak1(kx, ky), ky)) + Dk`, {
  kind: "model", where: "Refs. 44-47", forAll: [l.kx, l.ky],
  text: "modern theory for the coupling +v·A: m f − g Ω with the grand potential g of a state and Ω = ∂_xA_y − ∂_yA_x, up to derivatives along k of what is periodic, which integrate to zero",
});
const smoothGauge = premise("smooth-gauge", eq`Dk = diff(gk(kx, ky)*Ak2(kx, ky), kx) - diff(gk(kx, ky)*Ak1(kx, ky), ky)`, {
  kind: "model", where: "Eq. (9)", forAll: [l.kx, l.ky], text: "the states have a phase that is smooth and periodic in k, which a band with a Chern number does not have: there Eq. (9) with A is not defined, and the form with g Ω holds",
});
const velocities = [
  premise("velocity-x", eq`vk1(kx, ky) = diff(gk(kx, ky), kx)/fk(kx, ky)`, { kind: "definition", where: "Eq. (9)", forAll: [l.kx, l.ky], text: "f v = ∂g, since dg/dε = f" }),
  premise("velocity-y", eq`vk2(kx, ky) = diff(gk(kx, ky), ky)/fk(kx, ky)`, { kind: "definition", where: "Eq. (9)", forAll: [l.kx, l.ky], text: "f v = ∂g, since dg/dε = f" }),
];
const integrand = (moment: Expr): Expr => ex`${moment}*fk(kx, ky) + (vk1(kx, ky)*Ak2(kx, ky) - vk2(kx, ky)*Ak1(kx, ky))*fk(kx, ky)`;
const asDefined = premise("moment-as-defined", eq`me = 1/2*im(V1[1, 2] - V1[2, 1])`, { kind: "definition", where: "below Eq. (7)", text: "m^e = ½ Im⟨∂n₁| × v|n₁⟩" });
const oppositeMoment = lemma("moment-of-coupling", "moment of the coupling +v·A", [], ofField(ex`mk`, ex`-me`, inField, "+v·A", asDefined, derivedField));
const sameMoment = premise("moment-as-electron", eq`mk = me`, { kind: "convention", where: "below Eq. (7)", text: "m^e with the sign of the moment of the coupling +v·A" });
const magnetizations = [
  model(eq9, from(ex`Mk`), equals(integrand(ex`mk`), by.substituting(modern, smoothGauge, ...velocities))),
  model(momentSign, from(ex`Mk`), equals(integrand(ex`-me`), by.substituting(modern, smoothGauge, ...velocities, oppositeMoment))),
  under("m = −½ Im⟨∂n| × v|n⟩", "m^e defined with the opposite sign, as the moment of the coupling +v·A", model(momentSign, from(ex`Mk`), equals(integrand(ex`me`), by.substituting(modern, smoothGauge, ...velocities, sameMoment)))),
];

export const statements: readonly Derivation[] = [...jIndices, ...diagonal, ...rephased, ...moments, ...sums, ...renormalisedGap, ...rates, ...reversed, ...linear, ...magnetizations];
