/**
 * # The honeycomb lattice, Eq. (10) and Fig. 2
 *
 * An atom A that moves changes its three bonds: ∂H/∂u_A at wave vectors k, k − q has the elements (βt/a₀) Σ_j d_j e^{i(k−q)·d_j} (A, B) and (βt/a₀) Σ_j d_j e^{−ik·d_j} (B, A). For the
 * phonon K and k near K′ both are g (i, 1), so that F = g (i, 1) σ_x takes K to K′, where σ_xHσ_x = −H′: conduction goes to valence only. For a uniform displacement
 * F = −i(β/a₀²)σ_z∂_kH. Traces of projectors give everything else without states or gauges; the bands are ±ε₀ = ±√(Δ² + v_f²p²).
 */
import {
  addMatrices, adjoint, approximates, both, by, chain, derivativeOf, equals, evaluates, from, identityMatrix, lemma, mapMatrix, matrix, model, multiplyMatrices, part, premise, satisfies, scaleMatrix, substitute, trace, under, whole, type Derivation, type Expr, type Fact, type Matrix, type Premise, type Start, type Step,
} from "../../symbolic/index.ts";
import {
  bondSum, commonPart, dirac, energyFactor, eq10, integrated, lattice, peaks, perWaveVector, sideJumpVanishes, staticLimit, structureFactor, threefold, threefoldSides, valleysConnected, widths,
} from "./latticeClaims.ts";
import { printedJump, printedSkew } from "./nonadiabaticClaims.ts";
import { curlLemma, curlOf, lambdaOf, partsOfResponse, resonance, resonanceWidth, restOfModel, type LevelPair } from "./nonadiabatic.ts";
import { normalised } from "./response.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const where = "Lattice model";
const stated = (id: string, says: ReturnType<typeof eq>, text: string, kind: "model" | "definition" | "convention" = "model"): Premise => premise(id, says, { kind, where, text });

const kx = ex`4*pi/(3*sqrt(3))`;

// ---- hopping and wave vectors ------------------------------------------------------------------------------------------------

const law = stated("hopping-of-length", eq`tb = t0*(1 - β0*(sqrt((a0*cos(χ) - d1)^2 + (a0*sin(χ) - d2)^2) - a0)/a0)`, "the hopping depends on the length of the bond, linearly with β = −∂ln t/∂ln a; the bond from i to j is a₀(cos χ, sin χ) − (u_i − u_j)");
const bond = ex`t0*(1 - β0*(sqrt((a0*cos(χ) - d1)^2 + (a0*sin(χ) - d2)^2) - a0)/a0)`;
const hopping = model(lattice, from(ex`tb`), equals(bond, by.substituting(law)), approximates(ex`t0 + β0*t0/a0*(cos(χ)*d1 + sin(χ)*d2)`, by.expanding({ weights: new Map([[l.d1, 1], [l.d2, 1]]), through: 1 })));

const connected = [ex`exp(i*(2*(4*pi/(3*sqrt(3)))*sqrt(3) + 4*pi/(3*sqrt(3))*sqrt(3)))`, ex`exp(i*(2*(4*pi/(3*sqrt(3)))*sqrt(3)/2 + 4*pi/(3*sqrt(3))*sqrt(3)/2))`].flatMap((start, k) =>
  both(valleysConnected, from(start), equals(ex`1`, by.algebra())).map((d) => part(k, d)));
const degenerate = [ex`${structureFactor(kx, ex`0`)}`, ex`${structureFactor(ex`-(${kx})`, ex`0`)}`].flatMap((start, k) => both(valleysConnected, from(start), equals(ex`0`, by.algebra())).map((d) => part(k + 2, d)));
const symmetry = threefoldSides.flatMap(([left, right], k) => both(threefold, from(left), equals(right, by.algebra())).map((d) => part(k, d)));

// ---- matrices at the Dirac points --------------------------------------------------------------------------------------------

