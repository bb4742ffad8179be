//! Prose and formulas per function, made from Markdown and LaTeX by the build script.
//!
//! The page does not carry them: it fetches the file of its language when one is first needed.

use crate::text::Lang;

pub mod code;

include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The address of a language's texts, relative to the page; new with every change.
#[must_use]
pub fn address(lang: Lang) -> String {
    format!("content/{}.html?v={VERSION}", lang.code())
}

/// The address of every function as code, for [`code::filled`], relative to the page; new with
/// every change. In the section with a function's id, `[data-code="rust"]` holds its Rust.
#[must_use]
pub fn code_address() -> String {
    format!("content/code.html?v={VERSION}")
}

/// The address of one text of the lesson, relative to the page; new with every change.
#[must_use]
pub fn text_address(lang: Lang, slug: &str) -> String {
    format!("content/{}/{slug}.html?v={VERSION}", lang.code())
}

/// The text of the lesson called `slug`; its place in [`SLUGS`] is that of its title.
#[must_use]
pub fn text_named(slug: &str) -> Option<usize> {
    SLUGS.iter().position(|known| *known == slug)
}

/// The address of a stylesheet that a view fetches, relative to the page; new with every change.
#[must_use]
pub fn style_address(name: &str) -> String {
    format!("styles/{name}.css?v={VERSION}")
}

/// The files to put beside the page, by their path in the site.
#[cfg(not(target_arch = "wasm32"))]
pub static FILES: [(&str, &str); 3] = [
    ("content/code.html", include_str!(concat!(env!("OUT_DIR"), "/code.html"))),
    ("content/en.html", include_str!(concat!(env!("OUT_DIR"), "/en.html"))),
    ("content/zh.html", include_str!(concat!(env!("OUT_DIR"), "/zh.html"))),
];

