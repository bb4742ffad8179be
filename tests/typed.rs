//! Numbers as people write and paste them, read the same natively and in a browser.

use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format::{brief, pretty, scientific, shortest};
use activation_explorer::numeric::typed::{Unread, list, read};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn every_way_to_write_a_number_is_read() {
    for (text, number) in [
        ("0.5", 0.5),
        (" 0.5\u{a0}", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("+0.5", 0.5),
        // Minus signs of print and of keyboards.
        ("−0.5", -0.5),
        ("–0.5", -0.5),
        ("－0.5", -0.5),
        ("- 0.5", -0.5),
        ("−\u{2009}0.5", -0.5),
        ("\u{2011}0.5", -0.5),
        // Commas and full stops of other languages.
        ("0,5", 0.5),
        ("-0,25", -0.25),
        (",5", 0.5),
        ("1,5", 1.5),
        ("0。5", 0.5),
        ("0，5", 0.5),
        ("０．５", 0.5),
        ("－０．５", -0.5),
        ("0、5", 0.5),
        ("１２３", 123.0),
        ("0,123", 0.123),
        ("1,2345", 1.2345),
        ("1234,567", 1234.567),
        // A point alone is a decimal sign, whatever follows.
        ("1.234", 1.234),
        ("123.456", 123.456),
        // Groups of three.
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1_234_567.0),
        ("1,234,567", 1_234_567.0),
        ("1.234.567,8", 1_234_567.8),
        ("1,234,567.8", 1_234_567.8),
        ("1 234", 1234.0),
        ("1\u{202f}234,5", 1234.5),
        ("1\u{2009}234\u{2009}567.25", 1_234_567.25),
        ("12'345.5", 12345.5),
        ("12’345", 12345.0),
        ("0.123 456 7", 0.123_456_7),
        ("1 234,567", 1234.567),
        // Powers of ten.
        ("1e-7", 1e-7),
        ("1E−7", 1e-7),
        ("1.5e+3", 1500.0),
        ("１ｅ－７", 1e-7),
        ("−1.0444259356238218e−7", -1.044_425_935_623_821_8e-7),
        ("1.2×10⁻⁷", 1.2e-7),
        ("1.2 × 10⁻⁷", 1.2e-7),
        ("−1,0444×10⁻⁷", -1.0444e-7),
        ("1.2·10^-7", 1.2e-7),
        ("1.2⋅10^−7", 1.2e-7),
        ("1.2*10^-7", 1.2e-7),
        ("1.2x10^5", 1.2e5),
        ("1.2×10⁵", 1.2e5),
        ("1.2×10⁺⁵", 1.2e5),
        ("1.2×10−7", 1.2e-7),
        ("10⁻⁷", 1e-7),
        ("−10^3", -1000.0),
        ("1×10¹²³", 1e123),
        ("0e5", 0.0),
        // Fractions.
        ("1/3", 1.0 / 3.0),
        ("−1 / 8", -0.125),
        ("1⁄3", 1.0 / 3.0),
        ("0,5/2", 0.25),
    ] {
        assert_eq!(read(text), Ok(number), "{text}");
    }
    assert!(read("-0").is_ok_and(|zero| zero == 0.0));
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "",
        " ",
        "-",
        ".",
        ",",
        "abc",
        "1abc",
        "NaN",
        "inf",
        "∞",
        "−∞",
        "0x10",
        "1_0",
        "e5",
        "1e",
        "1e5e5",
        "1e1.5",
        "--1",
        "+-1",
        "1-2",
        "1..2",
        "1.2.3",
        "1,2,3",
        "1,23,456.7",
        "1234,567,8",
        "1 2",
        "0.5 0.3",
        "12 34",
        "1 2345",
        "1.234\n567.890",
        "1.5 234 5678",
        "1'23",
        "1/0",
        "1/2/3",
        "1/",
        "/2",
        "1e999",
        "-1e999",
        "1e-400",
        "1.2×107",
        "1.2×10",
        "×10⁻⁷",
        "2⁵",
        "3²",
        "10^",
        "1%",
        "50%",
        "½",
        "<b>1</b>",
        "x = 1",
        "1.234.5,6",
        "1,234,5.6",
        "1. 234.5,5,5",
    ] {
        assert_eq!(read(text), Err(Unread::NoNumber), "{text:?}");
    }
    for text in ["1,234", "-12,345", "123，456", "1,000", "1,234/2"] {
        assert_eq!(read(text), Err(Unread::TwoNumbers), "{text:?}");
    }
}

