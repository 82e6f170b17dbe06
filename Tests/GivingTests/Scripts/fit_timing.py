"""Fits the figures of Sources/Giving/Timing: collection and lateness.

    python3 fit_timing.py cerf-pledge-to-cash.csv un-regular-budget-payment-timing.csv un-trust-funds.csv

Needs numpy and pandas. Collection: CERF 2006-2013, one row a contribution, no dates. Lateness: when each Member
State had paid its regular-budget assessment in full; a proxy for pledges. Month k is k calendar months after
the month of the due date; on time and early is month 0. The tables close at the end of December, ten months
after a due date in February, so month 10 is the last one (2019, due in January: its month 11 counts as month
10). A year still open when its table closed is open at the end of month 10. Payments are credited to the
oldest assessment first, so whoever has paid a later year in full has paid the open one by then.
Assessed is not pledged, so two things bring the one nearer to the other. Each Member State counts as often as it
gave to a trust fund up to the data year. And arrears of the regular budget last for years (3 to 4 % are paid in
a month), while of 734 pledges to the CERF none was open by the end of 2014 (assumption: its tables say no day):
the chance that arrears are paid in a month is the one at which, each pledge counting a quarter and pledged in
the middle of its year, none being open is as likely as not.
"""
import sys
from math import lgamma

import numpy as np
import pandas as pd

LAST = 10  # last month seen of a year


def collection(path):
    rows = pd.read_csv(path)
    share = rows.donorreceived / rows.donorpledge
    print(f"collection: {len(rows)} contributions by {rows.donor.nunique()} donors")
    for label, cut in [("all", rows.index == rows.index)] + [
        (kind, rows.donortype == kind) for kind in rows.donortype.unique()
    ] + [
        ("up to 10,000", rows.donorpledge <= 1e4),
        ("to 1 million", (rows.donorpledge > 1e4) & (rows.donorpledge <= 1e6)),
        ("above 1 million", rows.donorpledge > 1e6),
    ]:
        s = share[cut]
        print(
            f"  {label:34s} n {len(s):4d}  nothing {(s == 0).sum()}  under 0.8 {((s > 0) & (s < 0.8)).sum()}"
            f"  0.8-0.9999 {((s >= 0.8) & (s < 0.9999)).sum()}  full {((s >= 0.9999) & (s <= 1.0001)).sum()}"
            f"  more {(s > 1.0001).sum()}  written off {rows.donorwriteoff[cut].sum():.0f}"
        )


def delays(path):
    rows = pd.read_csv(path)
    due, paid = pd.to_datetime(rows.due_date), pd.to_datetime(rows.payment_date)
    months = (paid.dt.year - due.dt.year) * 12 + paid.dt.month - due.dt.month
    rows["delay"] = months.clip(0, LAST)
    rows.loc[rows.payment_status == "not_paid_in_full", "delay"] = LAST + 1
    assert rows.delay.notna().all()
    return rows.pivot(index="contributor", columns="year", values="delay")


def counts(frame, years):
    values = frame[years].to_numpy()
    return np.stack([(values == k).sum(axis=1) for k in range(LAST + 2)], axis=1)


def log_marginal(table, gifts, share, weight):
    """Dirichlet-multinomial: the crowd counts as `weight` observations of one contributor."""
    prior = weight * share
    own = [sum(lgamma(c + a) - lgamma(a) for c, a in zip(row, prior) if c) for row in table]
    all_ = [lgamma(row.sum() + weight) - lgamma(weight) for row in table]
    return (gifts * (np.array(own) - np.array(all_))).sum()


def weigh(table, gifts):
    """Shares of the crowd, and the weight of greatest likelihood with its 95 % range."""
    share = (table * gifts[:, None]).sum(axis=0) / (table * gifts[:, None]).sum()
    grid = np.exp(np.linspace(np.log(0.1), np.log(400), 200))
    likelihood = np.array([log_marginal(table, gifts, share, k) for k in grid])
    near = grid[likelihood > likelihood.max() - 1.92]
    return share, grid[likelihood.argmax()], near[0], near[-1]


def arrears(frame, years):
    """By contributor: payments and months without one of what was open when its year's table closed."""
    table = np.zeros((len(frame), 2))
    for index, (_, row) in enumerate(frame.iterrows()):
        for year in years[:-1]:
            if row[year] != LAST + 1:
                continue
            for later in [y for y in years if y > year]:
                # From the close of one table to the month of payment, or to the close of the next one.
                if row[later] == LAST + 1:
                    table[index, 1] += 12
                else:
                    table[index] += [1, row[later] + 1]
                    break
    return table


