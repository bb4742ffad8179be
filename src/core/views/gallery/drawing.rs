//! The plots of the start page: a function with the point to take hold of, and the tiles.

use super::model::START;
use crate::activation::{Activation, Window};
use crate::address::Address;
use crate::numeric::elementary::within;
use crate::plot::{Curve, Drawing, Frame, Picture, Region, Role, curve, curves, slopes};

/// The window of most functions in the catalogue.
const USUAL: Window = Window::new(-5.0, 5.0, -2.0, 3.0);

/// A window closer to the curve where the function's own is the usual one.
fn closer(act: &Activation, window: Window) -> Window {
    if act.window == USUAL { window } else { act.window }
}

/// A tile's plot: a function, and the area under its slope.
pub struct Tile {
    /// The function.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
    /// True if the slope is drawn.
    pub deriv: bool,
}

impl Drawing for Tile {
    fn window(&self) -> Window {
        closer(self.act, Window::new(-4.0, 4.0, -1.6, 2.6))
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (act, p) = (self.act, &self.params);
        let regions =
            if self.deriv { slopes(&|x| act.df(x, p), &act.breaks(p), frame) } else { Vec::new() };
        Picture { regions, curves: curves(act, p, frame, false) }
    }
}

/// The large plot: a function, or one on its way to another, and a point on it.
#[derive(Clone, PartialEq)]
pub struct Hero {
    /// The function.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
    /// The function before it with its parameters, and the share of it that is left.
    pub before: Option<(&'static Activation, Vec<f64>, f64)>,
    /// The place of the point.
    pub x: f64,
    /// True if the slope is drawn.
    pub deriv: bool,
}

impl Hero {
    /// The plot of a state at rest.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        let (act, deriv) = (state.act, state.deriv);
        let mut hero = Self { act, params: state.params(act), before: None, x: 0.0, deriv };
        hero.x = hero.held(state.x.unwrap_or(START));
        hero
    }

    /// The value and the slope at `x`.
    #[must_use]
    pub fn at(&self, x: f64) -> (f64, f64) {
        let (f, df) = self.act.eval(x, &self.params);
        match &self.before {
            Some((act, p, share)) => {
                let (g, dg) = act.eval(x, p);
                (f + share * (g - f), df + share * (dg - df))
            }
            None => (f, df),
        }
    }

    /// The place of a point at `x` that stays where the curve is seen: it is pulled towards 0.
    #[must_use]
    pub fn held(&self, x: f64) -> f64 {
        let w = self.window();
        let room = 0.03 * (w.y_max - w.y_min);
        let seen = |x: f64| (w.y_min + room..=w.y_max - room).contains(&self.at(x).0);
        let mut x = within(x, w.x_min, w.x_max);
        while !seen(x) && x != 0.0 {
            // To the hundredth, as a hand moves it.
            x = if x.abs() < 0.01 { 0.0 } else { (100.0 * x - x.signum()).round() / 100.0 };
        }
        x
    }

    fn breaks(&self) -> Vec<f64> {
        let mut all = self.act.breaks(&self.params);
        for x in self.before.iter().flat_map(|(act, p, _)| act.breaks(p)) {
            let place = all.partition_point(|other| *other < x);
            if all.get(place) != Some(&x) {
                all.insert(place, x);
            }
        }
        all
    }
}

impl Drawing for Hero {
    fn window(&self) -> Window {
        closer(self.act, Window::new(-5.0, 5.0, -1.9, 2.3))
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let breaks = self.breaks();
        let (y, slope) = self.at(self.x);
        let mut regions = Vec::new();
        if self.deriv {
            regions = slopes(&|x| self.at(x).1, &breaks, frame);
        }
        let w = &frame.window;
        // In data units: a pixel across and up.
        let (across, up) = (frame.to_x(1.0) - frame.to_x(0.0), frame.to_y(0.0) - frame.to_y(1.0));
        let side = |px: f64| within(self.x + px * across, w.x_min, w.x_max);
        let foot = (side(-POST), 0.0);
        let top = (side(POST), within(slope, w.y_min, w.y_max));
        regions.push(Region::rectangle(Role::Df, 255, foot, top));
        // A tangent of one length, however steep it is.
        let far = TANGENT * frame.area.width * across / (slope * across / up).hypot(1.0);
        let end = |side: f64| {
            let (dx, rise) = (side * far, side * far * slope);
            let room = if rise > 0.0 { w.y_max - y } else { w.y_min - y };
            let share = if rise == 0.0 { 1.0 } else { within(room / rise, 0.0, 1.0) };
            let x = within(self.x + share * dx, w.x_min, w.x_max);
            (x, y + slope * (x - self.x))
        };
        let ends = vec![end(-1.0), end(1.0)];
        Picture {
            regions,
            curves: vec![
                curve(Role::F, |x| self.at(x).0, &breaks, frame),
                Curve::line(Role::Arrow, vec![ends]),
            ],
        }
    }
}

