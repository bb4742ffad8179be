//! A small picture of each chapter, for the contents of the lesson: of its first figure that is
//! drawn.

use super::lesson::Source;
use super::links;
use super::still::{self, draw, points};
use explorer_core::plot::{Frame, Margins, Role};
use explorer_core::views;

/// Width and height of a picture; it is shown at any size.
const SIZE: (f64, f64) = (160.0, 100.0);
/// Room for half of a line's width.
const MARGINS: Margins = Margins { left: 2.0, right: 2.0, top: 2.0, bottom: 2.0 };

/// The number of areas up to which a picture is small.
const MOST: usize = 60;

/// The pictures, an element and a line for each text, which is empty for one without figures.
pub fn pictures(sources: &[Source]) -> String {
    let line = |source: &Source| format!("<div>{}</div>\n", picture(&source.text));
    sources.iter().map(line).collect()
}

/// The picture of a text.
fn picture(text: &str) -> String {
    let figures = text.lines().filter(|line| line.starts_with("!["));
    let queries = figures.filter_map(|line| line.rsplit_once("](")?.1.strip_suffix(')'));
    queries.filter_map(drawn).next().unwrap_or_default()
}

/// The picture of a state, if it has one. What is wrong with a figure is said where it is made.
fn drawn(query: &str) -> Option<String> {
    let state = links::check(query).ok()?;
    let first = || views::drawings(&state).into_iter().next().map(|(_, drawing)| drawing);
    let drawing = views::thumbnail(&state).or_else(first)?;
    let frame = Frame::new(SIZE, &MARGINS, drawing.window());
    let frame = if drawing.equal() { frame.equalised() } else { frame };
    let mut picture = drawing.picture(&frame);
    // A heat map would be larger than all the rest.
    if picture.regions.len() > MOST {
        return None;
    }
    still::thin(&frame, &mut picture);
    let mut heights = picture.curves.iter().flat_map(|curve| curve.strokes.iter().flatten());
    let first = frame.to_px(0.0, heights.next()?.1).1;
    let level = heights.all(|at| (frame.to_px(0.0, at.1).1 - first).abs() < 0.1 * SIZE.1);
    if level && picture.regions.is_empty() {
        return None;
    }
    let zero = frame.to_px(0.0, 0.0);
    let mut svg = format!(
        "<svg class=\"still\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\"><path class=\"axis\" d=\"M0 {:.1}H{}M{:.1} 0V{}\"/>",
        SIZE.0, SIZE.1, zero.1, SIZE.0, zero.0, SIZE.1
    );
    for region in &picture.regions {
        let class = match region.role {
            Role::Df | Role::Way(1) => "slope",
            _ => "shade",
        };
        let (points, opacity) = (points(&frame, &region.corners), f64::from(region.alpha) / 255.0);
        svg += &format!(
            "<polygon class=\"{class}\" points=\"{points}\" fill-opacity=\"{opacity:.2}\"/>"
        );
    }
    picture.curves.iter().for_each(|curve| draw(&frame, curve, &mut svg));
    Some(svg + "</svg>")
}
