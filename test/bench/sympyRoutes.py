"""SymPy, as fast as it can be made to go.

    sympyRoutes.py version                    version and ground types
    sympyRoutes.py identities < questions     which identities it proves, by which route, in what time
    sympyRoutes.py product                    p*(1 + p), p = (1 + x + y + z)^16 expanded, in the polynomial ring

A route is a way to show that left - right is zero. All are tried and the fastest that succeeds counts, with the benefit of hindsight: the failed
ones cost nothing. Times are medians in seconds, each the lesser of wall clock and processor time. Every repetition has fresh symbols, so that no
result is taken from SymPy's caches, while the caches of everything general stay warm.
"""
import json
import signal
import statistics
import sys
import time

import sympy
from sympy import I, Rational, Symbol, pi

PER_ROUTE = 3.0        # seconds that a route may take when first tried
PER_IDENTITY = 20.0    # seconds after which no further route is tried
SAMPLES = 7
NAMES = {name: getattr(sympy, name) for name in (
    "exp log sin cos tan sinh cosh tanh asin acos atan Abs conjugate re im sign diff summation").split()}


class OutOfTime(BaseException):
    """Not an Exception: SymPy catches those."""


def numerator(e):
    return sympy.fraction(sympy.together(e))[0]


def in_field(e):
    """Arithmetic in a field of rational functions over the generators that SymPy finds."""
    return sympy.sfield(e)[1].numer.as_expr()


ROUTES = {
    "automatic": lambda e: e,
    "expand": sympy.expand,
    "numerator, expand": lambda e: sympy.expand(numerator(e)),
    "field": in_field,
    "cancel": sympy.cancel,
    "ratsimp": sympy.ratsimp,
    "factor": sympy.factor,
    "radsimp": sympy.radsimp,
    "powsimp": sympy.powsimp,
    "powdenest": lambda e: sympy.powdenest(e, force=False),
    "expand log": lambda e: sympy.expand_log(e),
    "expand trig": lambda e: sympy.expand(e, trig=True),
    "expand complex": lambda e: sympy.expand(e, complex=True),
    "expand func": lambda e: sympy.expand_func(e),
    "trigsimp": sympy.trigsimp,
    "rewrite exp, expand": lambda e: sympy.expand(e.rewrite(sympy.exp)),
    "rewrite exp, numerator, expand": lambda e: sympy.expand(numerator(e.rewrite(sympy.exp))),
    "rewrite exp, numerator, expand, powsimp": lambda e: sympy.powsimp(sympy.expand(numerator(e.rewrite(sympy.exp)))),
    "rewrite exp, field": lambda e: in_field(e.rewrite(sympy.exp)),
    "rewrite exp, cancel": lambda e: sympy.cancel(e.rewrite(sympy.exp)),
    "rewrite cos, expand trig": lambda e: sympy.expand(e.rewrite(sympy.cos), trig=True),
    "rewrite cos, simplify": lambda e: sympy.simplify(e.rewrite(sympy.cos)),
    "expand complex, numerator, expand": lambda e: sympy.expand(numerator(sympy.expand(e, complex=True))),
    "numerator, expand trig": lambda e: sympy.expand(numerator(e), trig=True),
    "equals": lambda e: 0 if e.equals(0) is True else e,
    "rewrite exp, simplify": lambda e: sympy.simplify(e.rewrite(sympy.exp)),
    "simplify": sympy.simplify,
}


def clock():
    return time.perf_counter(), time.process_time()


def since(begun):
    return min(now - then for now, then in zip(clock(), begun))


class Limit:
    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        def stop(*_):
            raise OutOfTime
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_REAL, 0)


count = 0


def letters(question):
    """The names of a question, with symbols that were never seen before."""
    global count
    count += 1
    fresh = {name: Symbol(f"{name}_{count}", **assume) for name, assume in question["symbols"].items()}
    return {**NAMES, **{name: Rational(value) for name, value in question["numbers"].items()}, **fresh, "I": I, "pi": pi}


