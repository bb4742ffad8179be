//! A small seeded generator of random numbers, the same bit for bit on every machine.
//!
//! `SplitMix64`: a Weyl sequence passed through a 64-bit mixer. Period 2⁶⁴; far too plain for
//! secrets and good enough for demos.
//! Source: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators"; constants
//! and check values as in S. Vigna's `splitmix64.c` (public domain).

use std::f64::consts::PI;

/// The step of the Weyl sequence: 2⁶⁴ over the golden ratio, made odd.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The generator: its whole state is one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rng(u64);

impl Rng {
    /// The generator whose state is `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// One of 2³² generators for the same `seed`, so that what one demo draws for one purpose
    /// does not depend on how much it draws for another.
    #[must_use]
    pub fn stream(seed: u32, stream: u32) -> Self {
        // Mixed once: neighbouring seeds must not start as neighbours in the sequence.
        Self(Self((u64::from(seed) << 32) | u64::from(stream)).bits())
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let z = self.0;
        let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform on [0, 1), a multiple of 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        const ULP: f64 = 1.0 / (1_u64 << 53) as f64;
        (self.bits() >> 11) as f64 * ULP
    }

    /// Standard normal, N(0, 1); at most 8.6 away from 0.
    ///
    /// Box and Muller's transform of two uniform numbers, of which it keeps the cosine only: no
    /// state besides the generator's.
    pub fn normal(&mut self) -> f64 {
        // 1 − u is in (0, 1], where the logarithm is finite.
        let radius = (-2.0 * libm::log(1.0 - self.uniform())).sqrt();
        radius * libm::cos(2.0 * PI * self.uniform())
    }

    /// Uniform on 0, 1, …, `n` − 1; 0 for `n` = 0. Off by at most `n`/2³² of the probability.
    pub fn below(&mut self, n: u32) -> u32 {
        (((self.bits() >> 32) * u64::from(n)) >> 32) as u32
    }

    /// Puts `items` in random order (Fisher and Yates).
    pub fn shuffle(&mut self, items: &mut [u32]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_check_values() {
        let mut rng = Rng::new(1_234_567);
        for want in [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ] {
            assert_eq!(rng.bits(), want);
        }
    }

    /// Moments of 100,000 draws, each within five standard errors.
    #[test]
    fn moments_are_those_of_the_distributions() {
        const N: u32 = 100_000;
        let mut rng = Rng::stream(1, 0);
        let mean = |of: &mut dyn FnMut() -> f64| (0..N).map(|_| of()).sum::<f64>() / f64::from(N);
        let close = |got: f64, want: f64, deviation: f64| {
            let error = deviation / f64::from(N).sqrt();
            assert!((got - want).abs() < 5.0 * error, "{got} want {want} ± {error}");
        };
        close(mean(&mut || rng.uniform()), 0.5, (1.0f64 / 12.0).sqrt());
        close(mean(&mut || f64::from(rng.below(6))), 2.5, (35.0f64 / 12.0).sqrt());
        close(mean(&mut || rng.normal()), 0.0, 1.0);
        // The moments of N(0, 1) are 1, 1·3, 1·3·5·7; the deviations follow from them.
        close(mean(&mut || rng.normal().powi(2)), 1.0, 2.0f64.sqrt());
        close(mean(&mut || rng.normal().powi(4)), 3.0, 96.0f64.sqrt());
        close(mean(&mut || f64::from(rng.normal().abs() < 1.0)), 0.682_689_492_137, 0.4655);
        // Neighbouring draws, and neighbouring seeds, have nothing to do with each other.
        close(mean(&mut || rng.normal() * rng.normal()), 0.0, 1.0);
        let mut seed = 0;
        let mut of_seeds = || {
            seed += 1;
            Rng::stream(seed, 0).normal() * Rng::stream(seed + 1, 0).normal()
        };
        close(mean(&mut of_seeds), 0.0, 1.0);
    }

    #[test]
    fn extremes_are_finite_and_in_range() {
        let mut rng = Rng::stream(2, 0);
        for _ in 0..100_000 {
            assert!((0.0..1.0).contains(&rng.uniform()));
            assert!(rng.normal().abs() <= 8.6);
            assert!(rng.below(3) < 3);
        }
        assert_eq!((rng.below(0), rng.below(1)), (0, 0));
        // The largest radius there is: u = 1 − 2⁻⁵³.
        assert!((-2.0 * libm::log(1.0 / (1_u64 << 53) as f64)).sqrt() < 8.6);
    }

    #[test]
    fn a_shuffle_is_a_permutation_and_every_place_is_as_likely() {
        let mut rng = Rng::stream(3, 0);
        let mut places = [0_u32; 5];
        for _ in 0..5_000 {
            let mut items = [0, 1, 2, 3, 4];
            rng.shuffle(&mut items);
            places[items.iter().position(|i| *i == 0).unwrap()] += 1;
            let mut seen = items;
            seen.sort_unstable();
            assert_eq!(seen, [0, 1, 2, 3, 4]);
        }
        // 1000 each with a deviation of √800.
        assert!(places.iter().all(|n| n.abs_diff(1_000) < 5 * 29), "{places:?}");
    }
}
