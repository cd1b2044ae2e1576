#!/usr/bin/env node
/**
 * # The command line
 *
 * Arguments and exit codes; what the commands do is in `commands/`. Exit codes: 0 all as pinned; 1 a verdict differs from its pin, or a
 * proof failed; 2 wrong usage or bad input; 3 only open verdicts stand in the way.
 */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isInputProblem } from "./commands/problems.ts";
import { checkCommand, explainCommand, listCommand, showCommand } from "./commands/inspect.ts";
import { compileCommand } from "./commands/compile.ts";
import { evalCommand } from "./commands/evaluate.ts";
import { proveCommand } from "./commands/prove.ts";
import { reportCommand } from "./commands/report.ts";
import { packageRoot } from "./discover.ts";

/** Where a command writes, and how it is run; tests put their own in. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly errorStream: NodeJS.WriteStream;
  readonly columns: number;
  readonly colour: boolean;
}

const versionOf = (): string => {
  const value: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  const version: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "version") : undefined;
  return typeof version === "string" ? version : "unknown";
};

const wholeNumber = (least: number) => (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) throw new InvalidArgumentError(`expected a whole number from ${least}, found '${text}'`);
  return value;
};

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const common = (command: Command): Command => command
  .option("--json", "print one JSON document", false)
  .option("--quiet", "no progress, and only what was asked for", false)
  .addOption(new Option("--papers <folder>", "folder with further papers; may be given again").argParser(collect).default([], "none"));

const judging = (command: Command): Command => common(command)
  .option("--opinions", "also ask Algebrite and nerdamer", false)
  .option("--seed <n>", "where the sample points start", wholeNumber(0), 1)
  .option("--jobs <n>", "workers for each engine that is asked", wholeNumber(1), 2)
  .option("--strict", "a discrepancy gives exit code 1, an open verdict 3", false);

/** The program with all its commands; `done` is told the exit code. */
const program = (terminal: Terminal, done: (code: number) => void): Command => {
  const root = new Command("rederive")
    .description("Re-derives the published equations of physics papers, proves or refutes what is printed, and compiles the result.")
    .version(versionOf())
    .showHelpAfterError("(rederive --help shows the commands)")
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: terminal.write, writeErr: terminal.complain });
  const run = <T extends readonly unknown[]>(task: (...given: T) => Promise<number> | number) => async (...given: T): Promise<void> => done(await task(...given));

  common(root.command("list").argument("[paper]").description("papers, claims and pinned verdicts"))
    .action(run((paper: string | undefined, options: Parameters<typeof listCommand>[2]) => listCommand(terminal, paper, options)));
  judging(root.command("check").argument("[paper[:claim]...]").description("derive and judge; everything by default"))
    .option("--pins", "print the findings in the form of verdicts.json", false)
    .option("--verbose", "also where an engine contradicts a proof", false)
    .action(run((targets: readonly string[], options: Parameters<typeof checkCommand>[2]) => checkCommand(terminal, targets, options)));
  common(root.command("explain").argument("<paper:claim>").description("the derivation line by line"))
    .action(run((target: string, options: Parameters<typeof explainCommand>[2]) => explainCommand(terminal, target, options)));
  judging(root.command("report").argument("[paper...]").description("the report as HTML, Markdown, JSON and LaTeX"))
    .requiredOption("--out <folder>", "where the report goes")
    .option("--format <list>", "html, md, json, tex, pdf; separated by commas", "html,md,json,tex")
    .action(run((papers: readonly string[], options: Parameters<typeof reportCommand>[2]) => reportCommand(terminal, papers, options)));
  common(root.command("eval").argument("<paper:claim>").description("the number, with its unit"))
    .addOption(new Option("--form <form>", "which formula").choices(["printed", "chain", "model"]).makeOptionMandatory())
    .addOption(new Option("--set <name=value>", "SI value, or value[unit]; may be given again").argParser(collect).default([], "none"))
    .option("--part <n>", "which relation of a display with several", wholeNumber(1))
    .action(run((target: string, options: Parameters<typeof evalCommand>[2]) => evalCommand(terminal, target, options)));
  common(root.command("show").argument("<paper:claim>").description("print, reading, symbols and parameter names"))
    .action(run((target: string, options: Parameters<typeof showCommand>[2]) => showCommand(terminal, target, options)));
  common(root.command("compile").argument("<paper[:claim]>").description("numeric evaluators as source text"))
    .requiredOption("--out <folder>", "where the files go")
    .option("--target <list>", "js, c, python; separated by commas", "js")
    .action(run((target: string, options: Parameters<typeof compileCommand>[2]) => compileCommand(terminal, target, options)));
  root.command("prove").argument("[equation]").description("decide an identity of your own: \"<left> = <right>\"")
    .option("--json", "print one JSON document", false)
    .option("--quiet", "only the verdict", false)
    .option("--tex", "both sides are LaTeX", false)
    .option("--assume <clauses>", "such as \"c=±1; n integer; D,w positive; g real\"", "")
    .option("--stdin", "one JSON object {\"id\",\"left\",\"right\",\"assume\"} a line in, one result a line out", false)
    .action(run((equation: string | undefined, options: Parameters<typeof proveCommand>[2]) => proveCommand(terminal, equation, options)));
  return root;
};

/** Runs one command line and gives its exit code. */
export const main = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  let code = 0;
  try {
    await program(terminal, (given) => { code = given; }).parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isInputProblem(error)) throw error;
    terminal.complain(`${error.message}\n`);
    return 2;
  }
  return code;
};

const ownTerminal = (): Terminal => ({
  write: (text) => { process.stdout.write(text); },
  complain: (text) => { process.stderr.write(text); },
  errorStream: process.stderr,
  columns: process.stdout.isTTY ? process.stdout.columns : 160,
  colour: process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
});

const isMain = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isMain) {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => { if (error.code === "EPIPE") process.exit(0); });
  process.exitCode = await main(process.argv.slice(2), ownTerminal());
}
