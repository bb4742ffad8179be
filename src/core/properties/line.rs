//! The whole real line as a function sees it: smooth stretches between seams, each with sample
//! points dense enough to see every turn, and the solving that builds on them.

use super::intervals::{End, Range, Solutions};
use crate::activation::Activation;
use crate::numeric::order::sort_by_key;
use crate::numeric::sample::{beside, next_to};

/// Of infinitely many solutions this many on each side of 0 are kept.
const KEPT: usize = 4;
/// The distance from a seam up to which turns are looked for; further out a function is at its
/// limit.
const FAR: f64 = 60.0;
/// Distance of sample points near the seams.
const STEP: f64 = 0.02;
/// The relative distance below which `f(x)` is `x` but for rounding.
const TOUCH: f64 = 1e-14;

/// A function with its parameters and the sample points of its smooth stretches.
pub(super) struct Line<'a> {
    act: &'a Activation,
    p: &'a [f64],
    /// The points where `f` or `f′` may not be continuous.
    pub(super) breaks: Vec<f64>,
    /// Stretches between the seams (the breaks and 0), from left to right.
    pub(super) stretches: Vec<Stretch>,
}

/// An open interval on which a function is smooth.
pub(super) struct Stretch {
    /// Left end, −∞ for the first.
    pub(super) from: f64,
    /// Right end, +∞ for the last.
    pub(super) to: f64,
    /// Points strictly inside, in increasing order.
    pub(super) points: Vec<f64>,
}

impl<'a> Line<'a> {
    pub(super) fn new(act: &'a Activation, p: &'a [f64]) -> Self {
        let breaks = act.breaks(p);
        // 0 is where two formulas may meet even where f′ is continuous (CELU, squared ReLU).
        let mut seams = breaks.clone();
        seams.push(0.0);
        sort_by_key(&mut seams, |x| *x);
        seams.dedup();
        let mut ends = vec![f64::NEG_INFINITY];
        ends.extend(seams);
        ends.push(f64::INFINITY);
        let oscillates = act.df(f64::INFINITY, p).is_nan();
        let unit = if oscillates { 1.0 / fastest(p) } else { 1.0 };
        let mut stretches: Vec<_> =
            ends.windows(2).map(|e| Stretch::new(e[0], e[1], unit)).collect();
        if oscillates {
            // Points further apart than the turns of an oscillation say nothing of it.
            let seen = |x: &f64| x.abs() <= FAR * unit;
            stretches.iter_mut().for_each(|stretch| stretch.points.retain(seen));
        }
        Self { act, p, breaks, stretches }
    }

    pub(super) fn eval(&self, x: f64) -> (f64, f64) {
        self.act.eval(x, self.p)
    }

    pub(super) fn f(&self, x: f64) -> f64 {
        self.eval(x).0
    }

    pub(super) fn df(&self, x: f64) -> f64 {
        self.eval(x).1
    }

    /// The one-sided limit of `f` at `x`.
    pub(super) fn beside(&self, x: f64, side: f64) -> f64 {
        let near = next_to(x, side);
        let (f, df) = self.eval(near);
        f - (near - x) * df
    }

    /// The one-sided limit of `f′` at `x`.
    pub(super) fn slope_beside(&self, x: f64, side: f64) -> f64 {
        beside(|x| self.df(x), x, side)
    }

    /// True if `f′` has no limit at +∞: the function goes on as it does near 0.
    pub(super) fn oscillates(&self) -> bool {
        self.df(f64::INFINITY).is_nan()
    }

    /// The angular frequency of an oscillating function, about: radians per unit.
    pub(super) fn fastest(&self) -> f64 {
        fastest(self.p)
    }

    /// The solutions of `left(x) = right(x)`.
    pub(super) fn solve(&self, left: impl Fn(f64) -> f64, right: impl Fn(f64) -> f64) -> Solutions {
        let gap = |x: f64| left(x) - right(x);
        let mut found = Solutions::default();
        for stretch in &self.stretches {
            if stretch.near_ends().all(|x| gap(x) == 0.0) {
                let end =
                    |value: f64| End { value, attained: value.is_finite() && gap(value) == 0.0 };
                let (low, high) = (end(stretch.from), end(stretch.to));
                match found.intervals.last_mut() {
                    Some(last) if last.high == low && low.attained => last.high = high,
                    _ => found.intervals.push(Range { low, high }),
                }
                continue;
            }
            found.points.extend(roots(gap, &stretch.points));
        }
        for seam in self.stretches.iter().skip(1).map(|s| s.from) {
            if gap(seam) == 0.0 {
                found.points.push(seam);
            }
        }
        let covered =
            |x: f64| found.intervals.iter().any(|i| i.low.value <= x && x <= i.high.value);
        found.points.retain(|x| !covered(*x));
        sort_by_key(&mut found.points, |x| *x);
        found.points.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
        if self.oscillates() {
            found.more = keep_nearest(&mut found.points, |x| *x);
        }
        found
    }

