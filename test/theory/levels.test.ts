import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { power, product, sum } from "../../symbolic/expr/build.ts";
import type { Expr } from "../../symbolic/expr/expr.ts";
import { addMatrices, entryEquations, entryOf, identityMatrix, mapMatrix, multiplyMatrices, scaleMatrix, subtractMatrices, trace, type Matrix } from "../../symbolic/expr/matrix.ts";
import type { PhysicalSymbol } from "../../symbolic/expr/symbol.ts";
import { substitute } from "../../symbolic/expr/walk.ts";
import { derivative } from "../../symbolic/kernel/derivative.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { combination, pauliProduct } from "../../symbolic/theory/gammaMatrices.ts";
import { levels, type Levels } from "../../symbolic/theory/levels.ts";
import { letters } from "../kernel/declare.ts";

const { ex, letter } = letters("k,q,u,w,D real; v,z positive");
const [kx, ky, ux, uy] = ["k", "q", "u", "w"].map(letter) as [PhysicalSymbol, PhysicalSymbol, PhysicalSymbol, PhysicalSymbol];
const atRest = (e: Expr): Expr => substitute(e, new Map([[ux, ex("0")], [uy, ex("0")]]));
const isEqual = (a: Expr, b: Expr): boolean => decideEqual(a, b).kind === "equal";
const areEqual = (a: Matrix, b: Matrix): boolean => entryEquations(a, b).every(({ left, right }) => isEqual(left, right));

const energy = ex("sqrt(v^2*(k^2 + q^2) + D^2)");
const atZero = (hamiltonian: Matrix): Levels => levels(mapMatrix(hamiltonian, atRest), { occupied: [product(ex("-1"), energy)], empty: [energy] }, (a) => mapMatrix(hamiltonian, (entry) => atRest(derivative(entry, a))));
/** v(k_xσ_x + k_yσ_y)τ_z + Dσ_zτ_z, coupled by two matrices to the displacement. */
const dirac = (alongX: string, alongY: string): Matrix => combination([ex("v*k"), ex("v*q"), ex("D"), ex("z*w"), ex("-z*u")], ["zx", "zy", "zz", alongX, alongY].map(pauliProduct));
const clifford = dirac("x0", "y0");
const spinful = dirac("xz", "yz");

describe("levels ±E, twofold each", () => {
  it("have a projector with P² = P whose first derivatives solve P² = P and [H, P] = 0 to first order", () => {
    for (const hamiltonian of [clifford, spinful]) {
      const { occupied: lower, slope } = atZero(hamiltonian);
      const H = mapMatrix(hamiltonian, atRest);
      expect(areEqual(multiplyMatrices(lower, lower), lower)).toBe(true);
      expect(isEqual(trace(lower), ex("2"))).toBe(true);
      for (const a of [kx, uy]) {
        const [dP, dH] = [slope(a), mapMatrix(hamiltonian, (entry) => atRest(derivative(entry, a)))];
        expect(areEqual(addMatrices(multiplyMatrices(dP, lower), multiplyMatrices(lower, dP)), dP)).toBe(true);
        expect(areEqual(addMatrices(multiplyMatrices(H, dP), multiplyMatrices(dH, lower)), addMatrices(multiplyMatrices(dP, H), multiplyMatrices(lower, dH)))).toBe(true);
      }
    }
  });

  it("have slopes that are those of the explicit projector where the level stays degenerate", () => {
    const M = ex("sqrt(v^2*(k^2 + q^2) + D^2 + z^2*(u^2 + w^2))");
    const explicit = scaleMatrix(ex("1/2"), subtractMatrices(identityMatrix(4), scaleMatrix(power(M, ex("-1")), clifford)));
    const { slope } = atZero(clifford);
    for (const a of [kx, ky, ux, uy]) expect(areEqual(slope(a), mapMatrix(explicit, (entry) => atRest(derivative(entry, a))))).toBe(true);
  });

  it("of a Clifford set have the second Chern form of a monopole and no mixing; with the other coupling half of one power more, and a mixing of four times that", () => {
    const [first, second] = [atZero(clifford), atZero(spinful)];
    expect(isEqual(first.chernForm(kx, ky, ux, uy), ex("-3/2*v^2*z^2*D/sqrt(v^2*(k^2 + q^2) + D^2)^5"))).toBe(true);
    expect(isEqual(first.mixingCurl(kx, ky, ux, uy), ex("0"))).toBe(true);
    const form = second.chernForm(kx, ky, ux, uy);
    expect(isEqual(power(form, ex("2")), ex("(v^2*z^2*D^3/(2*sqrt(v^2*(k^2 + q^2) + D^2)^7))^2"))).toBe(true);
    expect(isEqual(sum(second.mixingCurl(kx, ky, ux, uy), product(ex("4"), form)), ex("0"))).toBe(true);
    expect(isEqual(sum(second.mixingCurl(kx, ky, ux, uy), product(ex("3"), form)), ex("0"))).toBe(false);
  });

  it("have curvatures that change sign with the order of the parameters, and a form that is antisymmetric in all four", () => {
    const { chernForm, curvature } = atZero(spinful);
    const form = chernForm(kx, ky, ux, uy);
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
      const [a, b, c, d] = order.map((k) => [kx, ky, ux, uy][k]!) as [PhysicalSymbol, PhysicalSymbol, PhysicalSymbol, PhysicalSymbol];
      const inversions = order.flatMap((x, k) => order.slice(k + 1).filter((y) => y < x)).length;
      expect(isEqual(chernForm(a, b, c, d), inversions % 2 === 0 ? form : product(ex("-1"), form))).toBe(true);
    }), { numRuns: 8 });
    expect(isEqual(entryOf(curvature(kx, ky), 0, 0), product(ex("-1"), entryOf(curvature(ky, kx), 0, 0)))).toBe(true);
  });
});
