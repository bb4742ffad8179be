//! Oscillations in a window: the length of a period and, where that is shorter than two pixels, the
//! band between the curve's upper and lower bounds.

use super::Stroke;
use super::trace::{Node, Tracer, turn};
use crate::numeric::elementary::within;

/// The number of nodes with which a part of the curve is examined.
const NODES: usize = 24;
/// The number of swings among those nodes from which on a curve oscillates: of random values three
/// in four swing.
const MANY: usize = 7;
/// The most points of a band, however wide it is drawn.
const MOST: f64 = 20_000.0;
/// Distance, in pixels, of the places where the bounds of a band are computed if they bend.
const SPACING: f64 = 8.0;
/// A period shorter than this, in pixels, is drawn as a band.
pub(super) const FAST: f64 = 1.7;

impl Tracer<'_> {
    /// About the length of a period in the middle of `[a, b]`, and whether the curve goes up and
    /// down in it, not only faster and slower the same way.
    pub(super) fn period(&self, a: f64, b: f64) -> (f64, bool) {
        let middle = a + 0.43 * (b - a);
        let mut length = 0.5 * (b - a);
        let between =
            |length: f64, count: usize| self.nodes(middle, (middle + length).min(b), count);
        while self.fuel.get() > 0 && self.swings(&between(length, NODES)) >= MANY {
            length *= 0.5;
        }
        // Over a few more periods, with as many nodes in each.
        length = (4.0 * length).min(b - middle);
        let nodes = between(length, 4 * NODES);
        let swings = self.swings(&nodes).max(1);
        let turns = nodes.windows(3).filter(|n| turn(&n[0], &n[1], &n[2]).is_some()).count();
        (2.0 * length / swings as f64, 2 * turns > swings)
    }

    /// `count` nodes strictly inside `[a, b]`, unevenly spaced.
    fn nodes(&self, a: f64, b: f64, count: usize) -> Vec<Node> {
        uneven(count).map(|t| self.at(a + (b - a) * t)).filter(|n| a < n.x && n.x < b).collect()
    }

    /// A line that goes up and down between the bounds of the curve once per pixel, from `first`
    /// to `last`; in parts where the band is outside the window.
    pub(super) fn band(&self, first: Node, last: Node, period: f64) -> Vec<Stroke> {
        let length = last.x - first.x;
        // Any part of one period and a half has both extremes in it.
        let reach = (0.75 * period).min(0.25 * length);
        let bounds = [1.0, -1.0].map(|up| {
            let bounds = |count: usize| -> Vec<Node> {
                let step = (length - 2.0 * reach) / count as f64;
                let bound = |x: f64| Node::new(x, self.bound(x - reach, x + reach, up));
                (0..=count).map(|i| bound(first.x + reach + i as f64 * step)).collect()
            };
            let few = bounds(7);
            if self.straight(&few) {
                return few;
            }
            bounds(((length * self.scale.0 / SPACING) as usize).clamp(7, 1000))
        });
        let w = self.window;
        let mut strokes = vec![Vec::new()];
        let mut put = |node: Node, [high, low]: [f64; 2]| match strokes.last_mut() {
            Some(stroke) if high >= w.y_min && low <= w.y_max => {
                stroke.push((node.x, within(node.y, w.y_min, w.y_max)));
            }
            _ => strokes.push(Vec::new()),
        };
        put(first, [first.y; 2]);
        let count = (2.0 * length * self.scale.0).clamp(2.0, MOST) as usize;
        for i in 1..count {
            let x = first.x + length * (i as f64 / count as f64);
            let band = [0, 1].map(|bound| height(&bounds[bound], x));
            put(Node::new(x, band[i % 2]), band);
        }
        put(last, [last.y; 2]);
        strokes.retain(|s| s.len() > 1);
        strokes
    }

    /// The highest (`up` = 1) or lowest (−1) value in `[a, b]`.
    fn bound(&self, a: f64, b: f64, up: f64) -> f64 {
        if self.fuel.get() == 0 {
            return (self.f)(a);
        }
        let nodes = self.nodes(a, b, NODES);
        let higher =
            |best: usize, i: usize| if up * nodes[i].y > up * nodes[best].y { i } else { best };
        let best = match (1..nodes.len().saturating_sub(1)).reduce(higher) {
            Some(i) => self.peak(nodes[i - 1], nodes[i], nodes[i + 1]).y,
            None => (self.f)(a),
        };
        // A peak is not followed beyond the window.
        if up > 0.0 { best.min(self.window.y_max) } else { best.max(self.window.y_min) }
    }
}

/// `n` places between 0 and 1, in increasing order: one in each `n`th, shifted at random, so that
/// no period fits them.
pub(super) fn uneven(n: usize) -> impl Iterator<Item = f64> {
    let mut random = 1_u32;
    (0..n).map(move |i| {
        // Numerical Recipes' generator; always the same numbers.
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (i as f64 + 0.1 + 0.8 * f64::from(random) / f64::from(u32::MAX)) / n as f64
    })
}

/// The height at `x` of the polyline through evenly spaced nodes, or of its first or last piece
/// beyond its ends.
fn height(nodes: &[Node], x: f64) -> f64 {
    let (first, last) = (nodes[0].x, nodes[nodes.len() - 1].x);
    let place = (x - first) / (last - first) * (nodes.len() - 1) as f64;
    // The cast takes what is below 0, or not a number, for 0.
    let i = (place as usize).min(nodes.len() - 2);
    nodes[i].y + (nodes[i + 1].y - nodes[i].y) * (place - i as f64)
}
