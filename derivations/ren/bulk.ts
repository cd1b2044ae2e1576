/**
 * # Bulk materials, Eq. (8)
 *
 * The two lower bands of the matrix of Eq. (8) at u = 0; the mean energy ε₀(k) drops out. Semiconductor: Δ₀ < 0 < Δ₁. Semimetal: Δ₀ > 0, with
 * the cutoff 2|Δ(k_z)| > E_p.
 */
import {
  approximates, both, by, chain, equals, evaluates, from, lemma, matrix, model, multiplyMatrices, parameter, part, premise, printed, quantity, restated, satisfies, levels, entryOf, adjoint, whole,
  type Derivation, type Expr,
} from "../../symbolic/index.ts";
import { diracPoints, eq8, experiment, gap, insulators, manyMagnetons, perKz, reversal, semimetal, semimetalNumbers, signChange, spinFlip, summed, threefold } from "./bulkClaims.ts";
import { matrixAtRest } from "./lattice.ts";
import { daggered, energy, slopes } from "./monopole.ts";
import { eq, ex, letters as l } from "./symbols.ts";

// ---- symmetry ----------------------------------------------------------------------------------------------------------------

const o = ex`0`;
/** 𝒯 = U·complex conjugation, with U antidiagonal and 𝒯² = ±1. */
const unitary = matrix([[o, o, o, ex`1`], [o, o, ex`1`, o], [o, ex`T2`, o, o], [ex`T2`, o, o, o]]);
/** The conjugate of the coupling with the elements 13 and 24 in the upper right block. */
const conjugated = matrix([[o, o, ex`conj(Hc[1, 3])`, o], [o, o, o, ex`conj(Hc[2, 4])`], [ex`Hc[1, 3]`, o, o, o], [o, ex`Hc[2, 4]`, o, o]]);
const reversed = premise("time-reversal", eq`Hc[2, 4] = ${entryOf(multiplyMatrices(multiplyMatrices(unitary, conjugated), adjoint(unitary)), 1, 3)}`, {
  kind: "model", where: "below Eq. (8)", text: "H = 𝒯H𝒯⁻¹ for the coupling, which does not depend on k; 𝒯 exchanges the states 1, 4 and 2, 3",
});
const constraint = model(reversal, from(ex`Hc[2, 4]`), equals(ex`T2*Hc[1, 3]`, by.definition(reversed)));
const supplement = premise("form-of-coupling", eq`H8[1, 3] = ζ*(uy - i*ux)`, { kind: "outside", where: "Ref. 31", text: "the form of the coupling in Eq. (8), which the Supplemental Material derives" });
const spinful = premise("spinful", eq`H8[2, 4] = -H8[1, 3]`, { kind: "model", where: "below Eq. (8)", text: "time reversal with 𝒯² = −1 gives the two coupling elements opposite signs" });
const coupled = [
  model(eq8, from(ex`H8[1, 3]`), equals(ex`ζ*(uy - i*ux)`, by.substituting(supplement))),
  part(1, model(eq8, from(ex`H8[2, 4]`), equals(ex`-ζ*(uy - i*ux)`, by.substituting(spinful, supplement)))),
];
const label = (n: number, text: string, spin: Expr): ReturnType<typeof premise> =>
  premise(`spin-${n}`, eq`sp[${whole(n)}] = ${spin}`, { kind: "definition", where: "above Eq. (8)", text: `state ${n} of the basis, ${text}, has its spin ${n < 3 ? "up" : "down"}` });
const labels = [label(1, "P_{3/2, 3/2}", ex`1/2`), label(2, "S_{1/2, 1/2}", ex`1/2`), label(3, "S_{1/2, −1/2}", ex`-1/2`), label(4, "P_{3/2, −3/2}", ex`-1/2`)];
const flipped = [...both(spinFlip, from(ex`sp[3]`), equals(ex`-sp[1]`, by.definition(...labels))), ...both(spinFlip, from(ex`sp[4]`), equals(ex`-sp[2]`, by.definition(...labels))).map((d) => part(1, d))];

// ---- the two contributions ---------------------------------------------------------------------------------------------------

const bands = levels(matrixAtRest, { occupied: [ex`-${energy}`], empty: [energy] }, slopes((a) => [daggered(a), ex`-(${daggered(a)})`]));
const definedAt = (id: string, left: Expr, right: Expr, text: string): ReturnType<typeof premise> =>
  premise(id, { left, right }, { kind: "definition", where: "Eq. (8)", text: `${text}, of the two lower bands of Eq. (8) at u = 0`, forAll: [l.kx, l.ky, l.Δ] });
