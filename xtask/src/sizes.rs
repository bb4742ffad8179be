//! The size of a first visit's download: every such file, as it is and with gzip -9.

use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::layout::{PARTS, PLAIN, PREVIEWS, STYLES, TEXTS};
use crate::project;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt;
use std::io::Write;
use std::path::Path;

/// The budget of the first load, gzip.
const BUDGET: usize = 200_000;

const STEP: &str = "measuring the first load";

/// The files of the first load, heaviest first.
pub(crate) struct Sizes {
    files: Vec<(String, usize, usize)>,
    /// The download a view adds when it is first opened.
    parts: Vec<(String, usize, usize)>,
    later: usize,
}

/// Measures the files in dist/.
pub(crate) fn measure() -> Result<Sizes, Failure> {
    let dist = project::dist();
    let mut sizes = Sizes { files: Vec::new(), parts: Vec::new(), later: 0 };
    for file in files_below(&dist, &[]).map_err(|e| io(STEP, &dist, &e))? {
        let name = file.strip_prefix(&dist).unwrap_or(&file);
        let part = name.starts_with(PARTS);
        if part || is_first_load(name) {
            let bytes = std::fs::read(&file).map_err(|e| io(STEP, &file, &e))?;
            let packed = gzip(&bytes).map_err(|e| io(STEP, &file, &e))?;
            let list = if part { &mut sizes.parts } else { &mut sizes.files };
            list.push((name.display().to_string(), bytes.len(), packed));
        } else {
            sizes.later += 1;
        }
    }
    sizes.files.sort_by_key(|file| std::cmp::Reverse(file.2));
    sizes.parts.sort_by_key(|file| std::cmp::Reverse(file.2));
    Ok(sizes)
}

impl Sizes {
    /// Fails, with the table, when the first load is too heavy.
    pub(crate) fn within_budget(&self) -> Result<(), Failure> {
        let total = self.total().1;
        if total <= BUDGET {
            return Ok(());
        }
        let over = total - BUDGET;
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
        || ["embed.js", "home.js", "oembed.json"].contains(&&*file)
        || ["avif", "gif", "ico", "jpg", "png", "svg", "webmanifest", "webp"]
            .contains(&&*extension);
    !later
}

fn gzip(bytes: &[u8]) -> std::io::Result<usize> {
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
            "p/elu/index.html",
            "oembed.json",
            "pages/x.js",
            ".nojekyll",
        ] {
            assert!(!is_first_load(Path::new(name)), "{name}");
        }
    }
}
