//! The catalogue as a module of its own, to be timed against JavaScript.

use crate::chunks::OPTIMISE;
use crate::failure::Failure;
use crate::project;
use crate::step::{Cmd, long};
use crate::tools::{SiteTools, wasm_opt};
use std::path::Path;

const STEP: &str = "building the catalogue alone";
const ADVICE: &str = "The message above says what is wrong.";

/// Builds it into this folder: as the page is, and with the SIMD instructions that the engine is for.
pub(super) fn build(tools: &SiteTools, out: &Path) -> Result<(), Failure> {
    long("building the catalogue alone, for its throughput", "2 min the first time", || {
        module(tools, out, "kernel", None)?;
        module(tools, out, "simd", Some("-C target-feature=+simd128"))
    })
}

/// Builds a module of this name, with other flags of the compiler in a folder of their own, since
/// everything is built anew for them.
fn module(tools: &SiteTools, out: &Path, name: &str, flags: Option<&str>) -> Result<(), Failure> {
    let target = project::root().join(if flags.is_some() { "target/bench/simd" } else { "target" });
    let compiled = target.join("wasm32-unknown-unknown/release/examples/kernel.wasm");
    let mut build =
        Cmd::cargo("build --quiet --release --target wasm32-unknown-unknown --example kernel")
            .args(["--target-dir"])
            .args([&target]);
    if let Some(flags) = flags {
        build = build.env("RUSTFLAGS", flags);
    }
    build.run(STEP, ADVICE)?;
    Cmd::new("wasm-bindgen")
        .words("--target web --no-typescript --out-name")
        .args([name])
        .args([&compiled])
        .args(["--out-dir"])
        .args([out])
        .env("PATH", &tools.path)
        .run(STEP, ADVICE)?;
    let module = out.join(format!("{name}_bg.wasm"));
    wasm_opt::command()
        .words(OPTIMISE)
        .words(if flags.is_some() { "--enable-simd" } else { "" })
        .args([&module])
        .args(["-o"])
        .args([&module])
        .run(STEP, ADVICE)
}
