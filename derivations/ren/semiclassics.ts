/**
 * # The current and its magnetization, Eqs. (1) to (5)
 *
 * Wave packets of a filled band in parameters that vary slowly in space and time; gradients of the energy make no part of the topological
 * current and are left out. The electron has the charge −e.
 */
import { approximates, both, by, chain, equals, from, lemma, model, part, premise, printed, restated, satisfies, whole, type Derivation, type Equation, type Expr } from "../../symbolic/index.ts";
import {
  angularMomentum, atomicCrystal, bornCharge, energyShift, eq1, eq2, eq2FirstLine, eq2Symmetrised, eq3, eq4, eq5, form4a, form4b, geometricalPhase, linearPolarization, orbit, symmetryRequirement, thirdTerm,
  timeReversal,
} from "./generalClaims.ts";
import { closure } from "./closure.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- the four-index form -----------------------------------------------------------------------------------------------------

const connection = premise("curvature", eq`Ω[α, β] = dA[α, β] - dA[β, α]`, { kind: "definition", where: "below Eq. (1)", text: "Ω_αβ = ∂_αA_β − ∂_βA_α", forAll: [l.α, l.β] });
/** All orders of four indices with their signs. */
const permutations = (list: readonly Expr[]): readonly { readonly order: readonly Expr[]; readonly even: boolean }[] =>
  list.length === 0 ? [{ order: [], even: true }] : list.flatMap((first, k) => permutations([...list.slice(0, k), ...list.slice(k + 1)]).map(({ order, even }) => ({ order: [first, ...order], even: even === (k % 2 === 0) })));
const antisymmetrised = permutations([ex`α`, ex`β`, ex`γ`, ex`δ`]).reduce((total, { order: [a = ex`0`, b = ex`0`, c = ex`0`, d = ex`0`], even }) =>
  (even ? ex`${total} + Ω[${a}, ${b}]*Ω[${c}, ${d}]` : ex`${total} - Ω[${a}, ${b}]*Ω[${c}, ${d}]`), ex`0`);
const secondChern = premise("second-chern-form", eq`Ω4[α, β, γ, δ] = 1/8*(${antisymmetrised})`, {
  kind: "definition", where: "below Eq. (1)", text: "second Chern form: the antisymmetrised product of two curvatures, (1/8) ε_{abcd} Ω_ab Ω_cd", forAll: [l.α, l.β, l.γ, l.δ],
});
const threeTerms = equals(ex`Ω[α, β]*Ω[γ, δ] + Ω[β, γ]*Ω[α, δ] - Ω[α, γ]*Ω[β, δ]`, by.definition(secondChern, connection));
const fourIndex = model(form4a, from(ex`Ω4[α, β, γ, δ]`), threeTerms);
const explicit = [
  chain(form4b, from(ex`Ω4[1, 2, 5, 6]`), equals(ex`Ω[1, 2]*Ω[5, 6] + Ω[2, 5]*Ω[1, 6] - Ω[1, 5]*Ω[2, 6]`, by.substituting(printed(form4a)))),
  model(form4b, from(ex`Ω4[1, 2, 5, 6]`), equals(ex`Ω[1, 2]*Ω[5, 6] + Ω[2, 5]*Ω[1, 6] - Ω[1, 5]*Ω[2, 6]`, by.definition(secondChern, connection))),
];

// ---- Eq. (1) -----------------------------------------------------------------------------------------------------------------

