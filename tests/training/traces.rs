//! `traces.json`: two networks with three heads and fifteen activations.

use activation_explorer::numeric::lanes::{Lane, Real, f32x4, f64x2};
use activation_explorer::train::data::Samples;
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::loss::Head;
use activation_explorer::train::network::{Data, Network};
use activation_explorer::train::optimiser::{Method, Optimiser};
use serde_json::Value;

const TRACES: &str = include_str!("../data/training/traces.json");

/// The numbers in a value, however deep, from the first on.
fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(all) => all.iter().flat_map(numbers).collect(),
        other => vec![other.as_f64().unwrap()],
    }
}

/// The samples of the table with the targets of a head.
fn samples(table: &Value, head: Head) -> Samples {
    let targets = if head == Head::Linear { "target" } else { "label" };
    let data = &table["data"];
    Samples { inputs: 2, x: numbers(&data["x"]), y: numbers(&data[targets]) }
}

fn head(name: &Value) -> Head {
    match name.as_str().unwrap() {
        "logistic" => Head::Logistic,
        "mse_tanh" => Head::Tanh,
        "mse_linear" => Head::Linear,
        other => panic!("{other}"),
    }
}

fn activation(name: &Value) -> Nonlinearity {
    match name.as_str().unwrap() {
        "prelu_unit" => Nonlinearity::Prelu { start: 0.25, per_unit: true },
        other => Nonlinearity::of(other).unwrap(),
    }
}

/// A network of the table with this activation behind each hidden layer.
fn network<L: Lane>(net: &Value, activation: &Nonlinearity, head: Head) -> Network<L> {
    let shape: Vec<usize> = numbers(&net["shape"]).iter().map(|n| *n as usize).collect();
    let hidden = &shape[1..shape.len() - 1];
    let activations = vec![activation.clone(); hidden.len()];
    let mut network = Network::new(shape[0], hidden, &activations, head, 20);
    for layer in 0..network.layout.layers() {
        let places = [network.layout.weights(layer), network.layout.biases(layer)];
        for (place, values) in places.into_iter().zip([&net["w"][layer], &net["b"][layer]]) {
            let values = numbers(values).into_iter().map(L::Real::of).collect::<Vec<_>>();
            network.parameters[place].copy_from_slice(&values);
        }
    }
    network
}

/// The mean loss over all samples, and its gradient.
fn gradient<L: Lane>(network: &mut Network<L>, data: &Data<L::Real>) -> f64 {
    batch(network, data, 0, data.len())
}

/// The mean loss over `count` samples from `first` on, and its gradient.
fn batch<L: Lane>(
    network: &mut Network<L>,
    data: &Data<L::Real>,
    first: usize,
    count: usize,
) -> f64 {
    network.gradient.fill(L::Real::default());
    network.load(data, count, |at| first + at);
    network.forward(None);
    let loss = network.loss(1.0 / count as f64) / count as f64;
    network.backward();
    loss
}

/// The optimisers of the table with their learning rates.
const METHODS: [(&str, Method, f64); 3] = [
    ("sgd", Method::Sgd, 0.1),
    ("momentum", Method::Momentum(0.9), 0.02),
    ("adam", Method::Adam, 0.01),
];

/// The losses after 1, 10 and 100 steps over all samples, and Σθ and Σθ² then.
fn trained<L: Lane>(
    mut network: Network<L>,
    data: &Data<L::Real>,
    method: Method,
    rate: f64,
) -> ([f64; 3], [f64; 2]) {
    let mut optimiser = Optimiser::new(method, rate, network.parameters.len());
    let mut losses = Vec::new();
    for step in 0..=100 {
        let loss = gradient(&mut network, data);
        if [1, 10, 100].contains(&step) {
            losses.push(loss);
        }
        if step < 100 {
            optimiser.step(&mut network.parameters, &network.gradient);
        }
    }
    let all = || network.parameters.iter().map(|p| p.wide());
    (losses.try_into().unwrap(), [all().sum(), all().map(|p| p * p).sum()])
}

fn assert_close(what: &str, got: f64, want: f64, most: f64) {
    assert!((got - want).abs() <= most * want.abs(), "{what}: {got}, want {want}");
}

