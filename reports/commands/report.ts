/**
 * # rederive report
 *
 * Judges, prints the table, and writes one folder with an HTML page, Markdown, JSON and LaTeX for each paper.
 */
import { checkPapers, exitCodeOf } from "../check.ts";
import type { Terminal } from "../cli.ts";
import { InputError } from "../discover.ts";
import { prepareFolder, writeFiles, type OutputFile } from "../output.ts";
import { typeset } from "../pdf.ts";
import { progressOn } from "../progress.ts";
import { renderHtml } from "../renderHtml.ts";
import { renderLatex } from "../renderLatex.ts";
import { renderMarkdown } from "../renderMarkdown.ts";
import { reportData, type ReportData } from "../reportData.ts";
import { nearest } from "../text.ts";
import { writeTable, type JudgingOptions } from "./inspect.ts";

export interface ReportOptions extends JudgingOptions { readonly out: string; readonly format: string }

const renderers: Readonly<Record<string, (data: ReportData) => OutputFile["content"]>> = {
  html: renderHtml, md: renderMarkdown, tex: renderLatex, json: (data) => `${JSON.stringify(data, undefined, 1)}\n`, pdf: (data) => typeset(renderLatex(data)),
};

export const reportCommand = async (terminal: Terminal, papers: readonly string[], options: ReportOptions): Promise<number> => {
  const formats = options.format.split(",").map((name) => name.trim()).filter((name) => name !== "");
  const unknown = formats.find((name) => !(name in renderers));
  if (unknown !== undefined || formats.length === 0) throw new InputError(`unknown format '${unknown ?? ""}'\n  known     ${Object.keys(renderers).join(", ")}${nearest(unknown ?? "", Object.keys(renderers))}`);
  prepareFolder(options.out);                                             // a folder that cannot be written is found before the work, not after it
  const progress = progressOn(terminal.errorStream, !options.quiet && !options.json);
  const began = performance.now();
  const checked = await checkPapers({ targets: papers, papers: options.papers, opinions: options.opinions, jobs: options.jobs, seed: options.seed, pinned: true }, progress);
  const files = checked.flatMap((one) => {
    const data = reportData(one, options.seed);
    return formats.map((format): OutputFile => ({ name: `${data.id}.${format}`, content: renderers[format]?.(data) ?? "" }));
  });
  const written = writeFiles(options.out, files);
  if (options.json) terminal.write(`${JSON.stringify({ schema: "rederive/written@1", files: written })}\n`);
  else {
    if (!options.quiet) for (const one of checked) writeTable(terminal, one);
    terminal.write(`\nwritten: ${written.join(", ")}\n${options.quiet ? "" : `${((performance.now() - began) / 1000).toFixed(1)} s\n`}`);
  }
  for (const one of checked) for (const difference of one.unpinned) terminal.complain(`differs from its pin: ${one.paper.id}:${difference}\n`);
  return exitCodeOf(checked, options.strict);
};
