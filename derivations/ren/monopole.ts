/**
 * # The moment of gapped graphene
 *
 * Curvatures of the two lower bands at u = 0, where both lie at −√(v_F²k² + Δ²). The chain takes the printed matrix of Eq. (7), the model the one
 * that the lattice gives, with ρ in the place of ρ†: the displacement u_x has the opposite sign.
 */
import {
  addMatrices, approximates, both, by, chain, diagonal, equals, evaluates, from, identityMatrix, lemma, matrix, model, multiplyMatrices, part, premise, printed, scaleMatrix, trace, levels, under,
  type Derivation, type Expr, type Matrix, type PhysicalSymbol, type Levels,
} from "../../symbolic/index.ts";
import { bornSeven, coupling, divergence, graphene, magnetons, monopoleCharge, noMixing, oneOrder, onlyNew, spins, valleys } from "./grapheneClaims.ts";
import { couplingOfLattice, matrixAtRest } from "./lattice.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- curvatures at u = 0 -----------------------------------------------------------------------------------------------------

export const energy = ex`sqrt(vF^2*(kx^2 + ky^2) + Δ^2)`;
/** ∂H/∂k_x and ∂H/∂k_y of both models, and the coupling blocks ζρ or ζρ† of the upper right. */
export const slopes = (upperRight: (displacement: PhysicalSymbol) => readonly [Expr, Expr]) => (a: PhysicalSymbol): Matrix => {
  const o = ex`0`;
  if (a === l.kx) return matrix([[o, ex`vF`, o, o], [ex`vF`, o, o, o], [o, o, o, ex`-vF`], [o, o, ex`-vF`, o]]);
  if (a === l.ky) return matrix([[o, ex`-i*vF`, o, o], [ex`i*vF`, o, o, o], [o, o, o, ex`i*vF`], [o, o, ex`-i*vF`, o]]);
  const [first, second] = upperRight(a);
  return matrix([[o, o, first, o], [o, o, o, second], [ex`conj(${first})`, o, o, o], [o, ex`conj(${second})`, o, o]]);
};
/** Derivatives of ζρ† and of ζρ by the displacement, ρ = u_y + iu_x. */
export const daggered = (a: PhysicalSymbol): Expr => (a === l.ux ? ex`-i*ζ` : ex`ζ`);
const plain = (a: PhysicalSymbol): Expr => (a === l.ux ? ex`i*ζ` : ex`ζ`);
const atRest = matrixAtRest;
const asPrinted = levels(atRest, { occupied: [ex`-${energy}`], empty: [energy] }, slopes((a) => [daggered(a), daggered(a)]));
const asOnLattice = levels(atRest, { occupied: [ex`-${energy}`], empty: [energy] }, slopes((a) => [plain(a), plain(a)]));

/** What a derivation takes: the printed matrix, or the lattice. */
interface Source { readonly of: Levels; readonly name: string; readonly orientation: 1 | -1; readonly where: string; readonly text: string }
const sources = {
  printed: { of: asPrinted, name: "printed", orientation: 1, where: "Eq. (7)", text: "the printed matrix, ζρ† in the upper right block" },
  lattice: { of: asOnLattice, name: "lattice", orientation: -1, where: "Eq. (7), lattice", text: "the matrix of the lattice, ζρ in the upper right block" },
} as const satisfies Readonly<Record<string, Source>>;
const question = { printed: chain, lattice: model } as const;
const sign = ({ orientation }: Source): Expr => (orientation > 0 ? ex`1` : ex`-1`);
const defined = (id: string, source: Source, left: Expr, right: Expr, text: string): ReturnType<typeof premise> =>
  premise(`${id}-${source.name}`, { left, right }, { kind: source.name === "printed" ? "definition" : "model", where: source.where, text: `${text}, of the two lower bands at u = 0 for ${source.text}`, forAll: [l.kx, l.ky] });

const eachWay = <T>(make: (source: Source, ask: typeof chain | typeof model) => T): readonly [printed: T, lattice: T] => [make(sources.printed, question.printed), make(sources.lattice, question.lattice)];

const mixing = eachWay((source, ask) => ask(noMixing, from(ex`nt7(kx, ky)`),
  equals(ex`0`, by.definition(defined("mixing", source, ex`nt7(kx, ky)`, ex`-(${source.of.mixingCurl(l.kx, l.ky, l.ux, l.uy)})`, "−(∂_{u_x}F_{u_y} − ∂_{u_y}F_{u_x}) by perturbation theory of the projector")))));

