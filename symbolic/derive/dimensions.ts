/**
 * # Dimensions of a claim
 *
 * `dimensionOfClaim`: whether the two sides of every relation, every sum and every argument of a function have equal dimensions, over all
 * assertions of the claim together. A printed unit must measure what it stands for. Where dimensions differ, the detail names both and the
 * smallest insertion of the constants that the paper may have set to one.
 *
 * Trusted: nothing here; no verdict rests on it.
 */
import { ONE, symbol, written } from "../expr/build.ts";
import { showDimension } from "../expr/dimension.ts";
import type { Expr } from "../expr/expr.ts";
import { physicalSymbol } from "../expr/symbol.ts";
import { checkDimensions, checkEquations, dimensionOf } from "../notation/dimensionOf.ts";
import { infix } from "../notation/infixPrinter.ts";
import { readUnit } from "../notation/units.ts";
import type { Assertion, Claim } from "./claim.ts";
import type { Paper } from "./paper.ts";
import { restoreUnits } from "./restore.ts";

export interface ClaimDimension { readonly status: "consistent" | "inconsistent" | "undetermined"; readonly detail: string }

/** The terms that an assertion says to have one dimension. Printed figures stand as a symbol named by their unit. */
const sidesOf = (assertion: Assertion): readonly Expr[] => {
  switch (assertion.kind) {
    case "equal": case "expansion": case "positive": return [assertion.left, assertion.right];
    case "digits": return [assertion.left, written.product([unitSymbol(assertion.unit), assertion.times ?? ONE])];
    case "nonzero": return [assertion.term];
    case "dependence": return [assertion.left];
  }
};

const unitSymbol = (unit: string): Expr => {
  const dimension = readUnit(unit)?.dimension;
  return symbol(physicalSymbol(`unit ${unit}`, dimension === undefined ? {} : { dimension }));
};

export const dimensionOfClaim = (paper: Paper, claim: Claim): ClaimDimension => {
  const equations = claim.asserts.map(sidesOf);
  const report = checkEquations(equations);
  switch (report.status) {
    case "consistent": return { status: "consistent", detail: [...new Set(equations.map(describe))].join("; ") };
    case "undetermined": return { status: "undetermined", detail: `no dimension is declared, and none follows, for ${report.undetermined.map((s) => s.name).join(", ")}` };
    case "inconsistent": return {
      status: "inconsistent",
      detail: [...new Set(report.conflicts.map(({ message }) => message)), ...claim.asserts.flatMap((assertion) => repairOf(assertion, paper))].join("; "),
    };
  }
};

const describe = (sides: readonly Expr[]): string => {
  const dimension = sides.map(dimensionOf).find((one) => one !== undefined);
  return dimension === undefined ? "0" : showDimension(dimension);
};

/** The smallest insertion of constants, for a relation that is inconsistent by itself. */
const repairOf = (assertion: Assertion, paper: Paper): readonly string[] => {
  const [left, right] = sidesOf(assertion);
  if (left === undefined || right === undefined || checkDimensions([left, right]).status !== "inconsistent") return [];
  if (assertion.kind === "digits") return [`${infix(left)} is not measured in ${assertion.unit}${assertion.times === undefined ? "" : ` ${infix(assertion.times)}`}`];
  const constants = paper.unitConstants.map((s) => s.name).join(", ");
  const restored = restoreUnits(left, right, paper.unitConstants);
  if (restored === undefined) return [paper.unitConstants.length === 0 ? "no constant is named that may have been set to one" : `no powers of ${constants} repair it`];
  return [`repaired by ${restored.insertions.join(", ")}: ${infix(restored.left)} = ${infix(restored.right)}`];
};
