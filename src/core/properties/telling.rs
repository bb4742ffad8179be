//! The telling place of a curve: where a probe that nobody has placed says most.

use super::all::Properties;
use super::saturation::Saturation;
use crate::activation::{Activation, Window};

/// The place of the probe in `window` where nobody has put it: the extremum nearest 0, else the
/// kink or jump nearest 0, else 1 on the side where f levels off, else the middle.
///
/// Parameters move an extremum and a kink; a kink that only some parameters have does not draw the
/// probe away from its place.
#[must_use]
pub fn telling(act: &Activation, found: &Properties, window: &Window) -> f64 {
    // At an edge there is no room for what is said.
    let edge = (window.x_max - window.x_min) / 20.0;
    let (from, to) = (window.x_min + edge, window.x_max - edge);
    let inside = |x: &f64| from <= *x && *x <= to;
    let nearest = |a: f64, b: f64| if b.abs() < a.abs() { b } else { a };
    let turns = found.turns_within((from, to), 0.0, 2).items;
    if let Some(x) = turns.iter().map(|turn| turn.x).reduce(nearest) {
        return x;
    }
    if !act.breaks(&act.defaults()).is_empty() {
        let breaks = found.regularity.kinks.iter().chain(&found.regularity.jumps);
        if let Some(x) = breaks.map(|b| b.x).filter(inside).reduce(nearest) {
            return x;
        }
    }
    let left_alone = found.left != Saturation::None && found.right == Saturation::None;
    let usual = if left_alone { -1.0 } else { 1.0 };
    let middle = 0.5 * (window.x_min + window.x_max);
    [usual, -usual, middle].into_iter().find(inside).unwrap_or(middle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};
    use crate::properties::properties;

    fn of(id: &str, p: &[f64]) -> f64 {
        let act = by_id(id).unwrap();
        telling(act, &properties(act, p), &act.window)
    }

    #[test]
    fn it_is_the_minimum_the_kink_or_the_side_that_levels_off() {
        let gelu = properties(by_id("gelu").unwrap(), &[]);
        assert_eq!(of("gelu", &[]), gelu.turns[0].x);
        assert_eq!(of("relu", &[]), 0.0);
        assert_eq!(of("hardtanh", &[-1.0, 1.0]).abs(), 1.0);
        assert_eq!(of("sigmoid", &[]), 1.0);
        assert_eq!(of("elu", &[1.0]), -1.0);
        // α moves no probe.
        assert_eq!(of("elu", &[1.0]), of("elu", &[1.5]));
    }

    #[test]
    fn it_is_in_every_window() {
        for act in ALL {
            let found = properties(act, &act.defaults());
            for (low, high) in [(act.window.x_min, act.window.x_max), (100.0, 100.5), (-9.0, -8.0)]
            {
                let x = telling(act, &found, &Window { x_min: low, x_max: high, ..act.window });
                assert!(low < x && x < high, "{act:?}: {x} is not in {low} to {high}");
            }
        }
    }
}
