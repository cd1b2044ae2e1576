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
export { claim, states, statesDigits, statesExpansion, statesGreater, statesGrowth, statesNonzero, statesPower, type Assertion, type Claim, type Equation } from "./derive/claim.ts";
export { parameter, premise, printed, printedUnder, quantity, restated, type Parameter } from "./derive/premise.ts";
export type { Premise } from "./kernel/statement.ts";
export { approximates, both, by, chain, equals, evaluates, from, lemma, model, part, satisfies, under, whereNonzero, wherePositive, type Counting, type Because, type Derivation, type Fact, type Question, type Start, type Step } from "./derive/derivation.ts";
export { paper, PaperError, type Paper } from "./derive/paper.ts";
export type { Convention } from "./derive/conventions.ts";
export { linearCombination } from "./theory/orbitals.ts";
export { int as whole } from "./expr/build.ts";
export { substitute } from "./expr/walk.ts";
export { derivative as derivativeOf } from "./kernel/derivative.ts";
export { dimension, type Dimension } from "./expr/dimension.ts";
export { addMatrices, adjoint, determinant, diagonal, entryOf, identityMatrix, kronecker, mapMatrix, matrix, multiplyMatrices, scaleMatrix, subtractMatrices, trace, type Matrix } from "./expr/matrix.ts";
export { cliffordMatrices, combination, pauli, pauliProduct } from "./theory/gammaMatrices.ts";
export { levels, type LevelEnergies, type Levels } from "./theory/levels.ts";
export { dim } from "./theory/dimensions.ts";
export { constants } from "./theory/constants.ts";
export { bandsWithEnergies, lowerBands, spectralProjector, upperBands, type Bands, type Energies } from "./theory/bands.ts";
export { BandError } from "./theory/entryCoordinates.ts";
export { berryGeometry, type BerryGeometry, type Pair, type Quantity } from "./theory/berryCurvature.ts";
export { berryConnection, frameProjector, type BerryConnection } from "./theory/berryConnection.ts";
export { proveCurvatures, type CurvatureProof } from "./theory/curvatureProof.ts";
export { expansion, type Expansion, type ExpansionTerm } from "./theory/expansion.ts";
export { gapProduct, requireGap, touchingPoint } from "./theory/gap.ts";
export { orbitalPotential, type Eigenstate, type OrbitalSum, type SecondTerm, type Spectrum } from "./theory/orbitalSums.ts";
export { orbitalResponse, type OrbitalResponse } from "./theory/orbitalResponse.ts";
export { amplitudeWidths, populationWidths, relaxationRates, ResponseError, type Relaxation } from "./theory/relaxation.ts";
export { densityResponse, populations, type DensityResponse, type Drive, type DrivenSystem, type PopulationPart, type Resonance, type ResonanceGroup, type ResponsePath } from "./theory/densityMatrix.ts";
export { blochResponse, orbitalMoment, type BlochBands, type BlochResponse, type BlochSetting, type NonadiabaticPart, type Planar } from "./theory/blochResponse.ts";

// What judges, reads and shows: for reports and for whoever drives the engine.
export { openSession, judge } from "./derive/judge.ts";
export type { Judgement, Session } from "./derive/case.ts";
export { agrees as agreesWithPrint, ratioText, type Verdict, type VerdictKind } from "./derive/verdict.ts";
export { checkDerivation, type Checked, type CheckedLine } from "./derive/check.ts";
export { isPaper, claimOf, derivationsOf } from "./derive/paper.ts";
export { prove, splitEquation, type ProofAnswer, type ProofQuestion } from "./derive/prove.ts";
export { plainValue, type PlainValue } from "./derive/plainValue.ts";
export { readingOf, PrintContradicted } from "./derive/reading.ts";
export { dimensionOfClaim } from "./derive/dimensions.ts";
export { freeSymbols as freeSymbolsOf } from "./expr/walk.ts";
export { equalDimensions, showDimension as dimensionText } from "./expr/dimension.ts";
export { number, product } from "./expr/build.ts";
export { gaussian, multiplyRational, parseRational, rational, type Gaussian, type Rational } from "./number/rational.ts";
export { numericPoint, type ComplexBounds, type NumericPoint } from "./derive/numericPoint.ts";
export { nearestDouble } from "./compile/rounding.ts";
export { BadParameter } from "./derive/premise.ts";
export { AnchorError } from "./derive/anchors.ts";
export { premiseConsistency } from "./derive/consistency.ts";
export { isConstant } from "./theory/constants.ts";
export { evaluatorOf, type Evaluator, type EvaluatorOptions, type Form } from "./compile/evaluator.ts";
export { compileTarget, compileTargets, UnknownTarget, type CompileTarget, type GeneratedFile } from "./compile/target.ts";
export { EvaluatorInputError, type ComplexColumns } from "./compile/inputs.ts";
export type { ComplexValue, Gradient, ValueWithGradient } from "./compile/javascript.ts";
export type { Collection } from "./compile/claims.ts";
export { declarationText, moduleText } from "./compile/module.ts";
export { dimensionOfTerm, unitOf } from "./compile/unit.ts";
export { NotEvaluable } from "./compile/program.ts";
export type { EvaluatorParameter } from "./compile/parameters.ts";
export { NotationError } from "./notation/infix.ts";
export { LatexError } from "./notation/latexTokens.ts";
export { infix } from "./notation/infixPrinter.ts";
export { latex } from "./notation/latexPrinter.ts";
export { readUnit, unitsMeasuring } from "./notation/units.ts";
export { suggestion } from "./notation/suggestion.ts";
export { showRational, toNumber } from "./number/rational.ts";
export { openPool, type EnginePool } from "./oracle/pool.ts";
export { algebriteOracle } from "./oracle/algebrite.ts";
export { nerdamerOracle } from "./oracle/nerdamer.ts";
export { sampledVote } from "./oracle/sampling.ts";
export type { Opinion } from "./oracle/opinion.ts";
