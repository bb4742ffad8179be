//! What to know before using a function: the cards of each language, their figures and numbers.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::by_id;
use activation_explorer::content;
use activation_explorer::lang::Lang;
use activation_explorer::properties::properties;
use activation_explorer::views;
use std::fs;

/// The functions that readers know best.
const KNOWN: [&str; 12] = [
    "sigmoid",
    "tanh",
    "relu",
    "leaky_relu",
    "prelu",
    "elu",
    "selu",
    "softplus",
    "swish",
    "hardswish",
    "gelu",
    "softmax",
];

/// The text of a function in a language.
fn text(id: &str, lang: Lang) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    fs::read_to_string(format!("{root}/src/content/{}/{id}.md", lang.code())).unwrap()
}

/// The queries of the cards in the built texts about `id`.
fn cards(id: &str, lang: Lang) -> Vec<String> {
    let address = format!("content/{}.html", lang.code());
    let (_, html) = content::FILES.iter().find(|(path, _)| *path == address).unwrap();
    let section = html.split(&format!("<section id=\"{id}\">")).nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    let Some((_, know)) = section.split_once("<div class=\"know\">") else { return Vec::new() };
    let know = know.split("<div class=\"body\">").next().unwrap();
    let each = know.split("<div class=\"advice\">").skip(1).map(|card| {
        let query = card.split("class=\"show\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        let query = query.replace("&amp;", "&");
        let (state, _) = views::parse(&query);
        assert_eq!(card.contains("<svg"), state.view.named_by_functions, "{id}: {query}");
        if let Some(x) = state.x {
            let w = state.window();
            assert!((w.x_min..=w.x_max).contains(&x), "{id}: {query}");
            assert!(card.contains("<circle"), "{id}: {query} marks its place");
        }
        query
    });
    each.collect()
}

#[test]
fn the_best_known_functions_have_cards_with_the_same_figures_in_each_language() {
    for id in KNOWN {
        let first = cards(id, Lang::ALL[0]);
        assert!((1..=3).contains(&first.len()), "{id}: {first:?}");
        for lang in Lang::ALL {
            assert_eq!(cards(id, lang), first, "{id} in {lang:?}");
        }
    }
}

/// The place and the size of the largest difference of two functions, for x > 0.
fn gap(a: &str, b: &str) -> (f64, f64) {
    let (a, b) = (by_id(a).unwrap(), by_id(b).unwrap());
    let difference = |x: f64| (b.f(x, &b.defaults()) - a.f(x, &a.defaults())).abs();
    let places = (0..60_000).map(|i| f64::from(i) * 1e-4);
    places.map(|x| (x, difference(x))).max_by(|p, q| p.1.total_cmp(&q.1)).unwrap()
}

/// A number as LaTeX with three digits: `4.73\times10^{-4}`.
fn latex(x: f64) -> String {
    let text = format!("{x:.2e}");
    let (digits, power) = text.split_once('e').unwrap();
    if x.abs() >= 0.01 { format!("{x:.4}") } else { format!("{digits}\\times10^{{{power}}}") }
}

#[test]
fn differences_are_the_largest_there_are() {
    for (id, a, b) in [
        ("gelu", "gelu", "gelu_tanh"),
        ("gelu_tanh", "gelu", "gelu_tanh"),
        ("gelu_quick", "gelu", "gelu_quick"),
        ("hard_sigmoid", "hard_sigmoid", "hard_sigmoid_ab"),
    ] {
        let (x, size) = gap(a, b);
        let query = cards(id, Lang::En).remove(0);
        let (state, _) = views::parse(&query);
        assert!((state.x.unwrap() - x).abs() < 1e-3, "{id}: the largest is at {x}");
        let room = state.window().y_max;
        assert!(size < room && room < 1.6 * size, "{id}: {size} in {room}");
        for lang in Lang::ALL {
            let text = text(id, lang);
            assert!(text.contains(&latex(size)), "{id} in {lang:?}: {}", latex(size));
        }
    }
}

#[test]
fn places_and_values_are_those_of_the_functions() {
    let said = |id: &str, number: String| {
        for lang in Lang::ALL {
            assert!(text(id, lang).contains(&number), "{id} in {lang:?}: {number}");
        }
    };
    for id in ["swish", "mish"] {
        let act = by_id(id).unwrap();
        said(id, format!("x={:.4}", properties(act, &act.defaults()).turns[0].x));
    }
    let tanh = by_id("tanh").unwrap();
    said("tanh", format!("{:.3}", tanh.df(2.0, &[])));
    let softplus = by_id("softplus").unwrap();
    said("softplus", format!("{:.3}", softplus.f(0.0, &[1.0])));
    said("softplus", format!("{:.3}", properties(softplus, &[1.0]).mean));
    let selu = by_id("selu").unwrap();
    let found = properties(selu, &selu.defaults());
    assert!(found.mean.abs() < 1e-6 && (found.variance - 1.0).abs() < 1e-6, "{found:?}");
    said("selu", format!("{:.4}", found.regularity.kinks[0].left));
}
