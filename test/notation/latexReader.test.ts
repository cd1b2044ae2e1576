import { describe, expect, it } from "vitest";
import { LatexError } from "../../symbolic/notation/latexTokens.ts";
import { readLatex } from "../../symbolic/notation/latexReader.ts";
import { complaint, latexNotation, read } from "./letters.ts";

const T = String.raw;

describe("products and quotients are read as papers print them", () => {
  it.each([
    [T`\frac{V^2\omega_0}{2\hbar(\omega_0^2-\omega^2)}`, "V^2*ω0/(2*ħ*(ω0^2 - ω^2))"],
    [T`ea^2t_{O-O}/2\hbar`, "e*a^2*tOO/(2*ħ)"],
    [T`V^2/2\hbar\omega`, "V^2/(2*ħ*ω)"],
    [T`\frac12 m\omega^2`, "1/2*m*ω^2"],
    [T`(V/2)(x+y)`, "V/2*(x + y)"],
    [T`V/\sqrt2`, "V/sqrt(2)"],
    [T`\omega/2\sum_{n=1}^{4} p_n`, "ω/2*sum(p[n], n, 1, 4)"],
    [T`-x^2`, "-x^2"], [T`(-1)^n`, "(-1)^n"], [T`\sqrt[3]{x}`, "x^(1/3)"], [T`2\cdot3`, "2*3"],
    [T`\left[\frac{1}{\omega_0-\omega}+\frac{1}{\omega_0+\omega}\right]`, "1/(ω0 - ω) + 1/(ω0 + ω)"],
  ])("%s", (latex, infix) => { expect(read(latex)).toBe(infix); });

  it.each([
    ["1/2mω would be ½mω or 1/(2mω)", T`1/2m\omega`], ["1/2(x+y)", T`1/2(x+y)`], ["V/√2 ħ", T`V/\sqrt{2}\hbar`], ["1/τ e^{iωt}", T`1/\tau e^{i\omega t}`],
  ])("what follows a denominator without an operator is not guessed: %s", (_, latex) => {
    expect(complaint(() => read(latex))).toContain("where the denominator behind '/' ends is ambiguous");
  });

  it("two signs in a row, an empty group and an unfinished formula are errors at their place", () => {
    expect(complaint(() => read("x--y"))).toBe("LatexError: two signs in a row at column 3\n  x--y\n    ^");
    expect(complaint(() => read("{}"))).toContain("an empty group at column 1");
    expect(complaint(() => read("x+"))).toBe("LatexError: the formula ends where a factor is expected at column 3\n  x+\n    ^");
    expect(complaint(() => read("(x+y"))).toContain("'(' is not closed at column 1");
    expect(complaint(() => read("x)"))).toContain("cannot read on at ')' at column 2");
    expect(complaint(() => read("(x,y)"))).toContain("read a vector by its components");
  });
});

describe("the argument of a function", () => {
  it.each([
    [T`\sin\omega t`, "sin(ω*t)"], [T`\sin^2\theta V`, "sin(θ)^2*V"], [T`2\sin\theta\cos\theta`, "2*sin(θ)*cos(θ)"], [T`\sin 2\theta`, "sin(2*θ)"], [T`\sin(\theta/2)`, "sin(θ/2)"],
    [T`\sin\omega t/\Delta`, "sin(ω*t)/Δ"], [T`\cot\theta`, "cos(θ)/sin(θ)"], [T`\tan^{-1}\frac{V}{\Delta}`, "atan(V/Δ)"],
  ])("%s", (latex, infix) => { expect(read(latex)).toBe(infix); });

  it.each([
    [T`\sin\theta\varphi`, "where the argument of this function ends is ambiguous"], [T`\sin\theta/2`, "whether '/' belongs to the argument of this function is ambiguous"],
    [T`\cos(\theta)^2`, "a power behind the argument of a function is ambiguous"], [T`\sin V`, "the argument of this function has a dimension"], [T`\exp^{-1}\theta`, "the inverse function or 1/\\exp"],
  ])("is an error where it could be two things: %s", (latex, message) => { expect(complaint(() => read(latex))).toContain(message); });
});

