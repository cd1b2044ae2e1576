import { describe, expect, it } from "vitest";
import { rederive } from "./run.ts";

interface Asked { readonly id: string; readonly opinions: Readonly<Record<"algebrite" | "nerdamer" | "numeric", string>> & { readonly detail: readonly string[] } }

describe("second opinions on claims with several relations", () => {
  const run = rederive(["check", "xue:text-KK", "xue:text-TR", "xue:fig2-C3", "ren:in-TR", "ren:in-phases", "urazhdin:eq1", "urazhdin:apm", "--opinions", "--json"]);
  const document = JSON.parse(run.out) as { readonly papers: readonly { readonly claims: readonly Asked[] }[] };
  const claims = document.papers.flatMap((paper) => paper.claims);

  it("compare each relation with its own derivation, so that none disagrees with a proof", () => {
    expect(claims.length).toBe(7);
    for (const { id, opinions: { algebrite, nerdamer, numeric } } of claims) expect([id, algebrite, nerdamer, numeric]).not.toContain("disagrees");
  });

  it("say which relation each of them is about", () => {
    for (const { opinions } of claims) {
      const relations = opinions.detail.filter((line) => line.startsWith("sampling")).map((line) => /on relation (\d+):/.exec(line)?.[1]);
      expect(relations.length).toBeGreaterThan(1);
      expect(new Set(relations).size).toBe(relations.length);
    }
  });
});
