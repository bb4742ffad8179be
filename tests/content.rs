//! The texts that the press has made: every function, language and framework is there.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::code;
use activation_explorer::activation::{ALL, Activation, AtKink, Language, Library};
use activation_explorer::content::FILES;
use activation_explorer::lang::Lang;
use activation_explorer::numeric::format::brief;
use activation_explorer::views::{self, function};
use explorer_press::measured;

/// The texts in one language.
fn texts(lang: Lang) -> &'static str {
    let path = format!("content/{}.html", lang.code());
    FILES.iter().find(|(p, _)| *p == path).unwrap().1
}

/// The section of the texts about `act` in one language.
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
    let code = FILES.iter().find(|(p, _)| *p == "content/code.html").unwrap().1;
    assert_eq!(code.matches("<section ").count(), ALL.len());
    for act in ALL {
        let (_, rest) = code.split_once(&format!("<section id=\"{}\">", act.id)).unwrap();
        let (section, _) = rest.split_once("</section>").unwrap();
        for language in Language::ALL {
            let mark = format!("<pre data-code=\"{}\" translate=\"no\">", language.key());
            let (_, text) = section.split_once(&mark).unwrap();
            let (text, _) = text.split_once("</pre>").unwrap();
            let text = code::filled(text, act, &act.defaults(), language);
            let defined = match language {
                Language::Latex => text.contains("f(x) &amp;= ") && text.contains("f'(x) &amp;= "),
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
            let codes = rows.iter().filter(|r| r.contains("<code translate=\"no\">")).count();
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
                let (state, notices) = views::parse(&query);
                assert_eq!(notices, [], "{query}");
                assert!(*state.view == function::VIEW && state.act == *act, "{query}");
                links.push((
                    row.split_once("<code translate=\"no\">").unwrap().1,
                    state.params(act),
                ));
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
                let code = format!("<code translate=\"no\">{}</code>", entry.call);
                let table = table(lang, act);
                let shown = table.iter().find(|r| r.contains(&head) && r.contains(&code)).unwrap();
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
