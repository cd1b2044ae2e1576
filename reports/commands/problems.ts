/**
 * # What counts as bad input
 *
 * Errors that speak to the user: their message is shown as it is and the exit code is 2. Everything else is a defect of the program.
 */
import { AnchorError, BadParameter, EvaluatorInputError, LatexError, NotationError, NotEvaluable, PaperError, PrintContradicted, UnknownTarget } from "../../symbolic/index.ts";
import { InputError } from "../discover.ts";

const kinds = [InputError, NotationError, LatexError, PaperError, BadParameter, AnchorError, PrintContradicted, NotEvaluable, EvaluatorInputError, UnknownTarget];

export const isInputProblem = (error: unknown): error is Error => kinds.some((kind) => error instanceof kind);
