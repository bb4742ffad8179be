//! The dark theme stands in three places, for a live page, one that is not yet and one that never
//! will be: the same colours in all of them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

const MAIN: &str = include_str!("../style/main/themes.css");
const READING: &str = include_str!("../style/views/reading/theme.css");

/// The custom properties set by the first rule that begins with `selector` after `place`.
fn tokens<'a>(css: &'a str, place: &str, selector: &str) -> Vec<(&'a str, &'a str)> {
    let after = css.split_once(place).unwrap().1;
    let body = after.split_once(selector).unwrap().1.split_once('{').unwrap().1;
    let lines = body.split_once('}').unwrap().0.lines();
    let pairs = lines.filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
    pairs.filter(|(name, _)| name.starts_with("--")).collect()
}

#[test]
fn there_is_one_dark_theme() {
    let full = tokens(MAIN, "@media screen {", ":root[data-theme=\"dark\"]");
    assert!(full.len() > 25, "{full:?}");
    let dark = "@media screen and (prefers-color-scheme: dark)";
    for css in [MAIN, READING] {
        let part = tokens(css, dark, ":root:not([data-theme])");
        assert!(part.len() > 5, "{part:?}");
        for (name, value) in part {
            let own = full.iter().find(|(other, _)| *other == name).unwrap();
            assert_eq!(own.1, value, "{name}");
        }
    }
}
