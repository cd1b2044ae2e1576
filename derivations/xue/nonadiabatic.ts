/**
 * # The nonadiabatic part, Eq. (7)
 *
 * The phonon takes n₂ at k − q to n₁ at k, its partner takes n₁ at k + q₀ back. With p(q₀) the product of the two couplings, the element of the density matrix between n₁ at k and at
 * k + q₀ obeys
 *
 *     (2iη_p + ε_{k+q₀} − ε_k + iγ₁₁) ρ = p(q₀) (f₁ − f₂)(1/D_a + 1/D_b),    D_a + D_b = 2iη_p + ε_{k+q₀} − ε_k + 2iγ₁₂.
 *
 * What it has beyond its adiabatic part is i(2γ₁₂ − γ₁₁)/(2iη_p + … + iγ₁₁) times that, δ at q₀ = 0. Its derivative by q₀, in the curl of the velocity, leaves ∂p × v and the moment; derivatives
 * of energies and occupations are along v and drop out. All widths may be kept; Eq. (7) is the limit of a sharp resonance. Insulator, or f(ε): the derivative of f is along v as well.
 */
import { approximates, by, chain, equals, from, lemma, model, premise, printed, satisfies, under, whole, type Claim, type Derivation, type Expr, type Fact, type Premise, type Step } from "../../symbolic/index.ts";
import { connection, couplingOf, couplingTerm, eq7, eq8G1, gap, numerator, otherNumerator, ratioOfWidths, secondG, sideJump, skewOfReal, skewScattering } from "./nonadiabaticClaims.ts";
import { eq4, prefactor } from "./generalClaims.ts";
import { ofWidths, ratio } from "./population.ts";
import { normalised } from "./response.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const [here, there, x, y] = [whole(1), whole(-1), whole(1), whole(2)];

// ---- one element of the density matrix ---------------------------------------------------------------------------------------

/** p(q₀) = p + q₀p′ and the shift of the energy q₀v, along x and along y. */
const along = { x: [ex`pgx`, ex`va`], y: [ex`pgy`, ex`vb`] } as const;
type Direction = keyof typeof along;
const elementOf = (direction: Direction): { readonly product: Expr; readonly shift: Expr; readonly letter: Expr } => {
  const [p, velocity] = along[direction];
  return { product: ex`(pg + k0*${p})`, shift: ex`k0*${velocity}`, letter: ex`R(k0, pg, ${p}, ${velocity}, ea, fa, ra, rb, eb, fb, w)` };
};
/** The equations of motion of first and second order, put together, for any two levels a (at k) and b (between) with the rates γ_aa and γ_ab. */
const solution = (direction: Direction): Derivation => {
  const { product, shift, letter } = elementOf(direction);
  const [Da, Db] = [ex`(w + i*ηp - (ea - eb) + i*rb)`, ex`(-w + i*ηp - (eb - ea - ${shift}) + i*rb)`];
  const D = ex`(2*i*ηp + ${shift} + i*ra)`;
  const beyond = ex`${product}*(fa - fb)*i*(2*rb - ra)/(${Da}*${Db}*${D})`;
  const free = direction === "x" ? [l.pgx, l.va] : [l.pgy, l.vb];
  return lemma(`beyond-adiabatic-${direction}`, "element between k and k + q₀ beyond its adiabatic part", [l.k0, l.pg, ...free, l.ea, l.fa, l.ra, l.rb, l.eb, l.fb, l.w], satisfies(letter, beyond, {
    definition: "ρ₀ = f is held, its own decay is left out, of which the paper says nothing: what the element ρ at 2iη_p has beyond the part that solves the same equation with 2γ_ab = γ_aa in the sum of the two resonances, p (f_a − f_b)/(D_aD_b)", facts: [],
    equations: (ρ) => [eq`${D}*(${ρ} + ${product}*(fa - fb)/(${Da}*${Db})) = ${product}*((fa - fb)/${Db} - (fb - fa)/${Da})`],
  }));
};
const elements = [solution("x"), solution("y")] as const;

