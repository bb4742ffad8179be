//! Numbers read and written the same natively and in a browser.

use activation_explorer::numeric::decimal::parse;
use activation_explorer::numeric::format::{pretty, shortest};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn decimal_numbers_are_read_to_the_last_bit() {
    for (text, bits) in [
        ("0.1", 0x3fb9_9999_9999_999a),
        ("-0", 0x8000_0000_0000_0000),
        (" 2.5e-3 ", 0x3f64_7ae1_47ae_147b),
        ("5e-324", 1),
        ("2.4703282292062328e-324", 1),
        ("2.4703282292062327e-324", 0),
        ("1.7976931348623157e308", 0x7fef_ffff_ffff_ffff),
        ("9007199254740993", 0x4340_0000_0000_0000),
        ("1e-400", 0),
        (".5", 0x3fe0_0000_0000_0000),
        ("+5.", 0x4014_0000_0000_0000),
    ] {
        assert_eq!(parse(text).map(f64::to_bits), Some(bits), "{text}");
    }
}

#[test]
fn what_is_no_finite_number_is_not_read() {
    for text in [
        "", " ", "NaN", "inf", "-inf", "Infinity", "1e999", "0x10", "1_0", "1,5", "e5", "--1",
        "1e", "<b>1</b>", "１",
    ] {
        assert_eq!(parse(text), None, "{text:?}");
    }
}

/// A walk through the floats, the same everywhere.
#[test]
fn what_is_written_is_read_back() {
    let mut bits: u64 = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..20_000 {
        bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let x = f64::from_bits(bits);
        if x.is_finite() {
            assert_eq!(parse(&shortest(x)).map(f64::to_bits), Some(bits), "{x:e}");
        }
    }
    assert_eq!(pretty(-1.25, 4), "−1.250");
}