const energy = stated("band-energy", eq`E0 = sqrt(Δ^2 + vf^2*(px^2 + py^2))`, "energy of the conduction band, −ε₀ that of the valence band", "definition");
const hamiltonian = (valley: 1 | -1): Matrix => {
  const along = valley > 0 ? ex`-vf*px` : ex`vf*px`;
  return matrix([[ex`Δ`, ex`${along} + i*vf*py`], [ex`${along} - i*vf*py`, ex`-Δ`]]);
};
const projector = (band: 1 | 2, valley: 1 | -1): Matrix => scaleMatrix(ex`1/2`, addMatrices(identityMatrix(2), scaleMatrix(band === 1 ? ex`1/E0` : ex`-1/E0`, hamiltonian(valley))));
const slope = (valley: 1 | -1, a: 0 | 1): Matrix => mapMatrix(hamiltonian(valley), (entry) => derivativeOf(entry, a === 0 ? l.px : l.py));
const times = (...all: readonly [Matrix, ...Matrix[]]): Matrix => { const [first, ...rest] = all; return rest.reduce(multiplyMatrices, first); };
const other = { 1: 2, 2: 1 } as const;
const bands = [1, 2] as const;
const valleys = [1, -1] as const;

/** F_x and F_y of an atom A: g (±i, 1) σ_x for the phonon ±K, from the bond sums w. */
const σx = matrix([[ex`0`, ex`1`], [ex`1`, ex`0`]]);
const σz = matrix([[ex`1`, ex`0`], [ex`0`, ex`-1`]]);
const bondSums = bondSum(kx, ex`0`).map((sum, k) => lemma(`bond-sum-${k + 1}`, "sum over the bonds at K", [], from(ex`w1[${whole(k + 1)}]`),
  equals(k === 0 ? ex`3/2*i` : ex`3/2`, by.definition(stated(`bonds-${k + 1}`, { left: ex`w1[${whole(k + 1)}]`, right: sum }, "w = Σ_j d_j e^{iK·d_j} over the unit vectors of the three bonds", "definition")))));
const coupling = [
  stated("coupling-at-dirac", eq`g0 = β0*vf/a0^2`, "g = (3/2)βt/a₀ with v_f = (3/2)t a₀", "definition"),
] as const;
const strength = ex`2/3*g0`;
const atK = (sign: 1 | -1): readonly [Matrix, Matrix] => (sign > 0
  ? [scaleMatrix(ex`${strength}*w1[1]`, σx), scaleMatrix(ex`${strength}*w1[2]`, σx)]
  : [scaleMatrix(ex`${strength}*conj(w1[1])`, σx), scaleMatrix(ex`${strength}*conj(w1[2])`, σx)]);
const numeratorAtK = (band: 1 | 2, sign: 1 | -1): Derivation => {
  const [Fx, Fy] = atK(sign);
  const [here, there] = [projector(band, sign > 0 ? -1 : 1), projector(other[band], sign > 0 ? 1 : -1)];
  const cross = ex`${trace(times(here, Fx, there, adjoint(Fy)))} - (${trace(times(here, Fy, there, adjoint(Fx)))})`;
  return lemma(`numerator-K-${band}-${sign}`, "F × F* for the phonon K", [], from(ex`NK[${whole(band)}, ${whole(sign)}]`),
    equals(sign > 0 ? ex`2*i*g0^2` : ex`-2*i*g0^2`, by.definition(stated(`numerator-K-${band}-${sign}`, { left: ex`NK[${whole(band)}, ${whole(sign)}]`, right: cross },
      `Tr P F_x P′ F_y† − Tr P F_y P′ F_x† between the ${band === 1 ? "conduction" : "valence"} band near ${sign > 0 ? "K′" : "K"} and the other band near ${sign > 0 ? "K" : "K′"}, F = (2g/3) w σ_x${sign > 0 ? "" : " with w*"}`), energy, ...bondSums)));
};
const numeratorsAtK = bands.flatMap((band) => valleys.map((sign) => numeratorAtK(band, sign)));

const uniform = (valley: 1 | -1): readonly [Matrix, Matrix] => [scaleMatrix(ex`-i*g0/vf`, times(σz, slope(valley, 0))), scaleMatrix(ex`-i*g0/vf`, times(σz, slope(valley, 1)))];
const numeratorUniform = (band: 1 | 2, valley: 1 | -1): Derivation => {
  const [Fx, Fy] = uniform(valley);
  const [here, there] = [projector(band, valley), projector(other[band], valley)];
  const cross = ex`${trace(times(here, Fx, there, adjoint(Fy)))} - (${trace(times(here, Fy, there, adjoint(Fx)))})`;
  const sign = (band === 1) === (valley > 0) ? ex`1` : ex`-1`;
  return lemma(`numerator-uniform-${band}-${valley}`, "F × F* for a uniform displacement", [], from(ex`NΓ[${whole(band)}, ${whole(valley)}]`),
    equals(ex`${sign}*2*i*g0^2*Δ/E0`, by.definition(stated(`numerator-uniform-${band}-${valley}`, { left: ex`NΓ[${whole(band)}, ${whole(valley)}]`, right: cross },
      `the same between both bands near ${valley > 0 ? "K" : "K′"} for a uniform displacement of A, F = −i(g/v_f)σ_z∂_kH`), energy)));
};
const numeratorsUniform = bands.flatMap((band) => valleys.map((valley) => numeratorUniform(band, valley)));

