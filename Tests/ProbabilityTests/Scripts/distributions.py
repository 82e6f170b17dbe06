"""Writes DistributionReference.swift: tails and quantiles by mpmath at 50 digits; and, of every sixth tail
and quantile and of all the rest, 30 digits for Sources/Certification/DistributionFigure+Table.swift.

A tail is the integral of the density in the logarithm of its variable (log odds for the beta function),
by mp.quad over pieces of its own scale, so that it needs no special function but the gamma function; small
cases are checked against mpmath's own betainc and gammainc. A quantile's figure is the x of a tail moved by
what rounding the probability to double changes, (p rounded - p) / density: second order is below 1e-30.

Run with `python3 distributions.py` (six minutes).
"""
import os
from mpmath import mp, mpf, nstr, log, exp, sqrt, quad, loggamma, betainc, gammainc, erfc, pi, npdf
from mpmath import digamma, polygamma, erfinv, findroot

mp.dps = 50


def lower(start, slope, spread, height):
    """The integral of exp(height(w)) from minus infinity to start, in pieces; slope and spread set them."""
    piece = 2 / max(slope, spread)
    ends, w, top = [start], mpf(start), height(start)
    while True:
        w -= piece
        ends.append(w)
        if len(ends) > 3 and height(w) < max(top, max(height(e) for e in ends[:3])) - 125 and slope_ok(height, w):
            break
    total = mpf(0)
    for upper_end, lower_end in zip(ends, ends[1:]):
        total += quad(lambda w: exp(height(w) - top), [lower_end, upper_end], maxdegree=6)
    return total * exp(top)  # quad's tolerance is absolute, so that what it sees must be near 1


def slope_ok(height, w):
    return height(w) > height(w - 1)


def beta_parts(odds, a, b):
    """(I_x(a, b), 1 - I_x(a, b), x^a y^b / B(a, b)) at x / y = odds."""
    a, b, odds = mpf(a), mpf(b), mpf(odds)
    scale = loggamma(a + b) - loggamma(a) - loggamma(b)

    def height(w, a=a, b=b):
        e = exp(-w)
        return -a * log(1 + e) - b * (w + log(1 + e)) + scale

    x = odds / (1 + odds)
    rate = a * (1 - x) - b * x
    spread = sqrt(a * b / (a + b))
    w = log(odds)
    if rate >= 0:
        value = lower(w, rate, min(spread, 1 + a), height)
        parts = (value, 1 - value)
    else:
        value = lower(-w, -rate, min(spread, 1 + b), lambda v: height(-v))
        parts = (1 - value, value)
    if a + b < 100:
        check = betainc(a, b, 0, x, regularized=True)
        assert abs(check / parts[0] - 1) < mpf(10) ** -25 or parts[0] > 0.9, (odds, a, b, check, parts)
    return *parts, exp(height(w))


def gamma_parts(x, a):
    """(P(a, x), Q(a, x), x^a e^-x / Gamma(a))."""
    x, a = mpf(x), mpf(a)
    scale = -loggamma(a)
    height = lambda w: a * w - exp(w) + scale
    w = log(x)
    if x <= a:
        value = lower(w, a - x, min(sqrt(a), 1 + a), height)
        parts = (value, 1 - value)
    else:
        value = lower(-w, x - a, min(sqrt(a), 1 + a), lambda v: height(-v))
        parts = (1 - value, value)
    if a < 50 and x < 200:
        check = gammainc(a, x, regularized=True)
        assert abs(check / parts[1] - 1) < mpf(10) ** -25, (x, a, check, parts)
    return *parts, exp(height(w))


def number(x):
    return "0" if x == 0 else repr(float(x))


rows = {"studentTail": [], "studentQuantile": [], "chiTails": [], "chiQuantile": [], "fTails": [], "fQuantile": []}


def represent(p):
    return float(p) if 1e-300 < p else None