// Parts of the build script that have tests of their own, or that tests need.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
use crate::views::linear::model::fit;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod claims;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod evidence;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod figure;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod glyphs;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod guide;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod lesson;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod links;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod markdown;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod measured;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod placeholders;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod references;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod sheet;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "tests need only a part of it")]
mod still;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::activation::{ALL, Activation, AtKink, Language, Library};
    use crate::numeric::format::brief;
    use crate::view_state::{View, ViewState};

    /// The texts in one language.
    fn texts(lang: Lang) -> &'static str {
        let path = address(lang);
        FILES.iter().find(|(p, _)| path.starts_with(p)).unwrap().1
    }

    /// What is said about `act` in one language.
    fn section(lang: Lang, act: &Activation) -> &'static str {
        let (_, rest) = texts(lang).split_once(&format!("<section id=\"{}\">", act.id)).unwrap();
        rest.split_once("</section>").unwrap().0
    }

    /// The rows of its table of frameworks, without the header.
    fn table(lang: Lang, act: &Activation) -> Vec<&'static str> {
        let (_, frameworks) = section(lang, act).split_once("<div class=\"frameworks\">").unwrap();
        let (_, body) = frameworks.split_once("<tbody>").unwrap();
        let (body, after) = body.split_once("</tbody></table>").unwrap();
        assert!(after.contains("<li>"), "{act:?}: a text must follow the table");
        body.split_terminator("</tr>").collect()
    }

    #[test]
    fn every_language_has_a_file_and_every_function_a_section() {
        for lang in Lang::ALL {
            for act in ALL {
                let mark = format!("<section id=\"{}\">", act.id);
                assert_eq!(texts(lang).matches(&mark).count(), 1, "{act:?} in {lang:?}");
            }
            assert!(!texts(lang).contains(" style="), "the security policy forbids it");
        }
    }

    #[test]
    fn every_function_is_there_as_code_in_every_language() {
        let path = code_address();
        let code = FILES.iter().find(|(p, _)| path.starts_with(p)).unwrap().1;
        assert_eq!(code.matches("<section ").count(), ALL.len());
        for act in ALL {
            let (_, rest) = code.split_once(&format!("<section id=\"{}\">", act.id)).unwrap();
            let (section, _) = rest.split_once("</section>").unwrap();
            for language in Language::ALL {
                let mark = format!("<pre data-code=\"{}\">", language.key());
                let (_, text) = section.split_once(&mark).unwrap();
                let (text, _) = text.split_once("</pre>").unwrap();
                let text = code::filled(text, act, &act.defaults(), language);
                let defined = match language {
                    Language::Latex => {
                        text.contains("f(x) &amp;= ") && text.contains("f'(x) &amp;= ")
                    }
                    Language::Rust => text.contains("fn f(") && text.contains("fn df("),
                    Language::NumPy => text.contains("def f(") && text.contains("def df("),
                    _ => text.contains("f = ") || text.contains("def f("),
                };
                assert!(defined, "{act:?}: {text}");
            }
            let marks = section.matches("<pre ").count();
            assert_eq!(marks, Language::ALL.len(), "{act:?}");
        }
    }

    #[test]
    fn every_function_has_a_table_of_frameworks() {
        for lang in Lang::ALL {
            for act in ALL {
                let rows = table(lang, act);
                for library in ["PyTorch", "ONNX"] {
                    let said = rows.iter().any(|row| row.contains(library));
                    assert!(said, "{act:?} in {lang:?}: {library}");
                }
                let codes = rows.iter().filter(|r| r.contains("<code>")).count();
                assert_eq!(codes, act.frameworks.len(), "{act:?} in {lang:?}");
            }
        }
    }

    #[test]
    fn links_set_the_defaults_of_the_framework() {
        for lang in Lang::ALL {
            for act in ALL {
                let mut links = Vec::new();
                for row in table(lang, act) {
                    let Some((_, link)) = row.split_once("<a class=\"use\" href=\"") else {
                        continue;
                    };
                    let query = link.split_once('"').unwrap().0.replace("&amp;", "&");
                    let (state, notices) = ViewState::parse(&query);
                    assert_eq!(notices, [], "{query}");
                    assert!(state.view == View::Function && state.act == *act, "{query}");
                    links.push((row.split_once("<code>").unwrap().1, state.params(act)));
                }
                let given = act.frameworks.iter().filter(|entry| !entry.defaults.is_empty());
                assert_eq!(links.len(), given.clone().count(), "{act:?} in {lang:?}");
                for entry in given {
                    let call = entry.call.replace('&', "&amp;").replace('<', "&lt;");
                    let link = links.iter().find(|(code, _)| code.starts_with(&call)).unwrap();
                    assert_eq!(link.1, entry.defaults, "{call}");
                }
            }
        }
    }

    #[test]
    fn derivatives_at_kinks_are_as_measured() {
        let rows = measured::rows().unwrap();
        let mut seen = Vec::new();
        for act in ALL {
            for entry in act.frameworks {
                let AtKink::Measured(case) = entry.kink else { continue };
                let found = measured::at_kinks(&rows, entry.library, case);
                assert!(!found.is_empty(), "{case} in {:?}", entry.library);
                for lang in Lang::ALL {
                    let head = format!("<th scope=\"row\">{}</th>", entry.library.name());
                    let code = format!("<code>{}</code>", entry.call);
                    let table = table(lang, act);
                    let shown =
                        table.iter().find(|r| r.contains(&head) && r.contains(&code)).unwrap();
                    for row in &found {
                        let (x, df) = (brief(row.x, 6), brief(row.df, 6));
                        let said = format!("f′({x})\u{a0}=\u{a0}{df}");
                        assert!(shown.contains(&said), "{case}: {shown}");
                    }
                }
                seen.push((act.id, entry.library));
            }
        }
        for id in ["relu", "selu", "leaky_relu", "abs", "celu"] {
            assert!(seen.contains(&(id, Library::Jax)) && seen.contains(&(id, Library::Keras)));
        }
    }
}
