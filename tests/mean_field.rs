//! Mean-field theory against tables computed with 50 digits: moments, fixed points, criticality,
//! layers, and SELU's map.

#![cfg(not(target_arch = "wasm32"))] // long, and without a function that a browser might compute otherwise
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::by_id;
use activation_explorer::train::mean_field::{
    Correlation, Critical, Field, FixedPoint, Length, MeanField, critical_at, critical_points,
    depth_scale, selu,
};
use common::{Row, rows};
use std::collections::BTreeMap;

const MOMENTS: &str = include_str!("data/training/moments.csv");
const FIELD: &str = include_str!("data/training/meanfield.csv");
const POINTS: &str = include_str!("data/training/critical_points.csv");
const LINE: &str = include_str!("data/training/critical_line.csv");
const LAYERS: &str = include_str!("data/training/layers.csv");
const SELU: &str = include_str!("data/training/selu.json");

/// A function with its default parameters.
fn field(id: &str) -> Field {
    let act = by_id(id).unwrap();
    Field::new(act, &act.defaults())
}

/// The functions of a table, each with its lengths computed once.
#[derive(Default)]
struct Fields(BTreeMap<String, MeanField>);

impl Fields {
    fn get(&mut self, id: &str) -> &MeanField {
        self.0.entry(id.to_owned()).or_insert_with(|| MeanField::new(field(id)))
    }
}

fn number(row: &Row, name: &str) -> f64 {
    row.get(name).parse().unwrap_or(f64::NAN)
}

/// Whether two numbers agree to `most` relative, absolute below 1.
fn close(got: f64, want: f64, most: f64) -> bool {
    got == want || (got - want).abs() <= most * want.abs().max(1.0)
}

fn check(what: &str, got: f64, want: f64, most: f64) {
    assert!(close(got, want, most), "{what}: {got}, want {want}");
}

#[test]
fn moments_are_those_of_the_table() {
    let mut seen = 0;
    for row in rows(MOMENTS) {
        let got = field(row.get("act")).moments(0.0, number(&row, "q"));
        for (name, got) in [
            ("Ef", got.mean),
            ("Ef2", got.square),
            ("Edf2", got.slope_square),
            ("Edf", got.slope),
            ("cov_f2_z", got.growth),
        ] {
            let want = number(&row, name);
            let what = format!("{} {name} q={}", row.get("act"), row.get("q"));
            let most = 1e-13 * want.abs().max(1e-2);
            assert!((got - want).abs() < most, "{what}: {got}, want {want}");
        }
        seen += 1;
    }
    assert_eq!(seen, 70);
}

#[test]
fn fixed_points_and_depth_scales_are_those_of_the_table() {
    let mut fields = Fields::default();
    let (mut finite, mut apart) = (0, 0);
    for row in rows(FIELD) {
        let field = fields.get(row.get("act"));
        let sigma2 = [number(&row, "sigma_w2"), number(&row, "sigma_b").powi(2)];
        let what = |name| format!("{} {sigma2:?}: {name}", row.get("act"));
        let length = field.length(sigma2);
        let (q, slope) = match length {
            Length::Zero => (0.0, f64::NAN),
            Length::Infinite => (f64::INFINITY, f64::NAN),
            Length::Kept => (1.0, 1.0),
            Length::Stable(FixedPoint { q, slope }) => (q, slope),
            Length::Unstable(point) => panic!("{}: {point:?}", what("unstable")),
        };
        check(&what("q"), q, number(&row, "q"), 1e-9);
        let chi = field.chi(length, sigma2);
        // The table's limit far out is that of a right slope of 1; SELU's is λ.
        let lambda =
            if row.get("act") == "selu" { by_id("selu").unwrap().defaults()[1] } else { 1.0 };
        let steeper = if length == Length::Infinite { lambda * lambda } else { 1.0 };
        let want = steeper * number(&row, "chi1");
        check(&what("chi1"), chi, want, 1e-9);
        let xi = if steeper == 1.0 { number(&row, "xi_1") } else { depth_scale(want) };
        assert!(close(1.0 / depth_scale(chi), 1.0 / xi, 1e-9), "{}", what("xi_1"));
        let found = field.correlation(length, sigma2);
        let Some(Correlation { c, slope: chi_c }) = found else {
            assert!(row.get("c").is_empty(), "{}", what("no c"));
            continue;
        };
        finite += 1;
        apart += usize::from(c < 1.0);
        check(&what("slope"), slope, number(&row, "slope"), 1e-9);
        check(&what("c"), c, number(&row, "c"), 1e-9);
        check(&what("chi_c"), chi_c, number(&row, "chi_c"), 1e-9);
        for (name, slope) in [("xi_q", slope), ("xi_c", chi_c)] {
            let (got, want) = (depth_scale(slope), number(&row, name));
            assert!(close(1.0 / got, 1.0 / want, 1e-9), "{}: {got} {want}", what(name));
        }
    }
    assert!(finite > 250 && apart == 52, "{finite} {apart}");
}

