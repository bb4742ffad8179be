//! Functions of vectors and gated units against 60-digit reference values.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::{ALL, Kind, by_id};
use common::{params, rows, ulp};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const VECTORS: &str = include_str!("data/vectors.csv");
const GATED: &str = include_str!("data/gated.csv");

fn numbers(text: &str) -> Vec<f64> {
    text.split([' ', '|']).map(|n| n.parse().unwrap()).collect()
}

fn close(got: f64, want: f64, condition: f64) -> bool {
    let allowed = if want.abs() >= 1e-290 { 8.0 * (1.0 + condition) * ulp(want) } else { 1e-300 };
    got == want || (got - want).abs() <= allowed
}

#[test]
fn every_vector_row_is_met() {
    let mut wrong = Vec::new();
    let mut seen = Vec::new();
    for row in rows(VECTORS) {
        let act = by_id(row.get("function")).unwrap();
        let Kind::Vector(vector) = &act.kind else { panic!("{act:?} is no function of a vector") };
        let p = params(row.get("params"));
        let z = numbers(row.get("x"));
        let (want, want_j) = (numbers(row.get("f")), numbers(row.get("jacobian_rowmajor")));
        let (got, got_j) = ((vector.value)(&z, &p), (vector.jacobian)(&z, &p));
        assert_eq!((got.len(), got_j.len()), (want.len(), want_j.len()), "{act:?} {z:?}");
        // The tables give no condition number; the exact Jacobian does: Σⱼ|zⱼJᵢⱼ|/|fᵢ|.
        let n = z.len();
        let spread = |i: usize| (0..n).map(|j| (z[j] * want_j[i * n + j]).abs()).sum::<f64>();
        let reach = z.iter().fold(0.0f64, |m, z| m.max(z.abs())) / p.first().unwrap_or(&1.0);
        for i in 0..want.len() {
            if !close(got[i], want[i], spread(i) / want[i].abs()) {
                wrong.push(format!("{act:?} {p:?} {z:?} f[{i}]: {:e} want {:e}", got[i], want[i]));
            }
        }
        for k in 0..want_j.len() {
            // An entry of J is a product of values of f, each no worse than that.
            if !close(got_j[k], want_j[k], 2.0 * reach) {
                wrong.push(format!(
                    "{act:?} {p:?} {z:?} J[{k}]: {:e} want {:e}",
                    got_j[k], want_j[k]
                ));
            }
        }
        seen.push(act.id);
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    let of_vectors = ALL.iter().filter(|a| matches!(a.kind, Kind::Vector(_)));
    of_vectors.for_each(|a| assert!(seen.contains(&a.id), "no reference rows for {a:?}"));
}

#[test]
fn every_gated_row_is_met() {
    let mut wrong = Vec::new();
    let mut seen = Vec::new();
    for row in rows(GATED) {
        let act = by_id(row.get("function")).unwrap();
        let Kind::Gated(gated) = &act.kind else { panic!("{act:?} is no gated unit") };
        let get = |name: &str| row.get(name).parse::<f64>().unwrap();
        let (a, b) = (get("a"), get("b"));
        let (f, da, db) = gated.eval(a, b);
        let (want, want_da, want_db) = (get("f"), get("df_da"), get("df_db"));
        let cond = ((a * want_da).abs() + (b * want_db).abs()) / want.abs().max(f64::MIN_POSITIVE);
        // The gate and its slope are smooth in b; their own conditions are at most b²+1 (a GELU's
        // tail falls like e^(−b²/2)) away from the zeros of the slope.
        let tail = 1.0 + b * b;
        for (name, got, want, cond) in
            [("f", f, want, cond), ("da", da, want_da, tail), ("db", db, want_db, 2.0 * tail)]
        {
            if !close(got, want, cond) {
                wrong.push(format!("{act:?} ({a}, {b}) {name}: {got:e} want {want:e}"));
            }
        }
        // The slice on the page is the same function.
        assert_eq!(act.eval(b, &[a]), if a == 0.0 { (0.0, 0.0) } else { (f, db) }, "{act:?}");
        seen.push(act.id);
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    let gated = ALL.iter().filter(|a| matches!(a.kind, Kind::Gated(_)));
    gated.for_each(|a| assert!(seen.contains(&a.id), "no reference rows for {a:?}"));
}

/// The curve of a vector function is entry 0 of `(x, 0, 0)`; of maxout, the max of its pieces.
#[test]
fn slices_agree_with_the_functions_they_are_slices_of() {
    for act in ALL {
        let Kind::Vector(vector) = &act.kind else { continue };
        let p = act.defaults();
        for i in -60..60 {
            let x = f64::from(i) * 0.17 + 0.01;
            let (f, df) = act.eval(x, &p);
            let pieces = [p.first().map_or(x, |w| w * x), p.get(1).map_or(0.0, |w| w * x)];
            let z = if act.id == "maxout" { pieces.to_vec() } else { vec![x, 0.0, 0.0] };
            let whole = (vector.value)(&z, &p)[0];
            assert!((f - whole).abs() <= 1e-14 * (1.0 + f.abs()), "{act:?} at {x}: {f} {whole}");
            if act.id != "maxout" {
                let slope = (vector.jacobian)(&z, &p)[0];
                assert!((df - slope).abs() <= 1e-14, "{act:?}' at {x}: {df} {slope}");
            }
        }
    }
}

#[test]
fn probabilities_sum_to_one_and_survive_infinities() {
    for id in ["softmax", "softmin", "sparsemax"] {
        let Kind::Vector(vector) = &by_id(id).unwrap().kind else { unreachable!() };
        for z in [vec![1e308, -1e308, 0.0], vec![1000.0, 1001.0], vec![0.3; 8]] {
            let sum: f64 = (vector.value)(&z, &[1.0]).iter().sum();
            assert!((sum - 1.0).abs() < 1e-12, "{id} {z:?} sums to {sum}");
        }
    }
    let Kind::Vector(softmax) = &by_id("softmax").unwrap().kind else { unreachable!() };
    assert_eq!((softmax.value)(&[f64::INFINITY, 0.0, f64::INFINITY], &[1.0]), [0.5, 0.0, 0.5]);
}