const anyBand = [l.pg, l.pgx, l.pgy, l.va, l.vb, l.mm, l.ea, l.fa, l.ra, l.rb, l.eb, l.fb, l.w];
const curlOfBand = ex`C(pg, pgx, pgy, va, vb, mm, ea, fa, ra, rb, eb, fb, w)`;
const curl = premise("curl-of-velocity", { left: curlOfBand, right: ex`diff(${elementOf("x").letter}*(vb + k0*(Vs + i*mm)), k0 = 0) - diff(${elementOf("y").letter}*(va + k0*(Vs - i*mm)), k0 = 0)` }, {
  kind: "definition", where: "Eq. (4)", forAll: anyBand,
  text: "q₀ → 0 at finite widths, before they vanish, of which the paper says nothing: ε_{jlk}∂_{q₀l} of the element times the velocity ⟨a k + q₀|v_k e^{iq₀r}|a k⟩ = v_k + q₀l⟨∂_l a|v_k|a⟩, states transported parallel; ⟨∂_l a|v_k|a⟩ = ⟨∂_l a|(ε − H)|∂_k a⟩ is Hermitian in l, k, so its antisymmetric part is i times m^e = ½ Im⟨∂a| × v|a⟩",
});
/** For every pair of levels, and so for the bands of any model. */
export const curlLemma = lemma("curl-of-velocity", "curl of the velocity beyond the adiabatic part", anyBand, from(curlOfBand),
  equals(ex`-(2*rb - ra)/(2*ηp + ra)*(fa - fb)/((ea - eb - w)^2 + (ηp + rb)^2)*(2*i*mm*pg + pgx*vb - pgy*va)`, by.substituting(curl, ...elements)));
/** Γ and δ are defined by the rates. */
export const resonanceWidth = premise("resonance-width", eq`Γ = ηp + rate[1, 2]`, { kind: "definition", where: "Eq. (7)", text: "Γ: the width of the resonance, η_p + γ₁₂" });
const sharp = [resonanceWidth, ratio] as const;
export interface LevelPair {
  /** p, ∂p along x and along y. */
  readonly products: readonly [Expr, Expr, Expr];
  readonly velocity: readonly [Expr, Expr];
  readonly moment: Expr;
  readonly energy: Expr;
  readonly occupation: Expr;
  /** γ_aa and γ_ab. */
  readonly rates: readonly [Expr, Expr];
  readonly between: readonly [energy: Expr, occupation: Expr];
}
/** The curl for a pair of levels at a frequency. */
export const curlOf = ({ products: [p, px, py], velocity: [va, vb], moment, energy, occupation, rates: [population, coherence], between: [eb, fb] }: LevelPair, ω: Expr): Expr =>
  ex`C(${p}, ${px}, ${py}, ${va}, ${vb}, ${moment}, ${energy}, ${occupation}, ${population}, ${coherence}, ${eb}, ${fb}, ${ω})`;
/** The same for n₁ and n₂. */
const curlAt = (s: Expr, products: readonly [Expr, Expr, Expr], ω: Expr): Expr => curlOf({
  products, velocity: [ex`v[1]`, ex`v[2]`], moment: ex`me`, energy: ex`ε[1]`, occupation: ex`f[1]`, rates: [ex`rate[1, 1]`, ex`rate[1, 2]`], between: [ex`ε2[${s}]`, ex`f2[${s}]`],
}, ω);

// ---- antisymmetrised in the displacements ------------------------------------------------------------------------------------

const sided = (s: Expr, letter: string): Derivation => {
  const start = s === here ? ex`Cp(w)` : ex`Cm(w)`;
  const sum = (j: Expr): Expr => ex`J[${s}, ${j}] + Jc[${s}, ${j}] + i*Ji[${s}, ${j}]`;
  return lemma(`antisymmetrised-${letter}`, "antisymmetric in the displacements", [l.w], from(start),
    equals(ex`re(${curlAt(s, [ex`i*N[${s}]`, sum(x), sum(y)], ex`w`)})`, by.definition(premise(`antisymmetrised-${letter}`, { left: start, right: ex`re(${curlAt(s, [ex`i*N[${s}]`, sum(x), sum(y)], ex`w`)})` }, {
      kind: "definition", where: "Eq. (4)", forAll: [l.w],
      text: "ε_{ik₁k₂} of the products of the couplings: iN = F × F*, and its derivative by q₀ from the state n₁ at k + q₀, J by the states and Jc by the coupling; the imaginary part is half the derivative by q of the current at q₀ = 0 and no moment, θ¹ is labelled by q and q + q₀",
    }))),
    equals(ex`-δ[1, 2]*(f[1] - f2[${s}])/((ε[1] - ε2[${s}] - w)^2 + Γ^2)*(-2*me*N[${s}] + (J[${s}, 1] + Jc[${s}, 1])*v[2] - (J[${s}, 2] + Jc[${s}, 2])*v[1])`, by.substituting(curlLemma, ...sharp)));
};
const [plus, minus] = [sided(here, "plus"), sided(there, "minus")];

