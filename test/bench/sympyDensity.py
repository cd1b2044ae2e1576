"""SymPy on the second-order density matrix, as fast as it can be made to go.

    sympyDensity.py tasks < { "tasks": [ … ], "point": { letter: [re, im] } }

Order by order from letters, as a user would write it: ρ_S = Σ_a [V_a, ρ_(S∖a)] / (Ω_S − E_m + E_n + iγ_mn), with γ_mn = (η_m + η_n)/2 and a drive V at
±ω + iη_p. A task is one of: `closed`, a population as one fraction with its numerator expanded; `limit`, its limit when all widths vanish at
fixed ratios, as such a fraction; `split`, that it is Σ_l adiabatic_l (1 + η_l/(2η_p + η_n)).

All routes are tried and the fastest that succeeds counts, with the benefit of hindsight. A run makes its symbols, builds the matrices and answers; times are
medians in seconds, each the lesser of wall clock and processor time, and every run has fresh symbols, so that no result comes from SymPy's caches.
"""
import json
import statistics
import sys

sys.dont_write_bytecode = True
import sympy
from sympy import I, Matrix, Rational, Symbol
from sympyRoutes import Limit, OutOfTime, clock, numerator, since

PER_ROUTE = 10.0       # seconds that a route may take when first tried; no more than five times the best one
SAMPLES = 5
ENOUGH = 2.0           # seconds of repetitions after which no further one begins

count = 0


class Model:
    def __init__(self, levels, occupied, scaled):
        global count
        count += 1
        self.names = {}

        def letter(name, **assume):
            self.names[name] = Symbol(f"{name}_{count}", **assume)
            return self.names[name]

        s = letter("s", positive=True) if scaled else sympy.Integer(1)
        self.s, self.size = s, levels
        if occupied:                                   # one occupied level, energies from there
            self.E = [sympy.Integer(0)] + [letter(f"E{k + 1}", real=True) for k in range(1, levels)]
            self.f = [sympy.Integer(1)] + [sympy.Integer(0)]*(levels - 1)
        else:
            self.E = [letter(f"E{k + 1}", real=True) for k in range(levels)]
            self.f = [letter(f"f{k + 1}", real=True) for k in range(levels)]
        self.h = [letter(f"h{k + 1}", positive=True) for k in range(levels)]
        self.p, self.w = letter("p", positive=True), letter("w", real=True)
        self.V = Matrix(levels, levels, lambda i, j: 0 if i == j else letter(f"V{i + 1}{j + 1}"))

    def denominator(self, frequency, i, j):
        return frequency - self.E[i] + self.E[j] + I*self.s*(self.h[i] + self.h[j])/2

    def over(self, source, frequency):
        return Matrix(self.size, self.size, lambda i, j: source[i, j]/self.denominator(frequency, i, j))

    def population(self, n):
        static = sympy.diag(*self.f)
        forward, backward = self.w + I*self.s*self.p, -self.w + I*self.s*self.p
        first = [self.over(self.V*static - static*self.V, frequency) for frequency in (forward, backward)]
        source = sum((self.V*rho - rho*self.V for rho in first), sympy.zeros(self.size, self.size))
        return self.over(source, 2*I*self.s*self.p)[n, n]

    def split(self, n):
        total = 0
        for k in range(self.size):
            if k == n:
                continue
            for sign in (1, -1):
                frequency = sign*self.w
                pair = self.denominator(frequency + I*self.p, n, k)*self.denominator(-frequency + I*self.p, k, n)
                total += self.V[n, k]*self.V[k, n]*(self.f[n] - self.f[k])/pair*(1 + self.h[k]/(2*self.p + self.h[n]))
        return total


def in_field(e):
    return sympy.sfield(e)[1].as_expr()


def one_fraction(e):
    above, below = sympy.fraction(sympy.together(e))
    return sympy.expand(above)/below


def taken_out(e, s):
    """The pole in s taken out of the terms by hand: d/ds (s·e) at s = 0."""
    return sympy.diff(sympy.Add(*(sympy.factor_terms(term)*s for term in sympy.Add.make_args(sympy.factor_terms(e)))), s).subs(s, 0)


NORMAL = {"numerator, expand": one_fraction, "cancel": sympy.cancel, "ratsimp": sympy.ratsimp, "field": in_field}
LIMIT = {
    "pole by hand, numerator, expand": lambda e, s: one_fraction(taken_out(e, s)),
    "pole by hand, cancel": lambda e, s: sympy.cancel(taken_out(e, s)),
    "limit, cancel": lambda e, s: sympy.cancel(sympy.limit(e, s, 0)),
    "leading term, cancel": lambda e, s: sympy.cancel(e.as_leading_term(s)),
    "series, cancel": lambda e, s: sympy.cancel(sympy.series(e, s, 0, 1).removeO()),
    "cancel, s = 0": lambda e, s: sympy.cancel(sympy.cancel(e).subs(s, 0)),
}
ZERO = {
    "numerator, expand": lambda e: sympy.expand(numerator(e)),
    "cancel": sympy.cancel,
    "ratsimp": sympy.ratsimp,
    "field": in_field,
    "simplify": sympy.simplify,
}


def attempt(task, route, point):
    """The time of one run, and whether its answer has the value of the unsimplified one."""
    begun = clock()
    model = Model(task["levels"], task["occupied"], task["kind"] == "limit")
    e = model.population(0)
    if task["kind"] == "closed":
        answer = NORMAL[route](e)
    elif task["kind"] == "limit":
        answer = LIMIT[route](e, model.s)
    else:
        answer = ZERO[route](e - model.split(0))
    spent = since(begun)
    if task["kind"] == "split":
        return spent, answer == 0, None
    at = {model.names[name]: Rational(re) + I*Rational(im) for name, (re, im) in point.items() if name in model.names}
    value = complex(answer.subs(at).evalf(20))
    return spent, answer.is_finite is not False, [value.real, value.imag]


def run(task, point):
    routes = {"closed": NORMAL, "limit": LIMIT, "split": ZERO}[task["kind"]]
    best, tried = None, {}
    for route in routes:
        tried[route] = None
        given = PER_ROUTE if best is None else min(PER_ROUTE, max(1.0, 5*best["seconds"]))
        try:
            with Limit(given):
                spent, succeeded, value = attempt(task, route, point)
            if not succeeded:
                continue
            runs = []
            while len(runs) < SAMPLES and sum(runs) < ENOUGH:
                runs.append(attempt(task, route, point)[0])
        except (OutOfTime, Exception):
            continue
        tried[route] = statistics.median(runs)
        if best is None or tried[route] < best["seconds"]:
            best = {"seconds": tried[route], "route": route, "value": value}
    print(json.dumps({"id": task["id"], "best": best, "tried": tried}), flush=True)


if sys.argv[1] == "tasks":
    question = json.load(sys.stdin)
    warm = Symbol("warm", positive=True)
    for route in (*NORMAL.values(), sympy.simplify, lambda e: sympy.limit(e, warm, 0), lambda e: sympy.series(e, warm, 0, 1)):
        route(1/(warm + I) - warm/(1 + warm))       # SymPy imports parts of itself when first used
    for task in question["tasks"]:
        run(task, question["point"])
