/**
 * # Sec. I: the ionic moment of Al₂O₃
 *
 * Point charges eZ on circles. What the numbers need besides the paper (bond lengths, cell size, charges) is named as missing.
 */
import { both, by, chain, equals, evaluates, from, lemma, model, parameter, part, premise, restated, type Derivation } from "../../symbolic/index.ts";
import {
  intro10pct, intro1phonon, introB, introEph, introGamma, introL, introLinear, introM, introMuCirc, introMuUB, introMuUc, introOmega, introPxdP, introQO, introV, introZ,
} from "./claims.ts";
import {
  alCharge, alDisplacement, bohrMagneton, charge, frequencyValue, gapValue, oCharge, permeability, planck, speedOfLight, volumeValue, wavelengthValue, weightAl, weightO,
} from "./premises.ts";
import { eq, ex, letters as l } from "./symbols.ts";

/** Sources besides the paper. */
const alBond = premise("Al-O bond", eq`dAlO = 1.913e-10`, { kind: "outside", where: "crystal structure of Al2O3", text: "the mean Al-O bond length, 1.913 Å" });
const cell = premise("Al2O3 cell", eq`Vuc = sqrt(3)/2*aHex^2*cHex`, { kind: "outside", where: "crystal structure of Al2O3", text: "the hexagonal cell of Al2O3, a = 4.759 Å and c = 12.991 Å" });
const cellA = parameter(l.aHex, "4.759", "Å", { where: "crystal structure of Al2O3" });
const cellC = parameter(l.cHex, "12.991", "Å", { where: "crystal structure of Al2O3" });
const bornAl = premise("Born charge of Al", eq`ZAl = 3`, { kind: "outside", where: "valence of Al", text: "the Born effective charge of Al; its nominal value is +3, which differs from the print by the sign of e" });
const bornO = premise("Born charge of O", eq`ZO = -2`, { kind: "outside", where: "valence of O", text: "the Born effective charge of O; its nominal value is −2, which differs from the print by the sign of e" });
const geometric = premise("geometric-mechanism", eq`mgeo = kgeo*Q0`, { kind: "outside", where: "Refs. 18-20", text: "the geometric theory of the cited references, which gives a moment linear in the displacement" });

// ---- moments of point charges ------------------------------------------------------------------------------------------------

const mechanics = premise("angular-momentum", eq`L_[k] = M_[k]*(X_[k, t]*diff(Y_[k, t], t) - Y_[k, t]*diff(X_[k, t], t))`, {
  kind: "model", where: "Sec. I", text: "angular momentum of a particle, L = M Q × dQ/dt, its z component", forAll: [l.k, l.t],
});
const gyration = premise("moment-of-ion", eq`m_[k] = e*Z_[k]/2*(X_[k, t]*diff(Y_[k, t], t) - Y_[k, t]*diff(X_[k, t], t))`, {
  kind: "model", where: "Sec. I", text: "magnetic moment of a moving charge, μ = (q/2) Q × dQ/dt, its z component", forAll: [l.k, l.t],
});
const gyromagnetic = premise("gyromagnetic", eq`γ_[k] = m_[k]/L_[k]`, { kind: "definition", where: "Sec. I", text: "γ_i is the ratio of the magnetic moment to the angular momentum of ion i", forAll: [l.k] });
const circleX = premise("circle-x", eq`X_[k, t] = Q_[k]*cos(ω*t)`, { kind: "model", where: "Sec. I", text: "ion i moves on a circle of radius Q_i", forAll: [l.k, l.t] });
const circleY = premise("circle-y", eq`Y_[k, t] = Q_[k]*sin(ω*t)`, { kind: "model", where: "Sec. I", text: "ion i moves on a circle of radius Q_i, counterclockwise", forAll: [l.k, l.t] });
const total = premise("cell-moment", eq`μuc = sum(m_[n], n, 1, 3)`, { kind: "model", where: "Sec. I", text: "the moment of the unit cell is the sum over its ions, here three of them" });
const chainTotal = premise("cell-moment-by-gamma", eq`μuc = sum(γ_[n]*L_[n], n, 1, 3)`, { kind: "model", where: "Sec. I", text: "μ_uc = Σ γ_i L_i, here for three ions" });

