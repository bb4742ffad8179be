//! The texts of the lesson as HTML, one file a text and language: chapters, glossary, guide.

use super::claims::{self, Row};
use super::figure::figure;
use super::guide;
use super::markdown::{self, Press, inline, render};
use super::placeholders;
use super::references::{GLOSSARY, GUIDE, Index, IndexedText};
use super::sheet::{self, Lines, Piece, Sheet};
use super::words::words;
use explorer_core::lang::Lang;
use std::fs;
use std::path::Path;

/// A text before it is made into HTML.
pub struct Source {
    /// Its name in addresses.
    pub slug: String,
    /// The file, from the repository's top.
    pub file: String,
    /// The Markdown, with numbers in place of placeholders.
    pub text: String,
}

impl Source {
    /// The parts of the text.
    pub fn sheet(&self) -> Result<Sheet<'_>, String> {
        sheet::read(&self.text).map_err(|why| self.at(&why))
    }

    fn at(&self, why: &str) -> String {
        format!("{}: {why}", self.file)
    }
}

/// The texts of a language: the chapters by their names, then the glossary and the guide.
pub fn sources(root: &Path, lang: Lang) -> Result<Vec<Source>, String> {
    let lang = lang.code();
    let folder = format!("src/content/{lang}/lesson");
    let listed = fs::read_dir(root.join(&folder)).map_err(|e| format!("{folder}: {e}"))?;
    let mut names: Vec<String> = listed
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".md")?.to_owned()))
        .collect();
    names.sort_unstable();
    let chapters = names.into_iter().map(|slug| (format!("{folder}/{slug}.md"), slug));
    let rest = [GLOSSARY, GUIDE].map(|slug| (format!("src/content/{lang}/{slug}.md"), slug.into()));
    chapters.chain(rest).map(|(file, slug)| source(root, file, slug)).collect()
}

fn source(root: &Path, file: String, slug: String) -> Result<Source, String> {
    let text = fs::read_to_string(root.join(&file)).map_err(|e| format!("{file}: {e}"))?;
    let text = placeholders::filled(&text).map_err(|why| format!("{file}: {why}"))?;
    Ok(Source { slug, file, text })
}

/// The index of everything that can be referred to, from the texts of one language.
pub fn index(sources: &[Source]) -> Result<Index, String> {
    let place = |source: &Source| {
        let sections = source.sheet()?.sections.iter().map(|s| s.id.to_owned()).collect();
        Ok(IndexedText { slug: source.slug.clone(), sections })
    };
    sources.iter().map(place).collect::<Result<_, String>>().map(Index)
}

/// Checks that `other` has the texts and sections of `index`: in the same order, except for the
/// glossary, which every language sorts in its own way.
pub fn same(index: &Index, sources: &[Source], lang: Lang) -> Result<(), String> {
    let other = &self::index(sources)?;
    let slugs = |index: &Index| index.0.iter().map(|place| place.slug.clone()).collect::<Vec<_>>();
    let (ours, theirs) = (slugs(index), slugs(other));
    if let Some(slug) =
        ours.iter().chain(&theirs).find(|s| !ours.contains(s) || !theirs.contains(s))
    {
        let lang = lang.code();
        return Err(format!("src/content/{lang}: `{slug}` is not there in every language"));
    }
    for ((a, b), source) in index.0.iter().zip(&other.0).zip(sources) {
        let (mut a_ids, mut b_ids) = (a.sections.clone(), b.sections.clone());
        if a.slug == GLOSSARY {
            a_ids.sort_unstable();
            b_ids.sort_unstable();
        }
        let odd = (0..a_ids.len().max(b_ids.len())).find(|i| a_ids.get(*i) != b_ids.get(*i));
        let Some(odd) = odd else { continue };
        let Some(id) = b_ids.get(odd) else {
            return Err(source.at(&format!("the section `{}` is missing", a_ids[odd])));
        };
        let sheet = source.sheet()?;
        let line = sheet.sections.iter().find(|s| s.id == id).map_or(1, |s| s.line);
        let wanted = a_ids.get(odd).map_or_else(
            || "no section more".to_owned(),
            |wanted| format!("the section `{wanted}`"),
        );
        return Err(source.at(&format!("line {line}: here another language has {wanted}")));
    }
    Ok(())
}

