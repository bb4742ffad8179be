//! Random and mutated formulas: whatever is typed is read without panic, and written and read again
//! as the same tree.

#![cfg(test)]

use super::code::code;
use super::fault::{DEEPEST, MOST_CHARACTERS, MOST_NODES};
use super::jet::Side;
use super::mathml::mathml;
use super::parse::parse;
use super::print::{compact, spaced};
use super::tree::Formula;
use crate::activation::{ALL, Activation, Language, typed};

/// The formulas that every run tries; 10⁶ of each kind were tried once, and 20,000 of
/// them thoroughly.
const RANDOM: usize = 60_000;
/// The mutations that every run tries.
const MUTATED: usize = 60_000;

/// SplitMix64.
pub(crate) struct Rng(pub(crate) u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// A formula of the grammar, some of them too long or too deep.
pub(crate) fn random(rng: &mut Rng, depth: usize) -> String {
    if depth == 0 {
        let number = rng.next();
        return match rng.below(8) {
            0..=2 => "x".into(),
            3 => rng.pick(&["a", "b", "c", "d"]).into(),
            4 => rng.pick(&["pi", "e", "0", "1", "2", "0.5", "1e300", "1e-300"]).into(),
            5 => f64::from_bits(number & !(1 << 63)).to_string(),
            6 => (number % 1000).to_string(),
            _ => format!("{}e-{}", number % 100, number % 30),
        };
    }
    let sub = |rng: &mut Rng| {
        let less = 1 + rng.below(depth);
        random(rng, depth - less)
    };
    let (one, two) = (sub(rng), sub(rng));
    match rng.below(10) {
        0 => format!("-{one}"),
        1 => format!("({one})"),
        2 => format!("{one}{}{two}", rng.pick(&["+", "-", " * ", "/", "^"])),
        3 => format!("({one}){}({two})", rng.pick(&["+", "-", "*", "/", "^"])),
        4 => format!("{}({one},{two})", rng.pick(&["min", "max"])),
        5 => {
            let (left, right) = (sub(rng), sub(rng));
            let relation = rng.pick(&["<", "<=", ">", ">=", "==", "!="]);
            format!("where({left}{relation}{right},{one},{two})")
        }
        6 | 7 => {
            let names = ["exp", "expm1", "ln", "log1p", "sqrt", "abs", "sign", "sin", "step"];
            format!("{}({one})", rng.pick(&names))
        }
        8 => format!("{}({one})", ALL[rng.below(ALL.len())].id),
        _ => format!("elu({one}, {})", rng.pick(&["a", "2", "b*3", "x"])),
    }
}

/// A text with some characters changed, added, dropped or doubled.
fn mutated(rng: &mut Rng, text: &str) -> String {
    let alphabet: Vec<char> = "x1.e+-*/^(),<>=! abπ−∞<b>\u{0}\"'&%#😀_AZ²|".chars().collect();
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=rng.below(4) {
        let at = rng.below(chars.len() + 1);
        let c = alphabet[rng.below(alphabet.len())];
        match rng.below(4) {
            0 => chars.insert(at, c),
            1 if at < chars.len() => chars[at] = c,
            2 if at < chars.len() => drop(chars.remove(at)),
            _ => {
                let part: Vec<char> = chars[at.min(chars.len())..].to_vec();
                chars.extend(part.into_iter().take(rng.below(40)));
            }
        }
    }
    chars.into_iter().collect()
}

/// Reads a text; what is a formula is written, read again and computed, and true is returned.
fn tried(text: &str, thorough: bool) -> bool {
    let formula = match parse(text) {
        Ok(formula) => formula,
        Err(fault) => {
            let length = text.chars().count();
            assert!(fault.at + fault.length <= length, "{text}: {fault:?}");
            return false;
        }
    };
    assert!(formula.nodes().len() <= MOST_NODES && formula.letters().len() <= 4);
    let (address, shown) = (compact(&formula), spaced(&formula));
    assert_eq!(parse(&address).as_ref(), Ok(&formula), "{text}: {address}");
    let query: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
    let query = format!("f={query}");
    let back = form_urlencoded::parse(query.as_bytes()).next().map(|(_, value)| value.into_owned());
    assert_eq!(back.as_deref(), Some(address.as_str()), "{query}");
    assert!(address.chars().count() <= MOST_CHARACTERS);
    assert_eq!(address, compact(&parse(&address).unwrap()), "{text}");
    if shown.chars().count() <= MOST_CHARACTERS {
        assert_eq!(parse(&shown).as_ref(), Ok(&formula), "{text}: {shown}");
    }
    let p = [0.5, -1.0, 2.0, 1e9];
    for x in [0.0, 1.0, -2.5, 1e308, f64::INFINITY, f64::NAN] {
        let (f, df) = formula.pair(x, &p);
        let same = f.to_bits() == formula.value(x, &p).to_bits() || f.is_nan();
        assert!(same && (!f.is_nan() || df.is_nan()), "{text} at {x}: {f} {df}");
        assert_eq!(formula.second(x, &p).to_bits(), formula.jet(x, &p, Side::Right).d2.to_bits());
        assert_eq!(formula.by_parameters(x, &p).len(), 4);
    }
    if thorough {
        let points = formula.breaks(&p).points;
        assert!(points.windows(2).all(|pair| pair[0].x < pair[1].x), "{text}");
        assert!(points.iter().all(|point| point.x.is_finite()), "{text}");
        all_else(&formula, &p);
    }
    true
}

/// What else is made of a formula: code, mathematics, its shape.
fn all_else(formula: &Formula, p: &[f64]) {
    let helper = |_: &Activation, _: &[f64], _| "def f(x):\n    return x".to_owned();
    for language in Language::ALL {
        assert!(code(formula, p, language, &helper).contains('x'), "{formula:?}");
    }
    let mathml = mathml(formula, true);
    let count = |mark: &str| mathml.matches(mark).count();
    assert_eq!(count("</"), count("<") - count("</"), "{mathml}");
    assert!(formula.shape(p).structure.unit > 0.0);
    for sign in [-1.0, 1.0] {
        let (f, df) = formula.limits(sign, p);
        assert!(!f.is_finite() || df == 0.0 || df.is_nan(), "{formula:?}: {f} {df}");
    }
}

#[test]
fn random_formulas_are_read_and_written_again() {
    let (mut rng, mut formulas) = (Rng(1), 0);
    for i in 0..RANDOM {
        let depth = rng.below(8);
        let text = random(&mut rng, depth);
        formulas += usize::from(tried(&text, i % 50 == 0));
    }
    assert!(formulas > RANDOM / 3, "only {formulas} formulas among them");
}

#[test]
fn mutated_formulas_are_read_or_told() {
    let (mut rng, mut formulas) = (Rng(2), 0);
    let written: Vec<&str> = ALL.iter().map(|act| typed(act)).filter(|t| !t.is_empty()).collect();
    for i in 0..MUTATED {
        let source = rng.pick(&written);
        let text = mutated(&mut rng, source);
        formulas += usize::from(tried(&text, i % 50 == 0));
    }
    assert!(formulas > MUTATED / 40, "only {formulas} formulas among them");
}

#[test]
fn hostile_texts_are_told() {
    let deep = DEEPEST * 1000;
    for text in [
        "<script>alert(1)</script>".to_owned(),
        "x".repeat(100_000),
        "(".repeat(deep),
        "-".repeat(deep),
        "exp(".repeat(deep),
        "9^".repeat(deep),
        "NaN".into(),
        "inf".into(),
        "__proto__".into(),
        "constructor(x)".into(),
        "x;alert(1)".into(),
        "\u{202e}x".into(),
        "x\u{0}".into(),
        "%78".into(),
    ] {
        assert!(parse(&text).is_err(), "{text:.40}");
    }
    let tower = parse("9^9^9^9").unwrap();
    assert_eq!(tower.pair(1.0, &[]), (f64::INFINITY, 0.0));
}
