"""Peer of ManySeries: statsforecast. Usage: many_series.py DATA.bin SERIES OUT.bin
Writes its forecasts, prints a line when ready, then for each line read (the number of processes) the seconds of
one run, by the clock and of the processor."""
import resource
import sys
import time

import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import (ADIDA, TSB, CrostonClassic, CrostonSBA, HistoricAverage, Naive,
                                  SimpleExponentialSmoothing, WindowAverage)

path, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
data = np.fromfile(path)
lengths, y = data[:count].astype(int), data[count:]
days = np.concatenate([np.arange(n) for n in lengths])
frame = pd.DataFrame(dict(unique_id=np.repeat(np.arange(count), lengths),
                          ds=pd.Timestamp("2000-01-01") + pd.to_timedelta(days, unit="D"), y=y))
names = ["Naive", "HistoricAverage", "WindowAverage", "SES", "CrostonClassic", "CrostonSBA", "TSB", "ADIDA"]


def run(jobs):
    models = [Naive(), HistoricAverage(), WindowAverage(7), SimpleExponentialSmoothing(0.3, alias="SES"),
              CrostonClassic(), CrostonSBA(), TSB(0.1, 0.1), ADIDA()]
    return StatsForecast(models=models, freq="D", n_jobs=jobs).cross_validation(
        df=frame, h=7, test_size=13, n_windows=None, step_size=1)


def processor():
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses)


# All eight are flat over the steps ahead: the first step of each origin.
first = run(1).groupby(["unique_id", "cutoff"], sort=True)[names].first()
first.to_numpy().reshape(count, 7, 8).transpose(0, 2, 1).astype(float).tofile(out)
print("{}", flush=True)
for line in sys.stdin:
    start, cpu = time.perf_counter(), processor()
    run(int(line))
    print(time.perf_counter() - start, processor() - cpu, flush=True)
