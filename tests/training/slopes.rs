//! Backpropagation against central differences of the loss, for every function with every head.

use activation_explorer::activation::ALL;
use activation_explorer::demo::rng::Rng;
use activation_explorer::numeric::lanes::f64x2;
use activation_explorer::train::data::{DataSet, Samples, Shape};
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::loss::Head;
use activation_explorer::train::network::{Data, Network};

/// The mean loss of a network with these parameters.
fn loss(network: &mut Network<f64x2>, data: &Data<f64>, draws: u64) -> f64 {
    network.load(data, data.len(), |at| at);
    network.forward(Some(&mut Rng::new(draws)));
    network.loss(1.0 / data.len() as f64) / data.len() as f64
}

/// The largest error of the gradient of any parameter relative to the largest gradient.
fn error(activations: &[Nonlinearity], head: Head, samples: &Samples) -> f64 {
    let data = Data::new(samples);
    let mut network = Network::<f64x2>::new(2, &[5, 4], activations, head, data.len());
    let mut rng = Rng::new(11);
    let slopes = network.layout.slopes(0).start.min(network.layout.slopes(1).start);
    for parameter in &mut network.parameters[..slopes] {
        *parameter = 0.5 * rng.normal();
    }
    loss(&mut network, &data, 5);
    network.backward();
    let gradient = network.gradient.clone();
    let largest = gradient.iter().fold(0.0, |largest: f64, g| largest.max(g.abs()));
    assert!(largest > 1e-3, "the head is not saturated: {largest:e}");
    let h = 1e-6;
    let error = |(at, gradient): (usize, &f64)| {
        let start = network.parameters[at];
        let mut at_value = |value: f64| {
            network.parameters[at] = value;
            loss(&mut network, &data, 5)
        };
        let slope = (at_value(start + h) - at_value(start - h)) / (2.0 * h);
        network.parameters[at] = start;
        (slope - gradient).abs() / largest
    };
    gradient.iter().enumerate().map(error).fold(0.0, f64::max)
}

#[test]
fn backpropagation_is_the_slope_of_the_loss_for_every_function_and_head() {
    let samples = DataSet::new(Shape::Gauss, 13, 2).train();
    for head in Head::ALL {
        for act in ALL {
            // The fixed function, then, where its slope is learned or drawn, as it is trained.
            let fixed = Nonlinearity::Fixed(act, act.defaults());
            let mut ways = vec![fixed, Nonlinearity::trained(act, &act.defaults())];
            if act.id == "prelu" {
                ways.push(Nonlinearity::Prelu { start: 0.3, per_unit: true });
            }
            for way in ways {
                let error = error(&[way.clone(), way.clone()], head, &samples);
                assert!(error < 1e-6, "{head:?} {way:?}: {error:e}");
            }
        }
    }
}

#[test]
fn each_layer_may_have_an_activation_of_its_own() {
    let samples = DataSet::new(Shape::Moons, 11, 4).train();
    let each = |ids: [&str; 2]| ids.map(|id| Nonlinearity::of(id).unwrap());
    for ids in [["relu", "tanh"], ["prelu", "rrelu"], ["sinusoid", "softplus"]] {
        assert!(error(&each(ids), Head::Logistic, &samples) < 1e-6, "{ids:?}");
    }
}
