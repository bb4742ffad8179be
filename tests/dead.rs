//! Dead units: their shares against those of another program, and runs that go back and forth.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![cfg(not(target_arch = "wasm32"))]

mod common;

use activation_explorer::demo::animation::Animation;
use activation_explorer::lang::Lang;
use activation_explorer::numeric::Window;
use activation_explorer::plot::{Drawing, Frame, Margins, Role};
use activation_explorer::views::dead::drawing::{Over, Plane, Units};
use activation_explorer::views::dead::model::{Look, Model, Preset, Setting, both, count};
use activation_explorer::views::dead::sweep::{RATES, by_rate, start};
use activation_explorer::views::dead::{Seen, thumbnail, words};
use activation_explorer::views::{self, parse};
use common::{of_relu_by_sgd, rows};
use std::sync::Arc;

const DEAD: &str = include_str!("data/training/dead.csv");

fn setting(query: &str) -> Setting {
    let (state, notices) = parse(&format!("view=dead&{query}"));
    assert_eq!(notices, [], "{query}");
    Setting::of(&state)
}

fn model(query: &str, steps: usize) -> Model {
    let mut model = Model::new(setting(query), explorer_engine::start);
    assert!(model.approach(steps, 100_000));
    model
}

/// The table's share of dead units with ReLU and SGD at a rate.
fn in_table(rate: f64) -> f64 {
    let of =
        |row: &common::Row| of_relu_by_sgd(row) && row.get("lr").parse::<f64>().unwrap() == rate;
    rows(DEAD).find(of).unwrap().get("dead").parse().unwrap()
}

/// Whether 40 % of the units die depends on the rate: the sweep of the page, and the table.
#[test]
fn a_sweep_finds_the_shares_of_the_table() {
    let seeds = 30;
    let mut sweep = start(&setting(""), seeds, explorer_engine::start).unwrap();
    while sweep.progress() < 1.0 {
        sweep.advance(1000).unwrap();
    }
    let outcomes = sweep.outcomes();
    assert_eq!(outcomes.len(), RATES.len() * seeds as usize);
    for (rate, low, high) in
        [(0.1, 0.02, 0.07), (0.5, 0.02, 0.08), (1.0, 0.25, 0.5), (1.5, 0.55, 0.85)]
    {
        let own: Vec<_> = outcomes.iter().filter(|run| run.rate == rate).collect();
        let mean = own.iter().map(|run| run.dead).sum::<f64>() / own.len() as f64;
        assert!((low..high).contains(&mean), "{rate}: {mean}");
        assert!((low..high).contains(&in_table(rate)), "{rate}: the table");
    }
    let found = by_rate(outcomes);
    assert_eq!(found.len(), RATES.len());
    assert!(found.iter().zip(RATES).all(|(at, rate)| at.rate == rate && at.runs == 30));
    // The best rate stands beside the cliff.
    let best = found.iter().min_by(|a, b| a.loss.median.total_cmp(&b.loss.median)).unwrap();
    assert_eq!(best.rate, 0.5, "{found:?}");
    for loss in [false, true] {
        let picture = Over { found: found.clone(), loss, rate: 1.0 };
        let frame = frame(picture.window());
        let drawn = picture.picture(&frame);
        assert_eq!(drawn.curves.iter().map(|c| c.dots.len()).sum::<usize>(), RATES.len());
    }
}

/// A dead unit is a symptom: with Adam many are dead and nearly everything is right.
#[test]
fn with_adam_many_die_and_it_does_no_harm() {
    let (mut dead, mut right) = (0.0, Vec::new());
    for seed in 1..=30 {
        let look = model(&format!("opt=adam&lr=0.03&seed={seed}"), 1000).look();
        dead += both(&look.dead) as f64 / 32.0 / 30.0;
        right.push(look.score.accuracy);
    }
    right.sort_by(f64::total_cmp);
    assert!((0.15..0.4).contains(&dead), "{dead}");
    assert!(right[15] >= 0.97, "{right:?}");
}

#[test]
fn the_small_picture_has_the_shares_of_the_table() {
    let state = |rate: f64| parse(&format!("view=dead&lr={rate}")).0;
    for rate in [0.1, 0.5, 1.0, 1.5] {
        let drawing = thumbnail(&state(rate)).unwrap();
        let drawn = drawing.picture(&frame(drawing.window()));
        let dots: Vec<_> = drawn.curves.iter().flat_map(|curve| &curve.dots).collect();
        let [dot] = dots[..] else { panic!("{dots:?}") };
        assert!((dot.at.0 - rate.log10()).abs() < 1e-9);
        assert!((dot.at.1 - in_table(rate)).abs() < 6e-4, "{rate}: {:?}", dot.at);
    }
}

