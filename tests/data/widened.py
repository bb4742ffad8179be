"""Writes widened.csv: reference values, by mpmath with 60 digits, for the parameters that the
tables of the shared reference do not cover (negative, and 0 where that is a function too).

The columns are those of scalar.csv and second.csv together. `python3 tests/data/widened.py`
"""

import os

import mpmath as mp

XS = [1e-300, 1e-20, 1e-8, 1e-5, 1e-3, 0.1, 0.37, 0.5, 1.0, 2.0, 3.7, 10.0, 30.0, 37.5, 100.0, 700.0, 1000.0, 1e4]


def celu(a):
    return lambda x, s: x if s > 0 else a * mp.expm1(x / a)


def elu(a):
    return lambda x, s: x if s > 0 else a * mp.expm1(x)


def selu(a, l):
    return lambda x, s: l * x if s > 0 else l * a * mp.expm1(x)


def softplus(b):
    return lambda x, s: mp.log1p(mp.exp(b * x)) / b


def snake(a):
    return lambda x, s: x if a == 0 else x + mp.sin(a * x) ** 2 / a


def clip(a, b):
    return lambda x, s: min(max(a * x + b, mp.mpf(0)), mp.mpf(1))


def above(a):
    return lambda x, s: x if x > a else mp.mpf(0)


CASES = [("elu", ("alpha",), elu, [(-0.5,), (-3.0,), (1e-9,)]),
         ("celu", ("alpha",), celu, [(-0.5,), (-2.0,), (-1e-3,)]),
         ("selu", ("alpha", "lambda"), selu, [(-1.0, 2.0), (1.5, -0.7)]),
         ("softplus", ("beta",), softplus, [(-1.0,), (-20.0,), (-1e-3,)]),
         ("snake", ("a",), snake, [(-1.0,), (-0.3,), (0.0,), (1e-6,)]),
         ("hard_sigmoid_ab", ("alpha", "beta"), clip, [(-0.2, 0.5), (0.0, 0.3), (0.0, 2.0)]),
         ("thresholded_relu", ("alpha",), above, [(-0.55,), (-2.5,)])]


def derivatives(f, x, side):
    """f, f′, f″ and f‴ on the piece that x is on, by differences so small that they do not tell."""
    small = mp.mpf("1e-25") * abs(x)
    return [mp.diff(lambda t: f(t, side), x, n, h=small) if n else f(x, side) for n in range(4)]


def text(y):
    return "0" if y == 0 else mp.nstr(y, 25, min_fixed=1, max_fixed=0)


def by_parameter(name, make, exact, i, x):
    if name == "thresholded_relu":
        return mp.mpf(0)
    if name == "snake" and exact[0] == 0:
        return x**2

    def moved(value):
        return make(*exact[:i], value, *exact[i + 1 :])(x, x)

    return mp.diff(moved, exact[i], h=mp.mpf("1e-60"))


mp.mp.dps = 400  # the differences lose most of them
with open(os.path.join(os.path.dirname(__file__), "widened.csv"), "w") as out:
    out.write("function,params,x,f,df,dparams,cond_f,cond_df,d2f,d2f_f64,cond_d2f\n")
    for name, names, make, sets in CASES:
        for values in sets:
            exact = [mp.mpf(v) for v in values]
            params = ";".join(f"{n}={v!r}" for n, v in zip(names, values))
            for x in (mp.mpf(side * size) for size in XS for side in (-1, 1)):
                d = derivatives(make(*exact), x, x)
                if name in ("hard_sigmoid_ab", "thresholded_relu"):
                    d[2] = d[3] = mp.mpf(0)  # and not what the differences leave
                slopes = [by_parameter(name, make, exact, i, x) for i in range(len(names))]
                cond = [mp.nstr(abs(x * d[i + 1] / d[i]), 5) if d[i] else "" for i in range(3)]
                row = [name, params, repr(float(x)), text(d[0]), text(d[1]),
                       ";".join(f"{n}={text(y)}" for n, y in zip(names, slopes)),
                       cond[0], cond[1], text(d[2]), repr(float(d[2])), cond[2]]
                out.write(",".join(row) + "\n")
