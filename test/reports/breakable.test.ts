import { describe, expect, it } from "vitest";
import { breakable, widthOf } from "../../reports/breakable.ts";

/** A sum that is wider than a line. */
const wide = Array.from({ length: 24 }, (_, k) => `a_{${k}} b_{${k}}`).join(" + ");
const broken = Array.from({ length: 24 }, (_, k) => `a_{${k}}\\* b_{${k}}`).join(" + ");

describe("a formula that TeX may break", () => {
  it("keeps what is narrow, and may end a line between factors", () => {
    expect(breakable(String.raw`\frac{1}{2} \left(a + b\right)^{2} x`)).toBe(String.raw`\frac{1}{2}\* \left(a + b\right)^{2}\* x`);
    expect(breakable(String.raw`\sin \theta \cos^{2} \theta`)).toBe(String.raw`\sin \theta\* \cos^{2} \theta`);
    expect(breakable(String.raw`\langle n| H |m\rangle x`)).toBe(String.raw`\langle n | H | m \rangle\* x`);
  });

  it("opens brackets, fractions, roots and exponents that are wider than a line", () => {
    expect(breakable(`\\left(${wide}\\right)^{2}`)).toBe(`\\bigl( ${broken}\\bigr) ^{2}`);
    expect(breakable(`\\frac{1}{${wide}}`)).toBe(`\\bigl( ${broken}\\bigr)^{-1}`);
    expect(breakable(`\\frac{x}{\\left(${wide}\\right)^{3}}`)).toBe(`x \\* \\bigl( ${broken}\\bigr)^{-3}`);
    expect(breakable(`\\frac{${wide}}{c}`)).toBe(`\\bigl( ${broken}\\bigr) \\* \\bigl( c\\bigr)^{-1}`);
    expect(breakable(`\\sqrt{${wide}}`)).toBe(`\\bigl( ${broken}\\bigr)^{1/2}`);
    expect(breakable(`\\sqrt[3]{${wide}}^{2}`)).toBe(`\\bigl( \\bigl( ${broken}\\bigr)^{1/3}\\bigr)^{2}`);
    expect(breakable(`e^{${wide} + ${wide}}`)).toBe(`\\exp\\bigl( ${broken} + ${broken}\\bigr)`);
  });

  it("keeps a derivative a derivative, and the argument of a sine its own", () => {
    expect(breakable(`\\frac{\\partial \\left(${wide}\\right)}{\\partial \\omega}`)).toBe(`\\frac{\\partial}{\\partial \\omega} \\bigl( ${broken}\\bigr) `);
    expect(breakable(`\\frac{\\sin \\theta}{${wide}}`)).toBe(`\\bigl( \\sin \\theta\\bigr) \\* \\bigl( ${broken}\\bigr)^{-1}`);
  });

  it("does not take the argument of a printed function for a factor", () => {
    expect(breakable(String.raw`G (\omega) x + y`, "printed")).toBe(String.raw`G ( \omega ) x + y`);
  });

  it("leaves alone what it does not read", () => {
    for (const latex of [String.raw`\begin{cases} a & b \end{cases}`, String.raw`\left( a`, "a } b", String.raw`\frac{a`]) expect(breakable(latex)).toBe(latex);
  });

  it("is about as wide as its letters", () => {
    expect(widthOf("a")).toBeLessThan(widthOf("a + b"));
    expect(widthOf(String.raw`\frac{a}{b + c}`)).toBeLessThan(widthOf("a (b + c)"));
    expect(widthOf(wide)).toBeGreaterThan(455);
  });
});