const momentOf = (band: 1 | 2, valley: 1 | -1): Derivation => {
  const [P, Q] = [projector(band, valley), projector(other[band], valley)];
  const cross = ex`${trace(times(P, slope(valley, 0), Q, slope(valley, 1)))} - (${trace(times(P, slope(valley, 1), Q, slope(valley, 0)))})`;
  const gap = band === 1 ? ex`(2*E0)` : ex`(-2*E0)`;
  return lemma(`moment-${band}-${valley}`, "orbital moment", [], from(ex`mb[${whole(band)}, ${whole(valley)}]`),
    equals(valley > 0 ? ex`m0` : ex`-m0`, by.definition(stated(`moment-${band}-${valley}`, { left: ex`mb[${whole(band)}, ${whole(valley)}]`, right: ex`1/2*im((${cross})/${gap})` }, "½ Im⟨∂n| × v|n⟩ over the other band, Tr P ∂_xH P′ ∂_yH − Tr P ∂_yH P′ ∂_xH over the gap", "definition"), momentZero, energy)));
};
const momentZero = stated("moment-at-K", eq`m0 = vf^2*Δ/(2*E0^2)`, "the moment of the conduction band near K, charge +1", "definition");
const moments = bands.flatMap((band) => valleys.map((valley) => momentOf(band, valley)));

// ---- Eq. (10) ----------------------------------------------------------------------------------------------------------------

/** δ, Δf and Δε of the population of a band through the other one. */
const ofBand = (band: 1 | 2): { readonly ratio: Expr; readonly occupation: Expr; readonly gap: Expr } =>
  (band === 1 ? { ratio: ex`δcv`, occupation: ex`-1`, gap: ex`2*E0` } : { ratio: ex`δvc`, occupation: ex`1`, gap: ex`(-2*E0)` });
/** Σ over both bands of the first term of Eq. (7), by the formula that its claim is read with. */
const printedSum = (moment: (band: 1 | 2) => Expr, numerator: (band: 1 | 2) => Expr, ω: Expr): Expr => {
  const [c, v] = bands.map((band) => printedSkew({ ...ofBand(band), moment: moment(band), numerator: numerator(band), frequency: ω }));
  return ex`${c ?? ex`0`} + ${v ?? ex`0`}`;
};
const atPhononK = { here: printedSum((b) => ex`mb[${whole(b)}, -1]`, (b) => ex`NK[${whole(b)}, 1]`, ex`ω`), there: printedSum((b) => ex`mb[${whole(b)}, 1]`, (b) => ex`NK[${whole(b)}, -1]`, ex`(-ω)`) };
const atUniform = (ω: Expr, factor: Expr): Expr => ex`${printedSum((b) => ex`mb[${whole(b)}, 1]`, (b) => ex`${factor}*NΓ[${whole(b)}, 1]`, ω)} + ${printedSum((b) => ex`mb[${whole(b)}, -1]`, (b) => ex`${factor}*NΓ[${whole(b)}, -1]`, ω)}`;
const printedAtK = stated("first-term-at-K", eq`λK = -1/2*(${atPhononK.here} - (${atPhononK.there}))`, "first term of Eq. (7) with Eq. (8) as printed, for the phonon K: k near K′ and k − q near K, and the partner the other way round; c empty, v filled", "definition");
const printedUniform = stated("first-term-uniform", eq`λK = -1/2*(${atUniform(ex`ω`, ex`i`)} - (${atUniform(ex`(-ω)`, ex`i`)}))`, "first term of Eq. (7) as printed, for a uniform displacement and both valleys, with the curvature i F × F*/Δε²", "convention");

