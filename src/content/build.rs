//! Build script: turns each function's formula and texts into HTML with MathML, so that a missing
//! translation or a formula that does not parse stops the build with file and reason.
//!
//! One file per language holds everything about the functions, one a chapter of the lesson, and
//! one the functions as code, which needs no translation; the page fetches each when something of
//! it is first needed.

#![allow(clippy::expect_used, reason = "a build script may stop the build")]
#![allow(clippy::print_stdout, reason = "cargo reads it")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

// The catalogue itself, so that nothing about a function is written down twice.
#[allow(unused_imports, reason = "likewise")]
#[allow(dead_code, reason = "the build uses only a part of the catalogue")]
#[path = "../activation/mod.rs"]
mod activation;
#[allow(dead_code, reason = "texts use only its errors")]
#[path = "../views/linear/model/fit.rs"]
mod fit;
#[allow(dead_code, reason = "the catalogue needs it; the build does not")]
#[path = "../numeric/mod.rs"]
mod numeric;
#[allow(dead_code, unused_imports, reason = "texts use only a part of it")]
#[path = "../properties/mod.rs"]
mod properties;

mod claims;
#[allow(dead_code, reason = "the build fills in only what it checks")]
mod code;
mod evidence;
mod figure;
mod frameworks;
mod glyphs;
mod guide;
mod kinks;
mod lesson;
mod links;
mod markdown;
mod measured;
mod placeholders;
#[allow(dead_code, unused_imports, reason = "texts use only a part of it")]
#[allow(clippy::wrong_self_convention, reason = "in the library these names are public")]
mod plot;
mod references;
mod sheet;
mod still;
mod templates;

use frameworks::{LANGUAGES, Words};
use lesson::Source;
use markdown::{Math, Press, Text};
use measured::Row;

/// Stylesheets that a view fetches when it is first opened.
const STYLES: &str = "style/views";

fn main() {
    let folders = ["activation", "content", "views/linear/model", "numeric", "plot", "properties"];
    for folder in
        folders.map(|name| format!("src/{name}")).iter().map(String::as_str).chain([STYLES])
    {
        println!("cargo:rerun-if-changed={folder}");
    }
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What the splitter needs to know which code belongs to which view.
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    if let Err(why) = write(&root, &out) {
        println!("cargo::error={why}");
        std::process::exit(1);
    }
}

/// Writes `<lang>.html` for every language, `<lang>/<text>.html` for every text of the lesson,
/// `code.html`, `content.rs` with their version and names, and `kinks.rs` with what frameworks
/// return at kinks.
fn write(root: &Path, out: &Path) -> Result<(), String> {
    let math = Math::new()?;
    let mut hasher = DefaultHasher::new();
    let rows = measured::rows()?;
    let mut save = |name: &str, html: String| {
        html.hash(&mut hasher);
        let file = out.join(format!("{name}.html"));
        fs::write(&file, html).map_err(|e| format!("{}: {e}", file.display()))
    };
    let mut lessons = Vec::new();
    for (lang, _) in &LANGUAGES {
        lessons.push(lesson::sources(root, lang)?);
    }
    let index = lesson::index(&lessons[0])?;
    let press = Press { math: &math, index: &index };
    let judged = claims::rows()?;
    for ((lang, words), sources) in LANGUAGES.iter().zip(&lessons) {
        lesson::same(&index, sources, lang)?;
        save(lang, language(root, lang, words, &rows, &press)?)?;
        let folder = out.join(lang);
        // A text that has gone must not stay in the site.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        for source in sources {
            let html = lesson::html(source, lang, &judged, &press)?;
            save(&format!("{lang}/{}", source.slug), html)?;
        }
        save(&format!("{lang}/evidence"), evidence::page(lang)?)?;
    }
    let code: Result<String, _> = activation::ALL
        .iter()
        .map(|act| {
            templates::section(act, &math).map_err(|e| format!("src/activation/{}.rs: {e}", act.id))
        })
        .collect();
    save("code", code?)?;
    hash_files(&root.join(STYLES), &mut hasher).map_err(|e| format!("{STYLES}: {e}"))?;
    let code = names(&lessons, hasher.finish())? + &traits();
    fs::write(out.join("content.rs"), code).map_err(|e| format!("content.rs: {e}"))?;
    let code = kinks::code(&rows).map_err(|e| format!("src/content/kinks_measured.csv: {e}"))?;
    fs::write(out.join("kinks.rs"), code).map_err(|e| format!("kinks.rs: {e}"))
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

