//! The XOR problem: points that no line separates, and the line that does once a layer has bent
//! them.

use super::stack::{Affine, Point, Stack};
use crate::demo::rng::Rng;

/// The corners (±1, ±1): those with exactly one positive coordinate, and the others.
pub const CORNERS: [[Point<2>; 2]; 2] = [[[1.0, -1.0], [-1.0, 1.0]], [[1.0, 1.0], [-1.0, -1.0]]];

/// A layer after which a line separates the corners, with ReLU, tanh and most other functions.
///
/// Its first unit is large at (1, −1) alone and its second at (−1, 1) alone, so that their sum
/// separates. It has an inverse (determinant 2.56): the activation alone merges points, and without
/// one a line that separates here would have separated before.
pub const LAYER: Affine<2> = Affine { weights: [[2.0, -1.2], [-1.2, 2.0]], bias: [-1.6, -1.6] };

/// `count` points around each corner, uniform in a square of half-width `spread`: the two classes.
///
/// With a spread below 1 they are like XOR: no line separates them.
#[must_use]
pub fn cloud(count: u32, spread: f64, seed: u32) -> [Vec<Point<2>>; 2] {
    let mut rng = Rng::stream(seed, 4);
    CORNERS.map(|corners| {
        let mut near = |corner: Point<2>| corner.map(|x| x + spread * (2.0 * rng.uniform() - 1.0));
        corners.iter().flat_map(|c| (0..count).map(|_| near(*c)).collect::<Vec<_>>()).collect()
    })
}

/// The images of the points of both classes under the first `depth` layers of a stack.
#[must_use]
pub fn moved(stack: &Stack<2>, depth: usize, classes: &[Vec<Point<2>>; 2]) -> [Vec<Point<2>>; 2] {
    classes.each_ref().map(|points| points.iter().map(|x| stack.through(depth, *x)).collect())
}

/// The widest-margin line normal·x = offset between two sets of points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Divider {
    /// A unit vector, from the second set to the first.
    pub normal: [f64; 2],
    /// Its distance from the origin along the normal.
    pub offset: f64,
    /// The margin: its distance from the nearest points of both sets.
    pub margin: f64,
}

/// The line with the widest margin that separates `a` from `b`; none if no line does, if a set is
/// empty or if a point is not finite.
///
/// Such a line has the nearest points of both sets at its margin: it is either parallel to a line
/// through two points of one set, or at right angles to a line through one of each. All those
/// directions are tried: (|a| + |b|)³ operations. Points that touch, but for rounding, are not
/// separated.
#[must_use]
pub fn separate(a: &[Point<2>], b: &[Point<2>]) -> Option<Divider> {
    let all: Vec<Point<2>> = a.iter().chain(b).copied().collect();
    let size = all.iter().flatten().fold(0.0, |size: f64, x| size.max(x.abs()));
    if a.is_empty() || b.is_empty() || all.iter().flatten().any(|x| !x.is_finite()) {
        return None;
    }
    let mut best: Option<Divider> = None;
    for (i, p) in all.iter().enumerate() {
        for (j, q) in all.iter().enumerate().take(i) {
            let (dx, dy) = (p[0] - q[0], p[1] - q[1]);
            let length = libm::hypot(dx, dy);
            if length == 0.0 {
                continue;
            }
            let same = (i < a.len()) == (j < a.len());
            let (x, y) =
                if same { (-dy / length, dx / length) } else { (dx / length, dy / length) };
            for normal in [[x, y], [-x, -y]] {
                let (low, high) = (lowest(a, normal, 1.0), -lowest(b, normal, -1.0));
                let margin = 0.5 * (low - high);
                if margin > 1e-9 * size && best.is_none_or(|best| margin > best.margin) {
                    best = Some(Divider { normal, offset: 0.5 * (low + high), margin });
                }
            }
        }
    }
    best
}

