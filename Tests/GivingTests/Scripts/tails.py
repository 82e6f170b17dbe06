#!/usr/bin/env python3
"""How far gifts stray from a giver's usual amount, by years ahead: quantiles of the record.

usage: tails.py PANEL.csv [--plain FILE]

PANEL.csv has the columns contributor, fund (or entity), year, amount. For every series and every year t by which it
holds two gifts or more, usual = mean of the logarithms of its gifts up to t. Printed by years ahead h are quantiles
of ln(gift of t + h / usual) over the gifts there are, then those of the largest such gift of the years t + 1 ... t + h.
--plain writes the rows tab separated, as TailRecordTests.swift reads them (MAINSTAY_TAILS_PANEL). Python alone.
"""
import csv, math, sys

LEVELS = [0.05, 0.50, 0.75, 0.90, 0.95, 0.975, 0.99]


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["contributor"], row.get("fund") or row["entity"], int(row["year"]), float(row["amount"])


def series(path):
    sums = {}
    for contributor, fund, year, amount in rows(path):
        gifts = sums.setdefault((fund, contributor), {})
        gifts[year] = gifts.get(year, 0) + amount
    return [{y: math.log(a) for y, a in gifts.items() if a > 0} for _, gifts in sorted(sums.items())]


def quantile(values, level):
    place = level * (len(values) - 1)
    low = min(int(place), len(values) - 2)
    return values[low] + (place - low) * (values[low + 1] - values[low])


def strays(all_gifts, last):
    """ln(gift / usual) and the largest so far, by years ahead."""
    one, largest = {}, {}
    for gifts in all_gifts:
        for origin in range(min(gifts, default=last), last):
            past = [a for y, a in gifts.items() if y <= origin]
            if len(past) < 2:
                continue
            usual, most = sum(past) / len(past), -math.inf
            for ahead in range(1, last - origin + 1):
                if origin + ahead in gifts:
                    stray = gifts[origin + ahead] - usual
                    most = max(most, stray)
                    one.setdefault(ahead, []).append(stray)
                    largest.setdefault(ahead, []).append(most)
    return one, largest


def table(title, values):
    print(f"{title}\nahead  gifts" + "".join(f"{level * 100:7.1f}%" for level in LEVELS))
    for ahead, found in sorted(values.items()):
        found.sort()
        if len(found) > 1:
            print(f"{ahead:5}{len(found):7}" + "".join(f"{quantile(found, level):8.2f}" for level in LEVELS))


def main(arguments):
    if len(arguments) not in (1, 3) or (len(arguments) == 3 and arguments[1] != "--plain"):
        print(__doc__)
        return 2
    gifts = series(arguments[0])
    one, largest = strays(gifts, max(max(g, default=0) for g in gifts))
    table("ln(gift / usual)", one)
    table("the largest so far, among those that give", largest)
    if len(arguments) == 3:
        with open(arguments[2], "w", encoding="utf-8") as plain:
            for contributor, fund, year, amount in rows(arguments[0]):
                plain.write(f"{contributor}\t{fund}\t{year}\t{amount}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