/** Ω_ab by the curvature with a < b. */
const Om = (a: number, b: number): Expr => (a === b ? ex`0` : a < b ? ex`Ω[${whole(a)}, ${whole(b)}]` : ex`-Ω[${whole(b)}, ${whole(a)}]`);
const product4 = (a: number, b: number, c: number, d: number): Expr => ex`${Om(a, b)}*${Om(c, d)} + ${Om(b, c)}*${Om(a, d)} - ${Om(a, c)}*${Om(b, d)}`;
/** Σ_δ (du_δ/dt) of a function of the number of u_δ. */
const withVelocity = (of: (u: number) => Expr): Expr => ex`V[1]*(${of(5)}) + V[2]*(${of(6)})`;
const driven = (a: number): Expr => withVelocity((u) => Om(a, u));
const density = ex`(1 + ${Om(1, 3)})*(1 + ${Om(2, 4)}) - ${Om(1, 2)}*${Om(3, 4)} - ${Om(1, 4)}*${Om(2, 3)}`;
const velocity = (a: 1 | 2): Expr => ex`-(${withVelocity((u) => ex`${Om(a, u)} + ${product4(a, 1, 3, u)} + ${product4(a, 2, 4, u)}`)})`;
const force = (a: 1 | 2): Expr => withVelocity((u) => ex`${Om(a + 2, u)} - (${product4(a + 2, 3, 1, u)}) - (${product4(a + 2, 4, 2, u)})`);
/** dr_a/dt + Ω_{k_a ξ} dξ/dt = −Ω_{k_a t} and dk_a/dt − Ω_{r_a ξ} dξ/dt = Ω_{r_a t} for ξ = k, r, each times D. */
const motion = (vx: Expr): readonly Equation[] => {
  const [vy, fx, fy] = [velocity(2), force(1), force(2)];
  const along = (a: number): Expr => ex`${Om(a, 1)}*(${fx}) + ${Om(a, 2)}*(${fy}) + ${Om(a, 3)}*(${vx}) + ${Om(a, 4)}*(${vy})`;
  return [
    eq`${vx} + ${along(1)} = -(${density})*(${driven(1)})`, eq`${vy} + ${along(2)} = -(${density})*(${driven(2)})`,
    eq`${fx} - (${along(3)}) = (${density})*(${driven(3)})`, eq`${fy} - (${along(4)}) = (${density})*(${driven(4)})`,
  ];
};
const packetVelocity = lemma("packet-velocity", "velocity of a wave packet times the density of states", [], satisfies(ex`Dv[1]`, velocity(1), {
  definition: "D times the velocity along x of a wave packet: the semiclassical equations of motion without gradients of the energy, dr/dt + Ω_{kξ} dξ/dt = −Ω_{kt}, dk/dt − Ω_{rξ} dξ/dt = Ω_{rt}; Ω_ba = −Ω_ab", facts: [], equations: motion,
}));
const secondOrder = premise("second-order-current", eq`j[1] = -e*(Dv[1] + V[1]*Ω[1, 5] + V[2]*Ω[1, 6])`, {
  kind: "definition", where: "above Eq. (1)", text: "electrons carry −e D dr/dt; the second order is what is left without the first-order current eΩ_{k_xt}",
});
const cyclic = ex`e*(${withVelocity((u) => product4(1, 2, 4, u))})`;
const currentModel = model(eq1, from(ex`j[1]`), equals(cyclic, by.substituting(secondOrder, packetVelocity)));

// ---- expansion in u ----------------------------------------------------------------------------------------------------------

const atFiniteU = premise("form-at-finite-u", eq`Fu[δ] = F0[δ] + ux*G1[1, δ] + uy*G1[2, δ] + 1/2*(ux^2*G2[1, 1, δ] + 2*ux*uy*G2[1, 2, δ] + uy^2*G2[2, 2, δ])`, {
  kind: "approximation", where: "above Eq. (2)", text: "Taylor's theorem for Ω_{k_xk_yr_yu_δ}(u) through second order", forAll: [l.δ],
});
const currentOfForm = premise("current-of-form", eq`j1 = e*sum(V[δ]*Fu[δ], δ, 1, 2)`, { kind: "definition", where: "Eq. (1)", text: "the second-order current along x of a wave vector, e Σ_δ (du_δ/dt) Ω_{k_xk_yr_yu_δ} at finite u" });
const expansionLines = [
  equals(ex`e*sum(V[δ]*(F0[δ] + ux*G1[1, δ] + uy*G1[2, δ] + 1/2*(ux^2*G2[1, 1, δ] + 2*ux*uy*G2[1, 2, δ] + uy^2*G2[2, 2, δ])), δ, 1, 2)`, by.substituting(currentOfForm, atFiniteU)),
  approximates(ex`e*sum(V[δ]*F0[δ], δ, 1, 2) + e*sum(V[δ]*(ux*G1[1, δ] + uy*G1[2, δ]), δ, 1, 2)`, by.expanding({ weights: new Map([[l.ux, 1], [l.uy, 1]]), through: 1 })),
] as const;
const expanded = both(eq2, from(ex`j1`), ...expansionLines);

