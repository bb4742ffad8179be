//! The views and states of which `cargo xtask screens` takes pictures.

use crate::states;
use explorer_core::chapters::CHAPTERS;
use explorer_core::lang::Lang;
use explorer_core::views::ALL;

/// One state of the page.
pub struct Shot {
    /// The view's name and a word for the state.
    pub name: String,
    /// The query that leads there, without language and theme.
    pub query: String,
}

/// Every state to look at: the states of every view, and every text of the lesson.
#[must_use]
pub fn shots() -> Vec<Shot> {
    let mut shots = Vec::new();
    for view in ALL {
        if view.reads.chapter {
            shots.extend(CHAPTERS.iter().map(|chapter| Shot {
                name: format!("{}-{chapter}", view.id),
                query: states::query(view, &format!("chapter={chapter}")),
            }));
            continue;
        }
        shots.extend(
            (1..)
                .zip(states::of(view))
                .map(|(n, query)| Shot { name: format!("{}-{n}", view.id), query }),
        );
    }
    shots
}

/// The languages, as in the URL.
pub const LANGUAGES: [&str; Lang::ALL.len()] = codes();

const fn codes() -> [&'static str; Lang::ALL.len()] {
    let mut codes = [""; Lang::ALL.len()];
    let mut place = 0;
    while place < codes.len() {
        codes[place] = Lang::ALL[place].code();
        place += 1;
    }
    codes
}

/// The themes, as in the URL.
pub const THEMES: &[&str] = &["light", "dark"];
