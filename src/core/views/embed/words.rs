//! The words of the builder of embeds.

use crate::address::Part;
use crate::hosts::Host;

/// The words of the view.
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// The lead: the view's purpose in a sentence.
    pub lead: &'static str,
    /// The label of the choice of a view.
    pub view: &'static str,
    /// The label of the choice of a function.
    pub function: &'static str,
    /// The label of the box that takes over a state from an address.
    pub link: &'static str,
    /// The heading over the usual choices of what is shown.
    pub shows: &'static str,
    /// The choice of everything.
    pub everything: &'static str,
    /// The choice of plots, controls and tables.
    pub with_table: &'static str,
    /// The choice of plots and controls.
    pub with_controls: &'static str,
    /// The choice of plots alone.
    pub plot_only: &'static str,
    /// The heading over the parts to hide.
    pub hide: &'static str,
    /// A part that can be hidden.
    pub part: fn(Part) -> &'static str,
    /// The width.
    pub width: &'static str,
    /// The option of no fixed width.
    pub full_width: &'static str,
    /// The height.
    pub height: &'static str,
    /// The button that takes the height of the content.
    pub fit: fn(height: u32) -> String,
    /// The label of the choice of a language.
    pub language: &'static str,
    /// The option of the reader's own setting.
    pub readers: &'static str,
    /// The theme.
    pub theme: &'static str,
    /// The label of the switch that lets fingers zoom and a mouse move the window.
    pub zoom: &'static str,
    /// The label of the switch that lets demonstrations start by themselves.
    pub autoplay: &'static str,
    /// The heading over the preview.
    pub preview: &'static str,
    /// The note that the preview can be worked in; the changes go into the snippets.
    pub preview_lead: &'static str,
    /// The heading over the snippets.
    pub snippet: &'static str,
    /// The names of the kinds of host page.
    pub host: fn(Host) -> &'static str,
    /// The requirements of a kind of host page, and the place for the snippet.
    pub needs: fn(Host) -> &'static str,
    /// The button that copies the snippet.
    pub copy: &'static str,
}