/// The version of the texts, the names and titles of those of the lesson, and for native tests
/// the texts themselves, as Rust.
fn names(lessons: &[Vec<Source>], version: u64) -> Result<String, String> {
    let first = lessons.first().ok_or("no languages")?;
    let slugs: Vec<&str> = first.iter().map(|source| source.slug.as_str()).collect();
    let mut titles = vec![Vec::new(); slugs.len()];
    for sources in lessons {
        for (titles, source) in titles.iter_mut().zip(sources) {
            titles.push(source.sheet()?.title.to_owned());
        }
    }
    let mut files = Vec::new();
    for (lang, _) in &LANGUAGES {
        for slug in slugs.iter().chain(&["evidence"]) {
            files.push(format!(
                "(\"content/{lang}/{slug}.html\", include_str!(concat!(env!(\"OUT_DIR\"), \"/{lang}/{slug}.html\")))"
            ));
        }
    }
    let (texts, languages) = (slugs.len(), lessons.len());
    Ok(format!(
        "/// Changes with any text and with any stylesheet that a view fetches.\n\
         pub const VERSION: &str = \"{version:016x}\";\n\
         /// The names of the lesson's texts in addresses: the chapters, the glossary, the guide.\n\
         pub static SLUGS: [&str; {texts}] = {slugs:?};\n\
         /// Their titles in each language.\n\
         pub static TITLES: [[&str; {languages}]; {texts}] = {titles:?};\n\
         /// The lesson's texts, by their path in the site.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub static LESSON: [(&str, &str); {}] = [{}];\n",
        files.len(),
        files.join(", "),
    ))
}

/// What each function is for its default parameters, as Rust: a bit each, in the order of
/// `view_state::Trait`.
fn traits() -> String {
    use properties::{Monotone, Saturation};
    let bits = activation::ALL.iter().map(|act| {
        let found = properties::properties(act, &act.defaults());
        let finite = |end: &properties::End| end.value.is_finite();
        let is = [
            found.range.iter().all(|range| finite(&range.low) && finite(&range.high)),
            found.monotone != Monotone::No,
            found.regularity.class == properties::Class::Smooth,
            found.mean == 0.0,
            !found.regularity.kinks.is_empty(),
            found.left != Saturation::None || found.right != Saturation::None,
        ];
        is.iter().enumerate().fold(0, |bits, (place, is)| bits | u8::from(*is) << place)
    });
    let bits: Vec<u8> = bits.collect();
    format!(
        "/// What each function of the catalogue is, see `view_state::Trait`.\n\
         pub static TRAITS: [u8; {}] = {bits:?};\n",
        bits.len()
    )
}

/// What `cargo xtask accuracy` has measured of a function, in words; nothing if it has not.
fn accuracy(id: &str, words: &Words) -> String {
    const MEASURED: &str = include_str!("accuracy.csv");
    let row = MEASURED.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(','));
    let figures = row.and_then(|row| row.rsplit_once(','));
    let figures = figures.and_then(|(rest, df)| Some((rest.rsplit_once(',')?.1, df)));
    figures.map_or_else(String::new, |(f, df)| (words.accuracy)(f, df))
}

/// The texts of every function in one language: a section each, its parts marked by class.
fn language(
    root: &Path,
    lang: &str,
    words: &Words,
    rows: &[Row],
    press: &Press,
) -> Result<String, String> {
    let mut html = String::new();
    let (said, judged) = (markdown::words(lang)?, claims::rows()?);
    for act in activation::ALL {
        let formula = |left: &str, latex: &str| {
            press
                .math
                .block(&format!("{left} = {}", templates::symbolic(latex, act)))
                .map_err(|e| format!("src/activation/{}.rs: {left}: {e}", act.id))
        };
        let file = format!("src/content/{lang}/{}.md", act.id);
        let source = fs::read_to_string(root.join(&file))
            .map_err(|e| format!("{file}: {e} (every function needs a text in every language)"))?;
        let lines = source.lines().count();
        let (source, claims) = claims::section(&source, said.heading, act.id, &judged)
            .map_err(|e| format!("{file}: {e}"))?;
        let claims = markdown::claims(&claims, said, press).map_err(|e| format!("{file}: {e}"))?;
        let Text { title, summary, body, frameworks } =
            markdown::text(&source, words.heading, lines, press)
                .map_err(|e| format!("{file}: {e}"))?;
        let table = frameworks::table(act, words, rows)
            .map_err(|e| format!("src/activation/{}.rs: {e}", act.id))?;
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
            accuracy = accuracy(act.id, words),
            f = formula("f(x)", act.formula)?,
            df = formula(r"f\text{′}(x)", act.derivative)?,
        ));
    }
    Ok(html)
}
