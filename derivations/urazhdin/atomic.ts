/**
 * # Sec. II.2: the atomic moment
 *
 * First-order time-dependent perturbation theory from both nonbonding states into ψ_aσ, during the pulse and after it; the moment and its
 * expansion for a slow drive; the estimates with numbers.
 */
import {
  approximates, both, by, chain, equals, evaluates, from, lemma, model, parameter, part, premise, printed, quantity, restated, satisfies, whole, type Counting, type Derivation, type Fact,
} from "../../symbolic/index.ts";
import {
  apmNum, eq10, eq11, eq7, eq8, eq9, hwOverDelta, mzDef, negligible, QEstimate, ratio, ratioNumber, sinTheta, tOO, tOONeglect, tTiOValue, Vn1, Vpdpi,
} from "./claims.ts";
import { coupling, hoppingValue, longitudinalForce, hoppingEverywhere, nonbondingEnergies, phaseOfHopping, slopes, transverseForce, upperNonbonding } from "./orbitals.ts";
import {
  antibondingAbove, bohrMagneton, bondValue, couplingValue, electronMass, frequencyValue, gapDefinition, gaps, gapValue, halfSums, latticeValue, longitudinal, momentDefinition,
  momentOfElectrons, mostlyTitanium, occupationAfter, occupationAtMaximum, oneGap, orbitalMoment, oxygenHoppingValue, planck, schroedingerAfter, schroedingerAtMaximum,
} from "./premises.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const slowDrive: Counting = { weights: new Map([[l.ω, 1], [l.τ, -1]]), through: 2 };
const longPulse = (through: number): Counting => ({ weights: new Map([[l.τ, -1]]), through });

// ---- occupation --------------------------------------------------------------------------------------------------------------

/** Each state on its own gap; the pulse rises as e^{t/τ} up to t = 0. */
export const amplitudeAtMaximum = (matrixElements: readonly Fact[], name: string): Derivation => lemma(`amplitude-at-maximum-${name}`, "amplitude of ψ_aσ at the pulse maximum", [l.σ, l.j],
  from(ex`A0[σ, j]`),
  equals(ex`-(i/ħ)*integral(2*sin(θ[1])*a_[j]*Q0*exp(-i*c*j*σ*ω*u)*exp(-abs(u)/τ)*exp(i*gap[j]*u/ħ), u, -oo, 0)`, by.definition(schroedingerAtMaximum, ...matrixElements)),
  equals(ex`-(i/ħ)*2*sin(θ[1])*a_[j]*Q0/(1/τ + i*(gap[j]/ħ - c*j*σ*ω))`, by.integrating()));
const amplitudeAfter = (matrixElements: readonly Fact[], name: string): Derivation => lemma(`amplitude-after-${name}`, "amplitude of ψ_aσ after the pulse", [l.σ, l.j],
  from(ex`A8[σ, j]`),
  equals(ex`-(i/ħ)*integral(2*sin(θ[1])*a_[j]*Q0*exp(-i*c*j*σ*ω*u)*exp(-abs(u)/τ)*exp(i*gap[j]*u/ħ), u, -oo, oo)`, by.definition(schroedingerAfter, ...matrixElements)),
  equals(ex`-(i/ħ)*2*sin(θ[1])*a_[j]*Q0*(2/τ)/((gap[j]/ħ - c*j*σ*ω)^2 + 1/τ^2)`, by.integrating({ split: whole(0) })));

/** The printed matrix elements of both states in one formula. */
const printedCouplingFacts: readonly Fact[] = [{ ...restated(Vn1, eq`V[σ, j, t] = 2*sin(θ[1])*Q*a_[j]*exp(-i*c*j*σ*ω*t)`, "V_{σ,n1} and V_{σ,n2} as printed, j = ±1"), forAll: [l.σ, l.j, l.t] }];

const occupationLines = (amplitude: Derivation) => [
  equals(ex`sum(4*sin(θ[1])^2*Q0^2*a_[j]^2/((gap[j] - c*j*σ*ħ*ω)^2 + ħ^2/τ^2), j, -1, 1)`, by.substituting(occupationAtMaximum, amplitude)),
  equals(ex`4*sin(θ[1])^2*Q0^2*(a_[1]^2/((Δ - c*σ*ħ*ω)^2 + ħ^2/τ^2) + a_[-1]^2/((Δ + c*σ*ħ*ω)^2 + ħ^2/τ^2))`, by.substituting(oneGap)),
] as const;
export const occupation = [
  chain(eq7, from(ex`p0[σ]`), ...occupationLines(amplitudeAtMaximum(printedCouplingFacts, "printed"))),
  model(eq7, from(ex`p0[σ]`), ...occupationLines(amplitudeAtMaximum([coupling], "model"))),
] as const;
const [, occupationModel] = occupation;

