//! The zig-zag demo: against the fact check, against an independent program, and its invariants.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "zigzag/figures.rs"]
mod figures;

use activation_explorer::activation::{ALL, by_id};
use activation_explorer::views::zigzag::model::{LIMIT, Quadrants, Run, Setup, Status, one_signed};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn of(id: &str) -> Setup {
    Setup::of(by_id(id).unwrap())
}

/// The same algorithm in Python, with its own exp, log, cos and tanh: 12 digits.
/// True if a step may go into one of these quadrants; one along an axis borders on two.
fn contain(quadrants: Quadrants, step: [f64; 2]) -> bool {
    let borders = |signs: &[f64; 2]| step[0] * signs[0] >= 0.0 && step[1] * signs[1] >= 0.0;
    let open = Quadrants::SIGNS.iter().zip(quadrants.0);
    step == [0.0; 2] || open.into_iter().any(|(signs, open)| open && borders(signs))
}

#[test]
fn runs_are_those_of_another_program() {
    let setups = [
        (Setup { seed: 1, ..of("sigmoid") }, 40),
        (Setup { seed: 1, ..of("tanh") }, 10),
        (Setup { seed: 9, batch: 8, ..of("relu") }, 20),
        (
            Setup {
                seed: 3,
                centred: true,
                bias: true,
                momentum: 0.5,
                rate: 0.1,
                offset: 0.5,
                ..of("gelu")
            },
            30,
        ),
        // Batches that straddle two passes over the data.
        (Setup { seed: 4, batch: 5, rate: 0.3, ..of("sigmoid") }, 300),
    ];
    // w₁, w₂, b, path, steps of one sign, loss.
    let want = [
        (-0.5767593990927758, 0.5432962861367537, 0.0, 5.8469296289353, 40, 0.008594488875026559),
        (
            -1.0081632834352654,
            1.024595697868102,
            0.0,
            3.2259233035554393,
            5,
            0.00012448316075573343,
        ),
        (-0.9897837647793362, 0.9834279108393589, 0.0, 3.5522423864913155, 7, 6.573589452455017e-5),
        (
            -1.006931564467097,
            0.34330348723877885,
            0.4890401840643976,
            2.741516136552675,
            13,
            0.0663573773078685,
        ),
        (
            -0.9677464158787712,
            0.9623239452045314,
            0.0,
            4.914948918316562,
            187,
            5.824139979265221e-5,
        ),
    ];
    for ((setup, steps), (w1, w2, bias, path, one_sign, loss)) in setups.into_iter().zip(want) {
        let mut run = Run::new(setup);
        run.run_to(steps);
        let state = run.state();
        assert_eq!((run.steps(), state.one_sign), (steps, one_sign));
        for (got, want) in [
            (state.weights[0], w1),
            (state.weights[1], w2),
            (state.bias, bias),
            (state.path, path),
            (state.loss, loss),
        ] {
            assert!((got - want).abs() < 1e-12, "{:?}: {got} want {want}", run.setup());
        }
    }
}

/// The gradient over all samples is that of the loss, by central differences (exact to rounding:
/// the loss is quadratic).
#[test]
fn gradients_are_those_of_finite_differences() {
    for id in ["sigmoid", "tanh", "relu", "gelu", "softplus"] {
        let base = Setup { batch: 256, bias: true, offset: 0.3, start: [0.4, -1.7], ..of(id) };
        let loss = |setup: Setup| Run::new(setup).state().loss;
        let h = 1e-3;
        let along = |i: usize, h: f64| {
            let mut setup = base.clone();
            match i {
                0 | 1 => setup.start[i] += h,
                // The loss depends on the bias, which starts at 0, less the offset.
                _ => setup.offset -= h,
            }
            loss(setup)
        };
        let mut run = Run::new(base.clone());
        run.step();
        let got = run.state().gradient;
        for (i, got) in got.into_iter().enumerate() {
            let want = (along(i, h) - along(i, -h)) / (2.0 * h);
            assert!((got - want).abs() < 1e-11, "{id}, component {i}: {got} want {want}");
        }
        // The form of the contours has the same gradient.
        let surface = Run::new(base.clone()).surface();
        for (got, want) in surface.gradient(base.start).iter().zip(got) {
            assert!((got - want).abs() < 1e-13, "{id}: {got} want {want}");
        }
    }
}

