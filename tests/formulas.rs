//! Typed formulas as code: NumPy and Rust are run and compared with our values, the others parsed.

#![cfg(not(target_arch = "wasm32"))] // it runs Python and rustc
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "snippets/cases.rs"]
#[allow(dead_code, reason = "the tests of snippets use the rest")]
mod cases;
#[path = "snippets/python.rs"]
mod python;
#[path = "snippets/rust.rs"]
mod rust;

use activation_explorer::activation::{ALL, Activation, Kind, Language, code as template, typed};
use activation_explorer::content::FILES;
use activation_explorer::formula::{Formula, code::code, parse};
use cases::Case;

/// The code of a function of the catalogue as the page has it.
fn catalogue(act: &Activation, p: &[f64], language: Language) -> String {
    let (_, html) = FILES.iter().find(|(path, _)| *path == "content/code.html").unwrap();
    let (_, section) = html.split_once(&format!("<section id=\"{}\">", act.id)).unwrap();
    let mark = format!("<pre data-code=\"{}\" translate=\"no\">", language.key());
    let (_, text) = section.split_once(&mark).unwrap();
    let (text, _) = text.split_once("</pre>").unwrap();
    template::filled(&text.replace("&lt;", "<").replace("&amp;", "&"), act, p, language)
}

/// SplitMix64.
struct Rng(u64);

impl Rng {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// A formula of the whole grammar.
fn random(rng: &mut Rng, depth: usize) -> String {
    if depth == 0 {
        let leaf = ["x", "x", "x", "a", "b", "pi", "e", "0", "1", "2", "0.5", "3e-2", "1e300"];
        return rng.pick(&leaf).into();
    }
    let (one, two) = (random(rng, depth - 1), random(rng, depth - 1));
    let relation = rng.pick(&["<", "<=", ">", ">=", "==", "!="]);
    match rng.below(12) {
        0 => format!("-({one})"),
        1..=3 => format!("({one}){}({two})", rng.pick(&["+", "-", "*", "/"])),
        4 => format!("({one})^{}", rng.pick(&["2", "3", "-1", "0.5", "x", "a", "1", "0"])),
        5 => format!("{}({one},{two})", rng.pick(&["min", "max"])),
        6 => format!("where({one}{relation}{two},{two},{one})"),
        7 | 8 => {
            let names = ["exp", "expm1", "ln", "log1p", "sqrt", "abs", "sign", "sin", "cos"];
            format!("{}({one})", rng.pick(&[&names[..], &["erf", "erfc", "step"]].concat()))
        }
        9 => {
            format!("{}({one},{})", rng.pick(&["elu", "softplus", "swish"]), rng.pick(&["a", "2"]))
        }
        _ => {
            let scalar: Vec<&str> =
                ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)).map(|a| a.id).collect();
            format!("{}({one})", rng.pick(&scalar))
        }
    }
}

/// The formulas, each with its parameters: the catalogue written out and called, and random ones.
fn formulas() -> Vec<(Formula, Vec<f64>)> {
    let mut all = Vec::new();
    let mut add = |text: &str, p: &[f64]| {
        let formula = parse(text).unwrap();
        let p = p[..formula.letters().len()].to_vec();
        all.push((formula, p));
    };
    for act in ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)) {
        let own = act.defaults();
        let letters = ["", ",a", ",a,b"][own.len()];
        add(typed(act), &own);
        add(&format!("{}(x{letters})", act.id), &own);
        add(&format!("2*{0}(1-x/2)-{0}(x)*x", act.id), &[]);
    }
    for text in [
        "2",
        "a/b",
        "1/0",
        "(-8)^(1/3)*x",
        "9^9^9^9-x",
        "where(a>b,x,-x)",
        "rrelu(x)+a*x+elu(x,2)*elu(x)",
        "--x - -a*x",
        "max(x,2*x)*min(x,-x)-max(1,x)",
        "celu(x,b-b)+x",
        "x^-2+x^1+x^0",
        "where(x>0,where(x>1,1,x),0)+1",
    ] {
        add(text, &[0.75, -1.5]);
    }
    let mut rng = Rng(7);
    while all.len() < 400 {
        let depth = 1 + rng.below(4);
        if let Ok(formula) = parse(&random(&mut rng, depth)) {
            let p = [0.75, -1.5][..formula.letters().len()].to_vec();
            all.push((formula, p));
        }
    }
    all
}

/// Inputs off the round numbers at which formulas have kinks.
fn inputs() -> Vec<f64> {
    let near = (-47..=47).map(|i| f64::from(i) * 0.17 + 0.0131);
    near.chain([-40.3, -19.7, 19.9, 41.3]).collect()
}

fn cases(language: Language) -> Vec<Case> {
    let xs = inputs();
    let all = formulas().into_iter().map(|(formula, p)| {
        let values = xs.iter().map(|x| <[f64; 2]>::from(formula.pair(*x, &p)).to_vec()).collect();
        let name = format!("{} {p:?}", activation_explorer::formula::print::compact(&formula));
        Case::typed(name, code(&formula, &p, language, &catalogue), &xs, values)
    });
    all.collect()
}

/// Compares values where the formula itself says what they are: finite on the way, and hardly changed
/// when x is moved by some floats.
fn compare(got: &[Vec<Vec<f64>>]) {
    let (xs, mut seen, mut wrong) = (inputs(), 0, Vec::new());
    let mut values = Vec::new();
    for ((formula, p), got) in formulas().iter().zip(got) {
        let name = activation_explorer::formula::print::compact(formula);
        for (x, got) in xs.iter().zip(got) {
            formula.values(*x, p, &mut values);
            if values.iter().any(|value| !value.is_finite() || value.abs() > 1e100) {
                continue;
            }
            // Where a switch turns f′ is a convention.
            let turns = formula.switches(p).iter().any(|switch| switch.sign(&values) == 0);
            let own = <[f64; 2]>::from(formula.pair(*x, p));
            let near = |k: f64| <[f64; 2]>::from(formula.pair(x + k * x.abs() * f64::EPSILON, p));
            for i in 0..if turns { 1 } else { 2 } {
                let noise = [-3.0, -1.0, 1.0, 3.0].map(|k| (near(k)[i] - own[i]).abs());
                let noise = noise.into_iter().fold(0.0, f64::max);
                let allowed = 1e-11 * own[i].abs() + 100.0 * noise + 1e-13;
                if !own[i].is_finite() || own[i].abs() > 1e100 || noise > 1e-6 * own[i].abs() {
                    continue;
                }
                seen += 1;
                let close = (got[i] - own[i]).abs() <= allowed;
                if !close {
                    wrong.push(format!("{name} {p:?} [{i}] at {x}: {}, ours {}", got[i], own[i]));
                }
            }
        }
    }
    let first: Vec<_> = wrong.iter().take(30).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {seen} wrong:\n{}", wrong.len(), first.join("\n"));
    assert!(seen > 40_000, "only {seen}");
}

#[test]
fn numpy_computes_our_values_of_typed_formulas() {
    compare(&python::run(&cases(Language::NumPy)));
}

#[test]
fn rust_compiles_and_computes_our_values_of_typed_formulas() {
    compare(&rust::run(&cases(Language::Rust)));
}

#[test]
fn frameworks_have_python_for_typed_formulas() {
    let languages = [Language::PyTorch, Language::Jax, Language::Keras];
    let all = languages.into_iter().flat_map(cases);
    python::parse(&all.map(|case| (case.name, case.code)).collect::<Vec<_>>());
}
