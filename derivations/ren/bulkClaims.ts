/**
 * # Claims of bulk materials, Eq. (8), and of the introduction
 */
import { claim, decimal, states, statesDigits, statesExpansion, statesGreater, type Claim } from "../../symbolic/index.ts";
import { eq, ex, letters as l } from "./symbols.ts";

const bulk = "Phonon magnetic moment in bulk materials";
const words = "a statement in words";
const semiconductor = "read for Δ₀ < 0 < Δ₁, where Δ < 0 at every k_z";

export const eq8 = claim("eq8", {
  page: 5, where: bulk, printed: String.raw`H_{\text{SM}}(\mathbf{k}) = \varepsilon_0 + \text{(4x4 matrix with } \pm\zeta\rho^\dagger\text{)}`,
  asserts: [states(eq`H8[1, 3] = ζ*(uy - i*ux)`), states(eq`H8[2, 4] = -ζ*(uy - i*ux)`)], introduces: [0, 1], byHand: "a matrix; the two elements that couple to the displacement, the second one in column 4 as hermiticity has it",
});
export const masses = claim("in-eps", {
  page: 5, where: "below Eq. (8)", kind: "premise", printed: String.raw`\varepsilon_0(\mathbf{k}) = \varepsilon_0 + \varepsilon_1 k_z^2,\quad \Delta = \Delta_0 - \Delta_1 k_z^2`, forAll: [l.kz],
  asserts: [states(eq`ε0(kz) = ε00 + ε1*kz^2`), states(eq`Δz(kz) = Δp - Δ1*kz^2`)], byHand: "ε₀ names a function and a constant",
});
export const reversal = claim("in-TR78", {
  page: 5, where: "below Eq. (8)", kind: "statement", printed: String.raw`\text{The difference between the constraints of the time-reversal symmetry on the spinless and spinful systems leads to the difference between Eqs. (7) and (8)}`,
  asserts: states(eq`Hc[2, 4] = T2*Hc[1, 3]`), introduces: [0], byHand: "read as: T² = ±1 forces the two coupling elements to be equal up to this sign",
});
export const spinFlip = claim("in-spinflip", {
  page: 5, where: "below Eq. (8)", kind: "statement", printed: String.raw`\text{the electron-phonon coupling term in Eq. (8) flips the spin}`, asserts: [states(eq`sp[3] = -sp[1]`), states(eq`sp[4] = -sp[2]`)], byHand: "read for the states 1, 3 and 2, 4 of the basis that the coupling connects",
});
export const threefold = claim("in-nt8", {
  page: 5, where: "below Eq. (8)", kind: "statement", printed: String.raw`\text{the nontopological contribution here becomes nonzero and is 3 times larger than the topological one}`,
  asserts: states(eq`nt8(kx, ky, Δ)/C8(kx, ky, Δ) = 3`), introduces: [0], byHand: "read as a ratio of 3, which the printed sum −4 = −(1 + 3) confirms; the ratio is the same at every k",
});
export const gap = claim("num-gap", {
  page: 5, where: "below Eq. (8)", kind: "number", printed: String.raw`\text{band gap of about 40 meV, much larger than the phonon energy } (\sim 3\ \text{meV})`,
  asserts: [statesDigits(ex`-2*Δ0`, decimal("4e1"), "meV"), statesGreater(ex`-2*Δ0/Ep`, ex`10`)], byHand: "the gap at Γ, and much larger read as ten times",
});
export const perKz = claim("in-perkz", {
  page: 5, where: bulk, printed: String.raw`(eL_1/2m_1)(\zeta^2/20\pi)[(-4)/\Delta^2]`, forAll: [l.Δ], asserts: states(eq`m8(Δ) = e*L1/(2*m1)*ζ^2/(20*pi)*(-4)/Δ^2`), byHand: `the value of the magnetization of a k_z; ${semiconductor}`,
});
export const summed = claim("in-kzsum", {
  page: 5, where: bulk, printed: String.raw`(eNL_1/2m_1)(\zeta^2/80\pi)[4/(\Delta_0\sqrt{|\Delta_0\Delta_1|})]V_u`, asserts: states(eq`M8 = e*N*L1/(2*m1)*ζ^2/(80*pi)*4/(Δ0*sqrt(abs(Δ0*Δ1)))*Vu`), byHand: `the value of the moment; ${semiconductor}`,
});
export const manyMagnetons = claim("num-1e4", {
  page: 5, where: bulk, kind: "number", printed: String.raw`\zeta \simeq 10\ \text{eV/\AA},\ V_u \simeq 200\ \text{\AA}^3:\ 10^4 \text{ times the atomic magneton}`,
  asserts: statesDigits(ex`-R8`, decimal("1e4"), "1", { magnitude: true }), byHand: "an order of magnitude, without the sign",
});
export const diracPoints = claim("in-diracpts", {
  page: 5, where: bulk, kind: "statement", printed: String.raw`\text{Two Dirac points where } \Delta(k_z) = 0;\ \text{increases in the manner of } [\text{sign}(\Delta)]/\Delta^2`,
  asserts: [states(eq`Δz(sqrt(Δp/Δ1)) = 0`), states(eq`Δz(-sqrt(Δp/Δ1)) = 0`), states(eq`m8(2*Δ) = m8(Δ)/4`), states(eq`m8(-Δ) = -m8(Δ)`)], byHand: "the positions of the points, and m ∝ sign(Δ)/Δ²",
});
export const semimetal = claim("in-semimetal", {
  page: 5, where: bulk, printed: String.raw`\text{larger than the above case by a factor of about } 4 \log(4\Delta_0/E_p)`,
  asserts: statesExpansion(eq`g8 = 4*log(4*Δp/Ep)`, { weights: new Map([[l.ε, 1]]), through: 0 }), byHand: "the ratio of the moments for Δ₀ and −|Δ₀|, log read as the natural logarithm, to leading order in E_p/Δ₀",
});
export const signChange = claim("in-signchange", {
  page: 5, where: bulk, kind: "statement", printed: String.raw`\text{with a sign change}`, asserts: statesGreater(ex`g8`, ex`0`), introduces: [0], byHand: "read as: the semimetal has the sign of the topological part for Δ > 0, the semiconductor that for Δ < 0; with the printed parameters",
});
export const semimetalNumbers = claim("num-2e3-5", {
  page: 5, where: bulk, kind: "number", printed: String.raw`E_p = 3\ \text{meV},\ \zeta \simeq 1\text{--}10\ \text{eV/\AA}:\ 2 \times 10^{3\text{--}5}`,
  asserts: [statesDigits(ex`-g8*R8`, decimal("2e3"), "1"), statesDigits(ex`-g8*R8`, decimal("2e5"), "1")], byHand: "a range, read by its two ends; the ratio of the semimetal to the semiconductor times the magnitude of the latter",
});
export const adiabatic = claim("in-adiabatic", {
  page: 5, where: bulk, kind: "premise", printed: String.raw`\text{adiabatic evolution when the gap exceeds the phonon energy; cutoff } 2|\Delta(k_z)| > E_p`, forAll: [l.kz], asserts: statesGreater(ex`2*abs(Δz(kz))`, ex`Ep`), byHand: words,
});
export const insulators = claim("in-TI", {
  page: 5, where: bulk, kind: "statement", printed: String.raw`\text{strong and weak topological insulators: large moment, sign change from strong to weak}`, asserts: statesGreater(ex`0`, ex`MTI[1]*MTI[-1]`), byHand: words,
});
export const experiment = claim("in-intro", {
  page: 1, where: "introduction", kind: "statement", printed: String.raw`Q^*L/m_I\ \text{(ionic magneton), experiments 3 to 4 orders larger; results agree with experiment}`,
  asserts: statesGreater(ex`Mexp/(qB*Lp/mI)`, ex`1000`), byHand: "the size of the measured moments",
});

export const bulkClaims: readonly Claim[] = [
  eq8, masses, reversal, spinFlip, threefold, gap, perKz, summed, manyMagnetons, diracPoints, semimetal, signChange, semimetalNumbers, adiabatic, insulators, experiment,
];
