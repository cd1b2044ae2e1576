/**
 * # Constants of nature
 *
 * Digits in SI. Exact: BIPM, The International System of Units, 9th edition (2019). Measured: CODATA 2022, P. J. Mohr, D. B. Newell, B. N. Taylor,
 * E. Tiesinga, Rev. Mod. Phys. 97, 025002 (2025); their uncertainties lie beyond every figure that is compared with them.
 * Atomic weights: IUPAC 2021, T. Prohaska et al., Pure Appl. Chem. 94, 573 (2022).
 */
export interface Constant { readonly digits: string; readonly unit: string; readonly source: string }

const si = "SI 2019, exact";
const codata = "CODATA 2022";

export const constants = {
  /** h/2π to 40 figures, from the exact h = 6.62607015e-34 J s. */
  reducedPlanck: { digits: "1.054571817646156391262428003302280744722e-34", unit: "J*s", source: "SI 2019, h/2π to 40 figures" },
  elementaryCharge: { digits: "1.602176634e-19", unit: "C", source: si },
  speedOfLight: { digits: "299792458", unit: "m/s", source: si },
  boltzmann: { digits: "1.380649e-23", unit: "J/K", source: si },
  electronMass: { digits: "9.1093837139e-31", unit: "kg", source: codata },
  atomicMassConstant: { digits: "1.66053906892e-27", unit: "kg", source: codata },
  vacuumPermeability: { digits: "1.25663706127e-6", unit: "N/A^2", source: codata },
  bohrMagneton: { digits: "9.2740100657e-24", unit: "J/T", source: codata },
  aluminiumWeight: { digits: "26.9815384", unit: "1", source: "IUPAC 2021, atomic weight of Al" },
  oxygenWeight: { digits: "15.999", unit: "1", source: "IUPAC 2021, abridged atomic weight of O" },
} as const satisfies Readonly<Record<string, Constant>>;

/** Whether digits and source are those of a row of the table. */
export const isConstant = (given: { readonly digits: { readonly digits: string }; readonly where: string }): boolean =>
  Object.values<Constant>(constants).some(({ digits, source }) => digits === given.digits.digits && source === given.where);