/// A text as HTML.
pub fn html(source: &Source, lang: Lang, rows: &[Row], press: &Press) -> Result<String, String> {
    let sheet = source.sheet()?;
    let made = || {
        let lead = inline(sheet.lead.text, sheet.lead.first, press)?;
        let mut before = body(sheet.before, lang, rows, press)?;
        if source.slug == GUIDE {
            guide::check(&sheet)?;
            before = guide::marks(&before, lang);
        }
        let mut html = format!(
            "<h1>{}</h1>\n<p class=\"lead\">{lead}</p>\n{before}",
            inline(sheet.title, 1, press)?,
        );
        for section in &sheet.sections {
            let heading = inline(section.heading, section.line, press)?;
            let heading = if source.slug == GLOSSARY { both(&heading, lang) } else { heading };
            let (mark, body) = if source.slug == GUIDE {
                (
                    format!(" data-question=\"{}\"", section.id),
                    guide::question(section, lang, press)?,
                )
            } else {
                (String::new(), body(section.body, lang, rows, press)?)
            };
            let id = section.id;
            html.push_str(&format!(
                "<section{mark}><h2 id=\"{id}\" tabindex=\"-1\">{heading}</h2>\n{body}</section>\n"
            ));
        }
        Ok(html)
    };
    made().map_err(|why: String| source.at(&why))
}

/// A term of the glossary, and after it in brackets the same in the other language, marked so.
fn both(heading: &str, lang: Lang) -> String {
    let other = Lang::ALL.into_iter().find(|other| *other != lang).map_or("", Lang::tag);
    let marked = [('(', ')'), ('（', '）')].into_iter().find_map(|(open, close)| {
        let (term, said) = heading.strip_suffix(close)?.rsplit_once(open)?;
        Some(format!("{term}{open}<span lang=\"{other}\" translate=\"no\">{said}</span>{close}"))
    });
    marked.unwrap_or_else(|| heading.to_owned())
}

