//! The numbers in our answers to claims, against the functions' values.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::{Activation, Kind, by_id};
use activation_explorer::lang::Lang;
use activation_explorer::properties::{Properties, properties};
use activation_explorer::views::zigzag::model::{Draws, Setup};
use std::f64::consts::{LN_2, PI};
use std::fs;

fn act(id: &str) -> &'static Activation {
    by_id(id).unwrap()
}

/// `f(x)` with default parameters.
fn f(id: &str, x: f64) -> f64 {
    act(id).f(x, &act(id).defaults())
}

/// `f′(x)` with default parameters.
fn df(id: &str, x: f64) -> f64 {
    act(id).df(x, &act(id).defaults())
}

fn of(id: &str) -> Properties {
    properties(act(id), &act(id).defaults())
}

/// `∂sᵢ/∂zⱼ` of softmax at `z`, T = 1.
fn jacobian(z: [f64; 3], i: usize, j: usize) -> f64 {
    let Kind::Vector(softmax) = &act("softmax").kind else { panic!("softmax takes a vector") };
    (softmax.jacobian)(&z, &[1.0])[3 * i + j]
}

/// The first three components of softmax at `z`, T = 1.
fn softmax(z: [f64; 3]) -> Vec<f64> {
    let Kind::Vector(softmax) = &act("softmax").kind else { panic!("softmax takes a vector") };
    (softmax.value)(&z, &[1.0])
}

/// The formula of GELU with its parentheses misplaced.
fn misprinted_gelu(x: f64) -> f64 {
    0.5 * x * (1.0 + (2.0 / PI).sqrt().tanh() * (x + 0.044_715 * x.powi(3)))
}

/// The answers to a claim in the text about `function`, in each language.
fn said(function: &str, id: &str) -> [String; Lang::ALL.len()] {
    Lang::ALL.map(Lang::code).map(|lang| {
        let file = format!("{}/src/content/{lang}/{function}.md", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(&file).unwrap();
        let item = text.lines().find(|line| line.starts_with(&format!("- [{id} ")));
        let item = item.unwrap_or_else(|| panic!("{file}: no claim {id}"));
        item.split_once(" “").unwrap().1.to_owned()
    })
}

/// The numbers in a text, each with the number of its digits: `0.25`, `$-4.5\times10^{-5}$`.
fn numbers(text: &str) -> Vec<(f64, usize)> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let number = rest[..length].trim_end_matches('.');
        if number.is_empty() || !c.is_ascii_digit() {
            before = c;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        rest = &rest[number.len()..];
        let power = rest.strip_prefix("\\times10^{").and_then(|power| power.split_once('}'));
        let exponent = power.map_or("0", |(exponent, _)| exponent);
        rest = power.map_or(rest, |(_, after)| after);
        let size: f64 = format!("{number}e{exponent}").parse().unwrap();
        let digits = number.replace('.', "");
        let digits = digits.trim_start_matches('0').len().max(1);
        found.push((if before == '-' { -size } else { size }, digits));
        before = c;
    }
    found
}

/// True if `value`, rounded to as many digits, is the number given.
fn agrees(value: f64, (given, digits): (f64, usize)) -> bool {
    let round = |x: f64| format!("{:.*e}", digits - 1, x);
    round(value) == round(given)
}

/// Asserts that both languages give `value` to at least `digits` digits in their answer to claim
/// `id`.
fn give(function: &str, id: &str, digits: usize, value: f64) {
    for text in said(function, id) {
        let found = numbers(&text);
        let given = found.iter().any(|n| n.1 >= digits && agrees(value, *n));
        assert!(given, "{function}, {id}: {value} is not among {found:?}: {text}");
    }
}

/// The x from which on `1 + e^−x` is 1, as `e^−x ≤ 2^−53`, half the distance from 1 to the next
/// double.
const SIGMOID_IS_1: f64 = 53.0 * LN_2;
/// The x from which on `tanh x ≈ 1 − 2e^−2x` rounds to 1, as `2e^−2x ≤ 2^−54`.
const TANH_IS_1: f64 = 27.5 * LN_2;
/// The x from which down `e^x − 1` rounds to −1, as `e^x ≤ 2^−54`.
const ELU_IS_MINUS_1: f64 = -54.0 * LN_2;
/// The x below which `e^x` is less than `2^−1075`, half the smallest double.
const EXP_IS_0: f64 = -1075.0 * LN_2;

#[test]
fn numbers_are_found_in_a_text() {
    let found = numbers("At 3, $-4.5\\times10^{-5}$ or $4^{-10}$; 0.0120.");
    assert_eq!(found, [(3.0, 1), (-4.5e-5, 2), (4.0, 1), (-10.0, 2), (0.012, 3)]);
    assert!(agrees(0.011_96, (0.0120, 3)) && !agrees(0.011_9, (0.0120, 3)));
}

