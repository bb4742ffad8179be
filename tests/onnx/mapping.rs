//! The catalogue's function, with its parameters, for each case of ONNX.

use super::case::{Case, Node};
use super::tensor::{Tensor, lines};
use activation_explorer::activation::{Activation, Kind, by_id};

/// Operators that are a function of each entry: our id, and the attributes in the order of our
/// parameters. An attribute not given has our default.
const EACH: &[(&str, &str, &[&str])] = &[
    ("Celu", "celu", &["alpha"]),
    ("Elu", "elu", &["alpha"]),
    ("HardSigmoid", "hard_sigmoid_ab", &["alpha", "beta"]),
    ("HardSwish", "hardswish", &[]),
    ("Identity", "identity", &[]),
    ("LeakyRelu", "leaky_relu", &["alpha"]),
    ("Mish", "mish", &[]),
    ("Relu", "relu", &[]),
    ("Selu", "selu", &["alpha", "gamma"]),
    ("Sigmoid", "sigmoid", &[]),
    ("Sin", "sinusoid", &[]),
    ("Softplus", "softplus", &[]),
    ("Softsign", "softsign", &[]),
    ("Swish", "swish", &["alpha"]),
    ("Tanh", "tanh", &[]),
    ("ThresholdedRelu", "thresholded_relu", &["alpha"]),
];

/// The opset from which Softmax is along one axis; before, the later axes were one vector with it.
const SOFTMAX_ALONG_ONE_AXIS: u64 = 13;
/// The opset from which PRelu's slopes broadcast; before, there was one for each channel (axis 1).
const PRELU_BROADCASTS: u64 = 7;

