//! English.

use super::Words;
use super::facts::{Fact, FactWords};
use crate::activation::Family;
use crate::properties::{Class, Decay, Monotone, Parity};
use crate::view_state::{Notice, Theme, Why};

pub(super) const WORDS: Words = Words {
    product: "Activation Explorer",
    language: "English",
    language_label: "Language",
    theme_label: "Theme",
    theme: |theme| match theme {
        Theme::Auto => "Auto",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::Projector => "Projector",
    },
    skip: "Skip to the content",
    navigation: "Views",
    gallery: "Gallery",
    functions: "Functions",
    gallery_title: "Every activation function, live",
    gallery_lead: |n| {
        format!(
            "Move a slider and watch. {n} functions, each value and derivative tested against 60-digit arithmetic."
        )
    },
    family: |family| match family {
        Family::Sigmoidal => "Sigmoidal",
        Family::Rectifier => "Rectifiers",
        Family::Exponential => "Exponential and logarithmic",
        Family::SelfGated => "Self-gated",
        Family::Shrinkage => "Shrinkage",
        Family::Periodic => "Bump and periodic",
        Family::Vector => "Functions of a vector",
        Family::Gated => "Gated units",
        Family::Basic => "Reference points",
    },
    parameters: "Parameters",
    reset: "Reset",
    no_parameters: "This function has no parameters.",
    slider_label: |symbol, name, function| format!("{symbol} ({name}) of {function}"),
    number_label: |symbol, name, function| format!("{symbol} ({name}) of {function}, exact value"),
    plot_label: |function, deriv| {
        if deriv {
            format!("Plot of {function}, solid, and its derivative, dashed")
        } else {
            format!("Plot of {function}")
        }
    },
    probe_label: "Probe: move along the curve",
    probe_hint: "Point at the plot, or focus it and use the arrow keys; Shift moves finely.",
    definition: "Definition",
    properties: "Properties",
    facts: FactWords {
        label: |fact| match fact {
            Fact::Range => "Range",
            Fact::Monotone => "Monotone",
            Fact::Turns => "Extrema",
            Fact::LeftSaturation => "Left saturation",
            Fact::RightSaturation => "Right saturation",
            Fact::Smoothness => "Smoothness",
            Fact::Breaks => "Kinks and jumps",
            Fact::Parity => "Symmetry",
            Fact::AtZero => "f(0), f′(0)",
            Fact::NearIdentity => "f(x) ≈ x near 0",
            Fact::Moments => "Mean, variance for N(0, 1)",
            Fact::Lipschitz => "Lipschitz constant",
            Fact::Slopes => "Least and largest f′",
            Fact::Zeros => "Zeros",
            Fact::FixedPoints => "Fixed points",
        },
        monotone: |m| match m {
            Monotone::Increasing => "strictly increasing",
            Monotone::NonDecreasing => "non-decreasing",
            Monotone::Decreasing => "strictly decreasing",
            Monotone::NonIncreasing => "non-increasing",
            Monotone::Constant => "constant",
            Monotone::No => "no",
        },
        class: |c| match c {
            Class::Discontinuous => "jumps",
            Class::C0 => "continuous, not differentiable everywhere",
            Class::C1 => "C¹: f′ continuous, f″ not",
            Class::Smooth => "C∞",
        },
        parity: |p| match p {
            Parity::Odd => "odd",
            Parity::Even => "even",
            Parity::Neither => "none",
        },
        hard: |x, left| {
            if left { format!("hard, for x < {x}") } else { format!("hard, for x > {x}") }
        },
        soft: |d| match d {
            Decay::Exponential => "soft, exponential",
            Decay::Algebraic => "soft, like a power of 1/x",
        },
        kink: |x, left, right| format!("kink at {x}, slopes {left} | {right}"),
        jump: |x, left, right| format!("jump at {x}, {left} → {right}"),
        turn: |max, x, y| format!("{} {y} at {x}", if max { "max" } else { "min" }),
        slope_at: |y, x| format!("{y} at {x}"),
        slope_limit: |y, x| format!("{y} as x → {x}"),
        yes: "yes",
        no: "no",
        none: "none",
        forever: "and so on for ever",
    },
    frameworks: "In the frameworks",
    source: "Source",
    show_derivative: "Show f′",
    slice: |gated| {
        if gated {
            "A gated unit has two inputs: the curve moves the gate's input x and holds the value a."
        } else {
            "A function of a whole vector: the curve moves one entry, x, and holds the others."
        }
    },
    band: "Dotted: the steepest and flattest slopes training may draw.",
    notice: |notice| {
        let Notice { key, value, why } = notice;
        match why {
            Why::NoSuchChoice => format!("{key}: there is no “{value}”; the default is shown."),
            Why::NotANumber => {
                format!("{key}: “{value}” is not a finite number and was not used.")
            }
            Why::NoWindow => format!(
                "{key}: not the edges of a window that can be drawn, so the usual one is shown."
            ),
            Why::TooMany => format!("{key}: too many entries; the first ones are used."),
            Why::TooLong => "The address was too long; only its beginning was read.".to_owned(),
        }
    },
    notices: "Part of the address was not used",
    dismiss: "Dismiss",
    prose_failed: "The text could not be loaded; the plot works without it.",
    view_failed: "This view could not be loaded. Check the connection.",
    loading: "Loading…",
    retry: "Try again",
    no_canvas: "This browser gives the page no canvas to draw on.",
};
