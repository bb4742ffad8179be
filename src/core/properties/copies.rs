//! What repeats with a period, in a window of the line.

use crate::numeric::order::sort_by_key;

/// The items in a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Copies<T> {
    /// Them, from left to right.
    pub items: Vec<T>,
    /// Whether the window holds more of them.
    pub cut: bool,
}

/// The items of `base` and their copies a period apart that lie in `[from, to]`, from left to right;
/// of more than `most` those nearest `anchor`.
///
/// `x` is the place of an item and `shifted` a copy of it that lies so much further right. Without a
/// period there are no copies. Where a period is shorter than the distance between neighbouring
/// floats no place can be told: the result is empty and cut.
pub(super) fn copies<T: Clone>(
    base: &[T],
    period: Option<f64>,
    x: impl Fn(&T) -> f64,
    shifted: impl Fn(&T, f64) -> T,
    (from, to): (f64, f64),
    anchor: f64,
    most: usize,
) -> Copies<T> {
    let inside = |item: &T| from <= x(item) && x(item) <= to;
    let mut found = Copies { items: Vec::new(), cut: false };
    let Some(length) = period.filter(|_| !base.is_empty()) else {
        found.items.extend(base.iter().filter(|item| inside(item)).cloned());
        return found;
    };
    if spacing(anchor) > 0.25 * length {
        found.cut = true;
        return found;
    }
    let each = (most / base.len()).max(1) as f64;
    for item in base {
        let (first, last) = (((from - x(item)) / length).ceil(), ((to - x(item)) / length).floor());
        let middle = ((anchor - x(item)) / length).round();
        // As many periods as are wanted, moved into the window.
        let low = (middle - 0.5 * each).floor().min(last - each + 1.0).max(first);
        let high = (low + each - 1.0).min(last);
        found.cut |= low > first || high < last;
        let count = if high >= low { (high - low) as u32 + 1 } else { 0 };
        let copy = |i: u32| shifted(item, (low + f64::from(i)) * length);
        found.items.extend((0..count).map(copy).filter(inside));
    }
    sort_by_key(&mut found.items, |item| x(item));
    found
}

/// The distance from `x` to the next float.
fn spacing(x: f64) -> f64 {
    x.abs().next_up() - x.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(base: &[f64], period: Option<f64>, window: (f64, f64), most: usize) -> Copies<f64> {
        copies(base, period, |x| *x, |x, shift| x + shift, window, window.0.max(-1e300), most)
    }

    #[test]
    fn copies_fill_the_window_from_the_anchor() {
        let seen = of(&[0.0, 0.5], Some(1.0), (2.25, 4.0), 100);
        assert_eq!((seen.items.as_slice(), seen.cut), (&[2.5, 3.0, 3.5, 4.0][..], false));
        let few = of(&[0.0, 0.5], Some(1.0), (2.25, 400.0), 4);
        assert_eq!((few.items.as_slice(), few.cut), (&[2.5, 3.0, 3.5, 4.0][..], true));
        assert_eq!(of(&[0.0, 0.5], None, (-1.0, 0.25), 4).items, [0.0]);
        assert!(of(&[], Some(1.0), (-1.0, 1.0), 4).items.is_empty());
    }

    #[test]
    fn both_sides_of_an_anchor_in_the_middle_are_kept() {
        let near = |anchor: f64| {
            copies(&[0.0], Some(1.0), |x| *x, |x, by| x + by, (f64::NEG_INFINITY, 7.5), anchor, 5)
        };
        assert_eq!(near(0.25).items, [-3.0, -2.0, -1.0, 0.0, 1.0]);
        assert_eq!(near(7.5).items, [3.0, 4.0, 5.0, 6.0, 7.0]);
        assert!(near(7.5).cut);
    }

    #[test]
    fn a_period_too_short_for_floats_gives_no_places() {
        let lost = of(&[0.0], Some(1e-9), (1e8, 1e8 + 1.0), 10);
        assert!(lost.items.is_empty() && lost.cut);
    }
}
