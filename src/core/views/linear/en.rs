//! English: why non-linear.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Why non-linear";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Why layers need a non-linear function",
    description: "Without an activation any number of layers is one affine map; with one, the plane bends.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "Why layers need a non-linear function between them",
    lead: "Without one, any number of layers is a single affine map. With one, the plane bends, and what a straight line could not separate becomes separable.",
    depth: "layers",
    product: "The matrices of the layers, last one first",
    difference: |d| {
        format!("The stack and the single layer differ by at most {d} on the grid: rounding.")
    },
    no_product: |name, d| {
        format!(
            "With {name} between the layers the product of the matrices is no longer what the stack does: the two differ by up to {d}."
        )
    },
    grid: "What the layers do to a grid",
    grid_lead: |straight, torn, shrunk| match (straight, torn, shrunk) {
        (true, ..) => "Straight lines stay straight and parallel, however many layers there are.",
        (_, true, _) => "The lines are torn, since the function jumps.",
        (.., true) => "Each line has shrunk to a point.",
        _ => "The lines bend: the space itself is folded.",
    },
    grid_plot: "A square grid after the layers",
    grid_keys: ["lines that ran up", "lines that ran across"],
    fit_keys: ["the best straight line", "ReLU units"],
    one_input: "One input: the stack (solid) and the product of its weights (dashed)",
    xor: "A pattern no line can separate",
    separable: |yes| {
        if yes {
            "A straight line separates the two classes."
        } else {
            "No straight line separates the two classes."
        }
    },
    before: "inputs: ",
    after: "after one layer: ",
    fit: "Fitting a curve",
    fit_lead: "A network without activations can only draw a line, whatever its depth. A few ReLU units follow the sine.",
    units: "ReLU units",
    rmse: |line, units, count| {
        format!("Root-mean-square error: line {line}, {count} ReLU units {units}.")
    },
    fit_plot: "The sine from −π to π, its best straight line, and the fit by ReLU units",
};
