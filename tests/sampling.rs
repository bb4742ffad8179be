//! Plots of every function through windows of every size, near 0 and far from it, against the
//! true curves; and of hostile parameters and windows: never a panic, never without bound.

#![cfg(not(target_arch = "wasm32"))] // proptest needs a source of randomness
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "sampling/check.rs"]
mod check;

use activation_explorer::activation::{ALL, Activation, Param, Window};
use activation_explorer::numeric::sample::sample;
use check::{Cost, Plot};
use proptest::prelude::*;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;

#[test]
fn straight_functions_cost_at_most_eight_points() {
    let w = Window::new(-5.0, 7.0, -8.0, 8.0);
    for id in [
        "identity",
        "relu",
        "leaky_relu",
        "prelu",
        "relu6",
        "hardtanh",
        "hard_sigmoid",
        "abs",
        "softshrink",
    ] {
        let act = ALL.iter().find(|a| a.id == id).copied();
        let Some(act) = act else { panic!("no {id}") };
        let p = act.defaults();
        for f in [Activation::f, Activation::df] {
            let strokes = sample(|x| f(act, x, &p), &act.breaks(&p), &w, WIDTH, HEIGHT);
            let points: usize = strokes.iter().map(Vec::len).sum();
            assert!(points <= 8, "{id}: {points} points");
        }
    }
}

/// Parameters nobody chooses on purpose, in every function's own window and in odd ones.
#[test]
fn nothing_panics_or_grows_without_bound() {
    let extremes = [0.0, -0.0, 5e-324, 1e-300, 1e6, 1e300, -1e300, f64::MAX, f64::MIN];
    let odd = [
        Window::new(-f64::MAX, f64::MAX, -f64::MAX, f64::MAX),
        Window::new(-1e300, 1e300, -1e300, 1e300),
        Window::new(0.0, 5e-324, 0.0, 5e-324),
        Window::new(1.0, -1.0, 1.0, -1.0),
        Window::new(f64::NAN, 1.0, f64::INFINITY, 1.0),
    ];
    for act in ALL {
        for &extreme in &extremes {
            let mut p: Vec<f64> = act.params.iter().map(|param| param.clamp(extreme)).collect();
            (act.agree)(&mut p);
            for w in odd.iter().chain([&act.window]) {
                for f in [Activation::f, Activation::df] {
                    let strokes = sample(|x| f(act, x, &p), &act.breaks(&p), w, WIDTH, HEIGHT);
                    let points: usize = strokes.iter().map(Vec::len).sum();
                    assert!(points < 20_000, "{act:?} {p:?} {w:?}: {points} points");
                }
            }
        }
    }
}

/// The default parameters, the ends of the sliders in every combination, and some between.
fn parameter_sets(act: &Activation) -> Vec<Vec<f64>> {
    let mut sets = vec![act.defaults()];
    for ends in 0..1usize << act.params.len() {
        let at = |(i, p): (usize, &Param)| {
            if ends >> i & 1 == 0 { p.slider.0 } else { p.slider.1 }
        };
        sets.push(act.params.iter().enumerate().map(at).collect());
    }
    for share in [0.21, 0.77] {
        let at = |p: &Param| p.slider.0 + share * (p.slider.1 - p.slider.0);
        sets.push(act.params.iter().map(at).collect());
    }
    for set in &mut sets {
        (act.agree)(set);
    }
    sets.dedup();
    sets
}

/// The largest bound on the points of a plot.
fn most_points(plot: &Plot) -> f64 {
    match plot.period() {
        Some(period) if plot.size.0 > 3.0 * period => 4.0 * plot.size.0,
        _ => 400.0,
    }
}

fn judge(plot: &Plot) -> Result<Cost, String> {
    let cost = plot.check().map_err(|why| format!("{plot:?}: {why}"))?;
    if cost.points as f64 > most_points(plot) {
        return Err(format!("{plot:?}: {cost:?}"));
    }
    Ok(cost)
}