/** N, J and Jc as letters, and over the matrix elements. */
interface Products { readonly ratio: Expr; readonly numerator: (s: Expr) => Expr; readonly byStates: (s: Expr, j: Expr) => Expr; readonly byCoupling: (s: Expr, j: Expr) => Expr }
const letters: Products = { ratio: ex`δ[1, 2]`, numerator: (s) => ex`N[${s}]`, byStates: (s, j) => ex`J[${s}, ${j}]`, byCoupling: (s, j) => ex`Jc[${s}, ${j}]` };
const derivativeOfCoupling = (s: Expr, i: Expr, j: Expr): Expr => ex`(Dr[${s}, ${i}, ${j}] + i*Di[${s}, ${i}, ${j}])`;
const elementsOf: Products = {
  ratio: ratioOfWidths,
  numerator: (s) => ex`im(${numerator(s)})`,
  byStates: (s, j) => ex`re(${otherNumerator(s)}*(-i*${connection(j)}))`,
  byCoupling: (s, j) => ex`re(${couplingOf(s, x)}*${derivativeOfCoupling(s, y, j)} - ${couplingOf(s, y)}*${derivativeOfCoupling(s, x, j)})`,
};
/** The three parts of what the ratio multiplies: by the moment, by the states, by the coupling. */
type Part = "moment" | "states" | "coupling";
const every: readonly Part[] = ["moment", "states", "coupling"];
const elementsAt = (s: Expr, id: string, kept: readonly Part[]): readonly Premise[] => [
  ...(kept.includes("moment") ? [premise(`numerator-${id}`, { left: letters.numerator(s), right: elementsOf.numerator(s) }, { kind: "definition", where: "Eq. (8)", text: "F × F*, which is imaginary" })] : []),
  ...[x, y].flatMap((j, k) => [
    ...(kept.includes("states") ? [premise(`shift-of-states-${id}-${k + 1}`, { left: letters.byStates(s, j), right: elementsOf.byStates(s, j) }, {
      kind: "definition", where: "below Eq. (8)", text: "|∂n₁⟩ = −iΣ A_{n₃n₁}|n₃⟩ in the coupling of the partner, for one n₃",
    })] : []),
    ...(kept.includes("coupling") ? [premise(`shift-of-coupling-${id}-${k + 1}`, { left: letters.byCoupling(s, j), right: elementsOf.byCoupling(s, j) }, {
      kind: "model", where: "Eq. (3)", text: "the coupling ∂H/∂u* between k + q₀ and k − q depends on q₀",
    })] : []),
  ]),
];

// ---- Eq. (7) -----------------------------------------------------------------------------------------------------------------