/** What the population of a band beyond its adiabatic part carries; the bands 1 = c (empty) and 2 = v (filled) have the rates of their numbers, or exchanged ones. */
const carried = (band: 1 | 2, of: Pick<LevelPair, "products" | "velocity" | "moment">, ω: Expr, exchanged = false): Expr => {
  const [own, opposite] = [ex`E0`, ex`-E0`];
  const rate = exchanged ? other[band] : band;
  return curlOf({
    ...of, energy: band === 1 ? own : opposite, occupation: band === 1 ? ex`0` : ex`1`, rates: [ex`rate[${whole(rate)}, ${whole(rate)}]`, ex`rate[1, 2]`],
    between: band === 1 ? [opposite, ex`1`] : [own, ex`0`],
  }, ω);
};
const byMoment = (numerator: Expr, moment: Expr): Pick<LevelPair, "products" | "velocity" | "moment"> => ({ products: [numerator, ex`0`, ex`0`], velocity: [ex`v[1]`, ex`v[2]`], moment });
/** The part with the moment, for k near K′ and the phonon K, and for k near K and its partner. */
const momentPart = (letter: "Cp" | "Cm"): Premise => {
  const [valley, side] = letter === "Cp" ? [ex`-1`, ex`1`] : [ex`1`, ex`-1`];
  const of = (band: 1 | 2): Expr => carried(band, byMoment(ex`NK[${whole(band)}, ${side}]`, ex`mb[${whole(band)}, ${valley}]`), ex`w`);
  return premise(`skew-scattering-${letter === "Cp" ? "K" : "minus-K"}`, { left: letter === "Cp" ? ex`Cp(w)` : ex`Cm(w)`, right: ex`re(${of(1)} + ${of(2)})` }, {
    kind: "definition", where, forAll: [l.w], text: `skew scattering: the part with the moment, of both bands near ${letter === "Cp" ? "K′ for the phonon K" : "K for its partner"}, c empty and v filled`,
  });
};
const ratios: readonly Premise[] = [
  stated("ratio-cv", eq`δcv = (2*rate[1, 2] - rate[1, 1])/(2*ηp + rate[1, 1])`, "δ of the population of c through v", "definition"),
  stated("ratio-vc", eq`δvc = (2*rate[1, 2] - rate[2, 2])/(2*ηp + rate[2, 2])`, "δ of the population of v through c", "definition"),
];
const facts: readonly Fact[] = [...moments, ...numeratorsAtK, ...numeratorsUniform, ...coupling];
const modelK = ex`(δcv + δvc)*m0*β0^2*vf^2/(2*ω*a0^4)*(1/(2*E0 - ω)^2 - 1/(2*E0 + ω)^2)`;
const inGamma = ["phonon Γ", "a uniform displacement in the place of the phonon K, both valleys together, and the curvature with the i that makes it real: factor 4, Δ/ε₀ and the sum of both δ follow, the power of the energies does not"] as const;
/** At any widths, and in the limit of a sharp resonance. */
const broadK = ex`(δcv + δvc)*m0*β0^2*vf^2/(2*ω*a0^4)*(1/((2*E0 - ω)^2 + Γ^2) - 1/((2*E0 + ω)^2 + Γ^2))`;
const linesAtK: readonly Step[] = [
  equals(ex`1/(8*ω)*(Cp(ω) - Cm(-ω))`, by.substituting(restOfModel("K", ex`λK`), normalised, ...partsOfResponse)),
  equals(broadK, by.substituting(momentPart("Cp"), momentPart("Cm"), curlLemma, ...ratios, resonanceWidth, ...facts)),
  approximates(modelK, by.expanding(resonance)),
];
const perVector = model(perWaveVector, from(ex`λK`), ...linesAtK);
const atAnyWidth = lemma("lambda-at-K", "λ of the phonon K at any width", [], from(ex`λK`), ...linesAtK.slice(0, 2));
const formulas = [
  chain(eq10, from(ex`λK`), equals(ex`-1/2*(δcv - δvc)*m0*(2*i*β0^2*vf^2/a0^4)*(1/(2*E0 - ω)^3 - 1/(2*E0 + ω)^3)`, by.substituting(printedAtK, ...facts))),
  model(eq10, from(ex`λK`), ...linesAtK),
  under(...inGamma, chain(eq10, from(ex`λK`), equals(ex`-1/2*(δcv + δvc)*m0*(4*β0^2*vf^2/a0^4*(Δ/E0))*(1/(2*E0 - ω)^3 - 1/(2*E0 + ω)^3)`, by.substituting(printedUniform, ...facts)))),
  perVector,
];

