//! A multi-layer perceptron with the buffers of a batch: forward and backward pass.

use super::data::Samples;
use super::dense;
use super::layers::{Layout, Nonlinearity};
use super::loss::Head;
use super::slopes;
use crate::activation::{Batch, batch};
use crate::demo::rng::Rng;
use crate::numeric::lanes::{Lane, Real};

/// Samples as a network reads them.
#[derive(Clone, Debug)]
pub struct Data<R> {
    inputs: usize,
    x: Vec<R>,
    y: Vec<R>,
}

impl<R: Real> Data<R> {
    /// The samples, rounded; targets that are not given are 0, as for samples to predict.
    #[must_use]
    pub fn new(samples: &Samples) -> Self {
        let all = |numbers: &[f64]| numbers.iter().map(|x| R::of(*x)).collect();
        let (inputs, mut y): (_, Vec<R>) = (samples.inputs, all(&samples.y));
        y.resize(samples.x.len() / inputs.max(1), R::default());
        Self { inputs, x: all(&samples.x), y }
    }

    /// The number of inputs of a sample.
    #[must_use]
    pub const fn inputs(&self) -> usize {
        self.inputs
    }

    /// The number of samples.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.y.len()
    }

    /// Whether there is no sample.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.y.is_empty()
    }
}

/// A layer's numbers for every unit and sample of a batch, unit by unit.
#[derive(Clone, Debug)]
pub(super) struct Buffers<L> {
    /// The layer's inputs: the data, or the outputs of the layer below.
    pub a: Vec<L>,
    /// The pre-activations.
    pub z: Vec<L>,
    /// f′(z); empty for the last layer.
    pub df: Vec<L>,
    /// ∂L/∂z.
    pub delta: Vec<L>,
    /// The slopes of RReLU; empty for any other activation.
    pub drawn: Vec<L>,
}

/// A network with one output, and a batch of samples in it.
#[derive(Clone, Debug)]
pub struct Network<L: Lane> {
    /// The places of the parameters.
    pub layout: Layout,
    /// The head.
    pub head: Head,
    /// Weights, biases and slopes.
    pub parameters: Vec<L::Real>,
    /// ∂L/∂ of each parameter, which [`backward`](Self::backward) adds to.
    pub gradient: Vec<L::Real>,
    activations: Vec<Nonlinearity>,
    kernels: Vec<Option<Batch<L>>>,
    pub(super) layers: Vec<Buffers<L>>,
    pub(super) y: Vec<L>,
    /// The number of samples in the batch.
    pub(super) count: usize,
    capacity: usize,
}

impl<L: Lane> Network<L> {
    /// A network whose weights and biases are 0, with room for batches of `capacity` samples;
    /// an activation for each hidden layer.
    #[must_use]
    pub fn new(
        inputs: usize,
        hidden: &[usize],
        activations: &[Nonlinearity],
        head: Head,
        capacity: usize,
    ) -> Self {
        let layout = Layout::new(inputs, hidden, activations);
        let blocks = capacity.div_ceil(L::LANES);
        let empty = |units: usize| vec![L::zero(); units * blocks];
        let layers = (0..layout.layers()).map(|layer| {
            let (units, activation) = (layout.sizes[layer + 1], activations.get(layer));
            let random = matches!(activation, Some(Nonlinearity::Rrelu { .. }));
            Buffers {
                a: empty(layout.sizes[layer]),
                z: empty(units),
                df: empty(if activation.is_some() { units } else { 0 }),
                delta: empty(units),
                drawn: empty(if random { units } else { 0 }),
            }
        });
        let kernel = |activation: &Nonlinearity| match activation {
            // One that a reader typed has its `eval` alone.
            Nonlinearity::Fixed(act, _) if act.own.is_none() => Some(batch::<L>(act)),
            _ => None, // the slopes are not the same for all units
        };
        let mut network = Self {
            layers: layers.collect(),
            kernels: activations.iter().map(kernel).collect(),
            parameters: vec![L::Real::default(); layout.len],
            gradient: vec![L::Real::default(); layout.len],
            activations: activations.to_vec(),
            y: empty(1),
            count: 0,
            capacity,
            layout,
            head,
        };
        for (layer, activation) in activations.iter().enumerate() {
            if let Nonlinearity::Prelu { start, .. } = activation {
                network.parameters[network.layout.slopes(layer)].fill(L::Real::of(*start));
            }
        }
        network
    }

