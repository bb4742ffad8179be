//! Pages that need no JavaScript: every chapter and every function as plain HTML, with the same
//! words and formulas as the live page and still pictures of the curves.

use super::fault::Fault;
use crate::still;
use crate::words::words;
use explorer_core::activation::{ALL, Activation};
use explorer_core::lang::Lang;
use explorer_core::plot::{Picture, curves};
use explorer_core::words::{reading, words as page_words};
use std::fs;
use std::path::Path;

/// The stylesheets of the live page's views that they use, beside the one of the whole page.
const STYLES: [&str; 2] = ["styles/function.css", "styles/reading.css"];

/// A page before its head and foot.
struct Page {
    /// The file's name without its ending.
    name: String,
    title: String,
    description: String,
    /// The content of `<main>`.
    body: String,
    /// The query of the live view.
    live: String,
}

/// Writes all pages into a folder directly in the site; `texts` is where the crate's build script
/// has left its own.
pub fn write(site: &Path, folder: &str, texts: &Path) -> Result<(), Fault> {
    let folder = site.join(folder);
    let styles = styles(site)?;
    for lang in Lang::ALL {
        let target = folder.join(lang.code());
        fs::create_dir_all(&target).map_err(Fault::of(&target))?;
        let chapters = chapters(texts, lang)?;
        let functions = functions(texts, lang)?;
        let count = chapters.len();
        for (index, page) in chapters.iter().chain(&functions).enumerate() {
            // One reads from chapter to chapter; functions are looked up.
            let beside =
                |at: Option<usize>| at.filter(|_| index < count).and_then(|i| chapters.get(i));
            let around = (beside(index.checked_sub(1)), beside(Some(index + 1)));
            save(&target, page, lang, around, &styles)?;
        }
        save(&target, &about(lang), lang, (None, None), &styles)?;
        save(&target, &index(&chapters, &functions, lang), lang, (None, None), &styles)?;
    }
    Ok(())
}

/// The links to the stylesheets.
fn styles(site: &Path) -> Result<String, Fault> {
    let listed = fs::read_dir(site).map_err(Fault::of(site))?;
    let mut names = listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    // Its name has a hash.
    let main = names.find(|name| name.starts_with("main-") && name.ends_with(".css"));
    let main = main.ok_or_else(|| {
        Fault::new(site, "there is no stylesheet main-….css, as index.html calls it")
    })?;
    let link = |name: &str| format!("<link rel=\"stylesheet\" href=\"../../{name}\">\n");
    Ok([main.as_str()].into_iter().chain(STYLES).map(link).collect())
}

/// The texts of the lesson, in their order, and those that belong to it.
fn chapters(texts: &Path, lang: Lang) -> Result<Vec<Page>, Fault> {
    let folder = texts.join(lang.code());
    let listed = fs::read_dir(&folder).map_err(Fault::of(&folder))?;
    let mut names: Vec<String> = listed
        .filter_map(|e| Some(e.ok()?.file_name().to_str()?.strip_suffix(".html")?.to_owned()))
        .collect();
    // Numbers come before letters: the chapters before what belongs to them.
    names.sort();
    names.into_iter().map(|name| chapter(&folder, name, lang)).collect()
}

fn chapter(folder: &Path, name: String, lang: Lang) -> Result<Page, Fault> {
    let file = folder.join(format!("{name}.html"));
    let html = fs::read_to_string(&file).map_err(Fault::of(&file))?;
    let part = |open: &str, close: &str| {
        let part = html.split_once(open).and_then(|(_, rest)| rest.split_once(close));
        part.map(|(part, _)| plain(part))
            .ok_or_else(|| Fault::new(&file, format!("it has no {open}")))
    };
    let live = match name.as_str() {
        "choose" | "evidence" => format!("?view={name}"),
        _ => format!("?view=learn&amp;chapter={name}"),
    };
    Ok(Page {
        title: part("<h1>", "</h1>")?,
        description: part("<p class=\"lead\">", "</p>")?,
        body: linked(&html, lang),
        name,
        live,
    })
}

/// Every function.
fn functions(texts: &Path, lang: Lang) -> Result<Vec<Page>, Fault> {
    let file = texts.join(format!("{}.html", lang.code()));
    let html = fs::read_to_string(&file).map_err(Fault::of(&file))?;
    let page = |act: &&Activation| {
        let open = format!("<section id=\"{}\">", act.id);
        let section = html.split_once(&open).and_then(|(_, rest)| rest.split_once("</section>"));
        section
            .map(|(section, _)| function(act, section, lang))
            .ok_or_else(|| Fault::new(&file, format!("it has no {open}")))
    };
    ALL.iter().map(page).collect()
}

