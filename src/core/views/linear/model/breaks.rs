//! The kinks and jumps of a stack of layers: the points where the input of a layer meets a break of
//! its function.

use super::stack::{Point, Stack};
use crate::numeric::order::sort_by_key;
use crate::numeric::sample::beside;

/// The number of pieces into which an interval is cut in the search for breaks.
const PIECES: u32 = 600;

impl<const N: usize> Stack<N> {
    /// The points where the function itself jumps.
    pub(super) fn jumps(&self) -> Vec<f64> {
        let f = |x: f64| self.act.f(x, &self.params);
        let mut breaks = self.act.breaks(&self.params);
        breaks.retain(|x| (beside(f, *x, 1.0) - beside(f, *x, -1.0)).abs() > 1e-9);
        breaks
    }

    /// The pre-activation of layer `index`, at `x`.
    fn input(&self, index: usize, x: Point<N>) -> Point<N> {
        self.layers[index].apply(self.through(index, x))
    }

    /// True if an input of one of the first `depth` layers passes one of `jumps` from `a` to `b`.
    pub(super) fn tears(&self, depth: usize, jumps: &[f64], a: Point<N>, b: Point<N>) -> bool {
        let depth = depth.min(self.layers.len());
        !jumps.is_empty()
            && (0..depth).any(|index| {
                let (a, b) = (self.input(index, a), self.input(index, b));
                a.iter().zip(&b).any(|(a, b)| jumps.iter().any(|at| (a < at) != (b < at)))
            })
    }
}

impl Stack<1> {
    /// The points between `from` and `to` where the curve may have a kink or a jump, in increasing
    /// order.
    ///
    /// Each is found by a scan and then to the last bit: two that are closer to one another than
    /// 1/600 of the interval can be missed.
    #[must_use]
    pub fn breaks(&self, from: f64, to: f64) -> Vec<f64> {
        let place = |i: u32| from + f64::from(i) / f64::from(PIECES) * (to - from);
        let mut found = Vec::new();
        for index in 0..self.layers.len() {
            for at in self.act.breaks(&self.params) {
                let below = |x: f64| self.input(index, [x])[0] < at;
                for i in 0..PIECES {
                    let (a, b) = (place(i), place(i + 1));
                    if below(a) != below(b) {
                        found.push(turn(below, a, b));
                    }
                }
            }
        }
        sort_by_key(&mut found, |x| *x);
        found.dedup();
        found
    }
}

/// The first number after `a` for which `side` is as it is at `b`.
fn turn(side: impl Fn(f64) -> bool, mut a: f64, mut b: f64) -> f64 {
    let there = side(b);
    loop {
        let middle = a / 2.0 + b / 2.0;
        // Nothing is between them any more.
        if middle <= a || b <= middle {
            return b;
        }
        if side(middle) == there { b = middle } else { a = middle }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::views::linear::model::Affine;

    /// Two layers: 2x + 1, then y − 1/2, each followed by the function.
    fn stack(id: &str) -> Stack<1> {
        let layers = [(2.0, 1.0), (1.0, -0.5)];
        let layers = layers.map(|(w, b)| Affine { weights: [[w]], bias: [b] });
        Stack::new(layers.to_vec(), by_id(id).unwrap())
    }

    #[test]
    fn breaks_are_where_an_input_is_a_break() {
        // 2x + 1 = 0, and relu(2x + 1) = 1/2.
        let found = stack("relu").breaks(-3.0, 3.0);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!((found[0] + 0.5).abs() < 1e-15 && (found[1] + 0.25).abs() < 1e-15, "{found:?}");
        assert!(stack("tanh").breaks(-3.0, 3.0).is_empty());
        // Of a step: both layers change where the first does.
        assert_eq!(stack("binary_step").breaks(-3.0, 3.0).len(), 1);
    }

    #[test]
    fn a_jump_tears_a_line_and_a_kink_does_not() {
        let line: Vec<(f64, f64)> = (-40..=40).map(|i| (f64::from(i) / 20.0, 0.3)).collect();
        let pieces = |id: &str| Stack::<2>::seeded(1, 1, by_id(id).unwrap()).image(1, &line).len();
        assert_eq!((pieces("relu"), pieces("tanh")), (1, 1));
        // Each of the two components jumps at most once along a straight line.
        assert!((2..=3).contains(&pieces("binary_step")), "{}", pieces("binary_step"));
    }
}
