//! The order in which samples are met: shuffled once an epoch, then cut into batches.

use crate::demo::rng::Rng;

/// The stream of the generator that shuffles.
const STREAM: u32 = 32;

/// The order of the samples, the same for every network with the same seed and data.
#[derive(Clone, Debug)]
pub struct Order {
    /// Draws the next epoch's order; none if samples stay in the order of the data.
    rng: Option<Rng>,
    indices: Vec<u32>,
    batch: usize,
    /// The first sample of the next batch.
    next: usize,
}

impl Order {
    /// Batches of `batch` of `samples` samples, the last of an epoch smaller if they do not divide;
    /// without a seed in the order of the data.
    #[must_use]
    pub fn new(samples: usize, batch: usize, seed: Option<u32>) -> Self {
        let rng = seed.map(|seed| Rng::stream(seed, STREAM));
        let batch = batch.clamp(1, samples.max(1));
        Self { rng, indices: (0..samples as u32).collect(), batch, next: 0 }
    }

    /// The number of batches in an epoch.
    #[must_use]
    pub fn batches(&self) -> usize {
        self.indices.len().div_ceil(self.batch)
    }

    /// Whether the next batch is the first of an epoch.
    #[must_use]
    #[inline]
    pub const fn is_between_epochs(&self) -> bool {
        self.next == 0
    }

    /// The samples of the next batch; empty only if there are none at all.
    #[inline]
    pub fn next_batch(&mut self) -> &[u32] {
        if self.next == 0
            && let Some(rng) = &mut self.rng
        {
            rng.shuffle(&mut self.indices);
        }
        let end = (self.next + self.batch).min(self.indices.len());
        let batch = self.next..end;
        self.next = if end == self.indices.len() { 0 } else { end };
        &self.indices[batch]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_epoch_meets_every_sample_once_in_another_order() {
        let mut order = Order::new(20, 6, Some(4));
        assert_eq!(order.batches(), 4);
        let mut epoch = || {
            let sizes: Vec<Vec<u32>> = (0..4).map(|_| order.next_batch().to_vec()).collect();
            assert_eq!(sizes.iter().map(Vec::len).collect::<Vec<_>>(), [6, 6, 6, 2]);
            sizes.concat()
        };
        let (first, second) = (epoch(), epoch());
        assert_ne!(first, second);
        for mut seen in [first, second] {
            seen.sort_unstable();
            assert_eq!(seen, (0..20).collect::<Vec<_>>());
        }
    }

    #[test]
    fn without_a_seed_the_order_is_that_of_the_data() {
        let mut order = Order::new(5, 3, None);
        let got: Vec<Vec<u32>> = (0..4).map(|_| order.next_batch().to_vec()).collect();
        assert_eq!(got, [vec![0, 1, 2], vec![3, 4], vec![0, 1, 2], vec![3, 4]]);
        assert!(Order::new(0, 3, Some(1)).next_batch().is_empty());
        assert_eq!(Order::new(3, 0, None).next_batch(), [0]);
    }
}