#[test]
fn sigmoid() {
    let give = |id, digits, value| give("sigmoid", id, digits, value);
    let f = |x| f("sigmoid", x);
    let df = |x| df("sigmoid", x);
    give("3.11", 2, df(10.0));
    give("3.7", 2, of("sigmoid").steepest.1);
    // ½(σ − 1)² and −ln σ at z = −10.
    give("3.10", 2, (f(-10.0) - 1.0) * df(-10.0));
    give("3.10", 5, f(-10.0) - 1.0);
    give("3.15", 2, f(-1.0) + f(0.0) + f(1.0));
    give("1.7", 4, SIGMOID_IS_1);
    give("1.7", 2, df(37.0));
    give("3.5", 2, of("sigmoid").steepest.1);
    give("4.5", 1, f(0.0));
    give("4.5", 2, df(0.0));
    give("3.1", 4, f(2.0));
    give("3.1", 4, f(-2.0));
    give("3.2", 4, SIGMOID_IS_1);
    give("3.2", 5, EXP_IS_0);
    give("3.3", 4, SIGMOID_IS_1);
    give("3.3", 5, -f64::MAX.ln());
    give("3.3", 4, -f64::MAX.ln() / 2.0);
    give("3.3", 2, df(-400.0));
    give("3.6", 4, f(1.0));
    give("3.6", 4, df(1.0));
    give("3.8", 2, of("sigmoid").steepest.1.powi(10));
    give("3.9", 2, df(4.595_12));
    give("3.9", 3, 0.999 * (1.0 - 0.999));
    give("3.12", 1, of("sigmoid").mean);
    give("3.16", 4, f(2.0));
    // σ″ is largest where σ‴ = 0: at −ln(2 + √3), where it is 1/(6√3).
    let (x, h) = ((2.0 + 3.0_f64.sqrt()).ln(), 1e-6);
    give("3.17", 4, x);
    give("3.17", 3, (df(-x + h) - df(-x - h)) / (2.0 * h));
    give("6.6", 4, 2.0 * 27.0_f64.sqrt());
    give("6.6", 3, 12.0_f64.sqrt());
    give("6.6", 3, 8.0_f64.sqrt() + 2.0);
    let best = |centred| {
        let setup = Setup { batch: 64, centred, ..Setup::of(act("sigmoid")) };
        Draws::of(&setup).best().unwrap().steps as f64
    };
    give("6.6", 2, best(false));
    give("6.6", 1, best(true));
    give("7.2", 2, df(0.0));
    assert_eq!((f(-746.0), f(SIGMOID_IS_1 + 0.01)), (0.0, 1.0));
}

#[test]
fn other_sigmoidal_functions() {
    let (tanh, dtanh) = (|x| f("tanh", x), |x| df("tanh", x));
    give("tanh", "3.21", 2, -tanh(1.0).powi(2));
    give("tanh", "3.21", 2, dtanh(1.0));
    give("tanh", "5.5", 2, dtanh(5.0));
    give("tanh", "1.7", 4, TANH_IS_1);
    give("tanh", "1.7", 2, dtanh(20.0));
    give("tanh", "3.23", 2, df("sigmoid", 0.0));
    give("tanh", "4.5", 3, tanh(0.1));
    give("tanh", "3.19", 5, f64::MAX.ln());
    give("tanh", "3.20", 4, TANH_IS_1);
    give("tanh", "3.25", 2, dtanh(2.0));
    give("tanh", "3.25", 2, dtanh(5.0));
    assert_eq!((tanh(710.0), tanh(TANH_IS_1 + 0.01)), (1.0, 1.0));
    give("softsign", "1.6", 2, df("softsign", 10.0));
    give("softsign", "1.6", 2, dtanh(10.0));
    give("softsign", "4.5", 3, f("softsign", 0.1));
    for id in ["hard_sigmoid", "hard_sigmoid_ab"] {
        give(id, "x.1", 4, f("hard_sigmoid", -1.0));
        give(id, "x.1", 1, f("hard_sigmoid_ab", -1.0));
    }
}

/// Nanoseconds per element in double and in single precision: the shortest of some 50 runs over 10⁶
/// normal numbers, NumPy 2.4.6, one thread of an AMD EPYC, December 2026; σ is 4 to 5 by the literal
/// formula, with its temporaries, 1.5 in place. They cannot be computed here, but every
/// text has to give the same.
const RELU_NS: [f64; 2] = [0.45, 0.37];
const TANH_NS: [f64; 2] = [1.7, 0.35];
const EXP_NS: [f64; 2] = [0.84, 0.44];
const SIGMOID_NS: [f64; 2] = [5.0, 0.8];