/** θ¹ is what it would be with adiabatic populations, and the part beyond; λ^NA is λ less what all the rest gives. */
export const partsOfResponse: readonly Premise[] = [
  premise("parts-of-theta-1", eq`θ1(w) = R1(w) + Cp(w)`, { kind: "definition", where: "Eq. (6)", forAll: [l.w], text: "θ¹: with adiabatic populations, and the part beyond them" }),
  premise("parts-of-theta-1-minus", eq`θ1m(w) = R1m(w) + Cm(w)`, { kind: "definition", where: "Eq. (6)", forAll: [l.w], text: "the same at −q" }),
];
const lessRest = (id: string, part: Expr, rest: Expr): Premise => premise(`nonadiabatic-part-${id}`, { left: part, right: ex`λij - ${rest}` }, {
  kind: "definition", where: "Eq. (6)", text: "λ^NA: λ less what adiabatic populations and the responses θ², θ³ give; a ratio of widths that stays when all widths vanish together is in the populations alone, since only they have a denominator of the order of the widths",
});
const inner = (s: Expr, parts: readonly Part[], { numerator: N, byStates, byCoupling }: Products): Expr => {
  const [moment, states, coupling] = every.map((part) => parts.includes(part));
  const shiftOf = (j: Expr): Expr => (states && coupling ? ex`(${byStates(s, j)} + ${byCoupling(s, j)})` : states ? byStates(s, j) : byCoupling(s, j));
  const ofMoment = ex`2*me*${N(s)}`;
  const ofShift = ex`${shiftOf(x)}*v[2] - ${shiftOf(y)}*v[1]`;
  return moment && states ? ex`(${ofShift} - ${ofMoment})` : moment ? ex`(-${ofMoment})` : ex`(${ofShift})`;
};
const wide = (s: Expr, ω: Expr, parts: readonly Part[]): Expr => ex`-δ[1, 2]*(f[1] - f2[${s}])/((${gap(s)} - ${ω})^2 + Γ^2)*${inner(s, parts, letters)}`;
const at = (s: Expr): Expr => (s === here ? ex`ω` : ex`(-ω)`);
/** Its limit for a sharp resonance, as Eq. (4) and as a real displacement have it. */
const cubed = (s: Expr, parts: readonly Part[], of: Products): Expr => ex`-1/2*${of.ratio}*(f[1] - f2[${s}])/(${gap(s)} - ${at(s)})^3*${inner(s, parts, of)}`;
const squared = (s: Expr, parts: readonly Part[], of: Products): Expr => ex`-${of.ratio}*(f[1] - f2[${s}])/(8*ω*(${gap(s)} - ${at(s)})^2)*${inner(s, parts, of)}`;

export const resonance = { weights: new Map([[l.Γ, 1]]), through: 0 };
const lines = (facts: readonly Fact[], broad: Expr, sharp: (of: Products) => Expr, elements: readonly Fact[]): readonly Step[] => [
  equals(broad, by.substituting(...facts)), approximates(sharp(letters), by.expanding(resonance)), equals(sharp(elementsOf), by.substituting(...elements)),
];
const restOfPrint = lessRest("printed", ex`λNA`, ex`1/4*diff(R1(ω) + θ2(ω) + θ3(ω) - R1m(-ω) - θ2m(-ω) - θ3m(-ω), ω)`);
/** How a response enters λ for a real displacement; where the rest of λ is taken off, the kernel holds it against the derived Eq. (4). */
export const lambdaOf = (response: Expr): Expr => ex`1/(8*ω)*(${response})`;
/** What of λ for a real displacement is left for the populations beyond their adiabatic part. */
export const restOfModel = (id: string, part: Expr): Premise => lessRest(id, part, lambdaOf(ex`R1(ω) - R1m(-ω) + θ3(ω) - θ3m(-ω)`));

const bothSides = [...elementsAt(here, "plus", every), ...elementsAt(there, "minus", every)];
/** δ as printed, or of the same widths of populations, so that what Eq. (7) does with δ is judged and not δ once more. */
const complete: readonly Derivation[] = [
  chain(eq7, from(ex`λNA`), equals(ex`1/4*diff(Cp(ω) - Cm(-ω), ω)`, by.substituting(restOfPrint, printed(eq4), ...partsOfResponse)), ...lines([plus, minus], ex`1/4*diff(${wide(here, ex`ω`, every)} - ${wide(there, ex`(-ω)`, every)}, ω)`,
    (of) => ex`${cubed(here, every, of)} + ${cubed(there, every, of)}`, [...bothSides, printed(prefactor)])),
  model(eq7, from(ex`λNA`), equals(ex`1/(8*ω)*(Cp(ω) - Cm(-ω))`, by.substituting(restOfModel("derived", ex`λNA`), normalised, ...partsOfResponse)), ...lines([plus, minus], ex`1/(8*ω)*(${wide(here, ex`ω`, every)} - ${wide(there, ex`(-ω)`, every)})`,
    (of) => ex`${squared(here, every, of)} - ${squared(there, every, of)}`, [...bothSides, ofWidths.population])),
];

// ---- its parts, of the phonon alone ------------------------------------------------------------------------------------------

