import { describe, expect, it } from "vitest";
import urazhdin from "../../derivations/urazhdin/index.ts";
import { claim, states, statesDigits, statesExpansion, statesGreater, statesNonzero, statesPower, type Claim, type ClaimOptions } from "../../symbolic/derive/claim.ts";
import { PrintContradicted, readingOf } from "../../symbolic/derive/reading.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { readLatex } from "../../symbolic/notation/latexReader.ts";
import { decimal } from "../../symbolic/number/decimal.ts";
import { complaint } from "../notation/letters.ts";
import { derivedShift, eq, ex, letters as l, onePaper } from "./twoLevels.ts";

const T = String.raw;
const stated = (latex: string, asserts: ClaimOptions["asserts"], options: Partial<ClaimOptions> = {}): Claim => claim("eq1", { page: 1, where: "Sec. I", printed: latex, asserts, ...options });
const read = (latex: string, asserts: ClaimOptions["asserts"], options: Partial<ClaimOptions> = {}) => readingOf(onePaper([], []), stated(latex, asserts, options));

describe("a reading is confirmed when the kernel proves that the LaTeX says it", () => {
  it("in the same words or in others", () => {
    expect(read(T`\delta E=-\frac{V^2\omega_0}{2\hbar(\omega_0^2-\omega^2)}`, states({ left: ex`δE`, right: derivedShift })).read).toBe("confirmed");
    expect(read(T`\delta E=-\frac{V^2}{4\hbar}\left[\frac{1}{\omega_0-\omega}+\frac{1}{\omega_0+\omega}\right]`, states({ left: ex`δE`, right: derivedShift })).read).toBe("confirmed");
  });

  it("for every relation of a chain, the first side against each of the others", () => {
    const asserts = [states(eq`δE = V^2/(ħ*ω)`), statesDigits(ex`δE`, decimal("1.60"), "eV")];
    expect(read(T`\delta E=\frac{V^2}{\hbar\omega}=1.60\text{ eV}`, asserts)).toMatchObject({ read: "confirmed", detail: "read from the LaTeX and proved equal to the stated reading, 2 relations" });
  });

  it("with an order of power counting, which the detail says where the print has a plain equals sign", () => {
    const asserts = statesExpansion(eq`δE = -V^2/(2*ħ*ω0)`, { weights: new Map([[l.ω, 1], [l.t, -1]]), through: 1 });
    expect(read(T`\delta E\approx-\frac{V^2}{2\hbar\omega_0}`, asserts).detail).not.toContain("order");
    expect(read(T`\delta E=-\frac{V^2}{2\hbar\omega_0}`, asserts).detail).toContain("'=' is judged as an expansion through order 1 in ω, 1/t");
  });

  it("with inequalities either way round, inequations and powers", () => {
    expect(read("V>d", statesGreater(ex`V`, ex`d`)).read).toBe("confirmed");
    expect(read("d<V", statesGreater(ex`V`, ex`d`)).read).toBe("confirmed");
    expect(read(T`V\neq 0`, statesNonzero(ex`V`)).read).toBe("confirmed");
    expect(read(T`\delta E=V>\hbar\omega>\hbar\gamma`, [states(eq`δE = V`), statesGreater(ex`δE`, ex`ħ*ω`), statesGreater(ex`ħ*ω`, ex`ħ*γ`)]).read).toBe("confirmed");
    expect(read(T`\delta E\propto\omega^{-3}`, statesPower(ex`δE`, l.ω, -3, [])).read).toBe("confirmed");
  });

  it("with figures and unit as printed, also in another unit of the same value", () => {
    expect(read(T`V\approx 5.70\text{ meV}`, statesDigits(ex`V`, decimal("5.70"), "meV")).read).toBe("confirmed");
    expect(read(T`V\approx 5.70\text{ meV}`, statesDigits(ex`V`, decimal("0.00570"), "eV")).read).toBe("confirmed");
    expect(read(T`\delta E\approx 1.6\,V`, statesDigits(ex`δE`, decimal("1.6"), "1", { times: ex`V` })).read).toBe("confirmed");
    expect(read(T`\omega\sim 10^{14}\text{ s}^{-1}`, statesDigits(ex`ω`, decimal("1e14"), "s^-1", { magnitude: true })).read).toBe("confirmed");
  });

  it("and says when a zero at the end is not counted as a figure", () => {
    expect(read(T`V\sim 20\text{ eV}`, statesDigits(ex`V`, decimal("2e1"), "eV")).detail).toContain("the last zero of 20 is not counted as a figure; '∼' is judged by the printed figures");
  });

  it("shows the reading in LaTeX from our own terms, chains joined", () => {
    expect(read("x", [states(eq`δE = V^2/(ħ*ω)`), statesDigits(ex`δE`, decimal("5e-3"), "eV"), statesGreater(ex`V`, ex`d`), statesNonzero(ex`V`)], { byHand: "words" }).reading).toBe(
      T`\delta E = \frac{V^{2}}{\hbar \omega} \approx 5 \times 10^{-3}\,\mathrm{eV},\quad V > d,\quad V \neq 0`);
  });
});

