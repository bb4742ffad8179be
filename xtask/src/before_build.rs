//! The hook that Trunk runs before every build: the stylesheet of the first download as one file,
//! and its scripts as one.
//!
//! Trunk names each by its content, follows no `@import`, and would make a request of every script.

use crate::edit::Edit;
use crate::failure::{Failure, io};
use crate::project;
use std::path::Path;

const STEP: &str = "joining the stylesheet and the scripts of the whole page";

/// The scripts of the page, each independent of the others.
const SCRIPTS: [&str; 5] = ["boot.js", "translated.js", "copied.js", "boxes.js", "keys.js"];

/// Writes `style/main.css` with its parts, and the scripts, to where `index.html` has them.
pub(crate) fn command() -> Result<(), Failure> {
    let write = |name: &str, text: String| {
        let file = project::scratch()?.join(name);
        std::fs::write(&file, text).map_err(|e| io(STEP, &file, &e))
    };
    write("main.css", joined(&project::root().join("style/main.css"))?)?;
    write("boot.js", scripts(&project::root().join("src"))?)
}

/// The scripts in a folder, one after the other.
fn scripts(folder: &Path) -> Result<String, Failure> {
    let read = |name: &str| {
        let file = folder.join(name);
        std::fs::read_to_string(&file).map_err(|e| io(STEP, &file, &e))
    };
    SCRIPTS.iter().map(|name| read(name)).collect()
}

/// A stylesheet with the files that it imports in their places.
fn joined(file: &Path) -> Result<String, Failure> {
    let css = std::fs::read_to_string(file).map_err(|e| io(STEP, file, &e))?;
    let mut whole = String::new();
    for line in css.lines() {
        if let Some(part) = imported(line) {
            let part = file.with_file_name("").join(part);
            whole += &std::fs::read_to_string(&part).map_err(|e| io(STEP, &part, &e))?;
        } else {
            whole += line;
            whole.push('\n');
        }
    }
    let name = file.display().to_string();
    Ok(Edit::new(STEP, &name, whole).without("@import")?.done())
}

/// The file that a line imports, relative to its own.
fn imported(line: &str) -> Option<&str> {
    line.strip_prefix("@import \"./")?.strip_suffix("\";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_imports_a_file() {
        assert_eq!(imported("@import \"./main/bar.css\";"), Some("main/bar.css"));
        assert_eq!(imported("@import url(\"main/bar.css\");"), None);
        assert_eq!(imported(".bar {"), None);
    }

    #[test]
    fn every_script_is_in_it() -> Result<(), Failure> {
        let folder = project::root().join("src");
        let whole = scripts(&folder)?;
        for file in crate::files::files_below(&folder, &[]).map_err(|e| io(STEP, &folder, &e))? {
            // The service worker is a program of its own.
            let worker = file.ends_with("sw.js");
            if !worker && file.extension().is_some_and(|end| end == "js") {
                let script = std::fs::read_to_string(&file).map_err(|e| io(STEP, &file, &e))?;
                assert!(whole.contains(&script), "{}", file.display());
            }
        }
        Ok(())
    }

    #[test]
    fn every_part_of_the_stylesheet_is_in_it() -> Result<(), Failure> {
        let style = project::root().join("style");
        let whole = joined(&style.join("main.css"))?;
        let folder = style.join("main");
        for file in crate::files::files_below(&folder, &[]).map_err(|e| io(STEP, &folder, &e))? {
            let part = std::fs::read_to_string(&file).map_err(|e| io(STEP, &file, &e))?;
            assert!(whole.contains(&part), "{}", file.display());
        }
        Ok(())
    }
}