    /// The most samples in a batch.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }

    /// The activation behind each hidden layer.
    #[must_use]
    pub fn activations(&self) -> &[Nonlinearity] {
        &self.activations
    }

    /// The lanes that a unit's samples take.
    pub(super) const fn blocks(&self) -> usize {
        self.count.div_ceil(L::LANES)
    }

    /// Puts `count` samples, at most the capacity, into the batch: those that `index` names.
    pub fn load(&mut self, data: &Data<L::Real>, count: usize, index: impl Fn(usize) -> usize) {
        self.count = count.min(self.capacity);
        let (blocks, last) = (self.blocks(), self.count.saturating_sub(1));
        // What is left of the last lanes repeats the last sample, and counts nowhere.
        let sample = |block: usize, lane: usize| index((block * L::LANES + lane).min(last));
        for input in 0..data.inputs {
            for block in 0..blocks {
                let x = |lane| data.x[sample(block, lane) * data.inputs + input];
                self.layers[0].a[input * blocks + block] = L::from_fn(x);
            }
        }
        for block in 0..blocks {
            self.y[block] = L::from_fn(|lane| data.y[sample(block, lane)]);
        }
    }

    /// The forward pass; with a generator RReLU draws its slopes, else it has their mean.
    pub fn forward(&mut self, mut draws: Option<&mut Rng>) {
        let blocks = self.blocks();
        for layer in 0..self.layers.len() {
            let (below, above) = self.layers.split_at_mut(layer + 1);
            let own = &mut below[layer];
            let units = self.layout.sizes[layer + 1];
            let z = &mut own.z[..units * blocks];
            let weights = &self.parameters[self.layout.weights(layer)];
            let biases = &self.parameters[self.layout.biases(layer)];
            dense::forward(weights, biases, &own.a, z, blocks);
            let Some((activation, above)) = self.activations.get(layer).zip(above.first_mut())
            else {
                return;
            };
            let (z, a) = (&own.z[..units * blocks], &mut above.a[..units * blocks]);
            let df = &mut own.df[..units * blocks];
            match activation {
                Nonlinearity::Fixed(act, p) => {
                    if let Some(kernel) = self.kernels[layer] {
                        kernel(p, z, a, df);
                    } else {
                        for ((z, a), df) in z.iter().zip(a).zip(df) {
                            (*a, *df) = z.each(|x| act.eval(x, p));
                        }
                    }
                }
                Nonlinearity::Prelu { .. } => {
                    let slopes = &self.parameters[self.layout.slopes(layer)];
                    let rows = z.chunks_exact(blocks).zip(a.chunks_exact_mut(blocks));
                    for (unit, ((z, a), df)) in rows.zip(df.chunks_exact_mut(blocks)).enumerate() {
                        let slope = L::splat(slopes[unit.min(slopes.len() - 1)]);
                        slopes::leaky(z, |_| slope, a, df);
                    }
                }
                Nonlinearity::Rrelu { lower, upper } => {
                    if let Some(rng) = draws.as_deref_mut() {
                        let drawn = &mut own.drawn[..units * blocks];
                        slopes::draw(rng, [*lower, *upper], drawn, blocks, self.count);
                        slopes::leaky(z, |at| drawn[at], a, df);
                    } else {
                        let mean = L::of(0.5 * lower + 0.5 * upper);
                        slopes::leaky(z, |_| mean, a, df);
                    }
                }
            }
        }
    }

    /// The mask of the samples in a block that count.
    pub(super) fn counts(&self, block: usize) -> L {
        let left = self.count - block * L::LANES;
        L::from_fn(|lane| L::Real::of(lane as f64)).at_most(L::of(left as f64 - 1.0))
    }