const [firstLineLeft, firstLineRight] = [ex`e*(diff(X(t), t)*F0[1] + diff(Y(t), t)*F0[2])`, ex`diff(e*(X(t)*F0[1] + Y(t)*F0[2]), t)`];
const firstLine = both(eq2FirstLine, from(firstLineLeft), equals(firstLineRight, by.algebra()));

const parts = [
  ...both(eq2Symmetrised, from(ex`e/2*(2*diff(X(t), t)*X(t)*G1[1, 1] + (diff(X(t), t)*Y(t) + diff(Y(t), t)*X(t))*(G1[1, 2] + G1[2, 1]) + 2*diff(Y(t), t)*Y(t)*G1[2, 2])`),
    equals(ex`diff(e/2*(X(t)^2*G1[1, 1] + X(t)*Y(t)*(G1[1, 2] + G1[2, 1]) + Y(t)^2*G1[2, 2]), t)`, by.algebra())),
  ...both(eq2Symmetrised, from(ex`e/2*(X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t))*(G1[1, 2] - G1[2, 1])`),
    equals(ex`e/2*(X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t))*diff(Cr(r), r)`, by.substituting(closure))).map((d) => part(1, d)),
];

// ---- magnetization -----------------------------------------------------------------------------------------------------------

const swept = ex`integral(X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t), t, 0, T)`;
const turning = ex`(X(t)*diff(Y(t), t) - Y(t)*diff(X(t), t))`;
/** The antisymmetric part of Eq. (2) along x is ∂_yM_z. */
const localMagnetization = lemma("local-magnetization", "magnetization of the antisymmetric current", [l.r, l.t], satisfies(ex`Mk(r, t)`, ex`e/2*${turning}*Cr(r)`, {
  definition: "M_z: its derivative along y is the antisymmetric part of the current along x of Eq. (2), and it vanishes with the second Chern form", facts: [closure],
  equations: (M) => [eq`diff(${M}, r) = e/2*${turning}*(G1[1, 2] - G1[2, 1])`],
}));
const averaged = premise("averaged-magnetization", eq`mk = Mk(r, t)/${turning}*${swept}/T`, {
  kind: "definition", where: "above Eq. (3)", text: "time average of M_z: u × du/dt is averaged, its ratio to M_z does not change in time; Ω is taken at u = 0", forAll: [l.r, l.t],
});
const uniform = premise("uniform", eq`Cr(r) = C`, { kind: "model", where: "above Eq. (3)", text: "a uniform displacement in a uniform crystal: the second Chern form is the same everywhere", forAll: [l.r] });
const momentum = premise("angular-momentum", eq`L1 = m1/T*${swept}`, { kind: "definition", where: "below Eq. (3)", text: "L₁ = (m₁/T) ∫ (u × du/dt)_z dt" });
const magnetization = both(eq3, from(ex`mk`), equals(ex`e/2*C*${swept}/T`, by.substituting(averaged, localMagnetization, uniform)), equals(ex`e/(2*m1)*L1*C`, by.substituting(momentum)));

const lineX = premise("linear-x", eq`X(t) = a*cos(χ)*cos(ω*t)`, { kind: "model", where: "below Eq. (3)", text: "linear polarization along the direction χ", forAll: [l.t] });
const lineY = premise("linear-y", eq`Y(t) = a*sin(χ)*cos(ω*t)`, { kind: "model", where: "below Eq. (3)", text: "linear polarization along the direction χ", forAll: [l.t] });
const linear = [
  chain(linearPolarization, from(ex`mk`), equals(ex`e/(2*m1)*(m1/T*${swept})*C`, by.substituting(printed(eq3), printed(angularMomentum))), equals(ex`0`, by.integrating({}, lineX, lineY))),
  model(linearPolarization, from(ex`mk`), equals(ex`e/(2*m1)*L1*C`, by.substituting(magnetization[1])), equals(ex`e/(2*m1)*(m1/T*${swept})*C`, by.substituting(momentum)), equals(ex`0`, by.integrating({}, lineX, lineY))),
];

