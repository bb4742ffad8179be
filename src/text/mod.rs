//! Interface words, one typed table per language: a missing text does not compile.

mod en;
mod facts;
mod keys;
mod story;
mod zh;

pub use facts::{Fact, FactWords, facts, table};
pub use keys::{KEYS, PlotKey};
pub use story::{StoryWords, paragraph, sentence, subject};

use crate::activation::Family;
use crate::properties::LandmarkKind;
use crate::view_state::{Notice, Theme};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
}

impl Lang {
    /// Every language, in the order menus show them.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The nearest language to a BCP-47 tag; English for anything unknown.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") { Self::Zh } else { Self::En }
    }

    /// The name used in URLs and file names.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The tag for `<html lang>`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The words of this language.
    #[must_use]
    pub const fn words(self) -> &'static Words {
        match self {
            Self::En => &en::WORDS,
            Self::Zh => &zh::WORDS,
        }
    }
}

/// Every word the interface says. Prose about functions lives in `src/content`.
pub struct Words {
    /// The name of the product.
    pub product: &'static str,
    /// This language, in itself, and how short.
    pub language: &'static str,
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
    /// The function view, as a link.
    pub functions: &'static str,
    /// Heading of the gallery.
    pub gallery_title: &'static str,
    /// What to do there; the argument is how many functions there are.
    pub gallery_lead: fn(usize) -> String,
    /// Names of the families.
    pub family: fn(Family) -> &'static str,
    /// Heading over the sliders.
    pub parameters: &'static str,
    /// Puts the parameters back.
    pub reset: &'static str,
    /// A function without parameters.
    pub no_parameters: &'static str,
    /// Label of a slider: symbol, name, function.
    pub slider_label: fn(symbol: &str, name: &str, function: &str) -> String,
    /// Label of the number box beside it.
    pub number_label: fn(symbol: &str, name: &str, function: &str) -> String,
    /// What a plot is, for those who do not see it.
    pub plot_label: fn(function: &str, deriv: bool) -> String,
    /// Where the probe is and what it reads, for those who do not see it.
    pub probe_label: &'static str,
    /// How to move the probe.
    pub probe_hint: &'static str,
    /// Heading over the definition.
    pub definition: &'static str,
    /// Heading over the computed properties.
    pub properties: &'static str,
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
    /// Heading over the table of frameworks.
    pub frameworks: &'static str,
    /// Before the source of a function.
    pub source: &'static str,
    /// Shows or hides the derivative.
    pub show_derivative: &'static str,
    /// What the curve of a function of several inputs shows: of a gated unit, or of a vector.
    pub slice: fn(gated: bool) -> &'static str,
    /// Where the random slopes of training lie.
    pub band: &'static str,
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
    /// Tries that again.
    pub retry: &'static str,
    /// Shown in place of a plot when the browser gives no canvas.
    pub no_canvas: &'static str,
}

/// The controls of a large plot.
pub struct PlotWords {
    /// Makes everything larger.
    pub zoom_in: &'static str,
    /// Makes everything smaller.
    pub zoom_out: &'static str,
    /// Back to the function's own window.
    pub home: &'static str,
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
    /// The view, as a link and a heading.
    pub title: &'static str,
    /// What to do there.
    pub lead: &'static str,
    /// Adds a function.
    pub add: &'static str,
    /// Takes one away.
    pub remove: fn(name: &str) -> String,
    /// Both f and f′, f′ alone …
    pub show_f: &'static str,
    /// Only differences to the first.
    pub difference: fn(name: &str) -> String,
    /// No more can be added.
    pub full: &'static str,
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
    /// It is in the clipboard.
    pub copied: &'static str,
    /// It is not: the text to copy by hand.
    pub by_hand: &'static str,
    /// A file could not be made.
    pub failed: &'static str,
    /// Heading over code.
    pub code: &'static str,
    /// Copies code.
    pub copy: &'static str,
    /// On a picture: where it is from.
    pub from: &'static str,
}