/// The ways in which the catalogue evaluates a case.
#[derive(Debug)]
pub enum Call {
    /// Entry by entry, each with its own entry of every parameter.
    Each(&'static Activation, Vec<Tensor>),
    /// Every line along an axis, of the argument seen in this shape.
    Along(&'static Activation, Vec<f64>, Vec<usize>, usize),
}

impl Call {
    /// The entries of the result.
    pub fn run(&self, x: &Tensor) -> Vec<f64> {
        match self {
            Self::Each(act, params) => (0..x.data.len())
                .map(|i| {
                    let p: Vec<_> = params.iter().map(|p| p.at(i, &x.shape)).collect();
                    act.f(x.data[i], &p)
                })
                .collect(),
            Self::Along(act, params, shape, axis) => {
                let mut shape = shape.clone();
                let results: Vec<_> = lines(&shape, *axis)
                    .into_iter()
                    .map(|line| {
                        let z: Vec<_> = line.into_iter().map(|place| x.data[place]).collect();
                        of_line(act, params, &z)
                    })
                    .collect();
                shape[*axis] = results[0].len();
                let mut out = vec![f64::NAN; shape.iter().product()];
                for (line, result) in lines(&shape, *axis).into_iter().zip(results) {
                    line.into_iter().zip(result).for_each(|(place, y)| out[place] = y);
                }
                out
            }
        }
    }
}

/// A function of a vector; or a gated unit of the vector's first half, gated by its second.
fn of_line(act: &Activation, params: &[f64], z: &[f64]) -> Vec<f64> {
    match &act.kind {
        Kind::Vector(vector) => (vector.value)(z, params),
        Kind::Gated(gated) => {
            let (a, b) = z.split_at(z.len() / 2);
            a.iter().zip(b).map(|(a, b)| gated.eval(*a, *b).0).collect()
        }
        Kind::Scalar => panic!("{act:?} is a function of one number"),
    }
}

/// The evaluation of the case, if the catalogue has its function.
pub fn call(case: &Case) -> Option<Call> {
    let rank = case.x().shape.len();
    match case.graph().as_str() {
        "Split(0) Sigmoid(2) Mul(1,3)" => along("glu", &case.nodes[0], &case.x().shape),
        "Neg(0) Softmax(1)" => softmax("softmin", &case.nodes[1], case),
        "Abs(0) Constant() Add(1,2) Div(0,3)" => {
            let one = Tensor::read(&case.nodes[1].attrs["value"]).data == [1.0];
            if one { each("softsign", &[]) } else { None }
        }
        _ => {
            let [node] = &case.nodes[..] else { return None };
            match node.op.as_str() {
                "Softmax" => softmax("softmax", node, case),
                "LogSoftmax" => softmax("log_softmax", node, case),
                "PRelu" => {
                    let slope = case.tensor(&node.inputs[1])?;
                    let mut shape = slope.shape.clone();
                    if case.opset < PRELU_BROADCASTS && shape.len() == 1 {
                        shape.resize(rank - 1, 1);
                    }
                    let slope = Tensor { shape, data: slope.data.clone() };
                    Some(Call::Each(by_id("prelu")?, vec![slope]))
                }
                "Clip" => {
                    let bound = |name| case.tensor(name).map(|bound| bound.data[0]);
                    // The file calls `max` by no name where `min` was left out in front of it.
                    let (min, max) = (bound("min"), bound("max").or(bound("")));
                    let widest = [f64::from(f32::MIN), f64::from(f32::MAX)];
                    each("hardtanh", &[min.unwrap_or(widest[0]), max.unwrap_or(widest[1])])
                }
                "Gelu" => match node.attrs["approximate"].as_str()? {
                    "none" => each("gelu", &[]),
                    "tanh" => each("gelu_tanh", &[]),
                    _ => None,
                },
                "Shrink" => {
                    let (lambd, bias) = (node.number("lambd")?, node.number("bias")?);
                    match bias {
                        0.0 => each("hardshrink", &[lambd]),
                        _ if bias == lambd => each("softshrink", &[lambd]),
                        _ => None,
                    }
                }
                _ => from_table(node),
            }
        }
    }
}

/// An operator of the table, if it knows all the attributes.
fn from_table(node: &Node) -> Option<Call> {
    let (_, id, names) = EACH.iter().find(|(op, ..)| *op == node.op)?;
    if !node.attrs.keys().all(|name| names.contains(&name.as_str())) {
        return None;
    }
    let mut p = by_id(id)?.defaults();
    for (p, name) in p.iter_mut().zip(*names) {
        *p = node.number(name).unwrap_or(*p);
    }
    each(id, &p)
}

/// The function `id` of each entry, if the parameters are in its domain.
fn each(id: &str, p: &[f64]) -> Option<Call> {
    let act = by_id(id)?;
    let mut usable: Vec<_> = act.params.iter().zip(p).map(|(own, p)| own.clamp(*p)).collect();
    (act.agree)(&mut usable);
    let params = p.iter().map(|p| Tensor::scalar(*p)).collect();
    (usable == p).then_some(Call::Each(act, params))
}

/// The function `id` along the node's axis, in the meaning of the case's opset.
fn softmax(id: &str, node: &Node, case: &Case) -> Option<Call> {
    let shape = &case.x().shape;
    if case.opset >= SOFTMAX_ALONG_ONE_AXIS {
        return along(id, node, shape);
    }
    let axis = axis(node, shape.len())?;
    let flat = vec![shape[..axis].iter().product(), shape[axis..].iter().product()];
    let act = by_id(id)?;
    Some(Call::Along(act, act.defaults(), flat, 1))
}

/// The function `id` along the node's axis of a tensor of this shape.
fn along(id: &str, node: &Node, shape: &[usize]) -> Option<Call> {
    let act = by_id(id)?;
    Some(Call::Along(act, act.defaults(), shape.to_vec(), axis(node, shape.len())?))
}

/// The node's axis; a negative one counts from the end.
fn axis(node: &Node, rank: usize) -> Option<usize> {
    let axis = node.attrs.get("axis")?.as_i64()?;
    usize::try_from(if axis < 0 { axis + i64::try_from(rank).ok()? } else { axis }).ok()
}
