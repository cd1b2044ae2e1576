/**
 * # Python
 *
 * A standalone module: one function with keyword arguments for each form of each claim, `eq8_printed(Delta=…, …)`, and `eq8` for the default form.
 * Plain numbers go through `math`, numpy arrays (where numpy can be imported) through numpy, element by element. A complex value is a Python complex
 * or a complex array. Inputs are not checked; outside the domain of a function `math` raises, numpy gives nan.
 */
import { claimsOf, formName, parameterInWords, unitInWords, type Collection } from "./claims.ts";
import { floatingText } from "./c.ts";
import type { Evaluator } from "./evaluator.ts";
import { write, type Dialect } from "./expression.ts";

const dialect: Dialect = {
  number: floatingText,
  define: (name, expression) => `${name} = ${expression}`,
  functions: {
    sqrt: "_m.sqrt", exp: "_m.exp", log: "_m.log", log1p: "_m.log1p", sin: "_m.sin", cos: "_m.cos", tan: "_m.tan", sinh: "_m.sinh", cosh: "_m.cosh", tanh: "_m.tanh", asin: "_m.asin", acos: "_m.acos", atan: "_m.atan",
    abs: "abs", pow: "_m.pow", sign: "_m.sign", parity: "_m.parity", positivePart: "_m.positive_part", modulus: "_m.modulus", logModulus: "_m.log_modulus", argument: "_m.argument", rootRe: "_m.root_re", rootIm: "_m.root_im",
  },
};

const support = `import math as _math

try:
    import numpy as _numpy
except ImportError:
    _numpy = None


class _Numbers:
    """Functions of plain numbers."""

    sqrt, exp, log, log1p, pow = _math.sqrt, _math.exp, _math.log, _math.log1p, _math.pow
    sin, cos, tan, sinh, cosh, tanh = _math.sin, _math.cos, _math.tan, _math.sinh, _math.cosh, _math.tanh
    asin, acos, atan, pair = _math.asin, _math.acos, _math.atan, complex

    @staticmethod
    def sign(x):
        return float((x > 0) - (x < 0))

    @staticmethod
    def parity(n):
        return 1.0 - 2.0 * abs(_math.fmod(n, 2.0))

    @staticmethod
    def positive_part(x):
        return 0.0 if x < 0 else x

    @staticmethod
    def modulus(x, y):
        large, small = max(abs(x), abs(y)), min(abs(x), abs(y))
        return 0.0 if large == 0 else large * _math.sqrt(1.0 + (small / large) * (small / large))

    @staticmethod
    def log_modulus(x, y):
        large, small = max(abs(x), abs(y)), min(abs(x), abs(y))
        if 0.5 < large < 2:
            return 0.5 * _math.log1p((large - 1.0) * (large + 1.0) + small * small)
        return _math.log(_Numbers.modulus(x, y))

    @staticmethod
    def argument(x, y):
        return _math.atan2(y + 0.0, x)

    @staticmethod
    def root_re(x, y):
        if x == 0 and y == 0:
            return 0.0
        t = _math.sqrt(0.5 * (_Numbers.modulus(x, y) + abs(x)))
        return 0.5 * abs(y) / t if x < 0 else t

    @staticmethod
    def root_im(x, y):
        if x == 0 and y == 0:
            return 0.0
        t = _math.sqrt(0.5 * (_Numbers.modulus(x, y) + abs(x)))
        return (-t if y < 0 else t) if x < 0 else 0.5 * y / t


if _numpy is not None:

    class _Arrays:
        """The same functions element by element."""

        sqrt, exp, log, log1p, pow = _numpy.sqrt, _numpy.exp, _numpy.log, _numpy.log1p, _numpy.float_power
        sin, cos, tan, sinh, cosh, tanh = _numpy.sin, _numpy.cos, _numpy.tan, _numpy.sinh, _numpy.cosh, _numpy.tanh
        asin, acos, atan, sign = _numpy.arcsin, _numpy.arccos, _numpy.arctan, _numpy.sign
        parity = staticmethod(lambda n: 1.0 - 2.0 * abs(_numpy.fmod(n, 2.0)))
        pair = staticmethod(lambda re, im: re + 1j * im)
        positive_part = staticmethod(lambda x: _numpy.where(x < 0, 0.0, x))
        modulus = staticmethod(_numpy.hypot)
        log_modulus = staticmethod(_numpy.vectorize(_Numbers.log_modulus, otypes=[float]))
        argument = staticmethod(lambda x, y: _numpy.arctan2(y + 0.0, x))
        root_re = staticmethod(lambda x, y: _numpy.sqrt(x + 1j * (y + 0.0)).real)
        root_im = staticmethod(lambda x, y: _numpy.sqrt(x + 1j * (y + 0.0)).imag)


def _functions(*values):
    if _numpy is not None and any(isinstance(value, _numpy.ndarray) for value in values):
        return _Arrays
    return _Numbers
`;

const inDocstring = (text: string): string => text.replace(/\s+/g, " ").replace(/\\/g, "\\\\").replace(/"/g, "'");

const functionText = (name: string, evaluator: Evaluator): string => {
  const names = evaluator.parameters.map((parameter) => parameter.name);
  const { statements, re, im, used } = write(evaluator.program, dialect, names);
  const needsFunctions = im !== undefined || [...used].some((operation) => operation !== "abs");
  return [
    `def ${name}(${names.length === 0 ? "" : `*, ${names.join(", ")}`}):`,
    `    """${inDocstring(`${evaluator.title}, ${evaluator.form} (${evaluator.source}); ${unitInWords(evaluator)}.`)}`,
    ...(names.length === 0 ? [] : ["", ...evaluator.parameters.map((parameter) => `    ${parameter.name}: ${inDocstring(parameterInWords(parameter))}`)]),
    "    \"\"\"",
    ...(needsFunctions ? [`    _m = _functions(${names.join(", ")})`] : []),
    ...statements.map((line) => `    ${line}`),
    im === undefined ? `    return ${re}` : `    return _m.pair(${re}, ${im})`,
  ].join("\n");
};

export const pythonText = (collection: Collection): string => [
  `"""${inDocstring(`Numeric evaluators of the paper '${collection.paper}': ${collection.title}`)}`,
  "",
  "Generated from its terms by rederive. Values and results are in SI; inputs are not checked.",
  "Plain numbers, or numpy arrays of one shape for some or all of the arguments.",
  "\"\"\"",
  support,
  ...claimsOf(collection.evaluators, ["math", "numpy"]).flatMap((entry) => [
    ...entry.forms.map((evaluator) => `\n${functionText(formName(entry.name, evaluator.form), evaluator)}\n`),
    `\n${entry.name} = ${formName(entry.name, entry.preferred.form)}\n`,
  ]),
].join("\n");