const afterwardsLines = (amplitude: Derivation) => [
  equals(ex`sum(16*ħ^2*sin(θ[1])^2*Q0^2*a_[j]^2/(τ^2*((gap[j] - c*j*σ*ħ*ω)^2 + ħ^2/τ^2)^2), j, -1, 1)`, by.substituting(occupationAfter, amplitude)),
  equals(ex`16*ħ^2*sin(θ[1])^2*Q0^2/τ^2*(a_[1]^2/((Δ - c*σ*ħ*ω)^2 + ħ^2/τ^2)^2 + a_[-1]^2/((Δ + c*σ*ħ*ω)^2 + ħ^2/τ^2)^2)`, by.substituting(oneGap)),
] as const;
const afterwardsExpanded = approximates(ex`16*ħ^2*sin(θ[1])^2*Q0^2/τ^2*(a_[1]^2/(Δ - c*σ*ħ*ω)^4 + a_[-1]^2/(Δ + c*σ*ħ*ω)^4)`, by.expanding(longPulse(3)));
const afterAmplitudes = { printed: amplitudeAfter(printedCouplingFacts, "printed"), model: amplitudeAfter([coupling], "model") };
export const afterwards = [
  chain(eq9, from(ex`p8[σ]`), ...afterwardsLines(afterAmplitudes.printed), afterwardsExpanded),
  model(eq9, from(ex`p8[σ]`), ...afterwardsLines(afterAmplitudes.model), afterwardsExpanded),
] as const;
const [, afterwardsModel] = afterwards;

// ---- moment ------------------------------------------------------------------------------------------------------------------

export const atomicMoment = [
  chain(eq8, from(ex`mza`), equals(ex`8*μB*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)*(1/((Δ - c*ħ*ω)^2 + ħ^2/τ^2) - 1/((Δ + c*ħ*ω)^2 + ħ^2/τ^2))`, by.substituting(momentDefinition, printed(eq7))),
    approximates(ex`32*μB*c*ħ*ω*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/Δ^3`, by.expanding(slowDrive))),
  model(eq8, from(ex`mza`), equals(ex`-8*μB*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)*(1/((Δ - c*ħ*ω)^2 + ħ^2/τ^2) - 1/((Δ + c*ħ*ω)^2 + ħ^2/τ^2))`, by.substituting(momentDefinition, occupationModel)),
    approximates(ex`-32*μB*c*ħ*ω*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/Δ^3`, by.expanding(slowDrive))),
] as const;

const [, momentModel] = atomicMoment;

const momentLines = [
  equals(ex`-2*μB*sin(θ[1])^2*(p0[1] - p0[-1])`, by.substituting(momentOfElectrons, orbitalMoment)),
  equals(ex`-2*μB*cos(ε)^2*(p0[1] - p0[-1])`, by.substituting(mostlyTitanium)),
  approximates(ex`-2*μB*(p0[1] - p0[-1])`, by.expanding({ weights: new Map([[l.ε, 1]]), through: 1 })),
] as const;
export const momentOfOrbitals = both(mzDef, from(ex`mz0`), ...momentLines);

/** p_σ(∞)/p_σ(0) to leading order: 4ħ²/τ²Δ² for each state, hence for their sum. */
export const ratioOfOccupations = [
  chain(ratio, from(ex`p8[σ]/p0[σ]`), equals(ex`-4*ħ^2/τ^2*((Δ - c*σ*ħ*ω)^2 + ħ^2/τ^2)/(Δ - c*σ*ħ*ω)^4`, by.substituting(printed(eq7), printed(eq9))), approximates(ex`-4*ħ^2/(τ^2*Δ^2)`, by.expanding(slowDrive))),
  model(ratio, from(ex`p8[σ]/p0[σ]`),
    equals(ex`4*ħ^2/τ^2*(a_[1]^2/((Δ - c*σ*ħ*ω)^2 + ħ^2/τ^2)^2 + a_[-1]^2/((Δ + c*σ*ħ*ω)^2 + ħ^2/τ^2)^2)/(a_[1]^2/((Δ - c*σ*ħ*ω)^2 + ħ^2/τ^2) + a_[-1]^2/((Δ + c*σ*ħ*ω)^2 + ħ^2/τ^2))`, by.substituting(occupationModel, afterwardsModel)),
    approximates(ex`4*ħ^2/(τ^2*Δ^2)`, by.expanding(slowDrive))),
];
const pulseWidth = premise("pulse-width", eq`τ = 1/ω`, { kind: "outside", where: "Ref. 1", text: "the width τ of the pulse of Ref. 1; τ = 1/ω = 53 fs is the value for which the printed number comes out" });
const angular = premise("angular", eq`ω = 2*pi*freq`, { kind: "definition", where: "Sec. I", text: "ω = 2πf" });
export const numberOfRatio = [
  ...[chain, model].map((question) => question(ratioNumber, from(ex`p8[1]/p0[1]`),
    equals(ex`4*ħ^2/τ^2*(a_[1]^2/((Δ - c*ħ*ω)^2 + ħ^2/τ^2)^2 + a_[-1]^2/((Δ + c*ħ*ω)^2 + ħ^2/τ^2)^2)/(a_[1]^2/((Δ - c*ħ*ω)^2 + ħ^2/τ^2) + a_[-1]^2/((Δ + c*ħ*ω)^2 + ħ^2/τ^2))`, by.substituting(occupationModel, afterwardsModel)),
    approximates(ex`4*ħ^2/(τ^2*Δ^2)`, by.expanding(slowDrive)), evaluates(pulseWidth, angular, frequencyValue, planck, gapValue))),
];

