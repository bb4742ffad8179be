//! The press: turns each function's formula and texts into HTML with MathML, so that a missing
//! translation or a formula that does not parse stops the build with file and reason.
//!
//! One file per language holds everything about the functions, one a chapter of the lesson, and
//! one the functions as code, which needs no translation; the page fetches each when something of
//! it is first needed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

mod claims;
mod evidence;
mod figure;
mod frameworks;
mod glyphs;
mod guide;
mod kinks;
mod lesson;
mod links;
mod markdown;
pub mod measured;
mod placeholders;
mod references;
mod sheet;
pub mod site;
mod still;
mod templates;
mod words;

use explorer_core::activation;
use explorer_core::chapters::CHAPTERS;
use explorer_core::lang::Lang;
use explorer_core::views::gallery;
use lesson::Source;
use markdown::{Math, Press, Text};
use measured::Row;

/// Stylesheets that a view fetches when it is first opened.
pub const STYLES: &str = "style/views";

/// Writes `<lang>.html` for every language, `<lang>/<text>.html` for every text of the lesson,
/// `code.html`, `content.rs` with their version and names, and `kinks.rs` with what frameworks
/// return at kinks.
pub fn write(root: &Path, out: &Path) -> Result<(), String> {
    let math = Math::new()?;
    let mut hasher = DefaultHasher::new();
    let rows = measured::rows()?;
    let mut save = |name: &str, html: String| {
        html.hash(&mut hasher);
        let file = out.join(format!("{name}.html"));
        fs::write(&file, html).map_err(|e| format!("{}: {e}", file.display()))
    };
    let mut lessons = Vec::new();
    for lang in Lang::ALL {
        let sources = lesson::sources(root, lang)?;
        listed(&sources, lang)?;
        lessons.push(sources);
    }
    let index = lesson::index(&lessons[0])?;
    let press = Press { math: &math, index: &index };
    let judged = claims::rows()?;
    for (lang, sources) in Lang::ALL.into_iter().zip(&lessons) {
        lesson::same(&index, sources, lang)?;
        let code = lang.code();
        save(code, language(root, lang, &rows, &press)?)?;
        let folder = out.join(code);
        // A text that has gone must not stay in the site.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        for source in sources {
            let html = lesson::html(source, lang, &judged, &press)?;
            save(&format!("{code}/{}", source.slug), html)?;
        }
        save(&format!("{code}/evidence"), evidence::page(lang)?)?;
    }
    let code: Result<String, _> = activation::ALL
        .iter()
        .map(|act| {
            templates::section(act, &math)
                .map_err(|e| format!("src/core/activation/{}.rs: {e}", act.id))
        })
        .collect();
    save("code", code?)?;
    hash_files(&root.join(STYLES), &mut hasher).map_err(|e| format!("{STYLES}: {e}"))?;
    let code = names(&lessons, hasher.finish())? + &traits();
    fs::write(out.join("content.rs"), code).map_err(|e| format!("content.rs: {e}"))?;
    let code = kinks::code(&rows).map_err(|e| format!("src/content/kinks_measured.csv: {e}"))?;
    fs::write(out.join("kinks.rs"), code).map_err(|e| format!("kinks.rs: {e}"))
}

/// Checks that the texts of a language are those of [`CHAPTERS`].
fn listed(sources: &[Source], lang: Lang) -> Result<(), String> {
    let slugs: Vec<&str> = sources.iter().map(|source| source.slug.as_str()).collect();
    if slugs == CHAPTERS {
        return Ok(());
    }
    let odd =
        slugs.iter().chain(CHAPTERS).find(|slug| slugs.contains(slug) != CHAPTERS.contains(slug));
    let (odd, lang) = (odd.copied().unwrap_or("their order"), lang.code());
    Err(format!("src/content/{lang}: `{odd}` differs from the list in src/core/chapters.rs"))
}

/// Adds the contents of all files in a folder and below, in the order of their names.
fn hash_files(folder: &Path, hasher: &mut impl Hasher) -> std::io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            hash_files(&path, hasher)?;
        } else {
            fs::read(path)?.hash(hasher);
        }
    }
    Ok(())
}

/// The version of the texts, the titles of those of the lesson, and for native tests the texts
/// themselves, as Rust.
fn names(lessons: &[Vec<Source>], version: u64) -> Result<String, String> {
    let mut titles = vec![Vec::new(); CHAPTERS.len()];
    for sources in lessons {
        for (titles, source) in titles.iter_mut().zip(sources) {
            titles.push(source.sheet()?.title.to_owned());
        }
    }
    let files = |names: Vec<String>| {
        let file = |name: &String| {
            format!(
                "(\"content/{name}.html\", include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}.html\")))"
            )
        };
        let each: Vec<String> = names.iter().map(file).collect();
        format!("[(&str, &str); {}] = [{}]", names.len(), each.join(", "))
    };
    let languages = Lang::ALL.map(Lang::code);
    let texts = || CHAPTERS.iter().chain(&["evidence"]);
    let lesson =
        languages.iter().flat_map(|lang| texts().map(move |slug| format!("{lang}/{slug}")));
    let functions = ["code"].iter().chain(&languages).map(|name| (*name).to_owned());
    let (chapters, count) = (CHAPTERS.len(), lessons.len());
    Ok(format!(
        "/// Changes with any text and with any stylesheet that a view fetches.\n\
         pub const VERSION: &str = \"{version:016x}\";\n\
         /// The titles of the texts of `CHAPTERS` in each language.\n\
         pub static TITLES: [[&str; {count}]; {chapters}] = {titles:?};\n\
         /// The lesson's texts, by their path in the site.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub static LESSON: {};\n\
         /// The texts of the functions, by their path in the site.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub static FILES: {};\n",
        files(lesson.collect()),
        files(functions.collect()),
    ))
}

/// The traits of each function for its default parameters, as Rust.
fn traits() -> String {
    let bits: Vec<u8> = activation::ALL.iter().map(|act| gallery::traits(act).bits()).collect();
    format!(
        "/// The traits of each function of the catalogue, as the bits of `Traits`.\n\
         pub static TRAITS: [u8; {}] = {bits:?};\n",
        bits.len()
    )
}

/// What `cargo xtask accuracy` has measured of a function, in words; nothing if it has not.
fn accuracy(id: &str, lang: Lang) -> String {
    const MEASURED: &str = include_str!("../content/accuracy.csv");
    let row = MEASURED.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(','));
    let figures = row.and_then(|row| row.rsplit_once(','));
    let figures = figures.and_then(|(rest, df)| Some((rest.rsplit_once(',')?.1, df)));
    figures.map_or_else(String::new, |(f, df)| (words::words(lang).frameworks.accuracy)(f, df))
}

/// The texts of every function in one language: a section each, its parts marked by class.
fn language(root: &Path, lang: Lang, rows: &[Row], press: &Press) -> Result<String, String> {
    let mut html = String::new();
    let (words, judged) = (words::words(lang), claims::rows()?);
    for act in activation::ALL {
        let formula = |left: &str, latex: &str| {
            press
                .math
                .block(&format!("{left} = {}", templates::symbolic(latex, act)))
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
