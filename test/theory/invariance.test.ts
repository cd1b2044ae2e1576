import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, I, int, negate, number, power, product, sum, symbol, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { adjoint, column, determinant, entryEquations, entryOf, mapMatrix, matrix, multiplyMatrices, scaleMatrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { decideEqual, type Circumstances } from "../../symbolic/kernel/field.ts";
import { rational } from "../../symbolic/number/rational.ts";
import { bandsWithEnergies, lowerBands, upperBands } from "../../symbolic/theory/bands.ts";
import { berryConnection } from "../../symbolic/theory/berryConnection.ts";
import { berryGeometry } from "../../symbolic/theory/berryCurvature.ts";
import { cliffordMatrices, combination } from "../../symbolic/theory/gammaMatrices.ts";
import { letters } from "../kernel/declare.ts";
import { clifford, cliffordChernForm, cliffordProduct, letter as modelLetter, parameters as modelParameters, permutationSign } from "./phononModels.ts";

const { ex, letter } = letters("x,y,z,w,D real; λ positive");
const [x, y, z, w] = ["x", "y", "z", "w"].map(letter) as [ReturnType<typeof letter>, ReturnType<typeof letter>, ReturnType<typeof letter>, ReturnType<typeof letter>];
const isSame = (a: Expr, b: Expr, circumstances: Circumstances = {}): boolean => decideEqual(a, b, circumstances).kind === "equal";
const isEqual = (a: Matrix, b: Matrix, circumstances: Circumstances = {}): boolean => entryEquations(a, b).every(({ left, right }) => isSame(left, right, circumstances));
const whole = fc.integer({ min: -2, max: 2 });

/** h·σ with length E. */
interface TwoBands { readonly h: readonly [Expr, Expr, Expr]; readonly H: Matrix; readonly E: Expr }
const twoBands = (h: readonly [Expr, Expr, Expr]): TwoBands => {
  const [a, b, c] = h;
  return { h, H: matrix([[c, sum(a, negate(product(I, b)))], [sum(a, product(I, b)), negate(c)]]), E: power(sum(...h.map((part) => power(part, int(2)))), number(rational(1, 2))) };
};
const linear = fc.tuple(whole, whole, whole).map(([a, b, c]) => sum(product(int(a), symbol(x)), product(int(b), symbol(y)), product(int(c), symbol(z))));
/** Two linear components and a mass that bends: gapped but at points. */
const model = fc.tuple(linear, linear, whole).filter(([a, b]) => a !== ZERO && b !== ZERO).map(([a, b, c]) => twoBands([sum(symbol(x), a), sum(symbol(y), b), sum(ex("2 + x*z"), product(int(c), ex("y^2")))]));
/** The lower state in the gauge in which its second component is positive, where E² and E + h_z are. */
const lowerState = ({ h: [a, b, c], E }: TwoBands): Matrix => {
  const rest = sum(E, c);
  const norm = product(power(product(int(2), E), ex("-1/2")), power(rest, ex("-1/2")));
  return column([product(norm, sum(product(I, b), negate(a))), product(norm, rest)]);
};
const given = ({ h: [, , c], E }: TwoBands): Circumstances => ({ positive: [power(E, int(2)), sum(E, c)] });
const curvature = (H: Matrix): Expr => berryGeometry(lowerBands(H), [x, y]).trace(x, y).closedForm;

describe("the curvature of a two-band model", () => {
  it("adds up to zero over both bands, and is ½ h·(∂ₓh × ∂ᵧh)/E³ in the lower one", () => {
    fc.assert(fc.property(model, (m) => {
      const lower = curvature(m.H);
      const rows = [m.h, ...[x, y].map((s) => m.h.map((part) => derivative(part, s)))];
      expect(isSame(lower, product(ex("1/2"), determinant(matrix(rows)), power(m.E, int(-3))))).toBe(true);
      expect(isSame(sum(lower, berryGeometry(upperBands(m.H), [x, y]).trace(x, y).closedForm), ZERO)).toBe(true);
    }), { numRuns: 12 });
  });

  it("is that of the connection of the lower state, and does not change when the state is multiplied by exp(iχ)", () => {
    fc.assert(fc.property(model, linear, whole, (m, first, c) => {
      const χ = sum(first, product(int(c), ex("x*y")));
      const state = lowerState(m);
      const turned = scaleMatrix(call("exp", [product(I, χ)]), state);
      const [plain, gauged] = [state, turned].map((frame) => berryConnection(frame, given(m)));
      const Ω = entryOf(plain!.curvature(x, y), 0, 0);
      expect(isSame(Ω, curvature(m.H), given(m))).toBe(true);
      expect(isSame(entryOf(gauged!.curvature(x, y), 0, 0), Ω, given(m))).toBe(true);
      const shift = sum(entryOf(gauged!.connection(x), 0, 0), negate(entryOf(plain!.connection(x), 0, 0)));
      expect(isSame(shift, negate(derivative(χ, x)), given(m))).toBe(true);
    }), { numRuns: 6 });
  });

  it("has no sources: ∂ₓΩ_yz + ∂ᵧΩ_zx + ∂_zΩ_xy = 0", () => {
    fc.assert(fc.property(model, (m) => {
      const geometry = berryGeometry(lowerBands(m.H), [x, y, z]);
      const cyclic = [[x, y, z], [y, z, x], [z, x, y]].map(([a, b, c]) => derivative(geometry.trace(b!, c!).closedForm, a!));
      expect(isSame(sum(...cyclic), ZERO)).toBe(true);
    }), { numRuns: 8 });
  });

  it("under time reversal, H(−x, −y, z) = H(x, y, z)*, is odd in (x, y) for Ω_xy and even for Ω_xz", () => {
    fc.assert(fc.property(whole, whole, whole, whole, (a, b, c, d) => {
      const even = [a, b].map((n) => sum(ex("1 + x^2"), product(int(n), ex("x*y + z"))));
      const m = twoBands([even[0]!, sum(ex("x*(1 + z^2)"), product(int(c), symbol(y))), sum(even[1]!, product(int(d), ex("y^2")))]);
      const geometry = berryGeometry(lowerBands(m.H), [x, y, z]);
      const reversed = new Map([[x, ex("-x")], [y, ex("-y")]]);
      const [inPlane, mixed] = [geometry.trace(x, y).closedForm, geometry.trace(x, z).closedForm];
      expect(isSame(substitute(inPlane, reversed), negate(inPlane)) && isSame(substitute(mixed, reversed), mixed)).toBe(true);
    }), { numRuns: 10 });
  });
});

/** Combinations q·Γ of five anticommuting matrices, q linear in four parameters and D. */
const monopole = fc.array(fc.tuple(whole, whole, whole, whole), { minLength: 5, maxLength: 5 }).map((rows) => rows.map(([a, b, c, d], j) =>
  sum(...[x, y, z, w].map((s, k) => product(int([a, b, c, d][k]! + (j === k ? 4 : 0)), symbol(s))), j === 4 ? symbol(letter("D")) : ZERO)));

describe("the second Chern form", () => {
  it("of q·Γ is −(3/2) det(q, ∂q …)/|q|⁵, and changes sign when two parameters are exchanged", () => {
    fc.assert(fc.property(monopole, (q) => {
      const geometry = berryGeometry(lowerBands(permuted(q)), [x, y, z, w]);
      const C = geometry.chernForm(x, y, z, w).closedForm;
      const rows = [q, ...[x, y, z, w].map((s) => q.map((part) => derivative(part, s)))];
      const length = power(sum(...q.map((part) => power(part, int(2)))), ex("-5/2"));
      expect(isSame(C, product(ex("-3/2"), determinant(matrix(rows)), length))).toBe(true);
      expect(isSame(geometry.chernForm(z, y, x, w).closedForm, negate(C))).toBe(true);
    }), { numRuns: 3 });
  });

  it("is (1/8) Σ ε_abcd Tr(Ω_ab Ω_cd)", () => {
    const all = [x, y, z, w];
    const geometry = berryGeometry(lowerBands(permuted(["x", "y + z", "1 + x*w", "z", "w - y"].map(ex))), all);
    const permutations = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].flatMap((b) => [0, 1, 2, 3].flatMap((c) => [0, 1, 2, 3].map((d) => [a, b, c, d] as const)))).filter((p) => new Set(p).size === 4);
    const terms = permutations.map(([a, b, c, d]) => product(int(permutationSign(a, b, c, d)), geometry.productTrace([all[a]!, all[b]!], [all[c]!, all[d]!]).closedForm));
    expect(isSame(product(ex("1/8"), sum(...terms)), geometry.chernForm(x, y, z, w).closedForm)).toBe(true);
  });

  it("is closed in five parameters", () => {
    const five = [...[x, y, z, w], letter("D")];
    const geometry = berryGeometry(lowerBands(permuted(five.map((s) => symbol(s)))), five);
    const terms = five.map((s, k) => {
      const [a, b, c, d] = five.filter((other) => other !== s);
      return product(int(k % 2 === 0 ? 1 : -1), derivative(geometry.chernForm(a!, b!, c!, d!).closedForm, s));
    });
    expect(isSame(sum(...terms), ZERO)).toBe(true);
  });

  it("falls off as λ⁻⁴ when q grows by λ at fixed directions, and is odd in the mass", () => {
    const C = cliffordChernForm(1);
    const found = berryGeometry(lowerBands(clifford(1)), modelParameters).chernForm(...(modelParameters as [typeof x, typeof x, typeof x, typeof x])).closedForm;
    const scaled = new Map([...modelParameters, modelLetter("D")].map((s) => [s, product(symbol(letter("λ")), symbol(s))]));
    expect(isSame(substitute(found, scaled), product(power(symbol(letter("λ")), int(-4)), C))).toBe(true);
    expect(isSame(substitute(found, new Map([[modelLetter("D"), negate(symbol(modelLetter("D")))]])), negate(found))).toBe(true);
  });
});

