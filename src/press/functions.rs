//! The texts of the functions as HTML, one file a language.

use super::markdown::{Press, Text};
use super::measured::Row;
use super::words::words;
use super::{claims, code, frameworks, know, markdown, opening};
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
            markdown::folded(&claims, &words.claims, press).map_err(|e| format!("{file}: {e}"))?;
        let (source, lines_to_know) = know::section(&source, words.know.heading);
        let know =
            know::cards(&lines_to_know, &words.know, press).map_err(|e| format!("{file}: {e}"))?;
        let Text { title, summary, body, frameworks } =
            markdown::text(&source, words.frameworks.heading, lines, press)
                .map_err(|e| format!("{file}: {e}"))?;
        let table = frameworks::table(act, &words.frameworks, rows)
            .map_err(|e| format!("src/core/activation/{}.rs: {e}", act.id))?;
        let about = about(act.name, &title, act.source.cite);
        html.push_str(&format!(
            "<section id=\"{id}\"><p class=\"title\">{title}</p><p class=\"about\">{about}</p><p class=\"summary\">{summary}</p>\
             <div class=\"formula\">{f}</div><div class=\"derivative\">{df}</div>\
             <p class=\"source\"><a href=\"{url}\" rel=\"noopener\" target=\"_blank\">{cite}</a></p>\
             <p class=\"accuracy\">{accuracy}</p>\
             {know}<div class=\"body\">{body}</div>{claims}\
             <div class=\"frameworks\">{table}{frameworks}</div>{opening}</section>\n",
            id = act.id,
            opening = opening::html(act, &about, &summary),
            body = beside(&body),
            url = act.source.url,
            cite = markdown::escaped(act.source.cite),
            accuracy = accuracy(act.id, lang),
            f = formula("f(x)", act.formula)?,
            df = formula(r"f\text{′}(x)", act.derivative)?,
        ));
    }
    Ok(html)
}

/// What stands beside the name: the long name without what repeats the short one, and the year of
/// the source.
fn about(name: &str, title: &str, cite: &str) -> String {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
    };
    // Of "Softmax (normalised exponential)" only what is in parentheses is new.
    let bracket = title.find(['(', '（']).filter(|_| title.ends_with([')', '）']));
    let (head, inside) = bracket
        .map_or((title, ""), |at| (&title[..at], title[at..].trim_matches(['(', ')', '（', '）'])));
    let long = if letters(head).contains(&letters(name)) { inside } else { title };
    let year =
        cite.rsplit(' ').next().filter(|word| word.len() == 4 && word.parse::<u16>().is_ok());
    [Some(long), year]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Strengths and weaknesses, each in a box of its own.
fn beside(body: &str) -> String {
    let each = body.split("<h2").skip(1).map(|part| format!("<div><h2{}</div>", part.trim_end()));
    each.collect()
}

/// The accuracy that `cargo xtask accuracy` has measured of a function; nothing if it has not.
fn accuracy(id: &str, lang: Lang) -> String {
    const MEASURED: &str = include_str!("../content/accuracy.csv");
    let row = MEASURED.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(','));
    let figures = row.and_then(|row| row.rsplit_once(','));
    let figures = figures.and_then(|(rest, df)| Some((rest.rsplit_once(',')?.1, df)));
    figures.map_or_else(String::new, |(f, df)| (words(lang).frameworks.accuracy)(f, df))
}

#[cfg(test)]
mod tests {
    use super::{about, beside};

    #[test]
    fn a_long_name_that_repeats_the_name_is_left_out() {
        for (name, title, cite, wanted) in [
            (
                "ELU",
                "Exponential linear unit",
                "Clevert et al. 2015",
                "Exponential linear unit · 2015",
            ),
            ("Hardswish", "Hard Swish", "Howard et al. 2019", "2019"),
            (
                "Softmax",
                "Softmax (normalised exponential)",
                "Bridle 1990",
                "normalised exponential · 1990",
            ),
            ("Sigmoid", "Logistic sigmoid", "PyTorch Sigmoid", ""),
            ("Swish", "Swish 函数（SiLU）", "Ramachandran et al. 2017", "SiLU · 2017"),
            ("Tanhshrink", "Tanh shrinkage", "PyTorch Tanhshrink", ""),
        ] {
            assert_eq!(about(name, title, cite), wanted);
        }
    }

    #[test]
    fn each_section_is_in_a_box() {
        let boxes = "<div><h2>A</h2><ul></ul></div><div><h2>B</h2><ul></ul></div>";
        assert_eq!(beside("<h2>A</h2><ul></ul>\n<h2>B</h2><ul></ul>\n"), boxes);
    }
}