#[test]
fn measured_times_are_the_same_in_all_texts() {
    for (function, id, times) in
        [("sigmoid", "3.14", [SIGMOID_NS, RELU_NS]), ("elu", "3.64", [EXP_NS, RELU_NS])]
    {
        times.as_flattened().iter().for_each(|time| give(function, id, 1, *time));
    }
    for (function, id, time) in [
        ("tanh", "3.26", TANH_NS[0]),
        ("tanh", "3.26", RELU_NS[0]),
        ("relu", "3.32", RELU_NS[0]),
        ("relu", "3.32", SIGMOID_NS[0]),
        ("relu", "3.32", TANH_NS[0]),
    ] {
        give(function, id, 1, time);
    }
    // "In single precision tanh took no longer than ReLU."
    const { assert!(TANH_NS[1] <= RELU_NS[1]) };
    for lang in Lang::ALL.map(Lang::code) {
        for file in ["tanh.md", "lesson/03-sigmoid-tanh.md"] {
            let file = format!("{}/src/content/{lang}/{file}", env!("CARGO_MANIFEST_DIR"));
            let text = fs::read_to_string(&file).unwrap();
            for time in [TANH_NS[0], RELU_NS[0]] {
                assert!(text.contains(&format!("{time} ns")), "{file}: no {time} ns");
            }
        }
    }
}

/// Log-perplexities after 524,288 steps, Shazeer (2020), Table 1.
const GEGLU: &str = "1.633";
const SWIGLU: &str = "1.636";
const BILINEAR: &str = "1.648";
const RELU: &str = "1.677";
const GELU: &str = "1.679";

#[test]
fn shazeers_numbers_are_the_same_in_all_texts() {
    for lang in Lang::ALL.map(Lang::code) {
        for (file, numbers) in [
            (
                "lesson/06-gates.md",
                &[GEGLU, SWIGLU, "1.645", BILINEAR, "1.663", RELU, GELU, "1.683"][..],
            ),
            ("choose.md", &[GEGLU, SWIGLU, RELU]),
            ("swiglu.md", &[GEGLU, SWIGLU, RELU, GELU]),
            ("geglu.md", &[GEGLU, SWIGLU, RELU]),
            ("bilinear.md", &[BILINEAR, RELU, GELU]),
            ("gelu.md", &[GEGLU, SWIGLU, GELU]),
        ] {
            let file = format!("{}/src/content/{lang}/{file}", env!("CARGO_MANIFEST_DIR"));
            let text = fs::read_to_string(&file).unwrap();
            let missing: Vec<_> = numbers.iter().filter(|n| !text.contains(**n)).collect();
            assert!(missing.is_empty(), "{file}: no {missing:?}");
        }
    }
}

/// The largest distances of hard sigmoids to σ, which are at the upper kink or where the slopes
/// are equal, are those the text gives.
#[test]
fn distances_of_hard_sigmoids() {
    let distance = |alpha: f64| {
        let off = |x: f64| (act("hard_sigmoid_ab").f(x, &[alpha, 0.5]) - f("sigmoid", x)).abs();
        (0..=8_000).map(|i| off(f64::from(i) * 1e-3)).fold(0.0, f64::max)
    };
    for lang in Lang::ALL.map(Lang::code) {
        let root = env!("CARGO_MANIFEST_DIR");
        let file = format!("{root}/src/content/{lang}/hard_sigmoid_ab.md");
        let text = fs::read_to_string(&file).unwrap();
        for alpha in [0.2, 1.0 / 6.0, 0.25, 0.5] {
            let said = format!("{:.4}", distance(alpha));
            assert!(text.contains(&said), "{file}: no {said} for α = {alpha}");
        }
    }
}

#[test]
fn rectifiers() {
    give("relu", "3.33", 3, df("sigmoid", 2.0));
    give("relu", "3.36", 3, of("relu").mean);
    give("leaky_relu", "3.43", 1, df("leaky_relu", -1.0));
    give("leaky_relu", "3.41", 2, act("leaky_relu").f(-1.0, &[1.5]));
    give("leaky_relu", "3.46", 2, f("leaky_relu", -1000.0));
    give("prelu", "3.49", 1, act("prelu").dparams(-2.0, &[0.25])[0]);
    give("prelu", "3.50", 2, act("prelu").f(-1.0, &[1.5]));
    give("prelu", "3.53", 3, df("elu", -4.0));
    give("prelu", "3.51", 2, act("prelu").defaults()[0]);
    give("rrelu", "3.54", 3, df("rrelu", -1.0));
    give("rrelu", "3.55", 3, df("rrelu", -1.0));
}

