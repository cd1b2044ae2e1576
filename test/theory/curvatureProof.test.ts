import { describe, expect, it } from "vitest";
import { product } from "../../symbolic/expr/build.ts";
import { decideEqual } from "../../symbolic/kernel/field.ts";
import { instantiate, isTheorem } from "../../symbolic/kernel/theorem.ts";
import { lowerBands } from "../../symbolic/theory/bands.ts";
import { berryGeometry } from "../../symbolic/theory/berryCurvature.ts";
import { proveCurvatures } from "../../symbolic/theory/curvatureProof.ts";
import { clifford, ex, parameters, split } from "./phononModels.ts";

describe.each([["Clifford", clifford(1)], ["split", split(1)]] as const)("the curvatures of the %s model", (_, H) => {
  const bands = lowerBands(H);
  const [mass, ...moving] = bands.coordinates.all.map(({ letter }) => letter);
  it("follow from the projector by steps that the kernel decides one by one", () => {
    expect(bands.coordinates.all.find(({ letter }) => letter === mass)?.value).toBe(H.entries[0]![0]);
    const { projector, slopes, curvatures, traces } = proveCurvatures(bands, moving);
    for (const steps of [projector, slopes, curvatures, traces]) expect(steps.length > 20 && steps.every(isTheorem)).toBe(true);
    expect([...projector, ...slopes, ...curvatures, ...traces].flatMap(({ hypotheses }) => hypotheses).every(({ kind }) => kind === "side-condition")).toBe(true);
  });

  it("over the coordinates are those of the parameters: a theorem about letters holds at their values", () => {
    const [a, , b] = moving;                                   // w = v(kx − i ky) and its conjugate: Ω_kxky = −2i v² Ω_ww̄
    const { traces } = proveCurvatures(bands, [a!, b!]);
    const here = instantiate(traces.at(-1)!, new Map(bands.coordinates.all.map(({ letter, value }) => [letter, value])));
    if (here.conclusion.kind !== "equal") throw new Error("the last step is an equation");
    const [kx, ky] = parameters;
    const found = berryGeometry(bands, parameters).productTrace([kx!, ky!], [kx!, ky!]).closedForm;
    expect(decideEqual(found, product(ex("-4*v^4"), here.conclusion.right)).kind).toBe("equal");
  });
});
