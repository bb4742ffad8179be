//! The layers of a multi-layer perceptron: their sizes, the activation behind each, and where its
//! weights, biases and learned slopes lie among the parameters.

use crate::activation::{Activation, by_id};
use std::ops::Range;

/// The activation behind a hidden layer.
#[derive(Clone, Debug, PartialEq)]
pub enum Nonlinearity {
    /// A function of the catalogue with fixed parameters.
    Fixed(&'static Activation, Vec<f64>),
    /// PReLU, whose slope is learned from a start value: one for the layer, or one for each unit.
    Prelu {
        /// The slope at first; He et al. take 0.25.
        start: f64,
        /// Whether each unit has a slope of its own.
        per_unit: bool,
    },
    /// RReLU: a slope drawn from [lower, upper] for each unit and sample in training, the mean
    /// slope otherwise.
    Rrelu {
        /// The smallest slope.
        lower: f64,
        /// The largest slope.
        upper: f64,
    },
}

impl Nonlinearity {
    /// The activation as it is trained with: PReLU with one learned slope for the layer, RReLU with
    /// drawn ones, any other with fixed parameters `p`.
    #[must_use]
    pub fn trained(act: &'static Activation, p: &[f64]) -> Self {
        match (act.id, p) {
            ("prelu", [start]) => Self::Prelu { start: *start, per_unit: false },
            ("rrelu", [lower, upper]) => Self::Rrelu { lower: *lower, upper: *upper },
            _ => Self::Fixed(act, p.to_vec()),
        }
    }

    /// The catalogue's function with this name and its default parameters, as it is trained with.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        by_id(id).map(|act| Self::trained(act, &act.defaults()))
    }

    /// The number of learned slopes in a layer of `units` units.
    #[must_use]
    #[inline]
    pub const fn slopes(&self, units: usize) -> usize {
        match self {
            Self::Prelu { per_unit: true, .. } => units,
            Self::Prelu { .. } => 1,
            _ => 0,
        }
    }

    /// The catalogue's function with the parameters of evaluation, a learned slope at its start.
    #[must_use]
    pub fn function(&self) -> Option<(&'static Activation, Vec<f64>)> {
        match self {
            Self::Fixed(act, p) => Some((act, p.clone())),
            Self::Prelu { start, .. } => by_id("prelu").map(|act| (act, vec![*start])),
            Self::Rrelu { lower, upper } => by_id("rrelu").map(|act| (act, vec![*lower, *upper])),
        }
    }
}

/// The places of the parameters in one list: the weights and biases of every layer, then the slopes.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The number of inputs, of units of each hidden layer, and of outputs, which is 1.
    pub sizes: Vec<usize>,
    /// Where the weights of each layer begin.
    weights: Vec<usize>,
    /// Where the slopes of each hidden layer lie.
    slopes: Vec<Range<usize>>,
    /// The number of parameters.
    pub len: usize,
}

impl Layout {
    /// The layout for so many inputs, hidden units and the activations behind these.
    #[must_use]
    pub fn new(inputs: usize, hidden: &[usize], activations: &[Nonlinearity]) -> Self {
        let sizes = [&[inputs], hidden, &[1]].concat();
        let (mut len, mut weights, mut slopes) = (0, Vec::new(), Vec::new());
        for pair in sizes.windows(2) {
            weights.push(len);
            len += (pair[0] + 1) * pair[1];
        }
        for (units, activation) in hidden.iter().zip(activations) {
            slopes.push(len..len + activation.slopes(*units));
            len += activation.slopes(*units);
        }
        Self { sizes, weights, slopes, len }
    }

    /// The number of layers with weights.
    #[must_use]
    #[inline]
    pub const fn layers(&self) -> usize {
        self.sizes.len() - 1
    }

    /// The weights of a layer, row by row: those of its first unit, one for each input of the
    /// layer, then those of the next.
    #[must_use]
    #[inline]
    pub fn weights(&self, layer: usize) -> Range<usize> {
        let start = self.weights[layer];
        start..start + self.sizes[layer] * self.sizes[layer + 1]
    }

    /// The biases of a layer, one for each unit.
    #[must_use]
    #[inline]
    pub fn biases(&self, layer: usize) -> Range<usize> {
        let start = self.weights(layer).end;
        start..start + self.sizes[layer + 1]
    }

    /// The learned slopes of a hidden layer: none, one, or one for each unit.
    #[must_use]
    #[inline]
    pub fn slopes(&self, layer: usize) -> Range<usize> {
        self.slopes.get(layer).cloned().unwrap_or(0..0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_lie_side_by_side() {
        let unit = Nonlinearity::Prelu { start: 0.25, per_unit: true };
        let layer = Nonlinearity::of("prelu").unwrap();
        let layout = Layout::new(2, &[3, 4, 5], &[unit, Nonlinearity::of("relu").unwrap(), layer]);
        assert_eq!(layout.sizes, [2, 3, 4, 5, 1]);
        assert_eq!(layout.layers(), 4);
        let mut end = 0;
        let slopes = (0..3).map(|layer| layout.slopes(layer));
        let weights = (0..4).flat_map(|layer| [layout.weights(layer), layout.biases(layer)]);
        for range in weights.chain(slopes) {
            assert_eq!(range.start, end);
            end = range.end;
        }
        assert_eq!(end, layout.len);
        assert_eq!(layout.len, 9 + 16 + 25 + 6 + 3 + 1);
        assert_eq!(layout.slopes(3), 0..0);
    }

    #[test]
    fn functions_with_learned_or_drawn_slopes_are_trained_so() {
        let p = [0.1, 0.3];
        let rrelu = Nonlinearity::trained(by_id("rrelu").unwrap(), &p);
        assert_eq!(rrelu, Nonlinearity::Rrelu { lower: 0.1, upper: 0.3 });
        assert_eq!(rrelu.function().unwrap().1, p);
        assert_eq!(Nonlinearity::of("prelu").unwrap().slopes(7), 1);
        assert_eq!(Nonlinearity::of("elu").unwrap().function().unwrap().1, [1.0]);
        assert!(Nonlinearity::of("nothing").is_none());
    }
}
