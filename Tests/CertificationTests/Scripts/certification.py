"""Writes the data files of Sources/Certification from NIST's StRD files, checking every certified figure.

Every figure is computed again in exact rational arithmetic (square roots at 60 digits) and must agree with
what NIST prints to one unit of the last printed digit. "Ceiling" in PeerDigits+Table.swift is the same exact
arithmetic on what is left after each number, and each power of it, is rounded to double: no tool that takes
doubles can be sure of more.

Run with `python3 certification.py VALIDATION_FOLDER`; the folder holds nist/*.dat and peers-correct-digits.json.
The ANOVA files not in it are read from the tests of SciPy (they are NIST's own files).
Pontius, Mavro, Michelso (R's morley) and NoInt2 are below as data; their figures are the exact ones, rounded to
fifteen digits. Pi5000 is no set of NIST's: the first 5000 digits of pi are computed, and so are its figures.
"""
import json
import os
import sys
from decimal import Decimal
from fractions import Fraction
from mpmath import mp, mpf, sqrt, nstr, log10
import scipy.stats

mp.dps = 60
HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "../../../Sources/Certification")
FOLDER = sys.argv[1]
SCIPY = os.path.join(os.path.dirname(scipy.stats.__file__), "tests/data/nist_anova")
NIST = "NIST StRD"


def wide(x):
    return mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else mpf(x)


def digits(found, certified):
    """The log relative error against decimal text, at most 15."""
    found, certified = wide(found), wide(Fraction(Decimal(certified)))
    error = abs(found - certified) / (abs(certified) if certified else 1)
    return 15.0 if error == 0 else max(0.0, min(15.0, float(-log10(error))))


def check(name, figure, exact, printed):
    """One unit of the last printed digit, at most the 15th, is allowed: NIST rounds, and sometimes cuts."""
    if printed == "Infinity":
        return
    number = Decimal(printed)
    unit = Fraction(10) ** max(number.as_tuple().exponent, number.adjusted() - 14)
    error = abs(wide(exact) - wide(Fraction(Decimal(printed))))
    assert error <= wide(unit), (name, figure, nstr(wide(exact), 20), printed)
    if error > 0.51 * wide(unit):
        print(f"{name} {figure}: exact {nstr(wide(exact), 20)}, printed {printed}")


def text(x):
    """Fifteen significant digits, as NIST prints."""
    return nstr(wide(x), 15, strip_zeros=False)


# Exact arithmetic

