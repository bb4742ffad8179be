//! The names by which functions, sections and terms are found, as Rust.

use super::lesson::Source;
use super::references::{GLOSSARY, GUIDE};
use explorer_core::activation::{self, Activation};
use explorer_core::lang::Lang;
use std::fs;
use std::path::Path;

/// What stands before the name of a function in a call of a framework.
const BEFORE: [&str; 4] = ["torch.nn.", "jax.nn.", "keras.activations.", "tf.nn."];

/// `FUNCTIONS`, `SECTIONS` and `TERMS`; `lessons` are the texts of each language.
pub fn tables(root: &Path, lessons: &[Vec<Source>]) -> Result<String, String> {
    let mut functions = Vec::new();
    for act in activation::ALL {
        let mut names = calls(act);
        for lang in Lang::ALL {
            let file = format!("src/content/{}/{}.md", lang.code(), act.id);
            let text = fs::read_to_string(root.join(&file)).map_err(|e| format!("{file}: {e}"))?;
            let title = text.lines().next().and_then(|line| line.strip_prefix("# "));
            names.push(plain(title.ok_or_else(|| format!("{file}: no title"))?));
        }
        functions.push(names);
    }
    let (mut sections, mut terms) = (Vec::new(), Vec::new());
    for source in &lessons[0] {
        for section in &source.sheet()?.sections {
            let heading = |texts: &Vec<Source>| {
                let text = texts.iter().find(|text| text.slug == source.slug);
                let sheet = text.map(Source::sheet).transpose()?;
                let here = sheet.iter().flat_map(|sheet| &sheet.sections);
                let here = here.filter(|other| other.id == section.id);
                Ok(here.map(|other| plain(other.heading)).next().unwrap_or_default())
            };
            let headings: Vec<String> =
                lessons.iter().map(heading).collect::<Result<_, String>>()?;
            match source.slug.as_str() {
                GUIDE => {}
                GLOSSARY => {
                    let terms_of = headings.iter().map(|heading| bare(heading)).collect::<Vec<_>>();
                    terms.push((section.id.to_owned(), terms_of));
                }
                slug => sections.push((slug.to_owned(), section.id.to_owned(), headings)),
            }
        }
    }
    Ok(format!(
        "/// The other names of each function of the catalogue: in frameworks, then in full in each \
         language.\n\
         pub static FUNCTIONS: &[&[&str]] = {};\n\
         /// The sections of the lesson: chapter, id, and the heading in each language.\n\
         pub static SECTIONS: &[(&str, &str, &[&str])] = {};\n\
         /// The terms of the glossary: id, and the term in each language.\n\
         pub static TERMS: &[(&str, &[&str])] = {};\n",
        list(functions.iter().map(|names| list(names.iter().map(quoted)))),
        list(sections.iter().map(|(slug, id, heads)| {
            format!("({slug:?}, {id:?}, {})", list(heads.iter().map(quoted)))
        })),
        list(
            terms
                .iter()
                .map(|(id, heads)| { format!("({id:?}, {})", list(heads.iter().map(quoted))) })
        ),
    ))
}

fn quoted(text: &String) -> String {
    format!("{text:?}")
}

/// A slice with these entries.
fn list(entries: impl Iterator<Item = String>) -> String {
    format!("&[{}]", entries.collect::<Vec<_>>().join(", "))
}

/// The names of a function in the frameworks, each once.
fn calls(act: &Activation) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for entry in act.frameworks {
        let name = BEFORE.iter().find_map(|before| entry.call.strip_prefix(before));
        let name = name.and_then(|call| call.split_once('(')).map(|(name, _)| name);
        let new = |name: &&str| !names.iter().any(|known| known.eq_ignore_ascii_case(name));
        names.extend(name.filter(new).map(str::to_owned));
    }
    names
}

/// A heading without its marks for mathematics and stress.
pub(crate) fn plain(heading: &str) -> String {
    heading.trim().chars().filter(|c| !matches!(c, '$' | '*' | '`' | '\\')).collect()
}

/// A term without the other language's word in brackets.
fn bare(term: &str) -> String {
    term.split(['(', '（']).next().unwrap_or_default().trim().to_owned()
}
