//! Words of the views of functions, apart from [`Words`](super::Words) because they are fetched
//! with those views.

mod en;
mod zh;

use super::{FactWords, Lang, PlotKey, StoryWords};
use crate::properties::LandmarkKind;

/// Every word of these views.
pub struct PlotTexts {
    /// What the properties say.
    pub facts: FactWords,
    /// What is said of a plot.
    pub story: StoryWords,
    /// The controls of a large plot.
    pub plot: PlotWords,
    /// The comparison.
    pub compare: CompareWords,
    /// What can be taken away.
    pub take: TakeWords,
}

/// The words in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static PlotTexts {
    match lang {
        Lang::En => &en::PLOTS,
        Lang::Zh => &zh::PLOTS,
    }
}

/// The controls of a large plot.
pub struct PlotWords {
    /// Makes everything larger.
    pub zoom_in: &'static str,
    /// Makes everything smaller.
    pub zoom_out: &'static str,
    /// Heading over the sliders.
    pub parameters: &'static str,
    /// A function without parameters.
    pub no_parameters: &'static str,
    /// Heading over the computed properties.
    pub properties: &'static str,
    /// Heading over the table of frameworks.
    pub frameworks: &'static str,
    /// Before the source of a function.
    pub source: &'static str,
    /// What the curve of a function of several inputs shows: of a gated unit, or of a vector.
    pub slice: fn(gated: bool) -> &'static str,
    /// What the curve of maxout shows.
    pub two_pieces: &'static str,
    /// Where the random slopes of training lie.
    pub band: &'static str,
    /// How to move the probe.
    pub probe_hint: &'static str,
    /// Back to the function's own window.
    pub home: &'static str,
    /// Makes the window as high as the curves.
    pub fit: &'static str,
    /// Heading over what can be shown.
    pub show: &'static str,
    /// The second derivative.
    pub second: &'static str,
    /// The tangent at the probe.
    pub tangent: &'static str,
    /// One unit as long across as up.
    pub equal: &'static str,
    /// f′ has an axis of its own.
    pub own_axis: &'static str,
    /// Shades where |f′| is small.
    pub shade: &'static str,
    /// The threshold, for those who do not see the symbol.
    pub shade_label: &'static str,
    /// A shaded stretch: on the left, on the right or between; exactly or nearly flat.
    pub flat: fn(side: i8, hard: bool, from: &str, to: &str) -> String,
    /// Nothing is below the threshold.
    pub no_flat: &'static str,
    /// Heading over places worth stopping at.
    pub landmarks: &'static str,
    /// What is at a landmark.
    pub landmark: fn(LandmarkKind, x: &str) -> String,
    /// All digits of the numbers.
    pub digits: &'static str,
    /// Heading over the description.
    pub in_words: &'static str,
    /// The curve as numbers.
    pub table: &'static str,
    /// Heading over the keys.
    pub keys: &'static str,
    /// What a key does.
    pub key: fn(PlotKey) -> &'static str,
    /// What people say about a function.
    pub claims: &'static str,
}

/// The comparison.
pub struct CompareWords {
    /// The heading.
    pub title: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// Adds a function.
    pub add: &'static str,
    /// There is no function of that name.
    pub unknown: fn(text: &str) -> String,
    /// Takes one away.
    pub remove: fn(name: &str) -> String,
    /// Both f and f′, f′ alone …
    pub show_f: &'static str,
    /// Only differences to the first.
    pub difference: fn(name: &str) -> String,
    /// No more can be added.
    pub full: &'static str,
    /// It is there already.
    pub there: fn(name: &str) -> String,
    /// How f and f′ of one function are told apart.
    pub thin: &'static str,
    /// How values are read, while there are none.
    pub point: &'static str,
    /// The function, as the head of a column.
    pub function: &'static str,
    /// What a function is, opened by itself.
    pub open: fn(name: &str) -> String,
}

/// What can be taken away.
pub struct TakeWords {
    /// The heading.
    pub title: &'static str,
    /// The address of this state.
    pub link: &'static str,
    /// An iframe of this state.
    pub embed: &'static str,
    /// More ways to embed.
    pub embed_more: &'static str,
    /// A file could not be made.
    pub failed: &'static str,
    /// Heading over code.
    pub code: &'static str,
    /// Copies code.
    pub copy: &'static str,
    /// On a picture: how f, f′ and f″ are drawn, for those that are shown.
    pub lines: fn(deriv: bool, second: bool) -> &'static str,
    /// On a picture: where it is from.
    pub from: &'static str,
}