    /// The sum of the losses of the batch; puts `scale`·∂L/∂z of each sample into the last layer.
    pub fn loss(&mut self, scale: f64) -> f64 {
        let (head, scale) = (self.head, L::of(scale));
        let mut sum = L::zero();
        for block in 0..self.blocks() {
            let counts = self.counts(block);
            let y = self.y[block];
            let Some(last) = self.layers.last_mut() else { return 0.0 };
            let (loss, delta) = head.loss(last.z[block], y);
            sum += counts.pick(loss, L::zero());
            last.delta[block] = counts.pick(scale * delta, L::zero());
        }
        sum.sum().wide()
    }

    /// The number of samples of the batch for which z has the sign of the target.
    #[must_use]
    pub fn right(&self) -> usize {
        let zs = self.layers.last().map_or(&[][..], |last| &last.z);
        let lane = |x: &[L], at: usize| x[at / L::LANES].lane(at % L::LANES).wide();
        (0..self.count).filter(|at| lane(zs, *at) * lane(&self.y, *at) > 0.0).count()
    }

    /// The backward pass: adds the gradient of the batch to [`gradient`](Self::gradient), and leaves
    /// ∂L/∂z in every layer.
    pub fn backward(&mut self) {
        let blocks = self.blocks();
        for layer in (0..self.layers.len()).rev() {
            let (below, above) = self.layers.split_at_mut(layer);
            let own = &mut above[0];
            let delta = &own.delta[..self.layout.sizes[layer + 1] * blocks];
            // The biases of a layer lie behind its weights.
            let (from, to) = (self.layout.weights(layer), self.layout.biases(layer));
            let both = &mut self.gradient[from.start..to.end];
            let (weights, biases) = both.split_at_mut(from.len());
            dense::gradient(delta, &own.a, weights, biases, blocks);
            let Some(below) = below.last_mut() else { return };
            let units = self.layout.sizes[layer] * blocks;
            let weights = &self.parameters[from];
            let below_delta = &mut below.delta[..units];
            dense::backward(weights, delta, below_delta, blocks);
            let slopes = self.layout.slopes(layer - 1);
            if !slopes.is_empty() {
                let slopes = &mut self.gradient[slopes];
                slopes::gradient(below_delta, &below.z[..units], slopes, blocks);
            }
            for (delta, df) in below_delta.iter_mut().zip(&below.df) {
                *delta = *delta * *df;
            }
        }
    }

    /// ‖∂L/∂W‖ of a layer, Frobenius' norm over all its weights, as in
    /// [`gradient`](Self::gradient).
    #[must_use]
    pub fn weight_norm(&self, layer: usize) -> f64 {
        let gradient = &self.gradient[self.layout.weights(layer)];
        gradient.iter().map(|g| g.wide() * g.wide()).sum::<f64>().sqrt()
    }

    /// ‖∂L/∂z‖ of a layer over all units and samples of the batch, after
    /// [`backward`](Self::backward).
    #[must_use]
    pub fn delta_norm(&self, layer: usize) -> f64 {
        let delta = &self.layers[layer].delta[..self.layout.sizes[layer + 1] * self.blocks()];
        let lanes = delta.iter().flat_map(|d| (0..L::LANES).map(|at| d.lane(at).wide()));
        lanes.map(|d| d * d).sum::<f64>().sqrt()
    }

    /// The output of the head for a sample of the batch, after [`forward`](Self::forward).
    #[must_use]
    pub fn output(&self, sample: usize) -> f64 {
        let z = self.layers.last().map(|last| last.z[sample / L::LANES]);
        z.map_or(f64::NAN, |z| self.head.output(z).lane(sample % L::LANES).wide())
    }

    /// The output f(z) of a unit of a hidden layer, both from 0, for a sample of the batch, after
    /// [`forward`](Self::forward); NaN if there is no such unit.
    #[must_use]
    pub fn unit_output(&self, layer: usize, unit: usize, sample: usize) -> f64 {
        let there = layer + 1 < self.layers.len() && unit < self.layout.sizes[layer + 1];
        if !there || sample >= self.count {
            return f64::NAN;
        }
        let place = unit * self.blocks() + sample / L::LANES;
        self.layers[layer + 1].a[place].lane(sample % L::LANES).wide()
    }
}
