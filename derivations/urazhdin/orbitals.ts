/**
 * # Sec. II.1: orbitals, levels, perturbation
 *
 * The 6 × 6 Hamiltonian of d₊, d₋, p₁ … p₄ from two-centre integrals, its eigenvectors, and its change under a displacement of the oxygens.
 */
import { both, by, chain, equals, from, lemma, linearCombination, model, part, premise, printed, satisfies, substitute, whole, type Derivation, type Equation, type Expr } from "../../symbolic/index.ts";
import { aDominance, apm, atDefinition, dSigma, En12, eq1, eq2, eq3, eq4, eq5, eq6, Kramers, QVec, SKdxz, theta, tTiOSign, Vn1, Vn2, Vsym } from "./claims.ts";
import {
  awayFromTitanium, bondAngle, bondLength, firstOrderInQ, gapDefinition, gauge, halfSums, hoppingDefinition, longitudinal, perturbation, positions, positiveTransverse, printedPhases,
  rotation, slaterKosterXz, slaterKosterYz, slopeX, slopeY, transverse, turnedSlopeX, turnedSlopeY,
} from "./premises.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const twoCentre = [slaterKosterXz, slaterKosterYz, bondLength] as const;
/** ⟨p_z(x, y)|H|d_σ⟩ = −V_pdπ(r)(x + iσy)/√2 r everywhere, and its slopes. */
export const hoppingEverywhere = lemma("hopping-everywhere", "hopping to p_z at (x, y)", [l.σ, l.x, l.y], from(ex`T(σ, x, y)`),
  equals(ex`-Vpdπ*rTiO^(7/2)*(x + i*σ*y)/(sqrt(2)*sqrt(x^2 + y^2)^(9/2))`, by.definition(gauge, ...twoCentre, awayFromTitanium)));
const slope = (along: "x" | "y"): Derivation => lemma(`slope-of-hopping-${along}`, `derivative of the hopping by ${along}`, [l.σ, l.x, l.y], from(along === "x" ? ex`Tx(σ, x, y)` : ex`Ty(σ, x, y)`),
  equals(along === "x"
    ? ex`-Vpdπ*rTiO^(7/2)/sqrt(2)*(1/sqrt(x^2 + y^2)^(9/2) - 9/2*(x + i*σ*y)*x/sqrt(x^2 + y^2)^(13/2))`
    : ex`-Vpdπ*rTiO^(7/2)/sqrt(2)*(i*σ/sqrt(x^2 + y^2)^(9/2) - 9/2*(x + i*σ*y)*y/sqrt(x^2 + y^2)^(13/2))`,
  by.definition(along === "x" ? slopeX : slopeY, hoppingEverywhere, awayFromTitanium)));
export const slopes = [slope("x"), slope("y")] as const;

// ---- orbitals ----------------------------------------------------------------------------------------------------------------

export const displacementAngle = both(QVec, from(ex`Q*cos(φ[t])`), equals(ex`Q*cos(ω*t)`, by.definition(rotation)));
export const displacementAngleY = both(QVec, from(ex`Q*sin(φ[t])`), equals(ex`Q*c*sin(ω*t)`, by.definition(rotation))).map((d) => part(1, d));

export const hybridisation = [
  ...both(SKdxz, from(ex`hxz(rTiO, 0)`), equals(ex`-Vpdπ`, by.definition(...twoCentre))),
  ...both(SKdxz, from(ex`hxz(0, rTiO)`), equals(ex`0`, by.definition(...twoCentre))).map((d) => part(1, d)),
  ...both(SKdxz, from(ex`diff(hxz(x, rTiO), x)`), equals(ex`diff(-Vpdπ*(rTiO/sqrt(x^2 + rTiO^2))^(7/2)*x/sqrt(x^2 + rTiO^2), x)`, by.definition(...twoCentre))).map((d) => part(2, d)),
];

export const timeReversal = both(Kramers, from(ex`conj(d[σ])`), equals(ex`-(σ*dxz - i*dyz)/sqrt(2)`, by.substituting(printed(dSigma))), equals(ex`-d[-σ]`, by.substituting(printed(dSigma))));

/** With its printed phases the sign of ⟨d_σ|H|p_4⟩ is that of σ. */
export const signOfHopping = both(tTiOSign, from(ex`0 - conj(Tprinted(σ, rTiO, 0))`), equals(ex`-σ*Vpdπ/sqrt(2)`, by.definition(printedPhases, ...twoCentre)));

