/**
 * # Formulas in HTML
 *
 * KaTeX as HTML with MathML beside it, so that a screen reader and a search find the formula; very long ones as MathML alone; style sheet and fonts are put into the page,
 * which then needs nothing from anywhere.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import katex from "katex";
import { escapeHtml } from "./text.ts";

export interface MathRenderer { readonly display: (latex: string) => string; readonly inline: (latex: string) => string }

/** Characters of LaTeX above which a formula is left to the browser's own MathML: as HTML it would take some 80 times its length, and be slow to lay out. */
const LONG = 600;

/** A renderer that remembers what it has rendered; one formula occurs in many derivations. */
export const mathRenderer = (): MathRenderer => {
  const done = new Map<string, string>();
  const render = (latex: string, displayMode: boolean): string => {
    const key = `${displayMode ? "d" : "i"}${latex}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const html = katex.renderToString(latex, { displayMode, throwOnError: true, output: latex.length > LONG ? "mathml" : "htmlAndMathml", strict: "ignore", trust: false, maxExpand: 1000 });
    done.set(key, html);
    return html;
  };
  return { display: (latex) => render(latex, true), inline: (latex) => render(latex, false) };
};

/** \text{…} as running text that may break; anything else as a formula. */
export const printedHtml = (math: MathRenderer, latex: string): string => {
  const words = /^\\text\{([^{}$\\]*)\}$/.exec(latex);
  if (words?.[1] !== undefined) return `<p class="words">${escapeHtml(words[1])}</p>`;
  if (!latex.includes("\\text{")) return math.display(latex);
  const pieces = latex.split(/(\\text\{[^{}]*\})/).filter((piece) => piece.trim() !== "");
  const mixed = pieces.every((piece) => !piece.startsWith("\\text{") || /^\\text\{[^{}\\$]*\}$/.test(piece)) && pieces.every((piece) => piece.startsWith("\\text{") || isBalanced(piece));
  if (!mixed || pieces.length < 3) return math.display(latex);
  return `<p class="words">${pieces.map((piece) => { const text = /^\\text\{([^{}]*)\}$/.exec(piece)?.[1]; return text === undefined ? math.inline(piece) : escapeHtml(text); }).join("")}</p>`;
};

const isBalanced = (piece: string): boolean => {
  let depth = 0;
  for (const character of piece) {
    if (character === "{") depth++;
    if (character === "}" && --depth < 0) return false;
  }
  return depth === 0 && !/\\(?:left|right|begin|end)\b/.test(piece);
};

/** KaTeX's style sheet with its fonts inside. */
export const mathStyle = (): string => {
  const folder = dirname(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"));
  return readFileSync(join(folder, "katex.min.css"), "utf8").replace(/src:(url\([^;}]*)/g, (whole, sources: string) => {
    const woff2 = /url\((fonts\/[^)]+\.woff2)\)/.exec(sources)?.[1];
    return woff2 === undefined ? whole : `src:url(data:font/woff2;base64,${readFileSync(join(folder, woff2)).toString("base64")}) format("woff2")`;
  });
};
