//! The texts of the functions as HTML, one file a language.

use super::markdown::{Press, Text};
use super::measured::Row;
use super::words::words;
use super::{claims, code, frameworks, markdown};
use explorer_core::activation;
use explorer_core::lang::Lang;
use std::fs;
use std::path::Path;

/// The texts of every function in one language: a section each, its parts marked by class.
pub fn html(root: &Path, lang: Lang, rows: &[Row], press: &Press) -> Result<String, String> {
    let mut html = String::new();
    let (words, judged) = (words(lang), claims::rows()?);
    for act in activation::ALL {
        let formula = |left: &str, latex: &str| {
            press
                .math
                .block(&format!("{left} = {}", code::symbolic(latex, act)))
                .map_err(|e| format!("src/core/activation/{}.rs: {left}: {e}", act.id))
        };
        let file = format!("src/content/{}/{}.md", lang.code(), act.id);
        let source = fs::read_to_string(root.join(&file))
            .map_err(|e| format!("{file}: {e} (every function needs a text in every language)"))?;
        let lines = source.lines().count();
        let (source, claims) = claims::section(&source, words.claims.heading, act.id, &judged)
            .map_err(|e| format!("{file}: {e}"))?;
        let claims =
            markdown::claims(&claims, &words.claims, press).map_err(|e| format!("{file}: {e}"))?;
        let Text { title, summary, body, frameworks } =
            markdown::text(&source, words.frameworks.heading, lines, press)
                .map_err(|e| format!("{file}: {e}"))?;
        let table = frameworks::table(act, &words.frameworks, rows)
            .map_err(|e| format!("src/core/activation/{}.rs: {e}", act.id))?;
        html.push_str(&format!(
            "<section id=\"{id}\"><p class=\"title\">{title}</p><p class=\"summary\">{summary}</p>\
             <div class=\"formula\">{f}</div><div class=\"derivative\">{df}</div>\
             <p class=\"source\"><a href=\"{url}\" rel=\"noopener\" target=\"_blank\">{cite}</a></p>\
             <p class=\"accuracy\">{accuracy}</p>\
             <div class=\"body\">{body}</div>{claims}\
             <div class=\"frameworks\">{table}{frameworks}</div></section>\n",
            id = act.id,
            url = act.source.url,
            cite = markdown::escaped(act.source.cite),
            accuracy = accuracy(act.id, lang),
            f = formula("f(x)", act.formula)?,
            df = formula(r"f\text{′}(x)", act.derivative)?,
        ));
    }
    Ok(html)
}

/// The accuracy that `cargo xtask accuracy` has measured of a function; nothing if it has not.
fn accuracy(id: &str, lang: Lang) -> String {
    const MEASURED: &str = include_str!("../content/accuracy.csv");
    let row = MEASURED.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(','));
    let figures = row.and_then(|row| row.rsplit_once(','));
    let figures = figures.and_then(|(rest, df)| Some((rest.rsplit_once(',')?.1, df)));
    figures.map_or_else(String::new, |(f, df)| (words(lang).frameworks.accuracy)(f, df))
}