describe("a reading is by hand", () => {
  it("when the claim says so, with its reason", () => { expect(read(T`\text{the shift is negative}`, statesGreater(ex`0`, ex`δE`), { byHand: "a statement in words" })).toMatchObject({ read: "by-hand", detail: "a statement in words" }); });
  it("but not when the LaTeX can be read and says the same", () => { expect(read("V>d", statesGreater(ex`V`, ex`d`), { byHand: "hard to read" }).read).toBe("confirmed"); });
  it("when the LaTeX cannot be read, with the place", () => {
    expect(read(T`\delta E=\Xi`, states(eq`δE = V`))).toMatchObject({ read: "by-hand", detail: "unknown name '\\Xi' at column 10\n  \\delta E=\\Xi\n           ^^^\n  add it to the paper's symbols or notation table" });
  });
  it("when relations are left out or added", () => { expect(read(T`\delta E=V=\hbar\omega`, states(eq`δE = V`)).detail).toBe("the display has 2 relations, the stated reading 1"); });
  it("when the print gives an order of magnitude of something else, or figures where an order is judged", () => {
    expect(read(T`V\lesssim d`, statesGreater(ex`d`, ex`V`)).read).toBe("by-hand");
    expect(read(T`V\approx 1\text{ eV}`, statesDigits(ex`V`, decimal("1"), "eV", { magnitude: true })).detail).toContain("judged is an order of magnitude");
    expect(read(T`\delta E\approx V`, states(eq`δE = V`)).detail).toBe("'≈' is not what is judged: '='");
  });
  it("and shows what the LaTeX literally says, when that is something else", () => {
    expect(read(T`\delta E=2V`, states(eq`δE = V`), { byHand: "the factor 2 counts the spins" }).detail).toBe("the factor 2 counts the spins (right side printed literally: 2*V)");
  });
});

