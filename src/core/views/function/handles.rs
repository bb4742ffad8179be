//! Handles: the points of a curve by which it is bent, and the parameters that a dragged point means.

use crate::activation::Activation;
use crate::numeric::Window;
use crate::numeric::elementary::within;

/// The place, in parts of the way from 0 to the left edge, of a handle on a left leg.
const LEG: f64 = 0.7;

/// The place of a handle on an asymptote, in parts of the window's width from its left edge.
const EDGE: f64 = 0.1;

/// The dip of x·σ(x): its place and its height.
const DIP: (f64, f64) = (-1.278_464_542_761_073_7, -0.278_464_542_761_073_8);

/// A point.
type Point = (f64, f64);

/// A handle on the curve of a function.
pub struct Handle {
    /// The parameters that it changes, by their places.
    pub params: &'static [usize],
    at: fn(&[f64], &Window) -> Option<Point>,
    pull: fn(&[f64], Point, &Window) -> [f64; 2],
}

impl Handle {
    /// Its place with these parameters; `None` where there is none in the window.
    #[must_use]
    pub fn at(&self, p: &[f64], window: &Window) -> Option<Point> {
        let (x, y) = (self.at)(p, window)?;
        let inside = (window.x_min..=window.x_max).contains(&x)
            && (window.y_min..=window.y_max).contains(&y);
        inside.then_some((x, y))
    }

    /// The parameters with which it is at a point, or as near as it gets: exact, in no range.
    #[must_use]
    pub fn pulled(&self, p: &[f64], to: Point, window: &Window) -> Vec<f64> {
        let found = (self.pull)(p, to, window);
        let mut p = p.to_vec();
        for (index, value) in self.params.iter().zip(found) {
            if let (Some(slot), true) = (p.get_mut(*index), value.is_finite()) {
                *slot = value;
            }
        }
        p
    }

    /// The same within the ends of the sliders, in short numbers.
    #[must_use]
    pub fn dragged(&self, act: &Activation, p: &[f64], to: Point, window: &Window) -> Vec<f64> {
        let mut found = self.pulled(p, to, window);
        for index in self.params {
            let (param, value) = (&act.params[*index], &mut found[*index]);
            // Coarse steps are divided: a pointer is finer.
            let per_unit = (1.0 / param.step).round() * if param.step > 0.01 { 10.0 } else { 1.0 };
            let short = (*value * per_unit).round() / per_unit;
            *value = param.clamp(within(short, param.slider.0, param.slider.1));
        }
        found
    }
}

/// A point near the left edge, which is left of 0.
fn left(w: &Window) -> Option<f64> {
    let x = w.x_min + EDGE * (w.x_max - w.x_min);
    (x < 0.0).then_some(x)
}

/// A place on the left leg, and a second one on another leg.
fn leg(w: &Window, part: f64) -> Option<f64> {
    (w.x_min < 0.0).then_some(part * w.x_min)
}

/// The slope of the line from 0 to a point at `x`; of the nearest place on the leg.
fn slope(w: &Window, part: f64, (_, y): Point) -> f64 {
    leg(w, part).map_or(f64::NAN, |x| y / x)
}

/// The corners of a clipped line: where it reaches 0 and 1.
fn corners(p: &[f64]) -> Point {
    (-p[1] / p[0], (1.0 - p[1]) / p[0])
}

/// The slope of the line whose corners are at two places, rising or falling as before.
fn through(p: &[f64], low: f64, high: f64) -> f64 {
    let wide = high - low;
    // A corner that passes the other would turn the line around.
    let wide = if p[0] < 0.0 { wide.min(-1e-9) } else { wide.max(1e-9) };
    1.0 / wide
}

static ELU: [Handle; 1] =
    [Handle { params: &[0], at: |p, w| Some((left(w)?, -p[0])), pull: |_, (_, y), _| [-y, 0.0] }];

static SELU: [Handle; 2] = [
    Handle {
        params: &[0],
        at: |p, w| Some((left(w)?, -p[1] * p[0])),
        pull: |p, (_, y), _| [-y / p[1], 0.0],
    },
    Handle { params: &[1], at: |p, _| Some((1.0, p[1])), pull: |_, (_, y), _| [y, 0.0] },
];

static LEAKY: [Handle; 1] = [Handle {
    params: &[0],
    at: |p, w| leg(w, LEG).map(|x| (x, p[0] * x)),
    pull: |_, to, w| [slope(w, LEG, to), 0.0],
}];

static RRELU: [Handle; 2] = [
    Handle {
        params: &[0],
        at: |p, w| leg(w, LEG).map(|x| (x, p[0] * x)),
        pull: |_, to, w| [slope(w, LEG, to), 0.0],
    },
    Handle {
        params: &[1],
        at: |p, w| leg(w, 0.9).map(|x| (x, p[1] * x)),
        pull: |_, to, w| [slope(w, 0.9, to), 0.0],
    },
];

static HARD_SIGMOID: [Handle; 2] = [
    Handle {
        params: &[0, 1],
        at: |p, _| Some((corners(p).0, 0.0)).filter(|_| p[0] != 0.0),
        pull: |p, (x, _), _| {
            let slope = through(p, x, corners(p).1);
            // The upper corner stays.
            [slope, 1.0 - slope * corners(p).1]
        },
    },
    Handle {
        params: &[0, 1],
        at: |p, _| Some((corners(p).1, 1.0)).filter(|_| p[0] != 0.0),
        pull: |p, (x, _), _| {
            let slope = through(p, corners(p).0, x);
            [slope, -slope * corners(p).0]
        },
    },
];

