//! A function and its derivatives as a picture: strokes, dots where they jump, shaded flats.

use super::{Curve, Dot, Frame, Picture, Region, Role};
use crate::activation::{Activation, Window};
use crate::numeric::elementary::within;
use crate::numeric::extent::extent;
use crate::numeric::sample::{beside, sample};
use crate::properties::{flat, second};

/// Of more intervals than this, each narrower than a few pixels, none is shaded.
pub const MOST_SHADED: usize = 200;

/// The opacity of the area under a slope, of 255: soft, but told apart from paper.
const SLOPE_ALPHA: u8 = 46;

/// The parts of a function's plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curves {
    /// f′.
    pub deriv: bool,
    /// f″.
    pub second: bool,
    /// The threshold of |f′| below which the plot is shaded; 0 for no shading.
    pub shade: f64,
}

/// The picture of one function.
#[must_use]
pub fn function(act: &Activation, p: &[f64], frame: &Frame, wanted: Curves) -> Picture {
    let mut picture = Picture { regions: Vec::new(), curves: Vec::new() };
    if wanted.shade > 0.0 {
        let w = &frame.window;
        let flats = flat(act, p, wanted.shade).within((w.x_min, w.x_max), MOST_SHADED);
        // Some of them alone would look like all there are.
        for flat in flats.items.into_iter().filter(|_| !flats.cut) {
            let (from, to) = (flat.from.max(w.x_min), flat.to.min(w.x_max));
            if from < to {
                // Exactly flat is darker than nearly flat.
                let alpha = if flat.hard { 60 } else { 34 };
                let corners = ((from, w.y_min), (to, w.y_max));
                picture.regions.push(Region::rectangle(Role::Shade, alpha, corners.0, corners.1));
            }
        }
    }
    if wanted.second {
        let right = frame.right();
        picture.curves.push(onto(
            &right,
            frame,
            curve(Role::D2f, second(act, p), &seams(act, p), &right),
        ));
    }
    let mut curves = curves(act, p, frame, wanted.deriv);
    if let Some(slope) = curves.iter().find(|curve| curve.role == Role::Df) {
        picture.regions.extend(areas(slope, frame));
    }
    picture.curves.append(&mut curves);
    picture
}

/// The areas between a curve of slopes and 0 of its axis: softer than any line.
fn areas(slope: &Curve, frame: &Frame) -> Vec<Region> {
    let (l, r) = (&frame.window, &frame.right().window);
    let scale = (l.y_max - l.y_min) / (r.y_max - r.y_min);
    let zero = within(l.y_min - r.y_min * scale, l.y_min, l.y_max);
    let area = |stroke: &Vec<(f64, f64)>| {
        let (first, last) = (stroke.first()?, stroke.last()?);
        let mut corners = vec![(first.0, zero)];
        corners.extend(stroke);
        corners.push((last.0, zero));
        (first.0 < last.0).then_some(Region { role: Role::Df, alpha: SLOPE_ALPHA, corners })
    };
    slope.strokes.iter().filter_map(area).collect()
}

/// The breaks and 0, where f″ may jump.
fn seams(act: &Activation, p: &[f64]) -> Vec<f64> {
    let mut seams = act.breaks(p);
    if !seams.contains(&0.0) {
        let place = seams.partition_point(|x| *x < 0.0);
        seams.insert(place, 0.0);
    }
    seams
}

/// `f`, and `f′` if `deriv`, with the edges of the function's random family behind them.
#[must_use]
pub fn curves(act: &Activation, p: &[f64], frame: &Frame, deriv: bool) -> Vec<Curve> {
    let breaks = act.breaks(p);
    let mut all = Vec::new();
    if let Some(band) = act.band {
        for edge in band(p) {
            all.push(curve(Role::Band, |x| act.f(x, &edge), &act.breaks(&edge), frame));
        }
    }
    if deriv {
        let right = frame.right();
        all.push(onto(&right, frame, curve(Role::Df, |x| act.df(x, p), &breaks, &right)));
    }
    all.push(curve(Role::F, |x| act.f(x, p), &breaks, frame));
    all
}

/// One function of a comparison, or its difference to `first`.
#[must_use]
pub fn series(
    index: u8,
    (act, p): (&Activation, &[f64]),
    first: Option<(&Activation, &[f64])>,
    frame: &Frame,
    deriv: bool,
) -> Vec<Curve> {
    let mut breaks = act.breaks(p);
    if let Some((other, q)) = first {
        breaks.extend(other.breaks(q));
        crate::numeric::order::sort_by_key(&mut breaks, |x| *x);
        breaks.dedup();
    }
    let less = |x: f64| {
        let (f, df) = act.eval(x, p);
        let (g, dg) = first.map_or((0.0, 0.0), |(other, q)| other.eval(x, q));
        (f - g, df - dg)
    };
    let mut all = Vec::new();
    if deriv {
        all.push(curve(Role::SeriesDf(index), |x| less(x).1, &breaks, frame));
    }
    all.push(curve(Role::Series(index), |x| less(x).0, &breaks, frame));
    all
}

