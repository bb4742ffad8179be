//! One neuron: y = f(Σ wᵢxᵢ + b), its gradient, and its output over a plane of inputs.

use super::keys::{B, IN, W};
use crate::activation::{Activation, Window};
use crate::address::Address;

/// The most inputs the demo has.
pub const MAX_INPUTS: usize = 4;

/// A neuron with as many inputs as weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Neuron {
    /// The weights; 2 to [`MAX_INPUTS`] in the demo, any number here.
    pub weights: Vec<f64>,
    /// The bias b.
    pub bias: f64,
    /// The activation f.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
}

/// A forward pass: the values between the inputs and the output.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    /// wᵢxᵢ for each input.
    pub terms: Vec<f64>,
    /// z = Σ wᵢxᵢ + b.
    pub sum: f64,
    /// y = f(z).
    pub output: f64,
    /// f′(z), by the house convention at a kink.
    pub slope: f64,
}

/// The derivatives of the output.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    /// ∂y/∂wᵢ = f′(z)·xᵢ.
    pub weights: Vec<f64>,
    /// ∂y/∂b = f′(z).
    pub bias: f64,
    /// ∂y/∂xᵢ = f′(z)·wᵢ.
    pub inputs: Vec<f64>,
}

/// The output over a grid of the first two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// The number of cells in a row.
    pub columns: usize,
    /// The number of rows.
    pub rows: usize,
    /// Row by row from the top (large x₂) down, each from the left; the value at a cell's middle.
    pub values: Vec<f64>,
    /// The least and the largest finite value; `(0, 0)` if there is none.
    pub range: (f64, f64),
}

/// The neuron of a state, and its inputs.
#[must_use]
pub fn of(state: &Address) -> (Neuron, Vec<f64>) {
    let weights = state.list(&W);
    let mut inputs = state.list(&IN);
    inputs.resize(weights.len(), 0.0);
    let mut neuron = Neuron::new(&weights, state.number(&B), state.act);
    neuron.params = state.params(state.act);
    (neuron, inputs)
}

impl Neuron {
    /// A neuron with the function's default parameters.
    #[must_use]
    pub fn new(weights: &[f64], bias: f64, act: &'static Activation) -> Self {
        Self { weights: weights.to_vec(), bias, act, params: act.defaults() }
    }

    /// Runs the neuron. Inputs past the weights are ignored, missing ones are 0.
    #[must_use]
    pub fn pass(&self, inputs: &[f64]) -> Pass {
        let input = |i| inputs.get(i).copied().unwrap_or(0.0);
        let terms: Vec<f64> = self.weights.iter().enumerate().map(|(i, w)| w * input(i)).collect();
        let sum = terms.iter().sum::<f64>() + self.bias;
        let (output, slope) = self.act.eval(sum, &self.params);
        Pass { terms, sum, output, slope }
    }

    /// The derivatives of the output with respect to weights, bias and inputs.
    #[must_use]
    pub fn gradient(&self, inputs: &[f64]) -> Gradient {
        let slope = self.pass(inputs).slope;
        let input = |i| inputs.get(i).copied().unwrap_or(0.0);
        Gradient {
            weights: (0..self.weights.len()).map(|i| slope * input(i)).collect(),
            bias: slope,
            inputs: self.weights.iter().map(|w| slope * w).collect(),
        }
    }

    /// The output over `window` (x₁ across, x₂ up), the other inputs as in `inputs`.
    #[must_use]
    pub fn heat(&self, inputs: &[f64], window: &Window, columns: usize, rows: usize) -> Heat {
        let weight = |i| self.weights.get(i).copied().unwrap_or(0.0);
        // Only the first two terms change from cell to cell.
        let rest: f64 = self.pass(inputs).terms.iter().skip(2).sum();
        let mut values = Vec::with_capacity(columns * rows);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let middle = |i: usize, n: usize| (i as f64 + 0.5) / n as f64;
        for row in 0..rows {
            let y = window.y_max + middle(row, rows) * (window.y_min - window.y_max);
            for column in 0..columns {
                let x = window.x_min + middle(column, columns) * (window.x_max - window.x_min);
                let sum = weight(0) * x + weight(1) * y + rest + self.bias;
                let value = self.act.f(sum, &self.params);
                if value.is_finite() {
                    (low, high) = (low.min(value), high.max(value));
                }
                values.push(value);
            }
        }
        let range = if low <= high { (low, high) } else { (0.0, 0.0) };
        Heat { columns, rows, values, range }
    }

