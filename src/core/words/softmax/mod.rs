//! The words of the softmax view.

mod en;
mod zh;

use super::Lang;

/// Everything that view says.
pub struct SoftmaxWords {
    /// What to do there.
    pub lead: &'static str,
    /// The choice between the four functions.
    pub choose: &'static str,
    /// Leads to the function view.
    pub more: &'static str,
    /// Heading over the scores.
    pub scores: &'static str,
    /// A slider: of score i, as a subscript.
    pub score: fn(i: &str) -> String,
    /// The box beside it.
    pub score_box: fn(i: &str) -> String,
    /// How many classes there are.
    pub classes: fn(k: usize) -> String,
    /// One class fewer.
    pub fewer: &'static str,
    /// One class more.
    pub more_classes: &'static str,
    /// Heading over the temperature.
    pub temperature: &'static str,
    /// The limit T → 0.
    pub cold: &'static str,
    /// The limit T → ∞.
    pub hot: &'static str,
    /// For a function without temperature.
    pub no_temperature: &'static str,
    /// Heading over the constant.
    pub shift: &'static str,
    /// The box of the constant.
    pub constant: &'static str,
    /// Adds it.
    pub add: &'static str,
    /// What that changed: the constant, the largest change of a value and of a derivative.
    pub shifted: fn(c: &str, value: &str, slope: &str) -> String,
    /// Such a change that is not 0.
    pub rounding: &'static str,
    /// Heading over the bars of the scores.
    pub drag: &'static str,
    /// Heading over the bars of the shares.
    pub shares: &'static str,
    /// The limit as a series of its own.
    pub argmax: &'static str,
    /// What is seen: who has the largest share, how much, the entropy and the largest entropy.
    pub summary: fn(name: &str, classes: &[usize], share: &str, bits: &str, most: &str) -> String,
    /// Heading over the table.
    pub table: &'static str,
    /// The head of its first column.
    pub class: &'static str,
    /// Heading over the Jacobian.
    pub jacobian: fn(name: &str) -> String,
    /// How to read it.
    pub jacobian_hint: &'static str,
    /// Heading over the triangle.
    pub simplex: &'static str,
    /// How to read it.
    pub simplex_hint: &'static str,
    /// Where the three shares are, for those who do not see it.
    pub simplex_label: fn(p: &str) -> String,
    /// There is no triangle unless there are three classes.
    pub three: &'static str,
    /// Makes it three.
    pub make_three: &'static str,
    /// Heading over the overflow.
    pub overflow: &'static str,
    /// What it is about, as HTML.
    pub overflow_lead: &'static str,
    /// The formula as it stands, and the other.
    pub literal: &'static str,
    /// The formula after subtracting the largest score.
    pub stable: &'static str,
    /// The share in a column.
    pub share: &'static str,
    /// The literal one agrees, up to this difference.
    pub agrees: fn(apart: &str) -> String,
    /// It divides infinity by infinity.
    pub too_high: &'static str,
    /// It divides zero by zero.
    pub too_low: &'static str,
    /// Scores to try.
    pub try_these: &'static str,
    /// Heading over the claims.
    pub claims: &'static str,
    /// The verdict.
    pub wrong: &'static str,
    /// Shows it.
    pub show: &'static str,
    /// On 3.86: number of classes, the two kinds of entry, and the slopes from either side.
    pub at_zero: fn(k: usize, diagonal: &str, other: &str, left: &str, right: &str) -> String,
    /// On 3.87: by how much the scores were lowered, what they are then, the slope there and here.
    pub negative: fn(c: &str, z: &str, slope: &str, here: &str) -> String,
}

/// The words in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static SoftmaxWords {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Zh => &zh::WORDS,
    }
}

/// Numbers as a list.
fn list(all: &[usize], between: &str) -> String {
    all.iter().map(usize::to_string).collect::<Vec<_>>().join(between)
}
