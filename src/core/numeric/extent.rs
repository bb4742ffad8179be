//! The least and the greatest value of a function on an interval, found by following its curve:
//! however narrow a peak is, however far the interval reaches, however fast the function oscillates.

use super::Window;
use super::oscillation::uneven;
use super::sample::{PER_PERIOD, SWINGS, ends, first_nodes, seams, stretch_ends};
use super::trace::{Density, Node, Tracer};
use std::cell::Cell;

/// The size, in pixels, of the picture in which the curve is followed: its exactness.
const SIZE: (f64, f64) = (1000.0, 1000.0);
/// The most evaluations of a pass.
const FUEL: u32 = 30_000;
/// The most passes: each finds the curve in the heights that the one before has found.
const PASSES: usize = 8;
/// The number of periods of an oscillation up to which each is followed.
const FEW: f64 = 40.0;
/// The number of places at which the bounds of a faster oscillation are read.
const PLACES: usize = 32;

/// The least and the greatest finite value of `f` from `from` to `to`, with those at the
/// breaks and on both sides of each; `None` if there is none, or for no proper interval.
///
/// `breaks` are the places, in increasing order, where `f` may have a kink or a jump. For the
/// functions of the catalogue the values are exact to a thousandth of their distance (and to
/// rounding), on intervals from 10⁻⁶ to 10⁶ wide up to 10⁶ from 0.
#[must_use]
pub fn extent(f: &dyn Fn(f64) -> f64, breaks: &[f64], from: f64, to: f64) -> Option<(f64, f64)> {
    if !(from < to && (to - from).is_finite()) {
        return None;
    }
    let seams = seams(breaks);
    let across = Window::new(from, to, 0.0, 1.0);
    let mut found: Option<(f64, f64)> = None;
    for _ in 0..PASSES {
        // The first pass only looks around.
        let (low, high) = found.unwrap_or((-1.0, 1.0));
        // A constant, and what rounding makes of one, has nothing to be followed.
        let tall = (high - low).max(f64::EPSILON * high.abs().max(low.abs())).max(1e-300);
        let window = Window { y_min: low - tall, y_max: high + tall, ..across };
        let scale = (SIZE.0 / (to - from), SIZE.1 / tall);
        if !(scale.1.is_finite() && window.y_min.is_finite() && window.y_max.is_finite()) {
            break;
        }
        let fuel = Cell::new(FUEL);
        let tracer = Tracer { f, window: &window, scale, fuel: &fuel };
        let mut now = found;
        let mut put = |y: f64| {
            if y.is_finite() {
                let (low, high) = now.unwrap_or((y, y));
                now = Some((low.min(y), high.max(y)));
            }
        };
        let ends = ends(&seams, &window);
        ends.iter().for_each(|x| put(f(*x)));
        for pair in ends.windows(2) {
            let (first, last) = stretch_ends(f, breaks, pair);
            let nodes = first_nodes(&tracer, first, last, &seams);
            nodes.iter().for_each(|node| put(node.y));
            if found.is_some() && !tracer.straight(&nodes) {
                follow(&tracer, nodes, &mut put);
            }
        }
        let settled = match (found, now) {
            (Some((a, b)), Some((c, d))) => (a - c) + (d - b) <= 1e-3 * (d - c),
            _ => false,
        };
        found = now;
        if settled || found.is_none() {
            break;
        }
    }
    found
}

/// Puts every height that matters between nodes of a stretch on which the function is smooth.
fn follow(tracer: &Tracer, nodes: Vec<Node>, put: &mut impl FnMut(f64)) {
    let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else { return };
    let (a, b) = (first.x, last.x);
    let mut apart = f64::INFINITY;
    if tracer.swings(&nodes) >= SWINGS {
        let period = tracer.period(a, b).0;
        if b - a > FEW * period {
            // Any part of one period and a half has both extremes in it.
            let reach = 0.75 * period;
            let places = uneven(PLACES).map(|t| a + reach + (b - a - 2.0 * reach) * t);
            for x in places.chain([a + reach, b - reach]) {
                for up in [1.0, -1.0] {
                    put(tracer.extreme(x - reach, x + reach, up));
                }
            }
            return;
        }
        apart = period / PER_PERIOD;
    }
    let density = Density { apart, inside_only: false };
    tracer.trace(nodes, density).iter().for_each(|node| put(node.y));
}
