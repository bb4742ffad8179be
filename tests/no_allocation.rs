//! A step of training allocates nothing.

#![cfg(not(target_arch = "wasm32"))] // the counting allocator is a native one
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::ALL;
use activation_explorer::numeric::lanes::{f32x4, f64x2};
use activation_explorer::train::data::{DataSet, Samples, Shape};
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::optimiser::Method;
use activation_explorer::train::run::Run;
use activation_explorer::train::setup::Setup;
use allocation_counter::measure;

#[test]
fn allocations_are_counted() {
    let counted = measure(|| drop(std::hint::black_box(vec![0_u8; 100])));
    assert_eq!((counted.count_total, counted.bytes_total), (1, 100));
}

#[test]
fn a_step_and_a_score_allocate_nothing() {
    // The last batch of an epoch is smaller than the others.
    let samples = DataSet::new(Shape::Moons, 47, 1).train();
    for act in ALL {
        for method in [Method::Sgd, Method::Momentum(0.9), Method::Adam] {
            let activation = Nonlinearity::trained(act, &act.defaults());
            let setup = Setup { method, l2: 0.01, target: Some(0.0), ..Setup::new(activation, 1) };
            let mut run = Run::<f32x4>::new(&setup, &samples, &samples).unwrap();
            let mut exact = Run::<f64x2>::new(&setup, &samples, &Samples::default()).unwrap();
            let counted = measure(|| {
                for _ in 0..12 {
                    run.step();
                    exact.step();
                }
                run.score();
                run.test_score();
            });
            assert_eq!(counted.count_total, 0, "{act:?} {method:?}");
            assert!(run.end().is_none() && run.steps() == 12, "{act:?}");
        }
    }
}
