/**
 * # Units
 *
 * Unit names as papers print them, their value in SI and their dimension. Exact values of the 2019 SI; what is measured (unified mass
 * unit, electron mass) is not a unit here but a parameter with its source.
 */
import { dimension, dimensionless, equalDimensions, multiplyDimensions, powerOfDimension, type Dimension } from "../expr/dimension.ts";
import { multiplyRational, parseRational, powerRational, rational, type Rational } from "../number/rational.ts";

export interface Unit { readonly factor: Rational; readonly dimension: Dimension }

const energy = dimension({ mass: 1, length: 2, time: -2 });

const exact = (text: string): Rational => parseRational(text) ?? rational(1);

/** Name → [value in SI, dimension]. Source: BIPM, The International System of Units, 9th edition (2019). */
const base: Readonly<Record<string, Unit>> = {
  m: { factor: rational(1), dimension: dimension({ length: 1 }) },
  g: { factor: rational(1, 1000), dimension: dimension({ mass: 1 }) },
  s: { factor: rational(1), dimension: dimension({ time: 1 }) },
  A: { factor: rational(1), dimension: dimension({ current: 1 }) },
  K: { factor: rational(1), dimension: dimension({ temperature: 1 }) },
  Hz: { factor: rational(1), dimension: dimension({ time: -1 }) },
  N: { factor: rational(1), dimension: dimension({ mass: 1, length: 1, time: -2 }) },
  J: { factor: rational(1), dimension: energy },
  W: { factor: rational(1), dimension: dimension({ mass: 1, length: 2, time: -3 }) },
  C: { factor: rational(1), dimension: dimension({ current: 1, time: 1 }) },
  V: { factor: rational(1), dimension: dimension({ mass: 1, length: 2, time: -3, current: -1 }) },
  T: { factor: rational(1), dimension: dimension({ mass: 1, time: -2, current: -1 }) },
  eV: { factor: exact("1.602176634e-19"), dimension: energy },
  rad: { factor: rational(1), dimension: dimensionless },
};

/** Without prefixes. */
const others: Readonly<Record<string, Unit>> = {
  "1": { factor: rational(1), dimension: dimensionless },
  Å: { factor: exact("1e-10"), dimension: dimension({ length: 1 }) },
  angstrom: { factor: exact("1e-10"), dimension: dimension({ length: 1 }) },
  "%": { factor: rational(1, 100), dimension: dimensionless },
  min: { factor: rational(60), dimension: dimension({ time: 1 }) },
};

const prefixes: Readonly<Record<string, string>> = { f: "1e-15", p: "1e-12", n: "1e-9", μ: "1e-6", u: "1e-6", m: "1e-3", c: "1e-2", k: "1e3", M: "1e6", G: "1e9", T: "1e12" };

const readName = (name: string): Unit | undefined => {
  const plain = others[name] ?? base[name];
  if (plain !== undefined) return plain;
  const scale = prefixes[name.charAt(0)];
  const rest = base[name.slice(1)];
  return scale === undefined || rest === undefined ? undefined : { factor: multiplyRational(exact(scale), rest.factor), dimension: rest.dimension };
};

const aliases: readonly (readonly [RegExp, string])[] = [[/\\mu ?/g, "μ"], [/µ/g, "μ"], [/\\AA/g, "Å"], [/\u212B|A\u030A/g, "Å"], [/\\%/g, "%"], [/\\Omega ?/g, "Ω"], [/[{}]/g, ""], [/\\cdot ?|·|\s+/g, "*"]];

/** Reads "eV/nm", "J/T", "s^{-1}", "V/cm^2", "kg*m^2/s". Undefined for anything that is not a product of known units. */
export const readUnit = (text: string): Unit | undefined => {
  const plain = aliases.reduce((current, [from, to]) => current.replace(from, to), text.trim());
  let result: Unit = { factor: rational(1), dimension: dimensionless };
  const parts = plain.split(/([*/])/);
  let sign = 1;
  for (const part of parts) {
    if (part === "*") continue;
    if (part === "/") { sign = -1; continue; }
    const match = /^([^\d^+-]+|1)(?:\^?([+-]?\d+))?$/.exec(part);
    const unit = match?.[1] === undefined ? undefined : readName(match[1]);
    if (unit === undefined) return undefined;
    const exponent = sign * Number(match?.[2] ?? 1);
    result = { factor: multiplyRational(result.factor, powerRational(unit.factor, exponent)), dimension: multiplyDimensions(result.dimension, powerOfDimension(unit.dimension, rational(exponent))) };
    sign = 1;
  }
  return result;
};

/** With the prefixes that papers about small things use. */
const frequent: readonly string[] = [...Object.keys(base), "kg", "nm", "pm", "μm", "cm", "meV", "ns", "ps", "fs", "THz", "GHz", "MHz", "mT", "mV", ...Object.keys(others)];

/** The names of units that measure this quantity: m, nm, …, Å, angstrom for a length. Empty for what only a product of units measures. */
export const unitsMeasuring = (quantity: Dimension): readonly string[] =>
  frequent.filter((name) => { const unit = readName(name); return unit !== undefined && equalDimensions(unit.dimension, quantity); });
