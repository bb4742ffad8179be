//! Interface words, one typed table per language: a missing text does not compile.

pub mod demos;
pub mod embed;
mod en;
mod facts;
mod keys;
pub mod learn;
pub mod maxout;
pub mod plots;
pub mod softmax;
mod story;
pub mod units;
mod zh;

pub use facts::{Fact, FactWords, facts, table};
pub use keys::{KEYS, PlotKey};
pub use story::{StoryWords, paragraph, sentence, subject};

use crate::activation::Family;
pub use crate::lang::Lang;
use crate::view_state::{Notice, Theme, Trait};

/// The words of the interface in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &en::WORDS,
        Lang::Zh => &zh::WORDS,
    }
}

/// Every word the interface says. Prose about functions lives in `src/content`.
pub struct Words {
    /// The name of the product.
    pub product: &'static str,
    /// Label of the language switch.
    pub language_label: &'static str,
    /// Label of the theme switch.
    pub theme_label: &'static str,
    /// Names of the themes.
    pub theme: fn(Theme) -> &'static str,
    /// Skips the header.
    pub skip: &'static str,
    /// Label of the main navigation.
    pub navigation: &'static str,
    /// The gallery, as a link.
    pub gallery: &'static str,
    /// The demonstrations, as a link.
    pub demos: &'static str,
    /// The comparison, as a link.
    pub compare: &'static str,
    /// The lesson, as a link.
    pub lesson: &'static str,
    /// The decision guide, as a link.
    pub choose: &'static str,
    /// The function view, as a link.
    pub functions: &'static str,
    /// Heading of the gallery.
    pub gallery_title: &'static str,
    /// What to do there; the argument is how many functions there are.
    pub gallery_lead: fn(usize) -> String,
    /// Before the properties that functions can be chosen by.
    pub only: &'static str,
    /// Those properties.
    pub traits: fn(Trait) -> &'static str,
    /// How many of how many functions have those chosen.
    pub found: fn(usize, usize) -> String,
    /// Shows every function again.
    pub show_all: &'static str,
    /// Names of the families.
    pub family: fn(Family) -> &'static str,
    /// Puts the parameters back.
    pub reset: &'static str,
    /// Puts everything in a view back to what it shows at first.
    pub start_over: &'static str,
    /// Label of a slider: symbol, name, function.
    pub slider_label: fn(symbol: &str, name: &str, function: &str) -> String,
    /// Label of the number box beside it.
    pub number_label: fn(symbol: &str, name: &str, function: &str) -> String,
    /// What a plot is, for those who do not see it.
    pub plot_label: fn(function: &str, deriv: bool) -> String,
    /// Where the probe is and what it reads, for those who do not see it.
    pub probe_label: &'static str,
    /// Heading over the definition.
    pub definition: &'static str,
    /// Shows or hides the derivative.
    pub show_derivative: &'static str,
    /// Leads from the slice to a view of the whole.
    pub whole: &'static str,
    /// That a small plot shows a slice.
    pub slice_mark: &'static str,
    /// A part of the address that was not used.
    pub notice: fn(&Notice) -> String,
    /// Heading over such parts.
    pub notices: &'static str,
    /// Takes a message away.
    pub dismiss: &'static str,
    /// The texts could not be fetched.
    pub prose_failed: &'static str,
    /// A view could not be fetched.
    pub view_failed: &'static str,
    /// A view is on its way.
    pub loading: &'static str,
    /// Hands on the address of what is shown.
    pub share: &'static str,
    /// From a frame to the whole page.
    pub open_in_full: &'static str,
    /// Tries that again.
    pub retry: &'static str,
    /// Shown in place of a plot when the browser gives no canvas.
    pub no_canvas: &'static str,
}
