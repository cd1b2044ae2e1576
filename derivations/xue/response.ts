/**
 * # From the Zeeman energy to Eq. (4)
 *
 * −B·m is the part of the electronic energy that is bilinear in the displacement and linear in A. With real fields u e^{−iωt} + c.c. it has a term for each A_k u_{k₁} u*_{k₂};
 * the derivative by q₀ of its coefficient, contracted with both ε, is 8ωλ. In the Hermitian limit the coefficient is the response of ∂H/∂A alone, that is θ¹ of both orderings of the
 * phonons and θ³ of both; θ² is the same triangle as θ¹ once more. Everything is for the component i of u × du/dt and j of the field, with i, i₁, i₂ and j, j₁, j₂ cyclic.
 */
import { both, by, chain, equals, from, model, part, premise, printed, satisfies, under, type Derivation, type Expr, type Fact, type Premise, type Start, type Step } from "../../symbolic/index.ts";
import { circular, eq1, eq4, indicesOfLambda, secondTerms, vectorPotential, waveVectors, zeeman } from "./generalClaims.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- symmetric terms of Eq. (2) ------------------------------------------------------------------------------------------------

const equalPartials = (id: string, says: ReturnType<typeof eq>): Premise => premise(id, says, { kind: "definition", where: "below Eq. (2)", text: "half a second derivative by displacements of one site; the order of derivatives does not matter" });
const symmetric = [
  ...both(secondTerms, from(ex`Fuu[1, 2] - Fuu[2, 1]`), equals(ex`0`, by.definition(equalPartials("second-derivatives", eq`Fuu[2, 1] = Fuu[1, 2]`)))),
  ...both(secondTerms, from(ex`Fuuk[1, 2] - Fuuk[2, 1]`), equals(ex`0`, by.definition(equalPartials("second-derivatives-of-velocity", eq`Fuuk[2, 1] = Fuuk[1, 2]`)))).map((d) => part(1, d)),
];

// ---- displacement and field --------------------------------------------------------------------------------------------------

const below = "below Eq. (2)";
const mode = (axis: string, says: ReturnType<typeof eq>): Premise => premise(`displacement-${axis}`, says, { kind: "model", where: below, text: "one mode, u(t) = u e^{−iωt} + c.c. at q·r = 0", forAll: [l.t] });
const displacement = [mode("1", eq`X(t) = u[1]*exp(-i*ω*t) + conj(u[1])*exp(i*ω*t)`), mode("2", eq`Y(t) = u[2]*exp(-i*ω*t) + conj(u[2])*exp(i*ω*t)`)];
const turning = premise("turning", eq`Si = X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t)`, { kind: "definition", where: below, text: "the component i of u × du/dt", forAll: [l.t] });
const circles = both(circular, from(ex`Si`), equals(ex`2*i*ω*(u[1]*conj(u[2]) - u[2]*conj(u[1]))`, by.substituting(turning, ...displacement)));

const wave = ex`exp(i*(q0[1]*x + q0[2]*y + q0[3]*z))`;
const field = premise("curl", eq`Bj = diff(A0[2]*${wave}, x = 0) - diff(A0[1]*${wave}, y = 0)`, { kind: "definition", where: below, text: "B = ∇ × A for A e^{iq₀·r}, its amplitude at r = 0" });
const origin = (["x", "y", "z"] as const).map((axis) => premise(`origin-${axis}`, { left: axis === "x" ? ex`x` : axis === "y" ? ex`y` : ex`z`, right: ex`0` }, { kind: "definition", where: below, text: "the amplitude is taken at r = 0" }));
const curl = both(vectorPotential, from(ex`Bj`), equals(ex`i*(q0[1]*A0[2] - q0[2]*A0[1])`, by.substituting(field, ...origin)));

const balanced = [ex`q0[α] + (q[α] + (-q[α] - q0[α]))`, ex`q[α] + (-q[α] - q0[α]) + q0[α]`, ex`q[α] + q0[α] + (-q[α] - q0[α])`].flatMap((start, k) =>
  both(waveVectors, from(start), equals(ex`0`, by.algebra())).map((d) => part(k, d)));

// ---- Eq. (4) -----------------------------------------------------------------------------------------------------------------

