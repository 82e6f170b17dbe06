"""Peer of OrdinaryLeastSquares: statsmodels, and by hand in numpy. Usage: ols.py DATA.bin ROWS COLUMNS
Prints its results as JSON, then for each line read the seconds of one run, by the clock
and of the processor: classical, HC1, HC3 or QR."""
import json
import sys
import time

import numpy as np
import statsmodels.api as sm

path, n, k = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
data = np.fromfile(path)
X = data[: n * k].reshape(k, n).T
y = data[n * k:]


def fitted(kind):
    result = sm.OLS(y, X).fit(method="qr", cov_type="nonrobust" if kind == "classical" else kind)
    return result.params, result.bse


def by_hand():
    """One QR for coefficients, classical, HC1 and HC3."""
    q, r = np.linalg.qr(X)
    b = np.linalg.solve(r, q.T @ y)
    e = y - X @ b
    h = (q * q).sum(1)
    inverse = np.linalg.inv(r)
    errors = [np.sqrt(np.diag(inverse @ inverse.T) * (e @ e) / (n - k))]
    for w in (e * e * (n / (n - k)), (e / (1 - h)) ** 2):
        p = q * np.sqrt(w)[:, None]
        errors.append(np.sqrt(np.diag(inverse @ (p.T @ p) @ inverse.T)))
    return b, errors


b, classical = fitted("classical")
results = dict(coefficients=list(b), classical=list(classical), hc1=list(fitted("HC1")[1]),
               hc3=list(fitted("HC3")[1]))
by_hand()
print(json.dumps(results), flush=True)
for line in sys.stdin:
    work = line.strip()
    start, cpu = time.perf_counter(), time.process_time()
    by_hand() if work == "QR" else fitted(work)
    print(time.perf_counter() - start, time.process_time() - cpu, flush=True)
