//! What training gives, as one number for each part of the engine.

use activation_explorer::activation::by_id;
use activation_explorer::train::data::{DataSet, Samples, Shape};
use activation_explorer::train::init::Init;
use activation_explorer::train::layers::Nonlinearity;
use activation_explorer::train::loss::Head;
use activation_explorer::train::mean_field::{Field, MeanField};
use activation_explorer::train::optimiser::Method;
use activation_explorer::train::setup::Setup;

/// Functions of every kind; not the whole catalogue, which grows.
const FUNCTIONS: [&str; 24] = [
    "sigmoid",
    "tanh",
    "softsign",
    "hard_sigmoid",
    "relu",
    "leaky_relu",
    "prelu",
    "rrelu",
    "relu6",
    "elu",
    "selu",
    "celu",
    "softplus",
    "log_sigmoid",
    "swish",
    "hardswish",
    "mish",
    "gelu",
    "gelu_tanh",
    "softshrink",
    "tanhshrink",
    "gaussian",
    "sinusoid",
    "softmax",
];

/// Numbers to one number, bit for bit (FNV-1a); of NaN there is only one.
fn hash(numbers: impl IntoIterator<Item = f64>) -> u64 {
    let one = |x: f64| if x.is_nan() { f64::NAN } else { x };
    let bytes = numbers.into_iter().flat_map(|x| one(x).to_bits().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The parameters after 30 steps, and the score.
fn trained(setup: &Setup) -> Vec<f64> {
    let set = DataSet { flip: 0.1, ..DataSet::new(Shape::Moons, 50, 7) };
    let mut run = explorer_engine::start(setup, &set.train(), &set.test()).unwrap();
    run.advance(30);
    let score = run.score();
    [run.parameters(), vec![score.loss, score.accuracy]].concat()
}

/// The hash of each part.
pub fn hashes() -> [(&'static str, u64); 4] {
    let functions = FUNCTIONS.iter().flat_map(|id| {
        let act = by_id(id).unwrap();
        trained(&Setup::new(Nonlinearity::trained(act, &act.defaults()), 7))
    });
    let inits = [Init::Lecun, Init::Glorot, Init::He, Init::Keep, Init::Sigma { w: 1.5, b: 0.1 }];
    let methods = [Method::Sgd, Method::Momentum(0.9), Method::Adam];
    let ways = inits.into_iter().flat_map(|init| {
        methods.into_iter().zip(Head::ALL).flat_map(move |(method, head)| {
            let start = Setup::new(Nonlinearity::of("rrelu").unwrap(), 3);
            trained(&Setup { init, method, head, rate: 0.02, l2: 0.001, ..start })
        })
    });
    let data = Shape::ALL.into_iter().flat_map(|shape| {
        let Samples { x, y, .. } = DataSet { noise: 0.1, ..DataSet::new(shape, 50, 2) }.train();
        [x, y].concat()
    });
    let fields = ["tanh", "relu", "gelu", "sinusoid"].into_iter().flat_map(|id| {
        let act = by_id(id).unwrap();
        let field = MeanField::new(Field::new(act, &act.defaults()));
        let length = field.length([2.0, 0.1]);
        let c = field.correlation(length, [2.0, 0.1]).map(|found| found.c);
        [field.map(1.0, [2.0, 0.1]), field.chi(length, [2.0, 0.1]), c.unwrap_or(f64::NAN)]
    });
    [
        ("every function", hash(functions)),
        ("every head, method and initialisation", hash(ways)),
        ("data", hash(data)),
        ("mean field", hash(fields)),
    ]
}