const energy = premise("energy-response", eq`W = θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω)`, {
  kind: "model", where: "above Eq. (4)", text: "Hermitian limit: the derivative of the energy by A is the response of ∂H/∂A = v + F_{,k}u, so θ¹ and θ³, each with both orderings of the two phonons; θ² is the derivative by u of the same energy",
});
/** λ_ij from the part of the energy that is antisymmetric in l, k = j₁, j₂ and in k₁, k₂ = i₁, i₂: one quarter of its contraction with both ε, times q₀ × A and u × u*. */
const ofEnergy = (formula: Expr, ...facts: readonly Fact[]): Start => satisfies(ex`λij`, formula, {
  definition: "λ_ij: −B_j λ_ij (u × du/dt)_i is the energy that is bilinear in u and u* and linear in A, antisymmetrised: of all components of B and of u × du/dt these alone have q_{0l}A_k and u_{k₁}u*_{k₂} with l, k = j₁, j₂ and k₁, k₂ = i₁, i₂",
  facts, equations: (λ) => [eq`1/4*W*(q0[1]*A0[2] - q0[2]*A0[1])*(u[1]*conj(u[2]) - u[2]*conj(u[1])) = -Bj*${λ}*Si`],
});
const [, derivedTurn] = circles;
/** B_j = i(q₀ × A)_j from the curl. */
export const [, derivedField] = curl;
export const normalised = model(eq4, ofEnergy(ex`W/(8*ω)`, derivedTurn, derivedField), equals(ex`1/(8*ω)*(θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω))`, by.substituting(energy)));
/** What the print would be for a coupling without magnetic part, θ² = θ¹ and a response linear in ω. */
const staticOnly = [
  premise("no-magnetic-coupling", eq`θ3(ω) = 0`, { kind: "convention", where: "Eq. (4)", text: "the coupling does not depend on the wave vector: θ³ = 0", forAll: [l.ω] }),
  premise("no-magnetic-coupling-minus", eq`θ3m(ω) = 0`, { kind: "convention", where: "Eq. (4)", text: "the coupling does not depend on the wave vector: θ³ = 0", forAll: [l.ω] }),
];
const bothOrderings = premise("energy-of-whole-responses", eq`W = 1/2*(θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω))`, { kind: "convention", where: "Eq. (3)", text: "each response with both orderings of the two phonons, as ρ₂ has them: either of θ¹(ω) and θ¹(−ω) is the whole, and their mean is centred at q" });
const halfTurn = premise("half-turn", eq`Si = i*ω*(u[1]*conj(u[2]) - u[2]*conj(u[1]))`, { kind: "convention", where: below, text: "u × du/dt counted as iω u × u*" });

/** Which index of λ goes with the field: for B along x and u × du/dt along y. */
const oneField = [eq`B[2] = 0`, eq`B[3] = 0`].map((says, k) => premise(`field-${k + 2}`, says, { kind: "definition", where: "Eq. (1)", text: "a field along x" }));
const oneMotion = [eq`S[1] = 0`, eq`S[3] = 0`].map((says, k) => premise(`motion-${2 * k + 1}`, says, { kind: "definition", where: "Eq. (1)", text: "a motion about y" }));
const moment = premise("moment", eq`m[α] = sum(λ[α, β]*S[β], β, 1, 3)`, { kind: "model", where: "Eq. (1)", text: "definition of λ: m_i = λ_ij (u × du/dt)_j", forAll: [l.α] });
const momentTransposed = premise("moment-transposed", eq`m[α] = sum(λ[β, α]*S[β], β, 1, 3)`, { kind: "convention", where: "Eq. (1)", text: "λ defined with the other order of its indices, m_j = λ_ij (u × du/dt)_i", forAll: [l.α] });
const zeemanEnergy = premise("zeeman", eq`HZ = -sum(B[α]*m[α], α, 1, 3)`, { kind: "model", where: "above Eq. (1)", text: "definition of the moment: the Zeeman energy is −B·m" });
const sums = [ex`-(B[1]*m[1] + B[2]*m[2] + B[3]*m[3])`, ex`-B[1]*(λ[1, 1]*S[1] + λ[1, 2]*S[2] + λ[1, 3]*S[3])`, ex`-B[1]*(λ[1, 1]*S[1] + λ[2, 1]*S[2] + λ[3, 1]*S[3])`] as const;
const zeemanLines = (energy: Fact, moment: Fact, sum: Expr, result: Expr): readonly Step[] => [equals(sums[0], by.substituting(energy)), equals(sum, by.substituting(moment, ...oneField)), equals(result, by.substituting(...oneMotion))];
const indices = [
  chain(indicesOfLambda, from(ex`HZ`), ...zeemanLines(printed(zeeman), printed(eq1), sums[1], ex`-B[1]*λ[1, 2]*S[2]`)),
  model(indicesOfLambda, from(ex`HZ`), ...zeemanLines(zeemanEnergy, moment, sums[1], ex`-B[1]*λ[1, 2]*S[2]`)),
  under("transposed λ", "Eq. (1) with the indices of Eqs. (4) and (7), m_j = λ_ij (u × du/dt)_i", model(indicesOfLambda, from(ex`HZ`), ...zeemanLines(zeemanEnergy, momentTransposed, sums[2], ex`-B[1]*λ[2, 1]*S[2]`))),
];

export const response: readonly Derivation[] = [
  ...symmetric, ...circles, ...curl, ...balanced, ...indices, normalised,
  chain(eq4, ofEnergy(ex`W/(8*ω)`, derivedTurn, printed(vectorPotential)), equals(ex`1/(8*ω)*(θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω))`, by.substituting(energy))),
  under("u × du/dt = u × u*", "the replacement below Eq. (2) read as an equation: no frequency is left for the derivative to supply, and λ gets the dimension of an energy", chain(eq4, ofEnergy(ex`i/4*W`, printed(circular), printed(vectorPotential)), equals(ex`i/4*(θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω))`, by.substituting(energy)))),
  under("both orderings in each θ", "each response of Eq. (3) with both orderings of the phonons, so that Eq. (4) counts everything once more", model(eq4, ofEnergy(ex`W/(8*ω)`, derivedTurn, derivedField), equals(ex`1/(16*ω)*(θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω))`, by.substituting(bothOrderings)))),
  under("u × du/dt counted as iω u × u*", "half of what a real displacement has; without θ³ and for ω → 0 the print then has the part of θ¹ alone twice, once as θ²",
    model(eq4, ofEnergy(ex`W/(4*ω)`, halfTurn, derivedField), equals(ex`1/(4*ω)*(θ1(ω) - θ1m(-ω))`, by.substituting(energy, ...staticOnly)))),
];
