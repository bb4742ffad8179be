//! English: maxout.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Maxout";

/// What it promises; links have the title and description of its functions.
pub(super) const ABOUT: About = About {
    title: "",
    description: "Drag a few straight pieces, and the largest of them bends to any convex curve.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    lead: "The largest of k straight lines, h(x) = max (wᵢx + bᵢ). Move the lines: the unit is whatever is on top.",
    plot: |k| format!("Plot of a maxout unit, bold, with its {k} pieces, dashed"),
    handle: |piece, left| format!("Piece {piece}, {} handle", if left { "left" } else { "right" }),
    handles: "Drag a numbered handle to turn a line about its other handle; with the keyboard, Tab to a handle and use the arrow keys, Shift for fine steps.",
    pieces: "Pieces",
    number: |piece, slope| {
        format!("{} of piece {piece}", if slope { "Slope w" } else { "Offset b" })
    },
    remove: |piece| format!("Remove piece {piece}"),
    count: |k| format!("{k} pieces"),
    add: "One piece more",
    start_from: "Start from",
    on_top: "On top: ",
    active: |piece, from, to| match (from, to) {
        (None, None) => format!("piece {piece} everywhere"),
        (None, Some(to)) => format!("piece {piece} for x < {to}"),
        (Some(from), None) => format!("piece {piece} for x > {from}"),
        (Some(from), Some(to)) => format!("piece {piece} from {from} to {to}"),
    },
    idle: |list| format!("nowhere on top, so without gradient: {list}"),
    winner: "on top",
    fit: "Fit a convex function",
    nothing: "none",
    fit_lead: "Choose a function: the pieces become its tangents.",
    error: "Largest error: ",
    at: |x| format!("at x = {x}"),
    on: |from, to| format!("on [{from}, {to}]"),
    tangents: "Tangents",
    raise: "Raise by half the error",
    by_k: "Best k tangents",
    pair: "Two units: h₁ − h₂",
    pair_lead: "One unit is always convex. A difference of two can turn either way: where the curve turns upwards h₁ takes the turn, where it turns downwards h₂ does.",
    pair_plot: "Plot of a curve, dashed, and the difference of two units fitted to it, solid",
    drawn: "your curve",
    draw: "Draw a curve on the plot. With the keyboard: ← → choose a point, ↑ ↓ move it, Shift for fine steps.",
    draw_point: |i, x, y| format!("point {i}, x = {x}, height {y}"),
    curve: "The curve as 17 numbers",
    unit_pieces: "Pieces of each unit, k",
    unit_pieces_box: "Pieces of each unit, k, exact value",
    wanted: "curve",
    used: |h1, h2| format!("h₁ has {h1}, h₂ has {h2}"),
    falling: "Largest error for each k",
    planes: "Two inputs",
    planes_lead: "With two inputs the pieces are planes, and each is on top in a region with straight edges. Lines of equal height; move the point to read.",
    planes_plot: |k| {
        format!(
            "Map of a maxout unit of two inputs with {k} pieces: regions and lines of equal height"
        )
    },
    point: "Point on the map",
    plane_number: |piece, which| {
        format!("{} of piece {piece}", ["Weight w₁", "Weight w₂", "Offset b"][which % 3])
    },
    claims: "Is it true that …?",
};