/// Half the width of the post that is as high as the slope, in CSS pixels.
const POST: f64 = 3.0;
/// Half the length of the tangent, of the width of the plot.
const TANGENT: f64 = 0.11;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};
    use crate::plot::Size;

    fn hero(id: &str, x: f64) -> Hero {
        let act = by_id(id).unwrap();
        let mut hero = Hero { act, params: act.defaults(), before: None, x, deriv: true };
        hero.x = hero.held(x);
        hero
    }

    #[test]
    fn the_point_stays_on_the_curve_that_is_seen() {
        for act in ALL {
            for x in [-1e300, -4.0, -0.3, 0.0, 2.0, 5.0, 1e300] {
                let hero = hero(act.id, x);
                let (w, y) = (hero.window(), hero.at(hero.x).0);
                assert!(w.y_min < y && y < w.y_max, "{act:?} at {x}: {} {y}", hero.x);
                assert!(hero.x.abs() <= x.abs(), "{act:?} at {x}: {}", hero.x);
            }
        }
        assert_eq!(hero("sigmoid", 4.0).x, 4.0);
        assert!((2.0..2.3).contains(&hero("relu", 4.0).x));
    }

    #[test]
    fn everything_drawn_is_inside_the_window() {
        for (width, height) in [(358.0, 204.0), (816.0, 466.0)] {
            for act in ALL {
                for x in [-5.0, -2.0, 0.0, 1.6, 5.0] {
                    let hero = hero(act.id, x);
                    let w = hero.window();
                    let frame = Size::Wide.frame((width, height), 12.0, w, None, false).unwrap();
                    let Picture { regions, curves } = hero.picture(&frame);
                    let corners = regions.iter().flat_map(|region| &region.corners);
                    let points = curves.iter().flat_map(|curve| curve.strokes.iter().flatten());
                    for (px, py) in corners.chain(points) {
                        let inside = w.x_min <= *px && *px <= w.x_max;
                        let between = w.y_min - 1e-9 <= *py && *py <= w.y_max + 1e-9;
                        assert!(inside && between, "{act:?} at {x}: {px} {py}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_curve_on_its_way_lies_between_both() {
        let (relu, tanh) = (by_id("relu").unwrap(), by_id("tanh").unwrap());
        let way = |share| Hero { before: Some((relu, Vec::new(), share)), ..hero("tanh", 1.0) };
        for x in [-2.0, -0.1, 0.0, 0.5, 3.0] {
            assert_eq!(way(0.0).at(x), tanh.eval(x, &[]));
            let ((f, df), (g, dg)) = (tanh.eval(x, &[]), relu.eval(x, &[]));
            assert_eq!(way(0.5).at(x), (f + 0.5 * (g - f), df + 0.5 * (dg - df)));
        }
        assert_eq!(way(0.5).breaks(), [0.0]);
    }

    #[test]
    fn the_area_is_as_high_as_the_slope() {
        let tile = |deriv| {
            let act = by_id("relu").unwrap();
            let tile = Tile { act, params: Vec::new(), deriv };
            let frame = Size::Tile.frame((150.0, 86.0), 12.0, tile.window(), None, false).unwrap();
            tile.picture(&frame)
        };
        let high = |region: &Region| region.corners.iter().map(|c| c.1).fold(0.0, f64::max);
        let heights: Vec<f64> = tile(true).regions.iter().map(high).collect();
        assert_eq!(heights, [0.0, 1.0]);
        assert!(tile(false).regions.is_empty() && tile(false).curves.len() == 1);
    }
}