    /// The solutions of `f(x) = x`, those included where the function only touches the diagonal.
    pub(super) fn fixed_points(&self) -> Solutions {
        let mut found = self.solve(|x| self.f(x), |x| x);
        for stretch in &self.stretches {
            let level = roots(|x| self.df(x) - 1.0, &stretch.points);
            // A touching point is only as exact as the root of a square.
            let touches = |x: &f64| (self.f(*x) - x).abs() <= TOUCH * x.abs().max(1.0);
            let new = |x: &f64| found.points.iter().all(|known| (known - x).abs() > 1e-6);
            let covered =
                |x: f64| found.intervals.iter().any(|i| i.low.value <= x && x <= i.high.value);
            let more: Vec<f64> =
                level.into_iter().filter(|x| touches(x) && new(x) && !covered(*x)).collect();
            found.points.extend(more);
        }
        sort_by_key(&mut found.points, |x| *x);
        if self.oscillates() {
            found.more |= keep_nearest(&mut found.points, |x| *x);
        }
        found
    }
}

/// The angular frequency of an oscillating function with parameters `p`, about.
fn fastest(p: &[f64]) -> f64 {
    let most = p.iter().fold(0.0f64, |most, value| most.max(value.abs()));
    if most > 0.0 { most } else { 1.0 }
}

impl Stretch {
    /// A stretch with sample points; distances near the seams are measured in `unit`.
    fn new(from: f64, to: f64, unit: f64) -> Self {
        let mut points = Vec::new();
        if from.is_infinite() || to.is_infinite() {
            let (seam, side) = if to.is_infinite() { (from, 1.0) } else { (to, -1.0) };
            let offsets = distances().map(|d| seam + side * d * unit);
            points.extend(offsets);
            if side < 0.0 {
                points.reverse();
            }
        } else {
            let count = ((to - from) / (STEP * unit)).clamp(60.0, 4000.0);
            points.extend((1..count as u32).map(|i| from + (to - from) * f64::from(i) / count));
        }
        // Far from 0 the smallest distances vanish in rounding.
        points.dedup();
        points.retain(|x| from < *x && *x < to);
        Self { from, to, points }
    }

    /// Points by which a constant or linear stretch is told from one that only looks so far out.
    pub(super) fn near_ends(&self) -> impl Iterator<Item = f64> {
        let steps = [1e-6, 1e-3, 0.1, 0.3, 1.0, 3.0];
        let scale = (self.to - self.from).min(1.0);
        let (from, to) = (self.from, self.to);
        let right = steps.map(move |s| from + s * scale);
        let left = steps.map(move |s| to - s * scale);
        right.into_iter().chain(left).filter(move |x| x.is_finite() && from < *x && *x < to)
    }
}

/// Distances from a seam: tiny and growing, then even out to [`FAR`], then growing without end.
fn distances() -> impl Iterator<Item = f64> {
    // Six to a factor of ten.
    const GROWTH: f64 = 1.467_799_267_622_069_5;
    let growing = |from: f64| std::iter::successors(Some(from), |x| Some(x * GROWTH));
    let tiny = growing(STEP * 1e-6).take_while(|x| *x < STEP);
    let even = (1..=(FAR / STEP) as u32).map(|i| f64::from(i) * STEP);
    let huge = growing(FAR * GROWTH).take(24);
    tiny.chain(even).chain(huge)
}

/// The points between neighbours of `points` where `g` changes sign, by bisection to the last bit.
pub(super) fn roots(g: impl Fn(f64) -> f64, points: &[f64]) -> Vec<f64> {
    let mut found = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for &x in points {
        let y = g(x);
        if y == 0.0 || y.is_nan() {
            continue;
        }
        if let Some((x0, y0)) = before
            && (y0 < 0.0) != (y < 0.0)
        {
            found.push(bisect(x0, x, |x| (g(x) < 0.0) == (y0 < 0.0)));
        }
        before = Some((x, y));
    }
    found
}

/// The boundary between `a`, where `like_a` holds, and `b`, where it does not.
pub(super) fn bisect(mut a: f64, mut b: f64, like_a: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..200 {
        let middle = 0.5 * a + 0.5 * b;
        if middle == a || middle == b {
            break;
        }
        *(if like_a(middle) { &mut a } else { &mut b }) = middle;
    }
    0.5 * a + 0.5 * b
}

/// Keeps the [`KEPT`] items nearest 0 on each side, and those at 0; true if there were more.
pub(super) fn keep_nearest<T>(items: &mut Vec<T>, x: impl Fn(&T) -> f64) -> bool {
    let all = items.len();
    let negative = items.partition_point(|item| x(item) < 0.0);
    let positive = items.partition_point(|item| x(item) <= 0.0);
    items.truncate(positive + KEPT.min(items.len() - positive));
    items.drain(..negative.saturating_sub(KEPT));
    items.len() < all
}
