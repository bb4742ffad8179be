//! The documents against the code: the table of keys is made from the views, the number of functions
//! is that of the catalogue, the folders and commands they name are there.
//!
//! `RENEW_README=1 cargo test --test readme` writes the table of keys anew.

#![cfg(not(target_arch = "wasm32"))] // a browser has no files
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::ALL;
use activation_explorer::address::{View, shared_keys};
use activation_explorer::key::{Key, Kind};
use activation_explorer::numeric::format::shortest;
use activation_explorer::views;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- keys:begin -->\n";
const END: &str = "<!-- keys:end -->\n";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The views that read a key.
fn readers(read_by: impl Fn(&View) -> bool) -> String {
    let all = views::ALL.iter().copied().filter(|view| view.builds.is_empty());
    let reading: Vec<_> = all.clone().filter(|view| read_by(view)).map(|view| view.id).collect();
    if reading.len() == all.count() { "all".into() } else { reading.join(", ") }
}

/// The range and the start of a key of a view.
fn values(key: &Key) -> String {
    let (low, high) = key.range();
    let start: Vec<_> = key.start().into_iter().map(shortest).collect();
    match key.kind {
        Kind::Number { .. } if key.is_whole() && (low, high) == (0.0, 1.0) => {
            format!("0 or 1; {}", start[0])
        }
        Kind::Number { whole, .. } => {
            let whole = if whole { "whole, " } else { "" };
            format!("{whole}{} to {}; {}", shortest(low), shortest(high), start[0])
        }
        Kind::Word { words } => {
            let all: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
            format!("{}; `{}`", all.join(", "), words[0])
        }
        Kind::List { fewest, most, .. } => {
            let entries =
                if fewest == most { format!("{most}") } else { format!("{fewest} to {most}") };
            let start = if start.is_empty() { "none".into() } else { start.join(",") };
            format!("{entries} numbers; {start}")
        }
    }
}

/// The meaning of a key: the first paragraph of the comment above the constant that declares it.
fn meaning(view: &View, key: &Key) -> String {
    let shared = "src/core/key.rs".to_owned();
    let [own, extra] =
        ["keys.rs", "extra/keys.rs"].map(|file| format!("src/core/views/{}/{file}", view.id));
    let mark = format!("(\"{}\"", key.name);
    for file in [own, extra, shared] {
        let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)) else {
            continue;
        };
        let lines: Vec<&str> = text.lines().collect();
        let Some(mut at) = lines.iter().position(|line| line.contains(&mark)) else { continue };
        while !lines[at].starts_with("pub const") {
            at -= 1;
        }
        let above = lines[..at].iter().rev().take_while(|line| line.starts_with("///"));
        let mut words: Vec<&str> = above.map(|line| line.trim_start_matches("/// ")).collect();
        words.reverse();
        return words.join(" ").trim_end_matches('.').to_owned();
    }
    panic!("no comment on the key `{}` of the view `{}`", key.name, view.id);
}

fn table() -> String {
    let ids: Vec<_> = views::ALL.iter().map(|view| format!("`{}`", view.id)).collect();
    let mut table = format!(
        "| key | values | views |\n| --- | --- | --- |\n\
         | `view` | {}; `embed` shows how to embed the view that `show` names | all |\n\
         | `fn` | the id of a function, `-` and `_` are both accepted; `own` for the one that the reader types | {} |\n\
         | a parameter's name | `alpha=1.5`; `elu.alpha=1.5` for a function other than `fn`, and `own.a=1.5` always | {} |\n\
         | `f`, `own.f` | the formula of `own`; `f` if it is no word of the switch below | {} |\n",
        ids.join(", "),
        readers(|view| view.reads.function),
        readers(|view| view.reads.params),
        readers(|view| view.functions.is_empty() && (view.reads.function || view.most_compared > 0)),
    );
    for key in shared_keys() {
        let about = key.about.replace('|', "\\|");
        let readers = readers(key.read_by);
        table.push_str(&format!("| `{}` | {about} | {readers} |\n", key.name));
    }
    table.push_str("\nKeys of single views, with their range and start value:\n\n");
    table.push_str("| view | key | what it is | values |\n| --- | --- | --- | --- |\n");
    for view in views::ALL {
        for key in view.keys {
            table.push_str(&format!(
                "| {} | `{}` | {} | {} |\n",
                view.id,
                key.name,
                meaning(view, key).replace('|', "\\|"),
                values(key)
            ));
        }
    }
    table
}

#[test]
fn the_table_of_keys_is_that_of_the_views() {
    let text = read("src/README.md");
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (now, after) = rest.split_once(END).unwrap();
    let table = table();
    if std::env::var_os("RENEW_README").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/README.md");
        fs::write(path, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        return;
    }
    assert!(now == table, "not today's keys: RENEW_README=1 cargo test --test readme");
}

#[test]
fn the_readme_is_short_and_true() {
    let text = read("README.md");
    assert!(text.lines().count() <= 150, "{} lines", text.lines().count());
    assert!(text.contains(&format!("{} functions", ALL.len())));
    // Whatever it names in the repository, other than what a reader would add, is there.
    let named = text.split('`').skip(1).step_by(2).filter(|name| name.contains('/'));
    for name in named.filter(|name| name.starts_with("src/") || name.starts_with("tests/")) {
        let placeholder = ["yours", "<language>", "12-", "/de/"].iter().any(|p| name.contains(p));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        assert!(placeholder || path.exists(), "README.md names {name}");
    }
    let usage = read("xtask/src/main.rs");
    for command in text.split("`cargo xtask ").skip(1) {
        let word = command.split([' ', '`']).next().unwrap();
        assert!(usage.contains(&format!("cargo xtask {word}")), "cargo xtask {word}");
    }
}