    /// The line where z = 0 in the plane of the first two inputs, cut at `window`: two points.
    ///
    /// It stands at right angles to the weight vector, |b|/‖w‖ from the origin. None where it
    /// misses the window, or where both weights are 0.
    #[must_use]
    pub fn boundary(&self, inputs: &[f64], window: &Window) -> Option<[(f64, f64); 2]> {
        let weight = |i| self.weights.get(i).copied().unwrap_or(0.0);
        let (u, v) = (weight(0), weight(1));
        let norm = libm::hypot(u, v);
        let level = self.bias + self.pass(inputs).terms.iter().skip(2).sum::<f64>();
        let middle = (0.5 * (window.x_min + window.x_max), 0.5 * (window.y_min + window.y_max));
        // Down from the window's middle onto the line, and along it further than the window goes.
        let height = (u * middle.0 + v * middle.1 + level) / norm;
        let (ex, ey) = (u / norm, v / norm);
        let foot = (middle.0 - height * ex, middle.1 - height * ey);
        let reach = libm::hypot(window.x_max - window.x_min, window.y_max - window.y_min);
        let ends = [
            (foot.0 - reach * ey, foot.1 + reach * ex),
            (foot.0 + reach * ey, foot.1 - reach * ex),
        ];
        let cut = crate::numeric::clip::clip(&ends, window);
        cut.first().map(|line| [line[0], line[1]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};

    const INPUTS: [f64; 4] = [0.7, -1.3, 0.4, 2.1];
    const W: Window = Window::new(-3.0, 3.0, -2.0, 2.0);

    fn neuron(id: &str) -> Neuron {
        Neuron::new(&[0.9, 0.6, -1.1, 0.35], -0.15, by_id(id).unwrap())
    }

    #[test]
    fn the_sum_is_the_sum() {
        let pass = neuron("relu").pass(&INPUTS);
        let want = 0.9 * 0.7 - 0.6 * 1.3 - 1.1 * 0.4 + 0.35 * 2.1 - 0.15;
        assert!((pass.sum - want).abs() < 1e-15);
        assert_eq!(pass.output, pass.sum.max(0.0));
        assert_eq!(neuron("relu").pass(&INPUTS[..2]).terms[2..], [0.0, 0.0]);
    }

    /// Every function of the catalogue, by central differences of fourth order.
    #[test]
    fn gradients_are_those_of_finite_differences() {
        for act in ALL {
            let at = |weights: &[f64], bias: f64, inputs: &[f64]| {
                Neuron { weights: weights.to_vec(), bias, act, params: act.defaults() }
                    .pass(inputs)
                    .output
            };
            let Neuron { weights, bias, .. } = neuron("relu");
            let got = neuron("relu");
            let got = Neuron { act, params: act.defaults(), ..got }.gradient(&INPUTS);
            let slope = |f: &dyn Fn(f64) -> f64| {
                let h = 1e-3;
                (8.0 * (f(h) - f(-h)) - (f(2.0 * h) - f(-2.0 * h))) / (12.0 * h)
            };
            let near = |got: f64, want: f64| {
                assert!((got - want).abs() < 1e-8, "{act:?}: {got} want {want}");
            };
            let moved = |of: &[f64], i: usize, by: f64| {
                let mut of = of.to_vec();
                of[i] += by;
                of
            };
            for i in 0..4 {
                near(got.weights[i], slope(&|h| at(&moved(&weights, i, h), bias, &INPUTS)));
                near(got.inputs[i], slope(&|h| at(&weights, bias, &moved(&INPUTS, i, h))));
            }
            near(got.bias, slope(&|h| at(&weights, bias + h, &INPUTS)));
        }
    }

    #[test]
    fn the_heat_map_is_the_neuron_at_the_cells_middles() {
        let neuron = neuron("tanh");
        let heat = neuron.heat(&INPUTS, &W, 6, 4);
        assert_eq!(heat.values.len(), 24);
        for (i, got) in heat.values.iter().enumerate() {
            let mut inputs = INPUTS;
            inputs[0] = -2.5 + (i % 6) as f64;
            inputs[1] = 1.5 - (i / 6) as f64;
            assert!((got - neuron.pass(&inputs).output).abs() < 1e-15, "cell {i}");
        }
        let least = heat.values.iter().copied().fold(f64::INFINITY, f64::min);
        assert_eq!(heat.range.0, least);
        assert_eq!(neuron.heat(&[], &W, 0, 0).range, (0.0, 0.0));
    }

    #[test]
    fn on_the_boundary_the_sum_is_zero() {
        let mut neuron = neuron("relu");
        let ends = neuron.boundary(&INPUTS, &W).unwrap();
        for (x, y) in ends {
            let sum = neuron.pass(&[x, y, INPUTS[2], INPUTS[3]]).sum;
            assert!(sum.abs() < 1e-14, "{sum}");
            // Each end is on an edge of the window.
            assert!(x.abs() == 3.0 || y.abs() == 2.0);
        }
        neuron.bias = 100.0;
        assert_eq!(neuron.boundary(&INPUTS, &W), None);
        neuron.weights = vec![0.0, 0.0];
        assert_eq!(neuron.boundary(&INPUTS, &W), None);
    }
}