def catch_up(open_share, pledges):
    """The monthly chance h at which a quarter of the pledges expected to be open at the end of 2014 is ln 2."""
    def expected(chance):
        return sum(n * open_share * (1 - chance) ** (12 * (2014 - y) - 5) for y, n in pledges.items()) / 4
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if expected(middle) > np.log(2) else (low, middle)
    return low


def fit(frame, years, gifts):
    table = counts(frame, years)
    steps = {
        "on time": np.stack([table[:, 0], table[:, 1:].sum(axis=1)], axis=1),
        "not this year, of late": np.stack([table[:, -1], table[:, 1:-1].sum(axis=1)], axis=1),
        "month 1 to 10": table[:, 1:-1],
        "arrears, a month": arrears(frame, years),
    }
    return table, steps, {name: weigh(step, gifts) for name, step in steps.items()}


def blended(table, fits):
    """Chances of months 0 to 10 and of none, by contributor."""
    def blend(own, name):
        share, weight = fits[name][:2]
        return (weight * share + own) / (weight + own.sum(axis=1, keepdims=True))
    on = blend(np.stack([table[:, 0], table[:, 1:].sum(axis=1)], axis=1), "on time")[:, :1]
    none = blend(np.stack([table[:, -1], table[:, 1:-1].sum(axis=1)], axis=1), "not this year, of late")[:, :1]
    months = blend(table[:, 1:-1], "month 1 to 10")
    return np.concatenate([on, (1 - on) * (1 - none) * months, (1 - on) * none], axis=1)


def main():
    collection(sys.argv[1])
    pledges = pd.read_csv(sys.argv[1]).year.value_counts().sort_index()
    frame = delays(sys.argv[2])
    given = pd.read_csv(sys.argv[3]).query("amount > 0")
    whole = [y for y in frame.columns if y < 2026]
    for last in whole[1:]:
        years = [y for y in whole if y <= last]
        gifts = given[given.year <= last].groupby("contributor").size().reindex(frame.index).fillna(0).to_numpy()
        gifts = gifts / gifts.mean()
        table, steps, fits = fit(frame, years, gifts)
        print(f"through {last}: {len(frame)} Member States, {table.sum()} years")
        for name, (share, weight, low, high) in fits.items():
            print(f"  {name:24s} shares {share.round(4).tolist()} (unweighted counts"
                  f" {steps[name].sum(axis=0).astype(int).tolist()})  weight {weight:.2f} ({low:.2f} to {high:.2f})")
        open_share = (1 - fits["on time"][0][0]) * fits["not this year, of late"][0][0]
        print(f"  open {open_share:.4f}, caught up in a month {catch_up(open_share, pledges):.4f}")
        if last + 1 in whole:
            came = counts(frame, [last + 1])
            blend, crowd = blended(table, fits), (table * gifts[:, None]).sum(axis=0) / (table * gifts[:, None]).sum()
            for label, chance in [("crowd", np.broadcast_to(crowd, blend.shape)), ("blend", blend)]:
                def mean(x):
                    return (gifts * x).mean()
                print(f"  {last + 1} by the {label}: log score {mean((came * np.log(chance)).sum(axis=1)):.4f},"
                      f" Brier on time {mean((came[:, 0] - chance[:, 0]) ** 2):.4f},"
                      f" not this year {mean((came[:, -1] - chance[:, -1]) ** 2):.4f}")
    on_time = frame[whole].to_numpy() == 0
    open_ = frame[whole].to_numpy() == LAST + 1
    for label, x in [("on time", on_time), ("open", open_)]:
        print(f"{label} again {x[:, 1:][x[:, :-1]].mean():.3f}, otherwise {x[:, 1:][~x[:, :-1]].mean():.3f}")
    print("Member States by years on time of", len(whole), np.bincount(on_time.sum(axis=1)).tolist())
    # The table of 2026 was taken on 18 August: months 0 to 6, as the chances of 2019-2025 would have them.
    blend = blended(table, fits)
    seen = frame[2026].to_numpy()
    print(f"2026: on time {(seen == 0).sum()} (foreseen {blend[:, 0].sum():.1f}),"
          f" paid by August {(seen <= 6).sum()} (foreseen {blend[:, :7].sum():.1f})")


main()
