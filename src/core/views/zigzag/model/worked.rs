//! The worked example of section 3.4 of the note: three weights from [1, −1, 1] to [−1, 1, −1].
//!
//! With components of any signs, one step of [−2, 2, −2] reaches the target. With components that
//! must all have one sign two steps are needed: the way has both signs, and one locked step has
//! only one. The note takes [−3, −3, −3] and [1, 5, 1], and prints the start of that way as [1, 1,
//! 1]; it has lost the minus sign of the middle weight, and from there the two steps lead to [−1,
//! 3, −1]. Source: fact check, finding 8 and rows 6.3 to 6.5.

use super::sign::one_signed;

/// Three weights, or a change of them.
pub type Triple = [f64; 3];

/// The weights at the start.
pub const START: Triple = [1.0, -1.0, 1.0];
/// The weights to reach.
pub const TARGET: Triple = [-1.0, 1.0, -1.0];
/// The start as the note prints it for the locked way, without the minus sign.
pub const PRINTED_START: Triple = [1.0, 1.0, 1.0];
/// The way in one step with both signs; its length is √12 = 3.46.
pub const DIRECT: [Triple; 1] = [[-2.0, 2.0, -2.0]];
/// The note's way in two steps of one sign each; its length is √27 + √27 = 10.39.
pub const LOCKED: [Triple; 2] = [[-3.0, -3.0, -3.0], [1.0, 5.0, 1.0]];

/// The points of a way, the start first: for the picture, and for each line of the arithmetic.
#[must_use]
pub fn way(start: Triple, steps: &[Triple]) -> Vec<Triple> {
    let mut at = start;
    let onward = steps.iter().map(|step| {
        at = plus(at, *step);
        at
    });
    std::iter::once(start).chain(onward).collect()
}

/// The length of a way: the sum of the lengths of its steps.
#[must_use]
pub fn length(steps: &[Triple]) -> f64 {
    steps.iter().map(|s| s.iter().map(|x| x * x).sum::<f64>().sqrt()).sum()
}

/// The least number of steps, each with components of one sign, whose sum is `displacement`.
///
/// 0 for no displacement, 1 if it has one sign itself, else 2: its falling and its rising part.
#[must_use]
pub fn fewest_locked(displacement: Triple) -> usize {
    if displacement == [0.0; 3] {
        0
    } else if one_signed(&displacement) {
        1
    } else {
        2
    }
}

/// The shortest two locked steps whose sum is `displacement`: its falling part, then its rising.
///
/// For the example [−2, 0, −2] and [0, 2, 0], of length √8 + 2 = 4.83: a locked way need not be
/// three times as long, as the note's is. Their components are 0 where the others are not, so
/// steps with all components strictly of one sign come as near to that length as one likes.
#[must_use]
pub fn shortest_locked(displacement: Triple) -> [Triple; 2] {
    [displacement.map(|x| x.min(0.0)), displacement.map(|x| x.max(0.0))]
}

/// a + b.
#[must_use]
pub fn plus(a: Triple, b: Triple) -> Triple {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_lead_to_the_target_and_the_printed_one_does_not() {
        assert_eq!(way(START, &DIRECT), [START, TARGET]);
        assert_eq!(way(START, &LOCKED), [START, [-2.0, -4.0, -2.0], TARGET]);
        assert_eq!(way(PRINTED_START, &LOCKED).last(), Some(&[-1.0, 3.0, -1.0]));
        assert!(LOCKED.iter().all(|step| one_signed(step)) && !one_signed(&DIRECT[0]));
    }

    #[test]
    fn lengths_are_exact() {
        assert_eq!(length(&DIRECT), 12f64.sqrt());
        assert_eq!(length(&LOCKED), 27f64.sqrt() + 27f64.sqrt());
        // fact-check-numbers.txt.
        assert_eq!((length(&DIRECT), length(&LOCKED)), (3.4641016151377544, 10.392304845413264));
        assert_eq!(length(&[]), 0.0);
    }

    /// One locked step has components of one sign, so it is not the way, which has both; that
    /// holds for every displacement, and two steps always do.
    #[test]
    fn two_locked_steps_are_needed_and_enough() {
        assert_eq!(fewest_locked(DIRECT[0]), 2);
        let values = [-2.0, -0.5, 0.0, 1.0, 3.0];
        for x in values {
            for y in values {
                for z in values {
                    let way = [x, y, z];
                    let steps = shortest_locked(way);
                    assert!(steps.iter().all(|step| one_signed(step)), "{way:?}");
                    assert_eq!(plus(steps[0], steps[1]), way);
                    let mixed = way.iter().any(|x| *x > 0.0) && way.iter().any(|x| *x < 0.0);
                    let want = if mixed { 2 } else { usize::from(way != [0.0; 3]) };
                    assert_eq!(fewest_locked(way), want, "{way:?}");
                }
            }
        }
    }

    /// Against every pair of locked steps on a grid that leads to the target.
    #[test]
    fn no_locked_pair_is_shorter_than_the_shortest() {
        let way = DIRECT[0];
        let least = length(&shortest_locked(way));
        assert!((least - (8f64.sqrt() + 2.0)).abs() < 1e-15);
        let mut found = f64::INFINITY;
        let grid = || (-20..=20).map(|i| f64::from(i) / 4.0);
        for x in grid() {
            for y in grid() {
                for z in grid() {
                    let first = [x, y, z];
                    let second = [way[0] - x, way[1] - y, way[2] - z];
                    if one_signed(&first) && one_signed(&second) {
                        found = found.min(length(&[first, second]));
                    }
                }
            }
        }
        assert_eq!(found, least, "the shortest is on the grid");
    }
}
