//! English: kink at 0.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "Kink at 0";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "ReLU at 0",
    description: "Not differentiable there, and why it hardly ever matters.",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "ReLU at 0: not differentiable, and it hardly ever matters",
    lead: "However far you zoom in, the corner of ReLU stays a corner: slope 0 from the left, 1 from the right. Training works all the same; a program only has to choose a value.",
    zoom: |f| format!("zoom {f}×"),
    corners: |label, text| format!("{label}: {text}"),
    quotients: |x| format!("Difference quotients at {x}"),
    quotient_columns: ["h", "from the left", "from the right"],
    choose: "Choose the slope at 0",
    choose_lead: "Any number from 0 to 1 is a sub-gradient. A unit sits exactly at the corner, w = 0, and should output 1. What does a step of descent do with each choice?",
    step: |slope, gradient, before, after| {
        format!("slope {slope}: gradient {gradient}, w goes from {before} to {after}")
    },
    again: "Another step",
    softplus: "Softplus goes to ReLU, its slope at 0 does not",
    gap: |beta, gap| format!("β = {beta}: the largest gap, at 0, is ln 2/β = {gap}."),
    slope: "Its slope at 0 is ½ for every β, the mean of 0 and 1.",
    frameworks: "What the frameworks return",
    columns: ["case", "x", "here"],
    differs: "bold: differs from the value used here",
    plot: |name, x| format!("{name} near {x}, with its derivative"),
};
