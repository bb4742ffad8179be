//! Random formulas in every format: whatever they are, their numbers are numbers of the format and their
//! errors are told or not known.

#![cfg(test)]

use super::format::Format;
use super::lens::{Lens, Reference};
use crate::formula::fuzz::{Rng, random};
use crate::formula::parse;

/// The formulas that every run tries; a million were tried once.
const RANDOM: usize = 3000;

#[test]
fn random_formulas_have_numbers_in_every_format() {
    let (mut rng, mut known) = (Rng(3), 0);
    for _ in 0..RANDOM {
        let depth = rng.below(7);
        let text = random(&mut rng, depth);
        let Ok(formula) = parse(&text) else { continue };
        for format in Format::ALL {
            let p = [0.5, -1.0, 2.0, 1e9];
            for x in [0.0, -0.0, 0.3, -7.5, 1e4, -1e300, 5e-324] {
                let lens = Lens { formula: &formula, reference: Reference::Own, p: &p, format };
                let point = lens.point(x);
                assert!(point.ulps.is_none_or(|ulps| ulps >= 0.0), "{text}: {point:?}");
                let own = point.value.is_nan() || format.round(point.value) == point.value;
                assert!(own, "{text} in {format:?}: {point:?}");
                known += usize::from(point.ulps.is_some());
            }
        }
    }
    assert!(known > 10 * RANDOM, "only {known} errors are known");
}
