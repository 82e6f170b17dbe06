"""Writes ElementaryReference.swift: values of the elementary functions by mpmath, at 40 digits.

Run `python3 elementary.py [points per function] > ../ElementaryReference.swift`. Every value is given as two
doubles, high and low, so that errors far below one ulp can be measured. Inputs are doubles from a fixed seed.
"""
import random
import sys
from mpmath import mp, mpf, log, exp, log1p, expm1

mp.dps = 40
count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
rng = random.Random(20260101)


def spread(low, high):
    return [rng.uniform(low, high) for _ in range(count)]


def magnitudes(low, high):
    return [rng.uniform(1, 2) * 2.0 ** rng.randint(low, high) for _ in range(count)]


def signed(values):
    return [v * rng.choice((-1, 1)) for v in values]


def table(name, function, points):
    print(f"  static let {name}: [Double] = [")
    for point in points:
        arguments = point if isinstance(point, tuple) else (point,)
        value = function(*map(mpf, arguments))
        high = float(value)
        numbers = list(arguments) + [high, float(value - mpf(high))]
        print("    " + ", ".join(float(n).hex() if abs(n) >= 2.0**-1022 else "0" for n in numbers) + ",")
    print("  ]")


print("// Written by Scripts/elementary.py: do not edit. Each line: arguments, value, what the value's rounding lost.")
print("enum ElementaryReference {")
table("exp", exp, spread(-1, 1) + spread(-700, 709) + signed(magnitudes(-60, -2)) + [709.75, -707.9, 0.34657359, -0.34657359])
table("log", log, spread(0.5, 2) + magnitudes(-1022, 1023) + [1 + 2**-52, 1 - 2**-53, 0.7071067811865475])
table("log1p", log1p, spread(-0.5, 1) + magnitudes(-3, 60) + signed(magnitudes(-52, -2)) + [-0.999999, 2**-52, -2**-53])
table("expm1", expm1, spread(-1, 1) + spread(-39, 40) + signed(magnitudes(-60, -2)) + [700.0, -0.3466, 0.3466])
table("logistic", lambda x: 1 / (1 + exp(-x)), spread(-3, 3) + spread(-700, 40))
table("logit", lambda p: log(p / (1 - p)), spread(0, 1) + spread(0.45, 0.55) + magnitudes(-1000, -3))
table("softplus", lambda x: log1p(exp(x)) if x > -50 else exp(x), spread(-3, 3) + spread(-700, 40))
table("power", lambda x, y: mp.power(x, y),
      [(rng.uniform(0.01, 4), rng.uniform(-20, 20)) for _ in range(count)]
      + [(rng.uniform(0.9, 1.1), rng.uniform(-200, 200)) for _ in range(count)])
table("powerAtTheEnds", lambda x, y: mp.power(x, y), [(1.05, 14000.25), (0.95, 13000.5), (1e300, -1.02), (3.0, 640.1)])
print("}")
