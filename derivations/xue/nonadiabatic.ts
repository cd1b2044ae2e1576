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
import { approximates, both, by, chain, equals, from, lemma, model, premise, printed, satisfies, under, whole, type Derivation, type Expr, type Fact, type Premise, type Start, type Step } from "../../symbolic/index.ts";
import { connection, couplingOf, couplingTerm, eq7, eq8G1, gap, numerator, otherNumerator, ratioOfWidths, secondG, sideJump, skewOfReal, skewScattering } from "./nonadiabaticClaims.ts";
import { eq4, prefactor } from "./generalClaims.ts";
import { ofWidths } from "./population.ts";
import { normalised } from "./response.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const [here, there, x, y] = [whole(1), whole(-1), whole(1), whole(2)];

// ---- one element of the density matrix ---------------------------------------------------------------------------------------

/** p′ = pgx for a = 1 and v = v₁, pgy for a = 2 and v = v₂. */
const elementOf = (a: 1 | 2): { readonly product: Expr; readonly shift: Expr; readonly atZero: Expr; readonly letter: Expr } => {
  const [p, velocity] = a === 1 ? [ex`pgx`, ex`v[1]`] : [ex`pgy`, ex`v[2]`];
  return { product: ex`(pg + k0*${p})`, shift: ex`k0*${velocity}`, atZero: p, letter: ex`R(k0, pg, ${p}, ${velocity}, eb, fb, w, ${whole(a)})` };
};
/** The equations of motion of first and second order, put together: `balance` is γ₁₁ with the width of n₂, or without. */
const solution = (a: 1 | 2): Derivation => {
  const { product, shift, letter } = elementOf(a);
  const [Da, Db] = [ex`(w + i*ηp - (ε[1] - eb) + i*rate[1, 2])`, ex`(-w + i*ηp - (eb - ε[1] - ${shift}) + i*rate[1, 2])`];
  const D = ex`(2*i*ηp + ${shift} + i*rate[1, 1])`;
  const beyond = ex`${product}*(f[1] - fb)*i*(2*rate[1, 2] - rate[1, 1])/(${Da}*${Db}*${D})`;
  return lemma(`beyond-adiabatic-${a}`, "element between k and k + q₀ beyond its adiabatic part", [l.k0, l.pg, a === 1 ? l.pgx : l.pgy, l.eb, l.fb, l.w], satisfies(letter, beyond, {
    definition: "what the element ρ at 2iη_p has beyond the part that solves the same equation with 2γ₁₂ = γ₁₁ in the sum of the two resonances, p (f₁ − f₂)/(D_aD_b)", facts: [],
    equations: (ρ) => [eq`${D}*(${ρ} + ${product}*(f[1] - fb)/(${Da}*${Db})) = ${product}*((f[1] - fb)/${Db} - (fb - f[1])/${Da})`],
  }));
};
const elements = [solution(1), solution(2)] as const;
const [alongX, alongY] = [elementOf(1), elementOf(2)];

const curl = premise("curl-of-velocity", eq`C(pg, pgx, pgy, eb, fb, w) = diff(${alongX.letter}*(v[2] + k0*V1[1, 2]), k0 = 0) - diff(${alongY.letter}*(v[1] + k0*V1[2, 1]), k0 = 0)`, {
  kind: "definition", where: "Eq. (4)", forAll: [l.pg, l.pgx, l.pgy, l.eb, l.fb, l.w],
  text: "ε_{zlk}∂_{q₀l} of the element times the velocity ⟨n₁ k + q₀|v_k e^{iq₀r}|n₁ k⟩ = v_k + q₀l⟨∂_l n₁|v_k|n₁⟩, states transported parallel",
});
const momentOf = premise("moment", eq`V1[1, 2] = V1[2, 1] + 2*i*me`, { kind: "definition", where: "below Eq. (7)", text: "m^e = ½ Im⟨∂n| × v|n⟩, its z component; ⟨∂n| × v|n⟩ has no real part, ⟨∂_l n|v_k|n⟩ = ⟨∂_l n|(ε − H)|∂_k n⟩ being Hermitian in l, k" });
const shape = ex`(f[1] - fb)/((ε[1] - eb - w)^2 + Γ^2)`;
const sharp = [
  premise("resonance-width", eq`rate[1, 2] = Γ - ηp`, { kind: "definition", where: "Eq. (7)", text: "Γ = η_p + γ₁₂" }),
  premise("ratio-of-widths", eq`rate[1, 1] = (2*Γ - 2*ηp*(1 + δ[1, 2]))/(1 + δ[1, 2])`, { kind: "definition", where: "Eq. (7)", text: "δ = (2γ₁₂ − γ₁₁)/(2η_p + γ₁₁), which for γ_mn = (η_m + η_n)/2 is η_{n₂}/(2η_p + η_{n₁})" }),
] as const;
const curlLemma = lemma("curl-of-velocity", "curl of the velocity beyond the adiabatic part", [l.pg, l.pgx, l.pgy, l.eb, l.fb, l.w], from(ex`C(pg, pgx, pgy, eb, fb, w)`),
  equals(ex`-δ[1, 2]*${shape}*(2*i*me*pg + pgx*v[2] - pgy*v[1])`, by.substituting(curl, ...elements, momentOf, ...sharp)));

