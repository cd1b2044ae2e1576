/**
 * # The equation of motion and the prefactor δ
 *
 * Two levels, n₁ and n₂; a phonon couples them with F e^{−i(ω+iη_p)t} and its partner with F* e^{−i(−ω+iη_p)t}. In second order they make a population of n₁:
 *
 *     (2iη_p + iγ₁₁) ρ₁₁ = F ρ₂₁ − ρ₁₂ F*,    ρ₁₂ = F (f₂ − f₁)/D_a,  ρ₂₁ = F* (f₁ − f₂)/D_b,   D_a + D_b = 2iη_p + 2iγ₁₂,
 *
 * so that ρ₁₁ is its value with γ₁₁ = 2γ₁₂ times 2(η_p + γ₁₂)/(2η_p + γ₁₁) = 1 + δ, exactly. What δ is in terms of widths depends on what a width is.
 */
import { approximates, both, by, chain, equals, from, lemma, model, part, premise, printed, satisfies, under, whole, type Derivation, type Expr, type Fact, type Premise, type Step } from "../../symbolic/index.ts";
import { eq5, equalLevels, exactSplit, fastPhonon, oneNarrow, onlyRatios, prefactor, relaxation, slowPhonon, staysHermitian, traceGrows } from "./generalClaims.ts";
import { indexOfRatio } from "./nonadiabaticClaims.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- Eq. (5) -----------------------------------------------------------------------------------------------------------------

const pure = premise("pure-state", eq`ρ[α, β] = ψ[α]*conj(ψ[β])`, { kind: "model", where: "Eq. (5)", text: "the density matrix ρ = |ψ⟩⟨ψ| of a state; of a mixture by linearity", forAll: [l.α, l.β] });
const pureRate = premise("pure-state-rate", eq`ρdot[α, β] = ψdot[α]*conj(ψ[β]) + ψ[α]*conj(ψdot[β])`, { kind: "definition", where: "Eq. (5)", text: "its derivative", forAll: [l.α, l.β] });
const schrödinger = premise("schroedinger", eq`ψdot[α] = -i*sum(H[α, γ]*ψ[γ], γ, 1, 2)`, { kind: "model", where: "Eq. (5)", text: "Schrödinger's equation i dψ/dt = Hψ with a Hamiltonian that need not be Hermitian", forAll: [l.α] });
const pureReversed = premise("pure-state-reversed", eq`ρ[α, β] = conj(ψ[α])*ψ[β]`, { kind: "convention", where: "Eq. (5)", text: "ρ_mn = ⟨c†_m c_n⟩", forAll: [l.α, l.β] });
const pureRateReversed = premise("pure-state-rate-reversed", eq`ρdot[α, β] = conj(ψdot[α])*ψ[β] + conj(ψ[α])*ψdot[β]`, { kind: "definition", where: "Eq. (5)", text: "its derivative", forAll: [l.α, l.β] });
const schrödingerReversed = premise("schroedinger-reversed", eq`ψdot[α] = -i*sum(H[γ, α]*ψ[γ], γ, 1, 2)`, { kind: "convention", where: "Eq. (5)", text: "Schrödinger's equation with H_mn = ⟨n|H|m⟩", forAll: [l.α] });

const schrödingerAdjoint = premise("schroedinger-adjoint", eq`ψdot[α] = -i*sum(conj(H[γ, α])*ψ[γ], γ, 1, 2)`, { kind: "convention", where: "Eq. (5)", text: "Schrödinger's equation with H†, so that Σ = +iη damps", forAll: [l.α] });

const rateOfState = from(ex`ρdot[α, β]`);
const vonNeumann = equals(ex`-i*sum(H[α, γ]*ρ[γ, β] - ρ[α, γ]*conj(H[β, γ]), γ, 1, 2)`, by.substituting(pureRate, schrödinger, pure));
const motion = [
  model(eq5, rateOfState, vonNeumann),
  under("transposed matrices", "the indices of ρ and H stand in the opposite order, ρ_mn = ⟨c†_m c_n⟩ and H_mn = ⟨n|H|m⟩",
    model(eq5, rateOfState, equals(ex`-i*sum(ρ[α, γ]*H[γ, β] - conj(H[γ, α])*ρ[γ, β], γ, 1, 2)`, by.substituting(pureRateReversed, schrödingerReversed, pureReversed)))),
  under("states obey H†", "states move with H†, so that the printed Σ = +iη damps: then the sign of i alone differs, and with +i the commutator and the damping are both right",
    model(eq5, rateOfState, equals(ex`i*sum(ρ[α, γ]*H[γ, β] - conj(H[γ, α])*ρ[γ, β], γ, 1, 2)`, by.substituting(pureRate, schrödingerAdjoint, pure)))),
];