const topological = lemma("chern-form-8", "trace of the second Chern form at u = 0", [l.kx, l.ky, l.Δ], from(ex`C8(kx, ky, Δ)`),
  equals(ex`vF^2*ζ^2*Δ^3/(2*sqrt(vF^2*(kx^2 + ky^2) + Δ^2)^7)`, by.definition(definedAt("chern-form-8", ex`C8(kx, ky, Δ)`, bands.chernForm(l.kx, l.ky, l.ux, l.uy), "Tr(Ω_{k_xk_y}Ω_{u_xu_y} + Ω_{k_yu_x}Ω_{k_xu_y} − Ω_{k_xu_x}Ω_{k_yu_y})"))));
const nontopological = lemma("mixing-8", "nontopological part at u = 0", [l.kx, l.ky, l.Δ], from(ex`nt8(kx, ky, Δ)`),
  equals(ex`2*vF^2*ζ^2*Δ^3/sqrt(vF^2*(kx^2 + ky^2) + Δ^2)^7`, by.definition(definedAt("mixing-8", ex`nt8(kx, ky, Δ)`, ex`-(${bands.mixingCurl(l.kx, l.ky, l.ux, l.uy)})`, "−(∂_{u_x}F_{u_y} − ∂_{u_y}F_{u_x}) by perturbation theory of the projector"))));
const fourfold = model(threefold, from(ex`nt8(kx, ky, Δ)/C8(kx, ky, Δ)`), equals(ex`4`, by.substituting(topological, nontopological)));

const polar = (id: string, left: Expr, right: Expr): ReturnType<typeof premise> => premise(id, { left, right }, { kind: "definition", where: bulkPage, text: "∫dk/(2π)² in polar coordinates; the integrand depends on the magnitude of k alone", forAll: [l.Δ] });
const bulkPage = "Eq. (5)";
const antiderivative = ex`-ζ^2*Δ^3/(10*sqrt(vF^2*k^2 + Δ^2)^5)`;
const integral8 = lemma("integral-8", "integral of the second Chern form", [l.Δ], from(ex`I8(Δ)`),
  equals(ex`1/(2*pi)*integral(k*vF^2*ζ^2*Δ^3/(2*sqrt(vF^2*k^2 + Δ^2)^7), k, 0, oo)`, by.substituting(polar("polar-8", ex`I8(Δ)`, ex`1/(2*pi)*integral(k*C8(k, 0, Δ), k, 0, oo)`), topological)),
  equals(ex`ζ^2*sign(Δ)/(20*pi*Δ^2)`, by.integrating({ antiderivative })));
const integralMixing = lemma("integral-mixing-8", "integral of the nontopological part", [l.Δ], from(ex`J8(Δ)`),
  equals(ex`1/(2*pi)*integral(k*2*vF^2*ζ^2*Δ^3/sqrt(vF^2*k^2 + Δ^2)^7, k, 0, oo)`, by.substituting(polar("polar-mixing-8", ex`J8(Δ)`, ex`1/(2*pi)*integral(k*nt8(k, 0, Δ), k, 0, oo)`), nontopological)),
  equals(ex`ζ^2*sign(Δ)/(5*pi*Δ^2)`, by.integrating({ antiderivative: ex`4*${antiderivative}` })));

const both8 = premise("both-contributions", eq`m8(Δ) = e*L1/(2*m1)*(I8(Δ) + J8(Δ))`, { kind: "definition", where: "Eqs. (5), (6)", text: "the topological and the nontopological moment of a k_z add up", forAll: [l.Δ] });
const negativeMass = premise("negative-mass", eq`Δ = -Dn`, { kind: "model", where: "below Eq. (8)", text: "the semiconductor: Δ = −|Δ| < 0 at every k_z" });
const ratioAsPrinted = { ...restated(threefold, eq`J8(Δ) = 3*I8(Δ)`, "the nontopological part is 3 times the topological one, as printed"), forAll: [l.Δ] };
const layer = [
  chain(perKz, from(ex`m8(Δ)`), equals(ex`e*L1/(2*m1)*4*ζ^2*sign(Δ)/(20*pi*Δ^2)`, by.substituting(both8, ratioAsPrinted, integral8)), equals(ex`-e*L1/(2*m1)*ζ^2/(20*pi)*4/Δ^2`, by.substituting(negativeMass))),
  model(perKz, from(ex`m8(Δ)`), equals(ex`e*L1/(2*m1)*ζ^2*sign(Δ)/(4*pi*Δ^2)`, by.substituting(both8, integral8, integralMixing)), equals(ex`-e*L1/(2*m1)*ζ^2/(4*pi*Δ^2)`, by.substituting(negativeMass))),
] as const;

