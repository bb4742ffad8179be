//! The functions as code, as the page hands them out: NumPy and Rust are run and compared with our
//! values, the others checked in shape.

#![cfg(not(target_arch = "wasm32"))] // it runs Python and rustc
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "snippets/cases.rs"]
mod cases;
#[path = "snippets/python.rs"]
mod python;
#[path = "snippets/rust.rs"]
mod rust;

use activation_explorer::activation::code;
use activation_explorer::activation::{ALL, Activation, Language, Library};
use activation_explorer::content::FILES;
use cases::{Case, parameter_sets};

/// The code of a function in `content/code.html`, with the values `p` put in.
fn snippet(act: &Activation, p: &[f64], language: Language) -> String {
    let (_, html) = FILES.iter().find(|(path, _)| *path == "content/code.html").unwrap();
    let (_, section) = html.split_once(&format!("<section id=\"{}\">", act.id)).unwrap();
    let (section, _) = section.split_once("</section>").unwrap();
    let (_, text) = section
        .split_once(&format!("<pre data-code=\"{}\" translate=\"no\">", language.key()))
        .unwrap();
    let (text, _) = text.split_once("</pre>").unwrap();
    code::filled(&text.replace("&lt;", "<").replace("&amp;", "&"), act, p, language)
}

/// Every function with every set of parameters, in one language.
fn all_cases(language: Language) -> Vec<Case> {
    let sets = ALL.iter().flat_map(|act| parameter_sets(act).into_iter().map(move |p| (*act, p)));
    sets.map(|(act, p)| Case::new(act, snippet(act, &p, language), p)).collect()
}

/// Checks that every value is ours; `got` has a row for every input of every case.
fn compare(cases: &[Case], got: &[Vec<Vec<f64>>]) {
    assert_eq!(got.len(), cases.len());
    let mut seen = 0;
    let mut wrong = Vec::new();
    for (case, got) in cases.iter().zip(got) {
        assert_eq!(got.len(), case.inputs.len(), "{}", case.name);
        for ((input, want), got) in case.inputs.iter().zip(&case.values).zip(got) {
            assert_eq!(got.len(), want.len(), "{} at {input:?}", case.name);
            for (i, (want, got)) in want.iter().zip(got).enumerate() {
                let allowed = case.allowed(input, i, *want);
                let same = got == want || (got.is_nan() && want.is_nan());
                let close = want.is_finite() && (got - want).abs() <= allowed;
                if !same && !close {
                    wrong.push(format!("{}[{i}] at {input:?}: {got:e}, ours {want:e}", case.name));
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 50_000, "only {seen} values seen");
    let first: Vec<_> = wrong.iter().take(40).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {seen} wrong:\n{}", wrong.len(), first.join("\n"));
}

#[test]
fn numpy_computes_our_values() {
    let cases = all_cases(Language::NumPy);
    compare(&cases, &python::run(&cases));
}

#[test]
fn rust_compiles_and_computes_our_values() {
    let cases = all_cases(Language::Rust);
    compare(&cases, &rust::run(&cases));
}

#[test]
fn frameworks_are_python() {
    let mut texts = Vec::new();
    for language in [Language::PyTorch, Language::Jax, Language::Keras] {
        texts.extend(all_cases(language).into_iter().map(|case| (case.name, case.code)));
    }
    python::parse(&texts);
}

/// The framework's own values need not be there: `torch.nn.SELU()`.
#[test]
fn every_parameter_is_in_every_language() {
    for act in ALL {
        for p in parameter_sets(act) {
            for language in Language::ALL {
                let text = snippet(act, &p, language);
                let bare = act.code.iter().any(|s| s.language == language && s.at == p);
                let there = numbers(&text);
                for value in &p {
                    assert!(bare || there.contains(&value.abs()), "{act:?} {p:?}: {text}");
                }
            }
        }
    }
}

/// At the values that a framework has by itself, its own function is called, by name and with the
/// arguments it has.
#[test]
fn frameworks_are_called_by_name() {
    let mut seen = 0;
    for act in ALL {
        for (language, library) in [
            (Language::PyTorch, Library::PyTorch),
            (Language::Jax, Library::Jax),
            (Language::Jax, Library::Flax),
            (Language::Keras, Library::Keras),
        ] {
            let own: Vec<_> = act.frameworks.iter().filter(|f| f.library == library).collect();
            // Functions of `tf` alone are not in Keras 3. Sparsemax, which Keras computes wrongly
            // (<https://github.com/keras-team/keras/issues/23425>), is written out, and so is its step,
            // which is 1 for NaN.
            let own = own.iter().filter(|f| !f.call.starts_with("tf."));
            let wrong = ["keras.activations.sparsemax", "keras.ops.heaviside"];
            let own = own.filter(|f| !wrong.iter().any(|name| f.call.contains(name)));
            let calls = |call: &str, p: &[f64]| {
                let text = snippet(act, p, language);
                let (name, arguments) = call.split_once('(').unwrap();
                let named = arguments.split(['(', ',', ' ']).filter_map(|a| a.split_once('='));
                text.contains(&format!("{name}("))
                    && named.into_iter().all(|(name, _)| text.contains(&format!("{name}=")))
            };
            let mut entries = own
                .map(|f| {
                    let p = if f.defaults.is_empty() { &act.defaults() } else { f.defaults };
                    calls(f.call, p)
                })
                .peekable();
            if entries.peek().is_some() {
                assert!(entries.any(|called| called), "{act:?}: {}", library.name());
                seen += 1;
            }
        }
    }
    assert!(seen > 80, "only {seen} frameworks seen");
}

/// The numbers in a text, signs left out.
fn numbers(text: &str) -> Vec<f64> {
    let text = text.replace(r" \times 10^{", "e");
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let part = |c: char| c.is_ascii_digit() || ".e-".contains(c);
        let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
        // As much of it as is a number: `2.0-`, `6e`.
        let longest = (1..=end).rev().find_map(|n| Some((n, rest.get(..n)?.parse().ok()?)));
        let (length, number) = longest.unwrap();
        found.push(number);
        rest = &rest[length..];
    }
    found
}

/// The text's remark on Keras's sparsemax: it adds up cumulative sums where one is meant.
#[test]
fn the_text_on_sparsemax_has_what_the_formula_of_keras_gives() {
    let scores = [1.0, 0.5, -1.0];
    let (mut sum, mut sums, mut count) = (0.0, 0.0, 0.0);
    for (i, score) in (1..).zip(scores) {
        sum += score;
        if score - (sum - 1.0) / f64::from(i) > 0.0 {
            sums += sum;
            count += 1.0;
        }
    }
    let wrong = scores.map(|score| (score - (sums - 1.0) / count).max(0.0));
    let right: Vec<f64> =
        activation_explorer::views::softmax::model::value("sparsemax", &scores, 1.0);
    let tuple = |all: &[f64]| all.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
    for text in [
        include_str!("../src/content/en/sparsemax.md"),
        include_str!("../src/content/zh/sparsemax.md"),
    ] {
        for said in [tuple(&scores), tuple(&wrong), tuple(&right)] {
            assert!(text.contains(&format!("({said})")), "({said})");
        }
    }
}
