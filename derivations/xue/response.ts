/**
 * # From the Zeeman energy to Eq. (4)
 *
 * −B·m is the part of the electronic energy that is bilinear in the displacement and linear in A. With real fields u e^{−iωt} + c.c. it has a term for each A_k u_{k₁} u*_{k₂};
 * the derivative by q₀ of its coefficient, contracted with both ε, is 8ωλ. In the Hermitian limit the coefficient is the response of ∂H/∂A alone, that is θ¹ of both orderings of the
 * phonons and θ³ of both; θ² is the same triangle as θ¹ once more.
 */
import { both, by, equals, from, model, part, premise, satisfies, under, type Derivation, type Premise } from "../../symbolic/index.ts";
import { circular, eq4, secondTerms, waveVectors, vectorPotential } from "./generalClaims.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- symmetric terms of Eq. (2) ------------------------------------------------------------------------------------------------

const equalPartials = (id: string, says: ReturnType<typeof eq>): Premise => premise(id, says, { kind: "definition", where: "below Eq. (2)", text: "half a second derivative by displacements of one site; the order of derivatives does not matter" });
const symmetric = [
  ...both(secondTerms, from(ex`Fuu[1, 2] - Fuu[2, 1]`), equals(ex`0`, by.definition(equalPartials("second-derivatives", eq`Fuu[2, 1] = Fuu[1, 2]`)))),
  ...both(secondTerms, from(ex`Fuuk[1, 2] - Fuuk[2, 1]`), equals(ex`0`, by.definition(equalPartials("second-derivatives-of-velocity", eq`Fuuk[2, 1] = Fuuk[1, 2]`)))).map((d) => part(1, d)),
];

// ---- displacement and field --------------------------------------------------------------------------------------------------

const realX = premise("displacement-x", eq`X(t) = u[1]*exp(-i*ω*t) + conj(u[1])*exp(i*ω*t)`, { kind: "model", where: "below Eq. (2)", text: "one mode, u(t) = u e^{−iωt} + c.c. at q·r = 0", forAll: [l.t] });
const realY = premise("displacement-y", eq`Y(t) = u[2]*exp(-i*ω*t) + conj(u[2])*exp(i*ω*t)`, { kind: "model", where: "below Eq. (2)", text: "one mode, u(t) = u e^{−iωt} + c.c. at q·r = 0", forAll: [l.t] });
const turning = ex`X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t)`;
const circles = both(circular, from(turning), equals(ex`2*i*ω*(u[1]*conj(u[2]) - u[2]*conj(u[1]))`, by.substituting(realX, realY)));

const field = premise("curl", eq`B[3] = diff(A0[2]*exp(i*(q0[1]*x + q0[2]*y + q0[3]*z)), x = 0) - diff(A0[1]*exp(i*(q0[1]*x + q0[2]*y + q0[3]*z)), y = 0)`, {
  kind: "definition", where: "below Eq. (2)", text: "B = ∇ × A for A e^{iq₀·r}, its amplitude at r = 0",
});
const origin = [l.x, l.y, l.z].map((s) => premise(`origin-${s.name}`, { left: ex`${s === l.x ? ex`x` : s === l.y ? ex`y` : ex`z`}`, right: ex`0` }, { kind: "definition", where: "below Eq. (2)", text: "the amplitude is taken at r = 0" }));
const curl = both(vectorPotential, from(ex`B[3]`), equals(ex`i*(q0[1]*A0[2] - q0[2]*A0[1])`, by.substituting(field, ...origin)));

const balanced = [ex`q0[α] + (q[α] + (-q[α] - q0[α]))`, ex`q[α] + (-q[α] - q0[α]) + q0[α]`, ex`q[α] + q0[α] + (-q[α] - q0[α])`].flatMap((start, k) =>
  both(waveVectors, from(start), equals(ex`0`, by.algebra())).map((d) => part(k, d)));

// ---- Eq. (4) -----------------------------------------------------------------------------------------------------------------

/** ∂_{q₀l} of the coefficient of A_k u_{k₁} u*_{k₂} in −B_z λ_zz (u × du/dt)_z with B_z = iε_{zlk}q_{0l}A_k; ε_{zlk} = k − l for l, k = 1, 2. */
const zeemanTerm = (λ: ReturnType<typeof ex>, turn: ReturnType<typeof ex>): ReturnType<typeof ex> =>
  ex`sum(sum(sum(sum((β - α)*(κ - γ)*(-(i*(β - α))*${λ}*(${turn}*(κ - γ))), α, 1, 2), β, 1, 2), γ, 1, 2), κ, 1, 2)`;
const energy = premise("energy-response", eq`W = θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω)`, {
  kind: "model", where: "above Eq. (4)", text: "Hermitian limit: the derivative of the energy by A is the response of ∂H/∂A = v + F_{,k}u, so θ¹ and θ³, each with both orderings of the two phonons; θ² is the derivative by u of the same energy",
});
const perTurn = (turn: ReturnType<typeof ex>, id: string): Parameters<typeof satisfies> => [ex`λ[3, 3]`, ex`W/(${turn}*(-4*i))`, {
  definition: `λ_zz: −B_z λ_zz (u × du/dt)_z is the antisymmetric part of the energy, with (u × du/dt)_z = ${id}(u × u*)_z`, facts: [], equations: (λ) => [eq`W = ${zeemanTerm(λ, turn)}`],
}];
export const normalised = model(eq4, satisfies(...perTurn(ex`2*i*ω`, "2iω ")), equals(ex`1/(8*ω)*(θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω))`, by.substituting(energy)));
/** What the print would be for a coupling without magnetic part, θ² = θ¹ and a response linear in ω. */
const staticOnly = [
  premise("no-magnetic-coupling", eq`θ3(ω) = 0`, { kind: "convention", where: "Eq. (4)", text: "the coupling does not depend on the wave vector: θ³ = 0", forAll: [l.ω] }),
  premise("no-magnetic-coupling-minus", eq`θ3m(ω) = 0`, { kind: "convention", where: "Eq. (4)", text: "the coupling does not depend on the wave vector: θ³ = 0", forAll: [l.ω] }),
];

export const response: readonly Derivation[] = [
  ...symmetric, ...circles, ...curl, ...balanced, normalised,
  under("u × du/dt counted as iω u × u*", "half of what a real displacement has; without θ³ and for ω → 0 the print then has the part of θ¹ alone twice, once as θ²",
    model(eq4, satisfies(...perTurn(ex`i*ω`, "iω ")), equals(ex`1/(4*ω)*(θ1(ω) - θ1m(-ω))`, by.substituting(energy, ...staticOnly)))),
];