// ---- the population that a phonon makes --------------------------------------------------------------------------------------

const Δε = ex`(ε[1] - ε[2])`;
const first = lemma("first-order-a", "first order in the phonon", [], satisfies(ex`ρa`, ex`h*(f[2] - f[1])/(ω + i*ηp - ${Δε} + i*rate[1, 2])`, {
  definition: "ρ₁₂ at ω + iη_p: the equation of motion to first order in F, with ρ₀ = f held", facts: [],
  equations: (ρ) => [eq`-i*(ω + i*ηp)*${ρ} = -i*${Δε}*${ρ} - rate[1, 2]*${ρ} - i*(h*f[2] - f[1]*h)`],
}));
const partner = lemma("first-order-b", "first order in its partner", [], satisfies(ex`ρb`, ex`conj(h)*(f[1] - f[2])/(-ω + i*ηp + ${Δε} + i*rate[1, 2])`, {
  definition: "ρ₂₁ at −ω + iη_p: the equation of motion to first order in F*, with ρ₀ = f held", facts: [],
  equations: (ρ) => [eq`-i*(-ω + i*ηp)*${ρ} = i*${Δε}*${ρ} - rate[1, 2]*${ρ} - i*(conj(h)*f[1] - f[2]*conj(h))`],
}));
const adiabatic = ex`-conj(h)*h*(f[1] - f[2])/((ω - ${Δε})^2 + (ηp + rate[1, 2])^2)`;
const second = lemma("second-order", "population of second order", [], satisfies(ex`ρ2`, ex`2*(ηp + rate[1, 2])/(2*ηp + rate[1, 1])*${adiabatic}`, {
  definition: "ρ₁₁ at 2iη_p: the equation of motion to second order", facts: [first, partner],
  equations: (ρ) => [eq`-i*(2*i*ηp)*${ρ} = -rate[1, 1]*${ρ} - i*(h*ρb - ρa*conj(h))`],
}));
const adiabaticPart = premise("adiabatic-part", eq`ρA = ${adiabatic}`, { kind: "definition", where: "Eq. (6)", text: "the population with the width of n₂ left out of the balance of gain and loss, 2γ₁₂ = γ₁₁ in the prefactor: what |⟨n₁|ψ⟩|² is in perturbation theory" });
export const ratio = premise("ratio", eq`δ[1, 2] = (2*rate[1, 2] - rate[1, 1])/(2*ηp + rate[1, 1])`, { kind: "definition", where: "Eq. (6)", text: "δ: what the population has beyond its adiabatic part, divided by it" });
const split = both(exactSplit, from(ex`ρ2`), equals(ex`ρA + δ[1, 2]*ρA`, by.substituting(second, adiabaticPart, ratio)));

// ---- δ in terms of widths ----------------------------------------------------------------------------------------------------

/** ρ₂ = (1 + δ)ρ_A by construction: δ is what satisfies it. */
const definition = (id: string, facts: readonly (Premise | Derivation)[], formula: Expr): Derivation => lemma(id, "ratio of the two parts", [], satisfies(ex`δ[1, 2]`, formula, {
  definition: "δ: the population is 1 + δ times its adiabatic part", facts: [second, adiabaticPart, ...facts], equations: (δ) => [eq`ρ2 = ρA*(1 + ${δ})`],
}));
const noDrive: readonly Premise[] = [
  premise("diagonal-1", eq`H[1, 1] = ε[1] + Σ[1, 1]`, { kind: "definition", where: "below Eq. (5)", text: "the Hamiltonian with the self-energy, without drives" }),
  premise("diagonal-2", eq`H[2, 2] = ε[2] + Σ[2, 2]`, { kind: "definition", where: "below Eq. (5)", text: "the Hamiltonian with the self-energy, without drives" }),
  premise("off-diagonal-12", eq`H[1, 2] = 0`, { kind: "definition", where: "below Eq. (5)", text: "the self-energy is band-diagonal" }),
  premise("off-diagonal-21", eq`H[2, 1] = 0`, { kind: "definition", where: "below Eq. (5)", text: "the self-energy is band-diagonal" }),
];
const undriven = (id: string, element: Expr, opened: Expr, result: Expr): Derivation =>
  lemma(id, "an element without drives", [], from(element), equals(opened, by.substituting(printed(eq5))), equals(result, by.substituting(...noDrive, printed(relaxation))));
