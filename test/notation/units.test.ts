import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalDimensions, showDimension } from "../../symbolic/expr/dimension.ts";
import { readUnit, unitsMeasuring } from "../../symbolic/notation/units.ts";
import { equalRational, parseRational, toNumber } from "../../symbolic/number/rational.ts";

const shown = (text: string): string => {
  const unit = readUnit(text);
  return unit === undefined ? "unknown" : `${toNumber(unit.factor)} ${showDimension(unit.dimension)}`;
};

describe("units as papers print them", () => {
  it.each([
    ["m", "1 m"], ["nm", "1e-9 m"], ["Å", "1e-10 m"], ["Å^3", "1e-30 m^3"], ["angstrom", "1e-10 m"], ["A\u030A", "1e-10 m"], ["\u212B", "1e-10 m"], ["GHz", "1000000000 s^-1"], ["\\AA^{3}", "1e-30 m^3"], ["THz", "1000000000000 s^-1"], ["s^{-1}", "1 s^-1"], ["kg", "1 kg"], ["meV", "1.602176634e-22 kg·m^2·s^-2"],
    ["J/T", "1 m^2·A"], ["A/m", "1 m^-1·A"], ["T", "1 kg·s^-2·A^-1"], ["kg*m^2/s", "1 kg·m^2·s^-1"], ["kg m^2/s", "1 kg·m^2·s^-1"], ["V/cm^2", "10000 kg·s^-3·A^-1"], ["μm", "0.000001 m"], ["µm", "0.000001 m"], ["um", "0.000001 m"], ["%", "0.01 1"], ["1", "1 1"], ["min", "60 s"], ["ms", "0.001 s"], ["mT", "0.001 kg·s^-2·A^-1"],
  ])("%s is %s", (text, value) => { expect(shown(text)).toBe(value); });

  it("keep the exact values of the 2019 SI: an electronvolt is a rational number of joules", () => {
    expect(equalRational(readUnit("eV")!.factor, parseRational("1.602176634e-19")!)).toBe(true);
    expect(equalRational(readUnit("eV/nm")!.factor, parseRational("1.602176634e-10")!)).toBe(true);
  });

  it("are refused when they are no product of known units", () => {
    expect(["", "parsec", "eV/", "m^", "kg**m", "eVV", "m^x", "2m", "mmin", "k"].map(shown)).toEqual(Array(10).fill("unknown"));
  });

  it("are listed by what they measure", () => {
    expect(unitsMeasuring(readUnit("eV")!.dimension)).toEqual(["J", "eV", "meV"]);
    expect(unitsMeasuring(readUnit("1/s")!.dimension)).toEqual(["Hz", "THz", "GHz", "MHz"]);
    expect(unitsMeasuring(readUnit("eV*nm")!.dimension)).toEqual([]);
  });

  it("read each symbol behind a stroke as a divisor, and only that one", () => {
    expect(shown("J/kg*m")).toBe(shown("m*J/kg"));
    expect(shown("J/kg/m")).toBe(shown("J*kg^-1*m^-1"));
  });

  it("multiply: a power of a unit is the power of its factor and of its dimension", () => {
    const names = ["m", "s", "eV", "T", "nm", "kg", "A", "Å", "meV"];
    fc.assert(fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (a, b) => {
      const [whole, square] = [readUnit(`${a}/${b}*${b}`)!, readUnit(`${a}^2`)!];
      const [plain, product] = [readUnit(a)!, readUnit(`${a}*${a}`)!];
      expect(equalRational(whole.factor, plain.factor) && equalDimensions(whole.dimension, plain.dimension)).toBe(true);
      expect(equalRational(square.factor, product.factor) && equalDimensions(square.dimension, product.dimension)).toBe(true);
    }));
  });
});
