//! A stack of layers: its value, its image of a grid, and what it is without an activation.

use super::super::keys::DEPTH;
use crate::activation::{Activation, Window};
use crate::address::Address;
use crate::demo::rng::Rng;
use crate::key::SEED;
use crate::numeric::sample::Stroke;

/// The most layers the demo has.
pub const MAX_LAYERS: usize = 6;

/// A point of the plane or the line.
pub type Point<const N: usize> = [f64; N];

/// An affine map x ↦ Wx + b of N dimensions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine<const N: usize> {
    /// W, row by row.
    pub weights: [[f64; N]; N],
    /// b.
    pub bias: [f64; N],
}

impl<const N: usize> Affine<N> {
    /// x ↦ x.
    #[must_use]
    pub fn identity() -> Self {
        let mut weights = [[0.0; N]; N];
        for (i, row) in weights.iter_mut().enumerate() {
            row[i] = 1.0;
        }
        Self { weights, bias: [0.0; N] }
    }

    /// Wx + b.
    #[must_use]
    pub fn apply(&self, x: Point<N>) -> Point<N> {
        let mut y = self.bias;
        for (y, row) in y.iter_mut().zip(&self.weights) {
            *y += row.iter().zip(&x).map(|(w, x)| w * x).sum::<f64>();
        }
        y
    }

    /// The one map that does `first` and then this: (W·W₁, W·b₁ + b).
    #[must_use]
    pub fn after(&self, first: &Self) -> Self {
        let mut weights = [[0.0; N]; N];
        for (row, to) in self.weights.iter().zip(&mut weights) {
            for (w, from) in row.iter().zip(&first.weights) {
                for (to, from) in to.iter_mut().zip(from) {
                    *to += w * from;
                }
            }
        }
        Self { weights, bias: self.apply(first.bias) }
    }
}

/// Layers x ↦ f(Wx + b), f taken of each component, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack<const N: usize> {
    /// The affine part of each layer; at most [`MAX_LAYERS`] in the demo.
    pub layers: Vec<Affine<N>>,
    /// f, after every layer.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
}

impl<const N: usize> Stack<N> {
    /// A stack with the function's default parameters.
    #[must_use]
    pub fn new(layers: Vec<Affine<N>>, act: &'static Activation) -> Self {
        Self { layers, act, params: act.defaults() }
    }

    /// The image of `x` under the first `depth` layers; under all of them for a larger `depth`.
    #[must_use]
    pub fn through(&self, depth: usize, x: Point<N>) -> Point<N> {
        self.layers
            .iter()
            .take(depth)
            .fold(x, |x, layer| layer.apply(x).map(|z| self.act.f(z, &self.params)))
    }

    /// The image of `x` under the whole stack.
    #[must_use]
    pub fn run(&self, x: Point<N>) -> Point<N> {
        self.through(self.layers.len(), x)
    }

    /// The affine map that the affine parts multiply out to: with the identity, the stack itself.
    #[must_use]
    pub fn collapsed(&self) -> Affine<N> {
        self.layers.iter().fold(Affine::identity(), |all, layer| layer.after(&all))
    }

    /// The largest difference, in any component at any of `points`, between the stack and its
    /// collapsed map: with the identity it is rounding, some 10⁻¹⁶ of the values' size.
    #[must_use]
    pub fn difference(&self, points: &[Point<N>]) -> f64 {
        let one = self.collapsed();
        let off = |x: &Point<N>| {
            let pairs = self.run(*x).into_iter().zip(one.apply(*x));
            pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
        };
        points.iter().map(off).fold(0.0, f64::max)
    }
}

/// The scale of a seeded layer against a rotation, above 1 so that squashing functions do not
/// shrink the picture to a point.
const GAIN: f64 = 1.15;

/// The random stream of seeded layers.
const LAYERS: u32 = 3;

