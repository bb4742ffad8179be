"""Runs the snippets of a task (see python.rs) and prints their values as bits, in JSON."""

import ast
import json
import sys
import warnings

import numpy as np

problems = []


def problem(name, text):
    problems.append(f"{name}: {text}")


def same(a, b):
    # Vectorised loops may round the last digit differently from scalar ones.
    return np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=1e-14, atol=0, equal_nan=True)


def stacked(value):
    """The parts of a result, one array each."""
    return list(value) if isinstance(value, tuple) else [value]


def numbers(name, f, df, columns, calm):
    """The rows of values of elementwise functions, after checks of shape and calm."""
    size = columns[0].size
    with np.errstate(all="ignore"):
        whole = stacked(f(*columns)) + stacked(df(*columns))
        for part in whole:
            if np.shape(part) != (size,) or np.asarray(part).dtype != np.float64:
                problem(name, f"shape {np.shape(part)} for {size} numbers")
                return []
        for shape in [(2, size // 2), (0,), (1, 1, 1)]:
            count = int(np.prod(shape))
            shaped = [c[:count].reshape(shape) for c in columns]
            parts = stacked(f(*shaped)) + stacked(df(*shaped))
            for part, all_of_it in zip(parts, whole, strict=True):
                if not same(part, all_of_it[:count].reshape(shape)):
                    problem(name, f"arrays of shape {shape} are computed otherwise")
        for i in range(0, size, 7):
            one = [float(c[i]) for c in columns]
            parts = stacked(f(*one)) + stacked(df(*one))
            if not all(same(part, w[i]) for part, w in zip(parts, whole, strict=True)):
                problem(name, f"a single number {one} is computed otherwise")
    quiet(name, lambda: (f(*[c[calm] for c in columns]), df(*[c[calm] for c in columns])))
    return np.stack(whole, axis=-1)


def vectors(name, f, df, inputs, calm):
    """The rows of values of functions of a vector, after checks of shape and calm."""
    rows = []
    for z, is_calm in zip(inputs, calm, strict=True):
        with np.errstate(all="ignore"):
            value, jacobian = f(z), df(z)
            if value.shape != z.shape or jacobian.shape != (z.size, z.size):
                problem(name, f"shapes {value.shape}, {jacobian.shape} for {z}")
            if not same(f(np.stack([z, z[::-1]])), np.stack([value, f(z[::-1])])):
                problem(name, f"a batch is computed otherwise at {z}")
        if is_calm:
            quiet(f"{name} at {z}", lambda z=z: (f(z), df(z)))
        rows.append(np.concatenate([value, jacobian.ravel()]))
    return rows


def quiet(name, work):
    try:
        with np.errstate(over="raise", divide="raise", invalid="raise"):
            work()
    except FloatingPointError as error:
        problem(name, f"a needless warning: {error}")


def run(case):
    name, space = case["name"], {}
    exec(compile(case["code"], name, "exec"), space)
    inputs = [np.array(row, dtype=np.uint64).view(np.float64) for row in case["inputs"]]
    calm = np.array(case["calm"])
    if case["takes"] == "vector":
        rows = vectors(name, space["f"], space["df"], inputs, calm)
    else:
        rows = numbers(name, space["f"], space["df"], list(np.stack(inputs, axis=-1)), calm)
    return [np.ascontiguousarray(row).view(np.uint64).tolist() for row in rows]


def main():
    warnings.simplefilter("error")
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    for name, text in task["texts"]:
        try:
            ast.parse(text)
        except SyntaxError as error:
            problem(name, f"{error}\n{text}")
    values = [run(case) for case in task["cases"]]
    json.dump({"numpy": np.__version__, "values": values, "problems": problems}, sys.stdout)


main()
