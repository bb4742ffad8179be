//! English.

use super::Words;
use crate::activation::Family;
use crate::view_state::{Notice, Theme, Trait, Why};

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
    compare: "Compare",
    demos: "Demos",
    lesson: "Lesson",
    choose: "Choose",
    functions: "Functions",
    gallery_title: "Every activation function, live",
    gallery_lead: |n| {
        format!(
            "Move a slider and watch. {n} functions, each value and derivative tested against 60-digit arithmetic."
        )
    },
    only: "Only",
    traits: |each| match each {
        Trait::Bounded => "bounded",
        Trait::Monotone => "monotone",
        Trait::Smooth => "smooth",
        Trait::ZeroCentred => "zero-centred",
        Trait::Kink => "with a kink",
        Trait::Saturates => "saturating on a side",
    },
    found: |n, of| format!("{n} of {of}, by their default parameters"),
    show_all: "Show all",
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
    start_over: "Start values",
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
    frameworks: "In the frameworks",
    source: "Source",
    show_derivative: "Show f′",
    slice: |gated| {
        if gated {
            "A gated unit has two inputs: the curve moves the gate’s input x and holds the value a."
        } else {
            "A function of a whole vector: the curve moves one entry, x, and holds the others."
        }
    },
    whole: "Open the full view",
    two_pieces: "A unit with two pieces that meet at 0; it may have more, anywhere.",
    slice_mark: "slice",
    band: "Dotted: the steepest and flattest slopes training may draw.",
    notice: |notice| {
        let Notice { key, value, why } = notice;
        match why {
            Why::NoSuchChoice => format!("{key}: there is no “{value}”, so it was not used."),
            Why::NotANumber => {
                format!("{key}: “{value}” is not a finite number and was not used.")
            }
            Why::NoWindow => format!(
                "{key}: not the edges of a window that can be drawn, so the usual one is shown."
            ),
            Why::TooMany => format!("{key}: too many entries; the first ones are used."),
            Why::TooFew => format!("{key}: too few entries, so the usual ones are shown."),
            Why::TooLong => "The address was too long; only its beginning was read.".to_owned(),
        }
    },
    notices: "Part of the address was not used",
    dismiss: "Dismiss",
    prose_failed: "The text could not be loaded; the plot works without it.",
    view_failed: "This view could not be loaded. Check the connection.",
    loading: "Loading…",
    share: "Share",
    open_in_full: "Open in full",
    retry: "Try again",
    no_canvas: "This browser gives the page no canvas to draw on.",
};
