/**
 * # The four-index form: Pfaffian, Bianchi identities, closure
 *
 * With Ω_αβ = ∂_αA_β − ∂_βA_α the cyclic sum ∂_αΩ_βγ + ∂_βΩ_γα + ∂_γΩ_αβ vanishes, because derivatives commute. The form is quadratic in Ω, so its own
 * exterior derivative is a sum of such cyclic sums, and vanishes: for k_x, k_y, r_y, u_x, u_y
 *
 *     ∂_{u_x}Ω_{k_xk_yr_yu_y} − ∂_{u_y}Ω_{k_xk_yr_yu_x} = ∂_{r_y}Ω_{k_xk_yu_xu_y} + ∂_{k_x}Ω_{k_yr_yu_xu_y} − ∂_{k_y}Ω_{k_xr_yu_xu_y}.
 *
 * The parameters are numbered as the indices of Ω: k_x, k_y, r_y, u_x, u_y are 1, 2, 4, 5, 6.
 */
import { both, by, claim, determinant, equals, from, lemma, matrix, premise, states, whole, type Claim, type Derivation, type Expr, type Premise } from "../../symbolic/index.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const where = "below Eq. (1)";
const parameters = [1, 2, 4, 5, 6] as const;
type Parameter = (typeof parameters)[number];
const n = (a: Parameter): Expr => whole(a);

/** Ω_ab over the letters with a < b. */
const curvature = (a: Parameter, b: Parameter): Expr => (a < b ? ex`Ω[${n(a)}, ${n(b)}]` : ex`-Ω[${n(b)}, ${n(a)}]`);
const slope = (d: Parameter, a: Parameter, b: Parameter): Expr => (a < b ? ex`dΩ[${n(d)}, ${n(a)}, ${n(b)}]` : ex`-dΩ[${n(d)}, ${n(b)}, ${n(a)}]`);
/** Ω_abΩ_cd + Ω_bcΩ_ad − Ω_acΩ_bd, and its derivative by d. */
const form = (a: Parameter, b: Parameter, c: Parameter, d: Parameter): Expr => ex`${curvature(a, b)}*${curvature(c, d)} + ${curvature(b, c)}*${curvature(a, d)} - ${curvature(a, c)}*${curvature(b, d)}`;
const slopeOfForm = (e: Parameter, a: Parameter, b: Parameter, c: Parameter, d: Parameter): Expr => {
  const product = (p: Parameter, q: Parameter, r: Parameter, s: Parameter): Expr => ex`(${slope(e, p, q)}*${curvature(r, s)} + ${curvature(p, q)}*${slope(e, r, s)})`;
  return ex`${product(a, b, c, d)} + ${product(b, c, a, d)} - ${product(a, c, b, d)}`;
};

// ---- Pfaffian ----------------------------------------------------------------------------------------------------------------

const four = [1, 2, 5, 6] as const;
const pfaffian = claim("form-pfaffian", {
  label: "Pfaffian", page: 2, where: `${where}, not printed`, printed: String.raw`\Omega_{k_xk_yu_xu_y}^2 = \det(\Omega_{\alpha\beta})`, asserts: states({ left: ex`det4`, right: ex`(${form(1, 2, 5, 6)})^2` }),
  byHand: "the four-index form of four parameters is the Pfaffian of the matrix of their curvatures",
});
const matrixOfCurvatures = premise("curvature-matrix", { left: ex`det4`, right: determinant(matrix(four.map((a) => four.map((b) => (a === b ? ex`0` : curvature(a, b)))))) }, { kind: "definition", where, text: "determinant of the antisymmetric matrix of the curvatures of k_x, k_y, u_x, u_y" });
const pfaffians = both(pfaffian, from(ex`det4`), equals(ex`(${form(1, 2, 5, 6)})^2`, by.definition(matrixOfCurvatures)));

// ---- Bianchi identities ------------------------------------------------------------------------------------------------------

/** ∂_a∂_bA_c with the derivatives in the order of their numbers, since they commute. */
const second = (a: Parameter, b: Parameter, c: Parameter): Expr => (a <= b ? ex`ddA[${n(a)}, ${n(b)}, ${n(c)}]` : ex`ddA[${n(b)}, ${n(a)}, ${n(c)}]`);
const ofConnection = (d: Parameter, a: Parameter, b: Parameter): Premise => premise(`slope-${d}-${a}${b}`, { left: ex`dΩ[${n(d)}, ${n(a)}, ${n(b)}]`, right: ex`${second(d, a, b)} - ${second(d, b, a)}` }, {
  kind: "definition", where, text: "derivative of Ω = ∂_aA_b − ∂_bA_a; derivatives commute",
});
const triples = parameters.flatMap((a, i) => parameters.slice(i + 1).flatMap((b, j) => parameters.slice(i + j + 2).map((c) => [a, b, c] as const)));
const cyclic = ([a, b, c]: (typeof triples)[number]): Derivation => lemma(`bianchi-${a}${b}${c}`, "Bianchi identity", [], from(ex`dΩ[${n(c)}, ${n(a)}, ${n(b)}]`),
  equals(ex`dΩ[${n(b)}, ${n(a)}, ${n(c)}] - dΩ[${n(a)}, ${n(b)}, ${n(c)}]`, by.definition(ofConnection(a, b, c), ofConnection(b, a, c), ofConnection(c, a, b))));