/// The least of sign·normal·x.
fn lowest(points: &[Point<2>], normal: [f64; 2], sign: f64) -> f64 {
    let along = |x: &Point<2>| sign * (normal[0] * x[0] + normal[1] * x[1]);
    points.iter().map(along).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};
    use crate::views::linear::model::MAX_LAYERS;

    /// The line that separates the corners once `stack` has moved them, if there is one.
    fn separable(stack: &Stack<2>, classes: &[Vec<Point<2>>; 2]) -> Option<Divider> {
        let [a, b] = moved(stack, MAX_LAYERS, classes);
        let divider = separate(&a, &b);
        if let Some(Divider { normal, offset, margin }) = divider {
            let side = |x: &Point<2>| normal[0] * x[0] + normal[1] * x[1] - offset;
            assert!(margin > 0.0 && (libm::hypot(normal[0], normal[1]) - 1.0).abs() < 1e-15);
            assert!(a.iter().all(|x| side(x) > margin * (1.0 - 1e-9) - 1e-12));
            assert!(b.iter().all(|x| side(x) < -margin * (1.0 - 1e-9) + 1e-12));
        }
        divider
    }

    fn classes() -> [Vec<Point<2>>; 2] {
        CORNERS.map(|corners| corners.to_vec())
    }

    #[test]
    fn no_stack_of_identities_separates_xor() {
        let identity = by_id("identity").unwrap();
        for seed in 0..20 {
            for depth in 0..=MAX_LAYERS {
                let stack = Stack::<2>::seeded(depth, seed, identity);
                assert_eq!(separable(&stack, &classes()), None, "{depth} layers, seed {seed}");
                assert_eq!(separable(&stack, &cloud(8, 0.3, seed)), None);
            }
        }
        assert_eq!(separable(&Stack::new(vec![LAYER], identity), &classes()), None);
    }

    #[test]
    fn one_layer_with_an_activation_does() {
        for id in ["relu", "tanh", "sigmoid", "elu", "gelu", "swish", "softplus", "binary_step"] {
            let stack = Stack::new(vec![LAYER], by_id(id).unwrap());
            let divider = separable(&stack, &classes());
            assert!(divider.is_some_and(|d| d.margin > 0.05), "{id}: {divider:?}");
        }
        for id in ["relu", "tanh"] {
            let stack = Stack::new(vec![LAYER], by_id(id).unwrap());
            assert!(separable(&stack, &cloud(8, 0.3, 1)).is_some(), "{id}");
        }
        // ReLU by hand: (1.6, 0) and (0, 1.6) against (0, 0) twice.
        let relu = Stack::new(vec![LAYER], by_id("relu").unwrap());
        let margin = separable(&relu, &classes()).unwrap().margin;
        assert!((margin - 1.6 / 8f64.sqrt()).abs() < 1e-15);
        let helped =
            ALL.iter().filter(|act| separable(&Stack::new(vec![LAYER], act), &classes()).is_some());
        assert!(helped.count() > 30, "most functions of the catalogue");
    }

    #[test]
    fn the_widest_margin_is_found() {
        let square = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
        // Edge against point, point against point, and the other way round.
        let right = separate(&square, &[[3.0, 0.4]]).unwrap();
        assert_eq!((right.normal, right.offset, right.margin), ([-1.0, 0.0], -2.0, 1.0));
        let corner = separate(&[[4.0, 5.0]], &square).unwrap();
        assert!((corner.margin - 2.5).abs() < 1e-15, "{corner:?}");
        assert_eq!(separate(&[[2.0, 0.0]], &[[0.0, 0.0]]).unwrap().margin, 1.0);
        // On one line, with gaps and without.
        assert!(separate(&[[0.0, 0.0], [1.0, 1.0]], &[[2.0, 2.0], [3.0, 3.0]]).is_some());
        assert_eq!(separate(&[[0.0, 0.0], [2.0, 2.0]], &[[1.0, 1.0]]), None);
    }

    #[test]
    fn what_touches_or_is_no_point_is_not_separated() {
        assert_eq!(separate(&[[1.0, 1.0]], &[[1.0, 1.0]]), None);
        assert_eq!(separate(&[], &[[1.0, 1.0]]), None);
        assert_eq!(separate(&[[f64::NAN, 0.0]], &[[1.0, 1.0]]), None);
    }
}