const reversed = [
  premise("reversed-kk", eq`Ωkk_ = -Ωkk`, { kind: "model", where: "below Eq. (3)", text: "time reversal: the state at −k is the complex conjugate of that at k, so Ω_{k_xk_y} is odd" }),
  premise("reversed-uu", eq`Ωuu_ = -Ωuu`, { kind: "model", where: "below Eq. (3)", text: "time reversal: Ω_{u_xu_y} is odd in k" }),
  premise("reversed-ku", eq`Ωku_[α, β] = Ωku[α, β]`, { kind: "model", where: "below Eq. (3)", text: "time reversal: Ω_{k_iu_j} is even in k", forAll: [l.α, l.β] }),
] as const;
const formHere = premise("form-here", eq`C = Ωku[1, 2]*Ωku[2, 1] - Ωku[1, 1]*Ωku[2, 2] + Ωkk*Ωuu`, { kind: "definition", where: "below Eq. (3)", text: "second Chern form at k" });
const formThere = premise("form-there", eq`C_ = Ωku_[1, 2]*Ωku_[2, 1] - Ωku_[1, 1]*Ωku_[2, 2] + Ωkk_*Ωuu_`, { kind: "definition", where: "below Eq. (3)", text: "second Chern form at −k" });
const parity = [
  ...both(timeReversal, from(ex`C_`), equals(ex`C`, by.substituting(formHere, formThere, ...reversed))),
  ...both(timeReversal, from(ex`Ωkk_`), equals(ex`-Ωkk`, by.substituting(reversed[0]))).map((d) => part(1, d)),
];
const oddUnder = (what: string, k: number): Derivation => part(k, model(symmetryRequirement, satisfies(ex`mk`, ex`0`, { definition: `M_z of a state that ${what} leaves as it is, while ${what} turns M_z into −M_z`, facts: [], equations: (M) => [eq`${M} = -${M}`] })));
const required = [oddUnder("time reversal", 0), oddUnder("a mirror plane that contains the z axis", 1)];

// ---- charge, orbit, energy ---------------------------------------------------------------------------------------------------

const bornDefinition = premise("born-charge", eq`Qs[α, β] = dP[α, β]`, { kind: "definition", where: "below Eq. (3)", text: "Q*_{ij} = ∂P_i/∂u_j", forAll: [l.α, l.β] });
const polarizationOfBand = premise("polarization", eq`dP[α, β] = -e*AI[α, β]`, { kind: "model", where: "Refs. 36-39", text: "modern theory of polarization: a filled band carries P = −e ∫A_k, electronic part", forAll: [l.α, l.β] });
const curvatureAverage = premise("average-curvature", eq`ΩI[α, β] = AK[α, β] - AI[α, β]`, { kind: "definition", where: "below Eq. (1)", text: "Ω_{k_iu_j} = ∂_{k_i}A_{u_j} − ∂_{u_j}A_{k_i}, averaged over the zone", forAll: [l.α, l.β] });
const periodic = premise("periodic", eq`AK[α, β] = 0`, { kind: "model", where: "below Eq. (3)", text: "A_u is periodic in k, so ∂_kA_u averages to zero", forAll: [l.α, l.β] });
const born = model(bornCharge, from(ex`Qs[α, β]`), equals(ex`e*ΩI[α, β]`, by.definition(bornDefinition, polarizationOfBand, curvatureAverage, periodic)));

