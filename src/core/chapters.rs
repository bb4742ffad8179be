//! The texts of the lesson in their order: a line each.

/// The names of the texts in addresses: the chapters, the glossary, the guide. Each has a file in
/// `src/content/<language>`, the chapters in `lesson/`; the press checks that none is missing.
pub static CHAPTERS: &[&str] = &[
    "01-activation",
    "02-nonlinear",
    "03-sigmoid-tanh",
    "04-relu-family",
    "05-smooth",
    "06-gates",
    "07-many-inputs",
    "08-properties",
    "09-choosing",
    "10-zero-centring",
    "11-kink",
    "glossary",
    "choose",
];

/// Texts at the end of [`CHAPTERS`] that are no chapters: the glossary and the guide.
pub const APPENDED: usize = 2;

/// The place in [`CHAPTERS`] of the text called `slug`.
#[must_use]
pub fn chapter_named(slug: &str) -> Option<usize> {
    CHAPTERS.iter().position(|known| *known == slug)
}
