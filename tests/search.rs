//! The search finds every entry by each of its names, and what readers type by what they mean.

#![cfg(not(target_arch = "wasm32"))] // once is enough

use activation_explorer::activation::{ALL, by_id};
use activation_explorer::finding::entries;
use activation_explorer::search::{Entry, Found, Kind, find};
use activation_explorer::views;

/// The addresses that a text finds.
fn found(all: &[Entry], text: &str) -> (Vec<String>, bool) {
    let Found { hits, nearest } = find(all, text);
    (hits.iter().map(|(place, _)| all[*place].query.clone()).collect(), nearest)
}

#[test]
fn every_entry_leads_somewhere_and_is_found_by_its_names() {
    let all = entries();
    for entry in &all {
        assert_eq!(views::parse(&entry.query).1, [], "{}", entry.query);
        for name in &entry.names {
            assert!(!name.is_empty(), "{entry:?}");
            let (queries, nearest) = found(&all, name);
            assert!(queries.contains(&entry.query) && !nearest, "{name}: {queries:?}");
        }
    }
    for kind in [Kind::Function, Kind::Demo, Kind::Chapter, Kind::Term, Kind::Section] {
        assert!(all.iter().any(|entry| entry.kind == kind), "{kind:?}");
    }
}

#[test]
fn what_is_typed_finds_what_is_meant_first() {
    let all = entries();
    for (text, wanted) in [
        ("silu", "view=function&fn=swish"),
        ("SiLU", "view=function&fn=swish"),
        ("hard sw", "view=function&fn=hardswish"),
        ("hard-swish", "view=function&fn=hardswish"),
        ("hardsw", "view=function&fn=hardswish"),
        ("leaky", "view=function&fn=leaky_relu"),
        ("gelu", "view=function&fn=gelu"),
        ("gelu t", "view=function&fn=gelu_tanh"),
        ("relu", "view=function&fn=relu"),
        ("softmax", "view=softmax&fn=softmax"),
        ("hard_tanh", "view=function&fn=hardtanh"),
        ("zigzag", "view=zigzag"),
        ("锯齿", "view=zigzag"),
        ("dead", "view=dead"),
        ("饱和", "view=saturation"),
        ("次梯度", "view=learn&chapter=glossary&section=sub-gradient"),
        ("校准", "view=learn&chapter=glossary&section=calibration"),
        ("眩晕", ""),
        ("双曲正切", "view=function&fn=tanh"),
        ("backprop", "view=learn&chapter=glossary&section=backpropagation"),
    ] {
        let (queries, nearest) = found(&all, text);
        let first = queries.first().map_or("", |query| query);
        assert!(first == wanted && nearest == wanted.is_empty(), "{text}: {queries:?} {nearest}");
    }
}

#[test]
fn a_slip_finds_the_nearest_and_says_so() {
    let all = entries();
    for (text, wanted) in
        [("sigmiod", "sigmoid"), ("softplsu", "softplus"), ("hardswisch", "hardswish")]
    {
        let (queries, nearest) = found(&all, text);
        let query = format!("view=function&fn={wanted}");
        assert!(nearest && queries.contains(&query), "{text}: {queries:?}");
    }
    assert_eq!(found(&all, "qqqqqqqq"), (vec![], true));
    for blank in ["", "  ", "-", "()"] {
        assert_eq!(found(&all, blank), (vec![], false), "{blank:?}");
    }
}

#[test]
fn both_languages_find_whatever_the_page_speaks() {
    let all = entries();
    for act in ALL {
        let entry = all.iter().find(|entry| entry.query.ends_with(&format!("fn={}", act.id)));
        let names = entry.map(|entry| entry.names.join(" ")).unwrap_or_default();
        assert!(!names.is_ascii(), "{act:?} has no Chinese name: {names}");
    }
    assert_eq!(by_id("silu"), by_id("swish"));
}
