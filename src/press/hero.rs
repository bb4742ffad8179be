//! The large plot of the start page at rest, with its lamps, as HTML for the page before it is live.

use crate::still::{points, thinned};
use explorer_core::lang::Lang;
use explorer_core::numeric::ticks::Tick;
use explorer_core::plot::{Drawing, Frame, Region, Role, Size};
use explorer_core::views;
use explorer_core::views::gallery::drawing::Hero;
use explorer_core::views::gallery::{markup, words};

/// Width and height of the picture in its own units; it is shown at any size.
const SIZE: (f64, f64) = (816.0, 816.0 * 4.0 / 7.0);
/// The font size that the live plot has.
const TEXT: f64 = 12.0;
/// The size at which the live plot has as few labels as a phone's.
const PHONE: (f64, f64) = (SIZE.0 * 0.45, SIZE.1 * 0.45);

/// The plot of an empty address.
fn hero() -> Hero {
    Hero::of(&views::start())
}

/// The slope at its point.
pub fn slope() -> f64 {
    let hero = hero();
    hero.at(hero.x).1
}

/// The first screen but for its words, which are marked as those of a template.
pub fn screen() -> String {
    let word = |name: &str| format!("<span lang=\"{{one}}\">{{word:{name}}}</span>");
    let label = Lang::ALL.map(|lang| words(lang).choice).join("; ");
    let above = markup::above(&word("title"), &word("lead"), &label, hero().act);
    let lit = Lang::ALL.map(|lang| words(lang).lamps_text(slope())).join("; ");
    let below = markup::below(&word("lamps"), &markup::lights(slope()), &lit, &word("fate"));
    format!("{above}<div class=\"stage\">{}</div>{below}", picture())
}

/// The plot; the words in it are marked as those of a template.
///
/// What has one size however wide the plot is stands at percentages: labels, the point, the flag.
fn picture() -> String {
    let hero = hero();
    let label = Lang::ALL.map(|lang| (words(lang).plot)(hero.act.name)).join("; ");
    let frame = |size| Size::Wide.frame(size, TEXT, hero.window(), None, false);
    let (Some(frame), Some(phone)) = (frame(SIZE), frame(PHONE)) else { return String::new() };
    let picture = hero.picture(&frame);
    let mut curves = String::new();
    for Region { alpha, corners, .. } in &picture.regions {
        let (points, opacity) =
            (points(&frame, &thinned(&frame, corners)), f64::from(*alpha) / 255.0);
        curves +=
            &format!("<polygon class=\"slope\" points=\"{points}\" opacity=\"{opacity:.2}\"/>");
    }
    let (left, zero) = frame.to_px(0.0, 0.0);
    curves +=
        &format!("<path class=\"axis\" d=\"M0 {zero:.1}H{}M{left:.1} 0V{:.1}\"/>", SIZE.0, SIZE.1);
    for curve in &picture.curves {
        let class = if curve.role == Role::F { "f" } else { "tangent" };
        for stroke in &curve.strokes {
            let points = points(&frame, &thinned(&frame, stroke));
            curves += &format!("<polyline class=\"{class}\" points=\"{points}\"/>");
        }
    }
    let ticks = Size::Wide.ticks(&phone, TEXT);
    let at = |x: f64, y: f64| share(&frame, x, y);
    let mut labels = String::new();
    let shown = |tick: &&Tick| tick.at != 0.0;
    for tick in ticks.x.iter().filter(shown) {
        let (x, y) = at(tick.at, 0.0);
        labels += &format!(
            "<text x=\"{x}\" y=\"{y}\" dy=\"1.25em\" text-anchor=\"middle\">{}</text>",
            tick.label
        );
    }
    for tick in ticks.y.iter().filter(shown) {
        let (x, y) = at(0.0, tick.at);
        labels += &format!(
            "<text x=\"{x}\" y=\"{y}\" dx=\"-5\" dy=\"0.35em\" text-anchor=\"end\">{}</text>",
            tick.label
        );
    }
    let ((x, y), (_, floor)) = (at(hero.x, hero.at(hero.x).0), at(hero.x, 0.0));
    format!(
        "<svg class=\"still\" role=\"img\" aria-label=\"{label}\">\
         <svg viewBox=\"0 0 {} {:.1}\" preserveAspectRatio=\"none\">{curves}</svg>\
         <g translate=\"no\">{labels}</g><circle cx=\"{x}\" cy=\"{y}\" r=\"10\"/>\
         <foreignObject x=\"{x}\" y=\"{floor}\" width=\"9\" height=\"9\">\
         <p class=\"flag\"><span lang=\"{{one}}\">{{word:flag}}</span></p></foreignObject></svg>",
        SIZE.0, SIZE.1
    )
}

/// A place in the frame as shares of its width and height.
fn share(frame: &Frame, x: f64, y: f64) -> (String, String) {
    let (px, py) = frame.to_px(x, y);
    (format!("{:.2}%", 100.0 * px / frame.size.0), format!("{:.2}%", 100.0 * py / frame.size.1))
}