fn frame(window: Window) -> Frame {
    let margins = Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
    Frame::new((400.0, 400.0), &margins, window)
}

#[test]
fn a_run_that_goes_back_comes_to_the_same_digits() {
    for query in
        ["lr=1", "opt=adam&lr=0.03&seed=5", "fn=rrelu&lr=0.3&points=70", "opt=momentum&lr=0.05"]
    {
        let there = model(query, 333).look();
        let mut other = model(query, 612);
        assert_ne!(other.look(), there, "{query}");
        assert!(other.approach(333, 1000));
        assert_eq!(other.look(), there, "{query}: back");
        other.step();
        other.back();
        assert_eq!(other.look(), there, "{query}: a step and back");
        other.reset();
        assert_eq!((other.steps(), other.look()), (0, model(query, 0).look()));
        other.back();
        assert_eq!(other.steps(), 0);
        while !other.approach(333, 7) {}
        assert_eq!(other.look(), there, "{query}: again, a few steps at a time");
    }
}

#[test]
fn it_pauses_after_50_epochs_and_can_go_on() {
    let mut model = model("points=70", 0);
    let mut steps = 1;
    while model.step() {
        steps += 1;
    }
    assert_eq!((steps, model.steps(), model.goes_on()), (350, 350, true));
    assert!(model.look().over && model.step());
}

#[test]
fn a_leaky_unit_never_dies_and_is_told_apart() {
    let seen = |query: &str| Seen::of(&model(query, 1000).look());
    let leaky = seen("fn=leaky_relu&lr=1.5&seed=2");
    assert_eq!((leaky.dead, leaky.born, leaky.revived), ([0, 0], 0, 0));
    assert!(leaky.flat > 3, "{leaky:?}");
    let relu = seen("lr=1.5&seed=2");
    assert!(relu.all() > 8 && relu.flat == 0, "{relu:?}");
    for lang in Lang::ALL {
        let say = words(lang).sentence;
        assert!(say(&leaky).contains(&leaky.flat.to_string()));
        assert!(say(&relu).contains(&format!("{}", relu.all())), "{}", say(&relu));
        let stuck = Seen { dead: [15, 16], steps: 9, units: 32, right: 1.0, ..Seen::default() };
        let lives = Seen { dead: [15, 15], ..stuck };
        assert!(say(&stuck).contains("16") && say(&stuck).len() > say(&lives).len());
        let gone = Seen { diverged: Some(77), ..stuck };
        assert!(say(&gone).contains("77"));
    }
}

#[test]
fn divergence_ends_a_run() {
    let mut run = model("fn=prelu&lr=5", 1000);
    let look: Look = run.look();
    let step = look.diverged.unwrap();
    assert!(step < 1000 && !run.goes_on() && !run.step(), "{step}");
    run.reset();
    assert!(run.goes_on() && run.look().diverged.is_none());
}

#[test]
fn what_is_drawn_dead_is_dead() {
    for (query, steps) in [("lr=1&seed=4", 1000), ("lr=2", 1000), ("", 0)] {
        let look = Arc::new(model(query, steps).look());
        let units = Units(look.clone());
        let drawn = units.picture(&frame(units.window()));
        let of = |role: Role| drawn.curves.iter().find(|c| c.role == role).unwrap();
        assert_eq!(of(Role::Straight).strokes.len(), 2 * count(&look.dead[1]), "{query}");
        assert_eq!(of(Role::Arrow).dots.len(), count(&look.revived[1]), "{query}");
        let plane = Plane(look.clone());
        let drawn = plane.picture(&frame(plane.window()));
        let dots: usize = drawn.curves.iter().map(|c| c.dots.len()).sum();
        assert_eq!(dots, 200, "{query}: every point is in the plane");
    }
}

#[test]
fn presets_are_what_they_set_and_words_come_back_from_the_address() {
    for preset in Preset::ALL {
        let mut state = parse("view=dead&seed=7&steps=90&fn=elu&points=50").0;
        preset.apply(&mut state);
        assert!(preset.is(&state), "{preset:?}");
        assert_eq!(Preset::ALL.iter().filter(|other| other.is(&state)).count(), 1);
        let (back, notices) = parse(&state.query());
        assert_eq!((back, notices), (state.clone(), vec![]));
        assert!(state.query().contains("seed=7") && !state.query().contains("steps"));
    }
    let (state, notices) = parse("view=dead&opt=ADAM&lr=0.03");
    assert_eq!((notices, state.query().as_str()), (vec![], "view=dead&lr=0.03&opt=adam"));
    let (state, notices) = parse("view=dead&opt=rmsprop");
    assert_eq!((notices.len(), state.query().as_str()), (1, "view=dead"));
    assert!(views::find("dead").is_some());
}
