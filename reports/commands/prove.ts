/**
 * # rederive prove
 *
 * Anybody's own identity: exit code 0 proved, 1 refuted, 3 open. With `--stdin` thousands of them, one JSON object a line.
 */
import { createInterface } from "node:readline";
import { LatexError, NotationError, prove, splitEquation, type PlainValue, type ProofAnswer, type ProofQuestion } from "../../symbolic/index.ts";
import type { Terminal } from "../cli.ts";
import { InputError } from "../discover.ts";

export interface ProveOptions { readonly json: boolean; readonly quiet: boolean; readonly tex: boolean; readonly assume: string; readonly stdin: boolean }

const exitCodes = { proved: 0, refuted: 1, open: 3 } as const;

const timed = (question: ProofQuestion): ProofAnswer & { readonly milliseconds: number } => {
  const began = performance.now();
  const answer = prove(question);
  return { ...answer, milliseconds: Math.round((performance.now() - began) * 1000) / 1000 };
};

export const proveCommand = async (terminal: Terminal, equation: string | undefined, options: ProveOptions): Promise<number> => {
  if (options.stdin) return proveLines(terminal, options);
  if (equation === undefined) throw new InputError("prove needs an equation\n  try       rederive prove \"1/(x-1) - 1/(x+1) = 2/(x^2-1)\"");
  const answer = timed({ ...splitEquation(equation, options.tex), assume: options.assume, tex: options.tex });
  terminal.write(options.json ? `${JSON.stringify({ schema: "rederive/prove@1", ...answer })}\n` : `${describe(answer, options.quiet)}\n`);
  return exitCodes[answer.verdict];
};

const show = (value: PlainValue | null): string => (value === null ? "?" : typeof value === "number" ? `${Number(value.toPrecision(10))}` : `${Number(value.re.toPrecision(10))} ${value.im < 0 ? "-" : "+"} ${Number(Math.abs(value.im).toPrecision(10))}i`);

const describe = (answer: ProofAnswer, quiet: boolean): string => {
  if (quiet) return answer.verdict;
  const lines: string[] = [answer.verdict];
  if (answer.hypotheses.length > 0) lines.push(`  where     ${answer.hypotheses.join(", ")}`);
  if (answer.witness !== null) lines.push(`  at        ${Object.entries(answer.witness).map(([name, value]) => `${name} = ${show(value)}`).join(", ") || "(no letters)"}`, `  left      ${show(answer.left)}`, `  right     ${show(answer.right)}`);
  if (answer.ratio !== null) lines.push(`  ratio     left / right = ${answer.ratio}`);
  if (answer.reason !== null) lines.push(`  reason    ${answer.reason}`);
  return lines.join("\n");
};

interface Line { readonly id: string | number | null; readonly left: string; readonly right: string; readonly assume: string }

const readLine = (text: string, number: number): Line => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`line ${number} of standard input is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const field = (name: string): unknown => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined);
  const [id, left, right, assume] = [field("id"), field("left"), field("right"), field("assume") ?? ""];
  if (typeof left !== "string" || typeof right !== "string" || typeof assume !== "string") throw new InputError(`line ${number} of standard input: expected {"id", "left", "right", "assume"} with text, found ${text.slice(0, 200)}`);
  return { id: typeof id === "string" || typeof id === "number" ? id : null, left, right, assume };
};

/** A line that cannot be read is answered with its error, and the next one is read; the exit code is then 2. */
const proveLines = async (terminal: Terminal, options: ProveOptions): Promise<number> => {
  const codes = new Set<number>();
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (text.trim() === "") continue;
    let id: string | number | null = null;
    try {
      const line = readLine(text, number);
      id = line.id;
      const answer = timed({ left: line.left, right: line.right, assume: line.assume === "" ? options.assume : line.assume, tex: options.tex });
      terminal.write(`${JSON.stringify({ schema: "rederive/prove@1", id, ...answer })}\n`);
      codes.add(exitCodes[answer.verdict]);
    } catch (error) {
      if (!(error instanceof InputError || error instanceof NotationError || error instanceof LatexError)) throw error;
      terminal.write(`${JSON.stringify({ schema: "rederive/prove@1", id, error: error.message })}\n`);
      codes.add(2);
    }
  }
  return [2, 1, 3].find((code) => codes.has(code)) ?? 0;
};
