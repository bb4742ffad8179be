//! The words of the view.

use crate::address::Part;
use crate::hosts::Host;

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// What to do here.
    pub lead: &'static str,
    /// Chooses a view.
    pub view: &'static str,
    /// Chooses a function.
    pub function: &'static str,
    /// Takes over a state from an address.
    pub link: &'static str,
    /// Heading over what is hidden.
    pub hide: &'static str,
    /// A part that can be hidden.
    pub part: fn(Part) -> &'static str,
    /// The width.
    pub width: &'static str,
    /// No width of its own.
    pub full_width: &'static str,
    /// The height.
    pub height: &'static str,
    /// Takes the height of the content.
    pub fit: fn(height: u32) -> String,
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
