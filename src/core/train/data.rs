//! Data sets of points in the plane, drawn from a seed: circles, moons, spirals, xor, two Gaussians
//! and a sine to fit.
//!
//! Two classes have the targets +1 and −1 in turn, but for xor, where the signs of a point decide;
//! those of the sine are sin(πx). Within [−1, 1] without noise.

use crate::demo::rng::Rng;
use libm::{cos, sin};
use std::f64::consts::PI;

/// Samples: inputs and their targets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Samples {
    /// The number of inputs of a sample.
    pub inputs: usize,
    /// The inputs, sample by sample.
    pub x: Vec<f64>,
    /// The target of each sample; ±1 for two classes.
    pub y: Vec<f64>,
}

/// The shapes of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A disc of radius 0.45 within a ring from 0.65 to 1.
    Circles,
    /// Two half circles of radius 0.6 that reach into each other.
    Moons,
    /// Two spirals of 1.575 turns.
    Spirals,
    /// The four quadrants, 0.06 away from the axes.
    Xor,
    /// Two normal clouds around ±(0.4, 0.4).
    Gauss,
    /// sin(πx) at one x in each of as many strata of [−1, 1] as there are points.
    Sine,
}

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DataSet {
    /// The shape.
    pub shape: Shape,
    /// The number of points.
    pub points: usize,
    /// The standard deviation of normal noise on the inputs, on the target of the sine.
    pub noise: f64,
    /// The share of the targets that are negated, from 0 to 1.
    pub flip: f64,
    /// The seed.
    pub seed: u32,
}

impl Shape {
    /// Every shape, in the order of their streams.
    pub const ALL: [Self; 6] =
        [Self::Circles, Self::Moons, Self::Spirals, Self::Xor, Self::Gauss, Self::Sine];

    /// The id used in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Circles => "circles",
            Self::Moons => "moons",
            Self::Spirals => "spirals",
            Self::Xor => "xor",
            Self::Gauss => "gauss",
            Self::Sine => "sine",
        }
    }

    /// The noise that shows its character.
    #[must_use]
    pub const fn noise(self) -> f64 {
        match self {
            Self::Circles | Self::Xor | Self::Sine => 0.0,
            Self::Moons => 0.08,
            Self::Spirals => 0.02,
            Self::Gauss => 0.25,
        }
    }

    /// The number of the generator's stream, from 1.
    const fn stream(self) -> u32 {
        self as u32 + 1
    }
}

impl DataSet {
    /// `points` points with the noise of the shape and no target negated.
    #[must_use]
    pub const fn new(shape: Shape, points: usize, seed: u32) -> Self {
        Self { shape, points, noise: shape.noise(), flip: 0.0, seed }
    }

    /// The points to train on.
    #[must_use]
    pub fn train(&self) -> Samples {
        let mut samples = self.draw(0);
        let mut order: Vec<u32> = (0..self.points as u32).collect();
        Rng::stream(self.seed, FLIPS + self.shape.stream()).shuffle(&mut order);
        let flipped = (self.flip.clamp(0.0, 1.0) * self.points as f64).round() as usize;
        for at in &order[..flipped] {
            samples.y[*at as usize] *= -1.0;
        }
        samples
    }

    /// Other points of the same distribution to test on, with as much noise and no target negated.
    #[must_use]
    pub fn test(&self) -> Samples {
        self.draw(TEST)
    }

    /// The points of a group of streams.
    fn draw(&self, group: u32) -> Samples {
        let mut rng = Rng::stream(self.seed, group + self.shape.stream());
        let mut samples = Samples { inputs: 2, ..Samples::default() };
        for at in 0..self.points {
            let ([a, b], y) = self.point(at, &mut rng);
            samples.x.extend([a, b]);
            samples.y.push(y);
        }
        samples
    }

