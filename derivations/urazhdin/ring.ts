/**
 * # Sec. II.3: the inter-atomic moment
 *
 * First-order states in steady rotation, amplitudes on the oxygens, the electron flow around the square, its average and its moment; Berry
 * curvature and static density.
 */
import { approximates, both, by, chain, equals, evaluates, from, lemma, model, part, premise, printed, printedUnder, restated, satisfies, under, type Derivation, type Fact } from "../../symbolic/index.ts";
import { berryClaim, berryDef, densityClaim, eq12, eq13, eq14, eq15, eq16, eq17, eq18, mu1, theta, Vn1 } from "./claims.ts";
import { coupling, longitudinalForce, changeOfHopping, rotatingModel, transverseForce } from "./orbitals.ts";
import {
  amplitudes, antibondingAbove, antibondingAboveD, bohrMagneton, bondAngle, bondingAngle, bondingPerturbation, charge, connectionX, connectionY, correctionDefinition, currentLoop, curvature, flow, flowOfAllStates, halfSums, latticeValue, oneGap,
  oxygenHoppingValue, perturbation, planck, realStates, ringScale, squareOfOxygens, staticDensity, towardsTitanium, twoSpins,
} from "./premises.ts";
import { angleByLevel } from "./atomic.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- first-order states ------------------------------------------------------------------------------------------------------

/** iħ dA/dt = V e^{iΔt/ħ}: what adiabatic switching on leaves of the first-order amplitude. */
export const steady = (matrixElements: readonly Fact[], name: string): Derivation => lemma(`steady-amplitude-${name}`, "amplitude of ψ_aσ in steady rotation", [l.σ, l.j, l.t],
  satisfies(ex`A[σ, j, t]`, ex`-2*sin(θ[1])*Q*a_[j]*exp(i*(gap[j]/ħ - c*j*σ*ω)*t)/(gap[j] - c*j*σ*ħ*ω)`, {
    definition: "the oscillating solution of the Schrödinger equation to first order, iħ dA/dt = V e^{iΔt/ħ}", facts: matrixElements,
    equations: (A) => [eq`i*ħ*diff(${A}, t) = V[σ, j, t]*exp(i*gap[j]*t/ħ)`],
  }));
export const steadyModel = steady([coupling], "model");

const correctionLine = equals(ex`-sum(2*sin(θ[1])*Q*a_[1]*exp(i*(Δ/ħ - c*σ*ω)*t)/(Δ - c*σ*ħ*ω)*ψ[1, σ], σ, -1, 1)`, by.substituting(oneGap));
/** The chain takes V_{σ,n1} as printed, with its time factor. */
const steadyPrinted = steady([{ ...restated(Vn1, eq`V[σ, j, t] = 2*sin(θ[1])*Q*a_[j]*exp(-i*c*j*σ*ω*t)`, "V_{σ,n1} and V_{σ,n2} as printed, j = ±1"), forAll: [l.σ, l.j, l.t] }], "printed");
const correctionOf = (amplitude: Derivation) => [
  equals(ex`-sum(2*sin(θ[1])*Q*a_[1]*exp(i*(gap[1]/ħ - c*σ*ω)*t)/(gap[1] - c*σ*ħ*ω)*ψ[1, σ], σ, -1, 1)`, by.substituting(correctionDefinition, amplitude)),
  correctionLine,
] as const;
export const firstOrderState = [chain(eq12, from(ex`ψ1[t]`), ...correctionOf(steadyPrinted)), model(eq12, from(ex`ψ1[t]`), ...correctionOf(steadyModel))];

const amplitudeLine = equals(ex`1/2 - sin(θ[1])*cos(θ[1])*Q*a_[1]*exp(i*Δ*t/ħ)*(exp(-i*(c*ω*t - n*pi/2))/(Δ - c*ħ*ω) + exp(i*(c*ω*t - n*pi/2))/(Δ + c*ħ*ω))`, by.substituting(oneGap));
const amplitudeExpanded = approximates(ex`1/2 - sin(θ[1])*cos(θ[1])*Q*a_[1]*exp(i*Δ*t/ħ)/Δ^2*((Δ - c*ħ*ω)*exp(i*(c*ω*t - pi*n/2)) + (Δ + c*ħ*ω)*exp(-i*(c*ω*t - pi*n/2)))`,
  by.expanding({ weights: new Map([[l.ω, 1], [l.t, -1]]), through: 1 }));
