//! Plots of hostile parameters and windows: never a panic, never without bound.

use activation_explorer::activation::{ALL, Activation, Window};
use activation_explorer::numeric::sample::sample;

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
