//! What happens inside of the layers: norms of gradients, spread of pre-activations, saturated and
//! dead units; and how units die and come back.

use super::network::{Data, Network};
use crate::numeric::lanes::{Lane, Real};

/// A layer over all samples.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayerStatistics {
    /// ‖∂L/∂z‖ over units and samples, L the mean loss.
    pub delta: f64,
    /// ‖∂L/∂W‖.
    pub weights: f64,
    /// The mean of the pre-activations z.
    pub mean: f64,
    /// Their standard deviation.
    pub deviation: f64,
    /// The share of units and samples where |f′(z)| is below the threshold; 0 in the last layer.
    pub saturated: f64,
    /// For each hidden unit whether f′(z) is 0 at every sample, so that nothing can teach it.
    pub dead: Vec<bool>,
    /// For each hidden unit whether z ≤ 0 at every sample: for ReLU the same as dead.
    pub negative: Vec<bool>,
}

/// A network over all samples.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// The hidden layers from the first on, then the last.
    pub layers: Vec<LayerStatistics>,
    /// The last hidden layer, from 0, through which no gradient comes: every unit of it is dead, as
    /// always behind a step function.
    pub no_gradient: Option<usize>,
}

impl Statistics {
    /// The share of all hidden units that are dead; 0 without hidden units.
    #[must_use]
    pub fn dead(&self) -> f64 {
        let all = || self.layers.iter().flat_map(|layer| &layer.dead);
        share(all())
    }
}

/// The share of flags that are set, 0 of none.
fn share<'a>(flags: impl Iterator<Item = &'a bool>) -> f64 {
    let (mut set, mut all) = (0_u32, 0_u32);
    for flag in flags {
        set += u32::from(*flag);
        all += 1;
    }
    f64::from(set) / f64::from(all.max(1))
}

/// The sums over the samples of one layer.
#[derive(Clone, Default)]
struct Sums {
    z: f64,
    square: f64,
    delta: f64,
    saturated: u32,
}

/// The statistics of a network over samples, of which there is one at least.
pub(super) fn statistics<L: Lane>(
    network: &mut Network<L>,
    data: &Data<L::Real>,
    epsilon: f64,
) -> Statistics {
    let layers = network.layout.layers();
    let mut sums = vec![Sums::default(); layers];
    let flags = |layer: usize| vec![layer + 1 < layers; network.layout.sizes[layer + 1]];
    let mut dead: Vec<_> = (0..layers).map(flags).collect();
    let mut negative = dead.clone();
    network.gradient.fill(L::Real::default());
    let mut first = 0;
    while first < data.len() {
        let count = network.capacity().min(data.len() - first);
        network.load(data, count, |at| first + at);
        network.forward(None);
        network.loss(1.0 / data.len() as f64);
        network.backward();
        let blocks = network.blocks();
        for (layer, own) in network.layers.iter().enumerate() {
            let sums = &mut sums[layer];
            for unit in 0..network.layout.sizes[layer + 1] {
                for sample in 0..count {
                    let place = unit * blocks + sample / L::LANES;
                    let of = |x: &[L]| x[place].lane(sample % L::LANES).wide();
                    let (z, delta) = (of(&own.z), of(&own.delta));
                    sums.z += z;
                    sums.square += z * z;
                    sums.delta += delta * delta;
                    if own.df.is_empty() {
                        continue;
                    }
                    let df = of(&own.df);
                    sums.saturated += u32::from(df.abs() < epsilon);
                    dead[layer][unit] &= df == 0.0;
                    negative[layer][unit] &= z <= 0.0;
                }
            }
        }
        first += count;
    }
    let hidden = dead.len() - 1;
    let no_gradient = (0..hidden).rev().find(|layer| dead[*layer].iter().all(|dead| *dead));
    let layers = sums.into_iter().zip(dead).zip(negative).enumerate();
    let layers = layers.map(|(layer, ((sums, dead), negative))| {
        let n = (data.len() * network.layout.sizes[layer + 1]) as f64;
        let mean = sums.z / n;
        let of_hidden = |flags: Vec<bool>| if layer == hidden { Vec::new() } else { flags };
        LayerStatistics {
            delta: sums.delta.sqrt(),
            weights: network.weight_norm(layer),
            mean,
            deviation: (sums.square / n - mean * mean).max(0.0).sqrt(),
            saturated: f64::from(sums.saturated) / n,
            dead: of_hidden(dead),
            negative: of_hidden(negative),
        }
    });
    Statistics { layers: layers.collect(), no_gradient }
}

