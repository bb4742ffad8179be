//! Networks in numbers: shares of dead ones against those of another program with other random
//! numbers, and lengths and gradients in deep ones against mean-field theory.

use crate::common::{Row, of_relu_by_sgd, rows};
use activation_explorer::demo::rng::Rng;
use activation_explorer::numeric::lanes::f32x4;
use activation_explorer::train::data::{DataSet, Samples, Shape};
use activation_explorer::train::init::Init;
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::mean_field::{Field, MeanField};
use activation_explorer::train::run::Run;
use activation_explorer::train::setup::Setup;

const DEAD: &str = include_str!("../data/training/dead.csv");
const BORN_DEAD: &str = include_str!("../data/training/born_dead.csv");

/// Do 40 % of the units die? At the rate 1 they do, at 0.3 they do not.
#[test]
fn as_many_units_die_as_in_the_table() {
    let data = DataSet::new(Shape::Spirals, 200, 1).train();
    let of_relu = |row: &Row| of_relu_by_sgd(row) && row.get("batch") == "10";
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

/// A wide random network does layer by layer what mean-field theory says of an infinitely wide one.
#[test]
fn deep_networks_follow_mean_field_theory() {
    let mut rng = Rng::new(3);
    let (width, depth, nets) = (200, 12, 6);
    let x: Vec<f64> = (0..width).map(|_| rng.normal()).collect();
    let length = x.iter().map(|x| x * x).sum::<f64>() / width as f64;
    let x = x.iter().map(|x| x / length.sqrt()).collect();
    let data = Samples { inputs: width, x, y: vec![1.0] };
    for (id, w) in
        [("tanh", 1.0), ("relu", 2f64.sqrt()), ("relu", 1.0), ("elu", 1.2), ("selu", 1.0)]
    {
        let activation = Nonlinearity::of(id).unwrap();
        let (act, p) = activation.function().unwrap();
        let theory = MeanField::new(Field::new(act, &p));
        let layers: Vec<_> = theory.layers([w * w, 0.0]).take(depth).collect();
        let (mut squares, mut deltas) = (vec![0.0; depth], vec![0.0; depth]);
        for seed in 0..nets {
            let setup = Setup {
                hidden: vec![width; depth],
                activations: vec![activation.clone(); depth],
                init: Init::Sigma { w, b: 0.0 },
                ..Setup::new(activation.clone(), seed)
            };
            let mut run = Run::<f32x4>::new(&setup, &data, &Samples::default()).unwrap();
            for (at, layer) in run.statistics(0.01).layers[..depth].iter().enumerate() {
                squares[at] += layer.mean * layer.mean + layer.deviation * layer.deviation;
                deltas[at] += layer.delta * layer.delta;
            }
        }
        let growth: f64 = layers[..depth - 1].iter().map(|(_, m)| w * w * m.slope_square).product();
        let got = deltas[0] / deltas[depth - 1];
        assert!((got / growth).ln().abs() < 0.5, "{id} {w}: {got}, not {growth}");
        let (q, got) = (layers[depth - 1].0, squares[depth - 1] / f64::from(nets));
        assert!((got / q).ln().abs() < 0.5, "{id} {w}: {got}, not {q}");
    }
}