/** The curl is linear in the products of the couplings. */
const partCurls: Readonly<Record<Part, { readonly letter: Expr; readonly at: Expr; readonly products: readonly [Expr, Expr, Expr]; readonly text: string }>> = {
  moment: { letter: ex`CM(ω)`, at: ex`CM(w)`, products: [ex`i*N[1]`, ex`0`, ex`0`], text: "with the moment" },
  states: { letter: ex`CS(ω)`, at: ex`CS(w)`, products: [ex`0`, ex`J[1, 1]`, ex`J[1, 2]`], text: "with the derivative of the state n₁" },
  coupling: { letter: ex`CC(ω)`, at: ex`CC(w)`, products: [ex`0`, ex`Jc[1, 1]`, ex`Jc[1, 2]`], text: "with the derivative of the coupling" },
};
const partOfCurl = (part: Part): Premise => {
  const { at: left, products, text } = partCurls[part];
  return premise(`part-${part}`, { left, right: ex`re(${curlAt(here, products, ex`w`)})` }, { kind: "definition", where: "Eq. (7)", forAll: [l.w], text: `Θ^NA of the phonon alone, the part ${text}` });
};
/** How a response Θ enters λ: as Eq. (4) has it, as the model has it, and ∂_ω(ωλ) of the model. */
interface Normalisation { readonly of: (response: Expr) => Expr; readonly limit: (part: Part, of: Products) => Expr }
const asPrinted: Normalisation = { of: (Θ) => ex`1/4*diff(${Θ}, ω)`, limit: (part, of) => cubed(here, [part], of) };
const asDerived: Normalisation = { of: lambdaOf, limit: (part, of) => squared(here, [part], of) };
/** λ less all of it but the part; the rest is what Eq. (4), as printed or as derived, gives without the part. */
const partOfλ = (left: Expr, part: Part, { of }: Normalisation, everything: Expr): Premise => premise(`lambda-of-${part}-${of === asPrinted.of ? "printed" : "derived"}`, { left, right: ex`λij - (${of(everything)} - ${of(partCurls[part].letter)})` }, {
  kind: "definition", where: "Eq. (7)", text: `what the part of Θ^NA ${partCurls[part].text} adds to λ, for the phonon alone`,
});
const allPrinted = ex`θ1(ω) + θ2(ω) + θ3(ω) - θ1m(-ω) - θ2m(-ω) - θ3m(-ω)`;
const allDerived = ex`θ1(ω) - θ1m(-ω) + θ3(ω) - θ3m(-ω)`;
/** λ of the part, at any width. */
const partLines = (part: Part, normalisation: Normalisation, ...facts: readonly Fact[]): readonly Step[] =>
  [equals(normalisation.of(partCurls[part].letter), by.substituting(...facts)), equals(normalisation.of(wide(here, ex`ω`, [part])), by.substituting(partOfCurl(part), curlLemma, ...sharp))];
const sharpLines = (part: Part, { limit }: Normalisation): readonly Step[] =>
  [approximates(limit(part, letters), by.expanding(resonance)), equals(limit(part, elementsOf), by.substituting(...elementsAt(here, "plus", [part]), ofWidths.population))];
const countedAsPrinted = ["¼ ∂_ω of Eq. (4)", "λ counted as in Eq. (4): the derivative by ω in the place of 1/ω, and u × du/dt as iω u × u*"] as const;
const normalisedAsPrinted = premise("lambda-as-printed", { left: ex`λij`, right: asPrinted.of(allPrinted) }, { kind: "convention", where: "Eq. (4)", text: "λ counted as in Eq. (4)" });
const ofPart = (left: Expr, part: Part): { readonly printed: readonly Step[]; readonly derived: readonly Step[]; readonly counted: readonly Step[] } => ({
  printed: partLines(part, asPrinted, partOfλ(left, part, asPrinted, allPrinted), printed(eq4)),
  derived: partLines(part, asDerived, partOfλ(left, part, asDerived, allDerived), normalised),
  counted: partLines(part, asPrinted, partOfλ(left, part, asPrinted, allPrinted), normalisedAsPrinted),
});
const alone = (of: Claim, left: Expr, part: Part): readonly Derivation[] => {
  const lines = ofPart(left, part);
  return [
    chain(of, from(left), ...lines.printed, ...sharpLines(part, asPrinted)), model(of, from(left), ...lines.derived, ...sharpLines(part, asDerived)),
    under(...countedAsPrinted, model(of, from(left), ...lines.counted, ...sharpLines(part, asPrinted))),
  ];
};
const slowPart = premise("slow-phonon", { left: ex`λSR`, right: ex`diff(ω*${lambdaOf(ex`CM(ω)`)}, ω)` }, { kind: "definition", where: "Eq. (7)", text: "∂_ω(ωλ) of the part with the moment, where ωλ is Θ/8 for a real displacement: what λ is for a slow phonon and electrons with time reversal" });
const parts: readonly Derivation[] = [
  ...alone(skewScattering, ex`λSS`, "moment"), ...alone(sideJump, ex`λSJ`, "states"), ...alone(couplingTerm, ex`λSC`, "coupling"),
  model(skewOfReal, from(ex`λSR`), equals(ex`1/8*diff(${wide(here, ex`ω`, ["moment"])}, ω)`, by.substituting(slowPart, partOfCurl("moment"), curlLemma, ...sharp)),
    approximates(ex`1/2*${cubed(here, ["moment"], letters)}`, by.expanding(resonance)), equals(ex`1/2*${cubed(here, ["moment"], elementsOf)}`, by.substituting(...elementsAt(here, "plus", ["moment"]), ofWidths.population))),
];

