/**
 * # Gauge covariance of the response of bands to two phonons
 *
 * Energies, widths, velocities and couplings are rational or complex with rational parts, and so are the phases e^{iχ} and the unitary matrices that change the basis: the kernel decides every
 * equality without a tolerance. Under |n k⟩ → Σ|m k⟩U_mn and |l k − q⟩ → Σ|m k − q⟩W_ml: v → U†vU, F → U†FW, F̄ → W†F̄U, and the slopes of the partner like F̄.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, difference, I, int, negate, number, ONE, power, product, sum, symbol, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { adjoint, diagonal, entryOf, identityMatrix, mapMatrix, matrix, multiplyMatrices, type Matrix } from "../../symbolic/expr/matrix.ts";
import { physicalSymbol } from "../../symbolic/expr/symbol.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { expand, isTheorem } from "../../symbolic/kernel/theorem.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { blochResponse, type BlochBands, type BlochResponse, type BlochSetting, type NonadiabaticPart } from "../../symbolic/theory/blochResponse.ts";
import { numbersFrom } from "../physics/bruteForce/randomNumbers.ts";

const fraction = (p: number, q: number): Expr => number(rational(p, q));
const isSame = (left: Expr, right: Expr): boolean => decideEqual(left, right).kind === "equal";
const isDifferent = (left: Expr, right: Expr): boolean => decideEqual(left, right).kind === "different";
const places = (n: number): readonly number[] => Array.from({ length: n }, (_, k) => k);
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

/** A phase, or a turn by a rational point of the circle: (a + ib)²/(a² + b²). */
const circlePoint = (draw: () => number): readonly [cosine: Expr, sine: Expr] => {
  const [a, b] = [Math.round(5 + 4 * draw()), Math.round(15 + 4 * draw())];
  return [fraction(b * b - a * a, a * a + b * b), fraction(2 * a * b, a * a + b * b)];
};
const phases = (n: number, draw: () => number): Matrix => diagonal(places(n).map(() => { const [x, y] = circlePoint(draw); return sum(x, product(I, y)); }));
/** A turn of the first two of n states, and phases of all before and after. */
const mixing = (n: number, draw: () => number): Matrix => {
  const [cosine, sine] = circlePoint(draw);
  const turn = mapMatrix(identityMatrix(n), (entry, i, j) => (i > 1 || j > 1 ? entry : i === j ? cosine : i < j ? negate(sine) : sine));
  return multiplyMatrices(phases(n, draw), multiplyMatrices(turn, phases(n, draw)));
};

interface Shape { readonly bands: number; readonly between: number; readonly degenerate?: "at k" | "between" }
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 2 });
/** Bands at k near 0, 20, 40 …, at k − q near 10, 30 …; the first two of a wave vector coincide, with equal widths and occupations, where that is said. Widths are scaled by `scale`. */
const settingOf = ({ bands: n, between: m, degenerate }: Shape, draw: () => number, scale: Expr = ONE): BlochSetting => {
  /** Not zero. */
  const value = (middle: number, spread: number): Expr => fraction(2 * Math.round(6 * (middle + spread * draw())) + 1, 12);
  const list = (size: number, together: boolean, entry: (k: number) => Expr): readonly Expr[] => { const all = places(size).map(entry); return together ? all.with(1, all[0]!) : all; };
  const bandsOf = (size: number, start: number, occupation: number, together: boolean): BlochBands => ({
    energies: list(size, together, (k) => value(start + 20 * k, 2)), occupations: list(size, together, () => value(occupation, 0.2)), widths: list(size, together, () => product(scale, value(1, 0.8))),
  });
  const any = (rows: number, columns: number): Matrix => matrix(places(rows).map(() => places(columns).map(() => sum(value(0, 1), product(I, value(0, 1))))));
  const velocity = (): Matrix => {
    const [own, all] = [value(0, 1), any(n, n)];
    return mapMatrix(all, (entry, i, j) => (degenerate === "at k" && i < 2 && j < 2 ? (i === j ? own : ZERO) : sum(entry, call("conj", [entryOf(all, j, i)]))));
  };
  return {
    bands: bandsOf(n, 0, 0.75, degenerate === "at k"), between: bandsOf(m, 10, 0.25, degenerate === "between"), velocities: [velocity(), velocity()],
    coupling: any(n, m), partner: any(m, n), partnerSlopes: [any(m, n), any(m, n)], frequency: value(0, 3), switching: product(scale, value(1, 0.8)),
  };
};
const turned = (setting: BlochSetting, U: Matrix, W: Matrix): BlochSetting => {
  const changed = (left: Matrix, m: Matrix, right: Matrix): Matrix => multiplyMatrices(adjoint(left), multiplyMatrices(m, right));
  const [x, y] = setting.partnerSlopes!;
  return {
    ...setting, velocities: [changed(U, setting.velocities[0], U), changed(U, setting.velocities[1], U)],
    coupling: changed(U, setting.coupling, W), partner: changed(W, setting.partner, U), partnerSlopes: [changed(W, x, U), changed(W, y, U)],
  };
};
const numbersOf = ({ skewScattering, sideJumpOfStates, sideJumpOfCoupling }: NonadiabaticPart): readonly Expr[] => [skewScattering, sideJumpOfStates, sideJumpOfCoupling];
const everyPart = ({ nonadiabatic }: BlochResponse): readonly Expr[] => nonadiabatic.flatMap(numbersOf);
/** Summed over the bands at k − q, for each band at k and each of the three parts. */
const overBetween = ({ nonadiabatic }: BlochResponse, bands: number): readonly Expr[] => places(bands).flatMap((band) =>
  [0, 1, 2].map((which) => sum(...nonadiabatic.filter((part) => part.band === band).map((part) => numbersOf(part)[which]!))));
