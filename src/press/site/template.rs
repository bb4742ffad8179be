//! `index.html` and `404.html`, which are templates: the build fills in their words.
//!
//! An element with `lang="{one}"` becomes one element a language, of which all but the first are
//! `hidden` until `boot.js` knows better; those of `lang="{each}"` are all shown. In such an
//! element `{word:name}` is a word and `{code}` the name of the language in addresses.

use super::fault::Fault;
use crate::hero;
use crate::words::words;
use explorer_core::lang::Lang;
use explorer_core::views::gallery::words as start_words;
use explorer_core::words::words as page_words;
use std::path::Path;

/// A word of a template: its name there, and what it says.
type Word = (&'static str, fn(Lang) -> String);

/// The words of `index.html`.
const START: &[Word] = &[
    ("product", |lang| page_words(lang).product.into()),
    ("title", |lang| start_words(lang).title.into()),
    ("lead", |lang| start_words(lang).lead.into()),
    ("flag", |lang| start_words(lang).flag(hero::slope())),
    ("lamps", |lang| start_words(lang).lamps.into()),
    ("fate", |lang| start_words(lang).sentence(hero::slope())),
    ("loading", |lang| words(lang).start.loading.into()),
    ("no_script", |lang| words(lang).start.no_script.into()),
    ("plain", |lang| words(lang).start.plain.into()),
    ("unsupported", |lang| words(lang).start.unsupported.into()),
    ("load", |lang| words(lang).start.load.into()),
    ("file", |lang| words(lang).start.file.into()),
    ("panic", |lang| words(lang).start.panic.into()),
    ("reload", |lang| words(lang).start.reload.into()),
];

/// The words of `404.html`.
const LOST: &[Word] = &[
    ("no_page", |lang| words(lang).lost.no_page.into()),
    ("home", |lang| words(lang).lost.home.into()),
];

/// Fills in the templates of the site.
pub fn fill(site: &Path) -> Result<(), Fault> {
    for (name, filled) in [("index.html", start as Filled), ("404.html", lost)] {
        let file = site.join(name);
        let html = std::fs::read_to_string(&file).map_err(Fault::of(&file))?;
        let html = filled(&html).map_err(Fault::of(&file))?;
        std::fs::write(&file, html).map_err(Fault::of(&file))?;
    }
    Ok(())
}

type Filled = fn(&str) -> Result<String, String>;

/// `index.html`.
fn start(html: &str) -> Result<String, String> {
    let languages = Lang::ALL.map(|lang| format!("{}:{}", lang.code(), lang.tag())).join(";");
    let html = once(html, "{screen}", &hero::screen())?;
    let html = once(&unquoted(&html, "{languages}"), "{languages}", &format!("\"{languages}\""))?;
    let html = once(&html, "{names}", &names())?;
    spoken(&html, START)
}

/// `404.html`.
fn lost(html: &str) -> Result<String, String> {
    spoken(html, LOST)
}

/// The languages' names in the first of them: `English and Chinese`.
fn names() -> String {
    let names = Lang::ALL.map(|lang| words(lang).start.language);
    let joints = &words(Lang::default()).frameworks;
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            format!("{}{}{last}", before.join(joints.list), joints.and)
        }
        names => names.concat(),
    }
}

/// The elements that are there in every language, with their words.
fn spoken(html: &str, words: &[Word]) -> Result<String, String> {
    for (name, _) in words {
        counted(html, &format!("{{word:{name}}}"))?;
    }
    let mut rest = unquoted(&unquoted(html, "{one}"), "{each}");
    let mut out = String::new();
    while let Some(at) = [" lang={one}", " lang={each}"].iter().filter_map(|m| rest.find(m)).min() {
        let (start, end) = element(&rest, at)
            .ok_or_else(|| format!("an element that does not end: {}", &rest[at..]))?;
        out.push_str(&rest[..start]);
        let each = Lang::ALL.map(|lang| translated(&rest[start..end], lang, words));
        out.push_str(&each.join(" "));
        rest = rest.split_off(end);
    }
    out.push_str(&rest);
    match ["{word:", "{one}", "{each}", "{code}"].iter().find(|mark| out.contains(**mark)) {
        Some(mark) => {
            Err(format!("`{mark}` is left: no such word, or one outside of `lang=\"{{one}}\"`"))
        }
        None => Ok(out),
    }
}

