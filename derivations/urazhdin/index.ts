/**
 * # S. Urazhdin, Atomic and inter-atomic orbital magnetization induced in SrTiO₃ by chiral phonons
 *
 * Six orbitals (d₊, d₋ of Ti and p_z of four oxygens), two-centre hopping, a rotating displacement: moments of the Ti shell and of the
 * current around the oxygens. See README.md in this folder.
 */
import { paper, type Convention } from "../../symbolic/index.ts";
import { atomic } from "./atomic.ts";
import { claims } from "./claims.ts";
import { discussion } from "./discussion.ts";
import { introduction } from "./introduction.ts";
import { orbitals } from "./orbitals.ts";
import { ring } from "./ring.ts";
import { eq, latexNotation, letters } from "./symbols.ts";

const conventions: readonly Convention[] = [
  { id: "t_xz", text: "t_{Ti-O} is the d_xz-p_z element −V_pdπ of Eq. (10) instead of ⟨d_σ|H|p_4⟩, which is smaller by √2", inDerived: [eq`tTiO = tTiO/sqrt(2)`] },
  { id: "t_xz value", text: "t_{Ti-O} is the d_xz-p_z element −V_pdπ instead of ⟨d_σ|H|p_4⟩ = −V_pdπ/√2", inDerived: [eq`Vpdπ = sqrt(2)*Vpdπ`], claims: ["tTiO-value"] },
  { id: "one gap", text: "t_{O-O} is neglected in the denominators, as stated below Eq. (7): both nonbonding states lie Δ below the antibonding ones", inDerived: [eq`gap[j] = Δ`], claims: ["at-zero"] },
  { id: "amplitude without phase", text: "V_{σ,n1} in Eq. (12) is the amplitude without the time factor e^{−icσωt}", inPrinted: [eq`V[σ, 1, t] = 2*sin(θ[1])*Q*a_[1]`], claims: ["eq12"] },
];

export default paper({
  id: "urazhdin",
  title: "Atomic and inter-atomic orbital magnetization induced in SrTiO3 by chiral phonons",
  citation: "S. Urazhdin, Department of Physics, Emory University",
  symbols: Object.values(letters),
  notation: latexNotation,
  claims,
  derivations: [...introduction, ...orbitals, ...atomic, ...ring, ...discussion],
  conventions,
  unitConstants: [letters.ħ, letters.t],
});