    /// The point number `at` with its target.
    fn point(&self, at: usize, rng: &mut Rng) -> ([f64; 2], f64) {
        let class = if at.is_multiple_of(2) { 1.0 } else { -1.0 };
        let noise = self.noise;
        let noisy = |[a, b]: [f64; 2], rng: &mut Rng| {
            let first = a + noise * rng.normal();
            [first, b + noise * rng.normal()]
        };
        let point = match self.shape {
            Shape::Circles => {
                let u = rng.uniform();
                let inner = 0.65 * 0.65;
                let radius =
                    if class > 0.0 { 0.45 * u.sqrt() } else { (inner + (1.0 - inner) * u).sqrt() };
                let angle = 2.0 * PI * rng.uniform();
                noisy([radius * cos(angle), radius * sin(angle)], rng)
            }
            Shape::Moons => {
                let angle = PI * rng.uniform();
                let [a, b] = [cos(angle) - 0.5, sin(angle) - 0.25];
                noisy([class * 0.6 * a, class * 0.6 * b], rng)
            }
            Shape::Spirals => {
                let place = ((at / 2) as f64 + rng.uniform()) / self.points.div_ceil(2) as f64;
                let radius = 0.05 + 0.9 * place;
                let angle = 3.5 * PI * radius;
                noisy([class * radius * sin(angle), class * radius * cos(angle)], rng)
            }
            Shape::Xor => {
                let mut side = || {
                    let u = 2.0 * rng.uniform() - 1.0;
                    (0.06 + 0.94 * u.abs()).copysign(u)
                };
                let [a, b] = [side(), side()];
                let place = if noise > 0.0 { noisy([a, b], rng) } else { [a, b] };
                return (place, if a * b > 0.0 { 1.0 } else { -1.0 });
            }
            Shape::Gauss => noisy([class * 0.4, class * 0.4], rng),
            Shape::Sine => {
                let x = -1.0 + 2.0 * (at as f64 + rng.uniform()) / self.points as f64;
                return ([x, 0.0], sin(PI * x) + noise * rng.normal());
            }
        };
        (point, class)
    }
}

/// The streams of points to test on, after those to train on.
const TEST: u32 = 64;
/// The streams that choose the targets to negate.
const FLIPS: u32 = 128;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_targets_is_negated_and_nothing_else_changes() {
        for shape in Shape::ALL {
            let plain = DataSet::new(shape, 60, 5);
            let flipped = DataSet { flip: 0.25, ..plain };
            let (a, b) = (plain.train(), flipped.train());
            assert_eq!(a.x, b.x);
            let changed = a.y.iter().zip(&b.y).filter(|(a, b)| a != b);
            assert_eq!(changed.count(), 15, "{shape:?}");
            assert!(a.y.iter().zip(&b.y).all(|(a, b)| a.abs() == b.abs()));
            assert_eq!(plain.test(), flipped.test());
        }
    }

    #[test]
    fn points_to_test_on_are_others_of_the_same_distribution() {
        for shape in Shape::ALL {
            let set = DataSet::new(shape, 2000, 9);
            let (train, test) = (set.train(), set.test());
            assert_ne!(train.x, test.x);
            let spread = |x: &[f64]| x.iter().map(|x| x * x).sum::<f64>() / x.len() as f64;
            let (a, b) = (spread(&train.x), spread(&test.x));
            assert!((a - b).abs() < 0.03 && a > 0.1 && a < 0.5, "{shape:?}: {a} {b}");
        }
    }

    #[test]
    fn noise_is_as_large_as_it_says() {
        for shape in Shape::ALL {
            let none = DataSet { noise: 0.0, ..DataSet::new(shape, 4000, 3) };
            let some = DataSet { noise: 0.1, ..none };
            let (none, some) = (none.train(), some.train());
            // The noise of xor moves what is drawn after it.
            let pairs = if shape == Shape::Xor { 1 } else { 4000 };
            let far = |a: &[f64], b: &[f64]| {
                a.iter().zip(b).take(2 * pairs).map(|(a, b)| (a - b) * (a - b)).sum::<f64>()
            };
            let (x, y) = (far(&none.x, &some.x), far(&none.y, &some.y));
            match shape {
                Shape::Xor => assert!(x > 0.0 && x < 0.5),
                Shape::Sine => assert!(x == 0.0 && (y / 4000.0 - 0.01).abs() < 0.001, "{y}"),
                _ => assert!((x / 8000.0 - 0.01).abs() < 0.001, "{shape:?}: {x}"),
            }
        }
    }
}
