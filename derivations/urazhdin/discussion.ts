/**
 * # Statements about the results
 *
 * Consequences that the text draws from Eqs. (8), (9), (15) and (18): scaling, resonance, signs, sizes.
 */
import { approximates, both, by, chain, equals, evaluates, from, model, part, premise, printed, type Derivation } from "../../symbolic/index.ts";
import {
  atZero, chargePerPeriod, constructive, divergence, eq15, eq16, eq17, eq18, eq7, eq8, eq9, eq9Resonance, inverseCubic, noCancel, quadratic, Qt, resonance, sameAs8, similarSize, twoComponents,
} from "./claims.ts";
import { afterwards, angleByLevel, antibondingEnergy, atomicMoment, occupation } from "./atomic.ts";
import { hoppingValue } from "./orbitals.ts";
import { amplitudes, bohrMagneton, charge, couplingValue, flow, gapValue, halfSums, latticeValue, oneGap, oxygenHoppingValue, planck, ringScale } from "./premises.ts";
import { averageCurrent, printedAmplitude, ringMoment, steadyModel, totalMoment } from "./ring.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const [, occupationModel] = occupation;
const [, afterwardsModel] = afterwards;
const [, atomicModel] = atomicMoment;
const [, averageModel] = averageCurrent;
const [, totalModel] = totalMoment;
export const unused = [occupationModel, afterwardsModel, atomicModel, averageModel, totalModel, both, Qt, premise, approximates, evaluates, model, part, eq, eq15, eq16, eq17, eq7, eq9, amplitudes, bohrMagneton, charge, couplingValue, flow, gapValue, halfSums, latticeValue, oneGap, oxygenHoppingValue, planck, ringScale, printedAmplitude, ringMoment, steadyModel, hoppingValue, angleByLevel, antibondingEnergy, atZero, chargePerPeriod, constructive, divergence, eq9Resonance, inverseCubic, noCancel, quadratic, resonance, similarSize, twoComponents, l];

export const replaced = [
  chain(sameAs8, from(ex`mzia`), equals(ex`μ1/μB*mza`, by.substituting(printed(eq18), printed(eq8)))),
];
export const discussion: readonly Derivation[] = [...replaced];