#[test]
fn the_loss_and_the_optimum_are_those_of_the_data() {
    for bias in [false, true] {
        for offset in [0.0, 0.8] {
            let mut run = Run::new(Setup { bias, offset, ..of("sigmoid") });
            run.run_to(25);
            let (state, setup) = (*run.state(), run.setup());
            let loss = |w: [f64; 2], b: f64| {
                let errors = run.inputs().iter().map(|x| {
                    let t = setup.target[0] * x[0] + setup.target[1] * x[1] + offset;
                    w[0] * x[0] + w[1] * x[1] + b - t
                });
                errors.map(|e| 0.5 * e * e).sum::<f64>() / run.inputs().len() as f64
            };
            assert!((state.loss - loss(state.weights, state.bias)).abs() < 1e-14);
            assert!((run.surface().value([0.3, 2.0]) - loss([0.3, 2.0], state.bias)).abs() < 1e-14);
            let (best, b) = (run.optimum(), if bias { offset } else { 0.0 });
            for (dx, dy) in [(1e-3, 0.0), (-1e-3, 0.0), (0.0, 1e-3), (0.0, -1e-3), (1e-3, 1e-3)] {
                assert!(loss([best[0] + dx, best[1] + dy], b) > loss(best, b));
            }
            // Without offset, or with a bias for it, the teacher can be matched.
            assert_eq!(best == setup.target, bias || offset == 0.0);
        }
    }
}

#[test]
fn every_step_goes_into_an_allowed_quadrant() {
    let two = Quadrants([true, false, true, false]);
    for (id, batch, want) in [
        ("sigmoid", 1, two),
        ("sigmoid", 8, Quadrants::ALL),
        ("relu", 1, two),
        ("log_sigmoid", 1, two),
        ("tanh", 1, Quadrants::ALL),
        // Only one line to go along: all inputs are alike.
        ("binary_step", 1, two),
    ] {
        for momentum in [0.0, 0.5] {
            let mut run = Run::new(Setup { batch, momentum, tolerance: 0.0, ..of(id) });
            run.run_to(100);
            assert_eq!(run.quadrants(), want, "{id}, batch {batch}");
            let mut met = [0.0; 4];
            for state in &run.states()[1..] {
                let [x, y, _] = state.gradient;
                assert!(contain(want, [-x, -y]), "{id}: {state:?}");
                for (met, signs) in met.iter_mut().zip(Quadrants::SIGNS) {
                    *met += f64::from(-x * signs[0] > 0.0 && -y * signs[1] > 0.0);
                }
            }
            if batch == 1 && momentum == 0.0 && id != "binary_step" {
                assert!(met.iter().zip(want.0).all(|(met, open)| (*met > 0.0) == open), "{id}");
            }
        }
    }
    assert_eq!(Run::new(Setup { centred: true, ..of("sigmoid") }).quadrants(), Quadrants::ALL);
    assert!(!contain(two, [1.0, -1.0]) && contain(two, [0.0, 0.0]) && contain(two, [0.0, -2.0]));
}

#[test]
fn counts_and_lengths_are_sums_over_the_steps() {
    let mut run = Run::new(Setup { batch: 8, momentum: 0.3, ..of("sigmoid") });
    assert_eq!((run.one_sign_share(), run.displacement()), (None, 0.0));
    run.run_to(60);
    let (mut path, mut one_sign) = (0.0, 0);
    for pair in run.states().windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        path += libm::hypot(after.step[0], after.step[1]);
        one_sign += usize::from(one_signed(&after.gradient[..2]));
        for i in 0..2 {
            assert_eq!(after.weights[i], before.weights[i] + after.step[i]);
            assert_eq!(after.step[i], 0.3 * before.step[i] - 0.6 * after.gradient[i]);
        }
    }
    assert_eq!((run.state().path, run.state().one_sign), (path, one_sign));
    assert_eq!(run.one_sign_share(), Some(one_sign as f64 / 60.0));
    assert!(0 < one_sign && one_sign < 60);
    assert_eq!(run.straight(), 8f64.sqrt());
    assert!(run.displacement() <= path);
    assert_eq!(run.path().len(), 61);
    assert!(!one_signed(&[1.0, 0.0, -1.0]) && one_signed(&[0.0, -1.0]) && one_signed(&[0.0]));
}

#[test]
fn steps_can_be_taken_back_and_again() {
    for setup in [of("sigmoid"), Setup { batch: 64, momentum: 0.4, bias: true, ..of("relu") }] {
        let mut run = Run::new(setup.clone());
        let start = run.clone();
        run.run_to(4);
        let four = run.clone();
        run.run_to(7);
        assert_eq!(run.steps(), 7);
        for _ in 0..3 {
            assert!(run.step_back());
        }
        assert!(run == four);
        let mut again = four.clone();
        run.step();
        again.step();
        assert_eq!(run.state(), again.state());
        run.reset();
        assert!(run == start);
        assert!(!run.step_back());
    }
}

