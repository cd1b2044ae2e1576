"""Traces of Berry curvatures of two four-band models by SymPy, from the projectors on their lower bands.

    sympyCurvatures.py          one JSON document

    H = [[D, w', r', 0], [w, -D, 0, s r'], [r, 0, -D, -w'], [0, s r, -w, D]],   w = v (kx + i ky), r = Z (uy + i ux), ' conjugate, s = +-1,

with the energies -M, M twice for s = 1, M^2 = w w' + r r' + D^2, and -E1, -E2, E2, E1 for s = -1, where T = E1 E2 and S = E1 + E2 are square roots.
P = (1 - sign H)/2 with sign H = H/M, or [H (S^2 - T) - H^3]/(T S). The curvatures are i P [d_a P, d_b P] P.

- Whole sets, all six Tr O_ab and all Tr(O_ab O_cd), in a polynomial ring with w, w', r, r', D and the roots as generators. What a person can find out
  is written here by hand and costs no time: that these letters suffice, P itself, the derivatives of the roots, every denominator and what cancels
  against it, the chain rule to kx, ky, ux, uy.
- One of each, Tr O_kxky and Tr(O_kxky O_kxky) for s = 1, from matrices of terms over kx ... uy and a root: differentiated, multiplied, and simplified
  by what SymPy has for it. The fastest of several ways counts, the failed ones cost nothing.

Times are medians in seconds, each the lesser of wall clock and processor time, with fresh symbols. Values at a point show that the results are right.
"""
import json
import signal
import statistics
import sys
import time

import sympy
from sympy import I, ZZ, Matrix, Symbol, eye, ring, sqrt

RUNS = 5
ROUTE_LIMIT = 60.0
POINT = {"v": 1.3, "Z": 0.8, "D": 0.6, "kx": 0.5, "ky": -0.3, "ux": 0.4, "uy": 0.2}
PAIRS = [(a, b) for a in range(4) for b in range(a + 1, 4)]


class OutOfTime(BaseException):
    """Not an Exception: SymPy catches those."""


def clock():
    return time.perf_counter(), time.process_time()


def since(begun):
    return min(now - then for now, then in zip(clock(), begun))


def entrywise(f, *matrices):
    return [[f(*entries) for entries in zip(*rows)] for rows in zip(*matrices)]


