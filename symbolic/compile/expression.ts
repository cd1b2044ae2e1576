/**
 * # Program text
 *
 * Writes a program as statements of a language with infix arithmetic. A value that is used once stands inside the expression that uses it, in
 * brackets that keep the order of evaluation; the others get names _1, _2 …, which no parameter has. Every language computes the same operations in the
 * same order.
 */
import { operandsOf, type BinaryOperation, type Code, type Program, type Register, type UnaryOperation } from "./program.ts";

export type FunctionOperation = Exclude<UnaryOperation, "negate"> | Exclude<BinaryOperation, "add" | "subtract" | "multiply" | "divide">;

export interface Dialect {
  readonly number: (value: number) => string;
  /** The statement that names a value. */
  readonly define: (name: string, expression: string) => string;
  readonly functions: Readonly<Record<FunctionOperation, string>>;
}

export interface WrittenCode { readonly statements: readonly string[]; /** One expression for each result. */ readonly results: readonly string[]; readonly used: ReadonlySet<FunctionOperation> }
export interface Written extends Omit<WrittenCode, "results"> { readonly re: string; readonly im: string | undefined }

/** How tightly an expression binds: sum, product, sign, atom. */
type Strength = 0 | 1 | 2 | 3;
interface Text { readonly text: string; readonly strength: Strength }

/** Expressions longer than this get a name. */
const LONGEST = 110;

const bracketed = ({ text, strength }: Text, atLeast: Strength): string => (strength >= atLeast ? text : `(${text})`);

const infixOf = { add: { sign: " + ", strength: 0 }, subtract: { sign: " - ", strength: 0 }, multiply: { sign: " * ", strength: 1 }, divide: { sign: " / ", strength: 1 } } as const;

const isInfix = (name: BinaryOperation): name is keyof typeof infixOf => name in infixOf;

export const write = ({ instructions, re, im, operations }: Program, dialect: Dialect, inputs: readonly string[]): Written => {
  const { statements, results: [first = "", second], used } = writeCode({ instructions, operations, results: im === undefined ? [re] : [re, im] }, dialect, inputs);
  return { statements, re: first, im: second, used };
};

export const writeCode = (code: Code, dialect: Dialect, inputs: readonly string[]): WrittenCode => {
  const uses = code.instructions.map(() => 0);
  for (const r of [...code.instructions.flatMap(operandsOf), ...code.results]) uses[r] = (uses[r] ?? 0) + 1;
  const wanted = new Set(code.results);

  const statements: string[] = [];
  const used = new Set<FunctionOperation>();
  const texts: Text[] = [];
  const text = (r: Register): Text => texts[r] ?? { text: dialect.number(Number.NaN), strength: 3 };
  const applied = (name: FunctionOperation, args: readonly Register[]): Text => {
    used.add(name);
    return { text: `${dialect.functions[name]}(${args.map((r) => text(r).text).join(", ")})`, strength: 3 };
  };
  code.instructions.forEach((instruction, k) => {
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
    const isShort = (uses[k] ?? 0) < 2 && (written.text.length <= LONGEST || wanted.has(k));
    if (instruction.kind === "input" || instruction.kind === "constant" || isShort || (instruction.kind === "unary" && instruction.name === "negate")) { texts.push(written); return; }
    const name = `_${statements.length + 1}`;
    statements.push(dialect.define(name, written.text));
    texts.push({ text: name, strength: 3 });
  });
  return { statements, results: code.results.map((r) => text(r).text), used };
};