const identities = triples.map(cyclic);
const bianchi = claim("form-bianchi", {
  label: "Bianchi identity", page: 2, where: `${where}, not printed`, printed: String.raw`\partial_{k_x}\Omega_{u_xu_y} + \partial_{u_x}\Omega_{u_yk_x} + \partial_{u_y}\Omega_{k_xu_x} = 0`,
  asserts: states({ left: ex`dΩ[6, 1, 5]`, right: ex`dΩ[5, 1, 6] - dΩ[1, 5, 6]` }), byHand: "for k_x, u_x, u_y, with the indices of every curvature in the order of their numbers",
});
const bianchiOf = both(bianchi, from(ex`dΩ[6, 1, 5]`), equals(ex`dΩ[5, 1, 6] - dΩ[1, 5, 6]`, by.definition(ofConnection(1, 5, 6), ofConnection(5, 1, 6), ofConnection(6, 1, 5))));

// ---- closure -----------------------------------------------------------------------------------------------------------------

const derivativeOfForm = (id: string, left: Expr, right: Expr, text: string, forAll: readonly (typeof l.r)[] = []): Premise => premise(id, { left, right }, { kind: "definition", where: "below Eq. (2)", text, forAll });
const written: readonly Premise[] = [
  derivativeOfForm("slope-of-form-xy", ex`G1[1, 2]`, slopeOfForm(5, 1, 2, 4, 6), "∂_{u_x}Ω_{k_xk_yr_yu_y} at u = 0 by the product rule"),
  derivativeOfForm("slope-of-form-yx", ex`G1[2, 1]`, slopeOfForm(6, 1, 2, 4, 5), "∂_{u_y}Ω_{k_xk_yr_yu_x} at u = 0 by the product rule"),
  derivativeOfForm("slope-of-form-r", ex`dC2`, slopeOfForm(4, 1, 2, 5, 6), "∂_{r_y}Ω_{k_xk_yu_xu_y} at u = 0 by the product rule"),
  derivativeOfForm("slope-of-form-k", ex`dCk`, ex`${slopeOfForm(1, 2, 4, 5, 6)} - (${slopeOfForm(2, 1, 4, 5, 6)})`, "∂_{k_x}Ω_{k_yr_yu_xu_y} − ∂_{k_y}Ω_{k_xr_yu_xu_y} at u = 0 by the product rule"),
];
const closedForm = claim("form-closed", {
  label: "closed form", page: 2, where: "below Eq. (2), not printed", printed: String.raw`\partial_{u_x}\Omega_{k_xk_yr_yu_y} - \partial_{u_y}\Omega_{k_xk_yr_yu_x} = \partial_{r_y}\Omega_{k_xk_yu_xu_y} + \partial_{k_x}\Omega_{k_yr_yu_xu_y} - \partial_{k_y}\Omega_{k_xr_yu_xu_y}`,
  asserts: states(eq`G1[1, 2] = G1[2, 1] + dC2 + dCk`), byHand: "what turns the antisymmetric part of the current into a curl; the last two terms are derivatives along k",
});
const closed = both(closedForm, from(ex`G1[1, 2]`), equals(ex`G1[2, 1] + dC2 + dCk`, by.substituting(...written, ...identities)));

/** The closed form where the derivatives along k are integrated over the Brillouin zone. */
export const closure = lemma("closure", "the form is closed, up to derivatives along k", [l.r], from(ex`G1[1, 2]`),
  equals(ex`G1[2, 1] + dC2 + dCk`, by.substituting(closed[1])),
  equals(ex`G1[2, 1] + diff(Cr(r), r)`, by.substituting(
    premise("zone-integral", eq`dCk = 0`, { kind: "model", where: "below Eq. (2)", text: "derivatives along k of what is periodic in the Brillouin zone integrate to zero" }),
    premise("form-along-r", eq`diff(Cr(r), r) = dC2`, { kind: "definition", where: "below Eq. (2)", forAll: [l.r], text: "the derivative along y of the second Chern form as a function of the coordinate" }))));

export const closureClaims: readonly Claim[] = [pfaffian, bianchi, closedForm];
export const closures: readonly Derivation[] = [...pfaffians, ...bianchiOf, ...closed];
