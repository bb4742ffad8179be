//! The test vectors of ONNX and those PyTorch made for it, natively and in a browser, through the
//! catalogue's own code.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "onnx/case.rs"]
mod case;
mod common;
#[path = "onnx/mapping.rs"]
mod mapping;
#[path = "onnx/tensor.rs"]
mod tensor;

use case::Case;
use common::rows;
use mapping::call;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const NODES: &str = include_str!("data/onnx/onnx_activation_cases.json");
const PYTORCH: &str = include_str!("data/onnx/pytorch_converted_cases.json");
const NOT_APPLICABLE: &str = include_str!("data/onnx/not_applicable.csv");

fn cases() -> Vec<Case> {
    let mut cases = case::of_nodes(NODES);
    // PyTorch's files have no tolerance of their own; ONNX's runner then uses the one it also
    // uses for every operator (onnx/backend/test/loader).
    let tolerance = cases.iter().map(|case| case.tolerance).reduce(|a, b| a.stricter(b)).unwrap();
    cases.extend(case::of_graphs(PYTORCH, tolerance));
    cases
}

#[test]
fn every_case_that_applies_is_met() {
    let mut wrong = Vec::new();
    let mut met = 0;
    for case in cases() {
        let Some(call) = call(&case) else { continue };
        let (got, want) = (call.run(case.x()), &case.output.data);
        assert_eq!(got.len(), want.len(), "{}: {call:?}", case.test);
        let before = wrong.len();
        for (i, (&got, &want)) in got.iter().zip(want).enumerate() {
            if !case.tolerance.allows(got, want) {
                wrong.push(format!("{}: {call:?} [{i}]: got {got:e}, want {want:e}", case.test));
            }
        }
        met += usize::from(wrong.len() == before);
    }
    assert!(wrong.is_empty(), "only {met} cases met:\n{}", wrong.join("\n"));
    assert!(met > 80, "only {met} cases evaluated");
}

#[test]
fn exactly_the_cases_that_do_not_apply_are_listed_with_a_reason() {
    let cases = cases();
    let mut wrong = Vec::new();
    let mut listed = Vec::new();
    for row in rows(NOT_APPLICABLE) {
        let test = row.get("test");
        match cases.iter().find(|case| case.test == test) {
            None => wrong.push(format!("{test} is listed, but there is no such case")),
            Some(case) => {
                if let Some(call) = call(case) {
                    wrong.push(format!("{test} is listed, but it applies: {call:?}"));
                }
            }
        }
        if row.get("reason").is_empty() {
            wrong.push(format!("{test} is listed without a reason"));
        }
        if listed.contains(&test) {
            wrong.push(format!("{test} is listed twice"));
        }
        listed.push(test);
    }
    for case in &cases {
        if call(case).is_none() && !listed.contains(&case.test.as_str()) {
            wrong.push(format!("{} is neither evaluated nor listed: {}", case.test, case.graph()));
        }
    }
    assert!(wrong.is_empty(), "tests/data/onnx/not_applicable.csv:\n{}", wrong.join("\n"));
}

#[test]
fn every_name_is_given_to_one_case() {
    let mut names: Vec<_> = cases().into_iter().map(|case| case.test).collect();
    names.sort_unstable();
    let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