const modeMoment = premise("mode-moment", eq`Mt(t) = 1/Vuc*sum(e*Z_[n]*η[n]^2/2*(qx(t)*diff(qy(t), t) - qy(t)*diff(qx(t), t)), n, 1, 2)`, {
  kind: "model", where: "Sec. I", text: "ions that follow one mode, Q_i = η_i q(t), carry M = (1/V) Σ (eZ_i/2) Q_i × dQ_i/dt; P is proportional to q", forAll: [l.t],
});
export const proportional = both(introPxdP,
  from(ex`diff(Mt(t)/(qx(t)*diff(qy(t), t) - qy(t)*diff(qx(t), t)), t)`),
  equals(ex`diff(1/Vuc*sum(e*Z_[n]*η[n]^2/2, n, 1, 2), t)`, by.substituting(modeMoment)),
  equals(ex`0`, by.algebra()),
);

export const angularMomentum = both(introL, from(ex`L_[k]`), equals(ex`M_[k]*(X_[k, t]*diff(Y_[k, t], t) - Y_[k, t]*diff(X_[k, t], t))`, by.definition(mechanics)));

export const gyromagneticRatio = both(introGamma,
  from(ex`γ_[k]`),
  equals(ex`e*Z_[k]/(2*M_[k])`, by.definition(gyromagnetic, gyration, mechanics, circleX, circleY)),
);

export const circularMoment = [
  chain(introMuCirc, from(ex`μuc`), equals(ex`ω/2*sum(e*Z_[n]*Q_[n]^2, n, 1, 3)`, by.definition(chainTotal, gyromagnetic, gyration, mechanics, circleX, circleY))),
  model(introMuCirc, from(ex`μuc`), equals(ex`ω/2*sum(e*Z_[n]*Q_[n]^2, n, 1, 3)`, by.definition(total, gyration, circleX, circleY))),
];

// ---- numbers -----------------------------------------------------------------------------------------------------------------

const wave = premise("wave", eq`ω = 2*pi*cl/λ`, { kind: "model", where: "Sec. I", text: "ω = 2πc/λ" });
export const opticalFrequency = both(introOmega, from(ex`ω`), equals(ex`2*pi*cl/λ`, by.definition(wave)), evaluates(speedOfLight, wavelengthValue));

/** 12 Al and 18 O in the cell, no motion of the centre of mass. */
const centreOfMass = premise("centre-of-mass", eq`QO = -12*MAl*QAl/(18*MO)`, { kind: "model", where: "Sec. I", text: "the centre of mass of 12 Al and 18 O rests: 12 M_Al Q_Al + 18 M_O Q_O = 0" });
const massAl = premise("mass-Al", eq`MAl = wAl*mu`, { kind: "definition", where: "atomic weights", text: "mass of Al from its atomic weight" });
const massO = premise("mass-O", eq`MO = wO*mu`, { kind: "definition", where: "atomic weights", text: "mass of O from its atomic weight" });
const oxygenDisplacement = lemma("oxygen-displacement", "displacement of O", [], from(ex`QO`), equals(ex`-2*MAl*QAl/(3*MO)`, by.definition(centreOfMass)));
export const displacements = [
  ...both(introQO, from(ex`QO`), equals(ex`-2*MAl*QAl/(3*MO)`, by.definition(centreOfMass))),
  ...both(introQO, from(ex`QO`), equals(ex`-2*wAl*QAl/(3*wO)`, by.definition(centreOfMass, massAl, massO)), evaluates(weightAl, weightO, alDisplacement)).map((d) => part(1, d)),
];

const printedRatio = parameter(l.QOrel, "-1.1", "1", { where: "Sec. I", rounded: true, claim: "intro-QO" });
const printedQO = restated(introQO, eq`QO = QOrel*QAl`, "Q_O ≈ −1.1 Q_Al as printed");
const printedOmega = parameter(l.ω, "1e14", "s^-1", { where: "Sec. I" });
const alAndO = restated(introMuCirc, eq`μuc = ω/2*e*(12*ZAl*QAl^2 + 18*ZO*QO^2)`, "μ_uc = (ω/2) Σ eZ_i Q_i² as printed, for 12 Al and 18 O");
const ionsOfTheCell = premise("ions-of-the-cell", eq`μuc = ω/2*e*(12*ZAl*QAl^2 + 18*ZO*QO^2)`, { kind: "model", where: "Sec. I", text: "12 Al and 18 O on circles: moments (eZ/2) ω Q² of moving charges" });
export const momentOfCell = [
  chain(introMuUc, from(ex`μuc`), equals(ex`ω/2*e*(12*ZAl*QAl^2 + 18*ZO*QOrel^2*QAl^2)`, by.substituting(alAndO, printedQO)), evaluates(printedOmega, charge, alCharge, oCharge, alDisplacement, printedRatio)),
  model(introMuUc, from(ex`μuc`), equals(ex`pi*cl/λ*e*(12*ZAl + 18*ZO*(2*wAl/(3*wO))^2)*QAl^2`, by.substituting(ionsOfTheCell, wave, oxygenDisplacement, massAl, massO)),
    evaluates(speedOfLight, wavelengthValue, charge, alCharge, oCharge, alDisplacement, weightAl, weightO)),
];

