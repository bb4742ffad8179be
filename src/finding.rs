//! Everything that the search finds: functions, demonstrations, chapters, terms and sections, by
//! their names in every language.

use crate::content::{FUNCTIONS, SECTIONS, TERMS, TITLES};
use explorer_core::activation::ALL;
use explorer_core::chapters::CHAPTERS;
use explorer_core::lang::Lang;
use explorer_core::search::{Entry, Kind};
use explorer_core::views;

/// Every entry.
#[must_use]
pub fn entries() -> Vec<Entry> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut all = Vec::new();
    for (act, others) in ALL.iter().zip(FUNCTIONS) {
        let mut names = owned(&[act.name; Lang::ALL.len()]);
        names.extend(owned(others));
        names.push(act.id.to_owned());
        let view = views::whole(act).map_or("function", |view| view.id);
        all.push(Entry {
            kind: Kind::Function,
            query: format!("view={view}&fn={}", act.id),
            names,
        });
    }
    let mut names: Vec<_> =
        Lang::ALL.map(|lang| views::function::own::name(lang).to_owned()).into();
    names.extend(owned(&["own", "formula", "custom", "公式", "自定义"]));
    all.push(Entry { kind: Kind::Function, query: "view=function&fn=own".to_owned(), names });
    for view in views::ALL.iter().filter(|view| view.plays.is_some() && view.functions.is_empty()) {
        let mut names: Vec<_> = Lang::ALL.map(|lang| views::name(view, lang).to_owned()).into();
        names.extend(Lang::ALL.map(|lang| views::about(view, lang).title.to_owned()));
        all.push(Entry { kind: Kind::Demo, query: format!("view={}", view.id), names });
    }
    for (chapter, titles) in CHAPTERS.iter().zip(&TITLES) {
        all.push(Entry {
            kind: Kind::Chapter,
            query: format!("view=learn&chapter={chapter}"),
            names: owned(titles),
        });
    }
    for (id, terms) in TERMS {
        all.push(Entry {
            kind: Kind::Term,
            query: format!("view=learn&chapter=glossary&section={id}"),
            names: owned(terms),
        });
    }
    for (chapter, id, headings) in SECTIONS {
        all.push(Entry {
            kind: Kind::Section,
            query: format!("view=learn&chapter={chapter}&section={id}"),
            names: owned(headings),
        });
    }
    all
}