static HARDTANH: [Handle; 2] = [
    Handle {
        params: &[0],
        at: |p, _| Some((p[0], p[0])),
        pull: |_, (x, y), _| [0.5 * (x + y), 0.0],
    },
    Handle {
        params: &[1],
        at: |p, _| Some((p[1], p[1])),
        pull: |_, (x, y), _| [0.5 * (x + y), 0.0],
    },
];

static THRESHOLD: [Handle; 1] =
    [Handle { params: &[0, 1], at: |p, _| Some((p[0], p[1])), pull: |_, (x, y), _| [x, y] }];

static THRESHOLDED: [Handle; 1] =
    [Handle { params: &[0], at: |p, _| Some((p[0], 0.0)), pull: |_, (x, _), _| [x, 0.0] }];

static SHRINK: [Handle; 2] = [
    Handle { params: &[0], at: |p, _| Some((p[0], 0.0)), pull: |_, (x, _), _| [x, 0.0] },
    Handle { params: &[0], at: |p, _| Some((-p[0], 0.0)), pull: |_, (x, _), _| [-x, 0.0] },
];

static SOFTPLUS: [Handle; 1] = [Handle {
    params: &[0],
    at: |p, _| Some((0.0, std::f64::consts::LN_2 / p[0])),
    pull: |_, (_, y), _| [std::f64::consts::LN_2 / y.max(1e-9), 0.0],
}];

static SWISH: [Handle; 1] = [Handle {
    params: &[0],
    at: |p, _| Some((DIP.0 / p[0], DIP.1 / p[0])).filter(|_| p[0] != 0.0),
    // All dips are on a line through 0: the nearest place on it.
    pull: |_, (x, y), _| {
        let along = (x * DIP.0 + y * DIP.1) / (DIP.0 * DIP.0 + DIP.1 * DIP.1);
        [1.0 / along.max(1e-9), 0.0]
    },
}];

/// The handles of a function; none where no parameter is to be seen on its curve.
#[must_use]
pub fn handles(act: &Activation) -> &'static [Handle] {
    match act.id {
        "elu" | "celu" => &ELU,
        "selu" => &SELU,
        "leaky_relu" | "prelu" => &LEAKY,
        "rrelu" => &RRELU,
        "hard_sigmoid_ab" => &HARD_SIGMOID,
        "hardtanh" => &HARDTANH,
        "threshold" => &THRESHOLD,
        "thresholded_relu" => &THRESHOLDED,
        "softshrink" | "hardshrink" => &SHRINK,
        "softplus" => &SOFTPLUS,
        "swish" => &SWISH,
        _ => &[],
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};

    const WIDE: Window = Window::new(-50.0, 50.0, -50.0, 50.0);

    /// Parameters all over the ranges of the sliders.
    fn all_params(act: &Activation) -> Vec<Vec<f64>> {
        let mut all = vec![Vec::new()];
        for param in act.params {
            let (low, high) = param.slider;
            let values = (0..=20).map(|i| low + (high - low) * f64::from(i) / 20.0);
            let values: Vec<f64> = values.collect();
            all = all
                .into_iter()
                .flat_map(|p| values.iter().map(move |v| [p.clone(), vec![*v]].concat()))
                .collect();
        }
        all
    }

    #[test]
    fn a_dragged_point_means_the_parameters_that_put_it_there() {
        let mut seen = 0;
        for act in ALL {
            for handle in handles(act) {
                for p in all_params(act) {
                    let Some(at) = handle.at(&p, &WIDE) else { continue };
                    let back = handle.pulled(&p, at, &WIDE);
                    for (now, before) in back.iter().zip(&p) {
                        let apart = (now - before).abs();
                        assert!(
                            apart <= 1e-12 * (1.0 + before.abs()),
                            "{}: {p:?} {back:?}",
                            act.id
                        );
                    }
                    // From other parameters, too.
                    let there = handle.pulled(&act.defaults(), at, &WIDE);
                    let now = handle.at(&there, &WIDE).unwrap();
                    let apart = (now.0 - at.0).hypot(now.1 - at.1);
                    // A corner of hard sigmoid does not pass the other.
                    let free = act.id != "hard_sigmoid_ab";
                    assert!(!free || apart < 1e-9, "{}: {at:?} {now:?}", act.id);
                    seen += 1;
                }
            }
        }
        assert!(seen > 2000, "only {seen}");
    }

    #[test]
    fn handles_lie_on_what_they_bend() {
        for act in ALL {
            for handle in handles(act) {
                let p = act.defaults();
                let (x, y) = handle.at(&p, &WIDE).unwrap();
                if act.id == "rrelu" {
                    continue; // On the edges of its band.
                }
                // A curve is near its asymptote; a jump has two ends.
                let gap = [x, x - 1e-9, x + 1e-9].map(|x| (act.f(x, &p) - y).abs());
                assert!(gap.iter().any(|gap| *gap < 1e-6), "{}: {gap:?}", act.id);
            }
        }
    }

    #[test]
    fn a_drag_stops_at_the_ends_of_the_sliders() {
        for act in ALL {
            for handle in handles(act) {
                for to in [(-1e3, -1e3), (1e3, 1e3), (-1e3, 1e3), (1e3, -1e3), (0.0, 0.0)] {
                    let p = handle.dragged(act, &act.defaults(), to, &WIDE);
                    for index in handle.params {
                        let ((low, high), value) = (act.params[*index].slider, p[*index]);
                        assert!((low..=high).contains(&value), "{} {to:?}: {p:?}", act.id);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_fixed_has_none() {
        for id in ["relu", "relu6", "hard_sigmoid", "gelu", "tanh"] {
            assert!(handles(by_id(id).unwrap()).is_empty(), "{id}");
        }
    }
}
