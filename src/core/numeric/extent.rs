//! The least and the greatest value of a function on an interval, read off its curve: however narrow
//! a peak is, however far the interval reaches, however fast the function oscillates.

use super::Window;
use super::sample::{next_to, sample};

/// The size, in pixels, of the pictures off which values are read: their exactness.
const SIZE: (f64, f64) = (1000.0, 1500.0);
/// The number of places tried on either side of a break, each half as far from it as the last.
const RUNGS: i32 = 40;
/// The most pictures.
const MOST: usize = 60;

/// The least and the greatest finite value of `f` from `from` to `to`, with those at the `breaks` and
/// on both sides of each; `None` if there is none, or for no proper interval.
///
/// `breaks` are the places, in increasing order, where `f` may have a kink or a jump. For the
/// functions of the catalogue the values are exact to a thousandth of their distance (and to
/// rounding), on intervals from 10⁻⁶ to 10⁶ wide up to 10⁶ from 0.
#[must_use]
pub fn extent(f: &dyn Fn(f64) -> f64, breaks: &[f64], from: f64, to: f64) -> Option<(f64, f64)> {
    if !(from < to && (to - from).is_finite()) {
        return None;
    }
    let inside = |x: &f64| (from..=to).contains(x);
    // What is certain: at both ends, at the breaks and beside them.
    let beside = breaks.iter().flat_map(|b| [*b, next_to(*b, -1.0), next_to(*b, 1.0)]);
    let sure = range(beside.filter(inside).chain([from, to]).map(f));
    // How large it may be, roughly: nearer and nearer to those, and to 0.
    let near = (0..RUNGS).flat_map(|i| {
        let step = (to - from) * libm::exp2(-f64::from(i));
        breaks.iter().copied().chain([0.0, from, to]).flat_map(move |x| [x - step, x + step])
    });
    let sure = range(near.filter(inside).map(f)).into_iter().chain(sure);
    let sure = range(sure.flat_map(|(low, high)| [low, high]));
    let (low, high) = sure.unwrap_or_default();
    let tall = if low < high { high - low } else { low.abs().max(1.0) };
    let mut window = Window::new(from, to, low - 2.0 * tall, high + 2.0 * tall);
    let mut drawn = None;
    for _ in 0..MOST {
        let tall = window.y_max - window.y_min;
        let strokes = sample(f, breaks, &window, SIZE.0, SIZE.1);
        drawn = range(strokes.iter().flatten().map(|point| point.1));
        let Some((low, high)) = drawn else { break };
        let (below, above) = (low <= window.y_min, high >= window.y_max);
        let next = if below || above {
            // It goes on outside.
            let more = |beyond: bool| if beyond { 3.0 * tall } else { 0.0 };
            (window.y_min - more(below), window.y_max + more(above))
        } else if high - low < 0.25 * tall {
            // A closer look, until rounding is all that there is to be seen.
            let room = (high - low).max(1e-3 * tall);
            (low - room, high + room)
        } else {
            break;
        };
        let rounding = 1e-15 * next.0.abs().max(next.1.abs());
        if !(next.1 - next.0 > rounding && (next.1 - next.0).is_finite()) {
            break;
        }
        (window.y_min, window.y_max) = next;
    }
    range(sure.into_iter().chain(drawn).flat_map(|(low, high)| [low, high]))
}

/// The least and the greatest of the finite numbers.
fn range(all: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let finite = all.filter(|y| y.is_finite()).map(|y| (y, y));
    finite.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}