// ---- the factors of Eq. (8) --------------------------------------------------------------------------------------------------

type Counting = "printed" | "derived" | "counted";
const counted = { printed: asPrinted, derived: asDerived, counted: asPrinted } as const;
const wholeLemma = (left: Expr, part: Part, as: Counting): Derivation => lemma(`lambda-of-${part}-${as}`, `λ of the part ${partCurls[part].text}`, [], from(left), ...ofPart(left, part)[as]);
const difference = ex`(f[1] - f2[1])`;
/** G at any width: half the derivative by ω, or 1/4ω, of Δf/((Δε − ω)² + Γ²), times differences of energies. */
const broadG = (as: Counting, gaps: Expr): Expr => ex`2*${counted[as].of(ex`${difference}*${gaps}/((${gap(here)} - ω)^2 + Γ^2)`)}`;
const firstG = (as: Counting): Parameters<typeof satisfies> => [ex`G1`, broadG(as, ex`${gap(here)}^2`), {
  definition: "G₁: the part with the moment is −½ δ m G₁ · 2iΩ, with the factor 2i that it has beside the printed one", facts: [wholeLemma(ex`λSS`, "moment", as)],
  equations: (G) => [eq`λSS = -1/2*δ[1, 2]*me*${G}*(2*i*(i*N[1])/${gap(here)}^2)`],
}];
const secondGOf = (as: Counting): Parameters<typeof satisfies> => [ex`G2`, broadG(as, ex`${gap(here)}*(ε[3] - ε2[1])`), {
  definition: "G₂: the part with the derivative of the state is −½ δ v G₂ T, with the denominators of Ω in T", facts: [wholeLemma(ex`λSJ`, "states", as)],
  equations: (G) => [eq`λSJ = -1/2*δ[1, 2]*${G}*(J[1, 1]*v[2] - J[1, 2]*v[1])/(${gap(here)}*(ε[3] - ε2[1]))`],
}];
const sharpG = { printed: ex`${difference}*${gap(here)}^2/(${gap(here)} - ω)^3`, derived: ex`${difference}*${gap(here)}^2/(4*ω*(${gap(here)} - ω)^2)`, counted: ex`${difference}*${gap(here)}^2/(${gap(here)} - ω)^3` } as const;
const ofG1 = (as: Counting): readonly [ReturnType<typeof satisfies>, ...Step[]] => [satisfies(...firstG(as)), approximates(sharpG[as], by.expanding(resonance))];
const ofG2 = (as: Counting): readonly [ReturnType<typeof satisfies>, ...Step[]] =>
  [satisfies(...secondGOf(as)), equals(ex`G1*(ε[3] - ε2[1])/${gap(here)}`, by.substituting(lemma(`first-factor-${as}`, "G₁ at any width", [], satisfies(...firstG(as)))))];
const factors = [
  chain(eq8G1, ...ofG1("printed")), model(eq8G1, ...ofG1("derived")), under(...countedAsPrinted, model(eq8G1, ...ofG1("counted"))),
  chain(secondG, ...ofG2("printed")), model(secondG, ...ofG2("derived")),
];

export const nonadiabatic: readonly Derivation[] = [...complete, ...parts, ...factors];
