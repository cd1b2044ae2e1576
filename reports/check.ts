/**
 * # Checking papers
 *
 * Judges the claims that a user asked for, paper by paper, and compares the findings with the pins. What `check`, `report` and `list` show
 * comes from here.
 */
import { claimOf, judge, openPool, openSession, type Claim, type Judgement, type Paper, type Session } from "../symbolic/index.ts";
import { mustBeConsistent } from "./consistency.ts";
import { dataOf, discover, folderOf, InputError, loadPapers, type PaperFolder } from "./discover.ts";
import { claimDocument, type CheckDocument, type ClaimDocument } from "./document.ts";
import { notAsked, opinionsOn, type ClaimOpinions } from "./opinions.ts";
import { differences, readPins } from "./pins.ts";
import type { Progress } from "./progress.ts";
import { nearest } from "./text.ts";

export interface CheckedPaper {
  readonly folder: PaperFolder;
  readonly paper: Paper;
  readonly session: Session;
  readonly judgements: readonly Judgement[];
  readonly documents: readonly ClaimDocument[];
  /** Where findings differ from pins. */
  readonly unpinned: readonly string[];
  readonly isPinned: boolean;
}

export interface CheckRequest {
  /** "paper" or "paper:claim"; everything when empty. */
  readonly targets: readonly string[];
  readonly papers: readonly string[];
  readonly opinions: boolean;
  readonly jobs: number;
  /** Where the sample points start. */
  readonly seed: number;
  /** Compare with verdicts.json; not when that file is about to be written. */
  readonly pinned: boolean;
}

interface Selection { readonly folder: PaperFolder; readonly claims: readonly string[] }

/** Papers in order of first mention, with the claims asked for; an empty list means all of them. */
export const select = (targets: readonly string[], folders: readonly PaperFolder[]): readonly Selection[] => {
  if (targets.length === 0) return folders.map((folder) => ({ folder, claims: [] }));
  const chosen = new Map<PaperFolder, string[] | "all">();
  for (const target of targets) {
    const [id = "", claim, ...more] = target.split(":");
    if (more.length > 0 || id === "" || claim === "") throw new InputError(`'${target}' names no claim\n  expected  paper or paper:claim, such as ${folders[0]?.id ?? "paper"}:eq1`);
    const folder = folderOf(folders, id);
    const before = chosen.get(folder);
    chosen.set(folder, claim === undefined || before === "all" ? "all" : [...(before ?? []), claim]);
  }
  return [...chosen].map(([folder, claims]) => ({ folder, claims: claims === "all" ? [] : claims }));
};

export const claimCalled = (paper: Paper, id: string): Claim => {
  const found = claimOf(paper, id);
  if (found !== undefined) return found;
  throw new InputError(`unknown claim '${id}' of the paper '${paper.id}'${nearest(id, paper.claims.map((claim) => claim.id)) || `\n  try       rederive list ${paper.id}`}`);
};

export const checkPapers = async (request: CheckRequest, progress: Progress): Promise<readonly CheckedPaper[]> => {
  const selections = select(request.targets, discover(request.papers));
  const papers = await loadPapers(selections.map(({ folder }) => folder));
  const work = selections.flatMap(({ folder, claims }, k) => {
    const paper = papers[k];
    return paper === undefined ? [] : [{ folder, paper, claims: claims.length === 0 ? paper.claims : claims.map((id) => claimCalled(paper, id)) }];
  });
  const total = work.reduce((sum, { claims }) => sum + claims.length, 0);
  const judgedPapers: { readonly folder: PaperFolder; readonly paper: Paper; readonly session: Session; readonly claims: readonly Claim[] }[] = [];
  const took = new Map<Claim, number>();
  let done = 0;
  for (const { folder, paper, claims } of work) {
    mustBeConsistent(folder, paper, claims);
    const session = openSession(paper, request.seed);
    for (const claim of claims) {
      progress.at(done++, total, `${paper.id}:${claim.id}`);
      const began = performance.now();
      judge(session, claim);
      took.set(claim, performance.now() - began);
      await new Promise((resume) => { setImmediate(resume); });                          // signals are heard between claims
    }
    judgedPapers.push({ folder, paper, session, claims });
  }
  const opinions = request.opinions ? await askAll(judgedPapers.flatMap(({ session, claims }) => claims.map((claim) => judge(session, claim))), request.jobs, progress) : new Map<Judgement, ClaimOpinions>();
  progress.end();
  return judgedPapers.map(({ folder, paper, session, claims }) => {
    const judgements = claims.map((claim) => judge(session, claim));
    const pins = request.pinned ? readPins(dataOf(folder, "verdicts.json"), `${folder.data}/verdicts.json`) : {};
    return { folder, paper, session, judgements, documents: judgements.map((judgement) => claimDocument(session, judgement.claim, opinions.get(judgement) ?? notAsked, took.get(judgement.claim) ?? 0)), unpinned: differences(judgements, pins), isPinned: Object.keys(pins).length > 0 };
  });
};

/** Votes on every judgement; as many workers for each engine as jobs. */
const askAll = async (judgements: readonly Judgement[], jobs: number, progress: Progress): Promise<ReadonlyMap<Judgement, ClaimOpinions>> => {
  const pool = openPool({ workers: jobs, budget: 5_000 });
  let done = 0;
  try {
    const answered = await Promise.all(judgements.map(async (judgement) => {
      const opinions = await opinionsOn(pool, judgement);
      progress.at(++done, judgements.length, `opinions on ${judgement.claim.id}`);
      return [judgement, opinions] as const;
    }));
    return new Map(answered);
  } finally {
    await pool.close();
  }
};

export const checkDocument = (papers: readonly CheckedPaper[], seed: number, seconds: number): CheckDocument => ({
  schema: "rederive/check@1", seed, seconds: Math.round(seconds * 1000) / 1000,
  papers: papers.map(({ paper, documents }) => ({ id: paper.id, title: paper.title, citation: paper.citation, claims: documents })),
});

/** 0 all as pinned; 1 a verdict differs from its pin (with `strict`, also any discrepancy); 3 only open verdicts stand in the way. */
export const exitCodeOf = (papers: readonly CheckedPaper[], strict: boolean): 0 | 1 | 3 => {
  const verdicts = papers.flatMap(({ judgements }) => judgements.flatMap(({ chain, model }) => [chain.kind, model.kind]));
  if (papers.some(({ unpinned }) => unpinned.length > 0)) return 1;
  if (strict && verdicts.includes("discrepancy")) return 1;
  const pinnedOpen = papers.every(({ isPinned }) => isPinned);
  return verdicts.includes("open") && (strict || !pinnedOpen) ? 3 : 0;
};
