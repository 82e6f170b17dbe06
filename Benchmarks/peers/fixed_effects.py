"""Peer of FixedEffects: pyfixest's demeaners and linearmodels. Usage: fixed_effects.py DATA.bin ROWS COLUMNS
The file holds unit and year as doubles, the response, then the columns. Prints its results as JSON, then for each
line read the seconds of one run: rust, numba, within or linearmodels."""
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

path, n, k = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
data = np.fromfile(path).reshape(k + 3, n)
names = [f"x{j + 1}" for j in range(k)]
frame = pd.DataFrame(
    dict(unit=data[0].astype(int), year=data[1].astype(int), y=data[2], **dict(zip(names, data[3:]))))
indexed = frame.set_index(["unit", "year"])
demeaners = {
    "rust": lambda tight: MapDemeaner(backend="rust", **({"fixef_tol": 1e-12} if tight else {})),
    "numba": lambda tight: MapDemeaner(backend="numba"),
    "within": lambda tight: LsmrDemeaner(backend="within"),
}


def fitted(work, tight=False):
    if work == "linearmodels":
        return PanelOLS(indexed.y, indexed[names], entity_effects=True, time_effects=True).fit(
            cov_type="clustered", cluster_entity=True)
    return pf.feols("y~" + "+".join(names) + "|unit+year", frame, vcov={"CRV1": "unit"},
                    demeaner=demeaners[work](tight), copy_data=False, store_data=False, lean=True)


r = fitted("rust", tight=True)
# pyfixest 0.60 pairs effects with counts of other effects by the seed of Python's hashes; fixest's rule is
# k + the years: units are nested in the clusters and count as one.
counted = k + frame.year.nunique()
errors = np.asarray(r.se()) * np.sqrt((n - int(r._df_k)) / (n - counted))
for work in demeaners:
    fitted(work)
print(json.dumps(dict(coefficients=[float(v) for v in r.coef()], clustered=[float(v) for v in errors])), flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    fitted(line.strip())
    print(time.perf_counter() - start, flush=True)