const forms = eachWay((source) => lemma(`chern-form-${source.name}`, "trace of the second Chern form at u = 0", [l.kx, l.ky], from(ex`C7(kx, ky)`),
  equals(ex`${sign(source)}*3/2*vF^2*ζ^2*Δ/sqrt(vF^2*(kx^2 + ky^2) + Δ^2)^5`,
    by.definition(defined("chern-form", source, ex`C7(kx, ky)`, source.of.chernForm(l.kx, l.ky, l.ux, l.uy), "Tr(Ω_{k_xk_y}Ω_{u_xu_y} + Ω_{k_yu_x}Ω_{k_xu_y} − Ω_{k_xu_x}Ω_{k_yu_y})")))));

const pairTrace = (of: Levels, a: PhysicalSymbol, b: PhysicalSymbol, c: PhysicalSymbol, d: PhysicalSymbol): Expr => trace(multiplyMatrices(of.curvature(a, b), of.curvature(c, d)));
const displacementOf = [l.ux, l.uy] as const;
const waveVectorOf = [l.kx, l.ky] as const;
const charges = eachWay((source, ask) => waveVectorOf.flatMap((k, i) => displacementOf.map((u, j) => part(2 * i + j, ask(bornSeven, from(ex`O7[${i === 0 ? ex`1` : ex`2`}, ${j === 0 ? ex`1` : ex`2`}]`),
  equals(ex`0`, by.definition(defined(`charge-${i + 1}${j + 1}`, source, ex`O7[${i === 0 ? ex`1` : ex`2`}, ${j === 0 ? ex`1` : ex`2`}]`, trace(source.of.curvature(k, u)), "trace of Ω_{k_iu_j}"))))))));
const chargeTerms = eachWay((source) => lemma(`charge-terms-${source.name}`, "what the charges contribute", [], from(ex`B7`),
  equals(ex`${sign(source)}*vF^2*ζ^2*Δ/sqrt(vF^2*(kx^2 + ky^2) + Δ^2)^5`,
    by.definition(defined("charge-terms", source, ex`B7`, ex`${pairTrace(source.of, l.kx, l.uy, l.ky, l.ux)} - (${pairTrace(source.of, l.kx, l.ux, l.ky, l.uy)})`, "Tr(Ω_{k_xu_y}Ω_{k_yu_x} − Ω_{k_xu_x}Ω_{k_yu_y})")))));
/** For one band a trace of a product is a product of traces; for two it is not. */
const tracesOnly = premise("traces-of-charges", eq`B7 = O7[1, 2]*O7[2, 1] - O7[1, 1]*O7[2, 2]`, { kind: "convention", where: "below Eq. (7)", text: "products of the traces of the charges in the place of the traces of their products" });
const contribution = eachWay((source, ask) => {
  const lines = chargeTerms[source.orientation > 0 ? 0 : 1];
  const result = equals(ex`${sign(source)}*vF^2*ζ^2*Δ/sqrt(vF^2*(kx^2 + ky^2) + Δ^2)^5`, by.substituting(lines));
  const traces = equals(ex`0`, by.substituting(tracesOnly, ...charges[source.orientation > 0 ? 0 : 1]));
  const reading = (derivation: Derivation): Derivation => under("traces of the charges", "the charges enter by their traces over the occupied bands, as for a single band", derivation);
  return [
    part(4, ask(bornSeven, from(ex`B7`), result)), reading(part(4, ask(bornSeven, from(ex`B7`), traces))),
    ...charges[source.orientation > 0 ? 0 : 1].map(reading),
    ask(onlyNew, from(ex`B7`), result), reading(ask(onlyNew, from(ex`B7`), traces)),
  ];
});