/** t_{Ti-O} = −V_pdπ/√2, the same for both σ in the phases of the model. */
export const hoppingValue = lemma("hopping-value", "t_{Ti-O} from the two-centre integral", [], from(ex`tTiO`), equals(ex`-Vpdπ/sqrt(2)`, by.definition(hoppingDefinition, hoppingEverywhere)));
export const phaseOfHopping = lemma("phase-of-hopping", "phase of the hopping to oxygen n", [l.n, l.σ], from(ex`hop[n, σ]`), equals(ex`tTiO*exp(i*σ*n*pi/2)`, by.definition(positions, hoppingDefinition, hoppingEverywhere)));

// ---- levels ------------------------------------------------------------------------------------------------------------------

/** Components of a state on p₁ … p₄, d₊, d₋. */
interface Components { readonly p: (n: number) => Expr; readonly d: (σ: number) => Expr }
const components = (state: Expr): Components => {
  const basis = [...[1, 2, 3, 4].map((n) => ex`p[${whole(n)}]`), ...[1, -1].map((σ) => ex`d[${whole(σ)}]`)];
  const list = linearCombination(state, basis);
  const at = (k: number): Expr => list[k] ?? ex`0`;
  return { p: (n) => at((((n - 1) % 4) + 4) % 4), d: (σ) => at(σ > 0 ? 4 : 5) };
};

/** H v = E v component by component, and v†v = 1. */
const eigenvector = (state: Expr, energy: Expr): readonly Equation[] => {
  const v = components(state);
  const hop = (n: number, σ: number): Expr => ex`hop[${whole(n)}, ${whole(σ)}]`;
  return [
    ...[1, 2, 3, 4].map((n) => eq`tOO*(${v.p(n + 1)} + ${v.p(n - 1)}) + ${hop(n, 1)}*${v.d(1)} + ${hop(n, -1)}*${v.d(-1)} = ${energy}*${v.p(n)}`),
    ...[1, -1].map((σ) => eq`conj(${hop(1, σ)})*${v.p(1)} + conj(${hop(2, σ)})*${v.p(2)} + conj(${hop(3, σ)})*${v.p(3)} + conj(${hop(4, σ)})*${v.p(4)} + Ed*${v.d(σ)} = ${energy}*${v.d(σ)}`),
    eq`abs(${v.p(1)})^2 + abs(${v.p(2)})^2 + abs(${v.p(3)})^2 + abs(${v.p(4)})^2 + abs(${v.d(1)})^2 + abs(${v.d(-1)})^2 = 1`,
  ];
};

const nonbonding = (j: 1 | -1): readonly Derivation[] =>
  both(eq1, satisfies(ex`ψn[${whole(j)}]`, ex`1/2*sum(${whole(j)}^n*p[n], n, 1, 4)`, {
    definition: `the normalised eigenvector of the Hamiltonian with the energy ${j > 0 ? "" : "−"}2t_{O-O}, real on the oxygens and positive on oxygen 4`, facts: [phaseOfHopping],
    equations: (state) => eigenvector(state, ex`2*${whole(j)}*tOO`),
  }));
export const nonbondingStates = [...nonbonding(1), ...nonbonding(-1).map((d) => part(1, d))];

/** ⟨ψ_nj|H|ψ_nj⟩ with ψ_nj = ½ Σ jⁿ p_n. */
const expectation = premise("expectation", eq`En[j] = sum(j^n/2*tOO*(j^(n + 1)/2 + j^(n - 1)/2), n, 1, 4)`, { kind: "definition", where: "below Eq. (1)", text: "E_n is the expectation value of the Hamiltonian in the nonbonding eigenstate ½ Σ jⁿ p_n", forAll: [l.j] });
export const nonbondingEnergies = both(En12, from(ex`En[s]`), equals(ex`s*2*tOO`, by.definition(expectation)));
export const upperNonbonding = lemma("upper-nonbonding", "energy of ψ_n2", [], from(ex`En[-1]`), equals(ex`-2*tOO`, by.definition(expectation)));

/** Coupling of d_σ to the ring state ½ Σ e^{inσπ/2} p_n, whose own energy t_{O-O}·2 cos(π/2) vanishes. */
const ringCoupling = ex`sum(conj(hop[n, σ])*exp(i*n*σ*pi/2)/2, n, 1, 4)`;
const ringEnergy = ex`sum(exp(-i*n*σ*pi/2)/2*tOO*(exp(i*(n + 1)*σ*pi/2) + exp(i*(n - 1)*σ*pi/2))/2, n, 1, 4)`;
const level = satisfies(ex`E[s]`, ex`Ed/2 + s*sqrt(Ed^2/4 + 4*tTiO^2)`, {
  definition: "E_s, s = ±1: upper and lower root of det(H − E) = 0 for d_σ and the ring state ½ Σ e^{inσπ/2} p_n", facts: [phaseOfHopping],
  equations: (E) => [eq`(${ringEnergy} - ${E})*(Ed - ${E}) = abs(${ringCoupling})^2`],
});
export const bondingEnergies = both(eq3, level);
const [, bondingEnergy] = bondingEnergies;

