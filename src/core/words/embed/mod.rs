//! Words about sharing and embedding, apart from the rest because they are fetched when needed.

mod en;
mod zh;

use super::Lang;
use crate::embed::Host;
use crate::view_state::{Part, View};

/// What became of a text that was to be copied.
pub struct CopyWords {
    /// It is in the clipboard.
    pub copied: &'static str,
    /// Before the text, where the browser does not allow that.
    pub by_hand: &'static str,
    /// From the page to how it is embedded.
    pub embed: &'static str,
}

/// Every word of the view that builds an embed.
pub struct EmbedTexts {
    /// The heading.
    pub title: &'static str,
    /// What to do here.
    pub lead: &'static str,
    /// Chooses a view.
    pub view: &'static str,
    /// Names of the views.
    pub view_name: fn(View) -> &'static str,
    /// Chooses a function.
    pub function: &'static str,
    /// Takes over a state from an address.
    pub link: &'static str,
    /// Heading over what is hidden.
    pub hide: &'static str,
    /// A part that can be hidden.
    pub part: fn(Part) -> &'static str,
    /// Heading over the size.
    pub size: &'static str,
    /// The width.
    pub width: &'static str,
    /// No width of its own.
    pub full_width: &'static str,
    /// The height.
    pub height: &'static str,
    /// Takes the height of the content.
    pub fit: fn(height: u32) -> String,
    /// Heading over how it looks and behaves.
    pub look: &'static str,
    /// The language, where the reader's own is not good enough.
    pub language: &'static str,
    /// As the reader's browser is set.
    pub readers: &'static str,
    /// The theme.
    pub theme: &'static str,
    /// Lets wheel and fingers zoom.
    pub zoom: &'static str,
    /// Lets demonstrations start by themselves.
    pub autoplay: &'static str,
    /// Heading over the preview.
    pub preview: &'static str,
    /// That one can work in it.
    pub preview_lead: &'static str,
    /// Heading over the snippets.
    pub snippet: &'static str,
    /// Names of the kinds of page.
    pub host: fn(Host) -> &'static str,
    /// What the page needs, and where the text goes.
    pub needs: fn(Host) -> &'static str,
    /// Copies it.
    pub copy: &'static str,
}

/// The words about copying in a language.
#[must_use]
pub const fn copying(lang: Lang) -> &'static CopyWords {
    match lang {
        Lang::En => &en::COPYING,
        Lang::Zh => &zh::COPYING,
    }
}

/// The words of the view in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static EmbedTexts {
    match lang {
        Lang::En => &en::EMBED,
        Lang::Zh => &zh::EMBED,
    }
}