class Reduced:
    """4 x 4 matrices over a polynomial ring in which some generators are roots with known squares."""

    def __init__(self, over, squares):
        self.ring = over
        self.zero = over.zero
        self.roots = [(over.gens.index(root), square) for root, square in squares]
        self.powers = {}

    def reduce(self, p):
        for place, square in self.roots:
            while True:
                parts = {}
                for monomial, coefficient in p.terms():
                    exponent = monomial[place]
                    parts.setdefault(exponent // 2, {})[monomial[:place] + (exponent % 2,) + monomial[place + 1:]] = coefficient
                if max(parts, default=0) == 0:
                    break
                p = self.zero
                for k, part in parts.items():
                    if (place, k) not in self.powers:
                        self.powers[place, k] = square**k
                    p += self.ring(part)*self.powers[place, k]
        return p

    def multiply(self, a, b):
        return [[self.reduce(sum((a[i][k]*b[k][j] for k in range(4) if a[i][k] and b[k][j]), self.zero)) for j in range(4)] for i in range(4)]

    def trace_of_product(self, a, b):
        return self.reduce(sum((a[i][k]*b[k][i] for i in range(4) for k in range(4) if a[i][k] and b[k][i]), self.zero))

    def subtract(self, a, b):
        return entrywise(lambda x, y: x - y, a, b)

    def scalar(self, x):
        return [[x if i == j else self.zero for j in range(4)] for i in range(4)]


def hamiltonian(w, w_, r, r_, D, zero, s):
    return [[D, w_, r_, zero], [w, -D, zero, s*r_], [r, zero, -D, -w_], [zero, s*r, -w, D]]


def cancelled(matrix, divide):
    """The matrix with a common factor taken out of all entries as often as it is there, and how often."""
    times = 0
    while True:
        parts = [[divide(p) for p in row] for row in matrix]
        if any(rest for row in parts for _, rest in row) or not any(quotient for row in parts for quotient, _ in row):
            return matrix, times
        matrix, times = [[quotient for quotient, _ in row] for row in parts], times + 1


def first_model():
    """Arithmetic, the numerators of P[d_i P, d_j P] over 32 M^7, what divides them, and the root as a function of the letters."""
    over, w, w_, r, r_, D, M = ring("w,w_,r,r_,D,M", ZZ)
    m = w*w_ + r*r_ + D**2
    algebra = Reduced(over, [(M, m)])
    H = hamiltonian(w, w_, r, r_, D, over.zero, 1)
    slopes = [entrywise(lambda h, a=a: h*m.diff(a) - 2*m*h.diff(a), H) for a in (w, w_, r, r_)]      # 4 M^3 d_a P
    projector = algebra.subtract(algebra.scalar(M), H)                                               # 2 M P
    return algebra, projector, slopes, 32, [(7, 1, 1, lambda p: algebra.reduce(p*M).div(m))], lambda X, Y, D: (sqrt(X + Y + D**2),)


def second_model():
    """The same over 8 T^7 S^7, with two roots."""
    over, w, w_, r, r_, D, T, S = ring("w,w_,r,r_,D,T,S", ZZ)
    X, Y = w*w_, r*r_
    m = X + Y + D**2
    t = m**2 - 4*X*Y
    algebra = Reduced(over, [(S, 2*m + 2*T), (T, t)])
    H = hamiltonian(w, w_, r, r_, D, over.zero, -1)
    cube = algebra.multiply(H, algebra.multiply(H, H))
    G = entrywise(lambda h, c: algebra.reduce(h*(2*m + T) - c), H, cube)                             # T S sign H

    def slope(a):                                                                                    # 2 T^3 S^3 d_a P
        m_a, q = m.diff(a), t.diff(a).quo_ground(2)
        bracket = algebra.reduce(q*(2*m + 2*T) + t*m_a + T*q)
        return entrywise(lambda h, c, g: algebra.reduce(g*bracket - ((h.diff(a)*(2*m + T) + 2*m_a*h - c.diff(a))*T + h*q)*T*(2*m + 2*T)), H, cube, G)

    def roots(X, Y, D):
        product = sqrt((X + Y + D**2)**2 - 4*X*Y)
        return product, sqrt(2*(X + Y + D**2) + 2*product)
    # Dividing by T is multiplying by T and dividing by T^2; S^2 (m - T) = 8 X Y.
    divisions = [(7, 1, 1, lambda p: algebra.reduce(p*T).div(t)), (7, 2, 8, lambda p: algebra.reduce(p*(m - T)).div(X*Y))]
    return algebra, algebra.subtract(algebra.scalar(T*S), G), [slope(a) for a in (w, w_, r, r_)], 8, divisions, roots


def fresh_letters(count=[0]):
    count[0] += 1
    return {name: Symbol(f"{name}_{count[0]}", **({"positive": True} if name in "vZ" else {"real": True})) for name in POINT}


# d(w, w', r, r')/d(kx, ky, ux, uy) without the factors v and Z; every entry is a Gaussian integer (re, im).
SLOPES = [[(1, 0), (1, 0), (0, 0), (0, 0)], [(0, 1), (0, -1), (0, 0), (0, 0)], [(0, 0), (0, 0), (0, 1), (0, -1)], [(0, 0), (0, 0), (1, 0), (1, 0)]]


def minor(a, b, i, j):
    """d(w_i, w_j)/d(a, b) as a Gaussian integer."""
    (p, q), (r, s), (t, u), (x, y) = SLOPES[a][i], SLOPES[b][j], SLOPES[a][j], SLOPES[b][i]
    return p*r - q*s - t*x + u*y, p*s + q*r - t*y - u*x


def whole_set(model):
    """All six Tr O_ab and all 21 Tr(O_ab O_cd) as terms over v, Z, D, kx, ky, ux, uy, with these letters."""
    letters = fresh_letters()
    v, Z, D, kx, ky, ux, uy = (letters[name] for name in ("v", "Z", "D", "kx", "ky", "ux", "uy"))
    algebra, projector, slopes, number, divisions, roots_of = model()
    zero = algebra.ring.zero
    planes = [algebra.multiply(projector, algebra.subtract(algebra.multiply(slopes[i], slopes[j]), algebra.multiply(slopes[j], slopes[i]))) for i, j in PAIRS]
    powers = []
    for power, step, factor, divide in divisions:
        found = [cancelled(plane, divide) for plane in planes]
        times = min(times for _, times in found)                     # the same in every plane of both models
        if any(other != times for _, other in found):
            raise ValueError("the planes have different common denominators")
        planes, number = [plane for plane, _ in found], number*factor**times
        powers.append(power - step*times)
    single = [algebra.reduce(sum((plane[k][k] for k in range(4)), zero)) for plane in planes]
    pair = [[algebra.trace_of_product(a, b) for b in planes[:k + 1]] for k, a in enumerate(planes)]
    entries = [v*(kx + I*ky), v*(kx - I*ky), Z*(uy + I*ux), Z*(uy - I*ux), D]
    roots = roots_of(v**2*(kx**2 + ky**2), Z**2*(ux**2 + uy**2), D)

    def cancelled_fraction(p, n):
        below, left = number**n, [n*power for power in powers]
        for k, (_, step, factor, divide) in enumerate(divisions):
            [[p]], times = cancelled([[p]], divide)
            below, left[k] = below*factor**times, left[k] - step*times
        content, p = p.primitive()
        return p, sympy.Rational(content, below), sympy.Mul(*(root**power for root, power in zip(roots, left)))

    def term(parts, n, scale):
        result = sympy.S.Zero
        for p, unit in zip(parts, (1, I)):
            if p:
                numerator, coefficient, below = cancelled_fraction(p, n)
                result += coefficient*scale*unit*numerator.as_expr(*entries, *roots)/below
        return result

    scales = (v, v, Z, Z)
    minors = {ab: [minor(*ab, *ij) for ij in PAIRS] for ab in PAIRS}
    terms = []
    for a, b in PAIRS:
        parts = [sum((weight[c]*p for weight, p in zip(minors[a, b], single)), zero) for c in (0, 1)]
        terms.append(term(parts, 1, I*scales[a]*scales[b]))
    for n, (a, b) in enumerate(PAIRS):
        for c, d in PAIRS[n:]:
            parts = [zero, zero]
            for i, (x, y) in enumerate(minors[a, b]):
                for j, (z, u) in enumerate(minors[c, d]):
                    p = pair[max(i, j)][min(i, j)]
                    for k, weight in enumerate((x*z - y*u, x*u + y*z)):
                        if weight:
                            parts[k] += weight*p
            terms.append(term(parts, 2, -scales[a]*scales[b]*scales[c]*scales[d]))
    return terms, letters


ROUTES = {
    "factor": sympy.factor,
    "cancel": sympy.cancel,
    "together, factor": lambda e: (lambda numerator, denominator: sympy.factor(sympy.expand(numerator))/denominator)(*sympy.fraction(sympy.together(e))),
    "expand, factor": lambda e: sympy.factor(sympy.expand(e)),
    "simplify": sympy.simplify,
}


def one_of_each(route):
    """Tr O_kxky and Tr(O_kxky O_kxky) of the first model."""
    letters = fresh_letters()
    v, Z, D, kx, ky, ux, uy = (letters[name] for name in ("v", "Z", "D", "kx", "ky", "ux", "uy"))
    H = Matrix(hamiltonian(v*(kx + I*ky), v*(kx - I*ky), Z*(uy + I*ux), Z*(uy - I*ux), D, 0, 1))
    P = (eye(4) - H/sqrt(v**2*(kx**2 + ky**2) + Z**2*(ux**2 + uy**2) + D**2))/2
    x, y = P.diff(kx), P.diff(ky)
    curvature = I*P*(x*y - y*x)*P
    return [route(curvature.trace()), route((curvature*curvature).trace())], letters


def values(terms, letters):
    point = {letters[name]: value for name, value in POINT.items()}
    return [complex(sympy.N(term.xreplace(point))).real for term in terms]


def timed(task):
    begun = clock()
    result = task()
    return since(begun), result


def fastest_route():
    best = None
    for name, route in ROUTES.items():
        limit = ROUTE_LIMIT if best is None else min(ROUTE_LIMIT, 1.5*best["seconds"])

        def stop(*_):
            raise OutOfTime
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            seconds, (terms, letters) = timed(lambda: one_of_each(route))
        except OutOfTime:
            continue
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if best is None or seconds < best["seconds"]:
            best = {"seconds": seconds, "route": name, "values": values(terms, letters)}
    if best is not None:
        best["seconds"] = statistics.median([best["seconds"]] + [timed(lambda: one_of_each(ROUTES[best["route"]]))[0] for _ in range(2)])
    return best


def main():
    found = {}
    for name, model in (("first", first_model), ("second", second_model)):
        whole_set(model)                         # SymPy imports parts of itself when first used
        runs = [timed(lambda: whole_set(model)) for _ in range(RUNS)]
        found[name] = {"seconds": statistics.median(seconds for seconds, _ in runs), "values": values(*runs[-1][1])}
    found["terms"] = fastest_route()
    print(json.dumps(found))


main()
