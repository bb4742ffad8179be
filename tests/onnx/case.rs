//! Reads the two files of cases into one form: a small graph, its inputs and the output wanted.

use super::tensor::Tensor;
use serde_json::{Map, Value};

/// One test vector.
pub struct Case {
    /// ONNX's name for it.
    pub test: String,
    /// The version of the operators.
    pub opset: u64,
    /// The graph, in order of evaluation.
    pub nodes: Vec<Node>,
    /// The inputs and constants by name; the first is the activation's argument.
    pub tensors: Vec<(String, Tensor)>,
    /// The graph's output.
    pub output: Tensor,
    /// The tolerance of a comparison with it.
    pub tolerance: Tolerance,
}

/// One operator of a graph.
pub struct Node {
    /// Its name in ONNX.
    pub op: String,
    /// Its attributes.
    pub attrs: Map<String, Value>,
    /// The names of its inputs.
    pub inputs: Vec<String>,
}

/// NumPy's rule: `|got − want| ≤ atol + rtol·|want|`.
#[derive(Clone, Copy)]
pub struct Tolerance {
    rtol: f64,
    atol: f64,
}

impl Tolerance {
    /// Whether `got` will do for `want`; NaN never does.
    pub fn allows(self, got: f64, want: f64) -> bool {
        (got - want).abs() <= self.atol + self.rtol * want.abs()
    }

    /// The stricter of the two, in each part.
    pub fn stricter(self, other: Self) -> Self {
        Self { rtol: self.rtol.min(other.rtol), atol: self.atol.min(other.atol) }
    }
}

impl Node {
    /// The number in the attribute called `name`.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.attrs.get(name).map(|value| value.as_f64().unwrap())
    }
}

impl Case {
    /// The activation's argument.
    pub fn x(&self) -> &Tensor {
        &self.tensors[0].1
    }

    /// The input or constant called `name`.
    pub fn tensor(&self, name: &str) -> Option<&Tensor> {
        self.tensors.iter().find(|(n, _)| n == name).map(|(_, tensor)| tensor)
    }

    /// The operators with the names of their inputs: "Neg(0) Softmax(1)".
    pub fn graph(&self) -> String {
        let node = |node: &Node| format!("{}({})", node.op, node.inputs.join(","));
        self.nodes.iter().map(node).collect::<Vec<_>>().join(" ")
    }
}

/// The cases of single operators, in the form of `onnx_activation_cases.json`.
pub fn of_nodes(json: &str) -> Vec<Case> {
    let case = |case: &Value| {
        let inputs = list(&case["inputs"]);
        let tensors: Vec<_> = inputs.iter().map(|i| (text(&i["name"]), Tensor::read(i))).collect();
        let node = Node {
            op: text(&case["op"]),
            attrs: case["attrs_effective"].as_object().unwrap().clone(),
            inputs: tensors.iter().map(|(name, _)| name.clone()).collect(),
        };
        Case {
            test: text(&case["test"]),
            opset: case["model_opset"].as_u64().unwrap(),
            nodes: vec![node],
            tensors,
            output: only(&case["outputs"]),
            tolerance: Tolerance {
                rtol: case["rtol"].as_f64().unwrap(),
                atol: case["atol"].as_f64().unwrap(),
            },
        }
    };
    list(&parse(json)["cases"]).iter().map(case).collect()
}

/// The cases with graphs, in the form of `pytorch_converted_cases.json`.
pub fn of_graphs(json: &str, tolerance: Tolerance) -> Vec<Case> {
    let case = |case: &Value| {
        let node = |node: &Value| Node {
            op: text(&node["op"]),
            attrs: node["attrs"].as_object().unwrap().clone(),
            inputs: list(&node["inputs"]).iter().map(text).collect(),
        };
        let constants = case["initializers"].as_object().unwrap().iter();
        let mut tensors = vec![("0".to_owned(), only(&case["inputs"]))];
        tensors.extend(constants.map(|(name, value)| (name.clone(), Tensor::read(value))));
        let [opset] = list(&case["model_opset"]) else { panic!("{}", case["test"]) };
        Case {
            test: text(&case["test"]),
            opset: opset.as_u64().unwrap(),
            nodes: list(&case["nodes"]).iter().map(node).collect(),
            tensors,
            output: only(&case["outputs"]),
            tolerance,
        }
    };
    list(&parse(json)["cases"]).iter().map(case).collect()
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn list(json: &Value) -> &[Value] {
    json.as_array().unwrap()
}

fn text(json: &Value) -> String {
    json.as_str().unwrap().to_owned()
}

/// The tensor in a list of one.
fn only(json: &Value) -> Tensor {
    let [tensor] = list(json) else { panic!("not one tensor: {json}") };
    Tensor::read(tensor)
}
