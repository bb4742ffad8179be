//! Shares of dead units and networks against those of another program with other random numbers.

use crate::common::{Row, rows};
use activation_explorer::numeric::lanes::f32x4;
use activation_explorer::train::data::{DataSet, Samples, Shape};
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::run::Run;
use activation_explorer::train::setup::Setup;

const DEAD: &str = include_str!("../data/training/dead.csv");
const BORN_DEAD: &str = include_str!("../data/training/born_dead.csv");

/// Do 40 % of the units die? At the rate 1 they do, at 0.3 they do not.
#[test]
fn as_many_units_die_as_in_the_table() {
    let data = DataSet::new(Shape::Spirals, 200, 1).train();
    let of_relu = |row: &Row| {
        let is = |name: &str, value: &str| row.get(name) == value;
        is("data", "spirals")
            && is("shape", "2-16-16-1")
            && is("loss", "logistic")
            && is("act", "relu")
            && is("opt", "sgd")
            && is("epochs", "50")
            && is("batch", "10")
    };
    let mut seen = 0;
    for row in rows(DEAD).filter(of_relu) {
        let number = |name: &str| row.get(name).parse::<f64>().unwrap();
        let rate = number("lr");
        if ![0.3, 1.0, 3.0].contains(&rate) {
            continue;
        }
        let (mut dead, mut losses) = (0.0, Vec::new());
        for seed in 1..=60 {
            let relu = Nonlinearity::of("relu").unwrap();
            let setup = Setup { hidden: vec![16, 16], rate, ..Setup::new(relu, seed) };
            let mut run = Run::<f32x4>::new(&setup, &data, &Samples::default()).unwrap();
            for _ in 0..1000 {
                run.step();
            }
            dead += run.statistics(0.01).dead() / 60.0;
            losses.push(run.score().loss);
        }
        losses.sort_by(f64::total_cmp);
        // Four standard errors of 60 networks: half of the tenths and nine tenths is 1.28 deviations.
        let spread = (number("dead_q90") - number("dead_q10")) / 2.56;
        let most = 4.0 * spread / 60f64.sqrt();
        assert!((dead - number("dead")).abs() < most, "{rate}: {dead}, not {}", number("dead"));
        let (low, high) = (number("loss_q25") - 1e-2, number("loss_q75") + 1e-2);
        assert!((low..high).contains(&losses[30]), "{rate}: {} of {low}..{high}", losses[30]);
        seen += 1;
    }
    assert_eq!(seen, 3);
}

/// Without biases deep and narrow networks are dead before the first step (Lu et al. 2019).
#[test]
fn as_many_networks_are_born_dead_as_in_the_table() {
    let data = Samples { inputs: 1, x: vec![-1.0, 1.0], y: vec![1.0, 1.0] };
    let mut seen = 0;
    for row in rows(BORN_DEAD).filter(|row| row.get("d_in") == "1") {
        let number = |name: &str| row.get(name).parse::<f64>().unwrap();
        let (width, depth) = (number("width") as usize, number("hidden_layers") as usize);
        if width > 4 || depth > 20 {
            continue;
        }
        let nets = 1500;
        let is_dead = |seed: u32| {
            let relu = Nonlinearity::of("relu").unwrap();
            let (hidden, activations) = (vec![width; depth], vec![relu.clone(); depth]);
            let setup = Setup { hidden, activations, ..Setup::new(relu, seed) };
            let mut run = Run::<f32x4>::new(&setup, &data, &Samples::default()).unwrap();
            run.statistics(0.01).no_gradient.is_some()
        };
        let dead = (0..nets).filter(|seed| is_dead(*seed)).count() as f64 / f64::from(nets);
        let want = number("p_dead");
        let error = (want * (1.0 - want) / f64::from(nets)).sqrt() + number("std_error");
        let what = format!("{width} wide, {depth} deep: {dead}, not {want}");
        assert!((dead - want).abs() <= 4.0 * error, "{what}");
        seen += 1;
    }
    assert!(seen >= 10, "{seen}");
}
