/**
 * # rederive list, check, explain, show
 */

import { checkDocument, checkPapers, exitCodeOf, select, type CheckedPaper } from "../check.ts";
import type { Terminal } from "../cli.ts";
import { dataOf, discover, InputError, loadPapers } from "../discover.ts";
import { explainDocument, explainText } from "../explain.ts";
import { pinOf, readPins } from "../pins.ts";
import { progressOn } from "../progress.ts";
import { painter, table, tally, type Row } from "../table.ts";
import { showDocument, showText } from "../show.ts";
import { counted } from "../text.ts";

export interface CommonOptions { readonly json: boolean; readonly quiet: boolean; readonly papers: readonly string[] }
export interface JudgingOptions extends CommonOptions { readonly opinions: boolean; readonly seed: number; readonly jobs: number; readonly strict: boolean }
export interface CheckOptions extends JudgingOptions { readonly pins: boolean; readonly verbose: boolean }

// ---- list ----------------------------------------------------------------------------------------------------------------------

export const listCommand = async (terminal: Terminal, only: string | undefined, options: CommonOptions): Promise<number> => {
  const selected = select(only === undefined ? [] : [only], discover(options.papers));
  const papers = await loadPapers(selected.map(({ folder }) => folder));
  const listed = papers.map((paper, k) => {
    const folder = selected[k]?.folder;
    const pins = folder === undefined ? {} : readPins(dataOf(folder, "verdicts.json"), `${folder.data}/verdicts.json`);
    return {
      id: paper.id, title: paper.title, citation: paper.citation,
      claims: paper.claims.map((claim) => ({ id: claim.id, label: claim.label, page: claim.page, kind: claim.kind, printed: claim.printed, chain: pins[claim.id]?.chain ?? null, model: pins[claim.id]?.model ?? null })),
    };
  });
  if (options.json) {
    terminal.write(`${JSON.stringify({ schema: "rederive/list@1", papers: listed }, undefined, 1)}\n`);
    return 0;
  }
  for (const paper of listed) {
    terminal.write(`${paper.id}  ${paper.title}\n  ${paper.citation}\n  ${counted(paper.claims.length, "claim")}\n`);
    if (only !== undefined) for (const claim of paper.claims) terminal.write(`  ${claim.id.padEnd(20)} p. ${String(claim.page).padEnd(3)} ${claim.kind.padEnd(11)} ${(claim.chain ?? "-").padEnd(14)} ${(claim.model ?? "-").padEnd(14)} ${claim.printed}\n`);
  }
  return 0;
};

// ---- check ---------------------------------------------------------------------------------------------------------------------

export const rowsOf = ({ judgements }: CheckedPaper): readonly Row[] => judgements.map(({ claim, chain, model }) => ({ id: claim.id, label: claim.label, chain, model }));

export const writeTable = (terminal: Terminal, checked: CheckedPaper): void => {
  const rows = rowsOf(checked);
  terminal.write(`\n${checked.paper.id}: ${checked.paper.title}\n${table(rows, { columns: terminal.columns, paint: painter(terminal.colour) })}\n\n${counted(rows.length, "claim")}\n${tally(rows)}\n`);
};

export const checkCommand = async (terminal: Terminal, targets: readonly string[], options: CheckOptions): Promise<number> => {
  const began = performance.now();
  const checked = await checkPapers({ targets, papers: options.papers, opinions: options.opinions, jobs: options.jobs, seed: options.seed, pinned: !options.pins }, progressOn(terminal.errorStream, !options.quiet && !options.json));
  const seconds = (performance.now() - began) / 1000;
  const code = exitCodeOf(checked, options.strict);
  if (options.pins) {
    const [first, ...more] = checked;
    if (first === undefined || more.length > 0) throw new InputError("--pins prints the file of one paper\n  try       rederive check <paper> --pins");
    terminal.write(`{\n${first.judgements.map((judgement) => `  ${JSON.stringify(judgement.claim.id)}: ${JSON.stringify(pinOf(judgement))}`).join(",\n")}\n}\n`);
    return 0;
  }
  if (options.json) {
    terminal.write(`${JSON.stringify(checkDocument(checked, options.seed, seconds))}\n`);
    return code;
  }
  for (const one of checked) {
    writeTable(terminal, one);
    for (const { id, opinions } of one.documents) {
      for (const line of opinions.detail) if (line.includes("disagrees") && (options.verbose || !line.startsWith("sampling"))) terminal.write(`opinion on ${id}: ${line}\n`);
    }
  }
  for (const one of checked) for (const difference of one.unpinned) terminal.complain(`differs from its pin: ${one.paper.id}:${difference}\n`);
  if (!options.quiet) terminal.write(`${seconds.toFixed(1)} s\n`);
  return code;
};

// ---- explain, show ---------------------------------------------------------------------------------------------------------------

const oneClaim = async (target: string, options: CommonOptions): Promise<CheckedPaper> => {
  if (!target.includes(":")) throw new InputError(`'${target}' names no claim\n  expected  paper:claim, such as ${target}:eq1\n  try       rederive list ${target}`);
  const [checked] = await checkPapers({ targets: [target], papers: options.papers, opinions: false, jobs: 1, seed: 1, pinned: true }, progressOn(process.stderr, false));
  if (checked === undefined) throw new InputError(`'${target}' names no claim`);
  return checked;
};

export const explainCommand = async (terminal: Terminal, target: string, options: CommonOptions): Promise<number> => {
  const checked = await oneClaim(target, options);
  const document = explainDocument(checked);
  terminal.write(options.json ? `${JSON.stringify(document)}\n` : explainText(document, painter(terminal.colour)));
  return exitCodeOf([checked], false);
};

export const showCommand = async (terminal: Terminal, target: string, options: CommonOptions): Promise<number> => {
  const checked = await oneClaim(target, options);
  const document = showDocument(checked);
  terminal.write(options.json ? `${JSON.stringify(document)}\n` : showText(document));
  return 0;
};

