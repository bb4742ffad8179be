//! The axis of bars that stand for scores of any size.

use crate::numeric::elementary::within;

/// The ends of the axis for scores of the usual size.
const USUAL: (f64, f64) = (-5.0, 5.0);

/// The ends of an axis for these scores: the usual ones, or, for scores far from 0 and near to one
/// another, an interval around them.
///
/// They are finite and apart for any finite scores.
#[must_use]
pub fn axis(scores: &[f64]) -> (f64, f64) {
    let low = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if USUAL.0 <= low && high <= USUAL.1 {
        return USUAL;
    }
    let number = |x: f64| within(x, -f64::MAX, f64::MAX);
    if high - low <= 10.0 && (low > 0.0 || high < 0.0) {
        let middle = (low / 2.0 + high / 2.0).round();
        // Near 10²⁰ a half-width of 6 would be lost in rounding.
        let half = (middle.abs() * 1e-12).max(6.0);
        return (number(middle - half), number(middle + half));
    }
    let room = |edge: f64| {
        let more = 0.05 * (high / 2.0 - low / 2.0).abs().copysign(edge);
        number(edge + more)
    };
    (room(low).min(USUAL.0), room(high).max(USUAL.1))
}

/// The place of a score between the ends of an axis, in per cent; of halves, which cannot overflow.
#[must_use]
pub fn percent(score: f64, (low, high): (f64, f64)) -> f64 {
    100.0 * within((score / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0), 0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_scores_have_the_usual_axis() {
        assert_eq!(axis(&[2.0, 1.0, -5.0]), USUAL);
        assert_eq!((percent(-5.0, USUAL), percent(0.0, USUAL)), (0.0, 50.0));
    }

    #[test]
    fn near_scores_far_away_are_shown_alone() {
        assert_eq!(axis(&[1002.0, 1001.0, 1000.0]), (995.0, 1007.0));
        assert_eq!(axis(&[-700.0, -704.0]), (-708.0, -696.0));
    }

    #[test]
    fn bars_of_any_scores_have_heights() {
        let sizes = [0.0, 5e-324, 1e-9, 7.0, 1e9, 12_345_678_901_234_567_890.0, 1e308, f64::MAX];
        let scores: Vec<f64> = sizes.iter().flat_map(|x| [*x, -x]).collect();
        for a in &scores {
            for b in &scores {
                let ends = axis(&[*a, *b]);
                assert!(ends.0.is_finite() && ends.0 < ends.1 && ends.1.is_finite(), "{a} {b}");
                for score in [*a, *b, 0.0] {
                    let place = percent(score, ends);
                    assert!((0.0..=100.0).contains(&place), "{score} of {a} and {b}: {place}");
                }
                assert!(a > b || percent(*a, ends) <= percent(*b, ends), "{a} {b}");
            }
        }
    }
}