export const noRealExcitation = [
  chain(negligible, from(ex`p8[σ]`), equals(ex`16*ħ^2*sin(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/(τ^2*(Δ - c*σ*ħ*ω)^4)`, by.substituting(printed(eq9))), approximates(ex`0`, by.expanding(longPulse(1)))),
  model(negligible, from(ex`p8[σ]`), equals(ex`16*ħ^2*sin(θ[1])^2*Q0^2/τ^2*(a_[1]^2/((Δ - c*σ*ħ*ω)^2 + ħ^2/τ^2)^2 + a_[-1]^2/((Δ + c*σ*ħ*ω)^2 + ħ^2/τ^2)^2)`, by.substituting(afterwardsModel)), approximates(ex`0`, by.expanding(longPulse(1)))),
];

// ---- numbers -----------------------------------------------------------------------------------------------------------------

const [, nonbondingLevels] = nonbondingEnergies;
/** E_a = Δ − 2t_{O-O} from the definition of the gap. */
export const antibondingEnergy = lemma("antibonding-energy", "E_a from the gap", [], from(ex`E[1]`), equals(ex`Δ - 2*tOO`, by.substituting(gapDefinition, upperNonbonding)));
export const relativeGap = both(tOONeglect, from(ex`1/10 - (gap[1] - gap[-1])/gap[-1]`), equals(ex`1/10 + 4*tOO/(E[1] + 2*tOO)`, by.substituting(gaps, nonbondingLevels)), equals(ex`1/10 + 4*tOO/Δ`, by.substituting(antibondingEnergy)), evaluates(oxygenHoppingValue, gapValue));

/** tan θ_a = E_a/2t from the components on the oxygens: 2t sin θ_a = E_a cos θ_a. */
export const angleByLevel = lemma("angle-by-level", "θ_a by the energy of the antibonding level", [], satisfies(ex`θ[1]`, ex`atan(E[1]/(2*tTiO))`, {
  definition: "θ_a: the angle for which the state of Eq. (2) is the eigenvector of energy E_a, from its components on the oxygens", facts: [phaseOfHopping],
  equations: (θ) => [eq`hop[n, σ]*sin(${θ}) = E[1]*cos(${θ})/2*exp(i*n*σ*pi/2)`],
}));
export const weight = [
  ...both(sinTheta, from(ex`sin(θ[1])^2 - 8/10`), equals(ex`E[1]^2/(E[1]^2 + 4*tTiO^2) - 8/10`, by.substituting(angleByLevel, antibondingAbove)), equals(ex`(Δ - 2*tOO)^2/((Δ - 2*tOO)^2 + 2*Vpdπ^2) - 8/10`, by.substituting(antibondingEnergy, hoppingValue)), evaluates(gapValue, oxygenHoppingValue, couplingValue)),
  ...both(sinTheta, from(ex`1 - sin(θ[1])^2`), equals(ex`4*tTiO^2/(E[1]^2 + 4*tTiO^2)`, by.substituting(angleByLevel, antibondingAbove)), equals(ex`2*Vpdπ^2/((Δ - 2*tOO)^2 + 2*Vpdπ^2)`, by.substituting(antibondingEnergy, hoppingValue)), evaluates(gapValue, oxygenHoppingValue, couplingValue)).map((d) => part(1, d)),
];

// ---- estimates ---------------------------------------------------------------------------------------------------------------

