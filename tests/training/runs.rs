//! Runs: how they end, what they learn, what is told of their layers.

use activation_explorer::numeric::lanes::{Lane, Real, f32x4, f64x2};
use activation_explorer::train::data::{DataSet, Samples, Shape};
use activation_explorer::train::init::{Init, initialise};
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::loss::Head;
use activation_explorer::train::network::{Data, Network};
use activation_explorer::train::optimiser::Method;
use activation_explorer::train::run::{End, Run};
use activation_explorer::train::setup::Setup;
use activation_explorer::train::statistics::Census;

fn of(id: &str) -> Nonlinearity {
    Nonlinearity::of(id).unwrap()
}

fn circles() -> Samples {
    DataSet::new(Shape::Circles, 100, 1).train()
}

/// A run in the page's numbers on the circles, without samples to test on.
fn run(setup: &Setup) -> Run<f32x4> {
    Run::new(setup, &circles(), &Samples::default()).unwrap()
}

#[test]
fn networks_learn_the_circles_and_know_them_again() {
    let set = DataSet::new(Shape::Circles, 200, 3);
    for id in ["relu", "tanh", "gelu", "prelu", "rrelu", "elu"] {
        let setup = Setup { method: Method::Adam, rate: 0.01, ..Setup::new(of(id), 2) };
        let mut run = Run::<f32x4>::new(&setup, &set.train(), &set.test()).unwrap();
        let before = run.score();
        for _ in 0..60 * 20 {
            run.step().unwrap();
        }
        let (after, test) = (run.score(), run.test_score().unwrap());
        assert!(before.loss > 0.4 && after.loss < 0.05, "{id}: {before:?} {after:?}");
        assert!(after.accuracy > 0.99 && test.accuracy > 0.97, "{id}: {after:?} {test:?}");
        assert_eq!((run.steps(), run.epochs()), (1200, 60.0));
        // The outputs are probabilities of the class +1: that of the inner disc.
        let points = Samples { inputs: 2, x: vec![0.0, 0.0, 0.9, 0.0, 0.0, -0.9], y: Vec::new() };
        let mut outputs = [0.0; 3];
        run.predict(&Data::new(&points), &mut outputs);
        let other = Samples { inputs: 3, ..points.clone() };
        let mut none = [0.0; 2];
        run.predict(&Data::new(&other), &mut none);
        assert!(none.iter().all(|output| output.is_nan()), "three inputs: {none:?}");
        assert!(outputs[0] > 0.9 && outputs[1] < 0.1 && outputs[2] < 0.1, "{id}: {outputs:?}");
    }
}

/// The output of a network is that of its last hidden layer, weighed; of the first it is f(w·x + b).
#[test]
fn units_can_be_seen_one_by_one() {
    let setup = Setup { head: Head::Linear, hidden: vec![3, 5], ..Setup::new(of("tanh"), 2) };
    let mut run = Run::<f64x2>::new(&setup, &circles(), &Samples::default()).unwrap();
    for _ in 0..50 {
        run.step().unwrap();
    }
    let points = DataSet::new(Shape::Xor, 90, 4).test();
    let data = Data::new(&points);
    let mut of_unit = |layer, unit| {
        let mut outputs = vec![0.0; 90];
        run.predict_unit((layer, unit), &data, &mut outputs);
        outputs
    };
    let second: Vec<_> = (0..5).map(|unit| of_unit(1, unit)).collect();
    let first = of_unit(0, 2);
    for (layer, unit) in [(0, 3), (1, 5), (2, 0)] {
        assert!(of_unit(layer, unit).iter().all(|output| output.is_nan()), "{layer} {unit}");
    }
    let mut outputs = vec![0.0; 90];
    run.predict(&data, &mut outputs);
    let (layout, parameters) = (&run.network().layout, &run.network().parameters);
    let (weights, bias) = (&parameters[layout.weights(2)], parameters[layout.biases(2)][0]);
    let (w, b) = (&parameters[layout.weights(0)][4..6], parameters[layout.biases(0)][2]);
    for sample in 0..90 {
        let sum: f64 = weights.iter().zip(&second).map(|(w, a)| w * a[sample]).sum();
        assert!((outputs[sample] - (sum + bias)).abs() < 1e-14);
        let z = w[0] * points.x[2 * sample] + w[1] * points.x[2 * sample + 1] + b;
        assert!((first[sample] - z.tanh()).abs() < 1e-14);
    }
}

