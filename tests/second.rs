//! Every f″ against reference values of 25 digits, natively and in a browser.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::{ALL, by_id};
use activation_explorer::properties::second;
use common::{Row, params, rows};
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Rows for every function whose f″ is not 0, away from its kinks; `cond_d2f` is |x·f‴/f″|, empty
/// where f″ is 0.
const SECOND: &str = include_str!("data/second.csv");

/// The same for parameters outside the domains that those cover.
const WIDENED: &str = include_str!("data/widened.csv");

/// The largest relative error, in units of 1 + the condition number: that of f and f′.
const ALLOWED: f64 = 8.0 * f64::EPSILON;

/// The error of `got` in units of what is allowed: relative where the reference is a normal number
/// with room below it, 1e−300 where it is smaller; a reference of 0 allows none.
fn error(got: f64, row: &Row<'_>) -> f64 {
    let want: f64 = row.get("d2f_f64").parse().unwrap();
    if got == want {
        return 0.0;
    }
    if row.get("d2f") == "0" || !got.is_finite() {
        return f64::INFINITY;
    }
    if want.abs() < 1e-290 {
        return (got - want).abs() / 1e-300;
    }
    let condition: f64 = row.get("cond_d2f").parse().unwrap();
    ((got - want) / want).abs() / (ALLOWED * (1.0 + condition))
}

#[test]
fn every_row_is_met() {
    let mut seen = 0;
    let mut wrong = String::new();
    // Of each function the number of rows and the largest error.
    let mut largest: BTreeMap<&str, (u32, f64)> = BTreeMap::new();
    for row in rows(SECOND).chain(rows(WIDENED)) {
        let act = by_id(row.get("function")).unwrap();
        let p = params(row.get("params"));
        let x: f64 = row.get("x").parse().unwrap();
        let got = second(act, &p)(x);
        let error = error(got, &row);
        if error > 1.0 {
            let want = row.get("d2f");
            writeln!(wrong, "{} {p:?} f″({x:e}): got {got:e}, want {want}", act.id).unwrap();
        }
        let (count, most) = largest.entry(act.id).or_default();
        *count += 1;
        *most = most.max(error);
        seen += 1;
    }
    assert!(seen > 7_000, "only {seen} rows read");
    let mut table = String::new();
    for (id, (count, most)) in largest {
        writeln!(table, "{id}: {count} rows, largest error {most:.3} of what is allowed").unwrap();
    }
    assert!(wrong.is_empty(), "{table}\n{wrong}");
}

/// The functions without rows are made of straight pieces.
#[test]
fn without_rows_it_is_zero() {
    for act in ALL {
        if rows(SECOND).any(|row| row.get("function") == act.id) {
            continue;
        }
        let p = act.defaults();
        let d2f = second(act, &p);
        for i in -400..=400 {
            let x = (f64::from(i) + 0.5) * 0.0173;
            assert_eq!(d2f(x), 0.0, "{act:?} at {x}");
            let h = 1e-5;
            if act.breaks(&p).iter().all(|b| (b - x).abs() > h) {
                assert_eq!(act.df(x - h, &p), act.df(x + h, &p), "{act:?} at {x}: no rows");
            }
        }
        for b in act.breaks(&p) {
            assert_eq!(d2f(b), 0.0, "{act:?} at its break {b}");
        }
    }
}

/// It is what f′ does: a second check of the rows, and of functions whose rows stand for others.
#[test]
fn it_matches_differences_of_the_slope() {
    for act in ALL {
        let p = act.defaults();
        let d2f = second(act, &p);
        for i in -400..=400 {
            // Off 0, where f″ may jump.
            let x = (f64::from(i) + 0.5) * 0.0173;
            if act.breaks(&p).iter().any(|b| (b - x).abs() < 1e-2) {
                continue;
            }
            let h = 1e-5;
            let bend = (act.df(x + h, &p) - act.df(x - h, &p)) / (2.0 * h);
            let near = (bend - d2f(x)).abs() <= 1e-8 * (1.0 + bend.abs());
            assert!(near, "{act:?} at {x}: {bend} and {}", d2f(x));
        }
    }
}

/// Where a difference of slopes showed wrong digits, or a little for 0, to five digits.
#[test]
fn shown_digits_are_right_digits() {
    let shown = [
        ("softplus", &[1.0][..], 30.0, 9.357_6e-14),
        ("softplus", &[1.0], 35.0, 6.305_1e-16),
        ("softplus", &[1.0], 37.429_947_750_237_05, 5.551_1e-17),
        ("softplus", &[20.0], 1.0, 4.122_3e-8),
        ("log_sigmoid", &[], -40.0, -4.248_4e-18),
        ("swish", &[1.0], 30.0, -2.620_1e-12),
        ("swish", &[1.0], 40.410_841_513_445_845, -1.082_1e-16),
        ("gelu", &[], 8.0, -3.132_4e-13),
        ("gelu", &[], 9.0, -8.121_0e-17),
        ("sigmoid", &[], 300.0, -5.148_2e-131),
        ("mish", &[], 20.0, -6.457_5e-16),
        ("softmax", &[0.01], 0.01, -371.76),
        ("celu", &[1e-4], -2e-4, 1353.4),
        ("celu", &[1e-3], -0.01, 0.045_400),
        ("elu", &[1e12], -1.0, 3.678_8e11),
        ("sinusoid", &[1.0], 1e4, 0.305_61),
        ("sigmoid", &[], 0.0, 0.0),
        ("tanh", &[], 0.0, 0.0),
        ("sinusoid", &[1.0], 0.0, 0.0),
        ("tanhshrink", &[], 0.0, 0.0),
    ];
    for (id, p, x, want) in shown {
        let got = second(by_id(id).unwrap(), p)(x);
        assert!((got - want).abs() <= 5e-5 * f64::abs(want), "{id} at {x}: {got:e}, not {want:e}");
    }
}