const deflection = premise("deflection", eq`d[α] = -sum(Ωku[α, β]*W[β], β, 1, 2)`, { kind: "definition", where: "below Eq. (3)", text: "d = −Ωu", forAll: [l.α] });
const deflectionRate = premise("deflection-rate", eq`ddot[α] = -sum(Ωku[α, β]*V[β], β, 1, 2)`, { kind: "definition", where: "below Eq. (3)", text: "its time derivative; Ω is taken at u = 0", forAll: [l.α] });
const orbiting = both(orbit, from(ex`-e/2*(d[1]*ddot[2] - d[2]*ddot[1])`), equals(ex`e/2*(W[1]*V[2] - W[2]*V[1])*(Ωku[1, 2]*Ωku[2, 1] - Ωku[1, 1]*Ωku[2, 2])`, by.definition(deflection, deflectionRate)));

const atomMoment = premise("moment-of-atom", eq`mat = Z*e/2*(W[1]*V[2] - W[2]*V[1]) + Z*e/2*(W[1]*V[2] - W[2]*V[1])*(Ωku[1, 2]*Ωku[2, 1] - Ωku[1, 1]*Ωku[2, 2])`, {
  kind: "model", where: "below Eq. (3)", text: "the ion +Ze on its orbit carries (Ze/2) u × du/dt, its Z filled bands the first two terms of Eq. (3)",
});
const rigid = (i: 1 | 2, k: 1 | 2): ReturnType<typeof premise> => premise(`rigid-${i}${k}`, eq`Ωku[${whole(i)}, ${whole(k)}] = ${whole(i === k ? -1 : 0)}`, {
  kind: "model", where: "below Eq. (3)", text: "atomic crystal: the orbitals move with their ion, A_k shifts by u, so Ω_{k_iu_j} = −δ_ij",
});
const rigidCrystal = [rigid(1, 1), rigid(1, 2), rigid(2, 1), rigid(2, 2)];
const neutral = both(atomicCrystal, from(ex`mat`), equals(ex`0`, by.substituting(atomMoment, ...rigidCrystal)));

const potential = premise("grand-potential", eq`Fk(B) = (1 + e/ħ*B*Ωkk)*(Ek - ms*B - μ)`, {
  kind: "model", where: "Refs. 40-43", text: "zero temperature, charge −e: the density of states is 1 + (e/ħ)BΩ and the energy is E − mB", forAll: [l.B],
});
const response = premise("magnetization", eq`mB = -diff(Fk(B), B = 0)`, { kind: "definition", where: "Refs. 40-43", text: "M = −∂F/∂B at a fixed chemical potential, at B = 0" });
const modernTheory = model(eq4, from(ex`mB`), equals(ex`ms + e/ħ*(μ - Ek)*Ωkk`, by.definition(response, potential)));

const stokes = premise("stokes", eq`η = integral(2*pi*s*(Ωuu + g2*s^2/4), s, 0, a)`, {
  kind: "model", where: "above Eq. (5)", text: "η is the contour integral of the Berry connection, by Stokes the flux of Ω_{u_xu_y} through the circle; the curvature through second order in u, whose anisotropic part averages to zero over the angle",
});
const phase = model(geometricalPhase, from(ex`η`), equals(ex`pi*a^2*Ωuu + pi*a^4*g2/8`, by.integrating({}, stokes)),
  approximates(ex`pi*a^2*Ωuu`, by.expanding({ weights: new Map([[l.a, 1]]), through: 3 })));