#[test]
fn the_same_seed_gives_the_same_run_and_a_copy_goes_on_alike() {
    let setup = Setup::new(of("rrelu"), 5);
    let (mut one, mut two) = (run(&setup), run(&setup));
    for _ in 0..37 {
        assert_eq!(one.step(), two.step());
    }
    let mut copy = one.clone();
    let losses: Vec<_> = (0..20).map(|_| one.step()).collect();
    assert_eq!(losses, (0..20).map(|_| copy.step()).collect::<Vec<_>>());
    let other = Setup { seed: 6, ..setup.clone() };
    assert_ne!(run(&other).step(), run(&setup).step());
    // The data's order, where it is not shuffled, is the same for every seed.
    let fixed = Setup { shuffle: false, batch: 100, ..setup };
    let order = Setup { shuffle: true, ..fixed.clone() };
    let (a, b) = (run(&fixed).step().unwrap(), run(&order).step().unwrap());
    assert!((a - b).abs() < 0.1 * a, "one batch of all samples, drawn slopes apart: {a} {b}");
}

#[test]
fn a_rate_beyond_measure_diverges_at_a_step_that_is_told() {
    for method in [Method::Sgd, Method::Momentum(0.9), Method::Adam] {
        for id in ["relu", "gelu", "squared_relu"] {
            let setup = Setup { method, rate: 1e9, ..Setup::new(of(id), 1) };
            let mut run = run(&setup);
            let steps = (0..50).take_while(|_| run.step().is_some()).count();
            assert_eq!(run.end(), Some(End::Diverged { step: steps as u64 }), "{id} {method:?}");
            assert!((1..10).contains(&steps), "{id} {method:?}: {steps}");
            assert_eq!(run.step(), None);
            assert_eq!(run.steps(), steps as u64);
        }
    }
}

/// An infinite weight with the right sign has a loss of 0 and no gradient: no step shows it.
#[test]
fn a_parameter_that_is_not_finite_ends_the_run_at_the_next_score() {
    let samples = Samples { inputs: 1, x: vec![1e3], y: vec![1.0] };
    let (hidden, activations) = (Vec::new(), Vec::new());
    let setup = Setup { hidden, activations, rate: 1e38, ..Setup::new(of("relu"), 2) };
    let mut run = Run::<f32x4>::new(&setup, &samples, &Samples::default()).unwrap();
    assert!(run.step().unwrap() > 0.0);
    assert_eq!(run.step(), Some(0.0));
    assert!(run.network().parameters.iter().any(|p| p.is_infinite()) && run.end().is_none());
    assert_eq!(run.score().loss, 0.0);
    assert_eq!(run.end(), Some(End::Diverged { step: 2 }));
}

#[test]
fn a_run_stops_at_its_target_after_an_epoch() {
    let setup =
        Setup { method: Method::Adam, rate: 0.02, target: Some(0.1), ..Setup::new(of("tanh"), 1) };
    let mut run = run(&setup);
    assert!((0..5000).any(|_| run.step().is_none()), "{:?}", run.score());
    let Some(End::Reached { step }) = run.end() else { panic!("{:?}", run.end()) };
    assert!(step.is_multiple_of(10) && run.score().loss <= 0.1, "{step} {:?}", run.score());
}

#[test]
fn weights_decay_by_the_penalty_and_nothing_else_does() {
    let setup = Setup { batch: 100, bias: 0.3, l2: 0.0, ..Setup::new(of("prelu"), 1) };
    let decaying = Setup { l2: 0.5, ..setup.clone() };
    let run = |setup: &Setup| Run::<f64x2>::new(setup, &circles(), &Samples::default()).unwrap();
    let (mut one, mut two) = (run(&setup), run(&decaying));
    let start = one.network().parameters.clone();
    one.step();
    two.step();
    let (layout, moved) = (one.network().layout.clone(), &two.network().parameters);
    let weights: Vec<usize> = (0..3).flat_map(|layer| layout.weights(layer)).collect();
    for (at, parameter) in one.network().parameters.iter().enumerate() {
        let pull = if weights.contains(&at) { 0.1 * 0.5 * start[at] } else { 0.0 };
        assert!((moved[at] - (parameter - pull)).abs() < 1e-15, "{at}");
    }
}

#[test]
fn a_step_function_has_no_gradient_and_says_so() {
    let mut step = run(&Setup::new(of("binary_step"), 1));
    for _ in 0..10 {
        step.step().unwrap();
    }
    let statistics = step.statistics(0.05);
    assert_eq!(statistics.no_gradient, Some(1));
    assert_eq!(statistics.layers.len(), 3);
    let first = &statistics.layers[0];
    assert_eq!((first.delta, first.weights, first.saturated), (0.0, 0.0, 1.0));
    assert!(statistics.layers[2].weights > 0.0, "the last layer learns");
    assert_eq!(statistics.dead(), 1.0);
    assert_eq!(run(&Setup::new(of("relu"), 1)).statistics(0.05).no_gradient, None);
    let mixed =
        Setup { activations: vec![of("binary_step"), of("relu")], ..Setup::new(of("relu"), 1) };
    assert_eq!(run(&mixed).statistics(0.05).no_gradient, Some(0));
}

