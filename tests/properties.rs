//! Computed properties against known constants, the fact check's table and brute force.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::{ALL, Activation, by_id};
use activation_explorer::address::{Choice, Trait, Traits};
use activation_explorer::content::TRAITS;
use activation_explorer::properties::{
    Class, Decay, Monotone, Parity, Properties, Range, Saturation, properties,
};
use common::rows;
use std::f64::consts::PI;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const CONSTANTS: &str = include_str!("data/constants.csv");

fn of(id: &str) -> Properties {
    let act = by_id(id).unwrap();
    properties(act, &act.defaults())
}

/// Lower end, whether attained, upper end, whether attained.
fn ends(ranges: &[Range]) -> Vec<(f64, bool, f64, bool)> {
    ranges.iter().map(|r| (r.low.value, r.low.attained, r.high.value, r.high.attained)).collect()
}

fn constant(name: &str) -> f64 {
    let row = rows(CONSTANTS).find(|row| row.get("name") == name);
    row.unwrap_or_else(|| panic!("no constant {name}")).get("value").parse().unwrap()
}

fn near(got: f64, want: f64, tolerance: f64, what: &str) {
    assert!((got - want).abs() <= tolerance * want.abs().max(1.0), "{what}: {got} want {want}");
}

#[test]
fn extrema_match_the_table_of_constants() {
    for id in ["swish", "gelu", "mish", "hardswish", "gelu_tanh"] {
        let p = of(id);
        let turn = p.turns[0];
        assert!(p.turns.len() == 1 && !turn.max, "{id}: {:?}", p.turns);
        near(turn.x, constant(&format!("{id}_argmin")), 1e-12, id);
        near(turn.y, constant(&format!("{id}_min")), 1e-14, id);
        assert!(p.range[0].low.attained && p.range[0].low.value == turn.y, "{id}: {:?}", p.range);
    }
    for id in ["swish", "gelu", "mish"] {
        let p = of(id);
        near(p.steepest.1, constant(&format!("{id}_dmax")), 1e-13, id);
        near(p.flattest.1, constant(&format!("{id}_dmin")), 1e-13, id);
        // A flat top: its place is known to half the digits of its height.
        near(p.steepest.0, constant(&format!("{id}_dmax_at")), 1e-7, id);
        assert_eq!(p.lipschitz, p.steepest.1, "{id}");
    }
    near(of("sigmoid").steepest.1, constant("sigmoid_dmax"), 1e-15, "sigmoid");
}

#[test]
fn moments_match_the_table_of_constants() {
    let mut seen = 0;
    for row in rows(CONSTANTS) {
        let Some(name) = row.get("name").strip_prefix("gauss_mean_") else { continue };
        let id = name.strip_suffix("_0_01").unwrap_or(name);
        let p = of(id);
        let second = constant(&format!("gauss_second_moment_{name}"));
        near(p.mean, row.get("value").parse().unwrap(), 1e-14, name);
        near(p.variance, second - p.mean * p.mean, 1e-13, name);
        seen += 1;
    }
    assert!(seen >= 11, "only {seen} means in the table");
}

#[test]
fn saturation_is_what_the_fact_check_says() {
    let (soft, power) = (Saturation::Soft(Decay::Exponential), Saturation::Soft(Decay::Algebraic));
    let (hard, none) = (Saturation::Hard, Saturation::None);
    // fact-check.md section 1, "Saturation classes (left/right)".
    let table = [
        ("sigmoid", soft, soft),
        ("tanh", soft, soft),
        ("softsign", power, power),
        ("gaussian", soft, soft),
        ("hard_sigmoid", hard(-3.0), hard(3.0)),
        ("hard_sigmoid_ab", hard(-2.5), hard(2.5)),
        ("hardtanh", hard(-1.0), hard(1.0)),
        ("relu6", hard(0.0), hard(6.0)),
        ("binary_step", hard(0.0), hard(0.0)),
        ("relu", hard(0.0), none),
        ("squared_relu", hard(0.0), none),
        ("threshold", hard(1.0), none),
        ("thresholded_relu", hard(1.0), none),
        ("hardswish", hard(-3.0), none),
        ("elu", soft, none),
        ("celu", soft, none),
        ("selu", soft, none),
        ("softplus", soft, none),
        ("swish", soft, none),
        ("mish", soft, none),
        ("gelu", soft, none),
        ("gelu_tanh", soft, none),
        ("gelu_quick", soft, none),
        ("log_sigmoid", none, soft),
        ("leaky_relu", none, none),
        ("prelu", none, none),
        ("rrelu", none, none),
        ("identity", none, none),
        ("tanhshrink", none, none),
        ("softshrink", none, none),
        ("hardshrink", none, none),
        ("abs", none, none),
        ("sinusoid", none, none),
        ("snake", none, none),
    ];
    for (id, left, right) in table {
        let p = of(id);
        assert_eq!((p.left, p.right), (left, right), "{id}");
    }
    let elu = by_id("elu").unwrap();
    let relu = properties(elu, &[0.0]);
    assert_eq!(relu.left, hard(0.0), "ELU with α = 0 is ReLU");
    assert!(relu.range[0].low.value.is_sign_positive(), "its range starts at 0, not at −0");
    let swish = by_id("swish").unwrap();
    let mirrored = properties(swish, &[-1.0]);
    assert_eq!((mirrored.left, mirrored.right), (none, soft), "swish with β < 0 is mirrored");
}

