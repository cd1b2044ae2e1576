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
import { approximates, both, by, chain, equals, from, lemma, model, premise, printed, satisfies, whole, type Claim, type Derivation, type Expr, type Fact, type Premise, type Step } from "../../symbolic/index.ts";
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
    definition: "what the element ρ at 2iη_p has beyond the part that solves the same equation with 2γ_ab = γ_aa in the sum of the two resonances, p (f_a − f_b)/(D_aD_b)", facts: [],
    equations: (ρ) => [eq`${D}*(${ρ} + ${product}*(fa - fb)/(${Da}*${Db})) = ${product}*((fa - fb)/${Db} - (fb - fa)/${Da})`],
  }));
};
const elements = [solution("x"), solution("y")] as const;

const anyBand = [l.pg, l.pgx, l.pgy, l.va, l.vb, l.mm, l.ea, l.fa, l.ra, l.rb, l.eb, l.fb, l.w];
const curlOfBand = ex`C(pg, pgx, pgy, va, vb, mm, ea, fa, ra, rb, eb, fb, w)`;
const curl = premise("curl-of-velocity", { left: curlOfBand, right: ex`diff(${elementOf("x").letter}*(vb + k0*(Vs + i*mm)), k0 = 0) - diff(${elementOf("y").letter}*(va + k0*(Vs - i*mm)), k0 = 0)` }, {
  kind: "definition", where: "Eq. (4)", forAll: anyBand,
  text: "ε_{zlk}∂_{q₀l} of the element times the velocity ⟨a k + q₀|v_k e^{iq₀r}|a k⟩ = v_k + q₀l⟨∂_l a|v_k|a⟩, states transported parallel; ⟨∂_l a|v_k|a⟩ = ⟨∂_l a|(ε − H)|∂_k a⟩ is Hermitian in l, k, so its antisymmetric part is i times m^e = ½ Im⟨∂a| × v|a⟩",
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
      text: "ε_{zk₁k₂} of the products of the couplings: iN = F × F*, and its derivative by q₀ from the state n₁ at k + q₀, J by the states and Jc by the coupling; the imaginary part is half the derivative by q of the current at q₀ = 0 and no moment, θ¹ is labelled by q and q + q₀",
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
const lessRest = (id: string, part: Expr, rest: Expr): Premise => premise(`nonadiabatic-part-${id}`, { left: part, right: ex`λ[3, 3] - ${rest}` }, {
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
/** What of λ for a real displacement is left for the populations beyond their adiabatic part. */
export const restOfModel = (id: string, part: Expr): Premise => lessRest(id, part, ex`1/(8*ω)*(R1(ω) - R1m(-ω) + θ3(ω) - θ3m(-ω))`);

const bothSides = [...elementsAt(here, "plus", every), ...elementsAt(there, "minus", every)];
/** δ as printed, or of the same widths of populations, so that what Eq. (7) does with δ is judged and not δ once more. */
const complete: readonly Derivation[] = [
  chain(eq7, from(ex`λNA`), equals(ex`1/4*diff(Cp(ω) - Cm(-ω), ω)`, by.substituting(restOfPrint, printed(eq4), ...partsOfResponse)), ...lines([plus, minus], ex`1/4*diff(${wide(here, ex`ω`, every)} - ${wide(there, ex`(-ω)`, every)}, ω)`,
    (of) => ex`${cubed(here, every, of)} + ${cubed(there, every, of)}`, [...bothSides, printed(prefactor)])),
  model(eq7, from(ex`λNA`), equals(ex`1/(8*ω)*(Cp(ω) - Cm(-ω))`, by.substituting(restOfModel("derived", ex`λNA`), normalised, ...partsOfResponse)), ...lines([plus, minus], ex`1/(8*ω)*(${wide(here, ex`ω`, every)} - ${wide(there, ex`(-ω)`, every)})`,
    (of) => ex`${squared(here, every, of)} - ${squared(there, every, of)}`, [...bothSides, ofWidths.population])),
];

/** One part alone, of the phonon alone, in the normalisation of Eq. (4): the curl is linear in the products of the couplings. */
const alone = (of: Claim, left: Expr, part: Part, id: string, factor: Expr, text: string): readonly [chain: Derivation, model: Derivation] => {
  const [pg, gx, gy] = part === "moment" ? [ex`i*N[1]`, ex`0`, ex`0`] : part === "states" ? [ex`0`, ex`J[1, 1]`, ex`J[1, 2]`] : [ex`0`, ex`Jc[1, 1]`, ex`Jc[1, 2]`];
  const definition = premise(`part-${id}`, { left, right: ex`${factor}*diff(re(${curlAt(here, [pg, gx, gy], ex`ω`)}), ω)` }, { kind: "definition", where: "Eqs. (4), (7)", text });
  return both(of, from(left), ...lines([definition, curlLemma, ...sharp], ex`${factor}*diff(${wide(here, ex`ω`, [part])}, ω)`, (sharpOf) => ex`4*${factor}*(${cubed(here, [part], sharpOf)})`, [...elementsAt(here, "plus", [part]), ofWidths.population]));
};
const quarter = "Eq. (4) for the populations of n₁ beyond their adiabatic part that the phonon alone makes through n₂, ¼ ∂_ω: ";
const parts: readonly Derivation[] = [
  ...alone(skewScattering, ex`λSS`, "moment", "moment", ex`1/4`, `${quarter}the part with the moment`),
  ...alone(skewOfReal, ex`λSR`, "moment", "moment-real", ex`1/8`, "half of it, (u × du/dt) = 2iω u × u* for a real displacement, with ∂_ω in the place of 1/ω as in Eq. (4)"),
  ...alone(sideJump, ex`λSJ`, "states", "states", ex`1/4`, `${quarter}the part with the derivative of the state n₁`),
  ...alone(couplingTerm, ex`λSC`, "coupling", "coupling", ex`1/4`, `${quarter}the part with the derivative of the coupling`),
];

// ---- the factors of Eq. (8) --------------------------------------------------------------------------------------------------

const firstG = premise("first-factor", eq`G1 = 1/2*diff((f[1] - f2[1])*${gap(here)}^2/((${gap(here)} - ω)^2 + Γ^2), ω)`, {
  kind: "definition", where: "Eq. (8)", text: "G₁: what stands beside −½ δ m Ω, half the derivative by ω of the population per Ω and δ",
});
const otherG = premise("second-factor", eq`G2 = 1/2*diff((f[1] - f2[1])*${gap(here)}*(ε[3] - ε2[1])/((${gap(here)} - ω)^2 + Γ^2), ω)`, {
  kind: "definition", where: "below Eq. (8)", text: "G₂: the same beside (Ω)_{n₁n₃}, whose denominators are Δε_{n₁n₂}Δε_{n₃n₂}",
});
const factorLines = (fact: Premise, right: Expr, limit: Expr): readonly Step[] => [equals(right, by.definition(fact)), approximates(limit, by.expanding(resonance))];
const factors = [
  ...both(eq8G1, from(ex`G1`), ...factorLines(firstG, ex`1/2*diff((f[1] - f2[1])*${gap(here)}^2/((${gap(here)} - ω)^2 + Γ^2), ω)`, ex`(f[1] - f2[1])*${gap(here)}^2/(${gap(here)} - ω)^3`)),
  ...both(secondG, from(ex`G2`), ...factorLines(otherG, ex`1/2*diff((f[1] - f2[1])*${gap(here)}*(ε[3] - ε2[1])/((${gap(here)} - ω)^2 + Γ^2), ω)`, ex`(f[1] - f2[1])*${gap(here)}*(ε[3] - ε2[1])/(${gap(here)} - ω)^3`)),
];

export const nonadiabatic: readonly Derivation[] = [...complete, ...parts, ...factors];