const printedMoment = parameter(l.μuc, "5e-27", "J/T", { where: "Sec. I", claim: "intro-mu-uc" });
const modelMoment = lemma("moment-of-cell", "moment of the cell", [], from(ex`μuc`), equals(ex`pi*cl/λ*e*(12*ZAl + 18*ZO*(2*wAl/(3*wO))^2)*QAl^2`, by.substituting(ionsOfTheCell, wave, oxygenDisplacement, massAl, massO)));
const modelValues = [speedOfLight, wavelengthValue, charge, alCharge, oCharge, alDisplacement, weightAl, weightO] as const;
export const momentInMagnetons = [
  chain(introMuUB, from(ex`μuc`), evaluates(printedMoment, bohrMagneton)),
  model(introMuUB, from(ex`μuc`), equals(ex`pi*cl/λ*e*(12*ZAl + 18*ZO*(2*wAl/(3*wO))^2)*QAl^2`, by.substituting(modelMoment)), evaluates(...modelValues, bohrMagneton)),
];

const magnetization = premise("magnetization", eq`Mag = μuc/Vuc`, { kind: "definition", where: "Sec. I", text: "M = μ_uc/V" });
export const magnetizationOfCell = [
  ...both(introM, from(ex`Mag`), equals(ex`μuc/Vuc`, by.definition(magnetization))),
  part(1, chain(introM, from(ex`Mag`), equals(ex`μuc/Vuc`, by.definition(magnetization)), evaluates(printedMoment, volumeValue))),
  part(1, model(introM, from(ex`Mag`), equals(ex`μuc/Vuc`, by.definition(magnetization)), evaluates(modelMoment, ...modelValues, volumeValue))),
];

const induction = premise("induction", eq`B = μ0*Mag`, { kind: "model", where: "Sec. I", text: "B = μ₀M inside the magnetized volume" });
export const fieldInside = [
  ...both(introB, from(ex`B`), equals(ex`μ0*Mag`, by.definition(induction))),
  part(1, chain(introB, from(ex`B`), equals(ex`μ0*μuc/Vuc`, by.definition(induction, magnetization)), evaluates(permeability, printedMoment, volumeValue))),
  part(1, model(introB, from(ex`B`), equals(ex`μ0*μuc/Vuc`, by.definition(induction, magnetization)), evaluates(permeability, modelMoment, ...modelValues, volumeValue))),
];

export const cellVolume = both(introV, from(ex`Vuc`), equals(ex`sqrt(3)/2*aHex^2*cHex`, by.substituting(cell)), evaluates(cellA, cellC));
export const relativeDisplacement = both(intro10pct, from(ex`(QAl - QO)/dAlO`), equals(ex`(QAl + 2*wAl*QAl/(3*wO))/dAlO`, by.substituting(oxygenDisplacement, massAl, massO)), evaluates(alBond, alDisplacement, weightAl, weightO));
export const bornCharges = [
  model(introZ, from(ex`ZAl`), evaluates(bornAl)),
  part(1, model(introZ, from(ex`ZO`), evaluates(bornO))),
];

const quantum = premise("quantum", eq`Eph = ħ*ω`, { kind: "model", where: "Sec. I", text: "E_ph = ħω" });
const angular = premise("angular-frequency", eq`ω = 2*pi*freq`, { kind: "definition", where: "Sec. I", text: "ω = 2πf" });
export const phononEnergy = [
  ...both(introEph, from(ex`Eph`), equals(ex`ħ*ω`, by.definition(quantum))),
  ...both(introEph, from(ex`Eph`), equals(ex`ħ*2*pi*freq`, by.definition(quantum, angular)), evaluates(planck, frequencyValue)).map((d) => part(1, d)),
];
export const linearScaling = both(introLinear, from(ex`mgeo/Q0`), equals(ex`kgeo`, by.substituting(geometric)));
export const onePhonon = both(intro1phonon, from(ex`Δ - Eph`), equals(ex`Δ - ħ*2*pi*freq`, by.substituting(quantum, angular)), evaluates(gapValue, planck, frequencyValue));

export const introduction: readonly Derivation[] = [
  ...proportional, ...angularMomentum, ...gyromagneticRatio, ...circularMoment, ...opticalFrequency, ...displacements, ...momentOfCell, ...momentInMagnetons, ...magnetizationOfCell, ...fieldInside,
  ...cellVolume, ...relativeDisplacement, ...bornCharges, ...phononEnergy, ...linearScaling, ...onePhonon,
];
