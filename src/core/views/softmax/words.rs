//! The words of the view.

/// The words of the view.
pub struct Words {
    /// The lead: the view's purpose in a sentence.
    pub lead: &'static str,
    /// The label of the choice between the four functions.
    pub choose: &'static str,
    /// The heading over the scores.
    pub scores: &'static str,
    /// The label of the slider of a score, whose index is a subscript.
    pub score: fn(i: &str) -> String,
    /// The label of the number box beside it.
    pub score_box: fn(i: &str) -> String,
    /// The number of classes.
    pub classes: fn(k: usize) -> String,
    /// The button for one class fewer.
    pub fewer: &'static str,
    /// The button for one class more.
    pub more_classes: &'static str,
    /// The heading over the temperature.
    pub temperature: &'static str,
    /// The option of the limit T → 0.
    pub cold: &'static str,
    /// The option of the limit T → ∞.
    pub hot: &'static str,
    /// The note for a function without temperature.
    pub no_temperature: &'static str,
    /// The heading over the constant to add.
    pub shift: &'static str,
    /// The label of the constant's box.
    pub constant: &'static str,
    /// The button that adds the constant.
    pub add: &'static str,
    /// The effect of the constant: itself, the largest change of a value and of a derivative.
    pub shifted: fn(c: &str, value: &str, slope: &str) -> String,
    /// The note that such a change, if not 0, is rounding.
    pub rounding: &'static str,
    /// The heading over the bars of the scores.
    pub drag: &'static str,
    /// The heading over the bars of the shares.
    pub shares: &'static str,
    /// The legend of the limit T → 0, a series of its own.
    pub argmax: &'static str,
    /// The summary: the classes with the largest share, that share, the entropy and the largest
    /// entropy.
    pub summary: fn(name: &str, classes: &[usize], share: &str, bits: &str, most: &str) -> String,
    /// The heading over the table.
    pub table: &'static str,
    /// The heading of its first column.
    pub class: &'static str,
    /// The heading over the Jacobian.
    pub jacobian: fn(name: &str) -> String,
    /// The explanation of the Jacobian.
    pub jacobian_hint: &'static str,
    /// The heading over the triangle.
    pub simplex: &'static str,
    /// The explanation of the triangle.
    pub simplex_hint: &'static str,
    /// The label of the triangle for screen readers, with the three shares.
    pub simplex_label: fn(p: &str) -> String,
    /// The note that the triangle needs three classes.
    pub three: &'static str,
    /// The button that makes it three classes.
    pub make_three: &'static str,
    /// The heading over the overflow.
    pub overflow: &'static str,
    /// The lead of that section, as HTML: its topic in a sentence.
    pub overflow_lead: &'static str,
    /// The heading of the column of the literal formula.
    pub literal: &'static str,
    /// The heading of the column of the formula after subtracting the largest score.
    pub stable: &'static str,
    /// The heading of a column of shares.
    pub share: &'static str,
    /// The verdict that the literal formula agrees, up to this difference.
    pub agrees: fn(apart: &str) -> String,
    /// The verdict that the literal formula divides infinity by infinity.
    pub too_high: &'static str,
    /// The verdict that the literal formula divides zero by zero.
    pub too_low: &'static str,
    /// The label of the scores to try.
    pub try_these: &'static str,
    /// The heading over the claims.
    pub claims: &'static str,
    /// The verdict on a claim.
    pub wrong: &'static str,
    /// The button that shows a counterexample.
    pub show: &'static str,
    /// The answer to claim 3.86: number of classes, the two kinds of entry, and the slopes from
    /// either side.
    pub at_zero: fn(k: usize, diagonal: &str, other: &str, left: &str, right: &str) -> String,
    /// The answer to claim 3.87: the constant subtracted from the scores, the new scores, the slope
    /// there and here.
    pub negative: fn(c: &str, z: &str, slope: &str, here: &str) -> String,
}

/// Numbers as a list.
pub(super) fn list(all: &[usize], between: &str) -> String {
    all.iter().map(usize::to_string).collect::<Vec<_>>().join(between)
}
