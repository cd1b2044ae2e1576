/**
 * # Y. Ren, C. Xiao, D. Saparov and Q. Niu, Phonon magnetic moment from electronic topological magnetization
 *
 * Berry curvatures in wave vector and displacement: the second Chern form, its moment, two models. See README.md in this folder.
 */
import { paper } from "../../symbolic/index.ts";
import { bulk } from "./bulk.ts";
import { bulkClaims } from "./bulkClaims.ts";
import { closureClaims, closures } from "./closure.ts";
import { closedFormClaims, closedForms } from "./closedForms.ts";
import { generalClaims } from "./generalClaims.ts";
import { grapheneClaims } from "./grapheneClaims.ts";
import { lattice } from "./lattice.ts";
import { monopole } from "./monopole.ts";
import { response6 } from "./response.ts";
import { semiclassics } from "./semiclassics.ts";
import { eq, latexNotation, letters } from "./symbols.ts";

export default paper({
  id: "ren",
  title: "Phonon magnetic moment from electronic topological magnetization",
  citation: "Y. Ren, C. Xiao, D. Saparov and Q. Niu, Phys. Rev. Lett. 127, 186403 (2021)",
  symbols: Object.values(letters),
  notation: latexNotation,
  claims: [...generalClaims, ...closureClaims, ...grapheneClaims, ...closedFormClaims, ...bulkClaims],
  derivations: [...closures, ...semiclassics, ...response6, ...lattice, ...monopole, ...closedForms, ...bulk],
  conventions: [
    { id: "u_x reversed", text: "u_x is counted along −x, or A is the sublattice that stays still; the other sublattice carries −ζρ† there", inDerived: [eq`ux = -ux`, eq`wx = -wx`], claims: ["in-map", "eq7"] },
  ],
  unitConstants: [letters.ħ],
});