fn function(act: &Activation, section: &str, lang: Lang) -> Page {
    let words = words(lang);
    let part = |class: &str| part(section, class);
    let frame = still::frame(act.window);
    let curves = curves(act, &act.defaults(), &frame, true);
    let picture = still::svg(&frame, &Picture { curves, ..Picture::default() }, act.name);
    let claims = match part("claims") {
        "" => String::new(),
        claims => format!(
            "<section><h2>{}</h2><div class=\"claims\">{claims}</div></section>",
            words.claims.title
        ),
    };
    let know = match part("know") {
        "" => String::new(),
        cards => format!("<section><h2>{}</h2>{cards}</section>", words.know.heading),
    };
    let body = format!(
        "<h1>{} <small>{}</small></h1><p class=\"lead\">{}</p>\
         <figure class=\"live\"><div class=\"picture\">{picture}{}</div></figure>\
         <section><h2>{}</h2><div class=\"formula\">{}</div><div class=\"formula\">{}</div>\
         <p class=\"hint\">{}</p><p class=\"hint\">{}</p></section>{know}{}{claims}\
         <section class=\"frameworks\"><h2>{}</h2>{}</section>",
        act.name,
        part("about"),
        part("summary"),
        still::legend(false),
        page_words(lang).definition,
        part("formula"),
        part("derivative"),
        part("source"),
        part("accuracy"),
        part("body"),
        words.frameworks.heading,
        part("frameworks"),
    );
    let long = plain(part("title"));
    // "Mish: Mish" says nothing more.
    let title = if long.eq_ignore_ascii_case(act.name) {
        long
    } else {
        format!("{}{}{long}", act.name, words.plain.colon)
    };
    Page {
        name: act.id.to_owned(),
        title,
        description: plain(part("summary")),
        body: linked(&body, lang),
        live: format!("?view=function&amp;fn={}", act.id),
    }
}

/// The content of a part of a function's section: of the element of this class directly in it.
fn part<'a>(section: &'a str, class: &str) -> &'a str {
    let mark = format!(" class=\"{class}\">");
    let Some((before, rest)) = section.split_once(&mark) else { return "" };
    let Some(name) = before.rsplit('<').next() else { return "" };
    // Where as many of these elements have been closed as opened.
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 1;
    let mut at = 0;
    while let Some(end) = rest[at..].find(&close).map(|end| at + end) {
        depth += rest[at..end].matches(&open).count();
        depth -= 1;
        if depth == 0 {
            return &rest[..end];
        }
        at = end + close.len();
    }
    ""
}

/// The page on tests, licence and source, to which the foot of the start page leads.
fn about(lang: Lang) -> Page {
    let words = &words(lang).plain.about;
    Page {
        name: "about".into(),
        title: words.title.into(),
        description: words.lead.into(),
        body: words.body(),
        live: String::from("?view=gallery"),
    }
}

/// The page that leads to all others.
fn index(chapters: &[Page], functions: &[Page], lang: Lang) -> Page {
    let (product, words) = (page_words(lang).product, &words(lang).plain);
    let list = |pages: &[Page]| {
        let item = |page: &Page| {
            let Page { name, title, description, .. } = page;
            format!("<li><a href=\"{name}.html\">{title}</a><br><small>{description}</small></li>")
        };
        pages.iter().map(item).collect::<String>()
    };
    // Chapters have numbers, in their names too; what belongs to them has none.
    let numbered = |page: &Page| page.name.starts_with(|c: char| c.is_ascii_digit());
    let (numbered, rest) = chapters.split_at(chapters.partition_point(numbered));
    let body = format!(
        "<h1>{}</h1><p class=\"lead\">{}</p><section><h2>{}</h2><ol>{}</ol><ul>{}</ul></section>\
         <section><h2>{}</h2><ul>{}</ul></section>",
        product,
        words.description,
        words.lesson,
        list(numbered),
        list(rest),
        words.functions,
        list(functions),
    );
    Page {
        name: "index".into(),
        title: product.into(),
        description: words.description.into(),
        body,
        live: String::from("?view=gallery"),
    }
}

fn save(
    folder: &Path,
    page: &Page,
    lang: Lang,
    around: (Option<&Page>, Option<&Page>),
    styles: &str,
) -> Result<(), Fault> {
    let file = folder.join(format!("{}.html", page.name));
    fs::write(&file, document(page, lang, around, styles)).map_err(Fault::of(&file))
}

