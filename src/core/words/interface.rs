//! The words that every page needs, a field each.

use crate::activation::Family;
use crate::address::{Group, Theme, Trait};

/// The words that every page needs. Prose about functions is in `src/content`.
pub struct Words {
    /// The name of the product.
    pub product: &'static str,
    /// The label of the language switch.
    pub language_label: &'static str,
    /// The label of the theme switch.
    pub theme_label: &'static str,
    /// The names of the themes.
    pub theme: fn(Theme) -> &'static str,
    /// The button that searches.
    pub find: &'static str,
    /// The entry that begins the lecture mode.
    pub present: &'static str,
    /// The link that skips the header.
    pub skip: &'static str,
    /// The label of the main navigation.
    pub navigation: &'static str,
    /// The entries of the bar on top.
    pub bar: fn(Group) -> &'static str,
    /// The label of the list of functions.
    pub functions: &'static str,
    /// The label of the traits by which the gallery is filtered.
    pub only: &'static str,
    /// The names of the traits.
    pub traits: fn(Trait) -> &'static str,
    /// The number of functions with the traits chosen, of the number of all.
    pub found: fn(usize, usize) -> String,
    /// The mark of a function with other parameters than those by which it was chosen.
    pub by_default: &'static str,
    /// The button that shows every function again.
    pub show_all: &'static str,
    /// The names of the families.
    pub family: fn(Family) -> &'static str,
    /// The button that resets the parameters.
    pub reset: &'static str,
    /// The button that resets the whole view.
    pub start_over: &'static str,
    /// The label of a slider: symbol, name, function.
    pub slider_label: fn(symbol: &str, name: &str, function: &str) -> String,
    /// The label of the number box beside it.
    pub number_label: fn(symbol: &str, name: &str, function: &str) -> String,
    /// The plot's label for screen readers.
    pub plot_label: fn(function: &str, deriv: bool) -> String,
    /// The probe's label for screen readers: its place and its readout.
    pub probe_label: &'static str,
    /// The heading over the definition.
    pub definition: &'static str,
    /// The label of the switch of the derivative.
    pub show_derivative: &'static str,
    /// The mark of a small plot that shows a slice.
    pub slice_mark: &'static str,
    /// The button that dismisses a message.
    pub dismiss: &'static str,
    /// The message that the texts could not be fetched.
    pub prose_failed: &'static str,
    /// The message that a view could not be fetched.
    pub view_failed: &'static str,
    /// The message that a view is being fetched.
    pub loading: &'static str,
    /// The button that shares the address of the state.
    pub share: &'static str,
    /// The link from a frame to the whole page.
    pub open_in_full: &'static str,
    /// The button that tries again.
    pub retry: &'static str,
    /// The text in place of a plot where the browser gives no canvas.
    pub no_canvas: &'static str,
}
