//! The values a function takes, as intervals.

use super::intervals::{End, Range};
use super::line::Line;
use super::regularity::Break;
use super::shape::Turn;
use crate::numeric::order::sort_by_key;

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
            found.push((line.value_at(stretch.from), true));
        }
        if let Some(piece) = stretch.straight.filter(|piece| piece.slope == 0.0) {
            found.push((piece.y, true));
        }
    }
    found.retain(|(y, _)| !y.is_nan());
    let end = |better: fn(f64, f64) -> bool| {
        let best = found.iter().map(|e| e.0).reduce(|a, b| if better(b, a) { b } else { a });
        let value = best.unwrap_or(f64::NAN);
        let near = |y: f64| y == value || (y - value).abs() <= 1e-13 * value.abs().min(1e300);
        let taken = found.iter().find(|(y, attained)| *attained && near(*y));
        // Adding 0 turns −0 into 0.
        End { value: taken.map_or(value, |t| t.0) + 0.0, attained: taken.is_some() }
    };
    Range { low: end(|a, b| a < b), high: end(|a, b| a > b) }
}