const sumOverKz = premise("sum-over-kz", eq`M8 = N*Vu*integral(m8(Δ0 - Δ1*kz^2), kz, -oo, oo)/(2*pi)`, {
  kind: "definition", where: "below Eq. (8)", text: "the magnetization of each k_z, summed over k_z without a limit and multiplied by the volume of N cells; Δ = Δ₀ − Δ₁k_z²",
});
/** The magnetization of every layer, semiconductor or not. */
const anyLayer = [
  lemma("layer-printed", "magnetization of a layer with the printed ratio", [l.Δ], from(ex`m8(Δ)`), equals(ex`e*L1/(2*m1)*4*ζ^2*sign(Δ)/(20*pi*Δ^2)`, by.substituting(both8, ratioAsPrinted, integral8))),
  lemma("layer", "magnetization of a layer", [l.Δ], from(ex`m8(Δ)`), equals(ex`e*L1/(2*m1)*ζ^2*sign(Δ)/(4*pi*Δ^2)`, by.substituting(both8, integral8, integralMixing))),
] as const;
/** ∫dz/(a + bz²)² with a = −Δ₀, b = Δ₁. */
const primitive = (factor: Expr): Expr => ex`${factor}*(kz/(2*(-Δ0)*(-Δ0 + Δ1*kz^2)) + atan(kz*sqrt(Δ1)/sqrt(-Δ0))/(2*sqrt(-Δ0)^3*sqrt(Δ1)))`;
const [factorChain, factorModel] = [ex`e*L1/(2*m1)*ζ^2/(20*pi)*(-4)`, ex`-e*L1/(2*m1)*ζ^2/(4*pi)`];
const moment = [
  chain(summed, from(ex`M8`), equals(ex`N*Vu*integral(${factorChain}/(Δ0 - Δ1*kz^2)^2, kz, -oo, oo)/(2*pi)`, by.substituting(sumOverKz, printed(perKz))),
    equals(ex`-e*N*L1/(2*m1)*ζ^2/(20*pi)*Vu/(sqrt(-Δ0)^3*sqrt(Δ1))`, by.integrating({ antiderivative: primitive(factorChain) }))),
  model(summed, from(ex`M8`), equals(ex`N*Vu*integral(${factorModel}/(Δ0 - Δ1*kz^2)^2, kz, -oo, oo)/(2*pi)`, by.substituting(sumOverKz, anyLayer[1])),
    equals(ex`-e*N*L1/(2*m1)*ζ^2/(16*pi)*Vu/(sqrt(-Δ0)^3*sqrt(Δ1))`, by.integrating({ antiderivative: primitive(factorModel) }))),
] as const;

// ---- numbers -----------------------------------------------------------------------------------------------------------------

const massValue = parameter(l.Δ0, "-0.0205", "eV", { where: "Fig. 3" });
const curvatureValue = parameter(l.Δ1, "18.77", "eV*Å^2", { where: "Fig. 3" });
const phononValue = parameter(l.Ep, "3", "meV", { where: "below Eq. (8)" });
const volumeValue = parameter(l.Vu, "200", "Å^3", { where: "below Eq. (8)" });
const couplingOf = (digits: string): ReturnType<typeof premise> => premise(`coupling-${digits}`, eq`ζ = ${quantity(digits, "eV/Å")}`, { kind: "model", where: "below Eq. (8)", text: `ζ = ${digits} eV/Å` });
const magneton = premise("atomic-magnetons", eq`R8 = M8/(e*N*L1/(2*m1))`, { kind: "definition", where: "below Eq. (8)", text: "the moment in units of eNL₁/2m₁, which is the atomic magneton eħ/2m₁ for N L₁ = ħ" });
const gapWidth = [...both(gap, from(ex`-2*Δ0`), evaluates(massValue)), ...both(gap, from(ex`-2*Δ0/Ep - 10`), evaluates(massValue, phononValue)).map((d) => part(1, d))];
const inMagnetons = [
  lemma("magnetons-printed", "moment in atomic magnetons", [], from(ex`R8`), equals(ex`ζ^2/(80*pi)*4/(Δ0*sqrt(abs(Δ0*Δ1)))*Vu`, by.substituting(magneton, printed(summed)))),
  lemma("magnetons", "moment in atomic magnetons", [], from(ex`R8`), equals(ex`-ζ^2/(16*pi)*Vu/(sqrt(-Δ0)^3*sqrt(Δ1))`, by.substituting(magneton, moment[1]))),
] as const;
const size = [
  chain(manyMagnetons, from(ex`-R8`), equals(ex`-ζ^2/(80*pi)*4/(Δ0*sqrt(abs(Δ0*Δ1)))*Vu`, by.substituting(inMagnetons[0])), evaluates(couplingOf("10"), massValue, curvatureValue, volumeValue)),
  model(manyMagnetons, from(ex`-R8`), equals(ex`ζ^2/(16*pi)*Vu/(sqrt(-Δ0)^3*sqrt(Δ1))`, by.substituting(inMagnetons[1])), evaluates(couplingOf("10"), massValue, curvatureValue, volumeValue)),
];

