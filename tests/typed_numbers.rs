//! Decimals and percentages that are typed in texts instead of computed by placeholders: the same in
//! every language, and in the lesson, the guide and the glossary those of a reviewed list.
//!
//! `data/typed_numbers.csv` says where each is from: a test that computes it (`lesson_numbers`,
//! `claim_numbers`, `typed_numbers`), a paper, a `default` or a `version` of a framework, what was
//! `measured` in one or in runs of networks, the `definition` of a function, what a `claim` says,
//! the `setting` of a figure or of an experiment, an `example` for its own sake. It is a list of
//! what somebody has checked, so a new number makes its author say where it is from; only the tests
//! named prove any of them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::by_id;
use activation_explorer::lang::Lang;
use activation_explorer::properties::properties;
use common::rows;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const LIST: &str = include_str!("data/typed_numbers.csv");
const XU: &str = include_str!("../src/content/xu2015.csv");

/// Where a number may be from.
const SOURCES: [&str; 14] = [
    "lesson_numbers",
    "claim_numbers",
    "typed_numbers",
    "Xu 2015",
    "Shazeer 2020",
    "Klambauer 2017",
    "Goodfellow 2013",
    "default",
    "version",
    "measured",
    "definition",
    "claim",
    "setting",
    "example",
];

/// Every text of a language, by its path below the language's folder.
fn texts(lang: Lang) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content").join(lang.code());
    let mut found = Vec::new();
    for folder in ["", "lesson"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "md") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The text without placeholders, ids of sections and claims, and targets of links.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut rest = line;
        if let Some((start, claim)) = line.split_once('[').filter(|(s, _)| ["> ", "- "].contains(s))
        {
            let id = claim.split(' ').next().unwrap_or_default();
            let is_id = id.split_once('.').is_some_and(|(_, n)| n.parse::<u32>().is_ok());
            rest = if is_id { &claim[id.len()..] } else { &line[start.len()..] };
        }
        while let Some(at) = ["{{", "{#", "]("].iter().filter_map(|open| rest.find(open)).min() {
            out.push_str(&rest[..at]);
            out.push(' ');
            rest = &rest[at..];
            let close = if rest.starts_with("{{") {
                rest.find("}}").map(|end| end + 2)
            } else if rest.starts_with("{#") {
                rest.find('}').map(|end| end + 1)
            } else {
                // To the parenthesis that closes the target's.
                let mut depth = 0;
                let end = rest.char_indices().find(|(_, c)| {
                    depth += i32::from(*c == '(') - i32::from(*c == ')');
                    *c == ')' && depth == 0
                });
                end.map(|(end, _)| end + 1)
            };
            rest = &rest[close.unwrap_or(rest.len())..];
        }
        out.push_str(rest);
        out.push('\n');
    }
    out
}

/// The decimals and the percentages: `0.25`, `12.45%`, `40%`.
fn typed(text: &str) -> BTreeSet<String> {
    let text = prose(text);
    let mut found = BTreeSet::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[at..];
        let digits = |s: &str| s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
        let mut end = digits(rest);
        let after = rest[end..].strip_prefix('.').map_or(0, digits);
        if after > 0 {
            end += 1 + after;
        }
        let percent = rest[end..].starts_with('%');
        if after > 0 || percent {
            found.insert(rest[..end + usize::from(percent)].to_owned());
        }
        rest = &rest[end..];
    }
    found
}

#[test]
fn numbers_are_found_where_they_are_typed() {
    let text = "## A 1.5 {#a-2.5}\n> [3.72 false](?x=3.5) “4.5%” {{f relu @ 5.5}} 6% 7 [8.5](a(b)9.5).\n\
                - [Option 10.5](?x=1) JAX 0.10.2";
    let found: Vec<_> = typed(text).into_iter().collect();
    assert_eq!(found, ["0.10", "1.5", "10.5", "4.5%", "6%", "8.5"]);
}

#[test]
fn every_language_types_the_same_numbers() {
    let [first, others @ ..] = &Lang::ALL.map(texts)[..] else { panic!("no language") };
    let mut seen = 0;
    for other in others {
        assert_eq!(first.len(), other.len());
        for ((name, a), (same, b)) in first.iter().zip(other) {
            assert_eq!(name, same);
            assert_eq!(typed(a), typed(b), "{name}");
            seen += typed(a).len();
        }
    }
    assert!(seen > 300, "only {seen}");
}

/// A number that is not on the list has to be computed or looked up, one that is gone comes off it.
#[test]
fn typed_numbers_are_those_of_the_list() {
    let listed: BTreeSet<_> =
        rows(LIST).map(|row| (row.get("file").to_owned(), row.get("number").to_owned())).collect();
    let reviewed =
        |name: &str| name.starts_with("lesson/") || ["choose.md", "glossary.md"].contains(&name);
    let mut found = BTreeSet::new();
    for (name, text) in texts(Lang::En).into_iter().filter(|(name, _)| reviewed(name)) {
        found.extend(typed(&text).into_iter().map(|number| (name.clone(), number)));
    }
    let new: Vec<_> = found.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "not listed: {new:?}; not in the texts: {gone:?}");
    for row in rows(LIST) {
        let from = row.get("from");
        assert!(SOURCES.contains(&from), "{from}");
    }
}

/// Percentages from Xu et al. are in their table, and what is said to be computed here is.
#[test]
fn numbers_of_the_list_are_right() {
    let shares: Vec<f64> = rows(XU)
        .filter(|row| row.get("metric") == "error rate")
        .flat_map(|row| ["train", "test_or_val"].map(|name| row.get(name).parse().unwrap()))
        .collect();
    let shown = |share: f64| format!("{:.2}%", 100.0 * share);
    let swish = properties(by_id("swish").unwrap(), &[1.0]);
    let misprint = |x: f64| {
        0.5 * x * (1.0 + (2.0 / std::f64::consts::PI).sqrt().tanh() * (x + 0.044_715 * x.powi(3)))
    };
    let (value, slope) = by_id("sigmoid").unwrap().eval(-10.0, &[]);
    let computed = [
        format!("{:.6}", (1.0 - value) * slope),
        format!("{:.5}", 1.0 - value),
        format!("{:.3}", 1.0 / 5.5),
        format!("{:.3}", 11.0 / 48.0),
        format!("{:.5}", -swish.turns[0].x),
        format!("{:.3}", misprint(-3.0)),
        // The two variants of Xu et al. that are an image apart.
        format!("{:.2}", 11.20 - 11.19),
    ];
    let mut checked = 0;
    for row in rows(LIST) {
        let number = row.get("number").to_owned();
        match row.get("from") {
            "Xu 2015" if number.ends_with('%') => {
                assert!(shares.iter().any(|share| shown(*share) == number), "{number}");
            }
            "typed_numbers" => assert!(computed.contains(&number), "{number}: {computed:?}"),
            _ => continue,
        }
        checked += 1;
    }
    assert_eq!(checked, computed.len() + 5);
}
