/**
 * # A paper made up
 *
 * Two claims about a mass on a spring, one of them wrong on purpose, in a folder of its own: found, judged and reported without a line
 * anywhere else. Variants break it in one place.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "./run.ts";

export interface Variant { readonly printed?: string; readonly extraPremise?: string; readonly file?: "index.js" | "index.ts" }

export const tinyPaper = ({ printed = String.raw`E = \frac{1}{2} k A^2`, extraPremise, file = "index.js" }: Variant = {}): string => {
  const folder = freshFolder();
  mkdirSync(join(folder, "spring"));
  writeFileSync(join(folder, "spring", file), `
import { by, both, claim, dim, equals, from, notation, paper, premise, states, symbols } from "rederive";

const letters = symbols({
  E: { latex: "E", dimension: dim.energy, assume: "real", meaning: "energy of the oscillation" },
  T: { latex: "T", dimension: dim.time, assume: "positive", meaning: "period" },
  k: { latex: "k", dimension: dim.forcePerLength, assume: "positive", meaning: "stiffness of the spring" },
  m: { latex: "m", dimension: dim.mass, assume: "positive", meaning: "mass" },
  A: { latex: "A", dimension: dim.length, assume: "positive", meaning: "amplitude" },
  x: { latex: "x", dimension: dim.length, assume: "real", meaning: "displacement" },
  ω: { ascii: "omega", latex: "\\\\omega", dimension: dim.frequency, assume: "positive", meaning: "angular frequency" },
});
const { ex, eq, latexNotation } = notation(letters);

const work = premise("work", eq\`E = integral(k*x, x, 0, A)\`, { kind: "model", where: "Sec. 1", text: "energy is the work against the spring" });
const frequency = premise("frequency", eq\`ω = sqrt(k/m)\`, { kind: "model", where: "Sec. 1", text: "a harmonic oscillator" });
const period = premise("period", eq\`T = 2*pi/ω\`, { kind: "model", where: "Sec. 1", text: "one turn of the phase" });
${extraPremise === undefined ? "" : `const extra = ${extraPremise};`}

const energy = claim("energy", { page: 1, where: "Sec. 1", printed: ${JSON.stringify(printed)}, asserts: states(eq\`E = 1/2*k*A^2\`) });
const wrong = claim("wrong", { label: "period of the swing", page: 1, where: "Sec. 1", printed: "T = 2\\\\pi\\\\sqrt{k/m}", asserts: states(eq\`T = 2*pi*sqrt(k/m)\`) });

export default paper({
  id: "spring", title: "A mass on a spring", citation: "made up", symbols: Object.values(letters), notation: latexNotation, claims: [energy, wrong],
  derivations: [
    ...both(energy, from(ex\`E\`), equals(ex\`1/2*k*A^2\`, by.integrating({}, work))),
    ...both(wrong, from(ex\`T\`), equals(ex\`2*pi*sqrt(m/k)\`, by.definition(period, frequency${extraPremise === undefined ? "" : ", extra"}))),
  ],
});
`);
  return folder;
};