describe("a stated reading that is provably not the print is an error of its own", () => {
  it.each<[string, string, ClaimOptions["asserts"]]>([
    ["a sign", T`\delta E=-V`, states(eq`δE = V`)], ["a factor", T`\delta E=\frac{V}{2}`, states(eq`δE = V/4`)], ["a missing ħ", T`\delta E=\omega`, states(eq`δE = ħ*ω`)], ["the left side", T`V=V`, states(eq`δE = V`)],
    ["an expansion", T`\delta E\approx 2V`, statesExpansion(eq`δE = V`, { weights: new Map([[l.ω, 1]]), through: 1 })], ["the direction of an inequality", "V<d", statesGreater(ex`V`, ex`d`)], ["an equation for an inequality", "V=d", statesGreater(ex`V`, ex`d`)],
    ["figures", T`V\approx 5.7\text{ eV}`, statesDigits(ex`V`, decimal("5.8"), "eV")], ["the number of figures", T`V\approx 5.70\text{ eV}`, statesDigits(ex`V`, decimal("5.7"), "eV")], ["a unit", T`V\approx 5.7\text{ eV}`, statesDigits(ex`V`, decimal("5.7"), "meV")],
    ["a factor of figures", T`\delta E\approx 1.6\,\hbar`, statesDigits(ex`δE`, decimal("1.6"), "1", { times: ex`V` })],
  ])("%s", (_, latex, asserts) => { expect(() => read(latex, asserts)).toThrow(PrintContradicted); });

  it("with both readings, a point, and what to try", () => {
    expect(complaint(() => read(T`\delta E=-V`, states(eq`δE = V`)))).toMatch(
      /^PrintContradicted: two-levels eq1: the stated reading is not what is printed \(right side\)\n {2}LaTeX {5}\\delta E=-V\n {2}read as {3}-V\n {2}stated {4}V\n {2}at {8}V = \S+: {2}\S+ against \S+\n {2}try {7}correct `asserts`, or say in `byHand` why the print is read otherwise$/);
  });

  it("also when another relation of the display could not be decided", () => {
    expect(() => read(T`\delta E=-V\lesssim d`, [states(eq`δE = V`), statesGreater(ex`d`, ex`δE`)])).toThrow(PrintContradicted);
  });
});

describe("the paper on SrTiO3", () => {
  const readings = urazhdin.claims.map((own) => ({ own, ...readingOf(urazhdin, own) }));
  const confirmed = readings.filter(({ read: how }) => how === "confirmed");

  it("has no stated reading that contradicts its print, and at least nine in ten numbered equations confirmed", () => {
    const numbered = readings.filter(({ own }) => /^eq\d+$/.test(own.id));
    expect(numbered).toHaveLength(18);
    expect(numbered.filter(({ read: how }) => how === "confirmed").length).toBeGreaterThanOrEqual(17);
    expect(confirmed.length).toBeGreaterThanOrEqual(40);
    process.stdout.write(`readings of the printed LaTeX: ${confirmed.length} of ${readings.length} claims confirmed, ${numbered.filter(({ read: how }) => how === "confirmed").length} of ${numbered.length} numbered equations\n`);
  });

  it("gives a reason for every reading by hand", () => { expect(readings.filter(({ read: how, detail }) => how === "by-hand" && detail.length < 5)).toEqual([]); });

  it("would notice a changed sign in any confirmed equation", () => {
    const equations = confirmed.flatMap(({ own }) => { const [first] = own.asserts; return own.asserts.length === 1 && (first?.kind === "equal" || first?.kind === "expansion") ? [{ own, first }] : []; });
    expect(equations.length).toBeGreaterThan(15);
    for (const { own, first } of equations) {
      const turned = { ...own, byHand: undefined, asserts: [{ ...first, right: ex`-${first.right}` }] };
      expect(() => readingOf(urazhdin, turned), own.id).toThrow(PrintContradicted);
    }
  });

  it("has readings that are read back from their own LaTeX, except where a label stands for two states", () => {
    for (const { own, reading } of confirmed.filter(({ own: { id } }) => id !== "eq2")) {
      const sides = readLatex(reading.replaceAll(",\\quad", ";"), urazhdin.notation).flatMap((chain) => chain.sides.slice(1).map((side) => ({ first: chain.sides[0]!, side })));
      expect(sides, own.id).toHaveLength(own.asserts.length);
      sides.forEach(({ first, side }, k) => {
        const assertion = own.asserts[k]!;
        if (assertion.kind !== "equal" && assertion.kind !== "expansion") return;
        expect([own.id, first.kind === "term" && decideEqual(first.term, assertion.left).kind, side.kind === "term" && decideEqual(side.term, assertion.right).kind]).toEqual([own.id, "equal", "equal"]);
      });
    }
  });
});