def attempt(question, code, route):
    """One run: whether the difference is shown to be 0, the time from given sides, and the time with making the sides."""
    names = letters(question)
    begun = clock()
    left, right = (eval(side, names) for side in code)
    made = since(begun)
    begun = clock()
    proved = route(left - right) == 0
    spent = since(begun)
    return proved, spent, made + spent


def fastest(question, case, deadline, order):
    """(seconds from given sides, route), (seconds with making them, route), or None."""
    code = [compile(case[side], side, "eval") for side in ("left", "right")]
    best = None
    for name in order:
        left_over = deadline - time.perf_counter()
        if left_over <= 0:
            break
        given = PER_ROUTE if best is None else min(PER_ROUTE, max(0.25, 5 * best[0][0]))
        try:
            with Limit(min(given, left_over)):
                if not attempt(question, code, ROUTES[name])[0]:
                    continue
            runs = []
            while len(runs) < SAMPLES and sum(run[2] for run in runs) < 1.0:
                runs.append(attempt(question, code, ROUTES[name]))
        except (OutOfTime, Exception):
            continue
        found = tuple((statistics.median(run[k] for run in runs), name) for k in (1, 2))
        best = found if best is None else tuple(min(pair) for pair in zip(best, found))
    return best


def is_plausible(question, case):
    """Whether the two sides have equal values at a point: a check of how the question was translated."""
    names = letters(question)
    sides = [eval(case[side], names) for side in ("left", "right")]
    point = {}
    for k, s in enumerate(sorted(set().union(*(side.free_symbols for side in sides)), key=str)):
        point[s] = k + 2 if s.is_integer else Rational(7 + 3 * k, 5 + k) * (-1 if s.is_negative else 1)
    a, b = (complex(side.subs(point).doit().evalf(30)) for side in sides)
    return abs(a - b) <= 1e-12 * max(1, abs(a), abs(b))


def identities(questions):
    for _ in range(2):                           # SymPy imports parts of itself when first used
        warm = Symbol("warm", positive=True)
        for route in ROUTES.values():
            try:
                route(1/(warm + sympy.sin(warm)) - sympy.sqrt(warm + 1) + I*sympy.exp(I*warm))
            except Exception:
                pass
    for question in questions:
        deadline = time.perf_counter() + PER_IDENTITY
        best = None
        for wording in question["wordings"]:
            order = list(ROUTES)
            found = []
            for case in wording["cases"]:
                result = fastest(question, case, deadline, order)
                if result is None:
                    found = None
                    break
                found.append(result)
                order.remove(result[0][1])
                order.insert(0, result[0][1])
            if found is None:
                continue
            given, made = (sum(result[k][0] for result in found) for k in (0, 1))
            if best is None or given < best["given"]:
                best = {"given": given, "made": made if best is None else min(made, best["made"]), "wording": wording["name"], "routes": sorted({result[0][1] for result in found})}
            else:
                best["made"] = min(made, best["made"])
        try:
            plausible = all(is_plausible(question, case) for case in question["wordings"][0]["cases"])
        except Exception:
            plausible = None
        print(json.dumps({"id": question["id"], "best": best, "plausible": plausible}), flush=True)


def product():
    _, x, y, z = sympy.ring("x,y,z", sympy.ZZ)
    p = (1 + x + y + z)**16
    times = []
    for _ in range(5):
        begun = clock()
        result = p*(1 + p)
        times.append(since(begun))
    print(json.dumps({"seconds": statistics.median(times), "terms": len(result), "sum": str(sum(result.coeffs()))}))


if sys.argv[1] == "version":
    from sympy.external.gmpy import GROUND_TYPES
    print(f"SymPy {sympy.__version__} ({GROUND_TYPES} integers)")
elif sys.argv[1] == "identities":
    identities(json.load(sys.stdin))
elif sys.argv[1] == "product":
    product()