/// Windows around places where something happens and far from them.
#[test]
fn every_curve_is_right_in_windows_of_every_size_and_place() {
    let widths = [1e-6, 1e-4, 1e-2, 0.3, 3.0, 10.0, 50.0, 400.0, 3e3, 2e4, 1e6];
    let centres = [0.0, 0.49, -0.49, 1.7, -2.6, 30.0, -1e3, 1e3, 1e6, -1e6];
    let mut pick = 0usize;
    let mut wrong = Vec::new();
    let mut seen = 0;
    let mut most = (0, 0);
    for act in ALL {
        for p in parameter_sets(act) {
            for deriv in [false, true] {
                for (w, width) in widths.iter().enumerate() {
                    for (c, centre) in centres.iter().enumerate() {
                        pick += 7 + w + c;
                        let height = widths[pick % widths.len()];
                        let value = |x| if deriv { act.df(x, &p) } else { act.f(x, &p) };
                        // Where the curve is at the centre, 0, 1, or as far up as right.
                        let middle = [value(*centre) + 0.2 * height, 0.0, 1.0, value(*centre)];
                        let middle = middle[pick / 11 % middle.len()];
                        // An edge of the window at the place itself, now and then.
                        let shift = [0.0, 0.5, -0.5, 0.13][pick / 5 % 4] * width;
                        let window = Window::new(
                            centre + shift - width / 2.0,
                            centre + shift + width / 2.0,
                            middle - height / 2.0,
                            middle + height / 2.0,
                        );
                        let size = [(720.0, 420.0), (300.0, 150.0), (1500.0, 700.0)][pick % 3];
                        let plot = Plot { act, deriv, p: p.clone(), window, size };
                        seen += 1;
                        match judge(&plot) {
                            Ok(cost) => {
                                most.0 = most.0.max(cost.points);
                                most.1 = most.1.max(cost.evaluations);
                            }
                            Err(why) => wrong.push(why),
                        }
                    }
                }
            }
        }
    }
    eprintln!("most {most:?} of {seen}");
    assert!(wrong.is_empty(), "{} of {seen} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

prop_compose! {
    /// Any function in any window, more often than not one in which it can be seen.
    fn any_plot()(
        act in prop::sample::select(ALL),
        deriv in any::<bool>(),
        shares in prop::collection::vec(0.0..=1.0, 2),
        (width, height) in (-6.0..6.0, -6.0..6.0),
        place in prop_oneof![Just(0.0), -8.0..8.0, -1e3..1e3, -1e6..1e6],
        (across, up) in (-0.5..0.5, -0.6..0.6),
        on_the_curve in prop::bool::weighted(0.7),
        size in prop::sample::select(vec![(720.0, 420.0), (180.0, 110.0), (1800.0, 900.0)]),
    ) -> Plot {
        let between = |(p, share): (&Param, &f64)| p.slider.0 + share * (p.slider.1 - p.slider.0);
        let mut p: Vec<f64> = act.params.iter().zip(&shares).map(between).collect();
        (act.agree)(&mut p);
        let (width, height) = (10f64.powf(width), 10f64.powf(height));
        let (f, df) = act.eval(place, &p);
        let middle = if on_the_curve { if deriv { df } else { f } } else { 0.0 };
        let (left, bottom) = (place + (across - 0.5) * width, middle + (up - 0.5) * height);
        let window = Window::new(left, left + width, bottom, bottom + height);
        Plot { act, deriv, p, window, size }
    }
}

#[test]
#[ignore]
fn zz_hunt() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
    let seed: u8 = std::env::var("SEED").map_or(1, |s| s.parse().unwrap());
    let n: usize = std::env::var("N").map_or(100000, |s| s.parse().unwrap());
    let mut r = TestRunner::new_with_rng(
        Config::default(),
        TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]),
    );
    let s = any_plot();
    let mut bad = 0;
    let mut most = (0.0f64, 0usize);
    for _ in 0..n {
        let plot = s.new_tree(&mut r).unwrap().current();
        match judge(&plot) {
            Ok(c) => {
                most.0 = most.0.max(c.evaluations as f64 / plot.size.0);
                most.1 = most.1.max(if plot.period().is_none() { c.evaluations } else { 0 });
            }
            Err(why) => {
                bad += 1;
                eprintln!("BAD {why}");
            }
        }
    }
    eprintln!("{bad} bad of {n}, {most:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn every_curve_is_right_in_any_window(plot in any_plot()) {
        if let Err(why) = judge(&plot) {
            prop_assert!(false, "{}", why);
        }
    }
}