const shiftDefinition = premise("energy-shift", eq`δE = -ħ*η/T`, { kind: "definition", where: "above Eq. (5)", text: "the phase −ET/ħ + η is the dynamical phase of the energy E + δE" });
const leadingPhase = premise("leading-phase", eq`η = 1/2*Ωuu*${swept}`, { kind: "approximation", where: "above Eq. (5)", text: "the contour integral of the Berry connection ½Ω(−u_y, u_x) of a constant curvature, to leading order in u" });
const area = premise("area", eq`Su = L1*T/(2*m1)`, { kind: "definition", where: "above Eq. (5)", text: "S_u = ½∫(u × du/dt)_z dt is L₁T/2m₁ by the definition of L₁" });
const shift = [
  model(energyShift, from(ex`δE`), equals(ex`-ħ*η/T`, by.definition(shiftDefinition))),
  part(1, chain(energyShift, from(ex`δE`), equals(ex`-ħ*Ωuu*L1/(2*m1)`, by.substituting(shiftDefinition, restated(geometricalPhase, eq`η = Ωuu*Su`, "η = Ω_{u_xu_y}S_u as printed"), area)))),
  part(1, model(energyShift, from(ex`δE`), equals(ex`-ħ*Ωuu*L1/(2*m1)`, by.substituting(shiftDefinition, leadingPhase, momentum)))),
] as const;
const changedEnergy = premise("changed-energy", eq`δm = ms + e/ħ*(μ - (Ek + δE))*Ωkk - (ms + e/ħ*(μ - Ek)*Ωkk)`, { kind: "definition", where: "above Eq. (5)", text: "Eq. (4) with E + δE less Eq. (4)" });
const energyTerm = [
  chain(thirdTerm, from(ex`δm`), equals(ex`e/(2*m1)*L1*Ωkk*Ωuu`, by.substituting(changedEnergy, printed(energyShift, 1)))),
  model(thirdTerm, from(ex`δm`), equals(ex`e/(2*m1)*L1*Ωkk*Ωuu`, by.substituting(changedEnergy, shift[2]))),
];

// ---- several bands -----------------------------------------------------------------------------------------------------------

const currentOfBands = premise("current-of-bands", eq`jN(t) = e*(diff(Y(t), t)*X(t)*GN[1, 2] + diff(X(t), t)*Y(t)*GN[2, 1] - (diff(Y(t), t)*X(t)*GN[2, 1] + diff(X(t), t)*Y(t)*GN[1, 2]))/2`, {
  kind: "model", where: "above Eq. (5), Ref. 44", forAll: [l.t],
  text: "filled bands: the semiclassical current of non-Abelian wave packets is e Σ_δ (du_δ/dt) Tr Ω_{k_xk_yr_yu_δ}, the trace in the place of the form of one band; of its term linear in u the part that is antisymmetric in the two displacements",
});
const closureOfTrace = premise("closure-of-trace", eq`GN[1, 2] = GN[2, 1] + diff(CN(r), r)`, {
  kind: "model", where: "above Eq. (5)", forAll: [l.r], text: "the trace of the second Chern form of non-Abelian curvatures is closed by the Bianchi identity, like the form of one band; derivatives along k drop out of the zone integral",
});
const magnetizationOfBands = lemma("local-magnetization-of-bands", "magnetization of the antisymmetric current of several bands", [l.r, l.t], satisfies(ex`MN(r, t)`, ex`e/2*${turning}*CN(r)`, {
  definition: "M_z: its derivative along y is the antisymmetric part of the current along x, and it vanishes with the trace of the second Chern form", facts: [closureOfTrace, currentOfBands],
  equations: (M) => [eq`diff(${M}, r) = jN(t)`],
}));
const averagedBands = premise("averaged-magnetization-of-bands", eq`mN = MN(r, t)/${turning}*${swept}/T`, {
  kind: "definition", where: "above Eq. (5)", text: "time average of M_z, as for one band", forAll: [l.r, l.t],
});
const uniformBands = premise("uniform-bands", eq`CN(r) = TrC`, { kind: "model", where: "above Eq. (5)", text: "a uniform displacement in a uniform crystal", forAll: [l.r] });
const severalBands = both(eq5, from(ex`mN`), equals(ex`e/2*TrC*${swept}/T`, by.substituting(averagedBands, magnetizationOfBands, uniformBands)), equals(ex`e/(2*m1)*L1*TrC`, by.substituting(momentum)));

export const semiclassics: readonly Derivation[] = [
  fourIndex, ...explicit, currentModel, ...expanded, ...firstLine, ...parts, ...magnetization, ...linear, ...parity, ...required, born, ...orbiting, ...neutral, modernTheory, phase, ...shift, ...energyTerm,
  ...severalBands,
];
