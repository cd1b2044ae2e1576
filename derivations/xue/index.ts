/**
 * # R. Xue, Z. Qiao, Y. Gao and Q. Niu, Extrinsic mechanisms of phonon magnetic moment
 *
 * Density-matrix response with relaxation, the nonadiabatic parts of the moment, a honeycomb lattice. See README.md in this folder.
 */
import { paper } from "../../symbolic/index.ts";
import { generalClaims } from "./generalClaims.ts";
import { nonadiabatic } from "./nonadiabatic.ts";
import { nonadiabaticClaims } from "./nonadiabaticClaims.ts";
import { population } from "./population.ts";
import { response } from "./response.ts";
import { statements } from "./statements.ts";
import { honeycomb } from "./lattice.ts";
import { latticeClaims } from "./latticeClaims.ts";
import { latexNotation, letters } from "./symbols.ts";

export default paper({
  id: "xue",
  title: "Extrinsic mechanisms of phonon magnetic moment",
  citation: "R. Xue, Z. Qiao, Y. Gao and Q. Niu, manuscript of 7 January 2025",
  symbols: Object.values(letters),
  notation: latexNotation,
  claims: [...generalClaims, ...nonadiabaticClaims, ...latticeClaims],
  derivations: [...response, ...population, ...nonadiabatic, ...statements, ...honeycomb],
});
