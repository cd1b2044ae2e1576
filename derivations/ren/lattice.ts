/**
 * # Graphene from its lattice, Eq. (7)
 *
 * Nearest-neighbour hopping +t on the honeycomb lattice, bonds from B to A at the angles π/2 + 2πb/3, K = (4π/3√3, 0), K′ = −K, lengths in units
 * of a₀. Bloch states carry e^{ik·R} at the positions of their atoms. B atoms stay still; the A atom at R is displaced by u turned by K·R.
 */
import { both, by, chain, equals, from, model, part, premise, printed, quantity, satisfies, whole, parameter, evaluates, restated, combination, determinant, entryOf, identityMatrix, mapMatrix, pauliProduct, scaleMatrix, subtractMatrices, under, type Derivation, type Expr, type Matrix } from "../../symbolic/index.ts";
import { coupling, couplingValue, degeneracy, eq7, fermiVelocity, gapRange, mapping, phases, places } from "./grapheneClaims.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- q·Γ ---------------------------------------------------------------------------------------------------------------------

/** Γ₁ … Γ₅ as printed, τ for the blocks. */
const dirac = ["zx", "zy", "zz", "x0", "y0"].map(pauliProduct);
const mapped: Matrix = combination([ex`vF*kx`, ex`vF*ky`, ex`Δ`, ex`ζ*uy`, ex`-ζ*ux`], dirac);
const element = (a: Matrix, m: number, n: number): Expr => entryOf(a, m - 1, n - 1);
const mapPremises = new Map(places.map(([m, n]) => [`${m}${n}`, premise(`q-Gamma-${m}${n}`, eq`Hq[${whole(m)}, ${whole(n)}] = ${element(mapped, m, n)}`, {
  kind: "definition", where: "above Eq. (7)", text: `element ${m}, ${n} of q·Γ with q = (v_Fk_x, v_Fk_y, Δ, ζu_y, −ζu_x) and Γ = (σ_xτ_z, σ_yτ_z, σ_zτ_z, σ₀τ_x, σ₀τ_y)`,
})]));
const premiseOf = <T>(table: ReadonlyMap<string, T>, m: number, n: number): T => {
  const found = table.get(`${m}${n}`);
  if (found === undefined) throw new RangeError(`no element ${m}, ${n}`);
  return found;
};
const qGamma = places.flatMap(([m, n], k) => both(mapping, from(ex`Hq[${whole(m)}, ${whole(n)}]`), equals(element(mapped, m, n), by.definition(premiseOf(mapPremises, m, n)))).map((d) => part(k, d)));

// ---- lattice -----------------------------------------------------------------------------------------------------------------

const [dx, dy] = [ex`cos(pi/2 + 2*pi*bond/3)`, ex`sin(pi/2 + 2*pi*bond/3)`];
/** e^{iK·d} and e^{iK·R_A}. */
const [bondPhase, cellPhase] = [ex`exp(i*4*pi/(3*sqrt(3))*${dx})`, ex`exp(2*pi*i*cell/3)`];
const linear = ex`i*(qx*${dx} + qy*${dy})`;
const [ax, ay] = [ex`(wx*cos(2*pi*cell/3) - wy*sin(2*pi*cell/3))`, ex`(wx*sin(2*pi*cell/3) + wy*cos(2*pi*cell/3))`];
/** Slope of the hopping times the change of the bond length |d + u|. */
const changed = ex`diff(thop(ab), ab = 1)*diff(sqrt((${dx} + z*${ax})^2 + (${dy} + z*${ay})^2), z = 0)`;
const law = premise("hopping", eq`thop(ab) = t0*exp(-λ*(ab - 1))`, { kind: "model", where: "below Eq. (7)", text: "t = t₀ e^{−λ(a−a₀)/a₀}, a₀ = 1", forAll: [l.ab] });
const between = ex`sum(sum(${bondPhase}*${cellPhase}*${changed}, bond, 1, 3), cell, 0, 2)/3`;
const rows: Readonly<Record<string, readonly [value: Expr, text: string]>> = {
  "11": [ex`Δ`, "staggered potential: +Δ on B"], "22": [ex`-Δ`, "staggered potential: −Δ on A"], "33": [ex`-Δ`, "staggered potential: −Δ on A"], "44": [ex`Δ`, "staggered potential: +Δ on B"],
  "14": [ex`0`, "no hopping within B"], "23": [ex`0`, "no hopping within A"],
  "12": [ex`sum(t0*${bondPhase}*${linear}, bond, 1, 3)`, "⟨K,B|H|K,A⟩ = Σ_d t₀ e^{i(K+k)·d} to first order in k"],
  "34": [ex`conj(sum(t0*conj(${bondPhase})*${linear}, bond, 1, 3))`, "⟨K′,A|H|K′,B⟩ = (Σ_d t₀ e^{i(K′+k)·d})* to first order in k"],
  "13": [between, "⟨K,B|δH|K′,A⟩: average over the cells of Σ_d e^{−iK·R_B} e^{iK′·R_A} δt, δt to first order in u"],
  "24": [between, "⟨K,A|δH|K′,B⟩: the conjugate of ⟨K′,B|δH|K,A⟩, e^{−iK·R_A} e^{iK′·R_B} δt, which is the same sum since e^{3iK·R} = 1"],
};
const latticeElement = (m: number, n: number): ReturnType<typeof premise> => {
  const [value, text] = rows[`${m}${n}`] ?? [ex`0`, ""];
  return premise(`lattice-${m}${n}`, eq`H7[${whole(m)}, ${whole(n)}] = ${value}`, { kind: "model", where: "below Eq. (7), Fig. 2(b)", text });
};
const slope = satisfies(ex`vFa`, ex`-3*t0/2`, {
  definition: "v_F: ⟨K,B|H|K,A⟩ = v_F(k_x − ik_y) to first order in k for the nearest-neighbour hopping t₀", facts: [],
  equations: (v) => [eq`sum(t0*${bondPhase}*${linear}, bond, 1, 3) = ${v}*(qx - i*qy)`],
});
const velocity = model(fermiVelocity, slope);
const coupled = model(coupling, satisfies(ex`ζa`, ex`-3*t0*λ/2`, {
  definition: "ζ: ⟨K,B|δH|K′,A⟩ = ζ(u_y + iu_x) to first order in u", facts: [law], equations: (zeta) => [eq`${between} = ${zeta}*(wy + i*wx)`],
}));
const inLetters: Readonly<Record<string, Expr>> = {
  "11": ex`Δ`, "22": ex`-Δ`, "33": ex`-Δ`, "44": ex`Δ`, "14": ex`0`, "23": ex`0`, "12": ex`vFa*(qx - i*qy)`, "34": ex`-vFa*(qx - i*qy)`, "13": ex`ζa*(wy + i*wx)`, "24": ex`ζa*(wy + i*wx)`,
};
/** The chain has q·Γ with the printed q, in the letters of the lattice. */
const inUnits = combination([ex`vFa*qx`, ex`vFa*qy`, ex`Δ`, ex`ζa*wy`, ex`-ζa*wx`], dirac);
const effective = places.flatMap(([m, n], k) => [
  part(k, chain(eq7, from(ex`H7[${whole(m)}, ${whole(n)}]`), equals(element(inUnits, m, n), by.substituting({
    ...restated(mapping, eq`H7[${whole(m)}, ${whole(n)}] = ${element(inUnits, m, n)}`, "H_eff = q·Γ with the printed q and Γ"), id: `in-map`,
  })))),
  part(k, model(eq7, from(ex`H7[${whole(m)}, ${whole(n)}]`), equals(inLetters[`${m}${n}`] ?? ex`0`, by.definition(latticeElement(m, n), law, velocity, coupled)))),
]);