// ---- semimetal ---------------------------------------------------------------------------------------------------------------

const mass = premise("mass", eq`Δz(kz) = Δp - Δ1*kz^2`, { kind: "definition", where: "below Eq. (8)", text: "Δ = Δ₀ − Δ₁k_z²", forAll: [l.kz] });
const points = [
  ...both(diracPoints, from(ex`Δz(sqrt(Δp/Δ1))`), equals(ex`0`, by.definition(mass))),
  ...both(diracPoints, from(ex`Δz(-sqrt(Δp/Δ1))`), equals(ex`0`, by.definition(mass))).map((d) => part(1, d)),
  ...anyLayer.flatMap((layerOf, k) => {
    const ask = k === 0 ? chain : model;
    return [
      part(2, ask(diracPoints, from(ex`m8(2*Δ)`), equals(ex`m8(Δ)/4`, by.substituting(layerOf)))),
      part(3, ask(diracPoints, from(ex`m8(-Δ)`), equals(ex`-m8(Δ)`, by.substituting(layerOf)))),
    ];
  }),
];

/**
 * ∫ sign(Δ)/Δ² over 2|Δ| > E_p against ∫ 1/Δ² of the semiconductor, with k_z = √(Δ₀/Δ₁) tanh y between the Dirac points, coth y beyond them and
 * tan y in the semiconductor: then dk_z/Δ² is cosh²y dy, sinh²y dy and cos²y dy up to one common factor.
 */
const cutoff = premise("cutoff", eq`g8 = (integral(cosh(y)^2, y, 0, yi) - integral(sinh(y)^2, y, 0, yo))/integral(cos(y)^2, y, 0, pi/2)`, {
  kind: "model", where: "below Eq. (8)", text: "the moment of each k_z is proportional to sign(Δ)/Δ²; k_z = √(Δ₀/Δ₁) tanh y and √(Δ₀/Δ₁) coth y on both sides of the Dirac points, √(|Δ₀|/Δ₁) tan y in the semiconductor with the opposite Δ₀",
});
const belowOne = premise("small-energy", { kind: "positive", term: ex`1 - ε` }, { kind: "model", where: "below Eq. (8)", text: "E_p < 2Δ₀: a gap wider than the energy of the phonon is left around k_z = 0" });
const logarithm = premise("logarithm", eq`ℓ = log(ε)`, { kind: "definition", where: "below Eq. (8)", text: "ln ε, which is counted as a number in the expansion" });
const smallness = premise("epsilon", eq`ε = Ep/(2*Δp)`, { kind: "definition", where: "below Eq. (8)", text: "ε = E_p/2Δ₀" });
/** 2|Δ| = E_p where tanh y = √(1 − ε), and where coth y = √(1 + ε). */
const innerEnd = lemma("inner-end", "cutoff between the Dirac points", [], satisfies(ex`yi`, ex`log(1 + sqrt(1 - ε)) - log(ε)/2`, { definition: "y_i: tanh²y = 1 − ε there, where 2|Δ| = E_p", facts: [belowOne], equations: (y) => [eq`(exp(${y})^2 - 1)^2 = (1 - ε)*(exp(${y})^2 + 1)^2`] }));
const outerEnd = lemma("outer-end", "cutoff beyond the Dirac points", [], satisfies(ex`yo`, ex`log(1 + sqrt(1 + ε)) - log(ε)/2`, { definition: "y_o: coth²y = 1 + ε there, where 2|Δ| = E_p", facts: [], equations: (y) => [eq`(exp(${y})^2 + 1)^2 = (1 + ε)*(exp(${y})^2 - 1)^2`] }));
const exactRatio = lemma("ratio-of-moments", "semimetal over semiconductor", [], from(ex`g8`),
  equals(ex`4/pi*(sinh(2*yi)/4 + yi/2 - sinh(2*yo)/4 + yo/2)`, by.integrating({}, cutoff)),
  equals(ex`4/pi*((sqrt(1 - ε) - sqrt(1 + ε))/(2*ε) + 1/2*log(1 + sqrt(1 - ε)) + 1/2*log(1 + sqrt(1 + ε)) - 1/2*log(ε))`, by.substituting(innerEnd, outerEnd, belowOne)));
