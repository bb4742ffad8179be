//! The shape of a function: its range, its extrema, its slopes, its symmetry.

use super::intervals::{End, Range};
use super::line::{Line, keep_nearest, roots};
use super::regularity::Break;
use crate::numeric::order::sort_by_key;

/// The monotonicity of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Monotone {
    /// `x < y` gives `f(x) < f(y)`.
    Increasing,
    /// `x < y` gives `f(x) ≤ f(y)`.
    NonDecreasing,
    /// `x < y` gives `f(x) > f(y)`.
    Decreasing,
    /// `x < y` gives `f(x) ≥ f(y)`.
    NonIncreasing,
    /// One value everywhere.
    Constant,
    /// Rising in one place and falling in another.
    No,
}

/// An extremum: a local minimum or maximum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Its place.
    pub x: f64,
    /// The value there.
    pub y: f64,
    /// Whether it is a maximum.
    pub max: bool,
}

/// Symmetry about 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parity {
    /// `f(−x) = −f(x)`.
    Odd,
    /// `f(−x) = f(x)`.
    Even,
    /// Neither.
    Neither,
}

/// The extrema: the points where `f′` changes sign, through 0 or at a break.
pub(super) fn turns(line: &Line<'_>) -> Vec<Turn> {
    let mut turns = Vec::new();
    for stretch in &line.stretches {
        for x in roots(|x| line.df(x), &stretch.points) {
            // Just before a maximum the function rises.
            let max = line.df(x - 1e-4 * (1.0 + x.abs())) > 0.0;
            turns.push(Turn { x, y: line.f(x), max });
        }
    }
    for x in line.stretches.iter().skip(1).map(|s| s.from) {
        let (left, right) = (line.slope_beside(x, -1.0), line.slope_beside(x, 1.0));
        let crossing = left * right < 0.0 || (line.df(x) == 0.0 && sign_changes_around(line, x));
        let y = line.f(x);
        let through = [-1.0, 1.0].iter().all(|side| (line.beside(x, *side) - y).abs() < 1e-9);
        if crossing && through {
            turns.push(Turn { x, y, max: line.df(x - 1e-4) > 0.0 });
        }
    }
    sort_by_key(&mut turns, |t| t.x);
    turns.dedup_by(|a, b| (a.x - b.x).abs() < 1e-9);
    if line.oscillates() {
        keep_nearest(&mut turns, |turn| turn.x);
    }
    turns
}

fn sign_changes_around(line: &Line<'_>, x: f64) -> bool {
    line.df(x - 1e-4) * line.df(x + 1e-4) < 0.0
}

/// The set of values: an interval for every piece between jumps, joined where they meet.
pub(super) fn range(line: &Line<'_>, turns: &[Turn], jumps: &[Break]) -> Vec<Range> {
    let mut ends = vec![f64::NEG_INFINITY];
    ends.extend(jumps.iter().map(|j| j.x));
    ends.push(f64::INFINITY);
    let mut all: Vec<Range> = ends.windows(2).map(|e| piece(line, turns, e[0], e[1])).collect();
    for jump in jumps {
        let value = End { value: line.f(jump.x), attained: true };
        all.push(Range { low: value, high: value });
    }
    // Of equal lower ends the closed one first.
    sort_by_key(&mut all, |r| f64::from(!r.low.attained));
    sort_by_key(&mut all, |r| r.low.value);
    let mut joined: Vec<Range> = Vec::new();
    for next in all {
        match joined.last_mut() {
            Some(last) if last.touches(&next) => last.high = last.high.later(next.high),
            _ => joined.push(next),
        }
    }
    joined
}

impl Range {
    /// True if `next`, which does not start earlier, leaves no gap.
    fn touches(&self, next: &Self) -> bool {
        next.low.value < self.high.value
            || (next.low.value == self.high.value && (next.low.attained || self.high.attained))
    }
}

impl End {
    fn later(self, other: Self) -> Self {
        let equal = self.value == other.value;
        let further = if other.value > self.value { other } else { self };
        Self {
            attained: if equal { self.attained || other.attained } else { further.attained },
            ..further
        }
    }
}

/// The values between two neighbouring jumps, where the function is continuous.
fn piece(line: &Line<'_>, turns: &[Turn], from: f64, to: f64) -> Range {
    let inside = |x: f64| from < x && x < to;
    // The value, and true if it is attained.
    let mut found: Vec<(f64, bool)> =
        turns.iter().filter(|t| inside(t.x)).map(|t| (t.y, true)).collect();
    for (end, side) in [(from, 1.0), (to, -1.0)] {
        let limit = if end.is_infinite() { line.f(end) } else { line.beside(end, side) };
        found.push((limit, end.is_finite() && limit == line.f(end)));
    }
    for stretch in line.stretches.iter().filter(|s| from <= s.from && s.to <= to) {
        if inside(stretch.from) {
            found.push((line.f(stretch.from), true));
        }
        if stretch.near_ends().all(|x| line.df(x) == 0.0) {
            found.extend(stretch.near_ends().next().map(|x| (line.f(x), true)));
        }
    }
    found.retain(|(y, _)| !y.is_nan());
    let end = |better: fn(f64, f64) -> bool| {
        let best = found.iter().map(|e| e.0).reduce(|a, b| if better(b, a) { b } else { a });
        let value = best.unwrap_or(f64::NAN);
        let near =
            |y: f64| y == value || (y - value).abs() <= 1e-13 * value.abs().clamp(1e-3, 1e300);
        let taken = found.iter().find(|(y, attained)| *attained && near(*y));
        // Adding 0 turns −0 into 0.
        End { value: taken.map_or(value, |t| t.0) + 0.0, attained: taken.is_some() }
    };
    Range { low: end(|a, b| a < b), high: end(|a, b| a > b) }
}

