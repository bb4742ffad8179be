//! Embedding in another page: the addresses, and a snippet to copy for each kind of host page.

use crate::address::Address;

/// A kind of host page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// A page of one's own, in HTML.
    Html,
    /// The same, with a script that follows the height.
    Element,
    /// Markdown of any kind: a picture that links.
    Markdown,
    /// A course in Moodle or Canvas.
    Course,
    /// Jupyter Book 2 and other users of MyST.
    Myst,
    /// Jupyter Book 1 and others built on Sphinx.
    Sphinx,
    /// Quarto.
    Quarto,
    /// `MkDocs`.
    MkDocs,
    /// Slides made with Reveal.js.
    Reveal,
}

impl Host {
    /// Every kind, the most common first.
    pub const ALL: [Self; 9] = [
        Self::Html,
        Self::Element,
        Self::Course,
        Self::Myst,
        Self::Sphinx,
        Self::Quarto,
        Self::MkDocs,
        Self::Reveal,
        Self::Markdown,
    ];

    /// A name for tests and scripts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Element => "element",
            Self::Markdown => "markdown",
            Self::Course => "course",
            Self::Myst => "myst",
            Self::Sphinx => "sphinx",
            Self::Quarto => "quarto",
            Self::MkDocs => "mkdocs",
            Self::Reveal => "reveal",
        }
    }
}

/// The address of a state by itself, without what only a frame needs.
#[must_use]
pub fn link(base: &str, state: &Address) -> String {
    let mut state = state.trimmed();
    (state.builder, state.embed, state.ratio) = (None, false, 1.0);
    (state.hidden, state.zoom, state.autoplay) = Default::default();
    address(base, &state)
}

/// The address of a state for a frame.
#[must_use]
pub fn frame(base: &str, state: &Address) -> String {
    let mut state = state.trimmed();
    (state.builder, state.embed) = (None, true);
    address(base, &state)
}

fn address(base: &str, state: &Address) -> String {
    let query = state.query();
    if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
}

/// The request for an embed: the state to show, its title and its size.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed<'a> {
    /// The address of our page, without a query.
    pub base: &'a str,
    /// The state it shows.
    pub state: &'a Address,
    /// The title of that state, for screen readers and as the link's text.
    pub title: &'a str,
    /// The height in CSS pixels.
    pub height: u32,
    /// The width in CSS pixels; all the width there is if `None`.
    pub width: Option<u32>,
}

impl Embed<'_> {
    /// The text to copy into a page of this kind.
    #[must_use]
    pub fn snippet(&self, host: Host) -> String {
        let (frame, link) = (self.iframe("src"), link(self.base, self.state));
        let title = self.title;
        let markdown = format!("[{}]({link})", bracketed(title));
        match host {
            Host::Html | Host::Course => {
                format!("{frame}\n<p><a href=\"{}\">{}</a></p>", escaped(&link), escaped(title))
            }
            Host::Element => self.element(&link),
            Host::Markdown => {
                let picture = format!("{}preview.png", folder(self.base));
                format!("[![{0}]({picture})]({link})\n\n{markdown}", bracketed(title))
            }
            Host::Myst => {
                let width = self.width.map_or_else(|| "100%".to_owned(), |w| format!("{w}px"));
                let src = self::frame(self.base, self.state);
                format!(":::{{iframe}} {src}\n:width: {width}\n{markdown}\n:::")
            }
            Host::Sphinx => format!("```{{raw}} html\n{frame}\n```\n\n{markdown}"),
            Host::Quarto => format!("```{{=html}}\n{frame}\n```\n\n{markdown}"),
            Host::MkDocs => format!("{frame}\n\n{markdown}"),
            Host::Reveal => {
                // Fetched shortly before its slide is shown, and put away after it.
                let frame = self.iframe("data-preload data-src").replace(" loading=\"lazy\"", "");
                format!("<section>\n  {frame}\n</section>")
            }
        }
    }

    /// The frame itself, on one line: editors of courses break lines into paragraphs.
    fn iframe(&self, src: &str) -> String {
        let width = self.width.map_or_else(|| "100%".to_owned(), |w| w.to_string());
        format!(
            "<iframe {src}=\"{}\" title=\"{}\" width=\"{width}\" height=\"{}\" style=\"border:0\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\"></iframe>",
            escaped(&self::frame(self.base, self.state)),
            escaped(self.title),
            self.height,
        )
    }

    fn element(&self, link: &str) -> String {
        let mut keys = String::new();
        let mut state = self.state.trimmed();
        (state.builder, state.embed) = (None, false);
        // The element shows a function unless told otherwise, the page its gallery.
        if state.view.id != "function" {
            keys.push_str(&format!(" view=\"{}\"", state.view.id));
        }
        for (key, value) in state.pairs() {
            if key != "view" {
                keys.push_str(&format!(" {key}=\"{}\"", escaped(&value)));
            }
        }
        let style = self.width.map(|w| format!(" style=\"max-width:{w}px\"")).unwrap_or_default();
        format!(
            "<script src=\"{}embed.js\" defer></script>\n<activation-explorer{keys} title=\"{title}\" height=\"{}\"{style}><a href=\"{}\">{title}</a></activation-explorer>",
            escaped(folder(self.base)),
            self.height,
            escaped(link),
            title = escaped(self.title),
        )
    }
}

/// The folder an address is in, with a slash at its end.
fn folder(base: &str) -> &str {
    let end = base.rfind('/').map_or(base.len(), |slash| slash + 1);
    &base[..end]
}

/// Text inside HTML or an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text inside the brackets of a Markdown link.
fn bracketed(text: &str) -> String {
    escaped(text).replace('[', "\\[").replace(']', "\\]")
}
