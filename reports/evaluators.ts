/**
 * # The evaluators of a paper
 *
 * For each claim that has a value its printed, chain and model formula, as the compiler takes them. Run by the build, this file writes
 * `rederive/evaluators/<paper>` for the papers of the package and makes the program executable.
 */
import { chmodSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileTarget, openSession, type Claim, type Evaluator, type Session } from "../symbolic/index.ts";
import { discover, loadPapers, packageRoot } from "./discover.ts";
import { compiledForms, partsWithValue } from "./forms.ts";
import { writeFiles } from "./output.ts";

/** The forms of the relation that speaks for the claim. */
export const evaluatorsOf = (session: Session, claim: Claim): readonly Evaluator[] => {
  const [part] = partsWithValue(claim);
  return compiledForms(session, claim).filter((one) => one.part === part).map(({ evaluator }) => evaluator);
};

const build = async (): Promise<void> => {
  chmodSync(join(packageRoot, "dist", "reports", "cli.js"), 0o755);
  const papers = await loadPapers(discover([]));
  for (const paper of papers) {
    const session = openSession(paper);
    const files = compileTarget("js").files({ paper: paper.id, title: paper.title, evaluators: paper.claims.flatMap((claim) => evaluatorsOf(session, claim)) });
    writeFiles(join(packageRoot, "dist", "evaluators"), files.map(({ name, text }) => ({ name, content: text })));
  }
};

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await build();