/// The areas between the axis and the slope of a curve, as far as they are in the window.
#[must_use]
pub fn slopes(df: &dyn Fn(f64) -> f64, breaks: &[f64], frame: &Frame) -> Vec<Region> {
    let w = &frame.window;
    let seen = |y: f64| within(y, w.y_min, w.y_max);
    let strokes = curve(Role::Df, |x| seen(df(x)), breaks, frame).strokes;
    let area = |mut corners: Vec<(f64, f64)>| {
        if let (Some((from, _)), Some((to, _))) = (corners.first(), corners.last()) {
            corners.extend([(*to, seen(0.0)), (*from, seen(0.0))]);
        }
        Region { role: Role::Df, alpha: SLOPE_ALPHA, corners }
    };
    strokes.into_iter().map(area).collect()
}

/// The window with the heights that `f` needs, and `f′` if `deriv`, where they are finite.
#[must_use]
pub fn fitted(act: &Activation, p: &[f64], window: &Window, deriv: bool) -> Window {
    let breaks = act.breaks(p);
    let f = heights(&|x| act.f(x, p), &breaks, window);
    let df = deriv.then(|| heights(&|x| act.df(x, p), &breaks, window)).flatten();
    let (low, high) = both(f, df);
    // A flat curve in the middle of the window.
    let room = if low == high { 1.0 } else { 0.08 * (high - low) };
    Window { y_min: low - room, y_max: high + room, ..*window }
}

/// The least and the greatest finite value across a window, if there is one.
fn heights(f: &dyn Fn(f64) -> f64, breaks: &[f64], window: &Window) -> Option<(f64, f64)> {
    extent(f, breaks, window.x_min, window.x_max)
}

/// The least and the greatest of both; 0 if there are none.
fn both(a: Option<(f64, f64)>, b: Option<(f64, f64)>) -> (f64, f64) {
    let all = a.into_iter().chain(b);
    all.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default()
}

/// The heights an axis of their own needs for f′ in a window, and for f″ if `second`.
#[must_use]
pub fn own_heights(act: &Activation, p: &[f64], window: &Window, second_too: bool) -> (f64, f64) {
    let d2f = second(act, p);
    let df = heights(&|x| act.df(x, p), &act.breaks(p), window);
    let d2f = second_too.then(|| heights(&d2f, &seams(act, p), window)).flatten();
    let (low, high) = both(df, d2f);
    let (low, high) = (low.min(0.0), high.max(0.0));
    let room = 0.06 * (high - low).max(1e-9);
    (low - room, high + room)
}

/// A curve sampled in the `right` axis's frame, moved onto the heights of the left one.
fn onto(right: &Frame, left: &Frame, mut curve: Curve) -> Curve {
    if right.window == left.window {
        return curve;
    }
    let (r, l) = (&right.window, &left.window);
    let scale = (l.y_max - l.y_min) / (r.y_max - r.y_min);
    let moved = |y: f64| within(l.y_min + (y - r.y_min) * scale, l.y_min, l.y_max);
    for point in curve.strokes.iter_mut().flatten() {
        point.1 = moved(point.1);
    }
    for dot in &mut curve.dots {
        dot.at.1 = moved(dot.at.1);
    }
    curve
}

pub(crate) fn curve(role: Role, f: impl Fn(f64) -> f64, breaks: &[f64], frame: &Frame) -> Curve {
    // One copy of the code for every function there is.
    curve_of_any(role, &f, breaks, frame)
}

fn curve_of_any(role: Role, f: &dyn Fn(f64) -> f64, breaks: &[f64], frame: &Frame) -> Curve {
    let strokes = sample(f, breaks, &frame.window, frame.area.width, frame.area.height);
    let mut all = Vec::new();
    for place in breaks {
        all.append(&mut dots(f, *place, frame));
    }
    Curve { role, strokes, dots: all }
}

