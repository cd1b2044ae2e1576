/**
 * # Curvatures of Eqs. (7) and (8) at finite displacement
 *
 * Closed forms that the paper does not print, for the printed matrices. The square of Eq. (7) is v_F²k² + ζ²u² + Δ² at every point, so its lower
 * level is twofold everywhere; the lattice has u_x with the opposite sign, which turns the sign of the four-index form. Eq. (8) has the energies
 * ±E₊, ±E₋ with E_± = √((v_Fk ± ζu)² + Δ²). A turn of k, or of u, in its plane is a change of phases of the basis: the four-index form depends on the
 * magnitudes k and u alone, and Eq. (8) is taken at k along x and u along y.
 */
import {
  both, by, claim, derivativeOf, equals, from, levels, mapMatrix, matrix, premise, states, substitute, trace, whole,
  type Claim, type Derivation, type Expr, type LevelEnergies, type Levels, type Matrix, type PhysicalSymbol,
} from "../../symbolic/index.ts";
import { ex, letters as l } from "./symbols.ts";

const [o, π, ρ] = [ex`0`, ex`vF*(kx + i*ky)`, ex`ζ*(uy + i*ux)`];
const [π_, ρ_] = [ex`vF*(kx - i*ky)`, ex`ζ*(uy - i*ux)`];
const printedMatrix = (second: 1 | -1): Matrix => {
  const turned = (e: Expr): Expr => (second > 0 ? e : ex`-${e}`);
  return matrix([[ex`Δ`, π_, ρ_, o], [π, ex`-Δ`, o, turned(ρ_)], [ρ, o, ex`-Δ`, ex`-${π_}`], [o, turned(ρ), ex`-${π}`, ex`Δ`]]);
};
const levelsOf = (hamiltonian: Matrix, energies: LevelEnergies, point: ReadonlyMap<PhysicalSymbol, Expr>): Levels => {
  const there = (a: Matrix): Matrix => mapMatrix(a, (entry) => substitute(entry, point));
  return levels(there(hamiltonian), energies, (a) => there(mapMatrix(hamiltonian, (entry) => derivativeOf(entry, a))));
};

const names = new Map<PhysicalSymbol, string>([[l.kx, "k_x"], [l.ky, "k_y"], [l.ux, "u_x"], [l.uy, "u_y"]]);
const parameters = [...names.keys()];
const pairs = parameters.flatMap((a, i) => parameters.slice(i + 1).map((b) => [a, b] as const));
/** The number of a parameter, as in the letters of the general theory. */
const indexOf = (s: PhysicalSymbol): Expr => whole([1, 2, 5, 6][parameters.indexOf(s)] ?? 0);

interface Model { readonly equation: 7 | 8; readonly page: number; readonly bands: Levels; readonly form: Expr; readonly trace: (a: PhysicalSymbol, b: PhysicalSymbol) => Expr; readonly value: Expr; readonly shown: string; readonly where: string }
interface Judged { readonly claim: Claim; readonly derivations: readonly Derivation[] }

const judged = (model: Model, of: readonly PhysicalSymbol[], letter: Expr, definition: Expr, value: Expr, shown: string, kind: string): Judged => {
  const indices = of.map((s) => names.get(s) ?? "").join("");
  const id = `closed${model.equation}-${indices.replaceAll("_", "")}`;
  const own = claim(id, {
    page: model.page, where: `beside Eq. (${model.equation}), not printed`, printed: String.raw`\mathrm{Tr}\,\Omega_{${indices}}(\mathbf{k}, \mathbf{u}) = ${shown}`, asserts: states({ left: letter, right: value }),
    byHand: `a closed form at finite displacement for the printed matrix, which the paper does not print${model.where}`,
  });
  const defined = premise(id, { left: letter, right: definition }, { kind: "definition", where: `Eq. (${model.equation})`, text: `${kind} of the two lower bands of the printed matrix at finite displacement${model.where}` });
  return { claim: own, derivations: both(own, from(letter), equals(value, by.definition(defined))) };
};
const ofModel = (model: Model): readonly Judged[] => [
  judged(model, parameters, model.form, model.bands.chernForm(l.kx, l.ky, l.ux, l.uy), model.value, model.shown, "the trace of the second Chern form"),
  ...pairs.map(([a, b]) => judged(model, [a, b], model.trace(a, b), trace(model.bands.curvature(a, b)), o, "0", "the trace of the curvature")),
];

const energy = ex`sqrt(vF^2*(kx^2 + ky^2) + ζ^2*(ux^2 + uy^2) + Δ^2)`;
const graphene: Model = {
  equation: 7, page: 4, bands: levelsOf(printedMatrix(1), { occupied: [ex`-${energy}`], empty: [energy] }, new Map()), form: ex`C7u`, trace: (a, b) => ex`TrΩ[${indexOf(a)}, ${indexOf(b)}]`,
  value: ex`3/2*vF^2*ζ^2*Δ/sqrt(vF^2*(kx^2 + ky^2) + ζ^2*(ux^2 + uy^2) + Δ^2)^5`, shown: String.raw`\frac{3v_F^2\zeta^2\Delta}{2(v_F^2k^2+\zeta^2u^2+\Delta^2)^{5/2}}`, where: "",
};
const [upper, lower] = [ex`sqrt((vF*k + ζ*u)^2 + Δ^2)`, ex`sqrt((vF*k - ζ*u)^2 + Δ^2)`];
const semimetal: Model = {
  equation: 8, page: 5, bands: levelsOf(printedMatrix(-1), { occupied: [ex`-${upper}`, ex`-${lower}`], empty: [upper, lower] }, new Map([[l.kx, ex`k`], [l.ky, o], [l.ux, o], [l.uy, ex`u`]])),
  form: ex`C8u`, trace: (a, b) => ex`TrΩ8[${indexOf(a)}, ${indexOf(b)}]`, value: ex`vF^2*ζ^2*Δ^3/(${upper}^3*${lower}^3*(${upper} + ${lower}))`,
  shown: String.raw`\frac{v_F^2\zeta^2\Delta^3}{E_+^3E_-^3(E_++E_-)},\ E_\pm = \sqrt{(v_Fk \pm \zeta u)^2+\Delta^2}`, where: ", at k along x and u along y",
};
const all = [graphene, semimetal].flatMap(ofModel);

export const closedFormClaims: readonly Claim[] = all.map((each) => each.claim);
export const closedForms: readonly Derivation[] = all.flatMap((each) => each.derivations);
