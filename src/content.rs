//! Prose and formulas per function, made from Markdown and LaTeX by the build script.
//!
//! The page does not carry them: it fetches those of a function, in its language, when first needed.

use explorer_core::lang::Lang;

include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The address of the text about a function, relative to the page; new with every change.
#[must_use]
pub fn address(lang: Lang, id: &str) -> String {
    format!("content/{}/functions/{id}.html?v={VERSION}", lang.code())
}

/// The address of a function as code, for [`explorer_core::activation::code::filled`], relative to
/// the page; new with every change. `[data-code="rust"]` holds its Rust.
#[must_use]
pub fn code_address(id: &str) -> String {
    format!("content/code/{id}.html?v={VERSION}")
}

/// The address of one text of the lesson, relative to the page; new with every change.
#[must_use]
pub fn text_address(lang: Lang, slug: &str) -> String {
    format!("content/{}/{slug}.html?v={VERSION}", lang.code())
}

/// The address of the pictures of the lesson's texts, a line each, relative to the page; new with
/// every change.
#[must_use]
pub fn pictures_address() -> String {
    format!("content/lesson/pictures.html?v={VERSION}")
}

/// The title of the text at this place of [`CHAPTERS`](explorer_core::chapters::CHAPTERS).
#[must_use]
pub fn title(place: usize, lang: Lang) -> &'static str {
    let language = Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default();
    TITLES[place][language]
}

/// The first sentences of that text: what it promises.
#[must_use]
pub fn lead(place: usize, lang: Lang) -> &'static str {
    let language = Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default();
    LEADS[place][language]
}

/// Derivatives that frameworks return at kinks.
pub mod kinks {
    use explorer_core::views::kink::model::Row;

    include!(concat!(env!("OUT_DIR"), "/kinks.rs"));
}

/// The address of a stylesheet that a view fetches, relative to the page; new with every change.
#[must_use]
pub fn style_address(name: &str) -> String {
    format!("styles/{name}.css?v={VERSION}")
}
