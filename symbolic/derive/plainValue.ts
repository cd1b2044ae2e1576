/**
 * # Numbers for JSON
 *
 * A real value as a number, a complex one by its parts.
 */

/** A real value, or real and imaginary part. */
export type PlainValue = number | { readonly re: number; readonly im: number };

export const plainValue = (re: number, im: number): PlainValue => (im === 0 ? re : { re, im });
