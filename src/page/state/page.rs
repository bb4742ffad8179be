//! The page: its address, its reader, its screen, its texts and its parts, as one context.

use super::address::Current;
use super::parts::Parts;
use super::reader::Reader;
use super::screen::Screen;
use super::texts::Texts;
use crate::page::browser::stylesheets::want_style;
use crate::page::browser::{address_bar, css_colors, focus};
use activation_explorer::address::{Choice, Hidden, Theme};
use activation_explorer::lang::Lang;
use activation_explorer::views;
use activation_explorer::words::{self, Words};
use leptos::prelude::*;
use std::time::Duration;

/// Handles to the state of the page; copied freely and found with [`page`].
#[derive(Clone, Copy)]
pub(crate) struct Page {
    /// The address: the state shown.
    pub(crate) address: Current,
    /// The language and the theme.
    pub(crate) reader: Reader,
    /// The colours and the pixel ratio.
    pub(crate) screen: Screen,
    /// The texts fetched so far.
    pub(crate) texts: Texts,
    /// The parts of the module fetched so far.
    pub(crate) parts: Parts,
    /// Whether this is a figure of a text, where there is little room.
    pub(crate) figure: bool,
}

/// The page, or the figure of a text, that the component belongs to.
pub(crate) fn page() -> Page {
    expect_context::<Page>()
}

/// A word that follows the language. One type for all of them keeps the module small.
type Word = Signal<&'static str>;

impl Page {
    pub(crate) fn new(parts: Parts) -> Self {
        let address = Current::new(&address_bar::query(), |_| {});
        Self {
            address,
            reader: Reader::new(move || address.with(|s| s.lang)),
            screen: Screen::new(),
            texts: Texts::new(),
            parts,
            figure: false,
        }
    }

    /// The page of a figure in a text: its address is its own and not the browser's, the rest is
    /// shared. Fingers scroll the text, and nothing starts to move by itself.
    pub(crate) fn child(self, query: &str) -> Self {
        let address = Current::new(query, |s| (s.zoom, s.autoplay) = (Some(false), Some(false)));
        Self { address, figure: true, ..self }
    }

    /// Keeps the document and the browser in step with the state.
    pub(crate) fn follow_browser(self) {
        let Self { address, reader, screen, .. } = self;
        address.follow_address_bar();
        screen.follow();
        css_colors::on_scheme_change(move || {
            reader.dark.set(css_colors::prefers_dark());
            screen.read_palette();
        });
        Effect::new(move |_| {
            set_root_attribute("lang", reader.lang.get().tag());
            // The part of any other view brings the code of its title: see `shell::views`.
            if address.untracked(|s| s.view.start && s.builder.is_none()) {
                document().set_title(self.words().product);
            }
        });
        Effect::new(move |_| {
            let (embed, hidden) = address.with(|s| {
                screen.enlarge(s.ratio);
                // The parts hidden by the builder of embeds are hidden in its preview.
                (s.embed, if s.builder.is_some() { Hidden::default() } else { s.hidden })
            });
            if embed || hidden != Hidden::default() {
                want_style("framed");
            }
            set_root_attribute("data-embed", if embed { "true" } else { "false" });
            // Separated by spaces, for the `~=` of the stylesheet.
            set_root_attribute("data-hide", &hidden.names().replace(',', " "));
        });
        Effect::new(move |_| {
            // Reading the palette forces the browser to compute styles: only on a change.
            if set_root_attribute(
                "data-theme",
                reader.theme_in_force(address.with(|s| s.theme)).name(),
            ) {
                screen.read_palette();
            }
        });
    }

    /// The words of the interface in the language in force.
    pub(crate) fn words(self) -> &'static Words {
        words::words(self.reader.lang.get())
    }

    /// A word of the interface.
    pub(crate) fn word(self, pick: fn(&'static Words) -> &'static str) -> Word {
        Signal::derive(move || pick(self.words()))
    }

    /// A table of words, such as that of a view, in the language in force.
    pub(crate) fn table<W>(self, words: fn(Lang) -> &'static W) -> &'static W {
        words(self.reader.lang.get())
    }

    /// A word of a table of words, such as that of a view.
    pub(crate) fn say<W>(
        self,
        words: fn(Lang) -> &'static W,
        pick: fn(&'static W) -> &'static str,
    ) -> Word {
        Signal::derive(move || pick(self.table(words)))
    }

    /// The theme chosen in the address or remembered, `Auto` if neither.
    pub(crate) fn theme(self) -> Theme {
        self.reader.theme(self.address.with(|s| s.theme))
    }

    /// Chooses and remembers a theme.
    pub(crate) fn choose_theme(self, theme: Theme) {
        self.reader.remember_theme(theme);
        self.address.edit(|s| s.theme = theme);
    }

    /// Chooses and remembers a language.
    pub(crate) fn choose_lang(self, lang: Lang) {
        self.reader.remember_lang(lang);
        self.address.edit(|s| s.lang = Some(lang));
    }

    /// Goes to the state of a query, as a new entry of the history. Settings that the query leaves
    /// open stay: the language, the theme, the parameters of other functions.
    pub(crate) fn open(self, query: &str) {
        let (mut target, notices) = views::parse(query);
        let (view, act) = self.address.untracked(|now| {
            target.carry_over(now);
            let view = (now.view, now.builder) != (target.view, target.builder);
            (view, now.act != target.act)
        });
        self.address.go(target, notices);
        if view || act {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            // The focused element is gone; the new view is in the document after the next task.
            set_timeout(focus::focus_content, Duration::ZERO);
        }
    }
}

/// Sets an attribute of `<html>`; true if that changed it.
fn set_root_attribute(name: &str, value: &str) -> bool {
    let Some(html) = document().document_element() else { return false };
    let changed = html.get_attribute(name).as_deref() != Some(value);
    changed && html.set_attribute(name, value).is_ok()
}
