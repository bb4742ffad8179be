//! The parts of the README that commands write.

/// The text with what is between two comments replaced; `None` where they are missing.
pub(crate) fn between(text: &str, [first, last]: [&str; 2], content: &str) -> Option<String> {
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
}