#[test]
fn ranges_have_the_right_ends() {
    let only = |id: &str| {
        let range = of(id).range;
        assert_eq!(range.len(), 1, "{id}: {range:?}");
        ends(&range)[0]
    };
    let inf = f64::INFINITY;
    assert_eq!(only("sigmoid"), (0.0, false, 1.0, false));
    assert_eq!(only("tanh"), (-1.0, false, 1.0, false));
    assert_eq!(only("hard_sigmoid"), (0.0, true, 1.0, true));
    assert_eq!(only("relu"), (0.0, true, inf, false));
    assert_eq!(only("relu6"), (0.0, true, 6.0, true));
    assert_eq!(only("elu"), (-1.0, false, inf, false));
    assert_eq!(only("softplus"), (0.0, false, inf, false));
    assert_eq!(only("log_sigmoid"), (-inf, false, 0.0, false));
    assert_eq!(only("gaussian"), (0.0, false, 1.0, true));
    assert_eq!(only("sinusoid"), (-1.0, true, 1.0, true));
    assert_eq!(only("leaky_relu"), (-inf, false, inf, false));
    let union = |id: &str| ends(&of(id).range);
    assert_eq!(union("binary_step"), [(0.0, true, 0.0, true), (1.0, true, 1.0, true)]);
    assert_eq!(union("thresholded_relu"), [(0.0, true, 0.0, true), (1.0, false, inf, false)]);
    assert_eq!(
        union("hardshrink"),
        [(-inf, false, -0.5, false), (0.0, true, 0.0, true), (0.5, false, inf, false)]
    );
    near(only("selu").0, -constant("selu_lambda_alpha"), 1e-15, "selu");
}

#[test]
fn shapes_and_smoothness_are_told_apart() {
    let monotone = |id: &str| of(id).monotone;
    for id in
        ["sigmoid", "tanh", "softsign", "softplus", "elu", "selu", "celu", "leaky_relu", "snake"]
    {
        assert_eq!(monotone(id), Monotone::Increasing, "{id}");
    }
    for id in ["relu", "relu6", "hard_sigmoid", "binary_step", "softshrink", "squared_relu"] {
        assert_eq!(monotone(id), Monotone::NonDecreasing, "{id}");
    }
    for id in ["swish", "gelu", "mish", "hardswish", "gaussian", "sinusoid", "abs"] {
        assert_eq!(monotone(id), Monotone::No, "{id}");
    }
    assert_eq!(monotone("softmin"), Monotone::Decreasing);

    let class = |id: &str| of(id).regularity.class;
    for id in ["binary_step", "hardshrink", "threshold", "thresholded_relu"] {
        assert_eq!(class(id), Class::Discontinuous, "{id}");
    }
    for id in ["relu", "leaky_relu", "hardtanh", "softshrink", "selu", "hardswish", "abs"] {
        assert_eq!(class(id), Class::C0, "{id}");
    }
    for id in ["softsign", "squared_relu", "celu", "elu"] {
        assert_eq!(class(id), Class::C1, "{id}");
    }
    for id in
        ["sigmoid", "tanh", "gelu", "mish", "swish", "softplus", "sinusoid", "snake", "tanhshrink"]
    {
        assert_eq!(class(id), Class::Smooth, "{id}");
    }
    let elu = by_id("elu").unwrap();
    let kinks = properties(elu, &[0.5]).regularity.kinks;
    assert_eq!((kinks.len(), kinks[0].x, kinks[0].left, kinks[0].right), (1, 0.0, 0.5, 1.0));

    for id in ["tanh", "softsign", "sinusoid", "identity", "hardtanh", "softshrink", "tanhshrink"] {
        assert_eq!(of(id).parity, Parity::Odd, "{id}");
    }
    assert_eq!((of("gaussian").parity, of("abs").parity), (Parity::Even, Parity::Even));
    assert_eq!(of("gelu").parity, Parity::Neither);
}