const amplitudeOf = (amplitude: Derivation) => [
  equals(ex`1/2 - cos(θ[1])/2*sum(2*sin(θ[1])*Q*a_[1]*exp(i*(gap[1]/ħ - c*σ*ω)*t)/(gap[1] - c*σ*ħ*ω)*exp(i*n*σ*pi/2), σ, -1, 1)`, by.substituting(amplitudes, amplitude)),
  amplitudeLine, amplitudeExpanded,
] as const;
/** Eq. (12) with t in the exponent and V without its time factor is the amplitude; the components of ψ_aσ are those of Eq. (2). */
export const amplitudeOnOxygen = [chain(eq13, from(ex`c_[n, 1, t]`), ...amplitudeOf(steadyPrinted)), model(eq13, from(ex`c_[n, 1, t]`), ...amplitudeOf(steadyModel))];

// ---- current -----------------------------------------------------------------------------------------------------------------

export const bondCurrent = both(eq14, from(ex`I[n, n + 1, 1, t]`), equals(ex`-2*e*tOO/ħ*im(conj(c_[n, 1, t])*c_[n + 1, 1, t])`, by.definition(flow)));

/** Eq. (13) sets ħ = 1 and is written for c = +1; for either chirality its ω stands for cħω beside Δ. */
export const printedAmplitude = printedUnder(eq13, {
  as: eq`c_[n, 1, t] = 1/2 - 2*sin(θ[1])*Q*a_[1]*exp(i*Δ*t/ħ)/Δ^2*((Δ - c*ħ*ω)*exp(i*(c*ω*t - pi*n/2)) + (Δ + c*ħ*ω)*exp(-i*(c*ω*t - pi*n/2)))`,
  agrees: new Map([[l.ħ, ex`1`], [l.c, ex`1`]]), text: "Eq. (13) as printed, with ħ put back and ω read as cω where it stands beside Δ (the print has c = +1)",
});
/** "Similar analysis": the amplitudes enter c_n with the weight one that Eq. (13) has, also for ψ_n2. */
const printedWeight = { ...restated(eq13, eq`c_[n, j, t] = j^n/2 + sum(exp(i*n*σ*pi/2)*A[σ, j, t], σ, -1, 1)`, "the amplitude of ψ_aσ enters c_n with the weight one, as in Eq. (13)"), forAll: [l.n, l.j, l.t] };

export const averagedByGap = (amplitude: Derivation, name: string): Derivation => lemma(`averaged-current-${name}`, "averaged electron flow from each nonbonding state, on its own gap", [l.n, l.j],
  from(ex`average(I[n, n + 1, j, t], t)`),
  equals(ex`average(-2*e*tOO/ħ*im(conj(c_[n, j, t])*c_[n + 1, j, t]), t)`, by.definition(flow)),
  equals(ex`-2*e*tOO/ħ*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[j]^2*(1/(gap[j] - c*j*ħ*ω)^2 - 1/(gap[j] + c*j*ħ*ω)^2)`, by.averaging(amplitudes, amplitude)));
const averaged = lemma("averaged-current-one-gap", "averaged electron flow, with one gap for both nonbonding states", [l.n, l.j],
  from(ex`average(I[n, n + 1, j, t], t)`),
  equals(ex`-2*e*tOO/ħ*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[j]^2*(1/(Δ - c*j*ħ*ω)^2 - 1/(Δ + c*j*ħ*ω)^2)`, by.substituting(averagedByGap(steadyModel, "model"), oneGap)));
const slow = { weights: new Map([[l.ω, 1]]), through: 2 };
export const averageCurrent = [
  chain(eq15, from(ex`average(I[n, n + 1, 1, t], t)`), equals(ex`average(-2*e*tOO/ħ*im(conj(c_[n, 1, t])*c_[n + 1, 1, t]), t)`, by.substituting(printed(eq14))),
    equals(ex`-32*e*tOO*sin(θ[1])^2*Q^2*a_[1]^2*ω*c/Δ^3`, by.averaging(printedAmplitude))),
  model(eq15, from(ex`average(I[n, n + 1, 1, t], t)`), equals(ex`-2*e*tOO/ħ*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[1]^2*(1/(Δ - c*ħ*ω)^2 - 1/(Δ + c*ħ*ω)^2)`, by.substituting(averaged)),
    approximates(ex`-8*e*tOO*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[1]^2*ω*c/Δ^3`, by.expanding(slow))),
] as const;

// ---- moments -----------------------------------------------------------------------------------------------------------------

const area = lemma("area", "area of the square of oxygens", [], from(ex`S`), equals(ex`a^2/2`, by.definition(squareOfOxygens)));
export const ringMoment = lemma("ring-moment", "moment of the flow from each nonbonding state", [l.j], from(ex`mz[j]`),
  equals(ex`-a^2/2*average(I[n, n + 1, j, t], t)`, by.substituting(currentLoop, area)),
  equals(ex`a^2*e*tOO/ħ*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[j]^2*(1/(Δ - c*j*ħ*ω)^2 - 1/(Δ + c*j*ħ*ω)^2)`, by.substituting(averaged)));
