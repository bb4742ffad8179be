//! English: sharing and embedding.

use super::{CopyWords, EmbedTexts};
use crate::embed::Host;
use crate::view_state::{Part, View};

pub(super) const COPYING: CopyWords = CopyWords {
    copied: "Copied.",
    by_hand: "The browser does not allow copying; the text is here:",
    embed: "Embed this",
};

pub(super) const EMBED: EmbedTexts = EmbedTexts {
    title: "Embed",
    lead: "Any state of any view can stand in a page of yours. Choose one, see it below as your readers will, copy the text for your kind of page.",
    view: "View",
    view_name: |view| match view {
        View::Gallery => "Gallery",
        View::Function => "One function",
        View::Compare => "Comparison",
        View::Neuron => "The neuron",
        View::Saturation => "Saturation",
        View::Linear => "Why non-linear",
        View::Zigzag => "The zig-zag",
        View::Kink => "ReLU at 0",
        View::Learn => "The lesson",
        View::Choose => "The guide",
        View::Evidence => "Evidence: Xu et al. 2015",
        View::Embed => "Embed",
        View::Softmax => "Softmax",
        View::Maxout => "Maxout",
    },
    function: "Function",
    link: "Or paste a link to a state",
    hide: "Leave out",
    part: |part| match part {
        Part::Controls => "sliders and buttons",
        Part::Formula => "the formula",
        Part::Text => "all text",
        Part::Nav => "the bar on top",
        Part::Links => "the link to the full page",
    },
    size: "Size",
    width: "Width in px",
    full_width: "as wide as there is room",
    height: "Height in px",
    fit: |height| format!("as high as its content here: {height}"),
    look: "Look and behaviour",
    language: "Language",
    readers: "the reader’s own",
    theme: "Theme",
    zoom: "wheel and fingers zoom the plot",
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
            "Needs no script on your page. If your page has a security policy, allow this site in frame-src."
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
            "For Jupyter Book 2 and any MyST project. The theme gives the frame its height; in a PDF the link is left."
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