const motion11 = undriven("undriven-11", ex`ρdot[1, 1]`, ex`-i*(ρ[1, 1]*H[1, 1] + ρ[1, 2]*H[2, 1] - conj(H[1, 1])*ρ[1, 1] - conj(H[2, 1])*ρ[2, 1])`, ex`2*η[1]*ρ[1, 1]`);
const motion12 = undriven("undriven-12", ex`ρdot[1, 2]`, ex`-i*(ρ[1, 1]*H[1, 2] + ρ[1, 2]*H[2, 2] - conj(H[1, 1])*ρ[1, 2] - conj(H[2, 1])*ρ[2, 2])`, ex`(i*(ε[1] - ε[2]) + η[1] + η[2])*ρ[1, 2]`);
const decay = (id: string, says: ReturnType<typeof eq>): Premise => premise(id, says, { kind: "definition", where: "below Eq. (5)", text: "γ: the rate at which an element decays without drives" });
const literal = [
  lemma("rate-11", "rate of a population", [], from(ex`rate[1, 1]`), equals(ex`-2*η[1]`, by.substituting(decay("decay-11", eq`rate[1, 1] = -re(ρdot[1, 1]/ρ[1, 1])`), motion11))),
  lemma("rate-12", "rate of a coherence", [], from(ex`rate[1, 2]`), equals(ex`-(η[1] + η[2])`, by.substituting(decay("decay-12", eq`rate[1, 2] = -re(ρdot[1, 2]/ρ[1, 2])`), motion12))),
];
const amplitudeRates = premise("amplitude-rates", eq`rate[α, β] = η[α] + η[β]`, {
  kind: "model", where: "below Eq. (5)", text: "the widths damp: the amplitude of a level decays as e^{−ηt}, H = ε − iη, the magnitude of Σ as printed", forAll: [l.α, l.β],
});
const populationRates = premise("population-rates", eq`rate[α, β] = (η[α] + η[β])/2`, { kind: "convention", where: "below Eq. (5)", text: "the population of a level decays as e^{−ηt}, H = ε − iη/2", forAll: [l.α, l.β] });

export const ofWidths = {
  literal: definition("ratio-literal", literal, ex`-η[2]/(ηp - η[1])`),
  amplitude: definition("ratio-of-amplitudes", [amplitudeRates], ex`η[2]/(ηp + η[1])`),
  population: definition("ratio-of-populations", [populationRates], ex`η[2]/(2*ηp + η[1])`),
};
const halfWidths = ["Σ = −iη/2", "η_n is the full width of a level, the rate of its population: Σ = −iη/2 in the place of iη; the printed sign of Σ makes ρ grow in Eq. (5)"] as const;
const prefactors = [
  chain(prefactor, from(ex`δ[1, 2]`), equals(ex`-η[2]/(ηp - η[1])`, by.substituting(ofWidths.literal))),
  model(prefactor, from(ex`δ[1, 2]`), equals(ex`η[2]/(ηp + η[1])`, by.substituting(ofWidths.amplitude))),
  under(...halfWidths, chain(prefactor, from(ex`δ[1, 2]`), equals(ex`η[2]/(2*ηp + η[1])`, by.substituting(ofWidths.population)))),
  under(...halfWidths, model(prefactor, from(ex`δ[1, 2]`), equals(ex`η[2]/(2*ηp + η[1])`, by.substituting(ofWidths.population)))),
  under("Σ = −iη, or +i in Eq. (5)", "the widths damp, with the printed magnitude of Σ: by its opposite sign, or by the opposite sign of i in Eq. (5)", chain(prefactor, from(ex`δ[1, 2]`), equals(ex`η[2]/(ηp + η[1])`, by.substituting(ofWidths.amplitude)))),
];
const fast = { weights: new Map([[l.ηp, -1]]), through: 0 };
const limits = [
  chain(fastPhonon, from(ex`δ[1, 2]`), equals(ex`η[2]/(2*ηp + η[1])`, by.substituting(printed(prefactor))), approximates(ex`0`, by.expanding(fast))),
  model(fastPhonon, from(ex`δ[1, 2]`), equals(ex`η[2]/(ηp + η[1])`, by.substituting(ofWidths.amplitude)), approximates(ex`0`, by.expanding(fast))),
];