const curvatureOf = (id: string, right: Expr, text: string, kind: "definition" | "convention"): Premise => stated(id, { left: ex`Ω0`, right }, text, kind);
const atPhonon = both(dirac, from(ex`Ω0`), equals(ex`β0^2*vf^2/(2*a0^4*E0^2)`, by.definition(curvatureOf("curvature-at-K", ex`-i*NK[1, 1]/(2*E0)^2`, "−i(Ω_i)_cc^v of Eq. (8) for the phonon K", "definition"), ...facts)));
const [, curvatureAtK] = atPhonon;
const conduction = [
  ...atPhonon, ...both(dirac, from(ex`Ω0`), equals(ex`4*β0^2*vf^2/a0^4*(Δ/E0)`, by.definition(curvatureOf("numerators-of-valleys", ex`-i*(NΓ[1, 1] - NΓ[1, -1])`, "−iF × F* of a uniform displacement without the squared gap below it, both valleys with the sign of their moment", "convention"), energy, ...facts)))
    .map((d) => under("numerator, phonon Γ", "the numerator of the curvature, without 1/(2ε₀)², for a uniform displacement and both valleys with the sign of their moments", d)),
];
/** ∓½(δ_c^v + δ_v^c) m₀ Ω₀ G₀ is λ of the phonon K, at any width: m₀ at K, or of the conduction band that the phonon reaches, at K′. */
const factorOfK = (momentAt: "K" | "K′"): readonly [Start, Step] => {
  const half = momentAt === "K" ? ex`-1/2` : ex`1/2`;
  const factor = momentAt === "K" ? ex`-(2*E0^2/ω)` : ex`(2*E0^2/ω)`;
  return [satisfies(ex`G0`, ex`${factor}*(1/((2*E0 - ω)^2 + Γ^2) - 1/((2*E0 + ω)^2 + Γ^2))`, {
    definition: `G₀: λ of the phonon K is −½ (δ_c^v + δ_v^c) m Ω₀ G₀ with the moment m = ${momentAt === "K" ? "m₀" : "−m₀"} of a band at ${momentAt} and the curvature Ω₀ of the conduction band`, facts: [atAnyWidth, curvatureAtK],
    equations: (G) => [eq`λK = ${half}*(δcv + δvc)*m0*Ω0*${G}`],
  }), approximates(ex`${factor}*(1/(2*E0 - ω)^2 - 1/(2*E0 + ω)^2)`, by.expanding(resonance))];
};
const powers = [
  chain(energyFactor, from(ex`G0`), equals(ex`4*E0^2/(2*E0 - ω)^3 - 4*E0^2/(2*E0 + ω)^3`, by.definition(stated("energy-factor", eq`G0 = -((-1)*(2*E0)^2/(-ω + 2*E0)^3 - (-1)*(2*E0)^2/(ω + 2*E0)^3)`, "what Eq. (8) has for −G₁ of the pair c, v less its partner", "definition")))),
  model(energyFactor, ...factorOfK("K")),
  under("m₀ of the state at K′", "m₀ of the conduction band that the phonon K reaches, which is at K′, or the Berry curvature iΩ in the place of −iΩ: either turns the sign of G₀ into that of the print", model(energyFactor, ...factorOfK("K′"))),
];

// ---- integrated --------------------------------------------------------------------------------------------------------------

/** ε₀ = Δ + x and 2Δ = (2Δ − ω) + ω: sums of positive terms, of which the kernel sees the sign. */
const aboveEdge = stated("phonon-below-the-gap", eq`Δ = (κ0 + ω)/2`, "0 < ω < 2Δ, the phonon lies below the gap by κ₀ = 2Δ − ω");
const aboveBandEdge = substitute(modelK, new Map([[l.m0, ex`vf^2*Δ/(2*(Δ + xe)^2)`], [l.E0, ex`Δ + xe`]]));
const overEnergies = stated("integral-over-energies", eq`λI = 1/(2*pi*vf^2)*integral((Δ + xe)*${aboveBandEdge}, xe, 0, oo)`, "∫d²p/(2π)² of the form per wave vector with m₀ = v_f²Δ/2ε₀², over the energy: p dp = ε₀dε₀/v_f², ε₀ = Δ + x", "definition");
const positiveFrequency = premise("frequency", { kind: "positive", term: ex`ω` }, { kind: "model", where, text: "a positive frequency" });
const constant = ex`(δcv + δvc)*β0^2*vf^2*((κ0 + ω)/2)/(8*pi*ω*a0^4)`;
const closed = ex`(δcv + δvc)*β0^2*vf^2*Δ/(8*pi*ω^2*a0^4)*(1/(2*Δ - ω) + 1/(2*Δ + ω) - 1/ω*log((2*Δ + ω)/(2*Δ - ω)))`;
const antiderivative = ex`2*pi*vf^2*${constant}/ω*(1/ω*log((κ0 + 2*ω + 2*xe)/(κ0 + 2*xe)) - 1/(κ0 + 2*xe) - 1/(κ0 + 2*ω + 2*xe))`;
const integral = model(integrated, from(ex`λI`), equals(closed, by.integrating({ antiderivative }, overEnergies, aboveEdge, positiveFrequency)));
const slow = model(staticLimit, from(ex`λI`), equals(closed, by.substituting(integral)), approximates(ex`(δcv + δvc)*β0^2*vf^2/(48*pi*a0^4*Δ^2)`, by.expanding({ weights: new Map([[l.ω, 1]]), through: 1 })));

