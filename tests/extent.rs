//! The heights of fitted windows and of axes of their own, against brute force: every function, f,
//! f′ and f″, over the whole length of its sliders and in windows of every size near 0 and far away.

#![cfg(not(target_arch = "wasm32"))] // too much for a browser
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::{ALL, Activation, Param, Window, by_id};
use activation_explorer::numeric::extent::extent;
use activation_explorer::numeric::sample::next_to;
use activation_explorer::plot::{fitted, own_heights};
use activation_explorer::properties::second;

type Range = (f64, f64);
/// The name of a curve, its function and its breaks.
type Curve<'a> = (&'a str, &'a dyn Fn(f64) -> f64, &'a [f64]);

/// The defaults, the ends of the sliders, and some between.
fn parameter_sets(act: &Activation) -> Vec<Vec<f64>> {
    let mut sets = vec![act.defaults()];
    for share in [0.0, 0.21, 0.77, 1.0] {
        let at = |p: &Param| p.slider.0 + share * (p.slider.1 - p.slider.0);
        sets.push(act.params.iter().map(at).collect());
    }
    for set in &mut sets {
        (act.agree)(set);
    }
    sets.dedup();
    sets
}

/// The length of a period, for the functions that have one.
fn period(act: &Activation, p: &[f64]) -> Option<f64> {
    ["sinusoid", "snake"].contains(&act.id).then(|| std::f64::consts::TAU / p[0].abs())
}

/// The least and the greatest of very many values: on each stretch between the seams evenly, closer
/// and closer to its ends, and all over some periods, wherever they are.
fn brute(f: &dyn Fn(f64) -> f64, seams: &[f64], period: Option<f64>, (from, to): Range) -> Range {
    let mut ends = vec![from];
    ends.extend(seams.iter().copied().filter(|s| from < *s && *s < to));
    ends.push(to);
    let mut found = (f64::INFINITY, f64::NEG_INFINITY);
    let mut put = |x: f64| {
        let y = f(x);
        if (from..=to).contains(&x) && y.is_finite() {
            found = (found.0.min(y), found.1.max(y));
        }
    };
    ends.iter().copied().for_each(&mut put);
    for pair in ends.windows(2) {
        let (a, b) = (next_to(pair[0], 1.0), next_to(pair[1], -1.0));
        for i in 0..=2000 {
            put(a + (b - a) * f64::from(i) / 2000.0);
        }
        for i in 0..=700 {
            let near = (b - a) * 10f64.powf(-f64::from(i) / 50.0);
            put(a + near);
            put(b - near);
        }
        for place in (0..20).filter(|_| period.is_some()) {
            let length = period.unwrap().min(b - a);
            let start = a + (b - a - length) * f64::from(place) / 19.0;
            (0..=200).for_each(|i| put(start + length * f64::from(i) / 200.0));
        }
    }
    found
}

/// The difference that counts: a thousandth of the height, and rounding.
fn allowed((low, high): Range) -> f64 {
    1.5e-3 * (high - low) + 1e-13 * low.abs().max(high.abs()) + 1e-300
}

const WIDTHS: [f64; 11] = [1e-6, 1e-4, 1e-2, 0.3, 3.0, 10.0, 100.0, 2003.0, 3e4, 1e5, 1e6];
const CENTRES: [f64; 11] = [0.0, 0.49, -0.49, 1.7, -2.6, 30.0, -317.0, 1e3, -1e4, 1e6, -1e6];

#[test]
fn the_extent_of_every_curve_is_that_of_very_many_points() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for act in ALL {
        for p in parameter_sets(act) {
            let breaks = act.breaks(&p);
            let mut seams = breaks.clone();
            seams.push(0.0);
            seams.sort_by(f64::total_cmp);
            seams.dedup();
            let d2f = second(act, &p);
            let curves: [Curve; 3] = [
                ("f", &|x| act.f(x, &p), &breaks),
                ("f′", &|x| act.df(x, &p), &breaks),
                ("f″", &d2f, &seams),
            ];
            for (name, f, breaks) in curves {
                for (i, width) in WIDTHS.iter().enumerate() {
                    for (j, centre) in CENTRES.iter().enumerate() {
                        let from = centre - [0.5, 0.0, 1.0, 0.37][(i + j) % 4] * width;
                        let to = from + width;
                        let truth = brute(f, &seams, period(act, &p), (from, to));
                        let found = extent(f, breaks, from, to);
                        let right = found.is_some_and(|found| {
                            (found.0 - truth.0).abs() <= allowed(truth)
                                && (found.1 - truth.1).abs() <= allowed(truth)
                        });
                        seen += 1;
                        if !(right || (found.is_none() && truth.0 > truth.1)) {
                            wrong.push(format!(
                                "{} {p:?} {name} on [{from}, {to}]: {found:?}, not {truth:?}",
                                act.id
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 40_000, "only {seen}");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn fit_and_the_own_axis_hold_the_whole_curve() {
    let at = |id, p: &[f64], from: f64, to: f64| {
        let (act, window) = (by_id(id).unwrap(), Window::new(from, to, 0.0, 1.0));
        let fit = fitted(act, p, &window, false);
        let own = own_heights(act, p, &window, false);
        // Without the room above and below.
        let inner = |low: f64, high: f64, room: f64| {
            let room = room * (high - low) / (1.0 + 2.0 * room);
            (low + room, high - room)
        };
        (inner(fit.y_min, fit.y_max, 0.08), inner(own.0, own.1, 0.06))
    };
    let near = |a: Range, b: Range| {
        let size = b.1 - b.0;
        assert!((a.0 - b.0).abs() < 1e-3 * size && (a.1 - b.1).abs() < 1e-3 * size, "{a:?} {b:?}");
    };
    for (omega, end) in [(15.1, 50.0), (18.1, 250.0), (9.8, 1000.0), (30.0, 1e6)] {
        let (f, df) = at("sinusoid", &[omega], -end, end);
        near(f, (-1.0, 1.0));
        near(df, (-omega, omega));
    }
    let (f, df) = at("gaussian", &[], -1000.0, 1003.0);
    near(f, (0.0, 1.0));
    let steepest = libm::sqrt(2.0 / std::f64::consts::E);
    near(df, (-steepest, steepest));
}

#[test]
fn intervals_that_are_none_have_no_extent() {
    for (from, to) in [(1.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
        assert_eq!(extent(&|x| x, &[], from, to), None);
    }
    assert_eq!(extent(&|_| f64::NAN, &[], 0.0, 1.0), None);
    assert_eq!(extent(&|_| 3.0, &[], 0.0, 1.0), Some((3.0, 3.0)));
    assert_eq!(extent(&|_| 0.0, &[], -1.0, 1.0), Some((0.0, 0.0)));
    assert_eq!(extent(&|x| 1.0 / x, &[0.0], 1.0, 2.0), Some((0.5, 1.0)));
}