#[test]
fn near_zero_and_fixed_points() {
    let inf = f64::INFINITY;
    // Row 4.5 of the fact check.
    for id in ["tanh", "softsign", "elu", "sinusoid", "snake"] {
        assert!(of(id).near_identity, "{id}");
    }
    for id in ["sigmoid", "softplus", "swish", "gelu", "mish", "relu", "selu"] {
        assert!(!of(id).near_identity, "{id}");
    }
    let fixed = |id: &str| ends(&of(id).fixed_points.intervals);
    assert_eq!(fixed("relu"), [(0.0, true, inf, false)]);
    assert_eq!(fixed("elu"), [(0.0, true, inf, false)]);
    assert_eq!(fixed("hardswish"), [(3.0, true, inf, false)]);
    assert_eq!(fixed("identity"), [(-inf, false, inf, false)]);
    assert_eq!(fixed("hardshrink"), [(-inf, false, -0.5, false), (0.5, false, inf, false)]);
    for id in ["gelu", "swish", "mish", "tanh", "softsign"] {
        let fixed = of(id).fixed_points;
        assert_eq!((fixed.points.as_slice(), fixed.intervals.len()), (&[0.0][..], 0), "{id}");
    }
    assert!(of("softplus").fixed_points.points.is_empty());
    assert_eq!(of("squared_relu").fixed_points.points, [0.0, 1.0]);
    near(of("sigmoid").fixed_points.points[0], 0.659_046_068_407_411_5, 1e-12, "σ(x) = x");
    assert_eq!(ends(&of("relu").zeros.intervals), [(-inf, false, 0.0, true)]);
    assert_eq!(of("log_sigmoid").zeros, Default::default());
}

/// The properties of an oscillation, slow or fast.
#[test]
fn oscillations_are_followed_at_their_own_pace() {
    let of = |id: &str, p: f64| properties(by_id(id).unwrap(), &[p]);
    for omega in [0.01, 0.1, 0.2, 1.0, 10.0, 100.0, 1000.0] {
        let found = of("sinusoid", omega);
        let wanted: Vec<f64> = (-4..=4).map(|k| f64::from(k) * PI / omega).collect();
        let window = (-4.1 * PI / omega, 4.1 * PI / omega);
        let zeros = found.zeros.within(window, 0.0, 100).items;
        assert_eq!(zeros.len(), 9, "ω = {omega}: {zeros:?}");
        for (got, want) in zeros.iter().zip(wanted) {
            near(*got, want, 1e-15, &format!("a zero for ω = {omega}"));
        }
        assert!(found.zeros.period.is_some() && found.monotone == Monotone::No, "ω = {omega}");
        assert_eq!(found.turns_within(window, 0.0, 100).items.len(), 8, "ω = {omega}");
        // E sin²(ωZ) = (1 − e^{−2ω²})/2.
        let variance = (1.0 - (-2.0 * omega * omega).exp()) / 2.0;
        near(found.variance, variance, 1e-12, &format!("the variance for ω = {omega}"));

        // Snake touches the diagonal at every kπ/a without crossing it.
        let snake = of("snake", omega);
        let fixed = snake.fixed_points.within(window, 0.0, 100).items;
        assert_eq!(fixed.len(), 9, "a = {omega}: {fixed:?}");
        for (k, got) in (-4..=4).zip(&fixed) {
            let want = f64::from(k) * PI / omega;
            near(*got, want, 1e-15, &format!("a fixed point for a = {omega}"));
        }
        assert!(snake.fixed_points.period.is_some() && snake.zeros.period.is_none(), "a = {omega}");
        assert_eq!(snake.zeros.points, [0.0], "a = {omega}");
        assert_eq!(snake.monotone, Monotone::Increasing, "a = {omega}");
    }
    let once = of("sinusoid", 1.0).fixed_points;
    assert_eq!((once.points.as_slice(), once.more), (&[0.0][..], false));
}

/// Parameters that put kinks, zeros and extrema far from 0.
#[test]
fn wide_functions_are_seen_whole() {
    let of = |id: &str, p: &[f64]| properties(by_id(id).unwrap(), p);
    assert_eq!(of("softshrink", &[25.0]).monotone, Monotone::NonDecreasing);
    assert_eq!(of("hardtanh", &[-30.0, 30.0]).monotone, Monotone::NonDecreasing);
    let swish = of("swish", &[0.05]);
    assert_eq!((swish.monotone, swish.turns.len()), (Monotone::No, 1));
    // A gate that is shut.
    let shut = of("glu", &[0.0]);
    assert_eq!((shut.left, shut.right), (Saturation::Hard(0.0), Saturation::Hard(0.0)));
}