export const momentN1 = [
  model(eq16, from(ex`mz[1]`), equals(ex`-a^2/2*average(I[n, n + 1, 1, t], t)`, by.substituting(currentLoop, area))),
  part(1, chain(eq16, from(ex`mz[1]`), equals(ex`8*e*a^2*tOO*sin(θ[1])^2*Q^2*a_[1]^2*ω*c/Δ^3`, by.substituting(printed(eq16), printed(eq15))))),
  part(1, model(eq16, from(ex`mz[1]`), equals(ex`a^2*e*tOO/ħ*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[1]^2*(1/(Δ - c*ħ*ω)^2 - 1/(Δ + c*ħ*ω)^2)`, by.substituting(ringMoment)),
    approximates(ex`4*e*a^2*tOO*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[1]^2*ω*c/Δ^3`, by.expanding(slow)))),
];
/** The printed law of Eq. (16) for the other state. */
const printedLoop = { ...restated(eq16, eq`mz[-1] = -a^2/4*average(I[n, n + 1, -1, t], t)`, "first equality of Eq. (16) as printed, for ψ_n2"), forAll: [l.n] };
export const momentN2 = [
  chain(eq17, from(ex`mz[-1]`), equals(ex`-a^2/4*average(-2*e*tOO/ħ*im(conj(c_[n, -1, t])*c_[n + 1, -1, t]), t)`, by.substituting(printedLoop, flow)),
    equals(ex`-2*e*a^2*tOO/ħ*sin(θ[1])^2*Q^2*a_[-1]^2*(1/(Δ - c*ħ*ω)^2 - 1/(Δ + c*ħ*ω)^2)`, by.averaging(printedWeight, steadyPrinted, oneGap)),
    approximates(ex`-8*e*a^2*tOO*sin(θ[1])^2*Q^2*a_[-1]^2*ω*c/Δ^3`, by.expanding(slow))),
  model(eq17, from(ex`mz[-1]`), equals(ex`-a^2*e*tOO/ħ*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[-1]^2*(1/(Δ - c*ħ*ω)^2 - 1/(Δ + c*ħ*ω)^2)`, by.substituting(ringMoment)),
    approximates(ex`-4*e*a^2*tOO*sin(θ[1])^2*cos(θ[1])^2*Q^2*a_[-1]^2*ω*c/Δ^3`, by.expanding(slow))),
];
const peak = premise("peak", eq`Q = Q0`, { kind: "definition", where: "Sec. II.2", text: "the amplitude of the rotation is that at the pulse maximum" });
export const totalMoment = [
  chain(eq18, from(ex`mzia`), equals(ex`2*(mz[1] + mz[-1])`, by.definition(twoSpins)),
    equals(ex`-32*μ1*c*ħ*ω*sin(θ[1])^2*Q0^2*(a_[1]^2 + a_[-1]^2)/Δ^3`, by.substituting({ ...printed(eq16, 1) }, printed(eq17), ringScale, peak))),
  model(eq18, from(ex`mzia`),
    equals(ex`-4*μ1*sin(θ[1])^2*cos(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)*(1/(Δ - c*ħ*ω)^2 - 1/(Δ + c*ħ*ω)^2)`, by.substituting(twoSpins, ringMoment, ringScale, peak)),
    approximates(ex`-16*μ1*c*ħ*ω*sin(θ[1])^2*cos(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/Δ^3`, by.expanding(slow))),
] as const;

// ---- the bonding states --------------------------------------------------------------------------------------------------------

const bondingCoupling = lemma("coupling-bonding", "matrix elements of the perturbation with the bonding states", [l.σ, l.j, l.t], from(ex`Vb[σ, j, t]`),
  equals(ex`2*sin(θ[-1])*Q*(al + j*at)/2*exp(-i*c*j*σ*ω*t)`, by.definition(bondingPerturbation, rotatingModel, halfSums)),
  equals(ex`2*sin(θ[-1])*Q*a_[j]*exp(-i*c*j*σ*ω*t)`, by.definition(halfSums)));
/**
 * iħ dP_ab/dt = (E_a − E_b) P_ab − Σ_j P_an V_nb, where P_an is the first-order amplitude with its phase. Transitions between filled states are
 * blocked, so nothing else enters; the part with σ = σ′ is static.
 */
