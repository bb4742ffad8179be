//! Networks trained natively and in a browser: the same bits.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "training/golden.rs"]
mod golden;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Golden values, made by this program: other tests prove them right, here they only have to be the
/// same natively and as wasm.
#[test]
fn networks_trained_from_the_same_seed_have_the_same_bits() {
    let want = [
        ("every function", 0xdd97_1e6a_7859_079d),
        ("every head, method and initialisation", 0x88b1_9545_eccf_ae73),
        ("data", 0xff8c_3e9d_6f94_8251),
        ("mean field", 0x3385_b6b6_491f_7711),
    ];
    let got = golden::hashes();
    assert_eq!(got, want, "{got:#x?}");
}
