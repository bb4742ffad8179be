//! Adaptive sampling of a smooth function in a window: nodes closer together where the curve bends,
//! and one at the very top of every peak, however narrow.

use super::Window;
use std::cell::Cell;

/// The largest distance, in pixels, of the curve from the chord between neighbouring nodes.
const FLAT: f64 = 0.025;
/// A piece narrower than this, in pixels, is not divided.
const NARROW: f64 = 0.02;
/// The width, in pixels, below which a peak is searched for rather than found by halving.
const SHARP: f64 = 4.0;
/// The size, in pixels, below which a bend does not count.
const SEEN: f64 = 0.005;
/// The factor of safety for a curve outside the window that may hang into it.
const OUTSIDE: f64 = 3.0;
/// The height, in pixels, by which a peak may be missed.
const MISSED: f64 = 0.01;

/// A point of the curve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) x: f64,
    pub(super) y: f64,
    /// Whether a peak has been searched for around it.
    searched: bool,
}

/// The sampling density: the largest distance between nodes, whatever the curve looks like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Density {
    pub(super) apart: f64,
    /// Whether it holds only inside the window, for a curve that does not come back from outside.
    pub(super) inside_only: bool,
}

/// A function, the window it is seen through, and the evaluations that are left.
pub(super) struct Tracer<'a> {
    pub(super) f: &'a dyn Fn(f64) -> f64,
    pub(super) window: &'a Window,
    /// Pixels per unit, across and up.
    pub(super) scale: (f64, f64),
    /// The number of evaluations left.
    pub(super) fuel: &'a Cell<u32>,
}

impl Tracer<'_> {
    pub(super) fn at(&self, x: f64) -> Node {
        self.fuel.set(self.fuel.get().saturating_sub(1));
        Node::new(x, (self.f)(x))
    }

    /// The side of the window that `y` is on: −1 below it, 0 inside, 1 above, NaN for NaN.
    pub(super) fn side(&self, y: f64) -> f64 {
        let (low, high) = (self.window.y_min, self.window.y_max);
        if y > high {
            1.0
        } else if y < low {
            -1.0
        } else {
            0.0 * y
        }
    }

    /// The distance, in pixels, by which rounding alone may move a point up or down.
    fn noise(&self) -> f64 {
        let largest = self.window.y_min.abs().max(self.window.y_max.abs());
        2.0 * f64::EPSILON * largest * self.scale.1
    }

    /// True if every node is on the line between the first and the last.
    pub(super) fn straight(&self, nodes: &[Node]) -> bool {
        let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else { return true };
        let rise = slope(first, last);
        let tilt = self.tilt(rise);
        let near = |off: f64| off * self.scale.1 <= 0.5 * FLAT + self.noise();
        nodes.iter().all(|n| {
            let off = n.y - first.y - rise * (n.x - first.x);
            // Beyond both ends is off, however steep the line.
            let beyond = (n.y - first.y.max(last.y)).max(first.y.min(last.y) - n.y);
            near(off.abs() * tilt) && near(beyond)
        })
    }

    /// The share of a vertical distance that remains across a line of slope `rise`.
    fn tilt(&self, rise: f64) -> f64 {
        let rise = rise * self.scale.1 / self.scale.0;
        1.0 / (1.0 + rise * rise).sqrt()
    }

    /// Adds nodes to `given`, which are in increasing order, until chords follow the curve; no two
    /// are further apart than `density` allows.
    pub(super) fn trace(&self, mut given: Vec<Node>, density: Density) -> Vec<Node> {
        given.reverse();
        let mut done: Vec<Node> = Vec::with_capacity(2 * given.len());
        done.extend(given.pop());
        while let (Some(&i), Some(&j)) = (done.last(), given.last()) {
            let h = done.len().checked_sub(2).map(|at| done[at]);
            if let Some(h) = h
                && !i.searched
                && j.x - h.x <= 2.0 * density.apart
                && self.hides_a_peak(&h, &i, &j)
            {
                let peak = self.peak(h, i, j);
                let i = Node { searched: true, ..i };
                done.pop();
                if peak.x < i.x {
                    // Between two nodes already done: go back there.
                    given.extend([i, peak]);
                } else {
                    given.extend((peak.x > i.x).then_some(peak));
                    done.push(i);
                }
                continue;
            }
            let k = given.len().checked_sub(2).map(|at| given[at]);
            let middle = 0.5 * i.x + 0.5 * j.x;
            if !(i.x < middle && middle < j.x) || self.follows(h, &i, &j, k, density) {
                given.pop();
                done.push(j);
                continue;
            }
            let middle = self.at(middle);
            given.push(middle);
            // The piece before was let through by its neighbours, of which one is now closer.
            let g = done.len().checked_sub(3).map(|at| done[at]);
            if let Some(h) = h
                && !self.follows(g, &h, &i, Some(middle), density)
            {
                given.extend(done.pop());
            }
        }
        done
    }

    /// True if the chord from `i` to `j` is close to the curve, judged by the bend of the parabolas
    /// through these and their neighbours.
    fn follows(
        &self,
        h: Option<Node>,
        i: &Node,
        j: &Node,
        k: Option<Node>,
        density: Density,
    ) -> bool {
        let width = j.x - i.x;
        if width * self.scale.0 <= NARROW || self.fuel.get() == 0 {
            return true;
        }
        let (here, there) = (self.side(i.y), self.side(j.y));
        if here.is_nan() && there.is_nan() {
            return true;
        }
        let outside = here == there && here != 0.0;
        if width > density.apart && !(outside && density.inside_only) {
            return false;
        }
        let before = h.map_or(0.0, |h| bend(&h, i, j));
        let after = k.map_or(0.0, |k| bend(i, j, &k));
        let quarter = 0.25 * width * width;
        if outside {
            // Outside the window, unless it hangs into it between the two.
            let edge = if here > 0.0 { self.window.y_max } else { self.window.y_min };
            let room = (here * (i.y - edge)).min(here * (j.y - edge));
            let hang = larger(here * before, here * after) * quarter;
            return hang * OUTSIDE <= room || hang.is_nan();
        }
        // NaN, from infinite values, is not flat.
        let off = larger(before.abs(), after.abs()) * quarter * self.scale.1;
        off * self.tilt(slope(i, j)) <= FLAT + self.noise()
    }

    /// The number of inflections that can be seen: changes from bending up to bending down, or
    /// back.
    pub(super) fn swings(&self, nodes: &[Node]) -> usize {
        let bends = nodes.windows(3).filter_map(|n| {
            let (bend, width) = (bend(&n[0], &n[1], &n[2]), n[2].x - n[0].x);
            let rounding = 8.0 * f64::EPSILON * n.iter().fold(0.0_f64, |y, n| y.max(n.y.abs()));
            let off = bend.abs() * width * width * 0.25 - rounding;
            (off * self.scale.1 > SEEN).then_some(bend > 0.0)
        });
        let mut last = None;
        bends.filter(|up| last.replace(*up).is_some_and(|last| last != *up)).count()
    }

    /// True if the curve may have a visible peak or dip between `h` and `j` other than at `i`.
    fn hides_a_peak(&self, h: &Node, i: &Node, j: &Node) -> bool {
        let Some(up) = turn(h, i, j) else { return false };
        let side = up * self.side(i.y);
        // Beyond the far edge nothing can be seen.
        if side > 0.0 || self.fuel.get() == 0 {
            return false;
        }
        let height = (i.y - h.y).abs().max((i.y - j.y).abs());
        if side < 0.0 {
            let edge = if up > 0.0 { self.window.y_min } else { self.window.y_max };
            return (edge - i.y) * up <= 4.0 * height;
        }
        // Wider ones are halved until they are flat.
        height * self.scale.1 > SEEN && (j.x - h.x) * self.scale.0 <= SHARP
    }

    /// The extreme between `l` and `r`, first guessed at `m`: by parabolas through the three best
    /// nodes, until two of them predict the next value. Any extreme if there are several.
    pub(super) fn peak(&self, mut l: Node, mut m: Node, mut r: Node) -> Node {
        let Some(up) = turn(&l, &m, &r) else { return m };
        let mut foretold = 0;
        for step in 0..60 {
            if up * self.side(m.y) > 0.0 || self.fuel.get() == 0 {
                break;
            }
            let parabola = Parabola::through(&l, &m, &r);
            let side = if m.x - l.x > r.x - m.x { l.x - m.x } else { r.x - m.x };
            let mut x = m.x + parabola.vertex();
            if step % 3 == 2 || !(l.x < x && x < r.x) {
                // Parabolas alone may close in from one side only.
                x = m.x + 0.38 * side;
            } else if (x - m.x).abs() < 0.1 * side.abs() {
                x = m.x + 0.1 * side;
            }
            if !(l.x < x && x < r.x) || x == m.x {
                break;
            }
            let next = self.at(x);
            let surprise = (next.y - m.y - parabola.rise(x - m.x)).abs() * self.scale.1;
            let better = up * (next.y - m.y) > 0.0;
            let (worse, best) = if better { (m, next) } else { (next, m) };
            *(if worse.x < best.x { &mut l } else { &mut r }) = worse;
            m = best;
            let gain = Parabola::through(&l, &m, &r).gain().abs() * self.scale.1;
            // One good prediction may be luck.
            foretold = if surprise.max(gain) <= MISSED + self.noise() { foretold + 1 } else { 0 };
            if foretold == 2 {
                break;
            }
        }
        Node { searched: true, ..m }
    }
}

