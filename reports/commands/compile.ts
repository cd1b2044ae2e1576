/**
 * # rederive compile
 *
 * Evaluators of a paper or of one claim as source text, every form that has a value.
 */
import { compileTarget, openSession } from "../../symbolic/index.ts";
import { claimCalled, select } from "../check.ts";
import type { Terminal } from "../cli.ts";
import { discover, InputError, loadPapers } from "../discover.ts";
import { evaluatorsOf } from "../evaluators.ts";
import { writeFiles } from "../output.ts";
import type { CommonOptions } from "./inspect.ts";

export interface CompileOptions extends CommonOptions { readonly out: string; readonly target: string }

export const compileCommand = async (terminal: Terminal, target: string, options: CompileOptions): Promise<number> => {
  const [selected] = select([target], discover(options.papers));
  const [paper] = selected === undefined ? [] : await loadPapers([selected.folder]);
  if (selected === undefined || paper === undefined) throw new InputError(`'${target}' names no paper`);
  const targets = options.target.split(",").map((name) => compileTarget(name.trim()));
  const session = openSession(paper);
  const claims = selected.claims.length === 0 ? paper.claims : selected.claims.map((id) => claimCalled(paper, id));
  const evaluators = claims.flatMap((claim) => evaluatorsOf(session, claim));
  if (evaluators.length === 0) throw new InputError(`${target} has nothing to compute: it states no value`);
  const files = targets.flatMap((into) => into.files({ paper: paper.id, title: paper.title, evaluators })).map(({ name, text }) => ({ name, content: text }));
  const written = writeFiles(options.out, files);
  if (options.json) terminal.write(`${JSON.stringify({ schema: "rederive/compile@1", files: written })}\n`);
  else terminal.write(`${written.join("\n")}\n`);
  return 0;
};
