/**
 * # Program text
 *
 * Writes a program as statements of a language with infix arithmetic. A value that is used once stands inside the expression that uses it, in
 * brackets that keep the order of evaluation; the others get names _1, _2 …, which no parameter has. Every language computes the same operations in the
 * same order.
 */
import type { BinaryOperation, Program, Register, UnaryOperation } from "./program.ts";

export type FunctionOperation = Exclude<UnaryOperation, "negate"> | Exclude<BinaryOperation, "add" | "subtract" | "multiply" | "divide">;

export interface Dialect {
  readonly number: (value: number) => string;
  /** The statement that names a value. */
  readonly define: (name: string, expression: string) => string;
  readonly functions: Readonly<Record<FunctionOperation, string>>;
}

export interface Written { readonly statements: readonly string[]; readonly re: string; readonly im: string | undefined; readonly used: ReadonlySet<FunctionOperation> }

/** How tightly an expression binds: sum, product, sign, atom. */
type Strength = 0 | 1 | 2 | 3;
interface Text { readonly text: string; readonly strength: Strength }

/** Expressions longer than this get a name. */
const LONGEST = 110;

const bracketed = ({ text, strength }: Text, atLeast: Strength): string => (strength >= atLeast ? text : `(${text})`);

const infixOf = { add: { sign: " + ", strength: 0 }, subtract: { sign: " - ", strength: 0 }, multiply: { sign: " * ", strength: 1 }, divide: { sign: " / ", strength: 1 } } as const;

const isInfix = (name: BinaryOperation): name is keyof typeof infixOf => name in infixOf;

export const write = (program: Program, dialect: Dialect, inputs: readonly string[]): Written => {
  const uses = program.instructions.map(() => 0);
  const count = (r: Register): void => { uses[r] = (uses[r] ?? 0) + 1; };
  for (const instruction of program.instructions) {
    if (instruction.kind === "unary") count(instruction.of);
    if (instruction.kind === "binary") { count(instruction.left); count(instruction.right); }
  }
  count(program.re);
  if (program.im !== undefined) count(program.im);

  const statements: string[] = [];
  const used = new Set<FunctionOperation>();
  const texts: Text[] = [];
  const text = (r: Register): Text => texts[r] ?? { text: dialect.number(Number.NaN), strength: 3 };
  const applied = (name: FunctionOperation, args: readonly Register[]): Text => {
    used.add(name);
    return { text: `${dialect.functions[name]}(${args.map((r) => text(r).text).join(", ")})`, strength: 3 };
  };
  program.instructions.forEach((instruction, k) => {
    const written = ((): Text => {
      switch (instruction.kind) {
        case "input": return { text: inputs[instruction.index] ?? "", strength: 3 };
        case "constant": return { text: dialect.number(instruction.value), strength: 3 };
        case "unary": return instruction.name === "negate" ? { text: `-${bracketed(text(instruction.of), 3)}`, strength: 2 } : applied(instruction.name, [instruction.of]);
        case "binary": {
          if (!isInfix(instruction.name)) return applied(instruction.name, [instruction.left, instruction.right]);
          const { sign, strength } = infixOf[instruction.name];
          return { text: bracketed(text(instruction.left), strength) + sign + bracketed(text(instruction.right), strength === 0 ? 1 : 2), strength };
        }
      }
    })();
    const isShort = (uses[k] ?? 0) < 2 && (written.text.length <= LONGEST || k === program.re || k === program.im);
    if (instruction.kind === "input" || instruction.kind === "constant" || isShort || (instruction.kind === "unary" && instruction.name === "negate")) { texts.push(written); return; }
    const name = `_${statements.length + 1}`;
    statements.push(dialect.define(name, written.text));
    texts.push({ text: name, strength: 3 });
  });
  return { statements, re: text(program.re).text, im: program.im === undefined ? undefined : text(program.im).text, used };
};