/// The whole document.
fn document(
    page: &Page,
    lang: Lang,
    around: (Option<&Page>, Option<&Page>),
    styles: &str,
) -> String {
    let Page { name, title, description, body, live } = page;
    let (product, words, beside) =
        (page_words(lang).product, &words(lang).plain, reading::words(lang));
    let tag = lang.tag();
    let title = if title == product { title.clone() } else { format!("{title} · {product}") };
    let description = description.replace('"', "&quot;");
    let live = live_address(live, lang);
    let mut others = String::new();
    let mut switches = String::new();
    for other in Lang::ALL {
        let href = format!("../{}/{name}.html", other.code());
        others.push_str(&format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\">\n",
            other.tag()
        ));
        if other != lang {
            switches.push_str(&format!(
                "<a href=\"{href}\" hreflang=\"{0}\" lang=\"{0}\">{1}</a>",
                other.tag(),
                other.name()
            ));
        }
    }
    let mut pager = String::new();
    for (rel, word, page) in [("prev", beside.previous, around.0), ("next", beside.next, around.1)]
    {
        if let Some(Page { name, title, .. }) = page {
            pager.push_str(&format!(
                "<a rel=\"{rel}\" href=\"{name}.html\"><small>{word}</small> {title}</a>"
            ));
        }
    }
    if !pager.is_empty() {
        pager = format!("<nav class=\"pager\" aria-label=\"{}\">{pager}</nav>\n", beside.around);
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" data-type>\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <link rel=\"icon\" href=\"../../icon.svg\" type=\"image/svg+xml\">\n\
         {styles}{others}</head>\n<body>\n\
         <header class=\"bar\">\n<a class=\"product\" href=\"index.html\">{product}</a>\n\
         <nav aria-label=\"{}\"><a href=\"{live}\">{}</a> {switches}</nav>\n</header>\n\
         <main class=\"page reading\">\n{body}{pager}</main>\n</body>\n</html>\n",
        words.navigation, words.live,
    )
}

/// The address of a state of the live page, from a page here, in an attribute.
fn live_address(query: &str, lang: Lang) -> String {
    format!("../../index.html{query}&amp;lang={}", lang.code())
}

/// HTML whose links to states lead to the page here that says the same, else to the live page.
fn linked(html: &str, lang: Lang) -> String {
    let mut parts = html.split(" href=\"?");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (query, rest) = part.split_once('"').unwrap_or((part, ""));
        out.push_str(&format!(" href=\"{}\"{rest}", target(query, lang)));
    }
    out
}

fn target(query: &str, lang: Lang) -> String {
    let pairs: Vec<_> = query.split("&amp;").filter_map(|pair| pair.split_once('=')).collect();
    match pairs.as_slice() {
        [("view", "learn"), ("chapter", chapter)] => format!("{chapter}.html"),
        [("view", "learn"), ("chapter", chapter), ("section", id)] => {
            format!("{chapter}.html#{id}")
        }
        [("view", "function"), ("fn", id)] => format!("{id}.html"),
        [("view", "gallery")] => "index.html".into(),
        [("view", view @ ("choose" | "evidence")), ..] => format!("{view}.html"),
        _ => live_address(&format!("?{query}"), lang),
    }
}

/// HTML without its tags, for an attribute or a title.
fn plain(html: &str) -> String {
    let mut parts = html.split('<');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_where_there_are_some() {
        for (query, wanted) in [
            ("view=learn&amp;chapter=01-a", "01-a.html"),
            ("view=learn&amp;chapter=glossary&amp;section=kink", "glossary.html#kink"),
            ("view=function&amp;fn=elu", "elu.html"),
            (
                "view=function&amp;fn=elu&amp;x=1",
                "../../index.html?view=function&amp;fn=elu&amp;x=1&amp;lang=zh",
            ),
            ("view=evidence&amp;fn=rrelu", "evidence.html"),
            ("view=gallery", "index.html"),
            ("view=kink", "../../index.html?view=kink&amp;lang=zh"),
        ] {
            assert_eq!(target(query, Lang::Zh), wanted);
        }
        let html =
            linked("<a href=\"?view=kink\">a</a> <a class=\"b\" href=\"https://a.b\">", Lang::En);
        assert_eq!(
            html,
            "<a href=\"../../index.html?view=kink&amp;lang=en\">a</a> <a class=\"b\" href=\"https://a.b\">"
        );
    }

    #[test]
    fn parts_are_found_whole() {
        let section = "<p class=\"title\">T</p><div class=\"body\"><div>a</div><div><div>b</div></div>c</div><div class=\"claims\"></div>";
        assert_eq!(part(section, "title"), "T");
        assert_eq!(part(section, "body"), "<div>a</div><div><div>b</div></div>c");
        assert_eq!((part(section, "claims"), part(section, "none")), ("", ""));
        assert_eq!(plain("a <em>b</em> &lt; <i>c</i>"), "a b &lt; c");
    }

    #[test]
    fn a_page_names_its_language_its_translation_and_its_live_view() {
        let page = Page {
            name: "elu".into(),
            title: "ELU".into(),
            description: "It says \"e\".".into(),
            body: String::new(),
            live: "?view=function&amp;fn=elu".into(),
        };
        let html = document(&page, Lang::Zh, (None, Some(&page)), "");
        for part in [
            "<html lang=\"zh-CN\" data-type>",
            "<title>ELU · ",
            "content=\"It says &quot;e&quot;.\"",
            "hreflang=\"en\" href=\"../en/elu.html\"",
            "href=\"../../index.html?view=function&amp;fn=elu&amp;lang=zh\"",
            "<a rel=\"next\" href=\"elu.html\">",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(!html.contains("rel=\"prev\"") && !html.contains("<script"));
    }
}
