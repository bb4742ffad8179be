//! The size of a first visit's download: every such file, as it is and with gzip -9; and what each view
//! adds to it, as a page and in a frame.

use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::layout::{PARTS, PLAIN, PREVIEWS, STYLES, TEXTS};
use crate::project;
use crate::visits::{self, Visit};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt;
use std::io::Write;
use std::path::Path;

/// The budget of the first load, gzip.
const BUDGET: usize = 200_000;

/// The most that a frame may cost without its text, by its view. The goal is 300,000; see FIGURES.md.
const FRAMES: [(&str, usize); 2] = [("function", 379_500), ("zigzag", 359_500)];

const STEP: &str = "measuring the first load";

/// The files of the first load, heaviest first.
pub(crate) struct Sizes {
    files: Vec<(String, usize, usize)>,
    /// The download a view adds when it is first opened.
    parts: Vec<(String, usize, usize)>,
    later: usize,
    visits: Vec<Added>,
}

/// What a visit to a view adds to the first load.
struct Added {
    visit: Visit,
    files: usize,
    packed: usize,
}

/// Measures the files in dist/.
pub(crate) fn measure() -> Result<Sizes, Failure> {
    let dist = project::dist();
    let mut sizes = Sizes { files: Vec::new(), parts: Vec::new(), later: 0, visits: Vec::new() };
    let mut styles = Vec::new();
    for file in files_below(&dist, &[]).map_err(|e| io(STEP, &dist, &e))? {
        let name = file.strip_prefix(&dist).unwrap_or(&file);
        let part = name.starts_with(PARTS);
        if part || is_first_load(name) {
            let bytes = std::fs::read(&file).map_err(|e| io(STEP, &file, &e))?;
            let packed = gzip(&bytes).map_err(|e| io(STEP, &file, &e))?;
            let list = if part { &mut sizes.parts } else { &mut sizes.files };
            list.push((name.display().to_string(), bytes.len(), packed));
        } else if name.starts_with(STYLES) && name.extension().is_some_and(|e| e == "css") {
            let packed = std::fs::read(&file).and_then(|bytes| gzip(&bytes));
            let packed = packed.map_err(|e| io(STEP, &file, &e))?;
            styles.push((name.display().to_string(), packed));
            sizes.later += 1;
        } else {
            sizes.later += 1;
        }
    }
    sizes.files.sort_by_key(|file| std::cmp::Reverse(file.2));
    sizes.parts.sort_by_key(|file| std::cmp::Reverse(file.2));
    let page = dist.join("index.html");
    let html = std::fs::read_to_string(&page).map_err(|e| io(STEP, &page, &e))?;
    // The minifier changes the order of attributes, and takes quotes away.
    let mut tags = html.split("<meta").filter_map(|rest| rest.split('>').next());
    let tag = tags.find(|tag| tag.replace('"', "").contains("name=parts"));
    let table = tag.and_then(|tag| tag.split("content=\"").nth(1)?.split('"').next());
    let table = table.ok_or_else(|| Failure::new(STEP, "index.html does not name the parts"))?;
    for visit in visits::visits(table) {
        let parts = sizes.parts.iter().map(|(name, _, packed)| (name, *packed));
        let all: Vec<_> =
            parts.chain(styles.iter().map(|(name, packed)| (name, *packed))).collect();
        let files = visit.files();
        let mut packed = 0;
        for file in &files {
            let found = all.iter().find(|(name, _)| name.starts_with(file.as_str()));
            packed += found.map_or(0, |(_, packed)| *packed);
            if found.is_none() {
                return Err(Failure::new(STEP, &format!("{file}… is not in dist/")));
            }
        }
        sizes.visits.push(Added { visit, files: files.len(), packed });
    }
    Ok(sizes)
}

impl Sizes {
    /// Fails, with the table, when the first load is too heavy.
    pub(crate) fn within_budget(&self) -> Result<(), Failure> {
        let total = self.total().1;
        let frames = FRAMES.iter().map(|(view, budget)| {
            let of = |added: &&Added| added.visit.framed && added.visit.view.id == *view;
            (total + self.visits.iter().find(of).map_or(0, |added| added.packed), *budget)
        });
        let over = [(total, BUDGET)].into_iter().chain(frames);
        let over: usize = over.map(|(size, budget)| size.saturating_sub(budget)).sum();
        if over == 0 {
            return Ok(());
        }
        Err(Failure::new("checking the size budget", &format!("{over} bytes too much\n{self}")).advise(
            "See what grew: the same table for the commit before, or `twiggy top` on the wasm file.\n\
             A dependency's default features are the usual cause.",
        ))
    }

    fn total(&self) -> (usize, usize) {
        self.files.iter().fold((0, 0), |(raw, packed), file| (raw + file.1, packed + file.2))
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:<52} {:>10} {:>10}", "first load", "bytes", "gzip -9")?;
        for (name, raw, packed) in &self.files {
            writeln!(out, "{name:<52} {raw:>10} {packed:>10}")?;
        }
        let (raw, packed) = self.total();
        writeln!(out, "{:<52} {raw:>10} {packed:>10}", "total")?;
        for (name, raw, packed) in &self.parts {
            writeln!(out, "+ {name:<50} {raw:>10} {packed:>10}")?;
        }
        writeln!(out, "\n{:<12} {:>14} {:>14}", "a visit", "page", "frame")?;
        for pair in self.visits.chunks(2) {
            let [page, frame] = pair else { continue };
            let all = |added: &Added| {
                format!(
                    "{} kB in {}",
                    (packed + added.packed) / 1000,
                    self.files.len() + added.files
                )
            };
            writeln!(out, "{:<12} {:>14} {:>14}", page.visit.view.id, all(page), all(frame))?;
        }
        writeln!(out, "gzip, files; its texts, pictures and fonts come when it is live\n")?;
        let share = packed as f64 / BUDGET as f64 * 100.0;
        writeln!(
            out,
            "{share:.1} % of the budget of {BUDGET}; + is fetched when a view is first opened; {} more files only when used",
            self.later
        )
    }
}

/// Whether a first visit loads this file of dist/.
fn is_first_load(name: &Path) -> bool {
    let folder = name.components().next().map(|c| c.as_os_str().to_owned());
    let file = name.file_name().unwrap_or_default().to_string_lossy();
    let extension = name.extension().unwrap_or_default().to_string_lossy();
    let folders = [TEXTS, PLAIN, STYLES, PREVIEWS];
    let later = folder.is_some_and(|folder| folders.iter().any(|later| folder == *later))
        || file.starts_with('.')
        || file == "404.html"
        || ["embed.js", "home.js", "oembed.json", "sw.js"].contains(&&*file)
        || ["avif", "gif", "ico", "jpg", "png", "svg", "webmanifest", "webp"]
            .contains(&&*extension);
    !later
}

/// The size of some bytes with gzip -9.
pub(crate) fn gzip(bytes: &[u8]) -> std::io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_the_page_and_what_it_runs() {
        for name in [
            "index.html",
            "app-1f.js",
            "app-1f_bg.wasm",
            "style-2.css",
            "boot.js",
            "snippets/a/b.js",
        ] {
            assert!(is_first_load(Path::new(name)), "{name}");
        }
        for name in [
            "404.html",
            "embed.js",
            "icon.svg",
            "content/en/elu.html",
            "pages/en/elu.html",
            "pages/zh/01-activation.html",
            "home.js",
            "sw.js",
            "p/elu/index.html",
            "oembed.json",
            "pages/x.js",
            ".nojekyll",
        ] {
            assert!(!is_first_load(Path::new(name)), "{name}");
        }
    }
}
