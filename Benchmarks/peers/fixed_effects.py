"""Peer of FixedEffects: pyfixest's demeaners and linearmodels. Usage: fixed_effects.py DATA.bin ROWS COLUMNS EFFECTS
The file holds the effects' codes as doubles, the response, then the columns. Two effects: unit and year;
a third: firm. Prints its results as JSON, then for each
line read the seconds of one run, by the clock and of the processor: rust, numba, within or linearmodels."""
import json
import os
import sys
import time

os.environ.pop("NUMBA_NUM_THREADS", None)
import numpy as np
import pandas as pd
import pyfixest as pf
from linearmodels import PanelOLS
from pyfixest.demeaners import LsmrDemeaner, MapDemeaner

path, n, k, count = sys.argv[1], *map(int, sys.argv[2:5])
effects = ["unit", "year", "firm"][:count]
data = np.fromfile(path).reshape(count + 1 + k, n)
names = [f"x{j + 1}" for j in range(k)]
frame = pd.DataFrame(
    dict(zip(effects, data[:count].astype(int))) | dict(y=data[count]) | dict(zip(names, data[count + 1:])))
indexed = frame.set_index(["unit", "year"])
demeaners = {
    "rust": lambda tight: MapDemeaner(backend="rust", **({"fixef_tol": 1e-12} if tight else {})),
    "numba": lambda tight: MapDemeaner(backend="numba"),
    "within": lambda tight: LsmrDemeaner(
        backend="within", **({"fixef_atol": 1e-12, "fixef_btol": 1e-12} if tight else {})),
}
if count > 2:  # alternating projections crawl on chains of levels
    demeaners = {"within": demeaners["within"]}


def fitted(work, tight=False):
    if work == "linearmodels":
        return PanelOLS(indexed.y, indexed[names], entity_effects=True, time_effects=True).fit(
            cov_type="clustered", cluster_entity=True)
    return pf.feols("y~" + "+".join(names) + "|" + "+".join(effects), frame, vcov={"CRV1": "unit"},
                    demeaner=demeaners[work](tight), copy_data=False, store_data=False, lean=True)


r = fitted(next(iter(demeaners)), tight=True)
# pyfixest 0.60 pairs effects with counts of other effects by the seed of Python's hashes; fixest's rule is
# the columns, one for the units (nested in the clusters), and the levels less one of each other effect.
counted = k + 1 + sum(frame[name].nunique() - 1 for name in effects[1:])
errors = np.asarray(r.se()) * np.sqrt((n - int(r._df_k)) / (n - counted))
for work in demeaners:
    fitted(work)
print(json.dumps(dict(coefficients=[float(v) for v in r.coef()], clustered=[float(v) for v in errors])), flush=True)
for line in sys.stdin:
    start, cpu = time.perf_counter(), time.process_time()
    fitted(line.strip())
    print(time.perf_counter() - start, time.process_time() - cpu, flush=True)
