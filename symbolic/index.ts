/**
 * # rederive
 *
 * Everything that a paper folder needs, through one door: letters, premises, claims as printed, derivations with reasons, and the named
 * definitions of the field.
 */
export { decimal, type Decimal } from "./number/decimal.ts";
export type { Expr } from "./expr/expr.ts";
export type { Assumption, PhysicalSymbol, SymbolOptions } from "./expr/symbol.ts";
export { symbols, notation, type Notation } from "./derive/letters.ts";
export { claim, states, statesDigits, statesExpansion, statesGreater, statesNonzero, type Assertion, type Claim, type Equation } from "./derive/claim.ts";
export { parameter, premise, printed, printedUnder, quantity, restated, type Parameter } from "./derive/premise.ts";
export type { Premise } from "./kernel/statement.ts";
export { approximates, both, by, chain, equals, evaluates, from, lemma, model, part, satisfies, whereNonzero, wherePositive, type Counting, type Derivation, type Fact } from "./derive/derivation.ts";
export { paper, PaperError, type Paper } from "./derive/paper.ts";
export type { Convention } from "./derive/conventions.ts";
export { linearCombination } from "./theory/orbitals.ts";
export { int as whole } from "./expr/build.ts";
export { substitute } from "./expr/walk.ts";
export { dim } from "./theory/dimensions.ts";
export { constants } from "./theory/constants.ts";