/// The lives of the hidden units: dead from the start, died, came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Census {
    born: Vec<bool>,
    dead: Vec<bool>,
    /// Dead once, then alive.
    revived: Vec<bool>,
}

impl Census {
    /// The census before the first step.
    #[must_use]
    pub fn new(dead: impl IntoIterator<Item = bool>) -> Self {
        let dead: Vec<bool> = dead.into_iter().collect();
        Self { born: dead.clone(), revived: vec![false; dead.len()], dead }
    }

    /// Takes in who is dead now, in the same order.
    pub fn update(&mut self, dead: impl IntoIterator<Item = bool>) {
        for ((was, revived), is) in self.dead.iter_mut().zip(&mut self.revived).zip(dead) {
            *revived |= *was && !is;
            *was = is;
        }
    }

    /// Of each unit whether it was dead at first.
    #[must_use]
    pub fn born_dead(&self) -> &[bool] {
        &self.born
    }

    /// Of each unit whether it was dead once and alive at a later time.
    #[must_use]
    pub fn has_revived(&self) -> &[bool] {
        &self.revived
    }

    /// The share that was dead at first.
    #[must_use]
    pub fn born(&self) -> f64 {
        share(self.born.iter())
    }

    /// The share that is dead.
    #[must_use]
    pub fn dead(&self) -> f64 {
        share(self.dead.iter())
    }

    /// The share that is dead and was not so at first.
    #[must_use]
    pub fn died(&self) -> f64 {
        let died: Vec<bool> = self.dead.iter().zip(&self.born).map(|(d, b)| *d && !b).collect();
        share(died.iter())
    }

    /// The share that was dead once and alive at a later time.
    #[must_use]
    pub fn revived(&self) -> f64 {
        share(self.revived.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::lanes::{f32x4, f64x2};
    use crate::train::data::Samples;
    use crate::train::layers::Nonlinearity;
    use crate::train::loss::Head;

    /// Two units of ReLU, z = x and z = x − 5; the second weighs 2 in the output.
    fn by_hand<L: Lane>(room: usize) -> Statistics {
        let relu = [Nonlinearity::of("relu").unwrap()];
        let mut network = Network::<L>::new(1, &[2], &relu, Head::Linear, room);
        for (parameter, value) in
            network.parameters.iter_mut().zip([1.0, 1.0, 0.0, -5.0, 3.0, 2.0, 0.0])
        {
            *parameter = L::Real::of(value);
        }
        let samples = Samples { inputs: 1, x: vec![1.0, -1.0, -2.0], y: vec![0.0; 3] };
        statistics(&mut network, &Data::new(&samples), 0.5)
    }

    #[test]
    fn a_unit_lives_if_it_does_at_one_sample() {
        for got in [by_hand::<f64x2>(1), by_hand::<f64x2>(64), by_hand::<f32x4>(64)] {
            let [first, last] = &got.layers[..] else { panic!("{got:?}") };
            // z is 1, −1, −2 and −4, −6, −7; the output 3, 0, 0, with ∂L/∂z = 1, 0, 0.
            assert_eq!((&first.dead, &first.negative), (&vec![false, true], &vec![false, true]));
            assert_eq!((got.dead(), got.no_gradient), (0.5, None));
            let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-6, "{a} {b}: {got:?}");
            let z = [1.0, -1.0, -2.0, -4.0, -6.0, -7.0_f64];
            let mean = z.iter().sum::<f64>() / 6.0;
            close(first.mean, mean);
            let variance = z.iter().map(|z| (z - mean) * (z - mean)).sum::<f64>() / 6.0;
            close(first.deviation, variance.sqrt());
            close(first.saturated, 5.0 / 6.0);
            close(first.delta, 3.0);
            close(first.weights, 3.0);
            close(last.delta, 1.0);
            close(last.weights, 1.0);
            close(last.mean, 1.0);
            assert!(last.dead.is_empty() && last.negative.is_empty());
        }
    }

    #[test]
    fn the_census_tells_births_deaths_and_revivals() {
        let mut census = Census::new([true, false, false, true]);
        assert_eq!(
            [census.born(), census.dead(), census.died(), census.revived()],
            [0.5, 0.5, 0.0, 0.0]
        );
        census.update([false, true, false, true]);
        assert_eq!(
            [census.born(), census.dead(), census.died(), census.revived()],
            [0.5, 0.5, 0.25, 0.25]
        );
        census.update([true, false, false, true]);
        assert_eq!(
            [census.born(), census.dead(), census.died(), census.revived()],
            [0.5, 0.5, 0.0, 0.5]
        );
        assert_eq!(Census::new([]).dead(), 0.0);
    }
}