describe("letters with more than one meaning", () => {
  it("e^{…} is the exponential function, and e² the charge squared where the paper has a charge e", () => {
    expect([T`e^{i\omega t}`, T`e^{-|t|/\tau}`, "e^2", T`eV`].map(read)).toEqual(["exp(i*ω*t)", "exp(-abs(t)/τ)", "e^2", "e*V"]);
  });

  it("i is the imaginary unit, and the index of a paper that calls one i only in a subscript", () => {
    expect([T`i\omega`, T`e^{in\pi/2}`, "Z_i", "Z_{i+1}", T`\sum_{i=1}^{4}Z_ix^2`].map(read)).toEqual(["i*ω", "exp(i*n*π/2)", "Z_[k]", "Z_[k + 1]", "sum(Z_[k]*x^2, k, 1, 4)"]);
    expect(complaint(() => read(T`\sum_{i=1}^{4}iZ_i`))).toContain("'i' can be the imaginary unit or the index of the sum");
  });

  it("families that share a letter are told apart by their labels, and not at all without them", () => {
    expect(["E_a", "E_{n1}", T`\psi_{a\sigma}`, T`\psi_{n1}`, "a", "a_+", "a_l"].map(read)).toEqual(["E[1]", "En[1]", "ψ[1, σ]", "ψn[1]", "a", "a_[1]", "al"]);
    expect(complaint(() => read(T`E_\sigma`))).toContain("can be E or En");
  });

  it("± and lists of labels stand for the branch sign of the table", () => {
    expect([T`a_\pm=(a_l\pm a_t)/2`, T`a_\mp`, T`E_{n1,n2}=\pm 2t_{O-O}`, T`E_{a,b}=\pm V`].map(read)).toEqual(["a_[s] = (al + s*at)/2", "a_[-s]", "En[s] = s*2*tOO", "E[s] = s*V"]);
  });

  it("a primed letter is another letter, never a power", () => {
    expect(complaint(() => read("x'"))).toContain("the superscript '\\prime' needs a row in the notation table");
    expect(complaint(() => read(T`x^{\dagger}`))).toContain("'\\dagger' needs a row");
  });

  it("Q(t) is no product: an undeclared function is an error", () => {
    expect([T`P(t)`, T`P(t=0)`, T`f(x+y)`, T`Q(x+y)`].map(read)).toEqual(["P(t)", "P(0)", "f(x + y)", "Q*(x + y)"]);
    expect(complaint(() => read("Q(t)"))).toBe("LatexError: 'Q' is not declared as a function, and a product is not printed like this at column 1\n  Q(t)\n  ^^^^\n  declare it as a function, or leave the brackets out");
  });

  it("Re and Im in italics are functions before a bracket", () => {
    expect([T`Re(e^{i\theta})`, T`\mathrm{Im}(x)`, "Im(c_n^*c_{n+1})"].map(read)).toEqual(["re(exp(i*θ))", "im(x)", "im(conj(c_[n, t])*c_[n + 1, t])"]);
  });

  it("an unknown name is shown with the nearest known one", () => {
    expect(complaint(() => read(T`\omega_1`))).toContain("unknown name '\\omega _{1}' at column 1");
    expect(complaint(() => read(T`\omega_1`))).toContain("did you mean '\\omega _{0}'?");
    expect(complaint(() => read(T`\mathbf{Q}`))).toContain("add it to the paper's symbols or notation table");
  });
});

