//! The press: turns prose and formulas into HTML with MathML, and the pages beside the live one.
//!
//! A missing translation or a formula that does not parse stops the build with file and reason.
//! A language has one file for all functions and one for each text of the lesson; the functions as
//! code, which needs no translation, are one more. The page fetches each when it first needs it.

mod claims;
mod code;
mod evidence;
mod figure;
mod files;
mod findable;
mod frameworks;
mod functions;
mod glyphs;
mod guide;
mod hero;
mod kinks;
mod know;
mod lesson;
mod linear;
mod links;
mod markdown;
pub mod measured;
mod opening;
mod placeholders;
mod references;
mod sheet;
pub mod site;
mod still;
mod thumbnails;
mod words;

use explorer_core::activation;
use explorer_core::chapters::CHAPTERS;
use explorer_core::lang::Lang;
use explorer_core::views::gallery;
use lesson::Source;
use markdown::{Math, Press};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Stylesheets that a view fetches when it is first opened.
pub const STYLES: &str = "style/views";

/// Writes `<lang>.html` for every language, `<lang>/<text>.html` for every text of the lesson,
/// `code.html`, `lesson/pictures.html` with one of each text, the section of each function alone in `<lang>/functions` and in `code`,
/// `content.rs` with their version and names, and `kinks.rs` with what frameworks return at kinks.
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
        let folder = out.join(code);
        // A text that has gone must not stay in the site.
        let _ = fs::remove_dir_all(&folder);
        let functions = functions::html(root, lang, &rows, &press)?;
        each_alone(&functions, &folder.join("functions"))?;
        save(code, functions)?;
        for source in sources {
            let html = lesson::html(source, lang, &judged, &press)?;
            save(&format!("{code}/{}", source.slug), html)?;
        }
        save(&format!("{code}/evidence"), evidence::page(lang)?)?;
    }
    let code: Result<String, _> = activation::ALL
        .iter()
        .map(|act| {
            code::section(act, &math).map_err(|e| format!("src/core/activation/{}.rs: {e}", act.id))
        })
        .collect();
    let code = code?;
    each_alone(&code, &out.join("code"))?;
    save("code", code)?;
    let folder = out.join("lesson");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    save("lesson/pictures", thumbnails::pictures(&lessons[0]))?;
    hash_files(&root.join(STYLES), &mut hasher).map_err(|e| format!("{STYLES}: {e}"))?;
    let code = names(&lessons, hasher.finish())? + &traits() + &findable::tables(root, &lessons)?;
    fs::write(out.join("content.rs"), code).map_err(|e| format!("content.rs: {e}"))?;
    let code = kinks::code(&rows).map_err(|e| format!("src/content/kinks_measured.csv: {e}"))?;
    fs::write(out.join("kinks.rs"), code).map_err(|e| format!("kinks.rs: {e}"))
}

/// Writes the section of each function into a file of its own, which is what the page fetches.
fn each_alone(sections: &str, folder: &Path) -> Result<(), String> {
    // A function that has gone must not stay in the site.
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut rest = sections;
    for act in activation::ALL {
        let start = format!("<section id=\"{}\">", act.id);
        let end = rest.find("\n<section id=").map_or(rest.len(), |end| end + 1);
        let (section, others) = rest.split_at(end);
        if !section.starts_with(&start) {
            return Err(format!("{}: no section of {} in its place", folder.display(), act.id));
        }
        let file = folder.join(format!("{}.html", act.id));
        fs::write(&file, section).map_err(|e| format!("{}: {e}", file.display()))?;
        rest = others;
    }
    Ok(())
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
    for file in files::below(folder)? {
        fs::read(file)?.hash(hasher);
    }
    Ok(())
}

/// The version of the texts, the titles of those of the lesson, and for native tests the texts
/// themselves, as Rust.
fn names(lessons: &[Vec<Source>], version: u64) -> Result<String, String> {
    let mut titles = vec![Vec::new(); CHAPTERS.len()];
    let mut leads = titles.clone();
    for sources in lessons {
        for ((titles, leads), source) in titles.iter_mut().zip(&mut leads).zip(sources) {
            let sheet = source.sheet()?;
            titles.push(sheet.title.to_owned());
            leads.push(findable::plain(sheet.lead.text));
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
         /// Their leads.\n\
         pub static LEADS: [[&str; {count}]; {chapters}] = {leads:?};\n\
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
