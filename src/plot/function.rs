//! A function and its derivative as curves: strokes, and dots where they jump.

use super::Frame;
use crate::activation::Activation;
use crate::numeric::sample::{Stroke, beside, sample};

/// What a curve stands for; the palette knows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The function.
    F,
    /// Its derivative.
    Df,
    /// An edge of a random family around the function.
    Band,
}

/// A curve ready to be drawn, in data units.
#[derive(Clone, Debug)]
pub struct Curve {
    /// What it stands for.
    pub role: Role,
    /// Its unbroken parts.
    pub strokes: Vec<Stroke>,
    /// The ends of its jumps.
    pub dots: Vec<Dot>,
}

/// One end of a jump.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Where, in data units.
    pub at: (f64, f64),
    /// Whether the function takes this value.
    pub filled: bool,
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
        all.push(curve(Role::Df, |x| act.df(x, p), &breaks, frame));
    }
    all.push(curve(Role::F, |x| act.f(x, p), &breaks, frame));
    all
}

fn curve(role: Role, f: impl Fn(f64) -> f64, breaks: &[f64], frame: &Frame) -> Curve {
    let strokes = sample(&f, breaks, &frame.window, frame.area.width, frame.area.height);
    let dots = breaks.iter().flat_map(|b| dots(&f, *b, frame)).collect();
    Curve { role, strokes, dots }
}

/// The dots at `x`: none where the curve goes through without a visible jump.
fn dots(f: impl Fn(f64) -> f64, x: f64, frame: &Frame) -> Vec<Dot> {
    let value = f(x);
    let apart = |y: f64| {
        let gap = (frame.to_px(x, y).1 - frame.to_px(x, value).1).abs();
        gap > 1.0 || gap.is_nan()
    };
    let mut ends: Vec<f64> = vec![beside(&f, x, -1.0), beside(&f, x, 1.0)];
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
    fn rrelu_shows_the_edges_of_its_family() {
        let rrelu = by_id("rrelu").unwrap();
        let all = curves(rrelu, &rrelu.defaults(), &frame(rrelu), false);
        assert_eq!(all.iter().filter(|c| c.role == Role::Band).count(), 2);
    }
}