// ---- Fig. 2 ------------------------------------------------------------------------------------------------------------------

const panels = { 4: ["20", "2", "4"], 5: ["20", "20", "4"], 6: ["20", "4", "20"], 7: ["4", "20", "40"] } as const;
type Panel = keyof typeof panels;
const milli = (x: string): Expr => ex`${whole(Number(x))}/1000`;
const sumOf = (n: Panel, full: boolean): Premise => {
  const [p, c, v] = panels[n].map(milli);
  const of = (upper: Expr, lower: Expr): Expr => (full ? ex`${upper}/(2*${p ?? upper} + ${lower})` : ex`${upper}/(${p ?? upper} + ${lower})`);
  return premise(`panel-${n}${full ? "" : "-amplitudes"}`, { left: ex`Sp[${whole(n)}]`, right: ex`${of(v ?? ex`0`, c ?? ex`0`)} + ${of(c ?? ex`0`, v ?? ex`0`)}` }, { kind: "definition", where: "Fig. 2", text: `δ_c^v + δ_v^c for the widths printed for the panel, in eV${full ? "" : ", with γ_mn = η_m + η_n"}` });
};
const panelSums = (full: boolean): readonly Premise[] => [4, 5, 6, 7].map((n) => sumOf(n === 4 ? 4 : n === 5 ? 5 : n === 6 ? 6 : 7, full));
const compared = (ask: typeof chain, full: boolean): readonly Derivation[] => {
  const sums = panelSums(full);
  const [d, e, , g] = sums.map((sum) => (sum.says.kind === "equal" ? sum.says.right : ex`0`));
  return [
    ask(widths, from(ex`Sp[5] - Sp[4]`), equals(ex`${e ?? ex`0`} - (${d ?? ex`0`})`, by.substituting(...sums)), evaluates()),
    part(1, ask(widths, from(ex`Sp[6]`), equals(ex`Sp[5]`, by.substituting(...sums)))),
    part(2, ask(widths, from(ex`Sp[7] - Sp[5]`), equals(ex`${g ?? ex`0`} - (${e ?? ex`0`})`, by.substituting(...sums)), evaluates())),
  ];
};

