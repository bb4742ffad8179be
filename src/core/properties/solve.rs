//! Solving f(x) = 0 and f(x) = x on the whole line.

use super::intervals::{End, Range, Solutions};
use super::line::{Line, Stretch, distances};
use crate::numeric::elementary::within;
use crate::numeric::order::sort_by_key;

/// Of many solutions this many on each side of 0 are kept.
pub(super) const KEPT: usize = 4;
/// The relative distance below which `f(x)` is `x` but for rounding.
const TOUCH: f64 = 1e-14;

/// The right-hand side of an equation.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Level {
    /// `f(x) = 0`.
    Zero,
    /// `f(x) = x`.
    Diagonal,
}

impl Level {
    /// Its height above x.
    fn at(self, x: f64) -> f64 {
        if self == Self::Zero { 0.0 } else { x }
    }

    fn slope(self) -> f64 {
        self.at(1.0)
    }

    /// Its rise over a length.
    fn rise(self, length: f64) -> f64 {
        self.at(length)
    }
}

impl Line<'_> {
    /// The solutions of `f(x) = 0` or `f(x) = x`, those included where `f` only touches.
    pub(super) fn solve(&self, level: Level) -> Solutions {
        let gap = |x: f64| self.f(x) - level.at(x);
        let period = self.structure.period.filter(|p| p.rise == level.rise(p.length));
        let mut found = Solutions { period: period.map(|p| p.length), ..Solutions::default() };
        let unit = self.structure.unit;
        // A period reaches over 0, a seam, where f is known exactly.
        let nonzero = |x: &f64| period.is_none() || x.abs() > 1e-6 * unit;
        let mut at = |points: &[f64]| {
            let crossed = crossings(gap, points).into_iter().map(|c| c.0);
            found.points.extend(crossed.chain(self.touches(level, points)).filter(nonzero));
        };
        match self.cycle() {
            Some(cycle) if period.is_some() => at(&cycle),
            _ => {
                for stretch in self.stretches.iter().filter(|s| s.straight.is_none()) {
                    at(&self.scales(stretch, level));
                }
            }
        }
        for stretch in &self.stretches {
            let Some(piece) = stretch.straight else { continue };
            let slope = piece.slope - level.slope();
            let ends = [(stretch.from, 1.0), (stretch.to, -1.0)];
            let heights = ends.map(|(x, inwards)| match x.is_finite() {
                true => self.beside(x, inwards) - level.at(x),
                false => -inwards * slope,
            });
            if slope == 0.0 {
                if heights == [0.0; 2] && piece.y == level.at(piece.x) {
                    found.add(ends.map(|(x, _)| self.end(x, level)));
                }
            } else if heights[0] * heights[1] < 0.0 {
                // From the end nearer 0, where x has the most digits.
                let near = usize::from(stretch.from.abs() > stretch.to.abs());
                let root = ends[near].0 - heights[near] / slope;
                found.points.push(within(root, stretch.from, stretch.to));
            }
        }
        found.points.extend(self.seams().filter(|x| self.value_at(*x) == level.at(*x)));
        let covered =
            |x: f64| found.intervals.iter().any(|i| i.low.value <= x && x <= i.high.value);
        found.points.retain(|x| !covered(*x));
        sort_by_key(&mut found.points, |x| *x);
        found.points.dedup_by(|a, b| (*a - *b).abs() <= 1e-9 * unit.min(a.abs().max(b.abs())));
        match found.period {
            Some(length) => {
                // The points of exactly one period.
                let first = found.points.first().copied();
                found.points.retain(|x| first.is_some_and(|a| x - a < length * (1.0 - 1e-9)));
            }
            None if self.structure.period.is_some() => {
                found.more = keep_nearest(&mut found.points, |x| *x);
            }
            None => {}
        }
        found
    }

    /// The points where `f` has the level's slope and its height, to rounding.
    fn touches(&self, level: Level, points: &[f64]) -> Vec<f64> {
        let unit = self.structure.unit;
        let along = crossings(|x| self.df(x) - level.slope(), points);
        // A touching point is only as exact as the root of a square.
        let rounding = |x: f64| TOUCH * x.abs().max(unit);
        let touches = |x: &f64| (self.f(*x) - level.at(*x)).abs() <= rounding(*x);
        along.into_iter().map(|c| c.0).filter(touches).collect()
    }

    /// The sample points of a smooth stretch. In `f(x) = x` other lengths count as well: that of x
    /// itself, and the size of f at 0 and far out.
    fn scales(&self, stretch: &Stretch, level: Level) -> Vec<f64> {
        let mut points = stretch.points.clone();
        if level == Level::Zero {
            return points;
        }
        let mut known = vec![self.structure.unit];
        let sizes = [0.0, f64::NEG_INFINITY, f64::INFINITY].map(|x| self.f(x).abs());
        for size in [1.0].into_iter().chain(sizes) {
            if !(size > 0.0 && size.is_finite()) || known.contains(&size) {
                continue;
            }
            known.push(size);
            let (seam, side) =
                if stretch.to.is_infinite() { (stretch.from, 1.0) } else { (stretch.to, -1.0) };
            let more = distances().map(|d| seam + side * d * size);
            let inside = |x: &f64| stretch.from < *x && *x < stretch.to && x.is_finite();
            let mut more: Vec<f64> = more.filter(inside).collect();
            if side < 0.0 {
                more.reverse();
            }
            points = merged(&points, &more);
        }
        points
    }

    /// The end of a straight piece that solves the equation.
    fn end(&self, x: f64, level: Level) -> End {
        let attained = x.is_finite() && (!self.jumps(x) || self.f(x) == level.at(x));
        End { value: x, attained }
    }
}

impl Solutions {
    /// Adds an interval to the right of the others, joined to the last where they meet.
    fn add(&mut self, [low, high]: [End; 2]) {
        match self.intervals.last_mut() {
            Some(last) if last.high == low && low.attained => last.high = high,
            _ => self.intervals.push(Range { low, high }),
        }
    }
}

/// Two increasing lists as one.
fn merged(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut all = Vec::with_capacity(a.len() + b.len());
    let mut rest = a;
    for x in b {
        let (before, after) = rest.split_at(rest.partition_point(|y| y < x));
        all.extend_from_slice(before);
        all.push(*x);
        rest = after;
    }
    all.extend_from_slice(rest);
    all.dedup();
    all
}

/// The points between neighbours of `points` where `g` changes sign, by bisection to the last bit,
/// and whether it rises there.
pub(super) fn crossings(g: impl Fn(f64) -> f64, points: &[f64]) -> Vec<(f64, bool)> {
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
            found.push((bisect(x0, x, |x| (g(x) < 0.0) == (y0 < 0.0)), y > 0.0));
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