const ratio = both(semimetal, from(ex`g8`),
  equals(ex`4/pi*((sqrt(1 - ε) - sqrt(1 + ε))/(2*ε) + 1/2*log(1 + sqrt(1 - ε)) + 1/2*log(1 + sqrt(1 + ε)) - 1/2*ℓ)`, by.substituting(exactRatio, logarithm)),
  approximates(ex`4/pi*(log(2) - 1/2 - 1/2*ℓ)`, by.expanding({ weights: new Map([[l.ε, 1]]), through: 0 })),
  equals(ex`2/pi*(log(8*Δp/Ep) - 1)`, by.substituting(logarithm, smallness)));

const semimetalMass = premise("semimetal-mass", eq`Δp = ${quantity("0.0205", "eV")}`, { kind: "model", where: "Fig. 3", text: "Δ₀ = 0.0205 eV of the semimetal" });
const printedRatio = restated(semimetal, eq`g8 = 4*log(4*Δp/Ep)`, "the factor 4 log(4Δ₀/E_p) as printed");
const changed = model(signChange, from(ex`g8 - 0`), equals(ex`4/pi*((sqrt(1 - ε) - sqrt(1 + ε))/(2*ε) + 1/2*log(1 + sqrt(1 - ε)) + 1/2*log(1 + sqrt(1 + ε)) - 1/2*log(ε))`, by.substituting(exactRatio)), evaluates(smallness, semimetalMass, phononValue));
const range = ["1", "10"].flatMap((digits, k) => [
  part(k, chain(semimetalNumbers, from(ex`-g8*R8`), equals(ex`4*log(4*Δp/Ep)*(-ζ^2/(80*pi)*4/(Δ0*sqrt(abs(Δ0*Δ1)))*Vu)`, by.substituting(printedRatio, inMagnetons[0])), evaluates(couplingOf(digits), semimetalMass, massValue, curvatureValue, volumeValue, phononValue))),
  part(k, model(semimetalNumbers, from(ex`-g8*R8`), equals(ex`4/pi*((sqrt(1 - ε) - sqrt(1 + ε))/(2*ε) + 1/2*log(1 + sqrt(1 - ε)) + 1/2*log(1 + sqrt(1 + ε)) - 1/2*log(ε))*ζ^2/(16*pi)*Vu/(sqrt(-Δ0)^3*sqrt(Δ1))`, by.substituting(exactRatio, inMagnetons[1])),
    evaluates(smallness, couplingOf(digits), semimetalMass, massValue, curvatureValue, volumeValue, phononValue))),
]);

// ---- what the paper leaves to others -----------------------------------------------------------------------------------------

const insulator = (kind: 1 | -1): ReturnType<typeof premise> => premise(kind > 0 ? "strong-insulator" : "weak-insulator", kind > 0 ? eq`MTI[1] = kTI` : eq`MTI[-1] = kW`, {
  kind: "outside", where: "Ref. 31", text: `the moment of a ${kind > 0 ? "strong" : "weak"} topological insulator, from a model that only the Supplemental Material states`,
});
const topologicalInsulators = both(insulators, from(ex`0 - MTI[1]*MTI[-1]`), equals(ex`-kTI*kW`, by.substituting(insulator(1), insulator(-1))));
const measured = premise("measured", eq`Mexp = ρexp*qB*Lp/mI`, { kind: "outside", where: "Refs. 19, 20", text: "the measured moments, which the paper cites and does not list" });
const observed = both(experiment, from(ex`Mexp/(qB*Lp/mI) - 1000`), equals(ex`ρexp - 1000`, by.substituting(measured)));

export const bulk: readonly Derivation[] = [
  constraint, ...coupled, ...flipped, fourfold, ...layer, ...moment, ...gapWidth, ...size, ...points, ...ratio, changed, ...range, ...topologicalInsulators, ...observed,
];
