//! Plots of every function through windows of every size, near 0 and far from it, against the
//! true curves; and of hostile parameters and windows: never a panic, never without bound.

#![cfg(not(target_arch = "wasm32"))] // proptest needs a source of randomness
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "sampling/check.rs"]
mod check;

use activation_explorer::activation::{ALL, Activation, Param, Window, by_id};
use activation_explorer::numeric::sample::sample;
use check::{Cost, Plot};
use proptest::prelude::*;
use std::cell::Cell;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;

/// The most evaluations of a function a plot so wide may take.
fn most_evaluations(width: f64) -> usize {
    5000 + 33 * width as usize
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
        _ => {
            if straight(plot) {
                8.0
            } else {
                400.0
            }
        }
    }
}

/// True if the curve is made of straight lines, broken at the function's own breaks.
fn straight(plot: &Plot) -> bool {
    let lines = [
        "hard_sigmoid",
        "hard_sigmoid_ab",
        "hardtanh",
        "relu",
        "leaky_relu",
        "prelu",
        "rrelu",
        "relu6",
        "threshold",
        "thresholded_relu",
        "softshrink",
        "hardshrink",
        "sparsemax",
        "maxout",
        "reglu",
        "bilinear",
        "identity",
        "binary_step",
        "abs",
    ];
    let slopes = ["hardswish", "squared_relu"];
    lines.contains(&plot.act.id) || plot.deriv && slopes.contains(&plot.act.id)
}

fn judge(plot: &Plot) -> Result<Cost, String> {
    let cost = plot.check().map_err(|why| format!("{plot:?}: {why}"))?;
    if cost.points as f64 > most_points(plot) || cost.evaluations > most_evaluations(plot.size.0) {
        return Err(format!("{plot:?}: {cost:?}"));
    }
    Ok(cost)
}

fn all_right(plots: impl Iterator<Item = Plot>) -> usize {
    let verdicts: Vec<_> = plots.map(|plot| judge(&plot)).collect();
    let wrong: Vec<_> =
        verdicts.iter().filter_map(|v| v.as_ref().err()).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), verdicts.len(), wrong.join("\n"));
    verdicts.len()
}

/// Every function and derivative with every set of parameters.
fn curves() -> impl Iterator<Item = (&'static Activation, Vec<f64>, bool)> {
    ALL.iter().flat_map(|act| {
        parameter_sets(act)
            .into_iter()
            .flat_map(move |p| [false, true].map(|deriv| (*act, p.clone(), deriv)))
    })
}

#[test]
fn every_curve_is_right_in_its_own_window() {
    let sizes = [(720.0, 420.0), (260.0, 170.0), (1900.0, 900.0)];
    let plots = curves().flat_map(|(act, p, deriv)| {
        sizes.map(|size| Plot { act, deriv, p: p.clone(), window: act.window, size })
    });
    assert!(all_right(plots) > 900);
}

/// Windows around kinks, jumps and extrema, and far from them.
#[test]
fn every_curve_is_right_in_windows_of_every_size_and_place() {
    let widths = [1e-6, 1e-4, 1e-2, 0.3, 3.0, 10.0, 50.0, 400.0, 3e3, 2e4, 1e6];
    let centres = [0.0, 0.49, -0.49, 1.7, -2.6, 30.0, -1e3, 1e3, 1e6, -1e6];
    let sizes = [(720.0, 420.0), (300.0, 150.0), (1500.0, 700.0)];
    // The rest of each window is dealt from these in turn, with cycles that do not divide.
    let mut deal = 0;
    let plots = curves().flat_map(|(act, p, deriv)| {
        let places = widths.iter().flat_map(|width| centres.map(|centre| (*width, centre)));
        places
            .map(|(width, centre)| {
                deal += 1;
                let height = widths[deal * 7 % widths.len()];
                let (f, df) = act.eval(centre, &p);
                let y = if deriv { df } else { f };
                let middle = [y + 0.2 * height, 0.0, 1.0, y, y - 0.5 * height][deal % 5];
                // An edge of the window at the place itself, now and then.
                let left = centre - [0.5, 0.0, 1.0, 0.37][deal / 3 % 4] * width;
                let bottom = middle - 0.5 * height;
                let window = Window::new(left, left + width, bottom, bottom + height);
                Plot { act, deriv, p: p.clone(), window, size: sizes[deal / 7 % 3] }
            })
            .collect::<Vec<_>>()
    });
    assert!(all_right(plots) > 30_000);
}

/// Tips of waves that only just reach into the window, wherever in it they are.
#[test]
fn no_tip_of_a_wave_is_missed() {
    let plots = (0..1000).flat_map(|i| {
        let [snake, sinusoid] = ["snake", "sinusoid"].map(|id| by_id(id).unwrap());
        let i = f64::from(i);
        let (a, left, width) = (0.5 + 0.0091 * i, -40.0 + 0.0537 * i, 2.0 + 0.0017 * i);
        let height = 10f64.powf(-1.0 - 0.0045 * i);
        let window = |bottom: f64| Window::new(left, left + width, bottom, bottom + height);
        let plot =
            |act, deriv, window| Plot { act, deriv, p: vec![a], window, size: (1800.0, 900.0) };
        [
            plot(snake, true, window(0.1 * height)),
            plot(snake, true, window(2.0 - 1.1 * height)),
            plot(sinusoid, false, window(1.0 - 1.1 * height)),
        ]
    });
    assert!(all_right(plots) == 3000);
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn every_curve_is_right_in_any_window(plot in any_plot()) {
        if let Err(why) = judge(&plot) {
            prop_assert!(false, "{}", why);
        }
    }
}

