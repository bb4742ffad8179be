//! English: the views of functions.

use super::{ExportWords, PlotWords, Words};
use crate::properties::{Class, Decay, LandmarkKind, Monotone, Parity};
use crate::words::facts::{Fact, FactWords};
use crate::words::{PlotKey, StoryWords};

pub(super) const WORDS: Words = Words {
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
            Fact::Period => "Period",
            Fact::AtZero => "f(0), f′(0)",
            Fact::NearIdentity => "f(x) ≈ x near 0",
            Fact::Moments => "Mean, variance, N(0, 1)",
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
            Class::C0 => "continuous, but with kinks",
            Class::C1 => "C¹: f′ continuous, f″ not",
            Class::Smooth => "C∞",
        },
        parity: |p| match p {
            Parity::Odd => "odd",
            Parity::Even => "even",
            Parity::Both => "odd and even",
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
        slope_beside: |y, x, left| {
            format!("{y} just {} of {x}", if left { "left" } else { "right" })
        },
        slope_limit: |y, x| format!("{y} as x → {x}"),
        yes: "yes",
        no: "no",
        none: "none",
        period: |length, rises| {
            if rises { format!("{length} for f′; f rises by as much") } else { length.to_owned() }
        },
        forever: |period| format!("and so on, with period {period}"),
        dense: |period| format!("places too close together to list, with period {period}"),
        too_large: "too large to be computed",
        further: "and more, further from 0",
        semicolon: "; ",
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
        no_zeros_here: "It has no zero here.",
        turns: |list| format!("It turns: {list}."),
        breaks: |list| format!("Not smooth: {list}."),
        smooth: "It has no kink or jump here.",
        asymptote: |line, left| {
            format!("To the {} it approaches {line}.", if left { "left" } else { "right" })
        },
        slopes: |low, high| format!("Its slope lies between {low} and {high}."),
        slope: |slope| format!("Its slope is {slope} wherever it has one."),
        semicolon: "; ",
        space: " ",
    },
    plot: PlotWords {
        zoom_in: "Zoom in",
        zoom_out: "Zoom out",
        parameters: "Parameters",
        properties: "Properties",
        frameworks: "In the frameworks",
        source: "Source",
        slice: |gated| {
            if gated {
                "A gated unit has two inputs: the curve moves the gate’s input x and holds the value a."
            } else {
                "A function of a whole vector: the curve moves one entry, x, and holds the others."
            }
        },
        two_pieces: "A unit with two pieces that meet at 0; it may have more, anywhere.",
        band: "Dotted: the steepest and flattest slopes training may draw.",
        probe_hint: "Point at the plot, or focus it and use the arrow keys; Shift moves finely.",
        home: "Reset view",
        fit: "Fit height",
        second: "f″",
        from_right: "from the right",
        tangent: "tangent",
        equal: "equal axes",
        own_axis: "f′ on its own axis",
        shade: "where |f′| < ε",
        shade_label: "Threshold ε for the shading where |f′| is small",
        flat: |side, hard, from, to| {
            let how = if hard { "f′ = 0" } else { "small |f′|" };
            match side {
                -1 => format!("{how} for x < {to}"),
                1 => format!("{how} for x > {from}"),
                0 => format!("{how} between {from} and {to}"),
                _ => format!("{how} everywhere"),
            }
        },
        narrow: "too narrow to draw here",
        no_flat: "|f′| is nowhere below ε.",
        landmarks: "Go to",
        landmark: |kind, x| match kind {
            LandmarkKind::Jump => format!("jump {x}"),
            LandmarkKind::Kink => format!("kink {x}"),
            LandmarkKind::Max => format!("max {x}"),
            LandmarkKind::Min => format!("min {x}"),
            LandmarkKind::Zero => format!("zero {x}"),
        },
        lens: "Where numbers break",
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
            PlotKey::Wheel => "with the wheel: zoom; the wheel alone scrolls the page",
            PlotKey::Home => "reset view",
            PlotKey::PanLeft => "window left",
            PlotKey::PanRight => "window right",
            PlotKey::PanUp => "window up",
            PlotKey::PanDown => "window down",
        },
        handle: |symbols| format!("Drag to change {symbols}"),
        wheel: |mac| if mac { "⌘ + wheel zooms" } else { "Ctrl + wheel zooms" },
        claims: "Is it true that …?",
        all: "all",
        verdict: |name| match name {
            "true" => "true",
            "false" => "false",
            "misleading" => "misleading",
            _ => "depends",
        },
        more_claims: |n| format!("{n} more"),
        know: "Know before you use it",
        all_properties: |n| format!("All {n} properties"),
        view: "View",
        whole: "Whole",
        slice_tab: "Slice and code",
        map_tab: "Both inputs",
        curve_tab: "Curve along b",
        faces: "What is shown",
    },
    export: ExportWords {
        title: "Copy or save",
        compare: |name| format!("Compare with {name}"),
        copy_code: "Copy code",
        frame: "Embed",
        edit: "Edit its formula",
        print: "Print",
        link: "Link",
        embed: "Iframe",
        failed: "The file could not be made.",
        not_readable: "Your browser does not let a page read its own pictures back (in Firefox: \
            privacy.resistFingerprinting), so a PNG would show something else. The same picture as SVG:",
        code: "Code",
        copy: "Copy",
        lines: |deriv, second| match (deriv, second) {
            (false, false) => "f solid",
            (true, false) => "f solid, f′ dashed",
            (false, true) => "f solid, f″ dotted",
            (true, true) => "f solid, f′ dashed, f″ dotted",
        },
        from: "Activation Explorer",
    },
};
