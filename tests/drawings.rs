//! A picture of every plot of every view in states that show all of it, against stored ones.
//!
//! `RENEW_PICTURES=1 cargo test --test drawings` stores today's; look at what changed before
//! committing it. Pictures that differ are written to `target/pictures/views`.

#![cfg(not(target_arch = "wasm32"))] // a browser has no files
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "common/pictures.rs"]
mod pictures;

use activation_explorer::address::{Address, View};
use activation_explorer::numeric::sample::Stroke;
use activation_explorer::plot::{Drawing, Drawings, Frame, Picture, Size, svg};
use activation_explorer::views::{self, softmax, zigzag};
use pictures::{MARGINS, SIZE, palette};
use std::collections::BTreeSet;

/// The distance, in CSS pixels, below which neighbouring points of a line are left out: the
/// pictures stay small, and still show any visible change.
const APART: f64 = 2.0;
/// The largest size of a stored picture, in bytes.
const MOST: usize = 130_000;

/// The state of a view's sample, which must have no notices.
fn state(view: &View, sample: &str) -> Address {
    let (state, notices) = views::parse(&format!("view={}&{sample}", view.id));
    assert!(notices.is_empty(), "{view:?}: {sample}: {notices:?}");
    state
}

/// The drawings of a state; a view that builds embeds has another in a frame and none itself.
fn drawings(state: &Address) -> Drawings {
    if state.builder.is_some() { Drawings::new() } else { views::drawings(state) }
}

/// The pictures of a state: those of its plots, else those that are markup.
fn pictures_of(state: &Address, sample: &str) -> Vec<(&'static str, String)> {
    let lines = |svg: String| svg.replace("><", ">\n<") + "\n";
    let markup = match state.view {
        view if *view == softmax::VIEW => softmax::pictures(state),
        // The worked example is the same in every state.
        view if *view == zigzag::VIEW && sample.is_empty() => zigzag::pictures(state),
        _ => Vec::new(),
    };
    let markup = markup.into_iter().map(|(name, svg)| (name, lines(svg)));
    let svg = |name: &str, drawing: &dyn Drawing| {
        drawn(drawing).unwrap_or_else(|| panic!("{:?}: {name} of {sample} is empty", state.view))
    };
    let drawings = drawings(state);
    let drawn = drawings.into_iter().map(|(name, drawing)| (name, svg(name, drawing.as_ref())));
    drawn.chain(markup).collect()
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

/// A drawing as the page lays it out, as SVG; `None` if it draws nothing.
fn drawn(drawing: &dyn Drawing) -> Option<String> {
    let window = drawing.window();
    let (own, text) = (drawing.own_axis(&window), palette().text);
    let mut frame = Frame::new(SIZE, &MARGINS, window);
    if own.is_some() {
        // As the page does: with room for the labels on the right.
        frame = Size::Large.frame(SIZE, text, window, own, drawing.equal()).unwrap();
    } else if drawing.equal() {
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
    for view in views::ALL {
        for (n, sample) in (1..).zip(view.samples) {
            for (name, svg) in pictures_of(&state(view, sample), sample) {
                all.push((format!("{}-{n}-{name}", view.id), svg));
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
fn a_view_draws_in_all_its_samples_or_has_no_plot() {
    for view in views::ALL {
        let draws: Vec<_> =
            view.samples.iter().map(|s| !drawings(&state(view, s)).is_empty()).collect();
        assert!(draws.iter().all(|one| *one == draws[0]), "{view:?} draws in some of {draws:?}");
        // A view that reads a key of plots draws one.
        let reads = &view.reads;
        let plots = reads.deriv || reads.window || reads.details || reads.probe;
        assert!(draws[0] || !plots, "{view:?}");
    }
}