/** Γ₁ … Γ₅ = σ_xτ_z, σ_yτ_z, σ_zτ_z, τ_x, τ_y, whose product is −1. */
const permuted = (q: readonly Expr[]): Matrix => {
  const [τx, τy, first, second, third] = cliffordMatrices(2);
  return combination(q, [first!, second!, third!, τx!, τy!]);
};

describe("what cannot depend on the basis", () => {
  it("traces of products of curvatures are those of U H U† for a constant unitary U", () => {
    const U = matrix([["3/5", "4*i/5", "0", "0"], ["4*i/5", "3/5", "0", "0"], ["0", "0", "5/13", "-12/13"], ["0", "0", "12/13", "5/13"]].map((row) => row.map(ex)));
    expect(isEqual(multiplyMatrices(U, adjoint(U)), mapMatrix(U, (_, i, j) => int(i === j ? 1 : 0)))).toBe(true);
    const H = clifford(1);
    const turned = multiplyMatrices(U, multiplyMatrices(H, adjoint(U)));
    const geometry = berryGeometry(lowerBands(turned), modelParameters);
    const [kx, ky, ux, uy] = modelParameters as [typeof x, typeof x, typeof x, typeof x];
    expect(isSame(geometry.chernForm(kx, ky, ux, uy).closedForm, cliffordChernForm(1))).toBe(true);
    expect(isSame(geometry.productTrace([kx, ux], [ky, ux]).closedForm, cliffordProduct(1, [0, 2], [1, 2]))).toBe(true);
  });

  const [first, second] = [twoBands([symbol(x), symbol(y), int(2)]), twoBands([ex("x - y"), symbol(y), int(3)])];
  it("two models side by side give the sum of their traces, and of their second products", () => {
    const zero = [ZERO, ZERO];
    const H = matrix([...first.H.entries.map((row) => [...row, ...zero]), ...second.H.entries.map((row) => [...zero, ...row])]);
    const geometry = berryGeometry(bandsWithEnergies(H, { occupied: [negate(first.E), negate(second.E)], empty: [first.E, second.E] }), [x, y]);
    const parts = [first, second].map(({ H: part }) => curvature(part));
    expect(isSame(geometry.trace(x, y).closedForm, sum(...parts))).toBe(true);
    expect(isSame(geometry.productTrace([x, y], [x, y]).closedForm, sum(...parts.map((part) => power(part, int(2)))))).toBe(true);
  });

  it("the curvature of a frame of two states turns with a smooth U(2): Ω → U†ΩU", () => {
    const frame = matrix([...lowerState(first).entries.map(([entry]) => [entry!, ZERO]), ...lowerState(second).entries.map(([entry]) => [ZERO, entry!])]);
    const circumstances = { positive: [first, second].flatMap((m) => given(m).positive!) };
    const Ω = berryConnection(frame, circumstances).curvature(x, y);
    expect(isSame(entryOf(Ω, 0, 1), ZERO, circumstances) && isSame(entryOf(Ω, 1, 1), curvature(second.H), circumstances)).toBe(true);
    const χ = ex("x + 2*y");
    const [cos, sin] = [call("cos", [χ]), product(I, call("sin", [χ]))];
    const U = matrix([[cos, sin], [sin, cos]]);
    const turned = berryConnection(multiplyMatrices(frame, U), circumstances);
    expect(isEqual(turned.curvature(x, y), multiplyMatrices(adjoint(U), multiplyMatrices(Ω, U)), circumstances)).toBe(true);
    expect(isEqual(turned.commutator(x, y), mapMatrix(U, () => ZERO), circumstances)).toBe(false);
  });
});
