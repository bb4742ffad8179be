//! The largest difference of two functions in an interval, and the window that shows differences.

use crate::activation::Activation;
use crate::address::Edges;
use crate::numeric::Window;
use crate::numeric::extent::extent;
use crate::numeric::order::sort_by_key;
use crate::numeric::sample::sample;

/// A function with its parameters.
pub type Entry = (&'static Activation, Vec<f64>);

/// The room that differences are given, in parts of the largest.
const ROOM: f64 = 1.15;

/// The size, in pixels, at which differences are sampled: as large as a plot on a wide screen.
const SIZE: (f64, f64) = (1000.0, 500.0);

/// The golden section.
const GOLDEN: f64 = 0.618_033_988_749_894_8;

/// Two sizes that differ by less, in parts, are the same but for rounding.
const ALIKE: f64 = 1e-9;

/// The largest difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Its place; of two at the same distance from 0 the right one.
    pub x: f64,
    /// The difference there, with its sign.
    pub value: f64,
    /// Whether it is as large at −x.
    pub both: bool,
}

/// The breaks of both functions.
#[must_use]
pub fn breaks(first: &Entry, other: &Entry) -> Vec<f64> {
    let mut all = other.0.breaks(&other.1);
    all.extend(first.0.breaks(&first.1));
    sort_by_key(&mut all, |x| *x);
    all.dedup();
    all
}

/// The largest |f − g| between two places, f and g being the functions or, if `slopes`, their
/// derivatives. `None` where they are equal throughout.
#[must_use]
pub fn gap(first: &Entry, other: &Entry, (from, to): (f64, f64), slopes: bool) -> Option<Gap> {
    let value = |(act, p): &Entry, x: f64| if slopes { act.df(x, p) } else { act.f(x, p) };
    let less = |x: f64| value(other, x) - value(first, x);
    let size = |x: f64| Some(less(x).abs()).filter(|size| size.is_finite()).unwrap_or(0.0);
    let breaks = breaks(first, other);
    let (low, high) = extent(&less, &breaks, from, to)?;
    let high = low.abs().max(high.abs());
    if !(high > 0.0 && high.is_finite()) {
        return None;
    }
    let window = Window::new(from, to, -ROOM * high, ROOM * high);
    let strokes = sample(less, &breaks, &window, SIZE.0, SIZE.1);
    let mut points: Vec<f64> = strokes.iter().flatten().map(|point| point.0).collect();
    points.extend(breaks.iter().copied().filter(|x| (from..=to).contains(x)));
    sort_by_key(&mut points, |x| *x);
    let best = points.iter().copied().reduce(|a, b| if size(b) > size(a) { b } else { a })?;
    let place = points.iter().position(|x| *x == best)?;
    let ends = (points[place.saturating_sub(1)], points[(place + 1).min(points.len() - 1)]);
    let x = refined(&size, best, ends);
    let both = x != 0.0
        && (from..=to).contains(&-x)
        && (size(-x) - size(x)).abs() <= ALIKE * size(x).max(f64::MIN_POSITIVE);
    let x = if both { x.abs() } else { x };
    (size(x) > 0.0).then(|| Gap { x, value: less(x), both })
}

/// The place of the largest size between the neighbours of the best sample, by golden section: a
/// straight or broken top stays where it is.
fn refined(size: &dyn Fn(f64) -> f64, best: f64, (mut low, mut high): (f64, f64)) -> f64 {
    let (mut a, mut b) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    for _ in 0..80 {
        if size(a) < size(b) {
            low = a;
            (a, b) = (b, low + GOLDEN * (high - low));
        } else {
            high = b;
            (a, b) = (high - GOLDEN * (high - low), a);
        }
    }
    let middle = 0.5 * (low + high);
    if size(middle) > size(best) { middle } else { best }
}

/// The window that shows the differences of `size`: 1.15 times as high on either side of 0, unless
/// the address names an edge above or below.
#[must_use]
pub fn scaled(window: Window, edges: &Edges, size: f64) -> Window {
    if edges.y_min.is_some() || edges.y_max.is_some() || size <= 0.0 {
        return window;
    }
    let scaled = Window { y_min: -ROOM * size, y_max: ROOM * size, ..window };
    if scaled.usable() { scaled } else { window }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::activation::by_id;

    fn entry(id: &str, p: &[f64]) -> Entry {
        (by_id(id).unwrap(), p.to_vec())
    }

    #[test]
    fn gelu_and_its_approximation_are_farthest_apart_where_a_fine_grid_says() {
        let (gelu, tanh) = (entry("gelu", &[]), entry("gelu_tanh", &[]));
        let found = gap(&gelu, &tanh, (-5.0, 5.0), false).unwrap();
        let size = |x: f64| (tanh.0.f(x, &[]) - gelu.0.f(x, &[])).abs();
        let grid = (0..=5_000_000).map(|i| f64::from(i) * 1e-6);
        let best = grid.fold(0.0, |best, x| if size(x) > size(best) { x } else { best });
        assert!((found.x - best).abs() < 2e-6, "{found:?}, {best}");
        assert!((found.value.abs() - size(best)).abs() < 1e-12, "{found:?}");
        assert!(found.both, "it is even");
        assert_eq!(format!("{:.2e} {:.3}", found.value.abs(), found.x), "4.73e-4 2.699");
    }

    #[test]
    fn a_gap_may_be_at_a_break_or_at_an_edge() {
        let (relu, elu) = (entry("relu", &[]), entry("elu", &[1.0]));
        let found = gap(&relu, &elu, (-5.0, 5.0), false).unwrap();
        assert_eq!((found.x, found.both), (-5.0, false));
        assert_eq!(found.value, elu.0.f(-5.0, &[1.0]));
        let (hard, tanh) = (entry("hardtanh", &[-1.0, 1.0]), entry("tanh", &[]));
        let found = gap(&tanh, &hard, (-5.0, 5.0), false).unwrap();
        assert_eq!((found.x, found.both), (1.0, true), "the corner of hardtanh");
        let found = gap(&relu, &entry("softplus", &[1.0, 20.0]), (-5.0, 5.0), false).unwrap();
        assert_eq!((found.x, found.both), (0.0, false));
        assert_eq!(gap(&relu, &relu, (-5.0, 5.0), false), None);
    }

    #[test]
    fn the_window_is_a_little_higher_than_the_largest() {
        let window = Window::new(-5.0, 5.0, -2.0, 3.0);
        let near = scaled(window, &Edges::default(), 2e-4);
        assert_eq!((near.x_min, near.y_min, near.y_max), (-5.0, -1.15 * 2e-4, 1.15 * 2e-4));
        let named = Edges { y_max: Some(1.0), ..Edges::default() };
        assert_eq!(scaled(window, &named, 2e-4), window);
        assert_eq!(scaled(window, &Edges::default(), 0.0), window);
    }
}