const slow = { weights: new Map([[l.ηp, 1]]), through: 0 };
const scaled = (id: string, of: Expr, kind: "definition" | "model"): Premise => premise(id, { left: ex`δs`, right: of }, { kind, where: "below Eq. (8)", text: "δ with every width multiplied by z" });
const ratios = [
  chain(slowPhonon, from(ex`δ[1, 2]`), equals(ex`η[2]/(2*ηp + η[1])`, by.substituting(printed(prefactor))), approximates(ex`η[2]/η[1]`, by.expanding(slow))),
  model(slowPhonon, from(ex`δ[1, 2]`), equals(ex`η[2]/(ηp + η[1])`, by.substituting(ofWidths.amplitude)), approximates(ex`η[2]/η[1]`, by.expanding(slow))),
  chain(onlyRatios, from(ex`δs`), equals(ex`δ[1, 2]`, by.substituting(scaled("scaled-widths", ex`zs*η[2]/(2*zs*ηp + zs*η[1])`, "definition"), printed(prefactor)))),
  model(onlyRatios, from(ex`δs`), equals(ex`δ[1, 2]`, by.substituting(scaled("scaled-amplitude-widths", ex`zs*η[2]/(zs*ηp + zs*η[1])`, "model"), ofWidths.amplitude))),
];

const sameWidths = premise("equal-widths-of-levels", eq`η[2] = η[1]`, { kind: "definition", where: "below Eq. (8)", text: "equal widths of the levels" });
const ofSame = (ratio: Fact, between: Expr, result: Expr): readonly Step[] => [equals(between, by.substituting(ratio)), equals(result, by.substituting(sameWidths))];
const [printedRatio, amplitudeRatio, populationRatio] = [ex`η[2]/(2*ηp + η[1])`, ex`η[2]/(ηp + η[1])`, ex`η[2]/(2*ηp + η[1])`];
const equalWidths = [
  chain(equalLevels, from(ex`δ[1, 2]`), ...ofSame(printed(prefactor), printedRatio, ex`η[1]/(2*ηp + η[1])`)),
  model(equalLevels, from(ex`δ[1, 2]`), ...ofSame(ofWidths.amplitude, amplitudeRatio, ex`η[1]/(ηp + η[1])`)),
  under(...halfWidths, model(equalLevels, from(ex`δ[1, 2]`), ...ofSame(ofWidths.population, populationRatio, ex`η[1]/(2*ηp + η[1])`))),
];
const still = { weights: new Map([[l.ηs, 1]]), through: 0 };
/** δ when the width of one of both levels is η_s, which vanishes. */
const ofNarrow = (level: 1 | 2, [ratio, factor]: readonly [Fact, Expr], opened: Expr, limit: Expr): readonly Step[] => {
  const narrow = premise(`narrow-level-${level}`, { left: ex`η[${whole(level)}]`, right: ex`ηs` }, { kind: "definition", where: "Fig. 2", text: `η_s, small beside all others: the width of ${level === 1 ? "n₁" : "the intermediate level"}` });
  return [equals(factor, by.substituting(ratio)), equals(opened, by.substituting(narrow)), approximates(limit, by.expanding(still))];
};
const [printedWidths, amplitudeWidths, populationWidths] = [[printed(prefactor), printedRatio], [ofWidths.amplitude, amplitudeRatio], [ofWidths.population, populationRatio]] as const;
const oneBand = [
  chain(oneNarrow, from(ex`δ[1, 2]`), ...ofNarrow(2, printedWidths, ex`ηs/(2*ηp + η[1])`, ex`0`)),
  model(oneNarrow, from(ex`δ[1, 2]`), ...ofNarrow(2, amplitudeWidths, ex`ηs/(ηp + η[1])`, ex`0`)),
  part(1, chain(oneNarrow, from(ex`δ[1, 2]`), ...ofNarrow(1, printedWidths, ex`η[2]/(2*ηp + ηs)`, ex`η[2]/(2*ηp)`))),
  part(1, model(oneNarrow, from(ex`δ[1, 2]`), ...ofNarrow(1, amplitudeWidths, ex`η[2]/(ηp + ηs)`, ex`η[2]/ηp`))),
  under(...halfWidths, model(oneNarrow, from(ex`δ[1, 2]`), ...ofNarrow(2, populationWidths, ex`ηs/(2*ηp + η[1])`, ex`0`))),
  under(...halfWidths, part(1, model(oneNarrow, from(ex`δ[1, 2]`), ...ofNarrow(1, populationWidths, ex`η[2]/(2*ηp + ηs)`, ex`η[2]/(2*ηp)`)))),
];