FREEDOMS = [1, 2.5, 5, 30, 1e3, 1e6]
for n in FREEDOMS:
    for t in [1e-3, 0.4, 1.25, 3, 7.5, 20, 36, 1e3, 1e7, 1e60, 1e120]:
        if n * log(1 + mpf(t) ** 2 / n) / 2 > 687:
            continue
        two, centre, rate = beta_parts(n / mpf(t) ** 2, mpf(n) / 2, mpf(1) / 2)
        rows["studentTail"].append((t, n, two / 2))
        p = represent(two / 2)
        if p and p < 0.49:  # dt = -dp / density; the density is rate / t
            rows["studentQuantile"].append((p, n, -(mpf(t) - (mpf(p) - two / 2) / (rate / mpf(t)))))
    for x in [1e-6, 0.3, 0.8, 0.97, 1, 1.03, 1.2, 2, 5, 40, 400, 1300]:
        x = float(x * n) if x < 2 or n < 1e5 else float(n + (x + 2) * sqrt(2 * n))
        if n == 1e6 and x < 1e5: x = float(n - 30 * sqrt(2 * n))
        low, high, rate = gamma_parts(mpf(x) / 2, mpf(n) / 2)
        if low < 1e-300 or high < 1e-300:
            continue
        rows["chiTails"].append((x, n, low, high))
        p = represent(low)
        if p and p < 0.5:
            rows["chiQuantile"].append((p, n, mpf(x) + (mpf(p) - low) / (rate / mpf(x))))
        elif high > 0.01:
            rows["chiQuantile"].append((float(low), n, mpf(x) + (mpf(float(low)) - low) / (rate / mpf(x))))
for n in [1, 2.5, 5, 30, 1e3, 1e6]:
    for m in [1, 2.5, 5, 30, 1e3, 1e6]:
        centre = 2 / sqrt(mpf(min(n, m)))
        for f in [1e-5, 1e-2, 0.7, 1, 1 + centre, 30, 2500, 1e12]:
            f = float(f)
            spread = sqrt(mpf(n) * m / (n + m) / 2) * abs(log(mpf(f)))
            if min(n, m) >= 1e3:  # both narrow: stay within some deviations of 1
                f = float(exp(log(mpf(f)) / abs(log(mpf(f)) or 1) * min(30, abs(log(mpf(f))) * 3) * sqrt(2 / mpf(n) + 2 / mpf(m))))
            high, low, rate = beta_parts(m / (n * mpf(f)), mpf(m) / 2, mpf(n) / 2)
            if low < 1e-300 or high < 1e-300:
                continue
            rows["fTails"].append((f, n, m, low, high))
            p = float(low)
            if p < 0.5 or high > 0.01:
                rows["fQuantile"].append((p, n, m, mpf(f) + (mpf(p) - low) / (rate / mpf(f))))

POLY = [1e-10, 1e-3, 0.1, 0.5, 0.9, 1, 1.0001, 1.3, 1.4616, 1.5, 1.9999, 2, 2.0001, 2.3, 3.7, 9.99, 15.5, 16, 50.5, 1e3, 1e8, 1e15]
rows["gammaFunctions"] = [(x, loggamma(mpf(x)), digamma(mpf(x)), polygamma(1, mpf(x))) for x in POLY]
NORMAL = [-1e10, -200, -40, -37.5, -12, -5, -2, -1, -0.5, 0, 0.5, 1, 2, 5, 12, 30]


def normal(x):
    x = mpf(x)
    tail = erfc(-x / sqrt(mpf(2))) / 2
    if tail == 0 or x < -1e9:  # 1/x - 1/x^3: exact to far below 50 digits
        mills = 1 / -x * (1 - 1 / x**2)
        return -x * x / 2 - log(2 * pi) / 2 + log(mills), 1 / mills
    return log(tail), npdf(x) / tail


rows["normal"] = [(x, *normal(x)) for x in NORMAL]

