import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, negate, power, product, sum, symbol, ZERO } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { addMatrices, scaleMatrix, type Matrix } from "../../symbolic/expr/matrix.ts";
import type { PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { isTheorem } from "../../symbolic/kernel/theorem.ts";
import { lowerBands, upperBands } from "../../symbolic/theory/bands.ts";
import { berryGeometry, type BerryGeometry } from "../../symbolic/theory/berryCurvature.ts";
import { expansion } from "../../symbolic/theory/expansion.ts";
import { combination, pauliProduct } from "../../symbolic/theory/gammaMatrices.ts";
import { orbitalResponse } from "../../symbolic/theory/orbitalResponse.ts";
import { clifford, ex, letter, parameters, split } from "./phononModels.ts";

type Four = readonly [PhysicalSymbol, PhysicalSymbol, PhysicalSymbol, PhysicalSymbol];
const [kx, ky, ux, uy] = parameters as unknown as Four;
const isSame = (a: Expr, b: Expr): boolean => decideEqual(a, b).kind === "equal";
const isDifferent = (a: Expr, b: Expr): boolean => decideEqual(a, b).kind === "different";
const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const;
type Plane = (typeof pairs)[number];
const at = ([a, b]: Plane) => [parameters[a]!, parameters[b]!] as const;

const geometryOf = (H: Matrix): BerryGeometry => berryGeometry(lowerBands(H), parameters);
const formOf = (geometry: BerryGeometry): Expr => geometry.chernForm(kx, ky, ux, uy).closedForm;
const productsOf = (geometry: BerryGeometry) => pairs.flatMap((ab, j) => pairs.slice(j).map((cd) => ({ ab, cd, value: geometry.productTrace(at(ab), at(cd)).closedForm })));
const reversed = (...letters: readonly PhysicalSymbol[]): ReadonlyMap<PhysicalSymbol, Expr> => new Map(letters.map((s) => [s, negate(symbol(s))]));

/** What the antiunitary symmetry at (−k, u) makes of Ω_ab: the conjugate with this sign, −1 for Ω_kk and Ω_uu, +1 for Ω_ku. */
const parity = ([a, b]: Plane): 1 | -1 => ((a < 2) === (b < 2) ? -1 : 1);
const hasParities = (products: ReturnType<typeof productsOf>): boolean =>
  products.every(({ ab, cd, value }) => isSame(substitute(value, reversed(kx, ky)), parity(ab) === parity(cd) ? value : negate(value)));

const modelOf = (name: string, H: Matrix) => {
  const geometry = geometryOf(H);
  return { name, H, geometry, products: productsOf(geometry), form: formOf(geometry) };
};
const [cliffordModel, splitModel] = [modelOf("Clifford", clifford(1)), modelOf("split", split(1))];
const phononModels = [cliffordModel, splitModel];
/** −curl F of the split model; that of the other one is zero. */
const density = orbitalResponse(lowerBands(splitModel.H), [kx, ky], [ux, uy]).density;

describe("time reversal with atoms at rest, H(−k, u) = T H(k, u) T⁻¹", () => {
  it.each(phononModels)("$name model: Tr(Ω_ab Ω_cd) at −k has the parities of both curvatures, odd for Ω_kk and Ω_uu, even for Ω_ku; the second Chern form is even", ({ products, form }) => {
    expect(hasParities(products)).toBe(true);
    expect(isSame(substitute(form, reversed(kx, ky)), form)).toBe(true);
  });

  it("−curl F of the split model is even", () => {
    expect(isSame(substitute(density, reversed(kx, ky)), density) && isDifferent(density, ZERO)).toBe(true);
  });

  const whole = fc.integer({ min: 1, max: 3 });
  /** Coefficients of real matrices even in k, of imaginary ones odd: H(−k, u) = H(k, u)*. */
  const coefficients = fc.tuple(whole, whole, whole, whole, whole).map(([a, b, c, d, e]) => [`${a} + ${b}*ux`, `kx + ${c}*kx*uy`, `uy + ${d}*kx*ky`, `ky - ${e}*kx`, `${a + 1} + kx^2 + ux`].map(ex));
  const Γ = ["x0", "y0", "zx", "zy", "zz"].map(pauliProduct);
  it("so it is in random models of four bands with T² = 1, and not with a term that breaks the symmetry", () => {
    fc.assert(fc.property(coefficients, (q) => {
      const H = combination(q, Γ);
      const geometry = geometryOf(H);
      const C = formOf(geometry);
      expect(hasParities(productsOf(geometry)) && isSame(substitute(C, reversed(kx, ky)), C) && isDifferent(C, ZERO)).toBe(true);
      const broken = formOf(geometryOf(addMatrices(H, scaleMatrix(symbol(kx), pauliProduct("zz")))));
      expect(isDifferent(substitute(broken, reversed(kx, ky)), broken)).toBe(true);
    }), { numRuns: 1 });
  });
});

describe("inversion, H(−k, −u) = P H(k, u) P", () => {
  it.each(phononModels)("$name model, P = diag(1, −1, −1, 1): every Tr(Ω_ab Ω_cd) and the second Chern form are even under (k, u) → (−k, −u)", ({ H, products, form }) => {
    const signs = [1, -1, -1, 1];
    H.entries.forEach((row, i) => { row.forEach((entry, j) => { expect(isSame(substitute(entry, reversed(kx, ky, ux, uy)), product(int(signs[i]! * signs[j]!), entry))).toBe(true); }); });
    for (const even of [...products.map(({ value }) => value), form]) expect(isSame(substitute(even, reversed(kx, ky, ux, uy)), even)).toBe(true);
  });
});

describe("rotations of the displacement, u → Ru", () => {
  /** R by the angle with sine 4/5 and cosine 3/5. */
  const R = [["3/5", "-4/5"], ["4/5", "3/5"]].map((row) => row.map(ex));
  const turned = new Map([[ux, ex("3/5*ux - 4/5*uy")], [uy, ex("4/5*ux + 3/5*uy")]]);
  const { form, products } = splitModel;
  const valueOf = (ab: string, cd: string): Expr => products.find((one) => one.ab.join() === ab && one.cd.join() === cd)?.value ?? valueOf(cd, ab);
  it("leave the second Chern form, −curl F and the products of Ω_kk and Ω_uu of the split model as they are", () => {
    for (const scalar of [form, density, valueOf("0,1", "0,1"), valueOf("0,1", "2,3"), valueOf("2,3", "2,3")]) expect(isSame(substitute(scalar, turned), scalar)).toBe(true);
    expect(isSame(substitute(form, new Map([[ux, ex("2*ux")]])), form)).toBe(false);
  });

  it("turn Ω_ku like a vector in u: Tr(Ω_{k u_i} Ω_{k′ u_j})(u) = Σ R_li R_mj Tr(Ω_{k u_l} Ω_{k′ u_m})(Ru)", () => {
    const component = (k: number, i: number, k1: number, j: number): Expr => valueOf(`${k},${i + 2}`, `${k1},${j + 2}`);
    const both = [0, 1];
    for (const [k, i, k1, j] of [[0, 0, 0, 0], [0, 0, 1, 1], [0, 1, 1, 1]] as const) {
      const there = both.flatMap((l) => both.map((m) => product(R[l]![i]!, R[m]![j]!, substitute(component(k, l, k1, m), turned))));
      expect(isSame(sum(...there), component(k, i, k1, j))).toBe(true);
      expect(isSame(substitute(component(k, i, k1, j), turned), component(k, i, k1, j))).toBe(false);
    }
  });
});

describe("the lower and the upper bands of the Clifford model", () => {
  it("have curvatures and second Chern forms that add up to zero, and equal Tr(Ω_kk Ω_kk)", () => {
    const { H, geometry, form } = cliffordModel;
    const upper = berryGeometry(upperBands(H), parameters);
    for (const ab of pairs) expect(isSame(sum(geometry.trace(...at(ab)).closedForm, upper.trace(...at(ab)).closedForm), ZERO)).toBe(true);
    expect(isSame(sum(form, formOf(upper)), ZERO) && isDifferent(form, ZERO)).toBe(true);
    expect(isSame(upper.productTrace([kx, ky], [kx, ky]).closedForm, geometry.productTrace([kx, ky], [kx, ky]).closedForm)).toBe(true);
  });
});

describe("without coupling to the displacement, ζ → 0", () => {
  it("the second Chern forms vanish like ζ², with the values at u = 0 in front: (3/2)v²ζ²Δ/E⁵ and v²ζ²Δ³/2E⁷", () => {
    const E2 = "(D^2 + v^2*(kx^2 + ky^2))";
    const leading = [ex(`3/2*v^2*Z^2*D/${E2}^(5/2)`), ex(`v^2*Z^2*D^3/(2*${E2}^(7/2))`)];
    phononModels.forEach(({ form }, k) => {
      const { terms, polynomial, theorem } = expansion(form, [letter("Z")], 3);
      expect(terms.map(({ order }) => order)).toEqual([2]);
      expect(isSame(polynomial, leading[k]!) && isTheorem(theorem)).toBe(true);
      expect(isSame(substitute(form, new Map([[ux, ZERO], [uy, ZERO]])), leading[k]!)).toBe(true);
      expect(isSame(power(polynomial, int(2)), power(leading[1 - k]!, int(2)))).toBe(false);
    });
  });
});
