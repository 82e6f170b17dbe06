#!/usr/bin/env python3
"""Percentiles behind the cut points of Sources/Judgement/Ratings/ratings.yaml.

    panel-percentiles.py un-trust-funds.csv un-trust-fund-expenses.csv

Every indicator of every fund at the end of every year with three years of record (2019-2023), pooled; the 20th,
40th, 60th and 80th percentile by linear interpolation (Hyndman and Fan, type 7). Amounts are recognised revenue.
Nothing here knows the founding case.
"""
import csv
import sys
from collections import defaultdict

contributions = defaultdict(lambda: defaultdict(float))  # fund -> (contributor, year) -> amount
expenses = defaultdict(dict)
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    contributions[row["fund"]][row["contributor"], int(row["year"])] += float(row["amount"])
for row in csv.DictReader(open(sys.argv[2], encoding="utf-8")):
    if row["expenses"]:
        expenses[row["fund"]][int(row["year"])] = float(row["expenses"])

FIRST, LAST = 2017, 2023


def given(fund, who, year):
    return contributions[fund].get((who, year), 0.0)


def indicators(fund, last):
    """By name; absent where not measurable. `window` is the three years that end with `last`."""
    window = range(last - 2, last + 1)
    names = sorted({who for who, _ in contributions[fund]})
    income = {y: sum(given(fund, who, y) for who in names) for y in range(FIRST, last + 1)}
    result = {}
    totals = [max(0.0, sum(given(fund, who, y) for y in window)) for who in names]
    whole = sum(totals)
    if whole > 0:
        shares = [total / whole for total in totals]
        result["hhi-three-years"] = sum(share * share for share in shares)
        result["largest-share-three-years"] = max(shares)
        result["contributors-three-years"] = sum(given(fund, who, y) > 0 for who in names for y in window) / 3
    before = [(who, y) for who in names for y in window if y > FIRST and given(fund, who, y - 1) > 0]
    if before:
        result["retention-three-years"] = sum(given(fund, who, y) > 0 for who, y in before) / len(before)
    recent = [income[y] for y in range(max(FIRST, last - 4), last + 1)]
    mean = sum(recent) / len(recent)
    if mean > 0:
        result["income-volatility"] = (sum((x - mean) ** 2 for x in recent) / len(recent)) ** 0.5 / mean
    revenue = sum(income[y] for y in window)
    spent = [expenses[fund].get(y) for y in window]
    if None not in spent:
        if revenue > 0:
            result["operating-margin"] = (revenue - sum(spent)) / revenue
        if sum(spent) > 0:
            result["income-cover"] = revenue / sum(spent)
    known = [y for y in range(FIRST, last + 1) if y in expenses[fund]]
    earned = sum(income[y] for y in known)
    if earned > 0:
        result["cumulative-margin"] = (earned - sum(expenses[fund][y] for y in known)) / earned
    return result


def percentile(values, p):
    values = sorted(values)
    place = p * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


pooled = defaultdict(list)
for fund in sorted(contributions):
    for last in range(FIRST + 2, LAST + 1):
        for name, value in indicators(fund, last).items():
            pooled[name].append(value)
print("indicator,fund-years,p20,p40,p60,p80")
for name in sorted(pooled):
    cuts = ",".join(f"{percentile(pooled[name], p):.4f}" for p in (0.2, 0.4, 0.6, 0.8))
    print(f"{name},{len(pooled[name])},{cuts}")