/** ε_{ij} F_i ∂F_j* by the states, Im(F × F*)_{n₁n₃}A_a by traces of projectors: n₁ at `here`, n₂ the other band at `there`, n₃ the other band at `here`. */
const shiftOf = (band: 1 | 2, here: 1 | -1, there: 1 | -1, [Fx, Fy]: readonly [Matrix, Matrix], a: 0 | 1): Expr => {
  const [P, Q, R] = [projector(band, here), projector(other[band], there), projector(other[band], here)];
  const gap = band === 1 ? ex`(2*E0)` : ex`(-2*E0)`;
  return ex`im(i*(${trace(times(P, Fx, Q, adjoint(Fy), R, slope(here, a)))} - (${trace(times(P, Fy, Q, adjoint(Fx), R, slope(here, a)))}))/${gap})`;
};
const directions = [0, 1] as const;
const component = (a: 0 | 1): Expr => (a === 0 ? ex`px` : ex`py`);
const jumpIn = (reading: "uniform" | "K"): readonly Derivation[] => bands.flatMap((band) => directions.flatMap((a): readonly Derivation[] => {
  const [here, there, F, kind] = reading === "uniform" ? [1, 1, uniform(1), "definition"] as const : [-1, 1, atK(1), "convention"] as const;
  const shift = ex`Sh[${whole(band)}, ${whole(a + 1)}]`;
  const velocity = ex`Ve[${whole(band)}, ${whole(a + 1)}]`;
  const turned = a === 0 ? ex`-g0^2*vf^2*py/(2*E0^2)` : ex`g0^2*vf^2*px/(2*E0^2)`;
  const direction = band === 1 ? ex`1` : ex`-1`;
  return [
    lemma(`shift-${reading}-${band}-${a + 1}`, "shift between k and k + q₀", [], from(shift), equals(reading === "K" ? ex`0` : turned, by.definition(stated(`shift-${reading}-${band}-${a + 1}`, { left: shift, right: shiftOf(band, here, there, F, a) },
      `Im(F × F*)_{n₁n₃}A_a for ${reading === "K" ? "the phonon K, n₁ and n₃ near K′, n₂ near K" : "a uniform displacement, near K"}, by traces of projectors`, kind), energy, ...bondSums))),
    lemma(`velocity-${reading}-${band}-${a + 1}`, "velocity of a band", [], from(velocity), equals(ex`${direction}*vf^2*${component(a)}/E0`, by.definition(stated(`velocity-${reading}-${band}-${a + 1}`, { left: velocity, right: trace(times(projector(band, here), slope(here, a))) }, "Tr P ∂_aH", kind), energy))),
  ];
}));
type Reading = "uniform" | "K";
type ExchangedPanel = 5 | 6;
/** What both bands have near a Dirac point, for the phonon and for its partner. */
const numeratorIn = (reading: Reading, band: 1 | 2, side: 1 | -1): Expr => (reading === "K" ? ex`NK[${whole(band)}, ${whole(side)}]` : ex`NΓ[${whole(band)}, 1]`);
const momentIn = (reading: Reading, band: 1 | 2, side: 1 | -1): Expr => ex`mb[${whole(band)}, ${whole(reading === "K" ? -side : 1)}]`;
const shiftIn = (band: 1 | 2): readonly [Expr, Expr] => [ex`Sh[${whole(band)}, 1]`, ex`Sh[${whole(band)}, 2]`];
const velocityIn = (band: 1 | 2): readonly [Expr, Expr] => [ex`Ve[${whole(band)}, 1]`, ex`Ve[${whole(band)}, 2]`];
const partNames = { 1: "the part with the moment", 2: "the part with the shift" } as const;
const readingNames = { K: "the phonon K", uniform: "a uniform displacement, in a valley" } as const;
const panelNames = { 5: "panel (e)", 6: "panel (f): the rates of both bands exchanged" } as const;
const panelStated = (which: 1 | 2, n: ExchangedPanel, reading: Reading, origin: "printed" | "derived", right: Expr, text: string): Premise =>
  stated(`panel-${origin}-${reading}-${which}-${n}`, { left: ex`Pe[${whole(which)}, ${whole(n)}]`, right }, `${text}, of both bands and the partner, for ${readingNames[reading]}, ${panelNames[n]}`, reading === "K" ? "convention" : "definition");
