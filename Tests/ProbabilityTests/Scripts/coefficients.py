"""Prints the polynomial coefficients of Sources/Probability: Chebyshev fits at 60 digits, minimax to a few per cent.

Own fits, made with mpmath; run with `python3 coefficients.py`.
"""
from mpmath import mp, mpf, chebyfit, polyval, log, exp, sqrt, erfc, quad, pi, taylor, bernoulli

mp.dps = 60


def show(name, f, low, high, degree, ref=None):
    poly, error = chebyfit(f, [mpf(low), mpf(high)], degree + 1, error=True)
    print(f"// {name}: degree {degree} on [{low}, {high}], error {float(error):.2g}")
    for c in reversed(poly):
        print("   ", float(c).hex(), f"// {float(c)!r}")


def series(f, centre, terms):
    t = taylor(f, centre, terms)
    return lambda x: polyval(t[::-1], x - centre)


LN2 = log(mpf(2))
hi = mpf(int(LN2 * 2**32)) / 2**32
print("ln2 high", float(hi).hex(), "low", float(LN2 - hi).hex(), "1/ln2", float(1 / LN2).hex())

# (exp(r) - 1 - r) / r^2
show("exp", lambda r: polyval([1 / mp.factorial(k + 2) for k in range(39, -1, -1)], r), -0.3467, 0.3467, 11)
# (2 atanh(s) / s - 2) / s^2 in z = s^2
show("log", lambda z: polyval([2 / mpf(2 * k + 3) for k in range(59, -1, -1)], z), 0, 0.029438, 7)

# (1 + 2 x) M(x), M the Mills ratio (1 - cdf) / density, in t = (x - 4) / (x + 4)
def mills(t):
    x = 4 * (1 + t) / (1 - t) if t < 1 else mpf(10) ** 30
    if x > mpf(10) ** 4:
        return (1 + 2 * x) * (1 / x - 1 / x**3 + 3 / x**5)
    return (1 + 2 * x) * exp(x * x / 2) * sqrt(pi / 2) * erfc(x / sqrt(mpf(2)))
show("Mills", mills, -1, 1, 26)
# (cdf(x) - 1/2) / x in z = x^2
show("central cdf", lambda z: polyval(
    [(-1) ** k / (mp.factorial(k) * mpf(2) ** k * (2 * k + 1)) for k in range(59, -1, -1)], z) / sqrt(2 * pi), 0, 1, 10)
# Stirling's remainder: x (lnGamma(x) - (x - 1/2) ln x + x - ln(2 pi) / 2) in 1 / x^2
print("// Stirling: b_2k / (2k (2k - 1))")
for k in range(1, 10):
    c = bernoulli(2 * k) / (2 * k * (2 * k - 1))
    print("   ", float(c).hex(), f"// {float(c)!r}")
# ln Gamma(2 + z) / z: 1 - Euler's constant, then (-1)^k (zeta(k) - 1) / k
print("// ln Gamma(2 + z)")
for c in [1 - mp.euler] + [(-1) ** k * (mp.zeta(k) - 1) / k for k in range(2, 27)]:
    print("   ", float(c).hex(), f"// {float(c)!r}")