/** The paper's numbers for the d_xz-p_z element; t_{Ti-O} itself is taken as printed in the relations. */
const printedHopping = printed(tTiOValue);
export const transverseEstimate = [
  ...both(eq10, from(ex`at`), equals(ex`tTiO/rTiO`, by.definition(transverseForce))),
  part(1, chain(eq10, from(ex`at`), equals(ex`-tTiO/rTiO`, by.substituting(printed(eq10))), evaluates(printedHopping, couplingValue, bondValue))),
  part(1, model(eq10, from(ex`at`), equals(ex`-Vpdπ/(sqrt(2)*rTiO)`, by.substituting(transverseForce, hoppingValue)), evaluates(couplingValue, bondValue))),
];
export const hoppingEstimate = [
  model(tTiOValue, from(ex`tTiO`), equals(ex`-Vpdπ/sqrt(2)`, by.definition(hoppingValue))),
  part(1, chain(tTiOValue, from(ex`tTiO`), equals(ex`-Vpdπ`, by.substituting(printedHopping)), evaluates(couplingValue))),
  part(1, model(tTiOValue, from(ex`tTiO`), equals(ex`-Vpdπ/sqrt(2)`, by.definition(hoppingValue)), evaluates(couplingValue))),
];

const hoppingOfDistance = premise("hopping-of-distance", eq`tr(r) = conj(T(1, r, 0))`, { kind: "definition", where: "Eq. (11)", text: "t_{Ti-O}(r): the hopping to oxygen 4 at the distance r", forAll: [l.r] });
/** dt/dr = −7t/2r for t ∝ r^(−7/2). */
const powerLaw = premise("power-law", eq`al = -7*tTiO/(2*rTiO)`, { kind: "model", where: "above Eq. (11)", text: "t_{Ti-O}(r) ∝ r^(−7/2), so dt/dr = −7t/2r" });
const hoppingByForce = restated(eq10, eq`tTiO = -at*rTiO`, "Eq. (10) as printed, solved for t_{Ti-O}");
const printedTransverse = parameter(l.at, "5.7", "eV/nm", { where: "Eq. (10)", rounded: true, claim: "eq10" });
const printedLongitudinal = parameter(l.al, "20.0", "eV/nm", { where: "Eq. (11)", rounded: true, claim: "eq11" });
export const longitudinalEstimate = [
  ...both(eq11, from(ex`al`), equals(ex`diff(tr(r), r = rTiO)`, by.definition(longitudinal, ...slopes, hoppingOfDistance, hoppingEverywhere))),
  part(1, chain(eq11, from(ex`al`), equals(ex`7*at/2`, by.substituting(powerLaw, hoppingByForce)))),
  part(1, model(eq11, from(ex`al`), equals(ex`-7*at/2`, by.substituting(longitudinalForce, transverseForce)))),
  part(2, chain(eq11, from(ex`al`), equals(ex`7*at/2`, by.substituting(powerLaw, hoppingByForce)), evaluates(printedTransverse))),
  part(2, model(eq11, from(ex`al`), equals(ex`7*Vpdπ/(2*sqrt(2)*rTiO)`, by.substituting(longitudinalForce, hoppingValue)), evaluates(couplingValue, bondValue))),
];

const modelForce = (s: 1 | -1): ReturnType<typeof model> => part(s > 0 ? 0 : 1, model(apmNum, from(ex`a_[${whole(s)}]`),
  equals(ex`(7 - ${whole(s)}*2)*Vpdπ/(4*sqrt(2)*rTiO)`, by.substituting(halfSums, longitudinalForce, transverseForce, hoppingValue)), evaluates(couplingValue, bondValue)));
const printedForce = (s: 1 | -1): ReturnType<typeof chain> => part(s > 0 ? 0 : 1, chain(apmNum, from(ex`a_[${whole(s)}]`), equals(ex`(al + ${whole(s)}*at)/2`, by.definition(halfSums)), evaluates(printedLongitudinal, printedTransverse)));
export const forces = [printedForce(1), printedForce(-1), modelForce(1), modelForce(-1)];

export const smallRatio = both(hwOverDelta, from(ex`ħ*ω/Δ`), equals(ex`ħ*2*pi*freq/Δ`, by.substituting(angular)), evaluates(planck, frequencyValue, gapValue));