const allSame = (left: readonly Expr[], right: readonly Expr[]): boolean => left.length === right.length && left.every((x, k) => isSame(x, right[k]!));

describe("phases of all states at k and at k − q", () => {
  it.each([[2, 2, 1], [2, 3, 1], [3, 3, 1]])("change neither the curl nor any of its nonadiabatic parts: %i bands at k, %i at k − q", (n, m, numRuns) => {
    fc.assert(fc.property(seeds, (seed) => {
      const draw = numbersFrom(seed);
      const setting = settingOf({ bands: n, between: m }, draw);
      const [before, after] = [blochResponse(setting), blochResponse(turned(setting, phases(n, draw), phases(m, draw)))];
      expect(isSame(after.curl, before.curl)).toBe(true);
      expect(allSame(everyPart(after), everyPart(before))).toBe(true);
    }), runs(numRuns));
  });

  it("matter when the phonon and its partner do not have the same", () => {
    fc.assert(fc.property(seeds, (seed) => {
      const draw = numbersFrom(seed);
      const setting = settingOf({ bands: 2, between: 2 }, draw);
      const half = { ...turned(setting, phases(2, draw), identityMatrix(2)), partner: setting.partner };
      expect(isDifferent(blochResponse(half).curl, blochResponse(setting).curl)).toBe(true);
    }), runs(2));
  });
});

describe("degenerate bands at k − q of the same width and occupation", () => {
  it.each([[2, 2, 2], [2, 3, 1], [3, 3, 1]])("may be mixed by any unitary matrix, for the sum over them: %i bands at k, %i at k − q", (n, m, numRuns) => {
    fc.assert(fc.property(seeds, (seed) => {
      const draw = numbersFrom(seed);
      const setting = settingOf({ bands: n, between: m, degenerate: "between" }, draw);
      const [before, after] = [blochResponse(setting), blochResponse(turned(setting, phases(n, draw), mixing(m, draw)))];
      expect(isSame(after.curl, before.curl)).toBe(true);
      expect(allSame(overBetween(after, n), overBetween(before, n))).toBe(true);
      // One of them alone has no meaning.
      expect(everyPart(after).every((part, k) => isSame(part, everyPart(before)[k]!))).toBe(false);
    }), runs(numRuns));
  });

  it("may not when their widths differ", () => {
    fc.assert(fc.property(seeds, (seed) => {
      const draw = numbersFrom(seed);
      const drawn = settingOf({ bands: 2, between: 2, degenerate: "between" }, draw);
      const setting = { ...drawn, between: { ...drawn.between, widths: [ONE, fraction(3, 1)] } };
      expect(isDifferent(blochResponse(turned(setting, identityMatrix(2), mixing(2, draw))).curl, blochResponse(setting).curl)).toBe(true);
    }), runs(2));
  });
});

