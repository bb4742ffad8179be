//! Optimisers: what a gradient does to the parameters.

use crate::numeric::lanes::Real;

/// A rule of PyTorch's `torch.optim`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Method {
    /// θ ← θ − η·g.
    Sgd,
    /// m ← μ·m + g, θ ← θ − η·m, as `SGD(momentum=μ)`: Polyak's heavy ball.
    Momentum(f64),
    /// `Adam` with β = 0.9 and 0.999 and ε = 10⁻⁸ outside of the root (Kingma & Ba 2015).
    Adam,
}

/// Adam's β₁, β₂ and ε.
const ADAM: [f64; 3] = [0.9, 0.999, 1e-8];

impl Method {
    /// The id used in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sgd => "sgd",
            Self::Momentum(_) => "momentum",
            Self::Adam => "adam",
        }
    }
}

/// A method with what it remembers of earlier gradients.
#[derive(Clone, Debug)]
pub struct Optimiser<R> {
    method: Method,
    /// The learning rate η.
    rate: f64,
    /// The running mean of the gradient, or its sum for momentum.
    mean: Vec<R>,
    /// The running mean of its square.
    square: Vec<R>,
    /// β₁ᵗ and β₂ᵗ after t steps.
    powers: [f64; 2],
}

impl<R: Real> Optimiser<R> {
    /// A method at rest for so many parameters, with the learning rate `rate`.
    #[must_use]
    pub fn new(method: Method, rate: f64, parameters: usize) -> Self {
        let zeros = |needed: bool| vec![R::default(); if needed { parameters } else { 0 }];
        let (mean, square) = (zeros(method != Method::Sgd), zeros(method == Method::Adam));
        Self { method, rate, mean, square, powers: [1.0; 2] }
    }

    /// Another learning rate from now on.
    pub fn set_rate(&mut self, rate: f64) {
        self.rate = rate;
    }

    /// One step along the gradient.
    pub fn step(&mut self, parameters: &mut [R], gradient: &[R]) {
        let rate = R::of(self.rate);
        let both = parameters.iter_mut().zip(gradient);
        match self.method {
            Method::Sgd => {
                for (parameter, g) in both {
                    *parameter -= rate * *g;
                }
            }
            Method::Momentum(factor) => {
                let factor = R::of(factor);
                for ((parameter, g), m) in both.zip(&mut self.mean) {
                    *m = factor * *m + *g;
                    *parameter -= rate * *m;
                }
            }
            Method::Adam => {
                let [b1, b2, epsilon] = ADAM.map(R::of);
                let [rest1, rest2] = [1.0 - ADAM[0], 1.0 - ADAM[1]].map(R::of);
                self.powers = [self.powers[0] * ADAM[0], self.powers[1] * ADAM[1]];
                let [whole1, whole2] = self.powers.map(|power| R::of(1.0 - power));
                for (((parameter, g), m), v) in both.zip(&mut self.mean).zip(&mut self.square) {
                    *m = b1 * *m + rest1 * *g;
                    *v = b2 * *v + rest2 * (*g * *g);
                    *parameter -= rate * (*m / whole1) / ((*v / whole2).root() + epsilon);
                }
            }
        }
    }
}
