//! Everything on a plot but its axes: filled regions below, curves above, as plain data.

use super::Frame;
use crate::numeric::sample::Stroke;

/// A picture: all that is drawn inside the axes, in data units.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// Filled first.
    pub regions: Vec<Region>,
    /// Drawn over the regions, in this order.
    pub curves: Vec<Curve>,
}

/// The role of an element of a plot; the palette gives each its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The function.
    F,
    /// Its derivative.
    Df,
    /// Its second derivative.
    D2f,
    /// An edge of a random family around the function.
    Band,
    /// One of several functions, 0 to 7.
    Series(u8),
    /// Its derivative.
    SeriesDf(u8),
    /// The contribution of one of several pieces: in its colour, solid and heavy.
    Heavy(u8),
    /// A region of vanishing gradient.
    Shade,
    /// Something thin in the background: a contour line.
    Guide,
    /// A straight way, to compare a path with.
    Straight,
    /// An arrow, and a point to take hold of.
    Arrow,
    /// The path of a run, in the colour of f (0) or f′ (1).
    Way(u8),
}

/// Dashes by which eight functions are told apart without colour: lengths in CSS pixels of dashes
/// and gaps in turn.
pub const DASHES: [&[f64]; 8] = [
    &[],
    &[9.0, 4.0],
    &[2.5, 3.5],
    &[10.0, 3.5, 2.5, 3.5],
    &[16.0, 4.0],
    &[5.0, 3.0],
    &[10.0, 3.0, 2.5, 3.0, 2.5, 3.0],
    &[1.5, 5.0],
];

/// A curve ready to be drawn, in data units.
#[derive(Clone, Debug)]
pub struct Curve {
    /// Its role.
    pub role: Role,
    /// Its unbroken parts.
    pub strokes: Vec<Stroke>,
    /// The ends of its jumps, or points of their own.
    pub dots: Vec<Dot>,
}

impl Curve {
    /// Strokes without dots.
    #[must_use]
    pub const fn line(role: Role, strokes: Vec<Stroke>) -> Self {
        Self { role, strokes, dots: Vec::new() }
    }
}

/// One end of a jump, or a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Its place, in data units.
    pub at: (f64, f64),
    /// Whether the function takes this value: filled, else open.
    pub filled: bool,
}

/// The head of an arrow from `a` to `b`, both in data units, at its end.
///
/// `None` where it is too short to have one or its tip is outside the window.
#[must_use]
pub fn arrow_head(frame: &Frame, role: Role, a: (f64, f64), b: (f64, f64)) -> Option<Region> {
    let (from, to) = (frame.to_px(a.0, a.1), frame.to_px(b.0, b.1));
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    if !(10.0..1e5).contains(&length) {
        return None;
    }
    let (ux, uy) = (dx / length, dy / length);
    let corner = |along: f64, across: f64| {
        let (px, py) = (to.0 + along * ux - across * uy, to.1 + along * uy + across * ux);
        (frame.to_x(px), frame.to_y(py))
    };
    let corners = vec![corner(0.0, 0.0), corner(-9.0, 4.5), corner(-9.0, -4.5)];
    let w = &frame.window;
    let seen =
        |(x, y): &(f64, f64)| w.x_min <= *x && *x <= w.x_max && w.y_min <= *y && *y <= w.y_max;
    corners.iter().all(seen).then_some(Region { role, alpha: 255, corners })
}

/// A filled polygon.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its role.
    pub role: Role,
    /// The opacity, of 255.
    pub alpha: u8,
    /// Its corners, in data units, inside the window.
    pub corners: Vec<(f64, f64)>,
}

impl Region {
    /// A rectangle with two opposite corners.
    #[must_use]
    pub fn rectangle(role: Role, alpha: u8, a: (f64, f64), b: (f64, f64)) -> Self {
        Self { role, alpha, corners: vec![a, (b.0, a.1), b, (a.0, b.1)] }
    }
}