const upperBlock = diagonal([ex`1`, ex`1`, ex`0`, ex`0`]);
const lowerBlock = addMatrices(identityMatrix(4), scaleMatrix(ex`-1`, upperBlock));
const inValley = (source: Source, valley: 1 | -1, a: PhysicalSymbol, b: PhysicalSymbol): Expr => trace(multiplyMatrices(valley > 0 ? upperBlock : lowerBlock, source.of.curvature(a, b)));
const polarized = eachWay((source, ask) => {
  const at = (id: string, left: Expr, valley: 1 | -1, a: PhysicalSymbol, b: PhysicalSymbol): ReturnType<typeof premise> => defined(`${id}-${valley > 0 ? "K" : "K'"}`, source, left, inValley(source, valley, a, b), `trace of the curvature over the valley ${valley > 0 ? "K" : "K′"}`);
  const ofK = [at("valley-k", ex`Kv[1]`, 1, l.kx, l.ky), at("valley-k", ex`Kv[-1]`, -1, l.kx, l.ky)];
  const ofU = at("valley-u", ex`Uv[1]`, 1, l.ux, l.uy);
  return [
    ask(valleys, from(ex`Kv[-1]`), equals(ex`-Kv[1]`, by.definition(...ofK))),
    part(1, ask(valleys, from(ex`Kv[1]`), equals(ex`vF^2*Δ/(2*sqrt(vF^2*(kx^2 + ky^2) + Δ^2)^3)`, by.definition(...ofK)))),
    part(2, ask(valleys, from(ex`Uv[1]`), equals(ex`${sign(source)}*ζ^2/(2*(vF^2*(kx^2 + ky^2) + Δ^2))`, by.definition(ofU)))),
  ];
});

// ---- integrals ---------------------------------------------------------------------------------------------------------------

const polar = premise("integral-7", eq`I7 = 1/(2*pi)*integral(k*C7(k, 0), k, 0, oo)`, { kind: "definition", where: "Eq. (5)", text: "∫dk/(2π)² in polar coordinates; the integrand depends on the magnitude of k alone" });
const polarAlone = premise("integral-7-alone", eq`I7 = 1/(2*pi)*integral(k*T7(k, 0), k, 0, oo)`, { kind: "convention", where: "Eq. (5)", text: "the integral of the term Ω_{k_xk_y}Ω_{u_xu_y} in the place of the whole form" });
const integrated = eachWay((source, ask) => ask(graphene, from(ex`I7`),
  equals(ex`1/(2*pi)*integral(k*${sign(source)}*3/2*vF^2*ζ^2*Δ/sqrt(vF^2*k^2 + Δ^2)^5, k, 0, oo)`, by.substituting(polar, forms[source.orientation > 0 ? 0 : 1])),
  equals(ex`${sign(source)}*ζ^2*sign(Δ)/(4*pi*Δ^2)`, by.integrating({ antiderivative: ex`-${sign(source)}*ζ^2*Δ/(2*sqrt(vF^2*k^2 + Δ^2)^3)` }))));
/** Ω_{k_xk_y}Ω_{u_xu_y} alone: a third of the whole. */
const energyTerm = eachWay((source, ask) => {
  const alone = premise(`energy-term-${source.name}`, eq`T7(kx, ky) = ${pairTrace(source.of, l.kx, l.ky, l.ux, l.uy)}`, {
    kind: "definition", where: source.where, text: `Tr(Ω_{k_xk_y}Ω_{u_xu_y}), of the two lower bands at u = 0 for ${source.text}`, forAll: [l.kx, l.ky],
  });
  const term = lemma(`energy-term-${source.name}`, "term of the energy alone", [l.kx, l.ky], from(ex`T7(kx, ky)`), equals(ex`${sign(source)}/2*vF^2*ζ^2*Δ/sqrt(vF^2*(kx^2 + ky^2) + Δ^2)^5`, by.definition(alone)));
  return under("energy term alone", "the term Ω_{k_xk_y}Ω_{u_xu_y} of the form alone, without the wave packet charges, which Eq. (5) contains", ask(graphene, from(ex`I7`),
    equals(ex`1/(2*pi)*integral(k*${sign(source)}/2*vF^2*ζ^2*Δ/sqrt(vF^2*k^2 + Δ^2)^5, k, 0, oo)`, by.substituting(polarAlone, term)),
    equals(ex`${sign(source)}*ζ^2*sign(Δ)/(12*pi*Δ^2)`, by.integrating({ antiderivative: ex`-${sign(source)}*ζ^2*Δ/(6*sqrt(vF^2*k^2 + Δ^2)^3)` }))));
});
const [, momentModel] = integrated;
const diverging = [
  chain(divergence, from(ex`1/I7^2`), equals(ex`144*pi^2*Δ^4/ζ^4`, by.substituting(printed(graphene))), approximates(ex`0`, by.expanding({ weights: new Map([[l.Δ, 1]]), through: 3 }))),
  model(divergence, from(ex`1/I7^2`), equals(ex`16*pi^2*Δ^4/ζ^4`, by.substituting(momentModel)), approximates(ex`0`, by.expanding({ weights: new Map([[l.Δ, 1]]), through: 3 }))),
];

