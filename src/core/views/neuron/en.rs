//! English: neuron.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Neuron";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "A neuron, live",
    description: "A weighted sum, then a function: what an activation does with its inputs.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "A neuron: a weighted sum, then a function",
    lead: "Every input is multiplied by its weight, the products and the bias are added, and the activation function makes the output of the sum.",
    input: |i| format!("input {i}"),
    weight: |i| format!("weight {i}"),
    bias: "bias",
    count: "inputs",
    sum: "Σ + b",
    output: "output",
    plane: "The same neuron over the plane of its first two inputs",
    plane_lead: "The output changes only along the weight vector (arrow); across it, it is constant. Drag the point, or the tip of the arrow.",
    inputs: "Inputs 1 and 2",
    weights: "Weights 1 and 2",
    plot: "Heat map of the output over the first two inputs, with the weight vector and the current inputs",
    slope: |i| format!("∂output/∂weight {i}"),
};