#[test]
fn lists_are_read_however_they_are_separated() {
    for (text, numbers) in [
        ("1,2,3", &[1.0, 2.0, 3.0][..]),
        ("−1, 0.5，2、3", &[-1.0, 0.5, 2.0, 3.0]),
        ("0,5; −1,5；2", &[0.5, -1.5, 2.0]),
        ("0,5 1,5 2", &[0.5, 1.5, 2.0]),
        ("1 2 3", &[1.0, 2.0, 3.0]),
        ("1\t2,5\t3", &[1.0, 2.5, 3.0]),
        ("1\n2\n", &[1.0, 2.0]),
        ("1/2, 1e-3", &[0.5, 1e-3]),
        ("", &[]),
    ] {
        assert_eq!(list(text), Ok(numbers.to_vec()), "{text}");
    }
    for text in ["1,x", "1;;x", "1,2 x"] {
        assert_eq!(list(text), Err(Unread::NoNumber), "{text}");
    }
    assert_eq!(list("1,234 5,678"), Err(Unread::TwoNumbers));
}

/// A walk through the floats, the same everywhere.
fn floats(mut visit: impl FnMut(f64)) {
    let mut bits: u64 = 0x9e37_79b9_7f4a_7c15;
    for round in 0..6000 {
        bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let any = f64::from_bits(bits);
        // Half of them of a size that is met.
        let x = if round % 2 == 0 { any } else { (bits >> 12) as f64 / 1e13 - 200.0 };
        if x.is_finite() {
            visit(x);
        }
    }
}

#[test]
fn the_texts_of_the_page_are_read_back() {
    floats(|x| {
        for digits in [3, 4, 5, 6, 17] {
            for text in [pretty(x, digits), brief(x, digits)] {
                // Rounded up, the largest numbers are none, and the smallest have fewer digits.
                if x.abs() < 1.7e308 {
                    let back = read(&text).unwrap_or(f64::NAN);
                    assert!((back - x).abs() <= 0.51 * unit(x, digits), "{x:e}: {text}");
                }
            }
        }
        assert_eq!(read(&shortest(x)).map(f64::to_bits), Ok(x.to_bits()), "{x:e}");
    });
}

/// One in the last of so many digits of `x`.
fn unit(x: f64, digits: usize) -> f64 {
    let text = scientific(x, digits - 1);
    let power: i32 = text.split_once('e').and_then(|(_, e)| e.parse().ok()).unwrap_or(0);
    let unit = decimal::parse(&format!("1e{}", power - digits as i32 + 1)).unwrap_or(5e-324);
    unit.max(5e-324)
}

#[test]
fn numbers_are_written_the_same_natively_and_in_a_browser() {
    let known =
        [0.0, -0.0, 0.1, 1.0 / 3.0, 0.01, 999.9, 1000.0, 1e15, 1e21, 1.5e-7, 5e-324, f64::MAX];
    let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
    let random = std::iter::repeat_with(move || {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        f64::from_bits(bits)
    });
    let random = random.filter(|x| x.is_finite()).take(5_000);
    let short = (-400..400).map(|i| f64::from(i) / 32.0);
    for x in known.into_iter().chain(random).chain(short) {
        let (plain, scientific) = (x.to_string(), format!("{x:e}"));
        let usual = (0.01..1000.0).contains(&x.abs());
        let wanted = if usual || plain.len() <= scientific.len() { plain } else { scientific };
        assert_eq!(shortest(x), wanted);
        assert_eq!(decimal::parse(&wanted).map(f64::to_bits), Some(x.to_bits()), "{wanted}");
    }
}