/// The monotonicity, from the signs of `f′` at every sample point, the steps at every break, and
/// the extrema.
pub(super) fn monotone(line: &Line<'_>, turns: &[Turn]) -> Monotone {
    if !turns.is_empty() {
        return Monotone::No;
    }
    let (mut up, mut down, mut flat) = (false, false, false);
    // Further out f′ may be 0 only because it is too small for a float.
    let near = line.breaks.iter().fold(20.0f64, |far, x| far.max(x.abs() + 20.0));
    for stretch in &line.stretches {
        let mut zeros = 0;
        for x in &stretch.points {
            let slope = line.df(*x);
            up |= slope > 0.0;
            down |= slope < 0.0;
            zeros = if slope == 0.0 && x.abs() < near { zeros + 1 } else { 0 };
            // One zero is an inflection; two in a row are a flat piece.
            flat |= zeros > 1;
        }
    }
    for &x in &line.breaks {
        let ends = [line.beside(x, -1.0), line.f(x), line.beside(x, 1.0)];
        for step in ends.windows(2).map(|e| e[1] - e[0]).filter(|step| step.abs() > 1e-9) {
            up |= step > 0.0;
            down |= step < 0.0;
        }
    }
    match (up, down, flat) {
        (true, true, _) => Monotone::No,
        (true, false, false) => Monotone::Increasing,
        (true, false, true) => Monotone::NonDecreasing,
        (false, true, false) => Monotone::Decreasing,
        (false, true, true) => Monotone::NonIncreasing,
        (false, false, _) => Monotone::Constant,
    }
}

/// The largest and the smallest slope with their places: `((x, f′), (x, f′))`.
pub(super) fn slopes(line: &Line<'_>) -> ((f64, f64), (f64, f64)) {
    // (x, f′, rank): of equal values one truly taken stands before a limit, and a limit before
    // a value that only rounding has made equal to it.
    let mut candidates: Vec<(f64, f64, u8)> = Vec::new();
    for stretch in &line.stretches {
        let inner: Vec<(f64, f64)> = stretch.points.iter().map(|x| (*x, line.df(*x))).collect();
        for w in inner.windows(3) {
            let [before, here, after] = [w[0].1, w[1].1, w[2].1];
            let sign = if here > before { 1.0 } else { -1.0 };
            if sign * here > sign * before && sign * here > sign * after {
                let (x, y) = peak_of(|x| line.df(x), w[0].0, w[2].0, sign);
                candidates.push((x, y, 0));
            }
        }
        candidates.extend(inner.into_iter().map(|(x, y)| (x, y, 2)));
    }
    for seam in line.stretches.iter().skip(1).map(|s| s.from) {
        candidates.extend([-1.0, 1.0].map(|side| (seam, line.slope_beside(seam, side), 0)));
    }
    candidates.extend([f64::NEG_INFINITY, f64::INFINITY].map(|x| (x, line.df(x), 1)));
    candidates.retain(|(_, y, _)| !y.is_nan());
    // Of several places the one nearest 0; rounding must not decide between them.
    let best = |sign: f64| {
        let top = candidates.iter().map(|c| sign * c.1).fold(f64::NEG_INFINITY, f64::max);
        let slack = 1e-15 * top.abs().min(1e300);
        let equal = candidates.iter().filter(|c| sign * c.1 == top || top - sign * c.1 <= slack);
        let nearest = |a: &&(f64, f64, u8), b: &&(f64, f64, u8)| {
            a.2.cmp(&b.2).then(a.0.abs().total_cmp(&b.0.abs()))
        };
        equal.min_by(nearest).map_or((f64::NAN, f64::NAN), |c| (c.0, c.1))
    };
    (best(1.0), best(-1.0))
}

/// The highest (`sign` > 0) or lowest point of `g` in `[a, b]`, by golden section.
fn peak_of(g: impl Fn(f64) -> f64, mut a: f64, mut b: f64, sign: f64) -> (f64, f64) {
    let ratio = 0.618_033_988_749_894_9;
    for _ in 0..60 {
        let (left, right) = (b - ratio * (b - a), a + ratio * (b - a));
        if sign * g(left) > sign * g(right) { b = right } else { a = left }
    }
    let x = 0.5 * (a + b);
    (x, g(x))
}

/// Compares the two sides at every sample point; breaks carry conventions, so not there.
pub(super) fn parity(line: &Line<'_>) -> Parity {
    let (mut odd, mut even) = (true, true);
    for x in line.stretches.iter().flat_map(|s| &s.points).filter(|x| x.abs() < 1e3) {
        if line.breaks.contains(x) || line.breaks.contains(&-x) {
            continue;
        }
        let (here, there) = (line.f(*x), line.f(-x));
        let same = |a: f64, b: f64| (a - b).abs() <= 1e-12 * a.abs().max(1e-30);
        odd &= same(here, -there);
        even &= same(here, there);
    }
    match (odd, even) {
        (true, false) => Parity::Odd,
        (false, true) => Parity::Even,
        _ => Parity::Neither,
    }
}
