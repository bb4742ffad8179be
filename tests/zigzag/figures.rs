//! The figures of the fact check and of the module's documentation, computed again.

use super::of;
use activation_explorer::activation::ALL;
use activation_explorer::activation::by_id;
use activation_explorer::views::zigzag::model::{
    Contrast, Draws, LIMIT, Preset, Run, Setup, Status, one_sign_share, tuned,
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The module's documentation, whose figures are computed again here.
const PAGE: &str = include_str!("../../src/core/views/zigzag/model/mod.rs");

/// The runs of 40 seeds to their ends.
fn forty(setup: &Setup) -> Vec<Run> {
    let run = |seed| {
        let mut run = Run::new(Setup { seed, ..setup.clone() });
        run.run_to(LIMIT);
        run
    };
    (1..=40).map(run).collect()
}

fn median(runs: &[Run], of: impl Fn(&Run) -> f64) -> f64 {
    let mut values: Vec<f64> = runs.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    0.5 * (values[(values.len() - 1) / 2] + values[values.len() / 2])
}

/// Median steps to the tolerance (rounded down), path over straight line, one-sign share in %.
fn figures(setup: &Setup) -> (u32, f64, f64) {
    let runs = forty(setup);
    assert!(runs.iter().all(|run| run.status() == Status::Converged), "{setup:?}");
    (
        median(&runs, |run| run.steps_to_tolerance().unwrap() as f64) as u32,
        median(&runs, |run| run.state().path / run.straight()),
        100.0 * median(&runs, |run| run.one_sign_share().unwrap()),
    )
}

/// Row 6.1 and fact-check-numbers.txt: shares of 2000 steps, here of 20,000. They may differ by
/// 3.5 standard errors of their difference; the seed is the first that was tried.
#[test]
fn one_sign_shares_are_those_of_the_fact_check() {
    for (id, batch, want) in [
        ("sigmoid", 1, 1.0),
        ("sigmoid", 8, 0.568),
        ("sigmoid", 64, 0.5375),
        ("tanh", 1, 0.0005),
        ("tanh", 8, 0.002),
        ("tanh", 64, 0.0025),
        ("relu", 1, 1.0),
        ("relu", 8, 0.112),
        ("relu", 64, 0.0765),
    ] {
        let act = by_id(id).unwrap();
        let got = one_sign_share((act, &[]), 10, batch, 20_000, 1);
        let p: f64 = 0.5 * (got + want);
        let error = (p * (1.0 - p) * (1.0 / 2_000.0 + 1.0 / 20_000.0)).sqrt();
        assert!((got - want).abs() <= 3.5 * error, "{id}, batch {batch}: {got} want {want}");
    }
}

/// Chance gives 2/2ⁿ: what a function with both signs comes down to.
#[test]
fn with_both_signs_the_share_is_chance() {
    let act = by_id("tanh").unwrap();
    for weights in 1..=6 {
        let got = one_sign_share((act, &[]), weights, 1, 20_000, 2);
        let p = 2.0 / f64::from(1 << weights);
        let error = (p * (1.0 - p) / 20_000.0).sqrt();
        assert!((got - p).abs() <= 4.0 * error, "{weights} weights: {got}");
    }
    assert_eq!(one_sign_share((by_id("relu").unwrap(), &[]), 2, 1, 1_000, 2), 1.0);
}

/// The effects of the presets, word for word as in the module's documentation.
#[test]
fn the_presets_do_what_the_page_says() {
    let setups = [
        ("sigmoid", Preset::ZigZag),
        ("tanh", Preset::ZigZag),
        ("sigmoid", Preset::LargerBatch),
        ("sigmoid", Preset::Centred),
        ("sigmoid", Preset::Momentum),
        ("sigmoid", Preset::Bias),
    ];
    for (id, preset) in setups {
        let (steps, path, share) = figures(&preset.apply(&of(id)));
        let row = format!("//! | {id} | {preset:?} | {steps} | {path:.2} | {share:.0} % |\n");
        assert!(PAGE.contains(&row), "the page lacks: {row}");
    }
    let rate = 2.4;
    let (steps, path, _) = figures(&Setup { rate, batch: 64, ..Setup::default() });
    let (single, longer, _) = figures(&Setup { rate, ..Setup::default() });
    let line = format!(
        "at {rate} the batch of 64 needs {steps} steps on a path of {path:.2}, single samples \
         {single} on one of {longer:.2}."
    );
    assert!(PAGE.contains(&line), "the page lacks: {line}");
    let offset = Setup { offset: 1.0, batch: 64, ..Setup::default() };
    let with = figures(&Setup { bias: true, ..offset.clone() }).1;
    let without = figures(&offset).1;
    let line = format!("offset 1, batch 64, path {without:.2} without and {with:.2} with one.");
    assert!(PAGE.contains(&line), "the page lacks: {line}");
}

/// The steps of a contrast: at the setup's rate, and at the best.
fn steps(row: &Contrast) -> (usize, usize) {
    (row.common.unwrap(), row.best.unwrap().steps)
}

/// Centring saves nothing at one rate for all, and nearly everything at each one's best; scale
/// the other way round.
#[test]
fn a_mean_does_not_slow_a_step_it_forbids_a_large_one() {
    let contrast = |batch| {
        let setups = ["sigmoid", "tanh"].map(|id| Setup { batch, ..of(id) });
        Contrast::of(&setups)
    };
    let (single, many) = (contrast(1), contrast(64));
    for rows in [&single, &many] {
        let cases: Vec<_> = rows.iter().map(|row| (row.act.id, row.centred)).collect();
        let all = [("sigmoid", false), ("sigmoid", true), ("tanh", false), ("tanh", true)];
        assert_eq!(cases, all);
        let [raw, centred, tanh] = [&rows[0], &rows[1], &rows[2]];
        let (slow, best) = steps(raw);
        let ((same, centred_best), (fast, tanh_best)) = (steps(centred), steps(tanh));
        assert!(slow.abs_diff(same) * 20 < slow, "{slow} and {same}: the same pace at one rate");
        assert!(fast * 5 < slow && centred_best * 3 < best, "{fast} {slow} {centred_best} {best}");
        assert!(centred_best.abs_diff(tanh_best) <= 3, "{centred_best} {tanh_best}");
        assert!(centred.largest_rate > 10.0 * raw.largest_rate);
    }
    let line = format!(
        "//!   [`Contrast`] gives each case its own best rate, over 15 draws: at that, sigmoid needs {} steps\n\
         //!   and {} centred, and {} and {} with batches of 64. Scale no longer counts then: tanh needs {} and {}.",
        steps(&single[0]).1,
        steps(&single[1]).1,
        steps(&many[0]).1,
        steps(&many[1]).1,
        steps(&single[2]).1,
        steps(&many[2]).1,
    );
    assert!(PAGE.contains(&line), "the page lacks: {line}");
    // Of one function there are two cases.
    assert_eq!(Contrast::of(&[of("relu"), of("relu")]).len(), 2);
}

/// σ − ½ is σ less its mean, and tanh(x/2) is twice that: at best rates scale does not count.
#[test]
fn scale_does_not_count_at_best_rates() {
    let best = |id: &str, spread: f64| {
        let setup = Setup { batch: 64, centred: true, spread, ..of(id) };
        Draws::of(&setup).best().unwrap()
    };
    let (sigmoid, tanh) = (best("sigmoid", 1.0), best("tanh", 0.5));
    assert_eq!(sigmoid.steps, tanh.steps);
    assert!((sigmoid.rate / tanh.rate - 4.0).abs() < 1e-9, "{sigmoid:?} {tanh:?}");
}

#[test]
fn no_rate_tried_is_better_than_the_best() {
    for act in ALL {
        for (batch, centred) in [(1, false), (64, false), (64, true)] {
            let draws = Draws::of(&Setup { batch, centred, ..Setup::of(act) });
            let best = draws.best();
            for rate in [0.1, 0.6, 2.0, 8.0] {
                let steps = draws.steps(rate, 1000);
                let better = steps.zip(best).is_some_and(|(steps, best)| steps < best.steps);
                assert!(!better && (steps.is_none() || best.is_some()), "{}, {rate}", act.id);
            }
            let Some(best) = best else { continue };
            assert_eq!(draws.steps(best.rate, 1000), Some(best.steps));
            let setup = tuned(Setup { tuned: true, batch, centred, ..Setup::of(act) });
            assert_eq!(setup.rate, best.rate);
        }
    }
}

/// The seed of the demo, which a reader sees first, shows the same.
#[test]
fn the_default_seed_shows_it() {
    let end = |setup: Setup| {
        let mut run = Run::new(setup);
        run.run_to(LIMIT);
        (run.steps_to_tolerance().unwrap(), run.state().path / run.straight())
    };
    let (steps, path) = end(Setup::default());
    let (centred_steps, centred_path) = end(of("tanh"));
    assert!(path > 2.5 && centred_path < 1.5, "{path} and {centred_path}");
    assert!(steps > 5 * centred_steps, "{steps} and {centred_steps}");
    for preset in [Preset::LargerBatch, Preset::Centred, Preset::Momentum] {
        let (_, path) = end(preset.apply(&Setup::default()));
        assert!(path < 1.7, "{preset:?}: {path}");
    }
}
