#!/usr/bin/env python3
"""Makes ScorerFigures.swift: what the reference scorer says of made-up forecasts of a made-up panel.

usage: scorer_figures.py SCORER.py > ScorerFigures.swift

SCORER.py is the evaluators' own script (numpy, pandas). Panel and forecasts are whole-number arithmetic, which
MadePanel.swift repeats, so no file of either is carried.
"""
import csv, json, subprocess, sys, tempfile
from pathlib import Path

MASK = (1 << 64) - 1
LEVELS = "q025 q05 q10 q20 q25 q30 q40 q50 q60 q70 q75 q80 q90 q95 q975".split()
MEASURES = ("n sum_y wql swql swql10 wape bias brier cov50 closed50 cov80 closed80 cov95 closed95 "
            "crps_log").split()


class Draws:
    """Linear congruential draws from a few small whole numbers."""

    def __init__(self, *numbers):
        self.state = 0
        for n in numbers:
            self.state = (self.state * 1_000_003 + n + 1) & MASK
        for _ in range(4):
            self.below(2)

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % n


def panel():
    """Contributor, fund, year -> cents. Fund 6 has no row at all in 2022."""
    rows = {}
    for donor in range(14):
        for fund in range(7):
            for year in range(2017, 2024):
                d = Draws(1, donor, fund, year)
                if d.below(10) < 5 or (fund == 6 and year == 2022):
                    continue
                size = 10 ** (2 + d.below(6))
                cents = (1 + d.below(20)) * size
                rows[donor, fund, year] = -cents if d.below(12) == 0 else cents
    return rows


def forecast(rows, donor, fund, origin, year):
    """Mean and quantiles in cents, chance of nothing in millionths; donor 99 is the total."""
    d = Draws(2, donor, fund, origin, year)
    last = max(rows.get((donor, fund, origin), 0), 0)
    zeros = d.below(16)
    kind = d.below(4)
    step = 10 ** (2 + d.below(5))
    quantiles, amount = [], 0
    for k in range(15):
        amount += d.below(9) * step
        quantiles.append(0 if k < zeros else amount if kind < 2 or last == 0 else last)
    mean = d.below(30) * step
    p_zero = [0, 25, 50, 100, 200, 250, 300, 400, 500, 600, 700, 750, 800, 900, 950, 975][zeros] * 1000
    return mean, min(1_000_000, p_zero + d.below(25_000)), quantiles


def money(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def write(folder, rows, fund_column, name):
    with open(Path(folder) / name, "w", newline="") as f:
        w = csv.writer(f)
        w.writerow(["contributor", fund_column, "year", "amount"])
        for (donor, fund, year), cents in rows.items():
            w.writerow([f"D{donor:02d}", f"F{fund}", year, money(cents)])


def forecasts(folder, rows):
    path = Path(folder) / "forecasts.csv"
    with open(path, "w", newline="") as f:
        w = csv.writer(f)
        w.writerow("model contributor fund origin year mean p_zero".split() + LEVELS)
        for donor in list(range(14)) + [99]:
            for fund in range(7):
                for origin in (2020, 2021, 2022):
                    for year in range(origin + 1, origin + 4):
                        mean, zero, quantiles = forecast(rows, donor, fund, origin, year)
                        name = "*" if donor == 99 else f"D{donor:02d}"
                        w.writerow(["made", name, f"F{fund}", origin, year, money(mean), f"{zero / 1e6:.6f}"]
                                   + [money(q) for q in quantiles])
    return path


def main():
    rows = panel()
    print("// Made by Scripts/scorer_figures.py from the evaluators' scorer; see there. Not written by hand.")
    print("\n/// What the reference scorer says of `MadeModel` on `MadePanel`.")
    print("enum ScorerFigures {\n  /// Names of the measures, in the order of each row.")
    print("  static let measures = [")
    for i in range(0, len(MEASURES), 8):
        print("    " + " ".join(f'"{m}",' for m in MEASURES[i:i + 8]))
    print("  ]")
    for panel_name, column, file, title in (
            ("trust-funds", "fund", "un-trust-funds.csv", "zero"), ("ceb", "entity", "un-system-voluntary.csv", "unknown")):
        with tempfile.TemporaryDirectory() as folder:
            write(folder, rows, column, file)
            f = forecasts(folder, rows)
            out = subprocess.run([sys.executable, sys.argv[1], str(f), "--panel", panel_name, "--data", folder,
                                  "--json"], capture_output=True, text=True)
            result = json.loads(out.stdout)
        assert result["valid"], result
        print(f"\n  /// Empty fund-years are {title}; by level and horizon.")
        print(f"  static let {title}: [(level: String, horizon: String, values: [Double])] = [")
        for level, by_horizon in result["models"]["made"]["scores"].items():
            for horizon, m in by_horizon.items():
                level_name = {"donor": "contributor", "fund": "fund"}[level]
                print(f'    (\n      "{level_name}", "{horizon.removeprefix("h")}",\n      [')
                values = [repr(float(m[k])) for k in MEASURES]
                for i in range(0, len(values), 4):
                    print("        " + " ".join(v + "," for v in values[i:i + 4]))
                print("      ]\n    ),")
        print("  ]")
    print("}")


main()
