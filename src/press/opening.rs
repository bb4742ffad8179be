//! What the page of a function shows until it is live: its name, its summary and its plot with the
//! parameters' defaults, as HTML that the page's own stylesheets lay out.

use crate::still;
use explorer_core::activation::{Activation, Kind};
use explorer_core::plot::{Frame, Margins, Region, Size};
use explorer_core::views;

/// The plot in a frame 600 pixels wide.
const PLOT: (f64, f64) = (568.0, 326.0);
/// The font size of its labels.
const TEXT: f64 = 12.0;

/// The page of a function of one input; nothing for others, which open in other views.
pub fn html(act: &'static Activation, about: &str, summary: &str) -> String {
    let Some(plot) = plot(act) else { return String::new() };
    format!(
        "<div class=\"opening\"><div class=\"page function\">\
         <select class=\"chooser-menu\" aria-hidden=\"true\" disabled><option>{name}</option></select>\
         <article class=\"subject\"><header class=\"head\"><h1><span translate=\"no\">{name}</span> \
         <small>{about}</small></h1><div class=\"take\"><div class=\"actions\" aria-hidden=\"true\">\
         <button type=\"button\" disabled>⋯</button></div></div></header><p class=\"lead\">{summary}</p>\
         <div class=\"top\"><div class=\"stage\"><figure class=\"plot\">{plot}</figure></div>\
         <div class=\"side\">{sliders}</div></div></article></div></div>",
        name = act.name,
        // A frame has them beside the plot, if there are any.
        sliders = if act.params.is_empty() { "" } else { "<div class=\"sliders\"></div>" },
    )
}

/// The curves, stretched over whatever room there is, with labels of one size at their places.
fn plot(act: &'static Activation) -> Option<String> {
    if !matches!(act.kind, Kind::Scalar) {
        return None;
    }
    let (state, _) = views::parse(&format!("?view=function&fn={}", act.id));
    let (_, drawing) = views::drawings(&state).into_iter().next()?;
    let live = Size::Large.frame(PLOT, TEXT, drawing.window(), None, false)?;
    let ticks = Size::Large.ticks(&live, TEXT);
    // The area alone: the stylesheet leaves the room for labels.
    let none = Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
    let frame = Frame::new((live.area.width, live.area.height), &none, live.window);
    let (width, height) = frame.size;
    let (mut grid, mut curves, mut labels) = (String::new(), String::new(), String::new());
    let share = |part: f64, whole: f64| format!("{:.2}%", 100.0 * part / whole);
    for tick in &ticks.x {
        let x = frame.to_px(tick.at, 0.0).0;
        let class = if tick.at == 0.0 { "axis" } else { "grid" };
        grid += &format!("<path class=\"{class}\" d=\"M{x:.1} 0V{height:.1}\"/>");
        let x = share(x, width);
        let label = &tick.label;
        labels +=
            &format!("<text x=\"{x}\" y=\"100%\" dy=\"17\" text-anchor=\"middle\">{label}</text>");
    }
    for tick in &ticks.y {
        let y = frame.to_px(0.0, tick.at).1;
        let class = if tick.at == 0.0 { "axis" } else { "grid" };
        grid += &format!("<path class=\"{class}\" d=\"M0 {y:.1}H{width:.1}\"/>");
        let y = share(y, height);
        let label = &tick.label;
        labels += &format!(
            "<text x=\"0\" y=\"{y}\" dx=\"-6\" dy=\"4\" text-anchor=\"end\">{label}</text>"
        );
    }
    let mut picture = drawing.picture(&frame);
    still::thin(&frame, &mut picture);
    for Region { alpha, corners, .. } in &picture.regions {
        let (points, opacity) = (still::points(&frame, corners), f64::from(*alpha) / 255.0);
        curves +=
            &format!("<polygon class=\"slope\" points=\"{points}\" opacity=\"{opacity:.2}\"/>");
    }
    for curve in &mut picture.curves {
        curve.dots.clear();
        still::draw(&frame, curve, &mut curves);
    }
    Some(format!(
        "<svg class=\"still\" aria-hidden=\"true\">\
         <svg viewBox=\"0 0 {width:.1} {height:.1}\" preserveAspectRatio=\"none\">{grid}{curves}</svg>\
         <g translate=\"no\">{labels}</g></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use explorer_core::activation::{ALL, by_id};

    #[test]
    fn every_function_of_one_input_has_its_curves() {
        for act in ALL {
            let html = html(act, "1997", "What it is.");
            let scalar = matches!(act.kind, Kind::Scalar);
            assert_eq!(
                html.contains("class=\"f\"") && html.contains("class=\"df\""),
                scalar,
                "{}",
                act.id
            );
            assert!(html.len() < 12_000, "{}: {} bytes", act.id, html.len());
        }
    }

    #[test]
    fn it_is_the_plot_of_the_defaults() {
        // ELU at −5, the left edge, is e⁻⁵ − 1, in a window from −2 to 3.
        let html = html(by_id("elu").unwrap(), "", "");
        let curve = html.split("class=\"f\" points=\"0.0,").nth(1).unwrap();
        let y: f64 = curve.split(' ').next().unwrap().parse().unwrap();
        let at = |y: f64| {
            let height =
                html.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split([' ', '"']).nth(1));
            height.unwrap().parse::<f64>().unwrap() * (3.0 - y) / 5.0
        };
        assert!((y - at((-5f64).exp() - 1.0)).abs() < 0.1, "{y}");
    }
}
