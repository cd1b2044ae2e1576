/**
 * # Suggestions for mistyped names
 */

/** Number of single-character insertions, deletions, replacements and neighbour swaps between two words. */
export const editDistance = (a: string, b: string): number => {
  const [x, y] = [[...a], [...b]];
  const rows: number[][] = [Array.from({ length: y.length + 1 }, (_, j) => j)];
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= y.length; j++) {
      const change = x[i - 1] === y[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1] ? cell(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, cell(i - 1, j - 1) + change, swap));
    }
  }
  return cell(x.length, y.length);
};

/** Latin look-alikes and spellings of Greek letters: 'w' and 'omega' are how 'ω' gets mistyped. */
const spellings: Readonly<Record<string, string>> = {
  α: "alpha a", β: "beta b", γ: "gamma g", δ: "delta d", Δ: "Delta D", ε: "epsilon e", ζ: "zeta z", η: "eta n", θ: "theta", λ: "lambda l", μ: "mu u", ν: "nu v",
  ξ: "xi x", π: "pi", ρ: "rho p", σ: "sigma s", τ: "tau t", φ: "phi", χ: "chi x", ψ: "psi", ω: "omega w", Ω: "Omega W O", ħ: "hbar h",
};

const spelled = (name: string): readonly string[] => {
  const first = [...name][0] ?? "";
  return [name, ...(spellings[first] ?? "").split(" ").filter((word) => word !== "").map((word) => word + name.slice(first.length))];
};

/** The known name nearest to a mistyped one, when it is near enough to be meant. */
export const suggestion = (name: string, known: readonly string[]): string | undefined => {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  for (const candidate of known) {
    const distance = Math.min(...spelled(candidate).map((form) => editDistance(form, name) + (form.toLowerCase() === name.toLowerCase() && form !== name ? -0.5 : 0)));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
};
