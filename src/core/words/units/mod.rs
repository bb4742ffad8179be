//! The words of what is special to a few functions: RReLU's training, PReLU's step, gated maps.

mod en;
mod zh;

use super::Lang;

/// Everything those parts say.
pub struct UnitWords {
    /// RReLU.
    pub rrelu: RreluWords,
    /// PReLU.
    pub prelu: PreluWords,
    /// Gated units.
    pub gated: GatedWords,
}

/// RReLU in training and in evaluation.
pub struct RreluWords {
    /// The heading.
    pub title: &'static str,
    /// The mode in which the slope is fixed.
    pub evaluation: &'static str,
    /// The mode in which it is drawn.
    pub training: &'static str,
    /// What evaluation does; its slope.
    pub fixed: fn(slope: &str) -> String,
    /// What training does; how many draws are shown, and the bounds.
    pub drawn: fn(count: usize, lower: &str, upper: &str) -> String,
    /// Other random numbers.
    pub resample: &'static str,
    /// The box of the seed.
    pub seed: &'static str,
    /// Heading over the histogram: how many outputs, and of which input.
    pub histogram: fn(count: u32, x: &str) -> String,
    /// The histogram, for those who do not see it.
    pub histogram_label: &'static str,
    /// Mean of the outputs, the evaluation's value, their deviation and what it tends to.
    pub moments: fn(mean: &str, fixed: &str, deviation: &str, expected: &str) -> String,
    /// A positive input.
    pub positive: &'static str,
    /// Heading over the paper's convention.
    pub paper: &'static str,
    /// What it is, as HTML; the present bounds as divisors.
    pub divides: fn(low: &str, high: &str) -> String,
    /// The present bounds as divisors, where one is not positive.
    pub no_divisors: &'static str,
}

/// One step of learning.
pub struct PreluWords {
    /// The heading.
    pub title: &'static str,
    /// What it is about.
    pub lead: &'static str,
    /// The slider of the target.
    pub goal: &'static str,
    /// The slider of the rate.
    pub rate: &'static str,
    /// The box beside a slider.
    pub exact: fn(label: &str) -> String,
    /// The derivative at the probe.
    pub derivative: &'static str,
    /// The loss and its gradient.
    pub loss: &'static str,
    /// What a step would do: the slope before and after, the loss before and after.
    pub would: fn(a: &str, next: &str, loss: &str, after: &str) -> String,
    /// Nothing, as the input is positive.
    pub nothing: &'static str,
    /// A step too long.
    pub overshoots: &'static str,
    /// Takes it.
    pub step: &'static str,
}

/// A gated unit as a map.
pub struct GatedWords {
    /// The heading.
    pub title: &'static str,
    /// How to read it.
    pub lead: &'static str,
    /// The map, for those who do not see it: the name of the unit.
    pub map: fn(name: &str) -> String,
    /// The point, for those who do not see it.
    pub point: &'static str,
    /// The values of the lines: the positive ones. A sentence follows.
    pub levels: fn(levels: &str) -> String,
    /// The slice across: the fixed b.
    pub slice: fn(b: &str) -> String,
    /// The slice, for those who do not see it.
    pub slice_label: &'static str,
    /// Where the other slice is.
    pub other: fn(a: &str) -> String,
}

/// The words in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static UnitWords {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Zh => &zh::WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::format::brief;
    use crate::views::function::extra::prelu::USUAL;

    #[test]
    fn the_input_without_a_probe_is_the_one_that_is_taken() {
        for lang in [Lang::En, Lang::Zh] {
            let text = words(lang).prelu.lead;
            let mut numbers = text.split(|c: char| !(c.is_ascii_digit() || "−.".contains(c)));
            assert!(numbers.any(|number| number == brief(USUAL, 3)), "{text}");
        }
    }
}
