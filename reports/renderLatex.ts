/**
 * # The report as a LaTeX appendix
 *
 * A complete article that also serves as source for an appendix: printed formula, verdicts, derivation. Formulas stand in ragged
 * paragraphs, in which long ones are broken over lines. Needs amsmath and amssymb only; letters outside ASCII are written as commands, so
 * that every engine typesets it.
 */
import { breakable, widthOf } from "./breakable.ts";
import type { VerdictDocument } from "./document.ts";
import type { DerivationDocument } from "./lines.ts";
import type { ReportData } from "./reportData.ts";

const greek: Readonly<Record<string, string>> = {
  α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", ζ: "zeta", η: "eta", θ: "theta", κ: "kappa", λ: "lambda", μ: "mu", ν: "nu", ξ: "xi", π: "pi", ρ: "rho", σ: "sigma", τ: "tau", φ: "varphi", χ: "chi",
  ψ: "psi", ω: "omega", Γ: "Gamma", Δ: "Delta", Θ: "Theta", Λ: "Lambda", Ξ: "Xi", Π: "Pi", Σ: "Sigma", Φ: "Phi", Ψ: "Psi", Ω: "Omega",
};
const marks: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", $: "\\$", "&": "\\&", "#": "\\#", "%": "\\%", _: "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\ensuremath{<}", ">": "\\ensuremath{>}", "≠": "\\ensuremath{\\neq}", "≈": "\\ensuremath{\\approx}",
  "±": "\\ensuremath{\\pm}", "∓": "\\ensuremath{\\mp}", "·": "\\ensuremath{\\cdot}", "×": "\\ensuremath{\\times}", "÷": "\\ensuremath{\\div}", "−": "\\ensuremath{-}", "–": "--", "…": "\\dots{}", "ħ": "\\ensuremath{\\hbar}", "∞": "\\ensuremath{\\infty}", "→": "\\ensuremath{\\to}", "⟨": "\\ensuremath{\\langle}", "⟩": "\\ensuremath{\\rangle}", "≪": "\\ensuremath{\\ll}", "≫": "\\ensuremath{\\gg}",
  "≤": "\\ensuremath{\\leq}", "≥": "\\ensuremath{\\geq}", "Å": "\\AA{}", "√": "\\ensuremath{\\surd}", "°": "\\textsuperscript{\\ensuremath{\\circ}}", "∂": "\\ensuremath{\\partial}", "∫": "\\ensuremath{\\int}", "∈": "\\ensuremath{\\in}", "∝": "\\ensuremath{\\propto}", "Σ": "\\ensuremath{\\Sigma}", "′": "\\ensuremath{'}", "₀": "\\textsubscript{0}", "₁": "\\textsubscript{1}", "₂": "\\textsubscript{2}", "₃": "\\textsubscript{3}",
  "₄": "\\textsubscript{4}", "₊": "\\textsubscript{+}", "₋": "\\textsubscript{-}", "⁰": "\\textsuperscript{0}", "¹": "\\textsuperscript{1}", "²": "\\textsuperscript{2}", "³": "\\textsuperscript{3}", "⁴": "\\textsuperscript{4}", "⁺": "\\textsuperscript{+}", "⁻": "\\textsuperscript{-}", "‖": "\\ensuremath{\\parallel}", "“": "``", "”": "''", "’": "'",
};

const character = (c: string): string => {
  const known = marks[c];
  if (known !== undefined) return known;
  const letter = greek[c];
  if (letter !== undefined) return `\\ensuremath{\\${letter}}`;
  return c.charCodeAt(0) < 0x180 ? c : "?";
};

/** Running text for LaTeX; a line may end behind the signs of a formula that has no spaces. */
export const texText = (text: string): string => [...text].map(character).join("").replace(/(?<=\S)([*/])(?=\S)/g, "$1\\allowbreak{}");

/** Formulas that are wider, in points, are broken over lines instead of displayed. */
const DISPLAYED = 420;

/** `relation`: what stands before it. */
const formula = (latex: string, relation = ""): string => `$\\displaystyle ${relation}${breakable(latex)}$`;

