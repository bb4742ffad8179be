//! The words of the extras of the function view.

/// The words of the extras, by function.
pub struct Words {
    /// The words of RReLU.
    pub rrelu: RreluWords,
    /// The words of PReLU.
    pub prelu: PreluWords,
    /// The words of gated units.
    pub gated: GatedWords,
}

/// The words of RReLU in training and in evaluation.
pub struct RreluWords {
    /// The heading.
    pub title: &'static str,
    /// The name of the mode with a fixed slope.
    pub evaluation: &'static str,
    /// The name of the mode with drawn slopes.
    pub training: &'static str,
    /// The explanation of evaluation; the argument is its slope.
    pub fixed: fn(slope: &str) -> String,
    /// The explanation of training; the arguments are the number of draws shown, and the bounds.
    pub drawn: fn(count: usize, lower: &str, upper: &str) -> String,
    /// The button for other random numbers.
    pub resample: &'static str,
    /// The label of the seed's box.
    pub seed: &'static str,
    /// The heading over the histogram: the number of outputs, and their input.
    pub histogram: fn(count: u32, x: &str) -> String,
    /// The histogram's label for screen readers.
    pub histogram_label: &'static str,
    /// The mean of the outputs, evaluation's value, their deviation and its limit.
    pub moments: fn(mean: &str, fixed: &str, deviation: &str, expected: &str) -> String,
    /// The note for a positive input, whose output is not random.
    pub positive: &'static str,
    /// The heading over the paper's convention.
    pub paper: &'static str,
    /// The paper's convention, as HTML; the arguments are the present bounds as divisors.
    pub divides: fn(low: &str, high: &str) -> String,
    /// The note that the present bounds are no divisors, as one of them is not positive.
    pub no_divisors: &'static str,
}

/// The words of one gradient step of PReLU.
pub struct PreluWords {
    /// The heading.
    pub title: &'static str,
    /// The lead: the section's topic in a sentence.
    pub lead: &'static str,
    /// The label of the target's slider.
    pub goal: &'static str,
    /// The label of the learning rate's slider.
    pub rate: &'static str,
    /// The label of the number box beside a slider.
    pub exact: fn(label: &str) -> String,
    /// The label of the derivative at the probe.
    pub derivative: &'static str,
    /// The label of the loss and its gradient.
    pub loss: &'static str,
    /// The effect of a step: the slope before and after, the loss before and after.
    pub would: fn(a: &str, next: &str, loss: &str, after: &str) -> String,
    /// The note that a step changes nothing, as the input is positive.
    pub nothing: &'static str,
    /// The note that a step overshoots the target.
    pub overshoots: &'static str,
    /// The button that takes the step.
    pub step: &'static str,
}

/// The words of a gated unit as a map.
pub struct GatedWords {
    /// The heading.
    pub title: &'static str,
    /// The explanation of the map.
    pub lead: &'static str,
    /// The map's label for screen readers; the argument is the name of the unit.
    pub map: fn(name: &str) -> String,
    /// The label of the map's point for screen readers.
    pub point: &'static str,
    /// The positive levels of the contour lines; a sentence follows.
    pub levels: fn(levels: &str) -> String,
    /// The heading of the slice over a, at a fixed b.
    pub slice: fn(b: &str) -> String,
    /// The slice's label for screen readers.
    pub slice_label: &'static str,
    /// The note that the slice over b is the plot of the function itself, at a fixed a.
    pub other: fn(a: &str) -> String,
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use crate::lang::Lang;
    use crate::numeric::format::brief;
    use crate::views::function::extra::prelu::USUAL;

    #[test]
    fn the_input_without_a_probe_is_the_one_that_is_taken() {
        for lang in Lang::ALL {
            let text = words(lang).prelu.lead;
            let mut numbers = text.split(|c: char| !(c.is_ascii_digit() || "−.".contains(c)));
            assert!(numbers.any(|number| number == brief(USUAL, 3)), "{text}");
        }
    }
}
