//! English: softmax.

use super::words::{Words, list};
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Softmax";

/// What it promises; links have the title and description of its functions.
pub(super) const ABOUT: About = About {
    title: "",
    description: "Scores become shares: one temperature makes them bold or shy.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    lead: "A function of all scores at once. Drag one bar: every share moves, for they add up to 1.",
    choose: "Function",
    scores: "Scores z (logits)",
    score: |i| format!("Score z{i}"),
    score_box: |i| format!("Score z{i}, exact value"),
    classes: |k| format!("{k} classes"),
    fewer: "One class fewer",
    more_classes: "One class more",
    temperature: "Temperature T",
    cold: "T → 0",
    hot: "T → ∞",
    no_temperature: "Sparsemax has no temperature; the others are shown at T = 1.",
    shift: "Add a constant",
    constant: "The constant c",
    add: "Add c to every score",
    shifted: |c, value, slope| {
        format!(
            "Every score moved by {c}. Largest change of a value: {value}, of a derivative: {slope}."
        )
    },
    rounding: "What is not 0 is rounding: the sums z + c have only 53 bits.",
    drag: "Scores: drag a bar",
    shares: "Shares",
    argmax: "argmax (T → 0)",
    summary: |name, classes, share, bits, most| {
        let all = list(classes, ", ");
        let given = match classes {
            [_] => format!("{name} gives most, {share}, to class {all}."),
            _ => format!("{name} gives most, {share} each, to classes {all}."),
        };
        format!("{given} Entropy: {bits} of at most {most} bits.")
    },
    table: "Side by side",
    class: "Class",
    jacobian: |name| format!("Jacobian of {name}"),
    jacobian_hint: "Row i, column j: how fast output i grows with score j. Each row adds up to 0, since a constant added to every score changes nothing.",
    simplex: "The simplex",
    simplex_hint: "A corner is certainty, the middle ignorance. Disc: softmax, which you can drag; square: sparsemax. The line is the way of softmax as T falls from ∞ to 0.",
    simplex_label: |p| format!("Triangle of three shares; softmax is at {p}"),
    three: "Shares of three classes are a point in a triangle.",
    make_three: "Make it three classes",
    overflow: "When numbers overflow",
    overflow_lead: "In double precision e<sup>710</sup> is ∞ and e<sup>−746</sup> is 0. Typed in as it stands, the formula then divides ∞ by ∞ or 0 by 0. Subtracting the largest score first costs nothing and prevents both.",
    literal: "as it stands",
    stable: "largest subtracted",
    share: "share",
    agrees: |apart| format!("Here both agree; they differ by at most {apart}."),
    too_high: "As it stands: ∞/∞, not a number. With the largest subtracted, nothing is amiss.",
    too_low: "As it stands: 0/0, not a number. With the largest subtracted, nothing is amiss.",
    try_these: "Try",
    claims: "Two claims put to the test",
    wrong: "false",
    show: "show me",
    at_zero: |k, diagonal, other, left, right| {
        format!(
            "“Softmax is not differentiable at zero.” With {k} equal scores the Jacobian has {diagonal} on the diagonal and {other} elsewhere; difference quotients give {left} from the left and {right} from the right. There is no kink, there or anywhere."
        )
    },
    negative: |c, z, slope, here| {
        format!(
            "“Negative inputs have gradient zero.” Lower your scores by {c}, and all are negative: {z}. ∂s₁/∂z₁ is then {slope}; before, it was {here}."
        )
    },
};