/** One part of λ^NA: panel (e) has the rates of the bands, panel (f) those of the other band. */
const panelDerived = (which: 1 | 2, n: ExchangedPanel, reading: Reading): Premise => {
  const of = (band: 1 | 2, side: 1 | -1): Pick<LevelPair, "products" | "velocity" | "moment"> => (which === 1 ? byMoment(numeratorIn(reading, band, side), momentIn(reading, band, side))
    : { products: [ex`0`, ...shiftIn(band)], velocity: velocityIn(band), moment: ex`0` });
  const sum = (side: 1 | -1): Expr => ex`re(${carried(1, of(1, side), side > 0 ? ex`ω` : ex`(-ω)`, n === 6)} + ${carried(2, of(2, side), side > 0 ? ex`ω` : ex`(-ω)`, n === 6)})`;
  return panelStated(which, n, reading, "derived", lambdaOf(ex`${sum(1)} - ${sum(-1)}`), `${partNames[which]} of λ for a real displacement`);
};
/** The same of Eq. (7) as printed, with the i that makes its first term real. */
const panelPrinted = (which: 1 | 2, n: ExchangedPanel, reading: Reading): Premise => {
  const of = (band: 1 | 2, side: 1 | -1): Expr => {
    const frequency = side > 0 ? ex`ω` : ex`(-ω)`;
    const ratio = ofBand(n === 5 ? band : other[band]).ratio;
    return which === 1 ? printedSkew({ ...ofBand(band), ratio, moment: momentIn(reading, band, side), numerator: ex`i*${numeratorIn(reading, band, side)}`, frequency })
      : printedJump({ ...ofBand(band), ratio, shift: shiftIn(band), velocity: velocityIn(band), frequency });
  };
  return panelStated(which, n, reading, "printed", ex`-1/2*(${of(1, 1)} + ${of(2, 1)} - (${of(1, -1)} + ${of(2, -1)}))`, which === 1 ? "first term of Eq. (7) as printed, with i" : "second term of Eq. (7) as printed");
};
const panelsOf = (which: 1 | 2, reading: Reading, origin: "printed" | "derived" = "derived"): readonly Fact[] => {
  const panel = origin === "printed" ? panelPrinted : panelDerived;
  return [panel(which, 5, reading), panel(which, 6, reading), ...(origin === "derived" ? [curlLemma] : []), ...facts, ...(which === 1 ? [] : jumpIn(reading)), energy];
};
const atPhononKReading = ["phonon K", "the phonon K in the place of a uniform displacement; the side jump of the Dirac bands vanishes there, so that in the model (e) and (f) are the same"] as const;
const difference = ex`Pe[1, 6] - Pe[1, 5]`;
const twice = ex`-(δcv + δvc)*g0^2*vf^4*(px^2 + py^2)/(2*E0^3)*(1/(2*E0 - ω)^3 - 1/(2*E0 + ω)^3)`;
const oppositeAtK = ex`-2*(δcv - δvc)*m0*g0^2*(1/(2*E0 - ω)^3 - 1/(2*E0 + ω)^3)`;
const zero = (...given: readonly Fact[]): Step => equals(ex`0`, by.substituting(...given));
const shared = [
  chain(commonPart, from(difference), zero(...panelsOf(1, "uniform", "printed"))),
  part(1, chain(commonPart, from(ex`Pe[2, 6] + Pe[2, 5]`), equals(twice, by.substituting(...panelsOf(2, "uniform", "printed"))))),
  under(...atPhononKReading, chain(commonPart, from(difference), equals(oppositeAtK, by.substituting(...panelsOf(1, "K", "printed"))))),
  under(...atPhononKReading, part(1, chain(commonPart, from(ex`Pe[2, 6] + Pe[2, 5]`), zero(...panelsOf(2, "K", "printed"))))),
  model(commonPart, from(difference), equals(ex`(δcv - δvc)*m0*g0^2*Δ/(ω*E0)*(1/((2*E0 - ω)^2 + Γ^2) - 1/((2*E0 + ω)^2 + Γ^2))`, by.substituting(...panelsOf(1, "uniform"), ...ratios, resonanceWidth))),
  part(1, model(commonPart, from(ex`Pe[2, 6] + Pe[2, 5]`), zero(...panelsOf(2, "uniform")))),
  under(...atPhononKReading, model(commonPart, from(difference), zero(...panelsOf(1, "K")))),
  under(...atPhononKReading, part(1, model(commonPart, from(ex`Pe[2, 6] + Pe[2, 5]`), zero(...panelsOf(2, "K"))))),
];

const sideJumpOf = (kind: "definition" | "convention" | "outside", text: string): Premise => premise(`side-jump-${kind}`, eq`SJQ = Pe[2, 5]`, { kind, where: kind === "outside" ? "Fig. 2, Ref. 43" : where, text });
const equalWidths = stated("equal-widths", eq`rate[2, 2] = rate[1, 1]`, "equal widths, Fig. 2(b) and (c)");
const beyond = [
  chain(sideJumpVanishes, from(ex`SJQ`), equals(ex`1/2*(${twice})`, by.substituting(sideJumpOf("definition", "the second term of Eq. (7) for a uniform displacement"), ...panelsOf(2, "uniform", "printed")))),
  under(...atPhononKReading, chain(sideJumpVanishes, from(ex`SJQ`), zero(sideJumpOf("convention", "the second term of Eq. (7) for the phonon K"), ...panelsOf(2, "K", "printed")))),
  model(sideJumpVanishes, from(ex`SJQ`), zero(sideJumpOf("outside", "how the plotted phonon band moves the atoms away from Γ and K, which the Supplemental Material has; checked at Γ and at equal widths, where the skew scattering of one atom vanishes as well"), equalWidths, ...panelsOf(2, "uniform"))),
  model(peaks, from(ex`λQ`), equals(broadK, by.substituting(premise("polarization", eq`λQ = λK`, { kind: "outside", where: "Fig. 2, Ref. 43", text: "the phonon bands and their polarizations, which the Supplemental Material has" }), perVector))),
];

export const honeycomb: readonly Derivation[] = [
  hopping, ...connected, ...degenerate, ...symmetry, ...formulas, ...conduction, ...powers, integral, slow, ...compared(chain, true), ...compared(model, false), ...shared, ...beyond,
];