describe("brackets of physics", () => {
  it.each([
    ["|x|^2", "abs(x)^2"], ["|x||y|", "abs(x)*abs(y)"], [T`\left|x-\left|y\right|\right|`, "abs(x - abs(y))"], [T`\langle x\rangle`, "average(x, t)"], [T`\langle p_1|p_2\rangle`, "braket[p[1], p[2]]"],
    [T`\frac{\partial f(x)}{\partial x}`, "diff(f(x), x)"], [T`\frac{d^2f(x)}{dx^2}`, "diff(diff(f(x), x), x)"], [T`\frac{\partial f(x)}{\partial x}\bigg|_{x=a}`, "diff(f(x), x = a)"],
    [T`\int_0^\infty e^{-t/\tau}\,dt`, "integral(exp(-t/τ), t, 0, ∞)"], [T`\lim_{x\to 0}x`, "limit(x, x, 0)"], [T`\sum p_n`, "sum(p[n], n, 1, 4)"], [T`\sum_\sigma \sigma x`, "sum(σ*x, σ, -1, 1)"],
  ])("%s", (latex, infix) => { expect(read(latex)).toBe(infix); });

  it("a matrix element without a family to stand for it, an integral and a sum without a range are errors", () => {
    expect(complaint(() => read(T`\langle p_1|V|p_2\rangle`))).toContain("declare `inner` or `matrixElement`");
    expect(complaint(() => read(T`\int e^{-t/\tau}dt`))).toContain("an integral without a range");
    expect(complaint(() => read(T`\sum_{i}Z_i`))).toContain("the range of the sum over 'k' is not declared");
  });
});

describe("printed figures", () => {
  it.each([
    [T`V\approx 20\text{ eV}`, "V ≈ ⟨20 eV⟩"], [T`x=5\times 10^{-27}\text{ m}`, "x = ⟨5e-27 m⟩"], [T`\omega\sim 10^{14}\text{ s}^{-1}`, "ω ∼ ⟨1e14 s^{-1}⟩"], [T`V\approx 1.6\Delta`, "V ≈ ⟨1.6 Δ⟩"],
    [T`V=1.60\Delta`, "V = ⟨1.60 Δ⟩"], [T`\theta\approx 10\%`, "θ ≈ ⟨10 %⟩"], [T`x=254\text{ \AA}`, "x = ⟨254 Å⟩"], ["V=2\\Delta", "V = 2*Δ"], [T`V\approx 2\Delta+3V`, "V ≈ 2*Δ + 3*V"], ["\\theta\\approx 0.004", "θ ≈ ⟨0.004⟩"],
  ])("%s", (latex, shown) => { expect(read(latex)).toBe(shown); });

  it("letters behind a number are the unit that measures what is expected, or the product that does", () => {
    expect([T`x=2.0\,m`, T`m=2\,m`, T`a\approx 0.39nm`].map(read)).toEqual(["x = ⟨2.0 m⟩", "m = 2*m", "a ≈ ⟨0.39 nm⟩"]);
    expect(complaint(() => read(T`x=5.7\,eV/nm`))).toContain("'eV/nm' can be a unit or a product of letters");
  });
});

describe("displays", () => {
  it("are chains of relations, several when commas or semicolons part them", () => {
    expect([T`x=y=a`, T`x=1,\ y=2`, T`x=1;\quad y=2.`, T`x<y`, T`x\neq 0`, T`x\gg y`].map(read)).toEqual(["x = y = a", "x = 1; y = 2", "x = 1; y = 2", "x < y", "x ≠ 0", "x ≫ y"]);
  });

  it("that are no formulas are refused with the place, never half-read", () => {
    for (const latex of [T`\text{for all }x`, T`\binom{1}{2}`, T`\begin{matrix}x\end{matrix}`, T`\hat{H}`, T`\foo`, T`\frac{1}{2`, "x^"]) expect(() => readLatex(latex, latexNotation)).toThrow(LatexError);
    expect(complaint(() => read(T`\text{for all }x`))).toContain("unknown name 'for' at column 7");
    expect(complaint(() => read("x^"))).toContain("Expected group after '^' at column 2");
  });
});
