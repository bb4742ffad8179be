//! The hook that Trunk runs before every build: the stylesheet of the first download as one file.
//!
//! Trunk names it by its content and follows no `@import`.

use crate::edit::Edit;
use crate::failure::{Failure, io};
use crate::project;
use std::path::Path;

const STEP: &str = "joining the stylesheet of the whole page";

/// Writes `style/main.css` with its parts to where `index.html` has it.
pub(crate) fn command() -> Result<(), Failure> {
    let joined = joined(&project::root().join("style/main.css"))?;
    let file = project::scratch()?.join("main.css");
    std::fs::write(&file, joined).map_err(|e| io(STEP, &file, &e))
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