const coherence = lemma("coherence", "static coherence of ψ_aσ and ψ_bσ", [l.σ],
  satisfies(ex`Pab[σ]`, ex`-4*Q^2*sin(θ[1])*sin(θ[-1])/(E[1] - E[-1])*(a_[1]^2/(gap[1] - c*σ*ħ*ω) + a_[-1]^2/(gap[-1] + c*σ*ħ*ω))`, {
    definition: "the static solution of the equation of motion of the density matrix to second order", facts: [steadyModel, bondingCoupling],
    equations: (P) => [eq`(E[1] - E[-1])*${P} = sum(A[σ, j, t]*exp(-i*gap[j]*t/ħ)*conj(Vb[σ, j, t]), j, -1, 1)`],
  }));
/** What the filled bonding pair adds to Eq. (18): the factor 1 + Δ/(E_a − E_b), close to 2 when sin θ_a is close to 1. */
const withBonding = under("bonding pair", "the coherence of the filled bonding states with ψ_aσ, which Eqs. (12) to (18) leave out, is kept", model(eq18, from(ex`mzia`),
  equals(ex`-4*μ1*sin(θ[1])^2*cos(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)*(1/(Δ - c*ħ*ω)^2 - 1/(Δ + c*ħ*ω)^2 + 1/(E[1] - E[-1])*2*(1/(Δ - c*ħ*ω) - 1/(Δ + c*ħ*ω)))`,
    by.substituting(flowOfAllStates, ringMoment, coherence, bondingAngle, area, ringScale, peak, oneGap)),
  approximates(ex`-16*μ1*c*ħ*ω*sin(θ[1])^2*cos(θ[1])^2*Q0^2*(a_[1]^2 - a_[-1]^2)/Δ^3*(1 + Δ/(E[1] - E[-1]))`, by.expanding(slow))));

export const scaleOfRing = [
  ...both(mu1, from(ex`μ1`), equals(ex`-e*a^2*tOO/(2*ħ)`, by.definition(ringScale))),
  ...both(mu1, from(ex`μ1`), equals(ex`-e*a^2*tOO/(2*ħ)`, by.definition(ringScale)), evaluates(charge, latticeValue, oxygenHoppingValue, planck, bohrMagneton)).map((d) => part(1, d)),
];

// ---- geometry ----------------------------------------------------------------------------------------------------------------

export const berryCurvature = both(berryDef, from(ex`Ωxy`), equals(ex`2*im(conj(diff(f(Qx, Qy) + i*g(Qx, Qy), Qy))*diff(f(Qx, Qy) + i*g(Qx, Qy), Qx))`, by.definition(curvature, connectionX, connectionY)));
export const vanishingCurvature = both(berryClaim, from(ex`Ωxy`), equals(ex`0`, by.definition(curvature, connectionX, connectionY, realStates)));

/** Oxygen 4 against oxygen 2, to first order in the displacement. */
const difference4 = ex`ρ[4] - ρ[2]`;
const [, changeModel] = changeOfHopping;
const firstOrder = { weights: new Map([[l.Q, 1]]), through: 1 };
const densityLine = (facts: readonly Fact[]) => approximates(ex`8*cos(θ[1])*sin(θ[1])*Q*(al + at)/2/gap[1] + 8*cos(θ[1])*sin(θ[1])*Q*(al - at)/2/gap[-1]`, by.expanding(firstOrder, staticDensity, perturbation, changeModel, bondAngle, towardsTitanium, ...facts));
const positivePlus = premise("positive-a_+", { kind: "positive", term: ex`a_[1]` }, { kind: "convention", where: "below Eq. (11)", text: "a₊ > 0 as printed (13 eV/nm)" });
const positiveMinus = premise("positive-a_-", { kind: "positive", term: ex`a_[-1]` }, { kind: "convention", where: "below Eq. (11)", text: "a₋ > 0 as printed (7 eV/nm)" });
export const densities = [
  chain(densityClaim, from(difference4), densityLine([]), equals(ex`8*Q*sqrt(2)*tTiO/(Ed - E[1])/(1 + 2*tTiO^2/(Ed - E[1])^2)*(a_[1]/Δ + a_[-1]/Δ)`, by.substituting(printed(theta), halfSums, oneGap, antibondingAboveD, positivePlus, positiveMinus))),
  model(densityClaim, from(difference4), densityLine([]), equals(ex`8*Q*2*tTiO*E[1]/(E[1]^2 + 4*tTiO^2)*(-5*tTiO/(4*rTiO)/gap[1] - 9*tTiO/(4*rTiO)/gap[-1])`, by.substituting(angleByLevel, longitudinalForce, transverseForce, antibondingAbove))),
];

export const ring: readonly Derivation[] = [
  ...firstOrderState, ...amplitudeOnOxygen, ...bondCurrent, ...averageCurrent, ...momentN1, ...momentN2, ...totalMoment, withBonding, ...scaleOfRing, ...berryCurvature, ...vanishingCurvature, ...densities,
];