def least_squares(columns, y):
    """Estimates, standard errors, residual deviation, R squared and F of exact columns."""
    n, k = len(y), len(columns)
    rows = [[sum(map(lambda a, b: a * b, p, q)) for q in columns] + [sum(map(lambda a, b: a * b, p, y))]
            + [Fraction(i == j) for j in range(k)] for i, p in enumerate(columns)]
    for i in range(k):
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for r in range(k):
            if r != i:
                factor = rows[r][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    estimates = [row[k] for row in rows]
    residuals = [t - sum(b * c[i] for b, c in zip(estimates, columns)) for i, t in enumerate(y)]
    rest = sum(e * e for e in residuals)
    variance = rest / (n - k)
    intercept = all(v == 1 for v in columns[0])
    centre = sum(y) / n if intercept else 0
    whole = sum((t - centre) ** 2 for t in y)
    errors = [sqrt(wide(variance * rows[i][k + 1 + i])) for i in range(k)]
    f = (whole - rest) / (k - intercept) / variance if rest else None
    return estimates, errors, sqrt(wide(variance)), 1 - rest / whole, f


def summary(values):
    n = len(values)
    mean = sum(values) / n
    apart = [v - mean for v in values]
    square = sum(d * d for d in apart)
    return mean, sqrt(wide(square / (n - 1))), sum(a * b for a, b in zip(apart, apart[1:])) / square


def analysis(groups):
    """Between and within sums of squares, F, R squared and residual deviation of lists of values."""
    counts = []
    for group in groups:
        seen = {}
        for v in group:
            seen[v] = seen.get(v, 0) + 1
        counts.append((len(group), [(Fraction(v) if not isinstance(v, Fraction) else v, m) for v, m in seen.items()]))
    n = sum(c for c, _ in counts)
    means = [sum(v * m for v, m in g) / c for c, g in counts]
    grand = sum(mean * c for mean, (c, _) in zip(means, counts)) / n
    between = sum(c * (mean - grand) ** 2 for mean, (c, _) in zip(means, counts))
    within = sum(m * (v - mean) ** 2 for mean, (_, g) in zip(means, counts) for v, m in g)
    f = (between / (len(groups) - 1)) / (within / (n - len(groups)))
    return between, within, f, between / (between + within), sqrt(wide(within / (n - len(groups))))


# Reading

def read(name):
    path = os.path.join(FOLDER, "nist", name + ".dat")
    path = path if os.path.exists(path) else os.path.join(SCIPY, name + ".dat")
    with open(path) as file:
        return file.read().splitlines()


def plain(number):
    """A printed number as plain decimal text of the same digits: 0.165E-01 is 0.0165."""
    return format(Decimal(number), "f") if "E" in number.upper() else number


CERTIFIED = json.load(open(os.path.join(FOLDER, "nist/certified.json")))

POLYNOMIAL = lambda k: "y ~ x" + "".join(f" + I(x^{i})" for i in range(2, k + 1))
FORMULAS = {
    "Norris": "y ~ x", "Pontius": POLYNOMIAL(2), "NoInt1": "y ~ x - 1", "NoInt2": "y ~ x - 1",
    "Filip": POLYNOMIAL(10), "Longley": "y ~ x1 + x2 + x3 + x4 + x5 + x6",
    **{f"Wampler{i}": POLYNOMIAL(5) for i in range(1, 6)},
}
LEVELS = {"Pontius": "Lower", "NoInt2": "Average"}
PONTIUS = """.11019 .21956 .32949 .43899 .54803 .65694 .76562 .87487 .98292 1.09146 1.20001 1.30822 1.41599 1.52399
1.63194 1.73947 1.84646 1.95392 2.06128 2.16844 .11052 .22018 .32939 .43886 .54798 .65739 .76596 .87474 .98300
1.09150 1.20004 1.30818 1.41613 1.52408 1.63159 1.73965 1.84696 1.95445 2.06177 2.16829""".split()
MAVRO = """2.00180 2.00170 2.00180 2.00190 2.00180 2.00170 2.00150 2.00140 2.00150 2.00150 2.00170 2.00180 2.00180
2.00190 2.00190 2.00210 2.00200 2.00160 2.00140 2.00130 2.00130 2.00150 2.00150 2.00160 2.00150 2.00140 2.00130
2.00140 2.00150 2.00140 2.00150 2.00160 2.00150 2.00160 2.00190 2.00200 2.00200 2.00210 2.00220 2.00230 2.00240
2.00250 2.00270 2.00260 2.00260 2.00260 2.00270 2.00260 2.00250 2.00240""".split()
MORLEY = """850 740 900 1070 930 850 950 980 980 880 1000 980 930 650 760 810 1000 1000 960 960 960 940 960 940 880
800 850 880 900 840 830 790 810 880 880 830 800 790 760 800 880 880 880 860 720 720 620 860 970 950 880 910 850
870 840 840 850 840 840 840 890 810 810 820 800 770 760 740 750 760 910 920 890 860 880 720 840 850 850 780 890
840 780 810 760 810 790 810 820 850 870 870 810 740 810 940 950 800 810 870""".split()
OWN_DATA = {
    "Pontius": [[y, str(150000 * (i % 20 + 1))] for i, y in enumerate(PONTIUS)],
    "NoInt2": [["3", "4"], ["4", "5"], ["4", "6"]],
}


def linear(name):
    """(level, column names, rows of texts, printed figures or None)."""
    if name in OWN_DATA:
        return LEVELS[name], ["y", "x"], OWN_DATA[name], None
    c = CERTIFIED["linear"][name]
    lines = [line.split() for line in read(name)[60:] if line.strip()]
    assert [list(map(Decimal, r)) for r in lines] == [list(map(Decimal, r)) for r in c["data_rows"]], name
    return c["level"], c["columns"], lines, c


def columns_of(formula, names, rows, rounded):
    value = (lambda t: Fraction(float(t))) if rounded else (lambda t: Fraction(Decimal(t)))
    by_name = {n: [value(r[i]) for r in rows] for i, n in enumerate(names)}
    labels, columns = [], []
    right = formula.split("~")[1].split("-")[0]
    if "-" not in formula:
        labels, columns = ["(Intercept)"], [[Fraction(1)] * len(rows)]
    for term in right.split("+"):
        term = term.strip()
        labels.append(term)
        if term.startswith("I("):
            power = int(term[4:-1])
            values = [v ** power for v in by_name[term[2]]]
            columns.append([Fraction(float(v)) for v in values] if rounded else values)
        else:
            columns.append(by_name[term])
    return labels, columns, by_name["y"]


# Writing

def write(name, lines):
    for line in lines:
        assert len(line) <= 110, line
    with open(os.path.join(TARGET, name + ".swift"), "w") as file:
        file.write("// Written by Tests/CertificationTests/Scripts/certification.py: do not edit.\n")
        file.write("\n".join(lines) + "\n")


def literal(lines, indent):
    return [" " * indent + '"""'] + [" " * (indent + 2) + line for line in lines] + [" " * (indent + 2) + '"""']


def block(label, lines, end=","):
    return [f'    {label}: """'] + ["      " + line for line in lines] + [f'      """{end}']


def wrapped(words, width=98):
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def lower_camel(name):
    return name[0].lower() + name[1:]


peers = json.load(open(os.path.join(FOLDER, "nist/peers-correct-digits.json")))
extra = os.path.join(HERE, "peers.json")
if os.path.exists(extra):
    for kind, sets in json.load(open(extra)).items():
        for name, tools in sets.items():
            assert name not in peers[kind]
            peers[kind][name] = tools
ceiling = {}


def regression(name):
    level, names, rows, printed = linear(name)
    formula = FORMULAS[name]
    labels, columns, y = columns_of(formula, names, rows, False)
    estimates, errors, deviation, r_squared, f = least_squares(columns, y)
    if printed:
        certified = [(plain(c["estimate"]), plain(c["se"])) for c in printed["coef"]]
        figures = [plain(printed["residual_sd"]), plain(printed["r_squared"]), printed["anova"]["F"]]
        for label, e, s, c in zip(labels, estimates, errors, certified):
            check(name, label, e, c[0])
            check(name, label + " error", s, c[1])
        for figure, exact, shown in zip(["residual", "R squared", "F"], [deviation, r_squared, f], figures):
            check(name, figure, exact, shown)
    else:
        certified = [(text(e), text(s)) for e, s in zip(estimates, errors)]
        figures = [text(deviation), text(r_squared), text(f)]
        certified = [(plain(a), plain(b)) for a, b in certified]
        figures = [plain(v) for v in figures]
    found = least_squares(*columns_of(formula, names, rows, True)[1:])
    ceiling[name] = {
        "coefficients": min(digits(e, c[0]) for e, c in zip(found[0], certified)),
        "standardErrors": min(digits(s, c[1]) for s, c in zip(found[1], certified)),
        "residualDeviation": digits(found[2], figures[0]), "rSquared": digits(found[3], figures[1]),
    }
    source = NIST if printed else f"{NIST} data from memory; figures by exact arithmetic"
    f_text = "nil" if figures[2] == "Infinity" else f'"{plain(figures[2])}"'
    width = [max(len(r[i]) for r in rows) for i in range(len(names))]
    return [
        f"  static let {lower_camel(name)} = CertifiedRegression(",
        f'    name: "{name}", level: .{level.lower()}, source: "{source}",',
        f'    formula: "{formula}",',
        *block("coefficients", [f"{l} {a} {b}" for l, (a, b) in zip(labels, certified)]),
        f'    residualDeviation: "{figures[0]}", rSquared: "{figures[1]}", f: {f_text},',
        *block("table", [" ".join(names)] + [" ".join(r) for r in rows], ")"),
    ]


def regressions():
    groups = [["Norris"], ["Pontius"], ["NoInt1", "NoInt2"], ["Filip"], ["Longley"],
              ["Wampler1", "Wampler2"], ["Wampler3", "Wampler4", "Wampler5"]]
    files = ["Norris", "Pontius", "NoIntercept", "Filip", "Longley", "Wampler", "WamplerWithNoise"]
    for names, title in zip(groups, files):
        parts = [regression(name) for name in names]
        lines = ["extension CertifiedRegression {"]
        for i, part in enumerate(parts):
            lines += ([""] if i else []) + part
        write(f"CertifiedRegression+{title}", lines + ["}"])


def pi_digits(count):
    def arctan(x, one):
        term = total = one // x
        n, sign = 3, -1
        while term:
            term //= x * x
            total += sign * (term // n)
            n, sign = n + 2, -sign
        return total
    one = 10 ** (count + 20)
    sys.set_int_max_str_digits(count + 100)
    return str(4 * (4 * arctan(5, one) - arctan(239, one)))[:count]


def univariate(name, values, printed):
    found = summary([Fraction(Decimal(v)) for v in values])
    if printed:
        figures = [printed["mean"], printed["sd"], printed["autocorr_lag1"]]
        for label, exact, shown in zip(["mean", "deviation", "autocorrelation"], found, figures):
            check(name, label, exact, shown)
    else:
        figures = [plain(text(v)) for v in found]
    rounded = summary([Fraction(float(v)) for v in values])
    ceiling[name] = {q: digits(v, c) for q, v, c in zip(["mean", "standardDeviation", "autocorrelation"], rounded, figures)}
    return figures


def observed(name, level, values, printed, source, static, lines):
    figures = univariate(name, values, printed)
    return [
        f"  static let {static} = CertifiedSample(",
        f'    name: "{name}", level: .{level}, source: "{source}",',
        f'    mean: "{figures[0]}", standardDeviation: "{figures[1]}", autocorrelation: "{figures[2]}",',
        *lines,
    ]


def samples():
    exact = f"{NIST} data from memory; figures by exact arithmetic"
    table = []
    for name in ["Lew", "Lottery"]:
        c = CERTIFIED["univariate"][name]
        table.append((name, c["level"].lower(), c["data"], c, NIST))
    table.append(("Mavro", "lower", MAVRO, None, exact))
    michelso = [str(Decimal(v) / 1000 + 299) for v in MORLEY]
    table.append(("Michelso", "lower", michelso, None, "Michelson 1879 (R: morley); figures by exact arithmetic"))
    lines = ["extension CertifiedSample {"]
    for i, (name, level, values, c, source) in enumerate(table):
        body = block("text", wrapped(values), ")")
        lines += ([""] if i else []) + observed(name, level, values, c, source, lower_camel(name), body)
    write("CertifiedSample+Observed", lines + ["}"])
    digits_of_pi = pi_digits(5000)
    body = block("digits", [digits_of_pi[i:i + 100] for i in range(0, 5000, 100)], ")")
    source = "digits of pi; figures by exact arithmetic (not a set of NIST's)"
    lines = observed("Pi5000", "lower", list(digits_of_pi), None, source, "pi5000", body)
    write("CertifiedSample+Pi", ["extension CertifiedSample {", *lines, "}"])
    for name in ["NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4"]:
        c = CERTIFIED["univariate"][name]
        univariate(name, c["data"], c)
        first, pair = {"NumAcc1": ("10000001", ["10000003", "10000002"]), "NumAcc2": ("1.2", ["1.1", "1.3"]),
                       "NumAcc3": ("1000000.2", ["1000000.1", "1000000.3"]),
                       "NumAcc4": ("10000000.2", ["10000000.1", "10000000.3"])}[name]
        assert [Decimal(v) for v in c["data"]] == [Decimal(v) for v in [first] + pair * ((c["n"] - 1) // 2)], name


def anova_file(name):
    lines = read(name)
    groups = {}
    for line in lines[60:]:
        if line.strip():
            treatment, value = line.split()
            groups.setdefault(treatment, []).append(value)
    between = next(l.split() for l in lines if l.startswith("Between"))
    within = next(l.split() for l in lines if l.startswith("Within"))
    r_squared = next(l.split()[-1] for l in lines if "Certified R-Squared" in l)
    deviation = next(l.split()[-1] for l in lines if l.strip().startswith("Standard Deviation"))
    level = next(l for l in lines if "Level of Difficulty" in l).split()[0].lower()
    return level, groups, [between[3], within[3], between[5], r_squared, deviation], (between[2], within[2])


def certified_anova(name):
    level, groups, printed, freedom = anova_file(name)
    found = analysis([[Fraction(Decimal(v)) for v in g] for g in groups.values()])
    for label, exact, shown in zip(["between", "within", "F", "R squared", "deviation"], found, printed):
        check(name, label, exact, shown)
    rounded = analysis([[Fraction(float(v)) for v in g] for g in groups.values()])
    ceiling[name] = {"f": digits(rounded[2], printed[2])}
    return level, groups, [plain(v) for v in printed], freedom


def analyses():
    lines = ["extension CertifiedAnova {"]
    for i, name in enumerate(["SiRstv", "AtmWtAg"]):
        level, groups, p, freedom = certified_anova(name)
        rows = [line for t, g in groups.items() for line in wrapped([t + ":"] + g)]
        lines += ([""] if i else []) + [
            f"  static let {lower_camel(name)} = CertifiedAnova(",
            f'    name: "{name}", level: .{level}, source: "{NIST}",',
            f'    between: "{p[0]}", within: "{p[1]}", f: "{p[2]}",',
            f'    rSquared: "{p[3]}", residualDeviation: "{p[4]}",',
            *block("text", rows, ")"),
        ]
    write("CertifiedAnova+Observed", lines + ["}"])
    constants = []
    for i in range(1, 10):
        name = f"SmLs0{i}"
        level, groups, p, freedom = certified_anova(name)
        base = ["1", "1000000", "1000000000000"][(i - 1) // 3]
        size = [21, 201, 2001][(i - 1) % 3]
        shifts = [0, -1] + [1, -1] * 3 + [1]
        for (t, g), shift in zip(groups.items(), shifts):
            tenths = [4 + shift] + [3 + shift, 5 + shift] * ((size - 1) // 2)
            assert g == [f"{base}.{d}" for d in tenths], (name, t)
        constants += [f"{name} {level} {base} {size}", " ".join(p)]
    write("CertifiedAnova+SimonLesageFigures", [
        "extension CertifiedAnova {",
        "  /// Name, level, leading digits, replicates, then between, within, F, R squared, residual deviation.",
        '  static let simonLesageFigures = """', *["    " + c for c in constants], '    """', "}"])


TOOLS = {
    "R_lm_tol1e-07": "R lm", "R_lm_tol1e-20": "R lm (tol 1e-20)", "statsmodels_pinv": "statsmodels pinv",
    "statsmodels_qr": "statsmodels qr", "numpy_lstsq_default_rcond": "numpy lstsq", "numpy": "numpy",
    "scipy_f_oneway_F": "scipy f_oneway", "R_aov": "R aov",
}
QUANTITIES = {
    "coef_min": "coefficients", "se_min": "standardErrors", "rsd": "residualDeviation", "r2": "rSquared",
    "numpy_mean": "mean", "numpy_sd": "standardDeviation", "autocorr": "autocorrelation",
}


def peer_lines():
    def figures(d):
        return " ".join(f"{k}={round(v, 2):g}" for k, v in d.items())
    lines = []
    for name, tools in peers["linear"].items():
        for tool, found in tools.items():
            if tool in TOOLS:
                lines.append(f"{name} | {TOOLS[tool]} | " + figures({QUANTITIES[q]: v for q, v in found.items()}))
    for name, found in peers["univariate"].items():
        lines.append(f"{name} | numpy | " + figures({QUANTITIES[q]: v for q, v in found.items()}))
    for name, found in peers["anova"].items():
        for tool, v in found.items():
            lines.append(f"{name} | {TOOLS[tool]} | f={round(v, 2):g}")
    best = [f"{name} | doubles | " + figures(found) for name, found in ceiling.items()]
    write("PeerDigits+Table", [
        "extension PeerDigits {",
        "  /// Measured: set, tool, correct digits by quantity.",
        '  static let peerTable = """', *["    " + l for l in lines], '    """', "",
        "  /// Computed: the best any tool can do that is handed doubles.",
        '  static let ceilingTable = """', *["    " + l for l in best], '    """', "}"])


regressions()
samples()
analyses()
peer_lines()