#[test]
fn losses_and_gradients_are_those_of_80_bits() {
    let table: Value = serde_json::from_str(TRACES).unwrap();
    let cases = table["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 90);
    for case in cases {
        let what = format!("{} {} {}", case["net"], case["head"], case["act"]);
        let (head, activation) = (head(&case["head"]), activation(&case["act"]));
        let net = &table["nets"][case["net"].as_str().unwrap()];
        let data = Data::new(&samples(&table, head));
        let start = network::<f64x2>(net, &activation, head);
        let mut network = start.clone();
        let loss = gradient(&mut network, &data);
        assert_close(&what, loss, case["loss0"].as_f64().unwrap(), 1e-11);
        let layers = network.layout.layers();
        let (layout, all) = (&network.layout, &network.gradient);
        let of = |name: &str| numbers(case.get(name).unwrap_or(&Value::Array(Vec::new())));
        let weights = (0..layers).flat_map(|layer| &all[layout.weights(layer)]);
        let biases = (0..layers).flat_map(|layer| &all[layout.biases(layer)]);
        let slopes = (0..layers).flat_map(|layer| &all[layout.slopes(layer)]);
        let got: Vec<f64> = weights.chain(biases).chain(slopes).copied().collect();
        let want = [of("grad_w"), of("grad_b"), of("grad_a")].concat();
        assert_eq!(got.len(), want.len());
        let largest = want.iter().fold(0.0, |largest: f64, g| largest.max(g.abs()));
        for (got, want) in got.iter().zip(&want) {
            assert!((got - want).abs() <= 1e-13 * largest, "{what}: {got}, want {want}");
        }
        for (name, method, rate) in METHODS {
            let (losses, end) = trained(start.clone(), &data, method, rate);
            let what = format!("{what} {name}");
            for (got, want) in losses.into_iter().zip(numbers(&case["loss"][name])) {
                assert_close(&what, got, want, 1e-11);
            }
            for (got, want) in end.into_iter().zip(numbers(&case["end"][name])) {
                assert_close(&what, got, want, 1e-11);
            }
        }
        let mut network = start;
        let mut optimiser = Optimiser::new(Method::Sgd, 0.02, network.parameters.len());
        let want = numbers(&case["minibatch_sgd"]);
        for epoch in 1..=5 {
            for first in [0, 6, 12, 18] {
                batch(&mut network, &data, first, if first == 18 { 2 } else { 6 });
                optimiser.step(&mut network.parameters, &network.gradient);
            }
            if epoch == 1 || epoch == 5 {
                let loss = gradient(&mut network.clone(), &data);
                assert_close(&what, loss, want[usize::from(epoch == 5)], 1e-11);
            }
        }
    }
}

/// In f32 a network trains as in f64.
#[test]
fn four_lanes_of_f32_are_within_a_ten_thousandth_after_100_steps() {
    let table: Value = serde_json::from_str(TRACES).unwrap();
    for case in table["cases"].as_array().unwrap() {
        let (head, activation) = (head(&case["head"]), activation(&case["act"]));
        let net = &table["nets"][case["net"].as_str().unwrap()];
        let data = Data::new(&samples(&table, head));
        for (name, method, rate) in METHODS {
            let what = format!("{} {head:?} {} {name}", case["net"], case["act"]);
            let start = network::<f32x4>(net, &activation, head);
            let (losses, _) = trained(start, &data, method, rate);
            for (got, want) in losses.into_iter().zip(numbers(&case["loss"][name])) {
                assert!((got - want).abs() <= 1e-4 * want.abs().max(0.1), "{what}: {got}, {want}");
            }
        }
    }
}

/// Norms of the gradients of ten layers, from 10⁻⁹ to 1.
#[test]
fn gradients_of_a_deep_network_have_the_norms_of_the_table() {
    let table: Value = serde_json::from_str(TRACES).unwrap();
    let deep = table["deep"].as_array().unwrap();
    assert_eq!(deep.len(), 28);
    for case in deep {
        let what = format!("{} {}", case["gain"], case["act"]);
        let activation = activation(&case["act"]);
        let mut network = network::<f64x2>(&table["deep_net"], &activation, Head::Logistic);
        let gain = case["gain"].as_f64().unwrap();
        for layer in 0..network.layout.layers() {
            let weights = network.layout.weights(layer);
            network.parameters[weights].iter_mut().for_each(|w| *w *= gain);
        }
        let data = Data::new(&samples(&table, Head::Logistic));
        let loss = gradient(&mut network, &data);
        assert_close(&what, loss, case["loss0"].as_f64().unwrap(), 1e-11);
        let want = numbers(&case["norm_w"]).into_iter().zip(numbers(&case["norm_delta"]));
        assert_eq!(want.len(), 11);
        for (layer, (weights, delta)) in want.enumerate() {
            assert_close(&what, network.weight_norm(layer), weights, 1e-11);
            assert_close(&what, network.delta_norm(layer), delta, 1e-11);
        }
    }
}
