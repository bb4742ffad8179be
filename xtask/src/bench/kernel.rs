//! The catalogue as a module of its own, to be timed against JavaScript.

use crate::chunks::OPTIMISE;
use crate::failure::Failure;
use crate::project;
use crate::step::{Cmd, long};
use crate::tools::{SiteTools, wasm_opt};
use std::path::Path;

const STEP: &str = "building the catalogue alone";
const ADVICE: &str = "The message above says what is wrong.";

/// Builds it into this folder, with the options and tools of the page.
pub(super) fn build(tools: &SiteTools, out: &Path) -> Result<(), Failure> {
    let compiled =
        project::root().join("target/wasm32-unknown-unknown/release/examples/kernel.wasm");
    long("building the catalogue alone, for its throughput", "1 min the first time", || {
        Cmd::cargo("build --quiet --release --target wasm32-unknown-unknown --example kernel")
            .run(STEP, ADVICE)?;
        Cmd::new("wasm-bindgen")
            .words("--target web --no-typescript --out-name kernel")
            .args([&compiled])
            .args(["--out-dir"])
            .args([out])
            .env("PATH", &tools.path)
            .run(STEP, ADVICE)?;
        let module = out.join("kernel_bg.wasm");
        wasm_opt::command()
            .words(OPTIMISE)
            .args([&module])
            .args(["-o"])
            .args([&module])
            .run(STEP, ADVICE)
    })
}