const measuredMoment = premise("measured-moment", eq`mza = μB/100`, { kind: "model", where: "below Eq. (11)", text: "an orbital moment of the order of 10⁻² μ_B, with the value 10⁻² μ_B taken" });
const printedForces = [restated(apmNum, eq`a_[1] = ${quantity("13", "eV/nm")}`, "a₊ ≈ 13 eV/nm as printed"), { ...restated(apmNum, eq`a_[-1] = ${quantity("7", "eV/nm")}`, "a₋ ≈ 7 eV/nm as printed"), id: "apm-num (a₋)" }] as const;
const printedSmallRatio = restated(hwOverDelta, eq`ω = 0.004*Δ/ħ`, "ħω/Δ ≈ 0.004 as printed");
const pureTitanium = restated(sinTheta, eq`θ[1] = pi/2`, "sin θ_a ≲ 1, with the value 1 taken");
const counterclockwise = premise("counterclockwise", eq`c = 1`, { kind: "convention", where: "Sec. II.1", text: "chirality c = +1" });
export const amplitudeEstimate = [
  chain(QEstimate, from(ex`Q0`),
    equals(ex`sqrt(mza*Δ^3/(32*μB*c*ħ*ω*sin(θ[1])^2*(a_[1]^2 - a_[-1]^2)))`, by.substituting(printed(eq8))),
    equals(ex`sqrt(μB/100*Δ^3/(32*μB*c*ħ*ω*sin(θ[1])^2*(a_[1]^2 - a_[-1]^2)))`, by.substituting(measuredMoment)),
    evaluates(counterclockwise, pureTitanium, ...printedForces, printedSmallRatio, gapValue, bohrMagneton, planck)),
  model(QEstimate, from(ex`Q0`),
    equals(ex`sqrt(mza/(28*μB*sin(θ[1])^2*tTiO^2/rTiO^2*(1/((Δ - ħ*ω)^2 + ħ^2/τ^2) - 1/((Δ + ħ*ω)^2 + ħ^2/τ^2))))`, by.substituting(momentModel, halfSums, longitudinalForce, transverseForce, counterclockwise)),
    equals(ex`sqrt((E[1]^2 + 4*tTiO^2)*rTiO^2/(2800*E[1]^2*tTiO^2*(1/((Δ - ħ*ω)^2 + ħ^2/τ^2) - 1/((Δ + ħ*ω)^2 + ħ^2/τ^2))))`, by.substituting(measuredMoment, angleByLevel, antibondingAbove)),
    approximates(ex`sqrt((E[1]^2 + 4*tTiO^2)*rTiO^2*Δ^3/(11200*E[1]^2*tTiO^2*ħ*ω))`, by.expanding({ weights: new Map([[l.ω, 1], [l.τ, -1]]), through: 0 }, antibondingAbove)),
    evaluates(antibondingEnergy, hoppingValue, angular, planck, frequencyValue, gapValue, oxygenHoppingValue, couplingValue, bondValue, bohrMagneton)),
];

/** Harrison's universal parameters: V_pdπ = η ħ² r_d^(3/2)/(m d^(7/2)), V_ppπ = η ħ²/(m d²). */
const universalPd = premise("universal-pd", eq`Vpdπ = 136/100*ħ^2*sqrt(rd^3)/(me*sqrt(rTiO^7))`, { kind: "outside", where: "Ref. 31", text: "Harrison's V_pdπ = 1.36 ħ² r_d^{3/2}/m d^{7/2} with the d radius 1.08 Å of Ti" });
const radiusOfTi = parameter(l.rd, "1.08", "Å", { where: "Ref. 31" });
export const couplingEstimate = both(Vpdpi, from(ex`Vpdπ`), equals(ex`136/100*ħ^2*sqrt(rd^3)/(me*sqrt(rTiO^7))`, by.substituting(universalPd)), evaluates(planck, radiusOfTi, electronMass, bondValue));
const universalPp = premise("universal-pp", eq`tOO = -81/100*ħ^2/(me*(a/sqrt(2))^2)`, { kind: "outside", where: "Ref. 31", text: "Harrison's V_ppπ = −0.81 ħ²/m d² at the oxygen-oxygen distance a/√2" });
export const oxygenHoppingEstimate = both(tOO, from(ex`tOO`), equals(ex`-81/100*ħ^2/(me*(a/sqrt(2))^2)`, by.substituting(universalPp)), evaluates(planck, electronMass, latticeValue));

export const atomic: readonly Derivation[] = [
  ...occupation, ...afterwards, ...atomicMoment, ...momentOfOrbitals, ...ratioOfOccupations, ...numberOfRatio, ...noRealExcitation, ...relativeGap, ...weight, ...transverseEstimate, ...hoppingEstimate,
  ...longitudinalEstimate, ...forces, ...smallRatio, ...amplitudeEstimate, ...couplingEstimate, ...oxygenHoppingEstimate,
];
