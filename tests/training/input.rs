//! Bad input is told, and none brings a run down.

use activation_explorer::activation::{ALL, by_id};
use activation_explorer::demo::rng::Rng;
use activation_explorer::numeric::lanes::f32x4;
use activation_explorer::train::data::{DataSet, Samples, Shape};
use activation_explorer::train::init::Init;
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::loss::Head;
use activation_explorer::train::optimiser::Method;
use activation_explorer::train::run::{End, Run};
use activation_explorer::train::setup::{Fault, Setup};

fn of(id: &str) -> Nonlinearity {
    Nonlinearity::of(id).unwrap()
}

#[test]
fn what_cannot_be_trained_is_told() {
    let good = Setup::new(of("relu"), 1);
    let data = DataSet::new(Shape::Circles, 100, 1).train();
    let fault =
        |setup: &Setup, data: &Samples| Run::<f32x4>::new(setup, data, &Samples::default()).err();
    assert_eq!(fault(&good, &data), None);
    let none = Samples { inputs: 2, ..Samples::default() };
    assert_eq!(fault(&good, &none), Some(Fault::NoSamples));
    let mut odd = data.clone();
    odd.x.pop();
    assert_eq!(fault(&good, &odd), Some(Fault::Ragged));
    for bad in [f64::NAN, f64::INFINITY] {
        let mut x = data.clone();
        x.x[7] = bad;
        assert_eq!(fault(&good, &x), Some(Fault::NotFinite { sample: 3 }));
        let mut y = data.clone();
        y.y[9] = bad;
        assert_eq!(fault(&good, &y), Some(Fault::NotFinite { sample: 9 }));
        let test = Run::<f32x4>::new(&good, &data, &y).err();
        assert_eq!(test, Some(Fault::NotFinite { sample: 9 }));
        for setup in [
            Setup { rate: bad, ..good.clone() },
            Setup { bias: bad, ..good.clone() },
            Setup { l2: bad, ..good.clone() },
            Setup { method: Method::Momentum(bad), ..good.clone() },
            Setup { init: Init::Sigma { w: bad, b: 0.0 }, ..good.clone() },
        ] {
            assert_eq!(fault(&setup, &data), Some(Fault::Setting), "{setup:?}");
        }
        let leaky = Nonlinearity::Fixed(by_id("leaky_relu").unwrap(), vec![bad]);
        let setup = Setup { activations: vec![of("relu"), leaky], ..good.clone() };
        assert_eq!(fault(&setup, &data), Some(Fault::Parameters { layer: 1 }));
    }
    for hidden in [vec![0, 8], vec![257, 8], vec![8; 65]] {
        let activations = vec![of("relu"); hidden.len()];
        let setup = Setup { hidden, activations, ..good.clone() };
        assert_eq!(fault(&setup, &data), Some(Fault::Size));
    }
    let setup = Setup { hidden: vec![8; 3], ..good.clone() };
    assert_eq!(fault(&setup, &data), Some(Fault::Activations));
    assert_eq!(fault(&Setup { batch: 0, ..good }, &data), Some(Fault::Batch));
}

/// No layer between, one sample, one unit: a network all the same.
#[test]
fn the_smallest_networks_train() {
    let one = Samples { inputs: 1, x: vec![0.7], y: vec![1.0] };
    for hidden in [vec![], vec![1]] {
        let activations = vec![of("elu"); hidden.len()];
        let setup = Setup { hidden, activations, ..Setup::new(of("elu"), 1) };
        let mut run = Run::<f32x4>::new(&setup, &one, &one).unwrap();
        let before = run.score().loss;
        for _ in 0..100 {
            run.step().unwrap();
        }
        assert!(run.score().loss < before && run.test_score() == Some(run.score()));
        assert_eq!(run.statistics(0.05).dead(), 0.0);
    }
}

/// Whatever is asked for, a run trains, ends, or says what is wrong: it never panics, and what it
/// tells is finite until it says that it is not.
#[test]
fn settings_drawn_at_random_never_panic() {
    let mut rng = Rng::new(77);
    let (mut diverged, mut trained) = (0, 0);
    for _ in 0..1500 {
        let mut pick = |n: u32| rng.below(n) as usize;
        let hidden: Vec<usize> = (0..pick(5)).map(|_| 1 + pick(12)).collect();
        let activations = hidden.iter().map(|_| {
            let act = ALL[pick(ALL.len() as u32)];
            let mut at = |ends: (f64, f64)| [ends.0, 0.5 * (ends.0 + ends.1), ends.1][pick(3)];
            let mut p: Vec<f64> = act.params.iter().map(|param| at(param.slider)).collect();
            (act.agree)(&mut p);
            let per_unit = pick(2) == 0;
            match Nonlinearity::trained(act, &p) {
                Nonlinearity::Prelu { start, .. } => Nonlinearity::Prelu { start, per_unit },
                other => other,
            }
        });
        let setup = Setup {
            activations: activations.collect(),
            hidden,
            head: Head::ALL[pick(3)],
            init: [Init::Lecun, Init::Glorot, Init::He, Init::Keep, Init::Sigma { w: 4.0, b: 1.0 }]
                [pick(5)],
            bias: [0.0, 0.1, -3.0][pick(3)],
            method: [Method::Sgd, Method::Momentum(0.9), Method::Adam][pick(3)],
            rate: [0.0, 1e-3, 0.1, 3.0, 1e4, 1e30, 1e300][pick(7)],
            l2: [0.0, 0.01, 10.0][pick(3)],
            batch: [1, 2, 3, 4, 5, 10, 1000][pick(7)],
            shuffle: pick(2) == 0,
            target: [None, Some(0.3)][pick(2)],
            seed: pick(1000) as u32,
        };
        let shape = Shape::ALL[pick(6)];
        let set = DataSet {
            noise: [0.0, 0.5, 1e30][pick(3)],
            flip: 0.2,
            ..DataSet::new(shape, 1 + pick(70), 3)
        };
        let mut run = Run::<f32x4>::new(&setup, &set.train(), &set.test()).unwrap();
        for _ in 0..12 {
            let loss = run.step();
            assert!(loss.is_some() || run.end().is_some(), "{setup:?}");
            assert!(loss.is_none_or(|loss| (-1e-6..=1e6).contains(&loss)), "{setup:?}: {loss:?}");
        }
        let score = run.score();
        let sound = score.loss.is_finite() && (0.0..=1.0).contains(&score.accuracy);
        assert!(sound || matches!(run.end(), Some(End::Diverged { .. })), "{setup:?}: {score:?}");
        let statistics = run.statistics(0.01);
        assert!(statistics.layers.len() == setup.hidden.len() + 1);
        assert!((0.0..=1.0).contains(&statistics.dead()));
        run.test_score().unwrap();
        diverged += usize::from(matches!(run.end(), Some(End::Diverged { .. })));
        trained += usize::from(run.end().is_none());
    }
    assert!(diverged > 200 && trained > 200, "{diverged} {trained}");
}
