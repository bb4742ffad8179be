//! The decision guide: questions whose options lead to another question or to a recommendation.

use super::links;
use super::markdown::{Press, inline};
use super::references::{GUIDE, address};
use super::sheet::{Section, Sheet};
use super::words::words;
use explorer_core::lang::Lang;

/// An option of a question.
struct Item<'a> {
    line: usize,
    /// The option's text.
    option: &'a str,
    /// The target: `#question` or the query of a state.
    target: &'a str,
    /// The recommendation; empty if it leads to a question.
    advice: &'a str,
}

fn items<'a>(section: &Section<'a>) -> Result<Vec<Item<'a>>, String> {
    let mut items = Vec::new();
    for (index, text) in section.body.text.lines().enumerate() {
        let line = section.body.first + index;
        if text.trim().is_empty() {
            continue;
        }
        let item = text.strip_prefix("- [").and_then(|text| {
            let (option, rest) = text.split_once("](")?;
            let (target, advice) = rest.split_once(')')?;
            Some(Item { line, option, target, advice: advice.trim() })
        });
        let item = item.ok_or_else(|| {
            format!(
                "line {line}: `- [Option](#question)` or `- [Option](?view=…) Advice` is expected"
            )
        })?;
        if item.target.starts_with('#') != item.advice.is_empty() {
            return Err(format!("line {line}: either another question or a recommendation"));
        }
        items.push(item);
    }
    if items.len() < 2 {
        return Err(format!("line {}: a question needs two options", section.line));
    }
    Ok(items)
}

/// Checks that every question is met once and later than the one that leads to it, so that no
/// path is endless.
pub fn check(sheet: &Sheet) -> Result<(), String> {
    let place = |id: &str| sheet.sections.iter().position(|section| section.id == id);
    let mut met = vec![false; sheet.sections.len()];
    for (index, section) in sheet.sections.iter().enumerate() {
        for item in items(section)? {
            let Some(id) = item.target.strip_prefix('#') else { continue };
            match place(id) {
                Some(next) if next > index && !met[next] => met[next] = true,
                Some(_) => {
                    return Err(format!(
                        "line {}: `{id}` must come later, and be led to once",
                        item.line
                    ));
                }
                None => return Err(format!("line {}: no question `{id}`", item.line)),
            }
        }
    }
    match met.iter().skip(1).position(|met| !met) {
        Some(index) => {
            let Section { line, id, .. } = &sheet.sections[index + 1];
            Err(format!("line {line}: nothing leads to `{id}`"))
        }
        None => Ok(()),
    }
}

/// The options of a question as HTML.
pub fn question(section: &Section, lang: Lang, press: &Press) -> Result<String, String> {
    let mut html = String::from("<ul class=\"options\">");
    for item in items(section)? {
        let option = inline(item.option, item.line, press)?;
        if let Some(next) = item.target.strip_prefix('#') {
            let address = address(GUIDE, Some(next));
            html.push_str(&format!(
                "<li data-next=\"{next}\"><a class=\"option\" href=\"{address}\">{option}</a></li>"
            ));
            continue;
        }
        links::check(item.target).map_err(|why| format!("line {}: {why}", item.line))?;
        let advice = inline(item.advice, item.line, press)?;
        let advice = marked(&advice, lang).ok_or_else(|| {
            format!(
                "line {}: a recommendation begins with that word, names a function, and says \
                 whether it is evidence or convention",
                item.line
            )
        })?;
        let show = words(lang).claims.show;
        let query = item.target.replace('&', "&amp;");
        html.push_str(&format!(
            "<li data-query=\"{query}\"><b class=\"option\">{option}</b> \
             <span class=\"advice\">{advice}</span> <a class=\"show\" href=\"{query}\">{show}</a></li>"
        ));
    }
    html.push_str("</ul>");
    Ok(html)
}

/// The advice with its first word and its marks of evidence and convention as such; `None` if it
/// has none, or recommends nothing.
fn marked(advice: &str, lang: Lang) -> Option<String> {
    let first = words(lang).guide.recommendation;
    let advice = advice.strip_prefix(first)?;
    let out = marks(advice, lang);
    let good = out != advice && out.contains("<strong>");
    good.then(|| format!("<span class=\"saying\">{first}</span>{out}"))
}

/// HTML with its marks of evidence and convention, `*(evidence)*`, as such.
pub fn marks(html: &str, lang: Lang) -> String {
    let words = &words(lang).guide;
    let mut out = html.to_owned();
    for (class, mark) in [("evidence", words.evidence), ("convention", words.convention)] {
        let bare = mark.trim_matches(|c: char| !c.is_alphanumeric());
        out = out.replace(
            &format!("<em>{mark}</em>"),
            &format!("<small class=\"basis {class}\">{bare}</small>"),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sheet;
    use super::*;

    #[test]
    fn questions_are_met_once_and_in_order() {
        let check = |questions: &str| {
            let text = format!("# T\n\nL.\n\n{questions}");
            check(&sheet::read(&text).unwrap())
        };
        let end = "- [a](?view=kink) **A**. *(evidence)*\n- [b](?view=kink) **B**.\n";
        assert_eq!(
            check(&format!("## A {{#a}}\n\n- [x](#b)\n{end}\n## B {{#b}}\n\n{end}")),
            Ok(())
        );
        for (questions, why) in [
            (format!("## A {{#a}}\n\n- [x](#c)\n{end}"), "line 7: no question `c`"),
            (format!("## A {{#a}}\n\n- [x](#a)\n{end}"), "line 7: `a` must come later"),
            (
                format!("## A {{#a}}\n\n{end}\n## B {{#b}}\n\n{end}"),
                "line 10: nothing leads to `b`",
            ),
            (format!("## A {{#a}}\n\n- [x](#b) C\n{end}"), "line 7: either another question"),
            (format!("## A {{#a}}\n\n- [x](?view=kink)\n{end}"), "line 7: either another question"),
            ("## A {#a}\n\n- [x](?view=kink) **A**\n".into(), "line 5: a question needs two"),
            (format!("## A {{#a}}\n\nWords.\n{end}"), "line 7: `- [Option]"),
        ] {
            let error = check(&questions).unwrap_err();
            assert!(error.contains(why), "{questions}: {error}");
        }
    }

    #[test]
    fn a_recommendation_says_how_firm_it_is() {
        let good = marked("Recommendation: <strong>A</strong>. <em>(evidence)</em>", Lang::En);
        let html = "<span class=\"saying\">Recommendation:</span> <strong>A</strong>. \
                    <small class=\"basis evidence\">evidence</small>";
        assert_eq!(good.as_deref(), Some(html));
        assert!(marked("建议：<strong>A</strong>。<em>（惯例）</em>", Lang::Zh).is_some());
        for bad in [
            "Recommendation: <strong>A</strong>.",
            "Recommendation: A. <em>(evidence)</em>",
            "<strong>A</strong>. <em>(evidence)</em>",
        ] {
            assert_eq!(marked(bad, Lang::En), None, "{bad}");
        }
    }
}