const display = (latex: string): string => (widthOf(latex) <= DISPLAYED ? `\\[ ${latex} \\]` : `\\begin{lines}\n\\step{$\\displaystyle ${breakable(latex, "printed")}$}{}\n\\end{lines}`);

export const renderLatex = (data: ReportData): string => `\\documentclass[a4paper,11pt]{article}
\\usepackage[T1]{fontenc}
\\usepackage{amsmath,amssymb}
\\usepackage[margin=25mm]{geometry}
\\emergencystretch=3em
\\binoppenalty=100
\\relpenalty=50
\\newenvironment{lines}{\\par\\smallskip\\begingroup\\raggedright\\parindent=0pt\\parskip=4pt\\lineskiplimit=2pt\\lineskip=4pt\\relax}{\\par\\endgroup\\smallskip}
\\newcommand{\\step}[2]{\\par\\hangindent=2em\\hangafter=1 #1\\hspace*{1em}\\hspace*{\\fill}{\\small #2}\\par}
\\begin{document}
\\title{${texText(data.title)}}
\\author{${texText(data.citation)}}
\\date{}
\\maketitle
Each claim is asked twice. \\emph{Chain}: does it follow from the printed statements that the paper itself derives it from? \\emph{Model}: does it follow from the most primitive premises?

${data.entries.map(({ claim, chain, model }) => [
    `\\subsection*{${texText(claim.label)}}`,
    `\\noindent p.~${claim.page}, ${texText(claim.where)}; ${texText(claim.id)}`,
    display(claim.printed),
    ...(["chain", "model"] as const).flatMap((question) => [verdictTex(question, claim[question]), ...(question === "chain" ? chain : model).map(derivationTex)]),
  ].join("\n")).join("\n\n")}

${data.lemmas.length === 0 ? "" : `\\section*{Lemmas}\n${data.lemmas.map(derivationTex).join("\n")}`}

\\section*{Premises}
\\begin{itemize}\\raggedright
${data.premises.map((p) => `\\item ${texText(p.id)} (${texText(p.kind)}, ${texText(p.where)}): ${texText(p.text)}. ${formula(p.latex)}`).join("\n")}
\\end{itemize}
\\end{document}
`;

const verdictTex = (question: string, v: VerdictDocument): string => {
  const rows = [
    ...(v.reason === null ? [] : [`because ${texText(v.reason)}`]),
    ...(v.inheritedFrom.length === 0 ? [] : [`inherited from ${texText(v.inheritedFrom.join(", "))}`]),
    ...(v.ratio === null ? [] : [`derived over printed: ${formula(v.ratio)}`]),
    ...(v.correction === null ? [] : [`what would be right: ${formula(v.correction)}${v.correctionText === null ? "" : ` (${texText(v.correctionText)})`}`]),
    ...(v.nextTerm === null ? [] : [`next term: ${formula(v.nextTerm)}`]),
    ...(v.enclosure === null ? [] : [`value ${texText(v.enclosure[0])} \\dots{} ${texText(v.enclosure[1])}, printed ${texText(v.printedDigits ?? "")}`]),
    ...(v.holdsUnder.length === 0 ? [] : [`the print holds with ${texText(v.holdsUnder.join(" and "))}`]),
    ...v.hypotheses.map((hypothesis) => `given ${texText(hypothesis)}`),
  ];
  return `\\paragraph{${question}: ${v.verdict}}${rows.length === 0 ? "" : `\n\\begin{itemize}\\raggedright\n${rows.map((row) => `\\item ${row}`).join("\n")}\n\\end{itemize}`}`;
};

const derivationTex = (derivation: DerivationDocument): string => [
  `\\paragraph{${texText(derivation.question === null ? derivation.id : `${derivation.question}, relation ${derivation.part}`)}} ${texText(derivation.title)}`,
  ...(derivation.property === null ? [] : [`Defined by: ${texText(derivation.property)}.`]),
  `\\begin{lines}\n\\step{${formula(derivation.start.latex)}}{}${derivation.lines.map((line) => `\n\\step{${formula(line.latex, `${line.relation === "=" ? "=" : "\\approx"}\\nobreak `)}}{${texText(line.reason)}}`).join("")}\n\\end{lines}`,
].join("\n");