/// The dots at `x`: none where the curve goes through without a visible jump.
fn dots(f: &dyn Fn(f64) -> f64, x: f64, frame: &Frame) -> Vec<Dot> {
    let value = f(x);
    let apart = |y: f64| {
        let gap = (frame.to_px(x, y).1 - frame.to_px(x, value).1).abs();
        gap > 1.0 || gap.is_nan()
    };
    let mut ends: Vec<f64> = vec![beside(f, x, -1.0), beside(f, x, 1.0)];
    ends.retain(|y| apart(*y));
    if ends.is_empty() {
        return Vec::new();
    }
    let open = ends.into_iter().map(|y| Dot { at: (x, y), filled: false });
    let w = &frame.window;
    open.chain([Dot { at: (x, value), filled: true }])
        .filter(|d| (w.x_min..=w.x_max).contains(&d.at.0) && (w.y_min..=w.y_max).contains(&d.at.1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::plot::Margins;

    fn frame(act: &Activation) -> Frame {
        let margins = Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
        Frame::new((600.0, 300.0), &margins, act.window)
    }

    #[test]
    fn a_step_has_a_filled_dot_where_the_value_is_taken() {
        let step = by_id("binary_step").unwrap();
        let all = curves(step, &[], &frame(step), true);
        let f = all.iter().find(|c| c.role == Role::F).unwrap();
        assert_eq!(
            f.dots,
            [Dot { at: (0.0, 0.0), filled: false }, Dot { at: (0.0, 1.0), filled: true }]
        );
        let df = all.iter().find(|c| c.role == Role::Df).unwrap();
        assert!(df.dots.is_empty(), "f′ is 0 on both sides");
    }

    #[test]
    fn a_kink_of_f_is_a_jump_of_its_derivative_only() {
        let relu = by_id("relu").unwrap();
        let all = curves(relu, &[], &frame(relu), true);
        assert!(all.iter().find(|c| c.role == Role::F).unwrap().dots.is_empty());
        assert_eq!(all.iter().find(|c| c.role == Role::Df).unwrap().dots.len(), 2);
    }

    #[test]
    fn an_axis_of_its_own_moves_the_derivative_only() {
        let sigmoid = by_id("sigmoid").unwrap();
        let mut frame = frame(sigmoid);
        let plain = curves(sigmoid, &[], &frame, true);
        frame.own = Some((0.0, 0.25));
        let own = curves(sigmoid, &[], &frame, true);
        assert_eq!(plain[1].strokes, own[1].strokes);
        let top = own[0].strokes.iter().flatten().map(|p| p.1).fold(f64::MIN, f64::max);
        let pixel = (frame.window.y_max - frame.window.y_min) / frame.area.height;
        assert!((top - frame.window.y_max).abs() < 0.1 * pixel, "0.25 is at the top: {top}");
    }

    #[test]
    fn the_own_axis_holds_the_limits_at_a_kink() {
        let celu = by_id("celu").unwrap();
        let (low, high) = own_heights(celu, &[0.05], &celu.window, true);
        // f″ → 1/α on the left of 0.
        assert!(low < 0.0 && (20.0..23.0).contains(&high), "{low} {high}");
    }

    #[test]
    fn a_fitted_window_holds_the_curve() {
        let elu = by_id("elu").unwrap();
        let fit = fitted(elu, &[2.4], &elu.window, true);
        let act = |x: f64| elu.f(x, &[2.4]);
        assert!(fit.y_min < act(-5.0) && fit.y_max > act(5.0), "{fit:?}");
        assert!(fit.y_max - fit.y_min < 1.2 * (act(5.0) - act(-5.0)), "{fit:?}");
        assert_eq!((fit.x_min, fit.x_max), (elu.window.x_min, elu.window.x_max));
        let flat =
            fitted(by_id("binary_step").unwrap(), &[], &Window::new(1.0, 2.0, 5.0, 6.0), false);
        assert_eq!((flat.y_min, flat.y_max), (0.0, 2.0));
    }

    #[test]
    fn shading_stays_inside_the_window() {
        let act = by_id("elu").unwrap();
        let wanted = Curves { deriv: true, second: true, shade: 0.05 };
        let picture = function(act, &[1.0], &frame(act), wanted);
        let shades: Vec<_> = picture.regions.iter().filter(|r| r.role == Role::Shade).collect();
        assert_eq!(shades.len(), 1);
        assert_eq!(shades[0].corners[0], (act.window.x_min, act.window.y_min));
        assert!(picture.curves.iter().any(|c| c.role == Role::D2f && !c.strokes.is_empty()));
    }

    #[test]
    fn the_area_of_the_slope_lies_between_it_and_0() {
        for id in ["gelu", "relu", "tanhshrink", "binary_step"] {
            let act = by_id(id).unwrap();
            let wanted = Curves { deriv: true, second: false, shade: 0.0 };
            let mut frame = frame(act);
            for own in [None, Some((-0.5, 2.0))] {
                frame.own = own;
                let picture = function(act, &act.defaults(), &frame, wanted);
                let zero = frame.to_y(frame.right().to_px(0.0, 0.0).1);
                let w = &act.window;
                for region in &picture.regions {
                    assert_eq!(region.role, Role::Df);
                    let (from, to) = (region.corners[0], *region.corners.last().unwrap());
                    assert!((from.1 - zero).abs() < 1e-9 && (to.1 - zero).abs() < 1e-9, "{id}");
                    let inside = |y: f64| (w.y_min..=w.y_max).contains(&y);
                    assert!(region.corners.iter().all(|corner| inside(corner.1)), "{id}");
                }
                assert!(!picture.regions.is_empty(), "{id}");
            }
            let without = Curves { deriv: false, ..wanted };
            assert!(function(act, &act.defaults(), &frame, without).regions.is_empty());
        }
    }

    #[test]
    fn rrelu_shows_the_edges_of_its_family() {
        let rrelu = by_id("rrelu").unwrap();
        let all = curves(rrelu, &rrelu.defaults(), &frame(rrelu), false);
        assert_eq!(all.iter().filter(|c| c.role == Role::Band).count(), 2);
    }
}