/// Points and evaluations of any function at all, in any window.
fn cost(f: impl Fn(f64) -> f64, breaks: &[f64], window: &Window, size: (f64, f64)) -> Cost {
    let evaluations = Cell::new(0);
    let counted = |x| {
        evaluations.set(evaluations.get() + 1);
        f(x)
    };
    let strokes = sample(counted, breaks, window, size.0, size.1);
    let inside = |p: &(f64, f64)| {
        (window.x_min..=window.x_max).contains(&p.0) && (window.y_min..=window.y_max).contains(&p.1)
    };
    assert!(strokes.iter().flatten().all(inside), "{window:?}");
    Cost { points: strokes.iter().map(Vec::len).sum(), evaluations: evaluations.get() }
}

const NUMBERS: [f64; 12] =
    [0.0, -0.0, 5e-324, 1e-300, 1.0, 1e6, 1e16, 1e300, -1e300, f64::MAX, f64::INFINITY, f64::NAN];

/// Windows that nobody chooses on purpose: reversed, empty, infinite, with NaN, too small or too
/// far away for f64.
fn odd_windows() -> Vec<Window> {
    let mut windows = vec![
        Window::new(-f64::MAX, f64::MAX, -f64::MAX, f64::MAX),
        Window::new(-1e300, 1e300, -1e300, 1e300),
        Window::new(0.0, 5e-324, 0.0, 5e-324),
        Window::new(1.0, -1.0, 1.0, -1.0),
        Window::new(1e16, 1e16 + 10.0, 1e16, 1e16 + 10.0),
        Window::new(1e300, 1e300_f64.next_up(), -1.0, 1.0),
        Window::new(1.0, 1.0_f64.next_up(), 1.0, 1.0_f64.next_up()),
        Window::new(-5.0, 5.0, 1e300, 1e300_f64.next_up()),
        Window::new(-5.0, 5.0, 0.0, 1e-305),
    ];
    for a in NUMBERS {
        windows.push(Window::new(a, 2.0, -1.0, 1.0));
        windows.push(Window::new(-1.0, 1.0, a, 2.0));
        windows.push(Window::new(-1.0, a, -a, 3.0));
    }
    windows
}

/// Parameters nobody chooses on purpose, in every function's own window and in odd ones.
#[test]
fn nothing_panics_or_grows_without_bound() {
    let windows = odd_windows();
    for act in ALL {
        for &extreme in &NUMBERS {
            let mut p: Vec<f64> = act.params.iter().map(|param| param.clamp(extreme)).collect();
            (act.agree)(&mut p);
            for window in windows.iter().chain([&act.window]) {
                for f in [Activation::f, Activation::df] {
                    let cost = cost(|x| f(act, x, &p), &act.breaks(&p), window, (WIDTH, HEIGHT));
                    let most = most_evaluations(WIDTH);
                    assert!(cost.points <= 4 * 720, "{act:?} {p:?} {window:?}: {cost:?}");
                    assert!(cost.evaluations <= most, "{act:?} {p:?} {window:?}: {cost:?}");
                }
            }
            if act.params.is_empty() {
                break;
            }
        }
    }
}

/// Functions that are no curves: noise, poles, nothing, all of it in windows near and far.
#[test]
fn any_function_at_all_is_drawn_within_the_bounds() {
    let noise =
        |x: f64| (x.to_bits().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 11) as f64 / 2f64.powi(52);
    let functions: [(&str, &dyn Fn(f64) -> f64); 9] = [
        ("noise", &noise),
        ("faint noise", &|x| 1e-4 * noise(x)),
        ("noise with holes", &|x| if noise(x) > 1.0 { f64::NAN } else { noise(x) }),
        ("infinite noise", &|x| 1.0 / (noise(x) - 1.0).max(0.0)),
        ("a pole", &|x| 1.0 / x),
        ("a pole all the time", &|x| 1.0 / (1e3 * x).sin()),
        ("faster and faster", &|x| (1.0 / x).sin()),
        ("nothing", &|_| f64::NAN),
        ("a root", &|x| x.sqrt()),
    ];
    let own = [
        Window::new(-5.0, 5.0, -2.0, 3.0),
        Window::new(-1e6, 1e6, -1e-6, 1e-6),
        Window::new(1e6, 1e6 + 1e-6, 0.0, 1.0),
    ];
    for (name, f) in functions {
        for window in odd_windows().iter().chain(&own) {
            for size in [(WIDTH, HEIGHT), (1.0, 1.0), (8192.0, 20.0), (3e7, 1e9)] {
                let breaks = [-1e300, -1.0, 0.0, 1e-300, 2.0];
                let cost = cost(f, &breaks, window, size);
                let most = most_evaluations(size.0.min(10_000.0));
                assert!(cost.evaluations <= most, "{name} {window:?} {size:?}: {cost:?}");
                assert!(cost.points <= most, "{name} {window:?} {size:?}: {cost:?}");
            }
        }
    }
}

#[test]
fn sizes_that_are_none_give_nothing() {
    let window = Window::new(-5.0, 5.0, -2.0, 3.0);
    for side in [0.0, -0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(sample(|x| x, &[], &window, side, 100.0).is_empty(), "{side} wide");
        assert!(sample(|x| x, &[], &window, 100.0, side).is_empty(), "{side} high");
    }
}
