/** A notation table for tests: a driven two-level atom coupled to a ring of sites. */
import { notation, symbols } from "../../symbolic/derive/letters.ts";
import { dim } from "../../symbolic/theory/dimensions.ts";
import { infix } from "../../symbolic/notation/infixPrinter.ts";
import { readLatex, type Chain, type Side } from "../../symbolic/notation/latexReader.ts";

export const letters = symbols({
  ħ: { ascii: "hbar", latex: "\\hbar", dimension: dim.action, assume: "positive" },
  e: { latex: "e", dimension: dim.charge, assume: "positive" },
  m: { latex: "m", dimension: dim.mass, assume: "positive" },
  c: { latex: "c", dimension: dim.number, assume: "sign" },
  s: { latex: "\\pm", dimension: dim.number, assume: "sign" },
  σ: { ascii: "sigma", latex: "\\sigma", dimension: dim.number, assume: "sign" },
  n: { latex: "n", dimension: dim.number, assume: "integer" },
  k: { latex: "i", dimension: dim.number, assume: "integer" },
  t: { latex: "t", dimension: dim.time, assume: "real" },
  ω: { ascii: "omega", latex: "\\omega", dimension: dim.frequency, assume: "positive" },
  ω0: { ascii: "omega_0", latex: "\\omega_0", dimension: dim.frequency, assume: "positive" },
  τ: { ascii: "tau", latex: "\\tau", dimension: dim.time, assume: "positive" },
  θ: { ascii: "theta", latex: "\\theta", dimension: dim.number, assume: "real" },
  φ: { ascii: "phi", latex: "\\varphi", dimension: dim.number, assume: "real" },
  x: { latex: "x", dimension: dim.length, assume: "real" },
  y: { latex: "y", dimension: dim.length, assume: "real" },
  r: { latex: "r", dimension: dim.length, assume: "positive" },
  Q: { latex: "Q", dimension: dim.length, assume: "positive" },
  Q0: { ascii: "Q_0", latex: "Q_0", dimension: dim.length, assume: "positive" },
  V: { latex: "V", dimension: dim.energy, assume: "real" },
  Δ: { ascii: "Delta", latex: "\\Delta", dimension: dim.energy, assume: "positive" },
  tOO: { ascii: "t_OO", latex: "t_{O-O}", dimension: dim.energy, assume: "negative" },
  Vpdπ: { ascii: "V_pdpi", latex: "V_{pd\\pi}", dimension: dim.energy, assume: "positive" },
  a: { latex: "a", dimension: dim.length, assume: "positive" },
  al: { ascii: "a_l", latex: "a_l", dimension: dim.force, assume: "real" },
  at: { ascii: "a_t", latex: "a_t", dimension: dim.force, assume: "real" },
  a_: { ascii: "a_pm", latex: "a", arguments: "index", labels: [{ "1": "+", "-1": "-" }], dimension: dim.force, assume: "real" },
  E: { latex: "E", arguments: "index", labels: [{ "1": "a", "-1": "b" }], dimension: dim.energy, assume: "real" },
  En: { ascii: "E_n", latex: "E", arguments: "index", labels: [{ "1": "n1", "-1": "n2" }], dimension: dim.energy, assume: "real" },
  ψ: { ascii: "psi", latex: "\\psi_{#1#2}", arguments: "index", arity: 2, labels: [{ "1": "a", "-1": "b" }], dimension: dim.inverseLength },
  ψn: { ascii: "psi_n", latex: "\\psi", arguments: "index", labels: [{ "1": "n1", "-1": "n2" }], dimension: dim.inverseLength },
  p: { latex: "p", arguments: "index", dimension: dim.inverseLength },
  c_: { ascii: "c_n", latex: "c_{#1}", arguments: "index", arity: 2, dimension: dim.number },
  Z_: { ascii: "Z_i", latex: "Z", arguments: "index", dimension: dim.number, assume: "real" },
  f: { latex: "f", arguments: "function", dimension: dim.energy, assume: "real" },
  P: { latex: "P", arguments: "function", dimension: dim.number, assume: "real" },
  I: { latex: "I_{#1,#2}", arguments: "index", arity: 2, dimension: dim.current, assume: "real" },
  braket: { latex: "\\mathrm{overlap}", arguments: "index", arity: 2, dimension: dim.number },
});

export const { ex, eq, latexNotation, names } = notation(letters, {
  patterns: { "c_{#1}": "c_[#1, t]", "P(t=0)": "P(0)" },
  summation: { bound: letters.n, from: 1, to: 4 }, branch: letters.s, time: letters.t, inner: letters.braket,
});

const showSide = (side: Side): string => (side.kind === "term" ? infix(side.term) : `⟨${[side.digits.digits, ...(side.unit === "1" ? [] : [side.unit]), ...(side.times === undefined ? [] : [infix(side.times)])].join(" ")}⟩`);

export const show = ({ sides, relations }: Chain): string => sides.map((side, k) => `${k === 0 ? "" : ` ${relations[k - 1] ?? "?"} `}${showSide(side)}`).join("");

/** The whole display, chains separated by "; ". */
export const read = (latex: string): string => readLatex(latex, latexNotation).map(show).join("; ");

export const complaint = (task: () => unknown): string => {
  try {
    task();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return "nothing is wrong";
};
