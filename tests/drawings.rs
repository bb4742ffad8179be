//! A picture of every plot of every view in states that show all of it, against stored ones.
//!
//! `RENEW_PICTURES=1 cargo test --test drawings` stores today's; look at what changed before
//! committing it. Pictures that differ are written to `target/pictures/views`.

#![cfg(not(target_arch = "wasm32"))] // a browser has no files
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "common/pictures.rs"]
mod pictures;

use activation_explorer::numeric::sample::Stroke;
use activation_explorer::plot::{Drawing, Frame, Margins, Picture, svg};
use activation_explorer::view_state::{Choice, ViewState};
use activation_explorer::views::{
    Drawings, compare, function, gallery, kink, linear, maxout, neuron, saturation, softmax, zigzag,
};
use pictures::{MARGINS, SIZE, palette};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Points of a line nearer to one another than this, in CSS pixels, are left out: the pictures
/// stay small, and still show any change of a line that one could see.
const APART: f64 = 2.0;
/// The most a stored picture may have, in bytes.
const MOST: usize = 60_000;

/// A view's name, its samples, and its drawings.
type View = (&'static str, &'static [&'static str], fn(&ViewState) -> Drawings);

/// The views that have plots.
const VIEWS: [View; 9] = [
    ("gallery", gallery::SAMPLES, gallery::drawings),
    ("function", function::SAMPLES, function::drawings),
    ("compare", compare::SAMPLES, compare::drawings),
    ("neuron", neuron::SAMPLES, neuron::drawings),
    ("saturation", saturation::SAMPLES, saturation::drawings),
    ("linear", linear::SAMPLES, linear::drawings),
    ("zigzag", zigzag::SAMPLES, zigzag::drawings),
    ("kink", kink::SAMPLES, kink::drawings),
    ("maxout", maxout::SAMPLES, maxout::drawings),
];

/// A view's name, its samples, and its pictures that are markup with looks from the stylesheet.
type Markup =
    (&'static str, &'static [&'static str], fn(&ViewState) -> Vec<(&'static str, String)>);

/// The views that have such pictures.
const MARKUP: [Markup; 2] = [
    ("softmax", softmax::SAMPLES, softmax::pictures),
    ("zigzag", zigzag::SAMPLES.split_at(1).0, zigzag::pictures),
];

/// A sample of a view as a state, which it must be without fault.
fn state(view: &str, sample: &str) -> ViewState {
    let (state, notices) = ViewState::parse(sample);
    assert!(notices.is_empty(), "{view}: {sample}: {notices:?}");
    assert_eq!(state.view.name(), view, "{sample}");
    state
}

/// A stroke without the points that are too near to the one before.
fn thinned(frame: &Frame, stroke: &Stroke) -> Stroke {
    let mut kept: Stroke = Vec::new();
    for (i, (x, y)) in stroke.iter().copied().enumerate() {
        let last = kept.last().map(|(x, y)| frame.to_px(*x, *y));
        let near = last.is_some_and(|last| {
            let here = frame.to_px(x, y);
            libm::hypot(here.0 - last.0, here.1 - last.1) < APART
        });
        if !near || i + 1 == stroke.len() {
            kept.push((x, y));
        }
    }
    kept
}

/// A drawing as the page lays it out, as SVG; nothing if it draws nothing.
fn drawn(drawing: &dyn Drawing) -> Option<String> {
    let window = drawing.window();
    let own = drawing.own_axis(&window);
    let right = if own.is_some() { MARGINS.left } else { MARGINS.right };
    let mut frame = Frame::new(SIZE, &Margins { right, ..MARGINS }, window);
    frame.own = own;
    if drawing.equal() {
        frame = frame.equalised();
    }
    let mut picture = drawing.picture(&frame);
    if is_empty(&picture) {
        return None;
    }
    for curve in &mut picture.curves {
        curve.strokes = curve.strokes.iter().map(|stroke| thinned(&frame, stroke)).collect();
    }
    for region in picture.regions.iter_mut().filter(|region| region.corners.len() > 8) {
        region.corners = thinned(&frame, &region.corners);
    }
    Some(svg(&frame, &picture, &palette(), "").unwrap())
}

fn is_empty(picture: &Picture) -> bool {
    let blank = |curve: &activation_explorer::plot::Curve| {
        curve.strokes.is_empty() && curve.dots.is_empty()
    };
    picture.regions.is_empty() && picture.curves.iter().all(blank)
}

#[test]
fn every_drawing_looks_as_it_did() {
    let mut all = Vec::new();
    for (view, samples, drawings) in VIEWS {
        for (n, sample) in (1..).zip(samples) {
            let drawings = drawings(&state(view, sample));
            assert!(!drawings.is_empty(), "{view}: {sample} has no drawing");
            for (name, drawing) in drawings {
                let svg = drawn(drawing.as_ref());
                let svg = svg.unwrap_or_else(|| panic!("{view}: {name} of {sample} is empty"));
                all.push((format!("{view}-{n}-{name}"), svg));
            }
        }
    }
    for (view, samples, pictures) in MARKUP {
        for (n, sample) in (1..).zip(samples) {
            for (name, svg) in pictures(&state(view, sample)) {
                assert!(svg.starts_with("<svg "), "{view}: {name} of {sample} is empty");
                all.push((format!("{view}-{n}-{name}"), svg.replace("><", ">\n<") + "\n"));
            }
        }
    }
    for (name, svg) in &all {
        assert!(svg.len() <= MOST, "{name} has {} bytes", svg.len());
    }
    let names: BTreeSet<_> = all.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), all.len(), "two pictures have one name");
    pictures::compare("views", &all);
}

#[test]
fn every_view_with_drawings_is_tested() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core/views");
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let folders = folders.filter(|entry| entry.path().is_dir());
    let found: BTreeSet<_> = folders.map(|e| e.file_name().into_string().unwrap()).collect();
    let tested = VIEWS.iter().map(|view| view.0).chain(MARKUP.iter().map(|view| view.0));
    assert_eq!(found, tested.map(str::to_owned).collect());
}
