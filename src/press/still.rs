//! Still pictures of curves as SVG, for where nothing moves: in a text until its components are
//! live, on paper, and on pages without JavaScript.
//!
//! Colours and widths are the stylesheet's, by class; dashes are here, so that lines are told apart
//! without it.

use explorer_core::activation::{Activation, Window};
use explorer_core::numeric::sample::Stroke;
use explorer_core::numeric::ticks::Tick;
use explorer_core::plot::{Curve, DASHES, Frame, Margins, Picture, Role};

/// Width and height of a picture; it is shown at any size.
const SIZE: (f64, f64) = (640.0, 320.0);
/// Room for what is written at the axes.
const MARGINS: Margins = Margins { left: 38.0, right: 10.0, top: 8.0, bottom: 24.0 };

/// The frame of a picture of this part of the plane.
pub fn frame(window: Window) -> Frame {
    Frame::new(SIZE, &MARGINS, window)
}

/// The opening tag; `label` is what the picture shows, for those who do not see it.
fn opened(frame: &Frame, label: &str) -> String {
    let (width, height) = frame.size;
    let label = label.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<svg class=\"still\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">"
    )
}

/// The picture in its frame; `label` is what it is, for those who do not see it.
pub fn svg(frame: &Frame, picture: &Picture, label: &str) -> String {
    let mut out = opened(frame, label);
    axes(frame, &mut out);
    for region in &picture.regions {
        let points = points(frame, &region.corners);
        let opacity = f64::from(region.alpha) / 255.0;
        let class = if region.role == Role::Df { "slope" } else { "shade" };
        out.push_str(&format!(
            "<polygon class=\"{class}\" points=\"{points}\" fill-opacity=\"{opacity:.2}\"/>"
        ));
    }
    for curve in &picture.curves {
        draw(frame, curve, &mut out);
    }
    out.push_str("</svg>");
    out
}

/// The grid, and the axes in another colour.
fn grid(frame: &Frame, x_ticks: &[Tick], y_ticks: &[Tick], out: &mut String) {
    let a = &frame.area;
    let (right, bottom) = (a.left + a.width, a.top + a.height);
    let mut paths = [String::new(), String::new()];
    for tick in x_ticks {
        let x = frame.to_px(tick.at, 0.0).0;
        paths[usize::from(tick.at == 0.0)].push_str(&format!("M{x:.1} {}V{bottom}", a.top));
    }
    for tick in y_ticks {
        let y = frame.to_px(0.0, tick.at).1;
        paths[usize::from(tick.at == 0.0)].push_str(&format!("M{} {y:.1}H{right}", a.left));
    }
    let [grid, axis] = paths;
    out.push_str(&format!(
        "<path class=\"grid\" d=\"{grid}\"/><path class=\"axis\" d=\"{axis}\"/>"
    ));
}

/// Grid, axes, and what is written at them.
fn axes(frame: &Frame, out: &mut String) {
    let (left, bottom) = (frame.area.left, frame.area.top + frame.area.height);
    let (x_ticks, y_ticks) = (frame.x_ticks(56.0, 12.5), frame.y_ticks(38.0));
    grid(frame, &x_ticks, &y_ticks, out);
    out.push_str("<g class=\"across\" translate=\"no\">");
    for tick in &x_ticks {
        let x = frame.to_px(tick.at, 0.0).0;
        out.push_str(&format!("<text x=\"{x:.1}\" y=\"{}\">{}</text>", bottom + 17.0, tick.label));
    }
    out.push_str("</g><g class=\"up\" translate=\"no\">");
    for tick in &y_ticks {
        let y = frame.to_px(0.0, tick.at).1 + 4.0;
        out.push_str(&format!("<text x=\"{}\" y=\"{y:.1}\">{}</text>", left - 6.0, tick.label));
    }
    out.push_str("</g>");
}