// ---- antisymmetrised in the displacements ------------------------------------------------------------------------------------

const sided = (s: Expr, letter: string): Derivation => {
  const start = s === here ? ex`Cp(w)` : ex`Cm(w)`;
  const sum = (j: Expr): Expr => ex`J[${s}, ${j}] + Jc[${s}, ${j}] + i*Ji[${s}, ${j}]`;
  return lemma(`antisymmetrised-${letter}`, "antisymmetric in the displacements", [l.w], from(start),
    equals(ex`re(C(i*N[${s}], ${sum(x)}, ${sum(y)}, ε2[${s}], f2[${s}], w))`, by.definition(premise(`antisymmetrised-${letter}`, { left: start, right: ex`re(C(i*N[${s}], ${sum(x)}, ${sum(y)}, ε2[${s}], f2[${s}], w))` }, {
      kind: "definition", where: "Eq. (4)", forAll: [l.w],
      text: "ε_{zk₁k₂} of the products of the couplings: iN = F × F*, and its derivative by q₀ from the state n₁ at k + q₀, J by the states and Jc by the coupling; the imaginary part is half the derivative by q of the current at q₀ = 0 and no moment, θ¹ is labelled by q and q + q₀",
    }))),
    equals(ex`-δ[1, 2]*(f[1] - f2[${s}])/((ε[1] - ε2[${s}] - w)^2 + Γ^2)*(-2*me*N[${s}] + (J[${s}, 1] + Jc[${s}, 1])*v[2] - (J[${s}, 2] + Jc[${s}, 2])*v[1])`, by.substituting(curlLemma)));
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
const elementsAt = (s: Expr, id: string): readonly Premise[] => [
  premise(`numerator-${id}`, { left: letters.numerator(s), right: elementsOf.numerator(s) }, { kind: "definition", where: "Eq. (8)", text: "F × F*, which is imaginary" }),
  ...[x, y].flatMap((j, k) => [
    premise(`shift-of-states-${id}-${k + 1}`, { left: letters.byStates(s, j), right: elementsOf.byStates(s, j) }, {
      kind: "definition", where: "below Eq. (8)", text: "|∂n₁⟩ = −iΣ A_{n₃n₁}|n₃⟩ in the coupling of the partner, for one n₃",
    }),
    premise(`shift-of-coupling-${id}-${k + 1}`, { left: letters.byCoupling(s, j), right: elementsOf.byCoupling(s, j) }, {
      kind: "model", where: "Eq. (3)", text: "the coupling ∂H/∂u* between k + q₀ and k − q depends on q₀",
    }),
  ]),
];

// ---- Eq. (7) -----------------------------------------------------------------------------------------------------------------

/** What Eq. (4) and its model have where only the ratio of widths is kept. */
const none = (letter: Expr): Premise => premise(`no-ratio-${letter.kind === "call" && typeof letter.head !== "string" ? letter.head.name : ""}`, { left: letter, right: ex`0` }, {
  kind: "model", where: "Eq. (6)", forAll: [l.w], text: "a response without populations of second order has no energy difference of the order of the widths, and no ratio of widths when they vanish together",
});
const ratioOnly = (part: Expr, of: string): readonly Premise[] => [
  premise(`part-of-lambda-${of}`, { left: part, right: ex`λ[3, 3]` }, { kind: "definition", where: "Eq. (6)", text: "λ^NA: λ_zz with only that part of the response functions that depends on ratios of widths" }),
  premise("ratio-theta-1", eq`θ1(w) = Cp(w)`, { kind: "definition", where: "Eq. (6)", forAll: [l.w], text: "the part of θ¹ beyond the adiabatic populations" }),
  premise("ratio-theta-1-minus", eq`θ1m(w) = Cm(w)`, { kind: "definition", where: "Eq. (6)", forAll: [l.w], text: "the same at −q" }),
  ...[ex`θ2(w)`, ex`θ3(w)`, ex`θ2m(w)`, ex`θ3m(w)`].map(none),
];
const withoutPartner = premise("without-partner", eq`Cm(w) = 0`, { kind: "definition", where: "Eq. (7)", forAll: [l.w], text: "the phonon alone, without the partner at (−ω, −q)" });
/** The three parts of what the ratio multiplies: by the moment, by the states, by the coupling. */
type Part = "moment" | "states" | "coupling";
const every: readonly Part[] = ["moment", "states", "coupling"];
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

const resonance = { weights: new Map([[l.Γ, 1]]), through: 0 };
const lines = (facts: readonly Fact[], broad: Expr, sharp: (of: Products) => Expr, elements: readonly Fact[]): readonly Step[] => [
  equals(broad, by.substituting(...facts)), approximates(sharp(letters), by.expanding(resonance)), equals(sharp(elementsOf), by.substituting(...elements)),
];
/** λ as Eq. (4) has it, or for a real displacement. */
type Normalisation = "printed" | "definition" | "derived";
const asDefinition = premise("normalisation", eq`λ[3, 3] = 1/4*diff(θ1(ω) + θ2(ω) + θ3(ω) - θ1m(-ω) - θ2m(-ω) - θ3m(-ω), ω)`, { kind: "convention", where: "Eq. (4)", text: "Eq. (4) as the definition of λ" });
const normalisations = { printed: printed(eq4), definition: asDefinition, derived: normalised } as const;
const factsOf = (normalisation: Normalisation, part: Expr, of: string): readonly Fact[] => [...ratioOnly(part, of), normalisations[normalisation], plus, minus];

/** δ as printed, or of the same widths of populations. */
const widths = { printed: printed(prefactor), definition: ofWidths.population, derived: ofWidths.population } as const;
const bothSides = [...elementsAt(here, "plus"), ...elementsAt(there, "minus")];
const complete: readonly Derivation[] = [
  chain(eq7, from(ex`λNA`), ...lines(factsOf("printed", ex`λNA`, "NA"), ex`1/4*diff(${wide(here, ex`ω`, every)} - ${wide(there, ex`(-ω)`, every)}, ω)`, (of) => ex`${cubed(here, every, of)} + ${cubed(there, every, of)}`, [...bothSides, widths.printed])),
  model(eq7, from(ex`λNA`), ...lines(factsOf("derived", ex`λNA`, "NA"), ex`1/(8*ω)*(${wide(here, ex`ω`, every)} - ${wide(there, ex`(-ω)`, every)})`, (of) => ex`${squared(here, every, of)} - ${squared(there, every, of)}`, [...bothSides, widths.derived])),
];

/** One part alone, of the phonon alone. */
const alone = (left: Expr, part: Part): Readonly<Record<Normalisation, readonly [Start, ...Step[]]>> => {
  const zero = (letter: Expr, id: string): Premise => premise(`only-${part}-${id}`, { left: letter, right: ex`0` }, { kind: "definition", where: "Eq. (7)", text: `the part by the ${part} alone` });
  const absent = [
    ...(part === "moment" ? [] : [zero(ex`me`, "moment")]),
    ...[x, y].flatMap((j, k) => [...(part === "states" ? [] : [zero(ex`J[1, ${j}]`, `states-${k + 1}`)]), ...(part === "coupling" ? [] : [zero(ex`Jc[1, ${j}]`, `coupling-${k + 1}`)])]),
  ];
  const under4 = (normalisation: Normalisation): readonly [Start, ...Step[]] => {
    const kept = [...elementsAt(here, "plus"), widths[normalisation]];
    const facts = [...factsOf(normalisation, left, part).filter((fact) => fact !== minus), withoutPartner, ...absent];
    return normalisation === "derived"
      ? [from(left), ...lines(facts, ex`1/(8*ω)*(${wide(here, ex`ω`, [part])})`, (of) => squared(here, [part], of), kept)]
      : [from(left), ...lines(facts, ex`1/4*diff(${wide(here, ex`ω`, [part])}, ω)`, (of) => cubed(here, [part], of), kept)];
  };
  return { printed: under4("printed"), definition: under4("definition"), derived: under4("derived") };
};
const [skew, jump, coupling] = [alone(ex`λSS`, "moment"), alone(ex`λSJ`, "states"), alone(ex`λSC`, "coupling")];
const byDefinition = ["normalisation of Eq. (4)", "Eq. (4) as the definition of λ; for a real displacement the value is half of it as ω → 0"] as const;
/** Half of it: u × du/dt = 2iω u × u*, with the derivative by ω that Eq. (4) has. */
const halved = premise("real-displacement-derivative", eq`λSR = 1/8*diff(Cp(ω), ω)`, { kind: "definition", where: "Eqs. (1), (4)", text: "the first term for (u × du/dt) = 2iω u × u* of a real displacement, with ∂_ω for 1/ω as in Eq. (4); both agree as ω → 0" });
const onlyMoment = [x, y].flatMap((j, k) => [{ letter: ex`J[1, ${j}]`, id: "states" }, { letter: ex`Jc[1, ${j}]`, id: "coupling" }].map(({ letter, id }) =>
  premise(`moment-alone-${id}-${k + 1}`, { left: letter, right: ex`0` }, { kind: "definition", where: "Eq. (7)", text: "the part by the moment alone" })));
const parts: readonly Derivation[] = [
  chain(skewScattering, ...skew.printed), model(skewScattering, ...skew.derived),
  ...both(skewOfReal, from(ex`λSR`), ...lines([halved, plus, ...onlyMoment], ex`1/8*diff(${wide(here, ex`ω`, ["moment"])}, ω)`, (of) => ex`1/2*(${cubed(here, ["moment"], of)})`, [...elementsAt(here, "plus"), ofWidths.population])),
  chain(sideJump, ...jump.printed), model(sideJump, ...jump.derived), under(...byDefinition, model(sideJump, ...jump.definition)),
  chain(couplingTerm, ...coupling.printed), model(couplingTerm, ...coupling.definition),
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
