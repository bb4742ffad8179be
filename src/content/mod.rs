//! Prose and formulas per function, made from Markdown and LaTeX by the build script.
//!
//! The page does not carry them: it fetches the file of its language when one is first needed.

use crate::text::Lang;

include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The address of a language's texts, relative to the page; new with every change.
#[must_use]
pub fn address(lang: Lang) -> String {
    format!("content/{}.html?v={VERSION}", lang.code())
}

/// The files to put beside the page, by their path in the site.
#[cfg(not(target_arch = "wasm32"))]
pub static FILES: [(&str, &str); 2] = [
    ("content/en.html", include_str!(concat!(env!("OUT_DIR"), "/en.html"))),
    ("content/zh.html", include_str!(concat!(env!("OUT_DIR"), "/zh.html"))),
];

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::activation::ALL;

    #[test]
    fn every_language_has_a_file_and_every_function_a_section() {
        for lang in Lang::ALL {
            let path = address(lang);
            let (_, html) = FILES.iter().find(|(p, _)| path.starts_with(p)).unwrap();
            for act in ALL {
                let mark = format!("<section id=\"{}\">", act.id);
                assert_eq!(html.matches(&mark).count(), 1, "{act:?} in {path}");
            }
            assert!(!html.contains(" style="), "the security policy forbids style attributes");
        }
    }
}