/** The flux through the unit sphere is the same in every direction: its density is taken at the pole k = 0, u = 0, where v_F = ζ = Δ = 1. */
const flux = premise("flux-through-sphere", eq`Q4 = 1/(4*pi^2)*C7(0, 0)*Δ^4/(vF^2*ζ^2)*sign(Δ)*integral(sin(θ)^3, θ, 0, pi)*integral(sin(θ)^2, θ, 0, pi)*integral(sin(θ), θ, 0, pi)*2*pi`, {
  kind: "model", where: "above Eq. (7)", text: "q·Γ turns into itself under rotations of q, so the flux density is C at the pole q₃ times |q|⁴ everywhere; the area of the unit four-sphere in angles; the order q₁ … q₅, in which q₃ = Δ is outward for k_x, k_y, u_y, −u_x",
});
const charge = model(monopoleCharge, from(ex`Q4`), equals(ex`-3/(4*pi)*(4/3)*(pi/2)*2`, by.integrating({}, flux, forms[1])));

// ---- numbers -----------------------------------------------------------------------------------------------------------------

const twoSectors = premise("two-spins", eq`Ms = Mu[1] + Mu[-1]`, { kind: "definition", where: "below Eq. (7)", text: "both spin sectors contribute" });
const sameSectors = premise("same-spins", eq`Mu[α] = M1`, { kind: "model", where: "below Eq. (7)", text: "without spin-orbit coupling both sectors have the same Hamiltonian", forAll: [l.α] });
const doubled = model(spins, from(ex`Ms`), equals(ex`2*M1`, by.substituting(twoSectors, sameSectors)));

const realistic = premise("lambda-ratio", eq`ρλ = (-3*t0*3/2)^2/(-3*t0*1/2)^2`, { kind: "model", where: "below Eq. (7)", text: "the moment is proportional to ζ², and ζ = −3t₀λ/2; λ = 3 against λ = 1" });
const increase = both(oneOrder, from(ex`ρλ`), equals(ex`9`, by.substituting(realistic)), evaluates());

const perCell = premise("per-cell", eq`R7 = 2*(3*sqrt(3)/2)*a0^2*abs(I7)`, {
  kind: "model", where: "below Eq. (7)", text: "N L₁ = ħ, two spins, the primitive cell 3√3 a₀²/2 of each representative atom: moment in units of eħ/2m₁",
});
const inUnits = premise("zeta-with-length", eq`ζ = ζa/a0`, { kind: "definition", where: "below Eq. (7)", text: "the displacement in units of length, with a₀ put back" });
const smallMass = premise("mass-of-0.04", eq`Δ = 4/100*t0`, { kind: "model", where: "below Eq. (7)", text: "Δ = 0.04 t₀, the upper end of the printed range" });
const decay = premise("decay", eq`λ = 3`, { kind: "model", where: "below Eq. (7), Ref. 51", text: "λ = 3" });
const many = [
  chain(magnetons, from(ex`R7 - 1000`), equals(ex`sqrt(3)/(4*pi)*a0^2*ζ^2/Δ^2 - 1000`, by.substituting(perCell, printed(graphene))), equals(ex`sqrt(3)/(4*pi)*(9/4)*9/(4/100)^2 - 1000`, by.substituting(inUnits, printed(coupling), decay, smallMass)), evaluates()),
  model(magnetons, from(ex`R7 - 1000`), equals(ex`3*sqrt(3)/(4*pi)*a0^2*ζ^2/Δ^2 - 1000`, by.substituting(perCell, momentModel)), equals(ex`3*sqrt(3)/(4*pi)*(9/4)*9/(4/100)^2 - 1000`, by.substituting(inUnits, couplingOfLattice, decay, smallMass)), evaluates()),
];

export const monopole: readonly Derivation[] = [
  charge, ...mixing, ...charges.flat(), ...contribution.flat(), ...polarized.flat(), ...integrated, ...energyTerm, ...diverging, doubled, ...increase, ...many,
];