impl Node {
    pub(super) fn new(x: f64, y: f64) -> Self {
        Self { x, y, searched: false }
    }
}

/// 1 if `i` is above both neighbours, −1 if it is below both.
pub(super) fn turn(h: &Node, i: &Node, j: &Node) -> Option<f64> {
    let (above, below) = (i.y >= h.y && i.y >= j.y, i.y <= h.y && i.y <= j.y);
    // Level with both is neither; NaN is no comparison at all.
    (above != below).then_some(if above { 1.0 } else { -1.0 })
}

/// The larger number; NaN if either is.
fn larger(a: f64, b: f64) -> f64 {
    if a > b || a.is_nan() { a } else { b }
}

fn slope(i: &Node, j: &Node) -> f64 {
    (j.y - i.y) / (j.x - i.x)
}

/// Half the second derivative of the parabola through three nodes.
fn bend(h: &Node, i: &Node, j: &Node) -> f64 {
    (slope(i, j) - slope(h, i)) / (j.x - h.x)
}

/// A parabola through three nodes, seen from the middle one.
struct Parabola {
    slope: f64,
    bend: f64,
}

impl Parabola {
    fn through(h: &Node, i: &Node, j: &Node) -> Self {
        let bend = bend(h, i, j);
        Self { slope: slope(h, i) + bend * (i.x - h.x), bend }
    }

    /// The place of its vertex.
    fn vertex(&self) -> f64 {
        -self.slope / (2.0 * self.bend)
    }

    /// The height of its vertex above the middle node.
    fn gain(&self) -> f64 {
        -self.slope * self.slope / (4.0 * self.bend)
    }

    fn rise(&self, x: f64) -> f64 {
        x * (self.slope + x * self.bend)
    }
}