const mixing = satisfies(ex`θ[s]`, ex`atan(2*tTiO/(E[s] - Ed))`, {
  definition: "θ_s: the angle for which the state of Eq. (2) is the eigenvector of energy E_s, from its component on d_σ", facts: [phaseOfHopping],
  equations: (θ) => [eq`${ringCoupling}*cos(${θ}) + Ed*sin(${θ}) = E[s]*sin(${θ})`],
});
export const mixingAngles = both(theta, mixing);
const [, mixingAngle] = mixingAngles;

export const bondingStates = both(eq2, satisfies(ex`ψ[s, σ]`, ex`cos(θ[s])/2*sum(exp(i*n*σ*pi/2)*p[n], n, 1, 4) + sin(θ[s])*d[σ]`, {
  definition: "the normalised eigenvector of energy E_s that gains the phase e^{iσπ/2} under a quarter turn", facts: [phaseOfHopping, mixingAngle, bondingEnergy],
  equations: (state) => [1, -1].flatMap((σ) => eigenvector(substitute(state, new Map([[l.σ, whole(σ)]])), ex`E[s]`)),
}));

export const gapOfModel = [
  chain(eq4, from(ex`Δ`), equals(ex`Ed/2 + sqrt(Ed^2/4 + 2*tTiO^2) + 2*tOO`, by.substituting(gapDefinition, printed(eq3), printed(En12)))),
  model(eq4, from(ex`Δ`), equals(ex`Ed/2 + sqrt(Ed^2/4 + 4*tTiO^2) + 2*tOO`, by.substituting(gapDefinition, bondingEnergy, upperNonbonding))),
];

// ---- displacement ------------------------------------------------------------------------------------------------------------

export const longitudinalForce = lemma("longitudinal-force", "a_l from the two-centre integral", [], from(ex`al`), equals(ex`-7*tTiO/(2*rTiO)`, by.definition(longitudinal, ...slopes, hoppingDefinition, hoppingEverywhere)));
export const transverseForce = lemma("transverse-force", "a_t from the two-centre integral", [], from(ex`at`), equals(ex`tTiO/rTiO`, by.definition(transverse, ...slopes, hoppingDefinition, hoppingEverywhere)));

/** By Fig. 2(b): a displacement normal to the bond turns the bond and with it the phase of ⟨p_n|H|d_σ⟩ ∝ e^{iσφ}. */
export const transverseSign = [
  ...both(atDefinition, from(ex`at`), equals(ex`tTiO/rTiO`, by.definition(transverseForce))),
  ...both(atDefinition, from(ex`at - 0`), equals(ex`tTiO/rTiO`, by.definition(transverseForce))).map((d) => part(1, d)),
];

export const changeOfHopping = both(eq5,
  from(ex`δt[n, σ, t]`),
  equals(ex`Q*(cos(φ[t])*Tx(σ, rTiO*cos(n*pi/2), rTiO*sin(n*pi/2)) + sin(φ[t])*Ty(σ, rTiO*cos(n*pi/2), rTiO*sin(n*pi/2)))`, by.definition(firstOrderInQ)),
  equals(ex`Q*exp(i*σ*n*pi/2)*(al*cos(ξ[n, t]) + i*σ*at*sin(ξ[n, t]))`, by.definition(longitudinal, transverse, ...slopes, bondAngle)),
);
const [, changeModel] = changeOfHopping;

