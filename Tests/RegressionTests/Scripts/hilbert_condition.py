"""Condition number of the design of InfluenceTests.hilbert, by Jacobi rotations in 60-digit decimals."""
from decimal import Decimal as D, getcontext

getcontext().prec = 60
n = 8
columns = [[D(360360.0 / (row + column + 1)) for row in range(n)] for column in range(n)]


def condition(columns):
    a = [list(c) for c in columns]
    dot = lambda x, y: sum(p * q for p, q in zip(x, y))
    for _ in range(30):
        for i in range(n):
            for j in range(i + 1, n):
                c = dot(a[i], a[j])
                if abs(c) < D("1e-55") * (dot(a[i], a[i]) * dot(a[j], a[j])).sqrt():
                    continue
                z = (dot(a[j], a[j]) - dot(a[i], a[i])) / (2 * c)
                t = (1 if z >= 0 else -1) / (abs(z) + (1 + z * z).sqrt())
                cos = 1 / (1 + t * t).sqrt()
                sin = t * cos
                a[i], a[j] = (
                    [cos * p - sin * q for p, q in zip(a[i], a[j])],
                    [sin * p + cos * q for p, q in zip(a[i], a[j])],
                )
    lengths = sorted(dot(c, c).sqrt() for c in a)
    return lengths[-1] / lengths[0]


print("plain ", format(condition(columns), ".20g"))
length = lambda c: sum(x * x for x in c).sqrt()
print("scaled", format(condition([[x / length(c) for x in c] for c in columns]), ".20g"))
