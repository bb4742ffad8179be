//! Every activation against 60-digit reference values, natively and in a browser.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::{ALL, Activation, Kind, by_id};
use common::{Row, params, rows, ulp};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const SCALAR: &str = include_str!("data/scalar.csv");
/// Rows for parameters outside the domains that those tables cover.
const WIDENED: &str = include_str!("data/widened.csv");
const SPECIAL: &str = include_str!("data/special.csv");

/// The catalogue function of a reference row; the tables call RReLU's evaluation mode by itself.
fn function(row: &Row<'_>) -> &'static Activation {
    let id = match row.get("function") {
        "rrelu_eval" => "rrelu",
        id => id,
    };
    by_id(id).unwrap_or_else(|| panic!("no function for {row:?}"))
}

/// The acceptance rule: 8·(1+cond) ulp, or 1e−300 where the reference is below 1e−290.
fn close(got: f64, reference: &str, condition: &str) -> Result<(), String> {
    let want: f64 = reference.parse().map_err(|e| format!("{reference}: {e}"))?;
    let condition: f64 = if condition.is_empty() { 0.0 } else { condition.parse().unwrap() };
    let allowed = if want.abs() >= 1e-290 { 8.0 * (1.0 + condition) * ulp(want) } else { 1e-300 };
    let right = if want.is_finite() { (got - want).abs() <= allowed } else { got == want };
    if right { Ok(()) } else { Err(format!("got {got:e}, want {want:e}, allowed {allowed:e}")) }
}

#[test]
fn every_scalar_row_is_met() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for row in rows(SCALAR).chain(rows(WIDENED)) {
        let act = function(&row);
        let p = params(row.get("params"));
        let x: f64 = row.get("x").parse().unwrap();
        let (f, df) = act.eval(x, &p);
        for (name, got, want, cond) in [
            ("f", f, row.get("f"), row.get("cond_f")),
            ("f'", df, row.get("df"), row.get("cond_df")),
        ] {
            if let Err(why) = close(got, want, cond) {
                wrong.push(format!("{} {p:?} {name}({x:e}): {why}", act.id));
            }
        }
        seen += 1;
    }
    assert!(seen > 14_000, "only {seen} rows read");
    assert!(wrong.is_empty(), "{} of {seen} rows wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_parameter_derivative_is_met() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for row in rows(SCALAR).chain(rows(WIDENED)) {
        let act = function(&row);
        let p = params(row.get("params"));
        let x: f64 = row.get("x").parse().unwrap();
        let got = act.dparams(x, &p);
        for (i, want) in row.get("dparams").split(';').filter(|d| !d.is_empty()).enumerate() {
            let want: f64 = want.split_once('=').unwrap().1.parse().unwrap();
            // The tables give no condition number here: allow what a relative change of x by
            // one rounding does, |x·∂²f/∂x∂p|, found by a difference quotient.
            let (low, high) = (x * (1.0 - 1e-7), x * (1.0 + 1e-7));
            let spread = (act.dparams(high, &p)[i] - act.dparams(low, &p)[i]).abs() / 2e-7;
            // Past the range of f64 there is no quotient; of 52 bits, doubling the angle of a
            // product beyond it may lose a dozen.
            let spread = if spread.is_finite() { spread } else { want.abs() * 4096.0 };
            // The 60 digits of the tables run out where terms of the size of x cancel to less.
            let allowed = 16.0 * (ulp(want) + spread * f64::EPSILON) + 1e-55 * x.abs() + 1e-300;
            let right = got[i] == want || (got[i] - want).abs() <= allowed;
            if !right {
                wrong
                    .push(format!("{} {p:?} d{i}({x:e}): got {:e}, want {want:e}", act.id, got[i]));
            }
            seen += 1;
        }
    }
    assert!(seen > 5_000, "only {seen} derivatives read");
    assert!(wrong.is_empty(), "{} of {seen} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn zeros_infinities_and_nan_are_as_stated() {
    let mut wrong = Vec::new();
    for row in rows(SPECIAL) {
        let act = function(&row);
        let p = params(row.get("params"));
        let x: f64 = row.get("x").parse().unwrap();
        let (f, df) = act.eval(x, &p);
        for (got, want) in [(f, row.get("f")), (df, row.get("df"))] {
            let value: f64 = want.parse().unwrap();
            let right = if value.is_nan() { got.is_nan() } else { close(got, want, "").is_ok() };
            if !right {
                wrong.push(format!("{} {p:?} at {x:e}: got {got:e}, want {want}", act.id));
            }
        }
        let odd_at_zero = row.get("sign_of_zero").starts_with("-0 recommended") && df >= 0.0;
        if odd_at_zero && x == 0.0 && !(f == 0.0 && f.is_sign_negative() == x.is_sign_negative()) {
            wrong.push(format!("{} {p:?}: f({x:?}) = {f:?}", act.id));
        }
    }
    assert!(wrong.is_empty(), "{} rows wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_function_is_left_without_reference_rows() {
    let covered: Vec<_> = rows(SCALAR).map(|row| function(&row).id).collect();
    // Vectors and gated units have tables and tests of their own.
    let scalar = ALL.iter().filter(|a| matches!(a.kind, Kind::Scalar));
    let missing: Vec<_> = scalar.filter(|a| !covered.contains(&a.id)).collect();
    assert!(missing.is_empty(), "no reference rows for {missing:?}");
}

/// Central differences of f, where they are meaningful, agree with f′ and with ∂f/∂p.
#[test]
fn derivatives_match_central_differences() {
    for act in ALL {
        let p = act.defaults();
        let breaks = act.breaks(&p);
        for i in -400..=400 {
            // Off 0, where C¹ functions have no second derivative to bound the quotient.
            let x = (f64::from(i) + 0.5) * 0.0173;
            if breaks.iter().any(|b| (b - x).abs() < 1e-2) {
                continue;
            }
            let h = 1e-5;
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-8 * (1.0 + a.abs().max(b.abs()));
            let slope = (act.f(x + h, &p) - act.f(x - h, &p)) / (2.0 * h);
            assert!(near(slope, act.df(x, &p)), "{act:?} at {x}: {slope} and {}", act.df(x, &p));
            for (k, got) in act.dparams(x, &p).into_iter().enumerate() {
                let (mut low, mut high) = (p.clone(), p.clone());
                low[k] -= h;
                high[k] += h;
                let slope = (act.f(x, &high) - act.f(x, &low)) / (2.0 * h);
                assert!(near(slope, got), "{act:?} d{k} at {x}: {slope} and {got}");
            }
        }
    }
}
