//! English: saturation.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Saturation";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Saturation, live",
    description: "Where an activation function lets no gradient through: left and right, hard and soft.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "Saturation: where the gradient ends",
    lead: "A function saturates on the right if f′(x) → 0 as x → ∞, on the left if f′(x) → 0 as x → −∞. It is hard if f′ is exactly 0 beyond some c, soft if 0 is only the limit.",
    plot: |name| format!("|f′| of {name} on a logarithmic scale"),
    verdict: |left, hard, soft| {
        let side = if left { "left" } else { "right" };
        match (hard, soft) {
            (Some(c), _) if left => format!("Hard on the {side}: f′ = 0 for x < {c}."),
            (Some(c), _) => format!("Hard on the {side}: f′ = 0 for x > {c}."),
            (None, true) => format!("Soft on the {side}: f′ → 0."),
            (None, false) => format!("None on the {side}."),
        }
    },
    both: |yes| {
        if yes {
            "It saturates on both sides: it saturates in the full sense."
        } else {
            "It does not saturate on both sides, so it does not saturate in the full sense."
        }
    },
    flat: "f′ is 0 wherever it exists, and log 0 = −∞: there is no curve to draw.",
    far: "f′ far out",
    all: "Every function, computed for its default parameters",
    columns: ["Function", "left", "right"],
    class: |hard, soft, left| match (hard, soft) {
        (Some(c), _) => format!("hard, x {} {c}", if left { "<" } else { ">" }),
        (None, true) => "soft".to_owned(),
        (None, false) => "–".to_owned(),
    },
};