const superlattice = phases.asserts.flatMap((assertion, k) => (assertion.kind === "equal" ? both(phases, from(assertion.left), equals(assertion.right, by.algebra())).map((d) => part(k, d)) : []));

/** H of Eq. (7) at u = 0. */
export const matrixAtRest = mapMatrix(mapped, (_, m, n) => (Math.abs(m - n) === 2 ? ex`0` : element(mapped, m + 1, n + 1)));
const characteristic = premise("characteristic-polynomial", eq`χE(Eb) = ${determinant(subtractMatrices(matrixAtRest, scaleMatrix(ex`Eb`, identityMatrix(4))))}`, {
  kind: "definition", where: "Eq. (7)", text: "det(H − E) of the 4 × 4 matrix at u = 0", forAll: [l.Eb],
});
const degenerate = both(degeneracy, from(ex`χE(Eb)`), equals(ex`(Eb^2 - vF^2*(kx^2 + ky^2) - Δ^2)^2`, by.definition(characteristic)));

// ---- numbers -----------------------------------------------------------------------------------------------------------------

const twice = premise("gap", eq`Δ = Eph/2`, { kind: "model", where: "below Eq. (7)", text: "the gap 2Δ equals the energy of the phonon" });
const hoppingValue = parameter(l.t0, "2.6", "eV", { where: "below Eq. (7)" });
const ends = ["100", "200"].map((energy) => premise(`phonon-${energy}`, eq`Eph = ${quantity(energy, "meV")}`, { kind: "model", where: "below Eq. (7)", text: `chiral phonons of graphene have ${energy} meV at one end of the printed range` }));
const range = ends.flatMap((energy, k) => both(gapRange, from(ex`Δ`), equals(ex`Eph/2`, by.substituting(twice)), evaluates(energy, hoppingValue)).map((d) => part(k, d)));

const decay = parameter(l.λ, "3", "1", { where: "below Eq. (7), Ref. 51" });
const inMetres = premise("coupling-in-metres", eq`ζ = ζa/a0`, { kind: "definition", where: "below Eq. (7)", text: "the displacement in units of length, with a₀ put back" });
const printedLength = premise("bond-length-one", eq`a0 = ${quantity("1", "Å")}`, { kind: "convention", where: "below Eq. (7)", text: "a₀ = 1, taken in the unit Å of the printed number" });
const bondLength = premise("bond-length", eq`a0 = ${quantity("1.42", "Å")}`, { kind: "model", where: "graphite", text: "the carbon-carbon distance a₀ of graphene, 1.42 Å" });
const strength = [
  chain(couplingValue, from(ex`-ζ`), equals(ex`3*t0*λ/(2*a0)`, by.substituting(inMetres, printed(coupling))), evaluates(hoppingValue, decay, printedLength)),
  model(couplingValue, from(ex`-ζ`), equals(ex`3*t0*λ/(2*a0)`, by.substituting(inMetres, coupled)), evaluates(hoppingValue, decay, bondLength)),
  under("a₀ as the unit", "the unit Å stands for the bond length a₀ = 1, so that the number is in eV per a₀",
    model(couplingValue, from(ex`-ζ`), equals(ex`3*t0*λ/(2*a0)`, by.substituting(inMetres, coupled)), evaluates(hoppingValue, decay, printedLength))),
];

export const couplingOfLattice = coupled;
export const lattice: readonly Derivation[] = [...qGamma, velocity, coupled, ...effective, ...superlattice, ...degenerate, ...range, ...strength];
