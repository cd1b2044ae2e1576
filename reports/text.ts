/**
 * # Text for people
 *
 * Small things that several renderers and messages share: suggestions, counts, escapes.
 */
import { suggestion } from "../symbolic/index.ts";

/** "\n  did you mean 'eq8'?" or nothing. */
export const nearest = (word: string, known: readonly string[]): string => {
  const close = suggestion(word, known);
  return close === undefined ? "" : `\n  did you mean '${close}'?`;
};

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** LaTeX that is a statement in words, \text{…} and little else. */
export const isWords = (printed: string): boolean => /^\\text\{[^$]*\}$/.test(printed);
