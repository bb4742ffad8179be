//! The largest and the smallest slope of a function.

use super::line::Line;

/// The largest and the smallest slope with their places: `((x, f′), (x, f′))`.
pub(super) fn slopes(line: &Line<'_>) -> ((f64, f64), (f64, f64)) {
    // (x, f′, rank): of equal values one truly taken stands before a limit, and a limit before
    // a value that only rounding has made equal to it.
    let mut candidates: Vec<(f64, f64, u8)> = Vec::new();
    for points in line.runs() {
        let inner: Vec<(f64, f64)> = points.iter().map(|x| (*x, line.df(*x))).collect();
        candidates.extend(peaks(line, &inner).into_iter().map(|(x, y)| (x, y, 0)));
        candidates.extend(inner.into_iter().map(|(x, y)| (x, y, 2)));
    }
    for seam in line.seams() {
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

/// The extrema of `f′` between sample points, `(x, f′(x))` each.
pub(super) fn peaks(line: &Line<'_>, samples: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    for w in samples.windows(3) {
        let [before, here, after] = [w[0].1, w[1].1, w[2].1];
        let sign = if here > before { 1.0 } else { -1.0 };
        // More than the rounding of a curve that has come to its limit.
        let clear = |other: f64| sign * (here - other) > 4.0 * f64::EPSILON * here.abs();
        if clear(before) && clear(after) {
            found.push(peak_of(|x| line.df(x), w[0].0, w[2].0, sign));
        }
    }
    found
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