#[test]
fn runs_with_one_seed_see_the_same_pre_activations() {
    let plain = Run::new(Setup { seed: 5, ..of("identity") });
    for act in ALL {
        let run = Run::new(Setup { seed: 5, ..Setup::of(act) });
        for (x, z) in run.inputs().iter().zip(plain.inputs()) {
            assert_eq!(*x, z.map(|z| act.f(z, &act.defaults())), "{act:?}");
        }
    }
    assert_ne!(Run::new(Setup { seed: 6, ..of("identity") }).inputs(), plain.inputs());
    let centred = Run::new(Setup { seed: 5, centred: true, ..of("sigmoid") });
    for i in 0..2 {
        assert!(centred.inputs().iter().map(|x| x[i]).sum::<f64>().abs() < 1e-12);
    }
}

#[test]
fn a_run_that_diverges_stops_and_says_so() {
    let mut run = Run::new(Setup { rate: 1e3, ..Setup::default() });
    assert_eq!(run.run_to(LIMIT), Status::Diverged);
    assert!(run.steps() < 5 && run.steps_to_tolerance().is_none());
    let end = run.clone();
    assert_eq!(run.step(), Status::Diverged);
    assert!(run == end);
    // It can be taken back, and then it can go on again.
    assert!(run.step_back() && run.status() == Status::Running);
    // Just below and above the largest rate of descent with all samples.
    for (id, momentum, bias, centred) in [
        ("sigmoid", 0.0, false, false),
        ("sigmoid", 0.0, false, true),
        ("sigmoid", 0.8, false, false),
        ("sigmoid", 0.0, true, false),
        ("gelu", 0.5, true, true),
    ] {
        // Something for the bias to learn: centred inputs do not set it going.
        let offset = if bias { 0.5 } else { 0.0 };
        let base = Setup { batch: 256, tolerance: 1e-9, offset, ..of(id) };
        let all = Setup { momentum, bias, centred, ..base };
        let limit = Run::new(all.clone()).largest_rate();
        let end = |factor| Run::new(Setup { rate: factor * limit, ..all.clone() }).run_to(LIMIT);
        let ends = (end(0.99), end(1.01));
        assert_eq!(ends, (Status::Converged, Status::Diverged), "{id}, {momentum}, {bias}");
    }
}

#[test]
fn ends_without_steps_and_without_end() {
    let there = Run::new(Setup { start: [2.0, 3.0], target: [2.0, 3.0], ..Setup::default() });
    assert_eq!((there.status(), there.steps_to_tolerance()), (Status::Converged, Some(0)));
    let mut idle = Run::new(Setup { rate: 0.0, ..Setup::default() });
    assert_eq!(idle.run_to(usize::MAX), Status::GaveUp);
    assert_eq!(idle.steps(), LIMIT);
}

/// The most hostile setups of an address: no panic, and an end.
#[test]
fn hostile_setups_do_no_harm() {
    let extremes = [0.0, -0.0, 5e-324, 1e-300, -1.0, 1e300, f64::MAX, f64::INFINITY, f64::NAN];
    for act in ALL {
        for extreme in extremes {
            let base = Setup { samples: 16, ..Setup::of(act) };
            for setup in [
                Setup { rate: extreme, ..base.clone() },
                Setup { spread: extreme, ..base.clone() },
                Setup { momentum: extreme, ..base.clone() },
                Setup { offset: extreme, bias: true, ..base.clone() },
                Setup { offset: extreme, ..base.clone() },
                Setup { start: [extreme, 1.0], ..base.clone() },
                Setup { tolerance: extreme, ..base.clone() },
            ] {
                let window = setup.window();
                let mut run = Run::new(setup);
                run.run_to(50);
                let surface = run.surface();
                for level in surface.levels(run.setup().start, 4) {
                    let points: usize = surface.contour(level, &window).iter().map(Vec::len).sum();
                    assert!(points < 10_000);
                }
                let _ = (run.quadrants(), run.one_sign_share(), run.distance(), run.path());
            }
        }
    }
    for (samples, batch) in [(0, 0), (1, 9), (usize::MAX, usize::MAX)] {
        let run = Run::new(Setup { samples, batch, ..Setup::default() });
        assert!(run.setup().batch <= run.setup().samples && run.setup().batch > 0);
    }
    let nowhere = Run::new(Setup { spread: f64::NAN, ..Setup::default() });
    assert_eq!((nowhere.status(), nowhere.steps()), (Status::Diverged, 0));
}
