//! Initialisations: normal weights whose spread depends on the layer, and the biases.

use super::layers::{Layout, Nonlinearity};
use super::mean_field::Field;
use super::network::Network;
use crate::demo::rng::Rng;
use crate::numeric::lanes::{Lane, Real};

/// The stream of the generator that draws weights.
const STREAM: u32 = 48;

/// The variance of a weight, with n inputs and m units in its layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Init {
    /// 1/n (LeCun et al. 1998).
    Lecun,
    /// 2/(n + m) (Glorot & Bengio 2010).
    Glorot,
    /// 2/n (He et al. 2015), 1/n in the last layer, which has no activation behind it.
    He,
    /// 1/(n·E f(z)²) for the activation f that the layer's inputs come from and z ~ N(0, 1), so that
    /// the pre-activations of a wide network keep a mean square of 1; 1/n in the first layer.
    Keep,
    /// σ_w²/n, and biases from N(0, σ_b²) on top of the constant.
    Sigma {
        /// σ_w.
        w: f64,
        /// σ_b.
        b: f64,
    },
}

impl Init {
    /// The id used in addresses; none for spreads by hand.
    #[must_use]
    pub const fn id(self) -> Option<&'static str> {
        match self {
            Self::Lecun => Some("lecun"),
            Self::Glorot => Some("glorot"),
            Self::He => Some("he"),
            Self::Keep => Some("keep"),
            Self::Sigma { .. } => None,
        }
    }

    /// The standard deviations of the weights and of the biases of a layer; `below` is the
    /// activation that its inputs come from.
    #[must_use]
    pub fn deviations(
        self,
        layout: &Layout,
        layer: usize,
        below: Option<&Nonlinearity>,
    ) -> [f64; 2] {
        let (n, m) = (layout.sizes[layer] as f64, layout.sizes[layer + 1] as f64);
        let last = layer + 1 == layout.layers();
        let variance = match self {
            Self::Lecun => 1.0 / n,
            Self::Glorot => 2.0 / (n + m),
            Self::He => (if last { 1.0 } else { 2.0 }) / n,
            Self::Keep => 1.0 / (n * below.map_or(1.0, mean_square)),
            Self::Sigma { w, b } => return [w / n.sqrt(), b],
        };
        [variance.sqrt(), 0.0]
    }
}

/// E f(z)² for z ~ N(0, 1), which a gain keeps at 1; 1 where it is 0 or not finite.
fn mean_square(activation: &Nonlinearity) -> f64 {
    let square = activation.function().map(|(act, p)| Field::new(act, &p).moments(0.0, 1.0).square);
    square.filter(|square| *square > 0.0 && square.is_finite()).unwrap_or(1.0)
}

/// Draws the weights of a network and sets its biases to `bias`; slopes stay.
pub fn initialise<L: Lane>(network: &mut Network<L>, init: Init, bias: f64, seed: u32) {
    let mut rng = Rng::stream(seed, STREAM);
    for layer in 0..network.layout.layers() {
        let below = layer.checked_sub(1).and_then(|below| network.activations().get(below));
        let [weight, spread] = init.deviations(&network.layout, layer, below);
        let (weights, biases) = (network.layout.weights(layer), network.layout.biases(layer));
        for parameter in &mut network.parameters[weights] {
            *parameter = L::Real::of(weight * rng.normal());
        }
        for parameter in &mut network.parameters[biases] {
            let drawn = if spread > 0.0 { spread * rng.normal() } else { 0.0 };
            *parameter = L::Real::of(bias + drawn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::lanes::f64x2;
    use crate::train::loss::Head;

    fn network(ids: [&str; 2], init: Init) -> Network<f64x2> {
        let activations = ids.map(|id| Nonlinearity::of(id).unwrap());
        let mut network = Network::new(100, &[200, 50], &activations, Head::Linear, 4);
        initialise(&mut network, init, 0.5, 3);
        network
    }

    #[test]
    fn weights_have_the_spread_of_their_rule() {
        let square = Field::new(crate::activation::by_id("gelu").unwrap(), &[]);
        let keep = 1.0 / square.moments(0.0, 1.0).square;
        assert!((keep - 2.351_718).abs() < 1e-4, "{keep}");
        for (init, want) in [
            (Init::Lecun, [0.01, 0.005, 0.02]),
            (Init::Glorot, [2.0 / 300.0, 2.0 / 250.0, 2.0 / 51.0]),
            (Init::He, [0.02, 0.01, 0.02]),
            (Init::Keep, [0.01, keep / 200.0, 2.0 / 50.0]),
            (Init::Sigma { w: 3.0, b: 0.7 }, [0.09, 0.045, 0.18]),
        ] {
            let network = network(["gelu", "relu"], init);
            for (layer, want) in want.into_iter().enumerate() {
                let weights = &network.parameters[network.layout.weights(layer)];
                let n = weights.len() as f64;
                let got = weights.iter().map(|w| w * w).sum::<f64>() / n;
                // The variance of a square is twice the square of the variance.
                let error = want * (2.0 / n).sqrt();
                assert!((got - want).abs() < 4.0 * error, "{init:?} {layer}: {got} {want}");
            }
            let biases = &network.parameters[network.layout.biases(0)];
            let moved = biases.iter().map(|b| (b - 0.5) * (b - 0.5)).sum::<f64>() / 200.0;
            let spread = if matches!(init, Init::Sigma { .. }) { 0.49 } else { 0.0 };
            assert!((moved - spread).abs() <= 0.4 * spread, "{init:?}: {moved}");
        }
    }

    #[test]
    fn a_function_that_is_0_everywhere_keeps_finite_weights() {
        let flat = Nonlinearity::Fixed(crate::activation::by_id("glu").unwrap(), vec![0.0]);
        assert_eq!(mean_square(&flat), 1.0);
    }
}