fn settings(act: &'static Activation) -> Vec<Vec<f64>> {
    let mut all = vec![act.defaults()];
    for (i, param) in act.params.iter().enumerate() {
        for value in [param.slider.0, 0.5 * (param.slider.0 + param.slider.1), param.slider.1] {
            let mut p = act.defaults();
            p[i] = value;
            (act.agree)(&mut p);
            all.push(p);
        }
    }
    all
}

/// Everything computed agrees with what a dense grid, uneven to the seams, shows.
#[test]
fn every_function_agrees_with_brute_force() {
    for act in ALL {
        for p in settings(act) {
            let got = properties(act, &p);
            let grid: Vec<f64> =
                (-60_000..60_000).map(|i| f64::from(i) * 5.003e-4 + 1e-5).collect();
            let values: Vec<(f64, f64)> = grid.iter().map(|x| act.eval(*x, &p)).collect();
            let what = format!("{act:?} {p:?}");
            let slack = 1e-9;
            for (x, (f, df)) in grid.iter().zip(&values) {
                let inside = |r: &Range| r.low.value - slack <= *f && *f <= r.high.value + slack;
                assert!(
                    got.range.iter().any(inside),
                    "{what}: f({x}) = {f} not in {:?}",
                    got.range
                );
                assert!(
                    got.flattest.1 - slack <= *df && *df <= got.steepest.1 + slack,
                    "{what}: f′({x}) = {df} outside {:?} {:?}",
                    got.flattest,
                    got.steepest
                );
            }
            let steps: Vec<f64> = values.windows(2).map(|w| w[1].0 - w[0].0).collect();
            let up = steps.iter().any(|s| *s > 1e-12);
            let down = steps.iter().any(|s| *s < -1e-12);
            match got.monotone {
                Monotone::Increasing | Monotone::NonDecreasing => assert!(up && !down, "{what}"),
                Monotone::Decreasing | Monotone::NonIncreasing => assert!(down && !up, "{what}"),
                Monotone::Constant => assert!(!up && !down, "{what}"),
                Monotone::No => assert!(up && down, "{what}"),
            }
            if got.lipschitz.is_finite() {
                let steepest = steps.iter().fold(0.0f64, |m, s| m.max(s.abs())) / 5.003e-4;
                assert!(
                    steepest <= got.lipschitz * (1.0 + 1e-9) + slack,
                    "{what}: {steepest} > {}",
                    got.lipschitz
                );
            }
            for x in &got.zeros.points {
                assert!(act.f(*x, &p).abs() < 1e-9, "{what}: f({x}) is no zero");
            }
            for x in &got.fixed_points.points {
                assert!((act.f(*x, &p) - x).abs() < 1e-9, "{what}: {x} is not fixed");
            }
            // Monte Carlo would be noise; the midpoint rule on the grid is not.
            let weight =
                |x: f64| libm::exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt() * 5.003e-4;
            let mean: f64 = grid.iter().zip(&values).map(|(x, v)| v.0 * weight(*x)).sum();
            near(got.mean, mean, 1e-3, &what);
        }
    }
}

/// The press writes a bit for each trait, in an order of its own.
#[test]
fn the_gallery_chooses_by_the_computed_properties() {
    let mut seen = [0; Trait::NAMES.len()];
    for (act, bits) in ALL.iter().zip(TRAITS) {
        let p = properties(act, &act.defaults());
        let (first, last) = (p.range.first().unwrap(), p.range.last().unwrap());
        for ((each, name), seen) in Trait::NAMES.iter().zip(&mut seen) {
            let wanted = match each {
                Trait::Bounded => first.low.value > f64::MIN && last.high.value < f64::MAX,
                Trait::Monotone => p.monotone != Monotone::No,
                Trait::Smooth => p.regularity.class == Class::Smooth,
                Trait::ZeroCentred => p.mean == 0.0,
                Trait::Kink => !p.regularity.kinks.is_empty(),
                Trait::Saturates => [p.left, p.right].iter().any(|s| *s != Saturation::None),
            };
            assert_eq!(Traits::of_bits(bits).has(*each), wanted, "{}: {name}", act.id);
            *seen += usize::from(wanted);
        }
    }
    // A filter that keeps all or none would be no filter.
    assert!(seen.iter().all(|n| (1..ALL.len()).contains(n)), "{seen:?}");
}

/// Any parameter an address can set gives some properties in bounded time.
#[test]
fn hostile_parameters_do_no_harm() {
    for act in ALL {
        for extreme in [0.0, 5e-324, 1e-300, -1e6, 1e6, 1e300, -1e300, f64::MAX, f64::MIN] {
            let mut p: Vec<f64> = act.params.iter().map(|param| param.clamp(extreme)).collect();
            (act.agree)(&mut p);
            let got = properties(act, &p);
            assert!(got.turns.len() < 100_000, "{act:?} {p:?}: {} turns", got.turns.len());
        }
    }
}
