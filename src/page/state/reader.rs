//! The reader's language and theme, from the address, from storage or from the system.

use crate::page::browser::{css_colors, storage};
use activation_explorer::address::{Choice, Theme};
use activation_explorer::lang::Lang;
use leptos::prelude::*;

/// The language and the theme in force.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    /// The language in force.
    pub(crate) lang: Memo<Lang>,
    /// The reader's earlier choice, used where the address names none.
    remembered: RwSignal<(Option<Lang>, Theme)>,
    /// Whether the system prefers a dark theme.
    pub(crate) dark: RwSignal<bool>,
}

impl Reader {
    /// The reader of a page; `asked` is the language in the address, tracked.
    pub(crate) fn new(asked: impl Fn() -> Option<Lang> + Send + Sync + 'static) -> Self {
        let remembered = RwSignal::new((
            storage::get("lang").map(|tag| Lang::from_tag(&tag)),
            storage::get("theme").and_then(|name| Theme::parse(&name)).unwrap_or_default(),
        ));
        let system = window().navigator().language().map(|tag| Lang::from_tag(&tag));
        let lang =
            Memo::new(move |_| asked().or(remembered.get().0).or(system).unwrap_or_default());
        Self { lang, remembered, dark: RwSignal::new(css_colors::prefers_dark()) }
    }

    /// The theme in the address or the one remembered, `Auto` if there is neither.
    pub(crate) fn theme(self, asked: Theme) -> Theme {
        match asked {
            Theme::Auto => self.remembered.get().1,
            chosen => chosen,
        }
    }

    /// The theme in force, never `Auto`.
    pub(crate) fn theme_in_force(self, asked: Theme) -> Theme {
        match self.theme(asked) {
            Theme::Auto if self.dark.get() => Theme::Dark,
            Theme::Auto => Theme::Light,
            chosen => chosen,
        }
    }

    /// Remembers a theme.
    pub(crate) fn remember_theme(self, theme: Theme) {
        storage::set("theme", (theme != Theme::Auto).then_some(theme.name()));
        self.remembered.update(|r| r.1 = theme);
    }

    /// Remembers a language.
    pub(crate) fn remember_lang(self, lang: Lang) {
        storage::set("lang", Some(lang.code()));
        self.remembered.update(|r| r.0 = Some(lang));
    }
}
