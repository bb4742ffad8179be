//! The stylesheets: one dark theme in all of them, and the rules of one view in that view's own.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::views;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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

/// All files below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

// It stands in three places, for a live page, one that is not yet and one that never will be.
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

/// Text has one of six sizes. Only words inside drawings follow the units of these.
#[test]
fn text_has_one_of_six_sizes() {
    let sizes = ["--small", "--text-s", "--text", "--title-s", "--title", "--hero"];
    for (name, _) in tokens(MAIN, "", ":root").iter().filter(|(_, value)| value.ends_with("rem")) {
        assert!(sizes.contains(name) || *name == "--gap", "{name}");
    }
    for file in below(Path::new("style")).iter().filter(|f| f.extension().unwrap() == "css") {
        let css = fs::read_to_string(file).unwrap();
        for rule in css.lines().map(str::trim).filter(|line| line.starts_with("font")) {
            let Some(size) = rule.strip_prefix("font-size: ").or(rule.strip_prefix("font: "))
            else {
                continue;
            };
            let token = sizes.iter().any(|token| size.contains(&format!("var({token})")));
            let drawn = size.contains("px") || size.contains("inherit");
            assert!(token || drawn, "{}: {rule}", file.display());
        }
    }
}

#[test]
fn the_fonts_are_small() {
    let fonts = below(Path::new("style/views")).into_iter();
    let sizes = fonts.filter(|file| file.extension().unwrap() == "woff2");
    let sizes: Vec<u64> = sizes.map(|file| file.metadata().unwrap().len()).collect();
    assert_eq!(sizes.len(), 4, "text, bold text, headings, formulas");
    assert!(sizes.iter().sum::<u64>() <= 60_000, "{sizes:?}");
}

#[test]
fn every_stylesheet_of_a_view_is_there_and_used() {
    let named: Vec<&str> = views::ALL.iter().flat_map(|view| view.styles).copied().collect();
    for name in &named {
        assert!(Path::new(&format!("style/views/{name}.css")).is_file(), "{name}");
    }
    let all = fs::read_dir("style/views").unwrap().map(|entry| entry.unwrap().path());
    for file in all.filter(|file| file.extension().is_some_and(|kind| kind == "css")) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        // The page fetches the rules of a frame beside a view's own, and those of what lies over one.
        assert!(["framed", "over"].contains(&name) || named.contains(&name), "{name}");
    }
}

#[test]
fn every_part_of_a_stylesheet_is_imported_once() {
    let files = below(Path::new("style"));
    let css = files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "css"));
    let texts: Vec<_> = css.map(|file| (file, fs::read_to_string(file).unwrap())).collect();
    for (part, _) in &texts {
        let folder = part.parent().unwrap();
        let whole = folder.with_extension("css");
        if !whole.is_file() {
            continue;
        }
        let folder = folder.file_name().unwrap().to_str().unwrap();
        let name = part.file_name().unwrap().to_str().unwrap();
        let import = format!("@import \"./{folder}/{name}\";");
        let text = &texts.iter().find(|(file, _)| **file == whole).unwrap().1;
        assert_eq!(text.matches(&import).count(), 1, "{import} in {}", whole.display());
    }
}

#[test]
fn the_rules_of_one_view_are_in_its_own_stylesheet() {
    for file in below(Path::new("style")) {
        let Ok(css) = fs::read_to_string(&file) else { continue };
        for part in css.split("[data-demo=\"").skip(1) {
            let view = part.split('"').next().unwrap();
            let own = Path::new("style/views").join(view).with_extension("css");
            assert_eq!(file, own, "a rule of {view}");
        }
    }
}

#[test]
fn the_start_page_styles_only_what_is_its_own() {
    // Every page loads these rules.
    let css = fs::read_to_string("style/main/gallery.css").unwrap();
    let styled: BTreeSet<_> = css
        .lines()
        .filter_map(|line| line.trim().strip_prefix('.'))
        .filter(|rule| rule.ends_with(['{', ',']))
        .map(|rule| rule.split([' ', '.', ':', '[', '{', ',']).next().unwrap())
        .collect();
    assert!(styled.contains("hero") && styled.contains("gallery"), "{styled:?}");
    for file in below(Path::new("src/page")).into_iter().chain(below(Path::new("src/press"))) {
        let own = ["src/page/views/gallery", "src/press/hero.rs"];
        if own.iter().any(|own| file.starts_with(own)) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap().replace("\\\"", "\"");
        let attributes = text.split("class=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        for class in attributes.flat_map(|classes| classes.split(' ')) {
            assert!(!styled.contains(class), "{class} in {}", file.display());
        }
    }
}