COMMENTS = {
    "studentTail": "t, degrees of freedom, P(T > t).",
    "studentQuantile": "p, degrees of freedom, quantile.",
    "chiTails": "x, degrees of freedom, P(X <= x), P(X > x).",
    "chiQuantile": "p, degrees of freedom, quantile.",
    "fTails": "f, numerator and denominator degrees of freedom, P(X <= f), P(X > f).",
    "fQuantile": "p, numerator and denominator degrees of freedom, quantile.",
    "gammaFunctions": "x, ln Gamma, digamma, trigamma.",
    "normal": "x, ln P(Z <= x), density / P(Z <= x).",
}
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "../DistributionReference.swift"), "w") as file:
    print("// Written by Scripts/distributions.py: do not edit.", file=file)
    print("enum DistributionReference {", file=file)
    for name, lines in rows.items():
        print(f"  /// {COMMENTS[name]}", file=file)
        print(f"  static let {name}: [Double] = [", file=file)
        for line in lines:
            print("    " + ", ".join(number(v) for v in line) + ",", file=file)
        print("  ]", file=file)
    print("}", file=file)


def quantile(p):
    """The normal quantile of the double nearest to p."""
    p = mpf(p)
    if p > mpf("0.5"):
        return -quantile(1 - p)
    start = -sqrt(-2 * log(p)) if p < 0.01 else sqrt(mpf(2)) * erfinv(2 * p - 1)
    return findroot(lambda x: log(erfc(-x / sqrt(mpf(2))) / 2) - log(p), start)


# Function of DistributionFigure, table, how many arguments, which value.
FIGURES = [
    ("studentUpperTail", "studentTail", 2, 0, 6), ("studentQuantile", "studentQuantile", 2, 0, 6),
    ("chiSquaredCdf", "chiTails", 2, 0, 9), ("chiSquaredUpperTail", "chiTails", 2, 1, 6),
    ("chiSquaredQuantile", "chiQuantile", 2, 0, 6), ("fCdf", "fTails", 3, 0, 13),
    ("fUpperTail", "fTails", 3, 1, 10), ("fQuantile", "fQuantile", 3, 0, 13),
    ("normalLogCdf", "normal", 1, 0, 1), ("inverseMills", "normal", 1, 1, 1),
    ("logGamma", "gammaFunctions", 1, 0, 1), ("digamma", "gammaFunctions", 1, 1, 1),
    ("trigamma", "gammaFunctions", 1, 2, 1),
]
lines = []
for function, table, arguments, value, step in FIGURES:
    for row in rows[table][::step]:
        lines.append(" ".join([function, *map(repr, row[:arguments]), nstr(row[arguments + value], 30)]))
for p in [1e-300, 1e-100, 1e-20, 1e-6, 0.01, 0.075, 0.25, 0.425, 0.500001, 0.9, 0.975, 0.9999]:
    lines.append(f"normalQuantile {p!r} {nstr(quantile(p), 30)}")
for x in [-37.5, -20, -8, -3, -1, -0.5, 0, 0.5, 1, 3, 8]:
    lines.append(f"normalCdf {x!r} {nstr(erfc(-mpf(x) / sqrt(mpf(2))) / 2, 30)}")
    lines.append(f"normalUpperTail {-x!r} {nstr(erfc(-mpf(x) / sqrt(mpf(2))) / 2, 30)}")
target = os.path.join(HERE, "../../../Sources/Certification/DistributionFigure+Table.swift")
with open(target, "w") as file:
    print("// Written by Tests/ProbabilityTests/Scripts/distributions.py: do not edit.", file=file)
    print("extension DistributionFigure {", file=file)
    print("  /// Function, arguments (each the double nearest to the text), value to 30 digits.", file=file)
    print('  static let table = """', file=file)
    for line in lines:
        print("    " + line, file=file)
    print('    """', file=file)
    print("}", file=file)