/// Statistics of one batch of all samples are those of several.
#[test]
fn statistics_do_not_depend_on_how_samples_are_cut() {
    let data = DataSet::new(Shape::Moons, 150, 1).train();
    let setup = Setup { hidden: vec![7, 5], ..Setup::new(of("relu"), 3) };
    let of_batch = |batch: usize| {
        let setup = Setup { batch, ..setup.clone() };
        let mut run = Run::<f64x2>::new(&setup, &data, &Samples::default()).unwrap();
        (run.statistics(0.05), run.score())
    };
    let ((one, score), (many, other)) = (of_batch(150), of_batch(10));
    assert!((score.loss - other.loss).abs() < 1e-14 && score.accuracy == other.accuracy);
    for (a, b) in one.layers.iter().zip(&many.layers) {
        assert_eq!((&a.dead, &a.negative, a.saturated), (&b.dead, &b.negative, b.saturated));
        for (a, b) in [(a.delta, b.delta), (a.weights, b.weights), (a.mean, b.mean)] {
            assert!((a - b).abs() < 1e-13 * a.abs().max(1.0), "{a} {b}");
        }
        assert!((a.deviation - b.deviation).abs() < 1e-13 && a.deviation > 0.0);
    }
}

/// Lanes that no sample fills count nowhere, in a loss or a gradient.
#[test]
fn a_batch_of_any_size_is_the_mean_of_its_samples() {
    fn check<L: Lane>(most: f64) {
        let samples = DataSet::new(Shape::Moons, 9, 1).train();
        let data = Data::<L::Real>::new(&samples);
        for head in Head::ALL {
            let activations = [of("tanh"), of("prelu")];
            let mut network = Network::<L>::new(2, &[3, 5], &activations, head, 9);
            initialise(&mut network, Init::He, 0.1, 4);
            let mut pass = |first: usize, count: usize, scale: f64| {
                network.load(&data, count, |at| first + at);
                network.forward(None);
                let loss = network.loss(scale) * scale;
                network.backward();
                let gradient: Vec<f64> = network.gradient.iter().map(|g| g.wide()).collect();
                network.gradient.fill(L::Real::default());
                (loss, gradient)
            };
            for count in 1..=9 {
                let scale = 1.0 / count as f64;
                let (loss, gradient) = pass(0, count, scale);
                let each: Vec<_> = (0..count).map(|first| pass(first, 1, scale)).collect();
                let sum: f64 = each.iter().map(|(loss, _)| loss).sum();
                assert!((loss - sum).abs() < most, "{head:?} {count}: {loss} {sum}");
                for (at, got) in gradient.iter().enumerate() {
                    let sum: f64 = each.iter().map(|(_, gradient)| gradient[at]).sum();
                    assert!((got - sum).abs() < most, "{head:?} {count} {at}: {got} {sum}");
                }
            }
        }
    }
    check::<f64x2>(1e-14);
    check::<f32x4>(1e-5);
}

/// A rate of 3 kills units of ReLU for good; those of leaky ReLU cannot die.
#[test]
fn units_die_and_the_census_counts_them() {
    let data = DataSet::new(Shape::Spirals, 200, 1).train();
    let dead = |id: &str| {
        let setup = Setup { hidden: vec![16, 16], rate: 3.0, ..Setup::new(of(id), 4) };
        let mut run = Run::<f32x4>::new(&setup, &data, &Samples::default()).unwrap();
        let flags = |run: &mut Run<f32x4>| {
            let layers = run.statistics(0.05).layers;
            layers.into_iter().flat_map(|layer| layer.dead).collect::<Vec<_>>()
        };
        let mut census = Census::new(flags(&mut run));
        for _ in 0..30 {
            for _ in 0..20 {
                run.step();
            }
            let now = flags(&mut run);
            assert_eq!(now.len(), 32);
            census.update(now);
        }
        census
    };
    let relu = dead("relu");
    assert!(relu.dead() > 0.3 && relu.died() > 0.2, "{relu:?}");
    let leaky = dead("leaky_relu");
    assert_eq!((leaky.born(), leaky.dead(), leaky.revived()), (0.0, 0.0, 0.0));
}