impl Stack<1> {
    /// The stack of a state.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        let (depth, seed) = (state.number(&DEPTH) as usize, state.number(&SEED) as u32);
        Self { params: state.params(state.act), ..Self::seeded(depth, seed, state.act) }
    }

    /// `depth` seeded layers: weights ±1.15 within a factor of 1.35, biases in ±0.4. Fewer layers
    /// are the first of more.
    #[must_use]
    pub fn seeded(depth: usize, seed: u32, act: &'static Activation) -> Self {
        let mut rng = Rng::stream(seed, LAYERS);
        let layer = |_| {
            let sign = if rng.below(2) == 0 { 1.0 } else { -1.0 };
            let [stretch, bias] = [0.3, 0.4].map(|reach| around_zero(&mut rng, reach));
            Affine { weights: [[sign * GAIN * libm::exp(stretch)]], bias: [bias] }
        };
        Self::new((0..depth).map(layer).collect(), act)
    }

    /// The curve of a one-dimensional stack.
    #[must_use]
    pub fn f(&self, x: f64) -> f64 {
        self.run([x])[0]
    }
}

impl Stack<2> {
    /// The stack of a state.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        let (depth, seed) = (state.number(&DEPTH) as usize, state.number(&SEED) as u32);
        Self { params: state.params(state.act), ..Self::seeded(depth, seed, state.act) }
    }

    /// `depth` seeded layers: a stretch by at most 1.35 across and as little up (determinant
    /// 1.15²), a turn by at most one radian, and biases in ±0.4, so that the picture of a grid can
    /// be recognised. Fewer layers are the first of more.
    #[must_use]
    pub fn seeded(depth: usize, seed: u32, act: &'static Activation) -> Self {
        let mut rng = Rng::stream(seed, LAYERS);
        let layer = |_| {
            let [turn, stretch, x, y] =
                [1.0, 0.3, 0.4, 0.4].map(|reach| around_zero(&mut rng, reach));
            let (sin, cos) = (libm::sin(turn), libm::cos(turn));
            let (across, up) = (GAIN * libm::exp(stretch), GAIN * libm::exp(-stretch));
            Affine { weights: [[cos * across, -sin * up], [sin * across, cos * up]], bias: [x, y] }
        };
        Self::new((0..depth).map(layer).collect(), act)
    }

    /// The image of a polyline under the first `depth` layers, in one piece unless the function
    /// jumps between two of its points.
    #[must_use]
    pub fn image(&self, depth: usize, line: &[(f64, f64)]) -> Vec<Stroke> {
        let jumps = self.jumps();
        let mut pieces: Vec<Stroke> = Vec::new();
        let mut last = None;
        for &(x, y) in line {
            let [to_x, to_y] = self.through(depth, [x, y]);
            let torn = last.is_some_and(|last| self.tears(depth, &jumps, last, [x, y]));
            match pieces.last_mut() {
                Some(piece) if !torn => piece.push((to_x, to_y)),
                _ => pieces.push(vec![(to_x, to_y)]),
            }
            last = Some([x, y]);
        }
        pieces
    }
}

/// Uniform on ±`reach`.
fn around_zero(rng: &mut Rng, reach: f64) -> f64 {
    reach * (2.0 * rng.uniform() - 1.0)
}

