//! English.

use super::Words;
use crate::activation::Family;
use crate::address::{Group, Theme, Trait};

pub(super) const WORDS: Words = Words {
    product: "Activation Explorer",
    language_label: "Language",
    theme_label: "Theme",
    theme: |theme| match theme {
        Theme::Auto => "Auto",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::Projector => "Projector",
    },
    find: "Find",
    present: "Present",
    skip: "Skip to the content",
    navigation: "Views",
    bar: |group| match group {
        Group::Gallery | Group::Tools => "",
        Group::Functions => "Functions",
        Group::Compare => "Compare",
        Group::Demos => "Play",
        Group::Lesson => "Learn",
        Group::Guide => "Which one?",
    },
    functions: "Functions",
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
    by_default: "shown for its default parameters",
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
    reset: "Reset",
    start_over: "Start values",
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
    definition: "Definition",
    show_derivative: "Show f′",
    slice_mark: "slice",
    dismiss: "Dismiss",
    prose_failed: "The text could not be loaded; the plot works without it.",
    view_failed: "This view could not be loaded. Check the connection.",
    loading: "Loading…",
    share: "Share",
    open_in_full: "Open in full",
    retry: "Try again",
    no_canvas: "This browser gives the page no canvas to draw on.",
};
