//! A small page for each view and each function, for programs that do not run ours: they find a
//! title, a description, a picture and, where the site's address is known, an oEmbed answer. A
//! person is led on at once. A static host cannot vary an answer by its query, hence the folders.

use super::fault::Fault;
use explorer_core::activation::ALL;
use explorer_core::lang::Lang;
use explorer_core::{views, words};
use std::path::Path;

/// The size of the frame of an oEmbed answer.
const SIZE: (u32, u32) = (700, 520);

/// A state with a page of its own.
struct Preset {
    /// The folder's name.
    name: String,
    /// The address's query, without the language.
    query: String,
    title: String,
    description: String,
}

/// Writes all of them into a folder directly in the site, and the oEmbed answer for the start page;
/// `texts` is where the crate's build script has left its own, `url` the site's address, with a
/// slash at its end, where it is known.
pub fn write(site: &Path, folder: &str, texts: &Path, url: Option<&str>) -> Result<(), Fault> {
    for language in Lang::ALL {
        // The first language has no folder of its own.
        let first = language == Lang::default();
        let pages = if first { folder.to_owned() } else { format!("{folder}/{}", language.code()) };
        for preset in presets(texts, language)? {
            let folder = site.join(&pages).join(&preset.name);
            save(&folder, "index.html", &page(&preset, language, &pages, url))?;
            if let Some(url) = url {
                save(&folder, "oembed.json", &answer(&preset, language, url))?;
            }
        }
    }
    let Some(url) = url else { return Ok(()) };
    let first = Lang::default();
    let start = presets(texts, first)?.into_iter().next();
    start.map_or(Ok(()), |start| save(site, "oembed.json", &answer(&start, first, url)))
}

fn save(folder: &Path, name: &str, text: &str) -> Result<(), Fault> {
    let file = folder.join(name);
    let saved = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, text));
    saved.map_err(Fault::of(&file))
}

/// Every view and every function; the words about functions are those of the page.
fn presets(texts: &Path, language: Lang) -> Result<Vec<Preset>, Fault> {
    // A view of functions has a page for each of them instead.
    let views = views::ALL.iter().map(|view| (view, views::about(view, language)));
    let views = views.filter(|(_, about)| !about.title.is_empty());
    let views = views.map(|(view, about)| Preset {
        name: view.id.to_owned(),
        query: format!("view={}", view.id),
        title: about.title.to_owned(),
        description: about.description.to_owned(),
    });
    let mut all: Vec<Preset> = views.collect();
    let file = texts.join(format!("{}.html", language.code()));
    let html = std::fs::read_to_string(&file).map_err(Fault::of(&file))?;
    for act in ALL {
        let part = |class: &str| part(&html, act.id, class);
        let (Some(title), Some(description)) = (part("title"), part("summary")) else {
            return Err(Fault::new(&file, format!("it says nothing of {}", act.id)));
        };
        all.push(Preset {
            name: act.id.to_owned(),
            query: format!("view=function&fn={}", act.id),
            title: format!("{}: {title}", act.name),
            description,
        });
    }
    Ok(all)
}

/// A paragraph of a function's section, as plain text.
fn part(html: &str, id: &str, class: &str) -> Option<String> {
    let (_, section) = html.split_once(&format!("<section id=\"{id}\">"))?;
    let (_, rest) = section.split_once(&format!("<p class=\"{class}\">"))?;
    let (text, _) = rest.split_once("</p>")?;
    let mut plain = String::new();
    for piece in text.split('<') {
        plain.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    Some(plain)
}

fn page(preset: &Preset, language: Lang, folder: &str, url: Option<&str>) -> String {
    let Preset { name, query, title, description } = preset;
    let (code, tag) = (language.code(), language.tag());
    let (product, open) =
        (words::words(language).product, crate::words::words(language).plain.open);
    let up = "../".repeat(folder.split('/').count() + 1);
    let target = format!("{up}?{}&amp;lang={code}", query.replace('&', "&amp;"));
    // The texts are HTML already, so only what would end an attribute is left to escape.
    let (title, description) = (title.replace('"', "&quot;"), description.replace('"', "&quot;"));
    let (picture, more) = url.map_or_else(
        || (format!("{up}preview.png"), String::new()),
        |url| {
            let here = format!("{url}{folder}/{name}/");
            let more = format!(
                "<meta property=\"og:url\" content=\"{here}\">\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{here}oembed.json\" title=\"{title}\">\n"
            );
            (format!("{url}preview.png"), more)
        },
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <title>{title} · {product}</title>\n\
         <meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta property=\"og:type\" content=\"website\">\n\
         <meta property=\"og:site_name\" content=\"{product}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:image\" content=\"{picture}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\n{more}\
         <meta http-equiv=\"refresh\" content=\"0; url={target}\">\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p>{description}</p>\n<p><a href=\"{target}\">{open}</a></p>\n</body>\n</html>\n"
    )
}

/// The oEmbed answer; a consumer cannot ask for another size.
fn answer(preset: &Preset, language: Lang, url: &str) -> String {
    let Preset { query, title, .. } = preset;
    let (width, height) = SIZE;
    let query = query.replace('&', "&amp;");
    let title = title.replace('"', "&quot;");
    let frame = format!(
        "<iframe src=\"{url}?embed=1&amp;{query}&amp;lang={}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" style=\"border:0\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\"></iframe>",
        language.code()
    );
    format!(
        "{{\"version\":\"1.0\",\"type\":\"rich\",\"provider_name\":{},\"provider_url\":{},\"title\":{},\"width\":{width},\"height\":{height},\"thumbnail_url\":{},\"thumbnail_width\":1200,\"thumbnail_height\":630,\"html\":{}}}\n",
        json(words::words(language).product),
        json(url),
        json(&text(&title)),
        json(&format!("{url}preview.png")),
        json(&frame),
    )
}

/// HTML without tags as the text it stands for.
fn text(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// A JSON string.
fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &str = "<section id=\"elu\"><p class=\"title\">Exponential <em>unit</em></p><p class=\"summary\">It says \"f\" &amp; more.</p>";

    fn elu() -> Preset {
        let part = |class| part(TEXTS, "elu", class).unwrap_or_default();
        Preset {
            name: "elu".into(),
            query: "view=function&fn=elu".into(),
            title: format!("ELU: {}", part("title")),
            description: part("summary"),
        }
    }

    #[test]
    fn a_page_leads_up_to_the_state_and_describes_it() {
        let html = page(&elu(), Lang::Zh, "p/zh", None);
        for part in [
            "<title>ELU: Exponential unit · 激活函数探索</title>",
            "content=\"It says &quot;f&quot; &amp; more.\"",
            "content=\"0; url=../../../?view=function&amp;fn=elu&amp;lang=zh\"",
            "<meta property=\"og:image\" content=\"../../../preview.png\">",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(!html.contains("oembed") && !html.contains("<script"));
        assert!(page(&elu(), Lang::En, "p", None).contains("url=../../?view=function"));
        assert_eq!(part(TEXTS, "relu", "title"), None);
    }

    #[test]
    fn json_is_json() {
        assert_eq!(json("a\"b\\c\n"), "\"a\\\"b\\\\c\\u000a\"");
    }
}