/// Above an unstable fixed point signals grow without bound, below it they come to the stable one.
#[test]
fn unstable_fixed_points_are_found_and_told_apart() {
    let (mut fields, mut seen) = (Fields::default(), 0);
    for row in rows(FIELD).filter(|row| !row.get("other_fixed_points").is_empty()) {
        let field = fields.get(row.get("act"));
        let sigma2 = [number(&row, "sigma_w2"), number(&row, "sigma_b").powi(2)];
        let points = field.fixed_points(sigma2);
        for other in row.get("other_fixed_points").split(';') {
            let (q, slope) = other.split_once(':').unwrap();
            let (q, slope): (f64, f64) = (q.parse().unwrap(), slope.parse().unwrap());
            // Printed with 12 and 9 digits; next to slope 1 rounding moves the place.
            let most = 1e-9_f64.max(1e-15 / (slope - 1.0).abs());
            let found = points.iter().find(|point| close(point.q / q, 1.0, most));
            let found = found.unwrap_or_else(|| panic!("{} {q}: {points:?}", row.get("act")));
            assert!(close(found.slope, slope, 1e-8), "{found:?} {slope}");
            assert_eq!(found.is_stable(), slope < 1.0);
            let toward = |q: f64| field.map(q, sigma2) - q;
            let (below, above) = (toward(0.98 * q), toward(1.02 * q));
            assert_eq!((below > 0.0, above > 0.0), (slope < 1.0, slope > 1.0), "{found:?}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn critical_points_are_those_of_the_table() {
    let mut fields = Fields::default();
    let mut seen = 0;
    for row in rows(POINTS) {
        let field = fields.get(row.get("act"));
        let sigma_b = number(&row, "sigma_b");
        let found = critical_points(field, sigma_b);
        let [Critical { q, sigma_w, sigma_b: b, slope }] = found[..] else {
            panic!("{} {sigma_b}: {found:?}", row.get("act"));
        };
        let what = format!("{} {sigma_b}", row.get("act"));
        match row.get("q") {
            "any" => assert_eq!(q, None),
            want => check(&what, q.unwrap(), want.parse().unwrap(), 1e-9),
        }
        assert_eq!(b, sigma_b);
        check(&what, sigma_w, number(&row, "sigma_w"), 1e-9);
        check(&what, slope, number(&row, "slope"), 1e-9);
        let stable = if slope == 1.0 { "marginal" } else { ["0", "1"][usize::from(slope < 1.0)] };
        assert_eq!(stable, row.get("stable"));
        seen += 1;
    }
    assert_eq!(seen, 73);
    for id in ["softplus", "relu", "binary_step", "hardshrink"] {
        assert_eq!(critical_points(fields.get(id), 0.5), [], "{id} has none");
    }
}

#[test]
fn the_critical_line_is_that_of_the_table() {
    let mut fields = Fields::default();
    let mut seen = 0;
    for row in rows(LINE).filter(|row| row.get("q") != "any") {
        let field = fields.get(row.get("act"));
        let found = critical_at(field, number(&row, "q")).unwrap();
        let what = format!("{} q={}", row.get("act"), row.get("q"));
        check(&what, found.sigma_w, number(&row, "sigma_w"), 1e-9);
        check(&what, found.sigma_b, number(&row, "sigma_b"), 1e-9);
        check(&what, found.slope, number(&row, "slope"), 1e-9);
        seen += 1;
    }
    assert_eq!(seen, 471);
}

#[test]
fn layers_are_those_of_the_table() {
    let mut fields = Fields::default();
    let all: Vec<Row> = rows(LAYERS).collect();
    assert_eq!(all.len(), 1020);
    for network in all.chunks(30) {
        let w2 = number(&network[0], "sigma_w2");
        let field = fields.get(network[0].get("act"));
        let mut log = 0.0;
        for ((q, moments), row) in field.layers([w2, 0.0]).zip(network) {
            let what = format!("{} {} {}", row.get("act"), row.get("init"), row.get("layer"));
            check(&what, q, number(row, "q"), 1e-9);
            check(&what, moments.mean, number(row, "mean"), 1e-9);
            let variance = moments.square - moments.mean * moments.mean;
            check(&what, variance, number(row, "var"), 1e-9);
            let chi = w2 * moments.slope_square;
            check(&what, chi, number(row, "chi"), 1e-9);
            log += chi.log10();
            check(&what, log, number(row, "log10_grad2"), 1e-9);
        }
    }
}

/// The numbers of a JSON value, whether they are written as numbers or as text.
fn numbers(value: &serde_json::Value) -> Vec<f64> {
    match value {
        serde_json::Value::Array(all) => all.iter().flat_map(numbers).collect(),
        serde_json::Value::String(text) => vec![text.parse().unwrap()],
        other => vec![other.as_f64().unwrap()],
    }
}

#[test]
fn selu_normalises_as_the_paper_says() {
    let table: serde_json::Value = serde_json::from_str(SELU).unwrap();
    let of = |row: &serde_json::Value, name: &str| numbers(&row[name])[0];
    let map = |row: &serde_json::Value| selu::Map {
        field: field("selu"),
        omega: of(row, "omega"),
        tau: of(row, "tau"),
    };
    for row in table["map"].as_array().unwrap() {
        let [mu, nu] = map(row).next([of(row, "mu"), of(row, "nu")]);
        check("mu", mu, of(row, "mu_next"), 1e-12);
        check("nu", nu, of(row, "nu_next"), 1e-12);
    }
    let points = table["fixed_points"].as_array().unwrap();
    assert_eq!(points.len(), 12);
    for row in points {
        let map = map(row);
        let point = map.fixed_point().unwrap_or_else(|| panic!("{row}"));
        let what = format!("{} {}", map.omega, map.tau);
        let next = map.next(point);
        check(&what, next[0], point[0], 1e-14);
        check(&what, next[1], point[1], 1e-14);
        // At τ = 0.5 the table's iteration, which shrinks by 0.9956, had not come to the end.
        let want = numbers(&row["eigenvalues"]);
        let most = if want[1] > 0.99 { 1e-3 } else { 1e-9 };
        check(&what, point[0], of(row, "mu"), most);
        check(&what, point[1], of(row, "nu"), most);
        let jacobian = map.jacobian(point);
        for (got, want) in jacobian.concat().into_iter().zip(numbers(&row["jacobian"])) {
            check(&what, got, want, most);
        }
        for (got, want) in selu::eigenvalues(jacobian).into_iter().zip(want) {
            check(&what, got, want, most);
        }
        let largest = selu::largest_singular_value(jacobian);
        check(&what, largest, of(row, "largest_singular"), most);
        check(&what, map.chi(point), of(row, "chi"), most);
    }
    let map = selu::Map { field: field("selu"), omega: 0.0, tau: 1.0 };
    let jacobian = map.jacobian([0.0, 1.0]);
    for (got, want) in jacobian.concat().into_iter().zip(numbers(&table["jacobian_01"])) {
        check("jacobian", got, want, 1e-12);
    }
    check("chi", map.chi([0.0, 1.0]), numbers(&table["chi_01"])[0], 1e-12);
    for path in table["paths_omega0_tau1"].as_array().unwrap() {
        let want = numbers(path);
        for (got, want) in map.path([want[0], want[1]]).zip(want.chunks(2)) {
            check("path", got[0], want[0], 1e-9);
            check("path", got[1], want[1], 1e-9);
        }
    }
}