const rotatingLines = [
  equals(ex`Q*exp(i*σ*n*pi/2)*((al + at)/2*exp(i*σ*(c*ω*t - n*pi/2)) + (al - at)/2*exp(-i*σ*(c*ω*t - n*pi/2)))`, by.substituting(changeModel, bondAngle, rotation)),
  equals(ex`Q*a_[1]*exp(i*c*σ*ω*t) + (-1)^n*Q*a_[-1]*exp(-i*c*σ*ω*t)`, by.definition(halfSums)),
] as const;
export const rotatingModel = model(eq6, from(ex`δt[n, σ, t]`), ...rotatingLines);
export const rotatingHopping = [
  chain(eq6, from(ex`δt[n, σ, t]`), equals(ex`Q*exp(i*σ*n*pi/2)*(al*cos(c*ω*t - n*pi/2) + i*σ*at*sin(c*ω*t - n*pi/2))`, by.substituting(printed(eq5), bondAngle, rotation)), equals(ex`Q*a_[1]*exp(i*c*σ*ω*t) + (-1)^n*Q*a_[-1]*exp(-i*c*σ*ω*t)`, by.definition(halfSums))),
  rotatingModel,
];

/** For both nonbonding states at once: V_{σ,j} = 2 sin θ_a Q a_j e^{−icjσωt}. */
export const coupling = lemma("coupling", "matrix elements of the perturbation", [l.σ, l.j, l.t], from(ex`V[σ, j, t]`),
  equals(ex`2*sin(θ[1])*Q*(al + j*at)/2*exp(-i*c*j*σ*ω*t)`, by.definition(perturbation, rotatingModel, halfSums)),
  equals(ex`2*sin(θ[1])*Q*a_[j]*exp(-i*c*j*σ*ω*t)`, by.definition(halfSums)));
export const couplingN1 = [
  chain(Vn1, from(ex`V[σ, 1, t]`), equals(ex`2*sin(θ[1])*Q*a_[1]*exp(-i*c*σ*ω*t)`, by.substituting(perturbation, printed(eq6)))),
  model(Vn1, from(ex`V[σ, 1, t]`), equals(ex`2*sin(θ[1])*Q*a_[1]*exp(-i*c*σ*ω*t)`, by.substituting(coupling))),
];
export const couplingN2 = [
  chain(Vn2, from(ex`V[σ, -1, t]`), equals(ex`2*sin(θ[1])*Q*a_[-1]*exp(i*c*σ*ω*t)`, by.substituting(perturbation, printed(eq6)))),
  model(Vn2, from(ex`V[σ, -1, t]`), equals(ex`2*sin(θ[1])*Q*a_[-1]*exp(i*c*σ*ω*t)`, by.substituting(coupling))),
];
/** The same for any a_l and a_t: special values of them exclude the two-centre integrals, which fix a_l/a_t = −7/2. */
export const freeCoupling = lemma("coupling-any-forces", "matrix elements of the perturbation for any a_l and a_t", [l.σ, l.j, l.t], from(ex`V[σ, j, t]`),
  equals(ex`2*sin(θ[1])*Q*(al + j*at)/2*exp(-i*c*j*σ*ω*t)`, by.definition(perturbation, firstOrderInQ, turnedSlopeX, turnedSlopeY, rotation)),
  equals(ex`2*sin(θ[1])*Q*a_[j]*exp(-i*c*j*σ*ω*t)`, by.definition(halfSums)));
const equalForces = premise("equal-forces", eq`a_[-1] = a_[1]`, { kind: "model", where: "Sec. II.2", text: "the case a₊ = a₋" });
export const symmetry = [
  chain(Vsym, from(ex`V[σ, -1, t]`), equals(ex`V[-σ, 1, t]`, by.substituting(printed(Vn1), printed(Vn2), equalForces))),
  model(Vsym, from(ex`V[σ, -1, t]`), equals(ex`V[-σ, 1, t]`, by.substituting(freeCoupling, equalForces))),
];

export const halfSumIdentity = [
  ...both(apm, from(ex`a_[s]`), equals(ex`(al + s*at)/2`, by.definition(halfSums))),
  ...both(apm, from(ex`a_[1]^2 - a_[-1]^2`), equals(ex`al*at`, by.definition(halfSums))).map((d) => part(1, d)),
];

export const dominance = [
  chain(aDominance, from(ex`a_[1] - a_[-1]`), equals(ex`at`, by.definition(halfSums, positiveTransverse))),
  model(aDominance, from(ex`a_[1] - a_[-1]`), equals(ex`tTiO/rTiO`, by.definition(halfSums, transverseForce))),
];

export const orbitals: readonly Derivation[] = [
  ...displacementAngle, ...displacementAngleY, ...hybridisation, ...timeReversal, ...signOfHopping, ...nonbondingStates, ...nonbondingEnergies, ...bondingEnergies, ...mixingAngles, ...bondingStates, ...gapOfModel,
  ...transverseSign, ...changeOfHopping, ...rotatingHopping, ...couplingN1, ...couplingN2, ...symmetry, ...halfSumIdentity, ...dominance,
];
