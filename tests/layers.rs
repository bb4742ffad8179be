//! The layers of the source: no file imports from one above its own, no view from another view, no
//! imports go in a circle, and no file is too long.

#![cfg(not(target_arch = "wasm32"))] // a browser has no files
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "layers/imports.rs"]
mod imports;

use activation_explorer::key::{SPEED, STEPS};
use activation_explorer::views;
use imports::Source;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers of the core, the lowest first.
const CORE: &str = "lang chapters numeric search key activation formula precision properties address plot demo hosts words views";
/// The layers of the page, the lowest first.
const PAGE: &str = "browser state widgets views shell";
/// The most lines of a file.
const LONGEST: usize = 400;

/// The files of such kinds below a folder; none if there is no such folder.
fn files(folder: impl AsRef<Path>, kinds: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let kind = |path: &Path| kinds.iter().any(|kind| path.extension().is_some_and(|e| e == *kind));
    let each =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir() || kind(path));
    each.flat_map(|path| if path.is_dir() { files(path, kinds) } else { vec![path] }).collect()
}

/// A file's code without its tests and with empty comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let tests = text.rfind("\n#[cfg(test)]\n").filter(|at| text[*at..].contains("\nmod "));
    let lines = text[..tests.unwrap_or(text.len())].lines();
    let bare = lines.map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n");
    let mut bare: String = bare.collect();
    while let Some(start) = bare.find("#[cfg(test)]") {
        let (mut depth, mut end) = (0, bare.len());
        for (at, c) in bare[start..].char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 && (c == ';' || c == '}') {
                end = start + at + 1;
                break;
            }
        }
        let blank = "\n".repeat(bare[start..end].matches('\n').count());
        bare.replace_range(start..end, &blank);
    }
    bare
}

/// Adds the paths that begin at `at` inside the module `base`, each with its line.
fn paths(text: &str, at: usize, mut base: Vec<String>, found: &mut Vec<(usize, Vec<String>)>) {
    let rest = &text[at..];
    if rest.starts_with('{') {
        let mut depth = 0;
        for (place, c) in rest.char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 1 && (c == '{' || c == ',') {
                let gap = rest[place + 1..].find(|c: char| !c.is_whitespace()).unwrap_or_default();
                paths(text, at + place + 1 + gap, base.clone(), found);
            } else if depth == 0 {
                break;
            }
        }
        return;
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    match &rest[..end] {
        "crate" => base.clear(),
        "super" => drop(base.pop()),
        name => base.push(name.to_owned()),
    }
    if rest[end..].starts_with("::") {
        return paths(text, at + end + 2, base, found);
    }
    found.push((text[..at].matches('\n').count() + 1, base));
}

/// The module of a file below the root of its crate.
fn module(root: &str, file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(root).unwrap().with_extension("");
    let names = inside.iter().map(|name| name.to_str().unwrap().to_owned());
    names.filter(|name| !["mod", "lib", "main"].contains(&name.as_str())).collect()
}

/// The faults of a folder of layers in the crate whose root is `root`.
fn faults(root: &str, folder: &str, layers: &str) -> Vec<String> {
    let depth = module(root, Path::new(folder)).len();
    let layer = |path: &[String]| {
        layers.split(' ').position(|name| path.get(depth).is_some_and(|p| p == name))
    };
    let view = |path: &[String]| path.get(depth + 1).and_then(|name| views::find(name));
    let mut faults = Vec::new();
    for file in &files(folder, &["rs"]) {
        let (own, text, mut found) = (module(root, file), code(file), Vec::new());
        if own.len() <= depth {
            continue;
        }
        let place = layer(&own).unwrap_or_else(|| panic!("{} is in no layer", file.display()));
        for (at, _) in text.match_indices("crate::").chain(text.match_indices("super::")) {
            if !text[..at].ends_with("super::") {
                paths(&text, at, own.clone(), &mut found);
            }
        }
        for (line, path) in found.iter().filter(|(_, path)| path.starts_with(&own[..depth])) {
            let Some(to) = layer(path) else { continue };
            let both = view(&own).zip(view(path)).filter(|_| path[depth] == "views");
            let other = to == place && both.is_some_and(|(own, other)| own != other);
            if to > place || other {
                let rule =
                    if other { "no view imports another" } else { "no layer imports one above" };
                faults.push(format!("{}:{line}: {}: {rule}", file.display(), path.join("::")));
            }
        }
    }
    faults
}

// The core and the press cannot import from the page: they are crates that it depends on.
#[test]
fn no_file_imports_from_above() {
    let all = [faults("src/core", "src/core", CORE), faults("src", "src/page", PAGE)].concat();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn no_imports_go_in_a_circle() {
    let all = ["src/core", "src/press", "src/page"].map(|folder| files(folder, &["rs"]));
    let source = |file: PathBuf| (module("src", &file), file.clone(), code(&file));
    let circles = Source::new(all.into_iter().flatten().map(source)).circles();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn circles_are_found_through_a_folders_re_exports() {
    let circles = |texts: &[(&str, &str)]| {
        let module = |(name, text): &(&str, &str)| {
            let names = name.split('/').map(str::to_owned).collect();
            (names, PathBuf::from(name), (*text).to_owned())
        };
        Source::new(texts.iter().map(module)).circles()
    };
    let folder = ("core/address", "pub use read::read;\npub use state::{Bar as Other, State};\n");
    let state = ("core/address/state", "pub struct State;\n");
    let read = ("core/address/read", "use super::{\n    Other, State,\n};\n");
    assert_eq!(circles(&[folder, state, read]), [""; 0]);
    for import in ["super::read", "crate::address::{read}", "explorer_core::address::read as r"] {
        let text = format!("\nuse {import};\n");
        let found = circles(&[folder, ("core/address/state", &text), read]);
        assert_eq!(found, ["core/address/read:1 -> core/address/state:2"], "{import}");
    }
    let module = ("core/address/state", "use crate::address;\nfn f() { address::read(); }\n");
    let found = circles(&[folder, module, read]);
    assert_eq!(found, ["core/address/read:1 -> core/address/state:2"]);
    // A folder's mod.rs leads to its files, which therefore import nothing that it declares.
    let own = circles(&[folder, state, ("core/address/read", "use super::Address;\n")]);
    assert_eq!(own, ["core/address:1 -> core/address/read:1"]);
}

#[test]
fn no_file_is_too_long() {
    let folders = ["src", "xtask/src", "tests", "style", "public"];
    let all = folders.map(|folder| files(folder, &["rs", "css", "js"]));
    let lines = |file: &PathBuf| fs::read_to_string(file).unwrap().lines().count();
    let long: Vec<_> = all.iter().flatten().filter(|file| lines(file) > LONGEST).collect();
    assert!(long.is_empty(), "files of more than {LONGEST} lines: {long:?}");
}

#[test]
fn a_view_with_an_animation_has_the_keys_of_its_player() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core/views");
    for view in views::ALL {
        let animated = files(root.join(view.id), &["rs"])
            .iter()
            .any(|file| code(file).contains("impl Animation for"));
        let plays = [STEPS, SPEED].iter().all(|key| view.keys.contains(key));
        assert!(!animated || plays, "{view:?} is played: its keys need STEPS and SPEED");
    }
}
