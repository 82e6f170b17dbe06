"""Writes peers.json: correct digits of R, statsmodels, NumPy and SciPy on the sets the validation folder's
peers-correct-digits.json lacks, in its format. Run with `python3 peers.py VALIDATION_FOLDER` (R on the path).

Data and figures come from certification.py; the tools get doubles, as their users give them.
"""
import json
import os
import subprocess
import sys
import numpy
import statsmodels.api
from scipy.stats import f_oneway
from fractions import Fraction
from decimal import Decimal, getcontext
import math

HERE = os.path.dirname(os.path.abspath(__file__))
getcontext().prec = 50


def digits(found, certified):
    found, certified = Decimal(float(found)), Decimal(certified)
    error = abs(found - certified) / (abs(certified) if certified else 1)
    return 15.0 if error == 0 else round(max(0.0, min(15.0, float(-error.log10()))), 2)


def r(code):
    out = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout
    return [float(v) for v in out.split()]


def r_vector(values):
    return "c(" + ",".join(map(repr, values)) + ")"


def regression(x, y, degree, figures):
    """figures: estimates, standard errors, residual deviation as texts."""
    x, y = numpy.array(x), numpy.array(y)
    intercept = degree > 0 and len(figures[0]) > 1
    design = numpy.column_stack([x**k for k in range(degree + 1)] if intercept else [x])
    found = {}
    for method in ["pinv", "qr"]:
        fit = statsmodels.api.OLS(y, design).fit(method=method)
        found["statsmodels_" + method] = (fit.params, fit.bse, math.sqrt(fit.mse_resid))
    terms = "x - 1" if not intercept else "x" + "".join(f" + I(x^{k})" for k in range(2, degree + 1))
    for tolerance in ["1e-07", "1e-20"]:
        out = r(f"x <- {r_vector(x.tolist())}; y <- {r_vector(y.tolist())}; f <- summary(lm(y ~ {terms}, tol={tolerance}));"
                "cat(sprintf('%.17g', c(f$coefficients[, 1:2], f$sigma)))")
        k = len(figures[0])
        found["R_lm_tol" + tolerance] = (out[:k], out[k:2 * k], out[2 * k])
    result = {tool: {
        "coef_min": min(map(digits, values[0], figures[0])), "se_min": min(map(digits, values[1], figures[1])),
        "rsd": digits(values[2], figures[2])} for tool, values in found.items()}
    lstsq = numpy.linalg.lstsq(design, y, rcond=None)[0]
    result["numpy_lstsq_default_rcond"] = {"coef_min": min(map(digits, lstsq, figures[0]))}
    return result


def sample(values, figures):
    v = numpy.array(values)
    d = v - v.mean()
    found = [v.mean(), v.std(ddof=1), (d[:-1] * d[1:]).sum() / (d * d).sum()]
    return dict(zip(["numpy_mean", "numpy_sd", "autocorr"], map(digits, found, figures)))


def analysis(groups, f):
    values = [v for g in groups for v in g]
    code = (f"y <- {r_vector(values)}; g <- factor(rep(1:{len(groups)}, each={len(groups[0])}));"
            "cat(sprintf('%.17g', summary(aov(y ~ g))[[1]][1, 4]))")
    path = os.path.join(HERE, "peers.tmp.R")
    with open(path, "w") as file:
        file.write(code)
    out = subprocess.run(["Rscript", path], capture_output=True, text=True, check=True).stdout
    os.remove(path)
    return {"scipy_f_oneway_F": digits(f_oneway(*groups).statistic, f), "R_aov": digits(float(out), f)}


import certification as c  # writes its files on import; run it again when peers.json is there

pontius = c.linear("Pontius")[2]
noint = c.linear("NoInt2")[2]


def certified(name):
    _, names, rows, _ = c.linear(name)
    estimates, errors, deviation, *_ = c.least_squares(*c.columns_of(c.FORMULAS[name], names, rows, False)[1:])
    return [c.text(v) for v in estimates], [c.text(v) for v in errors], c.text(deviation)


def floats(rows, column):
    return [float(r[column]) for r in rows]


peers = {"linear": {
    "Pontius": regression(floats(pontius, 1), floats(pontius, 0), 2, certified("Pontius")),
    "NoInt2": regression(floats(noint, 1), floats(noint, 0), 1, certified("NoInt2")),
}, "univariate": {}, "anova": {}}
for name, values in [("Mavro", c.MAVRO), ("Michelso", [str(Decimal(v) / 1000 + 299) for v in c.MORLEY]),
                     ("Pi5000", list(c.pi_digits(5000)))]:
    figures = [c.text(v) for v in c.summary([Fraction(Decimal(v)) for v in values])]
    peers["univariate"][name] = sample([float(v) for v in values], figures)
for name in ["AtmWtAg", "SmLs02", "SmLs03", "SmLs05", "SmLs06", "SmLs09"]:
    _, groups, printed, _ = c.anova_file(name)
    peers["anova"][name] = analysis([[float(v) for v in g] for g in groups.values()], printed[2])
with open(os.path.join(HERE, "peers.json"), "w") as file:
    json.dump(peers, file, indent=1)