describe("degenerate bands at k of the same width and occupation", () => {
  it.each([[2, 2, 2], [3, 2, 1], [3, 3, 1]])("may be mixed by any unitary matrix where they have one velocity and do not mix by it: %i bands at k, %i at k − q", (n, m, numRuns) => {
    fc.assert(fc.property(seeds, (seed) => {
      const draw = numbersFrom(seed);
      const setting = settingOf({ bands: n, between: m, degenerate: "at k" }, draw);
      const [mixed, plain] = [blochResponse(turned(setting, mixing(n, draw), phases(m, draw))), blochResponse(setting)];
      expect(isSame(mixed.curl, plain.curl)).toBe(true);
      // The single parts mix, with those of the coherence their sum stays.
      expect(isSame(sum(...everyPart(mixed)), sum(...everyPart(plain)))).toBe(true);
    }), runs(numRuns));
  });

  it("are refused in a basis in which the velocity mixes them: transported states have no limit there, since k + q₀ picks its own basis of the pair for each direction of q₀", () => {
    fc.assert(fc.property(seeds, (seed) => {
      const draw = numbersFrom(seed);
      const setting = settingOf({ bands: 3, between: 2, degenerate: "at k" }, draw);
      // Two velocities within the pair: any turn mixes them.
      const split: BlochSetting = { ...setting, velocities: [mapMatrix(setting.velocities[0], (entry, i, j) => (i === 0 && j === 0 ? sum(entry, ONE) : entry)), setting.velocities[1]] };
      expect(() => blochResponse(split)).not.toThrow();
      expect(() => blochResponse(turned(split, mixing(3, draw), identityMatrix(2)))).toThrow(/the bands \d and \d at k are degenerate and the velocity mixes them/);
    }), runs(3));
  });
});

describe("the limit of widths that vanish together, s → 0, of a difference between two sets of widths", () => {
  const small = physicalSymbol("s", { assume: "positive" });
  /** One model with two sets of widths, of which the second has the larger η_p and so smaller ratios: only what carries them differs. */
  const pairOf = (shape: Shape, seed: number): readonly [BlochSetting, BlochSetting] => {
    const [one, other] = [settingOf(shape, numbersFrom(seed), symbol(small)), settingOf(shape, numbersFrom(seed + 1), symbol(small))];
    return [one, { ...one, bands: { ...one.bands, widths: other.bands.widths }, between: { ...one.between, widths: other.between.widths }, switching: sum(other.switching, product(int(40), symbol(small))) }];
  };
  const approaches = (left: Expr, right: Expr): boolean => isTheorem(expand(left, right, new Map([[small, rational(1)]]), rational(0)));
  const lessOther = ([one, other]: readonly [BlochSetting, BlochSetting], part: (response: BlochResponse, setting: BlochSetting) => Expr): Expr => difference(part(blochResponse(one), one), part(blochResponse(other), other));
  const partsOf = (response: BlochResponse): Expr => sum(...everyPart(response));

  it("is that of the nonadiabatic parts, for bands that are apart", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 - 3 }), (seed) => {
      const pair = pairOf({ bands: 2, between: 2 }, seed);
      expect(approaches(lessOther(pair, ({ curl }) => curl), lessOther(pair, partsOf))).toBe(true);
    }), runs(1));
  });

  it("has beside the parts of single bands those of the coherence of a degenerate pair, with the moment between both", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 - 3 }), (seed) => {
      const pair = pairOf({ bands: 3, between: 1, degenerate: "at k" }, seed);
      /** −ratio (f_n − f_l) F_nl F̄_ln′/(E_n − E_l − ω)² times ⟨∂n′| × v|n⟩ = Σ_m (v_x,n′m v_y,mn − v_y,n′m v_x,mn)/(E_n − E_m), m outside of the pair. */
      const coherences = ({ nonadiabatic }: BlochResponse, { bands, between, velocities: [x, y], coupling, partner, frequency }: BlochSetting): Expr => sum(...nonadiabatic.filter(({ band, coherentWith }) => band < 2 && coherentWith === band).map(({ band: n, through: l, ratio }) => {
        const [other, m] = [1 - n, 2];
        const moment = difference(product(entryOf(x, other, m), entryOf(y, m, n)), product(entryOf(y, other, m), entryOf(x, m, n)));
        const weight = product(int(-1), ratio, difference(bands.occupations[n]!, between.occupations[l]!), power(sum(bands.energies[n]!, negate(between.energies[l]!), negate(frequency)), int(-2)));
        return product(weight, entryOf(coupling, n, l), entryOf(partner, l, other), moment, power(difference(bands.energies[n]!, bands.energies[m]!), int(-1)));
      }));
      const [single, coherent] = [(response: BlochResponse) => sum(...response.nonadiabatic.filter(({ band, coherentWith }) => band === coherentWith).flatMap(numbersOf)), partsOf];
      expect(approaches(lessOther(pair, ({ curl }) => curl), lessOther(pair, coherent))).toBe(true);
      expect(approaches(lessOther(pair, coherent), lessOther(pair, (response, setting) => sum(single(response), coherences(response, setting))))).toBe(true);
      expect(() => approaches(lessOther(pair, ({ curl }) => curl), lessOther(pair, single))).toThrow(/differ at order 0/);
    }), runs(1));
  });
});