// ---- what Eq. (5) keeps ------------------------------------------------------------------------------------------------------

const derivedMotion = lemma("equation-of-motion", "equation of motion", [l.α, l.β], rateOfState, vonNeumann);
const hermitian = [
  premise("hermitian-21", eq`ρ[2, 1] = conj(ρ[1, 2])`, { kind: "definition", where: "Eq. (5)", text: "ρ is Hermitian" }),
  premise("population-1", eq`ρ[1, 1] = f[1]`, { kind: "definition", where: "Eq. (5)", text: "with real populations" }),
  premise("population-2", eq`ρ[2, 2] = f[2]`, { kind: "definition", where: "Eq. (5)", text: "with real populations" }),
] as const;
const selfEnergy = premise("self-energy", eq`Σ[α, α] = i*η[α]`, { kind: "model", where: "below Eq. (5)", text: "Σ = iη_m is added to the Hamiltonian, band-diagonal", forAll: [l.α] });
const overLevels = (term: (level: Expr) => Expr): Expr => ex`-i*(${term(whole(1))} + ${term(whole(2))})`;
/** An element of −i(ρH − H†ρ) as printed and of −i(Hρ − ρH†) as derived, for two levels. */
const elementOf = {
  printed: (m: Expr, n: Expr): Expr => overLevels((k) => ex`ρ[${m}, ${k}]*H[${k}, ${n}] - conj(H[${k}, ${m}])*ρ[${k}, ${n}]`),
  derived: (m: Expr, n: Expr): Expr => overLevels((k) => ex`H[${m}, ${k}]*ρ[${k}, ${n}] - ρ[${m}, ${k}]*conj(H[${n}, ${k}])`),
};
const kept = (["printed", "derived"] as const).flatMap((which) => {
  const [ask, motionAs, opened, self] = which === "printed" ? [chain, printed(eq5), elementOf.printed, printed(relaxation)] as const : [model, derivedMotion, elementOf.derived, selfEnergy] as const;
  const writtenOut = (m: number, n: number): Derivation => lemma(`element-${m}${n}-${which}`, "an element, written out", [], from(ex`ρdot[${whole(m)}, ${whole(n)}]`), equals(opened(whole(m), whole(n)), by.substituting(motionAs)));
  return [
    ask(staysHermitian, from(ex`ρdot[2, 1]`), equals(ex`conj(ρdot[1, 2])`, by.substituting(writtenOut(1, 2), writtenOut(2, 1), ...hermitian))),
    ask(traceGrows, from(ex`ρdot[1, 1] + ρdot[2, 2]`), equals(ex`${opened(whole(1), whole(1))} + ${opened(whole(2), whole(2))}`, by.substituting(motionAs)), equals(ex`2*η[1]*ρ[1, 1] + 2*η[2]*ρ[2, 2]`, by.substituting(...noDrive, self))),
  ];
});

/** Which width enters, for widths of populations: in this the index alone is judged. */
const upperIndex = model(indexOfRatio, from(ex`δ[1, 2]`), equals(ex`η[2]/(2*ηp + η[1])`, by.substituting(ofWidths.population)));

export const population: readonly Derivation[] = [...motion, ...kept, ...split, ...prefactors, ...limits, ...ratios, ...equalWidths, ...oneBand, upperIndex];
