//! English: the start page.

use super::model::Fate;
use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Gallery";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "Activation functions, live",
    description: "Activation functions of neural networks with their derivatives: bend them with sliders, read them with a probe.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "A network learns through its slopes.",
    lead: "Take the point and drag it. The shaded slope is what a layer lets back.",
    choice: "Function",
    plot: |function| format!("{function} as a line, its slope as a shaded area"),
    point: "Point on the curve",
    slope: "slope",
    lamps: "Gradient after 1 … 10 such layers, weights set aside",
    fate: |fate, left| match fate {
        Fate::Nothing => "The slope is 0. <b>Nothing comes back.</b>".into(),
        Fate::Vanishes => {
            format!(
                "Ten layers at this point leave <b>{left}</b> of the gradient. It <b>vanishes</b>."
            )
        }
        Fate::Shrinks => {
            format!(
                "Ten layers at this point leave <b>{left}</b> of the gradient. It <b>shrinks</b>."
            )
        }
        Fate::Kept => {
            "Ten layers at this point leave <b>all of</b> the gradient. It <b>stays</b>.".into()
        }
        Fate::Grows => {
            format!(
                "Ten layers at this point make <b>{left}</b> times the gradient. It <b>grows</b>."
            )
        }
    },
    doors: [
        ("Understand", |n| {
            format!("{n} short chapters: why a bend, why gradients vanish, why units die.")
        }),
        ("Look up", |n| format!("{n} functions with formulas, code and what frameworks compute.")),
        ("Play", |n| format!("{n} demos to drag, step and break.")),
    ],
    heading: |n| format!("{n} functions"),
    tile: |function, deriv| {
        if deriv {
            format!("Plot of {function}, with its slope as a shaded area")
        } else {
            format!("Plot of {function}")
        }
    },
    tested: "Each value and each derivative here is tested against 60-digit arithmetic.",
    how: "How it is tested",
    licence: "Licence and source",
    embed: "Put it on your page",
};