/// A curve with its dots.
pub(crate) fn draw(frame: &Frame, curve: &Curve, out: &mut String) {
    let (class, dash) = match curve.role {
        Role::F => ("f".to_owned(), &[][..]),
        Role::Df => ("df".to_owned(), &[7.0, 5.0][..]),
        Role::D2f => ("d2f".to_owned(), &[2.0, 3.5][..]),
        Role::Band => ("f thin".to_owned(), &[2.0, 3.0][..]),
        Role::Series(i) => (format!("series-{}", i + 1), dashes(i)),
        Role::SeriesDf(i) => (format!("series-{} thin", i + 1), dashes(i)),
        Role::Way(side) => (["f", "df"][usize::from(side % 2)].to_owned(), &[][..]),
        // The rest stands behind the curves.
        _ => ("axis".to_owned(), &[][..]),
    };
    let dash = if dash.is_empty() {
        String::new()
    } else {
        format!(" stroke-dasharray=\"{}\"", written(dash))
    };
    for stroke in &curve.strokes {
        let points = points(frame, stroke);
        out.push_str(&format!("<polyline class=\"{class}\" points=\"{points}\"{dash}/>"));
    }
    for dot in &curve.dots {
        let (x, y) = frame.to_px(dot.at.0, dot.at.1);
        let open = if dot.filled { "" } else { " open" };
        out.push_str(&format!(
            "<circle class=\"{class}{open}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>"
        ));
    }
}

/// Takes the points out of a picture that nobody would miss, for few bytes.
pub fn thin(frame: &Frame, picture: &mut Picture) {
    let curves = picture.curves.iter_mut().flat_map(|curve| &mut curve.strokes);
    for stroke in curves.chain(picture.regions.iter_mut().map(|region| &mut region.corners)) {
        *stroke = thinned(frame, stroke);
    }
}

/// A stroke without the points that lie within a tenth of a pixel of the line through the rest
/// (Ramer, Douglas and Peucker).
pub(crate) fn thinned(frame: &Frame, stroke: &[(f64, f64)]) -> Stroke {
    let ([first, .., last], Some(end)) = (stroke, stroke.len().checked_sub(1)) else {
        return stroke.to_vec();
    };
    let ((ax, ay), (bx, by)) = (frame.to_px(first.0, first.1), frame.to_px(last.0, last.1));
    let length = (bx - ax).hypot(by - ay);
    let off = |place: usize| {
        let (x, y) = frame.to_px(stroke[place].0, stroke[place].1);
        ((bx - ax) * (y - ay) - (by - ay) * (x - ax)).abs() / length
    };
    let farthest = (1..end).max_by(|a, b| off(*a).total_cmp(&off(*b)));
    match farthest.filter(|place| off(*place) > 0.1) {
        Some(place) => {
            let mut thin = thinned(frame, &stroke[..=place]);
            thin.pop();
            thin.extend(thinned(frame, &stroke[place..]));
            thin
        }
        None => vec![*first, *last],
    }
}

/// The dashes of one of several functions.
fn dashes(index: u8) -> &'static [f64] {
    DASHES[usize::from(index) % DASHES.len()]
}

fn written(dash: &[f64]) -> String {
    dash.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}

pub(crate) fn points(frame: &Frame, stroke: &[(f64, f64)]) -> String {
    let each = stroke.iter().map(|(x, y)| {
        let (x, y) = frame.to_px(*x, *y);
        // A tenth of a unit is a tenth of a pixel at the usual size.
        format!("{x:.1},{y:.1}")
    });
    each.collect::<Vec<_>>().join(" ")
}

/// The legend of one function.
pub fn legend(second: bool) -> String {
    let second = if second { " <span class=\"key d2f\">f″(x)</span>" } else { "" };
    format!(
        "<p class=\"legend\" translate=\"no\"><span class=\"key f\">f(x)</span> <span class=\"key df\">f′(x)</span>{second}</p>"
    )
}

/// The legend of several functions.
pub fn legend_of(acts: &[&Activation]) -> String {
    let each = acts.iter().enumerate().map(|(index, act)| {
        let dash = written(dashes(index as u8));
        format!(
            "<span><svg class=\"swatch series-{}\" viewBox=\"0 0 34 8\" aria-hidden=\"true\">\
             <path d=\"M1 4H33\" stroke-dasharray=\"{dash}\"/></svg> {}</span>",
            index + 1,
            act.name
        )
    });
    format!("<p class=\"legend\" translate=\"no\">{}</p>", each.collect::<Vec<_>>().join(" "))
}
