//! The tables of `xtask/FIGURES.md`, which commands write between two comments each.

use crate::failure::{Failure, io};
use crate::project;

/// The file, from the root.
pub(crate) const FILE: &str = "xtask/FIGURES.md";

const STEP: &str = "filling in the figures";

/// The file's text with this content between the markers `<!-- name:begin -->` and
/// `<!-- name:end -->`.
pub(crate) fn filled(name: &str, content: &str) -> Result<String, Failure> {
    let path = project::root().join(FILE);
    let text = std::fs::read_to_string(&path).map_err(|e| io(STEP, &path, &e))?;
    let markers = ["begin", "end"].map(|end| format!("<!-- {name}:{end} -->"));
    between(&text, [&markers[0], &markers[1]], content).ok_or_else(|| {
        let [begin, end] = &markers;
        Failure::new(STEP, &format!("{FILE} has no lines {begin} and {end}, in this order"))
            .advise("Restore them: the table goes between.")
    })
}

/// The text with the content between two comments replaced; `None` where they are missing.
fn between(text: &str, [first, last]: [&str; 2], content: &str) -> Option<String> {
    let begin = text.find(first)? + first.len();
    let end = begin + text[begin..].find(last)?;
    Some(format!("{}\n{content}{}", &text[..begin], &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_markers_is_replaced() {
        let old = "a\n<!-- b -->\nold\n<!-- e -->\nz\n";
        let new = "a\n<!-- b -->\nnew\n<!-- e -->\nz\n";
        let markers = ["<!-- b -->", "<!-- e -->"];
        assert_eq!(between(old, markers, "new\n").as_deref(), Some(new));
        assert_eq!(between(new, markers, "new\n").as_deref(), Some(new));
        assert_eq!(between("<!-- e --> <!-- b -->", markers, ""), None);
    }

    #[test]
    fn the_file_has_a_place_for_each_table() -> Result<(), Failure> {
        for name in ["accuracy", "bench"] {
            assert!(filled(name, "new\n")?.contains(&format!("<!-- {name}:begin -->\nnew\n<!--")));
        }
        assert!(filled("none", "").is_err());
        Ok(())
    }
}
