//! The tests that also run as WebAssembly in a browser, compiled as the page is: one program, since
//! each takes as long to link as the page.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::duplicate_mod,
    reason = "each file is also a program of its own and names the module they share"
)]

#[path = "demos.rs"]
mod demos;
#[path = "faults.rs"]
mod faults;
#[path = "numbers.rs"]
mod numbers;
#[path = "onnx.rs"]
mod onnx;
#[path = "properties.rs"]
mod properties;
#[path = "reference.rs"]
mod reference;
#[path = "second.rs"]
mod second;
#[path = "trained.rs"]
mod trained;
#[path = "typed.rs"]
mod typed;
#[path = "vectors.rs"]
mod vectors;
#[path = "zigzag.rs"]
mod zigzag;
