//! English.

use super::facts::{Fact, FactWords};
use super::{CompareWords, PlotKey, PlotWords, StoryWords, TakeWords, Words};
use crate::activation::Family;
use crate::properties::{Class, Decay, LandmarkKind, Monotone, Parity};
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
    story: StoryWords {
        subject: |name, parameters| {
            if parameters.is_empty() {
                name.to_owned()
            } else {
                format!("{name} with {parameters}")
            }
        },
        comma: ", ",
        sentence: |subject, monotone, range, saturation| {
            let monotone = if monotone == "no" { "not monotone" } else { monotone };
            format!("{subject} is {monotone}, takes the values {range}, and {saturation}.")
        },
        saturation: |left, right| match (left, right) {
            (None, None) => "does not saturate",
            (Some(true), None) => "saturates hard on the left only",
            (Some(false), None) => "saturates softly on the left only",
            (None, Some(true)) => "saturates hard on the right only",
            (None, Some(false)) => "saturates softly on the right only",
            (Some(true), Some(true)) => "saturates hard on both sides",
            (Some(false), Some(false)) => "saturates softly on both sides",
            (Some(true), Some(false)) => "saturates hard on the left and softly on the right",
            (Some(false), Some(true)) => "saturates softly on the left and hard on the right",
        },
        window: |x, y| {
            format!("Shown for x from {} to {} and y from {} to {}.", x.0, x.1, y.0, y.1)
        },
        zeros: |list| format!("It is zero at {list}."),
        no_zeros: "It has no zero.",
        turns: |list| format!("It turns: {list}."),
        breaks: |list| format!("Not smooth: {list}."),
        smooth: "It has no kink or jump here.",
        asymptote: |line, left| {
            format!("To the {} it approaches {line}.", if left { "left" } else { "right" })
        },
        slopes: |low, high| format!("Its slope lies between {low} and {high}."),
        semicolon: "; ",
        space: " ",
    },
    plot: PlotWords {
        zoom_in: "Zoom in",
        zoom_out: "Zoom out",
        home: "Usual window",
        show: "Show",
        second: "f″",
        tangent: "tangent",
        equal: "equal axes",
        own_axis: "f′ on its own axis",
        shade: "where |f′| < ε",
        shade_label: "Threshold ε for the shading where |f′| is small",
        flat: |side, hard, from, to| {
            let how = if hard { "f′ = 0" } else { "small f′" };
            match side {
                -1 => format!("{how} for x < {to}"),
                1 => format!("{how} for x > {from}"),
                0 => format!("{how} between {from} and {to}"),
                _ => format!("{how} everywhere"),
            }
        },
        no_flat: "|f′| is nowhere below ε.",
        landmarks: "Go to",
        landmark: |kind, x| match kind {
            LandmarkKind::Jump => format!("jump {x}"),
            LandmarkKind::Kink => format!("kink {x}"),
            LandmarkKind::Max => format!("max {x}"),
            LandmarkKind::Min => format!("min {x}"),
            LandmarkKind::Zero => format!("zero {x}"),
        },
        digits: "all digits",
        in_words: "In words",
        table: "As a table",
        keys: "Keys on the plot",
        key: |key| match key {
            PlotKey::Right => "probe to the right",
            PlotKey::Left => "probe to the left",
            PlotKey::Fine => "held down: a tenth of the step",
            PlotKey::FarRight => "ten steps right",
            PlotKey::FarLeft => "ten steps left",
            PlotKey::First => "left edge",
            PlotKey::Last => "right edge",
            PlotKey::Next => "next kink, zero or extremum",
            PlotKey::Previous => "the one before",
            PlotKey::In => "zoom in",
            PlotKey::Out => "zoom out",
            PlotKey::Home => "usual window",
            PlotKey::PanLeft => "window left",
            PlotKey::PanRight => "window right",
            PlotKey::PanUp => "window up",
            PlotKey::PanDown => "window down",
        },
        claims: "What people say",
    },
    compare: CompareWords {
        title: "Compare",
        lead: "Up to eight functions over one another, each with its own parameters and line.",
        add: "Add a function",
        remove: |name| format!("Remove {name}"),
        show_f: "Show f",
        difference: |name| format!("difference to {name}"),
        full: "Eight is the most; remove one to add another.",
        function: "Function",
        open: |name| format!("{name} by itself"),
    },
    take: TakeWords {
        title: "Take away",
        link: "Link",
        embed: "Embed",
        copied: "Copied.",
        by_hand: "The browser does not allow copying; the text is here:",
        failed: "The file could not be made.",
        code: "Code",
        copy: "Copy",
        from: "Activation Explorer",
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