#[test]
fn exponential_functions() {
    give("elu", "3.53", 3, df("elu", -4.0));
    give("elu", "3.60", 2, df("elu", -50.0));
    for id in ["3.61", "3.62"] {
        give("elu", id, 3, of("elu").mean);
        give("elu", id, 3, of("relu").mean);
    }
    give("elu", "3.65", 2, df("elu", -5.0));
    give("elu", "3.58", 4, f("elu", -1.0));
    give("elu", "3.63", 4, f("elu", -5.0));
    // From x = −54 ln 2 down, e^x is at most half the distance from −1 to the next double.
    give("elu", "3.60", 4, ELU_IS_MINUS_1);
    let sum = |x: f64| f("elu", x) + 1.0;
    assert_eq!(sum(ELU_IS_MINUS_1 - 1e-3), 0.0);
    assert_ne!(sum(ELU_IS_MINUS_1 + 1e-3), 0.0);
    for constant in act("selu").defaults() {
        give("selu", "3.88", 5, constant);
    }
    give("selu", "3.88", 5, f("selu", -2.0));
    give("softplus", "x.4", 2, f("softplus", 20.0) - 20.0);
    give("softplus", "7.6", 3, f("softplus", 0.0));
    give("softplus", "7.6", 1, df("softplus", 0.0));
    give("softplus", "4.5", 3, f("softplus", 0.0));
    give("softplus", "4.5", 1, df("softplus", 0.0));
    give("softplus", "3.79", 5, f64::MAX.ln());
    give("softplus", "3.79", 2, f("softplus", -40.0));
    assert_eq!((-37.0_f64).exp() + 1.0, 1.0);
}

#[test]
fn self_gated_functions() {
    let turn = |id: &str| of(id).turns[0];
    let (least, fall) = (turn("swish"), of("swish").flattest);
    give("swish", "3.72", 4, least.x);
    give("swish", "3.72", 3, fall.1);
    give("swish", "3.72", 4, fall.0);
    give("swish", "3.75", 4, least.y);
    give("swish", "4.5", 1, df("swish", 0.0));
    give("swish", "3.70", 4, least.x);
    give("swish", "3.71", 4, least.y);
    give("swish", "3.71", 4, least.x);
    give("swish", "3.73", 4, f("sigmoid", 1.0));
    give("swish", "3.73", 4, f("swish", 1.0));
    give("swish", "3.77", 4, -least.x);
    give("swish", "3.78", 4, -least.y);
    give("swish", "3.78", 3, -least.y / 10.0);
    give("mish", "4.5", 1, df("mish", 0.0));
    let gap = |id: &str, x: f64| (f(id, x) - f("gelu", x)).abs();
    give("gelu", "3.91", 4, misprinted_gelu(-3.0));
    give("gelu", "3.91", 3, f("gelu_tanh", -3.0));
    give("gelu", "3.91", 3, f("gelu", -3.0));
    give("gelu", "3.93", 2, df("gelu", -5.0));
    give("gelu", "4.5", 1, df("gelu", 0.0));
    give("gelu_tanh", "3.91", 4, misprinted_gelu(-3.0));
    give("gelu_tanh", "3.91", 4, misprinted_gelu(1.0));
    give("gelu_tanh", "3.91", 3, f("gelu_tanh", -3.0));
    give("gelu_tanh", "3.91", 4, f("gelu_tanh", 1.0));
    for (id, claim) in [("gelu", "x.6"), ("gelu_tanh", "x.7")] {
        give(id, claim, 3, gap("gelu_tanh", 2.699));
    }
    give("gelu_quick", "x.8", 3, gap("gelu_quick", 2.27));
    give("gelu_quick", "x.8", 2, gap("gelu_quick", 2.27) / gap("gelu_tanh", 2.699));
    // The gaps are largest where they are said to be.
    for (id, x) in [("gelu_tanh", 2.699), ("gelu_quick", 2.27)] {
        let wider =
            (0..4000).map(|i| f64::from(i) * 0.002).find(|x2| gap(id, *x2) > gap(id, x) * 1.000_01);
        assert_eq!(wider, None, "{id}");
    }
}

#[test]
fn shrinkage_periodic_functions_and_softmax() {
    for id in ["softshrink", "hardshrink"] {
        give(id, "x.9", 2, f("softshrink", 2.0));
        give(id, "x.9", 1, f("hardshrink", 2.0));
    }
    give("sinusoid", "4.5", 3, f("sinusoid", 0.1));
    give("snake", "4.5", 3, f("snake", 0.1));
    let scores = [2.0, 1.0, 0.0];
    give("softmax", "3.87", 4, jacobian([-1.0, -2.0, -3.0], 0, 0));
    give("softmax", "3.84", 3, softmax(scores)[2]);
    give("softmax", "3.85", 4, jacobian(scores, 0, 1));
    assert_eq!(softmax([0.0, -746.0, -800.0])[1], 0.0);
}
