/**
 * # The nontopological moment, Eq. (6)
 *
 * First-order change of the occupied projector in a magnetic field. With θ = −eB/ħ, so that [k_x, k_y] = iθ, the star product gives for the part
 * between occupied and empty states [H, P₁] = −(i/2)({∂_xH, ∂_yP}₊ − {∂_yH, ∂_xP}₊), and it changes the curvature Ω_{u_xu_y} of the occupied
 * states by ∂_{u_x}F_{u_y} − ∂_{u_y}F_{u_x} with F_{u_i} = i tr P[P₁, ∂_{u_i}P].
 */
import { by, equals, from, model, part, premise, type Derivation } from "../../symbolic/index.ts";
import { eq6, eq6OneBand } from "./generalClaims.ts";
import { eq, ex, letters as l } from "./symbols.ts";

/** ∂_kP has elements ⟨c|∂_kH|n⟩/(E_n − E_c) between an occupied n and an empty c, and none within either set. */
const firstOrder = premise("first-order-projector",
  eq`P1[n_, n] = -(i/2)/(E[n_] - E[n])*(sum((vx[n_, m_]*vy[m_, n] - vy[n_, m_]*vx[m_, n])/(E[n] - E[m_]), m_, 3, 4) + sum((vy[n_, m]*vx[m, n] - vx[n_, m]*vy[m, n])/(E[m] - E[n_]), m, 1, 2))`, {
    kind: "model", where: "Eq. (6), Ref. 29", forAll: [l.n_, l.n],
    text: "the elements of [H, P₁] = −(i/2)({∂_xH, ∂_yP}₊ − {∂_yH, ∂_xP}₊) between the empty state n′ and the occupied state n, with ⟨c|∂P|n⟩ = ⟨c|∂H|n⟩/(E_n − E_c)",
  });
const oneBand = premise("first-order-projector-of-one-band",
  eq`P1[n_, n] = -(i/2)/(E[n_] - E[n])*(sum((vx[n_, m_]*vy[m_, n] - vy[n_, m_]*vx[m_, n])/(E[n] - E[m_]), m_, 3, 4) + (vy[n_, n]*vx[n, n] - vx[n_, n]*vy[n, n])/(E[n] - E[n_]))`, {
    kind: "model", where: "Eq. (6), Ref. 29", forAll: [l.n_, l.n], text: "the same with one occupied state n",
  });
const mixing = premise("mixing", eq`Fi = -2*i*h[1, 3]/(E[1] - E[3])*P1[3, 1]`, {
  kind: "model", where: "Eq. (6), Ref. 29", text: "F_{u_i} = i tr P[P₁, ∂_{u_i}P] = Re Σ_{nn′} (−2i)⟨n|∂_{u_i}P|n′⟩⟨n′|P₁|n⟩, P and P₁ Hermitian; the pair n = 1, n′ = 3",
});
const response = premise("moment-of-response", eq`mnt = ħ/2*(L1/m1)*(-e/ħ)*Gθ`, {
  kind: "model", where: "Eq. (6)", text: "the phonon sees the curvature G of the occupied states as (ħ/2)G u × du/dt; its moment is the derivative by B = −ħθ/e, with (u × du/dt)_z averaged to L₁/m₁",
});
const curl = premise("curl", eq`Gθ = diff(Fy(ux, uy), ux) - diff(Fx(ux, uy), uy)`, { kind: "model", where: "Eq. (6)", text: "change of the curvature Ω_{u_xu_y} by the mixing of occupied and empty states" });

const contribution = ex`h[1, 3]/(E[1] - E[3])^2*(sum((vx[3, m_]*vy[m_, 1] - vy[3, m_]*vx[m_, 1])/(E[1] - E[m_]), m_, 3, 4) + sum((vx[m, 1]*vy[3, m] - vy[m, 1]*vx[3, m])/(E[m] - E[3]), m, 1, 2))`;
export const response6: readonly Derivation[] = [
  model(eq6, from(ex`mnt`), equals(ex`-e/(2*m1)*L1*(diff(Fy(ux, uy), ux) - diff(Fx(ux, uy), uy))`, by.substituting(response, curl))),
  part(1, model(eq6, from(ex`Fi`), equals(contribution, by.definition(mixing, firstOrder)))),
  model(eq6OneBand, from(ex`Fi`), equals(ex`h[1, 3]/(E[1] - E[3])^2*(sum((vx[3, m_]*vy[m_, 1] - vy[3, m_]*vx[m_, 1])/(E[1] - E[m_]), m_, 3, 4) + (vx[1, 1]*vy[3, 1] - vy[1, 1]*vx[3, 1])/(E[1] - E[3]))`, by.definition(mixing, oneBand))),
];