/// `lines` vertical and then as many horizontal lines, evenly over `window` with its edges, as
/// polylines of `points` points (so that their images can bend); at least two of each.
#[must_use]
pub fn grid(window: &Window, lines: u32, points: u32) -> Vec<Stroke> {
    let (lines, points) = (lines.max(2), points.max(2));
    let part = |i: u32, n: u32| f64::from(i) / f64::from(n - 1);
    let x = |t: f64| window.x_min + t * (window.x_max - window.x_min);
    let y = |t: f64| window.y_min + t * (window.y_max - window.y_min);
    let along = |of: &dyn Fn(f64) -> (f64, f64)| (0..points).map(|i| of(part(i, points))).collect();
    let mut grid: Vec<Stroke> = Vec::new();
    for i in 0..lines {
        let at = part(i, lines);
        grid.push(along(&|t| (x(at), y(t))));
    }
    for i in 0..lines {
        let at = part(i, lines);
        grid.push(along(&|t| (x(t), y(at))));
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    const W: Window = Window::new(-2.0, 2.0, -1.5, 1.5);

    fn stack(depth: usize, seed: u32, id: &str) -> Stack<2> {
        Stack::<2>::seeded(depth, seed, by_id(id).unwrap())
    }

    fn points() -> Vec<[f64; 2]> {
        grid(&W, 9, 9).into_iter().flatten().map(|(x, y)| [x, y]).collect()
    }

    #[test]
    fn a_product_of_maps_is_as_multiplied_by_hand() {
        let a = Affine { weights: [[1.0, 2.0], [3.0, 4.0]], bias: [1.0, -1.0] };
        let b = Affine { weights: [[0.0, 1.0], [-1.0, 2.0]], bias: [0.5, 2.0] };
        let ba = b.after(&a);
        assert_eq!(ba.weights, [[3.0, 4.0], [5.0, 6.0]]);
        assert_eq!(ba.bias, [-0.5, -1.0]);
        let line = Affine { weights: [[2.0]], bias: [3.0] };
        assert_eq!(line.after(&line), Affine { weights: [[4.0]], bias: [9.0] });
        assert_eq!(Affine::identity().after(&a), a);
        assert_eq!(a.after(&Affine::identity()), a);
    }

    #[test]
    fn with_the_identity_any_depth_is_one_map() {
        let mut rounding = 0.0;
        for seed in 0..50 {
            for depth in 0..=MAX_LAYERS {
                let difference = stack(depth, seed, "identity").difference(&points());
                assert!(difference < 1e-14, "{depth} layers, seed {seed}: {difference}");
                rounding += difference;
            }
            let line = Stack::<1>::seeded(6, seed, by_id("identity").unwrap());
            assert!((line.f(0.7) - line.collapsed().apply([0.7])[0]).abs() < 1e-13);
        }
        // The two are computed in different ways, so their agreement is no tautology.
        assert!(rounding > 0.0);
        assert!(stack(3, 1, "tanh").difference(&points()) > 0.1);
    }

    #[test]
    fn a_grid_stays_straight_with_the_identity_and_bends_with_others() {
        // The largest distance of a point from the line between its stroke's ends.
        let bend = |stroke: &Stroke| {
            let (a, b) = (stroke[0], stroke[stroke.len() - 1]);
            let length = libm::hypot(b.0 - a.0, b.1 - a.1);
            let off = |p: &(f64, f64)| {
                ((p.0 - a.0) * (b.1 - a.1) - (p.1 - a.1) * (b.0 - a.0)).abs() / length
            };
            stroke.iter().map(off).fold(0.0, f64::max)
        };
        let worst = |id: &str| {
            let stack = stack(4, 1, id);
            let images = grid(&W, 9, 33).into_iter().flat_map(|line| stack.image(4, &line));
            images.map(|line| bend(&line)).fold(0.0, f64::max)
        };
        assert!(worst("identity") < 1e-14);
        assert!(worst("tanh") > 0.2 && worst("softsign") > 0.2);
    }

    #[test]
    fn more_layers_continue_fewer() {
        let (six, two) = (stack(6, 4, "tanh"), stack(2, 4, "tanh"));
        assert_eq!(six.layers[..2], two.layers[..]);
        assert_eq!(six.through(2, [0.3, -0.4]), two.run([0.3, -0.4]));
        assert_eq!(six.through(0, [0.3, -0.4]), [0.3, -0.4]);
    }

    #[test]
    fn a_grid_covers_its_window() {
        let grid = grid(&W, 3, 2);
        assert_eq!(grid.len(), 6);
        assert_eq!(grid[0], [(-2.0, -1.5), (-2.0, 1.5)]);
        assert_eq!(grid[5], [(-2.0, 1.5), (2.0, 1.5)]);
    }
}