/// The text between two headings.
fn body(lines: Lines, lang: Lang, rows: &[Row], press: &Press) -> Result<String, String> {
    let words = &words(lang).claims;
    let mut html = String::new();
    let mut said = Vec::new();
    for piece in sheet::pieces(lines)? {
        if let Piece::Claim(Lines { first, text }) = piece {
            let claim = claims::claim(text, rows).map_err(|why| format!("line {first}: {why}"))?;
            said.push((first, claim));
            continue;
        }
        // Claims that follow one another stand together.
        html.push_str(&markdown::claims(&std::mem::take(&mut said), words, press)?);
        match piece {
            Piece::Words(Lines { first, text }) => html.push_str(&render(text, first, press)?),
            Piece::Live { line, caption, query } => {
                html.push_str(&figure(query, caption, line, lang, press)?);
            }
            Piece::Claim(_) => {}
        }
    }
    html.push_str(&markdown::claims(&said, words, press)?);
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::super::markdown::Math;
    use super::*;

    fn source(slug: &str, text: &str) -> Source {
        Source { slug: slug.into(), file: format!("en/{slug}.md"), text: text.into() }
    }

    /// A chapter with `body` as its last section, beside a glossary with one term.
    fn chapter(body: &str) -> Result<String, String> {
        let text = format!("# T\n\nL.\n\n## A {{#a}}\n\n{body}\n");
        let all = [source("01", &text), source(GLOSSARY, "# G\n\nL.\n\n## k {#k}\n\nB.\n")];
        let (math, index) = (Math::new()?, index(&all)?);
        html(&all[0], Lang::En, &claims::rows()?, &Press { math: &math, index: &index })
    }

    #[test]
    fn the_other_language_of_a_term_is_marked() {
        let marked = |heading, lang| super::both(heading, lang);
        assert_eq!(
            marked("kink (折点)", Lang::En),
            "kink (<span lang=\"zh-CN\" translate=\"no\">折点</span>)"
        );
        assert_eq!(
            marked("折点（kink）", Lang::Zh),
            "折点（<span lang=\"en\" translate=\"no\">kink</span>）"
        );
        assert_eq!(marked("kink", Lang::En), "kink");
    }

    #[test]
    fn a_chapter_has_words_formulas_claims_and_components() {
        let html = chapter(
            "See a [k](term:k) and $f'(x)^2$; $\\tanh' x$.\n\n$$y = x$$\n\n| a | b |\n| --- | --: |\n| 1 | 2 |\n\n\
             > [7.3 true](?view=kink) “It is *not*.” Why.\n\n> [7.4 true] “B.” C.\n\n\
             ![Move it](?view=function&fn=elu&alpha=2&second=1)\n\n\
             ![Two](?view=compare&cmp=relu,elu)\n\n![K](?view=kink)\n\n\
             ![E](?view=evidence&fn=rrelu)",
        )
        .unwrap();
        for part in [
            "<section><h2 id=\"a\" tabindex=\"-1\">A</h2>",
            "<a class=\"glossed\" href=\"?view=learn&amp;chapter=glossary&amp;section=k\">k</a>",
            "<p>See a ",
            "and <span class=\"kept\"><math translate=\"no\" alttext=\"f′(x)^2\"><mrow><mi>f</mi>\
             <mtext class=\"prime\">′</mtext></mrow>",
            "</math>;</span> <span class=\"kept\"><math translate=\"no\" alttext=\"tanh′ x\"><mrow>\
             <mo lspace=\"0\" rspace=\"0\">tanh</mo>\
             <mtext class=\"prime\">′</mtext><mspace width=\"0.1667em\"/></mrow><mi>x</mi></math>.</span>",
            "<div class=\"formula\"><math display=\"block\" translate=\"no\" alttext=\"y = x\">",
            "<div class=\"table\"><table>",
            "<td class=\"right\">2</td>",
            "<div class=\"claim\" data-claim=\"7.3\" data-verdict=\"true\">",
            "<figure class=\"live\" data-query=\"?view=function&amp;fn=elu&amp;alpha=2&amp;second=1\">",
            "<polyline class=\"d2f\"",
            "<polyline class=\"series-2\"",
            "<figure class=\"live\" data-query=\"?view=kink\"><figcaption>K ",
            "<figure class=\"chart\"><div class=\"evidence\">",
        ] {
            assert!(html.contains(part), "{part} is missing from {html}");
        }
        assert_eq!(html.matches("<div class=\"claims\">").count(), 1, "claims stand together");
        assert!(!html.contains(" style="));
    }

    #[test]
    fn what_is_wrong_is_told_with_file_and_line() {
        for (body, why) in [
            ("a\n\n$\\frac{1}$", "line 9: $"),
            ("a\nb [c](term:d)", "line 8: the link `term:d`"),
            ("[c](lesson:02)", "line 7: the link `lesson:02`: there is no text"),
            ("[c](lesson:01#b)", "line 7: the link `lesson:01#b`: `01` has no section"),
            ("[c](?view=function&fn=elus)", "line 7: the link"),
            ("![c](?view=function&fn=celu&alpha=0)", "line 7: `?view=function"),
            ("![c](?view=choose)", "line 7: `?view=choose`: `choose` cannot be part"),
            ("a ![c](?view=kink)", "line 7: a live component must be"),
            ("> [9.9 true] “A.” B.", "line 7: claim 9.9 is not in"),
            ("> Someone said.", "line 7: a claim looks like"),
            ("a\n\n> [7.3 true] “A.” [b](term:c).", "line 9: the link `term:c`"),
            ("<b>a</b>", "line 7: no HTML"),
            ("a **b", "line 7: Markdown that was not understood"),
            (r"a $\frac{1$ b", "line 7: Markdown that was not understood"),
            ("b\n\na $x b", "line 9: Markdown that was not understood"),
            (r"a $\foo x$ b", r"line 7: $\foo x$: "),
        ] {
            let error = chapter(body).unwrap_err();
            assert!(error.starts_with(&format!("en/01.md: {why}")), "{body}: {error}");
        }
    }

    #[test]
    fn languages_have_the_same_texts_and_sections() {
        let of = |places: &[(&str, &[&str])]| {
            let text = |(slug, ids): &(&str, &[&str])| {
                let sections: String = ids.iter().map(|id| format!("\n## S {{#{id}}}\n")).collect();
                source(slug, &format!("# T\n\nL.\n{sections}"))
            };
            places.iter().map(text).collect::<Vec<_>>()
        };
        let ours = index(&of(&[("01", &["a", "b"]), (GLOSSARY, &["k", "l"])])).unwrap();
        let check = |places: &[(&str, &[&str])]| same(&ours, &of(places), Lang::Zh);
        assert_eq!(check(&[("01", &["a", "b"]), (GLOSSARY, &["l", "k"])]), Ok(()));
        for (places, why) in [
            (&[("01", &["a", "b"][..])][..], "`glossary` is not there"),
            (&[("01", &["a", "b"]), ("02", &["c"]), (GLOSSARY, &["k", "l"])], "`02` is not there"),
            (
                &[("01", &["b", "a"]), (GLOSSARY, &["k", "l"])],
                "en/01.md: line 5: here another language has the section `a`",
            ),
            (
                &[("01", &["a", "b", "c"]), (GLOSSARY, &["k", "l"])],
                "en/01.md: line 9: here another language has no section more",
            ),
            (
                &[("01", &["a", "b"]), (GLOSSARY, &["k"])],
                "en/glossary.md: the section `l` is missing",
            ),
        ] {
            let error = check(places).unwrap_err();
            assert!(error.contains(why), "{error}");
        }
    }
}
