//! English: embed.

use super::words::Words;
use crate::address::About;
use crate::address::Part;
use crate::hosts::Host;

/// The view's name in menus.
pub(super) const NAME: &str = "Embed";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About::NONE;

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "Embed",
    lead: "Any state of any view can stand in a page of yours. Choose one, see it below as your readers will, copy the text for your kind of page.",
    view: "View",
    function: "Function",
    link: "Or paste a link to a state",
    shows: "Show",
    everything: "everything",
    with_table: "plot, controls, tables",
    with_controls: "plot and controls",
    plot_only: "plot alone",
    hide: "Leave out",
    part: |part| match part {
        Part::Controls => "sliders and buttons",
        Part::Formula => "the formula",
        Part::Text => "all text",
        Part::Nav => "the bar on top",
        Part::Links => "the link to the full page",
        Part::Table => "tables",
    },
    width: "Width in px",
    full_width: "as wide as there is room",
    height: "Height in px",
    fit: |height| format!("as high as its content here: {height}"),
    language: "Language",
    readers: "the reader’s own",
    theme: "Theme",
    zoom: "two fingers zoom the plot, a drag moves it",
    autoplay: "animations start by themselves",
    preview: "Preview",
    preview_lead: "It is live: what you set in it is in the text below.",
    snippet: "Text to copy",
    host: |host| match host {
        Host::Html => "HTML",
        Host::Element => "HTML with script",
        Host::Markdown => "Any Markdown",
        Host::Course => "Moodle, Canvas",
        Host::Myst => "Jupyter Book 2",
        Host::Sphinx => "Jupyter Book 1",
        Host::Quarto => "Quarto",
        Host::MkDocs => "MkDocs",
        Host::Reveal => "Reveal.js",
    },
    needs: |host| match host {
        Host::Html => {
            "Needs no script on your page. If your page has a security policy, allow this site in frame-src; in a sandbox, add allow-popups for the link to the full page and allow-downloads for files."
        }
        Host::Element => {
            "The frame follows the height of its content. Your page must be allowed to load a script from this site (script-src), and to show it in a frame (frame-src)."
        }
        Host::Markdown => {
            "A picture that leads to the live page: works where frames are taken away, as on GitHub. Where your Markdown lets HTML through, use the HTML."
        }
        Host::Course => {
            "Paste it into the editor’s HTML view: in Moodle in the text of a page, a label or a book, in Canvas in a page. Scripts are not needed. Where frames are taken away, as in forum posts, the link stays."
        }
        Host::Myst => {
            "For Jupyter Book 2 and any MyST project. The directive takes a width alone: the height above has no effect, since the theme gives the frame its own and what is higher scrolls inside, and the title is only the text of the link that a PDF keeps."
        }
        Host::Sphinx => {
            "For Jupyter Book 1 and any Sphinx project with MyST-Parser. In a PDF the link is left."
        }
        Host::Quarto => {
            "For pages, books and slides; a document with embed-resources needs a connection all the same. In a PDF the link is left."
        }
        Host::MkDocs => {
            "Keep the empty line before and after the frame, or Markdown takes it for text."
        }
        Host::Reveal => {
            "A slide of its own, fetched shortly before it is shown. The theme Projector reads well from the last row."
        }
    },
    copy: "Copy",
};
