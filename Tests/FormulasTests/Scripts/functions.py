"""Writes FunctionTable.swift: functions of decimal numbers to 40 digits, for ExactnessTests.

Run in Tests/FormulasTests: python3 Scripts/functions.py > FunctionTable.swift
Powers, sums and quotients are exact fractions; log, exp and roots have 80 digits before rounding.
"""
from decimal import Context, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 80


def digits(value):
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / value.denominator
    return f"{Context(prec=40).plus(value):.39e}"


rows = []
# Doubles: of other decimals near 1 a double-double keeps 31 digits, of which the logarithm loses the first.
near_one = ["1.000000007450580596923828125", "0.999999992549419403076171875"]
for x in ["-6.860120914", "0.1", "3", "1234.5678"]:
    for n in [2, 3, 10, -3]:
        rows.append((f"I(x^{n})", x, Fraction(x) ** n))
for x in ["-6.860120914", "0.3", "1e-7"]:
    v = Fraction(x)
    rows.append(("I(x/3)", x, v / 3))
    rows.append(("I((x + 1)*(x - 0.1))", x, (v + 1) * (v - Fraction("0.1"))))
    rows.append(("I(2*x - x/7)", x, 2 * v - v / 7))
for x in ["0.1", *near_one, "2", "0.7071067811865475", "1.0078", "123456.789", "1e-290", "1e300"]:
    rows.append(("log(x)", x, Decimal(x).ln()))
for x in ["0.1", "-0.1", "1e-20", "1", "-20.5", "500.25", "709.5", "-600.75", "0.0078125"]:
    rows.append(("exp(x)", x, Decimal(x).exp()))
for x in ["2", "0.1", "1.1920928955078125e-7", "123.456789"]:
    rows.append(("sqrt(x)", x, Decimal(x).sqrt()))
    rows.append(("I(x^0.3)", x, Decimal(x) ** Decimal("0.3")))
    rows.append(("I(2^-x)", x, Decimal(2) ** -Decimal(x)))
    rows.append(("log(x + 1)", x, (Decimal(x) + 1).ln()))

print("// Made by Scripts/functions.py.\n")
print("/// A term, the value of its column and the term's value to 40 digits.")
print("let functionTable: [(term: String, x: String, value: String)] = [")
for term, x, value in rows:
    print(f'  ("{term}", "{x}", "{digits(value)}"),')
print("]")
