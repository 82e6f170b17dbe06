"""Writes LaneReference.swift: exp, log, logistic and normal quantile by mpmath at 40 digits, over their whole range.

Run `python3 lanes.py [points] > ../LaneReference.swift`. One argument is drawn from each of equally wide strips of the
range, so that no part of it is left out. Every value is given as two doubles, high and low, so that errors far below one
ulp can be measured.
"""
import random
import sys
from mpmath import mp, mpf, erfinv, exp, log, sqrt

mp.dps = 40
count = int(sys.argv[1]) if len(sys.argv) > 1 else 160
rng = random.Random(20261128)


def strips(low, high):
    width = (high - low) / count
    return [rng.uniform(low + k * width, low + (k + 1) * width) for k in range(count)]


def powers(low, high):
    return [2.0 ** int(e // 1) * rng.uniform(1, 2) for e in strips(low, high)]


def quantile(p):
    mp.dps = 360 if p < mpf(10) ** -20 else 60
    value = sqrt(mpf(2)) * erfinv(2 * p - 1)
    mp.dps = 40
    return +value


def table(name, function, points):
    print(f"  static let {name}: [Double] = [")
    for point in points:
        value = function(mpf(point))
        high = float(value)
        low = float(value - mpf(high))
        numbers = [point, high, low if abs(low) >= 2.0**-1022 else 0.0]
        print("    " + ", ".join(float(n).hex() if n else "0" for n in numbers) + ",")
    print("  ]")


print("// Written by Scripts/lanes.py: do not edit. Each line: argument, value, what the value's rounding lost.")
print("enum LaneReference {")
table("exp", exp, strips(-708, 709.78) + strips(-1, 1) + strips(-0.001, 0.001))
table("log", log, powers(-1022, 1023) + strips(0.5, 2) + strips(0.999, 1.001))
table("logistic", lambda x: 1 / (1 + exp(-x)), strips(-708, 40) + strips(-6, 6))
table("normalQuantile", quantile, strips(2.0**-53, 1 - 2.0**-53) + [0.5 * 10.0**-e for e in strips(0, 300)]
      + [1 - 2.0 ** -(1 + 52 * rng.random()) for _ in range(count)])
print("}")