/// The element with this attribute: where it begins and ends.
fn element(html: &str, attribute: usize) -> Option<(usize, usize)> {
    let start = html[..attribute].rfind('<')?;
    let name = html[start + 1..].split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let close = format!("</{name}>");
    let end = attribute + html[attribute..].find(&close)? + close.len();
    Some((start, end))
}

/// An element in one language.
fn translated(element: &str, lang: Lang, words: &[Word]) -> String {
    let tag = format!("\"{}\"", lang.tag());
    let hidden = if lang == Lang::default() { "" } else { " hidden" };
    let html = element
        .replace("{one}", &format!("{tag}{hidden}"))
        .replace("{each}", &tag)
        .replace("{code}", lang.code());
    words
        .iter()
        .fold(html, |html, (name, word)| html.replace(&format!("{{word:{name}}}"), &word(lang)))
}

/// The only `mark` replaced.
fn once(html: &str, mark: &str, text: &str) -> Result<String, String> {
    counted(html, mark)?;
    Ok(html.replace(mark, text))
}

/// Checks that a mark is there once.
fn counted(html: &str, mark: &str) -> Result<(), String> {
    match html.matches(mark).count() {
        1 => Ok(()),
        count => Err(format!("it has `{mark}` {count} times, not once")),
    }
}

/// A mark that is a whole attribute without its quotes, which a minifier may have taken away.
fn unquoted(html: &str, mark: &str) -> String {
    html.replace(&format!("\"{mark}\""), mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = include_str!("../../../index.html");
    const NOT_FOUND: &str = include_str!("../../../public/404.html");

    #[test]
    fn the_pages_of_this_repository_are_filled_in() {
        // A minifier takes the quotes of attributes away.
        let bare = INDEX.replace("\"{one}\"", "{one}").replace("\"{languages}\"", "{languages}");
        let html = start(INDEX).unwrap();
        assert_eq!(start(&bare).as_ref(), Ok(&html));
        let sigmoid = explorer_core::activation::by_id("sigmoid").unwrap();
        let slope = sigmoid.df(explorer_core::views::gallery::model::START, &[]);
        let slope = format!("slope <data translate=\"no\" data-read=\"df\" value=\"{slope}\">");
        for part in [
            "<span lang=\"en\">Loading the live page…</span> <span lang=\"zh-CN\" hidden>正在载入……</span>",
            "<p data-when=\"panic\" lang=\"zh-CN\" hidden>",
            "<a href=\"./pages/zh/index.html\" lang=\"zh-CN\">",
            "content=\"en:en;zh:zh-CN",
            "deep links, in English and Chinese.\"",
            "aria-label=\"Sigmoid as a line, its slope as a shaded area; Sigmoid 的曲线，以及表示其斜率的阴影\"",
            "data-choice=\"sigmoid\" aria-pressed=\"true\">Sigmoid</button>",
            slope.as_str(),
            "<b>2.8×10⁻⁹</b> of the gradient",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        for class in ["slope", "axis", "f", "tangent"] {
            assert!(html.contains(&format!(" class=\"{class}\"")), "{class}: {html}");
        }
        let html = lost(NOT_FOUND).unwrap();
        assert!(html.contains(
            "<p lang=\"zh-CN\">这个网址没有页面。<a data-home href=\"/\">返回首页</a></p>"
        ));
    }

    #[test]
    fn a_template_that_cannot_be_filled_in_is_refused() {
        const WORDS: &[Word] = &[("a", |lang| lang.name().into())];
        let said = |html: &str| spoken(html, WORDS).unwrap_or_else(|why| why);
        let html = said("<b lang=\"{one}\">{word:a}</b>");
        let wanted = "<b lang=\"en\">English</b> <b lang=\"zh-CN\" hidden>中文</b>";
        assert!(html.starts_with(wanted), "{html}");
        for (html, why) in [
            ("<b>{word:a}</b>", "`{word:` is left"),
            ("<b lang=\"{one}\">{word:b}{word:a}</b>", "`{word:` is left"),
            ("<b lang=\"{one}\"></b>", "`{word:a}` 0 times"),
            ("<b lang=\"{one}\">{word:a}{word:a}</b>", "`{word:a}` 2 times"),
            ("<b lang=\"{one}\">{word:a}", "does not end"),
            ("{code}<b lang=\"{each}\">{word:a}</b>", "`{code}` is left"),
        ] {
            assert!(said(html).contains(why), "{html}: {}", said(html));
        }
    }
}
